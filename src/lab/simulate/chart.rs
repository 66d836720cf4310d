//! The curriculum that simulated learners walk: a made map, or that of built packs.

use crate::content::{ItemRef, Map, Skill, UnitRef};
use crate::num::{SortedMap, SplitMix64};
use std::rc::Rc;

pub struct Chart {
    pub map: Rc<Map>,
    pub skills: Vec<Node>,
}

pub struct Node {
    /// Places of what it builds on.
    pub parents: Vec<usize>,
    /// Where it stands between the first skill (0) and the last (1).
    pub depth: f64,
    /// True difficulty of each item of the skill, which no policy knows.
    pub items: Vec<f64>,
}

const STRANDS: usize = 7;
const STEPS: usize = 20;

impl Chart {
    /// 140 skills: seven strands of twenty steps, with links across.
    pub fn made(options: u8) -> Self {
        Self::sized(STRANDS, STEPS, options)
    }

    /// A made map of `strands` times `steps` skills.
    pub fn sized(strands: usize, steps: usize, options: u8) -> Self {
        let mut chance = SplitMix64::new(17);
        let id = |strand: usize, step: usize| format!("s{strand}.k{step:02}");
        let mut skills = Vec::new();
        for step in 0..steps {
            for strand in 0..strands {
                let mut parents = Vec::new();
                if step > 0 {
                    parents.push(id(strand, step - 1));
                    if chance.below(3) == 0 {
                        let other = chance.below(strands as u64) as usize;
                        if other != strand {
                            parents.push(id(other, step - 1));
                        }
                    }
                }
                #[expect(clippy::cast_possible_truncation, reason = "0 to 8")]
                skills.push(skill(&id(strand, step), (step * 9 / steps) as u8, parents, options));
            }
        }
        let units = vec![UnitRef { id: "made".into(), file: "made.json".into(), ..UnitRef::default() }];
        Self::of(Rc::new(Map { schema: 1, skills, units, ..Map::default() }))
    }

    /// The skills of built packs that are taught there.
    pub fn of_packs(folder: &str) -> Result<Self, String> {
        let path = format!("{folder}/map.json");
        let json = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let (mut map, problems) = Map::read(&json);
        if let Some(problem) = problems.first() {
            return Err(format!("{path}: {problem}"));
        }
        map.skills.retain(|skill| !skill.items.is_empty());
        if map.skills.is_empty() {
            return Err(format!("{path}: no skill is taught there"));
        }
        Ok(Self::of(Rc::new(map)))
    }

    fn of(map: Rc<Map>) -> Self {
        let mut chance = SplitMix64::new(23);
        let place = |id: &String| map.skills.iter().position(|skill| skill.id == *id);
        let parents: Vec<Vec<usize>> =
            map.skills.iter().map(|skill| skill.prerequisites.iter().filter_map(place).collect()).collect();
        let mut depths = vec![0_usize; map.skills.len()];
        // Longest ways from the start; no way is longer than there are skills.
        for _ in 0..map.skills.len().min(64) {
            for (skill, parents) in parents.iter().enumerate() {
                depths[skill] = parents.iter().map(|parent| depths[*parent] + 1).max().unwrap_or(0).min(1000);
            }
        }
        let deepest = depths.iter().copied().max().unwrap_or(1).max(1) as f64;
        let skills = map.skills.iter().enumerate().map(|(at, skill)| Node {
            parents: parents[at].clone(),
            depth: depths[at] as f64 / deepest,
            items: skill
                .items
                .iter()
                .map(|item| 0.6 * (f64::from(item.level) - 2.0) + 0.35 * super::world::normal(&mut chance))
                .collect(),
        });
        Self { skills: skills.collect(), map: map.clone() }
    }
}

fn skill(id: &str, grade: u8, prerequisites: Vec<String>, options: u8) -> Skill {
    let item = |family: &str, level: u8| ItemRef {
        item: format!("{id}.{family}"),
        level,
        options,
        tags: vec![if family == "words" { "words" } else { "symbols" }.into()],
        unit: None,
    };
    Skill {
        id: id.into(),
        name: SortedMap::from([("en".into(), id.into())]),
        grade,
        standards: Vec::new(),
        prerequisites,
        unit: Some("made".into()),
        lesson: None,
        items: (1..=3)
            .flat_map(|level| ["bare", "other", "words"].map(|family| item(family, level)))
            .collect(),
    }
}
