//! The pedagogical model: the session loop, practice, feedback and selection. Pure: messages in, commands out.

pub mod carry;
pub mod forecast;
mod hosted;
pub mod kept;
pub mod lesson;
pub mod msg;
pub mod practice;
pub mod recorded;
pub mod resume;
pub mod route;
pub mod select;
pub mod session;
pub mod steering;
pub mod support;
pub mod survey;
pub mod today;

pub use crate::learner::{Override, Plan};
pub use carry::Carry;
pub use msg::{Cmd, Device, Focus, Guarding, Msg};
pub use practice::{Phase, Practice};
pub use resume::Kept;
pub use route::Route;
pub use select::Reason;
pub use session::{Aside, Session, Sitting, Stage};
pub use steering::Steer;
