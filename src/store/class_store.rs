//! Where a teacher's device keeps a class: one row beside the learners' own, and no part of any learner's record.

use super::idb::{DEVICE, Database};
use super::timer::in_time;

const ROW: &str = "class";

/// The class as it was kept; none where nothing was, or nothing can be read.
pub async fn load() -> Option<String> {
    let database = Database::open(|_| {}).await;
    String::from_utf8(in_time(database.get(DEVICE, ROW)).await.ok()??).ok()
}

/// Whether it was kept.
pub async fn keep(text: &str) -> bool {
    let database = Database::open(|_| {}).await;
    in_time(database.put(DEVICE, ROW, text.as_bytes())).await.is_ok()
}

pub async fn forget() {
    let database = Database::open(|_| {}).await;
    // What cannot be opened holds nothing.
    let _ = in_time(database.delete(DEVICE, ROW)).await;
}
