//! Marks on paper as SVG: classes and attributes only, the page's policy refuses styles.

use crate::view::figure::{Mark, Paper};
use yew::prelude::*;

pub fn paper(paper: &Paper) -> Html {
    let class = if paper.width > 2600 { "wide" } else { "square" };
    html! {
        <svg {class} viewBox={format!("0 0 {} {}", paper.width, paper.height)} aria-hidden="true">
            { for paper.marks.iter().enumerate().map(|(place, each)| mark(place, each)) }
        </svg>
    }
}

fn mark(place: usize, mark: &Mark) -> Html {
    match mark {
        Mark::Path { class, d } => {
            let fill = (*class == "hatch").then_some("url(#hatch)");
            html! { <path key={place} class={*class} d={d.clone()} {fill} /> }
        }
        Mark::Dot { class, x, y, r } => {
            html! { <circle key={place} class={*class} cx={x.to_string()} cy={y.to_string()} r={r.to_string()} /> }
        }
        Mark::Text { class, x, y, words } => {
            html! { <text key={place} class={*class} x={x.to_string()} y={y.to_string()}>{ words }</text> }
        }
    }
}
