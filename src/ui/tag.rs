//! Elements from functions: `el("p").class("note").text(words).html()`. What `html!` writes out anew for every element
//! stands here once, which makes the app a good deal smaller (`docs/decisions/0009-elements-from-functions.md`).

use super::send::{Send, on_press};
use crate::tutor::Msg;
use std::rc::Rc;
use yew::html::{onchange, onclick, onsubmit};
use yew::virtual_dom::{Key, Listener, VList, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, MouseEvent, NodeRef, SubmitEvent};

/// An element in the making.
///
/// Every method that says what is on the element may be called in any order; children stand in the order in which
/// they are given. A child that is not always there is `Html::default()` when it is not, so that it keeps its place.
#[must_use = "an element is drawn only where its `html()` goes"]
pub struct El(Rc<VTag>);

#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Rc::new(VTag::new(AttrValue::Static(tag))))
}

impl El {
    fn tag(&mut self) -> &mut VTag {
        Rc::get_mut(&mut self.0).expect("an element in the making is nobody else's")
    }

    /// Any attribute, but `value` and `checked` of a field: those have methods of their own.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.tag().add_attribute(name, AttrValue::from(Rc::<str>::from(value)));
        self
    }

    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// The hook by which tests and outside measurements find the element.
    #[inline(never)]
    pub fn hook(self, hook: &str) -> Self {
        self.attr("data-test", hook)
    }

    #[inline(never)]
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// An attribute that is not always there.
    #[inline(never)]
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that is there or not, and says no more: `disabled`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.maybe(name, on.then_some(name))
    }

    /// Decorative: screen readers pass over it.
    #[inline(never)]
    pub fn hidden(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// What tells this element from its neighbours; every element of a list has one.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.tag().key = Some(Key::from(key));
        self
    }

    /// The key of what has nothing but its place in a list.
    #[inline(never)]
    pub fn place(mut self, place: usize) -> Self {
        self.tag().key = Some(Key::from(place));
        self
    }

    /// Whether a radio button or a check box is on, whatever was pressed since.
    #[inline(never)]
    pub fn checked(mut self, on: bool) -> Self {
        self.tag().set_checked(on);
        self
    }

    /// What stands in a field, whatever was typed since.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.tag().set_value(Some(AttrValue::from(Rc::<str>::from(value))));
        self
    }

    /// Where a component finds the element once it is in the page.
    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.tag().node_ref = node.clone();
        self
    }

    /// Any event, as Yew wraps it: `Rc::new(oninput::Wrapper::new(..))`.
    #[inline(never)]
    pub fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.tag().add_listener(listener);
        self
    }

    /// A press sends this message.
    #[inline(never)]
    pub fn sends(self, msg: &Msg, send: &Send) -> Self {
        self.on_click(on_press(send, msg))
    }

    #[inline(never)]
    pub fn on_click(self, then: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(onclick::Wrapper::new(then)))
    }

    #[inline(never)]
    pub fn on_change(self, then: Callback<Event>) -> Self {
        self.on(Rc::new(onchange::Wrapper::new(then)))
    }

    #[inline(never)]
    pub fn on_submit(self, then: Callback<SubmitEvent>) -> Self {
        self.on(Rc::new(onsubmit::Wrapper::new(then)))
    }

    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.child(text(words))
    }

    #[inline(never)]
    fn child(mut self, child: Html) -> Self {
        self.tag().add_child(child);
        self
    }

    pub fn with(self, child: impl Into<Html>) -> Self {
        self.child(child.into())
    }

    /// A list whose length may change: one child, so that what stands beside it keeps its place.
    pub fn each(self, items: impl IntoIterator<Item = Html>) -> Self {
        self.child(list(items))
    }

    pub fn html(self) -> Html {
        Html::VTag(self.0)
    }
}

impl From<El> for Html {
    fn from(el: El) -> Self {
        el.html()
    }
}

#[inline(never)]
pub fn text(words: &str) -> Html {
    Html::VText(VText { text: AttrValue::from(Rc::<str>::from(words)) })
}

/// Keyed elements, one after another.
pub fn list(items: impl IntoIterator<Item = Html>) -> Html {
    let mut all = VList::new();
    for item in items {
        push(&mut all, item);
    }
    listed(all)
}

#[inline(never)]
fn push(all: &mut VList, item: Html) {
    all.add_child(item);
}

#[inline(never)]
fn listed(all: VList) -> Html {
    Html::VList(Rc::new(all))
}
