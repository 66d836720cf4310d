//! What adults are told of a skill, and the one definition of it: the learner's own page, the ticket, the class view,
//! the transcript and every table ask here (T4, L8). The words differ, never the facts.

use super::{Learner, Level, SkillState};
use crate::num::Day;

/// A skill on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// What recent evidence says on that day; never above `earned`.
    pub level: Level,
    /// What was earned once and never falls: the learner's own page shows this.
    pub earned: Level,
    /// Earned, but the model doubts it now: "worth a refresh".
    pub fading: bool,
    /// The day of the last right answer without help.
    pub shown: Option<Day>,
    /// The day of the last answer of any kind.
    pub practised: Option<Day>,
    /// Unassisted right first answers.
    pub wins: u32,
    /// First answers missed or helped, in all and since the last right one.
    pub losses: u32,
    pub fruitless: u32,
}

impl Status {
    /// What a gradebook or a transcript may call held: mastered, and neither doubted nor stale.
    pub fn is_confirmed(&self) -> bool {
        self.level == Level::Mastered && !self.fading
    }
}

impl Learner {
    /// Where a skill stands on `day`; `None` before its first answer.
    pub fn status(&self, skill: &str, day: Day) -> Option<Status> {
        let state = self.skill(skill).filter(|state| state.attempts > 0)?;
        Some(self.status_of(skill, state, day))
    }

    /// Every skill with an answer, in the order of the map; skills that the map does not know come last.
    pub fn statuses(&self, day: Day) -> impl Iterator<Item = (&str, Status)> {
        let asked = self.states().filter(|(_, state)| state.attempts > 0);
        asked.map(move |(id, state)| (id, self.status_of(id, state, day)))
    }

    fn status_of(&self, skill: &str, state: &SkillState, day: Day) -> Status {
        Status {
            level: self.current(skill, day),
            earned: self.level(skill, day),
            fading: self.fading(skill, day),
            shown: state.wins.last().map(|win| win.day),
            practised: Some(state.answered.min(day)),
            wins: u32::try_from(state.wins.len()).unwrap_or(u32::MAX),
            losses: state.attempts.saturating_sub(u32::try_from(state.wins.len()).unwrap_or(u32::MAX)),
            fruitless: state.fruitless,
        }
    }
}
