//! The small values that pages are made of.

use crate::notation::Node;
use crate::tutor::{Msg, Route};

/// A piece of running text: words, or maths with its spoken form.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    Words(String),
    Maths {
        node: Node,
        spoken: String,
    },
    /// A box still to be filled; the string is its spoken name.
    Blank(String),
}

/// One paragraph.
pub type Line = Vec<Span>;

#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub label: String,
    pub enabled: bool,
    pub msg: Msg,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub label: String,
    pub to: Route,
    pub current: bool,
}

/// One of several; drawn as radio buttons, or as a row of large buttons.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: String,
    /// The label as words and drawn maths, where it holds maths; empty otherwise.
    pub drawn: Line,
    /// A second, quieter line; may be empty.
    pub note: String,
    pub chosen: bool,
    pub msg: Msg,
}

impl Choice {
    /// A choice that is words and nothing else.
    pub fn words(label: impl Into<String>, chosen: bool, msg: Msg) -> Self {
        Self { label: label.into(), drawn: Vec::new(), note: String::new(), chosen, msg }
    }
}

/// A group of choices with its question.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    pub legend: String,
    pub choices: Vec<Choice>,
}

/// Something the learner or an adult should know, with the one next step.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub tone: Tone,
    pub title: String,
    pub text: String,
    pub actions: Vec<Button>,
    /// How to put the notice away, when it can be.
    pub close: Option<Button>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Right,
    /// A first miss: look again.
    Again,
    /// A second miss: shown step by step.
    Show,
    /// Input that could not be read, or another form: not an attempt.
    Advice,
    Calm,
    Warning,
}

/// The honest word about saving, in the top bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    pub state: SavedState,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedState {
    /// Nothing to save yet, or a page that keeps nothing.
    Quiet,
    Saving,
    Saved,
    OneCopy,
    NotSaved,
}

/// A drawn avatar: an id of the closed set (`fox`, `owl`, `whale`, `cactus`, `kite`, `comet`, `drum`, `leaf`).
#[derive(Clone, Debug, PartialEq)]
pub struct Avatar {
    pub id: String,
    pub name: String,
}
