//! What stands between two questions when help is due (L10): a worked example, or a card to show to a teacher.

use super::lesson::{given_of, why_view};
use super::practice::{button, skill_name};
use super::text::{self, line};
use super::{AsidePage, Line, Page, figure, words};
use crate::content::{Locale, Question};
use crate::tutor::lesson::Worked;
use crate::tutor::{Aside, Msg, Session, Steer};

pub fn page(session: &Session) -> Page {
    match &session.aside {
        Some(Aside::Example(example)) => Page::Aside(worked(&example.question, session.locale).into()),
        Some(Aside::Worked { worked, .. }) => Page::Aside(with_reason(worked, session.locale).into()),
        Some(Aside::Card { skill }) => Page::Aside(card(session, skill).into()),
        None => Page::Waiting(words::waiting(session.locale).into()),
    }
}

fn worked(question: &Question, locale: Locale) -> AsidePage {
    let own = question.locale;
    AsidePage {
        title: words::example_title(locale).into(),
        lines: vec![words::example_text(locale).into()],
        lang: own.code(),
        ask_label: String::new(),
        ask: line(&question.ask, own),
        given: Vec::new(),
        why: None,
        figure: question.figure.as_ref().map(|figure| figure::shown(figure, &question.alt, own)),
        steps: steps(question, locale),
        steps_label: words::show_steps(locale).into(),
        last: String::new(),
        go: button(words::example_go(locale), true, Msg::Steer(Steer::AsideDone)),
        stop: button(words::stop(locale), true, Msg::Stopped),
    }
}

/// The example of a lesson, which also asks why.
fn with_reason(example: &Worked, locale: Locale) -> AsidePage {
    let own = example.question.locale;
    AsidePage {
        lines: vec![words::example_why(locale).into()],
        given: given_of(&example.question),
        steps: example.lines.iter().map(|step| line(step, own)).collect(),
        why: why_view(example, locale),
        ..worked(&example.question, locale)
    }
}

/// The solution with its last box filled, and the answer where no box is.
fn steps(question: &Question, locale: Locale) -> Vec<Line> {
    let solution = question.solution();
    let own = question.locale;
    let mut steps: Vec<Line> = solution.lines.iter().map(|step| line(step, own)).collect();
    match solution.asked {
        Some(asked) if asked.line < steps.len() => steps[asked.line] = line(&asked.filled, own),
        _ => {
            let mut answer = text::words(format!("{} ", words::show_given(locale)));
            answer.extend(line(&question.right(), own));
            steps.push(answer);
        }
    }
    steps
}

fn card(session: &Session, skill: &str) -> AsidePage {
    let (learner, locale) = (&session.learner, session.locale);
    let tries = learner.skill(skill).map_or(0, |state| state.fruitless);
    let last = learner.recent.iter().rev().find(|recent| recent.skill == skill);
    let question = last.and_then(|last| session.question(&last.item, last.level, last.seed));
    AsidePage {
        title: words::card_title(locale).into(),
        lines: vec![
            words::card_text(locale, &skill_name(learner, skill, locale)),
            words::card_tries(locale, i64::from(tries)),
        ],
        lang: question.as_ref().map_or(locale, |question| question.locale).code(),
        ask_label: if question.is_some() { words::card_like(locale).into() } else { String::new() },
        ask: question.as_ref().map(|question| line(&question.ask, question.locale)).unwrap_or_default(),
        given: Vec::new(),
        why: None,
        figure: question.as_ref().and_then(|question| {
            let figure = question.figure.as_ref()?;
            Some(figure::shown(figure, &question.alt, question.locale))
        }),
        steps: Vec::new(),
        steps_label: String::new(),
        last: words::card_rest(locale).into(),
        go: button(words::card_go(locale), true, Msg::Steer(Steer::AsideDone)),
        stop: button(words::stop(locale), true, Msg::Stopped),
    }
}
