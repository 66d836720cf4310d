//! The on-screen keypad. Its keys never take the focus, so the field keeps the caret.

use super::tag::el;
use crate::view::Key;
use crate::view::entry::Stroke;
use std::rc::Rc;
use yew::html::{onmousedown, onpointerdown};
use yew::{Callback, Html, MouseEvent, PointerEvent};

pub fn keypad(rows: &[Vec<Key>], label: &str, on_key: &Callback<Stroke>) -> Html {
    let row = |(place, keys): (usize, &Vec<Key>)| {
        el("div").place(place).class("keys").each(keys.iter().map(|each| key(each, on_key))).html()
    };
    let wide = rows.first().is_some_and(|row| row.len() > 4);
    el("div")
        .class(if wide { "keypad wide" } else { "keypad" })
        .attr("role", "group")
        .attr("aria-label", label)
        .hook("keypad")
        .each(rows.iter().enumerate().map(row))
        .html()
}

fn key(view: &Key, on_key: &Callback<Stroke>) -> Html {
    let stroke = view.stroke;
    let held = Callback::from(|event: PointerEvent| event.prevent_default());
    let kept = Callback::from(|event: MouseEvent| event.prevent_default());
    el("button")
        .key(&view.name)
        .attr("type", "button")
        .class("key")
        .on(Rc::new(onpointerdown::Wrapper::new(held)))
        .on(Rc::new(onmousedown::Wrapper::new(kept)))
        .on_click(on_key.reform(move |_: MouseEvent| stroke))
        .with(el("span").hidden().text(&view.face))
        .with(el("span").class("visually-hidden").text(&view.name))
        .html()
}
