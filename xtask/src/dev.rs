//! `cargo xtask dev`: serves a quick build and builds again whenever a file changes.

use crate::Options;
use crate::dist;
use crate::serve;
use crate::shell::{Outcome, root, say};
use crate::web::Effort;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What the app is made from.
const SOURCES: [&str; 8] =
    ["src", "content", "styles", "web", "index.html", "Cargo.toml", "Cargo.lock", "build.rs"];

pub fn command(options: &Options) -> Outcome {
    let folder = root().join("target/dev");
    let port = serve::port_of(options)?;
    rebuild(&folder);
    let served = folder.clone();
    std::thread::spawn(move || watch(&served));
    serve::serve(folder, port, &["files are watched: reload the page after each build"])
}

fn rebuild(folder: &Path) {
    match dist::build(folder, "/", Effort::Quick) {
        Ok(_) => say("built: reload the page"),
        Err(problem) => println!("{problem}\n  waiting for the next change"),
    }
}

fn watch(folder: &Path) {
    let mut seen = newest();
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = newest();
        if now != seen {
            seen = now;
            rebuild(folder);
        }
    }
}

/// How many source files there are and when the last was written: enough to notice any change.
fn newest() -> (usize, Option<SystemTime>) {
    let mut waiting: Vec<PathBuf> = SOURCES.iter().map(|name| root().join(name)).collect();
    let (mut count, mut newest) = (0, None);
    while let Some(path) = waiting.pop() {
        let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
        waiting.extend(entries.map(|entry| entry.path()));
        count += 1;
        newest = newest.max(std::fs::metadata(&path).and_then(|meta| meta.modified()).ok());
    }
    (count, newest)
}
