//! The small parts that all pages are made of: buttons, running text, notices.

use super::icon;
use super::maths::maths;
use super::send::{Send, on_press};
use crate::tutor::Msg;
use crate::view::{Button, Line, Notice, Span, Tone};
use yew::prelude::*;

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
    html! {
        <button
            key={view.label.as_str()}
            type="button"
            class={weight.class()}
            lang={tongue(&view.msg)}
            data-test={hook}
            disabled={!view.enabled}
            onclick={on_press(send, &view.msg)}
        >
            { &view.label }
        </button>
    }
}

/// A language is named in its own words, so its button speaks that language.
pub fn tongue(msg: &Msg) -> Option<AttrValue> {
    match msg {
        Msg::LocaleChosen(tag) => Some(AttrValue::from(tag.clone())),
        _ => None,
    }
}

/// The heading of a page; focus comes here when the page changes.
pub fn heading(text: &str) -> Html {
    html! { <h1 id="main-heading" tabindex="-1">{ text }</h1> }
}

/// A paragraph, or nothing where there are no words.
pub fn words(class: &'static str, text: &str) -> Html {
    if text.is_empty() {
        Html::default()
    } else {
        html! { <p {class}>{ text }</p> }
    }
}

/// The quieter line of a control, or nothing.
pub fn note(text: &str) -> Html {
    if text.is_empty() {
        Html::default()
    } else {
        html! { <span class="note">{ text }</span> }
    }
}

/// Running text with its drawn maths.
pub fn line(line: &Line) -> Html {
    let spans = line.iter().enumerate().map(|(place, span)| {
        let inner = match span {
            Span::Words(words) => html! { { words } },
            Span::Maths { node, spoken } => maths(node, spoken),
            Span::Blank(name) => html! { <span class="blank" role="img" aria-label={name.clone()} /> },
        };
        html! { <span key={place}>{ inner }</span> }
    });
    spans.collect()
}

pub fn lines(view: &[Line]) -> Html {
    view.iter().enumerate().map(|(place, text)| html! { <p key={place}>{ line(text) }</p> }).collect()
}

pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Right => "is-right",
        Tone::Again => "is-again",
        Tone::Show => "is-show",
        Tone::Advice => "is-advice",
        Tone::Calm => "is-calm",
        Tone::Warning => "is-warning",
    }
}

/// Something to know, with its next step. `level` is the rank of its heading.
pub fn notice(view: &Notice, hook: &'static str, send: &Send) -> Html {
    html! {
        <section key={view.title.as_str()} class={classes!("notice", tone_class(view.tone))} data-test={hook}>
            { icon::tone(view.tone) }
            <div class="notice-text">
                <h2>{ &view.title }</h2>
                { words("", &view.text) }
            </div>
            <div class="actions">
                { for view.actions.iter().map(|action| button(action, Weight::Plain, "notice-action", send)) }
                { for view.close.iter().map(|close| button(close, Weight::Quiet, "notice-close", send)) }
            </div>
        </section>
    }
}
