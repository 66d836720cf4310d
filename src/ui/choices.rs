//! Several to choose from: as the answer to a question, as a setting, or as a row of large buttons.

use super::answer::{on_submit, submit};
use super::avatar::avatar;
use super::parts::{line, note, tongue};
use super::send::Send;
use super::tag::{El, el, list};
use crate::tutor::Msg;
use crate::view::{Button, Choice, Choices};
use yew::prelude::*;

/// The choices of a question. Choosing does not check.
pub fn answer(view: &Choices, check: &Option<Button>, hint: Html, send: &Send) -> Html {
    let press = check.as_ref().map(|check| submit(check, "check"));
    let choices = fieldset("choices", &view.legend).flag("disabled", check.is_none());
    let row = el("div")
        .class("answer-row")
        .with(press.unwrap_or_default())
        .with(el("div").class("tools-end").with(hint));
    el("form")
        .class("answer")
        .on_submit(on_submit(check, send))
        .with(choices.with(radios(view, "choice", send)))
        .with(row)
        .html()
}

/// One of several, taking effect at once.
pub fn setting(view: &Choices, name: &'static str, send: &Send) -> Html {
    fieldset("choices in-row", &view.legend).with(radios(view, name, send)).html()
}

fn fieldset(class: &'static str, legend: &str) -> El {
    el("fieldset").class(class).with(el("legend").text(legend))
}

fn radios(view: &Choices, name: &'static str, send: &Send) -> Html {
    list(view.choices.iter().enumerate().map(|(place, choice)| radio(choice, place, name, send)))
}

fn radio(choice: &Choice, place: usize, name: &'static str, send: &Send) -> Html {
    let words = el("span");
    let words =
        if choice.drawn.is_empty() { words.text(&choice.label) } else { words.with(line(&choice.drawn)) };
    el("label")
        .place(place)
        .class("choice")
        .hook(name)
        .maybe("lang", tongue(&choice.msg))
        .with(box_of("radio", choice, send).attr("name", name))
        .with(el("span").class("choice-face").with(words).with(note(&choice.note)))
        .html()
}

/// The box to tick; the choice is on while the view says so.
fn box_of(kind: &'static str, choice: &Choice, send: &Send) -> El {
    el("input").attr("type", kind).checked(choice.chosen).on_change(on_change(send, &choice.msg))
}

/// Large buttons of which one press is enough: grades.
pub fn presses(choices: &[Choice], hook: &'static str, send: &Send) -> Html {
    let item = |choice: &Choice| {
        let press = el("button")
            .attr("type", "button")
            .class("button press")
            .hook(hook)
            .sends(&choice.msg, send)
            .with(el("span").text(&choice.label))
            .with(note(&choice.note));
        el("li").key(&choice.label).with(press).html()
    };
    el("ul").class("presses").each(choices.iter().map(item)).html()
}

/// Any number of several: interests.
pub fn toggles(choices: &[Choice], legend: &str, hook: &'static str, send: &Send) -> Html {
    let item = |choice: &Choice| {
        el("label")
            .key(&choice.label)
            .class("choice")
            .hook(hook)
            .with(box_of("checkbox", choice, send))
            .with(el("span").class("choice-face").with(el("span").text(&choice.label)))
            .html()
    };
    fieldset("choices in-row", legend).each(choices.iter().map(item)).html()
}

/// The drawn avatars; `ids` stand beside `choices`, one for each.
pub fn avatars(choices: &[Choice], ids: &[String], legend: &str, send: &Send) -> Html {
    let item = |(choice, id): (&Choice, &String)| {
        el("label")
            .key(id)
            .class("choice picture")
            .hook("avatar")
            .with(box_of("radio", choice, send).attr("name", "avatar"))
            .with(avatar(id))
            .with(el("span").class("visually-hidden").text(&choice.label))
            .html()
    };
    fieldset("choices in-row", legend).each(choices.iter().zip(ids).map(item)).html()
}

fn on_change(send: &Send, msg: &Msg) -> Callback<Event> {
    let msg = msg.clone();
    send.reform(move |_| msg.clone())
}
