//! Home: today's plan and one button, what it brings and why, two others, a goal, and practice in private.

use crate::ui::choices::setting;
use crate::ui::parts::{Weight, actions, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::el;
use crate::view::{AskedView, GoalCard, Home, Link, PlanPart, PlanView, Step};
use yew::Html;

pub fn page(view: &Home, send: &Send) -> Html {
    let not_now = view.next.iter().filter_map(|next| next.not_now.as_ref());
    let next = el("div")
        .class("card next-step")
        .with(heading(&view.greeting))
        .with(words("lead", &view.fact))
        .each(view.next.iter().map(coming))
        .with(
            actions()
                .with(button(&view.go, Weight::Main, "go", send))
                .each(not_now.map(|not_now| button(not_now, Weight::Quiet, "not-now", send))),
        )
        .with(plan(&view.plan, send, view))
        .with(actions().each(view.school.iter().map(|school| button(school, Weight::Plain, "school", send))));
    el("div")
        .class("home")
        .with(next)
        .with(others(view, send))
        .with(el("div").class("cards").with(goal(&view.goal)).with(private(view, send)))
        .html()
}

fn coming(next: &Step) -> Html {
    el("div").class("coming").with(el("h2").with(link(&next.skill))).with(why(next)).html()
}

/// A skill with its page.
pub fn link(view: &Link) -> Html {
    el("a").class("to-skill").attr("href", &view.to.to_string()).text(&view.label).html()
}

fn why(step: &Step) -> Html {
    el("details")
        .class("reason")
        .with(el("summary").text(&step.why_label))
        .with(el("p").hook("reason").text(&step.why))
        .html()
}

fn plan(view: &PlanView, send: &Send, home: &Home) -> Html {
    let parts = view.parts.iter().map(part);
    el("section")
        .class("plan")
        .hook("plan")
        .attr("aria-labelledby", "plan")
        .with(title(&view.title).id("plan"))
        .each(view.asked.iter().map(asked))
        .with(words("plan-said", &view.said))
        .with(el("ol").class("plan-parts").each(parts))
        .with(el("div").class("minutes").with(setting(&home.minutes, "minutes", send)))
        .html()
}

/// What a teacher asks for: their words as a quotation, the days and minutes, the skills.
fn asked(view: &AskedView) -> Html {
    let comment = (!view.comment.is_empty()).then(|| {
        let quoted = el("blockquote").text(&view.comment);
        el("div").key("comment").class("said").with(words("note", &view.by)).with(quoted).html()
    });
    let skills = (!view.skills.is_empty()).then(|| {
        let label = el("span").class("note").text(&view.skills_label);
        let skills = el("span").text(&view.skills);
        el("p").key("skills").class("asked-skills").with(label).with(skills).html()
    });
    el("div")
        .key("asked")
        .class("plan-asked")
        .hook("plan-asked")
        .each(comment)
        .with(words("", &view.when))
        .each(skills)
        .html()
}

fn part(view: &PlanPart) -> Html {
    let skills = view.skills.iter().map(|skill| el("span").key(skill).text(skill).html());
    el("li")
        .key(&view.label)
        .with(el("span").class("note").text(&view.label))
        .with(el("span").class("plan-skills").each(skills))
        .html()
}

fn others(view: &Home, send: &Send) -> Html {
    if view.others.is_empty() {
        return Html::default();
    }
    el("section")
        .class("others")
        .attr("aria-labelledby", "others")
        .with(title(&view.others_label).id("others"))
        .with(el("ul").class("cards").each(view.others.iter().map(|step| other(step, send))))
        .html()
}

fn other(step: &Step, send: &Send) -> Html {
    let not_now = step.not_now.iter().map(|not_now| button(not_now, Weight::Quiet, "not-now", send));
    el("li")
        .class("card small")
        .key(&step.skill.label)
        .with(el("h3").with(link(&step.skill)))
        .with(why(step))
        .with(actions().with(button(&step.button, Weight::Plain, "other", send)).each(not_now))
        .html()
}

fn goal(view: &GoalCard) -> Html {
    let lines = view.lines.iter().map(|line| el("p").key(line).text(line).html());
    let skill = if view.skill.is_empty() { None } else { Some(el("h3").text(&view.skill).html()) };
    el("section")
        .class("card small goal")
        .hook("goal")
        .attr("aria-labelledby", "goal")
        .with(title(&view.title).id("goal"))
        .each(skill)
        .with(el("div").each(lines))
        .with(
            el("a")
                .class("button")
                .hook("goal-go")
                .attr("href", &view.go.to.to_string())
                .text(&view.go.label),
        )
        .html()
}

fn private(view: &Home, send: &Send) -> Html {
    el("div")
        .class("card small")
        .with(words("note", &view.private_note))
        .with(button(&view.private, Weight::Plain, "private", send))
        .html()
}
