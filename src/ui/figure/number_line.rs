//! The number line: ticks, labels, a mark.

use super::enter::{Enter, Reach};
use super::geometry::along;
use super::label;
use crate::view::{FigureView, Tick};
use yew::prelude::*;

/// Height of the line itself.
const LINE: i32 = 210;

/// Height of the middle of the labels, and of the whole drawing: fractions need more room than whole numbers.
fn heights(ticks: &[Tick]) -> (i32, &'static str) {
    let stacked = ticks.iter().filter_map(|tick| tick.label.as_ref()).any(label::is_stacked);
    if stacked { (500, "0 0 3600 660") } else { (410, "0 0 3600 500") }
}

pub fn number_line(ticks: &[Tick], given: Option<f64>, mark: Option<f64>, view: &FigureView) -> Html {
    let Some(enter) = &view.enter else {
        return html! { <div role="img" aria-label={view.alt.clone()}>{ drawn(ticks, given, mark) }</div> };
    };
    let reach = Reach::Nearest(ticks.iter().map(|tick| along(tick.place)).collect());
    html! {
        <>
            <p class="visually-hidden" key="alt">{ &view.alt }</p>
            <Enter key="enter" view={enter.clone()} {reach}>{ drawn(ticks, given, mark) }</Enter>
        </>
    }
}

fn drawn(ticks: &[Tick], given: Option<f64>, mark: Option<f64>) -> Html {
    let (labels, room) = heights(ticks);
    html! {
        <svg class="number-line" viewBox={room} aria-hidden="true">
            <path class="axis" d="M60 210H3540M150 130L60 210l90 80M3450 130l90 80-90 80" />
            <g>{ for ticks.iter().enumerate().map(|(place, each)| tick(place, each, labels)) }</g>
            { for given.map(|place| pin(place, "pin given")) }
            { for mark.map(|place| pin(place, "pin")) }
        </svg>
    }
}

fn tick(place: usize, tick: &Tick, labels: i32) -> Html {
    let (x, half) = (along(tick.place), if tick.long { 110 } else { 65 });
    html! {
        <g key={place}>
            <path class={if tick.long { "tick long" } else { "tick" }} d={format!("M{x} {}V{}", LINE - half, LINE + half)} />
            { for tick.label.iter().map(|node| label::label(node, x, labels)) }
        </g>
    }
}

fn pin(place: f64, class: &'static str) -> Html {
    html! { <circle {class} cx={along(place).to_string()} cy={LINE.to_string()} r="80" /> }
}
