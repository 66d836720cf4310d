//! The expression language of packs: exact numbers, truth, text and lists; total and bounded. An expression is
//! parsed once, when its unit is read, and evaluated for every draw.

mod eval;
mod functions;
mod parse;
mod value;

pub use eval::{Scope, Steps};
pub use functions::Function;
pub use value::{Person, Value};

use super::What;
use crate::notation::Math;
use crate::num::Rational;
use std::fmt;
use std::sync::Arc;

pub const MAX_NODES: usize = 1_000;
pub const MAX_DEPTH: usize = 64;
pub const MAX_STEPS: u32 = 10_000;
pub const MAX_LIST: usize = 64;

/// A parsed expression.
#[derive(Clone, Debug)]
pub struct Expr {
    root: Arc<Node>,
    source: Arc<str>,
}

/// What went wrong, at which byte of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: usize,
    pub what: What,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub at: usize,
    pub kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Number(Rational),
    Truth(bool),
    Text(Arc<str>),
    Name(Arc<str>),
    It,
    List(Vec<Node>),
    Index(Box<Node>, Box<Node>),
    Negative(Box<Node>),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Binary(Binary, Box<Node>, Box<Node>),
    /// `a < b <= c`: the first term, then each comparison with its term.
    Chain(Box<Node>, Vec<(Compare, Node)>),
    Call(Function, Vec<Node>),
    /// `(x, y)`.
    Point(Box<Node>, Box<Node>),
    /// Maths in backticks, with values for its holes.
    Maths(Math, Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    Plus,
    Minus,
    Times,
    Over,
    Power,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Expr {
    pub fn parse(source: &str) -> Result<Self, Fault> {
        Ok(Self { root: Arc::new(parse::parse(source)?), source: source.into() })
    }

    /// An expression about each member of a list, as `it`.
    pub fn parse_each(source: &str) -> Result<Self, Fault> {
        Ok(Self { root: Arc::new(parse::parse_each(source)?), source: source.into() })
    }

    /// The value for one member.
    pub fn eval_it(&self, scope: &Scope, it: &Value) -> Result<Value, Fault> {
        eval::eval_it(&self.root, scope, it)
    }

    /// A constant text, whatever its characters.
    pub fn text(text: &str) -> Self {
        Self { root: Arc::new(Node { at: 0, kind: Kind::Text(text.into()) }), source: text.into() }
    }

    /// The value, within [`MAX_STEPS`].
    pub fn eval(&self, scope: &Scope) -> Result<Value, Fault> {
        self.eval_counted(scope, &Steps::default())
    }

    /// The same; the steps it took are added to `steps`.
    pub fn eval_counted(&self, scope: &Scope, steps: &Steps) -> Result<Value, Fault> {
        eval::eval(&self.root, scope, steps)
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// Every name the expression uses, each once, in order (`it` is none).
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        self.root.walk(&mut |node| {
            if let Kind::Name(name) = &node.kind
                && let Err(at) = names.binary_search(&&**name)
            {
                names.insert(at, name);
            }
        });
        names
    }

    /// Where the name first stands, as a byte of the source.
    pub fn place_of(&self, name: &str) -> usize {
        let mut place = None;
        self.root.walk(&mut |node| {
            if matches!(&node.kind, Kind::Name(found) if &**found == name) {
                place = place.or(Some(node.at));
            }
        });
        place.unwrap_or(0)
    }

    /// Whether the expression is this one name.
    pub fn is_name(&self, name: &str) -> bool {
        matches!(&self.root.kind, Kind::Name(found) if &**found == name)
    }

    /// Whether a value that is not whole can come out, when `fractional` says so of the names.
    pub fn may_be_fractional(&self, fractional: &dyn Fn(&str) -> bool) -> bool {
        self.root.may_be_fractional(fractional)
    }

    /// Equal trees, whatever the spacing.
    pub fn same_as(&self, other: &Self) -> bool {
        self.root.same_as(&other.root)
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Node {
    fn children(&self) -> Vec<&Self> {
        match &self.kind {
            Kind::Number(_) | Kind::Truth(_) | Kind::Text(_) | Kind::Name(_) | Kind::It => Vec::new(),
            Kind::List(nodes) | Kind::Call(_, nodes) | Kind::Maths(_, nodes) => nodes.iter().collect(),
            Kind::Negative(a) | Kind::Not(a) => vec![a],
            Kind::Point(a, b)
            | Kind::Index(a, b)
            | Kind::And(a, b)
            | Kind::Or(a, b)
            | Kind::Binary(_, a, b) => vec![a, b],
            Kind::Chain(first, rest) => {
                std::iter::once(&**first).chain(rest.iter().map(|(_, node)| node)).collect()
            }
        }
    }

    /// At most [`MAX_NODES`], so this recursion is bounded too.
    fn depth(&self) -> usize {
        1 + self.children().into_iter().map(Self::depth).max().unwrap_or(0)
    }

    fn walk<'a>(&'a self, see: &mut dyn FnMut(&'a Self)) {
        see(self);
        for child in self.children() {
            child.walk(see);
        }
    }

    fn may_be_fractional(&self, fractional: &dyn Fn(&str) -> bool) -> bool {
        match &self.kind {
            Kind::Number(n) => !n.is_integer(),
            Kind::Name(name) => fractional(name),
            Kind::Binary(Binary::Over, ..) => true,
            Kind::Call(function, _) if function.gives_whole() => false,
            Kind::Maths(..) => false,
            // The condition of `if` is not its value.
            Kind::Call(Function::If, nodes) => {
                nodes.iter().skip(1).any(|node| node.may_be_fractional(fractional))
            }
            _ => self.children().iter().any(|node| node.may_be_fractional(fractional)),
        }
    }

    fn same_as(&self, other: &Self) -> bool {
        let head = match (&self.kind, &other.kind) {
            (Kind::Number(a), Kind::Number(b)) => a == b,
            (Kind::Truth(a), Kind::Truth(b)) => a == b,
            (Kind::Text(a), Kind::Text(b)) | (Kind::Name(a), Kind::Name(b)) => a == b,
            (Kind::Binary(a, ..), Kind::Binary(b, ..)) => a == b,
            (Kind::Call(a, _), Kind::Call(b, _)) => a == b,
            (Kind::Maths(a, _), Kind::Maths(b, _)) => a == b,
            (Kind::Chain(_, a), Kind::Chain(_, b)) => a.iter().map(|x| x.0).eq(b.iter().map(|x| x.0)),
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        };
        let (mine, theirs) = (self.children(), other.children());
        head && mine.len() == theirs.len() && mine.iter().zip(theirs).all(|(a, b)| a.same_as(b))
    }
}

impl Fault {
    pub(crate) fn new(at: usize, what: impl Into<What>) -> Self {
        Self { at, what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.what.fmt(f)
    }
}

#[cfg(test)]
mod tests;
