//! What is typed for an answer that is no plain number, read as a value and written back.

use super::respond::Typed;
use crate::content::answer;
use crate::content::expr::Value;
use crate::content::question::Advice;
use crate::content::text::Text;
use crate::notation::{DecimalMark, Expr, Style, entry, units};
use crate::num::Rational;

fn number(text: &str, mark: DecimalMark) -> Result<Rational, Advice> {
    entry::read(text, mark).map(|written| written.value).map_err(Advice::Unreadable)
}

pub fn read(kind: &Typed, response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    match kind {
        Typed::Number { unit } => amount(response, unit, mark).map(Value::Number),
        Typed::Maths | Typed::Equation => maths(response, mark),
        Typed::Point => point(response, mark),
        Typed::List => list(response, mark),
        Typed::Time => time(response),
        Typed::Shape => shape(response, mark),
    }
}

/// Read as a value of the same type as this one.
pub fn like(like: Option<&Value>, response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    match like {
        Some(Value::Text(_)) => Ok(Value::text(response.trim())),
        Some(Value::Maths(_)) => maths(response, mark),
        Some(Value::Time(_)) => time(response),
        Some(Value::Point(..)) => point(response, mark),
        _ => number(response, mark).map(Value::Number),
    }
}

/// A number of these units: bare, with the unit, or in another unit of the same kind.
fn amount(response: &str, unit: &str, mark: DecimalMark) -> Result<Rational, Advice> {
    let text = response.trim();
    let bare = text.strip_prefix(unit).or_else(|| text.strip_suffix(unit)).unwrap_or(text);
    let plain = number(bare, mark);
    if plain.is_ok() || unit.is_empty() {
        return plain;
    }
    let style = Style::school(mark).with_units();
    let Ok(Expr::Quantity(amounts)) = crate::notation::parse(text, style) else { return plain };
    let other = || Advice::Answer(answer::Advice::UnitOther);
    let wanted = units::find(unit).ok_or_else(other)?;
    let mut sum = Rational::ZERO;
    for (amount, unit) in &amounts {
        let [(name, 1)] = &unit.0[..] else { return Err(other()) };
        let given = units::find(name).filter(|given| given.known.dimension == wanted.known.dimension);
        let here = given.and_then(|given| size(&given)?.over(size(&wanted)?));
        let amount = super::maths::number(&amount.math());
        sum = here.zip(amount).and_then(|(size, amount)| sum.plus(size.times(amount)?)).ok_or_else(other)?;
    }
    Ok(sum)
}

fn size(unit: &units::Scaled) -> Option<Rational> {
    let ten = Rational::integer(10).power(unit.ten.into())?;
    Rational::new(unit.known.size.0, unit.known.size.1)?.times(ten)
}

fn maths(response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    let read = crate::notation::parse(response, Style::school(mark)).map_err(Advice::Unreadable)?;
    Ok(Value::Maths(read.math().into()))
}

/// Members between commas, or between semicolons where the comma is a decimal mark.
fn pieces(inside: &str) -> Vec<&str> {
    let sign = if inside.contains(';') { ';' } else { ',' };
    inside.split(sign).map(str::trim).collect()
}

fn inside(text: &str, open: char, close: char) -> &str {
    text.strip_prefix(open).and_then(|text| text.strip_suffix(close)).unwrap_or(text)
}

fn point(response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    match pieces(inside(response.trim(), '(', ')'))[..] {
        [x, y] => Ok(Value::Point(number(x, mark)?, number(y, mark)?)),
        _ => Err(Advice::Incomplete),
    }
}

fn list(response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    let text = inside(inside(response.trim(), '{', '}'), '[', ']');
    let mut all = Vec::new();
    for piece in pieces(text) {
        all.push(Value::Number(number(piece, mark)?));
    }
    Ok(Value::list(all))
}

/// `7:45`, also `7.45` and `7h45`.
fn time(response: &str) -> Result<Value, Advice> {
    let text = response.trim();
    let (hours, minutes) = text.split_once([':', '.', 'h']).ok_or(Advice::Incomplete)?;
    let read = |part: &str, most: i64| part.trim().parse::<i64>().ok().filter(|n| (0..=most).contains(n));
    match (read(hours, 24), read(minutes, 59)) {
        (Some(hours), Some(minutes)) if minutes_written(text) => {
            Ok(Value::Time((hours * 60 + minutes).rem_euclid(720)))
        }
        _ => Err(Advice::Incomplete),
    }
}

/// Minutes have two digits.
fn minutes_written(text: &str) -> bool {
    text.chars().rev().take_while(char::is_ascii_digit).count() == 2
}

/// Corner points one after the other.
fn shape(response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    let mut corners = Vec::new();
    for piece in response.split(')').map(|piece| piece.trim_start_matches([',', ';', ' ', '('])) {
        if piece.trim().is_empty() {
            continue;
        }
        match pieces(piece)[..] {
            [x, y] => corners.push((number(x, mark)?, number(y, mark)?)),
            _ => return Err(Advice::Incomplete),
        }
    }
    if corners.len() < 3 { Err(Advice::Incomplete) } else { Ok(Value::Shape(corners.into())) }
}

/// `123 R 4`, or `123` when nothing is left.
pub fn quotient(response: &str, mark: DecimalMark) -> Result<Value, Advice> {
    let (quotient, rest) = response.split_once(['R', 'r']).unwrap_or((response, "0"));
    let (quotient, rest) = (number(quotient, mark)?, number(rest, mark)?);
    Ok(Value::list(vec![Value::Number(quotient), Value::Number(rest)]))
}

/// A value as it would be typed.
pub fn write(value: &Value) -> String {
    value.to_string().replace('−', "-").replace('×', "*")
}

pub fn quantity(value: &Value, unit: &str) -> String {
    match (value, unit) {
        (Value::Number(n), "$") if *n < Rational::ZERO => n.to_string(),
        (Value::Number(n), "$") if n.is_integer() => format!("${n}"),
        (Value::Number(n), "$") => format!("${}", entry::decimals(*n, 2)),
        (value, "") => value.to_string(),
        (value, "°" | "%") => format!("{value}{unit}"),
        (value, unit) => format!("{value} {unit}"),
    }
}

/// Typed maths as it is drawn; words when it cannot be read.
pub fn shown(response: &str, mark: DecimalMark) -> Text {
    match crate::notation::parse(response, Style::school(mark)) {
        Ok(read) => Text::maths(read.math()),
        Err(_) => Text::words(response),
    }
}
