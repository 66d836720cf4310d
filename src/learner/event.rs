//! Facts: what happened, never what it means. The log of them is the only truth; everything a page shows about
//! a learner is folded from it. The JSON form is record format 1 and is read for ever: fields are added with a
//! default, never renamed or reused, and a kind this build does not know is kept as it was written.

use crate::num::{Day, Hybrid, Moment};
use serde::{Deserialize, Serialize};

/// One fact with its place in the learner's history and what the device's clock claimed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub at: Hybrid,
    pub clock: Moment,
    pub event: Event,
}

impl Fact {
    /// The local day this fact belongs to.
    pub fn day(&self) -> Day {
        Day::of(self.at.ms, self.clock.zone)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A checked answer. One for each attempt; advice (unreadable, other form) is not an attempt.
    Answered(Answered),
    /// "I haven't learned this yet" or "not now": the question was put away unanswered.
    Declined(Declined),
    /// "Someone helped me" with the answer given at that time: takes away credit, never counts as a miss.
    Helped { item: String, level: u8, seed: u32, at: Hybrid },
    /// A level as the learner was shown it; what was shown never falls.
    LevelShown { skill: String, level: Level, model: u32 },
    /// The learner said or changed something about themselves. Absent fields are unchanged.
    Profile(Profile),
    /// How the learner wants to begin: looking for a starting point, or just practising.
    Began { mode: Mode },
    /// A fact of a newer release. It is kept and exported, and nothing is concluded from it.
    #[serde(other)]
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    /// Revision of the item's draw.
    pub rev: u32,
    /// Content hash of the unit the question was drawn from.
    pub pack: String,
    pub skill: String,
    /// Step of the item, when it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What was typed or chosen, as the engine reads it (not the words on the screen).
    pub response: String,
    /// 1 for the first attempt at this question, 2 for the second, 3 for the last step of a worked solution.
    pub attempt: u8,
    pub right: bool,
    /// Every wrong rule that gives this answer on this question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Hints opened before this attempt.
    #[serde(default)]
    pub hints: u8,
    /// Number of choices offered; 0 for a typed answer.
    #[serde(default)]
    pub options: u8,
    /// Milliseconds from the question's appearance; never lowers belief.
    pub ms: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    pub locale: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Declined {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub skill: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    NotLearned,
    NotNow,
    #[serde(other)]
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    FindStart,
    Practise,
    #[serde(other)]
    Other,
}

/// What a learner earned and was shown. The order is the order of achievement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    #[default]
    New,
    Started,
    Practised,
    Mastered,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Id of a drawn avatar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// 0 is kindergarten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interests: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Minutes chosen for a day: 5, 10 or 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
}
