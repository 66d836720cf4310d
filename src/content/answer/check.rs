//! One answer against another, by the test's rule.

use super::decimal::{Digits, Literal};
use super::{Advice, Form, Kind, Numbers, Rule, Run, Verdict, compare};
use crate::notation::Expr;
use crate::notation::algebra::measure::{self, Measure};
use crate::notation::algebra::{self, Scope, form, probe, same_form, statement};
use crate::notation::expr::Dialect;

pub(super) fn check(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    let dialect = test.dialect;
    if algebra::is_undefined(given, dialect) {
        return Verdict::Advice(Advice::Undefined);
    }
    match test.rule {
        Rule::Value => compare::value(test, expected, given),
        Rule::AnyOrder => compare::any_order(test, compare::members(expected), compare::members(given)),
        Rule::Set => match (compare::kind(expected, dialect), compare::kind(given, dialect)) {
            (Kind::Set, Kind::Set) => compare::set(test, compare::members(expected), compare::members(given)),
            (Kind::Set, _) => Verdict::Advice(Advice::Kind(Kind::Set)),
            _ => Verdict::Wrong,
        },
        Rule::Form { form, letter, only } => formed(test, expected, given, *form, letter.as_deref(), *only),
        Rule::Same => {
            if same_form::same(expected, given) {
                Verdict::Right
            } else {
                unlike(test, expected, given)
            }
        }
        Rule::Identical if expected == given => Verdict::Right,
        Rule::Identical => unlike(test, expected, given),
        Rule::SameKind => right_if(same_kind(expected, given, dialect)),
        Rule::Substitution(fixed) => right_if(substituted(test, expected, given, fixed)),
        Rule::Numbers(numbers) => numbers_in(test, expected, given, numbers),
        Rule::Greater { or_equal } => greater(expected, given, *or_equal, dialect),
        Rule::Units { strict, numbers } => units(test, expected, given, *strict, numbers),
        Rule::Unit(unit) => in_unit(test, expected, given, unit.as_deref()),
        Rule::Time => time(expected, given),
        Rule::Kas { form, simplify } => kas(test, expected, given, *form, *simplify),
        Rule::Text { loose } => super::text(&expected.to_string(), &given.to_string(), *loose),
    }
}

pub(super) fn right_if(right: bool) -> Verdict {
    if right { Verdict::Right } else { Verdict::Wrong }
}

/// The right value, but not as it was written.
fn unlike(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    match compare::value(test, expected, given) {
        Verdict::Right => Verdict::Advice(Advice::Form(Form::AsWritten)),
        other => other,
    }
}

fn formed(test: Run, expected: &Expr, given: &Expr, form: Form, letter: Option<&str>, only: bool) -> Verdict {
    let verdict = if only { Verdict::Right } else { compare::value(test, expected, given) };
    match verdict {
        Verdict::Right if !has_form(given, form, letter, test.dialect) => Verdict::Advice(Advice::Form(form)),
        verdict => verdict,
    }
}

fn has_form(given: &Expr, wanted: Form, letter: Option<&str>, dialect: Scope) -> bool {
    let stack = dialect == Dialect::Stack;
    let of_value = stack && !matches!(wanted, Form::Lowest | Form::SlopeIntercept);
    if of_value && compare::kind(given, dialect) != Kind::Value {
        return false;
    }
    let own = || given.names().into_iter().next().unwrap_or_else(|| "x".into());
    let letter_or = || letter.map_or_else(own, String::from);
    match wanted {
        Form::Lowest if stack => form::lowest_numbers(given) && form::rationalized(given),
        Form::Lowest => form::lowest(given, dialect),
        Form::Mixed => form::mixed(given),
        Form::Improper => form::improper(given),
        Form::Decimal => form::decimal(given),
        Form::Percent => form::percent(given),
        Form::Scientific => form::scientific(given),
        Form::Expanded if stack => form::expanded(given),
        Form::Expanded => form::expanded(given) && form::simplified(given, dialect),
        Form::Factored => form::factored(given, letter, dialect),
        Form::SingleFraction => form::single_fraction(given),
        Form::PartialFractions => form::partial_fractions(given, &letter_or(), dialect),
        Form::CompletedSquare => form::completed_square(given, &letter_or(), dialect),
        Form::SlopeIntercept => form::slope_intercept(given, dialect),
        Form::SimplifiedRadical => form::simplified_radical(given, dialect),
        Form::Simplified => form::simplified(given, dialect),
        Form::AsWritten => true,
    }
}

fn same_kind(a: &Expr, b: &Expr, dialect: Scope) -> bool {
    let logical = |kind| if kind == Kind::Logic { Kind::Inequality } else { kind };
    let (left, right) = (logical(compare::kind(a, dialect)), logical(compare::kind(b, dialect)));
    let list = left == Kind::List && right == Kind::List;
    let pairs = || compare::members(a).iter().zip(compare::members(b));
    left == right && (!list || pairs().all(|(a, b)| same_kind(a, b, dialect)))
}

/// Whether some renaming of the letters of `given` makes it right.
fn substituted(test: Run, expected: &Expr, given: &Expr, fixed: &[String]) -> bool {
    let wanted = expected.names();
    let is_fixed = |name: &String| fixed.contains(name) && wanted.contains(name);
    let free =
        |expr: &Expr| -> Vec<String> { expr.names().into_iter().filter(|name| !is_fixed(name)).collect() };
    let (from, to) = (free(given), free(expected));
    if from.len() != to.len() || from.len() > 5 {
        return false;
    }
    let mut order: Vec<usize> = (0..to.len()).collect();
    let size = given.size();
    loop {
        if test.dialect.spend(10 * size * (1 + 2 * from.len())).is_none() {
            return false;
        }
        // First to names that nobody writes, so that renamings do not meet.
        let mut renamed = given.clone();
        for (k, name) in from.iter().enumerate() {
            renamed = statement::replaced(&renamed, &Expr::name(name), &Expr::Name(format!("_{k}")));
        }
        for (k, place) in order.iter().enumerate() {
            renamed = statement::replaced(&renamed, &Expr::Name(format!("_{k}")), &Expr::name(&to[*place]));
        }
        if compare::value(test, expected, &renamed) == Verdict::Right {
            return true;
        }
        if !next_order(&mut order) {
            return false;
        }
    }
}

/// The next permutation in dictionary order.
fn next_order(order: &mut [usize]) -> bool {
    let Some(k) = (1..order.len()).rev().find(|k| order[k - 1] < order[*k]) else { return false };
    let Some(j) = (k..order.len()).rev().find(|j| order[*j] > order[k - 1]) else { return false };
    order.swap(k - 1, j);
    order[k..].reverse();
    true
}

/// Numbers within a tolerance or to a number of digits; also lists and sets of them.
fn numbers_in(test: Run, expected: &Expr, given: &Expr, numbers: &Numbers) -> Verdict {
    let dialect = test.dialect;
    match (compare::kind(expected, dialect), compare::kind(given, dialect)) {
        (Kind::Value, Kind::Value) => number(expected, given, numbers, dialect),
        (Kind::List | Kind::Point, Kind::List | Kind::Point) => {
            let (wanted, found) = (compare::members(expected), compare::members(given));
            let all = wanted.iter().zip(found).all(|(w, f)| number(w, f, numbers, dialect) == Verdict::Right);
            right_if(wanted.len() == found.len() && all)
        }
        (Kind::Set, Kind::Set) => {
            let mut left: Vec<&Expr> = compare::members(expected).iter().collect();
            let found = compare::members(given);
            let matched = found.iter().all(|f| {
                match left.iter().position(|w| number(w, f, numbers, dialect) == Verdict::Right) {
                    Some(k) => {
                        left.remove(k);
                        true
                    }
                    None => false,
                }
            });
            right_if(matched && left.is_empty())
        }
        (Kind::Quantity, Kind::Quantity) => units(test, expected, given, false, numbers),
        (wanted, _) => Verdict::Advice(Advice::Kind(wanted)),
    }
}

fn number(expected: &Expr, given: &Expr, numbers: &Numbers, dialect: Scope) -> Verdict {
    match numbers {
        Numbers::Relative(tolerance) => close(expected, given, *tolerance, true, dialect),
        Numbers::Absolute(tolerance, _) => close(expected, given, *tolerance, false, dialect),
        Numbers::Figures { count, accuracy } => figures(expected, given, *count, *accuracy, dialect),
        Numbers::FiguresOnly(count) => match Literal::of(&number_of(given)) {
            Some(literal) => right_if(literal.significant().0 == *count),
            None => Verdict::Wrong,
        },
        Numbers::Places(count) => places(expected, given, *count, dialect),
        Numbers::DigitsOnly(count) => {
            let literal = Literal::of(given).is_some();
            match (Digits::of(expected, dialect), Digits::of(given, dialect)) {
                (Some(wanted), Some(found)) if literal => {
                    right_if(wanted.negative == found.negative && wanted.first(*count) == found.first(*count))
                }
                _ => Verdict::Wrong,
            }
        }
    }
}

/// The number of an amount, where units are to be ignored.
fn number_of(given: &Expr) -> Expr {
    measure::read(given).map_or_else(|| given.clone(), |measure| measure.number)
}

fn close(expected: &Expr, given: &Expr, tolerance: f64, relative: bool, dialect: Scope) -> Verdict {
    let (Some(wanted), Some(found)) = (probe::real(expected, dialect), probe::real(given, dialect)) else {
        return Verdict::Wrong;
    };
    let allowed = if relative { tolerance * wanted.abs() } else { tolerance };
    // 1.05 is within 5 % of 1, whatever binary fractions say.
    let rounding = 1e-13 * (wanted.abs() + found.abs());
    right_if((wanted - found).abs() <= allowed + rounding)
}

/// So many significant figures, so many of them right.
fn figures(expected: &Expr, given: &Expr, count: usize, accuracy: i64, dialect: Scope) -> Verdict {
    let Some(literal) = Literal::of(given) else { return Verdict::Wrong };
    let (least, most) = literal.significant();
    let enough = if accuracy < 0 { most >= count } else { (least..=most).contains(&count) };
    let to = match accuracy {
        0 => return right_if(enough),
        accuracy if accuracy < 0 => count,
        accuracy => usize::try_from(accuracy).unwrap_or(count),
    };
    let (Some(wanted), Some(found)) = (Digits::of(expected, dialect), Digits::of(given, dialect)) else {
        return Verdict::Wrong;
    };
    match (enough, wanted.rounded(to) == found.rounded(to)) {
        (true, accurate) => right_if(accurate),
        // The right value, told too exactly or not exactly enough.
        (false, _) if wanted.rounded(least.max(1)) == found.rounded(least.max(1)) => {
            Verdict::Advice(Advice::Rounding)
        }
        (false, _) => Verdict::Wrong,
    }
}

fn places(expected: &Expr, given: &Expr, count: usize, dialect: Scope) -> Verdict {
    let Some(literal) = Literal::of(given) else { return Verdict::Wrong };
    let (Some(wanted), Some(found)) = (Digits::of(expected, dialect), Digits::of(given, dialect)) else {
        return Verdict::Wrong;
    };
    match wanted.to_places(count) == found.to_places(count) {
        false => Verdict::Wrong,
        true if literal.places() == count => Verdict::Right,
        true => Verdict::Advice(Advice::Rounding),
    }
}

fn greater(expected: &Expr, given: &Expr, or_equal: bool, dialect: Scope) -> Verdict {
    let exact = super::exact(expected, dialect).zip(super::exact(given, dialect));
    if let Some(order) = exact.and_then(|(bound, found)| found.compare(bound)) {
        return right_if(order.is_gt() || or_equal && order.is_eq());
    }
    match (probe::real(expected, dialect), probe::real(given, dialect)) {
        (Some(bound), Some(found)) => right_if(found > bound || or_equal && found == bound),
        _ => Verdict::Wrong,
    }
}

/// Numbers by their own rule, units by dimension or, strictly, as written.
fn units(test: Run, expected: &Expr, given: &Expr, strict: bool, numbers: &Numbers) -> Verdict {
    let dialect = test.dialect;
    if compare::kind(given, dialect) == Kind::Equation {
        return Verdict::Wrong;
    }
    let Some(wanted) = measure::read(expected) else { return Verdict::Wrong };
    let Some(found) = measure::read(given) else { return Verdict::Wrong };
    if !found.has_units() {
        return match number(&wanted.number, &found.number, numbers, dialect) {
            Verdict::Right => Verdict::Advice(Advice::UnitMissing),
            other => other,
        };
    }
    let only_units = found.number == Expr::Number("1".into()) && !has_number(given);
    if wanted.dimension != found.dimension || only_units {
        return Verdict::Wrong;
    }
    if let Numbers::Absolute(_, Some(unit)) = numbers
        && *unit != wanted.units
    {
        return Verdict::Wrong;
    }
    let alike = wanted.units == found.units;
    let told = if alike {
        number(&wanted.number, &found.number, numbers, dialect)
    } else {
        converted(&wanted, &found, numbers, dialect)
    };
    match told {
        Verdict::Right if strict && !alike => Verdict::Advice(Advice::UnitOther),
        told => told,
    }
}

fn has_number(expr: &Expr) -> bool {
    expr.any(&|part| {
        matches!(part, Expr::Number(_) | Expr::Mixed(..) | Expr::Quantity(_) | Expr::Constant(_))
    })
}

/// Compared in the units of the expected amount; how many figures were written is asked of the number as written.
fn converted(wanted: &Measure, found: &Measure, numbers: &Numbers, dialect: Scope) -> Verdict {
    let Some(number_found) = found.number_in(wanted) else { return Verdict::Wrong };
    match numbers {
        Numbers::Figures { count, accuracy } => {
            let Some(literal) = Literal::of(&found.number) else { return Verdict::Wrong };
            let (least, most) = literal.significant();
            if !(least..=most).contains(count) {
                return Verdict::Wrong;
            }
            let to = if *accuracy > 0 { usize::try_from(*accuracy).unwrap_or(*count) } else { *count };
            let digits = |expr: &Expr| Digits::of(expr, dialect).map(|digits| digits.rounded(to));
            match (digits(&wanted.number), digits(&number_found)) {
                (Some(a), Some(b)) => right_if(trimmed(a) == trimmed(b)),
                _ => Verdict::Wrong,
            }
        }
        numbers => number(&wanted.number, &number_found, numbers, dialect),
    }
}

fn trimmed(mut digits: Digits) -> Digits {
    while digits.digits.last() == Some(&0) {
        digits.digits.pop();
    }
    digits
}

/// The exact amount, and in this unit if one is named.
fn in_unit(test: Run, expected: &Expr, given: &Expr, unit: Option<&str>) -> Verdict {
    match compare::value(test, expected, given) {
        Verdict::Right => {}
        other => return other,
    }
    let (Some(unit), Some(found)) = (unit, measure::read(given)) else { return Verdict::Right };
    let named = found.units.len() == 1 && found.units.keys().all(|name| name == unit);
    if named { Verdict::Right } else { Verdict::Advice(Advice::UnitOther) }
}

/// `7:45`, with minutes of two digits; `7:45 pm` is told apart from `7:45`.
fn time(expected: &Expr, given: &Expr) -> Verdict {
    match (super::clock::minutes(expected), super::clock::minutes(given)) {
        (Some(wanted), Some(found)) => right_if(wanted == found),
        _ => Verdict::Wrong,
    }
}

fn kas(test: Run, expected: &Expr, given: &Expr, form: bool, simplify: bool) -> Verdict {
    let verdict = match compare::value(test, expected, given) {
        Verdict::Right => Verdict::Right,
        _ if probe::close(expected, given, test.dialect) => Verdict::Right,
        _ if kas_equation(expected, given, test.dialect) => Verdict::Right,
        other => other,
    };
    match verdict {
        Verdict::Right if form && !same_form::same_but_signs(expected, given) => {
            Verdict::Advice(Advice::Form(Form::AsWritten))
        }
        Verdict::Right if simplify && !form::simplified(given, test.dialect) => {
            Verdict::Advice(Advice::Form(Form::Simplified))
        }
        verdict => verdict,
    }
}

/// KAS lets an equation be divided by its letters.
fn kas_equation(expected: &Expr, given: &Expr, dialect: Scope) -> bool {
    statement::same_but_letters(expected, given, dialect)
}

/// Whether an answer of this kind is read with commas between its members.
pub(super) fn is_listed(expected: &Expr) -> bool {
    matches!(expected, Expr::Group(..))
}
