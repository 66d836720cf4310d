//! The history of one learner: a set of records that only grows. Union in any order gives the same history.

use super::{
    chain,
    id::{Link, WriterId},
    record::{Record, RecordId},
};
use crate::{learner::Fact, num::Hybrid};
use std::{collections::BTreeMap, ops::RangeInclusive, rc::Rc};

/// Two records with the same writer and number are damage or forgery (a writer is drawn for each opening). Both
/// are kept, so that no union depends on its order; [`chain::examine`] chooses the one that counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    records: BTreeMap<(RecordId, Link), Rc<Record>>,
    sum: u128,
}

impl History {
    /// Adds a record; false when it was there already.
    pub fn insert(&mut self, record: impl Into<Rc<Record>>) -> bool {
        let record: Rc<Record> = record.into();
        let (key, link) = ((record.id, record.link), record.link);
        let new = self.records.insert(key, record).is_none();
        if new {
            self.sum = self.sum.wrapping_add(u128::from_le_bytes(link.0));
        }
        new
    }

    /// Takes in everything the other history holds.
    pub fn union(&mut self, other: &Self) {
        self.extend(other.records().cloned());
    }

    /// Every record, forks included, by writer and number.
    pub fn records(&self) -> impl Iterator<Item = &Rc<Record>> {
        self.records.values()
    }

    /// Every record of a writer with a number in the range.
    pub fn range(&self, writer: WriterId, n: RangeInclusive<u32>) -> impl Iterator<Item = &Rc<Record>> {
        let first = (RecordId { writer, n: *n.start() }, Link::default());
        let last = (RecordId { writer, n: *n.end() }, Link([0xff; 16]));
        self.records.range(first..=last).map(|(_, record)| record)
    }

    pub fn holds(&self, id: RecordId) -> bool {
        self.range(id.writer, id.n..=id.n).next().is_some()
    }

    pub fn contains(&self, record: &Record) -> bool {
        self.records.contains_key(&(record.id, record.link))
    }

    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The records that count, in the one order all devices agree on: hybrid time, then writer, then number.
    pub fn ordered(&self) -> Vec<Rc<Record>> {
        let mut chosen = chain::examine(self).chosen;
        chosen.sort_unstable_by_key(|record| (record.at, record.id));
        chosen
    }

    /// What the learner is folded from.
    pub fn facts(&self) -> Vec<Fact> {
        self.ordered().iter().map(|record| record.fact()).collect()
    }

    /// The latest time in the history: the next fact's time is ticked from here.
    pub fn last(&self) -> Hybrid {
        self.records().map(|record| record.at).max().unwrap_or_default()
    }

    /// Names the content, whatever the order it came in: the sum of all links, and how many they are.
    pub fn digest(&self) -> String {
        format!("{:032x}{:08x}", self.sum, self.records.len())
    }
}

impl<R: Into<Rc<Record>>> Extend<R> for History {
    fn extend<I: IntoIterator<Item = R>>(&mut self, records: I) {
        for record in records {
            self.insert(record);
        }
    }
}

impl<R: Into<Rc<Record>>> FromIterator<R> for History {
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        let mut history = Self::default();
        history.extend(records);
        history
    }
}
