//! What makes answering more comfortable, fetched once a question stands there: the drawing over a field for written
//! maths, its large keypad, the scratchpad, and figures that are answered in. Until then, and without it, the field below takes the same answer.

use super::app::App;
use super::avatar::avatar;
use super::beside;
use super::figure;
use super::hosted;
use super::listen::Listen;
use super::rehearsal::rehearse;
use super::scratch::Scratch;
use super::send::Send;
use super::sketch::Sketch;
use super::tag::el;
use crate::content::Locale;
use crate::notation::speech;
use crate::view::figure::Sheet;
use crate::view::listen::{self, ListenView};
use crate::view::scratch::labels;
use crate::view::{self, Apart, Beside, FigureView, QuestionView, entry};
use std::sync::OnceLock;
use yew::{Context, Html, html};

/// Nothing else in the first module may name these functions.
#[derive(Clone, Copy)]
pub struct Hands {
    /// The drawing over a field that holds this draft.
    pub sketch: fn(&str) -> Html,
    /// A figure that can be answered in.
    pub board: fn(&FigureView, &Send) -> Html,
    /// A figure made of boxes, with its text alternative.
    pub sheet: fn(&Sheet, &str) -> Html,
    /// A sheet to draw and type on, for the question with this id, in this language.
    pub scratch: fn(&str, &str) -> Html,
    /// The picture of who is learning.
    pub avatar: fn(&str) -> Html,
    /// The row below what is asked: the button that reads it aloud, and the one for the other language.
    pub aids: fn(&QuestionView, &Send) -> Html,
    /// Draws what comes after the first check where nobody sees it.
    pub rehearse: fn([Html; 2]),
    /// The question in the other language, and its help.
    pub beside: fn(&Beside) -> Html,
    pub beside_help: fn(&Beside) -> Html,
    /// Looks whether the host has set anything.
    pub look: fn(&Context<App>),
}

static HANDS: OnceLock<Hands> = OnceLock::new();

/// Brings it in; once is enough.
pub fn open() {
    entry::open();
    view::beside::open(view::beside::BesideWords::here());
    listen::open();
    speech::open();
    let _ = HANDS.set(Hands {
        sketch,
        board: figure::board,
        sheet: figure::sheet,
        scratch,
        avatar,
        aids,
        rehearse,
        beside: beside::asked,
        beside_help: beside::help,
        look: hosted::look,
    });
}

pub fn hands() -> Option<Hands> {
    #[cfg(not(target_family = "wasm"))]
    open();
    HANDS.get().copied()
}

fn scratch(question: &str, lang: &str) -> Html {
    let labels = labels(Locale::parse(lang).unwrap_or(Locale::En));
    html! { <Scratch question={question.to_string()} {labels} /> }
}

fn sketch(draft: &str) -> Html {
    html! { <Sketch draft={draft.to_string()} /> }
}

fn aids(view: &QuestionView, send: &Send) -> Html {
    let aloud = |view: &Apart<ListenView>| html! { <Listen view={view.clone()} /> };
    let toggle = view.beside.iter().map(|view| beside::toggle(view, send));
    let project = view.project.iter().map(|link| {
        let to = link.to.to_string();
        el("a")
            .key("project")
            .class("button quiet")
            .hook("project")
            .attr("href", &to)
            .text(&link.label)
            .html()
    });
    el("div").class("aids").each(view.listen.iter().map(aloud)).each(toggle).each(project).html()
}
