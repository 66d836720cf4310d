//! A hash over values, equal on every machine: each goes in as bytes of its own, never as it would be printed.

use sha2::{Digest as _, Sha256};

#[derive(Default)]
pub(super) struct Digest(Sha256);

impl Digest {
    /// A text with its length, so that neighbours cannot trade letters.
    pub fn word(&mut self, word: &str) {
        self.number(word.len() as i64);
        self.0.update(word);
    }

    pub fn number(&mut self, number: i64) {
        self.0.update(number.to_le_bytes());
    }

    pub fn numbers(&mut self, numbers: &[i64]) {
        numbers.iter().for_each(|number| self.number(*number));
    }

    /// Bit for bit.
    pub fn reals(&mut self, reals: &[f64]) {
        reals.iter().for_each(|real| self.0.update(real.to_le_bytes()));
    }

    /// The first 16 hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}
