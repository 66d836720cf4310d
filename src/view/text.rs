//! Texts of content as they are drawn: words, maths with its spoken form, boxes.

use super::{Line, Span};
use crate::content::{Locale, Text, text};
use crate::notation::{Math, mathml, speak};

pub fn line(text: &Text, locale: Locale) -> Line {
    text.spans
        .iter()
        .map(|span| match span {
            text::Span::Words(words) => Span::Words(words.clone()),
            text::Span::Maths(math) => maths(math, locale),
            text::Span::Blank(_) => Span::Blank(speak(&Math::Blank, locale)),
        })
        .collect()
}

pub fn maths(math: &Math, locale: Locale) -> Span {
    Span::Maths { node: mathml(math), spoken: speak(math, locale) }
}

pub fn words(words: impl Into<String>) -> Line {
    vec![Span::Words(words.into())]
}
