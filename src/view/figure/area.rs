//! The area model. Cells: its empty boxes in reading order.

use super::equation::number;
use super::hand::Hand;
use super::paper::written_decimal;
use super::sheet::{Cell, Entry, Sheet, Square};
use super::{Drawn, Look, Tool, float};
use crate::content::figure::{Area, Side};
use crate::content::{Locale, Text};
use crate::num::Rational;
use crate::view::{text, words};

impl Area {
    fn boxes(&self) -> usize {
        self.inside.iter().flatten().filter(|part| part.is_none()).count()
    }

    /// All parts as they stand, given or filled in.
    fn parts(&self, hand: &Hand) -> Vec<String> {
        let mut next = 0;
        let part = |part: &Option<Text>| match part {
            Some(text) => text.print().replace('`', ""),
            None => {
                next += 1;
                hand.cell(next - 1).trim().into()
            }
        };
        self.inside.iter().flatten().map(part).collect()
    }

    /// Parts of the width in percent: true to scale, but no part too narrow to write in.
    fn widths(&self) -> Vec<u32> {
        let sizes: Vec<f64> = self.across.iter().map(|side| side.size.map_or(1.0, float)).collect();
        let known = self.across.iter().all(|side| side.size.is_some());
        let all: f64 = sizes.iter().sum();
        let least = 84.0 / sizes.len() as f64 * 0.6;
        let share =
            |size: &f64| if known { (84.0 * size / all).max(least) } else { 84.0 / sizes.len() as f64 };
        let shares: Vec<f64> = sizes.iter().map(share).collect();
        let sum: f64 = shares.iter().sum();
        std::iter::once(16).chain(shares.iter().map(|share| (84.0 * share / sum) as u32)).collect()
    }
}

impl Tool for Area {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        // A sum cannot be parted again, but an expression that names every part can.
        let terms: Vec<&str> = draft.split('+').map(str::trim).collect();
        let mut cells = vec![String::new(); self.boxes()];
        if self.boxes() == self.parts(&Hand::default()).len() && terms.len() == cells.len() && terms.len() > 1
        {
            cells = terms.iter().map(|term| (*term).into()).collect();
        }
        Hand { slots: Vec::new(), cells }
    }

    fn typed(&self, hand: &Hand) -> String {
        let parts = self.parts(hand);
        let filled: Vec<&str> = parts.iter().map(|part| &**part).filter(|part| !part.is_empty()).collect();
        if filled.len() < parts.len() {
            return String::new();
        }
        let numbers: Option<Vec<Rational>> = filled.iter().map(|part| number(part, Locale::En)).collect();
        let sum = numbers.and_then(|all| all.into_iter().try_fold(Rational::ZERO, Rational::plus));
        sum.map_or_else(|| filled.join(" + ").replace("+ -", "- "), written_decimal)
    }

    fn drawn(&self, look: Look) -> Drawn {
        let locale = look.locale;
        let head = |side: &Side, of_row: bool| {
            Square::new(Cell::Head { line: text::line(&side.label, locale), of_row })
        };
        let mut rows = vec![
            std::iter::once(Square::new(Cell::Nothing))
                .chain(self.across.iter().map(|side| head(side, false)))
                .collect::<Vec<_>>(),
        ];
        let mut next = 0;
        for (row, parts) in self.inside.iter().enumerate() {
            let mut squares = vec![head(&self.down[row], true)];
            for (column, part) in parts.iter().enumerate() {
                let is = match part {
                    Some(text) => Cell::Words(text::line(text, locale)),
                    None if !look.open => {
                        next += 1;
                        match look.hand.cell(next - 1) {
                            "" => Cell::Nothing,
                            filled => Cell::Words(text::words(filled)),
                        }
                    }
                    None => {
                        next += 1;
                        let sides =
                            [&self.down[row], &self.across[column]].map(|side| side.label.plain(locale));
                        Cell::Entry(Entry {
                            wrong: false,
                            cell: next - 1,
                            name: words::figure_part(locale, &sides[0], &sides[1]),
                            value: look.hand.cell(next - 1).into(),
                            most: 12,
                            next: None,
                        })
                    }
                };
                squares.push(Square::classed("part", is));
            }
            rows.push(squares);
        }
        let mut drawn = Drawn::sheet(Sheet { class: "area", told: None, widths: self.widths(), rows });
        drawn.note = words::enter_area(locale).into();
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::super::{start, typed};
    use super::*;
    use crate::content::Figure;

    fn area(down: [&str; 2], across: [&str; 2]) -> Figure {
        let side = |words: &str| Side::from(Text::words(words));
        let inside = vec![vec![None, None], vec![None, None]];
        Figure::Area(Area {
            down: down.map(side).into(),
            across: across.map(side).into(),
            inside,
            enter: true,
        })
    }

    fn filled(figure: &Figure, cells: [&str; 4]) -> String {
        let hand = start(figure, "", Locale::En);
        typed(figure, &cells.iter().enumerate().fold(hand, |hand, (k, cell)| hand.with_cell(k, cell)))
    }

    #[test]
    fn parts_that_are_numbers_type_their_sum_and_others_an_expression() {
        let numbers = area(["20", "3"], ["10", "4"]);
        assert_eq!(filled(&numbers, ["200", "80", "30", ""]), "", "not before every part is there");
        assert_eq!(filled(&numbers, ["200", "80", "30", "12"]), "322");
        let letters = area(["x", "2"], ["x", "3"]);
        assert_eq!(filled(&letters, ["x^2", "3x", "2x", "6"]), "x^2 + 3x + 2x + 6");
        assert_eq!(filled(&letters, ["x^2", "-3x", "2x", "-6"]), "x^2 - 3x + 2x - 6");
        assert_eq!(start(&letters, "x^2 + 3x + 2x + 6", Locale::En).cells, ["x^2", "3x", "2x", "6"]);
    }
}
