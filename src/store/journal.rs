//! The journal worker (`web/journal.js`) and its files behind [`Store`]. One file per tab and learner; frames are
//! appended and flushed. The page's boot script starts the worker, because only it may name a script.

use super::js::{bytes, call, fault_of, get, global, object, settle, to_bytes};
use crate::log::{
    Chunk, ChunkKey, Fault, LearnerId, Store, WriterId,
    chunk::{Frames, read_frames},
};
use crate::num::SortedMap;
use js_sys::{Array, Function, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{MessageEvent, Worker};

/// Where keys lie; asked for when the question is only whether anybody answers.
pub const FOLDER: &str = "keys";

/// The running worker and the questions it has not answered yet.
pub struct Link {
    worker: RefCell<Option<Worker>>,
    waiting: Rc<RefCell<SortedMap<u32, (Function, Function)>>>,
    next: Cell<u32>,
    answered: Closure<dyn FnMut(MessageEvent)>,
    failed: Closure<dyn FnMut(JsValue)>,
}

impl Link {
    /// Starts the worker, where this browser has the files it writes.
    pub fn start() -> Rc<Self> {
        let waiting: Rc<RefCell<SortedMap<u32, (Function, Function)>>> = Rc::default();
        let (answering, failing) = (Rc::clone(&waiting), Rc::clone(&waiting));
        let answered = Closure::new(move |event: MessageEvent| answer(&answering, &event.data()));
        let failed = Closure::new(move |_| fail_all(&failing));
        let link = Self { worker: RefCell::default(), waiting, next: Cell::default(), answered, failed };
        link.restart();
        Rc::new(link)
    }

    /// Ends a silent worker and starts another.
    fn restart(&self) {
        if let Some(dead) = self.worker.take() {
            dead.terminate();
            fail_all(&self.waiting);
        }
        self.worker.replace(self.new_worker());
    }

    fn new_worker(&self) -> Option<Worker> {
        let storage = get(&global("navigator")?, "storage");
        if !get(&storage, "getDirectory").is_function() {
            return None;
        }
        let worker: Worker = call(&global("trellis")?, "journal")?.dyn_into().ok()?;
        worker.set_onmessage(Some(self.answered.as_ref().unchecked_ref()));
        worker.set_onerror(Some(self.failed.as_ref().unchecked_ref()));
        Some(worker)
    }

    /// Asks the worker to do `op`; its answer, or why it could not.
    pub async fn ask(&self, op: &str, fields: &[(&str, JsValue)]) -> Result<JsValue, Fault> {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        let message = object(&[("id", id.into()), ("op", op.into())]);
        let message = js_sys::Object::assign(&message, &object(fields));
        let promise = {
            let worker = self.worker.borrow();
            let worker = worker.as_ref().ok_or(Fault::Unavailable)?;
            let promise = Promise::new(&mut |resolve, reject| {
                self.waiting.borrow_mut().insert(id, (resolve, reject));
            });
            worker.post_message(&message).map_err(|error| fault_of(&error))?;
            promise
        };
        settle(promise).await
    }

    /// Every file of a folder with its bytes.
    pub async fn files(&self, folder: &str) -> Result<Vec<(String, Vec<u8>)>, Fault> {
        let files: Array = self.ask("read", &[("name", folder.into())]).await?.into();
        let pairs = files.iter().map(|pair| Array::from(&pair));
        Ok(pairs.map(|pair| (pair.get(0).as_string().unwrap_or_default(), to_bytes(&pair.get(1)))).collect())
    }
}

fn answer(waiting: &RefCell<SortedMap<u32, (Function, Function)>>, data: &JsValue) {
    let id = get(data, "id").as_f64().map_or(u32::MAX, |id| id as u32);
    let Some((resolve, reject)) = waiting.borrow_mut().remove(&id) else { return };
    let error = get(data, "error");
    let told = if error.is_undefined() {
        resolve.call1(data, &get(data, "value"))
    } else {
        reject.call1(data, &error)
    };
    drop(told);
}

/// The worker is gone: nobody will answer.
fn fail_all(waiting: &RefCell<SortedMap<u32, (Function, Function)>>) {
    let gone = object(&[("name", "InvalidStateError".into())]);
    for (_, (_, reject)) in waiting.take() {
        drop(reject.call1(&gone, &gone));
    }
}

/// One learner's journal, as this tab writes it.
pub struct Journal {
    link: Rc<Link>,
    learner: LearnerId,
    writer: WriterId,
    /// A worker that was ended may hold its file for a while: the next one writes another.
    generation: Cell<u32>,
}

impl Journal {
    pub fn new(link: Rc<Link>, learner: LearnerId, writer: WriterId) -> Self {
        Self { link, learner, writer, generation: Cell::default() }
    }

    fn file(&self) -> String {
        format!("{}.{}", self.writer, self.generation.get())
    }

    fn place(&self, content: &[u8]) -> [(&'static str, JsValue); 3] {
        let name = self.learner.to_string();
        [("name", name.into()), ("file", self.file().into()), ("bytes", bytes(content))]
    }
}

impl Store for Journal {
    async fn put(&self, chunks: &[Chunk]) -> Result<(), Fault> {
        let frames: Vec<u8> = chunks.iter().flat_map(Chunk::frame).collect();
        self.link.ask("append", &self.place(&frames)).await.map(drop)
    }

    async fn all(&self, learner: LearnerId) -> Result<Frames, Fault> {
        let mut found = Frames::default();
        for (_, content) in self.link.files(&learner.to_string()).await? {
            let mut read = read_frames(&content);
            found.chunks.append(&mut read.chunks);
            found.damaged += read.damaged;
        }
        Ok(found)
    }

    /// Writes what is still needed of the other files, and the new chunks, to this tab's file; the worker then
    /// drops those of them that nobody holds and that have not grown.
    async fn replace(&self, old: &[ChunkKey], new: &[Chunk]) -> Result<(), Fault> {
        let own = self.file();
        let (mut content, closed) = (Vec::new(), Array::new());
        for (name, bytes) in self.link.files(&self.learner.to_string()).await? {
            if name == own {
                continue;
            }
            let kept = read_frames(&bytes).chunks.into_iter().filter(|chunk| !old.contains(&chunk.key));
            content.extend(kept.flat_map(|chunk| chunk.frame()));
            closed.push(&Array::of2(&name.into(), &bytes.len().into()));
        }
        content.extend(new.iter().flat_map(Chunk::frame));
        let [name, file, content] = self.place(&content);
        self.link.ask("tidy", &[name, file, content, ("old", closed.into())]).await.map(drop)
    }

    async fn remove(&self, learner: LearnerId) -> Result<(), Fault> {
        self.link.ask("remove", &[("name", learner.to_string().into())]).await.map(drop)
    }

    async fn reopen(&self) -> Result<(), Fault> {
        self.generation.set(self.generation.get() + 1);
        self.link.restart();
        self.link.files(FOLDER).await.map(drop)
    }
}
