//! Who works on files: one or two workers (`web/folder.js`), each at one file at a time; or the page itself, in slices,
//! where there is little to do or no worker comes. Both run the same functions of [`files`](super::files).

use super::files::{self, Given, Looked};
use crate::content::Map;
use crate::exchange::Ticket;
use crate::store::js::{call, call_with, get, global, object};
use crate::ui::platform;
use futures_util::StreamExt;
use futures_util::future::{Either, FutureExt, LocalBoxFuture, Shared, join_all, select};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use std::cell::{Cell, OnceCell, RefCell};
use std::mem::replace;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, MessageEvent, Worker};
use yew::platform::pinned::mpsc::{UnboundedReceiver, unbounded};

/// Bytes of files that are worth starting a worker for.
const MUCH: f64 = 32_768.0;
/// Milliseconds after which a worker that says nothing does not come.
const PATIENCE: u32 = 20_000;
/// More would only take memory from each other.
const MOST: usize = 2;

pub struct Crew(Vec<Hand>);

/// One that works on one file at a time.
pub struct Hand {
    map: Rc<Map>,
    course: Course,
    worker: RefCell<Option<Running>>,
    /// It works in the page: there is little to do, or no worker came, and none is waited for again.
    alone: Cell<bool>,
}

/// What a worker needs before it folds: the course, as it lies on the host.
type Course = Shared<LocalBoxFuture<'static, Option<JsValue>>>;

impl Crew {
    pub fn new(map: &Rc<Map>) -> Self {
        let course = async { platform::fetch_text(&platform::map_address()).await.map(JsValue::from) };
        let course = course.boxed_local().shared();
        let hand = || Hand {
            map: map.clone(),
            course: course.clone(),
            worker: RefCell::default(),
            alone: Cell::default(),
        };
        Self((0..MOST.min(platform::cores()).max(1)).map(|_| hand()).collect())
    }

    /// Files are being chosen or dragged here: starting takes longer than looking at thirty of them.
    pub fn wake(&self) {
        self.0.iter().for_each(Hand::start);
    }

    /// As many as these files need; few small ones need nobody beside the page.
    pub fn suit(&mut self, files: &[Given]) {
        self.0.truncate(files.len());
        let bytes: f64 = files.iter().map(|file| file.blob.size()).sum();
        if bytes > MUCH {
            self.wake();
            if let Some(hand) = self.0.first() {
                // It comes while the files are looked at.
                spawn_local(hand.course.clone().map(drop));
            }
        } else {
            self.0.truncate(1);
            self.0.iter().for_each(|hand| hand.alone.set(true));
        }
    }

    /// Everybody takes the next of `todo` until nothing is left.
    pub async fn share(&self, todo: &[usize], work: impl AsyncFn(&Hand, usize)) {
        let next = Cell::new(0);
        let (next, work) = (&next, &work);
        join_all(self.0.iter().map(|hand| async move {
            while let Some(at) = todo.get(next.replace(next.get() + 1)) {
                work(hand, *at).await;
            }
        }))
        .await;
    }
}

impl Hand {
    /// Nothing where this file cannot be worked on.
    pub async fn look(&self, file: &Blob) -> Option<Looked> {
        if !self.is_up().await {
            return Some(files::look(file).await);
        }
        let said = self.ask(&[("look", file.into())], &|_, _| {}).await?;
        let (facts, text) = (get(&said, "facts").as_f64(), get(&said, "text").as_string());
        Some(match (facts, text) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lines")]
            (Some(facts), _) => Looked::Progress(facts as usize, get(&said, "name").as_string()),
            (_, Some(text)) => Looked::Text(text),
            _ if get(&said, "locked").is_truthy() => Looked::Locked,
            _ => Looked::Foreign,
        })
    }

    pub async fn fold(&self, file: &Blob, told: &dyn Fn(usize, usize)) -> Option<Ticket> {
        if !self.is_up().await {
            return files::fold(file, self.map.clone(), told, true).await;
        }
        let Some(course) = self.course.clone().await else {
            return files::fold(file, self.map.clone(), told, true).await;
        };
        // Copying it takes the page longer than handing over a file.
        let taught =
            self.worker.borrow_mut().as_mut().is_some_and(|running| replace(&mut running.taught, true));
        let said = match taught {
            false => self.ask(&[("fold", file.into()), ("course", course)], told).await?,
            true => self.ask(&[("fold", file.into())], told).await?,
        };
        Ticket::read(&get(&said, "ticket").as_string()?).ok()
    }

    /// Starts a worker where there is none.
    fn start(&self) {
        if !self.alone.get() && self.worker.borrow().is_none() {
            self.worker.replace(Running::start());
        }
    }

    /// False where no worker comes.
    async fn is_up(&self) -> bool {
        self.start();
        let running = match self.worker.take() {
            Some(running) => running.ready().await,
            None => None,
        };
        self.alone.set(running.is_none());
        self.worker.replace(running);
        !self.alone.get()
    }

    /// The answer of the worker; one that breaks over a file is let go, and the next file gets another.
    async fn ask(&self, what: &[(&str, JsValue)], told: &dyn Fn(usize, usize)) -> Option<JsValue> {
        let mut running = self.worker.take()?;
        running.worker.post_message(&object(what)).ok()?;
        let mut said = running.heard().await?;
        while let Some((done, all)) = get(&said, "done").as_f64().zip(get(&said, "all").as_f64()) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of lines")]
            told(done as usize, all as usize);
            said = running.heard().await?;
        }
        self.worker.replace(Some(running));
        Some(said)
    }
}

/// A worker that has the program, or soon will.
struct Running {
    worker: Worker,
    /// It said that it has the program.
    whole: bool,
    /// It was sent the course.
    taught: bool,
    /// What it says; nothing says that it broke.
    said: UnboundedReceiver<Option<JsValue>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Running {
    fn start() -> Option<Self> {
        let worker: Worker = call(&global("trellis")?, "folder")?.dyn_into().ok()?;
        let (tell, said) = unbounded();
        let fail = tell.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let _ = tell.send_now(Some(event.data()));
        });
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            let _ = fail.send_now(None);
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self { worker, whole: false, taught: false, said, _heard: heard, _failed: failed })
    }

    /// Waits until it has the program, which is the first it says; nothing where it does not come.
    async fn ready(mut self) -> Option<Self> {
        if !self.whole {
            match select(Box::pin(self.heard()), TimeoutFuture::new(PATIENCE)).await {
                Either::Left((Some(_), _)) => {}
                _ => return None,
            }
            self.whole = true;
        }
        Some(self)
    }

    /// What it says next; nothing where it broke.
    async fn heard(&mut self) -> Option<JsValue> {
        self.said.next().await.flatten()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The other end, in the worker: one file after the other, the first to fold with the course.
pub fn work() {
    let map: Rc<OnceCell<Rc<Map>>> = Rc::default();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let asked = event.data();
        if let Ok(file) = get(&asked, "look").dyn_into::<Blob>() {
            spawn_local(async move { look(&file).await });
        } else if let Ok(file) = get(&asked, "fold").dyn_into::<Blob>() {
            let course = || Map::read(&get(&asked, "course").as_string().unwrap_or_default()).0;
            let map = map.get_or_init(|| Rc::new(course())).clone();
            spawn_local(async move { fold(&file, map).await });
        }
    });
    let scope = js_sys::global();
    let _ = Reflect::set(&scope, &"onmessage".into(), heard.as_ref());
    // For as long as the worker lives.
    heard.forget();
    call(&scope, "trellisWhole");
}

async fn look(file: &Blob) {
    match files::look(file).await {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        Looked::Progress(facts, name) => {
            say(&[("facts", (facts as f64).into()), ("name", name.map_or(JsValue::NULL, JsValue::from))]);
        }
        Looked::Locked => say(&[("locked", true.into())]),
        Looked::Text(text) => say(&[("text", text.into())]),
        Looked::Foreign => say(&[]),
    }
}

async fn fold(file: &Blob, map: Rc<Map>) {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let told = |done: usize, all: usize| say(&[("done", (done as f64).into()), ("all", (all as f64).into())]);
    let ticket = files::fold(file, map, &told, false).await;
    say(&[("ticket", ticket.map_or(JsValue::NULL, |ticket| ticket.write().into()))]);
}

fn say(fields: &[(&str, JsValue)]) {
    call_with(&js_sys::global(), "postMessage", &Array::of1(&object(fields)));
}
