//! Equations, inequalities and what `and`, `or` and `not` make of them: when two of them say the same.
//!
//! Two equations are the same when one is a multiple of the other (moving terms, scaling, swapping sides), so `x = 1`
//! and `(x - 1)^2 = 0` are not. Statements with inequalities in one unknown are the same when they have the same
//! solutions; in more unknowns, when they are the same table of signs of the same differences.

use super::normal::{Fraction, Obstacle, Ring};
use super::poly::Poly;
use super::probe::{self, Point, Probed};
use super::{Sameness, Scope, roots};
use crate::notation::expr::{Constant, Expr, Function, Relation};
use std::collections::BTreeMap;

/// A statement taken apart.
#[derive(Clone, Debug, PartialEq)]
enum Logic {
    Truth(bool),
    /// A letter that is true or false.
    Letter(String),
    Compare(Expr, Relation, Expr),
    And(Vec<Logic>),
    Or(Vec<Logic>),
    Not(Box<Logic>),
}

/// Whether an expression is a statement rather than a value.
pub fn is_statement(expr: &Expr) -> bool {
    matches!(expr, Expr::Relation(..) | Expr::And(_) | Expr::Or(_) | Expr::Not(_))
        || matches!(expr, Expr::Constant(Constant::True | Constant::False))
}

pub fn same(a: &Expr, b: &Expr, dialect: Scope) -> Sameness {
    let (Some(a), Some(b)) = (logic(a), logic(b)) else { return Sameness::Unknown };
    if let (Some(a), Some(b)) = (equation(&a), equation(&b)) {
        return same_equation((&a.0, &a.1), (&b.0, &b.1), dialect);
    }
    if let (Logic::Compare(l, Relation::NotEqual, r), Logic::Compare(m, Relation::NotEqual, s)) = (&a, &b) {
        return same_equation((l, r), (m, s), dialect);
    }
    if undefined(&a, dialect) || undefined(&b, dialect) {
        return Sameness::Undefined;
    }
    if let Some(same) = same_solutions(&a, &b, dialect) {
        return if same { Sameness::Same } else { Sameness::Different };
    }
    same_signs(&a, &b, dialect)
}

fn logic(expr: &Expr) -> Option<Logic> {
    Some(match expr {
        Expr::Constant(Constant::True) => Logic::Truth(true),
        Expr::Constant(Constant::False) => Logic::Truth(false),
        Expr::Name(name) if name == "all" => Logic::Truth(true),
        Expr::Name(name) if name == "none" => Logic::Truth(false),
        Expr::Name(name) => Logic::Letter(name.clone()),
        Expr::Relation(first, rest) => {
            let mut parts = Vec::new();
            let mut left = &**first;
            for (relation, right) in rest {
                parts.push(both_signs(left, *relation, right));
                left = right;
            }
            if parts.len() == 1 { parts.remove(0) } else { Logic::And(parts) }
        }
        Expr::And(parts) => Logic::And(parts.iter().map(logic).collect::<Option<_>>()?),
        Expr::Or(parts) => Logic::Or(parts.iter().map(logic).collect::<Option<_>>()?),
        Expr::Not(inside) => Logic::Not(Box::new(logic(inside)?)),
        _ => return None,
    })
}

/// `x = ±2` is `x = 2 or x = -2`.
fn both_signs(left: &Expr, relation: Relation, right: &Expr) -> Logic {
    let has = |expr: &Expr| expr.any(&|part| matches!(part, Expr::PlusMinus(..)));
    if !(has(left) || has(right)) {
        return Logic::Compare(left.clone(), relation, right.clone());
    }
    let with = |minus: bool| Logic::Compare(chosen(left, minus), relation, chosen(right, minus));
    Logic::Or(vec![with(false), with(true)])
}

/// With plus or minus in place of ±.
pub fn chosen(expr: &Expr, minus: bool) -> Expr {
    let again = |part: &Expr| chosen(part, minus);
    let boxed = |part: &Expr| Box::new(chosen(part, minus));
    match expr {
        Expr::PlusMinus(left, right) => {
            let right = again(right);
            let right = if minus { Expr::Negative(Box::new(right)) } else { right };
            match left {
                None => right,
                Some(left) => Expr::Sum(vec![again(left), right]),
            }
        }
        Expr::Negative(inside) => Expr::Negative(boxed(inside)),
        Expr::Sum(all) => Expr::Sum(all.iter().map(again).collect()),
        Expr::Product(all) => Expr::Product(all.iter().map(again).collect()),
        Expr::Quotient(a, b) => Expr::Quotient(boxed(a), boxed(b)),
        Expr::Power(a, b) => Expr::Power(boxed(a), boxed(b)),
        Expr::Call(function, all) => Expr::Call(*function, all.iter().map(again).collect()),
        other => other.clone(),
    }
}

/// One equation, or several joined by `or` as the product of their differences.
fn equation(logic: &Logic) -> Option<(Expr, Expr)> {
    match logic {
        Logic::Compare(left, Relation::Equal, right) => {
            let product = without_bars(left, right).or_else(|| without_bars(right, left));
            Some(
                product.map_or_else(
                    || (left.clone(), right.clone()),
                    |product| (product, Expr::Number("0".into())),
                ),
            )
        }
        Logic::Or(parts) => {
            let mut factors = Vec::new();
            for part in parts {
                let (left, right) = equation(part)?;
                factors.push(Expr::Sum(vec![left, Expr::Negative(Box::new(right))]));
            }
            Some((Expr::Product(factors), Expr::Number("0".into())))
        }
        Logic::Truth(truth) => {
            let right = if *truth { "0" } else { "1" };
            Some((Expr::Number("0".into()), Expr::Number(right.into())))
        }
        _ => None,
    }
}

/// `|u| = |v|` is `(u - v)(u + v) = 0`, and `|u| = 3` likewise.
fn without_bars(left: &Expr, right: &Expr) -> Option<Expr> {
    let Expr::Call(Function::Abs, inside) = left else { return None };
    let u = inside.first()?;
    let v = match right {
        Expr::Call(Function::Abs, inside) => inside.first()?,
        number @ (Expr::Number(_) | Expr::Mixed(..)) => number,
        Expr::Quotient(num, den) if matches!((&**num, &**den), (Expr::Number(_), Expr::Number(_))) => right,
        _ => return None,
    };
    let minus = Expr::Sum(vec![u.clone(), Expr::Negative(Box::new(v.clone()))]);
    Some(Expr::Product(vec![minus, Expr::Sum(vec![u.clone(), v.clone()])]))
}

/// `left - right` in lowest terms.
fn difference(ring: &mut Ring, left: &Expr, right: &Expr) -> Result<Fraction, Obstacle> {
    let (left, right) = (ring.normal(left)?, ring.normal(right)?);
    let difference = ring.minus(&left, &right)?;
    ring.lowest(&difference).ok_or(Obstacle::TooHard)
}

/// Whether two equations, each as its two sides, are multiples of each other.
pub fn same_equation(a: (&Expr, &Expr), b: (&Expr, &Expr), dialect: Scope) -> Sameness {
    let mut ring = Ring::new(dialect);
    let (first, second) = (difference(&mut ring, a.0, a.1), difference(&mut ring, b.0, b.1));
    let told = match (&first, &second) {
        (Err(Obstacle::Undefined), _) | (_, Err(Obstacle::Undefined)) => return Sameness::Undefined,
        (Ok(first), Ok(second)) => {
            let decisive = ring.is_decisive(&first.num) && ring.is_decisive(&second.num);
            match (proportional(&ring, &first.num, &second.num), decisive) {
                (Some(true), _) => Some(true),
                (Some(false), true) => Some(false),
                _ => None,
            }
        }
        _ => None,
    };
    match told {
        Some(true) => return Sameness::Same,
        Some(false) => return Sameness::Different,
        None => {}
    }
    let probed = match probe::proportional_residues(a, b, dialect) {
        Probed::Unknown => probe::proportional(a, b, dialect).0,
        told => told,
    };
    match probed {
        Probed::Same => Sameness::Same,
        Probed::Different => Sameness::Different,
        Probed::Unknown => Sameness::Unknown,
    }
}

/// The coefficients, numbers and roots, of each product of unknowns.
fn by_unknowns(ring: &Ring, poly: &Poly) -> Option<BTreeMap<Vec<(usize, i64)>, Poly>> {
    let mut all: BTreeMap<Vec<(usize, i64)>, Poly> = BTreeMap::new();
    for (monomial, c) in &poly.0 {
        let (unknown, number): (Vec<_>, Vec<_>) =
            monomial.iter().copied().partition(|(k, _)| ring.is_unknown(*k));
        let part = all.entry(unknown).or_default();
        *part = part.plus(&Poly::term(number, *c))?;
    }
    all.retain(|_, part| !part.is_zero());
    Some(all)
}

/// Whether one is a nonzero number times the other.
fn proportional(ring: &Ring, a: &Poly, b: &Poly) -> Option<bool> {
    if a.is_zero() || b.is_zero() {
        return Some(a.is_zero() && b.is_zero());
    }
    let (a, b) = (by_unknowns(ring, a)?, by_unknowns(ring, b)?);
    if !a.keys().eq(b.keys()) {
        return Some(false);
    }
    let (c, d) = (a.values().next_back()?, b.values().next_back()?);
    for (left, right) in a.values().zip(b.values()) {
        let crossed = left.times(d, &ring.kinds)?.minus(&right.times(c, &ring.kinds)?)?;
        if !crossed.is_zero() {
            return Some(false);
        }
    }
    Some(true)
}

fn compares(logic: &Logic) -> Vec<(&Expr, Relation, &Expr)> {
    match logic {
        Logic::Compare(left, relation, right) => vec![(left, *relation, right)],
        Logic::And(parts) | Logic::Or(parts) => parts.iter().flat_map(compares).collect(),
        Logic::Not(inside) => compares(inside),
        Logic::Truth(_) | Logic::Letter(_) => Vec::new(),
    }
}

fn letters(logic: &Logic) -> Vec<&String> {
    match logic {
        Logic::Letter(name) => vec![name],
        Logic::And(parts) | Logic::Or(parts) => parts.iter().flat_map(letters).collect(),
        Logic::Not(inside) => letters(inside),
        Logic::Truth(_) | Logic::Compare(..) => Vec::new(),
    }
}

fn undefined(logic: &Logic, dialect: Scope) -> bool {
    let mut ring = Ring::new(dialect);
    compares(logic)
        .into_iter()
        .any(|(left, _, right)| [left, right].iter().any(|e| ring.normal(e) == Err(Obstacle::Undefined)))
}

/// In one unknown: whether both hold at the same places. `None` when that is not to be found out this way.
fn same_solutions(a: &Logic, b: &Logic, dialect: Scope) -> Option<bool> {
    let all: Vec<_> = compares(a).into_iter().chain(compares(b)).collect();
    let mut names: Vec<String> =
        all.iter().flat_map(|(left, _, right)| left.names().into_iter().chain(right.names())).collect();
    names.sort();
    names.dedup();
    if names.len() > 1 || all.is_empty() || !letters(a).is_empty() || !letters(b).is_empty() {
        return None;
    }
    let name = names.first().map_or("x", String::as_str);
    let mut places = Vec::new();
    for (left, _, right) in &all {
        places.extend(critical_points(left, right, name, dialect)?);
    }
    for x in tried(places) {
        let (a, b) = (holds_at(a, name, x, dialect)?, holds_at(b, name, x, dialect)?);
        if a != b {
            return Some(false);
        }
    }
    Some(true)
}

/// The places themselves, one between each two, and one beyond each end.
fn tried(mut places: Vec<f64>) -> Vec<f64> {
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() <= 1e-7 * (1.0 + b.abs()));
    let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else {
        return vec![0.0];
    };
    let between = places.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0);
    let mut all: Vec<f64> = between.chain([first - 1.0, last + 1.0]).collect();
    all.extend(places);
    all
}

/// Where `left - right` may change its sign: the roots of its polynomials, for either sign of each |…|.
fn critical_points(left: &Expr, right: &Expr, name: &str, dialect: Scope) -> Option<Vec<f64>> {
    let sum = Expr::Sum(vec![left.clone(), Expr::Negative(Box::new(right.clone()))]);
    let mut variants = vec![sum];
    for _ in 0..4 {
        let unfolded: Vec<Expr> = variants.iter().flat_map(without_one_abs).collect();
        if unfolded.len() == variants.len() {
            break;
        }
        variants = unfolded;
    }
    let mut places = Vec::new();
    for variant in variants {
        let mut ring = Ring::new(dialect);
        let normal = ring.normal(&variant).ok()?;
        let generator = ring.generator_of(name);
        for poly in [&normal.num, &normal.den] {
            let only = poly.generators().into_iter().all(|k| !ring.is_unknown(k) || Some(k) == generator);
            if !only {
                return None;
            }
            let coefficients = match generator {
                Some(k) => poly.coefficients(k)?,
                None => vec![poly.clone()],
            };
            let numbers: Option<Vec<f64>> = coefficients.iter().map(|c| ring.number_of(c)).collect();
            places.extend(roots::real(&numbers?)?);
        }
    }
    Some(places)
}

/// The expression with its first |u| as u and as -u, and u itself, whose roots count too.
fn without_one_abs(expr: &Expr) -> Vec<Expr> {
    let Some(inside) = first_abs(expr) else { return vec![expr.clone()] };
    let abs = Expr::Call(Function::Abs, vec![inside.clone()]);
    let negative = Expr::Negative(Box::new(inside.clone()));
    vec![replaced(expr, &abs, &inside), replaced(expr, &abs, &negative), inside]
}

fn first_abs(expr: &Expr) -> Option<Expr> {
    if let Expr::Call(Function::Abs, inside) = expr {
        return inside.first().cloned();
    }
    expr.parts().into_iter().find_map(first_abs)
}

/// With `from` replaced by `to` wherever it stands.
pub fn replaced(expr: &Expr, from: &Expr, to: &Expr) -> Expr {
    if expr == from {
        return to.clone();
    }
    let again = |part: &Expr| replaced(part, from, to);
    let boxed = |part: &Expr| Box::new(replaced(part, from, to));
    let all = |parts: &[Expr]| -> Vec<Expr> { parts.iter().map(again).collect() };
    match expr {
        Expr::Negative(inside) => Expr::Negative(boxed(inside)),
        Expr::Factorial(inside) => Expr::Factorial(boxed(inside)),
        Expr::Percent(inside) => Expr::Percent(boxed(inside)),
        Expr::Not(inside) => Expr::Not(boxed(inside)),
        Expr::Sum(parts) => Expr::Sum(all(parts)),
        Expr::Product(parts) => Expr::Product(all(parts)),
        Expr::Quotient(a, b) => Expr::Quotient(boxed(a), boxed(b)),
        Expr::Power(a, b) => Expr::Power(boxed(a), boxed(b)),
        Expr::Call(function, parts) => Expr::Call(*function, all(parts)),
        Expr::Apply(name, parts) => Expr::Apply(name.clone(), all(parts)),
        Expr::Ratio(parts) => Expr::Ratio(all(parts)),
        Expr::Group(open, parts, close) => Expr::Group(*open, all(parts), *close),
        Expr::Union(parts) => Expr::Union(all(parts)),
        Expr::And(parts) => Expr::And(all(parts)),
        Expr::Or(parts) => Expr::Or(all(parts)),
        Expr::Relation(first, rest) => {
            Expr::Relation(boxed(first), rest.iter().map(|(relation, e)| (*relation, again(e))).collect())
        }
        Expr::PlusMinus(a, b) => Expr::PlusMinus(a.as_ref().map(|a| boxed(a)), boxed(b)),
        Expr::Remainder(a, b) => Expr::Remainder(boxed(a), boxed(b)),
        other => other.clone(),
    }
}

fn holds_at(logic: &Logic, name: &str, x: f64, dialect: Scope) -> Option<bool> {
    let point = Point { dialect, round: 0, fixed: Some((name, x)) };
    holds(logic, &mut |left, relation, right| {
        let sign = match (point.value(left), point.value(right)) {
            (Some(left), Some(right)) => left.sign_of_difference(right)?,
            // Where a side has no value nothing holds, not even an inequality.
            _ => return Some(false),
        };
        Some(agrees(relation, sign))
    })
}

/// Whether a difference of this sign meets the relation.
fn agrees(relation: Relation, sign: i8) -> bool {
    match relation {
        Relation::Equal => sign == 0,
        Relation::NotEqual => sign != 0,
        Relation::Less => sign < 0,
        Relation::AtMost => sign <= 0,
        Relation::Greater => sign > 0,
        Relation::AtLeast => sign >= 0,
    }
}

type Judge<'a> = &'a mut dyn FnMut(&Expr, Relation, &Expr) -> Option<bool>;

fn holds(logic: &Logic, judge: Judge) -> Option<bool> {
    Some(match logic {
        Logic::Truth(truth) => *truth,
        Logic::Letter(name) => judge(&Expr::Name(name.clone()), Relation::Equal, &Expr::Name(name.clone()))?,
        Logic::Compare(left, relation, right) => judge(left, *relation, right)?,
        Logic::Not(inside) => !holds(inside, judge)?,
        Logic::And(parts) => {
            for part in parts {
                if !holds(part, judge)? {
                    return Some(false);
                }
            }
            true
        }
        Logic::Or(parts) => {
            for part in parts {
                if holds(part, judge)? {
                    return Some(true);
                }
            }
            false
        }
    })
}

/// Each difference that occurs, once; and for each comparison which one it is and whether it is turned round.
struct Signs<'a> {
    differences: Vec<(Expr, Expr)>,
    dialect: Scope<'a>,
}

impl Signs<'_> {
    /// The number of this difference, and 1 or -1.
    fn place(&mut self, left: &Expr, right: &Expr) -> Option<(usize, i8)> {
        for (k, (l, r)) in self.differences.iter().enumerate() {
            if same_equation((left, right), (l, r), self.dialect) == Sameness::Same {
                let (_, sign) = probe::proportional((left, right), (l, r), self.dialect);
                return (sign != 0).then_some((k, sign));
            }
        }
        self.differences.push((left.clone(), right.clone()));
        Some((self.differences.len() - 1, 1))
    }
}

/// Compares the two over every choice of signs of the differences in them.
fn same_signs(a: &Logic, b: &Logic, dialect: Scope) -> Sameness {
    let mut signs = Signs { differences: Vec::new(), dialect };
    let mut places = BTreeMap::new();
    for logic in [a, b] {
        for (left, _, right) in compares(logic) {
            let Some(place) = signs.place(left, right) else { return Sameness::Unknown };
            places.insert((left.clone(), right.clone()), place);
        }
    }
    let mut names: Vec<&String> = letters(a).into_iter().chain(letters(b)).collect();
    names.sort();
    names.dedup();
    let (differences, names_count) = (signs.differences.len(), names.len());
    if differences > 5 || names_count > 8 || differences + names_count > 9 {
        return Sameness::Unknown;
    }
    let choices = 3usize.pow(differences as u32) << names_count;
    for choice in 0..choices {
        let (truths, mut rest) = (choice & ((1 << names_count) - 1), choice >> names_count);
        let mut sign = Vec::new();
        for _ in 0..differences {
            sign.push((rest % 3) as i8 - 1);
            rest /= 3;
        }
        let mut judge = |left: &Expr, relation: Relation, right: &Expr| {
            if left == right
                && let Expr::Name(name) = left
                && let Some(k) = names.iter().position(|known| *known == name)
            {
                return Some(truths >> k & 1 == 1);
            }
            let (k, turned) = places.get(&(left.clone(), right.clone()))?;
            Some(agrees(relation, sign[*k] * turned))
        };
        match (holds(a, &mut judge), holds(b, &mut judge)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(_), Some(_)) => return Sameness::Different,
            _ => return Sameness::Unknown,
        }
    }
    Sameness::Same
}

impl Ring<'_> {
    /// The value of a polynomial without unknowns.
    pub fn number_of(&self, poly: &Poly) -> Option<f64> {
        let mut sum = 0.0;
        for (monomial, c) in &poly.0 {
            let mut term = c.to_f64();
            for (k, power) in monomial {
                term *= self.number_of_power(*k, *power)?;
            }
            sum += term;
        }
        Some(sum)
    }
}

/// Whether two equations are the same once each is divided by the letters that all its terms have.
pub fn same_but_letters(a: &Expr, b: &Expr, dialect: Scope) -> bool {
    let mut ring = Ring::new(dialect);
    let mut sides = Vec::new();
    for expr in [a, b] {
        let Some(Logic::Compare(left, Relation::Equal, right)) = logic(expr) else { return false };
        let Ok(difference) = difference(&mut ring, &left, &right) else { return false };
        let common = difference.num.common_monomial();
        let Some(rest) = difference.num.divided_by_monomial(&common, &ring.kinds) else { return false };
        sides.push(rest);
    }
    proportional(&ring, &sides[0], &sides[1]) == Some(true)
}
