//! Privacy, checked on this device. What the browser answers is found out while the page stands there.

use crate::ui::icon;
use crate::ui::parts::{Weight, actions, button, heading, notice, title, toned, words};
use crate::ui::platform;
use crate::ui::send::{Send, Shared};
use crate::ui::tag::{El, el};
use crate::view::guard::WipeView;
use crate::view::proof::{
    Findings, Group, PrivacyPage, ProofPage, Report, StoredView, WayView, failed, findings,
};
use crate::view::stored::Stored;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub fn page(view: &PrivacyPage, shared: &Shared) -> Html {
    html! { <Proof view={view.clone()} send={shared.send.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    view: PrivacyPage,
    send: Send,
}

/// How far the attempts are.
#[derive(Clone, PartialEq)]
enum Found {
    Trying,
    Failed,
    All(Report),
}

/// A component, because what was found belongs to the page that stands there, and to no record.
#[component]
fn Proof(Props { view, send }: &Props) -> Html {
    let found = use_state(|| Found::Trying);
    let turn = use_state(|| 0_u32);
    {
        let found = found.clone();
        use_effect_with(*turn, move |_| {
            found.set(Found::Trying);
            spawn_local(async move {
                let report = platform::probe().await.and_then(|json| Report::read(&json));
                found.set(report.map_or(Found::Failed, Found::All));
            });
        });
    }
    let again = {
        let turn = turn.clone();
        Callback::from(move |_: MouseEvent| turn.set(*turn + 1))
    };
    let page = ProofPage::of(view);
    let result = match &*found {
        Found::Trying => el("p").key("trying").class("lead").hook("proof-trying").text(&page.trying).html(),
        Found::Failed => {
            el("p").key("failed").class("lead").hook("proof-failed").text(failed(page.locale)).html()
        }
        Found::All(report) => {
            results(&findings(report, &page, &format!("{}, {}", platform::address(), platform::today())))
        }
    };
    let again = el("button")
        .attr("type", "button")
        .class(Weight::Plain.class())
        .hook("proof-again")
        .flag("disabled", *found == Found::Trying)
        .on_click(again)
        .text(&page.again);
    el("div")
        .class("proof")
        .hook("proof")
        .with(heading(&page.title))
        .with(words("lead", &page.text))
        .with(actions().with(button(&page.print, Weight::Plain, "proof-print", send)).with(again))
        .with(el("div").class("proof-result").attr("aria-live", "polite").with(result))
        .with(stored(&page.stored))
        .with(card(&page.kept_title).with(words("", &page.kept_text)))
        .with(wipe(&page.wipe, send))
        .html()
}

fn card(name: &str) -> El {
    el("section").class("card").with(title(name))
}

fn results(view: &Findings) -> Html {
    let verdict =
        el("div").class(&toned("notice", view.tone)).hook("proof-verdict").with(icon::tone(view.tone)).with(
            el("div")
                .class("notice-text")
                .with(el("p").text(&view.verdict))
                .with(words("note", &view.address)),
        );
    let count = |(place, count): (usize, &String)| el("li").place(place).text(count).html();
    let line = |(place, line): (usize, &String)| el("p").place(place).text(line).html();
    let file = |(place, file): (usize, &String)| el("li").place(place).with(el("code").text(file)).html();
    let files = el("details")
        .with(el("summary").text(&view.files_label))
        .with(el("ul").class("proof-files").each(view.files.iter().enumerate().map(file)));
    el("div")
        .key("all")
        .class("proof-all")
        .with(
            card(&view.title)
                .with(verdict)
                .with(words("", &view.tried))
                .with(
                    el("ul")
                        .class("proof-counts")
                        .hook("proof-counts")
                        .each(view.counts.iter().enumerate().map(count)),
                )
                .each(view.groups.iter().map(group))
                .with(words("note", &view.leaving))
                .with(words("note", &view.limits)),
        )
        .with(
            card(&view.loaded_title)
                .with(el("div").hook("proof-loaded").each(view.loaded.iter().enumerate().map(line)))
                .with(files),
        )
        .html()
}

fn group(view: &Group) -> Html {
    el("section")
        .key(&view.title)
        .class("proof-group")
        .with(el("h3").text(&view.title))
        .with(el("ul").class("proof-ways").each(view.ways.iter().map(way)))
        .html()
}

fn way(view: &WayView) -> Html {
    el("li")
        .key(&view.id)
        .hook("way")
        .attr("data-way", &view.id)
        .attr("data-said", view.class)
        .class(view.class)
        .with(el("span").text(&view.words))
        .with(el("strong").text(&view.said))
        .html()
}

fn stored(view: &StoredView) -> Html {
    let kinds = view.kinds.iter().map(|kind| kind_of(kind, view));
    card(&view.title)
        .hook("proof-stored")
        .with(words("", &view.text))
        .with(words("is-open", &view.plain))
        .each(kinds)
        .html()
}

fn kind_of(kind: &Stored, view: &StoredView) -> Html {
    let head = |name: &str| el("th").attr("scope", "col").text(name);
    let rows = kind.fields.iter().map(|field| {
        el("tr")
            .key(&field.name)
            .hook("stored-field")
            .attr("data-field", &[kind.name, ".", &field.name].concat())
            .with(el("th").attr("scope", "row").with(el("code").text(&field.name)))
            .with(el("td").text(field.words))
            .with(el("td").with(el("code").text(&field.example)))
            .html()
    });
    let table = el("table")
        .with(
            el("thead")
                .with(el("tr").with(head(&view.field)).with(head(&view.means)).with(head(&view.example))),
        )
        .with(el("tbody").each(rows));
    let table = if kind.fields.is_empty() { Html::default() } else { table.html() };
    el("section")
        .key(kind.name)
        .class("stored")
        .with(el("h3").text(kind.title))
        .with(el("p").class("note").text(&view.place).text(": ").text(kind.place))
        .with(table)
        .html()
}

fn wipe(view: &WipeView, send: &Send) -> Html {
    let said = view.said.iter().map(|said| {
        let words = el("div").class("notice-text").with(el("p").with(crate::ui::parts::line(&said.line)));
        el("div")
            .key("said")
            .class(&toned("notice", said.tone))
            .with(icon::tone(said.tone))
            .with(words)
            .html()
    });
    card(&view.title)
        .hook("wipe")
        .with(words("", &view.text))
        .with(actions().with(button(&view.ask, Weight::Plain, "wipe-ask", send)))
        .with(
            el("div")
                .attr("role", "status")
                .each(view.confirm.iter().map(|confirm| notice(confirm, "wipe-confirm", send)))
                .each(said),
        )
        .html()
}
