//! A balance. Slots of one that is worked with: the weight and the boxes taken off both pans, and which of the possible
//! shares is kept. Whatever is done is done to both pans, so it stays level and never tells whether an answer is right.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, WIDTH, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{Balance, Lower, Pan};
use crate::num::Rational;
use crate::view::words;

const SIDE: i32 = 300;
const GAP: i32 = 24;
/// Width of a pan, which holds four things side by side.
const PAN: i32 = 4 * SIDE + 5 * GAP;
/// How far the pans sink or rise.
const SINK: i32 = 130;
/// From a pan that is level down to the beam, and from there to the foot.
const BEAM: i32 = 230;
const FOOT: i32 = 270;
/// Middles of the pans.
const PANS: [i32; 2] = [PAN / 2 + 20, WIDTH - PAN / 2 - 20];

impl Pan {
    fn weight(&self) -> i32 {
        self.weights.iter().filter_map(|weight| weight.as_integer()).sum::<i64>().clamp(0, 10_000) as i32
    }
}

/// What lies in a pan once something was done: boxes, and the weight of all the rest.
type Lying = [(i32, i32); 2];

impl Balance {
    /// Where the pans stand when they are level: what lies in them has its room above.
    fn level(&self) -> i32 {
        let most = self.pans.iter().map(|pan| pan.boxes as usize + pan.weights.len()).max().unwrap_or(0);
        let rows = most.div_ceil(4).max(1) as i32;
        20 + rows * (SIDE + GAP) + if self.tilt.is_some() { SINK } else { 0 }
    }

    fn began(&self) -> Lying {
        [0, 1].map(|side| (self.pans[side].boxes as i32, self.pans[side].weight()))
    }

    /// After something was taken off both pans.
    fn taken(&self, hand: &Hand) -> Lying {
        let [left, right] = self.began();
        let weight = hand.slot(0).unwrap_or(0).clamp(0, left.1.min(right.1));
        let boxes = hand.slot(1).unwrap_or(0).clamp(0, left.0.min(right.0));
        [left, right].map(|(all, heavy)| (all - boxes, heavy - weight))
    }

    /// Into how many equal shares both pans can be parted.
    fn shares(lying: Lying) -> Vec<i32> {
        let divides = |n: &i32| lying.iter().all(|(boxes, weight)| boxes % n == 0 && weight % n == 0);
        let some = lying.iter().any(|(boxes, _)| *boxes > 1);
        (1..=if some { 8 } else { 1 }).filter(divides).collect()
    }

    fn share(&self, hand: &Hand) -> i32 {
        let shares = Self::shares(self.taken(hand));
        let kept = usize::try_from(hand.slot(2).unwrap_or(0)).unwrap_or(0);
        shares.get(kept).or(shares.last()).copied().unwrap_or(1)
    }

    fn lying(&self, hand: &Hand) -> Lying {
        let share = self.share(hand);
        self.taken(hand).map(|(boxes, weight)| (boxes / share, weight / share))
    }
}

impl Tool for Balance {
    /// A weight that is typed moves nothing: only working with the pans does.
    fn start(&self, _draft: &str, _locale: Locale) -> Hand {
        Hand::of(vec![Some(0), Some(0), Some(0)])
    }

    fn typed(&self, hand: &Hand) -> String {
        match self.lying(hand) {
            [(1, 0), (0, weight)] | [(0, weight), (1, 0)] => weight.to_string(),
            _ => String::new(),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let lying = self.lying(look.hand);
        let untouched = !self.enter || lying == self.began();
        let level = self.level();
        let beam = level + BEAM;
        let mut paper = Paper::new(WIDTH, beam + FOOT + 20);
        let lower = |side: usize| match (self.tilt, side) {
            (Some(Lower::Left), 0) | (Some(Lower::Right), 1) => SINK,
            (None, _) => 0,
            _ => -SINK,
        };
        let ends = [0, 1].map(|side| (PANS[side], beam + lower(side)));
        let foot = WIDTH / 2;
        paper.shape("block", &[(foot, beam), (foot + 200, beam + FOOT), (foot - 200, beam + FOOT)]);
        paper.line("axis", (foot - 420, beam + FOOT), (foot + 420, beam + FOOT));
        paper.line("curve", ends[0], ends[1]);
        paper.dot("spot", (foot, beam), 50);
        for (side, (x, y)) in ends.into_iter().enumerate() {
            let floor = level + lower(side);
            paper.line("axis", (x, y), (x, floor));
            paper.line("curve", (x - PAN / 2, floor), (x + PAN / 2, floor));
            let weights = match untouched {
                true => self.pans[side].weights.clone(),
                false if lying[side].1 == 0 => Vec::new(),
                false => vec![Rational::integer(lying[side].1.into())],
            };
            let boxes = if untouched { self.pans[side].boxes as i32 } else { lying[side].0 };
            draw_things(&mut paper, x, floor, boxes, &weights);
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handles(&mut drawn, look);
        }
        drawn
    }
}

impl Balance {
    fn handles(&self, drawn: &mut Drawn, look: Look) {
        let (hand, locale) = (look.hand, look.locale);
        drawn.note = words::enter_balance(locale).into();
        let [left, right] = self.began();
        let (boxes, weight) = (left.0.min(right.0), left.1.min(right.1));
        let mut add = |name: &str, spoken: String, axis: Axis| {
            drawn.handles.push(Handle::beside(name, spoken, axis, locale));
        };
        let at = |slot: usize| hand.slot(slot).unwrap_or(0).to_string();
        if weight > 0 {
            add(words::figure_off_weight(locale), at(0), Axis::steps(0, 0, weight));
        }
        if boxes > 0 {
            add(words::figure_off_boxes(locale), at(1), Axis::steps(1, 0, boxes));
        }
        let most = Self::shares(self.taken(hand)).len() as i32 - 1;
        add(words::figure_shares(locale), self.share(hand).to_string(), Axis::steps(2, 0, most));
    }
}

/// Boxes first, then weights; four side by side, a second row on top of them.
fn draw_things(paper: &mut Paper, middle: i32, floor: i32, boxes: i32, weights: &[Rational]) {
    let all = boxes + weights.len() as i32;
    for k in 0..all {
        let (row, column) = (k / 4, k % 4);
        let in_row = (all - row * 4).min(4);
        let left = middle - (in_row * (SIDE + GAP) - GAP) / 2 + column * (SIDE + GAP);
        let top = floor - 14 - (row + 1) * (SIDE + GAP) + GAP;
        let label = (left + SIDE / 2, top + SIDE / 2 + 56);
        match usize::try_from(k - boxes).ok().and_then(|k| weights.get(k)) {
            None => {
                paper.rect("block", (left, top), (SIDE, SIDE));
                paper.words("label letter", label.0, label.1, "x");
            }
            Some(weight) => {
                let slant = SIDE / 8;
                let corners = [
                    (left + slant, top),
                    (left + SIDE - slant, top),
                    (left + SIDE, top + SIDE),
                    (left, top + SIDE),
                ];
                paper.shape("weight", &corners);
                paper.words("label", label.0, label.1, written_decimal(*weight));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use crate::content::figure::read::example;

    #[test]
    fn the_same_is_done_to_both_pans_until_one_box_is_left() {
        let figure =
            example(r#"{ "balance": [["x", "x", "3"], ["11"]], "enter": true }"#).expect("a balance");
        let keys = [(0, "End"), (1, "ArrowRight"), (1, "ArrowRight"), (0, "ArrowLeft")];
        walk(&figure, "", &keys, &["", "4", "4", ""]);
        let both = example(r#"{ "balance": [["x", "x", "x", "1"], ["x", "9"]], "enter": true }"#)
            .expect("a balance");
        walk(&both, "", &[(1, "ArrowRight"), (0, "ArrowRight"), (2, "ArrowRight")], &["", "", "4"]);
        walk(&both, "4", &[(0, "ArrowRight")], &[""]);
    }
}
