//! Exact fractions with 128-bit parts, for algebra. Every operation is total: what does not fit is `None`, never a
//! rounded value.

use super::Rational;
use super::rational::gcd;
use std::cmp::Ordering;
use std::fmt;

/// A fraction in lowest terms with a positive denominator; both parts stay below 2^126.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact {
    num: i128,
    den: i128,
}

/// Parts of this size or more do not fit.
const LIMIT: i128 = 1 << 126;

impl Exact {
    pub const ZERO: Self = Self { num: 0, den: 1 };
    pub const ONE: Self = Self { num: 1, den: 1 };

    pub fn new(num: i128, den: i128) -> Option<Self> {
        if den == 0 || !fits(num) || !fits(den) {
            return None;
        }
        let divisor = i128::try_from(gcd(num.unsigned_abs(), den.unsigned_abs())).ok()?.max(1);
        let sign = den.signum();
        Some(Self { num: sign * (num / divisor), den: sign * (den / divisor) })
    }

    pub const fn whole(n: i64) -> Self {
        Self { num: n as i128, den: 1 }
    }

    pub fn num(self) -> i128 {
        self.num
    }

    /// Always 1 or more.
    pub fn den(self) -> i128 {
        self.den
    }

    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    pub fn is_negative(self) -> bool {
        self.num < 0
    }

    pub fn as_whole(self) -> Option<i128> {
        (self.den == 1).then_some(self.num)
    }

    pub fn negated(self) -> Self {
        Self { num: -self.num, den: self.den }
    }

    pub fn size(self) -> Self {
        Self { num: self.num.abs(), den: self.den }
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        if self.den == 1 && other.den == 1 {
            return Self::new(self.num.checked_add(other.num)?, 1);
        }
        let left = self.num.checked_mul(other.den)?;
        let right = other.num.checked_mul(self.den)?;
        Self::new(left.checked_add(right)?, self.den.checked_mul(other.den)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    pub fn times(self, other: Self) -> Option<Self> {
        // Crosswise first: parts that would overflow often cancel.
        let left = Self::new(self.num, other.den)?;
        let right = Self::new(other.num, self.den)?;
        Self::new(left.num.checked_mul(right.num)?, left.den.checked_mul(right.den)?)
    }

    pub fn inverse(self) -> Option<Self> {
        Self::new(self.den, self.num)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        self.times(other.inverse()?)
    }

    pub fn power(self, exponent: i64) -> Option<Self> {
        let base = if exponent < 0 { self.inverse()? } else { self };
        let (mut left, mut square, mut product) = (exponent.unsigned_abs(), base, Self::ONE);
        while left > 0 {
            if left & 1 == 1 {
                product = product.times(square)?;
            }
            left >>= 1;
            if left > 0 {
                square = square.times(square)?;
            }
        }
        Some(product)
    }

    /// The greatest whole number not above this.
    pub fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
    }

    /// By value; `None` when the cross products do not fit.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        Some(self.minus(other)?.num.cmp(&0))
    }

    pub fn to_f64(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// Digits with an optional decimal point and an optional exponent: `0.75`, `1.41e-2`.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let mut all: i128 = 0;
        for c in whole.chars().chain(decimals.chars()) {
            all = all.checked_mul(10)?.checked_add(i128::from(c.to_digit(10)?))?;
        }
        let shift = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(decimals.len()).ok()?)?;
        let all = Self::new(all, 1)?;
        if all.is_zero() { Some(all) } else { all.times(Self::whole(10).power(shift)?) }
    }

    pub fn to_rational(self) -> Option<Rational> {
        Rational::new(i64::try_from(self.num).ok()?, i64::try_from(self.den).ok()?)
    }
}

fn fits(n: i128) -> bool {
    -LIMIT < n && n < LIMIT
}

impl From<Rational> for Exact {
    fn from(n: Rational) -> Self {
        Self { num: n.num().into(), den: n.den().into() }
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: Option<Exact>, expected: &str) {
        assert_eq!(value.map_or("none".into(), |v| v.to_string()), expected);
    }

    #[test]
    fn large_numbers_are_exact_until_they_do_not_fit() {
        check(Exact::parse("0.75"), "3/4");
        check(Exact::parse("1.41e-2"), "141/10000");
        check(Exact::parse("6.02e23"), "602000000000000000000000");
        check(Exact::parse("0e999999999"), "0");
        check(Exact::parse("1e99"), "none");
        check(Exact::parse("x"), "none");
        let third = Exact::new(-1, 3);
        check(third.and_then(|n| n.power(3)), "-1/27");
        check(third.and_then(|n| n.power(-3)), "-27");
        check(third.and_then(|n| n.power(200)), "none");
        check(Exact::new(1, 0), "none");
        check(Exact::ZERO.inverse(), "none");
        check(Exact::new(i128::MIN, 1), "none");
        assert_eq!(third.map(Exact::floor), Some(-1));
    }
}
