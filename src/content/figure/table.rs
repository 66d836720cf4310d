//! Tables, to read or to fill in.
//!
//! ```toml
//! figure = { table = [["`x`", "`y`"], ["1", "{a}"], ["2", "_"]], head = "row", enter = true }
//! ```
//! Texts, row by row; `_` is a box. `head`: the first `row`, the first `column`, `both` or `none` are headings.
//! `enter`: the boxes are to be filled; it types what stands in them, in reading order: `5` or `5, 7, 9`.

use super::super::text::{Span, Text};
use super::area::empty;
use super::given::{Given, Table as Keys, counted};
use super::say::{counted as counted_words, joined, told};
use super::{Fault, fault};
use crate::notation::{Locale, Math};

const MOST: usize = 12;

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// `None` is a box.
    pub rows: Vec<Vec<Option<Text>>>,
    pub head: Head,
    pub enter: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    None,
    Row,
    Column,
    Both,
}

impl Table {
    pub fn of(given: &Keys) -> Result<Self, Fault> {
        let head = match given.word("head") {
            Some("row") => Head::Row,
            Some("column") => Head::Column,
            Some("both") => Head::Both,
            _ => Head::None,
        };
        Ok(Self { head, ..Self::of_rows("table", given)? })
    }

    /// The rows under this key; the first column heads them.
    pub fn of_rows(key: &str, given: &Keys) -> Result<Self, Fault> {
        let cell = |given: &Given| Some(given.text()).filter(|text| !is_box(text));
        let row =
            |given: &Given| counted(given.list().iter().map(cell).collect(), 1, MOST, "columns of a table");
        let rows = given.list(key).iter().map(row).collect::<Result<Vec<_>, _>>()?;
        let rows: Vec<Vec<Option<Text>>> = counted(rows, 1, MOST, "rows of a table")?;
        if rows.iter().any(|row| row.len() != rows[0].len()) {
            return Err(fault(what!(
                "a table is uneven",
                "all rows of a table have as many cells as the first one"
            )));
        }
        Ok(Self { rows, head: Head::Column, enter: given.is("enter") })
    }

    /// What stands in each row.
    pub fn alt_rows(&self, locale: Locale) -> String {
        let row = |row: &Vec<Option<Text>>| {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| cell.as_ref().map_or_else(|| empty(locale).into(), |text| text.plain(locale)))
                // A corner without words heads nothing.
                .filter(|words: &String| !words.is_empty())
                .collect();
            [&cells.join(", "), "."].concat()
        };
        joined(&self.rows.iter().map(row).collect::<Vec<_>>())
    }

    pub fn alt(&self, locale: Locale) -> String {
        let rows = counted_words(locale, self.rows.len() as u32, ("# row", "# fila"), ("# rows", "# filas"));
        let columns = (("# column", "# columna"), ("# columns", "# columnas"));
        let columns = counted_words(locale, self.rows[0].len() as u32, columns.0, columns.1);
        let table = told(locale, "A table with # and #.", "Una tabla de # y #.", &[&rows, &columns]);
        joined(&[table, self.alt_rows(locale)])
    }
}

fn is_box(text: &Text) -> bool {
    match &text.spans[..] {
        [Span::Words(words)] => words.trim() == "_",
        [Span::Maths(Math::Blank) | Span::Blank(_)] => true,
        _ => false,
    }
}
