//! "What grade are you in?"

use crate::ui::choices::presses;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::send::Send;
use crate::view::GradePage;
use yew::prelude::*;

pub fn page(view: &GradePage, send: &Send) -> Html {
    html! {
        <div class="card">
            { heading(&view.title) }
            { words("lead", &view.text) }
            { presses(&view.grades, "grade", send) }
            <div class="actions">{ button(&view.skip, Weight::Quiet, "grade-skip", send) }</div>
        </div>
    }
}
