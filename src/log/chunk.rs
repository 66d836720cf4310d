//! Chunks: how records lie on disk. A chunk is 1 to 256 records of one writer, in order, sealed as one; a frame is
//! a chunk behind a header that makes a torn write recognisable. Both copies of a log store frames.

use super::{
    id::{LearnerId, NotAnId, WriterId},
    record::{Damage, Record, RecordId},
};
use crate::num::crc32;
use std::{fmt, rc::Rc, str::FromStr};

/// Most counter values one chunk covers.
pub const MAX_COUNT: u32 = 256;

const MAGIC: &[u8; 4] = b"TRL1";
/// Magic, length of the body, CRC-32 of the body; both numbers little-endian.
const HEADER: usize = 12;
/// Learner, writer, first, count: plain, so that a chunk held elsewhere need not be opened.
const PLAIN: usize = 12 + 12 + 4 + 4;
const MAX_BODY: usize = 1 << 26;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChunkKey {
    pub learner: LearnerId,
    pub writer: WriterId,
    /// Number of the first record.
    pub first: u32,
    /// How many counter values are covered. A part of the name, so that no write ever makes a key cover less.
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    pub key: ChunkKey,
    /// The record lines. The first byte says how: 0 plain, 1 AES-256-GCM with a 12-byte IV before the text.
    pub sealed: Vec<u8>,
}

/// The chunks of a copy, and how many stretches of it were unreadable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    pub chunks: Vec<Chunk>,
    pub damaged: usize,
    /// A newer release laid this copy out: it may be read, and must not be written.
    pub newer: bool,
}

impl fmt::Display for ChunkKey {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}/{:08x}+{:x}", self.learner, self.writer, self.first, self.count)
    }
}

/// As it is written by `Display`.
impl FromStr for ChunkKey {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let mut parts = text.split(['/', '+']);
        let mut part = || parts.next().ok_or(NotAnId);
        let (learner, writer, first, count) = (part()?, part()?, part()?, part()?);
        let number = |digits| u32::from_str_radix(digits, 16).map_err(|_| NotAnId);
        let (first, count) = (number(first)?, number(count)?);
        let key = Self { learner: learner.parse()?, writer: writer.parse()?, first, count };
        if is_possible(first, count) && key.to_string() == text { Ok(key) } else { Err(NotAnId) }
    }
}

fn is_possible(first: u32, count: u32) -> bool {
    (1..=MAX_COUNT).contains(&count) && first.checked_add(count).is_some()
}

impl ChunkKey {
    /// The number after the last one covered.
    pub fn end(&self) -> u32 {
        self.first + self.count
    }

    pub fn ids(&self) -> impl Iterator<Item = RecordId> + use<> {
        let writer = self.writer;
        (self.first..self.end()).map(move |n| RecordId { writer, n })
    }
}

impl Chunk {
    pub fn frame(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(PLAIN + self.sealed.len());
        body.extend_from_slice(&self.key.learner.0);
        body.extend_from_slice(&self.key.writer.0);
        body.extend_from_slice(&self.key.first.to_le_bytes());
        body.extend_from_slice(&self.key.count.to_le_bytes());
        body.extend_from_slice(&self.sealed);
        let length = u32::try_from(body.len()).expect("a chunk is far below 4 GB");
        let mut frame = MAGIC.to_vec();
        frame.extend_from_slice(&length.to_le_bytes());
        frame.extend_from_slice(&crc32::hash(&body).to_le_bytes());
        frame.append(&mut body);
        frame
    }

    /// The frame at the start of `bytes` and its length.
    fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (length, rest) = take_u32(rest)?;
        let (crc, rest) = take_u32(rest)?;
        let length = usize::try_from(length).ok().filter(|length| (PLAIN..=MAX_BODY).contains(length))?;
        let body = rest.get(..length).filter(|body| crc32::hash(body) == crc)?;
        Some((Self::of_body(body)?, HEADER + length))
    }

    fn of_body(body: &[u8]) -> Option<Self> {
        let (learner, rest) = body.split_first_chunk()?;
        let (writer, rest) = rest.split_first_chunk()?;
        let (first, rest) = take_u32(rest)?;
        let (count, sealed) = take_u32(rest)?;
        if !is_possible(first, count) {
            return None;
        }
        let key = ChunkKey { learner: LearnerId(*learner), writer: WriterId(*writer), first, count };
        Some(Self { key, sealed: sealed.into() })
    }
}

fn take_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

/// Reads frames written one after another. A damaged stretch is skipped to the next frame that holds.
pub fn read_frames(mut bytes: &[u8]) -> Frames {
    let mut found = Frames::default();
    let mut in_damage = false;
    while !bytes.is_empty() {
        if let Some((chunk, length)) = Chunk::read(bytes) {
            found.chunks.push(chunk);
            bytes = &bytes[length..];
            in_damage = false;
            continue;
        }
        found.damaged += usize::from(!in_damage);
        in_damage = true;
        let next = bytes[1..].windows(MAGIC.len()).position(|window| window == MAGIC);
        bytes = next.map_or(&[], |at| &bytes[1 + at..]);
    }
    found
}

/// Record lines as the text that is sealed.
pub fn pack(records: &[Rc<Record>]) -> Vec<u8> {
    let mut text = String::new();
    for record in records {
        text.push_str(&record.line());
        text.push('\n');
    }
    text.into_bytes()
}

/// The records of an unsealed text, and how many lines were damaged.
pub fn unpack(text: &[u8]) -> (Vec<Record>, usize) {
    let (mut records, mut damaged) = (Vec::new(), 0);
    for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let read = str::from_utf8(line).map_err(|_| Damage::NotText).and_then(Record::read);
        match read {
            Ok(record) => records.push(record),
            Err(_) => damaged += 1,
        }
    }
    (records, damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::SplitMix64;

    fn chunk(first: u32, sealed: &[u8]) -> Chunk {
        let key = ChunkKey { learner: LearnerId([1; 12]), writer: WriterId([2; 12]), first, count: 1 };
        Chunk { key, sealed: sealed.into() }
    }

    #[test]
    fn a_key_sorts_as_its_text_does() {
        assert_eq!(
            chunk(31, b"").key.to_string(),
            "010101010101010101010101/020202020202020202020202/0000001f+1"
        );
        assert!(chunk(9, b"").key < chunk(10, b"").key);
        assert_eq!(chunk(31, b"").key.to_string().parse(), Ok(chunk(31, b"").key));
        let learner = "010101010101010101010101";
        for wrong in
            ["", "a/b/c+d", &format!("{learner}/{learner}/0000001f+0"), &format!("{learner}/{learner}/1f+1")]
        {
            assert!(wrong.parse::<ChunkKey>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_torn_tail_costs_only_the_frame_that_was_torn() {
        let whole = [chunk(0, b"one").frame(), chunk(1, b"two").frame()].concat();
        for end in chunk(0, b"one").frame().len() + 1..whole.len() {
            let found = read_frames(&whole[..end]);
            assert_eq!((found.chunks, found.damaged), (vec![chunk(0, b"one")], 1), "cut at {end}");
        }
    }

    #[test]
    fn a_damaged_frame_does_not_hide_the_next() {
        let frames = [chunk(0, b"one"), chunk(1, b"two"), chunk(2, b"TRL1TRL1")].map(|chunk| chunk.frame());
        for at in 0..frames[1].len() {
            let mut bytes = frames.concat();
            bytes[frames[0].len() + at] ^= 0x40;
            let found = read_frames(&bytes);
            assert_eq!(found.chunks, [chunk(0, b"one"), chunk(2, b"TRL1TRL1")], "byte {at}");
            assert_eq!(found.damaged, 1);
        }
    }

    #[test]
    fn noise_is_never_a_panic() {
        let mut rng = SplitMix64::new(11);
        for _ in 0..20_000 {
            let mut bytes = [chunk(0, b"one").frame(), chunk(1, b"two").frame()].concat();
            for _ in 0..=rng.below(6) {
                let at = usize::try_from(rng.below(bytes.len() as u64)).expect("small");
                bytes[at] = rng.next_u64().to_le_bytes()[0];
            }
            bytes.truncate(usize::try_from(rng.below(bytes.len() as u64 + 1)).expect("small"));
            assert!(read_frames(&bytes).chunks.len() <= 2);
        }
    }
}
