//! The class page, drawn. It asks the desk for nothing and decides nothing.

use super::groups::Groups;
use super::parts::{Copy, Paste, code, press};
use super::unit;
use crate::classroom::ClassMsg;
use crate::ui::camera::Camera;
use crate::ui::focus::element;
use crate::ui::parts::{Weight, actions, heading, title, words};
use crate::ui::send::Send;
use crate::ui::tag::{El, el, text};
use crate::view::classroom::class::{KeepView, LinkView, TakeView, link_code};
use crate::view::classroom::{
    CellView, ClassPage, CopyView, ListView, PasteView, Press, StandardsView, TableRow, TableView, VisitView,
};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement, HtmlInputElement};
use yew::html::{ondragenter, ondragover, ondrop};
use yew::prelude::*;

/// The ways out of the page, and what only the shell knows.
pub struct Desk {
    pub on: Callback<ClassMsg>,
    pub drop: Callback<Option<FileList>>,
    /// Somebody is about to choose files, or drags some over the page.
    pub wake: Callback<()>,
    pub news: News,
    pub unlock: Callback<String>,
    /// A file under a passphrase waits.
    pub locked: bool,
    pub wrong: Option<String>,
    /// Whether the camera is on; nothing where this browser reads no codes.
    pub camera: Option<bool>,
    pub look: Callback<bool>,
    /// What the camera saw, as it says it to a session.
    pub saw: Send,
    /// The address of the app, without what is behind `#`.
    pub address: String,
}

pub fn class(view: &ClassPage, desk: &Desk) -> Html {
    let on = &desk.on;
    let sample_words = view.sample.iter().map(|(title, text)| {
        el("div")
            .key("words")
            .class("notice-text")
            .with(el("strong").text(title))
            .with(words("", text))
            .html()
    });
    let sample_class = if view.sample.is_some() { "notice is-calm sample" } else { "sample" };
    let sample = el("div").class(sample_class).each(sample_words).with(press(
        &view.sample_go,
        Weight::Plain,
        "sample",
        on,
    ));
    let head = el("header")
        .class("class-head")
        .with(heading(&view.title))
        .with(words("lead", &view.lead))
        .each(
            view.about
                .iter()
                .enumerate()
                .map(|(place, line)| el("p").place(place).class("note").text(line).html()),
        )
        .with(sample);
    let anonymous = {
        let on = on.clone();
        let changed = Callback::from(move |event: Event| {
            on.emit(ClassMsg::Anonymous(event.target_unchecked_into::<HtmlInputElement>().checked()));
        });
        let tick = el("input")
            .attr("type", "checkbox")
            .hook("anonymous")
            .checked(view.anonymous.1)
            .on_change(changed);
        el("label").class("choice").with(tick).with(el("span").text(&view.anonymous.0))
    };
    let now = card("now")
        .with(title(&view.now_title))
        .with(words("", &view.now_lead))
        .with(el("ol").class("visits").each(view.visits.iter().map(|visit| visit_card(visit, view))));
    let take = take(&view.take, desk);
    let link = link(&view.link, desk);
    // Before there is a ticket the way to the first one stands first; later what it says.
    let cards: Vec<Html> = match &view.start {
        Some(start) => vec![list(start, "ol", "start"), link, take],
        None => std::iter::once(now.html())
            .chain([take])
            .chain(view.early.iter().map(|view| unit::early(view, on)))
            .chain(view.away.iter().map(|away| list(away, "ul", "away")))
            .chain(
                view.groups
                    .iter()
                    .map(|view| html! { <Groups key="groups" view={view.clone()} on={on.clone()} /> }),
            )
            .chain(
                view.table.iter().map(|table| html! { <Table key="table" view={Rc::new(table.clone())} /> }),
            )
            .chain(view.correct.iter().map(|view| unit::correct(view, &desk.address, on)))
            .chain(view.standards.iter().map(standards))
            .chain(view.papers.iter().map(|papers| self::papers(papers, on)))
            .chain([link])
            .collect(),
    };
    el("div")
        .class("class-page")
        .with(head)
        .with(jumps(view))
        .each(cards)
        .with(unit::unit(&view.unit, &desk.address, on))
        .with(names(view, on))
        .with(keep(&view.keep, anonymous, on))
        .html()
}

/// The way to each part of a long page. What is behind `#` names a page of the app, so that no link can do it.
fn jumps(view: &ClassPage) -> Html {
    let to = |(name, title): (&'static str, &str)| {
        let go = Callback::from(move |_: MouseEvent| show(name));
        let press = el("button").attr("type", "button").class("button quiet").on_click(go).text(title);
        el("li").key(name).with(press).html()
    };
    let parts = view.parts();
    let way = el("nav").class("class-jump").hook("jump").attr("aria-label", &view.jump);
    let row = el("ul").each(parts.iter().map(|part| to(*part)));
    if parts.is_empty() { Html::default() } else { way.key("jump").with(row).html() }
}

/// Brings a card to the top of the screen, and the focus to it.
fn show(name: &str) {
    let Some(card) = element(&card_id(name)).and_then(|card| card.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let _ = card.focus();
    card.scroll_into_view();
}

fn card_id(name: &str) -> String {
    ["class-", name].concat()
}

pub(super) fn card(hook: &'static str) -> El {
    el("section")
        .key(hook)
        .class(&["card ", hook].concat())
        .id(&card_id(hook))
        .attr("tabindex", "-1")
        .hook(hook)
}

/// A table that may be wider than the screen.
fn wide(title: &str, table: El) -> El {
    el("div").class("wide").attr("tabindex", "0").attr("role", "region").attr("aria-label", title).with(table)
}

fn list(view: &ListView, tag: &'static str, hook: &'static str) -> Html {
    let lines = view.lines.iter().enumerate();
    card(hook)
        .with(title(&view.title))
        .with(
            el(tag)
                .class("plain-list")
                .each(lines.map(|(place, line)| el("li").place(place).text(line).html())),
        )
        .html()
}

fn papers((about, ways): &(ListView, Vec<Press>), on: &Callback<ClassMsg>) -> Html {
    let ways = ways.iter().map(|way| press(way, Weight::Plain, "papers-way", on).key(&way.label).html());
    let text = about.lines.iter().map(|line| words("", line));
    card("papers").with(title(&about.title)).each(text).with(actions().each(ways)).html()
}

fn visit_card(visit: &VisitView, page: &ClassPage) -> Html {
    let reasons =
        visit.reasons.iter().enumerate().map(|(place, line)| el("p").place(place).text(line).html());
    let problem = visit.problem.iter().map(|address| {
        beside("problem", address).attr("title", &page.problem_note).text(&page.problem_label).html()
    });
    let project = visit.project.iter().map(|address| {
        beside("project", address).attr("title", &page.problem_note).text(&page.project_label).html()
    });
    el("li")
        .key(&visit.who)
        .hook("visit")
        .attr("data-who", &visit.who)
        .with(el("h3").text(&visit.sentence))
        .each(reasons)
        .with(actions().each(problem).each(project))
        .html()
}

/// A link that opens beside the class, which stays as it is.
pub(super) fn beside(hook: &'static str, address: &str) -> El {
    el("a")
        .key(hook)
        .class("button")
        .hook(hook)
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
}

fn take(view: &TakeView, desk: &Desk) -> Html {
    let pasted = {
        let on = desk.on.clone();
        Callback::from(move |text: String| on.emit(ClassMsg::Pasted(text)))
    };
    let bar = view.bar.map(|begun| {
        let bar =
            html! { <Bar news={desk.news.clone()} label={AttrValue::from(view.bar_text.clone())} {begun} /> };
        let said = words("note", &view.bar_text);
        let who = el("p").class("note").hook("arrived").text(&view.arrived);
        el("div").key("bar").class("course-bar").with(bar).with(said).with(who).html()
    });
    let line = |(place, line): (usize, &String)| el("p").place(place).text(line).html();
    let said = el("div").attr("role", "status").hook("taken").each(view.said.iter().enumerate().map(line));
    let bad = el("div").class("bad").hook("unreadable").each(view.bad.iter().enumerate().map(line));
    let unlock = desk.locked.then(|| {
        let view = PasteView {
            label: view.unlock.clone(),
            note: desk.wrong.clone().unwrap_or_default(),
            go: view.unlock_go.clone(),
        };
        html! { <Paste key="unlock" {view} id="unlock" secret=true on={desk.unlock.clone()} /> }
    });
    card("take")
        .with(title(&view.title))
        .with(html! { <Paste view={view.paste.clone()} id="paste" main=true on={pasted} /> })
        .with(open_files(&view.drop, &view.drop_note, desk))
        .each(camera(view, desk))
        .each(unlock)
        .each(bar)
        .with(said)
        .with(bad)
        .html()
}

/// Where the bar of files listens, past the page around it.
#[derive(Clone, Default)]
pub struct News(Rc<RefCell<Callback<(usize, usize)>>>);

impl PartialEq for News {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl News {
    pub fn tell(&self, done: usize, all: usize) {
        let heard = self.0.borrow().clone();
        heard.emit((done, all));
    }
}

#[derive(Properties, PartialEq)]
struct BarProps {
    news: News,
    label: AttrValue,
    begun: (usize, usize),
}

/// Parts done of all.
#[component]
fn Bar(BarProps { news, label, begun }: &BarProps) -> Html {
    let now = use_state_eq(|| *begun);
    let set = now.setter();
    use_effect_with(news.clone(), move |news| {
        *news.0.borrow_mut() = Callback::from(move |parts| set.set(parts));
    });
    let (done, all) = *now;
    el("progress")
        .attr("max", &all.max(1).to_string())
        .attr("value", &done.to_string())
        .attr("aria-label", label)
        .hook("class-progress")
        .html()
}

/// Screens held before the camera, one after another.
fn camera(view: &TakeView, desk: &Desk) -> Vec<Html> {
    let Some(on) = desk.camera.filter(|_| !view.scan.is_empty()) else { return Vec::new() };
    let look = desk.look.clone();
    let press = el("button")
        .attr("type", "button")
        .key("look")
        .class(Weight::Plain.class())
        .hook("scan")
        .on_click(Callback::from(move |_| look.emit(!on)))
        .text(if on { &view.scan_stop } else { &view.scan });
    let video =
        on.then(|| html! { <Camera key="camera" send={desk.saw.clone()} label={view.scan_video.clone()} /> });
    std::iter::once(press.html()).chain(video).collect()
}

/// Several files at once, pressed or dropped.
fn open_files(label: &str, note: &str, desk: &Desk) -> Html {
    let chosen = {
        let on = desk.drop.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on.emit(input.files());
        })
    };
    let dragged = Callback::from(|event: DragEvent| event.prevent_default());
    let on = desk.drop.clone();
    let dropped = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        on.emit(event.data_transfer().and_then(|data| data.files()));
    });
    let input = el("input")
        .class("visually-hidden")
        .attr("type", "file")
        .attr("multiple", "multiple")
        .hook("files")
        .on_click(desk.wake.reform(|_| ()))
        .on_change(chosen);
    el("div")
        .class("open-file")
        .on(Rc::new(ondragenter::Wrapper::new(desk.wake.reform(|_| ()))))
        .on(Rc::new(ondragover::Wrapper::new(dragged)))
        .on(Rc::new(ondrop::Wrapper::new(dropped)))
        .with(el("label").class("button").text(label).with(input))
        .with(words("note", note))
        .html()
}

/// A list to choose from: what each choice says and whether it is the one; a choice tells its place.
pub(super) fn select<'a>(
    label: &str,
    hook: &'static str,
    choices: impl Iterator<Item = (&'a str, bool)>,
    on: Callback<usize>,
) -> El {
    let chosen = Callback::from(move |event: Event| {
        if let Ok(place) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            on.emit(place);
        }
    });
    let option = |(place, (said, own)): (usize, (&str, bool))| {
        el("option").place(place).attr("value", &place.to_string()).flag("selected", own).text(said).html()
    };
    el("select")
        .class("move")
        .hook(hook)
        .attr("aria-label", label)
        .on_change(chosen)
        .each(choices.enumerate().map(option))
}

#[derive(Properties, PartialEq)]
struct TableProps {
    view: Rc<TableView>,
}

/// A component, so that it is not compared cell by cell while something else changes. It comes a moment after the page: a
/// class of thirty has thousands of cells.
#[component]
fn Table(TableProps { view }: &TableProps) -> Html {
    let due = use_state_eq(|| false);
    let set = due.setter();
    use_effect_with((), move |()| {
        let soon = Timeout::new(0, move || set.set(true));
        move || drop(soon)
    });
    if !*due {
        return Html::default();
    }
    let heads = view.students.iter().enumerate().map(|(place, (short, full))| {
        el("th").place(place).attr("scope", "col").attr("title", full).with(el("span").text(short)).html()
    });
    let cell = |(place, cell): (usize, &CellView)| {
        let class = [cell.class, if cell.set { " is-set" } else { "" }].concat();
        el("td").place(place).class(&class).attr("title", &cell.spoken).with(sign(cell)).html()
    };
    let row = |(place, row): (usize, &TableRow)| {
        let name =
            el("th").attr("scope", "row").with(el("span").text(&row.name)).with(words("note", &row.note));
        el("tr").place(place).with(name).each(row.cells.iter().enumerate().map(cell)).html()
    };
    let key = view.key.iter().enumerate().map(|(place, (cell, name))| {
        let class = [cell.class, if cell.set { " is-set" } else { "" }].concat();
        let sign = el("span").class(&class).hidden().text(cell.sign);
        el("li").place(place).with(sign).with(text(name)).html()
    });
    let head = el("tr").with(el("th").attr("scope", "col").text(&view.skill_label)).each(heads);
    let table = el("table")
        .with(el("thead").with(head))
        .with(el("tbody").each(view.rows.iter().enumerate().map(row)));
    card("table")
        .with(title(&view.title))
        .with(words("note", &view.note))
        .with(el("ul").class("marks").each(key))
        .with(wide(&view.title, table))
        .html()
}

/// One element for each of thousands.
fn sign(cell: &CellView) -> Html {
    el("span").attr("role", "img").attr("aria-label", &cell.spoken).text(cell.sign).html()
}

fn standards(view: &StandardsView) -> Html {
    let heads = view
        .heads
        .iter()
        .enumerate()
        .map(|(place, head)| el("th").place(place).attr("scope", "col").text(head).html());
    let row = |(code, skills, cells): &(String, String, [String; 4])| {
        let name = el("th").attr("scope", "row").with(el("span").text(code)).with(words("note", skills));
        let cells = cells.iter().enumerate().map(|(place, cell)| el("td").place(place).text(cell).html());
        el("tr").key(code).with(name).each(cells).html()
    };
    let table = el("table")
        .with(el("thead").with(el("tr").each(heads)))
        .with(el("tbody").each(view.rows.iter().map(row)));
    card("standards")
        .with(title(&view.title))
        .with(words("note", &view.note))
        .with(wide(&view.title, table))
        .html()
}

fn link(view: &LinkView, desk: &Desk) -> Html {
    let address = [&*desk.address, &*view.fragment].concat();
    let copy = CopyView { text: address.clone(), ..view.copy.clone() };
    let numbered = (1..=40).map(|number| format!("{number}\t{address}/{number}"));
    let all = CopyView { text: numbered.collect::<Vec<_>>().join("\n"), ..view.all.clone() };
    card("link")
        .with(title(&view.title))
        .with(el("p").with(el("code").class("address").hook("address").text(&address)))
        .with(words("note", &view.note))
        .with(
            actions()
                .with(html! { <Copy view={copy} hook="copy-link" /> })
                .with(html! { <Copy view={all} hook="copy-links" /> }),
        )
        .each(link_code(&address, &view.code_label).iter().map(code))
        .html()
}

fn names(view: &ClassPage, on: &Callback<ClassMsg>) -> Html {
    let pasted = {
        let on = on.clone();
        Callback::from(move |text: String| on.emit(ClassMsg::Roster(text)))
    };
    card("names")
        .with(title(&view.names_title))
        .with(html! { <Paste view={view.names.clone()} id="roster" on={pasted} /> })
        .with(el("p").attr("role", "status").text(&view.names_said))
        .html()
}

fn keep(view: &KeepView, anonymous: El, on: &Callback<ClassMsg>) -> Html {
    let save = {
        let on = on.clone();
        Callback::from(move |phrase: String| on.emit(ClassMsg::SaveFile(phrase)))
    };
    let phrase = PasteView {
        label: view.passphrase.clone(),
        note: view.passphrase_note.clone(),
        go: view.save.clone(),
    };
    let sure = view.erase_sure.iter().map(|(sure, yes, no)| {
        el("div")
            .key("sure")
            .class("notice is-warning")
            .with(el("p").text(sure))
            .with(actions().with(press(no, Weight::Plain, "erase-no", on)).with(press(
                yes,
                Weight::Plain,
                "erase-yes",
                on,
            )))
            .html()
    });
    let more = actions()
        .with(press(&view.csv, Weight::Plain, "csv", on))
        .with(press(&view.csv_numbers, Weight::Plain, "csv-numbers", on))
        .with(press(&view.plain, Weight::Quiet, "save-plain", on))
        .with(press(&view.print, Weight::Plain, "print", on))
        .with(press(&view.erase, Weight::Quiet, "erase", on));
    card("keep")
        .with(title(&view.title))
        .with(anonymous)
        .with(words("notice is-warning", &view.warning))
        .with(words("", &view.note))
        .with(html! { <Paste view={phrase} id="passphrase" secret=true on={save} /> })
        .with(more)
        .with(el("div").attr("role", "status").each(sure))
        .html()
}
