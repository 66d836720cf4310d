//! What is wrong with a pack, for its author. Broken content is not an error of the program.

use std::fmt;

/// Whether someone reads what is wrong. In a browser nobody does, and the words would be a good part of the app:
/// there only the fact remains.
pub(crate) const TOLD: bool = cfg!(not(target_arch = "wasm32"));

/// `format!` for words and places that only authors read.
macro_rules! told {
    ($($words:tt)*) => {
        if $crate::content::problem::TOLD { format!($($words)*) } else { String::new() }
    };
}

/// One fault: where in the pack (`item fr.nl-any.place, hints 2`), and what, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub at: String,
    pub what: String,
}

impl Problem {
    pub fn new(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { at: at.into(), what: if TOLD { what.into() } else { String::new() } }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}
