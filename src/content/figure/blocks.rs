//! Base-ten blocks: thousands, hundreds, tens and ones.
//!
//! ```toml
//! figure = { blocks = ["4", "0", "2"] }
//! figure = { blocks = ["0", "0"], enter = true }
//! ```
//! How many of each, ones last, one to four kinds; more than nine of a kind may lie there. `enter`: the learner puts
//! blocks down, takes them away and trades ten for one; it types what they are worth.

use super::given::{Table, counted};
use super::say::told;
use super::{Fault, say};
use crate::notation::Locale;

/// Blocks of a kind that can be drawn.
pub const MOST: u32 = 19;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    /// How many of each kind, ones last.
    pub counts: Vec<u32>,
    pub enter: bool,
}

impl Blocks {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let counts = given.list("blocks").iter().map(|count| count.count(MOST)).collect::<Result<_, _>>()?;
        Ok(Self { counts: counted(counts, 1, 4, "kinds of blocks")?, enter: given.is("enter") })
    }

    /// The name of a kind; ones are 0.
    pub fn name(place: usize, count: u32, locale: Locale) -> String {
        let (one, more) = match place {
            0 => (("# one", "# unidad"), ("# ones", "# unidades")),
            1 => (("# ten", "# decena"), ("# tens", "# decenas")),
            2 => (("# hundred", "# centena"), ("# hundreds", "# centenas")),
            _ => (("# thousand", "# millar"), ("# thousands", "# millares")),
        };
        say::counted(locale, count, one, more)
    }

    pub fn alt(&self, locale: Locale) -> String {
        let last = self.counts.len().saturating_sub(1);
        let kinds: Vec<String> =
            self.counts.iter().enumerate().map(|(k, count)| Self::name(last - k, *count, locale)).collect();
        let (en, es) = if self.enter {
            ("Base-ten blocks to put down. Now: #.", "Bloques de base diez para poner. Ahora: #.")
        } else {
            ("Base-ten blocks: #.", "Bloques de base diez: #.")
        };
        told(locale, en, es, &[&kinds.join(", ")])
    }
}
