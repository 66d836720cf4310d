//! Settings: words and looks, who is learning, where the record lives, and what this app is.

use crate::ui::choices::{avatars, setting};
use crate::ui::files::OpenFile;
use crate::ui::nickname::Nickname;
use crate::ui::parts::{Weight, button, heading, lines, notice, words};
use crate::ui::send::Send;
use crate::view::{EraseView, Keep, LearnerSettings, Settings};
use yew::prelude::*;

pub fn page(view: &Settings, send: &Send) -> Html {
    html! {
        <div class="settings">
            { heading(&view.title) }
            <div class="card">
                { setting(&view.language, "language", send) }
                { setting(&view.theme, "theme", send) }
                { setting(&view.motion, "motion", send) }
            </div>
            { learner(&view.learner, send) }
            { keep(&view.keep, send) }
            { erase(&view.learner.erase, send) }
            <section class="card about">
                <h2>{ &view.about_label }</h2>
                { lines(&view.about) }
            </section>
        </div>
    }
}

fn learner(view: &LearnerSettings, send: &Send) -> Html {
    html! {
        <section class="card">
            <h2>{ &view.title }</h2>
            <Nickname label={view.nickname_label.clone()} name={view.nickname.clone()} save={view.save.clone()} />
            { avatars(&view.avatars, &view.avatar_ids, &view.avatars_label, send) }
            { setting(&view.grade, "grade", send) }
            <div class="actions">{ button(&view.switch, Weight::Plain, "switch", send) }</div>
        </section>
    }
}

fn keep(view: &Keep, send: &Send) -> Html {
    html! {
        <section class="card keep">
            <h2>{ &view.title }</h2>
            <div>{ for view.lines.iter().enumerate().map(|(place, line)| html! { <p key={place}>{ line }</p> }) }</div>
            <div class="actions">
                { button(&view.export, Weight::Main, "export", send) }
                <OpenFile label={view.import_label.clone()} note={view.import_note.clone()} />
            </div>
            <div role="status">
                { for view.preview.iter().map(|preview| notice(preview, "preview", send)) }
                { for view.result.iter().map(|result| notice(result, "result", send)) }
            </div>
            <p class="note">{ &view.state_label }{ " " }<code data-test="state">{ &view.state }</code></p>
        </section>
    }
}

fn erase(view: &EraseView, send: &Send) -> Html {
    html! {
        <section class="card">
            <h2>{ &view.title }</h2>
            { words("", &view.text) }
            <div class="actions">{ button(&view.ask, Weight::Plain, "erase", send) }</div>
            <div role="status">{ for view.confirm.iter().map(|confirm| notice(confirm, "erase-confirm", send)) }</div>
        </section>
    }
}
