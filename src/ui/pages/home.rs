//! Home: one button, what it brings and why, and two others.

use crate::ui::choices::setting;
use crate::ui::parts::{Weight, actions, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{Home, Step};
use yew::Html;

pub fn page(view: &Home, send: &Send) -> Html {
    let next = el("div")
        .class("card next-step")
        .with(heading(&view.greeting))
        .with(words("lead", &view.fact))
        .each(view.next.iter().map(coming))
        .with(actions().with(button(&view.go, Weight::Main, "go", send)));
    el("div")
        .class("home")
        .with(next)
        .with(others(view, send))
        .with(el("div").class("minutes").with(setting(&view.minutes, "minutes", send)))
        .html()
}

fn coming(next: &Step) -> Html {
    el("div").class("coming").with(title(&next.skill)).with(words("note", &next.why)).html()
}

fn others(view: &Home, send: &Send) -> Html {
    if view.others.is_empty() {
        return Html::default();
    }
    el("section")
        .class("others")
        .attr("aria-labelledby", "others")
        .with(title(&view.others_label).id("others"))
        .with(el("ul").class("cards").each(view.others.iter().map(|step| other(step, send))))
        .html()
}

fn other(step: &Step, send: &Send) -> Html {
    el("li")
        .class("card small")
        .key(&step.skill)
        .with(el("h3").text(&step.skill))
        .with(words("note", &step.why))
        .with(button(&step.button, Weight::Plain, "other", send))
        .html()
}
