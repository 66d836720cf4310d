//! A ruler, and something that lies along it.
//!
//! ```toml
//! figure = { ruler = "0..12", unit = "cm", parts = "2", object = ["2", "8.5"] }
//! figure = { ruler = "0..6", unit = "in", parts = "4", enter = true }
//! ```
//! `unit`: `cm` or `in`. `parts`: how many each unit is cut into. `object`: where a strip begins and ends. `enter`: the
//! learner lays a strip along the ruler; it types how long it is.

use super::given::Table;
use super::say::{counted, joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_UNITS: i64 = 30;

#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    pub from: Rational,
    pub to: Rational,
    pub inches: bool,
    /// Parts of a unit.
    pub parts: u32,
    pub object: Option<(Rational, Rational)>,
    pub enter: bool,
}

impl Ruler {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let (from, to) = given.range("ruler")?;
        let units = to.minus(from).and_then(Rational::as_integer).filter(|units| *units <= MOST_UNITS);
        let parts = given.get("parts").map_or(Ok(1), |parts| parts.whole(1, 16))? as u32;
        if units.is_none_or(|units| units * i64::from(parts) > super::MAX_TICKS) {
            return Err(fault(what!(
                "a ruler has too many marks",
                "a ruler has at most {MOST_UNITS} whole units and {} marks",
                super::MAX_TICKS
            )));
        }
        let object = match given.numbers("object")?[..] {
            [] => None,
            [start, end] if from <= start && start < end && end <= to => Some((start, end)),
            _ => {
                return Err(fault(what!(
                    "this does not lie along the ruler",
                    "`object` is written [\"from\", \"to\"]"
                )));
            }
        };
        Ok(Self {
            from,
            to,
            inches: given.word("unit") == Some("in"),
            parts,
            object,
            enter: given.is("enter"),
        })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let ends = [value(self.from, locale), value(self.to, locale)];
        let (en, es) = match self.inches {
            true => ("A ruler in inches, from # to #.", "Una regla en pulgadas, de # a #."),
            false => ("A ruler in centimeters, from # to #.", "Una regla en centímetros, de # a #."),
        };
        let ruler = told(locale, en, es, &[&ends[0], &ends[1]]);
        let parts = match self.parts {
            1 => String::new(),
            parts => told(
                locale,
                "Each unit is cut into # equal parts.",
                "Cada unidad está dividida en # partes iguales.",
                &[&parts.to_string()],
            ),
        };
        let object = match self.object {
            Some((start, end)) => told(
                locale,
                "A strip begins # and ends #.",
                "Una tira empieza # y termina #.",
                &[&self.place(start, locale), &self.place(end, locale)],
            ),
            None => String::new(),
        };
        joined(&[ruler, parts, object])
    }

    /// A place as the eye finds it: a number, and how many marks after it.
    fn place(&self, at: Rational, locale: Locale) -> String {
        let number = value(Rational::integer(at.floor()), locale);
        let after = at.minus(Rational::integer(at.floor()));
        let marks = after.and_then(|after| after.times(Rational::integer(self.parts.into())));
        let marks = marks.map_or(0, Rational::floor) as u32;
        let (one, more) = (("# mark", "# marca"), ("# marks", "# marcas"));
        match marks {
            0 => told(locale, "at #", "en el #", &[&number]),
            _ => {
                let marks = counted(locale, marks, one, more);
                told(locale, "# after #", "# después del #", &[&marks, &number])
            }
        }
    }
}
