//! The ticket: what a learner hands in to a teacher. Text of at most [`LONGEST`] characters out of the letters that a QR
//! code packs best; `docs/ticket.md` is its description. It holds a number in a class and where each skill stands. It
//! never holds a name, a picture, how somebody feels, an accommodation or an answer. It catches damage, not cheating,
//! and says so on its face: not for grades.

use crate::learner::{Learner, Level, Status};
use crate::num::{Day, crc32};
use std::fmt;
use std::str::FromStr;

/// Characters of a ticket, at most: one QR code that a camera still reads from a screen.
pub const LONGEST: usize = 1_200;
/// What every ticket of this version begins with.
pub const MARK: &str = "TRELLIS1-NOT-FOR-GRADES-";
/// What every ticket ends with.
const END: char = '.';
/// Numbers in a class.
pub const NUMBERS: std::ops::RangeInclusive<u8> = 1..=40;
/// Digits of base 32 without letters that look like digits (Crockford 2002).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Interests that a ticket can name, for ever in this order.
const INTERESTS: [&str; 8] = ["sports", "music", "animals", "cooking", "making", "space", "games", "nature"];
/// Letters of the names of wrong rules.
const LETTERS: &[u8; 40] = b"abcdefghijklmnopqrstuvwxyz0123456789.-_/";
const MOST_RULES: usize = 6;
const MOST_SKILLS: usize = 255;
/// Questions and minutes are told in steps of five.
const STEP: u32 = 5;
const NEVER: u32 = 511;

/// A class, as its link names it: six digits of base 32, drawn by chance on the teacher's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(u32);

impl ClassId {
    const LETTERS: u32 = 6;

    /// Out of any 30 random bits.
    pub fn new(bits: u32) -> Self {
        Self(bits & 0x3FFF_FFFF)
    }
}

impl fmt::Display for ClassId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for place in (0..Self::LETTERS).rev() {
            write!(f, "{}", char::from(DIGITS[(self.0 >> (5 * place)) as usize & 31]))?;
        }
        Ok(())
    }
}

impl FromStr for ClassId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != Self::LETTERS as usize {
            return Err(());
        }
        let add = |bits: u32, byte: u8| digit(byte.to_ascii_uppercase()).map(|digit| bits << 5 | digit);
        text.bytes().try_fold(0, add).map(Self).ok_or(())
    }
}

/// What a learner hands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticket {
    pub class: Option<ClassId>,
    /// 1 to 40.
    pub number: Option<u8>,
    /// Forty bits that follow from when the history began: the same on every device it was taken to.
    pub key: u64,
    /// Hash of the map's skills: whether both sides have the same course.
    pub map: u16,
    /// The day it speaks of.
    pub day: Day,
    /// 0 is kindergarten.
    pub grade: Option<u8>,
    /// Out of a closed list.
    pub interests: Vec<&'static str>,
    /// First answers and minutes at work, rounded down to fives; minutes of the last seven days likewise.
    pub answers: u32,
    pub minutes: u32,
    pub week: u32,
    /// Days with an answer.
    pub days: u32,
    /// Wrong rules seen on two different items.
    pub rules: Vec<String>,
    pub skills: Vec<Held>,
    /// Skills that found no room.
    pub left_out: u8,
}

/// Where one skill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// [`skill_hash`] of its id.
    pub skill: u32,
    /// `wins` and `fruitless` are told up to 15, `losses` up to 31.
    pub status: Status,
}

/// Why a text is no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something was changed, dropped or added on the way.
    Damaged,
    /// Its end is missing.
    Cut,
    /// Made by a newer Trellis.
    Newer,
    /// Not a ticket.
    Foreign,
}

impl Ticket {
    /// What this learner hands in on `day`.
    pub fn of(learner: &Learner, day: Day) -> Self {
        let day = learner.day(day);
        let place = learner.class.as_ref();
        let interests = learner.profile.interests.as_deref().unwrap_or_default();
        let mut ticket = Self {
            class: place.and_then(|place| place.class.parse().ok()),
            number: place.map(|place| place.number).filter(|number| NUMBERS.contains(number)),
            key: key(learner),
            map: map_hash(learner.map().skills.iter().map(|skill| skill.id.as_str())),
            day,
            grade: learner.profile.grade.filter(|grade| *grade < 15),
            interests: INTERESTS.into_iter().filter(|known| interests.iter().any(|i| i == known)).collect(),
            answers: learner.answers.min(STEP * 4_095) / STEP * STEP,
            minutes: fives(learner.spent(), 4_095),
            week: fives(learner.spent_since(Day(day.0 - 6)), 255),
            days: learner.days.min(511),
            rules: learner.rules_seen_twice().filter(|rule| is_writable(rule)).map(String::from).collect(),
            skills: learner.statuses(day).map(|(id, status)| held(id, status, day)).collect(),
            left_out: 0,
        };
        ticket.rules.truncate(MOST_RULES);
        ticket.make_room();
        ticket
    }

    /// Leaves out what is known and was quiet for longest, until the rest fits.
    fn make_room(&mut self) {
        let all = self.skills.len();
        let weight = |held: &Held| {
            let quiet = self.day.since(held.status.practised.unwrap_or_default());
            (held.status.fruitless == 0, quiet)
        };
        let mut order: Vec<(bool, i32, u32)> = self
            .skills
            .iter()
            .map(|held| {
                let (calm, quiet) = weight(held);
                (calm, quiet, held.skill)
            })
            .collect();
        order.sort_unstable();
        while self.skills.len() > MOST_SKILLS || self.write().len() > LONGEST {
            let Some((_, _, last)) = order.pop() else { return };
            self.skills.retain(|held| held.skill != last);
            self.left_out = u8::try_from(all - self.skills.len()).unwrap_or(u8::MAX);
        }
    }

    /// The ticket as text.
    pub fn write(&self) -> String {
        let mut bits = Bits::default();
        bits.put(self.class.map_or(0, |class| class.0), 30);
        bits.put(u32::from(self.class.is_some()), 1);
        bits.put(self.number.unwrap_or(0).into(), 6);
        bits.put((self.key >> 20) as u32 & 0xF_FFFF, 20);
        bits.put(self.key as u32 & 0xF_FFFF, 20);
        bits.put(self.map.into(), 16);
        bits.put(u32::try_from(self.day.0).unwrap_or(0), 16);
        bits.put(self.grade.unwrap_or(15).into(), 4);
        for known in INTERESTS {
            bits.put(u32::from(self.interests.contains(&known)), 1);
        }
        bits.put(self.answers / STEP, 12);
        bits.put(self.minutes / STEP, 12);
        bits.put(self.week / STEP, 8);
        bits.put(self.days, 9);
        bits.put(self.left_out.into(), 8);
        bits.put(self.rules.len() as u32, 3);
        for rule in &self.rules {
            bits.put(rule.len() as u32, 6);
            rule.bytes().for_each(|byte| bits.put(letter(byte).unwrap_or(0), 6));
        }
        bits.put(self.skills.len() as u32, 8);
        self.skills.iter().for_each(|held| held.put(self.day, &mut bits));
        let mut bytes = bits.bytes;
        let sum = crc32::hash(&bytes);
        bytes.extend(sum.to_be_bytes());
        format!("{MARK}{}{END}", base_32(&bytes))
    }

    /// Reads a ticket; spaces and line breaks within it do no harm, any other change does.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).take(2 * LONGEST).collect();
        let Some(rest) = text.strip_prefix(MARK) else {
            let newer = text.strip_prefix("TRELLIS").and_then(|rest| rest.split_once('-'));
            let newer = newer.and_then(|(version, _)| version.parse::<u32>().ok()).is_some_and(|v| v > 1);
            return Err(match () {
                () if newer => Refusal::Newer,
                () if text.contains("NOT-FOR-GRADES") || text.starts_with("TRELLIS1") => Refusal::Damaged,
                () => Refusal::Foreign,
            });
        };
        let (body, after) = rest.split_once(END).ok_or(Refusal::Cut)?;
        if !after.is_empty() {
            return Err(Refusal::Damaged);
        }
        let bytes = bytes_of(body).ok_or(Refusal::Damaged)?;
        let (bytes, sum) = bytes.split_last_chunk::<4>().ok_or(Refusal::Damaged)?;
        if crc32::hash(bytes).to_be_bytes() != *sum {
            return Err(Refusal::Damaged);
        }
        let mut bits = BitReader::new(bytes);
        let ticket = Self::take(&mut bits).ok_or(Refusal::Damaged)?;
        // Nothing but the filling of the last byte may follow.
        if ticket.write() == text { Ok(ticket) } else { Err(Refusal::Damaged) }
    }

    fn take(bits: &mut BitReader) -> Option<Self> {
        let class = ClassId(bits.take(30)?);
        let class = (bits.take(1)? == 1).then_some(class);
        let number = Some(bits.take(6)? as u8).filter(|number| NUMBERS.contains(number));
        let key = u64::from(bits.take(20)?) << 20 | u64::from(bits.take(20)?);
        let map = bits.take(16)? as u16;
        let day = Day(i32::try_from(bits.take(16)?).ok()?);
        let grade = Some(bits.take(4)? as u8).filter(|grade| *grade < 15);
        let mut interests = Vec::new();
        for known in INTERESTS {
            if bits.take(1)? == 1 {
                interests.push(known);
            }
        }
        let (answers, minutes, week) = (bits.take(12)? * STEP, bits.take(12)? * STEP, bits.take(8)? * STEP);
        let (days, left_out) = (bits.take(9)?, bits.take(8)? as u8);
        let mut rules = Vec::new();
        for _ in 0..bits.take(3)? {
            let letters = (0..bits.take(6)?).map(|_| Some(char::from(*LETTERS.get(bits.take(6)? as usize)?)));
            rules.push(letters.collect::<Option<String>>()?);
        }
        let skills = (0..bits.take(8)?).map(|_| Held::take(day, bits)).collect::<Option<Vec<_>>>()?;
        Some(Self {
            class,
            number,
            key,
            map,
            day,
            grade,
            interests,
            answers,
            minutes,
            week,
            days,
            rules,
            skills,
            left_out,
        })
    }
}

impl Held {
    fn put(&self, day: Day, bits: &mut Bits) {
        let status = &self.status;
        bits.put(self.skill, 20);
        bits.put(status.level as u32, 2);
        bits.put(status.earned as u32, 2);
        bits.put(status.fading.into(), 1);
        bits.put(status.wins, 4);
        bits.put(status.losses, 5);
        bits.put(ago(status.shown, day), 9);
        // After a win nothing else can be the last answer, but for a later try at the same question.
        let quiet = status.fruitless == 0 && status.practised == status.shown;
        bits.put((!quiet).into(), 1);
        if !quiet {
            bits.put(status.fruitless, 4);
            bits.put(ago(status.practised, day), 9);
        }
    }

    fn take(day: Day, bits: &mut BitReader) -> Option<Self> {
        let skill = bits.take(20)?;
        let (level, earned) = (level(bits.take(2)?), level(bits.take(2)?));
        let (fading, wins, losses) = (bits.take(1)? == 1, bits.take(4)?, bits.take(5)?);
        let shown = before(bits.take(9)?, day);
        let (fruitless, practised) =
            if bits.take(1)? == 1 { (bits.take(4)?, before(bits.take(9)?, day)) } else { (0, shown) };
        Some(Self {
            skill,
            status: Status { level, earned, fading, shown, practised, wins, losses, fruitless },
        })
    }
}

/// What a text with tickets in it gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Each ticket as it is written without spaces, and what it says.
    pub tickets: Vec<(String, Ticket)>,
    pub unreadable: Vec<Unreadable>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Counted from 1.
    pub line: usize,
    /// How it begins.
    pub start: String,
    pub why: Refusal,
}

/// A text longer than this is not read to its end.
const MOST_TEXT: usize = 4 << 20;
/// Lines over which one ticket may be broken.
const MOST_LINES: usize = 40;

/// Finds every ticket in a pasted column, an export of a form or a message. Other lines are passed over; lines that were
/// meant as tickets and cannot be read are named.
pub fn gather(text: &str) -> Gathered {
    let mut gathered = Gathered::default();
    let end = (0..=MOST_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let lines: Vec<&str> = text[..end].lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let mut used = 1;
        for (start, _) in line.match_indices("TRELLIS") {
            let next = line[start + 1..].find("TRELLIS").map_or(line.len(), |next| start + 1 + next);
            let mut piece = String::from(&line[start..next]);
            // A ticket that a mail program broke into lines.
            while next == line.len() && !piece.contains(END) && used < MOST_LINES {
                // Whatever breaks lines breaks none later than the first.
                let fits = |more: &&&str| more.len() <= line.len() + 4 && is_rest(more);
                let Some(more) = lines.get(at + used).filter(fits) else { break };
                piece.push_str(more.trim_matches(is_wrapping));
                used += 1;
            }
            let piece: String = match piece.find(END) {
                Some(end) => piece[..=end].into(),
                None => piece.trim_end_matches(is_wrapping).into(),
            };
            let piece: String = piece.chars().filter(|c| !c.is_whitespace()).collect();
            match Ticket::read(&piece) {
                Ok(ticket) => gathered.tickets.push((piece, ticket)),
                // "Trellis" in a sentence is no ticket.
                Err(Refusal::Foreign) if piece.len() < 60 => {}
                Err(why) => gathered.unreadable.push(unreadable(at + 1, &piece, why)),
            }
        }
        if !line.contains("TRELLIS") && was_meant(line) {
            gathered.unreadable.push(unreadable(at + 1, line.trim(), Refusal::Damaged));
        }
        at += used;
    }
    gathered
}

fn unreadable(line: usize, text: &str, why: Refusal) -> Unreadable {
    Unreadable { line, start: text.chars().take(40).collect(), why }
}

/// Quotes, commas and marks of mail that stand around a ticket.
fn is_wrapping(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '"' | '\'' | '>' | '=' | ',' | ';' | '\t')
}

/// The line could be the middle or the end of a ticket.
fn is_rest(line: &str) -> bool {
    let line = line.trim_matches(is_wrapping);
    let inner = line.strip_suffix(END).unwrap_or(line);
    !inner.is_empty() && inner.bytes().all(|byte| digit(byte).is_some())
}

/// Without its first word it is no ticket, but somebody thought so.
fn was_meant(line: &str) -> bool {
    let longest = line.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit()).map(str::len).max();
    line.contains("NOT-FOR-GRADES") || longest.unwrap_or(0) >= 60
}

/// Twenty bits for a skill's id; within one course no two are alike, which a test sees to.
pub fn skill_hash(id: &str) -> u32 {
    let hash = fnv(id);
    ((hash >> 40) ^ (hash >> 20) ^ hash) as u32 & 0xF_FFFF
}

fn map_hash<'a>(ids: impl Iterator<Item = &'a str>) -> u16 {
    ids.fold(0_u64, |sum, id| sum.rotate_left(1) ^ fnv(id)) as u16
}

/// FNV-1a (Fowler, Noll, Vo 1991).
fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

fn key(learner: &Learner) -> u64 {
    let born = learner.born.unwrap_or_default();
    fnv(&format!("{}/{}", born.ms, born.seq)) & 0xFF_FFFF_FFFF
}

fn held(id: &str, status: Status, day: Day) -> Held {
    let bounded = |on: Option<Day>| before(ago(on, day), day);
    let status = Status {
        wins: status.wins.min(15),
        losses: status.losses.min(31),
        fruitless: status.fruitless.min(15),
        shown: bounded(status.shown),
        practised: bounded(status.practised),
        ..status
    };
    Held { skill: skill_hash(id), status }
}

/// Days before the ticket's own.
fn ago(on: Option<Day>, day: Day) -> u32 {
    on.map_or(NEVER, |on| u32::try_from(day.since(on)).unwrap_or(0).min(NEVER - 1))
}

fn before(ago: u32, day: Day) -> Option<Day> {
    (ago != NEVER).then(|| Day(day.0 - i32::try_from(ago).unwrap_or(0)))
}

fn level(bits: u32) -> Level {
    [Level::New, Level::Started, Level::Practised, Level::Mastered][bits as usize & 3]
}

fn fives(seconds: f64, most: u32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded down on purpose")]
    let fives = (seconds.max(0.0) / 60.0 / f64::from(STEP)) as u32;
    fives.min(most) * STEP
}

fn is_writable(rule: &str) -> bool {
    rule.len() < 64 && rule.bytes().all(|byte| letter(byte).is_some())
}

fn letter(byte: u8) -> Option<u32> {
    LETTERS.iter().position(|letter| *letter == byte).map(|at| at as u32)
}

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == byte).map(|at| at as u32)
}

pub(super) fn base_32(bytes: &[u8]) -> String {
    let mut bits = BitReader::new(bytes);
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    while let Some(digit) = bits.take_some(5) {
        text.push(char::from(DIGITS[digit as usize]));
    }
    text
}

pub(super) fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let mut bits = Bits::default();
    for byte in text.bytes() {
        bits.put(digit(byte)?, 5);
    }
    bits.bytes.truncate(text.len() * 5 / 8);
    Some(bits.bytes)
}

/// Bits in a row, the highest first.
#[derive(Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    used: usize,
}

impl Bits {
    pub(super) fn bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(super) fn put(&mut self, value: u32, width: u32) {
        let value = value.min((1 << width) - 1);
        for place in (0..width).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = (value >> place & 1) as u8;
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }
}

pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn take(&mut self, width: u32) -> Option<u32> {
        (self.at + width as usize <= self.bytes.len() * 8).then(|| self.bits(width))
    }

    /// The last bits may be fewer; zeros are put behind them.
    fn take_some(&mut self, width: u32) -> Option<u32> {
        (self.at < self.bytes.len() * 8).then(|| self.bits(width))
    }

    fn bits(&mut self, width: u32) -> u32 {
        (0..width).fold(0, |value, _| {
            let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
            let bit = byte >> (7 - self.at % 8) & 1;
            self.at += 1;
            value << 1 | u32::from(bit)
        })
    }
}
