//! A pack as its authors write it: TOML files in a folder. Native tools only; the app reads the JSON made here.

use super::item::Misconception;
use super::map::{ItemRef, Map, Skill, UnitRef};
use super::more::procedures;
use super::more::respond::columns_op;
use super::reader::{At, Reader};
use super::{Locale, Unit, read, seed, upgrade, wide};
use crate::num::SortedMap;
use serde_json::{Map as Table, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// Where the released draws stand in a content folder.
pub const GOLDEN: &str = "golden/draws.txt";
/// How the answers follow from the questions, for the check of `tests/recomputed.rs`.
pub const ANSWERS: &str = "answers.txt";

/// What is added to a unit's id for its file of wider items, and for its lessons.
const WIDER: &str = ".wide";
const LESSONS: &str = ".lessons";
/// Not a unit, but what the pack says of itself.
const SETTINGS: &str = "pack.toml";

/// One TOML file: its text, its content as JSON, and where each value stands.
#[derive(Clone, Debug, Default)]
pub struct SourceFile {
    /// As it is shown in messages.
    pub path: String,
    pub text: String,
    pub value: Value,
    spans: BTreeMap<String, Range<usize>>,
    pub faults: Vec<Fault>,
    /// Items that were copied from another: their id and the other's.
    like: Vec<(String, String)>,
}

/// Something wrong at a line and column, both counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    pub column: usize,
    pub what: String,
}

/// A unit with its overlays, ready to draw from.
#[derive(Debug, Default)]
pub struct SourceUnit {
    pub file: SourceFile,
    pub overlays: BTreeMap<Locale, SourceFile>,
    /// As the app will read it, with every overlay added.
    pub unit: Unit,
    /// The whole unit's JSON, and that of each overlay: what the linter reads.
    pub json: String,
    pub overlay_json: BTreeMap<Locale, String>,
    /// The unit files of the app.
    pub parts: Vec<Part>,
}

/// One unit file of the app: a part of a source unit.
#[derive(Debug, Default)]
pub struct Part {
    pub id: String,
    pub json: String,
    pub overlay_json: BTreeMap<Locale, String>,
    /// Whether it is read in full only with the wider vocabulary.
    pub wider: bool,
    /// The items that are asked from it.
    pub items: BTreeSet<String>,
    /// The skills whose lessons are in it.
    pub lessons: BTreeSet<String>,
}

#[derive(Debug, Default)]
pub struct Pack {
    /// The content folder.
    pub dir: PathBuf,
    pub units: Vec<SourceUnit>,
    pub misconceptions: SourceFile,
    pub stories: SourceFile,
    pub words: SourceFile,
    pub assumed: SourceFile,
    /// Strings of the shared files.
    pub shared_overlays: BTreeMap<Locale, Vec<SourceFile>>,
    pub skills: Vec<SourceSkill>,
    /// What the pack itself says: which unit comes first.
    pub settings: SourceFile,
    /// The draws that were released, as [`super::lint::stability`] writes them; empty when there are none yet.
    pub golden: String,
}

#[derive(Clone, Debug)]
pub struct SourceSkill {
    pub skill: Skill,
    /// Index of the unit that teaches it; `None` = assumed.
    pub unit: Option<usize>,
    pub place: String,
}

impl SourceFile {
    pub fn read(path: &Path, shown: &str) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
        Ok(Self::parse(shown, text))
    }

    pub fn parse(path: &str, text: String) -> Self {
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut file = Self { path: path.into(), ..Self::default() };
        let mut walk = Walk { spans: BTreeMap::new(), refused: Vec::new() };
        file.value = walk.table(table.get_ref(), "");
        file.spans = walk.spans;
        let message =
            |error: &toml::de::Error| (error.span().unwrap_or(0..0), format!("TOML: {}", error.message()));
        let faults = errors.iter().map(message).chain(walk.refused);
        let faults: Vec<Fault> = faults.map(|(span, what)| fault_at(&text, span.start, what)).collect();
        file.faults = faults;
        file.text = text;
        file
    }

    /// The line and column of a place such as `item/3/where/0:17`; of its nearest parent when it has none.
    pub fn position(&self, place: &str) -> (usize, usize) {
        let (place, offset) = match place.rsplit_once(':') {
            Some((place, offset)) => (place, offset.parse().ok()),
            None => (place, None::<usize>),
        };
        let mut known = place;
        loop {
            if let Some(span) = self.spans.get(known) {
                // Past the opening quote, when the fault is inside this very string.
                let inside = offset.filter(|_| known == place).map_or(0, |offset| offset + 1);
                return line_column(&self.text, (span.start + inside).min(span.end));
            }
            match known.rsplit_once('/') {
                Some((parent, _)) => known = parent,
                None => return (1, 1),
            }
        }
    }
}

fn fault_at(text: &str, at: usize, what: String) -> Fault {
    let (line, column) = line_column(text, at);
    Fault { line, column, what }
}

fn line_column(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// Turns TOML into JSON and notes where everything stands.
struct Walk {
    spans: BTreeMap<String, Range<usize>>,
    refused: Vec<(Range<usize>, String)>,
}

impl Walk {
    fn table(&mut self, table: &DeTable, place: &str) -> Value {
        let mut out = Table::new();
        for (key, value) in table.iter() {
            let name = key.get_ref().to_string();
            let inner = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
            let span = match value.get_ref() {
                // A table is found at its key: its own span may be an empty header.
                DeValue::Table(_) => key.span(),
                _ => value.span(),
            };
            let json = self.value(value.get_ref(), value.span(), &inner);
            self.spans.insert(inner, span);
            out.insert(name, json);
        }
        Value::Object(out)
    }

    fn value(&mut self, value: &DeValue, span: Range<usize>, place: &str) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(truth) => Value::Bool(*truth),
            DeValue::Integer(digits) => {
                let number = i64::from_str_radix(&digits.as_str().replace('_', ""), digits.radix());
                number.map_or(Value::Null, Value::from)
            }
            DeValue::Array(list) => {
                let member = |(k, value): (usize, &toml::Spanned<DeValue>)| {
                    let inner = format!("{place}/{k}");
                    self.spans.insert(inner.clone(), value.span());
                    self.value(value.get_ref(), value.span(), &inner)
                };
                Value::Array(list.iter().enumerate().map(member).collect())
            }
            DeValue::Table(table) => self.table(table, place),
            DeValue::Float(_) | DeValue::Datetime(_) => {
                self.refused.push((span, "numbers with a point and dates stand in quotes here".into()));
                Value::Null
            }
        }
    }
}

impl Pack {
    /// Reads a content folder.
    pub fn read(dir: &Path) -> Result<Self, String> {
        let mut pack = Self {
            dir: dir.into(),
            misconceptions: optional(dir, "shared/misconceptions.toml")?,
            stories: optional(dir, "shared/stories.toml")?,
            words: optional(dir, "shared/words.toml")?,
            assumed: optional(dir, "shared/skills.toml")?,
            settings: optional(dir, SETTINGS)?,
            golden: std::fs::read_to_string(dir.join(GOLDEN)).unwrap_or_default(),
            ..Self::default()
        };
        for locale in Locale::ALL.into_iter().filter(|locale| *locale != Locale::En) {
            let names = ["misconceptions", "skills", "stories", "words"];
            let path = |name| format!("locale/{}/shared/{name}.toml", locale.code());
            let files: Result<Vec<SourceFile>, String> =
                names.into_iter().map(|name| optional(dir, &path(name))).collect();
            pack.shared_overlays.insert(locale, files?);
        }
        for name in unit_files(dir)? {
            let unit = pack.read_unit(dir, &name)?;
            pack.units.push(unit);
        }
        pack.read_skills();
        Ok(pack)
    }

    fn read_unit(&self, dir: &Path, name: &str) -> Result<SourceUnit, String> {
        let mut file = SourceFile::read(&dir.join(name), name)?;
        resolve_like(&mut file);
        let value = self.unit_value(&file.value);
        let json = value.to_string();
        let (mut unit, _) = Unit::read(&json);
        let mut parts = self.parts_of(&value);
        let (mut overlays, mut overlay_json) = (BTreeMap::new(), BTreeMap::new());
        for locale in self.shared_overlays.keys() {
            let path = format!("locale/{}/{name}", locale.code());
            let overlay = optional(dir, &path)?;
            let value = self.overlay_value(*locale, &overlay.value, &value, &file.like);
            unit.add_overlay_value(*locale, &value);
            overlay_json.insert(*locale, value.to_string());
            for (part, whole) in &mut parts {
                part.overlay_json.insert(*locale, overlay_part(&value, whole).to_string());
            }
            overlays.insert(*locale, overlay);
        }
        let parts = parts.into_iter().map(|(part, _)| part).collect();
        Ok(SourceUnit { file, overlays, unit, json, overlay_json, parts })
    }

    /// The unit as the app reads it: without skills (they are in the map), with the misconceptions, stories and
    /// words it uses.
    fn unit_value(&self, file: &Value) -> Value {
        let used = self.used_misconceptions(file);
        let mut out = Table::new();
        for key in ["schema", "unit", "licence", "item", "lesson"] {
            out.extend(file.get(key).map(|value| (key.to_string(), value.clone())));
        }
        out.insert("misconception".into(), chosen(&self.misconceptions.value, "misconception", &used));
        for (key, shared, used) in [
            ("story", &self.stories.value, used_stories(file)),
            ("word", &self.words.value, used_words(file)),
        ] {
            let mut all = list(file, Some(key));
            all.extend(list(&chosen(shared, key, &used), None));
            if !all.is_empty() {
                out.insert(key.into(), Value::Array(all));
            }
        }
        Value::Object(out)
    }

    /// The unit files that a source unit becomes, each with what is in it: what a browser draws at once, what needs the
    /// wider vocabulary, the lessons.
    fn parts_of(&self, whole: &Value) -> Vec<(Part, Value)> {
        let items = list(whole, Some("item"));
        let alone = |item: &Value| self.part_value(whole, "alone", vec![item.clone()], Vec::new());
        let needs = |item: &Value| wide::without(|| needs_wider(&alone(item)));
        let (wider, plain): (Vec<Value>, Vec<Value>) = items.iter().cloned().partition(needs);
        let lessons = list(whole, Some("lesson"));
        let shown: BTreeSet<String> = lessons.iter().flat_map(items_of_lesson).collect();
        let shown = items.iter().filter(|item| id_of(item).is_some_and(|id| shown.contains(&id)));
        let shown: Vec<Value> = shown.cloned().collect();
        let own = whole.get("unit").and_then(Value::as_str).unwrap_or_default();
        // A unit of nothing but wider items has them under its own id.
        let ending = if plain.is_empty() { "" } else { WIDER };
        let mut parts = Vec::new();
        for (id, items, lessons, is_wider) in [
            (own.to_string(), plain, Vec::new(), false),
            (format!("{own}{ending}"), wider, Vec::new(), true),
            (format!("{own}{LESSONS}"), shown, lessons, true),
        ] {
            if items.is_empty() && lessons.is_empty() {
                continue;
            }
            let mut value = self.part_value(whole, &id, items, lessons);
            if is_wider {
                value["wider"] = true.into();
            }
            let taught = list(&value, Some("lesson"));
            let lessons: BTreeSet<String> =
                taught.iter().filter_map(|lesson| text_of(lesson, "skill")).collect();
            let items = if lessons.is_empty() { ids(&value, "item") } else { BTreeSet::new() };
            let part =
                Part { id, json: value.to_string(), wider: is_wider, items, lessons, ..Part::default() };
            parts.push((part, value));
        }
        parts
    }

    /// A unit of these items and lessons, with the misconceptions, stories and words they use.
    fn part_value(&self, whole: &Value, id: &str, items: Vec<Value>, lessons: Vec<Value>) -> Value {
        let mut out = json!({ "schema": whole["schema"], "unit": id });
        if let Some(licence) = whole.get("licence") {
            out["licence"] = licence.clone();
        }
        for (key, all) in [("item", items), ("lesson", lessons)] {
            if !all.is_empty() {
                out[key] = Value::Array(all);
            }
        }
        for (key, used) in [
            ("misconception", self.used_misconceptions(&out)),
            ("story", used_stories(&out)),
            ("word", used_words(&out)),
        ] {
            let all = chosen(whole, key, &used);
            if !used.is_empty() {
                out[key] = all;
            }
        }
        out
    }

    fn overlay_value(
        &self,
        locale: Locale,
        overlay: &Value,
        unit: &Value,
        like: &[(String, String)],
    ) -> Value {
        let shared = || self.shared_overlays.get(&locale).into_iter().flatten().map(|file| &file.value);
        let said = |key: &str| -> Vec<Value> {
            let known = ids(unit, key);
            let mut all = list(&chosen(overlay, key, &known), None);
            all.extend(shared().flat_map(|value| list(&chosen(value, key, &known), None)));
            all
        };
        let mut out = json!({
            "schema": upgrade::SCHEMA,
            "unit": unit.get("unit").cloned().unwrap_or_default(),
            "locale": locale.code(),
            "item": like_strings(list(overlay, Some("item")), unit, like),
            "misconception": said("misconception"),
        });
        for (key, all) in
            [("story", said("story")), ("word", said("word")), ("lesson", list(overlay, Some("lesson")))]
        {
            if !all.is_empty() {
                out[key] = Value::Array(all);
            }
        }
        out
    }

    /// The misconceptions that items name, and those of whole groups of procedures that columns and lines try.
    fn used_misconceptions(&self, file: &Value) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        let mut tried: Vec<fn(&procedures::Procedure) -> bool> = Vec::new();
        let mut operations = Vec::new();
        for step in list(file, Some("item")).iter().flat_map(parts) {
            let table = step.get("wrong").and_then(Value::as_object);
            used.extend(table.into_iter().flat_map(|table| table.keys().cloned()));
            if step.pointer("/answer/lines").is_some() {
                tried.push(|procedure| procedure.is_of_lines());
            }
            operations.extend(step.pointer("/answer/columns").and_then(Value::as_str).and_then(columns_op));
        }
        for known in list(&self.misconceptions.value, Some("misconception")) {
            let text = |key: &str| known.get(key).and_then(Value::as_str);
            let Some(procedure) = text("procedure").and_then(procedures::named) else { continue };
            let here = tried.iter().any(|tries| tries(procedure))
                || operations.iter().any(|op| procedure.of_columns(*op).is_some());
            used.extend(text("id").filter(|_| here).map(String::from));
        }
        used
    }

    fn read_skills(&mut self) {
        let mut skills = Vec::new();
        let mut refs: BTreeMap<String, Vec<ItemRef>> = BTreeMap::new();
        for unit in &self.units {
            for (skill, found) in item_refs(unit) {
                refs.entry(skill).or_default().extend(found);
            }
        }
        let lesson = |skill: &str| {
            let mut parts = self.units.iter().flat_map(|unit| &unit.parts);
            parts.find(|part| part.lessons.contains(skill)).map(|part| part.id.clone())
        };
        for (k, unit) in self.units.iter().enumerate() {
            for (place, value) in skill_tables(&unit.file.value) {
                let mut skill = skill_of(value);
                skill.unit = Some(unit.unit.id.clone());
                skill.lesson = lesson(&skill.id);
                with_items(&mut skill, &refs);
                for (locale, overlay) in &unit.overlays {
                    add_name(&mut skill, *locale, &overlay.value);
                }
                skills.push(SourceSkill { skill, unit: Some(k), place });
            }
        }
        for (place, value) in skill_tables(&self.assumed.value) {
            let mut skill = skill_of(value);
            // Taken for granted, and asked all the same where a unit has something for it.
            skill.unit = refs.get(&skill.id).and_then(|items| items.first()?.unit.clone());
            skill.lesson = lesson(&skill.id);
            with_items(&mut skill, &refs);
            for (locale, files) in &self.shared_overlays {
                files.iter().for_each(|file| add_name(&mut skill, *locale, &file.value));
            }
            skills.push(SourceSkill { skill, unit: None, place });
        }
        self.skills = skills;
    }

    pub fn file_of(&self, skill: &SourceSkill) -> &SourceFile {
        skill.unit.map_or(&self.assumed, |k| &self.units[k].file)
    }

    /// Misconceptions of the shared file, each read on its own.
    pub(crate) fn shared_misconceptions(&self) -> (Vec<Misconception>, Reader) {
        let mut reader = Reader::default();
        let mut all = Vec::new();
        for (k, value) in list(&self.misconceptions.value, Some("misconception")).iter().enumerate() {
            let at = At::new(format!("misconception/{k}"), value);
            all.extend(read::misconception(&mut reader, &at, Locale::En));
        }
        (all, reader)
    }

    /// Recorded speech: where it stands in the content folder, its name in the app, its bytes. A clip that is not there
    /// is the linter's to tell.
    pub fn clips(&self, hashed: bool) -> BTreeMap<String, (String, Vec<u8>)> {
        let mut all = BTreeMap::new();
        let parts = self.units.iter().flat_map(|unit| &unit.parts);
        for json in parts.flat_map(|part| part.overlay_json.values().chain([&part.json])) {
            let Ok(mut value) = serde_json::from_str::<Value>(json) else { continue };
            for path in clips_of(&mut value).into_iter().map(|path| path.clone()) {
                let file = Path::new(&path);
                let (stem, ending) =
                    (file.file_stem().unwrap_or_default(), file.extension().unwrap_or_default());
                let (stem, ending) = (stem.to_string_lossy(), ending.to_string_lossy());
                let Ok(bytes) = std::fs::read(self.dir.join(file)) else { continue };
                let hash = if hashed { format!("-{}", seed::hash_of(&bytes)) } else { String::new() };
                all.insert(path.clone(), (format!("{stem}{hash}.{ending}"), bytes));
            }
        }
        all
    }

    /// The files of the app: name and compact JSON, the map last. Clips have the names that [`Pack::clips`] gives them.
    pub fn build(&self, hashed: bool) -> Vec<(String, String)> {
        let clips = self.clips(hashed);
        let named = |json: &str| with_clips(json, &clips);
        let name = |stem: &str, json: &str| match hashed {
            true => format!("{stem}-{}.json", seed::content_hash(json)),
            false => format!("{stem}.json"),
        };
        let mut files = Vec::new();
        let first = self.settings.value.get("first").and_then(Value::as_str).map(String::from);
        let mut map = Map { schema: upgrade::SCHEMA as u32, first, ..Map::default() };
        map.skills = self.skills.iter().map(|skill| skill.skill.clone()).collect();
        for part in self.units.iter().flat_map(|unit| &unit.parts) {
            let json = named(&part.json);
            let file = name(&part.id, &json);
            let mut locales = SortedMap::new();
            for (locale, json) in &part.overlay_json {
                let json = named(json);
                let overlay = name(&format!("{}.{}", part.id, locale.code()), &json);
                locales.insert(locale.code().to_string(), overlay.clone());
                files.push((overlay, json));
            }
            let (id, hash) = (part.id.clone(), seed::content_hash(&json));
            map.units.push(UnitRef { id, file: file.clone(), locales, hash, wider: part.wider });
            files.push((file, json));
        }
        let map = serde_json::to_string(&map).unwrap_or_default();
        files.push(("map.json".into(), map));
        files
    }
}

/// The clips that the texts of an item or one of its steps name.
fn clips_of(json: &mut Value) -> Vec<&mut String> {
    let mut all = Vec::new();
    match json {
        Value::Array(list) => list.iter_mut().for_each(|one| all.extend(clips_of(one))),
        Value::Object(table) => {
            for (key, value) in table {
                match (key.as_str(), value) {
                    ("audio", Value::Object(files)) => {
                        all.extend(files.values_mut().filter_map(|file| match file {
                            Value::String(file) => Some(file),
                            _ => None,
                        }));
                    }
                    ("item" | "step", inner) => all.extend(clips_of(inner)),
                    _ => {}
                }
            }
        }
        _ => {}
    }
    all
}

/// The same file with its clips under their names in the app.
fn with_clips(json: &str, clips: &BTreeMap<String, (String, Vec<u8>)>) -> String {
    if clips.is_empty() {
        return json.into();
    }
    let Ok(mut value) = serde_json::from_str::<Value>(json) else { return json.into() };
    for file in clips_of(&mut value) {
        if let Some((name, _)) = clips.get(file) {
            file.clone_from(name);
        }
    }
    value.to_string()
}

/// A file that need not be there.
fn optional(dir: &Path, name: &str) -> Result<SourceFile, String> {
    let path: PathBuf = dir.join(name);
    if path.exists() {
        SourceFile::read(&path, name)
    } else {
        Ok(SourceFile { path: name.into(), value: json!({}), ..SourceFile::default() })
    }
}

fn unit_files(dir: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let name = |entry: std::fs::DirEntry| entry.file_name().into_string().ok();
    let mut names: Vec<String> = entries.filter_map(Result::ok).filter_map(name).collect();
    names.retain(|name| name.ends_with(".toml") && name != SETTINGS);
    names.sort();
    Ok(names)
}

pub(crate) fn list(value: &Value, key: Option<&str>) -> Vec<Value> {
    let value = key.map_or(Some(value), |key| value.get(key));
    value.and_then(Value::as_array).cloned().unwrap_or_default()
}

fn text_of(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(String::from)
}

fn id_of(value: &Value) -> Option<String> {
    text_of(value, "id")
}

fn ids(value: &Value, key: &str) -> BTreeSet<String> {
    list(value, Some(key)).iter().filter_map(id_of).collect()
}

/// The items that the parts of a lesson show.
fn items_of_lesson(lesson: &Value) -> Vec<String> {
    let of = |part: &Value| ["worked", "faded", "mistake", "try"].iter().find_map(|key| text_of(part, key));
    list(lesson, Some("part")).iter().filter_map(of).collect()
}

/// The strings of one unit file, out of those of the whole source unit.
fn overlay_part(overlay: &Value, part: &Value) -> Value {
    let mut out = overlay.clone();
    out["unit"] = part["unit"].clone();
    let taught = list(part, Some("lesson"));
    let taught: BTreeSet<String> = taught.iter().filter_map(|lesson| text_of(lesson, "skill")).collect();
    let Some(table) = out.as_object_mut() else { return out };
    for (key, all) in table.iter_mut().filter(|(_, all)| all.is_array()) {
        let (known, name) = if key == "lesson" { (&taught, "skill") } else { (&ids(part, key), "id") };
        if let Some(all) = all.as_array_mut() {
            all.retain(|one| text_of(one, name).is_some_and(|name| known.contains(&name)));
        }
    }
    table.retain(|_, all| all.as_array().is_none_or(|all| !all.is_empty()));
    out
}

/// An item, and its steps.
fn parts(item: &Value) -> Vec<Value> {
    let mut all = list(item, Some("step"));
    all.push(item.clone());
    all
}

fn used_stories(file: &Value) -> BTreeSet<String> {
    let story = |item: &Value| item.get("story").and_then(Value::as_str).map(String::from);
    list(file, Some("item")).iter().filter_map(story).collect()
}

/// Every word that is drawn.
fn used_words(file: &Value) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for item in list(file, Some("item")) {
        let params = item.get("params").and_then(Value::as_object);
        for word in params.into_iter().flat_map(|table| table.values()).flat_map(|value| list(value, None)) {
            used.extend(word.as_str().map(String::from));
        }
    }
    used
}

/// The tables of a file with these ids.
fn chosen(file: &Value, key: &str, ids: &BTreeSet<String>) -> Value {
    let wanted = |value: &Value| value.get("id").and_then(Value::as_str).is_some_and(|id| ids.contains(id));
    Value::Array(list(file, Some(key)).into_iter().filter(wanted).collect())
}

/// `like = "other.item"`: the keys of the other, but for those that are written here.
fn resolve_like(file: &mut SourceFile) {
    let known = list(&file.value, Some("item"));
    let id = |item: &Value| item.get("id").and_then(Value::as_str).map(String::from);
    let mut found = Vec::new();
    let mut items = known.clone();
    for (k, item) in items.iter_mut().enumerate() {
        let Some(table) = item.as_object_mut() else { continue };
        let Some(like) = table.remove("like") else { continue };
        let other = known.iter().find(|other| id(other).as_deref() == like.as_str());
        match other.and_then(Value::as_object) {
            Some(other) if other.get("like").is_none() => {
                found
                    .push((id(&known[k]).unwrap_or_default(), like.as_str().unwrap_or_default().to_string()));
                for (key, value) in other {
                    table.entry(key.clone()).or_insert_with(|| value.clone());
                }
            }
            _ => {
                let what = "`like` names one other item of this file, which has no `like` itself";
                let (line, column) = file.position(&format!("item/{k}/like"));
                file.faults.push(Fault { line, column, what: what.into() });
            }
        }
    }
    file.like = found;
    if !items.is_empty() {
        file.value["item"] = Value::Array(items);
    }
}

/// An item that is like another has that one's strings where it has the same English.
fn like_strings(mut items: Vec<Value>, unit: &Value, like: &[(String, String)]) -> Vec<Value> {
    let base = list(unit, Some("item"));
    let by_id = |items: &[Value], id: &str| {
        items.iter().find(|item| item.get("id").and_then(Value::as_str) == Some(id)).cloned()
    };
    for (id, other) in like {
        let (Some(own), Some(theirs)) = (by_id(&base, id), by_id(&base, other)) else { continue };
        let translated = by_id(&items, other);
        let place = items.iter().position(|item| item.get("id").and_then(Value::as_str) == Some(&**id));
        let mut item = place.map_or_else(|| json!({ "id": id }), |k| items[k].clone());
        for (key, value) in translated.iter().filter_map(Value::as_object).flatten() {
            let same = own.get(key) == theirs.get(key);
            if let Some(table) = item.as_object_mut().filter(|table| same && !table.contains_key(key)) {
                table.insert(key.clone(), value.clone());
            }
        }
        match place {
            Some(k) => items[k] = item,
            None => items.push(item),
        }
    }
    items
}

fn skill_tables(file: &Value) -> Vec<(String, Value)> {
    let all = list(file, Some("skill")).into_iter().enumerate();
    all.map(|(k, value)| (format!("skill/{k}"), value)).collect()
}

fn skill_of(value: Value) -> Skill {
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_string();
    let texts = |key: &str| -> Vec<String> {
        list(&value, Some(key)).iter().filter_map(|text| text.as_str().map(String::from)).collect()
    };
    Skill {
        id: text("id"),
        name: SortedMap::from([(Locale::En.code().to_string(), text("name"))]),
        grade: value.get("grade").and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok()).unwrap_or(0),
        standards: texts("standards"),
        prerequisites: texts("prerequisites"),
        unit: None,
        lesson: None,
        items: Vec::new(),
    }
}

fn add_name(skill: &mut Skill, locale: Locale, overlay: &Value) {
    let is_it = |value: &&Value| value.get("id").and_then(Value::as_str) == Some(&*skill.id);
    let all = list(overlay, Some("skill"));
    let name = all.iter().find(is_it).and_then(|value| value.get("name")).and_then(Value::as_str);
    if let Some(name) = name {
        skill.name.insert(locale.code().into(), name.into());
    }
}

/// What the map says of each skill's items; here each names its unit file.
fn item_refs(source: &SourceUnit) -> BTreeMap<String, Vec<ItemRef>> {
    let mut refs: BTreeMap<String, Vec<ItemRef>> = BTreeMap::new();
    let unit = &source.unit;
    for family in unit.families() {
        let part = source.parts.iter().find(|part| part.items.contains(&family.id));
        for level in family.levels.keys() {
            refs.entry(family.skill.clone()).or_default().push(ItemRef {
                item: family.id.clone(),
                level: *level,
                options: options(unit, &family.id, *level),
                tags: family.tags.clone(),
                unit: part.map(|part| part.id.clone()),
            });
        }
    }
    refs
}

/// Completes a skill of the map; an item whose unit file is the skill's own does not say so.
fn with_items(skill: &mut Skill, refs: &BTreeMap<String, Vec<ItemRef>>) {
    skill.items = refs.get(&skill.id).cloned().unwrap_or_default();
    for entry in &mut skill.items {
        entry.unit = entry.unit.take().filter(|unit| Some(unit) != skill.unit.as_ref());
    }
}

/// The most options that the first seeds offer; 0 for a typed answer.
fn options(unit: &Unit, item: &str, level: u8) -> u8 {
    let drawn = (0..20).map_while(|seed| unit.draw(item, level, seed, Locale::En).ok());
    drawn.map(|question| question.response.options()).max().unwrap_or(0)
}

/// Whether a browser that has not fetched the wider vocabulary would fail to read or draw something here. A draw
/// that fails for another reason is told by the linter.
fn needs_wider(unit: &Value) -> bool {
    const SEEDS: std::ops::Range<u32> = 0..20;
    let (unit, problems) = Unit::from_value(unit);
    let fails = |(item, level): (String, u8)| {
        SEEDS.clone().into_iter().any(|seed| unit.draw(&item, level, seed, Locale::En).is_err())
    };
    !problems.is_empty() || unit.items().into_iter().any(fails)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_broken_file_is_told_with_its_line() {
        let text = "schema = 1\nunit = \"x\"\nlevel = 1.5\n[[item]]\nid = = \"a\"\n[[item]]\nid = \"b\n";
        let file = SourceFile::parse("x.toml", text.into());
        let lines: Vec<usize> = file.faults.iter().map(|fault| fault.line).collect();
        assert!(lines.contains(&3) && lines.contains(&5) && lines.contains(&7), "{:?}", file.faults);
    }

    #[test]
    fn a_place_in_a_string_is_a_column_in_the_file() {
        let file =
            SourceFile::parse("x.toml", "[[item]]\nid = \"a\"\nwhere = [\"n > 1\", \"m ? 2\"]\n".into());
        assert_eq!(file.position("item/0/where/1:2"), (3, 22));
        assert_eq!(file.position("item/0/where/9"), (3, 9));
        assert_eq!(file.position("nowhere"), (1, 1));
    }
}
