//! Something could not be shown: what, and the next step.

use crate::ui::icon;
use crate::ui::parts::{Weight, actions, button, heading, toned, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{Button, Notice};
use yew::Html;

pub fn page(view: &Notice, send: &Send) -> Html {
    let action = |(place, action): (usize, &Button)| {
        let weight = if place == 0 { Weight::Main } else { Weight::Plain };
        button(action, weight, "notice-action", send)
    };
    el("div")
        .class(&toned("card trouble", view.tone))
        .hook("trouble")
        .with(icon::tone(view.tone))
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(actions().each(view.actions.iter().chain(&view.close).enumerate().map(action)))
        .html()
}
