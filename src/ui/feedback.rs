//! What is said after a check: the verdict, the worked steps with their last box, and the way on.

use super::answer::answer;
use super::icon;
use super::parts::{Weight, actions, line, lines, press, title, toned};
use super::send::{Send, Shared};
use super::tag::el;
use crate::view::{Button, FeedbackView};
use yew::Html;

/// Always in the page, so that screen readers notice when words come in; empty until there is something to say.
pub fn feedback(view: Option<&FeedbackView>, next: Option<&Button>, last: bool, shared: &Shared) -> Html {
    let class = view.map_or("feedback".into(), |view| toned("feedback", view.tone));
    let mut verdict = el("div").class("verdict").attr("role", "status");
    if let Some(view) = view {
        let words = el("div").class("verdict-text").with(title(&view.title)).with(lines(&view.lines));
        verdict = verdict.with(icon::tone(view.tone)).with(words);
    }
    el("section")
        .class(&class)
        .id("feedback")
        .attr("tabindex", "-1")
        .hook("feedback")
        .with(verdict)
        .with(view.map(|view| steps(view, shared)).unwrap_or_default())
        .with(next.map(|next| way_on(next, last, &shared.send)).unwrap_or_default())
        .html()
}

fn steps(view: &FeedbackView, shared: &Shared) -> Html {
    if view.steps.is_empty() && view.last_step.is_none() {
        return Html::default();
    }
    let steps = view.steps.iter().enumerate();
    let last = view
        .last_step
        .as_ref()
        .map(|write| answer(write, &view.last_check, ("last-step", "last-check"), Html::default(), shared));
    el("div")
        .class("steps")
        .with(el("h3").text(&view.steps_label))
        .with(el("ol").each(steps.map(|(place, step)| el("li").place(place).with(line(step)).html())))
        .with(last.unwrap_or_default())
        .html()
}

/// The one thing to do when nothing is left to answer; a quiet way past a second try.
fn way_on(next: &Button, last: bool, send: &Send) -> Html {
    let weight = if last { Weight::Main } else { Weight::Quiet };
    actions().with(press(next, weight, "next", send).id("next")).html()
}
