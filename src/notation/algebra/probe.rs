//! Equality by trying values: exactly in a large prime field where only `+ - * /` and whole powers occur, otherwise
//! with complex floating-point numbers and a running bound of their error.
//!
//! In the field of 2^61 - 1 elements a nonzero rational expression of degree d vanishes at a random point with a chance
//! of at most d / 2^61 (Schwartz 1980, Zippel 1979); three points make that below 10^-36 for degree 10^6. The points
//! come from a fixed seed, so the answer is always the same.

use super::Scope;
use crate::notation::expr::{Constant, Dialect, Expr, Function};
use crate::num::math;

/// What trying values says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probed {
    Same,
    Different,
    /// No point gave a value on both sides.
    Unknown,
}

const P: u128 = (1 << 61) - 1;

/// The same value at this point for this name, whatever else occurs.
fn hash(name: &str, round: u64) -> u64 {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(round + 1);
    for byte in name.bytes() {
        state = mixed(state ^ u64::from(byte));
    }
    mixed(state)
}

/// One step of SplitMix64 (Steele, Lea, Flood 2014).
fn mixed(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The value in the prime field; `None` where it has none or something else than arithmetic occurs.
pub fn residue(expr: &Expr, round: u64, scope: Scope) -> Option<u64> {
    scope.spend(4)?;
    Some(match expr {
        Expr::Number(digits) => number_residue(digits)?,
        Expr::Mixed(whole, num, den) => {
            let part = times(number_residue(num)?, inverse(number_residue(den)?)?);
            plus(number_residue(whole)?, part)
        }
        // Transcendental numbers, as far as polynomials can tell, are unknowns.
        Expr::Constant(constant @ (Constant::Pi | Constant::E)) => residue_of_name(constant.sign(), round),
        Expr::Name(name) => residue_of_name(name, round),
        Expr::Negative(inside) => negative(residue(inside, round, scope)?),
        Expr::Percent(inside) => times(residue(inside, round, scope)?, inverse(100)?),
        Expr::Sum(terms) => {
            terms.iter().try_fold(0, |sum, term| Some(plus(sum, residue(term, round, scope)?)))?
        }
        Expr::Product(factors) => factors
            .iter()
            .try_fold(1, |product, factor| Some(times(product, residue(factor, round, scope)?)))?,
        Expr::Quotient(num, den) => times(residue(num, round, scope)?, inverse(residue(den, round, scope)?)?),
        Expr::Factorial(inside) => match &**inside {
            Expr::Number(digits) => {
                let n = digits.parse::<u64>().ok().filter(|n| *n <= 1_000)?;
                scope.spend(200)?;
                (2..=n).fold(1, times)
            }
            _ => return None,
        },
        Expr::Power(base, exponent) => {
            scope.spend(30)?;
            let base = residue(base, round, scope)?;
            match &**exponent {
                Expr::Number(digits) => power(base, digits.parse().ok()?),
                Expr::Negative(inside) => match &**inside {
                    Expr::Number(digits) => inverse(power(base, digits.parse().ok()?))?,
                    _ => return None,
                },
                _ => return None,
            }
        }
        _ => return None,
    })
}

fn residue_of_name(name: &str, round: u64) -> u64 {
    (u128::from(hash(name, round)) % P) as u64
}

fn number_residue(text: &str) -> Option<u64> {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (mut value, mut places, mut decimals) = (0, 0i64, false);
    for c in digits.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                value = plus(times(value, 10), digit.into());
                places += i64::from(decimals);
            }
            None => decimals = true,
        }
    }
    let shift = exponent.parse::<i64>().ok()? - places;
    let ten = power(10, shift.unsigned_abs());
    Some(times(value, if shift < 0 { inverse(ten)? } else { ten }))
}

fn plus(a: u64, b: u64) -> u64 {
    ((u128::from(a) + u128::from(b)) % P) as u64
}

fn negative(a: u64) -> u64 {
    ((P - u128::from(a)) % P) as u64
}

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % P) as u64
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut product = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            product = times(product, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    product
}

/// By Fermat's little theorem.
fn inverse(a: u64) -> Option<u64> {
    (a != 0).then(|| power(a, (P - 2) as u64))
}

/// Whether two expressions of arithmetic alone are equal, at three points.
pub fn same_residues(a: &Expr, b: &Expr, scope: Scope) -> Probed {
    let mut points = 0;
    for round in 0..6 {
        match (residue(a, round, scope), residue(b, round, scope)) {
            (Some(a), Some(b)) if a != b => return Probed::Different,
            (Some(_), Some(_)) => points += 1,
            _ => {}
        }
        if points == 3 {
            return Probed::Same;
        }
    }
    Probed::Unknown
}

/// Whether two differences `l - r` are the same but for a constant factor, at three points.
pub fn proportional_residues(a: (&Expr, &Expr), b: (&Expr, &Expr), scope: Scope) -> Probed {
    let mut ratio = None;
    let mut points = 0;
    for round in 0..8 {
        let difference = |(l, r): (&Expr, &Expr)| {
            Some(plus(residue(l, round, scope)?, negative(residue(r, round, scope)?)))
        };
        let (Some(a), Some(b)) = (difference(a), difference(b)) else { continue };
        match (a, b) {
            (0, 0) => continue,
            (0, _) | (_, 0) => return Probed::Different,
            _ => {}
        }
        let Some(inverse) = inverse(b) else { continue };
        let this = times(a, inverse);
        if *ratio.get_or_insert(this) != this {
            return Probed::Different;
        }
        points += 1;
        if points == 4 {
            return Probed::Same;
        }
    }
    Probed::Unknown
}

/// A complex number, how far off it may be, and whether the way to it left the real numbers.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    pub re: f64,
    pub im: f64,
    err: f64,
    left: bool,
}

const EPS: f64 = 4.0e-16;

impl Value {
    fn real(re: f64) -> Self {
        Self { re, im: 0.0, err: re.abs() * EPS, left: false }
    }

    fn size(self) -> f64 {
        // Without overflow for large real numbers, which is what large numbers are.
        if self.im == 0.0 { self.re.abs() } else { math::sqrt(self.re * self.re + self.im * self.im) }
    }

    fn finite(self) -> Option<Self> {
        (self.re.is_finite() && self.im.is_finite() && self.err.is_finite()).then_some(self)
    }

    fn plus(self, other: Self) -> Self {
        let (re, im) = (self.re + other.re, self.im + other.im);
        let err = self.err + other.err + (re.abs() + im.abs()) * EPS;
        Self { re, im, err, left: self.left || other.left }
    }

    fn negated(self) -> Self {
        Self { re: -self.re, im: -self.im, ..self }
    }

    fn times(self, other: Self) -> Self {
        let re = self.re * other.re - self.im * other.im;
        let im = self.re * other.im + self.im * other.re;
        let err = self.size() * other.err + other.size() * self.err + self.size() * other.size() * EPS;
        Self { re, im, err, left: self.left || other.left }
    }

    fn inverse(self) -> Option<Self> {
        if self.im == 0.0 {
            if self.is_nothing() {
                return None;
            }
            let re = 1.0 / self.re;
            let err = (self.err / self.re / self.re).abs() + re.abs() * EPS;
            return Self { re, err, ..self }.finite();
        }
        let size = self.re * self.re + self.im * self.im;
        if size == 0.0 || size < self.err * self.err {
            return None;
        }
        let err = self.err / size + EPS / math::sqrt(size);
        Self { re: self.re / size, im: -self.im / size, err, left: self.left }.finite()
    }

    fn is_nothing(self) -> bool {
        self.re == 0.0 || self.re.abs() < self.err
    }

    /// Zero as far as can be told.
    fn is_zero(self) -> bool {
        self.size() <= self.err * 64.0
    }

    /// After a function with this value and this slope.
    fn through(self, re: f64, im: f64, slope: f64) -> Option<Self> {
        let err = self.err * slope.abs() + (re.abs() + im.abs()) * EPS;
        Self { re, im, err, left: self.left }.finite()
    }

    fn exponential(self) -> Option<Self> {
        let size = math::exp(self.re);
        self.through(size * math::cos(self.im), size * math::sin(self.im), size)
    }

    /// The principal logarithm.
    fn logarithm(self) -> Option<Self> {
        if self.is_zero() {
            return None;
        }
        let size = self.size();
        // A negative real number has the angle pi, whatever the sign of its imaginary zero.
        let im = if self.im == 0.0 { 0.0 } else { self.im };
        let mut ln = self.through(math::ln(size), math::atan2(im, self.re), 1.0 / size)?;
        ln.left = self.left || self.im != 0.0 || self.re < 0.0;
        Some(ln)
    }

    fn sine(self) -> Option<Self> {
        let (re, im) = (math::sin(self.re) * math::cosh(self.im), math::cos(self.re) * math::sinh(self.im));
        self.through(re, im, math::cosh(self.im))
    }

    fn cosine(self) -> Option<Self> {
        let (re, im) = (math::cos(self.re) * math::cosh(self.im), -math::sin(self.re) * math::sinh(self.im));
        self.through(re, im, math::cosh(self.im))
    }

    /// -1, 0 or 1; `None` when the difference is not real.
    pub fn sign_of_difference(self, other: Self) -> Option<i8> {
        let difference = self.plus(other.negated());
        // Errors are measured in units in the last place of what was added up; a root that was found by halving is
        // off by more than that.
        if difference.size() <= difference.err * 2.5e6 {
            return Some(0);
        }
        Some(if difference.as_real()? < 0.0 { -1 } else { 1 })
    }

    fn as_real(self) -> Option<f64> {
        (self.im.abs() <= self.err * 64.0 + self.re.abs() * 1e-12).then_some(self.re)
    }
}

/// Where names stand for numbers.
pub struct Point<'a> {
    pub dialect: Scope<'a>,
    pub round: u64,
    /// A value for one name; the others follow from the round.
    pub fixed: Option<(&'a str, f64)>,
}

impl Point<'_> {
    fn of(&self, name: &str) -> f64 {
        if let Some((known, value)) = self.fixed
            && known == name
        {
            return value;
        }
        let unit = (hash(name, self.round) >> 11) as f64 / (1u64 << 53) as f64;
        match self.round % 4 {
            0 => 0.3 + 2.5 * unit,
            1 => 3.0 + 4.0 * unit,
            2 => 0.9 + 0.2 * unit,
            _ => -0.3 - 2.7 * unit,
        }
    }

    pub fn value(&self, expr: &Expr) -> Option<Value> {
        self.dialect.spend(4)?;
        match expr {
            Expr::Number(digits) => Value::real(decimal(digits)?).finite(),
            Expr::Mixed(whole, num, den) => {
                let den = decimal(den)?;
                (den != 0.0).then(|| Some(Value::real(decimal(whole)? + decimal(num)? / den)))?
            }
            Expr::Constant(Constant::Pi) => Some(Value::real(std::f64::consts::PI)),
            Expr::Constant(Constant::E) => Some(Value::real(std::f64::consts::E)),
            Expr::Constant(Constant::I) => Some(Value { re: 0.0, im: 1.0, err: 0.0, left: false }),
            Expr::Constant(_) => None,
            Expr::Name(name) => Some(Value::real(self.of(name))),
            Expr::Negative(inside) => Some(self.value(inside)?.negated()),
            Expr::Percent(inside) => Some(self.value(inside)?.times(Value::real(0.01))),
            Expr::Sum(terms) => terms
                .iter()
                .try_fold(Value::real(0.0), |sum, term| Some(sum.plus(self.value(term)?)))?
                .finite(),
            Expr::Product(factors) => factors
                .iter()
                .try_fold(Value::real(1.0), |product, factor| Some(product.times(self.value(factor)?)))?
                .finite(),
            Expr::Quotient(num, den) => self.value(num)?.times(self.value(den)?.inverse()?).finite(),
            Expr::Ratio(parts) if parts.len() == 2 => {
                self.value(&parts[0])?.times(self.value(&parts[1])?.inverse()?).finite()
            }
            Expr::Power(base, exponent) => self.power(self.value(base)?, exponent),
            Expr::Factorial(inside) => {
                let inside = self.value(inside)?;
                let x = inside.as_real().filter(|x| *x > -1.0 && *x < 170.0)?;
                inside.through(math::gamma(x + 1.0), 0.0, math::gamma(x + 1.0) * 6.0)
            }
            Expr::Call(function, arguments) => self.call(*function, arguments),
            Expr::Apply(name, arguments) => {
                // A smooth function that only depends on its name.
                let mut sum = Value::real(0.0);
                for (k, argument) in arguments.iter().enumerate() {
                    let weight = (hash(name, 100 + k as u64) >> 11) as f64 / (1u64 << 53) as f64;
                    let shift = (hash(name, 200 + k as u64) >> 11) as f64 / (1u64 << 53) as f64;
                    let inside =
                        self.value(argument)?.times(Value::real(0.5 + weight)).plus(Value::real(shift));
                    sum = sum.plus(inside.sine()?.plus(Value::real(1.5)));
                }
                sum.finite()
            }
            _ => None,
        }
    }

    fn power(&self, base: Value, exponent: &Expr) -> Option<Value> {
        if let Some(n) = whole(exponent) {
            return whole_power(base, n);
        }
        let power = self.value(exponent)?;
        // Children's roots of negative numbers are real where there are real ones.
        if self.dialect != Dialect::Stack
            && base.im == 0.0
            && base.re < 0.0
            && let Some(num) = odd_root(power)
        {
            let size = Value { re: -base.re, ..base };
            let root = size.logarithm()?.times(power).exponential()?;
            return Some(if num % 2 == 0 { root } else { root.negated() });
        }
        if base.is_zero() {
            return (power.re > 0.0 && power.im == 0.0).then_some(Value { err: 1e-300, ..Value::real(0.0) });
        }
        base.logarithm()?.times(power).exponential()
    }

    fn call(&self, function: Function, arguments: &[Expr]) -> Option<Value> {
        let one = Value::real(1.0);
        let inside = self.value(arguments.last()?)?;
        let half = |value: Value| value.times(Value::real(0.5));
        match function {
            Function::Sqrt => root(inside),
            Function::Cbrt => {
                let third =
                    Expr::Quotient(Box::new(Expr::Number("1".into())), Box::new(Expr::Number("3".into())));
                self.power(inside, &third)
            }
            Function::Root => {
                let degree = arguments.first()?.clone();
                let exponent = Expr::Quotient(Box::new(Expr::Number("1".into())), Box::new(degree));
                self.power(inside, &exponent)
            }
            Function::Abs => inside.through(inside.size(), 0.0, 1.0),
            Function::Ln => inside.logarithm(),
            Function::Log => {
                inside.logarithm()?.times(self.value(arguments.first()?)?.logarithm()?.inverse()?).finite()
            }
            Function::Exp => inside.exponential(),
            Function::Sin => inside.sine(),
            Function::Cos => inside.cosine(),
            Function::Tan => inside.sine()?.times(inside.cosine()?.inverse()?).finite(),
            Function::Csc => inside.sine()?.inverse(),
            Function::Sec => inside.cosine()?.inverse(),
            Function::Cot => inside.cosine()?.times(inside.sine()?.inverse()?).finite(),
            Function::Sinh => {
                Some(half(inside.exponential()?.plus(inside.negated().exponential()?.negated())))
            }
            Function::Cosh => Some(half(inside.exponential()?.plus(inside.negated().exponential()?))),
            Function::Tanh | Function::Coth | Function::Sech | Function::Csch => {
                let (grow, fall) = (inside.exponential()?, inside.negated().exponential()?);
                let (sinh, cosh) = (half(grow.plus(fall.negated())), half(grow.plus(fall)));
                match function {
                    Function::Tanh => sinh.times(cosh.inverse()?).finite(),
                    Function::Coth => cosh.times(sinh.inverse()?).finite(),
                    Function::Sech => cosh.inverse(),
                    _ => sinh.inverse(),
                }
            }
            Function::Arcsin => arc(inside, math::asin),
            Function::Arccos => arc(inside, math::acos),
            Function::Arctan => {
                let x = inside.as_real()?;
                inside.through(math::atan(x), 0.0, 1.0)
            }
            Function::Arccsc => arc(inside.inverse()?, math::asin),
            Function::Arcsec => arc(inside.inverse()?, math::acos),
            Function::Arccot => {
                let x = one.times(inside.inverse()?).as_real()?;
                inside.through(math::atan(x), 0.0, 1.0)
            }
        }
    }
}

fn arc(inside: Value, function: fn(f64) -> f64) -> Option<Value> {
    let x = inside.as_real().filter(|x| x.abs() <= 1.0)?;
    let slope = 1.0 / math::sqrt((1.0 - x * x).max(1e-12));
    inside.through(function(x), 0.0, slope)
}

fn root(inside: Value) -> Option<Value> {
    if inside.im == 0.0 && inside.re >= 0.0 {
        let root = math::sqrt(inside.re);
        return inside.through(root, 0.0, 0.5 / root.max(1e-8));
    }
    if inside.is_zero() {
        return Some(Value { err: math::sqrt(inside.err), ..Value::real(0.0) });
    }
    inside.logarithm()?.times(Value::real(0.5)).exponential()
}

fn whole_power(base: Value, n: i64) -> Option<Value> {
    let base = if n < 0 { base.inverse()? } else { base };
    let (mut left, mut square, mut product) = (n.unsigned_abs(), base, Value::real(1.0));
    while left > 0 {
        if left & 1 == 1 {
            product = product.times(square).finite()?;
        }
        left >>= 1;
        if left > 0 {
            square = square.times(square).finite()?;
        }
    }
    Some(product)
}

/// An exponent that is a whole number as written.
fn whole(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Number(digits) => digits.parse::<i64>().ok().filter(|n| *n < 1 << 40),
        Expr::Negative(inside) => whole(inside)?.checked_neg(),
        _ => None,
    }
}

/// The numerator of a fraction with an odd denominator up to 99, within rounding.
fn odd_root(value: Value) -> Option<i64> {
    let x = value.as_real()?;
    (3..100).step_by(2).find_map(|den| {
        let scaled = x * den as f64;
        let near = math::floor(scaled + 0.5);
        ((scaled - near).abs() < 1e-9 && near.abs() < 1e9).then_some(near as i64)
    })
}

fn decimal(digits: &str) -> Option<f64> {
    digits.parse().ok()
}

/// The real value of an expression without unknowns.
pub fn real(expr: &Expr, dialect: Scope) -> Option<f64> {
    let point = Point { dialect, round: 0, fixed: None };
    point.value(expr)?.as_real()
}

/// Whether two expressions have the same value at many points.
pub fn same_values(a: &Expr, b: &Expr, dialect: Scope) -> Probed {
    let constant = a.names().is_empty() && b.names().is_empty();
    let mut points = 0;
    for round in 0..if constant { 1 } else { 24 } {
        let point = Point { dialect, round, fixed: None };
        let (Some(a), Some(b)) = (point.value(a), point.value(b)) else { continue };
        // On the negative side only points count where nothing leaves the real numbers.
        if round % 4 == 3 && (a.left || b.left) {
            continue;
        }
        if !near(a, b) {
            return Probed::Different;
        }
        points += 1;
        if points == 8 {
            break;
        }
    }
    if points > 0 { Probed::Same } else { Probed::Unknown }
}

/// Equal within what rounding can explain, but never further apart than one in 10^9.
fn near(a: Value, b: Value) -> bool {
    let apart = a.plus(b.negated()).size();
    let scale = a.size().max(b.size());
    apart <= (a.err + b.err) * 1e3 + scale * 1e-13 && apart <= scale * 1e-9 + 1e-12 || apart == 0.0
}

/// Whether `a` is a constant times `b`, and the sign of the constant when it is real.
pub fn proportional(a: (&Expr, &Expr), b: (&Expr, &Expr), dialect: Scope) -> (Probed, i8) {
    let mut ratio: Option<Value> = None;
    let mut points = 0;
    for round in 0..24 {
        let point = Point { dialect, round, fixed: None };
        let difference = |(l, r): (&Expr, &Expr)| Some(point.value(l)?.plus(point.value(r)?.negated()));
        let (Some(a), Some(b)) = (difference(a), difference(b)) else { continue };
        if round % 4 == 3 && (a.left || b.left) {
            continue;
        }
        match (a.is_zero(), b.is_zero()) {
            (true, true) => continue,
            (true, false) | (false, true) => return (Probed::Different, 0),
            _ => {}
        }
        let Some(this) = b.inverse().map(|b| a.times(b)) else { continue };
        match ratio {
            None => ratio = Some(this),
            Some(before) if near(before, this) => {}
            Some(_) => return (Probed::Different, 0),
        }
        points += 1;
        if points == 6 {
            break;
        }
    }
    let sign = match ratio.and_then(Value::as_real) {
        Some(ratio) if ratio < 0.0 => -1,
        Some(_) => 1,
        None => 0,
    };
    (if points > 1 { Probed::Same } else { Probed::Unknown }, sign)
}

/// Equal to nine digits at many points, which is what KAS calls equal.
pub fn close(a: &Expr, b: &Expr, dialect: Scope) -> bool {
    let mut points = 0;
    for round in 0..12 {
        let point = Point { dialect, round, fixed: None };
        let (Some(a), Some(b)) = (point.value(a), point.value(b)) else { continue };
        let apart = a.plus(b.negated()).size();
        if apart > 1e-9 * a.size().max(b.size()).max(1.0) {
            return false;
        }
        points += 1;
    }
    points > 0
}
