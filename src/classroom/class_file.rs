//! What a class is kept as, in the browser and in the class file: lines of text behind a first line that names it.
//! Reading takes every line that holds and counts the others.

use super::class::Class;
use crate::exchange::ticket::gather;
use crate::learner::{Marked, Override};
use crate::num::Day;

/// What a teacher says of a skill, as it is written.
const WORDS: [(&str, Override); 3] =
    [("taught", Override::Taught), ("not-yet", Override::NotYet), ("skip", Override::Skip)];
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
