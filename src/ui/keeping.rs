//! The keeper of the open record: one task that does what it is asked, one thing after another, so that no answer
//! overtakes another and the paint never waits for the disk.

use super::app::pack_address;
use super::carrying::Carrier;
use super::proving::Proof;
use super::{guarding::Guards, late, platform};
use crate::content::Map;
use crate::exchange::progress_file::Problem;
use crate::exchange::{Preview, progress_file};
use crate::learner::json::{Json, Object};
use crate::learner::{Fact, Profile};
use crate::log::{Fault, Findings, Glance, History, LearnerId, Record, Refold, SaveStatus};
use crate::store::{Depot, News};
use crate::tutor::{Carry, Guarding};
use crate::view::guard::Guard;
use crate::view::{Apart, Carrying, Course, Import, KeepFacts, LearnerFacts, NotSaved, Note};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;
use yew::platform::pinned::mpsc::{self, UnboundedReceiver, UnboundedSender};

/// What the page asks of the keeper.
pub enum Ask {
    /// Write this fact; the profile is what the learner picker shows.
    Append(Box<Fact>, Profile),
    /// Keep the question on the desk, or forget it.
    Freeze(Option<String>),
    Retry,
    Open(String),
    New,
    Erase,
    Export,
    Preview(Vec<u8>),
    /// Take in the file that was looked at: into the open record, or beside it as a learner of its own.
    Import {
        beside: bool,
    },
    News(News),
    /// Taking the record along, or bringing one back.
    Carry(Carry),
    /// Locks, and deleting everything.
    Guard(Guarding),
    /// A moment has passed: is anybody there?
    Idle,
    /// Begin anew with the newer release.
    Update,
    /// The record is shown, with this map.
    Stands(Rc<Map>),
    /// What was kept of the record is of no use: all of it is needed.
    Whole,
    /// The whole record was read, behind a page that stands.
    Read(LearnerId, Apart<Findings>),
    /// And folded.
    Folded(LearnerId, Apart<Refold>),
    /// Keep every file of the course for use without a network.
    Course(Rc<Map>),
}

/// What the keeper reports.
pub enum Told {
    /// The keeper could not be fetched yet.
    Missing,
    Opened(Opening),
    /// Several learners are here, and none is open.
    Choose,
    Saved(SaveStatus),
    Kept(KeepFacts),
    Learners(Vec<LearnerFacts>),
    /// The record grew from outside: everything, in order.
    Merged(Vec<Fact>),
    Import(Import),
    File(Vec<u8>),
    Carrying(Apart<Carrying>),
    Note(Note),
    Course(Course),
    Guard(Guard),
}

/// A record as it was found.
#[derive(Default)]
pub struct Opening {
    /// Where the record was not read yet: a snapshot, and `facts` are those since.
    pub glance: Option<Apart<Glance>>,
    pub facts: Vec<Fact>,
    /// How many facts there are in all.
    pub count: usize,
    pub frozen: Option<String>,
    pub notes: Vec<Note>,
}

/// What the picker shows of a learner; kept sealed with the learner's own key.
#[derive(Clone, Default, PartialEq, Serialize)]
pub(super) struct Card {
    nickname: Option<String>,
    avatar: Option<String>,
    /// Day of the last visit, counted from 1970.
    day: i64,
}

impl Card {
    fn read(json: &str) -> Option<Self> {
        let card = Object::read(json)?;
        Some(Self {
            nickname: card.may("nickname", Json::text)?,
            avatar: card.may("avatar", Json::text)?,
            day: card.needs("day", Json::number)?,
        })
    }
}

/// Which of several learners this tab is for: kept by the tab alone, so that a reload goes on and the next pupil
/// chooses.
pub(super) const HERE: &str = "learner";

/// Starts the keeper. What it is asked before it has been fetched waits for it.
pub fn start(told: Callback<Told>) -> UnboundedSender<Ask> {
    let (sender, asked) = mpsc::unbounded();
    let news = sender.clone();
    spawn_local(async move {
        late::records(&told).await;
        if let Ok(keeper) = late::keep(told, news, asked).await {
            keeper.await;
        }
    });
    sender
}

/// The keeper at work, until the page closes.
pub fn keep(
    told: Callback<Told>,
    news: UnboundedSender<Ask>,
    mut asked: UnboundedReceiver<Ask>,
) -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        let asks = news.clone();
        let depot = Depot::open(move |item| {
            // The page is closing when nobody listens any more.
            let _ = news.send_now(Ask::News(item));
        })
        .await;
        let mut keeper = Keeper {
            depot,
            told,
            current: None,
            card: Card::default(),
            waiting: Vec::new(),
            file: None,
            carrier: Carrier::new(),
            guards: Guards::new(asks.clone()),
            asks,
            map: None,
            proof: Proof::default(),
        };
        keeper.open_first().await;
        while let Some(ask) = asked.next().await {
            keeper.answer(ask).await;
        }
    })
}

/// The one sentence for each reason that something is not saved.
pub fn note(why: &Fault) -> Note {
    match why {
        Fault::Quota => Note::NotSaved(NotSaved::Quota),
        Fault::Timeout => Note::NotSaved(NotSaved::Timeout),
        Fault::Unavailable => Note::NotSaved(NotSaved::Unavailable),
        Fault::Newer => Note::Newer,
        Fault::KeyLost => Note::KeyLost,
        Fault::Closed | Fault::Blocked | Fault::Other(_) => Note::NotSaved(NotSaved::Closed),
    }
}

/// Has every file of the course kept, one after another, and tells how far it is.
async fn keep_course(map: Rc<Map>, told: Callback<Told>) {
    let overlays = map.units.iter().flat_map(|unit| unit.locales.values());
    let files: Vec<&String> = map.units.iter().map(|unit| &unit.file).chain(overlays).collect();
    let (all, mut kept) = (files.len(), 0);
    for (done, file) in files.into_iter().enumerate() {
        told.emit(Told::Course(Course::Keeping { done, all }));
        match platform::keeps(&pack_address(file)).await {
            Some(true) => kept += 1,
            Some(false) => {}
            None => return told.emit(Told::Course(Course::Impossible)),
        }
    }
    told.emit(Told::Course(if kept == all { Course::Kept { all } } else { Course::Missing { kept, all } }));
}

pub(super) struct Keeper {
    pub(super) depot: Depot,
    told: Callback<Told>,
    pub(super) current: Option<LearnerId>,
    pub(super) card: Card,
    /// Facts that no record could be made for yet.
    waiting: Vec<Fact>,
    /// The file that was looked at.
    file: Option<File>,
    pub(super) carrier: Carrier,
    pub(super) guards: Guards,
    pub(super) asks: UnboundedSender<Ask>,
    /// What a record is folded over; known when the first page stands.
    pub(super) map: Option<Rc<Map>>,
    pub(super) proof: Proof,
}

struct File {
    learner: Option<LearnerId>,
    records: Vec<Record>,
}

impl Keeper {
    async fn answer(&mut self, ask: Ask) {
        match ask {
            Ask::Append(fact, profile) => self.append(*fact, profile).await,
            Ask::Freeze(json) => {
                // What is on the desk is a convenience; the answers are what must not be lost.
                let _ = self.depot.freeze(json.as_deref().unwrap_or_default()).await;
            }
            Ask::Retry => self.retry().await,
            Ask::Open(id) => match id.parse() {
                Ok(learner) => self.open(learner, Vec::new()).await,
                Err(_) => self.report().await,
            },
            Ask::New => self.leave().await,
            Ask::Erase => self.erase().await,
            Ask::Export => self.export().await,
            Ask::Preview(bytes) => self.preview(bytes).await,
            Ask::Import { beside } => self.import(beside).await,
            Ask::News(news) => self.heard(news).await,
            Ask::Carry(carry) => self.carry(carry).await,
            Ask::Guard(wish) => self.guard(wish).await,
            Ask::Idle => self.idle().await,
            // After every answer that was asked to be written before.
            Ask::Update => platform::update(),
            Ask::Stands(map) => self.stands(map).await,
            Ask::Whole => self.refused().await,
            Ask::Read(learner, found) => self.have_read(learner, &found).await,
            Ask::Folded(learner, refold) => self.folded(learner, &refold).await,
            // Beside the rest: no answer waits for it.
            Ask::Course(map) => spawn_local(keep_course(map, self.told.clone())),
        }
    }

    pub(super) fn tell(&self, told: Told) {
        self.told.emit(told);
    }

    /// The one learner of this device, or the one this tab was for; otherwise the learner says who it is.
    async fn open_first(&mut self) {
        let here = platform::tab_setting(HERE).and_then(|id| id.parse().ok());
        // Who it is must be looked up in several places. Meanwhile what will be shown is read, sealed as it is.
        let likely = match here {
            None => self.depot.only_listed().await,
            here => here,
        };
        if let Some(likely) = likely {
            self.depot.look_ahead(likely);
            // And where there is a record its page is one of the later ones.
            spawn_local(async {
                // Asked for again when it is wanted.
                let _ = late::pages().await;
            });
        }
        let learners = self.depot.learners().await;
        let here = here.filter(|id| learners.contains(id));
        match (learners.as_slice(), here) {
            ([only], _) => self.open(*only, Vec::new()).await,
            (_, Some(here)) => self.open(here, Vec::new()).await,
            ([], None) => self.leave().await,
            _ => {
                self.leave().await;
                self.tell(Told::Choose);
            }
        }
    }

    pub(super) async fn open(&mut self, learner: LearnerId, mut notes: Vec<Note>) {
        if self.is_shut(learner).await {
            return;
        }
        let (glance, whole) = match self.depot.open_learner(learner).await {
            Ok(opening) => opening,
            Err(why) => {
                self.current = None;
                notes.push(note(&why));
                self.tell(Told::Opened(Opening { notes, ..Opening::default() }));
                return self.report().await;
            }
        };
        self.current = Some(learner);
        self.carrier = Carrier::new();
        platform::set_tab_setting(HERE, &learner.to_string());
        let glance: Option<Apart<Glance>> = glance.map(Into::into);
        self.proof = Proof::of(glance.clone());
        let (facts, count) = if let Some(glance) = &glance {
            let (asks, turn) = (self.asks.clone(), self.proof.turn());
            spawn_local(async move {
                turn.await;
                let found = whole.await.found.into();
                // The page is closing when nobody listens any more.
                let _ = asks.send_now(Ask::Read(learner, found));
            });
            (glance.tail.iter().map(|record| record.fact()).collect(), glance.count())
        } else {
            let opened = whole.await;
            notes.extend(findings(&opened.found));
            let facts = opened.history.facts();
            let count = facts.len();
            (facts, count)
        };
        let frozen = self.depot.thaw().await;
        self.opened_lock();
        self.tell(Told::Opened(Opening { glance, facts, count, frozen, notes }));
        self.card = self.read_card(learner).await;
        self.recall_place().await;
        self.report().await;
    }

    /// Nobody's record is open: the first fact makes one.
    pub(super) async fn leave(&mut self) {
        self.depot.leave();
        self.left_lock();
        self.current = None;
        self.card = Card::default();
        self.carrier = Carrier::new();
        self.proof = Proof::default();
        platform::set_tab_setting(HERE, "");
        self.tell(Told::Opened(Opening::default()));
        self.report().await;
    }

    async fn append(&mut self, fact: Fact, profile: Profile) {
        self.waiting.push(fact);
        if self.store_waiting().await {
            self.keep_card(profile).await;
        }
    }

    /// Makes a record where there is none, and hands over what waits; false when neither works yet.
    async fn store_waiting(&mut self) -> bool {
        if self.current.is_none()
            && let Err(why) = self.begin().await
        {
            self.tell(Told::Saved(SaveStatus::NotSaved { pending: self.waiting.len(), why }));
            return false;
        }
        // Records from here on: what becomes of them is told as news.
        let stored = self.depot.append(std::mem::take(&mut self.waiting));
        spawn_local(async move {
            stored.await;
        });
        true
    }

    async fn begin(&mut self) -> Result<(), Fault> {
        let learner = self.depot.create().await?;
        let (_, whole) = self.depot.open_learner(learner).await?;
        whole.await;
        self.current = Some(learner);
        self.proof = Proof::of(None);
        platform::set_tab_setting(HERE, &learner.to_string());
        Ok(())
    }

    async fn keep_card(&mut self, profile: Profile) {
        let day = platform::day();
        let card = Card { nickname: profile.nickname, avatar: profile.avatar, day };
        if card == self.card {
            return;
        }
        self.card = card;
        self.store_card().await;
        self.report().await;
    }

    pub(super) async fn store_card(&self) {
        if let Ok(json) = serde_json::to_string(&self.card) {
            // The picker shows the card before; the record itself has the name.
            let _ = self.depot.set_card(&json).await;
        }
    }

    pub(super) async fn read_card(&self, learner: LearnerId) -> Card {
        let json = self.depot.card(learner).await;
        json.and_then(|json| Card::read(&json)).unwrap_or_default()
    }

    async fn retry(&mut self) {
        if !self.waiting.is_empty() {
            self.store_waiting().await;
        } else if self.depot.status() != SaveStatus::Saved {
            let stored = self.depot.retry();
            let status = stored.await;
            self.tell(Told::Saved(status));
        }
    }

    /// Tells how records are kept here and whose there are.
    pub(super) async fn report(&self) {
        let storage = self.depot.storage().await;
        let facts = self.depot.count();
        let copies = u8::from(storage.database.is_none()) + u8::from(storage.journal.is_none());
        let (encrypted, persisted) = (storage.encrypted, storage.persisted);
        self.tell(Told::Kept(KeepFacts { known: true, facts, copies, encrypted, persisted }));
        self.tell_carrying();
        let mut learners = Vec::new();
        for learner in self.depot.learners().await {
            let card = self.read_card(learner).await;
            let days = platform::day() - card.day;
            learners.push(LearnerFacts {
                id: learner.to_string(),
                name: card.nickname,
                avatar: card.avatar,
                days,
                locked: self.depot.lock_of(learner).await.is_some(),
            });
        }
        learners.sort_by_key(|learner| learner.days);
        self.tell(Told::Learners(learners));
    }

    async fn erase(&mut self) {
        let Some(learner) = self.current.take() else { return };
        let erased = self.depot.erase(learner).await;
        self.waiting.clear();
        self.leave().await;
        self.tell(Told::Note(if erased.is_ok() { Note::Erased } else { Note::EraseFailed }));
    }

    async fn export(&mut self) {
        let Some(learner) = self.current else { return };
        let history = self.depot.history().await;
        self.tell(Told::File(packed(&history, learner).await));
    }

    pub(super) async fn preview(&mut self, bytes: Vec<u8>) {
        let bytes = match progress_file::read(&bytes) {
            Err(progress_file::Obstacle::Compressed) => platform::gunzip(&bytes).await,
            _ => bytes,
        };
        let import = match progress_file::read(&bytes) {
            Err(progress_file::Obstacle::Locked) => self.meet_locked(bytes),
            Err(_) => Import::NotOurs,
            Ok(read) if read.records.is_empty() => Import::Empty,
            Ok(read) => self.look(read).await,
        };
        self.tell(Told::Import(import));
    }

    async fn look(&mut self, read: progress_file::Read) -> Import {
        let here = self.depot.history().await;
        let preview = Preview::of(&read.records, &here);
        let promised = read.promised.and_then(|count| usize::try_from(count).ok());
        let is_newer = |problem: &Problem| matches!(problem, Problem::Newer { .. });
        let newer = preview.newer > 0 || read.problems.iter().any(is_newer);
        let broken = !read.problems.iter().all(is_newer);
        let damaged = broken.then(|| (preview.facts, promised.unwrap_or(preview.facts).max(preview.facts)));
        self.file = Some(File { learner: read.learner, records: read.records });
        Import::Preview {
            new: preview.new,
            known: preview.facts.saturating_sub(preview.new + preview.newer),
            damaged,
            newer,
            name: preview.nickname,
            other: !here.is_empty() && self.file.as_ref().is_some_and(|file| file.learner != self.current),
        }
    }

    /// A file goes into the open record, or to the learner it is of: so that two pupils are never mixed unasked.
    async fn import(&mut self, beside: bool) {
        let Some(file) = self.file.take() else { return };
        let fresh = self.current.is_none() || self.depot.history().await.is_empty();
        if (beside || fresh)
            && let Some(learner) = file.learner
        {
            if self.depot.adopt(learner).await.is_ok() {
                self.open(learner, Vec::new()).await;
            }
        } else if self.current.is_none()
            && let Err(why) = self.begin().await
        {
            return self.tell(Told::Note(note(&why)));
        }
        let added = self.depot.absorb(file.records).await;
        self.tell(Told::Merged(self.depot.history().await.facts()));
        self.tell(Told::Import(Import::Done { added }));
        self.tell(Told::Saved(self.depot.status()));
        self.report().await;
        self.prove().await;
    }

    async fn heard(&mut self, news: News) {
        match news {
            News::Facts => self.tell(Told::Merged(self.depot.history().await.facts())),
            News::Status(status) => self.tell(Told::Saved(status)),
            News::Persisted => self.report().await,
            News::Erased => {
                self.leave().await;
                self.tell(Told::Note(Note::Erased));
            }
            News::Superseded => self.tell(Told::Note(Note::OldTab)),
        }
    }
}

/// A whole record as a file. A browser without compression gets the same file, larger.
pub(super) async fn packed(history: &History, learner: LearnerId) -> Vec<u8> {
    let text = progress_file::write(history, learner, platform::now()).into_bytes();
    platform::gzip(&text).await.unwrap_or(text)
}

/// What the learner should know about how the record was found.
pub(super) fn findings(found: &Findings) -> Vec<Note> {
    let mut notes = Vec::new();
    if found.healed > 0 {
        notes.push(Note::Healed(found.healed));
    }
    let missing = usize::try_from(found.chains.missing()).unwrap_or(usize::MAX);
    if missing > 0 {
        notes.push(Note::Damaged(missing));
    }
    notes.extend(found.read_only.as_ref().map(note));
    notes
}
