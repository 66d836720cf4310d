//! The domain model: packs of skills and items, questions drawn from seeds, scoring, hints and solutions.
//! No clock, no chance, no browser: the same pack and seed give the same question for ever.

pub mod figure;
pub mod map;
pub mod problem;
pub mod question;
pub mod text;
pub mod unit;

pub use crate::notation::Locale;
pub use figure::{Bar, Bars, Figure, NumberLine};
pub use map::{ItemRef, Map, Skill, UnitRef};
pub use problem::Problem;
pub use question::{
    Advice, Asked, Choice, FormWanted, Hint, LearnerState, Question, Response, Score, Solution,
};
pub use text::{Span, Text};
pub use unit::Unit;
