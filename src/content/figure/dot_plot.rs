//! Dot plots and line plots: counts over a number line.
//!
//! ```toml
//! figure = { dot_plot = "0..10", data = ["2", "3", "3", "7"] }
//! figure = { dot_plot = "0..2", ticks = "1/4", crosses = true, enter = true }
//! ```
//! `data`: the values, as often as they were found. `crosses`: crosses, as in a line plot. `decimal`: labels as decimals.
//! `enter`: the learner stacks dots over the line; it types the values, `2, 3, 3, 7`.

use super::given::Table;
use super::say::{joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

/// Places over which dots can still be told apart.
const MOST_PLACES: i64 = 20;
const MOST_HIGH: usize = 12;

#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    pub from: Rational,
    pub step: Rational,
    /// How many dots stand over each place, from the left.
    pub counts: Vec<u32>,
    pub crosses: bool,
    pub decimal: bool,
    pub enter: bool,
}

impl DotPlot {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let (from, to) = given.range("dot_plot")?;
        let step = given.number("ticks")?.filter(|step| *step > Rational::ZERO).unwrap_or(Rational::ONE);
        let places = to.minus(from).and_then(|way| way.over(step)).and_then(Rational::as_integer);
        let Some(places) = places.filter(|places| (1..=MOST_PLACES).contains(places)) else {
            return Err(fault(what!(
                "a dot plot has too many places, or none",
                "a dot plot has from 1 to {MOST_PLACES} whole steps; this is {from}..{to} by {step}"
            )));
        };
        let mut plot = Self {
            from,
            step,
            counts: vec![0; places as usize + 1],
            crosses: given.is("crosses"),
            decimal: given.is("decimal"),
            enter: given.is("enter"),
        };
        for datum in given.numbers("data")? {
            let Some(count) = plot.place_of(datum).and_then(|place| plot.counts.get_mut(place)) else {
                return Err(fault(what!(
                    "a value is not on the line",
                    "{datum} has no place on {from}..{to}"
                )));
            };
            *count += 1;
        }
        if plot.counts.iter().any(|count| *count as usize > MOST_HIGH) {
            return Err(fault(what!(
                "too many dots stand over one place",
                "at most {MOST_HIGH} dots can stand over one place"
            )));
        }
        Ok(plot)
    }

    /// What a place stands for.
    pub fn value(&self, place: usize) -> Rational {
        let way = self.step.times(Rational::integer(place as i64));
        way.and_then(|way| self.from.plus(way)).unwrap_or(self.from)
    }

    /// The place of a value, where it has one.
    pub fn place_of(&self, value: Rational) -> Option<usize> {
        let place = value.minus(self.from)?.over(self.step)?.as_integer()?;
        usize::try_from(place).ok().filter(|place| *place < self.counts.len())
    }

    /// How high dots can be stacked.
    pub fn high(&self) -> usize {
        let highest = self.counts.iter().copied().max().unwrap_or(0) as usize;
        if self.enter { (highest + 2).clamp(6, MOST_HIGH) } else { highest.max(3) }
    }

    pub fn alt(&self, locale: Locale) -> String {
        let ends = [0, self.counts.len() - 1].map(|place| value(self.value(place), locale));
        let step = value(self.step, locale);
        let plot = told(
            locale,
            "A dot plot over a number line from # to #, with a tick every #.",
            "Un diagrama de puntos sobre una recta numérica de # a #, con una marca cada #.",
            &[&ends[0], &ends[1], &step],
        );
        let over = self.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let over: Vec<String> = over
            .map(|(place, count)| {
                let at = value(self.value(place), locale);
                told(locale, "over #: #", "sobre #: #", &[&at, &count.to_string()])
            })
            .collect();
        let rest = match (over.is_empty(), self.enter) {
            (false, _) => told(locale, "Dots #.", "Puntos #.", &[&over.join("; ")]),
            (true, true) => told(locale, "It is still to be made.", "Aún está por hacer.", &[]),
            (true, false) => told(locale, "It has no dots.", "No tiene puntos.", &[]),
        };
        joined(&[plot, rest])
    }
}
