//! Lessons: an idea, a worked example with a "why this step?", faded steps, a mistake to find, and a first try on
//! one's own. They reuse items; there is no second format for questions. Parts with the same number are paths to one
//! idea, between which the learner may switch.

use crate::content::expr::{Expr, Scope, Value};
use crate::content::figure::{self, Figure, FigureRule};
use crate::content::limits::{MAX_NAMES, MAX_PARTS};
use crate::content::question::{Asked, Question};
use crate::content::reader::{At, Reader, TableAt, unknown};
use crate::content::seed::Seeds;
use crate::content::template::{Fill, Template};
use crate::content::text::Text;
use crate::content::{Locale, Unit, domain};
use crate::num::SortedMap;
use std::sync::Arc;

/// The ways to one idea.
pub const PATHS: [&str; 6] = ["picture", "words", "symbols", "story", "table", "graph"];

#[derive(Clone, Debug)]
pub struct Lesson {
    pub skill: String,
    pub parts: Vec<Part>,
    pub place: String,
}

#[derive(Clone, Debug)]
pub struct Part {
    /// Parts with the same number are alternatives.
    pub number: u32,
    /// The path: picture, words, symbols, ...
    pub path: Option<String>,
    pub kind: Kind,
    pub figure: Option<Arc<FigureRule>>,
    pub texts: SortedMap<Locale, Arc<PartTexts>>,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Explain,
    /// A solution, line by line.
    Worked(Example),
    /// A solution with its last boxes empty.
    Faded(Example, usize),
    /// A solution of somebody who made a mistake: an item of that kind.
    Mistake(Example),
    Try(Example),
}

/// A question of an item, with chosen values or as a seed draws them.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub item: String,
    pub level: u8,
    pub with: Vec<(String, Value)>,
}

#[derive(Debug, Default)]
pub struct PartTexts {
    pub explain: Option<Template>,
    pub why: Option<Why>,
}

/// "Why this step?" (self-explanation: Chi, Bassok, Lewis, Reimann and Glaser 1989).
#[derive(Debug)]
pub struct Why {
    pub ask: Template,
    pub right: Template,
    pub wrong: Vec<Template>,
}

/// A part as a learner sees it.
#[derive(Clone, Debug)]
pub enum Shown {
    Explain { text: Text, figure: Option<Figure>, alt: String },
    Worked { question: Box<Question>, lines: Vec<Text>, why: Option<WhyShown> },
    Faded { question: Box<Question>, lines: Vec<Text>, asked: Vec<Asked> },
    Question(Box<Question>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct WhyShown {
    pub ask: Text,
    pub options: Vec<Text>,
    /// Place of the right one.
    pub right: usize,
}

const PART_KEYS: [&str; 13] = [
    "n", "as", "explain", "figure", "worked", "faded", "mistake", "try", "with", "level", "blanks", "why",
    "audio",
];

pub fn read(reader: &mut Reader, at: &At, unit: &Unit) -> Option<Lesson> {
    let table = reader.table(at, &["skill", "part"])?;
    let skill = reader.needs(&table, "skill")?;
    let list = reader.members(&table, "part", MAX_PARTS);
    let parts = list.iter().filter_map(|at| part(reader, at, unit)).collect();
    Some(Lesson { skill, parts, place: at.place.clone() })
}

fn part(reader: &mut Reader, at: &At, unit: &Unit) -> Option<Part> {
    let table = reader.table(at, &PART_KEYS)?;
    let path = reader.text_of(&table, "as");
    if let Some(path) = path.as_ref().filter(|path| !PATHS.contains(&&***path)) {
        reader.problem(table.of("as"), unknown("path", path, &PATHS));
    }
    let kind = kind(reader, &table, unit)?;
    let figure = table.get("figure").and_then(|at| figure::read::figure(reader, &at)).map(Arc::new);
    let texts = texts(reader, &table);
    Some(Part {
        number: reader.number_of(&table, "n", 100).unwrap_or(1),
        path,
        kind,
        figure,
        texts: SortedMap::from([(Locale::En, Arc::new(texts))]),
        place: at.place.clone(),
    })
}

fn kind(reader: &mut Reader, table: &TableAt, unit: &Unit) -> Option<Kind> {
    let example = |reader: &mut Reader, key: &str| example(reader, table, key, unit);
    if table.get("explain").is_some() {
        return Some(Kind::Explain);
    }
    if table.get("worked").is_some() {
        return example(reader, "worked").map(Kind::Worked);
    }
    if table.get("faded").is_some() {
        let blanks = reader.number_of(table, "blanks", MAX_PARTS as u32).unwrap_or(1);
        return example(reader, "faded").map(|example| Kind::Faded(example, blanks as usize));
    }
    if table.get("mistake").is_some() {
        return example(reader, "mistake").map(Kind::Mistake);
    }
    if table.get("try").is_some() {
        return example(reader, "try").map(Kind::Try);
    }
    reader.problem(&table.place, "a part has one of the keys explain, worked, faded, mistake, try");
    None
}

fn example(reader: &mut Reader, table: &TableAt, key: &str, unit: &Unit) -> Option<Example> {
    let item = reader.needs(table, key)?;
    let Some(family) = unit.family(&item) else {
        reader.problem(table.of(key), what!("the unit has no such item", "the unit has no item `{item}`"));
        return None;
    };
    let lowest = family.levels.keys().next().copied().unwrap_or(2);
    let level = reader.number_of(table, "level", 5).map_or(lowest, |level| level as u8);
    if !family.levels.contains_key(&level) {
        reader.problem(table.of("level"), "the item has no such level");
    }
    let mut with = Vec::new();
    for (name, at) in reader.entries(table, "with").into_iter().take(MAX_NAMES) {
        if !family.params.contains_key(name) {
            reader.problem(&at.place, what!("this is no parameter", "`{name}` is no parameter of the item"));
        }
        let value = match at.value.as_i64() {
            Some(whole) => Some(Value::whole(whole)),
            None => reader.expr(&at).and_then(|expr: Expr| expr.eval(&Scope::default()).ok()),
        };
        with.extend(value.map(|value| (name.to_string(), value)));
    }
    if !with.is_empty() && family.with(level, &with).is_none() {
        reader.problem(table.of("with"), "no question of this level has these values");
    }
    Some(Example { item, level, with })
}

fn texts(reader: &mut Reader, table: &TableAt) -> PartTexts {
    PartTexts { explain: reader.template_of(table, "explain"), why: why(reader, table) }
}

fn why(reader: &mut Reader, table: &TableAt) -> Option<Why> {
    let at = table.get("why")?;
    let table = reader.table(&at, &["ask", "right", "wrong"])?;
    let (ask, right) = (reader.template_of(&table, "ask"), reader.template_of(&table, "right"));
    let list = reader.members(&table, "wrong", MAX_PARTS);
    let wrong: Vec<Template> = list.iter().filter_map(|at| reader.template(at, false)).collect();
    match (ask, right) {
        (Some(ask), Some(right)) if !wrong.is_empty() => Some(Why { ask, right, wrong }),
        _ => {
            reader.problem(&table.place, "a why has `ask`, `right` and a list `wrong`");
            None
        }
    }
}

/// Adds the strings of another language: parts in the same order.
pub fn overlay(reader: &mut Reader, at: &At, locale: Locale, lessons: &mut [Arc<Lesson>]) {
    let Some(table) = reader.table(at, &["skill", "part"]) else { return };
    let Some(skill) = reader.needs(&table, "skill") else { return };
    let Some(lesson) = lessons.iter_mut().find(|lesson| lesson.skill == skill) else {
        return reader.problem(&at.place, "there is no lesson about this skill");
    };
    let parts = reader.members(&table, "part", MAX_PARTS);
    if parts.len() != lesson.parts.len() {
        reader.problem(
            &at.place,
            what!(
                "a list has too few or too many strings",
                "the lesson has {} parts where the English has {}; write {{}} for a part without strings",
                parts.len(),
                lesson.parts.len()
            ),
        );
    }
    let lesson = Arc::make_mut(lesson);
    for (part, at) in lesson.parts.iter_mut().zip(&parts) {
        let Some(table) = reader.table(at, &["explain", "why"]) else { continue };
        let new = texts(reader, &table);
        let base = part.texts.get(&Locale::En);
        let explain = base.is_some_and(|base| base.explain.is_some()) != new.explain.is_some();
        let count =
            |texts: Option<&PartTexts>| texts.and_then(|texts| texts.why.as_ref()).map(|why| why.wrong.len());
        if explain || count(base.map(|base| &**base)) != count(Some(&new)) {
            reader.problem(&at.place, "a string of this part is not translated");
            continue;
        }
        part.texts.insert(locale, Arc::new(new));
    }
}

impl Kind {
    pub fn is_mistake(&self) -> bool {
        matches!(self, Self::Mistake(_))
    }

    pub fn example(&self) -> Option<&Example> {
        match self {
            Self::Explain => None,
            Self::Worked(example) | Self::Faded(example, _) | Self::Mistake(example) | Self::Try(example) => {
                Some(example)
            }
        }
    }
}

impl Example {
    /// The question; a seed draws what is not given.
    pub fn draw(&self, unit: &Unit, seed: u32, locale: Locale) -> Option<Question> {
        if self.with.is_empty() {
            return unit.draw(&self.item, self.level, seed, locale).ok();
        }
        unit.draw_with(&self.item, self.level, &self.with, locale)
    }
}

impl Lesson {
    /// The whole lesson in this language, or in English when a string is missing.
    pub fn locale(&self, wanted: Locale) -> Locale {
        if self.parts.iter().all(|part| part.texts.contains_key(&wanted)) { wanted } else { Locale::En }
    }

    /// One part as it is shown.
    pub fn show(&self, part: usize, unit: &Unit, seed: u32, locale: Locale) -> Option<Shown> {
        let (part, locale) = (self.parts.get(part)?, self.locale(locale));
        let texts = part.texts.get(&locale)?;
        let question = |example: &Example| example.draw(unit, seed, locale);
        Some(match &part.kind {
            Kind::Explain => {
                let scope = Scope::default();
                let figure = part.figure.as_ref().and_then(|rule| rule.draw(&scope).ok());
                let alt = figure.as_ref().map(|figure| figure.alt(locale)).unwrap_or_default();
                let text = texts.explain.as_ref()?.fill(Fill::from(&scope)).ok()?;
                Shown::Explain { text, figure, alt }
            }
            Kind::Worked(example) => {
                let question = question(example)?;
                let (lines, _) = question.faded(0);
                let why = texts.why.as_ref().and_then(|why| why.shown(&question));
                Shown::Worked { question: Box::new(question), lines, why }
            }
            Kind::Faded(example, blanks) => {
                let question = question(example)?;
                let (lines, asked) = question.faded(*blanks);
                Shown::Faded { question: Box::new(question), lines, asked }
            }
            Kind::Mistake(example) | Kind::Try(example) => Shown::Question(Box::new(question(example)?)),
        })
    }
}

impl Why {
    fn shown(&self, question: &Question) -> Option<WhyShown> {
        let fill = |template: &Template| template.fill(question.fill()).ok();
        let mut all = vec![(true, fill(&self.right)?)];
        for wrong in &self.wrong {
            all.push((false, fill(wrong)?));
        }
        let seeds = Seeds::new(&question.item, question.rev, question.level, question.seed);
        domain::shuffle(&mut all, &mut seeds.stream("#why", 0));
        let right = all.iter().position(|(right, _)| *right)?;
        let options = all.into_iter().map(|(_, text)| text).collect();
        Some(WhyShown { ask: fill(&self.ask)?, options, right })
    }
}
