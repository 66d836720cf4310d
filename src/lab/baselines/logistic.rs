//! Logistic regression on counts: PFA (Pavlik, Cen and Koedinger 2009, with log counts) and Best-LR (Gervet,
//! Koedinger, Schneider and Mitchell 2020). Fitted by stochastic gradient with per-weight steps (Duchi, Hazan and
//! Singer 2011, Adagrad).

use super::Pairs;
use crate::lab::data::{Data, Row, Student};
use crate::num::{SplitMix64, math};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// For each skill: ease, log of prior successes, log of prior failures.
    Pfa,
    /// Items and skills, log counts of successes and attempts in all, for the item, and for each skill.
    BestLr,
}

const EPOCHS: usize = 20;
const RATE: f64 = 0.15;

/// A row's features: place and value.
type Features = Vec<(u32, f64)>;

#[derive(Clone, Copy, Default)]
struct Count {
    wins: f64,
    tries: f64,
}

impl Count {
    fn add(&mut self, right: bool) {
        self.wins += f64::from(u8::from(right));
        self.tries += 1.0;
    }

    fn logs(self) -> [f64; 2] {
        [math::ln(1.0 + self.wins), math::ln(1.0 + self.tries)]
    }
}

/// What a student did so far.
struct Past {
    all: Count,
    skills: Vec<Count>,
    items: Vec<Count>,
    touched: Vec<u32>,
}

impl Past {
    fn new(data: &Data) -> Self {
        Self {
            all: Count::default(),
            skills: vec![Count::default(); data.skills.len()],
            items: vec![Count::default(); data.items.len()],
            touched: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.all = Count::default();
        self.skills.fill(Count::default());
        for item in self.touched.drain(..) {
            self.items[item as usize] = Count::default();
        }
    }

    fn add(&mut self, data: &Data, row: &Row) {
        self.all.add(row.right);
        self.items[row.item as usize].add(row.right);
        self.touched.push(row.item);
        for skill in data.skills_of(row) {
            self.skills[*skill as usize].add(row.right);
        }
    }

    fn features(&self, data: &Data, row: &Row, kind: Kind, into: &mut Features) {
        into.clear();
        into.push((0, 1.0));
        let (skills, items) = (data.skills.len() as u32, data.items.len() as u32);
        for skill in data.skills_of(row) {
            let count = self.skills[*skill as usize];
            let losses = math::ln(1.0 + count.tries - count.wins);
            let [wins, tries] = count.logs();
            let second = if kind == Kind::Pfa { losses } else { tries };
            into.extend([(1 + skill, 1.0), (1 + skills + skill, wins), (1 + 2 * skills + skill, second)]);
        }
        if kind == Kind::BestLr {
            let first = 1 + 3 * skills;
            let all = self.all.logs();
            let item = self.items[row.item as usize].logs();
            into.extend([(first, all[0]), (first + 1, all[1]), (first + 2, item[0]), (first + 3, item[1])]);
            debug_assert!(row.item < items);
            into.push((first + 4 + row.item, 1.0));
        }
    }
}

struct Weights {
    values: Vec<f64>,
    squares: Vec<f64>,
    /// How often each feature occurs: a penalty of half a square on each weight, spread over its occurrences.
    counts: Vec<f64>,
}

impl Weights {
    fn chance(&self, features: &Features) -> f64 {
        let sum: f64 = features.iter().map(|(place, value)| self.values[*place as usize] * value).sum();
        math::sigmoid(sum.clamp(-30.0, 30.0))
    }

    fn learn(&mut self, features: &Features, right: bool, rate: f64) {
        let error = f64::from(u8::from(right)) - self.chance(features);
        for (place, value) in features {
            let place = *place as usize;
            let slope = error * value - self.values[place] / self.counts[place];
            self.squares[place] += slope * slope;
            self.values[place] += rate * slope / math::sqrt(self.squares[place] + 1e-8);
        }
    }
}

pub fn run(data: &Data, training: &[&Student], tests: &[&Student], kind: Kind) -> Pairs {
    let size = 1 + 3 * data.skills.len() + 4 + data.items.len();
    let mut weights = Weights { values: vec![0.0; size], squares: vec![0.0; size], counts: vec![0.0; size] };
    let (mut past, mut features) = (Past::new(data), Features::new());
    for row in training.iter().flat_map(|student| &student.rows) {
        past.features(data, row, kind, &mut features);
        features.iter().for_each(|(place, _)| weights.counts[*place as usize] += 1.0);
    }
    let mut samples: Vec<(Features, bool)> = Vec::new();
    for student in training {
        past.clear();
        for row in &student.rows {
            past.features(data, row, kind, &mut features);
            samples.push((features.clone(), row.right));
            past.add(data, row);
        }
    }
    let mut order: Vec<u32> = (0..samples.len() as u32).collect();
    let mut chance = SplitMix64::new(7);
    for epoch in 0..EPOCHS {
        let rate = RATE / (1.0 + epoch as f64 / 3.0);
        // One student's answers are alike: in a row they would pull the weights to and fro.
        for last in (1..order.len()).rev() {
            order.swap(last, chance.below(last as u64 + 1) as usize);
        }
        for place in &order {
            let (features, right) = &samples[*place as usize];
            weights.learn(features, *right, rate);
        }
    }
    let mut pairs = Pairs::new();
    for student in tests {
        past.clear();
        for row in &student.rows {
            past.features(data, row, kind, &mut features);
            pairs.push((weights.chance(&features), row.right));
            past.add(data, row);
        }
    }
    pairs
}
