//! Opening a record from a snapshot of its fold: the same session as from all of its facts, without folding them.

use super::{Cmd, Session, session};
use crate::learner::{Fact, Learner};
use crate::num::{Hybrid, Moment};

/// The fold over the first facts of a record.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// As [`Learner::to_bytes`] wrote it.
    pub body: &'a [u8],
    /// When the first and the last of these facts were made.
    pub first: Hybrid,
    pub last: Hybrid,
}

impl Session {
    /// Opens a record from what was kept and the facts since. `None` when it was kept by another model or for another
    /// map; then nothing has happened, and the whole record is needed.
    pub fn resumed(
        &mut self,
        kept: Kept,
        tail: &[Fact],
        frozen: Option<&str>,
        now: Moment,
    ) -> Option<Vec<Cmd>> {
        self.learner = Learner::of_bytes(self.learner.map().clone(), kept.body)?;
        tail.iter().for_each(|fact| self.learner.apply(fact));
        self.last = tail.iter().map(|fact| fact.at).fold(kept.last, Hybrid::max);
        self.salt = session::salt(kept.first);
        self.begin_sitting(frozen, now);
        Some(self.enter())
    }
}
