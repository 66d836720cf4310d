//! The gallery: every kind of figure, to look at and to answer in, each with what it types.

use super::draw;
use crate::content::{Figure, Locale};
use crate::tutor::Msg;
use crate::ui::answer::Answer;
use crate::ui::send::{Shared, use_shared};
use crate::view::figure;
use crate::view::figure::gallery::{Group, Labels, field, groups, labels};
use crate::view::{Button, entry::Pad};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub locale: Locale,
}

#[component]
pub fn Examples(Props { locale }: &Props) -> Html {
    let locale = *locale;
    let labels = labels(locale);
    let group = |group: Group| {
        let example = |(place, (source, figure)): (usize, (&'static str, Figure))| {
            let id = format!("{}-{place}", group.kind);
            html! { <Example key={place} {id} {source} figure={Rc::new(figure)} {locale} labels={labels.clone()} /> }
        };
        html! {
            <section class="card" key={group.kind}>
                <h2>{ &group.title }</h2>
                <div class="examples">{ for group.figures.into_iter().enumerate().map(example) }</div>
            </section>
        }
    };
    let field = |(id, pad): (&'static str, Pad)| html! { <Field key={id} {id} {pad} {locale} /> };
    html! {
        <>
            { for groups(locale).into_iter().map(group) }
            <section class="card">
                <h2>{ labels.fields }</h2>
                <div class="examples">{ for FIELDS.into_iter().map(field) }</div>
            </section>
        </>
    }
}

const FIELDS: [(&str, Pad); 3] =
    [("entry-expression", Pad::Expression), ("entry-fraction", Pad::Fraction), ("entry-number", Pad::Number)];

#[derive(Properties, PartialEq)]
struct FieldProps {
    id: &'static str,
    pad: Pad,
    locale: Locale,
}

/// A field for written answers with its keypad.
#[component]
fn Field(FieldProps { id, pad, locale }: &FieldProps) -> Html {
    let (shared, draft) = use_own_field();
    let view = field(*pad, &draft, *locale);
    html! {
        <div class="example" data-test="example">
            <ContextProvider<Shared> context={shared}>
                <Answer {view} check={None::<Button>} id={*id} check_hook="check" />
            </ContextProvider<Shared>>
        </div>
    }
}

/// What is typed stays here.
#[hook]
fn use_own_field() -> (Shared, UseStateHandle<String>) {
    let shared = use_shared();
    let draft = use_state(String::new);
    let typed = draft.clone();
    let send = Callback::from(move |msg: Msg| {
        if let Msg::Typed(text) = msg {
            typed.set(text);
        }
    });
    (Shared { send, ..shared }, draft)
}

#[derive(Properties, PartialEq)]
struct ExampleProps {
    id: AttrValue,
    source: &'static str,
    figure: Rc<Figure>,
    locale: Locale,
    labels: Labels,
}

/// One figure with a field of its own; what happens here reaches nobody's record.
#[component]
fn Example(props: &ExampleProps) -> Html {
    let (shared, draft) = use_own_field();
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let (figure, locale) = (&*props.figure, props.locale);
    let view = figure::entered(figure, &figure.alt(locale), &draft, true, locale);
    let field = format!("types-{}", props.id);
    html! {
        <div class="example" data-test="example">
            <ContextProvider<Shared> context={shared}>{ draw(&view) }</ContextProvider<Shared>>
            if view.open {
                <div class="example-types">
                    <label for={field.clone()}>{ &props.labels.types }</label>
                    <input id={field.clone()} class="field" data-test="types" autocomplete="off" spellcheck="false" value={(*draft).clone()} {oninput} />
                </div>
            }
            <details>
                <summary>{ &props.labels.written }</summary>
                <p><code>{ props.source }</code></p>
                <p class="note">{ &view.alt }</p>
            </details>
        </div>
    }
}
