//! A store that fails on purpose: at its n-th operation, in one chosen way, once or from then on.
//! Only tests use it.

use super::{
    chunk::{Chunk, ChunkKey, Frames},
    id::LearnerId,
    store::{Fault, MemoryStore, Store},
};
use std::{cell::Cell, future::pending, rc::Rc};

/// How an operation goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing is written, and the fault is told.
    Refuses(Fault),
    /// Nothing is written, and no answer ever comes.
    Hangs,
    /// Everything is written, and yet a fault is told.
    WritesThenFails(Fault),
    /// Everything is written, and no answer ever comes.
    WritesThenHangs,
    /// Half of the last frame is written; then the connection closes.
    Tears,
}

#[derive(Clone, Debug)]
pub struct FaultyStore {
    disk: MemoryStore,
    mishap: Mishap,
    at: usize,
    lasting: bool,
    done: Rc<Cell<usize>>,
}

impl FaultyStore {
    /// Goes wrong at operation `at`, counted from 0; also at every later one when `lasting`.
    pub fn new(disk: MemoryStore, mishap: Mishap, at: usize, lasting: bool) -> Self {
        Self { disk, mishap, at, lasting, done: Rc::default() }
    }

    /// How many operations were begun.
    pub fn done(&self) -> usize {
        self.done.get()
    }

    fn is_due(&self) -> bool {
        let now = self.done.get();
        now == self.at || self.lasting && now > self.at
    }

    /// The mishap around an operation; `work` writes.
    async fn suffer<R>(&self, work: impl Future<Output = Result<R, Fault>>) -> Result<R, Fault> {
        let strikes = self.is_due();
        self.done.set(self.done.get() + 1);
        if !strikes {
            return work.await;
        }
        match &self.mishap {
            Mishap::Refuses(fault) => Err(fault.clone()),
            Mishap::WritesThenFails(fault) => work.await.and(Err(fault.clone())),
            Mishap::Hangs => pending().await,
            Mishap::WritesThenHangs => {
                work.await?;
                pending().await
            }
            Mishap::Tears => Err(Fault::Closed),
        }
    }

    fn tear(&self, chunks: &[Chunk]) {
        let Some((last, whole)) = chunks.split_last() else { return };
        whole.iter().for_each(|chunk| self.disk.lay(chunk.key, chunk.frame()));
        let mut frame = last.frame();
        frame.truncate(frame.len() / 2);
        self.disk.lay(last.key, frame);
    }
}

impl Store for FaultyStore {
    async fn put(&self, chunks: &[Chunk]) -> Result<(), Fault> {
        if self.mishap == Mishap::Tears && self.is_due() {
            self.tear(chunks);
        }
        self.suffer(self.disk.put(chunks)).await
    }

    async fn all(&self, learner: LearnerId) -> Result<Frames, Fault> {
        self.suffer(self.disk.all(learner)).await
    }

    async fn replace(&self, old: &[ChunkKey], new: &[Chunk]) -> Result<(), Fault> {
        self.suffer(self.disk.replace(old, new)).await
    }

    async fn remove(&self, learner: LearnerId) -> Result<(), Fault> {
        self.suffer(self.disk.remove(learner)).await
    }

    async fn reopen(&self) -> Result<(), Fault> {
        self.suffer(self.disk.reopen()).await
    }

    async fn keys(&self, learner: LearnerId) -> Result<Vec<ChunkKey>, Fault> {
        self.suffer(self.disk.keys(learner)).await
    }

    async fn some(&self, keys: &[ChunkKey]) -> Result<Frames, Fault> {
        self.suffer(self.disk.some(keys)).await
    }

    async fn snapshot(&self, learner: LearnerId) -> Result<Option<Vec<u8>>, Fault> {
        self.suffer(self.disk.snapshot(learner)).await
    }

    async fn put_snapshot(&self, learner: LearnerId, sealed: Option<&[u8]>) -> Result<(), Fault> {
        if self.mishap == Mishap::Tears
            && self.is_due()
            && let Some(sealed) = sealed
        {
            self.disk.lay_snapshot(learner, sealed[..sealed.len() / 2].into());
        }
        self.suffer(self.disk.put_snapshot(learner, sealed)).await
    }
}
