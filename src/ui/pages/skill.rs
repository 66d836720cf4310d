//! One skill: level, receipt, what may be done, and what stands near it on the map.

use super::home::link;
use super::progress::ladder;
use crate::ui::choices::setting;
use crate::ui::parts::{Weight, actions, button, heading, line, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{EarnedBy, GoalView, Near, NearSkill, SkillPage};
use yew::Html;

pub fn page(view: &SkillPage, send: &Send) -> Html {
    let flags = view.flags.iter().map(|flag| el("span").class("flag").key(flag).text(flag).html());
    let level = el("p").class("level").with(el("span").text(&view.level_name)).each(flags);
    let names = el("div").with(words("note", &view.place)).with(heading(&view.title)).with(level);
    let said = view.said.iter().map(|line| el("p").class("lead").key(line).text(line).html());
    let top = el("div")
        .class("card skill-top")
        .attr("data-level", &view.level.to_string())
        .hook("skill-page")
        .with(el("div").class("skill-head").with(ladder(view.level)).with(names))
        .with(el("div").attr("role", "status").each(said))
        .with(ways_on(view, send));
    el("div")
        .class("progress")
        .with(el("p").class("back").with(link(&view.back)))
        .with(top)
        .with(receipt(view))
        .each(view.goal.iter().map(|view| goal(view, send)))
        .with(el("div").class("cards").each(view.near.iter().map(near)))
        .html()
}

fn ways_on(view: &SkillPage, send: &Send) -> Html {
    let others = view.others.iter().map(|other| button(other, Weight::Quiet, "skill-other", send));
    el("div")
        .class("skill-ways")
        .with(
            actions()
                .each(view.practise.iter().map(|practise| button(practise, Weight::Main, "practise", send)))
                .each(view.prove.iter().map(|prove| button(prove, Weight::Plain, "prove", send))),
        )
        .with(words("note", &view.prove_note))
        .with(actions().each(others))
        .html()
}

fn receipt(view: &SkillPage) -> Html {
    if view.left.is_empty() {
        return Html::default();
    }
    let left = view.left.iter().map(|line| el("li").key(line).text(line).html());
    el("section")
        .class("card")
        .hook("receipt")
        .with(answers(view))
        .with(title(&view.left_label))
        .with(el("ul").each(left))
        .html()
}

fn answers(view: &SkillPage) -> Html {
    if view.answers.is_empty() {
        return Html::default();
    }
    let answers = view.answers.iter().enumerate().map(|(place, answer)| earned(answer, place));
    el("div").class("earned").with(title(&view.answers_label)).with(el("ul").each(answers)).html()
}

fn earned(view: &EarnedBy, place: usize) -> Html {
    el("li")
        .place(place)
        .with(el("span").class("note").text(&view.when))
        .with(el("span").with(line(&view.ask)))
        .with(el("strong").with(line(&view.answer)))
        .html()
}

fn goal(view: &GoalView, send: &Send) -> Html {
    let lines = view.lines.iter().map(|line| el("p").key(line).text(line).html());
    let clear = view.clear.iter().map(|clear| button(clear, Weight::Quiet, "goal-clear", send));
    el("section")
        .class("card")
        .hook("goal")
        .with(title(&view.title))
        .with(el("div").attr("role", "status").each(lines))
        .with(setting(&view.when, "goal-when", send))
        .with(actions().each(clear))
        .html()
}

fn near(view: &Near) -> Html {
    el("section")
        .class("card small near")
        .key(&view.label)
        .with(title(&view.label))
        .with(el("ul").each(view.skills.iter().map(neighbour)))
        .html()
}

fn neighbour(view: &NearSkill) -> Html {
    el("li").key(&view.name.label).with(link(&view.name)).with(words("note", &view.level_name)).html()
}
