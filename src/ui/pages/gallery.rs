//! Every kind of figure, to look at and to try.

use crate::ui::figure::gallery;
use crate::ui::parts::{heading, words};
use crate::view::GalleryPage;
use yew::prelude::*;

pub fn page(view: &GalleryPage) -> Html {
    html! {
        <div class="gallery" data-test="gallery">
            { heading(&view.title) }
            { words("lead", &view.text) }
            { gallery(view.locale) }
        </div>
    }
}
