//! What lines are worth, exactly: polynomials over polynomials, amounts in a unit, and what an equation says of its
//! letters. Small on purpose: lines of a child's work, not formulas in general (those are compared in
//! `notation::algebra`).

use crate::notation::expr::{Relation, Unit};
use crate::notation::{Expr, units};
use crate::num::Rational;

/// More terms than any line of school work has.
const MOST_TERMS: usize = 40;
const MOST_DEGREE: usize = 9;

/// A sum of terms: letters in order (`"xxy"`), and a number that is not zero. Sorted by letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poly(pub Vec<(String, Rational)>);

impl Poly {
    pub fn number(n: Rational) -> Self {
        Self::term(String::new(), n)
    }

    fn term(letters: String, n: Rational) -> Self {
        if n == Rational::ZERO { Self(Vec::new()) } else { Self(vec![(letters, n)]) }
    }

    /// The number, when there are no letters in it.
    pub fn as_number(&self) -> Option<Rational> {
        match &self.0[..] {
            [] => Some(Rational::ZERO),
            [(letters, n)] if letters.is_empty() => Some(*n),
            _ => None,
        }
    }

    pub fn of_letters(&self, letters: &str) -> Rational {
        self.0.iter().find(|(own, _)| own == letters).map_or(Rational::ZERO, |(_, n)| *n)
    }

    pub fn degree(&self) -> usize {
        self.0.iter().map(|(letters, _)| letters.chars().count()).max().unwrap_or(0)
    }

    fn add(&mut self, letters: String, n: Rational) -> Option<()> {
        match self.0.binary_search_by(|(own, _)| own.cmp(&letters)) {
            Ok(k) => {
                self.0[k].1 = self.0[k].1.plus(n)?;
                if self.0[k].1 == Rational::ZERO {
                    self.0.remove(k);
                }
            }
            Err(_) if n == Rational::ZERO => {}
            Err(k) => self.0.insert(k, (letters, n)),
        }
        (self.0.len() <= MOST_TERMS).then_some(())
    }

    pub fn plus(&self, other: &Self) -> Option<Self> {
        let mut sum = self.clone();
        for (letters, n) in &other.0 {
            sum.add(letters.clone(), *n)?;
        }
        Some(sum)
    }

    pub fn scaled(&self, by: Rational) -> Option<Self> {
        if by == Rational::ZERO {
            return Some(Self(Vec::new()));
        }
        let all = self.0.iter().map(|(letters, n)| Some((letters.clone(), n.times(by)?)));
        all.collect::<Option<_>>().map(Self)
    }

    pub fn minus(&self, other: &Self) -> Option<Self> {
        self.plus(&other.scaled(Rational::integer(-1))?)
    }

    pub fn times(&self, other: &Self) -> Option<Self> {
        let mut product = Self(Vec::new());
        for (a, n) in &self.0 {
            for (b, m) in &other.0 {
                let mut letters: Vec<char> = a.chars().chain(b.chars()).collect();
                letters.sort_unstable();
                if letters.len() > MOST_DEGREE {
                    return None;
                }
                product.add(letters.into_iter().collect(), n.times(*m)?)?;
            }
        }
        Some(product)
    }

    /// Highest powers first, as a teacher writes them.
    pub fn expr(&self) -> Expr {
        let mut terms = self.0.clone();
        terms.sort_by(|(a, _), (b, _)| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
        let term = |(letters, n): &(String, Rational)| term_of(letters, *n);
        sum(terms.iter().map(term).collect())
    }
}

/// A number times letters.
pub fn term_of(letters: &str, n: Rational) -> Expr {
    let mut factors: Vec<Expr> = Vec::new();
    let mut rest: Vec<char> = letters.chars().collect();
    while let Some(letter) = rest.first().copied() {
        let count = rest.iter().take_while(|other| **other == letter).count();
        rest.drain(..count);
        let name = Expr::name(&letter.to_string());
        factors.push(match count {
            1 => name,
            n => Expr::Power(Box::new(name), Box::new(Expr::digits(n as u128))),
        });
    }
    let size = if n < Rational::ZERO { n.negated().unwrap_or(n) } else { n };
    if factors.is_empty() || size != Rational::ONE {
        factors.insert(0, Expr::rational(size));
    }
    let product = product(factors);
    if n < Rational::ZERO { negative(product) } else { product }
}

/// One polynomial over another, not reduced; a number below the bar is taken into the terms above it.
#[derive(Clone, Debug)]
pub struct Worth {
    pub above: Poly,
    pub below: Poly,
}

impl PartialEq for Worth {
    fn eq(&self, other: &Self) -> bool {
        if self.below == other.below {
            return self.above == other.above;
        }
        let cross = |a: &Self, b: &Self| a.above.times(&b.below);
        cross(self, other).is_some_and(|left| Some(left) == cross(other, self))
    }
}

impl Worth {
    fn new(above: Poly, below: Poly) -> Option<Self> {
        match below.as_number() {
            Some(Rational::ZERO) => None,
            Some(n) => {
                let above = above.scaled(Rational::ONE.over(n)?)?;
                Some(Self { above, below: Poly::number(Rational::ONE) })
            }
            None => Some(Self { above, below }),
        }
    }

    /// Nothing for what is not made of numbers and single letters, or is too large.
    pub fn of(expr: &Expr) -> Option<Self> {
        let whole = |above: Poly| Self { above, below: Poly::number(Rational::ONE) };
        Some(match expr {
            Expr::Number(_) | Expr::Mixed(..) => whole(Poly::number(number(expr)?)),
            Expr::Name(name) if name.chars().count() == 1 => whole(Poly::term(name.clone(), Rational::ONE)),
            Expr::Negative(inside) => {
                let inside = Self::of(inside)?;
                Self { above: inside.above.scaled(Rational::integer(-1))?, below: inside.below }
            }
            Expr::Percent(inside) => {
                let inside = Self::of(inside)?;
                Self { above: inside.above.scaled(Rational::new(1, 100)?)?, below: inside.below }
            }
            Expr::Sum(terms) => {
                let mut total = whole(Poly(Vec::new()));
                for term in terms {
                    total = total.plus(&Self::of(term)?)?;
                }
                total
            }
            Expr::Product(factors) => {
                let mut total = whole(Poly::number(Rational::ONE));
                for factor in factors {
                    total = total.times(&Self::of(factor)?)?;
                }
                total
            }
            Expr::Quotient(num, den) => {
                let (num, den) = (Self::of(num)?, Self::of(den)?);
                Self::new(num.above.times(&den.below)?, num.below.times(&den.above)?)?
            }
            Expr::Power(base, exponent) => {
                let times = Self::of(exponent)?.as_number()?.as_integer()?;
                let base = Self::of(base)?;
                let base = if times < 0 { Self::new(base.below, base.above)? } else { base };
                let mut total = whole(Poly::number(Rational::ONE));
                for _ in 0..times.unsigned_abs().min(64) {
                    total = total.times(&base)?;
                }
                (times.unsigned_abs() <= 64).then_some(total)?
            }
            Expr::Group(_, members, _) if members.len() == 1 => Self::of(&members[0])?,
            _ => return None,
        })
    }

    fn plus(&self, other: &Self) -> Option<Self> {
        if self.below == other.below {
            return Some(Self { above: self.above.plus(&other.above)?, below: self.below.clone() });
        }
        let above = self.above.times(&other.below)?.plus(&other.above.times(&self.below)?)?;
        Self::new(above, self.below.times(&other.below)?)
    }

    fn times(&self, other: &Self) -> Option<Self> {
        Self::new(self.above.times(&other.above)?, self.below.times(&other.below)?)
    }

    pub fn as_number(&self) -> Option<Rational> {
        self.below.as_number()?;
        self.above.as_number()
    }

    /// The polynomial, when no letter stands below a bar.
    pub fn poly(self) -> Option<Poly> {
        self.below.as_number().map(|_| self.above)
    }
}

/// The number that is written here, as one number: digits, a decimal, a fraction or a mixed number, with its sign.
pub fn number(expr: &Expr) -> Option<Rational> {
    match expr {
        Expr::Number(digits) => {
            let read = crate::notation::read(digits, crate::notation::DecimalMark::Point);
            read.ok().map(|written| written.value)
        }
        Expr::Mixed(whole, num, den) => {
            let [whole, num, den] = [whole, num, den].map(|digits| digits.parse::<i64>().ok());
            Rational::integer(whole?).plus(Rational::new(num?, den?)?)
        }
        Expr::Negative(inside) if !matches!(**inside, Expr::Negative(_)) => number(inside)?.negated(),
        Expr::Quotient(num, den) => match (&**num, &**den) {
            (Expr::Number(_) | Expr::Negative(_), Expr::Number(_)) => number(num)?.over(number(den)?),
            _ => None,
        },
        _ => None,
    }
}

/// What it comes to, when there are no letters in it.
pub fn value(expr: &Expr) -> Option<Rational> {
    Worth::of(expr)?.as_number()
}

pub fn has_letters(expr: &Expr) -> bool {
    expr.any(&|part| matches!(part, Expr::Name(_)))
}

// ---- amounts --------------------------------------------------------------------------------------------------

/// How many base units one of this unit is.
pub fn size(unit: &str) -> Option<Rational> {
    let unit = units::find(unit)?;
    let ten = Rational::integer(10).power(unit.ten.into())?;
    Rational::new(unit.known.size.0, unit.known.size.1)?.times(ten)
}

pub fn like(a: &str, b: &str) -> bool {
    units::find(a).zip(units::find(b)).is_some_and(|(a, b)| a.known.dimension == b.known.dimension)
}

/// An amount told in this unit, and whether it had a unit; `3 × 12` has none.
pub fn amount(expr: &Expr, unit: &str) -> Option<(Rational, bool)> {
    match expr {
        Expr::Quantity(parts) => {
            let mut total = Rational::ZERO;
            for (n, Unit(own)) in parts {
                let [(name, 1)] = &own[..] else { return None };
                if !like(name, unit) {
                    return None;
                }
                total = total.plus(value(n)?.times(size(name)?)?.over(size(unit)?)?)?;
            }
            Some((total, true))
        }
        Expr::Negative(inside) => {
            let (n, has) = amount(inside, unit)?;
            Some((n.negated()?, has))
        }
        Expr::Sum(terms) => {
            let all: Vec<(Rational, bool)> =
                terms.iter().map(|term| amount(term, unit)).collect::<Option<_>>()?;
            let has = all.first()?.1;
            let total = all.iter().try_fold(
                Rational::ZERO,
                |sum, (n, own)| {
                    if *own == has { sum.plus(*n) } else { None }
                },
            )?;
            Some((total, has))
        }
        Expr::Product(factors) => {
            let mut total = (Rational::ONE, false);
            for factor in factors {
                let (n, has) = amount(factor, unit)?;
                if has && total.1 {
                    return None;
                }
                total = (total.0.times(n)?, total.1 || has);
            }
            Some(total)
        }
        Expr::Quotient(num, den) => {
            let ((n, has), (m, below)) = (amount(num, unit)?, amount(den, unit)?);
            Some((n.over(m)?, has && !below))
        }
        other => value(other).map(|n| (n, false)),
    }
}

// ---- trees ----------------------------------------------------------------------------------------------------

pub fn negative(expr: Expr) -> Expr {
    match expr {
        Expr::Negative(inside) => *inside,
        other => Expr::Negative(Box::new(other)),
    }
}

/// Terms as one sum; zeros and sums within are not seen.
pub fn sum(terms: Vec<Expr>) -> Expr {
    let mut flat = Vec::new();
    for term in terms {
        match term {
            Expr::Sum(inner) => flat.extend(inner),
            Expr::Number(digits) if digits == "0" => {}
            other => flat.push(other),
        }
    }
    match flat.len() {
        0 => Expr::Number("0".into()),
        1 => flat.remove(0),
        _ => Expr::Sum(flat),
    }
}

pub fn product(factors: Vec<Expr>) -> Expr {
    let mut flat: Vec<Expr> = Vec::new();
    for factor in factors {
        match factor {
            Expr::Product(inner) => flat.extend(inner),
            Expr::Number(digits) if digits == "1" => {}
            other => flat.push(other),
        }
    }
    match flat.len() {
        0 => Expr::Number("1".into()),
        1 => flat.remove(0),
        _ => Expr::Product(flat),
    }
}

pub fn quotient(num: Expr, den: Expr) -> Expr {
    Expr::Quotient(Box::new(num), Box::new(den))
}

pub fn times(expr: &Expr, by: Rational) -> Expr {
    match number(expr).and_then(|n| n.times(by)) {
        Some(n) => Expr::rational(n),
        None if by == Rational::integer(-1) => negative(expr.clone()),
        None if by == Rational::ONE => expr.clone(),
        None => product(vec![Expr::rational(by), expr.clone()]),
    }
}

pub fn over(expr: &Expr, by: Rational) -> Expr {
    let share = || {
        let (n, rest) = split(expr)?;
        let n = n.over(by)?;
        Some(match rest {
            None => Expr::rational(n),
            Some(rest) if n.den() == 1 => times(&rest, n),
            Some(_) => return None,
        })
    };
    match share() {
        Some(share) => share,
        None if by < Rational::ZERO => match by.negated() {
            Some(by) => negative(over(expr, by)),
            None => expr.clone(),
        },
        None => quotient(expr.clone(), Expr::rational(by)),
    }
}

pub fn terms(side: &Expr) -> Vec<Expr> {
    match side {
        Expr::Sum(terms) => terms.clone(),
        other => vec![other.clone()],
    }
}

/// The number before a term and what it multiplies; a number alone multiplies nothing.
pub fn split(term: &Expr) -> Option<(Rational, Option<Expr>)> {
    if let Some(n) = number(term) {
        return Some((n, None));
    }
    Some(match term {
        Expr::Negative(inside) => {
            let (n, rest) = split(inside)?;
            (n.negated()?, rest)
        }
        Expr::Product(factors) => {
            let (first, rest) = factors.split_first()?;
            match number(first) {
                Some(n) => (n, Some(product(rest.to_vec()))),
                None => match factors.split_last() {
                    // `x * 3`, `(x + 2) × 3`.
                    Some((last, rest)) if number(last).is_some() => {
                        (number(last)?, Some(product(rest.to_vec())))
                    }
                    _ => (Rational::ONE, Some(term.clone())),
                },
            }
        }
        Expr::Quotient(num, den) => {
            let (n, rest) = split(num)?;
            (n.over(number(den)?)?, rest)
        }
        _ => (Rational::ONE, Some(term.clone())),
    })
}

/// Both sides of a line with one sign.
pub fn sides(line: &Expr) -> Option<(&Expr, Relation, &Expr)> {
    match line {
        Expr::Relation(left, rest) => match &rest[..] {
            [(relation, right)] => Some((left, *relation, right)),
            _ => None,
        },
        _ => None,
    }
}

pub fn relation(left: Expr, sign: Relation, right: Expr) -> Expr {
    Expr::Relation(Box::new(left), vec![(sign, right)])
}

/// `2/3 × 4/5` as a product of two fractions: it is read as all of `2/3 × 4` over 5.
pub fn regrouped(expr: &Expr) -> Expr {
    let all = |parts: &[Expr]| parts.iter().map(regrouped).collect::<Vec<_>>();
    match expr {
        Expr::Quotient(num, den) => match (regrouped(num), &**den) {
            (Expr::Product(mut factors), Expr::Number(_)) => {
                let last = factors.pop().unwrap_or_else(|| Expr::Number("1".into()));
                factors.push(quotient(last, (**den).clone()));
                product(factors)
            }
            (num, den) => quotient(num, regrouped(den)),
        },
        Expr::Negative(inside) => Expr::Negative(Box::new(regrouped(inside))),
        Expr::Sum(parts) => Expr::Sum(all(parts)),
        Expr::Product(parts) => Expr::Product(all(parts)),
        Expr::Relation(first, rest) => {
            let rest = rest.iter().map(|(sign, side)| (*sign, regrouped(side))).collect();
            Expr::Relation(Box::new(regrouped(first)), rest)
        }
        other => other.clone(),
    }
}

/// Every tree that comes of changing one place of this one.
pub fn everywhere(expr: &Expr, change: &dyn Fn(&Expr) -> Vec<Expr>) -> Vec<Expr> {
    let mut all = change(expr);
    let one = |part: &Expr| everywhere(part, change);
    let each = |parts: &[Expr], whole: &dyn Fn(Vec<Expr>) -> Expr| -> Vec<Expr> {
        let mut changed = Vec::new();
        for (k, part) in parts.iter().enumerate() {
            changed.extend(one(part).into_iter().map(|part| {
                let mut parts = parts.to_vec();
                parts[k] = part;
                whole(parts)
            }));
        }
        changed
    };
    match expr {
        Expr::Negative(inside) => all.extend(one(inside).into_iter().map(negative)),
        Expr::Percent(inside) => {
            all.extend(one(inside).into_iter().map(|inside| Expr::Percent(Box::new(inside))))
        }
        Expr::Sum(parts) => all.extend(each(parts, &sum)),
        Expr::Product(parts) => all.extend(each(parts, &product)),
        Expr::Quotient(num, den) => {
            all.extend(one(num).into_iter().map(|num| quotient(num, (**den).clone())));
            all.extend(one(den).into_iter().map(|den| quotient((**num).clone(), den)));
        }
        Expr::Power(base, exponent) => {
            all.extend(one(base).into_iter().map(|base| Expr::Power(Box::new(base), exponent.clone())));
        }
        Expr::Relation(first, rest) => {
            all.extend(one(first).into_iter().map(|first| Expr::Relation(Box::new(first), rest.clone())));
            for (k, (_, side)) in rest.iter().enumerate() {
                all.extend(one(side).into_iter().map(|side| {
                    let mut rest = rest.clone();
                    rest[k].1 = side;
                    Expr::Relation(first.clone(), rest)
                }));
            }
        }
        _ => {}
    }
    all
}
