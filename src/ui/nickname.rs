//! The nickname field. What is typed stays here until it is said: by Save, by Enter, or by leaving the field.

use super::parts::{Weight, words};
use super::send::Send;
use super::tag::el;
use crate::learner::Profile;
use crate::tutor::Msg;
use crate::view::Button;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub send: Send,
    pub label: AttrValue,
    pub name: AttrValue,
    #[prop_or_default]
    pub note: AttrValue,
    #[prop_or_default]
    pub save: Option<Button>,
}

/// A component, so that what is typed stays when something else on the page changes.
#[component]
pub fn Nickname(Props { send, label, name, note, save }: &Props) -> Html {
    let changed = send.reform(|event: Event| told(event.target_unchecked_into::<HtmlInputElement>().value()));
    // Enter and a press on Save both make the field say `change` first: nothing is left to do.
    let submitted = Callback::from(|event: SubmitEvent| event.prevent_default());
    let field = el("input")
        .id("nickname")
        .class("field")
        .hook("nickname")
        .attr("type", "text")
        .attr("maxlength", "40")
        .attr("autocomplete", "off")
        .value(name)
        .on_change(changed);
    el("form")
        .class("nickname")
        .on_submit(submitted)
        .with(el("label").attr("for", "nickname").text(label))
        .with(el("div").class("answer-row").with(field).each(save.iter().map(keep)))
        .with(words("note", note))
        .html()
}

fn keep(save: &Button) -> Html {
    el("button")
        .attr("type", "submit")
        .class(Weight::Plain.class())
        .flag("disabled", !save.enabled)
        .text(&save.label)
        .html()
}

fn told(nickname: String) -> Msg {
    Msg::Told(Profile { nickname: Some(nickname), ..Profile::default() })
}
