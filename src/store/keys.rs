//! Each learner's key. It lies in two small files beside the journal, which can be overwritten in place: to erase
//! a learner is to destroy the key. Only where a browser has no such files does it lie in the database, and the
//! settings page says so.

use super::{
    crypto::{Cipher, subtle},
    idb::{CHUNKS, DEVICE, Database},
    journal::Link,
    js::{bytes, random},
};
use crate::log::{Fault, LearnerId};

const FOLDER: &str = "keys";
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

/// The learner's key. A learner without any record gets a new key; one whose records are here without their
/// key is [`Fault::KeyLost`], and nothing is touched.
pub async fn key(link: &Link, database: &Database, learner: LearnerId) -> Result<Key, Fault> {
    if subtle().is_none() {
        return Ok(Key::none());
    }
    if let Some(key) = find(link, database, learner).await? {
        return Key::of(key).await;
    }
    if has_records(link, database, learner).await? {
        return Err(Fault::KeyLost);
    }
    let key = random()?;
    keep(link, database, learner, &key).await?;
    Key::of(key).await
}

/// Puts the key of the open learner back, if the browser has taken it away.
pub async fn restore(link: &Link, database: &Database, learner: LearnerId, key: &Key) -> Result<(), Fault> {
    match &key.raw {
        Some(raw) if find(link, database, learner).await?.is_none() => {
            keep(link, database, learner, raw).await
        }
        _ => Ok(()),
    }
}

/// The learner's cipher, if the learner has a key: for reading a card in the picker.
pub async fn known(link: &Link, database: &Database, learner: LearnerId) -> Result<Option<Cipher>, Fault> {
    if subtle().is_none() {
        return Ok(Some(Cipher::Plain));
    }
    match find(link, database, learner).await? {
        Some(key) => Cipher::import(&key).await.map(Some),
        None => Ok(None),
    }
}

/// Destroys the key. From then on nothing that was sealed with it can be read by anyone.
pub async fn destroy(link: &Link, database: &Database, learner: LearnerId) -> Result<(), Fault> {
    for copy in COPIES {
        let file = file(learner, copy);
        absent(link.ask("shred", &[("name", FOLDER.into()), ("file", file.into())]).await.map(drop))?;
    }
    absent(database.delete(DEVICE, &row(learner)).await)
}

async fn find(link: &Link, database: &Database, learner: LearnerId) -> Result<Option<[u8; KEY]>, Fault> {
    let files = match link.files(FOLDER).await {
        Err(Fault::Unavailable) => Vec::new(),
        files => files?,
    };
    let name = learner.to_string();
    let own = files.iter().filter(|(file, _)| file.starts_with(&name));
    if let Some(key) = own.filter_map(|(_, content)| checked(content)).next() {
        return Ok(Some(key));
    }
    match database.get(DEVICE, &row(learner)).await {
        Err(Fault::Unavailable) => Ok(None),
        value => Ok(value?.and_then(|value| checked(&value))),
    }
}

/// The learners who have a key in files.
pub async fn holders(link: &Link) -> Vec<LearnerId> {
    let files = link.files(FOLDER).await.unwrap_or_default();
    files.iter().filter_map(|(file, _)| file.split('.').next()?.parse().ok()).collect()
}

async fn keep(link: &Link, database: &Database, learner: LearnerId, key: &[u8; KEY]) -> Result<(), Fault> {
    let content = [&key[..], &crc32fast::hash(key).to_le_bytes()].concat();
    for copy in COPIES {
        let fields =
            [("name", FOLDER.into()), ("file", file(learner, copy).into()), ("bytes", bytes(&content))];
        match link.ask("put", &fields).await {
            Err(Fault::Unavailable) => return database.put(DEVICE, &row(learner), &content).await,
            kept => kept.map(drop)?,
        }
    }
    Ok(())
}

async fn has_records(link: &Link, database: &Database, learner: LearnerId) -> Result<bool, Fault> {
    let journal =
        link.files(&learner.to_string()).await.map(|files| files.iter().any(|(_, bytes)| !bytes.is_empty()));
    let rows = database.keys_under(CHUNKS, &format!("{learner}/")).await.map(|keys| !keys.is_empty());
    match (journal, rows) {
        (Ok(true), _) | (_, Ok(true)) => Ok(true),
        (Err(Fault::Unavailable) | Ok(false), Err(Fault::Unavailable) | Ok(false)) => Ok(false),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    }
}

fn checked(content: &[u8]) -> Option<[u8; KEY]> {
    let (key, crc) = content.split_first_chunk::<KEY>()?;
    (crc == crc32fast::hash(key).to_le_bytes()).then_some(*key)
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
