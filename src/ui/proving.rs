//! A long record is shown from a snapshot before it has been read. Meanwhile all of it is read and folded, a little at a
//! time; what the facts say counts, and leaves the snapshot for the next opening.

use super::keeping::{Ask, Keeper, Opening, Told, findings};
use crate::content::Map;
use crate::learner::Learner;
use crate::log::{Findings, Glance, LearnerId, Refold, Timer};
use crate::store::timer::Clock;
use crate::view::{Apart, Note};
use futures_util::FutureExt;
use futures_util::future::{AbortHandle, abortable};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// A shorter record is opened at once all the same.
const LEAST: usize = 1_000;
/// So many facts after a snapshot make another one worth its writing.
const STALE: usize = 128;
/// Facts that are folded in one go.
const STEP: usize = 256;
/// A page that says nothing of itself for so long does not keep its record from being read.
const LONGEST_MS: u32 = 3_000;

/// How far the open record is.
#[derive(Default)]
pub(super) struct Proof {
    /// The record is not read before the page stands, or could do nothing with the snapshot.
    waiting: Option<AbortHandle>,
    /// What the page was opened from, until it is proved.
    shown: Option<Apart<Glance>>,
    /// The page could do nothing with it and waits for the whole record.
    refused: bool,
    /// The record has been read.
    read: bool,
    folding: bool,
    /// Entries that the last snapshot holds.
    kept: usize,
}

impl Proof {
    pub fn of(shown: Option<Apart<Glance>>) -> Self {
        let kept = shown.as_ref().map_or(0, |glance| glance.snapshot.count());
        Self { read: shown.is_none(), shown, kept, ..Self::default() }
    }

    /// Ends when the page has had its turn, at the latest after some seconds.
    pub fn turn(&mut self) -> impl Future<Output = ()> + use<> {
        let (patience, waiting) = abortable(Clock.after(LONGEST_MS));
        self.waiting = Some(waiting);
        patience.map(drop)
    }

    fn has_had_its_turn(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
    }
}

impl Keeper {
    /// The page stands. What it stands on is proved as soon as the record has been read.
    pub(super) async fn stands(&mut self, map: Rc<Map>) {
        self.map = Some(map);
        self.proof.has_had_its_turn();
        self.prove().await;
    }

    /// The snapshot was of another model or map.
    pub(super) async fn refused(&mut self) {
        (self.proof.shown, self.proof.kept, self.proof.refused) = (None, 0, true);
        self.proof.has_had_its_turn();
        if self.proof.read {
            self.show_whole().await;
        }
    }

    /// A record that was shown from its snapshot has been read.
    pub(super) async fn have_read(&mut self, learner: LearnerId, found: &Findings) {
        if self.current != Some(learner) {
            return;
        }
        self.proof.read = true;
        findings(found).into_iter().for_each(|note| self.tell(Told::Note(note)));
        if self.proof.refused {
            self.show_whole().await;
        }
        self.report().await;
        self.prove().await;
    }

    async fn show_whole(&mut self) {
        self.proof.refused = false;
        let facts = self.depot.history().await.facts();
        let frozen = self.depot.thaw().await;
        self.tell(Told::Opened(Opening { count: facts.len(), facts, frozen, ..Opening::default() }));
    }

    /// Folds the record, beside everything else.
    pub(super) async fn prove(&mut self) {
        let Some(learner) = self.current.filter(|_| self.proof.read && !self.proof.folding) else { return };
        let Some(map) = self.map.clone() else { return };
        let history = self.depot.history().await;
        let shown = self.proof.shown.take();
        if let Some(glance) = &shown {
            let own = self.depot.writer();
            let is_known = |id| glance.holds(id) || Some(id.writer) == own;
            if !history.records().all(|record| is_known(record.id)) {
                self.tell(Told::Merged(history.facts()));
            }
        } else if history.len() < LEAST.max(self.proof.kept + STALE) {
            return;
        }
        self.proof.folding = true;
        let asks = self.asks.clone();
        spawn_local(async move {
            let shown = shown.map(|glance| glance.snapshot.clone());
            Clock.after(0).await;
            let mut refold = Refold::new(Learner::new(map), history, shown);
            while refold.step(STEP) {
                Clock.after(0).await;
            }
            // The page is closing when nobody listens any more.
            let _ = asks.send_now(Ask::Folded(learner, refold.into()));
        });
    }

    /// All of it is folded.
    pub(super) async fn folded(&mut self, learner: LearnerId, refold: &Refold) {
        if self.current != Some(learner) {
            return;
        }
        self.proof.folding = false;
        if !refold.fits() {
            self.tell(Told::Merged(self.depot.history().await.facts()));
            self.tell(Told::Note(Note::PutRight));
            self.depot.keep_snapshot(None).await;
            self.proof.kept = 0;
        }
        if refold.count() >= LEAST.max(self.proof.kept + STALE)
            && let Some(snapshot) = refold.snapshot()
        {
            self.proof.kept = snapshot.count();
            self.depot.keep_snapshot(Some(snapshot)).await;
        }
    }
}
