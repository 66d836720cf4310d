//! The end of a sitting: what is ready, what was found strong, and "Take it with me".

use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::send::Send;
use crate::view::Done;
use yew::prelude::*;

pub fn page(view: &Done, send: &Send) -> Html {
    html! {
        <div class="card done">
            { heading(&view.title) }
            { for view.lines.iter().map(|line| html! { <p class="lead" key={line.as_str()}>{ line }</p> }) }
            <div class="found">
                { named(&view.strong_label, &view.strong, "strong", "strong") }
                { named(&view.ready_label, &view.ready, "ready", "ready") }
            </div>
            <div class="actions">
                { button(&view.again, Weight::Main, "again", send) }
                { button(&view.home, Weight::Plain, "home", send) }
            </div>
            <div class="take">
                { button(&view.take, Weight::Plain, "export", send) }
                { words("note", &view.take_note) }
            </div>
        </div>
    }
}

fn named(label: &str, skills: &[String], class: &'static str, key: &'static str) -> Html {
    if skills.is_empty() {
        return Html::default();
    }
    html! {
        <section {class} {key}>
            <h2>{ label }</h2>
            <ul>{ for skills.iter().map(|skill| html! { <li key={skill.as_str()}>{ skill }</li> }) }</ul>
        </section>
    }
}
