//! The progress file, version 1: everything a learner's log holds, as text that any program can read.
//! `docs/progress-file.md` is its description. Written once by a release, read for ever.

use crate::{
    learner::json::{Json, Object},
    log::{
        Damage, History, LearnerId, Link, Record, WriterId,
        record::{checked, with_checksum},
    },
    num::{Moment, SortedMap},
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The newest file version this build understands.
pub const VERSION: u32 = 1;

const MAGIC: &str = "TRELLIS-PROGRESS ";
const END: &str = "END ";
const GZIP: &[u8] = &[0x1f, 0x8b];
/// First bytes of a file under a passphrase; the envelope is described in `docs/progress-file.md`.
pub(super) const LOCKED: &[u8] = b"TRELLISX";
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

#[derive(Serialize)]
struct Header {
    learner: LearnerId,
    created: (i64, i16),
}

#[derive(Serialize)]
struct Footer {
    count: u64,
    /// SHA-256 of all record lines, each with its line feed, in hexadecimal.
    sha256: String,
    /// The last record of every writer: its number and link.
    heads: SortedMap<WriterId, (u32, Link)>,
}

impl Header {
    fn read(line: &str) -> Option<Self> {
        let header = Object::read(checked(line).ok()?)?;
        let learner = header.needs("learner", Json::text)?.parse().ok()?;
        Some(Self { learner, created: header.needs("created", Json::pair)? })
    }
}

impl Footer {
    fn read(json: &str) -> Option<Self> {
        let footer = Object::read(json)?;
        let mut heads = SortedMap::new();
        for (writer, head) in footer.needs("heads", Json::object)?.members() {
            match *head.list()? {
                [n, link] => heads.insert(writer.parse().ok()?, (n.number()?, link.text()?.parse().ok()?)),
                _ => return None,
            };
        }
        let count = footer.needs("count", Json::number)?;
        Some(Self { count, sha256: footer.needs("sha256", Json::text)?, heads })
    }
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// Whose file it is, if its first line could be read.
    pub learner: Option<LearnerId>,
    pub created: Option<Moment>,
    /// Every record whose line holds, in the order of the file.
    pub records: Vec<Record>,
    /// How many records the file says it had, if its last line could be read.
    pub promised: Option<u64>,
    /// What is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Why a file cannot be read as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Compressed with gzip: inflate it and read again.
    Compressed,
    /// Under a passphrase: decrypt it and read again.
    Locked,
    /// Not a progress file of Trellis.
    Foreign,
}

/// What is wrong with a file that could be read in part. Lines are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Made by a newer Trellis; what this one understands was read.
    Newer { version: u32 },
    /// The first line is missing or damaged: whose file it is, is not known.
    NoHeader,
    /// A line that is not a record.
    Damaged { line: usize, why: Damage },
    /// The last line is missing or damaged: the file may have been cut off.
    NoFooter,
    /// The last line promises another number of records.
    Count,
    /// Every line holds, but they are not the lines that were written.
    Content,
    /// The last line names a record that is not there.
    Heads,
}

impl Read {
    /// Nothing is missing, nothing is damaged.
    pub fn is_complete(&self) -> bool {
        self.problems.is_empty()
    }
}

/// A learner's whole history as a file. `created` is for people; nothing depends on it.
pub fn write(history: &History, learner: LearnerId, created: Moment) -> String {
    let header = Header { learner, created: (created.wall, created.zone) };
    let mut lines = String::new();
    for record in history.records() {
        lines.push_str(&record.line());
        lines.push('\n');
    }
    let footer =
        Footer { count: history.len() as u64, sha256: sha256(lines.as_bytes()), heads: heads(history) };
    format!("{MAGIC}{VERSION} {}\n{lines}{END}{}\n", line(&header), line(&footer))
}

/// Reads a file. The good lines of a damaged one are all given, before and after the damage.
pub fn read(bytes: &[u8]) -> Result<Read, Obstacle> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if bytes.starts_with(GZIP) {
        return Err(Obstacle::Compressed);
    }
    if bytes.starts_with(LOCKED) {
        return Err(Obstacle::Locked);
    }
    let mut reader = Reader::default();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        reader.line(index + 1, line.strip_suffix(b"\r").unwrap_or(line));
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    read: Read,
    hash: Sha256,
    footer: Option<Footer>,
    named: bool,
}

impl Reader {
    fn line(&mut self, number: usize, bytes: &[u8]) {
        let text = str::from_utf8(bytes).map_err(|_| Damage::NotText);
        match text {
            Ok("") => {}
            Ok(text) if number == 1 && text.starts_with(MAGIC) => self.header(&text[MAGIC.len()..]),
            Ok(text) if text.starts_with(END) => self.end(number, &text[END.len()..]),
            Ok(text) => self.record(number, text),
            Err(why) => self.problem(Problem::Damaged { line: number, why }),
        }
    }

    fn header(&mut self, text: &str) {
        self.named = true;
        let Some((version, rest)) = text.split_once(' ') else { return };
        if let Ok(version) = version.parse()
            && version > VERSION
        {
            self.problem(Problem::Newer { version });
        }
        if let Some(header) = Header::read(rest) {
            self.read.learner = Some(header.learner);
            self.read.created = Some(Moment::new(header.created.0, header.created.1));
        }
    }

    fn end(&mut self, number: usize, text: &str) {
        match checked(text) {
            Ok(json) => self.footer = Footer::read(json),
            Err(why) => self.problem(Problem::Damaged { line: number, why }),
        }
    }

    fn record(&mut self, number: usize, text: &str) {
        match Record::read(text) {
            Ok(record) => {
                self.hash.update(text.as_bytes());
                self.hash.update(b"\n");
                self.read.records.push(record);
            }
            Err(why) => self.problem(Problem::Damaged { line: number, why }),
        }
    }

    fn problem(&mut self, problem: Problem) {
        self.read.problems.push(problem);
    }

    fn finish(mut self) -> Result<Read, Obstacle> {
        if !self.named && self.read.records.is_empty() {
            return Err(Obstacle::Foreign);
        }
        if self.read.learner.is_none() {
            self.read.problems.insert(0, Problem::NoHeader);
        }
        match self.footer.take() {
            Some(footer) => self.compare(&footer),
            None => self.problem(Problem::NoFooter),
        }
        Ok(self.read)
    }

    fn compare(&mut self, footer: &Footer) {
        self.read.promised = Some(footer.count);
        let whole = self.read.records.len() as u64 == footer.count;
        if !whole {
            self.problem(Problem::Count);
        } else if hex(&self.hash.clone().finalize()) != footer.sha256 {
            self.problem(Problem::Content);
        }
        let history: History = self.read.records.iter().cloned().collect();
        let there = |(writer, (n, link)): (&WriterId, &(u32, Link))| {
            history.range(*writer, *n..=*n).any(|record| record.link == *link)
        };
        if !footer.heads.iter().all(there) {
            self.problem(Problem::Heads);
        }
    }
}

fn heads(history: &History) -> SortedMap<WriterId, (u32, Link)> {
    let mut heads = SortedMap::new();
    for record in history.records() {
        heads.insert(record.id.writer, (record.id.n, record.link));
    }
    heads
}

fn line(value: &impl Serialize) -> String {
    with_checksum(&serde_json::to_string(value).expect("headers have only text keys"))
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
