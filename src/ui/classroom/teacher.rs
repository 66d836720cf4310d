//! The teacher's desk in the page: messages go to the desk, errands are carried out here. A component of its own,
//! because a class is no part of any learner's session.

use super::crew::Crew;
use super::draw;
use super::files::{self, Given};
use super::parts::Room;
use super::print;
use super::sheets::Sheets;
use crate::classroom::desk::Kept;
use crate::classroom::{ClassMsg, Desk, Errand, Papers};
use crate::content::site::Site;
use crate::content::{Locale, Map};
use crate::exchange::locked;
use crate::num::Day;
use crate::store::{class_store, passphrase};
use crate::tutor::{Carry, Device, Msg as Said};
use crate::ui::platform;
use crate::ui::send::Send;
use crate::view::classroom::{ClassPage, OwnPaper, cards, class_page, talks};
use gloo::timers::future::TimeoutFuture;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::FileList;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub map: Rc<Map>,
    pub locale: Locale,
    pub site: Rc<Site>,
    pub send: Send,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.map, &other.map) && self.locale == other.locale && self.site == other.site
    }
}

pub struct Teacher {
    desk: Desk,
    view: ClassPage,
    /// Files under a passphrase, until it is said.
    locked: Vec<Given>,
    /// The passphrase did not open this one.
    wrong: Option<String>,
    camera: bool,
    /// Who works on the next files, once somebody chooses some.
    crew: Option<Crew>,
    /// Where the bar listens.
    news: draw::News,
    /// Something is being written; and what is to be written after it. One after the other, or an old class could come to lie
    /// over a newer one.
    writing: bool,
    next: Option<Write>,
    room: Room,
}

/// What is done to the class that this device keeps.
enum Write {
    Keep(String),
    Forget,
}

pub enum Msg {
    /// The device took it, or did not.
    Written(bool),
    Camera(bool),
    Desk(ClassMsg),
    /// Files are on their way here.
    Wake,
    Dropped(Option<FileList>),
    /// What the files said is on the desk.
    Show,
    Files(Vec<Given>),
    Locked(Vec<Given>),
    Passphrase(String),
    Wrong(Given),
}

impl Component for Teacher {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { map, locale, site, .. } = ctx.props();
        let day = Day(i32::try_from(platform::day()).unwrap_or_default());
        let mut desk = Desk::new(map.clone(), *locale, day);
        desk.site = site.clone();
        ctx.link().send_future(async {
            let kept = match class_store::load().await {
                Ok(None) => Kept::Nothing,
                Ok(Some(text)) => Kept::Class(text),
                Err(_) => Kept::Shut,
            };
            let bits = passphrase::random::<4>().map_or(0, u32::from_le_bytes);
            Msg::Desk(ClassMsg::Opened { kept, sealed: class_store::is_sealed(), bits })
        });
        Self {
            view: class_page(&desk),
            desk,
            locked: Vec::new(),
            wrong: None,
            camera: false,
            crew: None,
            news: draw::News::default(),
            writing: false,
            next: None,
            room: Room,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        self.desk.locale = ctx.props().locale;
        self.desk.site = ctx.props().site.clone();
        self.view = class_page(&self.desk);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Desk(ClassMsg::Reading(done, all)) => {
                // The bar alone moves: the rest of the page would be made anew for nothing.
                self.desk.reading = Some((done, all));
                self.view.take.bar = self.desk.reading;
                self.news.tell(done, all);
                return false;
            }
            Msg::Desk(msg @ ClassMsg::Folded(Some(_), _)) => {
                // It shows once all of them are folded.
                self.desk.update(msg);
                return false;
            }
            Msg::Desk(msg) => {
                let last = msg == ClassMsg::FilesDone;
                let errands = self.desk.update(msg);
                errands.into_iter().for_each(|errand| self.carry_out(ctx, errand));
                if last {
                    // So that the page lives between this piece of work and the next.
                    ctx.link().send_future(async {
                        TimeoutFuture::new(0).await;
                        Msg::Show
                    });
                    return false;
                }
            }
            Msg::Show => {}
            Msg::Wake => {
                self.crew.get_or_insert_with(|| Crew::new(&self.desk.map)).wake();
                return false;
            }
            Msg::Dropped(list) => {
                ctx.link().send_message(Msg::Files(files::given(list)));
                return false;
            }
            Msg::Files(files) => {
                let crew = self.crew.take().unwrap_or_else(|| Crew::new(&self.desk.map));
                let tell = ctx.link().callback(Msg::Desk);
                ctx.link().send_future(async { Msg::Locked(files::read(files, crew, tell).await) });
                return false;
            }
            Msg::Written(taken) => {
                self.writing = false;
                if let Some(next) = self.next.take() {
                    self.write(ctx, next);
                }
                if taken {
                    return false;
                }
                self.desk.update(ClassMsg::NotKept);
            }
            Msg::Camera(on) => self.camera = on,
            Msg::Locked(files) if files.is_empty() => return false,
            Msg::Locked(files) => self.locked.extend(files),
            Msg::Passphrase(phrase) => {
                self.wrong = None;
                for file in std::mem::take(&mut self.locked) {
                    let phrase = phrase.clone();
                    ctx.link().send_future(async move {
                        let opened = unlocked(&files::bytes_of(&file.blob).await, &phrase).await;
                        match opened.and_then(|bytes| Given::unlocked(file.name.clone(), &bytes)) {
                            Some(file) => Msg::Files(vec![file]),
                            None => Msg::Wrong(file),
                        }
                    });
                }
            }
            Msg::Wrong(file) => {
                self.wrong = Some(file.name.clone());
                self.locked.push(file);
            }
        }
        self.view = class_page(&self.desk);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let wrong = self.wrong.as_deref();
        let desk = draw::Desk {
            on: ctx.link().callback(Msg::Desk),
            drop: ctx.link().callback(Msg::Dropped),
            wake: ctx.link().callback(|()| Msg::Wake),
            news: self.news.clone(),
            unlock: ctx.link().callback(Msg::Passphrase),
            locked: !self.locked.is_empty(),
            wrong: wrong.map(|name| crate::view::classroom::wrong_passphrase(name, self.desk.locale)),
            camera: platform::reads_codes().then_some(self.camera),
            look: ctx.link().callback(Msg::Camera),
            saw: ctx.link().callback(|seen| match seen {
                Said::Device(Device::Carry(Carry::Saw(text))) => Msg::Desk(ClassMsg::Pasted(text)),
                _ => Msg::Camera(false),
            }),
            address: platform::address(),
        };
        match self.desk.papers {
            None => draw::class(&self.view, &desk),
            Some(Papers::Sheets) => self.sheets(ctx, &desk.on),
            Some(Papers::Cards) => print::cards(&cards::page(&self.desk), &desk.on),
            Some(Papers::Talks(only)) => print::talks(&talks::page(&self.desk, only), &desk.on),
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        self.room.take(if self.desk.papers.is_none() { "wide" } else { "sheets" });
    }
}

impl Teacher {
    fn sheets(&self, ctx: &Context<Self>, on: &Callback<ClassMsg>) -> Html {
        let desk = &self.desk;
        let of = OwnPaper {
            map: desk.map.clone(),
            locale: desk.locale,
            site: desk.site.clone(),
            day: desk.day,
            takers: Rc::new(desk.takers()),
            unit: desk.unit(),
            marked: Rc::new(desk.class().paper.clone()),
        };
        let on_marked = on.reform(|(sheet, marks)| ClassMsg::Marked(sheet, marks));
        let on_back = on.reform(|()| ClassMsg::Papers(None));
        html! {
            <Sheets {of} at_home=false {on_marked} {on_back} send={ctx.props().send.clone()} />
        }
    }

    /// Only the newest of what waits is written.
    fn write(&mut self, ctx: &Context<Self>, what: Write) {
        if std::mem::replace(&mut self.writing, true) {
            self.next = Some(what);
            return;
        }
        ctx.link().send_future(async move {
            match what {
                Write::Keep(text) => Msg::Written(class_store::keep(&text).await),
                Write::Forget => {
                    class_store::forget().await;
                    Msg::Written(true)
                }
            }
        });
    }

    fn carry_out(&mut self, ctx: &Context<Self>, errand: Errand) {
        match errand {
            Errand::Keep(text) => self.write(ctx, Write::Keep(text)),
            Errand::Forget => self.write(ctx, Write::Forget),
            Errand::Save { name, text } => drop(platform::save_file(&name, text.as_bytes())),
            Errand::SaveLocked { name, text, passphrase } => spawn_local(async move {
                if let Some(bytes) = sealed(text.as_bytes(), &passphrase).await {
                    platform::save_file(&name, &bytes);
                }
            }),
            Errand::Print => platform::print(),
        }
    }
}

/// Under a passphrase, in the envelope of `docs/progress-file.md`.
async fn sealed(text: &[u8], phrase: &str) -> Option<Vec<u8>> {
    let text = platform::gzip(text).await?;
    let (salt, iv) = (passphrase::random()?, passphrase::random()?);
    let head = locked::head(&salt, &iv);
    let key = passphrase::Key::of(phrase, &salt, locked::ITERATIONS).await?;
    let text = key.seal(&iv, &head, &text).await?;
    Some([head, text].concat())
}

async fn unlocked(file: &[u8], phrase: &str) -> Option<Vec<u8>> {
    let envelope = locked::Envelope::read(file).ok()?;
    let key = passphrase::Key::of(phrase, envelope.salt, envelope.iterations).await?;
    key.open(envelope.iv, envelope.head, envelope.text).await
}
