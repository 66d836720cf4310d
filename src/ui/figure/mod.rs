//! Figures: the marks and boxes of `view::figure` as SVG and tables, and the hands that move them.
//! [`draw`], [`board`] and [`gallery`] are the only doors, so that everything behind them can be loaded when it is needed.

mod board;
mod examples;
mod sheet;
mod svg;

use super::hands::hands;
use super::send::{Send, Shared};
use super::tag::{El, el, list};
use crate::content::Locale;
use crate::view::FigureView;
use crate::view::figure::{self, Body, Look, Sheet};
use yew::{Html, html};

/// A figure to look at, or to answer in: then it types into the field that the draft came from.
pub fn draw(view: &FigureView, send: &Send) -> Html {
    let kind = view.figure.kind();
    let drawn = match hands().filter(|_| view.open) {
        Some(hands) => (hands.board)(view, send),
        None if view.open => waiting(view),
        None => shown(view),
    };
    el("figure")
        .class(&["figure ", kind].concat())
        .hook(&["figure-", kind].concat())
        .key(&view.alt)
        .with(drawn)
        .html()
}

/// A figure as another keyboard for the answer.
pub fn board(view: &FigureView, send: &Send) -> Html {
    html! { <board::Board view={view.clone()} send={send.clone()} /> }
}

/// Every kind of figure, in several instances.
pub fn gallery(locale: Locale, shared: &Shared) -> Html {
    html! { <examples::Examples {locale} shared={shared.clone()} /> }
}

/// A figure that can soon be answered in; it takes the same room.
fn waiting(view: &FigureView) -> Html {
    let board = el("div").key("board").class("board").with(shown(view)).html();
    let note = figure::note(&view.figure, view.locale);
    list([board, el("figcaption").key("note").class("note").text(note).html()])
}

fn shown(view: &FigureView) -> Html {
    let hand = figure::start(&view.figure, &view.draft, view.locale);
    let look = Look {
        hand: &hand,
        draft: &view.draft,
        checked: view.checked.as_deref(),
        open: false,
        active: None,
        locale: view.locale,
    };
    match figure::drawn(&view.figure, look).body {
        Body::Paper(paper) => told("paper", &view.alt).with(svg::paper(&paper)).html(),
        // Only the wider vocabulary has any, and that waits for what comes with the hands.
        Body::Sheet(drawn) => hands().map(|hands| (hands.sheet)(&drawn, &view.alt)).unwrap_or_default(),
    }
}

fn told(class: &'static str, alt: &str) -> El {
    el("div").class(class).attr("role", "img").attr("aria-label", alt)
}

/// A figure made of boxes, to look at.
pub fn sheet(drawn: &Sheet, alt: &str) -> Html {
    match &drawn.told {
        None => sheet::shown(drawn, alt),
        Some(more) => told("", &[alt, more].concat()).with(sheet::shown(drawn, "")).html(),
    }
}
