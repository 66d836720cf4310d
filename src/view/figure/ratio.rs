//! Ratio tables and double number lines: a table with other clothes, and a row for what columns are multiplied by.

use super::hand::Hand;
use super::sheet::{Cell, Square};
use super::{Body, Drawn, Look, Tool};
use crate::content::figure::Ratio;
use crate::content::{Locale, Text};
use crate::view::text;

impl Tool for Ratio {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        self.table.start(draft, locale)
    }

    fn typed(&self, hand: &Hand) -> String {
        self.table.typed(hand)
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut drawn = self.table.drawn(look);
        let Body::Sheet(sheet) = &mut drawn.body else { return drawn };
        sheet.class = if self.lines { "double" } else { "table ratio" };
        if self.jumps.iter().any(Option::is_some) {
            sheet.rows.insert(0, self.jump_row(look.locale));
        }
        drawn
    }
}

impl Ratio {
    /// Over each column how it comes from the one before.
    fn jump_row(&self, locale: Locale) -> Vec<Square> {
        let jump = |text: &Text| {
            let mut line = text::words("→ × ");
            line.extend(text::line(text, locale));
            Square::classed("jump", Cell::Words(line))
        };
        let columns = self.table.rows[0].len();
        let over = |column: usize| {
            let text = column.checked_sub(2).and_then(|k| self.jumps.get(k)?.as_ref());
            text.map_or(Square::classed("jump", Cell::Nothing), jump)
        };
        (0..columns).map(over).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{start, typed};
    use super::*;
    use crate::content::Figure;
    use crate::content::figure::read::example;

    #[test]
    fn boxes_of_both_rows_are_typed_in_reading_order_and_jumps_stand_over_their_columns() {
        let json = r#"{ "ratio_table": [["A", "2", "6", "_"], ["B", "5", "_", "30"]], "jumps": ["3", ""], "enter": true }"#;
        let figure = example(json).expect("a ratio table");
        let hand = start(&figure, "12, 15", Locale::En);
        assert_eq!(hand.cells, ["12", "15"]);
        assert_eq!(typed(&figure, &hand.with_cell(1, "14")), "12, 14");
        let Figure::Ratio(ratio) = &figure else { panic!("a ratio table") };
        let row = ratio.jump_row(Locale::En);
        let is_empty: Vec<bool> = row.iter().map(|square| square.is == Cell::Nothing).collect();
        assert_eq!(is_empty, [true, true, false, true]);
    }
}
