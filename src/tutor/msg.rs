//! What comes into the loop and what goes out of it.

use super::lesson::Move;
use super::{Carry, Route, Steer};
use crate::learner::{Fact, LockKind, Mode, Profile, Why};

/// Everything a learner, or the shell on the device's behalf, can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The address changed.
    Went(Route),
    /// A button that leads to another page.
    Go(Route),
    /// "Start" on the welcome page.
    Started,
    /// "What grade are you in?"; `None` when skipped. Kindergarten is 0.
    GradeChosen(Option<u8>),
    /// Find a starting point, or just practise.
    ModeChosen(Mode),
    /// The learner said something about themselves.
    Told(Profile),
    LocaleChosen(String),
    /// Practise what is recommended, or one skill.
    Practise(Option<String>),
    /// The whole draft, as the field now holds it.
    Typed(String),
    /// A key of the on-screen keypad: text to add to the draft.
    Pressed(&'static str),
    Backspaced,
    /// A choice, by its place.
    Chose(usize),
    /// One choice of one group, by their places: for answers that are made of several.
    Placed(usize, usize),
    /// How sure the learner is of the answer to come: 1 a guess, 2 thinks so, 3 sure.
    Sure(u8),
    Submitted,
    HintAsked,
    NextAsked,
    Declined(Why),
    /// In a lesson.
    Lesson(Move),
    /// "Someone helped me" with the last answer.
    HelpedSaid,
    /// "That's enough for now."
    Stopped,
    /// The learner steers what comes: see [`Steer`].
    Steer(Steer),
    /// For the shell: see [`Device`].
    Device(Device),
    /// Nothing; the message of a button that is never enabled.
    Nothing,
}

/// Wishes about this device that the shell grants: files, learners, appearance.
#[derive(Clone, Debug, PartialEq)]
pub enum Device {
    Theme(String),
    Motion(String),
    /// Show questions in the other language too.
    Beside(bool),
    Export,
    /// A file was read: its bytes.
    FileOpened(Vec<u8>),
    /// Take the file in: into the open record, or beside it as another learner's.
    ImportAgreed {
        beside: bool,
    },
    ImportRefused,
    LearnerOpened(String),
    LearnerAdded,
    EraseAsked,
    EraseAgreed,
    EraseRefused,
    NoticeClosed(usize),
    /// Try again to save what is not saved yet.
    SaveAgain,
    Reload,
    /// Keep every file of the course for use without a network.
    CourseWanted,
    /// A new version is ready: load it now.
    UpdateTaken,
    /// Taking the record along, or bringing one back.
    Carry(Carry),
    /// Locks, and deleting everything: see [`Guarding`].
    Guard(Guarding),
}

/// Wishes about locks and about everything on this device.
#[derive(Clone, PartialEq)]
pub enum Guarding {
    /// Begin to set a lock of this kind, with words drawn for it where it needs any.
    Begin(LockKind),
    Cancel,
    /// Set the lock: its secret, and the same once more where it was asked for twice.
    Set {
        secret: String,
        again: String,
    },
    /// The recovery sheet is printed, or written down.
    SheetKept,
    TakeOff,
    /// Open the record that was asked for, with its secret or with the words of its sheet.
    Open(String),
    /// Ask for the sheet's words instead of the secret, or back.
    BySheet(bool),
    /// Close the record and leave it to the next learner.
    Leave,
    WipeAsked,
    WipeRefused,
    WipeAgreed,
    Print,
}

/// A secret is in no log, not even in that of a test.
impl std::fmt::Debug for Guarding {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(match self {
            Self::Set { .. } => "Set",
            Self::Open(_) => "Open",
            _ => "Guarding",
        })
    }
}

/// What the shell is asked to do.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a handful of commands live for a moment")]
pub enum Cmd {
    /// Write this fact; say when it is durable.
    Append(Fact),
    /// The question on the desk changed: keep it for the next opening.
    Freeze,
    /// Fetch a unit of content, in the session's language.
    Fetch(String),
    Go(Route),
    /// What is shown has another address now; the page stays.
    Readdress(Route),
    Focus(Focus),
    /// Say politely to a screen reader.
    Announce(String),
    /// A shell's wish, handed through.
    Device(Device),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Heading,
    Answer,
    Next,
    /// What was said last comes on the screen; the focus stays where it is.
    Said,
}
