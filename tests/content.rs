//! The packs that are shipped: every item of every unit, drawn, solved, missed and helped in every language.
#![cfg(feature = "tools")]

use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use trellis::content::figure::read::kinds;
use trellis::content::more::procedures::PROCEDURES;
use trellis::content::source::{Pack, SourceFile};
use trellis::content::{
    ItemRef, LearnerState, Locale, Map, Question, Response, Score, Skill, Unit, lint, wide,
};
use trellis::view::figure;

/// The content folder, if this copy has one; read once.
fn pack() -> Option<&'static Pack> {
    static PACK: LazyLock<Option<Pack>> = LazyLock::new(|| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        dir.exists().then(|| Pack::read(&dir).expect("a readable content folder"))
    });
    PACK.as_ref()
}

/// Every step of every question of these seeds, in one language, on every core.
fn each_question(pack: &Pack, seeds: Range<u32>, locale: Locale, see: impl Fn(&Question) + Sync) {
    let all: Vec<(&Unit, String, u8)> = pack
        .units
        .iter()
        .flat_map(|unit| unit.unit.items().into_iter().map(move |(item, level)| (&unit.unit, item, level)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((unit, item, level)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            for seed in seeds.clone() {
                let question = unit.draw(item, *level, seed, locale).expect("every seed is a question");
                match question.step_count() {
                    1 => see(&question),
                    _ => question.steps().iter().for_each(&see),
                }
            }
        }
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
}

fn place(question: &Question) -> String {
    let step = question.step().map(|step| format!(" {step}")).unwrap_or_default();
    format!("{}@{} seed {}{step}", question.item, question.level, question.seed)
}

/// The answer is right, every wrong rule leads to a wrong answer, and the last step can be done.
fn is_answered(question: &Question) {
    let place = place(question);
    let right = question.right_value();
    assert_eq!(question.score(&right), Score::Right, "{place}: {right}");
    for (rule, answer) in question.misses() {
        assert!(matches!(question.score(&answer), Score::Wrong { .. }), "{place}: {rule} gives {answer}");
    }
    if let Some(asked) = question.solution().asked {
        assert_eq!(question.check_last_step(&asked.value), Score::Right, "{place}");
    }
}

/// Everything that is said about it is there.
fn is_told(question: &Question) {
    let place = place(question);
    assert!(!question.ask.is_empty() && question.hint_count() > 0, "{place}");
    assert!(question.read_back(&question.right_value()).is_ok(), "{place}");
    assert!(!question.prompt("0").plain(question.locale).is_empty(), "{place}");
    assert!(question.hint(0, &LearnerState::default()).is_some(), "{place}");
    assert!(!question.solution().lines.is_empty(), "{place}");
}

/// Its figures can be drawn and told, and nothing in its texts could not be computed.
fn is_drawn(question: &Question) {
    let place = place(question);
    let hint = question.hint(question.hint_count().saturating_sub(1), &LearnerState::default());
    let hinted = hint.iter().filter_map(|hint| Some((hint.figure.clone()?, hint.alt.clone())));
    for (figure, alt) in
        question.figure.iter().map(|figure| (figure.clone(), question.alt.clone())).chain(hinted)
    {
        assert!(!alt.is_empty(), "{place}: a figure without words");
        let hand = figure::start(&figure, "", question.locale);
        let look = figure::Look {
            hand: &hand,
            draft: "",
            checked: None,
            open: false,
            active: None,
            locale: question.locale,
        };
        match figure::drawn(&figure, look).body {
            figure::Body::Paper(paper) => {
                assert!(paper.width > 0 && paper.height > 0 && !paper.marks.is_empty(), "{place}");
            }
            figure::Body::Sheet(sheet) => assert!(!sheet.rows.is_empty(), "{place}"),
        }
    }
    let solution = question.solution();
    for text in [&question.ask].into_iter().chain(hint.iter().map(|hint| &hint.say)).chain(&solution.lines) {
        let print = text.print();
        let hole = print.contains(['{', '}']) || print.split_whitespace().any(|word| word == "none");
        assert!(!hole && !print.trim().is_empty(), "{place}: {print}");
    }
}

#[test]
#[ignore = "minutes without optimisation: `cargo xtask test` runs it"]
fn every_pack_lints_without_errors() {
    let Some(pack) = pack() else { return };
    let findings = lint::lint(pack);
    let errors: Vec<String> =
        findings.iter().filter(|finding| finding.is_error()).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn the_sample_pack_of_the_tests_lints_without_errors() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/sample");
    let findings = lint::lint(&Pack::read(&dir).expect("the sample pack"));
    assert!(findings.iter().all(|finding| !finding.is_error()), "{findings:?}");
}

#[test]
fn every_question_is_scored_helped_and_solved() {
    let Some(pack) = pack() else { return };
    for locale in Locale::ALL {
        each_question(pack, 0..2, locale, |question| {
            assert_eq!(question.locale, locale, "{} is translated", question.item);
            is_answered(question);
            is_told(question);
            is_drawn(question);
        });
    }
}

#[test]
#[ignore = "minutes without optimisation: `cargo xtask test` runs it"]
fn a_thousand_seeds_of_every_question() {
    let Some(pack) = pack() else { return };
    each_question(pack, 0..1_000, Locale::En, is_answered);
    for locale in Locale::ALL {
        each_question(pack, 0..1_000, locale, |question| {
            assert_eq!(question.locale, locale, "{} is translated", question.item);
            is_told(question);
            is_drawn(question);
        });
    }
}

#[test]
fn what_is_built_is_what_the_app_reads() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/examples");
    let examples = Pack::read(&examples).expect("the examples");
    for pack in [pack(), Some(&examples)].into_iter().flatten() {
        reads_as_built(pack);
    }
}

fn reads_as_built(pack: &Pack) {
    let files = pack.build(true);
    let json = |name: &str| &files.iter().find(|(file, _)| file == name).expect("the file of the map").1;
    let (map, problems) = Map::read(json("map.json"));
    assert_eq!(problems, []);
    assert!(map.first.as_deref().is_none_or(|first| map.unit(first).is_some_and(|unit| !unit.wider)));
    let mut asked = 0;
    for unit_ref in &map.units {
        // What is not marked is read, and asked, with the door to the wider vocabulary closed.
        let read = || {
            let (mut unit, problems) = Unit::read(json(&unit_ref.file));
            assert_eq!(problems, []);
            assert_eq!((&unit.id, &unit.hash), (&unit_ref.id, &unit_ref.hash));
            assert!(unit_ref.file.contains(&unit.hash));
            for (locale, file) in &unit_ref.locales {
                let locale = Locale::parse(locale).expect("a known language");
                assert_eq!(unit.add_overlay(locale, json(file)), []);
            }
            let mut count = 0;
            for skill in &map.skills {
                let here = |entry: &&ItemRef| skill.unit_of(entry) == Some(&*unit.id);
                for entry in skill.items.iter().filter(here) {
                    let question = unit.draw(&entry.item, entry.level, 0, Locale::Es).expect("a question");
                    assert_eq!(question.locale, Locale::Es, "{}", entry.item);
                    let typed = !matches!(question.response, Response::Choose { .. });
                    assert_eq!(typed, entry.options == 0, "{}", entry.item);
                    assert_eq!(map.unit_of(&entry.item, entry.level), Some(&*unit.id));
                    count += 1;
                }
                if skill.lesson.as_deref() == Some(&*unit.id) {
                    let lesson = unit.lesson(&skill.id).expect("the lesson of the map");
                    for part in 0..lesson.parts.len() {
                        assert!(lesson.show(part, &unit, 1, Locale::Es).is_some(), "{} {part}", skill.id);
                    }
                    count += 1;
                }
            }
            assert!(count > 0, "{} has something that the map knows", unit.id);
            count
        };
        asked += if unit_ref.wider { read() } else { wide::without(read) };
    }
    let named = |skill: &Skill| skill.items.len() + usize::from(skill.lesson.is_some());
    assert_eq!(asked, map.skills.iter().map(named).sum::<usize>(), "nothing is named and missing");
}

/// What the cells and lines of an item are evidence for beside its own skill: skills of the course that come before that one.
#[test]
fn a_step_is_evidence_for_a_skill_that_leads_to_that_of_its_item() {
    let Some(pack) = pack() else { return };
    let before = |skill: &str| {
        pack.skills.iter().find(|known| known.skill.id == skill).map(|known| &known.skill.prerequisites)
    };
    let leads = |from: &str, to: &str| {
        let mut open: Vec<&str> = vec![to];
        while let Some(skill) = open.pop() {
            let prerequisites = before(skill).unwrap_or_else(|| panic!("{skill} is no skill"));
            if prerequisites.iter().any(|prerequisite| prerequisite == from) {
                return true;
            }
            open.extend(prerequisites.iter().map(|prerequisite| &**prerequisite));
        }
        false
    };
    let (mut columns, mut with) = (0, 0);
    for unit in &pack.units {
        for item in unit.file.value["item"].as_array().into_iter().flatten() {
            columns += usize::from(item["answer"].get("columns").is_some());
            let Some(skills) = item["answer"].get("skills").and_then(|skills| skills.as_object()) else {
                continue;
            };
            with += 1;
            for (step, skill) in skills {
                let (skill, own) =
                    (skill.as_str().expect("a skill"), item["skill"].as_str().expect("a skill"));
                assert!(before(skill).is_some() && leads(skill, own), "{}: {step} is {skill}", item["id"]);
                let taught = pack.skills.iter().any(|known| known.skill.id == skill && known.unit.is_some());
                assert!(taught, "{}: nothing asks for {skill}", item["id"]);
            }
        }
    }
    assert!(with >= 7 && columns > with, "{with} of {columns}");
}

/// A clip travels with the pack under a name that tells its content, and the unit names it so.
#[test]
fn recorded_speech_is_built_beside_the_units() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/sample");
    let dir = std::env::temp_dir().join(format!("trellis-clips-{}", std::process::id()));
    std::fs::create_dir_all(dir.join("audio")).expect("a folder");
    std::fs::create_dir_all(dir.join("locale/es")).expect("a folder");
    let copy = |name: &str, clip: &str| {
        let text = std::fs::read_to_string(sample.join(name)).expect("the sample");
        let text = text.replacen("solution =", &format!("audio = {{ ask = \"{clip}\" }}\nsolution ="), 1);
        std::fs::write(dir.join(name), text).expect("written");
    };
    copy("sample.toml", "audio/place.wav");
    copy("locale/es/sample.toml", "audio/missing.wav");
    std::fs::write(dir.join("audio/place.wav"), b"RIFF").expect("written");
    let pack = Pack::read(&dir).expect("a pack");
    std::fs::remove_dir_all(&dir).expect("the folder goes away again");
    assert!(pack.clips(true).is_empty(), "what is not there cannot be taken along");
    std::fs::create_dir_all(dir.join("audio")).expect("a folder");
    std::fs::write(dir.join("audio/place.wav"), b"RIFF").expect("written");
    let clips: Vec<(String, Vec<u8>)> = pack.clips(true).into_values().collect();
    let files = pack.build(true);
    std::fs::remove_dir_all(&dir).expect("the folder goes away again");
    let [(name, bytes)] = &clips[..] else { panic!("{} clips", clips.len()) };
    assert_eq!(bytes, b"RIFF");
    assert!(
        name.starts_with("place-") && name.ends_with(".wav") && name.len() == "place-.wav".len() + 16,
        "{name}"
    );
    let (map, _) = Map::read(&files.last().expect("the map").1);
    let unit = map.unit_of("s.line.place", 2).and_then(|id| map.unit(id)).expect("its unit");
    let json = |file: &str| &files.iter().find(|(name, _)| name == file).expect("a file of the map").1;
    let (mut unit_read, problems) = Unit::read(json(&unit.file));
    assert_eq!(problems, []);
    let told = |unit: &Unit, locale| {
        let question = unit.draw("s.line.place", 2, 0, locale).expect("a question");
        question.audio("ask").map(String::from)
    };
    assert_eq!(told(&unit_read, Locale::En).as_ref(), Some(name));
    unit_read.add_overlay(Locale::Es, json(unit.locales.get("es").expect("a translation")));
    assert_eq!(
        told(&unit_read, Locale::Es).as_deref(),
        Some("audio/missing.wav"),
        "each language has its own"
    );
}

/// The examples have everything: wider items beside plain ones, stories, words, steps, lessons.
#[test]
fn a_unit_is_built_in_parts_and_the_first_of_them_needs_nothing_wider() {
    let pack = Pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/examples")).expect("examples");
    let files = pack.build(false);
    let (map, _) = Map::read(&files.last().expect("the map").1);
    let ids: Vec<(&str, bool)> = map.units.iter().map(|unit| (&*unit.id, unit.wider)).collect();
    assert_eq!(
        ids,
        [
            ("figures", true),
            ("twelve", false),
            ("twelve.wide", true),
            ("twelve.lessons", true),
            ("worked", true)
        ]
    );
    let of = |item: &str| map.unit_of(item, 2);
    assert_eq!(of("prob.experimental.spinner"), Some("twelve.wide"));
    let lessons = |skill: &str| map.skill(skill).and_then(|skill| skill.lesson.as_deref());
    assert_eq!(lessons("fr.nl-any"), Some("twelve.lessons"));
    let names: Vec<&str> = files.iter().map(|(name, _)| &**name).collect();
    assert!(names.contains(&"twelve.lessons.es.json"), "{names:?}");
}

#[test]
fn another_item_tells_two_wrong_rules_apart() {
    let Some(pack) = pack() else { return };
    let unit = pack.units.iter().find(|unit| unit.unit.id == "fr-4").expect("a unit of fractions");
    let unit = &unit.unit;
    let rules = ["frac.equiv-add-same", "frac.equiv-change-one"];
    let (skill, first) = ("fr.equiv-multiply", "fr.equiv-multiply.missing-top");
    let (item, level, seed) = unit.separating_item(skill, &rules, first).expect("another item");
    assert_ne!(item, first);
    let question = unit.draw(&item, level, seed, Locale::En).expect("a question");
    assert_eq!(unit.skill_of(&item), Some(skill));
    let misses = question.misses();
    let answer = |rule: &str| misses.iter().find(|(id, _)| id == rule).expect("the rule shows").1.clone();
    assert_ne!(answer(rules[0]), answer(rules[1]));
    for rule in rules {
        let Score::Wrong { rules: named, .. } = question.score(&answer(rule)) else { panic!("a miss") };
        assert!(named.iter().any(|one| one == rule), "{named:?}");
    }
    assert_eq!(unit.separating_item(skill, &["no.such", rules[0]], first), None);
}

/// The fences of a document in this language.
fn fences<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    document.split(&open).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn what_the_manual_shows_is_read_as_it_stands_there() {
    let document = include_str!("../docs/writing-items.md");
    let blocks = fences(document, "toml");
    assert!(blocks.len() >= 6, "{}", blocks.len());
    for block in &blocks {
        let file = SourceFile::parse("manual", block.to_string());
        assert!(file.faults.is_empty(), "{:?}\n{block}", file.faults);
    }
    let file = SourceFile::parse("manual", blocks[0].to_string());
    let (unit, problems) = Unit::read(&file.value.to_string());
    assert_eq!(problems, []);
    for (item, level) in unit.items() {
        let question = unit.draw(&item, level, 0, Locale::En).expect("a question");
        assert_eq!(question.score(&question.right_value()), Score::Right, "{item}@{level}");
    }
    // Every procedure is in the manual, and so is every kind of figure.
    for procedure in PROCEDURES {
        let (group, name) = procedure.name.split_once('.').expect("a group");
        assert!(document.contains(&format!("`{group}.`")) && document.contains(name), "{}", procedure.name);
    }
    for kind in kinds() {
        assert!(document.contains(kind.name), "{}", kind.name);
    }
}
