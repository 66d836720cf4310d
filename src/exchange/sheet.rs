//! The id of a practice sheet on paper (T7): a few signs that say which skills are on it, how many questions, and which
//! draw of them. What was right is typed back in beside it. It names nobody; it may hold a number in a class.
//!
//! Signs of Crockford's base 32: one for the number of skills and of questions, three for the number in the class and
//! the draw, two for each skill (its place in `content/return-codes.txt`, which never changes), and two that check the
//! rest as in a return code. Their sums are others, so that neither is taken for the other.

use super::code::{self, Places, Slip};
use super::ticket::NUMBERS;
use crate::num::SplitMix64;

/// Skills on one sheet, at most.
pub const MOST_SKILLS: usize = 4;
/// Numbers of questions that a sheet can have.
pub const QUESTIONS: [u8; 8] = [4, 6, 8, 10, 12, 16, 20, 24];
/// Draws that can be told apart.
pub const DRAWS: u16 = 512;
const SUMS: [u8; 2] = [5, 27];

/// What is on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sheet {
    /// 1 to 40, where it is made for somebody in a class.
    pub number: Option<u8>,
    /// Below [`DRAWS`].
    pub draw: u16,
    /// One of [`QUESTIONS`].
    pub questions: u8,
    /// Ids, one to [`MOST_SKILLS`] of them.
    pub skills: Vec<String>,
}

impl Sheet {
    /// The id, in groups of four signs; `None` where a skill has no place, or there is none.
    pub fn write(&self, places: &Places) -> Option<String> {
        let size = QUESTIONS.iter().position(|size| *size == self.questions)?;
        let skills = self.skills.iter().map(|skill| places.of(skill)).collect::<Option<Vec<_>>>()?;
        let count = skills.len().checked_sub(1).filter(|count| *count < MOST_SKILLS)?;
        let drawn = usize::from(self.number.unwrap_or(0)) << 9 | usize::from(self.draw % DRAWS);
        let mut signs = vec![(count << 3 | size) as u8];
        signs.extend([10, 5, 0].map(|by| (drawn >> by & 31) as u8));
        signs.extend(skills.iter().flat_map(|place| [(place >> 5) as u8, (place & 31) as u8]));
        signs.extend(code::check(&signs, SUMS));
        Some(code::grouped(&signs))
    }

    /// Reads an id, however it is typed.
    pub fn read(text: &str, places: &Places) -> Result<Self, Slip> {
        let signs = code::signs(text)?;
        let (head, rest) = signs.split_at_checked(4).ok_or(Slip::Mistyped)?;
        if code::sums(&signs) != SUMS || rest.len() != 2 * (usize::from(head[0] >> 3) + 2) {
            return Err(Slip::Mistyped);
        }
        let drawn = head[1..].iter().fold(0_u16, |drawn, sign| drawn << 5 | u16::from(*sign));
        let skills = rest[..rest.len() - 2].chunks(2).map(|two| {
            let place = usize::from(two[0]) << 5 | usize::from(two[1]);
            places.skills().nth(place).map(String::from).ok_or(Slip::Newer)
        });
        Ok(Self {
            number: Some((drawn >> 9) as u8).filter(|number| NUMBERS.contains(number)),
            draw: drawn % DRAWS,
            questions: QUESTIONS[usize::from(head[0] & 7)],
            skills: skills.collect::<Result<_, _>>()?,
        })
    }

    /// Which of its skills a question belongs to, counted from 0: one after another, as evenly as it goes.
    pub fn skill_of(&self, question: usize) -> &str {
        &self.skills[question * self.skills.len() / usize::from(self.questions.max(1))]
    }

    /// Where the questions of one skill are drawn from: the same for everybody who has the same sheet.
    pub fn chance(&self, skill: &str) -> SplitMix64 {
        let name = skill
            .bytes()
            .fold(u64::from(self.questions), |sum, byte| sum.wrapping_mul(0x100_0000_01B3) ^ u64::from(byte));
        SplitMix64::new(name ^ u64::from(self.draw) << 40 ^ u64::from(self.number.unwrap_or(0)) << 52)
    }
}

/// The numbers of questions in a text, as people write them: `1 2 5-7`. None above `most`, each once, in order.
pub fn read_marks(text: &str, most: u8) -> Vec<u8> {
    let mut marks: Vec<u8> = Vec::new();
    for piece in text.split(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '-' | '–'))) {
        let mut ends = piece.split(['-', '–']).filter_map(|end| end.parse::<u8>().ok());
        let Some(first) = ends.next() else { continue };
        marks.extend(
            (first..=ends.next().unwrap_or(first).min(most)).filter(|mark| *mark >= 1 && *mark <= most),
        );
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// As they are kept: `1 2 5 6 7`.
pub fn write_marks(marks: &[u8]) -> String {
    marks.iter().map(u8::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets() -> impl Iterator<Item = Sheet> {
        let ids: Vec<String> = Places::here().skills().map(String::from).collect();
        let mut chance = SplitMix64::new(4);
        (0..400).map(move |turn| Sheet {
            number: [None, Some(1), Some(40), Some(17)][turn % 4],
            draw: chance.below(u64::from(DRAWS)) as u16,
            questions: QUESTIONS[turn % QUESTIONS.len()],
            skills: (0..=turn % MOST_SKILLS)
                .map(|_| ids[chance.below(ids.len() as u64) as usize].clone())
                .collect(),
        })
    }

    #[test]
    fn an_id_says_what_is_on_the_sheet_and_no_slip_says_something_else() {
        let places = Places::here();
        let (mut slips, mut longest) = (0, 0);
        for sheet in sheets() {
            let id = sheet.write(&places).expect("every skill has a place");
            assert_eq!(Sheet::read(&id, &places).as_ref(), Ok(&sheet), "{id}");
            assert_eq!(Sheet::read(&id.to_lowercase().replace('-', " "), &places).as_ref(), Ok(&sheet));
            let plain = id.replace('-', "");
            longest = longest.max(plain.len());
            for at in 0..plain.len() {
                for sign in
                    "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|sign| !plain[at..].starts_with(*sign))
                {
                    let slip = format!("{}{sign}{}", &plain[..at], &plain[at + 1..]);
                    assert!(Sheet::read(&slip, &places).is_err(), "{id} as {slip}");
                    slips += 1;
                }
            }
            assert_eq!(places.read_code(&id), Err(Slip::Mistyped), "no return code");
        }
        assert!(slips > 100_000 && longest == 14, "{slips} {longest}");
    }

    #[test]
    fn a_return_code_is_no_sheet() {
        let places = Places::here();
        for skill in places.skills() {
            let code = places.write(&[skill.to_string()].into_iter().collect());
            assert_eq!(Sheet::read(&code, &places), Err(Slip::Mistyped), "{code}");
        }
        assert_eq!(Sheet::read("", &places), Err(Slip::Empty));
        assert_eq!(Sheet::read("7KQ", &places), Err(Slip::Mistyped));
    }

    #[test]
    fn questions_are_shared_out_evenly() {
        let skills = ["a", "b", "c"].map(String::from).to_vec();
        let sheet = Sheet { number: None, draw: 0, questions: 8, skills };
        let all: String = (0..8).map(|question| sheet.skill_of(question)).collect();
        assert_eq!(all, "aaabbbcc");
    }

    #[test]
    fn marks_are_read_as_people_write_them() {
        for (typed, read) in [
            ("1 2 5-7", "1 2 5 6 7"),
            ("8,1;1", "1 8"),
            ("0 9 200 3–4", "3 4"),
            ("7-99", "7 8"),
            ("all", ""),
            ("", ""),
            ("7-5", ""),
        ] {
            assert_eq!(write_marks(&read_marks(typed, 8)), read, "{typed}");
        }
    }
}
