//! A clock face. Slots of one that is set: hour, minutes.

use super::hand::{Axis, Hand, Handle};
use super::paper::{Paper, round};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Clock;
use crate::num::math;
use crate::view::words;

const MIDDLE: (i32, i32) = (900, 820);
const RADIUS: f64 = 760.0;

impl Clock {
    fn minutes(&self, hand: &Hand) -> i64 {
        match (hand.slot(0), hand.slot(1)) {
            (Some(hour), Some(minutes)) if self.enter => i64::from(hour % 12) * 60 + i64::from(minutes),
            _ => self.minutes,
        }
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
        paper.line("clock-hour", MIDDLE, spot(minutes / 720.0, RADIUS * 0.45));
        paper.line("clock-minute", MIDDLE, spot(minutes % 60.0 / 60.0, RADIUS * 0.86));
        for numeral in 1..=12 {
            let (x, y) = spot(f64::from(numeral) / 12.0, RADIUS - 190.0);
            paper.words("label halo", x, y + 56, numeral.to_string());
        }
        paper.dot("spot", MIDDLE, 36);
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            let locale = look.locale;
            let said = |slot: usize| look.hand.slot(slot).unwrap_or(0).to_string();
            drawn.note = words::enter_clock(locale).into();
            let (hour, minute) = (Axis::steps(0, 1, 12), Axis::steps(1, 0, 59));
            drawn.handles.push(Handle::beside(words::figure_hour(locale), said(0), hour, locale));
            drawn.handles.push(Handle::beside(words::figure_minutes(locale), said(1), minute, locale));
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
        let figure = Figure::Clock(Clock { minutes: 0, enter: true });
        let keys = [(0, "Home"), (1, "PageUp"), (1, "PageUp"), (0, "ArrowRight")];
        walk(&figure, "", &keys, &["1:00", "1:10", "1:20", "2:20"]);
        walk(&figure, "7:45", &[(1, "ArrowRight")], &["7:46"]);
        assert_eq!(spot(0.25, 100.0), (MIDDLE.0 + 100, MIDDLE.1));
    }
}
