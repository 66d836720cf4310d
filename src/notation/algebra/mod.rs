//! What expressions are worth: the same value, the same equation, the same solutions. Exactly by normal form where
//! there is one, otherwise by trying values (`probe.rs`, which says with what chance of error).

mod factor;
pub mod form;
pub mod measure;
pub mod normal;
pub mod poly;
pub mod probe;
mod roots;
pub mod same_form;
pub mod statement;

use super::expr::{Dialect, Expr, Function};
use crate::num::Exact;
use normal::{Obstacle, Ring};
use probe::Probed;
use std::cell::Cell;

/// How many steps one comparison may take, about 20 nanoseconds each. What takes more is not compared.
pub const STEPS: usize = 100_000;

/// The steps that are left of one comparison.
pub struct Budget(Cell<usize>);

impl Budget {
    #[expect(clippy::new_without_default, reason = "a budget is made where a comparison begins")]
    pub fn new() -> Self {
        Self(Cell::new(STEPS))
    }

    pub fn scope(&self, dialect: Dialect) -> Scope<'_> {
        Scope { dialect, steps: &self.0 }
    }

    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// Whose conventions hold, and the steps that are left.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub dialect: Dialect,
    steps: &'a Cell<usize>,
}

impl Scope<'_> {
    /// Takes steps; `None` once there are not enough left, and from then on.
    pub fn spend(self, steps: usize) -> Option<()> {
        let left = self.steps.get().checked_sub(steps);
        self.steps.set(left.unwrap_or(0));
        left.map(|_| ())
    }
}

impl PartialEq<Dialect> for Scope<'_> {
    fn eq(&self, other: &Dialect) -> bool {
        self.dialect == *other
    }
}

/// Whether two values are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    Same,
    Different,
    /// One of them has no value, as after a division by zero.
    Undefined,
    /// Nothing could be found out.
    Unknown,
}

/// Whether two expressions have the same value wherever they have one.
pub fn same(a: &Expr, b: &Expr, dialect: Scope) -> Sameness {
    let mut ring = Ring::new(dialect);
    match (ring.normal(a), ring.normal(b)) {
        (Err(Obstacle::Undefined), _) | (_, Err(Obstacle::Undefined)) => return Sameness::Undefined,
        (Ok(a), Ok(b)) => {
            if let Ok(difference) = ring.minus(&a, &b) {
                if difference.num.is_zero() {
                    return Sameness::Same;
                }
                if ring.is_decisive(&difference.num) {
                    return Sameness::Different;
                }
            }
        }
        _ => {}
    }
    match probe::same_residues(a, b, dialect) {
        Probed::Same => Sameness::Same,
        Probed::Different => Sameness::Different,
        Probed::Unknown => match probe::same_values(a, b, dialect) {
            Probed::Same => Sameness::Same,
            Probed::Different => Sameness::Different,
            Probed::Unknown => Sameness::Unknown,
        },
    }
}

/// Whether something in it divides by zero or takes the logarithm of zero.
pub fn is_undefined(expr: &Expr, dialect: Scope) -> bool {
    let zero = |part: &Expr| Ring::new(dialect).normal(part).is_ok_and(|normal| normal.num.is_zero());
    expr.any(&|part| match part {
        Expr::Quotient(_, den) => zero(den),
        Expr::Mixed(_, _, den) => den.chars().all(|c| c == '0'),
        Expr::Power(base, exponent) => matches!(**exponent, Expr::Negative(_)) && zero(base),
        Expr::Call(Function::Ln | Function::Log, arguments) => arguments.last().is_some_and(zero),
        _ => false,
    })
}

/// The exact rational value, if it is one.
pub fn rational(expr: &Expr, dialect: Scope) -> Option<Exact> {
    Ring::new(dialect).normal(expr).ok()?.as_number()
}
