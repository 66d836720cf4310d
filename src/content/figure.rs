//! Figures as data: what is drawn, and what it says to someone who does not see it.

use super::Text;
use crate::num::Rational;

#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    NumberLine(NumberLine),
    Bars(Bars),
}

#[derive(Clone, Debug, PartialEq)]
pub struct NumberLine {
    pub from: Rational,
    pub to: Rational,
    /// Distance between ticks.
    pub step: Rational,
    /// The ticks that carry a label; the others are bare.
    pub labels: Vec<Rational>,
    /// A point shown on the line.
    pub mark: Option<Rational>,
    /// The learner answers by placing a point.
    pub enter: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub bars: Vec<Bar>,
    /// The learner answers by shading the first bar.
    pub enter: bool,
}

/// One bar: a whole cut into equal parts. With more shaded than `parts`, several wholes are drawn side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub parts: u32,
    pub shaded: u32,
    pub label: Option<Text>,
}

impl Figure {
    /// Whether the figure is a place to answer in.
    pub fn enter(&self) -> bool {
        match self {
            Self::NumberLine(line) => line.enter,
            Self::Bars(bars) => bars.enter,
        }
    }
}
