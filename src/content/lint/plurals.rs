//! "1 parts", "3 part", "1 partes": a number and a count noun that do not agree. Which words are count nouns is learned
//! from the pack itself: a plural stands right after a whole number, its singular after *a*, *each*, *un*, *cada* ...

use super::super::Locale;
use super::super::source::Pack;
use super::{Case, Found, found, texts};
use std::collections::{BTreeMap, BTreeSet};

/// Plurals of a language with their singulars.
#[derive(Debug, Default)]
pub struct Nouns {
    of: BTreeMap<Locale, BTreeMap<String, String>>,
}

/// Irregular plurals that may come up.
const IRREGULAR: [(&str, &str); 7] = [
    ("feet", "foot"),
    ("children", "child"),
    ("people", "person"),
    ("halves", "half"),
    ("loaves", "loaf"),
    ("shelves", "shelf"),
    ("teeth", "tooth"),
];

/// Words of a plural's shape that count nothing: "1 times 5", "1 less", "3 menos".
const NO_NOUNS: [&str; 8] = ["times", "less", "plus", "minus", "menos", "más", "tenths", "veces"];

/// Verbs that stand after a number ("What do 4 rows of 16 make?") and look like a count noun.
const VERBS: [&str; 17] = [
    "make", "makes", "fit", "fits", "go", "goes", "come", "comes", "say", "says", "do", "does", "share",
    "shares", "one", "ten", "side",
];

fn before_singular(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En => &["a", "an", "one", "each", "every", "another", "1"],
        Locale::Es => &["un", "una", "cada", "otro", "otra", "1"],
    }
}

/// What a plural may be the plural of.
fn singulars(word: &str, locale: Locale) -> Vec<String> {
    let mut all: Vec<String> =
        IRREGULAR.iter().filter(|(plural, _)| *plural == word).map(|(_, one)| (*one).into()).collect();
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.chars().count() > 1) else { return all };
    all.push(stem.into());
    all.extend(stem.strip_suffix('e').map(String::from));
    match locale {
        Locale::En => all.extend(stem.strip_suffix("ie").map(|stem| format!("{stem}y"))),
        Locale::Es => {
            all.extend(stem.strip_suffix("ce").map(|stem| format!("{stem}z")));
            all.extend(stem.strip_suffix("one").map(|stem| format!("{stem}ón")));
        }
    }
    all
}

/// Words, numbers and ends of sentences, in order; drawn maths is a token of its own.
fn tokens(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (k, part) in text.split('`').enumerate() {
        if k % 2 == 1 {
            all.push(part.trim().to_string());
            continue;
        }
        for token in part.split_whitespace() {
            all.push(token.trim_matches(|c: char| !c.is_alphanumeric() && c != '_').to_lowercase());
            if token.ends_with(['.', '?', '!', ':', ';', ',', '”', ')']) {
                all.push(String::new());
            }
        }
    }
    all
}

fn whole(token: &str) -> Option<u64> {
    token.bytes().all(|b| b.is_ascii_digit()).then(|| token.parse().ok())?
}

impl Nouns {
    /// The count nouns of a pack, from a few draws of every item.
    pub fn of(pack: &Pack) -> Self {
        let mut plural: BTreeMap<Locale, BTreeSet<String>> = BTreeMap::new();
        let mut single: BTreeMap<Locale, BTreeSet<String>> = BTreeMap::new();
        for unit in &pack.units {
            for (item, level) in unit.unit.items() {
                for (locale, seed) in Locale::ALL.into_iter().flat_map(|locale| [(locale, 0), (locale, 1)]) {
                    let Ok(question) = unit.unit.draw(&item, level, seed, locale) else { continue };
                    for step in question.steps() {
                        for drawn in texts::drawn(&step) {
                            let Ok(text) = drawn.text else { continue };
                            for pair in tokens(&text.print()).windows(2) {
                                let word = pair[1].clone();
                                if whole(&pair[0]).is_some_and(|n| n > 1) {
                                    plural.entry(step.locale).or_default().insert(word.clone());
                                }
                                if before_singular(step.locale).contains(&&*pair[0]) {
                                    single.entry(step.locale).or_default().insert(word);
                                }
                            }
                        }
                    }
                }
            }
        }
        let pairs = |(locale, words): (Locale, BTreeSet<String>)| {
            let known = single.get(&locale);
            let pair = |word: String| {
                let one = singulars(&word, locale)
                    .into_iter()
                    .find(|one| known.is_some_and(|known| known.contains(one)))?;
                (!NO_NOUNS.contains(&&*word)).then_some((word, one))
            };
            (locale, words.into_iter().filter_map(pair).collect())
        };
        Self { of: plural.into_iter().map(pairs).collect() }
    }

    /// The first pair that does not agree.
    fn fault(&self, text: &str, locale: Locale) -> Option<String> {
        let nouns = self.of.get(&locale)?;
        let tokens = tokens(text);
        let says = |(k, pair): (usize, &[String])| {
            let n = whole(&pair[0])?;
            let word = &pair[1];
            // "57 square units", "3 plant cards", "2 whole pounds": the noun is the word after it.
            let more = tokens
                .get(k + 2)
                .is_some_and(|next| nouns.contains_key(next) || (next.len() > 4 && next.ends_with('s')));
            let wrong = match n {
                _ if VERBS.contains(&&**word) => false,
                1 => nouns.contains_key(word),
                _ => !more && nouns.values().any(|one| one == word) && !nouns.contains_key(word),
            };
            wrong.then(|| format!("{} {word}", pair[0]))
        };
        tokens.windows(2).enumerate().find_map(says)
    }
}

/// One finding for each text that has one somewhere.
pub fn do_not_agree(case: &Case) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for drawn in &case.texts {
        let Ok(text) = &drawn.text else { continue };
        if all.iter().any(|found| found.place == drawn.place) {
            continue;
        }
        let (language, level, seed) = drawn.whence;
        let Some(locale) = Locale::parse(language) else { continue };
        let print = text.print();
        all.extend(case.nouns.fault(&print, locale).map(|pair| {
            found(
                drawn.place.clone(),
                format!("“{pair}” does not agree ({language}, level {level}, seed {seed}): {print}"),
            )
        }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Nouns {
        let pairs =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
        Nouns {
            of: BTreeMap::from([
                (Locale::En, pairs(&[("parts", "part"), ("feet", "foot")])),
                (Locale::Es, pairs(&[("partes", "parte")])),
            ]),
        }
    }

    #[test]
    fn a_number_and_its_noun_agree() {
        let nouns = nouns();
        for (text, fault) in [
            ("There are `1` parts.", Some("1 parts")),
            ("There are 3 part.", Some("3 part")),
            ("A rope of 1 feet", Some("1 feet")),
            ("Bar 1: parts of `1/8` part", None),
            ("There is 1 part, and 3 parts are left.", None),
            ("`1/4` parts", None),
            ("Do 2 rows of 3 make 6?", None),
            ("57 part parts", None),
        ] {
            assert_eq!(nouns.fault(text, Locale::En).as_deref(), fault, "{text}");
        }
        assert_eq!(nouns.fault("Quedan 1 partes.", Locale::Es).as_deref(), Some("1 partes"));
        assert_eq!(nouns.fault("Queda 1 parte.", Locale::Es), None);
    }

    #[test]
    fn plurals_lead_to_their_singulars() {
        assert!(singulars("boxes", Locale::En).contains(&"box".to_string()));
        assert!(singulars("berries", Locale::En).contains(&"berry".to_string()));
        assert!(singulars("montones", Locale::Es).contains(&"montón".to_string()));
        assert!(singulars("lápices", Locale::Es).contains(&"lápiz".to_string()));
    }
}
