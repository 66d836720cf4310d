//! Arrays: rows and columns of unit squares or dots.
//!
//! ```toml
//! figure = { grid = ["4", "6"], shade = "12", cut = ["0", "5"], sides = true, enter = "total" }
//! ```
//! Rows, then columns. `shade`: the first squares, row by row. `cut`: a line after this many rows and columns, 0 for
//! none. `dots`: dots, not squares. `sides`: rows and columns are written beside it. `enter`: the learner makes an
//! array as large as this one at most; `"total"` types how many squares, `"sides"` types `4 * 6`.

use super::given::{Given, Table};
use super::say::{counted, joined, told};
use super::{Fault, fault};
use crate::notation::Locale;

/// Rows or columns that can still be told apart.
const MOST: i64 = 20;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    pub rows: u32,
    pub columns: u32,
    /// The first squares, row by row.
    pub shaded: u32,
    /// A line after this many rows, and after this many columns; 0 for none.
    pub cut: (u32, u32),
    pub dots: bool,
    pub sides: bool,
    pub enter: Option<GridEntry>,
}

/// What a made array types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridEntry {
    Total,
    Sides,
}

impl Grid {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let [rows, columns] = given.list("grid") else {
            return Err(fault(what!("a grid has two numbers", "a grid is written [\"rows\", \"columns\"]")));
        };
        let [rows, columns] = [rows.whole(1, MOST)? as u32, columns.whole(1, MOST)? as u32];
        let cut = match given.list("cut") {
            [down, across] => (down.count(rows)?, across.count(columns)?),
            _ => (0, 0),
        };
        let enter = given.is("enter").then(|| match given.word("enter") {
            Some("sides") => GridEntry::Sides,
            _ => GridEntry::Total,
        });
        Ok(Self {
            rows,
            columns,
            shaded: given.get("shade").map_or(Ok(0), |shade: &Given| shade.count(rows * columns))?,
            cut,
            dots: given.is("dots"),
            sides: given.is("sides"),
            enter,
        })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let [rows, columns] = [self.rows, self.columns].map(|n| n.to_string());
        if self.enter.is_some() {
            let down = counted(locale, self.rows, ("# row", "# fila"), ("# rows", "# filas"));
            let (one, more) = (("# column", "# columna"), ("# columns", "# columnas"));
            let across = counted(locale, self.columns, one, more);
            return told(
                locale,
                "A grid with room for # and #, to make an array in.",
                "Una cuadrícula con espacio para # y #, para formar un arreglo.",
                &[&down, &across],
            );
        }
        let (en, es) = match (self.dots, self.rows) {
            (true, 1) => ("An array of dots: # row of #.", "Un arreglo de puntos: # fila de #."),
            (true, _) => ("An array of dots: # rows of #.", "Un arreglo de puntos: # filas de #."),
            (false, 1) => (
                "A rectangle of unit squares: # row of #.",
                "Un rectángulo de cuadrados unitarios: # fila de #.",
            ),
            (false, _) => (
                "A rectangle of unit squares: # rows of #.",
                "Un rectángulo de cuadrados unitarios: # filas de #.",
            ),
        };
        let array = told(locale, en, es, &[&rows, &columns]);
        let shaded = counted(
            locale,
            self.shaded,
            ("# is shaded.", "Hay # sombreado."),
            ("# are shaded.", "Hay # sombreados."),
        );
        let cut = |after: u32, en, es| {
            if after == 0 { String::new() } else { told(locale, en, es, &[&after.to_string()]) }
        };
        joined(&[
            array,
            if self.shaded == 0 { String::new() } else { shaded },
            cut(self.cut.0, "A line parts it after row #.", "Una línea lo separa después de la fila #."),
            cut(
                self.cut.1,
                "A line parts it after column #.",
                "Una línea lo separa después de la columna #.",
            ),
        ])
    }
}
