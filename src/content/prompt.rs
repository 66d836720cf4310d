//! The general prompt after a first miss, for items without their own: it says how the answer can be checked.
//! Its words depend on the question and on what was written, never on how near that was or to which side.

use super::expr::Value;
use super::more::columns::Op;
use super::more::respond::{Task, Typed};
use super::more::steps::Kind;
use super::question::{Question, Response};
use super::text::{Span, Text};
use super::{Figure, Locale};
use crate::notation::{Math, Op as Sign};
use crate::num::Rational;

pub(super) fn general(question: &Question, mine: &str) -> Text {
    let locale = question.locale;
    let mine = question.shown(mine);
    let check = match (question.figure.as_deref(), &question.response) {
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
        (_, Response::More(task)) => {
            estimate(task, locale).unwrap_or_else(|| Text::words(of_task(task, locale)))
        }
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

/// Sums and products in columns: the same with round numbers, which are of the answer's size and not the answer.
fn estimate(task: &Task, locale: Locale) -> Option<Text> {
    let Task::Columns(sum) = task else { return None };
    if !matches!(sum.op, Op::Plus | Op::Times) || sum.top < 11 || sum.bottom < 2 {
        return None;
    }
    let round = |n: i64| {
        let ten = 10i64.pow(n.max(1).ilog10());
        (n + ten / 2) / ten * ten
    };
    let (top, bottom) = (round(sum.top), round(sum.bottom));
    // A round number has nothing to be rounded, and its estimate would be the answer.
    if (top, bottom) == (sum.top, sum.bottom) {
        return None;
    }
    let mut text = Text::words(pick(locale, "With round numbers: ", "Con números redondos: "));
    let sign = if sum.op == Op::Plus { Sign::Plus } else { Sign::Times };
    let number = |n: i64| Math::number(Rational::integer(n));
    text.spans.push(Span::Maths(Math::Row(vec![number(top), Math::Op(sign), number(bottom)])));
    text.push_words(pick(locale, ". Is your answer of that size?", ". ¿Tu respuesta es de ese tamaño?"));
    Some(text)
}

/// How an answer of this kind can be checked; the same words whatever was answered.
fn of_task(task: &Task, locale: Locale) -> &'static str {
    let (en, es) = match task {
        Task::Columns(sum) => match sum.op {
            Op::Plus => (
                "Round both numbers and add them in your head. Is your answer of that size?",
                "Redondea los dos números y súmalos mentalmente. ¿Tu respuesta es de ese tamaño?",
            ),
            Op::Minus => (
                "Check by adding: your answer and the lower number together. Do they make the upper one?",
                "Comprueba con una suma: tu respuesta y el número de abajo. ¿Dan el de arriba?",
            ),
            Op::Times => (
                "Round both numbers and multiply them in your head. Is your answer of that size?",
                "Redondea los dos números y multiplícalos mentalmente. ¿Tu respuesta es de ese tamaño?",
            ),
            Op::Over => (
                "Check by multiplying: your answer times the divisor, and what is left. Does it make the number?",
                "Comprueba multiplicando: tu respuesta por el divisor, y lo que sobra. ¿Da el número?",
            ),
        },
        Task::Lines(work) => match work.kind {
            Kind::Equation { .. } | Kind::Inequality { .. } | Kind::System { .. } => (
                "Choose a number for the letter that makes your last line true. Does it make the first line true?",
                "Elige un número para la letra que cumpla tu última línea. ¿Cumple también la primera?",
            ),
            Kind::Expression { .. } => (
                "Put one easy number for the letter in your last line and in the line above. Do they agree?",
                "Pon un número fácil en lugar de la letra en tu última línea y en la de arriba. ¿Coinciden?",
            ),
            Kind::Number { .. } => (
                "About how big is the line above, without working it out? Is your line as big?",
                "¿Cuánto vale más o menos la línea de arriba, sin hacer cuentas? ¿Y la tuya?",
            ),
            Kind::Amount { .. } => (
                "Is one of the new units bigger or smaller? Should there be more of them or fewer?",
                "¿Una de las nuevas unidades es más grande o más pequeña? ¿Debe haber más o menos?",
            ),
        },
        Task::ChooseAll { .. } => (
            "Try one easy number in each choice, and in the question. Which agree? Look at those you left out, too.",
            "Prueba un número fácil en cada opción y en la pregunta. ¿Cuáles coinciden? Mira también las que dejaste.",
        ),
        Task::Sort { .. } => (
            "Take one at a time and ask each question about it. Would you put it there again?",
            "Toma uno cada vez y hazte cada pregunta. ¿Lo pondrías otra vez ahí?",
        ),
        Task::Order { .. } => (
            "Compare each one with its neighbor. Does every pair stand in order?",
            "Compara cada uno con su vecino. ¿Está en orden cada pareja?",
        ),
        Task::Match { .. } => (
            "Read each pair aloud. Do both say the same?",
            "Lee cada pareja en voz alta. ¿Dicen lo mismo los dos?",
        ),
        Task::Fill { .. } => (
            "Read the whole line with your numbers in it. Is it true?",
            "Lee la línea entera con tus números. ¿Es cierta?",
        ),
        Task::Typed(Typed::Equation) => (
            "Choose one point or number that fits the question. Does it make your answer true?",
            "Elige un punto o un número que encaje en la pregunta. ¿Cumple tu respuesta?",
        ),
        Task::Typed(Typed::Maths) => (
            "Put one easy number for the letter in the question and in your answer. Do they agree?",
            "Pon un número fácil en lugar de la letra en la pregunta y en tu respuesta. ¿Coinciden?",
        ),
        Task::Typed(_) => (
            "Read the question once more with your answer in it. Does everything fit?",
            "Lee otra vez la pregunta con tu respuesta dentro. ¿Encaja todo?",
        ),
    };
    pick(locale, en, es)
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
