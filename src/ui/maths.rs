//! Drawn maths: native MathML, with its spoken words for screen readers.

use super::tag::{el, list};
use crate::notation::Node;
use yew::Html;

/// Screen readers get the words, eyes the drawing: how native MathML is spoken still differs too much between them.
#[inline(never)]
pub fn maths(node: &Node, spoken: &str) -> Html {
    el("span")
        .class("maths")
        .key(spoken)
        .with(drawn(node))
        .with(el("span").class("visually-hidden").text(spoken))
        .html()
}

/// Only the drawing. Yew creates `math` and what is inside it in the MathML namespace.
fn drawn(node: &Node) -> Html {
    let inner = match node.tag {
        "math" => list(node.children.iter().map(element)),
        _ => element(node),
    };
    el("math").hidden().with(inner).html()
}

fn element(node: &Node) -> Html {
    let mut tag = el(node.tag).maybe("class", node.class);
    if let Some(words) = &node.text {
        tag = tag.text(words);
    }
    tag.each(node.children.iter().map(element)).html()
}
