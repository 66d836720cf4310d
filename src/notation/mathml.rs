//! MathML Core as plain data; whoever draws it makes real elements of it.

use super::Math;
use super::numeral::grouped;

/// One MathML element: `math`, `mrow`, `mn`, `mi`, `mo`, `mfrac`, `msup`, `msub`, `msqrt`, `mroot`, `mspace` or
/// `mtext`.
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
        Math::Number(digits) => leaf("mn", grouped(digits)),
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
        Math::Fenced(open, inside, close) => {
            parent("mrow", vec![leaf("mo", (*open).into()), node(inside), leaf("mo", (*close).into())])
        }
        Math::Power(base, exponent) => parent("msup", vec![node(base), node(exponent)]),
        Math::Root(None, inside) => parent("msqrt", vec![node(inside)]),
        Math::Root(Some(degree), inside) => parent("mroot", vec![node(inside), node(degree)]),
        Math::Lowered(letter, index) => parent("msub", vec![node(letter), node(index)]),
        // One letter alone would be set like a variable.
        Math::Name(name) if name == "R" => leaf("mtext", "\u{a0}R\u{a0}".into()),
        Math::Name(name) => leaf("mi", name.clone()),
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

    #[test]
    fn powers_roots_and_brackets_have_elements_of_their_own() {
        let check = |source, expected| {
            let style = super::super::Style::school(super::super::DecimalMark::Point);
            let read = super::super::parse(source, style).expect("an answer");
            assert_eq!(told(&mathml(&read.math())), expected, "{source}");
        };
        check("x^2", "<math><msup><mi>x<mn>2");
        check("-2x", "<math><mrow><mo>−<mn>2<mi>x");
        check("2*3", "<math><mrow><mn>2<mo>×<mn>3");
        check("sqrt(2)/2", "<math><mfrac><msqrt><mn>2<mn>2");
        check("sqrt[3](x)", "<math><mroot><mi>x<mn>3");
        check("|x|", "<math><mrow><mo>|<mi>x<mo>|");
        check("[2, 5)", "<math><mrow><mo>[<mrow><mn>2<mo>,<mn>5<mo>)");
        check("a_1", "<math><msub><mi>a<mn>1");
        check("a_{n+1}", "<math><msub><mi>a<mrow><mi>n<mo>+<mn>1");
        check("2pi", "<math><mrow><mn>2<mi>π");
        check("$3.20", "<math><mrow><mo>$<mn>3.20");
        check("12500", "<math><mn>12,500");
        check("11 R 3", "<math><mrow><mn>11<mtext>\u{a0}R\u{a0}<mn>3");
    }
}
