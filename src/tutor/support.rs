//! Help that comes early and wheel-spinning that ends (L10), and trials on the learner's own wish (L9).

use super::select::{Pick, Reason, seed_of};
use super::survey::{MANY_MISSES, REST, Survey, TURN_BACK};
use crate::content::ItemRef;
use crate::learner::Learner;
use crate::num::Day;

/// What a learner needs on a skill now, from nothing to a grown-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Support {
    None,
    /// Two misses: the next question is easier or pictured.
    Easier,
    /// Three: a worked example with a "why?" choice.
    Example,
    /// Five opportunities without success: this prerequisite first, then back.
    Back {
        skill: String,
    },
    /// Eight: "show your teacher this", and the skill rests for the day.
    Rest,
}

pub fn support(learner: &Learner, skill: &str, day: Day) -> Support {
    let survey = Survey::of(learner, &learner.plan, day);
    let Some(standing) = survey.standing(skill).filter(|standing| standing.days == 0) else {
        return Support::None;
    };
    match standing.fruitless() {
        REST.. => Support::Rest,
        TURN_BACK.. => match survey.weakest(skill) {
            Some(weakest) => Support::Back { skill: weakest.skill.id.clone() },
            None => Support::Example,
        },
        _ if standing.misses() >= MANY_MISSES => Support::Example,
        _ if standing.misses() == 2 => Support::Easier,
        _ => Support::None,
    }
}

/// The help that is due after the last answer and was not given yet: a worked example once after three misses, and
/// where no way leads back once more after five; the card for the teacher once a day.
pub fn due(learner: &Learner, day: Day) -> Option<(String, Support)> {
    let skill = &learner.recent.back().filter(|recent| recent.day == day && !recent.right)?.skill;
    let state = learner.skill(skill)?;
    let support = support(learner, skill, day);
    let is_due = match support {
        Support::Example => {
            state.example_at == 0 || state.fruitless >= TURN_BACK && state.example_at < TURN_BACK
        }
        Support::Rest => state.card != Some(day),
        Support::None | Support::Easier | Support::Back { .. } => false,
    };
    is_due.then(|| (skill.clone(), support))
}

/// A worked example for a skill: a sibling of the question that is owed, which the learner has not met.
pub fn example(learner: &Learner, skill: &str, salt: u64) -> Option<Pick> {
    let owed = learner.owed.iter().find(|owed| owed.skill == skill)?;
    let (_, entry) = learner.map().item(&owed.item, owed.level)?;
    Some(Pick {
        skill: skill.into(),
        item: entry.item.clone(),
        level: entry.level,
        seed: seed_of(learner, entry, salt),
        reason: Reason::Easier,
    })
}

/// Questions of a trial, at most.
const LONGEST: usize = 4;

/// "Prove it": two to four fresh questions of target difficulty, of different families where there are any. Every answer
/// is evidence like any other and no other rule decides, so that trying daily is no lottery. `None` where the skill was
/// tried today already: one try a day.
pub fn trial(learner: &Learner, skill: &str, day: Day, salt: u64) -> Option<Vec<Pick>> {
    let state = learner.skill(skill);
    if state.is_some_and(|state| state.tried == Some(day)) {
        return None;
    }
    let length = length(learner, skill, state.map_or(0, |state| state.wins.len()))?;
    let mut picks: Vec<Pick> = Vec::new();
    for turn in 0..length {
        let asked: Vec<&str> = picks.iter().map(|pick| pick.item.as_str()).collect();
        let mut pick = fresh(learner, skill, &asked, salt)?;
        pick.seed = pick.seed.wrapping_add(u32::try_from(turn).unwrap_or(0));
        picks.push(pick);
    }
    Some(picks)
}

/// Where the open trial stands: the questions answered, and how many there are.
pub fn place_in_trial(learner: &Learner, day: Day) -> Option<(usize, usize)> {
    let trial = learner.trial.as_ref().filter(|trial| trial.open && trial.day == day)?;
    Some((trial.items.len(), trial.questions))
}

/// The next question of the trial that is under way.
pub fn next_of_trial(learner: &Learner, day: Day, salt: u64) -> Option<Pick> {
    place_in_trial(learner, day)?;
    let trial = learner.trial.as_ref()?;
    let asked: Vec<&str> = trial.items.iter().map(String::as_str).collect();
    fresh(learner, &trial.skill, &asked, salt)
}

/// Wins of before make a trial shorter.
fn length(learner: &Learner, skill: &str, wins: usize) -> Option<usize> {
    let entries = of_target(learner, skill)?.len();
    Some(LONGEST.saturating_sub(wins.min(2)).min(entries.max(2)))
}

fn of_target<'a>(learner: &'a Learner, skill: &str) -> Option<Vec<&'a ItemRef>> {
    let items = &learner.map().skills[learner.place(skill)? as usize].items;
    let target: Vec<&ItemRef> = items.iter().filter(|entry| entry.level >= 2).collect();
    let entries = if target.is_empty() { items.iter().collect() } else { target };
    (!entries.is_empty()).then_some(entries)
}

/// A question not asked in this trial: typed before chosen, families that were never won first; equals stay in the order
/// of the map.
fn fresh(learner: &Learner, skill: &str, asked: &[&str], salt: u64) -> Option<Pick> {
    let state = learner.skill(skill);
    let won = |entry: &ItemRef| state.is_some_and(|s| s.wins.iter().any(|win| win.item == entry.item));
    let times = |entry: &ItemRef| asked.iter().filter(|item| **item == entry.item).count();
    let entries = of_target(learner, skill)?;
    let entry =
        entries.into_iter().min_by_key(|entry| (times(entry), entry.options > 0, won(entry), entry.level))?;
    Some(Pick {
        skill: skill.into(),
        item: entry.item.clone(),
        level: entry.level,
        seed: seed_of(learner, entry, salt),
        reason: Reason::Prove,
    })
}
