//! The keeper's part in taking a record along and bringing one back: files with and without a passphrase, places that a
//! learner chose, pictures for a camera. What is on the page is `view::carry`.

use super::keeping::{Keeper, Told, packed};
use super::place::{NotChosen, Place, can_choose};
use super::platform;
use crate::exchange::locked::{Envelope, IV, SALT, Unopenable};
use crate::exchange::pictures::{self, Collector, Seen};
use crate::exchange::{as_text, code::Places, locked};
use crate::store::passphrase;
use crate::tutor::Carry;
use crate::view::carry::{Kept, Shown, Watch};
use crate::view::{Carrying, Import};

/// What is kept between two presses.
pub struct Carrier {
    told: Carrying,
    /// The file that was chosen; it is written over each time.
    place: Option<Place>,
    /// It was chosen on an earlier day: the browser has to be asked again, and what is in it is not known.
    place_is_old: bool,
    /// What was last written there has a passphrase.
    under_passphrase: bool,
    /// A file that waits for its passphrase.
    locked: Vec<u8>,
    seen: Collector,
}

impl Carrier {
    pub fn new() -> Self {
        let told = Carrying {
            picker: can_choose(),
            eyes: platform::reads_codes(),
            framed: platform::is_framed(),
            ..Carrying::default()
        };
        Self {
            told,
            place: None,
            place_is_old: false,
            under_passphrase: false,
            locked: Vec::new(),
            seen: Collector::default(),
        }
    }
}

impl Keeper {
    pub(super) fn tell_carrying(&self) {
        self.tell(Told::Carrying(self.carrier.told.clone().into()));
    }

    /// The file that this learner chose on an earlier day.
    pub(super) async fn recall_place(&mut self) {
        self.carrier.place = self.depot.place().await.and_then(Place::kept);
        self.carrier.place_is_old = self.carrier.place.is_some();
        self.carrier.told.chosen = self.carrier.place.is_some();
    }

    pub(super) async fn carry(&mut self, carry: Carry) {
        match carry {
            Carry::Save(passphrase) => self.save(&passphrase).await,
            Carry::Text(passphrase) => self.as_text(&passphrase).await,
            Carry::Pasted(text) => self.preview(as_text::read(&text)).await,
            Carry::Keep { passphrase, anew } => self.keep(&passphrase, anew).await,
            Carry::Unlock(passphrase) => self.unlock(&passphrase).await,
            Carry::Typed(code) => self.carrier.told.typed = Some(code).filter(|code| !code.is_empty()),
            Carry::Show(on) => self.carrier.told.shown = if on { self.shown().await } else { Shown::Not },
            Carry::Watch(on) => self.watch(on),
            Carry::Blind => self.carrier.told.watch = Watch::Refused,
            Carry::Saw(text) => self.saw(&text).await,
            Carry::Print => platform::print(),
        }
        self.tell_carrying();
    }

    fn kept(&mut self, kept: Kept) {
        self.carrier.told.kept = kept;
        self.tell_carrying();
    }

    /// The record as a file, and how many entries are in it.
    async fn file(&self, passphrase: &str) -> Option<(Vec<u8>, usize)> {
        let history = self.depot.history().await;
        let file = packed(&history, self.current?).await;
        let file = if passphrase.is_empty() { file } else { lock(&file, passphrase).await? };
        Some((file, history.len()))
    }

    async fn save(&mut self, passphrase: &str) {
        self.kept(Kept::Saving);
        let file = self.file(passphrase).await;
        let saved = file.is_some_and(|(file, _)| platform::save_file(&name(), &file));
        self.kept(if saved { Kept::Download } else { Kept::Failed });
    }

    async fn as_text(&mut self, passphrase: &str) {
        self.kept(Kept::Saving);
        let file = self.file(passphrase).await;
        self.carrier.told.text = file.map(|(file, _)| as_text::write(&file));
        self.kept(if self.carrier.told.text.is_some() { Kept::Not } else { Kept::Failed });
    }

    /// The browser asks where before anything else: it allows the question only right after a press.
    async fn keep(&mut self, passphrase: &str, anew: bool) {
        if anew || self.carrier.place.is_none() {
            match Place::choose(&name()).await {
                Ok(place) => {
                    // A browser that cannot keep it asks again the next day.
                    let _ = self.depot.set_place(Some(place.handle())).await;
                    (self.carrier.place, self.carrier.place_is_old) = (Some(place), false);
                }
                Err(NotChosen::Cancelled) => return self.kept(Kept::Nowhere),
                // Where the browser forbids the question there is the download.
                Err(NotChosen::Impossible) => return self.save(passphrase).await,
            }
        }
        if std::mem::take(&mut self.carrier.place_is_old) && !self.meet_again().await {
            self.carrier.place_is_old = true;
            return self.kept(Kept::Nowhere);
        }
        // A locked file is not replaced by an open one because a field was left empty.
        if !anew && self.carrier.under_passphrase && passphrase.is_empty() {
            return self.kept(Kept::Locked);
        }
        self.kept(Kept::Saving);
        let kept = self.write_there(passphrase).await;
        self.carrier.told.chosen = self.carrier.place.is_some();
        self.kept(kept);
    }

    /// Asks for a file of an earlier day; whether it may be used. It may have a passphrase.
    async fn meet_again(&mut self) -> bool {
        let Some(place) = &self.carrier.place else { return false };
        if !place.is_allowed().await {
            return false;
        }
        let found = place.read().await.unwrap_or_default();
        self.carrier.under_passphrase = Envelope::read(&found).is_ok();
        true
    }

    async fn write_there(&mut self, passphrase: &str) -> Kept {
        let Some((file, facts)) = self.file(passphrase).await else { return Kept::Failed };
        let Some(place) = &self.carrier.place else { return Kept::Failed };
        if !place.write(&file).await {
            self.carrier.place = None;
            let _ = self.depot.set_place(None).await;
            return Kept::Failed;
        }
        self.carrier.under_passphrase = !passphrase.is_empty();
        match place.read().await {
            Some(found) if found == file => Kept::Confirmed { facts },
            _ => Kept::Unconfirmed,
        }
    }

    /// A file under a passphrase waits here until it is typed.
    pub(super) fn meet_locked(&mut self, file: Vec<u8>) -> Import {
        match Envelope::read(&file) {
            Ok(_) if !passphrase::is_possible() => Import::NoCipher,
            Ok(_) => {
                self.carrier.locked = file;
                Import::Locked { wrong: false }
            }
            Err(Unopenable::Newer { .. }) => Import::TooNew,
            Err(_) => Import::Empty,
        }
    }

    async fn unlock(&mut self, passphrase: &str) {
        let Ok(envelope) = Envelope::read(&self.carrier.locked) else { return };
        let key = passphrase::Key::of(passphrase, envelope.salt, envelope.iterations).await;
        let opened = match key {
            Some(key) => key.open(envelope.iv, envelope.head, envelope.text).await,
            None => None,
        };
        match opened {
            Some(file) => {
                self.carrier.locked.clear();
                self.preview(file).await;
            }
            None => self.tell(Told::Import(Import::Locked { wrong: true })),
        }
    }

    async fn shown(&self) -> Shown {
        let Some((file, _)) = self.file("").await else { return Shown::Not };
        match pictures::frames(&file) {
            frames if frames.is_empty() => Shown::TooLong,
            frames => Shown::On(frames),
        }
    }

    fn watch(&mut self, on: bool) {
        self.carrier.seen = Collector::default();
        self.carrier.told.watch = if on { Watch::On { done: 0, all: 0 } } else { Watch::Off };
    }

    /// A frame of a record, or the code on somebody's card.
    async fn saw(&mut self, text: &str) {
        let off = !matches!(self.carrier.told.watch, Watch::On { .. });
        match self.carrier.seen.take(text) {
            _ if off => {}
            Seen::Foreign if Places::here().read_code(text).is_ok() => {
                self.carrier.told.typed = Some(text.into());
                self.watch(false);
            }
            Seen::Foreign => {}
            Seen::New | Seen::Known | Seen::Other => {
                let (done, all) = self.carrier.seen.progress();
                self.carrier.told.watch = Watch::On { done, all };
                if let Some(file) = self.carrier.seen.finish() {
                    self.watch(false);
                    self.preview(file).await;
                }
            }
        }
    }
}

async fn lock(file: &[u8], passphrase: &str) -> Option<Vec<u8>> {
    let (salt, iv): ([u8; SALT], [u8; IV]) = (passphrase::random()?, passphrase::random()?);
    let key = passphrase::Key::of(passphrase, &salt, locked::ITERATIONS).await?;
    let head = locked::head(&salt, &iv);
    let text = key.seal(&iv, &head, file).await?;
    Some([head, text].concat())
}

/// The same name every day, so that the new file takes the place of the old one.
fn name() -> String {
    "my-progress.trellis".into()
}
