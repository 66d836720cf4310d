//! Groups for today's small-group lesson (T3). What the teacher moved stays moved.

use super::class::{Student, StudentId};
use super::teach::Look;
use crate::content::Map;
use crate::num::{Day, SortedMap};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Who needs the same next.
    #[default]
    Gap,
    /// Each with strong and weak ones.
    Mixed,
    Interest,
}

/// What a group has in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// This skill first, by its place in the map.
    Skill(usize),
    /// Nothing holds them back: they go on.
    GoOn,
    Mixed(usize),
    Interest(&'static str),
    /// Nothing in common is known.
    Others,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub bond: Bond,
    pub members: Vec<StudentId>,
}

/// Students of a mixed group.
const MIXED: usize = 4;

/// The groups, with those whom the teacher moved where they were put: a student to a group's place.
pub fn groups(
    students: &[Student],
    map: &Map,
    day: Day,
    mode: Mode,
    moved: &SortedMap<StudentId, usize>,
) -> Vec<Group> {
    let mut groups = match mode {
        Mode::Gap => by_gap(students, map, day),
        Mode::Mixed => mixed(students),
        Mode::Interest => by_interest(students),
    };
    for (id, to) in moved.iter() {
        if *to < groups.len() && students.iter().any(|student| student.id == *id) {
            groups.iter_mut().for_each(|group| group.members.retain(|member| member != id));
            groups[*to].members.push(*id);
            groups[*to].members.sort_unstable();
        }
    }
    groups
}

fn gathered(bonds: impl Iterator<Item = (Bond, StudentId)>) -> Vec<Group> {
    let mut all: SortedMap<Bond, Vec<StudentId>> = SortedMap::new();
    bonds.for_each(|(bond, id)| all.or_default(bond).push(id));
    all.iter().map(|(bond, members)| Group { bond: bond.clone(), members: members.clone() }).collect()
}

fn by_gap(students: &[Student], map: &Map, day: Day) -> Vec<Group> {
    let look = Look::of(students, map, day);
    let bond = |student: &Student| look.root(student).map_or(Bond::GoOn, |(skill, _)| Bond::Skill(skill));
    gathered(students.iter().map(|student| (bond(student), student.id)))
}

fn by_interest(students: &[Student]) -> Vec<Group> {
    let bond = |student: &Student| student.interests.first().map_or(Bond::Others, |one| Bond::Interest(one));
    gathered(students.iter().map(|student| (bond(student), student.id)))
}

/// Dealt out from the one with most confirmed skills down and back, like a snake.
fn mixed(students: &[Student]) -> Vec<Group> {
    let count = students.len().div_ceil(MIXED).max(1);
    let mut order: Vec<&Student> = students.iter().collect();
    order.sort_by_key(|student| (std::cmp::Reverse(student.confirmed()), student.id));
    let mut groups: Vec<Group> =
        (0..count).map(|place| Group { bond: Bond::Mixed(place), members: Vec::new() }).collect();
    for (turn, student) in order.into_iter().enumerate() {
        let at = turn % count;
        let at = if (turn / count).is_multiple_of(2) { at } else { count - 1 - at };
        groups[at].members.push(student.id);
    }
    groups.iter_mut().for_each(|group| group.members.sort_unstable());
    groups.retain(|group| !group.members.is_empty());
    groups
}
