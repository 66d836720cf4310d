//! Exact fractions with 64-bit parts. Every operation is total: overflow and division by zero are `None`.

use std::cmp::Ordering;
use std::fmt;

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rational {
    num: i64,
    den: i64,
}

impl Rational {
    pub const ZERO: Self = Self { num: 0, den: 1 };
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num / den` in lowest terms; `None` when `den` is 0 or a part leaves 64 bits.
    pub fn new(num: i64, den: i64) -> Option<Self> {
        Self::from_wide(i128::from(num), i128::from(den))
    }

    pub fn integer(n: i64) -> Self {
        Self { num: n, den: 1 }
    }

    fn from_wide(num: i128, den: i128) -> Option<Self> {
        if den == 0 {
            return None;
        }
        let sign = if den < 0 { -1 } else { 1 };
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs());
        let divisor = i128::try_from(divisor.max(1)).ok()?;
        Some(Self {
            num: i64::try_from(sign * num / divisor).ok()?,
            den: i64::try_from(sign * den / divisor).ok()?,
        })
    }

    pub fn num(self) -> i64 {
        self.num
    }

    /// Always 1 or more.
    pub fn den(self) -> i64 {
        self.den
    }

    pub fn is_integer(self) -> bool {
        self.den == 1
    }

    /// The whole number this is, if it is one.
    pub fn as_integer(self) -> Option<i64> {
        self.is_integer().then_some(self.num)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, c, d) = self.cross(other);
        Self::from_wide(a * d + c * b, b * d)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        let (a, b, c, d) = self.cross(other);
        Self::from_wide(a * d - c * b, b * d)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b, c, d) = self.cross(other);
        Self::from_wide(a * c, b * d)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        let (a, b, c, d) = self.cross(other);
        Self::from_wide(a * d, b * c)
    }

    pub fn negated(self) -> Option<Self> {
        Self::ZERO.minus(self)
    }

    /// Whole powers from -64 to 64.
    pub fn power(self, exponent: i64) -> Option<Self> {
        if exponent.abs() > 64 {
            return None;
        }
        let base = if exponent < 0 { Self::ONE.over(self)? } else { self };
        (0..exponent.abs()).try_fold(Self::ONE, |product, _| product.times(base))
    }

    /// The greatest whole number not above this.
    pub fn floor(self) -> i64 {
        self.num.div_euclid(self.den)
    }

    fn cross(self, other: Self) -> (i128, i128, i128, i128) {
        (i128::from(self.num), i128::from(self.den), i128::from(other.num), i128::from(other.den))
    }
}

/// Greatest common divisor; `gcd(0, n)` is `n`.
pub fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b, c, d) = self.cross(*other);
        (a * d).cmp(&(c * b))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Rational {
    fn from(n: i64) -> Self {
        Self::integer(n)
    }
}

impl fmt::Display for Rational {
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

    fn check(value: Option<Rational>, expected: &str) {
        assert_eq!(value.map_or("none".into(), |v| v.to_string()), expected);
    }

    #[test]
    fn fractions_are_kept_in_lowest_terms_with_the_sign_on_top() {
        check(Rational::new(6, 8), "3/4");
        check(Rational::new(3, -6), "-1/2");
        check(Rational::new(0, -5), "0");
        check(Rational::new(1, 0), "none");
        check(Rational::new(i64::MIN, -1), "none");
        check(Rational::new(i64::MIN, i64::MIN), "1");
    }

    #[test]
    fn arithmetic_is_exact_and_overflow_is_none() {
        let half = Rational::new(1, 2).expect("1/2");
        let third = Rational::new(1, 3).expect("1/3");
        check(half.plus(third), "5/6");
        check(half.minus(third), "1/6");
        check(half.times(third), "1/6");
        check(half.over(third), "3/2");
        check(half.over(Rational::ZERO), "none");
        check(half.power(-3), "8");
        check(Rational::integer(i64::MAX).plus(Rational::ONE), "none");
        assert!(third < half);
        assert_eq!(Rational::new(-7, 2).expect("-7/2").floor(), -4);
    }
}
