//! Amounts with units: what is number and what is unit in them, and the same amount in another unit.

use super::{Sameness, Scope, probe, same};
use crate::notation::expr::{Expr, Unit};
use crate::notation::units;
use crate::num::Exact;
use std::collections::BTreeMap;

/// A number times units with whole powers.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The number as written.
    pub number: Expr,
    /// Units as written, with their powers.
    pub units: BTreeMap<String, i64>,
    /// How many base units one of these units is; none for temperatures with a zero of their own.
    pub size: Option<Exact>,
    /// Length, mass, time, current, temperature, amount, money, angle.
    pub dimension: [i64; 8],
    /// More than one amount was added up.
    compound: Vec<Measure>,
}

/// Takes an amount apart; `None` when units are added to numbers or are not known.
pub fn read(expr: &Expr) -> Option<Measure> {
    if let Expr::Quantity(amounts) = expr
        && amounts.len() > 1
    {
        let parts: Option<Vec<Measure>> = amounts
            .iter()
            .map(|(amount, unit)| read(&Expr::Quantity(vec![(amount.clone(), unit.clone())])))
            .collect();
        let parts = parts?;
        let mut first = parts.first()?.clone();
        if parts.iter().any(|part| part.dimension != first.dimension) {
            return None;
        }
        first.compound = parts;
        return Some(first);
    }
    let mut parts = Parts { above: Vec::new(), below: Vec::new(), units: BTreeMap::new(), negative: false };
    parts.collect(expr, 1)?;
    parts.measure()
}

struct Parts {
    above: Vec<Expr>,
    below: Vec<Expr>,
    units: BTreeMap<String, i64>,
    negative: bool,
}

impl Parts {
    fn collect(&mut self, expr: &Expr, power: i64) -> Option<()> {
        match expr {
            Expr::Name(name) => {
                units::name(name)?;
                *self.units.entry(name.clone()).or_insert(0) += power;
            }
            Expr::Quantity(amounts) => {
                let [(amount, Unit(unit))] = &amounts[..] else { return None };
                self.collect(amount, power)?;
                for (name, times) in unit {
                    *self.units.entry(name.clone()).or_insert(0) += power * i64::from(*times);
                }
            }
            Expr::Negative(inside) => {
                if power % 2 != 0 {
                    self.negative = !self.negative;
                }
                self.collect(inside, power)?;
            }
            Expr::Product(factors) => factors.iter().try_for_each(|factor| self.collect(factor, power))?,
            Expr::Quotient(num, den) => {
                self.collect(num, power)?;
                self.collect(den, -power)?;
            }
            Expr::Power(base, exponent) if !base.names().is_empty() => {
                let n = whole(exponent)?;
                self.collect(base, power.checked_mul(n).filter(|n| n.abs() <= 24)?)?;
            }
            number if number.names().is_empty() => {
                let side = if power > 0 { &mut self.above } else { &mut self.below };
                for _ in 0..power.unsigned_abs() {
                    side.push(number.clone());
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn measure(self) -> Option<Measure> {
        let mut size = Some(Exact::ONE);
        let mut dimension = [0i64; 8];
        let units: BTreeMap<String, i64> = self.units.into_iter().filter(|(_, power)| *power != 0).collect();
        for (name, power) in &units {
            let units::Scaled { known, ten } = units::find(name)?;
            for (sum, one) in dimension.iter_mut().zip(known.dimension) {
                *sum += i64::from(one) * power;
            }
            let (num, den) = known.size;
            // A size that no fraction holds is written as 0.
            let one = Exact::new(num.into(), den.into())
                .filter(|size| !size.is_zero())
                .and_then(|size| size.times(Exact::whole(10).power(ten.into())?))
                .and_then(|size| size.power(*power));
            size = size.zip(one).and_then(|(size, one)| size.times(one));
        }
        let product = |mut factors: Vec<Expr>| match factors.len() {
            0 => Expr::Number("1".into()),
            1 => factors.remove(0),
            _ => Expr::Product(factors),
        };
        let below = self.below;
        let mut number = product(self.above);
        if !below.is_empty() {
            number = Expr::Quotient(Box::new(number), Box::new(product(below)));
        }
        if self.negative {
            number = Expr::Negative(Box::new(number));
        }
        Some(Measure { number, units, size, dimension, compound: Vec::new() })
    }
}

fn whole(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::Number(text) => text.parse().ok(),
        Expr::Negative(inside) => whole(inside)?.checked_neg(),
        _ => None,
    }
}

impl Measure {
    /// Its number, unless more than one amount was added up.
    pub fn single(self) -> Option<Expr> {
        self.compound.is_empty().then_some(self.number)
    }

    pub fn has_units(&self) -> bool {
        !self.units.is_empty()
    }

    /// The amount in base units, as an expression.
    fn in_base(&self) -> Option<Expr> {
        if !self.compound.is_empty() {
            return Some(Expr::Sum(self.compound.iter().map(Self::in_base).collect::<Option<_>>()?));
        }
        if let Some(kelvin) = self.kelvin() {
            return Some(kelvin);
        }
        Some(Expr::Product(vec![self.number.clone(), exact(self.size?)]))
    }

    /// Degrees on a scale with a zero of its own.
    fn kelvin(&self) -> Option<Expr> {
        let (name, power) = self.units.iter().next()?;
        if self.units.len() > 1 || *power != 1 {
            return None;
        }
        let celsius = match name.as_str() {
            "degC" => self.number.clone(),
            "degF" => {
                let above =
                    Expr::Sum(vec![self.number.clone(), Expr::Negative(Box::new(Expr::Number("32".into())))]);
                let five_ninths = exact(Exact::new(5, 9)?);
                Expr::Product(vec![above, five_ninths])
            }
            _ => return None,
        };
        Some(Expr::Sum(vec![celsius, Expr::Number("273.15".into())]))
    }

    /// The same amount of the same dimension.
    pub fn same(&self, other: &Self, dialect: Scope) -> Sameness {
        if self.dimension != other.dimension {
            return Sameness::Different;
        }
        match (self.in_base(), other.in_base()) {
            (Some(a), Some(b)) => same(&a, &b, dialect),
            _ => Sameness::Unknown,
        }
    }

    /// The number of this amount when it is told in the units of `other`, as an expression.
    pub fn number_in(&self, other: &Self) -> Option<Expr> {
        if self.dimension != other.dimension {
            return None;
        }
        if self.units == other.units {
            return Some(self.number.clone());
        }
        let ratio = self.size?.over(other.size?)?;
        if ratio == Exact::ONE {
            return Some(self.number.clone());
        }
        Some(Expr::Product(vec![self.number.clone(), exact(ratio)]))
    }

    pub fn value(&self, dialect: Scope) -> Option<f64> {
        probe::real(&self.number, dialect)
    }
}

fn exact(value: Exact) -> Expr {
    let size = Expr::Number(value.num().unsigned_abs().to_string());
    let size = match value.den() {
        1 => size,
        den => Expr::Quotient(Box::new(size), Box::new(Expr::Number(den.to_string()))),
    };
    if value.is_negative() { Expr::Negative(Box::new(size)) } else { size }
}
