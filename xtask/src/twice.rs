//! `cargo xtask verify --twice`: builds what is committed here, builds it again in another folder, and compares the two
//! releases file by file. What both builds share is this machine's compilers, cargo's downloaded sources and npm's cache;
//! everything else is made anew in the second: no target folder, no optimised module and no pack is taken over.

use crate::dist;
use crate::shell::{Outcome, cargo, read_bytes, root, run, run_quietly, say, step};
use crate::verify::{digest, files_under};
use crate::web::Effort;
use std::path::{Path, PathBuf};
use std::process::Command;

pub fn command() -> Outcome {
    let commit = committed()?;
    let here = dist::build(&root().join("dist"), "/", Effort::Release)?.folder;
    // Elsewhere and of another length: what depends on the place shows.
    let elsewhere = std::env::temp_dir().join(format!("trellis-twice-{}", std::process::id())).join("again");
    let outcome = again(&commit, &elsewhere).and_then(|there| compare(&commit, &here, &there));
    // It is larger than anybody wants to keep, whatever it showed.
    let _ = std::fs::remove_dir_all(elsewhere.parent().unwrap_or(&elsewhere));
    outcome
}

/// The commit, if the folder holds nothing else.
fn committed() -> Outcome<String> {
    if !git(&["status", "--porcelain"])?.is_empty() {
        return Err(
            "Only what is committed can be built a second time: commit or put away what is not.".into()
        );
    }
    git(&["rev-parse", "HEAD"])
}

fn git(words: &[&str]) -> Outcome<String> {
    let out = Command::new("git").args(words).current_dir(root()).output();
    let out = out.map_err(|e| format!("git could not be started: {e}."))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if out.status.success() { Ok(text(&out.stdout)) } else { Err(text(&out.stderr)) }
}

/// The second build: a clone of its own, and its own target folder from nothing.
fn again(commit: &str, folder: &Path) -> Outcome<PathBuf> {
    step("cloning what is committed", || {
        run_quietly(Command::new("git").args(["clone", "--quiet"]).arg(root()).arg(folder))?;
        let checkout = ["checkout", "--quiet", "--detach", commit];
        run_quietly(Command::new("git").args(checkout).current_dir(folder))
    })?;
    let mut build = cargo();
    build.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    run(build.args(["run", "--quiet", "--profile", "xtask", "--package", "xtask", "--", "dist"]))?;
    Ok(folder.join("dist"))
}

fn compare(commit: &str, here: &Path, there: &Path) -> Outcome {
    let differences = differences(here, there)?;
    differences.iter().for_each(|difference| println!("  {difference}"));
    if !differences.is_empty() {
        return Err(format!("Two builds of {commit} differ in {} files.", differences.len()));
    }
    let files = files_under(here)?;
    let mut bytes = 0;
    for file in &files {
        bytes += read_bytes(&here.join(file))?.len();
    }
    say(format!("commit       {commit}"));
    say(format!("release.json SHA-256 {}", digest(&read_bytes(&here.join("release.json"))?)));
    println!("two builds, two folders: {} files of {bytes} bytes, 0 differ", files.len());
    Ok(())
}

/// Files that only one folder has, and those that differ in any byte; compressed twins and lists too.
fn differences(here: &Path, there: &Path) -> Outcome<Vec<String>> {
    let (ours, theirs) = (files_under(here)?, files_under(there)?);
    let mut found: Vec<String> =
        ours.difference(&theirs).map(|file| format!("only in the first   {file}")).collect();
    found.extend(theirs.difference(&ours).map(|file| format!("only in the second  {file}")));
    for file in ours.intersection(&theirs) {
        if read_bytes(&here.join(file))? != read_bytes(&there.join(file))? {
            found.push(format!("differs             {file}"));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::write;

    #[test]
    fn a_byte_a_missing_and_an_added_file_are_told() {
        let folder = std::env::temp_dir().join(format!("trellis-twice-{}", std::process::id()));
        let (here, there) = (folder.join("a"), folder.join("b"));
        for (place, files) in [
            (&here, [("same", "1"), ("packs/other", "1"), ("gone", "1")]),
            (&there, [("same", "1"), ("packs/other", "2"), ("new", "1")]),
        ] {
            for (name, text) in files {
                write(&place.join(name), text).expect("a folder of our own");
            }
        }
        let found = differences(&here, &there).expect("both are there");
        let words: Vec<Vec<&str>> = found.iter().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(
            words,
            [
                vec!["only", "in", "the", "first", "gone"],
                vec!["only", "in", "the", "second", "new"],
                vec!["differs", "packs/other"]
            ]
        );
        assert_eq!(differences(&here, &here), Ok(Vec::new()));
        std::fs::remove_dir_all(folder).expect("a folder of our own");
    }
}
