//! The evaluated keys of a figure, before its kind makes sense of them.

use super::super::What;
use super::super::expr::{Fault, Value};
use super::super::text::Text;
use super::fault;
use crate::num::Rational;

#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Number(Rational),
    /// Written `"?expr"`: of this size, but shown as a question mark.
    Hidden(Rational),
    Word(String),
    Text(Text),
    Truth(bool),
    Range(Rational, Rational),
    List(Vec<Given>),
    /// A value that does not exist in this draw.
    Nothing,
}

/// The keys that were written, with their values.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub entries: Vec<(&'static str, Given)>,
}

impl From<Value> for Given {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(number),
            Value::Truth(truth) => Self::Truth(truth),
            Value::Text(text) => Self::Word(text.to_string()),
            Value::List(list) => Self::List(list.iter().cloned().map(Self::from).collect()),
            Value::Time(minutes) => Self::Number(Rational::integer(minutes)),
            Value::Point(x, y) => Self::List(vec![Self::Number(x), Self::Number(y)]),
            Value::Shape(corners) => {
                let point =
                    |(x, y): &(Rational, Rational)| Self::List(vec![Self::Number(*x), Self::Number(*y)]);
                Self::List(corners.iter().map(point).collect())
            }
            _ => Self::Nothing,
        }
    }
}

impl Given {
    pub fn number(&self) -> Result<Rational, Fault> {
        match self {
            Self::Number(number) | Self::Hidden(number) => Ok(*number),
            other => Err(wrong(other, "a number")),
        }
    }

    /// A whole number of this range.
    pub fn whole(&self, least: i64, most: i64) -> Result<i64, Fault> {
        let whole = self.number()?.as_integer().filter(|n| (least..=most).contains(n));
        whole.ok_or_else(|| {
            fault(what!(
                "a number in a figure is out of its range",
                "{} in a figure must be a whole number from {least} to {most}",
                self.told()
            ))
        })
    }

    /// A number of things, from 0 to `most`.
    pub fn count(&self, most: u32) -> Result<u32, Fault> {
        self.whole(0, most.into()).map(|n| n as u32)
    }

    /// The members of a list; of anything else, none.
    pub fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    pub fn text(&self) -> Text {
        match self {
            Self::Text(text) => text.clone(),
            Self::Word(word) => Text::words(&**word),
            _ => Text::default(),
        }
    }

    fn told(&self) -> String {
        match self {
            Self::Number(number) | Self::Hidden(number) => number.to_string(),
            Self::Word(word) => ["`", word, "`"].concat(),
            Self::Nothing => "a value that does not exist".into(),
            _ => "this".into(),
        }
    }
}

impl Table {
    pub fn get(&self, key: &str) -> Option<&Given> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, given)| given)
    }

    pub fn range(&self, key: &str) -> Result<(Rational, Rational), Fault> {
        match self.get(key) {
            Some(Given::Range(from, to)) if from < to => Ok((*from, *to)),
            _ => Err(fault(what!(
                "a range needs two ends, the smaller one first",
                "`{key}` needs two ends, the smaller one first, as in \"0..2\""
            ))),
        }
    }

    /// A number that need not be there; one that does not exist in this draw is not there.
    pub fn number(&self, key: &str) -> Result<Option<Rational>, Fault> {
        match self.get(key) {
            None | Some(Given::Nothing) => Ok(None),
            Some(given) => given.number().map(Some),
        }
    }

    /// The members of a list that need not be there.
    pub fn list(&self, key: &str) -> &[Given] {
        self.get(key).map_or(&[], Given::list)
    }

    pub fn numbers(&self, key: &str) -> Result<Vec<Rational>, Fault> {
        self.list(key).iter().map(Given::number).collect()
    }

    pub fn texts(&self, key: &str) -> Vec<Text> {
        self.list(key).iter().map(Given::text).collect()
    }

    pub fn word(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Given::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Whether a key is `true`, or a word where `true` would do.
    pub fn is(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Given::Truth(true) | Given::Word(_)))
    }
}

/// More or fewer members than a kind can draw.
pub fn counted<T>(all: Vec<T>, least: usize, most: usize, whose: &'static str) -> Result<Vec<T>, Fault> {
    if (least..=most).contains(&all.len()) {
        return Ok(all);
    }
    let what: What = what!(
        "a figure has too many parts, or too few",
        "{whose}: from {least} to {most} are drawn, not {}",
        all.len()
    );
    let _ = whose;
    Err(fault(what))
}

fn wrong(given: &Given, wanted: &'static str) -> Fault {
    let what: What = what!("this must be a number", "{} in a figure must be {wanted}", given.told());
    let _ = wanted;
    fault(what)
}
