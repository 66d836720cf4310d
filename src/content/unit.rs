//! A unit: the items of one file, parsed once, with their texts in every language that was added.

use super::item::{Item, Misconception, Texts};
use super::reader::{At, Reader, TableAt};
use super::{Locale, Problem, Question, What, limits, read, seed, upgrade};
use crate::num::SortedMap;
use serde_json::Value;
use std::sync::Arc;

pub type Misconceptions = SortedMap<String, Misconception>;

#[derive(Clone, Debug, Default)]
pub struct Unit {
    pub id: String,
    /// First 16 hexadecimal digits of the SHA-256 of the JSON text.
    pub hash: String,
    /// In the order of the file.
    items: Vec<Arc<Item>>,
    shared: Arc<Misconceptions>,
}

const UNIT_KEYS: [&str; 6] = ["schema", "unit", "licence", "skill", "misconception", "item"];
const OVERLAY_KEYS: [&str; 6] = ["schema", "unit", "locale", "skill", "misconception", "item"];

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
            unit.read_misconceptions(&mut reader, &table, Locale::En);
            unit.read_items(&mut reader, &table);
        }
        (unit, reader.problems)
    }

    fn read_items(&mut self, reader: &mut Reader, table: &TableAt) {
        for at in &reader.members(table, "item", limits::MAX_ENTRIES) {
            let Some(item) = read::item(reader, at) else { continue };
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

    fn read_misconceptions(&mut self, reader: &mut Reader, table: &TableAt, locale: Locale) {
        let shared = Arc::make_mut(&mut self.shared);
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
                        what!(
                            "there are two such misconceptions",
                            "there are two misconceptions `{}`",
                            new.id
                        ),
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
            self.read_misconceptions(&mut reader, &table, locale);
            for at in &reader.members(&table, "item", limits::MAX_ENTRIES) {
                self.overlay_item(&mut reader, at, locale);
            }
        }
        reader.problems
    }

    fn overlay_item(&mut self, reader: &mut Reader, at: &At, locale: Locale) {
        let before = reader.problems.len();
        let Some((id, texts)) = read::overlay_item(reader, at) else { return };
        let Some(item) = self.items.iter_mut().find(|item| item.id == id) else {
            return reader
                .problem(&at.place, what!("the unit has no such item", "the unit has no item `{id}`"));
        };
        read::overlay_names(reader, item, &texts, &at.place);
        let base = item.texts.get(&Locale::En).cloned().unwrap_or_default();
        for what in differences(&base, &texts) {
            reader.problem(&at.place, what);
        }
        if reader.problems.len() == before {
            Arc::make_mut(item).texts.insert(locale, Arc::new(texts));
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

    #[cfg(feature = "tools")]
    pub(crate) fn families(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.iter()
    }

    #[cfg(feature = "tools")]
    pub(crate) fn misconceptions(&self) -> &Misconceptions {
        &self.shared
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
