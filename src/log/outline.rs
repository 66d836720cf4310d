//! A record as a fold needs it: without a copy of its text, and without its link being worked out. Where it stands as
//! this release writes it, one pass is enough; anything else is left to the thorough reader, so that both say the same of
//! every line.

use super::id::Link;
use super::record::{Damage, Envelope, RecordId, checked, is_possible};
use crate::learner::{Answered, Event, Fact, swift::Cursor};
use crate::num::{Hybrid, Moment};

/// What is read of a record before its fact is asked for.
pub struct Outline<'a> {
    pub id: RecordId,
    pub at: Hybrid,
    clock: Moment,
    json: &'a str,
    /// Where the record stands as this release writes it: what must be its event, not yet looked at.
    event: Option<&'a str>,
}

impl<'a> Outline<'a> {
    /// Reads one line, with or without its line ending. A line that [`Record::read`](super::Record::read) takes is
    /// taken; of the others some are found out only by [`Self::fact`].
    pub fn read(line: &'a str) -> Result<Self, Damage> {
        Self::of(checked(line)?).ok_or(Damage::NotARecord)
    }

    /// The same of a text whose checksum was looked at before.
    pub fn of(json: &'a str) -> Option<Self> {
        Self::swift(json).or_else(|| {
            let Envelope { id, at, clock, .. } = Envelope::read(json)?;
            Some(Self { id, at, clock, json, event: None })
        })
    }

    pub fn json(&self) -> &'a str {
        self.json
    }

    /// The fact as this build understands it; `None` where the line is no record after all.
    pub fn fact(&self) -> Option<Fact> {
        let event = match self.event.and_then(Answered::swift) {
            Some(answer) => Event::Answered(answer),
            None => Envelope::read(self.json)?.e.map_or(Event::Unknown, Event::read),
        };
        Some(Fact { at: self.at, clock: self.clock, event })
    }

    fn swift(json: &'a str) -> Option<Self> {
        let at = &mut Cursor::new(json);
        at.word(r#"{"v":1,"w":"#)?;
        let writer = at.text()?.parse().ok()?;
        at.word(r#","n":"#)?;
        let id = RecordId { writer, n: at.number()? };
        at.word(r#","h":["#)?;
        let ms = at.number()?;
        at.word(",")?;
        let seq = at.number()?;
        at.word(r#"],"c":["#)?;
        let wall = at.number()?;
        at.word(",")?;
        let clock = Moment { wall, zone: at.number()? };
        at.word(r#"],"p":"#)?;
        at.text()?.parse::<Link>().ok()?;
        at.word(r#","e":"#)?;
        let event = at.rest().strip_suffix('}')?;
        is_possible(id, ms).then_some(Self { id, at: Hybrid { ms, seq }, clock, json, event: Some(event) })
    }
}
