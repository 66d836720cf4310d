//! Column arithmetic: numbers under one another, digit under digit.
//!
//! ```toml
//! figure = { columns = ["402", "156"], op = "-", enter = true }
//! ```
//! `op` is `+` (two or more numbers), `-`, `×` or `÷` (two each). Decimals stand with their points under one another.
//! `worked`: the result and its marks are shown. `enter`: boxes for the digits, for marks and for the working; it types
//! the result, and for `÷` with a remainder `5 R 2`. Of two whole numbers marks and working are typed behind it, as
//! [`Paper`](super::super::more::cells::Paper) writes them. They are the learner's own: `246 | 3 9 12` is as right as
//! `246`, but they tell where a wrong result comes from.

use super::given::{Table, counted};
use super::say::told;
use super::{Fault, fault};
use crate::notation::{Locale, entry::decimals};
use crate::num::Rational;

/// Digits that fit on a phone.
const MOST_DIGITS: usize = 8;

#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    pub op: ColumnOp,
    /// Zero or greater; the first one is subtracted from or divided.
    pub numbers: Vec<Rational>,
    /// Decimals of every number.
    pub places: u8,
    pub worked: bool,
    pub enter: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnOp {
    Plus,
    Minus,
    Times,
    Over,
}

impl ColumnOp {
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Over => "÷",
        }
    }
}

impl Columns {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let op = match given.word("op") {
            Some("-") => ColumnOp::Minus,
            Some("×") => ColumnOp::Times,
            Some("÷") => ColumnOp::Over,
            _ => ColumnOp::Plus,
        };
        let most = if op == ColumnOp::Plus { 5 } else { 2 };
        let numbers = counted(given.numbers("columns")?, 2, most, "numbers in columns")?;
        let places = (0..=6).find(|places| numbers.iter().all(|number| is_decimal(*number, *places)));
        let columns = Self {
            op,
            places: places.unwrap_or(0),
            numbers,
            worked: given.is("worked"),
            enter: given.is("enter"),
        };
        let fits =
            |number: &Rational| *number >= Rational::ZERO && columns.written(*number).len() <= MOST_DIGITS;
        let whole = columns.places == 0 || !matches!(op, ColumnOp::Times | ColumnOp::Over);
        let divides = match op {
            ColumnOp::Minus => columns.numbers[0] >= columns.numbers[1],
            ColumnOp::Over => columns.numbers[1] > Rational::ZERO,
            ColumnOp::Plus | ColumnOp::Times => true,
        };
        if places.is_none() || !whole || !divides || !columns.numbers.iter().all(fits) {
            return Err(fault(what!(
                "these numbers cannot stand in columns",
                "numbers in columns are not negative, nor is their difference, have at most {MOST_DIGITS} digits, and are whole for × and ÷"
            )));
        }
        Ok(columns)
    }

    /// A number with as many decimals as all of them have.
    pub fn written(&self, number: Rational) -> String {
        decimals(number, self.places)
    }

    pub fn alt(&self, locale: Locale) -> String {
        let numbers: Vec<String> = self.numbers.iter().map(|number| self.written(*number)).collect();
        let sign = match (self.op, locale) {
            (ColumnOp::Plus, Locale::En) => " plus ",
            (ColumnOp::Plus, Locale::Es) => " más ",
            (ColumnOp::Minus, Locale::En) => " minus ",
            (ColumnOp::Minus, Locale::Es) => " menos ",
            (ColumnOp::Times, Locale::En) => " times ",
            (ColumnOp::Times, Locale::Es) => " por ",
            (ColumnOp::Over, Locale::En) => " divided by ",
            (ColumnOp::Over, Locale::Es) => " entre ",
        };
        let (en, es) = match self.op {
            ColumnOp::Over => ("Long division: #.", "División larga: #."),
            _ => ("Written in columns: #.", "Escrito en columnas: #."),
        };
        told(locale, en, es, &[&numbers.join(sign)])
    }
}

fn is_decimal(number: Rational, places: u8) -> bool {
    let scaled = 10i64.checked_pow(places.into()).and_then(|scale| number.times(Rational::integer(scale)));
    scaled.is_some_and(Rational::is_integer)
}
