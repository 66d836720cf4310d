//! Algebra tiles. Slots: how many squares of x by x, bars and small squares; negative ones are taken away.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, SQUARE, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{MOST_TILES, Tiles};
use crate::view::words;

/// Side of x, and of 1.
const LONG: i32 = 3 * SHORT + 2 * GAP;
const SHORT: i32 = 190;
const GAP: i32 = 22;

impl Tiles {
    fn counts(&self, hand: &Hand) -> [i32; 3] {
        [0, 1, 2].map(|k| hand.slot(k).filter(|_| self.enter).unwrap_or(self.counts[k]))
    }
}

/// `x^2 + 3x - 2`; 0 where there is nothing.
fn written(counts: [i32; 3]) -> String {
    let mut out = String::new();
    for (count, letters) in counts.into_iter().zip(["x^2", "x", ""]) {
        let sign = match (out.is_empty(), count) {
            (_, 0) => continue,
            (true, 1..) => "",
            (true, _) => "-",
            (false, 1..) => " + ",
            (false, _) => " - ",
        };
        out.push_str(sign);
        if count.abs() != 1 || letters.is_empty() {
            out.push_str(&count.abs().to_string());
        }
        out.push_str(letters);
    }
    if out.is_empty() { "0".into() } else { out }
}

/// What tiles can say of a draft: like terms put together.
fn read(draft: &str) -> Option<[i32; 3]> {
    let text: String = draft.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace('\u{2212}', "-").replace('²', "^2").replace('-', "+-");
    let mut counts = [0i32; 3];
    for (k, term) in text.split('+').enumerate() {
        if term.is_empty() && k == 0 && text.len() > 1 {
            continue;
        }
        let (factor, kind) = match (term.strip_suffix("x^2"), term.strip_suffix('x')) {
            (Some(factor), _) => (factor, 0),
            (None, Some(factor)) => (factor, 1),
            (None, None) => (term, 2),
        };
        let count: i32 = match factor {
            "" if kind < 2 => 1,
            "-" if kind < 2 => -1,
            factor => factor.parse().ok()?,
        };
        counts[kind] = counts[kind].checked_add(count)?;
    }
    counts.iter().all(|count| i64::from(count.unsigned_abs()) <= MOST_TILES).then_some(counts)
}

impl Tool for Tiles {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        Hand::of(read(draft).unwrap_or(self.counts).map(Some).to_vec())
    }

    fn typed(&self, hand: &Hand) -> String {
        written(self.counts(hand))
    }

    fn drawn(&self, look: Look) -> Drawn {
        let counts = self.counts(look.hand);
        let mut paper = Paper::new(SQUARE, 0);
        let (mut x, mut y) = (20, 20);
        for (kind, count) in counts.into_iter().enumerate() {
            let (width, label) = [(LONG, "x²"), (SHORT, "x"), (SHORT, "1")][kind];
            let label = if count < 0 { ["\u{2212}", label].concat() } else { label.to_string() };
            let class = if count < 0 { "tile minus" } else { ["tile square", "tile bar", "tile one"][kind] };
            for k in 0..count.abs() {
                // Three ones are as high as a bar.
                let over = if kind == 2 { k % 3 } else { 0 };
                if over == 0 && x + width > WIDTH - 20 {
                    (x, y) = (20, y + LONG + 2 * GAP);
                }
                let (top, height) = if kind == 2 { (y + over * (SHORT + GAP), SHORT) } else { (y, LONG) };
                paper.width = paper.width.max(x + width + 20);
                paper.rect(class, (x, top), (width, height));
                paper.words("label small", x + width / 2, top + height / 2 + 40, label.clone());
                if kind < 2 || over == 2 || k + 1 == count.abs() {
                    x += width + GAP;
                }
            }
            x += if count == 0 { 0 } else { 2 * GAP };
        }
        paper.height = y + LONG + 20;
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            let locale = look.locale;
            drawn.note = words::enter_tiles(locale).into();
            let most = MOST_TILES as i32;
            for (kind, name) in ["x²", "x", "1"].into_iter().enumerate() {
                let spoken = counts[kind].to_string().replace('-', "\u{2212}");
                let axis = Axis { home: 1, ..Axis::steps(kind, -most, most) };
                drawn.handles.push(Handle::beside(name, spoken, axis, locale));
            }
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn tiles_type_what_they_are_worth_together() {
        let figure = Figure::Tiles(Tiles { counts: [0; 3], enter: true });
        let keys =
            [(1, "ArrowRight"), (1, "ArrowRight"), (0, "ArrowRight"), (2, "ArrowLeft"), (0, "ArrowLeft")];
        walk(&figure, "", &keys, &["x", "2x", "x^2 + 2x", "x^2 + 2x - 1", "2x - 1"]);
        walk(&figure, "3 - x + x^2 + 4x", &[(2, "ArrowRight")], &["x^2 + 3x + 4"]);
        walk(&figure, "-x^2 - 5", &[(0, "ArrowRight")], &["-5"]);
        walk(&figure, "2y + 1", &[(2, "ArrowRight")], &["1"]);
    }
}
