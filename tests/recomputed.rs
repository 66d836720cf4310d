//! Every answer of the course found a second time, by somebody who has only the question: its printed text, its figure
//! in words, its options. `content/answers.txt` says for each family how; the numbers are read off the page here and
//! worked with by arithmetic of its own, so nothing is shared with the expressions that the answers come from. A rule
//! must take the right answer and refuse others: each other option, each known way to miss, and numbers beside.
#![cfg(feature = "tools")]

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering as Atomic};
use trellis::content::more::respond::Task;
use trellis::content::source::Pack;
use trellis::content::{Locale, Question, Response, Unit};

// ---- arithmetic ----------------------------------------------------------------------------------------------

/// A number as it is printed: its value, and top and bottom as they stand there.
#[derive(Clone, Copy, Debug)]
struct Number {
    value: Ratio,
    /// The whole number of a mixed one, and the fraction beside it, not reduced.
    whole: i128,
    top: i128,
    bottom: i128,
    /// An empty place or a question mark.
    gone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ratio {
    top: i128,
    bottom: i128,
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

impl Ratio {
    fn new(top: i128, bottom: i128) -> Self {
        assert!(bottom != 0, "a rule divides by zero");
        let by = gcd(top, bottom) * bottom.signum();
        Self { top: top / by, bottom: bottom / by }
    }

    fn whole(n: i128) -> Self {
        Self { top: n, bottom: 1 }
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self { top: -other.top, ..other })
    }

    fn times(self, other: Self) -> Self {
        Self::new(self.top * other.top, self.bottom * other.bottom)
    }

    fn over(self, other: Self) -> Self {
        Self::new(self.top * other.bottom, self.bottom * other.top)
    }

    fn floor(self) -> Self {
        Self::whole(self.top.div_euclid(self.bottom))
    }

    fn integer(self) -> i128 {
        assert!(self.bottom == 1, "a rule needs a whole number");
        self.top
    }

    fn print(self) -> String {
        if self.bottom == 1 { self.top.to_string() } else { format!("{}/{}", self.top, self.bottom) }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some((self.top * other.bottom).cmp(&(other.top * self.bottom)))
    }
}

impl Number {
    fn of(whole: i128, top: i128, bottom: i128) -> Self {
        Self { value: Ratio::whole(whole).plus(Ratio::new(top, bottom)), whole, top, bottom, gone: false }
    }

    fn whole(n: i128) -> Self {
        Self { value: Ratio::whole(n), whole: n, top: n, bottom: 1, gone: false }
    }

    const GONE: Self =
        Self { value: Ratio { top: -1, bottom: 1 }, whole: -1, top: -1, bottom: 1, gone: true };

    fn print(self) -> String {
        match (self.bottom, self.whole) {
            (1, _) => self.top.to_string(),
            (_, 0) => format!("{}/{}", self.top, self.bottom),
            _ => format!("{} {}/{}", self.whole, self.top, self.bottom),
        }
    }
}

// ---- reading the page ----------------------------------------------------------------------------------------

/// The numbers of a text in order. Within backticks `2 3/4` is one mixed number, and a side of an equation such as
/// `8/_` gives its 8.
fn numbers(text: &str) -> Vec<Number> {
    let chars: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let (mut at, mut maths) = (0, false);
    while at < chars.len() {
        match chars[at] {
            '`' => {
                maths = !maths;
                at += 1;
            }
            c if c.is_ascii_digit() => {
                let (number, next) = number_at(&chars, at, maths);
                all.push(number);
                at = next;
            }
            _ => at += 1,
        }
    }
    all
}

fn digits(chars: &[char], at: usize) -> Option<(i128, usize)> {
    let mut end = at;
    while chars.get(end).is_some_and(char::is_ascii_digit) {
        end += 1;
    }
    // 1,000 is one number; `12, 8` and `1,2` are two.
    while chars.get(end) == Some(&',')
        && (1..=3).all(|k| chars.get(end + k).is_some_and(char::is_ascii_digit))
        && !chars.get(end + 4).is_some_and(char::is_ascii_digit)
    {
        end += 4;
    }
    let text: String = chars[at..end].iter().filter(|c| **c != ',').collect();
    Some((text.parse().ok()?, end))
}

fn fraction_at(chars: &[char], at: usize) -> Option<(i128, i128, usize)> {
    let (top, next) = digits(chars, at)?;
    (chars.get(next) == Some(&'/')).then_some(())?;
    let (bottom, end) = digits(chars, next + 1)?;
    Some((top, bottom, end))
}

fn number_at(chars: &[char], at: usize, maths: bool) -> (Number, usize) {
    if let Some((top, bottom, end)) = fraction_at(chars, at) {
        return (Number::of(0, top, bottom), end);
    }
    let (whole, next) = digits(chars, at).expect("a digit stands there");
    if maths
        && chars.get(next) == Some(&' ')
        && let Some((top, bottom, end)) = fraction_at(chars, next + 1)
    {
        return (Number::of(whole, top, bottom), end);
    }
    (Number::whole(whole), next)
}

const ONES: [&str; 20] = [
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
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [(&str, &str); 13] = [
    ("half", "two"),
    ("halve", "two"),
    ("third", "three"),
    ("fourth", "four"),
    ("fifth", "five"),
    ("eighth", "eight"),
    ("ninth", "nine"),
    ("twelfth", "twelve"),
    ("twentieth", "twenty"),
    ("thirtieth", "thirty"),
    ("fortieth", "forty"),
    ("first", "one"),
    ("second", "two"),
];

/// `twenty-three` as a number.
fn cardinal(word: &str) -> Option<i128> {
    if let Some(n) = ONES.iter().position(|one| *one == word) {
        return i128::try_from(n).ok();
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let tens = TENS.iter().position(|ten| *ten == tens)?;
    let ones = ONES[..10].iter().position(|one| *one == ones)?;
    i128::try_from((tens + 2) * 10 + ones).ok()
}

/// `thirds`, `twenty-fifths` as 3, 25.
fn denominator(word: &str) -> Option<i128> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let (lead, last) = word.rsplit_once('-').map_or(("", word), |(lead, last)| (lead, last));
    let known = ORDINALS.iter().find(|(name, _)| *name == last).map(|(_, n)| *n);
    let last = known.or_else(|| last.strip_suffix("th"))?;
    cardinal(&if lead.is_empty() { last.to_string() } else { format!("{lead}-{last}") })
}

/// The numbers of a figure in words: digits, fractions in words, and its empty places.
fn figure_numbers(text: &str) -> Vec<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let plain = |k: usize| words.get(k).copied().unwrap_or("").trim_matches(['.', ',', ':', ';', '?']);
        let fraction = cardinal(plain(at)).zip(denominator(plain(at + 1)));
        if let Some((top, bottom)) = fraction.filter(|(_, bottom)| *bottom > 1) {
            all.push(Number::of(0, top, bottom));
            at += 2;
            continue;
        }
        let mark = plain(at) == "question" && plain(at + 1).starts_with("mark");
        if mark || plain(at) == "empty" || words[at].trim_end_matches(['.', ',']) == "?" {
            all.push(Number::GONE);
            at += 1 + usize::from(mark);
            continue;
        }
        all.extend(numbers(words[at]));
        at += 1;
    }
    all
}

/// The stretches of maths in a text.
fn maths(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

// ---- maths as printed ----------------------------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq)]
enum Sign {
    Number(Ratio),
    Mark(char),
}

fn signs(text: &str) -> Option<Vec<Sign>> {
    let chars: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match chars[at] {
            c if c.is_ascii_digit() => {
                let (number, next) = number_at(&chars, at, true);
                all.push(Sign::Number(number.value));
                at = next;
            }
            c if c.is_whitespace() => at += 1,
            c if "+−-×÷=<>()".contains(c) => {
                all.push(Sign::Mark(if c == '-' { '−' } else { c }));
                at += 1;
            }
            _ => return None,
        }
    }
    Some(all)
}

/// What a line of maths is worth; nothing where it is no sum or product of numbers.
fn worth(text: &str) -> Option<Ratio> {
    let signs = signs(text)?;
    let (value, rest) = sum(&signs)?;
    rest.is_empty().then_some(value)
}

fn sum(signs: &[Sign]) -> Option<(Ratio, &[Sign])> {
    let (mut value, mut rest) = product(signs)?;
    while let [Sign::Mark(mark @ ('+' | '−')), more @ ..] = rest {
        let (next, after) = product(more)?;
        value = if *mark == '+' { value.plus(next) } else { value.minus(next) };
        rest = after;
    }
    Some((value, rest))
}

fn product(signs: &[Sign]) -> Option<(Ratio, &[Sign])> {
    let (mut value, mut rest) = factor(signs)?;
    while let [Sign::Mark(mark @ ('×' | '÷')), more @ ..] = rest {
        let (next, after) = factor(more)?;
        if *mark == '÷' && next.top == 0 {
            return None;
        }
        value = if *mark == '×' { value.times(next) } else { value.over(next) };
        rest = after;
    }
    Some((value, rest))
}

fn factor(signs: &[Sign]) -> Option<(Ratio, &[Sign])> {
    match signs {
        [Sign::Number(n), rest @ ..] => Some((*n, rest)),
        [Sign::Mark('('), rest @ ..] => match sum(rest)? {
            (value, [Sign::Mark(')'), rest @ ..]) => Some((value, rest)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a chain such as `1/4 < 2/4 < 3/4` is true; nothing where it is none.
fn is_true(text: &str) -> Option<bool> {
    let chars: Vec<char> = text.chars().collect();
    let mut sides = Vec::new();
    let mut marks = Vec::new();
    let mut from = 0;
    for (k, c) in chars.iter().enumerate() {
        if "=<>".contains(*c) {
            sides.push(chars[from..k].iter().collect::<String>());
            marks.push(*c);
            from = k + 1;
        }
    }
    sides.push(chars[from..].iter().collect());
    let sides: Vec<Ratio> = sides.iter().map(|side| worth(side)).collect::<Option<_>>()?;
    (!marks.is_empty()).then(|| {
        marks.iter().enumerate().all(|(k, mark)| match mark {
            '=' => sides[k] == sides[k + 1],
            '<' => sides[k] < sides[k + 1],
            _ => sides[k] > sides[k + 1],
        })
    })
}

// ---- the rules -----------------------------------------------------------------------------------------------

/// A question as it stands on the page.
struct Seen {
    ask: String,
    /// The line that is to be filled, or nothing.
    given: String,
    alt: String,
    skin: String,
    asked: Vec<Number>,
    drawn: Vec<Number>,
    /// What there is to choose from or to sort, as printed.
    options: Vec<String>,
}

impl Seen {
    fn of(question: &Question) -> Self {
        let ask = question.ask.print();
        let mut given = String::new();
        let options = match &question.response {
            Response::Choose { options } => options.iter().map(|option| option.show.print()).collect(),
            Response::Write { .. } => Vec::new(),
            Response::More(task) => match &**task {
                Task::ChooseAll { options } => options.iter().map(|option| option.show.print()).collect(),
                Task::Fill { line, .. } => {
                    given = line.print();
                    Vec::new()
                }
                Task::Order { objects } => objects.iter().map(|object| object.print()).collect(),
                _ => Vec::new(),
            },
        };
        let mut asked = numbers(&ask);
        asked.extend(numbers(&given));
        let drawn = figure_numbers(&question.alt);
        let skin = question.skin.clone().unwrap_or_default();
        Self { ask, given, alt: question.alt.clone(), skin, asked, drawn, options }
    }

    fn ordered(&self) -> bool {
        !self.options.is_empty()
    }
}

/// An answer as it would stand on the page: an option's words, or what was typed, box by box.
struct Given {
    text: String,
    parts: Vec<Number>,
}

impl Given {
    fn of(question: &Question, response: &str) -> Self {
        let shown = match &question.response {
            Response::Choose { .. } => question.shown(response).print(),
            _ => response.to_string(),
        };
        let wrapped = match &question.response {
            Response::Choose { .. } => shown.clone(),
            _ => format!("`{}`", shown.replace([',', '|'], "` `")),
        };
        Self { parts: numbers(&wrapped), text: shown }
    }

    fn bare(&self) -> String {
        self.text.replace('`', "")
    }
}

/// A reader of conditions and numbers: `max(a, b) / 2 > c`.
struct Reader<'a> {
    seen: &'a Seen,
    given: Option<&'a Given>,
    rest: &'a str,
}

type Read<T> = Result<T, String>;

impl<'a> Reader<'a> {
    fn number(seen: &'a Seen, given: Option<&'a Given>, text: &'a str) -> Read<Number> {
        let mut reader = Self { seen, given, rest: text };
        let number = reader.sum()?;
        reader.end()?;
        Ok(number)
    }

    fn truth(seen: &'a Seen, given: Option<&'a Given>, text: &'a str) -> Read<bool> {
        let mut reader = Self { seen, given, rest: text };
        let truth = reader.either()?;
        reader.end()?;
        Ok(truth)
    }

    fn end(&mut self) -> Read<()> {
        self.space();
        if self.rest.is_empty() { Ok(()) } else { Err(format!("`{}` is left over", self.rest)) }
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn takes(&mut self, what: &str) -> bool {
        self.space();
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn takes_word(&mut self, what: &str) -> bool {
        self.space();
        let ends = !self.rest[what.len().min(self.rest.len())..].starts_with(char::is_alphanumeric);
        self.rest.starts_with(what) && ends && self.takes(what)
    }

    fn quoted(&mut self) -> Read<&'a str> {
        self.space();
        let rest = self.rest.strip_prefix('"').ok_or("words in quotes are missing")?;
        let (words, rest) = rest.split_once('"').ok_or("a quote is not closed")?;
        self.rest = rest;
        Ok(words)
    }

    fn either(&mut self) -> Read<bool> {
        let mut truth = self.both()?;
        while self.takes_word("or") {
            truth |= self.both()?;
        }
        Ok(truth)
    }

    fn both(&mut self) -> Read<bool> {
        let mut truth = self.compared()?;
        while self.takes_word("and") {
            truth &= self.compared()?;
        }
        Ok(truth)
    }

    fn compared(&mut self) -> Read<bool> {
        if self.takes_word("has") {
            let words = self.quoted()?;
            return Ok(self.seen.ask.contains(words));
        }
        if self.takes_word("says") {
            let words = self.quoted()?;
            return Ok(self.given.is_some_and(|given| given.text.contains(words)));
        }
        if self.takes_word("skin") {
            let name = self.quoted()?;
            return Ok(self.seen.skin == name);
        }
        for (name, of_figure) in [("alike(", false), ("level(", true)] {
            if self.takes(name) {
                let all = if of_figure {
                    self.takes(")");
                    &self.seen.drawn[..]
                } else {
                    let (from, to) = self.range()?;
                    self.seen.asked.get(from..to).ok_or("there are not so many numbers")?
                };
                return Ok(all.windows(2).all(|pair| pair[0].value == pair[1].value));
            }
        }
        if self.takes("gone(") {
            let number = self.sum()?;
            return self.close().map(|()| number.gone);
        }
        // A bracket holds a condition or a number: what follows it tells.
        let before = self.rest;
        if self.takes("(") {
            let inner = self.either();
            if inner.is_ok() && self.takes(")") && !self.follows_number() {
                return inner;
            }
            self.rest = before;
        }
        let left = self.sum()?;
        for sign in ["==", "!=", "<=", ">=", "<", ">"] {
            if self.takes(sign) {
                let (left, right) = (left.value, self.sum()?.value);
                return Ok(match sign {
                    "==" => left == right,
                    "!=" => left != right,
                    "<=" => left <= right,
                    ">=" => left >= right,
                    "<" => left < right,
                    _ => left > right,
                });
            }
        }
        Err(format!("a comparison is missing before `{}`", self.rest))
    }

    fn follows_number(&mut self) -> bool {
        self.space();
        self.rest.starts_with(['+', '-', '*', '/', '=', '<', '>', '!'])
    }

    fn close(&mut self) -> Read<()> {
        if self.takes(")") { Ok(()) } else { Err(format!("a bracket is open before `{}`", self.rest)) }
    }

    /// `(2, 5)`: from the second to the fifth number; an end after the first bracket was taken.
    fn range(&mut self) -> Read<(usize, usize)> {
        let from = self.sum()?.value.integer();
        if !self.takes(",") {
            return Err("two places are needed".into());
        }
        let to = self.sum()?.value.integer();
        self.close()?;
        let place = |n: i128| usize::try_from(n).map_err(|_| "no such place".to_string());
        Ok((place(from - 1)?, place(to)?))
    }

    fn sum(&mut self) -> Read<Number> {
        let mut value = self.product()?;
        loop {
            let plus = self.takes("+");
            if !plus && !self.takes("-") {
                return Ok(value);
            }
            let next = self.product()?.value;
            value = plain(if plus { value.value.plus(next) } else { value.value.minus(next) });
        }
    }

    fn product(&mut self) -> Read<Number> {
        let mut value = self.atom()?;
        loop {
            let times = self.takes("*");
            if !times && !self.takes("/") {
                return Ok(value);
            }
            let next = self.atom()?.value;
            if !times && next.top == 0 {
                return Err("a division by zero".into());
            }
            value = plain(if times { value.value.times(next) } else { value.value.over(next) });
        }
    }

    fn atom(&mut self) -> Read<Number> {
        self.space();
        if self.takes("(") {
            let value = self.sum()?;
            return self.close().map(|()| value);
        }
        let name: String = self.rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        if name.is_empty() {
            return Err(format!("a number is missing before `{}`", self.rest));
        }
        self.rest = &self.rest[name.len()..];
        if let Ok(n) = name.parse() {
            return Ok(Number::whole(n));
        }
        if self.takes("(") {
            return self.called(&name);
        }
        let place = |first: char| {
            usize::try_from(u32::from(name.chars().next().unwrap_or('?')) - u32::from(first)).ok()
        };
        let letter = |list: &[Number], at: Option<usize>| {
            at.and_then(|at| list.get(at)).copied().ok_or(format!("there is no number {name}"))
        };
        match &*name {
            "v" => {
                let given = self.given.ok_or("no answer to look at")?;
                worth(&given.bare()).map(plain).ok_or("the answer is no number".into())
            }
            "x" | "y" | "z" => letter(&self.given.ok_or("no answer to look at")?.parts, place('x')),
            _ if name.len() == 1 && name.as_bytes()[0].is_ascii_lowercase() => {
                letter(&self.seen.asked, place('a'))
            }
            _ if name.len() == 1 => letter(&self.seen.drawn, place('A')),
            _ => Err(format!("{name} means nothing")),
        }
    }

    fn called(&mut self, name: &str) -> Read<Number> {
        let figure = &self.seen.drawn;
        if name == "figs" {
            let (from, to) = self.range()?;
            let all = figure.get(from..to).ok_or("there are not so many numbers")?;
            return Ok(plain(all.iter().fold(Ratio::whole(0), |sum, n| sum.plus(n.value))));
        }
        let a = self.sum()?;
        let b = if self.takes(",") { Some(self.sum()?) } else { None };
        self.close()?;
        let two = || b.map(|b| b.value).ok_or(format!("{name} needs two numbers"));
        let at = |n: Number| usize::try_from(n.value.integer()).map_err(|_| "no such place".to_string());
        Ok(match name {
            "top" => Number::whole(a.top),
            "bot" => Number::whole(a.bottom),
            "whole" => Number::whole(a.whole),
            "part" => plain(Ratio::new(a.top, a.bottom)),
            "floor" => plain(a.value.floor()),
            "ceil" => Number::whole(-Ratio::new(-a.value.top, a.value.bottom).floor().top),
            "max" => plain(if a.value < two()? { two()? } else { a.value }),
            "min" => plain(if a.value > two()? { two()? } else { a.value }),
            "mod" => plain(a.value.minus(a.value.over(two()?).floor().times(two()?))),
            "gcd" => Number::whole(gcd(a.value.integer(), two()?.integer())),
            "lcm" => {
                let (a, b) = (a.value.integer(), two()?.integer());
                Number::whole(a / gcd(a, b) * b)
            }
            // To the nearest multiple; the middle goes up.
            "rounded" => plain(a.value.over(two()?).plus(Ratio::new(1, 2)).floor().times(two()?)),
            "fig" => *figure.get(at(a)? - 1).ok_or("there are not so many numbers")?,
            "last" => {
                *figure.get(figure.len().wrapping_sub(at(a)?)).ok_or("there are not so many numbers")?
            }
            // How much the digit is worth in the number.
            "worth" => {
                let digits: Vec<i128> =
                    two()?.integer().to_string().bytes().rev().map(|b| i128::from(b - b'0')).collect();
                let places: Vec<usize> = (0..digits.len()).filter(|k| digits[*k] == a.value.top).collect();
                match places[..] {
                    [one] => Number::whole(a.value.top * 10_i128.pow(u32::try_from(one).unwrap_or(0))),
                    _ => return Err("the digit does not stand there once".into()),
                }
            }
            // Between the two places of a digit in the chart, whose digits are the last numbers of the figure.
            "apart" => {
                let places: Vec<usize> = (0..figure.len())
                    .skip(figure.len() / 2 + 1)
                    .filter(|k| figure[*k].value == a.value)
                    .collect();
                match places[..] {
                    [one, other] => Number::whole(i128::try_from(other - one).unwrap_or(0)),
                    _ => return Err("the digit does not stand there twice".into()),
                }
            }
            _ => return Err(format!("{name} means nothing")),
        })
    }
}

fn plain(value: Ratio) -> Number {
    Number { value, whole: value.floor().top, top: value.top, bottom: value.bottom, gone: false }
}

/// The parts of a text outside quotes, parted by this sign.
fn split<'a>(text: &'a str, sign: &str) -> Vec<&'a str> {
    let mut all = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (k, c) in text.char_indices() {
        quoted ^= c == '"';
        if !quoted && k >= from && text[k..].starts_with(sign) {
            all.push(text[from..k].trim());
            from = k + sign.len();
        }
    }
    all.push(text[from..].trim());
    all
}

/// The rule that holds for this question: of `C => R; C => R; R` the first whose condition holds.
fn chosen<'a>(seen: &Seen, rule: &'a str) -> Read<&'a str> {
    for case in split(rule, ";") {
        match split(case, "=>")[..] {
            [rule] => return Ok(rule),
            [condition, rule] if Reader::truth(seen, None, condition)? => return Ok(rule),
            _ => {}
        }
    }
    Err("no case fits".into())
}

/// Words with their holes filled: a letter as it is printed, anything else as a number.
fn filled(seen: &Seen, words: &str) -> Read<String> {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').ok_or("a hole is not closed")?;
        let number = Reader::number(seen, None, hole)?;
        out.push_str(before);
        out.push_str(&if hole.len() == 1 { number.print() } else { number.value.print() });
        rest = after;
    }
    Ok(out + rest)
}

/// The line with its boxes filled in order; one answer fills every box.
fn with_boxes(line: &str, parts: &[&str]) -> Option<String> {
    let mut out = String::new();
    let mut met = 0;
    for c in line.chars() {
        if c == '_' {
            out.push_str(if parts.len() == 1 { parts[0] } else { parts.get(met)? });
            met += 1;
        } else {
            out.push(c);
        }
    }
    (parts.len() == 1 || met == parts.len()).then_some(out)
}

/// Whether everything with a box in it is true once the boxes are filled.
fn holds(seen: &Seen, given: &Given) -> Option<bool> {
    let text = given.bare();
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    let lines: Vec<String> = if seen.given.is_empty() {
        maths(&seen.ask).into_iter().filter(|line| line.contains('_')).map(String::from).collect()
    } else {
        vec![seen.given.replace('`', "")]
    };
    let all: Vec<String> = lines.iter().map(|line| with_boxes(line, &parts)).collect::<Option<_>>()?;
    let mut every = !all.is_empty();
    for line in all.iter().flat_map(|line| line.split(';')) {
        every &= is_true(line)?;
    }
    Some(every)
}

/// Whether this answer is the right one by this rule.
fn accepts(seen: &Seen, rule: &str, given: &Given) -> Read<bool> {
    let rule = chosen(seen, rule)?;
    let (word, rest) = rule.split_once(' ').unwrap_or((rule, ""));
    let value_of = |text: &str| worth(&text.replace('`', ""));
    let over_options = |best: fn(Ratio, Ratio) -> bool| {
        let mine = given.parts.first().map(|n| n.value);
        let mut values = seen.options.iter().filter_map(|option| numbers(option).first().map(|n| n.value));
        mine.is_some_and(|mine| values.all(|other| other == mine || best(mine, other)))
    };
    Ok(match word {
        _ if rule.starts_with('"') => {
            let mut any = false;
            for words in split(rule, "|") {
                let words = words.trim_matches('"');
                any |= filled(seen, words)?.replace('`', "") == given.bare();
            }
            any
        }
        "holds" => holds(seen, given).unwrap_or(false),
        "true" => is_true(&given.bare()) == Some(true),
        "false" => is_true(&given.bare()) == Some(false),
        "such" => Reader::truth(seen, Some(given), rest).unwrap_or(false),
        "least" => over_options(|mine, other| mine < other),
        "greatest" => over_options(|mine, other| mine > other),
        // The one option whose value no other has.
        "odd" => {
            let mine = value_of(&given.text);
            mine.is_some() && seen.options.iter().filter(|option| value_of(option) == mine).count() == 1
        }
        // The option with nothing nearer to the value.
        "nearest" => {
            let goal = Reader::number(seen, None, rest)?.value;
            let far = |text: &str| {
                let gap = value_of(text)?.minus(goal);
                Some(if gap.top < 0 { Ratio { top: -gap.top, ..gap } } else { gap })
            };
            let mine = far(&given.text).ok_or("the option is no number")?;
            seen.options
                .iter()
                .filter(|option| **option != given.text)
                .all(|option| far(option).is_some_and(|far| mine < far))
        }
        // What stands for the box, or for the one letter, in the equation that is chosen.
        "box" => {
            let value = Reader::number(seen, None, rest)?.value.print();
            let line: String = given
                .bare()
                .chars()
                .map(|c| if c == '_' || c.is_alphabetic() { value.clone() } else { c.to_string() })
                .collect();
            is_true(&line) == Some(true)
        }
        // Who of the two that are named has the larger amount; the first name belongs to the first amount.
        "who" => {
            let (a, b) = rest.split_once(',').ok_or("who needs two amounts")?;
            let (a, b) = (Reader::number(seen, None, a)?.value, Reader::number(seen, None, b)?.value);
            let mut named: Vec<(usize, &String)> =
                seen.options.iter().filter_map(|option| Some((seen.ask.find(&**option)?, option))).collect();
            named.sort();
            match (a == b, &named[..]) {
                (true, [_, _]) => given.text == "both the same",
                (false, [first, second]) => given.text == *if a > b { first.1 } else { second.1 },
                _ => return Err("two names are needed".into()),
            }
        }
        "ascending" => {
            let order: Vec<usize> = given.text.split(' ').filter_map(|part| part.parse().ok()).collect();
            let values: Vec<Ratio> = order
                .iter()
                .filter_map(|k| numbers(seen.options.get(k - 1)?).first().map(|n| n.value))
                .collect();
            values.len() == seen.options.len() && values.windows(2).all(|pair| pair[0] <= pair[1])
        }
        "factors" => {
            let n = Reader::number(seen, None, rest)?.value.integer();
            let mine: Vec<i128> = given.parts.iter().map(|part| part.value.top).collect();
            mine == (1..=n).filter(|k| n % k == 0).collect::<Vec<_>>()
        }
        // Quotient and remainder: `12 R 3`, two boxes, or a quotient alone.
        "divided" => {
            let (a, b) = rest.split_once(',').ok_or("divided needs two numbers")?;
            let (a, b) = (
                Reader::number(seen, None, a)?.value.integer(),
                Reader::number(seen, None, b)?.value.integer(),
            );
            let whole: Vec<i128> = given.parts.iter().map(|part| part.value.top).collect();
            let (q, r) = (whole.first().copied().unwrap_or(-1), whole.get(1).copied().unwrap_or(0));
            a == q * b + r && (0..b).contains(&r)
        }
        "lowest" => {
            let value = Reader::number(seen, None, rest)?.value;
            given.parts.first().is_some_and(|n| n.value == value && n.bottom == value.bottom)
        }
        // In a choice every option is worth something, a sum or a product too.
        _ => {
            let value = Reader::number(seen, None, rule)?.value;
            value_of(&given.text) == Some(value)
        }
    })
}

// ---- all questions -------------------------------------------------------------------------------------------

fn rules() -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/answers.txt");
    let text = std::fs::read_to_string(file).expect("the rules are there");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| line.split_once(' ').expect("an id, a space, a rule"))
        .map(|(id, rule)| (id.to_string(), rule.trim().to_string()))
        .collect()
}

fn id(question: &Question) -> String {
    match question.step() {
        Some(step) => format!("{}#{step}", question.item),
        None => question.item.clone(),
    }
}

/// Answers that are not right: every other option, every known way to miss, and numbers beside the right one.
fn planted(question: &Question) -> Vec<String> {
    let mut all: Vec<String> = question.misses().into_iter().map(|(_, answer)| answer).collect();
    let right = question.right_value();
    match &question.response {
        Response::Choose { options } => {
            all.extend(options.iter().map(|option| option.value.clone()).filter(|value| *value != right));
        }
        _ => {
            // 12 becomes 13 and 11 in each place where a number ends; `3/4` becomes `4/4` and `3/5`.
            let ends = right.char_indices().filter(|(k, c)| {
                c.is_ascii_digit() && !right[k + 1..].starts_with(|next: char| next.is_ascii_digit())
            });
            for (end, _) in ends {
                let from = right[..end].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |k| k + 1);
                let number: i128 = right[from..=end].parse().unwrap_or(0);
                all.push(format!("{}{}{}", &right[..from], number + 1, &right[end + 1..]));
            }
        }
    }
    all.sort();
    all.dedup();
    all.retain(|answer| {
        !matches!(question.score(answer), trellis::content::Score::Right | trellis::content::Score::Advice(_))
    });
    all
}

/// What is wrong about one question: the rule refuses the right answer, or takes a wrong one. Gives how many wrong ones
/// were planted.
fn looked_at(question: &Question, rule: &str) -> Result<usize, String> {
    let seen = Seen::of(question);
    let right = question.right_value();
    let fault = |what: String| {
        format!(
            "{}@{} seed {}: {what}\n    {} [{}] {:?} rule: {rule}",
            id(question),
            question.level,
            question.seed,
            seen.ask,
            seen.alt,
            seen.options
        )
    };
    match accepts(&seen, rule, &Given::of(question, &right)) {
        Ok(true) => {}
        Ok(false) => return Err(fault(format!("the rule does not give {right}"))),
        Err(why) => return Err(fault(why)),
    }
    let wrong = planted(question);
    for answer in &wrong {
        if accepts(&seen, rule, &Given::of(question, answer)).map_err(&fault)? {
            return Err(fault(format!("the rule takes {answer} beside {right}")));
        }
    }
    if wrong.is_empty() && !seen.ordered() {
        return Err(fault("no wrong answer to refuse".into()));
    }
    Ok(wrong.len())
}

struct Tally {
    questions: AtomicUsize,
    refused: AtomicUsize,
    faults: Mutex<BTreeMap<String, Vec<String>>>,
}

fn look(seeds: Range<u32>) -> Tally {
    let pack = Pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
        .expect("a readable content folder");
    let rules = rules();
    let all: Vec<(&Unit, String, u8)> = pack
        .units
        .iter()
        .flat_map(|unit| unit.unit.items().into_iter().map(move |(item, level)| (&unit.unit, item, level)))
        .collect();
    let tally =
        Tally { questions: AtomicUsize::new(0), refused: AtomicUsize::new(0), faults: Mutex::default() };
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((unit, item, level)) = all.get(next.fetch_add(1, Atomic::Relaxed)) {
            for seed in seeds.clone() {
                let question = unit.draw(item, *level, seed, Locale::En).expect("every seed is a question");
                for step in question.steps() {
                    let found = match rules.get(&id(&step)) {
                        Some(rule) => looked_at(&step, rule),
                        None => Err("no rule".into()),
                    };
                    tally.questions.fetch_add(1, Atomic::Relaxed);
                    match found {
                        Ok(refused) => {
                            tally.refused.fetch_add(refused, Atomic::Relaxed);
                        }
                        Err(what) => {
                            tally
                                .faults
                                .lock()
                                .expect("nobody panics")
                                .entry(id(&step))
                                .or_default()
                                .push(what);
                        }
                    }
                }
            }
        }
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
    tally
}

fn nothing_found(tally: Tally) {
    let faults = tally.faults.into_inner().expect("nobody panics");
    let told: Vec<String> = faults
        .values()
        .map(|all| format!("{} times: {}", all.len(), all.first().map_or("", |first| first)))
        .collect();
    assert!(faults.is_empty(), "{} families\n{}", faults.len(), told.join("\n"));
    println!(
        "{} questions, {} wrong answers refused",
        tally.questions.into_inner(),
        tally.refused.into_inner()
    );
}

#[test]
fn every_answer_is_found_a_second_time() {
    nothing_found(look(0..8));
}

#[test]
#[ignore = "minutes without optimisation: `cargo xtask test` runs it"]
fn a_thousand_answers_of_every_family_are_found_a_second_time() {
    nothing_found(look(0..1_000));
}

// ---- levels --------------------------------------------------------------------------------------------------

/// How much number work a question holds: the binary digits of all numbers on the page and in the answer. It knows
/// nothing of the level that the author gave.
fn load(question: &Question) -> f64 {
    let seen = Seen::of(question);
    let given = Given::of(question, &question.right_value());
    let bits = |n: i128| f64::from(128 - n.unsigned_abs().leading_zeros());
    let of =
        |n: &Number| if n.bottom == 1 { bits(n.top) } else { bits(n.whole) + bits(n.top) + bits(n.bottom) };
    let shown = seen.asked.iter().chain(&seen.drawn).filter(|n| !n.gone);
    shown.chain(&given.parts).map(of).sum()
}

/// The mean load of a family at each of its levels.
fn loads(unit: &Unit, item: &str, levels: &[u8], seeds: u32) -> Vec<f64> {
    let mean = |level: &u8| {
        let loads = (0..seeds).map(|seed| {
            let question = unit.draw(item, *level, seed, Locale::En).expect("every seed is a question");
            question.steps().iter().map(load).sum::<f64>()
        });
        loads.sum::<f64>() / f64::from(seeds)
    };
    levels.iter().map(mean).collect()
}

/// No learner has answered yet, so "measured" means measured on the page: within a family a higher level holds more number
/// work. Where it does not, the level is harder for another reason, which its author names here.
#[test]
fn levels_are_ordered_by_the_number_work_on_the_page() {
    let pack = Pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
        .expect("a readable content folder");
    let mut pairs = 0;
    let mut falls = Vec::new();
    for unit in &pack.units {
        let mut levels: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (item, level) in unit.unit.items() {
            levels.entry(item).or_default().push(level);
        }
        for (item, mut levels) in levels {
            levels.sort_unstable();
            let loads = loads(&unit.unit, &item, &levels, 60);
            for (pair, level) in loads.windows(2).zip(&levels) {
                pairs += 1;
                // Less than a twentieth down is level ground: other numbers, not fewer.
                if pair[1] < pair[0] * 0.95 && !OTHERWISE_HARDER.iter().any(|(id, _)| *id == item) {
                    falls.push(format!("{item}: level {level} {:.1}, the next {:.1}", pair[0], pair[1]));
                }
            }
        }
    }
    assert!(pairs > 300, "{pairs} steps from level to level");
    assert!(falls.is_empty(), "{} of {pairs}:\n{}", falls.len(), falls.join("\n"));
    println!(
        "{pairs} steps from level to level, {} named as harder for another reason",
        OTHERWISE_HARDER.len()
    );
}

/// Families whose higher level is not harder by its numbers, and why it is harder.
const OTHERWISE_HARDER: [(&str, &str); 0] = [];

#[test]
fn there_is_a_rule_for_every_step_of_every_item_and_no_other() {
    let pack = Pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
        .expect("a readable content folder");
    let mut known = Vec::new();
    for unit in &pack.units {
        for (item, level) in unit.unit.items() {
            let question = unit.unit.draw(&item, level, 0, Locale::En).expect("a question");
            known.extend(question.steps().iter().map(id));
        }
    }
    known.sort();
    known.dedup();
    let ruled: Vec<String> = rules().into_keys().collect();
    assert_eq!(known, ruled);
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    let print = |text: &str| numbers(text).into_iter().map(Number::print).collect::<Vec<_>>().join(" ; ");
    assert_eq!(print("Add 12, 8 and `2 3/4` to 1,000 or `8/_`."), "12 ; 8 ; 2 3/4 ; 1000 ; 8");
    let words =
        |text: &str| figure_numbers(text).into_iter().map(Number::print).collect::<Vec<_>>().join(" ; ");
    assert_eq!(
        words("Strip 1: 2 parts: two thirds, question mark. In all: twenty-three twelfths."),
        "1 ; 2 ; 2/3 ; -1 ; 23/12"
    );
    assert_eq!(words("The left side, from the top: 1, one half. Inside: empty, 6."), "1 ; 1/2 ; -1 ; 6");
}

#[test]
fn maths_is_worth_what_it_says() {
    for (text, value) in
        [("2 + 3 × 4", "14"), ("(2 + 3) × 4", "20"), ("5 ÷ 1/12", "60"), ("2 3/4 − 1 1/2", "5/4")]
    {
        assert_eq!(worth(text).map(Ratio::print).as_deref(), Some(value), "{text}");
    }
    assert_eq!(worth("two"), None);
    assert_eq!(is_true("5 1/4 = 4 5/4"), Some(true));
    assert_eq!(is_true("1/4 < 2/4 < 3/4"), Some(true));
    assert_eq!(is_true("3 × 8 = 23"), Some(false));
}
