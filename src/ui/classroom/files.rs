//! Files on their way to the teacher's desk: opened, unpacked and folded in pieces, so that the page stays alive.

use crate::classroom::{ClassMsg, folding, folding::Folding};
use crate::content::Map;
use crate::exchange::progress_file;
use crate::ui::platform;
use gloo::timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};
use yew::Callback;

/// Milliseconds of work before the page gets a turn.
const SLICE: f64 = 24.0;
/// Milliseconds between two news of the bar.
const NEWS: f64 = 120.0;
const LINES: usize = 48;

/// A file as it came.
pub struct Opened {
    pub name: String,
    pub bytes: Vec<u8>,
}

pub async fn open(list: Option<FileList>) -> Vec<Opened> {
    let mut opened = Vec::new();
    let Some(list) = list else { return opened };
    let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    for file in files {
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Uint8Array::new(&buffer).to_vec(),
            Err(_) => Vec::new(),
        };
        opened.push(Opened { name: file.name(), bytes });
    }
    opened
}

/// Reads all of them; those under a passphrase are given back.
pub async fn read(files: Vec<Opened>, map: Rc<Map>, tell: Callback<ClassMsg>) -> Vec<Opened> {
    let (mut locked, mut texts) = (Vec::new(), Vec::new());
    for file in files {
        if matches!(progress_file::read(&file.bytes), Err(progress_file::Obstacle::Locked)) {
            locked.push(file);
            continue;
        }
        texts.push((file.name, text_of(file.bytes).await));
    }
    // Names and counts first: they cost next to nothing.
    let facts = |text: &String| folding::glance(text).map_or(0, |glance| glance.facts);
    let all: usize = texts.iter().map(|(_, text)| facts(text)).sum();
    if texts.is_empty() {
        return locked;
    }
    tell.emit(ClassMsg::Files { files: texts.len(), facts: all });
    TimeoutFuture::new(0).await;
    let mut done = 0;
    for (name, text) in texts {
        let facts = facts(&text);
        if facts > 0 {
            fold(name, text, &map, &tell, (done, facts, all)).await;
        } else if text.starts_with("TRELLIS-CLASS ") {
            tell.emit(ClassMsg::ClassFile(text));
        } else if text.contains("TRELLIS") {
            tell.emit(ClassMsg::Pasted(text));
        } else {
            tell.emit(ClassMsg::Refused(name));
        }
        done += facts;
    }
    tell.emit(ClassMsg::FilesDone);
    locked
}

pub async fn text_of(bytes: Vec<u8>) -> String {
    let bytes = if bytes.starts_with(&[0x1f, 0x8b]) { platform::gunzip(&bytes).await } else { bytes };
    String::from_utf8(bytes).unwrap_or_default()
}

async fn fold(
    name: String,
    text: String,
    map: &Rc<Map>,
    tell: &Callback<ClassMsg>,
    (before, own, all): (usize, usize, usize),
) {
    let mut folding = Folding::new(text, map.clone());
    let mut told = platform::moment();
    loop {
        let begun = platform::moment();
        let mut over = false;
        while !over && platform::moment() - begun < SLICE {
            over = folding.step(LINES);
        }
        if over {
            break;
        }
        if platform::moment() - told > NEWS {
            told = platform::moment();
            let (part, whole) = folding.progress();
            tell.emit(ClassMsg::Reading(before * 100 + own * 100 * part / whole.max(1), all * 100));
        }
        TimeoutFuture::new(0).await;
    }
    tell.emit(ClassMsg::Folded(folding.ticket().map(Box::new), name));
}
