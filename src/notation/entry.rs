//! What a learner types for a number: whole, decimal, fraction or mixed number, in any of the ways people write
//! them. Unreadable input says where and why, as data; the wording is elsewhere, in both languages.

use super::{DecimalMark, Math};
use crate::num::Rational;

/// Longer drafts are not read.
pub const MAX_CHARS: usize = 64;

/// A number and the form it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub value: Rational,
    pub form: Form,
}

/// How a number was written, parts as typed: `2/4` stays 2 over 4. A negative mixed number carries the sign on
/// its whole part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Whole,
    Decimal { places: u8 },
    Fraction { num: i64, den: i64 },
    Mixed { whole: i64, num: i64, den: i64 },
}

/// Why a draft cannot be read, and at which character (counted from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub at: usize,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing but spaces.
    Empty,
    /// A sign that no number has here.
    UnexpectedCharacter(char),
    DenominatorZero,
    /// It stops too early, like `3/`.
    Unfinished,
    /// More digits than the engine computes with.
    TooLarge,
    /// More than [`MAX_CHARS`] characters.
    TooLong,
    /// Commas or points that could be read in two ways, like `1,2,3`.
    Grouping,
    /// Two numbers side by side that are no mixed number, like `1 2`.
    TwoNumbers,
}

/// Reads one number as a learner types it.
pub fn read(draft: &str, mark: DecimalMark) -> Result<Written, Unreadable> {
    let _ = mark;
    let draft = draft.trim();
    if draft.is_empty() {
        return Err(Unreadable { at: 0, why: Why::Empty });
    }
    draft
        .parse::<i64>()
        .map(|n| Written { value: Rational::integer(n), form: Form::Whole })
        .map_err(|_| Unreadable { at: 0, why: Why::Unfinished })
}

impl Written {
    /// The number as drawn maths, in the form it was written.
    pub fn math(&self) -> Math {
        Math::number(self.value)
    }
}
