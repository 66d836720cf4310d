//! What a question page says of the learner's record: why this question, how far a search or a trial is, the ways past
//! it, what a right answer means. A linked question has no record, so this comes with the keeper of the records.

use super::practice::{button, skill_name};
use super::{Button, Choice, Choices, Line, level_name, text, words};
use crate::content::Locale;
use crate::learner::{LETTERS, Learner, Level, Mode, Profile, SPACING, SURE, Why};
use crate::tutor::select::SEARCH_LIMIT;
use crate::tutor::survey::MANY_MISSES;
use crate::tutor::{Msg, Phase, Practice, Reason, Route, Session, Steer, select};

/// Why this skill, in one sentence.
pub fn reason(learner: &Learner, skill: &str, reason: &Reason, locale: Locale) -> String {
    match reason {
        Reason::Search => words::reason_search(locale),
        Reason::Owed => words::reason_owed(locale),
        Reason::Refresh { days } => return words::reason_refresh(locale, i64::from(*days)),
        Reason::GoOn => words::reason_go_on(locale),
        Reason::Ready => words::reason_ready(locale),
        Reason::Mixed => words::reason_mixed(locale),
        Reason::Secure => words::reason_secure(locale),
        Reason::Easier => words::reason_easier(locale),
        Reason::Basics { skill } => return words::reason_basics(locale, &skill_name(learner, skill, locale)),
        Reason::Return { skill } => return words::reason_return(locale, &skill_name(learner, skill, locale)),
        Reason::Wanted { skill: wanted } if wanted == skill => words::reason_wanted(locale),
        Reason::Wanted { skill } => {
            return words::reason_wanted_for(locale, &skill_name(learner, skill, locale));
        }
        Reason::Confirm => words::reason_confirm(locale),
        Reason::Unit => words::reason_unit(locale),
        Reason::Prove => words::reason_prove(locale),
        Reason::Chosen => words::reason_chosen(locale),
        Reason::Linked => words::reason_linked(locale),
        Reason::Other => words::reason_other(locale),
    }
    .into()
}

/// Where one is in a search or a trial, whose lengths are bounded.
pub fn place(learner: &Learner, practice: &Practice, locale: Locale) -> String {
    let new = usize::from(practice.attempts == 0);
    if let Some(trial) = learner.trial.as_ref().filter(|_| practice.reason == Reason::Prove) {
        let number = trial.items.len() + new;
        return words::trial_place(locale, &number.to_string(), &trial.questions.to_string());
    }
    if !practice.recorded || learner.mode != Some(Mode::FindStart) {
        return String::new();
    }
    // The last question of the search stands there until the next one comes.
    if !select::searching(learner) {
        return words::search_over(locale).into();
    }
    let number = learner.searched as usize + new;
    words::search_place(locale, &number.to_string(), &SEARCH_LIMIT.to_string())
}

/// What a right answer means for the record.
pub fn right(session: &Session, practice: &Practice) -> Vec<Line> {
    let locale = session.locale;
    let mut lines = Vec::new();
    if !practice.recorded {
        return lines;
    }
    if practice.helped {
        lines.push(text::words(words::right_helped(locale)));
    } else if practice.attempts > 1 {
        lines.push(text::words(words::right_second(locale)));
    } else if !practice.hints.is_empty() {
        lines.push(text::words(words::right_hinted(locale)));
    }
    if let Some(level) = practice.reached.filter(|level| *level >= Level::Practised) {
        let name = skill_name(&session.learner, &practice.question.skill, locale);
        lines.push(text::words(words::level_reached(locale, &name, level_name(level, locale))));
    }
    lines
}

/// After three misses of a skill in a row its lesson is offered in words (L10).
pub fn offer(session: &Session, practice: &Practice) -> Option<&'static str> {
    let skill = &practice.question.skill;
    let misses = session.learner.skill(skill).map_or(0, |state| state.misses_in_a_row);
    let offered = practice.recorded && misses >= MANY_MISSES && lesson(session, skill).is_some();
    offered.then(|| words::lesson_offer(session.locale))
}

/// The ways past a question, and what may be said of an answer.
pub fn others(session: &Session, practice: &Practice) -> Vec<Button> {
    let locale = session.locale;
    if !practice.recorded {
        return Vec::new();
    }
    if practice.attempts == 0 && practice.reason == Reason::Prove {
        let want = Msg::Steer(Steer::Want(practice.question.skill.clone()));
        return vec![button(words::trial_want(locale), true, want)];
    }
    if practice.attempts == 0 {
        return vec![
            button(words::not_learned(locale), true, Msg::Declined(Why::NotLearned)),
            button(words::not_now(locale), true, Msg::Declined(Why::NotNow)),
        ];
    }
    if matches!(practice.phase, Phase::Worked | Phase::Shown) {
        return lesson(session, &practice.question.skill).into_iter().collect();
    }
    let may_say = practice.phase == Phase::Right && !practice.helped;
    if may_say { vec![button(words::helped(locale), true, Msg::HelpedSaid)] } else { Vec::new() }
}

/// To the lesson about a skill, where there is one.
fn lesson(session: &Session, skill: &str) -> Option<Button> {
    session.learner.map().skill(skill)?.lesson.as_ref()?;
    let to = Route::Lesson { skill: skill.into(), step: 0 };
    Some(button(words::lesson_see(session.locale), true, Msg::Go(to)))
}

/// How sure the learner is, before the first check, where they want to be asked (O5).
pub fn sure(session: &Session, practice: &Practice) -> Option<Choices> {
    let asked = practice.recorded && practice.attempts == 0 && session.learner.profile.has(SURE);
    let locale = session.locale;
    let choice =
        |said: u8, label: &str| Choice::words(label, practice.confidence == Some(said), Msg::Sure(said));
    asked.then(|| Choices {
        legend: words::sure_ask(locale).into(),
        choices: vec![
            choice(1, words::sure_guess(locale)),
            choice(2, words::sure_think(locale)),
            choice(3, words::sure_certain(locale)),
        ],
    })
}

/// The accommodations that change how the page looks, for its root element.
pub fn ease(profile: &Profile) -> String {
    let looks: Vec<&str> = [SPACING, LETTERS].into_iter().filter(|id| profile.has(id)).collect();
    looks.join(" ")
}
