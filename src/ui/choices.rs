//! Several to choose from: as the answer to a question, as a setting, or as a row of large buttons.

use super::answer::{on_submit, submit};
use super::avatar::avatar;
use super::parts::{line, note, tongue};
use super::send::{Send, on_press};
use crate::tutor::Msg;
use crate::view::{Button, Choice, Choices, GroupView};
use yew::prelude::*;

/// The choices of a question. Choosing does not check.
pub fn answer(view: &Choices, check: &Option<Button>, hint: Html, send: &Send) -> Html {
    html! {
        <form class="answer" onsubmit={on_submit(check, send)}>
            <fieldset class="choices" disabled={check.is_none()}>
                <legend>{ &view.legend }</legend>
                { for view.choices.iter().enumerate().map(|(place, choice)| radio(choice, place, "choice", "choice", send)) }
            </fieldset>
            <div class="answer-row">
                if let Some(check) = check {
                    { submit(check, "check") }
                }
                <div class="tools-end">{ hint }</div>
            </div>
        </form>
    }
}

/// An answer made of several choices: any number of one group, or something for every object.
pub fn groups(views: &[GroupView], check: &Option<Button>, hint: Html, send: &Send) -> Html {
    let group = |(place, view): (usize, &GroupView)| {
        let name = format!("group-{place}");
        let kind = if view.several { "checkbox" } else { "radio" };
        let choice = |(place, choice): (usize, &Choice)| {
            html! {
                <label key={place} class="choice" data-test="choice">
                    <input type={kind} name={name.clone()} checked={choice.chosen} onchange={on_change(send, &choice.msg)} />
                    <span class="choice-face">{ face(choice) }</span>
                </label>
            }
        };
        html! {
            <fieldset key={place} class={classes!("choices", (views.len() > 1).then_some("in-row"))} disabled={check.is_none()}>
                <legend>{ line(&view.legend) }</legend>
                { for view.choices.iter().enumerate().map(choice) }
            </fieldset>
        }
    };
    html! {
        <form class="answer" onsubmit={on_submit(check, send)}>
            { for views.iter().enumerate().map(group) }
            <div class="answer-row">
                if let Some(check) = check {
                    { submit(check, "check") }
                }
                <div class="tools-end">{ hint }</div>
            </div>
        </form>
    }
}

/// One of several, taking effect at once.
pub fn setting(view: &Choices, name: &'static str, send: &Send) -> Html {
    html! {
        <fieldset class="choices in-row">
            <legend>{ &view.legend }</legend>
            { for view.choices.iter().enumerate().map(|(place, choice)| radio(choice, place, name, name, send)) }
        </fieldset>
    }
}

fn radio(choice: &Choice, place: usize, name: &'static str, hook: &'static str, send: &Send) -> Html {
    let onchange = on_change(send, &choice.msg);
    html! {
        <label key={place} class="choice" data-test={hook} lang={tongue(&choice.msg)}>
            <input type="radio" {name} checked={choice.chosen} {onchange} />
            <span class="choice-face">
                { face(choice) }
                { note(&choice.note) }
            </span>
        </label>
    }
}

fn face(choice: &Choice) -> Html {
    if choice.drawn.is_empty() {
        html! { <span>{ &choice.label }</span> }
    } else {
        html! { <span>{ line(&choice.drawn) }</span> }
    }
}

/// Large buttons of which one press is enough: grades.
pub fn presses(choices: &[Choice], hook: &'static str, send: &Send) -> Html {
    let item = |choice: &Choice| {
        html! {
            <li key={choice.label.as_str()}>
                <button type="button" class="button press" data-test={hook} onclick={on_press(send, &choice.msg)}>
                    <span>{ &choice.label }</span>
                    { note(&choice.note) }
                </button>
            </li>
        }
    };
    html! { <ul class="presses">{ for choices.iter().map(item) }</ul> }
}

/// Any number of several: interests.
pub fn toggles(choices: &[Choice], legend: &str, hook: &'static str, send: &Send) -> Html {
    let item = |choice: &Choice| {
        html! {
            <label key={choice.label.as_str()} class="choice" data-test={hook}>
                <input type="checkbox" checked={choice.chosen} onchange={on_change(send, &choice.msg)} />
                <span class="choice-face"><span>{ &choice.label }</span></span>
            </label>
        }
    };
    html! { <fieldset class="choices in-row"><legend>{ legend }</legend>{ for choices.iter().map(item) }</fieldset> }
}

/// The drawn avatars; `ids` stand beside `choices`, one for each.
pub fn avatars(choices: &[Choice], ids: &[String], legend: &str, send: &Send) -> Html {
    let item = |(choice, id): (&Choice, &String)| {
        html! {
            <label key={id.as_str()} class="choice picture" data-test="avatar">
                <input type="radio" name="avatar" checked={choice.chosen} onchange={on_change(send, &choice.msg)} />
                { avatar(id) }
                <span class="visually-hidden">{ &choice.label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices in-row">
            <legend>{ legend }</legend>
            { for choices.iter().zip(ids).map(item) }
        </fieldset>
    }
}

fn on_change(send: &Send, msg: &Msg) -> Callback<Event> {
    let msg = msg.clone();
    send.reform(move |_| msg.clone())
}
