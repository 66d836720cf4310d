//! The app is ready; its content is not yet.

use crate::ui::parts::heading;
use crate::ui::tag::el;
use yew::Html;

pub fn page(words: &str) -> Html {
    el("div").class("card waiting").with(heading(words)).html()
}
