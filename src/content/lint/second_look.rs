//! Whether every family has its line in `answers.txt`: how somebody finds the answer who has only the question.
//! `tests/recomputed.rs` reads those lines and answers every question by them.

use super::super::source::{ANSWERS, Pack};
use super::{Finding, Severity, finding};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What has a line; nothing where the pack has no such file.
fn ruled(pack: &Pack) -> Option<BTreeSet<String>> {
    let text = std::fs::read_to_string(pack.dir.join(ANSWERS)).ok()?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Some(lines.filter_map(|line| line.split_whitespace().next()).map(String::from).collect())
}

/// Every step of every family, by its name there, with its family.
fn steps(pack: &Pack) -> Vec<(String, String)> {
    let items = pack.units.iter().flat_map(|unit| unit.unit.families());
    let names = |item: &std::sync::Arc<super::Item>| {
        let name = |step: &super::Item| match &step.step {
            Some(step) => format!("{}#{step}", item.id),
            None => item.id.clone(),
        };
        item.all_steps().map(|step| (name(step), item.id.clone())).collect::<Vec<_>>()
    };
    items.flat_map(names).collect()
}

pub fn json(pack: &Pack) -> Value {
    let ruled = ruled(pack).unwrap_or_default();
    let steps = steps(pack);
    let seen = steps.iter().filter(|(name, _)| ruled.contains(name)).count();
    json!({ "steps": steps.len(), "found_a_second_time": seen })
}

pub fn missing(pack: &Pack) -> Vec<Finding> {
    let Some(ruled) = ruled(pack) else { return Vec::new() };
    let mut findings = Vec::new();
    for (name, id) in steps(pack).into_iter().filter(|(name, _)| !ruled.contains(name)) {
        let owner =
            pack.units.iter().find_map(|unit| Some((unit, unit.unit.families().find(|item| item.id == id)?)));
        if let Some((unit, item)) = owner {
            let what = format!(
                "`{name}` has no line in {ANSWERS}; say there how its answer follows from the question"
            );
            findings.push(finding(
                &unit.file,
                &format!("{}/id", item.place),
                Severity::Warning,
                "second look",
                &id,
                what,
            ));
        }
    }
    findings
}
