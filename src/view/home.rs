//! First pages and home: the way in, and what comes next.

use super::practice::{button, skill_name};
use super::recorded::reason;
use super::settings::saves;
use super::{
    Choice, Choices, Done, GradePage, Home, Link, PlanPart, PlanView, Shell, Step, Welcome, classroom,
    earlier, goal, words,
};
use crate::content::Locale;
use crate::content::site::Feature;
use crate::learner::{Learner, Level, Plan, Profile, Why};
use crate::num::Day;
use crate::tutor::select::{self, Candidate};
use crate::tutor::today::{self, Kind, Part, Today};
use crate::tutor::{Device, Msg, Route, Session, Steer};

/// Minutes a learner can choose for a day.
const MINUTES: [u8; 3] = [5, 10, 20];
/// Grades that can be chosen; kindergarten is 0.
const GRADES: std::ops::RangeInclusive<u8> = 0..=8;

pub fn welcome(session: &Session) -> Welcome {
    let locale = session.locale;
    Welcome {
        title: words::welcome_title(locale).into(),
        text: words::welcome_text(locale).into(),
        start: button(words::welcome_start(locale), true, Msg::Started),
        class: session.site.offers(Feature::Class).then(|| Link {
            label: words::class_open(locale).into(),
            to: Route::Room("class".into()),
            current: false,
        }),
        import: words::welcome_import(locale).into(),
        code: Link { label: words::welcome_code(locale).into(), to: Route::Carry, current: false },
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
    let steps = select::candidates(learner, day).into_iter().filter(|step| !step.resting);
    let next = match kept {
        Some(practice) => Some((practice.question.skill.clone(), practice.reason.clone())),
        None => session.foreseen().map(|pick| (pick.skill, pick.reason)),
    };
    let next = next.map(|(skill, reason)| Candidate { skill, score: 0.0, resting: false, reason });
    let plan = today::today(learner, day, session.salt());
    let go = match () {
        () if plan.over && kept.is_none() => words::done_again(locale),
        () if kept.is_some() || learner.answers > 0 => words::home_continue(locale),
        () => words::home_practise(locale),
    };
    let others = steps.filter(|other| next.as_ref().is_none_or(|next| next.skill != other.skill));
    // What was begun is finished, or left by its own card.
    let begun = kept.is_some_and(|practice| practice.attempts > 0);
    Home {
        greeting: match &learner.profile.nickname {
            Some(name) if !name.is_empty() => words::home_hello_name(locale, name),
            _ => words::home_hello(locale).into(),
        },
        fact: fact(session),
        plan: plan_view(session, &plan),
        go: button(go, true, Msg::Practise(None)),
        others: others.take(2).map(|other| step(session, &other, true)).collect(),
        next: next.as_ref().map(|next| step(session, next, !begun)),
        others_label: words::home_others(locale).into(),
        minutes: minutes(learner, day, &plan, locale),
        goal: goal::card(session),
        private: button(words::home_private(locale), true, Msg::Steer(Steer::Private)),
        private_note: words::home_private_note(locale).into(),
        school: hand_in(session).into_iter().chain(report(session)).chain(own_ways(session)).collect(),
    }
}

/// To the ticket for the teacher.
fn hand_in(session: &Session) -> Option<super::Button> {
    let go = || button(words::hand_in(session.locale), true, Msg::Go(Route::Room("hand-in".into())));
    (session.learner.answers > 0 && session.site.offers(Feature::Class)).then(go)
}

fn report(session: &Session) -> Option<super::Button> {
    let go = || button(words::report_open(session.locale), true, Msg::Go(Route::Room("report".into())));
    (session.learner.answers > 0).then(go)
}

/// To the learner's week, to practice on paper, and to what a class works on for somebody who is in one.
fn own_ways(session: &Session) -> Vec<super::Button> {
    let (learner, locale, site) = (&session.learner, session.locale, &session.site);
    let to = |label, room: &str| button(label, true, Msg::Go(Route::Room(room.into())));
    let mut ways = vec![to(words::week_open(locale), "week")];
    if site.offers(Feature::Paper) {
        ways.push(to(words::paper_open(locale), "paper"));
    }
    if site.offers(Feature::Class) && (learner.class.is_some() || learner.plan != Plan::default()) {
        ways.push(to(words::unit_title(locale), "unit"));
    }
    ways
}

/// Skills named for one part of a day; the rest is told when it comes.
const NAMED: usize = 2;

fn plan_view(session: &Session, plan: &Today) -> PlanView {
    let locale = session.locale;
    let part = |part: &Part| PlanPart {
        label: match part.kind {
            Kind::WarmUp => words::home_warm(locale),
            Kind::GoOn => words::home_go_on(locale),
            Kind::New => words::home_new(locale),
            Kind::MakeSure => words::home_make_sure(locale),
            Kind::Review => words::home_review(locale),
        }
        .into(),
        skills: part.skills.iter().take(NAMED).map(|id| skill_name(&session.learner, id, locale)).collect(),
    };
    PlanView {
        title: words::home_plan(locale, &plan.minutes.to_string()),
        asked: classroom::plan::on_home(session),
        parts: plan.parts.iter().map(part).collect(),
        said: match () {
            () if plan.over => words::home_plan_over(locale).into(),
            () if plan.parts.is_empty() => words::home_resting(locale).into(),
            () => String::new(),
        },
    }
}

fn step(session: &Session, candidate: &Candidate, may_wait: bool) -> Step {
    let locale = session.locale;
    let skill = &candidate.skill;
    let not_now = Steer::PutOff { skill: skill.clone(), why: Why::NotNow };
    Step {
        skill: Link {
            label: skill_name(&session.learner, skill, locale),
            to: Route::Skill(skill.clone()),
            current: false,
        },
        why_label: words::reason_label(locale).into(),
        why: reason(&session.learner, skill, &candidate.reason, locale),
        button: button(words::home_choose(locale), true, Msg::Practise(Some(skill.clone()))),
        not_now: may_wait.then(|| button(words::not_now(locale), true, Msg::Steer(not_now))),
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

/// Minutes to choose from, with about as many questions as this learner does in them.
fn minutes(learner: &Learner, day: Day, plan: &Today, locale: Locale) -> Choices {
    let usual = learner.seconds("", "", 2, 0);
    let own_week = learner.profile.week.as_deref().is_some_and(|week| !week.is_empty());
    let choice = |minutes: u8| {
        // Where the learner has a week of their own, today is a day of it.
        let told = match own_week {
            true => classroom::week_with(learner, day, minutes),
            false => Profile { minutes: Some(minutes), ..Profile::default() },
        };
        let label = words::home_minutes_some(locale, &minutes.to_string());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some questions")]
        let questions = (f64::from(minutes) * 60.0 / usual).max(1.0) as usize;
        let note = words::home_minutes_note(locale, count(questions));
        Choice { note, ..Choice::words(label, plan.minutes == minutes, Msg::Told(told)) }
    };
    // What a teacher asks for, and what holds today, can be chosen too.
    let asked = learner.plan.minutes.filter(|_| learner.plan.runs(day));
    let mut all: Vec<u8> = MINUTES.into_iter().chain(asked).chain(Some(plan.minutes)).collect();
    all.retain(|minutes| *minutes > 0);
    all.sort_unstable();
    all.dedup();
    Choices { legend: words::home_minutes(locale).into(), choices: all.into_iter().map(choice).collect() }
}

/// The end of a sitting. Where the browser may clear the record, taking it along stands first.
pub fn done(session: &Session, shell: &Shell) -> Done {
    let saves = saves(&shell.keep);
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
    let planned = sitting.planned;
    let lines = lines.into_iter().chain(planned.then(|| words::done_plan_text(locale).into())).collect();
    Done {
        title: if planned { words::done_plan(locale) } else { words::done_title(locale) }.into(),
        lines,
        ready_label: words::done_ready(locale).into(),
        ready: ready.map(|skill| name(&skill.id)).collect(),
        strong_label: words::done_strong(locale).into(),
        strong: taught().filter(|skill| strong(&skill.id)).take(4).map(|skill| name(&skill.id)).collect(),
        earlier: earlier::earlier(session),
        take: button(words::done_take(locale), learner.answers > 0, Msg::Go(Route::Carry)),
        export: button(words::keep_export(locale), learner.answers > 0, Msg::Device(Device::Export)),
        take_note: if saves { words::done_take_note(locale) } else { words::carry_temporary(locale) }.into(),
        take_first: !saves && learner.answers > 0,
        hand_in: hand_in(session),
        again: button(
            if planned { words::done_go_on(locale) } else { words::done_again(locale) },
            true,
            Msg::Practise(None),
        ),
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
    }
}

pub fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
