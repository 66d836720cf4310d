//! A read answer as drawn maths: what is shown back to whoever typed it.

use super::expr::{Expr, Fence, Function, Relation, Unit};
use super::math::{Math, Op};

impl Expr {
    /// The expression as it is drawn: stacked fractions, raised exponents, roots with a bar.
    pub fn math(&self) -> Math {
        row(pieces(self))
    }
}

fn row(mut pieces: Vec<Math>) -> Math {
    if pieces.len() == 1 { pieces.remove(0) } else { Math::Row(pieces) }
}

fn boxed(expr: &Expr) -> Box<Math> {
    Box::new(expr.math())
}

/// How tightly a drawn piece holds together: a sum in a product needs brackets, a fraction does not.
fn is_loose(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Sum(_)
            | Expr::Negative(_)
            | Expr::PlusMinus(..)
            | Expr::Relation(..)
            | Expr::Ratio(_)
            | Expr::Remainder(..)
            | Expr::And(_)
            | Expr::Or(_)
            | Expr::Not(_)
            | Expr::Union(_)
            | Expr::Group(Fence::Bare, ..)
    )
}

fn held(expr: &Expr) -> Vec<Math> {
    if is_loose(expr) { vec![Math::Group(boxed(expr))] } else { pieces(expr) }
}

/// As the base of a power: everything but a single sign stands in brackets.
fn base(expr: &Expr) -> Box<Math> {
    let single = matches!(
        expr,
        Expr::Number(_) | Expr::Constant(_) | Expr::Name(_) | Expr::Group(..) | Expr::Call(Function::Abs, _)
    );
    if single { boxed(expr) } else { Box::new(Math::Group(boxed(expr))) }
}

/// The drawn pieces in reading order, so that sums inside sums lie in one row.
fn pieces(expr: &Expr) -> Vec<Math> {
    let op = |op| Math::Op(op);
    let one = |math| vec![math];
    match expr {
        Expr::Number(digits) => number(digits),
        Expr::Mixed(whole, num, den) => {
            let [whole, num, den] = [whole, num, den].map(|digits| Box::new(Math::Number(digits.clone())));
            one(Math::Mixed(whole, num, den))
        }
        Expr::Constant(constant) => one(Math::Name(constant.sign().into())),
        Expr::Name(name) => one(letter(name)),
        Expr::Negative(inside) => prefixed(op(Op::Minus), term(inside)),
        Expr::Sum(terms) => sum(terms),
        Expr::Product(factors) => product(factors),
        Expr::Quotient(num, den) => one(Math::Fraction(boxed(num), boxed(den))),
        Expr::Power(left, exponent) => one(Math::Power(base(left), boxed(exponent))),
        Expr::Call(function, arguments) => call(*function, arguments),
        Expr::Apply(name, arguments) => vec![letter(name), Math::Group(Box::new(listed(arguments)))],
        Expr::Factorial(inside) => {
            let mut all = held(inside);
            all.push(Math::Name("!".into()));
            all
        }
        Expr::Percent(inside) => {
            let mut all = held(inside);
            all.push(op(Op::Percent));
            all
        }
        Expr::PlusMinus(left, right) => {
            let mut all: Vec<Math> = left.iter().flat_map(|left| pieces(left)).collect();
            all.push(op(Op::PlusMinus));
            all.extend(term(right));
            all
        }
        Expr::Quantity(amounts) => amounts.iter().flat_map(|(amount, unit)| quantity(amount, unit)).collect(),
        Expr::Ratio(parts) => between(parts, Op::Ratio, held),
        Expr::Remainder(quotient, rest) => {
            let mut all = held(quotient);
            all.push(Math::Name("R".into()));
            all.extend(held(rest));
            all
        }
        Expr::Relation(first, rest) => {
            let mut all = pieces(first);
            for (relation, right) in rest {
                all.push(op(relation.op()));
                all.extend(pieces(right));
            }
            all
        }
        Expr::Group(open, members, close) => {
            let inside = Box::new(listed(members));
            one(match (open, close) {
                (Fence::Bare, _) => return between(members, Op::Comma, pieces),
                (Fence::Round, Fence::Round) => Math::Group(inside),
                (open, close) => Math::Fenced(open.opening(), inside, close.closing()),
            })
        }
        Expr::Union(members) => between(members, Op::Union, held),
        Expr::And(members) => between(members, Op::And, held_truth),
        Expr::Or(members) => between(members, Op::Or, held_truth),
        Expr::Not(inside) => prefixed(op(Op::Not), held(inside)),
    }
}

fn prefixed(sign: Math, rest: Vec<Math>) -> Vec<Math> {
    [sign].into_iter().chain(rest).collect()
}

/// `1.41e-2` is drawn as a power of ten.
fn number(digits: &str) -> Vec<Math> {
    let Some((digits, exponent)) = digits.split_once('e') else {
        return vec![Math::Number(digits.into())];
    };
    let exponent = match exponent.strip_prefix('-') {
        Some(size) => Math::negative(Math::Number(size.into())),
        None => Math::Number(exponent.into()),
    };
    let ten = Box::new(Math::Number("10".into()));
    vec![Math::Number(digits.into()), Math::Op(Op::Times), Math::Power(ten, Box::new(exponent))]
}

/// A letter, with its index lowered.
fn letter(name: &str) -> Math {
    let (name, index) = name.split_once('_').map_or((name, None), |(name, index)| (name, Some(index)));
    let greek = super::expr::GREEK.iter().find(|(word, _)| *word == name).map(|(_, sign)| *sign);
    let mut chars = name.chars();
    let letter = match (greek, chars.next(), chars.next()) {
        (Some(sign), ..) => Math::Letter(sign),
        (None, Some(c), None) => Math::Letter(c),
        _ => Math::Name(name.into()),
    };
    match index {
        None => letter,
        Some(index) => {
            let index = index.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(index);
            let index = super::math::parse(index).unwrap_or_else(|_| Math::Name(index.into()));
            Math::Lowered(Box::new(letter), Box::new(index))
        }
    }
}

/// A term of a sum: a sum within it, or a sign after a sign, stands in brackets.
fn term(expr: &Expr) -> Vec<Math> {
    match expr {
        Expr::Product(_) | Expr::Quotient(..) => pieces(expr),
        expr => held(expr),
    }
}

fn sum(terms: &[Expr]) -> Vec<Math> {
    let mut all = Vec::new();
    for (k, expr) in terms.iter().enumerate() {
        match expr {
            Expr::Negative(inside) => {
                all.push(Math::Op(Op::Minus));
                all.extend(term(inside));
            }
            Expr::PlusMinus(..) if k == 0 => all.extend(pieces(expr)),
            expr => {
                if k > 0 {
                    all.push(Math::Op(Op::Plus));
                }
                all.extend(term(expr));
            }
        }
    }
    all
}

fn product(factors: &[Expr]) -> Vec<Math> {
    let mut all = Vec::new();
    for (k, factor) in factors.iter().enumerate() {
        if k > 0 && needs_sign(&factors[k - 1], factor) {
            all.push(Math::Op(Op::Times));
        }
        let negative_first = k == 0 && matches!(factor, Expr::Negative(_));
        all.extend(if negative_first { pieces(factor) } else { held(factor) });
    }
    all
}

/// Whether × must stand between two factors: before digits and before fractions.
fn needs_sign(left: &Expr, right: &Expr) -> bool {
    let opens_with_digits = match right {
        Expr::Number(_) | Expr::Mixed(..) | Expr::Quotient(..) | Expr::Quantity(_) => true,
        Expr::Power(base, _) => matches!(**base, Expr::Number(_) | Expr::Mixed(..)),
        _ => false,
    };
    let after_fraction = matches!(left, Expr::Mixed(..) | Expr::Quantity(_));
    opens_with_digits || after_fraction
}

fn call(function: Function, arguments: &[Expr]) -> Vec<Math> {
    match (function, arguments) {
        (Function::Sqrt, [inside]) => vec![Math::Root(None, boxed(inside))],
        (Function::Cbrt, [inside]) => {
            vec![Math::Root(Some(Box::new(Math::Number("3".into()))), boxed(inside))]
        }
        (Function::Root, [degree, inside]) => vec![Math::Root(Some(boxed(degree)), boxed(inside))],
        (Function::Abs, [inside]) => vec![Math::Fenced("|", boxed(inside), "|")],
        (Function::Exp, [inside]) => {
            vec![Math::Power(Box::new(Math::Name("e".into())), boxed(inside))]
        }
        (Function::Log, [base, inside]) => {
            let name = Box::new(Math::Name("log".into()));
            let plain = *base == Expr::Number("10".into());
            let name = if plain { *name } else { Math::Lowered(name, boxed(base)) };
            vec![name, Math::Group(boxed(inside))]
        }
        (function, arguments) => {
            vec![Math::Name(function.name().into()), Math::Group(Box::new(listed(arguments)))]
        }
    }
}

fn quantity(amount: &Expr, unit: &Unit) -> Vec<Math> {
    let mut all = held(amount);
    let name = match &unit.0[..] {
        [(name, 1)] if name == "$" => {
            all.insert(0, Math::Op(Op::Dollar));
            return all;
        }
        [(name, 1)] if name == "deg" => "°".into(),
        [(name, 1)] if name == "degC" => "°C".into(),
        [(name, 1)] if name == "degF" => "°F".into(),
        _ => {
            for (name, power) in &unit.0 {
                let name = Math::Words(name.clone());
                all.push(match power {
                    1 => name,
                    power => {
                        let size = Math::Number(power.unsigned_abs().to_string());
                        let power = if *power < 0 { Math::negative(size) } else { size };
                        Math::Power(Box::new(name), Box::new(power))
                    }
                });
            }
            return all;
        }
    };
    all.push(Math::Words(name));
    all
}

fn held_truth(expr: &Expr) -> Vec<Math> {
    match expr {
        Expr::Relation(..) => pieces(expr),
        expr => held(expr),
    }
}

fn listed(members: &[Expr]) -> Math {
    row(between(members, Op::Comma, pieces))
}

fn between(members: &[Expr], op: Op, draw: fn(&Expr) -> Vec<Math>) -> Vec<Math> {
    let mut all = Vec::new();
    for (k, member) in members.iter().enumerate() {
        if k > 0 {
            all.push(Math::Op(op));
        }
        all.extend(draw(member));
    }
    all
}

impl Relation {
    fn op(self) -> Op {
        match self {
            Self::Equal => Op::Equals,
            Self::NotEqual => Op::NotEquals,
            Self::Less => Op::Less,
            Self::AtMost => Op::AtMost,
            Self::Greater => Op::Greater,
            Self::AtLeast => Op::AtLeast,
        }
    }
}
