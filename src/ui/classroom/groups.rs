//! Groups, and the ways to change them: a list at each name for keys and screen readers, dragging for a mouse, and a
//! handle for a finger or a pen.

use super::draw::{card, select};
use super::parts::press;
use crate::classroom::ClassMsg;
use crate::classroom::class::StudentId;
use crate::classroom::class_file::{read_id, written_id};
use crate::ui::parts::{Weight, title, words};
use crate::ui::platform;
use crate::ui::tag::{El, el};
use crate::view::classroom::{GroupCard, GroupsView, MemberView};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::html::{
    ondragover, ondragstart, ondrop, onpointercancel, onpointerdown, onpointermove, onpointerup,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: GroupsView,
    pub on: Callback<ClassMsg>,
}

/// A name under a finger.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    id: StudentId,
    /// Where the finger came down.
    from: (i32, i32),
    /// The group over which it is.
    over: Option<usize>,
}

#[component]
pub fn Groups(Props { view, on }: &Props) -> Html {
    let held = use_state_eq(|| None::<Held>);
    let ways = view.ways.iter().map(|(way, chosen)| {
        let pressed = if *chosen { "true" } else { "false" };
        press(way, Weight::Plain, "group-way", on).key(&way.label).attr("aria-pressed", pressed).html()
    });
    let titles: Vec<&String> = view.groups.iter().map(|group| &group.title).collect();
    let group = |(place, view): (usize, &GroupCard)| group(view, place, &titles, on, &held);
    card("groups")
        .with(title(&view.title))
        .with(
            el("div")
                .class("ways-row")
                .attr("role", "group")
                .attr("aria-label", &view.how)
                .with(el("span").text(&view.how))
                .each(ways),
        )
        .with(words("note", &view.note))
        .with(el("div").class("group-list").each(view.groups.iter().enumerate().map(group)))
        .html()
}

fn group(
    view: &GroupCard,
    place: usize,
    titles: &[&String],
    on: &Callback<ClassMsg>,
    held: &UseStateHandle<Option<Held>>,
) -> Html {
    let members = view.members.iter().map(|view| member(view, place, titles, on, held));
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let dropped = {
        let on = on.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let said = event.data_transfer().and_then(|data| data.get_data("text/plain").ok());
            if let Some(id) = said.and_then(|said| read_id(&said)) {
                on.emit(ClassMsg::Moved(id, place));
            }
        })
    };
    let is_over = held.is_some_and(|held| held.over == Some(place));
    el("section")
        .place(place)
        .class(if is_over { "group is-over" } else { "group" })
        .hook("group")
        .attr("data-place", &place.to_string())
        .on(Rc::new(ondragover::Wrapper::new(over)))
        .on(Rc::new(ondrop::Wrapper::new(dropped)))
        .with(el("h3").text(&view.title))
        .with(el("ul").each(members))
        .html()
}

/// A name with its handle, and its list for keys.
fn member(
    view: &MemberView,
    own: usize,
    titles: &[&String],
    on: &Callback<ClassMsg>,
    held: &UseStateHandle<Option<Held>>,
) -> Html {
    let id = view.id;
    let dragged = Callback::from(move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            let _ = data.set_data("text/plain", &written_id(id));
        }
    });
    let moved = on.reform(move |place| ClassMsg::Moved(id, place));
    let options = titles.iter().enumerate().map(|(place, title)| (&***title, place == own));
    let list = select(&view.move_label, "move", options, moved);
    let is_held = held.is_some_and(|held| held.id == id);
    el("li")
        .key(&format!("{} {own}", written_id(id)))
        .class(if is_held { "is-held" } else { "" })
        .attr("draggable", "true")
        .on(Rc::new(ondragstart::Wrapper::new(dragged)))
        .with(handle(id, own, on, held))
        .with(el("span").class("group-name").text(&view.name))
        .with(list)
        .html()
}

/// What a finger takes hold of. A mouse drags the whole name, and keys have the list, so it says nothing.
fn handle(id: StudentId, own: usize, on: &Callback<ClassMsg>, held: &UseStateHandle<Option<Held>>) -> El {
    let taken = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(handle) = target(&event).filter(|_| event.pointer_type() != "mouse") else { return };
            // Where the browser refuses, the finger is lost when it leaves the handle, and nothing moves.
            let _ = handle.set_pointer_capture(event.pointer_id());
            let from = (event.client_x(), event.client_y());
            held.set(Some(Held { id, from, over: Some(own) }));
        })
    };
    let moved = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(now) = held.filter(|held| held.id == id) else { return };
            let at = (event.client_x(), event.client_y());
            carry(&event, Some((at.0 - now.from.0, at.1 - now.from.1)));
            held.set(Some(Held { over: group_at(at), ..now }));
        })
    };
    let dropped = {
        let (held, on) = (held.clone(), on.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(now) = held.filter(|held| held.id == id) else { return };
            carry(&event, None);
            held.set(None);
            let to = group_at((event.client_x(), event.client_y())).filter(|to| *to != own);
            to.into_iter().for_each(|to| on.emit(ClassMsg::Moved(now.id, to)));
        })
    };
    let lost = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            carry(&event, None);
            held.set(None);
        })
    };
    el("span")
        .class("grip")
        .hook("handle")
        .hidden()
        .on(Rc::new(onpointerdown::Wrapper::new(taken)))
        .on(Rc::new(onpointermove::Wrapper::new(moved)))
        .on(Rc::new(onpointerup::Wrapper::new(dropped)))
        .on(Rc::new(onpointercancel::Wrapper::new(lost)))
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".grip").ok()?
}

/// The name follows the finger, or goes back to its place.
fn carry(event: &PointerEvent, by: Option<(i32, i32)>) {
    let name = target(event).and_then(|handle| handle.parent_element());
    let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) else { return };
    // A rule in a script, not an attribute in the page: the page's policy allows no other.
    let _ = match by {
        Some((x, y)) => name.style().set_property("transform", &format!("translate({x}px, {y}px)")),
        None => name.style().remove_property("transform").map(drop),
    };
}

/// The group at a place of the screen.
fn group_at((x, y): (i32, i32)) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "places on a screen")]
    let found = platform::document().element_from_point(x as f32, y as f32)?;
    found.closest("[data-place]").ok()??.get_attribute("data-place")?.parse().ok()
}
