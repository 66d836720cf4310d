//! Whether a polynomial with rational coefficients splits over the rationals: some of its complex roots, multiplied
//! together, must give a factor with whole coefficients, and exact division proves it.

use super::Scope;
use super::poly::{Field, Poly, WHOLE};
use crate::num::{Exact, math};

/// Coefficients from the constant up. Beyond degree 8 nothing is claimed and the answer is no.
pub fn is_reducible(coefficients: &[Exact], scope: Scope) -> bool {
    let degree = coefficients.len().saturating_sub(1);
    if !(2..=8).contains(&degree) {
        return false;
    }
    let Some(poly) = assembled(coefficients).and_then(|poly| poly.primitive()) else { return false };
    let kinds = Field::new(scope);
    let square = poly.derivative(0, &kinds).and_then(|d| poly.gcd(&d, &kinds, &mut 100));
    if square.is_some_and(|square| square.as_constant().is_none()) {
        return true;
    }
    let numbers: Vec<f64> =
        (0..=degree).map(|k| poly.0.get(&monomial(k)).map_or(0.0, |c| c.to_f64())).collect();
    if scope.spend(2_000).is_none() {
        return false;
    }
    let roots = complex_roots(&numbers);
    (1u32..1 << degree)
        .filter(|choice| choice.count_ones() as usize <= degree / 2)
        .filter_map(|choice| candidate(&roots, choice, numbers[degree]))
        .any(|factor| poly.divided_by(&factor, &kinds).is_some())
}

fn monomial(k: usize) -> Vec<(usize, i64)> {
    if k == 0 { Vec::new() } else { vec![(0, WHOLE * k as i64)] }
}

fn assembled(coefficients: &[Exact]) -> Option<Poly> {
    coefficients
        .iter()
        .enumerate()
        .try_fold(Poly::zero(), |sum, (k, c)| sum.plus(&Poly::term(monomial(k), *c)))
}

/// All roots at once, by simultaneous iteration (Durand 1960, Kerner 1966).
fn complex_roots(p: &[f64]) -> Vec<(f64, f64)> {
    let degree = p.len() - 1;
    let lead = p[degree];
    let monic: Vec<f64> = p.iter().map(|c| c / lead).collect();
    let radius = monic[..degree].iter().fold(1.0_f64, |r, c| r.max(c.abs()));
    let radius = math::pow(radius, 1.0 / degree as f64) + 0.5;
    let mut roots: Vec<(f64, f64)> = (0..degree)
        .map(|k| {
            let angle = 0.4 + std::f64::consts::TAU * k as f64 / degree as f64;
            (radius * math::cos(angle), radius * math::sin(angle))
        })
        .collect();
    for _ in 0..300 {
        let mut moved: f64 = 0.0;
        for k in 0..degree {
            let x = roots[k];
            let value = monic.iter().rev().fold((0.0, 0.0), |sum, c| {
                let (re, im) = product(sum, x);
                (re + c, im)
            });
            let below = (0..degree)
                .filter(|j| *j != k)
                .fold((1.0, 0.0), |all, j| product(all, (x.0 - roots[j].0, x.1 - roots[j].1)));
            let size = below.0 * below.0 + below.1 * below.1;
            if size == 0.0 {
                continue;
            }
            let step = product(value, (below.0 / size, -below.1 / size));
            roots[k] = (x.0 - step.0, x.1 - step.1);
            moved = moved.max(step.0.abs() + step.1.abs());
        }
        if moved < 1e-15 * radius {
            break;
        }
    }
    roots
}

fn product(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// The product of the chosen `lead * (x - root)` as whole coefficients, if it looks like one.
fn candidate(roots: &[(f64, f64)], choice: u32, lead: f64) -> Option<Poly> {
    let mut factor = vec![(lead, 0.0)];
    for (k, root) in roots.iter().enumerate() {
        if choice >> k & 1 == 0 {
            continue;
        }
        let mut next = vec![(0.0, 0.0); factor.len() + 1];
        for (j, c) in factor.iter().enumerate() {
            let lower = product(*c, (-root.0, -root.1));
            next[j] = (next[j].0 + lower.0, next[j].1 + lower.1);
            next[j + 1] = (next[j + 1].0 + c.0, next[j + 1].1 + c.1);
        }
        factor = next;
    }
    let mut whole = Vec::new();
    for (re, im) in factor {
        let near = math::floor(re + 0.5);
        let tolerance = 1e-6 * (1.0 + near.abs());
        if im.abs() > tolerance || (re - near).abs() > tolerance || near.abs() > 1e15 {
            return None;
        }
        whole.push(Exact::whole(near as i64));
    }
    assembled(&whole)?.primitive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::expr::Dialect;

    #[test]
    fn polynomials_split_or_do_not() {
        let check = |coefficients: &[i64], expected: bool| {
            let numbers: Vec<Exact> = coefficients.iter().map(|c| Exact::whole(*c)).collect();
            let budget = super::super::Budget::new();
            assert_eq!(is_reducible(&numbers, budget.scope(Dialect::School)), expected, "{coefficients:?}");
        };
        check(&[-1, 0, 1], true);
        check(&[1, 0, 1], false);
        check(&[-2, 0, 1], false);
        check(&[4, -4, 1], true);
        check(&[6, 5, 1], true);
        check(&[-1, 0, 0, 1], true);
        check(&[1, -1, 0, 1], false);
        check(&[4, 0, 0, 0, 1], true);
        check(&[1, 0, 0, 0, 1], false);
        check(&[6, 7, 2], true);
        check(&[1, 1, 1], false);
    }
}
