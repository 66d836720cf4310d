//! The gallery: every kind of figure, to look at and to answer in, each with what it types.

use super::draw;
use crate::content::{Figure, Locale};
use crate::tutor::Msg;
use crate::ui::answer::answer;
use crate::ui::entry::Steps;
use crate::ui::parts::title;
use crate::ui::send::Shared;
use crate::ui::tag::{el, list};
use crate::view::figure;
use crate::view::figure::gallery::{Group, Labels, field, groups, labels};
use crate::view::{Button, entry::Pad};
use std::rc::Rc;
use std::sync::Arc;
use web_sys::HtmlInputElement;
use yew::html::oninput;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub locale: Locale,
    pub shared: Shared,
}

#[component]
pub fn Examples(Props { locale, shared }: &Props) -> Html {
    let locale = *locale;
    let labels = labels(locale);
    let group = |group: Group| {
        let examples = group.figures.into_iter().enumerate().map(|(place, (source, figure))| {
            let id = format!("{}-{place}", group.kind);
            html! { <Example key={place} {id} {source} figure={Arc::new(figure)} {locale} labels={labels.clone()} shared={shared.clone()} /> }
        });
        card(group.kind, group.title, list(examples))
    };
    let fields = FIELDS
        .into_iter()
        .map(|(id, pad)| html! { <Field key={id} {id} {pad} {locale} shared={shared.clone()} /> });
    let fields = card("fields", labels.fields, list(fields));
    list(groups(locale).into_iter().map(group).chain([fields]))
}

fn card(key: &str, words: &str, examples: Html) -> Html {
    let examples = el("div").class("examples").with(examples);
    el("section").key(key).class("card").with(title(words)).with(examples).html()
}

const FIELDS: [(&str, Pad); 3] =
    [("entry-expression", Pad::Expression), ("entry-fraction", Pad::Fraction), ("entry-number", Pad::Number)];

#[derive(Properties, PartialEq)]
struct FieldProps {
    id: &'static str,
    pad: Pad,
    locale: Locale,
    shared: Shared,
}

/// A field for written answers with its keypad.
#[component]
fn Field(FieldProps { id, pad, locale, shared }: &FieldProps) -> Html {
    let (shared, draft) = use_own_field(shared);
    let view = field(*pad, &draft, *locale);
    let answer = answer(&view, &None::<Button>, (id, "check"), Html::default(), &shared);
    el("div").class("example").hook("example").with(answer).html()
}

/// What is typed stays here.
#[hook]
fn use_own_field(shared: &Shared) -> (Shared, UseStateHandle<String>) {
    let steps = use_mut_ref(Steps::default);
    let draft = use_state(String::new);
    let typed = draft.clone();
    let send = Callback::from(move |msg: Msg| {
        if let Msg::Typed(text) = msg {
            typed.set(text);
        }
    });
    (Shared { send, steps, ..shared.clone() }, draft)
}

#[derive(Properties, PartialEq)]
struct ExampleProps {
    id: AttrValue,
    source: &'static str,
    figure: Arc<Figure>,
    locale: Locale,
    labels: Labels,
    shared: Shared,
}

/// One figure with a field of its own; what happens here reaches nobody's record.
#[component]
fn Example(props: &ExampleProps) -> Html {
    let (shared, draft) = use_own_field(&props.shared);
    let draft_set = draft.clone();
    let written = Callback::from(move |event: InputEvent| {
        draft_set.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let (figure, locale) = (&props.figure, props.locale);
    let view = figure::entered(figure, &figure.alt(locale), &draft, true, locale);
    let drawn = draw(&view, &shared.send);
    let id = format!("types-{}", props.id);
    let field = el("input").id(&id).class("field").hook("types").attr("autocomplete", "off");
    let field = field.attr("spellcheck", "false").value(&draft).on(Rc::new(oninput::Wrapper::new(written)));
    let label = el("label").attr("for", &id).text(props.labels.types);
    let types = el("div").class("example-types").with(label).with(field).html();
    let source = el("p").with(el("code").text(props.source));
    let says = el("p").class("note").text(&view.alt);
    el("div")
        .class("example")
        .hook("example")
        .with(drawn)
        .with(if view.open { types } else { Html::default() })
        .with(el("details").with(el("summary").text(props.labels.written)).with(source).with(says))
        .html()
}
