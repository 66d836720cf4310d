//! Rules about options.

use super::super::more::respond::Task;
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
