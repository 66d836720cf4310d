//! The names of tests and their options.

use super::{Fault, Form, Numbers, Rule, Test};
use crate::notation::algebra::{self, Budget, measure, probe};
use crate::notation::expr::{Dialect, Expr};
use crate::notation::{self, Style};

/// Whose manner of writing a test reads.
pub(super) fn dialect(name: &str) -> Option<Dialect> {
    if STACK.contains(&name) {
        return Some(Dialect::Stack);
    }
    match name {
        "KAS" | "kas" | "KASCompare" | "kas-compare" | "KAS.compare" => Some(Dialect::Kas),
        name if school(name, "").is_some() => Some(Dialect::School),
        _ => None,
    }
}

/// STACK's names for tests whose meaning agrees.
const STACK: [&str; 28] = [
    "AlgEquiv",
    "EqualComAss",
    "CasEqual",
    "SameType",
    "Sets",
    "SubstEquiv",
    "Expanded",
    "FacForm",
    "CompSquare",
    "SingleFrac",
    "PartFrac",
    "LowestTerms",
    "GT",
    "GTE",
    "NumRelative",
    "NumAbsolute",
    "NumSigFigs",
    "SigFigsStrict",
    "NumDecPlaces",
    "NumDecPlacesWrong",
    "Units",
    "UnitsStrict",
    "UnitsRelative",
    "UnitsStrictRelative",
    "UnitsAbsolute",
    "UnitsStrictAbsolute",
    "String",
    "StringSloppy",
];

pub(super) fn parse(name: &str, options: &str) -> Result<Test, Fault> {
    let dialect = dialect(name).ok_or(Fault::UnknownTest)?;
    let rule = match dialect {
        Dialect::School => school(name, options).ok_or(Fault::UnknownTest)??,
        Dialect::Stack => stack(name, options)?,
        Dialect::Kas => {
            let options = options.to_lowercase();
            let on = |word: &str| {
                options.contains(word)
                    && !options.contains(&format!("{word}: false"))
                    && !options.contains(&format!("{word}:false"))
                    && !options.contains(&format!("{word}=false"))
            };
            Rule::Kas { form: on("form"), simplify: on("simplify") }
        }
    };
    Ok(Test { rule, dialect })
}

/// Our own names; `None` for any other.
fn school(name: &str, options: &str) -> Option<Result<Rule, Fault>> {
    let style = Style::of(Dialect::School);
    let number = |default: Option<f64>| match options.trim() {
        "" => default.ok_or(Fault::Options),
        text => tolerance(text, style),
    };
    let formed = |form, letter| Rule::Form { form, letter, only: false };
    Some(Ok(match name {
        "value" | "equation" | "inequality" | "list" | "point" | "interval" | "ratio" | "remainder" => {
            Rule::Value
        }
        "any-order" => Rule::AnyOrder,
        "set" => Rule::Value,
        "same" => Rule::Same,
        "identical" => Rule::Identical,
        "kind" => Rule::SameKind,
        "renamed" => Rule::Substitution(names(options)),
        "relative" => match number(Some(0.05)) {
            Ok(tolerance) => Rule::Numbers(Numbers::Relative(tolerance)),
            Err(fault) => return Some(Err(fault)),
        },
        "absolute" => match number(Some(0.05)) {
            Ok(tolerance) => Rule::Numbers(Numbers::Absolute(tolerance, None)),
            Err(fault) => return Some(Err(fault)),
        },
        "figures" => match figures(options) {
            Ok(numbers) => Rule::Numbers(numbers),
            Err(fault) => return Some(Err(fault)),
        },
        "places" => match count(options, 0) {
            Ok(count) => Rule::Numbers(Numbers::Places(count)),
            Err(fault) => return Some(Err(fault)),
        },
        "greater" => Rule::Greater { or_equal: false },
        "at-least" => Rule::Greater { or_equal: true },
        "units" => match options.trim() {
            "" => Rule::Unit(None),
            unit => match notation::units::name(unit) {
                Some(unit) => Rule::Unit(Some(unit)),
                None => return Some(Err(Fault::Options)),
            },
        },
        "units-relative" => match number(Some(0.05)) {
            Ok(tolerance) => Rule::Units { strict: false, numbers: Numbers::Relative(tolerance) },
            Err(fault) => return Some(Err(fault)),
        },
        "time" => Rule::Time,
        "text" => Rule::Text { loose: false },
        "text-loose" => Rule::Text { loose: true },
        name => formed(form(name)?, letter(options)),
    }))
}

fn form(name: &str) -> Option<Form> {
    Some(match name {
        "lowest" => Form::Lowest,
        "mixed" => Form::Mixed,
        "improper" => Form::Improper,
        "decimal" => Form::Decimal,
        "percent" => Form::Percent,
        "scientific" => Form::Scientific,
        "expanded" => Form::Expanded,
        "factored" => Form::Factored,
        "single-fraction" => Form::SingleFraction,
        "partial-fractions" => Form::PartialFractions,
        "completed-square" => Form::CompletedSquare,
        "slope-intercept" => Form::SlopeIntercept,
        "simplified-radical" => Form::SimplifiedRadical,
        "simplified" => Form::Simplified,
        _ => return None,
    })
}

fn stack(name: &str, options: &str) -> Result<Rule, Fault> {
    let style = Style::of(Dialect::Stack);
    let formed = |form| Rule::Form { form, letter: letter(options), only: false };
    let with_letter = |form| match letter_of(options) {
        Some(letter) => Ok(Rule::Form { form, letter: Some(letter), only: false }),
        None => Err(Fault::Options),
    };
    let within = || match options.trim() {
        "" => Ok(0.05),
        text => tolerance(text, style),
    };
    Ok(match name {
        "AlgEquiv" => Rule::Value,
        "EqualComAss" => Rule::Same,
        "CasEqual" => Rule::Identical,
        "SameType" => Rule::SameKind,
        "Sets" => Rule::Set,
        "SubstEquiv" => {
            if options.contains("1/0") {
                return Err(Fault::Options);
            }
            Rule::Substitution(names(options))
        }
        "Expanded" => Rule::Form { form: Form::Expanded, letter: None, only: true },
        "LowestTerms" => Rule::Form { form: Form::Lowest, letter: None, only: true },
        "SingleFrac" => formed(Form::SingleFraction),
        "FacForm" => with_letter(Form::Factored)?,
        "CompSquare" => with_letter(Form::CompletedSquare)?,
        "PartFrac" => with_letter(Form::PartialFractions)?,
        "GT" => Rule::Greater { or_equal: false },
        "GTE" => Rule::Greater { or_equal: true },
        "NumRelative" => Rule::Numbers(Numbers::Relative(within()?)),
        "NumAbsolute" => Rule::Numbers(Numbers::Absolute(within()?, None)),
        "NumSigFigs" => Rule::Numbers(figures(options)?),
        "SigFigsStrict" => Rule::Numbers(Numbers::FiguresOnly(count(options, 1)?)),
        "NumDecPlaces" => Rule::Numbers(Numbers::Places(count(options, 1)?)),
        "NumDecPlacesWrong" => Rule::Numbers(Numbers::DigitsOnly(count(options, 1)?)),
        "Units" => Rule::Units { strict: false, numbers: figures(options)? },
        "UnitsStrict" => Rule::Units { strict: true, numbers: figures(options)? },
        "UnitsRelative" => Rule::Units { strict: false, numbers: Numbers::Relative(within()?) },
        "UnitsStrictRelative" => Rule::Units { strict: true, numbers: Numbers::Relative(within()?) },
        "UnitsAbsolute" => Rule::Units { strict: false, numbers: with_units(options)? },
        "UnitsStrictAbsolute" => Rule::Units { strict: true, numbers: with_units(options)? },
        "String" => Rule::Text { loose: false },
        "StringSloppy" => Rule::Text { loose: true },
        _ => return Err(Fault::UnknownTest),
    })
}

/// A number that is not negative.
fn tolerance(text: &str, style: Style) -> Result<f64, Fault> {
    let expr = notation::parse(text, style).map_err(|_| Fault::Options)?;
    let budget = Budget::new();
    let scope = budget.scope(style.dialect);
    if algebra::is_undefined(&expr, scope) {
        return Err(Fault::Options);
    }
    probe::real(&expr, scope).filter(|value| expr.names().is_empty() && *value >= 0.0).ok_or(Fault::Options)
}

/// `5*kJ`: a tolerance in stated units.
fn with_units(options: &str) -> Result<Numbers, Fault> {
    let style = Style::of(Dialect::Stack);
    if options.trim().is_empty() {
        return Ok(Numbers::Absolute(0.05, None));
    }
    let expr = notation::parse(options, style).map_err(|_| Fault::Options)?;
    let read = measure::read(&expr).ok_or(Fault::Options)?;
    let value = read.value(Budget::new().scope(Dialect::Stack)).ok_or(Fault::Options)?;
    Ok(Numbers::Absolute(value, read.has_units().then_some(read.units)))
}

/// `4`, or `[4, 3]`: four figures, three of them right.
fn figures(options: &str) -> Result<Numbers, Fault> {
    let inside = options.trim().trim_start_matches('[').trim_end_matches(']');
    let numbers: Option<Vec<i64>> = inside.split(',').map(|part| part.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some([count @ 0..=60]) => figures_of(*count, *count),
        Some([count @ 0..=60, accuracy @ -1..=60]) => figures_of(*count, *accuracy),
        _ => Err(Fault::Options),
    }
}

fn figures_of(count: i64, accuracy: i64) -> Result<Numbers, Fault> {
    let count = usize::try_from(count).map_err(|_| Fault::Options)?;
    Ok(Numbers::Figures { count, accuracy })
}

fn count(options: &str, least: usize) -> Result<usize, Fault> {
    options.trim().parse().ok().filter(|n| (least..=60).contains(n)).ok_or(Fault::Options)
}

fn names(options: &str) -> Vec<String> {
    let inside = options.trim().trim_start_matches('[').trim_end_matches(']');
    inside.split(',').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
}

fn letter(options: &str) -> Option<String> {
    let options = options.trim();
    let options = options.strip_prefix("for=").unwrap_or(options);
    (!options.is_empty()).then(|| options.into())
}

/// The unknown a test asks about, which must be an expression with a letter in it.
fn letter_of(options: &str) -> Option<String> {
    let text = letter(options)?;
    let expr = notation::parse(&text, Style::of(Dialect::Stack)).ok()?;
    let suits = !expr.names().is_empty() && !matches!(expr, Expr::Relation(..));
    suits.then_some(text)
}
