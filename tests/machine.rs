//! One learner's record through everything that can happen to it, in any order: answers, kills, more tabs, imports,
//! clocks that jump, wiped and torn copies, disks that fail, merging, erasing. After every step a fresh opening has all
//! that was called saved, and nothing that was erased.

#[path = "common/at_once.rs"]
mod at_once;
#[path = "common/trials.rs"]
mod trials;

use at_once::{AtOnce, now};
use std::collections::BTreeSet;
use trellis::{
    exchange,
    learner::{Event, Fact, Mode},
    log::{
        Fault, History, Keeper, LearnerId, Record, RecordId, SaveStatus, Store, Writer, WriterId,
        faulty::{FaultyStore, Mishap},
        store::{MemoryStore, PlainSeal},
    },
    num::{Hybrid, Moment, SplitMix64},
};

const LEARNER: LearnerId = LearnerId([1; 12]);

type Hands = Keeper<FaultyStore, FaultyStore, PlainSeal, AtOnce>;

struct Tab {
    keeper: Hands,
    writer: Writer,
}

struct World {
    rng: SplitMix64,
    disks: [MemoryStore; 2],
    tabs: Vec<Tab>,
    /// Files that were exported, as text.
    files: Vec<String>,
    /// What was called saved, on two copies that still hold it.
    promised: BTreeSet<RecordId>,
    clock: i64,
    writers: u8,
    story: Vec<String>,
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            rng: SplitMix64::new(seed),
            disks: [MemoryStore::default(), MemoryStore::default()],
            tabs: Vec::new(),
            files: Vec::new(),
            promised: BTreeSet::new(),
            clock: 1_800_000_000_000,
            writers: 0,
            story: Vec::new(),
        }
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.rng.below(bound.max(1) as u64)).expect("small")
    }

    /// A disk that may fail once, at some operation to come.
    fn disk(&mut self, which: usize) -> FaultyStore {
        let faults = [Fault::Quota, Fault::Closed, Fault::Other("inactive".into())];
        let fault = faults[self.below(3)].clone();
        let mishap = match self.below(6) {
            0 => Mishap::Refuses(fault),
            1 => Mishap::Hangs,
            2 => Mishap::WritesThenFails(fault),
            3 => Mishap::WritesThenHangs,
            4 => Mishap::Tears,
            // Never reached: a sound disk.
            _ => return FaultyStore::new(self.disks[which].clone(), Mishap::Hangs, usize::MAX, false),
        };
        FaultyStore::new(self.disks[which].clone(), mishap, self.below(12), false)
    }

    fn open_tab(&mut self) {
        self.writers += 1;
        let (a, b) = (self.disk(0), self.disk(1));
        let (keeper, _) = now(Keeper::open(LEARNER, a, b, PlainSeal, AtOnce));
        self.tabs.push(Tab { keeper, writer: Writer::new(WriterId([self.writers; 12])) });
    }

    fn step(&mut self) {
        let tab = self.below(self.tabs.len());
        match self.below(14) {
            _ if self.tabs.is_empty() => {
                self.note("open");
                self.open_tab();
            }
            0 if self.tabs.len() < 3 && self.writers < 200 => {
                self.note("another tab");
                self.open_tab();
            }
            1 => {
                self.note("kill");
                self.tabs.swap_remove(tab);
            }
            2 => {
                self.note("kill all");
                self.tabs.clear();
            }
            3 => {
                let jump = i64::try_from(self.rng.below(6_000_000_000_000)).expect("small");
                self.note("the clock jumps");
                self.clock += jump - 3_000_000_000_000;
            }
            4 => {
                self.note("export");
                let history = self.tabs[tab].keeper.history().clone();
                self.files.push(exchange::write(&history, LEARNER, Moment::new(self.clock, 0)));
            }
            5 if !self.files.is_empty() => self.import(tab),
            6 => {
                self.note("tidy");
                now(self.tabs[tab].keeper.tidy());
            }
            7 => {
                self.note("retry");
                let status = now(self.tabs[tab].keeper.retry());
                self.promise(tab, &status);
            }
            8 => self.lose_a_copy(),
            9 if self.below(4) == 0 => self.erase(),
            _ => self.answer(tab),
        }
    }

    fn note(&mut self, what: &str) {
        self.story.push(what.into());
    }

    fn answer(&mut self, tab: usize) {
        self.note("answer");
        self.clock += 5_000;
        let Tab { keeper, writer } = &mut self.tabs[tab];
        let at = keeper.history().last().tick(self.clock);
        let fact = Fact {
            at: Hybrid { ..at },
            clock: Moment::new(self.clock, 0),
            event: Event::Began { mode: Mode::Practise },
        };
        let record = writer.append(fact);
        let status = now(keeper.append(vec![record]));
        self.promise(tab, &status);
    }

    fn import(&mut self, tab: usize) {
        self.note("import");
        let at = self.below(self.files.len());
        let mut text = self.files[at].clone();
        if self.below(2) == 0 {
            let cut = self.below(text.len());
            text.truncate(cut);
        }
        if let Ok(read) = exchange::read(text.as_bytes()) {
            now(self.tabs[tab].keeper.absorb(read.records));
            let status = self.tabs[tab].keeper.status();
            self.promise(tab, &status);
        }
    }

    /// "Saved" was said: everything that this tab knows is promised from here on.
    fn promise(&mut self, tab: usize, status: &SaveStatus) {
        if *status == SaveStatus::Saved {
            self.promised.extend(self.tabs[tab].keeper.history().records().map(|record| record.id));
        }
    }

    /// A copy is emptied while nobody is there; one that a whole one stands beside.
    fn lose_a_copy(&mut self) {
        self.tabs.clear();
        let whole = |disk: &MemoryStore| {
            let found = alone(disk);
            self.promised.iter().all(|id| found.holds(*id))
        };
        let [a, b] = [whole(&self.disks[0]), whole(&self.disks[1])];
        let which = self.below(2);
        if [b, a][which] {
            self.note("a copy is wiped");
            self.disks[which].wipe();
        }
    }

    fn erase(&mut self) {
        self.note("erase");
        self.tabs.clear();
        self.files.clear();
        self.promised.clear();
        for disk in &self.disks {
            now(disk.remove(LEARNER)).expect("a sound disk");
            assert!(disk.is_empty(), "something is left");
        }
    }

    fn check(&self, seed: u64) {
        let [a, b] = &self.disks;
        // Opening heals, so what is looked at is a copy of the disks.
        let (a, b) = (copy(a), copy(b));
        let (_, opened) = now(Keeper::open(LEARNER, a.clone(), b.clone(), PlainSeal, AtOnce));
        for id in &self.promised {
            assert!(opened.history.holds(*id), "lost {id:?} in world {seed} after {:?}", self.story);
        }
        assert_eq!(opened.found.chains.forks, [], "world {seed} after {:?}", self.story);
        let times: Vec<Hybrid> = opened.history.ordered().iter().map(|record| record.at).collect();
        assert!(times.is_sorted(), "world {seed}");
        // Healed, each copy has everything.
        for disk in [&a, &b] {
            assert_eq!(
                alone(disk).len(),
                opened.history.len(),
                "not healed in world {seed}: {:?}",
                self.story
            );
        }
    }
}

fn alone(disk: &MemoryStore) -> History {
    let (_, opened) = now(Keeper::open(LEARNER, copy(disk), MemoryStore::default(), PlainSeal, AtOnce));
    opened.history
}

fn copy(disk: &MemoryStore) -> MemoryStore {
    disk.copied()
}

#[test]
fn whatever_happens_to_a_record_nothing_that_was_called_saved_is_lost() {
    let worlds = trials::trials(400);
    for seed in 0..worlds {
        let mut world = World::new(seed);
        for _ in 0..40 {
            world.step();
            world.check(seed);
        }
    }
    trials::figure("state machine: answer, kill, tabs, import, clock, erase, merge", worlds * 40, 0);
}

/// Two tabs that know nothing of each other write one log.
#[test]
fn two_tabs_of_ten_thousand_answers_each_lose_none() {
    let (a, b) = (MemoryStore::default(), MemoryStore::default());
    let open = || now(Keeper::open(LEARNER, a.clone(), b.clone(), PlainSeal, AtOnce)).0;
    let mut tabs = [open(), open()];
    let mut writers = [1, 2].map(|n| Writer::new(WriterId([n; 12])));
    let mut given: Vec<Record> = Vec::new();
    for n in 0..10_000i64 {
        for (keeper, writer) in tabs.iter_mut().zip(&mut writers) {
            let at = Hybrid { ms: n, seq: 0 };
            let event = Event::Began { mode: Mode::Practise };
            let record = writer.append(Fact { at, clock: Moment::new(n, 0), event });
            given.push(record.clone());
            assert_eq!(now(keeper.append(vec![record])), SaveStatus::Saved);
        }
    }
    drop(tabs);
    let (mut keeper, opened) = now(Keeper::open(LEARNER, a.clone(), b.clone(), PlainSeal, AtOnce));
    let lost = given.iter().filter(|record| !opened.history.contains(record)).count();
    now(keeper.tidy());
    let merged = alone(&a);
    let lost = lost.max(given.iter().filter(|record| !merged.contains(record)).count());
    trials::figure("two tabs, 10000 answers each", 20_000, lost as u64);
}
