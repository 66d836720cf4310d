//! Angles at one point. Slot of one that is turned: its degrees.

use super::equation::number;
use super::hand::{Also, Axis, Hand, Handle};
use super::paper::{Paper, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Angle;
use crate::num::math;
use crate::view::words;

const REACH: f64 = 1040.0;
const CENTRE: (i32, i32) = (1200, 1160);

/// A place so far from the point, in this direction.
fn spot(degrees: u32, far: f64) -> (i32, i32) {
    let turn = f64::from(degrees) / 360.0 * std::f64::consts::TAU;
    (CENTRE.0 + round(far * math::cos(turn)), CENTRE.1 - round(far * math::sin(turn)))
}

/// A piece of a circle round the point.
fn arc(from: u32, to: u32, far: f64) -> String {
    let (start, end) = (spot(from, far), spot(to, far));
    let (far, long) = (round(far), u8::from(to - from > 180));
    format!("M{} {}A{far} {far} 0 {long} 0 {} {}", start.0, start.1, end.0, end.1)
}

impl Angle {
    fn own(&self, look: Look) -> Option<u32> {
        look.hand.slot(0).filter(|_| self.enter).and_then(|degrees| u32::try_from(degrees).ok())
    }

    /// The parts that are drawn: those of the question, or the learner's one.
    fn parts(&self, look: Look) -> Vec<(u32, bool)> {
        if self.enter {
            self.own(look).map(|degrees| (degrees, false)).into_iter().collect()
        } else {
            self.parts.clone()
        }
    }

    fn most(&self) -> u32 {
        if self.protractor { 180 } else { 360 - self.step }
    }

    /// Whether nothing lies below the point.
    fn is_half(&self) -> bool {
        let all: u32 = self.parts.iter().map(|(size, _)| size).sum();
        self.protractor || (!self.enter && self.turn + all <= 180)
    }

    fn draw_protractor(&self, paper: &mut Paper) {
        let (left, right) = (spot(180, REACH), spot(0, REACH));
        paper.path("protractor", format!("{}L{} {}z", arc(0, 180, REACH), right.0, right.1));
        paper.line("grid-line", left, right);
        let mut lines = String::new();
        for degrees in (0..=180).step_by(5) {
            let long = if degrees % 10 == 0 { 90.0 } else { 50.0 };
            let (from, to) = (spot(degrees, REACH), spot(degrees, REACH - long));
            lines.push_str(&format!("M{} {}L{} {}", from.0, from.1, to.0, to.1));
        }
        paper.path("tick thin", lines);
        for degrees in (0..=180).step_by(20) {
            let (x, y) = spot(degrees, REACH - 190.0);
            // On the base line the numbers stand above it.
            let y = if degrees % 180 == 0 { y - 30 } else { y + 40 };
            paper.words("label small", x, y, degrees.to_string());
        }
    }
}

impl Tool for Angle {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let degrees = number(draft.trim().trim_end_matches('°'), locale).and_then(|value| value.as_integer());
        let fits = |degrees: &i64| {
            (0..=i64::from(self.most())).contains(degrees) && degrees % i64::from(self.step) == 0
        };
        Hand::of(vec![degrees.filter(fits).map(|degrees| degrees as i32)])
    }

    fn typed(&self, hand: &Hand) -> String {
        hand.slot(0).map_or(String::new(), |degrees| degrees.to_string())
    }

    fn drawn(&self, look: Look) -> Drawn {
        let mut paper = Paper::new(2 * CENTRE.0, if self.is_half() { CENTRE.1 + 120 } else { 2 * CENTRE.1 });
        if self.protractor {
            self.draw_protractor(&mut paper);
        } else if self.enter {
            paper.dot("room", CENTRE, round(REACH));
        }
        let parts = self.parts(look);
        let mut at = self.turn;
        paper.line("curve", CENTRE, spot(at, REACH));
        for (k, (size, hidden)) in parts.iter().enumerate() {
            let (from, to) = (at, at + size);
            let far = if k % 2 == 0 { 330.0 } else { 390.0 };
            if *size == 90 && !self.enter {
                let [a, b, c] = [spot(from, 190.0), spot(from + 45, 268.7), spot(to, 190.0)];
                paper.path("corner", format!("M{} {}L{} {}L{} {}", a.0, a.1, b.0, b.1, c.0, c.1));
            } else if (1..360).contains(size) {
                paper.path("corner", arc(from, to, far));
            }
            paper.line(if self.enter { "curve own" } else { "curve" }, CENTRE, spot(to, REACH));
            if self.sizes {
                let (x, y) = spot((from + to) / 2, if *size < 25 { 760.0 } else { 560.0 });
                let (class, words) = match hidden {
                    true => ("label unknown halo", "?".to_string()),
                    false => ("label halo", format!("{size}°")),
                };
                paper.words(class, x, y + 56, words);
            }
            at = to;
        }
        paper.dot("spot", CENTRE, 40);
        if let Some(degrees) = self.own(look) {
            paper.dot(if look.active.is_some() { "pin active" } else { "pin" }, spot(degrees, REACH), 74);
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            let locale = look.locale;
            let name = words::enter_angle(locale);
            let said = match self.own(look) {
                Some(degrees) => words::figure_degrees(locale, &degrees.to_string()),
                None => words::enter_nothing(locale).into(),
            };
            let (step, most) = (self.step as i32, self.most() as i32);
            let stops = (0..=most / step).map(|k| k * step).collect();
            let axis = Axis { stride: step, max: most, home: step, ..Axis::along(0, 0, stops) };
            drawn.note = name.into();
            drawn
                .handles
                .push(Handle { also: Also::Around { middle: CENTRE }, ..Handle::along(name, said, axis) });
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
    fn the_ray_is_turned_in_steps_and_stays_on_the_protractor() {
        let angle = |protractor, step| {
            let parts = vec![(0, false)];
            Figure::Angle(Angle { parts, turn: 0, sizes: false, protractor, step, enter: true })
        };
        let keys = [(0, "ArrowRight"), (0, "PageUp"), (0, "ArrowLeft"), (0, "End"), (0, "ArrowRight")];
        walk(&angle(true, 5), "", &keys, &["5", "55", "50", "180", "180"]);
        walk(&angle(false, 5), "", &keys, &["5", "55", "50", "355", "355"]);
        walk(&angle(true, 5), "130°", &[(0, "ArrowUp")], &["135"]);
        walk(&angle(true, 5), "131", &[(0, "ArrowUp")], &["5"]);
    }
}
