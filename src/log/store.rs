//! What the log asks of a disk, a cipher and a clock, and a store in memory that stands in for each copy in tests.

use super::{
    chunk::{Chunk, ChunkKey, Frames, read_frames},
    id::LearnerId,
};
use std::{cell::RefCell, collections::BTreeMap, fmt, rc::Rc};

/// Why something could not be stored or read. For the learner each has a sentence (`key`) and a next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `fault-quota`: the device has no room left. Next: free some space, and keep the progress file meanwhile.
    Quota,
    /// `fault-closed`: the browser closed the storage, or another tab runs a newer Trellis. Next: reload.
    Closed,
    /// `fault-blocked`: another tab holds an older version open. Next: close the other tabs.
    Blocked,
    /// `fault-timeout`: the disk did not answer in time. Next: keep the page open; it tries again by itself.
    Timeout,
    /// `fault-unavailable`: this browser offers no such storage here (private window, insecure address, sandbox).
    /// Next: keep the progress file at the end of the session.
    Unavailable,
    /// `fault-newer`: the data was written by a newer Trellis. Next: reload; until then look and export only.
    Newer,
    /// `fault-key-lost`: the learner's key is gone, so the records cannot be read. Next: import the progress file.
    KeyLost,
    /// `fault-other`: anything else, in the browser's own words. Next: keep the progress file and reload.
    Other(String),
}

impl Fault {
    /// The name of this fault's sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Quota => "fault-quota",
            Self::Closed => "fault-closed",
            Self::Blocked => "fault-blocked",
            Self::Timeout => "fault-timeout",
            Self::Unavailable => "fault-unavailable",
            Self::Newer => "fault-newer",
            Self::KeyLost => "fault-key-lost",
            Self::Other(_) => "fault-other",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Other(words) => f.write_str(words),
            known => f.write_str(known.key()),
        }
    }
}

/// One copy of every log on this device. The page has one thread, so no future need be `Send`.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Stores the chunks; `Ok` means that all of them are durable. A failed or interrupted call may have stored
    /// some, all or none, and may be repeated.
    async fn put(&self, chunks: &[Chunk]) -> Result<(), Fault>;

    /// Every chunk of a learner, in no order, perhaps repeated.
    async fn all(&self, learner: LearnerId) -> Result<Frames, Fault>;

    /// Puts `new`, which covers everything `old` covers, in the place of `old`. At every moment the one or the
    /// other is there, or both.
    async fn replace(&self, old: &[ChunkKey], new: &[Chunk]) -> Result<(), Fault>;

    async fn remove(&self, learner: LearnerId) -> Result<(), Fault>;

    /// Drops a dead connection and makes a new one.
    async fn reopen(&self) -> Result<(), Fault>;

    /// The keys of a learner's chunks. A store that is only ever read whole need not know them, nor what follows.
    async fn keys(&self, _learner: LearnerId) -> Result<Vec<ChunkKey>, Fault> {
        Err(Fault::Unavailable)
    }

    /// These chunks, as far as they are there.
    async fn some(&self, _keys: &[ChunkKey]) -> Result<Frames, Fault> {
        Err(Fault::Unavailable)
    }

    /// The sealed [`Snapshot`](super::Snapshot) beside a learner's chunks, if there is one.
    async fn snapshot(&self, _learner: LearnerId) -> Result<Option<Vec<u8>>, Fault> {
        Err(Fault::Unavailable)
    }

    /// Puts another one in its place, or none. It may be lost at any time.
    async fn put_snapshot(&self, _learner: LearnerId, _sealed: Option<&[u8]>) -> Result<(), Fault> {
        Err(Fault::Unavailable)
    }
}

/// Turns text into what may lie on a disk and back. `label` is the chunk's key as text and must be the same both
/// times: a chunk that was moved to another place does not open.
#[allow(async_fn_in_trait)]
pub trait Seal {
    async fn seal(&self, label: &str, text: &[u8]) -> Result<Vec<u8>, Fault>;
    async fn open(&self, label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault>;
}

#[allow(async_fn_in_trait)]
pub trait Timer {
    async fn after(&self, ms: u32);
}

/// First byte of a sealed text that is not encrypted.
pub const PLAIN: u8 = 0;
/// First byte of a text sealed with AES-256-GCM; the 12-byte IV follows, then text and tag.
pub const AES_GCM: u8 = 1;

/// No cipher: for insecure addresses, where the browser offers none.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainSeal;

impl Seal for PlainSeal {
    async fn seal(&self, _label: &str, text: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok([&[PLAIN], text].concat())
    }

    async fn open(&self, _label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        sealed.strip_prefix(&[PLAIN]).map(<[u8]>::to_vec).ok_or(Fault::KeyLost)
    }
}

/// A disk that is a map of frames. Clones share it, as two tabs share a disk.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    frames: Rc<RefCell<BTreeMap<ChunkKey, Vec<u8>>>>,
    snapshots: Rc<RefCell<BTreeMap<LearnerId, Vec<u8>>>>,
}

impl MemoryStore {
    /// Lays bytes on the disk as they are, torn or not.
    pub fn lay(&self, key: ChunkKey, frame: Vec<u8>) {
        self.frames.borrow_mut().insert(key, frame);
    }

    /// Lays a snapshot on the disk as it is, sound or not.
    pub fn lay_snapshot(&self, learner: LearnerId, sealed: Vec<u8>) {
        self.snapshots.borrow_mut().insert(learner, sealed);
    }

    pub fn wipe(&self) {
        self.frames.borrow_mut().clear();
        self.snapshots.borrow_mut().clear();
    }

    /// Another disk with the same on it.
    pub fn copied(&self) -> Self {
        let snapshots = Rc::new(RefCell::new(self.snapshots.borrow().clone()));
        Self { frames: Rc::new(RefCell::new(self.frames.borrow().clone())), snapshots }
    }

    pub fn len(&self) -> usize {
        self.frames.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Store for MemoryStore {
    async fn put(&self, chunks: &[Chunk]) -> Result<(), Fault> {
        chunks.iter().for_each(|chunk| self.lay(chunk.key, chunk.frame()));
        Ok(())
    }

    async fn all(&self, learner: LearnerId) -> Result<Frames, Fault> {
        let mut found = Frames::default();
        for (_, frame) in self.frames.borrow().iter().filter(|(key, _)| key.learner == learner) {
            let mut read = read_frames(frame);
            found.chunks.append(&mut read.chunks);
            found.damaged += read.damaged;
        }
        Ok(found)
    }

    async fn replace(&self, old: &[ChunkKey], new: &[Chunk]) -> Result<(), Fault> {
        self.frames.borrow_mut().retain(|key, _| !old.contains(key));
        self.put(new).await
    }

    async fn remove(&self, learner: LearnerId) -> Result<(), Fault> {
        self.frames.borrow_mut().retain(|key, _| key.learner != learner);
        self.put_snapshot(learner, None).await
    }

    async fn reopen(&self) -> Result<(), Fault> {
        Ok(())
    }

    async fn keys(&self, learner: LearnerId) -> Result<Vec<ChunkKey>, Fault> {
        Ok(self.frames.borrow().keys().filter(|key| key.learner == learner).copied().collect())
    }

    async fn some(&self, keys: &[ChunkKey]) -> Result<Frames, Fault> {
        let frames = self.frames.borrow();
        let bytes: Vec<u8> = keys.iter().filter_map(|key| frames.get(key)).flatten().copied().collect();
        Ok(read_frames(&bytes))
    }

    async fn snapshot(&self, learner: LearnerId) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.snapshots.borrow().get(&learner).cloned())
    }

    async fn put_snapshot(&self, learner: LearnerId, sealed: Option<&[u8]>) -> Result<(), Fault> {
        match sealed {
            Some(sealed) => self.lay_snapshot(learner, sealed.into()),
            None => drop(self.snapshots.borrow_mut().remove(&learner)),
        }
        Ok(())
    }
}
