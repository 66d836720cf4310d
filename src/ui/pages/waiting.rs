//! The app is ready; its content is not yet.

use crate::ui::parts::heading;
use yew::prelude::*;

pub fn page(words: &str) -> Html {
    html! { <div class="card waiting">{ heading(words) }</div> }
}
