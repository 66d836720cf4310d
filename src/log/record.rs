//! Record version 1: one fact as one line of text, `<crc32> <json>`. Read for ever.
//!
//! The exact JSON is kept and never written anew: fields and kinds of newer releases survive every union,
//! copy and export. The letters `v w n h p` mean the same in every version to come.

use super::id::{Link, WriterId};
use crate::{
    learner::{
        Event, Fact,
        json::{Json, Object},
    },
    num::{Hybrid, Moment, crc32},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{fmt, ops::Range};

/// The newest record version this build understands.
pub const VERSION: u32 = 1;

/// Longer lines are damage: no fact is near this size.
pub const MAX_LINE: usize = 1 << 18;

/// The range of a JavaScript date, in milliseconds either side of 1970.
const MAX_MS: u64 = 8_640_000_000_000_000;

/// A record's name: its writer and its number among that writer's records, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    pub writer: WriterId,
    pub n: u32,
}

/// One stored fact with its place in its writer's chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: RecordId,
    pub at: Hybrid,
    pub clock: Moment,
    /// Link of the writer's record before this one; zeros for the first.
    pub prev: Link,
    /// What the next record of this writer points at.
    pub link: Link,
    pub version: u32,
    json: Box<str>,
    event: Range<u32>,
}

/// Why a line is not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    NotText,
    TooLong,
    NoChecksum,
    Checksum,
    NotARecord,
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    w: WriterId,
    n: u32,
    h: (i64, u32),
    c: (i64, i16),
    p: Link,
    e: &'a Event,
}

/// What every version says of a record.
pub(super) struct Envelope<'a> {
    v: u32,
    pub id: RecordId,
    pub at: Hybrid,
    pub clock: Moment,
    p: Link,
    pub e: Option<&'a str>,
}

impl<'a> Envelope<'a> {
    /// `None` where the text is no record.
    pub fn read(json: &'a str) -> Option<Self> {
        let record = Object::read(json)?;
        let v: u32 = record.needs("v", Json::number)?;
        let writer = record.needs("w", Json::text)?.parse().ok()?;
        let id = RecordId { writer, n: record.needs("n", Json::number)? };
        let (ms, seq) = record.needs("h", Json::pair)?;
        let clock = record.may("c", Json::pair)?;
        let p = record.needs("p", Json::text)?.parse().ok()?;
        let possible =
            v > 0 && is_possible(id, ms) && !json.bytes().any(|byte| matches!(byte, b'\n' | b'\r'));
        possible.then(|| Self {
            v,
            id,
            at: Hybrid { ms, seq },
            clock: clock.map_or(Moment::new(ms, 0), |(wall, zone)| Moment { wall, zone }),
            p,
            e: record.get("e").map(Json::written),
        })
    }
}

/// Whether a record can have this name and time.
pub(super) fn is_possible(id: RecordId, ms: i64) -> bool {
    id.n < u32::MAX && ms.unsigned_abs() <= MAX_MS
}

impl Record {
    pub fn write(id: RecordId, prev: Link, fact: &Fact) -> Self {
        let (h, c) = ((fact.at.ms, fact.at.seq), (fact.clock.wall, fact.clock.zone));
        let written = Written { v: VERSION, w: id.writer, n: id.n, h, c, p: prev, e: &fact.event };
        let json = serde_json::to_string(&written).expect("facts have only text keys");
        Self::of_json(&json).expect("what was just written is a record")
    }

    /// Reads one line, with or without its line ending.
    pub fn read(line: &str) -> Result<Self, Damage> {
        Self::of_json(checked(line)?)
    }

    /// The line as stored and exported, without its line ending.
    pub fn line(&self) -> String {
        with_checksum(&self.json)
    }

    pub fn json(&self) -> &str {
        &self.json
    }

    /// Written by a newer release: kept and exported, and nothing is written beside it.
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// The fact as this build understands it; [`Event::Unknown`] where it does not.
    pub fn fact(&self) -> Fact {
        Fact { at: self.at, clock: self.clock, event: self.event() }
    }

    pub fn event(&self) -> Event {
        let written = self.json.get(self.event.start as usize..self.event.end as usize);
        written.map_or(Event::Unknown, Event::read)
    }

    /// Reads the text of a line whose checksum was looked at before.
    pub fn of_json(json: &str) -> Result<Self, Damage> {
        let read = Envelope::read(json).ok_or(Damage::NotARecord)?;
        Ok(Self {
            id: read.id,
            at: read.at,
            clock: read.clock,
            prev: read.p,
            link: link_of(json),
            version: read.v,
            event: read.e.map_or(0..0, |event| span(json, event)),
            json: json.into(),
        })
    }
}

/// Any text behind its checksum, as every line of a log or progress file is.
pub fn with_checksum(json: &str) -> String {
    format!("{:08x} {json}", crc32::hash(json.as_bytes()))
}

/// The text of a line whose checksum holds.
pub fn checked(line: &str) -> Result<&str, Damage> {
    let line = line.trim_end_matches(['\n', '\r']);
    if line.len() > MAX_LINE {
        return Err(Damage::TooLong);
    }
    let (crc, json) = line.split_at_checked(8).ok_or(Damage::NoChecksum)?;
    let json = json.strip_prefix(' ').ok_or(Damage::NoChecksum)?;
    if !crc.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Damage::NoChecksum);
    }
    let promised = u32::from_str_radix(crc, 16).map_err(|_| Damage::NoChecksum)?;
    if promised == crc32::hash(json.as_bytes()) { Ok(json) } else { Err(Damage::Checksum) }
}

fn link_of(json: &str) -> Link {
    let hash = Sha256::digest(json.as_bytes());
    let mut link = Link::default();
    link.0.copy_from_slice(&hash[..16]);
    link
}

/// Where `part`, a piece of `whole`, stands in it.
fn span(whole: &str, part: &str) -> Range<u32> {
    let start = part.as_ptr().addr() - whole.as_ptr().addr();
    let at = |offset: usize| u32::try_from(offset).unwrap_or(0);
    at(start)..at(start + part.len())
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::NotText => "the line is not text",
            Self::TooLong => "the line is too long",
            Self::NoChecksum => "the line has no checksum",
            Self::Checksum => "the checksum does not fit the line",
            Self::NotARecord => "the line is not a record",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learner::{Mode, Profile};

    fn began(n: u32) -> Record {
        let fact = Fact {
            at: Hybrid { ms: 1_700_000_000_000, seq: 2 },
            clock: Moment::new(1_700_000_000_500, -300),
            event: Event::Began { mode: Mode::FindStart },
        };
        Record::write(RecordId { writer: WriterId([7; 12]), n }, Link::default(), &fact)
    }

    #[test]
    fn a_record_is_one_line_and_reads_back_as_itself() {
        let record = began(3);
        let line = record.line();
        assert_eq!(
            &line[9..],
            r#"{"v":1,"w":"070707070707070707070707","n":3,"h":[1700000000000,2],"c":[1700000000500,-300],"p":"00000000000000000000000000000000","e":{"kind":"began","mode":"find_start"}}"#
        );
        assert_eq!(Record::read(&line), Ok(record.clone()));
        assert_eq!(Record::read(&format!("{line}\r\n")), Ok(record.clone()));
        assert_eq!(record.fact().event, Event::Began { mode: Mode::FindStart });
    }

    #[test]
    fn every_single_changed_byte_is_noticed() {
        let line = began(3).line();
        for at in 0..line.len() {
            let mut bytes = line.clone().into_bytes();
            bytes[at] ^= 1;
            let damaged = String::from_utf8(bytes).expect("still ASCII");
            assert!(Record::read(&damaged).is_err(), "byte {at}");
        }
    }

    #[test]
    fn what_a_newer_release_wrote_is_kept_word_for_word() {
        let newer = r#"{"v":9,"w":"070707070707070707070707","n":0,"h":[5,0],"p":"00000000000000000000000000000000","e":{"kind":"dreamt","of":[1, 2]},"z":"new"}"#;
        let record = Record::read(&with_checksum(newer)).expect("its envelope is known");
        assert!(record.is_newer());
        assert_eq!(record.event(), Event::Unknown);
        assert_eq!(record.json(), newer);
    }

    #[test]
    fn a_known_kind_with_unknown_fields_is_understood_and_kept() {
        let json = r#"{"v":1,"w":"070707070707070707070707","n":0,"h":[5,0],"c":[5,0],"p":"00000000000000000000000000000000","e":{"kind":"profile","grade":4,"pet":"cat"}}"#;
        let record = Record::read(&with_checksum(json)).expect("a record");
        assert_eq!(record.event(), Event::Profile(Profile { grade: Some(4), ..Profile::default() }));
        assert!(record.line().contains("pet"));
    }

    #[test]
    fn lines_that_are_no_records_say_why() {
        let cases = [
            ("", Damage::NoChecksum),
            ("zzzzzzzz {}", Damage::NoChecksum),
            ("+0000000 {}", Damage::NoChecksum),
            ("00000000 {}", Damage::Checksum),
            (&with_checksum("{}"), Damage::NotARecord),
            (&with_checksum(&began(1).json.replace("1700000000000", "9007199254740993")), Damage::NotARecord),
            (&with_checksum(&" ".repeat(MAX_LINE)), Damage::TooLong),
        ];
        for (line, why) in cases {
            assert_eq!(Record::read(line), Err(why));
        }
    }
}
