//! Number bonds. Slots: the numbers that are not shown, the whole first.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, SQUARE};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Bond;
use crate::view::words;

const REACH: i32 = 290;
const WHOLE: (i32, i32) = (SQUARE / 2, 320);
const ROW: i32 = 1080;

impl Bond {
    /// Which of the numbers are not shown.
    fn missing(&self) -> Vec<usize> {
        (0..self.numbers.len()).filter(|k| self.numbers[*k].is_none()).collect()
    }

    fn spot(&self, k: usize) -> (i32, i32) {
        let parts = self.numbers.len() as i32 - 1;
        match k as i32 {
            0 => WHOLE,
            k => (SQUARE * (2 * k - 1) / (2 * parts), ROW),
        }
    }
}

impl Tool for Bond {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let missing = self.missing();
        let fits = |text: &str| {
            let number = number(text, locale)?.as_integer()?;
            (0..=i64::from(self.most)).contains(&number).then_some(number as i32)
        };
        let numbers: Option<Vec<i32>> = draft.split(',').map(fits).collect();
        let numbers = numbers.filter(|numbers| numbers.len() == missing.len());
        Hand::of(numbers.map_or(vec![None; missing.len()], |numbers| numbers.into_iter().map(Some).collect()))
    }

    fn typed(&self, hand: &Hand) -> String {
        let number = |slot: usize| hand.slot(slot).map(|number| number.to_string());
        let all: Option<Vec<String>> = (0..self.missing().len()).map(number).collect();
        all.unwrap_or_default().join(", ")
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut paper = Paper::new(SQUARE, ROW + REACH + 30);
        for k in 1..self.numbers.len() {
            paper.line("axis", WHOLE, self.spot(k));
        }
        let missing = self.missing();
        for (k, number) in self.numbers.iter().enumerate() {
            let (x, y) = self.spot(k);
            let slot = missing.iter().position(|missing| *missing == k);
            let active = slot.is_some() && look.active == slot;
            paper.dot(if active { "clock-face active" } else { "clock-face" }, (x, y), REACH);
            let set = slot.and_then(|slot| look.hand.slot(slot)).filter(|_| self.enter);
            match (number, set) {
                (Some(number), _) => paper.words("label large", x, y + 76, number.to_string()),
                (None, Some(number)) => paper.words("label large unknown", x, y + 76, number.to_string()),
                (None, None) => paper.words("label large unknown", x, y + 76, "?"),
            }
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handles(&mut drawn, look);
        }
        drawn
    }
}

impl Bond {
    fn handles(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        drawn.note = words::enter_bond(locale).into();
        for (slot, k) in self.missing().into_iter().enumerate() {
            let name = match k {
                0 => words::figure_whole(locale).to_string(),
                k => words::figure_bond_part(locale, &k.to_string()),
            };
            let spoken = look.hand.slot(slot).map_or("?".to_string(), |number| number.to_string());
            let axis = Axis::steps(slot, 0, self.most as i32);
            drawn.handles.push(Handle::beside(&name, spoken, axis, locale));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn what_is_missing_is_set_and_typed_once_all_of_it_stands_there() {
        let bond =
            |numbers: &[Option<u32>]| Figure::Bond(Bond { numbers: numbers.to_vec(), most: 20, enter: true });
        let keys = [(0, "ArrowRight"), (0, "PageUp"), (0, "ArrowRight")];
        walk(&bond(&[Some(8), Some(3), None]), "", &keys, &["0", "5", "6"]);
        let keys = [(1, "ArrowRight"), (0, "ArrowRight"), (0, "ArrowRight")];
        walk(&bond(&[Some(8), None, None]), "", &keys, &["", "0, 0", "1, 0"]);
        walk(&bond(&[Some(8), None, None]), "2, 6", &[(0, "ArrowRight")], &["3, 6"]);
    }
}
