//! Rules about options.

use super::super::more::respond::{BETWEEN, Task};
use super::super::{Choice, Question, Response};
use super::{Case, Found, found, percent};

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
