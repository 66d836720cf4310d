//! `cargo xtask advisories`: whether anything is known against a crate in `Cargo.lock` (RustSec). The knowledge is a database on
//! another host and the reader of it is a program of its own, `cargo audit` or `cargo deny`; this finds both, and where one is
//! missing says that nothing was looked up. Nothing is fetched unless `--fetch` says so.

use crate::Options;
use crate::shell::{Outcome, capture, cargo, first_line};
use std::path::{Path, PathBuf};

pub fn command(options: &Options) -> Outcome {
    match look(options.value("--db").map(PathBuf::from), options.has("--fetch"))? {
        Looked::Nothing => {
            println!("advisories: looked up, nothing is known against any crate in Cargo.lock");
            Ok(())
        }
        Looked::Found(words) => {
            Err(format!("{}\nadvisories: something is known, see above.", words.trim_end()))
        }
        Looked::Not(why) => Err(format!("advisories: NOT looked up. {why}")),
    }
}

/// One line for the run of all tests, which needs no network: what is known is a failure, what is not known is said.
pub fn checked() -> Outcome<String> {
    match look(None, false)? {
        Looked::Nothing => Ok("advisories: looked up, nothing is known".to_owned()),
        Looked::Found(words) => Err(words),
        Looked::Not(why) => Ok(format!("advisories: not looked up. {why}")),
    }
}

enum Looked {
    Nothing,
    Found(String),
    Not(String),
}

fn look(db: Option<PathBuf>, fetch: bool) -> Outcome<Looked> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let here = Here {
        audit: first_line("cargo-audit", &["--version"]).is_some(),
        deny: first_line("cargo-deny", &["--version"]).is_some(),
        audit_db: db.or_else(|| filled(&home.join("advisory-db"))),
        deny_db: filled(&home.join("advisory-dbs")).is_some(),
    };
    let words = match here.way(fetch) {
        Ok(words) => words,
        Err(why) => return Ok(Looked::Not(why)),
    };
    let finished = capture(cargo().args(&words))?;
    Ok(if finished.ok { Looked::Nothing } else { Looked::Found(finished.output) })
}

/// The folder, if there is anything in it.
fn filled(folder: &Path) -> Option<PathBuf> {
    let mut files = std::fs::read_dir(folder).ok()?;
    files.next().map(|_| folder.to_owned())
}

/// What this machine has.
struct Here {
    audit: bool,
    deny: bool,
    audit_db: Option<PathBuf>,
    deny_db: bool,
}

impl Here {
    /// The words for cargo, or why there are none.
    fn way(&self, fetch: bool) -> Result<Vec<String>, String> {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        match &self.audit_db {
            Some(db) if self.audit && !fetch => {
                let mut way = words("audit --no-fetch --stale --db");
                way.push(db.to_string_lossy().into_owned());
                Ok(way)
            }
            _ if self.audit && fetch => Ok(words("audit")),
            _ if self.deny && fetch => Ok(words("deny check advisories")),
            _ if self.deny && self.deny_db => Ok(words("deny --offline check advisories")),
            _ if !self.audit && !self.deny => Err("That needs cargo-audit or cargo-deny: `cargo install cargo-audit --locked`, \
                 then `cargo xtask advisories --fetch` with a network."
                .to_owned()),
            _ => Err("There is no advisory database on this machine: `cargo xtask advisories --fetch` fetches it from \
                 github.com/rustsec/advisory-db; `--db DIR` takes a copy that was carried here (cargo-audit)."
                .to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(audit: bool, deny: bool, audit_db: bool, deny_db: bool, fetch: bool) -> Result<String, String> {
        let here = Here { audit, deny, audit_db: audit_db.then(|| PathBuf::from("db")), deny_db };
        here.way(fetch).map(|words| words.join(" "))
    }

    #[test]
    fn nothing_is_fetched_unasked_and_what_is_missing_is_said() {
        let told = |way: Result<String, String>| way.expect_err("something is missing");
        assert!(told(way(false, false, true, true, false)).contains("cargo install"));
        assert!(told(way(false, false, true, true, true)).contains("cargo install"));
        assert!(
            told(way(true, false, false, true, false)).contains("no advisory database"),
            "the other tool's is none"
        );
        assert!(told(way(false, true, true, false, false)).contains("no advisory database"));
        for (here, words) in [
            (way(true, true, true, true, false), "audit --no-fetch --stale --db db"),
            (way(true, true, false, true, false), "deny --offline check advisories"),
            (way(false, true, true, true, false), "deny --offline check advisories"),
            (way(true, false, true, false, true), "audit"),
            (way(false, true, false, false, true), "deny check advisories"),
        ] {
            assert_eq!(here.as_deref(), Ok(words));
        }
    }
}
