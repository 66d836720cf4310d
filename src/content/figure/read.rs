//! Figures as authors write them: the keys of each kind, read and checked, and drawn with the values of a question.

use super::super::domain;
use super::super::expr::{Expr, Fault, Scope};
use super::super::reader::{At, Reader, unknown};
use super::super::template::{Fill, Template};
use super::super::wide;
use super::given::{Given, Table};
use super::{Figure, MAX_PARTS, fault};
use crate::num::Rational;
use serde_json::Value;

/// What stands behind a key.
#[derive(Clone, Copy, Debug)]
enum Wants {
    /// `"0..2"`.
    Range,
    /// One expression, or a list of them, or a list of lists.
    Exprs,
    /// Lists that begin with a word: `[["line", "2", "-1"]]`.
    Tagged,
    /// What follows that word: expressions, `x` and signs.
    Operand,
    /// A text, or lists of texts.
    Texts,
    /// One of these words, or `true` or `false` where the first is `true`.
    Word(&'static [&'static str]),
    /// One of these words, or expressions.
    WordOrExprs(&'static [&'static str]),
}

/// A kind of figure: its name and its keys. The first key is the name.
#[derive(Debug)]
pub struct Kind {
    pub name: &'static str,
    keys: &'static [(&'static str, Wants)],
}

use Wants::{Exprs, Operand, Range, Tagged, Texts, Word, WordOrExprs};

const SIGNS: [&str; 5] = ["x", "<", "<=", ">", ">="];

const YES: Wants = Word(&["true"]);

/// The kinds that any unit may have, first of all others.
const FIRST: [Kind; 2] = [
    Kind {
        name: "number_line",
        keys: &[
            ("number_line", Range),
            ("ticks", Exprs),
            ("labels", WordOrExprs(&["whole", "ends", "all"])),
            ("mark", Exprs),
            ("hops", Exprs),
            ("range", WordOrExprs(&[])),
            ("open", Exprs),
            ("decimal", YES),
            ("zoom", YES),
            ("enter", Word(&["true", "point", "hops", "range"])),
        ],
    },
    Kind {
        name: "bars",
        keys: &[("bars", Exprs), ("labels", Texts), ("guide", YES), ("split", YES), ("enter", YES)],
    },
];

/// The kinds that are fetched with the wider vocabulary.
pub(in crate::content) fn wider_kinds() -> &'static [Kind] {
    &WIDER
}

/// Every kind an author may write.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    FIRST.iter().chain(wide::figure_kinds())
}

const WIDER: [Kind; 26] = [
    Kind {
        name: "grid",
        keys: &[
            ("grid", Exprs),
            ("shade", Exprs),
            ("cut", Exprs),
            ("dots", YES),
            ("sides", YES),
            ("enter", Word(&["true", "total", "sides"])),
        ],
    },
    Kind { name: "area", keys: &[("area", Texts), ("inside", Texts), ("enter", YES)] },
    Kind { name: "tape", keys: &[("tape", Exprs), ("labels", Texts), ("total", Exprs), ("enter", YES)] },
    Kind { name: "blocks", keys: &[("blocks", Exprs), ("enter", YES)] },
    Kind {
        name: "columns",
        keys: &[("columns", Exprs), ("op", Word(&["+", "-", "×", "÷"])), ("worked", YES), ("enter", YES)],
    },
    Kind {
        name: "table",
        keys: &[("table", Texts), ("head", Word(&["none", "row", "column", "both"])), ("enter", YES)],
    },
    Kind {
        name: "plane",
        keys: &[
            ("plane", Range),
            ("y", Range),
            ("step", Exprs),
            ("points", Exprs),
            ("names", Texts),
            ("polygon", Exprs),
            ("axes", Texts),
            ("curves", Tagged),
            ("draw", Word(&["point", "points", "polygon", "line", "ray", "segment", "parabola", "region"])),
            ("count", Exprs),
            ("enter", YES),
        ],
    },
    Kind {
        name: "polygons",
        keys: &[
            ("polygons", Exprs),
            ("sides", Texts),
            ("angles", Texts),
            ("cut", Exprs),
            ("circle", Exprs),
            ("radius", Texts),
            ("squared", YES),
            ("enter", Word(&["true", "cut"])),
        ],
    },
    Kind {
        name: "solid",
        keys: &[("solid", Tagged), ("stack", Exprs), ("cubes", YES), ("labels", Texts), ("enter", YES)],
    },
    Kind { name: "clock", keys: &[("clock", Exprs), ("step", Exprs), ("enter", YES)] },
    Kind { name: "spinner", keys: &[("spinner", Exprs), ("tally", Exprs), ("paint", Exprs)] },
    Kind { name: "box_plot", keys: &[("box_plot", Range), ("five", Exprs), ("by", Exprs), ("enter", YES)] },
    Kind { name: "lines", keys: &[("lines", Texts), ("until", Word(&[])), ("unit", Word(&[]))] },
    Kind { name: "ten_frame", keys: &[("ten_frame", Exprs), ("room", Exprs), ("enter", YES)] },
    Kind {
        name: "hundred_chart",
        keys: &[
            ("hundred_chart", Range),
            ("columns", Exprs),
            ("mark", Exprs),
            ("hide", Exprs),
            ("enter", YES),
        ],
    },
    Kind {
        name: "tap_count",
        keys: &[("tap_count", Exprs), ("as", Word(&["star", "dot", "leaf"])), ("enter", YES)],
    },
    Kind { name: "decimal_grid", keys: &[("decimal_grid", Exprs), ("shade", Exprs), ("enter", YES)] },
    Kind {
        name: "dot_plot",
        keys: &[
            ("dot_plot", Range),
            ("ticks", Exprs),
            ("data", Exprs),
            ("crosses", YES),
            ("decimal", YES),
            ("enter", YES),
        ],
    },
    Kind {
        name: "bar_graph",
        keys: &[
            ("bar_graph", Texts),
            ("values", Exprs),
            ("top", Exprs),
            ("by", Exprs),
            ("snap", Exprs),
            ("axis", Texts),
            ("touching", YES),
            ("enter", YES),
        ],
    },
    Kind {
        name: "angle",
        keys: &[
            ("angle", Exprs),
            ("turn", Exprs),
            ("sizes", YES),
            ("protractor", YES),
            ("step", Exprs),
            ("enter", YES),
        ],
    },
    Kind { name: "ratio_table", keys: &[("ratio_table", Texts), ("jumps", Texts), ("enter", YES)] },
    Kind { name: "double_number_line", keys: &[("double_number_line", Texts), ("enter", YES)] },
    Kind { name: "bond", keys: &[("bond", Exprs), ("enter", YES)] },
    Kind {
        name: "balance",
        keys: &[("balance", Operand), ("tilt", Word(&["left", "right"])), ("enter", YES)],
    },
    Kind {
        name: "ruler",
        keys: &[
            ("ruler", Range),
            ("unit", Word(&["cm", "in"])),
            ("parts", Exprs),
            ("object", Exprs),
            ("enter", YES),
        ],
    },
    Kind { name: "tiles", keys: &[("tiles", Exprs), ("enter", YES)] },
];

/// A figure before it is drawn.
#[derive(Debug)]
pub struct FigureRule {
    kind: &'static Kind,
    keys: Vec<(&'static str, Rule)>,
}

#[derive(Debug)]
enum Rule {
    Expr(Expr),
    Hidden(Expr),
    Range(Expr, Expr),
    Word(String),
    Text(Template),
    Truth(bool),
    List(Vec<Rule>),
    /// An end that is not there: an empty string.
    Nothing,
}

/// Reads a figure; `content::read` calls it for every key `figure`.
pub fn figure(reader: &mut Reader, at: &At) -> Option<FigureRule> {
    let table = reader.any_table(at)?;
    let Some(kind) = kinds().find(|kind| table.get(kind.name).is_some()) else {
        let names: Vec<&str> = kinds().map(|kind| kind.name).collect();
        reader.problem(&at.place, ["a figure has one of the keys ", &names.join(", ")].concat());
        return None;
    };
    let known: Vec<&str> = kind.keys.iter().map(|(name, _)| *name).collect();
    let table = reader.table(at, &known)?;
    let mut keys = Vec::new();
    for (name, wants) in kind.keys {
        if let Some(at) = table.get(name) {
            keys.push((*name, rule(reader, &at, *wants)?));
        }
    }
    Some(FigureRule { kind, keys })
}

fn rule(reader: &mut Reader, at: &At, wants: Wants) -> Option<Rule> {
    match (wants, at.value) {
        (Range, _) => match domain::ends(reader.string(at)?) {
            Ok((from, to)) => Some(Rule::Range(from, to)),
            Err(fault) => {
                reader.fault(&at.place, fault);
                None
            }
        },
        (Word(words), value) => word(reader, at, value, words),
        (WordOrExprs(words), Value::String(word)) if words.contains(&&**word) => {
            Some(Rule::Word(word.clone()))
        }
        (WordOrExprs(words), Value::String(word)) if !words.is_empty() => {
            reader.problem(&at.place, unknown("word", word, words));
            None
        }
        (Operand, Value::String(sign)) if SIGNS.contains(&&**sign) => Some(Rule::Word(sign.clone())),
        (_, Value::Array(_)) => {
            let list = reader.list(at, MAX_PARTS as usize);
            let inner = |k: usize| match wants {
                Tagged if k == 0 && !list[0].value.is_array() => Word(&[]),
                Tagged if !list[0].value.is_array() => Operand,
                WordOrExprs(_) => Exprs,
                other => other,
            };
            (0..list.len()).map(|k| rule(reader, &list[k], inner(k))).collect::<Option<_>>().map(Rule::List)
        }
        (Texts, _) => reader.template(at, false).map(Rule::Text),
        _ => match reader.string(at)?.strip_prefix('?') {
            Some(_) => {
                let shown = Value::String(at.value.as_str()?[1..].into());
                reader.expr(&At { place: at.place.clone(), value: &shown }).map(Rule::Hidden)
            }
            None if at.value.as_str() == Some("") => Some(Rule::Nothing),
            None => reader.expr(at).map(Rule::Expr),
        },
    }
}

fn word(reader: &mut Reader, at: &At, value: &Value, words: &[&str]) -> Option<Rule> {
    match value {
        Value::Bool(truth) if words.first() == Some(&"true") => Some(Rule::Truth(*truth)),
        Value::String(word) if words.is_empty() || words.contains(&&**word) => Some(Rule::Word(word.clone())),
        Value::String(word) => {
            reader.problem(&at.place, unknown("word", word, words));
            None
        }
        _ => {
            reader.problem(&at.place, ["this is one of ", &words.join(", ")].concat());
            None
        }
    }
}

impl FigureRule {
    pub fn exprs(&self) -> Vec<&Expr> {
        let mut all = Vec::new();
        self.keys.iter().for_each(|(_, rule)| rule.exprs(&mut all));
        all
    }

    pub fn enter(&self) -> bool {
        self.keys.iter().any(|(name, rule)| *name == "enter" && !matches!(rule, Rule::Truth(false)))
    }

    pub fn draw(&self, scope: &Scope) -> Result<Figure, Fault> {
        let entries = self.keys.iter().map(|(name, rule)| Ok((*name, rule.given(scope)?)));
        Figure::of(self.kind.name, &Table { entries: entries.collect::<Result<_, Fault>>()? })
    }
}

impl Rule {
    fn exprs<'a>(&'a self, all: &mut Vec<&'a Expr>) {
        match self {
            Self::Expr(expr) | Self::Hidden(expr) => all.push(expr),
            Self::Range(from, to) => all.extend([from, to]),
            Self::Text(text) => all.extend(text.holes().map(|hole| &hole.expr)),
            Self::List(list) => list.iter().for_each(|rule| rule.exprs(all)),
            Self::Word(_) | Self::Truth(_) | Self::Nothing => {}
        }
    }

    fn given(&self, scope: &Scope) -> Result<Given, Fault> {
        Ok(match self {
            Self::Expr(expr) => Given::from(expr.eval(scope)?),
            Self::Hidden(expr) => Given::Hidden(number(expr, scope)?),
            Self::Range(from, to) => Given::Range(number(from, scope)?, number(to, scope)?),
            Self::Word(word) => Given::Word(word.clone()),
            Self::Text(text) => Given::Text(text.fill(Fill::from(scope))?),
            Self::Truth(truth) => Given::Truth(*truth),
            Self::List(list) => {
                Given::List(list.iter().map(|rule| rule.given(scope)).collect::<Result<_, _>>()?)
            }
            Self::Nothing => Given::Nothing,
        })
    }
}

fn number(expr: &Expr, scope: &Scope) -> Result<Rational, Fault> {
    let value = expr.eval(scope)?;
    value.number().ok_or_else(|| {
        fault(what!(
            "this must be a number",
            "`{}` in a figure must be a number, not {}",
            expr.source(),
            value.type_name()
        ))
    })
}

/// A figure without parameters, written in JSON; for the gallery.
pub fn example(json: &str) -> Option<Figure> {
    let value = serde_json::from_str(json).ok()?;
    let mut reader = Reader::default();
    let rule = figure(&mut reader, &At::new("figure", &value))?;
    rule.draw(&Scope::default()).ok().filter(|_| reader.problems.is_empty())
}
