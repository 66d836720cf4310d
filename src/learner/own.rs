//! What one learner's own log says about the read-out: three offsets, drawn towards none, that count only from thirty
//! first attempts on. Levels do not rest on them.
//!
//! Bayesian logistic regression with a normal prior, folded one answer at a time (Spiegelhalter and Lauritzen 1990,
//! Networks 20, sequential updating; the step is the one of `ability.rs` with full covariance). Its mean after n
//! answers is the posterior mode of a fit to those n, up to that step's linearization; nothing is fitted in a batch,
//! so a replay costs the same and order matters as little as for every other belief.

use super::ability::Odds;
use super::bits::bits;
use crate::num::math;

/// First attempts before anything is concluded about one learner.
pub const REFIT_AFTER: u32 = 30;
const TERMS: usize = 3;
type Terms = [f64; TERMS];
/// Prior variances: of the constant, of how far chances lie apart, of what each doubling of practice brings.
const PRIOR: Terms = [0.04, 0.01, 0.01];

/// Posterior of the offsets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own {
    mean: Terms,
    cov: [Terms; TERMS],
}

bits!(Own { mean, cov });

impl Default for Own {
    fn default() -> Self {
        let row = |at: usize| std::array::from_fn(|cell| if cell == at { PRIOR[at] } else { 0.0 });
        Self { mean: [0.0; TERMS], cov: std::array::from_fn(row) }
    }
}

/// What the offsets weigh, for the read-out's logit `u` and `lkn`, ln(1 + answers about the skill).
fn terms(u: f64, lkn: f64) -> Terms {
    [1.0, u, lkn - 1.0]
}

impl Own {
    /// What this learner's answers add to the logit `u`.
    pub fn offset(&self, u: f64, lkn: f64) -> f64 {
        dot(&self.mean, &terms(u, lkn))
    }

    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// Takes in one answer to a question that is read rightly with the chance `reads`.
    pub fn learn(&mut self, u: f64, lkn: f64, odds: Odds, reads: f64, right: bool) {
        let x = terms(u, lkn);
        let knows = math::sigmoid((u + dot(&self.mean, &x)).clamp(-30.0, 30.0));
        let p = odds.chance(knows * reads);
        let spread = (p * (1.0 - p)).max(1e-6);
        let slope = (1.0 - odds.guess - odds.slip) * reads * knows * (1.0 - knows);
        let with: Terms = std::array::from_fn(|row| dot(&self.cov[row], &x));
        let information = slope * slope / spread;
        let share = 1.0 + information * dot(&with, &x).max(0.0);
        let pull = slope * (f64::from(u8::from(right)) - p) / spread / share;
        for (at, mine) in with.iter().enumerate() {
            self.mean[at] += mine * pull;
            for (cell, other) in self.cov[at].iter_mut().zip(&with) {
                *cell -= information / share * mine * other;
            }
        }
    }
}

fn dot(a: &Terms, b: &Terms) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers of somebody whose logit is `shift` above what is foreseen.
    fn after(answers: u32, shift: f64) -> Own {
        let mut own = Own::default();
        let mut chance = crate::num::SplitMix64::new(5);
        for number in 0..answers {
            let u = f64::from(number % 5) - 1.5;
            let right = (chance.below(1 << 20) as f64) < math::sigmoid(u + shift) * f64::from(1 << 20);
            own.learn(u, 1.0, Odds::NONE, 1.0, right);
        }
        own
    }

    #[test]
    fn it_stays_near_nothing_at_first_and_comes_to_what_the_log_says() {
        let (early, late) = (after(30, 0.8).offset(0.5, 1.0), after(3000, 0.8).offset(0.5, 1.0));
        assert!(early.abs() < 0.45, "{early}");
        assert!((late - 0.8).abs() < 0.15, "{late}");
        assert!(after(3000, 0.0).offset(0.5, 1.0).abs() < 0.1);
    }

    #[test]
    fn variances_stay_positive_on_any_run_of_answers() {
        for right in [true, false] {
            let mut own = Own::default();
            for number in 0..5000 {
                own.learn(f64::from(number % 60) - 30.0, 4.0, Odds::of(4), 0.5, right);
            }
            assert!((0..TERMS).all(|at| own.cov[at][at] > 0.0), "{own:?}");
        }
    }
}
