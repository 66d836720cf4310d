//! Wrong procedures with a name: what they give for these numbers. The vocabulary is closed; each has a source. A
//! pack calls one as `bug('fractions.add-tops-bottoms', n, d, m, e)`, or lets a whole group speak for itself:
//! columns and lines try all of theirs.

use super::columns::{Bug, Columns, Op};
use super::maths;
use super::steps::{Kind, Slip, Work};
use crate::content::expr::{Fault, Value};
use crate::content::reader::unknown;
use crate::notation::{Math, Op as Sign};
use crate::num::Rational;
use crate::num::rational::gcd;

/// A named procedure and how it is run.
pub struct Procedure {
    pub name: &'static str,
    run: Run,
    #[cfg(any(test, feature = "tools"))]
    pub source: &'static str,
    /// What it is called with, and an example with what comes of it.
    #[cfg(any(test, feature = "tools"))]
    pub example: &'static str,
}

#[derive(Clone, Copy)]
enum Run {
    Columns(Op, Bug),
    /// Of whole numbers.
    Numbers(usize, fn(&[i64]) -> Option<Rational>),
    Order(Order),
    /// Of a line: what comes of it in the end.
    Slip,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    LeftToRight,
    AddFirst,
    TimesFirst,
    NoBrackets,
}

macro_rules! procedure {
    ($name:literal, $run:expr, $source:literal, $example:literal) => {
        Procedure {
            name: $name,
            run: $run,
            #[cfg(any(test, feature = "tools"))]
            source: $source,
            #[cfg(any(test, feature = "tools"))]
            example: $example,
        }
    };
}

/// All of them. Examples are checked by a test.
#[rustfmt::skip]
pub const PROCEDURES: &[Procedure] = &[
    procedure!("columns.smaller-from-larger", Run::Columns(Op::Minus, Bug::SmallerFromLarger), "Brown and Burton 1978", "82, 37 = 55"),
    procedure!("columns.borrow-no-decrement", Run::Columns(Op::Minus, Bug::BorrowNoDecrement), "Brown and Burton 1978", "143, 28 = 125"),
    procedure!("columns.borrow-across-zero", Run::Columns(Op::Minus, Bug::BorrowAcrossZero), "Brown and Burton 1978; Burton 1982", "402, 156 = 156"),
    procedure!("columns.borrow-from-zero", Run::Columns(Op::Minus, Bug::BorrowFromZero), "Brown and Burton 1978", "1300, 522 = 878"),
    procedure!("columns.zero-minus-n-is-n", Run::Columns(Op::Minus, Bug::ZeroMinusIsN), "Brown and Burton 1978", "140, 21 = 121"),
    procedure!("columns.zero-minus-n-is-zero", Run::Columns(Op::Minus, Bug::ZeroMinusIsZero), "Brown and Burton 1978", "140, 21 = 120"),
    procedure!("columns.stops-at-zero", Run::Columns(Op::Minus, Bug::StopsAtZero), "Brown and Burton 1978; VanLehn 1990", "703, 678 = 35"),
    procedure!("columns.borrow-leftmost", Run::Columns(Op::Minus, Bug::BorrowLeftmost), "VanLehn 1990", "733, 214 = 429"),
    procedure!("columns.borrow-everywhere", Run::Columns(Op::Minus, Bug::BorrowEverywhere), "VanLehn 1990; Ashlock", "87, 42 = 315"),
    procedure!("columns.quits-when-short", Run::Columns(Op::Minus, Bug::QuitsWhenShort), "VanLehn 1990", "439, 8 = 1"),
    procedure!("columns.bottom-repeats", Run::Columns(Op::Minus, Bug::BottomRepeats), "VanLehn 1990; Ashlock", "78, 3 = 45"),
    procedure!("columns.adds-instead", Run::Columns(Op::Minus, Bug::AddsInstead), "Brown and Burton 1978", "13, 4 = 17"),
    procedure!("columns.no-carry", Run::Columns(Op::Plus, Bug::NoCarry), "Ashlock; Buswell 1926", "47, 38 = 75"),
    procedure!("columns.write-both-digits", Run::Columns(Op::Plus, Bug::WriteBoth), "Ashlock", "47, 38 = 715"),
    procedure!("columns.carry-wrong-digit", Run::Columns(Op::Plus, Bug::CarryWrongDigit), "Ashlock", "48, 29 = 131"),
    procedure!("columns.left-to-right", Run::Columns(Op::Plus, Bug::LeftToRight), "Ashlock", "86, 45 = 212"),
    procedure!("columns.add-all-digits", Run::Columns(Op::Plus, Bug::AddAllDigits), "Ashlock", "35, 4 = 12"),
    procedure!("columns.align-left", Run::Columns(Op::Plus, Bug::AlignLeft), "Ashlock", "354, 12 = 474"),
    procedure!("columns.carry-then-multiply", Run::Columns(Op::Times, Bug::CarryThenMultiply), "Ashlock; Buswell 1926", "46, 3 = 158"),
    procedure!("columns.no-carry-added", Run::Columns(Op::Times, Bug::NoCarryAdded), "Ashlock; Buswell 1926", "46, 3 = 128"),
    procedure!("columns.columnwise", Run::Columns(Op::Times, Bug::Columnwise), "Ashlock", "23, 14 = 212"),
    procedure!("columns.no-placeholder", Run::Columns(Op::Times, Bug::NoPlaceholder), "Ashlock", "23, 14 = 115"),
    procedure!("columns.times-added", Run::Columns(Op::Times, Bug::TimesAdded), "Ashlock", "4, 6 = 10"),
    procedure!("columns.zero-in-quotient", Run::Columns(Op::Over, Bug::ZeroInQuotient), "Ashlock", "618, 6 = 13"),

    procedure!("fractions.add-tops-bottoms", Run::Numbers(4, |n| ratio(n[0] + n[2], n[1] + n[3])), "Ashlock; Ni and Zhou 2005", "1, 2, 1, 3 = 2/5"),
    procedure!("fractions.subtract-tops-bottoms", Run::Numbers(4, |n| ratio((n[0] - n[2]).abs(), (n[1] - n[3]).abs())), "Ashlock", "3, 4, 1, 2 = 1"),
    procedure!("fractions.add-keep-tops", Run::Numbers(4, |n| ratio(n[0] + n[2], lcm(n[1], n[3])?)), "Ashlock", "1, 2, 1, 3 = 1/3"),
    procedure!("fractions.add-times-bottoms", Run::Numbers(4, |n| ratio(n[0] + n[2], n[1] * n[3])), "Brown and Quinn 2006", "2, 3, 1, 4 = 1/4"),
    procedure!("fractions.mixed-times-top", Run::Numbers(3, |n| ratio(n[0] * n[1] + n[1], n[2])), "Ashlock", "2, 3, 4 = 9/4"),
    procedure!("fractions.mixed-add-top", Run::Numbers(3, |n| ratio(n[0] + n[1], n[2])), "classroom practice", "2, 3, 4 = 5/4"),
    procedure!("fractions.mixed-smaller-from-larger", Run::Numbers(5, |n| ratio((n[0] - n[2]) * n[4] + (n[1] - n[3]).abs(), n[4])), "Brown and Quinn 2006", "5, 1, 2, 3, 4 = 7/2"),
    procedure!("fractions.mixed-borrow-ten", Run::Numbers(5, |n| if n[1] < n[3] { ratio((n[0] - 1 - n[2]) * n[4] + n[1] + 10 - n[3], n[4]) } else { None }), "Ashlock", "5, 1, 2, 3, 4 = 4"),
    procedure!("fractions.whole-times-both", Run::Numbers(3, |n| ratio(n[0] * n[1], n[0] * n[2])), "Ashlock", "3, 2, 5 = 2/5"),
    procedure!("fractions.times-keep-common", Run::Numbers(4, |n| { let common = lcm(n[1], n[3])?; ratio(n[0] * (common / n[1]) * n[2] * (common / n[3]), common) }), "Brown and Quinn 2006", "1, 2, 1, 3 = 1"),
    procedure!("fractions.times-cross", Run::Numbers(4, |n| ratio(n[0] * n[3], n[1] * n[2])), "Ashlock", "2, 3, 4, 5 = 5/6"),
    procedure!("fractions.times-mixed-parts", Run::Numbers(6, |n| ratio(n[0] * n[3], 1)?.plus(ratio(n[1] * n[4], n[2] * n[5])?)), "classroom practice", "2, 1, 2, 3, 1, 3 = 37/6"),
    procedure!("fractions.divide-invert-first", Run::Numbers(4, |n| ratio(n[1] * n[2], n[0] * n[3])), "Ashlock", "3, 4, 1, 2 = 2/3"),
    procedure!("fractions.divide-invert-both", Run::Numbers(4, |n| ratio(n[1] * n[3], n[0] * n[2])), "Ashlock", "3, 4, 2, 5 = 10/3"),
    procedure!("fractions.divide-no-invert", Run::Numbers(4, |n| ratio(n[0] * n[2], n[1] * n[3])), "Brown and Quinn 2006", "3, 4, 1, 2 = 3/8"),
    procedure!("fractions.divide-across", Run::Numbers(4, |n| ratio(n[0].checked_div(n[2])?, n[1].checked_div(n[3])?)), "Ashlock", "7, 9, 2, 4 = 3/2"),

    procedure!("signs.add-keep-first", Run::Numbers(2, |n| if n[0] * n[1] < 0 { whole(n[0].signum() * (n[0].abs() + n[1].abs())) } else { None }), "classroom practice; Vlassis 2004", "-7, 4 = -11"),
    procedure!("signs.add-drop-sign", Run::Numbers(2, |n| if n[0] * n[1] < 0 { whole((n[0].abs() - n[1].abs()).abs()) } else { None }), "classroom practice", "-7, 4 = 3"),
    procedure!("signs.two-negatives-positive", Run::Numbers(2, |n| if n[0] < 0 && n[1] < 0 { whole(n[0].abs() + n[1].abs()) } else { None }), "classroom practice", "-5, -2 = 7"),
    procedure!("signs.subtract-negative", Run::Numbers(2, |n| if n[1] < 0 { whole(n[0] + n[1]) } else { None }), "classroom practice", "4, -6 = -2"),
    procedure!("signs.subtract-swapped", Run::Numbers(2, |n| whole(n[1] - n[0])), "classroom practice", "3, 8 = 5"),
    procedure!("signs.times-negatives", Run::Numbers(2, |n| if n[0] < 0 && n[1] < 0 { whole(-(n[0] * n[1])) } else { None }), "classroom practice", "-4, -3 = -12"),
    procedure!("signs.absolute-flips", Run::Numbers(1, |n| whole(-n[0])), "classroom practice", "5 = -5"),

    procedure!("order.left-to-right", Run::Order(Order::LeftToRight), "Linchevski and Livneh 1999", "`2 + 3 × 4` = 20"),
    procedure!("order.add-before-subtract", Run::Order(Order::AddFirst), "Linchevski and Livneh 1999", "`10 - 3 + 2` = 5"),
    procedure!("order.times-before-divide", Run::Order(Order::TimesFirst), "Linchevski and Livneh 1999", "`24 ÷ 4 × 2` = 3"),
    procedure!("order.ignore-brackets", Run::Order(Order::NoBrackets), "Kieran 1979", "`5 × (2 + 6)` = 16"),

    procedure!("moves.same-operation", Run::Slip, "Sleeman 1984; Payne and Squibb 1990", "`x + 7 = 12` = `x = 19`"),
    procedure!("moves.subtract-coefficient", Run::Slip, "Sleeman 1984; Payne and Squibb 1990", "`3x = 12` = `x = 9`"),
    procedure!("moves.divide-wrong-way", Run::Slip, "Sleeman 1984; Payne and Squibb 1990", "`5x = 2` = `x = 5/2`"),
    procedure!("moves.one-side-only", Run::Slip, "Kieran 1992", "`2x + 6 = 14` = `x = 7`"),
    procedure!("moves.keep-sign", Run::Slip, "Sleeman 1984; Matz 1982", "`5x = 2x + 12` = `x = 12/7`"),
    procedure!("moves.divide-one-term", Run::Slip, "Payne and Squibb 1990", "`2x + 6 = 14` = `x = 1`"),
    procedure!("moves.combine-across", Run::Slip, "Sleeman 1984", "`3x + 2 = x + 10` = `x = 2`"),
    procedure!("moves.distribute-first-only", Run::Slip, "Matz 1982; Payne and Squibb 1990", "`3(x - 2) = 12` = `x = 14/3`"),
    procedure!("moves.distribute-last-only", Run::Slip, "Ayres 2001", "`3(x - 2) = 12` = `x = 18`"),
    procedure!("moves.lost-sign", Run::Slip, "Vlassis 2004; Ayres 2001", "`-2x = 6` = `x = 3`"),
    procedure!("moves.unlike-terms", Run::Slip, "Booth 1984; Kieran 1992", "`3x + 4 = 14` = `x = 2`"),
    procedure!("moves.multiply-tops", Run::Slip, "Lamon 2007", "`x/4 = 3/2` = `x = 8/3`"),
    procedure!("inequality.forgot-flip", Run::Slip, "Tsamir and Bazzini 2004", "`-2x < 6` = `x < -3`"),
    procedure!("inequality.needless-flip", Run::Slip, "Tsamir and Bazzini 2004", "`2x < -6` = `x > -3`"),
    procedure!("inequality.boundary", Run::Slip, "classroom practice", "`x + 1 <= 4` = `x < 3`"),
    procedure!("powers.of-sum", Run::Slip, "Matz 1982", "`(x + 3)^2` = `x^2 + 9`"),
    procedure!("powers.multiply-exponents", Run::Slip, "Matz 1982; Cangelosi et al. 2013", "`x^2 × x^3` = `x^6`"),
    procedure!("powers.as-product", Run::Slip, "Cangelosi et al. 2013", "`4^3` = 12"),
    procedure!("powers.like-terms-square", Run::Slip, "Booth 1984", "`2x + 3x` = `5x^2`"),
    procedure!("fractions.scale-bottom-only", Run::Slip, "Ashlock; Brown and Quinn 2006", "`1/2 + 1/3` = 7/12"),
    procedure!("fractions.scale-top-only", Run::Slip, "classroom practice", "`1/2 + 1/3` = 4/3"),
    procedure!("units.wrong-way", Run::Slip, "Thompson and Preston 2004", "'36 in', 'ft' = '432 ft'"),
    procedure!("units.by-tens", Run::Slip, "classroom practice", "'2 h', 'min' = '20 min'"),
    procedure!("units.number-kept", Run::Slip, "classroom practice", "'36 in', 'ft' = '36 ft'"),
    procedure!("percent.as-whole-number", Run::Slip, "Parker and Leinhardt 1995", "`15/100 × 80` = 1200"),
    procedure!("percent.point-shifted", Run::Slip, "Parker and Leinhardt 1995", "`5/100 × 80` = 40"),
    procedure!("percent.inverted", Run::Slip, "Parker and Leinhardt 1995", "`25/100 × 80` = 320"),
    procedure!("percent.added", Run::Slip, "Parker and Leinhardt 1995", "`15/100 × 80` = 95"),
    procedure!("systems.subtract-first-only", Run::Slip, "classroom practice", "[`x + y = 5`, `x - y = 1`] = `y = 3`"),
    procedure!("systems.scale-left-only", Run::Slip, "classroom practice", "[`x + y = 5`, `x - y = 1`] = `2x + 2y = 5`"),
    procedure!("systems.swapped-letters", Run::Slip, "classroom practice", "[`y = 5`, `x - y = 1`] = `x = 5`"),
];

fn ratio(num: i64, den: i64) -> Option<Rational> {
    Rational::new(num, den)
}

fn whole(n: i64) -> Option<Rational> {
    Some(Rational::integer(n))
}

fn lcm(a: i64, b: i64) -> Option<i64> {
    if a <= 0 || b <= 0 {
        return None;
    }
    let shared = gcd(a.unsigned_abs().into(), b.unsigned_abs().into());
    a.checked_mul(b / i64::try_from(shared).ok()?)
}

pub fn named(name: &str) -> Option<&'static Procedure> {
    PROCEDURES.iter().find(|procedure| procedure.name == name)
}

pub(crate) fn unknown_name(name: &str) -> String {
    let names: Vec<&str> = PROCEDURES.iter().map(|procedure| procedure.name).collect();
    unknown("procedure", name, &names)
}

/// Larger numbers are not what these procedures are about; so nothing here can overflow.
const LARGEST: i64 = 10_000;

pub(crate) fn call(name: &str, at: usize, values: &[Value]) -> Result<Value, Fault> {
    let Some(procedure) = named(name) else {
        let what = what!("there is no such procedure", "{}", unknown_name(name));
        return Err(Fault::new(at, what));
    };
    procedure.run(values).ok_or_else(|| {
        let what = what!("a procedure is called with other values", "`{name}` is called with other values");
        Fault::new(at, what)
    })
}

impl Procedure {
    /// What it gives; `none` where it does not apply. Nothing when the values are not of its kind.
    fn run(&self, values: &[Value]) -> Option<Value> {
        match (self.run, values) {
            (Run::Columns(op, bug), [a, b]) => {
                let (a, b) = a.number().zip(b.number())?;
                let work = a.as_integer().zip(b.as_integer()).and_then(|(a, b)| {
                    let sum = Columns::new(op, a, b)?;
                    sum.bug(bug)
                });
                Some(Value::of(work.and_then(|work| work.number()).map(Rational::integer)))
            }
            (Run::Numbers(count, run), values) if values.len() == count => {
                let n: Option<Vec<Rational>> = values.iter().map(Value::number).collect();
                let n: Option<Vec<i64>> = n?.into_iter().map(Rational::as_integer).collect();
                let n = n.filter(|n| n.iter().all(|n| n.abs() <= LARGEST));
                Some(Value::of(n.and_then(|n| run(&n))))
            }
            (Run::Order(order), [Value::Maths(math)]) => Some(Value::of(order.value(math))),
            (Run::Slip, [start, rest @ ..]) => {
                let lines: Vec<String> = match start {
                    Value::List(all) => all.iter().map(ToString::to_string).collect(),
                    one => vec![one.to_string()],
                };
                let unit = match rest {
                    [Value::Text(unit)] => unit.to_string(),
                    _ => String::new(),
                };
                let work = Work::of(&lines, "", &unit, None, true);
                let made = work.and_then(|work| {
                    let line = work.slipped(Slip::named(self.name)?)?;
                    Some(match work.kind {
                        Kind::Number { .. } => Value::of(super::steps::worth::value(&line)),
                        Kind::Amount { .. } => Value::text(&line.to_string()),
                        _ => Value::Maths(line.math().into()),
                    })
                });
                Some(made.unwrap_or(Value::None))
            }
            _ => None,
        }
    }

    /// The bug of this operation in columns, if it is one.
    pub fn of_columns(&self, op: Op) -> Option<Bug> {
        match self.run {
            Run::Columns(own, bug) if own == op => Some(bug),
            _ => None,
        }
    }
}

impl Procedure {
    /// Whether it is tried on lines.
    pub fn is_of_lines(&self) -> bool {
        Slip::named(self.name).is_some()
    }
}

impl Order {
    /// The value in this wrong order; nothing with letters or powers.
    fn value(self, math: &Math) -> Option<Rational> {
        let mut pieces = Vec::new();
        self.flatten(math, &mut pieces)?;
        let ranks: &[&[Sign]] = match self {
            Self::LeftToRight => &[&[Sign::Times, Sign::Over, Sign::Plus, Sign::Minus]],
            Self::AddFirst => &[&[Sign::Times, Sign::Over], &[Sign::Plus], &[Sign::Minus]],
            Self::TimesFirst => &[&[Sign::Times], &[Sign::Over], &[Sign::Plus, Sign::Minus]],
            Self::NoBrackets => &[&[Sign::Times, Sign::Over], &[Sign::Plus, Sign::Minus]],
        };
        let (mut numbers, mut signs) = numbers_and_signs(&pieces)?;
        for rank in ranks {
            while let Some(k) = signs.iter().position(|sign| rank.contains(sign)) {
                let (a, b) = (numbers[k], numbers.remove(k + 1));
                numbers[k] = match signs.remove(k) {
                    Sign::Plus => a.plus(b)?,
                    Sign::Minus => a.minus(b)?,
                    Sign::Times => a.times(b)?,
                    _ => a.over(b)?,
                };
            }
        }
        numbers.first().copied()
    }

    fn flatten(self, math: &Math, pieces: &mut Vec<Piece>) -> Option<()> {
        match math {
            Math::Row(row) => row.iter().try_for_each(|piece| self.flatten(piece, pieces)),
            Math::Op(sign) => {
                pieces.push(Piece::Sign(*sign));
                Some(())
            }
            Math::Group(inside) if self == Self::NoBrackets => self.flatten(inside, pieces),
            Math::Group(inside) => {
                pieces.push(Piece::Number(self.value(inside)?));
                Some(())
            }
            other => {
                pieces.push(Piece::Number(maths::number(other)?));
                Some(())
            }
        }
    }
}

enum Piece {
    Number(Rational),
    Sign(Sign),
}

/// Numbers with a sign between each two; a leading minus belongs to its number.
fn numbers_and_signs(pieces: &[Piece]) -> Option<(Vec<Rational>, Vec<Sign>)> {
    let (mut numbers, mut signs, mut negative) = (Vec::new(), Vec::new(), false);
    for piece in pieces {
        match piece {
            Piece::Number(n) if numbers.len() == signs.len() => {
                numbers.push(if negative { n.negated()? } else { *n });
                negative = false;
            }
            Piece::Sign(Sign::Minus) if numbers.len() == signs.len() => negative = !negative,
            Piece::Sign(sign @ (Sign::Plus | Sign::Minus | Sign::Times | Sign::Over))
                if numbers.len() > signs.len() =>
            {
                signs.push(*sign);
            }
            _ => return None,
        }
    }
    (numbers.len() == signs.len() + 1).then_some((numbers, signs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::expr::{Expr, Scope};

    #[test]
    fn every_procedure_has_a_source_and_does_what_its_example_says() {
        for procedure in PROCEDURES {
            let (given, expected) = match procedure.example.strip_prefix('`') {
                Some(rest) => {
                    let end = rest.find('`').expect("a closing backtick");
                    (format!("`{}`", &rest[..end]), rest[end + 1..].trim_start_matches([' ', '=']))
                }
                None => {
                    // A list of lines has equals signs of its own.
                    let end = procedure.example.find(']').unwrap_or(0);
                    let at = end + procedure.example[end..].find(" = ").expect("an example");
                    (procedure.example[..at].to_string(), &procedure.example[at + 3..])
                }
            };
            let value = |source: &str| {
                Expr::parse(source).and_then(|expr| expr.eval(&Scope::default())).expect("a value")
            };
            let called = value(&format!("bug('{}', {given})", procedure.name));
            assert!(called.same(&value(expected)), "{}: {called} is not {expected}", procedure.name);
            assert!(!procedure.source.is_empty(), "{}", procedure.name);
        }
    }

    #[test]
    fn names_are_used_once_and_unknown_ones_are_told() {
        for (k, procedure) in PROCEDURES.iter().enumerate() {
            assert!(PROCEDURES[..k].iter().all(|other| other.name != procedure.name));
        }
        let told = Expr::parse("bug('columns.borrow', 1, 2)").expect("an expression").eval(&Scope::default());
        assert!(told.expect_err("no such procedure").what.contains("there is no procedure `columns.borrow`"));
    }
}
