//! One of the two copies of a log, as the keeper sees it: what it holds, what it is owed, and why it fails.

use super::{
    chunk::{Chunk, ChunkKey, Frames, MAX_COUNT},
    id::LearnerId,
    record::RecordId,
    store::{Fault, Store, Timer},
    union::History,
};
use futures_util::future::{Either, select};
use std::pin::pin;

/// A storage that has not answered by then is taken for dead; what it was asked may still happen.
pub(super) const TIMEOUT_MS: u32 = 3_000;
const REOPEN_MS: u32 = 2_000;
const MOST_REOPENINGS: u8 = 3;
/// Long writes get another second for so many chunks.
const CHUNKS_PER_SECOND: usize = 64;

pub(super) struct Side<S> {
    store: S,
    /// Why the last operation failed.
    pub fault: Option<Fault>,
    /// Why its content is not in the history; `None` once it is.
    unread: Option<Fault>,
    /// What it is known to hold.
    pub kept: Vec<ChunkKey>,
    /// Sealed, and not yet acknowledged by this copy.
    pub owed: Vec<Chunk>,
    /// How often it was reopened since it last did its work.
    reopened: u8,
}

impl<S: Store> Side<S> {
    pub fn new(store: S) -> Self {
        Self {
            store,
            fault: None,
            unread: Some(Fault::Timeout),
            kept: Vec::new(),
            owed: Vec::new(),
            reopened: 0,
        }
    }

    pub fn store(&self) -> &S {
        &self.store
    }

    /// The device has no such storage at all. (One that could once be read is not absent: it fails.)
    pub fn is_absent(&self) -> bool {
        self.unread == Some(Fault::Unavailable)
    }

    pub fn is_read(&self) -> bool {
        self.unread.is_none()
    }

    /// Why this copy is not whole, if it is not.
    pub fn trouble(&self) -> Option<&Fault> {
        self.fault.as_ref().or(self.unread.as_ref())
    }

    /// It has acknowledged all it was given.
    pub fn has_everything(&self) -> bool {
        self.trouble().is_none() && self.owed.is_empty()
    }

    /// Everything the copy holds, if it was not read before and can be read now.
    pub async fn read(&mut self, learner: LearnerId, timer: &impl Timer, patience: u32) -> Frames {
        if self.is_read() || self.is_dead() {
            return Frames::default();
        }
        let answer = within(timer, patience, self.store.all(learner)).await;
        self.unread = answer.as_ref().err().cloned();
        self.note(answer).unwrap_or_default()
    }

    pub fn owes_a_reading(&self) -> bool {
        !self.is_read() && !self.is_absent()
    }

    /// Writes what is owed. A closed connection is reopened at once, up to three times in a row; a silent one is
    /// left alone until it is [woken](Side::wake), so that one copy never holds up the other.
    pub async fn flush(&mut self, timer: &impl Timer) {
        if !self.owed.is_empty() && (!self.is_dead() || self.revive(timer).await) {
            self.put_owed(timer).await;
        }
        if !self.owed.is_empty() && self.revive(timer).await {
            self.put_owed(timer).await;
        }
    }

    /// Connects a dead copy anew.
    pub async fn wake(&mut self, timer: &impl Timer) {
        if self.is_dead() {
            self.reopen(timer).await;
        }
    }

    async fn put_owed(&mut self, timer: &impl Timer) {
        let answer = within(timer, patience(self.owed.len()), self.store.put(&self.owed)).await;
        if self.note(answer).is_some() {
            self.reopened = 0;
            self.kept.extend(self.owed.drain(..).map(|chunk| chunk.key));
        }
    }

    /// Puts merged chunks in the place of many small ones. When that fails, everything stays as it was.
    pub async fn replace(&mut self, old: &[ChunkKey], new: &[Chunk], timer: &impl Timer) {
        let answer = within(timer, patience(old.len() + new.len()), self.store.replace(old, new)).await;
        match answer {
            Ok(()) => {
                self.kept.retain(|key| !old.contains(key));
                self.kept.extend(new.iter().map(|chunk| chunk.key));
            }
            Err(fault) if is_dead(&fault) => self.fault = Some(fault),
            Err(_) => {}
        }
    }

    fn is_dead(&self) -> bool {
        self.fault.as_ref().is_some_and(is_dead)
    }

    async fn revive(&mut self, timer: &impl Timer) -> bool {
        self.fault == Some(Fault::Closed) && self.reopened < MOST_REOPENINGS && self.reopen(timer).await
    }

    async fn reopen(&mut self, timer: &impl Timer) -> bool {
        self.reopened = self.reopened.saturating_add(1);
        let before = self.fault.clone();
        let answer = within(timer, REOPEN_MS, self.store.reopen()).await;
        let alive = self.note(answer).is_some();
        if alive {
            // Whoever closed it may have emptied it too: it is read again before it counts as whole.
            self.unread = self.unread.take().or(before);
            self.kept.clear();
        }
        alive
    }

    /// Takes the connection for lost: it is made anew before it is next used.
    pub fn shake(&mut self) {
        if !self.is_absent() {
            self.fault = Some(Fault::Closed);
            self.reopened = 0;
        }
    }

    fn note<R>(&mut self, answer: Result<R, Fault>) -> Option<R> {
        match answer {
            Ok(value) => {
                self.fault = None;
                Some(value)
            }
            Err(fault) => {
                self.fault = Some(fault);
                None
            }
        }
    }

    /// Which records of the history this copy neither holds nor is owed, in order.
    pub fn lacks(&self, history: &History) -> Vec<RecordId> {
        let owed = self.owed.iter().map(|chunk| &chunk.key);
        let mut held: Vec<RecordId> = self.kept.iter().chain(owed).flat_map(ChunkKey::ids).collect();
        held.sort_unstable();
        let mut missing: Vec<RecordId> = history.records().map(|record| record.id).collect();
        missing.dedup();
        missing.retain(|id| held.binary_search(id).is_err());
        missing
    }

    /// Neighbouring chunks that fit into one: the keys that go, and the keys that take their place.
    pub fn mergers(&self) -> (Vec<ChunkKey>, Vec<ChunkKey>) {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        let mut kept = self.kept.clone();
        kept.sort_unstable();
        kept.dedup();
        let mut rest = kept.into_iter().peekable();
        while let Some(first) = rest.next() {
            let (mut group, mut whole) = (vec![first], first);
            while let Some(next) = rest.next_if(|next| joins(whole, *next)) {
                group.push(next);
                whole.count = whole.end().max(next.end()) - whole.first;
            }
            if !group.contains(&whole) {
                new.push(whole);
            }
            old.extend(group.into_iter().filter(|key| *key != whole));
        }
        (old, new)
    }
}

/// The chunks to write so that these records (in order) are stored.
pub(super) fn runs(learner: LearnerId, ids: &[RecordId]) -> Vec<ChunkKey> {
    let mut runs: Vec<ChunkKey> = Vec::new();
    for id in ids {
        let run = runs.last_mut().filter(|run| run.writer == id.writer && run.count < MAX_COUNT);
        match run.filter(|run| run.end() == id.n) {
            Some(run) => run.count += 1,
            None => runs.push(ChunkKey { learner, writer: id.writer, first: id.n, count: 1 }),
        }
    }
    runs
}

fn joins(whole: ChunkKey, next: ChunkKey) -> bool {
    let touches = next.writer == whole.writer && next.first <= whole.end();
    touches && next.end() - whole.first <= MAX_COUNT
}

fn is_dead(fault: &Fault) -> bool {
    matches!(fault, Fault::Closed | Fault::Timeout | Fault::Blocked)
}

fn patience(chunks: usize) -> u32 {
    let more = u32::try_from(chunks / CHUNKS_PER_SECOND).unwrap_or(u32::MAX);
    TIMEOUT_MS.saturating_add(more.saturating_mul(1_000))
}

pub(super) async fn within<R>(
    timer: &impl Timer,
    ms: u32,
    work: impl Future<Output = Result<R, Fault>>,
) -> Result<R, Fault> {
    match select(pin!(work), pin!(timer.after(ms))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Fault::Timeout),
    }
}
