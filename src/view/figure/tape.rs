//! Tape diagrams. Slot: how many of the equal parts of the first strip are taken.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Anchor, Paper, WIDTH, float, round, spoken, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Part, Strip, Tape};
use crate::num::Rational;
use crate::view::words;

const HEIGHT: i32 = 330;
const ROW: i32 = 480;
/// Over the first strip, for the brace and the total.
const OVER: i32 = 400;
const BESIDE: i32 = 900;

impl Strip {
    fn length(&self) -> Rational {
        self.parts.iter().try_fold(Rational::ZERO, |sum, part| sum.plus(part.size)).unwrap_or(Rational::ONE)
    }
}

impl Tape {
    fn unit(&self) -> Option<Rational> {
        self.strips.first()?.parts.first().map(|part| part.size)
    }

    fn count(&self) -> i64 {
        self.strips.first().map_or(0, |strip| strip.parts.len() as i64)
    }

    fn worth(&self, parts: i32) -> Option<Rational> {
        self.unit()?.times(Rational::integer(parts.into()))
    }

    fn written(&self, parts: i32) -> String {
        self.worth(parts).map_or(String::new(), worth_written)
    }
}

impl Tool for Tape {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let parts = number(draft, locale)
            .zip(self.unit())
            .and_then(|(value, unit)| value.over(unit)?.as_integer())
            .filter(|parts| (0..=self.count()).contains(parts));
        Hand::of(vec![parts.map(|parts| parts as i32)])
    }

    fn typed(&self, hand: &Hand) -> String {
        hand.slot(0).map_or(String::new(), |parts| self.written(parts))
    }

    fn drawn(&self, look: Look) -> Drawn {
        let labels = self.strips.iter().filter_map(|strip| strip.label.as_ref());
        let widest = labels.map(Paper::label_width).max().unwrap_or(0);
        let (left, above) = match widest {
            0 => (20, 0),
            wide if wide <= BESIDE => (wide + 100, 0),
            _ => (20, 220),
        };
        let longest = self.strips.iter().map(Strip::length).max().map_or(1.0, float);
        let scale = f64::from(WIDTH - 20 - left) / longest;
        let over = if self.total.is_some() { OVER } else { 20 };
        let row = ROW + above;
        let mut paper = Paper::new(WIDTH, over + row * self.strips.len() as i32 - (ROW - HEIGHT - 30));
        let taken = if self.enter { look.hand.slot(0).unwrap_or(0) } else { 0 };
        let mut stops = Vec::new();
        for (k, strip) in self.strips.iter().enumerate() {
            let top = over + row * k as i32 + above;
            if let Some(label) = &strip.label {
                let (x, y, anchor) = if above > 0 {
                    (left, top - 110, Anchor::Start)
                } else {
                    (left - 100, top + HEIGHT / 2, Anchor::End)
                };
                paper.label(label, x, y, anchor);
            }
            let mut at = 0.0;
            for (place, part) in strip.parts.iter().enumerate() {
                let (from, to) = (left + round(at * scale), left + round((at + float(part.size)) * scale));
                paper.piece(k == 0 && (place as i32) < taken, (from, top), (to - from, HEIGHT));
                draw_worth(&mut paper, *part, (from + to) / 2, top + HEIGHT / 2, to - from);
                if k == 0 {
                    stops.push(from);
                }
                at += float(part.size);
            }
        }
        if let (Some(total), Some(first)) = (self.total, self.strips.first()) {
            let right = left + round(float(first.length()) * scale);
            brace(&mut paper, left, right, over - 40);
            draw_worth(&mut paper, total, (left + right) / 2, 110, WIDTH);
        }
        let mut drawn = Drawn::paper(paper);
        let at = look.hand.slot(0);
        drawn.note = words::enter_tape(look.locale).into();
        let said = |at: i32| {
            let worth = spoken(&self.written(at), self.worth(at).unwrap_or(Rational::ZERO), look.locale);
            words::figure_taken(look.locale, &at.to_string(), &worth)
        };
        let said = at.map_or_else(|| words::enter_nothing(look.locale).into(), said);
        drawn.handles.push(Handle::along(words::enter_tape(look.locale), said, Axis::pieces(0, stops)));
        drawn
    }
}

/// Halves to twelfths are fractions, as they are said; hundredths and the like are decimals.
fn worth_written(value: Rational) -> String {
    if value.den() <= 12 { value.to_string() } else { written_decimal(value) }
}

fn draw_worth(paper: &mut Paper, part: Part, x: i32, y: i32, room: i32) {
    let written = worth_written(part.size);
    if part.hidden {
        paper.words("label unknown", x, y + 56, "?");
    } else if written.contains('/') {
        paper.number(part.size, false, x, y - 20);
    } else if written.len() as i32 * 92 <= room {
        paper.number(part.size, true, x, y);
    }
}

/// A brace that opens downward, with its tip in the middle.
fn brace(paper: &mut Paper, left: i32, right: i32, bottom: i32) {
    let (middle, bend) = ((left + right) / 2, 60);
    paper.path(
        "brace",
        format!(
            "M{left} {bottom}q0 -{bend} {bend} -{bend}H{}q{bend} 0 {bend} -{bend}q0 {bend} {bend} {bend}H{}q{bend} 0 {bend} {bend}",
            middle - bend,
            right - bend,
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn taken_parts_type_what_they_are_worth() {
        let part = Part { size: Rational::new(5, 2).expect("2.5"), hidden: false };
        let strip = Strip { label: None, parts: vec![part; 4] };
        let figure = Figure::Tape(Tape { strips: vec![strip], total: None, enter: true });
        walk(
            &figure,
            "",
            &[(0, "ArrowRight"), (0, "ArrowRight"), (0, "ArrowRight"), (0, "End")],
            &["0", "5/2", "5", "10"],
        );
        walk(&figure, "5", &[(0, "ArrowRight")], &["15/2"]);
        walk(&figure, "6", &[(0, "ArrowRight")], &["0"]);
    }
}
