//! A lesson of thirty answers on disks that fail: at every operation, in every way, once or for good.
//! Whatever happens, what was called saved is there when the log is opened again, and what is not there was
//! never called saved.

#[path = "common/at_once.rs"]
mod at_once;
#[path = "common/trials.rs"]
mod trials;

use at_once::{AtOnce, now};
use std::cell::Cell;
use trellis::{
    learner::{Event, Fact, Mode},
    log::{
        Fault, History, Keeper, LearnerId, Record, SaveStatus, Seal, Writer, WriterId,
        faulty::{FaultyStore, Mishap},
        store::{MemoryStore, PlainSeal, Store},
    },
    num::{Hybrid, Moment},
};

const ANSWERS: i64 = 30;
const LEARNER: LearnerId = LearnerId([1; 12]);

fn mishaps() -> Vec<Mishap> {
    let inactive = Fault::Other("TransactionInactiveError".into());
    let faults = [Fault::Quota, Fault::Closed, Fault::Unavailable, inactive];
    let told = faults.iter().cloned().map(Mishap::Refuses);
    let lied = faults.iter().cloned().map(Mishap::WritesThenFails);
    told.chain(lied).chain([Mishap::Hangs, Mishap::WritesThenHangs, Mishap::Tears]).collect()
}

fn facts() -> impl Iterator<Item = Fact> {
    (0..ANSWERS).map(|i| Fact {
        at: Hybrid { ms: 1_000 * i, seq: 0 },
        clock: Moment::new(1_000 * i, 0),
        event: Event::Began { mode: Mode::Practise },
    })
}

struct Lesson {
    /// How many records were in the history when the page last said "saved", in full or in one copy.
    called_saved: usize,
    written: History,
    status: SaveStatus,
}

/// Thirty answers, then one tick of the shell.
fn lesson(a: impl Store, b: impl Store) -> Lesson {
    let (mut keeper, opened) = now(Keeper::open(LEARNER, a, b, PlainSeal, AtOnce));
    assert!(opened.history.is_empty());
    let mut writer = Writer::new(WriterId([2; 12]));
    let called_saved = Cell::new(0);
    let note = |status: SaveStatus, written: usize| {
        if let SaveStatus::NotSaved { pending, .. } = status {
            assert!(pending > 0, "what is not saved is counted");
        } else {
            called_saved.set(written);
        }
    };
    for fact in facts() {
        let status = now(keeper.append(vec![writer.append(fact)]));
        note(status, keeper.history().len());
    }
    let status = now(keeper.retry());
    note(status.clone(), keeper.history().len());
    Lesson { called_saved: called_saved.get(), written: keeper.history().clone(), status }
}

fn reopen(a: &MemoryStore, b: &MemoryStore) -> History {
    let (_, opened) = now(Keeper::open(LEARNER, a.clone(), b.clone(), PlainSeal, AtOnce));
    assert_eq!(opened.found.chains.forks, []);
    let (_, again) = now(Keeper::open(LEARNER, a.clone(), b.clone(), PlainSeal, AtOnce));
    assert_eq!(again.found.healed, 0, "one opening heals everything");
    opened.history
}

fn first(n: usize, written: &History) -> Vec<Record> {
    written.records().take(n).map(|record| Record::clone(record)).collect()
}

fn check(lesson: &Lesson, a: &MemoryStore, b: &MemoryStore, story: &str) {
    let found = reopen(a, b);
    for record in first(lesson.called_saved, &lesson.written) {
        assert!(found.contains(&record), "lost {} after {story}", record.id.n);
    }
    assert!(found.records().all(|record| lesson.written.contains(record)), "invented after {story}");
}

/// Operations of an undisturbed lesson on one copy: one reading and thirty writings; the rest is for reopening.
const OPERATIONS: usize = 40;

#[test]
fn one_failing_copy_never_loses_an_answer_nor_hides_that_it_fails() {
    let mut tried = 0;
    for mishap in mishaps() {
        for at in 0..OPERATIONS {
            for lasting in [false, true] {
                for swap in [false, true] {
                    let story = format!("{mishap:?} at {at}, lasting {lasting}, swapped {swap}");
                    let (good, bad) = (MemoryStore::default(), MemoryStore::default());
                    let faulty = FaultyStore::new(bad.clone(), mishap.clone(), at, lasting);
                    let done = match swap {
                        false => lesson(good.clone(), faulty.clone()),
                        true => lesson(faulty.clone(), good.clone()),
                    };
                    assert_eq!(done.called_saved, 30, "the good copy has all: {story}");
                    let still_bad =
                        lasting && faulty.done() > at && mishap != Mishap::Refuses(Fault::Unavailable);
                    let hidden = done.status == SaveStatus::Saved && still_bad && !is_absence(&mishap);
                    assert!(!hidden, "called saved while a copy fails: {story}");
                    check(&done, &good, &bad, &story);
                    check(&done, &good, &MemoryStore::default(), &format!("{story}, then wiped"));
                    tried += 1;
                }
            }
        }
    }
    trials::figure("one copy fails at every operation of a lesson", tried, 0);
}

fn is_absence(mishap: &Mishap) -> bool {
    matches!(mishap, Mishap::Refuses(Fault::Unavailable) | Mishap::WritesThenFails(Fault::Unavailable))
}

#[test]
fn two_failing_copies_never_lose_what_was_called_saved() {
    let pairs = mishaps().into_iter().flat_map(|a| mishaps().into_iter().map(move |b| (a.clone(), b)));
    let mut tried = 0;
    for (turn, (first, second)) in pairs.enumerate() {
        // Every operation is reached by every fourth pair; in the long runs by each.
        let step = if trials::at_length() { 1 } else { 4 };
        for at in (turn % step..OPERATIONS).step_by(step) {
            let (offset, lasting) = [(0, true), (1, true), (0, false), (5, true)][(turn + at / step) % 4];
            let story = format!("{first:?} and {second:?} at {at} + {offset}, lasting {lasting}");
            let (disk_a, disk_b) = (MemoryStore::default(), MemoryStore::default());
            let a = FaultyStore::new(disk_a.clone(), first.clone(), at, lasting);
            let b = FaultyStore::new(disk_b.clone(), second.clone(), at + offset, lasting);
            let done = lesson(a, b);
            check(&done, &disk_a, &disk_b, &story);
            tried += 1;
        }
    }
    trials::figure("both copies fail at every operation of a lesson", tried, 0);
}

#[test]
fn a_passing_fault_is_made_good_by_the_end_of_the_lesson() {
    for mishap in mishaps() {
        for at in 0..30 {
            let disk = MemoryStore::default();
            let faulty = FaultyStore::new(disk.clone(), mishap.clone(), at, false);
            let done = lesson(faulty, MemoryStore::default());
            assert_eq!(done.status, SaveStatus::Saved, "{mishap:?} at {at}");
            let alone = reopen(&disk, &MemoryStore::default());
            assert_eq!(alone.len(), 30, "both copies are whole again: {mishap:?} at {at}");
        }
    }
}

#[test]
fn without_any_storage_the_page_says_so_and_keeps_everything_in_memory() {
    let none = || FaultyStore::new(MemoryStore::default(), Mishap::Refuses(Fault::Unavailable), 0, true);
    let done = lesson(none(), none());
    assert_eq!(done.status, SaveStatus::NotSaved { pending: 30, why: Fault::Unavailable });
    assert_eq!(done.written.facts().len(), 30);
}

/// A cipher that gives out: nothing is called saved that could not be sealed, and nothing is written plainly instead.
struct Giving {
    at: usize,
    lasting: bool,
    sealed: Cell<usize>,
}

impl Seal for &Giving {
    async fn seal(&self, label: &str, text: &[u8]) -> Result<Vec<u8>, Fault> {
        let turn = self.sealed.replace(self.sealed.get() + 1);
        let fails = turn == self.at || self.lasting && turn > self.at;
        if fails { Err(Fault::Other("no cipher".into())) } else { PlainSeal.seal(label, text).await }
    }

    async fn open(&self, label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        PlainSeal.open(label, sealed).await
    }
}

#[test]
fn a_cipher_that_fails_at_any_answer_loses_none_of_what_was_called_saved() {
    let mut tried = 0;
    for at in 0..30 {
        for lasting in [false, true] {
            let seal = Giving { at, lasting, sealed: Cell::default() };
            let (a, b) = (MemoryStore::default(), MemoryStore::default());
            let (mut keeper, _) = now(Keeper::open(LEARNER, a.clone(), b.clone(), &seal, AtOnce));
            let mut writer = Writer::new(WriterId([2; 12]));
            let mut saved = 0;
            for fact in facts() {
                if now(keeper.append(vec![writer.append(fact)])) == SaveStatus::Saved {
                    saved = keeper.history().len();
                }
            }
            let status = now(keeper.retry());
            assert_eq!(status == SaveStatus::Saved, !lasting, "at {at}");
            let found = reopen(&a, &b);
            let saved = if lasting { saved } else { 30 };
            assert!(first(saved, keeper.history()).iter().all(|record| found.contains(record)), "at {at}");
            assert_eq!(found.len(), if lasting { at } else { 30 }, "nothing went round the cipher");
            tried += 1;
        }
    }
    trials::figure("a cipher fails at every answer of a lesson", tried, 0);
}

/// Merging many small chunks into few, on a disk that fails while that is done.
#[test]
fn merging_on_a_disk_that_fails_loses_nothing() {
    let mut tried = 0;
    for mishap in mishaps() {
        for at in 0..4 {
            let (bad, good) = (MemoryStore::default(), MemoryStore::default());
            let (mut keeper, _) = now(Keeper::open(LEARNER, bad.clone(), good.clone(), PlainSeal, AtOnce));
            let mut writer = Writer::new(WriterId([2; 12]));
            for n in 0..400 {
                let at = Hybrid { ms: n, seq: 0 };
                let event = Event::Began { mode: Mode::Practise };
                now(keeper.append(vec![writer.append(Fact { at, clock: Moment::new(n, 0), event })]));
            }
            drop(keeper);
            let faulty = FaultyStore::new(bad.clone(), mishap.clone(), at, false);
            let (mut keeper, opened) = now(Keeper::open(LEARNER, faulty, good.clone(), PlainSeal, AtOnce));
            assert_eq!(opened.history.len(), 400);
            now(keeper.tidy());
            assert_eq!(
                reopen(&bad.copied(), &MemoryStore::default()).len(),
                400,
                "alone: {mishap:?} at {at}"
            );
            assert_eq!(reopen(&bad, &good).len(), 400, "{mishap:?} at {at}");
            tried += 1;
        }
    }
    trials::figure("merging on a disk that fails", tried, 0);
}
