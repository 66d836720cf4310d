//! Flat shapes. Slots: right and up of each corner, or of both ends of a cut, in whole units.

use super::equation::{points, written_point, written_points};
use super::hand::{Axis, Hand, Handle};
use super::paper::{Anchor, Paper, SQUARE, float, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Moves, Outline, Point, Polygons, said};
use crate::num::Rational;
use crate::view::words;

/// Higher drawings would push the answer off a small screen.
const HIGHEST: f64 = 1900.0;

/// The part of the plane that is drawn.
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    scale: f64,
    /// Room beside and over it, for labels.
    beside: f64,
    over: f64,
}

impl Polygons {
    /// The outlines as they stand: the first one as the learner moved it.
    fn outlines(&self, hand: &Hand) -> Vec<Outline> {
        let mut outlines = self.outlines.clone();
        if let Some(first) = outlines.first_mut().filter(|_| self.enter == Some(Moves::Corners)) {
            for (k, corner) in first.corners.iter_mut().enumerate() {
                if let (Some(x), Some(y)) = (hand.slot(2 * k), hand.slot(2 * k + 1)) {
                    *corner = (Rational::integer(x.into()), Rational::integer(y.into()));
                }
            }
        }
        outlines
    }

    /// Room for everything as the question shows it, and for moving corners about.
    fn frame(&self) -> Frame {
        let mut spots: Vec<(f64, f64)> =
            self.outlines.iter().flat_map(|outline| &outline.corners).map(|point| flat(*point)).collect();
        spots.extend(self.cuts.iter().flat_map(|(a, b)| [flat(*a), flat(*b)]));
        if let Some((middle, radius, _)) = &self.circle {
            let ((x, y), r) = (flat(*middle), float(*radius));
            spots.extend([(x - r, y - r), (x + r, y + r)]);
        }
        let least = |of: fn(&(f64, f64)) -> f64| spots.iter().map(of).fold(f64::MAX, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| spots.iter().map(of).fold(f64::MIN, f64::max);
        let (mut left, mut right) = (least(|spot| spot.0), most(|spot| spot.0));
        let (mut bottom, mut top) = (least(|spot| spot.1), most(|spot| spot.1));
        if self.enter.is_some() {
            (left, bottom) = ((left - 2.0).floor(), (bottom - 2.0).floor());
            (right, top) = ((right + 2.0).ceil(), (top + 2.0).ceil());
        } else if self.grid {
            (left, bottom, right, top) = (left.floor(), bottom.floor(), right.ceil(), top.ceil());
        }
        let labels = self.outlines.iter().flat_map(|outline| &outline.sides);
        let widest = labels.map(Paper::label_width).max().map_or(0, |width| width + 40);
        let (beside, over) = (f64::from(100 + widest), if widest > 0 { 220.0 } else { 100.0 });
        let room = f64::from(SQUARE) - 2.0 * beside;
        let scale = (room / (right - left).max(0.1)).min((HIGHEST - 2.0 * over) / (top - bottom).max(0.1));
        Frame { left, top, right, bottom, scale, beside, over }
    }
}

impl Frame {
    fn at(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (round(self.beside + (x - self.left) * self.scale), round(self.over + (self.top - y) * self.scale))
    }

    fn spot(&self, point: Point) -> (i32, i32) {
        self.at(flat(point))
    }

    /// A point of the grid in sight, in whole units.
    fn unit(&self, (x, y): Point) -> Option<(i32, i32)> {
        let whole = |value: Rational| i32::try_from(value.as_integer()?).ok();
        let (x, y) = (whole(x)?, whole(y)?);
        let within = |at: i32, from: f64, to: f64| (from..=to).contains(&f64::from(at));
        (within(x, self.left, self.right) && within(y, self.bottom, self.top)).then_some((x, y))
    }
}

fn flat((x, y): Point) -> (f64, f64) {
    (float(x), float(y))
}

impl Tool for Polygons {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let read = points(draft, locale);
        let Some((first, moves)) = self.outlines.first().zip(self.enter) else { return Hand::default() };
        if moves == Moves::Cut {
            let seen = read.iter().take(2).filter_map(|point| self.frame().unit(*point));
            let mut hand = Hand::of(seen.flat_map(|(x, y)| [Some(x), Some(y)]).collect());
            hand.slots.resize(4, None);
            return hand;
        }
        let corners = if read.len() == first.corners.len() { &read } else { &first.corners };
        let whole = |value: Rational| value.as_integer().and_then(|value| i32::try_from(value).ok());
        Hand::of(corners.iter().flat_map(|(x, y)| [whole(*x), whole(*y)]).collect())
    }

    fn typed(&self, hand: &Hand) -> String {
        if self.enter == Some(Moves::Cut) {
            return self.own_cut(hand).map(|ends| written_points(&ends)).unwrap_or_default();
        }
        let outlines = self.outlines(hand);
        let corners = outlines.first().map(|first| &first.corners).into_iter().flatten();
        corners.map(|corner| written_point(*corner)).collect::<Vec<_>>().join(", ")
    }

    fn drawn(&self, look: Look) -> Drawn {
        let frame = self.frame();
        let (right, bottom) = frame.at((frame.right, frame.bottom));
        let mut paper = Paper::new(right + round(frame.beside), bottom + round(frame.over));
        if self.grid {
            draw_grid(&mut paper, &frame);
        }
        if let Some((middle, radius, label)) = &self.circle {
            let ((x, y), r) = (frame.spot(*middle), round(float(*radius) * frame.scale));
            paper.dot("shape", (x, y), r);
            paper.line("measure", (x, y), (x + r, y));
            paper.dot("spot", (x, y), 26);
            paper.label(label, x + r / 2, y - 110, Anchor::Middle);
        }
        let outlines = self.outlines(look.hand);
        for (k, outline) in outlines.iter().enumerate() {
            draw_outline(&mut paper, &frame, outline);
            // Many shapes are spoken of by number.
            if outlines.len() > 2 {
                let spots: Vec<(i32, i32)> =
                    outline.corners.iter().map(|corner| frame.spot(*corner)).collect();
                let count = spots.len().max(1) as i32;
                let (x, y) = spots.iter().fold((0, 0), |(x, y), spot| (x + spot.0, y + spot.1));
                paper.words("label halo", x / count, y / count + 55, (k + 1).to_string());
            }
        }
        for (from, to) in &self.cuts {
            paper.line("cut", frame.spot(*from), frame.spot(*to));
        }
        if let Some([from, to]) = self.own_cut(look.hand) {
            paper.line("cut own", frame.spot(from), frame.spot(to));
        }
        let mut drawn = Drawn::paper(paper);
        match (self.enter, outlines.first()) {
            (Some(Moves::Corners), Some(first)) => {
                drawn.note = words::enter_corners(look.locale).into();
                for (k, corner) in first.corners.iter().enumerate() {
                    let name = words::figure_corner(look.locale, &(k + 1).to_string());
                    movable(&mut drawn, &frame, (k, name), Some(*corner), look);
                }
            }
            (Some(Moves::Cut), _) => {
                drawn.note = words::enter_cut(look.locale).into();
                for k in 0..2 {
                    let name = words::figure_cut_end(look.locale, &(k + 1).to_string());
                    movable(&mut drawn, &frame, (k, name), placed(look.hand, k), look);
                }
            }
            _ => {}
        }
        drawn
    }
}

impl Polygons {
    /// The learner's cut, once both of its ends are somewhere and not in the same place.
    fn own_cut(&self, hand: &Hand) -> Option<[Point; 2]> {
        let ends = [placed(hand, 0)?, placed(hand, 1)?];
        (self.enter == Some(Moves::Cut) && ends[0] != ends[1]).then_some(ends)
    }
}

/// The point in the slots of this handle.
fn placed(hand: &Hand, k: usize) -> Option<Point> {
    let whole = |slot: usize| hand.slot(slot).map(|at| Rational::integer(at.into()));
    Some((whole(2 * k)?, whole(2 * k + 1)?))
}

/// A point on the grid that can be moved: its pin, once it is somewhere, and its handle.
fn movable(drawn: &mut Drawn, frame: &Frame, (k, name): (usize, String), at: Option<Point>, look: Look) {
    let axis = |slot: usize, from: f64, to: f64, across: bool| {
        let (from, to) = (from as i32, to as i32);
        let stop = |at: i32| {
            let spot = frame.at((f64::from(at), f64::from(at)));
            if across { spot.0 } else { spot.1 }
        };
        Axis { home: (from + to) / 2, ..Axis::along(slot, from, (from..=to).map(stop).collect()) }
    };
    if let (super::Body::Paper(paper), Some(at)) = (&mut drawn.body, at) {
        let active = look.active == Some(k);
        paper.dot(if active { "pin active" } else { "pin" }, frame.spot(at), if active { 74 } else { 58 });
    }
    let spoken = match at {
        Some(at) => said(at, look.locale),
        None => words::enter_nothing(look.locale).into(),
    };
    let across = axis(2 * k, frame.left, frame.right, true);
    let down = axis(2 * k + 1, frame.bottom, frame.top, false);
    drawn.handles.push(Handle::plane(name, spoken, across, down));
}

fn draw_grid(paper: &mut Paper, frame: &Frame) {
    let mut lines = String::new();
    let ((left, top), (right, bottom)) =
        (frame.at((frame.left, frame.top)), frame.at((frame.right, frame.bottom)));
    for x in frame.left as i32..=frame.right as i32 {
        lines.push_str(&format!("M{} {top}V{bottom}", frame.at((f64::from(x), 0.0)).0));
    }
    for y in frame.bottom as i32..=frame.top as i32 {
        lines.push_str(&format!("M{left} {}H{right}", frame.at((0.0, f64::from(y))).1));
    }
    paper.path("grid-line", lines);
}

fn draw_outline(paper: &mut Paper, frame: &Frame, outline: &Outline) {
    let count = outline.corners.len();
    let spots: Vec<(i32, i32)> = outline.corners.iter().map(|corner| frame.spot(*corner)).collect();
    paper.shape("shape", &spots);
    let spot = |k: usize| (f64::from(spots[k % count].0), f64::from(spots[k % count].1));
    let middle = {
        let (x, y) = (0..count).map(spot).fold((0.0, 0.0), |sum, spot| (sum.0 + spot.0, sum.1 + spot.1));
        (x / count as f64, y / count as f64)
    };
    for k in 0..count {
        if outline.is_right(k) {
            let (a, b) = (toward(spot(k), spot(k + count - 1), 130.0), toward(spot(k), spot(k + 1), 130.0));
            let corner = (a.0 + b.0 - spot(k).0, a.1 + b.1 - spot(k).1);
            let corners = [a, corner, b].map(|(x, y)| (round(x), round(y)));
            paper.path("corner", super::paper::joined(&corners));
        }
        if let Some(label) = outline.angles.get(k).filter(|label| !label.is_empty()) {
            let (x, y) = inside_corner(spot(k), spot(k + count - 1), spot(k + 1));
            paper.label(label, round(x), round(y), Anchor::Middle);
        }
        if let Some(label) = outline.sides.get(k).filter(|label| !label.is_empty()) {
            draw_side_label(paper, label, spot(k), spot(k + 1), middle);
        }
    }
}

/// Where an angle's label has room between its two sides: the sharper the angle, the further in.
fn inside_corner(at: (f64, f64), before: (f64, f64), after: (f64, f64)) -> (f64, f64) {
    let unit = |to: (f64, f64)| {
        let end = toward(at, to, 1.0);
        (end.0 - at.0, end.1 - at.1)
    };
    let (a, b) = (unit(before), unit(after));
    // Half of the angle by its cosine.
    let half = ((1.0 - (a.0 * b.0 + a.1 * b.1)) / 2.0).sqrt().max(0.2);
    let middle = (at.0 + a.0 + b.0, at.1 + a.1 + b.1);
    toward(at, middle, (150.0 / half).clamp(200.0, 520.0))
}

/// Outside the shape, beside the middle of the side.
fn draw_side_label(
    paper: &mut Paper,
    label: &crate::content::Text,
    a: (f64, f64),
    b: (f64, f64),
    middle: (f64, f64),
) {
    let half = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let (mut nx, mut ny) = (dy / length, -dx / length);
    if nx * (half.0 - middle.0) + ny * (half.1 - middle.1) < 0.0 {
        (nx, ny) = (-nx, -ny);
    }
    let (x, y) = (half.0 + nx * 70.0, half.1 + ny * 110.0);
    let anchor = match nx {
        nx if nx > 0.3 => Anchor::Start,
        nx if nx < -0.3 => Anchor::End,
        _ => Anchor::Middle,
    };
    paper.label(label, round(x), round(y), anchor);
}

/// So far from one place to another.
fn toward(from: (f64, f64), to: (f64, f64), way: f64) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    (from.0 + dx / length * way, from.1 + dy / length * way)
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn corners_move_on_the_grid_and_type_the_shape() {
        let corners = [(0, 0), (4, 0), (0, 3)].map(|(x, y)| (Rational::integer(x), Rational::integer(y)));
        let outline = Outline { corners: corners.into(), ..Outline::default() };
        let figure = Figure::Polygons(Polygons {
            outlines: vec![outline],
            grid: true,
            enter: Some(Moves::Corners),
            ..Polygons::default()
        });
        walk(
            &figure,
            "",
            &[(1, "ArrowRight"), (2, "ArrowUp"), (2, "ArrowUp")],
            &["(0, 0), (5, 0), (0, 3)", "(0, 0), (5, 0), (0, 4)", "(0, 0), (5, 0), (0, 5)"],
        );
        walk(&figure, "(1, 1), (4, 0), (0, 3)", &[(0, "ArrowDown")], &["(1, 0), (4, 0), (0, 3)"]);
    }

    #[test]
    fn a_cut_is_drawn_from_one_place_of_the_grid_to_another() {
        let corners = [(0, 0), (8, 0), (8, 3), (5, 3), (5, 6), (0, 6)]
            .map(|(x, y)| (Rational::integer(x), Rational::integer(y)));
        let outline = Outline { corners: corners.into(), ..Outline::default() };
        let figure = Figure::Polygons(Polygons {
            outlines: vec![outline],
            grid: true,
            enter: Some(Moves::Cut),
            ..Polygons::default()
        });
        walk(
            &figure,
            "",
            &[(0, "ArrowUp"), (0, "ArrowUp"), (1, "ArrowUp"), (1, "ArrowDown")],
            &["", "", "{(4, 4), (4, 3)}", "{(4, 4), (4, 2)}"],
        );
        walk(&figure, "(5, 0), (5, 2)", &[(1, "ArrowUp")], &["{(5, 0), (5, 3)}"]);
    }
}
