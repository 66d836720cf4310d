//! The scratchpad: a sheet to draw on with pen, finger or mouse, and a field to type in. Nothing here is checked, sent
//! or stored; it is gone with the question, unless the learner keeps it as a picture.

use super::platform::save_file;
use super::tag::el;
use crate::view::scratch::{Labels, SIZE, picture, points};
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::html::{oninput, onpointercancel, onpointerdown, onpointermove, onpointerup};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Another question brings an empty sheet. The element stays: making it anew takes longer than the question itself.
    pub question: String,
    pub labels: Labels,
}

pub enum Done {
    Opened,
    Began(i32, i32),
    Went(i32, i32),
    Lifted,
    Typed(String),
    Undone,
    Cleared,
    Kept,
}

#[derive(Default)]
pub struct Scratch {
    open: bool,
    drawing: bool,
    strokes: Vec<Vec<(i32, i32)>>,
    text: String,
    area: NodeRef,
}

impl Component for Scratch {
    type Message = Done;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if old.question != ctx.props().question {
            *self = Self::default();
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, done: Done) -> bool {
        match done {
            Done::Opened => self.open = !self.open,
            Done::Began(x, y) => {
                self.drawing = true;
                self.strokes.push(vec![(x, y)]);
            }
            Done::Went(x, y) => match self.strokes.last_mut().filter(|_| self.drawing) {
                Some(stroke) => stroke.push((x, y)),
                None => return false,
            },
            Done::Lifted => self.drawing = false,
            Done::Typed(text) => self.text = text,
            Done::Undone => drop(self.strokes.pop()),
            Done::Cleared => {
                self.strokes.clear();
                self.text.clear();
            }
            // A browser that refuses keeps the pad as it is: nothing is lost.
            Done::Kept => drop(save_file("scratchpad.svg", picture(&self.strokes, &self.text).as_bytes())),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let labels = &ctx.props().labels;
        let button = |label: &str, hook: &str, enabled: bool, then: fn() -> Done| {
            let press = ctx.link().callback(move |_: MouseEvent| then());
            let button = el("button").key(hook).attr("type", "button").class("button quiet").hook(hook);
            button.flag("disabled", !enabled).on_click(press).text(label)
        };
        let toggle = button(&labels.open, "scratch-toggle", true, || Done::Opened);
        let toggle = toggle.attr("aria-expanded", if self.open { "true" } else { "false" });
        let pad = el("section").class("scratch").hook("scratch").with(toggle);
        if !self.open {
            return pad.html();
        }
        let some = !self.strokes.is_empty() || !self.text.is_empty();
        let tools = el("div")
            .class("scratch-tools")
            .with(button(&labels.undo, "scratch-undo", !self.strokes.is_empty(), || Done::Undone))
            .with(button(&labels.clear, "scratch-clear", some, || Done::Cleared))
            .with(button(&labels.keep, "scratch-keep", some, || Done::Kept));
        let typed = ctx.link().callback(|event: InputEvent| {
            // A text area has its value where a field has it.
            Done::Typed(event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let notes = el("textarea")
            .id("scratch-notes")
            .class("scratch-notes")
            .attr("rows", "3")
            .attr("spellcheck", "false")
            .hook("scratch-notes")
            .value(&self.text)
            .on(Rc::new(oninput::Wrapper::new(typed)));
        pad.with(el("p").class("note").text(&labels.note))
            .with(self.sheet(ctx, labels))
            .with(tools)
            .with(el("label").attr("for", "scratch-notes").text(&labels.notes))
            .with(notes)
            .html()
    }
}

impl Scratch {
    fn sheet(&self, ctx: &Context<Self>, labels: &Labels) -> Html {
        let at = |area: &NodeRef, event: &PointerEvent| {
            let room = area.cast::<Element>().map(|area| area.get_bounding_client_rect())?;
            let across = (f64::from(event.client_x()) - room.left()) / room.width().max(1.0);
            let down = (f64::from(event.client_y()) - room.top()) / room.height().max(1.0);
            Some(((across * f64::from(SIZE.0)) as i32, (down * f64::from(SIZE.1)) as i32))
        };
        let link = ctx.link();
        let (area, began) = (self.area.clone(), link.clone());
        let pressed = Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = at(&area, &event).filter(|_| event.button() == 0) else { return };
            event.prevent_default();
            // Without capture a stroke merely ends at the edge.
            let _ = area.cast::<Element>().map(|area| area.set_pointer_capture(event.pointer_id()));
            began.send_message(Done::Began(x, y));
        });
        let (area, went) = (self.area.clone(), link.clone());
        let moved = Callback::from(move |event: PointerEvent| {
            if let Some((x, y)) = at(&area, &event).filter(|_| event.buttons() & 1 == 1) {
                went.send_message(Done::Went(x, y));
            }
        });
        let lifted = link.callback(|_: PointerEvent| Done::Lifted);
        let strokes = self.strokes.iter().enumerate();
        let strokes =
            strokes.map(|(k, stroke)| el("polyline").place(k).attr("points", &points(stroke)).html());
        let paper = ["0 0 ", &SIZE.0.to_string(), " ", &SIZE.1.to_string()].concat();
        el("svg")
            .class("scratch-sheet")
            .attr("viewBox", &paper)
            .attr("role", "img")
            .attr("aria-label", &labels.drawing(self.strokes.len()))
            .hook("scratch-sheet")
            .node(&self.area)
            .on(Rc::new(onpointerdown::Wrapper::new(pressed)))
            .on(Rc::new(onpointermove::Wrapper::new(moved)))
            .on(Rc::new(onpointerup::Wrapper::new(lifted.clone())))
            .on(Rc::new(onpointercancel::Wrapper::new(lifted)))
            .each(strokes)
            .html()
    }
}
