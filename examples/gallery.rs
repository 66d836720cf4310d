//! Writes every example page as a static file, to be looked at: `cargo run --example gallery --features ssr -- DIR`.

#[path = "../tests/pages/fixtures.rs"]
mod fixtures;

use std::rc::Rc;
use trellis::ui::pages::Draw;
use trellis::ui::{Face, frame};
use yew::{Callback, LocalServerRenderer};

const SHEETS: [&str; 6] = ["tokens", "base", "layout", "item", "figure", "print"];

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/gallery".into());
    std::fs::create_dir_all(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let sheets: String =
        SHEETS.iter().map(|name| format!("<link rel=\"stylesheet\" href=\"styles/{name}.css\">")).collect();
    for (name, view) in fixtures::all() {
        let lang = view.lang;
        let props = frame::Props { view: Rc::new(view), send: Callback::noop(), later: Some(Draw::here()) };
        let body =
            runtime.block_on(LocalServerRenderer::<Face>::with_props(props).hydratable(false).render());
        let head = format!(
            "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{name}</title>"
        );
        let page = format!(
            "<!doctype html><html lang=\"{lang}\"><head>{head}{sheets}</head><body>{body}</body></html>"
        );
        std::fs::write(format!("{folder}/{name}.html"), page)?;
    }
    Ok(())
}
