//! The researcher's tool: tells a progress file's story, measures the learner model and its baselines, and runs answer
//! tests over rows with known verdicts.

#[path = "lab/answers.rs"]
mod answers;

use std::fs;
use std::io::Read as _;
use std::process::ExitCode;
use std::rc::Rc;
use trellis::content::Map;
use trellis::exchange::{Obstacle, progress_file};
use trellis::lab::command::{self, USAGE};
use trellis::learner::{Event, Fact, Learner};
use trellis::log::History;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program at the edge: it tells how long it took")]
    let began = std::time::Instant::now();
    let clock = || began.elapsed().as_secs_f64();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["replay", file, "--map", map] => replay(file, map),
        ["answers", words @ ..] => answers::run(words),
        ["evaluate", rest @ ..] => command::run_evaluate(rest, &clock),
        ["simulate", rest @ ..] => command::run_simulate(rest, &clock),
        ["fit", rest @ ..] => command::run_fit(rest, &clock),
        _ => Err(format!("{USAGE}\n       {}", answers::USAGE)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("lab: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Prints each fact with what it changed, and last the hash of the folded state.
fn replay(file: &str, map: &str) -> Result<(), String> {
    let map = Rc::new(read_map(map)?);
    let facts = read_facts(file)?;
    let mut learner = Learner::new(map);
    for fact in &facts {
        learner.apply(fact);
        println!("{}", tell(fact, &learner));
    }
    println!("state {} after {} facts", learner.digest(), facts.len());
    Ok(())
}

fn read_map(path: &str) -> Result<Map, String> {
    let json = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let (map, problems) = Map::read(&json);
    match problems.first() {
        Some(problem) => Err(format!("{path}: {problem}")),
        None => Ok(map),
    }
}

fn read_facts(path: &str) -> Result<Vec<Fact>, String> {
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let read = match progress_file::read(&bytes) {
        Err(Obstacle::Compressed) => {
            let mut inflated = Vec::new();
            let mut reader = flate2::read::GzDecoder::new(bytes.as_slice());
            reader.read_to_end(&mut inflated).map_err(|error| format!("{path}: {error}"))?;
            progress_file::read(&inflated)
        }
        read => read,
    };
    let read = read.map_err(|obstacle| format!("{path}: {obstacle:?}"))?;
    for problem in &read.problems {
        eprintln!("lab: {path}: {problem:?}");
    }
    Ok(read.records.into_iter().collect::<History>().facts())
}

fn tell(fact: &Fact, learner: &Learner) -> String {
    let day = fact.day().0;
    match &fact.event {
        Event::Answered(answer) => {
            let verdict = if answer.right { "right" } else { "wrong" };
            let level = learner.level(&answer.skill, learner.day(fact.day()));
            let (item, at, seed, said) = (&answer.item, answer.level, answer.seed, &answer.response);
            format!(
                "day {day}: {item}@{at}/{seed} try {} {said:?} {verdict} -> {} {level:?}",
                answer.attempt, answer.skill
            )
        }
        other => format!("day {day}: {other:?}"),
    }
}
