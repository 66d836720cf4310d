//! Words that are drawn: an id in the draw, a name with gender and plural in each language.

use crate::content::Locale;
use crate::content::reader::{At, Reader};
use crate::num::SortedMap;

pub type Words = SortedMap<String, Word>;

/// One word in every language that has it.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub forms: SortedMap<Locale, Forms>,
    pub place: String,
}

#[derive(Clone, Debug, Default)]
pub struct Forms {
    pub name: String,
    pub plural: Option<String>,
    pub feminine: bool,
}

/// Reads a word: its id and its forms.
pub fn read(reader: &mut Reader, at: &At, locale: Locale) -> Option<(String, Word)> {
    let table = reader.table(at, &["id", "name", "plural", "gender"])?;
    let id = reader.needs(&table, "id")?;
    let feminine = match reader.text_of(&table, "gender").as_deref() {
        None | Some("m") => false,
        Some("f") => true,
        Some(_) => {
            reader.problem(table.of("gender"), "a gender is \"m\" or \"f\"");
            false
        }
    };
    let forms =
        Forms { name: reader.needs(&table, "name")?, plural: reader.text_of(&table, "plural"), feminine };
    Some((id, Word { forms: SortedMap::from([(locale, forms)]), place: at.place.clone() }))
}

/// The forms of a word in this language, or in English.
pub fn forms<'a>(words: &'a Words, id: &str, locale: Locale) -> Option<&'a Forms> {
    let word = words.get(id)?;
    word.forms.get(&locale).or_else(|| word.forms.get(&Locale::En))
}
