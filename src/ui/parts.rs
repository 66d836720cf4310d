//! The small parts that all pages are made of: buttons, running text, notices.

use super::icon;
use super::maths::maths;
use super::send::Send;
use super::tag::{El, el, list, text};
use crate::tutor::Msg;
use crate::view::{Button, Line, Notice, Span, Tone};
use yew::Html;

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq)]
pub enum Weight {
    Main,
    Plain,
    Quiet,
}

impl Weight {
    pub fn class(self) -> &'static str {
        match self {
            Self::Main => "button main",
            Self::Plain => "button",
            Self::Quiet => "button quiet",
        }
    }
}

pub fn button(view: &Button, weight: Weight, hook: &'static str, send: &Send) -> Html {
    press(view, weight, hook, send).key(&view.label).html()
}

/// The button before anything is said about its neighbours.
#[inline(never)]
pub fn press(view: &Button, weight: Weight, hook: &'static str, send: &Send) -> El {
    el("button")
        .attr("type", "button")
        .class(weight.class())
        .maybe("lang", tongue(&view.msg))
        .hook(hook)
        .flag("disabled", !view.enabled)
        .sends(&view.msg, send)
        .text(&view.label)
}

/// A language is named in its own words, so its button speaks that language.
pub fn tongue(msg: &Msg) -> Option<&str> {
    match msg {
        Msg::LocaleChosen(tag) => Some(tag),
        _ => None,
    }
}

/// A heading within a page.
pub fn title(words: &str) -> El {
    el("h2").text(words)
}

/// The heading of a page; focus comes here when the page changes.
#[inline(never)]
pub fn heading(words: &str) -> Html {
    el("h1").id("main-heading").attr("tabindex", "-1").text(words).html()
}

/// A paragraph, or nothing where there are no words.
#[inline(never)]
pub fn words(class: &'static str, words: &str) -> Html {
    if words.is_empty() { Html::default() } else { el("p").class(class).text(words).html() }
}

/// The quieter line of a control, or nothing.
#[inline(never)]
pub fn note(words: &str) -> Html {
    if words.is_empty() { Html::default() } else { el("span").class("note").text(words).html() }
}

/// The row of buttons under something.
pub fn actions() -> El {
    el("div").class("actions")
}

/// Running text with its drawn maths.
#[inline(never)]
pub fn line(line: &Line) -> Html {
    list(line.iter().enumerate().map(|(place, span)| {
        let inner = match span {
            Span::Words(words) => text(words),
            Span::Maths { node, spoken } => maths(node, spoken),
            Span::Blank(name) => {
                el("span").class("blank").attr("role", "img").attr("aria-label", name).html()
            }
        };
        el("span").place(place).with(inner).html()
    }))
}

pub fn lines(view: &[Line]) -> Html {
    list(view.iter().enumerate().map(|(place, text)| el("p").place(place).with(line(text)).html()))
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Right => "is-right",
        Tone::Again => "is-again",
        Tone::Show => "is-show",
        Tone::Advice => "is-advice",
        Tone::Calm => "is-calm",
        Tone::Warning => "is-warning",
    }
}

pub fn toned(class: &str, tone: Tone) -> String {
    [class, " ", tone_class(tone)].concat()
}

/// Something to know, with its next step.
#[inline(never)]
pub fn notice(view: &Notice, hook: &'static str, send: &Send) -> Html {
    let steps = view.actions.iter().map(|action| button(action, Weight::Plain, "notice-action", send));
    let close = view.close.iter().map(|close| button(close, Weight::Quiet, "notice-close", send));
    el("section")
        .key(&view.title)
        .class(&toned("notice", view.tone))
        .hook(hook)
        .with(icon::tone(view.tone))
        .with(el("div").class("notice-text").with(title(&view.title)).with(words("", &view.text)))
        .with(actions().each(steps).each(close))
        .html()
}
