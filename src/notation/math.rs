//! The maths between backticks in item texts, as a tree: parse, print, and splice values into holes.

use crate::num::Rational;

/// A piece of maths. A `Row` is what stands side by side: terms, signs and relations in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Math {
    /// Digits with an optional point, as written: `0.50` keeps its zero.
    Number(String),
    Letter(char),
    Op(Op),
    /// An empty box.
    Blank,
    Fraction(Box<Math>, Box<Math>),
    /// Whole, numerator, denominator.
    Mixed(Box<Math>, Box<Math>, Box<Math>),
    /// In round brackets.
    Group(Box<Math>),
    Row(Vec<Math>),
    /// A place for a value; only in texts that are not drawn yet.
    Hole(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Plus,
    Minus,
    Times,
    Over,
    Equals,
    NotEquals,
    Less,
    Greater,
    AtMost,
    AtLeast,
    Comma,
}

impl Math {
    /// A whole number or a fraction in lowest terms.
    pub fn number(value: Rational) -> Self {
        let whole = |n: i64| Self::Number(n.to_string());
        match value.as_integer() {
            Some(n) => whole(n),
            None => Self::Fraction(Box::new(whole(value.num())), Box::new(whole(value.den()))),
        }
    }
}
