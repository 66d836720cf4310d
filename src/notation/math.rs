//! The maths between backticks in item texts, as a tree: parse, print, and splice values into holes.

use crate::num::Rational;
use std::fmt;

/// Longer maths is not read.
pub const MAX_CHARS: usize = 500;
/// Brackets within brackets.
pub const MAX_DEPTH: usize = 16;

/// A piece of maths. A `Row` is what stands side by side: terms, signs and relations in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Math {
    /// Digits with an optional point, as written: `0.50` keeps its zero.
    Number(String),
    Letter(char),
    Op(Op),
    /// An empty box.
    Blank,
    Fraction(Box<Math>, Box<Math>),
    /// Whole, numerator, denominator.
    Mixed(Box<Math>, Box<Math>, Box<Math>),
    /// In round brackets.
    Group(Box<Math>),
    /// Between other signs: `[ )`, `{ }`, `| |`.
    Fenced(&'static str, Box<Math>, &'static str),
    /// Base, exponent.
    Power(Box<Math>, Box<Math>),
    /// Degree, when it is not 2, and radicand.
    Root(Option<Box<Math>>, Box<Math>),
    /// A letter with an index.
    Lowered(Box<Math>, Box<Math>),
    /// The name of a function or constant, set upright: `sin`, `π`.
    Name(String),
    Row(Vec<Math>),
    /// Words spliced into maths; the parser never makes them.
    Words(String),
    /// A place for a value; only in texts that are not drawn yet.
    Hole(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Plus,
    Minus,
    Times,
    Over,
    Equals,
    NotEquals,
    Less,
    Greater,
    AtMost,
    AtLeast,
    Comma,
    Dollar,
    Percent,
    PlusMinus,
    Ratio,
    Union,
    And,
    Or,
    Not,
}

/// Maths that cannot be read: at which character (counted from 0), and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    pub at: usize,
    pub why: &'static str,
}

/// Holes stand in the source as characters from here on, so that maths is parsed before it is drawn.
const FIRST_HOLE: u32 = 0xE000;
const MAX_HOLES: u32 = 256;

/// The character that stands for hole `k`.
pub fn hole(k: usize) -> Option<char> {
    let k = u32::try_from(k).ok().filter(|k| *k < MAX_HOLES)?;
    char::from_u32(FIRST_HOLE + k)
}

/// Reads maths such as `1 3/4 + x > _`.
pub fn parse(source: &str) -> Result<Math, Broken> {
    let chars: Vec<char> = source.chars().collect();
    if chars.len() > MAX_CHARS {
        return Err(Broken { at: MAX_CHARS, why: "this maths is too long" });
    }
    let mut parser = Parser { chars, at: 0, depth: 0, closing: Vec::new() };
    let row = parser.row()?;
    match parser.peek() {
        None => Ok(row),
        Some(_) => Err(parser.broken("a closing bracket without an opening one")),
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
    /// What closes each bracket that is open, other than round groups.
    closing: Vec<char>,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn broken(&self, why: &'static str) -> Broken {
        Broken { at: self.at, why }
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn eats(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += 1;
        }
        found
    }

    fn row(&mut self) -> Result<Math, Broken> {
        let mut row = Vec::new();
        self.spaces();
        while self.peek().is_some_and(|c| c != ')' && self.closing.last() != Some(&c)) {
            row.push(self.piece()?);
            self.spaces();
        }
        match row.len() {
            0 => Err(self.broken("there is nothing here")),
            1 => Ok(row.remove(0)),
            _ => Ok(Math::Row(row)),
        }
    }

    fn piece(&mut self) -> Result<Math, Broken> {
        match self.op() {
            Some(op) => Ok(Math::Op(op)),
            None => {
                let atom = self.raised()?;
                self.after(atom)
            }
        }
    }

    /// A fraction or a mixed number that begins with this atom, or the atom.
    fn after(&mut self, atom: Math) -> Result<Math, Broken> {
        let from = self.at;
        self.spaces();
        if self.eats('/') {
            return self.stacked(atom);
        }
        if atom.is_simple()
            && let Some((num, den)) = self.simple_fraction()
        {
            return Ok(Math::Mixed(Box::new(atom), Box::new(num), Box::new(den)));
        }
        self.at = from;
        Ok(atom)
    }

    fn stacked(&mut self, num: Math) -> Result<Math, Broken> {
        self.spaces();
        let den = self.raised()?;
        let fraction = Math::Fraction(Box::new(num.unwrapped()), Box::new(den.unwrapped()));
        let from = self.at;
        self.spaces();
        if self.eats('/') {
            return self.stacked(fraction);
        }
        self.at = from;
        Ok(fraction)
    }

    /// `3/4` of plain parts, as in a mixed number; reads nothing otherwise.
    fn simple_fraction(&mut self) -> Option<(Math, Math)> {
        let num = self.simple()?;
        self.spaces();
        if !self.eats('/') {
            return None;
        }
        self.spaces();
        let den = self.simple()?;
        let after = self.at;
        self.spaces();
        let chained = self.peek() == Some('/');
        self.at = after;
        (!chained).then_some((num, den))
    }

    fn simple(&mut self) -> Option<Math> {
        let begins = self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.' || c == '_' || is_hole(c));
        if begins { self.atom().ok() } else { None }
    }

    fn atom(&mut self) -> Result<Math, Broken> {
        match self.peek() {
            None => Err(self.broken("something is missing at the end")),
            Some('(') => self.group(),
            Some('_') => {
                while self.eats('_') {}
                Ok(Math::Blank)
            }
            Some(c) if c.is_ascii_digit() || c == '.' => self.number(),
            Some(c) if is_hole(c) => {
                self.at += 1;
                Ok(Math::Hole((u32::from(c) - FIRST_HOLE) as usize))
            }
            Some('|') => Ok(Math::Fenced("|", Box::new(self.inside('|')?), "|")),
            Some('{') => Ok(Math::Fenced("{", Box::new(self.inside('}')?), "}")),
            Some('[') => Ok(Math::Fenced("[", Box::new(self.inside(']')?), "]")),
            Some(c) if c.is_alphabetic() || c == '√' => match self.word() {
                Some(word) => word,
                None => {
                    self.at += 1;
                    Ok(Math::Letter(c))
                }
            },
            Some(_) => Err(self.broken("this sign has no meaning in maths here")),
        }
    }

    /// An atom with its exponent: `x^2`, `10^-3`, `(a + b)^{n + 1}`, `x²`.
    fn raised(&mut self) -> Result<Math, Broken> {
        let base = self.atom()?;
        let exponent = if self.eats('^') {
            let negative = self.eats('-') || self.eats('−');
            let size = self.exponent()?;
            if negative { Math::negative(size) } else { size }
        } else if let Some(c) = self.peek().filter(|c| *c == '²' || *c == '³') {
            self.at += 1;
            Math::Number(if c == '²' { "2" } else { "3" }.into())
        } else {
            return Ok(base);
        };
        Ok(Math::Power(Box::new(base), Box::new(exponent)))
    }

    fn exponent(&mut self) -> Result<Math, Broken> {
        match self.peek() {
            Some('{') => self.inside('}'),
            Some('(') => Ok(self.group()?.unwrapped()),
            _ => self.atom(),
        }
    }

    /// What stands between the bracket here and the one that closes it.
    fn inside(&mut self, close: char) -> Result<Math, Broken> {
        if self.depth == MAX_DEPTH {
            return Err(self.broken("too many brackets within brackets"));
        }
        self.at += 1;
        self.depth += 1;
        self.closing.push(close);
        let inside = self.row();
        self.closing.pop();
        let inside = inside?;
        self.depth -= 1;
        if self.eats(close) { Ok(inside) } else { Err(self.broken("a bracket is not closed")) }
    }

    /// `sqrt(2)`, `√2`, `cbrt(8)`, `root(4, 16)` and `pi`.
    fn word(&mut self) -> Option<Result<Math, Broken>> {
        let rest = &self.chars[self.at..];
        let starts = |word: &str| word.chars().enumerate().all(|(k, c)| rest.get(k) == Some(&c));
        if starts("pi") && !rest.get(2).is_some_and(|c| c.is_alphabetic()) || starts("π") {
            self.at += if starts("π") { 1 } else { 2 };
            return Some(Ok(Math::Name("π".into())));
        }
        if starts("√") {
            self.at += 1;
            let radicand = self.atom();
            return Some(radicand.map(|radicand| Math::Root(None, Box::new(radicand.unwrapped()))));
        }
        let (length, degree) = match () {
            () if starts("sqrt(") => (4, None),
            () if starts("cbrt(") => (4, Some(Box::new(Math::Number("3".into())))),
            () => return None,
        };
        self.at += length;
        let radicand = self.inside(')');
        Some(radicand.map(|radicand| Math::Root(degree, Box::new(radicand))))
    }

    fn group(&mut self) -> Result<Math, Broken> {
        if self.depth == MAX_DEPTH {
            return Err(self.broken("too many brackets within brackets"));
        }
        self.at += 1;
        self.depth += 1;
        let inside = self.row()?;
        self.depth -= 1;
        if self.eats(')') {
            Ok(Math::Group(Box::new(inside)))
        } else {
            Err(self.broken("a bracket is not closed"))
        }
    }

    fn number(&mut self) -> Result<Math, Broken> {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        let decimals = self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit);
        if self.peek() == Some('.') && decimals {
            self.at += 1;
            while self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
        }
        if self.at == from {
            return Err(self.broken("a point needs digits after it"));
        }
        Ok(Math::Number(self.chars[from..self.at].iter().collect()))
    }

    fn op(&mut self) -> Option<Op> {
        let two: String = self.chars.iter().skip(self.at).take(2).collect();
        if let Some(op) = Op::read(&two) {
            self.at += 2;
            return Some(op);
        }
        let op = Op::read(self.peek()?.encode_utf8(&mut [0; 4]))?;
        self.at += 1;
        Some(op)
    }
}

fn is_hole(c: char) -> bool {
    (FIRST_HOLE..FIRST_HOLE + MAX_HOLES).contains(&u32::from(c))
}

impl Op {
    /// The sign as authors may write it.
    pub fn read(sign: &str) -> Option<Self> {
        Some(match sign {
            "+" => Self::Plus,
            "-" | "−" => Self::Minus,
            "*" | "×" | "·" => Self::Times,
            "÷" | ":" => Self::Over,
            "=" => Self::Equals,
            "!=" | "≠" => Self::NotEquals,
            "<" => Self::Less,
            ">" => Self::Greater,
            "<=" | "≤" => Self::AtMost,
            ">=" | "≥" => Self::AtLeast,
            "," => Self::Comma,
            "$" => Self::Dollar,
            "%" => Self::Percent,
            _ => return None,
        })
    }

    /// The sign as it is drawn.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Over => "÷",
            Self::Equals => "=",
            Self::NotEquals => "≠",
            Self::Less => "<",
            Self::Greater => ">",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Comma => ",",
            Self::Dollar => "$",
            Self::Percent => "%",
            Self::PlusMinus => "±",
            Self::Ratio => ":",
            Self::Union => "∪",
            Self::And => "and",
            Self::Or => "or",
            Self::Not => "not",
        }
    }

    /// Whether a number after it would need brackets to be negative.
    fn binds(self) -> bool {
        matches!(self, Self::Minus | Self::Times | Self::Over)
    }
}

impl Math {
    /// A whole number or a fraction in lowest terms.
    pub fn number(value: Rational) -> Self {
        let whole = |n: u64| Self::Number(n.to_string());
        let size = whole(value.num().unsigned_abs());
        let size = match value.den() {
            1 => size,
            den => Self::Fraction(Box::new(size), Box::new(whole(den.unsigned_abs()))),
        };
        if value < Rational::ZERO { Self::negative(size) } else { size }
    }

    /// A mixed number, or what is left of it when a part is 0.
    pub fn mixed(value: Rational) -> Self {
        let (top, den) = (value.num().unsigned_abs(), value.den().unsigned_abs());
        if den == 1 || top < den {
            return Self::number(value);
        }
        let [whole, num, den] = [top / den, top % den, den].map(|n| Box::new(Self::Number(n.to_string())));
        let size = Self::Mixed(whole, num, den);
        if value < Rational::ZERO { Self::negative(size) } else { size }
    }

    pub fn negative(size: Self) -> Self {
        Self::Row(vec![Self::Op(Op::Minus), size])
    }

    fn is_atom(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Letter(_) | Self::Blank | Self::Hole(_))
    }

    fn is_simple(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Blank | Self::Hole(_))
    }

    fn is_zero(&self) -> bool {
        matches!(self, Self::Number(digits) if digits == "0")
    }

    pub fn has_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Fraction(num, den) => num.has_blank() || den.has_blank(),
            Self::Mixed(whole, num, den) => whole.has_blank() || num.has_blank() || den.has_blank(),
            Self::Group(inside) | Self::Fenced(_, inside, _) => inside.has_blank(),
            Self::Power(a, b) | Self::Lowered(a, b) => a.has_blank() || b.has_blank(),
            Self::Root(degree, inside) => {
                degree.as_ref().is_some_and(|degree| degree.has_blank()) || inside.has_blank()
            }
            Self::Row(row) => row.iter().any(Self::has_blank),
            _ => false,
        }
    }

    /// Without its brackets: a stacked fraction needs none.
    fn unwrapped(self) -> Self {
        match self {
            Self::Group(inside) => *inside,
            other => other,
        }
    }

    /// The same maths with values in its holes. Signs are mended on the way: `+ -3` becomes `- 3`, a factor 1
    /// before a letter or bracket is left out, and a negative number after × stands in brackets.
    pub fn filled(&self, value: &dyn Fn(usize) -> Self) -> Self {
        let boxed = |part: &Self| Box::new(part.filled(value));
        match self {
            Self::Hole(k) => value(*k),
            Self::Fraction(num, den) => Self::Fraction(boxed(num), boxed(den)),
            Self::Mixed(whole, num, den) => {
                mixed_of(whole.filled(value), num.filled(value), den.filled(value))
            }
            Self::Group(inside) => Self::Group(boxed(inside)),
            Self::Fenced(open, inside, close) => Self::Fenced(open, boxed(inside), close),
            Self::Power(base, exponent) => Self::Power(boxed(base), boxed(exponent)),
            Self::Root(degree, inside) => {
                Self::Root(degree.as_ref().map(|degree| boxed(degree)), boxed(inside))
            }
            Self::Lowered(letter, index) => Self::Lowered(boxed(letter), boxed(index)),
            Self::Row(row) => filled_row(row, value),
            other => other.clone(),
        }
    }
}

fn mixed_of(whole: Math, num: Math, den: Math) -> Math {
    let size = if let Math::Row(row) = &whole
        && let [Math::Op(Op::Minus), size] = &row[..]
    {
        return Math::negative(mixed_of(size.clone(), num, den));
    } else {
        whole
    };
    if num.is_zero() {
        size
    } else if size.is_zero() {
        Math::Fraction(Box::new(num), Box::new(den))
    } else {
        Math::Mixed(Box::new(size), Box::new(num), Box::new(den))
    }
}

fn filled_row(row: &[Math], value: &dyn Fn(usize) -> Math) -> Math {
    let mut filled: Vec<Math> = Vec::with_capacity(row.len());
    for (k, piece) in row.iter().enumerate() {
        let mut new = piece.filled(value);
        let drawn_in = matches!(piece, Math::Hole(_) | Math::Mixed(..));
        if drawn_in {
            let factor = matches!(row.get(k + 1), Some(Math::Letter(_) | Math::Group(_)));
            new = if factor { without_one(new) } else { new };
        }
        let after_number = filled.last().is_some_and(Math::is_simple);
        match new {
            Math::Row(pieces) if drawn_in => append(&mut filled, pieces),
            // A fraction directly after a number would look like a mixed number.
            Math::Fraction(..) | Math::Mixed(..) if drawn_in && after_number => {
                filled.push(Math::Group(Box::new(new)));
            }
            one => filled.push(one),
        }
    }
    filled.retain(|piece| !matches!(piece, Math::Row(row) if row.is_empty()));
    if filled.len() == 1 { filled.remove(0) } else { Math::Row(filled) }
}

/// A factor 1 is not written; of -1 only the sign is.
fn without_one(factor: Math) -> Math {
    let one = |math: &Math| matches!(math, Math::Number(digits) if digits == "1");
    match factor {
        number if one(&number) => Math::Row(Vec::new()),
        Math::Row(row) if row.len() == 2 && row[0] == Math::Op(Op::Minus) && one(&row[1]) => {
            Math::Row(vec![Math::Op(Op::Minus)])
        }
        other => other,
    }
}

/// Adds a spliced row, mending the sign where it meets what stands before it.
fn append(filled: &mut Vec<Math>, pieces: Vec<Math>) {
    let negative = pieces.first() == Some(&Math::Op(Op::Minus));
    match filled.last() {
        Some(Math::Op(Op::Plus)) if negative => {
            filled.pop();
            filled.extend(pieces);
        }
        Some(Math::Op(op)) if negative && op.binds() => filled.push(Math::Group(Box::new(Math::Row(pieces)))),
        None | Some(Math::Op(_)) => filled.extend(pieces),
        Some(_) if pieces.is_empty() => {}
        Some(_) => filled.push(Math::Group(Box::new(Math::Row(pieces)))),
    }
}

/// Prints maths as authors write it; what is printed parses to the same tree.
impl fmt::Display for Math {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Number(digits) => f.write_str(digits),
            Self::Letter(c) => write!(f, "{c}"),
            Self::Op(op) => f.write_str(op.sign()),
            Self::Blank => f.write_str("_"),
            Self::Fraction(num, den) => write!(f, "{}/{}", Side(num), Side(den)),
            Self::Mixed(whole, num, den) => write!(f, "{} {}/{}", Side(whole), Side(num), Side(den)),
            Self::Group(inside) => write!(f, "({inside})"),
            Self::Fenced(open, inside, close) => write!(f, "{open}{inside}{close}"),
            Self::Power(base, exponent) => write!(f, "{}^{}", Base(base), Raised(exponent)),
            Self::Root(None, inside) => write!(f, "sqrt({inside})"),
            Self::Root(Some(degree), inside) if **degree == Self::Number("3".into()) => {
                write!(f, "cbrt({inside})")
            }
            Self::Root(Some(degree), inside) => write!(f, "sqrt[{degree}]({inside})"),
            Self::Lowered(letter, index) => write!(f, "{letter}_{}", Side(index)),
            Self::Name(name) => f.write_str(name),
            Self::Row(row) => print_row(row, f),
            Self::Words(words) => f.write_str(words),
            Self::Hole(k) => write!(f, "{}", hole(*k).unwrap_or('?')),
        }
    }
}

/// A side of a fraction: in brackets unless it is a single sign or number.
struct Side<'a>(&'a Math);

impl fmt::Display for Side<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.0.is_atom() { write!(f, "{}", self.0) } else { write!(f, "({})", self.0) }
    }
}

/// The base of a power: its brackets, when it needs any, are a group of its own.
struct Base<'a>(&'a Math);

impl fmt::Display for Base<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.0 {
            Math::Group(_) | Math::Fenced(..) | Math::Root(..) | Math::Name(_) => write!(f, "{}", self.0),
            base => write!(f, "{}", Side(base)),
        }
    }
}

/// An exponent: in braces unless it is a single sign or number.
struct Raised<'a>(&'a Math);

impl fmt::Display for Raised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.0.is_atom() { write!(f, "{}", self.0) } else { write!(f, "{{{}}}", self.0) }
    }
}

fn print_row(row: &[Math], f: &mut fmt::Formatter) -> fmt::Result {
    for (k, piece) in row.iter().enumerate() {
        if k > 0 && gap(row, k) {
            f.write_str(" ")?;
        }
        write!(f, "{piece}")?;
    }
    Ok(())
}

/// Whether a space stands before piece `k`.
fn gap(row: &[Math], k: usize) -> bool {
    match (&row[k - 1], &row[k]) {
        (_, Math::Op(Op::Comma | Op::Percent)) | (Math::Op(Op::Dollar), _) => false,
        (Math::Op(Op::Minus | Op::Plus), _) => !is_prefix(row, k - 1),
        (
            Math::Number(_) | Math::Letter(_),
            Math::Letter(_) | Math::Group(_) | Math::Root(..) | Math::Fenced("|", ..),
        ) => false,
        (Math::Number(_), Math::Name(_) | Math::Power(..)) => {
            !matches!(&row[k], Math::Power(base, _) if !matches!(**base, Math::Number(_)))
                && !matches!(&row[k], Math::Name(_))
        }
        (Math::Letter(_) | Math::Power(..), Math::Power(base, _)) => !matches!(**base, Math::Letter(_)),
        (Math::Power(..), Math::Letter(_) | Math::Group(_)) => false,
        _ => true,
    }
}

/// Whether the sign at `k` belongs to the number after it rather than between two terms.
pub(super) fn is_prefix(row: &[Math], k: usize) -> bool {
    k == 0 || matches!(&row[k - 1], Math::Op(op) if *op != Op::Percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let told = match parse(source) {
            Ok(math) => {
                assert_eq!(parse(&math.to_string()), Ok(math.clone()), "{source} prints as {math}");
                format!("{math}")
            }
            Err(broken) => format!("{} at {}", broken.why, broken.at),
        };
        assert_eq!(told, expected, "{source}");
    }

    #[test]
    fn maths_is_read_as_it_is_drawn() {
        check("3/4", "3/4");
        check("1 3/4+2", "1 3/4 + 2");
        check("13/4", "13/4");
        check("_/6 = 2/3", "_/6 = 2/3");
        check("2(x+1) >= -3", "2(x + 1) ≥ −3");
        check("(a+b)/2", "(a + b)/2");
        check("1/2/3", "(1/2)/3");
        check("1 3/4/5", "1 (3/4)/5");
        check("1 2 3/4", "1 2 3/4");
        check("3*4=__", "3 × 4 = _");
        check("(0, -2)", "(0, −2)");
        check("0.50 ÷ .5", "0.50 ÷ .5");
        check("<", "<");
        check("5 - -3", "5 − −3");
        check("$2.50", "$2.50");
        check("50%", "50%");
    }

    #[test]
    fn powers_roots_and_bars_are_read_as_well() {
        check("x^2+1", "x^2 + 1");
        check("3x²y", "3x^2y");
        check("10^-3", "10^{−3}");
        check("2^(n+1)", "2^{n + 1}");
        check("(a+b)^2", "(a + b)^2");
        check("2sqrt(3)", "2sqrt(3)");
        check("√2/2", "(sqrt(2))/2");
        check("cbrt(8) = 2", "cbrt(8) = 2");
        check("|x - 3| < 2", "|x − 3| < 2");
        check("{1, 2}", "{1, 2}");
        check("[2, 5]", "[2, 5]");
        check("2pi r", "2π r");
        check("x^", "something is missing at the end at 2");
        check("|x", "a bracket is not closed at 2");
    }

    #[test]
    fn broken_maths_says_where() {
        check("", "there is nothing here at 0");
        check("3/", "something is missing at the end at 2");
        check("(1", "a bracket is not closed at 2");
        check("1)", "a closing bracket without an opening one at 1");
        check("1 & 2", "this sign has no meaning in maths here at 2");
        check("1/-2", "this sign has no meaning in maths here at 2");
        check(&"(".repeat(400), "too many brackets within brackets at 16");
        check(&"1".repeat(501), "this maths is too long at 500");
    }

    #[test]
    fn values_are_spliced_not_pasted() {
        let drawn = |source: &str, values: &[(i64, i64)]| {
            let mut text = source.to_string();
            for (k, name) in ["{a}", "{b}", "{c}"].iter().enumerate() {
                text = text.replace(name, &hole(k).expect("few holes").to_string());
            }
            let value = |k: usize| Math::number(Rational::new(values[k].0, values[k].1).expect("a number"));
            parse(&text).expect("maths").filled(&value).to_string()
        };
        assert_eq!(drawn("{a}x + {b}", &[(-1, 1), (-3, 1)]), "−x − 3");
        assert_eq!(drawn("{a}x + {b}", &[(1, 1), (3, 1)]), "x + 3");
        assert_eq!(drawn("{a}(x - {b})", &[(2, 1), (-3, 1)]), "2(x − (−3))");
        assert_eq!(drawn("5 × {a}", &[(-2, 1)]), "5 × (−2)");
        assert_eq!(drawn("{a} + {b}", &[(3, 4), (1, 2)]), "3/4 + 1/2");
        assert_eq!(drawn("{a}/{b}", &[(2, 1), (4, 1)]), "2/4");
        assert_eq!(drawn("2{a}", &[(3, 4)]), "2(3/4)");
        assert_eq!(drawn("{a}{b}/{c}", &[(1, 1), (3, 1), (4, 1)]), "1 3/4");
        assert_eq!(drawn("{a} {b}/{c} = _", &[(1, 1), (3, 1), (4, 1)]), "1 3/4 = _");
        assert_eq!(drawn("{a} {b}/{c}", &[(0, 1), (3, 1), (4, 1)]), "3/4");
        assert_eq!(drawn("{a} {b}/{c} + 1", &[(2, 1), (0, 1), (4, 1)]), "2 + 1");
    }

    #[test]
    fn a_number_may_be_shown_as_a_mixed_number() {
        let shown = |num, den| Math::mixed(Rational::new(num, den).expect("a number")).to_string();
        assert_eq!(shown(7, 4), "1 3/4");
        assert_eq!(shown(-7, 4), "−1 3/4");
        assert_eq!(shown(3, 4), "3/4");
        assert_eq!(shown(8, 4), "2");
    }
}
