//! What is wrong with a pack, for its author. Broken content is not an error of the program.

use std::fmt;

/// One fault: where in the pack (`item fr.nl-any.place, hints 2`), and what, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub at: String,
    pub what: String,
}

impl Problem {
    pub fn new(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { at: at.into(), what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}
