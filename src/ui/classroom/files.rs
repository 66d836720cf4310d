//! Files on their way to the teacher's desk: first a look at all of them, which gives names and counts, then each is
//! folded to its ticket; in workers where there is much to do, so that the page stays alive.

use super::crew::Crew;
use crate::classroom::{
    ClassMsg,
    desk::Arrived,
    folding::{self, Folding, Kind},
};
use crate::content::Map;
use crate::exchange::{Ticket, progress_file};
use crate::ui::platform;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileList};
use yew::Callback;

/// Milliseconds of work before the page, or whoever listens to a worker, gets a turn.
const SLICE: f64 = 24.0;
/// Milliseconds between two news of the bar.
const NEWS: f64 = 120.0;
const LINES: usize = 48;
/// A text without records that is longer is no list of tickets.
const LONGEST_TEXT: usize = 4 << 20;

/// A file as it came. Its bytes stay with the browser until somebody works on it.
#[derive(Clone)]
pub struct Given {
    pub name: String,
    pub blob: Blob,
}

impl Given {
    /// What was under a passphrase.
    pub fn unlocked(name: String, bytes: &[u8]) -> Option<Self> {
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
        Some(Self { name, blob })
    }
}

/// What a look at a file gave.
pub enum Looked {
    /// Facts in it, and what its learner is called.
    Progress(usize, Option<String>),
    /// Under a passphrase.
    Locked,
    /// A class, or what may hold tickets.
    Text(String),
    Foreign,
}

pub fn given(list: Option<FileList>) -> Vec<Given> {
    let Some(list) = list else { return Vec::new() };
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.map(|file| Given { name: file.name(), blob: file.into() }).collect()
}

/// Reads all of them; those under a passphrase are given back.
pub async fn read(files: Vec<Given>, mut crew: Crew, tell: Callback<ClassMsg>) -> Vec<Given> {
    if files.is_empty() {
        return files;
    }
    crew.suit(&files);
    let looked: Vec<Cell<Option<Looked>>> = files.iter().map(|_| Cell::new(None)).collect();
    let todo: Vec<usize> = (0..files.len()).collect();
    crew.share(&todo, async |hand, at| looked[at].set(hand.look(&files[at].blob).await)).await;
    let (mut locked, mut records, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let (mut who, mut refused) = (Vec::new(), Vec::new());
    for (at, looked) in looked.into_iter().enumerate() {
        let name = &files[at].name;
        match looked.into_inner() {
            Some(Looked::Progress(facts, called)) => {
                who.push((called.unwrap_or_else(|| name.clone()), facts));
                records.push((at, facts));
            }
            Some(Looked::Text(text)) => texts.push(text),
            Some(Looked::Locked) => locked.push(files[at].clone()),
            Some(Looked::Foreign) | None => refused.push(name.clone()),
        }
    }
    if files.len() > locked.len() {
        tell.emit(ClassMsg::Files(Arrived { files: files.len() - locked.len(), records: who }));
        refused.into_iter().for_each(|name| tell.emit(ClassMsg::Refused(name)));
        // Names and counts are on the screen before the long work begins.
        TimeoutFuture::new(0).await;
        for text in texts {
            let class = folding::kind(&text) == Kind::Class;
            tell.emit(if class { ClassMsg::ClassFile(text) } else { ClassMsg::Pasted(text) });
        }
        fold_all(&crew, &files, &records, &tell).await;
        tell.emit(ClassMsg::FilesDone);
    }
    locked
}

/// `records` are places in `files` with the facts that each holds.
async fn fold_all(crew: &Crew, files: &[Given], records: &[(usize, usize)], tell: &Callback<ClassMsg>) {
    let all: usize = records.iter().map(|(_, facts)| facts * 100).sum();
    let bar = RefCell::new(Bar { parts: vec![0; records.len()], told: platform::moment() });
    let todo: Vec<usize> = (0..records.len()).collect();
    crew.share(&todo, async |hand, turn| {
        let (at, facts) = records[turn];
        let told = |part: usize, whole: usize| {
            let mut bar = bar.borrow_mut();
            bar.parts[turn] = facts * 100 * part / whole.max(1);
            if platform::moment() - bar.told > NEWS {
                bar.told = platform::moment();
                tell.emit(ClassMsg::Reading(bar.parts.iter().sum(), all));
            }
        };
        let ticket = hand.fold(&files[at].blob, &told).await;
        told(1, 1);
        tell.emit(ClassMsg::Folded(ticket.map(Box::new), files[at].name.clone()));
    })
    .await;
}

/// Parts done of each file, and when this was last said.
struct Bar {
    parts: Vec<usize>,
    told: f64,
}

/// A look at one file.
pub async fn look(file: &Blob) -> Looked {
    if matches!(progress_file::read(&first_bytes(file).await), Err(progress_file::Obstacle::Locked)) {
        return Looked::Locked;
    }
    let text = text_of(file).await;
    match folding::kind(&text) {
        Kind::Progress(glance) => Looked::Progress(glance.facts, glance.name),
        Kind::Class | Kind::Tickets if text.len() <= LONGEST_TEXT => Looked::Text(text),
        _ => Looked::Foreign,
    }
}

/// The ticket of a progress file; `told` hears how far it is. With `rests` others get a turn in between.
pub async fn fold(file: &Blob, map: Rc<Map>, told: &dyn Fn(usize, usize), rests: bool) -> Option<Ticket> {
    let text = text_of(file).await;
    let mut folding = Folding::new(text, map);
    loop {
        let begun = platform::moment();
        while platform::moment() - begun < SLICE {
            if folding.step(LINES) {
                return folding.ticket();
            }
        }
        let (part, whole) = folding.progress();
        told(part, whole);
        if rests {
            TimeoutFuture::new(0).await;
        }
    }
}

pub async fn bytes_of(file: &Blob) -> Vec<u8> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer.map_or_else(|_| Vec::new(), |buffer| Uint8Array::new(&buffer).to_vec())
}

async fn text_of(file: &Blob) -> String {
    let packed = first_bytes(file).await.starts_with(&[0x1f, 0x8b]);
    let bytes = if packed { platform::gunzip_blob(file).await } else { bytes_of(file).await };
    String::from_utf8(bytes).unwrap_or_default()
}

/// They tell what a file is: the whole of it would be read for nothing.
async fn first_bytes(file: &Blob) -> Vec<u8> {
    match file.slice_with_i32_and_i32(0, 64) {
        Ok(first) => bytes_of(&first).await,
        Err(_) => Vec::new(),
    }
}
