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

    pub fn maths(math: Math) -> Self {
        Self { spans: vec![Span::Maths(math)] }
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    pub(crate) fn push_words(&mut self, words: &str) {
        match self.spans.last_mut() {
            _ if words.is_empty() => {}
            Some(Span::Words(last)) => last.push_str(words),
            _ => self.spans.push(Span::Words(words.into())),
        }
    }

    /// The whole text as one piece of maths, to stand inside a formula.
    pub(crate) fn as_math(&self) -> Math {
        match &self.spans[..] {
            [Span::Maths(math)] => math.clone(),
            _ => Math::Words(self.print()),
        }
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

    /// The text as an author would write it: maths in backticks, boxes in brackets.
    pub fn print(&self) -> String {
        let print = |span: &Span| match span {
            Span::Words(words) => words.clone(),
            Span::Maths(math) => format!("`{math}`"),
            Span::Blank(value) => format!("[{value}]"),
        };
        self.spans.iter().map(print).collect()
    }
}
