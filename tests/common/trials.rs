//! How often a law is tried: some ten thousand times in every run, ten times as often in `cargo xtask chaos`. What
//! came of it is one line that `cargo xtask` collects: `name: N trials, M lost`.
#![allow(dead_code, reason = "each test file uses its part")]

/// Whether the long runs are asked for.
pub fn at_length() -> bool {
    std::env::var_os("TRELLIS_CHAOS").is_some()
}

/// `base` trials, or ten times as many where the long runs are asked for.
pub fn trials(base: u64) -> u64 {
    if at_length() { 10 * base } else { base }
}

/// Reports a figure. What was lost has failed its test already; the line says how much was tried.
pub fn figure(name: &str, trials: u64, lost: u64) {
    println!("{name}: {trials} trials, {lost} lost");
    assert_eq!(lost, 0, "{name}");
}
