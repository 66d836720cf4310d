//! Records, files and layouts of every version ever released, read for ever. `tests/golden/` is added to, never
//! edited: what is in it lies on learners' disks.

use trellis::{
    exchange,
    learner::{Answered, Declined, Event, Fact, Level, Mode, Override, Plan, Profile, Why},
    log::{History, LearnerId, Record, Writer, WriterId, chain::examine},
    num::{Day, Hybrid, Moment},
};

const RECORDS_V1: &str = include_str!("golden/record-v1.txt");
const PROGRESS_V1: &[u8] = include_bytes!("golden/progress-v1.trellis");

const ADA: LearnerId = LearnerId([0x1a, 0xda, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
const HOME: WriterId = WriterId([0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
const MONDAY: i64 = 1_795_000_000_000;

/// One fact of every kind, with every field used once and every optional field left out once.
fn facts() -> Vec<Fact> {
    let full = Answered {
        item: "fr.unit.of.bars".into(),
        level: 2,
        seed: 4_294_967_295,
        rev: 3,
        pack: "0123456789abcdef".into(),
        skill: "fr.unit.of".into(),
        step: Some("count".into()),
        response: "3/4 \"¿tres?\" \\ \u{1f600}\n".into(),
        attempt: 2,
        right: false,
        rules: vec!["adds-denominators".into(), "whole-as-part".into()],
        family: None,
        hints: 1,
        options: 4,
        ms: 61_250,
        confidence: Some(3),
        skin: None,
        locale: "es".into(),
    };
    let plain = Answered {
        step: None,
        rules: vec![],
        hints: 0,
        options: 0,
        confidence: None,
        right: true,
        attempt: 1,
        response: "3/4".into(),
        locale: "en".into(),
        seed: 0,
        ..full.clone()
    };
    let whole = Profile {
        nickname: Some("Ada".into()),
        avatar: Some("fox".into()),
        grade: Some(4),
        interests: Some(vec!["rockets".into(), "cooking".into()]),
        locale: Some("en".into()),
        minutes: Some(10),
        ..Profile::default()
    };
    let declined = |why| {
        let (item, skill) = ("fr.unit.of.bars".into(), "fr.unit.of".into());
        Event::Declined(Declined { item, level: 1, seed: 7, skill, why })
    };
    let helped = Event::Helped {
        item: "fr.unit.of.bars".into(),
        level: 2,
        seed: 0,
        at: Hybrid { ms: MONDAY + 5_000, seq: 0 },
    };
    let shown = |level| Event::LevelShown { skill: "fr.unit.of".into(), level, model: 1 };
    let events = [
        Event::Profile(whole),
        Event::Began { mode: Mode::FindStart },
        Event::Began { mode: Mode::Practise },
        declined(Why::NotLearned),
        declined(Why::NotNow),
        Event::Answered(plain),
        Event::Answered(full),
        helped,
        shown(Level::New),
        shown(Level::Started),
        shown(Level::Practised),
        shown(Level::Mastered),
        Event::Profile(Profile { nickname: Some("Ada L.".into()), ..Profile::default() }),
    ];
    let fact = |(i, event)| {
        let ms = MONDAY + 1_000 * i64::try_from(i).expect("small");
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms - 250, -300), event }
    };
    events.into_iter().enumerate().map(fact).collect()
}

fn records() -> Vec<Record> {
    let mut writer = Writer::new(HOME);
    facts().into_iter().map(|fact| writer.append(fact)).collect()
}

#[test]
fn records_of_version_1_mean_what_they_meant() {
    let read: Vec<Record> =
        RECORDS_V1.lines().map(|line| Record::read(line).expect("a golden record")).collect();
    let known: Vec<Fact> = read.iter().take(facts().len()).map(Record::fact).collect();
    assert_eq!(known, facts());
    let lines: Vec<String> = read.iter().map(Record::line).collect();
    assert!(lines.iter().map(String::as_str).eq(RECORDS_V1.lines()), "kept word for word");
}

#[test]
fn records_of_version_1_are_still_written_so() {
    let lines: Vec<String> = records().iter().map(Record::line).collect();
    assert!(RECORDS_V1.lines().zip(&lines).all(|(golden, now)| golden == now));
}

/// After the known ones: an unknown kind, a known kind with new fields and values, and a record of version 2.
#[test]
fn records_from_the_future_are_kept_and_not_misread() {
    let read: Vec<Record> = RECORDS_V1.lines().filter_map(|line| Record::read(line).ok()).collect();
    let [unknown, extended, next] = &read[facts().len()..] else { panic!("three records follow") };
    assert_eq!(unknown.event(), Event::Unknown);
    assert_eq!(extended.event(), Event::Began { mode: Mode::Other });
    assert_eq!((next.version, next.is_newer(), next.event()), (2, true, Event::Unknown));
    assert_eq!(examine(&read.iter().cloned().collect()).report.newer, 1);
}

/// What a learner steers by: kinds that came after the first ones, in a golden of their own.
fn steering() -> Vec<Fact> {
    let skill = || "fr.unit.of".to_string();
    let events = [
        Event::PutOff { skill: skill(), why: Why::NotNow },
        Event::PutOff { skill: skill(), why: Why::NotLearned },
        Event::Wanted { skill: skill() },
        Event::TrialBegan { skill: skill(), questions: 4 },
        Event::ExampleRead { skill: skill(), item: "fr.unit.of.bars".into(), level: 2, seed: 4_294_967_295 },
        Event::CardShown { skill: skill() },
        Event::GoalSet { skill: skill(), by: Some(Day(20_789)) },
        Event::GoalSet { skill: skill(), by: None },
        Event::GoalCleared,
    ];
    let fact = |(i, event)| {
        let ms = MONDAY + 1_000 * i64::try_from(i).expect("small");
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, -300), event }
    };
    events.into_iter().enumerate().map(fact).collect()
}

#[test]
fn records_of_what_a_learner_steers_by_mean_what_they_meant() {
    let golden = include_str!("golden/record-v1-steering.txt");
    let read: Vec<Fact> =
        golden.lines().map(|line| Record::read(line).expect("a golden record").fact()).collect();
    let mut writer = Writer::new(HOME);
    let written: Vec<String> = steering().into_iter().map(|fact| writer.append(fact).line()).collect();
    assert_eq!(read, steering());
    assert!(golden.lines().eq(written.iter().map(String::as_str)), "{}", written.join("\n"));
}

/// A second apart, these events are the golden's records, read and written.
fn are_the_records(golden: &str, events: impl IntoIterator<Item = Event>) {
    let fact = |(i, event)| {
        let ms = MONDAY + 1_000 * i64::try_from(i).expect("small");
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, -300), event }
    };
    let facts: Vec<Fact> = events.into_iter().enumerate().map(fact).collect();
    let read: Vec<Fact> =
        golden.lines().map(|line| Record::read(line).expect("a golden record").fact()).collect();
    let mut writer = Writer::new(HOME);
    let written: Vec<String> = facts.iter().cloned().map(|fact| writer.append(fact).line()).collect();
    assert!(golden.lines().eq(written.iter().map(String::as_str)), "{}", written.join("\n"));
    assert_eq!(read, facts);
}

/// A teacher's link, with a class and without one.
#[test]
fn records_of_a_class_mean_what_they_meant() {
    let events = [
        Event::Joined { class: "7KQM2X".into(), number: 7 },
        Event::Joined { class: String::new(), number: 40 },
    ];
    are_the_records(include_str!("golden/record-v1-class.txt"), events);
}

/// What was right on paper, and a week of one's own with the minutes of each day.
#[test]
fn records_of_paper_and_of_a_week_mean_what_they_meant() {
    let week = |week: &str| Event::Profile(Profile { week: Some(week.into()), ..Profile::default() });
    let events = [
        week("10 10 0 10 10 0 0"),
        Event::PaperMarked { sheet: "2E2K-0C3Q".into(), marks: "1 2 5".into() },
        Event::PaperMarked { sheet: "2E2K-0C3Q".into(), marks: String::new() },
        week(""),
    ];
    are_the_records(include_str!("golden/record-v1-paper.txt"), events);
}

/// What an adult asks for: a plan in full, and the empty one that takes it back.
#[test]
fn records_of_an_adults_plan_mean_what_they_meant() {
    let words = [
        ("fr.add-like", Override::Taught),
        ("fr.compare", Override::NotYet),
        ("fr.equiv", Override::Knows),
        ("fr.mixed", Override::Skip),
        ("fr.unit.of", Override::Again),
    ];
    let plan = Plan {
        unit: ["fr.add-like", "fr.add-unlike"].map(String::from).into_iter().collect(),
        from: Some(Day(20_784)),
        until: Some(Day(20_788)),
        overrides: words.map(|(skill, word)| (skill.to_string(), word)).into_iter().collect(),
        ..Plan::default()
    };
    let events = [Event::PlanSet(plan), Event::PlanSet(Plan::default())];
    let fact = |(i, event)| {
        let ms = MONDAY + 1_000 * i64::try_from(i).expect("small");
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, -300), event }
    };
    let facts: Vec<Fact> = events.into_iter().enumerate().map(fact).collect();
    let golden = include_str!("golden/record-v1-plan.txt");
    let read: Vec<Fact> = golden.lines().map(|line| Record::read(line).expect("golden").fact()).collect();
    let mut writer = Writer::new(HOME);
    let written: Vec<String> = facts.iter().map(|fact| writer.append(fact.clone()).line()).collect();
    assert!(golden.lines().eq(written.iter().map(String::as_str)), "{}", written.join("\n"));
    assert_eq!(read, facts);
}

/// Minutes, a comment and the day of a correction came later.
#[test]
fn records_of_what_an_adult_writes_and_sets_mean_what_they_meant() {
    let golden = include_str!("golden/record-v1-asked.txt");
    let event = Event::PlanSet(Plan {
        unit: ["fr.add-like"].map(String::from).into_iter().collect(),
        until: Some(Day(20_788)),
        overrides: [("fr.equiv".to_string(), Override::Knows)].into_iter().collect(),
        minutes: Some(15),
        comment: "Empieza con la primera.".into(),
        set: Some(Day(20_783)),
        ..Plan::default()
    });
    let fact = Fact { at: Hybrid { ms: MONDAY, seq: 0 }, clock: Moment::new(MONDAY, -300), event };
    let read = Record::read(golden).expect("a golden record");
    assert_eq!(read.fact(), fact);
    assert_eq!(format!("{}\n", Writer::new(HOME).append(fact).line()), golden);
}

#[test]
fn what_a_return_code_brought_back_means_what_it_meant() {
    let golden = include_str!("golden/record-v1-brought-back.txt");
    let event = Event::BroughtBack { skills: vec!["fr.unit.of".into(), "mul.meaning".into()] };
    let fact = Fact { at: Hybrid { ms: MONDAY, seq: 0 }, clock: Moment::new(MONDAY, -300), event };
    let read = Record::read(golden).expect("a golden record");
    assert_eq!(read.fact(), fact);
    assert_eq!(format!("{}\n", Writer::new(HOME).append(fact).line()), golden);
}

#[test]
fn a_progress_file_of_version_1_is_read_whole() {
    let read = exchange::read(PROGRESS_V1).expect("a progress file");
    assert_eq!(read.problems, []);
    assert_eq!((read.learner, read.created), (Some(ADA), Some(Moment::new(MONDAY, 60))));
    assert_eq!(read.promised, Some(13));
    let history: History = read.records.into_iter().collect();
    assert_eq!(history.facts(), facts());
    assert_eq!(examine(&history).report, Default::default());
    let again = exchange::write(&history, ADA, Moment::new(MONDAY, 60));
    assert_eq!(again.as_bytes(), PROGRESS_V1, "and is still written so");
}

#[test]
fn the_stores_of_the_database_are_those_that_were_laid_out() {
    let golden: Vec<&str> =
        include_str!("golden/stores.txt").lines().filter(|l| !l.starts_with('#')).collect();
    let (version, stores) = golden.split_first().expect("version first");
    let source = include_str!("../src/store/idb.rs");
    assert!(
        source.contains(&format!("pub const VERSION: u32 = {version};")),
        "a new layout needs a new golden"
    );
    assert!(source.contains("pub const STORES: [&str; 3] = [CHUNKS, DESK, DEVICE];"));
    for store in stores {
        assert!(source.contains(&format!("pub const {}: &str = \"{store}\";", store.to_uppercase())));
    }
    assert_eq!(stores.len(), 3);
}
