//! A figure as another keyboard for the answer: tapped, dragged, or moved with arrow keys; it types into the field.

use super::geometry::{self, WIDTH};
use crate::tutor::Msg;
use crate::ui::send::use_send;
use crate::view::EnterView;
use web_sys::Element;
use yew::prelude::*;

/// How a place under the finger becomes one of the figure's places.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// The nearest of these.
    Nearest(Vec<i32>),
    /// All pieces up to the one pressed; these are their left edges.
    UpTo(Vec<i32>),
}

impl Reach {
    fn of(&self, x: i32) -> usize {
        match self {
            Self::Nearest(stops) => geometry::nearest(stops, x),
            Self::UpTo(lefts) => geometry::up_to(lefts, x),
        }
    }

    /// Pressing the last shaded piece again takes it back.
    fn pressed(&self, x: i32, at: Option<usize>) -> usize {
        let place = self.of(x);
        let again = matches!(self, Self::UpTo(_)) && at == Some(place);
        if again { place.saturating_sub(1) } else { place }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: EnterView,
    pub reach: Reach,
    /// The drawing; it fills this element from edge to edge.
    pub children: Html,
}

#[component]
pub fn Enter(Props { view, reach, children }: &Props) -> Html {
    let send = use_send();
    let area = use_node_ref();
    let at = view.at.map(|at| at as usize);
    let last = view.places.len().saturating_sub(1);
    let go = {
        let (send, places) = (send.clone(), view.places.clone());
        Callback::from(move |place: usize| {
            places.get(place).into_iter().for_each(|msg| send.emit(msg.clone()))
        })
    };
    let onkeydown = {
        let (go, count) = (go.clone(), view.places.len());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if key == "Enter" {
                send.emit(Msg::Submitted);
            }
            if let Some(place) = geometry::moved(at, count, &key) {
                event.prevent_default();
                go.emit(place);
            }
        })
    };
    // Where the finger was last: a drag passes the same place many times.
    let reached = use_mut_ref(|| usize::MAX);
    let pointed = {
        let (area, reach) = (area.clone(), reach.clone());
        move |event: &PointerEvent| {
            let place = reach.of(across(&area.cast()?, event));
            (reached.replace(place) != place).then_some(place)
        }
    };
    let onpointerdown = {
        let (area, go, reach) = (area.clone(), go.clone(), reach.clone());
        let pointed = pointed.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(area) = area.cast::<Element>() else { return };
            // Without capture a drag merely ends at the edge.
            let _ = area.set_pointer_capture(event.pointer_id());
            pointed(&event);
            go.emit(reach.pressed(across(&area, &event), at));
        })
    };
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if event.buttons() & 1 == 1 {
            pointed(&event).into_iter().for_each(|place| go.emit(place));
        }
    });
    html! {
        <div
            ref={area}
            class="enter"
            role="slider"
            tabindex="0"
            data-test="figure"
            aria-label={view.label.clone()}
            aria-valuemin="0"
            aria-valuemax={last.to_string()}
            aria-valuenow={at.unwrap_or(0).to_string()}
            aria-valuetext={view.spoken.clone()}
            {onkeydown}
            {onpointerdown}
            {onpointermove}
        >
            { children.clone() }
        </div>
    }
}

fn across(area: &Element, event: &PointerEvent) -> i32 {
    let room = area.get_bounding_client_rect();
    ((f64::from(event.client_x()) - room.left()) * f64::from(WIDTH) / room.width().max(1.0)) as i32
}
