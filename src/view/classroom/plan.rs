//! A teacher's plan on the learner's device: what it asks for, before it is taken, and the way back.

use crate::exchange::plan_link;
use crate::learner::Plan;
use crate::tutor::{Msg, Route, Session, Steer};
use crate::view::practice::{button, skill_name};
use crate::view::{Button, words};

#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    pub title: String,
    pub text: String,
    /// Skills of the unit, and those that somebody said something about.
    pub skills: Vec<String>,
    pub yes: Option<Button>,
    pub back: Option<Button>,
    pub home: Button,
    pub note: String,
}

pub fn page(session: &Session, path: &str) -> PlanPage {
    let (learner, locale) = (&session.learner, session.locale);
    let ids = learner.map().skills.iter().map(|skill| skill.id.as_str());
    let link = path.split_once('/').map(|(_, link)| link).filter(|link| !link.is_empty());
    let read = link.map(|link| plan_link::read(link, ids));
    let own = Some(&learner.plan).filter(|plan| **plan != Plan::default());
    let fresh = read.as_ref().and_then(Option::as_ref).filter(|plan| Some(*plan) != own);
    let shown = fresh.or(own);
    PlanPage {
        title: words::unit_title(locale).into(),
        text: match (&read, shown) {
            (Some(None), _) => words::unit_damaged(locale).into(),
            (_, Some(_)) if fresh.is_some() => words::unit_text(locale).into(),
            (_, Some(_)) => words::unit_taken(locale).into(),
            (_, None) => words::unit_empty(locale).into(),
        },
        skills: shown.map(|plan| names(session, plan)).unwrap_or_default(),
        yes: fresh.map(|plan| button(words::unit_yes(locale), true, Msg::Steer(Steer::Plan(plan.clone())))),
        back: own
            .filter(|_| fresh.is_none())
            .map(|_| button(words::unit_back(locale), true, Msg::Steer(Steer::Plan(Plan::default())))),
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
        note: words::unit_note(locale).into(),
    }
}

fn names(session: &Session, plan: &Plan) -> Vec<String> {
    let name = |id: &String| skill_name(&session.learner, id, session.locale);
    plan.unit.iter().map(name).collect()
}
