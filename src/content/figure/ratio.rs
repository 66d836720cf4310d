//! Quantities that keep their ratio: ratio tables and double number lines.
//!
//! ```toml
//! figure = { ratio_table = [["cups", "2", "6", "_"], ["dollars", "5", "_", "30"]], jumps = ["3", "2"], enter = true }
//! figure = { double_number_line = [["miles", "0", "3", "6"], ["hours", "0", "1", "_"]], enter = true }
//! ```
//! Two rows or more of texts, each with its name first; `_` is a box. `jumps`: what each column is multiplied by to get
//! the next one; `""` shows none. `enter`: the boxes are to be filled; it types what stands in them, in reading order.

use super::super::text::Text;
use super::given::Table as Keys;
use super::say::{joined, told};
use super::table::Table;
use super::{Fault, fault};
use crate::notation::Locale;

#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    pub table: Table,
    /// Two lines with one scale, not a table.
    pub lines: bool,
    /// What a column is multiplied by to get the next one, from the first column of numbers on.
    pub jumps: Vec<Option<Text>>,
}

impl Ratio {
    pub fn of(kind: &'static str, given: &Keys) -> Result<Self, Fault> {
        let table = Table::of_rows(kind, given)?;
        let lines = kind == "double_number_line";
        let columns = table.rows[0].len();
        let headed = table.rows.iter().all(|row| row[0].is_some());
        if table.rows.len() < 2 || columns < 2 || !headed || (lines && table.rows.len() != 2) {
            return Err(fault(what!(
                "a ratio has too few rows",
                "a ratio has a row for each quantity, with its name first; a double number line has two"
            )));
        }
        let jump = |text: Text| Some(text).filter(|text| !text.print().is_empty());
        let jumps: Vec<Option<Text>> = given.texts("jumps").into_iter().map(jump).collect();
        if jumps.len() > columns.saturating_sub(2) {
            return Err(fault(what!(
                "there are too many jumps",
                "there are more jumps than gaps between columns"
            )));
        }
        Ok(Self { table, lines, jumps })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let table = match self.lines {
            true => {
                let two = told(
                    locale,
                    "Two number lines, one under the other, with their ticks in line.",
                    "Dos rectas numéricas, una debajo de otra, con las marcas alineadas.",
                    &[],
                );
                joined(&[two, self.table.alt_rows(locale)])
            }
            false => self.table.alt(locale),
        };
        let jumps: Vec<String> = self.jumps.iter().flatten().map(|text| text.plain(locale)).collect();
        if jumps.is_empty() {
            return table;
        }
        let jumps = told(
            locale,
            "Arrows from column to column say times: #.",
            "Flechas de columna a columna dicen por: #.",
            &[&jumps.join(", ")],
        );
        joined(&[table, jumps])
    }
}
