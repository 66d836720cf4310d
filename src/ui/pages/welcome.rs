//! The first page of a new learner: one sentence, one button.

use crate::ui::files::OpenFile;
use crate::ui::icon;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::send::Send;
use crate::view::Welcome;
use yew::prelude::*;

pub fn page(view: &Welcome, send: &Send) -> Html {
    html! {
        <div class="card welcome">
            { icon::vine() }
            { heading(&view.title) }
            { words("lead", &view.text) }
            <div class="actions">
                { button(&view.start, Weight::Main, "start", send) }
            </div>
            <ul class="facts">
                { for view.facts.iter().map(|fact| html! { <li key={fact.as_str()}>{ fact }</li> }) }
            </ul>
            <OpenFile label={view.import.clone()} />
        </div>
    }
}
