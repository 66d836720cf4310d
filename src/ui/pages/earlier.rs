//! "Someone helped me" with one of the last answers.

use crate::ui::parts::{Weight, button, line, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{Earlier, EarlierAnswer};
use yew::Html;

pub fn section(view: &Earlier, send: &Send) -> Html {
    let answers = view.answers.iter().enumerate();
    el("details")
        .class("earlier")
        .hook("earlier")
        .with(el("summary").text(&view.title))
        .with(words("note", &view.note))
        .with(el("ul").each(answers.map(|(place, view)| answer(view, place, send))))
        .html()
}

fn answer(view: &EarlierAnswer, place: usize, send: &Send) -> Html {
    el("li")
        .place(place)
        .with(el("p").with(line(&view.ask)))
        .with(button(&view.helped, Weight::Quiet, "earlier-helped", send))
        .html()
}
