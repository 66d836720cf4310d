//! Rules about what is drawn: that it can be, that it is right, that there is enough of it.

use super::super::expr::Value;
use super::super::item::Answer;
use super::super::more::respond::Kind;
use super::super::{Locale, Score};
use super::{Case, Found, Level, found, percent};
use std::collections::{BTreeMap, BTreeSet};

/// Distinct questions a level must have.
pub const ENOUGH: usize = 50;
/// Seeds looked at before a level is said to have too few questions.
const MANY_SEEDS: u32 = 1_000;

pub fn no_draw(case: &Case) -> Vec<Found> {
    let failed = case.levels.iter().filter_map(|level| level.failed.first());
    failed
        .map(|problem| {
            found("where", format!("{problem}; loosen `where` or the level's conditions, or mend it"))
        })
        .collect()
}

/// Later steps that cannot be shown although the first can.
pub fn step_missing(case: &Case) -> Vec<Found> {
    let Some(id) = case.item.step.as_deref() else { return Vec::new() };
    let drawn = |level: &Level| level.questions.len();
    if case.levels.iter().map(drawn).sum::<usize>() > 0 || case.family.step.as_deref() == Some(id) {
        return Vec::new();
    }
    vec![found("id", "this step can never be shown: its answer or figure cannot be computed")]
}

pub fn check_fails(case: &Case) -> Vec<Found> {
    let Some(check) = &case.item.check else { return Vec::new() };
    let says = case.first(|question| {
        let answers = match (&question.right, &case.item.answer) {
            // Each right option is looked at by itself.
            (Value::List(all), Answer::More(rule)) if matches!(rule.kind, Kind::ChooseAll { .. }) => {
                all.to_vec()
            }
            (right, _) => vec![right.clone()],
        };
        answers.into_iter().find_map(|answer| {
            let mut scope = question.scope.clone();
            scope.set("answer", answer.clone());
            match check.eval(&scope) {
                Ok(Value::Truth(true)) => None,
                Ok(value) => Some(format!("for the answer {answer} the check is {value}")),
                Err(fault) => Some(fault.what),
            }
        })
    });
    says.map(|what| found("check", what)).into_iter().collect()
}

pub fn many_tries(case: &Case) -> Vec<Found> {
    let mean = |level: &Level| f64::from(level.tries) / level.questions.len().max(1) as f64;
    let slow = case.levels.iter().filter(|level| mean(level) > 50.0);
    slow.map(|level| {
        let what = format!(
            "level {} takes {:.0} tries a draw; let bounds depend on other parameters instead of rejecting",
            level.level,
            mean(level)
        );
        found("where", what)
    })
    .collect()
}

/// The written form of the answer must be typed, read and scored right.
pub fn own_answer_scores_right(case: &Case) -> Vec<Found> {
    let says = case.first(|question| {
        let typed = question.right_value();
        (question.score(&typed) != Score::Right)
            .then(|| format!("its own answer, typed as {typed}, is not right"))
    });
    says.map(|what| found("answer", what)).into_iter().collect()
}

fn distinct(case: &Case, level: &Level) -> usize {
    let mut keys: BTreeSet<u64> = level.questions.iter().map(|question| question.key()).collect();
    for seed in level.questions.len() as u32..MANY_SEEDS {
        if keys.len() >= ENOUGH {
            break;
        }
        let question = case.unit.unit.draw(&case.item.id, level.level, seed, Locale::En);
        keys.extend(question.map(|question| question.key()));
    }
    keys.len()
}

pub fn too_few_questions(case: &Case) -> Vec<Found> {
    if case.item.few.is_some() {
        return Vec::new();
    }
    let counted = case.levels.iter().filter(|level| level.failed.is_empty());
    let counted = counted.map(|level| (level.level, distinct(case, level)));
    counted
        .filter(|(_, count)| *count < ENOUGH)
        .map(|(level, count)| {
            let what = format!(
                "level {level} has {count} different questions, {ENOUGH} are needed; widen the parameters, \
                 or say in `few = \"...\"` why there cannot be more"
            );
            found("params", what)
        })
        .collect()
}

pub fn few_without_need(case: &Case) -> Vec<Found> {
    let enough = |level: &Level| level.failed.is_empty() && distinct(case, level) >= ENOUGH;
    if case.item.few.is_none() || !case.levels.iter().all(enough) {
        return Vec::new();
    }
    vec![found("few", format!("every level has {ENOUGH} different questions; leave `few` out"))]
}

/// Guessing one answer must not pay. Options that stand for positions are shuffled, so they do not count.
pub fn one_answer_too_often(case: &Case) -> Vec<Found> {
    let limit = match &case.item.answer {
        Answer::Write { .. } if case.item.few.is_none() => 0.3,
        Answer::Choose { .. } if case.item.answer.is_pick() => 0.8,
        Answer::Choose { .. } if case.item.texts.values().all(|texts| texts.labels.is_empty()) => 0.6,
        _ => return Vec::new(),
    };
    let mut all = Vec::new();
    for level in &case.levels {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for question in &level.questions {
            *counts.entry(question.right.to_string()).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        let Some((answer, count)) = most else { continue };
        let share = count as f64 / level.questions.len() as f64;
        if share > limit {
            let what = format!(
                "at level {} the answer is {answer} in {} of the draws; draw from more",
                level.level,
                percent(share)
            );
            all.push(found("answer", what));
        }
    }
    all
}
