//! The keeper of the open record: one task that owns the depot and does what it is asked, one thing after another.
//! So no answer overtakes another, and the paint never waits for the disk.

use super::platform;
use crate::exchange::{Obstacle, Preview, progress_file};
use crate::learner::{Event, Fact, Profile};
use crate::log::{Fault, Record, SaveStatus};
use crate::store::{Depot, Learner};
use crate::view::{Import, KeepFacts, LearnerFacts, NotSaved, Note};
use futures_util::StreamExt;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;
use yew::platform::pinned::mpsc::{self, UnboundedSender};

/// What the page asks of the keeper.
pub enum Ask {
    /// Write this fact; the profile is what the learner picker shows.
    Append(Fact, Profile),
    /// Keep the question on the desk, or forget it.
    Freeze(Option<String>),
    Retry,
    Open(String),
    New,
    Erase,
    Export,
    Preview(Vec<u8>),
    Import,
    /// Another tab of the same learner wrote these.
    Heard(Vec<Record>),
}

/// What the keeper reports.
pub enum Told {
    Opened(Opening),
    Saved(SaveStatus),
    Kept(KeepFacts),
    Learners(Vec<LearnerFacts>),
    /// The record grew from outside: everything, in order.
    Merged(Vec<Fact>),
    Import(Import),
    File(Vec<u8>),
    Note(Note),
}

/// A record as it was found.
pub struct Opening {
    pub facts: Vec<Fact>,
    pub salt: u64,
    pub frozen: Option<String>,
    pub notes: Vec<Note>,
}
