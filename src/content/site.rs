//! What a host may set for its own copy, in `config.json` beside the page: a closed and small list of keys. One fault and
//! none of it is used. Every text in it becomes a text node, and nothing in it is an address.

use super::json::Json;
use super::{Locale, Map};

/// The name of the file.
pub const FILE: &str = "config.json";
/// A longer file is refused before it is looked at.
pub const MAX_BYTES: usize = 16_000;
/// Letters in a name.
pub const MAX_NAME: usize = 40;
/// So many faults are told at once.
const TOLD: usize = 4;
/// Letters of a foreign key that are told.
const SHOWN: usize = 30;

/// What pages need to know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Of the school or the site; empty where none is set.
    pub name: String,
    /// What is switched off, a bit for each feature.
    off: u8,
    /// Why the file is not used; empty where it is, and where there is none.
    pub faults: Vec<Fault>,
}

/// What can be switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// The class view, joining a class, handing in.
    Class,
    /// Practice sheets, and what is printed for a class.
    Paper,
    /// Questions read aloud.
    Listen,
    /// Codes read by the camera.
    Camera,
    /// A record shown as pictures for another device's camera.
    Pictures,
}

impl Feature {
    pub const ALL: [(&'static str, Feature); 5] = [
        ("class", Feature::Class),
        ("paper", Feature::Paper),
        ("listen", Feature::Listen),
        ("camera", Feature::Camera),
        ("pictures", Feature::Pictures),
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Site {
    pub fn offers(&self, feature: Feature) -> bool {
        self.off & feature.bit() == 0
    }
}

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    pub site: Site,
    /// Of a first visit, until the learner chooses another one.
    pub language: Option<Locale>,
    /// What is offered; all where it is `None`.
    pub packs: Option<Vec<String>>,
    /// Codes of standards are shown to nobody.
    pub no_standards: bool,
}

/// Something that cannot stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key, as `features/listen`; empty for the whole file.
    pub at: String,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    TooLarge,
    NotJson,
    /// A key stands twice in one table.
    Twice,
    NoTable,
    NoKey,
    Name,
    Language,
    /// The packs that there are.
    Packs(String),
    Standards,
    Feature,
    Truth,
}

impl Config {
    /// Reads the file. Where anything in it is wrong the rest is as if there were none.
    pub fn read(text: &str, map: &Map) -> Self {
        let mut reader = Reader::default();
        let config = reader.config(text, map);
        if reader.faults.is_empty() {
            return config;
        }
        Self { site: Site { faults: reader.faults, ..Site::default() }, ..Self::default() }
    }

    /// The map with what is offered here. Every skill keeps its place and what it builds on; one that is left out has no
    /// items, like those that a course takes for granted.
    pub fn offered(&self, map: &Map) -> Map {
        let mut map = map.clone();
        if self.no_standards {
            map.skills.iter_mut().for_each(|skill| skill.standards.clear());
        }
        let Some(packs) = &self.packs else { return map };
        let is_in = |unit: &str| packs.iter().any(|pack| pack == pack_of(unit));
        for skill in &mut map.skills {
            let own = skill.unit.take();
            let inside = own.as_deref().is_some_and(is_in);
            skill.items.retain(|entry| entry.unit.as_deref().map_or(inside, is_in));
            skill.unit = own.filter(|_| inside);
            skill.lesson = skill.lesson.take().filter(|lesson| is_in(lesson));
        }
        map.units.retain(|unit| is_in(&unit.id));
        map
    }
}

/// What an author wrote as one unit, of which this file is a part.
fn pack_of(unit: &str) -> &str {
    unit.strip_suffix(".wide").or_else(|| unit.strip_suffix(".lessons")).unwrap_or(unit)
}

/// The packs of a map, in the order of their names.
pub fn packs(map: &Map) -> Vec<&str> {
    let mut all: Vec<&str> = map.units.iter().map(|unit| pack_of(&unit.id)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a name can stand on a page as it is: no control characters, and none that turn the text after it round.
fn is_plain(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[derive(Default)]
struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn fault(&mut self, at: &str, what: What) {
        if self.faults.len() < TOLD {
            self.faults.push(Fault { at: shown(at), what });
        }
    }

    fn config(&mut self, text: &str, map: &Map) -> Config {
        let mut config = Config::default();
        if text.len() > MAX_BYTES {
            self.fault("", What::TooLarge);
            return config;
        }
        let Some(json) = Json::read(text) else {
            self.fault("", What::NotJson);
            return config;
        };
        for (key, value) in self.table("", json) {
            match key {
                "name" => config.site.name = self.name(value),
                "language" => config.language = self.language(value),
                "packs" => config.packs = self.packs(value, map),
                "standards" => config.no_standards = self.no_standards(value),
                "features" => config.site.off = self.off(value),
                other => self.fault(other, What::NoKey),
            }
        }
        config
    }

    fn table<'a>(&mut self, at: &str, json: Json<'a>) -> Vec<(&'a str, Json<'a>)> {
        if !json.written().starts_with('{') {
            self.fault(at, What::NoTable);
            return Vec::new();
        }
        match json.object() {
            Some(table) => table.members().to_vec(),
            None => {
                self.fault(at, What::Twice);
                Vec::new()
            }
        }
    }

    fn name(&mut self, json: Json) -> String {
        let name = json.text().map(|name| name.trim().to_string());
        let fits = |name: &String| {
            !name.is_empty() && name.chars().count() <= MAX_NAME && name.chars().all(is_plain)
        };
        name.filter(fits).unwrap_or_else(|| {
            self.fault("name", What::Name);
            String::new()
        })
    }

    fn language(&mut self, json: Json) -> Option<Locale> {
        let text = json.text().unwrap_or_default();
        let found = [Locale::En, Locale::Es].into_iter().find(|locale| locale.code() == text);
        if found.is_none() {
            self.fault("language", What::Language);
        }
        found
    }

    fn packs(&mut self, json: Json, map: &Map) -> Option<Vec<String>> {
        let known = packs(map);
        let wrong = |reader: &mut Self, at: &str| {
            reader.fault(at, What::Packs(known.join(", ")));
            None
        };
        match json.texts() {
            // Without a map nobody knows which packs there are.
            Some(named) if known.is_empty() => Some(named),
            Some(named) if !named.is_empty() => {
                match named.iter().position(|name| !known.contains(&&**name)) {
                    Some(place) => wrong(self, &format!("packs/{place}")),
                    None => Some(named),
                }
            }
            _ => wrong(self, "packs"),
        }
    }

    fn no_standards(&mut self, json: Json) -> bool {
        match json.text().as_deref() {
            Some("ccss") => false,
            Some("none") => true,
            _ => {
                self.fault("standards", What::Standards);
                false
            }
        }
    }

    fn off(&mut self, json: Json) -> u8 {
        let mut off = 0;
        for (key, value) in self.table("features", json) {
            let at = format!("features/{key}");
            match (Feature::ALL.iter().find(|(name, _)| *name == key), value.truth()) {
                (None, _) => self.fault(&at, What::Feature),
                (_, None) => self.fault(&at, What::Truth),
                (Some((_, feature)), Some(false)) => off |= feature.bit(),
                (Some(_), Some(true)) => {}
            }
        }
        off
    }
}

/// A place as it can be shown.
fn shown(at: &str) -> String {
    at.chars().filter(|letter| is_plain(*letter)).take(SHOWN).collect()
}
