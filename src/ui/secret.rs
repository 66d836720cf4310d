//! Forms that ask for a secret, to set a lock or to open one, and the words around them. What is typed stays in the form
//! until it is said.

use super::avatar::avatar;
use super::icon;
use super::parts::{Weight, actions, button, line, title, toned, words};
use super::send::Send;
use super::tag::{El, el};
use crate::tutor::Guarding;
use crate::view::guard::{EntryView, LockView, SheetView, UnlockView, guarding};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Pictures that make a secret.
const PICTURES: usize = 4;

/// The lock of the open record, on the settings page.
pub fn lock(view: &LockView, send: &Send) -> Html {
    let paragraph = |(place, text): (usize, &String)| el("p").place(place).text(text).html();
    let honest = el("div").class("lock-honest").each(view.honest.iter().enumerate().map(paragraph));
    let ways = view.ways.iter().map(|way| button(way, Weight::Plain, "lock-way", send));
    let beside = view.beside.iter().map(|way| button(way, Weight::Quiet, "lock-beside", send));
    el("section")
        .class("card lock")
        .hook("lock")
        .with(title(&view.title))
        .with(
            el("div")
                .attr("role", "status")
                .hook("lock-said")
                .each(view.lines.iter().enumerate().map(paragraph)),
        )
        .with(honest)
        .with(actions().each(ways))
        .each(view.entry.iter().map(|entry| form(entry, send)))
        .with(actions().each(beside))
        .each(view.sheet.iter().map(|view| sheet(view, send)))
        .html()
}

/// The record that asks for its secret, above the others.
pub fn unlock(view: &UnlockView, send: &Send) -> Html {
    let who = el("div").class("unlock-who").with(avatar(&view.avatar.id)).with(el("strong").text(&view.name));
    let other = view.other.iter().map(|other| button(other, Weight::Quiet, "lock-other", send));
    el("section")
        .key("unlock")
        .class("notice unlock")
        .hook("unlock")
        .with(title(&view.title))
        .with(who)
        .with(form(&view.entry, send))
        .with(actions().each(other))
        .html()
}

fn sheet(view: &SheetView, send: &Send) -> Html {
    let word = |(place, word): (usize, &String)| el("li").place(place).text(word).html();
    let steps = view.actions.iter().map(|action| button(action, Weight::Plain, "sheet-action", send));
    el("section")
        .key("sheet")
        .class("recovery")
        .hook("sheet")
        .with(el("h3").text(&view.title))
        .with(words("recovery-whose", &view.whose))
        .with(el("ol").each(view.words.iter().enumerate().map(word)))
        .with(words("", &view.text))
        .with(actions().each(steps))
        .html()
}

fn form(view: &EntryView, send: &Send) -> Html {
    html! { <Secret key={view.name} view={view.clone()} send={send.clone()} /> }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: EntryView,
    pub send: Send,
}

/// A component, so that what is typed or chosen stays when something else on the page changes.
#[component]
pub fn Secret(Props { view, send }: &Props) -> Html {
    let (first, second) = (use_node_ref(), use_node_ref());
    let chosen = use_state(Vec::<String>::new);
    let on_submit = {
        let (send, opens, pictures) = (send.clone(), view.opens, !view.pictures.is_empty());
        let (first, second, chosen) = (first.clone(), second.clone(), chosen.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let secret = if pictures { chosen.join(" ") } else { taken(&first) };
            let again = taken(&second);
            chosen.set(Vec::new());
            send.emit(guarding(if opens { Guarding::Open(secret) } else { Guarding::Set { secret, again } }));
        })
    };
    let whole = view.pictures.is_empty() || chosen.len() == PICTURES;
    let press = el("button")
        .attr("type", "submit")
        .class(Weight::Main.class())
        .hook("secret-submit")
        .flag("disabled", !(view.submit.enabled && whole))
        .text(&view.submit.label);
    let entry = if view.pictures.is_empty() { typed(view, &first, &second) } else { pictures(view, &chosen) };
    let said = view.said.iter().map(|said| {
        let words = el("div").class("notice-text").with(el("p").with(line(&said.line)));
        el("div")
            .key("said")
            .class(&toned("notice", said.tone))
            .with(icon::tone(said.tone))
            .with(words)
            .html()
    });
    el("form")
        .class("secret")
        .hook("secret")
        .attr("autocomplete", "off")
        .on_submit(on_submit)
        .with(entry)
        .with(el("div").attr("role", "status").hook("secret-said").each(said))
        .with(actions().with(press))
        .html()
}

/// What a field holds; it is empty afterwards, so that no secret stays on the screen.
fn taken(node: &NodeRef) -> String {
    let Some(input) = node.cast::<HtmlInputElement>() else { return String::new() };
    let typed = input.value();
    input.set_value("");
    typed
}

fn typed(view: &EntryView, first: &NodeRef, second: &NodeRef) -> Html {
    let field = |id: &str, label: &str, words: &str, node: &NodeRef| {
        let input = el("input")
            .id(id)
            .hook("secret-field")
            // No kind of field that a browser would offer to remember.
            .attr("type", "text")
            .class(if view.hidden { "field is-hidden" } else { "field" })
            .attr("inputmode", if view.digits { "numeric" } else { "text" })
            .attr("autocomplete", "off")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .attr("maxlength", "200")
            .node(node);
        let words = (!words.is_empty())
            .then(|| el("p").key("words").class("drawn-words").hook("drawn-words").text(words).html());
        el("div")
            .key(id)
            .class("secret-field")
            .with(el("label").attr("for", id).text(label))
            .each(words)
            .with(input)
            .html()
    };
    let again = view.again.as_ref().map(|label| field(&format!("{}-again", view.name), label, "", second));
    el("div")
        .class("secret-fields")
        .with(field(view.name, &view.label, &view.words, first))
        .each(again)
        .html()
}

fn pictures(view: &EntryView, chosen: &UseStateHandle<Vec<String>>) -> Html {
    let picture = |picture: &crate::view::Avatar| {
        let (id, state) = (picture.id.clone(), chosen.clone());
        let add = Callback::from(move |_: MouseEvent| {
            let mut more = (*state).clone();
            more.push(id.clone());
            state.set(more);
        });
        el("button")
            .key(&picture.id)
            .attr("type", "button")
            .class("button secret-picture")
            .hook("picture")
            .flag("disabled", chosen.len() == PICTURES)
            .on_click(add)
            .with(avatar(&picture.id))
            .with(el("span").class("visually-hidden").text(&picture.name))
            .html()
    };
    let state = chosen.clone();
    let clear = Callback::from(move |_: MouseEvent| state.set(Vec::new()));
    let count = view.counts.get(chosen.len()).map(String::as_str).unwrap_or_default();
    let clear =
        el("button").attr("type", "button").class(Weight::Quiet.class()).on_click(clear).text(&view.clear);
    fieldset(&view.label)
        .with(el("div").class("secret-pictures").each(view.pictures.iter().map(picture)))
        .with(
            actions().with(el("span").attr("role", "status").hook("pictures-count").text(count)).with(clear),
        )
        .html()
}

fn fieldset(legend: &str) -> El {
    el("fieldset").with(el("legend").text(legend))
}
