//! Home: one button, what it brings and why, and two others.

use crate::ui::choices::setting;
use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::send::Send;
use crate::view::{Home, Step};
use yew::prelude::*;

pub fn page(view: &Home, send: &Send) -> Html {
    html! {
        <div class="home">
            <div class="card next-step">
                { heading(&view.greeting) }
                { words("lead", &view.fact) }
                if let Some(next) = &view.next {
                    <div class="coming">
                        <h2>{ &next.skill }</h2>
                        { words("note", &next.why) }
                    </div>
                }
                <div class="actions">{ button(&view.go, Weight::Main, "go", send) }</div>
            </div>
            { others(view, send) }
            <div class="minutes">{ setting(&view.minutes, "minutes", send) }</div>
        </div>
    }
}

fn others(view: &Home, send: &Send) -> Html {
    if view.others.is_empty() {
        return Html::default();
    }
    html! {
        <section class="others" aria-labelledby="others">
            <h2 id="others">{ &view.others_label }</h2>
            <ul class="cards">{ for view.others.iter().map(|step| other(step, send)) }</ul>
        </section>
    }
}

fn other(step: &Step, send: &Send) -> Html {
    html! {
        <li class="card small" key={step.skill.as_str()}>
            <h3>{ &step.skill }</h3>
            { words("note", &step.why) }
            { button(&step.button, Weight::Plain, "other", send) }
        </li>
    }
}
