//! Practice: one question, and after the third answer, below it, who is learning.

use crate::ui::choices::{avatars, toggles};
use crate::ui::nickname::Nickname;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::question::question;
use crate::ui::send::Send;
use crate::view::{AboutYou, Practice};
use yew::prelude::*;

pub fn page(view: &Practice, send: &Send) -> Html {
    html! {
        <div class="practice">
            <div class="practice-top">
                { heading(&view.title) }
                { words("place", &view.place) }
                if let Some(stop) = &view.stop {
                    { button(stop, Weight::Quiet, "stop", send) }
                }
            </div>
            { question(&view.question, send) }
            if let Some(about) = &view.about {
                { about_you(about, send) }
            }
        </div>
    }
}

fn about_you(view: &AboutYou, send: &Send) -> Html {
    html! {
        <section class="card about-you" aria-labelledby="about-you" data-test="about-you">
            <h2 id="about-you">{ &view.title }</h2>
            { words("lead", &view.text) }
            <Nickname label={view.nickname_label.clone()} name={view.nickname.clone()} note={view.nickname_note.clone()} />
            { avatars(&view.avatars, &view.avatar_ids, &view.avatars_label, send) }
            { toggles(&view.interests, &view.interests_label, "interest", send) }
            <div class="actions">
                { for view.modes.iter().map(|mode| button(mode, Weight::Plain, "mode", send)) }
                { words("note", &view.modes_note) }
            </div>
        </section>
    }
}
