//! What the device knows: which learners it has, which are being erased, and how safe its storage is.

use super::{
    idb::{CHUNKS, DESK, DEVICE, Database},
    journal::{FOLDER, Link},
    js::{get, global, settle},
    keys,
    timer::in_time,
};
use crate::log::{Fault, LearnerId};
use futures_util::future::join3;
use wasm_bindgen::JsCast;
use web_sys::StorageManager;

const LEARNERS: &str = "learner/";
const ERASING: &str = "erasing/";

/// How well this device keeps what it is given, for the settings page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StorageFacts {
    /// The browser promised not to evict this site's data; `None` when it cannot say.
    pub persisted: Option<bool>,
    /// Bytes used and allowed, as the browser estimates them.
    pub used: Option<f64>,
    pub allowed: Option<f64>,
    /// Why the database, and why the journal, cannot be used; `None` when it can.
    pub database: Option<Fault>,
    pub journal: Option<Fault>,
    /// Records are encrypted. Without a secure address they are not.
    pub encrypted: bool,
    /// Keys lie in the database for want of files, so that erasing is only deleting.
    pub keys_in_database: bool,
    /// The address is secure (https, or this machine).
    pub secure: bool,
}

/// The learners of this device. One whose row in the database was lost is found by the key.
pub async fn learners(link: &Link, database: &Database) -> Vec<LearnerId> {
    let (mut found, erasing, holders) = join3(listed(database), erasing(database), keys::holders(link)).await;
    found.extend(holders);
    found.sort_unstable();
    found.dedup();
    found.retain(|id| !erasing.contains(id));
    found
}

/// Those with a row in the database.
pub async fn listed(database: &Database) -> Vec<LearnerId> {
    let rows = in_time(database.keys_under(DEVICE, LEARNERS)).await.unwrap_or_default();
    rows.iter().filter_map(|row| row[LEARNERS.len()..].parse().ok()).collect()
}

pub async fn add(database: &Database, learner: LearnerId) -> Result<(), Fault> {
    database.put(DEVICE, &format!("{LEARNERS}{learner}"), &[]).await
}

/// Erases a learner: the key first, then everything that was sealed with it. An erasure that was interrupted is
/// finished when the device is next opened.
pub async fn erase(link: &Link, database: &Database, learner: LearnerId) -> Result<(), Fault> {
    let mark = format!("{ERASING}{learner}");
    optional(in_time(database.put(DEVICE, &mark, &[])).await)?;
    keys::destroy(link, database, learner).await?;
    let under = format!("{learner}/");
    for store in [CHUNKS, DESK] {
        optional(in_time(database.delete_under(store, &under)).await)?;
    }
    let folder = [("name", learner.to_string().into())];
    optional(in_time(link.ask("remove", &folder)).await.map(drop))?;
    optional(in_time(database.delete(DEVICE, &format!("{LEARNERS}{learner}"))).await)?;
    optional(in_time(database.delete(DEVICE, &mark)).await)
}

pub async fn finish_erasures(link: &Link, database: &Database) {
    for learner in erasing(database).await {
        // What fails now is tried again at the next start.
        let _ = erase(link, database, learner).await;
    }
}

async fn erasing(database: &Database) -> Vec<LearnerId> {
    let rows = in_time(database.keys_under(DEVICE, ERASING)).await.unwrap_or_default();
    rows.iter().filter_map(|row| row[ERASING.len()..].parse().ok()).collect()
}

/// Asks the browser not to evict this site's data. Chrome answers silently, Firefox asks the person.
pub async fn persist() -> Option<bool> {
    let asked = manager()?.persist().ok()?;
    settle(asked).await.ok()?.as_bool()
}

pub async fn facts(link: &Link, database: &Database) -> StorageFacts {
    let (used, allowed) = estimate().await.unwrap_or_default();
    let journal = in_time(link.files(FOLDER)).await.err();
    let encrypted = super::crypto::subtle().is_some();
    StorageFacts {
        persisted: persisted().await,
        used,
        allowed,
        database: database.fault(),
        keys_in_database: encrypted && journal == Some(Fault::Unavailable) && global("caches").is_none(),
        journal,
        encrypted,
        secure: get(&js_sys::global(), "isSecureContext").is_truthy(),
    }
}

async fn persisted() -> Option<bool> {
    let asked = manager()?.persisted().ok()?;
    in_time(settle(asked)).await.ok()?.as_bool()
}

async fn estimate() -> Option<(Option<f64>, Option<f64>)> {
    let estimate = in_time(settle(manager()?.estimate().ok()?)).await.ok()?;
    Some((get(&estimate, "usage").as_f64(), get(&estimate, "quota").as_f64()))
}

/// Missing on insecure addresses.
fn manager() -> Option<StorageManager> {
    get(&global("navigator")?, "storage").dyn_into().ok()
}

/// A storage that the device does not have holds nothing.
fn optional(done: Result<(), Fault>) -> Result<(), Fault> {
    if done == Err(Fault::Unavailable) { Ok(()) } else { done }
}
