//! Our own model on a response log. Difficulties and loadings come from training students; every student then starts
//! blank, and each answer goes through the lines of `learner::trace` that the app runs.

use super::data::{Data, Row, Student};
use crate::learner::ability::{Expectation, Odds};
use crate::learner::memory::Grade;
use crate::learner::readout;
use crate::learner::trace::{Asked, FACTORS, Factors, General, ItemTrace, Loadings, Trace};
use crate::num::{Day, SplitMix64, math};

/// Spread of items of one combination of skills around its mean, and of these means, in logits.
const ITEM_SPREAD: f64 = 0.9;
const SET_SPREAD: f64 = 0.6;
/// Passes over the training students that fit difficulties.
const PASSES: usize = 3;
/// Passes that fit loadings, at most, and how many without gain end it.
const EPOCHS: usize = 16;
const PATIENCE: usize = 2;
/// One training student in so many decides when to stop.
const HELD_OUT: usize = 7;
/// Step sizes and shrinkage of loadings, for items and for skills.
const ITEM_RATE: f64 = 0.04;
const SKILL_RATE: f64 = 0.012;
const ITEM_DECAY: f64 = 0.2;
const SKILL_DECAY: f64 = 0.05;

/// What training students say about the questions of a log.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// Logit of success on a question of no difficulty by somebody of whom nothing is known.
    pub base: f64,
    pub items: Vec<ItemPrior>,
    pub skills: Vec<Loadings>,
    /// Shift and stretch of the read-out's logit, from the students held out: no ranking within the log changes.
    pub shift: f64,
    pub stretch: f64,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct ItemPrior {
    pub difficulty: f64,
    /// Variance of the difficulty.
    pub doubt: f64,
    /// The item's own share; those of its skills are added.
    pub loadings: Loadings,
}

/// A student under way.
pub struct Tracer<'a> {
    data: &'a Data,
    general: General,
    factors: Factors,
    skills: Vec<Trace>,
    items: Vec<ItemTrace>,
    touched_skills: Vec<u32>,
    touched_items: Vec<u32>,
    now: Vec<Trace>,
}

impl<'a> Tracer<'a> {
    pub fn new(data: &'a Data) -> Self {
        Self {
            data,
            general: General::default(),
            factors: Factors::default(),
            skills: vec![Trace::default(); data.skills.len()],
            items: vec![ItemTrace::new(0.0); data.items.len()],
            touched_skills: Vec::new(),
            touched_items: Vec::new(),
            now: Vec::new(),
        }
    }

    /// Forgets everything: the next row is a new student's first.
    pub fn clear(&mut self) {
        self.general = General::default();
        self.factors = Factors::default();
        for skill in self.touched_skills.drain(..) {
            self.skills[skill as usize] = Trace::default();
        }
        for item in self.touched_items.drain(..) {
            self.items[item as usize] = ItemTrace::new(0.0);
        }
    }

    /// What is expected of one row, shown to `see`, and then its answer.
    pub fn step<T>(
        &mut self,
        row: &Row,
        known: &Calibration,
        see: impl FnOnce(&Asked, &Expectation) -> T,
    ) -> T {
        let set = self.data.skills_of(row);
        let at = row.time.map(|seconds| seconds.saturating_mul(1000));
        let day = at.map(|at| Day::of(at, 0));
        let today = |trace: &Trace| day.map_or(*trace, |day| trace.on(day));
        self.now.clear();
        self.now.extend(set.iter().map(|skill| today(&self.skills[*skill as usize])));
        let prior = &known.items[row.item as usize];
        let loadings = known.loadings(row.item, set);
        let item = &mut self.items[row.item as usize];
        if item.attempts == 0 {
            *item = ItemTrace::new(prior.doubt);
            self.touched_items.push(row.item);
        }
        let asked = Asked {
            general: &self.general,
            skills: &self.now,
            item,
            factors: Some((&self.factors, &loadings)),
            reading: None,
            ease: known.base - prior.difficulty,
            odds: Odds::NONE,
            at,
        };
        let (expected, share) = (asked.expect(), asked.share());
        let seen = see(&asked, &expected);
        let own = asked.refit(&expected, row.right);
        self.general.learn(&expected, row.right, at, own);
        self.factors.learn(&expected, row.right, &loadings);
        for (skill, now) in set.iter().zip(&mut self.now) {
            if now.attempts == 0 {
                self.touched_skills.push(*skill);
            }
            now.learn(&expected, row.right, share, at);
            if let Some(day) = day {
                now.remember(if row.right { Grade::Good } else { Grade::Again }, day);
            }
            self.skills[*skill as usize] = *now;
        }
        item.learn(&expected, row.right);
        seen
    }
}

impl Calibration {
    fn blank(data: &Data, students: &[&Student]) -> Self {
        let rows = || students.iter().flat_map(|student| &student.rows);
        let right = rows().filter(|row| row.right).count() as f64;
        let base = math::logit((right + 1.0) / (rows().count() as f64 + 2.0));
        let doubt = ITEM_SPREAD * ITEM_SPREAD;
        let items = vec![ItemPrior { doubt, ..ItemPrior::default() }; data.items.len()];
        Self { base, items, skills: vec![[0.0; FACTORS]; data.skills.len()], shift: 0.0, stretch: 1.0 }
    }

    fn loadings(&self, item: u32, set: &[u32]) -> Loadings {
        let mut sum = self.items[item as usize].loadings;
        let share = 1.0 / set.len().max(1) as f64;
        for skill in set {
            for (cell, part) in sum.iter_mut().zip(&self.skills[*skill as usize]) {
                *cell += share * part;
            }
        }
        sum
    }

    /// Fits difficulties and loadings to these students, and to nobody else.
    pub fn fit(data: &Data, students: &[&Student]) -> Self {
        let part = |held: bool| {
            let picked = students.iter().enumerate().filter(|(n, _)| (n % HELD_OUT == HELD_OUT - 1) == held);
            picked.map(|(_, student)| *student).collect::<Vec<_>>()
        };
        let (learners, held_out) = (part(false), part(true));
        let mut tracer = Tracer::new(data);
        let mut known = Self::blank(data, students);
        let mut difficulties = Difficulties::new(data);
        difficulties.fit(&mut tracer, &learners, &mut known, PASSES);
        known.fit_loadings(&mut tracer, &learners, &held_out);
        known.settle(&mut tracer, &held_out);
        difficulties.fit(&mut tracer, students, &mut known, 1);
        known
    }

    /// The chance of a right answer, by the read-out.
    pub fn foresee(&self, asked: &Asked, expected: &Expectation) -> f64 {
        math::sigmoid(self.shift + self.stretch * readout::logit(asked, expected))
    }

    /// Shift and stretch by two-parameter logistic regression (Platt 1999), drawn towards none.
    fn settle(&mut self, tracer: &mut Tracer, held_out: &[&Student]) {
        let mut seen = Vec::new();
        for student in held_out {
            tracer.clear();
            for row in &student.rows {
                let u = tracer.step(row, self, readout::logit);
                seen.push((u, f64::from(u8::from(row.right))));
            }
        }
        let prior = 50.0;
        let (mut shift, mut stretch) = (0.0, 1.0);
        for _ in 0..8 {
            let (mut a, mut b) = (-prior * shift, -prior * (stretch - 1.0));
            let (mut aa, mut ab, mut bb) = (prior, 0.0, prior);
            for (u, y) in &seen {
                let p = math::sigmoid(shift + stretch * u);
                let (e, w) = (y - p, p * (1.0 - p));
                (a, b) = (a + e, b + e * u);
                (aa, ab, bb) = (aa + w, ab + w * u, bb + w * u * u);
            }
            let det = aa * bb - ab * ab;
            shift += (bb * a - ab * b) / det;
            stretch += (aa * b - ab * a) / det;
        }
        (self.shift, self.stretch) = (shift, stretch);
    }

    /// Stochastic gradient steps on log loss, stopped by students held out; the best pass is kept, and none at all
    /// where loadings do not help.
    fn fit_loadings(&mut self, tracer: &mut Tracer, learners: &[&Student], held_out: &[&Student]) {
        let mut best = (self.loss(tracer, held_out), self.clone());
        let mut chance = SplitMix64::new(1);
        for skill in &mut self.skills {
            // Not zero, or nothing would ever move.
            *skill = std::array::from_fn(|_| 0.4 * (chance.below(2001) as f64 / 1000.0 - 1.0));
        }
        let mut idle = 0;
        for epoch in 0..EPOCHS {
            let slower = 1.0 / (1.0 + epoch as f64 / 12.0);
            for student in learners {
                tracer.clear();
                for row in &student.rows {
                    let (error, mean) = tracer.step(row, self, |asked, expected| {
                        let mean = asked.factors.map_or([0.0; FACTORS], |(factors, _)| *factors.mean());
                        (expected.error(row.right), mean)
                    });
                    self.push(tracer.data, row, error, &mean, slower);
                }
            }
            let loss = self.loss(tracer, held_out);
            if loss < best.0 {
                best = (loss, self.clone());
                idle = 0;
            } else {
                idle += 1;
            }
            if idle >= PATIENCE {
                break;
            }
        }
        *self = best.1;
    }

    fn push(&mut self, data: &Data, row: &Row, error: f64, mean: &Loadings, slower: f64) {
        let set = data.skills_of(row);
        let share = 1.0 / set.len().max(1) as f64;
        let item = &mut self.items[row.item as usize].loadings;
        for (cell, mean) in item.iter_mut().zip(mean) {
            *cell += slower * ITEM_RATE * (error * mean - ITEM_DECAY * *cell);
        }
        for skill in set {
            for (cell, mean) in self.skills[*skill as usize].iter_mut().zip(mean) {
                *cell += slower * SKILL_RATE * share * (error * mean - SKILL_DECAY * *cell);
            }
        }
    }

    fn loss(&self, tracer: &mut Tracer, students: &[&Student]) -> f64 {
        let mut loss = 0.0;
        for student in students {
            tracer.clear();
            for row in &student.rows {
                let p = tracer.step(row, self, |_, expected| expected.right);
                loss -= math::ln(if row.right { p } else { 1.0 - p }.max(1e-6));
            }
        }
        loss
    }
}

/// Difficulties by empirical Bayes: an item's is drawn towards that of its combination of skills, and this towards
/// zero. Each pass takes a Newton step on what the filter did not foresee, so that an item which only able students
/// met is not called easy.
struct Difficulties {
    sets: Vec<f64>,
    items: Vec<f64>,
    set_of: Vec<Option<u32>>,
}

impl Difficulties {
    fn new(data: &Data) -> Self {
        let mut set_of = vec![None; data.items.len()];
        for row in data.students.iter().flat_map(|student| &student.rows) {
            set_of[row.item as usize] = Some(row.set);
        }
        Self { sets: vec![0.0; data.sets.len()], items: vec![0.0; data.items.len()], set_of }
    }

    fn fit(&mut self, tracer: &mut Tracer, students: &[&Student], known: &mut Calibration, passes: usize) {
        for _ in 0..passes {
            let mut items = vec![(0.0, 0.0); self.items.len()];
            let mut sets = vec![(0.0, 0.0); self.sets.len()];
            for student in students {
                tracer.clear();
                for row in &student.rows {
                    let (slope, curve) = tracer.step(row, known, |_, expected| {
                        let shrunk = 1.0 / (1.0 + std::f64::consts::PI / 8.0 * expected.var);
                        let curve = expected.right * (1.0 - expected.right) * shrunk;
                        (expected.error(row.right) * math::sqrt(shrunk), curve)
                    });
                    for sums in [&mut items[row.item as usize], &mut sets[row.set as usize]] {
                        *sums = (sums.0 + slope, sums.1 + curve);
                    }
                }
            }
            for (set, sums) in self.sets.iter_mut().zip(&sets) {
                *set += newton(*set, sums, SET_SPREAD);
            }
            for (item, sums) in items.iter().enumerate() {
                self.items[item] += newton(self.items[item], sums, ITEM_SPREAD);
                let set = self.set_of[item].map_or(0.0, |set| self.sets[set as usize]);
                known.items[item].difficulty = set + self.items[item];
                known.items[item].doubt = 1.0 / (sums.1 + 1.0 / (ITEM_SPREAD * ITEM_SPREAD));
            }
        }
    }
}

/// The step of a difficulty `at` with prior spread `spread`, given slope and curvature of the log likelihood.
fn newton(at: f64, (slope, curve): &(f64, f64), spread: f64) -> f64 {
    let prior = 1.0 / (spread * spread);
    (-slope - at * prior) / (curve + prior)
}
