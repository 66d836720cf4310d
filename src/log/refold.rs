//! Folding a whole history in small steps, so that a page stays quick meanwhile; and whether the snapshot that was shown
//! first is what its facts give.

use super::{record::Record, snapshot::Snapshot, union::History};
use crate::learner::Learner;
use std::rc::Rc;

pub struct Refold {
    learner: Learner,
    history: History,
    records: Vec<Rc<Record>>,
    done: usize,
    shown: Option<Snapshot>,
    /// How many facts that was folded from.
    end: usize,
    fits: bool,
}

impl Refold {
    /// `learner` knows nothing yet; `shown` is the snapshot that the page was opened from.
    pub fn new(learner: Learner, history: History, shown: Option<Snapshot>) -> Self {
        let records = history.ordered();
        let end = shown.as_ref().map_or(0, Snapshot::count);
        let mut refold = Self { learner, history, records, done: 0, fits: shown.is_none(), shown, end };
        refold.compare();
        refold
    }

    /// Folds so many more facts; false when all are folded.
    pub fn step(&mut self, facts: usize) -> bool {
        let end = self.records.len().min(self.done + facts);
        while self.done < end {
            self.learner.apply(&self.records[self.done].fact());
            self.done += 1;
            self.compare();
        }
        self.done < self.records.len()
    }

    /// Where the snapshot ends: it was folded from just these records, and they give these very bytes.
    fn compare(&mut self) {
        if self.done == self.end
            && let Some(shown) = self.shown.take()
        {
            self.fits = shown.is_of(&self.records[..self.done]) && self.learner.to_bytes() == shown.body;
        }
    }

    /// How many facts there are.
    pub fn count(&self) -> usize {
        self.records.len()
    }

    /// Whether what was shown first was right. Known when all is folded.
    pub fn fits(&self) -> bool {
        self.fits
    }

    /// A snapshot of all that was folded, where one can be made.
    pub fn snapshot(&self) -> Option<Snapshot> {
        Snapshot::of(&self.history, self.learner.to_bytes())
    }
}
