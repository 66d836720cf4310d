//! Arrays. Slots of a made one: columns, rows.

use super::equation::product;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Grid, GridEntry};
use crate::num::Rational;
use crate::view::words;

const LARGEST: i32 = 300;

impl Tool for Grid {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let sides = product(draft, locale).filter(|_| self.enter == Some(GridEntry::Sides));
        let fits =
            |value: Rational, most: u32| value.as_integer().filter(|n| (1..=i64::from(most)).contains(n));
        match sides.and_then(|(rows, columns)| Some((fits(rows, self.rows)?, fits(columns, self.columns)?))) {
            Some((rows, columns)) => Hand::of(vec![Some(columns as i32), Some(rows as i32)]),
            None => Hand::of(vec![None, None]),
        }
    }

    fn typed(&self, hand: &Hand) -> String {
        match (hand.slot(1), hand.slot(0)) {
            (Some(rows), Some(columns)) if self.enter == Some(GridEntry::Sides) => {
                format!("{rows} × {columns}")
            }
            (Some(rows), Some(columns)) => (rows * columns).to_string(),
            _ => String::new(),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let (rows, columns) = (self.rows as i32, self.columns as i32);
        let side = self.side();
        let margin = self.margin();
        let at = |column: i32, row: i32| (margin + column * side, margin + row * side);
        let mut paper = Paper::new(WIDTH, margin + rows * side + 20);
        let made = self.enter.map(|_| (look.hand.slot(1).unwrap_or(0), look.hand.slot(0).unwrap_or(0)));
        for row in 0..rows {
            for column in 0..columns {
                let full = match made {
                    Some((down, across)) => row < down && column < across,
                    None => row * columns + column < self.shaded as i32,
                };
                draw_unit(&mut paper, self, full, made.is_none(), at(column, row), side);
            }
        }
        if self.cut.1 > 0 {
            let x = at(self.cut.1 as i32, 0).0;
            paper.line("cut", (x, (margin - 100).max(0)), (x, margin + rows * side + 20));
        }
        if self.cut.0 > 0 {
            let y = at(0, self.cut.0 as i32).1;
            paper.line("cut", ((margin - 100).max(0), y), (margin + columns * side + 20, y));
        }
        if let Some((down, across)) = made.filter(|(down, across)| *down > 0 && *across > 0) {
            let ((left, top), (right, bottom)) = (at(0, 0), at(across, down));
            paper.rect("outline", (left, top), (right - left, bottom - top));
            paper.dot("pin", (right, bottom), 80);
        }
        let (down, across) = made.unwrap_or((rows, columns));
        if (self.sides || made.is_some()) && down > 0 && across > 0 {
            self.draw_sides(&mut paper, down, across);
        }
        let mut drawn = Drawn::paper(paper);
        self.handle(&mut drawn, look);
        drawn
    }
}

impl Grid {
    /// Room for the numbers beside and over it.
    fn margin(&self) -> i32 {
        if self.sides || self.enter.is_some() { 240 } else { 20 }
    }

    /// Side of a unit square.
    fn side(&self) -> i32 {
        let (rows, columns) = (self.rows.max(1) as i32, self.columns.max(1) as i32);
        LARGEST.min((WIDTH - self.margin() - 20) / columns).min(2200 / rows)
    }

    /// The number of rows and of columns; parted, that of each part.
    fn draw_sides(&self, paper: &mut Paper, down: i32, across: i32) {
        let (side, margin) = (self.side(), self.margin());
        for (cut, all, is_down) in [(self.cut.0 as i32, down, true), (self.cut.1 as i32, across, false)] {
            let parts = if cut > 0 && cut < all { vec![(0, cut), (cut, all)] } else { vec![(0, all)] };
            for (from, to) in parts {
                let middle = margin + (from + to) * side / 2;
                let (x, y) = if is_down { (110, middle) } else { (middle, 110) };
                paper.number(Rational::integer((to - from).into()), false, x, y);
            }
        }
    }

    fn handle(&self, drawn: &mut Drawn, look: Look) {
        let (side, margin) = (self.side(), self.margin());
        let (hand, locale) = (look.hand, look.locale);
        let spoken = match (hand.slot(1), hand.slot(0)) {
            (Some(rows), Some(columns)) => {
                words::figure_rows(locale, &rows.to_string(), &columns.to_string())
            }
            _ => words::enter_nothing(locale).into(),
        };
        let axis = |slot: usize, count: u32| {
            Axis::along(slot, 1, (1..=count as i32).map(|k| margin + k * side - side / 3).collect())
        };
        drawn.note = words::enter_grid(locale).into();
        let (across, down) = (axis(0, self.columns), axis(1, self.rows));
        drawn.handles.push(Handle::plane(words::enter_grid(locale), spoken, across, down));
    }
}

fn draw_unit(paper: &mut Paper, grid: &Grid, full: bool, solid: bool, (x, y): (i32, i32), side: i32) {
    if grid.dots {
        let class = if full || (solid && grid.shaded == 0) { "dot full" } else { "dot" };
        paper.dot(class, (x + side / 2, y + side / 2), side / 3);
    } else if solid || full {
        paper.piece(full, (x, y), (side, side));
    } else {
        paper.rect("room", (x, y), (side, side));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn an_array_grows_where_the_arrow_shows() {
        let grid = |enter| Figure::Grid(Grid { rows: 5, columns: 6, enter: Some(enter), ..Grid::default() });
        let keys = [
            (0, "ArrowRight"),
            (0, "ArrowRight"),
            (0, "ArrowDown"),
            (0, "ArrowDown"),
            (0, "ArrowUp"),
            (0, "End"),
        ];
        walk(&grid(GridEntry::Total), "", &keys, &["1", "2", "4", "6", "4", "12"]);
        walk(&grid(GridEntry::Sides), "3 × 4", &keys[3..], &["4 × 4", "3 × 4", "3 × 6"]);
    }
}
