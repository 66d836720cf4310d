//! A line with several fields in it. Tab goes from box to box; each says which it is, and below the line stands how each
//! was read. The keypad writes into the box that was used last.

use super::answer::{on_submit, submit};
use super::entry::{Steps, field, keys};
use super::maths::maths;
use super::parts::line;
use super::send::Shared;
use super::tag::{el, list};
use crate::tutor::Msg;
use crate::view::boxes::{MOST, filled};
use crate::view::{Apart, BoxesView, Button, Piece, ReadBack, WriteView};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::onfocusin;
use yew::prelude::*;

/// The fields' names in the page; the first is where the focus goes when a question comes.
const IDS: [&str; MOST] =
    ["answer", "answer-2", "answer-3", "answer-4", "answer-5", "answer-6", "answer-7", "answer-8"];

doors! {
    /// The line with its fields; it comes with the wider vocabulary.
    BoxesDrawn:
    /// `question` tells this question from the next one.
    draw(view: &Apart<BoxesView>, question: &str, check: &Option<Button>, end: Html, shared: &Shared) -> Html = drawn, or {
        let _ = (view, question, check, end, shared);
        Html::default()
    };
}

fn drawn(
    view: &Apart<BoxesView>,
    question: &str,
    check: &Option<Button>,
    end: Html,
    shared: &Shared,
) -> Html {
    let (view, check, shared) = (view.clone(), check.clone(), shared.clone());
    html! { <Boxes key={question.to_string()} {view} {check} {end} {shared} /> }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    view: Apart<BoxesView>,
    check: Option<Button>,
    end: Html,
    shared: Shared,
}

pub struct Boxes {
    /// The box that was used last.
    active: usize,
    /// What was typed before, box by box.
    steps: Vec<Rc<RefCell<Steps>>>,
}

impl Component for Boxes {
    type Message = usize;
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { active: 0, steps: IDS.iter().map(|_| Rc::default()).collect() }
    }

    fn update(&mut self, _ctx: &Context<Self>, active: usize) -> bool {
        std::mem::replace(&mut self.active, active) != active
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { view, check, end, shared } = ctx.props();
        let boxes: Vec<&WriteView> = fields(view).collect();
        let mut met = 0;
        let pieces = view.pieces.iter().enumerate().map(|(place, piece)| match piece {
            Piece::Text(text) => el("span").place(place).with(line(text)).html(),
            Piece::Box(write) => {
                let at = met;
                met += 1;
                self.one(ctx, write, at, boxes.len()).place(place).html()
            }
        });
        let asked = el("div").class("ask given boxes").attr("lang", view.lang).each(pieces);
        let offered = boxes.iter().any(|write| write.enabled);
        let keypad = boxes
            .get(self.active)
            .filter(|write| write.enabled && shared.keypad && !write.keypad.is_empty())
            .map(|write| keys(write, IDS[self.active], &self.shared(ctx, self.active, boxes.len())));
        let toggle = boxes.first().filter(|_| offered).map(|write| super::answer::toggle(write, shared));
        let check_button = check.as_ref().map(|check| submit(check, "check"));
        el("form")
            .class("answer")
            .on_submit(on_submit(check, &shared.send))
            .with(el("fieldset").class("box-line").with(el("legend").text(&view.label)).with(asked))
            .with(el("div").class("answer-row").with(check_button.unwrap_or_default()))
            .with(
                el("div")
                    .class("tools")
                    .with(
                        el("div").class("read-backs").each(boxes.iter().copied().enumerate().map(read_back)),
                    )
                    .with(el("div").class("tools-end").with(end.clone()).with(toggle.unwrap_or_default())),
            )
            .with(keypad.unwrap_or_default())
            .html()
    }
}

impl Boxes {
    fn one(&self, ctx: &Context<Self>, write: &WriteView, at: usize, of: usize) -> super::tag::El {
        let used = ctx.link().callback(move |_: FocusEvent| at);
        let label = if ctx.props().view.named { "box-name" } else { "visually-hidden" };
        el("span")
            .class("box")
            .on(Rc::new(onfocusin::Wrapper::new(used)))
            .with(el("label").attr("for", IDS[at]).class(label).text(&write.label))
            .with(field(write, IDS[at], &self.shared(ctx, at, of)))
    }

    /// What is typed into one box becomes the whole draft.
    fn shared(&self, ctx: &Context<Self>, at: usize, of: usize) -> Shared {
        let Props { view, shared, .. } = ctx.props();
        let (send, view) = (shared.send.clone(), view.clone());
        let send = Callback::from(move |msg: Msg| {
            send.emit(match msg {
                Msg::Typed(text) => Msg::Typed(filled(&view.draft, of, at, &text)),
                msg => msg,
            });
        });
        Shared { send, steps: self.steps[at].clone(), ..shared.clone() }
    }
}

fn fields(view: &BoxesView) -> impl Iterator<Item = &WriteView> {
    view.pieces.iter().filter_map(|piece| match piece {
        Piece::Box(write) => Some(write),
        Piece::Text(_) => None,
    })
}

fn read_back((at, write): (usize, &WriteView)) -> Html {
    let read = match &write.read_back {
        None => Html::default(),
        Some(ReadBack::Advice(words)) => el("span").key("advice").text(words).html(),
        Some(ReadBack::Maths { label, node, spoken }) => {
            let label = el("span").class("read-label").text(label);
            el("span").key("maths").with(label).text(" ").with(maths(node, spoken)).html()
        }
    };
    el("div").place(at).class("read-back").id(&[IDS[at], "-read"].concat()).with(list([read])).html()
}
