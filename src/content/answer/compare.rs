//! The same value, by the kind of the expected answer.

use super::{Advice, Kind, Run, Verdict};
use crate::notation::Expr;
use crate::notation::algebra::{self, Sameness, Scope, measure, statement};
use crate::notation::expr::{Constant, Dialect, Fence, Relation};

pub(super) fn kind(expr: &Expr, dialect: Scope) -> Kind {
    match expr {
        Expr::Relation(_, rest) if rest.len() == 1 && rest[0].0 == Relation::Equal => Kind::Equation,
        Expr::Relation(..) => Kind::Inequality,
        Expr::And(_) | Expr::Or(_) | Expr::Not(_) => Kind::Logic,
        Expr::Constant(Constant::True | Constant::False) => Kind::Logic,
        Expr::Group(Fence::Brace, ..) => Kind::Set,
        Expr::Group(Fence::Square, _, Fence::Square) if dialect == Dialect::Stack => Kind::List,
        Expr::Group(Fence::Bare, ..) => Kind::List,
        Expr::Group(Fence::Round, members, Fence::Round) if members.len() != 2 || !is_infinite(members) => {
            Kind::Point
        }
        Expr::Group(Fence::Square, members, Fence::Square) if members.len() != 2 => Kind::List,
        Expr::Group(..) | Expr::Union(_) => Kind::Interval,
        Expr::Ratio(_) => Kind::Ratio,
        Expr::Remainder(..) => Kind::Remainder,
        value if value.any(&|part| matches!(part, Expr::Quantity(_))) => Kind::Quantity,
        _ => Kind::Value,
    }
}

fn is_infinite(members: &[Expr]) -> bool {
    members.iter().any(|member| member.any(&|part| *part == Expr::Constant(Constant::Infinity)))
}

fn right_if(right: bool) -> Verdict {
    if right { Verdict::Right } else { Verdict::Wrong }
}

fn verdict(sameness: Sameness) -> Verdict {
    match sameness {
        Sameness::Same => Verdict::Right,
        Sameness::Undefined => Verdict::Advice(Advice::Undefined),
        Sameness::Different | Sameness::Unknown => Verdict::Wrong,
    }
}

/// Whether `given` has the value of `expected`.
pub(super) fn value(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    let dialect = test.dialect;
    if expected == given {
        return if algebra::is_undefined(given, dialect) {
            Verdict::Advice(Advice::Undefined)
        } else {
            Verdict::Right
        };
    }
    let (wanted, found) = (kind(expected, dialect), kind(given, dialect));
    let school = dialect == Dialect::School;
    match (wanted, found) {
        (Kind::Value, Kind::Value) if has_both_signs(expected) || has_both_signs(given) => {
            both_signs(expected, given, dialect)
        }
        (Kind::Value, Kind::Value) => verdict(algebra::same(expected, given, dialect)),
        (
            Kind::Equation | Kind::Inequality | Kind::Logic,
            Kind::Equation | Kind::Inequality | Kind::Logic,
        ) => verdict(statement::same(expected, given, dialect)),
        (Kind::Equation | Kind::Inequality | Kind::Logic, Kind::Value) if is_truth_word(given) => {
            verdict(statement::same(expected, given, dialect))
        }
        (Kind::Value, Kind::Equation | Kind::Inequality | Kind::Logic) if is_truth_word(expected) => {
            verdict(statement::same(expected, given, dialect))
        }
        // `x = 2, x = -2` says what `x = 2 or x = -2` says.
        (Kind::Logic | Kind::Equation, Kind::List | Kind::Set) if school && only_statements(given) => {
            value(test, expected, &Expr::Or(members(given).to_vec()))
        }
        (Kind::Set, Kind::Set) => set(test, members(expected), members(given)),
        (Kind::Set, Kind::List | Kind::Value) if school => set(test, members(expected), members(given)),
        (Kind::List | Kind::Point, Kind::List | Kind::Point) => list(test, members(expected), members(given)),
        (Kind::List | Kind::Point, Kind::Interval) if school => list(test, members(expected), members(given)),
        (Kind::Interval, Kind::Interval | Kind::Point) => interval(test, expected, given),
        (Kind::Interval, Kind::Inequality | Kind::Logic) if school => as_interval(test, expected, given),
        (Kind::Inequality | Kind::Logic, Kind::Interval) if school => as_interval(test, given, expected),
        (Kind::Ratio, Kind::Ratio) => ratio(test, expected, given),
        (Kind::Ratio, Kind::Value) if school => verdict(algebra::same(expected, given, dialect)),
        (Kind::Remainder, Kind::Remainder) => remainder(test, expected, given),
        (Kind::Quantity, Kind::Quantity) => quantity(expected, given, dialect),
        (Kind::Quantity, Kind::Value) => unitless(test, expected, given),
        (Kind::Value, Kind::Quantity) => with_unit(test, expected, given),
        _ if algebra::is_undefined(given, dialect) => Verdict::Advice(Advice::Undefined),
        (wanted, _) => Verdict::Advice(Advice::Kind(wanted)),
    }
}

fn has_both_signs(expr: &Expr) -> bool {
    expr.any(&|part| matches!(part, Expr::PlusMinus(..)))
}

/// `a ± b` is two values, the upper signs and the lower; either may stand first.
fn both_signs(expected: &Expr, given: &Expr, dialect: Scope) -> Verdict {
    let same = |upper: bool, lower: bool| {
        let (a, b) = (statement::chosen(expected, upper), statement::chosen(given, lower));
        algebra::same(&a, &b, dialect) == Sameness::Same
    };
    right_if(same(false, false) && same(true, true) || same(false, true) && same(true, false))
}

fn is_truth_word(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(name) if name == "all" || name == "none")
}

fn only_statements(expr: &Expr) -> bool {
    let members = members(expr);
    members.len() > 1 && members.iter().all(statement::is_statement)
}

pub(super) fn members(expr: &Expr) -> &[Expr] {
    match expr {
        Expr::Group(_, members, _) => members,
        one => std::slice::from_ref(one),
    }
}

/// Right when the members are right in this order.
pub(super) fn list(test: Run, expected: &[Expr], given: &[Expr]) -> Verdict {
    let all = expected.iter().zip(given).map(|(expected, given)| value(test, expected, given));
    let all: Vec<Verdict> = all.collect();
    match all.iter().find(|verdict| matches!(verdict, Verdict::Advice(Advice::Undefined))) {
        Some(undefined) => undefined.clone(),
        None => {
            right_if(expected.len() == given.len() && all.iter().all(|verdict| *verdict == Verdict::Right))
        }
    }
}

/// Right when each member is one of the other side's; a member that stands there twice counts once.
pub(super) fn set(test: Run, expected: &[Expr], given: &[Expr]) -> Verdict {
    if given.iter().any(|member| algebra::is_undefined(member, test.dialect)) {
        return Verdict::Advice(Advice::Undefined);
    }
    let within = |all: &[Expr], one: &Expr| all.iter().any(|other| value(test, other, one) == Verdict::Right);
    right_if(
        given.iter().all(|member| within(expected, member))
            && expected.iter().all(|member| within(given, member)),
    )
}

/// Right when the members are the same, as often, in any order.
pub(super) fn any_order(test: Run, expected: &[Expr], given: &[Expr]) -> Verdict {
    let mut left: Vec<&Expr> = expected.iter().collect();
    for member in given {
        match left.iter().position(|other| value(test, other, member) == Verdict::Right) {
            Some(k) => {
                left.remove(k);
            }
            None if algebra::is_undefined(member, test.dialect) => return Verdict::Advice(Advice::Undefined),
            None => return Verdict::Wrong,
        }
    }
    right_if(left.is_empty())
}

/// Ends and whether they belong to it; unions in any order.
fn interval(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    match (expected, given) {
        (Expr::Group(a, left, b), Expr::Group(c, right, d)) => {
            // A round bracket beside infinity is the only one there is; a square one means the same.
            let open = |fence: Fence, end: &Expr| {
                let infinite = end.any(&|part| *part == Expr::Constant(Constant::Infinity));
                if infinite { Fence::Round } else { fence }
            };
            let [l, m] = &left[..] else {
                return right_if(a == c && b == d && list(test, left, right) == Verdict::Right);
            };
            let [r, s] = &right[..] else { return Verdict::Wrong };
            let ends = open(*a, l) == open(*c, r) && open(*b, m) == open(*d, s);
            match list(test, left, right) {
                Verdict::Right => right_if(ends),
                other => other,
            }
        }
        (Expr::Union(left), Expr::Union(right)) if left.len() == right.len() => {
            let mut rest: Vec<&Expr> = right.iter().collect();
            for member in left {
                match rest.iter().position(|other| interval(test, member, other) == Verdict::Right) {
                    Some(k) => {
                        rest.remove(k);
                    }
                    None => return Verdict::Wrong,
                }
            }
            Verdict::Right
        }
        _ => Verdict::Wrong,
    }
}

/// An interval against inequalities: as the inequalities it stands for.
fn as_interval(test: Run, interval: &Expr, statement: &Expr) -> Verdict {
    let names = statement.names();
    let [name] = &names[..] else { return Verdict::Wrong };
    match inequalities(interval, name) {
        Some(meant) => verdict(statement::same(&meant, statement, test.dialect)),
        None => Verdict::Wrong,
    }
}

fn inequalities(interval: &Expr, name: &str) -> Option<Expr> {
    match interval {
        Expr::Union(members) => {
            Some(Expr::Or(members.iter().map(|member| inequalities(member, name)).collect::<Option<_>>()?))
        }
        Expr::Group(open, ends, close) => {
            let [low, high] = &ends[..] else { return None };
            let infinite = |end: &Expr| end.any(&|part| *part == Expr::Constant(Constant::Infinity));
            let letter = Expr::name(name);
            let mut parts = Vec::new();
            let part = |relation, end: &Expr| {
                Expr::Relation(Box::new(letter.clone()), vec![(relation, end.clone())])
            };
            if !infinite(low) {
                parts.push(part(
                    if *open == Fence::Square { Relation::AtLeast } else { Relation::Greater },
                    low,
                ));
            }
            if !infinite(high) {
                parts.push(part(
                    if *close == Fence::Square { Relation::AtMost } else { Relation::Less },
                    high,
                ));
            }
            Some(if parts.is_empty() { Expr::Constant(Constant::True) } else { Expr::And(parts) })
        }
        _ => None,
    }
}

/// Equal ratios: every part by the same factor.
fn ratio(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    let (Expr::Ratio(left), Expr::Ratio(right)) = (expected, given) else { return Verdict::Wrong };
    if left.len() != right.len() {
        return Verdict::Wrong;
    }
    let zero = |part: &Expr| algebra::same(part, &Expr::Number("0".into()), test.dialect) == Sameness::Same;
    let (Some(a), Some(b)) = (left.first(), right.first()) else { return Verdict::Wrong };
    let crossed = left.iter().zip(right).all(|(l, r)| {
        let [one, other] = [[l, b], [r, a]].map(|pair| Expr::Product(pair.into_iter().cloned().collect()));
        algebra::same(&one, &other, test.dialect) == Sameness::Same
    });
    // 0 : 0 is no ratio.
    right_if(crossed && !right.iter().all(zero) && (zero(a) == zero(b)))
}

fn remainder(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    let (Expr::Remainder(q, r), Expr::Remainder(s, t)) = (expected, given) else { return Verdict::Wrong };
    right_if(value(test, q, s) == Verdict::Right && value(test, r, t) == Verdict::Right)
}

/// The same amount, in whatever unit.
fn quantity(expected: &Expr, given: &Expr, dialect: Scope) -> Verdict {
    let (Some(wanted), Some(found)) = (measure::read(expected), measure::read(given)) else {
        return Verdict::Wrong;
    };
    verdict(wanted.same(&found, dialect))
}

/// A number where an amount with a unit is expected.
fn unitless(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    let Some(amount) = measure::read(expected).and_then(measure::Measure::single) else {
        return Verdict::Wrong;
    };
    match value(test, &amount, given) {
        Verdict::Right => Verdict::Advice(Advice::UnitMissing),
        other => other,
    }
}

/// An amount with a unit where a number is expected: `$3` for 3 counts, `3 ft` for 3 too, when the number is right.
fn with_unit(test: Run, expected: &Expr, given: &Expr) -> Verdict {
    match measure::read(given).and_then(measure::Measure::single) {
        Some(amount) => value(test, expected, &amount),
        None => Verdict::Wrong,
    }
}
