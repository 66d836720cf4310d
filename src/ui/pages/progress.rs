//! Earned levels, each with the answers that earned it.

use super::home::link;
use crate::ui::icon::{drawing, path};
use crate::ui::parts::{Weight, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{Link, Progress, SkillGroup, SkillRow, Sureness};
use yew::Html;

pub fn page(view: &Progress, send: &Send) -> Html {
    el("div")
        .class("progress")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(ways(&view.ways, &view.ways_label))
        .each(view.sureness.iter().map(sureness))
        .each(view.groups.iter().map(|group| skills(group, send)))
        .html()
}

/// The list and the map of the same skills.
pub fn ways(view: &[Link], label: &str) -> Html {
    let way = |link: &Link| {
        let way = el("a")
            .attr("href", &link.to.to_string())
            .maybe("aria-current", link.current.then_some("page"))
            .class("button")
            .hook("map-way")
            .text(&link.label);
        el("li").key(&link.label).with(way).html()
    };
    el("div")
        .class("ways-of-showing")
        .attr("role", "group")
        .attr("aria-label", label)
        .with(el("ul").each(view.iter().map(way)))
        .html()
}

fn sureness(view: &Sureness) -> Html {
    let bar = |(said, right, all): &(String, u32, u32)| {
        let bar = el("progress").attr("max", &all.to_string()).attr("value", &right.to_string());
        let bar = bar.attr("aria-hidden", "true");
        el("li").key(said).with(el("p").text(said)).with(bar).html()
    };
    el("section")
        .class("card")
        .key("sureness")
        .hook("sureness")
        .with(title(&view.title))
        .with(words("note", &view.text))
        .with(el("ul").class("sureness").each(view.bars.iter().map(bar)))
        .html()
}

fn skills(group: &SkillGroup, send: &Send) -> Html {
    el("section")
        .class("card")
        .key(&group.title)
        .with(title(&group.title))
        .with(el("ul").class("skills").each(group.skills.iter().map(|row| skill(row, send))))
        .html()
}

fn skill(row: &SkillRow, send: &Send) -> Html {
    let level = el("p").class("level").with(el("span").text(&row.level_name)).with(flag(&row.flag));
    let words =
        el("div").class("skill-text").with(el("h3").with(link(&row.name))).with(level).with(receipt(row));
    let lesson = row.lesson.iter().map(|lesson| button(lesson, Weight::Quiet, "lesson", send));
    let practise = row.practise.iter().map(|practise| button(practise, Weight::Quiet, "practise", send));
    el("li")
        .key(&row.skill)
        .hook("skill")
        .attr("data-skill", &row.skill)
        .attr("data-level", &row.level.to_string())
        .with(ladder(row.level))
        .with(words)
        .with(el("div").class("skill-go").each(lesson.chain(practise)))
        .html()
}

fn flag(words: &str) -> Html {
    if words.is_empty() { Html::default() } else { el("span").class("flag").text(words).html() }
}

fn receipt(row: &SkillRow) -> Html {
    if row.receipt.is_empty() {
        return Html::default();
    }
    let lines = row.receipt.iter().enumerate();
    el("details")
        .class("receipt")
        .with(el("summary").text(&row.receipt_label))
        .with(el("ul").each(lines.map(|(place, line)| el("li").place(place).text(line).html())))
        .html()
}

/// Three rungs, climbed from below.
pub fn ladder(level: u8) -> Html {
    const RUNGS: [&str; 3] = ["M5 30h22", "M5 19h22", "M5 8h22"];
    let rung = |(place, rung): (usize, &&str)| {
        let class = if place < usize::from(level) { "rung earned" } else { "rung" };
        path(class, rung).place(place).html()
    };
    drawing("ladder", "0 0 32 38")
        .with(path("rails", "M8 2v34M24 2v34"))
        .each(RUNGS.iter().enumerate().map(rung))
        .html()
}
