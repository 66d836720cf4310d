//! Scoring: a response is read, compared by value, and every wrong rule that gives the same value is named.

use super::What;
use super::expr::Value;
use super::item::Answer;
use super::question::{Advice, Asked, FormWanted, Question, Response, Score};
use super::template::decimal;
use super::wide;
use crate::notation::entry::{self, Form, Written};
use crate::num::Rational;
use crate::num::rational::gcd;

pub(super) fn score(question: &Question, response: &str) -> Score {
    match &question.response {
        Response::Write { form, .. } => match entry::read(response, question.locale.decimal_mark()) {
            Ok(written) => written_score(question, &written, *form),
            Err(unreadable) => Score::Advice(Advice::Unreadable(unreadable)),
        },
        Response::Choose { .. } => match value_of(question, response) {
            Value::None => Score::Advice(Advice::ChooseOne),
            value if value == question.right => Score::Right,
            value => wrong(question, &value),
        },
        Response::More(task) => wide::score(question, task, response),
    }
}

fn written_score(question: &Question, written: &Written, form: Option<FormWanted>) -> Score {
    let value = Value::Number(written.value);
    match (is_right(question, &value), form) {
        (Ok(true), Some(form)) if !has_form(written, form) => Score::Advice(Advice::OtherForm(form)),
        (Ok(true), _) => Score::Right,
        (Ok(false) | Err(_), _) => wrong(question, &value),
    }
}

/// Whether this value counts as right: the answer itself, or any that meets the author's condition.
pub(super) fn is_right(question: &Question, value: &Value) -> Result<bool, What> {
    let Answer::Write { such: Some(such), .. } = &question.part().answer else {
        return Ok(wide::is_right(question, value).unwrap_or(false));
    };
    let mut scope = question.scope.clone();
    scope.set("answer", value.clone());
    such.eval(&scope)
        .map(|truth| truth.is_true())
        .map_err(|fault| what!("the condition `such` cannot be computed", "such: {fault}"))
}

pub(super) fn wrong(question: &Question, value: &Value) -> Score {
    let gives = |(_, wrong): &&(String, Value)| wrong.same(value);
    wrong_by(question, question.wrong.iter().filter(gives).map(|(id, _)| &**id))
}

/// A miss that these rules explain.
pub(super) fn wrong_by<'a>(question: &Question, rules: impl Iterator<Item = &'a str>) -> Score {
    let rules: Vec<String> = rules.map(String::from).collect();
    let mut families: Vec<String> = Vec::new();
    for rule in &rules {
        let known = question.shared.misconceptions.get(rule);
        let family = known.and_then(|known| known.family.as_ref()).unwrap_or(rule);
        if !families.contains(family) {
            families.push(family.clone());
        }
    }
    Score::Wrong { rules, families }
}

/// Whether a right value has the form asked for; a whole number has every form.
fn has_form(written: &Written, form: FormWanted) -> bool {
    let lowest = |num: i64, den: i64| gcd(num.unsigned_abs().into(), den.unsigned_abs().into()) == 1;
    match (form, written.form) {
        (_, Form::Whole) => true,
        (FormWanted::Lowest, Form::Fraction { num, den }) => lowest(num, den),
        (FormWanted::Lowest, Form::Mixed { num, den, .. }) => num < den && lowest(num, den),
        (FormWanted::Mixed, Form::Mixed { num, den, .. }) => num < den,
        (FormWanted::Mixed, Form::Fraction { num, den }) => num.abs() < den,
        (FormWanted::Improper, Form::Fraction { .. }) | (FormWanted::Decimal, Form::Decimal { .. }) => true,
        _ => false,
    }
}

/// A recorded response as a value; `none` when it cannot be read or is no option.
pub(super) fn value_of(question: &Question, response: &str) -> Value {
    let number = entry::read(response, question.locale.decimal_mark()).ok().map(|written| written.value);
    let options = match &question.response {
        Response::Choose { options } => options,
        Response::More(task) => return wide::value_of(question, task, response).unwrap_or(Value::None),
        Response::Write { .. } => return number.map_or(Value::None, Value::Number),
    };
    let response = response.trim();
    let typed = number.map(|number| number.to_string());
    let chosen =
        options.iter().find(|option| option.value == response || Some(&option.value) == typed.as_ref());
    match chosen {
        None => Value::None,
        Some(option) => option_value(question, &option.value),
    }
}

/// The option's value again, from what is recorded for it.
fn option_value(question: &Question, recorded: &str) -> Value {
    let like_right = |value: &Value| value.to_string() == recorded;
    if like_right(&question.right) {
        return question.right.clone();
    }
    let rule = question.wrong.iter().map(|(_, value)| value).find(|value| like_right(value));
    rule.cloned().unwrap_or_else(|| match entry::read(recorded, crate::notation::DecimalMark::Point) {
        Ok(written) => Value::Number(written.value),
        Err(_) => Value::text(recorded),
    })
}

/// The right answer in the form asked for, as it would be typed.
pub(super) fn right_value(question: &Question) -> String {
    match (&question.right, &question.response) {
        (Value::Number(n), Response::Write { form, .. }) => typed(*n, *form),
        (value, Response::More(task)) => wide::written(question, task, value),
        (value, _) => value.to_string(),
    }
}

fn typed(n: Rational, form: Option<FormWanted>) -> String {
    let size = n.num().unsigned_abs();
    let den = n.den().unsigned_abs();
    match form {
        Some(FormWanted::Mixed) if den > 1 && size > den => {
            let sign = if n < Rational::ZERO { "-" } else { "" };
            format!("{sign}{} {}/{den}", size / den, size % den)
        }
        Some(FormWanted::Decimal) => decimal(n).replace('−', "-"),
        _ => n.to_string(),
    }
}

/// The last step of a solution is compared by value: its form is shown beside the box.
pub(super) fn last_step(question: &Question, asked: &Asked, response: &str) -> Score {
    let mark = question.locale.decimal_mark();
    let Ok(wanted) = entry::read(&asked.value, crate::notation::DecimalMark::Point) else {
        let same = response.trim() == asked.value;
        return if same { Score::Right } else { nothing_named() };
    };
    match entry::read(response, mark) {
        Ok(written) if written.value == wanted.value => Score::Right,
        Ok(_) => nothing_named(),
        Err(unreadable) => Score::Advice(Advice::Unreadable(unreadable)),
    }
}

fn nothing_named() -> Score {
    Score::Wrong { rules: Vec::new(), families: Vec::new() }
}
