//! Carries out `Cmd::Focus` and `Cmd::Announce`. Call after the page is drawn (in `rendered`), or the element is
//! not there yet.

use crate::tutor::Focus;
use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Where writing goes on: the first wrong cell, the answer, a choice, or the last step of a worked solution. Of these
/// only one is open at a time, but for a field beside its cells, which stands behind them.
const WRITING: &str = ".digit[aria-invalid], #answer:not([readonly]), .choices input:enabled, #last-step";

pub fn focus(place: Focus) {
    let found = match place {
        Focus::Heading => query("#main-heading"),
        Focus::Answer => query(WRITING),
        Focus::Next => query("#next"),
        Focus::Said => None,
    };
    // Even a focus that is there already makes the browser lay out the page before its time.
    if let Some(found) = found.filter(|found| !has_focus(found)) {
        take_focus(found);
    }
    // A hint, or what is said of an answer that is open still, stands below what has the focus: perhaps off the screen.
    let said =
        if place == Focus::Said { ".hints > :last-child" } else { ".feedback.is-again, .feedback.is-advice" };
    // Where things stand is only known when the page has been laid out; asking for it sooner holds up the paint.
    let show = move || {
        if let Some(said) = query(said) {
            let how = ScrollIntoViewOptions::new();
            how.set_block(ScrollLogicalPosition::Nearest);
            said.scroll_into_view_with_scroll_into_view_options(&how);
        }
    };
    Timeout::new(100, show).forget();
}

/// Takes the focus off a button before the page changes: one that goes away while it has the focus makes the browser
/// look at a page that is half drawn. The field of the answer, where it stays, takes it at once.
pub fn leave_button(to: Focus) {
    let Some(button) = query("button:focus") else { return };
    if let Some(field) = element("answer").filter(|_| to == Focus::Answer) {
        take_focus(field);
    }
    if let Some(button) = button.dyn_into::<HtmlElement>().ok().filter(|button| has_focus(button)) {
        let _ = button.blur();
    }
}

fn has_focus(element: &Element) -> bool {
    element.matches(":focus") == Ok(true)
}

/// Focus that fails (a detached or disabled element) leaves the page as it was.
fn take_focus(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Says something politely to a screen reader. Feedback and hints are live regions themselves: do not say them again.
pub fn announce(text: &str) {
    if let Some(region) = element("announcer") {
        region.set_text_content(Some(text));
    }
}

pub fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn query(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}
