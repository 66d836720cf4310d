//! A question and everything that grows round it while it is answered.

use super::apart::Apart;
use super::entry::Stroke;
use super::figure::FigureView;
use super::listen::ListenView;
use super::parts::{Button, Choice, Choices, Line, Link, Tone};
use crate::notation::Node;

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
    /// The same in the other language, and the button for it.
    pub beside: Option<Apart<Beside>>,
    /// On a page that touches nobody's record: the way to show the question to a whole room.
    pub project: Option<Apart<Link>>,
    /// What is to be completed, below what is asked: a line with its empty boxes. Mostly there is none.
    pub given: Option<Line>,
    pub figure: Option<FigureView>,
    /// How sure the learner is, where they want to be asked.
    pub sure: Option<Choices>,
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
    /// Read aloud; nothing before that part is fetched.
    pub listen: Option<Apart<ListenView>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ResponseView {
    Write(WriteView),
    Choose(Choices),
    /// An answer made of several choices.
    Groups(Vec<GroupView>),
    /// A line with several fields in it.
    Boxes(Apart<BoxesView>),
}

/// A question and its help in the other language, as far as the learner wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    pub toggle: Button,
    pub on: bool,
    /// The other language, for `lang=`.
    pub lang: &'static str,
    /// What this is, for somebody who does not see it; in the learner's language.
    pub label: String,
    /// What is asked, with the line to be completed; empty while its words are not here, or not wanted.
    pub asked: Vec<Line>,
    /// What there is to choose from, where that has words.
    pub options: Vec<Line>,
    pub feedback: Option<FeedbackView>,
    pub hints: Vec<HintView>,
}

/// A line in which several boxes are filled.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxesView {
    /// What is to be done, above the line.
    pub label: String,
    /// Language of the line's words, for `lang=`.
    pub lang: &'static str,
    /// The whole draft, every box in it.
    pub draft: String,
    pub pieces: Vec<Piece>,
    /// The boxes stand below the line, each with its name.
    pub named: bool,
}

/// A piece of a line that is filled: what stands there, or a box.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a handful of pieces, most of them boxes")]
pub enum Piece {
    Text(Line),
    Box(WriteView),
}

/// Choices that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupView {
    /// The object they are about, or what is to be chosen.
    pub legend: Line,
    /// Any number may be chosen.
    pub several: bool,
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WriteView {
    pub label: String,
    pub draft: String,
    /// Where in the draft the field begins, in bytes; what stands before it is on the paper already.
    pub from: u16,
    /// Where it ends; what stands after it is on the paper, too.
    pub to: u16,
    pub enabled: bool,
    /// How the draft was read: drawn maths with its label, or advice in words; `None` while empty.
    pub read_back: Option<ReadBack>,
    /// What the on-screen keypad offers, row by row.
    pub keypad: Vec<Vec<Key>>,
    pub keypad_label: String,
    /// The draft is drawn as maths in the field itself, fractions stacked.
    pub drawn: bool,
}

impl WriteView {
    /// What stands before the field, in it, and after it.
    pub fn parts(&self) -> [&str; 3] {
        let (rest, after) = self.draft.split_at_checked(self.to.into()).unwrap_or((&self.draft, ""));
        let (before, text) = rest.split_at_checked(self.from.into()).unwrap_or(("", rest));
        [before, text, after]
    }
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
    pub stroke: Stroke,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_holds_what_stands_between_the_lines_before_it_and_the_working_behind_it() {
        let check = |draft: &str, from: u16, to: u16, expected: [&str; 3]| {
            let view = WriteView {
                label: String::new(),
                draft: draft.into(),
                from,
                to,
                enabled: true,
                read_back: None,
                keypad: Vec::new(),
                keypad_label: String::new(),
                drawn: false,
            };
            assert_eq!(view.parts(), expected);
        };
        check("3/4", 0, u16::MAX, ["", "3/4", ""]);
        check("x = 3; 2 + 3", 7, u16::MAX, ["x = 3; ", "2 + 3", ""]);
        check("246 | 3 9 12", 0, 3, ["", "246", " | 3 9 12"]);
        check("", 0, 0, ["", "", ""]);
    }
}
