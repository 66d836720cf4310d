//! Stories of one learner's log: two tabs, a wiped copy, a lost key, a newer release, twelve years.

use futures_util::FutureExt;
use trellis::{
    learner::{Event, Fact, Mode},
    log::{
        Chunk, ChunkKey, Fault, Findings, History, Keeper, LearnerId, Opened, Record, SaveStatus, Seal,
        Timer, Writer, WriterId,
        chunk::read_frames,
        faulty::{FaultyStore, Mishap},
        record::with_checksum,
        store::{MemoryStore, PlainSeal, Store},
    },
    num::{Hybrid, Moment},
};

const LEARNER: LearnerId = LearnerId([1; 12]);

struct AtOnce;

impl Timer for AtOnce {
    async fn after(&self, _ms: u32) {}
}

/// A cipher whose key is a number: enough to tell the right key from a wrong one.
#[derive(Clone, Copy)]
struct ToySeal(u8);

impl Seal for ToySeal {
    async fn seal(&self, label: &str, text: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok([&[self.0], label.as_bytes(), b"\n", text].concat())
    }

    async fn open(&self, label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let head = [&[self.0], label.as_bytes(), b"\n"].concat();
        sealed.strip_prefix(&head[..]).map(<[u8]>::to_vec).ok_or(Fault::KeyLost)
    }
}

type TestKeeper = Keeper<MemoryStore, MemoryStore, ToySeal, AtOnce>;

fn now<R>(future: impl Future<Output = R>) -> R {
    future.now_or_never().expect("nothing in a rehearsal waits")
}

fn fact(ms: i64) -> Fact {
    let event = Event::Began { mode: Mode::Practise };
    Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, 0), event }
}

fn writer(n: u8) -> Writer {
    Writer::new(WriterId([n; 12]))
}

#[derive(Clone, Default)]
struct Device {
    database: MemoryStore,
    journal: MemoryStore,
}

impl Device {
    fn open(&self) -> (TestKeeper, Opened) {
        self.open_with(7)
    }

    fn open_with(&self, key: u8) -> (TestKeeper, Opened) {
        let (a, b) = (self.database.clone(), self.journal.clone());
        now(Keeper::open(LEARNER, a, b, ToySeal(key), AtOnce))
    }

    fn answer(&self, tab: u8, times: std::ops::Range<i64>) -> History {
        let (mut keeper, _) = self.open();
        let mut writer = writer(tab);
        for ms in times {
            assert_eq!(now(keeper.append(vec![writer.append(fact(ms))])), SaveStatus::Saved);
        }
        keeper.history().clone()
    }
}

#[test]
fn a_wiped_copy_is_healed_from_the_other() {
    let device = Device::default();
    let written = device.answer(1, 0..40);
    for wiped in [&device.database, &device.journal] {
        wiped.wipe();
        let (_, opened) = device.open();
        assert_eq!(opened.found, Findings { healed: 40, ..Findings::default() });
        assert_eq!(opened.history, written);
        assert_eq!(wiped.len(), 1, "healed in one block");
        assert_eq!(device.open().1.found, Findings::default());
    }
}

#[test]
fn each_copy_can_have_what_the_other_lost() {
    let device = Device::default();
    let written = device.answer(1, 0..10);
    let key = |n| ChunkKey { learner: LEARNER, writer: WriterId([1; 12]), first: n, count: 1 };
    device.database.lay(key(3), b"torn".to_vec());
    device.journal.lay(key(8), Vec::new());
    let (_, opened) = device.open();
    assert_eq!(opened.history, written);
    assert_eq!((opened.found.healed, opened.found.damaged, opened.found.chains.missing()), (2, 1, 0));
}

#[test]
fn what_both_copies_lost_is_counted_and_the_rest_is_kept() {
    let device = Device::default();
    device.answer(1, 0..10);
    for disk in [&device.database, &device.journal] {
        let key = ChunkKey { learner: LEARNER, writer: WriterId([1; 12]), first: 4, count: 1 };
        disk.lay(key, b"TRL1 and then nothing".to_vec());
    }
    let (_, opened) = device.open();
    assert_eq!(opened.history.len(), 9);
    assert_eq!((opened.found.chains.missing(), opened.found.damaged), (1, 2));
}

#[test]
fn two_tabs_write_one_log() {
    let device = Device::default();
    let ((mut one, _), (mut two, _)) = (device.open(), device.open());
    let (mut first, mut second) = (writer(1), writer(2));
    for ms in 0..500 {
        let record = first.append(fact(2 * ms));
        now(one.append(vec![record.clone()]));
        assert_eq!(two.learn(vec![record]).len(), 1);
        now(two.append(vec![second.append(fact(2 * ms + 1))]));
    }
    let (_, opened) = device.open();
    assert_eq!(opened.history.len(), 1_000);
    assert_eq!(opened.history, *two.history());
    assert_eq!(opened.found, Findings::default());
    let times: Vec<i64> = opened.history.facts().iter().map(|fact| fact.at.ms).collect();
    assert!(times.is_sorted() && times.len() == 1_000);
}

#[test]
fn many_single_answers_become_few_blocks() {
    let device = Device::default();
    for session in 0..10 {
        device.answer(session, i64::from(session) * 100..i64::from(session) * 100 + 60);
    }
    let (mut keeper, before) = device.open();
    assert_eq!(device.database.len(), 600);
    now(keeper.tidy());
    assert_eq!((device.database.len(), device.journal.len()), (10, 10));
    let (_, after) = device.open();
    assert_eq!(after.history, before.history);
    assert_eq!(after.found, Findings::default());
}

#[test]
fn tidying_that_dies_half_way_loses_nothing() {
    for mishap in [Mishap::Refuses(Fault::Quota), Mishap::WritesThenHangs, Mishap::Hangs] {
        let device = Device::default();
        let written = device.answer(1, 0..300);
        // The reading is operation 0, tidying operation 1.
        let a = FaultyStore::new(device.database.clone(), mishap.clone(), 1, true);
        let b = FaultyStore::new(device.journal.clone(), mishap, 1, true);
        let (mut keeper, _) = now(Keeper::open(LEARNER, a, b, ToySeal(7), AtOnce));
        now(keeper.tidy());
        assert_eq!(device.open().1.history, written);
    }
}

#[test]
fn a_tab_that_tidies_does_not_drop_what_another_tab_merged_further() {
    let device = Device::default();
    device.answer(1, 0..257);
    let (mut early, _) = device.open();
    device.answer(2, 1_000..1_300);
    let (mut late, _) = device.open();
    now(late.tidy());
    now(early.tidy());
    assert_eq!(device.open().1.history.len(), 557);
    for disk in [&device.database, &device.journal] {
        let found = now(disk.all(LEARNER)).expect("memory");
        let held: usize = found.chunks.iter().map(|chunk| chunk.key.count as usize).sum();
        assert!(held >= 557);
    }
}

#[test]
fn with_a_lost_key_nothing_is_written_over() {
    let device = Device::default();
    let written = device.answer(1, 0..5);
    let (mut keeper, opened) = device.open_with(8);
    assert_eq!(opened.found.read_only, Some(Fault::KeyLost));
    let status = now(keeper.append(vec![writer(2).append(fact(9))]));
    assert_eq!(status, SaveStatus::NotSaved { pending: 1, why: Fault::KeyLost });
    assert_eq!(device.open().1.history, written, "the right key still opens everything");
}

#[test]
fn the_records_of_a_newer_release_make_the_log_read_only() {
    let device = Device::default();
    device.answer(1, 0..2);
    let newer = r#"{"v":2,"w":"050505050505050505050505","n":0,"h":[9,0],"p":"00000000000000000000000000000000","q":1}"#;
    let key = ChunkKey { learner: LEARNER, writer: WriterId([5; 12]), first: 0, count: 1 };
    let text = with_checksum(newer);
    let sealed = now(ToySeal(7).seal(&key.to_string(), text.as_bytes())).expect("sealed");
    device.database.lay(key, Chunk { key, sealed }.frame());
    let (mut keeper, opened) = device.open();
    assert_eq!((opened.found.chains.newer, opened.found.read_only), (1, Some(Fault::Newer)));
    assert_eq!(opened.history.len(), 3);
    let status = now(keeper.append(vec![writer(2).append(fact(9))]));
    assert_eq!(status, SaveStatus::NotSaved { pending: 1, why: Fault::Newer });
    assert_eq!(device.database.len(), 3);
}

#[test]
fn a_copy_that_could_not_be_read_at_first_is_read_and_healed_later() {
    let device = Device::default();
    device.answer(1, 0..8);
    device.journal.wipe();
    let slow = FaultyStore::new(device.database.clone(), Mishap::Hangs, 0, false);
    let (mut keeper, opened) = now(Keeper::open(LEARNER, slow, device.journal.clone(), ToySeal(7), AtOnce));
    assert_eq!(opened.found.copies, [Some(Fault::Timeout), None]);
    assert!(opened.history.is_empty());
    assert_eq!(keeper.status(), SaveStatus::OneCopy { why: Fault::Timeout });
    assert_eq!(now(keeper.retry()), SaveStatus::Saved);
    assert_eq!(keeper.history().len(), 8);
    assert_eq!(device.journal.len(), 1, "and the other copy is healed");
}

#[test]
fn a_dead_connection_is_reopened_three_times_and_no_more() {
    let faulty = FaultyStore::new(MemoryStore::default(), Mishap::Refuses(Fault::Closed), 1, true);
    let (mut keeper, _) =
        now(Keeper::open(LEARNER, faulty.clone(), MemoryStore::default(), PlainSeal, AtOnce));
    let mut writer = writer(1);
    for ms in 0..20 {
        let status = now(keeper.append(vec![writer.append(fact(ms))]));
        assert_eq!(status, SaveStatus::OneCopy { why: Fault::Closed });
    }
    assert_eq!(faulty.done(), 1 + 1 + 3, "the reading, the first writing, three reopenings");
}

#[test]
fn an_import_is_stored_in_blocks_and_twice_is_once() {
    let device = Device::default();
    device.answer(1, 0..3);
    let mut other = writer(9);
    let file: Vec<Record> = (0..600).map(|ms| other.append(fact(ms))).collect();
    let (mut keeper, _) = device.open();
    assert_eq!(now(keeper.absorb(file.clone())), 600);
    assert_eq!(now(keeper.absorb(file)), 0);
    assert_eq!(keeper.status(), SaveStatus::Saved);
    assert_eq!((device.database.len(), device.journal.len()), (3 + 3, 3 + 3));
    assert_eq!(device.open().1.history.len(), 603);
}

#[test]
fn both_sides_of_a_fork_survive_on_disk() {
    let device = Device::default();
    device.answer(1, 0..3);
    let mut forger = writer(1);
    let forged: Vec<Record> = (50..53).map(|ms| forger.append(fact(ms))).collect();
    let (mut keeper, _) = device.open();
    assert_eq!(now(keeper.absorb(forged)), 3);
    let (_, opened) = device.open();
    assert_eq!((opened.history.len(), opened.history.ordered().len()), (6, 3));
    assert_eq!(opened.found.chains.forks.len(), 3);
    assert_eq!(opened.found.chains.broken, [], "one branch is followed");
}

#[test]
fn frames_of_a_chunk_read_back() {
    let device = Device::default();
    device.answer(1, 0..1);
    let found = now(device.database.all(LEARNER)).expect("memory");
    assert_eq!(read_frames(&found.chunks[0].frame()).chunks, found.chunks);
}
