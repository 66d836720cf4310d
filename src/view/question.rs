//! A question and everything that grows round it while it is answered.

use super::parts::{Button, Choices, Line, Tone};
use crate::notation::Node;
use crate::tutor::Msg;

#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// `"<item>@<level>/<seed>"`, for `data-item`.
    pub id: String,
    /// Name of the skill, above the question.
    pub skill: String,
    /// Why this question now, in one sentence; empty on a same-question page.
    pub reason: String,
    pub reason_label: String,
    /// Language of the question's words, for `lang=`.
    pub lang: &'static str,
    pub ask: Line,
    pub figure: Option<FigureView>,
    pub response: ResponseView,
    pub hints: Vec<HintView>,
    pub hint: Option<Button>,
    /// Shown until the verdict; `enabled` false only while nothing is entered.
    pub check: Option<Button>,
    pub feedback: Option<FeedbackView>,
    /// Shown from the first verdict on.
    pub next: Option<Button>,
    /// Quiet ways out: "I haven't learned this yet", "Not now", "Someone helped me".
    pub others: Vec<Button>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ResponseView {
    Write(WriteView),
    Choose(Choices),
}

#[derive(Clone, Debug, PartialEq)]
pub struct WriteView {
    pub label: String,
    pub draft: String,
    pub enabled: bool,
    /// How the draft was read: drawn maths with its label, or advice in words; `None` while empty.
    pub read_back: Option<ReadBack>,
    /// What the on-screen keypad offers, row by row.
    pub keypad: Vec<Vec<Key>>,
    pub keypad_label: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ReadBack {
    Maths { label: String, node: Node, spoken: String },
    Advice(String),
}

/// A key of the on-screen keypad: what it shows, its spoken name, and what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub face: String,
    pub name: String,
    pub msg: Msg,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HintView {
    /// "Hint 1".
    pub label: String,
    pub text: Line,
    pub figure: Option<FigureView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackView {
    pub tone: Tone,
    pub title: String,
    pub lines: Vec<Line>,
    /// A worked solution, line by line; its last box is `last_step`.
    pub steps: Vec<Line>,
    pub steps_label: String,
    pub last_step: Option<WriteView>,
    pub last_check: Option<Button>,
}

/// A figure as data, with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureView {
    pub shape: Shape,
    /// Text alternative, in the learner's language.
    pub alt: String,
    /// When the figure is a place to answer: its instruction ("Tap the line, or use the arrow keys") and the
    /// spoken value of where the mark stands now.
    pub enter: Option<EnterView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EnterView {
    pub label: String,
    pub spoken: String,
    /// Index of the tick or number of pieces now chosen.
    pub at: Option<u32>,
    /// The message for each place: entry `i` types the value of tick `i`, or of `i` shaded pieces.
    pub places: Vec<Msg>,
    /// Spoken value of each place.
    pub names: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Ticks at even distances from left to right; places are 0.0 to 1.0 of the drawn width.
    NumberLine {
        ticks: Vec<Tick>,
        /// A point that belongs to the question, where the learner places one too.
        given: Option<f64>,
        mark: Option<f64>,
    },
    /// Bars under one another, all of the same length: each cut into equal parts, the first `shaded` filled.
    Bars(Vec<BarView>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub place: f64,
    /// Whole numbers have long ticks.
    pub long: bool,
    pub label: Option<Node>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BarView {
    /// Wholes drawn side by side; each is cut into `parts`.
    pub wholes: u32,
    pub parts: u32,
    pub shaded: u32,
    pub label: Line,
}
