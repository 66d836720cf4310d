//! Number bonds: a whole and its parts.
//!
//! ```toml
//! figure = { bond = ["8", "3", "?5"] }
//! figure = { bond = ["?10", "?4", "?6"], enter = true }
//! ```
//! The whole, then two or three parts; `"?5"` is shown as a question mark. `enter`: the learner sets the numbers that are not shown; it
//! types them, the whole first: `5` or `10, 4, 6`.

use super::given::{Given, Table, counted};
use super::say::told;
use super::{Fault, fault};
use crate::notation::Locale;

const MOST: u32 = 1000;

#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// The whole, then its parts; `None` is not shown.
    pub numbers: Vec<Option<u32>>,
    /// The learner sets numbers up to this one.
    pub most: u32,
    pub enter: bool,
}

impl Bond {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let list = given.list("bond");
        let all = list.iter().map(|number| number.count(MOST)).collect::<Result<Vec<_>, _>>()?;
        let all = counted(all, 3, 4, "numbers of a bond")?;
        if all[0] != all[1..].iter().sum::<u32>() {
            return Err(fault(what!(
                "the parts are not the whole",
                "the parts of a bond add up to its whole"
            )));
        }
        // The room says nothing about the number that is looked for.
        let most = if all[0] <= 10 {
            20
        } else if all[0] <= 50 {
            100
        } else {
            MOST
        };
        let shown = list.iter().zip(&all);
        let numbers = shown.map(|(given, number)| (!matches!(given, Given::Hidden(_))).then_some(*number));
        Ok(Self { numbers: numbers.collect(), most, enter: given.is("enter") })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let said = |number: &Option<u32>| match number {
            Some(number) => number.to_string(),
            None => told(locale, "question mark", "signo de interrogación", &[]),
        };
        let parts: Vec<String> = self.numbers[1..].iter().map(said).collect();
        told(
            locale,
            "A number bond. Whole: #. Parts: #.",
            "Una descomposición. Total: #. Partes: #.",
            &[&said(&self.numbers[0]), &parts.join(", ")],
        )
    }
}
