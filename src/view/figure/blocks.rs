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
        // Without hundreds there is room for larger ones.
        let unit = if counts.len() > 2 { 52 } else { 84 };
        let (mut x, mut bottom) = (20, 10 * unit);
        for (k, count) in counts.iter().enumerate() {
            let (right, down) = draw_kind(&mut paper, unit, self.place(k), *count, x);
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
            let trades = [(trade(small, locale), traded(1, -10)), (change(large, locale), traded(-1, 10))];
            let possible = trades.into_iter().filter(|(_, to)| to.is_some());
            drawn.presses.extend(possible.map(|(label, to)| Press { label: label.into(), to }));
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
fn draw_kind(paper: &mut Paper, unit: i32, place: usize, count: i32, x: i32) -> (i32, i32) {
    let (width, height, in_row) = match place {
        0 => (unit, unit, 0),
        1 => (unit, 10 * unit, 10),
        2 => (10 * unit, 10 * unit, 3),
        _ => (13 * unit, 13 * unit, 2),
    };
    let gap = if place == 0 { GAP / 2 } else { GAP };
    let (mut right, mut bottom) = (x, 0);
    for k in 0..count {
        // Ones stand in columns of ten, as high as the ten they can be traded for.
        let (column, row) = if place == 0 { (k / 10, k % 10) } else { (k % in_row, k / in_row) };
        let (left, top) =
            (x + column * (width + gap), 10 + row * (height + if place == 0 { 0 } else { gap }));
        match place {
            0 => paper.rect("block", (left, top), (unit, unit)),
            1 => draw_flat(paper, unit, (left, top), 1, 10),
            2 => draw_flat(paper, unit, (left, top), 10, 10),
            _ => draw_cube(paper, unit, (left, top)),
        }
        right = right.max(left + width);
        bottom = bottom.max(top + height);
    }
    (right, bottom)
}

fn draw_flat(paper: &mut Paper, unit: i32, (x, y): (i32, i32), columns: i32, rows: i32) {
    paper.rect("block", (x, y), (columns * unit, rows * unit));
    let mut lines = String::new();
    for column in 1..columns {
        lines.push_str(&format!("M{} {y}v{}", x + column * unit, rows * unit));
    }
    for row in 1..rows {
        lines.push_str(&format!("M{x} {}h{}", y + row * unit, columns * unit));
    }
    paper.path("block-line", lines);
}

/// A thousand, seen from the front with its top and side.
fn draw_cube(paper: &mut Paper, unit: i32, (x, y): (i32, i32)) {
    let (side, deep) = (10 * unit, 3 * unit);
    let (front, far) = (y + deep, x + side + deep);
    paper.shape("block", &[(x, front), (x + deep, y), (far, y), (x + side, front)]);
    paper.shape("block", &[(x + side, front), (far, y), (far, y + side), (x + side, front + side)]);
    draw_flat(paper, unit, (x, front), 10, 10);
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
