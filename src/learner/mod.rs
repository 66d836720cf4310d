//! The student model: facts about a learner and the one fold over them. It says what a learner knows,
//! never what to do next.

pub mod event;

pub use event::{Answered, Declined, Event, Fact, Level, Mode, Profile, Why};
