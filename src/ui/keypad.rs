//! The on-screen keypad. Its keys never take the focus, so the field keeps the caret.

use super::send::{on_press, use_send};
use crate::view::Key;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub rows: Vec<Vec<Key>>,
    pub label: AttrValue,
}

#[component]
pub fn Keypad(Props { rows, label }: &Props) -> Html {
    let send = use_send();
    let key = |key: &Key| {
        html! {
            <button
                key={key.name.as_str()}
                type="button"
                class="key"
                aria-label={key.name.clone()}
                onpointerdown={keep_focus_pointer()}
                onmousedown={keep_focus()}
                onclick={on_press(&send, &key.msg)}
            >
                { &key.face }
            </button>
        }
    };
    let row = |(place, keys): (usize, &Vec<Key>)| {
        html! { <div class="keys" key={place}>{ for keys.iter().map(key) }</div> }
    };
    html! {
        <div class="keypad" role="group" aria-label={label} data-test="keypad">
            { for rows.iter().enumerate().map(row) }
        </div>
    }
}

fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

fn keep_focus_pointer() -> Callback<PointerEvent> {
    Callback::from(|event: PointerEvent| event.prevent_default())
}
