//! Practice: one question, and after the third answer, below it, who is learning.

use super::Draw;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::question::question;
use crate::ui::send::Send;
use crate::view::Practice;
use yew::prelude::*;

pub fn page(view: &Practice, send: &Send, later: Option<Draw>) -> Html {
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
            { for view.about.iter().zip(later).map(|(about, draw)| (draw.about_you)(about, send)) }
        </div>
    }
}
