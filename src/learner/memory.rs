//! How well a skill is remembered: FSRS-6 with its published default weights.
//!
//! Source: open-spaced-repetition, "The Algorithm" (FSRS-6, 2025); Ye, Su and Cao 2022 (KDD) for its root.
//! Time is counted in whole local days; grades are wrong, right with help, right.

use crate::num::{Day, math};

const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// 0.9^(-1/w20) - 1: makes recall 90 % after one stability.
const FACTOR: f64 = 0.980_346_494_413_479_7;

/// How an answer counts for memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Again = 1,
    Hard = 2,
    Good = 3,
    /// Right at the first meeting, by somebody who was expected to know it: nothing was just learned. How long an answer
    /// took is no part of it.
    Easy = 4,
}

impl Grade {
    fn number(self) -> f64 {
        f64::from(self as u8)
    }

    fn initial_stability(self) -> f64 {
        match self {
            Self::Again => W[0],
            Self::Hard => W[1],
            Self::Good => W[2],
            Self::Easy => W[3],
        }
    }
}

/// Stability in days (the interval at which recall has fallen to 90 %) and difficulty from 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    pub stability: f64,
    pub difficulty: f64,
    pub last: Day,
}

impl Memory {
    pub fn first(grade: Grade, day: Day) -> Self {
        Self {
            stability: grade.initial_stability(),
            difficulty: initial_difficulty(grade.number()).clamp(1.0, 10.0),
            last: day,
        }
    }

    /// Chance of recall on `day`, in (0, 1]; 1 on the day of practice.
    pub fn recall(&self, day: Day) -> f64 {
        let days = day.since(self.last);
        if days == 0 {
            return 1.0;
        }
        math::pow(1.0 + FACTOR * f64::from(days) / self.stability, -W[20])
    }

    pub fn review(&mut self, grade: Grade, day: Day) {
        let stability = match (day.since(self.last), grade) {
            (0, _) => self.same_day(grade),
            (_, Grade::Again) => self.after_lapse(day),
            _ => self.after_recall(grade, day),
        };
        self.stability = stability.clamp(0.001, 36_500.0);
        self.difficulty = self.next_difficulty(grade);
        self.last = self.last.max(day);
    }

    fn same_day(&self, grade: Grade) -> f64 {
        let growth = math::exp(W[17] * (grade.number() - 3.0 + W[18])) * math::pow(self.stability, -W[19]);
        self.stability * if grade == Grade::Again { growth } else { growth.max(1.0) }
    }

    fn after_recall(&self, grade: Grade, day: Day) -> f64 {
        let gain = math::exp(W[8])
            * (11.0 - self.difficulty)
            * math::pow(self.stability, -W[9])
            * (math::exp((1.0 - self.recall(day)) * W[10]) - 1.0);
        let hard = if grade == Grade::Hard { W[15] } else { 1.0 };
        self.stability * (1.0 + gain * hard)
    }

    fn after_lapse(&self, day: Day) -> f64 {
        let relearned = W[11]
            * math::pow(self.difficulty, -W[12])
            * (math::pow(self.stability + 1.0, W[13]) - 1.0)
            * math::exp((1.0 - self.recall(day)) * W[14]);
        relearned.min(self.stability / math::exp(W[17] * W[18]))
    }

    fn next_difficulty(&self, grade: Grade) -> f64 {
        let moved = self.difficulty - W[6] * (grade.number() - 3.0) * (10.0 - self.difficulty) / 9.0;
        (W[7] * (initial_difficulty(4.0) - moved) + moved).clamp(1.0, 10.0)
    }
}

fn initial_difficulty(grade: f64) -> f64 {
    W[4] - math::exp(W[5] * (grade - 1.0)) + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recall_is_ninety_percent_after_one_stability() {
        let memory = Memory { stability: 10.0, difficulty: 5.0, last: Day(0) };
        assert!((memory.recall(Day(10)) - 0.9).abs() < 1e-12);
        assert_eq!(memory.recall(Day(0)), 1.0);
    }

    #[test]
    fn the_factor_is_what_its_formula_says() {
        assert!((FACTOR - (math::pow(0.9, -1.0 / W[20]) - 1.0)).abs() < 1e-15);
    }

    #[test]
    fn spaced_success_lengthens_memory_and_a_lapse_shortens_it() {
        let mut memory = Memory::first(Grade::Good, Day(0));
        memory.review(Grade::Good, Day(3));
        let spaced = memory.stability;
        assert!(spaced > W[2] * 2.0);
        memory.review(Grade::Again, Day(20));
        assert!(memory.stability < spaced);
        assert!(memory.difficulty > Memory::first(Grade::Good, Day(0)).difficulty);
    }

    /// 10,000 histories of days since the last answer and grades.
    fn histories() -> impl Iterator<Item = Vec<(u32, Grade)>> {
        let mut state: u64 = 7;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u32
        };
        let grades = [Grade::Again, Grade::Hard, Grade::Good];
        (0..10_000).map(move |_| {
            let length = 1 + next() % 8;
            let review = |place: u32| {
                let grade = grades[next() as usize % 3];
                let days = match if place == 0 { 0 } else { next() % 4 } {
                    0 => 0,
                    1 => 1 + next() % 3,
                    2 => 1 + next() % 30,
                    _ => 1 + next() % 300,
                };
                (days, grade)
            };
            (0..length).map(review).collect()
        })
    }

    #[test]
    fn memory_is_that_of_the_crate_fsrs() {
        let golden = include_str!("../../tests/golden/fsrs-6.6.2.txt");
        let lines: Vec<&str> = golden.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines.len(), 10_000);
        for (line, history) in lines.iter().zip(histories()) {
            let (stability, difficulty) = line.split_once(' ').expect("two numbers");
            let expected = [stability, difficulty].map(|word| word.parse::<f64>().expect("a number"));
            let mut day = Day(0);
            let mut memory = Memory::first(history[0].1, day);
            for (days, grade) in &history[1..] {
                day = Day(day.0 + days.cast_signed());
                memory.review(*grade, day);
            }
            for (ours, theirs) in [memory.stability, memory.difficulty].into_iter().zip(expected) {
                assert!((ours - theirs).abs() <= 1e-4 * theirs.max(1.0), "{history:?}: {ours}, {theirs}");
            }
        }
    }
}
