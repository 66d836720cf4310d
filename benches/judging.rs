//! Native benches of judging step work, over the worked solutions and papers of `tests/steps`:
//! `cargo bench --no-default-features --features tools --bench judging`. Criterion tells the mean of one line of each kind; after it
//! stand the best sample and the slowest single line, judged with all lines above it as a check does.
//!
//! What a check takes in a browser is measured by `tests/browser/lines.test.mjs`.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use criterion::Criterion;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use trellis::content::more::cells::{self, Paper};
use trellis::content::more::columns::{Columns, Op};
use trellis::content::more::steps::Work;
use trellis::notation::DecimalMark;
use trellis::num::Rational;

/// A line is judged so often before the quickest time is taken: other programs slow some of them down.
const TIMES: usize = 20;

/// One check, whatever it is of.
enum Check {
    /// The work, and all lines so far as they are recorded.
    Line(Work, String),
    Paper(Columns, Paper),
}

impl Check {
    fn judge(&self) {
        match self {
            Self::Line(work, lines) => drop(black_box(work.marks(lines, DecimalMark::Point))),
            Self::Paper(sum, paper) => {
                drop(black_box((cells::judge(sum, paper), cells::first_wrong(sum, paper))))
            }
        }
    }

    fn quickest(&self) -> Duration {
        let times = (0..TIMES).map(|_| timed(|| self.judge()));
        times.min().unwrap_or_default()
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// The rows of a table under their headings, each row in its parts.
fn table(name: &str, between: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/steps").join(name);
    let text = std::fs::read_to_string(file).expect("a table of worked solutions");
    let mut sections: Vec<(String, Vec<Vec<String>>)> = Vec::new();
    let mut heading = String::new();
    for row in text.lines().filter(|row| !row.is_empty()) {
        if let Some(title) = row.strip_prefix("# ") {
            heading = title.to_string();
            continue;
        }
        if sections.last().is_none_or(|(last, _)| *last != heading) {
            sections.push((heading.clone(), Vec::new()));
        }
        let parts = row.split(between).map(String::from).collect();
        sections.last_mut().expect("a section").1.push(parts);
    }
    sections
}

/// A row of `corpus.txt`: start, options, then lines with what each of them is. A wrong line is struck out below.
fn lines(row: &[String]) -> Vec<Check> {
    let [start, options, lines @ ..] = row else { return Vec::new() };
    let option = |name: &str| {
        let found = options.split(' ').find_map(|option| option.strip_prefix(name)?.strip_prefix('='));
        found.unwrap_or_default()
    };
    let has = |name: &str| options.split(' ').any(|option| option == name);
    let until = ["lowest", "factored", "expanded"].into_iter().find(|until| has(until)).unwrap_or_default();
    let whole = option("whole").parse().ok().map(Rational::integer);
    let start: Vec<String> = start.split(" & ").map(String::from).collect();
    let work = Work::of(&start, until, option("unit"), whole, !has("hidden")).expect("work of a known kind");
    let (mut above, mut checks) = (String::new(), Vec::new());
    for line in lines {
        let (line, mark) = line.split_once(" => ").expect("what the line is");
        checks.push(Check::Line(work.clone(), [&*above, line].concat()));
        let struck = if mark.starts_with("wrong") { "~ " } else { "" };
        if !mark.starts_with("unfit") {
            above = [&*above, struck, line, "; "].concat();
        }
    }
    checks
}

/// A row of `columns.txt`: the sum and what was recorded.
fn paper(row: &[String]) -> (Op, Check) {
    let parts: Vec<&str> = row[0].split(' ').collect();
    let op = Op::read(parts[1].chars().next().expect("a sign")).expect("a known sign");
    let number = |part: &str| part.parse().expect("a number");
    let sum = Columns::new(op, number(parts[0]), number(parts[2])).expect("a sum");
    (op, Check::Paper(sum, Paper::read(&row[1])))
}

fn kinds() -> Vec<(String, Vec<Check>)> {
    let mut kinds: Vec<(String, Vec<Check>)> = table("corpus.txt", " | ")
        .into_iter()
        .map(|(heading, rows)| (heading, rows.iter().flat_map(|row| lines(row)).collect()))
        .collect();
    let papers = table("columns.txt", " => ").into_iter().flat_map(|(_, rows)| rows);
    for (op, check) in papers.map(|row| paper(&row)) {
        let name = match op {
            Op::Plus => "Column addition",
            Op::Minus => "Column subtraction",
            Op::Times => "Column multiplication",
            Op::Over => "Long division",
        };
        match kinds.iter_mut().find(|(kind, _)| kind == name) {
            Some((_, checks)) => checks.push(check),
            None => kinds.push((name.into(), vec![check])),
        }
    }
    kinds
}

fn main() {
    let quick = Duration::from_secs(1);
    let criterion = Criterion::default().sample_size(20).warm_up_time(quick / 2).measurement_time(quick);
    let mut criterion = criterion.configure_from_args();
    let mut told = Vec::new();
    for (kind, checks) in kinds() {
        let mut best = f64::INFINITY;
        criterion.bench_function(&kind, |bencher| {
            bencher.iter_custom(|times| {
                // Every check as often as the others: the time of one is that of the mean one.
                let all = timed(|| (0..times).for_each(|_| checks.iter().for_each(Check::judge)));
                let one = all / checks.len() as u32;
                best = best.min(one.as_secs_f64() / times as f64);
                one
            });
        });
        if best.is_finite() {
            let slowest = checks.iter().map(Check::quickest).max().unwrap_or_default();
            told.push((kind, checks.len(), best * 1e6, slowest.as_secs_f64() * 1e6));
        }
    }
    criterion.final_summary();
    println!("{:<46} checks   mean of all, best sample   slowest of all", "us");
    for (kind, count, best, slowest) in told {
        println!("{kind:<46} {count:>6} {best:>26.1} {slowest:>16.1}");
    }
}
