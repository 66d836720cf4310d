//! Skills down, students across: where each stands, as a sign with its words.

use super::class::{skill, who};
use super::correct::word_name;
use super::parts::*;
use crate::classroom::Desk;
use crate::classroom::class::{Correction, Student, StudentId};
use crate::classroom::csv::date;
use crate::classroom::report::{self, Mark};
use crate::content::Locale;
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

pub fn table(desk: &Desk) -> TableView {
    let locale = desk.locale;
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
                let status = student.skills.get(&place);
                let mark = Mark::of(status);
                let on = status.and_then(|status| status.practised).map(date);
                let name = mark_name(mark, locale);
                let said = on.map_or_else(|| name.to_string(), |on| format!("{name}, {on}"));
                let id = &desk.map.skills[place].id;
                match desk.class().correction(student.id, id) {
                    None => cell(mark, said),
                    // What the answers say stays; beside it stands what the teacher set.
                    Some(Correction { word, day }) => {
                        let set = words::correct_mark(locale, word_name(word, locale), &date(day));
                        CellView { set: true, ..cell(mark, format!("{said}; {set}")) }
                    }
                }
            })
            .collect(),
    };
    let marks = [Mark::Confirmed, Mark::Practised, Mark::Refresh, Mark::Started, Mark::Stuck];
    TableView {
        title: words::class_table(locale).into(),
        note: words::class_table_note(locale).into(),
        skill_label: words::class_table_skill(locale).into(),
        students: desk.students.iter().map(column).collect(),
        rows: report::skills(&desk.students, &desk.unit()).into_iter().map(row).collect(),
        key: marks
            .map(|mark| (cell(mark, String::new()), mark_name(mark, locale).to_string()))
            .into_iter()
            .chain((!desk.class().corrections.is_empty()).then(|| {
                let set = CellView { set: true, ..cell(Mark::Unseen, String::new()) };
                (set, words::correct_key(locale).to_string())
            }))
            .collect(),
    }
}
