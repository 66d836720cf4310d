//! Where things stand in a figure, in whole units of a drawing 3,600 wide. Pure.

/// Width of every drawing.
pub const WIDTH: i32 = 3600;
/// Room at both ends of a number line, for its arrows and the labels of its ends.
const MARGIN: i32 = 240;
/// Room between wholes that stand side by side.
const GAP: i32 = 90;

/// From 0.0..=1.0 of a number line to the drawing.
pub fn along(place: f64) -> i32 {
    MARGIN + (place * f64::from(WIDTH - 2 * MARGIN) + 0.5) as i32
}

/// The pieces of a bar as (left, width), when the longest bar of the figure has `most` wholes.
pub fn pieces(wholes: u32, parts: u32, most: u32) -> Vec<(i32, i32)> {
    let (parts, most) = (parts.max(1) as i32, most.max(1) as i32);
    let width = (WIDTH - 20 - GAP * (most - 1)) / most;
    let piece = |whole: i32, part: i32| {
        let left = 10 + whole * (width + GAP);
        let (from, to) = (width * part / parts, width * (part + 1) / parts);
        (left + from, to - from)
    };
    (0..wholes as i32).flat_map(|whole| (0..parts).map(move |part| piece(whole, part))).collect()
}

/// The place in `stops` nearest to `x`.
pub fn nearest(stops: &[i32], x: i32) -> usize {
    let by_distance = stops.iter().enumerate().min_by_key(|(_, stop)| (x - **stop).abs());
    by_distance.map_or(0, |(place, _)| place)
}

/// How many pieces are meant by a press at `x`: all up to the one pressed.
pub fn up_to(lefts: &[i32], x: i32) -> usize {
    lefts.iter().filter(|left| **left <= x).count()
}

/// Where a key of the keyboard moves a mark among `count` places.
pub fn moved(at: Option<usize>, count: usize, key: &str) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (key, at) {
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        ("ArrowRight" | "ArrowUp", Some(at)) => Some(last.min(at + 1)),
        ("ArrowLeft" | "ArrowDown", Some(at)) => Some(at.saturating_sub(1)),
        ("ArrowRight" | "ArrowUp" | "ArrowLeft" | "ArrowDown", None) => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_line_stand_off_the_edge() {
        assert_eq!((along(0.0), along(0.5), along(1.0)), (240, 1800, 3360));
    }

    #[test]
    fn pieces_fill_their_wholes_and_wholes_of_two_bars_are_equally_long() {
        let (one, two) = (pieces(1, 4, 2), pieces(2, 6, 2));
        let length = |pieces: &[(i32, i32)]| pieces.iter().map(|(_, width)| width).sum::<i32>();
        assert_eq!(length(&one), length(&two[..6]));
        assert_eq!(two.len(), 12);
        assert!(two[11].0 + two[11].1 <= WIDTH);
    }

    #[test]
    fn a_press_goes_to_the_nearest_tick_and_to_the_pressed_piece() {
        assert_eq!(nearest(&[0, 100, 200], 149), 1);
        assert_eq!(nearest(&[0, 100, 200], 151), 2);
        assert_eq!(nearest(&[], 5), 0);
        assert_eq!(up_to(&[10, 100, 200], 5), 0);
        assert_eq!(up_to(&[10, 100, 200], 150), 2);
    }

    #[test]
    fn arrow_keys_stay_on_the_line() {
        assert_eq!(moved(None, 5, "ArrowRight"), Some(0));
        assert_eq!(moved(Some(4), 5, "ArrowRight"), Some(4));
        assert_eq!(moved(Some(0), 5, "ArrowDown"), Some(0));
        assert_eq!(moved(Some(2), 5, "End"), Some(4));
        assert_eq!(moved(Some(2), 5, "a"), None);
        assert_eq!(moved(None, 0, "End"), None);
    }
}
