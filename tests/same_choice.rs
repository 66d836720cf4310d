//! What is remembered between two looks at the map changes no decision: a learner who grew answer by answer, with what
//! was worked out on the way, is asked the same as one folded afresh, and the first of all rated skills is the one chosen.
#![cfg(feature = "tools")]

use trellis::lab::simulate::{chart::Chart, ours};
use trellis::learner::{Event, Fact, Learner, Mode, Profile};
use trellis::num::{Day, Hybrid, Moment, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::{Override, Plan, select};

const MORNING: i64 = 20_000 * MS_PER_DAY + 9 * 3_600_000;

/// Answers of somebody right in so many of a hundred, over days with gaps between them; what is chosen is checked after
/// each, and on a later day.
fn walk(chart: &Chart, right: u64, seed: u64, plan: Option<Plan>) -> usize {
    let mut chance = SplitMix64::new(seed);
    let mut learner = Learner::new(chart.map.clone());
    let (mut facts, mut at, mut compared) = (Vec::new(), Hybrid::default(), 0);
    let mut tell = |learner: &mut Learner, wall: i64, event: Event| {
        at = at.tick(wall);
        let fact = Fact { at, clock: Moment::new(at.ms, 0), event };
        learner.apply(&fact);
        facts.push(fact);
        facts.clone()
    };
    tell(&mut learner, MORNING, Event::Profile(Profile { grade: Some(4), ..Profile::default() }));
    tell(&mut learner, MORNING, Event::Began { mode: Mode::Practise });
    plan.into_iter().for_each(|plan| {
        tell(&mut learner, MORNING, Event::PlanSet(plan));
    });
    for day in 0..9_i64 {
        let mut wall = MORNING + (day + i64::from(day > 4) * 12) * MS_PER_DAY;
        for number in 0..12 {
            wall += 30_000;
            let today = Day::of(wall, 0);
            let pick = select::next(&learner, today, None, seed).expect("a question");
            let won = chance.below(100) < right;
            let hints = u8::from(chance.below(10) == 0);
            let answer = ours::answer(&pick, 0, won, hints, 1);
            let mut facts = tell(&mut learner, wall, Event::Answered(answer));
            if number % 4 == 3 && won {
                let (item, level, seed) = (pick.item.clone(), pick.level, pick.seed);
                let at = facts.last().map(|fact| fact.at).unwrap_or_default();
                facts = tell(&mut learner, wall, Event::Helped { item, level, seed, at });
            }
            for (skill, state) in learner.states() {
                let listed = state.wins.windows(2).filter(|pair| pair[0].day != pair[1].day).count();
                assert_eq!(state.visits(), listed, "{skill}");
            }
            if number % 4 != 0 {
                continue;
            }
            let fresh = Learner::replay(chart.map.clone(), &facts);
            assert_eq!(learner.digest(), fresh.digest());
            for later in [0, 0, 1, 9, 0] {
                let day = Day(today.0 + later);
                let chosen = select::next(&learner, day, None, seed);
                assert_eq!(chosen, select::next(&fresh, day, None, seed), "{later} days later, {right} %");
                let first = select::candidates(&fresh, day).into_iter().next();
                let skills = (chosen.map(|pick| pick.skill), first.map(|first| first.skill));
                assert_eq!(skills.0, skills.1, "{later} days later, {right} %");
                compared += 1;
            }
        }
    }
    compared
}

#[test]
fn the_same_log_gives_the_same_question_however_it_was_folded() {
    let chart = Chart::sized(5, 9, 0);
    let mut compared = 0;
    for right in [35, 65, 85, 100] {
        for seed in [3, 8] {
            compared += walk(&chart, right, seed, None);
        }
    }
    let skill = |place: usize| chart.map.skills[place].id.clone();
    let plan = Plan {
        unit: [skill(30)].into_iter().collect(),
        overrides: [(skill(2), Override::Again), (skill(7), Override::Skip), (skill(12), Override::Knows)]
            .into_iter()
            .collect(),
        ..Plan::default()
    };
    compared += walk(&chart, 70, 5, Some(plan));
    assert!(compared > 1_000, "{compared}");
}
