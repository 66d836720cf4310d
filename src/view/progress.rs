//! The progress page: every skill with its level, and the receipt that explains it.

use super::home::count;
use super::practice::button;
use super::{Progress, SkillGroup, SkillRow, words};
use crate::content::{Locale, Skill};
use crate::learner::{Level, SkillState};
use crate::num::SortedSet;
use crate::tutor::{Msg, Route, Session, select};

pub fn progress(session: &Session) -> Progress {
    let locale = session.locale;
    let taught = session.learner.map().skills.iter().filter(|skill| !skill.items.is_empty());
    Progress {
        title: words::progress_title(locale).into(),
        text: words::progress_text(locale).into(),
        groups: vec![SkillGroup {
            title: words::progress_group(locale).into(),
            skills: taught.map(|skill| row(session, skill)).collect(),
        }],
    }
}

fn row(session: &Session, skill: &Skill) -> SkillRow {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let level = learner.level(&skill.id, day);
    let ready = select::ready(learner, skill, day);
    let flag = if learner.fading(&skill.id, day) {
        words::flag_refresh(locale)
    } else if level == Level::New && ready {
        words::flag_ready(locale)
    } else {
        ""
    };
    let owed = learner.owed.iter().any(|owed| owed.skill == skill.id);
    SkillRow {
        skill: skill.id.clone(),
        name: skill.name_in(locale).into(),
        level: level as u8,
        level_name: level_name(level, locale).into(),
        flag: flag.into(),
        receipt: receipt(learner.skill(&skill.id), level, owed, locale),
        receipt_label: words::receipt_label(locale).into(),
        lesson: skill.lesson.as_ref().map(|_| {
            let to = Route::Lesson { skill: skill.id.clone(), step: 0 };
            button(words::lesson_open(locale), true, Msg::Go(to))
        }),
        practise: Some(button(words::practise_this(locale), true, Msg::Practise(Some(skill.id.clone())))),
    }
}

pub fn level_name(level: Level, locale: Locale) -> &'static str {
    match level {
        Level::New => words::level_new(locale),
        Level::Started => words::level_started(locale),
        Level::Practised => words::level_practised(locale),
        Level::Mastered => words::level_mastered(locale),
    }
}

/// The answers that earned the level, and what is left to the next.
fn receipt(state: Option<&SkillState>, level: Level, owed: bool, locale: Locale) -> Vec<String> {
    let Some(state) = state.filter(|state| state.attempts > 0) else {
        return vec![words::receipt_none(locale).into()];
    };
    let days = state.wins.iter().map(|win| win.day).collect::<SortedSet<_>>().len();
    let kinds = state.wins.iter().map(|win| win.item.as_str()).collect::<SortedSet<_>>().len();
    let mut lines = vec![words::receipt_wins(locale, count(state.wins.len()))];
    if !state.wins.is_empty() {
        lines.push(words::receipt_days(locale, count(days)));
        lines.push(words::receipt_kinds(locale, count(kinds)));
    }
    if owed {
        lines.push(words::receipt_owed(locale).into());
    }
    let left = match level {
        Level::Mastered => words::receipt_all(locale),
        Level::Practised if days < 2 => words::receipt_left_days(locale),
        Level::Practised if kinds < 2 => words::receipt_left_kinds(locale),
        Level::Practised => words::receipt_left_more(locale),
        _ => words::receipt_left_practised(locale),
    };
    lines.push(left.into());
    lines
}
