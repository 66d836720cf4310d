//! Carries out `Cmd::Focus` and `Cmd::Announce`. Call after the page is drawn (in `rendered`), or the element is
//! not there yet.

use crate::tutor::Focus;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub fn focus(place: Focus) {
    let found = match place {
        Focus::Heading => element("main-heading"),
        // The last step of a worked solution is where writing goes on, when it is there.
        Focus::Answer => {
            element("last-step").or_else(|| element("answer")).or_else(|| query(".choices input:enabled"))
        }
        Focus::Feedback => element("feedback"),
        Focus::Next => element("next"),
    };
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Focus that fails (a detached or disabled element) leaves the page as it was.
        let _ = found.focus();
    }
}

/// Takes the focus off a button before the page changes: one that goes away while it has the focus makes the browser
/// look at a page that is half drawn.
pub fn leave_button() {
    if let Some(button) = query("button:focus").and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = button.blur();
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
