//! Texts before they are drawn: words, maths, and holes with expressions. Parsed once, when the unit is read.

use super::Locale;
use super::expr::{Expr, Fault, Scope, Value};
use super::more::words::{self, Forms, Words};
use super::text::{Span, Text};
use super::wide;
use crate::notation::math::{self, Math};
use crate::notation::numeral::{grouped, grouped_anyway};
use crate::notation::{Op, entry};
use crate::num::Rational;

/// Values in one text.
pub const MAX_HOLES: usize = 64;

#[derive(Debug)]
pub struct Template {
    pieces: Vec<Piece>,
    source: String,
}

#[derive(Debug)]
enum Piece {
    Words(String),
    Hole(Hole),
    Maths(Math, Vec<Hole>),
}

#[derive(Debug)]
pub struct Hole {
    pub expr: Expr,
    pub style: Style,
    /// Written `[expr]`: a computed value of a solution.
    pub boxed: bool,
}

#[derive(Debug)]
pub enum Style {
    Plain,
    Mixed,
    Decimal,
    Percent,
    Money,
    /// In groups of three digits, from four digits on; longer numbers have them in any case.
    Grouped,
    /// The plural of a drawn word.
    Plural,
    /// `{n:piece|pieces}`: texts, which may have maths and holes of their own.
    Pick(Box<[Template; 2]>),
}

/// What a text is filled from.
#[derive(Clone, Copy)]
pub struct Fill<'a> {
    pub scope: &'a Scope,
    /// What the learner wrote, as written; stands for `{mine}`.
    pub mine: Option<&'a Text>,
    /// How many boxes to leave empty, the last ones.
    pub ask: usize,
    /// Leave people's names out.
    pub nameless: bool,
    /// The names of drawn words, and the language.
    pub words: Option<(&'a Words, Locale)>,
}

impl<'a> Fill<'a> {
    pub fn from(scope: &'a Scope) -> Self {
        Self { scope, mine: None, ask: 0, nameless: false, words: None }
    }
}

impl Template {
    /// Parses a text; `boxes` says whether `[expr]` has its meaning (in solutions only).
    pub fn parse(source: &str, boxes: bool) -> Result<Self, Fault> {
        let mut reader = Reader { source, at: 0, boxes, pieces: Vec::new() };
        reader.text()?;
        let template = Self { pieces: reader.pieces, source: source.into() };
        match template.holes().count() {
            0..=MAX_HOLES => Ok(template),
            _ => {
                Err(Fault::new(0, what!("a text has too many holes", "a text has at most {MAX_HOLES} holes")))
            }
        }
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// All of them, also those inside the forms of others.
    pub fn holes(&self) -> impl Iterator<Item = &Hole> {
        let mut all = Vec::new();
        self.gather(&mut all);
        all.into_iter()
    }

    fn gather<'a>(&'a self, all: &mut Vec<&'a Hole>) {
        for hole in self.outer_holes() {
            all.push(hole);
            if let Style::Pick(forms) = &hole.style {
                forms.iter().for_each(|form| form.gather(all));
            }
        }
    }

    pub fn outer_holes(&self) -> impl Iterator<Item = &Hole> {
        self.pieces.iter().flat_map(|piece| match piece {
            Piece::Words(_) => &[],
            Piece::Hole(hole) => std::slice::from_ref(hole),
            Piece::Maths(_, holes) => &holes[..],
        })
    }

    /// The last box, whose value the learner may be asked for.
    pub fn last_box(&self) -> Option<&Hole> {
        self.holes().filter(|hole| hole.boxed).last()
    }

    pub fn fill(&self, fill: Fill) -> Result<Text, Fault> {
        let boxes = self.holes().filter(|hole| hole.boxed).count();
        let mut filler = Filler { fill, given: boxes.saturating_sub(fill.ask), seen: 0 };
        let mut text = Text::default();
        for piece in &self.pieces {
            filler.piece(piece, &mut text)?;
        }
        Ok(text)
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    boxes: bool,
    pieces: Vec<Piece>,
}

impl<'a> Reader<'a> {
    fn text(&mut self) -> Result<(), Fault> {
        let mut words = String::new();
        while let Some(c) = self.source[self.at..].chars().next() {
            match c {
                '{' | '[' if c == '{' || self.boxes => {
                    self.flush(&mut words);
                    let hole = self.hole(c)?;
                    self.pieces.push(Piece::Hole(hole));
                }
                '`' => {
                    self.flush(&mut words);
                    self.maths()?;
                }
                '}' => return Err(Fault::new(self.at, "a closing `}` without an opening one")),
                _ => {
                    words.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
        self.flush(&mut words);
        Ok(())
    }

    fn flush(&mut self, words: &mut String) {
        if !words.is_empty() {
            self.pieces.push(Piece::Words(std::mem::take(words)));
        }
    }

    /// Reads `{expr}`, `{expr:style}` or `[expr]`.
    fn hole(&mut self, open: char) -> Result<Hole, Fault> {
        let at = self.at + 1;
        let close = if open == '{' { '}' } else { ']' };
        let length = closing(&self.source[at..], open, close).ok_or_else(|| {
            Fault::new(self.at, what!("a closing bracket is missing", "a closing `{close}` is missing"))
        })?;
        let inside = &self.source[at..at + length];
        self.at = at + length + 1;
        let (source, style) = match split_style(inside) {
            Some((source, style)) => {
                let inner = at + source.len() + 1;
                (source, style_named(style).map_err(|fault| Fault { at: fault.at + inner, ..fault })?)
            }
            None => (inside, Style::Plain),
        };
        let expr = Expr::parse(source).map_err(|fault| Fault { at: fault.at + at, ..fault })?;
        Ok(Hole { expr, style, boxed: open == '[' })
    }

    fn maths(&mut self) -> Result<(), Fault> {
        let from = self.at;
        self.at += 1;
        let (mut source, mut holes) = (String::new(), Vec::new());
        loop {
            let Some(c) = self.source[self.at..].chars().next() else {
                return Err(Fault::new(
                    from,
                    what!("a closing backtick is missing", "a closing backtick is missing"),
                ));
            };
            match c {
                '`' => break,
                '{' | '[' if c == '{' || self.boxes => {
                    let mark = math::hole(holes.len()).ok_or_else(|| {
                        Fault::new(
                            self.at,
                            what!("too many holes in one formula", "too many holes in one formula"),
                        )
                    })?;
                    holes.push(self.hole(c)?);
                    source.push(mark);
                }
                _ => {
                    source.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
        self.at += 1;
        let math = math::parse(&source).map_err(|broken| Fault::new(from, broken.why))?;
        self.pieces.push(Piece::Maths(math, holes));
        Ok(())
    }
}

/// The length up to the closing bracket of a hole; brackets inside are counted, quoted text is skipped.
fn closing(source: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut quoted, mut styled) = (0, false, false);
    for (at, c) in source.char_indices() {
        match c {
            // After the colon it is an apostrophe.
            '\'' if !styled => quoted = !quoted,
            ':' if !quoted => styled = true,
            _ if quoted => {}
            _ if c == open => depth += 1,
            _ if c == close && depth == 0 => return Some(at),
            _ if c == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The style stands after the first colon outside quotes.
fn split_style(inside: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, c) in inside.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            ':' if !quoted => return Some((&inside[..at], &inside[at + 1..])),
            _ => {}
        }
    }
    None
}

fn style_named(style: &str) -> Result<Style, Fault> {
    if let Some(bar) = bar(style) {
        let second = Template::parse(&style[bar + 1..], false);
        let second = second.map_err(|fault| Fault { at: fault.at + bar + 1, ..fault })?;
        return Ok(Style::Pick(Box::new([Template::parse(&style[..bar], false)?, second])));
    }
    Ok(match style {
        "mixed" => Style::Mixed,
        "decimal" => Style::Decimal,
        "percent" => Style::Percent,
        "money" => Style::Money,
        "grouped" => Style::Grouped,
        "plural" => Style::Plural,
        _ => {
            let what = what!(
                "there is no such style",
                "there is no style `{style}`; known: mixed, decimal, percent, money, grouped, plural, or one|many"
            );
            return Err(Fault::new(0, what));
        }
    })
}

/// The bar between two forms: not one of a form's own holes or maths.
fn bar(style: &str) -> Option<usize> {
    let (mut depth, mut maths) = (0, false);
    style.char_indices().find_map(|(at, c)| {
        match c {
            '`' => maths = !maths,
            '{' => depth += 1,
            '}' => depth -= 1,
            '|' if depth == 0 && !maths => return Some(at),
            _ => {}
        }
        None
    })
}

struct Filler<'a> {
    fill: Fill<'a>,
    /// How many boxes are filled, from the first.
    given: usize,
    seen: usize,
}

impl Filler<'_> {
    fn piece(&mut self, piece: &Piece, text: &mut Text) -> Result<(), Fault> {
        match piece {
            Piece::Words(words) => text.push_words(words),
            Piece::Hole(hole) => self.words_hole(hole, text)?,
            Piece::Maths(math, holes) => {
                let mut filled = Vec::new();
                for hole in holes {
                    filled.push(self.maths_hole(hole)?);
                }
                let value = |k: usize| filled.get(k).cloned().unwrap_or(Math::Blank);
                let alone = matches!(math, Math::Hole(_));
                let drawn = math.filled(&value);
                text.spans.push(Span::Maths(if alone { ungrouped(drawn) } else { drawn }));
            }
        }
        Ok(())
    }

    /// Counts boxes; true for those to leave empty.
    fn is_asked(&mut self, hole: &Hole) -> bool {
        self.seen += usize::from(hole.boxed);
        hole.boxed && self.seen > self.given
    }

    fn words_hole(&mut self, hole: &Hole, text: &mut Text) -> Result<(), Fault> {
        if let Some(mine) = self.mine(hole) {
            text.spans.extend(mine.spans.iter().cloned());
            return Ok(());
        }
        let value = hole.expr.eval(self.fill.scope)?;
        if self.is_asked(hole) {
            text.spans.push(Span::Blank(value.to_string()));
            return Ok(());
        }
        match (&value, &hole.style) {
            (Value::Person(_), Style::Plain) if self.fill.nameless => {}
            (_, Style::Pick(forms)) => self.form(forms, &value, hole, text)?,
            (Value::Text(id), style) if let Some(forms) = self.forms(id) => text.push_words(match style {
                Style::Plural => forms.plural.as_ref().unwrap_or(&forms.name),
                _ => &forms.name,
            }),
            (Value::Maths(math), _) => text.spans.push(Span::Maths((**math).clone())),
            (Value::Number(n), style) => match shown(*n, style) {
                Shown::Words(words) => text.push_words(&words),
                Shown::Maths(math) => text.spans.push(Span::Maths(math)),
            },
            (value, _) => text.push_words(&value.to_string()),
        }
        Ok(())
    }

    fn maths_hole(&mut self, hole: &Hole) -> Result<Math, Fault> {
        if let Some(mine) = self.mine(hole) {
            return Ok(mine.as_math());
        }
        let value = hole.expr.eval(self.fill.scope)?;
        if self.is_asked(hole) {
            return Ok(Math::Blank);
        }
        Ok(match (&value, &hole.style) {
            (_, Style::Pick(forms)) => {
                let mut text = Text::default();
                self.form(forms, &value, hole, &mut text)?;
                text.as_math()
            }
            (Value::Number(n), Style::Plain) => Math::number(*n),
            (Value::Number(n), style) => match shown(*n, style) {
                Shown::Maths(math) => math,
                Shown::Words(words) => math::parse(&words).unwrap_or(Math::Words(words)),
            },
            (Value::Text(id), _) if let Some(forms) = self.forms(id) => Math::Words(forms.name.clone()),
            (value, _) => wide::drawn(value),
        })
    }

    /// The form that a value picks. Number: exactly 1; person or word: masculine; truth: yes.
    fn form(
        &mut self,
        forms: &[Template; 2],
        value: &Value,
        hole: &Hole,
        text: &mut Text,
    ) -> Result<(), Fault> {
        let first = match value {
            Value::Text(id) if let Some(word) = self.forms(id) => !word.feminine,
            value => picks_first(value, hole)?,
        };
        let form = if first { &forms[0] } else { &forms[1] };
        form.pieces.iter().try_for_each(|piece| self.piece(piece, text))
    }

    /// The word with this id, in the language of the text.
    fn forms(&self, id: &str) -> Option<&Forms> {
        let (words, locale) = self.fill.words?;
        words::forms(words, id, locale)
    }

    fn mine(&self, hole: &Hole) -> Option<&Text> {
        let plain = matches!(hole.style, Style::Plain) && hole.expr.is_name("mine");
        self.fill.mine.filter(|_| plain)
    }
}

fn picks_first(value: &Value, hole: &Hole) -> Result<bool, Fault> {
    match value {
        Value::Number(n) => Ok(*n == Rational::ONE),
        Value::Person(person) => Ok(!person.feminine),
        Value::Truth(truth) => Ok(*truth),
        Value::None => Ok(false),
        _ => {
            let what = what!(
                "this value picks no form",
                "`{}` picks no form: a number, a person or a condition does",
                hole.expr.source()
            );
            Err(Fault::new(0, what))
        }
    }
}

/// A value as it stands in a text.
pub fn value_text(value: &Value) -> Text {
    match value {
        Value::Number(n) => match shown(*n, &Style::Plain) {
            Shown::Words(words) => Text::words(words),
            Shown::Maths(math) => Text::maths(math),
        },
        Value::Text(text) => {
            Op::read(text).map_or_else(|| Text::words(&**text), |op| Text::maths(Math::Op(op)))
        }
        Value::Maths(math) => Text::maths((**math).clone()),
        value => Text::words(value.to_string()),
    }
}

/// A value that stands alone needs no brackets.
fn ungrouped(math: Math) -> Math {
    match math {
        Math::Group(inside) => *inside,
        other => other,
    }
}

enum Shown {
    Words(String),
    Maths(Math),
}

/// How a number appears in a text: whole numbers as words, fractions as drawn maths.
fn shown(n: Rational, style: &Style) -> Shown {
    match style {
        Style::Mixed if !n.is_integer() => Shown::Maths(Math::mixed(n)),
        Style::Decimal => Shown::Words(decimal(n)),
        Style::Percent => match n.times(Rational::integer(100)) {
            Some(percent) => Shown::Words(format!("{}%", decimal(percent))),
            None => Shown::Words(n.to_string()),
        },
        Style::Money => {
            let written =
                if n.is_integer() { n.num().unsigned_abs().to_string() } else { entry::decimals(n, 2) };
            Shown::Words(format!("{}${}", minus(n), grouped(&written)))
        }
        Style::Grouped if n.is_integer() => {
            let size = Math::Number(grouped_anyway(&n.num().unsigned_abs().to_string()));
            Shown::Maths(if n < Rational::ZERO { Math::negative(size) } else { size })
        }
        // Set in groups and said in words, which only maths can be.
        _ if n.is_integer() && n.num().unsigned_abs() >= 10_000 => Shown::Maths(Math::number(n)),
        _ => match n.as_integer() {
            Some(whole) => Shown::Words(format!("{}{}", minus(n), whole.unsigned_abs())),
            None => Shown::Maths(Math::number(n)),
        },
    }
}

fn minus(n: Rational) -> &'static str {
    if n < Rational::ZERO { "−" } else { "" }
}

/// As few decimals as say it exactly, at most six.
pub fn decimal(n: Rational) -> String {
    let exact = |places: &u8| 10i64.pow(u32::from(*places)) % n.den() == 0;
    let places = (0..=6).find(exact).unwrap_or(6);
    format!("{}{}", minus(n), entry::decimals(n, places))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::expr::Person;

    fn filled(source: &str, boxes: bool, ask_last: bool) -> String {
        let mut scope = Scope::default();
        for (name, value) in [("n", 3), ("d", 4), ("one", 1), ("low", -3)] {
            scope.set(name, Value::whole(value));
        }
        scope.set("share", Value::Number(Rational::new(7, 4).expect("a number")));
        scope.set("who", Value::Person(Person { name: "Ana", feminine: true }));
        scope.set("sign", Value::text("<"));
        scope.set("mine", Value::Number(Rational::new(1, 2).expect("a number")));
        let written = Text { spans: vec![Span::Maths(math::parse("2/4").expect("maths"))] };
        let fill = Fill { mine: Some(&written), ask: usize::from(ask_last), ..Fill::from(&scope) };
        match Template::parse(source, boxes).and_then(|template| template.fill(fill)) {
            Ok(text) => text.print(),
            Err(fault) => format!("{} at {}", fault.what, fault.at),
        }
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(filled(source, false, false), expected, "{source}");
    }

    #[test]
    fn holes_print_values_and_pick_forms() {
        check("{n} {n:piece|pieces}, {one} {one:piece|pieces}", "3 pieces, 1 piece");
        check("{who} está {who:orgulloso|orgullosa}", "Ana está orgullosa");
        check("{n > d:up|down}", "down");
        check("{one:a piece|{n} pieces}, {n:a piece|{n} pieces of `1/{d}`}", "a piece, 3 pieces of `1/4`");
        check("{n:one|{one:`|n|`|many}} bars", "`|n|` bars");
        check("It is {share}, or {share:mixed}, or {share:decimal}.", "It is `7/4`, or `1 3/4`, or 1.75.");
        check("{share:percent} {share:money} {n:money} {low}", "175% $1.75 $3 −3");
        check(
            "{n + 1247:grouped} and {n - 2000:grouped}, {n + 12497} {n * 4000:money}",
            "`1,250` and `−1,997`, `12500` $12,000",
        );
        check("[not a box]", "[not a box]");
        check("You wrote {mine}.", "You wrote `2/4`.");
    }

    #[test]
    fn maths_takes_values_not_characters() {
        check("`{n}/{d} = _`", "`3/4 = _`");
        check("`{one}x + {low}`", "`x − 3`");
        check("`{n} {sign} {d}`", "`3 < 4`");
        check("`{share:mixed} + 1`", "`1 3/4 + 1`");
        check("`{mine} + 1`", "`2/4 + 1`");
        check("`1.5 + {share:decimal}`", "`1.5 + 1.75`");
    }

    #[test]
    fn the_last_box_of_a_solution_can_be_left_empty() {
        assert_eq!(filled("[n] of `1/[d]`", true, false), "3 of `1/4`");
        assert_eq!(filled("[n] of `1/[d]`", true, true), "3 of `1/_`");
        assert_eq!(filled("`1/[d]`, so [n]", true, true), "`1/4`, so [3]");
    }

    #[test]
    fn broken_texts_say_where() {
        check("{n", "a closing `}` is missing at 0");
        check("so {n +}", "something is missing at the end at 7");
        check("{x}", "`x` is not known here at 0");
        check("`1 + ", "a closing backtick is missing at 0");
        check("so `1 & 2`", "this sign has no meaning in maths here at 3");
        check(
            "{n:loud}",
            "there is no style `loud`; known: mixed, decimal, percent, money, grouped, plural, or one|many at 3",
        );
        check("so {n:one|{n +} pieces}", "something is missing at the end at 14");
        check("a } b", "a closing `}` without an opening one at 2");
    }
}
