//! A box plot over a number line.
//!
//! ```toml
//! figure = { box_plot = "0..50", enter = true }
//! figure = { box_plot = "0..50", five = ["lo", "q1", "med", "q3", "hi"], by = "5" }
//! ```
//! `five`: lowest value, lower quartile, median, upper quartile, highest value. `by`: distance between labels.
//! `enter`: the learner places the five; it types `3, 7, 12, 20, 31`.

use super::given::Table;
use super::say::{joined, told, value};
use super::{Fault, MAX_TICKS, fault};
use crate::notation::Locale;
use crate::num::Rational;

#[derive(Clone, Debug, PartialEq)]
pub struct BoxPlot {
    pub from: Rational,
    pub to: Rational,
    /// Distance between labels.
    pub by: Rational,
    pub five: Option<[Rational; 5]>,
    pub enter: bool,
}

impl BoxPlot {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let (from, to) = given.range("box_plot")?;
        let by = given.number("by")?.unwrap_or(Rational::integer(5));
        let labels = to.minus(from).and_then(|length| length.over(by)).map(Rational::floor);
        if by <= Rational::ZERO || labels.is_none_or(|labels| labels > MAX_TICKS) {
            return Err(fault(what!(
                "a line has too many labels",
                "`by` gives more than {MAX_TICKS} labels"
            )));
        }
        let five = match given.get("five") {
            None => None,
            Some(_) => Some(five(&given.numbers("five")?)?),
        };
        Ok(Self { from, to, by, five, enter: given.is("enter") })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let (from, to) = (value(self.from, locale), value(self.to, locale));
        let line = told(
            locale,
            "A box plot over a number line from # to #.",
            "Un diagrama de caja sobre una recta numérica de # a #.",
            &[&from, &to],
        );
        let rest = match &self.five {
            Some(five) => {
                let five = five.map(|one| value(one, locale));
                told(
                    locale,
                    "It reaches from # to #; the box goes from # to #, with a line at #.",
                    "Va de # a #; la caja va de # a #, con una línea en #.",
                    &[&five[0], &five[4], &five[1], &five[3], &five[2]],
                )
            }
            None if self.enter => told(locale, "It is still to be made.", "Aún está por hacer.", &[]),
            None => String::new(),
        };
        joined(&[line, rest])
    }
}

fn five(numbers: &[Rational]) -> Result<[Rational; 5], Fault> {
    let ordered = numbers.windows(2).all(|pair| pair[0] <= pair[1]);
    let five = numbers.try_into().ok().filter(|_| ordered);
    five.ok_or_else(|| fault(what!("a box plot has five numbers", "a box plot has five numbers in order")))
}
