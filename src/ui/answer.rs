//! A field for a written answer: the field, its check, how the draft was read, and the keypad.

use super::entry::use_entry;
use super::icon;
use super::maths::maths;
use super::parts::Weight;
use super::send::use_shared;
use crate::tutor::Msg;
use crate::view::{Button, ReadBack, WriteView};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: WriteView,
    pub check: Option<Button>,
    /// Id of the field and its hook.
    pub id: &'static str,
    /// Hook of the check button.
    pub check_hook: &'static str,
    /// What stands at the end of the row of tools: the hint button.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Answer(Props { view, check, id, check_hook, children }: &Props) -> Html {
    let shared = use_shared();
    let entry = use_entry(view, id);
    let onsubmit = on_submit(check, &shared.send);
    let toggle = shared.want_keypad.reform({
        let wanted = !shared.keypad;
        move |_| wanted
    });
    let offered = view.enabled && !view.keypad.is_empty();
    let read_id = format!("{id}-read");
    html! {
        <form class="answer" {onsubmit}>
            <label for={*id}>{ &view.label }</label>
            <div class="answer-row">
                { entry.field }
                if let Some(check) = check {
                    { submit(check, check_hook) }
                }
            </div>
            <div class="tools">
                <div class="read-back" id={read_id}>{ read_back(view.read_back.as_ref()) }</div>
                <div class="tools-end">
                    { children.clone() }
                    if offered {
                        <button
                            type="button"
                            class="button quiet square"
                            aria-label={view.keypad_label.clone()}
                            aria-expanded={if shared.keypad { "true" } else { "false" }}
                            data-test="keypad-toggle"
                            onclick={toggle}
                        >
                            { icon::keypad() }
                        </button>
                    }
                </div>
            </div>
            { entry.keypad }
        </form>
    }
}

/// Enter in a field and a press on Check are the same thing: the form is submitted.
pub fn on_submit(check: &Option<Button>, send: &Callback<Msg>) -> Callback<SubmitEvent> {
    let msg = check.as_ref().map_or(Msg::Nothing, |check| check.msg.clone());
    send.reform(move |event: SubmitEvent| {
        event.prevent_default();
        msg.clone()
    })
}

pub fn submit(check: &Button, hook: &'static str) -> Html {
    html! {
        <button type="submit" class={Weight::Main.class()} data-test={hook} disabled={!check.enabled}>
            { &check.label }
        </button>
    }
}

fn read_back(view: Option<&ReadBack>) -> Html {
    match view {
        None => Html::default(),
        Some(ReadBack::Advice(words)) => html! { <span key="advice">{ words }</span> },
        Some(ReadBack::Maths { label, node, spoken }) => {
            html! { <span key="maths"><span class="read-label">{ label }</span>{ " " }{ maths(node, spoken) }</span> }
        }
    }
}
