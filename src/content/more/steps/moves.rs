//! Right steps: which ones lead from a line to the next, which one a learner could take now, and all there are.

use super::slips::{fraction, lcm, quantity};
use super::worth::{
    self, Poly, Worth, everywhere, has_letters, negative, number, over, product, quotient, relation, sides,
    split, sum, terms, times, value,
};
use super::{Claim, Kind, Until, Work};
use crate::notation::Expr;
use crate::notation::expr::Relation;
use crate::num::Rational;
use crate::num::rational::gcd;

named_kinds! {
    /// Kinds of right steps. A pack says by name which skill one is evidence for.
    Step:
    Distribute = "distribute",
    Collect = "collect",
    // Letters to one side.
    Gather = "gather",
    // What is added is taken away on both sides.
    UndoSum = "undo-sum",
    // What multiplies is divided by on both sides, or the other way round.
    UndoProduct = "undo-product",
    // The sign of an inequality turns.
    Flip = "flip",
    Factor = "factor",
    Compute = "compute",
    Common = "common-denominator",
    Combine = "combine-fractions",
    Invert = "invert",
    Reduce = "reduce",
    Convert = "convert",
    Eliminate = "eliminate",
    Substitute = "substitute",
    Setup = "set-up",
}

/// A step, what it is done with, and the line that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    pub step: Step,
    /// The number or term taken away, divided by, converted ...
    pub with: Option<Expr>,
    pub line: Expr,
}

fn next(step: Step, with: Option<Expr>, line: Expr) -> Next {
    Next { step, with, line }
}

// ---- what was done ---------------------------------------------------------------------------------------------

fn brackets(expr: &Expr) -> usize {
    let here = match expr {
        Expr::Product(factors) => factors.iter().filter(|factor| matches!(factor, Expr::Sum(_))).count(),
        Expr::Negative(inside) => usize::from(matches!(**inside, Expr::Sum(_))),
        Expr::Power(base, _) => usize::from(matches!(**base, Expr::Sum(_))),
        _ => 0,
    };
    here + expr.parts().into_iter().map(brackets).sum::<usize>()
}

/// The steps that lead from one right line to the next, in the order in which they are learned.
pub fn recognised(work: &Work, above: &Expr, line: &Expr) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut add = |is: bool, step: Step| {
        if is {
            steps.push(step);
        }
    };
    match &work.kind {
        Kind::Equation { letter, .. } | Kind::Inequality { letter } => {
            if !work.shown && std::ptr::eq(above, &work.start[0]) {
                return vec![Step::Setup];
            }
            let Some((a, b)) = lined(above, letter).zip(lined(line, letter)) else { return steps };
            let divided = ratio(&a, &b).is_some_and(|k| k != Rational::ONE);
            add(brackets(above) > brackets(line) && !divided, Step::Distribute);
            let same = a == b || [a[1], a[0]] == b;
            add(same && brackets(above) == brackets(line), Step::Collect);
            let on_both =
                |sides: &[(Rational, Rational); 2]| sides.iter().all(|(slope, _)| *slope != Rational::ZERO);
            add(on_both(&a) && !on_both(&b), Step::Gather);
            let mixed = |sides: &[(Rational, Rational); 2]| {
                let letters =
                    |(slope, n): &&(Rational, Rational)| *slope != Rational::ZERO && *n != Rational::ZERO;
                sides.iter().filter(letters).count()
            };
            add(mixed(&a) > 0 && mixed(&b) == 0, Step::UndoSum);
            let factor = |sides: &[(Rational, Rational); 2]| {
                let slope = sides.iter().map(|(slope, _)| *slope).find(|slope| *slope != Rational::ZERO);
                slope.unwrap_or(Rational::ONE)
            };
            let undone = factor(&a) != factor(&b) && (factor(&b) == Rational::ONE || divided);
            add(undone, Step::UndoProduct);
            let turned = |line: &Expr| sides(line).map(|(_, sign, _)| sign);
            let flips = undone && factor(&a) < Rational::ZERO && turned(above) != turned(line);
            add(flips && matches!(work.kind, Kind::Inequality { .. }), Step::Flip);
        }
        Kind::System { letters } => {
            let has = |line: &Expr, letter: &String| line.names().contains(letter);
            let one = letters.iter().filter(|letter| has(line, letter)).count() == 1;
            let above_both = letters.iter().all(|letter| has(above, letter));
            // Where the letter that is gone stood alone, something was put in its place.
            let gone = letters.iter().find(|letter| !has(line, letter));
            let put = |known: &Expr| match sides(known) {
                Some((Expr::Name(name), ..)) => Some(name) == gone,
                _ => false,
            };
            let put = work.start.iter().chain([above]).any(put);
            add(one && above_both && put, Step::Substitute);
            add(one && above_both && !put, Step::Eliminate);
            add(!(one && above_both), Step::UndoSum);
        }
        Kind::Expression { until: Until::Expanded } => {
            add(brackets(above) > brackets(line), Step::Distribute);
            add(brackets(above) == brackets(line), Step::Collect);
        }
        Kind::Expression { until: Until::Factored } => add(true, Step::Factor),
        Kind::Number { .. } => {
            let (a, b) = (denominators(above), denominators(line));
            let differ = |all: &[i64]| all.windows(2).any(|pair| pair[0] != pair[1]);
            let divides = |line: &Expr| {
                line.any(&|part| matches!(part, Expr::Quotient(n, d) if is_fraction(n) || is_fraction(d)))
            };
            let sums = |line: &Expr| line.any(&|part| matches!(part, Expr::Sum(_)));
            let fractions = a.iter().any(|den| *den > 1);
            add(divides(above) && !divides(line), Step::Invert);
            add(fractions && sums(above) && differ(&a) && sums(line) && !differ(&b), Step::Common);
            add(fractions && sums(above) && !sums(line), Step::Combine);
            let lower = !sums(above) && !sums(line) && a.len() == 1 && b.len() == 1 && a[0] > b[0];
            add(fractions && lower, Step::Reduce);
            add(!fractions, Step::Compute);
        }
        Kind::Amount { .. } => add(true, Step::Convert),
    }
    steps
}

fn is_fraction(expr: &Expr) -> bool {
    matches!(expr, Expr::Mixed(..)) || matches!(expr, Expr::Quotient(..)) && fraction(expr).is_some()
}

/// The denominators of the fractions and numbers that are added or multiplied here.
fn denominators(expr: &Expr) -> Vec<i64> {
    match fraction(expr) {
        Some((_, den)) => vec![den],
        None => expr.parts().into_iter().flat_map(denominators).collect(),
    }
}

/// Slope and number of each side.
fn lined(line: &Expr, letter: &str) -> Option<[(Rational, Rational); 2]> {
    let (left, _, right) = sides(line)?;
    let side = |side: &Expr| {
        let poly = Worth::of(side).and_then(Worth::poly).filter(|poly| poly.degree() <= 1)?;
        Some((poly.of_letters(letter), poly.of_letters("")))
    };
    Some([side(left)?, side(right)?])
}

/// What both sides were multiplied by, when nothing else was done.
fn ratio(a: &[(Rational, Rational); 2], b: &[(Rational, Rational); 2]) -> Option<Rational> {
    let flat = |sides: &[(Rational, Rational); 2]| [sides[0].0, sides[0].1, sides[1].0, sides[1].1];
    let pairs: Vec<(Rational, Rational)> = flat(a).into_iter().zip(flat(b)).collect();
    let (from, to) = pairs.iter().find(|(from, _)| *from != Rational::ZERO)?;
    let k = to.over(*from)?;
    pairs.iter().all(|(from, to)| from.times(k) == Some(*to)).then_some(k)
}

// ---- what can be done ------------------------------------------------------------------------------------------

/// Every right step from a line, raw: nothing is tidied up on the way.
pub fn rewrites(work: &Work, from: &Expr, known: &[&Expr]) -> Vec<Next> {
    let from = &match work.kind {
        Kind::Number { .. } => worth::regrouped(from),
        _ => from.clone(),
    };
    let mut all = Vec::new();
    if let Some((left, sign, right)) = sides(from) {
        of_equation(left, sign, right, &mut all);
    }
    match &work.kind {
        Kind::System { letters } => of_system(work, from, known, letters, &mut all),
        Kind::Amount { unit } => {
            let changed = everywhere(from, &|part| conversions(part, unit));
            all.extend(changed.into_iter().map(|line| next(Step::Convert, None, line)));
        }
        _ => {}
    }
    for (step, change) in PARTS {
        all.extend(everywhere(from, change).into_iter().map(|line| next(*step, None, line)));
    }
    let same = work.claim(from);
    all.retain(|next| next.line != *from && (work.claim(&next.line) == same || is_system(work)));
    all
}

fn is_system(work: &Work) -> bool {
    matches!(work.kind, Kind::System { .. })
}

type Change = fn(&Expr) -> Vec<Expr>;

/// Right changes of one part.
const PARTS: &[(Step, Change)] = &[
    (Step::Distribute, distributed),
    (Step::Collect, collected),
    (Step::Compute, computed),
    (Step::Common, common),
    (Step::Combine, combined),
    (Step::Invert, inverted),
    (Step::Reduce, reduced),
];

fn of_equation(left: &Expr, sign: Relation, right: &Expr, all: &mut Vec<Next>) {
    for swapped in [false, true] {
        let (a, b) = if swapped { (right, left) } else { (left, right) };
        let line = |a: Expr, b: Expr, flip: bool| {
            let sign = if flip { sign.flipped() } else { sign };
            if swapped { relation(b, sign, a) } else { relation(a, sign, b) }
        };
        let parts = terms(a);
        if parts.len() > 1 {
            for (k, term) in parts.iter().enumerate() {
                let mut rest = parts.clone();
                rest.remove(k);
                let other = joined(b, &negative(term.clone()));
                let step = if has_letters(term) { Step::Gather } else { Step::UndoSum };
                all.push(next(step, Some(term.clone()), line(sum(rest), other, false)));
            }
        } else if let Some((k, Some(rest))) = split(a).filter(|(k, _)| *k != Rational::ONE && has_letters(a))
        {
            let flip = k < Rational::ZERO;
            let shared =
                if k.num().abs() == 1 { times(b, Rational::ONE.over(k).unwrap_or(k)) } else { over(b, k) };
            all.push(next(Step::UndoProduct, Some(Expr::rational(k)), line(rest, shared, flip)));
        }
    }
    // The sides change places.
    all.push(next(Step::Collect, None, relation(right.clone(), sign.flipped(), left.clone())));
    let mut below: Vec<i64> = denominators_of_terms(left);
    below.extend(denominators_of_terms(right));
    let common =
        below.into_iter().filter(|den| *den > 1).try_fold(1, lcm).filter(|den| (2..=1000).contains(den));
    if let Some(common) = common {
        let common = Rational::integer(common);
        let scaled = |side: &Expr| {
            let each = |term: &Expr| match split(term) {
                Some((n, rest)) => n.times(common).map(|n| match rest {
                    Some(rest) => times(&rest, n),
                    None => Expr::rational(n),
                }),
                None => None,
            };
            terms(side).iter().map(each).collect::<Option<Vec<_>>>().map(sum)
        };
        if let Some((left, right)) = scaled(left).zip(scaled(right)) {
            all.push(next(Step::UndoProduct, Some(Expr::rational(common)), relation(left, sign, right)));
        }
    }
}

fn denominators_of_terms(side: &Expr) -> Vec<i64> {
    terms(side).iter().filter_map(|term| split(term).map(|(n, _)| n.den())).collect()
}

/// A term added to a side: with the numbers, when both are numbers.
fn joined(side: &Expr, term: &Expr) -> Expr {
    match value(side).zip(value(term)).and_then(|(a, b)| a.plus(b)) {
        Some(n) if number(side).is_some() => Expr::rational(n),
        _ => sum(vec![side.clone(), term.clone()]),
    }
}

/// Another equation with one letter gone.
fn of_system(work: &Work, from: &Expr, known: &[&Expr], letters: &[String], all: &mut Vec<Next>) {
    for letter in letters {
        // The other letter's value or expression put in its place.
        for line in known {
            let Some((Expr::Name(name), _, right)) = sides(line) else { continue };
            let fits = name == letter && !right.names().contains(letter) && *line != from;
            if fits && from.names().contains(letter) {
                all.push(next(Step::Substitute, Some((*line).clone()), replaced(from, letter, right)));
            }
        }
        let linear = |line: &Expr| match work.claim(line) {
            Ok(Claim::Linear(of)) => Some(of),
            _ => None,
        };
        let at = usize::from(letter != &letters[0]);
        for other in known.iter().filter(|other| **other != from) {
            let Some((a, b)) = linear(from).zip(linear(other)) else { continue };
            let part = |k: usize| a[k].times(b[at])?.minus(b[k].times(a[at])?);
            let Some((n, c)) = part(1 - at).zip(part(2)).filter(|(n, _)| *n != Rational::ZERO) else {
                continue;
            };
            let left = worth::term_of(&letters[1 - at], n);
            if let Some(c) = c.negated() {
                let line = relation(left, Relation::Equal, Expr::rational(c));
                all.push(next(Step::Eliminate, Some(Expr::name(letter)), line));
            }
        }
        // The letter alone on one side.
        if let Some(of) = linear(from).filter(|of| of[at] != Rational::ZERO) {
            let other = &letters[1 - at];
            let rest = |k: usize| of[k].over(of[at])?.negated();
            if let Some((n, c)) = rest(1 - at).zip(rest(2)) {
                let mut right = vec![worth::term_of(other, n), Expr::rational(c)];
                right.retain(|term| value(term) != Some(Rational::ZERO));
                all.push(next(
                    Step::UndoSum,
                    None,
                    relation(Expr::name(letter), Relation::Equal, sum(right)),
                ));
            }
        }
    }
}

fn replaced(expr: &Expr, letter: &str, by: &Expr) -> Expr {
    match expr {
        Expr::Name(name) if name == letter => by.clone(),
        Expr::Negative(inside) => Expr::Negative(Box::new(replaced(inside, letter, by))),
        // A bracket inside a sum is not seen there: the slip that forgets it is another line.
        Expr::Sum(all) => Expr::Sum(all.iter().map(|part| replaced(part, letter, by)).collect()),
        Expr::Product(all) => Expr::Product(all.iter().map(|part| replaced(part, letter, by)).collect()),
        Expr::Quotient(num, den) => quotient(replaced(num, letter, by), replaced(den, letter, by)),
        Expr::Relation(first, rest) => {
            let rest = rest.iter().map(|(sign, side)| (*sign, replaced(side, letter, by))).collect();
            Expr::Relation(Box::new(replaced(first, letter, by)), rest)
        }
        other => other.clone(),
    }
}

fn distributed(part: &Expr) -> Vec<Expr> {
    match part {
        Expr::Negative(inside) => match &**inside {
            Expr::Sum(all) => vec![sum(all.iter().cloned().map(negative).collect())],
            _ => Vec::new(),
        },
        Expr::Product(factors) => {
            let Some(at) = factors.iter().position(|factor| matches!(factor, Expr::Sum(_))) else {
                return Vec::new();
            };
            let mut rest = factors.clone();
            let Expr::Sum(inside) = rest.remove(at) else { return Vec::new() };
            let factor = product(rest);
            let term = |term: &Expr| match (value(&factor), split(term)) {
                (Some(k), Some((n, own))) => n.times(k).map(|n| match own {
                    Some(own) => times(&own, n),
                    None => Expr::rational(n),
                }),
                _ => Some(match term {
                    Expr::Negative(inside) => negative(product(vec![factor.clone(), (**inside).clone()])),
                    term => product(vec![factor.clone(), term.clone()]),
                }),
            };
            inside.iter().map(term).collect::<Option<Vec<_>>>().map(sum).into_iter().collect()
        }
        Expr::Power(base, exponent) if number(exponent) == Some(Rational::integer(2)) => {
            if matches!(**base, Expr::Sum(_)) {
                vec![product(vec![(**base).clone(), (**base).clone()])]
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

/// A sum or product of letters and numbers, tidied.
fn collected(part: &Expr) -> Vec<Expr> {
    let tidy = matches!(part, Expr::Sum(_) | Expr::Product(_)) && has_letters(part) && brackets(part) == 0;
    let poly = Worth::of(part).filter(|_| tidy).and_then(Worth::poly).map(|poly| poly.expr());
    poly.filter(|tidied| tidied != part).into_iter().collect()
}

/// One calculation with two numbers.
fn computed(part: &Expr) -> Vec<Expr> {
    let plain = |expr: &Expr| number(expr).filter(|n| n.den() == 1 || matches!(expr, Expr::Number(_)));
    let mut all = Vec::new();
    match part {
        Expr::Sum(terms) => {
            for k in 1..terms.len() {
                let two = plain(&terms[k - 1]).zip(plain(&terms[k])).and_then(|(a, b)| a.plus(b));
                if let Some(n) = two {
                    let mut rest = terms.clone();
                    rest.splice(k - 1..=k, [Expr::rational(n)]);
                    all.push(sum(rest));
                }
            }
        }
        Expr::Product(factors) => {
            for k in 1..factors.len() {
                let two = plain(&factors[k - 1]).zip(plain(&factors[k])).and_then(|(a, b)| a.times(b));
                if let Some(n) = two {
                    let mut rest = factors.clone();
                    rest.splice(k - 1..=k, [Expr::rational(n)]);
                    all.push(product(rest));
                }
            }
        }
        Expr::Quotient(num, den) => {
            let share = plain(num).zip(plain(den)).and_then(|(a, b)| a.over(b));
            all.extend(share.filter(|n| n.den() == 1).map(Expr::rational));
        }
        Expr::Power(base, exponent) => {
            let power =
                plain(base).zip(plain(exponent).and_then(Rational::as_integer)).and_then(|(a, n)| a.power(n));
            all.extend(power.map(Expr::rational));
        }
        Expr::Percent(inside) => {
            all.extend(plain(inside).map(|n| quotient(Expr::rational(n), Expr::digits(100))))
        }
        _ => {}
    }
    all
}

fn written(num: i64, den: i64) -> Expr {
    let size = |n: i64| Expr::digits(n.unsigned_abs().into());
    let fraction = if den == 1 { size(num) } else { quotient(size(num), size(den)) };
    if num < 0 { negative(fraction) } else { fraction }
}

/// Fractions that are added brought to one denominator.
fn common(part: &Expr) -> Vec<Expr> {
    let Expr::Sum(all) = part else { return Vec::new() };
    let Some(fractions) = all.iter().map(fraction).collect::<Option<Vec<_>>>() else { return Vec::new() };
    let den = fractions.iter().map(|(_, den)| *den).try_fold(1, lcm).filter(|den| (2..=10_000).contains(den));
    let Some(den) = den else { return Vec::new() };
    let scaled = fractions.iter().map(|(n, d)| n.checked_mul(den / d).map(|n| written(n, den)));
    scaled.collect::<Option<Vec<_>>>().map(Expr::Sum).filter(|line| line != part).into_iter().collect()
}

/// Fractions with one denominator added; factors multiplied across.
fn combined(part: &Expr) -> Vec<Expr> {
    match part {
        Expr::Sum(all) => {
            let Some(fractions) = all.iter().map(fraction).collect::<Option<Vec<_>>>() else {
                return Vec::new();
            };
            let (_, den) = fractions[0];
            let alike = den > 1 && fractions.iter().all(|(_, own)| *own == den);
            let num = fractions.iter().try_fold(0i64, |sum, (num, _)| sum.checked_add(*num));
            num.filter(|_| alike).map(|num| written(num, den)).into_iter().collect()
        }
        Expr::Product(all) => {
            let Some(fractions) = all.iter().map(fraction).collect::<Option<Vec<_>>>() else {
                return Vec::new();
            };
            if fractions.iter().all(|(_, den)| *den == 1) {
                return Vec::new();
            }
            let across = fractions.iter().try_fold((1i64, 1i64), |(n, d), (num, den)| {
                Some((n.checked_mul(*num)?, d.checked_mul(*den)?))
            });
            across.map(|(num, den)| written(num, den)).into_iter().collect()
        }
        Expr::Mixed(_, _, den) => {
            let den: Option<i64> = den.parse().ok();
            let num = fraction(part).map(|(num, _)| num);
            num.zip(den).map(|(num, den)| written(num, den)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Divided by a fraction: times the fraction turned over.
fn inverted(part: &Expr) -> Vec<Expr> {
    let Expr::Quotient(num, den) = part else { return Vec::new() };
    let Some(((a, b), (c, d))) = fraction(num).zip(fraction(den)).filter(|((_, b), (_, d))| *b > 1 || *d > 1)
    else {
        return Vec::new();
    };
    if c == 0 {
        return Vec::new();
    }
    vec![Expr::Product(vec![written(a, b), written(if c < 0 { -d } else { d }, c.abs())])]
}

fn reduced(part: &Expr) -> Vec<Expr> {
    let Some((num, den)) = fraction(part).filter(|_| matches!(part, Expr::Quotient(..))) else {
        return Vec::new();
    };
    let shared = gcd(num.unsigned_abs().into(), den.unsigned_abs().into()) as i64;
    if shared > 1 { vec![written(num / shared, den / shared)] } else { Vec::new() }
}

/// One part of an amount told in the unit that is asked for.
fn conversions(part: &Expr, unit: &str) -> Vec<Expr> {
    if let Expr::Sum(terms) = part {
        let told =
            |term: &Expr| matches!(worth::amount(term, unit), Some((n, true)) if quantity(n, unit) == *term);
        let total = worth::amount(part, unit).filter(|_| terms.iter().all(told));
        return total.map(|(n, _)| quantity(n, unit)).into_iter().collect();
    }
    let Expr::Quantity(parts) = part else { return Vec::new() };
    let mut all = Vec::new();
    for k in 0..parts.len() {
        let one = Expr::Quantity(vec![parts[k].clone()]);
        let Some((n, _)) = worth::amount(&one, unit) else { continue };
        let mut terms: Vec<Expr> = parts.iter().map(|part| Expr::Quantity(vec![part.clone()])).collect();
        terms[k] = quantity(n, unit);
        all.push(sum(terms));
    }
    if parts.len() == 1 && worth::amount(part, unit).is_some_and(|(n, _)| quantity(n, unit) == *part) {
        all.clear();
    }
    all
}

/// The common factor of a polynomial before a bracket.
pub fn factored(poly: &Poly) -> Option<Expr> {
    let mut shared: Option<String> = None;
    let mut divisor = 0u128;
    for (letters, n) in &poly.0 {
        divisor = gcd(divisor, n.as_integer()?.unsigned_abs().into());
        let own = match &shared {
            None => letters.clone(),
            Some(shared) => {
                let mut left: Vec<char> = letters.chars().collect();
                let kept = shared.chars().filter(|c| {
                    let at = left.iter().position(|own| own == c);
                    at.map(|at| left.remove(at)).is_some()
                });
                kept.collect()
            }
        };
        shared = Some(own);
    }
    let (shared, divisor) = (shared?, Rational::integer(i64::try_from(divisor).ok()?));
    let mut inside = Poly(Vec::new());
    for (letters, n) in &poly.0 {
        let mut left: Vec<char> = letters.chars().collect();
        for c in shared.chars() {
            let at = left.iter().position(|own| *own == c)?;
            left.remove(at);
        }
        inside = inside.plus(&Poly(vec![(left.into_iter().collect(), n.over(divisor)?)]))?;
    }
    Some(product(vec![worth::term_of(&shared, divisor), inside.expr()]))
}

/// A step that leads on from where the learner is, as a teacher would choose it.
pub fn onward(work: &Work, before: &[Expr]) -> Option<Next> {
    let above = work.above(before);
    if !work.shown && before.is_empty() {
        return Some(next(Step::Setup, None, work.start[0].clone()));
    }
    let known: Vec<&Expr> = match &work.kind {
        Kind::System { .. } => work.start.iter().chain(before).collect(),
        _ => vec![above],
    };
    let rank = |next: &Next| -> usize {
        let order: &[Step] = match &work.kind {
            Kind::Expression { .. } => &[Step::Distribute, Step::Collect],
            Kind::Number { .. } => &[Step::Reduce, Step::Combine, Step::Invert, Step::Common, Step::Compute],
            Kind::Amount { .. } => &[Step::Convert, Step::Compute],
            Kind::System { .. } => &[Step::Substitute, Step::Eliminate],
            _ => &[
                Step::UndoProduct,
                Step::Distribute,
                Step::Collect,
                Step::Compute,
                Step::Gather,
                Step::UndoSum,
            ],
        };
        order.iter().position(|step| *step == next.step).unwrap_or(order.len())
    };
    let mut best: Option<(usize, usize, Next)> = None;
    let froms: Vec<&Expr> = if is_system(work) { known.clone() } else { vec![above] };
    for from in froms {
        for one in rewrites(work, from, &known) {
            if !is_forward(work, from, &one, before) {
                continue;
            }
            let key = (rank(&one), one.line.size());
            if best.as_ref().is_none_or(|(rank, size, _)| key < (*rank, *size)) {
                best = Some((key.0, key.1, one));
            }
        }
    }
    best.map(|(.., next)| next)
}

/// Whether a step brings the work nearer to its end.
fn is_forward(work: &Work, from: &Expr, next: &Next, before: &[Expr]) -> bool {
    if before.contains(&next.line) || work.start.contains(&next.line) {
        return false;
    }
    match &work.kind {
        Kind::Equation { letter, .. } | Kind::Inequality { letter } => {
            let swapped = next.step == Step::Collect && next.line.size() == from.size();
            match (lined(from, letter), &next.step, &next.with) {
                _ if swapped => false,
                // Take away the smaller letter term, and numbers only from the side of the letter.
                (Some(sides), Step::Gather, Some(term)) => {
                    let slope = Worth::of(term).and_then(Worth::poly).map(|poly| poly.of_letters(letter));
                    let both = sides.iter().all(|(slope, _)| *slope != Rational::ZERO);
                    let least = sides[0].0.min(sides[1].0);
                    both && brackets(from) == 0 && slope == Some(least)
                }
                (Some(sides), Step::UndoSum, Some(_)) => {
                    brackets(from) == 0
                        && sides.iter().any(|(slope, n)| *slope != Rational::ZERO && *n != Rational::ZERO)
                        && {
                            let on_both = sides.iter().all(|(slope, _)| *slope != Rational::ZERO);
                            let after = lined(&next.line, letter);
                            !on_both
                                && after.is_some_and(|after| {
                                    after
                                        .iter()
                                        .all(|(slope, n)| *slope == Rational::ZERO || *n == Rational::ZERO)
                                })
                        }
                }
                (_, Step::UndoProduct, Some(k)) => {
                    value(k).is_some_and(|k| k != Rational::ONE) && {
                        // A division that leaves no fraction inside a bracket, or a letter alone.
                        sides(&next.line).is_some_and(|(left, _, right)| {
                            [left, right]
                                .iter()
                                .all(|side| !matches!(side, Expr::Quotient(..)) || number(side).is_some())
                        })
                    }
                }
                _ => true,
            }
        }
        Kind::System { letters } => match next.step {
            Step::Substitute | Step::Eliminate => {
                letters.iter().filter(|letter| next.line.names().contains(letter)).count() == 1
                    && from.names().len() == 2
                    && !before.iter().any(|line| work.claim(line) == work.claim(&next.line))
            }
            Step::Collect | Step::Distribute | Step::UndoProduct | Step::UndoSum | Step::Compute => {
                from.names().len() == 1
                    && !letters.iter().any(|letter| super::alone(from, letter))
                    && next.line.size() <= from.size()
            }
            _ => false,
        },
        // A fraction that is still to be added keeps its denominator.
        Kind::Number { .. } => next.step != Step::Reduce || !from.any(&|part| matches!(part, Expr::Sum(_))),
        Kind::Amount { .. } | Kind::Expression { .. } => true,
    }
}
