//! A progress file on its way to a ticket, some lines at a time, so that the page stays alive beside it. Every line
//! stands for itself: what is damaged is passed over, as everywhere.

use crate::content::Map;
use crate::exchange::Ticket;
use crate::learner::{Fact, Learner};
use crate::log::{History, Record};
use std::rc::Rc;

/// What a file says before it is folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Lines with facts.
    pub facts: usize,
}

/// What stands on the first line of a progress file.
const FIRST: &str = "TRELLIS-PROGRESS ";

/// Whether this text is a progress file, and how much is in it.
pub fn glance(text: &str) -> Option<Glance> {
    text.trim_start_matches('\u{feff}').starts_with(FIRST).then(|| {
        let lines = text.bytes().filter(|byte| *byte == b'\n').count();
        Glance { facts: lines.saturating_sub(2) }
    })
}

/// The work on one file.
pub struct Folding {
    text: String,
    at: usize,
    history: History,
    facts: Vec<Fact>,
    applied: usize,
    learner: Learner,
    read: bool,
}

impl Folding {
    pub fn new(text: String, map: Rc<Map>) -> Self {
        Self {
            text,
            at: 0,
            history: History::default(),
            facts: Vec::new(),
            applied: 0,
            learner: Learner::new(map),
            read: false,
        }
    }

    /// Does a piece of about `lines` lines; true when all is done.
    pub fn step(&mut self, lines: usize) -> bool {
        if !self.read {
            self.read_some(lines);
        } else {
            let end = self.facts.len().min(self.applied + lines);
            self.facts[self.applied..end].iter().for_each(|fact| self.learner.apply(fact));
            self.applied = end;
        }
        self.read && self.applied == self.facts.len()
    }

    fn read_some(&mut self, lines: usize) {
        for _ in 0..lines {
            let Some(rest) = self.text.get(self.at..).filter(|rest| !rest.is_empty()) else {
                self.facts = std::mem::take(&mut self.history).facts();
                self.text.clear();
                self.read = true;
                return;
            };
            let end = rest.find('\n').unwrap_or(rest.len());
            if let Ok(record) = Record::read(rest[..end].trim_end_matches('\r')) {
                self.history.extend([record]);
            }
            self.at = (self.at + end + 1).min(self.text.len());
        }
    }

    /// Parts done of all, for a bar: reading and folding weigh alike.
    pub fn progress(&self) -> (usize, usize) {
        if self.read {
            (self.facts.len() + self.applied, 2 * self.facts.len().max(1))
        } else {
            (self.at, 2 * self.text.len().max(1))
        }
    }

    /// The ticket of that record, as of its own last day; `None` where no line held.
    pub fn ticket(&self) -> Option<Ticket> {
        (!self.facts.is_empty()).then(|| Ticket::of(&self.learner, self.learner.last_day()))
    }
}
