//! A unit: the items of one file, parsed once, with their texts in every language that was added.

use super::item::{Item, Misconception, Texts};
use super::more::lesson::Lesson;
use super::more::story::Story;
use super::more::words::Words;
use super::reader::{At, Reader, TableAt};
use super::wide;
use super::{Locale, Problem, Question, What, limits, read, seed, upgrade};
use crate::num::SortedMap;
use serde_json::Value;
use std::sync::Arc;

pub type Misconceptions = SortedMap<String, Misconception>;

/// What the items of a unit have in common.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    pub misconceptions: Misconceptions,
    pub words: Words,
    pub stories: Vec<Story>,
}

#[derive(Clone, Debug, Default)]
pub struct Unit {
    pub id: String,
    /// First 16 hexadecimal digits of the SHA-256 of the JSON text.
    pub hash: String,
    /// In the order of the file.
    items: Vec<Arc<Item>>,
    shared: Arc<Shared>,
    lessons: Vec<Arc<Lesson>>,
    /// Whether it was read in full only where the door of `wide` stands open; `pack build` marks it.
    pub wider: bool,
}

/// Seeds that are tried for a question that tells wrong rules apart, while the learner waits.
const TELLING: u32 = 24;

const UNIT_KEYS: [&str; 10] =
    ["schema", "unit", "licence", "wider", "skill", "misconception", "word", "story", "item", "lesson"];
const OVERLAY_KEYS: [&str; 9] =
    ["schema", "unit", "locale", "skill", "misconception", "word", "story", "item", "lesson"];

impl Unit {
    /// Reads a unit's JSON: what could be read, and what was wrong.
    pub fn read(json: &str) -> (Self, Vec<Problem>) {
        match limits::parse(json).and_then(upgrade::newest) {
            Ok(value) => {
                let (unit, problems) = Self::from_value(&value);
                (Self { hash: seed::content_hash(json), ..unit }, problems)
            }
            Err(problem) => (Self::default(), vec![problem]),
        }
    }

    /// Reads a file of the newest schema; the places in its problems are places in `value`.
    pub(crate) fn from_value(value: &Value) -> (Self, Vec<Problem>) {
        let mut reader = Reader::default();
        let mut unit = Self::default();
        if let Some(table) = reader.table(&At::new("", value), &UNIT_KEYS) {
            unit.id = reader.needs(&table, "unit").unwrap_or_default();
            unit.wider = reader.truth_of(&table, "wider");
            unit.read_shared(&mut reader, &table, Locale::En);
            unit.read_items(&mut reader, &table);
            unit.read_lessons(&mut reader, &table, Locale::En);
        }
        (unit, reader.problems)
    }

    fn read_items(&mut self, reader: &mut Reader, table: &TableAt) {
        for at in &reader.members(table, "item", limits::MAX_ENTRIES) {
            let shared = self.shared.clone();
            let Some(item) = read::item(reader, at, &shared.stories) else { continue };
            if self.find(&item.id).is_some() {
                reader.problem(
                    &at.place,
                    what!("there are two such items", "there are two items `{}`", item.id),
                );
                continue;
            }
            self.items.push(Arc::new(item));
        }
    }

    /// Misconceptions, words and stories. Questions that were drawn before keep what they were drawn with.
    fn read_shared(&mut self, reader: &mut Reader, table: &TableAt, locale: Locale) {
        let shared = Arc::make_mut(&mut self.shared);
        read_misconceptions(&mut shared.misconceptions, reader, table, locale);
        for at in &reader.members(table, "word", limits::MAX_ENTRIES) {
            let Some((id, word)) = wide::word(reader, at, locale) else { continue };
            match shared.words.get_mut(&id) {
                Some(known) => {
                    for (locale, forms) in word.forms {
                        known.forms.insert(locale, forms);
                    }
                }
                None => {
                    shared.words.insert(id, word);
                }
            }
        }
        for at in &reader.members(table, "story", limits::MAX_ENTRIES) {
            let Some(story) = wide::story(reader, at, locale) else { continue };
            match shared.stories.iter_mut().find(|known| known.id == story.id) {
                Some(known) => known.add(story, reader),
                None if locale == Locale::En => shared.stories.push(story),
                None => reader.problem(&at.place, what!("there is no such story", "there is no such story")),
            }
        }
    }

    fn read_lessons(&mut self, reader: &mut Reader, table: &TableAt, locale: Locale) {
        for at in &reader.members(table, "lesson", limits::MAX_ENTRIES) {
            if locale == Locale::En {
                let lesson = wide::lesson(reader, at, self);
                self.lessons.extend(lesson.map(Arc::new));
            } else {
                wide::lesson_overlay(reader, at, locale, &mut self.lessons);
            }
        }
    }

    /// Adds the strings of one language. A missing string falls back for the whole item, never for a sentence.
    pub fn add_overlay(&mut self, locale: Locale, json: &str) -> Vec<Problem> {
        match limits::parse(json).and_then(upgrade::newest) {
            Ok(value) => self.add_overlay_value(locale, &value),
            Err(problem) => vec![problem],
        }
    }

    pub(crate) fn add_overlay_value(&mut self, locale: Locale, value: &Value) -> Vec<Problem> {
        let mut reader = Reader::default();
        if let Some(table) = reader.table(&At::new("", value), &OVERLAY_KEYS) {
            self.read_shared(&mut reader, &table, locale);
            for at in &reader.members(&table, "item", limits::MAX_ENTRIES) {
                self.overlay_item(&mut reader, at, locale);
            }
            self.read_lessons(&mut reader, &table, locale);
        }
        reader.problems
    }

    fn overlay_item(&mut self, reader: &mut Reader, at: &At, locale: Locale) {
        let before = reader.problems.len();
        let Some((id, texts, steps)) = read::overlay_item(reader, at) else { return };
        let Some(item) = self.items.iter_mut().find(|item| item.id == id) else {
            return reader
                .problem(&at.place, what!("the unit has no such item", "the unit has no item `{id}`"));
        };
        // The texts of each step, in the order of the item.
        let mut all: Vec<Option<(Texts, String)>> = Vec::new();
        if item.step.is_none() {
            all.push(Some((texts, at.place.clone())));
        } else {
            all.resize_with(1 + item.steps.len(), || None);
            for (id, texts, place) in steps {
                match item.all_steps().position(|step| step.step.as_ref() == Some(&id)) {
                    Some(k) => all[k] = Some((texts, place)),
                    None => reader
                        .problem(&place, what!("the item has no such step", "the item has no such step")),
                }
            }
        }
        for (step, new) in item.all_steps().zip(&all) {
            let Some((texts, place)) = new else {
                reader.problem(&at.place, what!("a step is not translated", "a step is not translated"));
                continue;
            };
            read::text_names(reader, step, texts, place);
            let base = step.texts.get(&Locale::En).cloned().unwrap_or_default();
            for what in differences(&base, texts) {
                reader.problem(place, what);
            }
        }
        if reader.problems.len() == before {
            let item = Arc::make_mut(item);
            let mut all = all.into_iter().flatten().map(|(texts, _)| texts);
            for texts in [all.next()].into_iter().flatten() {
                item.texts.insert(locale, Arc::new(texts));
            }
            for (step, texts) in item.steps.iter_mut().zip(all) {
                step.texts.insert(locale, Arc::new(texts));
            }
        }
    }

    /// The ids of the items and their levels, in the order of the file.
    pub fn items(&self) -> Vec<(String, u8)> {
        let mut all = Vec::new();
        for item in &self.items {
            all.extend(item.levels.keys().map(|level| (item.id.clone(), *level)));
        }
        all
    }

    fn find(&self, id: &str) -> Option<&Arc<Item>> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The skill an item measures.
    pub fn skill_of(&self, item: &str) -> Option<&str> {
        self.find(item).map(|family| &*family.skill)
    }

    /// The question this seed stands for, for ever.
    pub fn draw(&self, item: &str, level: u8, seed: u32, locale: Locale) -> Result<Question, Problem> {
        let Some(family) = self.find(item) else {
            return Err(Problem::new(format!("{item}@{level}"), "there is no such item in this unit"));
        };
        Question::draw(family, &self.shared, &self.hash, level, seed, locale)
    }

    /// The question this seed stood for in an earlier revision of its draw, told in today's words.
    pub fn draw_rev(
        &self,
        item: &str,
        level: u8,
        seed: u32,
        rev: u32,
        locale: Locale,
    ) -> Result<Question, Problem> {
        let nothing = || Problem::new(format!("{item}@{level}"), "there is no such item in this unit");
        let family = self.find(item).ok_or_else(nothing)?;
        Question::draw_rev(family, &self.shared, &self.hash, (level, seed, rev), locale)
    }

    /// The question with these values, whatever a seed would draw.
    pub fn draw_with(
        &self,
        item: &str,
        level: u8,
        fixed: &[(String, super::expr::Value)],
        locale: Locale,
    ) -> Option<Question> {
        let family = self.find(item)?;
        let scope = family.with(level, fixed)?;
        Question::of(family, &self.shared, &self.hash, (level, 0, family.rev), locale, scope, 0).ok()
    }

    pub fn lessons(&self) -> &[Arc<Lesson>] {
        &self.lessons
    }

    /// The lesson about this skill.
    pub fn lesson(&self, skill: &str) -> Option<&Arc<Lesson>> {
        self.lessons.iter().find(|lesson| lesson.skill == skill)
    }

    pub(crate) fn family(&self, item: &str) -> Option<&Arc<Item>> {
        self.find(item)
    }

    /// The first seed from this one on, of 200, at which all these rules give an answer and no two the same: the
    /// question that tells them apart.
    pub fn separating(&self, item: &str, level: u8, rules: &[&str], from: u32) -> Option<u32> {
        (from..from.saturating_add(200)).find(|seed| {
            self.draw(item, level, *seed, Locale::En).is_ok_and(|question| question.separates(rules))
        })
    }

    /// The first seed from this one on, of a few, at which one of these rules, or their one family, alone explains its
    /// answer, and the rules give answers that tell them apart; where they never differ, the first of them.
    pub fn telling(&self, item: &str, level: u8, rules: &[&str], from: u32) -> Option<u32> {
        let questions: Vec<Question> = (from..from.saturating_add(TELLING))
            .map_while(|seed| self.draw(item, level, seed, Locale::En).ok())
            .collect();
        let find = |rules: &[&str]| questions.iter().find(|question| question.shows_alone(rules));
        let found = find(rules).or_else(|| rules.iter().find_map(|rule| find(&[rule])));
        found.map(|question| question.seed)
    }

    /// Another item of this skill, with the level and the first seed at which it tells these rules apart: the
    /// question to ask next when one answer could come from either.
    pub fn separating_item(&self, skill: &str, rules: &[&str], not: &str) -> Option<(String, u8, u32)> {
        let others = self.items.iter().filter(|item| item.skill == skill && item.id != not);
        let all = others.flat_map(|item| item.levels.keys().map(move |level| (&item.id, *level)));
        let mut found =
            all.filter_map(|(id, level)| Some((id, level, self.separating(id, level, rules, 0)?)));
        found.next().map(|(id, level, seed)| (id.clone(), level, seed))
    }

    #[cfg(feature = "tools")]
    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    #[cfg(feature = "tools")]
    pub(crate) fn families(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.iter()
    }

    #[cfg(feature = "tools")]
    pub(crate) fn misconceptions(&self) -> &Misconceptions {
        &self.shared.misconceptions
    }
}

fn read_misconceptions(shared: &mut Misconceptions, reader: &mut Reader, table: &TableAt, locale: Locale) {
    for at in &reader.members(table, "misconception", limits::MAX_ENTRIES) {
        let Some(new) = read::misconception(reader, at, locale) else { continue };
        match shared.get_mut(&new.id) {
            None if locale == Locale::En => {
                shared.insert(new.id.clone(), new);
            }
            None => reader.problem(
                &at.place,
                what!("there is no such misconception", "there is no misconception `{}`", new.id),
            ),
            Some(known) if known.say.contains_key(&locale) => {
                reader.problem(
                    &at.place,
                    what!("there are two such misconceptions", "there are two misconceptions `{}`", new.id),
                );
            }
            Some(known) => {
                for (locale, say) in &new.say {
                    known.say.insert(*locale, say.clone());
                }
            }
        }
    }
}

/// What an overlay lacks, or has too much of, against the English strings.
pub(crate) fn differences(base: &Texts, new: &Texts) -> Vec<What> {
    let mut all = Vec::new();
    for (key, base, new) in
        [("ask", &base.ask, &new.ask), ("prompt", &base.prompt, &new.prompt), ("alt", &base.alt, &new.alt)]
    {
        match (base, new) {
            (Some(_), None) => {
                all.push(what!("a string is not translated", "the string `{key}` is not translated"))
            }
            (None, Some(_)) => {
                all.push(what!("there is no such string to translate", "there is no `{key}` to translate"))
            }
            _ => {}
        }
    }
    let lists = [
        ("hints", base.hints.len(), new.hints.len()),
        ("solution", base.solution.len(), new.solution.len()),
        ("labels", base.labels.len(), new.labels.len()),
    ];
    for (key, base, new) in lists {
        if base != new {
            all.push(what!(
                "a list has too few or too many strings",
                "`{key}` has {new} strings where the English has {base}"
            ));
        }
    }
    for id in base.say.keys().filter(|id| !new.say.contains_key(*id)) {
        all.push(what!("a string is not translated", "the string `say.{id}` is not translated"));
    }
    all
}
