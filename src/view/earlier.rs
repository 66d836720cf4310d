//! "Someone helped me", also for the last five answers (L13): it takes away credit and is never a miss.

use super::practice::button;
use super::text::line;
use super::{Earlier, EarlierAnswer, words};
use crate::learner::Recent;
use crate::tutor::{Msg, Session, Steer};

const LAST: usize = 5;

/// The last right answers, the latest first. The question on the desk has its own button.
pub fn earlier(session: &Session) -> Option<Earlier> {
    let locale = session.locale;
    let on_desk = |recent: &Recent| {
        session.desk.as_ref().is_some_and(|practice| {
            let question = &practice.question;
            (question.item.as_str(), question.seed) == (recent.item.as_str(), recent.seed)
        })
    };
    let last = session.learner.recent.iter().rev().filter(|recent| !on_desk(recent)).take(LAST);
    let answers: Vec<EarlierAnswer> =
        last.filter(|recent| recent.right).filter_map(|recent| answer(session, recent)).collect();
    (!answers.is_empty()).then(|| Earlier {
        title: words::earlier_title(locale).into(),
        note: words::earlier_note(locale).into(),
        answers,
    })
}

fn answer(session: &Session, recent: &Recent) -> Option<EarlierAnswer> {
    let question = session.question(&recent.item, recent.level, recent.seed)?;
    let (item, level, seed) = (recent.item.clone(), recent.level, recent.seed);
    let label = match recent.helped {
        true => words::earlier_said(session.locale),
        false => words::helped(session.locale),
    };
    Some(EarlierAnswer {
        ask: line(&question.ask, question.locale),
        helped: button(label, !recent.helped, Msg::Steer(Steer::Helped { item, level, seed })),
    })
}
