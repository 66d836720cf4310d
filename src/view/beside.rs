//! Side by side: the question on the desk in the other language too, with its help, while the learner wants it. What is
//! drawn follows from item, level and seed, so both languages show the same numbers.

use super::classroom::project::way;
use super::practice::{self, button};
use super::text::line;
use super::{Apart, Beside, Link, words};
use crate::content::{Locale, Question, Response, wide};
use crate::tutor::{Device, Msg, Phase, Practice, Session};

doors! {
    /// The other language; it comes with what makes answering comfortable.
    BesideWords:
    /// What stands beside the question, and the button for it; `wanted` is what was pressed last on this device.
    of(session: &Session, practice: &Practice, wanted: bool) -> Option<Apart<Beside>> = other, or {
        let _ = (session, practice, wanted);
        None
    };
    /// The way to show the question to a whole room.
    project(practice: &Practice, locale: Locale) -> Option<Apart<Link>> = way, or {
        let _ = (practice, locale);
        None
    };
}

fn other(session: &Session, practice: &Practice, wanted: bool) -> Option<Apart<Beside>> {
    let here = session.locale;
    let there = Locale::ALL.into_iter().find(|locale| *locale != here)?;
    let mut beside = Beside {
        toggle: button(words::beside(here), true, Msg::Device(Device::Beside(!wanted))),
        on: wanted,
        lang: there.code(),
        label: words::beside_name(here).into(),
        asked: Vec::new(),
        options: Vec::new(),
        feedback: None,
        hints: Vec::new(),
    };
    // Until its strings are here the question is drawn in English, which would say nothing new.
    let twin = session.twin(practice, there).filter(|twin| wanted && twin.locale != practice.question.locale);
    if let Some(twin) = twin {
        let twin = Practice { question: twin, ..practice.clone() };
        // A line to be completed is the same in every language.
        beside.asked = vec![line(&twin.question.ask, there)];
        beside.options = options(&twin.question);
        beside.hints = practice::hints(&twin, there);
        beside.feedback = match twin.phase {
            Phase::Again => Some(practice::again(&twin, there)),
            Phase::Worked | Phase::Shown => Some(practice::worked(&twin, there)),
            Phase::Asking | Phase::Right => None,
        };
    }
    Some(beside.into())
}

/// What there is to choose from, in the order in which it stands in the question. Signs and numbers read alike.
fn options(question: &Question) -> Vec<super::Line> {
    let own = question.locale;
    let lines: Vec<super::Line> = match &question.response {
        Response::Choose { options } => options.iter().map(|option| line(&option.show, own)).collect(),
        Response::More(task) => {
            let groups = wide::groups(task, "");
            let first = groups.first().into_iter().flat_map(|group| &group.choices);
            let objects = groups.iter().filter(|group| !group.legend.is_empty()).map(|group| &group.legend);
            objects.chain(first.map(|(show, _)| show)).map(|show| line(show, own)).collect()
        }
        Response::Write { .. } => Vec::new(),
    };
    let has_words = |span: &super::Span| matches!(span, super::Span::Words(words) if words.chars().any(char::is_alphabetic));
    if lines.iter().flatten().any(has_words) { lines } else { Vec::new() }
}
