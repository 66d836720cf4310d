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
    Node { tag: "math", children: vec![node(math)], ..Node::default() }
}

fn node(math: &Math) -> Node {
    match math {
        Math::Number(digits) => leaf("mn", digits.clone()),
        Math::Letter(c) => leaf("mi", c.to_string()),
        Math::Op(op) => leaf("mo", op.sign().into()),
        Math::Blank => Node { class: Some("blank"), ..leaf("mtext", "\u{a0}".repeat(3)) },
        Math::Fraction(num, den) => parent("mfrac", vec![node(num), node(den)]),
        Math::Mixed(whole, num, den) => {
            let fraction = parent("mfrac", vec![node(num), node(den)]);
            let children = vec![node(whole), parent("mspace", Vec::new()), fraction];
            Node { class: Some("mixed"), ..parent("mrow", children) }
        }
        Math::Group(inside) => {
            parent("mrow", vec![leaf("mo", "(".into()), node(inside), leaf("mo", ")".into())])
        }
        Math::Row(row) => parent("mrow", row.iter().map(node).collect()),
        Math::Words(words) => leaf("mtext", words.clone()),
        Math::Hole(_) => leaf("mtext", "…".into()),
    }
}

fn leaf(tag: &'static str, text: String) -> Node {
    Node { tag, text: Some(text), ..Node::default() }
}

fn parent(tag: &'static str, children: Vec<Node>) -> Node {
    Node { tag, children, ..Node::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::math::parse;

    fn told(node: &Node) -> String {
        let class = node.class.map_or(String::new(), |class| format!(".{class}"));
        let text = node.text.clone().unwrap_or_default();
        let inside: String = node.children.iter().map(told).collect();
        format!("<{}{class}>{text}{inside}", node.tag)
    }

    #[test]
    fn maths_becomes_elements() {
        let check = |source, expected| {
            assert_eq!(told(&mathml(&parse(source).expect("maths"))), expected);
        };
        check("1 3/4", "<math><mrow.mixed><mn>1<mspace><mfrac><mn>3<mn>4");
        check("x > 2", "<math><mrow><mi>x<mo>><mn>2");
        check("_/6", "<math><mfrac><mtext.blank>\u{a0}\u{a0}\u{a0}<mn>6");
        check("(a)", "<math><mrow><mo>(<mi>a<mo>)");
    }
}
