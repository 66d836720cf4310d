//! Practice: one question, and after the third answer, below it, who is learning.

use super::Draw;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::question::question;
use crate::ui::send::Shared;
use crate::ui::tag::el;
use crate::view::Practice;
use yew::Html;

pub fn page(view: &Practice, shared: &Shared, later: Option<Draw>) -> Html {
    let send = &shared.send;
    let top = el("div")
        .class("practice-top")
        .with(heading(&view.title))
        .with(words("place", &view.place))
        .each(view.stop.iter().map(|stop| button(stop, Weight::Quiet, "stop", send)));
    el("div")
        .class("practice")
        .with(top)
        .with(question(&view.question, shared))
        .each(view.earlier.iter().zip(later).map(|(earlier, draw)| (draw.earlier)(earlier, send)))
        .each(view.about.iter().zip(later).map(|(about, draw)| (draw.about_you)(about, send)))
        .html()
}
