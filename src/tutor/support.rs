//! Help that comes early and wheel-spinning that ends (L10), and trials on the learner's own wish (L9).

use super::plan::Plan;
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
    let plan = Plan::default();
    let survey = Survey::of(learner, &plan, day);
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

/// Questions of a trial, at most.
const LONGEST: usize = 4;

/// "Prove it": two to four fresh questions of target difficulty, of different families where there are any. Every answer
/// is evidence like any other and no other rule decides, so that trying daily is no lottery. `None` where the skill was
/// answered today already: one try a day.
pub fn trial(learner: &Learner, skill: &str, day: Day, salt: u64) -> Option<Vec<Pick>> {
    let state = learner.skill(skill);
    let tried = learner.recent.iter().any(|recent| recent.day == day && recent.skill == skill);
    if tried {
        return None;
    }
    let items = &learner.map().skills[learner.place(skill)? as usize].items;
    let won = |entry: &ItemRef| state.is_some_and(|s| s.wins.iter().any(|win| win.item == entry.item));
    let mut entries: Vec<&ItemRef> = items.iter().filter(|entry| entry.level >= 2).collect();
    if entries.is_empty() {
        entries = items.iter().collect();
    }
    // Typed before chosen, families that were never won first; equals stay in the order of the map.
    entries.sort_by_key(|entry| (entry.options > 0, won(entry), entry.level));
    let wins = state.map_or(0, |state| state.wins.len());
    let length = LONGEST.saturating_sub(wins.min(2)).min(entries.len().max(2));
    let pick = |(turn, entry): (u32, &&ItemRef)| Pick {
        skill: skill.into(),
        item: entry.item.clone(),
        level: entry.level,
        seed: seed_of(learner, entry, salt).wrapping_add(turn),
        reason: Reason::Prove,
    };
    let turns = (0..).zip(entries.iter().cycle().take(length));
    (!entries.is_empty()).then(|| turns.map(pick).collect())
}
