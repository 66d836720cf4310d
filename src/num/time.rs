//! Time as a value. The shell reads the clock once per message and hands a [`Moment`] in.

use serde::Serialize;

/// Where a fact stands in a learner's history: a hybrid logical clock (Kulkarni et al. 2014).
///
/// `ms` never goes back within a history even if the device's clock does; `seq` orders facts of one millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Hybrid {
    pub ms: i64,
    pub seq: u32,
}

impl Hybrid {
    /// The next time after `self` when the wall clock shows `wall` (milliseconds since 1970).
    pub fn tick(self, wall: i64) -> Self {
        if wall > self.ms {
            Self { ms: wall, seq: 0 }
        } else {
            Self { ms: self.ms, seq: self.seq.saturating_add(1) }
        }
    }
}

/// What the device's clock claims: milliseconds since 1970 (UTC) and the offset of local time in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub wall: i64,
    pub zone: i16,
}

/// A local calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Day(pub i32);

pub const MS_PER_DAY: i64 = 86_400_000;

impl Moment {
    pub fn new(wall: i64, zone: i16) -> Self {
        Self { wall, zone }
    }
}

impl Day {
    /// The local day of a hybrid time in a zone `zone` minutes east of UTC.
    pub fn of(ms: i64, zone: i16) -> Self {
        let local = ms.saturating_add(i64::from(zone) * 60_000).div_euclid(MS_PER_DAY);
        Self(i32::try_from(local).unwrap_or(if local < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Days since Monday, 0 to 6.
    pub fn weekday(self) -> usize {
        // The first day of 1970 was a Thursday.
        (self.0 + 3).rem_euclid(7).unsigned_abs() as usize
    }

    /// Days from `earlier` to `self`, clamped to 0..=400: a clock that went back counts as the same day,
    /// and a clock that jumped ahead does not erase what a learner knows.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0).clamp(0, 400)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_goes_back_never_reorders_a_history() {
        let noon = Hybrid::default().tick(1_000);
        let back = noon.tick(400);
        let later = back.tick(2_000);
        assert!(noon < back && back < later);
        assert_eq!(back, Hybrid { ms: 1_000, seq: 1 });
    }

    #[test]
    fn days_are_local_and_elapsed_days_are_bounded() {
        let just_before_midnight = MS_PER_DAY - 1;
        assert_eq!(Day::of(just_before_midnight, 0), Day(0));
        assert_eq!(Day::of(just_before_midnight, 60), Day(1));
        assert_eq!(Day::of(0, -60), Day(-1));
        assert_eq!(Day(3).since(Day(10)), 0);
        assert_eq!(Day(10_000).since(Day(1)), 400);
    }
}
