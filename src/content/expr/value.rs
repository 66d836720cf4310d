//! What an expression can be.

use crate::content::wide;
use crate::notation::Math;
use crate::num::Rational;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Division by zero, overflow, a missing place of a list: it spreads to everything computed from it.
    None,
    Number(Rational),
    Truth(bool),
    Text(Arc<str>),
    List(Arc<[Value]>),
    Person(Person),
    /// An expression, equation or inequality in letters.
    Maths(Arc<Math>),
    Point(Rational, Rational),
    /// Minutes of a clock face, 0 to 719.
    Time(i64),
    /// The corners of a polygon in order.
    Shape(Arc<[(Rational, Rational)]>),
}

/// Someone from the cast: a name that works in both languages, and its grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: &'static str,
    pub feminine: bool,
}

impl Value {
    pub fn whole(n: i64) -> Self {
        Self::Number(Rational::integer(n))
    }

    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn of(number: Option<Rational>) -> Self {
        number.map_or(Self::None, Self::Number)
    }

    pub(crate) fn list(values: Vec<Self>) -> Self {
        if values.contains(&Self::None) { Self::None } else { Self::List(values.into()) }
    }

    pub fn number(&self) -> Option<Rational> {
        match self {
            Self::Number(n) => Some(*n),
            _ => None,
        }
    }

    pub fn members(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn maths(&self) -> Option<&Math> {
        match self {
            Self::Maths(math) => Some(math),
            _ => None,
        }
    }

    /// Equal in value: maths by what it means, whatever the form.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Maths(a), Self::Maths(b)) => a == b || wide::same(a, b),
            (Self::List(a), Self::List(b)) => {
                a.len() == b.len() && a.iter().zip(&**b).all(|(a, b)| a.same(b))
            }
            _ => self == other,
        }
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    pub fn is_true(&self) -> bool {
        matches!(self, Self::Truth(true))
    }

    /// The word for this type in a message to an author.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Number(_) => "a number",
            Self::Truth(_) => "a truth value",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Person(_) => "a person",
            Self::Maths(_) => "maths",
            Self::Point(..) => "a point",
            Self::Time(_) => "a time",
            Self::Shape(_) => "a shape",
        }
    }

    /// The order of two numbers or two texts.
    pub(crate) fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Some(a.cmp(b)),
            (Self::Text(a), Self::Text(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }
}

/// Plain print: `3/4`, `red`, `1, 2, 3`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Number(n) => write!(f, "{n}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Text(text) => f.write_str(text),
            Self::Person(person) => f.write_str(person.name),
            Self::Maths(math) => write!(f, "{math}"),
            Self::Point(x, y) => write!(f, "({x}, {y})"),
            Self::Time(minutes) => {
                let hour = (minutes.div_euclid(60) + 11).rem_euclid(12) + 1;
                let minute = minutes.rem_euclid(60);
                let zero = if minute < 10 { "0" } else { "" };
                write!(f, "{hour}:{zero}{minute}")
            }
            Self::Shape(corners) => {
                for (k, (x, y)) in corners.iter().enumerate() {
                    let comma = if k > 0 { ", " } else { "" };
                    write!(f, "{comma}({x}, {y})")?;
                }
                Ok(())
            }
            Self::List(values) => {
                for (k, value) in values.iter().enumerate() {
                    let comma = if k > 0 { ", " } else { "" };
                    write!(f, "{comma}{value}")?;
                }
                Ok(())
            }
        }
    }
}
