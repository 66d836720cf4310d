//! How an expression is written: in lowest terms, expanded, factored, as one fraction. Only the form is looked at;
//! whether the value is right is asked elsewhere.

use super::Scope;
use super::normal::{Fraction, Ring};
use super::poly::{Poly, WHOLE, exponent};
use super::statement::replaced;
use crate::notation::expr::{Constant, Expr, Function, Relation};
use crate::num::Exact;
use crate::num::rational::gcd;

/// The letter that stands for the expression that is asked about, such as `sin(x)`.
const STAND_IN: &str = "_v";

fn digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

fn whole(expr: &Expr) -> Option<u128> {
    match expr {
        Expr::Number(text) if digits(text) => text.parse().ok(),
        _ => None,
    }
}

/// Without its sign.
fn unsigned(expr: &Expr) -> &Expr {
    if let Expr::Negative(inside) = expr { inside } else { expr }
}

/// Every fraction in it has a numerator and a denominator without a common divisor, and at most one sign.
pub fn lowest(expr: &Expr, dialect: Scope) -> bool {
    let here = match expr {
        Expr::Quotient(num, den) => lowest_fraction(num, den, dialect),
        Expr::Mixed(_, num, den) => match (num.parse::<u128>(), den.parse::<u128>()) {
            (Ok(num), Ok(den)) => num < den && gcd(num, den) == 1,
            _ => false,
        },
        Expr::Ratio(parts) => {
            let numbers: Option<Vec<u128>> = parts.iter().map(whole).collect();
            numbers.is_none_or(|numbers| numbers.into_iter().fold(0, gcd) <= 1)
        }
        _ => true,
    };
    here && expr.parts().into_iter().all(|part| lowest(part, dialect))
}

fn lowest_fraction(num: &Expr, den: &Expr, dialect: Scope) -> bool {
    if matches!(num, Expr::Negative(_)) && matches!(den, Expr::Negative(_)) {
        return false;
    }
    let radical_below =
        den.any(&|part| matches!(part, Expr::Call(Function::Sqrt | Function::Cbrt | Function::Root, _)));
    if radical_below && den.names().is_empty() {
        return false;
    }
    let mut ring = Ring::new(dialect);
    let (Ok(num), Ok(den)) = (ring.normal(num), ring.normal(den)) else { return true };
    let (Some(a), Some(b)) = (whole_content(&num), whole_content(&den)) else { return true };
    // 7/1 is written as 7.
    if den.as_number() == Some(Exact::ONE) {
        return false;
    }
    if gcd(a, b) > 1 {
        return false;
    }
    let common = num.num.gcd(&den.num, &ring.kinds, &mut 200);
    common.is_none_or(|common| common.as_constant().is_some())
}

/// The common divisor of whole coefficients; `None` when some are broken.
fn whole_content(fraction: &Fraction) -> Option<u128> {
    fraction.den.as_constant().filter(|c| *c == Exact::ONE)?;
    fraction.num.0.values().try_fold(0, |divisor, c| Some(gcd(divisor, c.as_whole()?.unsigned_abs())))
}

/// Only the numbers of its fractions are in lowest terms; unknowns may cancel.
pub fn lowest_numbers(expr: &Expr) -> bool {
    let here = match expr {
        Expr::Quotient(num, den) => {
            let both = matches!(**num, Expr::Negative(_)) && matches!(**den, Expr::Negative(_));
            let common = leading_number(num).zip(whole(unsigned(den))).is_some_and(|(a, b)| gcd(a, b) > 1);
            !both && !common
        }
        Expr::Negative(inside) => match &**inside {
            Expr::Quotient(num, den) => {
                !matches!(**num, Expr::Negative(_)) && !matches!(**den, Expr::Negative(_))
            }
            _ => true,
        },
        _ => true,
    };
    here && expr.parts().into_iter().all(lowest_numbers)
}

fn leading_number(expr: &Expr) -> Option<u128> {
    match unsigned(expr) {
        Expr::Product(factors) => {
            let numbers: Vec<u128> = factors.iter().filter_map(|f| whole(unsigned(f))).collect();
            (!numbers.is_empty()).then(|| numbers.into_iter().fold(1u128, u128::saturating_mul))
        }
        expr => whole(expr),
    }
}

pub fn mixed(expr: &Expr) -> bool {
    match unsigned(expr) {
        Expr::Number(text) => digits(text),
        Expr::Mixed(_, num, den) => parts_below(num, den),
        Expr::Quotient(num, den) => match (whole(num), whole(den)) {
            (Some(num), Some(den)) => num < den,
            _ => false,
        },
        _ => false,
    }
}

fn parts_below(num: &str, den: &str) -> bool {
    matches!((num.parse::<u128>(), den.parse::<u128>()), (Ok(num), Ok(den)) if num < den)
}

/// A fraction, or a whole number.
pub fn improper(expr: &Expr) -> bool {
    match unsigned(expr) {
        Expr::Number(text) => digits(text),
        Expr::Quotient(num, den) => whole(unsigned(num)).is_some() && whole(unsigned(den)).is_some(),
        _ => false,
    }
}

pub fn decimal(expr: &Expr) -> bool {
    matches!(unsigned(expr), Expr::Number(text) if !text.contains('e'))
}

pub fn percent(expr: &Expr) -> bool {
    matches!(unsigned(expr), Expr::Percent(inside) if matches!(**inside, Expr::Number(_)))
}

/// `6.02 x 10^23`: a number from 1 up to 10, times a power of ten.
pub fn scientific(expr: &Expr) -> bool {
    let leading = |text: &str| {
        let (whole, _) = text.split_once('.').unwrap_or((text, ""));
        whole.len() == 1 && whole != "0"
    };
    match unsigned(expr) {
        Expr::Number(text) => text.split_once('e').is_some_and(|(digits, _)| leading(digits)),
        Expr::Product(factors) => match &factors[..] {
            [Expr::Number(text), Expr::Power(base, power)] => {
                let power = whole(unsigned(power)).is_some();
                leading(text) && !text.contains('e') && whole(base) == Some(10) && power
            }
            _ => false,
        },
        _ => false,
    }
}

/// No bracket is left to multiply out.
pub fn expanded(expr: &Expr) -> bool {
    let sum = |part: &Expr| matches!(unsigned(part), Expr::Sum(_));
    match expr {
        Expr::Product(factors) => !factors.iter().any(sum) && factors.iter().all(expanded),
        Expr::Power(base, power) => {
            let open = sum(base) || matches!(**base, Expr::Product(_) | Expr::Quotient(..));
            !(open && whole(power).is_some()) && expanded(base)
        }
        Expr::Quotient(num, den) => !sum(num) && expanded(num) && expanded(den),
        Expr::Negative(inside) => !sum(inside) && expanded(inside),
        // What stands inside a function is its own business.
        Expr::Call(..) | Expr::Apply(..) => true,
        expr => expr.parts().into_iter().all(expanded),
    }
}

/// Like terms are put together, numbers computed, fractions in lowest terms: nothing is left to do but to choose
/// between brackets and none.
pub fn simplified(expr: &Expr, dialect: Scope) -> bool {
    let here = match expr {
        Expr::Sum(terms) => match term_count(expr, dialect) {
            Some(count) => terms.len() <= count,
            None => true,
        },
        Expr::Product(factors) => {
            let numbers = factors.iter().filter(|f| whole(unsigned(f)).is_some()).count();
            let mut bases: Vec<&Expr> =
                factors.iter().map(base_of).filter(|b| matches!(b, Expr::Name(_))).collect();
            let count = bases.len();
            bases.sort();
            bases.dedup();
            numbers <= 1
                && bases.len() == count
                && !factors.iter().skip(1).any(|f| whole(unsigned(f)).is_some())
                && !factors.iter().any(|f| whole(f) == Some(1) || whole(f) == Some(0))
        }
        Expr::Power(base, power) => {
            let number = whole(unsigned(base)).is_some() && whole(unsigned(power)).is_some();
            !number && whole(power).is_none_or(|n| n > 1) && !matches!(**base, Expr::Power(..))
        }
        Expr::Negative(inside) => !matches!(**inside, Expr::Negative(_)),
        Expr::Quotient(num, den) => lowest_fraction(num, den, dialect),
        Expr::Call(Function::Sqrt, inside) => inside.first().and_then(whole).is_none_or(squarefree),
        _ => true,
    };
    here && expr.parts().into_iter().all(|part| simplified(part, dialect))
}

fn base_of(expr: &Expr) -> &Expr {
    match expr {
        Expr::Power(base, _) => base,
        Expr::Negative(inside) => base_of(inside),
        expr => expr,
    }
}

fn term_count(expr: &Expr, dialect: Scope) -> Option<usize> {
    let normal = Ring::new(dialect).normal(expr).ok()?;
    normal.den.as_constant().map(|_| normal.num.0.len().max(1))
}

fn squarefree(n: u128) -> bool {
    super::normal::factors(n).is_none_or(|factors| n > 1 && factors.iter().all(|(_, times)| *times == 1))
}

/// No square under a root, no root in a denominator, no fraction under a root, like roots put together.
pub fn simplified_radical(expr: &Expr, dialect: Scope) -> bool {
    let here = match expr {
        Expr::Call(Function::Sqrt, inside) => match inside.first() {
            Some(inside) => {
                whole(inside).map_or(!inside.any(&|part| matches!(part, Expr::Quotient(..))), squarefree)
            }
            None => false,
        },
        Expr::Call(Function::Cbrt, inside) => inside.first().and_then(whole).is_none_or(|n| powerfree(n, 3)),
        Expr::Call(Function::Root, both) => match (both.first().and_then(whole), both.last().and_then(whole))
        {
            (Some(degree), Some(n)) => i64::try_from(degree).is_ok_and(|degree| powerfree(n, degree)),
            _ => true,
        },
        Expr::Quotient(num, den) => lowest_fraction(num, den, dialect),
        Expr::Power(_, power) => !matches!(**power, Expr::Quotient(..)),
        Expr::Sum(terms) => term_count(expr, dialect).is_none_or(|count| terms.len() <= count),
        Expr::Product(factors) => {
            let root = |f: &&Expr| matches!(f, Expr::Call(Function::Sqrt, _));
            factors.iter().filter(root).count() <= 1
                && factors.iter().filter(|f| whole(f).is_some()).count() <= 1
        }
        _ => true,
    };
    here && expr.parts().into_iter().all(|part| simplified_radical(part, dialect))
}

fn powerfree(n: u128, degree: i64) -> bool {
    super::normal::factors(n).is_none_or(|factors| n > 1 && factors.iter().all(|(_, times)| *times < degree))
}

/// One numerator over one denominator, with no fraction inside either; or no fraction at all.
pub fn single_fraction(expr: &Expr) -> bool {
    let broken = |part: &Expr| {
        part.any(&|part| match part {
            Expr::Quotient(..) | Expr::Mixed(..) => true,
            Expr::Power(_, power) => matches!(**power, Expr::Negative(_)),
            _ => false,
        })
    };
    // A broken exponent is no fraction.
    let broken = |part: &Expr| broken(&without_exponents(part));
    match expr {
        Expr::Negative(inside) => single_fraction(inside),
        Expr::Quotient(num, den) => !broken(num) && !broken(den),
        expr => !broken(expr),
    }
}

fn without_exponents(expr: &Expr) -> Expr {
    match expr {
        Expr::Power(base, power) if !matches!(**power, Expr::Negative(_)) => without_exponents(base),
        Expr::Sum(all) => Expr::Sum(all.iter().map(without_exponents).collect()),
        Expr::Product(all) => Expr::Product(all.iter().map(without_exponents).collect()),
        Expr::Negative(inside) => Expr::Negative(Box::new(without_exponents(inside))),
        Expr::Call(..) => Expr::Name("f".into()),
        other => other.clone(),
    }
}

/// The polynomials that are multiplied, each without its power; `None` when it is no product of polynomials.
fn factors_of<'a>(expr: &'a Expr, all: &mut Vec<&'a Expr>) {
    match expr {
        Expr::Negative(inside) => factors_of(inside, all),
        Expr::Product(factors) => factors.iter().for_each(|factor| factors_of(factor, all)),
        Expr::Power(base, power) if whole(power).is_some() => factors_of(base, all),
        Expr::Quotient(num, den) if den.names().is_empty() => factors_of(num, all),
        expr => all.push(expr),
    }
}

/// A product of factors that cannot be factored further over the rational numbers.
pub fn factored(expr: &Expr, variable: Option<&str>, dialect: Scope) -> bool {
    let expr = stand_in(expr, variable, dialect);
    let mut factors = Vec::new();
    factors_of(&expr, &mut factors);
    let mut ring = Ring::new(dialect);
    factors.into_iter().all(|factor| match ring.normal(factor) {
        Ok(fraction) => match fraction.den.as_constant() {
            Some(_) => irreducible(&fraction.num, &ring),
            None => false,
        },
        Err(_) => !matches!(factor, Expr::Sum(_)),
    })
}

/// With a letter in place of the expression asked about, when that is no letter.
fn stand_in(expr: &Expr, variable: Option<&str>, dialect: Scope) -> Expr {
    let style = crate::notation::Style::of(dialect.dialect);
    match variable.and_then(|text| crate::notation::parse(text, style).ok()) {
        Some(asked) if !matches!(asked, Expr::Name(_)) => replaced(expr, &asked, &Expr::name(STAND_IN)),
        _ => expr.clone(),
    }
}

/// Whether a polynomial factor is as small as it gets: no common number, no common letter, no two factors.
fn irreducible(poly: &Poly, ring: &Ring) -> bool {
    if poly.0.len() < 2 {
        return true;
    }
    if !poly.common_monomial().is_empty() {
        return false;
    }
    let whole = poly.0.values().all(|c| c.as_whole().is_some());
    let content = poly.content().map(Exact::size);
    if whole && content.is_some_and(|content| content != Exact::ONE) {
        return false;
    }
    let unknowns: Vec<usize> = poly.generators().into_iter().filter(|k| ring.is_unknown(*k)).collect();
    let Some(main) = unknowns.iter().copied().min_by_key(|k| poly.degree(*k)) else { return true };
    if poly.degree(main) == WHOLE {
        return linear_is_irreducible(poly, main, ring);
    }
    if unknowns.len() > 1 {
        return specialised(poly, main, &unknowns, ring.dialect);
    }
    let Some(coefficients) = poly.coefficients(main) else { return true };
    let numbers: Option<Vec<Exact>> = coefficients.iter().map(Poly::as_constant).collect();
    numbers.is_none_or(|numbers| !super::factor::is_reducible(&numbers, ring.dialect))
}

/// `a v + b` splits only when a and b have a common factor.
fn linear_is_irreducible(poly: &Poly, main: usize, ring: &Ring) -> bool {
    let Some(coefficients) = poly.coefficients(main) else { return true };
    let [b, a] = &coefficients[..] else { return true };
    let common = a.gcd(b, &ring.kinds, &mut 200);
    common.is_none_or(|common| !common.generators().into_iter().any(|k| ring.is_unknown(k)))
}

/// With numbers for the other letters: one choice that does not split proves that the whole does not (Hilbert 1892);
/// when all six split, it is taken to split.
fn specialised(poly: &Poly, main: usize, unknowns: &[usize], scope: Scope) -> bool {
    for round in 0..6 {
        let Some(coefficients) = poly.coefficients(main) else { return true };
        let mut numbers = Vec::new();
        for c in &coefficients {
            let mut sum = Some(Exact::ZERO);
            for (monomial, number) in &c.0 {
                let mut term = Some(*number);
                for (k, power) in monomial {
                    let place = unknowns.iter().position(|u| u == k);
                    let value = place
                        .map(|place| Exact::whole([2, 3, 5, 7, 11, 13][(place + round) % 6] + round as i64));
                    let power = (power % WHOLE == 0).then_some(power / WHOLE);
                    term = term.zip(value.zip(power)).and_then(|(t, (v, p))| t.times(v.power(p)?));
                }
                sum = sum.zip(term).and_then(|(a, b)| a.plus(b));
            }
            match sum {
                Some(sum) => numbers.push(sum),
                None => return true,
            }
        }
        if numbers.last().is_some_and(|c| !c.is_zero()) && !super::factor::is_reducible(&numbers, scope) {
            return true;
        }
    }
    false
}

/// A sum of fractions whose denominators are powers of one irreducible polynomial each, with smaller numerators, and
/// perhaps a polynomial.
pub fn partial_fractions(expr: &Expr, variable: &str, dialect: Scope) -> bool {
    let mut terms = Vec::new();
    distributed(expr, &[], &mut terms);
    let mut ring = Ring::new(dialect);
    terms.iter().all(|term| {
        let Ok(normal) = ring.normal(term) else { return false };
        let Some(normal) = ring.lowest(&normal) else { return false };
        let Some(main) = ring.generator_of(variable) else { return true };
        partial(&normal, main, &ring)
    })
}

/// Every term of the sum, times what stands before its bracket.
fn distributed(expr: &Expr, outside: &[Expr], all: &mut Vec<Expr>) {
    match expr {
        Expr::Sum(terms) => terms.iter().for_each(|term| distributed(term, outside, all)),
        Expr::Negative(inside) => distributed(inside, outside, all),
        Expr::Product(factors) => match factors
            .iter()
            .position(|f| matches!(f, Expr::Sum(_)) && f.any(&|p| matches!(p, Expr::Quotient(..))))
        {
            Some(k) => {
                let mut rest: Vec<Expr> = outside.to_vec();
                rest.extend(factors.iter().enumerate().filter(|(j, _)| *j != k).map(|(_, f)| f.clone()));
                distributed(&factors[k], &rest, all);
            }
            None => all.push(with(expr, outside)),
        },
        expr => all.push(with(expr, outside)),
    }
}

fn with(expr: &Expr, outside: &[Expr]) -> Expr {
    let mut factors = outside.to_vec();
    factors.push(expr.clone());
    Expr::Product(factors)
}

fn partial(term: &Fraction, main: usize, ring: &Ring) -> bool {
    let degree = |poly: &Poly| poly.degree(main) / WHOLE;
    if degree(&term.den) == 0 {
        return true;
    }
    let Some(derivative) = term.den.derivative(main, &ring.kinds) else { return false };
    let Some(repeated) = term.den.gcd(&derivative, &ring.kinds, &mut 200) else { return false };
    let Some(base) = term.den.divided_by(&repeated, &ring.kinds) else { return false };
    let Some(base) = base.primitive() else { return false };
    irreducible_base(&base, main, ring) && degree(&term.num) < degree(&base)
}

/// A single letter counts as a polynomial of degree 1 here.
fn irreducible_base(base: &Poly, main: usize, ring: &Ring) -> bool {
    if base.degree(main) == WHOLE { true } else { irreducible(base, ring) }
}

/// `a(x - h)^2 + k`, or nothing to complete.
pub fn completed_square(expr: &Expr, variable: &str, dialect: Scope) -> bool {
    let expr = stand_in(expr, Some(variable), dialect);
    let letter = match crate::notation::parse(variable, crate::notation::Style::of(dialect.dialect)) {
        Ok(Expr::Name(name)) => name,
        _ => STAND_IN.into(),
    };
    let depends = |part: &Expr| part.names().contains(&letter);
    let mut ring = Ring::new(dialect);
    let Ok(normal) = ring.normal(&expr) else { return false };
    match ring.generator_of(&letter).map(|k| normal.num.degree(k) / WHOLE) {
        None | Some(0 | 1) => return true,
        Some(2) => {}
        Some(_) => return false,
    }
    let terms: Vec<&Expr> = match &expr {
        Expr::Sum(terms) => terms.iter().collect(),
        one => vec![one],
    };
    let squares: Vec<&Expr> = terms.into_iter().filter(|term| depends(term)).collect();
    matches!(squares[..], [term] if is_square(term, &depends))
}

fn is_square(term: &Expr, depends: &dyn Fn(&Expr) -> bool) -> bool {
    match term {
        Expr::Negative(inside) => is_square(inside, depends),
        Expr::Quotient(num, den) => !depends(den) && is_square(num, depends),
        Expr::Product(factors) => {
            let own: Vec<&Expr> = factors.iter().filter(|f| depends(f)).collect();
            matches!(own[..], [one] if is_square(one, depends))
        }
        Expr::Power(base, power) => {
            // The letter itself, not its square, stands in the bracket.
            let linear = !base.any(&|part| matches!(part, Expr::Power(inner, _) if depends(inner)));
            whole(power) == Some(2) && linear
        }
        _ => false,
    }
}

/// `y = mx + b` with nothing left to do on the right.
pub fn slope_intercept(expr: &Expr, dialect: Scope) -> bool {
    let Expr::Relation(left, rest) = expr else { return false };
    let [(Relation::Equal, right)] = &rest[..] else { return false };
    let y = matches!(&**left, Expr::Name(_)) && !right.names().contains(&left.to_string());
    let terms = if let Expr::Sum(terms) = right { terms.len() } else { 1 };
    let expanded = expanded(right) || matches!(right, Expr::Quotient(..));
    y && expanded
        && terms <= 2
        && lowest(right, dialect)
        && term_count(right, dialect).is_some_and(|n| terms <= n)
}

/// The highest power of a generator with whole powers only.
pub fn degree(poly: &Poly, generator: usize) -> Option<i64> {
    let whole = poly.0.keys().all(|monomial| exponent(monomial, generator) % WHOLE == 0);
    whole.then(|| poly.degree(generator) / WHOLE)
}

/// No root and no imaginary unit in a denominator.
pub fn rationalized(expr: &Expr) -> bool {
    let bad = |part: &Expr| {
        matches!(part, Expr::Call(Function::Sqrt | Function::Cbrt | Function::Root, _))
            || *part == Expr::Constant(Constant::I)
    };
    !expr.any(&|part| matches!(part, Expr::Quotient(_, den) if den.any(&bad)))
}
