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
    /// Chance of a right answer, strictly between `guess` and `1 - SLIP`.
    pub right: f64,
    pub guess: f64,
    /// Variance of the summed belief.
    pub var: f64,
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
pub fn expect(eta: f64, var: f64, guess: f64) -> Expectation {
    let z = eta.clamp(-30.0, 30.0) / math::sqrt(1.0 + std::f64::consts::PI / 8.0 * var);
    let knows = math::sigmoid(z);
    Expectation { knows, right: guess + (1.0 - guess - SLIP) * knows, guess, var }
}

impl Expectation {
    /// How far one answer moves a component of variance 1, and how much it takes from its variance.
    fn step(&self, right: bool) -> (f64, f64) {
        let p = self.right;
        let slope = (1.0 - self.guess - SLIP) * self.knows * (1.0 - self.knows);
        let spread = (p * (1.0 - p)).max(1e-6);
        let error = if right { 1.0 - p } else { -p };
        let information = (slope * slope / spread).max(1e-4);
        let share = 1.0 + information * self.var;
        (slope * error / spread / share, information / share)
    }
}

impl Gaussian {
    pub fn new(mean: f64, var: f64) -> Self {
        Self { mean, var }
    }

    /// Takes in one answer. `loading` is +1 for abilities and -1 for difficulties; `noise` is added afterwards,
    /// so that belief never becomes too certain to change.
    pub fn observe(&mut self, expectation: &Expectation, right: bool, loading: f64, noise: f64) {
        let (pull, shrink) = expectation.step(right);
        self.mean += loading * self.var * pull;
        self.var = (self.var - shrink * self.var * self.var).max(1e-3) + noise;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lucky_choice_moves_belief_less_than_a_typed_answer() {
        let moved = |options: u8| {
            let mut belief = Gaussian::new(0.0, 1.0);
            belief.observe(&expect(0.0, 1.0, guess(options)), true, 1.0, 0.0);
            belief.mean
        };
        assert!(moved(0) > moved(4) && moved(4) > moved(2) && moved(2) > 0.0);
    }

    #[test]
    fn expectations_stay_strictly_inside_guess_and_slip() {
        for eta in [-1e9, -4.0, 0.0, 4.0, 1e9] {
            let p = expect(eta, 1.0, 0.25).right;
            assert!(p > 0.25 && p < 0.95, "{eta}: {p}");
        }
    }
}
