//! A learner's own week, and milestones.

use crate::ui::choices::setting;
use crate::ui::parts::{Weight, actions, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::Choices;
use crate::view::classroom::WeekPage;
use crate::view::classroom::week::DayView;
use yew::Html;

/// Each day chooses for itself.
const NAMES: [&str; 7] = ["week-1", "week-2", "week-3", "week-4", "week-5", "week-6", "week-7"];

pub fn page(view: &WeekPage, send: &Send) -> Html {
    let reached = view.milestones.iter().map(|one| el("li").key(one).text(one).html());
    let milestones = el("section")
        .class("card")
        .hook("milestones")
        .with(title(&view.milestones_title))
        .with(words("note", &view.milestones_text))
        .with(el("ul").class("milestones").each(reached))
        .with(actions().with(button(&view.milestones_switch, Weight::Quiet, "milestones-switch", send)));
    let week = el("div")
        .class("card week")
        .hook("week")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(
            el("ol")
                .class("week-days")
                .each(view.days.iter().zip(NAMES).map(|(one, name)| day(one, name, send))),
        )
        .with(
            actions()
                .with(button(&view.home, Weight::Plain, "home", send))
                .each(view.off.iter().map(|off| button(off, Weight::Quiet, "week-off", send))),
        );
    el("div").class("week-page").with(week).with(milestones).html()
}

fn day(view: &DayView, name: &'static str, send: &Send) -> Html {
    let choices = Choices { legend: view.legend.clone(), choices: view.choices.clone() };
    el("li")
        .key(&view.name)
        .hook("day")
        .maybe("aria-current", view.today.then_some("date"))
        .with(el("p").class("week-day").with(el("strong").text(&view.name)).with(words("note", &view.said)))
        .with(setting(&choices, name, send))
        .html()
}
