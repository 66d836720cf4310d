//! Practice on paper (T7): who gets a sheet, with which skills, and the questions on it. A sheet follows from its id and
//! the course alone, so nothing needs to be kept but what was right on it.
//!
//! Nobody saw how an answer came about, so what was right on paper moves no belief and no level; it is kept as a note.

use super::class::{Student, StudentId};
use crate::content::{ItemRef, Locale, Map, Question, Response, Skill, Unit};
use crate::exchange::code::{Places, Slip};
use crate::exchange::sheet::{DRAWS, MOST_SKILLS, QUESTIONS, Sheet, read_marks, write_marks};
use crate::learner::{Learner, Level, Status};
use crate::num::{Day, SortedMap, SortedSet};
use crate::tutor::select;
use std::rc::Rc;

/// Draws of one question before the next item is tried, so that no two questions of a sheet look alike.
const TRIES: u64 = 12;
/// A sheet has questions of so many skills where nobody chose one.
const OWN_SKILLS: usize = 3;

/// Somebody who gets a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Taker {
    /// Nothing at home.
    pub id: Option<StudentId>,
    /// As the teacher's roster has it, or empty: to be written by hand.
    pub name: String,
    /// What comes next for them, by place in the map; may be empty.
    pub next: Vec<usize>,
}

/// What the questions are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Each one's own next skills.
    #[default]
    Own,
    /// This week's unit.
    Unit,
    /// One skill, by its place in the map.
    Skill(usize),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    #[default]
    Letter,
    A4,
}

/// Where the answers stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// At the foot of every sheet, to be folded back or cut off.
    #[default]
    Foot,
    /// All of them on a last page.
    LastPage,
}

/// The page for paper, at home or for a class.
pub struct Papers {
    pub map: Rc<Map>,
    /// Language of the page.
    pub locale: Locale,
    /// What this copy is called, for the head of a sheet; may be empty.
    pub site: String,
    pub takers: Rc<Vec<Taker>>,
    pub unit: Vec<usize>,
    pub about: About,
    /// By place in the list; nobody chosen is everybody.
    pub only: Option<usize>,
    pub questions: u8,
    pub size: Size,
    pub answers: Answers,
    /// Language of the questions.
    pub tongue: Locale,
    pub draw: u16,
    pub units: SortedMap<String, Unit>,
    /// A unit could not be fetched.
    pub missing: bool,
    /// The sheet whose answers are being typed in, or why the id is none.
    pub marking: Option<Result<Sheet, Slip>>,
    pub ticked: SortedSet<u8>,
    /// The last sheet that was kept.
    pub kept: Option<String>,
    places: Places,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PaperMsg {
    About(About),
    Only(Option<usize>),
    Questions(u8),
    Size(Size),
    Answers(Answers),
    Tongue(Locale),
    /// The same kind of sheets with other questions.
    Anew,
    /// An id was typed.
    Marking(String),
    /// This question was right, or not.
    Tick(u8),
    /// The ticked ones are all that was right.
    Keep,
}

impl Papers {
    /// `day` spreads the draws: sheets of another day have other questions.
    pub fn new(map: Rc<Map>, locale: Locale, takers: Rc<Vec<Taker>>, unit: Vec<usize>, day: Day) -> Self {
        Self {
            map,
            locale,
            site: String::new(),
            takers,
            unit,
            about: About::default(),
            only: None,
            questions: 8,
            size: Size::default(),
            answers: Answers::default(),
            tongue: locale,
            draw: day.0.unsigned_abs() as u16 % DRAWS,
            units: SortedMap::new(),
            missing: false,
            marking: None,
            ticked: SortedSet::new(),
            kept: None,
            places: Places::here(),
        }
    }

    /// What was right on a sheet, once that is known.
    pub fn update(&mut self, msg: PaperMsg) -> Option<(String, String)> {
        match msg {
            PaperMsg::About(about) => self.about = about,
            PaperMsg::Only(only) => self.only = only,
            PaperMsg::Questions(questions) => self.questions = questions,
            PaperMsg::Size(size) => self.size = size,
            PaperMsg::Answers(answers) => self.answers = answers,
            PaperMsg::Tongue(tongue) => self.tongue = tongue,
            PaperMsg::Anew => self.draw = (self.draw + 1) % DRAWS,
            PaperMsg::Marking(id) => {
                self.marking = Some(Sheet::read(&id, &self.places));
                self.ticked = SortedSet::new();
                self.kept = None;
            }
            PaperMsg::Tick(mark) => {
                if !self.ticked.remove(&mark) {
                    self.ticked.insert(mark);
                }
            }
            PaperMsg::Keep => {
                let Some(Ok(sheet)) = self.marking.take() else { return None };
                let id = sheet.write(&self.places)?;
                let ticked: Vec<u8> = self.ticked.iter().copied().collect();
                self.kept = Some(id.clone());
                return Some((id, write_marks(&ticked)));
            }
        }
        None
    }

    pub fn id_of(&self, sheet: &Sheet) -> String {
        sheet.write(&self.places).unwrap_or_default()
    }

    pub fn sheet(&self, id: &str) -> Result<Sheet, Slip> {
        Sheet::read(id, &self.places)
    }

    /// Everybody who gets a sheet, and what is on it; nobody of whom it is not known what comes next.
    pub fn sheets(&self) -> Vec<(&Taker, Sheet)> {
        let takers = self.takers.iter().enumerate();
        let chosen = takers.filter(|(place, _)| self.only.is_none_or(|only| only == *place));
        chosen.filter_map(|(_, taker)| Some((taker, self.sheet_of(taker)?))).collect()
    }

    fn sheet_of(&self, taker: &Taker) -> Option<Sheet> {
        let skills = match self.about {
            About::Own if taker.next.is_empty() => self.unit.clone(),
            About::Own => taker.next.clone(),
            About::Unit => self.unit.clone(),
            About::Skill(place) => vec![place],
        };
        let on_paper = |place: &usize| self.places.has(&self.map.skills[*place].id);
        let skills: Vec<String> = skills
            .into_iter()
            .filter(on_paper)
            .take(if self.about == About::Own { OWN_SKILLS } else { MOST_SKILLS })
            .map(|place| self.map.skills[place].id.clone())
            .collect();
        let number = taker.id.and_then(|id| match id {
            StudentId::Number(number) => Some(number),
            StudentId::Key(_) => None,
        });
        (!skills.is_empty()).then_some(Sheet { number, draw: self.draw, questions: self.questions, skills })
    }

    /// Unit files that the sheets need and that are not here, and in which language.
    pub fn wanted(&self) -> Vec<String> {
        let sheets = self.sheets();
        let skills: SortedSet<&str> =
            sheets.iter().flat_map(|(_, sheet)| &sheet.skills).map(|id| id.as_str()).collect();
        let skills = skills.iter().filter_map(|id| self.map.skill(id));
        let units: SortedSet<&str> =
            skills.flat_map(|skill| skill.items.iter().filter_map(|entry| skill.unit_of(entry))).collect();
        units.iter().filter(|unit| !self.units.contains_key(**unit)).map(|unit| (*unit).to_string()).collect()
    }

    /// The questions of a sheet, in order; where a skill has none that can be answered on paper there are fewer.
    pub fn questions(&self, sheet: &Sheet) -> Vec<Question> {
        questions(sheet, &self.map, &self.units, self.tongue)
    }

    /// How many of each skill's questions were right: the skill's id, right, and all.
    pub fn tally(sheet: &Sheet, marks: &str) -> Vec<(String, usize, usize)> {
        let right = read_marks(marks, sheet.questions);
        let mut tally: Vec<(String, usize, usize)> =
            sheet.skills.iter().map(|skill| (skill.clone(), 0, 0)).collect();
        for question in 0..sheet.questions {
            let skill = sheet.skill_of(question.into());
            if let Some((_, won, all)) = tally.iter_mut().find(|(id, _, _)| id == skill) {
                *all += 1;
                *won += usize::from(right.contains(&(question + 1)));
            }
        }
        tally
    }
}

/// Numbers of questions to choose from.
pub fn sizes() -> impl Iterator<Item = u8> {
    QUESTIONS.into_iter().filter(|size| [4, 8, 12, 16].contains(size))
}

fn questions(sheet: &Sheet, map: &Map, units: &SortedMap<String, Unit>, locale: Locale) -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for id in &sheet.skills {
        let many = (0..usize::from(sheet.questions)).filter(|place| sheet.skill_of(*place) == id).count();
        if let Some(skill) = map.skill(id) {
            all.extend(of_skill(sheet, skill, many, units, locale));
        }
    }
    all
}

/// Items in turn, the easier ones first; no two questions look alike while there are enough that differ.
fn of_skill(
    sheet: &Sheet,
    skill: &Skill,
    many: usize,
    units: &SortedMap<String, Unit>,
    locale: Locale,
) -> Vec<Question> {
    let mut chance = sheet.chance(&skill.id);
    let mut entries: Vec<&ItemRef> = skill.items.iter().collect();
    entries.sort_by_key(|entry| (entry.level, entry.item.clone()));
    // Every item at its middle level would be one kind after another: all levels, spread over the sheet.
    let mut drawn: Vec<Question> = Vec::new();
    let mut barren: SortedSet<usize> = SortedSet::new();
    let start = entries.len().checked_sub(1).map_or(0, |last| chance.below(last as u64 + 1) as usize);
    let mut turn = 0;
    while drawn.len() < many && barren.len() < entries.len() && turn < many * 8 + entries.len() {
        let at = (start + turn * step(entries.len())) % entries.len().max(1);
        turn += 1;
        if barren.contains(&at) {
            continue;
        }
        let entry = entries[at];
        let unit = skill.unit_of(entry).and_then(|unit| units.get(unit));
        let fresh = (0..TRIES).find_map(|_| {
            let seed = chance.below(1 << 31) as u32;
            let question = unit?.draw(&entry.item, entry.level, seed, locale).ok()?;
            let alike = |other: &Question| other.item == question.item && other.key() == question.key();
            (is_for_paper(&question) && !drawn.iter().any(alike)).then_some(question)
        });
        match fresh {
            Some(question) => drawn.push(question),
            None => drop(barren.insert(at)),
        }
    }
    drawn.sort_by_key(|question| question.level);
    drawn
}

/// A step through a list of this length that meets all of it and does not go from neighbour to neighbour.
fn step(length: usize) -> usize {
    let shares = |mut a: usize, mut b: usize| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a > 1
    };
    (length / 3 + 1..).find(|step| !shares(length, *step)).unwrap_or(1)
}

/// Written or chosen with a pencil, in one step, and read rather than heard.
fn is_for_paper(question: &Question) -> bool {
    let written = !matches!(question.response, Response::More(_));
    written && question.step_count() == 1 && !question.listen()
}

/// What comes next for a learner on their own device: what is under way, the latest first, then what is ready.
pub fn next_of(learner: &Learner, day: Day) -> Vec<usize> {
    let map = learner.map();
    let place = |id: &str| map.skills.iter().position(|skill| skill.id == id);
    let open = |id: &str| learner.status(id, day).filter(is_open);
    let mut under_way: Vec<(Day, usize)> = map
        .skills
        .iter()
        .filter_map(|skill| Some((open(&skill.id)?.practised.unwrap_or_default(), place(&skill.id)?)))
        .collect();
    under_way.sort_by_key(|(day, place)| (std::cmp::Reverse(*day), *place));
    let ready = select::candidates(learner, day).into_iter().filter_map(|step| place(&step.skill));
    let mut next: Vec<usize> = under_way.into_iter().map(|(_, place)| place).chain(ready).collect();
    let mut seen = SortedSet::new();
    next.retain(|place| seen.insert(*place));
    next.truncate(OWN_SKILLS);
    next
}

/// The same from a ticket: what is under way, the latest first, then what is not begun and whose prerequisites are held.
pub fn next_of_student(student: &Student, map: &Map) -> Vec<usize> {
    let taught = |place: &usize| !map.skills[*place].items.is_empty();
    let mut under_way: Vec<(Day, usize)> = student
        .skills
        .iter()
        .filter(|(place, status)| is_open(status) && taught(place))
        .map(|(place, status)| (status.practised.unwrap_or_default(), *place))
        .collect();
    under_way.sort_by_key(|(day, place)| (std::cmp::Reverse(*day), *place));
    let held = |id: &String| {
        let place = map.skills.iter().position(|skill| skill.id == *id);
        place.is_none_or(|place| {
            !taught(&place) || student.skills.get(&place).is_some_and(|status| !is_open(status))
        })
    };
    let builds_on_shown = |place: &usize| {
        let below = &map.skills[*place].prerequisites;
        below.iter().any(|id| map.skill(id).is_some_and(|skill| !skill.items.is_empty()))
    };
    let mut ready: Vec<usize> = (0..map.skills.len())
        .filter(|place| taught(place) && !student.skills.contains_key(place))
        .filter(|place| map.skills[*place].prerequisites.iter().all(held))
        .collect();
    // What builds on something shown tells more than what needs nothing.
    ready.sort_by_key(|place| (!builds_on_shown(place), map.skills[*place].grade));
    let mut next: Vec<usize> = under_way.into_iter().map(|(_, place)| place).chain(ready).collect();
    next.truncate(OWN_SKILLS);
    next
}

/// Begun, and not held at present.
fn is_open(status: &Status) -> bool {
    status.level < Level::Practised || status.fading
}
