//! The one maths notation that authors, learners and the engine share: reading what is typed, printing, MathML
//! as plain data, and spoken words. No HTML.

pub mod entry;
pub mod locale;
pub mod math;
pub mod mathml;
pub mod speech;

pub use entry::{Form, Unreadable, Why, Written, read};
pub use locale::{DecimalMark, Locale, Plural};
pub use math::{Math, Op};
pub use mathml::{Node, mathml};
pub use speech::speak;
