//! What a pack covers: its skills and items by grade and by standard, and what its readers found. Native tools only.

use super::source::{Pack, SourceFile, SourceSkill, list};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// One grade, or one standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Ids of the skills.
    pub skills: BTreeSet<String>,
    /// Families of questions, and how many levels they have together.
    pub items: usize,
    pub levels: usize,
    pub lessons: usize,
}

/// What a pack teaches; skills that it takes for granted are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// 0 is kindergarten.
    pub grades: BTreeMap<u8, Count>,
    pub standards: BTreeMap<String, Count>,
}

impl Count {
    fn add(&mut self, skill: &SourceSkill) {
        let items: BTreeSet<&str> = skill.skill.items.iter().map(|entry| &*entry.item).collect();
        self.skills.insert(skill.skill.id.clone());
        self.items += items.len();
        self.levels += skill.skill.items.len();
        self.lessons += usize::from(skill.skill.lesson.is_some());
    }

    fn json(&self) -> Value {
        json!({
            "skills": self.skills, "items": self.items, "levels": self.levels, "lessons": self.lessons,
        })
    }

    fn words(&self) -> String {
        let Self { skills, items, levels, lessons } = self;
        format!("{} skills, {items} items at {levels} levels, {lessons} lessons", skills.len())
    }
}

impl Coverage {
    pub fn of(pack: &Pack) -> Self {
        let mut all = Self::default();
        for skill in pack.skills.iter().filter(|skill| !skill.skill.items.is_empty()) {
            all.grades.entry(skill.skill.grade).or_default().add(skill);
            for standard in &skill.skill.standards {
                all.standards.entry(standard.clone()).or_default().add(skill);
            }
        }
        all
    }

    /// One object on one line.
    pub fn json(&self) -> String {
        let grades: BTreeMap<String, Value> =
            self.grades.iter().map(|(grade, count)| (grade_name(*grade), count.json())).collect();
        let standards: BTreeMap<&String, Value> =
            self.standards.iter().map(|(name, count)| (name, count.json())).collect();
        json!({ "grades": grades, "standards": standards }).to_string()
    }

    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut put = |line: String| writeln!(out, "{line}").unwrap_or_default();
        for (grade, count) in &self.grades {
            put(format!("grade {}: {}", grade_name(*grade), count.words()));
        }
        for (name, count) in &self.standards {
            let skills: Vec<&str> = count.skills.iter().map(|skill| &**skill).collect();
            put(format!("{name}: {} ({})", count.words(), skills.join(", ")));
        }
        out
    }
}

fn grade_name(grade: u8) -> String {
    if grade == 0 { "K".into() } else { grade.to_string() }
}

/// What the readers of a unit found. It stands before the text of `review/<unit>.md`, between two lines `+++`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    pub unit: String,
    pub languages: Vec<String>,
    pub first: Reading,
    /// After everything found was mended.
    pub last: Reading,
}

/// Drawn questions that were read, and how many had a fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub drawn: u64,
    pub faults: u64,
}

impl Review {
    /// The reviews of a content folder, in the order of their files; a text without a front part is none.
    pub fn all(dir: &Path) -> Vec<Self> {
        let entries = std::fs::read_dir(dir.join("review")).into_iter().flatten().flatten();
        let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
        files.sort();
        files.iter().filter_map(|path| Self::read(&std::fs::read_to_string(path).ok()?)).collect()
    }

    pub fn read(text: &str) -> Option<Self> {
        let (front, _) = text.strip_prefix("+++\n")?.split_once("\n+++\n")?;
        let front = SourceFile::parse("review", front.to_string()).value;
        let languages = list(&front, Some("languages"));
        let reading = |key: &str| {
            let number = |name: &str| front.get(key)?.get(name)?.as_u64();
            Some(Reading { drawn: number("drawn")?, faults: number("faults")? })
        };
        Some(Self {
            unit: front.get("unit")?.as_str()?.into(),
            languages: languages.iter().filter_map(|one| one.as_str().map(String::from)).collect(),
            first: reading("first")?,
            last: reading("last")?,
        })
    }

    pub fn json(&self) -> Value {
        let reading = |Reading { drawn, faults }: Reading| {
            // Four places: one fault in ten thousand is still told.
            let rate = faults.saturating_mul(10_000).checked_div(drawn).unwrap_or(0);
            json!({ "drawn": drawn, "faults": faults, "per_10000": rate })
        };
        json!({
            "unit": self.unit, "languages": self.languages,
            "first": reading(self.first), "last": reading(self.last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_are_counted_by_grade_and_standard() {
        let pack = Pack::read(Path::new("content/examples")).expect("the examples");
        let coverage = Coverage::of(&pack);
        let items: BTreeSet<&str> =
            pack.skills.iter().flat_map(|skill| &skill.skill.items).map(|entry| &*entry.item).collect();
        assert_eq!(coverage.grades.values().map(|count| count.items).sum::<usize>(), items.len());
        assert_eq!(coverage.grades.values().map(|count| count.lessons).sum::<usize>(), 2);
        let line = &coverage.standards["3.NF.A.2"];
        assert_eq!((line.skills.len(), line.lessons), (1, 1));
        let json: Value = serde_json::from_str(&coverage.json()).expect("JSON");
        assert_eq!(json["standards"]["3.NF.A.2"]["skills"][0], "fr.nl-any");
        assert!(coverage.text().contains("3.NF.A.2: 1 skills"), "{}", coverage.text());
    }

    #[test]
    fn a_review_says_what_was_read_and_found() {
        let text = "+++\nunit = \"fr-4\"\nlanguages = [\"en\", \"es\"]\nfirst = { drawn = 400, faults = 20 }\n\
                    last = { drawn = 200, faults = 1 }\n+++\n# Review\n";
        let review = Review::read(text).expect("a front part");
        assert_eq!(review.json()["first"]["per_10000"], 500);
        assert_eq!(review.last, Reading { drawn: 200, faults: 1 });
        assert_eq!(Review::read("# Review\n"), None);
    }
}
