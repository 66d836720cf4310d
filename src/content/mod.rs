//! The domain model: packs of skills and items, questions drawn from seeds, scoring, hints and solutions.
//! No clock, no chance, no browser: the same pack and seed give the same question for ever.

/// What is wrong, in a sentence: with every particular for authors, short for the app, which has none.
#[cfg(any(test, feature = "tools"))]
pub(crate) type What = String;
#[cfg(not(any(test, feature = "tools")))]
pub(crate) type What = &'static str;

#[cfg(any(test, feature = "tools"))]
macro_rules! what {
    ($short:literal, $($full:tt)+) => { format!($($full)+) };
}

/// All that a browser says of a fault: nobody reads it there, and a hundred sentences would cost more than all its words.
#[cfg(not(any(test, feature = "tools")))]
pub(crate) const FAULT: &str = "a fault in the pack";

#[cfg(not(any(test, feature = "tools")))]
macro_rules! what {
    ($short:literal, $($full:tt)+) => {{
        // Nothing is made of the particulars, but they are the same names.
        if false {
            let _ = format_args!($($full)+);
        }
        if cfg!(target_family = "wasm") { $crate::content::FAULT } else { $short }
    }};
}

pub mod expr;

pub mod answer;
mod cast;
#[cfg(feature = "tools")]
pub mod coverage;
mod domain;
pub mod figure;
mod item;
pub mod json;
mod limits;
#[cfg(feature = "tools")]
pub mod lint;
pub mod map;
pub mod more;
#[cfg(feature = "tools")]
pub mod preview;
pub mod problem;
mod prompt;
pub mod question;
mod read;
#[cfg(feature = "tools")]
pub mod readability;
mod reader;
mod score;
mod seed;
pub mod site;
#[cfg(feature = "tools")]
pub mod source;
mod template;
pub mod text;
pub mod unit;
pub mod upgrade;
pub mod wide;

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
