//! What a read answer is: a tree that keeps how it was written. `2/4` stays 2 over 4, `0.50` keeps its zero, and
//! `x + x` is not `2x`; what they are worth is the business of `algebra`.

use super::DecimalMark;
use crate::num::Rational;

/// A drawn tree of what was typed. Sums and products are flat; a term that is taken away is a `Negative` in a sum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expr {
    /// Digits with an optional point and an optional exponent: `7`, `0.50`, `1.41e-2`.
    Number(String),
    /// Whole, numerator, denominator, in digits.
    Mixed(String, String, String),
    Constant(Constant),
    /// A letter, a Greek letter by its name, either with an index: `x`, `theta`, `a_1`.
    Name(String),
    Negative(Box<Expr>),
    Sum(Vec<Expr>),
    Product(Vec<Expr>),
    Quotient(Box<Expr>, Box<Expr>),
    Power(Box<Expr>, Box<Expr>),
    Call(Function, Vec<Expr>),
    /// A function without a meaning of its own, such as `f(x)`, where the style reads it so.
    Apply(String, Vec<Expr>),
    Factorial(Box<Expr>),
    Percent(Box<Expr>),
    /// `a ± b`, or `± b` when the first part is missing.
    PlusMinus(Option<Box<Expr>>, Box<Expr>),
    /// Amounts with units, largest first: `3 ft 4 in`, `$3.20`. A unit may be a product of powers.
    Quantity(Vec<(Expr, Unit)>),
    /// `3 : 4`, also hours and minutes.
    Ratio(Vec<Expr>),
    /// `5 R 2`: quotient and remainder.
    Remainder(Box<Expr>, Box<Expr>),
    /// `a < b <= c`, also equations.
    Relation(Box<Expr>, Vec<(Relation, Expr)>),
    /// Members between brackets: a point, a list, a set or an interval; without brackets, a bare list.
    Group(Fence, Vec<Expr>, Fence),
    /// `(-inf, 2) U (3, inf)`.
    Union(Vec<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    Pi,
    /// The base of natural logarithms.
    E,
    /// The imaginary unit; only where the style reads it.
    I,
    Infinity,
    True,
    False,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// One end of a group. `Bare` is no bracket at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fence {
    Round,
    Square,
    Brace,
    Bare,
}

/// A product of units with whole powers, in the order written: `m s^-2`. Names as in `units.rs`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit(pub Vec<(String, i8)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    Sqrt,
    Cbrt,
    /// Degree, radicand.
    Root,
    Abs,
    /// The natural logarithm.
    Ln,
    /// Base, argument.
    Log,
    Exp,
    Sin,
    Cos,
    Tan,
    Csc,
    Sec,
    Cot,
    Arcsin,
    Arccos,
    Arctan,
    Arccsc,
    Arcsec,
    Arccot,
    Sinh,
    Cosh,
    Tanh,
    Csch,
    Sech,
    Coth,
}

/// How a text is to be read where people differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub mark: DecimalMark,
    pub dialect: Dialect,
    /// A comma between numbers separates list members, even in `1,250`.
    pub list: bool,
    /// Words after a number are units: `3 m` is three metres, not 3 times m.
    pub units: bool,
}

/// Whose conventions hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// School: single letters are unknowns, `1 1/2` is a mixed number, `log` is to base 10.
    #[default]
    School,
    /// As in STACK and Maxima: a word is one name, `[1,2]` a list, `log` natural, `%i` and `i` imaginary.
    Stack,
    /// As in Khan Academy's KAS: letters, `e` a constant, no mixed numbers, no thousands marks.
    Kas,
}

impl Style {
    pub fn school(mark: DecimalMark) -> Self {
        Self { mark, dialect: Dialect::School, list: false, units: false }
    }

    pub fn with_list(self) -> Self {
        Self { list: true, ..self }
    }

    pub fn with_units(self) -> Self {
        Self { units: true, ..self }
    }

    pub fn of(dialect: Dialect) -> Self {
        Self { dialect, ..Self::school(DecimalMark::Point) }
    }
}

impl Relation {
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }

    /// The relation seen from the other side.
    pub fn flipped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }

    pub fn opposite(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
        }
    }
}

const FUNCTIONS: [(&str, Function); 40] = [
    ("arcsin", Function::Arcsin),
    ("arccos", Function::Arccos),
    ("arctan", Function::Arctan),
    ("arccsc", Function::Arccsc),
    ("arcsec", Function::Arcsec),
    ("arccot", Function::Arccot),
    ("asin", Function::Arcsin),
    ("acos", Function::Arccos),
    ("atan", Function::Arctan),
    ("cosec", Function::Csc),
    ("sqrt", Function::Sqrt),
    ("cbrt", Function::Cbrt),
    ("root", Function::Root),
    ("sinh", Function::Sinh),
    ("cosh", Function::Cosh),
    ("tanh", Function::Tanh),
    ("csch", Function::Csch),
    ("sech", Function::Sech),
    ("coth", Function::Coth),
    ("raiz", Function::Sqrt),
    ("raíz", Function::Sqrt),
    ("abs", Function::Abs),
    ("exp", Function::Exp),
    ("sin", Function::Sin),
    ("sen", Function::Sin),
    ("cos", Function::Cos),
    ("tan", Function::Tan),
    ("csc", Function::Csc),
    ("sec", Function::Sec),
    ("cot", Function::Cot),
    ("log", Function::Log),
    ("ln", Function::Ln),
    ("lg", Function::Log),
    ("tg", Function::Tan),
    ("arcsen", Function::Arcsin),
    ("acot", Function::Arccot),
    ("asec", Function::Arcsec),
    ("acsc", Function::Arccsc),
    ("ctg", Function::Cot),
    ("cosech", Function::Csch),
];

impl Function {
    pub fn named(word: &str) -> Option<Self> {
        FUNCTIONS.iter().find(|(name, _)| *name == word).map(|(_, function)| *function)
    }

    /// The longest function name this text begins with.
    pub fn leading(text: &str) -> Option<(&'static str, Self)> {
        let found = FUNCTIONS.iter().filter(|(name, _)| text.starts_with(name));
        found.max_by_key(|(name, _)| name.len()).map(|(name, function)| (*name, *function))
    }

    pub fn name(self) -> &'static str {
        FUNCTIONS.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }
}

/// Greek letters by name and character; pi stands apart, for it is a number.
pub const GREEK: [(&str, char); 21] = [
    ("epsilon", 'ε'),
    ("upsilon", 'υ'),
    ("lambda", 'λ'),
    ("alpha", 'α'),
    ("gamma", 'γ'),
    ("delta", 'δ'),
    ("theta", 'θ'),
    ("kappa", 'κ'),
    ("sigma", 'σ'),
    ("omega", 'ω'),
    ("beta", 'β'),
    ("zeta", 'ζ'),
    ("iota", 'ι'),
    ("eta", 'η'),
    ("rho", 'ρ'),
    ("tau", 'τ'),
    ("phi", 'φ'),
    ("chi", 'χ'),
    ("psi", 'ψ'),
    ("mu", 'μ'),
    ("nu", 'ν'),
];

impl Expr {
    pub fn digits(n: u128) -> Self {
        Self::Number(n.to_string())
    }

    /// A whole number or a fraction in lowest terms.
    pub fn rational(value: Rational) -> Self {
        let size = Self::digits(value.num().unsigned_abs().into());
        let size = match value.den() {
            1 => size,
            den => Self::Quotient(Box::new(size), Box::new(Self::digits(den.unsigned_abs().into()))),
        };
        if value < Rational::ZERO { Self::Negative(Box::new(size)) } else { size }
    }

    pub fn name(letter: &str) -> Self {
        Self::Name(letter.into())
    }

    /// The parts directly inside, in reading order.
    pub fn parts(&self) -> Vec<&Expr> {
        match self {
            Self::Number(_) | Self::Mixed(..) | Self::Constant(_) | Self::Name(_) => Vec::new(),
            Self::Negative(one) | Self::Factorial(one) | Self::Percent(one) | Self::Not(one) => vec![one],
            Self::Sum(many)
            | Self::Product(many)
            | Self::Call(_, many)
            | Self::Apply(_, many)
            | Self::Ratio(many)
            | Self::Group(_, many, _)
            | Self::Union(many)
            | Self::And(many)
            | Self::Or(many) => many.iter().collect(),
            Self::Quotient(a, b) | Self::Power(a, b) | Self::Remainder(a, b) => vec![a, b],
            Self::PlusMinus(a, b) => a.iter().map(|a| &**a).chain([&**b]).collect(),
            Self::Quantity(amounts) => amounts.iter().map(|(amount, _)| amount).collect(),
            Self::Relation(first, rest) => {
                [&**first].into_iter().chain(rest.iter().map(|(_, e)| e)).collect()
            }
        }
    }

    /// Whether this or a part at any depth is as asked.
    pub fn any(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        is(self) || self.parts().into_iter().any(|part| part.any(is))
    }

    /// How many pieces the tree has.
    pub fn size(&self) -> usize {
        1 + self.parts().into_iter().map(Self::size).sum::<usize>()
    }

    /// The names in it, each once, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        self.collect_names(&mut names);
        names.sort();
        names.dedup();
        names
    }

    fn collect_names(&self, names: &mut Vec<String>) {
        if let Self::Name(name) = self {
            names.push(name.clone());
        }
        for part in self.parts() {
            part.collect_names(names);
        }
    }
}
