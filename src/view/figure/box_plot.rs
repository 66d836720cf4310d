//! The box plot. Slots: the five numbers, in whole steps from the left end.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, WIDTH, float, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::BoxPlot;
use crate::num::Rational;
use crate::view::words;

const MARGIN: i32 = 240;
const LINE: i32 = 760;
const TOP: i32 = 200;
const BOTTOM: i32 = 520;

impl BoxPlot {
    fn steps(&self) -> i32 {
        self.to.minus(self.from).map_or(1, Rational::floor).clamp(1, 400) as i32
    }

    fn spot(&self, value: Rational) -> i32 {
        let share = value.minus(self.from).and_then(|way| way.over(self.to.minus(self.from)?));
        MARGIN + round(share.map_or(0.0, float) * f64::from(WIDTH - 2 * MARGIN))
    }

    fn value(&self, at: i32) -> Rational {
        self.from.plus(Rational::integer(at.into())).unwrap_or(self.from)
    }

    /// The five, as far as they are placed.
    fn placed(&self, hand: &Hand) -> [Option<Rational>; 5] {
        match self.five.filter(|_| !self.enter) {
            Some(five) => five.map(Some),
            None => [0, 1, 2, 3, 4].map(|slot| hand.slot(slot).map(|at| self.value(at))),
        }
    }
}

impl Tool for BoxPlot {
    fn start(&self, draft: &str, _: Locale) -> Hand {
        let read = |part: &str| {
            let whole = part.trim().parse::<i64>().ok()?;
            let at = Rational::integer(whole).minus(self.from)?.as_integer()?;
            i32::try_from(at).ok().filter(|at| (0..=self.steps()).contains(at))
        };
        let five: Vec<Option<i32>> = draft.split([',', ';']).map(read).collect();
        if self.enter && five.len() == 5 { Hand::of(five) } else { Hand::of(vec![None; 5]) }
    }

    fn typed(&self, hand: &Hand) -> String {
        let five: Option<Vec<Rational>> = self.placed(hand).into_iter().collect();
        let five = five.filter(|five| five.windows(2).all(|pair| pair[0] <= pair[1]));
        five.map(|five| five.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            .unwrap_or_default()
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut paper = Paper::new(WIDTH, 1080);
        paper.line("axis", (MARGIN - 60, LINE), (WIDTH - MARGIN + 60, LINE));
        for at in 0..=self.steps() {
            let value = self.value(at);
            let labelled = value.over(self.by).is_some_and(Rational::is_integer);
            let (class, half) = if labelled { ("tick long", 70) } else { ("tick", 36) };
            let x = self.spot(value);
            paper.line(class, (x, LINE - half), (x, LINE + half));
            if labelled {
                paper.number(value, false, x, LINE + 220);
            }
        }
        let five = self.placed(look.hand);
        let spots = five.map(|value| value.map(|value| self.spot(value)));
        let middle = (TOP + BOTTOM) / 2;
        if let (Some(left), Some(right)) = (spots[1], spots[3])
            && left <= right
        {
            paper.rect("outline", (left, TOP), (right - left, BOTTOM - TOP));
        }
        for (from, to) in [(0, 1), (3, 4)] {
            if let (Some(from), Some(to)) = (spots[from], spots[to]) {
                paper.line("axis", (from, middle), (to, middle));
            }
        }
        for (k, spot) in spots.iter().enumerate() {
            let Some(x) = *spot else { continue };
            let active = if look.active == Some(k) { "shaft" } else { "axis" };
            paper.line(active, (x, TOP), (x, BOTTOM));
        }
        let mut drawn = Drawn::paper(paper);
        drawn.note = words::enter_five(look.locale).into();
        for (slot, name) in names(look.locale).into_iter().enumerate() {
            let stops = (0..=self.steps()).map(|at| self.spot(self.value(at))).collect();
            let spoken = five[slot]
                .map_or_else(|| words::enter_nothing(look.locale).to_string(), |value| value.to_string());
            drawn.handles.push(Handle::along(name, spoken, Axis::along(slot, 0, stops)));
        }
        drawn
    }
}

fn names(locale: Locale) -> [&'static str; 5] {
    [
        words::figure_least(locale),
        words::figure_lower(locale),
        words::figure_median(locale),
        words::figure_upper(locale),
        words::figure_greatest(locale),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_numbers_in_order_are_typed_and_read_again() {
        let plot = BoxPlot {
            from: Rational::ZERO,
            to: Rational::integer(50),
            by: Rational::integer(5),
            five: None,
            enter: true,
        };
        let hand = plot.start("3, 7, 12, 20, 31", Locale::En);
        assert_eq!(plot.typed(&hand), "3, 7, 12, 20, 31");
        assert_eq!(plot.typed(&hand.with(0, Some(9))), "", "out of order");
        assert_eq!(plot.typed(&plot.start("", Locale::En)), "");
        assert_eq!(plot.typed(&plot.start("3, 7, 12, 20, 99", Locale::En)), "");
    }
}
