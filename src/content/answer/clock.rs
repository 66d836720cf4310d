//! Times of day as people write them.

use crate::notation::Expr;

/// Minutes since midnight of `7:45`, `19:45`, `7:45 pm`, `12:05 a m`; the hour alone counts with am or pm.
pub(super) fn minutes(expr: &Expr) -> Option<(u32, Option<bool>)> {
    let (time, half) = match expr {
        Expr::Product(factors) => match &factors[..] {
            [time, Expr::Name(word)] => (time, Some(half(word)?)),
            _ => return None,
        },
        time => (time, None),
    };
    let number = |expr: &Expr| match expr {
        Expr::Number(text) if text.len() <= 2 => text.parse::<u32>().ok(),
        _ => None,
    };
    let (hour, minute) = match time {
        Expr::Ratio(parts) => match &parts[..] {
            [hour, Expr::Product(rest)] => match (&rest[..], half_of(rest)) {
                ([minute, _], Some(late)) => return told(number(hour)?, two_digits(minute)?, Some(late)),
                _ => return None,
            },
            [hour, minute] => (number(hour)?, two_digits(minute)?),
            _ => return None,
        },
        hour if half.is_some() => (number(hour)?, 0),
        _ => return None,
    };
    told(hour, minute, half)
}

/// Minutes since midnight or noon; since midnight when nothing says which half of the day it is.
fn told(hour: u32, minute: u32, half: Option<bool>) -> Option<(u32, Option<bool>)> {
    let hours = if half.is_some() { 1..=12 } else { 0..=24 };
    if minute > 59 || !hours.contains(&hour) {
        return None;
    }
    let hour = if half.is_some() { hour % 12 } else { hour % 24 };
    Some((hour * 60 + minute, half))
}

fn two_digits(expr: &Expr) -> Option<u32> {
    match expr {
        Expr::Number(text) if text.len() == 2 => text.parse().ok(),
        _ => None,
    }
}

fn half_of(parts: &[Expr]) -> Option<bool> {
    match parts.last()? {
        Expr::Name(word) => half(word),
        _ => None,
    }
}

fn half(word: &str) -> Option<bool> {
    match word {
        "pm" | "PM" => Some(true),
        "am" | "AM" => Some(false),
        _ => None,
    }
}
