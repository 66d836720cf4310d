//! The domain model: packs of skills and items, questions drawn from seeds, scoring, hints and solutions.
//! No clock, no chance, no browser: the same pack and seed give the same question for ever.

/// What is wrong, in a sentence: short for the app, with every particular for authors.
macro_rules! what {
    ($short:literal, $($full:tt)+) => {
        if cfg!(any(test, feature = "tools")) { format!($($full)+) } else { String::from($short) }
    };
}

pub mod expr;

mod cast;
mod domain;
mod few;
pub mod figure;
mod item;
mod limits;
#[cfg(feature = "tools")]
pub mod lint;
pub mod map;
#[cfg(feature = "tools")]
pub mod preview;
pub mod problem;
mod prompt;
pub mod question;
mod read;
mod reader;
mod score;
mod seed;
#[cfg(feature = "tools")]
pub mod source;
mod template;
pub mod text;
pub mod unit;
pub mod upgrade;

pub use crate::notation::Locale;
pub use figure::{Bar, Bars, Figure, NumberLine};
pub use map::{ItemRef, Map, Skill, UnitRef};
pub use problem::Problem;
pub use question::{
    Advice, Asked, Choice, FormWanted, Hint, LearnerState, Question, Response, Score, Solution,
};
pub use text::{Span, Text};
pub use unit::Unit;

#[cfg(test)]
mod tests;
