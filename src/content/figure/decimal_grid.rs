//! One whole cut into tenths or hundredths.
//!
//! ```toml
//! figure = { decimal_grid = "100", shade = "0.37" }
//! figure = { decimal_grid = "10", enter = true }
//! ```
//! 10 or 100 parts. `shade`: this much of it; of more than one whole there are more squares, three at most. `enter`: the learner
//! shades one whole; it types a decimal, `0.37`.

use super::given::Table;
use super::say::{joined, told};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_WHOLES: i64 = 3;

#[derive(Clone, Debug, PartialEq)]
pub struct DecimalGrid {
    /// Parts of one whole: 10 or 100.
    pub parts: u32,
    /// Parts that are shaded.
    pub shaded: u32,
    pub enter: bool,
}

impl DecimalGrid {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let parts = match given.number("decimal_grid")?.and_then(Rational::as_integer) {
            Some(parts @ (10 | 100)) => parts,
            _ => return Err(fault(what!("a grid has other parts", "a decimal grid has 10 or 100 parts"))),
        };
        let shade = given.number("shade")?.unwrap_or(Rational::ZERO);
        let shaded = shade.times(Rational::integer(parts)).and_then(Rational::as_integer);
        let Some(shaded) = shaded.filter(|shaded| (0..=MOST_WHOLES * parts).contains(shaded)) else {
            return Err(fault(what!(
                "this cannot be shaded",
                "{shade} is no number of parts, 1 of {parts} each, or more than {MOST_WHOLES}"
            )));
        };
        Ok(Self { parts: parts as u32, shaded: shaded as u32, enter: given.is("enter") })
    }

    /// Parts of a column.
    pub fn rows(&self) -> u32 {
        self.parts / 10
    }

    pub fn alt(&self, locale: Locale) -> String {
        let whole = match self.parts {
            10 => told(
                locale,
                "A square, one whole, cut into 10 equal strips.",
                "Un cuadrado, un entero, dividido en 10 tiras iguales.",
                &[],
            ),
            _ => told(
                locale,
                "A square, one whole, cut into 10 columns of 10 small squares.",
                "Un cuadrado, un entero, dividido en 10 columnas de 10 cuadritos.",
                &[],
            ),
        };
        if self.enter {
            return joined(&[whole, told(locale, "Ready to be shaded.", "Para sombrear.", &[])]);
        }
        let (wholes, rest) = (self.shaded / self.parts, self.shaded % self.parts);
        let (columns, small) = (rest / self.rows(), rest % self.rows());
        let numbers = [wholes, columns, small].map(|n| n.to_string());
        let (en, es, from) = match (wholes, self.parts) {
            (0, 10) => ("Strips that are shaded: #.", "Tiras sombreadas: #.", 1..2),
            (0, _) => (
                "Columns that are shaded: #, and small squares of the next one: #.",
                "Columnas sombreadas: #; cuadritos de la siguiente: #.",
                1..3,
            ),
            (_, 10) => (
                "Whole squares that are shaded: #, and strips of another one: #.",
                "Cuadrados sombreados enteros: #; tiras de otro: #.",
                0..2,
            ),
            _ => (
                "Whole squares that are shaded: #; of another one, columns: #, and small squares: #.",
                "Cuadrados sombreados enteros: #; de otro, columnas: #, y cuadritos: #.",
                0..3,
            ),
        };
        let numbers: Vec<&str> = numbers[from].iter().map(|n| &**n).collect();
        joined(&[whole, told(locale, en, es, &numbers)])
    }
}
