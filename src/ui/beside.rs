//! The other language beside the question: the button for it, the question's words, and further down those of its help.

use super::parts::{line, lines, title};
use super::send::Send;
use super::tag::{el, list};
use crate::view::{Beside, FeedbackView, HintView, Line};
use yew::Html;

pub fn toggle(view: &Beside, send: &Send) -> Html {
    el("button")
        .attr("type", "button")
        .class("button quiet beside-toggle")
        .attr("aria-pressed", if view.on { "true" } else { "false" })
        .hook("beside-toggle")
        .sends(&view.toggle.msg, send)
        .text(&view.toggle.label)
        .html()
}

/// Below what is asked.
pub fn asked(view: &Beside) -> Html {
    if view.asked.is_empty() {
        return Html::default();
    }
    let options = if view.options.is_empty() {
        Html::default()
    } else {
        let option = |(place, option): (usize, &Line)| el("li").place(place).with(line(option)).html();
        el("ul").each(view.options.iter().enumerate().map(option)).html()
    };
    section(view, "beside").with(lines(&view.asked)).with(options).html()
}

/// Below the feedback and the hints.
pub fn help(view: &Beside) -> Html {
    if view.feedback.is_none() && view.hints.is_empty() {
        return Html::default();
    }
    section(view, "beside-help").each(view.feedback.iter().map(said)).each(view.hints.iter().map(hint)).html()
}

fn section(view: &Beside, hook: &'static str) -> super::tag::El {
    el("section").class("beside").attr("lang", view.lang).attr("aria-label", &view.label).hook(hook)
}

fn said(view: &FeedbackView) -> Html {
    let steps =
        view.steps.iter().enumerate().map(|(place, step)| el("li").place(place).with(line(step)).html());
    let steps = if view.steps.is_empty() { Html::default() } else { el("ol").each(steps).html() };
    list([el("div").key("said").with(title(&view.title)).with(lines(&view.lines)).with(steps).html()])
}

fn hint(view: &HintView) -> Html {
    el("div").key(&view.label).with(title(&view.label)).with(el("p").with(line(&view.text))).html()
}
