//! What a learner's record may be locked with, and the rules for secrets. How a lock is made stands in `log/lock.rs`.

use serde::Serialize;

/// What a lock asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LockKind {
    Pin,
    /// Four pictures in their order.
    Pictures,
    /// Four words, drawn by the device.
    Words,
}

/// A PIN that is long enough and nothing but digits.
pub fn is_pin(secret: &str) -> bool {
    (4..=12).contains(&secret.len()) && secret.bytes().all(|sign| sign.is_ascii_digit())
}

/// The pause after so many wrong tries in a row, in seconds: long enough that a PIN is not found by sitting there.
pub fn pause(wrong: u32) -> u32 {
    match wrong {
        wrong if wrong == 0 || !wrong.is_multiple_of(5) => 0,
        5 => 30,
        10 => 120,
        _ => 600,
    }
}
