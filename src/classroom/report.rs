//! What a class comes to: a table, standards, medians. Never a percentage.

use super::class::{Student, StudentId};
use crate::content::Map;
use crate::learner::{Level, Status};
use crate::num::{Day, SortedMap};

/// How a skill stands with a student, for a cell of a table. The order is from best to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Confirmed,
    Practised,
    /// Earned once, in doubt now.
    Refresh,
    Started,
    /// Many answers without success.
    Stuck,
    Unseen,
}

/// Answers without success that make a cell say so.
const STUCK: u32 = 5;

impl Mark {
    pub fn of(status: Option<&Status>) -> Self {
        match status {
            None => Self::Unseen,
            Some(status) if status.is_confirmed() => Self::Confirmed,
            Some(status) if status.fading => Self::Refresh,
            Some(status) if status.level >= Level::Practised => Self::Practised,
            Some(status) if status.fruitless >= STUCK => Self::Stuck,
            Some(_) => Self::Started,
        }
    }
}

/// Skills with an answer of anybody, or of the unit, in the order of the map.
pub fn skills(students: &[Student], unit: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> =
        students.iter().flat_map(|s| s.skills.keys().copied()).chain(unit.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// One standard: how many students stand where, over all skills of the course that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    pub code: String,
    pub skills: Vec<usize>,
    /// All of its skills are confirmed.
    pub confirmed: Vec<StudentId>,
    /// Something of it was answered.
    pub begun: Vec<StudentId>,
    pub unseen: usize,
    /// The last day on which anybody showed any of it.
    pub shown: Option<Day>,
}

pub fn standards(students: &[Student], map: &Map) -> Vec<Standard> {
    let mut by_code: SortedMap<&str, Vec<usize>> = SortedMap::new();
    for (place, skill) in map.skills.iter().enumerate().filter(|(_, skill)| !skill.items.is_empty()) {
        for code in &skill.standards {
            by_code.or_default(code.as_str()).push(place);
        }
    }
    let standard = |(code, skills): (&&str, &Vec<usize>)| {
        let status = |student: &Student, place: &usize| student.skills.get(place).copied();
        let confirmed = |s: &&Student| skills.iter().all(|p| status(s, p).is_some_and(|s| s.is_confirmed()));
        let begun = |s: &&Student| !confirmed(s) && skills.iter().any(|p| status(s, p).is_some());
        let ids = |it: Vec<&Student>| it.into_iter().map(|student| student.id).collect::<Vec<_>>();
        let (confirmed, begun) =
            (ids(students.iter().filter(confirmed).collect()), ids(students.iter().filter(begun).collect()));
        let all = students.iter().flat_map(|s| skills.iter().filter_map(move |p| s.skills.get(p)));
        Standard {
            code: (*code).to_string(),
            skills: skills.clone(),
            unseen: students.len() - confirmed.len() - begun.len(),
            confirmed,
            begun,
            shown: all.filter_map(|status| status.shown).max(),
        }
    };
    let all = by_code.iter().map(standard);
    all.filter(|standard| !standard.confirmed.is_empty() || !standard.begun.is_empty()).collect()
}

/// The middle one, or the lower of the two in the middle; medians, because one student must not move a class.
pub fn median(values: impl Iterator<Item = u32>) -> Option<u32> {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}
