//! A teacher's plan as the end of a link: this week's unit and what is said about single skills, checked like a ticket.
//! It names skills alone: no learner, no class.

use super::ticket::{BitReader, Bits, base_32, bytes_of, skill_hash};
use crate::learner::{Override, Plan};
use crate::num::{Day, SortedMap, crc32};

/// Skills of a plan, and words about skills, at most each.
const MOST: usize = 60;
const WORDS: [Override; 5] =
    [Override::Taught, Override::NotYet, Override::Skip, Override::Knows, Override::Again];

/// What stands in the link. Skills beyond the most that a plan holds are left out.
pub fn write(plan: &Plan) -> String {
    let mut bits = Bits::default();
    for day in [plan.from, plan.until] {
        bits.put(day.and_then(|day| u32::try_from(day.0).ok()).unwrap_or(0), 16);
    }
    bits.put(plan.unit.len().min(MOST) as u32, 6);
    plan.unit.iter().take(MOST).for_each(|skill| bits.put(skill_hash(skill), 20));
    let words = plan
        .overrides
        .iter()
        .filter_map(|(skill, word)| Some((skill, WORDS.iter().position(|other| other == word)? as u32)));
    let words: Vec<(&String, u32)> = words.take(MOST).collect();
    bits.put(words.len() as u32, 6);
    for (skill, word) in words {
        bits.put(skill_hash(skill), 20);
        bits.put(word, 3);
    }
    let mut bytes = bits.bytes();
    bytes.extend(crc32::hash(&bytes).to_be_bytes());
    base_32(&bytes)
}

/// The plan in a link, as far as this course has its skills; `None` where the link was changed or cut.
pub fn read<'a>(text: &str, ids: impl Iterator<Item = &'a str>) -> Option<Plan> {
    if text.len() > 4_000 {
        return None;
    }
    let bytes = bytes_of(&text.to_ascii_uppercase())?;
    let (bytes, sum) = bytes.split_last_chunk::<4>()?;
    (crc32::hash(bytes).to_be_bytes() == *sum).then_some(())?;
    let known: SortedMap<u32, &str> = ids.map(|id| (skill_hash(id), id)).collect();
    let mut bits = BitReader::new(bytes);
    let mut day = || Some(Some(Day(i32::try_from(bits.take(16)?).ok()?)).filter(|day| day.0 > 0));
    let (from, until) = (day()?, day()?);
    let mut plan = Plan { from, until, ..Plan::default() };
    for _ in 0..bits.take(6)? {
        if let Some(id) = known.get(&bits.take(20)?) {
            plan.unit.insert((*id).into());
        }
    }
    for _ in 0..bits.take(6)? {
        let (hash, word) = (bits.take(20)?, bits.take(3)?);
        if let (Some(id), Some(word)) = (known.get(&hash), WORDS.get(word as usize)) {
            plan.overrides.insert((*id).into(), *word);
        }
    }
    Some(plan)
}
