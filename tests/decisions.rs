//! What the tutor decides for three skills in a chain: help in time, the way back, a teacher's plan, trials, forecasts.

mod common;

use common::{MORNING, answer, fact, map};
use trellis::learner::{Event, Fact, Learner, Level, Profile};
use trellis::num::{Day, SortedMap, SortedSet, time::MS_PER_DAY};
use trellis::tutor::forecast::{forecast, warnings};
use trellis::tutor::select::{self, Reason};
use trellis::tutor::support::{Support, support, trial};
use trellis::tutor::{Override, Plan};

const TODAY: Day = Day(20_000);

/// Answers of one skill, `r` for right and `w` for wrong, families in turn, beginning on a day.
fn answers(skill: &str, day: i64, verdicts: &str) -> Vec<Fact> {
    let one = |(number, verdict): (usize, char)| {
        let seed = u32::try_from(number).expect("short");
        let family = ["bare", "words"][number % 2];
        let answer = answer(skill, family, 2, seed, verdict == 'r');
        let place = i64::from(skill.as_bytes()[0] - b'a') * 1_000_000 + i64::from(seed) * 30_000;
        fact(MORNING + day * MS_PER_DAY + place, Event::Answered(answer))
    };
    verdicts.chars().enumerate().map(one).collect()
}

fn learner(parts: &[Vec<Fact>]) -> Learner {
    Learner::replay(map(), &parts.concat())
}

#[test]
fn help_grows_with_misses_and_ends_in_a_rest() {
    let check = |verdicts: &str, expected: Support| {
        let facts = [answers("a", 0, "rrrr"), answers("b", 0, verdicts)];
        assert_eq!(support(&learner(&facts), "b", TODAY), expected, "{verdicts}");
    };
    check("rw", Support::None);
    check("rww", Support::Easier);
    check("rwww", Support::Example);
    check("rwwwww", Support::Back { skill: "a".into() });
    check("rwwwwwwww", Support::Rest);
    check("wwr", Support::None);
}

#[test]
fn five_misses_lead_to_the_weakest_prerequisite_and_eight_put_the_skill_away() {
    let next = |verdicts: &str| {
        let learner = learner(&[answers("a", 0, "rrrr"), answers("b", 0, verdicts)]);
        select::next(&learner, TODAY, None, 1).expect("a question")
    };
    let back = next("wwwww");
    assert_eq!((back.skill.as_str(), back.reason), ("a", Reason::Basics { skill: "b".into() }));
    assert_ne!(next("wwwwwwww").skill, "b");
}

#[test]
fn a_teachers_plan_opens_closes_and_leads_and_is_reversible() {
    let learner = learner(&[answers("a", 0, "rrrr")]);
    let says = |skill: &str, word: Override| Plan {
        overrides: SortedMap::from([(skill.to_string(), word)]),
        ..Plan::default()
    };
    let skill = |plan: &Plan| select::next_within(&learner, plan, TODAY, None, 1).expect("a question").skill;
    assert_eq!(skill(&Plan::default()), "b");
    assert_ne!(skill(&says("b", Override::NotYet)), "b");
    assert_ne!(skill(&says("b", Override::Skip)), "b");
    let mut taught = says("c", Override::Taught);
    taught.unit = SortedSet::from(["c".to_string()]);
    let pick = select::next_within(&learner, &taught, TODAY, None, 1).expect("a question");
    assert_eq!((pick.skill.as_str(), pick.reason), ("c", Reason::Unit));
    assert_eq!(skill(&Plan::default()), "b", "an override is no evidence");
}

#[test]
fn the_first_question_of_all_is_one_grade_below_the_learners_own() {
    // Skill `a` is of grade 2 here, the two that build on it of grade 4.
    let mut far = (*map()).clone();
    far.skills[0].grade = 2;
    let begins = |grade: u8| {
        let profile = Event::Profile(Profile { grade: Some(grade), ..Profile::default() });
        let learner = Learner::replay(std::rc::Rc::new(far.clone()), &[fact(MORNING, profile)]);
        select::next(&learner, TODAY, None, 1).expect("a question").skill
    };
    assert_eq!(begins(5), "b");
    assert_eq!(begins(4), "a", "nothing of grade 3 is here: from the root");
}

#[test]
fn a_trial_is_two_to_four_fresh_questions_once_a_day() {
    let nobody = learner(&[]);
    let first = trial(&nobody, "a", TODAY, 1).expect("a trial");
    assert_eq!(first.len(), 4);
    assert!(first.iter().all(|pick| pick.level >= 2 && pick.reason == Reason::Prove));
    let began = Event::TrialBegan { skill: "a".into(), questions: 4 };
    let tried = learner(&[vec![fact(MORNING, began)], answers("a", 0, "rrrr")]);
    assert_eq!(trial(&tried, "a", TODAY, 1), None);
    let tomorrow = trial(&tried, "a", Day(20_001), 1).expect("another day");
    assert_eq!(tomorrow.len(), 2);
    let met = |pick: &select::Pick| {
        let seeds = if pick.item == "a.bare" { [0, 2] } else { [1, 3] };
        pick.level == 2 && seeds.contains(&pick.seed)
    };
    assert!(!tomorrow.iter().any(met));
}

#[test]
fn a_forecast_is_a_range_that_shrinks_on_the_way() {
    let far = forecast(&learner(&[]), &["c"], TODAY).expect("c is taught");
    let near = forecast(&learner(&[answers("a", 0, "rrrrrr")]), &["c"], TODAY).expect("c is taught");
    assert_eq!(far.skills, ["a", "b", "c"]);
    assert_eq!(near.skills, ["b", "c"]);
    for range in [far.questions, far.days, near.questions, near.days] {
        assert!(0.0 < range.low && range.low < range.likely && range.likely < range.high, "{range:?}");
    }
    assert!(near.questions.likely < far.questions.likely);
    assert_eq!(forecast(&learner(&[]), &["no such skill"], TODAY), None);
}

#[test]
fn a_warning_names_what_is_missing_and_a_finished_skill_has_none() {
    let weak = learner(&[answers("a", 0, "wwrww")]);
    let found = warnings(&weak, &["b"], TODAY);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].skill.as_str(), found[0].because.as_slice()), ("b", &["a".to_string()][..]));
    let strong = learner(&[answers("a", 0, "rrrrrrrr"), answers("b", 0, "rrrrrr")]);
    assert!(strong.level("b", TODAY) >= Level::Practised);
    assert!(warnings(&strong, &["b"], TODAY).is_empty());
    assert!(warnings(&learner(&[]), &["b"], TODAY).is_empty(), "nothing is said of somebody unknown");
}
