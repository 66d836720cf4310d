//! The student model: facts about a learner and the one fold over them. It says what a learner knows,
//! never what to do next.

mod ability;
mod digest;
pub mod event;
pub use crate::content::json;
mod memory;
mod state;

pub use event::{Answered, Declined, Event, Fact, Level, Mode, Profile, Why};
pub use memory::Memory;
pub use state::{Learner, MODEL, Owed, Recent, SkillState, Today, Win, difficulty};
