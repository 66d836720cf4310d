//! Many learners together, on the teacher's device: who is there, where they stand, whom to see now and about what.
//! Everything follows from the tickets that were handed in; where a skill stands is never decided here, but in
//! `learner::status`.

pub mod class;
pub mod class_file;
pub mod csv;
pub mod desk;
pub mod folding;
pub mod groups;
pub mod paper;
pub mod report;
pub mod roster;
pub mod sample;
pub mod teach;

pub use class::{Class, Student, StudentId};
pub use desk::{ClassMsg, Desk, Errand, Papers};
pub use teach::{Reason, Visit};
