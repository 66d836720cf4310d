//! The reading level: every text of a unit at most one grade below the grade it is for.

use super::super::Locale;
use super::super::item::Item;
use super::super::readability::Counts;
use super::super::source::{Pack, SourceUnit};
use super::{Finding, Severity, finding, texts};
use serde_json::{Value, json};

/// Seeds of each level that are read.
const SEEDS: u32 = 3;
/// Fewer words than that say nothing about a family.
const ENOUGH: u32 = 60;
/// A single family may be this much above its unit's limit: the formulas are made for longer texts.
const SLACK: f64 = 1.0;

/// The texts of one unit in one language.
#[derive(Clone, Debug)]
pub struct Level {
    pub unit: String,
    pub locale: Locale,
    /// The lowest grade that the unit teaches.
    pub grade: u8,
    pub counts: Counts,
    /// Families above the limit for one, with their level.
    pub above: Vec<(String, f64)>,
}

impl Level {
    /// A text is one grade below when somebody of the grade before reads it: with its decimals below the unit's grade.
    fn limit(&self) -> f64 {
        f64::from(self.grade)
    }

    pub fn json(&self) -> Value {
        let tenths = |x: f64| (x * 100.0) as i64 as f64 / 100.0;
        json!({
            "unit": self.unit, "language": self.locale.code(), "for_grade": self.grade,
            "grade": tenths(self.counts.grade(self.locale)), "ease": tenths(self.counts.ease(self.locale)),
            "limit": self.limit(), "words": self.counts.words, "sentences": self.counts.sentences,
            "families_above": self.above.len(),
        })
    }
}

/// The grade of a unit: the lowest of its skills, as a learner may come to any of them first.
fn grade(pack: &Pack, unit: &SourceUnit) -> u8 {
    let own = pack.skills.iter().filter(|skill| skill.skill.unit.as_deref() == Some(&*unit.unit.id));
    own.map(|skill| skill.skill.grade).min().unwrap_or(0)
}

/// The grade of a family's skill.
fn grade_of(pack: &Pack, item: &Item) -> u8 {
    let own = pack.skills.iter().find(|skill| skill.skill.id == item.skill);
    own.map_or(0, |skill| skill.skill.grade)
}

/// All that is said about the questions of a family, steps and all.
fn family(unit: &SourceUnit, item: &Item, locale: Locale) -> Counts {
    let mut all = Counts::default();
    for level in item.levels.keys() {
        for seed in 0..SEEDS {
            let Ok(question) = unit.unit.draw(&item.id, *level, seed, locale) else { continue };
            for step in question.steps().iter().filter(|step| step.locale == locale) {
                for drawn in texts::drawn(step) {
                    all = all.plus(
                        drawn
                            .text
                            .map_or_else(|_| Counts::default(), |text| Counts::of(&text.print(), locale)),
                    );
                }
            }
        }
    }
    all
}

/// Every unit in every language.
pub fn levels(pack: &Pack) -> Vec<Level> {
    let mut all = Vec::new();
    for unit in &pack.units {
        let locales = std::iter::once(Locale::En).chain(unit.overlays.keys().copied());
        for locale in locales {
            let mut level = Level {
                unit: unit.unit.id.clone(),
                locale,
                grade: grade(pack, unit),
                counts: Counts::default(),
                above: Vec::new(),
            };
            for item in unit.unit.families() {
                let counts = family(unit, item, locale);
                level.counts = level.counts.plus(counts);
                let found = counts.grade(locale);
                if counts.words >= ENOUGH && found >= f64::from(grade_of(pack, item)) + SLACK {
                    level.above.push((item.id.clone(), found));
                }
            }
            all.push(level);
        }
    }
    all
}

/// What is above its limit.
pub fn too_hard(pack: &Pack) -> Vec<Finding> {
    let mut findings = Vec::new();
    for level in levels(pack) {
        let Some(unit) = pack.units.iter().find(|unit| unit.unit.id == level.unit) else { continue };
        let found = level.counts.grade(level.locale);
        let language = level.locale.code();
        if level.counts.words >= ENOUGH && found >= level.limit() {
            let what = format!(
                "the texts of the unit read like grade {found:.1} ({language}); they should be below {}",
                level.limit()
            );
            findings.push(finding(&unit.file, "unit", Severity::Warning, "reading level", &level.unit, what));
        }
        for (id, found) in &level.above {
            let place = unit
                .unit
                .families()
                .find(|item| item.id == *id)
                .map_or_else(String::new, |item| format!("{}/ask", item.place));
            let what = format!(
                "its texts read like grade {found:.1} ({language}); shorter sentences and shorter words"
            );
            findings.push(finding(&unit.file, &place, Severity::Warning, "reading level", id, what));
        }
    }
    findings
}
