//! The map of a pack: skills, what leads to what, and in which unit file the items of a skill are.
//!
//! What an author writes as one unit is up to three unit files: what a browser draws at once under the unit's own id,
//! `<id>.wide` with what needs the wider vocabulary, `<id>.lessons`. The map alone says which file has what, so that
//! nothing depends on which files happen to be there.

use super::limits::{self, MAX_ENTRIES};
use super::reader::{At, Reader, TableAt};
use super::{Locale, Problem, upgrade};
use crate::num::SortedMap;
use serde::{Serialize, Serializer};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Map {
    pub schema: u32,
    /// The unit file that a page loads before anybody asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
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
    /// The unit file that has its items; `None` = taken for granted here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The unit file that has its lesson, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
    #[serde(serialize_with = "levels_together")]
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
    /// The unit file that has it, where that is not the skill's.
    pub unit: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UnitRef {
    pub id: String,
    pub file: String,
    /// Locale code to overlay file.
    pub locales: SortedMap<String, String>,
    /// Content hash of the unit file, as in [`super::Unit::hash`].
    pub hash: String,
    /// Whether a browser must have fetched the wider vocabulary of packs to read it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub wider: bool,
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
        if let Some(table) = reader.table(&At::new("", &value), &["schema", "first", "skills", "units"]) {
            map.first = reader.text_of(&table, "first");
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

    /// The unit file that comes before anybody asks for one.
    pub fn first_unit(&self) -> Option<&str> {
        let named = self.first.as_deref().filter(|id| self.unit(id).is_some());
        named.or(self.units.first().map(|unit| &*unit.id))
    }

    /// The unit file that has this item at this level.
    pub fn unit_of(&self, item: &str, level: u8) -> Option<&str> {
        let (skill, entry) = self.item(item, level)?;
        skill.unit_of(entry)
    }

    /// Whether a browser can ask this before it has fetched anything but the unit.
    pub fn is_plain(&self, skill: &Skill, entry: &ItemRef) -> bool {
        skill.unit_of(entry).and_then(|unit| self.unit(unit)).is_some_and(|unit| !unit.wider)
    }
}

impl Skill {
    pub fn unit_of<'a>(&'a self, entry: &'a ItemRef) -> Option<&'a str> {
        entry.unit.as_deref().or(self.unit.as_deref())
    }

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
    let keys = ["id", "name", "grade", "standards", "prerequisites", "unit", "lesson", "items"];
    let table = reader.table(at, &keys)?;
    Some(Skill {
        id: reader.needs(&table, "id")?,
        name: strings_by_key(reader, &table, "name"),
        grade: small(reader, &table, "grade"),
        standards: strings(reader, &table, "standards"),
        prerequisites: strings(reader, &table, "prerequisites"),
        unit: optional(reader, &table, "unit"),
        lesson: optional(reader, &table, "lesson"),
        items: all(reader, &table, "items", item_refs).concat(),
    })
}

/// The entries of one item. `level` and `options` are a number, or a list with a number for each level.
fn item_refs(reader: &mut Reader, at: &At) -> Option<Vec<ItemRef>> {
    let table = reader.table(at, &["item", "level", "options", "tags", "unit"])?;
    let item = reader.needs(&table, "item")?;
    let (levels, options) = (numbers(reader, &table, "level"), numbers(reader, &table, "options"));
    let (tags, unit) = (strings(reader, &table, "tags"), optional(reader, &table, "unit"));
    let entry = |(k, level): (usize, &u8)| ItemRef {
        item: item.clone(),
        level: *level,
        options: options.get(k).or(options.first()).copied().unwrap_or(0),
        tags: tags.clone(),
        unit: unit.clone(),
    };
    Some(levels.iter().enumerate().map(entry).collect())
}

fn numbers(reader: &mut Reader, table: &TableAt, key: &str) -> Vec<u8> {
    let Some(at) = table.get(key) else { return Vec::new() };
    let list = if at.value.is_array() { reader.list(&at, MAX_ENTRIES) } else { vec![at] };
    list.iter().map(|at| reader.number(at, 255).unwrap_or(0) as u8).collect()
}

/// Entries of one item that differ in level alone are written as one: the map is fetched before the first question.
fn levels_together<S: Serializer>(items: &[ItemRef], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Entry<'a> {
        item: &'a str,
        level: Vec<u8>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        options: Vec<u8>,
        tags: &'a [String],
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<&'a str>,
    }
    let alike = |a: &ItemRef, b: &ItemRef| a.item == b.item && a.tags == b.tags && a.unit == b.unit;
    to.collect_seq(items.chunk_by(alike).map(|entries| {
        let mut options: Vec<u8> = entries.iter().map(|entry| entry.options).collect();
        match options[0] {
            one if options.iter().any(|other| *other != one) => {}
            0 => options.clear(),
            _ => options.truncate(1),
        }
        Entry {
            item: &entries[0].item,
            level: entries.iter().map(|entry| entry.level).collect(),
            options,
            tags: &entries[0].tags,
            unit: entries[0].unit.as_deref(),
        }
    }))
}

fn unit(reader: &mut Reader, at: &At) -> Option<UnitRef> {
    let table = reader.table(at, &["id", "file", "locales", "hash", "wider"])?;
    Some(UnitRef {
        id: reader.needs(&table, "id")?,
        file: reader.needs(&table, "file")?,
        locales: strings_by_key(reader, &table, "locales"),
        hash: reader.needs(&table, "hash").unwrap_or_default(),
        wider: reader.truth_of(&table, "wider"),
    })
}

fn small(reader: &mut Reader, table: &TableAt, key: &str) -> u8 {
    reader.number_of(table, key, 255).unwrap_or(0) as u8
}

/// A text that may be missing or `null`.
fn optional(reader: &mut Reader, table: &TableAt, key: &str) -> Option<String> {
    let at = table.get(key).filter(|at| !at.value.is_null())?;
    reader.string(&at).map(String::from)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_stands_in_the_map_once_and_is_read_at_each_level() {
        let entry = |item: &str, level, options, unit: Option<&str>| ItemRef {
            item: item.into(),
            level,
            options,
            tags: vec!["symbols".into()],
            unit: unit.map(String::from),
        };
        let items = vec![
            entry("a", 1, 0, None),
            entry("a", 2, 0, None),
            entry("b", 1, 3, Some("u.wide")),
            entry("b", 2, 4, Some("u.wide")),
            entry("c", 2, 3, None),
        ];
        let skill = Skill { id: "s".into(), unit: Some("u".into()), items, ..Skill::default() };
        let map = Map { schema: 1, skills: vec![skill], ..Map::default() };
        let json = serde_json::to_string(&map).expect("plain data");
        assert_eq!(json.matches("\"item\"").count(), 3, "{json}");
        assert_eq!(Map::read(&json), (map.clone(), Vec::new()));
        assert_eq!(map.unit_of("a", 2), Some("u"));
        assert_eq!(map.unit_of("b", 2), Some("u.wide"));
        assert_eq!(map.unit_of("b", 3), None);
    }
}
