//! Rules about translations.

use super::super::item::{Item, Texts};
use super::super::template::{Style, Template};
use super::super::{Locale, Unit};
use super::{Finding, Pack, Severity, finding};
use crate::content::source::{SourceFile, SourceUnit, list};
use serde_json::Value;
use std::collections::BTreeSet;

/// What each overlay lacks, has too much of, or fills with other values.
pub fn translation(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    for unit in &pack.units {
        for (locale, overlay) in &unit.overlays {
            all.extend(overlay_problems(unit, *locale, overlay));
            for item in unit.unit.families() {
                all.extend(item_findings(unit, item, *locale, overlay));
            }
        }
    }
    for skill in &pack.skills {
        for locale in
            pack.shared_overlays.keys().filter(|locale| !skill.skill.name.contains_key(locale.code()))
        {
            let what = format!("the skill has no name in the language `{}`", locale.code());
            let file = pack.file_of(skill);
            all.push(finding(file, &skill.place, Severity::Warning, "translation", &skill.skill.id, what));
        }
    }
    all
}

/// What reading the overlay says; its shared sentences are looked at elsewhere.
fn overlay_problems(unit: &SourceUnit, locale: Locale, overlay: &SourceFile) -> Vec<Finding> {
    let (mut fresh, _) = Unit::read(&unit.json);
    let json = unit.overlay_json.get(&locale).map_or("", |json| json);
    let problems = fresh.add_overlay(locale, json);
    let shared = ["misconception", "story", "word"];
    let own = problems.into_iter().filter(|problem| !shared.iter().any(|key| problem.at.starts_with(key)));
    own.map(|problem| {
        let missing = problem.what.contains("is not translated");
        let severity = if missing { Severity::Warning } else { Severity::Error };
        let subject = list(&overlay.value, Some("item"))
            .get(problem.at.split('/').nth(1).and_then(|k| k.parse::<usize>().ok()).unwrap_or(usize::MAX))
            .and_then(|item| item.get("id")?.as_str().map(String::from))
            .unwrap_or_default();
        finding(overlay, &problem.at, severity, "translation", &subject, problem.what)
    })
    .collect()
}

fn item_findings(unit: &SourceUnit, item: &Item, locale: Locale, overlay: &SourceFile) -> Vec<Finding> {
    let place = list(&overlay.value, Some("item"))
        .iter()
        .position(|table| table.get("id").and_then(Value::as_str) == Some(&*item.id))
        .map(|k| format!("item/{k}"));
    // An item that is like another may have all its strings from there.
    let whole = item.all_steps().all(|step| step.texts.contains_key(&locale));
    let Some(place) = place.or_else(|| whole.then(|| "item".to_string())) else {
        let what = format!("not translated into `{}`: it is shown in English there", locale.code());
        return vec![finding(&unit.file, &item.place, Severity::Warning, "translation", &item.id, what)];
    };
    let mut all = Vec::new();
    for (k, step) in item.all_steps().enumerate() {
        let (Some(base), Some(new)) = (step.texts.get(&Locale::En), step.texts.get(&locale)) else {
            continue;
        };
        let at = if step.step.is_some() { format!("{place}/step/{k}") } else { place.clone() };
        all.extend(text_findings(item, &at, (base, new), overlay));
    }
    all
}

fn text_findings(item: &Item, at: &str, (base, new): (&Texts, &Texts), overlay: &SourceFile) -> Vec<Finding> {
    let mut all = Vec::new();
    for (key, base, new) in pairs(base, new) {
        let place = format!("{at}/{key}");
        if let Some(what) = other_holes(base, new) {
            all.push(finding(overlay, &place, Severity::Error, "translation", &item.id, what));
        }
        if base.source() == new.source() && has_words(base.source()) {
            let what = "the same words as in English";
            all.push(finding(overlay, &place, Severity::Warning, "translation", &item.id, what));
        }
    }
    all
}

fn pairs<'a>(base: &'a Texts, new: &'a Texts) -> Vec<(String, &'a Template, &'a Template)> {
    let mut all = Vec::new();
    let singles =
        [("ask", &base.ask, &new.ask), ("prompt", &base.prompt, &new.prompt), ("alt", &base.alt, &new.alt)];
    for (key, base, new) in singles {
        all.extend(base.as_ref().zip(new.as_ref()).map(|(base, new)| (key.to_string(), base, new)));
    }
    let lists = [
        ("hints", &base.hints, &new.hints),
        ("solution", &base.solution, &new.solution),
        ("labels", &base.labels, &new.labels),
    ];
    for (key, base, new) in lists {
        all.extend(
            base.iter().zip(new).enumerate().map(|(k, (base, new))| (format!("{key}/{k}"), base, new)),
        );
    }
    for (id, base) in &base.say {
        all.extend(new.say.get(id).map(|new| (format!("say/{id}"), base, new)));
    }
    all
}

/// The values of a text; forms chosen by a value (`{n:a|b}`) may differ from language to language.
fn holes(template: &Template) -> BTreeSet<String> {
    let counted = template.outer_holes().filter(|hole| !matches!(hole.style, Style::Pick(..)));
    counted
        .map(|hole| {
            if hole.boxed {
                format!("[{}]", hole.expr.source())
            } else {
                format!("{{{}}}", hole.expr.source())
            }
        })
        .collect()
}

pub(super) fn other_holes(base: &Template, new: &Template) -> Option<String> {
    let (base, new) = (holes(base), holes(new));
    let missing: Vec<&String> = base.difference(&new).collect();
    let added: Vec<&String> = new.difference(&base).collect();
    if let Some(hole) = missing.first() {
        return Some(format!("the English text has {hole}, this one has not"));
    }
    added.first().map(|hole| format!("this text has {hole}, the English one has not"))
}

/// Whether there is a word outside maths and holes.
fn has_words(source: &str) -> bool {
    let (mut maths, mut hole, mut letters) = (false, 0, 0);
    for c in source.chars() {
        match c {
            '`' => maths = !maths,
            '{' | '[' => hole += 1,
            '}' | ']' => hole -= 1,
            c if !maths && hole == 0 && c.is_alphabetic() => letters += 1,
            _ => {}
        }
    }
    letters > 2
}
