//! The area model: a rectangle cut into parts, with what each side and each part is worth.
//!
//! ```toml
//! figure = { area = [["20", "3"], ["10", "4"]], inside = [["200", ""], ["", "12"]], enter = true }
//! figure = { area = [["`x`", "`2`"], ["`x`", "`3`"]], enter = true }
//! ```
//! All are texts: the parts of the left side from the top, then those of the top side; `inside` row by row, an empty
//! text for a box. `enter`: the boxes are to be filled; types their sum, as a number where all are numbers, else as
//! an expression such as `x^2 + 3x + 2x + 6`.

use super::super::text::{Span, Text};
use super::given::{Given, Table, counted};
use super::say::{joined, told};
use super::{Fault, fault};
use crate::notation::{Locale, Math, read};
use crate::num::Rational;

const MOST: usize = 4;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// The left side, from the top.
    pub down: Vec<Side>,
    /// The top side, from the left.
    pub across: Vec<Side>,
    /// Row by row; `None` is an empty box.
    pub inside: Vec<Vec<Option<Text>>>,
    pub enter: bool,
}

/// A part of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub label: Text,
    /// Its length, where it is a number.
    pub size: Option<Rational>,
}

impl From<Text> for Side {
    fn from(label: Text) -> Self {
        let size = match &label.spans[..] {
            [Span::Maths(Math::Number(digits)) | Span::Words(digits)] => {
                read(digits, Locale::En.decimal_mark()).ok().map(|written| written.value)
            }
            _ => None,
        };
        Self { label, size }
    }
}

impl Area {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let [down, across] = given.list("area") else {
            return Err(fault(what!(
                "an area has two sides",
                "an area is written [[left side], [top side]]"
            )));
        };
        let side = |given: &Given| given.list().iter().map(|part| Side::from(part.text())).collect();
        let (down, across): (Vec<Side>, Vec<Side>) = (
            counted(side(down), 1, MOST, "parts of the left side")?,
            counted(side(across), 1, MOST, "parts of the top side")?,
        );
        let inside = given.list("inside");
        let part = |row: usize, column: usize| {
            let part = inside.get(row).and_then(|row| row.list().get(column)).map(Given::text);
            part.filter(|text| !text.is_empty() && *text != Text::words(""))
        };
        let inside = (0..down.len()).map(|row| (0..across.len()).map(|column| part(row, column)).collect());
        Ok(Self { inside: inside.collect(), down, across, enter: given.is("enter") })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let side = |side: &[Side]| {
            let parts: Vec<String> = side.iter().map(|part| part.label.plain(locale)).collect();
            parts.join(", ")
        };
        let [rows, columns] = [&self.down, &self.across].map(|side| side.len().to_string());
        let cut = match (self.down.len(), self.across.len()) {
            (1, 1) => {
                let (en, es) = ("A rectangle that is not cut.", "Un rectángulo sin dividir.");
                told(locale, en, es, &[])
            }
            _ => told(
                locale,
                "A rectangle cut into # by # parts.",
                "Un rectángulo dividido en # por # partes.",
                &[&rows, &columns],
            ),
        };
        let sides = told(
            locale,
            "The left side, from the top: #. The top side: #.",
            "Lado izquierdo, desde arriba: #. Lado superior: #.",
            &[&side(&self.down), &side(&self.across)],
        );
        let parts: Vec<String> = self
            .inside
            .iter()
            .flatten()
            .map(|part| part.as_ref().map_or_else(|| empty(locale).into(), |text| text.plain(locale)))
            .collect();
        let inside =
            told(locale, "Inside, row by row: #.", "Adentro, fila por fila: #.", &[&parts.join(", ")]);
        joined(&[cut, sides, inside])
    }
}

/// An empty box in a list that is read aloud.
pub fn empty(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "empty",
        Locale::Es => "vacío",
    }
}
