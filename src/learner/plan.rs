//! What an adult asks for (T5): this week's unit, and a word about single skills. It reaches a learner as one fact,
//! [`Event::PlanSet`](super::Event::PlanSet), and is folded into [`Learner::plan`](super::Learner::plan); the latest
//! holds, whole, so an empty one takes everything back. It is input to the choice of the next question and no evidence:
//! no belief and no level moves by it.

use super::json::{Json, Object};
use crate::num::{Day, SortedMap, SortedSet};
use serde::Serialize;

/// One adult's wishes for one learner. [`Plan::default`] asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Ids of the skills of this week's unit. Each learner enters by their own weakest prerequisite. While it leads, at
    /// least half of a day's questions are on the way to it; the rest is review and what else is under way.
    #[serde(skip_serializing_if = "SortedSet::is_empty")]
    pub unit: SortedSet<String>,
    /// The first day and the last on which the unit leads; without them from now on, and until another plan comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// What is said about single skills, by their ids. It holds on every day.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub overrides: SortedMap<String, Override>,
    /// Minutes a day that are asked for. A learner who chose their own keeps them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
    /// What the adult writes to the learner; at most [`COMMENT`] characters, shown as it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// The day on which statuses were last corrected, on the adult's device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Day>,
}

/// Characters of a comment, at most: a link with it still fits a code that a camera reads.
pub const COMMENT: usize = 200;

/// An adult's word about a skill. The first three speak about the teaching, the last two correct a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Override {
    /// It was taught in class: nothing in front of it stands in its way.
    Taught,
    /// It comes later: the tutor does not choose it. A learner still may.
    NotYet,
    /// Not needed: the tutor does not choose it, and what builds on it need not wait for it.
    Skip,
    /// "She has this": taken as known, to be confirmed by one right answer, like a skill that was placed.
    Knows,
    /// "He needs this again": not taken as known, and practised, until three right answers since it was said.
    Again,
    /// A word of a newer release. Nothing follows from it.
    Other,
}

impl Plan {
    pub fn says(&self, skill: &str) -> Option<Override> {
        self.overrides.get(skill).copied()
    }

    /// Whether the unit leads on `day`.
    pub fn leads(&self, day: Day) -> bool {
        self.runs(day) && !self.unit.is_empty()
    }

    /// Whether `day` is one of those that the plan is for.
    pub fn runs(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether its last day was before `day`.
    pub fn is_over(&self, day: Day) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether its last day lies before its first: such a plan runs on no day.
    pub fn is_backwards(&self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until < from)
    }

    /// What corrects a status, not the teaching.
    pub fn corrections(&self) -> impl Iterator<Item = (&String, Override)> {
        self.overrides.iter().map(|(skill, word)| (skill, *word)).filter(|(_, word)| word.corrects())
    }

    pub(super) fn of(fact: &Object) -> Option<Self> {
        let overrides = fact.may("overrides", Json::object)?;
        let overrides = overrides.iter().flat_map(|all| all.members());
        Some(Self {
            unit: fact.may("unit", Json::texts)?.unwrap_or_default().into_iter().collect(),
            from: fact.may("from", Json::number)?.map(Day),
            until: fact.may("until", Json::number)?.map(Day),
            overrides: overrides
                .map(|(skill, word)| Some((String::from(*skill), Override::of(*word)?)))
                .collect::<Option<_>>()?,
            minutes: fact.may("minutes", Json::number)?,
            comment: fact.may("comment", Json::text)?.unwrap_or_default(),
            set: fact.may("set", Json::number)?.map(Day),
        })
    }
}

impl Override {
    pub fn corrects(self) -> bool {
        matches!(self, Self::Knows | Self::Again)
    }

    fn of(json: Json) -> Option<Self> {
        Some(match &*json.text()? {
            "taught" => Self::Taught,
            "not_yet" => Self::NotYet,
            "skip" => Self::Skip,
            "knows" => Self::Knows,
            "again" => Self::Again,
            _ => Self::Other,
        })
    }
}
