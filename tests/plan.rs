//! What an adult asks for, on the whole course: this week's unit, what was taught or comes later, a corrected status.
#![cfg(feature = "tools")]

mod common;
#[path = "common/teller.rs"]
mod teller;

use common::{MORNING, fact};
use std::rc::Rc;
use teller::{Teller, whole_map};
use trellis::content::{Locale, Map};
use trellis::learner::{Answered, Event, Fact, Learner, Level, Mode, Override, Plan, Profile};
use trellis::num::{Day, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::select::{self, Pick, Reason};
use trellis::tutor::survey::Survey;
use trellis::tutor::{Msg, Steer};

/// A fourth-grader at practice, who is right on so many of a hundred questions.
struct Child {
    learner: Learner,
    wall: i64,
    right: u64,
    chance: SplitMix64,
}

impl Child {
    fn new(map: &Rc<Map>, right: u64, seed: u64) -> Self {
        let (learner, chance) = (Learner::new(map.clone()), SplitMix64::new(seed));
        let mut child = Self { learner, wall: MORNING, right, chance };
        child.record(Event::Profile(Profile { grade: Some(4), ..Profile::default() }));
        child.record(Event::Began { mode: Mode::Practise });
        child
    }

    fn record(&mut self, event: Event) {
        self.wall += 30_000;
        self.learner.apply(&fact(self.wall, event));
    }

    fn day(&self) -> Day {
        Day::of(self.wall, 0)
    }

    fn next(&self) -> Pick {
        select::next(&self.learner, self.day(), None, 7).expect("a question")
    }

    fn on_path(&self, skill: &str) -> bool {
        let survey = Survey::of(&self.learner, &self.learner.plan, self.day());
        survey.standing(skill).is_some_and(|standing| standing.on_path)
    }

    fn answer(&mut self, pick: &Pick) {
        let right = self.chance.below(100) < self.right;
        self.give(pick, right);
    }

    fn give(&mut self, pick: &Pick, right: bool) {
        let options = self.learner.map().item(&pick.item, pick.level).map_or(0, |(_, entry)| entry.options);
        let answer = common::answer(&pick.skill, "", pick.level, pick.seed, right);
        self.record(Event::Answered(Answered { item: pick.item.clone(), options, ..answer }));
    }

    /// A day of twelve questions; how many were on the unit's path.
    fn practise(&mut self) -> usize {
        let mut on = 0;
        for _ in 0..12 {
            let pick = self.next();
            on += usize::from(self.on_path(&pick.skill));
            self.answer(&pick);
        }
        self.wall = MORNING + MS_PER_DAY * i64::from(self.day().since(Day::of(MORNING, 0)) + 1);
        on
    }
}

fn unit_of(skills: &[&str]) -> Plan {
    Plan { unit: skills.iter().map(|skill| skill.to_string()).collect(), ..Plan::default() }
}

fn says(skill: &str, word: Override) -> Plan {
    Plan { overrides: [(skill.to_string(), word)].into_iter().collect(), ..Plan::default() }
}

#[test]
fn at_least_half_of_every_day_is_on_the_way_to_the_unit_and_the_rest_is_not() {
    let map = Rc::new(whole_map());
    for (right, seed) in [(55, 1), (70, 2), (85, 3), (97, 4)] {
        let mut child = Child::new(&map, right, seed);
        // Two days of practice, then a unit that this learner is not ready for, for a week.
        let before = child.practise() + child.practise();
        assert_eq!(before, 0, "nothing leads yet");
        child.record(Event::PlanSet(unit_of(&["fr.add-unlike", "fr.sub-unlike"])));
        let mut others = 0;
        for day in 0..5 {
            let on = child.practise();
            let level = |skill| child.learner.level(skill, child.day());
            let done = ["fr.add-unlike", "fr.sub-unlike"].map(level) == [Level::Mastered; 2];
            assert!(done || on >= 6, "{right} %, day {day}: {on} of 12");
            others += 12 - on;
        }
        assert!(others > 0, "{right} %: what is under way is not dropped");
    }
}

#[test]
fn a_unit_leads_only_on_its_days() {
    let map = Rc::new(whole_map());
    let mut child = Child::new(&map, 80, 5);
    child.practise();
    let today = child.day();
    let week = |from: i32, until: i32| Plan {
        from: Some(Day(today.0 + from)),
        until: Some(Day(today.0 + until)),
        ..unit_of(&["fr.add-unlike"])
    };
    let leads = |plan: Plan| {
        let pick = select::next_within(&child.learner, &plan, today, None, 7).expect("a question");
        Survey::of(&child.learner, &plan, today).standing(&pick.skill).is_some_and(|s| s.on_path)
    };
    assert!(leads(week(0, 0)) && leads(week(-3, 1)));
    assert!(!leads(week(1, 5)) && !leads(week(-7, -1)));
}

#[test]
fn what_is_skipped_or_comes_later_is_not_chosen_and_only_the_first_lets_others_through() {
    let map = Rc::new(whole_map());
    let (skill, next) = map
        .skills
        .iter()
        .find_map(|next| match next.prerequisites.as_slice() {
            [only] if map.skill(only).is_some_and(|s| !s.items.is_empty()) => Some((only, &next.id)),
            _ => None,
        })
        .expect("a chain");
    let ready = |plan: &Plan, skill: &str| {
        let child = Child::new(&map, 80, 6);
        Survey::of(&child.learner, plan, child.day()).standing(skill).is_some_and(|s| s.ready)
    };
    assert!(!ready(&Plan::default(), next));
    assert!(ready(&says(skill, Override::Skip), next));
    assert!(ready(&says(skill, Override::Knows), next));
    assert!(ready(&says(next, Override::Taught), next));
    assert!(!ready(&says(skill, Override::NotYet), next));
    for word in [Override::Skip, Override::NotYet] {
        let mut child = Child::new(&map, 80, 7);
        let first = child.next().skill;
        child.record(Event::PlanSet(says(&first, word)));
        for _ in 0..40 {
            let pick = child.next();
            assert_ne!(pick.skill, first, "{word:?}");
            child.answer(&pick);
        }
    }
}

#[test]
fn a_corrected_status_is_asked_for_and_lowers_nothing_the_learner_sees() {
    let map = Rc::new(whole_map());
    let mut child = Child::new(&map, 100, 8);
    (0..4).for_each(|_| {
        child.practise();
    });
    let practised = |child: &Child| {
        let level = |id: &str| child.learner.level(id, child.day());
        map.skills.iter().map(|skill| skill.id.clone()).find(|id| level(id) >= Level::Practised)
    };
    let skill = practised(&child).expect("something is practised");
    let (level, chance) = {
        let day = child.day();
        (child.learner.level(&skill, day), child.learner.reference(&skill, day))
    };
    child.record(Event::PlanSet(says(&skill, Override::Again)));
    assert_eq!(child.learner.level(&skill, child.day()), level);
    assert_eq!(child.learner.reference(&skill, child.day()), chance, "a word is no evidence");
    let asked = |child: &mut Child, questions: usize| {
        (0..questions)
            .filter(|_| {
                let pick = child.next();
                child.give(&pick, true);
                pick.skill == skill && pick.reason == Reason::Unit
            })
            .count()
    };
    assert_eq!(asked(&mut child, 20), 3, "three right answers, in turn with others, and it is done");

    // "She knows this": placed, and confirmed by an answer of her own.
    let mut child = Child::new(&map, 50, 9);
    child.practise();
    let far = {
        let survey = Survey::of(&child.learner, &child.learner.plan, child.day());
        let unknown =
            |skill: &str| survey.standing(skill).is_some_and(|s| s.level == Level::New && !s.secure);
        map.skills.iter().rev().find(|s| !s.items.is_empty() && unknown(&s.id)).expect("one")
    };
    child.record(Event::PlanSet(says(&far.id, Override::Knows)));
    let survey = Survey::of(&child.learner, &child.learner.plan, child.day());
    let standing = survey.standing(&far.id).expect("on the map");
    assert!(standing.placed && standing.secure && standing.level == Level::New);
}

#[test]
fn a_plan_comes_as_one_fact_and_is_taken_back_by_an_empty_one() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    teller.answer_right().next();
    let before = teller.session.practice().expect("a question").question.skill.clone();
    let facts =
        |teller: &Teller| -> Vec<Event> { teller.facts.iter().map(|f: &Fact| f.event.clone()).collect() };
    let plan = Plan { until: Some(Day(20_004)), ..unit_of(&["fr.add-unlike"]) };
    teller.say(Msg::Steer(Steer::Plan(plan.clone())));
    assert_eq!(facts(&teller).last(), Some(&Event::PlanSet(plan.clone())));
    assert_eq!(teller.session.learner.plan, plan);
    // It is part of the record: another device that reads it decides alike.
    let replayed = Learner::replay(teller.session.learner.map().clone(), &teller.facts);
    assert_eq!(replayed.digest(), teller.session.learner.digest());
    teller.say(Msg::Steer(Steer::Plan(Plan::default())));
    assert_eq!(teller.session.learner.plan, Plan::default());
    teller.say(Msg::Practise(None));
    assert_eq!(teller.session.practice().expect("a question").question.skill, before);
}
