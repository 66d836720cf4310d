//! MathML Core as plain data; whoever draws it makes real elements of it.

use super::Math;

/// One MathML element: `math`, `mrow`, `mn`, `mi`, `mo`, `mfrac`, `mspace` or `mtext`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    pub tag: &'static str,
    /// `"blank"` for an empty box, `"mixed"` for a mixed number's row.
    pub class: Option<&'static str>,
    pub text: Option<String>,
    pub children: Vec<Node>,
}

/// The whole formula, with `math` at the root.
pub fn mathml(math: &Math) -> Node {
    let text = Node { tag: "mtext", text: Some(format!("{math:?}")), ..Node::default() };
    Node { tag: "math", children: vec![text], ..Node::default() }
}
