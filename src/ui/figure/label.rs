//! Maths small enough for a tick: numbers, stacked fractions and mixed numbers, as SVG text.

use super::geometry;
use crate::notation::Node;
use yew::prelude::*;

/// One thing to draw, measured from the start of the label.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Text { words: String, middle: i32 },
    Stack { top: String, bottom: String, middle: i32, width: i32 },
}

/// Room for one character of a label, as the font draws its digits.
const LETTER: i32 = 92;

/// A label whose middle stands at `x`; `y` is the height of the fraction bar.
pub fn label(node: &Node, x: i32, y: i32) -> Html {
    let (pieces, width) = laid_out(node);
    let start = x - width / 2;
    let drawn = pieces.into_iter().enumerate().map(|(place, piece)| match piece {
        Piece::Text { words, middle } => text(place, words, start + middle, y + 56),
        Piece::Stack { top, bottom, middle, width } => {
            let (middle, half) = (start + middle, width / 2);
            let bar = format!("M{} {y}H{}", middle - half, middle + half);
            html! {
                <g key={place}>
                    { text(0, top, middle, y - 36) }
                    <path class="label-bar" d={bar} />
                    { text(1, bottom, middle, y + 142) }
                </g>
            }
        }
    });
    html! { <g class="label">{ for drawn }</g> }
}

/// Whether a label holds a fraction.
pub fn is_stacked(node: &Node) -> bool {
    node.tag == "mfrac" || node.children.iter().any(is_stacked)
}

fn text(key: usize, words: String, x: i32, y: i32) -> Html {
    html! { <text key={key} x={x.to_string()} y={y.to_string()}>{ words }</text> }
}

fn laid_out(node: &Node) -> (Vec<Piece>, i32) {
    let (mut pieces, mut width) = (Vec::new(), 0);
    lay(node, &mut pieces, &mut width);
    (pieces, width.min(geometry::WIDTH))
}

fn lay(node: &Node, pieces: &mut Vec<Piece>, width: &mut i32) {
    if let ("mfrac", [top, bottom]) = (node.tag, node.children.as_slice()) {
        let (top, bottom) = (flat(top), flat(bottom));
        let room = LETTER * top.chars().count().max(bottom.chars().count()) as i32 + 20;
        pieces.push(Piece::Stack { top, bottom, middle: *width + room / 2, width: room });
        *width += room;
    } else if let Some(words) = &node.text {
        let room = LETTER * words.chars().count() as i32;
        pieces.push(Piece::Text { words: words.clone(), middle: *width + room / 2 });
        *width += room + 20;
    } else {
        node.children.iter().for_each(|child| lay(child, pieces, width));
    }
}

fn flat(node: &Node) -> String {
    let own = node.text.clone().unwrap_or_default();
    node.children.iter().fold(own, |words, child| words + &flat(child))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(text: &str) -> Node {
        Node { tag: "mn", text: Some(text.into()), class: None, children: vec![] }
    }

    fn over(tag: &'static str, children: Vec<Node>) -> Node {
        Node { tag, text: None, class: None, children }
    }

    #[test]
    fn a_mixed_number_is_a_text_beside_a_stack() {
        let mixed = over("math", vec![leaf("1"), over("mfrac", vec![leaf("3"), leaf("10")])]);
        let (pieces, width) = laid_out(&mixed);
        assert_eq!(pieces.len(), 2);
        assert!(matches!(&pieces[1], Piece::Stack { bottom, .. } if bottom == "10"));
        assert_eq!(width, LETTER + 20 + 2 * LETTER + 20);
    }
}
