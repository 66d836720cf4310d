//! The coordinate plane. Slots: right and up of each point, in grid steps from the lower left corner; of a region
//! also whether the upper side is shaded and whether the edge is left out.

use super::equation::{self, written_line, written_points};
use super::hand::{Axis, Hand, Handle, Press};
use super::paper::{Anchor, Paper, SQUARE, float, joined, round, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Curve, Draw, Edge, Plane, Point, Relation};
use crate::num::{Rational, math};
use crate::view::words;

const MARGIN: i32 = 190;
const SIDE: f64 = (SQUARE - 2 * MARGIN) as f64;
/// Pieces of a drawn curve.
const PIECES: i32 = 96;

/// From the plane to the paper.
struct Frame {
    left: f64,
    top: f64,
    /// Of x and of y; the same unless one range is much longer.
    scale: (f64, f64),
}

impl Plane {
    fn frame(&self) -> Frame {
        let (across, up) = (float(self.x.1) - float(self.x.0), float(self.y.1) - float(self.y.0));
        let scale = if across > 2.0 * up || up > 2.0 * across {
            (SIDE / across, SIDE / up)
        } else {
            (SIDE / across.max(up), SIDE / across.max(up))
        };
        Frame { left: float(self.x.0), top: float(self.y.1), scale }
    }

    /// Grid steps across and up.
    fn size(&self) -> (i32, i32) {
        let steps = |(from, to): (Rational, Rational), step: Rational| {
            to.minus(from).and_then(|way| way.over(step)).map_or(1, Rational::floor).clamp(1, 40) as i32
        };
        (steps(self.x, self.step.0), steps(self.y, self.step.1))
    }

    fn count(&self) -> usize {
        match self.draw {
            Some(Draw::Point) => 1,
            Some(Draw::Points | Draw::Polygon) => self.count as usize,
            Some(_) => 2,
            None => 0,
        }
    }

    /// The place of grid lines.
    fn place(&self, x: i32, y: i32) -> Point {
        let on = |from: Rational, step: Rational, at: i32| {
            step.times(Rational::integer(at.into())).and_then(|way| from.plus(way)).unwrap_or(from)
        };
        (on(self.x.0, self.step.0, x), on(self.y.0, self.step.1, y))
    }

    /// The grid step of a value, where it is one on the plane.
    fn at(&self, (from, to): (Rational, Rational), step: Rational, value: Rational) -> Option<i32> {
        let steps = value.minus(from)?.over(step)?.as_integer()?;
        (from <= value && value <= to).then_some(steps as i32)
    }

    fn point(&self, hand: &Hand, k: usize) -> Option<Point> {
        Some(self.place(hand.slot(2 * k)?, hand.slot(2 * k + 1)?))
    }

    /// The points that are placed, without repetitions.
    fn placed(&self, hand: &Hand) -> Vec<Point> {
        let mut points = Vec::new();
        for point in (0..self.count()).filter_map(|k| self.point(hand, k)) {
            if !points.contains(&point) {
                points.push(point);
            }
        }
        points
    }

    fn hand_of(&self, points: &[Point]) -> Hand {
        let mut slots = vec![None; 2 * self.count()];
        for (k, (x, y)) in points.iter().take(self.count()).enumerate() {
            if let (Some(x), Some(y)) = (self.at(self.x, self.step.0, *x), self.at(self.y, self.step.1, *y)) {
                slots[2 * k] = Some(x);
                slots[2 * k + 1] = Some(y);
            }
        }
        Hand::of(slots)
    }

    /// The first two grid points of an edge, where both are in sight.
    fn hand_of_edge(&self, edge: Edge) -> Hand {
        let (across, up) = self.size();
        let on = |x: Rational, y: Rational| match edge {
            Edge::Vertical(at) => x == at,
            Edge::Sloped { slope, start } => slope.times(x).and_then(|way| way.plus(start)) == Some(y),
        };
        let mut found = Vec::new();
        for x in 0..=across {
            for y in 0..=up {
                let point = self.place(x, y);
                if on(point.0, point.1) {
                    found.push(point);
                }
            }
        }
        // The y-axis is where children begin.
        found.sort_by_key(|(x, _)| (*x < Rational::ZERO, *x));
        let mut hand = self.hand_of(&found);
        hand.slots.resize(4, None);
        hand
    }

    fn edge(&self, hand: &Hand) -> Option<Edge> {
        let [a, b] = self.placed(hand)[..] else { return None };
        if a.0 == b.0 {
            return Some(Edge::Vertical(a.0));
        }
        let slope = b.1.minus(a.1)?.over(b.0.minus(a.0)?)?;
        Some(Edge::Sloped { slope, start: a.1.minus(slope.times(a.0)?)? })
    }

    /// The top of a parabola and the nearest point of it that lies on the grid.
    fn two_of_parabola(&self, a: Rational, top: Point) -> Vec<Point> {
        let beside = (1..=10).chain(-10..=-1).find_map(|steps| {
            let way = self.step.0.times(Rational::integer(steps))?;
            let point = (top.0.plus(way)?, a.times(way)?.times(way)?.plus(top.1)?);
            self.at(self.x, self.step.0, point.0)?;
            self.at(self.y, self.step.1, point.1)?;
            Some(point)
        });
        std::iter::once(top).chain(beside).collect()
    }

    fn relation(hand: &Hand) -> Relation {
        Relation::of(hand.slot(4) == Some(1), hand.slot(5) == Some(1))
    }

    fn parabola(&self, hand: &Hand) -> Option<Curve> {
        let [top, through] = self.placed(hand)[..] else { return None };
        let way = through.0.minus(top.0)?;
        let a = through.1.minus(top.1)?.over(way.times(way)?)?;
        (a != Rational::ZERO).then_some(Curve::Parabola { a, top })
    }

    /// What the learner has drawn so far.
    fn own(&self, hand: &Hand) -> Option<Curve> {
        let ends = || match self.placed(hand)[..] {
            [a, b] => Some((a, b)),
            _ => None,
        };
        match self.draw? {
            Draw::Line => self.edge(hand).map(Curve::Line),
            Draw::Region => self.edge(hand).map(|edge| Curve::Region(Self::relation(hand), edge)),
            Draw::Ray => ends().map(|(a, b)| Curve::Ray(a, b)),
            Draw::Segment => ends().map(|(a, b)| Curve::Segment(a, b)),
            Draw::Parabola => self.parabola(hand),
            Draw::Point | Draw::Points | Draw::Polygon => None,
        }
    }
}

impl Tool for Plane {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        match self.draw {
            Some(Draw::Line) => equation::line(draft, locale)
                .map_or_else(|| Hand::of(vec![None; 4]), |edge| self.hand_of_edge(edge)),
            Some(Draw::Region) => match equation::region(draft, locale) {
                Some((relation, edge)) => self
                    .hand_of_edge(edge)
                    .with(4, Some(i32::from(relation.is_greater())))
                    .with(5, Some(i32::from(relation.is_strict()))),
                None => Hand::of(vec![None; 6]),
            },
            Some(Draw::Parabola) => match equation::parabola(draft, locale) {
                Some((a, top)) => self.hand_of(&self.two_of_parabola(a, top)),
                None => Hand::of(vec![None; 4]),
            },
            _ => self.hand_of(&equation::points(draft, locale)),
        }
    }

    fn typed(&self, hand: &Hand) -> String {
        let points = self.placed(hand);
        match (self.draw, self.own(hand)) {
            (_, Some(Curve::Line(edge))) => written_line(edge, "="),
            (_, Some(Curve::Region(relation, edge))) => written_line(edge, relation.sign()),
            (_, Some(Curve::Parabola { a, top })) => written_parabola(a, top),
            (Some(Draw::Line | Draw::Region | Draw::Parabola), _) => String::new(),
            _ if points.len() == self.count() => written_points(&points),
            _ => String::new(),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let frame = self.frame();
        let (across, up) = self.size();
        let room = |scale: f64, step: Rational, count: i32| {
            2 * MARGIN + round(scale * float(step) * f64::from(count))
        };
        let mut paper =
            Paper::new(room(frame.scale.0, self.step.0, across), room(frame.scale.1, self.step.1, up));
        if self.axes.is_some() {
            paper.height += 130;
        }
        let own = self.own(look.hand);
        for curve in self.curves.iter().chain(own.iter()) {
            if let Curve::Region(relation, edge) = curve {
                self.draw_region(&mut paper, &frame, *relation, *edge);
            }
        }
        self.draw_grid(&mut paper, &frame, look.locale);
        if self.polygon.len() > 2 {
            let corners: Vec<(i32, i32)> = self.polygon.iter().map(|point| frame.spot(*point)).collect();
            paper.shape("shape", &corners);
        }
        for curve in &self.curves {
            self.draw_curve(&mut paper, &frame, curve, "curve");
        }
        if let Some(own) = &own {
            self.draw_curve(&mut paper, &frame, own, "curve own");
        }
        let placed = self.placed(look.hand);
        if self.draw == Some(Draw::Polygon) && placed.len() > 1 {
            let corners: Vec<(i32, i32)> = placed.iter().map(|point| frame.spot(*point)).collect();
            paper.shape("shape own", &corners);
        }
        for dot in &self.points {
            let (x, y) = frame.spot(dot.at);
            paper.dot("pin given", (x, y), 44);
            if !dot.name.is_empty() {
                paper.words("label halo", x + 90, y - 70, dot.name.clone());
            }
        }
        for k in 0..self.count() {
            if let Some(point) = self.point(look.hand, k) {
                let active = look.active == Some(k) && self.count() > 1;
                paper.dot(
                    if active { "pin active" } else { "pin" },
                    frame.spot(point),
                    if active { 74 } else { 58 },
                );
            }
        }
        let mut drawn = Drawn::paper(paper);
        self.handles(&mut drawn, &frame, look);
        drawn
    }
}

impl Plane {
    fn handles(&self, drawn: &mut Drawn, frame: &Frame, look: Look) {
        let Some(draw) = self.draw else { return };
        let (hand, locale) = (look.hand, look.locale);
        let (across, up) = self.size();
        drawn.note = match draw {
            Draw::Point => words::enter_point(locale).into(),
            Draw::Points | Draw::Polygon => words::enter_points(locale, &self.count().to_string()),
            Draw::Parabola => words::enter_parabola(locale).into(),
            Draw::Ray => words::enter_ray(locale).into(),
            Draw::Line | Draw::Segment | Draw::Region => words::enter_two_points(locale).into(),
        };
        let home = |range, step| self.at(range, step, Rational::ZERO).unwrap_or(0);
        for k in 0..self.count() {
            let spoken = match self.point(hand, k) {
                Some(point) => crate::content::figure::said(point, locale),
                None => words::enter_nothing(locale).into(),
            };
            let column = |x: i32| frame.spot(self.place(x, 0)).0;
            let row = |y: i32| frame.spot(self.place(0, y)).1;
            let (x, y) = (
                Axis::along(2 * k, 0, (0..=across).map(column).collect()),
                Axis::along(2 * k + 1, 0, (0..=up).map(row).collect()),
            );
            let (x, y) = (
                Axis { home: home(self.x, self.step.0), ..x },
                Axis { home: home(self.y, self.step.1), ..y },
            );
            drawn.handles.push(Handle::plane(
                words::figure_point(locale, &(k + 1).to_string()),
                spoken,
                x,
                y,
            ));
        }
        if draw == Draw::Region {
            let relation = Self::relation(hand);
            let turned = self.edge(hand).map(|_| hand.with(4, Some(i32::from(!relation.is_greater()))));
            drawn.presses.push(Press { label: words::figure_other_side(locale).into(), to: turned });
            let label =
                if relation.is_strict() { words::figure_solid(locale) } else { words::figure_dashed(locale) };
            let to = self.edge(hand).map(|_| hand.with(5, Some(i32::from(!relation.is_strict()))));
            drawn.presses.push(Press { label: label.into(), to });
        }
    }

    fn draw_grid(&self, paper: &mut Paper, frame: &Frame, _locale: Locale) {
        let (across, up) = self.size();
        let every = |count: i32| match count {
            0..=12 => 1,
            13..=24 => 2,
            _ => 5,
        };
        let axis = |(from, to): (Rational, Rational)| Rational::ZERO.clamp(from, to);
        let (zero_x, zero_y) = (axis(self.x), axis(self.y));
        let (left, bottom) = frame.spot((self.x.0, self.y.0));
        let (right, top) = frame.spot((self.x.1, self.y.1));
        let origin = frame.spot((zero_x, zero_y));
        let mut lines = String::new();
        for x in 0..=across {
            let spot = frame.spot(self.place(x, 0)).0;
            lines.push_str(&format!("M{spot} {top}V{bottom}"));
        }
        for y in 0..=up {
            let spot = frame.spot(self.place(0, y)).1;
            lines.push_str(&format!("M{left} {spot}H{right}"));
        }
        paper.path("grid-line", lines);
        paper.path("axis thin", format!("M{} {y}H{}", left - 60, right + 90, y = origin.1));
        paper.path("axis thin", format!("M{x} {}V{}", bottom + 60, top - 90, x = origin.0));
        paper.path("axis thin", format!("M{} {}l60 45-60 45", right + 30, origin.1 - 45));
        paper.path("axis thin", format!("M{} {}l45-60 45 60", origin.0 - 45, top - 30));
        match &self.axes {
            Some((x, y)) => {
                paper.label(x, right, origin.1 + 240, Anchor::End);
                paper.label(y, origin.0 + 90, top - 110, Anchor::Start);
            }
            None => {
                paper.words("label small letter", right + 130, origin.1 + 40, "x");
                paper.words("label small letter", origin.0 + 95, top - 40, "y");
            }
        }
        for (count, is_x) in [(across, true), (up, false)] {
            for k in 0..=count {
                let (value, step) =
                    if is_x { (self.place(k, 0).0, self.step.0) } else { (self.place(0, k).1, self.step.1) };
                // Counted from zero, so that zero's neighbours are labelled alike to both sides.
                let steps = value.over(step).map_or(0, Rational::floor);
                if value == Rational::ZERO || steps % every(count) != 0 {
                    continue;
                }
                let written = written_decimal(value).replace('-', "\u{2212}");
                if is_x {
                    paper.words("label small halo", frame.spot((value, zero_y)).0, origin.1 + 125, written);
                } else {
                    let y = frame.spot((zero_x, value)).1;
                    paper.words("label small halo end", origin.0 - 50, y + 40, written);
                }
            }
        }
    }

    /// The part of an edge inside the plane, from one side to the other.
    fn ends_of(&self, edge: Edge) -> Option<[(f64, f64); 2]> {
        let [x0, x1, y0, y1] = [self.x.0, self.x.1, self.y.0, self.y.1].map(float);
        match edge {
            Edge::Vertical(x) => {
                let x = float(x);
                (x0 <= x && x <= x1).then_some([(x, y0), (x, y1)])
            }
            Edge::Sloped { slope, start } => {
                let (slope, start) = (float(slope), float(start));
                let (mut from, mut to) = (x0, x1);
                if slope != 0.0 {
                    let (a, b) = ((y0 - start) / slope, (y1 - start) / slope);
                    from = from.max(a.min(b));
                    to = to.min(a.max(b));
                } else if start < y0 || start > y1 {
                    return None;
                }
                (from < to).then_some([(from, slope * from + start), (to, slope * to + start)])
            }
        }
    }

    fn draw_curve(&self, paper: &mut Paper, frame: &Frame, curve: &Curve, class: &'static str) {
        match curve {
            Curve::Line(edge) => {
                if let Some(ends) = self.ends_of(*edge) {
                    let ends = ends.map(|(x, y)| frame.at(x, y));
                    paper.line(class, ends[0], ends[1]);
                }
            }
            Curve::Region(relation, edge) => {
                let class = match (class, relation.is_strict()) {
                    ("curve", true) => "curve dashed",
                    ("curve", false) => "curve",
                    (_, true) => "curve own dashed",
                    (_, false) => "curve own",
                };
                self.draw_curve(paper, frame, &Curve::Line(*edge), class);
            }
            Curve::Segment(a, b) => {
                paper.line(class, frame.spot(*a), frame.spot(*b));
            }
            Curve::Ray(a, b) => {
                if let Some(end) = self.ray_end(*a, *b) {
                    paper.line(class, frame.spot(*a), frame.at(end.0, end.1));
                }
                paper.dot("pin curve-end", frame.spot(*a), 40);
            }
            Curve::Parabola { a, top } => {
                let (a, h, k) = (float(*a), float(top.0), float(top.1));
                self.draw_function(paper, frame, class, |x| a * (x - h) * (x - h) + k);
            }
            Curve::Exponential { a, base, shift } => {
                let (a, base, shift) = (float(*a), math::ln(float(*base)), float(*shift));
                self.draw_function(paper, frame, class, |x| a * math::exp(base * x) + shift);
            }
        }
    }

    /// Where a ray leaves the plane.
    fn ray_end(&self, a: Point, b: Point) -> Option<(f64, f64)> {
        let (x, y) = (float(a.0), float(a.1));
        let (dx, dy) = (float(b.0) - x, float(b.1) - y);
        let reach = |from: f64, way: f64, (low, high): (Rational, Rational)| {
            if way > 0.0 {
                (float(high) - from) / way
            } else if way < 0.0 {
                (float(low) - from) / way
            } else {
                f64::MAX
            }
        };
        let far = reach(x, dx, self.x).min(reach(y, dy, self.y));
        (far.is_finite() && far < f64::MAX && far > 0.0).then_some((x + dx * far, y + dy * far))
    }

    fn draw_function(&self, paper: &mut Paper, frame: &Frame, class: &'static str, of: impl Fn(f64) -> f64) {
        let [x0, x1, y0, y1] = [self.x.0, self.x.1, self.y.0, self.y.1].map(float);
        let mut run: Vec<(i32, i32)> = Vec::new();
        let mut path = String::new();
        let mut before: Option<(f64, f64)> = None;
        for k in 0..=PIECES {
            let x = x0 + (x1 - x0) * f64::from(k) / f64::from(PIECES);
            let y = of(x);
            let inside = y0 <= y && y <= y1;
            // The last piece on either side is cut where the plane ends.
            if let Some((x_before, y_before)) = before
                && inside != (y0 <= y_before && y_before <= y1)
            {
                let edge = if y.max(y_before) > y1 { y1 } else { y0 };
                let share = (edge - y_before) / (y - y_before);
                run.push(frame.at(x_before + share * (x - x_before), edge));
            }
            if inside {
                run.push(frame.at(x, y));
            } else if !run.is_empty() {
                path.push_str(&joined(&run));
                run.clear();
            }
            before = Some((x, y));
        }
        path.push_str(&joined(&run));
        paper.path(class, path);
    }

    fn draw_region(&self, paper: &mut Paper, frame: &Frame, relation: Relation, edge: Edge) {
        let [x0, x1, y0, y1] = [self.x.0, self.x.1, self.y.0, self.y.1].map(float);
        let far = if relation.is_greater() { (x1, y1) } else { (x0, y0) };
        let corners: Vec<(f64, f64)> = match edge {
            Edge::Vertical(x) => {
                let x = float(x).clamp(x0, x1);
                vec![(x, y0), (x, y1), (far.0, y1), (far.0, y0)]
            }
            Edge::Sloped { slope, start } => {
                let y = |x: f64| float(slope) * x + float(start);
                // Walk along the edge where it is inside, then back along the side that is shaded.
                let mut corners: Vec<(f64, f64)> = Vec::new();
                for k in 0..=PIECES {
                    let x = x0 + (x1 - x0) * f64::from(k) / f64::from(PIECES);
                    corners.push((x, y(x).clamp(y0, y1)));
                }
                corners.extend([(x1, far.1), (x0, far.1)]);
                corners
            }
        };
        let corners: Vec<(i32, i32)> = corners.into_iter().map(|(x, y)| frame.at(x, y)).collect();
        paper.shape("region", &corners);
        paper.shape("hatch", &corners);
    }
}

impl Frame {
    fn at(&self, x: f64, y: f64) -> (i32, i32) {
        (MARGIN + round((x - self.left) * self.scale.0), MARGIN + round((self.top - y) * self.scale.1))
    }

    fn spot(&self, (x, y): Point) -> (i32, i32) {
        self.at(float(x), float(y))
    }
}

/// `y = 2(x - 1)^2 + 3`.
fn written_parabola(a: Rational, (h, k): Point) -> String {
    let square = match h {
        Rational::ZERO => "x^2".into(),
        h => format!("(x{})^2", equation::added(h.negated().unwrap_or(h))),
    };
    let factor = match a {
        Rational::ONE => String::new(),
        a if a == Rational::integer(-1) => "-".into(),
        a if a.is_integer() => a.to_string(),
        a if a < Rational::ZERO => format!("-({}/{})", a.num().unsigned_abs(), a.den()),
        a => format!("({a})"),
    };
    ["y = ", &factor, &square, &equation::added(k)].concat()
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::super::{start, typed};
    use super::*;
    use crate::content::Figure;

    fn plane(draw: Draw) -> Figure {
        let ten = Rational::integer(10);
        Figure::Plane(Plane { draw: Some(draw), ..Plane::new(ten.negated().expect("-10"), ten) })
    }

    #[test]
    fn a_point_is_placed_by_arrows_from_the_origin() {
        let keys = [(0, "ArrowRight"), (0, "ArrowRight"), (0, "ArrowRight"), (0, "ArrowDown"), (0, "End")];
        walk(&plane(Draw::Point), "", &keys, &["(0, 0)", "(1, 0)", "(2, 0)", "(2, -1)", "(10, -1)"]);
        walk(&plane(Draw::Point), "(2, -3)", &[(0, "ArrowUp")], &["(2, -2)"]);
    }

    #[test]
    fn two_points_make_a_line() {
        let keys = [
            (0, "ArrowUp"),
            (0, "ArrowDown"),
            (1, "ArrowRight"),
            (1, "ArrowRight"),
            (1, "ArrowUp"),
            (1, "ArrowLeft"),
        ];
        walk(&plane(Draw::Line), "", &keys, &["", "", "x = 0", "y = x - 1", "y = 2x - 1", "x = 0"]);
        walk(&plane(Draw::Line), "y = 2x - 4", &[(1, "ArrowUp")], &["y = 3x - 4"]);
        walk(&plane(Draw::Line), "4 = 2x - y", &[(0, "ArrowUp")], &["y = x - 3"]);
    }

    #[test]
    fn what_is_drawn_reads_back_as_it_was_typed() {
        let check = |draw: Draw, text: &str| {
            let figure = plane(draw);
            assert_eq!(typed(&figure, &start(&figure, text, Locale::En)), text);
        };
        check(Draw::Line, "y = (1/2)x + 3");
        check(Draw::Line, "x = -4");
        check(Draw::Region, "y < -2x + 1");
        check(Draw::Region, "x >= 3");
        check(Draw::Segment, "{(0, 0), (2, 1)}");
        check(Draw::Parabola, "y = -(1/2)(x - 1)^2 + 3");
        check(Draw::Parabola, "y = x^2");
        check(Draw::Point, "(2, -3)");
    }

    #[test]
    fn a_region_has_a_side_and_an_edge_that_belongs_to_it_or_not() {
        let keys = [(0, "!Shade the other side"), (0, "!Make the line dashed"), (0, "!Make the line solid")];
        walk(&plane(Draw::Region), "y <= x + 1", &keys, &["y >= x + 1", "y > x + 1", "y >= x + 1"]);
    }

    #[test]
    fn a_parabola_is_its_top_and_one_more_point() {
        let integer = Rational::integer;
        assert_eq!(written_parabola(integer(2), (integer(1), integer(3))), "y = 2(x - 1)^2 + 3");
        assert_eq!(written_parabola(integer(-1), (integer(0), integer(-3))), "y = -x^2 - 3");
        let keys = [(0, "ArrowUp"), (1, "ArrowUp"), (1, "ArrowUp"), (1, "ArrowRight")];
        walk(&plane(Draw::Parabola), "", &keys, &["", "", "", "y = x^2"]);
    }
}
