//! "What grade are you in?"

use crate::ui::choices::presses;
use crate::ui::parts::{Weight, actions, button, heading, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::GradePage;
use yew::Html;

pub fn page(view: &GradePage, send: &Send) -> Html {
    el("div")
        .class("card")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(presses(&view.grades, "grade", send))
        .with(actions().with(button(&view.skip, Weight::Quiet, "grade-skip", send)))
        .html()
}
