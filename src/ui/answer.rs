//! A field for a written answer: the field, its check, how the draft was read, and the keypad.

use super::entry::{field, keys};
use super::icon;
use super::maths::maths;
use super::parts::Weight;
use super::send::{Send, Shared};
use super::tag::el;
use crate::tutor::Msg;
use crate::view::{Button, ReadBack, WriteView};
use yew::{Callback, Html, MouseEvent, SubmitEvent};

/// `id` is that of the field, and its hook; `check_hook` the one of the button. At the end of the row of tools stands
/// `end`: the hint button.
pub fn answer(
    view: &WriteView,
    check: &Option<Button>,
    (id, check_hook): (&'static str, &'static str),
    end: Html,
    shared: &Shared,
) -> Html {
    let onsubmit = on_submit(check, &shared.send);
    let offered = view.enabled && !view.keypad.is_empty();
    let row = el("div").class("answer-row").with(field(view, id, shared));
    let row = row.with(check.as_ref().map_or_else(Html::default, |check| submit(check, check_hook)));
    let read =
        el("div").class("read-back").id(&[id, "-read"].concat()).with(read_back(view.read_back.as_ref()));
    let ends = el("div").class("tools-end").with(end);
    let ends = ends.with(if offered { toggle(view, shared) } else { Html::default() });
    let keypad = if offered && shared.keypad { keys(view, id, shared) } else { Html::default() };
    el("form")
        .class("answer")
        .on_submit(onsubmit)
        .with(el("label").attr("for", id).text(&view.label))
        .with(row)
        .with(el("div").class("tools").with(read).with(ends))
        .with(keypad)
        .html()
}

pub fn toggle(view: &WriteView, shared: &Shared) -> Html {
    let shown = shared.keypad;
    el("button")
        .attr("type", "button")
        .class("button quiet square")
        .attr("aria-label", &view.keypad_label)
        .attr("aria-expanded", if shown { "true" } else { "false" })
        .hook("keypad-toggle")
        .on_click(shared.want_keypad.reform(move |_: MouseEvent| !shown))
        .with(icon::keypad())
        .html()
}

/// Enter in a field and a press on Check are the same thing: the form is submitted.
pub fn on_submit(check: &Option<Button>, send: &Send) -> Callback<SubmitEvent> {
    let msg = check.as_ref().map_or(Msg::Nothing, |check| check.msg.clone());
    send.reform(move |event: SubmitEvent| {
        event.prevent_default();
        msg.clone()
    })
}

pub fn submit(check: &Button, hook: &'static str) -> Html {
    el("button")
        .attr("type", "submit")
        .class(Weight::Main.class())
        .hook(hook)
        .flag("disabled", !check.enabled)
        .text(&check.label)
        .html()
}

fn read_back(view: Option<&ReadBack>) -> Html {
    match view {
        None => Html::default(),
        Some(ReadBack::Advice(words)) => el("span").key("advice").text(words).html(),
        Some(ReadBack::Maths { label, node, spoken }) => {
            let label = el("span").class("read-label").text(label);
            el("span").key("maths").with(label).text(" ").with(maths(node, spoken)).html()
        }
    }
}
