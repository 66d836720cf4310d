//! Laws of the log: union in any order, clocks that jump, lines that come back as they were written.

#[path = "common/trials.rs"]
mod trials;

use proptest::prelude::*;
use trellis::{
    exchange,
    learner::{Answered, Declined, Event, Fact, Level, Mode, Profile, Why},
    log::{History, LearnerId, Record, Writer, WriterId, chain},
    num::{Hybrid, Moment, SplitMix64},
};

fn hybrid() -> impl Strategy<Value = Hybrid> {
    (-8_640_000_000_000_000i64..=8_640_000_000_000_000, any::<u32>()).prop_map(|(ms, seq)| Hybrid { ms, seq })
}

fn answered() -> impl Strategy<Value = Answered> {
    let question = (".*", any::<u8>(), any::<u32>(), any::<u32>(), "[a-z.]{1,8}", ".*");
    let answer = (any::<u8>(), any::<bool>(), prop::collection::vec(".{0,8}", 0..3), any::<u32>());
    let rest = (prop::option::of(".{0,4}"), any::<u8>(), any::<u8>(), prop::option::of(any::<u8>()));
    (question, answer, rest).prop_map(|(question, answer, rest)| {
        let (item, level, seed, rev, skill, response) = question;
        let (attempt, right, rules, ms) = answer;
        let (step, hints, options, confidence) = rest;
        let (pack, locale) = ("0f".into(), "es".into());
        Answered {
            item,
            level,
            seed,
            rev,
            pack,
            skill,
            step: step.clone(),
            response,
            attempt,
            right,
            family: step,
            rules,
            hints,
            options,
            ms,
            confidence,
            skin: None,
            locale,
        }
    })
}

fn event() -> impl Strategy<Value = Event> {
    let why = prop::sample::select(vec![Why::NotLearned, Why::NotNow, Why::Other]);
    let mode = prop::sample::select(vec![Mode::FindStart, Mode::Practise, Mode::Other]);
    let level = prop::sample::select(vec![Level::New, Level::Started, Level::Practised, Level::Mastered]);
    prop_oneof![
        answered().prop_map(Event::Answered),
        (".*", any::<u8>(), any::<u32>(), ".*", why).prop_map(|(item, level, seed, skill, why)| {
            Event::Declined(Declined { item, level, seed, skill, why })
        }),
        (".*", any::<u8>(), any::<u32>(), hybrid()).prop_map(|(item, level, seed, at)| Event::Helped {
            item,
            level,
            seed,
            at
        }),
        (".*", level, any::<u32>()).prop_map(|(skill, level, model)| Event::LevelShown {
            skill,
            level,
            model
        }),
        (prop::option::of(".*"), prop::option::of(any::<u8>()))
            .prop_map(|(nickname, grade)| Event::Profile(Profile { nickname, grade, ..Profile::default() })),
        mode.prop_map(|mode| Event::Began { mode }),
        Just(Event::Unknown),
    ]
}

fn fact() -> impl Strategy<Value = Fact> {
    (hybrid(), any::<i64>(), any::<i16>(), event()).prop_map(|(at, wall, zone, event)| Fact {
        at,
        clock: Moment { wall, zone },
        event,
    })
}

/// Records of a few writers, some of them in two versions: forks, gaps and broken links included.
fn records() -> Vec<Record> {
    let mut pool = Vec::new();
    for (writer, fork) in [(1, 0), (1, 1), (2, 0), (3, 0), (3, 1)] {
        let mut writer = Writer::new(WriterId([writer; 12]));
        for i in 0..6 {
            let jump = [0, 500, -200, 0, 90_000_000, -90_000_000][(i + fork) % 6];
            let ms = 1_000 + i64::try_from(i).expect("small") * 10 + jump;
            let at = Hybrid { ms, seq: 0 };
            pool.push(writer.append(Fact { at, clock: Moment::new(ms, 0), event: Event::Unknown }));
        }
    }
    pool
}

fn some_of(pool: &[Record], rng: &mut SplitMix64) -> History {
    let density = 1 + rng.below(4);
    pool.iter().filter(|_| rng.below(4) < density).cloned().collect()
}

fn united(a: &History, b: &History) -> History {
    let mut union = a.clone();
    union.union(b);
    union
}

#[test]
fn union_is_commutative_associative_and_idempotent() {
    let pool = records();
    let mut rng = SplitMix64::new(1);
    let tried = trials::trials(10_000);
    for _ in 0..tried {
        let [a, b, c] = std::array::from_fn(|_| some_of(&pool, &mut rng));
        let (ab, ba) = (united(&a, &b), united(&b, &a));
        assert_eq!(ab, ba);
        assert_eq!(ab.digest(), ba.digest());
        assert_eq!(ab.facts(), ba.facts());
        assert_eq!(chain::examine(&ab).report, chain::examine(&ba).report);
        assert_eq!(united(&ab, &c), united(&a, &united(&b, &c)));
        assert_eq!(united(&a, &a), a);
        assert_eq!(united(&ab, &b).digest(), ab.digest());
    }
    trials::figure("union laws", tried, 0);
}

#[test]
fn different_histories_have_different_digests() {
    let pool = records();
    let mut rng = SplitMix64::new(2);
    for _ in 0..1_000 {
        let (a, b) = (some_of(&pool, &mut rng), some_of(&pool, &mut rng));
        assert_eq!(a == b, a.digest() == b.digest());
    }
}

#[test]
fn clocks_that_jump_never_reorder_what_one_tab_wrote() {
    let mut rng = SplitMix64::new(3);
    let tried = trials::trials(10_000);
    for _ in 0..tried {
        let mut writers: Vec<Writer> = (0..3).map(|n| Writer::new(WriterId([n; 12]))).collect();
        let mut history = History::default();
        for _ in 0..12 {
            let writer = &mut writers[usize::try_from(rng.below(3)).expect("small")];
            // From a century back to a century ahead.
            let wall = i64::try_from(rng.below(6_000_000_000_000)).expect("small") - 3_000_000_000_000;
            let at = if rng.below(2) == 0 { history.last().tick(wall) } else { Hybrid { ms: wall, seq: 0 } };
            history.insert(writer.append(Fact { at, clock: Moment::new(wall, 0), event: Event::Unknown }));
        }
        let order: Vec<Record> = history.ordered().iter().map(|record| Record::clone(record)).collect();
        for writer in &writers {
            let own = order.iter().filter(|record| record.id.writer == writer.id());
            assert!(own.map(|record| record.id.n).is_sorted(), "{order:?}");
        }
        assert_eq!(chain::examine(&history).report, chain::Report::default());
    }
    trials::figure("clock jumps", tried, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fact_comes_back_as_it_was_written(fact in fact()) {
        let record = Writer::new(WriterId([1; 12])).append(fact.clone());
        let line = record.line();
        prop_assert!(!line.contains('\n'));
        let read = Record::read(&line);
        prop_assert_eq!(read.as_ref(), Ok(&record));
        prop_assert_eq!(record.fact(), fact);
    }

    #[test]
    fn a_changed_line_is_never_another_record(fact in fact(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let record = Writer::new(WriterId([1; 12])).append(fact);
        let mut bytes = record.line().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let read = str::from_utf8(&bytes).ok().and_then(|line| Record::read(line).ok());
        prop_assert!(read.is_none_or(|read| read == record));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_goes_through_a_file_unchanged(facts in prop::collection::vec(fact(), 0..12)) {
        let mut writer = Writer::new(WriterId([1; 12]));
        let history: History = facts.into_iter().map(|fact| writer.append(fact)).collect();
        let file = exchange::write(&history, LearnerId([9; 12]), Moment::new(5, 60));
        let read = exchange::read(file.as_bytes()).expect("a progress file");
        prop_assert!(read.is_complete(), "{:?}", read.problems);
        prop_assert_eq!(read.learner, Some(LearnerId([9; 12])));
        prop_assert_eq!(read.records.into_iter().collect::<History>(), history);
    }
}
