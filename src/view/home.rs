//! First pages and home: the way in, and what comes next.

use super::practice::{button, reason, skill_name};
use super::{Choice, Choices, Done, GradePage, Home, Step, Welcome, words};
use crate::content::Locale;
use crate::learner::{Level, Profile};
use crate::tutor::select::{self, Candidate};
use crate::tutor::{Device, Msg, Session};

/// Minutes a learner can choose for a day, and how many questions that is about (45 seconds each).
const MINUTES: [(u8, u8); 3] = [(5, 6), (10, 13), (20, 26)];
/// Grades that can be chosen; kindergarten is 0.
const GRADES: std::ops::RangeInclusive<u8> = 0..=8;

pub fn welcome(locale: Locale) -> Welcome {
    Welcome {
        title: words::welcome_title(locale).into(),
        text: words::welcome_text(locale).into(),
        start: button(words::welcome_start(locale), true, Msg::Started),
        import: words::welcome_import(locale).into(),
        facts: [words::welcome_fact_private, words::welcome_fact_offline, words::welcome_fact_account]
            .map(|fact| fact(locale).to_string())
            .into(),
    }
}

pub fn grade(locale: Locale) -> GradePage {
    GradePage {
        title: words::grade_title(locale).into(),
        text: words::grade_text(locale).into(),
        grades: GRADES
            .map(|grade| {
                let face = if grade == 0 {
                    words::grade_kindergarten(locale).to_string()
                } else {
                    grade.to_string()
                };
                let note = grade_name(grade, locale);
                Choice { note, ..Choice::words(face, false, Msg::GradeChosen(Some(grade))) }
            })
            .collect(),
        skip: button(words::grade_skip(locale), true, Msg::GradeChosen(None)),
    }
}

pub fn grade_name(grade: u8, locale: Locale) -> String {
    match grade {
        0 => words::grade_note_kindergarten(locale).into(),
        grade => words::grade_note(locale, &grade.to_string()),
    }
}

/// The grades as a setting.
pub fn grades(profile: &Profile, locale: Locale) -> Choices {
    let choice = |grade: u8| {
        let told = Profile { grade: Some(grade), ..Profile::default() };
        let face = if grade == 0 { words::grade_kindergarten(locale).to_string() } else { grade.to_string() };
        Choice::words(face, profile.grade == Some(grade), Msg::Told(told))
    };
    Choices { legend: words::settings_grade(locale).into(), choices: GRADES.map(choice).collect() }
}

pub fn home(session: &Session) -> Home {
    let locale = session.locale;
    let day = session.day();
    let learner = &session.learner;
    let kept = session.desk.as_ref().filter(|practice| practice.open());
    let mut steps = select::candidates(learner, day).into_iter().filter(|step| step.score > 0.0).peekable();
    let next = match kept {
        Some(practice) => Some(Candidate {
            skill: practice.question.skill.clone(),
            score: 0.0,
            reason: practice.reason.clone(),
        }),
        None => steps.peek().cloned(),
    };
    let go = if kept.is_some() || learner.answers > 0 {
        words::home_continue(locale)
    } else {
        words::home_practise(locale)
    };
    let others = steps.filter(|other| next.as_ref().is_none_or(|next| next.skill != other.skill));
    Home {
        greeting: match &learner.profile.nickname {
            Some(name) if !name.is_empty() => words::home_hello_name(locale, name),
            _ => words::home_hello(locale).into(),
        },
        fact: fact(session),
        go: button(go, true, Msg::Practise(None)),
        others: others.take(2).map(|other| step(session, &other)).collect(),
        next: next.as_ref().map(|next| step(session, next)),
        others_label: words::home_others(locale).into(),
        minutes: minutes(&learner.profile, locale),
    }
}

fn step(session: &Session, candidate: &Candidate) -> Step {
    let locale = session.locale;
    Step {
        skill: skill_name(&session.learner, &candidate.skill, locale),
        why: reason(&candidate.reason, locale),
        button: button(words::home_choose(locale), true, Msg::Practise(Some(candidate.skill.clone()))),
    }
}

/// One encouraging thing that is true.
fn fact(session: &Session) -> String {
    let (learner, locale) = (&session.learner, session.locale);
    let practised = |id: &str| learner.level(id, session.day()) >= Level::Practised;
    let skills = learner.map().skills.iter().filter(|skill| practised(&skill.id)).count();
    if skills > 0 {
        words::home_fact_practised(locale, count(skills))
    } else if learner.on(session.day()).right > 0 {
        words::home_fact_today(locale, i64::from(learner.on(session.day()).right))
    } else if learner.answers > 0 {
        words::home_fact_questions(locale, i64::from(learner.answers))
    } else {
        String::new()
    }
}

fn minutes(profile: &Profile, locale: Locale) -> Choices {
    let chosen = profile.minutes.unwrap_or(10);
    let choice = |(minutes, questions): (u8, u8)| {
        let told = Profile { minutes: Some(minutes), ..Profile::default() };
        let label = words::home_minutes_some(locale, &minutes.to_string());
        let note = words::home_minutes_note(locale, &questions.to_string());
        Choice { note, ..Choice::words(label, chosen == minutes, Msg::Told(told)) }
    };
    Choices { legend: words::home_minutes(locale).into(), choices: MINUTES.map(choice).into() }
}

pub fn done(session: &Session) -> Done {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let sitting = &session.sitting;
    let lines = match sitting.answers {
        0 => vec![words::done_nothing(locale).to_string()],
        answers if sitting.right == 0 => vec![words::done_answers(locale, i64::from(answers))],
        answers => {
            vec![
                words::done_answers(locale, i64::from(answers)),
                words::done_right(locale, i64::from(sitting.right)),
            ]
        }
    };
    let taught = || learner.map().skills.iter().filter(|skill| !skill.items.is_empty());
    let strong = |id: &str| {
        learner.skill(id).is_some_and(|state| !state.wins.is_empty() && state.misses_in_a_row == 0)
            || learner.level(id, day) >= Level::Practised
    };
    let name = |id: &str| skill_name(learner, id, locale);
    let ready = taught().filter(|s| !strong(&s.id) && select::ready(learner, s, day)).take(3);
    Done {
        title: words::done_title(locale).into(),
        lines,
        ready_label: words::done_ready(locale).into(),
        ready: ready.map(|skill| name(&skill.id)).collect(),
        strong_label: words::done_strong(locale).into(),
        strong: taught().filter(|skill| strong(&skill.id)).take(4).map(|skill| name(&skill.id)).collect(),
        take: button(words::done_take(locale), learner.answers > 0, Msg::Device(Device::Export)),
        take_note: words::done_take_note(locale).into(),
        again: button(words::done_again(locale), true, Msg::Practise(None)),
        home: button(words::done_home(locale), true, Msg::Go(crate::tutor::Route::Home)),
    }
}

pub fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
