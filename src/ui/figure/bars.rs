//! Fraction bars: one under another, wholes of the same length, the first pieces shaded.

use super::enter::{Enter, Reach};
use super::geometry::pieces;
use crate::ui::parts::line;
use crate::view::{BarView, EnterView, FigureView};
use yew::prelude::*;

/// When the figure is a place to answer, the first bar is the one that is shaded.
pub fn bars(bars: &[BarView], view: &FigureView) -> Html {
    let most = bars.iter().map(|bar| bar.wholes).max().unwrap_or(1);
    let row = |(place, bar): (usize, &BarView)| {
        let enter = view.enter.as_ref().filter(|_| place == 0);
        html! {
            <div class="bar-row" key={place}>
                <span class="bar-label">{ line(&bar.label) }</span>
                { enterable(bar, most, enter) }
            </div>
        }
    };
    let rows = bars.iter().enumerate().map(row);
    if view.enter.is_none() {
        return html! { <div class="bars" role="img" aria-label={view.alt.clone()}>{ for rows }</div> };
    }
    html! { <div class="bars"><p class="visually-hidden" key="alt">{ &view.alt }</p>{ for rows }</div> }
}

fn enterable(bar: &BarView, most: u32, enter: Option<&EnterView>) -> Html {
    let Some(enter) = enter else { return drawn(bar, most, bar.shaded) };
    let reach = Reach::UpTo(pieces(bar.wholes, bar.parts, most).iter().map(|piece| piece.0).collect());
    html! { <Enter view={enter.clone()} {reach}>{ drawn(bar, most, enter.at.unwrap_or(bar.shaded)) }</Enter> }
}

fn drawn(bar: &BarView, most: u32, shaded: u32) -> Html {
    let piece = |(place, (left, width)): (usize, (i32, i32))| {
        let full = (place as u32) < shaded;
        let shape = format!("M{left} 15h{width}v330h-{width}z");
        html! {
            <g key={place} class={if full { "piece full" } else { "piece" }}>
                <path d={shape.clone()} />
                if full {
                    <path class="hatch" d={shape} fill="url(#hatch)" />
                }
            </g>
        }
    };
    html! {
        <svg class="bar" viewBox="0 0 3600 360" aria-hidden="true">
            { for pieces(bar.wholes, bar.parts, most).into_iter().enumerate().map(piece) }
        </svg>
    }
}
