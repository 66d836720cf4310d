//! The field for a written answer: one line of text that the keyboard, the keypad and screen readers share. Nothing of
//! it is state of its own but the steps to undo; what is drawn over it comes later (`hands`).

use super::focus::element;
use super::hands::hands;
use super::keypad::keypad;
use super::send::{Send, Shared};
use super::tag::el;
use crate::tutor::Msg;
use crate::view::WriteView;
use crate::view::entry::{Stroke, pressed};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::{oninput, onkeydown, onpointerdown};
use yew::{Callback, Html, InputEvent, KeyboardEvent, PointerEvent, TargetCast};

/// Steps that can be undone.
const MOST_STEPS: usize = 100;

/// What a field says to itself when its caret was placed by something else than the browser.
pub const PLACED: &str = "placed";

/// What was typed before, for undo. A text that did not come from the last one begins anew: another question's.
#[derive(Debug, Default, PartialEq)]
pub struct Steps {
    before: Vec<String>,
    now: String,
}

impl Steps {
    fn typed(&mut self, drawn: &str, now: &str) {
        self.went_on(drawn);
        if now != self.now {
            if self.before.len() == MOST_STEPS {
                self.before.remove(0);
            }
            self.before.push(std::mem::replace(&mut self.now, now.into()));
        }
    }

    fn undone(&mut self, now: &str) -> Option<String> {
        self.went_on(now);
        self.now = self.before.pop()?;
        Some(self.now.clone())
    }

    /// `drawn` is what the page shows; a fast typist is a few keys ahead of it.
    fn went_on(&mut self, drawn: &str) {
        let ahead = self.before.iter().rev().take(8).any(|text| text == drawn);
        if self.now != drawn && !ahead {
            self.before.clear();
            self.now = drawn.into();
        }
    }

    /// Another question, or the end of this one: its text is no step to it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Everything the events of a field need.
#[derive(Clone)]
struct Typist {
    id: &'static str,
    draft: Rc<str>,
    /// What stands on the paper before and after every text.
    around: [Rc<str>; 2],
    send: Send,
    steps: Rc<RefCell<Steps>>,
}

impl Typist {
    fn of(view: &WriteView, id: &'static str, shared: &Shared) -> Self {
        let (send, steps) = (shared.send.clone(), shared.steps.clone());
        let [before, draft, after] = view.parts();
        Self { id, draft: draft.into(), around: [before.into(), after.into()], send, steps }
    }

    fn typed(&self, text: String) {
        self.steps.borrow_mut().typed(&self.draft, &text);
        self.say(&text);
    }

    fn say(&self, text: &str) {
        let [before, after] = &self.around;
        self.send.emit(Msg::Typed([before, text, after].concat()));
    }

    fn undo(&self) {
        let before = self.steps.borrow_mut().undone(&self.draft);
        if let Some(text) = before {
            self.write(&text, usize::MAX);
            self.say(&text);
        }
    }

    fn press(&self, stroke: Stroke) {
        if stroke == Stroke::Undo {
            return self.undo();
        }
        let end = self.draft.chars().count();
        let (from, to) = self.input().map_or((end, end), |input| selection(&input, end));
        let (after, at) = pressed(&self.draft, (from, to), stroke);
        self.write(&after, at);
        if *after != *self.draft {
            self.typed(after);
        }
    }

    fn input(&self) -> Option<HtmlInputElement> {
        element(self.id)?.dyn_into().ok()
    }

    /// The text stands there at once, so that the caret can be among it.
    fn write(&self, text: &str, at: usize) {
        let Some(input) = self.input() else { return };
        if input.value() != text {
            input.set_value(text);
        }
        place(&input, at);
    }
}

pub fn field(view: &WriteView, id: &'static str, shared: &Shared) -> Html {
    let typist = Typist::of(view, id, shared);
    let written = {
        let typist = typist.clone();
        Callback::from(move |event: InputEvent| {
            typist.typed(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let keyed = Callback::from(move |event: KeyboardEvent| {
        let undo = (event.ctrl_key() || event.meta_key()) && !event.shift_key();
        if undo && event.key().eq_ignore_ascii_case("z") {
            event.prevent_default();
            typist.undo();
        }
    });
    let want = shared.want_keypad.clone();
    let pointed = Callback::from(move |event: PointerEvent| want.emit(event.pointer_type() != "mouse"));
    let input = el("input")
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
        .value(view.parts()[1])
        .on(Rc::new(oninput::Wrapper::new(written)))
        .on(Rc::new(onkeydown::Wrapper::new(keyed)))
        .on(Rc::new(onpointerdown::Wrapper::new(pointed)));
    let hands = hands().filter(|_| view.drawn);
    el("div")
        .class(if hands.is_some() { "entry drawn" } else { "entry" })
        .with(input)
        .with(hands.map(|hands| (hands.sketch)(view.parts()[1])).unwrap_or_default())
        .html()
}

/// The keypad under the field.
pub fn keys(view: &WriteView, id: &'static str, shared: &Shared) -> Html {
    let typist = Typist::of(view, id, shared);
    let on_key = Callback::from(move |stroke: Stroke| typist.press(stroke));
    keypad(&view.keypad, &view.keypad_label, &on_key)
}

/// The selected characters of a field; `none` where it has no selection.
pub fn selection(input: &HtmlInputElement, none: usize) -> (usize, usize) {
    let text = input.value();
    // The browser counts in units of UTF-16.
    let count = |units: Option<u32>| {
        let Some(units) = units else { return none };
        let mut met = 0;
        text.chars().take_while(|c| (met < units, met += c.len_utf16() as u32).0).count()
    };
    let from = input.selection_start().ok().flatten();
    let to = input.selection_end().ok().flatten();
    (count(from), count(to))
}

/// Puts the caret before this character.
pub fn place(input: &HtmlInputElement, at: usize) {
    let units = input.value().chars().take(at).map(char::len_utf16).sum::<usize>() as u32;
    // A field that is gone has no caret, and tells nobody.
    let _ = input.set_selection_range(units, units);
    if let Ok(placed) = Event::new(PLACED) {
        let _ = input.dispatch_event(&placed);
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn undo_goes_back_step_by_step_and_not_into_another_question() {
        let mut steps = Steps::default();
        steps.typed("", "1");
        steps.typed("1", "12");
        steps.typed("12", "");
        assert_eq!(steps.undone(""), Some("12".into()));
        assert_eq!(steps.undone("12"), Some("1".into()));
        steps.typed("1", "1/");
        assert_eq!(steps.undone("1/"), Some("1".into()));
        assert_eq!(steps.undone("1"), Some(String::new()));
        assert_eq!(steps.undone(""), None);
        steps.typed("", "7");
        steps.clear();
        assert_eq!(steps.undone(""), None, "another question");
        steps.typed("", "7");
        assert_eq!(steps.undone("1/2"), None, "a figure has typed something else");
    }

    #[test]
    fn keys_that_come_before_the_page_is_drawn_are_steps_all_the_same() {
        let mut steps = Steps::default();
        for text in ["1", "12", "12/"] {
            steps.typed("", text);
        }
        assert_eq!(steps.undone("1"), Some("12".into()));
        assert_eq!(steps.undone("12"), Some("1".into()));
    }

    #[test]
    fn the_oldest_step_is_forgotten_first() {
        let mut steps = Steps::default();
        let text = |k: usize| "1".repeat(k);
        (0..150).for_each(|k| steps.typed(&text(k), &text(k + 1)));
        let back = (0..200)
            .map_while(|_| {
                let now = steps.now.clone();
                steps.undone(&now)
            })
            .count();
        assert_eq!((back, steps.now), (super::MOST_STEPS, text(50)));
    }
}
