//! Tape diagrams: quantities as strips, one under another, all to the same scale.
//!
//! ```toml
//! figure = { tape = [["12", "12", "?12"], ["12"]], labels = ["Ana", "Ben"], total = "?36" }
//! ```
//! One list of parts for each strip; `"?expr"` is drawn that long but shown as a question mark. `total` stands over
//! the first strip. `enter`: the parts of the first strip are equal; the learner takes some, and what they are worth
//! is typed.

use super::super::text::Text;
use super::given::{Given, Table, counted};
use super::say::{joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_STRIPS: usize = 5;
const MOST_PARTS: usize = 12;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tape {
    pub strips: Vec<Strip>,
    /// Over the first strip.
    pub total: Option<Part>,
    pub enter: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub label: Option<Text>,
    pub parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Greater than 0.
    pub size: Rational,
    /// Shown as a question mark.
    pub hidden: bool,
}

impl Part {
    fn of(given: &Given) -> Result<Self, Fault> {
        let size = given.number()?;
        if size <= Rational::ZERO {
            return Err(fault(what!(
                "a part of a tape is too short",
                "a part of a tape is longer than 0, not {size}"
            )));
        }
        Ok(Self { size, hidden: matches!(given, Given::Hidden(_)) })
    }

    fn alt(self, locale: Locale) -> String {
        if self.hidden { unknown(locale).into() } else { value(self.size, locale) }
    }
}

fn unknown(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "question mark",
        Locale::Es => "signo de interrogación",
    }
}

impl Tape {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let labels = given.texts("labels");
        let mut strips = Vec::new();
        for (k, strip) in given.list("tape").iter().enumerate() {
            let parts = strip.list().iter().map(Part::of).collect::<Result<Vec<_>, _>>()?;
            let parts = counted(parts, 1, MOST_PARTS, "parts of a strip")?;
            strips.push(Strip { label: labels.get(k).cloned(), parts });
        }
        let strips = counted(strips, 1, MOST_STRIPS, "strips of a tape")?;
        let total = given.get("total").map(Part::of).transpose()?;
        Ok(Self { strips, total, enter: given.is("enter") })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let strip = |(k, strip): (usize, &Strip)| {
            let name = match &strip.label {
                Some(label) => label.plain(locale),
                None => told(locale, "Strip #", "Tira #", &[&(k + 1).to_string()]),
            };
            let parts: Vec<String> = strip.parts.iter().map(|part| part.alt(locale)).collect();
            let count = strip.parts.len().to_string();
            let equal =
                strip.parts.len() > 1 && strip.parts.iter().all(|part| part.size == strip.parts[0].size);
            let (en, es) = match (strip.parts.len(), equal) {
                (1, _) => ("#: # part: #.", "#: # parte: #."),
                (_, true) => ("#: # equal parts: #.", "#: # partes iguales: #."),
                (_, false) => ("#: # parts: #.", "#: # partes: #."),
            };
            told(locale, en, es, &[&name, &count, &parts.join(", ")])
        };
        let total = self.total.map(|total| {
            told(
                locale,
                "In all, over the first strip: #.",
                "En total, sobre la primera tira: #.",
                &[&total.alt(locale)],
            )
        });
        let mut all = vec![told(locale, "A tape diagram.", "Un diagrama de cinta.", &[])];
        all.extend(self.strips.iter().enumerate().map(strip));
        all.extend(total);
        joined(&all)
    }
}
