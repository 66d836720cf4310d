//! Polygons as their corners: what is asked about them is computed from the corners, never from a name, so a bad
//! drawing cannot make a bad answer. And the quadrilaterals that packs draw.

use crate::content::expr::Value;
use crate::num::{Rational, SplitMix64};

pub type Corner = (Rational, Rational);

fn minus(a: Corner, b: Corner) -> Option<Corner> {
    Some((a.0.minus(b.0)?, a.1.minus(b.1)?))
}

/// From each corner to the next.
fn edges(corners: &[Corner]) -> Option<Vec<Corner>> {
    let next = |k: usize| corners[(k + 1) % corners.len()];
    (0..corners.len()).map(|k| minus(next(k), corners[k])).collect()
}

fn dot(a: Corner, b: Corner) -> Option<Rational> {
    a.0.times(b.0)?.plus(a.1.times(b.1)?)
}

fn cross(a: Corner, b: Corner) -> Option<Rational> {
    a.0.times(b.1)?.minus(a.1.times(b.0)?)
}

pub fn equal_sides(corners: &[Corner]) -> Option<bool> {
    let lengths: Option<Vec<Rational>> = edges(corners)?.into_iter().map(|edge| dot(edge, edge)).collect();
    Some(lengths?.windows(2).all(|pair| pair[0] == pair[1]))
}

pub fn right_angles(corners: &[Corner]) -> Option<bool> {
    let edges = edges(corners)?;
    for k in 0..edges.len() {
        if dot(edges[k], edges[(k + 1) % edges.len()])? != Rational::ZERO {
            return Some(false);
        }
    }
    Some(!edges.is_empty())
}

/// Pairs of sides that run in the same direction.
pub fn parallel_pairs(corners: &[Corner]) -> Option<i64> {
    let edges = edges(corners)?;
    let mut pairs = 0;
    for (k, a) in edges.iter().enumerate() {
        for b in &edges[k + 1..] {
            pairs += i64::from(cross(*a, *b)? == Rational::ZERO);
        }
    }
    Some(pairs)
}

/// Half the sum of the cross products of neighbouring corners (the shoelace rule).
pub fn area(corners: &[Corner]) -> Option<Rational> {
    let mut twice = Rational::ZERO;
    for k in 0..corners.len() {
        twice = twice.plus(cross(corners[k], corners[(k + 1) % corners.len()])?)?;
    }
    let size = if twice < Rational::ZERO { twice.negated()? } else { twice };
    size.over(Rational::integer(2))
}

/// Shapes moved apart, three in a row, so that all can be drawn on one canvas.
pub fn spread(all: &[Value]) -> Option<Value> {
    const ROOM: i64 = 13;
    let mut spread = Vec::new();
    for (k, shape) in all.iter().enumerate() {
        let Value::Shape(corners) = shape else { return None };
        let (right, down) = ((k % 3) as i64 * ROOM, (k / 3) as i64 * -ROOM);
        let moved: Option<Vec<Corner>> =
            corners.iter().map(|(x, y)| Some((x.plus(right.into())?, y.plus(down.into())?))).collect();
        spread.push(Value::Shape(moved?.into()));
    }
    Some(Value::list(spread))
}

/// The kinds that `quad(...)` draws, each with at least these properties and no more.
pub const QUADS: [&str; 6] = ["square", "rectangle", "rhombus", "parallelogram", "trapezoid", "kite"];

/// A quadrilateral of this kind with whole corners from 0 to 12, turned by quarters and mirrored at random.
pub fn quad(kind: &str, rng: &mut SplitMix64) -> Option<Vec<Corner>> {
    let mut pick = |low: i64, high: i64| low + rng.below((high - low + 1) as u64) as i64;
    let plain: [(i64, i64); 4] = match kind {
        // Sides (a, b) and (-b, a): square, and tilted unless b is 0.
        "square" => {
            let (a, b) = (pick(2, 5), pick(0, 3));
            [(b, 0), (a + b, b), (a, a + b), (0, a)]
        }
        "rectangle" => {
            let (w, h, b) = (pick(2, 3), pick(1, 2), pick(0, 1));
            // Sides w(2, b) and h(-b, 2), of different length.
            let h = if w == h { h + 2 } else { h };
            [(h * b, 0), (h * b + 2 * w, w * b), (2 * w, w * b + 2 * h), (0, 2 * h)]
        }
        // Sides (a, b) and (a, -b), never square.
        "rhombus" => {
            let (a, b) = (pick(3, 5), pick(1, 2));
            [(0, b), (a, 0), (2 * a, b), (a, 2 * b)]
        }
        // Base and slant of different length, never upright.
        "parallelogram" => {
            let (w, s, h) = (pick(4, 7), pick(1, 3), pick(2, 3));
            [(0, 0), (w, 0), (w + s, h), (s, h)]
        }
        // One pair of parallel sides.
        "trapezoid" => {
            let (w, t, s, h) = (pick(6, 9), pick(2, 4), pick(1, 2), pick(2, 5));
            [(0, 0), (w, 0), (s + t, h), (s, h)]
        }
        // Two pairs of equal neighbours, no parallel sides.
        "kite" => {
            let (w, low, high) = (pick(2, 4), pick(1, 3), pick(4, 7));
            let high = if high == low { high + 1 } else { high };
            [(w, 0), (2 * w, high), (w, high + low), (0, high)]
        }
        _ => return None,
    };
    let (turns, mirrored) = (pick(0, 3), pick(0, 1) == 1);
    let mut corners: Vec<(i64, i64)> = plain.to_vec();
    for _ in 0..turns {
        corners = corners.into_iter().map(|(x, y)| (-y, x)).collect();
    }
    if mirrored {
        corners = corners.into_iter().map(|(x, y)| (-x, y)).collect();
    }
    let (left, low) = corners.iter().fold((i64::MAX, i64::MAX), |(l, b), (x, y)| (l.min(*x), b.min(*y)));
    let moved = |(x, y): (i64, i64)| (Rational::integer(x - left), Rational::integer(y - low));
    Some(corners.into_iter().map(moved).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Equal sides, right angles, parallel pairs: what tells the kinds apart.
    fn told(corners: &[Corner]) -> (bool, bool, i64) {
        (
            equal_sides(corners).expect("small numbers"),
            right_angles(corners).expect("small numbers"),
            parallel_pairs(corners).expect("small numbers"),
        )
    }

    #[test]
    fn every_drawn_quadrilateral_is_of_its_kind_and_no_better() {
        let expected = [
            ("square", (true, true, 2)),
            ("rectangle", (false, true, 2)),
            ("rhombus", (true, false, 2)),
            ("parallelogram", (false, false, 2)),
            ("trapezoid", (false, false, 1)),
            ("kite", (false, false, 0)),
        ];
        for (kind, properties) in expected {
            for seed in 0..400 {
                let corners = quad(kind, &mut SplitMix64::new(seed)).expect("a known kind");
                assert_eq!(told(&corners), properties, "{kind} {seed} {corners:?}");
                assert!(area(&corners).expect("an area") > Rational::ZERO, "{kind} {seed}");
                let small = |n: &Rational| (Rational::ZERO..=Rational::integer(14)).contains(n);
                assert!(corners.iter().all(|(x, y)| small(x) && small(y)), "{kind} {corners:?}");
            }
        }
        assert!(quad("circle", &mut SplitMix64::new(1)).is_none());
    }
}
