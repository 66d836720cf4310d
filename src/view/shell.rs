//! What the shell knows about this device, as plain values; pages read it beside the session.

use super::{Apart, Carrying, SavedState, guard::Guard};

/// The device as the learner needs to know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// `system` or `less`.
    pub motion: String,
    /// Questions show their words in the other language too.
    pub beside: bool,
    pub saved: SavedState,
    pub keep: KeepFacts,
    /// Records on this device, the open one first.
    pub learners: Vec<LearnerFacts>,
    pub notes: Vec<Note>,
    pub import: Import,
    pub erase_asked: bool,
    pub trouble: Option<Trouble>,
    pub course: Course,
    /// Taking the record along; nothing before it is known what this browser can do.
    pub carrying: Option<Apart<Carrying>>,
    pub guard: Guard,
    pub version: String,
}

/// How records are kept here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeepFacts {
    /// Whether the rest has been found out yet.
    pub known: bool,
    /// Entries in the open record.
    pub facts: usize,
    /// Places that take every answer: 0, 1 or 2.
    pub copies: u8,
    pub encrypted: bool,
    /// The browser promised not to clear them; `None` while unknown.
    pub persisted: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnerFacts {
    pub id: String,
    pub name: Option<String>,
    pub avatar: Option<String>,
    /// Days since the last visit.
    pub days: i64,
    /// It opens with a secret.
    pub locked: bool,
}

/// Something to be told, until it is put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    Healed(usize),
    Damaged(usize),
    /// The page was shown from a snapshot that was not what the record says.
    PutRight,
    /// Data of a newer release: reading only.
    Newer,
    KeyLost,
    NotSaved(NotSaved),
    Insecure,
    UpdateReady,
    /// Another tab has upgraded the database.
    OldTab,
    Erased,
    EraseFailed,
    Exported,
    ExportFailed,
}

/// Why an answer is not on the disk yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    Quota,
    Closed,
    Timeout,
    Unavailable,
}

/// Where the opening of a progress file stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Import {
    #[default]
    Idle,
    Preview {
        new: usize,
        known: usize,
        /// Readable and promised entries, when they differ.
        damaged: Option<(usize, usize)>,
        newer: bool,
        /// The nickname in the file.
        name: Option<String>,
        /// It is another record than the open one.
        other: bool,
    },
    Done {
        added: usize,
    },
    NotOurs,
    Empty,
    /// It wants a passphrase; `wrong`: the one that was typed does not open it.
    Locked {
        wrong: bool,
    },
    /// Of a newer Trellis.
    TooNew,
    /// Locked, and this browser has no cipher here.
    NoCipher,
}

/// How much of the course is kept here for use without a network, as far as the learner asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    #[default]
    Unasked,
    /// So many files of all are looked after by now.
    Keeping {
        done: usize,
        all: usize,
    },
    Kept {
        all: usize,
    },
    /// Some did not arrive.
    Missing {
        kept: usize,
        all: usize,
    },
    /// This browser keeps nothing for this address.
    Impossible,
}

/// Why the page cannot show questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    PackDamaged,
    PackNewer,
    Fetch,
    /// A part of the app itself did not arrive.
    Part,
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            theme: "system".into(),
            motion: "system".into(),
            beside: false,
            saved: SavedState::Quiet,
            keep: KeepFacts::default(),
            learners: Vec::new(),
            notes: Vec::new(),
            import: Import::default(),
            erase_asked: false,
            trouble: None,
            course: Course::default(),
            carrying: None,
            guard: Guard::default(),
            version: env!("CARGO_PKG_VERSION").into(),
        }
    }
}
