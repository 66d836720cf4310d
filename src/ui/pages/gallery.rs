//! Every kind of figure, to look at and to try.

use crate::ui::figure::gallery;
use crate::ui::parts::{heading, words};
use crate::ui::send::Shared;
use crate::ui::tag::el;
use crate::view::GalleryPage;
use yew::Html;

pub fn page(view: &GalleryPage, shared: &Shared) -> Html {
    el("div")
        .class("gallery")
        .hook("gallery")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(gallery(view.locale, shared))
        .html()
}
