//! Figures: the marks and boxes of `view::figure` as SVG and tables, and the hands that move them.
//! [`draw`] and [`gallery`] are the only doors, so that everything behind them can be loaded when it is needed.

mod board;
mod examples;
mod sheet;
mod svg;

use super::tag::el;
use crate::content::Locale;
use crate::view::FigureView;
use crate::view::figure::{self, Body, Look};
use yew::{Html, html};

/// A figure to look at, or to answer in: then it types into the field that the draft came from.
pub fn draw(view: &FigureView) -> Html {
    let kind = view.figure.kind();
    let drawn = if view.open {
        html! { <board::Board view={view.clone()} /> }
    } else {
        shown(view)
    };
    el("figure")
        .class(&["figure ", kind].concat())
        .hook(&["figure-", kind].concat())
        .key(&view.alt)
        .with(drawn)
        .html()
}

/// Every kind of figure, in several instances.
pub fn gallery(locale: Locale) -> Html {
    html! { <examples::Examples {locale} /> }
}

fn shown(view: &FigureView) -> Html {
    let hand = figure::start(&view.figure, &view.draft, view.locale);
    let look = Look { hand: &hand, draft: &view.draft, open: false, active: None, locale: view.locale };
    let told = |class: &str| el("div").class(class).attr("role", "img").attr("aria-label", &view.alt);
    match figure::drawn(&view.figure, look).body {
        Body::Paper(paper) => told("paper").with(svg::paper(&paper)).html(),
        Body::Sheet(drawn) if drawn.is_table => sheet::shown(&drawn, &view.alt),
        Body::Sheet(drawn) => told("").with(sheet::shown(&drawn, "")).html(),
    }
}
