//! How the pages of a class are drawn. The teacher's desk lives in [`teacher`]; the rest is functions.

mod crew;
mod draw;
mod files;
mod groups;
pub mod parts;
pub mod print;
mod project;
pub mod sheets;
mod teacher;
mod unit;
pub mod week;

use crate::exchange::plan_link;
use crate::tutor::{Msg, Route, Steer};
use crate::ui::parts::{Weight, actions, button, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::{El, el};
use crate::view::Choice;
use crate::view::classroom::{HandInPage, JoinPage, OwnPaper, PlanPage, ReportPage, RoomPage};
pub use crew::work;
use parts::{Copy, code};
use project::Projector;
use sheets::Sheets;
use teacher::Teacher;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn page(view: &RoomPage, send: &Send) -> Html {
    match view {
        RoomPage::HandIn(view) => hand_in(view, send),
        RoomPage::Join(view) => join(view, send),
        RoomPage::Plan(view) => plan(view, send),
        RoomPage::Report(view) => report(view, send),
        RoomPage::Week(view) => week::page(view, send),
        RoomPage::Paper(view) => paper(view, send),
        RoomPage::Project(map, locale, asked) => html! {
            <Projector map={map.clone()} locale={*locale} asked={asked.clone()} send={send.clone()} />
        },
        RoomPage::Class(map, locale, site) => {
            html! { <Teacher map={map.clone()} locale={*locale} site={site.clone()} send={send.clone()} /> }
        }
    }
}

/// Practice on paper at home.
fn paper(view: &OwnPaper, send: &Send) -> Html {
    let on_marked = send.reform(|(sheet, marks)| Msg::Steer(Steer::Paper { sheet, marks }));
    let on_back = send.reform(|()| Msg::Go(Route::Home));
    html! {
        <Sheets of={view.clone()} at_home=true {on_marked} {on_back} send={send.clone()} />
    }
}

fn hand_in(view: &HandInPage, send: &Send) -> Html {
    let card = el("div").class("card hand-in").with(heading(&view.title)).with(words("lead", &view.text));
    let home = actions().with(button(&view.home, Weight::Quiet, "home", send));
    if view.ticket.is_empty() {
        return card.with(home).html();
    }
    let copy = html! { <Copy view={view.copy.clone()} main=true hook="hand-in-copy" /> };
    let text = el("textarea")
        .class("field ticket")
        .hook("ticket")
        .attr("readonly", "readonly")
        .attr("rows", "4")
        .attr("aria-label", &view.ticket_label)
        .attr("spellcheck", "false")
        .value(&view.ticket);
    let inside = el("details")
        .with(el("summary").text(&view.inside_label))
        .each(view.inside.iter().enumerate().map(|(place, line)| el("p").place(place).text(line).html()));
    let shown = el("div").class("to-show").with(words("note", &view.or)).each(view.code.iter().map(code));
    card.with(who(view, send)).with(copy).with(text).with(shown).with(inside).with(home).html()
}

fn who(view: &HandInPage, send: &Send) -> Html {
    let numbers = numbers(&view.numbers, send);
    let open = el("details").flag("open", view.numbers_open);
    let label = if view.numbers_open { "" } else { &*view.who };
    el("div")
        .with(words("", label))
        .with(open.with(el("summary").hook("number").text(&view.numbers_label)).with(numbers))
        .html()
}

/// Forty small buttons.
fn numbers(view: &[Choice], send: &Send) -> El {
    let one = |choice: &Choice| {
        el("button")
            .attr("type", "button")
            .class("button")
            .key(&choice.label)
            .hook("number-choice")
            .attr("aria-label", &choice.note)
            .attr("aria-pressed", if choice.chosen { "true" } else { "false" })
            .sends(&choice.msg, send)
            .text(&choice.label)
            .html()
    };
    el("div").class("numbers").each(view.iter().map(one))
}

fn join(view: &JoinPage, send: &Send) -> Html {
    let yes = view.yes.iter().map(|yes| button(yes, Weight::Main, "join-yes", send));
    let mut card = el("div").class("card").with(heading(&view.title)).with(words("lead", &view.text));
    if !view.numbers.is_empty() {
        card = card.with(words("", &view.numbers_label)).with(numbers(&view.numbers, send));
    }
    let on = actions().each(yes).with(button(&view.no, Weight::Quiet, "home", send));
    card.with(on).with(words("note", &view.note)).html()
}

fn plan(view: &PlanPage, send: &Send) -> Html {
    let skills = view.skills.iter().map(|skill| el("li").key(skill).text(skill).html());
    let asked = view.asked.iter().map(|line| el("p").key(line).text(line).html());
    let (by, comment) = &view.comment;
    let comment = (!comment.is_empty()).then(|| {
        let quoted = el("blockquote").hook("plan-comment").text(comment);
        el("div").key("comment").class("said").with(words("note", by)).with(quoted).html()
    });
    let said = view.said.iter().map(|line| el("li").key(line).text(line).html());
    let said = (!view.said.is_empty()).then(|| {
        let list = el("ul").class("plain-list").hook("plan-said").each(said);
        el("div").key("said").class("copy").with(title(&view.said_title)).with(list).html()
    });
    let on = actions()
        .each(view.go.iter().map(|go| button(go, Weight::Main, "unit-go", send)))
        .each(view.yes.iter().map(|yes| {
            let weight = if view.over { Weight::Quiet } else { Weight::Main };
            button(yes, weight, "unit-yes", send)
        }))
        .each(view.again.iter().map(|again| button(again, Weight::Plain, "unit-again", send)))
        .with(button(&view.home, Weight::Quiet, "home", send));
    // Where it was taken nothing stands that puts it down again.
    let back = view.back.iter().map(|back| button(back, Weight::Quiet, "unit-back", send));
    el("div")
        .class("card")
        .with(heading(&view.title))
        .with(el("p").class("lead").hook("plan-text").text(&view.text))
        .with(el("ul").class("plain-list").hook("unit").each(skills))
        .with(el("div").hook("plan-asked").each(asked))
        .each(comment)
        .each(said)
        .with(on)
        .with(words("note", &view.note))
        .with(el("div").class("open-file").each(back).with(open_plan(view, send)))
        .html()
}

/// A plan out of a file goes the way of a link.
fn open_plan(view: &PlanPage, send: &Send) -> Html {
    let chosen = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // So that the same file can be chosen again.
            input.set_value("");
            let send = send.clone();
            spawn_local(async move {
                let text = String::from_utf8(files::bytes_of(&file).await).unwrap_or_default();
                // What is no plan reads as a damaged one, and the page says so.
                let plan = plan_link::find(&text).unwrap_or("0");
                send.emit(Msg::Went(Route::Room(["unit/", plan].concat())));
            });
        })
    };
    let input = el("input").class("visually-hidden").attr("type", "file").hook("open-plan").on_change(chosen);
    el("div")
        .key("open")
        .class("open-file")
        .with(el("label").class("button quiet").text(&view.open).with(input))
        .with(words("note", &view.open_note))
        .html()
}

fn report(view: &ReportPage, send: &Send) -> Html {
    let line = |(place, line): (usize, &String)| el("p").place(place).text(line).html();
    let pressed = Callback::from(|_: MouseEvent| super::platform::print());
    let print = el("button")
        .attr("type", "button")
        .class("button main")
        .hook("print")
        .on_click(pressed)
        .text(&view.print);
    let csv = view.csv.clone();
    let saved = Callback::from(move |_: MouseEvent| {
        super::platform::save_file("trellis-transcript.csv", csv.as_bytes());
    });
    let save = el("button")
        .attr("type", "button")
        .class("button")
        .hook("save-transcript")
        .on_click(saved)
        .text(&view.save);
    el("div")
        .class("card report")
        .with(words("sheet-site", &view.site))
        .with(heading(&view.title))
        .with(words("note", &view.who))
        .with(el("div").each(view.lead.iter().enumerate().map(line)))
        .with(el("div").class("found").each(view.sections.iter().map(|view| print::section(view, "h2"))))
        .with(print::transcript(&view.transcript, "h2").hook("transcript"))
        .with(print::plan(&view.plan, "h2"))
        .with(actions().with(print).with(save).with(button(&view.home, Weight::Quiet, "home", send)))
        .html()
}
