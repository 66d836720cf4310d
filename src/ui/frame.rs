//! The frame round every page: top bar, notices, the page itself, and a quiet voice for screen readers.

use super::avatar::avatar;
use super::pages::Draw;
use super::parts::{Weight, notice, tongue};
use super::send::{Send, Shared, on_press};
use super::{focus, icon, pages};
use crate::tutor::{Focus, Route};
use crate::view::{AppView, Avatar, Link, Saved, SavedState};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub view: Rc<AppView>,
    pub send: Send,
    /// How the later pages are drawn, once they have been fetched.
    pub later: Option<Draw>,
}

/// Two views made apart are drawn apart: Yew compares the drawings anyway.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view) && self.send == other.send
    }
}

/// Everything on the screen.
#[component]
pub fn Face(Props { view, send, later }: &Props) -> Html {
    let keypad = use_state_eq(|| false);
    let want_keypad = {
        let keypad = keypad.clone();
        Callback::from(move |wanted| keypad.set(wanted))
    };
    let shared = Shared { send: send.clone(), keypad: *keypad, want_keypad };
    html! {
        <ContextProvider<Shared> context={shared}>
            <div class="shell">
                { top(view, send) }
                <div class="notices" role="status">
                    { for view.notices.iter().map(|view| notice(view, "notice", send)) }
                </div>
                <main id="main" tabindex="-1" data-page={pages::name(&view.page)}>
                    <div class="page" key={pages::name(&view.page)}>{ pages::page(&view.page, send, *later) }</div>
                </main>
                <p id="announcer" class="visually-hidden" role="status" />
                { hatch() }
            </div>
        </ContextProvider<Shared>>
    }
}

fn top(view: &AppView, send: &Send) -> Html {
    // A link to `#main` would be taken for an address of the app.
    let skip = Callback::from(|_: MouseEvent| focus::focus(Focus::Heading));
    html! {
        <header class="topbar">
            <button type="button" class="skip" onclick={skip}>{ &view.skip }</button>
            <a class="wordmark" href={view.home.to.to_string()}>
                { icon::mark() }
                { &view.home.label }
            </a>
            <nav aria-label={view.nav_label.clone()}>
                <ul>{ for view.links.iter().map(link) }</ul>
            </nav>
            <div class="topbar-end">
                { saved(&view.saved) }
                { language(view, send) }
                { who(view.who.as_ref()) }
            </div>
        </header>
    }
}

/// The other language, named and said in its own words.
fn language(view: &AppView, send: &Send) -> Html {
    html! {
        <button
            type="button"
            class={Weight::Quiet.class()}
            lang={tongue(&view.language.msg)}
            aria-label={view.language_name.clone()}
            data-test="language"
            onclick={on_press(send, &view.language.msg)}
        >
            { &view.language.label }
        </button>
    }
}

fn link(view: &Link) -> Html {
    html! {
        <li key={view.label.as_str()}>
            <a href={view.to.to_string()} aria-current={view.current.then_some("page")}>{ &view.label }</a>
        </li>
    }
}

fn saved(view: &Saved) -> Html {
    let class = match view.state {
        SavedState::Quiet => "saved is-quiet",
        SavedState::Saving => "saved is-saving",
        SavedState::Saved => "saved is-saved",
        SavedState::OneCopy => "saved is-one-copy",
        SavedState::NotSaved => "saved is-not-saved",
    };
    html! { <p {class} data-test="saved">{ icon::saved(view.state) }<span>{ &view.text }</span></p> }
}

fn who(view: Option<&Avatar>) -> Html {
    let Some(view) = view else { return Html::default() };
    html! {
        <a class="who" href={Route::Learners.to_string()} data-test="who">
            { avatar(&view.id) }
            <span class="who-name">{ &view.name }</span>
        </a>
    }
}

/// What stands there until the content is known: the shell of index.html, so that nothing moves.
pub fn shell() -> Html {
    html! {
        <div class="shell">
            <header class="topbar"><span class="wordmark">{ icon::mark() }{ "Trellis" }</span></header>
            <main aria-busy="true"><div class="card waiting" /></main>
        </div>
    }
}

/// The hatching of shaded pieces; figures refer to it by id.
fn hatch() -> Html {
    html! {
        <svg class="defs" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="120" height="120" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="hatch-line" d="M0 0V120" />
                </pattern>
            </defs>
        </svg>
    }
}
