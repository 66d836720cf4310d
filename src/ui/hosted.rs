//! `config.json`, which a host may have changed by hand: looked for once a page stands, kept for the next opening. Nothing
//! waits for it and nothing is fetched for it before; what is done about it comes in a part of its own.

use super::app::{App, HOST, Happened};
use super::keeping::Ask;
use super::{late, platform};
use crate::content::site::{Config, FILE, MAX_BYTES};
use std::rc::Rc;
use yew::Context;

/// The setting that keeps the file for the next opening.
pub const HOSTED: &str = "host";

/// Nobody has set anything.
const NOTHING: &str = "{}";

/// Looks for the file at its host. Without a network what was kept stays.
pub fn look(ctx: &Context<App>) {
    let link = ctx.link().clone();
    wasm_bindgen_futures::spawn_local(async move {
        let Some(text) = platform::fetch_own(FILE).await else { return };
        // One that is far too long is refused all the same, and need not be kept whole.
        let text: String = text.trim().chars().take(MAX_BYTES + 1).collect();
        let set = !text.is_empty() && text != NOTHING;
        if text == platform::setting(HOSTED).unwrap_or_default()
            || (!set && platform::setting(HOSTED).is_none())
        {
            return;
        }
        if set {
            platform::set_setting(HOSTED, &text);
        } else {
            platform::forget_setting(HOSTED);
        }
        if late::host().await.is_ok() {
            link.send_message(Happened::Hosted);
        }
    });
}

/// Brings it in. Nothing else in the first module may name it.
pub fn open() {
    let _ = HOST.set(host);
}

fn host(app: &mut App, ctx: &Context<App>) {
    let Some(session) = &mut app.session else { return };
    let text = platform::setting(HOSTED);
    let config = Config::read(text.as_deref().unwrap_or(NOTHING), session.whole_map());
    let before = session.learner.map().clone();
    let chosen = platform::setting("language").is_some();
    let cmds = session.host(config, chosen);
    let map = session.learner.map().clone();
    app.carry_out_all(ctx, cmds);
    if !Rc::ptr_eq(&before, &map) {
        app.ask(Ask::Stands(map));
    }
}
