//! Earned levels, each with the answers that earned it.

use crate::ui::parts::{Weight, button, heading, words};
use crate::ui::send::Send;
use crate::view::{Progress, SkillGroup, SkillRow};
use yew::prelude::*;

pub fn page(view: &Progress, send: &Send) -> Html {
    html! {
        <div class="progress">
            { heading(&view.title) }
            { words("lead", &view.text) }
            { for view.groups.iter().map(|group| skills(group, send)) }
        </div>
    }
}

fn skills(group: &SkillGroup, send: &Send) -> Html {
    html! {
        <section class="card" key={group.title.as_str()}>
            <h2>{ &group.title }</h2>
            <ul class="skills">{ for group.skills.iter().map(|row| skill(row, send)) }</ul>
        </section>
    }
}

fn skill(row: &SkillRow, send: &Send) -> Html {
    html! {
        <li key={row.skill.as_str()} data-test="skill" data-skill={row.skill.clone()} data-level={row.level.to_string()}>
            { ladder(row.level) }
            <div class="skill-text">
                <h3>{ &row.name }</h3>
                <p class="level"><span>{ &row.level_name }</span>{ flag(&row.flag) }</p>
                { receipt(row) }
            </div>
            <div class="skill-go">
                { for row.practise.iter().map(|practise| button(practise, Weight::Quiet, "practise", send)) }
            </div>
        </li>
    }
}

fn flag(words: &str) -> Html {
    if words.is_empty() {
        Html::default()
    } else {
        html! { <span class="flag">{ words }</span> }
    }
}

fn receipt(row: &SkillRow) -> Html {
    if row.receipt.is_empty() {
        return Html::default();
    }
    html! {
        <details class="receipt">
            <summary>{ &row.receipt_label }</summary>
            <ul>{ for row.receipt.iter().enumerate().map(|(place, line)| html! { <li key={place}>{ line }</li> }) }</ul>
        </details>
    }
}

/// Three rungs, climbed from below.
fn ladder(level: u8) -> Html {
    const RUNGS: [&str; 3] = ["M5 30h22", "M5 19h22", "M5 8h22"];
    let rung = |(place, path): (usize, &&'static str)| {
        let class = if place < usize::from(level) { "rung earned" } else { "rung" };
        html! { <path key={place} {class} d={*path} /> }
    };
    html! {
        <svg class="ladder" viewBox="0 0 32 38" aria-hidden="true">
            <path class="rails" d="M8 2v34M24 2v34" />
            { for RUNGS.iter().enumerate().map(rung) }
        </svg>
    }
}
