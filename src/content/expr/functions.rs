//! The functions of expressions: names, numbers of arguments, meaning.

use super::{Fault, MAX_LIST, Value};
use crate::content::more::functions::More;
use crate::content::wide;
use crate::num::Rational;
use crate::num::rational::gcd;
use std::cmp::Ordering;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    Abs,
    Min,
    Max,
    Floor,
    Ceil,
    Round,
    Mod,
    Div,
    Gcd,
    Lcm,
    Num,
    Den,
    Digit,
    If,
    Len,
    Sum,
    Sort,
    Unique,
    Has,
    Range,
    Count,
    Keep,
    Map,
    All,
    Any,
    More(More),
}

/// Name, function, fewest and most arguments.
pub const FUNCTIONS: [(&str, Function, usize, usize); 25] = [
    ("abs", Function::Abs, 1, 1),
    ("min", Function::Min, 1, MAX_LIST),
    ("max", Function::Max, 1, MAX_LIST),
    ("floor", Function::Floor, 1, 1),
    ("ceil", Function::Ceil, 1, 1),
    ("round", Function::Round, 1, 2),
    ("mod", Function::Mod, 2, 2),
    ("div", Function::Div, 2, 2),
    ("gcd", Function::Gcd, 2, MAX_LIST),
    ("lcm", Function::Lcm, 2, MAX_LIST),
    ("num", Function::Num, 1, 1),
    ("den", Function::Den, 1, 1),
    ("digit", Function::Digit, 2, 2),
    ("if", Function::If, 3, 3),
    ("len", Function::Len, 1, 1),
    ("sum", Function::Sum, 1, 1),
    ("sort", Function::Sort, 1, 1),
    ("unique", Function::Unique, 1, 1),
    ("has", Function::Has, 2, 2),
    ("range", Function::Range, 2, 3),
    ("count", Function::Count, 2, 2),
    ("keep", Function::Keep, 2, 2),
    ("map", Function::Map, 2, 2),
    ("all", Function::All, 2, 2),
    ("any", Function::Any, 2, 2),
];

impl Function {
    /// The function of this name, with its fewest and most arguments.
    pub fn named(name: &str) -> Option<(Self, usize, usize)> {
        let found = FUNCTIONS.iter().find(|(known, ..)| *known == name);
        let found = found.map(|(_, function, fewest, most)| (*function, *fewest, *most));
        found.or_else(|| More::named(name).map(|(more, fewest, most)| (Self::More(more), fewest, most)))
    }

    /// Whether no parameter may have this name. Functions that came later leave names alone.
    pub fn is_reserved(name: &str) -> bool {
        FUNCTIONS.iter().any(|(known, ..)| *known == name)
    }

    /// Whether its second argument is evaluated for each member of the list, as `it`.
    pub(crate) fn has_it(self) -> bool {
        matches!(self, Self::Count | Self::Keep | Self::Map | Self::All | Self::Any)
    }

    /// Whether only whole numbers (or no numbers) come out.
    pub(crate) fn gives_whole(self) -> bool {
        use Function::{All, Any, Ceil, Count, Den, Digit, Div, Floor, Gcd, Has, Lcm, Len, Num};
        match self {
            Self::More(more) => more.gives_whole(),
            _ => matches!(
                self,
                All | Any | Ceil | Count | Den | Digit | Div | Floor | Gcd | Has | Lcm | Len | Num
            ),
        }
    }
}

/// Calls a function on values, none of which is `none`. `If` and the functions with `it` are the evaluator's.
pub(crate) fn call(function: Function, at: usize, values: &[Value]) -> Result<Value, Fault> {
    match (function, values) {
        (Function::More(function), _) => wide::call(function, at, values),
        (Function::Len, [Value::List(list)]) => Ok(Value::whole(list.len() as i64)),
        (Function::Sort, [Value::List(list)]) => sorted(list, at),
        (Function::Unique, [Value::List(list)]) => Ok(unique(list)),
        (Function::Has, [Value::List(list), value]) => Ok(Value::Truth(list.contains(value))),
        (Function::Min | Function::Max | Function::Sum, [Value::List(list)]) => {
            numeric(function, at, &numbers(list, at)?)
        }
        (Function::Len | Function::Sort | Function::Unique | Function::Has | Function::Sum, _) => {
            Err(Fault::new(at, what!("this function needs a list", "this function needs a list")))
        }
        _ => numeric(function, at, &numbers(values, at)?),
    }
}

fn numbers(values: &[Value], at: usize) -> Result<Vec<Rational>, Fault> {
    let number = |value: &Value| {
        let clash = || {
            Fault::new(
                at,
                what!(
                    "this function needs numbers",
                    "this function needs numbers, not {}",
                    value.type_name()
                ),
            )
        };
        value.number().ok_or_else(clash)
    };
    values.iter().map(number).collect()
}

fn numeric(function: Function, at: usize, n: &[Rational]) -> Result<Value, Fault> {
    let value = match (function, n) {
        (Function::Range, _) => return range(n, at),
        (Function::Min, _) => n.iter().min().copied(),
        (Function::Max, _) => n.iter().max().copied(),
        (Function::Sum, _) => n.iter().try_fold(Rational::ZERO, |sum, n| sum.plus(*n)),
        (Function::Gcd, _) => common(n, |a, b| i64::try_from(gcd(a.into(), b.into())).ok()),
        (Function::Lcm, _) => common(n, lcm),
        (Function::Abs, [x]) => absolute(*x),
        (Function::Floor, [x]) => Some(Rational::integer(x.floor())),
        (Function::Ceil, [x]) => x.negated().map(|x| x.floor()).and_then(i64::checked_neg).map(Into::into),
        (Function::Round, [x]) => rounded(*x, Rational::ONE),
        (Function::Round, [x, place]) => rounded(*x, *place),
        (Function::Div, [a, b]) => a.over(*b).map(|q| q.floor().into()),
        (Function::Mod, [a, b]) => remainder(*a, *b),
        (Function::Num, [x]) => Some(x.num().into()),
        (Function::Den, [x]) => Some(x.den().into()),
        (Function::Digit, [x, place]) => digit(*x, *place),
        _ => {
            return Err(Fault::new(
                at,
                what!("this function cannot be used like this", "this function cannot be used like this"),
            ));
        }
    };
    Ok(Value::of(value))
}

fn absolute(x: Rational) -> Option<Rational> {
    if x < Rational::ZERO { x.negated() } else { Some(x) }
}

fn remainder(a: Rational, b: Rational) -> Option<Rational> {
    let quotient = Rational::integer(a.over(b)?.floor());
    a.minus(b.times(quotient)?)
}

/// To the nearest multiple of `place`, halves away from zero.
fn rounded(x: Rational, place: Rational) -> Option<Rational> {
    let half = Rational::new(1, 2)?;
    let size = absolute(x)?.over(place)?.plus(half)?.floor();
    let nearest = Rational::integer(size).times(place)?;
    if x < Rational::ZERO { nearest.negated() } else { Some(nearest) }
}

fn digit(x: Rational, place: Rational) -> Option<Rational> {
    if place <= Rational::ZERO {
        return None;
    }
    let places = absolute(x)?.over(place)?.floor();
    Some(Rational::integer(places.rem_euclid(10)))
}

/// Folds the sizes of whole numbers.
fn common(n: &[Rational], fold: impl Fn(u64, u64) -> Option<i64>) -> Option<Rational> {
    let mut sizes = n.iter().map(|x| x.as_integer().map(i64::unsigned_abs));
    let first = sizes.next()??;
    let folded = sizes.try_fold(first, |sum, size| fold(sum, size?).map(i64::unsigned_abs))?;
    i64::try_from(folded).ok().map(Rational::integer)
}

fn lcm(a: u64, b: u64) -> Option<i64> {
    if a == 0 || b == 0 {
        return Some(0);
    }
    let shared = gcd(a.into(), b.into());
    let product = u128::from(a) / shared * u128::from(b);
    i64::try_from(product).ok()
}

fn range(n: &[Rational], at: usize) -> Result<Value, Fault> {
    let step = n.get(2).copied().unwrap_or(Rational::ONE);
    if step <= Rational::ZERO {
        return Ok(Value::None);
    }
    let (mut next, mut values) = (Some(n[0]), Vec::new());
    while let Some(value) = next.filter(|value| *value <= n[1]) {
        if values.len() == MAX_LIST {
            return Err(Fault::new(
                at,
                what!("this list is too long", "a list has at most {MAX_LIST} members"),
            ));
        }
        values.push(Value::Number(value));
        next = value.plus(step);
    }
    Ok(Value::list(values))
}

fn sorted(list: &[Value], at: usize) -> Result<Value, Fault> {
    let comparable = list.windows(2).all(|pair| pair[0].order(&pair[1]).is_some());
    if !comparable {
        return Err(Fault::new(
            at,
            what!("only numbers, or only texts, can be sorted", "only numbers, or only texts, can be sorted"),
        ));
    }
    // By insertion: a list has at most 64 members.
    let mut values: Vec<Value> = Vec::new();
    for value in list {
        let after = |known: &Value| known.order(value) == Some(Ordering::Greater);
        let place = values.iter().position(after).unwrap_or(values.len());
        values.insert(place, value.clone());
    }
    Ok(Value::list(values))
}

fn unique(list: &[Value]) -> Value {
    let mut values: Vec<Value> = Vec::new();
    for value in list {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    Value::list(values)
}
