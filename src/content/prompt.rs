//! The general prompt after a first miss, for items without their own: it says how the answer can be checked.
//! Its words depend on the question and on what was written, never on how near that was or to which side.

use super::expr::Value;
use super::question::{Question, Response};
use super::text::{Span, Text};
use super::{Figure, Locale};
use crate::notation::Math;
use crate::num::Rational;

pub(super) fn general(question: &Question, mine: &str) -> Text {
    let locale = question.locale;
    let mine = question.shown(mine);
    let check = match (&question.figure, &question.response) {
        (Some(Figure::NumberLine(_)), _) => Text::words(pick(
            locale,
            "Find it on the number line, counting the jumps from the left end. Does it land where it should?",
            "Búscalo en la recta numérica contando los saltos desde la izquierda. ¿Llega a donde debe?",
        )),
        (Some(Figure::Bars(_)), _) => Text::words(pick(
            locale,
            "Compare it with the picture: count the equal parts, then the shaded ones. Do they agree?",
            "Compáralo con el dibujo: cuenta las partes iguales y luego las sombreadas. ¿Coinciden?",
        )),
        (_, Response::Choose { .. }) => Text::words(pick(
            locale,
            "Put it back into the question and work it through. Does everything fit?",
            "Ponlo en la pregunta y haz el cálculo. ¿Encaja todo?",
        )),
        (_, Response::Write { .. }) => compare_with(benchmark(&question.right), locale),
    };
    let lead = pick(locale, "You answered ", "Tu respuesta es ");
    let mut text = Text::words(lead);
    text.spans.extend(mine.spans);
    text.push_words(". ");
    for span in check.spans {
        match span {
            Span::Words(words) => text.push_words(&words),
            span => text.spans.push(span),
        }
    }
    text
}

fn pick(locale: Locale, en: &'static str, es: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Es => es,
    }
}

fn compare_with(benchmark: Rational, locale: Locale) -> Text {
    let mut text = Text::words(pick(
        locale,
        "Without working it out: is the number asked for more than ",
        "Sin hacer cuentas: ¿el número que se pide es mayor que ",
    ));
    text.spans.push(Span::Maths(Math::number(benchmark)));
    text.push_words(pick(locale, " or less? Is yours, too?", " o menor? ¿Y el tuyo?"));
    text
}

/// A round number of the answer's size, but never the answer: a half, one, or one digit and zeros.
fn benchmark(right: &Value) -> Rational {
    let Some(n) = right.number() else { return Rational::ONE };
    let half = Rational::new(1, 2).unwrap_or(Rational::ONE);
    let choices = if n < Rational::ZERO {
        [Rational::ZERO, Rational::integer(-1)]
    } else if n <= Rational::ONE {
        [half, Rational::ONE]
    } else if n < Rational::integer(10) {
        [Rational::ONE, Rational::integer(5)]
    } else {
        let round = 10i64.saturating_pow(n.floor().checked_ilog10().unwrap_or(1));
        [Rational::integer(round), Rational::integer(round.saturating_mul(5))]
    };
    if choices[0] == n { choices[1] } else { choices[0] }
}
