//! Packs of every schema ever released, and what their first seeds must draw for ever. Files under
//! `tests/golden/pack-schema-*` are added, never edited.

use expect_test::expect_file;
use std::fmt::Write;
use trellis::content::{Locale, Map, Question, Response, Unit};

fn told(question: &Question) -> String {
    let mut out =
        format!("{}@{} seed {}: {}\n", question.item, question.level, question.seed, question.ask.print());
    if let Response::Choose { options } = &question.response {
        let shown: Vec<String> = options.iter().map(|option| option.show.print()).collect();
        let _ = writeln!(out, "  options {}", shown.join(" "));
    }
    let _ = writeln!(out, "  right   {}", question.right_value());
    out
}

#[test]
fn packs_of_schema_1_are_read_and_drawn_for_ever() {
    let (map, problems) = Map::read(include_str!("golden/pack-schema-1/map.json"));
    assert_eq!(problems, []);
    assert_eq!(map.skill("s.line").expect("a skill").name_in(Locale::Es), "Fracciones en la recta numérica");
    let (mut unit, problems) = Unit::read(include_str!("golden/pack-schema-1/sample.json"));
    assert_eq!(problems, []);
    assert_eq!(unit.hash, map.units[0].hash);
    assert_eq!(unit.add_overlay(Locale::Es, include_str!("golden/pack-schema-1/sample.es.json")), []);
    let mut all = String::new();
    for (item, level) in unit.items() {
        for seed in 0..4 {
            let locale = if seed == 3 { Locale::Es } else { Locale::En };
            all.push_str(&told(&unit.draw(&item, level, seed, locale).expect("a question")));
        }
    }
    expect_file!["golden/pack-schema-1/draws.txt"].assert_eq(&all);
}
