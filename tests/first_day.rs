//! "Just practise", on the whole course: what a fourth-grader meets on the first day.
#![cfg(feature = "tools")]

mod common;
#[path = "common/teller.rs"]
mod teller;

use common::{MORNING, fact};
use std::rc::Rc;
use teller::whole_map;
use trellis::content::Map;
use trellis::learner::{Answered, Event, Learner, Mode, Profile};
use trellis::num::{Day, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::select::{self, Pick};

/// Days of questions to somebody who is right on so many of a hundred; with the foreseen chance of each.
fn days(
    map: &Rc<Map>,
    grade: u8,
    right: u64,
    seed: u64,
    days: i64,
    questions: usize,
) -> Vec<Vec<(Pick, f64)>> {
    let mut chance = SplitMix64::new(seed);
    let mut learner = Learner::new(map.clone());
    let told = [
        Event::Profile(Profile { grade: Some(grade), ..Profile::default() }),
        Event::Began { mode: Mode::Practise },
    ];
    told.into_iter().for_each(|event| learner.apply(&fact(MORNING, event)));
    let one_day = |day: i64| {
        let mut wall = MORNING + day * MS_PER_DAY;
        let mut asked = Vec::new();
        for _ in 0..questions {
            wall += 30_000;
            let today = Day::of(wall, 0);
            let pick = select::next(&learner, today, None, seed).expect("a question");
            let options = map.item(&pick.item, pick.level).map_or(0, |(_, entry)| entry.options);
            let foreseen = learner.foresee(&pick.skill, &pick.item, pick.level, options, today);
            let won = chance.below(100) < right;
            let answer = common::answer(&pick.skill, "", pick.level, pick.seed, won);
            let answer = Answered { item: pick.item.clone(), options, ..answer };
            learner.apply(&fact(wall, Event::Answered(answer)));
            asked.push((pick, foreseen));
        }
        asked
    };
    (0..days).map(one_day).collect()
}

fn longest_run(day: &[(Pick, f64)]) -> usize {
    day.chunk_by(|a, b| a.0.skill == b.0.skill).map(<[_]>::len).max().unwrap_or(0)
}

#[test]
fn ten_questions_are_never_of_one_skill_where_another_is_ready() {
    let map = Rc::new(whole_map());
    for right in [60, 80, 95, 100] {
        for seed in 0..6 {
            for (number, day) in days(&map, 4, right, seed, 3, 12).iter().enumerate() {
                let mut skills: Vec<&str> = day.iter().map(|(pick, _)| pick.skill.as_str()).collect();
                let told = format!("{right} %, seed {seed}, day {number}: {skills:?}");
                assert!(longest_run(day) <= 4, "{told}");
                skills.sort_unstable();
                skills.dedup();
                // Somebody for whom little works yet has two skills in turn.
                assert!(skills.len() >= if right < 80 { 2 } else { 3 }, "{told}");
            }
        }
    }
}

#[test]
fn a_day_begins_with_what_is_likely_to_go_well() {
    let map = Rc::new(whole_map());
    for right in [80, 95] {
        let mut all = Vec::new();
        for seed in 0..6 {
            for day in days(&map, 4, right, seed, 4, 12).iter().skip(1) {
                all.extend(day.iter().take(3).map(|(_, foreseen)| *foreseen));
            }
        }
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        assert!(mean >= 0.85, "{right} %: the first three of a day are foreseen at {mean:.2} {all:.2?}");
    }
}
