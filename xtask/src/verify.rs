//! `cargo xtask verify DIR`: whether a folder on a host holds exactly a release. For whoever must sign for it.
//!
//! The list in the folder itself proves that nothing broke on the way; `--release FILE` takes the list from somewhere else
//! (an own build, the maker's page) and so proves that nobody changed program and list together.

use crate::Options;
use crate::assets::hex;
use crate::shell::{Outcome, read, read_bytes, root};
use crate::twice;
use flate2::read::GzDecoder;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The lists themselves, which no list can hold.
pub const LISTS: [&str; 2] = ["release.json", "SHA256SUMS"];

pub fn command(options: &Options) -> Outcome {
    if options.has("--twice") {
        return twice::command();
    }
    let folder = options.first().map_or_else(|| root().join("dist"), PathBuf::from);
    let list = match options.value("--release") {
        Some(given) => PathBuf::from(given),
        None => folder.join(LISTS[0]),
    };
    let release = Release::read(&read(&list)?)?;
    let differences = release.differences(&folder)?;
    println!("folder   {}", folder.display());
    println!("release  {}, {} files", release.version, release.files.len());
    println!("list     {} (SHA-256 {})", list.display(), digest(&read_bytes(&list)?));
    differences.iter().for_each(|difference| println!("  {difference}"));
    if !differences.is_empty() {
        return Err(format!("NOT this release: {} differences.", differences.len()));
    }
    let edited = release.edited(&folder)?;
    edited.iter().for_each(|file| println!("  edited   {file}, which is the host's to change"));
    let but = if edited.is_empty() { "" } else { " but what is named above" };
    println!("verified: every file is there, none is changed{but}, none is added");
    Ok(())
}

/// A release as its list tells it.
struct Release {
    version: String,
    /// Size and SHA-256 of each path.
    files: BTreeMap<String, (u64, String)>,
    /// Those that a host may change by hand, or take away.
    editable: BTreeMap<String, String>,
}

impl Release {
    fn read(text: &str) -> Outcome<Release> {
        let list: Value =
            serde_json::from_str(text).map_err(|e| format!("The list of the release is damaged: {e}."))?;
        let entry = |file: &Value| {
            let path = file["path"].as_str()?.to_owned();
            Some((path, (file["size"].as_u64()?, file["sha256"].as_str()?.to_owned())))
        };
        let listed = || list["files"].as_array().into_iter().flatten();
        let may_be_edited = |file: &&Value| file["may_be_edited"] == true;
        let files =
            listed().filter(|file| !may_be_edited(file)).map(entry).collect::<Option<BTreeMap<_, _>>>();
        let editable = listed().filter(may_be_edited).map(entry).collect::<Option<BTreeMap<_, _>>>();
        let editable =
            editable.unwrap_or_default().into_iter().map(|(path, (_, sha256))| (path, sha256)).collect();
        let files =
            files.filter(|files| !files.is_empty()).ok_or("The list of the release names no files.")?;
        Ok(Release {
            version: list["version"].as_str().unwrap_or("without a name").to_owned(),
            files,
            editable,
        })
    }

    /// What is missing, changed or added in the folder.
    fn differences(&self, folder: &Path) -> Outcome<Vec<String>> {
        let here = files_under(folder)?;
        let mut found = Vec::new();
        for (path, (size, sha256)) in &self.files {
            if !here.contains(path) {
                found.push(format!("missing  {path}"));
                continue;
            }
            let bytes = read_bytes(&folder.join(path))?;
            if bytes.len() as u64 != *size || digest(&bytes) != *sha256 {
                found.push(format!("changed  {path}"));
            }
        }
        for path in here.iter().filter(|path| !self.knows(path) && !is_list(path)) {
            match self.twin_of(path) {
                // A host may send the compressed twin: it must open to the same bytes.
                Some((original, sha256)) => {
                    let opened = opened(&read_bytes(&folder.join(path))?, path);
                    if opened.is_none_or(|bytes| digest(&bytes) != *sha256) {
                        found.push(format!("changed  {path}, which is not {original} compressed"));
                    }
                }
                None => found.push(format!("added    {path}")),
            }
        }
        Ok(found)
    }

    fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.editable.contains_key(path)
    }

    /// What a host has changed of the files that are the host's to change.
    fn edited(&self, folder: &Path) -> Outcome<Vec<&str>> {
        let mut found = Vec::new();
        for (path, sha256) in &self.editable {
            let file = folder.join(path);
            if file.exists() && digest(&read_bytes(&file)?) != *sha256 {
                found.push(&**path);
            }
        }
        Ok(found)
    }

    fn twin_of<'a>(&'a self, path: &'a str) -> Option<(&'a str, &'a String)> {
        let original = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"))?;
        self.files.get(original).map(|(_, sha256)| (original, sha256))
    }
}

/// A list, or one of its compressed twins.
fn is_list(path: &str) -> bool {
    let plain = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(path);
    LISTS.contains(&plain)
}

pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn opened(bytes: &[u8], path: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    if path.ends_with(".gz") {
        GzDecoder::new(bytes).read_to_end(&mut out).ok()?;
    } else {
        brotli::BrotliDecompress(&mut &*bytes, &mut out).ok()?;
    }
    Some(out)
}

/// Every file below a folder, with `/`.
pub fn files_under(folder: &Path) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries =
            std::fs::read_dir(&next).map_err(|e| format!("{} cannot be read: {e}.", next.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if let Ok(inner) = path.strip_prefix(folder) {
                let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
                found.insert(parts.join("/"));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::write;
    use serde_json::json;

    /// A release of two files, written out.
    fn release(name: &str) -> (PathBuf, Release) {
        let folder = std::env::temp_dir().join(format!("trellis-verify-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let files = [("index.html", "a page"), ("packs/map.json", "a map")];
        let entry = |(path, text): (&str, &str)| json!({ "path": path, "size": text.len(), "sha256": digest(text.as_bytes()) });
        for (path, text) in files {
            write(&folder.join(path), text).expect("a folder of our own");
        }
        let list = json!({ "version": "1", "files": files.map(entry) }).to_string();
        write(&folder.join("release.json"), &list).expect("a folder of our own");
        (folder, Release::read(&list).expect("a list"))
    }

    #[test]
    fn an_untouched_folder_has_no_differences() {
        let (folder, release) = release("same");
        assert_eq!(release.differences(&folder), Ok(Vec::new()));
        std::fs::remove_dir_all(folder).expect("a folder of our own");
    }

    #[test]
    fn what_a_host_may_change_is_said_and_is_no_difference() {
        let (folder, _) = release("edited");
        let sha256 = digest(b"{}\n");
        let list = json!({ "version": "1", "files": [
            { "path": "index.html", "size": 6, "sha256": digest(b"a page") },
            { "path": "packs/map.json", "size": 5, "sha256": digest(b"a map") },
            { "path": "config.json", "size": 3, "sha256": sha256, "may_be_edited": true },
        ] });
        let release = Release::read(&list.to_string()).expect("a list");
        assert_eq!(release.differences(&folder), Ok(Vec::new()), "it may be taken away");
        for (text, edited) in [("{}\n", &[][..]), ("{\"name\": \"Lincoln\"}", &["config.json"])] {
            write(&folder.join("config.json"), text).expect("a folder of our own");
            assert_eq!(release.differences(&folder), Ok(Vec::new()));
            assert_eq!(release.edited(&folder), Ok(edited.to_vec()));
        }
        // Another file is not the host's to change because its name is like it.
        write(&folder.join("config.js"), "count()").expect("a folder of our own");
        assert_eq!(release.differences(&folder), Ok(vec!["added    config.js".to_owned()]));
        std::fs::remove_dir_all(folder).expect("a folder of our own");
    }

    #[test]
    fn what_is_changed_missing_or_added_is_named() {
        let (folder, release) = release("other");
        write(&folder.join("index.html"), "A page").expect("a folder of our own");
        std::fs::remove_file(folder.join("packs/map.json")).expect("it is there");
        write(&folder.join("statistics.js"), "count()").expect("a folder of our own");
        write(&folder.join("index.html.gz"), "no gzip").expect("a folder of our own");
        let found = release.differences(&folder).expect("a folder of our own");
        let words: Vec<&str> = found.iter().map(|line| line.split(',').next().unwrap_or_default()).collect();
        assert_eq!(
            words,
            [
                "changed  index.html",
                "missing  packs/map.json",
                "changed  index.html.gz",
                "added    statistics.js"
            ]
        );
        std::fs::remove_dir_all(folder).expect("a folder of our own");
    }
}
