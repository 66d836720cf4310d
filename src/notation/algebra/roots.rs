//! The real roots of a polynomial, by way of those of its derivative: between two neighbouring extrema there is at
//! most one, found by halving.

/// Roots of the polynomial with these coefficients, from the constant up; `None` beyond degree 24. A touching root
/// counts once.
pub fn real(coefficients: &[f64]) -> Option<Vec<f64>> {
    let scale = coefficients.iter().fold(0.0_f64, |scale, c| scale.max(c.abs()));
    if !scale.is_finite() {
        return None;
    }
    let mut kept: Vec<f64> =
        coefficients.iter().map(|c| if c.abs() < 1e-13 * scale { 0.0 } else { *c }).collect();
    while kept.last() == Some(&0.0) {
        kept.pop();
    }
    if kept.len() > 25 {
        return None;
    }
    Some(found(&kept))
}

fn found(p: &[f64]) -> Vec<f64> {
    match p.len() {
        0 | 1 => return Vec::new(),
        2 => return vec![-p[0] / p[1]],
        _ => {}
    }
    let derivative: Vec<f64> = p.iter().enumerate().skip(1).map(|(k, c)| c * k as f64).collect();
    let extrema = found(&derivative);
    // Every root lies within this bound (Cauchy 1829).
    let lead = p[p.len() - 1];
    let bound = 1.0 + p.iter().fold(0.0_f64, |bound, c| bound.max((c / lead).abs()));
    let mut edges = vec![-bound];
    edges.extend(extrema.iter().copied());
    edges.push(bound);
    let mut roots: Vec<f64> = extrema.into_iter().filter(|x| touches(p, *x)).collect();
    for pair in edges.windows(2) {
        if let Some(root) = halved(p, pair[0], pair[1]) {
            roots.push(root);
        }
    }
    roots.sort_by(f64::total_cmp);
    roots.dedup_by(|a, b| (*a - *b).abs() <= 1e-7 * (1.0 + b.abs()));
    roots
}

fn value(p: &[f64], x: f64) -> f64 {
    p.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// Zero there, as far as rounding lets one see.
fn touches(p: &[f64], x: f64) -> bool {
    let size = p.iter().rev().fold(0.0, |sum, c| sum * x.abs() + c.abs());
    value(p, x).abs() <= 1e-10 * size
}

fn halved(p: &[f64], mut low: f64, mut high: f64) -> Option<f64> {
    let (mut at_low, at_high) = (value(p, low), value(p, high));
    if at_low == 0.0 {
        return Some(low);
    }
    if at_high == 0.0 {
        return Some(high);
    }
    if (at_low < 0.0) == (at_high < 0.0) {
        return None;
    }
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        let at_middle = value(p, middle);
        if (at_middle < 0.0) == (at_low < 0.0) {
            (low, at_low) = (middle, at_middle);
        } else {
            high = middle;
        }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_and_touching_roots_are_found() {
        let check = |p: &[f64], expected: &[f64]| {
            let found = real(p).expect("a small degree");
            assert_eq!(found.len(), expected.len(), "{found:?}");
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{found:?}");
        };
        check(&[-2.0, 0.0, 1.0], &[-std::f64::consts::SQRT_2, std::f64::consts::SQRT_2]);
        check(&[1.0, -2.0, 1.0], &[1.0]);
        check(&[1.0, 0.0, 1.0], &[]);
        check(&[-6.0, 11.0, -6.0, 1.0], &[1.0, 2.0, 3.0]);
        check(&[0.0, 0.0, 0.0, 1.0], &[0.0]);
        check(&[5.0], &[]);
    }
}
