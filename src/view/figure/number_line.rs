//! The number line. Slots of a point: where it lies, how often the learner looked closer, and where the view begins.
//! Slots of hops: where each of them lands. Slots of a range: left end, right end, and whether each is left out.

use super::equation::{self, number};
use super::hand::{Axis, Hand, Handle, Press};
use super::label;
use super::paper::{Paper, WIDTH, float, number as math, round, spoken, written_decimal, written_over};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{End, LineEntry, NumberLine, Relation, Span};
use crate::notation::mathml;
use crate::num::Rational;
use crate::view::words;

/// Room at both ends, for the arrows and the labels of the ends.
const MARGIN: i32 = 240;
/// Each closer look makes ten ticks of one, and there are two.
const CLOSER: i32 = 10;
const LOOKS: i32 = 2;
const HOP: i32 = 330;

/// The part of the line that is drawn, in the finest steps that can be entered.
#[derive(Clone, Copy)]
struct Window {
    first: i32,
    /// Fine steps from one tick to the next.
    stride: i32,
    ticks: i32,
}

impl NumberLine {
    /// How many of the finest steps make one tick.
    fn fine(&self) -> i32 {
        if self.zoom { CLOSER * CLOSER } else { 1 }
    }

    /// The value at a fine step.
    fn value(&self, at: i32) -> Rational {
        let way = self
            .step
            .times(Rational::integer(at.into()))
            .and_then(|way| way.over(Rational::integer(self.fine().into())));
        way.and_then(|way| self.from.plus(way)).unwrap_or(self.from)
    }

    /// The fine step of a value, where it is one on the line.
    fn at(&self, value: Rational) -> Option<i32> {
        let way = value.minus(self.from)?.over(self.step)?.times(Rational::integer(self.fine().into()))?;
        let inside = self.from <= value && value <= self.to;
        way.as_integer().filter(|_| inside).and_then(|at| i32::try_from(at).ok())
    }

    fn ticks_in_all(&self) -> i32 {
        let jumps = self.to.minus(self.from).and_then(|way| way.over(self.step)).map_or(1, Rational::floor);
        jumps.clamp(1, 200) as i32
    }

    fn window(&self, hand: &Hand) -> Window {
        let looks = if self.zoom { hand.slot(1).unwrap_or(0) } else { 0 };
        let stride = if looks >= LOOKS { 1 } else { self.fine() / if looks == 1 { CLOSER } else { 1 } };
        if looks == 0 {
            return Window { first: 0, stride, ticks: self.ticks_in_all() };
        }
        Window { first: hand.slot(2).unwrap_or(0), stride, ticks: CLOSER }
    }

    /// What is typed for a value.
    fn written(&self, value: Rational) -> String {
        if self.decimal { written_decimal(value) } else { written_over(value, self.step.den()) }
    }

    fn said(&self, at: Option<i32>, locale: Locale) -> String {
        at.map_or_else(
            || words::enter_nothing(locale).into(),
            |at| {
                let value = self.value(at);
                spoken(&self.written(value), value, locale)
            },
        )
    }

    fn axis(&self, slot: usize, window: Window) -> Axis {
        let last = window.ticks.max(1);
        let stops = (0..=window.ticks).map(|tick| along(f64::from(tick) / f64::from(last))).collect();
        let max = window.first + window.ticks * window.stride;
        Axis { stride: window.stride, max, home: window.first, ..Axis::along(slot, window.first, stops) }
    }

    /// Where a value stands on the paper, when it is in sight.
    fn spot(&self, value: Rational, window: Window) -> Option<i32> {
        let (from, to) = (self.value(window.first), self.value(window.first + window.ticks * window.stride));
        let share = value.minus(from)?.over(to.minus(from)?)?;
        (from <= value && value <= to).then(|| along(float(share)))
    }

    fn range(&self, hand: &Hand) -> Span {
        let end = |slot: usize| {
            hand.slot(slot).map(|at| End { at: self.value(at), open: hand.slot(slot + 2) == Some(1) })
        };
        Span { from: end(0), to: end(1) }
    }

    fn point_handles(&self, drawn: &mut Drawn, look: Look, window: Window) {
        let spoken = self.said(look.hand.slot(0), look.locale);
        drawn.handles.push(Handle::along(words::enter_line(look.locale), spoken, self.axis(0, window)));
        if !self.zoom {
            return;
        }
        let looks = look.hand.slot(1).unwrap_or(0);
        let closer = (looks < LOOKS).then(|| {
            let at = look.hand.slot(0).unwrap_or(window.first + window.ticks / 2 * window.stride);
            let index = ((at - window.first) / window.stride).clamp(0, window.ticks - 1);
            look.hand.with(1, Some(looks + 1)).with(2, Some(window.first + index * window.stride))
        });
        let back = (looks > 0).then(|| {
            let wide = self.fine();
            look.hand.with(1, Some(looks - 1)).with(2, Some(window.first.div_euclid(wide) * wide))
        });
        drawn.presses.push(Press { label: words::figure_closer(look.locale).into(), to: closer });
        drawn.presses.push(Press { label: words::figure_back(look.locale).into(), to: back });
    }

    fn hop_handles(&self, drawn: &mut Drawn, look: Look, window: Window) {
        let (hand, locale) = (look.hand, look.locale);
        let last = hand.slots.len().saturating_sub(1);
        let start = self.hops.first().and_then(|start| self.at(*start)).unwrap_or(0);
        let before = if last == 0 { Some(start) } else { hand.slot(last - 1) };
        let across = Axis { home: before.unwrap_or(start) + 1, ..self.axis(last, window) };
        let name = words::figure_hop(locale, &(last + 1).to_string());
        drawn.handles.push(Handle::along(name, self.said(hand.slot(last), locale), across));
        let next = hand.slot(last).filter(|_| last < 8).map(|_| hand.with(last + 1, None));
        let back = (last > 0 || hand.slot(0).is_some()).then(|| {
            let mut shorter = hand.clone();
            shorter.slots.pop();
            if shorter.slots.is_empty() { Hand::of(vec![None]) } else { shorter }
        });
        drawn.presses.push(Press { label: words::figure_hop_next(locale).into(), to: next });
        drawn.presses.push(Press { label: words::figure_hop_back(locale).into(), to: back });
    }

    fn range_handles(&self, drawn: &mut Drawn, look: Look, window: Window) {
        let (hand, locale) = (look.hand, look.locale);
        let names = [words::figure_left_end(locale), words::figure_right_end(locale)];
        let middle = window.ticks / 2;
        for (slot, name) in names.into_iter().enumerate() {
            // The ends never pass each other.
            let mut across =
                Axis { home: if slot == 0 { middle } else { middle + 1 }, ..self.axis(slot, window) };
            match (slot, hand.slot(1 - slot)) {
                (0, Some(right)) => {
                    across.max = right - 1;
                    across.home = across.home.min(right - 1);
                }
                (1, Some(left)) => {
                    across.stops.drain(..=(left as usize).min(across.stops.len() - 1));
                    across.min = left + 1;
                    across.home = across.home.max(left + 1);
                }
                _ => {}
            }
            let open = hand.slot(slot + 2) == Some(1);
            let state = if open { words::figure_left_out(locale) } else { words::figure_taken_in(locale) };
            let spoken = match hand.slot(slot) {
                Some(at) => [&self.said(Some(at), locale), ", ", state].concat(),
                None => words::figure_no_end(locale).into(),
            };
            drawn.handles.push(Handle::along(name, spoken, across));
        }
        for slot in 0..2 {
            let Some(_) = hand.slot(slot) else { continue };
            let open = hand.slot(slot + 2) == Some(1);
            let label = match (slot, open) {
                (0, true) => words::figure_left_take(locale),
                (0, false) => words::figure_left_leave(locale),
                (_, true) => words::figure_right_take(locale),
                (_, false) => words::figure_right_leave(locale),
            };
            drawn
                .presses
                .push(Press { label: label.into(), to: Some(hand.with(slot + 2, Some(i32::from(!open)))) });
            let label =
                if slot == 0 { words::figure_left_none(locale) } else { words::figure_right_none(locale) };
            drawn.presses.push(Press { label: label.into(), to: Some(hand.with(slot, None)) });
        }
    }

    /// The stops of the hops that are drawn: those of the question, or the learner's own.
    fn stops(&self, look: Look) -> Vec<Rational> {
        if self.enter != Some(LineEntry::Hops) {
            return self.hops.clone();
        }
        let start = self.hops.first().copied().unwrap_or(self.from);
        let own = look.hand.slots.iter().flatten().map(|at| self.value(*at));
        std::iter::once(start).chain(own).collect()
    }
}

impl Tool for NumberLine {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        match self.enter {
            Some(LineEntry::Range) => {
                let (low, high) = equation::ends(draft, locale).unwrap_or((None, None));
                let at = |end: Option<(Rational, bool)>| end.and_then(|(at, _)| self.at(at));
                let open = |end: Option<(Rational, bool)>| end.map(|(_, open)| i32::from(open));
                Hand::of(vec![at(low), at(high), open(low), open(high)])
            }
            _ => Hand::of(vec![number(draft, locale).and_then(|value| self.at(value))]),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let window = self.window(look.hand);
        let stops = self.stops(look);
        let hopping = stops.len() > 1 || self.enter == Some(LineEntry::Hops);
        let axis = if hopping { 210 + HOP } else { 210 };
        let labelled: Vec<(i32, Rational)> =
            (0..=window.ticks)
                .map(|tick| (tick, self.value(window.first + tick * window.stride)))
                .filter(|(tick, value)| {
                    if window.stride == self.fine() { self.labels.contains(value) } else { tick % 5 == 0 }
                })
                .collect();
        let stacked =
            labelled.iter().any(|(_, value)| label::is_stacked(&mathml(&math(*value, self.decimal))));
        let mut paper = Paper::new(WIDTH, axis + if stacked { 450 } else { 290 });

        let range =
            if self.enter == Some(LineEntry::Range) { Some(self.range(look.hand)) } else { self.range };
        paper.path(
            "axis",
            format!("M60 {axis}H3540M150 {}L60 {axis}l90 80M3450 {}l90 80-90 80", axis - 80, axis - 80),
        );
        if let Some(range) = range.filter(|range| range.from.is_some() || range.to.is_some() || !look.open) {
            self.draw_range(&mut paper, range, window, axis);
        }
        for tick in 0..=window.ticks {
            let value = self.value(window.first + tick * window.stride);
            let x = along(f64::from(tick) / f64::from(window.ticks.max(1)));
            let long = value.is_integer() || self.labels.contains(&value);
            let half = if long { 110 } else { 65 };
            paper.line(if long { "tick long" } else { "tick" }, (x, axis - half), (x, axis + half));
        }
        let every = labels_every(labelled.len());
        for (k, (tick, value)) in labelled.iter().enumerate() {
            if k % every == 0 {
                let x = along(f64::from(*tick) / f64::from(window.ticks.max(1)));
                paper.number(*value, self.decimal, x, axis + if stacked { 290 } else { 200 });
            }
        }
        if hopping {
            self.draw_hops(&mut paper, &stops, window, axis);
        }
        for end in range.iter().flat_map(|range| [range.from, range.to]).flatten() {
            if let Some(x) = self.spot(end.at, window) {
                paper.dot(if end.open { "pin open" } else { "pin" }, (x, axis), 80);
            }
        }
        let entered = match self.enter {
            Some(LineEntry::Point) => number(look.draft, look.locale),
            _ => None,
        };
        let (given, mark) = if self.enter.is_some() { (self.mark, entered) } else { (None, self.mark) };
        for (class, mark) in [("pin given", given), ("pin", mark)] {
            if let Some(x) = mark.and_then(|mark| self.spot(mark, window)) {
                paper.dot(class, (x, axis), 80);
            }
        }

        Drawn::paper(paper)
    }
}

impl NumberLine {
    pub fn handles(&self, drawn: &mut Drawn, look: Look) {
        let window = self.window(look.hand);
        match self.enter {
            Some(LineEntry::Point) => self.point_handles(drawn, look, window),
            Some(LineEntry::Hops) => self.hop_handles(drawn, look, window),
            Some(LineEntry::Range) => self.range_handles(drawn, look, window),
            None => {}
        }
    }

    pub fn note(&self, locale: Locale) -> &'static str {
        match self.enter {
            Some(LineEntry::Point) => words::enter_line(locale),
            Some(LineEntry::Hops) => words::enter_hops(locale),
            Some(LineEntry::Range) => words::enter_range(locale),
            None => "",
        }
    }

    pub fn typed(&self, hand: &Hand) -> String {
        let written = |slot: usize| hand.slot(slot).map(|at| self.written(self.value(at)));
        match self.enter {
            Some(LineEntry::Range) => {
                let sign =
                    |slot: usize, greater: bool| Relation::of(greater, hand.slot(slot + 2) == Some(1)).sign();
                match (written(0), written(1)) {
                    (Some(low), Some(high)) => {
                        format!("{low} {} x {} {high}", sign(0, false), sign(1, false))
                    }
                    (Some(low), None) => format!("x {} {low}", sign(0, true)),
                    (None, Some(high)) => format!("x {} {high}", sign(1, false)),
                    (None, None) => String::new(),
                }
            }
            Some(LineEntry::Hops) => {
                let landed = hand.slots.iter().flatten().last();
                landed.map_or(String::new(), |at| self.written(self.value(*at)))
            }
            _ => written(0).unwrap_or_default(),
        }
    }

    fn draw_range(&self, paper: &mut Paper, range: Span, window: Window, axis: i32) {
        let spot = |end: Option<End>, none: i32| end.map_or(Some(none), |end| self.spot(end.at, window));
        if let (Some(from), Some(to)) = (spot(range.from, 90), spot(range.to, WIDTH - 90)) {
            paper.line("shaft", (from, axis), (to, axis));
            if range.from.is_none() {
                paper.path("shaft", format!("M170 {}L80 {axis}l90 80", axis - 80));
            }
            if range.to.is_none() {
                paper.path("shaft", format!("M{} {}l90 80-90 80", WIDTH - 170, axis - 80));
            }
        }
    }

    fn draw_hops(&self, paper: &mut Paper, stops: &[Rational], window: Window, axis: i32) {
        let spots: Vec<Option<i32>> = stops.iter().map(|stop| self.spot(*stop, window)).collect();
        if let Some(Some(start)) = spots.first() {
            paper.dot("pin given", (*start, axis), 60);
        }
        for pair in spots.windows(2) {
            let [Some(from), Some(to)] = pair else { continue };
            let (middle, top) = ((from + to) / 2, axis - 130);
            let rise = ((to - from).abs() / 2).clamp(90, HOP);
            paper.path("hop", format!("M{from} {top}Q{middle} {} {to} {top}", top - 2 * rise + 60));
            let side = if to >= from { -1 } else { 1 };
            paper.path(
                "hop",
                format!("M{} {}L{to} {top}L{} {}", to + side * 20, top - 110, to + side * 110, top - 30),
            );
        }
    }
}

/// From 0.0..=1.0 of the line to the paper.
fn along(place: f64) -> i32 {
    MARGIN + round(place * f64::from(WIDTH - 2 * MARGIN))
}

/// So many labels stand side by side that only every second or fifth has room.
fn labels_every(count: usize) -> usize {
    match count {
        0..=13 => 1,
        14..=26 => 2,
        27..=60 => 5,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    fn line(enter: LineEntry) -> Figure {
        let step = Rational::new(1, 4).expect("a fourth");
        let line = NumberLine::new(Rational::ZERO, Rational::integer(2), step);
        Figure::NumberLine(NumberLine { enter: Some(enter), ..line })
    }

    #[test]
    fn a_point_moves_by_jumps_and_types_them() {
        walk(
            &line(LineEntry::Point),
            "",
            &[
                (0, "ArrowRight"),
                (0, "ArrowRight"),
                (0, "ArrowRight"),
                (0, "End"),
                (0, "ArrowLeft"),
                (0, "Home"),
            ],
            &["0", "1/4", "2/4", "2", "7/4", "0"],
        );
        walk(&line(LineEntry::Point), "0.75", &[(0, "ArrowRight")], &["1"]);
    }

    #[test]
    fn looking_closer_makes_ten_ticks_of_one_and_the_point_stays() {
        let zoom = NumberLine {
            zoom: true,
            decimal: true,
            enter: Some(LineEntry::Point),
            ..NumberLine::new(Rational::ZERO, Rational::integer(10), Rational::ONE)
        };
        walk(
            &Figure::NumberLine(zoom),
            "3",
            &[
                (0, "!Look closer"),
                (0, "ArrowRight"),
                (0, "!Look closer"),
                (0, "PageUp"),
                (0, "!Step back"),
                (0, "!Step back"),
                (0, "ArrowRight"),
            ],
            &["3", "3.1", "3.1", "3.15", "3.15", "3.15", "4"],
        );
    }

    #[test]
    fn hops_type_where_the_last_one_lands() {
        let hops = NumberLine {
            hops: vec![Rational::integer(8)],
            enter: Some(LineEntry::Hops),
            ..NumberLine::new(Rational::ZERO, Rational::integer(20), Rational::ONE)
        };
        walk(
            &Figure::NumberLine(hops),
            "",
            &[
                (0, "ArrowRight"),
                (0, "ArrowRight"),
                (0, "!Next hop"),
                (0, "ArrowRight"),
                (0, "PageUp"),
                (0, "!Take the hop back"),
            ],
            &["9", "10", "10", "11", "16", "10"],
        );
    }

    #[test]
    fn a_range_types_an_inequality() {
        walk(
            &line(LineEntry::Range),
            "",
            &[
                (0, "ArrowRight"),
                (0, "!Leave the left end out"),
                (1, "ArrowRight"),
                (1, "ArrowRight"),
                (0, "!No left end"),
                (0, "!Leave the right end out"),
            ],
            &["x >= 1", "x > 1", "1 < x <= 5/4", "1 < x <= 6/4", "x <= 6/4", "x < 6/4"],
        );
        walk(
            &line(LineEntry::Range),
            "1/4 < x <= 2",
            &[(0, "End"), (0, "ArrowRight")],
            &["7/4 < x <= 2", "7/4 < x <= 2"],
        );
    }

    #[test]
    fn the_ends_of_a_line_stand_off_the_edge() {
        assert_eq!((along(0.0), along(0.5), along(1.0)), (240, 1800, 3360));
    }
}
