//! Rulers. Slots of one that is drawn along: both ends of the strip, in marks from the left.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, WIDTH, float, round, spoken, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Ruler;
use crate::num::Rational;
use crate::view::words;

const MARGIN: i32 = 140;
/// Upper edge of the ruler, where the marks begin, and how high it is.
const EDGE: i32 = 440;
const HIGH: i32 = 520;
/// Height of the strip that lies along it.
const STRIP: i32 = 240;

impl Ruler {
    fn marks(&self) -> i32 {
        let units = self.to.minus(self.from).map_or(1, Rational::floor) as i32;
        units * self.parts as i32
    }

    fn spot(&self, value: Rational) -> i32 {
        let share = (float(value) - float(self.from)) / (float(self.to) - float(self.from));
        MARGIN + round(share * f64::from(WIDTH - 2 * MARGIN))
    }

    fn value(&self, mark: i32) -> Rational {
        let way = Rational::new(mark.into(), self.parts.into());
        way.and_then(|way| self.from.plus(way)).unwrap_or(self.from)
    }

    /// Where the strip lies: that of the question, or the learner's.
    fn strip(&self, look: Look) -> (Option<Rational>, Option<Rational>) {
        if self.enter {
            let end = |slot: usize| look.hand.slot(slot).map(|mark| self.value(mark));
            return (end(0), end(1));
        }
        (self.object.map(|(start, _)| start), self.object.map(|(_, end)| end))
    }

    fn written(&self, value: Rational) -> String {
        if self.inches { value.to_string() } else { written_decimal(value) }
    }
}

impl Tool for Ruler {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let long = number(draft.trim_end_matches(char::is_alphabetic), locale)
            .and_then(|long| long.times(Rational::integer(self.parts.into()))?.as_integer())
            .filter(|marks| (1..=i64::from(self.marks())).contains(marks));
        Hand::of(long.map_or(vec![None, None], |marks| vec![Some(0), Some(marks as i32)]))
    }

    fn typed(&self, hand: &Hand) -> String {
        let long = hand
            .slot(0)
            .zip(hand.slot(1))
            .and_then(|(a, b)| Rational::new((a - b).abs().into(), self.parts.into()));
        long.map_or(String::new(), |long| self.written(long))
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut paper = Paper::new(WIDTH, EDGE + HIGH + 30);
        paper.rect("ruler-edge", (20, EDGE), (WIDTH - 40, HIGH));
        let parts = self.parts as i32;
        for mark in 0..=self.marks() {
            let x = self.spot(self.value(mark));
            let (class, long) = match mark % parts {
                0 => ("tick", 190),
                part if parts % 2 == 0 && part == parts / 2 => ("tick thin", 140),
                _ => ("tick thin", 90),
            };
            paper.line(class, (x, EDGE), (x, EDGE + long));
            if mark % parts == 0 {
                paper.words("label", x, EDGE + 350, self.value(mark).to_string());
            }
        }
        let unit = if self.inches { "in" } else { "cm" };
        paper.words("label small", MARGIN, EDGE + HIGH - 40, unit);
        let (from, to) = self.strip(look);
        let ends = [from, to].map(|end| end.map(|end| self.spot(end)));
        if let [Some(a), Some(b)] = ends {
            paper.rect("strip", (a.min(b), EDGE - STRIP - 24), ((a - b).abs(), STRIP));
        }
        if self.enter {
            for (k, x) in ends.into_iter().enumerate().filter_map(|(k, x)| Some((k, x?))) {
                paper.line("guide", (x, EDGE - STRIP - 60), (x, EDGE));
                let active = look.active == Some(k);
                let at = (x, EDGE - STRIP / 2 - 24);
                paper.dot(if active { "pin active" } else { "pin" }, at, if active { 74 } else { 58 });
            }
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handles(&mut drawn, look);
        }
        drawn
    }
}

impl Ruler {
    fn handles(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        drawn.note = words::enter_ruler(locale).into();
        let names = [words::figure_left_end(locale), words::figure_right_end(locale)];
        for (slot, name) in names.into_iter().enumerate() {
            let said = match look.hand.slot(slot).map(|mark| self.value(mark)) {
                Some(value) => spoken(&self.written(value), value, locale),
                None => words::enter_nothing(locale).into(),
            };
            // The ends do not pass each other.
            let (least, most) = match slot {
                0 => (0, look.hand.slot(1).map_or(self.marks(), |right| right - 1)),
                _ => (look.hand.slot(0).map_or(0, |left| left + 1), self.marks()),
            };
            let stops = (least..=most).map(|mark| self.spot(self.value(mark))).collect();
            drawn.handles.push(Handle::along(name, said, Axis::along(slot, least, stops)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn a_strip_types_how_long_it_is_wherever_it_lies() {
        let ruler = |inches, parts| {
            let [from, to] = [0, 12].map(Rational::integer);
            Figure::Ruler(Ruler { from, to, inches, parts, object: None, enter: true })
        };
        let keys = [(0, "ArrowRight"), (0, "ArrowRight"), (1, "ArrowRight"), (1, "PageUp"), (0, "End")];
        walk(&ruler(false, 2), "", &keys, &["", "", "0.5", "5.5", "0.5"]);
        walk(&ruler(true, 4), "", &keys, &["", "", "1/4", "11/4", "1/4"]);
        walk(&ruler(false, 2), "7.5 cm", &[(1, "ArrowLeft")], &["7"]);
    }
}
