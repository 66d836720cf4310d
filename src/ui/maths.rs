//! Drawn maths: native MathML, with its spoken words for screen readers.

use crate::notation::Node;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// Screen readers get the words, eyes the drawing: how native MathML is spoken still differs too much between them.
pub fn maths(node: &Node, spoken: &str) -> Html {
    html! {
        <span class="maths" key={spoken}>
            { drawn(node) }
            <span class="visually-hidden">{ spoken }</span>
        </span>
    }
}

/// Only the drawing. Yew creates `math` and what is inside it in the MathML namespace.
fn drawn(node: &Node) -> Html {
    let mut math = VTag::new("math");
    math.add_attribute("aria-hidden", "true");
    match node.tag {
        "math" => math.add_children(node.children.iter().map(element)),
        _ => math.add_child(element(node)),
    }
    math.into()
}

fn element(node: &Node) -> Html {
    let mut tag = VTag::new(node.tag);
    if let Some(class) = node.class {
        tag.add_attribute("class", class);
    }
    if let Some(text) = &node.text {
        tag.add_child(html! { { text } });
    }
    tag.add_children(node.children.iter().map(element));
    tag.into()
}
