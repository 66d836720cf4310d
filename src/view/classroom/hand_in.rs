//! The learner's side: joining a class by its link, and the ticket.

use crate::content::Locale;
use crate::exchange::ticket::{ClassId, NUMBERS, Ticket};
use crate::tutor::{Msg, Route, Session, Steer};
use crate::view::practice::button;
use crate::view::qr::{self, Code};
use crate::view::{Button, Choice, words};

/// The ticket, as text and as a code.
#[derive(Clone, Debug, PartialEq)]
pub struct HandInPage {
    pub title: String,
    pub text: String,
    /// "You are number 7.", or the question for it.
    pub who: String,
    pub numbers_label: String,
    /// The numbers to choose from.
    pub numbers: Vec<Choice>,
    /// The choice stands open, because none was made.
    pub numbers_open: bool,
    /// Empty where there is nothing to hand in yet.
    pub ticket: String,
    pub ticket_label: String,
    pub copy: CopyView,
    pub or: String,
    pub code: Option<Code>,
    pub inside_label: String,
    pub inside: Vec<String>,
    pub home: Button,
}

/// A button that copies, and what it says then.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyView {
    pub label: String,
    pub text: String,
    pub done: String,
    pub failed: String,
}

/// How a copying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    No,
    Yes,
    Failed,
}

impl CopyView {
    pub fn said(&self, copied: Copied) -> &str {
        match copied {
            Copied::No => "",
            Copied::Yes => &self.done,
            Copied::Failed => &self.failed,
        }
    }
}

/// The teacher's link was taken: whose is it?
#[derive(Clone, Debug, PartialEq)]
pub struct JoinPage {
    pub title: String,
    pub text: String,
    pub yes: Option<Button>,
    pub numbers_label: String,
    pub numbers: Vec<Choice>,
    pub no: Button,
    pub note: String,
}

pub fn page(session: &Session) -> HandInPage {
    let (learner, locale) = (&session.learner, session.locale);
    let place = learner.class.as_ref();
    let ticket = match learner.answers {
        0 => String::new(),
        _ => Ticket::of(learner, session.day()).write(),
    };
    let class = place.map_or_else(String::new, |place| place.class.clone());
    HandInPage {
        title: words::hand_in_title(locale).into(),
        text: match learner.answers {
            0 => words::hand_in_empty(locale).into(),
            _ => words::hand_in_text(locale).into(),
        },
        who: match place {
            Some(place) => words::hand_in_who(locale, &place.number.to_string()),
            None => words::hand_in_no_number(locale).into(),
        },
        numbers_label: match place {
            Some(_) => words::hand_in_change(locale).into(),
            None => words::hand_in_no_number(locale).into(),
        },
        numbers: numbers(&class, place.map(|place| place.number), locale),
        numbers_open: place.is_none(),
        ticket_label: words::hand_in_ticket(locale).into(),
        copy: CopyView {
            label: words::hand_in_copy(locale).into(),
            text: ticket.clone(),
            done: words::hand_in_copied(locale).into(),
            failed: words::hand_in_not_copied(locale).into(),
        },
        or: words::hand_in_or(locale).into(),
        code: Some(&ticket).filter(|t| !t.is_empty()).and_then(|t| qr::code(t, words::hand_in_code(locale))),
        ticket,
        inside_label: words::hand_in_inside(locale).into(),
        inside: vec![words::hand_in_inside_yes(locale).into(), words::hand_in_inside_no(locale).into()],
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
    }
}

fn numbers(class: &str, chosen: Option<u8>, locale: Locale) -> Vec<Choice> {
    let choice = |number: u8| {
        let join = Steer::Join { class: class.into(), number };
        let label = words::join_number(locale, &number.to_string());
        Choice { note: label, ..Choice::words(number.to_string(), chosen == Some(number), Msg::Steer(join)) }
    };
    NUMBERS.map(choice).collect()
}

pub fn join(session: &Session, path: &str) -> JoinPage {
    let locale = session.locale;
    let mut parts = path.split('/').skip(1);
    let class = parts.next().and_then(|class| class.parse::<ClassId>().ok()).map(|class| class.to_string());
    let number = parts.next().and_then(|number| number.parse().ok()).filter(|n| NUMBERS.contains(n));
    let home = button(words::done_home(locale), true, Msg::Go(Route::Home));
    let page = JoinPage {
        title: words::join_title(locale).into(),
        text: words::join_none(locale).into(),
        yes: None,
        numbers_label: String::new(),
        numbers: Vec::new(),
        no: home,
        note: words::join_note(locale).into(),
    };
    let number_said = number.map(|n: u8| n.to_string()).unwrap_or_default();
    match (class, number) {
        (Some(class), Some(number)) => JoinPage {
            text: words::join_text(locale, &number_said, &class),
            yes: Some(button(
                &words::join_yes(locale, &number_said),
                true,
                Msg::Steer(Steer::Join { class, number }),
            )),
            no: button(words::join_no(locale), true, Msg::Go(Route::Home)),
            ..page
        },
        (Some(class), None) => JoinPage {
            text: words::join_pick(locale, &class),
            numbers_label: words::hand_in_no_number(locale).into(),
            numbers: numbers(&class, None, locale),
            ..page
        },
        (None, _) => match &session.learner.class {
            Some(place) => JoinPage {
                title: words::hand_in_who(locale, &place.number.to_string()),
                text: words::hand_in_text(locale).into(),
                ..page
            },
            None => page,
        },
    }
}
