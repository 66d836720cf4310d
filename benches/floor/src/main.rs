//! The floor: the least Yew page that asks one question. Trellis is measured against it in the same run, so it
//! carries the same hooks (`data-test`, `data-item`, `data-ready`) and nothing else.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
struct Question {
    left: u32,
    right: u32,
}

impl Question {
    fn numbered(n: u32) -> Question {
        Question { left: 3 + n * 7 % 10, right: 2 + n * 3 % 9 }
    }

    fn is_answered_by(self, draft: &str) -> bool {
        draft.trim().parse() == Ok(self.left * self.right)
    }
}

#[component]
fn Floor() -> Html {
    let number = use_state(|| 1_u32);
    let draft = use_state(String::new);
    let feedback = use_state(|| None::<&'static str>);
    let question = Question::numbered(*number);

    use_effect_with((), |()| mark_ready());

    let oninput = {
        let draft = draft.clone();
        Callback::from(move |e: InputEvent| draft.set(e.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onsubmit = {
        let (draft, feedback) = (draft.clone(), feedback.clone());
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            let right = question.is_answered_by(&draft);
            feedback.set(Some(if right { "Right." } else { "Not yet." }));
        })
    };
    let on_next = {
        let (number, draft, feedback) = (number.clone(), draft.clone(), feedback.clone());
        Callback::from(move |_| {
            number.set(*number + 1);
            draft.set(String::new());
            feedback.set(None);
        })
    };

    html! {
        <main class="card" data-item={format!("floor/{}", *number)}>
            <p data-test="question">{ format!("What is {} × {}?", question.left, question.right) }</p>
            <form {onsubmit}>
                <label for="answer">{ "Answer" }</label>
                <input id="answer" data-test="answer" inputmode="numeric" value={(*draft).clone()} {oninput} />
                <button data-test="check">{ "Check" }</button>
            </form>
            if let Some(feedback) = *feedback {
                <p data-test="feedback" role="status">{ feedback }</p>
            }
            <button data-test="next" onclick={on_next}>{ "Next" }</button>
        </main>
    }
}

fn mark_ready() {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        // The attribute is a hook for measurement; a page that cannot set it is simply not measured.
        root.set_attribute("data-ready", "true").ok();
    }
}

fn main() {
    let mount = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    yew::Renderer::<Floor>::with_root(mount.expect("index.html holds #app")).render();
}
