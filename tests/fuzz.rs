//! Everything that reads what others wrote meets inputs at random, made of the pieces it looks for: no panic, none
//! slower than a blink. Seeded, so that what fails once fails again.
#![cfg(feature = "tools")]

#[path = "common/trials.rs"]
mod trials;

use std::time::Duration;
use trellis::{
    content::{Locale, Map, Unit},
    exchange::{
        self,
        code::Places,
        locked::Envelope,
        pictures::{Collector, frames},
        plan_link,
        sheet::{self, Sheet},
        ticket::{self, MARK, Ticket},
    },
    learner::Event,
    log::{Record, chunk::read_frames},
    notation::{self, Dialect, Style},
    num::{SplitMix64, crc32},
};

const SLOW: Duration = Duration::from_millis(50);

fn below(rng: &mut SplitMix64, bound: usize) -> usize {
    usize::try_from(rng.below(bound.max(1) as u64)).expect("small")
}

/// Pieces of the seeds, cut anywhere, some bytes changed.
fn input(rng: &mut SplitMix64, seeds: &[&[u8]], words: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..=rng.below(4) {
        let piece: &[u8] = match rng.below(3) {
            0 => words[below(rng, words.len())].as_bytes(),
            _ => seeds[below(rng, seeds.len())],
        };
        let from = below(rng, piece.len());
        let length = 1 + below(rng, 1_200.min(piece.len() - from));
        bytes.extend_from_slice(&piece[from..(from + length).min(piece.len())]);
    }
    mutate(rng, &mut bytes);
    bytes
}

/// A whole seed with a few changes: what gets past the first checks.
fn bent(rng: &mut SplitMix64, seeds: &[&[u8]]) -> Vec<u8> {
    let mut bytes = seeds[below(rng, seeds.len())].to_vec();
    mutate(rng, &mut bytes);
    bytes
}

fn mutate(rng: &mut SplitMix64, bytes: &mut Vec<u8>) {
    for _ in 0..rng.below(4) {
        let at = below(rng, bytes.len());
        match rng.below(5) {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            2 => bytes.insert(at, rng.next_u64().to_le_bytes()[0]),
            3 => {
                let digits = rng.next_u64().to_string();
                bytes.splice(at..at, digits.bytes()).for_each(drop);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << rng.below(8);
                }
            }
        }
    }
}

/// Reads `count` inputs and says how many were slow. A first slow reading is repeated: other programs use the machine
/// too, and what is slow is slow each time.
fn fuzz(name: &str, count: u64, mut make: impl FnMut(&mut SplitMix64) -> Vec<u8>, read: impl Fn(&[u8])) {
    let mut rng = SplitMix64::new(count ^ 0xF0);
    let mut slow = 0;
    for _ in 0..count {
        let bytes = make(&mut rng);
        let quick = (0..5).any(|_| time(|| read(&bytes)) < SLOW);
        slow += u64::from(!quick);
    }
    trials::figure(&format!("fuzzed {name}, none over 50 ms"), count, slow);
}

#[allow(clippy::disallowed_methods)] // A test may look at a clock.
fn time(work: impl FnOnce()) -> Duration {
    let began = std::time::Instant::now();
    work();
    began.elapsed()
}

#[test]
fn packs() {
    let map = include_bytes!("golden/pack-schema-1/map.json");
    let unit = include_bytes!("golden/pack-schema-1/sample.json");
    let overlay = include_bytes!("golden/pack-schema-1/sample.es.json");
    // A whole unit takes milliseconds without optimisation: pieces of it are the many, whole ones the few.
    let pieces: Vec<&[u8]> = unit.chunks(900).chain(map.chunks(900)).chain([&overlay[..]]).collect();
    let words = [
        "{\"schema\":1,\"items\":[",
        "[[[[[[[[[[[[[[[[",
        "{\"a\":",
        "\"\\ud800\"",
        "1e999",
        "null",
        "]}",
        ",",
    ];
    let read = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let _ = Map::read(&text);
        let (mut unit, _) = Unit::read(&text);
        unit.add_overlay(Locale::Es, &text);
        let first = unit.items().into_iter().next();
        if let Some((item, level)) = first {
            let _ = unit.draw(&item, level, 7, Locale::En);
        }
    };
    fuzz("pack reader", trials::trials(100_000), |rng| input(rng, &pieces, &words), read);
    let whole: [&[u8]; 2] = [map, unit];
    fuzz("whole packs, bent", trials::trials(300), |rng| bent(rng, &whole), read);
}

#[test]
fn typed_maths() {
    let seeds = [
        "3(x - 2) = 12",
        "2 1/2",
        "-7/4",
        "1,204.50",
        "y = 2x + 1",
        "sqrt(16)",
        "3 : 4",
        "x^2 - 5x + 6",
        "50%",
    ];
    let seeds: Vec<&[u8]> = seeds.iter().map(|seed| seed.as_bytes()).collect();
    let words = [
        "((((((((((((((((((((",
        "^",
        "/",
        "1/0",
        "99999999999999999999",
        "\u{2212}",
        "\u{bd}",
        "=",
        "<=",
        "sqrt(",
        "x",
        ",",
        ".",
    ];
    let read = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        for locale in Locale::ALL {
            let mark = locale.decimal_mark();
            let _ = notation::read(&text, mark);
            for units in [false, true] {
                let _ = notation::parse(&text, Style { mark, dialect: Dialect::School, list: units, units });
            }
        }
    };
    fuzz("notation parser", trials::trials(100_000), |rng| input(rng, &seeds, &words), read);
}

#[test]
fn records_and_files() {
    let file = include_bytes!("golden/progress-v1.trellis");
    let locked = include_bytes!("golden/progress-v1-locked.trellis");
    let words = [
        "TRELLIS-PROGRESS 1 ",
        "TRELLISX\u{1}",
        "END ",
        "TRL1",
        "\n",
        "00000000 {",
        "[[[[[[[[",
        "{\"v\":",
        "\u{feff}",
    ];
    let read = |bytes: &[u8]| {
        let _ = exchange::read(bytes);
        let _ = Envelope::read(bytes);
        let _ = read_frames(bytes);
        let text = String::from_utf8_lossy(bytes);
        let _ = Record::read(&text);
        let _ = Event::read(&text);
    };
    fuzz("progress-file reader", trials::trials(100_000), |rng| input(rng, &[file, locked], &words), read);
}

#[test]
fn codes_and_pictures() {
    let pictures = frames(include_bytes!("golden/progress-v1-locked.trellis"));
    let seeds: Vec<&[u8]> =
        pictures.iter().map(|frame| frame.as_bytes()).chain([&b"02C9-4ZQ7-K"[..]]).collect();
    let words = ["T1.", ".0.4.", ".99999999999.99999999999.", "0000", "ZZZZ", "-", "\u{1f98a}"];
    let places = Places::here();
    let read = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let _ = places.read_code(&text);
        let mut collector = Collector::default();
        for _ in 0..2 {
            collector.take(&text);
            let _ = collector.finish();
        }
    };
    fuzz("readers of codes and pictures", trials::trials(100_000), |rng| input(rng, &seeds, &words), read);
}

/// Bytes as tickets and plans write them, five bits a digit.
fn base_32(bytes: &[u8]) -> String {
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let digits = bits.as_bytes().chunks(5).map(|five| {
        let five = format!("{:0<5}", String::from_utf8_lossy(five));
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::from_str_radix(&five, 2).expect("bits")])
    });
    digits.collect()
}

/// Any bytes under a right checksum: what a text at random never gets to.
fn summed(rng: &mut SplitMix64) -> String {
    let length = below(rng, 400);
    let mut bytes: Vec<u8> = (0..length).map(|_| rng.next_u64().to_le_bytes()[0]).collect();
    bytes.extend(crc32::hash(&bytes).to_be_bytes());
    base_32(&bytes)
}

#[test]
fn tickets_plans_and_sheets() {
    let a_ticket = Ticket::default().write();
    assert_eq!(Ticket::read(&a_ticket), Ok(Ticket::default()), "what is bent here was whole");
    let a_plan = plan_link::file(&plan_link::Asked::default(), "For this week");
    let seeds: Vec<&[u8]> = vec![a_ticket.as_bytes(), a_plan.as_bytes(), b"02C9-4ZQ7-K", b"1 2 5-7, 9"];
    let words =
        [MARK, "TRELLIS", "TRELLIS2-", "TRELLIS-PLAN ", "#/unit/", ".", "0000", "-", "255-255", "\u{1f98a}"];
    let places = Places::here();
    let read = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let _ = Ticket::read(&text);
        let _ = ticket::gather(&text);
        let plan = plan_link::find(&text).unwrap_or(&text);
        let _ = plan_link::read(plan, ["a", "b"].into_iter());
        let _ = Sheet::read(&text, &places);
        let _ = sheet::read_marks(&text, 40);
    };
    let make = |rng: &mut SplitMix64| match rng.below(4) {
        0 => format!("{MARK}{}.", summed(rng)).into_bytes(),
        1 => summed(rng).into_bytes(),
        _ => input(rng, &seeds, &words),
    };
    fuzz("readers of tickets, plans and sheets", trials::trials(100_000), make, read);
}
