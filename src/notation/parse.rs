//! The one parser for what children and teachers type. It is total and bounded: at most [`MAX_CHARS`] characters,
//! [`MAX_DEPTH`] brackets within brackets and [`MAX_NODES`] pieces, and it says where the trouble is.
//!
//! From loose to tight: commas, `or`, `and`, comparisons, union, `+ -`, `* /` and side by side, the sign, powers.

use super::entry::{Unreadable, Why};
use super::expr::{Constant, Dialect, Expr, Fence, Function, Relation, Style, Unit};
use super::lex::{Is, MAX_CHARS, Token, tokens};
use super::units;

pub const MAX_DEPTH: usize = 64;
pub const MAX_NODES: usize = 1_000;

/// Reads a draft in a style.
pub fn parse(draft: &str, style: Style) -> Result<Expr, Unreadable> {
    let tokens = tokens(draft, style)?;
    if tokens.is_empty() {
        return Err(Unreadable { at: 0, why: Why::Empty });
    }
    let end = draft.chars().count().min(MAX_CHARS);
    let mut parser = Parser { tokens, k: 0, end, style, depth: 0, nodes: 0, bars: 0 };
    let whole = parser.list()?;
    match parser.peek() {
        None => Ok(whole),
        Some(Is::Close(c)) => Err(parser.trouble(Why::Unopened(*c))),
        Some(_) => Err(parser.unexpected()),
    }
}

type Read = Result<Expr, Unreadable>;

struct Parser {
    tokens: Vec<Token>,
    k: usize,
    end: usize,
    style: Style,
    depth: usize,
    nodes: usize,
    /// How many `|` are open.
    bars: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Is> {
        self.ahead(0)
    }

    fn ahead(&self, n: usize) -> Option<&Is> {
        self.tokens.get(self.k + n).map(|token| &token.is)
    }

    fn spaced(&self, n: usize) -> bool {
        self.tokens.get(self.k + n).is_none_or(|token| token.spaced)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.k).map_or(self.end, |token| token.at)
    }

    fn trouble(&self, why: Why) -> Unreadable {
        Unreadable { at: self.at(), why }
    }

    /// What stands here has no place here.
    fn unexpected(&self) -> Unreadable {
        let why = match self.peek() {
            None => Why::Unfinished,
            Some(Is::Close(c)) => Why::Unopened(*c),
            Some(Is::Digits(_) | Is::Vulgar(..)) => Why::TwoNumbers,
            Some(Is::Word(_) | Is::And | Is::Or | Is::Not) => Why::UnknownWord,
            Some(_) => Why::Missing,
        };
        self.trouble(why)
    }

    fn eats(&mut self, wanted: &Is) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.k += 1;
        }
        found
    }

    /// Counts a piece of the tree.
    fn made(&mut self, expr: Expr) -> Read {
        self.nodes += 1;
        if self.nodes > MAX_NODES { Err(self.trouble(Why::TooDeep)) } else { Ok(expr) }
    }

    fn deeper(&mut self, read: fn(&mut Self) -> Read) -> Read {
        if self.depth == MAX_DEPTH {
            return Err(self.trouble(Why::TooDeep));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Members with commas between them; one member is itself.
    fn list(&mut self) -> Read {
        let first = self.or()?;
        if !matches!(self.peek(), Some(Is::Comma | Is::Semicolon)) {
            return Ok(first);
        }
        let mut members = vec![first];
        while self.eats(&Is::Comma) || self.eats(&Is::Semicolon) {
            members.push(self.or()?);
        }
        self.made(Expr::Group(Fence::Bare, members, Fence::Bare))
    }

    fn or(&mut self) -> Read {
        let mut members = vec![self.and()?];
        while self.eats(&Is::Or) || self.eats_spanish_or() {
            members.push(self.and()?);
        }
        self.many(members, Expr::Or)
    }

    /// `x < 2 o x > 5`: a lone `o` after a comparison, when another one follows.
    fn eats_spanish_or(&mut self) -> bool {
        let lone = matches!(self.peek(), Some(Is::Word(word)) if word == "o")
            && self.spaced(0)
            && self.spaced(1)
            && self.style.dialect == Dialect::School;
        let relation = |token: &Token| matches!(token.is, Is::Relation(_));
        let found = lone
            && self.tokens[..self.k].iter().any(relation)
            && self.tokens[self.k + 1..].iter().any(relation);
        if found {
            self.k += 1;
        }
        found
    }

    fn and(&mut self) -> Read {
        let mut members = vec![self.not()?];
        while self.eats(&Is::And) {
            members.push(self.not()?);
        }
        self.many(members, Expr::And)
    }

    fn many(&mut self, mut members: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Read {
        if members.len() == 1 { Ok(members.remove(0)) } else { self.made(join(members)) }
    }

    fn not(&mut self) -> Read {
        if !self.eats(&Is::Not) {
            return self.relation();
        }
        let inside = self.deeper(Self::not)?;
        self.made(Expr::Not(Box::new(inside)))
    }

    fn relation(&mut self) -> Read {
        let first = self.union()?;
        let mut rest: Vec<(Relation, Expr)> = Vec::new();
        while let Some(Is::Relation(relation)) = self.peek().cloned() {
            let clashes = rest.iter().any(|(before, _)| points(*before) * points(relation) < 0);
            if clashes {
                return Err(self.trouble(Why::MixedDirections));
            }
            self.k += 1;
            rest.push((relation, self.union()?));
        }
        if rest.is_empty() { Ok(first) } else { self.made(Expr::Relation(Box::new(first), rest)) }
    }

    fn union(&mut self) -> Read {
        let mut members = vec![self.remainder()?];
        while members.last().is_some_and(is_group) && self.eats(&Is::Union) {
            members.push(self.remainder()?);
        }
        self.many(members, Expr::Union)
    }

    /// `5 R 2`, also `5 rem 2`; and ratios, which bind as loosely.
    fn remainder(&mut self) -> Read {
        let first = self.sum()?;
        if self.style.dialect == Dialect::School && is_plain_number(&first) && self.remainder_word() {
            self.k += 1;
            let rest = self.sum()?;
            return self.made(Expr::Remainder(Box::new(first), Box::new(rest)));
        }
        if self.peek() != Some(&Is::Colon) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.eats(&Is::Colon) {
            parts.push(self.sum()?);
        }
        self.made(Expr::Ratio(parts))
    }

    fn remainder_word(&self) -> bool {
        let word = matches!(
            self.peek(),
            Some(Is::Word(word)) if matches!(&word[..], "R" | "r" | "rem" | "remainder" | "resto" | "residuo")
        );
        word && matches!(self.ahead(1), Some(Is::Digits(_)))
    }

    /// `5x+-3`, written close together before digits, adds -3; `3 +- sqrt(2)` has two values.
    fn adds_a_negative(&self) -> bool {
        let two_signs = self.tokens.get(self.k + 1).is_some_and(|next| next.at == self.at() + 2);
        self.style.dialect == Dialect::School
            && two_signs
            && !self.spaced(0)
            && !self.spaced(1)
            && matches!(self.ahead(1), Some(Is::Digits(_)))
    }

    fn sum(&mut self) -> Read {
        let mut terms: Vec<Expr> = Vec::new();
        terms.push(self.term()?);
        loop {
            let negative = match self.peek() {
                Some(Is::Plus) => false,
                Some(Is::Minus) => true,
                Some(Is::PlusMinus) if self.adds_a_negative() => true,
                Some(Is::PlusMinus) => {
                    self.k += 1;
                    let left = self.many(std::mem::take(&mut terms), Expr::Sum)?;
                    let right = self.term()?;
                    let both = self.made(Expr::PlusMinus(Some(Box::new(left)), Box::new(right)))?;
                    terms.push(both);
                    continue;
                }
                _ => break,
            };
            self.k += 1;
            let term = self.term()?;
            terms.push(if negative { self.made(Expr::Negative(Box::new(term)))? } else { term });
        }
        self.many(terms, Expr::Sum)
    }

    /// A product with its sign: `-3x`, `--x`, `±2`.
    fn term(&mut self) -> Read {
        if self.eats(&Is::PlusMinus) {
            let inside = self.deeper(Self::term)?;
            return self.made(Expr::PlusMinus(None, Box::new(inside)));
        }
        if self.eats(&Is::Minus) {
            let inside = self.deeper(Self::term)?;
            return self.made(Expr::Negative(Box::new(inside)));
        }
        if matches!(self.peek(), Some(Is::Plus)) {
            self.k += 1;
            return self.deeper(Self::term);
        }
        self.product()
    }

    fn product(&mut self) -> Read {
        let mut left = self.factor()?;
        loop {
            if self.style.units
                && is_numeric(&left)
                && !self.remainder_word()
                && !self.is_cross()
                && self.unit_follows()
            {
                left = self.quantity(left)?;
            } else if self.eats_times() {
                let right = self.operand()?;
                left = self.times(left, right)?;
            } else if matches!(self.peek(), Some(Is::Slash | Is::Over)) {
                let by_sign = self.eats(&Is::Over);
                self.k += usize::from(!by_sign);
                let right = if by_sign { self.operand()? } else { self.signed_factor()? };
                left = self.made(Expr::Quotient(Box::new(left), Box::new(right)))?;
            } else if self.side_by_side(&left) {
                let right = self.factor()?;
                left = self.times(left, right)?;
            } else {
                return Ok(left);
            }
        }
    }

    fn unit_follows(&self) -> bool {
        let word = if self.peek() == Some(&Is::Times) { self.ahead(1) } else { self.peek() };
        matches!(word, Some(Is::Word(_)))
    }

    /// A multiplication sign; in school also an x between two numbers, as in `6.02 x 10^23`.
    fn eats_times(&mut self) -> bool {
        let cross = self.is_cross();
        if cross {
            self.k += 1;
        }
        cross || self.eats(&Is::Times)
    }

    fn is_cross(&self) -> bool {
        self.style.dialect == Dialect::School
            && matches!(self.peek(), Some(Is::Word(word)) if word == "x" || word == "X")
            && matches!(self.ahead(1), Some(Is::Digits(_)))
            && self.k > 0
            && matches!(self.tokens[self.k - 1].is, Is::Digits(_))
    }

    fn times(&mut self, left: Expr, right: Expr) -> Read {
        match left {
            Expr::Product(mut factors) => {
                factors.push(right);
                self.nodes += 1;
                self.made(Expr::Product(factors))
            }
            left => self.made(Expr::Product(vec![left, right])),
        }
    }

    /// What stands after × or ÷. In school `1/2 ÷ 3/4` divides by three fourths: a fraction of plain numbers, written
    /// close together, is one number.
    fn operand(&mut self) -> Read {
        let whole = |token: Option<&Is>| match token {
            Some(Is::Digits(digits)) if digits.chars().all(|c| c.is_ascii_digit()) => Some(digits.clone()),
            _ => None,
        };
        let minus = self.peek() == Some(&Is::Minus);
        let at = usize::from(minus);
        let close = self.ahead(at + 1) == Some(&Is::Slash) && !self.spaced(at + 1) && !self.spaced(at + 2);
        let goes_on = matches!(self.ahead(at + 3), Some(Is::Caret | Is::Raised(_) | Is::Bang | Is::Percent));
        let fraction = whole(self.ahead(at)).zip(whole(self.ahead(at + 2)));
        match fraction.filter(|_| close && !goes_on && self.style.dialect == Dialect::School) {
            Some((num, den)) => {
                self.k += at + 3;
                let (num, den) = (Box::new(Expr::Number(num)), Box::new(Expr::Number(den)));
                let fraction = self.made(Expr::Quotient(num, den))?;
                if minus { self.made(Expr::Negative(Box::new(fraction))) } else { Ok(fraction) }
            }
            None => self.signed_factor(),
        }
    }

    fn signed_factor(&mut self) -> Read {
        if self.eats(&Is::Minus) {
            let inside = self.deeper(Self::signed_factor)?;
            return self.made(Expr::Negative(Box::new(inside)));
        }
        if self.eats(&Is::Plus) {
            return self.deeper(Self::signed_factor);
        }
        self.factor()
    }

    /// Whether the next token goes on with a product although no sign stands between.
    fn side_by_side(&self, left: &Expr) -> bool {
        match self.peek() {
            Some(Is::Word(_)) if self.remainder_word() && is_plain_number(left) => false,
            Some(Is::Word(word)) if word == "o" && self.spaced(0) && self.spaced(1) => {
                let relation = |token: &Token| matches!(token.is, Is::Relation(_));
                !(self.tokens[..self.k].iter().any(relation)
                    && self.tokens[self.k + 1..].iter().any(relation))
            }
            Some(Is::Word(_) | Is::Function(_) | Is::Constant(_) | Is::Radical | Is::Frac) => true,
            Some(Is::Open(c)) => *c != '{',
            Some(Is::Bar) => self.bars == 0,
            Some(Is::Digits(_) | Is::Vulgar(..)) => {
                self.style.dialect == Dialect::Kas
                    || matches!(left, Expr::Group(..) if self.closed_just_now())
            }
            Some(Is::Union) => !is_group(left),
            _ => false,
        }
    }

    fn closed_just_now(&self) -> bool {
        self.k > 0 && matches!(self.tokens[self.k - 1].is, Is::Close(')'))
    }

    fn factor(&mut self) -> Read {
        let base = self.postfix()?;
        self.raised(base)
    }

    fn raised(&mut self, base: Expr) -> Read {
        let base = match self.peek().cloned() {
            Some(Is::Raised(text)) => {
                self.k += 1;
                let exponent = self.raised_number(&text)?;
                self.made(Expr::Power(Box::new(base), Box::new(exponent)))?
            }
            Some(Is::Caret) => {
                self.k += 1;
                let exponent = self.deeper(Self::exponent)?;
                self.made(Expr::Power(Box::new(base), Box::new(exponent)))?
            }
            _ => return Ok(base),
        };
        // `x^2!` and `2^3%` go on with their signs; a second `^` belonged to the exponent.
        self.signs(base)
    }

    fn raised_number(&mut self, text: &str) -> Read {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(self.trouble(Why::Missing));
        }
        let number = Expr::Number(digits.into());
        self.made(if negative { Expr::Negative(Box::new(number)) } else { number })
    }

    /// What stands after `^`: a group in braces, or a signed factor with its own powers.
    fn exponent(&mut self) -> Read {
        if self.peek() == Some(&Is::Open('{')) {
            return self.braced();
        }
        if self.eats(&Is::Minus) {
            let inside = self.deeper(Self::exponent)?;
            return self.made(Expr::Negative(Box::new(inside)));
        }
        if self.eats(&Is::Plus) {
            return self.deeper(Self::exponent);
        }
        self.factor()
    }

    /// `{…}` as LaTeX groups.
    fn braced(&mut self) -> Read {
        if self.peek() != Some(&Is::Open('{')) {
            // `\frac12` takes one sign each.
            return self.primary();
        }
        let open = self.k;
        self.k += 1;
        let bars = std::mem::take(&mut self.bars);
        let inside = self.deeper(Self::sum)?;
        self.bars = bars;
        if self.eats(&Is::Close('}')) { Ok(inside) } else { Err(self.unclosed(open)) }
    }

    /// The bracket at token `open` is not closed here.
    fn unclosed(&self, open: usize) -> Unreadable {
        match (self.peek(), &self.tokens[open]) {
            (Some(Is::Close(c)), _) => self.trouble(Why::Unopened(*c)),
            (Some(_), _) => self.unexpected(),
            (None, Token { at, is: Is::Open(c), .. }) => Unreadable { at: *at, why: Why::Unclosed(*c) },
            (None, Token { at, .. }) => Unreadable { at: *at, why: Why::Unclosed('|') },
        }
    }

    fn postfix(&mut self) -> Read {
        let inside = self.primary()?;
        self.signs(inside)
    }

    /// Signs after a value: `!`, `%`, units.
    fn signs(&mut self, mut inside: Expr) -> Read {
        loop {
            match self.peek() {
                Some(Is::Bang) => {
                    self.k += 1;
                    inside = self.made(Expr::Factorial(Box::new(inside)))?;
                }
                Some(Is::Percent) => {
                    self.k += 1;
                    inside = self.made(Expr::Percent(Box::new(inside)))?;
                }
                Some(Is::Degree) => {
                    self.k += 1;
                    let unit = self.degree();
                    inside = self.made(Expr::Quantity(vec![(inside, unit)]))?;
                }
                _ => return Ok(inside),
            }
        }
    }

    /// `°`, `°C` or `°F`.
    fn degree(&mut self) -> Unit {
        let name = match self.peek() {
            Some(Is::Word(word)) if word == "C" || word == "F" => format!("deg{word}"),
            _ => return Unit(vec![("deg".into(), 1)]),
        };
        self.k += 1;
        Unit(vec![(name, 1)])
    }

    fn primary(&mut self) -> Read {
        let at = self.k;
        let Some(is) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        match is {
            Is::Digits(_) | Is::Vulgar(..) => self.bare_number(),
            Is::Constant(constant) => {
                self.k += 1;
                self.made(Expr::Constant(constant))
            }
            Is::Word(word) => self.named(&word),
            Is::Union => self.named("U"),
            Is::Function(function) => {
                self.k += 1;
                self.deeper_call(function)
            }
            Is::Open('{') if self.braces_group() => self.braced(),
            Is::Open(open) => {
                self.k += 1;
                self.bracketed(open, at)
            }
            Is::Bar => {
                self.k += 1;
                self.bars += 1;
                let inside = self.deeper(Self::sum)?;
                self.bars -= 1;
                if !self.eats(&Is::Bar) {
                    return Err(self.unclosed(at));
                }
                self.made(Expr::Call(Function::Abs, vec![inside]))
            }
            Is::Radical => {
                self.k += 1;
                let inside = self.deeper(Self::radicand)?;
                self.made(Expr::Call(Function::Sqrt, vec![inside]))
            }
            Is::Frac => {
                self.k += 1;
                let num = self.deeper(Self::braced)?;
                let den = self.deeper(Self::braced)?;
                self.made(Expr::Quotient(Box::new(num), Box::new(den)))
            }
            Is::Dollar => self.dollars(),
            _ => Err(self.unexpected()),
        }
    }

    /// After `√`: a bracket, or one number or letter.
    fn radicand(&mut self) -> Read {
        self.postfix()
    }

    /// Braces that hold one value and no comma group it, as KAS prints them; in school they are a set.
    fn braces_group(&self) -> bool {
        self.style.dialect == Dialect::Kas
    }

    fn bracketed(&mut self, open: char, at: usize) -> Read {
        let bars = std::mem::take(&mut self.bars);
        if matches!(self.peek(), Some(Is::Close(_))) && open != '(' {
            return self.closed(open, Vec::new(), at, bars);
        }
        let mut members = vec![self.deeper(Self::or)?];
        while self.eats(&Is::Comma) || self.eats(&Is::Semicolon) {
            members.push(self.deeper(Self::or)?);
            self.nodes += 1;
        }
        self.closed(open, members, at, bars)
    }

    fn closed(&mut self, open: char, mut members: Vec<Expr>, at: usize, bars: usize) -> Read {
        self.bars = bars;
        let Some(Is::Close(close)) = self.peek().cloned() else {
            return Err(self.unclosed(at));
        };
        let pair = match (open, close) {
            ('(', ')') => (Fence::Round, Fence::Round),
            ('(', ']') if members.len() == 2 => (Fence::Round, Fence::Square),
            ('[', ']') => (Fence::Square, Fence::Square),
            ('[', ')') if members.len() == 2 => (Fence::Square, Fence::Round),
            ('{', '}') => (Fence::Brace, Fence::Brace),
            _ => return Err(self.trouble(Why::Unopened(close))),
        };
        self.k += 1;
        // Round brackets around one value, and square ones in school, only hold it together.
        let grouping =
            pair.0 == Fence::Round || pair.0 == Fence::Square && self.style.dialect == Dialect::Kas;
        if members.len() == 1 && grouping && pair.0 == pair.1 {
            return Ok(members.remove(0));
        }
        self.made(Expr::Group(pair.0, members, pair.1))
    }

    fn named(&mut self, word: &str) -> Read {
        self.k += 1;
        let name = self.indexed(word)?;
        let called =
            self.peek() == Some(&Is::Open('(')) && !self.spaced(0) && self.style.dialect == Dialect::Stack;
        if !called {
            return self.made(Expr::Name(name));
        }
        let arguments = self.arguments()?;
        self.made(Expr::Apply(name, arguments))
    }

    /// `a_1`, `a_{n+1}`, and in STACK's manner `epsilon[0]`.
    fn indexed(&mut self, word: &str) -> Result<String, Unreadable> {
        if self.style.dialect == Dialect::Stack && self.peek() == Some(&Is::Open('[')) && !self.spaced(0) {
            self.k += 1;
            let index = self.deeper(Self::sum)?;
            if !self.eats(&Is::Close(']')) {
                return Err(self.unexpected());
            }
            return Ok(format!("{word}_{index}"));
        }
        if !self.eats(&Is::Under) {
            return Ok(word.into());
        }
        let index = match self.peek() {
            Some(Is::Open('{')) => self.deeper(Self::braced)?,
            _ => self.deeper(Self::primary)?,
        };
        let plain = matches!(index, Expr::Number(_) | Expr::Name(_));
        Ok(if plain { format!("{word}_{index}") } else { format!("{word}_({index})") })
    }

    fn arguments(&mut self) -> Result<Vec<Expr>, Unreadable> {
        let open = self.k;
        self.k += 1;
        let bars = std::mem::take(&mut self.bars);
        let mut arguments = Vec::new();
        if !self.eats(&Is::Close(')')) {
            loop {
                arguments.push(self.deeper(Self::or)?);
                if !(self.eats(&Is::Comma) || self.eats(&Is::Semicolon)) {
                    break;
                }
            }
            if !self.eats(&Is::Close(')')) {
                return Err(self.unclosed(open));
            }
        }
        self.bars = bars;
        Ok(arguments)
    }

    fn deeper_call(&mut self, function: Function) -> Read {
        if self.depth == MAX_DEPTH {
            return Err(self.trouble(Why::TooDeep));
        }
        self.depth += 1;
        let call = self.call(function);
        self.depth -= 1;
        call
    }

    /// A function with what it is applied to: `sqrt(2)`, `\sqrt[3]{x}`, `log_2 x`, `sin^2 x`, `ln xy`.
    fn call(&mut self, function: Function) -> Read {
        let mut function = function;
        let mut first = None;
        if function == Function::Sqrt && self.peek() == Some(&Is::Open('[')) {
            self.k += 1;
            first = Some(self.deeper(Self::sum)?);
            if !self.eats(&Is::Close(']')) {
                return Err(self.unexpected());
            }
            function = Function::Root;
        }
        if function == Function::Log {
            first = Some(self.base()?);
        }
        let power = self.function_power()?;
        if let Some(inverse) = power.as_ref().and_then(|power| inverse(function, power)) {
            return self.applied(inverse, None, None);
        }
        self.applied(function, first, power)
    }

    /// The base of a logarithm: written after `_`, else the convention's.
    fn base(&mut self) -> Read {
        if self.eats(&Is::Under) {
            return match self.peek() {
                Some(Is::Open('{')) => self.deeper(Self::braced),
                Some(Is::Word(word)) => {
                    let word = word.clone();
                    self.named(&word)
                }
                _ => self.deeper(Self::primary),
            };
        }
        let natural = self.style.dialect == Dialect::Stack && self.k > 0 && !self.is_lg();
        self.made(if natural { Expr::Constant(Constant::E) } else { Expr::Number("10".into()) })
    }

    /// `lg` is to base 10 everywhere; its token is two characters long.
    fn is_lg(&self) -> bool {
        let from = self.tokens[self.k - 1].at;
        let to = self.at();
        to - from == 2
    }

    /// `sin^2 x`
    fn function_power(&mut self) -> Result<Option<Expr>, Unreadable> {
        match self.peek().cloned() {
            Some(Is::Caret) => {
                self.k += 1;
                let minus = self.eats(&Is::Minus);
                let power = self.deeper(if self.peek() == Some(&Is::Open('{')) {
                    Self::braced
                } else {
                    Self::primary
                })?;
                Ok(Some(if minus { Expr::Negative(Box::new(power)) } else { power }))
            }
            Some(Is::Raised(text)) => {
                self.k += 1;
                self.raised_number(&text).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn applied(&mut self, function: Function, first: Option<Expr>, power: Option<Expr>) -> Read {
        // `root(x, 3)`, unlike `sqrt[3](x)`, names the degree last.
        let last = function == Function::Root && first.is_none() && self.style.dialect == Dialect::Stack;
        let mut arguments: Vec<Expr> = first.into_iter().collect();
        match self.peek() {
            Some(Is::Open('(')) => arguments.extend(self.arguments()?),
            Some(Is::Open('{')) => arguments.push(self.braced()?),
            Some(Is::Open('[')) if self.style.dialect != Dialect::Stack => {
                let open = self.k;
                self.k += 1;
                let inside = self.deeper(Self::sum)?;
                if !self.eats(&Is::Close(']')) {
                    return Err(self.unclosed(open));
                }
                arguments.push(inside);
            }
            _ => arguments.push(self.deeper(Self::loose_argument)?),
        }
        if last {
            arguments.reverse();
        }
        let (function, arguments) = self.arity(function, arguments)?;
        let call = self.made(Expr::Call(function, arguments))?;
        match power {
            None => Ok(call),
            Some(power) => self.made(Expr::Power(Box::new(call), Box::new(power))),
        }
    }

    /// `ln 2xy`: what stands side by side up to the next sign, bracket or function.
    fn loose_argument(&mut self) -> Read {
        let mut left = self.signed_factor()?;
        loop {
            let goes_on = match self.peek() {
                Some(Is::Slash) if self.style.dialect == Dialect::Kas => {
                    if matches!(self.ahead(1), Some(Is::Function(_))) {
                        return Ok(left);
                    }
                    self.k += 1;
                    let right = self.signed_factor()?;
                    left = self.made(Expr::Quotient(Box::new(left), Box::new(right)))?;
                    continue;
                }
                Some(Is::Word(_) | Is::Constant(_)) => self.side_by_side(&left),
                _ => false,
            };
            if !goes_on {
                return Ok(left);
            }
            let right = self.factor()?;
            left = self.times(left, right)?;
        }
    }

    /// The right number of arguments: two for roots and logarithms, one for the rest.
    fn arity(
        &self,
        function: Function,
        mut arguments: Vec<Expr>,
    ) -> Result<(Function, Vec<Expr>), Unreadable> {
        let wanted = if matches!(function, Function::Root | Function::Log) { 2 } else { 1 };
        if function == Function::Log && arguments.len() == 3 {
            // `log(x, 2)` and `lg(x, 2)` name the base last.
            let base = arguments.pop();
            arguments[0] = base.unwrap_or(Expr::Constant(Constant::E));
        }
        if arguments.len() == wanted { Ok((function, arguments)) } else { Err(self.trouble(Why::Missing)) }
    }

    /// An amount with its unit, and what follows it: `3 ft 4 in`.
    fn quantity(&mut self, amount: Expr) -> Read {
        let Some(unit) = self.unit()? else { return Err(self.unexpected()) };
        let mut amounts = vec![(amount, unit)];
        while matches!(self.peek(), Some(Is::Digits(_) | Is::Vulgar(..))) && amounts.len() < 6 {
            let mut amount = self.bare_number()?;
            // `2 ft 1/2 in`
            if self.peek() == Some(&Is::Slash) && matches!(self.ahead(1), Some(Is::Digits(_))) {
                self.k += 1;
                let den = self.bare_number()?;
                amount = self.made(Expr::Quotient(Box::new(amount), Box::new(den)))?;
            }
            let Some(unit) = self.unit()? else { return Err(self.unexpected()) };
            amounts.push((amount, unit));
        }
        self.made(Expr::Quantity(amounts))
    }

    /// A unit after an amount: a product of known units with powers.
    fn unit(&mut self) -> Result<Option<Unit>, Unreadable> {
        let mut unit = Vec::new();
        let mut sign = 1;
        loop {
            let from = self.k;
            if !unit.is_empty() {
                match self.peek() {
                    Some(Is::Slash) => {
                        self.k += 1;
                        sign = -1;
                    }
                    Some(Is::Times) => self.k += 1,
                    Some(Is::Word(word)) if word == "per" || word == "por" => {
                        self.k += 1;
                        sign = -1;
                    }
                    _ => {}
                }
            } else if self.peek() == Some(&Is::Times) && matches!(self.ahead(1), Some(Is::Word(_))) {
                self.k += 1;
            }
            let Some(Is::Word(word)) = self.peek().cloned() else {
                self.k = from;
                break;
            };
            let Some(name) = units::name(&word) else {
                return Err(self.trouble(Why::UnknownWord));
            };
            self.k += 1;
            unit.push((name.to_string(), sign * self.unit_power()?));
            if unit.len() > 8 {
                return Err(self.trouble(Why::TooDeep));
            }
        }
        Ok((!unit.is_empty()).then_some(Unit(unit)))
    }

    fn unit_power(&mut self) -> Result<i8, Unreadable> {
        let text = match self.peek().cloned() {
            Some(Is::Raised(text)) => {
                self.k += 1;
                text
            }
            Some(Is::Caret) => {
                self.k += 1;
                let bracket = self.eats(&Is::Open('(')) || self.eats(&Is::Open('{'));
                let minus = if self.eats(&Is::Minus) { "-" } else { "" };
                let Some(Is::Digits(digits)) = self.peek().cloned() else { return Err(self.unexpected()) };
                self.k += 1;
                if bracket {
                    self.k += 1;
                }
                format!("{minus}{digits}")
            }
            _ => return Ok(1),
        };
        text.parse().ok().filter(|n: &i8| n.unsigned_abs() <= 12).ok_or_else(|| self.trouble(Why::TooLarge))
    }

    fn dollars(&mut self) -> Read {
        self.k += 1;
        let minus = self.eats(&Is::Minus);
        if !matches!(self.peek(), Some(Is::Digits(_))) {
            return Err(self.unexpected());
        }
        let amount = self.bare_number()?;
        let amount = if minus { Expr::Negative(Box::new(amount)) } else { amount };
        self.made(Expr::Quantity(vec![(amount, Unit(vec![("$".into(), 1)]))]))
    }

    /// Digits, `1 1/2`, `½`, `2½`, `1 250 000`.
    fn bare_number(&mut self) -> Read {
        let at = self.at();
        let Some(is) = self.peek().cloned() else { return Err(self.unexpected()) };
        self.k += 1;
        if let Is::Vulgar(num, den) = is {
            return self.made(vulgar(num, den));
        }
        let Is::Digits(raw) = is else {
            self.k -= 1;
            return Err(self.unexpected());
        };
        let mut digits = plain(&raw, at, self.style)?;
        if self.style.dialect == Dialect::School && !self.style.list {
            while let Some(group) = self.group_of_three(&digits) {
                digits.push_str(&group);
                self.k += 1;
            }
        }
        if self.style.dialect == Dialect::School && digits.chars().all(|c| c.is_ascii_digit()) {
            if let Some(Is::Vulgar(num, den)) = self.peek().cloned() {
                self.k += 1;
                return self.made(Expr::Mixed(digits, num.to_string(), den.to_string()));
            }
            if let Some((num, den, length)) = self.fraction_after() {
                self.k += length;
                return self.made(Expr::Mixed(digits, num, den));
            }
        }
        self.made(Expr::Number(digits))
    }

    /// Three digits after a space that go on with a number: `1 250`.
    fn group_of_three(&self, digits: &str) -> Option<String> {
        let first = !digits.is_empty();
        let whole = digits.chars().all(|c| c.is_ascii_digit()) && !digits.starts_with('0') && first;
        let grouped = digits.len() <= 3 || self.tokens.get(self.k.wrapping_sub(1)).is_some_and(|t| t.spaced);
        match self.peek() {
            Some(Is::Digits(group)) if whole && grouped && group.len() == 3 => {
                let fraction = matches!(self.ahead(1), Some(Is::Slash));
                let plain = group.chars().all(|c| c.is_ascii_digit());
                (plain && !fraction && self.spaced(0)).then(|| group.clone())
            }
            _ => None,
        }
    }

    /// `1/2` or `\frac{1}{2}` of plain digits, right after a whole number: numerator, denominator, tokens.
    fn fraction_after(&self) -> Option<(String, String, usize)> {
        let whole = |n: usize| match self.ahead(n) {
            Some(Is::Digits(digits)) if digits.chars().all(|c| c.is_ascii_digit()) => Some(digits.clone()),
            _ => None,
        };
        if self.peek() == Some(&Is::Frac) {
            let braces = [(1, '{'), (4, '{')].iter().all(|(n, c)| self.ahead(*n) == Some(&Is::Open(*c)))
                && [3, 6].iter().all(|n| self.ahead(*n) == Some(&Is::Close('}')));
            return if braces { Some((whole(2)?, whole(5)?, 7)) } else { None };
        }
        let (num, den) = (whole(0)?, whole(2)?);
        let slash = self.ahead(1) == Some(&Is::Slash) && self.ahead(3) != Some(&Is::Caret);
        (slash && self.spaced(0)).then_some((num, den, 3))
    }
}

/// -1, 0 or 1: which way a comparison points.
fn points(relation: Relation) -> i8 {
    match relation {
        Relation::Less | Relation::AtMost => -1,
        Relation::Greater | Relation::AtLeast => 1,
        Relation::Equal | Relation::NotEqual => 0,
    }
}

fn is_group(expr: &Expr) -> bool {
    matches!(expr, Expr::Group(..) | Expr::Union(_))
}

fn is_plain_number(expr: &Expr) -> bool {
    matches!(expr, Expr::Number(_))
}

/// An amount that may have a unit.
fn is_numeric(expr: &Expr) -> bool {
    match expr {
        Expr::Number(_) | Expr::Mixed(..) => true,
        Expr::Quotient(a, b) | Expr::Power(a, b) => is_numeric(a) && is_numeric(b),
        Expr::Product(all) | Expr::Sum(all) => all.iter().all(is_numeric),
        Expr::Negative(inside) => is_numeric(inside),
        _ => false,
    }
}

fn vulgar(num: i64, den: i64) -> Expr {
    let digits = |n: i64| Box::new(Expr::Number(n.to_string()));
    Expr::Quotient(digits(num), digits(den))
}

/// `sin^-1` is the arcsine.
fn inverse(function: Function, power: &Expr) -> Option<Function> {
    let minus_one = Expr::Negative(Box::new(Expr::Number("1".into())));
    if *power != minus_one {
        return None;
    }
    Some(match function {
        Function::Sin => Function::Arcsin,
        Function::Cos => Function::Arccos,
        Function::Tan => Function::Arctan,
        Function::Csc => Function::Arccsc,
        Function::Sec => Function::Arcsec,
        Function::Cot => Function::Arccot,
        _ => return None,
    })
}

/// Digits as typed, as plain digits with a point: without thousands marks, with a 0 before the point.
fn plain(raw: &str, at: usize, style: Style) -> Result<String, Unreadable> {
    let (digits, exponent) = raw.split_once('e').map_or((raw, None), |(digits, e)| (digits, Some(e)));
    let plain = match style.dialect {
        Dialect::School => super::entry::plain_digits(digits, at, style.mark)?,
        dialect => foreign_digits(digits, at, dialect)?,
    };
    Ok(exponent.map_or(plain.clone(), |e| format!("{plain}e{e}")))
}

/// Computer algebra has a point and nothing else; `1.` is 1.
fn foreign_digits(digits: &str, at: usize, dialect: Dialect) -> Result<String, Unreadable> {
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
    let whole = if whole.is_empty() { "0" } else { whole };
    match decimals {
        Some(decimals) if decimals.contains('.') => Err(Unreadable { at, why: Why::Grouping }),
        // The point after `100.` says that every digit counts.
        Some("") if dialect == Dialect::Stack => Ok(format!("{whole}.")),
        Some("") | None => Ok(whole.into()),
        Some(decimals) => Ok(format!("{whole}.{decimals}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::DecimalMark;

    fn told(source: &str, style: Style) -> String {
        match parse(source, style) {
            Ok(expr) => {
                let printed = expr.to_string();
                assert_eq!(parse(&printed, style).as_ref(), Ok(&expr), "{source:?} prints as {printed:?}");
                printed
            }
            Err(Unreadable { at, why }) => format!("{why:?} at {at}"),
        }
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(told(source, Style::school(DecimalMark::Point)), expected, "{source:?}");
    }

    #[test]
    fn numbers_are_read_as_children_write_them() {
        check("7", "7");
        check("1 1/2", "1 1/2");
        check("1½", "1 1/2");
        check("½", "1/2");
        check("0,75", "0.75");
        check(".5", "0.5");
        check("1,250", "1250");
        check("1 250 000", "1250000");
        check("50%", "50%");
        check("$3.20", "$3.20");
        check("-$5", "-$5");
        check("3:4", "3:4");
        check("7:45", "7:45");
        check("5 R 2", "5 R 2");
        check("5r2", "5 R 2");
        check("5 residuo 2", "5 R 2");
        check("6.02 x 10^23", "6.02*10^23");
        check("6.02 × 10²³", "6.02*10^23");
        check("1.41e-2", "1.41e-2");
        check("−3", "-3");
        check("45°", "45°");
    }

    #[test]
    fn algebra_is_read_without_multiplication_signs() {
        check("2x+1", "2x + 1");
        check("x^2", "x^2");
        check("x²y", "x^2*y");
        check("sqrt(2)", "sqrt(2)");
        check("√2", "sqrt(2)");
        check("√(x+1)", "sqrt(x + 1)");
        check("2pi r", "2*pi*r");
        check("πr²", "pi*r^2");
        check("(x+1)(x-2)", "(x + 1)*(x - 2)");
        check("2(x+1)", "2(x + 1)");
        check("1/2x", "1/2*x");
        check("-x^2", "-x^2");
        check("(-x)^2", "(-x)^2");
        check("x^-2", "x^(-2)");
        check("|x-3|", "abs(x - 3)");
        check("||x|-1|", "abs(abs(x) - 1)");
        check("2|x||y|", "2*abs(x)*abs(y)");
        check("\\frac{1}{2}x", "1/2*x");
        check("2\\frac{1}{2}", "2 1/2");
        check("\\sqrt[3]{x}", "sqrt[3](x)");
        check("3\\cdot x", "3x");
        check("a_1+a_{n+1}", "a_1 + a_(n + 1)");
        check("x = ±2", "x = ±2");
        check("theta + α", "theta + alpha");
        check("log_2(8)", "log_2(8)");
        check("sin^2 x", "sin(x)^2");
    }

    #[test]
    fn comparisons_points_sets_and_intervals_are_read() {
        check("3 < x <= 7", "3 < x <= 7");
        check("y=2x+1", "y = 2x + 1");
        check("x≥-1", "x >= -1");
        check("(2, -3)", "(2, -3)");
        check("{1, 2}", "{1, 2}");
        check("{}", "{}");
        check("[2, 5)", "[2, 5)");
        check("(-inf, 2) U (3, ∞)", "(-inf, 2) U (3, inf)");
        check("x<2 or x>5", "x < 2 or x > 5");
        check("x < 2 o x > 5", "x < 2 or x > 5");
        check("1, 2, 4", "1, 2, 4");
    }

    #[test]
    fn trouble_is_told_with_its_place() {
        check("", "Empty at 0");
        check("3+", "Unfinished at 2");
        check("3/", "Unfinished at 2");
        check("* 3", "Missing at 0");
        check("3 + * 4", "Missing at 4");
        check("(x+1", "Unclosed('(') at 0");
        check("x+1)", "Unopened(')') at 3");
        check("(x+1]", "Unopened(']') at 4");
        check("3 # 4", "UnexpectedCharacter('#') at 2");
        check("1 2", "TwoNumbers at 2");
        check("3 < x > 1", "MixedDirections at 6");
        check(&"(".repeat(100), "TooDeep at 65");
        check(&"-".repeat(2000), "TooLong at 1000");
        check(&"-".repeat(900), "TooDeep at 65");
        check(&"x+".repeat(499), "Unfinished at 998");
    }

    #[test]
    fn a_list_or_units_are_read_when_they_are_asked_for() {
        let list = Style::school(DecimalMark::Point).with_list();
        assert_eq!(told("1,250", list), "1, 250");
        assert_eq!(told("2.5,3", list), "2.5, 3");
        let comma = Style::school(DecimalMark::Comma).with_list();
        assert_eq!(told("2;3", comma), "2, 3");
        let units = Style::school(DecimalMark::Point).with_units();
        assert_eq!(told("3 ft 4 in", units), "3 ft 4 in");
        assert_eq!(told("3 feet", units), "3 ft");
        assert_eq!(told("12 m/s", units), "12 m*s^-1");
        assert_eq!(told("5 cm^2", units), "5 cm^2");
        assert_eq!(told("1 1/2 hours", units), "1 1/2 h");
        assert_eq!(told("1/2 cup", units), "1/2 cup");
        assert_eq!(told("-3 m", units), "-3 m");
        assert_eq!(told("3 blah", units), "UnknownWord at 2");
    }
}
