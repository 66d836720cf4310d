//! Many short asynchronous jobs side by side. (`join_all` of the futures crate does it too, for ten times the code.)

use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

/// So many jobs wait at a time.
const BATCH: usize = 64;

enum Job<F: Future> {
    Running(Pin<Box<F>>),
    Done(F::Output),
}

/// The results, in the order of the jobs.
pub async fn together<F: Future>(jobs: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut results = Vec::new();
    let mut jobs = jobs.peekable();
    while jobs.peek().is_some() {
        let mut batch: Vec<Job<F>> =
            jobs.by_ref().take(BATCH).map(|job| Job::Running(Box::pin(job))).collect();
        poll_fn(|context| poll_all(&mut batch, context)).await;
        results.extend(batch.into_iter().filter_map(|job| match job {
            Job::Done(result) => Some(result),
            Job::Running(_) => None,
        }));
    }
    results
}

fn poll_all<F: Future>(batch: &mut [Job<F>], context: &mut Context) -> Poll<()> {
    let mut waiting = false;
    for job in batch {
        if let Job::Running(running) = job {
            match running.as_mut().poll(context) {
                Poll::Ready(result) => *job = Job::Done(result),
                Poll::Pending => waiting = true,
            }
        }
    }
    if waiting { Poll::Pending } else { Poll::Ready(()) }
}
