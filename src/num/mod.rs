//! Numbers, chance and time as values. Nothing here differs between machines: no system clock, no
//! hash-map order, and transcendental functions come from `libm`.

pub mod crc32;
pub mod exact;
pub mod math;
pub mod rational;
pub mod rng;
pub mod sorted;
pub mod time;

pub use exact::Exact;
pub use rational::Rational;
pub use rng::SplitMix64;
pub use sorted::{SortedMap, SortedSet};
pub use time::{Day, Hybrid, Moment};
