//! Sentences of text alternatives, in both languages.

use super::Point;
use crate::notation::{Locale, Math, speak};
use crate::num::Rational;

/// The sentence of this language, with the values in place of its `#`, one after the other.
#[inline(never)]
pub fn told(locale: Locale, en: &str, es: &str, values: &[&str]) -> String {
    let sentence = match locale {
        Locale::En => en,
        Locale::Es => es,
    };
    let mut out = String::new();
    let mut values = values.iter();
    for (k, words) in sentence.split('#').enumerate() {
        let value = if k > 0 { values.next() } else { None };
        out.push_str(value.unwrap_or(&""));
        out.push_str(words);
    }
    out
}

/// One sentence for exactly one, another for any other number; the number stands for the first `#`.
#[inline(never)]
pub fn counted(locale: Locale, count: u32, one: (&str, &str), more: (&str, &str)) -> String {
    let (en, es) = if count == 1 { one } else { more };
    told(locale, en, es, &[&count.to_string()])
}

/// The sentences that say something, side by side.
pub fn joined(sentences: &[String]) -> String {
    let said: Vec<&str> = sentences.iter().map(|said| &**said).filter(|said| !said.is_empty()).collect();
    said.join(" ")
}

pub fn value(value: Rational, locale: Locale) -> String {
    speak(&Math::number(value), locale)
}

pub fn values(all: &[Rational], locale: Locale) -> String {
    let all: Vec<String> = all.iter().map(|each| value(*each, locale)).collect();
    all.join(", ")
}

/// "(2, negative 3)" as digits: both languages read a pair of numbers in brackets well.
pub fn place(point: Point, locale: Locale) -> String {
    ["(", &value(point.0, locale), ", ", &value(point.1, locale), ")"].concat()
}

pub fn places(points: &[Point], locale: Locale) -> String {
    let all: Vec<String> = points.iter().map(|point| place(*point, locale)).collect();
    all.join(", ")
}

/// With a capital letter, to stand at the beginning of a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
