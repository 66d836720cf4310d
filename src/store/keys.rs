//! Each learner's key, or the lock that has it inside. It lies in two small files beside the journal, which are overwritten
//! in place when it is destroyed or locked, and in the [`vault`], so that losing either place loses nothing. Only where a
//! browser has neither does it lie in the database, and the settings page says so. To erase a learner is to destroy the
//! key.

use super::{
    crypto::{Cipher, subtle},
    idb::{CHUNKS, DEVICE, Database},
    journal::{FOLDER, Link},
    js::{bytes, random},
    timer::in_time,
    vault,
};
use crate::log::{Fault, Held, LearnerId, Lock, lock::KEY};
use futures_util::future::{join, join3};

const COPIES: [&str; 2] = ["a", "b"];

/// A learner's key: what lies on the disk, so that a storage emptied under an open page can be filled again; the bytes, so
/// that it can be locked; and the ciphers.
pub struct Key {
    held: Option<Held>,
    raw: Option<[u8; KEY]>,
    /// For the record.
    pub cipher: Cipher,
    /// For the card in the picker, which is shown before a lock is opened.
    pub face: Cipher,
}

impl Key {
    /// No cipher here, or no storage: what is kept is kept plain.
    pub fn none() -> Self {
        Self { held: None, raw: None, cipher: Cipher::Plain, face: Cipher::Plain }
    }

    async fn of(held: Held, raw: [u8; KEY]) -> Result<Self, Fault> {
        let cipher = Cipher::import(&raw).await?;
        let face = match &held {
            Held::Open(_) => cipher.clone(),
            Held::Locked { face, .. } => Cipher::import(face).await?,
        };
        Ok(Self { held: Some(held), raw: Some(raw), cipher, face })
    }

    /// The bytes, where there is a cipher at all.
    pub fn raw(&self) -> Option<&[u8; KEY]> {
        self.raw.as_ref()
    }

    pub fn lock(&self) -> Option<&Lock> {
        match &self.held {
            Some(Held::Locked { lock, .. }) => Some(lock),
            _ => None,
        }
    }
}

/// What was found in each place, and why a place could not be looked into.
struct Found {
    files: Result<Option<Held>, Fault>,
    vault: Result<Option<Held>, Fault>,
    database: Result<Option<Held>, Fault>,
    /// Some copy is not what counts: a key that a lock should have replaced, or an older lock.
    stale: bool,
}

impl Found {
    async fn look(link: &Link, database: &Database, learner: LearnerId) -> Self {
        let row = row(learner);
        let in_database = in_time(database.get(DEVICE, &row));
        let (files, vault, database) =
            join3(in_time(in_files(link, learner)), in_time(vault::get(learner)), in_database).await;
        let read = |content: Result<Option<Vec<u8>>, Fault>| {
            content.map(|content| content.and_then(|content| Held::read(&content)))
        };
        let (files, stale) = match files {
            Ok((held, stale)) => (Ok(held), stale),
            Err(why) => (Err(why), false),
        };
        let mut found = Self { files, vault: read(vault), database: read(database), stale };
        let differ = found.copies().any(|held| Some(held) != found.best());
        found.stale |= differ;
        found
    }

    fn copies(&self) -> impl Iterator<Item = &Held> {
        [&self.files, &self.vault, &self.database]
            .into_iter()
            .filter_map(|place| place.as_ref().ok()?.as_ref())
    }

    fn best(&self) -> Option<&Held> {
        self.copies().max_by_key(|held| held.rank())
    }

    /// What counts; none when every place that exists was looked into in vain.
    fn held(&self) -> Result<Option<Held>, Fault> {
        if let Some(held) = self.best() {
            return Ok(Some(held.clone()));
        }
        let places = [&self.files, &self.vault, &self.database];
        let failed =
            places.iter().find_map(|place| place.as_ref().err().filter(|why| **why != Fault::Unavailable));
        failed.map_or(Ok(None), |why| Err(why.clone()))
    }

    fn is_whole(&self) -> bool {
        !self.stale && matches!((&self.files, &self.vault), (Ok(Some(_)), Ok(Some(_))))
    }
}

/// The lock of a learner's record, if it has one.
pub async fn lock(link: &Link, database: &Database, learner: LearnerId) -> Option<Lock> {
    subtle()?;
    match Found::look(link, database, learner).await.held() {
        Ok(Some(Held::Locked { lock, .. })) => Some(lock),
        _ => None,
    }
}

/// The learner's key. A learner without any record gets a new one; one whose records are here without their key is
/// [`Fault::KeyLost`], and nothing is touched. A locked one opens with `opened`, the key that the lock gave.
pub async fn key(
    link: &Link,
    database: &Database,
    learner: LearnerId,
    opened: Option<[u8; KEY]>,
) -> Result<Key, Fault> {
    if subtle().is_none() {
        return Ok(Key::none());
    }
    let found = Found::look(link, database, learner).await;
    if let Some(held) = found.held()? {
        if !found.is_whole() {
            // One place is enough to go on with.
            let _ = keep(link, database, learner, &held).await;
        }
        let raw = match &held {
            Held::Open(raw) => *raw,
            Held::Locked { .. } => opened.ok_or(Fault::KeyLost)?,
        };
        return Key::of(held, raw).await;
    }
    if has_records(link, database, learner).await? {
        return Err(Fault::KeyLost);
    }
    let raw = random()?;
    keep(link, database, learner, &Held::Open(raw)).await?;
    Key::of(Held::Open(raw), raw).await
}

/// The cipher of a learner's card in the picker, if the learner has a key.
pub async fn known(link: &Link, database: &Database, learner: LearnerId) -> Result<Option<Cipher>, Fault> {
    if subtle().is_none() {
        return Ok(Some(Cipher::Plain));
    }
    match Found::look(link, database, learner).await.held()? {
        Some(Held::Open(key) | Held::Locked { face: key, .. }) => Cipher::import(&key).await.map(Some),
        None => Ok(None),
    }
}

/// Puts the key of the open learner back, if the browser has taken it away. A lock that another tab has set meanwhile
/// stays.
pub async fn restore(link: &Link, database: &Database, learner: LearnerId, key: &Key) -> Result<(), Fault> {
    let Some(held) = &key.held else { return Ok(()) };
    let found = Found::look(link, database, learner).await.held()?;
    let newer = found.filter(|found| found.rank() > held.rank());
    keep(link, database, learner, newer.as_ref().unwrap_or(held)).await
}

/// Puts a lock in the place of the key, or the key in the place of its lock. Every place there is must take it: an error
/// says that a key may be left behind somewhere. A lock that is in some place only counts all the same.
pub async fn exchange(
    link: &Link,
    database: &Database,
    learner: LearnerId,
    raw: [u8; KEY],
    lock: Option<Lock>,
) -> Result<Key, Fault> {
    let held = match lock {
        Some(lock) => Held::Locked { face: random()?, lock },
        None => Held::Open(raw),
    };
    let content = held.write();
    let in_files = in_time(put_files(link, learner, &content)).await;
    // Not overwritten but removed and written anew, so that the browser drops the file with the old content.
    let in_vault = match in_time(vault::delete(learner)).await {
        Ok(()) => in_time(vault::put(learner, &content)).await,
        gone => gone,
    };
    match (in_files, in_vault) {
        (Err(Fault::Unavailable), Err(Fault::Unavailable)) => {
            in_time(database.put(DEVICE, &row(learner), &content)).await?;
        }
        (files, vault) => {
            absent(files)?;
            absent(vault)?;
            // Where the files could not be reached once, the database may still have it.
            absent(in_time(database.delete(DEVICE, &row(learner))).await)?;
        }
    }
    Key::of(held, raw).await
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

/// What counts in the two files, and whether one of them is not that.
async fn in_files(link: &Link, learner: LearnerId) -> Result<(Option<Held>, bool), Fault> {
    let name = learner.to_string();
    let files = link.files(FOLDER).await?;
    let own = files.iter().filter(|(file, _)| file.starts_with(&name));
    let copies: Vec<Held> = own.filter_map(|(_, content)| Held::read(content)).collect();
    let best = copies.iter().max_by_key(|held| held.rank()).cloned();
    let stale = copies.iter().any(|held| Some(held) != best.as_ref());
    Ok((best, stale))
}

/// Writes the key to every place there is; one of them must take it.
async fn keep(link: &Link, database: &Database, learner: LearnerId, held: &Held) -> Result<(), Fault> {
    let content = held.write();
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
