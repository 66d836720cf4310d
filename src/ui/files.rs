//! Opening a file: by a press, by keyboard, or dropped. Only its bytes go on.

use super::parts::words;
use super::send::Send;
use super::tag::el;
use crate::tutor::{Device, Msg};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::html::{ondragover, ondrop};
use yew::prelude::*;

pub fn open_file(label: &str, note: &str, send: &Send) -> Html {
    let chosen = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            open(input.files().and_then(|files| files.get(0)), &send);
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    let dragged = Callback::from(|event: DragEvent| event.prevent_default());
    let send = send.clone();
    let dropped = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        open(files.and_then(|files| files.get(0)), &send);
    });
    let input = el("input").class("visually-hidden").attr("type", "file").hook("import").on_change(chosen);
    el("div")
        .class("open-file")
        .on(Rc::new(ondragover::Wrapper::new(dragged)))
        .on(Rc::new(ondrop::Wrapper::new(dropped)))
        .with(el("label").class("button").text(label).with(input))
        .with(words("note", note))
        .html()
}

fn open(file: Option<File>, send: &Send) {
    let Some(file) = file else { return };
    let send = send.clone();
    spawn_local(async move {
        // A file that cannot be read (moved, no permission) is an empty one: the importer says so in words.
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Uint8Array::new(&buffer).to_vec(),
            Err(_) => Vec::new(),
        };
        send.emit(Msg::Device(Device::FileOpened(bytes)));
    });
}
