//! A goal of the learner's own, with an honest range (O3): it can be changed and put away at any time, and nothing is
//! lost by it.

use super::home::count;
use super::practice::{button, skill_name};
use super::progress::level_name;
use super::{Choice, Choices, GoalCard, GoalView, Link, words};
use crate::content::Locale;
use crate::learner::{Goal, Level};
use crate::num::Day;
use crate::tutor::forecast::{Range, forecast};
use crate::tutor::{Msg, Route, Session, Steer};

/// Days until the day that can be chosen.
const WEEK: i32 = 7;

/// The card at home.
pub fn card(session: &Session) -> GoalCard {
    let locale = session.locale;
    let title = words::goal_title(locale).into();
    match &session.learner.goal {
        Some(goal) => GoalCard {
            title,
            skill: skill_name(&session.learner, &goal.skill, locale),
            lines: lines(session, goal),
            go: link(words::goal_change(locale), Route::Skill(goal.skill.clone())),
        },
        None => GoalCard {
            title,
            skill: String::new(),
            lines: vec![words::goal_none(locale).into()],
            go: link(words::goal_choose(locale), Route::Map),
        },
    }
}

/// On the page of a skill: make it the goal, choose a day, put it away.
pub fn view(session: &Session, skill: &str) -> GoalView {
    let (locale, day) = (session.locale, session.day());
    let goal = session.learner.goal.as_ref().filter(|goal| goal.skill == skill);
    let choice = |label: &str, by: Option<Day>| {
        let chosen = goal.is_some_and(|goal| goal.by == by);
        Choice::words(label, chosen, Msg::Steer(Steer::Goal { skill: skill.into(), by }))
    };
    let later = |weeks: i32| Some(Day(day.0 + weeks * WEEK));
    let mut choices = vec![
        choice(words::goal_week(locale), later(1)),
        choice(words::goal_two_weeks(locale), later(2)),
        choice(words::goal_month(locale), later(4)),
        choice(words::goal_no_date(locale), None),
    ];
    // A day that was chosen earlier is kept as it is, and shown.
    if let Some(by) = goal.and_then(|goal| goal.by).filter(|_| !choices.iter().any(|choice| choice.chosen)) {
        choices.insert(0, choice(&left(by, day, locale), Some(by)));
    }
    let title = if goal.is_some() { words::goal_title(locale) } else { words::goal_make(locale) };
    GoalView {
        title: title.into(),
        lines: goal.map(|goal| lines(session, goal)).unwrap_or_default(),
        when: Choices { legend: words::goal_when(locale).into(), choices },
        clear: goal.map(|_| button(words::goal_clear(locale), true, Msg::Steer(Steer::NoGoal))),
    }
}

/// How far it is: days left, a range, and whether they fit. Once it is there, only that.
fn lines(session: &Session, goal: &Goal) -> Vec<String> {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let level = learner.level(&goal.skill, day);
    if level >= Level::Practised {
        let name = skill_name(learner, &goal.skill, locale);
        let reached = words::level_reached(locale, &name, level_name(level, locale));
        return vec![format!("{} {reached}", words::goal_done(locale))];
    }
    let mut lines: Vec<String> = goal.by.map(|by| left(by, day, locale)).into_iter().collect();
    if let Some(forecast) = forecast(learner, &[&goal.skill], day).filter(|f| f.days.likely > 0.0) {
        lines.push(range(forecast.days, locale));
        lines.extend(
            goal.by.filter(|by| *by > day).map(|by| fits(forecast.days, by.0 - day.0, locale).into()),
        );
    }
    lines
}

fn left(by: Day, day: Day, locale: Locale) -> String {
    match by.0 - day.0 {
        ..=0 => words::goal_due(locale).into(),
        days => words::goal_left(locale, i64::from(days)),
    }
}

fn range(days: Range, locale: Locale) -> String {
    let (low, high) = ends(days);
    match low == high {
        true => words::goal_forecast_one(locale, low),
        false => words::goal_forecast(locale, &low.to_string(), &high.to_string()),
    }
}

/// Whole days: no range promises less than one.
fn ends(days: Range) -> (i64, i64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some days")]
    let whole = |days: f64| count(days.clamp(1.0, 1_000.0) as usize);
    (whole(days.low), whole(days.high + 0.999).max(whole(days.low)))
}

fn fits(days: Range, left: i32, locale: Locale) -> &'static str {
    let (low, high) = ends(days);
    match i64::from(left) {
        left if left >= high => words::goal_fits(locale),
        left if left >= low => words::goal_tight(locale),
        _ => words::goal_late(locale),
    }
}

fn link(label: &str, to: Route) -> Link {
    Link { label: label.into(), to, current: false }
}
