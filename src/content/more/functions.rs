//! Functions on lists of data, maths, points, times and shapes. Their names are words only before a bracket, so a
//! parameter may be called `x` or `area`.

use super::{maths, procedures, shapes};
use crate::content::expr::{Fault, MAX_LIST, Value};
use crate::num::Rational;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    Root,
    Factors,
    Mean,
    Median,
    Quartile,
    Value,
    Expanded,
    Left,
    Right,
    X,
    Y,
    Sides,
    EqualSides,
    RightAngles,
    ParallelPairs,
    Area,
    Spread,
    Time,
    Minutes,
    Bug,
}

/// Name, function, fewest and most arguments.
pub const MORE: [(&str, More, usize, usize); 20] = [
    ("root", More::Root, 1, 2),
    ("factors", More::Factors, 1, 1),
    ("mean", More::Mean, 1, 1),
    ("median", More::Median, 1, 1),
    ("quartile", More::Quartile, 2, 2),
    ("value", More::Value, 3, 3),
    ("expanded", More::Expanded, 1, 1),
    ("left", More::Left, 1, 1),
    ("right", More::Right, 1, 1),
    ("x", More::X, 1, 1),
    ("y", More::Y, 1, 1),
    ("sides", More::Sides, 1, 1),
    ("equal_sides", More::EqualSides, 1, 1),
    ("right_angles", More::RightAngles, 1, 1),
    ("parallel_pairs", More::ParallelPairs, 1, 1),
    ("area", More::Area, 1, 1),
    ("spread", More::Spread, 1, 1),
    ("time", More::Time, 2, 2),
    ("minutes", More::Minutes, 1, 1),
    ("bug", More::Bug, 2, 9),
];

impl More {
    pub fn named(name: &str) -> Option<(Self, usize, usize)> {
        let found = MORE.iter().find(|(known, ..)| *known == name);
        found.map(|(_, function, fewest, most)| (*function, *fewest, *most))
    }

    /// Whether only whole numbers, or no numbers, come out.
    pub fn gives_whole(self) -> bool {
        use More::{Area, Bug, Mean, Median, Quartile, Root, Value, X, Y};
        !matches!(self, Area | Bug | Mean | Median | Quartile | Root | Value | X | Y)
    }
}

/// Calls a function on values, none of which is `none`.
pub fn call(function: More, at: usize, values: &[Value]) -> Result<Value, Fault> {
    let value = match (function, values) {
        (More::Root, [x]) => x.number().and_then(|x| root(x, 2)).map(Value::Number),
        (More::Root, [x, k]) => both(x, k).and_then(|(x, k)| root(x, k.as_integer()?)).map(Value::Number),
        (More::Factors, [n]) => n.number().and_then(Rational::as_integer).and_then(factors),
        (More::Mean, [list]) => numbers(list).and_then(|n| mean(&n)).map(Value::Number),
        (More::Median, [list]) => numbers(list).and_then(|n| middle(&ordered(n))).map(Value::Number),
        (More::Quartile, [list, k]) => {
            numbers(list).zip(k.number()).and_then(|(n, k)| quartile(n, k)).map(Value::Number)
        }
        (More::Value, [math, letters, values]) => value_at(math, letters, values),
        (More::Expanded, [Value::Maths(math)]) => Some(Value::Truth(maths::is_expanded(math))),
        (More::Left, [Value::Maths(math)]) => maths::side(math, false),
        (More::Right, [Value::Maths(math)]) => maths::side(math, true),
        (More::X, [Value::Point(x, _)]) => Some(Value::Number(*x)),
        (More::Y, [Value::Point(_, y)]) => Some(Value::Number(*y)),
        (More::Sides, [Value::Shape(corners)]) => Some(Value::whole(corners.len() as i64)),
        (More::EqualSides, [Value::Shape(corners)]) => shapes::equal_sides(corners).map(Value::Truth),
        (More::RightAngles, [Value::Shape(corners)]) => shapes::right_angles(corners).map(Value::Truth),
        (More::ParallelPairs, [Value::Shape(corners)]) => shapes::parallel_pairs(corners).map(Value::whole),
        (More::Area, [Value::Shape(corners)]) => shapes::area(corners).map(Value::Number),
        (More::Spread, [Value::List(all)]) => shapes::spread(all),
        (More::Time, [h, m]) => both(h, m).and_then(|(h, m)| time(h, m)),
        (More::Minutes, [Value::Time(minutes)]) => Some(Value::whole(*minutes)),
        (More::Bug, [Value::Text(name), rest @ ..]) => return procedures::call(name, at, rest),
        _ => return Err(Fault::new(at, "this function cannot be used like this")),
    };
    Ok(value.unwrap_or(Value::None))
}

fn both(a: &Value, b: &Value) -> Option<(Rational, Rational)> {
    a.number().zip(b.number())
}

pub(super) fn numbers(list: &Value) -> Option<Vec<Rational>> {
    list.members()?.iter().map(Value::number).collect()
}

/// The exact root of a number that is not negative, or nothing.
fn root(x: Rational, k: i64) -> Option<Rational> {
    if x < Rational::ZERO || !(2..=6).contains(&k) {
        return None;
    }
    Rational::new(whole_root(x.num(), k)?, whole_root(x.den(), k)?)
}

fn whole_root(n: i64, k: i64) -> Option<i64> {
    let power = |base: i64| (0..k).try_fold(1i64, |product, _| product.checked_mul(base));
    let (mut low, mut high) = (0, n.min(3_100_000_000));
    while low < high {
        let middle = low + (high - low + 1) / 2;
        if power(middle).is_some_and(|power| power <= n) { low = middle } else { high = middle - 1 }
    }
    (power(low) == Some(n)).then_some(low)
}

/// All factors in order, of a number up to a million that has at most 64.
fn factors(n: i64) -> Option<Value> {
    if !(1..=1_000_000).contains(&n) {
        return None;
    }
    let small: Vec<i64> = (1..=1_000).take_while(|k| k * k <= n).filter(|k| n % k == 0).collect();
    let large = small.iter().rev().map(|k| n / k).filter(|k| !small.contains(k));
    let all: Vec<Value> = small.iter().copied().chain(large).map(Value::whole).collect();
    (all.len() <= MAX_LIST).then(|| Value::list(all))
}

fn mean(n: &[Rational]) -> Option<Rational> {
    let sum = n.iter().try_fold(Rational::ZERO, |sum, n| sum.plus(*n))?;
    sum.over(Rational::integer(n.len() as i64))
}

pub(super) fn ordered(mut n: Vec<Rational>) -> Vec<Rational> {
    n.sort();
    n
}

fn middle(n: &[Rational]) -> Option<Rational> {
    let (a, b) = (n.get(n.len().checked_sub(1)? / 2)?, n.get(n.len() / 2)?);
    a.plus(*b)?.over(Rational::integer(2))
}

/// The middle of the lower or the upper half; the median itself belongs to neither (Moore and McCabe).
fn quartile(n: Vec<Rational>, k: Rational) -> Option<Rational> {
    let n = ordered(n);
    match k.as_integer()? {
        1 => middle(&n[..n.len() / 2]),
        2 => middle(&n),
        3 => middle(&n[n.len().div_ceil(2)..]),
        _ => None,
    }
}

fn time(hours: Rational, minutes: Rational) -> Option<Value> {
    let (h, m) = (hours.as_integer()?, minutes.as_integer()?);
    let all = h.checked_mul(60)?.checked_add(m)?;
    Some(Value::Time(all.rem_euclid(720)))
}

/// What maths comes to when its letters have these values; true or false for an equation.
fn value_at(math: &Value, letters: &Value, values: &Value) -> Option<Value> {
    let letters = match letters {
        Value::Text(letters) => letters.chars().collect::<Vec<char>>(),
        _ => return None,
    };
    let values = match values {
        Value::Number(n) => vec![*n],
        list => numbers(list)?,
    };
    if letters.len() != values.len() {
        return None;
    }
    let known: Vec<(char, Rational)> = letters.into_iter().zip(values).collect();
    match math {
        Value::Number(n) => Some(Value::Number(*n)),
        Value::Maths(math) => maths::value_at(math, &known),
        _ => None,
    }
}
