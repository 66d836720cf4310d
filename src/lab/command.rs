//! The commands of `lab` that need a clock and a terminal: what they take, what they print.

use super::data::Data;
use super::evaluate::{Model, evaluate};
use super::fit;
use super::simulate::chart::Chart;
use super::simulate::world::World;
use super::simulate::{Policy, scenes, simulate};
use crate::learner::readout::NAMES;
use std::fmt::Write as _;
use std::fs;

pub const USAGE: &str = "\
usage: lab replay FILE.trellis [--map MAP.json]
       lab evaluate FILE.csv[.gz] [--model trellis|bkt|pfa|elo|best-lr] [--json]
       lab simulate --policy trellis|n-in-a-row|khan|smartscore|bkt95|aleks|random
           [--learners N] [--seed S] [--world 0|1|2] [--packs DIR] [--json]
       lab fit FILE.csv[.gz]... --into DIRECTORY-OF-THE-REPOSITORY";

/// Seconds since the program began.
pub type Clock<'a> = &'a dyn Fn() -> f64;

/// `evaluate FILE [--model M] [--json]`.
pub fn run_evaluate(words: &[&str], clock: Clock) -> Result<(), String> {
    let (mut file, mut model, mut name, mut json) = (None, Model::Trellis, "trellis", false);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--json" => json = true,
            "--model" => {
                name = rest.next().ok_or("--model needs a name")?;
                model = Model::parse(name).ok_or_else(|| format!("no model is called `{name}`"))?;
            }
            path if !path.starts_with('-') && file.is_none() => file = Some(path),
            other => return Err(format!("`{other}` is not understood\n{USAGE}")),
        }
    }
    let file = file.ok_or(USAGE)?;
    let began = clock();
    let data = open(file)?;
    let scores = evaluate(&data, model, &mut |what| eprintln!("lab: {what} ({:.1} s)", clock() - began))?;
    let seconds = clock() - began;
    if !json {
        println!("{name} on {file}: {} responses of test students in {seconds:.2} s", scores.rows);
    }
    println!(
        "{}",
        serde_json::json!({
            "model": name, "auc": round(scores.auc), "rmse": round(scores.rmse),
            "log_loss": round(scores.log_loss), "accuracy": round(scores.accuracy), "ece": round(scores.ece),
            "rows": scores.rows, "seconds": (seconds * 1000.0).round() / 1000.0,
        })
    );
    Ok(())
}

/// `simulate --policy P [--learners N] [--seed S] [--world W] [--packs DIR] [--json]`.
pub fn run_simulate(words: &[&str], clock: Clock) -> Result<(), String> {
    let (mut policy, mut learners, mut seed, mut number, mut packs) = (None, 100_u64, 11_u64, 0_u8, None);
    let mut json = false;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if *word == "--json" {
            json = true;
            continue;
        }
        let value = *rest.next().ok_or_else(|| format!("{word} needs a value"))?;
        let bad = || format!("`{value}` is no value for {word}");
        match *word {
            "--policy" => policy = Some((value, Policy::parse(value).ok_or_else(bad)?)),
            "--learners" => learners = value.parse().map_err(|_| bad())?,
            "--seed" => seed = value.parse().map_err(|_| bad())?,
            "--world" => number = value.parse().map_err(|_| bad())?,
            "--packs" => packs = Some(value),
            other => return Err(format!("`{other}` is not understood\n{USAGE}")),
        }
    }
    let (name, policy) = policy.ok_or(USAGE)?;
    let world = World::of(number).ok_or("there are worlds 0, 1 and 2")?;
    let chart = match packs {
        Some(folder) => Chart::of_packs(folder)?,
        None => Chart::made(world.options),
    };
    let began = clock();
    let report = simulate(policy, &chart, world, learners, seed, &mut |done| {
        if done % 10 == 0 {
            eprintln!("lab: {done} of {learners} learners ({:.0} s)", clock() - began);
        }
    });
    let kinds: serde_json::Map<String, serde_json::Value> =
        report.kinds.iter().map(|(kind, figures)| ((*kind).into(), figures.json())).collect();
    let mut line = report.all.json();
    line["policy"] = name.into();
    line["world"] = number.into();
    line["skills"] = chart.skills.len().into();
    line["seed"] = seed.into();
    line["kinds"] = kinds.into();
    if policy == Policy::Trellis {
        line["scenes"] = scenes_json(&chart, learners, seed);
    }
    line["seconds"] = serde_json::json!(((clock() - began) * 1000.0).round() / 1000.0);
    if !json {
        println!("{name} in world {number}: {learners} learners, {} skills", chart.skills.len());
    }
    println!("{line}");
    Ok(())
}

fn scenes_json(chart: &Chart, learners: u64, seed: u64) -> serde_json::Value {
    let strategic: serde_json::Map<String, serde_json::Value> = scenes::STRATEGIES
        .iter()
        .map(|name| ((*name).into(), scenes::falsely_mastered(name, learners * 5, seed).into()))
        .collect();
    let fragile = scenes::fragile(chart, learners, seed);
    let (always, bare, flagged) = scenes::words(learners.min(40));
    serde_json::json!({
        "falsely_mastered_at_60": strategic,
        "fragile": {
            "grade": fragile.grade, "right_of_first_ten_median": fragile.median,
            "at_least_seven": round(fragile.seven), "third_miss_without_easier": round(fragile.unhelped),
        },
        "words": { "always_right": round(always), "wrong_in_words": round(bare), "flagged": round(flagged) },
    })
}

/// `fit FILE... --into REPOSITORY`: the weights of the read-out, as data and as source.
pub fn run_fit(words: &[&str], clock: Clock) -> Result<(), String> {
    let [files @ .., "--into", root] = words else { return Err(USAGE.into()) };
    let began = clock();
    let sets = files.iter().map(|file| open(file)).collect::<Result<Vec<Data>, String>>()?;
    let weights = fit::fit(&sets).map(|weight| (weight * 1e5).round() / 1e5);
    let source: String = weights.iter().fold(String::new(), |mut text, weight| {
        let _ = writeln!(text, "    {weight:?},");
        text
    });
    let write = |path: &str, text: String| {
        let path = format!("{root}/{path}");
        fs::write(&path, text).map_err(|error| format!("{path}: {error}"))
    };
    write(
        "src/learner/weights.rs",
        format!(
            "//! Weights of the read-out; generated by `lab fit`, which also writes `content/model/readout.json`.\n\n\
             pub const WEIGHTS: [f64; super::readout::FEATURES] = [\n{source}];\n"
        ),
    )?;
    let named: serde_json::Map<String, serde_json::Value> =
        NAMES.iter().zip(weights).map(|(name, weight)| ((*name).into(), weight.into())).collect();
    let json = serde_json::json!({ "version": 2, "cite": fit::CITE, "weights": named });
    write("content/model/readout.json", format!("{json:#}\n"))?;
    eprintln!("lab: fitted in {:.1} s", clock() - began);
    Ok(())
}

fn open(file: &str) -> Result<Data, String> {
    Data::open(file, &mut |rows| eprintln!("lab: {file}: {rows} rows read"))
}

fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
