//! Prints an expression as it would be typed; what is printed parses to the same tree.

use super::expr::{Constant, Expr, Fence, Function, Unit};
use std::fmt::{self, Write as _};

/// How tightly a piece holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    List,
    Or,
    And,
    Relation,
    Union,
    Remainder,
    Sum,
    Term,
    Product,
    Power,
    Postfix,
    Atom,
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Number(digits) => f.write_str(digits),
            Self::Mixed(whole, num, den) => write!(f, "{whole} {num}/{den}"),
            Self::Constant(constant) => f.write_str(constant.word()),
            Self::Name(name) => f.write_str(name),
            Self::Negative(inside) => write!(f, "-{}", Held(inside, Hold::Term)),
            Self::Sum(terms) => print_sum(terms, f),
            Self::Product(factors) => print_product(factors, f),
            // `2*3/5` is twice three fifths.
            Self::Quotient(num, den) if ends_in_digits(num) && is_digits(den) => write!(f, "({num})/{den}"),
            Self::Quotient(num, den) => write!(f, "{}/{}", Held(num, Hold::Product), Held(den, Hold::Power)),
            // A letter e with a power would be the base of natural logarithms.
            Self::Power(base, exponent) if **base == Self::Name("e".into()) => {
                write!(f, "(e)^{}", Held(exponent, Hold::Atom))
            }
            Self::Power(base, exponent) => {
                write!(f, "{}^{}", Held(base, Hold::Postfix), Held(exponent, Hold::Atom))
            }
            Self::Call(function, arguments) => print_call(*function, arguments, f),
            Self::Apply(name, arguments) => {
                f.write_str(name)?;
                f.write_char('(')?;
                print_list(arguments, f)?;
                f.write_char(')')
            }
            Self::Factorial(inside) => write!(f, "{}!", Held(inside, Hold::Postfix)),
            Self::Percent(inside) => write!(f, "{}%", Held(inside, Hold::Postfix)),
            Self::PlusMinus(left, right) => {
                if let Some(left) = left {
                    write!(f, "{} ", Held(left, Hold::Sum))?;
                }
                write!(f, "±{}", Held(right, Hold::Term))
            }
            Self::Quantity(amounts) => print_quantity(amounts, f),
            Self::Ratio(parts) => join(parts, ":", Hold::Sum, f),
            Self::Remainder(quotient, rest) => {
                write!(f, "{} R {}", Held(quotient, Hold::Sum), Held(rest, Hold::Sum))
            }
            Self::Relation(first, rest) => {
                write!(f, "{}", Held(first, Hold::Union))?;
                rest.iter().try_for_each(|(relation, right)| {
                    write!(f, " {} {}", relation.sign(), Held(right, Hold::Union))
                })
            }
            Self::Group(open, members, close) => {
                f.write_str(open.opening())?;
                print_list(members, f)?;
                f.write_str(close.closing())
            }
            Self::Union(members) => join(members, " U ", Hold::Remainder, f),
            Self::And(members) => join(members, " and ", Hold::Relation, f),
            Self::Or(members) => join(members, " or ", Hold::And, f),
            Self::Not(inside) => write!(f, "not {}", Held(inside, Hold::Relation)),
        }
    }
}

fn join(members: &[Expr], sign: &str, hold: Hold, f: &mut fmt::Formatter) -> fmt::Result {
    for (k, member) in members.iter().enumerate() {
        if k > 0 {
            f.write_str(sign)?;
        }
        write!(f, "{}", Held(member, hold))?;
    }
    Ok(())
}

fn print_list(members: &[Expr], f: &mut fmt::Formatter) -> fmt::Result {
    join(members, ", ", Hold::Or, f)
}

fn print_sum(terms: &[Expr], f: &mut fmt::Formatter) -> fmt::Result {
    for (k, term) in terms.iter().enumerate() {
        match term {
            Expr::Negative(inside) if k > 0 => write!(f, " - {}", Held(inside, Hold::Term))?,
            term if k > 0 => write!(f, " + {}", Held(term, Hold::Term))?,
            term => write!(f, "{}", Held(term, Hold::Term))?,
        }
    }
    Ok(())
}

/// `2x` and `2(x + 1)` stand side by side; everything else takes a sign.
fn print_product(factors: &[Expr], f: &mut fmt::Formatter) -> fmt::Result {
    for (k, factor) in factors.iter().enumerate() {
        let first = k == 0;
        let hold = if first { Hold::Product } else { Hold::Power };
        let close = k > 0 && side_by_side(&factors[k - 1], factor);
        if !first && !close {
            f.write_char('*')?;
        }
        // A product or a quotient inside a product would melt into it.
        let flat = first && matches!(factor, Expr::Product(_));
        if flat { write!(f, "({factor})")? } else { write!(f, "{}", Held(factor, hold))? }
    }
    Ok(())
}

fn is_digits(expr: &Expr) -> bool {
    matches!(expr, Expr::Number(digits) if digits.chars().all(|c| c.is_ascii_digit()))
}

/// A product with a sign before its last number.
fn ends_in_digits(expr: &Expr) -> bool {
    matches!(expr, Expr::Product(factors) if factors.last().is_some_and(is_digits))
}

fn side_by_side(left: &Expr, right: &Expr) -> bool {
    let letter = matches!(right, Expr::Name(name) if !name.starts_with(['e', 'E', 'x', 'X', 'R', 'r', 'U', 'o']))
        || matches!(right, Expr::Name(name) if name == "x");
    let sum = matches!(right, Expr::Sum(_));
    matches!(left, Expr::Number(digits) if digits.chars().all(|c| c.is_ascii_digit() || c == '.'))
        && (letter || sum)
}

fn print_call(function: Function, arguments: &[Expr], f: &mut fmt::Formatter) -> fmt::Result {
    match (function, arguments) {
        (Function::Log, [base, inside]) if *base == Expr::Number("10".into()) => write!(f, "log({inside})"),
        (Function::Log, [base, inside]) => match base {
            Expr::Number(_) => write!(f, "log_{base}({inside})"),
            base => write!(f, "log_{{{base}}}({inside})"),
        },
        (Function::Root, [degree, inside]) => write!(f, "sqrt[{degree}]({inside})"),
        (function, arguments) => {
            f.write_str(function.name())?;
            f.write_char('(')?;
            print_list(arguments, f)?;
            f.write_char(')')
        }
    }
}

fn print_quantity(amounts: &[(Expr, Unit)], f: &mut fmt::Formatter) -> fmt::Result {
    for (k, (amount, unit)) in amounts.iter().enumerate() {
        if k > 0 {
            f.write_char(' ')?;
        }
        match &unit.0[..] {
            // `$-3` and `$1e3` are read as they stand.
            [(name, 1)] if name == "$" => match amount {
                Expr::Number(_) | Expr::Mixed(..) => write!(f, "${amount}")?,
                Expr::Negative(inside) if matches!(**inside, Expr::Number(_)) => write!(f, "${amount}")?,
                _ => write!(f, "${}", Held(amount, Hold::Atom))?,
            },
            [(name, 1)] if name == "deg" => write!(f, "{}°", Held(amount, Hold::Postfix))?,
            [(name, 1)] if name == "degC" => write!(f, "{}°C", Held(amount, Hold::Postfix))?,
            [(name, 1)] if name == "degF" => write!(f, "{}°F", Held(amount, Hold::Postfix))?,
            _ => write!(f, "{} {unit}", Held(amount, Hold::Product))?,
        }
    }
    Ok(())
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (k, (name, power)) in self.0.iter().enumerate() {
            if k > 0 {
                f.write_char('*')?;
            }
            match power {
                1 => f.write_str(name)?,
                power => write!(f, "{name}^{power}")?,
            }
        }
        Ok(())
    }
}

impl Constant {
    pub fn word(self) -> &'static str {
        match self {
            Self::Pi => "pi",
            Self::E => "e",
            Self::I => "i",
            Self::Infinity => "inf",
            Self::True => "true",
            Self::False => "false",
        }
    }
}

impl Constant {
    /// The sign as it is drawn.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Pi => "π",
            Self::Infinity => "∞",
            other => other.word(),
        }
    }
}

impl Fence {
    pub fn opening(self) -> &'static str {
        match self {
            Self::Round => "(",
            Self::Square => "[",
            Self::Brace => "{",
            Self::Bare => "",
        }
    }

    pub fn closing(self) -> &'static str {
        match self {
            Self::Round => ")",
            Self::Square => "]",
            Self::Brace => "}",
            Self::Bare => "",
        }
    }
}

/// A piece in brackets unless it holds together at least this tightly.
struct Held<'a>(&'a Expr, Hold);

impl fmt::Display for Held<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if hold(self.0) >= self.1 { write!(f, "{}", self.0) } else { write!(f, "({})", self.0) }
    }
}

fn hold(expr: &Expr) -> Hold {
    match expr {
        Expr::Number(digits) if digits.contains('e') => Hold::Power,
        Expr::Number(_) | Expr::Constant(_) | Expr::Name(_) => Hold::Atom,
        Expr::Mixed(..) => Hold::Product,
        Expr::Call(..) | Expr::Apply(..) => Hold::Atom,
        Expr::Group(Fence::Bare, ..) => Hold::List,
        Expr::Group(..) => Hold::Atom,
        Expr::Factorial(_) | Expr::Percent(_) => Hold::Postfix,
        Expr::Quantity(amounts) => match &amounts[..] {
            [(_, Unit(unit))] if unit.len() == 1 && unit[0].0.starts_with("deg") => Hold::Postfix,
            _ => Hold::Product,
        },
        Expr::Power(..) => Hold::Power,
        Expr::Product(_) | Expr::Quotient(..) => Hold::Product,
        Expr::Negative(_) | Expr::PlusMinus(None, _) => Hold::Term,
        Expr::Sum(_) | Expr::PlusMinus(..) => Hold::Sum,
        Expr::Ratio(_) | Expr::Remainder(..) => Hold::Remainder,
        Expr::Union(_) => Hold::Union,
        Expr::Relation(..) => Hold::Relation,
        Expr::Not(_) => Hold::Relation,
        Expr::And(_) => Hold::And,
        Expr::Or(_) => Hold::Or,
    }
}
