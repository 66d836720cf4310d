//! Decimal digits as written: how many are significant, and what they round to.

use crate::notation::Expr;
use crate::notation::algebra::{Scope, probe};
use crate::num::Exact;

/// A number as sign, digits and place: `0.0123` is the digits 1 2 3 at place -2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub negative: bool,
    /// Without leading zeros; empty for 0.
    pub digits: Vec<u8>,
    /// The power of ten of the first digit.
    pub place: i64,
}

/// A literal: digits with a point and perhaps a power of ten.
pub(super) struct Literal {
    text: String,
    negative: bool,
    exponent: i64,
    /// A power of ten was written, so that every digit before it counts.
    powered: bool,
}

impl Literal {
    /// Reads `-1.50`, `138*10^-3`, `1.5/10^3`; nothing else is a decimal number.
    pub fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Negative(inside) => {
                let inside = Self::of(inside)?;
                Some(Self { negative: !inside.negative, ..inside })
            }
            Expr::Number(text) => {
                let (digits, exponent) =
                    text.split_once('e').map_or((&text[..], None), |(d, e)| (d, Some(e)));
                let powered = exponent.is_some();
                let exponent = exponent.map_or(Some(0), |e| e.parse().ok())?;
                Some(Self { text: digits.into(), negative: false, exponent, powered })
            }
            Expr::Product(factors) => {
                let mut literal = Self::of(factors.first()?)?;
                for factor in &factors[1..] {
                    literal.exponent = literal.exponent.checked_add(ten(factor)?)?;
                    literal.powered = true;
                }
                Some(literal)
            }
            Expr::Quotient(num, den) => {
                let literal = Self::of(num)?;
                let exponent = literal.exponent.checked_sub(ten(den)?)?;
                Some(Self { exponent, powered: true, ..literal })
            }
            _ => None,
        }
    }

    /// The fewest and the most digits that may be significant.
    pub fn significant(&self) -> (usize, usize) {
        let digits: Vec<u8> = self.text.bytes().filter(u8::is_ascii_digit).collect();
        let leading = digits.iter().take_while(|d| **d == b'0').count();
        let decimals = self.places();
        if leading == digits.len() {
            let count = decimals.max(1);
            return (count, count);
        }
        let most = digits.len() - leading;
        if self.text.contains('.') || self.powered {
            return (most, most);
        }
        let trailing = digits.iter().rev().take_while(|d| **d == b'0').count();
        (most - trailing, most)
    }

    /// Digits after the point.
    pub fn places(&self) -> usize {
        self.text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
    }

    fn digits(&self) -> Digits {
        let whole = self.text.split('.').next().map_or(0, str::len);
        let all: Vec<u8> = self.text.bytes().filter(u8::is_ascii_digit).map(|d| d - b'0').collect();
        let leading = all.iter().take_while(|d| **d == 0).count();
        let place = whole as i64 - 1 - leading as i64 + self.exponent;
        let digits = all[leading..].to_vec();
        Digits { negative: self.negative && !digits.is_empty(), digits, place }
    }
}

/// The power of ten this is.
fn ten(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Number(text) if text.starts_with('1') && text[1..].bytes().all(|d| d == b'0') => {
            i64::try_from(text.len() - 1).ok()
        }
        Expr::Number(text) => {
            let (digits, exponent) = text.split_once('e')?;
            (digits == "1").then(|| exponent.parse().ok())?
        }
        Expr::Power(base, power) if **base == Expr::Number("10".into()) => match &**power {
            Expr::Number(text) => text.parse().ok(),
            Expr::Negative(inside) => match &**inside {
                Expr::Number(text) => text.parse::<i64>().ok()?.checked_neg(),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// More digits than anyone asks for.
const MANY: usize = 40;

impl Digits {
    /// The digits of a value without unknowns: exactly as written or as a fraction, else to 16 digits.
    pub fn of(expr: &Expr, dialect: Scope) -> Option<Self> {
        if let Some(literal) = Literal::of(expr) {
            return Some(literal.digits());
        }
        if let Some(exact) = super::exact(expr, dialect) {
            return Some(Self::of_exact(exact));
        }
        let value = probe::real(expr, dialect)?;
        if !value.is_finite() {
            return None;
        }
        Literal::of(&Expr::Number(format!("{:.15e}", value.abs())))
            .map(|literal| Self { negative: value < 0.0, ..literal.digits() })
    }

    /// By long division; a last 1 stands for whatever is left.
    fn of_exact(value: Exact) -> Self {
        let (num, den) = (value.num().unsigned_abs(), value.den().unsigned_abs());
        let mut digits: Vec<u8> = (num / den).to_string().bytes().map(|d| d - b'0').collect();
        let mut place = digits.len() as i64 - 1;
        let mut rest = num % den;
        for _ in 0..MANY + 40 {
            if rest == 0 || rest > u128::MAX / 10 {
                break;
            }
            rest *= 10;
            digits.push((rest / den) as u8);
            rest %= den;
        }
        if rest != 0 {
            digits.push(1);
        }
        let leading = digits.iter().take_while(|d| **d == 0).count();
        place -= leading as i64;
        digits.drain(..leading);
        Self { negative: value.is_negative() && !digits.is_empty(), digits, place }
    }

    /// Rounded to this many significant digits, halves away from zero.
    pub fn rounded(&self, count: usize) -> Self {
        if self.digits.is_empty() {
            return Self { place: 0, ..self.clone() };
        }
        let mut digits = self.digits.clone();
        digits.resize(digits.len().max(count + 1), 0);
        let up = digits[count] >= 5;
        digits.truncate(count);
        let mut place = self.place;
        if up {
            let mut k = count;
            loop {
                if k == 0 {
                    digits.insert(0, 1);
                    digits.pop();
                    place += 1;
                    break;
                }
                k -= 1;
                if digits[k] < 9 {
                    digits[k] += 1;
                    break;
                }
                digits[k] = 0;
            }
        }
        if digits.is_empty() && up {
            digits.push(1);
        }
        Self { negative: self.negative, digits, place }
    }

    /// Rounded to this many decimal places.
    pub fn to_places(&self, places: usize) -> Self {
        let kept = self.place + 1 + places as i64;
        match usize::try_from(kept) {
            Ok(count) => self.rounded(count.min(MANY + 80)).trimmed(),
            Err(_) => Self { negative: false, digits: Vec::new(), place: 0 },
        }
    }

    /// Without zeros at the end.
    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.negative = false;
            self.place = 0;
        }
        self
    }

    /// The first digits, cut off, with zeros where there are none.
    pub fn first(&self, count: usize) -> Vec<u8> {
        let mut digits = self.digits.clone();
        digits.resize(count, 0);
        digits
    }
}
