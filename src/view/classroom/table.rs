//! Skills down, students across: where each stands, as a sign with its words.

use super::class::{on, skill, who};
use super::correct::{stands, word_name};
use super::parts::*;
use crate::classroom::Desk;
use crate::classroom::class::{Correction, Student, StudentId};
use crate::classroom::report::{self, Mark};
use crate::content::Locale;
use crate::learner::Override;
use crate::view::words;

pub fn mark_name(mark: Mark, locale: Locale) -> &'static str {
    match mark {
        Mark::Confirmed => words::class_mark_confirmed(locale),
        Mark::Practised => words::class_mark_practised(locale),
        Mark::Refresh => words::class_mark_refresh(locale),
        Mark::Started => words::class_mark_started(locale),
        Mark::Stuck => words::class_mark_stuck(locale),
        Mark::Unseen => words::class_mark_unseen(locale),
    }
}

fn cell(mark: Mark, said: String) -> CellView {
    let (sign, class) = match mark {
        Mark::Confirmed => ("✓", "mark is-confirmed"),
        Mark::Practised => ("●", "mark is-practised"),
        Mark::Refresh => ("↻", "mark is-refresh"),
        Mark::Started => ("○", "mark"),
        Mark::Stuck => ("!", "mark is-stuck"),
        Mark::Unseen => ("", "mark"),
    };
    CellView { sign, class, set: false, spoken: said }
}

/// What a teacher set, with a star that says so.
fn set_cell(word: Override, said: String) -> CellView {
    let (sign, class) = match word {
        Override::Again => ("○*", "mark"),
        _ => ("✓*", "mark is-confirmed"),
    };
    CellView { sign, class, set: true, spoken: said }
}

pub fn table(desk: &Desk) -> TableView {
    let locale = desk.locale;
    let place = |id: &String| desk.map.skills.iter().position(|skill| skill.id == *id);
    // A row also for what nobody answered, where something was set of it.
    let corrected = || desk.students.iter().filter_map(|student| desk.class().corrections.get(&student.id));
    let mut listed = desk.unit();
    listed.extend(corrected().flat_map(|all| all.keys()).filter_map(place));
    let column = |student: &Student| {
        let full = who(desk, student.id);
        let short = match student.id {
            StudentId::Number(number) => number.to_string(),
            StudentId::Key(_) => "–".into(),
        };
        let name = desk.class().name(student.id).filter(|_| !desk.anonymous);
        (name.map_or(short, |name| name.chars().take(12).collect()), full)
    };
    let row = |place: usize| TableRow {
        name: skill(desk, place),
        note: desk.map.skills[place].standards.join(", "),
        cells: desk
            .students
            .iter()
            .map(|student| {
                let id = &desk.map.skills[place].id;
                // What the answers say is told behind what the teacher set.
                if let Some(Correction { word, day }) = desk.class().correction(student.id, id) {
                    let set = words::correct_mark(locale, word_name(word, locale), &on(desk, day));
                    return set_cell(word, format!("{set}. {}", stands(desk, student.id, place)));
                }
                let status = student.skills.get(&place);
                let mark = Mark::of(status);
                let last = status.and_then(|status| status.practised).map(|day| on(desk, day));
                let name = mark_name(mark, locale);
                cell(mark, last.map_or_else(|| name.to_string(), |last| format!("{name}, {last}")))
            })
            .collect(),
    };
    let is_set =
        |word: &Override| corrected().flat_map(|all| all.values()).any(|correction| correction.word == *word);
    let words_set = [Override::Knows, Override::Again].into_iter().filter(is_set);
    let marks = [Mark::Confirmed, Mark::Practised, Mark::Refresh, Mark::Started, Mark::Stuck];
    TableView {
        title: words::class_table(locale).into(),
        note: words::class_table_note(locale).into(),
        skill_label: words::class_table_skill(locale).into(),
        students: desk.students.iter().map(column).collect(),
        rows: report::skills(&desk.students, &listed).into_iter().map(row).collect(),
        key: marks
            .map(|mark| (cell(mark, String::new()), mark_name(mark, locale).to_string()))
            .into_iter()
            .chain(words_set.map(|word| {
                (set_cell(word, String::new()), words::correct_key(locale, word_name(word, locale)))
            }))
            .collect(),
    }
}
