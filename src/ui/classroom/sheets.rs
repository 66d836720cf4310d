//! Practice on paper, drawn: the choices, the sheets, and the form in which what was right is typed back in. A
//! component, because what is chosen here is no part of anybody's record.

use super::parts::{Paste, pick};
use crate::classroom::paper::{PaperMsg, Papers};
use crate::content::{Locale, Unit};
use crate::num::SortedSet;
use crate::ui::app;
use crate::ui::figure;
use crate::ui::parts::{Weight, actions, heading, line, title, words};
use crate::ui::platform;
use crate::ui::send::Send;
use crate::ui::tag::{El, el};
use crate::view::classroom::sheets::{
    self, FoundSheet, KeyView, MarksView, PaperQuestion, Printed, SheetView, SheetsPage, Solved,
};
use crate::view::classroom::{OwnPaper, PasteView};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub of: OwnPaper,
    pub at_home: bool,
    /// What was right on a sheet: its id, and the numbers of questions.
    pub on_marked: Callback<(String, String)>,
    pub on_back: Callback<()>,
    /// Figures are drawn as on every other page; on paper nothing is sent.
    pub send: Send,
}

pub struct Sheets {
    papers: Papers,
    view: SheetsPage,
    printed: Printed,
    asked: SortedSet<String>,
}

pub enum Msg {
    Paper(PaperMsg),
    Unit(Option<Unit>),
}

impl Component for Sheets {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { of, at_home, .. } = ctx.props();
        let mut papers = Papers::new(of.map.clone(), of.locale, of.takers.clone(), of.unit.clone(), of.day);
        papers.site.clone_from(&of.site.name);
        let view = sheets::page(&papers, &of.marked, *at_home);
        let printed = sheets::printed(&papers);
        let mut made = Self { papers, view, printed, asked: SortedSet::new() };
        made.fetch(ctx);
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let Props { of, at_home, .. } = ctx.props();
        self.papers.takers = of.takers.clone();
        self.papers.unit.clone_from(&of.unit);
        if old.of.locale != of.locale || old.of.site != of.site {
            self.papers.site.clone_from(&of.site.name);
            (self.papers.locale, self.papers.tongue) = (of.locale, of.locale);
            self.printed = sheets::printed(&self.papers);
        }
        self.view = sheets::page(&self.papers, &of.marked, *at_home);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let mut anew = true;
        match msg {
            Msg::Paper(msg) => {
                anew = !matches!(msg, PaperMsg::Marking(_) | PaperMsg::Tick(_) | PaperMsg::Keep);
                if let Some(marked) = self.papers.update(msg) {
                    ctx.props().on_marked.emit(marked);
                }
                self.fetch(ctx);
            }
            Msg::Unit(Some(unit)) => drop(self.papers.units.insert(unit.id.clone(), unit)),
            Msg::Unit(None) => self.papers.missing = true,
        }
        if anew {
            self.printed = sheets::printed(&self.papers);
        }
        self.view = sheets::page(&self.papers, &ctx.props().of.marked, ctx.props().at_home);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let on = ctx.link().callback(Msg::Paper);
        let back = ctx.props().on_back.reform(|_: MouseEvent| ());
        let press = |label: &str, weight: Weight, hook: &'static str, then: Callback<MouseEvent>| {
            el("button")
                .attr("type", "button")
                .key(hook)
                .class(weight.class())
                .hook(hook)
                .on_click(then)
                .text(label)
        };
        let view = &self.view;
        let anew = on.reform(|_: MouseEvent| PaperMsg::Anew);
        let go = actions()
            .with(press(&view.print, Weight::Main, "print", Callback::from(|_| platform::print())))
            .with(press(&view.anew, Weight::Plain, "anew", anew))
            .with(press(&view.back, Weight::Quiet, "back", back));
        let setup = el("section")
            .class("card paper-setup")
            .with(heading(&view.title))
            .with(words("", &view.lead))
            .with(
                el("div")
                    .class("paper-choices")
                    .each(view.choices.iter().map(|one| pick(&one.label, &one.options, one.hook, &on))),
            )
            .with(el("div").attr("role", "status").with(words("note", &view.said)))
            .with(go);
        el("div")
            .class("paper-page")
            .with(setup)
            .with(printed(&self.printed, &ctx.props().send))
            .with(marks(&view.marks, &on))
            .html()
    }
}

impl Sheets {
    /// Asks for what the sheets need, each file once, with its words in every language.
    fn fetch(&mut self, ctx: &Context<Self>) {
        for unit in self.papers.wanted() {
            if self.asked.insert(unit.clone())
                && let Some(entry) = self.papers.map.unit(&unit)
            {
                let (id, file) = (entry.id.clone(), entry.file.clone());
                let overlay = entry.locales.get(Locale::Es.code()).map(|file| (Locale::Es, file.clone()));
                ctx.link().send_future(async { Msg::Unit(app::unit(id, file, overlay).await) });
            }
        }
    }
}

pub fn printed(view: &Printed, send: &Send) -> Html {
    let sheets = view.sheets.iter().map(|view| sheet(view, send));
    el("div")
        .class(&["sheets ", view.size].concat())
        .attr("lang", view.lang)
        .hook("sheets")
        .each(sheets)
        .each(view.key.iter().map(key))
        .html()
}

fn sheet(view: &SheetView, send: &Send) -> Html {
    let name = if view.blank { "sheet-name is-blank" } else { "sheet-name" };
    let id = el("p")
        .class("sheet-id")
        .text(&view.id_label)
        .text(" ")
        .with(el("strong").hook("sheet-id").text(&view.id));
    let head = el("header")
        .class("sheet-head")
        .with(el("p").class(name).text(&view.name))
        .with(words("sheet-who", &view.who))
        .with(words("sheet-date is-blank", &view.date))
        .with(id)
        .with(words("sheet-skills", &view.skills));
    let questions = view.questions.iter().map(|view| question(view, send));
    let foot = view.foot.iter().map(|(fold, solved)| {
        el("footer")
            .key("foot")
            .class("sheet-foot")
            .hook("sheet-foot")
            .with(el("p").class("sheet-fold").text(fold))
            .with(answers(solved))
            .html()
    });
    el("article")
        .key(&view.id)
        .class("sheet")
        .hook("sheet")
        .with(words("sheet-site", &view.site))
        .with(head)
        .with(el("div").class("sheet-questions").each(questions))
        .each(foot)
        .html()
}

fn question(view: &PaperQuestion, send: &Send) -> Html {
    let options = view.options.iter().map(|(letter, show)| {
        el("li").key(letter).with(el("span").class("sheet-letter").text(letter)).with(line(show)).html()
    });
    let ask =
        el("p").class("sheet-ask").with(el("strong").text(&view.number)).text(" ").with(line(&view.ask));
    el("section")
        .key(&view.number)
        .class("sheet-question")
        .with(ask)
        .each(view.figure.iter().map(|view| figure::draw(view, send)))
        .with(el("ul").class("sheet-options").each(options))
        .with(words("sheet-answer is-blank", &view.answer))
        .html()
}

fn answers(view: &[Solved]) -> El {
    let one = |(number, right): &Solved| {
        el("li").key(number).with(el("strong").text(number)).text(" ").with(line(right)).html()
    };
    el("ul").class("sheet-answers").each(view.iter().map(one))
}

fn key(view: &KeyView) -> Html {
    let row = |(place, (who, solved)): (usize, &(String, Vec<Solved>))| {
        el("section").place(place).class("sheet-key").with(el("h3").text(who)).with(answers(solved)).html()
    };
    el("article")
        .key("key")
        .class("sheet")
        .hook("sheet-key")
        .with(title(&view.title))
        .each(view.rows.iter().enumerate().map(row))
        .html()
}

pub fn marks(view: &MarksView, on: &Callback<PaperMsg>) -> Html {
    let field = PasteView { label: view.label.clone(), note: view.note.clone(), go: view.go.clone() };
    let typed = on.reform(PaperMsg::Marking);
    let list = view.list.iter().enumerate().map(|(place, line)| el("li").place(place).text(line).html());
    let list = (!view.list.is_empty()).then(|| {
        el("div")
            .key("list")
            .with(el("h3").text(&view.list_title))
            .with(el("ul").class("plain-list").hook("marked").each(list))
            .html()
    });
    el("section")
        .class("card paper-marks")
        .hook("paper-marks")
        .with(title(&view.title))
        .with(words("", &view.text))
        .with(html! { <Paste view={field} id="sheet-typed" one_line=true on={typed} /> })
        .with(el("p").attr("role", "alert").class("bad").hook("slip").text(&view.slip))
        .each(view.found.iter().map(|view| found(view, on)))
        .with(el("p").attr("role", "status").hook("kept").text(&view.kept))
        .each(list)
        .html()
}

fn found(view: &FoundSheet, on: &Callback<PaperMsg>) -> Html {
    let tick = |(said, mark, ticked): &(String, u8, bool)| {
        let mark = *mark;
        let changed = on.reform(move |_: Event| PaperMsg::Tick(mark));
        let field = el("input").attr("type", "checkbox").hook("tick").checked(*ticked).on_change(changed);
        el("label").key(said).class("choice").with(field).with(el("span").text(said)).html()
    };
    let kept = on.reform(|_: MouseEvent| PaperMsg::Keep);
    let keep = el("button").attr("type", "button").class(Weight::Main.class()).hook("keep").on_click(kept);
    el("fieldset")
        .key("found")
        .class("paper-found")
        .with(el("legend").text(&view.title))
        .with(words("note", &view.skills))
        .with(words("", &view.how))
        .with(el("div").class("paper-ticks").each(view.ticks.iter().map(tick)))
        .with(actions().with(keep.text(&view.keep)))
        .html()
}
