//! Side by side: the question on the desk in the other language too, with its help, while the learner wants it. What is
//! drawn follows from item, level and seed, so both languages show the same numbers.

use super::practice::{self, button};
use super::text::line;
use super::{Apart, Beside, words};
use crate::content::{Locale, Question, Response, wide};
use crate::tutor::{Device, Msg, Phase, Practice, Session};
use std::sync::OnceLock;

type Other = fn(&Session, &Practice, bool) -> Option<Apart<Beside>>;

static OTHER: OnceLock<Other> = OnceLock::new();

/// Brings it in, with what makes answering comfortable. Nothing else in the first module may name what it does.
pub fn open() {
    let _ = OTHER.set(other);
}

/// What stands beside the question, and the button for it; `wanted` is what was pressed last on this device.
pub fn of(session: &Session, practice: &Practice, wanted: bool) -> Option<Apart<Beside>> {
    #[cfg(not(target_family = "wasm"))]
    open();
    OTHER.get().and_then(|other| other(session, practice, wanted))
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
        beside.asked =
            std::iter::once(line(&twin.question.ask, there)).chain(practice::given(&twin.question)).collect();
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
