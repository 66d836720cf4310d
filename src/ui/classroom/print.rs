//! What is printed for a whole class: return cards and conference sheets.

use super::draw::select;
use super::parts::press;
use crate::classroom::{ClassMsg, Papers};
use crate::ui::pages::carry::drawn;
use crate::ui::parts::{Weight, actions, heading, title, words};
use crate::ui::tag::{El, el};
use crate::view::classroom::cards::{CardsPage, ClassCard};
use crate::view::classroom::talks::{PlanLines, Talk, TalksPage};
use crate::view::classroom::{self as view, Section, Transcript};
use yew::prelude::*;

/// The ways on from a page that is printed.
fn ways(print: &str, back: &str, on: &Callback<ClassMsg>) -> El {
    let way = |label: &str, msg| view::press(label, true, msg);
    actions().with(press(&way(print, ClassMsg::Print), Weight::Main, "print", on)).with(press(
        &way(back, ClassMsg::Papers(None)),
        Weight::Quiet,
        "back",
        on,
    ))
}

pub fn cards(view: &CardsPage, on: &Callback<ClassMsg>) -> Html {
    let setup = el("section")
        .class("card paper-setup")
        .with(heading(&view.title))
        .with(words("", &view.lead))
        .with(words("note", &view.none))
        .with(words("note", &view.note))
        .with(ways(&view.print, &view.back, on));
    let cards = view.cards.iter().map(|one| card(&view.site, one));
    el("div")
        .class("paper-page")
        .with(setup)
        .with(el("div").class("class-cards").hook("cards").each(cards))
        .html()
}

fn card(site: &str, view: &ClassCard) -> Html {
    let words_of = el("div")
        .class("return-words")
        .with(words("sheet-site", site))
        .with(el("p").with(el("strong").text(&view.who)).text(" · ").text(&view.as_of))
        .with(words("sheet-name is-blank", &view.name))
        .with(words("note", &view.label))
        .with(el("p").class("return-code").hook("return-code").text(&view.code))
        .with(words("note", &view.whereto));
    el("article")
        .key(&view.who)
        .class("return-card")
        .hook("class-card")
        .with(words_of)
        .each(view.qr.iter().map(|qr| drawn(qr, &view.alt)))
        .html()
}

pub fn talks(view: &TalksPage, on: &Callback<ClassMsg>) -> Html {
    let chosen = on.reform(|place: usize| ClassMsg::Papers(Some(Papers::Talks(place.checked_sub(1)))));
    let options = view.options.iter().map(|(label, on)| (&**label, *on));
    let choice = el("label").class("paper-choice").with(el("span").text(&view.for_label)).with(select(
        &view.for_label,
        "for",
        options,
        chosen,
    ));
    let setup = el("section")
        .class("card paper-setup")
        .with(heading(&view.title))
        .with(words("", &view.lead))
        .with(el("div").class("paper-choices").with(choice))
        .with(ways(&view.print, &view.back, on));
    let pages = view.talks.iter().enumerate().map(|(place, view)| talk(place, view));
    el("div").class("paper-page").with(setup).with(el("div").class("talks").hook("talks").each(pages)).html()
}

fn talk(place: usize, view: &Talk) -> Html {
    let line = |(place, line): (usize, &String)| el("p").place(place).class("note").text(line).html();
    el("article")
        .place(place)
        .class("card talk")
        .hook("talk")
        .with(words("sheet-site", &view.site))
        .with(title(&view.who))
        .with(words("talk-kind", &view.title))
        .with(el("div").each(view.about.iter().enumerate().map(line)))
        .with(el("div").class("found").each(view.sections.iter().map(|view| section(view, "h3"))))
        .with(transcript(&view.transcript, "h3"))
        .with(plan(&view.plan, "h3"))
        .html()
}

pub fn section(view: &Section, head: &'static str) -> Html {
    let lines = view.lines.iter().enumerate().map(|(place, line)| el("li").place(place).text(line).html());
    el("section").key(&view.title).with(el(head).text(&view.title)).with(el("ul").each(lines)).html()
}

/// Confirmed skills, in a table where there are any.
pub fn transcript(view: &Transcript, head: &'static str) -> El {
    let heads = view.heads.iter().enumerate();
    let heads = heads.map(|(place, head)| el("th").place(place).attr("scope", "col").text(head).html());
    let row = |(place, row): (usize, &Vec<String>)| {
        let cells = row.iter().enumerate().map(|(place, cell)| match place {
            0 => el("th").place(place).attr("scope", "row").text(cell).html(),
            _ => el("td").place(place).text(cell).html(),
        });
        el("tr").place(place).each(cells).html()
    };
    let table = (!view.rows.is_empty()).then(|| {
        let rows = view.rows.iter().enumerate().map(row);
        let table = el("table").with(el("thead").with(el("tr").each(heads))).with(el("tbody").each(rows));
        el("div").key("table").class("wide").with(table).html()
    });
    el("section").with(el(head).text(&view.title)).with(words("note", &view.note)).each(table)
}

/// A learning plan with room to write.
pub fn plan(view: &PlanLines, head: &'static str) -> El {
    let lines = view.lines.iter().map(|line| el("p").key(line).class("to-write").text(line).html());
    let signs = view.signs.iter().map(|sign| el("p").key(sign).class("to-sign").text(sign).html());
    el("section")
        .class("agreed")
        .hook("learning-plan")
        .with(el(head).text(&view.title))
        .each(lines)
        .with(el("div").class("signs").each(signs))
}
