//! A record that is opened from a snapshot shows what all of its facts show, bit for bit; and where it cannot, on disks
//! that fail, with snapshots that are damaged, foreign or forged, the facts are folded and count.

#[path = "common/at_once.rs"]
mod at_once;
mod common;
#[path = "common/trials.rs"]
mod trials;

use at_once::{AtOnce, now};
use common::{MORNING, answer, map};
use std::collections::BTreeSet;
use std::rc::Rc;
use trellis::content::{Locale, Map};
use trellis::learner::{Answered, Declined, Event, Fact, Learner, Level, Mode, Override, Plan, Profile, Why};
use trellis::log::{
    Fault, Glance, History, Keeper, LearnerId, Refold, Snapshot, Store, Writer, WriterId,
    faulty::{FaultyStore, Mishap},
    store::{MemoryStore, PlainSeal, Seal},
};
use trellis::num::{Day, Hybrid, Moment, SortedMap, SortedSet, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::{Kept, Session};

const LEARNER: LearnerId = LearnerId([1; 12]);

type Hands<A> = Keeper<A, MemoryStore, PlainSeal, AtOnce>;

/// A page that was opened: what it showed at once, and what it shows when everything has been read and folded.
struct Page<A> {
    keeper: Hands<A>,
    at_once: Option<Learner>,
    glance: Option<Glance>,
    history: History,
    proved: Learner,
    fitted: bool,
}

fn resumed(map: &Rc<Map>, glance: &Glance) -> Option<Learner> {
    let mut learner = Learner::of_bytes(map.clone(), &glance.snapshot.body)?;
    glance.tail.iter().for_each(|record| learner.apply(&record.fact()));
    Some(learner)
}

fn whole(map: &Rc<Map>, history: &History) -> Learner {
    Learner::replay(map.clone(), &history.facts())
}

/// Opens a record as the shell does (`ui/proving.rs`), and leaves a snapshot where `keeps`.
fn open<A: Store>(map: &Rc<Map>, a: A, b: MemoryStore, keeps: bool) -> Page<A> {
    let mut keeper = Keeper::closed(LEARNER, a, b, PlainSeal, AtOnce);
    let glance = now(keeper.glance());
    let at_once = glance.as_ref().and_then(|glance| resumed(map, glance));
    let history = now(keeper.read()).history;
    let shown = glance.as_ref().filter(|_| at_once.is_some());
    let known = |glance: &Glance| history.records().all(|record| glance.holds(record.id));
    let all_known = shown.is_none_or(known);
    let snapshot = shown.map(|glance| glance.snapshot.clone());
    let mut refold = Refold::new(Learner::new(map.clone()), history.clone(), snapshot);
    while refold.step(7) {}
    if !refold.fits() {
        now(keeper.keep_snapshot(None));
    }
    if keeps && let Some(snapshot) = refold.snapshot() {
        now(keeper.keep_snapshot(Some(&snapshot)));
    }
    let fitted = refold.fits();
    let proved = match at_once.clone().filter(|_| all_known && fitted) {
        Some(learner) => learner,
        None => whole(map, &history),
    };
    Page { keeper, at_once, glance, history, proved, fitted }
}

fn same(a: &Learner, b: &Learner) -> bool {
    a.to_bytes() == b.to_bytes() && a.digest() == b.digest()
}

struct Chance(SplitMix64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.0.below(bound as u64)).expect("small")
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn skill(&mut self) -> String {
        // One that the map does not know, and one that it only names.
        self.one(&["a", "b", "c", "c", "stranger", "assumed"]).into()
    }

    fn answered(&mut self) -> Answered {
        let (skill, family) = (self.skill(), self.one(&["bare", "words", "pick"]));
        let seed = u32::try_from(self.below(300)).expect("small");
        let level = self.one(&[1, 2, 3]);
        let right = self.below(5) > 0;
        let rules = match self.below(4) {
            0 if !right => vec!["across".to_string()],
            1 if !right => vec!["across".to_string(), "flip".to_string()],
            _ => Vec::new(),
        };
        Answered {
            attempt: self.one(&[1, 1, 1, 2, 3]),
            hints: self.one(&[0, 0, 0, 1]),
            ms: 1_000 * u32::try_from(self.below(400)).expect("small"),
            confidence: self.one(&[None, None, Some(1), Some(3), Some(9)]),
            family: self.one(&[None, None, Some("fam".to_string())]),
            rules,
            ..answer(&skill, family, level, seed, right)
        }
    }

    fn event(&mut self) -> Event {
        let skill = self.skill();
        let item = format!("{skill}.bare");
        match self.below(40) {
            0 => Event::Declined(Declined { item, level: 2, seed: 3, skill, why: Why::NotNow }),
            1 => Event::Helped { item, level: 2, seed: 3, at: Hybrid::default() },
            2 => Event::LevelShown { skill, level: Level::Practised, model: 3 },
            3 => Event::Profile(Profile {
                nickname: self.one(&[None, Some("Añil".into())]),
                grade: self.one(&[None, Some(3), Some(8)]),
                week: self.one(&[None, Some("10 10 0 10 10 0 0".into())]),
                accommodations: self.one(&[None, Some(vec!["letters".into()])]),
                ..Profile::default()
            }),
            4 => Event::Began { mode: self.one(&[Mode::FindStart, Mode::Practise, Mode::Other]) },
            5 => Event::PutOff { skill, why: Why::NotLearned },
            6 => Event::Wanted { skill },
            7 => Event::TrialBegan { skill, questions: 4 },
            8 => Event::ExampleRead { skill, item, level: 1, seed: 9 },
            9 => Event::CardShown { skill },
            10 => Event::GoalSet { skill, by: self.one(&[None, Some(Day(20_100))]) },
            11 => Event::GoalCleared,
            12 => Event::PlanSet(Plan {
                unit: SortedSet::from([skill.clone()]),
                from: Some(Day(20_000)),
                until: None,
                overrides: SortedMap::from([(skill, self.one(&[Override::Knows, Override::Skip]))]),
                minutes: self.one(&[None, Some(15)]),
                comment: self.one(&[String::new(), "¡Ánimo!".into()]),
                set: self.one(&[None, Some(Day(20_001))]),
            }),
            13 => Event::BroughtBack { skills: vec![skill] },
            14 => Event::Joined { class: "7KQM2X".into(), number: 7 },
            15 => Event::Unknown,
            16 => {
                Event::PaperMarked { sheet: self.one(&["2E2K".into(), "2E2M".into()]), marks: "1 2".into() }
            }
            _ => Event::Answered(self.answered()),
        }
    }
}

/// Tabs that write, files that are taken in, clocks that jump, openings that leave snapshots.
struct World {
    map: Rc<Map>,
    chance: Chance,
    disks: [MemoryStore; 2],
    clock: i64,
    /// The latest time known here, as a session knows it.
    last: Hybrid,
    writers: u8,
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            map: map(),
            chance: Chance(SplitMix64::new(seed)),
            disks: Default::default(),
            clock: MORNING,
            last: Hybrid::default(),
            writers: 0,
        }
    }

    fn writer(&mut self) -> Writer {
        self.writers += 1;
        Writer::new(WriterId([self.writers; 12]))
    }

    fn fact(&mut self) -> Fact {
        self.clock += 40_000;
        self.last = self.last.tick(self.clock);
        let zone = self.chance.one(&[-300, -300, 540]);
        Fact { at: self.last, clock: Moment::new(self.clock, zone), event: self.chance.event() }
    }

    /// So many facts, written by one tab.
    fn sit(&mut self, facts: usize) {
        let [a, b] = self.disks.clone();
        let (mut keeper, _) = now(Keeper::open(LEARNER, a, b, PlainSeal, AtOnce));
        let mut writer = self.writer();
        for _ in 0..facts {
            let record = writer.append(self.fact());
            now(keeper.append(vec![record]));
        }
        if self.chance.below(3) == 0 {
            now(keeper.tidy());
        }
    }

    /// What another device wrote, some of it earlier than what is here.
    fn import(&mut self) {
        let [a, b] = self.disks.clone();
        let (mut keeper, _) = now(Keeper::open(LEARNER, a, b, PlainSeal, AtOnce));
        let mut writer = self.writer();
        let mut at = self.last.ms + self.chance.one(&[-40 * MS_PER_DAY, -30_000, 1_000]);
        let records = (0..=self.chance.below(8)).map(|_| {
            at += 10_000;
            let event = self.chance.event();
            writer.append(Fact { at: Hybrid { ms: at, seq: 0 }, clock: Moment::new(at, 0), event })
        });
        let records = records.collect();
        now(keeper.absorb(records));
        self.last = self.last.max(keeper.history().last());
    }

    fn open(&self, keeps: bool) -> Page<MemoryStore> {
        let [a, b] = self.disks.clone();
        open(&self.map, a, b, keeps)
    }
}

#[test]
fn opening_from_a_snapshot_gives_what_the_whole_record_gives_bit_for_bit() {
    let (mut openings, mut at_once, mut whole_needed) = (0, 0, 0);
    for seed in 0..trials::trials(60) {
        let mut world = World::new(seed);
        for _ in 0..14 {
            match world.chance.below(8) {
                0 => world.import(),
                1 => world.clock += world.chance.one(&[-400, -1, 1, 90, 500]) * MS_PER_DAY,
                2 | 3 => drop(world.open(true)),
                _ => {
                    let facts = 1 + world.chance.below(12);
                    world.sit(facts);
                }
            }
            let page = world.open(false);
            let expected = whole(&world.map, &page.history);
            assert!(page.fitted, "seed {seed}: a snapshot that was right is taken for wrong");
            assert!(same(&page.proved, &expected), "seed {seed}");
            match &page.at_once {
                Some(learner) => {
                    assert!(
                        same(learner, &expected),
                        "seed {seed}: shown at once, and not what the facts say"
                    );
                    at_once += 1;
                }
                None => whole_needed += 1,
            }
            openings += 1;
        }
    }
    assert!(at_once > openings / 3, "{at_once} of {openings} were opened from a snapshot");
    assert!(whole_needed > openings / 20, "{whole_needed} of {openings} needed the whole record");
    trials::figure("opened from a snapshot and the facts since, against the whole replay", openings, 0);
}

/// The session that is shown at once decides as the one that has folded everything.
#[test]
fn a_resumed_session_is_the_session_of_the_whole_record() {
    for seed in 0..40 {
        let mut world = World::new(1_000 + seed);
        world.sit(30);
        world.open(true);
        world.sit(5);
        let page = world.open(false);
        let glance = page.glance.expect("nothing came between");
        let facts: Vec<Fact> = glance.tail.iter().map(|record| record.fact()).collect();
        let moment = Moment::new(world.clock + MS_PER_DAY, 0);
        let snapshot = &glance.snapshot;
        let kept = Kept { body: &snapshot.body, first: snapshot.first, last: snapshot.last };
        let mut resumed = Session::new(world.map.clone(), Locale::En);
        let said = resumed.resumed(kept, &facts, None, moment).expect("the same model and map");
        let mut opened = Session::new(world.map.clone(), Locale::En);
        assert_eq!(said, opened.opened(&page.history.facts(), None, moment));
        assert!(same(&resumed.learner, &opened.learner));
        assert_eq!(
            (resumed.salt(), resumed.day(), resumed.stage),
            (opened.salt(), opened.day(), opened.stage)
        );
        let both = [&mut resumed, &mut opened].map(|session| {
            session.update(trellis::tutor::Msg::Practise(Some("a".into())), moment);
            format!("{:?} {:?}", session.route, session.desk)
        });
        assert_eq!(both[0], both[1]);
    }
}

/// A record of thirty facts with a snapshot, and five facts since.
fn grown() -> World {
    let mut world = World::new(77);
    world.sit(30);
    world.open(true);
    world.sit(5);
    world
}

fn mishaps() -> Vec<Mishap> {
    let faults = [Fault::Quota, Fault::Closed, Fault::Unavailable, Fault::Other("inactive".into())];
    let told = faults.iter().cloned().map(Mishap::Refuses);
    let lied = faults.iter().cloned().map(Mishap::WritesThenFails);
    told.chain(lied).chain([Mishap::Hangs, Mishap::WritesThenHangs, Mishap::Tears]).collect()
}

#[test]
fn a_disk_that_fails_at_any_operation_costs_a_snapshot_and_never_a_fact() {
    let mut tried = 0;
    for mishap in mishaps() {
        for at in 0..12 {
            for lasting in [false, true] {
                for first_opening in [false, true] {
                    let mut world = World::new(78);
                    world.sit(30);
                    if !first_opening {
                        world.open(true);
                        world.sit(5);
                    }
                    let story = format!("{mishap:?} at {at}, lasting {lasting}, first {first_opening}");
                    let [a, b] = world.disks.clone();
                    let known: BTreeSet<_> =
                        world.open(false).history.records().map(|record| record.id).collect();
                    let bad = FaultyStore::new(a, mishap.clone(), at, lasting);
                    let page = open(&world.map, bad, b, true);
                    assert!(same(&page.proved, &whole(&world.map, &page.history)), "{story}");
                    assert!(
                        page.history.records().map(|record| record.id).eq(known.iter().copied()),
                        "{story}"
                    );
                    drop(page.keeper);
                    // Whatever lies there now: the next opening shows what the facts say, and so does the one after.
                    for keeps in [true, false] {
                        let again = world.open(keeps);
                        let expected = whole(&world.map, &again.history);
                        assert!(again.fitted && same(&again.proved, &expected), "{story}");
                        assert!(again.at_once.is_none_or(|learner| same(&learner, &expected)), "{story}");
                        assert_eq!(again.history.len(), known.len(), "{story}");
                    }
                    assert!(world.open(false).at_once.is_some(), "a sound disk keeps one again: {story}");
                    tried += 1;
                }
            }
        }
    }
    trials::figure("a disk fails around a snapshot, at every operation", tried, 0);
}

fn kept(disk: &MemoryStore) -> Option<Vec<u8>> {
    now(disk.snapshot(LEARNER)).expect("memory does not fail")
}

#[test]
fn a_damaged_snapshot_is_passed_over_in_peace() {
    let world = grown();
    let sound = kept(&world.disks[0]).expect("it was kept");
    assert!(world.open(false).at_once.is_some());
    let mut rng = SplitMix64::new(5);
    let mut tried = 0;
    for turn in 0..400 {
        let mut damaged = sound.clone();
        let at = usize::try_from(rng.below(sound.len() as u64)).expect("small");
        if turn % 2 == 0 {
            damaged[at] ^= 1 << (turn / 2 % 8)
        } else {
            damaged.truncate(at)
        }
        world.disks[0].lay_snapshot(LEARNER, damaged);
        let page = world.open(false);
        assert!(page.at_once.is_none() && page.fitted, "byte {at}");
        assert!(same(&page.proved, &whole(&world.map, &page.history)));
        tried += 1;
    }
    trials::figure("damaged snapshots", tried, 0);
}

#[test]
fn a_snapshot_for_another_map_or_of_another_form_is_passed_over() {
    let world = grown();
    let page = world.open(false);
    let body = &page.glance.as_ref().expect("it fits").snapshot.body;
    let mut other = (*world.map).clone();
    other.skills[0].grade += 1;
    assert!(Learner::of_bytes(Rc::new(other), body).is_none(), "another map");
    let mut newer = body.clone();
    // The first text is the basis: model, code and map.
    newer[2] ^= 1;
    assert!(Learner::of_bytes(world.map.clone(), &newer).is_none(), "another model");
    let mut longer = body.clone();
    longer.push(0);
    assert!(Learner::of_bytes(world.map.clone(), &longer).is_none(), "more than a learner");
    let mut plain = page.glance.expect("it fits").snapshot.write();
    plain[3] = b'2';
    world.disks[0]
        .lay_snapshot(LEARNER, now(PlainSeal.seal(&Snapshot::label(LEARNER), &plain)).expect("plain"));
    assert!(world.open(false).at_once.is_none(), "a newer form");
}

#[test]
fn no_bytes_are_a_panic() {
    let world = grown();
    let body = world.open(false).glance.expect("it fits").snapshot.body;
    let mut rng = SplitMix64::new(9);
    for _ in 0..trials::trials(1_000) {
        let mut bytes = body.clone();
        for _ in 0..=rng.below(4) {
            // Behind the basis, so that the rest is read.
            let at = 18 + usize::try_from(rng.below(bytes.len() as u64 - 18)).expect("small");
            bytes[at] = rng.next_u64().to_le_bytes()[0];
        }
        if let Some(learner) = Learner::of_bytes(world.map.clone(), &bytes) {
            assert!(learner.to_bytes().len() < 2 * bytes.len() + 64);
        }
    }
}

/// Somebody writes a snapshot of a better learner over the true one: it is shown for a moment, found out, and gone.
#[test]
fn a_forged_snapshot_is_found_out_and_the_facts_count() {
    let world = grown();
    let mut forged = world.open(false).glance.expect("it fits").snapshot;
    let mut better = Learner::of_bytes(world.map.clone(), &forged.body).expect("it fits");
    let shown = Event::LevelShown { skill: "c".into(), level: Level::Mastered, model: 3 };
    better.apply(&Fact { at: forged.last, clock: Moment::default(), event: shown });
    forged.body = better.to_bytes();
    let sealed = now(PlainSeal.seal(&Snapshot::label(LEARNER), &forged.write())).expect("plain");
    world.disks[0].lay_snapshot(LEARNER, sealed);
    let page = world.open(false);
    assert_eq!(page.at_once.map(|learner| learner.shown("c")), Some(Level::Mastered));
    assert!(!page.fitted);
    assert!(same(&page.proved, &whole(&world.map, &page.history)));
    assert_eq!(kept(&world.disks[0]), None, "it is gone");
}

/// Where the record was lost and only the snapshot is left, nothing is shown for long.
#[test]
fn a_snapshot_alone_is_no_record() {
    let world = grown();
    let sealed = kept(&world.disks[0]).expect("it was kept");
    world.disks.iter().for_each(MemoryStore::wipe);
    world.disks[0].lay_snapshot(LEARNER, sealed);
    let page = world.open(false);
    assert!(page.history.is_empty() && !page.fitted);
    assert_eq!(page.proved.answers, 0);
    assert_eq!(kept(&world.disks[0]), None);
}

#[test]
fn erasing_takes_the_snapshot_along() {
    let world = grown();
    now(world.disks[0].remove(LEARNER)).expect("memory does not fail");
    assert_eq!(kept(&world.disks[0]), None);
}
