//! A whole in tenths or hundredths. Slots: full columns, and small squares of the next one; of tenths, the strips.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, SQUARE, WIDTH, spoken, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::DecimalGrid;
use crate::num::Rational;
use crate::view::words;

const TOP: i32 = 20;
const GAP: i32 = 100;

impl DecimalGrid {
    fn wholes(&self) -> i32 {
        self.shaded.div_ceil(self.parts).max(1) as i32
    }

    /// Side of one whole, of which ten columns are cut.
    fn side(&self) -> i32 {
        if self.wholes() == 1 {
            1800
        } else {
            (WIDTH - 40 - GAP * (self.wholes() - 1)) / self.wholes() / 10 * 10
        }
    }

    fn count(&self, hand: &Hand) -> Option<i32> {
        match self.rows() {
            1 => hand.slot(0),
            rows => Some(hand.slot(0)? * rows as i32 + hand.slot(1)?),
        }
    }

    fn value(&self, count: i32) -> Rational {
        Rational::new(count.into(), self.parts.into()).unwrap_or(Rational::ZERO)
    }

    fn draw_whole(&self, paper: &mut Paper, left: i32, count: i32) {
        let (side, rows) = (self.side(), self.rows() as i32);
        let (wide, high) = (side / 10, side / rows);
        paper.rect("piece", (left, TOP), (side, side));
        let (columns, rest) = (count / rows, count % rows);
        if columns > 0 {
            paper.piece(true, (left, TOP), (columns * wide, side));
        }
        if rest > 0 {
            paper.piece(true, (left + columns * wide, TOP), (wide, rest * high));
        }
        let mut lines = String::new();
        for k in 1..10 {
            lines.push_str(&format!("M{} {TOP}v{side}", left + k * wide));
            if rows > 1 {
                lines.push_str(&format!("M{left} {}h{side}", TOP + k * high));
            }
        }
        paper.path("block-line", lines);
        paper.rect("outline", (left, TOP), (side, side));
    }
}

impl Tool for DecimalGrid {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let count = number(draft, locale)
            .and_then(|value| value.times(Rational::integer(self.parts.into()))?.as_integer())
            .filter(|count| (0..=i64::from(self.parts)).contains(count))
            .map(|count| count as i32);
        match (count, self.rows() as i32) {
            (None, _) => Hand::of(vec![None, None]),
            (Some(count), 1) => Hand::of(vec![Some(count), None]),
            // The last column is filled, not followed by another one.
            (Some(count), rows) => {
                let columns = (count / rows).min(9);
                Hand::of(vec![Some(columns), Some(count - columns * rows)])
            }
        }
    }

    fn typed(&self, hand: &Hand) -> String {
        self.count(hand).map_or(String::new(), |count| written_decimal(self.value(count)))
    }

    fn drawn(&self, look: Look) -> Drawn {
        let (side, parts) = (self.side(), self.parts as i32);
        let mut paper = Paper::new(if self.wholes() > 1 { WIDTH } else { SQUARE }, TOP + side + 20);
        let count = if self.enter { self.count(look.hand).unwrap_or(0) } else { self.shaded as i32 };
        for whole in 0..self.wholes() {
            self.draw_whole(&mut paper, 20 + whole * (side + GAP), (count - whole * parts).clamp(0, parts));
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handle(&mut drawn, look);
        }
        drawn
    }
}

impl DecimalGrid {
    fn handle(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        let unit = self.side() / 10;
        let name = words::enter_decimal_grid(locale);
        let spoken = match self.count(look.hand) {
            Some(count) => spoken(&written_decimal(self.value(count)), self.value(count), locale),
            None => words::enter_nothing(locale).into(),
        };
        drawn.note = name.into();
        let columns = (0..10).map(|k| 20 + k * unit);
        if self.rows() == 1 {
            drawn.handles.push(Handle::along(name, spoken, Axis::pieces(0, columns.collect())));
            return;
        }
        let across = Axis::along(0, 0, columns.map(|x| x + unit / 2).collect());
        // A press on a small square takes it and all above it.
        let down = Axis::along(1, 0, (0..=10).map(|k| TOP + k * unit - unit / 2).collect());
        drawn.handles.push(Handle::plane(name, spoken, across, down));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn tenths_go_across_and_hundredths_down() {
        let grid = |parts| Figure::DecimalGrid(DecimalGrid { parts, shaded: 0, enter: true });
        let keys = [(0, "ArrowRight"), (0, "ArrowRight"), (0, "ArrowDown"), (0, "ArrowDown"), (0, "ArrowUp")];
        walk(&grid(100), "", &keys, &["0", "0.1", "0.11", "0.12", "0.11"]);
        walk(&grid(100), "0.3", &keys[3..], &["0.31", "0.3"]);
        walk(&grid(100), "1", &[(0, "ArrowDown"), (0, "ArrowUp")], &["1", "0.99"]);
        walk(&grid(10), "0.9", &[(0, "ArrowRight"), (0, "ArrowRight")], &["1", "1"]);
    }

    #[test]
    fn a_press_takes_everything_up_to_the_small_square() {
        let figure = Figure::DecimalGrid(DecimalGrid { parts: 100, shaded: 0, enter: true });
        let hand = Hand::default();
        let look =
            Look { hand: &hand, draft: "", checked: None, open: true, active: None, locale: Locale::En };
        let handle = &super::super::moving(&figure, look).handles[0];
        let pressed = |x, y| super::super::typed(&figure, &handle.brought(&hand, (x, y), true));
        assert_eq!(pressed(20 + 3 * 180 + 5, TOP + 6 * 180 + 170), "0.37");
        assert_eq!(pressed(21, TOP + 1), "0.01");
        assert_eq!(pressed(20 + 9 * 180 + 90, TOP + 9 * 180 + 90), "1");
    }
}
