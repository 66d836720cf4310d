//! The number line.
//!
//! ```toml
//! figure = { number_line = "0..2", ticks = "1/4", labels = "whole", mark = "n/4", enter = true }
//! ```
//! `labels`: `"whole"`, `"ends"`, `"all"` or a list. `hops = ["3", "10", "12"]` starts at 3, hops to 10, then to 12.
//! `range = ["-2", "5"]` shades between two ends, `""` for no end; those listed in `open` do not belong to it.
//! `decimal`: write decimals, not fractions. `zoom`: the learner may look closer, ten ticks for one.
//! `enter`: `true` (a point: types a number), `"hops"` (from the first of `hops`: types where they end), `"range"`
//! (types `x > 3` or `-2 <= x < 5`).

use super::given::{Given, Table};
use super::say::{counted, joined, told, value, values};
use super::{Fault, MAX_TICKS, fault};
use crate::notation::Locale;
use crate::num::Rational;

#[derive(Clone, Debug, PartialEq)]
pub struct NumberLine {
    pub from: Rational,
    pub to: Rational,
    /// Distance between ticks.
    pub step: Rational,
    /// The ticks that carry a label; the others are bare.
    pub labels: Vec<Rational>,
    /// A point shown on the line.
    pub mark: Option<Rational>,
    /// Where a row of hops starts, and where each of them lands.
    pub hops: Vec<Rational>,
    /// A shaded part of the line.
    pub range: Option<Span>,
    /// Values are written as decimals.
    pub decimal: bool,
    pub zoom: bool,
    pub enter: Option<LineEntry>,
}

/// What the learner places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEntry {
    Point,
    Hops,
    Range,
}

/// A part of a line; without an end it goes on for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    pub from: Option<End>,
    pub to: Option<End>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    pub at: Rational,
    /// The end itself does not belong to it.
    pub open: bool,
}

impl NumberLine {
    /// A line with labels at whole numbers and nothing on it.
    pub fn new(from: Rational, to: Rational, step: Rational) -> Self {
        let line = Self {
            from,
            to,
            step,
            labels: Vec::new(),
            mark: None,
            hops: Vec::new(),
            range: None,
            decimal: false,
            zoom: false,
            enter: None,
        };
        Self { labels: line.ticks().into_iter().filter(|tick| tick.is_integer()).collect(), ..line }
    }

    pub fn of(given: &Table) -> Result<Self, Fault> {
        let Some(Given::Range(from, to)) = given.get("number_line") else {
            return Err(fault(what!(
                "a number line needs two ends",
                "a number line needs two ends, as in \"0..2\""
            )));
        };
        let step = given.number("ticks")?.unwrap_or(Rational::ONE);
        let (from, to) = (*from, *to);
        let jumps = to.minus(from).and_then(|length| length.over(step)).map(Rational::floor);
        if step <= Rational::ZERO || !jumps.is_some_and(|jumps| (1..=MAX_TICKS).contains(&jumps)) {
            return Err(fault(what!(
                "a number line has too many jumps, or none",
                "a number line needs from 1 to {MAX_TICKS} jumps; this is {from}..{to} by {step}"
            )));
        }
        let enter = given.is("enter").then(|| match given.word("enter") {
            Some("hops") => LineEntry::Hops,
            Some("range") => LineEntry::Range,
            _ => LineEntry::Point,
        });
        let line = Self {
            mark: given.number("mark")?,
            hops: given.numbers("hops")?,
            range: span(given)?,
            decimal: given.is("decimal") || given.is("zoom"),
            zoom: given.is("zoom"),
            enter,
            ..Self::new(from, to, step)
        };
        let labels = match (given.get("labels"), given.word("labels")) {
            (_, Some("ends")) => vec![from, to],
            (_, Some("all")) => line.ticks(),
            (Some(Given::List(_)), _) => given.numbers("labels")?,
            _ => return Ok(line),
        };
        Ok(Self { labels, ..line })
    }

    /// The ticks from left to right.
    pub fn ticks(&self) -> Vec<Rational> {
        let mut ticks = Vec::new();
        let mut next = Some(self.from);
        while let Some(tick) = next.filter(|tick| *tick <= self.to && ticks.len() <= MAX_TICKS as usize) {
            ticks.push(tick);
            next = tick.plus(self.step);
        }
        ticks
    }

    pub fn data(&self) -> String {
        let numbers = |all: &[Rational]| all.iter().map(|n| format!(" {n}")).collect::<String>();
        let ends = numbers(&[self.from, self.to, self.step]);
        let mut data = format!("{ends};{};{}", numbers(&self.labels), numbers(self.mark.as_slice()));
        if !self.hops.is_empty() || self.range.is_some() {
            data.push_str(&format!(";{};{:?}", numbers(&self.hops), self.range));
        }
        data
    }

    /// On a tick, or between two where the learner may look closer.
    pub fn can_enter(&self, value: Rational) -> bool {
        let inside = self.from <= value && value <= self.to;
        let finest = if self.zoom { self.step.over(Rational::integer(100)) } else { Some(self.step) };
        let jumps = value.minus(self.from).zip(finest).and_then(|(way, step)| way.over(step));
        self.enter != Some(LineEntry::Range) && inside && jumps.is_some_and(Rational::is_integer)
    }

    /// The number of whole jumps from the left end to a value, and whether it lies on a tick.
    fn jumps_to(&self, value: Rational) -> Option<(i64, bool)> {
        let jumps = value.minus(self.from)?.over(self.step)?;
        Some((jumps.floor(), jumps.is_integer()))
    }

    pub fn alt(&self, locale: Locale) -> String {
        let (from, to) = (value(self.from, locale), value(self.to, locale));
        let line = told(locale, "A number line from # to #.", "Una recta numérica de # a #.", &[&from, &to]);
        joined(&[
            line,
            self.alt_ticks(locale),
            self.alt_labels(locale),
            self.alt_mark(&from, locale),
            self.alt_hops(locale),
            self.alt_range(locale),
        ])
    }

    fn alt_ticks(&self, locale: Locale) -> String {
        let per_whole = Rational::ONE.over(self.step).and_then(Rational::as_integer);
        let (en, es, value) = match per_whole {
            Some(1) => (
                "It has a tick at every whole number.",
                "Tiene una marca en cada número entero.",
                String::new(),
            ),
            Some(n) => (
                "Each whole is cut into # equal jumps.",
                "Cada entero está dividido en # saltos iguales.",
                n.to_string(),
            ),
            None => ("It has a tick every #.", "Tiene una marca cada #.", value(self.step, locale)),
        };
        told(locale, en, es, &[&value])
    }

    fn alt_labels(&self, locale: Locale) -> String {
        if self.labels.is_empty() {
            return String::new();
        }
        if self.labels.len() > 8 && self.labels == self.ticks() {
            return told(locale, "Every tick has its label.", "Cada marca tiene su rótulo.", &[]);
        }
        told(locale, "Labels: #.", "Rótulos: #.", &[&values(&self.labels, locale)])
    }

    fn alt_mark(&self, from: &str, locale: Locale) -> String {
        let Some((jumps, on_tick)) = self.mark.and_then(|mark| self.jumps_to(mark)) else {
            return String::new();
        };
        let (before, after) = (jumps.to_string(), (jumps + 1).to_string());
        let (en, es, values) = match (on_tick, jumps) {
            (true, 1) => ("A point is marked 1 jump from #.", "Hay un punto a 1 salto de #.", [from, "", ""]),
            (true, _) => {
                ("A point is marked # jumps from #.", "Hay un punto a # saltos de #.", [&*before, from, ""])
            }
            (false, _) => (
                "A point is marked between jumps # and # from #.",
                "Hay un punto entre los saltos # y # desde #.",
                [&*before, &*after, from],
            ),
        };
        told(locale, en, es, &values)
    }

    /// Hops are told by their lengths in jumps.
    fn alt_hops(&self, locale: Locale) -> String {
        let Some(start) = self.hops.first() else { return String::new() };
        let mut all = vec![told(
            locale,
            "An arrow starts at #.",
            "Una flecha empieza en #.",
            &[&value(*start, locale)],
        )];
        for pair in self.hops.windows(2) {
            let way = pair[1].minus(pair[0]).and_then(|way| way.over(self.step)).unwrap_or(Rational::ZERO);
            let back = way < Rational::ZERO;
            let jumps = way.num().unsigned_abs() / way.den().unsigned_abs();
            let (one, more) = if back {
                (
                    ("It hops 1 jump left.", "Da un salto de 1 hacia la izquierda."),
                    ("It hops # jumps left.", "Da un salto de # hacia la izquierda."),
                )
            } else {
                (
                    ("It hops 1 jump right.", "Da un salto de 1 hacia la derecha."),
                    ("It hops # jumps right.", "Da un salto de # hacia la derecha."),
                )
            };
            all.push(counted(locale, jumps as u32, one, more));
        }
        joined(&all)
    }

    fn alt_range(&self, locale: Locale) -> String {
        let Some(range) = &self.range else { return String::new() };
        let end = |end: End| {
            let (jumps, _) = self.jumps_to(end.at).unwrap_or((0, true));
            let jumps = counted(locale, jumps as u32, ("# jump", "# salto"), ("# jumps", "# saltos"));
            let (en, es) = if end.open {
                ("an open circle # from the left end", "un círculo abierto a # del extremo izquierdo")
            } else {
                ("a full circle # from the left end", "un círculo lleno a # del extremo izquierdo")
            };
            told(locale, en, es, &[&jumps])
        };
        match (range.from.map(end), range.to.map(end)) {
            (Some(from), Some(to)) => told(
                locale,
                "The line is shaded from # to #.",
                "La recta está sombreada desde # hasta #.",
                &[&from, &to],
            ),
            (Some(from), None) => told(
                locale,
                "The line is shaded from # to the right without end.",
                "La recta está sombreada desde # hacia la derecha sin fin.",
                &[&from],
            ),
            (None, Some(to)) => told(
                locale,
                "The line is shaded from # to the left without end.",
                "La recta está sombreada desde # hacia la izquierda sin fin.",
                &[&to],
            ),
            (None, None) => told(locale, "The whole line is shaded.", "Toda la recta está sombreada.", &[]),
        }
    }
}

fn span(given: &Table) -> Result<Option<Span>, Fault> {
    let open = match given.get("open") {
        Some(Given::List(_)) => given.numbers("open")?,
        _ => given.number("open")?.into_iter().collect(),
    };
    let end = |given: &Given| match given {
        Given::Nothing => Ok(None),
        given => given.number().map(|at| Some(End { at, open: open.contains(&at) })),
    };
    match given.list("range") {
        [] => Ok(None),
        [from, to] => Ok(Some(Span { from: end(from)?, to: end(to)? })),
        _ => {
            Err(fault(what!("a range has two ends", "a range is written [\"from\", \"to\"]; \"\" is no end")))
        }
    }
}
