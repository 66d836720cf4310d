//! The on-screen keypad. Its keys never take the focus, so the field keeps the caret.

use crate::view::Key;
use crate::view::entry::Stroke;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub rows: Vec<Vec<Key>>,
    pub label: AttrValue,
    pub on_key: Callback<Stroke>,
}

#[component]
pub fn Keypad(Props { rows, label, on_key }: &Props) -> Html {
    let key = |key: &Key| {
        let stroke = key.stroke;
        html! {
            <button
                key={key.name.as_str()}
                type="button"
                class="key"
                aria-label={key.name.clone()}
                onpointerdown={keep_focus_pointer()}
                onmousedown={keep_focus()}
                onclick={on_key.reform(move |_: MouseEvent| stroke)}
            >
                <span aria-hidden="true">{ &key.face }</span>
            </button>
        }
    };
    let row = |(place, keys): (usize, &Vec<Key>)| {
        html! { <div class="keys" key={place}>{ for keys.iter().map(key) }</div> }
    };
    let wide = rows.first().is_some_and(|row| row.len() > 4);
    html! {
        <div class={if wide { "keypad wide" } else { "keypad" }} role="group" aria-label={label} data-test="keypad">
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
