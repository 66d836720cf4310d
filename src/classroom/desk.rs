//! The teacher's desk: a message in, errands out, like a session. It holds one class and how it is looked at.

use super::class::{Class, Correction, Student, StudentId, Taken};
use super::groups::Mode;
use super::paper::{self, Taker};
use super::{class_file, csv, roster, sample};
use crate::content::site::Site;
use crate::content::{Locale, Map};
use crate::exchange::plan_link::{self, Asked};
use crate::exchange::ticket::{ClassId, Gathered, Ticket, gather};
use crate::learner::{COMMENT, Level, Marked, Override, Plan};
use crate::num::{Day, SortedMap, SortedSet};
use std::borrow::Cow;
use std::rc::Rc;

pub struct Desk {
    pub map: Rc<Map>,
    pub locale: Locale,
    /// What the host of this copy has set.
    pub site: Rc<Site>,
    /// Today on this device.
    pub day: Day,
    /// The teacher's class, also while the sample is on the desk.
    own: Class,
    /// The class on the desk.
    shown: Option<Class>,
    pub students: Vec<Student>,
    /// Numbers instead of names, for a projector.
    pub anonymous: bool,
    pub mode: Mode,
    pub moved: SortedMap<StudentId, usize>,
    /// What came of the last paste or drop.
    pub taken: Option<Taken>,
    /// Files that could not be read, by name.
    pub refused: Vec<String>,
    /// How far the reading of files is: parts done of all.
    pub reading: Option<(usize, usize)>,
    /// Files in hand, known before they are folded.
    pub files: Option<Arrived>,
    pub erase_asked: bool,
    /// What is made for paper stands in the place of the class.
    pub papers: Option<Papers>,
    pub roster_said: Option<usize>,
    /// Whose status is corrected, and of which skill, by its place in the map.
    pub correcting: (Option<StudentId>, Option<usize>),
    /// The standard whose skills come next; without one the early warning is for this week's unit.
    pub next: Option<String>,
    /// Tickets of files that were folded, until all are.
    folded: Vec<(String, Ticket)>,
    /// The class could not be kept on this device.
    pub unkept: bool,
    /// The kept class has been looked for.
    pub opened: bool,
    /// There may be a class that cannot be read now: nothing is kept in its place until it is erased.
    pub shut: bool,
    /// What is kept here is encrypted.
    pub sealed: bool,
}

/// What was found of the class that this device keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    Nothing,
    Class(String),
    /// There may be one, and it cannot be read now.
    Shut,
}

/// Files, before they are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    pub files: usize,
    /// Of each progress file: what its learner, or else the file, is called, and how many facts it holds.
    pub records: Vec<(String, usize)>,
}

impl Arrived {
    pub fn facts(&self) -> usize {
        self.records.iter().map(|(_, facts)| facts).sum()
    }
}

/// What can be printed for a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Papers {
    /// Practice sheets.
    Sheets,
    /// Return cards.
    Cards,
    /// Conference sheets, of everybody or of one student by their place.
    Talks(Option<usize>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum ClassMsg {
    /// The class that this device keeps, if any; whether it keeps it sealed; and bits for the name of a new one.
    Opened {
        kept: Kept,
        sealed: bool,
        bits: u32,
    },
    Pasted(String),
    /// Files are here.
    Files(Arrived),
    Reading(usize, usize),
    /// A file was folded.
    Folded(Option<Box<Ticket>>, String),
    /// All of them are done.
    FilesDone,
    Refused(String),
    /// A class file was opened.
    ClassFile(String),
    Roster(String),
    Sample(bool),
    Anonymous(bool),
    Mode(Mode),
    Moved(StudentId, usize),
    /// What the teacher says of a skill: `None` takes it out of the plan.
    Word(String, Option<Word>),
    /// Standards or skills, as a teacher wrote them.
    Scope(String),
    /// The first day of the plan and the last, minutes a day, and what is written to the students.
    PlanDays(Option<Day>, Option<Day>),
    PlanMinutes(Option<u8>),
    PlanComment(String),
    /// The plan as a file: the line for people in it.
    SavePlan(String),
    /// Whose status is to be corrected, and of which skill.
    Correcting(Option<StudentId>, Option<usize>),
    /// What the teacher says where a student stands; `None` takes it back.
    Correct(StudentId, String, Option<Override>),
    /// The early warning is for this standard, or for this week's unit.
    Next(Option<String>),
    SaveFile(String),
    SavePlain,
    ExportCsv {
        names: bool,
    },
    EraseAsked(bool),
    Erased,
    NotKept,
    Print,
    Papers(Option<Papers>),
    /// What was right on a sheet: its id, and the numbers of questions.
    Marked(String, String),
}

/// What the shell is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// Keep this on the device, in the place of what was kept.
    Keep(String),
    Forget,
    /// Offer a file.
    Save {
        name: String,
        text: String,
    },
    /// Offer a file under a passphrase.
    SaveLocked {
        name: String,
        text: String,
        passphrase: String,
    },
    Print,
}

impl Desk {
    pub fn new(map: Rc<Map>, locale: Locale, day: Day) -> Self {
        Self {
            map,
            locale,
            site: Rc::default(),
            day,
            own: Class::default(),
            shown: None,
            students: Vec::new(),
            anonymous: false,
            mode: Mode::default(),
            moved: SortedMap::new(),
            taken: None,
            refused: Vec::new(),
            reading: None,
            files: None,
            erase_asked: false,
            papers: None,
            roster_said: None,
            correcting: (None, None),
            next: None,
            folded: Vec::new(),
            unkept: false,
            opened: false,
            shut: false,
            sealed: false,
        }
    }

    pub fn class(&self) -> &Class {
        self.shown.as_ref().unwrap_or(&self.own)
    }

    /// What the link of the teacher's own class names, also beside the sample.
    pub fn link_id(&self) -> Option<ClassId> {
        self.own.id
    }

    pub fn is_sample(&self) -> bool {
        self.shown.is_some()
    }

    pub fn student(&self, id: StudentId) -> Option<&Student> {
        self.students.iter().find(|student| student.id == id)
    }

    /// Everybody for whom a sheet can be made.
    pub fn takers(&self) -> Vec<Taker> {
        let name = |student: &Student| self.class().name(student.id).filter(|_| !self.anonymous);
        let students = self.students.iter();
        students
            .map(|student| Taker {
                id: Some(student.id),
                name: name(student).unwrap_or_default().into(),
                next: paper::next_of_student(student, &self.map),
            })
            .collect()
    }

    /// The students as the teacher knows them, for whom to see and for groups: what was set as known is no trouble. Tables
    /// and files show what the answers say.
    pub fn known(&self) -> Cow<'_, [Student]> {
        if self.class().corrections.is_empty() {
            return Cow::Borrowed(&self.students);
        }
        let set = |student: &Student| {
            let mut student = student.clone();
            for (place, skill) in self.map.skills.iter().enumerate() {
                let word = self.class().correction(student.id, &skill.id).map(|correction| correction.word);
                if let Some(status) = student.skills.get_mut(&place).filter(|_| word == Some(Override::Knows))
                {
                    (status.level, status.fading) = (Level::Mastered, false);
                }
            }
            student
        };
        Cow::Owned(self.students.iter().map(set).collect())
    }

    /// What stands in the link for one student: the plan of the class with what was corrected for them.
    pub fn asked_of(&self, id: StudentId) -> Asked {
        let number = self.student(id).and_then(Student::number);
        Asked { plan: self.class().plan_for(id), number }
    }

    /// Words of the comment that are names of the class list too. The link would carry them to everybody.
    pub fn names_in_comment(&self) -> Vec<String> {
        let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        let mut names: SortedSet<String> = SortedSet::new();
        for name in self.class().roster.values() {
            names.extend(name.split_whitespace().map(bare).filter(|part| part.chars().count() > 1));
        }
        let words =
            self.class().plan.comment.split(|sign: char| sign.is_whitespace() || "/,;:.!?".contains(sign));
        // "Ana's" and "L'Ana" are about Ana too.
        let parts = |word: &str| word.split(['\'', '’']).map(bare).any(|part| names.contains(&part));
        let mut found: Vec<String> = Vec::new();
        for word in words.filter(|word| names.contains(&bare(word)) || parts(word)) {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_string();
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }

    /// Places of what comes next in the map: the skills of a chosen standard, or else this week's unit.
    pub fn next_unit(&self) -> Vec<usize> {
        let Some(standard) = &self.next else { return self.unit() };
        let skills = self.map.skills.iter().enumerate();
        let of = skills.filter(|(_, s)| !s.items.is_empty() && s.standards.contains(standard));
        of.map(|(place, _)| place).collect()
    }

    /// Places of this week's unit in the map.
    pub fn unit(&self) -> Vec<usize> {
        let place = |id: &String| self.map.skills.iter().position(|skill| skill.id == *id);
        self.class().plan.unit.iter().filter_map(place).collect()
    }

    pub fn update(&mut self, msg: ClassMsg) -> Vec<Errand> {
        match msg {
            ClassMsg::Opened { kept, sealed, bits } => {
                self.sealed = sealed;
                return self.open(kept, bits);
            }
            ClassMsg::Pasted(text) => return self.paste(&text),
            ClassMsg::Files(arrived) => {
                self.files = Some(arrived);
                self.taken = None;
                self.refused.clear();
            }
            ClassMsg::Reading(done, all) => self.reading = Some((done, all)),
            ClassMsg::Folded(Some(ticket), _) => self.folded.push((ticket.write(), *ticket)),
            ClassMsg::Folded(None, name) => self.refused.push(name),
            ClassMsg::FilesDone => {
                let tickets = std::mem::take(&mut self.folded);
                let kept = if tickets.is_empty() {
                    Vec::new()
                } else {
                    self.take(Gathered { tickets, unreadable: Vec::new() })
                };
                self.reading = None;
                self.files = None;
                return kept;
            }
            ClassMsg::Refused(name) => self.refused.push(name),
            ClassMsg::ClassFile(text) => return self.class_file(&text),
            ClassMsg::Roster(text) => return self.name(&text),
            ClassMsg::Sample(on) => self.sample(on),
            ClassMsg::Anonymous(on) => self.anonymous = on,
            ClassMsg::Mode(mode) => {
                self.mode = mode;
                self.moved = SortedMap::new();
            }
            ClassMsg::Moved(id, to) => drop(self.moved.insert(id, to)),
            ClassMsg::Word(skill, word) => return self.change(|class| say(&mut class.plan, skill, word)),
            ClassMsg::Scope(text) => {
                let found = scope(&self.map, &text);
                return self.change(|class| class.plan.unit.extend(found));
            }
            ClassMsg::PlanDays(from, until) => {
                return self.change(|class| (class.plan.from, class.plan.until) = (from, until));
            }
            ClassMsg::PlanMinutes(minutes) => return self.change(|class| class.plan.minutes = minutes),
            ClassMsg::PlanComment(text) => {
                let words: Vec<&str> = text.split_whitespace().collect();
                let comment = words.join(" ").chars().take(COMMENT).collect();
                return self.change(|class| class.plan.comment = comment);
            }
            ClassMsg::SavePlan(note) => {
                let asked = Asked { plan: self.class().plan.clone(), number: None };
                let name = format!("trellis-plan-{}.txt", csv::date(self.day));
                return vec![Errand::Save { name, text: plan_link::file(&asked, &note) }];
            }
            ClassMsg::Correcting(student, skill) => self.correcting = (student, skill),
            ClassMsg::Correct(id, skill, word) => {
                let day = self.day;
                let correction = word.map(|word| Correction { word, day });
                return self.change(|class| class.correct(id, skill, correction));
            }
            ClassMsg::Next(standard) => self.next = standard,
            ClassMsg::SaveFile(passphrase) => {
                let (name, text) = (self.file_name("class"), class_file::write(self.class()));
                return vec![Errand::SaveLocked { name, text, passphrase }];
            }
            ClassMsg::SavePlain => {
                let (name, text) = (self.file_name("class"), class_file::write(self.class()));
                return vec![Errand::Save { name, text }];
            }
            ClassMsg::ExportCsv { names } => {
                let text = csv::export(self.class(), &self.students, &self.map, names, self.locale);
                return vec![Errand::Save { name: self.file_name("csv"), text }];
            }
            ClassMsg::EraseAsked(asked) => self.erase_asked = asked,
            ClassMsg::Erased => return self.erase(),
            ClassMsg::NotKept => self.unkept = true,
            ClassMsg::Print => return vec![Errand::Print],
            ClassMsg::Papers(papers) => self.papers = papers,
            ClassMsg::Marked(sheet, marks) => {
                let marked = Marked { sheet, marks, day: self.day };
                return self.change(|class| class.mark(marked));
            }
        }
        Vec::new()
    }

    fn file_name(&self, ending: &str) -> String {
        let ending = if ending == "class" { "trellis-class" } else { ending };
        format!("trellis-class-{}.{ending}", csv::date(self.day))
    }

    fn open(&mut self, kept: Kept, bits: u32) -> Vec<Errand> {
        self.opened = true;
        match kept {
            Kept::Nothing => {}
            Kept::Class(text) => match class_file::read(&text) {
                Some(read) => self.own = read.class,
                None => self.shut = true,
            },
            Kept::Shut => self.shut = true,
        }
        if self.own.id.is_none() {
            self.own.id = Some(ClassId::new(bits));
            self.refresh();
            return self.keep();
        }
        self.refresh();
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Errand> {
        if text.trim_start_matches('\u{feff}').starts_with("TRELLIS-CLASS ") {
            return self.class_file(text);
        }
        let gathered = gather(text);
        self.take(gathered)
    }

    fn take(&mut self, gathered: Gathered) -> Vec<Errand> {
        // What is real never goes into the sample.
        if self.is_sample() {
            self.sample(false);
        }
        let taken = self.own.take(gathered);
        let sum = self.taken.get_or_insert_default();
        if self.files.is_some() {
            sum.read += taken.read;
            sum.new += taken.new;
            sum.strangers += taken.strangers;
            sum.unreadable.extend(taken.unreadable);
        } else {
            *sum = taken;
            self.refused.clear();
        }
        self.refresh();
        self.keep()
    }

    /// United with what is here, never in its place.
    fn class_file(&mut self, text: &str) -> Vec<Errand> {
        let Some(read) = class_file::read(text) else { return Vec::new() };
        if self.own.is_empty() {
            self.own.id = read.class.id.or(self.own.id);
        }
        for (id, all) in read.class.corrections.iter() {
            for (skill, correction) in all.iter() {
                let newer = self.own.correction(*id, skill).is_none_or(|own| own.day < correction.day);
                if newer {
                    self.own.correct(*id, skill.clone(), Some(*correction));
                }
            }
        }
        read.class.paper.iter().for_each(|marked| self.own.mark(marked.clone()));
        for (number, name) in read.class.roster.iter() {
            self.own.roster.insert(*number, name.clone());
        }
        if self.own.plan == Plan::default() {
            self.own.plan = read.class.plan.clone();
        }
        let tickets: Vec<&str> = read.class.tickets().map(String::as_str).collect();
        self.take(gather(&tickets.join("\n")))
    }

    fn name(&mut self, text: &str) -> Vec<Errand> {
        let names = roster::read(text);
        self.roster_said = Some(names.len());
        if names.is_empty() {
            return Vec::new();
        }
        self.change(|class| class.roster = names)
    }

    fn sample(&mut self, on: bool) {
        self.shown = on.then(|| sample::class(&self.map, self.day));
        self.moved = SortedMap::new();
        self.taken = None;
        self.refresh();
    }

    fn change(&mut self, change: impl FnOnce(&mut Class)) -> Vec<Errand> {
        match &mut self.shown {
            Some(sample) => {
                change(sample);
                Vec::new()
            }
            None => {
                change(&mut self.own);
                self.keep()
            }
        }
    }

    fn erase(&mut self) -> Vec<Errand> {
        let id = self.own.id;
        let sealed = self.sealed;
        *self = Self { opened: true, sealed, ..Self::new(self.map.clone(), self.locale, self.day) };
        // The link that is out there stays good.
        self.own.id = id;
        vec![Errand::Forget]
    }

    fn keep(&self) -> Vec<Errand> {
        if self.shut {
            return Vec::new();
        }
        vec![Errand::Keep(class_file::write(&self.own))]
    }

    fn refresh(&mut self) {
        self.students = self.class().students(&self.map);
    }
}

/// What can be said of a skill in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Unit,
    Said(Override),
}

fn say(plan: &mut Plan, skill: String, word: Option<Word>) {
    plan.unit.remove(&skill);
    plan.overrides.remove(&skill);
    match word {
        Some(Word::Unit) => drop(plan.unit.insert(skill)),
        Some(Word::Said(word)) => drop(plan.overrides.insert(skill, word)),
        None => {}
    }
}

/// Skills named in a pasted scope and sequence: by id, by standard, or by their whole name in any language.
pub fn scope(map: &Map, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !(c.is_alphanumeric() || ".-_".contains(c))).collect();
    let is_word = |word: &str| words.iter().any(|other| other.trim_matches(['.', '-']) == word);
    let named = |skill: &&crate::content::Skill| {
        !skill.items.is_empty()
            && (is_word(&skill.id.to_lowercase())
                || skill.standards.iter().any(|code| is_word(&code.to_lowercase()))
                || skill.name.values().any(|name| lower.contains(&name.to_lowercase())))
    };
    map.skills.iter().filter(named).map(|skill| skill.id.clone()).collect()
}
