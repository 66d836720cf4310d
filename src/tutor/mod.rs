//! The pedagogical model: the session loop, practice, feedback and selection. Pure: messages in, commands out.

pub mod msg;
pub mod route;

pub use msg::{Cmd, Device, Focus, Msg};
pub use route::Route;
