//! One Gaussian belief per quantity and the step that moves them together: an additive Kalman filter on the logit
//! scale (assumed-density filtering; Ekanadham and Karklin 2015, T-SKIRT; MacKay 1992 for the shrunken prediction).

use crate::num::math;

/// A belief about one number: mean and variance, in logits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaussian {
    pub mean: f64,
    pub var: f64,
}

/// What is expected of one answer before it is seen.
#[derive(Clone, Copy, Debug)]
pub struct Expectation {
    /// Chance of a right answer without guessing or slipping.
    pub knows: f64,
    /// Chance of a right answer, strictly between guess and one minus slip.
    pub right: f64,
    /// Its logit before guessing and slipping, shrunk for doubt.
    pub z: f64,
    pub odds: Odds,
    /// Chance of reading the question rightly; 1 where there is nothing to read.
    pub reads: f64,
    /// Variance of the summed belief.
    pub var: f64,
}

/// How an answer can be right without knowing, and wrong with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    pub guess: f64,
    pub slip: f64,
}

impl Odds {
    /// A scale without guessing and slipping, for logs whose difficulties were fitted that way.
    pub const NONE: Self = Self { guess: 0.0, slip: 0.0 };

    /// Of a question with so many choices; 0 options means typed.
    pub fn of(options: u8) -> Self {
        Self { guess: guess(options), slip: SLIP }
    }
}

/// Chance of a wrong answer by somebody who knows.
pub const SLIP: f64 = 0.05;
/// Chance of typing a right answer without knowing.
const TYPED_GUESS: f64 = 0.02;

/// Chance of a right answer by chance among `options` choices; 0 options means typed.
pub fn guess(options: u8) -> f64 {
    if options < 2 { TYPED_GUESS } else { 1.0 / f64::from(options) }
}

/// Expected success for a summed ability minus difficulty `eta` with variance `var` (MacKay 1992, eq. for the
/// moderated output).
pub fn expect(eta: f64, var: f64, odds: Odds) -> Expectation {
    let z = eta.clamp(-30.0, 30.0) / math::sqrt(1.0 + std::f64::consts::PI / 8.0 * var);
    let knows = math::sigmoid(z);
    Expectation { z, knows, right: odds.chance(knows), odds, reads: 1.0, var }
}

impl Odds {
    /// Chance of a right answer where the chance of knowing is `knows`.
    pub fn chance(self, knows: f64) -> f64 {
        self.guess + (1.0 - self.guess - self.slip) * knows
    }
}

/// How far one answer moves a component of variance 1, and how much it takes from its variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub pull: f64,
    pub shrink: f64,
}

impl Expectation {
    /// A question in words needs both: the mathematics and the reading of it (conjunctive, as in DINA; Junker and
    /// Sijtsma 2001). Once reading is known to be hard, a miss says little about the mathematics.
    pub fn read(self, reads: f64) -> Self {
        Self { right: self.odds.chance(self.knows * reads), reads, ..self }
    }

    /// What came less what was expected.
    pub fn error(&self, right: bool) -> f64 {
        f64::from(u8::from(right)) - self.right
    }

    /// The step of abilities and difficulty.
    pub fn step(&self, right: bool) -> Step {
        self.along(right, self.reads * self.knows * (1.0 - self.knows), self.var)
    }

    /// The step of reading, whose belief has variance `var`.
    pub fn reading_step(&self, right: bool, var: f64) -> Step {
        self.along(right, self.knows * self.reads * (1.0 - self.reads), var)
    }

    /// One step of assumed-density filtering along a logit that moves knowing and reading by `slope`.
    fn along(&self, right: bool, slope: f64, var: f64) -> Step {
        let p = self.right;
        let slope = (1.0 - self.odds.guess - self.odds.slip) * slope;
        let spread = (p * (1.0 - p)).max(1e-6);
        let information = (slope * slope / spread).max(1e-4);
        let share = 1.0 + information * var;
        Step { pull: slope * self.error(right) / spread / share, shrink: information / share }
    }
}

impl Gaussian {
    pub const fn new(mean: f64, var: f64) -> Self {
        Self { mean, var }
    }

    /// Takes in one answer. `loading` is the component's share in the sum that was expected, negative for
    /// difficulties; `noise` is added afterwards, so that belief never becomes too certain to change.
    pub fn take(&mut self, step: Step, loading: f64, noise: f64) {
        self.mean += loading * self.var * step.pull;
        self.var = (self.var - step.shrink * (loading * self.var) * (loading * self.var)).max(1e-3) + noise;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lucky_choice_moves_belief_less_than_a_typed_answer() {
        let moved = |options: u8| {
            let mut belief = Gaussian::new(0.0, 1.0);
            belief.take(expect(0.0, 1.0, Odds::of(options)).step(true), 1.0, 0.0);
            belief.mean
        };
        assert!(moved(0) > moved(4) && moved(4) > moved(2) && moved(2) > 0.0);
    }

    #[test]
    fn expectations_stay_strictly_inside_guess_and_slip() {
        for eta in [-1e9, -4.0, 0.0, 4.0, 1e9] {
            let p = expect(eta, 1.0, Odds::of(4)).right;
            assert!(p > 0.25 && p < 0.95, "{eta}: {p}");
        }
    }
}
