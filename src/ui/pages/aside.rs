//! Help between two questions: a worked example, or a card to show to a teacher.

use super::lesson::{given, reason};
use crate::ui::figure::draw;
use crate::ui::parts::{Weight, actions, button, heading, line, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::AsidePage;
use yew::Html;

pub fn page(view: &AsidePage, send: &Send) -> Html {
    let lines = view.lines.iter().map(|line| el("p").class("lead").key(line).text(line).html());
    let asked = el("div")
        .class("asked")
        .attr("lang", view.lang)
        .with(words("note", &view.ask_label))
        .with(el("p").class("ask").with(line(&view.ask)))
        .with(given(&view.given))
        .each(view.figure.iter().map(|view| draw(view, send)));
    el("article")
        .class("card aside")
        .hook("aside")
        .with(heading(&view.title))
        .each(lines)
        .with(asked)
        .with(steps(view))
        .each(view.why.iter().map(|why| reason(why, send)))
        .with(words("", &view.last))
        .with(actions().with(button(&view.go, Weight::Main, "aside-go", send)).with(button(
            &view.stop,
            Weight::Quiet,
            "stop",
            send,
        )))
        .html()
}

fn steps(view: &AsidePage) -> Html {
    if view.steps.is_empty() {
        return Html::default();
    }
    let steps = view.steps.iter().enumerate();
    el("div")
        .class("steps")
        .attr("lang", view.lang)
        .with(title(&view.steps_label))
        .with(el("ol").each(steps.map(|(place, step)| el("li").place(place).with(line(step)).html())))
        .html()
}
