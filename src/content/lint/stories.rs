//! Rules about word problems: every skin can tell every unknown, in every language; words have a name and a gender.

use super::super::Locale;
use super::super::more::{story, words as word};
use super::super::reader::{At, Reader};
use super::{Case, Finding, Found, Pack, Severity, finding, found};
use crate::content::source::list;

/// A draw that no skin fits cannot be told.
pub fn no_skin(case: &Case) -> Vec<Found> {
    if case.item.story.is_none() {
        return Vec::new();
    }
    let says = case.first(|question| {
        question
            .skin
            .is_none()
            .then(|| "no skin of the story fits; let one skin be without `fits`".to_string())
    });
    let names = case.item.all_steps().any(|step| step.unknown.is_none());
    let names = names.then(|| "an item with a story says in `unknown` what is asked for".to_string());
    says.into_iter().chain(names).map(|what| found("story", what)).collect()
}

/// The shared stories, read each on its own, and their translations.
pub fn shared(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    let mut reader = Reader::default();
    let mut stories = Vec::new();
    for (k, value) in list(&pack.stories.value, Some("story")).iter().enumerate() {
        stories.extend(story::read(&mut reader, &At::new(format!("story/{k}"), value), Locale::En));
    }
    for problem in reader.problems {
        all.push(finding(&pack.stories, &problem.at, Severity::Error, "stories", "", problem.what));
    }
    for unit in &pack.units {
        for told in &unit.unit.shared().stories {
            let own = !stories.iter().any(|shared| shared.id == told.id);
            let file = if own { &unit.file } else { &pack.stories };
            for skin in &told.skins {
                let keys = skin
                    .texts
                    .get(&Locale::En)
                    .map(|texts| texts.keys().collect::<Vec<_>>())
                    .unwrap_or_default();
                for locale in unit.overlays.keys() {
                    for key in keys.iter().filter(|key| skin.text(key, *locale).is_none()) {
                        let what = format!(
                            "the text of `{key}` in the skin `{}` is not translated into `{}`",
                            skin.id,
                            locale.code()
                        );
                        all.push(finding(
                            file,
                            &told.place,
                            Severity::Warning,
                            "translation",
                            &told.id,
                            what,
                        ));
                    }
                    for key in keys.iter() {
                        let (Some(base), Some(new)) = (skin.text(key, Locale::En), skin.text(key, *locale))
                        else {
                            continue;
                        };
                        if let Some(what) = super::locale::other_holes(base, new) {
                            let what = format!("skin `{}`, `{key}`: {what}", skin.id);
                            all.push(finding(
                                file,
                                &told.place,
                                Severity::Error,
                                "translation",
                                &told.id,
                                what,
                            ));
                        }
                    }
                }
            }
        }
    }
    all
}

/// The shared words, and their names in the other languages.
pub fn words(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    let mut reader = Reader::default();
    for (k, value) in list(&pack.words.value, Some("word")).iter().enumerate() {
        word::read(&mut reader, &At::new(format!("word/{k}"), value), Locale::En);
    }
    for problem in reader.problems {
        all.push(finding(&pack.words, &problem.at, Severity::Error, "words", "", problem.what));
    }
    for unit in &pack.units {
        for (id, known) in &unit.unit.shared().words {
            for locale in unit.overlays.keys().filter(|locale| !known.forms.contains_key(*locale)) {
                let what = format!("the word has no name in the language `{}`", locale.code());
                all.push(finding(&pack.words, &known.place, Severity::Warning, "translation", id, what));
            }
        }
    }
    all
}
