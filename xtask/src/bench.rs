//! `cargo xtask bench`: the app and the floor page measured in one run, and judged by the budgets, most of which
//! are ratios to the floor because times move with the machine.

use crate::Options;
use crate::dist;
use crate::shell::{Outcome, read, root, run, say, write};
use crate::tools::{chromium, npm_ci, own_program};
use crate::web::Effort;
use serde_json::{Value, json};
use std::process::Command;

/// Where the figures are left for other programs.
const RESULT: &str = "target/bench.json";

pub fn command(options: &Options) -> Outcome {
    let app = dist::build(&root().join("dist"), "/", Effort::Release)?;
    let floor = root().join("target/floor");
    dist::build_floor(&floor)?;
    let question = app.typed_item.as_deref().map(|item| format!("#/q/{item}")).unwrap_or_default();
    let plan = json!({
        "runs": options.number("--runs", 5)?,
        "rounds": options.number("--rounds", 6)?,
        "out": root().join(RESULT),
        "sites": {
            "floor": { "folder": floor, "path": "", "offline": false },
            "trellis": { "folder": app.folder, "path": question, "offline": true },
        },
    });
    measure(&plan)?;
    let figures: Value =
        serde_json::from_str(&read(&root().join(RESULT))?).map_err(|e| format!("{RESULT}: {e}."))?;
    warn_of_other_work(&figures["machine"]);
    let rows = rows(&figures["figures"]);
    let table = table(&rows);
    println!("\n{table}\n");
    write(&root().join("target/bench.md"), &table)?;
    say(format!("all figures: {RESULT}"));
    verdict(&rows)
}

/// Times taken while other programs wait for the processor say nothing, not even as ratios.
fn warn_of_other_work(machine: &Value) {
    let (Some(cores), Some(load)) = (machine["cores"].as_f64(), machine["before"].as_f64()) else { return };
    if load > cores {
        say(format!("The machine was busy (load {load:.1} on {cores} cores): do not trust the times below."));
    }
}

fn measure(plan: &Value) -> Outcome {
    let folder = npm_ci("benches/browser")?;
    let mut node = Command::new("node");
    node.arg("measure.mjs").arg(plan.to_string()).current_dir(&folder);
    println!("• measuring…");
    run(node.env("CHROMIUM", chromium()?).env("XTASK", own_program()?))
        .map_err(|_| "The measurement broke off: its last words are above.".to_owned())
}

/// One line of the table. A figure is judged as it is, or by its ratio to the floor where there is one.
struct Row {
    what: &'static str,
    unit: &'static str,
    app: Option<f64>,
    floor: Option<f64>,
    judged: Option<f64>,
    must: f64,
    goal: f64,
    sense: Sense,
}

#[derive(Clone, Copy, PartialEq)]
enum Sense {
    AtMost,
    AtLeast,
}

impl Row {
    fn plain(what: &'static str, unit: &'static str, app: Option<f64>, must: f64, goal: f64) -> Row {
        Row { what, unit, app, floor: None, judged: app, must, goal, sense: Sense::AtMost }
    }

    fn ratio(what: &'static str, app: Option<f64>, floor: Option<f64>, must: f64, goal: f64) -> Row {
        let judged = app.zip(floor).map(|(app, floor)| app / floor);
        Row { what, unit: "ms", app, floor, judged, must, goal, sense: Sense::AtMost }
    }

    /// Against a peer that was measured elsewhere, through its ratio to the floor.
    fn peer(what: &'static str, peer_to_floor: f64, usable: &Row, must: f64, goal: f64) -> Row {
        let judged = usable.judged.map(|ratio| peer_to_floor / ratio);
        Row { what, unit: "", app: None, floor: None, judged, must, goal, sense: Sense::AtLeast }
    }

    fn keeps(&self, bound: f64) -> bool {
        self.judged.is_some_and(|judged| match self.sense {
            Sense::AtMost => judged <= bound,
            Sense::AtLeast => judged >= bound,
        })
    }

    fn verdict(&self) -> &'static str {
        match self.judged {
            None => "not measured",
            Some(_) if !self.keeps(self.must) => "BROKEN",
            Some(_) if !self.keeps(self.goal) => "ok, goal missed",
            Some(_) => "ok",
        }
    }

    fn cells(&self) -> [String; 7] {
        let figure = |value: Option<f64>| {
            value.map_or("–".to_owned(), |value| format!("{} {}", short(value), self.unit))
        };
        let is_ratio = self.floor.is_some() || self.sense == Sense::AtLeast;
        let ratio =
            self.judged.filter(|_| is_ratio).map_or("–".to_owned(), |judged| format!("{judged:.2}"));
        let bound = if self.sense == Sense::AtLeast { "≥ " } else { "" };
        let bounds = [self.must, self.goal].map(|value| format!("{bound}{value}"));
        let [must, goal] = bounds;
        [
            self.what.to_owned(),
            figure(self.app),
            figure(self.floor),
            ratio,
            must,
            goal,
            self.verdict().to_owned(),
        ]
    }
}

/// Enough digits to compare, no more.
fn short(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.3}")
    }
}

/// The budgets that a browser can judge; those of the native benches are judged there.
fn rows(figures: &Value) -> Vec<Row> {
    let get = |condition: &str, site: &str, name: &str| figures[condition][site].pointer(name)?.as_f64();
    let app = |condition, name| get(condition, "trellis", name);
    let against = |what, condition, name, must, goal| {
        Row::ratio(what, app(condition, name), get(condition, "floor", name), must, goal)
    };
    let floor_warm = get("4x", "floor", "/warm");
    let usable = against("usable, 4x", "4x", "/usable", 2.5, 1.6);
    vec![
        Row::plain("bytes to the first question", "KB", app("4x", "/wireKB"), 240.0, 180.0),
        Row::plain("requests to the first question", "", app("4x", "/requests"), 10.0, 7.0),
        against("usable, 1x", "1x", "/usable", 2.5, 1.6),
        Row::peer("… times faster than Perseus", 3.6, &usable, 1.4, 2.2),
        Row::peer("… times faster than Numbas", 8.2, &usable, 3.0, 5.0),
        Row::peer("… times faster than OATutor", 38.0, &usable, 15.0, 24.0),
        usable,
        Row::plain("usable, Slow 4G at 4x", "ms", app("slow4g", "/usable"), 4000.0, 3000.0),
        Row::ratio("warm, 4x", app("4x", "/warm"), floor_warm, 2.0, 1.3),
        Row::ratio("offline, 4x, to the floor's warm", app("4x", "/offline"), floor_warm, 2.0, 1.3),
        against("check to feedback, p95, 4x", "4x", "/check/p95", 2.0, 1.3),
        against("next question, p95, 4x", "4x", "/next/p95", 2.0, 1.3),
        Row::plain("longest task in practice, 4x", "ms", app("4x", "/longestTask"), 100.0, 50.0),
        Row::plain("layout shift", "", app("4x", "/shift"), 0.02, 0.0),
        Row::plain("memory of the tab", "MB", app("1x", "/memoryMB"), 90.0, 65.0),
    ]
}

fn table(rows: &[Row]) -> String {
    let head = ["figure", "Trellis", "floor", "ratio", "must", "goal", ""].map(str::to_owned);
    let rule = ["---", "--:", "--:", "--:", "--:", "--:", "---"].map(str::to_owned);
    let lines = [head, rule].into_iter().chain(rows.iter().map(Row::cells));
    let lines: Vec<String> =
        lines.map(|cells| format!("| {} |", cells.map(|cell| cell.trim().to_owned()).join(" | "))).collect();
    lines.join("\n")
}

fn verdict(rows: &[Row]) -> Outcome {
    let broken: Vec<&str> = rows.iter().filter(|row| row.verdict() == "BROKEN").map(|row| row.what).collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("Broken budgets: {}.", broken.join("; "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(app_usable: f64) -> Value {
        let site = |usable: f64| json!({ "usable": usable, "warm": 100.0, "check": { "p95": 40.0 } });
        json!({ "4x": { "trellis": site(app_usable), "floor": site(400.0) } })
    }

    fn verdict_of(what: &str, figures: &Value) -> &'static str {
        rows(figures).iter().find(|row| row.what == what).map_or("no such row", Row::verdict)
    }

    #[test]
    fn times_are_judged_by_their_ratio_to_the_floor() {
        assert_eq!(verdict_of("usable, 4x", &figures(600.0)), "ok");
        assert_eq!(verdict_of("usable, 4x", &figures(800.0)), "ok, goal missed");
        assert_eq!(verdict_of("usable, 4x", &figures(1001.0)), "BROKEN");
        assert_eq!(verdict_of("… times faster than OATutor", &figures(600.0)), "ok");
    }

    #[test]
    fn what_was_not_measured_is_said_and_breaks_nothing() {
        assert_eq!(verdict_of("memory of the tab", &figures(600.0)), "not measured");
        assert_eq!(verdict(&rows(&figures(600.0))), Ok(()));
    }
}
