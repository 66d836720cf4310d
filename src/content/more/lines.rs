//! Solving an equation line by line: each line follows from the last right one, or a wrong move explains it.

use super::maths;
use crate::content::expr::Value;
use crate::notation::{Math, Op};
use crate::num::Rational;
use std::sync::Arc;

/// Lines that one answer may have.
pub const MAX_LINES: usize = 12;

/// Wrong moves on a linear equation (Sleeman 1984; Matz 1982; Payne and Squibb 1990; Kieran 1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    SameOperation,
    SubtractCoefficient,
    DivideWrongWay,
    OneSideOnly,
    KeepSign,
    DivideOneTerm,
    CombineAcross,
    DistributeFirstOnly,
}

/// A linear equation in one letter: `a x + b = c x + d`, and `p (e x + f)` on the left when it is written so.
#[derive(Clone, Debug)]
pub struct Line {
    pub letter: char,
    a: Rational,
    b: Rational,
    c: Rational,
    d: Rational,
    bracket: Option<(Rational, Rational, Rational)>,
    /// The letter stands alone on one side, a number on the other.
    pub solved: bool,
}

impl Line {
    /// Reads an equation; nothing when it is not linear in one letter (or in this one).
    pub fn of(math: &Math, letter: Option<char>) -> Option<Self> {
        let (left, op, right) = maths::sides(math)?;
        let letters = maths::letters(math);
        let letter = match (&letters[..], letter) {
            ([one], None) => *one,
            ([one], Some(wanted)) if *one == wanted => wanted,
            ([], Some(wanted)) => wanted,
            _ => return None,
        };
        if op != Op::Equals {
            return None;
        }
        let (a, b) = linear(&left, letter)?;
        let (c, d) = linear(&right, letter)?;
        let alone =
            |side: &Math, other: &Math| *side == Math::Letter(letter) && maths::number(other).is_some();
        let solved = alone(&left, &right) || alone(&right, &left);
        Some(Self { letter, a, b, c, d, bracket: bracket(&left, letter), solved })
    }

    /// The number that makes it true, if there is exactly one.
    pub fn root(&self) -> Option<Rational> {
        self.d.minus(self.b)?.over(self.a.minus(self.c)?)
    }
}

/// Coefficient and constant.
fn linear(side: &Math, letter: char) -> Option<(Rational, Rational)> {
    let at = |x: i64| maths::value(side, &[(letter, Rational::integer(x))]);
    let (zero, one, five) = (at(0)?, at(1)?, at(5)?);
    let slope = one.minus(zero)?;
    let straight = slope.times(Rational::integer(5))?.plus(zero)? == five;
    straight.then_some((slope, zero))
}

/// `p (e x + f)`, whole.
fn bracket(left: &Math, letter: char) -> Option<(Rational, Rational, Rational)> {
    let Math::Row(row) = left else { return None };
    let (Math::Group(inside), factor) = row.split_last().map(|(last, rest)| (last, rest.to_vec()))? else {
        return None;
    };
    let factor =
        if factor.last() == Some(&Math::Op(Op::Times)) { &factor[..factor.len() - 1] } else { &factor };
    let p = match factor {
        [Math::Op(Op::Minus)] => Rational::integer(-1),
        factor => maths::number(&Math::Row(factor.to_vec()))?,
    };
    let (e, f) = linear(inside, letter)?;
    (e != Rational::ZERO && f != Rational::ZERO).then_some((p, e, f))
}

/// `x = 4`.
pub fn solved(letter: char, root: Rational) -> Value {
    let mut row = vec![Math::Letter(letter), Math::Op(Op::Equals)];
    match Math::number(root) {
        Math::Row(pieces) => row.extend(pieces),
        one => row.push(one),
    }
    Value::Maths(Arc::new(Math::Row(row)))
}

impl Move {
    /// What the letter would be after this wrong move on this line; empty where it has no occasion, or does no
    /// harm.
    pub fn results(self, line: &Line) -> Vec<(char, Rational)> {
        let right = line.root();
        let roots = self.roots(line).into_iter().flatten();
        roots.filter(|root| Some(*root) != right).map(|root| (line.letter, root)).collect()
    }

    fn roots(self, line: &Line) -> Vec<Option<Rational>> {
        let Line { a, b, c, d, bracket, .. } = line;
        let (a, b, c, d) = (*a, *b, *c, *d);
        let zero = Rational::ZERO;
        // What `n` comes to when it is shared among the letters: `(n - f) / e` behind a bracket.
        let shared = |n: Option<Rational>, e: Rational, f: Rational| n?.minus(f)?.over(e);
        let plain = c == zero && b == zero && a != zero && a != Rational::ONE;
        match self {
            Self::SameOperation if b != zero => {
                vec![a.minus(c).and_then(|left| d.plus(b)?.over(left))]
            }
            Self::SameOperation if plain => vec![d.times(a)],
            Self::SubtractCoefficient | Self::DivideWrongWay | Self::OneSideOnly
                if let Some((p, e, f)) = bracket
                    && c == zero =>
            {
                let other = match self {
                    Self::SubtractCoefficient => d.minus(*p),
                    Self::DivideWrongWay => p.over(d),
                    _ => Some(d),
                };
                vec![shared(other, *e, *f)]
            }
            Self::SubtractCoefficient if plain => vec![d.minus(a)],
            Self::DivideWrongWay if plain => vec![a.over(d)],
            Self::OneSideOnly if b != zero => vec![a.minus(c).and_then(|left| d.over(left))],
            Self::OneSideOnly if plain => vec![Some(d)],
            Self::KeepSign | Self::CombineAcross if c != zero => {
                vec![a.plus(c).and_then(|left| d.minus(b)?.over(left))]
            }
            Self::DivideOneTerm if c == zero && b != zero && a != Rational::ONE => {
                vec![d.over(a).and_then(|share| share.minus(b))]
            }
            Self::DistributeFirstOnly => match bracket {
                Some((p, e, f)) => vec![p.times(*e).and_then(|left| d.minus(*f)?.over(left))],
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

/// What became of a learner's lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// The line with this number, from 0, does not follow. `by` are the wrong moves that lead to it.
    Wrong {
        line: usize,
        by: Vec<Move>,
    },
    /// Every line follows; the letter does not stand alone yet.
    GoesOn,
    Solved,
    /// This line is no equation in the letter.
    NoEquation {
        line: usize,
    },
}

/// Checks lines against the equation they begin with.
pub fn check(start: &Line, lines: &[Math], moves: &[Move]) -> Checked {
    let mut last = start.clone();
    for (k, math) in lines.iter().enumerate() {
        let Some(line) = Line::of(math, Some(start.letter)) else {
            return Checked::NoEquation { line: k };
        };
        if line.root().is_none() || line.root() != start.root() {
            let leads = |wrong: &&Move| {
                let here = |(_, root): &(char, Rational)| Some(*root) == line.root();
                wrong.results(&last).iter().any(here)
            };
            return Checked::Wrong { line: k, by: moves.iter().filter(leads).copied().collect() };
        }
        last = line;
    }
    if last.solved && !lines.is_empty() { Checked::Solved } else { Checked::GoesOn }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::math::parse;

    const ALL: [Move; 8] = [
        Move::SameOperation,
        Move::SubtractCoefficient,
        Move::DivideWrongWay,
        Move::OneSideOnly,
        Move::KeepSign,
        Move::DivideOneTerm,
        Move::CombineAcross,
        Move::DistributeFirstOnly,
    ];

    fn check_lines(text: &str, expected: &str) {
        let mut lines = text.split("; ").map(|line| parse(line).expect("maths"));
        let start = Line::of(&lines.next().expect("a first line"), None).expect("a linear equation");
        let told = match check(&start, &lines.collect::<Vec<_>>(), &ALL) {
            Checked::Wrong { line, by } => format!("wrong {line} {by:?}"),
            other => format!("{other:?}"),
        };
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn any_valid_path_is_taken_and_the_first_wrong_line_is_named() {
        check_lines("3(x - 2) = 12; x - 2 = 4; x = 6", "Solved");
        check_lines("3(x - 2) = 12; 3x - 6 = 12; 3x = 18; 6 = x", "Solved");
        check_lines("3(x - 2) = 12; x = 12/3 + 2", "Solved");
        check_lines("3(x - 2) = 12; 3x = 18", "GoesOn");
        check_lines("3(x - 2) = 12; 3x - 2 = 12", "wrong 0 [DistributeFirstOnly]");
        check_lines("3(x - 2) = 12; x - 2 = 9; x = 11", "wrong 0 [SubtractCoefficient]");
        check_lines("3(x - 2) = 12; 3x - 6 = 12; 3x = 6", "wrong 1 [SameOperation]");
        check_lines("3(x - 2) = 12; x - 2 = 12", "wrong 0 [OneSideOnly]");
        check_lines("2x + 6 = 14; 2x = 20", "wrong 0 [SameOperation]");
        check_lines("2x + 6 = 14; x + 6 = 7", "wrong 0 [DivideOneTerm]");
        check_lines("2x + 6 = 14; 2x = 8; x = 6", "wrong 1 [SubtractCoefficient]");
        check_lines("5x = 2x + 12; 7x = 12", "wrong 0 [KeepSign, CombineAcross]");
        check_lines("2x + 6 = 14; x = 100", "wrong 0 []");
        check_lines("2x + 6 = 14; y = 4", "NoEquation { line: 0 }");
        check_lines("2x + 6 = 14; 14 = 14", "wrong 0 []");
    }
}
