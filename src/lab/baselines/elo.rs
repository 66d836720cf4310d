//! Elo ratings of students and items, one ability for all skills (Pelanek 2016, Computers & Education 98, with the
//! uncertainty function a / (1 + b n)). Item ratings come from training students and stand still for test students.

use super::Pairs;
use crate::lab::data::{Data, Student};
use crate::num::math;

const STEP: f64 = 1.0;
const COOLING: f64 = 0.05;

#[derive(Clone, Copy, Default)]
struct Rating {
    value: f64,
    seen: f64,
}

impl Rating {
    fn move_by(&mut self, error: f64) {
        self.value += STEP / (1.0 + COOLING * self.seen) * error;
        self.seen += 1.0;
    }
}

pub fn run(data: &Data, training: &[&Student], tests: &[&Student]) -> Pairs {
    let rows = || training.iter().flat_map(|student| &student.rows);
    let right = rows().filter(|row| row.right).count() as f64;
    let base = math::logit((right + 1.0) / (rows().count() as f64 + 2.0));
    let mut items = vec![Rating::default(); data.items.len()];
    for student in training {
        let mut ability = Rating::default();
        for row in &student.rows {
            let item = &mut items[row.item as usize];
            let error = f64::from(u8::from(row.right)) - math::sigmoid(base + ability.value - item.value);
            ability.move_by(error);
            item.move_by(-error);
        }
    }
    let mut pairs = Pairs::new();
    for student in tests {
        let mut ability = Rating::default();
        for row in &student.rows {
            let p = math::sigmoid(base + ability.value - items[row.item as usize].value);
            ability.move_by(f64::from(u8::from(row.right)) - p);
            pairs.push((p, row.right));
        }
    }
    pairs
}
