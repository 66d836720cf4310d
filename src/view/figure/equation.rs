//! The written forms that figures type besides numbers, read back so that a figure shows what was typed: points,
//! lists, products, inequalities of one letter, and lines. Total and small; what it cannot read it leaves alone.

use crate::content::Locale;
use crate::content::figure::{Edge, Point, Relation};
use crate::notation::read;
use crate::num::Rational;

pub fn number(text: &str, locale: Locale) -> Option<Rational> {
    read(text, locale.decimal_mark()).ok().map(|written| written.value)
}

/// `(1, 2)`, and lists of points with or without braces round them.
pub fn points(text: &str, locale: Locale) -> Vec<Point> {
    let inside = text.trim().trim_start_matches('{').trim_end_matches('}');
    let pair = |part: &str| {
        let (x, y) = part.split_once('(')?.1.split_once(',')?;
        Some((number(x, locale)?, number(y, locale)?))
    };
    inside.split(')').filter(|part| part.contains('(')).filter_map(pair).collect()
}

/// `4 × 6`.
pub fn product(text: &str, locale: Locale) -> Option<(Rational, Rational)> {
    let (a, b) = text.split_once(['×', '*', 'x', '·'])?;
    Some((number(a, locale)?, number(b, locale)?))
}

/// `x > 3`, `-2 <= x < 5`: the lower and the upper end, each with whether it is left out.
pub type Ends = (Option<(Rational, bool)>, Option<(Rational, bool)>);

pub fn ends(text: &str, locale: Locale) -> Option<Ends> {
    let (parts, signs) = by_relation(text);
    let end = |text: &str, sign: Relation| number(text, locale).map(|at| (at, sign.is_strict()));
    match (&parts[..], &signs[..]) {
        ([low, middle, high], [first, second]) if is_letter(middle) => {
            let (low, high) = if first.is_greater() { (high, low) } else { (low, high) };
            let (first, second) = if first.is_greater() { (*second, *first) } else { (*first, *second) };
            Some((end(low, first), end(high, second)))
        }
        ([left, right], [sign]) => {
            let (value, greater) =
                if is_letter(left) { (right, sign.is_greater()) } else { (left, !sign.is_greater()) };
            let end = end(value, *sign)?;
            Some(if greater { (Some(end), None) } else { (None, Some(end)) })
        }
        _ => None,
    }
}

/// The pieces between relation signs, and the signs.
fn by_relation(text: &str) -> (Vec<String>, Vec<Relation>) {
    let (mut parts, mut signs) = (vec![String::new()], Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("<=") || rest.starts_with(">=") { 2 } else { first.len_utf8() };
        match Relation::read(&rest[..length]) {
            Some(sign) => {
                signs.push(sign);
                parts.push(String::new());
            }
            None => parts.last_mut().into_iter().for_each(|part| part.push(first)),
        }
        rest = &rest[length..];
    }
    (parts, signs)
}

fn is_letter(text: &str) -> bool {
    let mut letters = text.trim().chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// `y = 2x - 4`, `x = 3`, or any equation of first degree in x and y.
pub fn line(text: &str, locale: Locale) -> Option<Edge> {
    let (left, right) = text.split_once('=')?;
    edge(linear(left, locale)?, linear(right, locale)?).map(|(edge, _)| edge)
}

/// `y <= 2x - 4`.
pub fn region(text: &str, locale: Locale) -> Option<(Relation, Edge)> {
    let (parts, signs) = by_relation(text);
    let ([left, right], [sign]) = (&parts[..], &signs[..]) else { return None };
    let (edge, turned) = edge(linear(left, locale)?, linear(right, locale)?)?;
    Some((Relation::of(sign.is_greater() != turned, sign.is_strict()), edge))
}

/// `y = 2(x - 1)^2 + 3`: how steep it is, and its highest or lowest point.
pub fn parabola(text: &str, locale: Locale) -> Option<(Rational, Point)> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (square, rest) = text.strip_prefix("y=")?.split_once("^2")?;
    let (factor, h) = match square.strip_suffix('x') {
        Some(factor) => (factor, Rational::ZERO),
        None => {
            let (factor, inside) = square.strip_suffix(')')?.rsplit_once('(')?;
            (factor, number(inside.strip_prefix('x')?, locale)?.negated()?)
        }
    };
    let a = match factor {
        "" => Rational::ONE,
        "-" => Rational::integer(-1),
        factor => number(&factor.replace(['(', ')'], ""), locale)?,
    };
    let k = if rest.is_empty() { Rational::ZERO } else { number(rest, locale)? };
    (a != Rational::ZERO).then_some((a, (h, k)))
}

/// Left minus right, solved for y, or for x where there is no y; and whether that turned the relation round.
fn edge(left: Linear, right: Linear) -> Option<(Edge, bool)> {
    let [a, b, c] = [0, 1, 2].map(|k| left[k].minus(right[k]));
    let (a, b, c) = (a?, b?, c?);
    if b == Rational::ZERO {
        return Some((Edge::Vertical(c.negated()?.over(a)?), a < Rational::ZERO));
    }
    let edge = Edge::Sloped { slope: a.negated()?.over(b)?, start: c.negated()?.over(b)? };
    Some((edge, b < Rational::ZERO))
}

/// Factors of x and of y, and what stands alone.
type Linear = [Rational; 3];

fn linear(text: &str, locale: Locale) -> Option<Linear> {
    let mut sum = [Rational::ZERO; 3];
    for term in terms(text)? {
        let (which, factor) = if let Some(factor) = of_letter(&term, 'x') {
            (0, factor)
        } else if let Some(factor) = of_letter(&term, 'y') {
            (1, factor)
        } else {
            (2, term)
        };
        let factor = match factor.trim().trim_end_matches(['*', '·', '×']).trim() {
            "" | "+" if which < 2 => Rational::ONE,
            "-" if which < 2 => Rational::integer(-1),
            written => number(&written.replace(['(', ')'], ""), locale)?,
        };
        sum[which] = sum[which].plus(factor)?;
    }
    Some(sum)
}

/// `3/2x` and `3x/2` without their letter.
fn of_letter(term: &str, letter: char) -> Option<String> {
    let (before, after) = term.split_once(letter)?;
    match after.trim() {
        "" => Some(before.into()),
        over if over.starts_with('/') => {
            let one = matches!(before.trim(), "" | "+" | "-");
            Some([before, if one { "1" } else { "" }, over].concat())
        }
        _ => None,
    }
}

/// A sum, sign by sign.
fn terms(text: &str) -> Option<Vec<String>> {
    let mut terms: Vec<String> = vec![String::new()];
    for c in text.chars().take(64) {
        let last = terms.last_mut()?;
        match c {
            '+' | '-' | '\u{2212}' if !matches!(last.trim(), "" | "-" | "(" | "-(") => {
                terms.push(if c == '+' { String::new() } else { "-".into() });
            }
            '+' => {}
            '\u{2212}' => last.push('-'),
            _ => last.push(c),
        }
    }
    terms.retain(|term| !term.trim().is_empty());
    (!terms.is_empty()).then_some(terms)
}

/// A line as it is typed.
pub fn written_line(edge: Edge, sign: &str) -> String {
    match edge {
        Edge::Vertical(x) => format!("x {sign} {x}"),
        Edge::Sloped { slope, start } => format!("y {sign} {}", first_degree(slope, start)),
    }
}

fn first_degree(slope: Rational, start: Rational) -> String {
    let x = match slope {
        Rational::ZERO => return start.to_string(),
        Rational::ONE => "x".into(),
        slope if slope == Rational::integer(-1) => "-x".into(),
        slope if slope.is_integer() => format!("{slope}x"),
        // 1/2x could be read as one over 2x.
        slope if slope < Rational::ZERO => format!("-({}/{})x", slope.num().unsigned_abs(), slope.den()),
        slope => format!("({slope})x"),
    };
    x + &added(start)
}

/// ` + 3`, ` - 3` or nothing.
pub fn added(value: Rational) -> String {
    match value {
        Rational::ZERO => String::new(),
        value if value < Rational::ZERO => [" - ", &value.to_string()[1..]].concat(),
        value => [" + ", &value.to_string()].concat(),
    }
}

pub fn written_point((x, y): Point) -> String {
    format!("({x}, {y})")
}

/// `{(1, 2), (3, 4)}`, or one point alone.
pub fn written_points(points: &[Point]) -> String {
    let all: Vec<String> = points.iter().map(|point| written_point(*point)).collect();
    match &all[..] {
        [one] => one.clone(),
        all => ["{", &all.join(", "), "}"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_line(text: &str, expected: &str) {
        let found = line(text, Locale::En).map_or("none".into(), |edge| written_line(edge, "="));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lines_are_read_in_every_form_of_first_degree() {
        check_line("y = 2x - 4", "y = 2x - 4");
        check_line("y=-x", "y = -x");
        check_line("y = 3/2x + 1", "y = (3/2)x + 1");
        check_line("y = (3/2)x + 1", "y = (3/2)x + 1");
        check_line("y = -(1/2)x", "y = -(1/2)x");
        check_line("y = x/2 - 1", "y = (1/2)x - 1");
        check_line("2x - y = 4", "y = 2x - 4");
        check_line("4 = 2x - y", "y = 2x - 4");
        check_line("y = 5", "y = 5");
        check_line("x = 3", "x = 3");
        check_line("2x = 6", "x = 3");
        check_line("y = x^2", "none");
        check_line("y = ", "none");
        check_line("hello", "none");
    }

    #[test]
    fn parabolas_are_read_as_they_are_written() {
        let check = |text: &str, expected: &str| {
            let found = parabola(text, Locale::En);
            assert_eq!(
                found.map_or("none".into(), |(a, top)| format!("{a} at {}", written_point(top))),
                expected,
                "{text}"
            );
        };
        check("y = 2(x - 1)^2 + 3", "2 at (1, 3)");
        check("y = -(1/2)(x + 2)^2", "-1/2 at (-2, 0)");
        check("y = -x^2 - 3", "-1 at (0, -3)");
        check("y = x^2", "1 at (0, 0)");
        check("y = 2x - 1", "none");
        check("y = (x)^2", "none");
    }

    #[test]
    fn a_region_keeps_its_side_when_it_is_solved_for_y() {
        let check = |text: &str, expected: &str| {
            let found = region(text, Locale::En)
                .map_or("none".into(), |(sign, edge)| written_line(edge, sign.sign()));
            assert_eq!(found, expected, "{text}");
        };
        check("y <= 2x - 4", "y <= 2x - 4");
        check("y ≥ 1", "y >= 1");
        check("2x - y < 4", "y > 2x - 4");
        check("3 > x", "x < 3");
        check("x > -2", "x > -2");
        check("1 < 2", "none");
    }

    #[test]
    fn inequalities_of_one_letter_have_ends() {
        let check = |text: &str, expected: &str| {
            let told = |end: Option<(Rational, bool)>| {
                end.map_or("no end".into(), |(at, open)| format!("{at}{}", if open { " open" } else { "" }))
            };
            let found = ends(text, Locale::En).map(|(low, high)| format!("{}, {}", told(low), told(high)));
            assert_eq!(found.unwrap_or("none".into()), expected, "{text}");
        };
        check("x > 3", "3 open, no end");
        check("3 >= x", "no end, 3");
        check("-2 <= x < 5", "-2, 5 open");
        check("5 > n >= -2", "-2, 5 open");
        check("1/2 < x", "1/2 open, no end");
        check("x > ", "none");
        check("x", "none");
    }

    #[test]
    fn points_and_lists_are_read_with_their_brackets() {
        let told = |text: &str| written_points(&points(text, Locale::En));
        assert_eq!(told("(2, -3)"), "(2, -3)");
        assert_eq!(told("{(1, 2), (3, 1/2)}"), "{(1, 2), (3, 1/2)}");
        assert_eq!(told("(1, 2), (3, 4)"), "{(1, 2), (3, 4)}");
        assert_eq!(told("(1, "), "{}");
        let two = product("4 × 6", Locale::En).map(|(a, b)| (a.num(), b.num()));
        assert_eq!(two, Some((4, 6)));
    }
}
