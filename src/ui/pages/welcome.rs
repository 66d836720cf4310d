//! The first page of a new learner: one sentence, one button.

use crate::ui::files::open_file;
use crate::ui::icon;
use crate::ui::parts::{Weight, actions, button, heading, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::Welcome;
use yew::Html;

pub fn page(view: &Welcome, send: &Send) -> Html {
    let facts = view.facts.iter().map(|fact| el("li").key(fact).text(fact).html());
    el("div")
        .class("card welcome")
        .with(icon::vine())
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(actions().with(button(&view.start, Weight::Main, "start", send)))
        .with(el("ul").class("facts").each(facts))
        .with(open_file(&view.import, "", send))
        .with(
            el("a").class("code").hook("code").attr("href", &view.code.to.to_string()).text(&view.code.label),
        )
        .each(view.class.iter().map(|class| {
            el("a")
                .key("class")
                .class("to-skill")
                .hook("class")
                .attr("href", &class.to.to_string())
                .text(&class.label)
                .html()
        }))
        .html()
}
