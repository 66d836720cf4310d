//! Keeps the arrows: which layer may import which, where the browser may be named, and what would differ between
//! machines. It reads the sources as text, so it holds in every build, whatever the features.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// Every layer, lowest first, and what it may import besides itself.
const ARROWS: [(&str, &[&str]); 12] = [
    ("num", &[]),
    ("notation", &["num"]),
    ("content", &["num", "notation"]),
    ("learner", &["num", "content"]),
    ("log", &["num", "learner"]),
    ("tutor", &["num", "notation", "content", "learner"]),
    ("exchange", &["num", "content", "learner", "log"]),
    ("classroom", &["num", "content", "learner", "log", "tutor", "exchange"]),
    ("lab", &["num", "content", "learner", "tutor"]),
    ("view", &["num", "notation", "content", "learner", "tutor", "exchange", "classroom"]),
    ("store", &["num", "learner", "log"]),
    (
        "ui",
        &["num", "notation", "content", "learner", "log", "tutor", "exchange", "classroom", "view", "store"],
    ),
];

/// The layers that know a browser; all others are pure.
const SHELL: [&str; 2] = ["store", "ui"];

const BROWSER_CRATES: [&str; 8] =
    ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "yew", "gloo", "rexie", "idb"];

/// Methods of floats whose last bits differ between machines; `sqrt` is exact everywhere.
const MACHINE_FLOATS: [&str; 21] = [
    "exp", "exp2", "exp_m1", "ln", "ln_1p", "log2", "log10", "powf", "powi", "sin", "cos", "tan", "asin",
    "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot",
];

#[test]
fn nothing_points_up() {
    expect_none(sources().iter().flat_map(imports_upwards));
}

#[test]
fn only_the_shell_names_the_browser() {
    expect_none(sources().iter().flat_map(browser_crates));
}

#[test]
fn numbers_are_the_same_on_every_machine() {
    expect_none(sources().iter().flat_map(machine_floats));
}

#[test]
fn no_order_depends_on_a_hash() {
    expect_none(sources().iter().flat_map(hashed_collections));
}

#[test]
fn every_layer_has_its_place_in_the_list() {
    let strangers = sources().into_iter().filter(|source| source.layer().is_none() && !source.is_root());
    expect_none(strangers.map(|source| source.finding(0, "this folder is not in the list of layers".into())));
}

/// What surrounds a question. A style that asks one of these what it holds is asked again with every element that comes or
/// goes, before a verdict is painted (docs/decisions/0013).
const FRAME: [&str; 6] = [".shell:", "html:", "main:", ".page:", ".practice:", ".question:"];

#[test]
fn no_style_of_the_frame_looks_for_what_it_holds() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut read = 0;
    for entry in fs::read_dir(&styles).expect("the styles") {
        let path = entry.expect("a file").path();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let looks = FRAME.iter().any(|part| {
                let mut behind = line.split(part).skip(1);
                behind.any(|behind| behind.starts_with("has(") || behind.starts_with("not(:has("))
            });
            assert!(!looks, "{}:{}: {line}", path.display(), number + 1);
            read += 1;
        }
    }
    assert!(read > 100, "the styles were read");
}

fn imports_upwards(source: &Source) -> Vec<Finding> {
    let Some((layer, allowed)) = source.layer() else { return Vec::new() };
    let may = |name: &str| name == layer || allowed.contains(&name);
    let known = |name: &str| ARROWS.iter().any(|(layer, _)| *layer == name);
    let why = |name: &str| format!("`{layer}` may not import `{name}`: it may import {allowed:?}");
    source
        .imports()
        .into_iter()
        .filter(|(_, name)| known(name) && !may(name))
        .map(|(at, name)| source.finding(at, why(&name)))
        .collect()
}

fn browser_crates(source: &Source) -> Vec<Finding> {
    if source.is_shell() || source.path == Path::new("main.rs") {
        return Vec::new();
    }
    let why = |name: &str| {
        format!("`{name}` is a browser crate: only `store`, `ui` and `main.rs` know the browser")
    };
    source.named(&BROWSER_CRATES).map(|(at, name)| source.finding(at, why(name))).collect()
}

fn machine_floats(source: &Source) -> Vec<Finding> {
    if source.path == Path::new("num/math.rs") {
        return Vec::new();
    }
    let code = &source.code;
    let is_method = |at: usize, name: &str| {
        let before = code[..at].trim_end();
        let of_a_float = before.ends_with("f64::") || before.ends_with("f32::");
        of_a_float || before.ends_with('.') && code[at + name.len()..].starts_with('(')
    };
    let why = |name: &str| format!("`{name}` of a float differs between machines: use `num::math`");
    let found = source.named(&MACHINE_FLOATS).filter(|(at, name)| is_method(*at, name));
    found.map(|(at, name)| source.finding(at, why(name))).collect()
}

fn hashed_collections(source: &Source) -> Vec<Finding> {
    if source.is_shell() {
        return Vec::new();
    }
    let why = |name: &str| format!("the order of a `{name}` differs between runs: use its `BTree` sister");
    source.named(&["HashMap", "HashSet"]).map(|(at, name)| source.finding(at, why(name))).collect()
}

struct Finding {
    file: PathBuf,
    line: usize,
    why: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.file.display(), self.line, self.why)
    }
}

fn expect_none(findings: impl Iterator<Item = Finding>) {
    let lines: Vec<String> = findings.map(|finding| finding.to_string()).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

/// A file below `src`.
struct Source {
    path: PathBuf,
    /// The text with comments and strings blanked out, so that only code is found.
    code: String,
}

impl Source {
    fn new(path: impl Into<PathBuf>, text: &str) -> Self {
        Self { path: path.into(), code: blank(text) }
    }

    fn top(&self) -> &str {
        let first = self.path.iter().next().and_then(|name| name.to_str()).unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    fn layer(&self) -> Option<(&'static str, &'static [&'static str])> {
        ARROWS.into_iter().find(|(layer, _)| *layer == self.top())
    }

    /// The library's list of modules with its macro, and the programs.
    fn is_root(&self) -> bool {
        matches!(self.top(), "lib" | "main" | "bin" | "doors")
    }

    fn is_shell(&self) -> bool {
        SHELL.contains(&self.top())
    }

    /// How many `super::` lead from the top of this file to the crate.
    fn depth(&self) -> usize {
        let folders = self.path.components().count();
        if self.path.ends_with("mod.rs") { folders - 1 } else { folders }
    }

    fn finding(&self, at: usize, why: String) -> Finding {
        Finding { file: self.path.clone(), line: 1 + self.code[..at].matches('\n').count(), why }
    }

    /// Every module of the crate that is imported or named by its path, and where.
    fn imports(&self) -> Vec<(usize, String)> {
        let from_crate = self.named(&["crate"]).map(|(at, word)| at + word.len());
        let from_super = self.named(&["super"]).filter_map(|(at, _)| self.root_by_supers(at));
        from_crate.chain(from_super).flat_map(|at| heads(&self.code, at)).collect()
    }

    /// Where a chain of `super::` ends, if it climbs to the crate.
    fn root_by_supers(&self, at: usize) -> Option<usize> {
        let first = !self.code[..at].ends_with("super::");
        let climbs = self.code[at..].split("::").take_while(|word| *word == "super").count();
        let end = at + "super::".len() * climbs - "::".len();
        (first && climbs >= self.depth()).then_some(end)
    }

    /// Where these names stand as whole words.
    fn named<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = (usize, &'a str)> {
        words(&self.code).filter(|(_, word)| names.contains(word))
    }
}

/// The first names behind a `::`: one, or those of a group in braces.
fn heads(code: &str, at: usize) -> Vec<(usize, String)> {
    let Some(rest) = code[at..].strip_prefix("::") else { return Vec::new() };
    let start = at + 2;
    if !rest.starts_with('{') {
        return words(rest).next().map(|(skip, word)| (start + skip, word.to_string())).into_iter().collect();
    }
    let (mut depth, mut waiting, mut found) = (0, false, Vec::new());
    for (offset, sign) in rest.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(sign, '{' | ',') {
            waiting = true;
        } else if waiting && is_of_word(sign) {
            let (skip, word) = words(&rest[offset..]).next().expect("a word begins here");
            found.push((start + offset + skip, word.to_string()));
            waiting = false;
        }
    }
    found
}

fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = code.split(|sign| !is_of_word(sign)).filter(|word| !word.is_empty());
    parts.map(|word| (word.as_ptr().addr() - code.as_ptr().addr(), word))
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Replaces comments, strings and characters by spaces of the same length; lines stay where they are.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let after_word = code.chars().next_back().is_some_and(is_of_word);
        let length = hidden(rest, after_word);
        if length == 0 {
            code.push(sign);
            rest = &rest[sign.len_utf8()..];
        } else {
            let (gone, left) = rest.split_at(length);
            code.extend(gone.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            rest = left;
        }
    }
    code
}

/// The length of the comment or literal that begins here, or 0.
fn hidden(rest: &str, after_word: bool) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    if !after_word && let Some(raw) = rest.strip_prefix('r') {
        let quoted = raw.trim_start_matches('#');
        let end = format!("\"{}", &raw[..raw.len() - quoted.len()]);
        if let Some(inside) = quoted.strip_prefix('"') {
            let start = rest.len() - inside.len();
            return inside.find(&end).map_or(rest.len(), |length| start + length + end.len());
        }
    }
    if rest.starts_with('"') {
        return closing(rest, '"');
    }
    let mut signs = rest.chars().skip(1);
    match (rest.starts_with('\''), signs.next(), signs.next()) {
        (true, Some('\\'), _) => closing(rest, '\''),
        (true, Some(sign), Some('\'')) => sign.len_utf8() + 2,
        _ => 0,
    }
}

/// The length up to and with the closing mark; a backslash hides the sign after it.
fn closing(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        if sign == mark && !escaped {
            return at + sign.len_utf8();
        }
        escaped = sign == '\\' && !escaped;
    }
    rest.len()
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut waiting, mut found) = (vec![root.clone()], Vec::new());
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("the sources are readable");
            waiting.extend(entries.flatten().map(|entry| entry.path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("the sources are text");
            found.push(Source::new(path.strip_prefix(&root).expect("it lies below the root"), &text));
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The rules themselves, tried on lines that break them.
mod rules {
    use super::*;

    fn check(path: &str, text: &str, expected: &[usize]) {
        let source = Source::new(path, text);
        let rules = [imports_upwards, browser_crates, machine_floats, hashed_collections];
        let mut lines: Vec<usize> =
            rules.iter().flat_map(|rule| rule(&source)).map(|finding| finding.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, expected, "{path}: {text}");
    }

    #[test]
    fn an_arrow_that_points_up_is_found_however_it_is_written() {
        check("learner/state.rs", "use crate::num::Day;\nuse crate::content::Map;", &[]);
        check("learner/state.rs", "use crate::num::Day;\nuse crate::tutor::Msg;", &[2]);
        check("learner/state.rs", "use crate::{\n    num::{Day, math},\n    store::Disk,\n};", &[3]);
        check("num/time.rs", "fn f() -> crate::learner::Fact {}", &[1]);
        check("view/home.rs", "use super::super::ui;", &[1]);
        check("log/keeper.rs", "use super::store::Store;", &[]);
        check("exchange/mod.rs", "use super::view;", &[1]);
    }

    #[test]
    fn words_in_comments_and_strings_are_no_code() {
        check(
            "num/time.rs",
            "// crate::ui\n/* web_sys */ let s = \"HashMap\"; let r = r#\"crate::ui \"x\" .exp(\"#;",
            &[],
        );
        check("num/time.rs", "let c = '\"'; use web_sys::Window; // '\"'", &[1]);
        check("num/time.rs", "fn f<'a>(x: &'a str) {}\nuse crate::ui;", &[2]);
    }

    #[test]
    fn what_differs_between_machines_is_found() {
        check("learner/memory.rs", "let a = x.exp();\nlet b = f64::ln(2.0);\nlet c = math::exp(x);", &[1, 2]);
        check("num/math.rs", "let a = x.exp();", &[]);
        check("tutor/select.rs", "use std::collections::HashMap;", &[1]);
        check("ui/app.rs", "use std::collections::HashMap; use yew::Html;", &[]);
        check("view/home.rs", "use yew::Html;", &[1]);
    }
}
