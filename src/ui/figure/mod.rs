//! Figures: drawn from data, with their words. SVG with classes and attributes only.

pub mod bars;

pub mod enter;

pub mod geometry;

pub mod label;

pub mod number_line;

use crate::view::{FigureView, Shape};
use yew::prelude::*;

pub fn figure(view: &FigureView) -> Html {
    let drawn = match &view.shape {
        Shape::NumberLine { ticks, given, mark } => number_line::number_line(ticks, *given, *mark, view),
        Shape::Bars(bars) => bars::bars(bars, view),
    };
    html! {
        <figure class="figure" key={view.alt.as_str()}>
            { drawn }
            if let Some(enter) = &view.enter {
                <figcaption class="note">{ &enter.label }</figcaption>
            }
        </figure>
    }
}
