//! The field for written maths: one line of text that the keyboard, the keypad and screen readers share, drawn as
//! maths over it with the caret in its place.

use super::keypad::keypad;
use super::send::use_shared;
use super::tag::el;
use crate::tutor::Msg;
use crate::view::WriteView;
use crate::view::entry::{Ink, Stroke, pressed, sketch, vertical};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::html::{onblur, onfocus, oninput, onkeydown, onmousedown, onpointerdown};
use yew::prelude::*;

/// Steps that can be undone.
const MOST_STEPS: usize = 100;

#[derive(Clone, PartialEq)]
pub struct Entry {
    /// The field itself.
    pub field: Html,
    /// The keypad under it, while it is wanted.
    pub keypad: Html,
}

/// What was typed before, for undo, and where the caret goes after a key of the keypad.
#[derive(Default)]
struct Memory {
    steps: Vec<String>,
    caret: Option<usize>,
}

#[hook]
pub fn use_entry(view: &WriteView, id: &'static str) -> Entry {
    let shared = use_shared();
    let input = use_node_ref();
    let memory = use_mut_ref(Memory::default);
    // Where the caret stands while the field has the focus.
    let caret = use_state(|| None::<usize>);
    let type_text = {
        let (send, memory, before) = (shared.send.clone(), memory.clone(), view.draft.clone());
        Callback::from(move |text: String| {
            if text != before {
                let mut memory = memory.borrow_mut();
                memory.steps.push(before.clone());
                let surplus = memory.steps.len().saturating_sub(MOST_STEPS);
                memory.steps.drain(..surplus);
            }
            send.emit(Msg::Typed(text));
        })
    };
    let undo = {
        let (send, memory) = (shared.send.clone(), memory.clone());
        Callback::from(move |()| {
            let before = memory.borrow_mut().steps.pop();
            if let Some(text) = before {
                memory.borrow_mut().caret = Some(text.chars().count());
                send.emit(Msg::Typed(text));
            }
        })
    };
    let on_key = {
        let (input, memory, type_text, undo, text) =
            (input.clone(), memory.clone(), type_text.clone(), undo.clone(), view.draft.clone());
        let caret = caret.clone();
        Callback::from(move |stroke: Stroke| {
            if stroke == Stroke::Undo {
                return undo.emit(());
            }
            let end = text.chars().count();
            let (from, to) =
                input.cast::<HtmlInputElement>().map_or((end, end), |input| selection(&input, end));
            let (after, at) = pressed(&text, (from, to), stroke);
            if after == text {
                place(&input, at);
                caret.set(Some(at));
            } else {
                memory.borrow_mut().caret = Some(at);
                type_text.emit(after);
            }
        })
    };
    {
        // The keypad's text is in the field only after it is drawn; then the caret goes where it belongs.
        let (input, memory, caret) = (input.clone(), memory.clone(), caret.clone());
        use_effect_with(view.draft.clone(), move |_| {
            let wanted = memory.borrow_mut().caret.take();
            if let Some(at) = wanted {
                place(&input, at);
                caret.set(Some(at));
            }
        });
    }
    let field = field(view, id, &Hands { shared: shared.clone(), input, caret, type_text, undo });
    let wanted = view.enabled && !view.keypad.is_empty() && shared.keypad;
    let keypad = if wanted { keypad(&view.keypad, &view.keypad_label, &on_key) } else { Html::default() };
    Entry { field, keypad }
}

/// Everything the field's events need.
struct Hands {
    shared: super::send::Shared,
    input: NodeRef,
    caret: UseStateHandle<Option<usize>>,
    type_text: Callback<String>,
    undo: Callback<()>,
}

fn field(view: &WriteView, id: &'static str, hands: &Hands) -> Html {
    let Hands { shared, input, caret, type_text, undo } = hands;
    let follow = {
        let (input, caret) = (input.clone(), caret.clone());
        move || {
            let (input, caret) = (input.clone(), caret.clone());
            // The browser moves the caret after the event.
            Timeout::new(0, move || {
                let Some(field) = input.cast::<HtmlInputElement>() else { return };
                let (from, to) = selection(&field, usize::MAX);
                caret.set(if from == to { Some(to) } else { None });
            })
            .forget();
        }
    };
    let written = {
        let (type_text, follow) = (type_text.clone(), follow.clone());
        Callback::from(move |event: InputEvent| {
            type_text.emit(event.target_unchecked_into::<HtmlInputElement>().value());
            follow();
        })
    };
    let keyed = {
        let (input, undo, follow, text) = (input.clone(), undo.clone(), follow.clone(), view.draft.clone());
        let drawn = view.drawn;
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if (event.ctrl_key() || event.meta_key()) && !event.shift_key() && key.eq_ignore_ascii_case("z") {
                event.prevent_default();
                return undo.emit(());
            }
            if let "ArrowUp" | "ArrowDown" = &*key
                && drawn
                && let Some(field) = input.cast::<HtmlInputElement>()
                && let Some(at) = vertical(&text, selection(&field, usize::MAX).1, key == "ArrowUp")
            {
                event.prevent_default();
                place(&input, at);
            }
            follow();
        })
    };
    let focused = {
        let follow = follow.clone();
        Callback::from(move |_: FocusEvent| follow())
    };
    let left = {
        let caret = caret.clone();
        Callback::from(move |_: FocusEvent| caret.set(None))
    };
    let area = input.clone();
    let held = {
        let drawn = view.drawn;
        Callback::from(move |event: MouseEvent| {
            let Some(field) = area.cast::<HtmlInputElement>().filter(|_| drawn && event.detail() < 2) else {
                return;
            };
            // The drawing says where the press was meant; the text below it has other widths.
            event.prevent_default();
            // A field that cannot take the focus keeps its caret.
            let _ = field.focus();
            let at = under(&field, f64::from(event.client_x()), f64::from(event.client_y()));
            place(&area, at.unwrap_or(usize::MAX));
            follow();
        })
    };
    let want = shared.want_keypad.clone();
    let pointed = Callback::from(move |event: PointerEvent| want.emit(event.pointer_type() != "mouse"));
    let input = el("input")
        .node(input)
        .id(id)
        .class("field")
        .hook(id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("inputmode", if shared.keypad { "none" } else { "text" })
        .attr("aria-describedby", &[id, "-read"].concat())
        .flag("readonly", !view.enabled)
        .value(&view.draft)
        .on(Rc::new(oninput::Wrapper::new(written)))
        .on(Rc::new(onkeydown::Wrapper::new(keyed)))
        .on(Rc::new(onfocus::Wrapper::new(focused)))
        .on(Rc::new(onblur::Wrapper::new(left)))
        .on(Rc::new(onmousedown::Wrapper::new(held)))
        .on(Rc::new(onpointerdown::Wrapper::new(pointed)));
    let entry = el("div").class(if view.drawn { "entry drawn" } else { "entry" }).with(input);
    if !view.drawn {
        return entry.html();
    }
    entry.with(el("div").class("sketch").hidden().with(drawn(&sketch(&view.draft, **caret)))).html()
}

/// The selected characters of a field; `none` where it has no selection.
fn selection(input: &HtmlInputElement, none: usize) -> (usize, usize) {
    let text = input.value();
    // The browser counts in units of UTF-16.
    let count = |units: Option<u32>| {
        units.map_or(none, |units| {
            String::from_utf16_lossy(&text.encode_utf16().take(units as usize).collect::<Vec<_>>())
                .chars()
                .count()
        })
    };
    let from = input.selection_start().ok().flatten();
    let to = input.selection_end().ok().flatten();
    (count(from), count(to))
}

fn place(input: &NodeRef, at: usize) {
    let Some(input) = input.cast::<HtmlInputElement>() else { return };
    let units = input.value().chars().take(at).map(char::len_utf16).sum::<usize>() as u32;
    // A field that is gone has no caret.
    let _ = input.set_selection_range(units, units);
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
