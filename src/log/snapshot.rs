//! A snapshot: what the fold over the first so many records of a history gave, kept beside the log so that a page can show
//! it before the whole log has been read. It is derived data and may be lost, stale or wrong: it is shown first, the
//! records are read and folded all the same ([`Refold`](super::Refold)), and what they say counts.

use super::{
    chain,
    chunk::ChunkKey,
    id::{LearnerId, Link, WriterId},
    record::{Record, RecordId},
    union::History,
};
use crate::num::{Hybrid, crc32};
use std::{collections::BTreeMap, rc::Rc};

const MAGIC: &[u8; 4] = b"TRS1";
/// Writer, number of its last record, link of that record.
const HEAD: usize = 12 + 4 + 16;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The last record of each writer. Chains are hashed, so the heads name every record before them.
    heads: BTreeMap<WriterId, (u32, Link)>,
    /// When the first and the last record were made.
    pub first: Hybrid,
    pub last: Hybrid,
    /// The fold, as it wrote itself.
    pub body: Vec<u8>,
}

/// What can be shown before the log has been read.
#[derive(Clone, Debug)]
pub struct Glance {
    pub snapshot: Snapshot,
    /// The records after those, in order.
    pub tail: Vec<Rc<Record>>,
}

impl Glance {
    /// How many records are known of.
    pub fn count(&self) -> usize {
        self.snapshot.count() + self.tail.len()
    }

    pub fn holds(&self, id: RecordId) -> bool {
        self.snapshot.covers(id) || self.tail.iter().any(|record| record.id == id)
    }
}

impl Snapshot {
    /// Of a whole history. `None` where there is nothing, or anything amiss: a gap that is filled later, a fork that is
    /// decided otherwise or a record of a newer release would change what was folded.
    pub fn of(history: &History, body: Vec<u8>) -> Option<Self> {
        if chain::examine(history).report != chain::Report::default() {
            return None;
        }
        let times = || history.records().map(|record| record.at);
        let (first, last) = (times().min()?, times().max()?);
        Some(Self { heads: heads(history.records()), first, last, body })
    }

    /// How many records it was folded from.
    pub fn count(&self) -> usize {
        self.heads.values().map(|(n, _)| *n as usize + 1).sum()
    }

    pub fn covers(&self, id: RecordId) -> bool {
        self.heads.get(&id.writer).is_some_and(|(n, _)| id.n <= *n)
    }

    /// Whether every record of the chunk is covered, so that it need not be opened.
    pub fn covers_all(&self, key: ChunkKey) -> bool {
        self.covers(RecordId { writer: key.writer, n: key.end() - 1 })
    }

    /// Whether these, in order, are the records it was folded from.
    pub fn is_of(&self, records: &[Rc<Record>]) -> bool {
        records.len() == self.count() && heads(records.iter()) == self.heads
    }

    /// The records it does not cover, in order, if each follows on what it covers: no earlier in time, and linked to the
    /// chains as they end there. Otherwise `None`: everything has to be folded anew.
    pub fn tail(&self, records: impl IntoIterator<Item = Record>) -> Option<Vec<Rc<Record>>> {
        let new = records.into_iter().filter(|record| !self.covers(record.id));
        let history: History = new.collect();
        let mut heads = self.heads.clone();
        for record in history.records() {
            let (due, prev) =
                heads.get(&record.id.writer).map_or((0, Link::default()), |(n, link)| (n + 1, *link));
            if record.is_newer() || record.at <= self.last || (record.id.n, record.prev) != (due, prev) {
                return None;
            }
            heads.insert(record.id.writer, (record.id.n, record.link));
        }
        let mut tail: Vec<Rc<Record>> = history.records().cloned().collect();
        tail.sort_unstable_by_key(|record| (record.at, record.id));
        Some(tail)
    }

    pub fn write(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity(64 + HEAD * self.heads.len() + self.body.len());
        for at in [self.first, self.last] {
            text.extend_from_slice(&at.ms.to_le_bytes());
            text.extend_from_slice(&at.seq.to_le_bytes());
        }
        let count = u32::try_from(self.heads.len()).unwrap_or(u32::MAX);
        text.extend_from_slice(&count.to_le_bytes());
        for (writer, (n, link)) in &self.heads {
            text.extend_from_slice(&writer.0);
            text.extend_from_slice(&n.to_le_bytes());
            text.extend_from_slice(&link.0);
        }
        text.extend_from_slice(&self.body);
        [MAGIC, &crc32::hash(&text).to_le_bytes()[..], &text].concat()
    }

    /// `None` for anything but a whole snapshot of this form.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (crc, text) = bytes.strip_prefix(MAGIC)?.split_first_chunk()?;
        if crc32::hash(text) != u32::from_le_bytes(*crc) {
            return None;
        }
        let (first, text) = time(text)?;
        let (last, text) = time(text)?;
        let (count, text) = text.split_first_chunk()?;
        let length = HEAD.checked_mul(usize::try_from(u32::from_le_bytes(*count)).ok()?)?;
        let (rows, body) = text.split_at_checked(length)?;
        let heads: Option<BTreeMap<WriterId, (u32, Link)>> = rows.chunks_exact(HEAD).map(head).collect();
        let heads = heads.filter(|heads| heads.values().all(|(n, _)| *n < u32::MAX))?;
        Some(Self { heads, first, last, body: body.into() })
    }

    /// What it is sealed under.
    pub fn label(learner: LearnerId) -> String {
        format!("{learner}/snapshot")
    }
}

fn heads<'a>(records: impl Iterator<Item = &'a Rc<Record>>) -> BTreeMap<WriterId, (u32, Link)> {
    let mut heads: BTreeMap<WriterId, (u32, Link)> = BTreeMap::new();
    for record in records {
        let head = heads.entry(record.id.writer).or_insert((record.id.n, record.link));
        if record.id.n >= head.0 {
            *head = (record.id.n, record.link);
        }
    }
    heads
}

fn head(row: &[u8]) -> Option<(WriterId, (u32, Link))> {
    let (writer, rest) = row.split_first_chunk()?;
    let (n, link) = rest.split_first_chunk()?;
    Some((WriterId(*writer), (u32::from_le_bytes(*n), Link(link.try_into().ok()?))))
}

fn time(bytes: &[u8]) -> Option<(Hybrid, &[u8])> {
    let (ms, rest) = bytes.split_first_chunk()?;
    let (seq, rest) = rest.split_first_chunk()?;
    Some((Hybrid { ms: i64::from_le_bytes(*ms), seq: u32::from_le_bytes(*seq) }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        learner::{Event, Fact},
        log::writer::Writer,
        num::Moment,
    };

    fn fact(ms: i64) -> Fact {
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, 0), event: Event::GoalCleared }
    }

    fn written(writer: &mut Writer, times: &[i64]) -> Vec<Record> {
        times.iter().map(|ms| writer.append(fact(*ms))).collect()
    }

    fn sample() -> (Writer, Snapshot) {
        let mut writer = Writer::new(WriterId([1; 12]));
        let history: History = written(&mut writer, &[1, 2, 3]).into_iter().collect();
        let snapshot = Snapshot::of(&history, b"folded".to_vec()).expect("nothing is amiss");
        (writer, snapshot)
    }

    #[test]
    fn it_comes_back_as_it_was_written_and_damaged_not_at_all() {
        let (_, snapshot) = sample();
        let bytes = snapshot.write();
        assert_eq!(Snapshot::read(&bytes), Some(snapshot));
        for at in 0..bytes.len() {
            assert_eq!(Snapshot::read(&bytes[..at]), None, "cut at {at}");
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Snapshot::read(&damaged), None, "byte {at}");
        }
    }

    #[test]
    fn what_follows_is_its_tail_and_what_comes_between_is_not() {
        let (mut writer, snapshot) = sample();
        let ids = |records: Option<Vec<Rc<Record>>>| {
            records.map(|tail| tail.iter().map(|record| record.at.ms).collect::<Vec<_>>())
        };
        let next = written(&mut writer, &[4, 6]);
        let mut other = Writer::new(WriterId([2; 12]));
        let beside = written(&mut other, &[5]);
        let both = beside.iter().chain(&next).cloned();
        assert_eq!(ids(snapshot.tail(both)), Some(vec![4, 5, 6]));
        assert_eq!(ids(snapshot.tail(next[1..].iter().cloned())), None, "a gap");
        let mut early = Writer::new(WriterId([3; 12]));
        assert_eq!(ids(snapshot.tail(written(&mut early, &[2]))), None, "a fact from before");
        let mut forger = Writer::new(WriterId([1; 12]));
        written(&mut forger, &[1, 2, 9]);
        assert_eq!(ids(snapshot.tail(written(&mut forger, &[10]))), None, "another chain");
    }

    #[test]
    fn a_history_with_a_gap_has_none() {
        let mut writer = Writer::new(WriterId([1; 12]));
        let history: History = written(&mut writer, &[1, 2, 3]).into_iter().skip(1).collect();
        assert_eq!(Snapshot::of(&history, Vec::new()), None);
        assert_eq!(Snapshot::of(&History::default(), Vec::new()), None);
    }
}
