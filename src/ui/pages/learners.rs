//! Who is learning here?

use crate::ui::avatar::avatar;
use crate::ui::files::open_file;
use crate::ui::parts::{Weight, actions, button, heading, note, words};
use crate::ui::secret::unlock;
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{LearnerCard, Learners};
use yew::Html;

pub fn page(view: &Learners, send: &Send) -> Html {
    let ways = actions().with(button(&view.add, Weight::Plain, "learner-add", send)).with(open_file(
        &view.import_label,
        "",
        send,
    ));
    el("div")
        .class("card")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .each(view.unlock.iter().map(|view| unlock(view, send)))
        .with(el("ul").class("learners").each(view.learners.iter().map(|card| learner(card, send))))
        .with(ways)
        .html()
}

fn learner(card: &LearnerCard, send: &Send) -> Html {
    let words = el("span")
        .class("learner-text")
        .with(el("span").class("learner-name").text(&card.name))
        .with(note(&card.note));
    let press = el("button")
        .attr("type", "button")
        .class("button press learner")
        .hook("learner")
        .sends(&card.open, send)
        .with(avatar(&card.avatar.id))
        .with(words);
    el("li").key(&card.id).with(press).html()
}
