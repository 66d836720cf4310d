//! `cargo xtask test`: every ring of tests, one after the other, and a plain summary.
//! What failed is shown; what does not depend on it still runs.

use crate::budgets;
use crate::dist::{self, Release};
use crate::figures::{Figure, figures};
use crate::shell::{Finished, Outcome, capture, cargo, root, seconds};
use crate::tools::{cargo_component, chromium, npm, npm_ci};
use crate::web::Effort;
use crate::{Options, tools};
use std::process::Command;
use std::time::{Duration, Instant};

pub fn command(options: &Options) -> Outcome {
    let mut run = Run::of(options);
    run.stage("format", || checked("rustfmt", &["fmt", "--all", "--check"]));
    for (name, words) in LINTS {
        run.stage(name, || checked("clippy", &with(words, &["--", "-D", "warnings"])));
    }
    run.stage("dependencies", || {
        crate::deny::check()?;
        println!("{}", crate::advisories::checked()?);
        Ok(Tally::of_one(true, String::new()))
    });
    for (name, words) in TESTS {
        run.stage(name, || Ok(counted(capture(cargo().args(words))?)));
    }
    if BUILT.iter().any(|name| run.wants(name)) {
        run.on_the_release();
    }
    run.summary()
}

/// Lints of each half of the package: what the wall keeps apart is also looked at apart.
const LINTS: [(&str, &[&str]); 4] = [
    ("lint: core", &["clippy", "--locked", "--all-targets", "--no-default-features"]),
    ("lint: tools", &["clippy", "--locked", "--all-targets", "--no-default-features", "--features", "tools"]),
    ("lint: pages", &["clippy", "--locked", "--all-targets", "--features", "ssr"]),
    ("lint: build", &["clippy", "--locked", "--all-targets", "--profile", "xtask", "--package", "xtask"]),
];

const TESTS: [(&str, &[&str]); 4] = [
    (
        "core and content",
        &[
            "test",
            "--locked",
            "--no-fail-fast",
            "--no-default-features",
            "--features",
            "tools",
            "--",
            // The figures that tests report.
            "--show-output",
        ],
    ),
    // Every question of the release, a thousand seeds each: too slow without optimisation.
    ("content at length", &AT_LENGTH),
    ("pages", &["test", "--locked", "--no-fail-fast", "--features", "ssr"]),
    ("build", &["test", "--locked", "--profile", "xtask", "--package", "xtask"]),
];

const AT_LENGTH: [&str; 15] = [
    "test",
    "--locked",
    "--profile",
    "quick",
    "--no-default-features",
    "--features",
    "tools",
    "--test",
    "content",
    "--test",
    "recomputed",
    "--test",
    "classroom",
    "--",
    "--ignored",
];

/// The stages that look at the release build, the first being the build itself.
const BUILT: [&str; 3] = ["release build", "size budgets", "browser"];

fn with<'a>(words: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [words, more].concat()
}

/// A check that passes or fails as a whole.
fn checked(component: &str, words: &[&str]) -> Outcome<Tally> {
    cargo_component(component)?;
    let finished = capture(cargo().args(words))?;
    Ok(Tally::of_one(finished.ok, finished.output))
}

/// The suite in a real browser, which takes its place, browser and server from the environment.
fn browser(release: &Release) -> Outcome<Tally> {
    let mut npm = browser_suite(release)?;
    Ok(counted(capture(npm.arg("test"))?))
}

fn browser_suite(release: &Release) -> Outcome<Command> {
    let chromium = chromium()?;
    let folder = npm_ci("tests/browser")?;
    let mut npm = npm()?;
    npm.current_dir(folder)
        .env("TRELLIS_DIST", &release.folder)
        .env("TRELLIS_ITEM", release.typed_item.as_deref().unwrap_or_default())
        .env("CHROMIUM", chromium)
        .env("XTASK", tools::own_program()?);
    Ok(npm)
}

/// How many checks passed and failed, and the words to show where one failed.
#[derive(Debug, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
    output: String,
}

impl Tally {
    fn of_one(ok: bool, output: String) -> Tally {
        Tally { passed: usize::from(ok), failed: usize::from(!ok), output }
    }
}

/// Counts what a runner said. A runner that failed without naming a failed test counts as one.
fn counted(finished: Finished) -> Tally {
    let (passed, failed) = counts(&finished.output);
    let failed = if finished.ok { failed } else { failed.max(1) };
    Tally { passed, failed, output: finished.output }
}

/// The sums of the lines in which cargo, node's runner and Playwright's say how many passed and failed.
fn counts(output: &str) -> (usize, usize) {
    let sum = |found: fn(&str) -> Option<(usize, usize)>| {
        output.lines().filter_map(found).fold((0, 0), |(p, f), (passed, failed)| (p + passed, f + failed))
    };
    let (cargo, node) = (sum(cargo_line), sum(node_line));
    (cargo.0 + node.0, cargo.1 + node.1)
}

/// `test result: ok. 12 passed; 0 failed; 0 ignored; …`
fn cargo_line(line: &str) -> Option<(usize, usize)> {
    let rest = line.trim().strip_prefix("test result: ")?;
    let number = |what: &str| {
        rest.split(['.', ';']).find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
    };
    Some((number("passed")?, number("failed")?))
}

/// `# pass 12`, `ℹ fail 0` (node), `12 passed (3.4s)`, `1 failed` (Playwright)
fn node_line(line: &str) -> Option<(usize, usize)> {
    let mut words = line.split_whitespace();
    match (words.next()?, words.next()?, words.next()) {
        ("#" | "ℹ", "pass", Some(number)) => Some((number.parse().ok()?, 0)),
        ("#" | "ℹ", "fail" | "cancelled", Some(number)) => Some((0, number.parse().ok()?)),
        (number, "passed", _) => Some((number.parse().ok()?, 0)),
        (number, "failed", None) => Some((0, number.parse().ok()?)),
        _ => None,
    }
}

struct Stage {
    name: &'static str,
    time: Duration,
    passed: usize,
    failed: usize,
}

struct Run<'a> {
    only: Option<&'a str>,
    done: Vec<Stage>,
    figures: Vec<Figure>,
}

impl<'a> Run<'a> {
    fn of(options: &'a Options) -> Self {
        Self { only: options.value("--only"), done: Vec::new(), figures: Vec::new() }
    }

    /// Runs one stage, says how it went, and shows its words where something failed.
    fn stage(&mut self, name: &'static str, work: impl FnOnce() -> Outcome<Tally>) {
        if self.wants(name) {
            self.run(name, work);
        }
    }

    fn wants(&self, name: &str) -> bool {
        self.only.is_none_or(|only| name.contains(only))
    }

    /// What needs the release build is left out where there is none: the build is then what failed.
    fn on_the_release(&mut self) {
        let [build, sizes, suite] = BUILT;
        let mut release = None;
        self.run(build, || {
            release = Some(dist::build(&root().join("dist"), "/", Effort::Release)?);
            Ok(Tally::of_one(true, String::new()))
        });
        let Some(release) = release else { return };
        self.stage(sizes, || budgets::check(&release.budgets).map(|()| Tally::of_one(true, String::new())));
        self.stage(suite, || browser(&release));
    }

    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Outcome<Tally>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|problem| Tally::of_one(false, problem));
        if tally.failed > 0 {
            println!("{}", tally.output.trim_end());
        }
        let found = figures(&tally.output);
        found.iter().for_each(|figure| println!("{figure}"));
        self.figures.extend(found);
        let stage = Stage { name, time: start.elapsed(), passed: tally.passed, failed: tally.failed };
        println!("{}", stage.row());
        self.done.push(stage);
    }

    fn summary(&self) -> Outcome {
        println!("\n== figures");
        self.figures.iter().for_each(|figure| println!("{figure}"));
        println!("\n== summary");
        self.done.iter().for_each(|stage| println!("{}", stage.row()));
        let passed: usize = self.done.iter().map(|stage| stage.passed).sum();
        let failed: usize = self.done.iter().map(|stage| stage.failed).sum();
        let lost: u64 = self.figures.iter().map(|figure| figure.lost).sum();
        println!("\n{passed} passed, {failed} failed, {lost} lost");
        // The line above says all; the exit code says it again.
        if failed == 0 && lost == 0 { Ok(()) } else { std::process::exit(1) }
    }
}

impl Stage {
    fn row(&self) -> String {
        let verdict = if self.failed == 0 { "ok" } else { "FAILED" };
        let time = seconds(self.time);
        format!("  {:<18}{time:>9}{:>7} passed{:>5} failed   {verdict}", self.name, self.passed, self.failed)
    }
}

/// Laws, faults and noise, ten times as often as in every run.
const LAWS_AT_LENGTH: [&str; 29] = [
    "test",
    "--locked",
    "--no-fail-fast",
    "--profile",
    "quick",
    "--no-default-features",
    "--features",
    "tools",
    "--test",
    "steps",
    "--test",
    "snapshots",
    "--test",
    "faults",
    "--test",
    "machine",
    "--test",
    "log_laws",
    "--test",
    "damaged_files",
    "--test",
    "locked_files",
    "--test",
    "return_code",
    "--test",
    "fuzz",
    "--",
    "--show-output",
    "--test-threads=2",
];

/// `cargo xtask chaos`: the long reliability runs. `--only laws` leaves out the browser, `--only browser` the rest.
pub fn chaos(options: &Options) -> Outcome {
    let kills = options.number("--kills", 1_000)?;
    let mut run = Run::of(options);
    run.stage("laws at length", || {
        Ok(counted(capture(cargo().args(LAWS_AT_LENGTH).env("TRELLIS_CHAOS", "1"))?))
    });
    if run.wants("browser") {
        let mut release = None;
        run.run("release build", || {
            release = Some(dist::build(&root().join("dist"), "/", Effort::Release)?);
            Ok(Tally::of_one(true, String::new()))
        });
        if let Some(release) = release {
            run.run("browser", || {
                let mut npm = browser_suite(&release)?;
                let words = ["exec", "--", "node", "chaos.mjs"];
                let finished = capture(npm.args(words).env("KILLS", kills.to_string()))?;
                Ok(Tally::of_one(finished.ok, finished.output))
            });
        }
    }
    run.summary()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_runner_are_counted() {
        for (output, expected) in [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                (12, 0),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored\ntest result: ok. 1 passed; 0 failed; 0 ignored",
                (4, 2),
            ),
            ("# tests 5\n# pass 4\n# fail 1\n# cancelled 0", (4, 1)),
            ("ℹ pass 7\nℹ fail 0\nℹ cancelled 1", (7, 1)),
            ("  1 failed\n  12 passed (3.4s)", (12, 1)),
            ("nothing of the kind", (0, 0)),
        ] {
            assert_eq!(counts(output), expected, "{output}");
        }
    }

    #[test]
    fn a_runner_that_breaks_down_counts_as_a_failure() {
        let broken = Finished { ok: false, output: "error: could not compile".to_owned() };
        assert_eq!(counted(broken).failed, 1);
    }
}
