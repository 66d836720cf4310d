//! What a teacher asks for, drawn: this week's unit with its days, minutes and comment, a status that is corrected, and
//! the warning before what comes next.

use super::draw::{beside, card, select};
use super::parts::{Copy, Paste, code, pick, press};
use crate::classroom::{ClassMsg, csv};
use crate::ui::parts::{Weight, actions, title, words};
use crate::ui::tag::{El, el};
use crate::view::classroom::CopyView;
use crate::view::classroom::class::{PlanLink, UnitSkill, UnitView, link_code};
use crate::view::classroom::correct::{AskView, CorrectView};
use crate::view::classroom::early::EarlyView;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn unit(view: &UnitView, address: &str, on: &Callback<ClassMsg>) -> Html {
    let pasted = on.reform(ClassMsg::Scope);
    let skills = view.skills.iter().map(|skill| unit_skill(skill, &view.project_label, on));
    let link = view.link.iter().flat_map(|link| plan_link(link, address, ("plan-address", "copy-plan")));
    card("unit")
        .with(title(&view.title))
        .with(words("", &view.none))
        .with(el("ul").class("unit-skills").each(skills))
        .with(html! { <Paste view={view.paste.clone()} id="scope" on={pasted} /> })
        .with(ask(&view.ask, on))
        .each(link)
        .with(actions().with(press(&view.file, Weight::Plain, "save-plan", on)))
        .html()
}

fn unit_skill(skill: &UnitSkill, project: &str, on: &Callback<ClassMsg>) -> Html {
    let said = {
        let (on, words) = (on.clone(), skill.words.clone());
        Callback::from(move |at: usize| {
            words.get(at).into_iter().for_each(|(_, msg, _)| on.emit(msg.clone()))
        })
    };
    let options = skill.words.iter().map(|(label, _, said)| (&**label, *said));
    let list = select(&skill.label, "word", options, said);
    let drop = press(&skill.out, Weight::Quiet, "unit-drop", on);
    let project = skill.project.iter().map(|(address, label)| {
        beside("project", address).class("button quiet").attr("aria-label", label).text(project).html()
    });
    el("li").key(&skill.name).with(el("span").text(&skill.name)).with(list).each(project).with(drop).html()
}

/// Days, minutes and a comment. They go out when a field is left.
fn ask(view: &AskView, on: &Callback<ClassMsg>) -> Html {
    let value = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let (from, until) = view.days;
    let from_chosen = on.reform(move |event: Event| ClassMsg::PlanDays(csv::day(&value(&event)), until));
    let until_chosen = on.reform(move |event: Event| ClassMsg::PlanDays(from, csv::day(&value(&event))));
    let day = |(label, day): &(String, String), hook: &'static str, changed: Callback<Event>| {
        let field = el("input").class("field").attr("type", "date").hook(hook).value(day).on_change(changed);
        el("label").key(hook).class("paper-choice").with(el("span").text(label)).with(field)
    };
    let written = on.reform(move |event: Event| ClassMsg::PlanComment(value(&event)));
    let comment = el("textarea")
        .class("field")
        .id("comment")
        .hook("comment")
        .attr("rows", "2")
        .attr("maxlength", &view.longest.to_string())
        .attr("autocomplete", "off")
        .value(&view.comment)
        .on_change(written);
    let warnings = view.warnings.iter().map(|warning| el("p").key(warning).text(warning).html());
    let warning_class = if view.warnings.is_empty() { "" } else { "notice is-warning" };
    el("div")
        .class("ask-plan")
        .with(
            el("div")
                .class("paper-choices")
                .with(day(&view.from, "plan-from", from_chosen))
                .with(day(&view.until, "plan-until", until_chosen))
                .with(pick(&view.minutes.label, &view.minutes.options, "plan-minutes", on)),
        )
        .with(
            el("div")
                .class("paste")
                .with(el("label").attr("for", "comment").text(&view.comment_label))
                .with(comment)
                .with(words("note", &view.comment_note)),
        )
        .with(el("div").attr("role", "status").class(warning_class).hook("plan-warnings").each(warnings))
        .html()
}

/// The link to a plan: to read, to copy, and for a camera.
fn plan_link(link: &PlanLink, address: &str, hooks: (&'static str, &'static str)) -> Vec<Html> {
    let address = [address, &*link.fragment].concat();
    let copy = CopyView { text: address.clone(), ..link.copy.clone() };
    let words = el("div")
        .key("plan")
        .class("copy")
        .with(el("h3").text(&link.label))
        .with(el("code").class("address").hook(hooks.0).text(&address))
        .with(words("note", &link.note))
        .with(html! { <Copy view={copy} hook={hooks.1} /> });
    let drawn = link_code(&address, &link.code_label);
    std::iter::once(words.html()).chain(drawn.iter().map(code)).collect()
}

pub fn correct(view: &CorrectView, address: &str, on: &Callback<ClassMsg>) -> Html {
    let ways = view.words.iter().map(|(way, chosen)| {
        let pressed = if *chosen { "true" } else { "false" };
        press(way, Weight::Plain, "correct-way", on).key(&way.label).attr("aria-pressed", pressed).html()
    });
    let said = |(place, (said, back)): (usize, &(String, crate::view::classroom::Press))| {
        let back = press(back, Weight::Quiet, "correct-back", on);
        el("li").place(place).with(el("span").text(said)).with(back).html()
    };
    let list = (!view.list.is_empty()).then(|| {
        el("div")
            .key("list")
            .with(el("h3").text(&view.list_title))
            .with(
                el("ul").class("unit-skills").hook("corrected").each(view.list.iter().enumerate().map(said)),
            )
            .html()
    });
    let link = view.link.iter().flat_map(|link| plan_link(link, address, ("own-address", "copy-own")));
    let ways: El =
        el("div").class("ways-row").attr("role", "group").attr("aria-label", &view.title).each(ways);
    card("correct")
        .with(title(&view.title))
        .with(words("note", &view.text))
        .with(
            el("div")
                .class("paper-choices")
                .with(pick(&view.student.label, &view.student.options, "correct-student", on))
                .with(pick(&view.skill.label, &view.skill.options, "correct-skill", on)),
        )
        .with(el("p").attr("role", "status").hook("correct-stands").text(&view.stands))
        .with(ways)
        .each(list)
        .each(link)
        .html()
}

pub fn early(view: &EarlyView, on: &Callback<ClassMsg>) -> Html {
    let line = |(place, line): (usize, &String)| el("li").place(place).text(line).html();
    let together = (!view.together.is_empty()).then(|| {
        let lines = view.together.iter().enumerate().map(line);
        el("div")
            .key("together")
            .with(el("h3").text(&view.together_title))
            .with(el("ul").class("plain-list").hook("early-together").each(lines))
            .html()
    });
    let student = |(place, (who, reasons)): (usize, &(String, Vec<String>))| {
        el("li")
            .place(place)
            .hook("early-student")
            .with(el("strong").text(who))
            .with(el("ul").each(reasons.iter().enumerate().map(line)))
            .html()
    };
    card("early")
        .with(title(&view.title))
        .with(words("note", &view.note))
        .with(pick(&view.next.label, &view.next.options, "early-next", on))
        .with(words("", &view.none))
        .each(together)
        .with(el("ul").class("early-students").each(view.students.iter().enumerate().map(student)))
        .html()
}
