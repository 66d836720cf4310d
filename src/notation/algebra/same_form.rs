//! The same up to order and grouping, and nothing else: `2x + 1` and `1 + x*2`, but not `x + x + 1`.

use crate::notation::expr::{Expr, Fence, Function, Relation};

/// An expression with its sums and products sorted. Signs and divisors are factors of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Leaf(String),
    Minus,
    /// 1 over this.
    Under(Box<Key>),
    Sum(Vec<Key>),
    Product(Vec<Key>),
    Node(String, Vec<Key>),
}

pub fn same(a: &Expr, b: &Expr) -> bool {
    key(a, true) == key(b, true)
}

/// Signs do not count either: `(1 - x)(-6x - 1)` is written like `(6x + 1)(x - 1)`.
pub fn same_but_signs(a: &Expr, b: &Expr) -> bool {
    key(a, false) == key(b, false)
}

fn key(expr: &Expr, signs: bool) -> Key {
    let all = |parts: &[Expr]| -> Vec<Key> { parts.iter().map(|part| key(part, signs)).collect() };
    let sorted = |parts: &[Expr]| {
        let mut keys = all(parts);
        keys.sort();
        keys
    };
    let node = |name: &str, parts: Vec<Key>| Key::Node(name.into(), parts);
    match expr {
        Expr::Number(_) | Expr::Mixed(..) | Expr::Constant(_) | Expr::Name(_) => Key::Leaf(expr.to_string()),
        Expr::Negative(_) | Expr::Product(_) | Expr::Quotient(..) => {
            let mut factors = Vec::new();
            flatten(expr, signs, &mut factors);
            factors.sort();
            if factors.len() == 1 { factors.remove(0) } else { Key::Product(factors) }
        }
        Expr::Sum(terms) => {
            let mut flat = Vec::new();
            for term in terms {
                match key(term, signs) {
                    Key::Sum(inner) => flat.extend(inner),
                    other => flat.push(other),
                }
            }
            flat.sort();
            Key::Sum(flat)
        }
        Expr::Power(a, b) => node("^", vec![key(a, signs), key(b, true)]),
        Expr::Call(function, parts) => node(function.name(), all(parts)),
        Expr::Apply(name, parts) => node(name, all(parts)),
        Expr::Factorial(inside) => node("!", vec![key(inside, signs)]),
        Expr::Percent(inside) => node("%", vec![key(inside, signs)]),
        Expr::PlusMinus(left, right) => {
            let mut parts: Vec<Key> = left.iter().map(|left| key(left, signs)).collect();
            parts.push(key(right, signs));
            node("±", parts)
        }
        Expr::Quantity(amounts) => {
            let parts =
                amounts.iter().map(|(amount, unit)| node(&unit.to_string(), vec![key(amount, signs)]));
            node("unit", parts.collect())
        }
        Expr::Ratio(parts) => node(":", all(parts)),
        Expr::Remainder(a, b) => node("R", vec![key(a, signs), key(b, signs)]),
        Expr::Relation(first, rest) => match &rest[..] {
            // Either side of an equation may stand first.
            [(Relation::Equal, right)] => {
                let mut sides = vec![key(first, signs), key(right, signs)];
                sides.sort();
                node("=", sides)
            }
            // Where signs do not count, `3 > y` is written like `y < 3`.
            [(relation @ (Relation::Greater | Relation::AtLeast), right)] if !signs => {
                node(relation.flipped().sign(), vec![key(right, signs), key(first, signs)])
            }
            rest => {
                let mut parts = vec![key(first, signs)];
                let mut name = String::new();
                for (relation, right) in rest {
                    name.push_str(relation.sign());
                    parts.push(key(right, signs));
                }
                node(&name, parts)
            }
        },
        Expr::Group(Fence::Brace, parts, _) => node("{}", sorted(parts)),
        Expr::Group(open, parts, close) => {
            node(&format!("{}{}", open.opening(), close.closing()), all(parts))
        }
        Expr::Union(parts) => node("U", sorted(parts)),
        Expr::And(parts) => node("and", sorted(&nested(parts, true))),
        Expr::Or(parts) => node("or", sorted(&nested(parts, false))),
        Expr::Not(inside) => node("not", vec![key(inside, signs)]),
    }
}

/// `(A and B) and C` is `A and B and C`.
fn nested(parts: &[Expr], and: bool) -> Vec<Expr> {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Expr::And(inner) if and => flat.extend(nested(inner, and)),
            Expr::Or(inner) if !and => flat.extend(nested(inner, and)),
            part => flat.push(part.clone()),
        }
    }
    flat
}

/// The factors of a product, of a quotient and of a negative, in one list.
fn flatten(expr: &Expr, signs: bool, all: &mut Vec<Key>) {
    match expr {
        Expr::Negative(inside) => {
            if signs {
                all.push(Key::Minus);
            }
            flatten(inside, signs, all);
        }
        Expr::Product(factors) => factors.iter().for_each(|factor| flatten(factor, signs, all)),
        Expr::Quotient(num, den) => {
            flatten(num, signs, all);
            let mut below = Vec::new();
            flatten(den, signs, &mut below);
            below.sort();
            let below = if below.len() == 1 { below.remove(0) } else { Key::Product(below) };
            all.push(Key::Under(Box::new(below)));
        }
        Expr::Call(Function::Exp, inside) => {
            let power = inside.iter().map(|part| key(part, signs)).collect();
            all.push(Key::Node("exp".into(), power));
        }
        expr => match key(expr, signs) {
            Key::Product(inner) => all.extend(inner),
            other => all.push(other),
        },
    }
}
