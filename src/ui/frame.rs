//! The frame round every page: top bar, notices, the page itself, and a quiet voice for screen readers.

use super::avatar::ground;
use super::hands::hands;
use super::icon::{mark, path, saved as saved_sign};
use super::pages::Draw;
use super::parts::{Weight, notice, press};
use super::send::{Send, Shared};
use super::tag::{El, el};
use super::{focus, pages};
use crate::tutor::{Focus, Route};
use crate::view::{AppView, Avatar, Link, Saved, SavedState};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub view: Rc<AppView>,
    pub send: Send,
    /// How the later pages are drawn, once they have been fetched.
    pub later: Option<Draw>,
}

/// Two views made apart are drawn apart: Yew compares the drawings anyway.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view) && self.send == other.send
    }
}

/// Everything on the screen, drawn once, without the app that would carry anything out.
#[component]
pub fn Face(Props { view, send, later }: &Props) -> Html {
    let shared =
        Shared { send: send.clone(), keypad: false, want_keypad: Callback::noop(), steps: Rc::default() };
    face(view, &shared, *later)
}

/// Everything on the screen.
pub fn face(view: &AppView, shared: &Shared, later: Option<Draw>) -> Html {
    let send = &shared.send;
    let name = pages::name(&view.page);
    let page = el("div").class("page").key(name).with(pages::page(&view.page, shared, later));
    let notices = el("div").class("notices").attr("role", "status");
    el("div")
        .class("shell")
        .with(top(view, send))
        .with(notices.each(view.notices.iter().map(|view| notice(view, "notice", send))))
        .with(el("main").id("main").attr("tabindex", "-1").attr("data-page", name).with(page))
        .with(el("p").id("announcer").class("visually-hidden").attr("role", "status"))
        .with(hatch())
        .html()
}

fn top(view: &AppView, send: &Send) -> Html {
    // A link to `#main` would be taken for an address of the app.
    let skip = Callback::from(|_: MouseEvent| focus::focus(Focus::Heading));
    let end = el("div")
        .class("topbar-end")
        .with(saved(&view.saved))
        .with(language(view, send))
        .with(who(view.who.as_ref()));
    el("header")
        .class("topbar")
        .with(el("button").attr("type", "button").class("skip").on_click(skip).text(&view.skip))
        .with(wordmark("a").attr("href", &view.home.to.to_string()).text(&view.home.label))
        .with(el("nav").attr("aria-label", &view.nav_label).with(el("ul").each(view.links.iter().map(link))))
        .with(end)
        .html()
}

fn wordmark(tag: &'static str) -> El {
    el(tag).class("wordmark").with(mark())
}

/// The other language, named and said in its own words.
fn language(view: &AppView, send: &Send) -> Html {
    press(&view.language, Weight::Quiet, "language", send).attr("aria-label", &view.language_name).html()
}

fn link(view: &Link) -> Html {
    let link = el("a")
        .attr("href", &view.to.to_string())
        .maybe("aria-current", view.current.then_some("page"))
        .text(&view.label);
    el("li").key(&view.label).with(link).html()
}

fn saved(view: &Saved) -> Html {
    let class = match view.state {
        SavedState::Quiet => "saved is-quiet",
        SavedState::Saving => "saved is-saving",
        SavedState::Saved => "saved is-saved",
        SavedState::OneCopy => "saved is-one-copy",
        SavedState::NotSaved => "saved is-not-saved",
    };
    el("p").class(class).hook("saved").with(saved_sign(view.state)).with(el("span").text(&view.text)).html()
}

fn who(view: Option<&Avatar>) -> Html {
    let Some(view) = view else { return Html::default() };
    el("a")
        .class("who")
        .attr("href", &Route::Learners.to_string())
        .hook("who")
        .with(hands().map_or_else(|| ground().html(), |hands| (hands.avatar)(&view.id)))
        .with(el("span").class("who-name").text(&view.name))
        .html()
}

/// What stands there until the content is known: the shell of index.html, so that nothing moves.
pub fn shell() -> Html {
    el("div")
        .class("shell")
        .with(el("header").class("topbar").with(wordmark("span").text("Trellis")))
        .with(el("main").attr("aria-busy", "true").with(el("div").class("card waiting")))
        .html()
}

/// The hatching of shaded pieces; figures refer to it by id.
fn hatch() -> Html {
    let pattern = el("pattern")
        .id("hatch")
        .attr("width", "120")
        .attr("height", "120")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .with(path("hatch-line", "M0 0V120"));
    let defs = el("svg").class("defs").attr("width", "0").attr("height", "0").hidden();
    defs.with(el("defs").with(pattern)).html()
}
