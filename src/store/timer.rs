//! The browser's clock as the log's [`Timer`].

use crate::log::{Fault, Timer};
use futures_util::future::{Either, select};
use gloo::timers::callback::Timeout;
use std::{
    cell::RefCell,
    future::poll_fn,
    pin::pin,
    rc::Rc,
    task::{Poll, Waker},
};

#[derive(Clone, Copy, Debug, Default)]
pub struct Clock;

#[derive(Default)]
struct Bell {
    rung: bool,
    waker: Option<Waker>,
}

impl Timer for Clock {
    async fn after(&self, ms: u32) {
        let bell = Rc::new(RefCell::new(Bell::default()));
        let ringing = Rc::clone(&bell);
        // Dropping the timeout cancels it.
        let _timeout = Timeout::new(ms, move || {
            ringing.borrow_mut().rung = true;
            let waker = ringing.borrow_mut().waker.take();
            if let Some(waker) = waker {
                waker.wake();
            }
        });
        poll_fn(|context| {
            let mut bell = bell.borrow_mut();
            bell.waker = Some(context.waker().clone());
            if bell.rung { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// The answer, or a fault when it takes longer than three seconds.
pub async fn in_time<R>(work: impl Future<Output = Result<R, Fault>>) -> Result<R, Fault> {
    match select(pin!(work), pin!(Clock.after(3_000))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Fault::Timeout),
    }
}
