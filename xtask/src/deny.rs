//! What dependencies may be: licences, sources and refused crates of `deny.toml`, held against what `cargo metadata` says of
//! every crate in `Cargo.lock`. `cargo deny check` reads the same file. What is known against a crate is looked up by
//! `advisories.rs`.

use crate::shell::{Outcome, cargo, read, root};
use serde_json::Value;
use std::collections::BTreeSet;

/// The rules of `deny.toml` that are checked here.
#[derive(Debug, PartialEq)]
struct Rules {
    licences: BTreeSet<String>,
    refused: BTreeSet<String>,
    registries: BTreeSet<String>,
}

/// A crate as cargo knows it.
struct Crate {
    name: String,
    version: String,
    licence: String,
    /// Empty for our own.
    source: String,
}

/// How many crates were looked at, or what is wrong with some.
pub fn check() -> Outcome<usize> {
    let rules = Rules::read(&read(&root().join("deny.toml"))?)?;
    let crates = crates()?;
    let lock = read(&root().join("Cargo.lock"))?;
    let mut problems: Vec<String> = crates.iter().flat_map(|one| rules.problems(one)).collect();
    problems.extend(unchecked(&lock));
    if problems.is_empty() { Ok(crates.len()) } else { Err(problems.join("\n")) }
}

fn crates() -> Outcome<Vec<Crate>> {
    let out = cargo().args(["metadata", "--format-version", "1", "--locked", "--all-features"]).output();
    let out = out.map_err(|e| format!("cargo metadata could not be started: {e}."))?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into_owned());
    }
    let list: Value =
        serde_json::from_slice(&out.stdout).map_err(|e| format!("cargo metadata is unreadable: {e}."))?;
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let packages = list["packages"].as_array().into_iter().flatten();
    Ok(packages
        .map(|package| Crate {
            name: text(package, "name"),
            version: text(package, "version"),
            licence: text(package, "license"),
            source: text(package, "source"),
        })
        .collect())
}

/// Crates of a registry whose bytes no checksum binds.
fn unchecked(lock: &str) -> Vec<String> {
    let packages = lock.split("[[package]]").skip(1);
    let bare = packages.filter(|package| package.contains("source = ") && !package.contains("checksum = "));
    bare.map(|package| {
        format!("without a checksum in Cargo.lock:{}", package.lines().take(2).collect::<String>())
    })
    .collect()
}

impl Rules {
    /// Reads the lists of `deny.toml`, each on lines of its own.
    fn read(text: &str) -> Outcome<Rules> {
        let list = |section: &str, key: &str| {
            let section = text.split(&format!("[{section}]")).nth(1)?.split("\n[").next()?;
            let inside = section.split(&format!("\n{key} = [")).nth(1)?.split(']').next()?;
            Some(inside.split('"').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>())
        };
        let needed = |section: &str, key: &str| {
            list(section, key)
                .filter(|found| !found.is_empty())
                .ok_or(format!("deny.toml has no `{key}` in [{section}]."))
        };
        Ok(Rules {
            licences: needed("licenses", "allow")?,
            refused: needed("bans", "deny")?,
            registries: needed("sources", "allow-registry")?,
        })
    }

    fn problems(&self, one: &Crate) -> Vec<String> {
        let mut found = Vec::new();
        let name = format!("{} {}", one.name, one.version);
        if self.refused.contains(&one.name) {
            found.push(format!("{name} is refused by deny.toml"));
        }
        if !self.may_be_used(&one.licence) {
            found.push(format!("{name} has the licence `{}`, which deny.toml does not allow", one.licence));
        }
        let registry = one.source.strip_prefix("registry+").unwrap_or(&one.source);
        if !one.source.is_empty() && !self.registries.contains(registry) {
            found.push(format!("{name} comes from `{}`, which deny.toml does not allow", one.source));
        }
        found
    }

    /// `MIT OR Apache-2.0`, `(MIT OR Apache-2.0) AND Unicode-3.0`, and the older `MIT/Apache-2.0`.
    fn may_be_used(&self, licence: &str) -> bool {
        let licence = licence.replace('/', " OR ");
        let mut words = licence.replace('(', " ( ").replace(')', " ) ");
        words = words.replace(" WITH ", "~");
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut at = 0;
        let fits = self.any(&words, &mut at);
        fits && at == words.len() && !words.is_empty()
    }

    fn any(&self, words: &[&str], at: &mut usize) -> bool {
        let mut fits = self.all(words, at);
        while words.get(*at) == Some(&"OR") {
            *at += 1;
            fits |= self.all(words, at);
        }
        fits
    }

    fn all(&self, words: &[&str], at: &mut usize) -> bool {
        let mut fits = self.one(words, at);
        while words.get(*at) == Some(&"AND") {
            *at += 1;
            fits &= self.one(words, at);
        }
        fits
    }

    fn one(&self, words: &[&str], at: &mut usize) -> bool {
        let Some(word) = words.get(*at) else { return false };
        *at += 1;
        if *word != "(" {
            return self.licences.contains(&word.replace('~', " WITH "));
        }
        let fits = self.any(words, at);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        fits && closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules::read(&read(&root().join("deny.toml")).expect("it is in the repository"))
            .expect("it has the lists")
    }

    #[test]
    fn every_dependency_fits_the_rules() {
        let looked_at = check().expect("every crate fits deny.toml");
        assert!(looked_at > 50, "{looked_at} crates");
    }

    #[test]
    fn a_licence_fits_as_it_is_written() {
        for (licence, fits) in [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0 OR MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-3.0", false),
            ("MIT AND GPL-3.0", false),
            ("(MIT AND GPL-3.0) OR AGPL-3.0", false),
            ("", false),
        ] {
            assert_eq!(rules().may_be_used(licence), fits, "{licence}");
        }
    }

    #[test]
    fn a_refused_crate_a_foreign_source_and_a_missing_checksum_are_named() {
        let bad = Crate {
            name: "reqwest".into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            source: "git+https://example.com/reqwest".into(),
        };
        assert_eq!(rules().problems(&bad).len(), 2);
        let lock = "[[package]]\nname = \"a\"\nsource = \"registry\"\n\n[[package]]\nname = \"ours\"\n";
        assert_eq!(unchecked(lock).len(), 1);
    }
}
