//! The check of a history: every writer's records in one unbroken chain. What is wrong is reported, and every
//! good record is kept.

use super::{
    id::{Link, WriterId},
    record::{Record, RecordId},
    union::History,
};
use std::rc::Rc;

/// What the chains say about a history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records that must have existed, because later ones of the same writer are here.
    pub gaps: Vec<Gap>,
    /// Records that do not point at the one before them.
    pub broken: Vec<RecordId>,
    /// Names that two or more different records claim.
    pub forks: Vec<RecordId>,
    /// Records of a newer release.
    pub newer: usize,
}

/// `count` missing records of `writer`, from number `first` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub writer: WriterId,
    pub first: u32,
    pub count: u32,
}

pub struct Examined {
    /// One record for each name, by writer and number.
    pub chosen: Vec<Rc<Record>>,
    pub report: Report,
}

impl Report {
    /// How many records are known to be missing.
    pub fn missing(&self) -> u64 {
        self.gaps.iter().map(|gap| u64::from(gap.count)).sum()
    }
}

/// Walks every chain. Of records that claim one name, the one that fits the chain so far counts; where none or
/// several do, the one with the smallest link.
pub fn examine(history: &History) -> Examined {
    let mut chosen: Vec<Rc<Record>> = Vec::with_capacity(history.len());
    let mut report = Report::default();
    let records: Vec<&Rc<Record>> = history.records().collect();
    for same_name in records.chunk_by(|a, b| a.id == b.id) {
        let before = chosen.last().filter(|record| record.id.writer == same_name[0].id.writer);
        let best = choose(same_name, before, &mut report);
        chosen.push(Rc::clone(best));
    }
    Examined { chosen, report }
}

fn choose<'a>(
    same_name: &[&'a Rc<Record>],
    before: Option<&Rc<Record>>,
    report: &mut Report,
) -> &'a Rc<Record> {
    let id = same_name[0].id;
    let due = before.map_or(0, |record| record.id.n + 1);
    let expected = match before {
        _ if id.n > due => None,
        Some(record) => Some(record.link),
        None => Some(Link::default()),
    };
    let fitting = same_name.iter().find(|record| Some(record.prev) == expected);
    let best = fitting.unwrap_or(&same_name[0]);
    if id.n > due {
        report.gaps.push(Gap { writer: id.writer, first: due, count: id.n - due });
    } else if fitting.is_none() {
        report.broken.push(id);
    }
    if same_name.len() > 1 {
        report.forks.push(id);
    }
    report.newer += usize::from(best.is_newer());
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        learner::{Event, Fact},
        log::writer::Writer,
        num::{Hybrid, Moment},
    };

    fn fact(ms: i64) -> Fact {
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, 0), event: Event::Unknown }
    }

    fn writer() -> Writer {
        Writer::new(WriterId([1; 12]))
    }

    fn id(n: u32) -> RecordId {
        RecordId { writer: WriterId([1; 12]), n }
    }

    #[test]
    fn an_unbroken_chain_has_nothing_to_report() {
        let mut writer = writer();
        let history: History = (1..=5).map(|ms| writer.append(fact(ms))).collect();
        assert_eq!(examine(&history).report, Report::default());
    }

    #[test]
    fn missing_records_are_counted_and_the_rest_is_kept() {
        let mut writer = writer();
        let history: History =
            (0..10).map(|ms| writer.append(fact(ms))).filter(|r| !matches!(r.id.n, 0 | 1 | 5)).collect();
        let found = examine(&history);
        assert_eq!(found.chosen.len(), 7);
        assert_eq!(found.report.missing(), 3);
        assert_eq!(found.report.broken, []);
    }

    #[test]
    fn of_two_records_with_one_name_the_one_that_fits_the_chain_counts() {
        let (mut true_one, mut forger) = (writer(), writer());
        let genuine: Vec<Record> = [1, 2, 3].map(|ms| true_one.append(fact(ms))).into();
        let forged: Vec<Record> = [1, 99, 100].map(|ms| forger.append(fact(ms))).into();
        let history: History = genuine.iter().chain(&forged[2..]).cloned().collect();
        let found = examine(&history);
        assert_eq!(found.report.forks, [id(2)]);
        assert_eq!(found.report.broken, []);
        assert!(found.chosen.iter().zip(&genuine).all(|(a, b)| **a == *b));
        assert_eq!(history.len(), 4, "the other is kept beside it");
    }

    #[test]
    fn a_link_that_points_elsewhere_is_reported() {
        let (mut one, mut other) = (writer(), writer());
        let (a, _) = (one.append(fact(1)), other.append(fact(50)));
        let history: History = [a, other.append(fact(60))].into_iter().collect();
        assert_eq!(examine(&history).report.broken, [id(1)]);
    }
}
