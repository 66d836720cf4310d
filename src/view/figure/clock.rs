//! The clock. Slots: hours, minutes in fives.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, SQUARE};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Clock;
use crate::view::words;

const MIDDLE: i32 = SQUARE / 2;
const FACE: i32 = 1120;

/// A thousand times the sine of 0 to 15 sixtieths of a turn.
const SINES: [i32; 16] = [0, 105, 208, 309, 407, 500, 588, 669, 743, 809, 866, 914, 951, 978, 995, 1000];

fn sine(at: i32) -> i32 {
    let at = at.rem_euclid(60);
    match at {
        0..=15 => SINES[at as usize],
        16..=30 => SINES[(30 - at) as usize],
        _ => -sine(at - 30),
    }
}

/// The place so far from the middle, at a sixtieth of the face, and `part` of twelve on the way to the next.
fn place(at: i32, part: i32, far: i32) -> (i32, i32) {
    let between = |a: i32, b: i32| a + (b - a) * part / 12;
    let x = between(sine(at), sine(at + 1));
    let y = between(sine(at + 15), sine(at + 16));
    (MIDDLE + far * x / 1000, MIDDLE - far * y / 1000)
}

/// Minutes since twelve.
fn shown(clock: &Clock, hand: &Hand) -> i32 {
    let given = clock.minutes as i32;
    if !clock.enter {
        return given;
    }
    hand.slot(0).unwrap_or(given / 60) * 60 + hand.slot(1).map_or(given % 60, |fives| fives * 5)
}

fn hours(minutes: i32) -> i32 {
    (minutes / 60 + 11).rem_euclid(12) + 1
}

fn written(minutes: i32) -> String {
    let zero = if minutes % 60 < 10 { "0" } else { "" };
    format!("{}:{zero}{}", hours(minutes), minutes % 60)
}

impl Tool for Clock {
    fn start(&self, draft: &str, _: Locale) -> Hand {
        let read = |part: Option<&str>| part.and_then(|part| part.trim().parse::<i32>().ok());
        let mut parts = draft.split(':');
        match (read(parts.next()), read(parts.next())) {
            (Some(h), Some(m)) if self.enter && (0..60).contains(&m) && m % 5 == 0 => {
                Hand::of(vec![Some(h.rem_euclid(12)), Some(m / 5)])
            }
            _ => Hand::default(),
        }
    }

    fn typed(&self, hand: &Hand) -> String {
        if hand.slots.is_empty() { String::new() } else { written(shown(self, hand)) }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let minutes = shown(self, look.hand);
        let mut paper = Paper::new(SQUARE, SQUARE);
        paper.dot("room", (MIDDLE, MIDDLE), FACE);
        for mark in 0..60 {
            let (class, length) = if mark % 5 == 0 { ("tick long", 110) } else { ("tick", 60) };
            paper.line(class, place(mark, 0, FACE), place(mark, 0, FACE - length));
        }
        for hour in 1..=12 {
            let (x, y) = place(hour * 5, 0, FACE - 240);
            paper.words("label", x, y + 55, hour.to_string());
        }
        let (hour, past) = (minutes / 60 * 5 + minutes % 60 / 12, minutes % 12);
        paper.line("shaft", (MIDDLE, MIDDLE), place(hour, past, 560));
        paper.line("curve", (MIDDLE, MIDDLE), place(minutes % 60, 0, 860));
        paper.dot("spot", (MIDDLE, MIDDLE), 50);
        let mut drawn = Drawn::paper(paper);
        let locale = look.locale;
        drawn.note = words::enter_clock(locale).into();
        let around = |slot: usize, most: i32, at: i32| Axis { home: at, ..Axis::steps(slot, 0, most) };
        let (h, m) = (hours(minutes).to_string(), (minutes % 60).to_string());
        drawn.handles.push(Handle::beside(
            words::figure_hours(locale),
            h,
            around(0, 11, minutes / 60),
            locale,
        ));
        drawn.handles.push(Handle::beside(
            words::figure_minutes(locale),
            m,
            around(1, 11, minutes % 60 / 5),
            locale,
        ));
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_go_round_and_type_the_time() {
        assert_eq!(
            [0, 15, 30, 45].map(|at| place(at, 0, 1000)),
            [(1200, 200), (2200, 1200), (1200, 2200), (200, 1200)]
        );
        let clock = Clock { minutes: 0, enter: true };
        assert_eq!(clock.typed(&Hand::default()), "");
        let hand = clock.start("7:45", Locale::En);
        assert_eq!(clock.typed(&hand), "7:45");
        assert_eq!(clock.typed(&clock.start("12:05", Locale::En)), "12:05");
        assert_eq!(clock.start("7:4x", Locale::En), Hand::default());
    }
}
