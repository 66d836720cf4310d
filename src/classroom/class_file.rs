//! What a class is kept as, in the browser and in the class file: lines of text behind a first line that names it.
//! Reading takes every line that holds and counts the others.

use super::class::{Class, Correction, StudentId};
use crate::exchange::ticket::gather;
use crate::learner::{Marked, Override};
use crate::num::Day;
use std::fmt::Write;

/// What a teacher says of a skill, as it is written.
const WORDS: [(&str, Override); 3] =
    [("taught", Override::Taught), ("not-yet", Override::NotYet), ("skip", Override::Skip)];
/// A status that a teacher corrected, as it is written.
const STATUSES: [(&str, Override); 2] = [("known", Override::Knows), ("again", Override::Again)];
const FIRST: &str = "TRELLIS-CLASS 1";

/// A class read back, and how many lines could not be.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    pub class: Class,
    pub lost: usize,
}

pub fn write(class: &Class) -> String {
    let mut text = format!("{FIRST}\n");
    if let Some(id) = class.id {
        text += &format!("class {id}\n");
    }
    for (number, name) in class.roster.iter() {
        text += &format!("name {number} {}\n", name.replace(['\n', '\r'], " "));
    }
    for skill in &class.plan.unit {
        text += &format!("unit {skill}\n");
    }
    for (skill, word) in &class.plan.overrides {
        if let Some((name, _)) = WORDS.iter().find(|(_, other)| other == word) {
            text += &format!("word {name} {skill}\n");
        }
    }
    let days = [("from", class.plan.from), ("until", class.plan.until)];
    for (name, day) in days.into_iter().filter_map(|(name, day)| Some((name, day?))) {
        text += &format!("{name} {}\n", day.0);
    }
    if let Some(minutes) = class.plan.minutes {
        text += &format!("minutes {minutes}\n");
    }
    if !class.plan.comment.is_empty() {
        text += &format!("comment {}\n", class.plan.comment.replace(['\n', '\r'], " "));
    }
    for (id, all) in class.corrections.iter() {
        for (skill, Correction { word, day }) in all.iter() {
            if let Some((name, _)) = STATUSES.iter().find(|(_, other)| other == word) {
                let _ = writeln!(text, "set {} {name} {} {skill}", written_id(*id), day.0);
            }
        }
    }
    for marked in &class.paper {
        text += &format!("paper {} {} {}\n", marked.sheet, marked.day.0, marked.marks);
    }
    for ticket in class.tickets() {
        text += &format!("ticket {ticket}\n");
    }
    text
}

/// `None` where the text is no class of Trellis.
pub fn read(text: &str) -> Option<Read> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let first = lines.next()?;
    first.starts_with("TRELLIS-CLASS ").then_some(())?;
    let mut read = Read { class: Class::default(), lost: usize::from(first != FIRST) };
    for line in lines.filter(|line| !line.is_empty()) {
        if take(&mut read.class, line).is_none() {
            read.lost += 1;
        }
    }
    Some(read)
}

fn take(class: &mut Class, line: &str) -> Option<()> {
    let (kind, rest) = line.split_once(' ')?;
    match kind {
        "class" => class.id = Some(rest.parse().ok()?),
        "name" => {
            let (number, name) = rest.split_once(' ')?;
            class.roster.insert(number.parse().ok()?, name.into());
        }
        "unit" => drop(class.plan.unit.insert(rest.into())),
        "word" => {
            let (name, skill) = rest.split_once(' ')?;
            let (_, word) = WORDS.iter().find(|(other, _)| *other == name)?;
            class.plan.overrides.insert(skill.into(), *word);
        }
        "from" => class.plan.from = Some(Day(rest.parse().ok()?)),
        "until" => class.plan.until = Some(Day(rest.parse().ok()?)),
        "minutes" => class.plan.minutes = Some(rest.parse().ok()?),
        "comment" => class.plan.comment = rest.into(),
        "set" => {
            let (who, rest) = rest.split_once(' ')?;
            let (name, rest) = rest.split_once(' ')?;
            let (day, skill) = rest.split_once(' ')?;
            let (_, word) = STATUSES.iter().find(|(other, _)| *other == name)?;
            let correction = Correction { word: *word, day: Day(day.parse().ok()?) };
            class.correct(read_id(who)?, skill.into(), Some(correction));
        }
        "paper" => {
            let (sheet, rest) = rest.split_once(' ')?;
            let (day, marks) = rest.split_once(' ')?;
            let day = Day(day.parse().ok()?);
            class.mark(Marked { sheet: sheet.into(), marks: marks.into(), day });
        }
        "ticket" => {
            let found = gather(rest);
            (found.unreadable.is_empty() && found.tickets.len() == 1).then_some(())?;
            class.take(found);
        }
        _ => return None,
    }
    Some(())
}

/// Who somebody is, in one word: `n7`, or `k` and the key of their tickets.
pub fn written_id(id: StudentId) -> String {
    match id {
        StudentId::Number(number) => format!("n{number}"),
        StudentId::Key(key) => format!("k{key}"),
    }
}

pub fn read_id(text: &str) -> Option<StudentId> {
    match text.split_at_checked(1)? {
        ("n", number) => number.parse().ok().map(StudentId::Number),
        ("k", key) => key.parse().ok().map(StudentId::Key),
        _ => None,
    }
}
