//! What the keeper of the records does about locks: asks for the secret, sets and takes off locks, closes a record that
//! nobody touches, and deletes everything.

use super::keeping::{Ask, Keeper, Told, note};
use super::platform;
use crate::learner::LockKind;
use crate::learner::lock::{is_pin, pause};
use crate::log::{Fault, LearnerId};
use crate::num::SortedMap;
use crate::store::{Depot, class_store};
use crate::tutor::{Guarding, Route};
use crate::view::drawn::{self, drawn};
use crate::view::guard::{Asked, Guard, IDLE_MINUTES, Problem, Setting, Wipe};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;
use yew::platform::pinned::mpsc::UnboundedSender;

/// How often it is looked whether anybody is there.
const LOOK_MS: u32 = 1_000;

/// The state of locks, as the keeper knows it and as the page is told.
pub struct Guards {
    asks: UnboundedSender<Ask>,
    face: Guard,
    /// Wrong tries in a row, for as long as the page is open.
    wrong: SortedMap<LearnerId, u32>,
    /// When the next try may be made, in milliseconds.
    free_at: i64,
    watch: Option<Watch>,
    clock: Option<Interval>,
}

/// Notes every touch while a locked record is open.
struct Watch {
    touched: Rc<Cell<i64>>,
    _listeners: Vec<EventListener>,
}

impl Watch {
    fn new() -> Self {
        let touched = Rc::new(Cell::new(platform::now().wall));
        let listen = |name: &'static str| {
            let touched = Rc::clone(&touched);
            EventListener::new(&platform::window(), name, move |_| touched.set(platform::now().wall))
        };
        let _listeners = ["pointerdown", "pointermove", "keydown", "wheel"].map(listen).into();
        Self { touched, _listeners }
    }

    /// A clock that was set back tells nothing: then it counts as idle.
    fn is_idle(&self) -> bool {
        let quiet = platform::now().wall - self.touched.get();
        !(0..i64::from(IDLE_MINUTES) * 60_000).contains(&quiet)
    }
}

impl Guards {
    pub fn new(asks: UnboundedSender<Ask>) -> Self {
        Self { asks, face: Guard::default(), wrong: SortedMap::new(), free_at: 0, watch: None, clock: None }
    }

    fn tick(&mut self) {
        let wanted = self.watch.is_some() || self.face.asked.as_ref().is_some_and(|asked| asked.pause > 0);
        if !wanted {
            self.clock = None;
        } else if self.clock.is_none() {
            let asks = self.asks.clone();
            self.clock = Some(Interval::new(LOOK_MS, move || {
                // Nobody listens when the page is closing.
                let _ = asks.send_now(Ask::Idle);
            }));
        }
    }
}

impl Keeper {
    fn show_guard(&mut self) {
        self.guards.tick();
        self.tell(Told::Guard(self.guards.face.clone()));
    }

    /// Whether this record asks for a secret first. Then the page asks for it, and nothing of the record is shown.
    pub(super) async fn is_shut(&mut self, learner: LearnerId) -> bool {
        let Some(lock) = self.depot.lock_of(learner).await.filter(|_| !self.depot.is_unlocked(learner))
        else {
            return false;
        };
        self.leave().await;
        self.guards.face.asked = Some(Asked {
            id: learner.to_string(),
            kind: lock.kind,
            has_sheet: lock.has_recovery(),
            by_sheet: false,
            opening: false,
            wrong: 0,
            pause: 0,
        });
        self.tell(Told::Choose);
        self.show_guard();
        true
    }

    /// A record is open now.
    pub(super) fn opened_lock(&mut self) {
        self.guards.face = Guard { lock: self.depot.lock(), ..Guard::default() };
        self.guards.watch = self.guards.face.lock.map(|_| Watch::new());
        self.show_guard();
    }

    /// No record is open any more.
    pub(super) fn left_lock(&mut self) {
        self.guards.face = Guard { wipe: self.guards.face.wipe, ..Guard::default() };
        self.guards.watch = None;
        self.show_guard();
    }

    pub(super) async fn guard(&mut self, wish: Guarding) {
        match wish {
            Guarding::Begin(kind) => self.begin_lock(kind),
            Guarding::Cancel => self.guards.face.setting = None,
            Guarding::Set { secret, again } => self.set_lock(&secret, &again).await,
            Guarding::SheetKept => self.guards.face.sheet = None,
            Guarding::TakeOff => self.take_lock_off().await,
            Guarding::Open(secret) => return self.try_secret(&secret).await,
            Guarding::BySheet(by_sheet) => {
                if let Some(asked) = &mut self.guards.face.asked {
                    asked.by_sheet = by_sheet;
                    asked.wrong = 0;
                }
            }
            Guarding::Leave => {
                self.leave().await;
                self.tell(Told::Choose);
            }
            Guarding::WipeAsked => self.guards.face.wipe = Wipe::Asked,
            Guarding::WipeRefused => self.guards.face.wipe = Wipe::No,
            Guarding::WipeAgreed => self.wipe().await,
            Guarding::Print => platform::print(),
        }
        self.show_guard();
    }

    fn begin_lock(&mut self, kind: LockKind) {
        let words = match kind {
            LockKind::Words => draw::<{ drawn::LOCK }>().unwrap_or_default(),
            LockKind::Pin | LockKind::Pictures => String::new(),
        };
        self.guards.face.setting = Some(Setting { kind, words, problem: None });
    }

    async fn set_lock(&mut self, secret: &str, again: &str) {
        let Some(setting) = &mut self.guards.face.setting else { return };
        let same = |one: &str, other: &str| {
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            plain(one) == plain(other)
        };
        setting.problem = match setting.kind {
            LockKind::Pin if !is_pin(secret) => Some(Problem::Short),
            LockKind::Pin if secret != again => Some(Problem::Differs),
            LockKind::Words if setting.words.is_empty() || !same(secret, &setting.words) => {
                Some(Problem::Differs)
            }
            LockKind::Pin | LockKind::Words | LockKind::Pictures => None,
        };
        if setting.problem.is_some() {
            return;
        }
        let kind = setting.kind;
        match self.lock_with(kind, secret).await {
            Ok(sheet) => {
                self.guards.face.setting = None;
                self.guards.face.sheet = Some(sheet);
                self.after_change().await;
            }
            Err(_) => {
                if let Some(setting) = &mut self.guards.face.setting {
                    setting.problem = Some(Problem::Failed);
                }
            }
        }
    }

    /// Locks the open record; gives the words of its recovery sheet.
    async fn lock_with(&mut self, kind: LockKind, secret: &str) -> Result<String, Fault> {
        let sheet = draw::<{ drawn::SHEET }>()?;
        self.depot.set_lock(Some((kind, secret, &sheet))).await?;
        Ok(sheet)
    }

    async fn take_lock_off(&mut self) {
        match self.depot.set_lock(None).await {
            Ok(()) => self.after_change().await,
            Err(why) => self.tell(Told::Note(note(&why))),
        }
    }

    /// The card in the picker is sealed with another key now.
    async fn after_change(&mut self) {
        self.guards.face.lock = self.depot.lock();
        self.guards.watch = self.guards.face.lock.map(|_| Watch::new());
        self.store_card().await;
        self.report().await;
    }

    async fn try_secret(&mut self, secret: &str) {
        let Some(asked) = &mut self.guards.face.asked else { return };
        let Ok(learner) = asked.id.parse::<LearnerId>() else { return };
        if asked.opening || asked.pause > 0 {
            return;
        }
        asked.opening = true;
        let by_sheet = asked.by_sheet;
        self.show_guard();
        let fits = self.depot.unlock(learner, secret, by_sheet).await;
        match fits {
            Ok(true) => {
                self.guards.wrong.remove(&learner);
                self.guards.face = Guard::default();
                return self.open(learner, Vec::new()).await;
            }
            Ok(false) => {
                let wrong = 1 + self.guards.wrong.get(&learner).copied().unwrap_or_default();
                self.guards.wrong.insert(learner, wrong);
                let pause = pause(wrong);
                self.guards.free_at = platform::now().wall + 1_000 * i64::from(pause);
                if let Some(asked) = &mut self.guards.face.asked {
                    *asked = Asked { opening: false, wrong, pause, ..asked.clone() };
                }
            }
            Err(why) => {
                if let Some(asked) = &mut self.guards.face.asked {
                    asked.opening = false;
                }
                self.tell(Told::Note(note(&why)));
            }
        }
        self.guards.face.idle = false;
        self.show_guard();
    }

    /// A moment has passed.
    pub(super) async fn idle(&mut self) {
        if let Some(asked) = self.guards.face.asked.as_mut().filter(|asked| asked.pause > 0) {
            let left = (self.guards.free_at - platform::now().wall + 999) / 1_000;
            asked.pause = u32::try_from(left).unwrap_or_default().min(asked.pause);
            return self.show_guard();
        }
        let idle = self.guards.watch.as_ref().is_some_and(Watch::is_idle);
        if let Some(learner) = self.current.filter(|_| idle) {
            self.depot.leave();
            self.is_shut(learner).await;
            self.guards.face.idle = true;
            self.show_guard();
        }
    }

    async fn wipe(&mut self) {
        let mut whole = true;
        for learner in self.depot.learners().await {
            whole &= self.depot.erase(learner).await.is_ok();
        }
        class_store::forget().await;
        whole &= platform::forget_everything().await;
        self.guards.face.wipe = if whole { Wipe::Done } else { Wipe::Failed };
        self.leave().await;
        // A record that is left leads home; here it is to be read what came of it.
        platform::go(&Route::Privacy);
    }
}

/// Words of chance, in the language of this device.
fn draw<const N: usize>() -> Result<String, Fault> {
    Ok(drawn(&Depot::chance::<N>()?, platform::language()))
}
