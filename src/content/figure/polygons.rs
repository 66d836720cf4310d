//! The canvas for flat shapes: polygons with labelled sides and angles, cuts, circles.
//!
//! ```toml
//! figure = { polygons = [[["0", "0"], ["6", "0"], ["6", "4"], ["0", "4"]]], sides = ["6 cm", "", "4 cm"], squared = true }
//! figure = { polygons = "shapes" }
//! figure = { polygons = [], circle = ["0", "0", "3"], radius = "3 cm" }
//! ```
//! Each polygon is its corner points in order. `sides` and `angles` are texts for the first polygon's sides and
//! corners. Right angles get their small square by themselves. `cut`: pairs of points joined by a dashed line.
//! `squared`: on squared paper.
//! `enter`: the learner moves the corners of the first polygon on the grid; it types the corner points
//! `(0, 0), (6, 0), (6, 4), (0, 4)`. `enter = "cut"`: the learner draws a straight cut on the grid; it types its two
//! ends `{(5, 0), (5, 3)}`.

use super::super::text::Text;
use super::given::{Given, Table, counted};
use super::say::{joined, place, places, told, value};
use super::{Fault, Point, fault, point};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_SHAPES: usize = 8;
const MOST_CORNERS: usize = 12;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polygons {
    pub outlines: Vec<Outline>,
    /// Middle and radius, with the radius's label.
    pub circle: Option<(Point, Rational, Text)>,
    /// Dashed lines.
    pub cuts: Vec<(Point, Point)>,
    pub grid: bool,
    pub enter: Option<Moves>,
}

/// What the learner moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// The corners of the first polygon.
    Corners,
    /// The two ends of a cut.
    Cut,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    pub corners: Vec<Point>,
    /// Side k joins corner k to the next one.
    pub sides: Vec<Text>,
    pub angles: Vec<Text>,
}

impl Outline {
    /// Whether the corner is a right angle, seen from inside.
    pub fn is_right(&self, k: usize) -> bool {
        let count = self.corners.len();
        let (before, at, after) =
            (self.corners[(k + count - 1) % count], self.corners[k], self.corners[(k + 1) % count]);
        let way = |to: Point| to.0.minus(at.0).zip(to.1.minus(at.1));
        let product = way(before).zip(way(after)).and_then(|(a, b)| a.0.times(b.0)?.plus(a.1.times(b.1)?));
        let turn = way(before).zip(way(after)).and_then(|(a, b)| a.0.times(b.1)?.minus(a.1.times(b.0)?));
        let inside = turn.is_some_and(|turn| (turn < Rational::ZERO) == self.is_counterclockwise());
        product == Some(Rational::ZERO) && inside
    }

    fn is_counterclockwise(&self) -> bool {
        let count = self.corners.len();
        let cross = |k: usize| {
            let (a, b) = (self.corners[k], self.corners[(k + 1) % count]);
            a.0.times(b.1)?.minus(a.1.times(b.0)?)
        };
        let twice = (0..count).try_fold(Rational::ZERO, |sum, k| sum.plus(cross(k)?));
        twice.is_some_and(|twice| twice > Rational::ZERO)
    }

    fn of(given: &Given) -> Result<Self, Fault> {
        let corners = given.list().iter().map(point).collect::<Result<_, _>>()?;
        Ok(Self { corners: counted(corners, 3, MOST_CORNERS, "corners of a polygon")?, ..Self::default() })
    }
}

impl Polygons {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let outlines = given.list("polygons").iter().map(Outline::of).collect::<Result<_, _>>()?;
        let mut outlines: Vec<Outline> = counted(outlines, 0, MOST_SHAPES, "polygons")?;
        if let Some(first) = outlines.first_mut() {
            first.sides = given.texts("sides");
            first.angles = given.texts("angles");
        }
        let circle = match given.list("circle") {
            [x, y, radius] => {
                let label = given.get("radius").map(Given::text).unwrap_or_default();
                Some(((x.number()?, y.number()?), radius.number()?, label))
            }
            _ => None,
        };
        let cut = |given: &Given| match given.list() {
            [from, to] => Ok((point(from)?, point(to)?)),
            _ => {
                Err(fault(what!("a cut has two points", "a cut is written [[\"x\", \"y\"], [\"x\", \"y\"]]")))
            }
        };
        let cuts = given.list("cut").iter().map(cut).collect::<Result<_, _>>()?;
        if outlines.is_empty() && circle.is_none() {
            return Err(fault(what!("there is no shape", "a canvas needs a polygon or a circle")));
        }
        let moves = if given.word("enter") == Some("cut") { Moves::Cut } else { Moves::Corners };
        let enter = (given.is("enter") && !outlines.is_empty()).then_some(moves);
        Ok(Self { outlines, circle, cuts, grid: given.is("squared") || enter.is_some(), enter })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let mut all: Vec<String> =
            self.outlines.iter().map(|outline| self.alt_outline(outline, locale)).collect();
        // Many shapes are spoken of by number.
        if all.len() > 2 {
            all = all.iter().enumerate().map(|(k, alt)| format!("{}. {alt}", k + 1)).collect();
        }
        if let Some((_, radius, label)) = &self.circle {
            let length = if label.is_empty() { value(*radius, locale) } else { label.plain(locale) };
            all.push(told(locale, "A circle with radius #.", "Un círculo de radio #.", &[&length]));
        }
        all.extend(self.cuts.iter().map(|(from, to)| {
            let (en, es) = ("A dashed line from # to #.", "Una línea discontinua de # a #.");
            told(locale, en, es, &[&place(*from, locale), &place(*to, locale)])
        }));
        let moves = match self.enter {
            Some(Moves::Corners) => ("Its corners can be moved.", "Sus vértices se pueden mover."),
            Some(Moves::Cut) => ("A straight cut can be drawn.", "Se puede trazar un corte recto."),
            None => ("", ""),
        };
        all.push(told(locale, moves.0, moves.1, &[]));
        joined(&all)
    }

    fn alt_outline(&self, outline: &Outline, locale: Locale) -> String {
        let (en, es) = match outline.corners.len() {
            3 => ("A triangle.", "Un triángulo."),
            4 => ("A shape with 4 sides.", "Una figura de 4 lados."),
            5 => ("A pentagon.", "Un pentágono."),
            6 => ("A hexagon.", "Un hexágono."),
            _ => ("A shape with # sides.", "Una figura de # lados."),
        };
        let shape = told(locale, en, es, &[&outline.corners.len().to_string()]);
        let labels = |texts: &[Text], en: &str, es: &str| {
            let said: Vec<String> =
                texts.iter().map(|text| text.plain(locale)).filter(|words| !words.is_empty()).collect();
            if said.is_empty() { String::new() } else { told(locale, en, es, &[&said.join(", ")]) }
        };
        // Without a grid the places mean nothing; the labels say what is known.
        let corners = if self.grid || outline.sides.is_empty() {
            told(locale, "Corners: #.", "Vértices: #.", &[&places(&outline.corners, locale)])
        } else {
            String::new()
        };
        let right = (0..outline.corners.len()).filter(|k| outline.is_right(*k)).count();
        let squares = match right {
            0 => String::new(),
            1 => told(locale, "1 right angle.", "1 ángulo recto.", &[]),
            _ => told(locale, "# right angles.", "# ángulos rectos.", &[&right.to_string()]),
        };
        joined(&[
            shape,
            corners,
            labels(&outline.sides, "Sides, in order: #.", "Lados, en orden: #."),
            labels(&outline.angles, "Angles, in order: #.", "Ángulos, en orden: #."),
            squares,
        ])
    }
}
