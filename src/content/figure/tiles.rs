//! Algebra tiles: squares for x², bars for x, small squares for ones.
//!
//! ```toml
//! figure = { tiles = ["1", "3", "-2"] }
//! figure = { tiles = ["0", "0", "0"], enter = true }
//! ```
//! How many of each, negative ones for tiles that are taken away. `enter`: the learner lays tiles down, from these on; it
//! types what they are worth together, `x^2 + 3x - 2`.

use super::Fault;
use super::given::{Table, counted};
use super::say::{joined, told};
use crate::notation::Locale;

/// Tiles of a kind.
pub const MOST_TILES: i64 = 12;

#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// Of x², x and 1.
    pub counts: [i32; 3],
    pub enter: bool,
}

impl Tiles {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let whole = given.list("tiles").iter().map(|count| count.whole(-MOST_TILES, MOST_TILES));
        let all = counted(whole.collect::<Result<Vec<_>, _>>()?, 3, 3, "kinds of tiles")?;
        Ok(Self { counts: [all[0], all[1], all[2]].map(|count| count as i32), enter: given.is("enter") })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let mut all = vec![told(locale, "Algebra tiles.", "Fichas de álgebra.", &[])];
        let words = [
            ("Large squares, x by x: #.", "Cuadrados grandes, x por x: #."),
            ("Bars, x by 1: #.", "Barras, x por 1: #."),
            ("Small squares, 1 by 1: #.", "Cuadraditos, 1 por 1: #."),
        ];
        for (count, (en, es)) in self.counts.iter().zip(words) {
            let size = count.unsigned_abs().to_string();
            let many = match count {
                0 => continue,
                1.. => size,
                _ => told(locale, "# negative ones", "# negativas", &[&size]),
            };
            all.push(told(locale, en, es, &[&many]));
        }
        if all.len() == 1 {
            all.push(told(locale, "None lies there yet.", "Aún no hay ninguna.", &[]));
        }
        joined(&all)
    }
}
