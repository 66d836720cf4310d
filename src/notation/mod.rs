//! (being built) The shape of drawn maths, agreed on.

/// A node of drawn maths: a MathML element as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub tag: &'static str,
    pub text: Option<String>,
    pub class: Option<&'static str>,
    pub children: Vec<Node>,
}
