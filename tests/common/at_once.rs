//! Disks and clocks of a rehearsal: everything answers at once, or never.
#![allow(dead_code, reason = "each test file uses its part")]

use futures_util::FutureExt;
use trellis::log::Timer;

/// A clock that has always already run out: whatever did not answer at once never will.
pub struct AtOnce;

impl Timer for AtOnce {
    async fn after(&self, _ms: u32) {}
}

pub fn now<R>(future: impl Future<Output = R>) -> R {
    future.now_or_never().expect("nothing in a rehearsal waits")
}
