//! The few sentences about cells, in both languages: what their columns are called, which one to look at again, and
//! what comes next. None of them says a digit that is not on the paper yet.

use super::super::columns::{Columns, Op, digits};
use super::long::stages;
use super::{Paper, Place, Single, Slip, Step, first_wrong, next};
use crate::content::text::{Span, Text};
use crate::notation::{Locale, Math, Op as Sign};
use crate::num::Rational;

const COLUMNS: [(&str, &str); 9] = [
    ("ones column", "columna de las unidades"),
    ("tens column", "columna de las decenas"),
    ("hundreds column", "columna de las centenas"),
    ("thousands column", "columna de los millares"),
    ("ten thousands column", "columna de las decenas de millar"),
    ("hundred thousands column", "columna de las centenas de millar"),
    ("millions column", "columna de los millones"),
    ("ten millions column", "columna de las decenas de millón"),
    ("hundred millions column", "columna de las centenas de millón"),
];

fn pick(locale: Locale, (en, es): (&'static str, &'static str)) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Es => es,
    }
}

/// What a column of whole numbers is called, counted from the ones, which are 0.
pub fn column(locale: Locale, k: usize) -> String {
    match COLUMNS.get(k) {
        Some(names) => pick(locale, *names).into(),
        None => nth_column(locale, k),
    }
}

/// The same where places have no names of their own here: behind a decimal point, or very far to the left.
pub fn nth_column(locale: Locale, k: usize) -> String {
    match locale {
        Locale::En => format!("column {} from the right", k + 1),
        Locale::Es => format!("columna {} desde la derecha", k + 1),
    }
}

/// What stands in place of a `#`.
enum Fill {
    Words(String),
    Maths(Math),
}

fn number(n: i64) -> Fill {
    Fill::Words(n.to_string())
}

fn sum_of(a: i64, sign: Sign, b: i64) -> Fill {
    let number = |n: i64| Math::number(Rational::integer(n));
    Fill::Maths(Math::Row(vec![number(a), Math::Op(sign), number(b)]))
}

fn filled(locale: Locale, both: (&'static str, &'static str), values: Vec<Fill>) -> Text {
    let mut text = Text::default();
    let mut values = values.into_iter();
    for (k, words) in pick(locale, both).split('#').enumerate() {
        let value = if k > 0 { values.next() } else { None };
        match value {
            Some(Fill::Maths(math)) => text.spans.push(Span::Maths(math)),
            Some(Fill::Words(words)) => text.push_words(&words),
            None => {}
        }
        text.push_words(words);
    }
    text
}

/// Which cell to look at again after a miss. It names what stands there, never what belongs there.
pub fn remark(sum: &Columns, slip: &Slip, locale: Locale) -> Text {
    let say = |both, values: Vec<Fill>| filled(locale, both, values);
    let name = |k: usize| Fill::Words(column(locale, k));
    let nth = || number(slip.nth as i64);
    let mut text = match (slip.place, slip.written) {
        (Place::Rest, _) => say(("Look at the remainder first.", "Mira primero el residuo."), vec![]),
        (Place::Result(_), Some(_)) if sum.op == Op::Over && slip.nth > stages_begun(sum) => {
            say(("Look at the end of the quotient first.", "Mira primero el final del cociente."), vec![])
        }
        (Place::Result(_), Some(digit)) if sum.op == Op::Over => say(
            (
                "Look at digit # of the quotient first: does the # belong there?",
                "Mira primero el dígito # del cociente: ¿va ahí el #?",
            ),
            vec![nth(), number(digit)],
        ),
        (Place::Result(_), None) if sum.op == Op::Over => {
            say(("Digit # of the quotient is missing.", "Falta el dígito # del cociente."), vec![nth()])
        }
        (Place::Result(k), Some(digit)) => say(
            ("Look at the # first: does the # belong there?", "Mira primero la #: ¿va ahí el #?"),
            vec![name(k), number(digit)],
        ),
        (Place::Result(k), None) => {
            say(("A digit is missing in the #.", "Falta un dígito en la #."), vec![name(k)])
        }
        (Place::Row(r, k), Some(digit)) => say(
            (
                "Look at line # of your working first, in the #: does the # belong there?",
                "Mira primero la línea # de tu cálculo, en la #: ¿va ahí el #?",
            ),
            vec![number(r as i64 + 1), name(k), number(digit)],
        ),
        (Place::Row(r, k), None) => say(
            (
                "In line # of your working a digit is missing in the #.",
                "En la línea # de tu cálculo falta un dígito en la #.",
            ),
            vec![number(r as i64 + 1), name(k)],
        ),
    };
    if let Some(mark) = slip.mark {
        let more = say(
            (
                " It follows from your mark #. Where does that come from?",
                " Sale de tu marca #. ¿De dónde viene la marca?",
            ),
            vec![number(mark)],
        );
        more.spans.into_iter().for_each(|span| match span {
            Span::Words(words) => text.push_words(&words),
            span => text.spans.push(span),
        });
    }
    if slip.gone_on {
        text.push_words(pick(
            locale,
            (
                " What you wrote after it follows from it: mend it, and go on from there.",
                " Lo que escribiste después sale de ahí: corrígelo y sigue desde ahí.",
            ),
        ));
    }
    text
}

fn stages_begun(sum: &Columns) -> usize {
    stages(sum).iter().filter(|stage| stage.begun).count()
}

/// A hint for the learner's own next cell: of a draft the next empty one, of a checked answer the first wrong one.
pub fn hint(sum: &Columns, draft: &str, mine: Option<&str>, locale: Locale) -> Option<Text> {
    let paper = Paper::read(draft);
    let checked = mine == Some(draft);
    let slip = first_wrong(sum, &paper).filter(|_| checked);
    let place = match &slip {
        Some(slip) => slip.place,
        None => next(sum, &paper).filter(|_| !checked)?,
    };
    let step = slip.map(|slip| (slip.step, slip.nth));
    Some(match place {
        Place::Result(k) if sum.op == Op::Over => {
            quotient(sum, step.map_or(Err(k), |(_, nth)| Ok(nth)), locale)
        }
        Place::Rest => filled(
            locale,
            (
                "When every digit is used: what is left that # does not go into?",
                "Cuando se usaron todos los dígitos: ¿qué queda que ya no alcanza para #?",
            ),
            vec![number(sum.bottom)],
        ),
        Place::Row(..) if sum.op == Op::Over => back(sum, step.map(|(step, _)| step), locale),
        Place::Row(r, k) => row(sum, r, k, locale),
        Place::Result(k) if sum.op == Op::Times && sum.bottom > 9 => filled(
            locale,
            ("Add the lines of your working, in the #.", "Suma las líneas de tu cálculo, en la #."),
            vec![Fill::Words(column(locale, k))],
        ),
        Place::Result(k) => single(sum, k, locale),
    })
}

/// How often the divisor goes in: at this digit of the quotient, or over this column.
fn quotient(sum: &Columns, which: Result<usize, usize>, locale: Locale) -> Text {
    let all = stages(sum);
    let mut begun = all.iter().filter(|stage| stage.begun);
    let stage = match which {
        Ok(nth) => begun.nth(nth.saturating_sub(1)),
        Err(column) => begun.find(|stage| stage.column == column),
    };
    let Some(stage) = stage else {
        return filled(
            locale,
            (
                "A quotient has one digit for each digit that is brought down.",
                "El cociente tiene un dígito por cada dígito que se baja.",
            ),
            vec![],
        );
    };
    filled(
        locale,
        (
            "How many times does # go into #? Write that digit, even if it is 0. Then multiply back, take away, and bring the next digit down.",
            "¿Cuántas veces cabe # en #? Escribe ese dígito, aunque sea 0. Luego multiplica, resta y baja el siguiente dígito.",
        ),
        vec![number(sum.bottom), number(stage.now)],
    )
}

fn back(sum: &Columns, step: Option<Step>, locale: Locale) -> Text {
    let both = match step {
        Some(Step::Product) => (
            "That line is the last digit of the quotient times #.",
            "Esa línea es el último dígito del cociente por #.",
        ),
        Some(Step::BringDown) => (
            "Bring the next digit of the number down beside what is left. Less than # is left.",
            "Baja el siguiente dígito del número junto a lo que queda. Queda menos de #.",
        ),
        _ => (
            "Take the lower number from the one above it. What is left is less than #.",
            "Resta el número de abajo del de arriba. Lo que queda es menos de #.",
        ),
    };
    filled(locale, both, vec![number(sum.bottom)])
}

/// A partial product.
fn row(sum: &Columns, r: usize, k: usize, locale: Locale) -> Text {
    let digit = digits(sum.bottom).get(r).copied().unwrap_or(0);
    let times = Columns { op: Op::Times, top: sum.top, bottom: digit };
    let a = k.checked_sub(r).and_then(|k| digits(sum.top).get(k).copied());
    let line = number(r as i64 + 1);
    match a {
        Some(a) => {
            let both = if Single(&times).carry(k - r) > 0 {
                (
                    "Line # is # times the # of #. In the #: #, and what was carried.",
                    "La línea # es # por el # de #. En la #: #, y lo que llevas.",
                )
            } else {
                ("Line # is # times the # of #. In the #: #.", "La línea # es # por el # de #. En la #: #.")
            };
            let name = Fill::Words(column(locale, k));
            filled(
                locale,
                both,
                vec![
                    line,
                    number(sum.top),
                    number(digit),
                    number(sum.bottom),
                    name,
                    sum_of(a, Sign::Times, digit),
                ],
            )
        }
        None if k < r => filled(
            locale,
            (
                "Line # is for the # of #. Which place does that # stand in, and where does the line end?",
                "La línea # es para el # de #. ¿En qué lugar está ese #, y dónde termina la línea?",
            ),
            vec![line, number(digit), number(sum.bottom), number(digit)],
        ),
        None => carried(k, locale),
    }
}

fn carried(k: usize, locale: Locale) -> Text {
    filled(
        locale,
        ("Is anything carried into the #?", "¿Se lleva algo a la #?"),
        vec![Fill::Words(column(locale, k))],
    )
}

/// Sums, differences, and products by one digit.
fn single(sum: &Columns, k: usize, locale: Locale) -> Text {
    let single = Single(sum);
    let ((a, b), over) = (single.digits(k), single.carry(k));
    let name = Fill::Words(column(locale, k));
    let say = |both, values: Vec<Fill>| filled(locale, both, values);
    let beyond = |n: i64| k >= digits(n).len();
    match sum.op {
        Op::Minus => {
            let next_is_zero = digits(sum.top).get(k + 1) == Some(&0);
            let short = a - over < b;
            match (short, over > 0) {
                // A 0 that was traded for got ten, and gave one of them on: nothing is short there.
                (_, true) if a == 0 => say(
                    (
                        "In the # the 0 became 10, and one of those was traded away. What is left? Take # from that.",
                        "En la # el 0 pasó a ser 10, y de esos se cambió 1. ¿Cuánto queda? Quita # de eso.",
                    ),
                    vec![name, number(b)],
                ),
                (true, _) if next_is_zero => say(
                    (
                        "In the # there are too few to take # away. To its left stands 0, so trade one further left first.",
                        "En la # no alcanza para quitar #. A su izquierda hay 0, así que cambia primero uno de más a la izquierda.",
                    ),
                    vec![name, number(b)],
                ),
                (true, _) => say(
                    (
                        "In the # there are too few to take # away. Trade one from the column to its left for ten here.",
                        "En la # no alcanza para quitar #. Cambia uno de la columna de la izquierda por diez de aquí.",
                    ),
                    vec![name, number(b)],
                ),
                (false, true) => say(
                    (
                        "In the # one of the # was traded away. What is left? Take # from that.",
                        "En la # ya se cambió 1 de #. ¿Cuánto queda? Quita # de eso.",
                    ),
                    vec![name, number(a), number(b)],
                ),
                (false, false) => say(("In the #: #.", "En la #: #."), vec![name, sum_of(a, Sign::Minus, b)]),
            }
        }
        Op::Times if beyond(sum.top) => carried(k, locale),
        _ if sum.op != Op::Times && beyond(sum.top) && beyond(sum.bottom) => carried(k, locale),
        op => {
            let sign = if op == Op::Times { Sign::Times } else { Sign::Plus };
            let both = if over > 0 {
                ("In the #: #, and then add what was carried.", "En la #: #, y luego suma lo que llevas.")
            } else {
                (
                    "In the #: #. Write the ones of that; tens are carried to the left.",
                    "En la #: #. Escribe las unidades de eso; las decenas se llevan a la izquierda.",
                )
            };
            say(both, vec![name, sum_of(a, sign, b)])
        }
    }
}
