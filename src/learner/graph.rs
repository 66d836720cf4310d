//! The map's prerequisites as places in its list of skills: what stands near a skill, and how near.

use crate::content::{Map, Skill};

/// How far news of a skill travels, and what is left of it after each step.
const REACH: u8 = 5;
const FADE: f64 = 0.85;

#[derive(Debug, Default)]
pub struct Graph {
    /// Hashes of ids with their places, in the order of the hashes; and the ids themselves, by place.
    places: Vec<(u64, u32)>,
    ids: Vec<String>,
    pub parents: Vec<Vec<u32>>,
    pub children: Vec<Vec<u32>>,
    /// What a skill builds on and what builds on it, with the share of news that arrives there.
    pub below: Vec<Vec<(u32, f64)>>,
    pub above: Vec<Vec<(u32, f64)>>,
    /// How many skills build on each, the near ones counting most.
    pub reach: Vec<f64>,
}

impl Graph {
    pub fn of(map: &Map) -> Self {
        let ids: Vec<String> = map.skills.iter().map(|skill| skill.id.clone()).collect();
        let mut places: Vec<(u64, u32)> =
            ids.iter().zip(0..).map(|(id, place)| (hash(id, 0), place)).collect();
        places.sort_unstable();
        let mut graph = Self { places, ids, ..Self::default() };
        let count = map.skills.len();
        graph.children = vec![Vec::new(); count];
        for (skill, place) in map.skills.iter().zip(0..) {
            let parents: Vec<u32> = skill.prerequisites.iter().filter_map(|id| graph.place(id)).collect();
            for parent in &parents {
                graph.children[*parent as usize].push(place);
            }
            graph.parents.push(parents);
        }
        graph.below = (0..count).map(|place| reach(&graph.parents, place)).collect();
        graph.above = (0..count).map(|place| reach(&graph.children, place)).collect();
        graph.reach = graph.above.iter().map(|above| above.iter().map(|(_, share)| share).sum()).collect();
        graph
    }

    pub fn place(&self, id: &str) -> Option<u32> {
        let wanted = hash(id, 0);
        let first = self.places.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.places[first..].iter().take_while(|(hash, _)| *hash == wanted);
        alike.map(|(_, place)| *place).find(|place| self.ids[*place as usize] == id)
    }

    pub fn skill<'a>(&self, map: &'a Map, id: &str) -> Option<&'a Skill> {
        map.skills.get(self.place(id)? as usize)
    }
}

/// FNV-1a (Fowler, Noll and Vo): a number for a name and a level.
pub fn hash(name: &str, level: u8) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
    mix(name.bytes().fold(0xCBF2_9CE4_8422_2325, mix), level)
}

/// Everything within reach of `from` along `steps`, nearest first, each once.
fn reach(steps: &[Vec<u32>], from: usize) -> Vec<(u32, f64)> {
    let mut seen = vec![false; steps.len()];
    seen[from] = true;
    let (mut found, mut share) = (Vec::new(), 1.0);
    let mut front = vec![from as u32];
    for _ in 0..REACH {
        share *= FADE;
        let mut next = Vec::new();
        for place in front.iter().flat_map(|place| &steps[*place as usize]) {
            if !std::mem::replace(&mut seen[*place as usize], true) {
                next.push(*place);
                found.push((*place, share));
            }
        }
        front = next;
    }
    found
}
