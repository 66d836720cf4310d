//! Word problems: one story, told in several skins for different interests, with one text for each quantity that may
//! be asked for. Numbers are drawn first; the skin is only the dress, so the same seed has the same numbers for all.

use crate::content::Locale;
use crate::content::expr::{Expr, Scope};
use crate::content::item::Item;
use crate::content::reader::{At, Reader, unknown};
use crate::content::template::Template;
use crate::num::SortedMap;
use std::sync::Arc;

/// What a learner may be interested in; the app's own list.
pub const INTERESTS: [&str; 8] =
    ["sports", "music", "animals", "cooking", "making", "space", "games", "nature"];

#[derive(Clone, Debug, Default)]
pub struct Story {
    pub id: String,
    /// In the order of the file.
    pub skins: Vec<Skin>,
    pub place: String,
}

#[derive(Clone, Debug, Default)]
pub struct Skin {
    pub id: String,
    pub interest: Option<String>,
    /// Where the quantities make sense in it.
    pub fits: Option<Expr>,
    /// Language and unknown to the whole text.
    pub texts: SortedMap<Locale, Arc<SortedMap<String, Template>>>,
}

/// Reads a story, or its strings in an overlay.
pub fn read(reader: &mut Reader, at: &At, locale: Locale) -> Option<Story> {
    let table = reader.any_table(at)?;
    let id = reader.needs(&table, "id")?;
    let mut skins = Vec::new();
    for (name, value) in table.table.iter().filter(|(name, _)| &***name != "id") {
        let at = At::new(table.of(name), value);
        let Some(inner) = reader.any_table(&at) else { continue };
        let mut skin = Skin { id: name.to_string(), ..Skin::default() };
        let mut texts = SortedMap::default();
        for (key, value) in inner.table.iter() {
            let at = At::new(inner.of(key), value);
            match &**key {
                "interest" if locale == Locale::En => skin.interest = interest(reader, &at),
                "fits" if locale == Locale::En => skin.fits = reader.expr(&at),
                _ => {
                    if let Some(text) = reader.template(&at, false) {
                        texts.insert(key.to_string(), text);
                    }
                }
            }
        }
        skin.texts.insert(locale, Arc::new(texts));
        skins.push(skin);
    }
    if skins.is_empty() {
        reader.problem(&at.place, "a story has at least one skin, as in [story.rope]");
    }
    Some(Story { id, skins, place: at.place.clone() })
}

fn interest(reader: &mut Reader, at: &At) -> Option<String> {
    let name = reader.string(at)?;
    if !INTERESTS.contains(&name) {
        reader.problem(&at.place, unknown("interest", name, &INTERESTS));
    }
    Some(name.into())
}

impl Story {
    /// Adds the strings of another language; tells the skins that are not there.
    pub fn add(&mut self, other: Self, reader: &mut Reader) {
        for skin in other.skins {
            match self.skins.iter_mut().find(|known| known.id == skin.id) {
                Some(known) => {
                    for (locale, texts) in skin.texts {
                        known.texts.insert(locale, texts);
                    }
                }
                None => reader.problem(&other.place, "the story has no such skin"),
            }
        }
    }

    /// The skins in which these quantities make sense.
    pub fn fitting(&self, scope: &Scope) -> Vec<&Skin> {
        let fits = |skin: &&Skin| match &skin.fits {
            Some(fits) => fits.eval(scope).is_ok_and(|truth| truth.is_true()),
            None => true,
        };
        self.skins.iter().filter(fits).collect()
    }

    /// Whether every skin asks for this in this language.
    pub fn tells(&self, unknown: &str, locale: Locale) -> bool {
        self.skins.iter().all(|skin| skin.text(unknown, locale).is_some())
    }
}

impl Skin {
    pub fn text(&self, unknown: &str, locale: Locale) -> Option<&Template> {
        self.texts.get(&locale)?.get(unknown)
    }
}

/// Every unknown of an item has its text in each skin, which uses only names of the item; every `fits` too.
pub fn names(reader: &mut Reader, item: &Item, story: &Story, place: &str) {
    let known = |name: &str| item.params.contains_key(name) || item.lets.contains_key(name);
    for skin in &story.skins {
        if let Some(name) = skin.fits.iter().flat_map(Expr::names).find(|name| !known(name)) {
            reader.problem(
                place,
                what!("a skin needs another name", "the skin `{}` needs the name `{name}`", skin.id),
            );
        }
        for wanted in item.all_steps().filter_map(|step| step.unknown.as_deref()) {
            let Some(text) = skin.text(wanted, Locale::En) else {
                let what = what!(
                    "a skin lacks a text",
                    "the skin `{}` has no text that asks for `{wanted}`",
                    skin.id
                );
                reader.problem(place, what);
                continue;
            };
            for name in text.holes().flat_map(|hole| hole.expr.names()).filter(|name| !known(name)) {
                let what =
                    what!("a skin needs another name", "the skin `{}` needs the name `{name}`", skin.id);
                reader.problem(place, what);
            }
        }
    }
}
