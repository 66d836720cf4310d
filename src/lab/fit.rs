//! Fits the read-out: logistic regression on what the filter leaves behind, with the filter's logit as offset.
//! Difficulties and loadings of a training student come from students of other folds, so that the read-out never
//! sees one fitted with its own label.

use super::data::{Data, Student};
use super::trellis::{Calibration, Tracer};
use crate::learner::readout::{FEATURES, features};
use crate::num::math;

/// Penalty on the square of each weight, when every log counts as a hundred thousand rows.
const RIDGE: f64 = 20.0;
const FOLDS: usize = 5;

/// Where the shipped weights come from.
pub const CITE: &str = "Fitted to the training students of ASSISTments 2009-10 (skill builder, corrected release) and a \
    sample of the ASSISTments 2017 data mining challenge, each counting alike. Feng, Heffernan and Koedinger 2009, User \
    Modeling and User-Adapted Interaction 19; prepared from the files of Gervet, Koedinger, Schneider and Mitchell \
    2020, Journal of Educational Data Mining 12(3). Only these aggregate weights are published, no responses.";

struct Sample {
    z: f64,
    features: [f64; FEATURES],
    right: bool,
    weight: f64,
}

/// Weights for the training students of all `sets` together.
pub fn fit(sets: &[Data]) -> [f64; FEATURES] {
    let mut samples = Vec::new();
    for data in sets {
        collect(data, &mut samples);
    }
    let mut weights = [0.0; FEATURES];
    for _ in 0..8 {
        newton(&samples, &mut weights);
    }
    weights
}

fn collect(data: &Data, samples: &mut Vec<Sample>) {
    let training: Vec<&Student> = data.students.iter().filter(|student| !student.is_test()).collect();
    let rows = training.iter().map(|s| s.rows.len()).sum::<usize>() as f64;
    let mut tracer = Tracer::new(data);
    for fold in 0..FOLDS {
        let part = |inside: bool| {
            let picked = training.iter().enumerate().filter(|(n, _)| (n % FOLDS == fold) == inside);
            picked.map(|(_, student)| *student).collect::<Vec<_>>()
        };
        let known = Calibration::fit(data, &part(false));
        for student in part(true) {
            tracer.clear();
            for row in &student.rows {
                samples.push(tracer.step(row, &known, |asked, expected| Sample {
                    z: expected.z,
                    features: features(asked, expected),
                    right: row.right,
                    weight: 1e5 / rows,
                }));
            }
        }
    }
}

fn newton(samples: &[Sample], weights: &mut [f64; FEATURES]) {
    let ridge = RIDGE;
    let mut slope = weights.map(|weight| -ridge * weight);
    let mut curve = [[0.0; FEATURES]; FEATURES];
    for (place, row) in curve.iter_mut().enumerate() {
        row[place] = ridge;
    }
    for sample in samples {
        let u: f64 = sample.z + sample.features.iter().zip(&*weights).map(|(f, w)| f * w).sum::<f64>();
        let p = math::sigmoid(u);
        let error = sample.weight * (f64::from(u8::from(sample.right)) - p);
        for (row, f) in sample.features.iter().enumerate() {
            slope[row] += error * f;
            let scaled = sample.weight * p * (1.0 - p) * f;
            for (cell, other) in curve[row][..=row].iter_mut().zip(&sample.features) {
                *cell += scaled * other;
            }
        }
    }
    for (weight, step) in weights.iter_mut().zip(solve(&mut curve, slope)) {
        *weight += step;
    }
}

/// Solves a symmetric positive definite system given by its lower half (Cholesky).
fn solve(lower: &mut [[f64; FEATURES]; FEATURES], mut right: [f64; FEATURES]) -> [f64; FEATURES] {
    for row in 0..FEATURES {
        for column in 0..=row {
            let sum: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
            let left = lower[row][column] - sum;
            lower[row][column] =
                if row == column { math::sqrt(left.max(1e-12)) } else { left / lower[column][column] };
        }
    }
    for row in 0..FEATURES {
        let sum: f64 = (0..row).map(|k| lower[row][k] * right[k]).sum();
        right[row] = (right[row] - sum) / lower[row][row];
    }
    for row in (0..FEATURES).rev() {
        let sum: f64 = (row + 1..FEATURES).map(|k| lower[k][row] * right[k]).sum();
        right[row] = (right[row] - sum) / lower[row][row];
    }
    right
}
