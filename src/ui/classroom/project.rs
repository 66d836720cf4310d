//! One question for a whole room, drawn. A component, because what a teacher turns over here is no part of any session.

use super::parts::Room;
use super::parts::code;
use crate::content::{Locale, Map, Unit};
use crate::tutor::Route;
use crate::ui::parts::{Weight, heading, line, words};
use crate::ui::send::Send;
use crate::ui::tag::{El, el};
use crate::ui::{app, figure, focus, late, platform};
use crate::view::classroom::project::{self, AnswerCard, Asked, Fetched, ProjectCard, ProjectPage, Switch};
use crate::view::qr;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub map: Rc<Map>,
    pub locale: Locale,
    pub asked: Option<Asked>,
    /// Figures are drawn as on every other page; from here nothing is sent.
    pub send: Send,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.map, &other.map) && (self.locale, &self.asked) == (other.locale, &other.asked)
    }
}

pub struct Projector {
    /// Which question is there now; from the address at first.
    asked: Option<Asked>,
    unit: Option<Unit>,
    missing: bool,
    shown: bool,
    tongue: Locale,
    room: Room,
    _keys: Option<EventListener>,
}

pub enum Msg {
    Unit(Option<Unit>),
    Turn(i32),
    Answer,
    Tongue,
    Leave,
}

impl Component for Projector {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        fetch(ctx);
        Self {
            asked: props.asked.clone(),
            unit: None,
            missing: false,
            shown: false,
            tongue: props.locale,
            room: Room,
            _keys: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if props.asked != old.asked {
            self.asked.clone_from(&props.asked);
            (self.unit, self.missing, self.shown) = (None, false, false);
            fetch(ctx);
        }
        if props.locale != old.locale {
            self.tongue = props.locale;
        }
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Unit(unit) => {
                self.missing = unit.is_none();
                self.unit = unit;
            }
            Msg::Turn(by) => {
                let Some(next) = self.asked.as_ref().and_then(|asked| asked.next(by)) else { return false };
                platform::readdress(next.projected());
                self.asked = Some(next);
                self.shown = false;
            }
            Msg::Answer => self.shown = !self.shown,
            Msg::Tongue => self.tongue = if self.tongue == Locale::En { Locale::Es } else { Locale::En },
            Msg::Leave => {
                platform::go(&self.asked.as_ref().map_or(Route::Home, Asked::question));
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { map, locale, send, .. } = ctx.props();
        let unit = match &self.unit {
            Some(unit) => Fetched::Here(unit),
            None if self.missing => Fetched::Missing,
            None => Fetched::Coming,
        };
        let view = project::page(map, self.asked.as_ref(), unit, self.shown, (self.tongue, *locale));
        draw(&view, ctx.link(), send)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        self.room.take("whole");
        // Whoever comes by the address alone finds the focus nowhere; keys are heard from the start.
        focus(crate::tutor::Focus::Heading);
        let link = ctx.link().clone();
        self._keys = Some(EventListener::new(&platform::window(), "keydown", move |event| {
            if let Some(msg) = event.dyn_ref().and_then(pressed) {
                link.send_message(msg);
            }
        }));
    }
}

/// What a key does; page up and down are the keys of a presenter's remote control. A letter alone counts only where the
/// focus is in the page, so that nothing spoken elsewhere is taken for it (WCAG 2.1.4).
fn pressed(event: &KeyboardEvent) -> Option<Msg> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let inside = || {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.and_then(|target| target.closest(".projector").ok().flatten()).is_some()
    };
    match &*event.key() {
        "ArrowRight" | "PageDown" => Some(Msg::Turn(1)),
        "ArrowLeft" | "PageUp" => Some(Msg::Turn(-1)),
        "a" | "A" if inside() => Some(Msg::Answer),
        "Escape" => Some(Msg::Leave),
        _ => None,
    }
}

/// The unit of the question, with its words in both languages, and what speaks its maths.
fn fetch(ctx: &Context<Projector>) {
    let Props { map, asked: Some(asked), .. } = ctx.props() else { return };
    let Some(entry) = map.unit_of(&asked.item, asked.level).and_then(|unit| map.unit(unit)) else { return };
    let (id, file) = (entry.id.clone(), entry.file.clone());
    let overlay = entry.locales.get(Locale::Es.code()).map(|file| (Locale::Es, file.clone()));
    ctx.link().send_future(async {
        // Without it the question stands there all the same.
        let _ = late::hands().await;
        Msg::Unit(app::unit(id, file, overlay).await)
    });
}

type Link = html::Scope<Projector>;

fn draw(view: &ProjectPage, link: &Link, send: &Send) -> Html {
    let switch = |view: &Switch, hook: &'static str, weight: Weight, then: fn() -> Msg| {
        el("button")
            .attr("type", "button")
            .key(hook)
            .class(weight.class())
            .hook(hook)
            .flag("disabled", !view.enabled)
            .on_click(link.callback(move |_: MouseEvent| then()))
            .text(&view.label)
    };
    let bar = el("div")
        .class("project-bar")
        .with(switch(&view.answer, "project-answer", Weight::Main, || Msg::Answer))
        .with(switch(&view.before, "project-before", Weight::Plain, || Msg::Turn(-1)))
        .with(switch(&view.after, "project-after", Weight::Plain, || Msg::Turn(1)))
        .with(switch(&view.tongue, "project-tongue", Weight::Quiet, || Msg::Tongue))
        .with(switch(&view.leave, "project-leave", Weight::Quiet, || Msg::Leave))
        .with(words("project-keys", &view.keys));
    let asked = el("div").class("project-asked").attr("aria-live", "polite");
    // A projector shows the code; whoever sits before the screen follows the words below it.
    let address = [&*platform::address(), &*view.fragment].concat();
    let drawn = view.card.as_ref().and_then(|_| qr::code(&address, &view.code_alt));
    let join = drawn.map(|drawn| {
        el("div")
            .key("code")
            .class("project-code")
            .attr("data-address", &address)
            .hook("project-code")
            .with(code(&drawn))
            .with(words("", &view.code_label))
            .html()
    });
    el("section")
        .class("projector")
        .hook("projector")
        .attr("tabindex", "-1")
        .with(el("div").class("visually-hidden").with(heading(&view.title)))
        .with(
            asked
                .with(words("lead", &view.said))
                .each(view.card.iter().map(|view| card(view, send)))
                .each(view.card.iter().filter_map(|card| Some(answer(card.answer.as_ref()?, card.lang)))),
        )
        .each(join)
        .with(bar)
        .html()
}

fn card(view: &ProjectCard, send: &Send) -> Html {
    let options =
        view.options.iter().enumerate().map(|(at, option)| el("li").place(at).with(line(option)).html());
    let given =
        view.given.iter().map(|given| el("p").key("given").class("ask given").with(line(given)).html());
    el("article")
        .key(&view.id)
        .class("project-card")
        .hook("project-question")
        .attr("data-item", &view.id)
        .attr("lang", view.lang)
        .with(el("p").class("ask").with(line(&view.ask)))
        .each(given)
        .each(view.figure.iter().map(|view| figure::draw(view, send)))
        .with(el("ul").class("project-options").each(options))
        .html()
}

fn answer(view: &AnswerCard, lang: &'static str) -> Html {
    let wrong = view.wrong.iter().enumerate().map(|(at, (value, says))| {
        let says = says.iter().enumerate().map(|(at, says)| el("p").place(at).with(line(says)).html());
        let value = el("strong").class("project-value").with(line(value));
        el("li").place(at).with(value).with(el("div").each(says)).html()
    });
    let title = |words: &str| -> El { el("h2").text(words) };
    let more = (!view.wrong.is_empty()).then(|| {
        let list = el("ul").hook("project-wrong").attr("lang", lang).each(wrong);
        el("div").key("wrong").class("project-wrong").with(title(&view.wrong_title)).with(list).html()
    });
    el("div")
        .key("answer")
        .class("project-answer")
        .hook("project-shown")
        .with(title(&view.title))
        .with(el("p").class("project-right").attr("lang", lang).with(line(&view.right)))
        .each(more)
        .html()
}
