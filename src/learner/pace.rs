//! How long a question takes. It makes a day's plan fit the minutes chosen, and is never evidence of what a learner knows.

/// Seconds for choosing, for typing, and for reading a story beside that: first guesses, set by hand.
const CHOOSING: f64 = 25.0;
const TYPING: f64 = 35.0;
const STORY: f64 = 15.0;
/// Seconds for reading what is said about an answer and going on.
pub const BETWEEN: f64 = 6.0;
/// Weight of one answer against the pace so far.
const WEIGHT: f64 = 0.1;
/// A question costs a plan at most so many times what was expected: somebody went away.
const AWAY: f64 = 3.0;

/// A learner's own pace, as a multiple of the first guesses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace(pub f64);

impl Default for Pace {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Pace {
    /// Seconds that this learner is likely to need, with what lies between two questions.
    pub fn seconds(self, options: u8, words: bool) -> f64 {
        guess(options, words) * self.0 + BETWEEN
    }

    /// What an answer took from the day's time, in seconds.
    pub fn cost(self, ms: u32, options: u8, words: bool) -> f64 {
        (f64::from(ms) / 1_000.0).min(AWAY * guess(options, words) * self.0) + BETWEEN
    }

    pub fn take(&mut self, ms: u32, options: u8, words: bool) {
        let ratio = f64::from(ms) / 1_000.0 / guess(options, words);
        self.0 += WEIGHT * (ratio.clamp(0.3, AWAY) - self.0);
    }
}

fn guess(options: u8, words: bool) -> f64 {
    let read = if words { STORY } else { 0.0 };
    read + if options > 0 { CHOOSING } else { TYPING }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_learners_questions_are_expected_to_be_short_and_an_open_lid_costs_little() {
        let mut pace = Pace::default();
        let before = pace.seconds(0, false);
        (0..10).for_each(|_| pace.take(15_000, 0, false));
        assert!(pace.seconds(0, false) < before);
        assert!(pace.cost(3_600_000, 0, false) < 120.0);
    }
}
