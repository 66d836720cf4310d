//! Work line by line, judged as a teacher would: a table of worked solutions, random right and wrong lines, learners
//! who make one error wherever it has an occasion, and how long a line takes.
#![cfg(feature = "tools")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use trellis::content::more::columns::{Bug, Columns, Op, Work as Written};
use trellis::content::more::maths;
use trellis::content::more::respond::{self, Task};
use trellis::content::more::steps::{Claim, Mark, Slip, Verdict, Work, moves};
use trellis::content::source::Pack;
use trellis::content::{Locale, Question, Response, Unit};
use trellis::notation::{DecimalMark, Expr, math};
use trellis::num::{Rational, SplitMix64};
use trellis::tutor::practice::Checked;
use trellis::tutor::{Phase, Practice, Reason};

const POINT: DecimalMark = DecimalMark::Point;

/// How often a law is tried for each kind: a hundred times in every run, a thousand times in `cargo xtask chaos`.
fn times() -> u64 {
    if std::env::var_os("TRELLIS_CHAOS").is_some() { 1_000 } else { 100 }
}

fn work(start: &str, options: &str) -> Work {
    let option = |name: &str| {
        let found = options.split(' ').find_map(|option| option.strip_prefix(name));
        found.and_then(|rest| rest.strip_prefix('=')).unwrap_or_default()
    };
    let has = |name: &str| options.split(' ').any(|option| option == name);
    let until = ["lowest", "factored", "expanded"].into_iter().find(|until| has(until)).unwrap_or_default();
    let whole = option("whole").parse().ok().map(Rational::integer);
    let lines: Vec<String> = start.split(" & ").map(String::from).collect();
    let work = Work::of(&lines, until, option("unit"), whole, !has("hidden"));
    work.unwrap_or_else(|| panic!("{start} is no work"))
}

fn table() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/steps/corpus.txt");
    let text = std::fs::read_to_string(file).expect("the worked solutions");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(String::from).collect()
}

/// What a line is, in the words of the table, whether it is as the table says.
fn told(verdict: &Verdict, expected: &str) -> (String, bool) {
    let (mark, name) = expected.split_once(' ').unwrap_or((expected, ""));
    let (own, names): (&str, Vec<&str>) = match verdict {
        Verdict::Right(steps) => ("ok", steps.iter().map(|step| step.name()).collect()),
        Verdict::Done(steps) => ("done", steps.iter().map(|step| step.name()).collect()),
        Verdict::Aside => ("aside", Vec::new()),
        Verdict::Same => ("same", Vec::new()),
        Verdict::Wrong { by } => ("wrong", by.iter().map(|slip| slip.name()).collect()),
        Verdict::Unfit(_) => ("unfit", Vec::new()),
    };
    (format!("{own} {}", names.join(" ")), own == mark && (name.is_empty() || names.contains(&name)))
}

#[test]
fn worked_solutions_are_judged_line_by_line_as_a_teacher_would() {
    let (mut count, mut lines, mut astray) = (0, 0, Vec::new());
    let mut named = BTreeMap::new();
    for row in table() {
        count += 1;
        let mut parts = row.split(" | ");
        let (start, options) = (parts.next().expect("a start"), parts.next().expect("options").trim());
        let work = work(start, options);
        let mut right: Vec<Expr> = Vec::new();
        for part in parts {
            let (line, expected) = part.split_once(" => ").unwrap_or_else(|| panic!("{row}"));
            lines += 1;
            let verdict = match work.read(line, POINT) {
                Ok(read) => work.judge(&right, &read),
                Err(unfit) => Verdict::Unfit(unfit),
            };
            let (own, fits) = told(&verdict, expected);
            if !fits {
                astray.push(format!("{start} | {line}: {own}, not {expected}"));
            }
            if verdict.is_right() {
                right.extend(work.read(line, POINT).ok());
            }
            if let Some(slip) = expected.strip_prefix("wrong ") {
                *named.entry(slip.to_string()).or_insert(0) += 1;
            }
        }
    }
    assert!(astray.is_empty(), "{} of {lines} lines:\n{}", astray.len(), astray.join("\n"));
    assert!(count >= 300, "{count} solutions");
    let missing: Vec<&str> =
        Slip::ALL.iter().map(|slip| slip.name()).filter(|name| !named.contains_key(*name)).collect();
    assert!(missing.is_empty(), "no solution shows {missing:?}");
}

// ---- random lines -------------------------------------------------------------------------------------------------

fn pick(rng: &mut SplitMix64, from: i64, to: i64) -> i64 {
    from + rng.below((to - from + 1) as u64) as i64
}

fn nonzero(rng: &mut SplitMix64, most: i64) -> i64 {
    let n = pick(rng, 1, most);
    if rng.below(2) == 0 { n } else { -n }
}

const KINDS: [&str; 8] =
    ["equation", "inequality", "system", "expression", "order", "fractions", "units", "percent"];

/// A start of each kind, and its options.
fn drawn(kind: &str, rng: &mut SplitMix64) -> (String, String) {
    let mut n = |most: i64| nonzero(rng, most);
    let (a, b, c, d, root) = (n(9), n(12), n(9), n(12), n(10));
    let plus = |k: i64| if k < 0 { format!("- {}", -k) } else { format!("+ {k}") };
    let size = |k: i64| k.abs() + 1;
    let options = match kind {
        "fractions" => "lowest",
        "units" => "unit=in",
        _ => "",
    };
    let start = match kind {
        "equation" => match root.rem_euclid(3) {
            0 => format!("{a}x {} = {}", plus(b), a * root + b),
            1 => format!("{a}(x {}) = {}", plus(b), a * (root + b)),
            _ => format!("{a}x {} = {}x {}", plus(b), a + c, plus(b - c * root)),
        },
        "inequality" => {
            let sign = ["<", "<=", ">", ">="][size(d) as usize % 4];
            format!("{a}x {} {sign} {}", plus(b), a * root + b)
        }
        "system" => {
            let (x, y) = (root, d);
            let (p, q) = (c, if a * b == c * c { b + c } else { b });
            let second = (q, a * q - p * p);
            let k = if second.1 == 0 { q + 1 } else { q };
            format!("{a}x {}y = {} & {p}x {}y = {}", plus(p), a * x + p * y, plus(k), p * x + k * y)
        }
        "expression" => format!("{a}(x {}) {}x {}", plus(b), plus(c), plus(d)),
        "order" => match root.rem_euclid(3) {
            0 => format!("{} + {} × {} - {}", size(a), size(b), size(c), size(d)),
            1 => format!("{} × ({} + {}) - {}", size(a), size(b), size(c), size(d)),
            _ => format!("{} ÷ {} × {} + {}", size(a) * size(b), size(b), size(c), size(d)),
        },
        "fractions" => match root.rem_euclid(3) {
            0 => format!("{}/{} + {}/{}", size(a), size(b), size(c), size(d)),
            1 => format!("{}/{} × {}/{}", size(a), size(b), size(c), size(d)),
            _ => format!("({}/{}) ÷ ({}/{})", size(a), size(b), size(c), size(d)),
        },
        "units" => format!("{} ft {} in", size(a), size(c)),
        _ => format!("x = {}/100 × {}", 5 * size(a), 20 * size(b)),
    };
    (start, options.into())
}

/// Starts that are work at all: two lines of a system may be the same.
fn works(kind: &str, seed: u64) -> Option<(String, Work)> {
    let mut rng = SplitMix64::new(seed);
    let (start, options) = drawn(kind, &mut rng);
    let lines: Vec<String> = start.split(" & ").map(String::from).collect();
    let unit = options.strip_prefix("unit=").unwrap_or_default();
    let until = if options == "lowest" { "lowest" } else { "" };
    Work::of(&lines, until, unit, None, true).map(|work| (start, work))
}

/// Some right steps, one after the other.
fn walked(work: &Work, rng: &mut SplitMix64) -> Vec<Expr> {
    let mut lines: Vec<Expr> = Vec::new();
    for _ in 0..1 + rng.below(4) {
        let mut known: Vec<&Expr> = work.start.iter().collect();
        known.extend(&lines);
        let from = match work.start.len() {
            1 => work.above(&lines).clone(),
            _ => known[rng.below(known.len() as u64) as usize].clone(),
        };
        let next = moves::rewrites(work, &from, &known);
        if next.is_empty() {
            break;
        }
        let line = next[rng.below(next.len() as u64) as usize].line.clone();
        if line.size() > 60 {
            break;
        }
        lines.push(line);
    }
    lines
}

#[test]
fn a_thousand_right_ways_of_each_kind_are_never_rejected() {
    for kind in KINDS {
        let (mut ways, mut seed) = (0, 0);
        while ways < times() {
            seed += 1;
            assert!(seed < 20_000, "{kind}: too few starts");
            let Some((start, work)) = works(kind, seed) else { continue };
            let lines = walked(&work, &mut SplitMix64::new(seed ^ 0xabc));
            let mut before = Vec::new();
            for line in lines {
                // As it would be typed, and read again.
                let typed = line.to_string();
                let read = work.read(&typed, POINT);
                let read = read.unwrap_or_else(|unfit| panic!("{kind} {start}: {typed}: {unfit:?}"));
                let verdict = work.judge(&before, &read);
                assert!(verdict.is_right(), "{kind} {start}: {before:?} then {typed}: {verdict:?}");
                before.push(read);
            }
            ways += 1;
        }
    }
}

/// The same on both sides, written by hand rather than by the engine.
#[test]
fn whatever_is_done_on_both_sides_is_right() {
    for seed in 0..times() {
        let mut rng = SplitMix64::new(seed);
        let (a, b, root, k) =
            (nonzero(&mut rng, 9), nonzero(&mut rng, 9), nonzero(&mut rng, 9), nonzero(&mut rng, 7));
        let right = a * root + b;
        let work = work(&format!("{a}x + ({b}) = {right}"), "");
        let lines = [
            format!("{a}x + ({b}) + ({k}) = {right} + ({k})"),
            format!("({k})({a}x + ({b})) = ({k})({right})"),
            format!("({a}x + ({b}))/({k}) = {right}/({k})"),
            format!("{right} = {a}x + ({b})"),
            format!("{a}x = {right} - ({b})"),
            format!("{a}x + ({k})x + ({b}) = {right} + ({k})x"),
            format!("x = ({right} - ({b}))/({a})"),
            format!("x + ({b})/({a}) = {right}/({a})"),
            format!("0 = {right} - ({b}) - ({a})x"),
        ];
        for line in lines {
            let read = work.read(&line, POINT).unwrap_or_else(|unfit| panic!("{line}: {unfit:?}"));
            let verdict = work.judge(&[], &read);
            assert!(verdict.is_right(), "{a}x + {b} = {right}: {line}: {verdict:?}");
        }
    }
}

/// Whether a line is true where the first one is, by putting numbers in: nothing of the judge's own is used.
fn holds(line: &str, at: &[(char, Rational)]) -> Option<bool> {
    let maths = math::parse(line).ok()?;
    maths::value_at(&maths, at).map(|value| value.is_true())
}

#[test]
fn a_line_that_is_off_is_caught_where_it_stands() {
    for seed in 0..times() {
        let mut rng = SplitMix64::new(seed);
        let (a, b, root) = (nonzero(&mut rng, 9), nonzero(&mut rng, 9), nonzero(&mut rng, 9));
        let right = a * root + b;
        let work = work(&format!("{a}x + ({b}) = {right}"), "");
        let good = format!("{a}x = {}", right - b);
        let off = nonzero(&mut rng, 5);
        let bad = [
            format!("x = {}", root + off),
            format!("{a}x = {}", right - b + off),
            format!("{}x = {}", a + off, right - b),
            format!("{right} = {a}x + ({})", b + off),
        ];
        let bad = &bad[rng.below(4) as usize];
        let known = [('x', Rational::integer(root))];
        assert_eq!(holds(&good, &known), Some(true), "{good}");
        // A changed coefficient of nothing changes nothing.
        if holds(bad, &known) != Some(false) {
            continue;
        }
        let response = format!("{good}; {bad}; x = {root}");
        let marks = work.marks(&response, POINT);
        let first = marks.iter().position(|(_, mark)| matches!(mark, Mark::Judged(Verdict::Wrong { .. })));
        assert_eq!(first, Some(1), "{response}: {marks:?}");
        assert_eq!(marks[2].1, Mark::Open, "what comes after it is not judged");
    }
}

#[test]
fn slips_of_every_kind_are_caught_where_they_happen_and_named() {
    let mut met = BTreeMap::new();
    for kind in KINDS {
        let (mut caught, mut seed) = (0, 0);
        while caught < times() {
            seed += 1;
            assert!(seed < 1_000_000, "{kind}: too few slips");
            let Some((start, work)) = works(kind, seed) else { continue };
            let mut rng = SplitMix64::new(seed ^ 0x51a9);
            let before = walked(&work, &mut rng);
            let mut known: Vec<&Expr> = work.start.iter().collect();
            known.extend(&before);
            let from = work.above(&before).clone();
            let every = Slip::ALL.iter().flat_map(|slip| {
                slip.makes(&work, &from, &known, &from).into_iter().map(move |line| (*slip, line))
            });
            let every: Vec<(Slip, Expr)> = every.collect();
            let chosen = every.get(rng.below(every.len().max(1) as u64) as usize);
            let Some((slip, line)) = chosen.map(|(slip, line)| (*slip, line)) else { continue };
            // A slip that lands on a true line, or on nothing that can be said here, is none.
            let claim = work.claim(line);
            let Ok(read) = work.read(&line.to_string(), POINT) else { continue };
            match work.judge(&before, &read) {
                Verdict::Wrong { by } => {
                    assert!(by.contains(&slip), "{kind} {start}: {line}: {by:?} and not {slip:?}");
                    *met.entry(slip.name()).or_insert(0) += 1;
                }
                verdict => {
                    // `x = x` is true and leads nowhere.
                    let empty = matches!(claim, Ok(Claim::Truth(true)));
                    let harmless = claim.is_err() || empty || work.start.len() > 1 && verdict.is_right();
                    assert!(harmless, "{kind} {start} {before:?}: {line} by {slip:?} is {verdict:?}");
                    continue;
                }
            }
            caught += 1;
        }
    }
    assert!(met.len() > 25, "{met:?}");
}

// ---- learners with one error ----------------------------------------------------------------------------------------

/// The eight commonest errors with linear equations, written by hand: what such a learner writes under this line.
fn written_by(slip: Slip, (a, b, c, d): (i64, i64, i64, i64)) -> Option<(String, String)> {
    let plus = |k: i64| if k < 0 { format!("- {}", -k) } else { format!("+ {k}") };
    let two_step = format!("{a}x {} = {d}", plus(b));
    let bracket = format!("{a}(x {}) = {d}", plus(b));
    let both = format!("{a}x {} = {c}x {}", plus(b), plus(d));
    Some(match slip {
        Slip::SameOperation => (two_step, format!("{a}x = {}", d + b)),
        Slip::SubtractCoefficient => (format!("{a}x = {d}"), format!("x = {}", d - a)),
        Slip::DivideWrongWay => (format!("{a}x = {d}"), format!("x = {a}/{d}")),
        Slip::OneSideOnly => (two_step, format!("{a}x = {d}")),
        Slip::KeepSign => (both, format!("{}x {} = {d}", a + c, plus(b))),
        Slip::DivideOneTerm => (two_step, format!("x {} = {d}/{a}", plus(b))),
        Slip::DistributeFirstOnly => (bracket, format!("{a}x {} = {d}", plus(b))),
        Slip::UnlikeTerms => (two_step, format!("{}x = {d}", a + b)),
        _ => return None,
    })
}

#[test]
fn the_eight_commonest_equation_errors_are_recovered_from_learners_who_make_them() {
    let errors = [
        Slip::SameOperation,
        Slip::SubtractCoefficient,
        Slip::DivideWrongWay,
        Slip::OneSideOnly,
        Slip::KeepSign,
        Slip::DivideOneTerm,
        Slip::DistributeFirstOnly,
        Slip::UnlikeTerms,
    ];
    for own in errors {
        let (mut recovered, mut other) = (0u64, Vec::new());
        for seed in 0..times() {
            let mut rng = SplitMix64::new(seed * 31 + own as u64);
            // A few questions, as in one sitting. What explains them all is what the learner does.
            let mut left: Option<Vec<Slip>> = None;
            for _ in 0..6 {
                let (a, c) = (pick(&mut rng, 2, 9), pick(&mut rng, 2, 9));
                let (b, d) = (nonzero(&mut rng, 12), pick(&mut rng, 13, 60));
                let (start, line) =
                    written_by(own, (a, b, if c == a { c + 1 } else { c }, d)).expect("one of the eight");
                let work = work(&start, "");
                let Ok(read) = work.read(&line, POINT) else { continue };
                match work.judge(&[], &read) {
                    Verdict::Wrong { by } => {
                        left = Some(match left {
                            None => by,
                            Some(left) => left.into_iter().filter(|slip| by.contains(slip)).collect(),
                        });
                    }
                    // It happens to be true here, or is nothing that has a solution.
                    _ => continue,
                }
            }
            // Two names for one and the same line.
            let alike = |slip: &Slip| *slip == own || own == Slip::KeepSign && *slip == Slip::CombineAcross;
            let left = left.unwrap_or_default();
            if left.contains(&own) && left.iter().all(alike) {
                recovered += 1;
            } else {
                other = left;
            }
        }
        println!("{own:?}: {recovered} of {}", times());
        assert!(
            1_000 * recovered >= 970 * times(),
            "{own:?}: {recovered} of {}; one is taken for {other:?}",
            times()
        );
    }
}

#[test]
fn the_ten_subtraction_bugs_are_recovered_from_learners_who_have_them() {
    for own in Bug::SUBTRACTION {
        let mut recovered = 0u64;
        for seed in 0..times() {
            let mut rng = SplitMix64::new(seed * 97 + own as u64);
            let mut left: Vec<Bug> = Bug::SUBTRACTION.to_vec();
            let mut shown = 0;
            for _ in 0..60 {
                let top = pick(&mut rng, 101, 9_999);
                // Zeros above and shorter numbers below are what tells bugs apart.
                let top = match rng.below(3) {
                    0 => top / 100 * 100 + top % 10,
                    1 => top / 1000 * 1000 + top % 100,
                    _ => top,
                };
                let most = if rng.below(3) == 0 { 9 } else { top.max(11) - 1 };
                let bottom = pick(&mut rng, 1, most);
                let Some(sum) = Columns::new(Op::Minus, top, bottom) else { continue };
                let Some(work) = sum.bug(own) else { continue };
                shown += 1;
                left.retain(|bug| sum.bug(*bug).is_some_and(|other| written_alike(&other, &work)));
                if left.len() == 1 || shown == 12 {
                    break;
                }
            }
            recovered += u64::from(left == [own]);
        }
        println!("{own:?}: {recovered} of {}", times());
        assert!(1_000 * recovered >= 990 * times(), "{own:?}: {recovered} of {}", times());
    }
}

/// The same digits in the cells and the same marks over them.
fn written_alike(a: &Written, b: &Written) -> bool {
    a.number() == b.number() && a.marks == b.marks
}

// ---- how long a line takes ----------------------------------------------------------------------------------------

#[test]
#[expect(clippy::disallowed_methods, reason = "the time that a verdict takes is what is tested")]
fn a_line_is_judged_before_a_frame_is_over() {
    let mut times = Vec::new();
    for row in table() {
        let mut parts = row.split(" | ");
        let (start, options) = (parts.next().expect("a start"), parts.next().expect("options").trim());
        let work = work(start, options);
        for part in parts {
            let (line, _) = part.split_once(" => ").expect("a mark");
            let began = Instant::now();
            let _ = work.marks(line, POINT);
            times.push(began.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{} lines: median {:.3} ms, p95 {:.3} ms, most {:.3} ms",
        times.len(),
        at(0.5),
        at(0.95),
        at(1.0)
    );
    // Unoptimised, on a machine that does other things besides.
    assert!(at(0.95) < 60.0, "p95 {:.3} ms", at(0.95));
}

// ---- at the desk --------------------------------------------------------------------------------------------------

fn examples() -> Pack {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/examples");
    Pack::read(&dir).expect("the examples")
}

fn unit(pack: &Pack) -> &Unit {
    &pack.units.iter().find(|unit| unit.unit.id == "worked").expect("the worked examples").unit
}

fn task(question: &Question) -> (&Task, &Work) {
    let Response::More(task) = &question.response else { panic!("{} is lines", question.item) };
    let Task::Lines(work) = &**task else { panic!("{} is lines", question.item) };
    (task, work)
}

/// Types a line under those that were taken, and checks it.
fn enter(desk: &mut Practice, line: &str) -> Checked {
    let taken = desk.draft.rfind("; ").map_or(0, |at| at + 2);
    let draft = [&desk.draft[..taken], line].concat();
    desk.set_draft(draft);
    desk.check(|_| false)
}

#[test]
fn at_the_desk_lines_are_taken_one_by_one_and_a_wrong_one_is_struck_out() {
    let pack = examples();
    for locale in Locale::ALL {
        for (item, level) in unit(&pack).items() {
            for seed in 0..12 {
                let question = unit(&pack).draw(&item, level, seed, locale).expect("a question");
                let (_, work) = task(&question);
                let work = work.clone();
                let place = format!("{item}@{level}/{seed}");
                let mut desk = Practice::new(question, Reason::Chosen, true, 0);
                let typed = |line: &Expr| match locale {
                    Locale::En => line.to_string(),
                    Locale::Es => line.to_string().replace('.', ","),
                };
                // A miss first: something true of nothing here.
                let off = work.strayed().into_iter().next().expect("an answer that is off");
                let checked = enter(&mut desk, &off);
                assert!(
                    matches!(checked, Checked::Attempt { right: false, .. }),
                    "{place}: {off}: {checked:?}"
                );
                assert_eq!((desk.phase, &*desk.draft), (Phase::Again, &*format!("~ {off}; ")), "{place}");
                // Then a hint for each line, and the line.
                let mut right: Vec<Expr> = Vec::new();
                for _ in 0..12 {
                    if desk.phase == Phase::Right {
                        break;
                    }
                    let state = desk.state();
                    let hint = desk.question.hint(desk.question.hint_count(), &state);
                    let said =
                        hint.unwrap_or_else(|| panic!("{place}: no hint after {right:?}")).say.plain(locale);
                    assert!(!said.is_empty() && !said.contains('#'), "{place}: {said}");
                    let next =
                        moves::onward(&work, &right).unwrap_or_else(|| panic!("{place}: stuck at {right:?}"));
                    match enter(&mut desk, &typed(&next.line)) {
                        Checked::Line | Checked::Attempt { right: true, .. } => right.push(next.line),
                        other => panic!("{place}: {right:?} then {}: {other:?}", next.line),
                    }
                }
                assert_eq!(desk.phase, Phase::Right, "{place}: {right:?}");
            }
        }
    }
}

#[test]
fn notes_are_never_judged_and_a_line_that_says_nothing_new_stays_in_the_field() {
    let pack = examples();
    let question = unit(&pack).draw("eq.both-sides.lines", 1, 0, Locale::En).expect("a question");
    let start = task(&question).1.start[0].to_string();
    let mut desk = Practice::new(question, Reason::Chosen, true, 0);
    assert_eq!(enter(&mut desk, &start), Checked::Advice, "the start again");
    assert_eq!(desk.draft, start);
    assert_eq!(enter(&mut desk, "# 2 + 2 = 5"), Checked::Line);
    assert_eq!((desk.draft.as_str(), desk.attempts), ("# 2 + 2 = 5; ", 0));
    assert_eq!(enter(&mut desk, "x = "), Checked::Advice, "unreadable");
    assert_eq!(enter(&mut desk, "x"), Checked::Advice, "no equation");
    assert_eq!(desk.attempts, 0);
}

#[test]
fn a_line_is_evidence_for_the_skill_of_its_own_step_once() {
    let pack = examples();
    let question = unit(&pack).draw("eq.both-sides.lines", 1, 0, Locale::En).expect("a question");
    let (task, work) = task(&question);
    let of = |response: &str| -> Vec<(String, bool)> {
        let found = respond::evidence(&question, task, response);
        found.into_iter().map(|found| (found.skill, found.right)).collect()
    };
    // One line after the other, as a learner would write them.
    let (mut lines, mut typed, mut told): (Vec<Expr>, String, Vec<(String, bool)>) = Default::default();
    while let Some(next) = moves::onward(work, &lines).filter(|_| lines.len() < 9) {
        let between = if typed.is_empty() { "" } else { "; " };
        typed = format!("{typed}{between}{}", next.line);
        told.extend(of(&typed));
        lines.push(next.line);
    }
    let result = work.result_typed();
    let add = ("eq.one-step-add".to_string(), true);
    let multiply = ("eq.one-step-multiply".to_string(), true);
    assert_eq!(told, [add, multiply], "{typed}");
    assert_eq!(of(&format!("{typed}; {result}")), [], "the second time is none");
}
