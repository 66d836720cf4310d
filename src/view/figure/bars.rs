//! Fraction bars. Slots: how many parts are shaded, and into how many each whole is cut.

use super::equation::number;
use super::hand::{Axis, Hand, Handle};
use super::paper::{Anchor, Paper, WIDTH, spoken};
use super::{Drawn, Look, Tool};
use crate::content::figure::{Bar, Bars};
use crate::content::{Locale, Text};
use crate::notation::{Form, read};
use crate::num::Rational;
use crate::view::words;

/// Room between wholes that stand side by side.
const GAP: i32 = 90;
const HEIGHT: i32 = 330;
const ROW: i32 = 430;
/// Longer labels stand over their bar.
const BESIDE: i32 = 700;
/// The learner cuts a whole into so many parts at most.
const MOST_PARTS: i32 = 12;

impl Bars {
    /// How a bar stands: the first one as the learner shaded it.
    fn bar(&self, k: usize, hand: &Hand) -> Bar {
        let bar = &self.bars[k];
        if k > 0 || !self.enter {
            return bar.clone();
        }
        let shaded = hand.slot(0).map_or(bar.shaded, |shaded| shaded.max(0) as u32);
        let parts = hand.slot(1).map_or(bar.parts, |parts| parts.max(1) as u32);
        Bar { shaded, parts, wholes: bar.wholes.max(shaded.div_ceil(parts)), label: bar.label.clone() }
    }
}

/// The bars as they stand, the most wholes in one of them, and the space that their labels take.
struct Room {
    bars: Vec<Bar>,
    most: u32,
    left: i32,
    over: i32,
}

impl Tool for Bars {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let Some(bar) = self.bars.first().filter(|_| self.enter) else { return Hand::default() };
        let written = read(draft, locale.decimal_mark()).ok();
        if self.split
            && let Some(Form::Fraction { num, den }) = written.map(|written| written.form)
            && (1..=i64::from(MOST_PARTS)).contains(&den)
            && (0..=2 * den).contains(&num)
        {
            return Hand::of(vec![Some(num as i32), Some(den as i32)]);
        }
        // A value that is a whole number of pieces and fits two wholes.
        let pieces = number(draft, locale)
            .and_then(|value| value.times(Rational::integer(bar.parts.into()))?.as_integer())
            .filter(|pieces| (0..=i64::from(2 * bar.parts)).contains(pieces));
        Hand::of(vec![pieces.map(|pieces| pieces as i32), Some(bar.parts as i32)])
    }

    fn drawn(&self, look: Look) -> Drawn {
        let Room { bars, most, left, over } = self.room(look.hand);
        let row = ROW + over;
        let mut paper = Paper::new(WIDTH, row * bars.len() as i32 - (ROW - HEIGHT - 30));
        for (k, bar) in bars.iter().enumerate() {
            let top = row * k as i32 + over + 15;
            if let Some(label) = &bar.label {
                draw_label(&mut paper, label, left, top, over);
            }
            for (place, (x, width)) in pieces(bar, most, left).into_iter().enumerate() {
                paper.piece((place as u32) < bar.shaded, (x, top), (width, HEIGHT));
            }
        }
        if let Some(first) = bars.first().filter(|first| self.guide && first.shaded > 0) {
            let (x, width) = pieces(first, most, left)[first.shaded as usize - 1];
            paper.line("guide", (x + width, 0), (x + width, paper.height));
        }
        Drawn::paper(paper)
    }
}

impl Bars {
    fn room(&self, hand: &Hand) -> Room {
        let bars: Vec<Bar> = (0..self.bars.len()).map(|k| self.bar(k, hand)).collect();
        let most = bars.iter().map(|bar| bar.wholes).max().unwrap_or(1);
        let widest =
            bars.iter().filter_map(|bar| bar.label.as_ref()).map(Paper::label_width).max().unwrap_or(0);
        let (left, over) = match widest {
            0 => (10, 0),
            wide if wide <= BESIDE => (wide + 80, 0),
            _ => (10, 220),
        };
        Room { bars, most, left, over }
    }

    pub fn typed(&self, hand: &Hand) -> String {
        match (hand.slot(0), hand.slot(1)) {
            (Some(shaded), Some(parts)) => format!("{shaded}/{parts}"),
            _ => String::new(),
        }
    }

    pub fn handles(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        let Room { bars, most, left, .. } = self.room(look.hand);
        let Some(bar) = bars.first() else { return };
        let pieces = pieces(bar, most, left);
        let typed = format!("{}/{}", bar.shaded, bar.parts);
        let value = Rational::new(bar.shaded.into(), bar.parts.into()).unwrap_or(Rational::ZERO);
        let said = match look.hand.slot(0) {
            Some(_) => spoken(&typed, value, locale),
            None => words::enter_nothing(locale).into(),
        };
        let across = Axis::pieces(0, pieces.iter().map(|piece| piece.0).collect());
        drawn.handles.push(Handle::along(words::enter_bars(locale), said, across));
        if self.split {
            let parts = Axis::steps(1, 1, MOST_PARTS);
            drawn.handles.push(Handle::beside(
                words::figure_parts(locale),
                bar.parts.to_string(),
                parts,
                locale,
            ));
        }
    }
}

fn draw_label(paper: &mut Paper, label: &Text, left: i32, top: i32, over: i32) {
    if over > 0 {
        paper.label(label, left, top - over / 2, Anchor::Start);
    } else {
        paper.label(label, left - 80, top + HEIGHT / 2, Anchor::End);
    }
}

/// The pieces of a bar as (left, width), when the longest bar of the figure has `most` wholes.
fn pieces(bar: &Bar, most: u32, start: i32) -> Vec<(i32, i32)> {
    let (parts, most) = (bar.parts.max(1) as i32, most.max(1) as i32);
    let width = (WIDTH - 10 - start - GAP * (most - 1)) / most;
    let piece = |whole: i32, part: i32| {
        let left = start + whole * (width + GAP);
        let (from, to) = (width * part / parts, width * (part + 1) / parts);
        (left + from, to - from)
    };
    (0..bar.wholes as i32).flat_map(|whole| (0..parts).map(move |part| piece(whole, part))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    fn bar(shaded: u32, parts: u32, wholes: u32) -> Bar {
        Bar { parts, shaded, wholes, label: None }
    }

    fn figure(parts: u32, split: bool) -> Figure {
        Figure::Bars(Bars { bars: vec![bar(0, parts, 1)], split, enter: true, ..Bars::default() })
    }

    #[test]
    fn shaded_parts_are_typed_over_the_number_of_parts() {
        walk(
            &figure(4, false),
            "",
            &[(0, "ArrowRight"), (0, "ArrowRight"), (0, "End"), (0, "Home")],
            &["0/4", "1/4", "4/4", "0/4"],
        );
        walk(&figure(4, false), "1/2", &[(0, "ArrowRight")], &["3/4"]);
        walk(&figure(4, false), "1/3", &[(0, "ArrowRight")], &["0/4"]);
    }

    #[test]
    fn a_bar_can_be_cut_anew() {
        let keys = [(1, "ArrowRight"), (1, "ArrowRight"), (0, "End"), (1, "ArrowLeft")];
        walk(&figure(2, true), "1/2", &keys, &["1/3", "1/4", "4/4", "4/3"]);
    }

    #[test]
    fn pieces_fill_their_wholes_and_wholes_of_two_bars_are_equally_long() {
        let (one, two) = (pieces(&bar(0, 4, 1), 2, 10), pieces(&bar(0, 6, 2), 2, 10));
        let length = |pieces: &[(i32, i32)]| pieces.iter().map(|(_, width)| width).sum::<i32>();
        assert_eq!(length(&one), length(&two[..6]));
        assert_eq!(two.len(), 12);
        assert!(two[11].0 + two[11].1 <= WIDTH);
    }
}
