//! Solids, seen from above to the side. Slots of a built box: long, wide, high.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Anchor, Paper, SQUARE, float, number as math, round};
use super::{Drawn, Look, Tool};
use crate::content::figure::{Form, Solid};
use crate::content::{Locale, Text};
use crate::num::Rational;
use crate::view::words;

const MARGIN: f64 = 420.0;
const HIGHEST: f64 = 1700.0;

/// A place in space: right, back, up.
type Place = (f64, f64, f64);

/// Oblique projection: what goes back goes right and up on the paper, shortened.
struct Frame {
    scale: f64,
    /// Height of the drawing, from the ground.
    ground: f64,
}

const BACK: (f64, f64) = (0.45, 0.35);

impl Frame {
    /// Room for a box so long, wide and high.
    fn of(long: f64, wide: f64, high: f64) -> Self {
        let (across, up) = (long + wide * BACK.0, high + wide * BACK.1);
        let scale = ((f64::from(SQUARE) - 2.0 * MARGIN) / across).min((HIGHEST - 2.0 * 200.0) / up);
        Self { scale, ground: 200.0 + up * scale }
    }

    fn at(&self, (x, y, z): Place) -> (i32, i32) {
        let across = x + y * BACK.0;
        let up = z + y * BACK.1;
        (round(MARGIN + across * self.scale), round(self.ground - up * self.scale))
    }

    fn paper(&self) -> Paper {
        Paper::new(SQUARE, round(self.ground) + 260)
    }
}

impl Solid {
    /// The measures as they stand: of a built box, those of the learner.
    fn built(&self, hand: &Hand) -> Option<[i32; 3]> {
        Some([hand.slot(0)?, hand.slot(1)?, hand.slot(2)?])
    }

    fn labels(&self) -> Vec<Text> {
        let own = |(k, measure): (usize, Rational)| match self.labels.get(k) {
            Some(label) => label.clone(),
            None => Text::maths(math(measure, true)),
        };
        self.form.measures().into_iter().enumerate().map(own).collect()
    }
}

impl Tool for Solid {
    fn start(&self, _draft: &str, _locale: Locale) -> Hand {
        // How many cubes there are does not tell how they lie.
        Hand::of(if self.enter { vec![Some(1); 3] } else { Vec::new() })
    }

    fn typed(&self, hand: &Hand) -> String {
        self.built(hand).map_or(String::new(), |[long, wide, high]| (long * wide * high).to_string())
    }

    fn drawn(&self, look: Look) -> Drawn {
        let labels = self.labels();
        let label = |k: usize| labels.get(k).cloned().unwrap_or_default();
        let mut drawn = match &self.form {
            Form::Box { long, wide, high } => {
                let room = [*long, *wide, *high].map(float);
                let frame = Frame::of(room[0], room[1], room[2]);
                let mut paper = frame.paper();
                let size = match self.built(look.hand).filter(|_| self.enter) {
                    Some(size) => size.map(f64::from),
                    None => room,
                };
                let labels = if self.enter {
                    size.map(|side| Text::maths(math(Rational::integer(side as i64), false)))
                } else {
                    [label(0), label(1), label(2)]
                };
                draw_box(&mut paper, &frame, (0.0, 0.0, 0.0), size, self.cubes);
                label_box(&mut paper, &frame, size, &labels);
                Drawn::paper(paper)
            }
            Form::Stack(rows) => Drawn::paper(stack(rows)),
            Form::Prism { base, high, long } => {
                Drawn::paper(prism([*base, *high, *long].map(float), &labels))
            }
            Form::Pyramid { base, high } => Drawn::paper(pyramid(float(*base), float(*high), &labels)),
            Form::Cylinder { radius, high } => {
                Drawn::paper(round_solid(float(*radius), float(*high), false, &labels))
            }
            Form::Cone { radius, high } => {
                Drawn::paper(round_solid(float(*radius), float(*high), true, &labels))
            }
            Form::Sphere { .. } => Drawn::paper(sphere(&label(0))),
        };
        if self.enter {
            let locale = look.locale;
            drawn.note = words::enter_box(locale).into();
            let names = [words::figure_long(locale), words::figure_wide(locale), words::figure_high(locale)];
            for (slot, (name, most)) in names.into_iter().zip(self.form.measures()).enumerate() {
                let axis = Axis::steps(slot, 1, most.floor().clamp(1, 12) as i32);
                let spoken = look.hand.slot(slot).unwrap_or(1).to_string();
                drawn.handles.push(Handle::beside(name, spoken, axis, locale));
            }
        }
        drawn
    }
}

/// The three faces that are seen, cut into unit squares or not.
fn draw_box(paper: &mut Paper, frame: &Frame, (x, y, z): Place, [long, wide, high]: [f64; 3], cubes: bool) {
    let (right, back, top) = (x + long, y + wide, z + high);
    let face = |corners: [Place; 4]| corners.map(|corner| frame.at(corner));
    paper.shape("face front", &face([(x, y, z), (right, y, z), (right, y, top), (x, y, top)]));
    paper.shape("face top", &face([(x, y, top), (right, y, top), (right, back, top), (x, back, top)]));
    paper.shape("face side", &face([(right, y, z), (right, back, z), (right, back, top), (right, y, top)]));
    if !cubes {
        return;
    }
    let mut lines = String::new();
    let mut cut = |a: Place, b: Place, c: Place| {
        lines.push_str(&super::paper::joined(&[a, b, c].map(|place| frame.at(place))))
    };
    for k in 1..long as i32 {
        let at = x + f64::from(k);
        cut((at, y, z), (at, y, top), (at, back, top));
    }
    for k in 1..wide as i32 {
        let at = y + f64::from(k);
        cut((x, at, top), (right, at, top), (right, at, z));
    }
    for k in 1..high as i32 {
        let at = z + f64::from(k);
        cut((x, y, at), (right, y, at), (right, back, at));
    }
    paper.path("block-line", lines);
}

fn label_box(paper: &mut Paper, frame: &Frame, [long, wide, high]: [f64; 3], labels: &[Text; 3]) {
    let (x, y) = frame.at((long / 2.0, 0.0, 0.0));
    paper.label(&labels[0], x, y + 130, Anchor::Middle);
    let (x, y) = frame.at((long, wide / 2.0, 0.0));
    paper.label(&labels[1], x + 70, y + 60, Anchor::Start);
    let (x, y) = frame.at((0.0, 0.0, high / 2.0));
    paper.label(&labels[2], x - 70, y, Anchor::End);
}

fn stack(rows: &[Vec<u32>]) -> Paper {
    let high = rows.iter().flatten().copied().max().unwrap_or(1);
    let frame = Frame::of(rows[0].len() as f64, rows.len() as f64, high.into());
    let mut paper = frame.paper();
    // What stands further back and lower is drawn first.
    for (k, row) in rows.iter().enumerate() {
        let back = (rows.len() - 1 - k) as f64;
        for (column, height) in row.iter().enumerate() {
            for up in 0..*height {
                draw_box(&mut paper, &frame, (column as f64, back, up.into()), [1.0; 3], false);
            }
        }
    }
    paper
}

fn prism([base, high, long]: [f64; 3], labels: &[Text]) -> Paper {
    let frame = Frame::of(base, long, high);
    let mut paper = frame.paper();
    let tip = |back: f64| (base / 2.0, back, high);
    let face = |corners: &[Place]| corners.iter().map(|corner| frame.at(*corner)).collect::<Vec<_>>();
    paper.shape("face side", &face(&[(base, 0.0, 0.0), (base, long, 0.0), tip(long), tip(0.0)]));
    paper.shape("face front", &face(&[(0.0, 0.0, 0.0), (base, 0.0, 0.0), tip(0.0)]));
    paper.line("measure", frame.at((base / 2.0, 0.0, 0.0)), frame.at(tip(0.0)));
    let (x, y) = frame.at((base / 2.0, 0.0, 0.0));
    label_at(&mut paper, labels, 0, (x, y + 130), Anchor::Middle);
    let (x, y) = frame.at((base / 2.0, 0.0, high / 2.5));
    label_at(&mut paper, labels, 1, (x - 40, y), Anchor::End);
    let (x, y) = frame.at((base, long / 2.0, 0.0));
    label_at(&mut paper, labels, 2, (x + 70, y + 60), Anchor::Start);
    paper
}

fn pyramid(base: f64, high: f64, labels: &[Text]) -> Paper {
    let frame = Frame::of(base, base, high);
    let mut paper = frame.paper();
    let tip = frame.at((base / 2.0, base / 2.0, high));
    let ground =
        [(0.0, 0.0, 0.0), (base, 0.0, 0.0), (base, base, 0.0), (0.0, base, 0.0)].map(|place| frame.at(place));
    let middle = frame.at((base / 2.0, base / 2.0, 0.0));
    paper.shape("face side", &[ground[1], ground[2], tip]);
    paper.shape("face front", &[ground[0], ground[1], tip]);
    paper.path(
        "hidden",
        super::paper::joined(&[ground[0], ground[3], ground[2]]) + &super::paper::joined(&[ground[3], tip]),
    );
    paper.line("measure", middle, tip);
    label_at(&mut paper, labels, 0, ((ground[0].0 + ground[1].0) / 2, ground[0].1 + 130), Anchor::Middle);
    label_at(&mut paper, labels, 1, (middle.0 - 40, (middle.1 + tip.1) / 2 + 60), Anchor::End);
    paper
}

/// A cylinder or a cone, standing.
fn round_solid(radius: f64, high: f64, pointed: bool, labels: &[Text]) -> Paper {
    let scale = (1500.0 / (2.0 * radius)).min(1200.0 / (high + 0.5 * radius));
    let (r, flat, h) = (round(radius * scale), round(radius * scale * 0.28), round(high * scale));
    let (x, bottom) = (SQUARE / 2, 220 + flat + h);
    let top = bottom - h;
    let mut paper = Paper::new(SQUARE, bottom + flat + 200);
    let (left, right) = (x - r, x + r);
    if pointed {
        paper.path("face front", format!("M{x} {top}L{left} {bottom}A{r} {flat} 0 0 0 {right} {bottom}z"));
    } else {
        paper.path("face front", format!("M{left} {top}V{bottom}A{r} {flat} 0 0 0 {right} {bottom}V{top}z"));
        paper.path(
            "face top",
            format!("M{left} {top}A{r} {flat} 0 1 0 {right} {top}A{r} {flat} 0 1 0 {left} {top}z"),
        );
    }
    paper.path("hidden", format!("M{left} {bottom}A{r} {flat} 0 0 1 {right} {bottom}"));
    let level = if pointed { bottom } else { top };
    paper.line("measure", (x, level), (right, level));
    paper.dot("spot", (x, level), 26);
    if pointed {
        paper.line("measure", (x, top), (x, bottom));
        label_at(&mut paper, labels, 0, (x + r / 2, bottom + flat + 110), Anchor::Middle);
        label_at(&mut paper, labels, 1, (x - 40, (top + bottom) / 2 + 60), Anchor::End);
    } else {
        label_at(&mut paper, labels, 0, (x + r / 2, top - flat - 80), Anchor::Middle);
        label_at(&mut paper, labels, 1, (right + 60, (top + bottom) / 2), Anchor::Start);
    }
    paper
}

fn sphere(label: &Text) -> Paper {
    let (x, y, r) = (SQUARE / 2, 740, 600);
    let mut paper = Paper::new(SQUARE, 2 * y);
    paper.dot("face front", (x, y), r);
    paper.path("face-line", format!("M{} {y}A{r} 170 0 0 0 {} {y}", x - r, x + r));
    paper.path("hidden", format!("M{} {y}A{r} 170 0 0 1 {} {y}", x - r, x + r));
    paper.line("measure", (x, y), (x + r, y));
    paper.dot("spot", (x, y), 26);
    paper.label(label, x + r / 2, y - 240, Anchor::Middle);
    paper
}

fn label_at(paper: &mut Paper, labels: &[Text], k: usize, (x, y): (i32, i32), anchor: Anchor) {
    if let Some(label) = labels.get(k) {
        paper.label(label, x, y, anchor);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::super::{Body, Look, drawn};
    use super::*;
    use crate::content::Figure;

    #[test]
    fn a_built_box_types_how_many_cubes_it_has() {
        let [long, wide, high] = [4, 3, 2].map(Rational::integer);
        let form = Form::Box { long, wide, high };
        let figure = Figure::Solid(Solid { form, cubes: true, labels: Vec::new(), enter: true });
        let keys = [(0, "ArrowRight"), (1, "End"), (2, "ArrowUp"), (2, "ArrowUp"), (0, "End")];
        walk(&figure, "", &keys, &["2", "6", "12", "12", "24"]);
    }

    #[test]
    fn everything_stays_on_the_paper() {
        let one = Rational::ONE;
        let (four, nine) = (Rational::integer(4), Rational::integer(9));
        for form in [
            Form::Box { long: four, wide: nine, high: one },
            Form::Box { long: nine, wide: one, high: four },
            Form::Prism { base: four, high: one, long: nine },
            Form::Pyramid { base: four, high: nine },
            Form::Stack(vec![vec![6, 1], vec![1, 0]]),
        ] {
            let figure = Figure::Solid(Solid { form, cubes: false, labels: Vec::new(), enter: false });
            let hand = Hand::default();
            let look =
                Look { hand: &hand, draft: "", checked: None, open: false, active: None, locale: Locale::En };
            let Body::Paper(paper) = drawn(&figure, look).body else { panic!("solids are drawn on paper") };
            for mark in &paper.marks {
                let (super::super::Mark::Dot { x, y, .. } | super::super::Mark::Text { x, y, .. }) = mark
                else {
                    continue;
                };
                assert!((0..=paper.width).contains(x) && (0..=paper.height).contains(y), "{mark:?}");
            }
        }
    }
}
