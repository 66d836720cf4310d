//! Single learners who test one promise of the tutor: who games it, who is fragile, who cannot read the words.

use super::chart::Chart;
use super::ours::Sitting;
use super::world::unit;
use crate::learner::{Event, Level};
use crate::num::SplitMix64;
use crate::tutor::select::{Pick, Reason};

/// Ways to make the tutor believe what is not so.
pub const STRATEGIES: [&str; 5] =
    ["honest", "hint when unsure", "prove-it daily", "helped on every miss", "copies the solution"];
const TRULY: f64 = 0.60;

/// Share of learners truly at .60 on a skill who are called masters within 40 questions over ten days.
pub fn falsely_mastered(strategy: &str, learners: u64, seed: u64) -> f64 {
    let chart = Chart::made(0);
    let mut count = 0;
    for number in 0..learners {
        let mut chance = SplitMix64::new(seed.wrapping_add(number).wrapping_mul(77));
        let mut sitting = Sitting::new(&chart, Some(4), number);
        let skill = &chart.map.skills[63];
        let mut mastered = false;
        for day in 0..10 {
            sitting.open(day);
            for _ in 0..4 {
                let Some(pick) = sitting.next(Some(&skill.id)) else { break };
                game(&mut sitting, &pick, strategy, &mut chance);
                mastered |= sitting.mastered(&skill.id);
            }
        }
        count += u64::from(mastered);
    }
    count as f64 / learners.max(1) as f64
}

/// One question, whatever its difficulty: the learner knows six in ten, and knows when.
fn game(sitting: &mut Sitting, pick: &Pick, strategy: &str, chance: &mut SplitMix64) {
    let knows = unit(chance) < TRULY;
    match strategy {
        "hint when unsure" if !knows && unit(chance) < 0.7 => sitting.answered(pick, 0, true, 1),
        "helped on every miss" if !knows => {
            sitting.answered(pick, 0, true, 0);
            sitting.helped(pick);
        }
        "copies the solution" if !knows => {
            sitting.answered(pick, 0, false, 0);
            for attempt in [2, 3] {
                sitting.record(Event::Answered(super::ours::answer(pick, 0, attempt == 3, 0, attempt)));
            }
        }
        _ => sitting.answered(pick, 0, knows, 0),
    }
}

/// What becomes of fragile learners.
pub struct Fragile {
    /// The grade they name.
    pub grade: u8,
    /// Right answers among the first ten: the median, and the share of learners with at least seven.
    pub median: f64,
    pub seven: f64,
    /// Share of questions after two misses in a row that are neither easier nor pictured nor another skill's.
    pub unhelped: f64,
}

/// Learners who answer nine in ten two grades down and two in ten at their grade. They name grade 4, or two above the
/// lowest that is taught.
pub fn fragile(chart: &Chart, learners: u64, seed: u64) -> Fragile {
    let lowest = chart.map.skills.iter().map(|skill| skill.grade).min().unwrap_or(0);
    let own = (lowest + 2).max(4);
    let mut firsts = Vec::new();
    let (mut unhelped, mut asked) = (0_u32, 0_u32);
    for number in 0..learners {
        let mut chance = SplitMix64::new(seed.wrapping_add(number).wrapping_mul(131));
        let mut sitting = Sitting::new(chart, Some(own), number);
        let (mut right_of_ten, mut misses) = (0, 0_u32);
        let mut before: Option<Pick> = None;
        for question in 0..30 {
            let Some(pick) = sitting.next(None) else { break };
            let grade = chart.map.skills.iter().find(|s| s.id == pick.skill).map_or(own, |s| s.grade);
            if misses >= 2 {
                asked += 1;
                let easier = before.as_ref().is_some_and(|before| {
                    pick.level < before.level || pick.skill != before.skill || pick.level == 1
                });
                let gentler = easier || matches!(pick.reason, Reason::Easier | Reason::Basics { .. });
                if !gentler {
                    unhelped += 1;
                }
            }
            // A level more or less moves the chance a little.
            let mean = match own.saturating_sub(grade) {
                0 => 0.20,
                1 => 0.55,
                _ => 0.90,
            };
            let right = unit(&mut chance) < (mean - 0.05 * (f64::from(pick.level) - 2.0)).clamp(0.02, 0.98);
            sitting.answered(&pick, 0, right, 0);
            right_of_ten += u32::from(right && question < 10);
            misses = if right { 0 } else { misses + 1 };
            before = Some(pick);
        }
        firsts.push(right_of_ten);
    }
    firsts.sort_unstable();
    let seven = firsts.iter().filter(|right| **right >= 7).count() as f64;
    Fragile {
        grade: own,
        median: firsts.get(firsts.len() / 2).copied().map_or(0.0, f64::from),
        seven: seven / firsts.len().max(1) as f64,
        unhelped: f64::from(unhelped) / f64::from(asked.max(1)),
    }
}

/// Questions until the bare skill is practised, for somebody always right and for somebody wrong in every word
/// problem; and whether words were named as what is hard.
pub fn words(learners: u64) -> (f64, f64, f64) {
    let chart = Chart::made(0);
    let skill = &chart.map.skills[63];
    let run = |reads: bool, salt: u64| {
        let mut sitting = Sitting::new(&chart, Some(4), salt);
        let mut count = 0_u32;
        for day in 0..20 {
            sitting.open(day);
            for _ in 0..4 {
                let Some(pick) = sitting.next(Some(&skill.id)) else { break };
                let right = reads || !pick.item.ends_with("words");
                sitting.answered(&pick, 0, right, 0);
                count += 1;
                if sitting.learner.level(&skill.id, sitting.day()) >= Level::Mastered {
                    return (count, sitting.learner.words_are_hard());
                }
            }
        }
        (count, sitting.learner.words_are_hard())
    };
    let (mut always, mut bare, mut flagged) = (0.0, 0.0, 0.0);
    for salt in 0..learners {
        always += f64::from(run(true, salt).0);
        let (count, named) = run(false, salt);
        bare += f64::from(count);
        flagged += f64::from(u8::from(named));
    }
    let n = learners.max(1) as f64;
    (always / n, bare / n, flagged / n)
}
