//! One answer against another.

use super::{Advice, Form, Rule, Test, Verdict};
use crate::notation::Expr;
use crate::num::Exact;
use crate::num::rational::gcd;

pub(super) fn check(test: &Test, expected: &Expr, given: &Expr) -> Verdict {
    match &test.rule {
        Rule::Value => value(expected, given),
        Rule::Form(form, _) => match value(expected, given) {
            Verdict::Right if !has_form(given, *form) => Verdict::Advice(Advice::Form(*form)),
            verdict => verdict,
        },
        Rule::Same | Rule::Identical | Rule::SameKind => right_if(expected == given),
    }
}

fn right_if(right: bool) -> Verdict {
    if right { Verdict::Right } else { Verdict::Wrong }
}

fn value(expected: &Expr, given: &Expr) -> Verdict {
    match (exact(expected), exact(given)) {
        (Some(expected), Some(given)) => right_if(expected == given),
        _ => right_if(expected == given),
    }
}

fn exact(expr: &Expr) -> Option<Exact> {
    match expr {
        Expr::Number(digits) => Exact::parse(digits),
        Expr::Mixed(whole, num, den) => {
            Exact::parse(whole)?.plus(Exact::parse(num)?.over(Exact::parse(den)?)?)
        }
        Expr::Negative(inside) => exact(inside).map(Exact::negated),
        Expr::Quotient(num, den) => exact(num)?.over(exact(den)?),
        _ => None,
    }
}

/// A whole number has every form.
fn has_form(given: &Expr, form: Form) -> bool {
    let given = if let Expr::Negative(inside) = given { inside } else { given };
    let lowest = |num: &str, den: &str| match (num.parse::<u128>(), den.parse::<u128>()) {
        (Ok(num), Ok(den)) => gcd(num, den) == 1,
        _ => false,
    };
    match (given, form) {
        (Expr::Number(digits), Form::Decimal) => digits.contains('.') || whole(given),
        (Expr::Number(_), _) => whole(given),
        (Expr::Quotient(num, den), form) => match (&**num, &**den, form) {
            (Expr::Number(num), Expr::Number(den), Form::Lowest) => lowest(num, den),
            (Expr::Number(num), Expr::Number(den), Form::Mixed) => {
                Exact::parse(num).zip(Exact::parse(den)).is_some_and(|(num, den)| num < den)
            }
            (_, _, Form::Improper) => true,
            _ => false,
        },
        (Expr::Mixed(_, num, den), Form::Lowest) => lowest(num, den),
        (Expr::Mixed(..), Form::Mixed) => true,
        _ => false,
    }
}

fn whole(expr: &Expr) -> bool {
    matches!(expr, Expr::Number(digits) if digits.chars().all(|c| c.is_ascii_digit()))
}
