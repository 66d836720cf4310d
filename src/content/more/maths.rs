//! Maths as a value: spliced from drawn numbers, taken apart at its equals sign, worth something when its letters
//! are known, and compared by what it means.

use crate::content::answer::{Test, Verdict};
use crate::content::expr::Value;
use crate::notation::{self, DecimalMark, Math, Op, Style};
use crate::num::Rational;
use std::sync::Arc;

/// Maths with values in its holes.
pub fn spliced(math: &Math, values: &[Value]) -> Value {
    if let (Math::Hole(_), [Value::Maths(alone)]) = (math, values) {
        return Value::Maths(alone.clone());
    }
    let fill = |k: usize| values.get(k).map_or(Math::Blank, drawn);
    Value::Maths(Arc::new(math.filled(&fill)))
}

/// A value as maths.
pub fn drawn(value: &Value) -> Math {
    match value {
        Value::Number(n) => Math::number(*n),
        Value::Maths(math) => match &**math {
            Math::Row(_) => Math::Group(Box::new((**math).clone())),
            one => one.clone(),
        },
        Value::Text(text) => match Op::read(text) {
            Some(op) => Math::Op(op),
            None => {
                let mut letters = text.chars();
                match (letters.next(), letters.next()) {
                    (Some(letter), None) => Math::Letter(letter),
                    _ => Math::Words(text.to_string()),
                }
            }
        },
        other => Math::Words(other.to_string()),
    }
}

fn row(math: &Math) -> &[Math] {
    match math {
        Math::Row(row) => row,
        one => std::slice::from_ref(one),
    }
}

fn relation(piece: &Math) -> Option<Op> {
    match piece {
        Math::Op(op @ (Op::Equals | Op::NotEquals | Op::Less | Op::Greater | Op::AtMost | Op::AtLeast)) => {
            Some(*op)
        }
        _ => None,
    }
}

fn of_row(pieces: &[Math]) -> Option<Math> {
    match pieces {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(Math::Row(many.to_vec())),
    }
}

/// The sides of an equation or inequality with one sign, and the sign.
pub fn sides(math: &Math) -> Option<(Math, Op, Math)> {
    let pieces = row(math);
    let mut signs = pieces.iter().enumerate().filter_map(|(k, piece)| Some((k, relation(piece)?)));
    let (k, op) = signs.next()?;
    if signs.next().is_some() {
        return None;
    }
    Some((of_row(&pieces[..k])?, op, of_row(&pieces[k + 1..])?))
}

pub fn side(math: &Math, right: bool) -> Option<Value> {
    let (left, _, other) = sides(math)?;
    Some(Value::Maths(Arc::new(if right { other } else { left })))
}

/// Without brackets.
pub fn is_expanded(math: &Math) -> bool {
    match math {
        Math::Group(_) => false,
        Math::Fraction(num, den) => is_expanded(num) && is_expanded(den),
        Math::Power(base, _) => is_expanded(base),
        Math::Row(row) => row.iter().all(is_expanded),
        _ => true,
    }
}

/// The letters in it, each once, in order.
pub fn letters(math: &Math) -> Vec<char> {
    let mut all = Vec::new();
    collect(math, &mut all);
    all.sort_unstable();
    all.dedup();
    all
}

fn collect(math: &Math, all: &mut Vec<char>) {
    match math {
        Math::Letter(letter) => all.push(*letter),
        Math::Fraction(num, den) => [num, den].into_iter().for_each(|part| collect(part, all)),
        Math::Group(inside) | Math::Root(_, inside) | Math::Fenced(_, inside, _) => collect(inside, all),
        Math::Power(base, exponent) => [base, exponent].into_iter().for_each(|part| collect(part, all)),
        Math::Row(row) => row.iter().for_each(|part| collect(part, all)),
        _ => {}
    }
}

/// A number without letters.
pub fn number(math: &Math) -> Option<Rational> {
    value(math, &[])
}

/// What it comes to when the letters have these values; true or false for an equation.
pub fn value_at(math: &Math, known: &[(char, Rational)]) -> Option<Value> {
    let Some((left, op, right)) = sides(math) else {
        return value(math, known).map(Value::Number);
    };
    let (left, right) = (value(&left, known)?, value(&right, known)?);
    Some(Value::Truth(match op {
        Op::Equals => left == right,
        Op::NotEquals => left != right,
        Op::Less => left < right,
        Op::Greater => left > right,
        Op::AtMost => left <= right,
        _ => left >= right,
    }))
}

/// The value of an expression.
pub fn value(math: &Math, known: &[(char, Rational)]) -> Option<Rational> {
    match math {
        Math::Number(digits) => {
            let written = notation::read(&digits.replace(',', ""), DecimalMark::Point);
            written.ok().map(|written| written.value)
        }
        Math::Letter(letter) => known.iter().find(|(name, _)| name == letter).map(|(_, value)| *value),
        Math::Fraction(num, den) => value(num, known)?.over(value(den, known)?),
        Math::Mixed(whole, num, den) => {
            value(whole, known)?.plus(value(num, known)?.over(value(den, known)?)?)
        }
        Math::Group(inside) => value(inside, known),
        Math::Power(base, exponent) => value(base, known)?.power(value(exponent, known)?.as_integer()?),
        Math::Row(row) => sum(row, known),
        _ => None,
    }
}

/// Terms with signs; factors with ×, ÷ or nothing between them.
fn sum(row: &[Math], known: &[(char, Rational)]) -> Option<Rational> {
    let mut total = Rational::ZERO;
    let (mut term, mut negative, mut over) = (None::<Rational>, false, false);
    for piece in row {
        match piece {
            Math::Op(op @ (Op::Plus | Op::Minus)) => {
                if let Some(term) = term.take() {
                    total = total.plus(if negative { term.negated()? } else { term })?;
                    negative = false;
                }
                negative ^= *op == Op::Minus;
            }
            Math::Op(op @ (Op::Times | Op::Over)) if term.is_some() => over = *op == Op::Over,
            Math::Op(_) => return None,
            factor => {
                let factor = value(factor, known)?;
                term = Some(match term {
                    None => factor,
                    Some(term) if over => term.over(factor)?,
                    Some(term) => term.times(factor)?,
                });
                over = false;
            }
        }
    }
    let term = term?;
    total.plus(if negative { term.negated()? } else { term })
}

/// Equal by what it means: expressions whatever the letters are, equations and inequalities up to moving terms and
/// scaling.
pub fn same(a: &Math, b: &Math) -> bool {
    let read = |math: &Math| notation::parse(&math.to_string(), Style::school(DecimalMark::Point)).ok();
    read(a).zip(read(b)).is_some_and(|(a, b)| Test::value().check(&a, &b) == Verdict::Right)
}
