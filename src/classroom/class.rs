//! A class: the tickets that were handed in, each once, and the students they come to.

use crate::content::Map;
use crate::exchange::ticket::{ClassId, Gathered, Held, NUMBERS, Ticket, Unreadable, skill_hash};
use crate::learner::{Marked, Override, Plan, Status};
use crate::num::{Day, SortedMap, SortedSet};

/// More are refused: a class has forty numbers, and a year has some forty weeks.
const MOST_TICKETS: usize = 20_000;

/// What a teacher's device keeps. Tickets are kept as they are written, so that a later course reads them anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Class {
    pub id: Option<ClassId>,
    tickets: SortedMap<String, Ticket>,
    /// Names by number; they never leave this device but in a file that the teacher saves.
    pub roster: SortedMap<u8, String>,
    /// What the teacher asks for: this week's unit, and words about single skills.
    pub plan: Plan,
    /// Statuses that the teacher corrected, by student and skill. No status follows from it here: the student's device
    /// is told.
    pub corrections: SortedMap<StudentId, SortedMap<String, Correction>>,
    /// What was right on sheets of paper. No status follows from it.
    pub paper: Vec<Marked>,
}

/// Who somebody is: a number, or, where a device was never told one, the ticket's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StudentId {
    Number(u8),
    Key(u64),
}

/// A status that the teacher corrected, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    /// [`Override::Knows`] or [`Override::Again`].
    pub word: Override,
    pub day: Day,
}

/// One student, out of everything that was handed in for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Student {
    pub id: StudentId,
    /// The latest day that anything speaks of.
    pub as_of: Day,
    pub grade: Option<u8>,
    pub interests: Vec<&'static str>,
    pub answers: u32,
    pub minutes: u32,
    pub week: u32,
    pub days: u32,
    pub rules: Vec<String>,
    /// By place in the map.
    pub skills: SortedMap<usize, Status>,
    /// Skills of another release of the course, and such that found no room on the ticket.
    pub unknown: usize,
    /// Devices that handed in under this number; more than one may be two students.
    pub devices: usize,
}

/// What came of something that was pasted or dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Tickets that could be read, and how many of them were not here yet.
    pub read: usize,
    pub new: usize,
    /// Of another class: not taken.
    pub strangers: usize,
    pub unreadable: Vec<Unreadable>,
}

impl Class {
    pub fn new(id: Option<ClassId>) -> Self {
        Self { id, ..Self::default() }
    }

    /// Unites tickets with those that are here. The order in which they come does not matter.
    pub fn take(&mut self, gathered: Gathered) -> Taken {
        let mut taken = Taken { unreadable: gathered.unreadable, ..Taken::default() };
        for (text, ticket) in gathered.tickets {
            if self.id.is_some() && ticket.class.is_some() && ticket.class != self.id {
                taken.strangers += 1;
                continue;
            }
            taken.read += 1;
            if self.tickets.len() < MOST_TICKETS && self.tickets.insert(text, ticket).is_none() {
                taken.new += 1;
            }
        }
        taken
    }

    /// Of one sheet the latest word holds.
    pub fn mark(&mut self, marked: Marked) {
        self.paper.retain(|other| other.sheet != marked.sheet);
        self.paper.push(marked);
    }

    /// What the teacher says where a student stands; nothing takes it back.
    pub fn correct(&mut self, id: StudentId, skill: String, correction: Option<Correction>) {
        let all = self.corrections.or_default(id);
        match correction {
            Some(correction) => drop(all.insert(skill, correction)),
            None => drop(all.remove(&skill)),
        }
        if all.is_empty() {
            self.corrections.remove(&id);
        }
    }

    pub fn correction(&self, id: StudentId, skill: &str) -> Option<Correction> {
        self.corrections.get(&id)?.get(skill).copied()
    }

    /// What one student is asked for: the plan of the class, and what was corrected for them.
    pub fn plan_for(&self, id: StudentId) -> Plan {
        let mut plan = self.plan.clone();
        for (skill, correction) in self.corrections.get(&id).into_iter().flat_map(SortedMap::iter) {
            plan.overrides.insert(skill.clone(), correction.word);
            plan.set = plan.set.max(Some(correction.day));
        }
        plan
    }

    pub fn tickets(&self) -> impl Iterator<Item = &String> {
        self.tickets.keys()
    }

    pub fn is_empty(&self) -> bool {
        self.tickets.is_empty()
    }

    /// The latest day that any ticket speaks of.
    pub fn day(&self) -> Day {
        self.tickets.values().map(|ticket| ticket.day).max().unwrap_or_default()
    }

    /// Everybody of whom there is a ticket: numbers first, in order.
    pub fn students(&self, map: &Map) -> Vec<Student> {
        let places = places(map);
        let mut all: SortedMap<StudentId, SortedMap<u64, &Ticket>> = SortedMap::new();
        // A device hands in its whole record each time: its latest ticket says everything.
        for ticket in self.tickets.values() {
            let latest = all.or_default(self.who(ticket));
            let newer = latest.get(&ticket.key).is_none_or(|other| rank(other) < rank(ticket));
            if newer {
                latest.insert(ticket.key, ticket);
            }
        }
        all.iter().map(|(id, tickets)| student(*id, tickets.values().copied(), &places)).collect()
    }

    /// A record that was handed in under a number once has that number, also where its device did not know it yet.
    fn who(&self, ticket: &Ticket) -> StudentId {
        let numbers =
            || self.tickets.values().filter(|other| other.key == ticket.key).filter_map(|t| t.number);
        match ticket.number.or_else(|| numbers().min()) {
            Some(number) => StudentId::Number(number),
            None => StudentId::Key(ticket.key),
        }
    }

    /// Numbers of the roster, or of the tickets, of whom nothing was handed in.
    pub fn missing(&self, students: &[Student]) -> Vec<u8> {
        let there: SortedSet<u8> = students.iter().filter_map(|student| student.number()).collect();
        self.roster.keys().copied().filter(|number| !there.contains(number)).collect()
    }

    pub fn name(&self, id: StudentId) -> Option<&str> {
        match id {
            StudentId::Number(number) => self.roster.get(&number).map(String::as_str),
            StudentId::Key(_) => None,
        }
    }
}

impl Student {
    pub fn number(&self) -> Option<u8> {
        match self.id {
            StudentId::Number(number) => Some(number).filter(|number| NUMBERS.contains(number)),
            StudentId::Key(_) => None,
        }
    }

    pub fn confirmed(&self) -> usize {
        self.skills.values().filter(|status| status.is_confirmed()).count()
    }
}

/// Of two tickets of one record the later one; where they are of one day, the one that knows of more.
fn rank(ticket: &Ticket) -> (Day, u32, u32, usize, Option<u8>, String) {
    (ticket.day, ticket.answers, ticket.minutes, ticket.skills.len(), ticket.number, ticket.write())
}

fn student<'a>(
    id: StudentId,
    tickets: impl Iterator<Item = &'a Ticket> + Clone,
    places: &SortedMap<u32, usize>,
) -> Student {
    let latest = tickets.clone().max_by_key(|ticket| rank(ticket));
    let mut student = Student {
        id,
        as_of: latest.map(|ticket| ticket.day).unwrap_or_default(),
        grade: latest.and_then(|ticket| ticket.grade),
        interests: latest.map(|ticket| ticket.interests.clone()).unwrap_or_default(),
        answers: tickets.clone().map(|ticket| ticket.answers).sum(),
        minutes: tickets.clone().map(|ticket| ticket.minutes).sum(),
        week: tickets.clone().map(|ticket| ticket.week).sum(),
        days: tickets.clone().map(|ticket| ticket.days).max().unwrap_or_default(),
        rules: tickets
            .clone()
            .flat_map(|t| t.rules.clone())
            .collect::<SortedSet<_>>()
            .iter()
            .cloned()
            .collect(),
        skills: SortedMap::new(),
        unknown: 0,
        devices: tickets.clone().count(),
    };
    for Held { skill, status } in tickets.clone().flat_map(|ticket| &ticket.skills) {
        let Some(place) = places.get(skill) else {
            student.unknown += 1;
            continue;
        };
        let newer = student.skills.get(place).is_none_or(|other| order(other) < order(status));
        if newer {
            student.skills.insert(*place, *status);
        }
    }
    student.unknown += tickets.map(|ticket| usize::from(ticket.left_out)).sum::<usize>();
    student
}

/// Of two devices the one that saw the skill last; then the one that saw more of it.
fn order(status: &Status) -> (Option<Day>, Option<Day>, u32, u32, u8, u8, bool, u32) {
    let (level, earned) = (status.level as u8, status.earned as u8);
    (
        status.practised,
        status.shown,
        status.wins,
        status.losses,
        earned,
        level,
        status.fading,
        status.fruitless,
    )
}

/// Which skill a ticket means; a hash that two skills share would mean neither.
pub fn places(map: &Map) -> SortedMap<u32, usize> {
    let mut places = SortedMap::new();
    let mut shared = SortedSet::new();
    for (place, skill) in map.skills.iter().enumerate() {
        let hash = skill_hash(&skill.id);
        if places.insert(hash, place).is_some() {
            shared.insert(hash);
        }
    }
    for hash in &shared {
        places.remove(hash);
    }
    places
}
