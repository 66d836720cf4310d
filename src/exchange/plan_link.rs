//! A teacher's plan as the end of a link: this week's unit, days, minutes, a comment, and what is said about single
//! skills, checked like a ticket. It names no learner and no class; where it is meant for one student, their number.

use super::ticket::{BitReader, Bits, base_32, bytes_of, skill_hash};
use crate::learner::{COMMENT, Override, Plan};
use crate::num::{Day, SortedMap, crc32};

/// Skills of a plan, and words about skills, at most each.
const MOST: usize = 60;
const WORDS: [Override; 5] =
    [Override::Taught, Override::NotYet, Override::Skip, Override::Knows, Override::Again];

/// A plan, and the number of the student whom it is for; without one it is for the whole class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub plan: Plan,
    pub number: Option<u8>,
}

/// Bytes of a comment that find room.
const BYTES: usize = 511;
/// What a plan in a file begins with.
const FILE: &str = "TRELLIS-PLAN ";

/// The plan as a file: a line to be read by people, and what stands in the link.
pub fn file(asked: &Asked, note: &str) -> String {
    format!("{note}\n{FILE}{}\n", write(asked))
}

/// What stands behind the mark of a file, or at the end of a link, anywhere in a text.
pub fn find(text: &str) -> Option<&str> {
    let behind = |mark: &str| text.find(mark).map(|at| &text[at + mark.len()..]);
    let rest = behind(FILE).or_else(|| behind("#/unit/"))?;
    let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

/// What stands in the link. Skills beyond the most that a plan holds are left out.
pub fn write(Asked { plan, number }: &Asked) -> String {
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
    // What came later stands behind: an older release reads what is before it.
    let comment: String = plan.comment.chars().take(COMMENT).collect();
    let comment = &comment.as_bytes()[..comment.floor_char_boundary(BYTES)];
    bits.put(plan.minutes.unwrap_or(0).min(127).into(), 7);
    bits.put(number.unwrap_or(0).min(63).into(), 6);
    bits.put(plan.set.and_then(|day| u32::try_from(day.0).ok()).unwrap_or(0), 16);
    bits.put(comment.len() as u32, 9);
    comment.iter().for_each(|byte| bits.put((*byte).into(), 8));
    let mut bytes = bits.bytes();
    bytes.extend(crc32::hash(&bytes).to_be_bytes());
    base_32(&bytes)
}

/// The plan in a link, as far as this course has its skills; `None` where the link was changed or cut.
pub fn read<'a>(text: &str, ids: impl Iterator<Item = &'a str>) -> Option<Asked> {
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
    let number = more(&mut bits, &mut plan).filter(|number| *number > 0);
    Some(Asked { plan, number })
}

/// What releases since the first one write behind it; gives the number.
fn more(bits: &mut BitReader, plan: &mut Plan) -> Option<u8> {
    let minutes = bits.take(7)?;
    plan.minutes = u8::try_from(minutes).ok().filter(|minutes| *minutes > 0);
    let number = u8::try_from(bits.take(6)?).ok();
    let set = bits.take(16)?;
    plan.set = i32::try_from(set).ok().filter(|day| *day > 0).map(Day);
    let bytes: Option<Vec<u8>> =
        (0..bits.take(9)?).map(|_| bits.take(8).and_then(|byte| u8::try_from(byte).ok())).collect();
    plan.comment = String::from_utf8(bytes?).unwrap_or_default().chars().take(COMMENT).collect();
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A link of the first release that wrote any: a unit, days and one word, and nothing behind them.
    const FIRST: &str = "A4R52D0607QW2QVYTTNZYK34";
    const IDS: [&str; 2] = ["fr.add-like", "fr.add-unlike"];

    fn asked() -> Asked {
        let plan = Plan {
            unit: [IDS[1].to_string()].into_iter().collect(),
            from: Some(Day(20_784)),
            until: Some(Day(20_788)),
            overrides: [(IDS[0].to_string(), Override::Knows)].into_iter().collect(),
            minutes: Some(15),
            comment: "¡Ánimo! Take your time.".into(),
            set: Some(Day(20_783)),
        };
        Asked { plan, number: Some(7) }
    }

    #[test]
    fn everything_that_is_asked_for_comes_back() {
        assert_eq!(read(&write(&asked()), IDS.into_iter()), Some(asked()));
        let none = Asked::default();
        assert_eq!(read(&write(&none), IDS.into_iter()), Some(none));
    }

    #[test]
    fn a_comment_that_is_too_long_is_cut_between_letters() {
        let mut long = asked();
        long.plan.comment = format!("aa{}", "€".repeat(300));
        let back = read(&write(&long), IDS.into_iter()).expect("a plan").plan.comment;
        assert!(back.len() <= BYTES && back.len() > BYTES - 4 && long.plan.comment.starts_with(&back));
    }

    #[test]
    fn a_link_of_an_earlier_release_is_read() {
        let mut first = asked();
        (first.number, first.plan.minutes, first.plan.set) = (None, None, None);
        first.plan.comment.clear();
        assert_eq!(read(FIRST, IDS.into_iter()), Some(first));
    }

    #[test]
    fn a_link_that_was_changed_anywhere_is_refused() {
        let link = write(&asked());
        for at in 0..link.len() {
            let mut other: Vec<u8> = link.bytes().collect();
            other[at] = if other[at] == b'0' { b'1' } else { b'0' };
            let other = String::from_utf8(other).expect("digits");
            // Bits that only fill up the last letter say nothing.
            let read = read(&other, IDS.into_iter());
            assert!(read.is_none() || (at + 1 == link.len() && read == Some(asked())), "letter {at}");
        }
    }

    #[test]
    fn it_is_found_in_a_file_and_in_a_message() {
        let link = write(&asked());
        assert_eq!(find(&file(&asked(), "For this week")), Some(&*link));
        assert_eq!(find(&format!("Hello, please open https://x.test/#/unit/{link}. Bye")), Some(&*link));
        assert_eq!(find("no plan"), None);
    }
}
