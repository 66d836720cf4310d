//! A clock face.
//!
//! ```toml
//! figure = { clock = "t" }
//! figure = { clock = "time(12, 0)", enter = true }
//! figure = { clock = "time(12, 0)", enter = true, step = "5" }
//! ```
//! `enter`: the learner turns the hands, which begin here; it types `7:45`. `step`: minutes from one place of the long hand to the next,
//! 1 where nothing is said.

use super::given::Table;
use super::say::told;
use super::{Fault, fault};
use crate::notation::Locale;

#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// Minutes since twelve, 0 to 719.
    pub minutes: i64,
    /// Minutes of one step of the long hand.
    pub step: u32,
    pub enter: bool,
}

impl Clock {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let Some(minutes) = given.number("clock")?.and_then(|minutes| minutes.as_integer()) else {
            return Err(fault(what!("a clock shows a time", "a clock shows a time, such as time(7, 45)")));
        };
        let step = given.get("step").map_or(Ok(1), |step| step.whole(1, 30))? as u32;
        if 60 % step > 0 {
            return Err(fault(what!(
                "such a hand cannot be turned",
                "the long hand turns in steps that 60 is a multiple of, such as 5"
            )));
        }
        Ok(Self { minutes: minutes.rem_euclid(720), step, enter: given.is("enter") })
    }

    /// What the eye sees: where the hands point, not the time.
    pub fn alt(&self, locale: Locale) -> String {
        let (hour, minute) = (self.minutes / 60, self.minutes % 60);
        let numeral = |k: i64| ((k + 11).rem_euclid(12) + 1).to_string();
        let (before, after) = (numeral(hour), numeral(hour + 1));
        let short = match minute {
            0 => told(locale, "The short hand is on #.", "La aguja corta está en el #.", &[&before]),
            _ => told(
                locale,
                "The short hand is between # and #.",
                "La aguja corta está entre el # y el #.",
                &[&before, &after],
            ),
        };
        let (at, marks) = (numeral(minute / 5), (minute % 5).to_string());
        let long = match minute % 5 {
            0 => told(locale, "The long hand is on #.", "La aguja larga está en el #.", &[&at]),
            1 => told(
                locale,
                "The long hand is one mark after #.",
                "La aguja larga está una marca después del #.",
                &[&at],
            ),
            _ => told(
                locale,
                "The long hand is # marks after #.",
                "La aguja larga está # marcas después del #.",
                &[&marks, &at],
            ),
        };
        told(locale, "A clock. # #", "Un reloj. # #", &[&short, &long])
    }
}
