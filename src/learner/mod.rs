//! The student model: facts about a learner and the one fold over them. It says what a learner knows,
//! never what to do next.

pub mod ability;
mod bits;
mod digest;
pub mod event;
mod graph;
pub use crate::content::json;
pub mod lock;
pub mod memory;
pub mod own;
pub mod pace;
pub mod plan;
pub mod readout;
mod state;
pub mod status;
pub mod swift;
pub mod trace;
pub mod weights;

pub use event::{Answered, Declined, Event, Fact, Level, Mode, Profile, Why};
pub use event::{LETTERS, PLAIN, SPACING, SUCCESS, SURE};
pub use lock::LockKind;
pub use memory::Memory;
pub use plan::{COMMENT, Override, Plan};
pub use state::{
    ClassPlace, Doubt, Goal, KNOWN_LOGIT, KNOWN_SURENESS, Learner, MODEL, Marked, Owed, Recent, SkillState,
    Today, Trial, Win, difficulty,
};
pub use status::Status;
