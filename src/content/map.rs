//! The map of a pack: skills, what leads to what, and in which unit file the items of a skill are.

use super::limits::{self, MAX_ENTRIES};
use super::reader::{At, Reader, TableAt};
use super::{Locale, Problem, upgrade};
use crate::num::SortedMap;
use serde::Serialize;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Map {
    pub schema: u32,
    pub skills: Vec<Skill>,
    pub units: Vec<UnitRef>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Skill {
    pub id: String,
    /// Locale code to name; English is always there.
    pub name: SortedMap<String, String>,
    /// 0 is kindergarten.
    pub grade: u8,
    pub standards: Vec<String>,
    pub prerequisites: Vec<String>,
    /// The unit that teaches it; `None` = taken for granted here.
    pub unit: Option<String>,
    pub items: Vec<ItemRef>,
}

/// One item at one level: what the learner model calls an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ItemRef {
    pub item: String,
    pub level: u8,
    /// Number of choices offered; 0 = typed.
    pub options: u8,
    pub tags: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UnitRef {
    pub id: String,
    pub file: String,
    /// Locale code to overlay file.
    pub locales: SortedMap<String, String>,
    /// Content hash of the unit file, as in [`super::Unit::hash`].
    pub hash: String,
}

impl Map {
    /// Reads `map.json`: what could be read, and what was wrong.
    pub fn read(json: &str) -> (Self, Vec<Problem>) {
        let value = match limits::parse(json).and_then(upgrade::newest) {
            Ok(value) => value,
            Err(problem) => return (Self::default(), vec![problem]),
        };
        let mut reader = Reader::default();
        let mut map = Self { schema: upgrade::SCHEMA as u32, ..Self::default() };
        if let Some(table) = reader.table(&At::new("", &value), &["schema", "skills", "units"]) {
            map.skills = all(&mut reader, &table, "skills", skill);
            map.units = all(&mut reader, &table, "units", unit);
        }
        (map, reader.problems)
    }

    pub fn skill(&self, id: &str) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == id)
    }

    /// The skill that holds this item at this level, and the entry itself.
    pub fn item(&self, id: &str, level: u8) -> Option<(&Skill, &ItemRef)> {
        self.skills.iter().find_map(|skill| {
            let found = skill.items.iter().find(|entry| entry.item == id && entry.level == level);
            found.map(|entry| (skill, entry))
        })
    }

    pub fn unit(&self, id: &str) -> Option<&UnitRef> {
        self.units.iter().find(|unit| unit.id == id)
    }
}

impl Skill {
    /// The name in this language, or in English.
    pub fn name_in(&self, locale: Locale) -> &str {
        let name = self.name.get(locale.code()).or_else(|| self.name.get(Locale::En.code()));
        name.map_or(&self.id, |name| name)
    }
}

fn all<T>(
    reader: &mut Reader,
    table: &TableAt,
    key: &str,
    read: fn(&mut Reader, &At) -> Option<T>,
) -> Vec<T> {
    let list = table.get(key).map(|at| reader.list(&at, MAX_ENTRIES)).unwrap_or_default();
    list.iter().filter_map(|at| read(reader, at)).collect()
}

fn skill(reader: &mut Reader, at: &At) -> Option<Skill> {
    let keys = ["id", "name", "grade", "standards", "prerequisites", "unit", "items"];
    let table = reader.table(at, &keys)?;
    let unit = table.get("unit").filter(|at| !at.value.is_null());
    Some(Skill {
        id: reader.needs(&table, "id")?,
        name: strings_by_key(reader, &table, "name"),
        grade: small(reader, &table, "grade"),
        standards: strings(reader, &table, "standards"),
        prerequisites: strings(reader, &table, "prerequisites"),
        unit: unit.and_then(|at| reader.string(&at).map(String::from)),
        items: all(reader, &table, "items", item_ref),
    })
}

fn item_ref(reader: &mut Reader, at: &At) -> Option<ItemRef> {
    let table = reader.table(at, &["item", "level", "options", "tags"])?;
    Some(ItemRef {
        item: reader.needs(&table, "item")?,
        level: small(reader, &table, "level"),
        options: small(reader, &table, "options"),
        tags: strings(reader, &table, "tags"),
    })
}

fn unit(reader: &mut Reader, at: &At) -> Option<UnitRef> {
    let table = reader.table(at, &["id", "file", "locales", "hash"])?;
    Some(UnitRef {
        id: reader.needs(&table, "id")?,
        file: reader.needs(&table, "file")?,
        locales: strings_by_key(reader, &table, "locales"),
        hash: reader.needs(&table, "hash").unwrap_or_default(),
    })
}

fn small(reader: &mut Reader, table: &TableAt, key: &str) -> u8 {
    reader.number_of(table, key, 255).unwrap_or(0) as u8
}

fn strings(reader: &mut Reader, table: &TableAt, key: &str) -> Vec<String> {
    table.get(key).map(|at| reader.strings(&at, MAX_ENTRIES)).unwrap_or_default()
}

fn strings_by_key(reader: &mut Reader, table: &TableAt, key: &str) -> SortedMap<String, String> {
    let mut all = SortedMap::new();
    for (key, at) in reader.entries(table, key) {
        if let Some(text) = reader.string(&at) {
            all.insert(key.to_string(), text.to_string());
        }
    }
    all
}
