//! The few sentences about lines, in both languages.

use super::moves::{self, Next, Step};
use super::{Kind, Mark, Unfit, Until, Verdict, Work};
use crate::content::text::{Span, Text};
use crate::notation::{DecimalMark, Expr, Locale, Math, Op};
use crate::num::Rational;

fn pick(locale: Locale, (en, es): (&'static str, &'static str)) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Es => es,
    }
}

/// The sentence with maths in place of its `#`.
fn filled(locale: Locale, both: (&'static str, &'static str), values: &[&Expr]) -> Text {
    let mut text = Text::default();
    for (k, words) in pick(locale, both).split('#').enumerate() {
        if let Some(value) = k.checked_sub(1).and_then(|k| values.get(k)) {
            text.spans.push(Span::Maths(value.math()));
        }
        text.push_words(words);
    }
    text
}

/// What a line is, in one or two words: the mark beside it says the same in a sign.
pub fn mark(mark: &Mark, locale: Locale) -> &'static str {
    pick(
        locale,
        match mark {
            Mark::Judged(Verdict::Done(_)) => ("right, done", "bien, terminado"),
            Mark::Judged(Verdict::Right(_)) => ("right", "bien"),
            Mark::Judged(Verdict::Aside) => ("true", "cierto"),
            Mark::Judged(Verdict::Same) => ("same as above", "igual que arriba"),
            Mark::Judged(Verdict::Wrong { .. }) | Mark::Struck(_) => ("does not follow", "no se sigue"),
            Mark::Judged(Verdict::Unfit(_)) => ("not read", "no se lee"),
            Mark::Scratch => ("note", "nota"),
            Mark::Open => ("", ""),
        },
    )
}

/// What is said when a line was taken, or could not be.
pub fn advice(work: &Work, number: usize, mark: &Mark, locale: Locale) -> String {
    let line = match locale {
        Locale::En => format!("Line {number}"),
        Locale::Es => format!("La línea {number}"),
    };
    let rest = pick(
        locale,
        match mark {
            Mark::Judged(Verdict::Right(_) | Verdict::Done(_)) => match &work.kind {
                Kind::System { .. } => (
                    " is right. Go on until each letter stands alone.",
                    " está bien. Sigue hasta que cada letra quede sola.",
                ),
                Kind::Equation { .. } | Kind::Inequality { .. } => (
                    " is right. Go on until the letter stands alone.",
                    " está bien. Sigue hasta que la letra quede sola.",
                ),
                Kind::Expression { until: Until::Factored } => (
                    " is right. Go on until it is one product.",
                    " está bien. Sigue hasta que sea un solo producto.",
                ),
                Kind::Expression { .. } => (
                    " is right. Go on until no like terms are left.",
                    " está bien. Sigue hasta que no queden términos semejantes.",
                ),
                Kind::Number { lowest: true } => (
                    " is right. Go on to one number in lowest terms.",
                    " está bien. Sigue hasta un solo número en su forma más simple.",
                ),
                Kind::Number { .. } => {
                    (" is right. Go on to one number.", " está bien. Sigue hasta un solo número.")
                }
                Kind::Amount { .. } => (
                    " is right. Go on to one amount in the unit asked for.",
                    " está bien. Sigue hasta una sola cantidad en la unidad pedida.",
                ),
            },
            Mark::Judged(Verdict::Aside) => {
                (" is true. Use it in the next line.", " es cierta. Úsala en la línea siguiente.")
            }
            Mark::Judged(Verdict::Same) => (
                " says the same as a line above. Take one step.",
                " dice lo mismo que una línea de arriba. Da un paso.",
            ),
            Mark::Judged(Verdict::Unfit(unfit)) => match unfit {
                Unfit::NoEquation => (
                    " needs two sides with a sign such as = between.",
                    " necesita dos lados con un signo como = en medio.",
                ),
                Unfit::OtherLetter => (
                    " has a letter that is not in the work.",
                    " tiene una letra que no está en el ejercicio.",
                ),
                Unfit::OtherSign => (
                    " has another kind of sign between its sides than the work.",
                    " tiene entre sus lados otro tipo de signo que el ejercicio.",
                ),
                Unfit::Unit => {
                    (" needs a unit that measures the same.", " necesita una unidad que mida lo mismo.")
                }
                Unfit::Unreadable(_) | Unfit::Other => (
                    " cannot be read as a step of this work.",
                    " no se puede leer como un paso de este ejercicio.",
                ),
            },
            Mark::Scratch => {
                (" is a note. Write the next line.", " es una nota. Escribe la línea siguiente.")
            }
            _ => (" waits.", " espera."),
        },
    );
    [&line, rest].concat()
}

/// A hint for the learner's own next line: what to do now, and with what; not what comes of it.
pub fn hint(work: &Work, before: &[Expr], locale: Locale) -> Option<Text> {
    let next = moves::onward(work, before)?;
    let above = work.above(before).clone();
    let Next { step, with, .. } = &next;
    let fill = |both: (&'static str, &'static str), values: &[&Expr]| Some(filled(locale, both, values));
    let is_below_zero = |n: &Expr| super::worth::value(n).is_some_and(|n| n < Rational::ZERO);
    match (step, with) {
        (Step::UndoSum | Step::Gather, Some(term)) => {
            let (negative, term) = match term {
                Expr::Negative(inside) => (true, (**inside).clone()),
                other => (false, other.clone()),
            };
            let both = if negative {
                (
                    "Your last line is #. Add # on both sides. What is left?",
                    "Tu última línea es #. Suma # en los dos lados. ¿Qué queda?",
                )
            } else {
                (
                    "Your last line is #. Take away # on both sides. What is left?",
                    "Tu última línea es #. Quita # en los dos lados. ¿Qué queda?",
                )
            };
            fill(both, &[&above, &term])
        }
        (Step::UndoProduct, Some(k)) => {
            let flips = matches!(work.kind, Kind::Inequality { .. }) && is_below_zero(k);
            let n = super::worth::value(k)?;
            let (times, k) = if n.num().abs() == 1 && n.den() != 1 {
                (true, Expr::rational(Rational::ONE.over(n)?))
            } else {
                (matches!(&next.line, line if line.size() > above.size()), k.clone())
            };
            let both = match (times, flips) {
                (false, false) => (
                    "Your last line is #. Divide both sides by #, each side as a whole.",
                    "Tu última línea es #. Divide los dos lados entre #, cada lado entero.",
                ),
                (true, false) => (
                    "Your last line is #. Multiply both sides by #, each side as a whole.",
                    "Tu última línea es #. Multiplica los dos lados por #, cada lado entero.",
                ),
                (_, true) => (
                    "Your last line is #. Undo the # on both sides. What does that do to the sign between them?",
                    "Tu última línea es #. Deshaz el # en los dos lados. ¿Qué le pasa al signo de en medio?",
                ),
            };
            fill(both, &[&above, &k])
        }
        (Step::Distribute, _) => fill(
            (
                "Your last line is #. Multiply every term in the bracket by what stands before it.",
                "Tu última línea es #. Multiplica cada término del paréntesis por lo que está delante.",
            ),
            &[&above],
        ),
        (Step::Collect, _) => fill(
            (
                "Your last line is #. Put like terms together.",
                "Tu última línea es #. Junta los términos semejantes.",
            ),
            &[&above],
        ),
        (Step::Common, _) => fill(
            (
                "Your last line is #. Which number do all the denominators divide?",
                "Tu última línea es #. ¿Qué número es múltiplo de todos los denominadores?",
            ),
            &[&above],
        ),
        (Step::Combine, _) => fill(
            match &above {
                Expr::Sum(_) => (
                    "Your last line is #. The parts are alike now: how many are there in all?",
                    "Tu última línea es #. Las partes ya son iguales: ¿cuántas hay en total?",
                ),
                Expr::Mixed(..) => (
                    "Your last line is #. How many parts are in the wholes?",
                    "Tu última línea es #. ¿Cuántas partes hay en los enteros?",
                ),
                _ => (
                    "Your last line is #. Top times top, bottom times bottom.",
                    "Tu última línea es #. Arriba por arriba, abajo por abajo.",
                ),
            },
            &[&above],
        ),
        (Step::Invert, _) => fill(
            (
                "Your last line is #. Dividing by a fraction is multiplying by it turned over. Which one is turned?",
                "Tu última línea es #. Dividir entre una fracción es multiplicar por ella invertida. ¿Cuál se invierte?",
            ),
            &[&above],
        ),
        (Step::Reduce, _) => fill(
            (
                "Your last line is #. Which number divides top and bottom?",
                "Tu última línea es #. ¿Qué número divide arriba y abajo?",
            ),
            &[&above],
        ),
        (Step::Compute, _) => fill(
            (
                "Your last line is #. Which part comes first: brackets, powers, × and ÷, or + and −?",
                "Tu última línea es #. ¿Qué parte va primero: paréntesis, potencias, × y ÷, o + y −?",
            ),
            &[&above],
        ),
        (Step::Convert, _) => {
            let Kind::Amount { unit } = &work.kind else { return None };
            let one = super::slips::quantity(Rational::ONE, unit);
            fill(
                (
                    "Your last line is #. Which is bigger, one of its units or #? How many of one make the other?",
                    "Tu última línea es #. ¿Qué es más grande, una de sus unidades o #? ¿Cuántas de una hacen la otra?",
                ),
                &[&above, &one],
            )
        }
        (Step::Substitute, Some(known)) => fill(
            (
                "You know that #. Put it in place of the letter, in brackets, in a line with both letters.",
                "Sabes que #. Ponlo en lugar de la letra, entre paréntesis, en una línea con las dos letras.",
            ),
            &[known],
        ),
        (Step::Eliminate, Some(letter)) => fill(
            (
                "Multiply the lines so that # has the same number before it in both. Then take one line from the other.",
                "Multiplica las líneas para que # tenga el mismo número delante en las dos. Luego resta una de la otra.",
            ),
            &[letter],
        ),
        (Step::Setup, _) => fill(
            (
                "What is the letter to stand for? Write what the question says with = in the middle.",
                "¿Qué representa la letra? Escribe lo que dice la pregunta con = en medio.",
            ),
            &[],
        ),
        _ => fill(
            (
                "Your last line is #. Do the same on both sides.",
                "Tu última línea es #. Haz lo mismo en los dos lados.",
            ),
            &[&above],
        ),
    }
}

/// A sign for the mark: drawn beside its words, never alone.
pub fn sign(mark: &Mark) -> &'static str {
    match mark {
        Mark::Judged(Verdict::Right(_) | Verdict::Done(_) | Verdict::Aside) => "✓",
        Mark::Judged(Verdict::Same) => "=",
        Mark::Judged(Verdict::Wrong { .. }) | Mark::Struck(_) => "✗",
        Mark::Judged(Verdict::Unfit(_)) => "?",
        Mark::Scratch => "✎",
        Mark::Open => "",
    }
}

/// A line as it is drawn; words where it cannot be read.
pub fn drawn(work: &Work, text: &str, mark: DecimalMark) -> Text {
    let own = text.trim_start_matches([super::STRUCK, super::SCRATCH]).trim();
    if text.starts_with(super::SCRATCH) {
        // Letters side by side are a word, not a product.
        let letters = |(one, next): (char, char)| one.is_alphabetic() && next.is_alphabetic();
        let read = work.read(own, mark).ok().filter(|_| !own.chars().zip(own.chars().skip(1)).any(letters));
        return read.map_or_else(|| Text::words(own), |read| Text::maths(read.math()));
    }
    let going_on = own
        .strip_prefix('=')
        .filter(|_| !matches!(work.kind, Kind::Equation { .. } | Kind::Inequality { .. }));
    match work.read(going_on.unwrap_or(own), mark) {
        Ok(read) => {
            let maths = read.math();
            match going_on {
                None => Text::maths(maths),
                Some(_) => {
                    let mut row = vec![Math::Op(Op::Equals)];
                    match maths {
                        Math::Row(pieces) => row.extend(pieces),
                        one => row.push(one),
                    }
                    Text::maths(Math::Row(row))
                }
            }
        }
        Err(_) => Text::words(own),
    }
}

/// The start as it stands above the first line.
pub fn start(work: &Work) -> Vec<Text> {
    work.start.iter().filter(|_| work.shown).map(|line| Text::maths(line.math())).collect()
}
