//! A small world to tell stories in: three skills in a chain, and facts that are quick to write.
#![allow(dead_code, reason = "each test file uses its part")]

use std::rc::Rc;
use trellis::content::{ItemRef, Map, Skill, UnitRef};
use trellis::learner::{Answered, Event, Fact};
use trellis::num::SortedMap;
use trellis::num::{Hybrid, Moment, time::MS_PER_DAY};

/// Nine in the morning of day 20,000 (2024-10-04).
pub const MORNING: i64 = 20_000 * MS_PER_DAY + 9 * 3_600_000;

pub fn map() -> Rc<Map> {
    let item = |item: &str, level: u8, options: u8| ItemRef {
        item: item.into(),
        level,
        options,
        tags: vec!["symbols".into()],
        unit: None,
    };
    let skill = |id: &str, prerequisites: &[&str]| Skill {
        id: id.into(),
        name: SortedMap::from([("en".into(), format!("{id} in English"))]),
        grade: 4,
        standards: Vec::new(),
        prerequisites: prerequisites.iter().map(|p| p.to_string()).collect(),
        unit: Some("unit".into()),
        lesson: None,
        items: (1..=3)
            .flat_map(|level| {
                [
                    item(&format!("{id}.bare"), level, 0),
                    item(&format!("{id}.words"), level, 0),
                    item(&format!("{id}.pick"), level, 3),
                ]
            })
            .collect(),
    };
    let units = vec![UnitRef { id: "unit".into(), file: "unit.json".into(), ..UnitRef::default() }];
    let skills = vec![skill("a", &["assumed"]), skill("b", &["a"]), skill("c", &["b"])];
    Rc::new(Map { schema: 1, skills, units, ..Map::default() })
}

/// A first attempt.
pub fn answer(skill: &str, family: &str, level: u8, seed: u32, right: bool) -> Answered {
    Answered {
        item: format!("{skill}.{family}"),
        level,
        seed,
        rev: 1,
        pack: "test".into(),
        skill: skill.into(),
        step: None,
        response: "1".into(),
        attempt: 1,
        right,
        rules: Vec::new(),
        family: None,
        hints: 0,
        options: if family == "pick" { 3 } else { 0 },
        ms: 9_000,
        confidence: None,
        skin: None,
        locale: "en".into(),
    }
}

pub fn fact(wall: i64, event: Event) -> Fact {
    Fact { at: Hybrid { ms: wall, seq: 0 }, clock: Moment::new(wall, 0), event }
}
