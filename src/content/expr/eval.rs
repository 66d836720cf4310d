//! Evaluating expressions: at most so many steps, and `none` spreads instead of failing.

use super::functions::{self, Function};
use super::{Binary, Compare, Fault, Kind, MAX_STEPS, Node, Value};
use crate::content::wide;
use crate::num::SortedMap;
use std::cell::Cell;

/// The names an expression may use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    values: SortedMap<String, Value>,
}

impl Scope {
    pub fn set(&mut self, name: &str, value: Value) {
        self.values.insert(name.into(), value);
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(name, value)| (&**name, value))
    }
}

/// Steps taken by several expressions together.
#[derive(Debug, Default)]
pub struct Steps(Cell<u32>);

impl Steps {
    /// Adds steps and tells how many there are now.
    pub fn add(&self, more: u32) -> u32 {
        self.0.set(self.0.get().saturating_add(more));
        self.0.get()
    }
}

pub(super) fn eval(node: &Node, scope: &Scope, all: &Steps) -> Result<Value, Fault> {
    let steps = Cell::new(0);
    let value = Eval { scope, steps: &steps, it: None }.value(node);
    all.add(steps.get());
    value
}

pub(super) fn eval_it(node: &Node, scope: &Scope, it: &Value) -> Result<Value, Fault> {
    Eval { scope, steps: &Cell::new(0), it: Some(it.clone()) }.value(node)
}

struct Eval<'a> {
    scope: &'a Scope,
    /// Steps taken so far, shared with the evaluations for each member of a list.
    steps: &'a Cell<u32>,
    it: Option<Value>,
}

impl Eval<'_> {
    fn step(&self, at: usize) -> Result<(), Fault> {
        let used = self.steps.get() + 1;
        self.steps.set(used);
        if used > MAX_STEPS {
            Err(Fault::new(at, what!("this takes too many steps", "this takes too many steps")))
        } else {
            Ok(())
        }
    }

    fn value(&self, node: &Node) -> Result<Value, Fault> {
        self.step(node.at)?;
        match &node.kind {
            Kind::Number(n) => Ok(Value::Number(*n)),
            Kind::Truth(truth) => Ok(Value::Truth(*truth)),
            Kind::Text(text) => Ok(Value::Text(text.clone())),
            Kind::Name(name) => {
                let unknown =
                    || Fault::new(node.at, what!("a name is not known here", "`{name}` is not known here"));
                self.scope.get(name).cloned().ok_or_else(unknown)
            }
            Kind::It => self.it.clone().ok_or_else(|| Fault::new(node.at, "`it` has no list here")),
            Kind::List(nodes) => Ok(Value::list(self.values(nodes)?)),
            Kind::Point(x, y) => match (self.value(x)?, self.value(y)?) {
                (Value::Number(x), Value::Number(y)) => Ok(Value::Point(x, y)),
                (Value::None, _) | (_, Value::None) => Ok(Value::None),
                _ => Err(Fault::new(node.at, what!("a point has two numbers", "a point has two numbers"))),
            },
            Kind::Maths(math, nodes) => {
                let values = self.values(nodes)?;
                let none = values.contains(&Value::None);
                Ok(if none { Value::None } else { wide::spliced(math, &values) })
            }
            Kind::Index(list, place) => self.index(list, place),
            Kind::Negative(inner) => self.binary(Binary::Minus, Value::whole(0), inner, node.at),
            Kind::Not(inner) => Ok(self.truth(inner)?.map_or(Value::None, |truth| Value::Truth(!truth))),
            Kind::And(a, b) => self.logic(a, b, false),
            Kind::Or(a, b) => self.logic(a, b, true),
            Kind::Binary(op, a, b) => {
                let left = self.value(a)?;
                self.binary(*op, left, b, node.at)
            }
            Kind::Chain(first, rest) => self.chain(first, rest),
            Kind::Call(Function::If, nodes) => match self.truth(&nodes[0])? {
                None => Ok(Value::None),
                Some(truth) => self.value(&nodes[if truth { 1 } else { 2 }]),
            },
            Kind::Call(function, nodes) if function.has_it() => self.each(*function, nodes),
            Kind::Call(function, nodes) => {
                let values = self.values(nodes)?;
                if values.contains(&Value::None) {
                    return Ok(Value::None);
                }
                functions::call(*function, node.at, &values)
            }
        }
    }

    fn values(&self, nodes: &[Node]) -> Result<Vec<Value>, Fault> {
        let mut values = Vec::new();
        for node in nodes {
            values.push(self.value(node)?);
        }
        Ok(values)
    }

    /// A condition; `None` when it is `none`.
    fn truth(&self, node: &Node) -> Result<Option<bool>, Fault> {
        match self.value(node)? {
            Value::Truth(truth) => Ok(Some(truth)),
            Value::None => Ok(None),
            other => {
                let what = what!(
                    "a condition is needed here",
                    "a condition is needed here, not {}",
                    other.type_name()
                );
                Err(Fault::new(node.at, what))
            }
        }
    }

    /// `and` stops at the first false, `or` at the first true.
    fn logic(&self, a: &Node, b: &Node, stops: bool) -> Result<Value, Fault> {
        let truth = match self.truth(a)? {
            Some(truth) if truth == stops => Some(truth),
            Some(_) => self.truth(b)?,
            None => None,
        };
        Ok(truth.map_or(Value::None, Value::Truth))
    }

    fn binary(&self, op: Binary, left: Value, right: &Node, at: usize) -> Result<Value, Fault> {
        let right = self.value(right)?;
        let (a, b) = match (&left, &right) {
            (Value::None, _) | (_, Value::None) => return Ok(Value::None),
            (Value::Number(a), Value::Number(b)) => (*a, *b),
            (Value::Number(_), other) | (other, _) => {
                let what =
                    what!("a number is needed here", "a number is needed here, not {}", other.type_name());
                return Err(Fault::new(at, what));
            }
        };
        Ok(Value::of(match op {
            Binary::Plus => a.plus(b),
            Binary::Minus => a.minus(b),
            Binary::Times => a.times(b),
            Binary::Over => a.over(b),
            Binary::Power => b.as_integer().and_then(|b| a.power(b)),
        }))
    }

    fn chain(&self, first: &Node, rest: &[(Compare, Node)]) -> Result<Value, Fault> {
        let mut left = self.value(first)?;
        for (compare, node) in rest {
            let right = self.value(node)?;
            match compared(&left, &right, *compare, node.at)? {
                Some(true) => left = right,
                Some(false) => return Ok(Value::Truth(false)),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::Truth(true))
    }

    fn index(&self, list: &Node, place: &Node) -> Result<Value, Fault> {
        let (list_value, place_value) = (self.value(list)?, self.value(place)?);
        match (&list_value, &place_value) {
            (Value::None, _) | (_, Value::None) => Ok(Value::None),
            (Value::List(values), Value::Number(n)) => {
                let k = n.as_integer().and_then(|n| usize::try_from(n.checked_sub(1)?).ok());
                Ok(k.and_then(|k| values.get(k)).cloned().unwrap_or(Value::None))
            }
            (Value::List(_), _) => Err(Fault::new(
                place.at,
                what!("a place in a list is a number", "a place in a list is a number"),
            )),
            (other, _) => Err(Fault::new(
                list.at,
                what!("a list is needed here", "a list is needed, not {}", other.type_name()),
            )),
        }
    }

    /// The functions that look at each member of a list as `it`.
    fn each(&self, function: Function, nodes: &[Node]) -> Result<Value, Fault> {
        let list = match self.value(&nodes[0])? {
            Value::List(list) => list,
            Value::None => return Ok(Value::None),
            other => {
                let what = what!("a list is needed here", "a list is needed, not {}", other.type_name());
                return Err(Fault::new(nodes[0].at, what));
            }
        };
        let mut kept = Vec::new();
        for member in list.iter() {
            let inner = Eval { it: Some(member.clone()), ..*self };
            if function == Function::Map {
                kept.push(inner.value(&nodes[1])?);
                continue;
            }
            match inner.truth(&nodes[1])? {
                Some(true) => kept.push(member.clone()),
                Some(false) => {}
                None => return Ok(Value::None),
            }
        }
        Ok(match function {
            Function::Count => Value::whole(kept.len() as i64),
            Function::All => Value::Truth(kept.len() == list.len()),
            Function::Any => Value::Truth(!kept.is_empty()),
            _ => Value::list(kept),
        })
    }
}

fn compared(a: &Value, b: &Value, compare: Compare, at: usize) -> Result<Option<bool>, Fault> {
    if a.is_none() || b.is_none() {
        return Ok(None);
    }
    let same_type = std::mem::discriminant(a) == std::mem::discriminant(b);
    let clash = || {
        let what =
            what!("these cannot be compared", "{} cannot be compared with {}", a.type_name(), b.type_name());
        Fault::new(at, what)
    };
    if !same_type {
        return Err(clash());
    }
    let holds = match compare {
        Compare::Equal => a.same(b),
        Compare::NotEqual => !a.same(b),
        Compare::Less => a.order(b).ok_or_else(clash)?.is_lt(),
        Compare::AtMost => a.order(b).ok_or_else(clash)?.is_le(),
        Compare::Greater => a.order(b).ok_or_else(clash)?.is_gt(),
        Compare::AtLeast => a.order(b).ok_or_else(clash)?.is_ge(),
    };
    Ok(Some(holds))
}
