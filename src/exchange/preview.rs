//! What an import would bring, told before anything is changed.

use crate::{
    learner::Event,
    log::{History, Record},
    num::Day,
};
use std::collections::BTreeSet;

/// Counts of a file's records against the history that is here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Records in the file, each once.
    pub facts: usize,
    /// Those that are not here yet.
    pub new: usize,
    /// Answers among the new ones.
    pub answers: usize,
    /// Records of a newer release: they stay in the file until this device runs that release.
    pub newer: usize,
    /// Local days with new facts.
    pub days: usize,
    /// Skills with new answers.
    pub skills: usize,
    /// First and last day of the whole file.
    pub span: Option<(Day, Day)>,
    /// The newest nickname in the file, to show whose it is.
    pub nickname: Option<String>,
}

impl Preview {
    pub fn of(records: &[Record], here: &History) -> Self {
        let file: History = records.iter().cloned().collect();
        let mut preview = Self { facts: file.len(), ..Self::default() };
        let (mut days, mut skills) = (BTreeSet::new(), BTreeSet::new());
        for record in file.ordered() {
            if record.is_newer() {
                preview.newer += 1;
                continue;
            }
            let fact = record.fact();
            preview.span = Some((preview.span.map_or(fact.day(), |(first, _)| first), fact.day()));
            if let Event::Profile(profile) = &fact.event
                && profile.nickname.is_some()
            {
                preview.nickname.clone_from(&profile.nickname);
            }
            if here.contains(&record) {
                continue;
            }
            preview.new += 1;
            days.insert(fact.day());
            if let Event::Answered(answered) = fact.event {
                preview.answers += 1;
                skills.insert(answered.skill);
            }
        }
        Self { days: days.len(), skills: skills.len(), ..preview }
    }
}
