//! Polynomials in any number of unknowns with exact coefficients. The generators are numbered; a `Ring` (`normal.rs`)
//! knows what they stand for. Exponents are fractions with denominators up to 10, so that roots are generators too:
//! the square root of 12 is 2 times the generator "3" to the power 1/2.

use super::Scope;
use crate::num::Exact;
use std::collections::BTreeMap;

/// Exponents are counted in 2520ths: every denominator from 1 to 10 divides it.
pub const WHOLE: i64 = 2_520;

/// More terms than this are not computed with.
pub const MAX_TERMS: usize = 300;

/// Generators and their exponents, sorted by generator, without zeros.
pub type Monomial = Vec<(usize, i64)>;

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Poly(pub BTreeMap<Monomial, Exact>);

/// What a generator's powers come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An unknown, or a number without algebraic relation to others, such as pi.
    Free,
    /// A prime number, of which only powers below 1 stay.
    Prime(u32),
    /// The imaginary unit.
    Imaginary,
}

/// The kinds of all generators, and the steps that may still be taken.
pub struct Field<'a> {
    pub kinds: Vec<Kind>,
    pub scope: Scope<'a>,
}

impl<'a> Field<'a> {
    pub fn new(scope: Scope<'a>) -> Self {
        Self { kinds: Vec::new(), scope }
    }

    pub fn kind(&self, generator: usize) -> Kind {
        self.kinds.get(generator).copied().unwrap_or(Kind::Free)
    }
}

impl Poly {
    pub fn zero() -> Self {
        Self::default()
    }

    pub fn constant(value: Exact) -> Self {
        Self::term(Vec::new(), value)
    }

    pub fn one() -> Self {
        Self::constant(Exact::ONE)
    }

    pub fn term(monomial: Monomial, coefficient: Exact) -> Self {
        let mut terms = BTreeMap::new();
        if !coefficient.is_zero() {
            terms.insert(monomial, coefficient);
        }
        Self(terms)
    }

    pub fn generator(k: usize) -> Self {
        Self::term(vec![(k, WHOLE)], Exact::ONE)
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// The number this is, if no generator occurs.
    pub fn as_constant(&self) -> Option<Exact> {
        match self.0.len() {
            0 => Some(Exact::ZERO),
            1 => self.0.get(&Vec::new()).copied(),
            _ => None,
        }
    }

    /// The only term, if there is exactly one.
    pub fn as_term(&self) -> Option<(&Monomial, Exact)> {
        let mut terms = self.0.iter();
        let first = terms.next().map(|(monomial, c)| (monomial, *c));
        if terms.next().is_some() { None } else { first }
    }

    fn add_term(&mut self, monomial: Monomial, coefficient: Exact) -> Option<()> {
        let sum = match self.0.get(&monomial) {
            Some(before) => before.plus(coefficient)?,
            None => coefficient,
        };
        if sum.is_zero() {
            self.0.remove(&monomial);
        } else {
            self.0.insert(monomial, sum);
        }
        (self.0.len() <= MAX_TERMS).then_some(())
    }

    pub fn plus(&self, other: &Self) -> Option<Self> {
        let mut sum = self.clone();
        for (monomial, c) in &other.0 {
            sum.add_term(monomial.clone(), *c)?;
        }
        Some(sum)
    }

    pub fn negated(&self) -> Self {
        Self(self.0.iter().map(|(monomial, c)| (monomial.clone(), c.negated())).collect())
    }

    pub fn minus(&self, other: &Self) -> Option<Self> {
        self.plus(&other.negated())
    }

    pub fn scaled(&self, factor: Exact) -> Option<Self> {
        let mut scaled = Self::zero();
        for (monomial, c) in &self.0 {
            scaled.add_term(monomial.clone(), c.times(factor)?)?;
        }
        Some(scaled)
    }

    pub fn times(&self, other: &Self, kinds: &Field) -> Option<Self> {
        let mut product = Self::zero();
        kinds.scope.spend(10 * self.0.len() * other.0.len())?;
        for (left, a) in &self.0 {
            for (right, b) in &other.0 {
                let (monomial, factor) = reduced(joined(left, right)?, kinds)?;
                product.add_term(monomial, a.times(*b)?.times(factor)?)?;
            }
        }
        Some(product)
    }

    pub fn power(&self, exponent: u32, kinds: &Field) -> Option<Self> {
        if exponent > 64 && self.0.len() > 1 {
            return None;
        }
        let (mut left, mut square, mut product) = (exponent, self.clone(), Self::one());
        while left > 0 {
            if left & 1 == 1 {
                product = product.times(&square, kinds)?;
            }
            left >>= 1;
            if left > 0 {
                square = square.times(&square, kinds)?;
            }
        }
        Some(product)
    }

    /// The generators that occur, each once.
    pub fn generators(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.0.keys().flatten().map(|(k, _)| *k).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The highest power of a generator.
    pub fn degree(&self, generator: usize) -> i64 {
        self.0.keys().map(|monomial| exponent(monomial, generator)).max().unwrap_or(0)
    }

    /// The coefficients by powers of one generator, from the constant up; `None` for broken or negative powers.
    pub fn coefficients(&self, generator: usize) -> Option<Vec<Self>> {
        let mut all: Vec<Self> = Vec::new();
        for (monomial, c) in &self.0 {
            let power = exponent(monomial, generator);
            if power < 0 || power % WHOLE != 0 || power / WHOLE > 64 {
                return None;
            }
            let k = usize::try_from(power / WHOLE).ok()?;
            if all.len() <= k {
                all.resize(k + 1, Self::zero());
            }
            let rest = monomial.iter().copied().filter(|(g, _)| *g != generator).collect();
            all[k].add_term(rest, *c)?;
        }
        Some(all)
    }

    /// Put together again from [`Poly::coefficients`].
    fn assembled(coefficients: &[Self], generator: usize, kinds: &Field) -> Option<Self> {
        let mut sum = Self::zero();
        for (k, c) in coefficients.iter().enumerate() {
            let power = WHOLE.checked_mul(i64::try_from(k).ok()?)?;
            let monomial = if k == 0 { Vec::new() } else { vec![(generator, power)] };
            sum = sum.plus(&c.times(&Self::term(monomial, Exact::ONE), kinds)?)?;
        }
        Some(sum)
    }

    /// The greatest monomial that divides every term.
    pub fn common_monomial(&self) -> Monomial {
        let mut terms = self.0.keys();
        let Some(first) = terms.next() else { return Vec::new() };
        let mut common = first.clone();
        for monomial in terms {
            let mut all: Vec<usize> = common.iter().chain(monomial).map(|(k, _)| *k).collect();
            all.sort_unstable();
            all.dedup();
            common = all
                .into_iter()
                .map(|k| (k, exponent(&common, k).min(exponent(monomial, k))))
                .filter(|(_, power)| *power != 0)
                .collect();
        }
        common
    }

    pub fn divided_by_monomial(&self, monomial: &Monomial, kinds: &Field) -> Option<Self> {
        let inverse: Monomial = monomial.iter().map(|(k, power)| (*k, -power)).collect();
        self.times(&Self::term(inverse, Exact::ONE), kinds)
    }

    /// The greatest rational number that leaves whole coefficients without a common divisor, with the sign of the
    /// leading term.
    pub fn content(&self) -> Option<Exact> {
        let mut num: u128 = 0;
        let mut den: i128 = 1;
        for c in self.0.values() {
            num = crate::num::rational::gcd(num, c.num().unsigned_abs());
            let divisor = crate::num::rational::gcd(den.unsigned_abs(), c.den().unsigned_abs());
            den = den.checked_mul(c.den() / i128::try_from(divisor).ok()?)?;
        }
        let leading = self.0.values().next_back()?;
        let sign = if leading.is_negative() { -1 } else { 1 };
        Exact::new(sign * i128::try_from(num).ok()?, den)
    }

    pub fn primitive(&self) -> Option<Self> {
        if self.is_zero() { Some(Self::zero()) } else { self.scaled(self.content()?.inverse()?) }
    }

    /// Exact division; `None` when it leaves a remainder.
    pub fn divided_by(&self, divisor: &Self, kinds: &Field) -> Option<Self> {
        let (lead, c) = divisor.0.iter().next_back()?;
        let (lead, inverse) = (lead.clone(), c.inverse()?);
        let (mut rest, mut quotient) = (self.clone(), Self::zero());
        for _ in 0..MAX_TERMS {
            let Some((monomial, c)) = rest.0.iter().next_back() else { return Some(quotient) };
            let step = joined(monomial, &lead.iter().map(|(k, power)| (*k, -power)).collect())?;
            if step.iter().any(|(_, power)| *power < 0) {
                return None;
            }
            let c = c.times(inverse)?;
            rest = rest.minus(&divisor.times(&Self::term(step.clone(), c), kinds)?)?;
            quotient.add_term(step, c)?;
        }
        None
    }

    /// A greatest common divisor, primitive; by pseudo-remainders in one generator after another.
    pub fn gcd(&self, other: &Self, kinds: &Field, budget: &mut u32) -> Option<Self> {
        *budget = budget.checked_sub(1)?;
        if self.is_zero() {
            return other.primitive();
        }
        if other.is_zero() {
            return self.primitive();
        }
        let mut all = self.generators();
        all.retain(|k| other.generators().contains(k) && kinds.kind(*k) == Kind::Free);
        let Some(main) = all.last().copied() else { return Some(Self::one()) };
        let (mut a, mut b) = (self.coefficients(main)?, other.coefficients(main)?);
        let (a_content, b_content) = (content_of(&a, kinds, budget)?, content_of(&b, kinds, budget)?);
        let content = a_content.gcd(&b_content, kinds, budget)?;
        a = without(&a, &a_content, kinds)?;
        b = without(&b, &b_content, kinds)?;
        if a.len() < b.len() {
            std::mem::swap(&mut a, &mut b);
        }
        while b.iter().any(|c| !c.is_zero()) {
            *budget = budget.checked_sub(1)?;
            let rest = pseudo_remainder(a, &b, kinds)?;
            a = b;
            let content = content_of(&rest, kinds, budget)?;
            b = if content.is_zero() { Vec::new() } else { without(&rest, &content, kinds)? };
        }
        let divisor = if a.len() <= 1 { Self::one() } else { Self::assembled(&a, main, kinds)? };
        divisor.times(&content, kinds)?.primitive()
    }

    pub fn derivative(&self, generator: usize, kinds: &Field) -> Option<Self> {
        let coefficients = self.coefficients(generator)?;
        let mut lower = Vec::new();
        for (k, c) in coefficients.iter().enumerate().skip(1) {
            lower.push(c.scaled(Exact::whole(i64::try_from(k).ok()?))?);
        }
        Self::assembled(&lower, generator, kinds)
    }
}

/// The common divisor of coefficients.
fn content_of(coefficients: &[Poly], kinds: &Field, budget: &mut u32) -> Option<Poly> {
    let mut content = Poly::zero();
    for c in coefficients {
        if content.as_constant().is_some_and(|c| !c.is_zero()) {
            break;
        }
        content = content.gcd(c, kinds, budget)?;
    }
    // The numbers are divided out too, so that they do not grow.
    let mut numbers = Poly::zero();
    for c in coefficients {
        for number in c.0.values() {
            numbers.add_term(vec![(usize::MAX, i64::try_from(numbers.0.len()).ok()?)], *number)?;
        }
    }
    if content.is_zero() { Some(content) } else { content.scaled(numbers.content()?.size()) }
}

fn without(coefficients: &[Poly], content: &Poly, kinds: &Field) -> Option<Vec<Poly>> {
    coefficients
        .iter()
        .map(|c| if c.is_zero() { Some(Poly::zero()) } else { c.divided_by(content, kinds) })
        .collect()
}

fn pseudo_remainder(mut a: Vec<Poly>, b: &[Poly], kinds: &Field) -> Option<Vec<Poly>> {
    let lead = b.last()?;
    while a.len() >= b.len() {
        let top = a.last()?.clone();
        let shift = a.len() - b.len();
        for (k, c) in a.iter_mut().enumerate() {
            *c = c.times(lead, kinds)?;
            if k >= shift {
                *c = c.minus(&b[k - shift].times(&top, kinds)?)?;
            }
        }
        while a.last().is_some_and(Poly::is_zero) {
            a.pop();
        }
    }
    Some(a)
}

pub fn exponent(monomial: &Monomial, generator: usize) -> i64 {
    monomial.iter().find(|(k, _)| *k == generator).map_or(0, |(_, power)| *power)
}

/// The product of two monomials.
fn joined(left: &Monomial, right: &Monomial) -> Option<Monomial> {
    let mut all = left.clone();
    for (k, power) in right {
        match all.binary_search_by_key(k, |(k, _)| *k) {
            Ok(at) => {
                all[at].1 = all[at].1.checked_add(*power)?;
                if all[at].1 == 0 {
                    all.remove(at);
                }
            }
            Err(at) => all.insert(at, (*k, *power)),
        }
    }
    Some(all)
}

/// Whole powers of primes become numbers, and powers of the imaginary unit signs.
fn reduced(monomial: Monomial, kinds: &Field) -> Option<(Monomial, Exact)> {
    let special = monomial.iter().any(|(k, _)| kinds.kind(*k) != Kind::Free);
    if !special {
        return Some((monomial, Exact::ONE));
    }
    let mut factor = Exact::ONE;
    let mut kept = Vec::with_capacity(monomial.len());
    for (k, power) in monomial {
        match kinds.kind(k) {
            Kind::Free => kept.push((k, power)),
            Kind::Prime(p) => {
                factor = factor.times(Exact::whole(p.into()).power(power.div_euclid(WHOLE))?)?;
                if power.rem_euclid(WHOLE) != 0 {
                    kept.push((k, power.rem_euclid(WHOLE)));
                }
            }
            Kind::Imaginary => {
                let quarter = power.rem_euclid(4 * WHOLE);
                if quarter >= 2 * WHOLE {
                    factor = factor.negated();
                }
                if quarter % (2 * WHOLE) != 0 {
                    kept.push((k, quarter % (2 * WHOLE)));
                }
            }
        }
    }
    Some((kept, factor))
}
