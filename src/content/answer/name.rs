//! The names of tests and their options.

use super::{Fault, Form, Rule, Test};
use crate::notation::expr::Dialect;

pub(super) fn parse(name: &str, options: &str) -> Result<Test, Fault> {
    let (rule, dialect) = match name {
        "value" => (Rule::Value, Dialect::School),
        "same" => (Rule::Same, Dialect::School),
        "identical" => (Rule::Identical, Dialect::School),
        "kind" => (Rule::SameKind, Dialect::School),
        name => match form(name) {
            Some(form) => (Rule::Form(form, letter(options)), Dialect::School),
            None => return Err(Fault::UnknownTest),
        },
    };
    Ok(Test { rule, dialect })
}

fn form(name: &str) -> Option<Form> {
    Some(match name {
        "lowest" => Form::Lowest,
        "mixed" => Form::Mixed,
        "improper" => Form::Improper,
        "decimal" => Form::Decimal,
        _ => return None,
    })
}

fn letter(options: &str) -> Option<String> {
    let options = options.trim();
    (!options.is_empty()).then(|| options.into())
}
