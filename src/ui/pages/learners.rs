//! Who is learning here?

use crate::ui::avatar::avatar;
use crate::ui::files::OpenFile;
use crate::ui::parts::{Weight, button, heading, note, words};
use crate::ui::send::{Send, on_press};
use crate::view::{LearnerCard, Learners};
use yew::prelude::*;

pub fn page(view: &Learners, send: &Send) -> Html {
    html! {
        <div class="card">
            { heading(&view.title) }
            { words("lead", &view.text) }
            <ul class="learners">{ for view.learners.iter().map(|card| learner(card, send)) }</ul>
            <div class="actions">
                { button(&view.add, Weight::Plain, "learner-add", send) }
                <OpenFile label={view.import_label.clone()} />
            </div>
        </div>
    }
}

fn learner(card: &LearnerCard, send: &Send) -> Html {
    html! {
        <li key={card.id.as_str()}>
            <button type="button" class="button press learner" data-test="learner" onclick={on_press(send, &card.open)}>
                { avatar(&card.avatar.id) }
                <span class="learner-text">
                    <span class="learner-name">{ &card.name }</span>
                    { note(&card.note) }
                </span>
            </button>
        </li>
    }
}
