//! What enters or leaves the device as files. Reading never trusts a file and never throws away what is good in it.

pub mod preview;
pub mod progress_file;

pub use preview::Preview;
pub use progress_file::{Obstacle, Problem, Read, read, write};
