//! Maths as spoken words, in both languages. Fractions are words ("three fourths"); other numbers stay digits,
//! which every voice reads well.

use super::math::is_prefix;
use super::{Locale, Math, Op};
use std::sync::OnceLock;

/// What a voice or a screen reader says.
pub fn speak(math: &Math, locale: Locale) -> String {
    match math {
        Math::Number(digits) => digits.replace(',', ""),
        Math::Letter(c) => c.to_string(),
        Math::Op(op) => op_words(*op, locale).into(),
        Math::Blank => pick(locale, "blank", "casilla vacía").into(),
        Math::Fraction(num, den) => fraction(num, den, locale),
        Math::Mixed(whole, num, den) => {
            let and = pick(locale, "and", "y");
            format!("{} {and} {}", part(whole, locale), fraction(num, den, locale))
        }
        Math::Group(inside) => {
            let open = pick(locale, "open parenthesis", "abre paréntesis");
            let close = pick(locale, "close parenthesis", "cierra paréntesis");
            format!("{open} {} {close}", speak(inside, locale))
        }
        Math::Row(row) => spoken_row(row, locale),
        Math::Words(words) => words.clone(),
        Math::Hole(_) => String::new(),
        wider => speak_wider(wider, locale),
    }
}

/// Words for what a first question hardly ever holds: powers, roots, sets, functions. In a browser they come with the
/// drawing of written maths; until then such maths is told as it is typed.
static WIDER: OnceLock<fn(&Math, Locale) -> String> = OnceLock::new();

/// Brings them in. Nothing else in the first module may name them.
pub fn open() {
    let _ = WIDER.set(wider);
}

fn speak_wider(math: &Math, locale: Locale) -> String {
    #[cfg(not(target_family = "wasm"))]
    open();
    WIDER.get().map_or_else(|| math.to_string(), |wider| wider(math, locale))
}

fn wider(math: &Math, locale: Locale) -> String {
    match math {
        Math::Fenced(open, inside, close) => fenced(open, inside, close, locale),
        Math::Power(base, exponent) => power(base, exponent, locale),
        Math::Root(degree, inside) => root(degree.as_deref(), inside, locale),
        Math::Lowered(name, base) if **name == Math::Name("log".into()) => {
            format!("{} {}", pick(locale, "log base", "logaritmo en base"), speak(base, locale))
        }
        Math::Lowered(letter, index) => {
            format!("{} sub {}", speak(letter, locale), speak(index, locale))
        }
        Math::Name(name) => name_words(name, locale),
        plain => speak(plain, locale),
    }
}

fn spoken_row(row: &[Math], locale: Locale) -> String {
    let say = |(k, piece): (usize, &Math)| match piece {
        Math::Op(Op::Dollar) if matches!(row.get(k + 1), Some(Math::Number(_))) => String::new(),
        Math::Number(digits) if k > 0 && row[k - 1] == Math::Op(Op::Dollar) => {
            let dollars =
                if digits == "1" { pick(locale, "dollar", "dólar") } else { op_words(Op::Dollar, locale) };
            format!("{} {dollars}", speak(piece, locale))
        }
        Math::Root(..) if k > 0 && !matches!(row[k - 1], Math::Op(_)) && !is_function(&row[k - 1]) => {
            format!("{} {}", op_words(Op::Times, locale), speak(piece, locale))
        }
        Math::Op(Op::Minus) if is_prefix(row, k) && row.len() > 1 => pick(locale, "negative", "menos").into(),
        Math::Group(inside) if !is_long(inside) && k > 0 && is_function(&row[k - 1]) => {
            format!("{} {}", pick(locale, "of", "de"), speak(inside, locale))
        }
        piece => speak(piece, locale),
    };
    let words: Vec<String> = row.iter().enumerate().map(say).filter(|words| !words.is_empty()).collect();
    words.join(" ").replace(" ,", ",")
}

fn is_function(math: &Math) -> bool {
    matches!(math, Math::Name(name) if name.len() > 1 && name.is_ascii())
        || matches!(math, Math::Lowered(name, _) if is_function(name))
}

fn pick(locale: Locale, en: &'static str, es: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Es => es,
    }
}

fn op_words(op: Op, locale: Locale) -> &'static str {
    let (en, es) = match op {
        Op::Plus => ("plus", "más"),
        Op::Minus => ("minus", "menos"),
        Op::Times => ("times", "por"),
        Op::Over => ("divided by", "entre"),
        Op::Equals => ("equals", "es igual a"),
        Op::NotEquals => ("is not equal to", "no es igual a"),
        Op::Less => ("is less than", "es menor que"),
        Op::Greater => ("is greater than", "es mayor que"),
        Op::AtMost => ("is at most", "es menor o igual que"),
        Op::AtLeast => ("is at least", "es mayor o igual que"),
        Op::Comma => (",", ","),
        Op::Dollar => ("dollars", "dólares"),
        Op::Percent => ("percent", "por ciento"),
        Op::PlusMinus => ("plus or minus", "más menos"),
        Op::Ratio => ("to", "a"),
        Op::Union => ("union", "unión"),
        Op::And => ("and", "y"),
        Op::Or => ("or", "o"),
        Op::Not => ("not", "no"),
    };
    pick(locale, en, es)
}

fn fenced(open: &str, inside: &Math, close: &str, locale: Locale) -> String {
    let words = speak(inside, locale);
    let opening = match open {
        "|" => {
            let end = if is_long(inside) {
                pick(locale, ", end absolute value", ", fin del valor absoluto")
            } else {
                ""
            };
            return format!("{} {words}{end}", pick(locale, "the absolute value of", "el valor absoluto de"));
        }
        "{" => return format!("{} {words}", pick(locale, "the set", "el conjunto")),
        "[" => pick(locale, "open bracket", "abre corchete"),
        _ => pick(locale, "open parenthesis", "abre paréntesis"),
    };
    let closing = match close {
        "]" => pick(locale, "close bracket", "cierra corchete"),
        _ => pick(locale, "close parenthesis", "cierra paréntesis"),
    };
    format!("{opening} {words} {closing}")
}

/// More than one piece: a voice must say where it ends.
fn is_long(math: &Math) -> bool {
    matches!(math, Math::Row(row) if row.len() > 1 && !is_negative_number(row))
}

fn is_negative_number(row: &[Math]) -> bool {
    matches!(row, [Math::Op(Op::Minus), Math::Number(_)])
}

/// "x squared", "x cubed", "x to the fourth power", "2 to the power of n plus 1, end power".
fn power(base: &Math, exponent: &Math, locale: Locale) -> String {
    let base = speak(base, locale);
    let end = if is_long(exponent) { pick(locale, ", end power", ", fin del exponente") } else { "" };
    match (small(exponent), locale) {
        (Some(2), _) => format!("{base} {}", pick(locale, "squared", "al cuadrado")),
        (Some(3), _) => format!("{base} {}", pick(locale, "cubed", "al cubo")),
        (Some(n @ 1..100), Locale::En) => format!("{base} to the {} power", ordinal_en(n)),
        (_, Locale::En) => format!("{base} to the power of {}{end}", speak(exponent, locale)),
        (_, Locale::Es) => format!("{base} elevado a {}{end}", speak(exponent, locale)),
    }
}

fn root(degree: Option<&Math>, inside: &Math, locale: Locale) -> String {
    let words = speak(inside, locale);
    let end = if is_long(inside) { pick(locale, ", end root", ", fin de la raíz") } else { "" };
    let inside = format!("{words}{end}");
    match (degree.and_then(small), degree, locale) {
        (_, None, _) => format!("{} {inside}", pick(locale, "the square root of", "la raíz cuadrada de")),
        (Some(3), ..) => format!("{} {inside}", pick(locale, "the cube root of", "la raíz cúbica de")),
        (Some(n), _, Locale::En) if n > 3 => format!("the {} root of {inside}", ordinal_en(n)),
        (_, Some(degree), Locale::En) => format!("the root of order {} of {inside}", speak(degree, locale)),
        (_, Some(degree), Locale::Es) => format!("la raíz de índice {} de {inside}", speak(degree, locale)),
    }
}

/// Names that a voice would spell.
fn name_words(name: &str, locale: Locale) -> String {
    match name {
        "π" => "pi".into(),
        "∞" => pick(locale, "infinity", "infinito").into(),
        "sin" => pick(locale, "sine", "seno").into(),
        "cos" => pick(locale, "cosine", "coseno").into(),
        "tan" => pick(locale, "tangent", "tangente").into(),
        "ln" => pick(locale, "natural log", "logaritmo natural").into(),
        "log" => pick(locale, "log", "logaritmo").into(),
        "!" => "factorial".into(),
        "R" => pick(locale, "remainder", "residuo").into(),
        name => name.into(),
    }
}

fn fraction(num: &Math, den: &Math, locale: Locale) -> String {
    let named = small(num).zip(small(den)).and_then(|(num, den)| named(num, den, locale));
    named.unwrap_or_else(|| {
        let over = pick(locale, "over", "sobre");
        let told = format!("{} {over} {}", part(num, locale), part(den, locale));
        let nested = |part: &Math| is_long(part) || matches!(part, Math::Fraction(..) | Math::Mixed(..));
        if !(nested(num) || nested(den)) {
            return told;
        }
        let (begin, end) =
            (pick(locale, "the fraction", "la fracción"), pick(locale, "end fraction", "fin de la fracción"));
        format!("{begin} {told}, {end}")
    })
}

/// A part of a fraction or mixed number: a word when it is a small number.
fn part(math: &Math, locale: Locale) -> String {
    small(math).map_or_else(|| speak(math, locale), |n| cardinal(n, locale))
}

fn small(math: &Math) -> Option<u32> {
    match math {
        Math::Number(digits) => digits.parse().ok().filter(|n| *n < 1000),
        _ => None,
    }
}

/// "three fourths", for denominators that have a name.
fn named(num: u32, den: u32, locale: Locale) -> Option<String> {
    let one = num == 1;
    let (top, bottom) = match locale {
        Locale::En => (cardinal(num, locale), denominator_en(den, one)?),
        Locale::Es => (shortened(&cardinal(num, locale)), denominator_es(den, one)?),
    };
    Some(format!("{top} {bottom}"))
}

/// Before a noun Spanish says "un", "veintiún", "treinta y un".
fn shortened(number: &str) -> String {
    match number.strip_suffix("uno") {
        Some("veinti") => "veintiún".into(),
        Some(rest) => format!("{rest}un"),
        None => number.into(),
    }
}

fn denominator_en(den: u32, one: bool) -> Option<String> {
    let plural = if one { "" } else { "s" };
    match den {
        0 | 1 => None,
        2 => Some(if one { "half".into() } else { "halves".into() }),
        100 => Some(format!("hundredth{plural}")),
        3..100 => Some(format!("{}{plural}", ordinal_en(den))),
        _ => None,
    }
}

fn ordinal_en(n: u32) -> String {
    let irregular = match n {
        1 => "first",
        2 => "second",
        3 => "third",
        5 => "fifth",
        8 => "eighth",
        9 => "ninth",
        12 => "twelfth",
        _ => "",
    };
    if !irregular.is_empty() {
        return irregular.into();
    }
    match (n / 10, n % 10) {
        (tens, 0) if tens > 1 => format!("{}ieth", cardinal(n, Locale::En).trim_end_matches('y')),
        (tens, ones) if tens > 1 => format!("{}-{}", cardinal(tens * 10, Locale::En), ordinal_en(ones)),
        _ => format!("{}th", cardinal(n, Locale::En)),
    }
}

fn denominator_es(den: u32, one: bool) -> Option<String> {
    let plural = if one { "" } else { "s" };
    let name = match den {
        2 => "medio",
        3 => "tercio",
        4 => "cuarto",
        5 => "quinto",
        6 => "sexto",
        7 => "séptimo",
        8 => "octavo",
        9 => "noveno",
        10 => "décimo",
        100 => "centésimo",
        11..100 => return Some(format!("{}avo{plural}", stem_es(den))),
        _ => return None,
    };
    Some(format!("{name}{plural}"))
}

/// The number as one word before "-avo": onceavo, dieciseisavo, treintaicincoavo.
fn stem_es(n: u32) -> String {
    let plain = cardinal(n, Locale::Es).replace(" y ", "i").replace("séis", "seis").replace("trés", "tres");
    let one_word = plain.replace("dós", "dos").replace("uno", "un");
    if one_word.ends_with('a') { one_word.trim_end_matches('a').into() } else { one_word }
}

/// Whole numbers below 1000 in words.
fn cardinal(n: u32, locale: Locale) -> String {
    match locale {
        Locale::En => cardinal_en(n),
        Locale::Es => cardinal_es(n),
    }
}

const EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] =
    ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn cardinal_en(n: u32) -> String {
    match n {
        0..20 => EN[n as usize].into(),
        20..100 if n.is_multiple_of(10) => EN_TENS[n as usize / 10].into(),
        20..100 => format!("{}-{}", EN_TENS[n as usize / 10], EN[n as usize % 10]),
        100..1000 if n.is_multiple_of(100) => format!("{} hundred", EN[n as usize / 100]),
        100..1000 => format!("{} hundred {}", EN[n as usize / 100], cardinal_en(n % 100)),
        _ => n.to_string(),
    }
}

const ES: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const ES_TENS: [&str; 10] =
    ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const ES_HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

fn cardinal_es(n: u32) -> String {
    match n {
        0..30 => ES[n as usize].into(),
        30..100 if n.is_multiple_of(10) => ES_TENS[n as usize / 10].into(),
        30..100 => format!("{} y {}", ES_TENS[n as usize / 10], ES[n as usize % 10]),
        100 => "cien".into(),
        101..1000 if n.is_multiple_of(100) => ES_HUNDREDS[n as usize / 100].into(),
        101..1000 => format!("{} {}", ES_HUNDREDS[n as usize / 100], cardinal_es(n % 100)),
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::math::parse;

    fn check(source: &str, en: &str, es: &str) {
        let math = parse(source).expect("maths");
        assert_eq!(speak(&math, Locale::En), en);
        assert_eq!(speak(&math, Locale::Es), es);
    }

    #[test]
    fn fractions_have_names() {
        check("3/4", "three fourths", "tres cuartos");
        check("1/2", "one half", "un medio");
        check("5/2", "five halves", "cinco medios");
        check("1 3/4", "one and three fourths", "uno y tres cuartos");
        check("21/12", "twenty-one twelfths", "veintiún doceavos");
        check("31/100", "thirty-one hundredths", "treinta y un centésimos");
        check("7/16", "seven sixteenths", "siete dieciseisavos");
        check("1/20", "one twentieth", "un veinteavo");
        check("2/35", "two thirty-fifths", "dos treintaicincoavos");
        check("1/30", "one thirtieth", "un treintavo");
        check("1/40", "one fortieth", "un cuarentavo");
        check("7/1", "seven over one", "siete sobre uno");
        check("_/6", "blank over six", "casilla vacía sobre seis");
        check("1/1000", "one over 1000", "uno sobre 1000");
    }

    /// Written by hand, for both languages: what a teacher would say so that it can be written down again.
    #[test]
    fn answers_are_spoken_so_that_they_can_be_written_down() {
        let check = |source: &str, en: &str, es: &str| {
            let style = crate::notation::Style::school(crate::notation::DecimalMark::Point).with_units();
            let math = crate::notation::parse(source, style).expect("an answer").math();
            assert_eq!(speak(&math, Locale::En), en, "{source}");
            assert_eq!(speak(&math, Locale::Es), es, "{source}");
        };
        check("x^2", "x squared", "x al cuadrado");
        check("x^3", "x cubed", "x al cubo");
        check("x^4", "x to the fourth power", "x elevado a 4");
        check("2^n", "2 to the power of n", "2 elevado a n");
        check("2^(n+1)", "2 to the power of n plus 1, end power", "2 elevado a n más 1, fin del exponente");
        check("10^-3", "10 to the power of negative 3", "10 elevado a menos 3");
        check("sqrt(2)", "the square root of 2", "la raíz cuadrada de 2");
        check(
            "sqrt(x+1)",
            "the square root of x plus 1, end root",
            "la raíz cuadrada de x más 1, fin de la raíz",
        );
        check("cbrt(8)", "the cube root of 8", "la raíz cúbica de 8");
        check("sqrt[4](x)", "the fourth root of x", "la raíz de índice 4 de x");
        check("|x|", "the absolute value of x", "el valor absoluto de x");
        check("{1, 2}", "the set 1, 2", "el conjunto 1, 2");
        check("[2, 5)", "open bracket 2, 5 close parenthesis", "abre corchete 2, 5 cierra paréntesis");
        check("2pi", "2 pi", "2 pi");
        check("a_1", "a sub 1", "a sub 1");
        check("3:4", "3 to 4", "3 a 4");
        check("5 R 2", "5 remainder 2", "5 residuo 2");
        check("x = ±2", "x equals plus or minus 2", "x es igual a más menos 2");
        check("3 < x <= 7", "3 is less than x is at most 7", "3 es menor que x es menor o igual que 7");
        check(
            "x < 2 or x > 5",
            "x is less than 2 or x is greater than 5",
            "x es menor que 2 o x es mayor que 5",
        );
        check("12500", "12500", "12500");
        check("2sqrt(3)", "2 times the square root of 3", "2 por la raíz cuadrada de 3");
        check("log_2(8)", "log base 2 of 8", "logaritmo en base 2 de 8");
        check("a_{n+1}", "a sub n plus 1", "a sub n más 1");
        check("$3.20", "3.20 dollars", "3.20 dólares");
        check("$1", "1 dollar", "1 dólar");
        check(
            "1/2/3",
            "the fraction one half over three, end fraction",
            "la fracción un medio sobre tres, fin de la fracción",
        );
        check(
            "1/2 ÷ 3/4",
            "the fraction one half over three fourths, end fraction",
            "la fracción un medio sobre tres cuartos, fin de la fracción",
        );
        check("2/3 * 3/5", "two thirds times three fifths", "dos tercios por tres quintos");
        check("sin x", "sine of x", "seno de x");
        check(
            "(x+1)/2",
            "the fraction x plus 1 over two, end fraction",
            "la fracción x más 1 sobre dos, fin de la fracción",
        );
        check("x/2", "x over two", "x sobre dos");
        check("1 1/2 + 3/4", "one and one half plus three fourths", "uno y un medio más tres cuartos");
        check("6.02 x 10^23", "6.02 times 10 to the twenty-third power", "6.02 por 10 elevado a 23");
    }

    #[test]
    fn signs_are_words() {
        check("1/2 + 3", "one half plus 3", "un medio más 3");
        check("5 - 2", "5 minus 2", "5 menos 2");
        check("x > -3", "x is greater than negative 3", "x es mayor que menos 3");
        check("6 ÷ 2 = _", "6 divided by 2 equals blank", "6 entre 2 es igual a casilla vacía");
        check("(2, 3)", "open parenthesis 2, 3 close parenthesis", "abre paréntesis 2, 3 cierra paréntesis");
        check("<", "is less than", "es menor que");
    }
}
