//! Where a teacher's device keeps a class: one row beside the learners' own, and no part of any learner's record. It is
//! sealed with a key that lies in the row beside it and that the browser uses but does not hand out.

use super::crypto::{Cipher, subtle};
use super::idb::{DEVICE, Database};
use super::timer::in_time;
use crate::log::{Fault, Seal};
use wasm_bindgen::{JsCast, JsValue};

const ROW: &str = "class";
const KEY: &str = "class-key";
/// What is bound to the sealed text.
const LABEL: &str = "class";
/// How a row begins that an earlier release left: the text itself.
const IN_THE_CLEAR: &[u8] = b"TRELLIS-CLASS ";

/// Whether this browser has a cipher here, so that what is kept is sealed.
pub fn is_sealed() -> bool {
    subtle().is_some()
}

/// The class as it was kept; an error where there may be one that cannot be read now. One that lies in the clear is sealed.
pub async fn load() -> Result<Option<String>, Fault> {
    let database = Database::open(|_| {}).await;
    let row = match in_time(database.get(DEVICE, ROW)).await {
        // A browser that keeps nothing keeps no class.
        Err(Fault::Unavailable) => None,
        row => row?,
    };
    let Some(row) = row else { return Ok(None) };
    let text = match row.starts_with(IN_THE_CLEAR) {
        true => row.clone(),
        false => known(&database).await?.ok_or(Fault::KeyLost)?.open(LABEL, &row).await?,
    };
    let text = String::from_utf8(text).map_err(|_| Fault::KeyLost)?;
    if row.starts_with(IN_THE_CLEAR) {
        // Where that fails it is tried again with the next change.
        let _ = put(&database, &text).await;
    }
    Ok(Some(text))
}

/// Whether it was kept.
pub async fn keep(text: &str) -> bool {
    put(&Database::open(|_| {}).await, text).await.is_ok()
}

pub async fn forget() {
    let database = Database::open(|_| {}).await;
    // The key first: without it the rest is noise. What cannot be opened holds nothing.
    let _ = in_time(database.delete(DEVICE, KEY)).await;
    let _ = in_time(database.delete(DEVICE, ROW)).await;
}

async fn put(database: &Database, text: &str) -> Result<(), Fault> {
    let cipher = match known(database).await? {
        Some(cipher) => cipher,
        None => new(database).await?,
    };
    let sealed = cipher.seal(LABEL, text.as_bytes()).await?;
    in_time(database.put(DEVICE, ROW, &sealed)).await
}

/// The cipher of the key that lies here, if one does.
async fn known(database: &Database) -> Result<Option<Cipher>, Fault> {
    let Some(subtle) = subtle() else { return Ok(Some(Cipher::Plain)) };
    let key: Option<JsValue> = in_time(database.get_value(DEVICE, KEY)).await?;
    let cipher = key.map(|key| key.dyn_into().map(|key| Cipher::Aes(subtle, key)));
    cipher.transpose().map_err(|_| Fault::KeyLost)
}

/// With a new key; or with that of another tab which was faster.
async fn new(database: &Database) -> Result<Cipher, Fault> {
    let (cipher, key) = Cipher::drawn().await?;
    let Some(key) = key else { return Ok(cipher) };
    match in_time(database.add_value(DEVICE, KEY, &key)).await {
        Ok(()) => Ok(cipher),
        Err(why) => known(database).await?.ok_or(why),
    }
}
