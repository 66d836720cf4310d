//! What our model is measured against: published models, each implemented whole and fitted to training students.

pub mod bkt;
pub mod elo;
pub mod logistic;

use super::data::{Data, Student};

/// Predictions for every response of the test students, in order, each beside what came.
pub type Pairs = Vec<(f64, bool)>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    Bkt,
    Pfa,
    Elo,
    BestLr,
}

impl Baseline {
    pub fn run(self, data: &Data, training: &[&Student], tests: &[&Student]) -> Pairs {
        match self {
            Self::Bkt => bkt::run(data, training, tests),
            Self::Pfa => logistic::run(data, training, tests, logistic::Kind::Pfa),
            Self::Elo => elo::run(data, training, tests),
            Self::BestLr => logistic::run(data, training, tests, logistic::Kind::BestLr),
        }
    }
}
