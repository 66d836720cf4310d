//! Where the time goes when a record of twelve years is opened, step by step, and what a snapshot saves:
//! `cargo bench --no-default-features --features tools --bench opening`. Plain timing, the best of three rounds.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;
use trellis::content::Map;
use trellis::lab::simulate::{chart::Chart, ours, world};
use trellis::learner::{Event, Fact, Learner};
use trellis::log::chunk::{Chunk, ChunkKey, pack, read_frames, unpack};
use trellis::log::{History, LearnerId, Record, Refold, Snapshot, Writer, WriterId, chain};
use trellis::num::{Hybrid, Moment, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::select::{Pick, Reason};

const EVENTS: usize = 65_000;
/// Answers of one sitting, each with a writer of its own.
const SITTING: usize = 18;

fn main() {
    let map = Chart::sized(14, 33, 0).map;
    let chunks = written(&map);
    let frames: Vec<u8> = chunks.iter().flat_map(Chunk::frame).collect();
    let texts: Vec<Vec<u8>> = chunks.into_iter().map(|chunk| chunk.sealed).collect();
    let records: Vec<Record> = texts.iter().flat_map(|text| unpack(text).0).collect();
    let history: History = records.iter().cloned().collect();
    let facts = history.facts();
    let learner = Learner::replay(map.clone(), &facts);
    let snapshot = Snapshot::of(&history, learner.to_bytes()).expect("nothing is amiss");
    let kept = snapshot.write();
    println!("{EVENTS} entries: {} bytes on disk; the snapshot {} bytes", frames.len(), kept.len());
    told("frames with their checksum", || read_frames(&frames));
    told("records: checksum, JSON, hash", || texts.iter().map(|text| unpack(text).0.len()).sum::<usize>());
    told("their union", || records.iter().cloned().collect::<History>());
    told("chains", || chain::examine(&history));
    told("order and the facts' JSON", || history.facts());
    told("the fold", || Learner::replay(map.clone(), &facts));
    told("all of that in steps, and the snapshot proved", || {
        let mut refold = Refold::new(Learner::new(map.clone()), history.clone(), Some(snapshot.clone()));
        while refold.step(256) {}
        assert!(refold.fits());
    });
    told("writing the snapshot", || {
        Snapshot::of(&history, learner.to_bytes()).map(|snapshot| snapshot.write())
    });
    told("opening from the snapshot", || {
        let read = Snapshot::read(&kept).expect("as it was written");
        Learner::of_bytes(map.clone(), &read.body).expect("as it was written")
    });
}

fn told<T>(what: &str, mut run: impl FnMut() -> T) {
    let once = |_| {
        let begun = Instant::now();
        black_box(run());
        begun.elapsed().as_secs_f64()
    };
    let best = (0..3).map(once).fold(f64::INFINITY, f64::min);
    println!("{what:<48} {:>9.1} ms", best * 1e3);
}

fn written(map: &Rc<Map>) -> Vec<Chunk> {
    let mut chance = SplitMix64::new(3);
    let facts: Vec<Fact> = (0..EVENTS).map(|number| fact(map, &mut chance, number)).collect();
    let sitting = |(number, facts): (usize, &[Fact])| {
        let mut id = [0; 12];
        id[..8].copy_from_slice(&SplitMix64::new(number as u64).next_u64().to_le_bytes());
        let mut writer = Writer::new(WriterId(id));
        let records: Vec<Rc<Record>> =
            facts.iter().map(|fact| Rc::new(writer.append(fact.clone()))).collect();
        let count = u32::try_from(records.len()).expect("small");
        let key = ChunkKey { learner: LearnerId([1; 12]), writer: WriterId(id), first: 0, count };
        Chunk { key, sealed: pack(&records) }
    };
    facts.chunks(SITTING).enumerate().map(sitting).collect()
}

/// Some time with one skill, then the next, and round again.
fn fact(map: &Map, chance: &mut SplitMix64, number: usize) -> Fact {
    let skill = &map.skills[number / 9 % map.skills.len()];
    let entry = &skill.items[number % skill.items.len()];
    let pick = Pick {
        skill: skill.id.clone(),
        item: entry.item.clone(),
        level: entry.level,
        seed: number as u32,
        reason: Reason::GoOn,
    };
    let right = world::unit(chance) < 0.8;
    let event =
        Event::Answered(ours::answer(&pick, entry.options, right, u8::from(number.is_multiple_of(11)), 1));
    let day = ours::FIRST - 4_000 + (number / SITTING) as i64;
    let at = Hybrid { ms: day * MS_PER_DAY + (number % SITTING) as i64 * 40_000, seq: 0 };
    Fact { at, clock: Moment::new(at.ms, 0), event }
}
