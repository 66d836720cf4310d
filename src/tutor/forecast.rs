//! How far it is to a goal, as a range and never a promise (O3), and who is likely to struggle with what comes next,
//! and why (T9).

use super::survey::{Standing, Survey};
use crate::learner::{Learner, Level, Plan};
use crate::num::{Day, SortedSet, math};

/// From the likely end of a range to its other: eight in ten should lie between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub likely: f64,
    pub high: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Skills still to be practised for the goal, what they build on included.
    pub skills: Vec<String>,
    /// First answers until all are practised.
    pub questions: Range,
    /// Days on which the learner practises as much as usual.
    pub days: Range,
}

/// First answers a new skill takes, reviews beside it included, before the learner's own pace is known.
const QUESTIONS: f64 = 11.0;
/// Skills whose worth this first guess has.
const GUESS_WEIGHT: f64 = 4.0;
/// Spread of that number from skill to skill, and of one's own pace, as shares.
const SKILL_SPREAD: f64 = 0.8;
const PACE_SPREAD: f64 = 0.35;
/// Nine in ten of a normal number lie below its mean and so many standard deviations.
const END: f64 = 1.28;
/// A usual day of somebody whose days are not known: ten minutes.
const USUAL_DAY: f64 = 12.0;

/// What is left to the goal of having practised all of `goal`. `None` where nothing of it is taught here.
pub fn forecast(learner: &Learner, goal: &[&str], day: Day) -> Option<Forecast> {
    let unit: SortedSet<String> = goal.iter().map(|skill| (*skill).to_string()).collect();
    let plan = Plan { unit, overrides: learner.plan.overrides.clone(), ..Plan::default() };
    let survey = Survey::of(learner, &plan, day);
    if !survey.skills.iter().any(|standing| standing.on_path && standing.taught()) {
        return None;
    }
    let left: Vec<&Standing> = survey
        .skills
        .iter()
        .filter(|standing| standing.on_path && standing.taught() && standing.level < Level::Practised)
        .filter(|standing| !standing.secure)
        .collect();
    let begun: f64 = left.iter().map(|standing| done(standing)).sum();
    let pace = pace(&survey);
    let count = (left.len() as f64 - begun).max(0.0);
    let spread = if count > 0.0 {
        math::sqrt(SKILL_SPREAD * SKILL_SPREAD / count.max(0.5) + PACE_SPREAD * PACE_SPREAD)
    } else {
        0.0
    };
    // The number is never negative and its right tail is the longer: log-normal.
    let likely = count * pace;
    let range = |unit: f64, more: f64| {
        let spread = math::sqrt(spread * spread + more * more);
        Range {
            low: likely / unit * math::exp(-END * spread),
            likely: likely / unit,
            high: likely / unit * math::exp(END * spread),
        }
    };
    let usual = match learner.days {
        0 => USUAL_DAY,
        days => (f64::from(learner.answers) + 2.0 * USUAL_DAY) / (f64::from(days) + 2.0),
    };
    Some(Forecast {
        skills: left.iter().map(|standing| standing.skill.id.clone()).collect(),
        questions: range(1.0, 0.0),
        days: range(usual.max(1.0), if likely > 0.0 { 0.2 } else { 0.0 }),
    })
}

/// First answers for each skill practised so far, drawn towards the first guess.
fn pace(survey: &Survey) -> f64 {
    let practised = survey.skills.iter().filter(|standing| standing.level >= Level::Practised);
    let count = practised.count() as f64;
    let spent = f64::from(survey.learner.answers);
    let own = spent.min(4.0 * QUESTIONS * count);
    (QUESTIONS * GUESS_WEIGHT + own) / (GUESS_WEIGHT + count)
}

/// The part of a started skill that is behind the learner, at most three quarters.
fn done(standing: &Standing) -> f64 {
    let wins = standing.state.map_or(0, |state| state.wins.len());
    (wins as f64 / 4.0).min(0.75)
}

/// A skill of the next unit that is likely to be hard, and what it wants for.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    pub skill: String,
    /// Chance of success on a first question of usual difficulty.
    pub chance: f64,
    /// Prerequisites that are not secure, the weakest first.
    pub because: Vec<String>,
}

/// Below this chance a first question is more likely to discourage than to teach.
const HARD: f64 = 0.55;

/// Who is likely to struggle with `unit`: the skills that are hard at present, hardest first. A skill whose own
/// prerequisites are in the unit too is left to them.
pub fn warnings(learner: &Learner, unit: &[&str], day: Day) -> Vec<Warning> {
    let survey = Survey::of(learner, &learner.plan, day);
    let mut all: Vec<Warning> = unit.iter().filter_map(|skill| warning(&survey, unit, skill)).collect();
    all.sort_by(|a, b| a.chance.total_cmp(&b.chance));
    all
}

fn warning(survey: &Survey, unit: &[&str], skill: &str) -> Option<Warning> {
    let standing = survey.standing(skill).filter(|standing| standing.level < Level::Practised)?;
    let place = survey.learner.place(skill)?;
    let belief = |standing: &Standing| survey.learner.reference(&standing.skill.id, survey.day);
    let parents = survey.learner.prerequisites(place as usize).iter().map(|p| &survey.skills[*p as usize]);
    let mut missing: Vec<&Standing> = parents.filter(|p| p.taught() && !p.secure).collect();
    missing.sort_by(|a, b| belief(a).mean.total_cmp(&belief(b).mean));
    let own = belief(standing);
    let chance = math::sigmoid(own.mean / math::sqrt(1.0 + std::f64::consts::PI / 8.0 * own.var));
    let outside = missing.iter().any(|parent| !unit.contains(&parent.skill.id.as_str()));
    let known = survey.learner.answers > 0;
    (known && (outside || chance < HARD)).then(|| Warning {
        skill: skill.into(),
        chance,
        because: missing.iter().map(|parent| parent.skill.id.clone()).collect(),
    })
}
