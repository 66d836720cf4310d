//! A learner's days, told as stories, and what holds for every learner.

mod common;

use common::{MORNING, answer, fact, map};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;
use trellis::learner::{Event, Fact, Learner, Level, MODEL};
use trellis::num::{Day, Hybrid, time::MS_PER_DAY};

/// `"d0 a.bare 2 right"`: day, family, level, verdict; with `hinted` at the end the answer followed a hint.
fn told(lines: &[&str]) -> Vec<Fact> {
    let one = |(number, line): (usize, &&str)| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let day: i64 = words[0].trim_start_matches('d').parse().expect("a day");
        let (skill, family) = words[1].split_once('.').expect("skill.family");
        let number = u32::try_from(number).expect("short");
        let mut answer =
            answer(skill, family, words[2].parse().expect("a level"), number, words[3] == "right");
        answer.hints = u8::from(words.get(4) == Some(&"hinted"));
        let wall = MORNING + day * MS_PER_DAY + i64::from(number) * 30_000;
        fact(wall, Event::Answered(answer))
    };
    lines.iter().enumerate().map(one).collect()
}

fn check(lines: &[&str], expected: Expect) {
    let mut learner = Learner::new(map());
    let mut story = String::new();
    for (line, fact) in lines.iter().zip(told(lines)) {
        learner.apply(&fact);
        let skill = line.split_whitespace().nth(1).and_then(|w| w.split('.').next()).expect("a skill");
        let owed = if learner.owed.is_empty() { "" } else { ", owed" };
        writeln!(story, "{line} -> {:?}{owed}", learner.level(skill, fact.day())).expect("strings grow");
    }
    expected.assert_eq(&story);
}

#[test]
fn practised_comes_in_one_sitting_and_mastered_on_another_day() {
    check(
        &[
            "d0 a.bare 1 right",
            "d0 a.words 1 right",
            "d0 a.bare 2 right",
            "d0 a.words 2 right",
            "d0 a.bare 2 right",
            "d0 a.words 3 right",
            "d1 a.bare 2 right",
            "d1 a.words 3 right",
            "d1 a.bare 3 right",
        ],
        expect![[r#"
            d0 a.bare 1 right -> Started
            d0 a.words 1 right -> Started
            d0 a.bare 2 right -> Practised
            d0 a.words 2 right -> Practised
            d0 a.bare 2 right -> Practised
            d0 a.words 3 right -> Practised
            d1 a.bare 2 right -> Practised
            d1 a.words 3 right -> Practised
            d1 a.bare 3 right -> Mastered
        "#]],
    );
}

#[test]
fn a_hint_earns_nothing_until_one_is_solved_alone() {
    check(
        &[
            "d0 a.bare 1 right hinted",
            "d0 a.bare 1 right hinted",
            "d0 a.bare 2 right hinted",
            "d0 a.bare 2 right",
            "d0 a.words 2 right",
        ],
        expect![[r#"
            d0 a.bare 1 right hinted -> Started, owed
            d0 a.bare 1 right hinted -> Started, owed
            d0 a.bare 2 right hinted -> Started, owed
            d0 a.bare 2 right -> Started
            d0 a.words 2 right -> Started
        "#]],
    );
}

#[test]
fn what_was_shown_never_falls_even_after_a_bad_day() {
    let mut facts = told(&["d0 a.bare 2 right"]);
    facts.push(fact(
        MORNING + 40_000,
        Event::LevelShown { skill: "a".into(), level: Level::Practised, model: MODEL },
    ));
    facts.extend(told(&["d5 a.bare 1 wrong", "d5 a.words 1 wrong", "d9 a.bare 1 wrong"]));
    let learner = Learner::replay(map(), &facts);
    assert_eq!(learner.level("a", Day(20_009)), Level::Practised);
}

#[test]
fn someone_helped_me_takes_the_credit_and_owes_another() {
    let mut facts = told(&["d0 a.bare 2 right", "d0 a.words 2 right"]);
    let alone = Learner::replay(map(), &facts);
    let helped = Event::Helped { item: "a.words".into(), level: 2, seed: 1, at: Hybrid::default() };
    facts.push(fact(MORNING + 90_000, helped));
    let learner = Learner::replay(map(), &facts);
    let day = Day(20_000);
    assert!(learner.chance("a", "a.bare", 2, 0, day) < alone.chance("a", "a.bare", 2, 0, day));
    assert_eq!(learner.owed.len(), 1);
    assert_eq!(learner.skill("a").expect("practised").wins.len(), 1);
}

prop_compose! {
    fn any_answer()(skill in "[abc]", family in prop::sample::select(vec!["bare", "words", "pick"]), level in 1u8..=3,
        seed in 0u32..50, right: bool, attempt in 1u8..=3, hints in 0u8..3, gap in 0i64..3 * MS_PER_DAY,
        back: bool) -> (Fact, i64) {
        let mut answer = answer(&skill, family, level, seed, right);
        (answer.attempt, answer.hints) = (attempt, hints);
        (fact(0, Event::Answered(answer)), if back { -gap / 2 } else { gap })
    }
}

/// Facts in the order of a hybrid clock, whatever the wall clock did.
fn history(parts: Vec<(Fact, i64)>) -> Vec<Fact> {
    let (mut wall, mut at) = (MORNING, Hybrid::default());
    let place = |(mut fact, gap): (Fact, i64)| {
        wall += gap;
        at = at.tick(wall);
        (fact.at, fact.clock.wall) = (at, wall);
        fact
    };
    parts.into_iter().map(place).collect()
}

proptest! {
    #[test]
    fn replay_is_live(parts in prop::collection::vec(any_answer(), 1..60)) {
        let facts = history(parts);
        let mut live = Learner::new(map());
        facts.iter().for_each(|fact| live.apply(fact));
        prop_assert_eq!(live.digest(), Learner::replay(map(), &facts).digest());
    }

    #[test]
    fn an_unassisted_right_answer_never_lowers_the_chance(parts in prop::collection::vec(any_answer(), 0..40)) {
        let mut learner = Learner::replay(map(), &history(parts));
        let day = learner.day(Day(20_000));
        let wall = i64::from(day.0) * MS_PER_DAY;
        let before = learner.chance("b", "b.bare", 2, 0, day);
        learner.apply(&fact(wall, Event::Answered(answer("b", "bare", 2, 99, true))));
        prop_assert!(learner.chance("b", "b.bare", 2, 0, day) >= before);
    }

    #[test]
    fn chances_stay_inside_guess_and_slip(parts in prop::collection::vec(any_answer(), 0..60), options in 0u8..5) {
        let learner = Learner::replay(map(), &history(parts));
        let guess = if options < 2 { 0.02 } else { 1.0 / f64::from(options) };
        let chance = learner.chance("a", "a.bare", 1, options, learner.day(Day(0)));
        prop_assert!(chance > guess && chance < 0.95, "{}", chance);
    }

    #[test]
    fn a_slow_answer_counts_like_a_quick_one(parts in prop::collection::vec(any_answer(), 1..30), ms: u32) {
        let facts = history(parts);
        let slow: Vec<Fact> = facts.iter().cloned().map(|mut fact| {
            if let Event::Answered(answer) = &mut fact.event {
                answer.ms = ms;
            }
            fact
        }).collect();
        prop_assert_eq!(Learner::replay(map(), &facts).digest(), Learner::replay(map(), &slow).digest());
    }

    #[test]
    fn an_unassisted_right_answer_never_lowers_what_is_believed_of_the_skill(
        parts in prop::collection::vec(any_answer(), 0..40), skill in "[abc]",
        family in prop::sample::select(vec!["bare", "words", "pick"]), level in 1u8..=3,
    ) {
        let mut learner = Learner::replay(map(), &history(parts));
        let day = learner.day(Day(20_000));
        let before = learner.reference(&skill, day).mean;
        let wall = i64::from(day.0) * MS_PER_DAY;
        learner.apply(&fact(wall, Event::Answered(answer(&skill, family, level, 99, true))));
        prop_assert!(learner.reference(&skill, day).mean >= before);
    }

    #[test]
    fn no_answer_hint_or_help_lowers_a_displayed_level(parts in prop::collection::vec(any_answer(), 1..60), helped: u8) {
        let mut learner = Learner::new(map());
        let mut shown = [Level::New; 3];
        for fact in history(parts) {
            learner.apply(&fact);
            if let Event::Answered(answer) = &fact.event && helped % 3 == 0 {
                let (item, level, seed, at) = (answer.item.clone(), answer.level, answer.seed, fact.at);
                learner.apply(&Fact { event: Event::Helped { item, level, seed, at }, ..fact.clone() });
            }
            let day = learner.day(fact.day());
            for (skill, shown) in ["a", "b", "c"].iter().zip(&mut shown) {
                let level = learner.level(skill, day);
                prop_assert!(level >= *shown, "{} fell from {:?} to {:?}", skill, shown, level);
                *shown = level;
            }
        }
    }

    #[test]
    fn levels_that_were_shown_stay_whatever_is_imported(
        mine in prop::collection::vec(any_answer(), 1..40), theirs in prop::collection::vec(any_answer(), 1..40),
    ) {
        let mut facts = history(mine);
        let mut learner = Learner::replay(map(), &facts);
        let day = learner.day(Day(20_000));
        let last = facts.last().expect("at least one").at;
        let shown = |(skill, seq): (&str, u32)| Fact {
            at: Hybrid { ms: last.ms, seq: last.seq + seq },
            ..fact(last.ms, Event::LevelShown { skill: skill.into(), level: learner.level(skill, day), model: MODEL })
        };
        let shown: Vec<Fact> = [("a", 1), ("b", 2), ("c", 3)].map(shown).to_vec();
        facts.extend(shown);
        facts.extend(history(theirs));
        facts.sort_by_key(|fact| fact.at);
        let before = ["a", "b", "c"].map(|skill| learner.level(skill, day));
        learner = Learner::replay(map(), &facts);
        let day = learner.day(day);
        for (skill, before) in ["a", "b", "c"].iter().zip(before) {
            prop_assert!(learner.level(skill, day) >= before);
        }
    }

    #[test]
    fn what_is_believed_and_foreseen_stays_within_bounds(
        parts in prop::collection::vec(any_answer(), 0..80), level in 1u8..=5, options in 0u8..6,
        away in 0i32..900,
    ) {
        let learner = Learner::replay(map(), &history(parts));
        let day = Day(learner.day(Day(0)).0 + away);
        let guess = if options < 2 { 0.02 } else { 1.0 / f64::from(options) };
        for family in ["bare", "words", "pick"] {
            let item = format!("b.{family}");
            for p in [learner.chance("b", &item, level, options, day), learner.foresee("b", &item, level, options, day)] {
                prop_assert!(p > guess && p < 0.95, "{}", p);
            }
        }
        for skill in ["a", "b", "c", "unknown"] {
            let belief = learner.reference(skill, day);
            prop_assert!(belief.var > 0.0 && belief.mean.is_finite());
        }
    }
}

/// Answers right on numbers and wrong in every story are a matter of words.
#[test]
fn wrong_only_in_words_flags_the_words_and_spares_the_mathematics() {
    let worded = {
        let mut map = (*map()).clone();
        let entries = map.skills.iter_mut().flat_map(|skill| &mut skill.items);
        entries
            .filter(|entry| entry.item.ends_with("words"))
            .for_each(|entry| entry.tags = vec!["words".into()]);
        std::rc::Rc::new(map)
    };
    let bare = ["d0 a.bare 2 right", "d0 a.bare 2 right", "d0 a.bare 2 right"];
    let words = ["d0 a.words 2 wrong", "d0 a.words 2 wrong", "d0 a.words 2 wrong"];
    let day = Day(20_000);
    let fold = |lines: &[&str]| Learner::replay(worded.clone(), &told(lines));
    let (alone, both) = (fold(&bare), fold(&[bare, words].concat()));
    let all_wrong = fold(&[bare, ["d0 a.bare 2 wrong"; 3]].concat());
    assert!(!alone.words_are_hard() && both.words_are_hard());
    let lost = |learner: &Learner| alone.reference("a", day).mean - learner.reference("a", day).mean;
    assert!(lost(&both) < 0.5 * lost(&all_wrong), "{} {}", lost(&both), lost(&all_wrong));
}

#[test]
fn success_speaks_for_what_a_skill_builds_on_and_failure_against_what_builds_on_it() {
    let day = Day(20_000);
    let fresh = Learner::new(map());
    let right = Learner::replay(map(), &told(&["d0 b.bare 2 right", "d0 b.words 2 right"]));
    let wrong = Learner::replay(map(), &told(&["d0 b.bare 2 wrong", "d0 b.words 2 wrong"]));
    let belief = |learner: &Learner, skill: &str| learner.reference(skill, day).mean;
    let moved = |learner: &Learner, skill: &str| belief(learner, skill) - belief(&fresh, skill);
    assert!(moved(&right, "a") > moved(&right, "c") && moved(&right, "c") > 0.0);
    assert!(moved(&wrong, "c") < moved(&wrong, "a") && moved(&wrong, "a") < 0.0);
}

#[test]
fn using_a_skill_keeps_what_it_builds_on_in_memory() {
    let lines = ["d0 a.bare 2 right", "d0 b.bare 2 right", "d9 b.bare 2 right"];
    let used = Learner::replay(map(), &told(&lines));
    let unused = Learner::replay(map(), &told(&lines[..2]));
    let later = Day(20_020);
    assert!(used.recall("a", later) > unused.recall("a", later));
}
