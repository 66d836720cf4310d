//! The end of a sitting: what is ready, what was found strong, and "Take it with me".

use super::earlier;
use crate::ui::parts::{Weight, actions, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::{El, el};
use crate::view::Done;
use yew::Html;

pub fn page(view: &Done, send: &Send) -> Html {
    let found = el("div").class("found").with(named(&view.strong_label, &view.strong, "strong")).with(named(
        &view.ready_label,
        &view.ready,
        "ready",
    ));
    let hand_in = view.hand_in.iter().map(|hand_in| button(hand_in, Weight::Plain, "hand-in", send));
    let on = actions()
        .with(button(&view.again, if view.take_first { Weight::Plain } else { Weight::Main }, "again", send))
        .with(button(&view.home, Weight::Plain, "home", send));
    let take = el("div")
        .class("take")
        .with(button(&view.take, if view.take_first { Weight::Main } else { Weight::Plain }, "carry", send))
        .with(button(&view.export, Weight::Plain, "export", send))
        .with(words("note", &view.take_note));
    let (first, last) = if view.take_first { (Some(take), None) } else { (None, Some(take)) };
    el("div")
        .class("card done")
        .with(heading(&view.title))
        .each(view.lines.iter().map(|line| el("p").class("lead").key(line).text(line).html()))
        .with(found)
        .each(first.map(El::html))
        .with(on.each(hand_in))
        .each(view.earlier.iter().map(|earlier| earlier::section(earlier, send)))
        .each(last.map(El::html))
        .html()
}

fn named(label: &str, skills: &[String], class: &'static str) -> Html {
    if skills.is_empty() {
        return Html::default();
    }
    let skills = skills.iter().map(|skill| el("li").key(skill).text(skill).html());
    el("section").class(class).key(class).with(title(label)).with(el("ul").each(skills)).html()
}
