//! The small values of the class view.

use crate::classroom::ClassMsg;
use crate::classroom::class::StudentId;
use crate::content::Locale;
use crate::view::{home, words};

/// A button on the teacher's desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    pub label: String,
    /// The label in full, where it says what it is about only by its place; may be empty.
    pub spoken: String,
    pub enabled: bool,
    pub msg: ClassMsg,
}

pub fn press(label: &str, enabled: bool, msg: ClassMsg) -> Press {
    Press { label: label.into(), spoken: String::new(), enabled, msg }
}

impl Press {
    pub fn spoken(self, spoken: String) -> Self {
        Self { spoken, ..self }
    }
}

/// A field with a button: what is typed or pasted goes out with the press.
#[derive(Clone, Debug, PartialEq)]
pub struct PasteView {
    pub label: String,
    pub note: String,
    pub go: String,
}

/// One of "Now teach".
#[derive(Clone, Debug, PartialEq)]
pub struct VisitView {
    pub who: String,
    /// "See Ana about ...".
    pub sentence: String,
    pub reasons: Vec<String>,
    /// The address of the ready problem, which opens beside the class.
    pub problem: Option<String>,
    /// The address of the same problem for the whole room.
    pub project: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupsView {
    pub title: String,
    pub note: String,
    pub how: String,
    /// The ways to group; the chosen one is pressed.
    pub ways: Vec<(Press, bool)>,
    pub groups: Vec<GroupCard>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GroupCard {
    pub title: String,
    pub members: Vec<MemberView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MemberView {
    pub id: StudentId,
    pub name: String,
    /// "Move Ana to".
    pub move_label: String,
}

/// Skills down, students across.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    pub title: String,
    pub note: String,
    pub skill_label: String,
    /// What stands over a column, and who that is in full.
    pub students: Vec<(String, String)>,
    pub rows: Vec<TableRow>,
    /// Signs and what they mean.
    pub key: Vec<(CellView, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub name: String,
    /// Its strand and grade, or its standards.
    pub note: String,
    pub cells: Vec<CellView>,
}

/// A sign with its words; colours say nothing that the sign does not.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    pub sign: &'static str,
    pub class: &'static str,
    /// The teacher set something else.
    pub set: bool,
    /// "Confirmed, 2026-11-24".
    pub spoken: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StandardsView {
    pub title: String,
    pub note: String,
    pub heads: [String; 5],
    /// Code with the names of its skills, and a number for each of the other columns.
    pub rows: Vec<(String, String, [String; 4])>,
}

/// A heading with lines under it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListView {
    pub title: String,
    pub lines: Vec<String>,
}

/// Confirmed skills: a row for each, its name first.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript {
    pub title: String,
    /// How many there are, and what that means.
    pub note: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Transcript {
    pub fn of(heads: &[&str], rows: Vec<Vec<String>>, locale: Locale) -> Self {
        Self {
            title: words::report_transcript(locale).into(),
            note: match rows.len() {
                0 => words::report_transcript_none(locale).into(),
                n => words::report_transcript_note(locale, home::count(n)),
            },
            heads: heads.iter().map(ToString::to_string).collect(),
            rows,
        }
    }
}
