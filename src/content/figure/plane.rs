//! The coordinate plane: points, polygons, lines, rays, parabolas, exponentials and regions.
//!
//! ```toml
//! figure = { plane = "-10..10", y = "-6..6", step = "1", points = [["2", "3"]], names = ["A"], polygon = [...] }
//! figure = { plane = "-10..10", curves = [["line", "m", "b"], ["region", "<", "m", "b"]] }
//! figure = { plane = "-10..10", draw = "line", enter = true }
//! ```
//! `plane` is the range of x, and of y where `y` is not there; `step` the distance of grid lines, or `["1", "10"]`
//! for x and y, `axes` what they stand for (`["hours", "pages"]`: a scatter plot). `curves`: `["line", m, b]`, `["vertical", x]`,
//! `["ray", x1, y1, x2, y2]`, `["segment", x1, y1, x2, y2]`, `["parabola", a, h, k]` for y = a(x - h)^2 + k,
//! `["exponential", a, b, k]` for y = a b^x + k, `["region", "<", m, b]` or `["region", "<", "x", c]`.
//! `draw` says what the learner makes of points on the grid, and what is typed: `point` `(2, 3)`; `points` and
//! `polygon` with `count` of them `{(1, 2), (3, 4)}`; `line` `y = 2x - 4`; `segment` and `ray` two points
//! `{(0, 0), (2, 1)}`, the ray from the first; `parabola` `y = 2(x - 1)^2 + 3`; `region` `y <= 2x - 4`.

use super::super::text::Text;
use super::given::{Given, Table, counted};
use super::say::{joined, place, places, told, value};
use super::{Fault, Point, fault, point};
use crate::notation::Locale;
use crate::num::Rational;

const MOST_LINES: i64 = 40;

#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    pub x: (Rational, Rational),
    pub y: (Rational, Rational),
    /// Distance between grid lines, of x and of y.
    pub step: (Rational, Rational),
    pub points: Vec<Dot>,
    pub polygon: Vec<Point>,
    pub curves: Vec<Curve>,
    /// What x and y stand for, where that is said.
    pub axes: Option<(Text, Text)>,
    /// What the learner draws.
    pub draw: Option<Draw>,
    /// How many points the learner places, where `draw` does not say.
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub at: Point,
    /// A letter, or nothing.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edge {
    Sloped { slope: Rational, start: Rational },
    Vertical(Rational),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Less,
    AtMost,
    Greater,
    AtLeast,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Curve {
    Line(Edge),
    Ray(Point, Point),
    Segment(Point, Point),
    /// y = a (x - h)^2 + k.
    Parabola {
        a: Rational,
        top: Point,
    },
    /// y = a b^x + k.
    Exponential {
        a: Rational,
        base: Rational,
        shift: Rational,
    },
    /// y (or x, for a vertical edge) stands in this relation to the edge.
    Region(Relation, Edge),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    Point,
    Points,
    Polygon,
    Line,
    Ray,
    Segment,
    Parabola,
    Region,
}

impl Relation {
    pub fn read(sign: &str) -> Option<Self> {
        Some(match sign {
            "<" => Self::Less,
            "<=" | "≤" => Self::AtMost,
            ">" => Self::Greater,
            ">=" | "≥" => Self::AtLeast,
            _ => return None,
        })
    }

    /// As it is typed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }

    /// The edge does not belong to the region.
    pub fn is_strict(self) -> bool {
        matches!(self, Self::Less | Self::Greater)
    }

    pub fn is_greater(self) -> bool {
        matches!(self, Self::Greater | Self::AtLeast)
    }

    pub fn of(greater: bool, strict: bool) -> Self {
        match (greater, strict) {
            (false, true) => Self::Less,
            (false, false) => Self::AtMost,
            (true, true) => Self::Greater,
            (true, false) => Self::AtLeast,
        }
    }
}

impl Plane {
    /// An empty plane of the same range both ways.
    pub fn new(from: Rational, to: Rational) -> Self {
        Self {
            x: (from, to),
            y: (from, to),
            step: (Rational::ONE, Rational::ONE),
            points: Vec::new(),
            polygon: Vec::new(),
            curves: Vec::new(),
            axes: None,
            draw: None,
            count: 1,
        }
    }

    pub fn of(given: &Table) -> Result<Self, Fault> {
        let x = given.range("plane")?;
        let y = if given.get("y").is_some() { given.range("y")? } else { x };
        let step = match given.list("step") {
            [x, y] => (x.number()?, y.number()?),
            _ => given.number("step").map(|step| step.unwrap_or(Rational::ONE)).map(|step| (step, step))?,
        };
        let fits = |(from, to): (Rational, Rational), step: Rational| {
            if step <= Rational::ZERO {
                return false;
            }
            let lines = to.minus(from).and_then(|way| way.over(step));
            lines.is_some_and(|lines| lines.is_integer() && (1..=MOST_LINES).contains(&lines.floor()))
        };
        if !fits(x, step.0) || !fits(y, step.1) {
            return Err(fault(what!(
                "a plane has too many lines, or none",
                "a plane has from 1 to {MOST_LINES} whole steps each way"
            )));
        }
        let names = given.texts("names");
        let dot = |(k, at): (usize, &Given)| {
            let name = names.get(k).map(Text::print).unwrap_or_default();
            Ok(Dot { at: point(at)?, name })
        };
        let draw = if given.is("enter") { Some(draw(given.word("draw"))) } else { None };
        Ok(Self {
            x,
            y,
            step,
            points: counted(
                given.list("points").iter().enumerate().map(dot).collect::<Result<_, _>>()?,
                0,
                40,
                "points",
            )?,
            polygon: given.list("polygon").iter().map(point).collect::<Result<_, _>>()?,
            curves: given.list("curves").iter().map(Curve::of).collect::<Result<_, _>>()?,
            axes: <[Text; 2]>::try_from(given.texts("axes")).ok().map(|[x, y]| (x, y)),
            draw,
            count: given.get("count").map_or(Ok(1), |count| count.whole(1, 12))? as u32,
        })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let ends = [self.x.0, self.x.1, self.y.0, self.y.1].map(|end| value(end, locale));
        let mut all = vec![told(
            locale,
            "A coordinate plane, x from # to #, y from # to #.",
            "Un plano de coordenadas, x de # a #, y de # a #.",
            &[&ends[0], &ends[1], &ends[2], &ends[3]],
        )];
        if let Some((x, y)) = &self.axes {
            let (x, y) = (x.plain(locale), y.plain(locale));
            let (en, es) = ("Along x: #. Along y: #.", "A lo largo de x: #. A lo largo de y: #.");
            all.push(told(locale, en, es, &[&x, &y]));
        }
        all.extend(self.points.iter().map(|dot| {
            let at = place(dot.at, locale);
            if dot.name.is_empty() {
                told(locale, "A point at #.", "Un punto en #.", &[&at])
            } else {
                told(locale, "Point # at #.", "El punto # en #.", &[&dot.name, &at])
            }
        }));
        if !self.polygon.is_empty() {
            let corners = places(&self.polygon, locale);
            all.push(told(locale, "A polygon with corners #.", "Un polígono con vértices #.", &[&corners]));
        }
        all.extend(self.curves.iter().map(|curve| curve.alt(locale)));
        if self.draw.is_some() {
            all.push(told(locale, "Ready to be drawn on.", "Para dibujar en él.", &[]));
        }
        joined(&all)
    }
}

fn draw(word: Option<&str>) -> Draw {
    match word {
        Some("points") => Draw::Points,
        Some("polygon") => Draw::Polygon,
        Some("line") => Draw::Line,
        Some("ray") => Draw::Ray,
        Some("segment") => Draw::Segment,
        Some("parabola") => Draw::Parabola,
        Some("region") => Draw::Region,
        _ => Draw::Point,
    }
}

impl Curve {
    fn of(given: &Given) -> Result<Self, Fault> {
        let wrong = || fault(what!("this is no curve", "a curve is written as in [\"line\", \"2\", \"-1\"]"));
        let [Given::Word(kind), rest @ ..] = given.list() else { return Err(wrong()) };
        if kind == "region" {
            return Self::region(rest).unwrap_or_else(|| Err(wrong()));
        }
        let numbers = rest.iter().map(Given::number).collect::<Result<Vec<_>, _>>()?;
        Ok(match (&**kind, &numbers[..]) {
            ("line", [slope, start]) => Self::Line(Edge::Sloped { slope: *slope, start: *start }),
            ("vertical", [x]) => Self::Line(Edge::Vertical(*x)),
            ("ray", [a, b, c, d]) => Self::Ray((*a, *b), (*c, *d)),
            ("segment", [a, b, c, d]) => Self::Segment((*a, *b), (*c, *d)),
            ("parabola", [a, h, k]) => Self::Parabola { a: *a, top: (*h, *k) },
            ("exponential", [a, base, shift]) if *base > Rational::ZERO => {
                Self::Exponential { a: *a, base: *base, shift: *shift }
            }
            _ => return Err(wrong()),
        })
    }

    fn region(rest: &[Given]) -> Option<Result<Self, Fault>> {
        let [Given::Word(sign), first, second] = rest else { return None };
        let relation = Relation::read(sign)?;
        let edge = || {
            Ok(match first {
                Given::Word(x) if x == "x" => Edge::Vertical(second.number()?),
                slope => Edge::Sloped { slope: slope.number()?, start: second.number()? },
            })
        };
        Some(edge().map(|edge| Self::Region(relation, edge)))
    }

    /// Where it runs, by points to be read off; never its equation.
    fn alt(&self, locale: Locale) -> String {
        match self {
            Self::Line(edge) => {
                let (a, b) = edge.two_points();
                let (en, es) = ("A line through # and #.", "Una recta por # y #.");
                told(locale, en, es, &[&place(a, locale), &place(b, locale)])
            }
            Self::Ray(a, b) => {
                let (en, es) = ("A ray from # through #.", "Una semirrecta desde # por #.");
                told(locale, en, es, &[&place(*a, locale), &place(*b, locale)])
            }
            Self::Segment(a, b) => {
                let (en, es) = ("A segment from # to #.", "Un segmento de # a #.");
                told(locale, en, es, &[&place(*a, locale), &place(*b, locale)])
            }
            Self::Parabola { a, top } => {
                let (en, es) = if *a > Rational::ZERO {
                    (
                        "A parabola that opens up, with its lowest point at #, through #.",
                        "Una parábola que abre hacia arriba, con su punto más bajo en #, que pasa por #.",
                    )
                } else {
                    (
                        "A parabola that opens down, with its highest point at #, through #.",
                        "Una parábola que abre hacia abajo, con su punto más alto en #, que pasa por #.",
                    )
                };
                let beside = top.0.plus(Rational::ONE).zip(top.1.plus(*a)).unwrap_or(*top);
                told(locale, en, es, &[&place(*top, locale), &place(beside, locale)])
            }
            Self::Exponential { a, base, shift } => {
                let at = |factor: Rational| a.times(factor).and_then(|y| y.plus(*shift)).unwrap_or(*shift);
                let points = [(Rational::ZERO, at(Rational::ONE)), (Rational::ONE, at(*base))];
                let (en, es) = (
                    "A curve through #, ever flatter to one side.",
                    "Una curva por #, cada vez más plana hacia un lado.",
                );
                told(locale, en, es, &[&places(&points, locale)])
            }
            Self::Region(relation, edge) => {
                let (a, b) = edge.two_points();
                let (en, es) = match (edge, relation.is_greater()) {
                    (Edge::Sloped { .. }, true) => ("above", "por encima"),
                    (Edge::Sloped { .. }, false) => ("below", "por debajo"),
                    (Edge::Vertical(_), true) => ("to the right of", "a la derecha"),
                    (Edge::Vertical(_), false) => ("to the left of", "a la izquierda"),
                };
                let side = told(locale, en, es, &[]);
                let (en, es) = if relation.is_strict() {
                    (
                        "A dashed line through # and #; the part # it is shaded.",
                        "Una recta discontinua por # y #; está sombreada la parte # de ella.",
                    )
                } else {
                    (
                        "A solid line through # and #; the part # it is shaded.",
                        "Una recta continua por # y #; está sombreada la parte # de ella.",
                    )
                };
                told(locale, en, es, &[&place(a, locale), &place(b, locale), &side])
            }
        }
    }
}

impl Edge {
    /// Two points of it that are easy to read off.
    pub fn two_points(&self) -> (Point, Point) {
        match *self {
            Self::Vertical(x) => ((x, Rational::ZERO), (x, Rational::ONE)),
            Self::Sloped { slope, start } => {
                let right = Rational::integer(slope.den());
                let up = start.plus(Rational::integer(slope.num())).unwrap_or(start);
                ((Rational::ZERO, start), (right, up))
            }
        }
    }
}
