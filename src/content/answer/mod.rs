//! Answer tests: whether a given answer counts for the expected one, by a named test with options. Pure functions;
//! `docs/answers.md` has every name, its options and examples.
//!
//! A right value in another form is advice, not a miss, and so is what cannot be read.

mod check;
mod name;

use crate::notation::expr::Dialect;
use crate::notation::{self, Expr, Locale, Style, Unreadable};

/// What a test says about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    Advice(Advice),
}

/// What to change in an answer that is neither right nor wrong yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Where it cannot be read, and why.
    Unreadable(Unreadable),
    /// It divides by zero.
    Undefined,
    /// The same value; write it in this form.
    Form(Form),
    /// A right amount without its unit.
    UnitMissing,
    /// A right amount in another unit than the one asked for.
    UnitOther,
    /// The right value to another number of places or significant figures.
    Rounding,
    /// Something of another kind is asked for: an equation instead of a number.
    Kind(Kind),
}

/// The forms an answer may have to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Lowest,
    Mixed,
    Improper,
    Decimal,
    Percent,
    Scientific,
    Expanded,
    Factored,
    SingleFraction,
    PartialFractions,
    CompletedSquare,
    SlopeIntercept,
    SimplifiedRadical,
    Simplified,
    /// As written by the author, but for order and grouping.
    AsWritten,
}

/// The kinds of answers there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Value,
    Equation,
    Inequality,
    List,
    Set,
    Point,
    Interval,
    Ratio,
    Remainder,
    Quantity,
    Logic,
}

/// A test that cannot be carried out, for authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    UnknownTest,
    /// The options do not belong to the test.
    Options,
    /// The expected answer cannot be read.
    Expected(Unreadable),
    /// The expected answer divides by zero or is otherwise nothing an answer could be compared with.
    Undefined,
    /// A construct that this notation does not have.
    Outside(&'static str),
}

/// A named test with its options.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    rule: Rule,
    dialect: Dialect,
}

/// What is compared, and how.
#[derive(Clone, Debug, PartialEq)]
enum Rule {
    /// The same value, by the kind of the expected answer.
    Value,
    /// The same value, and a form.
    Form(Form, Option<String>),
    /// The same but for order and grouping.
    Same,
    /// The same tree.
    Identical,
    SameKind,
}

impl Test {
    /// Reads a test's name and options as in `docs/answers.md`.
    pub fn parse(name: &str, options: &str) -> Result<Self, Fault> {
        name::parse(name, options)
    }

    /// Same value, whatever the kind.
    pub fn value() -> Self {
        Self { rule: Rule::Value, dialect: Dialect::School }
    }

    /// How this test reads a draft.
    pub fn style(&self, locale: Locale) -> Style {
        Style { dialect: self.dialect, ..Style::school(locale.decimal_mark()) }
    }

    /// Reads a draft as this test does; `Expr::math` of it is the read-back.
    pub fn read(&self, draft: &str, locale: Locale) -> Result<Expr, Unreadable> {
        notation::parse(draft, self.style(locale))
    }

    /// Whether `given` counts for `expected`, both read by [`Test::read`].
    pub fn check(&self, expected: &Expr, given: &Expr) -> Verdict {
        check::check(self, expected, given)
    }
}

/// The whole way from text to verdict.
pub fn test(
    name: &str,
    options: &str,
    expected: &str,
    given: &str,
    locale: Locale,
) -> Result<Verdict, Fault> {
    let test = Test::parse(name, options)?;
    let expected = test.read(expected, locale).map_err(Fault::Expected)?;
    Ok(match test.read(given, locale) {
        Ok(given) => test.check(&expected, &given),
        Err(unreadable) => Verdict::Advice(Advice::Unreadable(unreadable)),
    })
}

#[cfg(test)]
mod tests;
