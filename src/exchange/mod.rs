//! What enters or leaves the device as files, pictures and codes. Reading never trusts them and never throws away what
//! is good in them.

pub mod code;
pub mod locked;
pub mod pictures;
pub mod preview;
pub mod progress_file;
pub mod qr;

pub use preview::Preview;
pub use progress_file::{Obstacle, Problem, Read, read, write};
