//! After the third answer, below the question: who is learning.

use crate::ui::choices::{avatars, toggles};
use crate::ui::nickname::Nickname;
use crate::ui::parts::{Weight, actions, button, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::AboutYou;
use yew::prelude::*;

pub fn section(view: &AboutYou, send: &Send) -> Html {
    let nickname = html! {
        <Nickname send={send.clone()} label={view.nickname_label.clone()} name={view.nickname.clone()} note={view.nickname_note.clone()} />
    };
    let modes = view.modes.iter().map(|mode| button(mode, Weight::Plain, "mode", send));
    el("section")
        .class("card about-you")
        .attr("aria-labelledby", "about-you")
        .hook("about-you")
        .with(title(&view.title).id("about-you"))
        .with(words("lead", &view.text))
        .with(nickname)
        .with(avatars(&view.avatars, &view.avatar_ids, &view.avatars_label, send))
        .with(toggles(&view.interests, &view.interests_label, "interest", send))
        .with(actions().each(modes).with(words("note", &view.modes_note)))
        .html()
}
