//! The researcher's tool: tells a progress file's story, measures the learner model and its baselines, and runs answer
//! tests over rows with known verdicts.

#[path = "lab/answers.rs"]
mod answers;

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use trellis::content::Map;
use trellis::content::source::Pack;
use trellis::exchange::{Obstacle, progress_file};
use trellis::lab::command::{self, USAGE};
use trellis::learner::{Answered, Event, Fact, Learner};
use trellis::log::History;
use trellis::num::math;
use trellis::tutor::{select, session, support};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program at the edge: it tells how long it took")]
    let began = std::time::Instant::now();
    let clock = || began.elapsed().as_secs_f64();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["replay", file, "--map", map] => read_map(map).and_then(|map| replay(file, map)),
        ["replay", file] => own_map().and_then(|map| replay(file, map)),
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
fn replay(file: &str, map: Map) -> Result<(), String> {
    let facts = read_facts(file)?;
    let salt = facts.iter().map(|fact| fact.at).min().map_or(0, session::salt);
    let mut learner = Learner::new(Rc::new(map));
    for fact in &facts {
        println!("{}", tell(fact, &mut learner, salt));
    }
    println!("state {} after {} facts", learner.digest(), facts.len());
    Ok(())
}

/// The map of the folder `content` here.
fn own_map() -> Result<Map, String> {
    let pack = Pack::read(Path::new("content")).map_err(|error| format!("content: {error:?}"))?;
    let (map, _) = Map::read(&file_of(&pack.build(false), "map.json"));
    if map.skills.is_empty() { Err("no map here: name one with --map".into()) } else { Ok(map) }
}

fn file_of(built: &[(String, String)], name: &str) -> String {
    built.iter().find(|(file, _)| file == name).map(|(_, text)| text.clone()).unwrap_or_default()
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

/// Applies a fact and tells it: of a first answer also the belief before and after, and what comes next and why.
fn tell(fact: &Fact, learner: &mut Learner, salt: u64) -> String {
    let day = fact.day().0;
    let Event::Answered(answer) = &fact.event else {
        learner.apply(fact);
        return format!("day {day}: {:?}", fact.event);
    };
    let before = belief(learner, answer, fact);
    learner.apply(fact);
    let verdict = if answer.right { "right" } else { "wrong" };
    let today = learner.day(fact.day());
    let level = learner.level(&answer.skill, today);
    let (item, at, seed, said) = (&answer.item, answer.level, answer.seed, &answer.response);
    let head = format!(
        "day {day}: {item}@{at}/{seed} try {} {said:?} {verdict} -> {} {level:?}",
        answer.attempt, answer.skill
    );
    if answer.attempt > 1 {
        return head;
    }
    let after = belief(learner, answer, fact);
    let next = select::next(learner, today, None, salt).map_or_else(
        || "nothing".into(),
        |pick| format!("{}@{} because {:?}", pick.item, pick.level, pick.reason),
    );
    let help = match support::due(learner, today) {
        Some((skill, support)) => format!("; before it {support:?} for {skill}"),
        None => String::new(),
    };
    format!("{head}\n    belief {before:.0} % -> {after:.0} %; next {next}{help}")
}

/// Chance of success on a usual question of the skill, in percent, the doubt about it taken in (MacKay 1992).
fn belief(learner: &Learner, answer: &Answered, fact: &Fact) -> f64 {
    let belief = learner.reference(&answer.skill, learner.day(fact.day()));
    100.0 * math::sigmoid(belief.mean / math::sqrt(1.0 + std::f64::consts::PI / 8.0 * belief.var))
}
