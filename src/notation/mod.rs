//! The one maths notation that authors, learners and the engine share: reading what is typed, printing, MathML
//! as plain data, and spoken words. No HTML.

pub mod algebra;
mod draw;
pub mod entry;
pub mod expr;
mod lex;
pub mod locale;
pub mod math;
pub mod mathml;
pub mod numeral;
mod parse;
mod print;
pub mod speech;
pub mod units;

pub use entry::{Form, Unreadable, Why, Written, read};
pub use expr::{Dialect, Expr, Style};
pub use locale::{DecimalMark, Locale, Plural};
pub use math::{Math, Op};
pub use mathml::{Node, mathml};
pub use parse::parse;
pub use speech::speak;
