//! A typed text as tokens. LaTeX words, Unicode signs and plain keyboard signs come out alike.

use super::entry::{Unreadable, Why};
use super::expr::{Constant, Dialect, Function, GREEK, Relation, Style};

/// Longer texts are not read.
pub const MAX_CHARS: usize = 1_000;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// The character it starts at, counted from 0.
    pub at: usize,
    /// Whether white space stands before it.
    pub spaced: bool,
    pub is: Is,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Is {
    /// Digits with points and commas as typed.
    Digits(String),
    /// A ready-made fraction character.
    Vulgar(i64, i64),
    /// Raised digits, as plain digits with an optional minus.
    Raised(String),
    /// A run of letters, or one Greek letter by its name.
    Word(String),
    Function(Function),
    Constant(Constant),
    Plus,
    Minus,
    Times,
    Slash,
    /// `÷`
    Over,
    Caret,
    PlusMinus,
    Percent,
    Degree,
    Dollar,
    Bang,
    Bar,
    /// `√`
    Radical,
    Under,
    Colon,
    Comma,
    Semicolon,
    Relation(Relation),
    /// `(`, `[` or `{`, and whether the brace only groups, as in LaTeX.
    Open(char),
    Close(char),
    /// `\frac`, `\dfrac`
    Frac,
    Union,
    And,
    Or,
    Not,
}

pub(super) fn tokens(draft: &str, style: Style) -> Result<Vec<Token>, Unreadable> {
    let chars: Vec<char> = draft.chars().collect();
    if chars.len() > MAX_CHARS {
        return Err(Unreadable { at: MAX_CHARS, why: Why::TooLong });
    }
    let mut lexer = Lexer { chars, at: 0, style, spaced: false, tokens: Vec::new(), depth: Vec::new() };
    lexer.run()?;
    Ok(lexer.tokens)
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    style: Style,
    spaced: bool,
    tokens: Vec<Token>,
    /// The brackets that are open, to know whether a comma separates members.
    depth: Vec<char>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Whether a power stands there, after blanks: `^`, `**`, `²`.
    fn is_raised_after(&self, ahead: usize) -> bool {
        let mut rest =
            self.chars[(self.at + ahead).min(self.chars.len())..].iter().skip_while(|c| **c == ' ');
        match rest.next() {
            Some('*') => rest.next() == Some(&'*'),
            next => next.is_some_and(|c| *c == '^' || raised(*c).is_some()),
        }
    }

    fn push(&mut self, length: usize, is: Is) {
        match &is {
            Is::Open(c) => self.depth.push(*c),
            Is::Close(_) => {
                self.depth.pop();
            }
            _ => {}
        }
        self.tokens.push(Token { at: self.at, spaced: self.spaced, is });
        self.at += length;
        self.spaced = false;
    }

    fn run(&mut self) -> Result<(), Unreadable> {
        while let Some(c) = self.peek(0) {
            if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '~') {
                self.at += 1;
                self.spaced = true;
            } else if c.is_ascii_digit() || matches!(c, '.' | ',') && self.digit_at(1) && self.mark_begins(c)
            {
                self.digits();
            } else if c == '\\' {
                self.latex()?;
            } else if c.is_alphabetic() && raised(c).is_none() {
                self.word();
            } else {
                self.sign(c)?;
            }
        }
        Ok(())
    }

    fn digit_at(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|c| c.is_ascii_digit())
    }

    /// `.5` is a number everywhere; `,5` only where the comma is no separator.
    fn mark_begins(&self, c: char) -> bool {
        c == '.' || !self.commas_separate() && self.tokens.is_empty()
    }

    fn commas_separate(&self) -> bool {
        self.style.list || !self.depth.is_empty() || self.style.dialect != Dialect::School
    }

    fn digits(&mut self) {
        let from = self.at;
        let mut end = from;
        let separate = self.commas_separate();
        let comma_mark = self.style.mark == super::DecimalMark::Comma;
        while let Some(c) = self.chars.get(end) {
            let followed = self.chars.get(end + 1).is_some_and(char::is_ascii_digit);
            // In a list a comma separates, except as the decimal mark of the language, close before a digit.
            let mark = *c == '.' && (followed || self.style.dialect != Dialect::School)
                || *c == ',' && followed && (!separate || comma_mark && !self.style.list);
            if !(c.is_ascii_digit() || mark) {
                break;
            }
            end += 1;
        }
        let school = self.style.dialect == Dialect::School;
        let mut text: String = self.chars[from..end].iter().collect();
        // `3.` and `3,` at the very end are unfinished numbers.
        if school && !separate && end + 1 == self.chars.len() && matches!(self.chars[end], '.' | ',') {
            text.push(self.chars[end]);
            end += 1;
        }
        if let Some(power) = self.exponent(end) {
            text.push('e');
            text.push_str(&power.0);
            end = power.1;
        }
        self.push(end - from, Is::Digits(text));
    }

    /// `e-2` or `E3` directly after digits.
    fn exponent(&self, end: usize) -> Option<(String, usize)> {
        if self.style.dialect == Dialect::Kas || !matches!(self.chars.get(end), Some('e' | 'E')) {
            return None;
        }
        let mut k = end + 1;
        let mut text = String::new();
        match self.chars.get(k) {
            Some('-' | '\u{2212}') => {
                text.push('-');
                k += 1;
            }
            Some('+') => k += 1,
            _ => {}
        }
        let from = k;
        while let Some(c) = self.chars.get(k).filter(|c| c.is_ascii_digit()) {
            text.push(*c);
            k += 1;
        }
        (k > from && k - from <= 9).then_some((text, k))
    }

    /// Letters. In school they fall apart into functions, Greek letters and single letters; elsewhere they are one
    /// name.
    fn word(&mut self) {
        let rest: String = self.chars[self.at..].iter().take_while(|c| c.is_alphabetic()).collect();
        let length = rest.chars().count();
        if let Some((name, _)) = GREEK.iter().find(|(_, sign)| rest.starts_with(*sign)) {
            return self.push(1, Is::Word((*name).into()));
        }
        if rest.starts_with('ϵ') || rest.starts_with('ϕ') || rest.starts_with('ϑ') {
            let name = if rest.starts_with('ϵ') {
                "epsilon"
            } else if rest.starts_with('ϕ') {
                "phi"
            } else {
                "theta"
            };
            return self.push(1, Is::Word(name.into()));
        }
        if rest.starts_with('π') {
            return self.push(1, Is::Constant(Constant::Pi));
        }
        match self.style.dialect {
            Dialect::Stack => {
                let name: String =
                    self.chars[self.at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
                let length = name.chars().count();
                self.push(length, stack_word(&name));
            }
            Dialect::School if self.style.units && self.after_amount() => self.unit(rest, length),
            dialect => self.letters(&rest, length, dialect),
        }
    }

    fn after_amount(&self) -> bool {
        let last = self.tokens.last().map(|token| &token.is);
        matches!(
            last,
            Some(
                Is::Digits(_)
                    | Is::Vulgar(..)
                    | Is::Word(_)
                    | Is::Raised(_)
                    | Is::Times
                    | Is::Slash
                    | Is::Close(_)
            )
        )
    }

    /// A word after an amount: a unit, or what it would be elsewhere.
    fn unit(&mut self, rest: String, length: usize) {
        let elsewhere = length == 1 || rest.starts_with("pi") || Function::leading(&rest).is_some();
        if super::units::find(&rest).is_none() && (elsewhere || keyword(&rest).is_some()) {
            self.letters(&rest, length, Dialect::School);
        } else {
            self.push(length, Is::Word(rest));
        }
    }

    fn letters(&mut self, rest: &str, length: usize, dialect: Dialect) {
        if let Some(is) = keyword(rest) {
            return self.push(length, is);
        }
        if let Some((name, function)) = Function::leading(rest) {
            return self.push(name.chars().count(), Is::Function(function));
        }
        if let Some((name, _)) = GREEK.iter().find(|(name, _)| rest.starts_with(name)) {
            return self.push(name.len(), Is::Word((*name).into()));
        }
        if rest.starts_with("pi") {
            return self.push(2, Is::Constant(Constant::Pi));
        }
        let e = rest.starts_with('e') && (dialect == Dialect::Kas || self.is_raised_after(1));
        if e {
            return self.push(1, Is::Constant(Constant::E));
        }
        let letter: String = rest.chars().take(1).collect();
        let words = dialect == Dialect::School && length > 1 && is_plain_word(rest);
        if words { self.push(length, Is::Word(rest.into())) } else { self.push(1, Is::Word(letter)) }
    }

    fn latex(&mut self) -> Result<(), Unreadable> {
        let rest: String = self.chars[self.at + 1..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        if rest.is_empty() {
            // `\ `, `\,`, `\;` are spaces; `\{` and `\%` are the sign itself.
            self.at += 1;
            match self.peek(0) {
                Some('{' | '}' | '%' | '$' | '|') => {}
                Some(_) => {
                    self.at += 1;
                    self.spaced = true;
                }
                None => return Err(Unreadable { at: self.at, why: Why::Unfinished }),
            }
            return Ok(());
        }
        let known =
            LATEX.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len());
        let function = Function::leading(&rest);
        let greek = GREEK.iter().find(|(name, _)| rest.starts_with(name));
        let longest = known.map_or(0, |(word, _)| word.len());
        if let Some((name, function)) = function.filter(|(name, _)| name.len() > longest) {
            self.push(name.len() + 1, Is::Function(function));
        } else if let Some((name, _)) = greek.filter(|(name, _)| name.len() > longest) {
            self.push(name.len() + 1, Is::Word((*name).into()));
        } else if let Some((word, is)) = known {
            match is {
                Some(is) => self.push(word.len() + 1, is.clone()),
                None => {
                    self.at += word.len() + 1;
                    self.spaced = true;
                }
            }
        } else {
            return Err(Unreadable { at: self.at, why: Why::UnexpectedCharacter('\\') });
        }
        Ok(())
    }

    fn sign(&mut self, c: char) -> Result<(), Unreadable> {
        if raised(c).is_some() {
            let run: String = self.chars[self.at..].iter().map_while(|c| raised(*c)).collect();
            self.push(run.chars().count(), Is::Raised(run));
            return Ok(());
        }
        if let Some((num, den)) = super::entry::vulgar(c) {
            self.push(1, Is::Vulgar(num, den));
            return Ok(());
        }
        for (sign, is) in SIGNS {
            let length = sign.chars().count();
            if sign.chars().enumerate().all(|(k, c)| self.peek(k) == Some(c)) {
                // `+-` is plus-minus only where people write it for that.
                let doubled = *sign == "+-" && self.style.dialect == Dialect::Kas;
                if !doubled {
                    self.push(length, is.clone());
                    return Ok(());
                }
            }
        }
        if c == '%' && self.style.dialect == Dialect::Stack {
            let constant = match self.peek(1) {
                Some('e') => Some((2, Is::Constant(Constant::E))),
                Some('i') => Some((2, Is::Constant(Constant::I))),
                Some('p') if self.peek(2) == Some('i') => Some((3, Is::Constant(Constant::Pi))),
                _ => None,
            };
            if let Some((length, is)) = constant {
                self.push(length, is);
                return Ok(());
            }
        }
        let is = match c {
            '+' => Is::Plus,
            '-' | '\u{2212}' | '\u{2010}'..='\u{2013}' => Is::Minus,
            '*' | '×' | '·' | '⋅' | '∙' | '•' | '∗' => Is::Times,
            '/' | '\u{2044}' | '\u{2215}' => Is::Slash,
            '÷' => Is::Over,
            '^' => Is::Caret,
            '±' => Is::PlusMinus,
            '%' => Is::Percent,
            '°' | 'º' => Is::Degree,
            '$' => Is::Dollar,
            '!' => Is::Bang,
            '|' => Is::Bar,
            '√' => Is::Radical,
            '_' => Is::Under,
            ':' => Is::Colon,
            ',' => Is::Comma,
            ';' => Is::Semicolon,
            '=' => Is::Relation(Relation::Equal),
            '<' => Is::Relation(Relation::Less),
            '>' => Is::Relation(Relation::Greater),
            '≤' => Is::Relation(Relation::AtMost),
            '≥' => Is::Relation(Relation::AtLeast),
            '≠' => Is::Relation(Relation::NotEqual),
            '∞' => Is::Constant(Constant::Infinity),
            '∪' => Is::Union,
            '(' | '[' | '{' => Is::Open(c),
            ')' | ']' | '}' => Is::Close(c),
            c => return Err(Unreadable { at: self.at, why: Why::UnexpectedCharacter(c) }),
        };
        self.push(1, is);
        Ok(())
    }
}

/// Signs of more than one character, longest first.
const SIGNS: &[(&str, Is)] = &[
    ("#pm#", Is::PlusMinus),
    ("=/=", Is::Relation(Relation::NotEqual)),
    ("**", Is::Caret),
    ("<=", Is::Relation(Relation::AtMost)),
    (">=", Is::Relation(Relation::AtLeast)),
    ("=<", Is::Relation(Relation::AtMost)),
    ("=>", Is::Relation(Relation::AtLeast)),
    ("!=", Is::Relation(Relation::NotEqual)),
    ("<>", Is::Relation(Relation::NotEqual)),
    ("+-", Is::PlusMinus),
];

/// LaTeX words; `None` is a space.
const LATEX: &[(&str, Option<Is>)] = &[
    ("frac", Some(Is::Frac)),
    ("dfrac", Some(Is::Frac)),
    ("tfrac", Some(Is::Frac)),
    ("cdot", Some(Is::Times)),
    ("times", Some(Is::Times)),
    ("ast", Some(Is::Times)),
    ("div", Some(Is::Over)),
    ("pm", Some(Is::PlusMinus)),
    ("pi", Some(Is::Constant(Constant::Pi))),
    ("infty", Some(Is::Constant(Constant::Infinity))),
    ("le", Some(Is::Relation(Relation::AtMost))),
    ("leq", Some(Is::Relation(Relation::AtMost))),
    ("ge", Some(Is::Relation(Relation::AtLeast))),
    ("geq", Some(Is::Relation(Relation::AtLeast))),
    ("lt", Some(Is::Relation(Relation::Less))),
    ("gt", Some(Is::Relation(Relation::Greater))),
    ("ne", Some(Is::Relation(Relation::NotEqual))),
    ("neq", Some(Is::Relation(Relation::NotEqual))),
    ("cup", Some(Is::Union)),
    ("circ", Some(Is::Degree)),
    ("left", None),
    ("right", None),
    ("space", None),
    ("quad", None),
    ("displaystyle", None),
];

fn keyword(word: &str) -> Option<Is> {
    Some(match word {
        "and" => Is::And,
        "or" => Is::Or,
        "not" => Is::Not,
        "U" => Is::Union,
        "inf" | "infinity" | "infty" => Is::Constant(Constant::Infinity),
        _ => return None,
    })
}

/// A word that is kept whole in school: the remainder of a division, and nothing that could be a product.
fn is_plain_word(word: &str) -> bool {
    matches!(word, "rem" | "remainder" | "resto" | "residuo" | "oo" | "AM" | "PM" | "am" | "pm")
}

fn stack_word(word: &str) -> Is {
    match word {
        "and" | "nounand" => Is::And,
        "or" | "nounor" => Is::Or,
        "not" | "nounnot" => Is::Not,
        "pi" => Is::Constant(Constant::Pi),
        "e" => Is::Constant(Constant::E),
        "i" => Is::Constant(Constant::I),
        "inf" | "infinity" => Is::Constant(Constant::Infinity),
        "true" => Is::Constant(Constant::True),
        "false" => Is::Constant(Constant::False),
        word => Function::named(word).map_or_else(|| Is::Word(word.into()), Is::Function),
    }
}

/// A raised character as a plain one.
fn raised(c: char) -> Option<char> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match c {
        '⁻' => Some('-'),
        c => {
            let k = RAISED.iter().position(|raised| *raised == c)?;
            char::from_digit(u32::try_from(k).ok()?, 10)
        }
    }
}
