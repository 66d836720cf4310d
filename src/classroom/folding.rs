//! A progress file on its way to a ticket, some lines at a time, so that whoever does it can say how far it is. Every
//! line stands for itself: what is damaged is passed over, as everywhere.

use crate::content::Map;
use crate::exchange::Ticket;
use crate::learner::{Event, Fact, Learner};
use crate::log::{History, Outline, Record, RecordId};
use crate::num::Hybrid;
use std::ops::Range;
use std::rc::Rc;

/// What a file says before it is folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Lines with facts.
    pub facts: usize,
    /// What the learner calls themselves, if anything.
    pub name: Option<String>,
}

/// What an opened file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Progress(Glance),
    /// A class that was saved.
    Class,
    /// There may be tickets in it.
    Tickets,
    Foreign,
}

/// What stands on the first line of a progress file.
const FIRST: &str = "TRELLIS-PROGRESS ";
/// So many facts about a learner are looked at for a name.
const MOST_PROFILES: usize = 64;

pub fn kind(text: &str) -> Kind {
    let text = text.trim_start_matches('\u{feff}');
    if text.starts_with(FIRST) {
        Kind::Progress(glance(text))
    } else if text.starts_with("TRELLIS-CLASS ") {
        Kind::Class
    } else if text.contains("TRELLIS") {
        Kind::Tickets
    } else {
        Kind::Foreign
    }
}

/// A look that costs next to nothing beside folding.
fn glance(text: &str) -> Glance {
    let mut lines = 0;
    let mut profiles = Vec::new();
    for line in text.split_inclusive('\n') {
        lines += usize::from(line.ends_with('\n'));
        if is_profile(line) {
            profiles.push(line);
        }
    }
    let name = profiles.into_iter().rev().take(MOST_PROFILES).find_map(nickname).or_else(|| {
        // Where a record stands in another form than this release writes, nothing but a search finds it.
        let anywhere = text.rmatch_indices(PROFILE).take(MOST_PROFILES);
        anywhere.filter_map(|(at, _)| nickname(line_around(text, at))).next()
    });
    Glance { facts: lines.saturating_sub(2), name }
}

const PROFILE: &str = r#""kind":"profile""#;

/// Told by the second brace, which opens the event, without a look at the rest.
fn is_profile(line: &str) -> bool {
    let event = line.match_indices('{').nth(1);
    event.is_some_and(|(at, _)| line[at + 1..].starts_with(PROFILE))
}

fn line_around(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    &text[start..end]
}

fn nickname(line: &str) -> Option<String> {
    match Outline::read(line).ok()?.fact()?.event {
        Event::Profile(profile) => profile.nickname,
        _ => None,
    }
}

/// A line that may be a record: its place in the order, its name, and where its text stands.
struct Place {
    at: Hybrid,
    id: RecordId,
    json: Range<u32>,
}

/// The work on one file.
pub struct Folding {
    text: String,
    /// Bytes of the text that were read.
    read: usize,
    places: Vec<Place>,
    /// Facts in order, where two lines claimed one name and the chains had to be walked.
    walked: Option<Vec<Fact>>,
    /// Places or facts that were applied.
    applied: usize,
    learner: Learner,
}

impl Folding {
    pub fn new(text: String, map: Rc<Map>) -> Self {
        Self { text, read: 0, places: Vec::new(), walked: None, applied: 0, learner: Learner::new(map) }
    }

    /// Does a piece of about `lines` lines; true when all is done.
    pub fn step(&mut self, lines: usize) -> bool {
        if self.read < self.text.len() {
            self.read_some(lines);
            if self.read == self.text.len() {
                self.put_in_order();
            }
            return false;
        }
        let end = self.all().min(self.applied + lines);
        for at in self.applied..end {
            match &self.walked {
                Some(facts) => self.learner.apply(&facts[at]),
                None => {
                    let fact = Outline::of(json(&self.text, &self.places[at])).and_then(|line| line.fact());
                    fact.iter().for_each(|fact| self.learner.apply(fact));
                }
            }
        }
        self.applied = end;
        end == self.all()
    }

    fn all(&self) -> usize {
        self.walked.as_ref().map_or(self.places.len(), Vec::len)
    }

    fn read_some(&mut self, lines: usize) {
        for _ in 0..lines {
            let rest = &self.text[self.read..];
            let end = rest.find('\n').unwrap_or(rest.len());
            if let Ok(line) = Outline::read(&rest[..end]) {
                // Where the text behind the checksum stands in the file.
                let start = line.json().as_ptr().addr() - self.text.as_ptr().addr();
                let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                let json = place(start)..place(start + line.json().len());
                self.places.push(Place { at: line.at, id: line.id, json });
            }
            self.read = (self.read + end + 1).min(self.text.len());
            if self.read == self.text.len() {
                return;
            }
        }
    }

    /// The one order all devices agree on. Only where two lines claim one name does it take the links between records to
    /// tell which of them counts.
    fn put_in_order(&mut self) {
        self.places.sort_by_key(|place| place.id);
        if self.places.windows(2).any(|two| two[0].id == two[1].id) {
            let lines = self.places.iter().map(|place| json(&self.text, place));
            let history: History = lines.filter_map(|json| Record::of_json(json).ok()).collect();
            self.walked = Some(history.facts());
        }
        self.places.sort_by_key(|place| (place.at, place.id));
    }

    /// Parts done of all, for a bar: reading and folding weigh alike.
    pub fn progress(&self) -> (usize, usize) {
        if self.read < self.text.len() {
            (self.read, 2 * self.text.len())
        } else {
            // Also where no line held anything.
            let all = self.all().max(1);
            (all + self.applied, 2 * all)
        }
    }

    /// What the facts applied so far say.
    pub fn learner(&self) -> &Learner {
        &self.learner
    }

    /// The ticket of that record, as of its own last day; `None` where no line held.
    pub fn ticket(&self) -> Option<Ticket> {
        self.learner.born.is_some().then(|| Ticket::of(&self.learner, self.learner.last_day()))
    }
}

fn json<'a>(text: &'a str, place: &Place) -> &'a str {
    text.get(place.json.start as usize..place.json.end as usize).unwrap_or_default()
}
