//! A box plot over a number line. Slots of one that is made: the five numbers, in steps of one from the left end.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, WIDTH, float, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::BoxPlot;
use crate::num::Rational;
use crate::view::words;

const MARGIN: i32 = 200;
/// Height of the line, and of the box over it.
const LINE: i32 = 620;
const MIDDLE: i32 = 260;
const HALF: i32 = 170;
const MOST_STEPS: i64 = 200;

impl BoxPlot {
    fn steps(&self) -> i32 {
        self.to.minus(self.from).map_or(1, Rational::floor).clamp(1, MOST_STEPS) as i32
    }

    fn spot(&self, value: Rational) -> i32 {
        let share = (float(value) - float(self.from)) / (float(self.to) - float(self.from));
        MARGIN + round(share * f64::from(WIDTH - 2 * MARGIN))
    }

    fn value(&self, at: i32) -> Rational {
        self.from.plus(Rational::integer(at.into())).unwrap_or(self.from)
    }

    /// The five numbers as they stand; some may not be placed yet.
    fn five(&self, look: Look) -> [Option<Rational>; 5] {
        if self.enter {
            [0, 1, 2, 3, 4].map(|slot| look.hand.slot(slot).map(|at| self.value(at)))
        } else {
            self.five.map_or([None; 5], |five| five.map(Some))
        }
    }
}

impl Tool for BoxPlot {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let at = |text: &str| {
            let at = number(text, locale)?.minus(self.from)?.as_integer()?;
            i32::try_from(at).ok().filter(|at| (0..=self.steps()).contains(at))
        };
        let read: Vec<Option<i32>> = draft.trim_matches(['[', ']']).split(',').map(at).collect();
        let placed: Option<Vec<i32>> = read.iter().copied().collect();
        let ordered = placed.is_some_and(|five| five.len() == 5 && five.is_sorted());
        Hand::of(if ordered { read } else { vec![None; 5] })
    }

    fn typed(&self, hand: &Hand) -> String {
        let five: Option<Vec<String>> =
            (0..5).map(|slot| Some(self.value(hand.slot(slot)?).to_string())).collect();
        five.map_or(String::new(), |five| five.join(", "))
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut paper = Paper::new(WIDTH, LINE + 270);
        paper.path("axis", format!("M{} {LINE}H{}", MARGIN - 120, WIDTH - MARGIN + 120));
        let mut tick = Some(self.from);
        while let Some(value) = tick.filter(|value| *value <= self.to) {
            let x = self.spot(value);
            paper.line("tick long", (x, LINE - 60), (x, LINE + 60));
            paper.number(value, true, x, LINE + 160);
            tick = value.plus(self.by);
        }
        let spots = self.five(look).map(|value| value.map(|value| self.spot(value)));
        draw_box(&mut paper, spots);
        if self.enter {
            for (k, x) in spots.iter().enumerate().filter_map(|(k, x)| Some((k, (*x)?))) {
                let active = look.active == Some(k);
                paper.dot(
                    if active { "pin active" } else { "pin" },
                    (x, MIDDLE),
                    if active { 74 } else { 58 },
                );
            }
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handles(&mut drawn, look);
        }
        drawn
    }
}

impl BoxPlot {
    fn handles(&self, drawn: &mut Drawn, look: Look) {
        let (hand, locale) = (look.hand, look.locale);
        drawn.note = words::enter_box_plot(locale).into();
        let names = [
            words::figure_lowest(locale),
            words::figure_lower_quartile(locale),
            words::figure_median(locale),
            words::figure_upper_quartile(locale),
            words::figure_highest(locale),
        ];
        for (slot, name) in names.into_iter().enumerate() {
            // The five stay in order.
            let least = (0..slot).rev().find_map(|before| hand.slot(before)).unwrap_or(0);
            let most = (slot + 1..5).find_map(|after| hand.slot(after)).unwrap_or(self.steps());
            let stops = (least..=most).map(|at| self.spot(self.value(at))).collect();
            let spoken = match hand.slot(slot) {
                Some(at) => self.value(at).to_string(),
                None => words::enter_nothing(locale).into(),
            };
            let home = (self.steps() * (slot as i32 + 1) / 6).min(most).max(least);
            let across = Axis { home, ..Axis::along(slot, least, stops) };
            drawn.handles.push(Handle::along(name, spoken, across));
        }
    }
}

/// Whiskers, box and median, as far as their ends are known.
fn draw_box(paper: &mut Paper, [low, first, middle, third, high]: [Option<i32>; 5]) {
    for (end, side) in [(low, first), (high, third)] {
        if let Some(x) = end {
            paper.line("curve", (x, MIDDLE - HALF / 2), (x, MIDDLE + HALF / 2));
        }
        if let (Some(end), Some(side)) = (end, side) {
            paper.line("curve", (end, MIDDLE), (side, MIDDLE));
        }
    }
    if let (Some(from), Some(to)) = (first, third) {
        paper.rect("shape", (from, MIDDLE - HALF), (to - from, 2 * HALF));
    }
    for x in [first, middle, third].into_iter().flatten() {
        paper.line("curve", (x, MIDDLE - HALF), (x, MIDDLE + HALF));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn five_numbers_are_placed_in_order() {
        let [from, to, by] = [0, 30, 5].map(Rational::integer);
        let figure = Figure::BoxPlot(BoxPlot { from, to, by, five: None, enter: true });
        let keys = [
            (0, "ArrowRight"),
            (1, "ArrowRight"),
            (2, "ArrowRight"),
            (3, "ArrowRight"),
            (4, "ArrowRight"),
            (0, "End"),
        ];
        walk(&figure, "", &keys, &["", "", "", "", "5, 10, 15, 20, 25", "10, 10, 15, 20, 25"]);
        walk(&figure, "9, 7, 12, 20, 29", &[(0, "ArrowRight")], &[""]);
        walk(
            &figure,
            "3, 7, 12, 20, 29",
            &[(4, "ArrowRight"), (4, "ArrowRight")],
            &["3, 7, 12, 20, 30", "3, 7, 12, 20, 30"],
        );
    }
}
