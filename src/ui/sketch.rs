//! What is typed, drawn as maths over the field with the caret in its place. The field itself stays what it is: this
//! listens to it.

use super::entry::{PLACED, place, selection};
use super::tag::el;
use crate::view::entry::{Ink, sketch, vertical};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub draft: AttrValue,
}

/// What happened to the caret.
pub enum Caret {
    Moved,
    Left,
}

pub struct Sketch {
    area: NodeRef,
    /// Where the caret stands while the field has the focus, or a key of the keypad has put it there.
    caret: Option<usize>,
    _listeners: Vec<EventListener>,
}

impl Component for Sketch {
    type Message = Caret;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self { area: NodeRef::default(), caret: None, _listeners: Vec::new() }
    }

    fn update(&mut self, _: &Context<Self>, caret: Caret) -> bool {
        let now = match caret {
            Caret::Left => None,
            Caret::Moved => {
                self.field().map(|field| selection(&field, usize::MAX)).filter(|(a, b)| a == b).map(|at| at.1)
            }
        };
        std::mem::replace(&mut self.caret, now) != now
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ink = sketch(&ctx.props().draft, self.caret);
        el("div").class("sketch").hidden().node(&self.area).with(drawn(&ink)).html()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(field) = self.field().filter(|_| first) else { return };
        self._listeners = listeners(&field, ctx.link());
        // The learner may have been typing before this was fetched.
        if field.matches(":focus").unwrap_or(false) {
            ctx.link().send_message(Caret::Moved);
        }
    }
}

impl Sketch {
    fn field(&self) -> Option<HtmlInputElement> {
        self.area.cast::<Element>()?.previous_element_sibling()?.dyn_into().ok()
    }
}

/// Where the caret is after an event of the field.
type Followed = Box<dyn Fn(&Event, &HtmlInputElement) -> Caret>;

fn listeners(field: &HtmlInputElement, link: &html::Scope<Sketch>) -> Vec<EventListener> {
    let on = |name: &'static str, then: Followed| {
        let (link, area) = (link.clone(), field.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(field, name, options, move |event| {
            let (link, caret) = (link.clone(), then(event, &area));
            // The browser moves the caret after the event.
            Timeout::new(0, move || link.send_message(caret)).forget();
        })
    };
    vec![
        on("input", Box::new(|_, _| Caret::Moved)),
        on("focus", Box::new(|_, _| Caret::Moved)),
        on("blur", Box::new(|_, _| Caret::Left)),
        on(PLACED, Box::new(|_, _| Caret::Moved)),
        on("keydown", Box::new(keyed)),
        on("mousedown", Box::new(pressed)),
    ]
}

fn keyed(event: &Event, field: &HtmlInputElement) -> Caret {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
    if let "ArrowUp" | "ArrowDown" = &*key
        && let Some(at) = vertical(&field.value(), selection(field, usize::MAX).1, key == "ArrowUp")
    {
        event.prevent_default();
        place(field, at);
    }
    Caret::Moved
}

/// The drawing says where the press was meant; the text below it has other widths.
fn pressed(event: &Event, field: &HtmlInputElement) -> Caret {
    if let Some(event) = event.dyn_ref::<MouseEvent>().filter(|event| event.detail() < 2) {
        event.prevent_default();
        // A field that cannot take the focus keeps its caret.
        let _ = field.focus();
        let at = under(field, f64::from(event.client_x()), f64::from(event.client_y()));
        place(field, at.unwrap_or(usize::MAX));
    }
    Caret::Moved
}

/// The position in the text under a place on the screen: beside the nearest drawn piece.
fn under(input: &HtmlInputElement, x: f64, y: f64) -> Option<usize> {
    let pieces = input.next_element_sibling()?.query_selector_all("[data-at]").ok()?;
    let mut best: Option<(f64, usize)> = None;
    for k in 0..pieces.length() {
        let Some(piece) = pieces.item(k).and_then(|piece| piece.dyn_into::<Element>().ok()) else { continue };
        let room = piece.get_bounding_client_rect();
        let number = |name: &str| piece.get_attribute(name).and_then(|text| text.parse::<usize>().ok());
        let (Some(at), Some(length)) = (number("data-at"), number("data-length")) else { continue };
        let share = ((x - room.left()) / room.width().max(1.0)).clamp(0.0, 1.0);
        let across = (room.left() - x).max(x - room.right()).max(0.0);
        let down = (room.top() - y).max(y - room.bottom()).max(0.0);
        let far = across * across + 4.0 * down * down;
        let place = at + (share * length as f64 + 0.5) as usize;
        if best.is_none_or(|(nearest, _)| far < nearest) {
            best = Some((far, place));
        }
    }
    best.map(|(_, place)| place)
}

fn drawn(ink: &Ink) -> Html {
    let mut tag = el(ink.tag).class(ink.class);
    if let Some((at, length)) = ink.at {
        tag = tag.attr("data-at", &at.to_string()).attr("data-length", &length.to_string());
    }
    if !ink.text.is_empty() {
        tag = tag.text(&ink.text);
    }
    tag.each(ink.children.iter().map(drawn)).html()
}
