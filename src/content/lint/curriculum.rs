//! Rules about skills: each can be begun, seen and missed, and leads somewhere.

use super::super::item::Item;
use super::super::source::SourceSkill;
use super::{Finding, Pack, Severity, finding};
use crate::content::reader::unknown;
use std::collections::BTreeSet;
use std::sync::Arc;

const FAMILIES: usize = 3;
const SKILL_KEYS: [&str; 5] = ["id", "name", "grade", "standards", "prerequisites"];

pub fn skills(pack: &Pack) -> Vec<Finding> {
    pack.skills.iter().flat_map(|skill| skill_findings(pack, skill)).collect()
}

fn skill_findings(pack: &Pack, skill: &SourceSkill) -> Vec<Finding> {
    let file = pack.file_of(skill);
    let mut all = Vec::new();
    let mut say = |severity, key: &str, what: String| {
        let place = format!("{}/{key}", skill.place);
        all.push(finding(file, &place, severity, "curriculum", &skill.skill.id, what));
    };
    shape(pack, skill, &mut say);
    for prerequisite in &skill.skill.prerequisites {
        if !pack.skills.iter().any(|known| known.skill.id == *prerequisite) {
            let known: Vec<&str> = pack.skills.iter().map(|skill| &*skill.skill.id).collect();
            let what = format!(
                "{} (a skill taken for granted stands in shared/skills.toml)",
                unknown("skill", prerequisite, &known)
            );
            say(Severity::Error, "prerequisites", what);
        }
    }
    if leads_to_itself(pack, &skill.skill.id) {
        say(Severity::Error, "prerequisites", "the skill is its own prerequisite, in a circle".into());
    }
    if let Some(unit) = skill.unit {
        let items: Vec<&Arc<Item>> =
            pack.units[unit].unit.families().filter(|item| item.skill == skill.skill.id).collect();
        taught(&items, &mut say);
    }
    all
}

fn shape(pack: &Pack, skill: &SourceSkill, say: &mut impl FnMut(Severity, &str, String)) {
    let table = skill.place.split('/').nth(1).and_then(|k| k.parse::<usize>().ok());
    let table = table.and_then(|k| pack.file_of(skill).value.get("skill")?.get(k)?.as_object());
    for key in table.into_iter().flat_map(|table| table.keys()).filter(|key| !SKILL_KEYS.contains(&&***key)) {
        say(Severity::Error, key, unknown("key", key, &SKILL_KEYS));
    }
    let missing = SKILL_KEYS[..3].iter().filter(|key| table.is_some_and(|table| !table.contains_key(**key)));
    for key in missing {
        say(Severity::Error, "id", format!("the key `{key}` is missing"));
    }
    let same = pack.skills.iter().filter(|other| other.skill.id == skill.skill.id).count();
    if same > 1 {
        say(Severity::Error, "id", "two skills have this id".into());
    }
}

/// What a taught skill needs.
fn taught(items: &[&Arc<Item>], say: &mut impl FnMut(Severity, &str, String)) {
    let mut wants = |wanted: bool, what: &str| {
        if !wanted {
            say(Severity::Warning, "id", what.into());
        }
    };
    wants(items.len() >= FAMILIES, "fewer than three items: a learner soon knows them; write another family");
    wants(items.iter().any(|item| item.levels.contains_key(&1)), "no item at level 1: nothing to begin with");
    let pictured = |item: &&Arc<Item>| item.tags.iter().any(|tag| tag == "picture");
    wants(items.iter().any(pictured), "no item with the tag `picture`: nothing to see");
    wants(
        items.iter().any(|item| !item.wrong.is_empty()),
        "no item has a wrong rule: nothing can be understood",
    );
}

fn leads_to_itself(pack: &Pack, id: &str) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = vec![id];
    while let Some(at) = next.pop() {
        let Some(skill) = pack.skills.iter().find(|skill| skill.skill.id == at) else { continue };
        for before in &skill.skill.prerequisites {
            if before == id {
                return true;
            }
            if seen.insert(before) {
                next.push(before);
            }
        }
    }
    false
}
