//! The card of a question: what is asked, its figure, the answer, and everything that grows below while answering.

use super::answer::Answer;
use super::choices;
use super::feedback::feedback;
use super::figure::draw;
use super::parts::{Weight, button, line};
use super::send::Send;
use crate::view::{HintView, QuestionView, ResponseView};
use yew::prelude::*;

pub fn question(view: &QuestionView, send: &Send) -> Html {
    let asked_last = view.feedback.as_ref().is_some_and(|feedback| feedback.last_check.is_some());
    let last = view.check.is_none() && !asked_last;
    html! {
        <article class="card question" aria-labelledby="ask" data-test="question" data-item={view.id.clone()}>
            <div class="asked" lang={view.lang}>
                <p class="ask" id="ask">{ line(&view.ask) }</p>
                { for view.figure.iter().map(draw) }
            </div>
            { response(view, send) }
            { feedback(view.feedback.as_ref(), view.next.as_ref(), last, send) }
            <div class="hints" role="status" lang={view.lang}>{ for view.hints.iter().map(hint) }</div>
            { ways_out(view, send) }
        </article>
    }
}

fn response(view: &QuestionView, send: &Send) -> Html {
    let ask_hint: Html = view.hint.iter().map(|hint| button(hint, Weight::Quiet, "hint", send)).collect();
    match &view.response {
        ResponseView::Choose(view_of) => choices::answer(view_of, &view.check, ask_hint, send),
        ResponseView::Groups(groups) => choices::groups(groups, &view.check, ask_hint, send),
        ResponseView::Write(write) => html! {
            <Answer view={write.clone()} check={view.check.clone()} id="answer" check_hook="check">{ ask_hint }</Answer>
        },
    }
}

fn hint(view: &HintView) -> Html {
    html! {
        <section class="hint" key={view.label.as_str()}>
            <h2>{ &view.label }</h2>
            <p>{ line(&view.text) }</p>
            { for view.figure.iter().map(draw) }
        </section>
    }
}

fn ways_out(view: &QuestionView, send: &Send) -> Html {
    html! {
        <div class="ways">
            if !view.reason.is_empty() {
                <details class="reason">
                    <summary>{ &view.reason_label }</summary>
                    <p data-test="reason">{ &view.reason }</p>
                </details>
            }
            <div class="ways-out">
                { for view.others.iter().map(|other| button(other, Weight::Quiet, "way-out", send)) }
            </div>
        </div>
    }
}
