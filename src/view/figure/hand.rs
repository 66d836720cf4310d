//! What a learner's hand and keys do to a figure: whole numbers in slots, moved along axes; texts in cells. Pure.

use crate::content::Locale;
use crate::num::math;
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

    /// The place nearest to this direction: half a turn and none may both be far from it.
    fn around(&self, degrees: f64) -> i32 {
        let apart = |stop: i32| {
            let way = (degrees - f64::from(stop)).abs() % 360.0;
            way.min(360.0 - way)
        };
        let near =
            (0..self.stops.len()).min_by(|a, b| apart(self.stops[*a]).total_cmp(&apart(self.stops[*b])));
        self.within(self.min + near.unwrap_or(0) as i32 * self.stride)
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
    pub also: Also,
}

/// What a handle can do besides moving along its axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Also {
    #[default]
    Nothing,
    /// The space bar or a press turns the mark of the place it stands on; dragging carries a mark along. Marks are
    /// slots, one for each place in reading order, and hold in which order they were set.
    Marks { first: usize, count: i32 },
    /// Every place across has a height of its own, in the slot of `down` and those that follow.
    Heights,
    /// The places lie around this point: the stops are degrees, counted from the right against the clock.
    Around { middle: (i32, i32) },
    /// The same with a hand that reaches so far and turns on for ever. With `hours`, the slot of the hours from 1 to 12,
    /// every full turn takes these one further, or one back.
    Clock { middle: (i32, i32), reach: i32, hours: Option<usize> },
}

impl Handle {
    /// Moved on the paper, along one axis.
    pub fn along(name: impl Into<String>, spoken: String, across: Axis) -> Self {
        Self { name: name.into(), spoken, across, down: None, beside: None, also: Also::Nothing }
    }

    /// Moved on the paper, right and up.
    pub fn plane(name: impl Into<String>, spoken: String, across: Axis, down: Axis) -> Self {
        Self { down: Some(down), ..Self::along(name, spoken, across) }
    }

    /// Whether it can be moved on the paper itself, whatever stands beside it.
    pub fn on_paper(&self) -> bool {
        self.beside.is_none() || !self.across.stops.is_empty()
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
        if let Also::Marks { first, count } = self.also {
            return match key {
                " " => Some(self.turned(&self.inside(hand.clone(), count), first, count)),
                _ => self.moved(hand, key).map(|hand| self.inside(hand, count)),
            };
        }
        self.moved(hand, key)
    }

    fn moved(&self, hand: &Hand, key: &str) -> Option<Hand> {
        let page = if self.across.max - self.across.min > 20 * self.across.stride { 10 } else { 5 };
        let Some(down) = self.down_at(hand) else {
            let steps = match key {
                "ArrowRight" | "ArrowUp" => 1,
                "ArrowLeft" | "ArrowDown" => -1,
                "PageUp" => page,
                "PageDown" => -page,
                "Home" => return Some(hand.with(self.across.slot, Some(self.across.min))),
                "End" => return Some(hand.with(self.across.slot, Some(self.across.max))),
                _ => return None,
            };
            return Some(match self.also {
                Also::Clock { hours, .. } => self.turned_on(hand, steps, hours),
                _ => hand.with(self.across.slot, Some(self.across.keyed(hand.slot(self.across.slot), steps))),
            });
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
        let hand = moved(hand.clone(), &self.across, right);
        let down = self.down_at(&hand).unwrap_or(down);
        Some(moved(hand, &down, further_down))
    }

    /// A hand of a clock so many places on, over the twelve where it comes to that.
    fn turned_on(&self, hand: &Hand, steps: i32, hours: Option<usize>) -> Hand {
        let Axis { slot, min, max, stride, .. } = self.across;
        let round = max - min + stride;
        let Some(at) = hand.slot(slot) else { return hand.with(slot, Some(self.across.home)) };
        let rest = (at - min).rem_euclid(stride);
        // From between two places the first step leads to one of them.
        let from = if rest > 0 && steps < 0 { at - rest + stride } else { at - rest };
        let to = from - min + steps * stride;
        let turned = hand.with(slot, Some(min + to.rem_euclid(round)));
        hours_on(&turned, hours, to.div_euclid(round))
    }

    /// The axis down, where the handle stands across.
    fn down_at(&self, hand: &Hand) -> Option<Axis> {
        let mut down = self.down.clone()?;
        if self.also == Also::Heights {
            let place = hand.slot(self.across.slot).unwrap_or(self.across.home) - self.across.min;
            down.slot += usize::try_from(place).unwrap_or(0);
        }
        Some(down)
    }

    /// The place it stands on, in reading order.
    fn standing(&self, hand: &Hand) -> i32 {
        let columns = self.across.max - self.across.min + 1;
        let at = |axis: &Axis| hand.slot(axis.slot).unwrap_or(axis.min) - axis.min;
        at(&self.across) + columns * self.down.as_ref().map_or(0, at)
    }

    /// In a last row that is not full, the last place there is.
    fn inside(&self, hand: Hand, count: i32) -> Hand {
        let over = self.standing(&hand) - (count - 1).max(0);
        let across = hand.slot(self.across.slot).unwrap_or(self.across.min);
        if over > 0 { hand.with(self.across.slot, Some((across - over).max(self.across.min))) } else { hand }
    }

    /// The mark of this place set after all others, or taken away so that the later ones move up.
    fn turned(&self, hand: &Hand, first: usize, count: i32) -> Hand {
        let slot = first + usize::try_from(self.standing(hand)).unwrap_or(0);
        let marks = first..first + usize::try_from(count).unwrap_or(0);
        let Some(order) = hand.slot(slot) else {
            let last = marks.filter_map(|slot| hand.slot(slot)).max().unwrap_or(0);
            return hand.with(slot, Some(last + 1));
        };
        let without = hand.with(slot, None);
        marks.fold(without, |hand, slot| match hand.slot(slot) {
            Some(later) if later > order => hand.with(slot, Some(later - 1)),
            _ => hand,
        })
    }

    /// Brought to a place on the paper. `again`: a press, not a drag; on the last piece it takes that piece back.
    pub fn brought(&self, hand: &Hand, (x, y): (i32, i32), again: bool) -> Hand {
        let mut across = match self.also {
            Also::Around { middle } => self.across.around(degrees(middle, (x, y))),
            Also::Clock { middle, hours, .. } => {
                let to = self.across.around(degrees(middle, (x, y)));
                let way = hand.slot(self.across.slot).map_or(0, |at| to - at);
                let half = (self.across.max - self.across.min) / 2;
                // Dragged over the twelve; where it is pressed there is no way that it came.
                let over = i32::from(way < -half) - i32::from(way > half);
                let turned = hand.with(self.across.slot, Some(to));
                return if again { turned } else { hours_on(&turned, hours, over) };
            }
            _ => self.across.pressed(x),
        };
        if again && self.across.pieces && hand.slot(self.across.slot) == Some(across) {
            across = (across - 1).max(self.across.min);
        }
        let moved = hand.with(self.across.slot, Some(across));
        let Some(down) = self.down_at(&moved) else { return moved };
        let mut to = down.pressed(y);
        if again && self.also == Also::Heights && hand.slot(down.slot) == Some(to) {
            to = (to - 1).max(down.min);
        }
        let moved = moved.with(down.slot, Some(to));
        let Also::Marks { first, count } = self.also else { return moved };
        let moved = self.inside(moved, count);
        let mark = |hand: &Hand| hand.slot(first + usize::try_from(self.standing(hand)).unwrap_or(0));
        // A drag makes what it passes over like the place that it came from.
        if again || mark(&moved).is_some() != mark(hand).is_some() {
            self.turned(&moved, first, count)
        } else {
            moved
        }
    }

    /// How far it is from a place on the paper; `None` while it lies nowhere.
    fn distance(&self, hand: &Hand, (x, y): (i32, i32)) -> Option<i64> {
        let way = |axis: &Axis, spot: i32| {
            let at = hand.slot(axis.slot).and_then(|at| axis.spot(at))?;
            Some(i64::from(at - spot))
        };
        match self.also {
            Also::Around { .. } => return hand.slot(self.across.slot).map(|_| 0),
            Also::Clock { middle, reach, .. } => {
                let direction = hand.slot(self.across.slot).and_then(|at| self.across.spot(at))?;
                return Some(off_hand(middle, direction, reach, (x, y)));
            }
            _ => {}
        }
        let across = way(&self.across, x)?;
        let down = match self.down_at(hand) {
            Some(down) => way(&down, y)?,
            None => 0,
        };
        Some(across * across + down * down)
    }
}

/// The hours, 1 to 12, so many on.
fn hours_on(hand: &Hand, hours: Option<usize>, on: i32) -> Hand {
    match hours.and_then(|slot| Some((slot, hand.slot(slot)?))) {
        Some((slot, hour)) => hand.with(slot, Some((hour - 1 + on).rem_euclid(12) + 1)),
        None => hand.clone(),
    }
}

/// How far a place is, squared, from a hand that begins in the middle, points there and reaches so far.
fn off_hand(middle: (i32, i32), direction: i32, reach: i32, (x, y): (i32, i32)) -> i64 {
    let turn = f64::from(direction) / 360.0 * std::f64::consts::TAU;
    let (right, up) = (math::cos(turn), math::sin(turn));
    let (far, high) = (f64::from(x - middle.0), f64::from(middle.1 - y));
    let along = (far * right + high * up).clamp(0.0, f64::from(reach));
    let (off, over) = (far - along * right, high - along * up);
    (off * off + over * over) as i64
}

/// The direction from one place to another, 0 to 360.
fn degrees(middle: (i32, i32), (x, y): (i32, i32)) -> f64 {
    let (right, up) = (f64::from(x - middle.0), f64::from(middle.1 - y));
    let turn = math::atan2(up, right) / std::f64::consts::TAU;
    (turn - math::floor(turn)) * 360.0
}

/// Which of the handles a press on the paper means: one that is near, else one not placed yet, else the nearest.
pub fn meant(handles: &[Handle], hand: &Hand, spot: (i32, i32)) -> Option<usize> {
    const NEAR: i64 = 220 * 220;
    let on_paper = || handles.iter().enumerate().filter(|(_, handle)| handle.on_paper());
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
    fn marks_are_numbered_as_they_are_set_and_a_drag_carries_them_along() {
        let axis = |slot: usize, far: i32| Axis::along(slot, 0, (0..far).map(|k| 100 * k).collect());
        let marks = Also::Marks { first: 2, count: 5 };
        let handle = Handle { also: marks, ..Handle::plane("", String::new(), axis(0, 3), axis(1, 2)) };
        let told = |hand: &Hand| (0..5).map(|k| hand.slot(2 + k).unwrap_or(0)).collect::<Vec<_>>();
        let mut hand = Hand::default();
        for spot in [(200, 0), (0, 0), (90, 110)] {
            hand = handle.brought(&hand, spot, true);
        }
        assert_eq!(told(&hand), [2, 0, 1, 0, 3]);
        hand = handle.brought(&hand, (201, 0), true);
        assert_eq!(told(&hand), [1, 0, 0, 0, 2], "the later ones move up");
        hand = handle.brought(&handle.brought(&hand, (0, 100), true), (0, 0), false);
        assert_eq!(told(&hand), [1, 0, 0, 3, 2]);
        hand = handle.brought(&handle.brought(&hand, (100, 0), true), (200, 0), false);
        assert_eq!(told(&hand), [1, 4, 5, 3, 2]);
        let at_end =
            ["End", "ArrowDown", "End"].iter().fold(hand, |hand, key| handle.key(&hand, key).unwrap_or(hand));
        let off = handle.key(&at_end, " ").expect("the space bar turns a mark");
        assert_eq!(told(&off), [1, 3, 4, 2, 0], "there is no sixth place to stand on");
    }

    #[test]
    fn every_place_across_has_its_own_height() {
        let down = Axis::along(1, 0, vec![300, 200, 100, 0]);
        let handle = Handle { also: Also::Heights, ..Handle::plane("", String::new(), line().across, down) };
        let start = Hand::of(vec![None, Some(0), Some(0), Some(0), Some(0), Some(0)]);
        let keyed = ["ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp", "ArrowUp"];
        let hand = keyed.iter().fold(start, |hand, key| handle.key(&hand, key).expect("an arrow key"));
        assert_eq!(hand.slots, [1, 1, 2, 0, 0, 0].map(Some));
        let pressed = handle.brought(&hand, (490, 110), true);
        assert_eq!(pressed.slots, [4, 1, 2, 0, 0, 2].map(Some));
        assert_eq!(
            handle.brought(&pressed, (490, 110), true).slot(5),
            Some(1),
            "the top one again takes it back"
        );
    }

    #[test]
    fn a_handle_around_a_point_goes_where_it_is_pulled() {
        let turn = Axis { stride: 5, max: 180, ..Axis::along(0, 0, (0..=36).map(|k| 5 * k).collect()) };
        let handle =
            Handle { also: Also::Around { middle: (1000, 1000) }, ..Handle::along("", String::new(), turn) };
        let pulled = |x: i32, y: i32| handle.brought(&Hand::default(), (x, y), true).slot(0);
        assert_eq!(pulled(1500, 1000), Some(0));
        assert_eq!(pulled(1500, 500), Some(45));
        assert_eq!(pulled(1000, 10), Some(90));
        assert_eq!(pulled(300, 1010), Some(180));
        assert_eq!(pulled(1700, 1100), Some(0), "below the line the nearer end");
    }

    #[test]
    fn a_hand_that_is_turned_over_the_twelve_takes_the_hours_along() {
        let axis =
            Axis { stride: 5, max: 55, ..Axis::along(1, 0, (0..12).map(|k| (450 - 30 * k) % 360).collect()) };
        let also = Also::Clock { middle: (1000, 1000), reach: 700, hours: Some(0) };
        let minutes = Handle { also, ..Handle::along("", String::new(), axis) };
        let time = |hand: &Hand| (hand.slot(0).unwrap_or(0), hand.slot(1).unwrap_or(0));
        let at = |hour: i32, minute: i32| Hand::of(vec![Some(hour), Some(minute)]);
        let dragged = |from: &Hand, x: i32, y: i32| time(&minutes.brought(from, (x, y), false));
        assert_eq!(dragged(&at(12, 50), 1300, 480), (1, 5));
        assert_eq!(dragged(&at(1, 5), 700, 480), (12, 55));
        assert_eq!(dragged(&at(3, 10), 1500, 1000), (3, 15));
        assert_eq!(time(&minutes.brought(&at(3, 50), (1300, 480), true)), (3, 5), "a press is no turn");
        let keyed = |hand: &Hand, key: &str| minutes.key(hand, key).map(|hand| time(&hand));
        assert_eq!(keyed(&at(12, 55), "ArrowRight"), Some((1, 0)));
        assert_eq!(keyed(&at(1, 0), "ArrowLeft"), Some((12, 55)));
        assert_eq!(keyed(&at(7, 43), "ArrowRight"), Some((7, 45)));
        assert_eq!(keyed(&at(7, 43), "ArrowLeft"), Some((7, 40)));
    }

    #[test]
    fn a_press_on_a_clock_means_the_hand_that_is_nearer_to_it() {
        let hand = |slot: usize, stops: Vec<i32>, reach: i32| {
            let also = Also::Clock { middle: (1000, 1000), reach, hours: None };
            Handle { also, ..Handle::along("", String::new(), Axis::along(slot, 0, stops)) }
        };
        // The short one points right, the long one up.
        let handles = [hand(0, vec![0], 350), hand(1, vec![90], 650)];
        let which = |spot: (i32, i32)| meant(&handles, &Hand::of(vec![Some(0), Some(0)]), spot);
        assert_eq!(which((1300, 980)), Some(0));
        assert_eq!(which((980, 500)), Some(1));
        assert_eq!(which((1700, 1000)), Some(0), "beyond its end");
        assert_eq!(which((1000, 1700)), Some(0), "the middle is as near to both: the first");
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
