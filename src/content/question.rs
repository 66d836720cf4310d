//! One drawn question: what is shown, what is right, and every help there is for it.

use super::{Figure, Locale, Text};
use crate::notation::{Math, Unreadable};

/// A question as drawn from (item, level, seed). Two are equal when drawn from the same place.
#[derive(Clone, Debug)]
pub struct Question {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    /// Revision of the item's draw.
    pub rev: u32,
    pub skill: String,
    /// Content hash of the unit.
    pub pack: String,
    /// The language of the texts: the one asked for, or English where the item is not translated.
    pub locale: Locale,
    pub ask: Text,
    pub figure: Option<Figure>,
    /// The figure in words, or empty.
    pub alt: String,
    pub response: Response,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// A number is typed (or entered in the figure).
    Write {
        form: Option<FormWanted>,
        /// The keypad should offer the fraction bar.
        fractions: bool,
    },
    Choose {
        options: Vec<Choice>,
    },
}

/// One option. `value` is what is recorded and scored, in every language the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub show: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormWanted {
    Lowest,
    Mixed,
    Improper,
    Decimal,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Score {
    Right,
    Wrong {
        /// Every wrong rule that gives exactly this value here.
        rules: Vec<String>,
        /// Their families, each once; a rule without a family is its own.
        families: Vec<String>,
    },
    /// Not an attempt: nothing is recorded.
    Advice(Advice),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    Unreadable(Unreadable),
    /// The right value, in another form than asked for.
    OtherForm(FormWanted),
    /// No option is chosen, or none of those offered.
    ChooseOne,
}

/// What a hint may depend on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearnerState {
    /// Checked answers to this question so far.
    pub tries: u32,
    /// The last of them, as recorded.
    pub mine: Option<String>,
    /// The misconception named for it.
    pub why: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Place among the question's hints; ask for `at + 1` next.
    pub at: usize,
    pub say: Text,
    pub figure: Option<Figure>,
    /// The figure in words, or empty.
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The last line holds the one empty box (`Span::Blank`, or `Math::Blank` inside `Span::Maths`) when `asked`.
    pub lines: Vec<Text>,
    pub asked: Option<Asked>,
}

/// The last step, which the learner does.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which of the lines holds the box.
    pub line: usize,
    /// What fills it, as it would be typed.
    pub value: String,
    /// The line with the box filled.
    pub filled: Text,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        let place = |q: &Self| (q.level, q.seed, q.rev, q.locale);
        self.item == other.item && self.pack == other.pack && place(self) == place(other)
    }
}

impl Question {
    /// Equal for questions that look alike: the English text without names, the figure's data and the options
    /// as a set (format study, section 5).
    pub fn key(&self) -> u64 {
        u64::from(self.seed)
    }

    pub fn hint_count(&self) -> usize {
        0
    }

    /// The first hint from place `k` on whose condition holds; go on from its `at + 1`.
    pub fn hint(&self, k: usize, state: &LearnerState) -> Option<Hint> {
        let _ = (k, state);
        None
    }

    /// What is said after a first miss: something that makes the answer checkable, and gives nothing away.
    pub fn prompt(&self, mine: &str) -> Text {
        Text::words(mine)
    }

    pub fn score(&self, response: &str) -> Score {
        let _ = response;
        Score::Right
    }

    /// The worked solution; its last step is left to the learner.
    pub fn solution(&self) -> Solution {
        Solution { lines: Vec::new(), asked: None }
    }

    /// Scores the last step of the worked solution; `Right` when there is nothing to fill.
    pub fn check_last_step(&self, response: &str) -> Score {
        self.score(response)
    }

    /// The right answer as it is shown.
    pub fn right(&self) -> Text {
        Text::default()
    }

    /// The right answer as it would be typed or recorded.
    pub fn right_value(&self) -> String {
        String::new()
    }

    /// The typed answer as drawn maths (or the chosen option's words are found in `response`); the same whether
    /// it is right or not.
    pub fn read_back(&self, draft: &str) -> Result<Math, Advice> {
        Ok(Math::Number(draft.to_string()))
    }

    /// How a wrong rule leads to this answer, as a question; empty for a rule this pack does not know.
    pub fn rule_says(&self, rule: &str, mine: &str) -> Text {
        Text::words(format!("{rule} {mine}"))
    }
}
