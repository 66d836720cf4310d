//! What a learner's hand and keys do to a figure: whole numbers in slots, moved along axes; texts in cells. Pure.

use crate::content::Locale;
use crate::view::words;

/// How a figure stands: each kind says what its slots and cells are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand {
    pub slots: Vec<Option<i32>>,
    pub cells: Vec<String>,
}

impl Hand {
    pub fn of(slots: Vec<Option<i32>>) -> Self {
        Self { slots, cells: Vec::new() }
    }

    pub fn slot(&self, slot: usize) -> Option<i32> {
        self.slots.get(slot).copied().flatten()
    }

    pub fn cell(&self, cell: usize) -> &str {
        self.cells.get(cell).map_or("", |text| text)
    }

    pub fn with(&self, slot: usize, value: Option<i32>) -> Self {
        let mut hand = self.clone();
        if hand.slots.len() <= slot {
            hand.slots.resize(slot + 1, None);
        }
        hand.slots[slot] = value;
        hand
    }

    pub fn with_cell(&self, cell: usize, text: &str) -> Self {
        let mut hand = self.clone();
        if hand.cells.len() <= cell {
            hand.cells.resize(cell + 1, String::new());
        }
        hand.cells[cell] = text.into();
        hand
    }
}

/// The whole numbers a slot may hold, and where they lie on the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub slot: usize,
    pub min: i32,
    pub max: i32,
    /// From one place to the next.
    pub stride: i32,
    /// Where the places lie, from `min` on; empty when they lie nowhere on the paper.
    pub stops: Vec<i32>,
    /// The places are pieces that begin at the stops: a press means all up to the one pressed, and `min` means none.
    pub pieces: bool,
    /// Where a first arrow key puts it.
    pub home: i32,
}

impl Axis {
    /// Places from `min` to `max` that lie nowhere on the paper.
    pub fn steps(slot: usize, min: i32, max: i32) -> Self {
        Self { slot, min, max, stride: 1, stops: Vec::new(), pieces: false, home: min }
    }

    /// One place at each stop.
    pub fn along(slot: usize, min: i32, stops: Vec<i32>) -> Self {
        let max = min + stops.len().saturating_sub(1) as i32;
        Self { stops, ..Self::steps(slot, min, max) }
    }

    /// Pieces that begin at these stops, of which the first few are taken.
    pub fn pieces(slot: usize, stops: Vec<i32>) -> Self {
        let max = stops.len() as i32;
        Self { stops, pieces: true, ..Self::steps(slot, 0, max) }
    }

    /// A step up, down, or to an end.
    fn keyed(&self, at: Option<i32>, steps: i32) -> i32 {
        let Some(at) = at else { return self.within(self.home) };
        let (whole, rest) =
            ((at - self.min).div_euclid(self.stride), (at - self.min).rem_euclid(self.stride));
        // From between two places the first step leads to one of them.
        let from = if rest > 0 && steps < 0 { whole + 1 } else { whole };
        self.within(self.min + (from + steps) * self.stride)
    }

    /// The nearest place there is; where another handle leaves no room, the first.
    fn within(&self, at: i32) -> i32 {
        at.min(self.max).max(self.min)
    }

    /// The place nearest to where the paper was pressed.
    fn pressed(&self, spot: i32) -> i32 {
        let index = if self.pieces {
            self.stops.iter().filter(|stop| **stop <= spot).count() as i32
        } else {
            let near = self.stops.iter().enumerate().min_by_key(|(_, stop)| (spot - **stop).abs());
            near.map_or(0, |(index, _)| index as i32)
        };
        self.within(self.min + index * self.stride)
    }

    /// Where the slot's value lies on the paper.
    fn spot(&self, at: i32) -> Option<i32> {
        let index = (at - self.min) / self.stride.max(1) - i32::from(self.pieces);
        self.stops.get(usize::try_from(index).unwrap_or(0)).copied()
    }

    /// Whether greater values lie further down the paper.
    fn grows_down(&self) -> bool {
        self.stops.first() < self.stops.last()
    }
}

/// Something that moves: along one axis with all four arrow keys, or along two.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    pub name: String,
    /// Where it stands now, in words.
    pub spoken: String,
    pub across: Axis,
    pub down: Option<Axis>,
    /// Names of its buttons, one less and one more, where it is not moved on the paper but beside it.
    pub beside: Option<[String; 2]>,
}

impl Handle {
    /// Moved on the paper, along one axis.
    pub fn along(name: impl Into<String>, spoken: String, across: Axis) -> Self {
        Self { name: name.into(), spoken, across, down: None, beside: None }
    }

    /// Moved on the paper, right and up.
    pub fn plane(name: impl Into<String>, spoken: String, across: Axis, down: Axis) -> Self {
        Self { down: Some(down), ..Self::along(name, spoken, across) }
    }

    /// A number beside the paper, with two buttons.
    pub fn beside(name: &str, spoken: String, across: Axis, locale: Locale) -> Self {
        let buttons = [words::figure_less(locale, name), words::figure_more(locale, name)];
        Self { beside: Some(buttons), ..Self::along(name, spoken, across) }
    }

    /// The position for assistive technology: least, most, now.
    pub fn scale(&self, hand: &Hand) -> (i32, i32, i32) {
        let index = |at: i32| (at - self.across.min) / self.across.stride.max(1);
        (0, index(self.across.max), index(hand.slot(self.across.slot).unwrap_or(self.across.min)))
    }

    /// What a key does; nothing for keys that mean nothing here.
    pub fn key(&self, hand: &Hand, key: &str) -> Option<Hand> {
        let page = if self.across.max - self.across.min > 20 * self.across.stride { 10 } else { 5 };
        let Some(down) = &self.down else {
            let steps = match key {
                "ArrowRight" | "ArrowUp" => 1,
                "ArrowLeft" | "ArrowDown" => -1,
                "PageUp" => page,
                "PageDown" => -page,
                "Home" => return Some(hand.with(self.across.slot, Some(self.across.min))),
                "End" => return Some(hand.with(self.across.slot, Some(self.across.max))),
                _ => return None,
            };
            return Some(
                hand.with(self.across.slot, Some(self.across.keyed(hand.slot(self.across.slot), steps))),
            );
        };
        let below = if down.grows_down() { 1 } else { -1 };
        let (right, further_down) = match key {
            "ArrowRight" => (1, 0),
            "ArrowLeft" => (-1, 0),
            "ArrowDown" => (0, below),
            "ArrowUp" => (0, -below),
            "PageDown" => (0, page * below),
            "PageUp" => (0, -page * below),
            "Home" => (i32::MIN / 4, 0),
            "End" => (i32::MAX / 4, 0),
            _ => return None,
        };
        let moved = |hand: Hand, axis: &Axis, steps: i32| {
            let at = hand.slot(axis.slot);
            let to = match (steps, at) {
                (0, Some(at)) => at,
                (steps, Some(_)) if steps.abs() > 1_000 => {
                    if steps < 0 {
                        axis.min
                    } else {
                        axis.max
                    }
                }
                _ => axis.keyed(at, steps),
            };
            hand.with(axis.slot, Some(to))
        };
        Some(moved(moved(hand.clone(), &self.across, right), down, further_down))
    }

    /// Brought to a place on the paper. `again`: a press, not a drag; on the last piece it takes that piece back.
    pub fn brought(&self, hand: &Hand, (x, y): (i32, i32), again: bool) -> Hand {
        let mut across = self.across.pressed(x);
        if again && self.across.pieces && hand.slot(self.across.slot) == Some(across) {
            across = (across - 1).max(self.across.min);
        }
        let hand = hand.with(self.across.slot, Some(across));
        match &self.down {
            Some(down) => hand.with(down.slot, Some(down.pressed(y))),
            None => hand,
        }
    }

    /// How far it is from a place on the paper; `None` while it lies nowhere.
    fn distance(&self, hand: &Hand, (x, y): (i32, i32)) -> Option<i64> {
        let way = |axis: &Axis, spot: i32| {
            let at = hand.slot(axis.slot).and_then(|at| axis.spot(at))?;
            Some(i64::from(at - spot))
        };
        let across = way(&self.across, x)?;
        let down = match &self.down {
            Some(down) => way(down, y)?,
            None => 0,
        };
        Some(across * across + down * down)
    }
}

/// Which of the handles a press on the paper means: one that is near, else one not placed yet, else the nearest.
pub fn meant(handles: &[Handle], hand: &Hand, spot: (i32, i32)) -> Option<usize> {
    const NEAR: i64 = 220 * 220;
    let on_paper = || handles.iter().enumerate().filter(|(_, handle)| handle.beside.is_none());
    let placed = on_paper().filter_map(|(k, handle)| Some((handle.distance(hand, spot)?, k))).min();
    if let Some((distance, k)) = placed
        && distance <= NEAR
    {
        return Some(k);
    }
    let waiting = on_paper().find(|(_, handle)| handle.distance(hand, spot).is_none());
    waiting.map(|(k, _)| k).or(placed.map(|(_, k)| k))
}

/// A button beside the figure, and how the figure stands after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    pub label: String,
    /// `None` when it can do nothing now.
    pub to: Option<Hand>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Handle {
        let across = Axis::along(0, 0, vec![100, 200, 300, 400, 500]);
        Handle::along("", String::new(), across)
    }

    fn point() -> Handle {
        let across = Axis { home: 2, ..Axis::along(0, 0, vec![0, 100, 200, 300, 400]) };
        let down = Axis { home: 1, ..Axis::along(1, 0, vec![300, 200, 100, 0]) };
        Handle { down: Some(down), across, ..line() }
    }

    fn check(handle: &Handle, slots: &[Option<i32>], key: &str, expected: Option<&[i32]>) {
        let after = handle.key(&Hand::of(slots.to_vec()), key);
        let after = after.map(|hand| hand.slots.into_iter().flatten().collect::<Vec<_>>());
        assert_eq!(after.as_deref(), expected, "{slots:?} {key}");
    }

    #[test]
    fn arrow_keys_stay_on_the_line() {
        check(&line(), &[None], "ArrowRight", Some(&[0]));
        check(&line(), &[Some(4)], "ArrowRight", Some(&[4]));
        check(&line(), &[Some(0)], "ArrowDown", Some(&[0]));
        check(&line(), &[Some(1)], "ArrowUp", Some(&[2]));
        check(&line(), &[Some(2)], "End", Some(&[4]));
        check(&line(), &[Some(2)], "Home", Some(&[0]));
        check(&line(), &[Some(2)], "PageUp", Some(&[4]));
        check(&line(), &[Some(2)], "a", None);
    }

    #[test]
    fn a_point_of_a_plane_moves_where_the_arrow_shows() {
        check(&point(), &[None, None], "ArrowUp", Some(&[2, 1]));
        check(&point(), &[Some(2), Some(1)], "ArrowUp", Some(&[2, 2]));
        check(&point(), &[Some(2), Some(1)], "ArrowDown", Some(&[2, 0]));
        check(&point(), &[Some(2), Some(0)], "ArrowDown", Some(&[2, 0]));
        check(&point(), &[Some(2), Some(1)], "ArrowLeft", Some(&[1, 1]));
        check(&point(), &[Some(2), Some(1)], "End", Some(&[4, 1]));
    }

    #[test]
    fn from_between_two_places_the_first_step_leads_to_one_of_them() {
        let coarse = Axis { stride: 10, max: 40, ..line().across };
        let handle = Handle { across: coarse, ..line() };
        check(&handle, &[Some(17)], "ArrowRight", Some(&[20]));
        check(&handle, &[Some(17)], "ArrowLeft", Some(&[10]));
        check(&handle, &[Some(10)], "ArrowLeft", Some(&[0]));
    }

    #[test]
    fn where_no_room_is_left_a_handle_stays_at_its_first_place() {
        let crowded = Handle { across: Axis { max: -1, ..line().across }, ..line() };
        check(&crowded, &[None], "ArrowRight", Some(&[0]));
        check(&crowded, &[Some(3)], "ArrowRight", Some(&[0]));
        let nowhere = Handle { across: Axis::along(0, 9, Vec::new()), ..line() };
        check(&nowhere, &[None], "ArrowLeft", Some(&[9]));
        assert_eq!(nowhere.brought(&Hand::default(), (5, 5), true).slots, [Some(9)]);
    }

    #[test]
    fn a_press_goes_to_the_nearest_place_and_to_the_pressed_piece() {
        let pressed = |handle: &Handle, slots: Vec<Option<i32>>, x: i32| {
            handle.brought(&Hand::of(slots), (x, 0), true).slots
        };
        assert_eq!(pressed(&line(), vec![], 249), [Some(1)]);
        assert_eq!(pressed(&line(), vec![], 251), [Some(2)]);
        let pieces = Handle { across: Axis::pieces(0, vec![10, 100, 200]), ..line() };
        assert_eq!(pressed(&pieces, vec![], 5), [Some(0)]);
        assert_eq!(pressed(&pieces, vec![], 150), [Some(2)]);
        assert_eq!(pressed(&pieces, vec![Some(2)], 150), [Some(1)], "pressed again, a piece is taken back");
        assert_eq!(pieces.brought(&Hand::of(vec![Some(2)]), (150, 0), false).slots, [Some(2)]);
    }

    #[test]
    fn a_press_means_a_handle_that_is_near_then_one_that_waits_then_the_nearest() {
        let far = Handle { across: Axis { slot: 1, ..Axis::along(1, 0, vec![0, 1000, 2000]) }, ..line() };
        let near = Handle { across: Axis::along(0, 0, vec![0, 1000, 2000]), ..line() };
        let handles = [near, far];
        let meant = |slots: Vec<Option<i32>>, x: i32| meant(&handles, &Hand::of(slots), (x, 0));
        assert_eq!(meant(vec![None, None], 900), Some(0));
        assert_eq!(meant(vec![Some(1), None], 900), Some(0));
        assert_eq!(meant(vec![Some(1), None], 1900), Some(1));
        assert_eq!(meant(vec![Some(0), Some(2)], 1400), Some(1));
    }
}
