//! Taking the record along, and bringing one back.

use crate::exchange::qr::Qr;
use crate::tutor::{Carry, Device, Msg};
use crate::ui::camera::Camera;
use crate::ui::classroom::parts::{Copy, Paste};
use crate::ui::files::open_file;
use crate::ui::icon;
use crate::ui::parts::{Weight, actions, button, heading, line, notice, title, toned, words};
use crate::ui::send::{Send, Shared};
use crate::ui::tag::{El, el};
use crate::view::Said;
use crate::view::carry::{
    Bring, Camera as CameraView, Card, CarryPage, Field, KeepFile, Paper, Show, Take, Unlock, picture,
    with_passphrase,
};
use crate::view::classroom::CopyView;
use gloo::timers::callback::Interval;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn page(view: &CarryPage, shared: &Shared) -> Html {
    let send = &shared.send;
    el("div")
        .class("carry")
        .with(el("div").class("carry-head").with(heading(&view.title)).with(words("lead", &view.text)))
        .each(view.take.iter().map(|view| take(view, send)))
        .with(bring(&view.bring, send))
        .html()
}

fn take(view: &Take, send: &Send) -> Html {
    let file = html! { <FileForm key="file" view={view.file.clone()} send={send.clone()} /> };
    el("div")
        .key("take")
        .class("carry-take")
        .with(file)
        .each(view.paper.iter().map(|view| paper(view, send)))
        .each(view.show.iter().map(|view| show(view, send)))
        .html()
}

fn card(name: &str) -> El {
    el("section").class("card").with(title(name))
}

fn told(said: Option<&Said>, hook: &str) -> Html {
    let words = said.map(|said| {
        let words = el("div").class("notice-text").with(el("p").with(line(&said.line)));
        el("div")
            .key("said")
            .class(&toned("notice", said.tone))
            .with(icon::tone(said.tone))
            .with(words)
            .html()
    });
    el("div").attr("role", "status").hook(hook).each(words).html()
}

/// A labelled field; its note is read with it.
fn field(view: &Field, id: &'static str, node: &NodeRef, value: Option<&str>) -> El {
    let note = [id, "-note"].concat();
    let input = el("input")
        .id(id)
        .class("field")
        .hook(id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &note)
        .node(node);
    // What was typed into a field without one stays as long as the field does.
    let input = match value {
        Some(value) => input.value(value),
        None => input,
    };
    el("div")
        .class("carry-field")
        .with(el("label").attr("for", id).text(&view.label))
        .with(input)
        .with(el("p").class("note").id(&note).text(&view.note))
}

fn typed(node: &NodeRef) -> String {
    node.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct FileProps {
    view: KeepFile,
    send: Send,
}

/// A component, so that the passphrase is nowhere but in its field until a button is pressed.
#[component]
fn FileForm(FileProps { view, send }: &FileProps) -> Html {
    let node = use_node_ref();
    let press = |button: &crate::view::Button, weight: Weight, hook: &'static str| {
        let (send, msg, node) = (send.clone(), button.msg.clone(), node.clone());
        let press = Callback::from(move |_: MouseEvent| send.emit(with_passphrase(&msg, typed(&node))));
        el("button")
            .attr("type", "button")
            .class(weight.class())
            .hook(hook)
            .flag("disabled", !button.enabled)
            .on_click(press)
            .text(&button.label)
    };
    let way = |(place, way): (usize, &crate::view::Button)| {
        let weight = if place == 0 { Weight::Main } else { Weight::Plain };
        press(way, weight, "carry-way").place(place).html()
    };
    let text_way = view.text_way.as_ref().map(|view| {
        let go = actions().with(press(&view.go, Weight::Plain, "as-text-go").html());
        let shown = view.shown.iter().map(|(label, copy)| as_text(label, copy));
        el("div").key("text").class("carry-text").with(words("", &view.note)).with(go).each(shown).html()
    });
    let opener = el("a")
        .class("button quiet")
        .hook("opener")
        .attr("href", "open-progress-file.html")
        .attr("download", "open-progress-file.html")
        .text(&view.opener);
    card(&view.title)
        .with(words("", &view.text))
        .each(view.passphrase.iter().map(|view| field(view, "passphrase", &node, None).html()))
        .with(actions().each(view.ways.iter().enumerate().map(way)))
        .with(told(view.said.as_ref(), "kept"))
        .each(text_way)
        .with(el("p").class("note").with(opener).text(" ").text(&view.opener_note))
        .html()
}

/// The whole file to look at, in a field of its own, so that it can be taken by hand where copying is forbidden too.
fn as_text(label: &str, copy: &CopyView) -> Html {
    let text = el("textarea")
        .class("field ticket")
        .hook("as-text")
        .attr("readonly", "readonly")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("aria-label", label)
        .value(&copy.text);
    let button = html! { <Copy view={copy.clone()} main=true hook="as-text-copy" /> };
    el("div").key("shown").class("carry-text").with(text).with(button).html()
}

fn paper(view: &Paper, send: &Send) -> Html {
    card(&view.title)
        .key("paper")
        .with(words("", &view.text))
        .each(view.card.iter().map(|card| return_card(card, send)))
        .html()
}

fn return_card(view: &Card, send: &Send) -> Html {
    let words_of = el("div")
        .class("return-words")
        .with(words("note", &view.label))
        .with(el("p").class("return-code").hook("return-code").text(&view.code))
        .with(words("note", &view.whereto));
    let card =
        el("div").class("return-card").with(words_of).each(view.qr.iter().map(|qr| drawn(qr, &view.alt)));
    el("div")
        .key("card")
        .class("carry-card")
        .with(card)
        .with(actions().with(button(&view.print, Weight::Plain, "print", send)))
        .html()
}

pub fn drawn(qr: &Qr, alt: &str) -> Html {
    let size = qr.size.to_string();
    let light = el("rect").class("qr-light").attr("width", &size).attr("height", &size);
    el("svg")
        .key("qr")
        .class("qr")
        .hook("qr")
        .attr("viewBox", &["0 0 ", &size, " ", &size].concat())
        .attr("shape-rendering", "crispEdges")
        .attr("role", "img")
        .attr("aria-label", alt)
        .with(light)
        .with(el("path").class("qr-dark").attr("d", &qr.path))
        .html()
}

fn show(view: &Show, send: &Send) -> Html {
    let frames = (!view.frames.is_empty())
        .then(|| html! { <Frames key="frames" frames={view.frames.clone()} alt={view.alt.clone()} /> });
    card(&view.title)
        .key("show")
        .with(words("", &view.text))
        .with(actions().with(button(&view.go, Weight::Plain, "show", send)))
        .with(told(view.said.as_ref(), "shown"))
        .each(frames)
        .html()
}

#[derive(Properties, PartialEq)]
struct FramesProps {
    frames: Vec<String>,
    alt: AttrValue,
}

/// One picture after another, fewer than three a second.
struct Frames {
    at: usize,
    turn: Option<Interval>,
}

const TURN_MS: u32 = 350;

impl Component for Frames {
    type Message = ();
    type Properties = FramesProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { at: 0, turn: None }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let link = ctx.link().clone();
            self.turn = Some(Interval::new(TURN_MS, move || link.send_message(())));
        }
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.at = (self.at + 1) % ctx.props().frames.len().max(1);
        ctx.props().frames.len() > 1
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let qr = props.frames.get(self.at).or(props.frames.first()).and_then(|frame| picture(frame));
        el("div")
            .class("frames")
            .hook("frames")
            .attr("data-frame", props.frames.get(self.at).map_or("", |frame| frame))
            .each(qr.iter().map(|qr| drawn(qr, &props.alt)))
            .html()
    }
}

fn bring(view: &Bring, send: &Send) -> Html {
    let locked = view
        .locked
        .as_ref()
        .map(|view| html! { <UnlockForm key="unlock" view={view.clone()} send={send.clone()} /> });
    let file =
        el("div").attr("role", "status").each(view.file.iter().map(|file| notice(file, "preview", send)));
    let code = html! {
        <CodeForm field={view.code.clone()} typed={view.typed.clone()} check={view.check.clone()} send={send.clone()} />
    };
    let pasted = send.reform(|text| Msg::Device(Device::Carry(Carry::Pasted(text))));
    let paste = el("details")
        .class("carry-paste")
        .flag("open", view.paste_open)
        .with(el("summary").hook("paste").text(&view.paste_label))
        .with(html! { <Paste view={view.paste.clone()} id="pasted" on={pasted} /> });
    let found = el("div").attr("role", "status");
    card(&view.title)
        .with(words("", &view.text))
        .with(open_file(&view.import, "", send))
        .with(paste)
        .each(locked)
        .with(file)
        .with(code)
        .with(told(view.slip.as_ref(), "slip"))
        .with(found.each(view.found.iter().map(|found| notice(found, "found", send))))
        .each(view.camera.iter().map(|view| camera(view, send)))
        .html()
}

#[derive(Properties, PartialEq)]
struct UnlockProps {
    view: Unlock,
    send: Send,
}

#[component]
fn UnlockForm(UnlockProps { view, send }: &UnlockProps) -> Html {
    let node = use_node_ref();
    let opened = {
        let (send, node) = (send.clone(), node.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(Msg::Device(Device::Carry(Carry::Unlock(typed(&node)))));
        })
    };
    el("form")
        .class("carry-form")
        .hook("unlock")
        .on_submit(opened)
        .with(field(&view.field, "unlock-with", &node, None))
        .with(el("button").attr("type", "submit").class(Weight::Main.class()).text(&view.open))
        .with(told(view.wrong.as_ref(), "wrong"))
        .html()
}

#[derive(Properties, PartialEq)]
struct CodeProps {
    field: Field,
    typed: String,
    check: String,
    send: Send,
}

#[component]
fn CodeForm(props: &CodeProps) -> Html {
    let node = use_node_ref();
    let checked = {
        let (send, node) = (props.send.clone(), node.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(Msg::Device(Device::Carry(Carry::Typed(typed(&node)))));
        })
    };
    el("form")
        .class("carry-form")
        .on_submit(checked)
        .with(field(&props.field, "code-field", &node, Some(&props.typed)))
        .with(
            el("button")
                .attr("type", "submit")
                .class(Weight::Plain.class())
                .hook("code-check")
                .text(&props.check),
        )
        .html()
}

fn camera(view: &CameraView, send: &Send) -> Html {
    let video =
        view.on.then(|| html! { <Camera key="camera" send={send.clone()} label={view.video.clone()} /> });
    el("div")
        .key("camera")
        .class("carry-camera")
        .with(actions().each(view.switch.iter().map(|switch| button(switch, Weight::Plain, "watch", send))))
        .each(video)
        .with(told(view.said.as_ref(), "watched"))
        .html()
}
