//! What a teacher asks of everybody beside skills, and of one student: days, minutes, a comment, and a status that the
//! teacher knows better (T5). Who set it and when stands beside it, and all of it can be taken back.

use super::class::{PlanLink, plan_link};
use super::parts::*;
use super::table::mark_name;
use crate::classroom::class::StudentId;
use crate::classroom::csv::date;
use crate::classroom::report::Mark;
use crate::classroom::{ClassMsg, Desk};
use crate::content::Locale;
use crate::exchange::plan_link::Asked;
use crate::learner::{COMMENT, Override, Plan};
use crate::num::Day;
use crate::view::words;

/// Minutes a day that can be asked for.
const MINUTES: [u8; 5] = [5, 10, 15, 20, 30];

#[derive(Clone, Debug, PartialEq)]
pub struct AskView {
    /// Their labels, and the days as a date field has them.
    pub from: (String, String),
    pub until: (String, String),
    pub days: (Option<Day>, Option<Day>),
    pub minutes: PickView,
    pub comment_label: String,
    pub comment: String,
    pub comment_note: String,
    /// Characters that a comment can have.
    pub longest: usize,
    /// What had better be looked at before the link goes out.
    pub warnings: Vec<String>,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct PickView {
    pub label: String,
    pub options: Vec<(String, ClassMsg, bool)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CorrectView {
    pub title: String,
    pub text: String,
    pub student: PickView,
    pub skill: PickView,
    /// What the answers say; empty until both are chosen.
    pub stands: String,
    /// What can be said of it, and whether it is.
    pub words: Vec<(Press, bool)>,
    pub list_title: String,
    /// What was said: whom, what and when, and the way back.
    pub list: Vec<(String, Press)>,
    /// For the chosen student alone.
    pub link: Option<PlanLink>,
}

pub fn ask(desk: &Desk) -> AskView {
    let (locale, plan) = (desk.locale, &desk.class().plan);
    let written = |day: Option<Day>| day.map(date).unwrap_or_default();
    let minutes =
        |minutes: Option<u8>, label: String| (label, ClassMsg::PlanMinutes(minutes), plan.minutes == minutes);
    let some = MINUTES
        .into_iter()
        // A class file may ask for others.
        .chain(plan.minutes.filter(|minutes| !MINUTES.contains(minutes)))
        .map(|some| minutes(Some(some), words::home_minutes_some(locale, &some.to_string())));
    AskView {
        from: (words::ask_from(locale).into(), written(plan.from)),
        until: (words::ask_until(locale).into(), written(plan.until)),
        days: (plan.from, plan.until),
        minutes: PickView {
            label: words::ask_minutes(locale).into(),
            options: std::iter::once(minutes(None, words::ask_minutes_own(locale).into()))
                .chain(some)
                .collect(),
        },
        comment_label: words::ask_comment(locale).into(),
        comment: plan.comment.clone(),
        comment_note: words::ask_comment_note(locale).into(),
        longest: COMMENT,
        warnings: warnings(desk, plan),
    }
}

fn warnings(desk: &Desk, plan: &Plan) -> Vec<String> {
    let locale = desk.locale;
    let mut warnings = Vec::new();
    let names = desk.names_in_comment();
    if !names.is_empty() {
        warnings.push(words::ask_name(locale, &names.join(", ")));
    }
    if plan.is_backwards() {
        warnings.push(words::ask_backwards(locale).into());
    }
    if plan.is_over(desk.day) {
        warnings.push(words::ask_past(locale).into());
    }
    warnings
}

pub fn correct(desk: &Desk) -> CorrectView {
    let locale = desk.locale;
    let (who, which) = desk.correcting;
    let who = who.filter(|id| desk.student(*id).is_some());
    let nobody = (words::correct_pick(locale).to_string(), ClassMsg::Correcting(None, which), who.is_none());
    let students = desk.students.iter().map(|student| {
        let id = student.id;
        (super::class::who(desk, id), ClassMsg::Correcting(Some(id), which), who == Some(id))
    });
    let none = (words::correct_pick(locale).to_string(), ClassMsg::Correcting(who, None), which.is_none());
    let taught = desk.map.skills.iter().enumerate().filter(|(_, skill)| !skill.items.is_empty());
    let skills = taught.map(|(place, skill)| {
        (skill.name_in(locale).into(), ClassMsg::Correcting(who, Some(place)), which == Some(place))
    });
    let both = who.zip(which);
    CorrectView {
        title: words::correct_title(locale).into(),
        text: words::correct_text(locale).into(),
        student: PickView {
            label: words::correct_student(locale).into(),
            options: std::iter::once(nobody).chain(students).collect(),
        },
        skill: PickView {
            label: words::class_table_skill(locale).into(),
            options: std::iter::once(none).chain(skills).collect(),
        },
        stands: both.map(|(id, place)| stands(desk, id, place)).unwrap_or_default(),
        words: both.map(|(id, place)| said(desk, id, place)).unwrap_or_default(),
        list_title: if desk.class().corrections.is_empty() { "" } else { words::correct_list(locale) }.into(),
        list: list(desk),
        link: who.filter(|_| !desk.class().plan.is_backwards()).map(|id| own_link(desk, id)),
    }
}

/// What the answers say of it.
pub(super) fn stands(desk: &Desk, id: StudentId, place: usize) -> String {
    let status = desk.student(id).and_then(|student| student.skills.get(&place));
    let name = mark_name(Mark::of(status), desk.locale);
    match status.and_then(|status| status.practised) {
        Some(on) => words::correct_stands_on(desk.locale, name, &super::class::on(desk, on)),
        None => words::correct_stands(desk.locale, name),
    }
}

fn said(desk: &Desk, id: StudentId, place: usize) -> Vec<(Press, bool)> {
    let (locale, skill) = (desk.locale, &desk.map.skills[place].id);
    let now = desk.class().correction(id, skill).map(|correction| correction.word);
    let way = |label: &str, word: Option<Override>| {
        (press(label, true, ClassMsg::Correct(id, skill.clone(), word)), now == word)
    };
    vec![
        way(words::correct_knows(locale), Some(Override::Knows)),
        way(words::correct_again(locale), Some(Override::Again)),
        way(words::correct_none(locale), None),
    ]
}

/// "Known", "not known yet", as the teacher sets it.
pub fn word_name(word: Override, locale: Locale) -> &'static str {
    match word {
        Override::Again => words::correct_again(locale),
        _ => words::correct_knows(locale),
    }
}

fn list(desk: &Desk) -> Vec<(String, Press)> {
    let locale = desk.locale;
    let mut list = Vec::new();
    for (id, all) in desk.class().corrections.iter() {
        let who = super::class::who(desk, *id);
        for (skill, correction) in all.iter() {
            let name = desk.map.skill(skill).map_or(&**skill, |skill| skill.name_in(locale));
            let word = word_name(correction.word, locale);
            let said = words::correct_one(locale, &who, name, word, &super::class::on(desk, correction.day));
            let back = words::correct_back(locale, name, &who);
            let undo = ClassMsg::Correct(*id, skill.clone(), None);
            list.push((said, press(words::correct_undo(locale), true, undo).spoken(back)));
        }
    }
    list
}

fn own_link(desk: &Desk, id: StudentId) -> PlanLink {
    let locale = desk.locale;
    let asked: Asked = desk.asked_of(id);
    PlanLink {
        label: words::correct_link(locale, &super::class::who(desk, id)),
        note: words::correct_link_note(locale).into(),
        ..plan_link(&asked, locale)
    }
}
