//! The read-out: what the filter left unexplained, weighed into the chance of a right answer. The weights are data
//! with a version (`content/model/readout.json`, copied into `weights.rs` by `lab fit`); they were fitted on many
//! learners and are never trained on one child.

use super::ability::Expectation;
use super::own::REFIT_AFTER;
use super::trace::{Asked, gap};
use super::weights::WEIGHTS;
use crate::num::math;

pub const FEATURES: usize = 24;

/// The names of [`features`], in order.
pub const NAMES: [&str; FEATURES] = [
    "g5",
    "g9",
    "g98",
    "s5",
    "s8",
    "s1",
    "klast",
    "glast",
    "kstreak",
    "mk",
    "mg",
    "lkn",
    "ilast",
    "ia",
    "lgn",
    "z",
    "z*lkn/3",
    "s8/(1+lkn)",
    "s5/(1+lkn)",
    "mk*lkn",
    "1",
    "1/(1+lkn)",
    "gap",
    "kgap",
];

/// Chance of a right answer, strictly between guess and one minus slip.
pub fn foresee(asked: &Asked, expected: &Expectation) -> f64 {
    expected.odds.chance(math::sigmoid(logit(asked, expected)) * expected.reads)
}

/// The logit of knowing, before guess, slip and reading; with the learner's own offsets, once there are enough answers.
pub fn logit(asked: &Asked, expected: &Expectation) -> f64 {
    let common = common(asked, expected);
    if asked.general.answers < REFIT_AFTER {
        return common;
    }
    (common + asked.general.own.offset(common, asked.practised())).clamp(-30.0, 30.0)
}

/// The same for every learner.
pub fn common(asked: &Asked, expected: &Expectation) -> f64 {
    let added: f64 = features(asked, expected).iter().zip(&WEIGHTS).map(|(f, w)| f * w).sum();
    (expected.z + added).clamp(-30.0, 30.0)
}

/// What the weights weigh, in the order of [`NAMES`].
pub fn features(asked: &Asked, expected: &Expectation) -> [f64; FEATURES] {
    let (general, item, share) = (asked.general, asked.item, asked.share());
    let (mut s5, mut s8, mut s1, mut mean, mut times, mut gaps) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut last, mut streak) = (0.0, 0.0);
    for skill in asked.skills {
        let attempts = f64::from(skill.attempts);
        s5 += share * skill.residue.fast;
        s8 += share * skill.residue.slow;
        s1 += share * skill.sum / (attempts + 2.0);
        last += share * f64::from(skill.last);
        streak += share * f64::from(skill.streak);
        mean += share * skill.belief.mean;
        times += share * attempts;
        gaps += share * gap(skill.at, asked.at);
    }
    let lkn = math::ln(1.0 + times);
    [
        general.residue.fast,
        general.residue.slow,
        general.slowest,
        s5,
        s8,
        s1,
        last,
        f64::from(general.last),
        streak,
        mean,
        general.belief.mean,
        lkn,
        f64::from(item.last),
        math::ln(1.0 + f64::from(item.attempts)),
        math::ln(1.0 + f64::from(general.answers)),
        expected.z,
        expected.z * lkn / 3.0,
        s8 / (1.0 + lkn),
        s5 / (1.0 + lkn),
        mean * lkn,
        1.0,
        1.0 / (1.0 + lkn),
        gap(general.at, asked.at),
        gaps,
    ]
}

#[cfg(all(test, feature = "tools"))]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_those_of_the_published_file() {
        let json = include_str!("../../content/model/readout.json");
        let published: serde_json::Value = serde_json::from_str(json).expect("JSON");
        let weights = published["weights"].as_object().expect("a table");
        assert_eq!(weights.len(), FEATURES);
        for (name, weight) in NAMES.iter().zip(WEIGHTS) {
            assert_eq!(weights[*name].as_f64(), Some(weight), "{name}");
        }
        assert!(
            published["cite"]
                .as_str()
                .is_some_and(|cite| cite.contains("Feng, Heffernan and Koedinger 2009"))
        );
    }
}
