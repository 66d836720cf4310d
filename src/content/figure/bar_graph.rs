//! Bar graphs, and histograms, whose bars touch.
//!
//! ```toml
//! figure = { bar_graph = ["Mon", "Tue", "Wed"], values = ["6", "9", "4"], by = "2", axis = "books" }
//! figure = { bar_graph = ["0–9", "10–19"], top = "8", touching = true, enter = true }
//! ```
//! `values`: how high each bar is; without them none stands yet. The scale goes from 0 to `top`, with a line at every
//! `by`. `axis`: what is counted. `enter`: the learner pulls the bars up, from one place to the next by `snap` (else
//! `by`); it types their heights, `6, 9, 4`.

use super::super::text::Text;
use super::given::{Table, counted};
use super::say::{joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_BARS: usize = 10;
const MOST_LINES: i64 = 12;
/// Places of a top that a finger can tell apart.
const MOST_PLACES: i64 = 30;

#[derive(Clone, Debug, PartialEq)]
pub struct BarGraph {
    pub names: Vec<Text>,
    /// How high each bar is, from 0 to `top`.
    pub values: Vec<Rational>,
    pub top: Rational,
    /// From one line of the scale to the next.
    pub by: Rational,
    /// From one place of a top to the next.
    pub snap: Rational,
    pub axis: Option<Text>,
    pub touching: bool,
    pub enter: bool,
}

impl BarGraph {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let names = counted(given.texts("bar_graph"), 2, MOST_BARS, "bars of a graph")?;
        let mut values = given.numbers("values")?;
        if values.is_empty() {
            values = vec![Rational::ZERO; names.len()];
        }
        let highest = values.iter().copied().max().unwrap_or(Rational::ZERO);
        let positive = |key| Ok(given.number(key)?.filter(|number| *number > Rational::ZERO));
        let by = positive("by")?.unwrap_or(Rational::ONE);
        let snap = positive("snap")?.unwrap_or(by);
        let over = |step: Rational| {
            highest.over(step).map(|lines| (lines.floor() + i64::from(!lines.is_integer())).max(1))
        };
        let next_line = over(by).and_then(|lines| by.times(Rational::integer(lines)));
        let top = positive("top")?.or(next_line).unwrap_or(by);
        let whole = |step: Rational, most| {
            top.over(step).and_then(Rational::as_integer).is_some_and(|all| (1..=most).contains(&all))
        };
        if !whole(by, MOST_LINES) || !whole(snap, MOST_PLACES) {
            return Err(fault(what!(
                "the scale of a bar graph has too many lines, or ends between two",
                "a scale has from 1 to {MOST_LINES} lines and {MOST_PLACES} places for a top; this is 0..{top} by {by}, by {snap}"
            )));
        }
        let fits = |value: &Rational| (Rational::ZERO..=top).contains(value);
        let stands = |value: &Rational| value.over(snap).is_some_and(Rational::is_integer);
        let enter = given.is("enter");
        if values.len() != names.len() || !values.iter().all(|value| fits(value) && (!enter || stands(value)))
        {
            return Err(fault(what!(
                "the heights of a bar graph do not fit its bars",
                "a bar graph has one height for each of its {} bars, from 0 to {top}, and on a place where its bar can be pulled",
                names.len()
            )));
        }
        let axis = given.get("axis").map(super::given::Given::text);
        Ok(Self { names, values, top, by, snap, axis, touching: given.is("touching"), enter })
    }

    /// How many lines the scale has over its 0.
    pub fn lines(&self) -> usize {
        places(self.top, self.by)
    }

    /// How many places there are for a top over 0.
    pub fn places(&self) -> usize {
        places(self.top, self.snap)
    }

    pub fn alt(&self, locale: Locale) -> String {
        let count = self.names.len().to_string();
        let (en, es) = match self.touching {
            false => ("A bar graph with # bars.", "Una gráfica de # barras."),
            true => ("A histogram with # bars.", "Un histograma de # barras."),
        };
        let graph = told(locale, en, es, &[&count]);
        let axis = self.axis.as_ref().map(|axis| axis.plain(locale)).unwrap_or_default();
        let axis = match axis.is_empty() {
            true => String::new(),
            false => told(locale, "Counted along the side: #.", "Al lado se cuenta: #.", &[&axis]),
        };
        let scale = told(
            locale,
            "The scale goes from 0 to #, with a line every #.",
            "La escala va de 0 a #, con una línea cada #.",
            &[&value(self.top, locale), &value(self.by, locale)],
        );
        let bars: Vec<String> =
            self.names.iter().zip(&self.values).map(|(name, high)| self.bar(name, *high, locale)).collect();
        let bars = match self.enter && self.values.iter().all(|high| *high == Rational::ZERO) {
            true => {
                told(locale, "Bars to pull up: #.", "Barras por levantar: #.", &[&names(&self.names, locale)])
            }
            false => [&*bars.join("; "), "."].concat(),
        };
        joined(&[graph, axis, scale, bars])
    }

    /// Which line a bar reaches, counted from the bottom: what it stands for is for the reader to say.
    fn bar(&self, name: &Text, high: Rational, locale: Locale) -> String {
        let name = name.plain(locale);
        let lines = high.over(self.by).unwrap_or(Rational::ZERO);
        let (below, rest) = (lines.floor(), lines.minus(Rational::integer(lines.floor())));
        let (below, above) = (below.to_string(), (below + 1).to_string());
        match rest.unwrap_or(Rational::ZERO) {
            Rational::ZERO if below == "0" => told(locale, "#: no bar", "#: sin barra", &[&name]),
            Rational::ZERO => told(locale, "#: up to line #", "#: hasta la línea #", &[&name, &below]),
            rest if rest.times(Rational::integer(2)) == Some(Rational::ONE) => told(
                locale,
                "#: halfway between lines # and #",
                "#: a la mitad entre las líneas # y #",
                &[&name, &below, &above],
            ),
            rest => told(
                locale,
                "#: # of the way from line # to line #",
                "#: # del camino de la línea # a la línea #",
                &[&name, &value(rest, locale), &below, &above],
            ),
        }
    }
}

fn names(all: &[Text], locale: Locale) -> String {
    let all: Vec<String> = all.iter().map(|name| name.plain(locale)).collect();
    all.join(", ")
}

fn places(top: Rational, step: Rational) -> usize {
    top.over(step).and_then(Rational::as_integer).and_then(|all| usize::try_from(all).ok()).unwrap_or(1)
}
