//! Parsing expressions: a hand-written descent with bounds on size and depth.

use super::super::What;
use super::{Binary, Compare, Fault, Function, Kind, MAX_DEPTH, MAX_NODES, Node};
use crate::content::more::functions::More;
use crate::notation::math;
use crate::num::Rational;

pub(super) fn parse(source: &str) -> Result<Node, Fault> {
    whole(Parser { source, at: 0, nodes: 0, depth: 0, in_it: false })
}

/// With `it` for a member of a list that is named elsewhere.
pub(super) fn parse_each(source: &str) -> Result<Node, Fault> {
    whole(Parser { source, at: 0, nodes: 0, depth: 0, in_it: true })
}

fn whole(mut parser: Parser) -> Result<Node, Fault> {
    parser.spaces();
    let node = parser.or()?;
    match parser.peek() {
        None if node.depth() > 2 * MAX_DEPTH => Err(Fault::new(
            0,
            what!("this expression is nested too deeply", "this expression is nested too deeply"),
        )),
        None => Ok(node),
        Some(c) => Err(parser.fault(what!("this is not expected here", "`{c}` is not expected here"))),
    }
}

/// Makes a node of two.
type Join = fn(Box<Node>, Box<Node>) -> Kind;
type Read<'a> = fn(&mut Parser<'a>) -> Result<Node, Fault>;

fn plus(a: Box<Node>, b: Box<Node>) -> Kind {
    Kind::Binary(Binary::Plus, a, b)
}

fn minus(a: Box<Node>, b: Box<Node>) -> Kind {
    Kind::Binary(Binary::Minus, a, b)
}

fn times(a: Box<Node>, b: Box<Node>) -> Kind {
    Kind::Binary(Binary::Times, a, b)
}

fn over(a: Box<Node>, b: Box<Node>) -> Kind {
    Kind::Binary(Binary::Over, a, b)
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    nodes: usize,
    depth: usize,
    /// Inside the second argument of a function with `it`.
    in_it: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn fault(&self, what: impl Into<What>) -> Fault {
        Fault::new(self.at, what)
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Reads a sign and the spaces after it.
    fn eats(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
            self.spaces();
        }
        found
    }

    /// Reads a word and the spaces after it, but not the beginning of a longer word.
    fn eats_word(&mut self, word: &str) -> bool {
        let found = self.word() == word;
        if found {
            self.at += word.len();
            self.spaces();
        }
        found
    }

    fn word(&self) -> &'a str {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return "";
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        &rest[..end.unwrap_or(rest.len())]
    }

    fn node(&mut self, at: usize, kind: Kind) -> Result<Node, Fault> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Fault::new(at, what!("this expression is too long", "this expression is too long")));
        }
        Ok(Node { at, kind })
    }

    /// Goes one level deeper for the time of `read`.
    #[inline(never)]
    fn deeper(&mut self, read: Read<'a>) -> Result<Node, Fault> {
        if self.depth == MAX_DEPTH {
            return Err(self.fault(what!(
                "this expression is nested too deeply",
                "this expression is nested too deeply"
            )));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn or(&mut self) -> Result<Node, Fault> {
        self.deeper(|parser| parser.joined(&[("or", Kind::Or)], Self::and))
    }

    fn and(&mut self) -> Result<Node, Fault> {
        self.joined(&[("and", Kind::And)], Self::not)
    }

    /// Terms of one kind with these signs or words between them, from left to right.
    #[inline(never)]
    fn joined(&mut self, joins: &[(&str, Join)], term: Read<'a>) -> Result<Node, Fault> {
        let at = self.at;
        let mut left = term(self)?;
        while let Some((_, join)) = joins.iter().find(|(sign, _)| self.eats_join(sign)) {
            let right = term(self)?;
            left = self.node(at, join(Box::new(left), Box::new(right)))?;
        }
        Ok(left)
    }

    fn eats_join(&mut self, sign: &str) -> bool {
        let is_word = sign.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_word { self.eats_word(sign) } else { self.eats(sign) }
    }

    fn not(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        if !self.eats_word("not") {
            return self.chain();
        }
        let inner = self.deeper(Self::not)?;
        self.node(at, Kind::Not(Box::new(inner)))
    }

    fn chain(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let first = self.sum()?;
        let mut rest = Vec::new();
        while let Some(compare) = self.compare() {
            rest.push((compare, self.sum()?));
        }
        if rest.is_empty() { Ok(first) } else { self.node(at, Kind::Chain(Box::new(first), rest)) }
    }

    fn compare(&mut self) -> Option<Compare> {
        const SIGNS: [(&str, Compare); 9] = [
            ("==", Compare::Equal),
            ("!=", Compare::NotEqual),
            ("<=", Compare::AtMost),
            (">=", Compare::AtLeast),
            ("≤", Compare::AtMost),
            ("≥", Compare::AtLeast),
            ("≠", Compare::NotEqual),
            ("<", Compare::Less),
            (">", Compare::Greater),
        ];
        SIGNS.into_iter().find(|(sign, _)| self.eats(sign)).map(|(_, compare)| compare)
    }

    fn sum(&mut self) -> Result<Node, Fault> {
        const JOINS: [(&str, Join); 3] = [("+", plus), ("-", minus), ("−", minus)];
        self.joined(&JOINS, Self::product)
    }

    fn product(&mut self) -> Result<Node, Fault> {
        const JOINS: [(&str, Join); 4] = [("*", times), ("×", times), ("/", over), ("÷", over)];
        self.joined(&JOINS, Self::signed)
    }

    fn signed(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        if !(self.eats("-") || self.eats("−")) {
            return self.implied();
        }
        let inner = self.deeper(Self::signed)?;
        self.node(at, Kind::Negative(Box::new(inner)))
    }

    /// `2n`, `2(a + b)`: a number directly before a name or bracket multiplies it.
    fn implied(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let is_number = self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.');
        if !is_number {
            return self.power();
        }
        let number = self.number()?;
        let factor = self.peek().is_some_and(|c| c == '(' || c.is_alphabetic());
        if !factor {
            self.spaces();
            return self.raised(number);
        }
        let right = self.deeper(Self::power)?;
        self.node(at, Kind::Binary(Binary::Times, Box::new(number), Box::new(right)))
    }

    fn power(&mut self) -> Result<Node, Fault> {
        let base = self.atom()?;
        self.raised(base)
    }

    fn raised(&mut self, base: Node) -> Result<Node, Fault> {
        if !self.eats("^") {
            return Ok(base);
        }
        let exponent = self.deeper(Self::signed)?;
        self.node(base.at, Kind::Binary(Binary::Power, Box::new(base), Box::new(exponent)))
    }

    fn atom(&mut self) -> Result<Node, Fault> {
        let mut node = self.simple()?;
        while self.rest().starts_with('[') {
            self.eats("[");
            let place = self.or()?;
            self.closed("]")?;
            node = self.node(node.at, Kind::Index(Box::new(node), Box::new(place)))?;
        }
        Ok(node)
    }

    fn closed(&mut self, bracket: &str) -> Result<(), Fault> {
        if self.eats(bracket) {
            Ok(())
        } else {
            Err(self.fault(what!("a bracket is missing here", "`{bracket}` is missing here")))
        }
    }

    fn simple(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        match self.peek() {
            None => {
                Err(self.fault(what!("something is missing at the end", "something is missing at the end")))
            }
            Some('(') => {
                self.eats("(");
                let inner = self.or()?;
                if self.eats(",") {
                    let up = self.or()?;
                    self.closed(")")?;
                    return self.node(at, Kind::Point(Box::new(inner), Box::new(up)));
                }
                self.closed(")")?;
                Ok(inner)
            }
            Some('[') => {
                self.eats("[");
                let members = self.list("]")?;
                self.node(at, Kind::List(members))
            }
            Some('\'') => self.text(),
            Some('`') => self.maths(),
            Some(c) if c.is_ascii_digit() || c == '.' => {
                let number = self.number()?;
                self.spaces();
                Ok(number)
            }
            Some(c) if c.is_alphabetic() || c == '_' => self.named(),
            Some(c) => Err(self.fault(what!("this is not expected here", "`{c}` is not expected here"))),
        }
    }

    /// Members up to the closing bracket.
    fn list(&mut self, end: &str) -> Result<Vec<Node>, Fault> {
        let mut members = Vec::new();
        if self.eats(end) {
            return Ok(members);
        }
        loop {
            members.push(self.or()?);
            if members.len() > super::MAX_LIST {
                return Err(self.fault(what!(
                    "this list is too long",
                    "a list has at most {} members",
                    super::MAX_LIST
                )));
            }
            if !self.eats(",") {
                self.closed(end)?;
                return Ok(members);
            }
        }
    }

    fn text(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let inside = &self.source[at + 1..];
        let end = inside
            .find('\'')
            .ok_or_else(|| Fault::new(at, what!("a closing `'` is missing", "a closing `'` is missing")))?;
        self.at += end + 2;
        self.spaces();
        self.node(at, Kind::Text(inside[..end].into()))
    }

    /// Maths up to the closing backtick; `{expr}` in it is a value.
    fn maths(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let (mut source, mut holes) = (String::new(), Vec::new());
        self.at += 1;
        loop {
            match self.peek() {
                None => {
                    return Err(Fault::new(
                        at,
                        what!("a closing backtick is missing", "a closing backtick is missing"),
                    ));
                }
                Some('`') => break,
                Some('{') => {
                    let mark = math::hole(holes.len()).ok_or_else(|| {
                        Fault::new(
                            self.at,
                            what!("too many holes in one formula", "too many holes in one formula"),
                        )
                    })?;
                    source.push(mark);
                    self.eats("{");
                    holes.push(self.deeper(Self::or)?);
                    if self.peek() != Some('}') {
                        return Err(self.fault("a closing `}` is missing"));
                    }
                    self.at += 1;
                }
                Some(c) => {
                    source.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
        self.at += 1;
        self.spaces();
        let math = math::parse(&source).map_err(|broken| Fault::new(at, broken.why))?;
        self.node(at, Kind::Maths(math, holes))
    }

    fn number(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        self.at += end;
        let value = decimal(&rest[..end]).ok_or_else(|| {
            Fault::new(at, what!("this number cannot be read", "this number cannot be read"))
        })?;
        self.node(at, Kind::Number(value))
    }

    fn named(&mut self) -> Result<Node, Fault> {
        let at = self.at;
        let word = self.word();
        self.at += word.len();
        let called = self.rest().starts_with('(');
        self.spaces();
        match word {
            "true" => self.node(at, Kind::Truth(true)),
            "false" => self.node(at, Kind::Truth(false)),
            "it" if self.in_it => self.node(at, Kind::It),
            "it" => Err(Fault::new(at, "`it` stands only inside count, keep, map, all and any")),
            "and" | "or" | "not" => {
                Err(Fault::new(at, what!("this is not expected here", "`{word}` is not expected here")))
            }
            _ if called => self.call(at, word),
            _ if Function::is_reserved(word) => Err(Fault::new(
                at,
                what!("a function needs brackets", "the function `{word}` needs brackets: `{word}(…)`"),
            )),
            _ => self.node(at, Kind::Name(word.into())),
        }
    }

    fn call(&mut self, at: usize, word: &str) -> Result<Node, Fault> {
        let Some((function, fewest, most)) = Function::named(word) else {
            return Err(Fault::new(at, what!("there is no such function", "there is no function `{word}`")));
        };
        self.eats("(");
        let arguments = match function {
            Function::More(More::Value) => self.with_letters(at)?,
            _ if function.has_it() => self.with_it(at)?,
            _ => self.list(")")?,
        };
        if (fewest..=most).contains(&arguments.len()) {
            return self.node(at, Kind::Call(function, arguments));
        }
        let needed = if fewest == most { fewest.to_string() } else { format!("{fewest} or more") };
        let what = what!(
            "too many or too few arguments",
            "`{word}` needs {needed} arguments, not {}",
            arguments.len()
        );
        Err(Fault::new(at, what))
    }

    /// `value(e, x, 3)`, `value(e, [x, y], [1, 2])`: the letters are letters, whatever the parameters are called.
    fn with_letters(&mut self, at: usize) -> Result<Vec<Node>, Fault> {
        let math = self.or()?;
        let missing = "a comma and the letters are missing here, as in `value(e, x, 3)`";
        if !self.eats(",") {
            return Err(self.fault(missing));
        }
        let (many, mut letters) = (self.eats("["), String::new());
        loop {
            let word = self.word();
            if word.chars().count() != 1 {
                return Err(self.fault(missing));
            }
            letters.push_str(word);
            self.eats_word(word);
            if !many || !self.eats(",") {
                break;
            }
        }
        if many {
            self.closed("]")?;
        }
        let letters = self.node(at, Kind::Text(letters.into()))?;
        if !self.eats(",") {
            return Err(self.fault(what!(
                "a comma and the value of the letter are missing here",
                "a comma and the value of the letter are missing here"
            )));
        }
        let values = self.or()?;
        self.closed(")")?;
        Ok(vec![math, letters, values])
    }

    fn with_it(&mut self, at: usize) -> Result<Vec<Node>, Fault> {
        if self.in_it {
            return Err(Fault::new(
                at,
                what!(
                    "functions with `it` cannot stand inside each other",
                    "functions with `it` cannot stand inside each other"
                ),
            ));
        }
        let list = self.or()?;
        if !self.eats(",") {
            return Err(self.fault(what!(
                "a comma and an expression with `it` are missing here",
                "a comma and an expression with `it` are missing here"
            )));
        }
        self.in_it = true;
        let inner = self.or();
        self.in_it = false;
        let inner = inner?;
        self.closed(")")?;
        Ok(vec![list, inner])
    }
}

/// Digits with an optional point.
fn decimal(digits: &str) -> Option<Rational> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if decimals.contains('.') || digits.ends_with('.') {
        return None;
    }
    let scale = 10i64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    Rational::new(format!("0{whole}{decimals}").parse().ok()?, scale)
}
