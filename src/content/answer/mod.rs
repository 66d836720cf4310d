//! Answer tests: whether a given answer counts for the expected one, by a named test with options. Pure functions;
//! `docs/answers.md` has every name, its options and examples.
//!
//! A right value in another form is advice, not a miss, and so is what cannot be read.

mod check;
mod clock;
mod compare;
mod decimal;
mod name;
mod outside;

use crate::notation::algebra::{Budget, Scope};
use crate::notation::expr::Dialect;
use crate::notation::{self, DecimalMark, Expr, Locale, Style, Unreadable, algebra};
use crate::num::Exact;
use std::collections::BTreeMap;

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
    /// It is longer than what is compared.
    TooHard,
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
    /// The expected answer divides by zero.
    Undefined,
    /// The expected answer is nothing that this test compares with.
    Unsuited,
    /// A construct that this notation does not have.
    Outside(&'static str),
}

/// A named test with its options.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    rule: Rule,
    dialect: Dialect,
}

/// One comparison under way.
#[derive(Clone, Copy)]
struct Run<'a> {
    rule: &'a Rule,
    dialect: Scope<'a>,
}

/// What is compared, and how.
#[derive(Clone, Debug, PartialEq)]
enum Rule {
    /// The same value, by the kind of the expected answer.
    Value,
    /// The same members in any order, as often.
    AnyOrder,
    /// A set in braces with the same members.
    Set,
    /// The same value, and a form; or only the form.
    Form {
        form: Form,
        letter: Option<String>,
        only: bool,
    },
    /// The same but for order and grouping.
    Same,
    /// The same tree.
    Identical,
    SameKind,
    /// The same after renaming letters, except these.
    Substitution(Vec<String>),
    Numbers(Numbers),
    Greater {
        or_equal: bool,
    },
    Units {
        strict: bool,
        numbers: Numbers,
    },
    /// An exact amount, perhaps in a unit of this name.
    Unit(Option<String>),
    Time,
    Kas {
        form: bool,
        simplify: bool,
    },
    Text {
        loose: bool,
    },
}

/// How close numbers must be.
#[derive(Clone, Debug, PartialEq)]
enum Numbers {
    Relative(f64),
    /// In the units of the expected answer, which may be stated.
    Absolute(f64, Option<BTreeMap<String, i64>>),
    /// So many significant figures, of which `accuracy` must be right; 0 asks for the figures only, -1 allows more.
    Figures {
        count: usize,
        accuracy: i64,
    },
    /// Exactly so many significant figures, whatever the value.
    FiguresOnly(usize),
    /// So many decimal places.
    Places(usize),
    /// The first digits, wherever the decimal point is.
    DigitsOnly(usize),
}

impl Test {
    /// Reads a test's name and options as in `docs/answers.md`.
    pub fn parse(name: &str, options: &str) -> Result<Self, Fault> {
        name::parse(name, options)
    }

    /// The same value, whatever the kind.
    pub fn value() -> Self {
        Self { rule: Rule::Value, dialect: Dialect::School }
    }

    /// The same value in a form.
    pub fn form(form: Form) -> Self {
        Self { rule: Rule::Form { form, letter: None, only: false }, dialect: Dialect::School }
    }

    /// The same members in any order.
    pub fn any_order() -> Self {
        Self { rule: Rule::AnyOrder, dialect: Dialect::School }
    }

    /// How this test reads a draft.
    pub fn style(&self, locale: Locale) -> Style {
        let mark = if self.dialect == Dialect::School { locale.decimal_mark() } else { DecimalMark::Point };
        let units =
            matches!(self.rule, Rule::Unit(_) | Rule::Units { .. }) && self.dialect == Dialect::School;
        let list = matches!(self.rule, Rule::AnyOrder | Rule::Set);
        Style { dialect: self.dialect, units, list, ..Style::school(mark) }
    }

    /// Reads what an author expects; `Expr::math` of it is how it is drawn.
    pub fn read(&self, draft: &str, locale: Locale) -> Result<Expr, Unreadable> {
        notation::parse(draft, self.style(locale))
    }

    /// Reads what a learner typed where `expected` is expected: where that is a list, commas separate.
    pub fn read_given(&self, expected: &Expr, draft: &str, locale: Locale) -> Result<Expr, Unreadable> {
        let style = self.style(locale);
        let list = style.list || style.dialect == Dialect::School && check::is_listed(expected);
        notation::parse(draft, Style { list, ..style })
    }

    /// Whether `given` counts for `expected`.
    pub fn check(&self, expected: &Expr, given: &Expr) -> Verdict {
        let budget = Budget::new();
        let run = Run { rule: &self.rule, dialect: budget.scope(self.dialect) };
        match check::check(run, expected, given) {
            Verdict::Right => Verdict::Right,
            // What was not found out in the steps allowed is not called wrong.
            _ if budget.is_spent() => Verdict::Advice(Advice::TooHard),
            verdict => verdict,
        }
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
    if let Some(what) = [options, expected, given].into_iter().find_map(|part| outside::named(name, part)) {
        return Err(Fault::Outside(what));
    }
    let test = Test::parse(name, options)?;
    if let Rule::Text { loose } = test.rule {
        return Ok(text(expected, given, loose));
    }
    let expected = test.read(expected, locale).map_err(Fault::Expected)?;
    let given = match test.read_given(&expected, given, locale) {
        Ok(given) => given,
        Err(unreadable) => return Ok(Verdict::Advice(Advice::Unreadable(unreadable))),
    };
    if algebra::is_undefined(&expected, Budget::new().scope(test.dialect)) {
        return Err(Fault::Undefined);
    }
    if matches!(test.rule, Rule::Units { .. })
        && !algebra::measure::read(&expected).is_some_and(|expected| expected.has_units())
    {
        return Err(Fault::Unsuited);
    }
    Ok(test.check(&expected, &given))
}

/// Letters as they are; loosely, without regard to case and spaces.
fn text(expected: &str, given: &str, loose: bool) -> Verdict {
    let plain = |text: &str| -> String {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        text.to_lowercase()
    };
    let same = if loose { plain(expected) == plain(given) } else { expected.trim() == given.trim() };
    check::right_if(same)
}

/// The exact value of an expression without unknowns.
fn exact(expr: &Expr, dialect: Scope) -> Option<Exact> {
    algebra::rational(expr, dialect)
}

#[cfg(test)]
mod tests;
