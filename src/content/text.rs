//! Texts as learners see them: words, maths and boxes in reading order.

use crate::notation::{Locale, Math, speak};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub spans: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Words(String),
    Maths(Math),
    /// A box for the learner to fill, with the value that fills it.
    Blank(String),
}

impl Text {
    pub fn words(words: impl Into<String>) -> Self {
        Self { spans: vec![Span::Words(words.into())] }
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The text as it is read aloud.
    pub fn plain(&self, locale: Locale) -> String {
        let say = |span: &Span| match span {
            Span::Words(words) => words.clone(),
            Span::Maths(math) => speak(math, locale),
            Span::Blank(_) => speak(&Math::Blank, locale),
        };
        self.spans.iter().map(say).collect()
    }
}
