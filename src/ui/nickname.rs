//! The nickname field. What is typed stays here until it is said: by Save, by Enter, or by leaving the field.

use super::parts::Weight;
use super::send::use_send;
use crate::learner::Profile;
use crate::tutor::Msg;
use crate::view::Button;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: AttrValue,
    pub name: AttrValue,
    #[prop_or_default]
    pub note: AttrValue,
    #[prop_or_default]
    pub save: Option<Button>,
}

#[component]
pub fn Nickname(Props { label, name, note, save }: &Props) -> Html {
    let send = use_send();
    let onchange =
        send.reform(|event: Event| told(event.target_unchecked_into::<HtmlInputElement>().value()));
    // Enter and a press on Save both make the field say `change` first: nothing is left to do.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="nickname" {onsubmit}>
            <label for="nickname">{ label }</label>
            <div class="answer-row">
                <input
                    id="nickname"
                    class="field"
                    data-test="nickname"
                    type="text"
                    maxlength="40"
                    autocomplete="off"
                    value={name}
                    {onchange}
                />
                if let Some(save) = save {
                    <button type="submit" class={Weight::Plain.class()} disabled={!save.enabled}>{ &save.label }</button>
                }
            </div>
            if !note.is_empty() {
                <p class="note">{ note }</p>
            }
        </form>
    }
}

fn told(nickname: String) -> Msg {
    Msg::Told(Profile { nickname: Some(nickname), ..Profile::default() })
}
