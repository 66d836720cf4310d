//! The model itself: what a learner's answers leave behind, and what is expected of the next one. The same lines run
//! in the app, in a replay and in the evaluation on response logs; only where a question's difficulty comes from
//! differs.
//!
//! An additive Kalman filter (`ability.rs`) keeps general ability, skills, item surprises and reading as Gaussians.
//! Beside it run decayed sums of what the filter did not foresee; the read-out (`readout.rs`) weighs them.

use super::ability::{self, Expectation, Gaussian, Odds};
use super::memory::{Grade, Memory};
use super::own::Own;
use super::readout;
use crate::num::{Day, math};

const GENERAL_VAR: f64 = 0.6;
pub const SKILL_VAR: f64 = 0.5;
const GENERAL_NOISE: f64 = 0.004;
const SKILL_NOISE: f64 = 0.02;
/// Variance that forgetting adds when nothing is recalled any more.
const FORGOTTEN_VAR: f64 = 0.5;
/// Share of the distance to a secure skill that one practised question with feedback closes, and that distance's end.
const PRACTICE_GAIN: f64 = 0.02;
const SECURE: f64 = 3.0;

/// Decayed sums of prediction errors: the last few answers, and the last dozen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Residue {
    pub fast: f64,
    pub slow: f64,
}

/// The learner in general.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct General {
    pub belief: Gaussian,
    pub residue: Residue,
    /// Like the residue, over the last fifty.
    pub slowest: f64,
    /// +1 after a right answer, -1 after a wrong one, 0 before the first.
    pub last: i8,
    pub answers: u32,
    /// When the last answer came, in milliseconds.
    pub at: Option<i64>,
    /// What the learner's own log says about the read-out.
    pub own: Own,
}

/// One skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    pub belief: Gaussian,
    pub memory: Option<Memory>,
    pub residue: Residue,
    /// Sum of all prediction errors.
    pub sum: f64,
    /// Right answers in a row, or wrong ones counted below zero; kept within 5.
    pub streak: i8,
    pub last: i8,
    pub attempts: u32,
    pub at: Option<i64>,
}

/// One item at one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemTrace {
    /// How much harder it is for this learner than its difficulty says.
    pub surprise: Gaussian,
    pub last: i8,
    pub attempts: u32,
}

/// Abilities that run across skills, as calibration on many learners finds them: what goes together in one learner
/// more than general ability and single skills explain (multidimensional item response theory; Reckase 2009). A
/// question loads on each; without loadings they do not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Factors {
    mean: Loadings,
    /// Covariance, in full: one answer informs several factors at once.
    cov: [Loadings; FACTORS],
}

pub const FACTORS: usize = 10;
pub type Loadings = [f64; FACTORS];
const FACTOR_NOISE: f64 = 0.002;

/// What a question asks of a learner: everything the model looks at, in one place.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub general: &'a General,
    /// The skills it needs, as they are now; their mean counts.
    pub skills: &'a [Trace],
    pub item: &'a ItemTrace,
    pub factors: Option<(&'a Factors, &'a Loadings)>,
    /// Belief about reading, where the question is told in words.
    pub reading: Option<Gaussian>,
    /// Logit of success by somebody of whom nothing is known.
    pub ease: f64,
    pub odds: Odds,
    /// Milliseconds since an arbitrary day; `None` where only the order is known.
    pub at: Option<i64>,
}

impl Asked<'_> {
    /// The share of each skill.
    pub fn share(&self) -> f64 {
        1.0 / self.skills.len().max(1) as f64
    }

    /// Mean of ln(1 + answers) about its skills.
    pub fn practised(&self) -> f64 {
        let times: f64 = self.skills.iter().map(|skill| self.share() * f64::from(skill.attempts)).sum();
        math::ln(1.0 + times)
    }

    /// The learner's own offsets after this answer.
    pub fn refit(&self, expected: &Expectation, right: bool) -> Own {
        let mut own = self.general.own;
        let common = readout::common(self, expected);
        own.learn(common, self.practised(), expected.odds, expected.reads, right);
        own
    }

    /// What the filter expects.
    pub fn expect(&self) -> Expectation {
        let share = self.share();
        let mut mean = self.ease + self.general.belief.mean - self.item.surprise.mean;
        let mut var = self.general.belief.var + self.item.surprise.var;
        for skill in self.skills {
            mean += share * skill.belief.mean;
            var += share * share * skill.belief.var;
        }
        if let Some((factors, loadings)) = self.factors {
            let (sum, spread, _) = factors.sum(loadings);
            mean += sum;
            var += spread;
        }
        let expected = ability::expect(mean, var, self.odds);
        match self.reading {
            Some(reading) => expected.read(ability::expect(reading.mean, reading.var, Odds::NONE).knows),
            None => expected,
        }
    }
}

impl Default for General {
    fn default() -> Self {
        Self {
            belief: Gaussian::new(0.0, GENERAL_VAR),
            residue: Residue::default(),
            slowest: 0.0,
            last: 0,
            answers: 0,
            at: None,
            own: Own::default(),
        }
    }
}

impl General {
    /// `own` is what [`Asked::refit`] made of the answer.
    pub fn learn(&mut self, expected: &Expectation, right: bool, at: Option<i64>, own: Own) {
        self.own = own;
        self.belief.take(expected.step(right), 1.0, GENERAL_NOISE);
        let error = expected.error(right);
        self.residue.add(error, 0.5, 0.9);
        self.slowest = 0.98 * self.slowest + 0.02 * error;
        self.last = sign(right);
        self.answers = self.answers.saturating_add(1);
        self.at = at;
    }
}

impl Trace {
    /// A skill nobody has asked about yet.
    pub fn new(mean: f64) -> Self {
        Self {
            belief: Gaussian::new(mean, SKILL_VAR),
            memory: None,
            residue: Residue::default(),
            sum: 0.0,
            streak: 0,
            last: 0,
            attempts: 0,
            at: None,
        }
    }

    /// After forgetting: the mean shrinks towards that of somebody unknown and doubt grows as recall falls.
    pub fn on(&self, day: Day) -> Self {
        self.recalled(self.memory.map_or(1.0, |memory| memory.recall(day)))
    }

    /// The same, where the chance of recall is known already.
    pub fn recalled(&self, recall: f64) -> Self {
        let belief =
            Gaussian::new(self.belief.mean * recall, self.belief.var + FORGOTTEN_VAR * (1.0 - recall));
        Self { belief, ..*self }
    }

    pub fn learn(&mut self, expected: &Expectation, right: bool, share: f64, at: Option<i64>) {
        self.belief.take(expected.step(right), share, SKILL_NOISE);
        let error = expected.error(right);
        self.residue.add(error, 0.5, 0.8);
        self.sum += error;
        self.last = sign(right);
        self.streak = if right { (self.streak.max(0) + 1).min(5) } else { (self.streak.min(0) - 1).max(-5) };
        self.attempts = self.attempts.saturating_add(1);
        self.at = at;
        self.practise(right, share);
    }

    /// Practice with feedback teaches, right or wrong.
    pub fn practise(&mut self, right: bool, share: f64) {
        let gain = PRACTICE_GAIN * if right { 1.0 } else { 0.8 };
        self.belief.mean += share * gain * (SECURE - self.belief.mean).max(0.0);
    }

    /// Memory moves fully on the first answer of a day; later answers of that day follow the same-day rule.
    pub fn remember(&mut self, grade: Grade, day: Day) {
        match &mut self.memory {
            Some(memory) => memory.review(grade, day),
            none => *none = Some(Memory::first(grade, day)),
        }
    }
}

impl Default for Trace {
    fn default() -> Self {
        Self::new(0.0)
    }
}

impl ItemTrace {
    /// An item whose difficulty is known up to the variance `doubt`.
    pub fn new(doubt: f64) -> Self {
        Self { surprise: Gaussian::new(0.0, doubt), last: 0, attempts: 0 }
    }

    pub fn learn(&mut self, expected: &Expectation, right: bool) {
        self.surprise.take(expected.step(right), -1.0, 0.0);
        self.last = sign(right);
        self.attempts = self.attempts.saturating_add(1);
    }
}

impl Default for Factors {
    fn default() -> Self {
        let mut cov = [[0.0; FACTORS]; FACTORS];
        for (place, row) in cov.iter_mut().enumerate() {
            row[place] = 1.0;
        }
        Self { mean: [0.0; FACTORS], cov }
    }
}

impl Factors {
    pub fn mean(&self) -> &Loadings {
        &self.mean
    }

    /// Mean and variance of the loaded sum, and each factor's covariance with it.
    fn sum(&self, loadings: &Loadings) -> (f64, f64, Loadings) {
        let with = std::array::from_fn(|row| dot(&self.cov[row], loadings));
        (dot(&self.mean, loadings), dot(&with, loadings).max(0.0), with)
    }

    pub fn learn(&mut self, expected: &Expectation, right: bool, loadings: &Loadings) {
        let step = expected.step(right);
        let (_, _, with) = self.sum(loadings);
        for (mean, with) in self.mean.iter_mut().zip(&with) {
            *mean += with * step.pull;
        }
        for (place, (row, mine)) in self.cov.iter_mut().zip(&with).enumerate() {
            for (cell, other) in row.iter_mut().zip(&with) {
                *cell -= step.shrink * mine * other;
            }
            row[place] = row[place].max(1e-3) + FACTOR_NOISE;
        }
    }
}

impl Residue {
    fn add(&mut self, error: f64, fast: f64, slow: f64) {
        self.fast = fast * self.fast + (1.0 - fast) * error;
        self.slow = slow * self.slow + (1.0 - slow) * error;
    }
}

/// ln(1 + hours) between two moments, 0 where one of them is unknown.
pub fn gap(before: Option<i64>, now: Option<i64>) -> f64 {
    match (before, now) {
        (Some(before), Some(now)) => {
            math::ln(1.0 + now.saturating_sub(before).clamp(0, 1 << 50) as f64 / 3_600_000.0)
        }
        _ => 0.0,
    }
}

fn dot(a: &Loadings, b: &Loadings) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn sign(right: bool) -> i8 {
    if right { 1 } else { -1 }
}
