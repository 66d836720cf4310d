//! Small parts that the pages of a class share: copying, pasting, codes.

use super::draw::select;
use crate::classroom::ClassMsg;
use crate::ui::parts::{Weight, words};
use crate::ui::platform;
use crate::ui::tag::{El, el};
use crate::view::classroom::{Copied, CopyView, PasteView, Press};
use crate::view::qr::Code;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How much of the screen a page of a class takes while it stands there: `wide` has room for a table, `whole` leaves
/// nothing beside it. Said on the root, because a style that looks for what the frame holds is asked again with every
/// element that comes or goes.
pub struct Room;

impl Room {
    const SAID: &str = "data-room";

    pub fn take(&self, room: &str) {
        platform::set_root(Self::SAID, room);
    }
}

/// The page that comes next takes its room after this one is gone.
impl Drop for Room {
    fn drop(&mut self) {
        self.take("");
    }
}

/// A code for a camera: dark on light, whatever the colours of the page.
pub fn code(view: &Code) -> Html {
    let side = view.side.to_string();
    let ground = el("rect").class("code-ground").attr("width", &side).attr("height", &side);
    el("svg")
        .class("code")
        .hook("code")
        .attr("viewBox", &format!("0 0 {side} {side}"))
        .attr("role", "img")
        .attr("aria-label", &view.spoken)
        .attr("shape-rendering", "crispEdges")
        .with(ground)
        .with(el("path").class("code-dark").attr("d", &view.path))
        .html()
}

/// A list of choices with its label above it: what each is called, what it says, and whether it is chosen.
pub fn pick<M: Clone + 'static>(
    label: &str,
    options: &[(String, M, bool)],
    hook: &'static str,
    on: &Callback<M>,
) -> Html {
    let chosen = {
        let (on, says) = (on.clone(), options.iter().map(|(_, msg, _)| msg.clone()).collect::<Vec<M>>());
        Callback::from(move |at: usize| says.get(at).into_iter().for_each(|msg| on.emit(msg.clone())))
    };
    let options = options.iter().map(|(label, _, on)| (&**label, *on));
    el("label")
        .key(hook)
        .class("paper-choice")
        .with(el("span").text(label))
        .with(select(label, hook, options, chosen))
        .html()
}

#[derive(Properties, PartialEq)]
pub struct CopyProps {
    pub view: CopyView,
    #[prop_or_default]
    pub main: bool,
    pub hook: &'static str,
}

/// Copies a text, and says whether it did.
#[component]
pub fn Copy(CopyProps { view, main, hook }: &CopyProps) -> Html {
    let state = use_state_eq(|| Copied::No);
    let press = {
        let (state, text) = (state.clone(), view.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, text) = (state.clone(), text.clone());
            spawn_local(async move {
                state.set(if platform::copy(&text).await { Copied::Yes } else { Copied::Failed });
            });
        })
    };
    let weight = if *main { Weight::Main } else { Weight::Plain };
    let button = el("button")
        .attr("type", "button")
        .class(weight.class())
        .hook(hook)
        .on_click(press)
        .text(&view.label);
    el("div")
        .class("copy")
        .with(button)
        .with(el("p").class("note").attr("role", "status").text(view.said(*state)))
        .html()
}

/// A button of the teacher's desk.
pub fn press(view: &Press, weight: Weight, hook: &'static str, on: &Callback<ClassMsg>) -> El {
    let (on, msg) = (on.clone(), view.msg.clone());
    let button = el("button")
        .attr("type", "button")
        .class(weight.class())
        .hook(hook)
        .flag("disabled", !view.enabled)
        .on_click(Callback::from(move |_| on.emit(msg.clone())))
        .text(&view.label);
    if view.spoken.is_empty() { button } else { button.attr("aria-label", &view.spoken) }
}

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub view: PasteView,
    pub id: &'static str,
    pub on: Callback<String>,
    #[prop_or_default]
    pub main: bool,
    /// What is typed is not shown: a passphrase.
    #[prop_or_default]
    pub secret: bool,
    /// A word, not a column.
    #[prop_or_default]
    pub one_line: bool,
}

/// A field whose text goes out with the press, and is gone from it then.
#[component]
pub fn Paste(PasteProps { view, id, on, main, secret, one_line }: &PasteProps) -> Html {
    let node = use_node_ref();
    let submitted = {
        let (node, on) = (node.clone(), on.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = node.get() {
                let field: HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(field);
                let text = field.value();
                if !text.trim().is_empty() {
                    field.set_value("");
                    on.emit(text);
                }
            }
        })
    };
    let field = if *secret {
        el("input").attr("type", "password").attr("autocomplete", "new-password").attr("minlength", "10")
    } else if *one_line {
        el("input").attr("type", "text").attr("spellcheck", "false").attr("autocomplete", "off")
    } else {
        el("textarea").attr("rows", "3").attr("spellcheck", "false").attr("autocomplete", "off")
    };
    let weight = if *main { Weight::Main } else { Weight::Plain };
    el("form")
        .class("paste")
        .on_submit(submitted)
        .with(el("label").attr("for", id).text(&view.label))
        .with(field.class("field").id(id).hook(id).node(&node))
        .with(words("note", &view.note))
        .with(el("button").attr("type", "submit").class(weight.class()).text(&view.go))
        .html()
}
