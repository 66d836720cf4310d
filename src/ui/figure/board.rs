//! A figure as another keyboard for the answer: pressed, dragged, or moved with arrow keys; it types into the field.

use super::{sheet, svg};
use crate::tutor::Msg;
use crate::ui::send::use_send;
use crate::view::FigureView;
use crate::view::figure::{self, Body, Drawn, Hand, Handle, Look, Paper, hand::meant};
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: FigureView,
}

#[component]
pub fn Board(Props { view }: &Props) -> Html {
    let send = use_send();
    let area = use_node_ref();
    let active = use_state(|| None::<usize>);
    // What the hand last typed, and how it stood: a draft does not tell everything about a figure.
    let kept = use_state(|| None::<(String, Hand)>);
    let hand = match &*kept {
        Some((typed, hand)) if *typed == view.draft => hand.clone(),
        _ => figure::start(&view.figure, &view.draft, view.locale),
    };
    let look = Look { hand: &hand, draft: &view.draft, open: true, active: *active, locale: view.locale };
    let drawn = figure::drawn(&view.figure, look);
    let act = {
        let (send, kept, figure, draft) =
            (send.clone(), kept.clone(), view.figure.clone(), view.draft.clone());
        Callback::from(move |hand: Hand| {
            let typed = figure::typed(&figure, &hand);
            kept.set(Some((typed.clone(), hand)));
            if typed != draft {
                send.emit(Msg::Typed(typed));
            }
        })
    };
    let submit = send.reform(|()| Msg::Submitted);
    let handle = |(place, each): (usize, &Handle)| {
        let focused = {
            let active = active.clone();
            Callback::from(move |now: Option<usize>| active.set(now))
        };
        slider(place, each, &hand, &act, &submit, &focused)
    };
    let on_paper = drawn.handles.iter().enumerate().filter(|(_, each)| each.beside.is_none());
    let beside = drawn.handles.iter().enumerate().filter(|(_, each)| each.beside.is_some());
    let body = match &drawn.body {
        Body::Paper(paper) => {
            let sliders = on_paper.map(handle);
            html! { <Page paper={paper.clone()} drawn={drawn.clone()} hand={hand.clone()} act={act.clone()}>{ for sliders }</Page> }
        }
        Body::Sheet(view) => {
            let write = {
                let (act, hand) = (act.clone(), hand.clone());
                Callback::from(move |(cell, text): (usize, String)| act.emit(hand.with_cell(cell, &text)))
            };
            sheet::open(view, &area, &write, &submit)
        }
    };
    let steppers = beside.map(|(place, each)| stepper(each, &hand, &act, handle((place, each))));
    let presses = drawn.presses.iter().map(|press| {
        let (act, to) = (act.clone(), press.to.clone());
        let onclick = Callback::from(move |_: MouseEvent| to.iter().for_each(|to| act.emit(to.clone())));
        html! {
            <button key={press.label.as_str()} type="button" class="button" data-test="figure-press" disabled={press.to.is_none()} {onclick}>
                { &press.label }
            </button>
        }
    });
    let has_tools = !drawn.presses.is_empty() || drawn.handles.iter().any(|each| each.beside.is_some());
    html! {
        <>
            <div class="board" role="group" aria-label={view.alt.clone()} ref={area}>
                { body }
                if has_tools {
                    <div class="board-tools">{ for steppers }{ for presses }</div>
                }
            </div>
            <figcaption class="note">{ &drawn.note }</figcaption>
        </>
    }
}

/// One thing that moves, for the keyboard and for screen readers. On paper it lies over all of it and lets the
/// pointer through.
fn slider(
    place: usize,
    view: &Handle,
    hand: &Hand,
    act: &Callback<Hand>,
    submit: &Callback<()>,
    focused: &Callback<Option<usize>>,
) -> Html {
    let onkeydown = {
        let (view, hand, act, submit) = (view.clone(), hand.clone(), act.clone(), submit.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if key == "Enter" {
                submit.emit(());
            }
            if let Some(hand) = view.key(&hand, &key) {
                event.prevent_default();
                act.emit(hand);
            }
        })
    };
    let onfocus = focused.reform(move |_: FocusEvent| Some(place));
    let onblur = focused.reform(|_: FocusEvent| None);
    let (least, most, now) = view.scale(hand);
    html! {
        <div
            key={place}
            class={if view.beside.is_some() { "stepper-value" } else { "handle" }}
            role="slider"
            tabindex="0"
            data-test="figure"
            data-handle={place.to_string()}
            aria-label={view.name.clone()}
            aria-valuemin={least.to_string()}
            aria-valuemax={most.to_string()}
            aria-valuenow={now.to_string()}
            aria-valuetext={view.spoken.clone()}
            {onkeydown}
            {onfocus}
            {onblur}
        >
            if view.beside.is_some() {
                { &view.spoken }
            }
        </div>
    }
}

/// A number beside the paper with a button on either side.
fn stepper(view: &Handle, hand: &Hand, act: &Callback<Hand>, value: Html) -> Html {
    let [less, more] = view.beside.clone().unwrap_or_default();
    let button = |key: &'static str, face: &'static str, label: String| {
        let to = view.key(hand, key);
        let enabled = to.as_ref() != Some(hand);
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| to.iter().for_each(|to| act.emit(to.clone())));
        html! {
            <button type="button" class="button square" aria-label={label} disabled={!enabled} {onclick}>{ face }</button>
        }
    };
    html! {
        <div class="stepper" key={view.name.as_str()}>
            <span class="stepper-name" aria-hidden="true">{ &view.name }</span>
            { button("ArrowLeft", "\u{2212}", less) }
            { value }
            { button("ArrowRight", "+", more) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    paper: Paper,
    drawn: Drawn,
    hand: Hand,
    act: Callback<Hand>,
    /// The sliders.
    children: Html,
}

/// The paper under the pointer.
#[component]
fn Page(PageProps { paper, drawn, hand, act, children }: &PageProps) -> Html {
    let area = use_node_ref();
    // What is being dragged.
    let held = use_mut_ref(|| None::<usize>);
    let spot = {
        let (area, size) = (area.clone(), (paper.width, paper.height));
        move |event: &PointerEvent| spot(&area, event, size)
    };
    let onpointerdown = {
        let (held, spot, area) = (held.clone(), spot.clone(), area.clone());
        let (handles, hand, act) = (drawn.handles.clone(), hand.clone(), act.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(at) = spot(&event).filter(|_| event.button() == 0) else { return };
            let Some(which) = meant(&handles, &hand, at) else { return };
            *held.borrow_mut() = Some(which);
            // Without capture a drag merely ends at the edge.
            let _ = area.cast::<Element>().map(|area| area.set_pointer_capture(event.pointer_id()));
            sheet::focus(&area, &format!("[data-handle=\"{which}\"]"));
            act.emit(handles[which].brought(&hand, at, true));
        })
    };
    let onpointermove = {
        let (handles, hand, act) = (drawn.handles.clone(), hand.clone(), act.clone());
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(handle) =
                held.borrow().filter(|_| event.buttons() & 1 == 1).and_then(|which| handles.get(which))
            else {
                return;
            };
            let Some(at) = spot(&event) else { return };
            let moved = handle.brought(&hand, at, false);
            if moved != hand {
                act.emit(moved);
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| *held.borrow_mut() = None);
    // The focus goes to the handle that was meant, not where the browser would put it.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div
            class="paper enter"
            ref={area}
            {onpointerdown}
            {onpointermove}
            onpointerup={release.clone()}
            onpointercancel={release}
            {onmousedown}
        >
            { svg::paper(paper) }
            { children.clone() }
        </div>
    }
}

/// Where the pointer is, in units of the paper.
fn spot(area: &NodeRef, event: &PointerEvent, (width, height): (i32, i32)) -> Option<(i32, i32)> {
    let drawing = area.cast::<Element>()?.query_selector("svg").ok().flatten()?;
    let room = drawing.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - room.left()) / room.width().max(1.0);
    let down = (f64::from(event.client_y()) - room.top()) / room.height().max(1.0);
    Some(((across * f64::from(width)) as i32, (down * f64::from(height)) as i32))
}
