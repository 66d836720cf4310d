//! A figure as another keyboard for the answer: pressed, dragged, or moved with arrow keys; it types into the field.

use super::{sheet, svg};
use crate::tutor::Msg;
use crate::ui::send::Send;
use crate::ui::tag::{El, el, list};
use crate::view::FigureView;
use crate::view::figure::{self, Also, Body, Drawn, Hand, Handle, Look, Paper, hand::meant};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::html::{
    onblur, onfocus, onkeydown, onmousedown, onpointercancel, onpointerdown, onpointermove, onpointerup,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: FigureView,
    pub send: Send,
}

pub enum Done {
    /// The figure stands like this now.
    Acted(Hand),
    /// This handle has the focus.
    Focused(Option<usize>),
}

/// What is being dragged.
#[derive(Clone, Copy)]
struct Held {
    handle: usize,
    /// A finger that may yet turn out to move the paper: what was pressed is done when it is taken off.
    waits: Option<(i32, i32)>,
}

#[derive(Default)]
pub struct Board {
    area: NodeRef,
    active: Option<usize>,
    held: Rc<RefCell<Option<Held>>>,
    /// What the hand last typed, and how it stood: a draft does not tell everything about a figure.
    kept: Option<(String, Hand)>,
}

impl Component for Board {
    type Message = Done;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, done: Done) -> bool {
        let Props { view, send } = ctx.props();
        match done {
            Done::Focused(now) => self.active = now,
            Done::Acted(hand) => {
                let typed = figure::typed(&view.figure, &hand);
                if typed != view.draft {
                    send.emit(Msg::Typed(typed.clone()));
                }
                self.kept = Some((typed, hand));
            }
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.active.is_some() {
            follow(&self.area);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { view, send } = ctx.props();
        let hand = match &self.kept {
            Some((typed, hand)) if *typed == view.draft => hand.clone(),
            _ => figure::start(&view.figure, &view.draft, view.locale),
        };
        let look = Look {
            hand: &hand,
            draft: &view.draft,
            checked: view.checked.as_deref(),
            open: true,
            active: self.active,
            locale: view.locale,
        };
        let drawn = figure::moving(&view.figure, look);
        let hands = Hands {
            hand: &hand,
            act: ctx.link().callback(Done::Acted),
            submit: send.reform(|()| Msg::Submitted),
            focused: ctx.link().callback(Done::Focused),
        };
        let area = &self.area;
        let body = match &drawn.body {
            Body::Paper(paper) => page(paper, &drawn, &hands, area, self.held.clone()),
            Body::Sheet(view) => {
                let (act, hand) = (hands.act.clone(), hand.clone());
                let write = Callback::from(move |(cell, text): (usize, String)| {
                    act.emit(hand.with_cell(cell, &text))
                });
                sheet::open(view, area, &write, &hands.submit)
            }
        };
        let board = el("div").class("board").attr("role", "group").attr("aria-label", &view.alt).node(area);
        let board = board.with(body).with(tools(&drawn, &hands));
        list([board.key("board").html(), el("figcaption").key("note").class("note").text(&drawn.note).html()])
    }
}

/// On paper that is moved sideways, the place where the keyboard is comes into sight.
fn follow(area: &NodeRef) {
    let Some(here) = part(area, ".roomy .here") else { return };
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Nearest);
    how.set_inline(ScrollLogicalPosition::Nearest);
    here.scroll_into_view_with_scroll_into_view_options(&how);
}

/// How the figure stands, and what becomes of what is done to it.
struct Hands<'a> {
    hand: &'a Hand,
    act: Callback<Hand>,
    submit: Callback<()>,
    focused: Callback<Option<usize>>,
}

/// Numbers and buttons beside the figure.
fn tools(drawn: &Drawn, hands: &Hands) -> Html {
    let beside = drawn.handles.iter().enumerate().filter(|(_, each)| each.beside.is_some());
    let steppers: Vec<Html> = beside.map(|(place, each)| stepper(place, each, hands)).collect();
    if steppers.is_empty() && drawn.presses.is_empty() {
        return Html::default();
    }
    let presses = drawn.presses.iter().map(|press| {
        let button =
            el("button").key(&press.label).attr("type", "button").class("button").hook("figure-press");
        goes(button, press.to.clone(), hands).text(&press.label).html()
    });
    el("div").class("board-tools").each(steppers).each(presses).html()
}

/// A press brings the figure there; without anywhere to go it is disabled.
fn goes(button: El, to: Option<Hand>, hands: &Hands) -> El {
    let button = button.flag("disabled", to.is_none());
    let act = hands.act.clone();
    button.on_click(Callback::from(move |_: MouseEvent| to.iter().for_each(|to| act.emit(to.clone()))))
}

/// One thing that moves, for the keyboard and for screen readers. On paper it lies over all of it and lets the
/// pointer through.
fn slider(place: usize, view: &Handle, hands: &Hands) -> El {
    let keyed = {
        let (view, hand, act, submit) =
            (view.clone(), hands.hand.clone(), hands.act.clone(), hands.submit.clone());
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
    let focused = hands.focused.reform(move |_: FocusEvent| Some(place));
    let left = hands.focused.reform(|_: FocusEvent| None);
    let (least, most, now) = view.scale(hands.hand);
    el("div")
        .place(place)
        .class(if view.beside.is_some() { "stepper-value" } else { "handle" })
        .attr("role", "slider")
        .attr("tabindex", "0")
        .hook("figure")
        .attr("data-handle", &place.to_string())
        .attr("aria-label", &view.name)
        .attr("aria-valuemin", &least.to_string())
        .attr("aria-valuemax", &most.to_string())
        .attr("aria-valuenow", &now.to_string())
        .attr("aria-valuetext", &view.spoken)
        .on(Rc::new(onkeydown::Wrapper::new(keyed)))
        .on(Rc::new(onfocus::Wrapper::new(focused)))
        .on(Rc::new(onblur::Wrapper::new(left)))
}

/// A number beside the paper with a button on either side.
fn stepper(place: usize, view: &Handle, hands: &Hands) -> Html {
    let [less, more] = view.beside.clone().unwrap_or_default();
    let button = |key: &str, face: &str, label: &str| {
        let to = view.key(hands.hand, key).filter(|to| to != hands.hand);
        let button = el("button").attr("type", "button").class("button square").attr("aria-label", label);
        goes(button, to, hands).text(face)
    };
    el("div")
        .key(&view.name)
        .class("stepper")
        .with(el("span").class("stepper-name").hidden().text(&view.name))
        .with(button("ArrowLeft", "\u{2212}", &less))
        .with(slider(place, view, hands).text(&view.spoken))
        .with(button("ArrowRight", "+", &more))
        .html()
}

/// The paper under the pointer, with its sliders.
fn page(
    paper: &Paper,
    drawn: &Drawn,
    hands: &Hands,
    area: &NodeRef,
    held: Rc<RefCell<Option<Held>>>,
) -> Html {
    let (size, roomy) = ((paper.width, paper.height), paper.roomy);
    let pressed = {
        let (held, area, handles) = (held.clone(), area.clone(), drawn.handles.clone());
        let (hand, act) = (hands.hand.clone(), hands.act.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(at) = spot(&area, &event, size).filter(|_| event.button() == 0) else { return };
            let Some(handle) = meant(&handles, &hand, at) else { return };
            let waits = roomy && event.pointer_type() != "mouse";
            *held.borrow_mut() = Some(Held { handle, waits: waits.then_some(at) });
            if waits {
                return;
            }
            // Without capture a drag merely ends at the edge.
            let _ = part(&area, ".paper").map(|paper| paper.set_pointer_capture(event.pointer_id()));
            take(&area, handle);
            act.emit(handles[handle].brought(&hand, at, true));
        })
    };
    let moved = {
        let (held, area, handles) = (held.clone(), area.clone(), drawn.handles.clone());
        let (hand, act) = (hands.hand.clone(), hands.act.clone());
        Callback::from(move |event: PointerEvent| {
            let held = held.borrow().filter(|held| held.waits.is_none() && event.buttons() & 1 == 1);
            let Some(handle) = held.and_then(|held| handles.get(held.handle)) else { return };
            let Some(at) = spot(&area, &event, size) else { return };
            let moved = handle.brought(&hand, at, false);
            if moved != hand {
                act.emit(moved);
            }
        })
    };
    let released = {
        let (held, area, handles) = (held.clone(), area.clone(), drawn.handles.clone());
        let (hand, act) = (hands.hand.clone(), hands.act.clone());
        Callback::from(move |_: PointerEvent| {
            let Some(Held { handle, waits: Some(at) }) = held.take() else { return };
            take(&area, handle);
            act.emit(handles[handle].brought(&hand, at, true));
        })
    };
    let lost = Callback::from(move |_: PointerEvent| *held.borrow_mut() = None);
    // The focus goes to the handle that was meant, not where the browser would put it.
    let kept = Callback::from(|event: MouseEvent| event.prevent_default());
    // What has a number beside the paper is held by the keyboard there.
    let on_paper = drawn.handles.iter().enumerate().filter(|(_, each)| each.beside.is_none());
    let turned = |each: &Handle| matches!(each.also, Also::Around { .. } | Also::Clock { .. });
    let class = match &drawn.handles[..] {
        _ if roomy => "paper enter roomy",
        handles if handles.iter().any(turned) => "paper enter turned",
        handles if handles.iter().any(Handle::on_paper) => "paper enter",
        _ => "paper",
    };
    el("div")
        .class(class)
        .on(Rc::new(onpointerdown::Wrapper::new(pressed)))
        .on(Rc::new(onpointermove::Wrapper::new(moved)))
        .on(Rc::new(onpointerup::Wrapper::new(released)))
        .on(Rc::new(onpointercancel::Wrapper::new(lost)))
        .on(Rc::new(onmousedown::Wrapper::new(kept)))
        .with(svg::paper(paper))
        .each(on_paper.map(|(place, each)| slider(place, each, hands).html()))
        .html()
}

/// The keyboard goes on where the pointer left off; nothing else moves.
fn take(area: &NodeRef, handle: usize) {
    let found = part(area, &format!("[data-handle=\"{handle}\"]"));
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let how = FocusOptions::new();
        how.set_prevent_scroll(true);
        let _ = found.focus_with_options(&how);
    }
}

/// Where the pointer is, in units of the paper.
fn spot(area: &NodeRef, event: &PointerEvent, (width, height): (i32, i32)) -> Option<(i32, i32)> {
    let room = part(area, "svg")?.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - room.left()) / room.width().max(1.0);
    let down = (f64::from(event.client_y()) - room.top()) / room.height().max(1.0);
    Some(((across * f64::from(width)) as i32, (down * f64::from(height)) as i32))
}

fn part(area: &NodeRef, selector: &str) -> Option<Element> {
    area.cast::<Element>()?.query_selector(selector).ok().flatten()
}
