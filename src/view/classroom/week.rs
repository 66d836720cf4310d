//! A week of the learner's own (O4), and milestones for effort and for what was mended (O7). Nothing in a plan is owed,
//! and no milestone is ever lost: they follow from numbers that only grow.

use crate::content::Locale;
use crate::learner::{Learner, Level, PLAIN, Profile};
use crate::num::Day;
use crate::tutor::{Msg, Route, Session, today};
use crate::view::comfort::with;
use crate::view::practice::button;
use crate::view::{Button, Choice, words};

#[derive(Clone, Debug, PartialEq)]
pub struct WeekPage {
    pub title: String,
    pub text: String,
    pub days: Vec<DayView>,
    /// Puts the week away.
    pub off: Option<Button>,
    pub milestones_title: String,
    pub milestones_text: String,
    pub milestones: Vec<String>,
    /// Switches milestones off, or on.
    pub milestones_switch: Button,
    pub home: Button,
}

/// A day of this week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayView {
    pub name: String,
    /// "Today", or that something was practised on this day.
    pub said: String,
    pub today: bool,
    /// "Monday: how long?".
    pub legend: String,
    pub choices: Vec<Choice>,
}

const DAYS: usize = 7;
/// Minutes that a day can have; none is a free day.
const MINUTES: [u8; 4] = [0, 5, 10, 20];

pub fn page(session: &Session) -> WeekPage {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let profile = &learner.profile;
    let own = profile.week.as_deref().is_some_and(|week| !week.is_empty());
    let monday = Day(day.0 - day.weekday() as i32);
    let plain = profile.has(PLAIN);
    let reached = milestones(learner, day);
    WeekPage {
        title: words::week_title(locale).into(),
        text: if own { words::week_text(locale) } else { words::week_none(locale) }.into(),
        days: (0..DAYS).map(|at| day_view(session, monday, at)).collect(),
        off: own.then(|| {
            let away = Profile { week: Some(String::new()), ..Profile::default() };
            button(words::week_off(locale), true, Msg::Told(away))
        }),
        milestones_title: words::mile_title(locale).into(),
        milestones_text: match () {
            () if plain => words::mile_off(locale),
            () if reached.is_empty() => words::mile_none(locale),
            () => words::mile_text(locale),
        }
        .into(),
        milestones: if plain { Vec::new() } else { reached.iter().map(|one| said(*one, locale)).collect() },
        milestones_switch: button(
            if plain { words::mile_switch_on(locale) } else { words::mile_switch_off(locale) },
            true,
            Msg::Told(with(profile, PLAIN, !plain)),
        ),
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
    }
}

fn day_view(session: &Session, monday: Day, at: usize) -> DayView {
    let (learner, locale) = (&session.learner, session.locale);
    let this = Day(monday.0 + at as i32);
    let name = day_name(at, locale);
    let was_here = learner.spent_since(this) > learner.spent_since(Day(this.0 + 1));
    let today = this == session.day();
    let planned = today::minutes(learner, this);
    let choice = |minutes: u8| {
        let label = match minutes {
            0 => words::week_free(locale).to_string(),
            minutes => words::home_minutes_some(locale, &minutes.to_string()),
        };
        Choice::words(label, planned == minutes, Msg::Told(week_with(learner, this, minutes)))
    };
    DayView {
        said: match (today, was_here) {
            (_, true) => words::week_here(locale),
            (true, false) => words::week_today(locale),
            _ => "",
        }
        .into(),
        today,
        legend: words::week_how_long(locale, name),
        choices: MINUTES.map(choice).into(),
        name: name.into(),
    }
}

/// What is told when this day of the week gets so many minutes: the whole week, the other days as they are.
pub fn week_with(learner: &Learner, day: Day, minutes: u8) -> Profile {
    let monday = day.0 - day.weekday() as i32;
    let all = (0..DAYS as i32).map(|at| match monday + at {
        this if this == day.0 => minutes,
        this => today::minutes(learner, Day(this)),
    });
    let all: Vec<String> = all.map(|minutes| minutes.to_string()).collect();
    Profile { week: Some(all.join(" ")), ..Profile::default() }
}

pub fn day_name(at: usize, locale: Locale) -> &'static str {
    match at {
        0 => words::week_monday(locale),
        1 => words::week_tuesday(locale),
        2 => words::week_wednesday(locale),
        3 => words::week_thursday(locale),
        4 => words::week_friday(locale),
        5 => words::week_saturday(locale),
        _ => words::week_sunday(locale),
    }
}

/// Something that was reached, with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// Questions answered, right or wrong.
    Questions(u32),
    /// Days on which something was practised.
    Days(u32),
    /// Skills that went wrong several times and are practised now.
    Mended(u32),
}

const QUESTIONS: [u32; 8] = [10, 50, 100, 250, 500, 1_000, 2_500, 5_000];
const DAYS_HERE: [u32; 6] = [2, 5, 10, 20, 50, 100];
const MENDED: [u32; 5] = [1, 3, 10, 25, 50];
/// First answers missed or helped that make a skill a hard one.
const HARD: u32 = 3;

/// All that was reached so far, in a fixed order.
pub fn milestones(learner: &Learner, day: Day) -> Vec<Milestone> {
    let mended = learner.states().filter(|(id, state)| {
        let losses = state.attempts.saturating_sub(u32::try_from(state.wins.len()).unwrap_or(u32::MAX));
        losses >= HARD && learner.level(id, day) >= Level::Practised
    });
    let mended = u32::try_from(mended.count()).unwrap_or(u32::MAX);
    let upto =
        |marks: &'static [u32], reached: u32| marks.iter().copied().filter(move |mark| *mark <= reached);
    let questions = upto(&QUESTIONS, learner.answers).map(Milestone::Questions);
    let days = upto(&DAYS_HERE, learner.days).map(Milestone::Days);
    questions.chain(days).chain(upto(&MENDED, mended).map(Milestone::Mended)).collect()
}

fn said(milestone: Milestone, locale: Locale) -> String {
    match milestone {
        Milestone::Questions(many) => words::mile_questions(locale, &many.to_string()),
        Milestone::Days(many) => words::mile_days(locale, &many.to_string()),
        Milestone::Mended(many) => words::mile_mended(locale, i64::from(many)),
    }
}
