//! What a teacher's device makes of a progress file: swiftly, and never anything else than the thorough way would.
#![cfg(feature = "tools")]

mod common;

use common::{MORNING, answer, fact, map};
use proptest::prelude::*;
use trellis::classroom::folding::{Folding, Glance, Kind, kind};
use trellis::exchange::progress_file;
use trellis::learner::{Event, Learner, Level, Mode, Profile};
use trellis::log::record::with_checksum;
use trellis::log::{History, LearnerId, Record, Writer, WriterId};
use trellis::num::{Moment, SplitMix64};

/// A file of two devices that were used in turn.
fn file(seed: u64, facts: usize) -> String {
    let mut chance = SplitMix64::new(seed);
    let mut writers = [1, 2].map(|n| Writer::new(WriterId([n; 12])));
    let mut history = History::default();
    for at in 0..facts {
        let skill = ["a", "b", "c", "elsewhere"][chance.below(4) as usize];
        let event = match chance.below(12) {
            0 => Event::LevelShown { skill: skill.into(), level: Level::Started, model: 3 },
            1 => Event::Profile(Profile { nickname: Some(format!("Kay {at}")), ..Profile::default() }),
            2 => Event::Began { mode: Mode::FindStart },
            3 => Event::Unknown,
            _ => {
                let mut answer = answer(skill, "bare", 2, at as u32, chance.below(3) > 0);
                answer.rules = (0..chance.below(3)).map(|n| format!("rule-{n}")).collect();
                answer.response = ["3/4", "say \"yes\"", "½ café\n"][chance.below(3) as usize].into();
                answer.confidence = (chance.below(2) == 0).then_some(2);
                Event::Answered(answer)
            }
        };
        let writer = &mut writers[chance.below(2) as usize];
        history.insert(writer.append(fact(MORNING + at as i64 * 7_000_000, event)));
    }
    progress_file::write(&history, LearnerId([9; 12]), Moment::new(MORNING, 0))
}

fn folded(text: &str, lines: usize) -> Folding {
    let mut folding = Folding::new(text.into(), map());
    let mut before = (0, 1);
    while !folding.step(lines) {
        let now = folding.progress();
        assert!(
            before.0 * now.1 <= now.0 * before.1 && now.0 <= now.1,
            "a bar never goes back: {before:?}, {now:?}"
        );
        before = now;
    }
    folding
}

/// Every line by the thorough reader, their union, the chains, and the one fold.
fn thoroughly(text: &str) -> Learner {
    let history: History = text.lines().filter_map(|line| Record::read(line).ok()).collect();
    Learner::replay(map(), &history.facts())
}

fn same(text: &str, lines: usize) {
    let (swift, thorough) = (folded(text, lines), thoroughly(text));
    assert_eq!(swift.learner().digest(), thorough.digest(), "{text}");
    assert_eq!(swift.ticket().is_some(), thorough.born.is_some());
}

/// What can become of one line: what other programs, newer releases and bad disks make of it.
fn another(line: &str, how: u64) -> String {
    let Some((_, json)) = line.split_once(' ') else { return line.into() };
    let json = match how % 12 {
        0 => return line[..line.len() / 2].into(),
        1 => return line.replacen('1', "2", 1),
        2 => json.replace("\"v\":1", "\"v\":2"),
        3 => json.replace(":", ": "),
        4 => json.replace("\"e\":{", "\"e\":{\"new\":[1,{\"a\":null}],"),
        5 => format!("{},\"z\":{{}}}}", json.strip_suffix('}').unwrap_or(json)),
        6 => json.replace("\"e\":", "\"x\":"),
        7 => json.replace("answered", "answ\\u0065red"),
        8 => json.strip_suffix('}').unwrap_or(json).into(),
        9 => json.replace("\"seed\":", "\"seed\":0"),
        10 => json.replace("\"locale\":\"en\"", "\"locale\":\"en\",\"locale\":\"es\""),
        _ => json.replace("\"h\":[", "\"h\":[9007199254740"),
    };
    with_checksum(&json)
}

proptest! {
    #[test]
    fn a_file_folds_to_what_its_records_fold_to(seed: u64, facts in 0_usize..60, lines in 1_usize..80) {
        same(&file(seed, facts), lines);
    }

    #[test]
    fn so_does_one_that_was_damaged_or_written_by_others(
        seed: u64, changes in prop::collection::vec((1_usize..40, 0_u64..12), 1..6), lines in 1_usize..80,
    ) {
        let text = file(seed, 40);
        let mut all: Vec<String> = text.lines().map(String::from).collect();
        for (at, how) in changes {
            all[at] = another(&all[at], how);
        }
        same(&all.join("\r\n"), lines);
    }

    /// The same line twice, and two records under one name: the chain says which of them counts.
    #[test]
    fn so_does_one_in_which_two_lines_claim_one_name(seed: u64, of in 1_usize..40, to in 1_usize..40) {
        let text = file(seed, 40);
        let mut all: Vec<String> = text.lines().map(String::from).collect();
        let forged = all[of].split_once(' ').map(|(_, json)| json.replace("\"right\":true", "\"right\":false"));
        all.insert(to, with_checksum(&forged.unwrap_or_default()));
        same(&all.join("\n"), 16);
    }
}

#[test]
fn a_glance_tells_how_much_is_in_a_file_and_what_its_learner_is_called_by_now() {
    let text = file(3, 50);
    let Kind::Progress(glance) = kind(&text) else { panic!("a progress file") };
    let name = thoroughly(&text).profile.nickname;
    assert_eq!(glance, Glance { facts: 50, name });
    assert!(glance.name.is_some(), "this one has been named");
}

#[test]
fn what_is_no_progress_file_is_told_apart() {
    assert_eq!(kind("TRELLIS-CLASS 1\nclass 7KQM2X\n"), Kind::Class);
    assert_eq!(kind("\u{feff}9:30,TRELLIS1-NOT-FOR-GRADES-0."), Kind::Tickets);
    assert_eq!(kind("shopping list"), Kind::Foreign);
    assert_eq!(kind("TRELLIS-PROGRESS "), Kind::Progress(Glance::default()));
}
