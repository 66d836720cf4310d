//! A teacher's plan on the learner's device: what it asks for, before it is taken, and the way back.

use super::class::some;
use super::correct::word_name;
use super::when;
use crate::content::Locale;
use crate::exchange::plan_link::{self, Asked};
use crate::learner::{Override, Plan};
use crate::num::Day;
use crate::tutor::{Msg, Route, Session, Stage, Steer};
use crate::view::practice::{button, skill_name};
use crate::view::{AskedView, Button, words};

#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    pub title: String,
    pub text: String,
    /// Skills of the unit.
    pub skills: Vec<String>,
    /// Days and minutes.
    pub asked: Vec<String>,
    /// What the teacher writes, and the line before it; empty where nothing is written.
    pub comment: (String, String),
    /// What is said about single skills: a heading, and a line for each.
    pub said_title: String,
    pub said: Vec<String>,
    pub yes: Option<Button>,
    /// Its last day is over: taking it is nothing to lead to.
    pub over: bool,
    /// On to practice, once it is followed.
    pub go: Option<Button>,
    /// Stops following it; and once that is done, follows it again.
    pub back: Option<Button>,
    pub again: Option<Button>,
    pub home: Button,
    pub note: String,
    /// A plan out of a file.
    pub open: String,
    pub open_note: String,
}

/// What a link offers.
struct Offer {
    number: Option<u8>,
    /// As the teacher asks.
    plan: Plan,
    /// As it is followed. One whose last day is over leads from now on, or following it would change nothing.
    taken: Plan,
}

pub fn page(session: &Session, path: &str) -> PlanPage {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let ids = learner.map().skills.iter().map(|skill| skill.id.as_str());
    let link = path.split_once('/').map(|(_, link)| link).filter(|link| !link.is_empty());
    let read = link.map(|link| plan_link::read(link, ids));
    let number = learner.class.as_ref().map(|class| class.number);
    let other = read
        .iter()
        .flatten()
        .find_map(|asked| asked.number.filter(|to| number.is_some_and(|own| own != *to)));
    let read = read.map(|read| {
        read.map(|asked| {
            let (number, plan) = (asked.number, united(asked, &learner.plan));
            let taken = match plan.is_over(day) {
                true => Plan { from: None, until: None, ..plan.clone() },
                false => plan.clone(),
            };
            Offer { number, plan, taken }
        })
    });
    let own = Some(&learner.plan).filter(|plan| **plan != Plan::default());
    let new = |offer: &&Offer| Some(&offer.plan) != own && Some(&offer.taken) != own;
    let offered = read.iter().flatten().find(new).filter(|_| other.is_none());
    let fresh = offered.filter(|offer| !offer.plan.is_backwards());
    let shown = fresh.map(|offer| &offer.plan).or(own);
    let over = shown.is_some_and(|plan| plan.is_over(day));
    let put_down = session.put_down.as_deref().filter(|plan| own.is_none() && **plan != Plan::default());
    let said = shown.map(|plan| said(session, plan)).unwrap_or_default();
    let text = match (&read, shown) {
        (Some(None), _) => words::unit_damaged(locale).into(),
        _ if other.is_some() => {
            let written = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
            words::unit_other(locale, &written(other), &written(number))
        }
        _ if offered.map(|offer| &offer.plan).or(own).is_some_and(Plan::is_backwards) => {
            words::unit_reversed(locale).into()
        }
        _ if let Some(Offer { number: Some(to), .. }) = fresh => {
            let asked = words::unit_number(locale, &to.to_string());
            if over { [&*asked, words::unit_over(locale)].join(" ") } else { asked }
        }
        (_, Some(_)) if over && fresh.is_some() => words::unit_over(locale).into(),
        (_, Some(_)) if over => words::unit_taken_over(locale).into(),
        // Where nothing is to be worked on, something is said or set.
        (_, Some(plan)) if plan.unit.is_empty() => words::unit_word(locale).into(),
        (_, Some(_)) if fresh.is_some() => words::unit_text(locale).into(),
        (_, Some(plan)) if !plan.runs(day) => words::unit_taken_later(locale).into(),
        (_, Some(_)) => words::unit_taken(locale).into(),
        (_, None) if put_down.is_some() => words::unit_stopped(locale).into(),
        (_, None) => words::unit_empty(locale).into(),
    };
    let comment = shown.map(|plan| plan.comment.clone()).unwrap_or_default();
    PlanPage {
        title: words::unit_title(locale).into(),
        text,
        skills: shown.map(|plan| names(session, plan)).unwrap_or_default(),
        asked: shown.map(|plan| asked(plan, day, locale)).unwrap_or_default(),
        comment: (if comment.is_empty() { "" } else { words::unit_comment(locale) }.into(), comment),
        said_title: if said.is_empty() { "" } else { words::unit_said(locale) }.into(),
        said,
        yes: fresh.map(|offer| {
            let label = if over { words::unit_yes_over(locale) } else { words::unit_yes(locale) };
            follow(label, &offer.taken)
        }),
        over,
        go: own.filter(|_| fresh.is_none()).map(|_| go(session)),
        back: own.filter(|_| fresh.is_none()).map(|_| follow(words::unit_back(locale), &Plan::default())),
        again: put_down.map(|plan| follow(words::unit_again(locale), plan)),
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
        note: shown.map(|_| words::unit_note(locale)).unwrap_or_default().into(),
        open: words::unit_open(locale).into(),
        open_note: words::unit_open_note(locale).into(),
    }
}

fn follow(label: &str, plan: &Plan) -> Button {
    button(label, true, Msg::Steer(Steer::Plan(plan.clone())))
}

/// On to practice; for somebody who is new here, to the beginning.
fn go(session: &Session) -> Button {
    let locale = session.locale;
    match session.stage {
        Stage::Welcome | Stage::Grade => button(words::home_practise(locale), true, Msg::Go(Route::Home)),
        _ if session.learner.answers > 0 => button(words::home_continue(locale), true, Msg::Practise(None)),
        _ => button(words::home_practise(locale), true, Msg::Practise(None)),
    }
}

/// A plan for the whole class says nothing of what was set for this one student: that stays until a link of their own
/// says otherwise.
fn united(asked: Asked, own: &Plan) -> Plan {
    let mut plan = asked.plan;
    if asked.number.is_none() {
        for (skill, word) in own.corrections() {
            if plan.says(skill).is_none() {
                plan.overrides.insert(skill.clone(), word);
                plan.set = plan.set.max(own.set);
            }
        }
    }
    plan
}

fn names(session: &Session, plan: &Plan) -> Vec<String> {
    let name = |id: &String| skill_name(&session.learner, id, session.locale);
    plan.unit.iter().map(name).collect()
}

/// Days and minutes, in a line each.
fn asked(plan: &Plan, today: Day, locale: Locale) -> Vec<String> {
    let on = |day: Day| {
        let name = super::week::day_name(day.weekday(), locale);
        // Within a sentence Spanish writes the days of the week small.
        let name = if locale == Locale::Es { name.to_lowercase() } else { name.into() };
        words::unit_day(locale, &name, &when::on(day, today, locale))
    };
    let days = match (plan.from, plan.until) {
        (Some(from), Some(until)) => Some(words::unit_days(locale, &on(from), &on(until))),
        (Some(from), None) => Some(words::unit_from(locale, &on(from))),
        (None, Some(until)) => Some(words::unit_until(locale, &on(until))),
        (None, None) => None,
    };
    let minutes = plan.minutes.map(|minutes| words::unit_minutes(locale, &minutes.to_string()));
    days.into_iter().chain(minutes).collect()
}

/// What is said about single skills, and by whom and when where a status was set.
fn said(session: &Session, plan: &Plan) -> Vec<String> {
    let locale = session.locale;
    let one = |(id, word): (&String, &Override)| {
        let word = match word {
            Override::Taught => words::unit_word_taught(locale).to_string(),
            Override::NotYet => words::class_unit_not_yet(locale).into(),
            Override::Skip => words::class_unit_skip(locale).into(),
            Override::Knows | Override::Again => {
                let on = when::on(plan.set.unwrap_or(session.learner.planned), session.day(), locale);
                words::unit_set(locale, word_name(*word, locale), &on)
            }
            Override::Other => return None,
        };
        Some(format!("{}: {word}", skill_name(&session.learner, id, locale)))
    };
    plan.overrides.iter().filter_map(one).collect()
}

/// Skills of a plan that the home page names.
const NAMED: usize = 3;

/// What the home page says of a plan that runs today or soon.
pub fn on_home(session: &Session) -> Option<AskedView> {
    let (plan, locale) = (&session.learner.plan, session.locale);
    if plan.is_over(session.day()) || plan.is_backwards() {
        return None;
    }
    let by = if plan.comment.is_empty() { "" } else { words::unit_comment(locale) };
    let label = if plan.unit.is_empty() { "" } else { words::home_unit(locale) };
    let view = AskedView {
        by: by.into(),
        comment: plan.comment.clone(),
        when: asked(plan, session.day(), locale).join(" "),
        skills_label: label.into(),
        skills: some(names(session, plan).into_iter(), NAMED),
    };
    [&view.comment, &view.when, &view.skills].iter().any(|said| !said.is_empty()).then_some(view)
}

/// What the page of a skill says of a status that a teacher set; empty where none did.
pub fn on_skill(session: &Session, skill: &str) -> Option<String> {
    let (learner, locale) = (&session.learner, session.locale);
    let on = when::on(learner.plan.set.unwrap_or(learner.planned), session.day(), locale);
    match learner.plan.says(skill)? {
        Override::Knows => Some(words::skill_set_knows(locale, &on)),
        Override::Again => Some(words::skill_set_again(locale, &on)),
        _ => None,
    }
}
