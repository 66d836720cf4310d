//! A balance with two pans.
//!
//! ```toml
//! figure = { balance = [["x", "x", "3"], ["11"]], enter = true }
//! figure = { balance = [["5", "3"], ["7"]], tilt = "left" }
//! ```
//! What lies in each pan: boxes of one unknown weight, `"x"`, and weights. `tilt`: the pan that is lower, `left` or `right`; without it
//! the pans are level. `enter`: the learner takes off or shares out the same on both sides; once one box alone is left on a side,
//! and no box on the other, it types its weight: `4`.

use super::given::{Given, Table, counted};
use super::say::{joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    pub pans: [Pan; 2],
    pub tilt: Option<Lower>,
    pub enter: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pan {
    /// Boxes of the unknown weight.
    pub boxes: u32,
    pub weights: Vec<Rational>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lower {
    Left,
    Right,
}

impl Balance {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let [left, right] = given.list("balance") else {
            return Err(fault(what!("a balance has two pans", "a balance is written [[left], [right]]")));
        };
        let tilt = match given.word("tilt") {
            Some("left") => Some(Lower::Left),
            Some("right") => Some(Lower::Right),
            _ => None,
        };
        let pans = [pan(left)?, pan(right)?];
        let enter = given.is("enter");
        let whole = pans.iter().flat_map(|pan| &pan.weights).all(|weight| weight.is_integer());
        let boxes = pans.iter().map(|pan| pan.boxes).sum::<u32>();
        if enter && (!whole || boxes == 0 || tilt.is_some()) {
            return Err(fault(what!(
                "this balance cannot be worked with",
                "a balance that is worked with is level and has boxes and whole weights"
            )));
        }
        Ok(Self { pans, tilt, enter })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let (en, es) = match self.tilt {
            None => ("A balance with level pans.", "Una balanza en equilibrio."),
            Some(Lower::Left) => {
                ("A balance; the left pan is lower.", "Una balanza; el platillo izquierdo está más abajo.")
            }
            Some(Lower::Right) => {
                ("A balance; the right pan is lower.", "Una balanza; el platillo derecho está más abajo.")
            }
        };
        let [left, right] = [0, 1].map(|side| self.pans[side].said(locale));
        joined(&[
            told(locale, en, es, &[]),
            told(locale, "Left: #.", "Izquierda: #.", &[&left]),
            told(locale, "Right: #.", "Derecha: #.", &[&right]),
        ])
    }
}

impl Pan {
    pub fn said(&self, locale: Locale) -> String {
        let boxes = vec!["x".to_string(); self.boxes as usize];
        let weights = self.weights.iter().map(|weight| value(*weight, locale));
        let all: Vec<String> = boxes.into_iter().chain(weights).collect();
        if all.is_empty() { told(locale, "nothing", "nada", &[]) } else { all.join(", ") }
    }
}

fn pan(given: &Given) -> Result<Pan, Fault> {
    let mut pan = Pan::default();
    for each in given.list() {
        match each {
            Given::Word(x) if x == "x" => pan.boxes += 1,
            // Nothing to lay down.
            Given::Nothing => {}
            weight => {
                let weight = weight.number()?;
                if weight < Rational::ZERO {
                    return Err(fault(what!(
                        "a weight is less than nothing",
                        "a weight is at least 0, not {weight}"
                    )));
                }
                if weight > Rational::ZERO {
                    pan.weights.push(weight);
                }
            }
        }
    }
    counted(vec![(); pan.boxes as usize + pan.weights.len()], 0, 8, "things in a pan")?;
    Ok(pan)
}
