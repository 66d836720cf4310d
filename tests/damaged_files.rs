//! Files that were cut, bent, glued or made up: never a panic, never a good line lost, never a long wait.

#[path = "common/trials.rs"]
mod trials;

use std::time::Duration;
use trellis::{
    exchange::{self, Obstacle, Preview, Problem},
    learner::{Event, Fact, Mode},
    log::{History, LearnerId, Record, Writer, WriterId, chunk::read_frames},
    num::{Hybrid, Moment, SplitMix64},
};

const LEARNER: LearnerId = LearnerId([9; 12]);

fn history(count: i64) -> History {
    let mut writer = Writer::new(WriterId([1; 12]));
    let fact = |i| Fact {
        at: Hybrid { ms: i, seq: 0 },
        clock: Moment::new(i, 0),
        event: Event::Began { mode: Mode::Practise },
    };
    (0..count).map(|i| writer.append(fact(i))).collect()
}

fn file(count: i64) -> String {
    exchange::write(&history(count), LEARNER, Moment::new(5, 60))
}

fn below(rng: &mut SplitMix64, bound: usize) -> usize {
    usize::try_from(rng.below(bound as u64)).expect("below a usize")
}

fn damage(bytes: &mut Vec<u8>, rng: &mut SplitMix64) {
    let at = below(rng, bytes.len().max(1)).min(bytes.len());
    match rng.below(6) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(..at)),
        2 => bytes.insert(at, rng.next_u64().to_le_bytes()[0]),
        3 => bytes.splice(at..at, vec![0; below(rng, 4096)]).for_each(drop),
        4 => {
            let to = (at + below(rng, 200)).min(bytes.len());
            let piece = bytes[at..to].to_vec();
            bytes.extend(piece);
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << rng.below(8);
            }
        }
    }
}

#[test]
fn ten_thousand_damaged_files_give_every_line_that_holds() {
    let (whole, all) = (file(12), history(12));
    let mut rng = SplitMix64::new(7);
    let tried = trials::trials(10_000);
    for _ in 0..tried {
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..=rng.below(3) {
            damage(&mut bytes, &mut rng);
        }
        let intact: Vec<Record> = all
            .records()
            .filter(|record| {
                let line = record.line();
                bytes.split(|byte| *byte == b'\n').any(|found| found == line.as_bytes())
            })
            .map(|record| Record::clone(record))
            .collect();
        match exchange::read(&bytes) {
            Ok(read) => {
                let found: History = read.records.iter().cloned().collect();
                assert!(intact.iter().all(|record| found.contains(record)), "a good line was lost");
                assert!(found.records().all(|record| all.contains(record)), "a bad line was believed");
                assert!(!read.is_complete() || found == all, "damage was not noticed");
            }
            Err(_) => assert!(intact.is_empty() || !bytes.starts_with(b"TRELLIS-PROGRESS"), "refused whole"),
        }
    }
    trials::figure("damaged progress files", tried, 0);
}

#[test]
fn a_file_cut_anywhere_gives_its_good_beginning() {
    let whole = file(6);
    let line_ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at).collect();
    for cut in line_ends[0]..whole.len() - 1 {
        let read = exchange::read(&whole.as_bytes()[..cut]).expect("its first line is there");
        let complete_lines = line_ends.iter().filter(|end| **end <= cut).count() - 1;
        assert_eq!(read.records.len(), complete_lines.min(6), "cut at {cut}");
        assert!(!read.is_complete());
    }
}

#[test]
fn each_kind_of_damage_has_its_name() {
    let whole = file(3);
    let lines: Vec<&str> = whole.lines().collect();
    let problems = |text: &str| exchange::read(text.as_bytes()).expect("readable").problems;
    let without = |n: usize| {
        let kept = lines.iter().enumerate().filter(|(i, _)| *i != n).map(|(_, line)| format!("{line}\n"));
        kept.collect::<String>()
    };
    assert_eq!(problems(&whole), []);
    assert_eq!(problems(&whole.replace('\n', "\r\n")), [], "an editor changed the line ends");
    assert_eq!(problems(&format!("\u{feff}{whole}")), []);
    assert_eq!(problems(&without(0)), [Problem::NoHeader]);
    assert_eq!(problems(&without(1)), [Problem::Count]);
    assert_eq!(problems(&without(3)), [Problem::Count, Problem::Heads]);
    assert_eq!(problems(&without(4)), [Problem::NoFooter]);
    let newer = whole.replacen("PROGRESS 1", "PROGRESS 2", 1);
    assert_eq!(problems(&newer), [Problem::Newer { version: 2 }]);
    assert_eq!(exchange::read(newer.as_bytes()).expect("readable").records.len(), 3);
    let swapped = whole.replacen(lines[1], "#", 1).replacen(lines[2], lines[1], 1).replacen('#', lines[2], 1);
    assert_eq!(problems(&swapped), [Problem::Content]);
}

#[test]
fn what_is_no_progress_file_is_told_apart() {
    let cases: [(&[u8], Obstacle); 7] = [
        (b"", Obstacle::Foreign),
        (b"\x1f\x8b\x08rest", Obstacle::Compressed),
        (b"TRELLISX\x01", Obstacle::Locked),
        (b"PK\x03\x04", Obstacle::Foreign),
        (b"{\"name\":\"someone\"}\n", Obstacle::Foreign),
        (b"\xff\xfe\x00", Obstacle::Foreign),
        (b"TRELLIS-PROGRES", Obstacle::Foreign),
    ];
    for (bytes, obstacle) in cases {
        assert_eq!(exchange::read(bytes), Err(obstacle), "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_preview_tells_what_is_new() {
    let all = history(10);
    let records: Vec<Record> = all.records().map(|record| Record::clone(record)).collect();
    let here: History = records[..4].iter().cloned().collect();
    let preview = Preview::of(&records, &here);
    assert_eq!((preview.facts, preview.new, preview.days), (10, 6, 1));
}

/// Readers meet 10^5 inputs made of the pieces they look for.
#[test]
fn every_reader_survives_noise() {
    let (whole, frames) = (file(3), trellis_frames());
    let pieces: Vec<&[u8]> = vec![
        whole.as_bytes(),
        &frames,
        b"TRELLIS-PROGRESS 1 ",
        b"END ",
        b"TRL1",
        b"\n",
        b"\"e\":{\"kind\":\"began\"}",
        b"00000000 {",
        b"[[[[[[[[[[[[[[[[[[",
        b"{\"v\":",
        b"\xff\xff\xff\xff",
        b"\xc3",
        b"99999999999999999999",
    ];
    let mut rng = SplitMix64::new(23);
    let mut longest = Duration::ZERO;
    for _ in 0..100_000 {
        let mut bytes = Vec::new();
        for _ in 0..=rng.below(5) {
            let piece = pieces[below(&mut rng, pieces.len())];
            let from = below(&mut rng, piece.len());
            bytes.extend_from_slice(&piece[from..from + below(&mut rng, (piece.len() - from).min(160) + 1)]);
        }
        longest = longest.max(reading_time(&bytes));
    }
    assert!(longest < Duration::from_millis(50), "{longest:?}");
}

#[test]
fn a_hostile_file_of_brackets_is_refused_quickly() {
    let deep = trellis::log::record::with_checksum(&"[".repeat(200_000));
    let event = format!(
        "{{\"v\":1,\"w\":\"{}\",\"n\":0,\"h\":[0,0],\"p\":\"{}\",\"e\":{}1{}}}",
        "00".repeat(12),
        "00".repeat(16),
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    let nested = trellis::log::record::with_checksum(&event);
    assert!(Record::read(&deep).is_err());
    // A fact of unknown shape is kept, however deep, and understood as unknown.
    let kept = Record::read(&nested);
    assert!(kept.is_err() || kept.is_ok_and(|record| record.event() == Event::Unknown));
}

/// The shortest of five when the first was long: other programs use the machine too.
fn reading_time(bytes: &[u8]) -> Duration {
    let read = || {
        let began = stopwatch();
        let _ = exchange::read(bytes);
        let _ = read_frames(bytes);
        let _ = Record::read(&String::from_utf8_lossy(bytes));
        began.elapsed()
    };
    let first = read();
    if first < Duration::from_millis(10) { first } else { (0..5).map(|_| read()).min().unwrap_or(first) }
}

#[allow(clippy::disallowed_methods)] // A test may look at a clock.
fn stopwatch() -> std::time::Instant {
    std::time::Instant::now()
}

fn trellis_frames() -> Vec<u8> {
    use trellis::log::{Chunk, ChunkKey};
    let frame = |first| {
        let key = ChunkKey { learner: LEARNER, writer: WriterId([1; 12]), first, count: 2 };
        Chunk { key, sealed: b"\x00some lines".to_vec() }.frame()
    };
    [frame(0), frame(2)].concat()
}
