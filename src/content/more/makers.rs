//! Parameters that are made: quadrilaterals of given kinds, and data with stated quartiles.

use super::shapes;
use crate::content::domain::{bound, parse_at, pieces, shuffle};
use crate::content::expr::{Expr, Fault, Scope, Steps, Value};
use crate::content::reader::unknown;
use crate::num::{Rational, SplitMix64};

#[derive(Debug)]
pub enum Maker {
    /// `quad(square, kite)`: the corners of a quadrilateral of one of these kinds.
    Quad(Vec<&'static str>),
    /// `box(lo, q1, med, q3, hi)`: 11 shuffled whole numbers with exactly these five.
    Box([Expr; 5]),
}

impl Maker {
    /// Reads `quad(...)` or `box(...)`; nothing when the text is neither.
    pub fn parse(source: &str, lead: usize) -> Result<Option<Self>, Fault> {
        let lead = lead + source.len() - source.trim_start().len();
        let text = source.trim();
        let inside = |name: &str| text.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(inside) = inside("quad") {
            let mut kinds = Vec::new();
            for (at, kind) in pieces(inside, ",") {
                let known = shapes::QUADS.iter().find(|known| **known == kind.trim());
                let strange = || Fault::new(lead + 5 + at, unknown_kind(kind.trim()));
                kinds.push(*known.ok_or_else(strange)?);
            }
            return Ok(Some(Self::Quad(kinds)));
        }
        let Some(inside) = inside("box") else { return Ok(None) };
        let mut five = Vec::new();
        for (at, piece) in pieces(inside, ",") {
            five.push(parse_at(piece, lead + 4 + at)?);
        }
        let wrong =
            |_| Fault::new(lead, "`box` needs five numbers: lowest, quartile, median, quartile, highest");
        Ok(Some(Self::Box(five.try_into().map_err(wrong)?)))
    }

    pub fn exprs(&self) -> &[Expr] {
        match self {
            Self::Quad(_) => &[],
            Self::Box(five) => five,
        }
    }

    pub fn make(&self, rng: &mut SplitMix64, scope: &Scope, steps: &Steps) -> Result<Option<Value>, Fault> {
        match self {
            Self::Quad(kinds) => {
                let kind = kinds.get(rng.below(kinds.len() as u64) as usize);
                let corners = kind.and_then(|kind| shapes::quad(kind, rng));
                Ok(corners.map(|corners| Value::Shape(corners.into())))
            }
            Self::Box(five) => {
                let mut known = [0; 5];
                for (known, expr) in known.iter_mut().zip(five) {
                    let Some(value) = bound(expr, scope, steps)?.and_then(Rational::as_integer) else {
                        return Ok(None);
                    };
                    *known = value;
                }
                Ok(data(known, rng))
            }
        }
    }
}

fn unknown_kind(kind: &str) -> super::super::What {
    let told = unknown("kind of quadrilateral", kind, &shapes::QUADS);
    what!("there is no such kind of quadrilateral", "{told}")
}

/// In order the 1st, 3rd, 6th, 9th and 11th are the five numbers; the others lie between their neighbours.
fn data([lo, q1, med, q3, hi]: [i64; 5], rng: &mut SplitMix64) -> Option<Value> {
    if !(lo <= q1 && q1 <= med && med <= q3 && q3 <= hi) || hi.checked_sub(lo)? > 1_000_000 {
        return None;
    }
    let mut between = |low: i64, high: i64| low + rng.below((high - low + 1) as u64) as i64;
    let mut all = vec![lo, between(lo, q1), q1];
    for (low, high) in [(q1, med), (med, q3)] {
        let (a, b) = (between(low, high), between(low, high));
        all.extend([a.min(b), a.max(b), high]);
    }
    all.extend([between(q3, hi), hi]);
    shuffle(&mut all, rng);
    Some(Value::list(all.into_iter().map(Value::whole).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::functions::{More, call};
    use super::*;

    #[test]
    fn data_have_exactly_the_five_numbers_that_were_asked_for() {
        for seed in 0..200 {
            let list = data([3, 7, 12, 13, 30], &mut SplitMix64::new(seed)).expect("data");
            let quartile = |k| call(More::Quartile, 0, &[list.clone(), Value::whole(k)]).expect("a number");
            assert_eq!(list.members().map(<[Value]>::len), Some(11));
            assert_eq!([1, 2, 3].map(quartile), [7, 12, 13].map(Value::whole), "{list}");
        }
        assert_eq!(data([3, 2, 5, 6, 7], &mut SplitMix64::new(1)), None);
    }

    #[test]
    fn a_broken_maker_says_where() {
        let told = |source| Maker::parse(source, 2).map(|_| ()).expect_err("broken");
        assert_eq!(told("quad(square, ball)").at, 2 + 12);
        assert!(told("box(1, 2, 3)").what.contains("five numbers"));
        assert!(matches!(Maker::parse("1..5", 0), Ok(None)));
    }
}
