//! Rules about shape: what must be there, and what must be known.

use super::super::item::{Answer, From};
use super::super::more::respond::Kind;
use super::super::{Locale, Problem, Unit};
use super::{Case, Finding, Found, Pack, Severity, finding, found};
use crate::content::reader::unknown;
use crate::content::source::{SourceFile, list};
use serde_json::Value;

/// What the TOML reader and the pack reader say.
pub fn reading(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    let shared = pack.shared_overlays.values().flatten();
    for file in [&pack.misconceptions, &pack.assumed, &pack.stories, &pack.words].into_iter().chain(shared) {
        all.extend(toml_faults(file));
    }
    for unit in &pack.units {
        all.extend(toml_faults(&unit.file));
        unit.overlays.values().for_each(|overlay| all.extend(toml_faults(overlay)));
        let (_, problems) = Unit::read(&unit.json);
        let own = |problem: &&Problem| {
            let shared = ["misconception", "word"].iter().any(|key| problem.at.starts_with(key));
            let story = problem
                .at
                .strip_prefix("story/")
                .and_then(|rest| rest.split(['/', ':']).next()?.parse().ok());
            // The stories of the file itself come before the shared ones.
            let own_stories = list(&unit.file.value, Some("story")).len();
            !shared && story.is_none_or(|k: usize| k < own_stories)
        };
        for problem in problems.iter().filter(own) {
            let subject = id_at(&unit.file, &problem.at);
            all.push(finding(&unit.file, &problem.at, Severity::Error, "reading", &subject, &problem.what));
        }
        all.extend(unit_keys(&unit.file));
    }
    all.extend(twice(pack));
    all
}

fn toml_faults(file: &SourceFile) -> Vec<Finding> {
    let one = |fault: &crate::content::source::Fault| Finding {
        file: file.path.clone(),
        line: fault.line,
        column: fault.column,
        severity: Severity::Error,
        rule: "reading",
        subject: String::new(),
        what: fault.what.clone(),
    };
    file.faults.iter().map(one).collect()
}

/// The id of the table a place is in.
fn id_at(file: &SourceFile, place: &str) -> String {
    let mut parts = place.split('/');
    let table = parts.next().and_then(|key| file.value.get(key));
    let entry = parts.next().and_then(|k| k.split(':').next()).and_then(|k| k.parse::<usize>().ok());
    let id = table.zip(entry).and_then(|(table, k)| table.get(k)?.get("id")?.as_str());
    id.unwrap_or_default().into()
}

fn unit_keys(file: &SourceFile) -> Vec<Finding> {
    let known = ["schema", "unit", "licence", "skill", "word", "story", "item", "lesson"];
    let mut all = Vec::new();
    for key in file.value.as_object().into_iter().flat_map(|table| table.keys()) {
        if !known.contains(&&**key) {
            let what = unknown("key", key, &known);
            all.push(finding(file, key, Severity::Error, "reading", "", what));
        }
    }
    if file.value.get("licence").and_then(Value::as_str).is_none() {
        let what = "the key `licence` is missing; write licence = \"CC-BY-4.0\" or the licence of your own";
        all.push(finding(file, "schema", Severity::Error, "reading", "", what));
    }
    all
}

/// Ids are used once in the whole pack.
fn twice(pack: &Pack) -> Vec<Finding> {
    let mut seen: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for unit in &pack.units {
        for item in unit.unit.families() {
            if seen.contains(&&*item.id) {
                let place = format!("{}/id", item.place);
                let what = "another unit has an item with this id; ids are permanent, choose a new one";
                all.push(finding(&unit.file, &place, Severity::Error, "reading", &item.id, what));
            }
            seen.push(&item.id);
        }
    }
    all
}

pub fn misconceptions(pack: &Pack) -> Vec<Finding> {
    let (all, reader) = pack.shared_misconceptions();
    let mut findings = Vec::new();
    for problem in reader.problems {
        let subject = id_at(&pack.misconceptions, &problem.at);
        let file = &pack.misconceptions;
        findings.push(finding(file, &problem.at, Severity::Error, "reading", &subject, problem.what));
    }
    for (k, known) in all.iter().enumerate() {
        if all[..k].iter().any(|earlier| earlier.id == known.id) {
            let what = "this misconception stands in the file twice; keep one";
            let file = &pack.misconceptions;
            findings.push(finding(file, &known.place, Severity::Error, "reading", &known.id, what));
        }
    }
    for (locale, files) in &pack.shared_overlays {
        for known in all.iter().filter(|known| !has_id(files, &known.id)) {
            let what = format!("no sentence in the language `{}`", locale.code());
            let file = &pack.misconceptions;
            findings.push(finding(file, &known.place, Severity::Warning, "translation", &known.id, what));
        }
    }
    findings
}

fn has_id(files: &[SourceFile], id: &str) -> bool {
    let lists = files.iter().filter_map(|file| file.value.get("misconception")?.as_array());
    lists.flatten().any(|table| table.get("id").and_then(Value::as_str) == Some(id))
}

pub fn unknown_skill(case: &Case) -> Vec<Found> {
    let known: Vec<&str> = case.pack.skills.iter().map(|skill| &*skill.skill.id).collect();
    if known.contains(&&*case.item.skill) {
        return Vec::new();
    }
    vec![found("skill", unknown("skill", &case.item.skill, &known))]
}

pub fn unknown_misconception(case: &Case) -> Vec<Found> {
    let (shared, _) = case.pack.shared_misconceptions();
    let known: Vec<&str> = shared.iter().map(|known| &*known.id).collect();
    let rules = case.item.wrong.iter().map(|(id, _)| ("wrong", id));
    let said = case.item.texts.get(&Locale::En).into_iter().flat_map(|texts| texts.say.keys());
    rules
        .chain(said.map(|id| ("say", id)))
        .filter(|(_, id)| !known.contains(&&***id))
        .map(|(key, id)| {
            let what =
                unknown("misconception", id, &known).replace(" here", " in shared/misconceptions.toml");
            found(format!("{key}/{id}"), what)
        })
        .collect()
}

pub fn missing_key(case: &Case) -> Vec<Found> {
    let Some(texts) = case.item.texts.get(&Locale::En) else { return Vec::new() };
    let is_written = !matches!(case.item.answer, Answer::Choose { .. });
    let told = case.item.story.is_some() && case.item.unknown.is_some();
    let missing = [
        ("ask", texts.ask.is_none() && !told, "every item asks something"),
        ("hints", texts.hints.is_empty(), "write at least one hint that leads on without telling"),
        ("solution", texts.solution.is_empty(), "write the worked lines, the last value as [expr]"),
        (
            "check",
            is_written && case.item.check.is_none(),
            "write a second way to see that `answer` is right",
        ),
    ];
    let told = missing.into_iter().filter(|(_, missing, _)| *missing);
    told.map(|(key, _, why)| found("id", format!("the key `{key}` is missing: {why}"))).collect()
}

pub fn labels_match_options(case: &Case) -> Vec<Found> {
    let labels = case.item.texts.get(&Locale::En).map_or(0, |texts| texts.labels.len());
    let what = match &case.item.answer {
        Answer::Choose { from: From::Listed(exprs), .. } if labels > 0 && labels != exprs.len() => {
            format!("there are {labels} labels for {} options; label k names option k", exprs.len())
        }
        Answer::Choose { from: From::Listed(_), .. } => return Vec::new(),
        Answer::More(rule) => match rule.kind {
            Kind::Sort { bins, .. } if labels != bins => {
                format!("there are {labels} labels for {bins} bins; label k names bin k")
            }
            Kind::Sort { .. } => return Vec::new(),
            _ if labels > 0 => {
                "labels name bins of `into` or options of `from = [...]`; this answer has none".into()
            }
            _ => return Vec::new(),
        },
        _ if labels > 0 => "labels name the options of `from = [...]`; this answer has none".into(),
        _ => return Vec::new(),
    };
    vec![found("labels", what)]
}
