//! Angles at one point, to read off, to add up, or to turn.
//!
//! ```toml
//! figure = { angle = ["130"], protractor = true }
//! figure = { angle = ["35", "?55"], turn = "10" }
//! figure = { angle = ["0"], step = "5", protractor = true, enter = true }
//! ```
//! `angle`: the degrees of one angle, or of several side by side; with `sizes` they are written in, and `"?55"` is shown as a
//! question mark. `turn`: the first ray is turned by so much. `enter`: the learner turns the second ray in steps of
//! `step` degrees, 5 where nothing is said; it types the degrees, `130`.

use super::given::{Given, Table, counted};
use super::say::{joined, told};
use super::{Fault, fault};
use crate::notation::Locale;

#[derive(Clone, Debug, PartialEq)]
pub struct Angle {
    /// Degrees of each, and whether they are not told.
    pub parts: Vec<(u32, bool)>,
    /// Degrees between the first ray and the right.
    pub turn: u32,
    /// The sizes are written in.
    pub sizes: bool,
    pub protractor: bool,
    /// Degrees of one step of the learner's ray.
    pub step: u32,
    pub enter: bool,
}

impl Angle {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let enter = given.is("enter");
        let part = |part: &Given| Ok((part.count(360)?, matches!(part, Given::Hidden(_))));
        let parts: Vec<(u32, bool)> =
            counted(given.list("angle").iter().map(part).collect::<Result<_, _>>()?, 1, 6, "angles")?;
        let protractor = given.is("protractor");
        let turn = given.get("turn").map_or(Ok(0), |turn| turn.count(359))?;
        let step = given.get("step").map_or(Ok(5), |step| step.whole(1, 45))? as u32;
        let all: u32 = parts.iter().map(|(size, _)| size).sum();
        let most = if protractor { 180 - turn.min(180) } else { 360 };
        if all > most {
            return Err(fault(what!(
                "these angles have no room",
                "these angles have {all} degrees together; there is room for {most}"
            )));
        }
        if enter && (turn > 0 || 180 % step > 0) {
            return Err(fault(what!(
                "such a ray cannot be turned",
                "a ray that is turned starts at the right, in steps that 180 is a multiple of"
            )));
        }
        Ok(Self { parts, turn, sizes: given.is("sizes"), protractor, step, enter })
    }

    /// Over a protractor it is told where the rays pass; without one, only what is written in.
    pub fn alt(&self, locale: Locale) -> String {
        if self.enter {
            let rays = told(
                locale,
                "An angle to make: one ray lies to the right, the other can be turned.",
                "Un ángulo por hacer: un rayo va a la derecha, el otro se puede girar.",
                &[],
            );
            return joined(&[rays, self.alt_protractor(locale)]);
        }
        let count = self.parts.len().to_string();
        let (en, es) = match self.parts.len() {
            1 => ("An angle.", "Un ángulo."),
            _ => ("# angles side by side at one point.", "# ángulos, uno junto a otro, en un punto."),
        };
        let angles = told(locale, en, es, &[&count]);
        joined(&[angles, self.alt_protractor(locale), self.alt_sizes(locale)])
    }

    fn alt_protractor(&self, locale: Locale) -> String {
        if self.protractor {
            let (en, es) = (
                "A protractor lies over it, from 0 degrees at the right to 180 at the left.",
                "Encima hay un transportador, de 0 grados a la derecha a 180 a la izquierda.",
            );
            return told(locale, en, es, &[]);
        }
        String::new()
    }

    fn alt_sizes(&self, locale: Locale) -> String {
        if self.sizes {
            let size = |(size, hidden): &(u32, bool)| match hidden {
                true => told(locale, "question mark", "signo de interrogación", &[]),
                false => told(locale, "# degrees", "# grados", &[&size.to_string()]),
            };
            let all: Vec<String> = self.parts.iter().map(size).collect();
            return told(locale, "Their sizes: #.", "Sus medidas: #.", &[&all.join(", ")]);
        }
        if self.protractor {
            let ends = self.parts.iter().scan(self.turn, |at, (size, _)| {
                *at += size;
                Some(*at)
            });
            let passed = |degrees: u32| match degrees % 5 {
                0 => (degrees / 5).to_string(),
                _ => [(degrees / 5).to_string(), (degrees / 5 + 1).to_string()].join("-"),
            };
            let passed: Vec<String> = [self.turn].into_iter().chain(ends).map(passed).collect();
            let (en, es) = (
                "Its marks are 5 degrees apart. Counted from the right, the rays pass the marks: #.",
                "Sus marcas están cada 5 grados. Contadas desde la derecha, los rayos pasan por las marcas: #.",
            );
            return told(locale, en, es, &[&passed.join(", ")]);
        }
        // What the eye tells without measuring.
        let kind = |(size, _): &(u32, bool)| {
            let (en, es) = match size {
                0..90 => ("smaller than a square corner", "menor que una esquina recta"),
                90 => ("a square corner", "una esquina recta"),
                91..180 => ("larger than a square corner", "mayor que una esquina recta"),
                180 => ("a straight line", "una línea recta"),
                _ => ("more than a straight line", "más que una línea recta"),
            };
            told(locale, en, es, &[])
        };
        let all: Vec<String> = self.parts.iter().map(kind).collect();
        told(locale, "Each, in order: #.", "Cada uno, en orden: #.", &[&all.join("; ")])
    }
}
