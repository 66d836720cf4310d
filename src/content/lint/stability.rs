//! What was released stays: the same seed shows the same question for ever, and no id vanishes.

use super::super::expr::Scope;
use super::super::item::Item;
use super::{Finding, Pack, Severity, finding};
use crate::content::source::{GOLDEN, SourceUnit};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Draws noted for each item and level.
const NOTED: u32 = 5;

/// What each item draws now, one line for each level: `fr.x@1 rev 1: d=4 n=3; d=5 n=2; ...`.
pub fn draws(pack: &Pack) -> String {
    let mut out = String::from("# What the first seeds draw. Written by `pack golden`; lint compares.\n");
    for (_, item) in families(pack) {
        for level in item.levels.keys() {
            let _ = writeln!(out, "{}@{level} rev {}: {}", item.id, item.rev, noted(item, *level));
        }
    }
    out
}

fn families(pack: &Pack) -> impl Iterator<Item = (&SourceUnit, &Item)> {
    pack.units.iter().flat_map(|unit| unit.unit.families().map(move |item| (unit, &**item)))
}

fn noted(item: &Item, level: u8) -> String {
    let params = |scope: &Scope| {
        let drawn = scope.values().filter(|(name, _)| item.params.contains_key(*name));
        drawn.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    };
    let draw = |seed| item.draw(level, seed).map_or("-".into(), |(scope, _)| params(&scope));
    (0..NOTED).map(draw).collect::<Vec<_>>().join("; ")
}

/// A line that was noted at a release.
struct Noted<'a> {
    rev: u32,
    draws: &'a str,
    line: usize,
}

fn read(golden: &str) -> BTreeMap<&str, Noted<'_>> {
    let lines = golden.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .filter_map(|(k, line)| {
            let (place, draws) = line.split_once(": ")?;
            let (place, rev) = place.split_once(" rev ")?;
            Some((place, Noted { rev: rev.parse().ok()?, draws, line: k + 1 }))
        })
        .collect()
}

pub fn draws_changed(pack: &Pack) -> Vec<Finding> {
    let mut noted_then = read(&pack.golden);
    let mut all = Vec::new();
    for (unit, item) in families(pack) {
        for level in item.levels.keys() {
            let Some(then) = noted_then.remove(&*format!("{}@{level}", item.id)) else { continue };
            if then.rev == item.rev && then.draws != noted(item, *level) {
                let what = format!(
                    "level {level} no longer draws what was released, so links and records would show other \
                     questions; write rev = {}",
                    item.rev + 1
                );
                let place = format!("{}/id", item.place);
                all.push(finding(&unit.file, &place, Severity::Error, "stability", &item.id, what));
            }
        }
    }
    all.extend(noted_then.iter().map(|(place, then)| vanished(place, then)));
    all
}

fn vanished(place: &str, then: &Noted) -> Finding {
    Finding {
        file: GOLDEN.into(),
        line: then.line,
        column: 1,
        severity: Severity::Error,
        rule: "stability",
        subject: place.into(),
        what: "this was released and is gone; ids and levels are permanent, bring it back".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn told(change: impl Fn(&str) -> String) -> String {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/sample");
        let mut pack = Pack::read(&dir).expect("the sample pack");
        pack.golden = change(&draws(&pack));
        draws_changed(&pack).iter().map(|finding| format!("{} {}\n", finding.subject, finding.what)).collect()
    }

    #[test]
    fn what_was_released_is_drawn_again_or_has_a_new_rev() {
        assert_eq!(told(|golden| golden.into()), "");
        assert_eq!(told(|_| String::new()), "", "nothing was released yet");
        let changed = told(|golden| golden.replacen("d=", "d=1", 1));
        assert!(
            changed.contains("level 1 no longer draws") && changed.contains("write rev = 2"),
            "{changed}"
        );
        assert_eq!(told(|golden| golden.replacen("d=", "d=1", 1).replacen("rev 1", "rev 9", 1)), "");
        let gone = told(|golden| format!("{golden}s.old@2 rev 1: n=1\n"));
        assert!(gone.starts_with("s.old@2 this was released and is gone"), "{gone}");
    }
}
