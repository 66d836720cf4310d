//! `lab answers FILE.tsv`: runs answer tests over rows with known verdicts and tells where they agree.

use std::collections::BTreeMap;
use std::fs;
use std::panic;
use std::time::Duration;
use trellis::content::answer::{self, Advice, Fault, Verdict};
use trellis::notation::{Locale, Why};

pub const USAGE: &str = "lab answers FILE.tsv [--json] [--quiet]";

const COLUMNS: [&str; 5] = ["test", "options", "expected", "given", "verdict"];

#[derive(Default)]
struct Report {
    rows: usize,
    agree: usize,
    disagree: usize,
    panics: usize,
    slowest: Duration,
    slowest_line: usize,
    /// Rows of tests that are not known, by name.
    unknown: BTreeMap<String, usize>,
    /// Rows with a construct that the notation does not have, by construct.
    outside: BTreeMap<&'static str, usize>,
}

/// What a row says the verdict should be.
enum Wanted {
    Right,
    /// Not accepted; rows that know only right and wrong say this of advice too.
    Wrong,
    /// Neither right nor wrong: the test cannot be carried out on it, or something is to be changed first.
    Advice,
    /// This advice and no other.
    This(String),
}

enum Got {
    Verdict(Verdict),
    Fault(Fault),
    Panic,
}

pub fn run(words: &[&str]) -> Result<(), String> {
    let (flags, files): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| word.starts_with("--"));
    let [file] = files[..] else { return Err(format!("usage: {USAGE}")) };
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let places: Vec<usize> = COLUMNS
        .iter()
        .map(|column| header.iter().position(|cell| cell == column))
        .collect::<Option<_>>()
        .ok_or_else(|| format!("{file}: the first line must name the columns {}", COLUMNS.join(", ")))?;
    panic::set_hook(Box::new(|_| {}));
    let mut report = Report::default();
    for (k, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |place: usize| cells.get(places[place]).copied().unwrap_or_default();
        let said = report.row(k + 2, [cell(0), cell(1), cell(2), cell(3), cell(4)]);
        if let Some(said) = said.filter(|_| !flags.contains(&"--quiet")) {
            println!("{said}");
        }
    }
    let _ = panic::take_hook();
    report.tell(flags.contains(&"--json"));
    Ok(())
}

impl Report {
    /// Runs one row; says what is to be said about it.
    fn row(&mut self, line: usize, [test, options, expected, given, verdict]: [&str; 5]) -> Option<String> {
        self.rows += 1;
        let Some(wanted) = wanted(verdict) else {
            return Some(format!("line {line}: the verdict {verdict:?} is none of right, wrong, advice"));
        };
        let run = || timed(|| answer::test(test.trim(), options, expected, given, Locale::En));
        let (got, mut took) = run();
        // Other programs may have the machine for a moment: a slow row has three tries.
        for _ in 0..2 {
            if took > Duration::from_millis(1) {
                took = took.min(run().1);
            }
        }
        if took > self.slowest {
            (self.slowest, self.slowest_line) = (took, line);
        }
        match &got {
            Got::Fault(Fault::UnknownTest) => {
                *self.unknown.entry(test.trim().into()).or_default() += 1;
                return None;
            }
            Got::Fault(Fault::Outside(what)) => {
                *self.outside.entry(what).or_default() += 1;
                return None;
            }
            Got::Panic => self.panics += 1,
            _ => {}
        }
        if agrees(&wanted, &got) {
            self.agree += 1;
            return None;
        }
        self.disagree += 1;
        Some(format!(
            "line {line}: {test} [{options}] expected {expected:?} given {given:?}: the row says {verdict}, we say {}",
            told(&got)
        ))
    }

    fn claimed(&self) -> usize {
        self.agree + self.disagree
    }

    fn tell(&self, json: bool) {
        for (test, rows) in &self.unknown {
            println!("not claimed: {rows} rows of the test {test}");
        }
        for (what, rows) in &self.outside {
            println!("not claimed: {rows} rows with {what}");
        }
        let claimed = self.claimed();
        println!(
            "{} rows, {claimed} claimed, {} agree, {} disagree, {} panics; slowest {} µs (line {})",
            self.rows,
            self.agree,
            self.disagree,
            self.panics,
            self.slowest.as_micros(),
            self.slowest_line
        );
        if json {
            println!(
                "{{\"rows\":{},\"claimed\":{claimed},\"agree\":{},\"disagree\":{},\"panics\":{},\"slowest_us\":{},\"unknown_tests\":{},\"outside\":{}}}",
                self.rows,
                self.agree,
                self.disagree,
                self.panics,
                self.slowest.as_micros(),
                self.unknown.values().sum::<usize>(),
                self.outside.values().sum::<usize>()
            );
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a native tool measures how long a verdict takes")]
fn timed(run: impl FnOnce() -> Result<Verdict, Fault> + panic::UnwindSafe) -> (Got, Duration) {
    let before = std::time::Instant::now();
    let got = panic::catch_unwind(run);
    let took = before.elapsed();
    let got = match got {
        Ok(Ok(verdict)) => Got::Verdict(verdict),
        Ok(Err(fault)) => Got::Fault(fault),
        Err(_) => Got::Panic,
    };
    (got, took)
}

fn wanted(verdict: &str) -> Option<Wanted> {
    let verdict = verdict.trim().to_lowercase();
    Some(match verdict.as_str() {
        // -2 and -3 are STACK's marks for what the system itself gets wrong: what it should say.
        "right" | "true" | "1" | "yes" | "correct" | "pass" | "equal" | "same" | "-3" => Wanted::Right,
        "wrong" | "false" | "0" | "no" | "incorrect" | "fail" | "different" | "-2" => Wanted::Wrong,
        "advice" | "-1" | "invalid" | "unreadable" | "error" | "failed" => Wanted::Advice,
        other => Wanted::This(other.strip_prefix("advice:")?.into()),
    })
}

fn agrees(wanted: &Wanted, got: &Got) -> bool {
    match (wanted, got) {
        (_, Got::Panic) => false,
        (Wanted::Right, got) => matches!(got, Got::Verdict(Verdict::Right)),
        (Wanted::Wrong, Got::Verdict(Verdict::Right)) => false,
        (Wanted::Wrong, Got::Verdict(Verdict::Advice(Advice::Unreadable(unreadable)))) => {
            malformed(unreadable.why)
        }
        (Wanted::Wrong, Got::Fault(Fault::Expected(unreadable))) => malformed(unreadable.why),
        (Wanted::Wrong, _) => true,
        (Wanted::Advice, Got::Verdict(verdict)) => matches!(verdict, Verdict::Advice(_)),
        (Wanted::Advice, Got::Fault(_)) => true,
        (Wanted::This(word), got) => told(got).to_lowercase() == *word,
    }
}

/// Nobody's notation reads it: brackets that do not match, nothing at all, a sign with nothing beside it.
fn malformed(why: Why) -> bool {
    matches!(why, Why::Empty | Why::Unfinished | Why::Unclosed(_) | Why::Unopened(_) | Why::Missing)
}

/// In one word where there is one: `lowest`, `unreadable`, `unit`.
fn told(got: &Got) -> String {
    match got {
        Got::Verdict(Verdict::Right) => "right".into(),
        Got::Verdict(Verdict::Wrong) => "wrong".into(),
        Got::Verdict(Verdict::Advice(advice)) => match advice {
            Advice::Unreadable(unreadable) => {
                format!("unreadable ({:?} at {})", unreadable.why, unreadable.at)
            }
            Advice::Undefined => "undefined".into(),
            Advice::Form(form) => format!("{form:?}"),
            Advice::UnitMissing | Advice::UnitOther => "unit".into(),
            Advice::Rounding => "rounding".into(),
            Advice::TooHard => "too hard".into(),
            Advice::Kind(kind) => format!("kind {kind:?}"),
        },
        Got::Fault(fault) => format!("fault {fault:?}"),
        Got::Panic => "panic".into(),
    }
}
