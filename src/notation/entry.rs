//! What a learner types for a number: whole, decimal, fraction or mixed number, in any of the ways people write
//! them. Unreadable input says where and why, as data; the wording is elsewhere, in both languages.

use super::{DecimalMark, Math};
use crate::num::Rational;
use std::fmt;

/// Longer drafts are not read.
pub const MAX_CHARS: usize = 64;

/// A number and the form it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub value: Rational,
    pub form: Form,
}

/// How a number was written, parts as typed: `2/4` stays 2 over 4. A negative mixed number carries the sign on
/// its whole part, or on the numerator when the whole part is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Whole,
    Decimal { places: u8 },
    Fraction { num: i64, den: i64 },
    Mixed { whole: i64, num: i64, den: i64 },
}

/// Why a draft cannot be read, and at which character (counted from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub at: usize,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing but spaces.
    Empty,
    /// A sign that no number has here.
    UnexpectedCharacter(char),
    DenominatorZero,
    /// It stops too early, like `3/`.
    Unfinished,
    /// More digits than the engine computes with.
    TooLarge,
    /// More than [`MAX_CHARS`] characters.
    TooLong,
    /// Commas or points that could be read in two ways, like `1,2,3`.
    Grouping,
    /// Two numbers side by side that are no mixed number, like `1 2`.
    TwoNumbers,
    /// A bracket that is never closed.
    Unclosed(char),
    /// A closing bracket without an opening one, or of the wrong kind.
    Unopened(char),
    /// Nothing where something must stand: before a sign such as `*`, or between brackets.
    Missing,
    /// A word that is neither a unit nor a function here.
    UnknownWord,
    /// Comparisons that point both ways, like `3 < x > 1`.
    MixedDirections,
    /// Brackets within brackets within brackets, or more pieces than are read.
    TooDeep,
}

/// Reads one number as a learner types it. A comma or point that can only be a decimal mark is read as one in
/// every language: `0,75` is three fourths; `1,250` follows `mark`.
pub fn read(draft: &str, mark: DecimalMark) -> Result<Written, Unreadable> {
    let marks = marks(draft)?;
    let end = draft.chars().count();
    let (negative, body) = match marks.split_first() {
        None => return Err(Unreadable { at: 0, why: Why::Empty }),
        Some((Mark { is: Is::Minus, .. }, body)) => (true, body),
        Some((Mark { is: Is::Plus, .. }, body)) => (false, body),
        Some(_) => (false, &marks[..]),
    };
    let size = unsigned(body, mark, end)?;
    if negative { negated(size) } else { Ok(size) }
}

/// One piece of a draft and the character it starts at.
#[derive(Clone, Debug)]
struct Mark {
    at: usize,
    is: Is,
}

#[derive(Clone, Debug)]
enum Is {
    /// Digits with points and commas as typed.
    Digits(String),
    /// A ready-made fraction character.
    Vulgar(i64, i64),
    Slash,
    Minus,
    Plus,
    Other(char),
}

fn marks(draft: &str) -> Result<Vec<Mark>, Unreadable> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut joined = false;
    for (at, c) in draft.chars().enumerate() {
        if at >= MAX_CHARS {
            return Err(Unreadable { at, why: Why::TooLong });
        }
        let digit = c.is_ascii_digit() || c == '.' || c == ',';
        match marks.last_mut() {
            Some(Mark { is: Is::Digits(digits), .. }) if digit && joined => digits.push(c),
            _ if c.is_whitespace() => {}
            _ => marks.push(Mark { at, is: sign(c) }),
        }
        joined = digit;
    }
    Ok(marks)
}

fn sign(c: char) -> Is {
    match c {
        '0'..='9' | '.' | ',' => Is::Digits(c.into()),
        '/' | '\u{2044}' | '\u{2215}' => Is::Slash,
        '-' | '\u{2212}' | '\u{2010}'..='\u{2013}' => Is::Minus,
        '+' => Is::Plus,
        _ => vulgar(c).map_or(Is::Other(c), |(num, den)| Is::Vulgar(num, den)),
    }
}

pub(super) fn vulgar(c: char) -> Option<(i64, i64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    })
}

fn unsigned(marks: &[Mark], mark: DecimalMark, end: usize) -> Result<Written, Unreadable> {
    use Is::{Digits, Slash, Vulgar};
    let unfinished = Err(Unreadable { at: end, why: Why::Unfinished });
    let kinds: Vec<&Is> = marks.iter().map(|mark| &mark.is).collect();
    match kinds[..] {
        [] => unfinished,
        [Digits(digits)] => number(digits, marks[0].at, mark),
        [Vulgar(num, den)] => fraction(*num, *den, &marks[0]),
        [Digits(_), Vulgar(num, den)] => mixed(whole(&marks[0], mark)?, *num, *den, &marks[1]),
        [Digits(_), Slash] => whole(&marks[0], mark).and(unfinished),
        [Digits(_), Slash, Digits(_)] => {
            fraction(whole(&marks[0], mark)?, whole(&marks[2], mark)?, &marks[2])
        }
        [Digits(_), Digits(_), Slash] => whole(&marks[0], mark).and(whole(&marks[1], mark)).and(unfinished),
        [Digits(_), Digits(_), Slash, Digits(_)] => {
            let [whole, num, den] = [0, 1, 3].map(|k| whole(&marks[k], mark));
            mixed(whole?, num?, den?, &marks[3])
        }
        _ => spaced_thousands(marks).unwrap_or_else(|| Err(fault(marks, mark))),
    }
}

/// `1 250 000`: groups of three set apart by spaces.
fn spaced_thousands(marks: &[Mark]) -> Option<Result<Written, Unreadable>> {
    let mut all = String::new();
    for (k, mark) in marks.iter().enumerate() {
        let Is::Digits(digits) = &mark.is else { return None };
        let plain = digits.chars().all(|c| c.is_ascii_digit());
        let fits = if k == 0 { is_first_group(digits) } else { digits.len() == 3 };
        if !(plain && fits) {
            return None;
        }
        all.push_str(digits);
    }
    (marks.len() > 1).then(|| number(&all, marks[0].at, DecimalMark::Point))
}

/// The first piece that keeps the draft from being a number.
fn fault(marks: &[Mark], mark: DecimalMark) -> Unreadable {
    let unexpected = |mark: &Mark, c| Unreadable { at: mark.at, why: Why::UnexpectedCharacter(c) };
    let mut slash = false;
    for (k, piece) in marks.iter().enumerate() {
        let before = k.checked_sub(1).map(|k| &marks[k].is);
        match (&piece.is, before) {
            (Is::Other(c), _) => return unexpected(piece, *c),
            (Is::Minus, _) => return unexpected(piece, '-'),
            (Is::Plus, _) => return unexpected(piece, '+'),
            (Is::Slash, Some(Is::Digits(_))) if !slash => slash = true,
            (Is::Slash, _) => return unexpected(piece, '/'),
            (_, Some(Is::Digits(_) | Is::Vulgar(..))) => {
                return Unreadable { at: piece.at, why: Why::TwoNumbers };
            }
            (Is::Digits(digits), _) => match number(digits, piece.at, mark) {
                Ok(_) => {}
                Err(unreadable) => return unreadable,
            },
            (Is::Vulgar(..), _) => {}
        }
    }
    let at = marks.last().map_or(0, |mark| mark.at);
    Unreadable { at, why: Why::UnexpectedCharacter('/') }
}

fn fraction(num: i64, den: i64, at: &Mark) -> Result<Written, Unreadable> {
    let zero = Unreadable { at: at.at, why: Why::DenominatorZero };
    let value = Rational::new(num, den).ok_or(zero)?;
    Ok(Written { value, form: Form::Fraction { num, den } })
}

fn mixed(whole: i64, num: i64, den: i64, at: &Mark) -> Result<Written, Unreadable> {
    let part = fraction(num, den, at)?.value;
    let large = Unreadable { at: 0, why: Why::TooLarge };
    let value = part.plus(Rational::integer(whole)).ok_or(large)?;
    Ok(Written { value, form: Form::Mixed { whole, num, den } })
}

/// A number that must be whole, because a slash or a fraction stands beside it.
fn whole(mark: &Mark, decimal: DecimalMark) -> Result<i64, Unreadable> {
    let Is::Digits(digits) = &mark.is else {
        return Err(Unreadable { at: mark.at, why: Why::Unfinished });
    };
    let written = number(digits, mark.at, decimal)?;
    match (written.form, written.value.as_integer()) {
        (Form::Whole, Some(n)) => Ok(n),
        _ => {
            let k = digits.chars().position(|c| !c.is_ascii_digit()).unwrap_or(0);
            let c = digits.chars().nth(k).unwrap_or('.');
            Err(Unreadable { at: mark.at + k, why: Why::UnexpectedCharacter(c) })
        }
    }
}

/// Digits with points and commas as plain digits with a point; as many as were typed.
pub(super) fn plain_digits(digits: &str, at: usize, mark: DecimalMark) -> Result<String, Unreadable> {
    let (whole, decimals) = split(digits, at, mark)?;
    let whole = if whole.is_empty() { "0".into() } else { whole };
    match decimals {
        None => Ok(whole),
        Some("") => Err(Unreadable { at: at + digits.chars().count(), why: Why::Unfinished }),
        Some(decimals) => Ok(format!("{whole}.{decimals}")),
    }
}

/// Digits with points and commas.
fn number(digits: &str, at: usize, mark: DecimalMark) -> Result<Written, Unreadable> {
    let (whole, decimals) = split(digits, at, mark)?;
    exact(&whole, decimals, at)
}

/// The whole part without its thousands marks, and the decimals when a decimal mark was written.
fn split(digits: &str, at: usize, mark: DecimalMark) -> Result<(String, Option<&str>), Unreadable> {
    let (point, comma) = (mark.sign(), mark.grouping());
    let grouping = Unreadable { at, why: Why::Grouping };
    let mut parts = digits.split(point);
    let (first, decimals, more) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if more.is_some() {
        return Err(grouping);
    }
    match decimals {
        None if !first.contains(comma) => Ok((first.into(), None)),
        None => match (grouped(first, comma), first.split_once(comma)) {
            (Some(plain), _) => Ok((plain, None)),
            (None, Some((whole, decimals))) if !decimals.contains(comma) => {
                Ok((whole.into(), Some(decimals)))
            }
            _ => Err(grouping),
        },
        Some(decimals) if decimals.contains(comma) => Err(grouping),
        Some(_) if !first.contains(comma) => Ok((first.into(), decimals)),
        Some(_) => Ok((grouped(first, comma).ok_or(grouping)?, decimals)),
    }
}

/// `1,250,000` without its commas, when every group is right.
fn grouped(digits: &str, comma: char) -> Option<String> {
    let mut groups = digits.split(comma);
    let first = groups.next().filter(|first| is_first_group(first))?;
    let rest: Option<String> = groups.map(|group| (group.len() == 3).then_some(group)).collect();
    Some(format!("{first}{}", rest?))
}

fn is_first_group(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && !digits.starts_with('0')
}

/// Plain digits, with decimals when a decimal mark was written.
fn exact(whole: &str, decimals: Option<&str>, at: usize) -> Result<Written, Unreadable> {
    let places = decimals.map(str::len);
    let typed = whole.chars().count() + places.map_or(0, |n| n + 1);
    if places == Some(0) {
        return Err(Unreadable { at: at + typed, why: Why::Unfinished });
    }
    let large = Unreadable { at, why: Why::TooLarge };
    let all: i64 = format!("0{whole}{}", decimals.unwrap_or_default()).parse().map_err(|_| large)?;
    let scale = 10i64.checked_pow(places.unwrap_or(0) as u32).ok_or(large)?;
    let value = Rational::new(all, scale).ok_or(large)?;
    let form = places.map_or(Form::Whole, |places| Form::Decimal { places: places as u8 });
    Ok(Written { value, form })
}

fn negated(size: Written) -> Result<Written, Unreadable> {
    let value = size.value.negated().ok_or(Unreadable { at: 0, why: Why::TooLarge })?;
    let form = match size.form {
        Form::Fraction { num, den } => Form::Fraction { num: -num, den },
        Form::Mixed { whole: 0, num, den } => Form::Mixed { whole: 0, num: -num, den },
        Form::Mixed { whole, num, den } => {
            // -(1 + 3/4), not -1 + 3/4.
            return Ok(Written { value, form: Form::Mixed { whole: -whole, num, den } });
        }
        form => form,
    };
    Ok(Written { value, form })
}

impl Written {
    pub fn is_negative(&self) -> bool {
        match self.form {
            Form::Whole | Form::Decimal { .. } => self.value < Rational::ZERO,
            Form::Fraction { num, .. } => num < 0,
            Form::Mixed { whole, num, .. } => whole < 0 || num < 0,
        }
    }

    /// The number as drawn maths, in the form it was written.
    pub fn math(&self) -> Math {
        let digits = |n: i64| Box::new(Math::Number(n.unsigned_abs().to_string()));
        let size = match self.form {
            Form::Whole => *digits(self.value.num()),
            Form::Decimal { places } => Math::Number(decimals(self.value, places)),
            Form::Fraction { num, den } => Math::Fraction(digits(num), digits(den)),
            Form::Mixed { whole, num, den } => Math::Mixed(digits(whole), digits(num), digits(den)),
        };
        if self.is_negative() { Math::negative(size) } else { size }
    }
}

/// The size of a number with this many decimals, with a point; what lies beyond them is cut off.
pub fn decimals(value: Rational, places: u8) -> String {
    let (size, den) = (value.num().unsigned_abs(), value.den().unsigned_abs());
    let (mut told, mut rest) = ((size / den).to_string(), size % den);
    for k in 0..places.min(18) {
        if k == 0 {
            told.push('.');
        }
        let wide = u128::from(rest) * 10;
        told.push(char::from(b'0' + (wide / u128::from(den)) as u8));
        rest = (wide % u128::from(den)) as u64;
    }
    told
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.is_negative() {
            f.write_str("-")?;
        }
        match self.form {
            Form::Whole => write!(f, "{}", self.value.num().unsigned_abs()),
            Form::Decimal { places } => f.write_str(&decimals(self.value, places)),
            Form::Fraction { num, den } => write!(f, "{}/{den}", num.unsigned_abs()),
            Form::Mixed { whole, num, den } => {
                write!(f, "{} {}/{den}", whole.unsigned_abs(), num.unsigned_abs())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(draft: &str, mark: DecimalMark) -> String {
        match read(draft, mark) {
            Ok(written) => format!("{} as {written}", written.value),
            Err(Unreadable { at, why }) => format!("{why:?} at {at}"),
        }
    }

    fn check(draft: &str, expected: &str) {
        assert_eq!(told(draft, DecimalMark::Point), expected, "{draft:?}");
    }

    #[test]
    fn numbers_are_read_in_every_way_people_write_them() {
        check("7", "7 as 7");
        check(" 007 ", "7 as 7");
        check("3/4", "3/4 as 3/4");
        check("2 / 4", "1/2 as 2/4");
        check("6⁄8", "3/4 as 6/8");
        check("1 3/4", "7/4 as 1 3/4");
        check("1  1/2", "3/2 as 1 1/2");
        check("½", "1/2 as 1/2");
        check("1½", "3/2 as 1 1/2");
        check("2 ¾", "11/4 as 2 3/4");
        check("-3", "-3 as -3");
        check("−3/4", "-3/4 as -3/4");
        check("- 1 3/4", "-7/4 as -1 3/4");
        check("-0 1/2", "-1/2 as -0 1/2");
        check("+5", "5 as 5");
        check(".5", "1/2 as 0.5");
        check("0.750", "3/4 as 0.750");
        check("7/1", "7 as 7/1");
        check("0/5", "0 as 0/5");
        check("1 250", "1250 as 1250");
    }

    #[test]
    fn commas_and_points_follow_the_language_unless_only_one_reading_is_left() {
        check("1,250", "1250 as 1250");
        check("1,250.5", "2501/2 as 1250.5");
        check("0,75", "3/4 as 0.75");
        check("0,750", "3/4 as 0.750");
        check("12,5", "25/2 as 12.5");
        check("1,2,3", "Grouping at 0");
        check("1.2.3", "Grouping at 0");
        check("1,250,00", "Grouping at 0");
        let comma = |draft, expected| assert_eq!(told(draft, DecimalMark::Comma), expected);
        comma("1,250", "5/4 as 1.250");
        comma("1.250", "1250 as 1250");
        comma("0.75", "3/4 as 0.75");
        comma("0,75", "3/4 as 0.75");
    }

    #[test]
    fn what_cannot_be_read_says_where_and_why() {
        check("", "Empty at 0");
        check("   ", "Empty at 0");
        check("3/", "Unfinished at 2");
        check("1 3/", "Unfinished at 4");
        check("-", "Unfinished at 1");
        check("5.", "Unfinished at 2");
        check(".", "Unfinished at 1");
        check("3/0", "DenominatorZero at 2");
        check("1 3/0", "DenominatorZero at 4");
        check("3//4", "UnexpectedCharacter('/') at 2");
        check("/4", "UnexpectedCharacter('/') at 0");
        check("3/4/5", "UnexpectedCharacter('/') at 3");
        check("3/-4", "UnexpectedCharacter('-') at 2");
        check("--3", "UnexpectedCharacter('-') at 1");
        check("x", "UnexpectedCharacter('x') at 0");
        check("3 apples", "UnexpectedCharacter('a') at 2");
        check("1 2", "TwoNumbers at 2");
        check("1/2 3", "TwoNumbers at 4");
        check("1.5/2", "UnexpectedCharacter('.') at 1");
        check("99999999999999999999", "TooLarge at 0");
        check(&"1".repeat(65), "TooLong at 64");
    }

    #[test]
    fn what_is_printed_reads_back_as_it_was_written() {
        for draft in ["7", "-7", "3/4", "-2/4", "1 3/4", "-1 3/4", "-0 1/2", "0.50", "-0.5", "0"] {
            let written = read(draft, DecimalMark::Point).expect("readable");
            assert_eq!(written.to_string(), draft);
        }
    }
}
