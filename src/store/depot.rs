//! The depot: the one door between the shell and the disks of this device.

use super::{
    crypto::{Cipher, Forge},
    device::{self, StorageFacts},
    idb::{DESK, DEVICE, Database, Loss},
    journal::{Journal, Link},
    js::{begun, random},
    keys::{self, Key},
    tabs::{Tabs, Told},
    timer::{Clock, in_time},
};
use crate::{
    learner::{Fact, LockKind},
    log::{
        Fault, Glance, History, Keeper, LearnerId, Lock, Opened, Record, SaveStatus, Seal, Sight, Snapshot,
        Store, Timer, Writer, WriterId, lock::KEY,
    },
};
use futures_util::{future::LocalBoxFuture, lock::Mutex};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// What the depot tells the shell unasked.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Facts of this learner came from another tab, or from a copy that could be read only now. They may be older
    /// than what is known: fold anew.
    Facts,
    /// Whether everything is on disk has changed.
    Status(SaveStatus),
    /// The browser was asked not to clear this site, and has answered.
    Persisted,
    /// The open learner was erased in another tab.
    Erased,
    /// A newer Trellis runs in another tab; this one can only look and export. Next: reload.
    Superseded,
}

/// Handles share one depot.
#[derive(Clone)]
pub struct Depot(Rc<Inner>);

struct Inner {
    database: Database,
    link: Rc<Link>,
    tabs: RefCell<Option<Tabs>>,
    open: RefCell<Option<Rc<Log>>>,
    /// The key of a locked record that was opened with its secret.
    opened: RefCell<Option<(LearnerId, [u8; KEY])>>,
    /// What is being read of a record that is likely to be opened.
    ahead: RefCell<Option<Ahead>>,
    news: Box<dyn Fn(News)>,
    /// The browser closed the database unasked.
    shaken: Rc<Cell<bool>>,
}

/// Whose record is being read before it is opened, and what will have been found.
type Ahead = (LearnerId, LocalBoxFuture<'static, Option<Sight>>);

/// The log of the learner who is here now.
struct Log {
    learner: LearnerId,
    key: RefCell<Rc<Key>>,
    writer: RefCell<Writer>,
    /// Records on their way to the keeper, in order.
    inbox: RefCell<Vec<Record>>,
    /// Shared with who reads the log and keeps everybody else waiting meanwhile.
    keeper: Arc<Mutex<Keeper<Database, Journal, Cipher, Clock>>>,
    /// Entries that were known of before the log was read.
    glanced: usize,
    status: RefCell<SaveStatus>,
    /// Records the other tabs have not been told of.
    untold: RefCell<Vec<Record>>,
    asked_to_persist: Cell<bool>,
    /// A later attempt is under way.
    trying_again: Cell<bool>,
    erased: Cell<bool>,
}

/// The pause before what failed is tried again: doubled each time, up to a minute.
const PAUSE_MS: u32 = 2_000;
const LONGEST_PAUSE_MS: u32 = 60_000;
/// The row of the file that the learner chose.
const PLACE: &str = "place";
/// A page that has what it shows first is left to draw it before its whole log is read.
const SETTLE_MS: u32 = 400;

impl Depot {
    /// Opens the device's storage. Never fails: a storage that cannot be used says so where it is asked.
    pub async fn open(news: impl Fn(News) + 'static) -> Self {
        let news: Rc<dyn Fn(News)> = Rc::new(news);
        let (superseded, told) = (Rc::clone(&news), Rc::clone(&news));
        let link = Link::start();
        let shaken = Rc::new(Cell::new(false));
        let shaking = Rc::clone(&shaken);
        let on_lost = move |loss| match loss {
            Loss::Superseded => superseded(News::Superseded),
            Loss::Closed => shaking.set(true),
        };
        let database = Database::open(on_lost).await;
        let inner = Rc::new(Inner {
            database,
            link,
            tabs: RefCell::default(),
            open: RefCell::default(),
            opened: RefCell::default(),
            ahead: RefCell::default(),
            news: Box::new(move |item| told(item)),
            shaken,
        });
        let listening = Rc::downgrade(&inner);
        let tabs = Tabs::open(move |told| {
            if let Some(inner) = listening.upgrade() {
                spawn_local(inner.hear(told));
            }
        });
        inner.tabs.replace(Some(tabs));
        let cleaning = Rc::clone(&inner);
        spawn_local(async move { device::finish_erasures(&cleaning.link, &cleaning.database).await });
        Self(inner)
    }

    /// The learners of this device, in the order of their ids.
    pub async fn learners(&self) -> Vec<LearnerId> {
        device::learners(&self.0.link, &self.0.database).await
    }

    /// The learner that the database names, if it is one alone.
    pub async fn only_listed(&self) -> Option<LearnerId> {
        match *device::listed(&self.0.database).await {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Begins to read what a learner's record can be shown from; its key is looked for meanwhile.
    pub fn look_ahead(&self, learner: LearnerId) {
        let mut ahead = self.0.ahead.borrow_mut();
        if ahead.as_ref().is_none_or(|(whose, _)| *whose != learner) {
            let database = self.0.database.clone();
            let sight = begun(async move { Sight::of(&database, learner, &Clock).await });
            *ahead = Some((learner, Box::pin(async move { sight.await.ok().flatten() })));
        }
    }

    /// Makes room for a new learner.
    pub async fn create(&self) -> Result<LearnerId, Fault> {
        let learner = LearnerId(random()?);
        self.adopt(learner).await?;
        Ok(learner)
    }

    /// Makes room for a learner who has an id already, from a progress file. A device without a database keeps
    /// the learner for as long as the page is open.
    pub async fn adopt(&self, learner: LearnerId) -> Result<(), Fault> {
        match in_time(device::add(&self.0.database, learner)).await {
            Err(Fault::Unavailable) => Ok(()),
            added => added,
        }
    }

    /// Opens a learner's log for reading and writing; an earlier one is closed, and written to the end. First what can be
    /// shown at once, if there is such a thing; the future reads the log, and nothing is written until it has.
    #[allow(
        clippy::arc_with_non_send_sync,
        reason = "the page has one thread, and an owned guard wants an Arc"
    )]
    pub async fn open_learner(
        &self,
        learner: LearnerId,
    ) -> Result<(Option<Glance>, LocalBoxFuture<'static, Opened>), Fault> {
        let inner = &self.0;
        inner.open.take();
        self.look_ahead(learner);
        let ahead = inner.ahead.take();
        let opened = inner.opened.borrow().filter(|(whose, _)| *whose == learner).map(|(_, key)| key);
        let key = match keys::key(&inner.link, &inner.database, learner, opened).await {
            // Nothing can be stored: the session lives in memory, and says so.
            Err(Fault::Unavailable) => Key::none(),
            key => key?,
        };
        let writer = WriterId(random()?);
        let journal = Journal::new(Rc::clone(&inner.link), learner, writer);
        let keeper = Keeper::closed(learner, inner.database.clone(), journal, key.cipher.clone(), Clock);
        let glance = match ahead {
            Some((_, sight)) => match sight.await {
                Some(sight) => keeper.glance_at(sight).await,
                None => None,
            },
            None => keeper.glance().await,
        };
        let keeper = Arc::new(Mutex::new(keeper));
        let mut reading = Arc::clone(&keeper).lock_owned().await;
        let log = Rc::new(Log {
            learner,
            key: RefCell::new(Rc::new(key)),
            writer: RefCell::new(Writer::new(writer)),
            inbox: RefCell::default(),
            status: RefCell::new(SaveStatus::Saving),
            keeper,
            glanced: glance.as_ref().map_or(0, Glance::count),
            untold: RefCell::default(),
            asked_to_persist: Cell::new(false),
            trying_again: Cell::new(false),
            erased: Cell::new(false),
        });
        inner.open.replace(Some(Rc::clone(&log)));
        let (inner, stands) = (Rc::clone(inner), glance.is_some());
        let whole = async move {
            if stands {
                Clock.after(SETTLE_MS).await;
            }
            let opened = reading.read().await;
            let status = reading.status();
            drop(reading);
            if status != SaveStatus::Saved {
                inner.try_again_later(&log);
            }
            let waiting = !log.inbox.borrow().is_empty();
            inner.set_status(&log, if waiting { SaveStatus::Saving } else { status });
            spawn_local(async move { log.keeper.lock().await.tidy().await });
            opened
        };
        Ok((glance, Box::pin(whole)))
    }

    /// How many entries of the open learner are known of; does not wait for the log to be read.
    pub fn count(&self) -> usize {
        let Some(log) = self.log() else { return 0 };
        let known = log.keeper.try_lock().map_or(log.glanced, |keeper| keeper.history().len());
        known + log.inbox.borrow().len()
    }

    /// Who writes the open log in this tab.
    pub fn writer(&self) -> Option<WriterId> {
        self.log().map(|log| log.writer.borrow().id())
    }

    /// Keeps a snapshot of the open log's fold for the next opening, or none.
    pub async fn keep_snapshot(&self, snapshot: Option<Snapshot>) {
        let Some(log) = self.log() else { return };
        log.keeper.lock().await.keep_snapshot(snapshot.as_ref()).await;
        if log.erased.get() {
            // What was written beside the erasing goes too.
            let _ = in_time(self.0.database.put_snapshot(log.learner, None)).await;
        }
    }

    /// Stores facts of the open learner, in order. They are records before this returns; the future tells when
    /// they are on disk. Until then the status is [`SaveStatus::Saving`].
    pub fn append(&self, facts: Vec<Fact>) -> impl Future<Output = SaveStatus> + use<> {
        let inner = Rc::clone(&self.0);
        let log = inner.open.borrow().clone();
        if let Some(log) = &log {
            let records: Vec<Record> =
                facts.into_iter().map(|fact| log.writer.borrow_mut().append(fact)).collect();
            log.inbox.borrow_mut().extend(records);
            inner.set_status(log, SaveStatus::Saving);
        }
        async move {
            match log {
                Some(log) => inner.store(&log, false).await,
                None => SaveStatus::NotSaved { pending: 0, why: Fault::Closed },
            }
        }
    }

    /// Offers again what is not saved, now. The depot does so by itself, ever more rarely.
    pub async fn retry(&self) -> SaveStatus {
        match self.log() {
            Some(log) => self.0.store(&log, true).await,
            None => SaveStatus::Saved,
        }
    }

    /// Whether everything the open learner did is on disk.
    pub fn status(&self) -> SaveStatus {
        self.0.open.borrow().as_ref().map_or(SaveStatus::Saved, |log| log.status.borrow().clone())
    }

    /// Everything known about the open learner: for exporting, previews and folding anew.
    pub async fn history(&self) -> History {
        match self.log() {
            Some(log) => {
                let mut history = log.keeper.lock().await.history().clone();
                // What was done and waits to be written counts too.
                history.extend(log.inbox.borrow().iter().cloned());
                history
            }
            None => History::default(),
        }
    }

    /// Unites records of a file with the open learner's log; how many were new.
    pub async fn absorb(&self, records: Vec<Record>) -> usize {
        let Some(log) = self.log() else { return 0 };
        let mut keeper = log.keeper.lock().await;
        let new = keeper.absorb(records.clone()).await;
        let status = keeper.status();
        drop(keeper);
        self.0.tell_records(log.learner, &records);
        self.0.set_status(&log, status);
        new
    }

    /// Puts the open question on the desk; an empty text clears it.
    pub async fn freeze(&self, json: &str) -> Result<(), Fault> {
        let log = self.log().ok_or(Fault::Closed)?;
        self.put_sealed(&log.key().cipher, &desk(log.learner, "frozen"), json).await
    }

    /// The question that lay on the open learner's desk.
    pub async fn thaw(&self) -> Option<String> {
        let log = self.log()?;
        self.get_sealed(&log.key().cipher, &desk(log.learner, "frozen")).await.filter(|json| !json.is_empty())
    }

    /// A learner's card in the picker, if it can be read.
    pub async fn card(&self, learner: LearnerId) -> Option<String> {
        let cipher = keys::known(&self.0.link, &self.0.database, learner).await.ok()??;
        self.get_sealed(&cipher, &desk(learner, "card")).await
    }

    /// The open learner's card.
    pub async fn set_card(&self, json: &str) -> Result<(), Fault> {
        let log = self.log().ok_or(Fault::Closed)?;
        self.put_sealed(&log.key().face, &desk(log.learner, "card"), json).await
    }

    /// The browser's handle to the file that the open learner chose for the record. It cannot be sealed: it has the file's
    /// name inside.
    pub async fn place(&self) -> Option<JsValue> {
        let log = self.log()?;
        in_time(self.0.database.get_value(DESK, &desk(log.learner, PLACE))).await.ok()?
    }

    /// Keeps that handle for the next time, or forgets it.
    pub async fn set_place(&self, handle: Option<&JsValue>) -> Result<(), Fault> {
        let log = self.log().ok_or(Fault::Closed)?;
        let (database, key) = (&self.0.database, desk(log.learner, PLACE));
        match handle {
            Some(handle) => in_time(database.put_value(DESK, &key, handle)).await,
            None => in_time(database.delete(DESK, &key)).await,
        }
    }

    /// A setting of the device, such as language, theme or the learner who was here last.
    pub async fn device_get(&self, name: &str) -> Option<String> {
        let value = in_time(self.0.database.get(DEVICE, &setting(name))).await.ok()??;
        String::from_utf8(value).ok()
    }

    pub async fn device_set(&self, name: &str, value: &str) -> Result<(), Fault> {
        in_time(self.0.database.put(DEVICE, &setting(name), value.as_bytes())).await
    }

    /// Erases a learner from this device: the key, then everything it opened. Other tabs let go of the learner.
    pub async fn erase(&self, learner: LearnerId) -> Result<(), Fault> {
        if let Some(log) = self.log().filter(|log| log.learner == learner) {
            log.erased.set(true);
            self.0.open.take();
        }
        if let Some(tabs) = &*self.0.tabs.borrow() {
            tabs.tell_erased(learner);
        }
        let erased = device::erase(&self.0.link, &self.0.database, learner).await;
        if erased.is_ok() {
            return Ok(());
        }
        // Another tab may need a moment to let go of its file.
        Clock.after(500).await;
        device::erase(&self.0.link, &self.0.database, learner).await
    }

    /// The lock of a learner's record, if it has one.
    pub async fn lock_of(&self, learner: LearnerId) -> Option<Lock> {
        keys::lock(&self.0.link, &self.0.database, learner).await
    }

    /// Tries a secret, or the words of the recovery sheet, at a lock. Where it fits, the record can be opened until
    /// [`Depot::leave`].
    pub async fn unlock(&self, learner: LearnerId, secret: &str, by_sheet: bool) -> Result<bool, Fault> {
        let lock = self.lock_of(learner).await.ok_or(Fault::KeyLost)?;
        let key = match by_sheet {
            true => lock.recover(&Forge, learner, secret).await?,
            false => lock.open(&Forge, learner, secret).await?,
        };
        let fits = key.is_some();
        self.0.opened.replace(key.map(|key| (learner, key)));
        Ok(fits)
    }

    /// Its secret was given, and nobody has left since.
    pub fn is_unlocked(&self, learner: LearnerId) -> bool {
        self.0.opened.borrow().is_some_and(|(whose, _)| whose == learner)
    }

    /// Bytes nobody can guess.
    pub fn chance<const N: usize>() -> Result<[u8; N], Fault> {
        random()
    }

    /// Locks the open record with a secret, and with the words of a recovery sheet; `None` takes the lock off.
    pub async fn set_lock(&self, lock: Option<(LockKind, &str, &str)>) -> Result<(), Fault> {
        let log = self.log().ok_or(Fault::Closed)?;
        let key = log.key();
        let raw = *key.raw().ok_or(Fault::Unavailable)?;
        let turn = key.lock().map_or(1, |lock| lock.turn() + 1);
        let lock = match lock {
            Some((kind, secret, sheet)) => {
                let whose = (log.learner, &raw);
                Some(Lock::new(&Forge, whose, (kind, secret), Some(sheet), turn).await?)
            }
            None => None,
        };
        let inner = &self.0;
        let key = keys::exchange(&inner.link, &inner.database, log.learner, raw, lock).await?;
        inner.opened.replace(key.lock().map(|_| (log.learner, raw)));
        log.key.replace(Rc::new(key));
        Ok(())
    }

    /// What the open record is locked with, and whether there is a recovery sheet.
    pub fn lock(&self) -> Option<(LockKind, bool)> {
        let log = self.log()?;
        let key = log.key();
        key.lock().map(|lock| (lock.kind, lock.has_recovery()))
    }

    /// Closes the open record; what is on its way to the disks still gets there. A locked one asks for its secret again.
    pub fn leave(&self) {
        self.0.open.take();
        self.0.opened.take();
        self.0.ahead.take();
    }

    /// How safe this device's storage is.
    pub async fn storage(&self) -> StorageFacts {
        device::facts(&self.0.link, &self.0.database).await
    }

    fn log(&self) -> Option<Rc<Log>> {
        self.0.open.borrow().clone()
    }

    async fn put_sealed(&self, cipher: &Cipher, key: &str, text: &str) -> Result<(), Fault> {
        let sealed = cipher.seal(key, text.as_bytes()).await?;
        in_time(self.0.database.put(DESK, key, &sealed)).await
    }

    async fn get_sealed(&self, cipher: &Cipher, key: &str) -> Option<String> {
        let sealed = in_time(self.0.database.get(DESK, key)).await.ok()??;
        String::from_utf8(cipher.open(key, &sealed).await.ok()?).ok()
    }
}

impl Log {
    fn key(&self) -> Rc<Key> {
        Rc::clone(&self.key.borrow())
    }
}

impl Inner {
    /// Hands the inbox to the keeper. Whoever comes first takes everything; the others find it empty.
    async fn store(self: &Rc<Self>, log: &Rc<Log>, again: bool) -> SaveStatus {
        let mut keeper = log.keeper.lock().await;
        let records = log.inbox.take();
        let known = keeper.history().len() + records.len();
        log.untold.borrow_mut().extend(records.iter().cloned());
        let mut status = keeper.append(records).await;
        if again {
            status = keeper.retry().await;
        }
        if self.shaken.take() {
            keeper.shake();
            status = keeper.retry().await;
            status = self.fill_again(log).await.map_or_else(|why| SaveStatus::OneCopy { why }, |()| status);
        }
        let surprised = keeper.history().len() > known;
        drop(keeper);
        if !matches!(status, SaveStatus::NotSaved { .. }) {
            self.tell_records(log.learner, &log.untold.take());
        }
        if surprised {
            (self.news)(News::Facts);
        }
        if !log.asked_to_persist.replace(true) {
            let inner = Rc::clone(self);
            spawn_local(async move {
                device::persist().await.unwrap_or_default();
                (inner.news)(News::Persisted);
            });
        }
        if status != SaveStatus::Saved {
            self.try_again_later(log);
        }
        let waiting = !log.inbox.borrow().is_empty();
        self.set_status(log, if waiting { SaveStatus::Saving } else { status.clone() });
        status
    }

    fn try_again_later(self: &Rc<Self>, log: &Rc<Log>) {
        if log.trying_again.replace(true) {
            return;
        }
        let (inner, log) = (Rc::clone(self), Rc::clone(log));
        spawn_local(async move {
            let mut pause = PAUSE_MS;
            while !log.erased.get() && *log.status.borrow() != SaveStatus::Saved {
                Clock.after(pause).await;
                inner.store(&log, true).await;
                pause = LONGEST_PAUSE_MS.min(2 * pause);
            }
            log.trying_again.set(false);
        });
    }

    fn is_open(&self, log: &Rc<Log>) -> bool {
        self.open.borrow().as_ref().is_some_and(|open| Rc::ptr_eq(open, log))
    }

    /// The browser may have emptied every storage of this site: the open learner's place is made anew.
    async fn fill_again(&self, log: &Log) -> Result<(), Fault> {
        keys::restore(&self.link, &self.database, log.learner, &log.key()).await?;
        in_time(device::add(&self.database, log.learner)).await
    }

    fn set_status(&self, log: &Rc<Log>, status: SaveStatus) {
        let before = log.status.replace(status.clone());
        if before != status && self.is_open(log) {
            (self.news)(News::Status(status));
        }
    }

    fn tell_records(&self, learner: LearnerId, records: &[Record]) {
        if let Some(tabs) = self.tabs.borrow().as_ref().filter(|_| !records.is_empty()) {
            tabs.tell_records(learner, records);
        }
    }

    async fn hear(self: Rc<Self>, told: Told) {
        let Some(log) = self.open.borrow().clone() else { return };
        match told {
            Told::Erased(learner) if learner == log.learner => {
                log.erased.set(true);
                self.open.take();
                (self.news)(News::Erased);
                // Lets go of this tab's file too.
                let _ = self.link.ask("remove", &[("name", learner.to_string().into())]).await;
            }
            Told::Records(learner, records) if learner == log.learner => {
                let new = log.keeper.lock().await.learn(records);
                if !new.is_empty() {
                    (self.news)(News::Facts);
                }
            }
            _ => {}
        }
    }
}

fn desk(learner: LearnerId, name: &str) -> String {
    format!("{learner}/{name}")
}

fn setting(name: &str) -> String {
    format!("setting/{name}")
}
