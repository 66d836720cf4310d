//! Opening a file: by a press, by keyboard, or dropped. Only its bytes go on.

use super::send::{Send, use_send};
use crate::tutor::{Device, Msg};
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: AttrValue,
    #[prop_or_default]
    pub note: AttrValue,
}

#[component]
pub fn OpenFile(Props { label, note }: &Props) -> Html {
    let send = use_send();
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            open(input.files().and_then(|files| files.get(0)), &send);
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        open(files.and_then(|files| files.get(0)), &send);
    });
    html! {
        <div class="open-file" {ondragover} {ondrop}>
            <label class="button">
                { label }
                <input class="visually-hidden" type="file" data-test="import" {onchange} />
            </label>
            if !note.is_empty() {
                <p class="note">{ note }</p>
            }
        </div>
    }
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
