//! The keeper of one learner's log: two copies, written side by side and healed from each other.
//!
//! "Saved" is said when every copy this device has acknowledged; until then the records stay in memory and are
//! offered again. Nothing here concludes anything from a fact.

use super::{
    chain::{self, Report},
    chunk::{Chunk, ChunkKey, Frames, pack, unpack},
    id::LearnerId,
    record::{Record, RecordId},
    side::{Side, TIMEOUT_MS, runs, within},
    snapshot::{Glance, Snapshot},
    store::{Fault, Seal, Store, Timer},
    together::together,
    union::History,
};
use futures_util::future::join;
use std::rc::Rc;

/// While no copy could be read there is nothing to go on with, and another reading may take its time.
const PATIENT_MS: u32 = 15_000;

/// Records are read in batches of about so many, between which the page may do something else.
const BATCH: usize = 512;

/// With more than so many records after a snapshot there is little to gain from it.
const LONGEST_TAIL: usize = 4_096;

/// Small chunks are merged when that leaves at least so many fewer.
const MERGE_OVER: usize = 256;

pub struct Keeper<A, B, S, T> {
    learner: LearnerId,
    a: Side<A>,
    b: Side<B>,
    seal: S,
    timer: T,
    history: History,
    /// New records that are not sealed yet.
    unsealed: Vec<RecordId>,
    /// Why nothing may be written.
    read_only: Option<Fault>,
}

/// What a log held when it was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    pub history: History,
    pub found: Findings,
}

/// What the learner is told about the opening, when there is something to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Records that one copy lacked and now has again.
    pub healed: usize,
    /// Stretches of a copy that could not be read. With no gap in a chain the other copy had them.
    pub damaged: usize,
    /// Gaps, broken links, forks and records of newer releases.
    pub chains: Report,
    /// Why a copy could not be read; `None` where it was.
    pub copies: [Option<Fault>; 2],
    /// Why nothing is written: the records are of a newer release, or their key is lost.
    pub read_only: Option<Fault>,
}

/// The first half of a glance: what lies in the first copy, still sealed, so that it can be read before anybody knows the
/// key.
#[derive(Clone, Debug)]
pub struct Sight {
    sealed: Vec<u8>,
    keys: Vec<ChunkKey>,
}

impl Sight {
    /// `None` where there is no snapshot.
    pub async fn of(store: &impl Store, learner: LearnerId, timer: &impl Timer) -> Option<Self> {
        let snapshot = within(timer, TIMEOUT_MS, store.snapshot(learner));
        let (sealed, keys) = join(snapshot, within(timer, TIMEOUT_MS, store.keys(learner))).await;
        Some(Self { sealed: sealed.ok()??, keys: keys.ok()? })
    }
}

/// Whether what the learner did is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Every copy this device has acknowledged everything.
    Saved,
    /// On its way.
    Saving,
    /// `pending` records are in memory only.
    NotSaved { pending: usize, why: Fault },
    /// One copy has everything; the other fails.
    OneCopy { why: Fault },
}

impl<A: Store, B: Store, S: Seal, T: Timer> Keeper<A, B, S, T> {
    /// Reads both copies, unites them, checks the chains and heals the poorer copy.
    pub async fn open(learner: LearnerId, a: A, b: B, seal: S, timer: T) -> (Self, Opened) {
        let mut keeper = Self::closed(learner, a, b, seal, timer);
        let opened = keeper.read().await;
        (keeper, opened)
    }

    /// A keeper that has read nothing yet. [`Keeper::read`] comes before anything else but a [`Keeper::glance`].
    pub fn closed(learner: LearnerId, a: A, b: B, seal: S, timer: T) -> Self {
        Self {
            learner,
            a: Side::new(a),
            b: Side::new(b),
            seal,
            timer,
            history: History::default(),
            unsealed: Vec::new(),
            read_only: None,
        }
    }

    /// What [`Keeper::open`] does.
    pub async fn read(&mut self) -> Opened {
        let found = self.read_copies(TIMEOUT_MS).await;
        Opened { history: self.history.clone(), found }
    }

    /// What the first copy can show at once: the snapshot beside it, and the records since. `None` where there is no
    /// snapshot, or one that does not fit what lies there; then everything has to be read first.
    pub async fn glance(&self) -> Option<Glance> {
        self.glance_at(Sight::of(self.a.store(), self.learner, &self.timer).await?).await
    }

    /// The same, where its first half was read before.
    pub async fn glance_at(&self, sight: Sight) -> Option<Glance> {
        let (store, label) = (self.a.store(), Snapshot::label(self.learner));
        let Sight { sealed, mut keys } = sight;
        let snapshot = Snapshot::read(&self.seal.open(&label, &sealed).await.ok()?)?;
        keys.retain(|key| !snapshot.covers_all(*key));
        if keys.iter().map(|key| key.count as usize).sum::<usize>() > LONGEST_TAIL {
            return None;
        }
        let mut records = Vec::new();
        if !keys.is_empty() {
            let frames = within(&self.timer, TIMEOUT_MS, store.some(&keys)).await.ok()?;
            if frames.newer || frames.damaged > 0 {
                return None;
            }
            for text in together(frames.chunks.iter().map(|chunk| open(&self.seal, chunk))).await {
                match unpack(&text.ok()?) {
                    (read, 0) => records.extend(read),
                    _ => return None,
                }
            }
        }
        let tail = snapshot.tail(records)?;
        Some(Glance { snapshot, tail })
    }

    /// Keeps a snapshot beside the first copy, or none. Nothing depends on whether that works.
    pub async fn keep_snapshot(&self, snapshot: Option<&Snapshot>) {
        if self.read_only.is_some() || !self.a.has_everything() {
            return;
        }
        let store = self.a.store();
        let Some(snapshot) = snapshot else {
            let _ = within(&self.timer, TIMEOUT_MS, store.put_snapshot(self.learner, None)).await;
            return;
        };
        if let Ok(sealed) = self.seal.seal(&Snapshot::label(self.learner), &snapshot.write()).await {
            let _ = within(&self.timer, TIMEOUT_MS, store.put_snapshot(self.learner, Some(&sealed))).await;
        }
    }

    /// Everything known about the learner, whether or not it is saved yet.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Stores new records of this tab's writer.
    pub async fn append(&mut self, records: Vec<Record>) -> SaveStatus {
        let new = self.learn(records);
        self.unsealed.extend(new);
        self.save().await;
        self.status()
    }

    /// Takes in the records of another device or of a file; how many of them were new. Those of a newer release
    /// are left out: they would close this log to the release that runs here.
    pub async fn absorb(&mut self, mut records: Vec<Record>) -> usize {
        records.retain(|record| !record.is_newer());
        let new = self.learn(records);
        self.unsealed.extend(&new);
        self.save().await;
        new.len()
    }

    /// Takes in records that another tab has stored already; which of them were new.
    pub fn learn(&mut self, records: Vec<Record>) -> Vec<RecordId> {
        let named = records.into_iter().map(|record| (record.id, record));
        named.filter_map(|(id, record)| self.history.insert(record).then_some(id)).collect()
    }

    /// Connects dead copies anew, offers again what is not saved, and reads what could not be read before.
    pub async fn retry(&mut self) -> SaveStatus {
        join(self.a.wake(&self.timer), self.b.wake(&self.timer)).await;
        self.save().await;
        if self.a.owes_a_reading() || self.b.owes_a_reading() {
            let blind = !self.a.is_read() && !self.b.is_read();
            self.read_copies(if blind { PATIENT_MS } else { TIMEOUT_MS }).await;
        }
        self.status()
    }

    async fn save(&mut self) {
        if self.read_only.is_none() {
            self.seal_waiting().await;
            self.flush().await;
        }
    }

    /// The browser closed a storage unasked and may have emptied every one. Both copies are connected anew at the
    /// next [`Keeper::retry`], read, and healed from memory.
    pub fn shake(&mut self) {
        self.a.shake();
        self.b.shake();
    }

    pub fn status(&self) -> SaveStatus {
        let pending = self.pending();
        let not_saved = |why: &Fault| SaveStatus::NotSaved { pending, why: why.clone() };
        match (&self.a.fault, &self.b.fault) {
            _ if let Some(why) = &self.read_only => not_saved(why),
            (Some(Fault::Unavailable), Some(why)) | (Some(why), Some(_)) => not_saved(why),
            _ if pending > 0 => not_saved(&Fault::Other("could not be encrypted".into())),
            _ => self.trouble().map_or(SaveStatus::Saved, |why| SaveStatus::OneCopy { why: why.clone() }),
        }
    }

    /// Why one of the copies this device has is not whole.
    fn trouble(&self) -> Option<&Fault> {
        let of_a = self.a.trouble().filter(|_| !self.a.is_absent());
        of_a.or_else(|| self.b.trouble().filter(|_| !self.b.is_absent()))
    }

    /// Merges many small chunks into few, when it is worth it.
    pub async fn tidy(&mut self) {
        if self.read_only.is_some() {
            return;
        }
        let (old, new) = self.a.mergers();
        if is_worth_it(&old, &new)
            && let Ok(new) = self.sealed(&new).await
        {
            self.a.replace(&old, &new, &self.timer).await;
        }
        let (old, new) = self.b.mergers();
        if is_worth_it(&old, &new)
            && let Ok(new) = self.sealed(&new).await
        {
            self.b.replace(&old, &new, &self.timer).await;
        }
    }

    async fn read_copies(&mut self, patience: u32) -> Findings {
        let (learner, timer) = (self.learner, &self.timer);
        let (from_a, from_b) =
            join(self.a.read(learner, timer, patience), self.b.read(learner, timer, patience)).await;
        let copies = [self.a.trouble().cloned(), self.b.trouble().cloned()];
        let any = from_a.chunks.len() + from_b.chunks.len() > 0;
        let newer = from_a.newer || from_b.newer;
        let damaged = from_a.damaged + from_b.damaged;
        let in_a = self.take_in(from_a).await;
        let in_b = self.take_in(from_b).await;
        self.a.kept.extend(in_a.good);
        self.b.kept.extend(in_b.good);
        let chains = chain::examine(&self.history).report;
        if newer || chains.newer > 0 {
            self.read_only = Some(Fault::Newer);
        } else if any && self.history.is_empty() {
            self.read_only = Some(Fault::KeyLost);
        }
        let healed = self.heal().await;
        let damaged = damaged + in_a.damaged + in_b.damaged;
        Findings { healed, damaged, chains, copies, read_only: self.read_only.clone() }
    }

    /// Opens the chunks that hold something new and puts their records into the history.
    async fn take_in(&mut self, frames: Frames) -> TakenIn {
        let (known, new): (Vec<Chunk>, Vec<Chunk>) =
            frames.chunks.into_iter().partition(|chunk| chunk.key.ids().all(|id| self.history.holds(id)));
        let mut taken = TakenIn { good: known.iter().map(|chunk| chunk.key).collect(), damaged: 0 };
        let mut rest = new.as_slice();
        while !rest.is_empty() {
            let mut records = 0;
            let fits = |chunk: &&Chunk| {
                records += chunk.key.count as usize;
                records <= BATCH
            };
            let (batch, later) = rest.split_at(rest.iter().take_while(fits).count().max(1));
            rest = later;
            self.take_in_batch(batch, &mut taken).await;
            // A browser's cipher may answer at once, so that waiting for it lets nothing else in.
            self.timer.after(0).await;
        }
        taken
    }

    async fn take_in_batch(&mut self, batch: &[Chunk], taken: &mut TakenIn) {
        let texts = together(batch.iter().map(|chunk| open(&self.seal, chunk))).await;
        for (chunk, text) in batch.iter().zip(texts) {
            let Ok(text) = text else {
                taken.damaged += 1;
                continue;
            };
            let (records, damaged) = unpack(&text);
            self.history.extend(records);
            taken.good.push(chunk.key);
            taken.damaged += damaged;
        }
    }

    /// Gives each copy what only the other had; how many records that were.
    async fn heal(&mut self) -> usize {
        if self.read_only.is_some() {
            return 0;
        }
        let for_a = if self.a.is_read() { self.a.lacks(&self.history) } else { Vec::new() };
        let for_b = if self.b.is_read() { self.b.lacks(&self.history) } else { Vec::new() };
        let Ok(owed_to_a) = self.sealed(&runs(self.learner, &for_a)).await else { return 0 };
        let Ok(owed_to_b) = self.sealed(&runs(self.learner, &for_b)).await else { return 0 };
        self.a.owed.extend(owed_to_a);
        self.b.owed.extend(owed_to_b);
        self.flush().await;
        let healed = |done: bool, ids: &[RecordId]| if done { ids.len() } else { 0 };
        healed(self.a.has_everything(), &for_a) + healed(self.b.has_everything(), &for_b)
    }

    async fn seal_waiting(&mut self) {
        self.unsealed.sort_unstable();
        self.unsealed.dedup();
        let Ok(chunks) = self.sealed(&runs(self.learner, &self.unsealed)).await else { return };
        self.unsealed.clear();
        self.a.owed.extend(chunks.iter().cloned());
        self.b.owed.extend(chunks);
    }

    async fn sealed(&self, keys: &[ChunkKey]) -> Result<Vec<Chunk>, Fault> {
        together(keys.iter().map(|key| self.sealed_one(*key))).await.into_iter().collect()
    }

    async fn sealed_one(&self, key: ChunkKey) -> Result<Chunk, Fault> {
        let records: Vec<Rc<Record>> =
            self.history.range(key.writer, key.first..=key.end() - 1).cloned().collect();
        let sealed = self.seal.seal(&key.to_string(), &pack(&records)).await?;
        Ok(Chunk { key, sealed })
    }

    async fn flush(&mut self) {
        join(self.a.flush(&self.timer), self.b.flush(&self.timer)).await;
        // A copy that this device does not have is owed nothing, as long as the other one has everything.
        if self.a.is_absent() && self.b.has_everything() {
            self.a.owed.clear();
        }
        if self.b.is_absent() && self.a.has_everything() {
            self.b.owed.clear();
        }
    }

    /// Records that neither copy has acknowledged.
    fn pending(&self) -> usize {
        let in_neither = |chunk: &&Chunk| self.b.owed.iter().any(|other| other.key == chunk.key);
        let owed: u32 = self.a.owed.iter().filter(in_neither).map(|chunk| chunk.key.count).sum();
        owed as usize + self.unsealed.len()
    }
}

/// What became of one copy's chunks.
struct TakenIn {
    good: Vec<ChunkKey>,
    damaged: usize,
}

async fn open(seal: &impl Seal, chunk: &Chunk) -> Result<Vec<u8>, Fault> {
    seal.open(&chunk.key.to_string(), &chunk.sealed).await
}

fn is_worth_it(old: &[ChunkKey], new: &[ChunkKey]) -> bool {
    old.len() >= new.len() + MERGE_OVER
}
