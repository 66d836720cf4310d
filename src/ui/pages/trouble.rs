//! Something could not be shown: what, and the next step.

use crate::ui::icon;
use crate::ui::parts::{Weight, button, heading, tone_class, words};
use crate::ui::send::Send;
use crate::view::{Button, Notice};
use yew::prelude::*;

pub fn page(view: &Notice, send: &Send) -> Html {
    let action = |(place, action): (usize, &Button)| {
        let weight = if place == 0 { Weight::Main } else { Weight::Plain };
        button(action, weight, "notice-action", send)
    };
    html! {
        <div class={classes!("card", "trouble", tone_class(view.tone))} data-test="trouble">
            { icon::tone(view.tone) }
            { heading(&view.title) }
            { words("lead", &view.text) }
            <div class="actions">{ for view.actions.iter().chain(&view.close).enumerate().map(action) }</div>
        </div>
    }
}
