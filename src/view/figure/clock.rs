//! A clock face. Slots of one that is set: hour, minutes. Its hands are turned on the face or by the buttons beside it.

use super::hand::{Also, Axis, Hand, Handle};
use super::paper::{Paper, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Clock;
use crate::num::math;
use crate::view::words;

const MIDDLE: (i32, i32) = (900, 820);
const RADIUS: f64 = 760.0;
/// How far the hands reach: the short one, the long one.
const REACH: [f64; 2] = [RADIUS * 0.45, RADIUS * 0.86];

impl Clock {
    fn minutes(&self, hand: &Hand) -> i64 {
        match (hand.slot(0), hand.slot(1)) {
            (Some(hour), Some(minutes)) if self.enter => i64::from(hour % 12) * 60 + i64::from(minutes),
            _ => self.minutes,
        }
    }

    /// The two hands as they are turned, each with its number and buttons beside the face. The short one stands between two
    /// numerals as far as the long one is round.
    fn handles(&self, look: Look) -> [Handle; 2] {
        let (hour, minute) = (look.hand.slot(0).unwrap_or(12), look.hand.slot(1).unwrap_or(0));
        let step = self.step as i32;
        let hours = (1..=12).map(|k| direction(f64::from(60 * k + minute) / 720.0)).collect();
        let minutes = (0..60 / step).map(|k| direction(f64::from(k * step) / 60.0)).collect();
        let long = Axis { stride: step, max: 60 - step, ..Axis::along(1, 0, minutes) };
        let turned = |name: &str, at: i32, axis: Axis, reach: f64, hours: Option<usize>| Handle {
            also: Also::Clock { middle: MIDDLE, reach: round(reach), hours },
            ..Handle::beside(name, at.to_string(), axis, look.locale)
        };
        [
            turned(words::figure_hour(look.locale), hour, Axis::along(0, 1, hours), REACH[0], None),
            turned(words::figure_minutes(look.locale), minute, long, REACH[1], Some(0)),
        ]
    }

    fn hand(minutes: i64) -> Hand {
        let hour = minutes / 60 % 12;
        Hand::of(vec![Some(if hour == 0 { 12 } else { hour as i32 }), Some((minutes % 60) as i32)])
    }
}

/// A place so far from the middle, at this part of a full turn from twelve.
fn spot(turn: f64, far: f64) -> (i32, i32) {
    let angle = turn * std::f64::consts::TAU;
    (MIDDLE.0 + round(far * math::sin(angle)), MIDDLE.1 - round(far * math::cos(angle)))
}

/// That part of a turn as degrees from the right, against the clock.
fn direction(turn: f64) -> i32 {
    (450 - round(360.0 * turn)).rem_euclid(360)
}

impl Tool for Clock {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        let time = draft.trim().split_once(':').and_then(|(hour, minutes)| {
            let (hour, minutes): (i64, i64) = (hour.parse().ok()?, minutes.parse().ok()?);
            ((1..=12).contains(&hour) && (0..60).contains(&minutes)).then_some(hour % 12 * 60 + minutes)
        });
        Self::hand(time.unwrap_or(self.minutes))
    }

    fn typed(&self, hand: &Hand) -> String {
        match (hand.slot(0), hand.slot(1)) {
            (Some(hour), Some(minutes)) => format!("{hour}:{minutes:02}"),
            _ => String::new(),
        }
    }

    fn drawn(&self, look: Look) -> Drawn {
        let minutes = self.minutes(look.hand) as f64;
        let mut paper = Paper::new(2 * MIDDLE.0, 2 * MIDDLE.1);
        paper.dot("clock-face", MIDDLE, round(RADIUS));
        for k in 0..60 {
            let turn = f64::from(k) / 60.0;
            let (class, length) = if k % 5 == 0 { ("tick long", 70.0) } else { ("tick", 40.0) };
            paper.line(class, spot(turn, RADIUS - 20.0), spot(turn, RADIUS - 20.0 - length));
        }
        let ends = [spot(minutes / 720.0, REACH[0]), spot(minutes % 60.0 / 60.0, REACH[1])];
        paper.line("clock-hour", MIDDLE, ends[0]);
        paper.line("clock-minute", MIDDLE, ends[1]);
        for numeral in 1..=12 {
            let (x, y) = spot(f64::from(numeral) / 12.0, RADIUS - 190.0);
            paper.words("label halo", x, y + 56, numeral.to_string());
        }
        paper.dot("spot", MIDDLE, 36);
        for (k, (class, active)) in
            [("pin hour", "pin hour active"), ("pin", "pin active")].into_iter().enumerate()
        {
            if self.enter && look.open {
                paper.dot(if look.active == Some(k) { active } else { class }, ends[k], 84);
            }
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            drawn.note = words::enter_clock(look.locale).into();
            drawn.handles.extend(self.handles(look));
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;

    #[test]
    fn the_hands_are_set_and_type_the_time() {
        let figure = |step: u32| Figure::Clock(Clock { minutes: 0, step, enter: true });
        let keys = [(0, "Home"), (1, "PageUp"), (1, "PageUp"), (0, "ArrowRight")];
        walk(&figure(1), "", &keys, &["1:00", "1:10", "1:20", "2:20"]);
        walk(&figure(1), "7:45", &[(1, "ArrowRight")], &["7:46"]);
        let over = [(1, "ArrowRight"), (0, "ArrowRight"), (1, "ArrowLeft")];
        walk(&figure(5), "11:55", &over, &["12:00", "1:00", "12:55"]);
        assert_eq!(spot(0.25, 100.0), (MIDDLE.0 + 100, MIDDLE.1));
    }

    #[test]
    fn a_hand_is_dragged_and_the_other_one_goes_with_it() {
        let clock = Clock { minutes: 0, step: 5, enter: true };
        let mut hand = clock.start("", Locale::En);
        let mut dragged = |which: usize, turns: &[f64]| {
            for turn in turns {
                let look = Look {
                    hand: &hand,
                    draft: "",
                    checked: None,
                    open: true,
                    active: None,
                    locale: Locale::En,
                };
                hand = clock.handles(look)[which].brought(&hand, spot(*turn, 500.0), false);
            }
            clock.typed(&hand)
        };
        assert_eq!(dragged(1, &[0.1, 0.26]), "12:15");
        assert_eq!(dragged(1, &[0.5, 0.75, 0.99]), "1:00", "once round is an hour");
        assert_eq!(dragged(1, &[0.9]), "12:55");
        // The short hand is taken where it stands, nearly at the next numeral.
        assert_eq!(dragged(0, &[0.57]), "6:55");
        assert_eq!(dragged(0, &[0.0]), "11:55");
    }

    #[test]
    fn a_hand_has_its_place_on_the_face_and_its_buttons_beside_it() {
        let clock = Clock { minutes: 465, step: 1, enter: true };
        let hand = clock.start("", Locale::En);
        let look =
            Look { hand: &hand, draft: "", checked: None, open: true, active: None, locale: Locale::En };
        let handles = clock.drawn(look).handles;
        assert!(handles.iter().all(|handle| handle.on_paper() && handle.beside.is_some()));
        let meant = |turn: f64, far: f64| super::super::hand::meant(&handles, &hand, spot(turn, far));
        assert_eq!((meant(0.65, 300.0), meant(0.75, 600.0)), (Some(0), Some(1)));
    }
}
