//! What adults put in: this week's unit and corrected statuses (T5), and the minutes chosen for a day. Input to the
//! choice of the next question; overrides are reversible, because they are no evidence.

use crate::num::{SortedMap, SortedSet};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Skills of this week's unit. Each learner enters by their own weakest prerequisite.
    pub unit: SortedSet<String>,
    pub overrides: SortedMap<String, Override>,
}

/// A teacher's word about a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Override {
    /// It was taught: nothing in front of it stands in the way.
    Taught,
    /// It comes later: never chosen by the tutor.
    NotYet,
    /// Not needed: what builds on it need not wait for it.
    Skip,
}

impl Plan {
    pub fn says(&self, skill: &str) -> Option<Override> {
        self.overrides.get(skill).copied()
    }
}
