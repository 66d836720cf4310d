//! Base-ten blocks. Slots: how many of each kind, ones last.

use super::equation::number;
use super::hand::{Axis, Hand, Handle, Press};
use super::paper::{Paper, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Blocks;
use crate::view::words;

/// As many of a kind as can be drawn.
const MOST: i32 = 19;
/// Side of a unit cube in the drawing.
const UNIT: i32 = 52;
const GAP: i32 = 26;

impl Blocks {
    fn counts(&self, hand: &Hand) -> Vec<i32> {
        let given = self.counts.iter().enumerate();
        given.map(|(k, count)| hand.slot(k).filter(|_| self.enter).unwrap_or(*count as i32)).collect()
    }

    /// What a kind is called; ones are place 0.
    fn place(&self, k: usize) -> usize {
        self.counts.len() - 1 - k
    }
}

impl Tool for Blocks {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let places = self.counts.len();
        let value = number(draft, locale).and_then(|value| value.as_integer()).filter(|n| *n >= 0);
        let Some(value) = value.filter(|_| self.enter) else {
            return Hand::of(self.counts.iter().map(|count| Some(*count as i32)).collect());
        };
        let digit = |k: usize| {
            let rest = value / 10i64.pow((places - 1 - k) as u32);
            Some(if k == 0 { rest.min(MOST.into()) } else { rest % 10 } as i32)
        };
        Hand::of((0..places).map(digit).collect())
    }

    fn typed(&self, hand: &Hand) -> String {
        self.counts(hand).iter().fold(0i64, |sum, count| sum * 10 + i64::from(*count)).to_string()
    }

    fn drawn(&self, look: Look) -> Drawn {
        let counts = self.counts(look.hand);
        let mut paper = Paper::new(WIDTH, 0);
        let (mut x, mut bottom) = (20, 10 * UNIT);
        for (k, count) in counts.iter().enumerate() {
            let (right, down) = draw_kind(&mut paper, self.place(k), *count, x);
            x = if right > x { right + 3 * GAP } else { x };
            bottom = bottom.max(down);
        }
        paper.width = x.max(WIDTH);
        paper.height = bottom + 20;
        let mut drawn = Drawn::paper(paper);
        let locale = look.locale;
        drawn.note = words::enter_blocks(locale).into();
        for (k, count) in counts.iter().enumerate() {
            let axis = Axis::steps(k, 0, MOST);
            drawn.handles.push(Handle::beside(kind(self.place(k), locale), count.to_string(), axis, locale));
        }
        for k in 1..counts.len() {
            let traded = |left: i32, right: i32| {
                let fits = |count: i32| (0..=MOST).contains(&count);
                let (left, right) = (counts[k - 1] + left, counts[k] + right);
                (fits(left) && fits(right)).then(|| look.hand.with(k - 1, Some(left)).with(k, Some(right)))
            };
            let (small, large) = (self.place(k), self.place(k) + 1);
            drawn.presses.push(Press { label: trade(small, locale).into(), to: traded(1, -10) });
            drawn.presses.push(Press { label: change(large, locale).into(), to: traded(-1, 10) });
        }
        drawn
    }
}

fn kind(place: usize, locale: Locale) -> &'static str {
    match place {
        0 => words::figure_ones(locale),
        1 => words::figure_tens(locale),
        2 => words::figure_hundreds(locale),
        _ => words::figure_thousands(locale),
    }
}

/// Ten of this kind for one of the next.
fn trade(place: usize, locale: Locale) -> &'static str {
    match place {
        0 => words::figure_trade_ones(locale),
        1 => words::figure_trade_tens(locale),
        _ => words::figure_trade_hundreds(locale),
    }
}

/// One of this kind for ten of the one before.
fn change(place: usize, locale: Locale) -> &'static str {
    match place {
        1 => words::figure_change_ten(locale),
        2 => words::figure_change_hundred(locale),
        _ => words::figure_change_thousand(locale),
    }
}

/// Draws the blocks of one kind from `x` on; their right edge and their lowest.
fn draw_kind(paper: &mut Paper, place: usize, count: i32, x: i32) -> (i32, i32) {
    // Blocks that are alike stand in columns of so many.
    let (width, height, column) = match place {
        0 => (UNIT, UNIT, 10),
        1 => (UNIT, 10 * UNIT, 1),
        2 => (10 * UNIT, 10 * UNIT, if count > 3 { 3 } else { 1 }),
        _ => (13 * UNIT, 13 * UNIT, 2),
    };
    let gap = if place == 0 { GAP / 2 } else { GAP };
    let (mut right, mut bottom) = (x, 0);
    for k in 0..count {
        let left = x + k / column * (width + gap);
        let top = 10 + k % column * (height + gap);
        match place {
            0 => paper.rect("block", (left, top), (UNIT, UNIT)),
            1 => draw_flat(paper, (left, top), 1, 10),
            2 => draw_flat(paper, (left, top), 10, 10),
            _ => draw_cube(paper, (left, top)),
        }
        right = right.max(left + width);
        bottom = bottom.max(top + height);
    }
    (right, bottom)
}

fn draw_flat(paper: &mut Paper, (x, y): (i32, i32), columns: i32, rows: i32) {
    paper.rect("block", (x, y), (columns * UNIT, rows * UNIT));
    let mut lines = String::new();
    for column in 1..columns {
        lines.push_str(&format!("M{} {y}v{}", x + column * UNIT, rows * UNIT));
    }
    for row in 1..rows {
        lines.push_str(&format!("M{x} {}h{}", y + row * UNIT, columns * UNIT));
    }
    paper.path("block-line", lines);
}

/// A thousand, seen from the front with its top and side.
fn draw_cube(paper: &mut Paper, (x, y): (i32, i32)) {
    let (side, deep) = (10 * UNIT, 3 * UNIT);
    paper.shape("block", &[(x, y + deep), (x + deep, y), (x + side + deep, y), (x + side, y + deep)]);
    paper.shape(
        "block",
        &[
            (x + side, y + deep),
            (x + side + deep, y),
            (x + side + deep, y + side),
            (x + side, y + side + deep),
        ],
    );
    draw_flat(paper, (x, y + deep), 10, 10);
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn blocks_are_put_down_and_traded_without_changing_their_worth() {
        let figure = Figure::Blocks(Blocks { counts: vec![0, 0, 0], enter: true });
        let keys = [
            (1, "ArrowUp"),
            (2, "PageUp"),
            (2, "PageUp"),
            (2, "ArrowUp"),
            (0, "!Trade 10 ones for 1 ten"),
            (1, "ArrowUp"),
            (0, "!Change 1 ten for 10 ones"),
        ];
        walk(&figure, "", &keys, &["10", "15", "20", "21", "21", "31", "31"]);
        walk(&figure, "402", &[(2, "ArrowDown")], &["401"]);
        walk(&figure, "2402", &[(2, "ArrowDown")], &["1901"]);
    }
}
