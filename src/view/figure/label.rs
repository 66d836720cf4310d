//! Labels in drawings: words, numbers, stacked fractions and raised exponents, small enough for a tick.

use super::paper::{Anchor, Paper};
use crate::content::Text;
use crate::content::text::Span;
use crate::notation::{Node, mathml};

/// Room for one character of a label, as the font draws its digits.
const LETTER: i32 = 92;

/// One thing to draw, measured from the start of the label.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Words { words: String, middle: i32, class: &'static str },
    Stack { top: String, bottom: String, middle: i32, width: i32 },
}

#[derive(Default)]
struct Laid {
    pieces: Vec<Piece>,
    width: i32,
}

/// A label at `x`; `y` is the height of its fraction bar.
pub fn node(paper: &mut Paper, node: &Node, x: i32, y: i32, anchor: Anchor) {
    let mut laid = Laid::default();
    laid.node(node, false);
    laid.draw(paper, x, y, anchor);
}

pub fn text(paper: &mut Paper, text: &Text, x: i32, y: i32, anchor: Anchor) {
    laid(text).draw(paper, x, y, anchor);
}

pub fn width(text: &Text) -> i32 {
    laid(text).width
}

/// Whether a label holds a fraction.
pub fn is_stacked(node: &Node) -> bool {
    node.tag == "mfrac" || node.children.iter().any(is_stacked)
}

fn laid(text: &Text) -> Laid {
    let mut laid = Laid::default();
    for span in &text.spans {
        match span {
            Span::Words(words) => laid.words(words.clone(), "label"),
            Span::Maths(math) => laid.node(&mathml(math), false),
            Span::Blank(_) => laid.words("?".into(), "label"),
        }
    }
    laid
}

impl Laid {
    fn words(&mut self, words: String, class: &'static str) {
        let letters = words
            .chars()
            .map(|c| if matches!(c, 'i' | 'l' | '.' | ',' | ' ' | '(' | ')') { 55 } else { LETTER });
        let room = letters.sum::<i32>() * if class == "label raised" { 7 } else { 10 } / 10;
        self.pieces.push(Piece::Words { words, middle: self.width + room / 2, class });
        self.width += room + 12;
    }

    fn node(&mut self, node: &Node, raised: bool) {
        match (node.tag, node.children.as_slice()) {
            ("mfrac", [top, bottom]) => {
                let (top, bottom) = (flat(top), flat(bottom));
                let room = LETTER * top.chars().count().max(bottom.chars().count()) as i32 + 20;
                self.pieces.push(Piece::Stack { top, bottom, middle: self.width + room / 2, width: room });
                self.width += room + 12;
            }
            ("msup", [base, power]) => {
                self.node(base, raised);
                self.node(power, true);
            }
            (_, children) => {
                if let Some(words) = &node.text {
                    let class = match (raised, node.tag) {
                        (true, _) => "label raised",
                        (false, "mi") => "label letter",
                        (false, _) => "label",
                    };
                    self.words(words.clone(), class);
                }
                children.iter().for_each(|child| self.node(child, raised));
            }
        }
    }

    fn draw(self, paper: &mut Paper, x: i32, y: i32, anchor: Anchor) {
        let width = (self.width - 12).max(0);
        let start = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2,
            Anchor::End => x - width,
        };
        for piece in self.pieces {
            match piece {
                Piece::Words { words, middle, class } => {
                    let y = if class == "label raised" { y - 10 } else { y + 56 };
                    paper.words(class, start + middle, y, words);
                }
                Piece::Stack { top, bottom, middle, width } => {
                    let (middle, half) = (start + middle, width / 2);
                    paper.words("label", middle, y - 36, top);
                    paper.line("label-bar", (middle - half, y), (middle + half, y));
                    paper.words("label", middle, y + 142, bottom);
                }
            }
        }
    }
}

fn flat(node: &Node) -> String {
    let own = node.text.clone().unwrap_or_default();
    node.children.iter().fold(own, |words, child| words + &flat(child))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Math;

    #[test]
    fn a_mixed_number_is_a_text_beside_a_stack() {
        let part = |digits: &str| Box::new(Math::Number(digits.into()));
        let mixed = Math::Mixed(part("1"), part("3"), part("10"));
        let mut laid = Laid::default();
        laid.node(&mathml(&mixed), false);
        assert_eq!(laid.pieces.len(), 2);
        assert!(matches!(&laid.pieces[1], Piece::Stack { bottom, .. } if bottom == "10"));
        assert_eq!(laid.width, LETTER + 12 + 2 * LETTER + 20 + 12);
        let mut paper = Paper::new(100, 100);
        laid.draw(&mut paper, 500, 0, Anchor::Middle);
        assert_eq!(paper.marks.len(), 4, "the whole, two numbers and the bar between them");
    }
}
