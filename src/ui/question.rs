//! The card of a question: what is asked, its figure, the answer, and everything that grows below while answering.

use super::answer::answer;
use super::boxes;
use super::choices;
use super::feedback::feedback;
use super::figure::draw;
use super::hands::hands;
use super::parts::{Weight, button, line, title};
use super::send::{Send, Shared};
use super::tag::{el, list};
use crate::view::{HintView, QuestionView, ResponseView};
use yew::Html;

pub fn question(view: &QuestionView, shared: &Shared) -> Html {
    let send = &shared.send;
    let asked_last = view.feedback.as_ref().is_some_and(|feedback| feedback.last_check.is_some());
    let last = view.check.is_none() && !asked_last;
    let asked = el("div")
        .class("asked")
        .attr("lang", view.lang)
        .with(el("p").class("ask").id("ask").with(line(&view.ask)))
        .each(view.given.iter().map(|given| el("p").key("given").class("ask given").with(line(given)).html()))
        .each(view.figure.iter().map(|view| draw(view, send)));
    // Drawn by what is fetched with the hands; before that there is nothing beside.
    let beside = view.beside.iter().zip(hands());
    let help = beside.clone().map(|(view, hands)| (hands.beside_help)(view));
    let beside = beside.map(|(view, hands)| (hands.beside)(view));
    let hints = el("div").class("hints").attr("role", "status").attr("lang", view.lang);
    el("article")
        .class("card question")
        .attr("aria-labelledby", "ask")
        .hook("question")
        .attr("data-item", &view.id)
        .with(asked)
        .with(list(beside))
        .with(later("aids", hands().map(|hands| (hands.aids)(view, send))))
        .each(view.sure.iter().map(|sure| choices::setting(sure, "sure", send)))
        .with(response(view, shared))
        .with(feedback(view.feedback.as_ref(), view.next.as_ref(), last, shared))
        .with(hints.each(view.hints.iter().map(|view| hint(view, send))))
        .each(help)
        // Below what is said of the answer: an open sheet must not push that off the screen.
        .with(later("scratch", hands().map(|hands| (hands.scratch)(&view.id, view.lang))))
        .with(ways_out(view, send))
        .html()
}

/// What is not here yet has its room already: nothing moves when it comes.
fn later(class: &'static str, drawn: Option<Html>) -> Html {
    drawn.unwrap_or_else(|| el("div").class(class).html())
}

fn response(view: &QuestionView, shared: &Shared) -> Html {
    let send = &shared.send;
    let ask_hint = list(view.hint.iter().map(|hint| button(hint, Weight::Quiet, "hint", send)));
    match &view.response {
        ResponseView::Choose(view_of) => choices::answer(view_of, &view.check, ask_hint, send),
        ResponseView::Groups(groups) => choices::groups(groups, &view.check, ask_hint, send),
        ResponseView::Boxes(boxes) => boxes::draw(boxes, &view.id, &view.check, ask_hint, shared),
        ResponseView::Write(write) => answer(write, &view.check, ("answer", "check"), ask_hint, shared),
    }
}

fn hint(view: &HintView, send: &Send) -> Html {
    el("section")
        .class("hint")
        .key(&view.label)
        .with(title(&view.label))
        .with(el("p").with(line(&view.text)))
        .each(view.figure.iter().map(|view| draw(view, send)))
        .html()
}

fn ways_out(view: &QuestionView, send: &Send) -> Html {
    let others = view.others.iter().map(|other| button(other, Weight::Quiet, "way-out", send));
    el("div").class("ways").with(reason(view)).with(el("div").class("ways-out").each(others)).html()
}

/// Why this question.
fn reason(view: &QuestionView) -> Html {
    if view.reason.is_empty() {
        return Html::default();
    }
    el("details")
        .class("reason")
        .with(el("summary").text(&view.reason_label))
        .with(el("p").hook("reason").text(&view.reason))
        .html()
}
