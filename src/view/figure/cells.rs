//! Ten frames, hundred charts, things to count. Slots: where the hand stands, across and down; then, for each place in
//! reading order, in which order it was marked.

use super::equation::number;
use super::hand::{Also, Axis, Hand, Handle, Press};
use super::paper::{Paper, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Cells, CellsOf, Thing};
use crate::view::words;

/// The slot of the first mark.
const FIRST: usize = 2;
/// Between two ten frames.
const APART: i32 = 140;

impl Cells {
    fn is_marked(&self, look: Look, place: u32) -> bool {
        if self.enter {
            look.hand.slot(FIRST + place as usize).is_some()
        } else {
            self.marked.contains(&place)
        }
    }

    fn marks(&self, hand: &Hand) -> Vec<u32> {
        (0..self.count).filter(|place| hand.slot(FIRST + *place as usize).is_some()).collect()
    }

    fn hand_of(&self, marked: &[u32]) -> Hand {
        let order = |place: u32| marked.iter().position(|marked| *marked == place).map(|at| at as i32 + 1);
        Hand::of([None, None].into_iter().chain((0..self.count).map(order)).collect())
    }

    /// Size of one place on the paper.
    fn size(&self) -> (i32, i32) {
        match self.of {
            CellsOf::Frame { .. } => (320, 320),
            CellsOf::Chart { .. } => (3560 / self.columns.max(5) as i32, 300),
            CellsOf::Things(_) => (3560 / self.columns.max(5) as i32, 3560 / self.columns.max(6) as i32),
        }
    }

    /// The upper left corner of a place.
    fn corner(&self, place: u32) -> (i32, i32) {
        let (row, column) = ((place / self.columns) as i32, (place % self.columns) as i32);
        let apart = if matches!(self.of, CellsOf::Frame { .. }) && row > 1 { APART } else { 0 };
        (20 + column * self.size().0, 20 + row * self.size().1 + apart)
    }

    fn middle(&self, place: u32) -> (i32, i32) {
        let ((x, y), (width, height)) = (self.corner(place), self.size());
        (x + width / 2, y + height / 2)
    }

    /// Things do not stand in rows; how far this one is from its middle.
    fn strayed(&self, place: u32) -> (i32, i32) {
        let (width, height) = self.size();
        let part = |of: u32, size: i32| ((place * of + 3) % 7) as i32 * size / 30 - size / 10;
        let (x, y) = self.middle(place);
        (x + part(37, width), y + part(23, height))
    }

    fn draw_place(&self, paper: &mut Paper, look: Look, place: u32) {
        let (corner, size) = (self.corner(place), self.size());
        let marked = self.is_marked(look, place);
        match self.of {
            CellsOf::Frame { second } => {
                paper.rect("piece", corner, size);
                let ring = !self.enter && place + second >= self.marked.len() as u32;
                if marked {
                    paper.dot(if ring { "counter ring" } else { "counter" }, self.middle(place), 112);
                }
            }
            CellsOf::Chart { .. } => {
                paper.piece(marked, corner, size);
                let (x, y) = self.middle(place);
                if !self.hidden.contains(&place) {
                    paper.words("label halo", x, y + 56, self.number(place).to_string());
                }
            }
            CellsOf::Things(thing) => {
                let at = self.strayed(place);
                let reach = size.0.min(size.1) * 36 / 100;
                draw_thing(paper, thing, at, reach, marked);
                if let Some(order) = look.hand.slot(FIRST + place as usize).filter(|_| self.enter) {
                    paper.words("label halo", at.0, at.1 + 56, order.to_string());
                }
            }
        }
    }

    fn spoken(&self, hand: &Hand, locale: Locale) -> String {
        let (Some(column), Some(row)) = (hand.slot(0), hand.slot(1)) else {
            return words::enter_nothing(locale).into();
        };
        let place = (row * self.columns as i32 + column) as u32;
        let order = hand.slot(FIRST + place as usize);
        let (here, marked) = match self.of {
            CellsOf::Chart { .. } if !self.hidden.contains(&place) => {
                (self.number(place).to_string(), words::figure_marked(locale).to_string())
            }
            CellsOf::Things(_) => {
                let counted = words::figure_counted(locale, &order.unwrap_or(0).to_string());
                (words::figure_thing(locale, &(place + 1).to_string()), counted)
            }
            _ => {
                let here = words::figure_cell(locale, &(row + 1).to_string(), &(column + 1).to_string());
                (here, words::figure_marked(locale).to_string())
            }
        };
        let marked = if order.is_some() { &marked } else { words::figure_not_marked(locale) };
        [&*here, marked].join(": ")
    }
}

impl Tool for Cells {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let marked = match self.of {
            CellsOf::Chart { from } => {
                let place = |text: &str| {
                    let place = number(text, locale)?.as_integer()?.checked_sub(from)?;
                    u32::try_from(place).ok().filter(|place| *place < self.count)
                };
                draft.split(',').map(place).collect::<Option<Vec<u32>>>()
            }
            _ => {
                let count = number(draft, locale).and_then(|count| count.as_integer());
                let count = count.and_then(|count| u32::try_from(count).ok());
                count.filter(|count| *count <= self.count).map(|count| (0..count).collect())
            }
        };
        self.hand_of(&marked.unwrap_or(self.marked.clone()))
    }

    fn typed(&self, hand: &Hand) -> String {
        let marks = self.marks(hand);
        match self.of {
            CellsOf::Chart { .. } => {
                let numbers: Vec<String> =
                    marks.iter().map(|place| self.number(*place).to_string()).collect();
                numbers.join(", ")
            }
            _ => marks.len().to_string(),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let last = self.corner(self.count - 1);
        let width = 40 + self.columns as i32 * self.size().0;
        let mut paper = Paper::new(width.min(WIDTH), last.1 + self.size().1 + 20);
        paper.roomy = look.open && matches!(self.of, CellsOf::Chart { .. });
        (0..self.count).for_each(|place| self.draw_place(&mut paper, look, place));
        for frame in 0..self.count.div_ceil(10) {
            if matches!(self.of, CellsOf::Frame { .. }) {
                let rows = self.rows().min(2) as i32;
                paper.rect("outline", self.corner(frame * 10), (5 * self.size().0, rows * self.size().1));
            }
        }
        if let (Some(_), Some(column), Some(row)) = (look.active, look.hand.slot(0), look.hand.slot(1)) {
            let (x, y) = self.corner((row * self.columns as i32 + column) as u32);
            let (width, height) = self.size();
            paper.rect("here", (x + 18, y + 18), (width - 36, height - 36));
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handle(&mut drawn, look);
        }
        drawn
    }
}

impl Cells {
    fn handle(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        let across = (0..self.columns).map(|column| self.middle(column).0).collect();
        let down = (0..self.rows()).map(|row| self.middle(row * self.columns).1).collect();
        let name = match self.of {
            CellsOf::Frame { .. } => words::enter_frame(locale),
            CellsOf::Chart { .. } => words::enter_chart(locale),
            CellsOf::Things(_) => words::enter_things(locale),
        };
        drawn.note = name.into();
        let (across, down) = (Axis::along(0, 0, across), Axis::along(1, 0, down));
        let also = Also::Marks { first: FIRST, count: self.count as i32 };
        let handle = Handle::plane(name, self.spoken(look.hand, locale), across, down);
        drawn.handles.push(Handle { also, ..handle });
        let clear = (!self.marks(look.hand).is_empty()).then(|| self.hand_of(&[]));
        drawn.presses.push(Press { label: words::figure_clear(locale).into(), to: clear });
    }
}

fn draw_thing(paper: &mut Paper, thing: Thing, (x, y): (i32, i32), reach: i32, marked: bool) {
    let class = if marked { "thing full" } else { "thing" };
    match thing {
        Thing::Dot => paper.dot(class, (x, y), reach),
        Thing::Leaf => {
            let (half, bend) = (reach, reach * 9 / 10);
            let d = format!(
                "M{} {y}q{half}-{w} {h} 0q-{half} {w}-{h} 0z",
                x - half,
                w = bend * 3 / 2,
                h = 2 * half
            );
            paper.path(class, d);
        }
        Thing::Star => {
            // Ten corners at these hundredths of the reach, from the top on.
            const CORNERS: [(i32, i32); 10] = [
                (0, -105),
                (29, -38),
                (100, -32),
                (46, 15),
                (62, 85),
                (0, 47),
                (-62, 85),
                (-46, 15),
                (-100, -32),
                (-29, -38),
            ];
            paper.shape(
                class,
                &CORNERS.map(|(right, down)| (x + right * reach / 100, y + down * reach / 100)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    fn cells(of: CellsOf, columns: u32, count: u32) -> Figure {
        Figure::Cells(Cells { of, columns, count, marked: Vec::new(), hidden: Vec::new(), enter: true })
    }

    #[test]
    fn a_frame_is_filled_place_by_place() {
        let keys = [(0, "ArrowRight"), (0, " "), (0, "ArrowDown"), (0, " "), (0, " ")];
        walk(&cells(CellsOf::Frame { second: 0 }, 5, 10), "", &keys, &["0", "1", "1", "2", "1"]);
        walk(&cells(CellsOf::Frame { second: 0 }, 5, 10), "7", &[(0, "End"), (0, " ")], &["7", "6"]);
    }

    #[test]
    fn a_chart_types_the_marked_numbers_in_order() {
        let keys = ["ArrowRight", "End", " ", "Home", " ", "!Take all marks away"].map(|key| (0, key));
        let chart = || cells(CellsOf::Chart { from: 1 }, 10, 30);
        walk(&chart(), "", &keys, &["", "", "10", "10", "1, 10", ""]);
        walk(&chart(), "20, 4", &[(0, "ArrowRight"), (0, " ")], &["4, 20", "1, 4, 20"]);
        walk(&chart(), "31", &[(0, "ArrowRight"), (0, " ")], &["", "1"]);
    }
}
