//! Who works on files: one or two workers (`web/folder.js`), each at one file at a time; or the page itself, in slices,
//! where there is little to do or no worker comes. Both run the same functions of [`files`](super::files).

use super::files::{self, Given, Looked};
use crate::content::Map;
use crate::exchange::Ticket;
use crate::store::js::{call, call_with, get, global, object};
use crate::ui::platform;
use futures_util::StreamExt;
use futures_util::future::{Either, join_all, select};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use std::cell::{Cell, RefCell};
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
    /// What a new worker is told first: the course, as it lies on the host.
    course: Option<Rc<str>>,
    worker: RefCell<Option<Running>>,
    /// No worker came: it is not waited for again.
    alone: Cell<bool>,
}

impl Crew {
    pub async fn gather(files: &[Given], map: Rc<Map>) -> Self {
        let bytes: f64 = files.iter().map(|file| file.blob.size()).sum();
        let course = match bytes > MUCH {
            true => platform::fetch_text(&platform::map_address()).await.map(Rc::from),
            false => None,
        };
        let many = if course.is_some() { MOST.min(platform::cores()).min(files.len()).max(1) } else { 1 };
        let hand = || Hand {
            map: map.clone(),
            course: course.clone(),
            worker: RefCell::default(),
            alone: Cell::default(),
        };
        Self((0..many).map(|_| hand()).collect())
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
        let said = self.ask("look", file, &|_, _| {}).await?;
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
        let said = self.ask("fold", file, told).await?;
        Ticket::read(&get(&said, "ticket").as_string()?).ok()
    }

    /// Starts a worker where there is none; false where it does not come.
    async fn is_up(&self) -> bool {
        let Some(course) = &self.course else { return false };
        if self.alone.get() || self.worker.borrow().is_some() {
            return !self.alone.get();
        }
        let started = Running::start(course).await;
        self.alone.set(started.is_none());
        self.worker.replace(started);
        !self.alone.get()
    }

    /// The answer of the worker; one that breaks over a file is let go, and the next file gets another.
    async fn ask(&self, what: &str, file: &Blob, told: &dyn Fn(usize, usize)) -> Option<JsValue> {
        let mut running = self.worker.take()?;
        let mut said = running.ask(&[("what", what.into()), ("file", file.into())]).await?;
        while let Some((done, all)) = get(&said, "done").as_f64().zip(get(&said, "all").as_f64()) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of lines")]
            told(done as usize, all as usize);
            said = running.heard().await?;
        }
        self.worker.replace(Some(running));
        Some(said)
    }
}

/// A worker that has the program.
struct Running {
    worker: Worker,
    /// What it says; nothing says that it broke.
    said: UnboundedReceiver<Option<JsValue>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Running {
    async fn start(course: &str) -> Option<Self> {
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
        let mut running = Self { worker, said, _heard: heard, _failed: failed };
        // The first it says is that it has the program.
        match select(Box::pin(running.heard()), TimeoutFuture::new(PATIENCE)).await {
            Either::Left((Some(_), _)) => {}
            _ => return None,
        }
        running.ask(&[("course", course.into())]).await?;
        Some(running)
    }

    async fn ask(&mut self, fields: &[(&str, JsValue)]) -> Option<JsValue> {
        self.worker.post_message(&object(fields)).ok()?;
        self.heard().await
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

/// The other end, in the worker: takes the course, then one file after the other.
pub fn work() {
    let map: Rc<RefCell<Rc<Map>>> = Rc::default();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let asked = event.data();
        if let Some(course) = get(&asked, "course").as_string() {
            map.replace(Rc::new(Map::read(&course).0));
            say(&[]);
        } else if let Ok(file) = get(&asked, "file").dyn_into::<Blob>() {
            let folds = get(&asked, "what") == "fold";
            let map = map.borrow().clone();
            spawn_local(async move { if folds { fold(&file, map).await } else { look(&file).await } });
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
