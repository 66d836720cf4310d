//! The one struct component: messages go in, commands come out and are carried out here, and the view is drawn.

use super::hands::hands;
use super::hosted::HOSTED;
use super::keeping::{self, Ask, Opening, Told};
use super::late::{self, Fetched, Late, NotFetched};
use super::send::Shared;
use super::{announce, focus, frame, leave_button, lms, pages, platform};
use crate::content::{Locale, Map, Problem, Unit, wide};
use crate::learner::{Fact, Profile};
use crate::log::SaveStatus;
use crate::num::SortedSet;
use crate::tutor::{Cmd, Device, Focus, Kept, Msg, Route, Session, Stage, Steer};
use crate::view::{self, AppView, Import, KeepFacts, Note, Page, SavedState, Shell, Trouble};
use futures_util::future::LocalBoxFuture;
use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use std::rc::Rc;
use std::sync::OnceLock;
use yew::platform::pinned::mpsc::UnboundedSender;
use yew::prelude::*;

/// Everything that can happen to the page.
pub enum Happened {
    Said(Msg),
    /// The map of the content arrived, or why it did not.
    Mapped(Result<Map, Trouble>),
    Arrived(Unit),
    Translated {
        unit: String,
        locale: Locale,
        json: String,
    },
    Failed {
        unit: String,
        why: Trouble,
    },
    /// The later pages were fetched, or could not be.
    Later(Result<Late, NotFetched>),
    /// What a class needs was fetched, or could not be.
    Room(Result<(), NotFetched>),
    /// What the host has set is known, or known anew.
    Hosted,
    /// What makes answering comfortable was fetched, or could not be.
    Hands(Result<(), NotFetched>),
    Told(Told),
    /// A field was touched: by a finger, which wants the keypad, or not.
    KeypadWanted(bool),
    UpdateReady,
    /// A question has stood there for a moment.
    Quiet,
    /// The page came to the front, or is about to leave it.
    Seen,
}

pub struct App {
    pub(super) session: Option<Session>,
    shell: Shell,
    /// What is on the screen; nothing until the content is known.
    view: Option<AppView>,
    /// A record that was opened before the map arrived.
    opening: Option<Opening>,
    /// Who keeps the records. At the address of one question there is none: it touches nobody's progress.
    keeper: Option<UnboundedSender<Ask>>,
    /// Units and languages asked for, so that each is fetched once.
    fetched: SortedSet<(String, Option<Locale>)>,
    /// Language and title as the document has them.
    head: (&'static str, String, String),
    focus: Option<Focus>,
    later: Fetched,
    /// Whether what makes answering comfortable is here, or on its way.
    hands: bool,
    /// Whether what a class needs is here, or on its way.
    room: bool,
    shared: Shared,
    ready: bool,
    /// Listeners live as long as the page.
    _listeners: Vec<EventListener>,
}

/// What is done about reports of the keeper comes with the keeper.
static TOLD: OnceLock<fn(&mut App, &Context<App>, Told)> = OnceLock::new();

/// Brings it in. Nothing else in the first module may name it.
pub fn open() {
    let _ = TOLD.set(App::told);
}

/// What is done about the host's file comes when there is one.
pub static HOST: OnceLock<fn(&mut App, &Context<App>)> = OnceLock::new();

impl Component for App {
    type Message = Happened;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self {
            session: None,
            shell: appearance(),
            view: None,
            opening: None,
            keeper: None,
            fetched: SortedSet::new(),
            head: ("", String::new(), String::new()),
            focus: None,
            later: Fetched::Unasked,
            hands: false,
            room: false,
            shared: Shared {
                send: ctx.link().callback(Happened::Said),
                keypad: false,
                want_keypad: ctx.link().callback(Happened::KeypadWanted),
                steps: Rc::default(),
            },
            ready: false,
            _listeners: listeners(ctx),
        };
        run(ctx, async { Happened::Mapped(read_map().await) });
        app.open_records(ctx, &platform::route());
        app
    }

    fn update(&mut self, ctx: &Context<Self>, happened: Happened) -> bool {
        match happened {
            Happened::Said(msg) => {
                match &msg {
                    Msg::Went(route) => self.went(ctx, route),
                    // For the next opening of the page, before any record is open.
                    Msg::LocaleChosen(code) => platform::set_setting("language", code),
                    Msg::NextAsked | Msg::Submitted => self.shared.steps.borrow_mut().clear(),
                    _ => {}
                }
                self.say(ctx, msg);
            }
            Happened::Mapped(Ok(map)) => self.begin(ctx, map),
            Happened::Mapped(Err(why)) => {
                self.shell.trouble = Some(why);
                self.begin(ctx, Map::default());
            }
            Happened::Arrived(unit) => {
                self.with_session(ctx, |session| session.arrived(unit, platform::now()))
            }
            Happened::Translated { unit, locale, json } => {
                self.with_session(ctx, |session| session.translated(&unit, locale, &json, platform::now()));
            }
            Happened::Failed { unit, why } => {
                self.fetched.retain(|(other, _)| *other != unit);
                self.shell.trouble = Some(why);
            }
            Happened::Later(fetched) => self.later = fetched.map_or(Fetched::Missing, Fetched::Here),
            Happened::Room(fetched) => {
                self.room = fetched.is_ok();
                if !self.room {
                    self.shell.trouble = Some(Trouble::Part);
                }
            }
            Happened::Hands(fetched) => {
                self.hands = fetched.is_ok();
                self.rehearse();
                if let Some(hands) = hands() {
                    (hands.look)(ctx);
                }
            }
            Happened::Told(told) => self.hear(ctx, told),
            Happened::Hosted => self.host(ctx),
            Happened::Quiet => {
                self.fetch_hands(ctx);
                return false;
            }
            Happened::KeypadWanted(wanted) => {
                return std::mem::replace(&mut self.shared.keypad, wanted) != wanted;
            }
            Happened::UpdateReady => self.note(Note::UpdateReady),
            Happened::Seen => {
                self.ask(Ask::Retry);
                self.retry_pages();
                self.fetch_hands(ctx);
            }
        }
        if let Some(to) = self.focus {
            leave_button(to);
        }
        self.fetch_beside(ctx);
        let later = self.later.view();
        self.view = self.session.as_ref().map(|session| AppView::of(session, &self.shell, later));
        self.fetch_pages(ctx);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        match &self.view {
            Some(view) => frame::face(view, &self.shared, self.later.draw()),
            // The page's own shell stands there until the content is known.
            None => frame::shell(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let Some(view) = &self.view else { return };
        // Writing even the same to the root makes the browser look at the whole page again.
        let head = (view.lang, view.title.clone(), view.ease.clone());
        if self.head != head {
            self.head = head;
            platform::set_root("lang", view.lang);
            platform::set_root("data-ease", &view.ease);
            platform::set_title(&view.title);
        }
        if !self.ready && !matches!(view.page, Page::Waiting(_)) {
            self.ready = true;
            platform::set_ready();
            ctx.link().send_future(async {
                TimeoutFuture::new(150).await;
                Happened::Quiet
            });
        }
        if let Some(place) = self.focus.take() {
            focus(place);
        }
    }
}

impl App {
    fn begin(&mut self, ctx: &Context<Self>, map: Map) {
        self.session = Some(Session::new(Rc::new(map), platform::language()));
        self.host(ctx);
        if let Some(opening) = self.opening.take() {
            self.hear(ctx, Told::Opened(opening));
        }
        self.say(ctx, Msg::Went(platform::route()));
        // The first unit comes along before anybody asks for it; at the address of one question nobody will.
        let first = self.session.as_ref().filter(|session| !matches!(session.route, Route::Question { .. }));
        if let Some(unit) = first.and_then(|session| session.learner.map().first_unit()).map(String::from) {
            self.fetch(ctx, &unit);
        }
    }

    /// Takes up what the host of this copy has set, where that is anything.
    fn host(&mut self, ctx: &Context<Self>) {
        if let Some(host) = HOST.get() {
            host(self, ctx);
        }
    }

    fn say(&mut self, ctx: &Context<Self>, msg: Msg) {
        self.with_session(ctx, |session| session.update(msg, platform::now()));
    }

    /// Fetches the later pages when the learner has come to one, or soon will.
    fn fetch_pages(&mut self, ctx: &Context<Self>) {
        let Some(session) = &self.session else { return };
        if matches!(session.route, Route::Room(_)) && !std::mem::replace(&mut self.room, true) {
            run(ctx, async { Happened::Room(late::room().await) });
        }
        let wanted = match self.view.as_ref().map(|view| &view.page) {
            Some(Page::Welcome(_)) => true,
            Some(Page::Practice(_)) => session.asks_about(),
            _ => view::is_late(session),
        };
        let wanted = wanted || view::has_late_words(&self.shell);
        let here = match self.later {
            Fetched::Unasked => false,
            Fetched::Here(late) => late.serves(&session.route),
            Fetched::Coming | Fetched::Missing => true,
        };
        if wanted && !here {
            let route = session.route.clone();
            self.later = Fetched::Coming;
            run(ctx, async move { Happened::Later(late::fetch(route).await) });
        }
    }

    /// Nothing waits for it: a question can be answered without.
    fn fetch_hands(&mut self, ctx: &Context<Self>) {
        if self.ready && !std::mem::replace(&mut self.hands, true) {
            run(ctx, async { Happened::Hands(late::hands().await) });
        }
    }

    /// Goes once through what the first check will draw, so that it is compiled by then.
    fn rehearse(&self) {
        let (Some(now), Some(hands)) = (&self.view, hands()) else { return };
        let Some(then) = self.session.as_ref().and_then(view::rehearsal) else { return };
        // Nobody is to hear what happens there.
        let deaf = Shared {
            send: Callback::noop(),
            want_keypad: Callback::noop(),
            steps: Rc::default(),
            keypad: self.shared.keypad,
        };
        (hands.rehearse)([&now.page, &then].map(|page| pages::page(page, &deaf, None)));
    }

    fn with_session(&mut self, ctx: &Context<Self>, change: impl FnOnce(&mut Session) -> Vec<Cmd>) {
        let Some(session) = &mut self.session else { return };
        let cmds = change(session);
        self.carry_out_all(ctx, cmds);
    }

    #[inline(never)]
    pub(super) fn carry_out_all(&mut self, ctx: &Context<Self>, cmds: Vec<Cmd>) {
        for cmd in cmds {
            self.carry_out(ctx, cmd);
        }
    }

    fn carry_out(&mut self, ctx: &Context<Self>, cmd: Cmd) {
        match cmd {
            Cmd::Append(fact) => self.append(fact),
            Cmd::Freeze => {
                let frozen = self.session.as_ref().and_then(Session::freeze);
                self.ask(Ask::Freeze(frozen));
            }
            Cmd::Fetch(unit) => self.fetch(ctx, &unit),
            Cmd::Go(route) => platform::go(&route),
            Cmd::Readdress(route) => platform::readdress(route),
            Cmd::Focus(place) => self.focus = Some(place),
            Cmd::Announce(words) => announce(&words),
            Cmd::Device(wish) => self.grant(ctx, wish),
        }
    }

    fn append(&mut self, fact: Fact) {
        self.shell.saved = SavedState::Saving;
        self.shell.keep.facts += 1;
        self.ask(Ask::Append(Box::new(fact), self.card()));
    }

    /// What the learner picker shows of the open record.
    fn card(&self) -> Profile {
        let profile = self.session.as_ref().map(|session| &session.learner.profile);
        profile.map_or_else(Profile::default, |p| Profile {
            nickname: p.nickname.clone(),
            avatar: p.avatar.clone(),
            ..Profile::default()
        })
    }

    pub(super) fn ask(&self, ask: Ask) {
        if let Some(keeper) = &self.keeper {
            // The keeper lives as long as the page; after that nobody asks.
            let _ = keeper.send_now(ask);
        }
    }

    fn open_records(&mut self, ctx: &Context<Self>, route: &Route) {
        if self.keeper.is_none() && !route.is_nobodys() {
            self.keeper = Some(keeping::start(ctx.link().callback(Happened::Told)));
        }
    }

    fn went(&mut self, ctx: &Context<Self>, route: &Route) {
        self.open_records(ctx, route);
        self.retry_pages();
    }

    /// Another page, something to tell or coming back to the page is another chance to fetch what could not be fetched.
    fn retry_pages(&mut self) {
        if let Fetched::Missing = self.later {
            self.later = Fetched::Unasked;
        }
    }

    /// Fetches a unit, and its strings in the session's language; each once.
    fn fetch(&mut self, ctx: &Context<Self>, unit: &str) {
        if let Some(session) = &self.session {
            self.fetch_in(ctx, unit, session.locale);
        }
    }

    /// For the question on the screen the strings of the other language too, where it is shown side by side.
    fn fetch_beside(&mut self, ctx: &Context<Self>) {
        let Some(session) = self.session.as_ref().filter(|_| self.shell.beside) else { return };
        let Some(question) = session.practice().map(|practice| &practice.question) else { return };
        let unit = session.learner.map().unit_of(&question.item, question.level).map(String::from);
        // English needs none: it comes with the unit.
        if let Some(unit) = unit.filter(|_| session.locale == Locale::En) {
            self.fetch_in(ctx, &unit, Locale::Es);
        }
    }

    fn fetch_in(&mut self, ctx: &Context<Self>, unit: &str, locale: Locale) {
        let Some(session) = &self.session else { return };
        let Some(entry) = session.learner.map().unit(unit) else { return };
        let (id, file) = (entry.id.clone(), entry.file.clone());
        let overlay = entry.locales.get(locale.code()).cloned();
        let new = self.fetched.insert((id.clone(), None));
        let overlay =
            overlay.filter(|_| self.fetched.insert((id.clone(), Some(locale)))).map(|file| (locale, file));
        if new {
            run(ctx, read_unit(id, file, overlay));
        } else if let Some((locale, file)) = overlay {
            run(ctx, read_overlay(id, locale, file));
        }
    }

    fn note(&mut self, note: Note) {
        let kind = std::mem::discriminant(&note);
        self.shell.notes.retain(|other| std::mem::discriminant(other) != kind);
        self.shell.notes.push(note);
        self.retry_pages();
    }

    fn forget(&mut self, gone: impl Fn(&Note) -> bool) {
        self.shell.notes.retain(|note| !gone(note));
    }

    /// Wishes about the device.
    fn grant(&mut self, ctx: &Context<Self>, wish: Device) {
        match wish {
            Device::Theme(theme) => {
                platform::set_root("data-theme", &theme);
                platform::set_setting("theme", &theme);
                self.shell.theme = theme;
            }
            Device::Motion(motion) => {
                platform::set_root("data-motion", &motion);
                platform::set_setting("motion", &motion);
                self.shell.motion = motion;
            }
            Device::Beside(on) => {
                platform::set_setting("beside", if on { "on" } else { "" });
                self.shell.beside = on;
            }
            Device::Export => self.ask(Ask::Export),
            Device::FileOpened(bytes) => self.ask(Ask::Preview(bytes)),
            Device::ImportAgreed { beside } => self.ask(Ask::Import { beside }),
            Device::ImportRefused => self.shell.import = Import::Idle,
            Device::LearnerOpened(id) => self.ask(Ask::Open(id)),
            Device::LearnerAdded => self.ask(Ask::New),
            Device::EraseAsked => self.shell.erase_asked = true,
            Device::EraseRefused => self.shell.erase_asked = false,
            Device::EraseAgreed => {
                self.shell.erase_asked = false;
                self.ask(Ask::Erase);
            }
            Device::NoticeClosed(place) => {
                if place < self.shell.notes.len() {
                    self.shell.notes.remove(place);
                }
            }
            Device::CourseWanted => {
                let map = self.session.as_ref().map(|session| session.learner.map().clone());
                self.ask(Ask::Course(map.unwrap_or_default()));
            }
            Device::Guard(wish) => self.ask(Ask::Guard(wish)),
            Device::SaveAgain => self.ask(Ask::Retry),
            Device::Carry(carry) => self.ask(Ask::Carry(carry)),
            Device::UpdateTaken if self.keeper.is_some() => self.ask(Ask::Update),
            Device::Reload | Device::UpdateTaken => platform::reload(),
        }
        let _ = ctx;
    }

    /// What the keeper of the records reports, or why there is none.
    fn hear(&mut self, ctx: &Context<Self>, told: Told) {
        match TOLD.get() {
            Some(hear) => hear(self, ctx, told),
            None => self.shell.trouble = Some(Trouble::Part),
        }
    }

    /// What the keeper of the records reports.
    fn told(&mut self, ctx: &Context<Self>, told: Told) {
        match told {
            Told::Missing => self.shell.trouble = Some(Trouble::Part),
            Told::Opened(opening) => {
                self.shell.trouble = self.shell.trouble.filter(|why| *why != Trouble::Part);
                if self.session.is_some() {
                    self.open(ctx, opening);
                } else {
                    self.opening = Some(opening);
                }
            }
            Told::Choose => {
                // A question touches nobody's record, and a class is no learner's.
                let alone = match self.session.as_ref().map(|session| &session.route) {
                    Some(Route::Room(path)) if path.starts_with("class") => true,
                    route => route.is_some_and(|route| route.is_nobodys() || *route == Route::Privacy),
                };
                if !alone {
                    platform::go(&Route::Learners);
                }
            }
            Told::Saved(status) => {
                self.saved(&status);
                self.session.iter().for_each(lms::save);
            }
            // What was answered since it was counted is in the record too.
            Told::Kept(keep) => {
                let facts = keep.facts.max(self.shell.keep.facts);
                self.shell.keep = KeepFacts { facts, ..keep };
            }
            Told::Learners(learners) => self.shell.learners = learners,
            Told::Merged(facts) => {
                self.shell.keep.facts = facts.len();
                self.with_session(ctx, |session| session.merged(&facts, platform::now()));
            }
            Told::Import(import) => {
                self.shell.import = import;
                self.retry_pages();
            }
            Told::File(bytes) => {
                let name = format!("trellis-{}.trellis", platform::today());
                let saved = platform::save_file(&name, &bytes);
                // A frame may forbid downloads, and nobody is told. There is the text of the file then.
                if platform::is_framed() || !saved {
                    platform::go(&Route::Carry);
                }
                if !platform::is_framed() {
                    self.note(if saved { Note::Exported } else { Note::ExportFailed });
                }
            }
            Told::Carrying(carrying) => self.shell.carrying = Some(carrying),
            Told::Note(note) => self.note(note),
            Told::Course(course) => self.shell.course = course,
            Told::Guard(guard) => self.shell.guard = guard,
        }
    }

    fn open(&mut self, ctx: &Context<Self>, opening: Opening) {
        self.shell.notes.retain(|note| {
            matches!(note, Note::Insecure | Note::UpdateReady | Note::Erased | Note::EraseFailed)
        });
        self.shell.import = Import::Idle;
        self.shell.keep.facts = opening.count;
        // Of what was not read yet nobody says that both copies have it.
        let read = opening.count > 0 && opening.glance.is_none();
        self.shell.saved = if read { SavedState::Saved } else { SavedState::Quiet };
        opening.notes.iter().cloned().for_each(|note| self.note(note));
        let before = self.session.as_ref().map(|session| session.stage);
        let Some(session) = &mut self.session else { return };
        let (frozen, now) = (opening.frozen.as_deref(), platform::now());
        let cmds = match &opening.glance {
            None => session.opened(&opening.facts, frozen, now),
            Some(glance) => {
                let kept = &glance.snapshot;
                let kept = Kept { body: &kept.body, first: kept.first, last: kept.last };
                match session.resumed(kept, &opening.facts, frozen, now) {
                    Some(cmds) => cmds,
                    None => return self.ask(Ask::Whole),
                }
            }
        };
        let map = session.learner.map().clone();
        self.carry_out_all(ctx, cmds);
        self.ask(Ask::Stands(map));
        // A learning platform kept what this browser did not.
        if opening.count == 0
            && let Some(skills) = lms::resumed()
        {
            self.say(ctx, Msg::Steer(Steer::BroughtBack(skills)));
        }
        // Another learner begins at home, not on the page the last one left.
        if before.is_some_and(|stage| stage != Stage::Opening) {
            platform::go(&Route::Home);
        }
        self.focus = Some(Focus::Heading).filter(|_| before != Some(Stage::Opening));
    }

    fn saved(&mut self, status: &SaveStatus) {
        self.forget(|note| matches!(note, Note::NotSaved(_)));
        self.shell.saved = match status {
            SaveStatus::Saved => SavedState::Saved,
            SaveStatus::Saving => SavedState::Saving,
            SaveStatus::OneCopy { .. } => SavedState::OneCopy,
            SaveStatus::NotSaved { why, .. } => {
                self.note(keeping::note(why));
                SavedState::NotSaved
            }
        };
    }
}

/// Colours and movement as chosen on this device.
fn appearance() -> Shell {
    let mut shell = Shell::default();
    for (name, value) in [("theme", &mut shell.theme), ("motion", &mut shell.motion)] {
        if let Some(chosen) = platform::setting(name) {
            platform::set_root(&format!("data-{name}"), &chosen);
            *value = chosen;
        }
    }
    shell.beside = platform::setting("beside").is_some_and(|on| on == "on");
    if !platform::is_secure() {
        shell.notes.push(Note::Insecure);
    }
    shell
}

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let window = platform::window();
    let on = |name: &'static str, happened: fn() -> Happened| {
        let link = ctx.link().clone();
        EventListener::new(&window, name, move |_| link.send_message(happened()))
    };
    vec![
        on("hashchange", || Happened::Said(Msg::Went(platform::route()))),
        on("online", || Happened::Seen),
        on("focus", || Happened::Seen),
        on("trellis-update", || Happened::UpdateReady),
    ]
}

/// Work that ends in something happening. Boxed, so that what carries it is compiled once.
fn run(ctx: &Context<App>, work: impl Future<Output = Happened> + 'static) {
    let work: LocalBoxFuture<'static, Happened> = Box::pin(work);
    ctx.link().send_future(work);
}

/// Addresses in the map are relative to the map's own folder.
pub fn pack_address(file: &str) -> String {
    let map = platform::map_address();
    let folder = map.rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder.is_empty() { file.into() } else { format!("{folder}/{file}") }
}

async fn read_map() -> Result<Map, Trouble> {
    // What the host set the last time holds from the first page on.
    if platform::setting(HOSTED).is_some() {
        let _ = late::host().await;
    }
    read_pack(&platform::map_address(), Map::read, |map| !map.skills.is_empty()).await
}

/// Reads a file of the content; one that is damaged is asked for once more, past the browser's cache.
async fn read_pack<T>(
    address: &str,
    read: fn(&str) -> (T, Vec<Problem>),
    is_sound: fn(&T) -> bool,
) -> Result<T, Trouble> {
    let (found, _) = read(&platform::fetch_text(address).await.ok_or(Trouble::Fetch)?);
    if is_sound(&found) {
        return Ok(found);
    }
    let (found, problems) = read(&platform::fetch_text_anew(address).await.ok_or(Trouble::Fetch)?);
    match problems.iter().any(Problem::is_newer) {
        _ if is_sound(&found) => Ok(found),
        true => Err(Trouble::PackNewer),
        false => Err(Trouble::PackDamaged),
    }
}

/// A unit for somebody who is no session; nothing where it cannot be fetched or read.
pub async fn unit(id: String, file: String, overlay: Option<(Locale, String)>) -> Option<Unit> {
    match read_unit(id, file, overlay).await {
        Happened::Arrived(unit) => Some(unit),
        _ => None,
    }
}

/// A unit with its strings in the reader's language, so that no question appears in another one first.
async fn read_unit(id: String, file: String, overlay: Option<(Locale, String)>) -> Happened {
    let address = pack_address(&file);
    let is_sound = |unit: &Unit| unit.wider || !unit.items().is_empty();
    let mut unit = match read_pack(&address, Unit::read, is_sound).await {
        Ok(unit) => unit,
        Err(why) => return Happened::Failed { unit: id, why },
    };
    if unit.wider && !wide::is_open() {
        // Its figures and fields are made for hands.
        if late::hands().await.is_err() || late::wider().await.is_err() {
            return Happened::Failed { unit: id, why: Trouble::Part };
        }
        // What was met behind the closed door is read now.
        unit = match read_pack(&address, Unit::read, |unit| !unit.items().is_empty()).await {
            Ok(unit) => unit,
            Err(why) => return Happened::Failed { unit: id, why },
        };
    }
    if let Some((locale, file)) = overlay
        && let Some(json) = platform::fetch_text(&pack_address(&file)).await
    {
        unit.add_overlay(locale, &json);
    }
    Happened::Arrived(unit)
}

async fn read_overlay(unit: String, locale: Locale, file: String) -> Happened {
    match platform::fetch_text(&pack_address(&file)).await {
        Some(json) => Happened::Translated { unit, locale, json },
        None => Happened::Failed { unit, why: Trouble::Fetch },
    }
}
