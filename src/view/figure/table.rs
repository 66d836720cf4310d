//! Tables. Cells: its boxes in reading order.

use super::hand::Hand;
use super::sheet::{Cell, Entry, Sheet, Square};
use super::{Drawn, Look, Tool};
use crate::content::figure::{Head, Table};
use crate::content::{Locale, Text};
use crate::view::{text, words};

impl Table {
    fn boxes(&self) -> usize {
        self.rows.iter().flatten().filter(|cell| cell.is_none()).count()
    }

    fn is_head(&self, row: usize, column: usize) -> bool {
        let (of_column, of_row) = (row == 0, column == 0);
        match self.head {
            Head::None => false,
            Head::Row => of_column,
            Head::Column => of_row,
            Head::Both => of_column || of_row,
        }
    }

    /// What a box is called: by its headings, else by its place.
    fn name(&self, row: usize, column: usize, locale: Locale) -> String {
        let said = |cell: &Option<Text>| cell.as_ref().map(|text| text.plain(locale)).unwrap_or_default();
        let place = |row: usize, column: usize| {
            words::figure_cell(locale, &(row + 1).to_string(), &(column + 1).to_string())
        };
        match self.head {
            Head::None => place(row, column),
            // The first cell of the row tells which row it is, heading or not.
            Head::Row if column == 0 => place(row, column),
            Head::Row | Head::Both => [said(&self.rows[row][0]), said(&self.rows[0][column])].join(", "),
            Head::Column if row == 0 && !said(&self.rows[0][0]).is_empty() && column > 0 => {
                [said(&self.rows[0][0]), words::figure_column(locale, &(column + 1).to_string())].join(", ")
            }
            Head::Column if row == 0 => place(row, column),
            Head::Column => [said(&self.rows[row][0]), said(&self.rows[0][column])].join(", "),
        }
    }
}

impl Tool for Table {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        let mut cells: Vec<String> = draft.split(',').map(|part| part.trim().into()).collect();
        cells.resize(self.boxes(), String::new());
        Hand { slots: Vec::new(), cells }
    }

    fn typed(&self, hand: &Hand) -> String {
        let filled: Vec<&str> = (0..self.boxes()).map(|k| hand.cell(k).trim()).collect();
        let last = filled.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        filled[..last].join(", ")
    }

    fn drawn(&self, look: Look) -> Drawn {
        let locale = look.locale;
        let mut next = 0;
        let mut rows = Vec::new();
        for (row, cells) in self.rows.iter().enumerate() {
            let square = |(column, cell): (usize, &Option<Text>)| match cell {
                // A corner without words heads nothing.
                Some(text) if text.print().is_empty() => Square::new(Cell::Nothing),
                Some(text) if self.is_head(row, column) => Square::new(Cell::Head {
                    line: text::line(text, locale),
                    of_row: row > 0 || self.head == Head::Column,
                }),
                Some(text) => Square::new(Cell::Words(text::line(text, locale))),
                None if !look.open => Square::new(match look.hand.cell(take(&mut next)) {
                    "" => Cell::Box,
                    filled => Cell::Words(text::words(filled)),
                }),
                None => {
                    let cell = take(&mut next);
                    Square::new(Cell::Entry(Entry {
                        wrong: false,
                        cell,
                        name: self.name(row, column, locale),
                        value: look.hand.cell(cell).into(),
                        most: 12,
                        next: None,
                    }))
                }
            };
            rows.push(cells.iter().enumerate().map(square).collect());
        }
        let mut drawn = Drawn::sheet(Sheet { class: "table", told: None, widths: Vec::new(), rows });
        drawn.note = words::enter_cells(locale).into();
        drawn
    }
}

fn take(next: &mut usize) -> usize {
    *next += 1;
    *next - 1
}

#[cfg(test)]
mod tests {
    use super::super::{start, typed};
    use super::*;
    use crate::content::Figure;

    #[test]
    fn a_box_below_no_heading_is_called_by_its_row_and_column() {
        let cell = |words: &str| (words != "_").then(|| Text::words(words));
        let rows = vec![["A", "2", "_"].map(cell).to_vec(), ["B", "_", "9"].map(cell).to_vec()];
        let table = Table { rows, head: Head::Column, enter: true };
        assert_eq!(table.name(0, 2, Locale::En), "A, column 3");
        assert_eq!(table.name(1, 1, Locale::Es), "B, 2");
    }

    #[test]
    fn boxes_are_typed_in_reading_order() {
        let cell = |words: &str| (words != "_").then(|| Text::words(words));
        let row = |words: [&str; 2]| words.map(cell).to_vec();
        let rows = vec![row(["x", "y"]), row(["1", "_"]), row(["2", "_"]), row(["3", "_"])];
        let figure = Figure::Table(Table { rows, head: Head::Row, enter: true });
        let hand = start(&figure, "", Locale::En).with_cell(0, "5").with_cell(2, " 9 ");
        assert_eq!(typed(&figure, &hand), "5, , 9");
        assert_eq!(typed(&figure, &hand.with_cell(1, "7").with_cell(2, "")), "5, 7");
        assert_eq!(start(&figure, "5, 7", Locale::En).cells, ["5", "7", ""]);
    }
}
