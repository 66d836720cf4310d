//! The browser shell's face: draws the values of `view` and sends messages. It decides nothing: no wording, no
//! arithmetic, no "is this enabled".

pub mod send;

pub mod tag;

pub mod parts;

pub mod avatar;

pub mod icon;

pub mod maths;

pub mod figure;

pub mod keypad;

pub mod entry;

mod rehearsal;

mod scratch;

mod sketch;

mod listen;

pub mod hands;

mod hosted;

pub mod answer;

mod beside;

mod boxes;

pub mod choices;

pub mod feedback;

pub mod files;

pub mod nickname;

pub mod question;

pub mod classroom;

pub mod pages;

pub mod frame;

pub mod focus;

mod platform;

mod keeping;

mod proving;

mod lms;

mod carrying;

mod place;

mod camera;
mod guarding;

pub mod secret;

pub mod late;

mod app;

pub use focus::{announce, focus, leave_button};
pub use frame::Face;
pub use send::{Send, Shared};

/// Puts the app into the page. In a worker there is no page, and files are folded instead.
pub fn start() {
    if web_sys::window().is_none() {
        return wasm_bindgen_futures::spawn_local(async {
            if late::room().await.is_ok() {
                pages::work();
            }
        });
    }
    let place = platform::document().get_element_by_id("app").expect("index.html has a place for the app");
    // The shell that was painted first gives way to the real one, which stands exactly on it.
    place.set_text_content(None);
    yew::Renderer::<app::App>::with_root(place).render();
}
