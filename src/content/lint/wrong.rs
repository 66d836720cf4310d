//! Rules about wrong rules: each must say something, and not what is right.

use super::super::expr::{Expr, Value};
use super::super::item::{Answer, From};
use super::super::more::respond::{Kind, Rule};
use super::super::score::is_right;
use super::super::{Question, Response, Score};
use super::{Case, Found, found, percent};
use crate::num::Rational;

/// One finding for each rule of which `says` has something to say.
fn each(case: &Case, says: impl Fn(&str, &Expr) -> Option<String>) -> Vec<Found> {
    let told = |(id, expr): &(String, Expr)| says(id, expr).map(|what| found(format!("wrong/{id}"), what));
    case.item.wrong.iter().filter_map(told).collect()
}

fn value_here(question: &Question, expr: &Expr) -> Value {
    question.part().answer.wrong(expr, &question.scope).unwrap_or(Value::None)
}

pub fn right_too_often(case: &Case) -> Vec<Found> {
    each(case, |_, expr| {
        let share = case.share(|question| is_right(question, &value_here(question, expr)).unwrap_or(false));
        (share > 0.1).then(|| {
            format!(
                "this rule gives the right answer in {} of the draws; keep those out with `where`",
                percent(share)
            )
        })
    })
}

pub fn never_defined(case: &Case) -> Vec<Found> {
    each(case, |_, expr| {
        let never = case.questions().all(|question| value_here(question, expr).is_none());
        never.then(|| "this rule gives nothing in any draw".into())
    })
}

pub fn other_type(case: &Case) -> Vec<Found> {
    each(case, |_, expr| {
        case.first(|question| {
            let value = value_here(question, expr);
            let option = |rule: &Rule| matches!(rule.kind, Kind::ChooseAll { .. });
            let right = match &question.part().answer {
                Answer::More(rule) if option(rule) => question.right.members()?.first()?,
                _ => &question.right,
            };
            let same = value.is_none() || value.type_name() == right.type_name();
            (!same).then(|| format!("it gives {}, the answer is {}", value.type_name(), right.type_name()))
        })
    })
}

/// A rule that nearly always shares its number with others can hardly ever be named.
pub fn seldom_alone(case: &Case) -> Vec<Found> {
    let known = case.unit.unit.misconceptions();
    let choose = matches!(case.item.answer, Answer::Choose { .. });
    each(case, |id, _| {
        let has_family = known.get(id).is_some_and(|known| known.family.is_some());
        let mine = |question: &Question| question.wrong.iter().find(|(rule, _)| rule == id).cloned();
        let defined = case.share(|question| mine(question).is_some());
        let alone = case.share(|question| {
            mine(question)
                .is_some_and(|(_, value)| question.wrong.iter().filter(|(_, v)| *v == value).count() == 1)
        });
        let seldom = !has_family && !choose && defined > 0.0 && alone < defined / 2.0;
        seldom.then(|| {
            format!(
                "it gives its number alone in only {} of the draws; give both rules one `family`",
                percent(alone)
            )
        })
    })
}

/// The answer a rule leads to must be one that can be given, and be known again when it is.
pub fn not_recognised(case: &Case) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for question in case.questions() {
        for (rule, answer) in question.misses() {
            let place = format!("wrong/{rule}");
            if all.iter().any(|found| found.place == place) {
                continue;
            }
            let what = match question.score(&answer) {
                Score::Wrong { rules, .. } if rules.contains(&rule) => continue,
                Score::Wrong { .. } => {
                    "which is not known again: write a value that can be typed, as with round(x, 0.01)"
                }
                Score::Right => "which is right",
                Score::Advice(_) => "which cannot be read",
            };
            let what =
                format!("it gives {answer}, {what} (level {}, seed {})", question.level, question.seed);
            all.push(found(place, what));
        }
    }
    all
}

/// Two rules without a common family that nearly always coincide, procedures included: no next question could tell
/// them apart, so neither would ever be named.
pub fn inseparable(case: &Case) -> Vec<Found> {
    let known = case.unit.unit.misconceptions();
    let family = |id: &str| known.get(id).and_then(|known| known.family.clone());
    let mut pairs: Vec<(String, String)> = Vec::new();
    for question in case.questions() {
        for (k, (a, value)) in question.wrong.iter().enumerate() {
            let alike = question.wrong[k + 1..].iter().filter(|(_, other)| other.same(value));
            for (b, _) in alike {
                let apart = family(a).is_none() || family(a) != family(b);
                let pair = (a.clone(), b.clone());
                if apart && !pairs.contains(&pair) {
                    pairs.push(pair);
                }
            }
        }
    }
    pairs.retain(|(a, b)| !case.questions().any(|question| question.separates(&[a, b])));
    pairs
        .into_iter()
        .map(|(a, b)| found("wrong", format!("`{a}` and `{b}` never differ; give both one `family`")))
        .collect()
}

/// An answer a hundred times too large or too small is one that no learner writes.
pub fn magnitude(case: &Case) -> Vec<Found> {
    let hundred = Rational::integer(100);
    let far = |question: &Question, expr: &Expr| {
        let ratio =
            value_here(question, expr).number().zip(question.right.number()).and_then(|(wrong, right)| {
                let ratio = wrong.over(right)?;
                if ratio < Rational::ZERO { ratio.negated() } else { Some(ratio) }
            });
        ratio.is_some_and(|ratio| ratio > hundred)
    };
    each(case, |_, expr| {
        let share = case.share(|question| far(question, expr));
        (share > 0.05).then(|| format!("it is 100 times the answer in {} of the draws", percent(share)))
    })
}

pub fn gives_no_option(case: &Case) -> Vec<Found> {
    let listed = matches!(&case.item.answer, Answer::Choose { from: From::Listed(_), .. });
    each(case, |id, _| {
        let offered = |question: &Question| {
            let Response::Choose { options } = &question.response else { return true };
            let mine = question.wrong.iter().find(|(rule, _)| rule == id);
            mine.is_some_and(|(_, value)| options.iter().any(|option| option.value == value.to_string()))
        };
        (listed && case.share(offered) == 0.0)
            .then(|| "its value is never among the options of `from`".into())
    })
}
