//! The paper of work line by line: the start, and under it the lines that were written, each with its mark.
//!
//! Lines bring it along (`answer = { lines = ... }`); nobody writes it but the gallery:
//! ```toml
//! figure = { lines = ["`3(x - 2) = 12`"], until = "", unit = "" }
//! ```
//! It types the lines with `; ` between; notes begin with `#`, lines that were struck out with `~`.

use super::super::more::steps::Work;
use super::given::Table;
use super::say::told;
use super::{Fault, fault};
use crate::notation::{Locale, speak};

#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    pub work: Work,
}

impl Steps {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let start: Vec<String> = given.list("lines").iter().map(|line| typed(&line.text().print())).collect();
        let [until, unit] = ["until", "unit"].map(|key| given.word(key).unwrap_or_default());
        let work = Work::of(&start, until, unit, None, true);
        work.map(|work| Self { work }).ok_or_else(|| {
            fault(what!(
                "this cannot be worked out in lines",
                "lines: an equation or inequality with one solution, two equations, an expression, or an amount with `unit`"
            ))
        })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let lines: Vec<String> = self.work.start.iter().map(|line| speak(&line.math(), locale)).collect();
        if !self.work.shown {
            return told(locale, "Your lines, one under the other.", "Tus líneas, una debajo de otra.", &[]);
        }
        told(
            locale,
            "Your lines, one under the other. The start is: #.",
            "Tus líneas, una debajo de otra. El comienzo es: #.",
            &[&lines.join("; ")],
        )
    }
}

/// Without the backticks of a text.
fn typed(print: &str) -> String {
    print.trim_matches('`').into()
}
