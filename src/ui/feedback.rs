//! What is said after a check: the verdict, the worked steps with their last box, and the way on.

use super::answer::Answer;
use super::icon;
use super::parts::{Weight, line, lines, tone_class};
use super::send::{Send, on_press};
use crate::view::{Button, FeedbackView};
use yew::prelude::*;

/// Always in the page, so that screen readers notice when words come in; empty until there is something to say.
pub fn feedback(view: Option<&FeedbackView>, next: Option<&Button>, last: bool, send: &Send) -> Html {
    let class = view.map_or("", |view| tone_class(view.tone));
    html! {
        <section class={classes!("feedback", class)} id="feedback" tabindex="-1" data-test="feedback">
            <div class="verdict" role="status">
                if let Some(view) = view {
                    { icon::tone(view.tone) }
                    <div class="verdict-text">
                        <h2>{ &view.title }</h2>
                        { lines(&view.lines) }
                    </div>
                }
            </div>
            if let Some(view) = view {
                { steps(view) }
            }
            if let Some(next) = next {
                <div class="actions">{ way_on(next, last, send) }</div>
            }
        </section>
    }
}

fn steps(view: &FeedbackView) -> Html {
    if view.steps.is_empty() && view.last_step.is_none() {
        return Html::default();
    }
    html! {
        <div class="steps">
            <h3>{ &view.steps_label }</h3>
            <ol>{ for view.steps.iter().enumerate().map(|(place, step)| html! { <li key={place}>{ line(step) }</li> }) }</ol>
            if let Some(write) = &view.last_step {
                <Answer view={write.clone()} check={view.last_check.clone()} id="last-step" check_hook="last-check" />
            }
        </div>
    }
}

/// The one thing to do when nothing is left to answer; a quiet way past a second try.
fn way_on(next: &Button, last: bool, send: &Send) -> Html {
    let weight = if last { Weight::Main } else { Weight::Quiet };
    html! {
        <button
            id="next"
            type="button"
            class={weight.class()}
            data-test="next"
            disabled={!next.enabled}
            onclick={on_press(send, &next.msg)}
        >
            { &next.label }
        </button>
    }
}
