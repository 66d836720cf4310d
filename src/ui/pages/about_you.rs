//! After the third answer, below the question: who is learning.

use crate::ui::choices::{avatars, toggles};
use crate::ui::nickname::Nickname;
use crate::ui::parts::{Weight, button, words};
use crate::ui::send::Send;
use crate::view::AboutYou;
use yew::prelude::*;

pub fn section(view: &AboutYou, send: &Send) -> Html {
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
