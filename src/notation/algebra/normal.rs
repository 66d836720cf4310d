//! Expressions as one polynomial over another: the normal form in which equal rational expressions look equal.
//!
//! Roots of whole numbers are powers of primes, which are linearly independent over the rationals (Besicovitch 1940),
//! so a number made of them is 0 only if it looks like 0. Whatever else occurs, such as `sin(x)`, stands for itself.

use super::Scope;
use super::poly::{Field, Kind, Poly, WHOLE};
use super::probe;
use crate::notation::expr::{Constant, Dialect, Expr, Function};
use crate::num::Exact;

/// What the generators stand for.
pub struct Ring<'a> {
    pub dialect: Scope<'a>,
    pub kinds: Field<'a>,
    atoms: Vec<Atom>,
}

#[derive(Clone, Debug, PartialEq)]
enum Atom {
    Name(String),
    Constant(Constant),
    Prime(u32),
    /// A function of normal forms.
    Opaque(String, Vec<Fraction>),
}

/// One polynomial over another; the lower one is not 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction {
    pub num: Poly,
    pub den: Poly,
}

/// Why there is no normal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// A division by zero, or a logarithm or root that has no value.
    Undefined,
    /// Too large, or nothing that has a normal form.
    TooHard,
}

type Normal = Result<Fraction, Obstacle>;

const HARD: Obstacle = Obstacle::TooHard;

impl<'a> Ring<'a> {
    pub fn new(dialect: Scope<'a>) -> Self {
        Self { dialect, kinds: Field::new(dialect), atoms: Vec::new() }
    }

    fn atom(&mut self, atom: Atom) -> usize {
        if let Some(k) = self.atoms.iter().position(|known| *known == atom) {
            return k;
        }
        self.kinds.kinds.push(match &atom {
            Atom::Prime(p) => Kind::Prime(*p),
            Atom::Constant(Constant::I) => Kind::Imaginary,
            _ => Kind::Free,
        });
        self.atoms.push(atom);
        self.atoms.len() - 1
    }

    /// A function of given arguments; the same function of equal arguments is the same generator.
    fn opaque(&mut self, name: &str, arguments: Vec<Fraction>) -> Fraction {
        let known = (0..self.atoms.len()).find(|k| match &self.atoms[*k] {
            Atom::Opaque(known, known_arguments) => {
                known == name
                    && known_arguments.len() == arguments.len()
                    && known_arguments.iter().zip(&arguments).all(|(a, b)| self.equal(a, b) == Some(true))
            }
            _ => false,
        });
        let k = known.unwrap_or_else(|| {
            self.kinds.kinds.push(Kind::Free);
            self.atoms.push(Atom::Opaque(name.into(), arguments));
            self.atoms.len() - 1
        });
        Fraction::of(Poly::generator(k))
    }

    pub fn equal(&self, a: &Fraction, b: &Fraction) -> Option<bool> {
        let left = a.num.times(&b.den, &self.kinds)?;
        let right = b.num.times(&a.den, &self.kinds)?;
        Some(left.minus(&right)?.is_zero())
    }

    /// Whether a nonzero normal form proves that the value is not 0: only unknowns with whole powers, numbers and
    /// roots of numbers.
    pub fn is_decisive(&self, poly: &Poly) -> bool {
        poly.0.keys().flatten().all(|(k, power)| match &self.atoms[*k] {
            Atom::Name(_) => power % WHOLE == 0,
            Atom::Prime(_) => true,
            Atom::Constant(_) => true,
            Atom::Opaque(..) => false,
        })
    }

    pub fn is_unknown(&self, generator: usize) -> bool {
        matches!(self.atoms[generator], Atom::Name(_) | Atom::Opaque(..))
    }

    pub fn is_name(&self, generator: usize) -> bool {
        matches!(self.atoms[generator], Atom::Name(_))
    }

    pub fn generator_of(&self, name: &str) -> Option<usize> {
        self.atoms.iter().position(|atom| matches!(atom, Atom::Name(known) if known == name))
    }

    pub fn normal(&mut self, expr: &Expr) -> Normal {
        self.dialect.spend(20).ok_or(HARD)?;
        match expr {
            Expr::Number(digits) => Ok(Fraction::number(Exact::parse(digits).ok_or(HARD)?)),
            Expr::Mixed(whole, num, den) => {
                let [whole, num, den] = [whole, num, den].map(|digits| Exact::parse(digits).ok_or(HARD));
                let part = num?.over(den?).ok_or(Obstacle::Undefined)?;
                Ok(Fraction::number(whole?.plus(part).ok_or(HARD)?))
            }
            Expr::Constant(constant @ (Constant::Pi | Constant::E | Constant::I)) => {
                let k = self.atom(Atom::Constant(*constant));
                Ok(Fraction::of(Poly::generator(k)))
            }
            Expr::Name(name) => {
                let k = self.atom(Atom::Name(name.clone()));
                Ok(Fraction::of(Poly::generator(k)))
            }
            Expr::Negative(inside) => Ok(self.normal(inside)?.negated()),
            Expr::Sum(terms) => {
                let mut sum = Fraction::number(Exact::ZERO);
                for term in terms {
                    let term = self.normal(term)?;
                    sum = self.plus(&sum, &term)?;
                }
                Ok(sum)
            }
            Expr::Product(factors) => {
                let mut product = Fraction::number(Exact::ONE);
                for factor in factors {
                    let factor = self.normal(factor)?;
                    product = self.times(&product, &factor)?;
                }
                Ok(product)
            }
            Expr::Quotient(num, den) => {
                let (num, den) = (self.normal(num)?, self.normal(den)?);
                let inverse = den.inverse().ok_or(Obstacle::Undefined)?;
                self.times(&num, &inverse)
            }
            Expr::Percent(inside) => {
                let inside = self.normal(inside)?;
                self.times(&inside, &Fraction::number(Exact::new(1, 100).ok_or(HARD)?))
            }
            Expr::Ratio(parts) if parts.len() == 2 => {
                let (num, den) = (self.normal(&parts[0])?, self.normal(&parts[1])?);
                self.times(&num, &den.inverse().ok_or(Obstacle::Undefined)?)
            }
            Expr::Power(base, exponent) => self.power(base, exponent),
            Expr::Call(function, arguments) => self.call(*function, arguments),
            Expr::Apply(name, arguments) => {
                let mut normal = Vec::new();
                for argument in arguments {
                    normal.push(self.normal(argument)?);
                }
                Ok(self.opaque(name, normal))
            }
            Expr::Factorial(inside) => {
                let inside = self.normal(inside)?;
                match inside.as_number().and_then(Exact::as_whole) {
                    Some(n @ 0..=33) => {
                        let mut product = Exact::ONE;
                        for k in 2..=n {
                            product = product.times(Exact::new(k, 1).ok_or(HARD)?).ok_or(HARD)?;
                        }
                        Ok(Fraction::number(product))
                    }
                    _ => Ok(self.opaque("!", vec![inside])),
                }
            }
            _ => Err(HARD),
        }
    }

    fn plus(&self, a: &Fraction, b: &Fraction) -> Normal {
        let sum = if a.den == b.den {
            Fraction { num: a.num.plus(&b.num).ok_or(HARD)?, den: a.den.clone() }
        } else {
            let left = a.num.times(&b.den, &self.kinds).ok_or(HARD)?;
            let right = b.num.times(&a.den, &self.kinds).ok_or(HARD)?;
            let den = a.den.times(&b.den, &self.kinds).ok_or(HARD)?;
            Fraction { num: left.plus(&right).ok_or(HARD)?, den }
        };
        self.tidy(sum)
    }

    pub fn minus(&self, a: &Fraction, b: &Fraction) -> Normal {
        self.plus(a, &b.negated())
    }

    pub fn times(&self, a: &Fraction, b: &Fraction) -> Normal {
        let num = a.num.times(&b.num, &self.kinds).ok_or(HARD)?;
        let den = a.den.times(&b.den, &self.kinds).ok_or(HARD)?;
        self.tidy(Fraction { num, den })
    }

    /// Moves numbers and single terms up from the denominator.
    fn tidy(&self, fraction: Fraction) -> Normal {
        let Fraction { num, den } = fraction;
        if den.is_zero() {
            return Err(Obstacle::Undefined);
        }
        let Some((monomial, c)) = den.as_term() else { return Ok(Fraction { num, den }) };
        let num = num.scaled(c.inverse().ok_or(HARD)?).ok_or(HARD)?;
        // Unknowns stay below the line; what is a number moves up.
        let (up, below): (Vec<_>, Vec<_>) = monomial.iter().copied().partition(|(k, _)| !self.is_unknown(*k));
        let num = num.divided_by_monomial(&up, &self.kinds).ok_or(HARD)?;
        Ok(Fraction { num, den: Poly::term(below, Exact::ONE) })
    }

    /// In lowest terms: common factors of both polynomials are divided out.
    pub fn lowest(&self, fraction: &Fraction) -> Option<Fraction> {
        let mut budget = 200;
        let common = fraction.num.common_monomial();
        let below = fraction.den.common_monomial();
        let shared: Vec<_> = common
            .iter()
            .filter_map(|(k, power)| {
                let other = super::poly::exponent(&below, *k);
                let both = (*power).min(other);
                (both > 0).then_some((*k, both))
            })
            .collect();
        let num = fraction.num.divided_by_monomial(&shared, &self.kinds)?;
        let den = fraction.den.divided_by_monomial(&shared, &self.kinds)?;
        if den.as_constant().is_some() {
            return Some(Fraction { num, den });
        }
        let divisor = num.gcd(&den, &self.kinds, &mut budget)?;
        if divisor.as_constant().is_some() {
            return Some(Fraction { num, den });
        }
        Some(Fraction {
            num: num.divided_by(&divisor, &self.kinds)?,
            den: den.divided_by(&divisor, &self.kinds)?,
        })
    }

    fn power(&mut self, base: &Expr, exponent: &Expr) -> Normal {
        let base = self.normal(base)?;
        let exponent = self.normal(exponent)?;
        self.raised(&base, &exponent)
    }

    fn raised(&mut self, base: &Fraction, exponent: &Fraction) -> Normal {
        let Some(r) = exponent.as_number() else {
            return self.raised_to_unknown(base, exponent);
        };
        if let Some(n) = r.as_whole() {
            let size = u32::try_from(n.unsigned_abs()).map_err(|_| HARD)?;
            let base = if n < 0 { base.inverse().ok_or(Obstacle::Undefined)? } else { base.clone() };
            let num = base.num.power(size, &self.kinds).ok_or(HARD)?;
            let den = base.den.power(size, &self.kinds).ok_or(HARD)?;
            return self.tidy(Fraction { num, den });
        }
        self.root(base, r)
    }

    /// `2^(n + 1)` is `2 · 2^n`: the whole part of an exponent comes down.
    fn raised_to_unknown(&mut self, base: &Fraction, exponent: &Fraction) -> Normal {
        if exponent.den.as_constant() == Some(Exact::ONE)
            && let Some(number) = exponent.num.0.get(&Vec::new()).copied()
            && let Some(whole) = number.as_whole().filter(|n| n.unsigned_abs() <= 60)
        {
            let whole = Fraction::number(Exact::new(whole, 1).ok_or(HARD)?);
            let rest = self.minus(exponent, &whole)?;
            let left = self.raised(base, &whole)?;
            let right = self.opaque("^", vec![base.clone(), rest]);
            return self.times(&left, &right);
        }
        Ok(self.opaque("^", vec![base.clone(), exponent.clone()]))
    }

    /// A broken power. It splits only where that holds for every value: over positive numbers and one unknown.
    fn root(&mut self, base: &Fraction, r: Exact) -> Normal {
        let opaque = |ring: &mut Self| ring.opaque("^", vec![base.clone(), Fraction::number(r)]);
        let denominator = i64::try_from(r.den()).map_err(|_| HARD)?;
        let Some((monomial, c)) = base.as_term() else {
            return if base.num.is_zero() && !r.is_negative() {
                Ok(Fraction::number(Exact::ZERO))
            } else {
                Ok(opaque(self))
            };
        };
        let one_unknown = match &monomial[..] {
            [] => true,
            [(k, power)] => {
                matches!(self.atoms[*k], Atom::Name(_) | Atom::Constant(Constant::Pi | Constant::E))
                    && *power == WHOLE
            }
            _ => monomial
                .iter()
                .all(|(k, _)| matches!(self.atoms[*k], Atom::Prime(_) | Atom::Constant(Constant::Pi))),
        };
        if !one_unknown || WHOLE % denominator != 0 || r.num().unsigned_abs() > 1_000 {
            return Ok(opaque(self));
        }
        let mut sign = Poly::one();
        if c.is_negative() {
            let odd = denominator % 2 == 1 && self.dialect != Dialect::Stack;
            if odd {
                if r.num() % 2 != 0 {
                    sign = sign.negated();
                }
            } else if denominator == 2 {
                let k = self.atom(Atom::Constant(Constant::I));
                let halves = i64::try_from(r.num().rem_euclid(4)).map_err(|_| HARD)?;
                sign = Poly::term(vec![(k, halves * WHOLE)], Exact::ONE);
                sign = sign.times(&Poly::one(), &self.kinds).ok_or(HARD)?;
            } else {
                return Ok(opaque(self));
            }
        }
        let units = |power: i64| -> Result<i64, Obstacle> {
            let wide = i128::from(power).checked_mul(r.num()).ok_or(HARD)?;
            if wide % r.den() != 0 {
                return Err(HARD);
            }
            i64::try_from(wide / r.den()).map_err(|_| HARD)
        };
        let mut product = sign;
        for (k, power) in monomial {
            let power = Poly::term(vec![(k, units(power)?)], Exact::ONE);
            product = product.times(&power, &self.kinds).ok_or(HARD)?;
        }
        for (part, direction) in [(c.num().unsigned_abs(), 1), (c.den().unsigned_abs(), -1)] {
            for (prime, times) in factors(part).ok_or(HARD)? {
                let k = self.atom(Atom::Prime(prime));
                let power = units(WHOLE * times * direction)?;
                let power = Poly::term(vec![(k, power)], Exact::ONE);
                // `times` brings the power into range.
                product = product.times(&power, &self.kinds).ok_or(HARD)?;
            }
        }
        let (mut num, mut den) = (Poly::zero(), Vec::new());
        for (monomial, c) in product.0 {
            let (below, above): (Vec<_>, Vec<_>) = monomial.into_iter().partition(|(_, power)| *power < 0);
            den = below.into_iter().map(|(k, power)| (k, -power)).collect();
            num = num.plus(&Poly::term(above, c)).ok_or(HARD)?;
        }
        Ok(Fraction { num, den: Poly::term(den, Exact::ONE) })
    }

    fn call(&mut self, function: Function, arguments: &[Expr]) -> Normal {
        let mut normal = Vec::new();
        for argument in arguments {
            normal.push(self.normal(argument)?);
        }
        let half = Exact::new(1, 2).ok_or(HARD)?;
        match (function, &normal[..]) {
            (Function::Sqrt, [inside]) => self.root_of(inside, half),
            (Function::Cbrt, [inside]) => self.root_of(inside, Exact::new(1, 3).ok_or(HARD)?),
            (Function::Root, [degree, inside]) => match degree.as_number() {
                Some(n) => self.root_of(inside, n.inverse().ok_or(Obstacle::Undefined)?),
                None => {
                    let exponent = degree.inverse().ok_or(Obstacle::Undefined)?;
                    self.raised(inside, &exponent)
                }
            },
            (Function::Abs, [inside]) => {
                let unknown = inside.num.generators().into_iter().any(|k| self.is_unknown(k));
                match probe::real(&arguments[0], self.dialect).filter(|_| !unknown) {
                    Some(value) if value < 0.0 => Ok(inside.negated()),
                    Some(_) => Ok(inside.clone()),
                    None => {
                        let inside = self.positive_side(inside);
                        Ok(self.opaque("abs", vec![inside]))
                    }
                }
            }
            (Function::Exp, [inside]) => {
                let k = self.atom(Atom::Constant(Constant::E));
                self.raised(&Fraction::of(Poly::generator(k)), inside)
            }
            (Function::Ln, [inside]) if inside.as_number() == Some(Exact::ONE) => {
                Ok(Fraction::number(Exact::ZERO))
            }
            (Function::Ln | Function::Log, [.., inside]) if inside.num.is_zero() => Err(Obstacle::Undefined),
            (function, _) => Ok(self.opaque(function.name(), normal)),
        }
    }

    fn root_of(&mut self, inside: &Fraction, r: Exact) -> Normal {
        self.raised(inside, &Fraction::number(r))
    }

    /// |x - 1| and |1 - x| are one generator.
    fn positive_side(&self, inside: &Fraction) -> Fraction {
        let negative = inside.num.0.values().next_back().is_some_and(|c| c.is_negative());
        if negative { inside.negated() } else { inside.clone() }
    }
}

impl Fraction {
    pub fn of(num: Poly) -> Self {
        Self { num, den: Poly::one() }
    }

    pub fn number(value: Exact) -> Self {
        Self::of(Poly::constant(value))
    }

    pub fn as_number(&self) -> Option<Exact> {
        self.num.as_constant()?.over(self.den.as_constant()?)
    }

    /// One term over one term, as one term.
    fn as_term(&self) -> Option<(Vec<(usize, i64)>, Exact)> {
        let (num, c) = self.num.as_term()?;
        if self.den.as_constant() != Some(Exact::ONE) {
            return None;
        }
        Some((num.clone(), c))
    }

    fn negated(&self) -> Self {
        Self { num: self.num.negated(), den: self.den.clone() }
    }

    fn inverse(&self) -> Option<Self> {
        (!self.num.is_zero()).then(|| Self { num: self.den.clone(), den: self.num.clone() })
    }
}

/// The prime factors with their powers; `None` when a factor beyond a million is left that could be composite.
pub fn factors(mut n: u128) -> Option<Vec<(u32, i64)>> {
    let mut all = Vec::new();
    let mut p: u32 = 2;
    while u128::from(p) * u128::from(p) <= n {
        let mut times = 0;
        while n.is_multiple_of(u128::from(p)) {
            n /= u128::from(p);
            times += 1;
        }
        if times > 0 {
            all.push((p, times));
        }
        p += if p == 2 { 1 } else { 2 };
        if p > 20_000 {
            return None;
        }
    }
    if n > 1 {
        all.push((u32::try_from(n).ok()?, 1));
    }
    Some(all)
}

impl Ring<'_> {
    /// The value of a power of a generator that is a number.
    pub fn number_of_power(&self, generator: usize, power: i64) -> Option<f64> {
        let power = power as f64 / WHOLE as f64;
        let base = match &self.atoms[generator] {
            Atom::Prime(p) => f64::from(*p),
            Atom::Constant(Constant::Pi) => std::f64::consts::PI,
            Atom::Constant(Constant::E) => std::f64::consts::E,
            _ => return None,
        };
        Some(crate::num::math::pow(base, power))
    }
}
