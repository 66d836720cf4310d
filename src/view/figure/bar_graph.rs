//! Bar graphs and histograms. Slots: the bar at which the hand stands, then how high each bar is, in places from 0.

use super::equation::number;
use super::hand::{Also, Axis, Hand, Handle};
use super::paper::{Anchor, Paper, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::BarGraph;
use crate::num::Rational;
use crate::view::words;

/// Room for the numbers of the scale.
const LEFT: i32 = 420;
const RIGHT: i32 = 60;
const HEIGHT: i32 = 1600;
/// So many bars are each wide enough for a finger on a phone.
const MOST_NARROW: usize = 6;
/// From the line under the bars to their names, and from one row of names to the next.
const NAMES: i32 = 200;

impl BarGraph {
    /// Where the scale begins: below what says what it counts.
    fn ceiling(&self) -> i32 {
        if self.axis.is_some() { 320 } else { 140 }
    }

    fn base(&self) -> i32 {
        self.ceiling() + HEIGHT
    }

    /// Room of one bar.
    fn room(&self) -> i32 {
        (WIDTH - LEFT - RIGHT) / self.names.len() as i32
    }

    fn middle(&self, bar: usize) -> i32 {
        LEFT + self.room() * bar as i32 + self.room() / 2
    }

    fn wide(&self) -> i32 {
        if self.touching { self.room() } else { self.room() * 62 / 100 }
    }

    fn spot(&self, place: i32) -> i32 {
        self.base() - HEIGHT * place / self.places() as i32
    }

    fn place(&self, value: Rational) -> Option<i32> {
        let place = value.over(self.snap)?.as_integer()?;
        i32::try_from(place).ok().filter(|place| (0..=self.places() as i32).contains(place))
    }

    fn value(&self, place: i32) -> Rational {
        self.snap.times(Rational::integer(place.into())).unwrap_or(Rational::ZERO)
    }

    /// How far a bar reaches up the paper.
    fn high(&self, look: Look, bar: usize) -> i32 {
        if self.enter {
            return self.base() - self.spot(look.hand.slot(1 + bar).unwrap_or(0));
        }
        let share =
            self.values[bar].over(self.top).and_then(|share| share.times(Rational::integer(HEIGHT.into())));
        share.map_or(0, |high| high.floor() as i32)
    }

    /// Names that have no room beside each other stand in two rows.
    fn crowded(&self) -> bool {
        self.names.iter().any(|name| Paper::label_width(name) > self.room())
    }
}

impl Tool for BarGraph {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let read: Option<Vec<i32>> = draft.split(',').map(|text| self.place(number(text, locale)?)).collect();
        let read = read.filter(|read| read.len() == self.names.len());
        let given = || self.values.iter().map(|value| self.place(*value).unwrap_or(0)).collect();
        let places = read.unwrap_or_else(given);
        Hand::of(std::iter::once(None).chain(places.into_iter().map(Some)).collect())
    }

    fn typed(&self, hand: &Hand) -> String {
        let places: Vec<i32> = (0..self.names.len()).map(|bar| hand.slot(1 + bar).unwrap_or(0)).collect();
        if places.iter().all(|place| *place == 0) {
            return String::new();
        }
        let values: Vec<String> = places.into_iter().map(|place| self.value(place).to_string()).collect();
        values.join(", ")
    }

    fn drawn(&self, look: Look) -> Drawn {
        let base = self.base();
        let rows = if self.crowded() { 2 } else { 1 };
        let mut paper = Paper::new(WIDTH, base + NAMES * rows + 60);
        paper.roomy = self.enter && self.names.len() > MOST_NARROW;
        if let Some(axis) = &self.axis {
            paper.label(axis, LEFT - 120, 130, Anchor::Start);
        }
        for line in 0..=self.lines() as i32 {
            let y = base - HEIGHT * line / self.lines() as i32;
            if line > 0 {
                paper.line("grid-line", (LEFT, y), (WIDTH - RIGHT, y));
            }
            paper.line("tick", (LEFT - 50, y), (LEFT, y));
            let value = self.by.times(Rational::integer(line.into())).unwrap_or(Rational::ZERO);
            paper.number(value, true, LEFT - 210, y);
        }
        for (bar, name) in self.names.iter().enumerate() {
            let (x, high) = (self.middle(bar), self.high(look, bar));
            if high > 0 {
                paper.rect("piece full", (x - self.wide() / 2, base - high), (self.wide(), high));
            }
            let row = if rows > 1 { bar as i32 % 2 } else { 0 };
            paper.label(name, x, base + NAMES * (row + 1) - 30, Anchor::Middle);
        }
        paper.path("axis", format!("M{LEFT} {}V{base}H{}", self.ceiling() - 60, WIDTH - RIGHT));
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handle(&mut drawn, look);
        }
        drawn
    }
}

impl BarGraph {
    fn handle(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        let at =
            look.hand.slot(0).and_then(|bar| usize::try_from(bar).ok()).filter(|bar| *bar < self.names.len());
        if let super::Body::Paper(paper) = &mut drawn.body {
            for bar in 0..self.names.len() {
                let active = look.active.is_some() && at == Some(bar);
                let top = (self.middle(bar), self.base() - self.high(look, bar));
                paper.dot(if active { "pin active" } else { "pin" }, top, if active { 74 } else { 58 });
            }
        }
        let said = match at {
            Some(bar) => {
                let high = self.value(look.hand.slot(1 + bar).unwrap_or(0));
                words::figure_bar(locale, &self.names[bar].plain(locale), &high.to_string())
            }
            None => words::enter_nothing(locale).into(),
        };
        let name = words::enter_bar_graph(locale);
        drawn.note = name.into();
        let across = Axis::along(0, 0, (0..self.names.len()).map(|bar| self.middle(bar)).collect());
        let down = Axis::along(1, 0, (0..=self.places() as i32).map(|place| self.spot(place)).collect());
        drawn.handles.push(Handle { also: Also::Heights, ..Handle::plane(name, said, across, down) });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::{Figure, Text};

    #[test]
    fn bars_are_pulled_up_to_where_they_can_stand() {
        let graph = BarGraph {
            names: ["A", "B"].map(Text::words).into(),
            values: vec![Rational::ZERO; 2],
            top: Rational::integer(20),
            by: Rational::integer(10),
            snap: Rational::integer(5),
            axis: None,
            touching: false,
            enter: true,
        };
        let figure = Figure::BarGraph(graph);
        let keys = [
            (0, "ArrowRight"),
            (0, "ArrowUp"),
            (0, "ArrowRight"),
            (0, "ArrowUp"),
            (0, "ArrowUp"),
            (0, "PageUp"),
            (0, "ArrowDown"),
        ];
        walk(&figure, "", &keys, &["", "5, 0", "5, 0", "5, 5", "5, 10", "5, 20", "5, 15"]);
        // What does not fit leaves it as it was.
        walk(&figure, "5, 7", &[(0, "Home"), (0, "ArrowUp")], &["", "5, 0"]);
        let keys = [(0, "ArrowRight"), (0, "End"), (0, "ArrowDown")];
        walk(&figure, "10, 15", &keys, &["10, 15", "10, 15", "10, 10"]);
    }
}
