//! Return codes: every set of skills comes back, and no slip of the pen gives a learner somebody else's skills.

#![cfg(feature = "tools")]

#[path = "common/trials.rs"]
mod trials;

use std::{path::Path, rc::Rc, sync::OnceLock};
use trellis::{
    content::{Map, source::Pack},
    exchange::code::{self, MOST_PLACES, Places, Slip},
    learner::{Event, Fact, Learner, Level},
    num::{Day, Hybrid, Moment, SortedSet, SplitMix64},
};

const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn course() -> Map {
    static COURSE: OnceLock<Map> = OnceLock::new();
    COURSE.get_or_init(read_course).clone()
}

fn read_course() -> Map {
    let pack = Pack::read(Path::new("content")).expect("the course is here");
    let files = pack.build(false);
    let map = files.iter().find(|(name, _)| name == "map.json").expect("a map");
    Map::read(&map.1).0
}

/// A set such as learners have: all below a point in the course, most of what is near it, and what those build on.
fn likely(map: &Map, rng: &mut SplitMix64) -> SortedSet<String> {
    let mut taught: Vec<_> = map.skills.iter().filter(|skill| !skill.items.is_empty()).collect();
    taught.sort_by_key(|skill| (skill.grade, skill.id.clone()));
    let point = below(rng, taught.len() + 1);
    let near = |at: usize, rng: &mut SplitMix64| match point.abs_diff(at) {
        0..4 => rng.below(2) == 0,
        _ if at < point => rng.below(12) > 0,
        _ => rng.below(60) == 0,
    };
    let mut waiting: Vec<String> = Vec::new();
    for (at, skill) in taught.iter().enumerate() {
        if near(at, rng) {
            waiting.push(skill.id.clone());
        }
    }
    let mut set = SortedSet::new();
    while let Some(id) = waiting.pop() {
        let skill = map.skill(&id).filter(|_| set.insert(id.clone()));
        waiting.extend(skill.iter().flat_map(|skill| skill.prerequisites.clone()));
    }
    set
}

fn below(rng: &mut SplitMix64, bound: usize) -> usize {
    usize::try_from(rng.below(bound as u64)).expect("small")
}

fn plain(code: &str) -> String {
    code.replace('-', "")
}

fn within(list: &Places, set: &SortedSet<String>) -> Vec<String> {
    list.skills().filter(|skill| set.contains(*skill)).map(String::from).collect()
}

#[test]
fn every_skill_of_the_course_has_its_place() {
    let (map, list) = (course(), Places::here());
    let placed: SortedSet<String> = list.skills().map(String::from).collect();
    assert_eq!(placed.len(), list.len(), "each stands there once");
    let taught = map.skills.iter().filter(|skill| !skill.items.is_empty());
    let missing: Vec<&str> = taught.map(|skill| &*skill.id).filter(|id| !placed.contains(*id)).collect();
    assert!(
        missing.is_empty(),
        "`cargo run --no-default-features --features tools --bin pack codes` adds {missing:?}"
    );
    assert!(list.len() <= MOST_PLACES);
}

#[test]
fn a_thousand_sets_come_back_and_no_slip_goes_through() {
    let (map, list) = (course(), Places::here());
    let mut rng = SplitMix64::new(17);
    let (mut edits, mut swaps, mut lengths) = (0, 0, Vec::new());
    for _ in 0..1_000 {
        let set = likely(&map, &mut rng);
        let code = plain(&list.write(&set));
        assert_eq!(list.read_code(&code), Ok(within(&list, &set)), "{code}");
        lengths.push(code.len());
        for at in 0..code.len() {
            for sign in SIGNS.chars().filter(|sign| !code[at..].starts_with(*sign)) {
                let slip = format!("{}{sign}{}", &code[..at], &code[at + 1..]);
                assert_eq!(list.read_code(&slip), Err(Slip::Mistyped), "{code} as {slip}");
                edits += 1;
            }
            let (here, next) = (&code[at..=at], code.get(at + 1..at + 2).unwrap_or_default());
            if !next.is_empty() && here != next {
                let slip = format!("{}{next}{here}{}", &code[..at], &code[at + 2..]);
                assert_eq!(list.read_code(&slip), Err(Slip::Mistyped), "{code} as {slip}");
                swaps += 1;
            }
        }
    }
    lengths.sort_unstable();
    trials::figure("return codes with a wrong sign", edits, 0);
    trials::figure("return codes with two signs swapped", swaps, 0);
    println!(
        "length of a code: half {} signs, nine in ten {}, longest {}",
        lengths[500], lengths[900], lengths[999]
    );
    assert!(lengths[900] <= 20, "nine codes in ten have at most 20 signs: {}", lengths[900]);
}

#[test]
fn any_set_at_all_comes_back() {
    let list = Places::here();
    let mut rng = SplitMix64::new(3);
    for turn in 0..2_000u64 {
        let density = turn % 5;
        let set: SortedSet<String> =
            list.skills().filter(|_| rng.below(4) < density).map(String::from).collect();
        assert_eq!(list.read_code(&list.write(&set)), Ok(within(&list, &set)));
    }
}

#[test]
fn a_code_of_an_older_course_is_read_by_a_newer_one() {
    let list = Places::here();
    let map = course();
    let mut rng = SplitMix64::new(29);
    for turn in 0..300 {
        let then = list.first(1 + turn % list.len());
        let set = likely(&map, &mut rng);
        let code = then.write(&set);
        assert_eq!(list.read_code(&code), Ok(within(&then, &set)));
        if then.len() < list.len() {
            assert_eq!(then.read_code(&list.write(&set)), Err(Slip::Newer), "and not the other way round");
        }
    }
}

/// Codes on paper are read for ever: the list only grows, and what is likely where never changes.
#[test]
fn codes_that_were_written_down_are_read_for_ever() {
    let golden = include_str!("golden/return-codes-v1.txt");
    let list = Places::here();
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let (code, skills) = line.split_once(':').expect("a code and its skills");
        let skills: Vec<&str> = skills.split_whitespace().collect();
        assert_eq!(
            list.read_code(code).as_deref(),
            Ok(&*skills.iter().map(|s| (*s).to_string()).collect::<Vec<_>>()),
            "{code}"
        );
    }
}

/// A text at random is hardly ever a code.
#[test]
fn noise_is_no_code() {
    let list = Places::here();
    let mut rng = SplitMix64::new(41);
    let signs: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ-oil ñ\u{0}🦊".chars().collect();
    let mut believed = 0;
    for _ in 0..20_000 {
        let length = below(&mut rng, 40);
        let text: String = (0..length).map(|_| signs[below(&mut rng, signs.len())]).collect();
        believed += u32::from(list.read_code(&text).is_ok());
    }
    assert!(believed < 60, "a text at random is a code once in a thousand times at most: {believed}");
    assert_eq!(list.read_code(&"Z".repeat(1_000_000)), Err(Slip::Mistyped));
}

#[test]
fn what_is_brought_back_is_taken_as_known_until_one_answer_confirms_it() {
    let map = Rc::new(course());
    let day = Day(20_000);
    let at = |seq| Hybrid { ms: 20_000 * 86_400_000 + 1_000, seq };
    let skill =
        map.skills.iter().rfind(|skill| !skill.items.is_empty() && skill.grade == 4).expect("grade four");
    let mut learner = Learner::new(map.clone());
    assert!(!learner.placed(&skill.id, day));
    let fact = Fact {
        at: at(0),
        clock: Moment::new(at(0).ms, 0),
        event: Event::BroughtBack { skills: vec![skill.id.clone(), "a.stranger".into()] },
    };
    learner.apply(&fact);
    assert!(learner.placed(&skill.id, day), "taken as known");
    assert_eq!(learner.level(&skill.id, day), Level::New, "and nothing is earned by a code");
    let held = code::mastered(&learner, day);
    assert!(
        held.contains(&skill.id) && skill.prerequisites.iter().all(|id| held.contains(id)),
        "a code of it is whole"
    );
    assert_eq!(Learner::replay(map, &[fact]).digest(), learner.digest());
}
