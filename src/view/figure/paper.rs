//! Drawings as lists of marks, in whole units: 3,600 across the full width of a question. Pure.

use super::label;
use crate::content::{Locale, Text};
use crate::notation::{Math, mathml};
use crate::num::Rational;

/// The full width of a question.
pub const WIDTH: i32 = 3600;
/// The width of drawings that are about as high as they are wide.
pub const SQUARE: i32 = 2400;

#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub width: i32,
    pub height: i32,
    /// Where it is narrow it keeps its size and is moved sideways: what is pressed in it would be too small for a finger.
    pub roomy: bool,
    pub marks: Vec<Mark>,
}

/// One thing to draw; its class says how.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An SVG path.
    Path {
        class: &'static str,
        d: String,
    },
    Dot {
        class: &'static str,
        x: i32,
        y: i32,
        r: i32,
    },
    Text {
        class: &'static str,
        x: i32,
        y: i32,
        words: String,
    },
}

/// Which point of a label stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Paper {
    pub fn new(width: i32, height: i32) -> Self {
        Self { width, height, roomy: false, marks: Vec::new() }
    }

    pub fn path(&mut self, class: &'static str, d: String) {
        self.marks.push(Mark::Path { class, d });
    }

    pub fn line(&mut self, class: &'static str, from: (i32, i32), to: (i32, i32)) {
        self.path(class, format!("M{} {}L{} {}", from.0, from.1, to.0, to.1));
    }

    pub fn rect(&mut self, class: &'static str, (x, y): (i32, i32), (width, height): (i32, i32)) {
        self.path(class, format!("M{x} {y}h{width}v{height}h-{width}z"));
    }

    /// A closed shape with these corners.
    pub fn shape(&mut self, class: &'static str, corners: &[(i32, i32)]) {
        self.path(class, joined(corners) + "z");
    }

    /// A filled piece: colour, and a pattern for those who do not see the colour.
    pub fn piece(&mut self, full: bool, at: (i32, i32), size: (i32, i32)) {
        self.rect(if full { "piece full" } else { "piece" }, at, size);
        if full {
            self.rect("hatch", at, size);
        }
    }

    pub fn dot(&mut self, class: &'static str, (x, y): (i32, i32), r: i32) {
        self.marks.push(Mark::Dot { class, x, y, r });
    }

    /// Words with their middle at `x`; `y` is the line they stand on.
    pub fn words(&mut self, class: &'static str, x: i32, y: i32, words: impl Into<String>) {
        self.marks.push(Mark::Text { class, x, y, words: words.into() });
    }

    /// A number; a fraction is stacked. `y` is the height of its fraction bar, and of the middle of digits.
    pub fn number(&mut self, value: Rational, decimal: bool, x: i32, y: i32) {
        let math = number(value, decimal);
        label::node(self, &mathml(&math), x, y, Anchor::Middle);
    }

    pub fn label(&mut self, text: &Text, x: i32, y: i32, anchor: Anchor) {
        label::text(self, text, x, y, anchor);
    }

    /// How wide a label is drawn.
    pub fn label_width(text: &Text) -> i32 {
        label::width(text)
    }
}

/// A path through these points.
pub fn joined(points: &[(i32, i32)]) -> String {
    let mut d = String::new();
    for (k, (x, y)) in points.iter().enumerate() {
        d.push_str(&format!("{}{x} {y}", if k == 0 { 'M' } else { 'L' }));
    }
    d
}

/// A number as it stands in a figure.
pub fn number(value: Rational, decimal: bool) -> Math {
    if !decimal {
        return Math::number(value);
    }
    let size = Math::Number(written_decimal(value).trim_start_matches('-').into());
    if value < Rational::ZERO { Math::negative(size) } else { size }
}

/// A decimal as it is typed, with as many places as it needs; a fraction where no few decimals are enough.
pub fn written_decimal(value: Rational) -> String {
    let places = (0..=6u8).find(|places| {
        let scaled = value.times(Rational::integer(10i64.pow((*places).into())));
        scaled.is_some_and(Rational::is_integer)
    });
    match places {
        Some(places) => {
            let size = crate::notation::entry::decimals(value, places);
            if value < Rational::ZERO { ["-", &size].concat() } else { size }
        }
        None => value.to_string(),
    }
}

/// A value written over `den`, so that the third fourth is 3/4 and the second is 2/4; wholes stay whole.
pub fn written_over(value: Rational, den: i64) -> String {
    match value.times(Rational::integer(den)).and_then(Rational::as_integer) {
        Some(count) if !value.is_integer() => format!("{count}/{den}"),
        _ => value.to_string(),
    }
}

/// What is typed, in words.
pub fn spoken(typed: &str, value: Rational, locale: Locale) -> String {
    let math = crate::notation::read(typed, locale.decimal_mark());
    let math = math.map_or_else(|_| Math::number(value), |written| written.math());
    crate::notation::speak(&math, locale)
}

#[expect(clippy::cast_precision_loss, reason = "places on paper: a hair's breadth is enough")]
pub fn float(value: Rational) -> f64 {
    value.num() as f64 / value.den() as f64
}

/// A place on paper.
pub fn round(place: f64) -> i32 {
    (place + 0.5).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_the_figure_counts_them() {
        let ratio = |num, den| Rational::new(num, den).expect("a number");
        assert_eq!(written_over(ratio(1, 2), 4), "2/4");
        assert_eq!(written_over(ratio(2, 1), 4), "2");
        assert_eq!(written_decimal(ratio(-7, 4)), "-1.75");
        assert_eq!(written_decimal(ratio(1, 3)), "1/3");
        assert_eq!(spoken("2/4", ratio(1, 2), Locale::En), "two fourths");
    }
}
