//! A writer: one tab's opening of a log. It numbers facts and chains each to the one before.

use super::{
    id::{Link, WriterId},
    record::{Record, RecordId},
};
use crate::{learner::Fact, num::Hybrid};

#[derive(Clone, Debug)]
pub struct Writer {
    id: WriterId,
    next: u32,
    head: Link,
    last: Option<Hybrid>,
}

impl Writer {
    pub fn new(id: WriterId) -> Self {
        Self { id, next: 0, head: Link::default(), last: None }
    }

    pub fn id(&self) -> WriterId {
        self.id
    }

    /// Makes the fact this writer's next record. A time that is not after the writer's last one is ticked on.
    pub fn append(&mut self, mut fact: Fact) -> Record {
        if let Some(last) = self.last.filter(|last| fact.at <= *last) {
            fact.at = last.tick(fact.at.ms);
        }
        let record = Record::write(RecordId { writer: self.id, n: self.next }, self.head, &fact);
        self.next += 1;
        self.head = record.link;
        self.last = Some(fact.at);
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{learner::Event, num::Moment};

    fn fact(ms: i64) -> Fact {
        Fact { at: Hybrid { ms, seq: 0 }, clock: Moment::new(ms, 0), event: Event::Unknown }
    }

    #[test]
    fn records_are_numbered_and_chained() {
        let mut writer = Writer::new(WriterId([1; 12]));
        let (first, second) = (writer.append(fact(10)), writer.append(fact(20)));
        assert_eq!((first.id.n, first.prev), (0, Link::default()));
        assert_eq!((second.id.n, second.prev), (1, first.link));
    }

    #[test]
    fn time_never_goes_back_in_a_chain() {
        let mut writer = Writer::new(WriterId([1; 12]));
        let times = [10, 10, 4, 11].map(|ms| writer.append(fact(ms)).at);
        assert!(times.is_sorted_by(|a, b| a < b), "{times:?}");
    }
}
