//! Bayesian knowledge tracing (Corbett and Anderson 1995), one model for each combination of skills, fitted by
//! expectation maximisation with several starts; without forgetting, like pyBKT's plain model (Badrinath, Wang and
//! Pardos 2021).

use super::Pairs;
use crate::lab::data::{Data, Student};
use crate::num::{SplitMix64, math};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bkt {
    /// Chance of knowing before the first answer.
    pub known: f64,
    pub learn: f64,
    pub guess: f64,
    pub slip: f64,
}

const STARTS: usize = 5;
const ROUNDS: usize = 100;
/// Gain of log likelihood for each answer at which a fit is done.
const DONE: f64 = 1e-6;

impl Bkt {
    /// Chance of a right answer by somebody who knows with chance `known`.
    pub fn right(&self, known: f64) -> f64 {
        known * (1.0 - self.slip) + (1.0 - known) * self.guess
    }

    /// Chance of knowing at the next opportunity, after an answer.
    pub fn after(&self, known: f64, right: bool) -> f64 {
        let (if_known, if_not) =
            if right { (1.0 - self.slip, self.guess) } else { (self.slip, 1.0 - self.guess) };
        let seen = known * if_known / (known * if_known + (1.0 - known) * if_not);
        seen + (1.0 - seen) * self.learn
    }

    /// The best of several starts; its log likelihood as well.
    pub fn fit(sequences: &[Vec<bool>]) -> (Self, f64) {
        let mut chance = SplitMix64::new(1);
        let mut draw =
            |low: f64, high: f64| low + (high - low) * (chance.below(1 << 20) as f64 / (1 << 20) as f64);
        let mut best = (Self { known: 0.5, learn: 0.1, guess: 0.2, slip: 0.1 }, f64::NEG_INFINITY);
        for start in 0..STARTS {
            let from = match start {
                0 => best.0,
                _ => Self {
                    known: draw(0.1, 0.9),
                    learn: draw(0.02, 0.4),
                    guess: draw(0.05, 0.45),
                    slip: draw(0.02, 0.35),
                },
            };
            let fitted = from.climb(sequences);
            if fitted.1 > best.1 {
                best = fitted;
            }
        }
        best
    }

    fn climb(mut self, sequences: &[Vec<bool>]) -> (Self, f64) {
        let answers: usize = sequences.iter().map(Vec::len).sum();
        let mut before = f64::NEG_INFINITY;
        let mut sums = Sums::default();
        for _ in 0..ROUNDS {
            sums = Sums::default();
            for sequence in sequences {
                sums.add(&self, sequence);
            }
            if sums.likelihood - before < DONE * answers as f64 {
                break;
            }
            before = sums.likelihood;
            self = sums.maximum(&self);
        }
        (self, sums.likelihood)
    }
}

/// Expected counts of one round (Baum and Welch), over all sequences.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    sequences: f64,
    known_first: f64,
    unknown: f64,
    learned: f64,
    known_answers: f64,
    slips: f64,
    unknown_answers: f64,
    guesses: f64,
    likelihood: f64,
}

impl Sums {
    fn add(&mut self, model: &Bkt, answers: &[bool]) {
        if answers.is_empty() {
            return;
        }
        // Forward: chance of knowing before each answer. The state "known" is absorbing.
        let mut prior = Vec::with_capacity(answers.len());
        let mut known = model.known;
        for right in answers {
            prior.push(known);
            let p = model.right(known);
            self.likelihood += math::ln(if *right { p } else { 1.0 - p }.max(1e-12));
            known = model.after(known, *right);
        }
        // Backward: chance of what follows, given knowing and not knowing, scaled.
        let (mut if_known, mut if_not) = (1.0, 1.0);
        for (place, right) in answers.iter().enumerate().rev() {
            let (from_known, from_not) =
                if *right { (1.0 - model.slip, model.guess) } else { (model.slip, 1.0 - model.guess) };
            let (k, u) = (prior[place] * from_known, (1.0 - prior[place]) * from_not);
            let all = k * if_known + u * (model.learn * if_known + (1.0 - model.learn) * if_not);
            let all = all.max(1e-300);
            let gamma = k * if_known / all;
            if place + 1 < answers.len() {
                self.unknown += 1.0 - gamma;
                self.learned += u * model.learn * if_known / all;
            }
            self.known_answers += gamma;
            self.unknown_answers += 1.0 - gamma;
            self.slips += if *right { 0.0 } else { gamma };
            self.guesses += if *right { 1.0 - gamma } else { 0.0 };
            if place == 0 {
                self.known_first += gamma;
            }
            let next_known = from_known * if_known;
            let next_not = from_not * (model.learn * if_known + (1.0 - model.learn) * if_not);
            let scale = (next_known + next_not).max(1e-300);
            (if_known, if_not) = (next_known / scale, next_not / scale);
        }
        self.sequences += 1.0;
    }

    fn maximum(&self, model: &Bkt) -> Bkt {
        let share = |part: f64, all: f64, old: f64| if all > 1e-9 { part / all } else { old };
        let inside = |p: f64| p.clamp(1e-4, 1.0 - 1e-4);
        Bkt {
            known: inside(share(self.known_first, self.sequences, model.known)),
            learn: inside(share(self.learned, self.unknown, model.learn)),
            guess: inside(share(self.guesses, self.unknown_answers, model.guess)),
            slip: inside(share(self.slips, self.known_answers, model.slip)),
        }
    }
}

pub fn run(data: &Data, training: &[&Student], tests: &[&Student]) -> Pairs {
    let mut sequences: Vec<Vec<Vec<bool>>> = vec![Vec::new(); data.sets.len()];
    for student in training {
        let mut own: Vec<(u32, Vec<bool>)> = Vec::new();
        for row in &student.rows {
            match own.iter_mut().find(|(set, _)| *set == row.set) {
                Some((_, answers)) => answers.push(row.right),
                None => own.push((row.set, vec![row.right])),
            }
        }
        for (set, answers) in own {
            sequences[set as usize].push(answers);
        }
    }
    let all: Vec<Vec<bool>> = sequences.iter().flatten().cloned().collect();
    // A combination that training students hardly met is traced as an average one.
    let (average, _) = Bkt::fit(&all[..all.len().min(4000)]);
    let models: Vec<Bkt> = sequences
        .iter()
        .map(|own| if own.iter().map(Vec::len).sum::<usize>() < 30 { average } else { Bkt::fit(own).0 })
        .collect();
    let mut pairs = Pairs::new();
    for student in tests {
        let mut known: Vec<f64> = models.iter().map(|model| model.known).collect();
        for row in &student.rows {
            let (model, known) = (&models[row.set as usize], &mut known[row.set as usize]);
            pairs.push((model.right(*known), row.right));
            *known = model.after(*known, row.right);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers, and the chance of each before it.
    type Traced = (Vec<bool>, Vec<f64>);

    /// `parameters` on the first line, then one sequence a line: answers, chances before them.
    fn golden() -> (Bkt, f64, Vec<Traced>) {
        let text = include_str!("../../../tests/golden/pybkt-1.4.3.txt");
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let numbers = |line: &str| -> Vec<f64> {
            line.split(' ').map(|word| word.parse().expect("a number")).collect()
        };
        let first = numbers(lines.next().expect("parameters"));
        let model = Bkt { known: first[0], learn: first[1], guess: first[2], slip: first[3] };
        let sequence = |line: &str| {
            let (answers, chances) = line.split_once(' ').expect("answers, chances");
            (answers.bytes().map(|byte| byte == b'1').collect(), numbers(chances))
        };
        (model, first[4], lines.map(sequence).collect())
    }

    #[test]
    fn the_chances_are_pybkts() {
        let (model, _, sequences) = golden();
        assert!(sequences.len() >= 200);
        for (answers, chances) in &sequences {
            let mut known = model.known;
            for (right, chance) in answers.iter().zip(chances) {
                assert!((model.right(known) - chance).abs() < 1e-4, "{} {chance}", model.right(known));
                known = model.after(known, *right);
            }
        }
    }

    #[test]
    fn a_fit_is_as_likely_as_pybkts_and_finds_the_same_model() {
        let (theirs, likelihood, sequences) = golden();
        let answers: Vec<Vec<bool>> = sequences.into_iter().map(|(answers, _)| answers).collect();
        let (ours, likely) = Bkt::fit(&answers);
        assert!(likely >= likelihood - 0.5, "{likely} against {likelihood}");
        let pairs = [
            (ours.known, theirs.known),
            (ours.learn, theirs.learn),
            (ours.guess, theirs.guess),
            (ours.slip, theirs.slip),
        ];
        assert!(pairs.iter().all(|(a, b)| (a - b).abs() < 0.02), "{ours:?} {theirs:?}");
    }
}
