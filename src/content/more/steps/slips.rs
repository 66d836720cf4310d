//! Wrong steps with a name, each as what it makes of a line. Learners are not asked how they came to a line: every
//! slip is tried on the line above, and those that make a line which says the same are named.
//!
//! Sources stand beside the names in `procedures.rs`.

use super::worth::{
    self, Worth, everywhere, has_letters, negative, number, over, product, quotient, relation, sides, split,
    sum, terms, times, value,
};
use super::{Claim, Kind, Work, moves};
use crate::notation::Expr;
use crate::notation::expr::{Relation, Unit};
use crate::num::Rational;
use crate::num::rational::gcd;

macro_rules! slips {
    ($($slip:ident = $name:literal,)*) => {
        /// Kinds of wrong steps. The order is the one in which they are named.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Slip {
            $($slip,)*
        }

        impl Slip {
            pub const ALL: &[Self] = &[$(Self::$slip,)*];

            /// As a procedure is named in packs.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$slip => $name,)*
                }
            }
        }
    };
}

slips! {
    SameOperation = "moves.same-operation",
    SubtractCoefficient = "moves.subtract-coefficient",
    DivideWrongWay = "moves.divide-wrong-way",
    OneSideOnly = "moves.one-side-only",
    KeepSign = "moves.keep-sign",
    DivideOneTerm = "moves.divide-one-term",
    CombineAcross = "moves.combine-across",
    DistributeFirstOnly = "moves.distribute-first-only",
    DistributeLastOnly = "moves.distribute-last-only",
    LostSign = "moves.lost-sign",
    UnlikeTerms = "moves.unlike-terms",
    MultiplyTops = "moves.multiply-tops",
    ForgotFlip = "inequality.forgot-flip",
    NeedlessFlip = "inequality.needless-flip",
    Boundary = "inequality.boundary",
    PowerOfSum = "powers.of-sum",
    MultiplyExponents = "powers.multiply-exponents",
    PowerAsProduct = "powers.as-product",
    SquareLikeTerms = "powers.like-terms-square",
    LeftToRight = "order.left-to-right",
    AddFirst = "order.add-before-subtract",
    TimesFirst = "order.times-before-divide",
    NoBrackets = "order.ignore-brackets",
    AddTopsBottoms = "fractions.add-tops-bottoms",
    KeepTops = "fractions.add-keep-tops",
    TimesBottoms = "fractions.add-times-bottoms",
    ScaleBottomOnly = "fractions.scale-bottom-only",
    ScaleTopOnly = "fractions.scale-top-only",
    TimesKeepCommon = "fractions.times-keep-common",
    TimesCross = "fractions.times-cross",
    InvertFirst = "fractions.divide-invert-first",
    InvertBoth = "fractions.divide-invert-both",
    NoInvert = "fractions.divide-no-invert",
    WholeTimesBoth = "fractions.whole-times-both",
    MixedTimesTop = "fractions.mixed-times-top",
    MixedAddTop = "fractions.mixed-add-top",
    UnitWrongWay = "units.wrong-way",
    UnitByTens = "units.by-tens",
    UnitKept = "units.number-kept",
    PercentWhole = "percent.as-whole-number",
    PercentShift = "percent.point-shifted",
    PercentInverted = "percent.inverted",
    PercentAdded = "percent.added",
    SubtractFirstOnly = "systems.subtract-first-only",
    ScaleLeftOnly = "systems.scale-left-only",
    SwapLetters = "systems.swapped-letters",
}

/// The slips that make of one of these lines what this line says; else those that do after one right step.
pub fn leading(work: &Work, known: &[&Expr], line: &Expr, claim: &Claim) -> Vec<Slip> {
    let hits = |from: &Expr| -> Vec<Slip> {
        let leads =
            |slip: &&Slip| slip.makes(work, from, known, line).iter().any(|made| says(work, made, claim));
        Slip::ALL.iter().filter(leads).copied().collect()
    };
    let mut found: Vec<Slip> = Vec::new();
    for from in known {
        merge(&mut found, hits(from));
    }
    // In a system a chance hit is likely, and what is put in place of a letter is where signs are lost.
    let system = matches!(work.kind, Kind::System { .. });
    if found.is_empty() || system {
        for from in known {
            for next in moves::rewrites(work, from, known) {
                if !system || next.step == moves::Step::Substitute {
                    merge(&mut found, hits(&next.line));
                }
            }
        }
    }
    found
}

fn merge(found: &mut Vec<Slip>, more: Vec<Slip>) {
    for slip in more {
        if !found.contains(&slip) {
            found.push(slip);
        }
    }
}

fn says(work: &Work, made: &Expr, claim: &Claim) -> bool {
    work.claim(made).is_ok_and(|made| made == *claim)
}

impl Slip {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|slip| slip.name() == name).copied()
    }

    /// What it makes of a line. Some are seen only beside the line that was written; systems have two lines to go
    /// wrong with.
    pub fn makes(self, work: &Work, from: &Expr, known: &[&Expr], written: &Expr) -> Vec<Expr> {
        let from = &match work.kind {
            Kind::Number { .. } => worth::regrouped(from),
            _ => from.clone(),
        };
        let made = match self {
            Self::ScaleBottomOnly | Self::ScaleTopOnly => {
                everywhere(from, &|part| scaled(part, self, written))
            }
            Self::UnitWrongWay | Self::UnitByTens | Self::UnitKept => match &work.kind {
                Kind::Amount { unit } => everywhere_amount(from, &|n, own| converted(self, n, own, unit)),
                _ => Vec::new(),
            },
            Self::SubtractFirstOnly | Self::ScaleLeftOnly | Self::SwapLetters => match &work.kind {
                Kind::System { letters } => self.of_system(from, known, letters),
                _ => Vec::new(),
            },
            _ if self.is_of_equations() => {
                sides(from).map(|sides| self.of_equation(sides)).unwrap_or_default()
            }
            _ => everywhere(from, &|part| self.of_part(part)),
        };
        // What does no harm is no slip.
        let before = work.claim(from);
        made.into_iter().filter(|made| work.claim(made) != before).collect()
    }

    fn is_of_equations(self) -> bool {
        matches!(
            self,
            Self::SameOperation
                | Self::SubtractCoefficient
                | Self::DivideWrongWay
                | Self::OneSideOnly
                | Self::KeepSign
                | Self::DivideOneTerm
                | Self::CombineAcross
                | Self::MultiplyTops
                | Self::ForgotFlip
                | Self::NeedlessFlip
                | Self::Boundary
        )
    }

    fn of_equation(self, (left, sign, right): (&Expr, Relation, &Expr)) -> Vec<Expr> {
        let (mut all, mut later) = (Vec::new(), Vec::new());
        // Letters are carried to the left more often than to the right.
        let carries = matches!(self, Self::KeepSign | Self::CombineAcross);
        for swapped in [carries, !carries] {
            let (a, b) = if swapped { (right, left) } else { (left, right) };
            let line = |a: Expr, b: Expr| {
                if swapped { relation(b, sign, a) } else { relation(a, sign, b) }
            };
            let added = |b: &Expr, t: Expr| sum(vec![b.clone(), t]);
            let opened =
                matches!(self, Self::SameOperation | Self::DivideOneTerm).then(|| opened(a)).flatten();
            if let Some(opened) = &opened {
                let line = if swapped { (left, opened) } else { (opened, right) };
                all.extend(self.of_equation((line.0, sign, line.1)));
            }
            let parts = terms(a);
            let without = |k: usize| {
                let mut rest = parts.clone();
                rest.remove(k);
                sum(rest)
            };
            let many = parts.len() > 1;
            match self {
                Self::SameOperation | Self::OneSideOnly | Self::KeepSign | Self::CombineAcross if many => {
                    for (k, term) in parts.iter().enumerate() {
                        let moved = match self {
                            Self::OneSideOnly => b.clone(),
                            Self::SameOperation if has_letters(term) => continue,
                            Self::KeepSign | Self::CombineAcross if !has_letters(term) => continue,
                            _ => added(b, term.clone()),
                        };
                        all.push(line(without(k), moved));
                    }
                }
                // `2x + 12 = 5x`: the side of one letter term empties.
                Self::KeepSign | Self::CombineAcross if has_letters(a) && has_letters(b) => {
                    later.push(line(Expr::Number("0".into()), added(b, a.clone())));
                }
                Self::SameOperation
                | Self::OneSideOnly
                | Self::SubtractCoefficient
                | Self::DivideWrongWay => {
                    if many {
                        continue;
                    }
                    let Some((k, Some(rest))) =
                        split(a).filter(|(k, _)| *k != Rational::ONE && has_letters(a))
                    else {
                        continue;
                    };
                    let shares = matches!(a, Expr::Quotient(..)) && k.den() != 1;
                    let factor = if shares { Rational::ONE.over(k).unwrap_or(k) } else { k };
                    let n = Expr::rational(factor);
                    match self {
                        Self::OneSideOnly => all.push(line(rest, b.clone())),
                        Self::SameOperation if shares => all.push(line(rest, over(b, factor))),
                        Self::SameOperation => all.push(line(rest, times(b, factor))),
                        Self::SubtractCoefficient if shares => {
                            all.push(line(rest.clone(), added(b, n.clone())));
                            all.push(line(rest, added(b, negative(n))));
                        }
                        Self::SubtractCoefficient => {
                            all.push(line(rest.clone(), added(b, negative(n.clone()))));
                            if k < Rational::ZERO {
                                all.push(line(rest, added(b, n)));
                            }
                        }
                        _ => all.push(line(rest, quotient(n, b.clone()))),
                    }
                }
                Self::DivideOneTerm => {
                    all.extend(of_one_term(&parts, b).into_iter().map(|(a, b)| line(a, b)))
                }
                Self::MultiplyTops if !swapped => {
                    if let (Expr::Quotient(n, d), Expr::Quotient(m, e)) = (a, b) {
                        let join = |a: &Expr, b: &Expr| product(vec![a.clone(), b.clone()]);
                        all.push(line(join(n, m), join(d, e)));
                        // Parts compared crosswise: `x/100 = 15/80` for `x/80 = 15/100`.
                        all.push(line(
                            quotient((**n).clone(), (**e).clone()),
                            quotient((**m).clone(), (**d).clone()),
                        ));
                    }
                }
                Self::ForgotFlip | Self::NeedlessFlip | Self::Boundary if !swapped => {
                    all.extend(self.of_sign(left, sign, right));
                }
                _ => {}
            }
        }
        all.append(&mut later);
        all
    }

    /// Another sign between the same sides.
    fn of_sign(self, left: &Expr, sign: Relation, right: &Expr) -> Option<Expr> {
        let slope = |side: &Expr| {
            let poly = Worth::of(side).and_then(Worth::poly)?;
            poly.0.iter().find(|(letters, _)| !letters.is_empty()).map(|(_, n)| *n)
        };
        // Where the letters are taken together, or on the only side that has them, is a number below zero.
        let negative = match (slope(left), slope(right)) {
            (Some(a), Some(b)) => a < b || a < Rational::ZERO || b < Rational::ZERO,
            (a, b) => a.or(b).is_some_and(|n| n < Rational::ZERO),
        };
        let other = match (self, sign) {
            (_, Relation::Equal | Relation::NotEqual) => return None,
            (Self::ForgotFlip, sign) if negative => sign.flipped(),
            (Self::NeedlessFlip, sign) if !negative => sign.flipped(),
            (Self::Boundary, Relation::Less) => Relation::AtMost,
            (Self::Boundary, Relation::AtMost) => Relation::Less,
            (Self::Boundary, Relation::Greater) => Relation::AtLeast,
            (Self::Boundary, Relation::AtLeast) => Relation::Greater,
            _ => return None,
        };
        Some(relation(left.clone(), other, right.clone()))
    }

    /// What it makes of one part of an expression.
    fn of_part(self, part: &Expr) -> Vec<Expr> {
        match self {
            Self::DistributeFirstOnly | Self::DistributeLastOnly => {
                let Some((factor, inside)) = bracket(part) else { return Vec::new() };
                let chosen = if self == Self::DistributeFirstOnly { 0 } else { inside.len() - 1 };
                let term = |(k, term): (usize, &Expr)| match &factor {
                    _ if k != chosen => term.clone(),
                    Expr::Negative(factor) => negative(product(vec![(**factor).clone(), term.clone()])),
                    factor => product(vec![factor.clone(), term.clone()]),
                };
                vec![sum(inside.iter().enumerate().map(term).collect())]
            }
            Self::NoBrackets if !has_letters(part) => match part {
                Expr::Negative(inside) => {
                    unwrapped(inside).map(|all| sum(first_negative(all))).into_iter().collect()
                }
                Expr::Quotient(num, den) => {
                    let all = unwrapped(num).map(|mut all| {
                        let last = all.pop().map(|last| quotient(last, (**den).clone()));
                        all.extend(last);
                        sum(all)
                    });
                    all.into_iter().collect()
                }
                _ => bracket(part)
                    .map(|(factor, inside)| no_brackets(part, &factor, inside))
                    .unwrap_or_default(),
            },
            Self::LostSign => lost_signs(part),
            Self::UnlikeTerms => unlike(part),
            Self::PowerOfSum => match part {
                Expr::Power(base, exponent) => unwrapped(base).map_or(Vec::new(), |all| {
                    let raised = |term: Expr| match term {
                        Expr::Negative(inside) => negative(Expr::Power(inside, exponent.clone())),
                        other => Expr::Power(Box::new(other), exponent.clone()),
                    };
                    let bare = |term: Expr| match term {
                        Expr::Negative(inside) => Expr::Power(inside, exponent.clone()),
                        other => Expr::Power(Box::new(other), exponent.clone()),
                    };
                    vec![
                        sum(all.iter().cloned().map(raised).collect()),
                        sum(all.into_iter().map(bare).collect()),
                    ]
                }),
                _ => Vec::new(),
            },
            Self::PowerAsProduct => match part {
                Expr::Power(base, exponent) => vec![product(vec![(**base).clone(), (**exponent).clone()])],
                _ => Vec::new(),
            },
            Self::MultiplyExponents => powers(part),
            Self::SquareLikeTerms => like_terms_square(part),
            // With letters these are other slips, or none.
            Self::LeftToRight | Self::AddFirst | Self::TimesFirst if has_letters(part) => Vec::new(),
            Self::LeftToRight => left_to_right(part),
            Self::AddFirst => add_first(part),
            Self::TimesFirst => match part {
                Expr::Product(factors) => match factors.split_first() {
                    Some((Expr::Quotient(num, den), rest)) => {
                        let below =
                            product(std::iter::once((**den).clone()).chain(rest.iter().cloned()).collect());
                        vec![quotient((**num).clone(), below)]
                    }
                    _ => Vec::new(),
                },
                Expr::Quotient(num, den) => match &**num {
                    // a ÷ b ÷ c as a ÷ (b ÷ c).
                    Expr::Quotient(a, b) => {
                        vec![quotient((**a).clone(), quotient((**b).clone(), (**den).clone()))]
                    }
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            },
            Self::PercentWhole => match part {
                Expr::Percent(inside) => vec![(**inside).clone()],
                Expr::Quotient(num, den) if is_hundred(den) => vec![(**num).clone()],
                _ => Vec::new(),
            },
            Self::PercentShift => match part {
                Expr::Percent(inside) => shifted(inside),
                Expr::Quotient(num, den) if is_hundred(den) => shifted(num),
                _ => Vec::new(),
            },
            Self::PercentInverted | Self::PercentAdded => percents(self, part),
            _ => self.of_fractions(part),
        }
    }

    fn of_fractions(self, part: &Expr) -> Vec<Expr> {
        let made = |num: Option<i64>, den: Option<i64>| -> Vec<Expr> {
            let both = num.zip(den).filter(|(_, den)| *den != 0);
            both.and_then(|(num, den)| Rational::new(num, den)).map(Expr::rational).into_iter().collect()
        };
        match (self, part) {
            (Self::AddTopsBottoms | Self::KeepTops | Self::TimesBottoms, Expr::Sum(all)) => {
                let mut sums = Vec::new();
                for k in 1..all.len() {
                    let Some(((a, b), (c, d))) = fraction(&all[k - 1]).zip(fraction(&all[k])) else {
                        continue;
                    };
                    if b == 1 && d == 1 {
                        continue;
                    }
                    let num = a.checked_add(c);
                    let joined = match self {
                        // Bottoms are taken from each other like tops.
                        Self::AddTopsBottoms if c < 0 => made(num, Some((b - d).abs())),
                        Self::AddTopsBottoms => made(num, b.checked_add(d)),
                        Self::KeepTops => made(num, lcm(b, d)),
                        _ => made(num, b.checked_mul(d)),
                    };
                    sums.extend(joined.into_iter().map(|joined| {
                        let mut rest = all.clone();
                        rest.splice(k - 1..=k, [joined]);
                        sum(rest)
                    }));
                }
                sums
            }
            (Self::TimesKeepCommon | Self::TimesCross | Self::WholeTimesBoth, Expr::Product(all)) => {
                let mut products = Vec::new();
                for k in 1..all.len() {
                    let Some(((a, b), (c, d))) = fraction(&all[k - 1]).zip(fraction(&all[k])) else {
                        continue;
                    };
                    let joined = match self {
                        Self::TimesKeepCommon if b > 1 && d > 1 => lcm(b, d).map_or(Vec::new(), |common| {
                            let num = (a * (common / b)).checked_mul(c * (common / d));
                            made(num, Some(common))
                        }),
                        Self::TimesCross if b > 1 && d > 1 => [
                            made(a.checked_mul(d), b.checked_mul(c)),
                            made(b.checked_mul(c), a.checked_mul(d)),
                        ]
                        .concat(),
                        Self::WholeTimesBoth if b == 1 && d > 1 => made(a.checked_mul(c), a.checked_mul(d)),
                        Self::WholeTimesBoth if d == 1 && b > 1 => made(a.checked_mul(c), b.checked_mul(c)),
                        _ => Vec::new(),
                    };
                    products.extend(joined.into_iter().map(|joined| {
                        let mut rest = all.clone();
                        rest.splice(k - 1..=k, [joined]);
                        product(rest)
                    }));
                }
                products
            }
            (Self::InvertFirst | Self::InvertBoth | Self::NoInvert, Expr::Quotient(num, den)) => {
                let Some(((a, b), (c, d))) = fraction(num).zip(fraction(den)) else { return Vec::new() };
                if b == 1 && d == 1 {
                    return Vec::new();
                }
                let (num, den) = match self {
                    Self::InvertFirst => (b.checked_mul(c), a.checked_mul(d)),
                    Self::InvertBoth => (b.checked_mul(d), a.checked_mul(c)),
                    _ => (a.checked_mul(c), b.checked_mul(d)),
                };
                made(num, den)
            }
            (Self::MixedTimesTop | Self::MixedAddTop, Expr::Mixed(whole, num, den)) => {
                let [whole, num, den] = [whole, num, den].map(|digits| digits.parse::<i64>().ok());
                let top = whole.zip(num).and_then(|(whole, num)| match self {
                    Self::MixedTimesTop => whole.checked_mul(num)?.checked_add(num),
                    _ => whole.checked_add(num),
                });
                made(top, den)
            }
            _ => Vec::new(),
        }
    }

    fn of_system(self, from: &Expr, known: &[&Expr], letters: &[String]) -> Vec<Expr> {
        let form = |line: &Expr| {
            let (left, _, right) = sides(line)?;
            let poly = |side: &Expr| Worth::of(side).and_then(Worth::poly);
            let off = poly(left)?.minus(&poly(right)?)?;
            (off.degree() == 1)
                .then(|| [off.of_letters(&letters[0]), off.of_letters(&letters[1]), off.of_letters("")])
        };
        let line = |[a, b, c]: [Option<Rational>; 3]| {
            let terms = vec![worth::term_of(&letters[0], a?), worth::term_of(&letters[1], b?)];
            Some(relation(sum(terms), Relation::Equal, Expr::rational(c?.negated()?)))
        };
        let Some(own) = form(from) else { return Vec::new() };
        let mut all = Vec::new();
        match self {
            Self::ScaleLeftOnly => {
                for k in (2..=9).chain(-6..=-1).map(Rational::integer) {
                    all.extend(line([own[0].times(k), own[1].times(k), Some(own[2])]));
                }
            }
            Self::SwapLetters => {
                if let Some((Expr::Name(name), _, right)) = sides(from) {
                    let other = letters.iter().find(|letter| *letter != name);
                    all.extend(
                        other.map(|other| relation(Expr::name(other), Relation::Equal, right.clone())),
                    );
                }
                all.extend(line([Some(own[1]), Some(own[0]), Some(own[2])]));
            }
            _ => {
                for other in known.iter().filter_map(|line| form(line)).filter(|other| *other != own) {
                    for gone in 0..2 {
                        // Both times what makes the letter go; then one of the other two with the wrong sign.
                        let (m, n) = (other[gone], own[gone]);
                        let part = |k: usize, sign: i64| {
                            own[k].times(m)?.plus(other[k].times(n)?.times(Rational::integer(sign))?)
                        };
                        for (b, c) in [(1, -1), (-1, 1)] {
                            let mut parts = [Some(Rational::ZERO); 3];
                            parts[1 - gone] = part(1 - gone, b);
                            parts[2] = part(2, c);
                            all.extend(line(parts));
                        }
                    }
                }
            }
        }
        all
    }
}

/// A bracket that is multiplied, opened rightly: somebody may do that in the head and then slip.
fn opened(side: &Expr) -> Option<Expr> {
    bracket(side)?;
    let opened = Worth::of(side).and_then(Worth::poly)?.expr();
    matches!(opened, Expr::Sum(_)).then_some(opened)
}

// ---- parts ----------------------------------------------------------------------------------------------------

/// A factor and what stands in the bracket that it multiplies.
fn bracket(part: &Expr) -> Option<(Expr, Vec<Expr>)> {
    if let Expr::Negative(inside) = part {
        let (factor, inside) = bracket(inside)?;
        return Some((negative(factor), inside));
    }
    let Expr::Product(factors) = part else { return None };
    let at = factors.iter().position(|factor| matches!(factor, Expr::Sum(_)))?;
    let mut rest = factors.clone();
    let Expr::Sum(inside) = rest.remove(at) else { return None };
    Some((product(rest), inside))
}

fn unwrapped(expr: &Expr) -> Option<Vec<Expr>> {
    match expr {
        Expr::Sum(all) => Some(all.clone()),
        _ => None,
    }
}

fn first_negative(mut all: Vec<Expr>) -> Vec<Expr> {
    if let Some(first) = all.first_mut() {
        *first = negative(first.clone());
    }
    all
}

/// `5 × (2 + 6)` as `5 × 2 + 6`, `(2 + 6) × 5` as `2 + 6 × 5`.
fn no_brackets(part: &Expr, factor: &Expr, mut inside: Vec<Expr>) -> Vec<Expr> {
    let Expr::Product(factors) = part else { return Vec::new() };
    let before = !matches!(factors.first(), Some(Expr::Sum(_)));
    let at = if before { 0 } else { inside.len() - 1 };
    inside[at] = match inside[at].clone() {
        Expr::Negative(term) => negative(product(vec![factor.clone(), *term])),
        term => product(vec![factor.clone(), term]),
    };
    vec![sum(inside)]
}

/// A minus that is not there any more, or that reaches only the first term in a bracket.
fn lost_signs(part: &Expr) -> Vec<Expr> {
    let mut all = Vec::new();
    let (factor, inside) = match part {
        Expr::Negative(inside) => {
            all.push((**inside).clone());
            match &**inside {
                Expr::Sum(terms) => (Expr::Number("1".into()), terms.clone()),
                other => match bracket(other) {
                    Some(found) => found,
                    None => return all,
                },
            }
        }
        Expr::Number(digits) if digits.starts_with('-') => return Vec::new(),
        other => match bracket(other) {
            Some((factor, inside)) if value(&factor).is_some_and(|n| n < Rational::ZERO) => {
                let Some(factor) = value(&factor).and_then(Rational::negated) else { return all };
                (Expr::rational(factor), inside)
            }
            _ => return all,
        },
    };
    let term = |(k, term): (usize, &Expr)| {
        let term = product(vec![factor.clone(), term.clone()]);
        if k == 0 { negative(term) } else { term }
    };
    all.push(sum(inside.iter().enumerate().map(term).collect()));
    all
}

/// Two terms of different kinds as one.
fn unlike(part: &Expr) -> Vec<Expr> {
    let Expr::Sum(all) = part else { return Vec::new() };
    let one = |term: &Expr| {
        let poly = Worth::of(term).and_then(Worth::poly)?;
        match &poly.0[..] {
            [(letters, n)] => Some((letters.clone(), *n)),
            _ => None,
        }
    };
    let mut made = Vec::new();
    for j in 0..all.len() {
        for k in j + 1..all.len() {
            let Some(((a, n), (b, m))) = one(&all[j]).zip(one(&all[k])).filter(|((a, _), (b, _))| a != b)
            else {
                continue;
            };
            let Some(total) = n.plus(m) else { continue };
            let longer = if a.len() >= b.len() { &a } else { &b };
            let mut kinds = vec![longer.clone()];
            if !a.is_empty() && !b.is_empty() {
                let mut letters: Vec<char> = a.chars().chain(b.chars()).collect();
                letters.sort_unstable();
                kinds.push(letters.into_iter().collect());
            }
            for kind in kinds {
                let mut rest = all.clone();
                rest.remove(k);
                rest[j] = worth::term_of(&kind, total);
                made.push(sum(rest));
            }
        }
    }
    made
}

/// A base and its exponent.
fn powered(factor: &Expr) -> (Expr, i64) {
    match factor {
        Expr::Power(base, exponent) => match value(exponent).and_then(Rational::as_integer) {
            Some(n) => ((**base).clone(), n),
            None => (factor.clone(), 1),
        },
        _ => (factor.clone(), 1),
    }
}

fn raised(base: &Expr, n: i64) -> Expr {
    match n {
        1 => base.clone(),
        n => Expr::Power(Box::new(base.clone()), Box::new(Expr::rational(Rational::integer(n)))),
    }
}

/// `x^2 · x^3` as `x^6`, `x · x` as `2x`.
fn powers(part: &Expr) -> Vec<Expr> {
    let Expr::Product(all) = part else { return Vec::new() };
    let mut made = Vec::new();
    for j in 0..all.len() {
        for k in j + 1..all.len() {
            let ((a, n), (b, m)) = (powered(&all[j]), powered(&all[k]));
            if a != b || number(&a).is_some() {
                continue;
            }
            let joined =
                if (n, m) == (1, 1) { product(vec![Expr::Number("2".into()), a]) } else { raised(&a, n * m) };
            let mut rest = all.clone();
            rest.remove(k);
            rest[j] = joined;
            made.push(product(rest));
        }
    }
    made
}

/// `2x + 3x` as `5x^2`.
fn like_terms_square(part: &Expr) -> Vec<Expr> {
    let Expr::Sum(all) = part else { return Vec::new() };
    let mut made = Vec::new();
    for j in 0..all.len() {
        for k in j + 1..all.len() {
            let pair = split(&all[j]).zip(split(&all[k]));
            let Some(((n, Some(a)), (m, Some(b)))) = pair else { continue };
            let Some(total) = n.plus(m).filter(|_| a == b) else { continue };
            let (base, exponent) = powered(&a);
            let mut rest = all.clone();
            rest.remove(k);
            rest[j] = times(&raised(&base, exponent * 2), total);
            made.push(sum(rest));
        }
    }
    made
}

/// The first sign first, whatever it is.
fn left_to_right(part: &Expr) -> Vec<Expr> {
    let Expr::Sum(all) = part else { return Vec::new() };
    let mut made = Vec::new();
    for k in 1..all.len() {
        let (minus, term) = match &all[k] {
            Expr::Negative(inside) => (true, &**inside),
            other => (false, other),
        };
        let joined = |first: &Expr| {
            let first = if minus { negative(first.clone()) } else { first.clone() };
            sum(vec![all[k - 1].clone(), first])
        };
        let one = match term {
            Expr::Product(factors) => {
                let (first, rest) = (&factors[0], &factors[1..]);
                // `2 + 12 ÷ 3 × 2`: the first sign of the product is inside its first factor.
                let first = match first {
                    Expr::Quotient(num, den) => quotient(joined(num), (**den).clone()),
                    other => joined(other),
                };
                product(std::iter::once(first).chain(rest.iter().cloned()).collect())
            }
            Expr::Quotient(num, den) => quotient(joined(num), (**den).clone()),
            Expr::Power(base, exponent) => Expr::Power(Box::new(joined(base)), exponent.clone()),
            _ => continue,
        };
        let mut rest = all.clone();
        rest.splice(k - 1..=k, [one]);
        made.push(sum(rest));
    }
    made
}

/// Sums before differences, and before products.
fn add_first(part: &Expr) -> Vec<Expr> {
    let Expr::Sum(all) = part else { return Vec::new() };
    let mut made = Vec::new();
    for k in 0..all.len() - 1 {
        let joined = match (&all[k], &all[k + 1]) {
            // 10 - 3 + 2 as 10 - (3 + 2).
            (Expr::Negative(inside), next) if k > 0 => negative(sum(vec![(**inside).clone(), next.clone()])),
            // 2 × 3 + 4 as 2 × (3 + 4).
            (Expr::Product(factors), next) => {
                let mut factors = factors.clone();
                let last = factors.pop().unwrap_or_else(|| Expr::Number("1".into()));
                factors.push(sum(vec![last, next.clone()]));
                Expr::Product(factors)
            }
            _ => continue,
        };
        let mut rest = all.clone();
        rest.splice(k..=k + 1, [joined]);
        made.push(sum(rest));
    }
    made
}

/// One term of a side divided, the others left; or multiplied by what is below it.
fn of_one_term(parts: &[Expr], other: &Expr) -> Vec<(Expr, Expr)> {
    let others = terms(other);
    if parts.len() < 2 && others.len() < 2 {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut tried: Vec<Rational> = Vec::new();
    for term in parts.iter().filter(|term| has_letters(term)) {
        let Some((k, _)) = split(term).filter(|(k, _)| *k != Rational::ONE && *k != Rational::ZERO) else {
            continue;
        };
        // A fraction of the letter is undone by multiplying.
        let by = if k.den() != 1 && k.num().abs() == 1 { Rational::integer(k.den()) } else { k };
        let undone = |term: &Expr| if by == k { over(term, k) } else { times(term, by) };
        if tried.contains(&by) {
            continue;
        }
        tried.push(by);
        let left_out = |parts: &[Expr], spared: usize| {
            sum(parts
                .iter()
                .enumerate()
                .map(|(j, part)| if j == spared { part.clone() } else { undone(part) })
                .collect())
        };
        let whole = |parts: &[Expr]| left_out(parts, usize::MAX);
        // The term that is meant is divided; another one is forgotten.
        let forgotten =
            |all: &[Expr]| -> Vec<usize> { (0..all.len()).filter(|j| all[*j] != *term).collect() };
        if parts.len() > 1 {
            all.extend(forgotten(parts).into_iter().map(|j| (left_out(parts, j), whole(&others))));
        }
        if others.len() > 1 {
            all.extend((0..others.len()).map(|j| (whole(parts), left_out(&others, j))));
        }
    }
    all
}

// ---- fractions, amounts, percentages ------------------------------------------------------------------------------

/// A fraction or a whole number over 1, with its sign above.
pub(super) fn fraction(term: &Expr) -> Option<(i64, i64)> {
    match term {
        Expr::Negative(inside) => fraction(inside).map(|(num, den)| (-num, den)),
        Expr::Number(_) => Some((number(term)?.as_integer()?, 1)),
        Expr::Quotient(num, den) => match (&**num, &**den) {
            (Expr::Number(_), Expr::Number(_)) => {
                let den = number(den)?.as_integer().filter(|den| *den != 0)?;
                Some((number(num)?.as_integer()?, den))
            }
            _ => None,
        },
        Expr::Mixed(_, _, den) => {
            let den: i64 = den.parse().ok()?;
            Some((number(term)?.times(Rational::integer(den))?.as_integer()?, den))
        }
        _ => None,
    }
}

pub(super) fn lcm(a: i64, b: i64) -> Option<i64> {
    let shared = gcd(a.unsigned_abs().into(), b.unsigned_abs().into());
    a.checked_mul(b.checked_div(i64::try_from(shared).ok()?)?)
}

/// Another bottom with the old top, or another top over the old bottom: as far as the line that was written shows one.
fn scaled(part: &Expr, slip: Slip, written: &Expr) -> Vec<Expr> {
    let Expr::Quotient(num, den) = part else { return Vec::new() };
    let Some((n, d)) = fraction(part).filter(|(_, d)| *d > 1) else { return Vec::new() };
    let digits = |n: i64| Expr::rational(Rational::integer(n));
    let shows = |wanted: &Expr| written.any(&|part| part == wanted);
    let mut all = Vec::new();
    for k in 2..=12 {
        let changed = match slip {
            Slip::ScaleBottomOnly => quotient((**num).clone(), digits(d * k)),
            _ => quotient(digits(n * k), (**den).clone()),
        };
        if shows(&changed) {
            all.push(changed);
        }
    }
    all
}

pub(super) fn quantity(n: Rational, unit: &str) -> Expr {
    Expr::Quantity(vec![(Expr::rational(n), Unit(vec![(unit.into(), 1)]))])
}

/// Every tree in which one amount is changed; a compound amount becomes a sum.
fn everywhere_amount(from: &Expr, change: &dyn Fn(Rational, &str) -> Vec<Expr>) -> Vec<Expr> {
    everywhere(from, &|part| {
        let Expr::Quantity(parts) = part else { return Vec::new() };
        let mut all = Vec::new();
        for (k, (n, unit)) in parts.iter().enumerate() {
            let ([(name, 1)], Some(n)) = (&unit.0[..], value(n)) else { continue };
            for changed in change(n, name) {
                let mut terms: Vec<Expr> =
                    parts.iter().map(|part| Expr::Quantity(vec![part.clone()])).collect();
                terms[k] = changed;
                all.push(sum(terms));
            }
        }
        all
    })
}

fn converted(slip: Slip, n: Rational, own: &str, unit: &str) -> Vec<Expr> {
    let ratio = worth::size(own).zip(worth::size(unit)).and_then(|(own, unit)| own.over(unit));
    let Some(ratio) = ratio.filter(|ratio| *ratio != Rational::ONE) else { return Vec::new() };
    let tens = [10, 100, 1000].map(Rational::integer);
    let made: Vec<Option<Rational>> = match slip {
        Slip::UnitWrongWay => vec![n.over(ratio)],
        Slip::UnitByTens if ratio > Rational::ONE => tens.iter().map(|ten| n.times(*ten)).collect(),
        Slip::UnitByTens => tens.iter().map(|ten| n.over(*ten)).collect(),
        _ => vec![Some(n)],
    };
    made.into_iter().flatten().map(|n| quantity(n, unit)).collect()
}

fn is_hundred(expr: &Expr) -> bool {
    number(expr) == Some(Rational::integer(100))
}

fn shifted(share: &Expr) -> Vec<Expr> {
    [10, 1000].iter().map(|ten| over(share, Rational::integer(*ten))).collect()
}

fn percents(slip: Slip, part: &Expr) -> Vec<Expr> {
    let Expr::Product(factors) = part else { return Vec::new() };
    let share = |factor: &Expr| match factor {
        Expr::Percent(inside) => Some((**inside).clone()),
        Expr::Quotient(num, den) if is_hundred(den) => Some((**num).clone()),
        _ => None,
    };
    let Some((k, share)) = factors.iter().enumerate().find_map(|(k, factor)| Some((k, share(factor)?)))
    else {
        return Vec::new();
    };
    let mut rest = factors.clone();
    rest.remove(k);
    let whole = product(rest);
    match slip {
        Slip::PercentInverted => {
            let turned = quotient(Expr::Number("100".into()), share);
            vec![product(vec![turned, whole])]
        }
        _ => vec![sum(vec![whole.clone(), share.clone()]), sum(vec![whole, negative(share)])],
    }
}

impl Slip {
    /// The kind of step that goes wrong with it, when there is only one.
    pub fn step(self) -> Option<moves::Step> {
        use moves::Step;
        Some(match self {
            Self::DistributeFirstOnly | Self::DistributeLastOnly | Self::PowerOfSum => Step::Distribute,
            Self::UnlikeTerms | Self::SquareLikeTerms | Self::MultiplyExponents => Step::Collect,
            Self::KeepSign | Self::CombineAcross => Step::Gather,
            Self::SubtractCoefficient | Self::DivideWrongWay | Self::DivideOneTerm => Step::UndoProduct,
            Self::ForgotFlip | Self::NeedlessFlip => Step::Flip,
            Self::AddTopsBottoms | Self::KeepTops | Self::TimesBottoms => Step::Common,
            Self::ScaleBottomOnly | Self::ScaleTopOnly => Step::Common,
            Self::TimesKeepCommon | Self::TimesCross | Self::WholeTimesBoth => Step::Combine,
            Self::InvertFirst | Self::InvertBoth | Self::NoInvert => Step::Invert,
            Self::LeftToRight
            | Self::AddFirst
            | Self::TimesFirst
            | Self::NoBrackets
            | Self::PowerAsProduct => Step::Compute,
            Self::UnitWrongWay | Self::UnitByTens | Self::UnitKept => Step::Convert,
            Self::SubtractFirstOnly | Self::ScaleLeftOnly => Step::Eliminate,
            Self::PercentWhole | Self::PercentShift | Self::PercentInverted | Self::PercentAdded => {
                Step::Setup
            }
            _ => return None,
        })
    }
}

impl Work {
    /// The line that a slip makes of the start, as far as it can be worked out; nothing where it has no occasion.
    pub fn slipped(&self, slip: Slip) -> Option<Expr> {
        let known: Vec<&Expr> = self.start.iter().collect();
        let mut made = self.start.iter().flat_map(|from| slip.makes(self, from, &known, &doubled(from)));
        let one = |line: &Expr| -> Option<Expr> {
            let claim = self.claim(line).ok()?;
            Some(match (&self.kind, claim) {
                (Kind::Equation { letter, .. } | Kind::Inequality { letter }, Claim::Bound(n, sign)) => {
                    relation(Expr::name(letter), sign, Expr::rational(n))
                }
                (Kind::System { .. }, claim @ Claim::Linear(_)) if !self.holds(&claim) => {
                    one_letter(line).unwrap_or_else(|| line.clone())
                }
                (Kind::Expression { .. }, Claim::Worth(worth)) => worth.poly()?.expr(),
                (Kind::Number { .. }, Claim::Worth(worth)) => Expr::rational(worth.as_number()?),
                (Kind::Amount { unit }, Claim::Amount(n, true)) => quantity(n, unit),
                _ => return None,
            })
        };
        made.find_map(|line| one(&line))
    }

    /// The answer that a slip leads to, as it would be typed; nothing where the slip would not be seen in it.
    pub fn outcome(&self, slip: Slip) -> Option<String> {
        // Seen only in a line that shows the new top or bottom.
        if matches!(slip, Slip::ScaleBottomOnly | Slip::ScaleTopOnly) {
            return None;
        }
        let line = self.slipped(slip)?;
        let claim = self.claim(&line).ok()?;
        let seen = match self.kind {
            Kind::System { .. } => !self.holds(&claim),
            _ => Some(&claim) != self.claims.first(),
        };
        seen.then(|| line.to_string())
    }

    /// Answers that go astray without any slip: a last line that is a little off, alone and after each of the first steps.
    pub fn strayed(&self) -> Vec<String> {
        let (mut path, mut typed) = (Vec::new(), vec![String::new()]);
        let goes_on = |path: &[Expr], next: &Expr| path.len() < 3 && !self.is_done(path, next);
        while let Some(next) = moves::onward(self, &path).filter(|next| goes_on(&path, &next.line)) {
            typed.push([typed[path.len()].as_str(), &next.line.to_string(), super::BETWEEN].concat());
            path.push(next.line);
        }
        let mut all = Vec::new();
        for line in self.result() {
            let off = match &line {
                Expr::Relation(left, rest) => rest.first().and_then(|(sign, n)| {
                    Some(relation((**left).clone(), *sign, Expr::rational(value(n)?.plus(Rational::ONE)?)))
                }),
                Expr::Quantity(parts) => parts.first().and_then(|(n, unit)| {
                    let n = Expr::rational(value(n)?.plus(Rational::ONE)?);
                    Some(Expr::Quantity(vec![(n, unit.clone())]))
                }),
                other => {
                    let off = sum(vec![other.clone(), Expr::digits(1)]);
                    Some(value(&off).map_or(off, Expr::rational))
                }
            };
            all.extend(
                off.iter().flat_map(|off| {
                    typed.iter().map(move |path| [path.as_str(), &*off.to_string()].concat())
                }),
            );
        }
        all
    }
}

/// A line that shows each fraction with a top, and with a bottom, twice as large.
fn doubled(from: &Expr) -> Expr {
    let mut shown = Vec::new();
    let mut parts = vec![from];
    while let Some(part) = parts.pop() {
        if let (Expr::Quotient(num, den), Some((n, d))) = (part, fraction(part)) {
            let digits = |n: i64| Expr::rational(Rational::integer(n));
            shown.push(quotient((**num).clone(), digits(d * 2)));
            shown.push(quotient(digits(n * 2), (**den).clone()));
        }
        parts.extend(part.parts());
    }
    Expr::Sum(shown)
}

/// A linear equation in which one letter is left, solved.
fn one_letter(line: &Expr) -> Option<Expr> {
    let names = line.names();
    let [name] = &names[..] else { return None };
    let (left, _, right) = sides(line)?;
    let off = Worth::of(left)?.poly()?.minus(&Worth::of(right)?.poly()?)?;
    let root = off.of_letters("").negated()?.over(off.of_letters(name))?;
    Some(relation(Expr::name(name), Relation::Equal, Expr::rational(root)))
}
