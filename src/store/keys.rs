//! Each learner's key. It lies in two small files beside the journal, which are overwritten in place when it is
//! destroyed, and in the [`vault`], so that losing either place loses nothing. Only where a browser has neither
//! does it lie in the database, and the settings page says so. To erase a learner is to destroy the key.

use super::{
    crypto::{Cipher, subtle},
    idb::{CHUNKS, DEVICE, Database},
    journal::{FOLDER, Link},
    js::{bytes, random},
    timer::in_time,
    vault,
};
use crate::log::{Fault, LearnerId};
use crate::num::crc32;
use futures_util::future::join;

const COPIES: [&str; 2] = ["a", "b"];
const KEY: usize = 32;

/// A learner's key: its bytes, so that a storage emptied under an open page can be filled again, and the cipher.
pub struct Key {
    raw: Option<[u8; KEY]>,
    pub cipher: Cipher,
}

impl Key {
    /// No cipher here, or no storage: what is kept is kept plain.
    pub fn none() -> Self {
        Self { raw: None, cipher: Cipher::Plain }
    }

    async fn of(raw: [u8; KEY]) -> Result<Self, Fault> {
        Ok(Self { raw: Some(raw), cipher: Cipher::import(&raw).await? })
    }
}

/// The keys found in each place, and why a place could not be looked into.
struct Found {
    files: Result<Option<[u8; KEY]>, Fault>,
    vault: Result<Option<[u8; KEY]>, Fault>,
    database: Result<Option<[u8; KEY]>, Fault>,
}

impl Found {
    async fn look(link: &Link, database: &Database, learner: LearnerId) -> Self {
        let (files, vault) = join(in_time(in_files(link, learner)), in_time(vault::get(learner))).await;
        let database = in_time(database.get(DEVICE, &row(learner))).await;
        let vault = vault.map(|content| content.and_then(|content| checked(&content)));
        Self { files, vault, database: database.map(|content| content.and_then(|content| checked(&content))) }
    }

    /// The key; none when every place that exists was looked into in vain.
    fn key(&self) -> Result<Option<[u8; KEY]>, Fault> {
        let places = [&self.files, &self.vault, &self.database];
        if let Some(key) = places.iter().find_map(|place| place.as_ref().ok().copied().flatten()) {
            return Ok(Some(key));
        }
        let failed =
            places.iter().find_map(|place| place.as_ref().err().filter(|why| **why != Fault::Unavailable));
        failed.map_or(Ok(None), |why| Err(why.clone()))
    }

    fn is_in_both(&self) -> bool {
        matches!((&self.files, &self.vault), (Ok(Some(_)), Ok(Some(_))))
    }
}

/// The learner's key. A learner without any record gets a new one; one whose records are here without their key is
/// [`Fault::KeyLost`], and nothing is touched.
pub async fn key(link: &Link, database: &Database, learner: LearnerId) -> Result<Key, Fault> {
    if subtle().is_none() {
        return Ok(Key::none());
    }
    let found = Found::look(link, database, learner).await;
    if let Some(key) = found.key()? {
        if !found.is_in_both() {
            // One place is enough to go on with.
            let _ = keep(link, database, learner, &key).await;
        }
        return Key::of(key).await;
    }
    if has_records(link, database, learner).await? {
        return Err(Fault::KeyLost);
    }
    let key = random()?;
    keep(link, database, learner, &key).await?;
    Key::of(key).await
}

/// The learner's cipher, if the learner has a key: for reading a card in the picker.
pub async fn known(link: &Link, database: &Database, learner: LearnerId) -> Result<Option<Cipher>, Fault> {
    if subtle().is_none() {
        return Ok(Some(Cipher::Plain));
    }
    match Found::look(link, database, learner).await.key()? {
        Some(key) => Cipher::import(&key).await.map(Some),
        None => Ok(None),
    }
}

/// Puts the key of the open learner back, if the browser has taken it away.
pub async fn restore(link: &Link, database: &Database, learner: LearnerId, key: &Key) -> Result<(), Fault> {
    match &key.raw {
        Some(raw) => keep(link, database, learner, raw).await,
        None => Ok(()),
    }
}

/// The learners who have a key in files.
pub async fn holders(link: &Link) -> Vec<LearnerId> {
    let files = in_time(link.files(FOLDER)).await.unwrap_or_default();
    files.iter().filter_map(|(file, _)| file.split('.').next()?.parse().ok()).collect()
}

/// Destroys the key. From then on nothing that was sealed with it can be read by anyone.
pub async fn destroy(link: &Link, database: &Database, learner: LearnerId) -> Result<(), Fault> {
    for copy in COPIES {
        let file = file(learner, copy);
        let place = [("name", FOLDER.into()), ("file", file.into())];
        absent(in_time(link.ask("shred", &place)).await.map(drop))?;
    }
    absent(in_time(vault::delete(learner)).await)?;
    absent(in_time(database.delete(DEVICE, &row(learner))).await)
}

async fn in_files(link: &Link, learner: LearnerId) -> Result<Option<[u8; KEY]>, Fault> {
    let name = learner.to_string();
    let files = link.files(FOLDER).await?;
    Ok(files.iter().filter(|(file, _)| file.starts_with(&name)).find_map(|(_, content)| checked(content)))
}

/// Writes the key to every place there is; one of them must take it.
async fn keep(link: &Link, database: &Database, learner: LearnerId, key: &[u8; KEY]) -> Result<(), Fault> {
    let content = [&key[..], &crc32::hash(key).to_le_bytes()].concat();
    let (files, vault) =
        join(in_time(put_files(link, learner, &content)), in_time(vault::put(learner, &content))).await;
    match (files, vault) {
        (Ok(()), _) | (_, Ok(())) => Ok(()),
        (Err(Fault::Unavailable), Err(Fault::Unavailable)) => {
            in_time(database.put(DEVICE, &row(learner), &content)).await
        }
        (Err(Fault::Unavailable), Err(why)) | (Err(why), _) => Err(why),
    }
}

async fn put_files(link: &Link, learner: LearnerId, content: &[u8]) -> Result<(), Fault> {
    for copy in COPIES {
        let file = file(learner, copy);
        link.ask("put", &[("name", FOLDER.into()), ("file", file.into()), ("bytes", bytes(content))]).await?;
    }
    Ok(())
}

async fn has_records(link: &Link, database: &Database, learner: LearnerId) -> Result<bool, Fault> {
    let files = in_time(link.files(&learner.to_string())).await;
    let rows = in_time(database.keys_under(CHUNKS, &format!("{learner}/"))).await;
    let journal = files.map(|files| files.iter().any(|(_, content)| !content.is_empty()));
    match (journal, rows.map(|rows| !rows.is_empty())) {
        (Ok(true), _) | (_, Ok(true)) => Ok(true),
        (Err(Fault::Unavailable) | Ok(false), Err(Fault::Unavailable) | Ok(false)) => Ok(false),
        (Err(Fault::Unavailable) | Ok(_), Err(why)) | (Err(why), _) => Err(why),
    }
}

fn checked(content: &[u8]) -> Option<[u8; KEY]> {
    let (key, crc) = content.split_first_chunk::<KEY>()?;
    (crc == crc32::hash(key).to_le_bytes()).then_some(*key)
}

fn file(learner: LearnerId, copy: &str) -> String {
    format!("{learner}.{copy}")
}

fn row(learner: LearnerId) -> String {
    format!("key/{learner}")
}

/// What a device does not have needs no destroying.
fn absent(done: Result<(), Fault>) -> Result<(), Fault> {
    if done == Err(Fault::Unavailable) { Ok(()) } else { done }
}
