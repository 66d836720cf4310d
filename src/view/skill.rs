//! One skill: the level and the answers that earned it, what is left, and what the learner may do about it.

use super::classroom;
use super::home::count;
use super::practice::button;
use super::progress::{flag, left, level_name, link, place, strand};
use super::text::{self, line};
use super::{Button, EarnedBy, Link, Near, NearSkill, Notice, Page, SkillPage, Tone, goal, words};
use crate::content::{Locale, Skill};
use crate::learner::{Learner, Level, Why, Win};
use crate::num::Day;
use crate::tutor::support::trial;
use crate::tutor::survey::{Standing, Survey};
use crate::tutor::{Msg, Route, Session, Steer};

/// Answers shown on a receipt, the latest first.
const SHOWN: usize = 8;

pub fn page(session: &Session, id: &str) -> Page {
    let survey = Survey::of(&session.learner, &session.learner.plan, session.day());
    match survey.standing(id) {
        Some(standing) => Page::Skill(of(session, &survey, standing).into()),
        None => unknown(session.locale),
    }
}

fn unknown(locale: Locale) -> Page {
    Page::Trouble(Notice {
        tone: Tone::Calm,
        title: words::trouble_skill_title(locale).into(),
        text: words::trouble_item(locale).into(),
        actions: vec![button(words::skill_back(locale), true, Msg::Go(Route::Progress))],
        close: None,
    })
}

fn of(session: &Session, survey: &Survey, standing: &Standing) -> SkillPage {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let (skill, taught) = (standing.skill, standing.taught());
    let id = &skill.id;
    let state = standing.state;
    let owed = learner.owed.iter().any(|owed| owed.skill == *id);
    let trial = trial(learner, id, day, session.salt()).filter(|_| taught);
    let stuck = standing.is_stuck();
    SkillPage {
        title: skill.name_in(locale).into(),
        place: place((strand(id), skill.grade), locale),
        level: standing.level as u8,
        level_name: if taught { level_name(standing.level, locale).into() } else { String::new() },
        flags: flags(session, standing),
        said: said(learner, standing, day, classroom::plan::on_skill(session, id), locale),
        answers_label: if taught { words::skill_answers(locale).into() } else { String::new() },
        answers: state.map(|state| earned(session, id, &state.wins)).unwrap_or_default(),
        left_label: if taught { words::skill_left(locale).into() } else { String::new() },
        left: if taught { left(state, standing.level, owed, locale) } else { Vec::new() },
        practise: taught
            .then(|| button(words::practise_this(locale), !stuck, Msg::Practise(Some(id.clone())))),
        prove: taught.then(|| {
            let may = trial.is_some() && !stuck;
            button(words::skill_prove(locale), may, Msg::Steer(Steer::Prove(id.clone())))
        }),
        prove_note: match &trial {
            Some(trial) => words::skill_prove_note(locale, count(trial.len())),
            None if taught => words::skill_tried(locale).into(),
            None => String::new(),
        },
        others: if taught { others(standing, locale) } else { Vec::new() },
        goal: taught.then(|| goal::view(session, id)),
        near: near(session, survey, skill),
        back: Link { label: words::skill_back(locale).into(), to: Route::Progress, current: false },
    }
}

fn flags(session: &Session, standing: &Standing) -> Vec<String> {
    let (locale, id) = (session.locale, &standing.skill.id);
    let wanted = standing.state.is_some_and(|state| state.wanted) && standing.level < Level::Practised;
    let goal = session.learner.goal.as_ref().is_some_and(|goal| goal.skill == *id);
    let own = if standing.taught() { flag(session, standing) } else { "" };
    [
        own,
        if wanted { words::flag_wanted(locale) } else { "" },
        if goal { words::flag_goal(locale) } else { "" },
    ]
    .into_iter()
    .filter(|flag| !flag.is_empty())
    .map(String::from)
    .collect()
}

/// What a teacher set, how a trial of today went, and why nothing is asked today.
fn said(
    learner: &Learner,
    standing: &Standing,
    day: Day,
    set: Option<String>,
    locale: Locale,
) -> Vec<String> {
    let trial = learner.trial.as_ref().filter(|trial| {
        trial.skill == standing.skill.id && trial.day == day && !trial.items.is_empty() && !trial.open
    });
    let mut said = Vec::from_iter(set);
    if let Some(trial) = trial {
        said.push(match trial.right {
            0 => words::skill_trial_none(locale).into(),
            right => words::skill_trial(locale, &right.to_string(), &trial.items.len().to_string()),
        });
    }
    if standing.resting {
        said.push(words::skill_rests(locale).into());
    }
    if !standing.taught() {
        said.push(words::skill_no_questions(locale).into());
    }
    said
}

fn earned(session: &Session, skill: &str, wins: &[Win]) -> Vec<EarnedBy> {
    let answer = |win: &Win| {
        let (ask, answer) = match session.question(&win.item, win.level, win.seed) {
            Some(question) => {
                (line(&question.ask, question.locale), line(&question.right(), question.locale))
            }
            None => (
                text::words(session.learner.map().skill(skill).map_or("", |s| s.name_in(session.locale))),
                Vec::new(),
            ),
        };
        EarnedBy { when: when(win.day, session.day(), session.locale), ask, answer }
    };
    wins.iter().rev().take(SHOWN).map(answer).collect()
}

fn when(day: Day, today: Day, locale: Locale) -> String {
    match today.since(day) {
        0 => words::day_today(locale).into(),
        1 => words::day_yesterday(locale).into(),
        days => words::day_ago(locale, i64::from(days)),
    }
}

fn others(standing: &Standing, locale: Locale) -> Vec<Button> {
    let skill = standing.skill.id.clone();
    let done = standing.level >= Level::Practised;
    let wanted = standing.state.is_some_and(|state| state.wanted);
    let mut others = Vec::new();
    if !done && !wanted {
        others.push(button(words::skill_want(locale), true, Msg::Steer(Steer::Want(skill.clone()))));
    }
    if !done && !standing.resting {
        let not_yet = Steer::PutOff { skill, why: Why::NotLearned };
        others.push(button(words::not_learned(locale), true, Msg::Steer(not_yet)));
    }
    others
}

fn near(session: &Session, survey: &Survey, skill: &Skill) -> Vec<Near> {
    let learner = &session.learner;
    let Some(place) = learner.place(&skill.id).map(|place| place as usize) else { return Vec::new() };
    let of = |label: &str, places: &[u32]| Near {
        label: label.into(),
        skills: places.iter().map(|place| neighbour(session, &survey.skills[*place as usize])).collect(),
    };
    [
        of(words::skill_builds(session.locale), learner.prerequisites(place)),
        of(words::skill_leads(session.locale), learner.successors(place)),
    ]
    .into_iter()
    .filter(|near| !near.skills.is_empty())
    .collect()
}

fn neighbour(session: &Session, standing: &Standing) -> NearSkill {
    let taught = standing.taught();
    NearSkill {
        name: link(session, standing.skill),
        level: standing.level as u8,
        level_name: if taught { level_name(standing.level, session.locale).into() } else { String::new() },
    }
}
