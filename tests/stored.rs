//! The list of everything that is stored leaves nothing out: it is compared with the sources of the types that are
//! stored, so that a new kind or field stops here until it has an example and words in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use trellis::content::Locale;
use trellis::view::proof::{NOWHERE, Outcome, PrivacyPage, ProofPage, Report, findings, way_words};
use trellis::view::stored::{CARD, LOCK, SNAPSHOT, Stored, stored};
use trellis::view::{Shell, Tone};

fn source(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .expect("the file is part of the source")
}

/// What stands between the braces behind this line of a source.
fn body(source: &str, head: &str) -> String {
    let start = source.find(head).unwrap_or_else(|| panic!("the source has no `{head}`")) + head.len();
    let mut depth = 1;
    let inside = source[start..].chars().take_while(|sign| {
        depth += match sign {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth > 0
    });
    inside.collect()
}

/// Lines that are code.
fn lines(body: &str) -> impl Iterator<Item = &str> {
    body.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with('#'))
}

/// The names of a struct's fields.
fn fields(source: &str, head: &str) -> BTreeSet<String> {
    let body = body(source, head);
    let names = lines(&body).filter_map(|line| line.trim_start_matches("pub ").split_once(": "));
    names.map(|(name, _)| name.to_string()).collect()
}

/// Every kind of event with the names of its fields, from the source.
fn kinds(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let flat = lines(&body(source, "pub enum Event {")).collect::<Vec<_>>().join(" ");
    let mut kinds = Vec::new();
    let mut rest = flat.as_str();
    while let Some(end) = rest.find(|sign: char| !sign.is_alphanumeric()) {
        let (name, more) = rest.split_at(end);
        let (inside, left) = match more.chars().find(|sign| !sign.is_whitespace()) {
            Some('{') => more.split_once('}').expect("a brace closes"),
            Some('(') => more.split_once(')').expect("a bracket closes"),
            _ => ("", more),
        };
        let named = inside.trim().trim_start_matches(['{', '(']);
        let fields = match inside.trim_start().starts_with('(') {
            true => fields_of(source, named),
            false => named
                .split(',')
                .filter_map(|part| part.rsplit_once(": "))
                .map(|(name, _)| last(name))
                .collect(),
        };
        kinds.push((snake(name), fields));
        rest = left.trim_start_matches([',', ' ', '}']);
    }
    kinds
}

fn last(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or_default().to_string()
}

fn fields_of(source: &str, name: &str) -> BTreeSet<String> {
    fields(source, &format!("pub struct {name} {{"))
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(sign.to_lowercase());
    }
    out
}

fn listed(all: &[Stored], name: &str) -> BTreeSet<String> {
    let found = all.iter().find(|stored| stored.name == name);
    let found = found.unwrap_or_else(|| panic!("`{name}` is stored and not in the list (view/stored.rs)"));
    found.fields.iter().map(|field| field.name.clone()).collect()
}

#[test]
fn every_kind_of_event_and_every_field_of_it_is_in_the_list() {
    let all = stored(Locale::En);
    let kinds = kinds(&(source("src/learner/event.rs") + &source("src/learner/plan.rs")));
    assert!(kinds.len() > 10, "the source was read: {kinds:?}");
    for (kind, fields) in kinds.into_iter().filter(|(kind, _)| kind != "unknown") {
        assert_eq!(
            listed(&all, &kind),
            fields,
            "fields of `{kind}`: give view/stored.rs an example with all of them"
        );
    }
}

#[test]
fn what_lies_beside_the_record_is_in_the_list() {
    let all = stored(Locale::En);
    let practice = source("src/tutor/practice.rs");
    assert_eq!(listed(&all, "frozen"), fields(&practice, "pub struct Frozen {"));
    let kept = source("src/tutor/kept.rs");
    assert_eq!(listed(&all, "lesson"), fields(&kept, "pub struct Kept {"));
    let example = serde_json::to_string(&trellis::view::stored::lesson()).expect("JSON");
    for field in fields(&kept, "pub struct KeptPart {") {
        assert!(example.contains(&format!("\"{field}\":")), "the example of a lesson has no `{field}`");
    }
    let mut envelope = fields(&source("src/log/record.rs"), "struct Written<'a> {");
    envelope.insert("crc".into());
    assert_eq!(listed(&all, "envelope"), envelope);
    let named =
        |list: &[(&str, &str)]| list.iter().map(|(name, _)| (*name).to_string()).collect::<BTreeSet<_>>();
    assert_eq!(named(&CARD), fields(&source("src/ui/keeping.rs"), "struct Card {"));
    assert_eq!(named(&SNAPSHOT), fields(&source("src/log/snapshot.rs"), "pub struct Snapshot {"));
    assert_eq!(named(&LOCK), fields(&source("src/log/lock.rs"), "struct Written {"));
}

#[test]
fn every_field_has_words_an_example_and_a_place_in_both_languages() {
    for locale in [Locale::En, Locale::Es] {
        for stored in stored(locale) {
            assert!(!stored.title.is_empty() && !stored.place.is_empty(), "{} in {locale:?}", stored.name);
            for field in stored.fields {
                let at = format!("{}.{} in {locale:?}", stored.name, field.name);
                assert!(!field.words.is_empty(), "{at} has no words: locale/*.ftl and view/stored.rs");
                assert!(!field.example.is_empty() && field.example != "null", "{at} has no example");
            }
        }
    }
}

/// The rows on a learner's desk that are named in the depot are in the list by their names.
#[test]
fn every_row_on_the_desk_is_in_the_list() {
    let depot = source("src/store/depot.rs");
    let all = stored(Locale::En);
    let place = depot.split("const PLACE: &str = \"").nth(1).and_then(|rest| rest.split('"').next());
    let rows = depot.split("desk(log.learner, \"").chain(depot.split("desk(learner, \"")).skip(1);
    let rows: BTreeSet<&str> =
        rows.filter_map(|rest| rest.split('"').next()).filter(|row| row.len() < 20).collect();
    assert!(rows.contains("frozen") && rows.contains("card"), "{rows:?}");
    for row in rows.into_iter().chain(place).chain(["snapshot"]) {
        listed(&all, row);
    }
}

/// What a teacher's device keeps is no part of any record, and yet is stored.
#[test]
fn the_class_on_a_teachers_device_is_in_the_list() {
    let row = source("src/store/class_store.rs");
    let name = row.split("const ROW: &str = \"").nth(1).and_then(|rest| rest.split('"').next());
    assert!(listed(&stored(Locale::En), "class").contains(name.expect("its row has a name")));
}

/// The settings and tab entries that the shell writes, and the caches, are named in the list.
#[test]
fn what_is_kept_about_the_device_is_in_the_list() {
    let all = stored(Locale::En);
    let names: String =
        all.iter().flat_map(|kind| &kind.fields).map(|field| field.name.clone() + " ").collect();
    for (file, call) in
        [("src/ui/app.rs", "platform::set_setting(\""), ("src/ui/keeping.rs", "const HERE: &str = \"")]
    {
        let text = source(file);
        let written = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
        let written: BTreeSet<&str> = written.collect();
        assert!(!written.is_empty(), "{file} writes settings");
        for name in written {
            assert!(
                names.contains(&format!("trellis.{name}")),
                "`{name}` of {file} is not in view/stored.rs"
            );
        }
    }
}

#[test]
fn every_way_out_that_is_tried_has_words_and_there_are_many() {
    let probe = source("web/probe.js");
    let ids: BTreeSet<&str> =
        probe.split("{ id: '").skip(1).filter_map(|rest| rest.split('\'').next()).collect();
    assert!(ids.len() >= 20, "{} ways are tried", ids.len());
    for id in ids {
        for locale in [Locale::En, Locale::Es] {
            assert!(way_words(id, locale).is_some(), "{id} has no words in {locale:?}");
        }
    }
    assert!(probe.contains(NOWHERE), "the page names the host that is tried");
}

fn page() -> ProofPage {
    let shell = Shell::default();
    let session = trellis::tutor::Session::new(std::rc::Rc::default(), Locale::En);
    ProofPage::of(&PrivacyPage::of(&session, &shell))
}

fn report(said: &[&str]) -> Report {
    let ways: Vec<String> =
        said.iter().map(|said| format!(r#"{{"where":"page","id":"fetch","said":"{said}"}}"#)).collect();
    let json = format!(r#"{{"ways":[{}],"loaded":[],"whole":true}}"#, ways.join(","));
    Report::read(&json).expect("a report")
}

#[test]
fn what_is_not_known_is_never_called_safe() {
    for (said, outcome) in [
        ("blocked", Outcome::Blocked),
        ("removed", Outcome::Removed),
        ("open", Outcome::Open),
        ("unknown", Outcome::Unknown),
        ("safe", Outcome::Open),
        ("", Outcome::Open),
    ] {
        assert_eq!(report(&[said]).ways[0].outcome, outcome, "{said:?}");
    }
    for nothing in ["", "{}", r#"{"ways":[],"loaded":[],"whole":true}"#, "null"] {
        assert_eq!(Report::read(nothing), None, "{nothing}: nothing is known");
    }
}

#[test]
fn one_open_way_changes_the_verdict_and_stands_first() {
    let page = page();
    let closed = findings(&report(&["blocked", "removed"]), &page, "https://school.example/");
    let open = findings(&report(&["blocked", "open", "removed"]), &page, "https://school.example/");
    assert_eq!((closed.tone, open.tone), (Tone::Right, Tone::Warning));
    assert_ne!(closed.verdict, open.verdict);
    assert_eq!(open.groups[0].ways[0].class, "is-open");
    assert!(open.counts[0].contains("NOT blocked: 1"), "{:?}", open.counts);
}
