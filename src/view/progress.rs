//! The progress page: every skill with its level, and the receipt that explains it.

use super::comfort::sureness;
use super::home::{count, grade_name};
use super::practice::button;
use super::{Link, MapSign, Progress, SkillGroup, SkillRow, words};
use crate::content::{Locale, Skill};
use crate::learner::{Level, SkillState};
use crate::num::SortedSet;
use crate::tutor::survey::{Standing, Survey};
use crate::tutor::{Msg, Route, Session};

pub fn progress(session: &Session) -> Progress {
    let locale = session.locale;
    let survey = Survey::of(&session.learner, &session.learner.plan, session.day());
    let mut groups: Vec<((Strand, u8), SkillGroup)> = Vec::new();
    for standing in survey.skills.iter().filter(|standing| standing.taught()) {
        let key = (strand(&standing.skill.id), standing.skill.grade);
        let row = row(session, standing);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.skills.push(row),
            None => groups.push((key, SkillGroup { title: place(key, locale), skills: vec![row] })),
        }
    }
    groups.sort_by_key(|(key, _)| *key);
    Progress {
        title: words::progress_title(locale).into(),
        text: words::progress_text(locale).into(),
        ways: ways(session),
        ways_label: words::map_ways(locale).into(),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        sureness: sureness(&session.learner, locale),
    }
}

/// The two ways of showing all skills.
pub fn ways(session: &Session) -> Vec<Link> {
    let locale = session.locale;
    [(words::map_as_list(locale), Route::Progress), (words::map_as_map(locale), Route::Map)]
        .map(|(label, to)| Link { label: label.into(), current: session.route == to, to })
        .into()
}

/// Strands in the order in which they are shown. A skill's strand follows from the first part of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strand {
    Place,
    Add,
    Multiply,
    Fractions,
    Decimals,
    Measure,
    Geometry,
    Data,
    Algebra,
    Other,
}

pub fn strand(skill: &str) -> Strand {
    match skill.split('.').next().unwrap_or_default() {
        "cc" | "pv" | "num" | "int" | "nl" => Strand::Place,
        "add" | "sub" => Strand::Add,
        "mul" | "div" => Strand::Multiply,
        "fr" => Strand::Fractions,
        "dec" | "pct" | "ra" => Strand::Decimals,
        "meas" => Strand::Measure,
        "geo" => Strand::Geometry,
        "data" | "stat" | "prob" => Strand::Data,
        "alg" | "eq" | "ex" | "ineq" | "fn" | "sys" | "pat" | "id" => Strand::Algebra,
        _ => Strand::Other,
    }
}

pub fn strand_name(strand: Strand, locale: Locale) -> &'static str {
    match strand {
        Strand::Place => words::strand_place(locale),
        Strand::Add => words::strand_add(locale),
        Strand::Multiply => words::strand_multiply(locale),
        Strand::Fractions => words::strand_fractions(locale),
        Strand::Decimals => words::strand_decimals(locale),
        Strand::Measure => words::strand_measure(locale),
        Strand::Geometry => words::strand_geometry(locale),
        Strand::Data => words::strand_data(locale),
        Strand::Algebra => words::strand_algebra(locale),
        Strand::Other => words::strand_other(locale),
    }
}

/// "Fractions, grade 4".
pub fn place((strand, grade): (Strand, u8), locale: Locale) -> String {
    let grade = grade_name(grade, locale).to_lowercase();
    words::skill_place(locale, strand_name(strand, locale), &grade)
}

/// What is to be said of a skill beside its level; empty when nothing is.
pub fn flag(session: &Session, standing: &Standing) -> &'static str {
    let locale = session.locale;
    match sign(session, standing) {
        MapSign::Resting => words::flag_resting(locale),
        MapSign::Refresh => words::flag_refresh(locale),
        MapSign::Ready => words::flag_ready(locale),
        _ => "",
    }
}

pub fn sign(session: &Session, standing: &Standing) -> MapSign {
    match standing.level {
        _ if standing.resting => MapSign::Resting,
        _ if session.learner.status(&standing.skill.id, session.day()).is_some_and(|s| s.fading) => {
            MapSign::Refresh
        }
        Level::Mastered => MapSign::Mastered,
        Level::Practised => MapSign::Practised,
        Level::Started => MapSign::Started,
        Level::New if standing.ready => MapSign::Ready,
        Level::New => MapSign::Later,
    }
}

fn row(session: &Session, standing: &Standing) -> SkillRow {
    let (learner, locale, skill) = (&session.learner, session.locale, standing.skill);
    let owed = learner.owed.iter().any(|owed| owed.skill == skill.id);
    SkillRow {
        skill: skill.id.clone(),
        name: link(session, skill),
        level: standing.level as u8,
        level_name: level_name(standing.level, locale).into(),
        flag: flag(session, standing).into(),
        receipt: receipt(standing.state, standing.level, owed, locale),
        receipt_label: words::receipt_label(locale).into(),
        lesson: skill.lesson.as_ref().map(|_| {
            let to = Route::Lesson { skill: skill.id.clone(), step: 0 };
            button(words::lesson_open(locale), true, Msg::Go(to))
        }),
        practise: Some(button(
            words::practise_this(locale),
            !standing.is_stuck(),
            Msg::Practise(Some(skill.id.clone())),
        )),
    }
}

/// A skill by its name, leading to its page.
pub fn link(session: &Session, skill: &Skill) -> Link {
    Link { label: skill.name_in(session.locale).into(), to: Route::Skill(skill.id.clone()), current: false }
}

pub fn level_name(level: Level, locale: Locale) -> &'static str {
    match level {
        Level::New => words::level_new(locale),
        Level::Started => words::level_started(locale),
        Level::Practised => words::level_practised(locale),
        Level::Mastered => words::level_mastered(locale),
    }
}

/// What the answers so far come to, and what is left to the next level.
fn receipt(state: Option<&SkillState>, level: Level, owed: bool, locale: Locale) -> Vec<String> {
    let Some(state) = state.filter(|state| state.attempts > 0) else {
        return vec![words::receipt_none(locale).into()];
    };
    let (days, kinds) = spread(state);
    let mut lines = vec![words::receipt_wins(locale, count(state.wins.len()))];
    if !state.wins.is_empty() {
        lines.push(words::receipt_days(locale, count(days)));
        lines.push(words::receipt_kinds(locale, count(kinds)));
    }
    lines.extend(left(Some(state), level, owed, locale));
    lines
}

/// Days and kinds of questions on which the answers were right.
fn spread(state: &SkillState) -> (usize, usize) {
    let days = state.wins.iter().map(|win| win.day).collect::<SortedSet<_>>().len();
    let kinds = state.wins.iter().map(|win| win.item.as_str()).collect::<SortedSet<_>>().len();
    (days, kinds)
}

/// What is left to the next level.
pub fn left(state: Option<&SkillState>, level: Level, owed: bool, locale: Locale) -> Vec<String> {
    let (days, kinds) = state.map_or((0, 0), spread);
    let owed = owed.then(|| words::receipt_owed(locale).to_string());
    let left = match level {
        Level::Mastered => words::receipt_all(locale),
        Level::Practised if days < 2 => words::receipt_left_days(locale),
        Level::Practised if kinds < 2 => words::receipt_left_kinds(locale),
        Level::Practised => words::receipt_left_more(locale),
        _ => words::receipt_left_practised(locale),
    };
    owed.into_iter().chain([left.into()]).collect()
}
