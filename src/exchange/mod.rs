//! What enters or leaves the device as files, pictures and codes. Reading never trusts them and never throws away what
//! is good in them.

pub mod as_text;
pub mod code;
pub mod locked;
pub mod pictures;
pub mod plan_link;
pub mod preview;
pub mod progress_file;
pub mod qr;
pub mod sheet;
pub mod ticket;

use crate::learner::Fact;
use crate::log::{LearnerId, Link, Record, RecordId, WriterId};

pub use preview::Preview;
pub use progress_file::{Obstacle, Problem, Read, read, write};
pub use ticket::{ClassId, Ticket};

/// A fact as one line of a record, to be shown: with an invented writer, as the first of its records.
pub fn example_line(fact: &Fact) -> String {
    let writer = WriterId([0x5e, 0x1f, 0x3a, 0x77, 0x02, 0xc4, 0x91, 0x0d, 0xee, 0x68, 0x2b, 0xf0]);
    Record::write(RecordId { writer, n: 0 }, Link::default(), fact).line()
}

/// A learner's id as it may be drawn, to be shown.
pub fn example_learner() -> String {
    LearnerId([0x9d, 0x40, 0x7c, 0x13, 0xb8, 0x5e, 0x06, 0xfa, 0x21, 0xd3, 0x64, 0x8c]).to_string()
}
