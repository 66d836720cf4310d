//! The return code: what a learner has mastered, as a few letters and digits to write on paper. The last resort where
//! no file was kept. It holds skills and nothing else: no name, no answers, no dates.
//!
//! A code is `<entries of the list, 2 signs> <skills> <check, 2 signs>`, in the 32 signs of Crockford's base 32. The
//! list ([`Places`]) gives every skill a place for ever and is only added to, so that a code of an older course is read
//! by every newer one. The skills are arithmetic-coded (Witten, Neal and Cleary 1987): a skill whose neighbours are
//! mastered costs a fraction of a bit. The check is a Reed-Solomon code of distance 3 over GF(32): it notices every
//! wrong sign and every two neighbours that changed places.

use crate::content::{Map, Skill};
use crate::learner::{Learner, Level};
use crate::num::{Day, SortedSet};
use std::fmt::Write as _;

/// Signs that are not mistaken for one another: no I, L, O, U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Skills of this course in the order in which they came to it; see `content/return-codes.txt`.
const LIST: &str = include_str!("../../content/return-codes.txt");
/// Longer texts are no codes.
const MOST_SIGNS: usize = 400;
/// The list can grow to what two signs can count.
pub const MOST_PLACES: usize = 1_023;
/// The two sums of a whole code. Were they zero, a row of zeros would be a code.
const SUMS: [u8; 2] = [11, 22];

/// The list of skills that have a place in codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    skill: String,
    /// Where in the list what it built on stands, as it was when it came.
    on: Vec<usize>,
    /// The last place before it of the same strand, which is the id up to its first full stop.
    strand: Option<usize>,
}

/// Why a text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Nothing was typed.
    Empty,
    /// A sign that stands in no code.
    Sign(char),
    /// The check does not fit: a sign is wrong, missing, or two changed places.
    Mistyped,
    /// Written by a course with more skills than this one.
    Newer,
}

impl Places {
    /// Those of this course.
    pub fn here() -> Self {
        Self::read(LIST)
    }

    /// One skill a line: its id, and after `<` the ids it builds on. Lines that begin with `#` are for people.
    pub fn read(list: &str) -> Self {
        let mut places = Self::default();
        let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines.take(MOST_PLACES) {
            let (skill, on) = line.split_once('<').unwrap_or((line, ""));
            let skill = skill.trim();
            let on = on.split_whitespace().filter_map(|id| places.of(id)).collect();
            let of_strand = |entry: &Entry| strand(&entry.skill) == strand(skill);
            let strand = places.entries.iter().rposition(of_strand);
            places.entries.push(Entry { skill: skill.into(), on, strand });
        }
        places
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first places of the list alone, as an older course knew it.
    pub fn first(&self, count: usize) -> Self {
        Self { entries: self.entries[..count.min(self.len())].to_vec() }
    }

    pub fn skills(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.skill)
    }

    /// Whether codes can name this skill.
    pub fn has(&self, skill: &str) -> bool {
        self.of(skill).is_some()
    }

    pub(super) fn of(&self, skill: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.skill == skill)
    }

    /// The code of a set of skills, in groups of four signs. Skills without a place are left out.
    pub fn write(&self, mastered: &SortedSet<String>) -> String {
        let has: Vec<bool> = self.entries.iter().map(|entry| mastered.contains(&entry.skill)).collect();
        let mut coder = Encoder::default();
        let mut model = Model::default();
        for place in 0..self.len() {
            let context = self.context(&has, place);
            coder.write(has[place], model.chance(context));
            model.learn(context, has[place]);
        }
        let count = self.len();
        let mut signs = vec![(count >> 5) as u8, (count & 31) as u8];
        signs.extend(coder.finish());
        signs.extend(check(&signs, SUMS));
        grouped(&signs)
    }

    /// The skills of a code, in the order of the list. Small letters, blanks and dashes do not matter; O is read as 0,
    /// I and L as 1.
    pub fn read_code(&self, text: &str) -> Result<Vec<String>, Slip> {
        let signs = signs(text)?;
        if signs.len() < 5 || sums(&signs) != SUMS {
            return Err(Slip::Mistyped);
        }
        let count = usize::from(signs[0]) << 5 | usize::from(signs[1]);
        if count > self.len() {
            return Err(Slip::Newer);
        }
        let mut coder = Decoder::new(&signs[2..signs.len() - 2]);
        let mut model = Model::default();
        let mut has: Vec<bool> = Vec::with_capacity(count);
        for place in 0..count {
            let context = self.context(&has, place);
            let here = coder.read(model.chance(context));
            model.learn(context, here);
            has.push(here);
        }
        let skills = self.skills().zip(has).filter(|(_, here)| *here);
        Ok(skills.map(|(skill, _)| skill.to_owned()).collect())
    }

    /// What is known before the skill at this place: whether all it builds on is there, the skill before it in its
    /// strand, and the two before it in the list.
    fn context(&self, has: &[bool], place: usize) -> usize {
        let entry = &self.entries[place];
        let blocked = entry.on.iter().any(|on| !has[*on]);
        let strand = entry.strand.map_or(0, |before| 1 + usize::from(has[before]));
        let near = has[..place].iter().rev().take(2).filter(|here| **here).count();
        usize::from(blocked) * 9 + strand * 3 + near
    }
}

/// The lines that give these skills a place behind those that have one: of what can be answered the lower grades first,
/// and nothing before what it builds on.
pub fn added<'a>(list: &str, skills: impl Iterator<Item = &'a Skill>) -> String {
    let old = Places::read(list);
    let is_new = |skill: &&Skill| !skill.items.is_empty() && old.of(&skill.id).is_none();
    let mut waiting: Vec<&Skill> = skills.filter(is_new).collect();
    waiting.sort_by_key(|skill| (skill.grade, &skill.id));
    let mut lines = String::new();
    while !waiting.is_empty() {
        let waits = |id: &String| waiting.iter().any(|other| other.id == *id);
        let ready = |skill: &&Skill| !skill.prerequisites.iter().any(waits);
        let skill = waiting.remove(waiting.iter().position(ready).unwrap_or_default());
        let _ = writeln!(lines, "{} < {}", skill.id, skill.prerequisites.join(" "));
    }
    lines.lines().fold(String::new(), |text, line| text + line.trim_end_matches(" < ") + "\n")
}

fn strand(skill: &str) -> &str {
    skill.split('.').next().unwrap_or_default()
}

/// Everything mastered or brought back before, and all that it builds on; what a learner is to get back.
pub fn mastered(learner: &Learner, day: Day) -> SortedSet<String> {
    let skills = &learner.map().skills;
    let is_held = |id: &&str| learner.level(id, day) >= Level::Mastered || learner.is_brought_back(id);
    with_all_below(learner.map(), skills.iter().map(|skill| &*skill.id).filter(is_held))
}

/// These skills and all that they build on.
pub fn with_all_below<'a>(map: &'a Map, skills: impl Iterator<Item = &'a str>) -> SortedSet<String> {
    let mut waiting: Vec<&str> = skills.collect();
    let mut held = SortedSet::new();
    while let Some(id) = waiting.pop() {
        if held.insert(id.to_owned()) {
            let skill = map.skill(id);
            waiting.extend(skill.iter().flat_map(|skill| &skill.prerequisites).map(|id| &**id));
        }
    }
    held
}

/// How often a skill was there in each context, so far; what is likely at the start is set down here.
struct Model([(u32, u32); 18]);

impl Default for Model {
    fn default() -> Self {
        // (there, not there), in twelfths of a case.
        let open = [(2, 4), (4, 3), (12, 2), (2, 8), (4, 5), (5, 4), (5, 3), (8, 2), (24, 1)];
        let blocked = [(1, 80); 9];
        let mut start = [(1, 1); 18];
        start[..9].copy_from_slice(&open);
        start[9..].copy_from_slice(&blocked);
        Self(start.map(|(there, not)| (12 * there, 12 * not)))
    }
}

impl Model {
    /// Of 4096, strictly between.
    fn chance(&self, context: usize) -> u32 {
        let (there, not) = self.0[context];
        (4096 * there / (there + not)).clamp(1, 4095)
    }

    fn learn(&mut self, context: usize, here: bool) {
        let (there, not) = &mut self.0[context];
        *(if here { there } else { not }) += 24;
    }
}

const TOP: u32 = 0xFFFF;
const HALF: u32 = 0x8000;
const QUARTER: u32 = 0x4000;

/// Where the interval is cut for a case that has `chance` of 4096.
fn cut(low: u32, high: u32, chance: u32) -> u32 {
    low + (((high - low) * chance) >> 12)
}

struct Encoder {
    low: u32,
    high: u32,
    waiting: u32,
    bits: Vec<bool>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self { low: 0, high: TOP, waiting: 0, bits: Vec::new() }
    }
}

impl Encoder {
    fn write(&mut self, here: bool, chance: u32) {
        let middle = cut(self.low, self.high, chance);
        if here {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        loop {
            if self.high < HALF {
                self.bit(false);
            } else if self.low >= HALF {
                self.bit(true);
                (self.low, self.high) = (self.low - HALF, self.high - HALF);
            } else if self.low >= QUARTER && self.high < HALF + QUARTER {
                self.waiting += 1;
                (self.low, self.high) = (self.low - QUARTER, self.high - QUARTER);
            } else {
                break;
            }
            (self.low, self.high) = (self.low << 1, self.high << 1 | 1);
        }
    }

    fn bit(&mut self, bit: bool) {
        self.bits.push(bit);
        for _ in 0..std::mem::take(&mut self.waiting) {
            self.bits.push(!bit);
        }
    }

    /// As few signs as name a number in the interval. Bits that are missing at the end read as zeros.
    fn finish(mut self) -> Vec<u8> {
        self.waiting += 1;
        self.bit(self.low >= QUARTER);
        while self.bits.last() == Some(&false) {
            self.bits.pop();
        }
        let sign =
            |five: &[bool]| (0..5).fold(0, |sign, at| sign << 1 | u8::from(five.get(at) == Some(&true)));
        let mut signs: Vec<u8> = self.bits.chunks(5).map(sign).collect();
        // Without one a code would have no place for its skills.
        if signs.is_empty() {
            signs.push(0);
        }
        signs
    }
}

struct Decoder<'a> {
    low: u32,
    high: u32,
    value: u32,
    signs: &'a [u8],
    next: usize,
}

impl<'a> Decoder<'a> {
    fn new(signs: &'a [u8]) -> Self {
        let mut reader = Self { low: 0, high: TOP, value: 0, signs, next: 0 };
        for _ in 0..16 {
            reader.value = reader.value << 1 | reader.bit();
        }
        reader
    }

    fn bit(&mut self) -> u32 {
        let sign = self.signs.get(self.next / 5).copied().unwrap_or_default();
        let bit = sign >> (4 - self.next % 5) & 1;
        self.next += 1;
        bit.into()
    }

    fn read(&mut self, chance: u32) -> bool {
        let middle = cut(self.low, self.high, chance);
        let here = self.value <= middle;
        if here {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        loop {
            let off = if self.high < HALF {
                0
            } else if self.low >= HALF {
                HALF
            } else if self.low >= QUARTER && self.high < HALF + QUARTER {
                QUARTER
            } else {
                return here;
            };
            (self.low, self.high) = ((self.low - off) << 1, (self.high - off) << 1 | 1);
            self.value = (self.value - off) << 1 | self.bit();
        }
    }
}

pub(super) fn grouped(signs: &[u8]) -> String {
    let mut text = String::new();
    for (place, sign) in signs.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(SIGNS[usize::from(*sign)].into());
    }
    text
}

pub(super) fn signs(text: &str) -> Result<Vec<u8>, Slip> {
    let mut signs = Vec::new();
    for sign in text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '.')) {
        let plain = match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let place = SIGNS.iter().position(|known| char::from(*known) == plain).ok_or(Slip::Sign(sign))?;
        signs.push(u8::try_from(place).unwrap_or_default());
        if signs.len() > MOST_SIGNS {
            return Err(Slip::Mistyped);
        }
    }
    if signs.is_empty() { Err(Slip::Empty) } else { Ok(signs) }
}

/// Twice a value of GF(32), modulo x^5 + x^2 + 1.
fn double(value: u8) -> u8 {
    let twice = value << 1;
    if twice & 32 == 0 { twice } else { twice ^ 0b10_0101 }
}

/// The signs as a polynomial at the points 2 and 4 of GF(32).
pub(super) fn sums(signs: &[u8]) -> [u8; 2] {
    signs.iter().fold([0, 0], |[one, two], sign| [double(one) ^ sign, double(double(two)) ^ sign])
}

/// The two signs after which the sums of the whole are `wanted`.
pub(super) fn check(signs: &[u8], wanted: [u8; 2]) -> [u8; 2] {
    let fits = |first: &u8, second: u8| sums(&[signs, &[*first, second]].concat()) == wanted;
    let pairs = (0..32).flat_map(|first| (0..32).map(move |second| [first, second]));
    pairs.into_iter().find(|[first, second]| fits(first, *second)).expect("two equations in two unknowns")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Places {
        Places::read("# for people\na.one\na.two < a.one\nb.one < a.one a.gone\nb.two < b.one a.two\n")
    }

    fn set(skills: &[&str]) -> SortedSet<String> {
        skills.iter().map(|skill| (*skill).to_string()).collect()
    }

    #[test]
    fn every_set_of_skills_comes_back() {
        let list = list();
        let all: Vec<&str> = list.skills().collect();
        for bits in 0..16 {
            let chosen: Vec<&str> =
                all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, id)| *id).collect();
            let code = list.write(&set(&chosen));
            let read = list.read_code(&code).expect("a code");
            assert_eq!(read, chosen, "{code}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let list = list();
        let code = list.write(&set(&["a.one"]));
        let slack =
            format!("  {} ", code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
        assert_eq!(list.read_code(&slack), Ok(vec!["a.one".to_string()]), "{code} as {slack}");
        assert_eq!(list.read_code(" - "), Err(Slip::Empty));
        assert_eq!(list.read_code("7U"), Err(Slip::Sign('U')));
        assert_eq!(list.read_code("0000-0000"), Err(Slip::Mistyped));
        assert_eq!(list.first(3).read_code(&code), Err(Slip::Newer));
    }
}
