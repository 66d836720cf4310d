//! Rules about options.

use super::super::more::respond::{BETWEEN, Task};
use super::super::{Choice, Question, Response};
use super::{Case, Found, found, percent};
use crate::notation::entry;
use crate::num::Rational;

fn options(question: &Question) -> &[Choice] {
    match &question.response {
        Response::Choose { options } => options,
        Response::More(task) => match &**task {
            Task::ChooseAll { options } => options,
            _ => &[],
        },
        Response::Write { .. } => &[],
    }
}

pub fn two_alike(case: &Case) -> Vec<Found> {
    let says = case.first(|question| {
        let shown: Vec<String> = options(question).iter().map(|option| option.show.print()).collect();
        let twice = shown.iter().enumerate().find(|(k, text)| shown[..*k].contains(text));
        twice.map(|(_, text)| format!("two options look alike: {text}"))
    });
    says.map(|what| found("answer", what)).into_iter().collect()
}

pub fn too_few_wrong(case: &Case) -> Vec<Found> {
    let says = case.first(|question| {
        let offered = options(question).len();
        let few = matches!(question.response, Response::Choose { .. }) && offered < 3;
        few.then(|| format!("only {offered} options are left; two wrong ones are needed: add wrong rules"))
    });
    says.map(|what| found("answer", what)).into_iter().collect()
}

/// Of several to choose, some are right and some are not.
pub fn all_alike(case: &Case) -> Vec<Found> {
    let says = case.first(|question| {
        let Response::More(task) = &question.response else { return None };
        let Task::ChooseAll { options } = &**task else { return None };
        let right = question.right_value().split(BETWEEN).filter(|part| !part.is_empty()).count();
        let wrong = options.len() - right;
        (right == 0 || wrong < 2).then(|| {
            format!("{right} right and {wrong} wrong options are left; add wrong rules or right options")
        })
    });
    says.map(|what| found("answer", what)).into_iter().collect()
}

/// Objects that already lie in order ask nothing.
pub fn in_order_already(case: &Case) -> Vec<Found> {
    let share = case.share(|question| {
        let Response::More(task) = &question.response else { return false };
        let Task::Order { objects } = &**task else { return false };
        let as_shown: Vec<String> = (1..=objects.len()).map(|k| k.to_string()).collect();
        question.right_value() == as_shown.join(" ")
    });
    if share <= 0.2 {
        return Vec::new();
    }
    vec![found(
        "answer",
        format!("the objects lie in order already in {} of the draws; shuffle the list", percent(share)),
    )]
}

/// The longest option must not be the safe guess.
pub fn right_is_longest(case: &Case) -> Vec<Found> {
    let longest = |question: &Question| {
        let length = |option: &Choice| option.show.print().chars().count();
        let right = options(question).iter().find(|option| option.value == question.right.to_string());
        let others = options(question).iter().filter(|option| option.value != question.right.to_string());
        right.is_some_and(|right| others.map(length).max().is_some_and(|most| length(right) > most + 3))
    };
    let share = case.share(longest);
    if share <= 0.5 {
        return Vec::new();
    }
    vec![found(
        "answer",
        format!("the right option is the longest in {} of the draws; even them out", percent(share)),
    )]
}

/// Nor the shortest.
pub fn right_is_shortest(case: &Case) -> Vec<Found> {
    let shortest = |question: &Question| {
        let length = |option: &Choice| option.show.print().chars().count();
        let right = options(question).iter().find(|option| option.value == question.right.to_string());
        let others = options(question).iter().filter(|option| option.value != question.right.to_string());
        right.is_some_and(|right| others.map(length).min().is_some_and(|least| length(right) + 3 < least))
    };
    let share = case.share(shortest);
    if share <= 0.5 {
        return Vec::new();
    }
    vec![found(
        "answer",
        format!("the right option is the shortest in {} of the draws; even them out", percent(share)),
    )]
}

/// Words by which a question asks for the largest or the smallest itself.
const ASKED_FOR: [&str; 12] = [
    "greatest",
    "least",
    "largest",
    "smallest",
    "most",
    "greater",
    "less than",
    "greater than",
    "more",
    "closest",
    "factor of",
    "larger",
];

/// Of several numbers the right one must not always be the largest, the smallest, or the one in the middle, unless that is
/// what the question asks for.
pub fn right_by_rank(case: &Case) -> Vec<Found> {
    let mut counts = [0_usize; 3];
    let mut all = 0;
    for question in case.questions() {
        let asked = question.ask.print().to_lowercase();
        let value = |option: &Choice| {
            let print = option.show.print().replace('`', "");
            entry::read(&print, Default::default()).ok().map(|written| written.value)
        };
        let Response::Choose { options } = &question.response else { return Vec::new() };
        let values: Option<Vec<Rational>> = options.iter().map(value).collect();
        let right = options.iter().find(|option| option.value == question.right.to_string()).and_then(value);
        let (Some(values), Some(right)) = (values.filter(|values| values.len() > 2), right) else { continue };
        if ASKED_FOR.iter().any(|word| asked.contains(word)) {
            continue;
        }
        all += 1;
        let (below, above) =
            (values.iter().filter(|v| **v < right).count(), values.iter().filter(|v| **v > right).count());
        counts[0] += usize::from(below == 0);
        counts[1] += usize::from(above == 0);
        counts[2] += usize::from(below == above);
    }
    let names = ["the smallest", "the largest", "the one in the middle"];
    // Three places: each about a third by chance.
    let often = counts.iter().zip(names).filter(|(count, _)| all >= 50 && **count * 100 > all * 80);
    often
        .map(|(count, name)| {
            let share = percent(*count as f64 / all as f64);
            found(
                "answer",
                format!("the right option is {name} in {share} of the draws; draw wrong ones on both sides"),
            )
        })
        .collect()
}
