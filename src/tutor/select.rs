//! What comes next, and why. Every candidate gets a score and a reason; the reason of the chosen one is kept, and
//! the learner can read it. Same learner, same day, same salt: same choice.

use crate::content::{ItemRef, Map, Skill};
use crate::learner::json::Json;
use crate::learner::{Learner, Level, Mode, SkillState, Why};
use crate::num::{Day, SplitMix64};
use serde::Serialize;

/// Why this question stands here. `view` turns it into a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Looking for a starting point.
    Search,
    /// One like it was hinted, helped or mended before.
    Owed,
    /// Last practised some days ago.
    Refresh { days: i32 },
    /// On the way, not there yet.
    GoOn,
    /// Its prerequisites are there, or none are needed.
    Ready,
    /// Between two others, so that choosing the method is practised too.
    Mixed,
    /// A second day, or another kind of question, makes it stick.
    Secure,
    /// After misses: something that goes well.
    Easier,
    /// The learner asked for it.
    Chosen,
    /// Named by an address.
    Linked,
    /// Kept by another release.
    Other,
}

impl Reason {
    pub(super) fn of(json: Json) -> Option<Self> {
        if let Some(refresh) = json.object() {
            let days = refresh.needs("refresh", Json::object)?.needs("days", Json::number)?;
            return Some(Self::Refresh { days });
        }
        Some(match &*json.text()? {
            "search" => Self::Search,
            "owed" => Self::Owed,
            "go_on" => Self::GoOn,
            "ready" => Self::Ready,
            "mixed" => Self::Mixed,
            "secure" => Self::Secure,
            "easier" => Self::Easier,
            "chosen" => Self::Chosen,
            "linked" => Self::Linked,
            _ => Self::Other,
        })
    }
}

/// The chosen question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub skill: String,
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub reason: Reason,
}

/// A skill one could practise now.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub skill: String,
    pub score: f64,
    pub reason: Reason,
}

/// The longest a search for a starting point may take (L1).
pub const SEARCH_LIMIT: u32 = 10;
/// Success the tutor aims for (L2): usual, and when it should go well.
const USUAL: f64 = 0.80;
const GENTLE: f64 = 0.90;
const SEARCHING: f64 = 0.70;
/// Questions between an owed item and its sibling.
const OWED_AFTER: u32 = 2;
/// After so many misses in a row a skill rests behind others.
const MANY_MISSES: u32 = 3;

/// The next question; `wish` names a skill the learner asked for. `None` only for a map that teaches nothing.
pub fn next(learner: &Learner, day: Day, wish: Option<&str>, salt: u64) -> Option<Pick> {
    let map = learner.map();
    let chosen = match wish.filter(|wish| map.skill(wish).is_some_and(taught)) {
        Some(wish) => Candidate { skill: wish.into(), score: 0.0, reason: Reason::Chosen },
        None if searching(learner) => search(learner, day)?,
        None => candidates(learner, day).into_iter().next()?,
    };
    let skill = map.skill(&chosen.skill)?;
    let entry = item(learner, skill, &chosen.reason, day, salt)?;
    let seed = learner.next_seed(&entry.item, entry.level).unwrap_or_else(|| first_seed(&entry.item, salt));
    Some(Pick {
        skill: chosen.skill,
        item: entry.item.clone(),
        level: entry.level,
        seed,
        reason: chosen.reason,
    })
}

/// Whether the search for a starting point still goes on.
pub fn searching(learner: &Learner) -> bool {
    learner.mode == Some(Mode::FindStart) && learner.searched < SEARCH_LIMIT
}

fn taught(skill: &Skill) -> bool {
    !skill.items.is_empty()
}

/// The skill whose usual question is nearest to the wanted success: two likely successes first, and never two
/// likely misses in a row (L1).
fn search(learner: &Learner, day: Day) -> Option<Candidate> {
    let last_missed = learner.recent.back().is_some_and(|recent| !recent.right);
    let wanted = if learner.searched < 2 || last_missed { GENTLE } else { SEARCHING };
    let fit = |skill: &Skill| {
        let asked = learner.recent.iter().filter(|recent| recent.skill == skill.id).count();
        let asked = f64::from(u32::try_from(asked).unwrap_or(u32::MAX));
        let nearest = skill
            .items
            .iter()
            .map(|entry| (chance(learner, skill, entry, day) - wanted).abs())
            .fold(1.0, f64::min);
        -nearest - 0.15 * asked - if resting(learner, &skill.id, day) { 2.0 } else { 0.0 }
    };
    best(learner.map(), |skill| Some((fit(skill), Reason::Search))).into_iter().next()
}

/// Every skill one could practise on `day`, best first.
pub fn candidates(learner: &Learner, day: Day) -> Vec<Candidate> {
    best(learner.map(), |skill| rate(learner, skill, day))
}

fn best(map: &Map, rate: impl Fn(&Skill) -> Option<(f64, Reason)>) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = map
        .skills
        .iter()
        .filter(|skill| taught(skill))
        .filter_map(|skill| {
            rate(skill).map(|(score, reason)| Candidate { skill: skill.id.clone(), score, reason })
        })
        .collect();
    // Stable: skills that rate alike stay in the order of the map.
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all
}

/// How much a skill is worth practising now. `None`: its prerequisites are missing.
fn rate(learner: &Learner, skill: &Skill, day: Day) -> Option<(f64, Reason)> {
    let (score, reason) = match learner.level(&skill.id, day) {
        _ if owed_now(learner, &skill.id) => (100.0, Reason::Owed),
        Level::New if ready(learner, skill, day) => {
            (if crowded(learner, day) { 20.0 } else { 50.0 }, Reason::Ready)
        }
        Level::New => return None,
        Level::Started if misses(learner, &skill.id) >= MANY_MISSES => (15.0, Reason::GoOn),
        Level::Started if just_practised(learner, &skill.id) => (60.0, Reason::GoOn),
        Level::Started => (if time_to_mix(learner, day) { 65.0 } else { 58.0 }, go_on(learner, day)),
        level => settled(learner, skill, level, day),
    };
    let rest = if resting(learner, &skill.id, day) { 200.0 } else { 0.0 };
    Some((score - rest, reason))
}

/// A practised or mastered skill: due, to be secured on another day, or done with for now.
fn settled(learner: &Learner, skill: &Skill, level: Level, day: Day) -> (f64, Reason) {
    let last = learner.skill(&skill.id).and_then(SkillState::memory).map_or(day, |m| m.last);
    let days = day.since(last);
    let doubt = 0.9 - learner.recall(&skill.id, day);
    if days >= 1 && doubt > 0.0 && reviews_fit(learner, day) {
        (80.0 + 10.0 * doubt, Reason::Refresh { days })
    } else if days >= 1 && level == Level::Practised {
        (55.0, Reason::Secure)
    } else if level == Level::Practised {
        (12.0, Reason::Secure)
    } else {
        (5.0, Reason::Mixed)
    }
}

/// Everything it builds on is practised here, placed by an easy right answer, or taken for granted.
pub fn ready(learner: &Learner, skill: &Skill, day: Day) -> bool {
    let map = learner.map();
    skill.prerequisites.iter().all(|id| match map.skill(id) {
        Some(prerequisite) if taught(prerequisite) => secure(learner, prerequisite, day),
        _ => true,
    })
}

fn secure(learner: &Learner, skill: &Skill, day: Day) -> bool {
    let placed = || {
        learner.skill(&skill.id).is_some_and(|s| !s.wins.is_empty() && s.misses_in_a_row == 0)
            && skill.items.iter().filter(|e| e.level == 2).any(|e| chance(learner, skill, e, day) >= USUAL)
    };
    learner.level(&skill.id, day) >= Level::Practised || placed()
}

fn owed_now(learner: &Learner, skill: &str) -> bool {
    learner.owed.iter().any(|owed| owed.skill == skill && learner.answers >= owed.since + 1 + OWED_AFTER)
}

/// Two skills under way are enough.
fn crowded(learner: &Learner, day: Day) -> bool {
    let open = |skill: &&Skill| {
        learner.level(&skill.id, day) == Level::Started
            && misses(learner, &skill.id) < MANY_MISSES
            && !resting(learner, &skill.id, day)
    };
    learner.map().skills.iter().filter(|s| taught(s)).filter(open).count() >= 2
}

fn misses(learner: &Learner, skill: &str) -> u32 {
    learner.skill(skill).map_or(0, |s| s.misses_in_a_row)
}

fn just_practised(learner: &Learner, skill: &str) -> bool {
    learner.recent.back().is_some_and(|recent| recent.skill == skill)
}

/// Every fourth question comes from the other open skill (interleaving; Rohrer and Taylor 2007).
fn time_to_mix(learner: &Learner, day: Day) -> bool {
    learner.on(day).answers % 4 == 3
}

fn go_on(learner: &Learner, day: Day) -> Reason {
    if time_to_mix(learner, day) { Reason::Mixed } else { Reason::GoOn }
}

/// Reviews take at most four in ten of a day's questions.
fn reviews_fit(learner: &Learner, day: Day) -> bool {
    let reviewed =
        learner.recent.iter().filter(|r| r.day == day && learner.shown(&r.skill) >= Level::Practised).count();
    let reviewed = u32::try_from(reviewed).unwrap_or(u32::MAX);
    reviewed * 10 <= learner.on(day).answers * 4
}

/// "I haven't learned this yet" and "not now" are respected for the day.
fn resting(learner: &Learner, skill: &str, day: Day) -> bool {
    let declined = learner.skill(skill).and_then(|s| s.declined);
    declined.is_some_and(|(why, on)| on == day && why != Why::Other)
}

/// The item and level whose expected success is nearest to the wanted one, with variety.
fn item<'a>(
    learner: &Learner,
    skill: &'a Skill,
    reason: &Reason,
    day: Day,
    salt: u64,
) -> Option<&'a ItemRef> {
    let wanted = wanted(learner, skill, reason, day);
    let owed = learner.owed.iter().find(|owed| owed.skill == skill.id).filter(|_| *reason == Reason::Owed);
    let first = learner.skill(&skill.id).is_none_or(|s| s.attempts == 0);
    let struggling = misses(learner, &skill.id) >= 2;
    let mut chance_of_order = SplitMix64::new(salt ^ u64::from(learner.answers));
    let mut best: Option<(f64, &ItemRef)> = None;
    for entry in &skill.items {
        let recent = learner.recent.iter().rev().take(3).any(|r| r.item == entry.item);
        let won = learner.skill(&skill.id).is_some_and(|s| s.wins.iter().any(|w| w.item == entry.item));
        let mut score = -10.0 * (chance(learner, skill, entry, day) - wanted).abs();
        score -= if recent { 1.5 } else { 0.0 };
        score += if won { 0.0 } else { 0.5 };
        score += if struggling && entry.tags.iter().any(|tag| tag == "picture") { 2.0 } else { 0.0 };
        // A first meeting is with the mathematics alone; a story comes when the idea is there.
        score -= if first && entry.tags.iter().any(|tag| tag == "words") { 1.0 } else { 0.0 };
        score -= owed.map_or(0.0, |owed| if entry.level == owed.level { 0.0 } else { 8.0 });
        #[expect(clippy::cast_precision_loss, reason = "a tie-break below 2^10")]
        let shuffle = chance_of_order.below(1024) as f64 / 1024.0;
        score += 0.4 * shuffle;
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, entry));
        }
    }
    best.map(|(_, entry)| entry)
}

/// The success to aim for (L2).
fn wanted(learner: &Learner, skill: &Skill, reason: &Reason, day: Day) -> f64 {
    let missed_two =
        learner.recent.len() >= 2 && learner.recent.iter().rev().take(2).all(|recent| !recent.right);
    let fragile = learner.on(day).answers < 3 || missed_two || misses(learner, &skill.id) >= 2;
    match reason {
        Reason::Search if learner.searched >= 2 && !missed_two => SEARCHING,
        _ if fragile => GENTLE,
        _ => USUAL,
    }
}

fn chance(learner: &Learner, skill: &Skill, entry: &ItemRef, day: Day) -> f64 {
    learner.chance(&skill.id, &entry.item, entry.level, entry.options, day)
}

/// Where a learner's seeds of an item begin: neighbours in a classroom start apart.
fn first_seed(item: &str, salt: u64) -> u32 {
    let mixed = item.bytes().fold(salt, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    u32::try_from(SplitMix64::new(mixed).below(1_000_000)).unwrap_or(0)
}
