//! The field for written maths: what is typed is one line of text, and it is drawn as it grows, with fractions,
//! exponents and roots in their places and the caret among them. Nothing is refused here: half a formula is drawn
//! with boxes for what is missing. What the text means is decided elsewhere, by `notation`.

use super::{Key, words};
use crate::content::Locale;
use std::sync::OnceLock;

/// What a key of the keypad does to the text at the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    Type(&'static str),
    /// Text on both sides of the caret.
    Around(&'static str, &'static str),
    /// A fraction bar: what stands before it becomes the numerator.
    Over,
    Back,
    Undo,
    Left,
    Right,
}

/// One element of the drawing: a tag of MathML, and which piece of the text it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    pub tag: &'static str,
    /// `blank`, `caret` or nothing.
    pub class: &'static str,
    pub text: String,
    /// The first character it shows, counted from 0, and how many.
    pub at: Option<(usize, usize)>,
    pub children: Vec<Ink>,
}

/// Brackets within brackets that are still drawn as such.
const MAX_DEPTH: usize = 16;
/// Longer texts are drawn as they are.
const MAX_CHARS: usize = 200;
const ROOT: &str = "sqrt";

// ---- reading -------------------------------------------------------------------------------------------------

/// A stretch of the text and what it is. Positions are counted in characters.
#[derive(Clone, Debug)]
struct Item {
    from: usize,
    to: usize,
    is: Is,
}

#[derive(Clone, Debug)]
enum Is {
    /// A number, a letter or a sign.
    Leaf(&'static str),
    Space,
    Group(Row),
    Fraction(Row, Row),
    Power(Box<Item>, Row),
    Root(Row),
}

/// Side by side. The brackets of a row that is a numerator, an exponent ... belong to it and are not drawn.
#[derive(Clone, Debug, Default)]
struct Row {
    from: usize,
    to: usize,
    items: Vec<Item>,
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

fn read(text: &str) -> Row {
    let mut reader = Reader { chars: text.chars().take(MAX_CHARS).collect(), at: 0, depth: 0 };
    let mut row = Row::default();
    // A closing bracket without an opening one is a sign like any other.
    loop {
        let more = reader.row();
        row.items.extend(more.items);
        if reader.at >= reader.chars.len() {
            break;
        }
        row.items.push(Item { from: reader.at, to: reader.at + 1, is: Is::Leaf("mo") });
        reader.at += 1;
    }
    row.to = reader.chars.len();
    row
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn row(&mut self) -> Row {
        let mut row = Row { from: self.at, to: self.at, items: Vec::new() };
        while let Some(c) = self.peek().filter(|c| *c != ')') {
            match c {
                '/' => self.over(&mut row),
                '^' => self.power(&mut row),
                _ => {
                    let item = self.atom();
                    row.items.push(item);
                }
            }
        }
        row.to = self.at;
        row
    }

    /// What stands before the bar is the numerator, what follows the denominator.
    fn over(&mut self, row: &mut Row) {
        let numerator = match row.items.last() {
            Some(last) if last.is_operand() => row.items.pop(),
            _ => None,
        };
        let slash = self.at;
        self.at += 1;
        let top = numerator.map_or_else(|| Row { from: slash, to: slash, items: Vec::new() }, Item::into_row);
        let bottom = self.operand();
        row.items.push(Item { from: top.from, to: bottom.to, is: Is::Fraction(top, bottom) });
    }

    fn power(&mut self, row: &mut Row) {
        let hat = self.at;
        self.at += 1;
        let raised = self.operand();
        let base = match row.items.pop() {
            Some(base) if base.is_operand() => base,
            other => {
                row.items.extend(other);
                Item { from: hat, to: hat, is: Is::Group(Row { from: hat, to: hat, items: Vec::new() }) }
            }
        };
        row.items.push(Item { from: base.from, to: raised.to, is: Is::Power(Box::new(base), raised) });
    }

    /// What a bar, a hat or a root takes: one atom with its sign, brackets and all.
    fn operand(&mut self) -> Row {
        let from = self.at;
        let mut items = Vec::new();
        if matches!(self.peek(), Some('-' | '\u{2212}')) {
            items.push(self.atom());
        }
        let begins = |c: char| c.is_alphanumeric() || matches!(c, '(' | '.' | ',' | '\u{221a}');
        if self.peek().is_some_and(begins) {
            let atom = self.atom();
            if items.is_empty() {
                let mut row = atom.into_row();
                row.from = from;
                // A power within a denominator: 1/x^2.
                while self.peek() == Some('^') {
                    self.power(&mut row);
                    row.to = self.at;
                }
                return row;
            }
            items.push(atom);
        }
        Row { from, to: self.at, items }
    }

    fn atom(&mut self) -> Item {
        let from = self.at;
        let Some(c) = self.peek() else { return Item { from, to: from, is: Is::Space } };
        self.at += 1;
        let is = match c {
            '(' if self.depth < MAX_DEPTH => {
                self.depth += 1;
                let mut inside = self.row();
                self.depth -= 1;
                inside.from = from + 1;
                if self.peek() == Some(')') {
                    self.at += 1;
                }
                Is::Group(inside)
            }
            c if c.is_ascii_digit()
                || (matches!(c, '.' | ',') && self.peek().is_some_and(|c| c.is_ascii_digit())) =>
            {
                while self.peek().is_some_and(|c| c.is_ascii_digit()) || self.is_mark_in_number() {
                    self.at += 1;
                }
                Is::Leaf("mn")
            }
            '\u{221a}' => Is::Root(self.operand()),
            _ if self.chars[from..].starts_with(&['s', 'q', 'r', 't']) => {
                self.at = from + ROOT.len();
                Is::Root(self.operand())
            }
            _ if self.chars[from..].starts_with(&['p', 'i']) => {
                self.at += 1;
                Is::Leaf("mi")
            }
            c if c.is_whitespace() => Is::Space,
            c if c.is_alphabetic() => Is::Leaf("mi"),
            '<' | '>' if self.peek() == Some('=') => {
                self.at += 1;
                Is::Leaf("mo")
            }
            _ => Is::Leaf("mo"),
        };
        Item { from, to: self.at, is }
    }

    fn is_mark_in_number(&self) -> bool {
        matches!(self.peek(), Some('.' | ','))
            && self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit)
    }
}

impl Item {
    fn is_operand(&self) -> bool {
        !matches!(self.is, Is::Space | Is::Leaf("mo"))
    }

    /// As a numerator, a denominator, an exponent: brackets round it are not needed any more.
    fn into_row(self) -> Row {
        let (from, to) = (self.from, self.to);
        match self.is {
            Is::Group(inside) => Row { from, to, items: inside.items },
            _ => Row { from, to, items: vec![self] },
        }
    }
}

// ---- drawing -------------------------------------------------------------------------------------------------

struct Pen<'a> {
    chars: &'a [char],
    /// Where the caret goes; nobody's any more once it is drawn.
    caret: Option<usize>,
}

/// The text as drawn maths; `caret` is a position between characters, or nothing while the field has no focus.
pub fn sketch(text: &str, caret: Option<usize>) -> Ink {
    let chars: Vec<char> = text.chars().collect();
    let mut pen = Pen { chars: &chars, caret };
    let mut row = pen.row(&read(text), false);
    if chars.len() > MAX_CHARS {
        row.children.push(leaf("mtext", chars[MAX_CHARS..].iter().collect(), None));
    }
    Ink { tag: "math", ..row }
}

impl Pen<'_> {
    /// A row; in a place that must hold something, an empty one is a box.
    fn row(&mut self, row: &Row, boxed: bool) -> Ink {
        let mut children = Vec::new();
        for item in &row.items {
            if self.caret == Some(item.from) && !item.begins_with_a_row() {
                children.extend(self.caret());
            }
            self.item(item, &mut children);
        }
        let here = self.caret.is_some_and(|caret| caret <= row.to);
        if here {
            children.extend(self.caret());
        }
        let empty = !children.iter().any(|child| child.class != "caret");
        if boxed && empty {
            children.push(Ink { class: "blank", ..leaf("mtext", "\u{a0}".repeat(2), Some((row.to, 0))) });
        }
        Ink { tag: "mrow", children, ..Ink::default() }
    }

    fn caret(&mut self) -> Option<Ink> {
        self.caret.take().map(|_| Ink {
            tag: "mtext",
            class: "caret",
            text: "\u{200b}".into(),
            ..Ink::default()
        })
    }

    fn item(&mut self, item: &Item, out: &mut Vec<Ink>) {
        match &item.is {
            Is::Leaf(tag) => self.leaf(tag, item.from, item.to, out),
            Is::Space => out.push(leaf("mspace", String::new(), Some((item.from, item.to - item.from)))),
            Is::Group(inside) if item.from < item.to => {
                out.push(leaf("mo", "(".into(), Some((item.from, 1))));
                let row = self.row(inside, false);
                out.extend(row.children);
                // A bracket that is not closed yet is seen to be open.
                if self.chars.get(item.to - 1) == Some(&')') && item.to - 1 > item.from {
                    out.push(leaf("mo", ")".into(), Some((item.to - 1, 1))));
                }
            }
            Is::Group(inside) => out.push(self.row(inside, true)),
            Is::Fraction(top, bottom) => {
                let children = vec![self.row(top, true), self.row(bottom, true)];
                out.push(Ink { tag: "mfrac", children, ..Ink::default() });
            }
            Is::Power(base, raised) => {
                let mut below = Vec::new();
                self.item(base, &mut below);
                if self.caret.is_some_and(|caret| caret <= base.to && base.from < base.to) {
                    below.extend(self.caret());
                }
                let base = Ink { tag: "mrow", children: below, ..Ink::default() };
                out.push(Ink { tag: "msup", children: vec![base, self.row(raised, true)], ..Ink::default() });
            }
            Is::Root(inside) => {
                // Between the letters of a root is before it.
                if self.caret.is_some_and(|caret| caret < inside.from) {
                    out.extend(self.caret());
                }
                let children = vec![self.row(inside, true)];
                out.push(Ink { tag: "msqrt", children, ..Ink::default() });
            }
        }
    }

    fn leaf(&mut self, tag: &'static str, from: usize, to: usize, out: &mut Vec<Ink>) {
        let shown = |from: usize, to: usize| self.chars[from..to].iter().collect::<String>();
        match self.caret {
            Some(caret) if from < caret && caret < to && tag == "mn" => {
                out.push(leaf(tag, shown(from, caret), Some((from, caret - from))));
                let after = shown(caret, to);
                out.extend(self.caret());
                out.push(leaf(tag, after, Some((caret, to - caret))));
            }
            caret => {
                let text = sign(&shown(from, to));
                out.push(leaf(tag, text, Some((from, to - from))));
                if caret.is_some_and(|caret| from < caret && caret < to) {
                    out.extend(self.caret());
                }
            }
        }
    }
}

impl Item {
    /// The caret before it belongs inside it: a numerator, the base of a power.
    fn begins_with_a_row(&self) -> bool {
        match &self.is {
            Is::Fraction(..) => true,
            Is::Power(base, _) => base.begins_with_a_row() || base.from == base.to,
            _ => false,
        }
    }
}

fn leaf(tag: &'static str, text: String, at: Option<(usize, usize)>) -> Ink {
    Ink { tag, text, at, ..Ink::default() }
}

/// A sign as it is printed.
fn sign(typed: &str) -> String {
    match typed {
        "*" => "×",
        "-" => "\u{2212}",
        "<=" => "≤",
        ">=" => "≥",
        "pi" => "π",
        other => other,
    }
    .into()
}

// ---- editing -------------------------------------------------------------------------------------------------

/// The text and the caret after a key; a selection is replaced. `Undo` is the field's own business.
pub fn pressed(text: &str, (from, to): (usize, usize), stroke: Stroke) -> (String, usize) {
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = (from.min(chars.len()), to.min(chars.len()).max(from.min(chars.len())));
    let put = |from: usize, to: usize, before: &str, after: &str| {
        let head: String = chars[..from].iter().collect();
        let tail: String = chars[to..].iter().collect();
        ([&head, before, after, &tail].concat(), from + before.chars().count())
    };
    match stroke {
        Stroke::Type(typed) => put(from, to, typed, ""),
        Stroke::Around(before, after) => put(from, to, before, after),
        Stroke::Over => {
            let operand = from > 0 && (chars[from - 1].is_alphanumeric() || chars[from - 1] == ')');
            if operand { put(from, to, "/", "") } else { put(from, to, "", "/") }
        }
        Stroke::Back if from < to => put(from, to, "", ""),
        Stroke::Back => {
            let root: Vec<char> = "sqrt(".chars().collect();
            let empty_root = chars[..from].ends_with(&root) && chars.get(from) == Some(&')');
            let empty_group = chars[..from].ends_with(&['(']) && chars.get(from) == Some(&')');
            match (empty_root, empty_group) {
                (true, _) => put(from - root.len(), from + 1, "", ""),
                (_, true) => put(from - 1, from + 1, "", ""),
                _ => put(from.saturating_sub(1), from, "", ""),
            }
        }
        Stroke::Left => (text.into(), step(&chars, from, false)),
        // At the end of a fraction or an exponent, a space leads out of it.
        Stroke::Right if to == chars.len() && leads_out(text, to) => put(to, to, " ", ""),
        Stroke::Right => (text.into(), step(&chars, to, true)),
        Stroke::Undo => (text.into(), to),
    }
}

/// One place on; the letters of a root are one step.
fn step(chars: &[char], at: usize, right: bool) -> usize {
    let root: Vec<char> = "sqrt(".chars().collect();
    match right {
        true if chars[at..].starts_with(&root) => at + root.len(),
        true => (at + 1).min(chars.len()),
        false if chars[..at].ends_with(&root) => at - root.len(),
        false => at.saturating_sub(1),
    }
}

/// [`is_within`], which comes with the drawing: without that, a fraction is text like any other.
static WITHIN: OnceLock<fn(&str, usize) -> bool> = OnceLock::new();

/// Rows of keys, in a language.
type Keys = fn(Locale) -> Vec<Vec<Key>>;

/// The keypad for [`Pad::Expression`]: no unit that needs it is asked from before it is here.
static WIDE: OnceLock<Keys> = OnceLock::new();

/// Brings them in. Nothing else in the first module may name what reads the text.
pub fn open() {
    let _ = WITHIN.set(is_within);
    let _ = WIDE.set(wide_keypad);
}

fn leads_out(text: &str, caret: usize) -> bool {
    #[cfg(not(target_family = "wasm"))]
    open();
    WITHIN.get().is_some_and(|is_within| is_within(text, caret))
}

/// Whether the caret at the end of the text stands in a denominator or an exponent.
fn is_within(text: &str, caret: usize) -> bool {
    read(text)
        .items
        .last()
        .is_some_and(|last| last.to == caret && matches!(last.is, Is::Fraction(..) | Is::Power(..)))
}

/// Where the arrow up or down leads: from a denominator into its numerator and back.
pub fn vertical(text: &str, caret: usize, up: bool) -> Option<usize> {
    fn find(row: &Row, caret: usize, up: bool) -> Option<usize> {
        row.items.iter().filter(|item| item.from <= caret && caret <= item.to).find_map(|item| {
            match &item.is {
                Is::Group(inside) | Is::Root(inside) => find(inside, caret, up),
                Is::Power(base, raised) => {
                    let base = if let Is::Group(inside) = &base.is { find(inside, caret, up) } else { None };
                    base.or_else(|| find(raised, caret, up))
                }
                Is::Fraction(top, bottom) => {
                    let inner = find(if caret <= top.to { top } else { bottom }, caret, up);
                    inner.or(match (caret <= top.to, up) {
                        (false, true) => Some(top.to),
                        (true, false) => Some(bottom.to),
                        _ => None,
                    })
                }
                _ => None,
            }
        })
    }
    find(&read(text), caret, up)
}

// ---- keypad --------------------------------------------------------------------------------------------------

/// What the keypad is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pad {
    /// Whole numbers and decimals.
    Number,
    /// Fractions and mixed numbers as well.
    Fraction,
    /// Letters, exponents, roots, relations and brackets as well.
    Expression,
}

pub fn keypad(pad: Pad, locale: Locale) -> Vec<Vec<Key>> {
    #[cfg(not(target_family = "wasm"))]
    open();
    let digit = |face: &'static str| key(face, face, Stroke::Type(face));
    let back = || key("⌫", words::key_back(locale), Stroke::Back);
    let minus = || key("\u{2212}", words::key_minus(locale), Stroke::Type("-"));
    let point = || key(".", words::key_point(locale), Stroke::Type("."));
    let over = || key("a/b", words::key_slash(locale), Stroke::Over);
    let right = || key("→", words::key_right(locale), Stroke::Right);
    match pad {
        Pad::Number => vec![
            vec![digit("7"), digit("8"), digit("9"), back()],
            vec![digit("4"), digit("5"), digit("6"), minus()],
            vec![digit("1"), digit("2"), digit("3"), point()],
            vec![digit("0")],
        ],
        Pad::Fraction => vec![
            vec![digit("7"), digit("8"), digit("9"), back()],
            vec![digit("4"), digit("5"), digit("6"), over()],
            vec![digit("1"), digit("2"), digit("3"), key("1 ½", words::key_space(locale), Stroke::Type(" "))],
            vec![digit("0"), point(), minus(), right()],
        ],
        Pad::Expression => WIDE.get().map_or_else(Vec::new, |wide| wide(locale)),
    }
}

fn key(face: &str, name: &str, stroke: Stroke) -> Key {
    Key { face: face.into(), name: name.into(), stroke }
}

/// Five in a row: on a narrow phone each is still wide enough for a finger.
fn wide_keypad(locale: Locale) -> Vec<Vec<Key>> {
    let digit = |face: &'static str| key(face, face, Stroke::Type(face));
    let back = || key("⌫", words::key_back(locale), Stroke::Back);
    let undo = || key("↶", words::key_undo(locale), Stroke::Undo);
    let minus = || key("\u{2212}", words::key_minus(locale), Stroke::Type("-"));
    let point = || key(".", words::key_point(locale), Stroke::Type("."));
    let over = || key("a/b", words::key_slash(locale), Stroke::Over);
    let left = || key("←", words::key_left(locale), Stroke::Left);
    let right = || key("→", words::key_right(locale), Stroke::Right);
    let sign = |face: &str, typed: &'static str, name: &str| key(face, name, Stroke::Type(typed));
    vec![
        vec![
            sign("x", "x", "x"),
            sign("y", "y", "y"),
            sign("(", "(", words::key_open(locale)),
            sign(")", ")", words::key_close(locale)),
            back(),
        ],
        vec![
            key("x²", words::key_power(locale), Stroke::Type("^")),
            digit("7"),
            digit("8"),
            digit("9"),
            sign("+", "+", words::key_plus(locale)),
        ],
        vec![
            key("√", words::key_root(locale), Stroke::Around("sqrt(", ")")),
            digit("4"),
            digit("5"),
            digit("6"),
            minus(),
        ],
        vec![over(), digit("1"), digit("2"), digit("3"), sign("×", "*", words::key_times(locale))],
        vec![
            sign("π", "pi", "π"),
            digit("0"),
            point(),
            sign(",", ",", words::key_comma(locale)),
            sign("=", "=", words::key_equals(locale)),
        ],
        vec![
            sign("<", "<", words::key_less(locale)),
            sign(">", ">", words::key_greater(locale)),
            left(),
            right(),
            undo(),
        ],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The drawing in one line: `[top|bottom]`, `{raised}`, `√(inside)`, `_` for a box, `^` for the caret.
    fn told(ink: &Ink) -> String {
        let inside: String = ink.children.iter().map(told).collect();
        let part = |k: usize| ink.children.get(k).map(told).unwrap_or_default();
        match (ink.tag, ink.class) {
            (_, "caret") => "^".into(),
            (_, "blank") => "_".into(),
            ("mfrac", _) => format!("[{}|{}]", part(0), part(1)),
            ("msup", _) => format!("{}{{{}}}", part(0), part(1)),
            ("msqrt", _) => format!("√({inside})"),
            ("mspace", _) => " ".into(),
            _ => format!("{}{inside}", ink.text),
        }
    }

    /// `^` in the text is where the caret stands.
    fn check(text: &str, caret: usize, expected: &str) {
        assert_eq!(told(&sketch(text, Some(caret))), expected, "{text:?} at {caret}");
    }

    #[test]
    fn what_is_typed_is_drawn_in_its_place() {
        check("", 0, "^");
        check("3/4", 3, "[3|4^]");
        check("1 3/4", 5, "1 [3|4^]");
        check("3/4 ", 4, "[3|4] ^");
        check("x^2+1", 5, "x{2}+1^");
        check("(x+1)/(x-1)", 11, "[x+1|x\u{2212}1^]");
        check("2(x+1)", 6, "2(x+1)^");
        check("sqrt(2)/2", 9, "[√(2)|2^]");
        check("√16", 3, "√(16^)");
        check("1/x^2", 5, "[1|x{2^}]");
        check("x^-1", 4, "x{\u{2212}1^}");
        check("2*3 <= pi", 9, "2×3 ≤ π^");
        check("1/2/3", 5, "[[1|2]|3^]");
    }

    #[test]
    fn what_is_missing_is_a_box() {
        check("/", 0, "[^_|_]");
        check("3/", 2, "[3|^_]");
        check("x^", 2, "x{^_}");
        check("sqrt()", 5, "√(^_)");
        check("^2", 2, "_{2^}");
        check("(2", 2, "(2^");
        check("2)", 2, "2)^");
        check("()/", 3, "[_|^_]");
    }

    #[test]
    fn the_caret_stands_where_the_next_character_goes() {
        check("12", 1, "1^2");
        check("3/4", 0, "[^3|4]");
        check("3/4", 1, "[3^|4]");
        check("3/4", 2, "[3|^4]");
        check("2+3/4", 1, "2^+[3|4]");
        check("(x+1)/2", 3, "[x+^1|2]");
        check("x^2", 1, "x^{2}");
        check("sqrt(2)", 2, "^√(2)");
    }

    #[test]
    fn nothing_is_refused_and_nothing_is_lost() {
        for text in [
            "((((((((((((((((((((1",
            "^^^",
            "///",
            "sqrtsqrt",
            "))((",
            "é½¼→",
            "1/(2/(3/(4/5)))",
            &"(".repeat(300),
        ] {
            let length = text.chars().count();
            for caret in 0..=length {
                let drawn = told(&sketch(text, Some(caret)));
                assert!(
                    drawn.matches('^').count() == 1 || text.contains('^') || length > MAX_CHARS,
                    "{text:?} at {caret}: {drawn}"
                );
            }
        }
    }

    #[test]
    fn whatever_is_typed_at_the_caret_is_drawn_with_the_caret() {
        const SIGNS: [&str; 14] =
            ["1", "23", "x", "/", "^", "(", ")", "sqrt", "√", " ", "-", "pi", "<=", "½"];
        let mut rng = crate::num::SplitMix64::new(3);
        let mut draw = |most: usize| rng.below(most as u64) as usize;
        for _ in 0..3_000 {
            let (mut text, mut caret) = (String::new(), 0);
            for _ in 0..draw(14) {
                let stroke = match draw(12) {
                    0 => Stroke::Over,
                    1 => Stroke::Back,
                    2 => Stroke::Left,
                    3 => Stroke::Right,
                    4 => Stroke::Around("sqrt(", ")"),
                    _ => Stroke::Type(SIGNS[draw(SIGNS.len())]),
                };
                (text, caret) = pressed(&text, (caret, caret), stroke);
                assert!(caret <= text.chars().count(), "{text:?}");
                let drawn = sketch(&text, Some(caret));
                assert_eq!(carets(&drawn), 1, "{text:?} at {caret}");
                let there = vertical(&text, caret, true).or(vertical(&text, caret, false));
                assert!(there.is_none_or(|there| there <= text.chars().count()));
            }
        }
    }

    fn carets(ink: &Ink) -> usize {
        usize::from(ink.class == "caret") + ink.children.iter().map(carets).sum::<usize>()
    }

    fn press(text: &str, caret: usize, stroke: Stroke, expected: &str) {
        let (text, caret) = pressed(text, (caret, caret), stroke);
        let (before, after): (String, String) =
            (text.chars().take(caret).collect(), text.chars().skip(caret).collect());
        assert_eq!(format!("{before}|{after}"), expected);
    }

    #[test]
    fn keys_write_at_the_caret() {
        press("12", 1, Stroke::Type("5"), "15|2");
        press("3", 1, Stroke::Over, "3/|");
        press("2+", 2, Stroke::Over, "2+|/");
        press("", 0, Stroke::Around("sqrt(", ")"), "sqrt(|)");
        press("sqrt()", 5, Stroke::Back, "|");
        press("2()", 2, Stroke::Back, "2|");
        press("12", 0, Stroke::Back, "|12");
        press("sqrt(2)", 0, Stroke::Right, "sqrt(|2)");
        press("sqrt(2)", 5, Stroke::Left, "|sqrt(2)");
        press("3/4", 3, Stroke::Right, "3/4 |");
        press("34", 2, Stroke::Right, "34|");
        assert_eq!(pressed("1234", (1, 3), Stroke::Type("0")), ("104".into(), 2));
        assert_eq!(pressed("1234", (1, 9), Stroke::Back), ("1".into(), 1));
    }

    #[test]
    fn up_and_down_lead_from_one_part_of_a_fraction_to_the_other() {
        assert_eq!(vertical("12/34", 5, true), Some(2));
        assert_eq!(vertical("12/34", 1, false), Some(5));
        assert_eq!(vertical("12/34", 1, true), None);
        assert_eq!(vertical("2+3", 1, true), None);
        assert_eq!(vertical("1/(2/3)", 6, true), Some(4), "the inner fraction first");
    }
}
