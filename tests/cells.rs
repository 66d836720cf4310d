//! Written arithmetic judged cell by cell, as a teacher would: a table of worked papers, right papers of every layout,
//! papers with one wrong digit, and learners who have one of the ten subtraction bugs.
#![cfg(feature = "tools")]

use std::path::Path;
use trellis::content::more::cells::{self, Paper, Place, Step, Verdict};
use trellis::content::more::columns::{Bug, Columns, Op};
use trellis::content::more::procedures::PROCEDURES;
use trellis::num::SplitMix64;

type Cells = Vec<Option<i64>>;

const OPS: [Op; 4] = [Op::Plus, Op::Minus, Op::Times, Op::Over];
/// How often a law is tried for each operation.
const TIMES: usize = 1_000;

fn pick(rng: &mut SplitMix64, from: i64, to: i64) -> i64 {
    from + rng.below((to - from + 1) as u64) as i64
}

fn often(rng: &mut SplitMix64) -> bool {
    rng.below(3) > 0
}

/// Digits from the ones up.
fn digits(n: i64) -> Vec<i64> {
    n.to_string().bytes().rev().map(|digit| i64::from(digit - b'0')).collect()
}

fn cells_of(n: i64) -> Cells {
    digits(n).into_iter().map(Some).collect()
}

fn columns(sum: &str) -> Columns {
    let parts: Vec<&str> = sum.split(' ').collect();
    let op = Op::read(parts[1].chars().next().expect("a sign")).expect("a known sign");
    let number = |part: &str| part.parse().unwrap_or_else(|_| panic!("{sum}"));
    Columns::new(op, number(parts[0]), number(parts[2])).unwrap_or_else(|| panic!("{sum}"))
}

// ---- a table of worked papers -------------------------------------------------------------------------------------

fn told(place: Place) -> String {
    match place {
        Place::Result(k) => format!("result {k}"),
        Place::Row(r, k) => format!("line {r} {k}"),
        Place::Rest => "rest".into(),
    }
}

#[test]
fn worked_papers_are_judged_cell_by_cell_as_a_teacher_would() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/steps/columns.txt");
    let text = std::fs::read_to_string(file).expect("the worked papers");
    let (mut count, mut astray) = (0, Vec::new());
    for row in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        count += 1;
        let parts: Vec<&str> = row.split(" => ").collect();
        let [sum, response, expected] = parts[..] else { panic!("{row}") };
        let sum = columns(sum);
        let paper = Paper::read(response);
        let (place, name) = expected.split_once(" by ").unwrap_or((expected, ""));
        let (own, named) = match cells::first_wrong(&sum, &paper) {
            None => ("right".to_string(), true),
            Some(slip) => {
                let procedure = PROCEDURES.iter().find(|one| one.name == name);
                let bug = procedure.and_then(|one| one.of_columns(sum.op));
                (told(slip.place), name.is_empty() || bug.is_some_and(|bug| slip.by.contains(&bug)))
            }
        };
        if own != place || !named {
            astray.push(format!("{row}: {own}"));
        }
        if own == "right" {
            let wrong = cells::judge(&sum, &paper).into_iter().find(|cell| cell.verdict == Verdict::Wrong);
            assert_eq!(wrong, None, "{row}");
        }
    }
    assert!(astray.is_empty(), "{} of {count}:\n{}", astray.len(), astray.join("\n"));
    assert!(count >= 60, "{count} papers");
}

// ---- right papers -------------------------------------------------------------------------------------------------

fn drawn(op: Op, rng: &mut SplitMix64) -> Columns {
    let size = |rng: &mut SplitMix64| [9, 99, 999, 9_999][rng.below(4) as usize];
    loop {
        let (most, other) = (size(rng), size(rng));
        let (mut top, mut bottom) = (pick(rng, 1, most), pick(rng, 1, other));
        // Noughts inside are where working goes astray.
        if rng.below(3) == 0 {
            top = top / 100 * 100 + top % 10;
        }
        if rng.below(4) == 0 {
            bottom = bottom / 10 * 10;
        }
        if op == Op::Over {
            bottom = bottom % 97 + 1;
        }
        if let Some(sum) = Columns::new(op, top, bottom) {
            return sum;
        }
    }
}

/// Partial products in any order, with or without the noughts at their ends, with any of them left out, of either factor.
fn product_rows(sum: &Columns, rng: &mut SplitMix64) -> Vec<Cells> {
    let (a, b) = if rng.below(4) == 0 { (sum.bottom, sum.top) } else { (sum.top, sum.bottom) };
    let mut rows = Vec::new();
    for (k, digit) in digits(b).into_iter().enumerate() {
        let mut row: Cells = vec![if often(rng) { Some(0) } else { None }; k];
        row.extend(cells_of(a * digit));
        if often(rng) {
            rows.push(row);
        }
    }
    if rng.below(3) == 0 {
        rows.reverse();
    }
    if rng.below(3) == 0 {
        rows.insert(rng.below(rows.len() as u64 + 1) as usize, Vec::new());
    }
    rows
}

/// One line of a long division: what it says, and what is done in each of its cells.
struct Line {
    row: Cells,
    step: Step,
}

/// The lines of a long division as they are taught: each product, and what is left with the next digits beside it.
fn division_lines(sum: &Columns, rng: &mut SplitMix64) -> Vec<Line> {
    let dividend = digits(sum.top);
    let (mut now, mut begun, mut lines) = (0, false, Vec::new());
    for (column, digit) in dividend.iter().enumerate().rev() {
        now = now * 10 + digit;
        begun |= now >= sum.bottom;
        if !begun {
            continue;
        }
        let product = now / sum.bottom * sum.bottom;
        now -= product;
        let placed = |n: i64, column: usize| {
            let mut row: Cells = vec![None; column];
            row.extend(cells_of(n));
            row
        };
        if product > 0 || rng.below(2) == 0 {
            lines.push(Line { row: placed(product, column), step: Step::Product });
        }
        let down = if column > 0 && often(rng) { 1 } else { 0 };
        let beside = if down > 0 { now * 10 + dividend[column - 1] } else { now };
        let mut row = placed(beside, column - down);
        if down > 0 && row.len() == column && rng.below(2) == 0 {
            row.push(Some(0));
        }
        lines.push(Line { row, step: Step::Difference });
    }
    lines
}

/// What stands there when all is right, and any of the marks and the working was written.
fn right_paper(sum: &Columns, rng: &mut SplitMix64) -> Paper {
    let work = sum.work();
    let marks = work.marks.iter().map(|mark| match rng.below(4) {
        0 => None,
        // Notes of one's own.
        1 => Some(pick(rng, 0, 19)),
        _ => *mark,
    });
    let marks: Cells = if sum.op == Op::Over { Vec::new() } else { marks.collect() };
    let rows = match sum.op {
        Op::Times if sum.bottom > 9 => product_rows(sum, rng),
        Op::Over => {
            let all = division_lines(sum, rng);
            all.into_iter().filter(|_| rng.below(5) > 0).map(|line| line.row).collect()
        }
        _ => Vec::new(),
    };
    let mut result = cells_of(sum.right());
    if rng.below(6) == 0 {
        result.push(Some(0));
    }
    let rest = if sum.op == Op::Over { Some(sum.top % sum.bottom) } else { None };
    let rest = rest.filter(|rest| *rest > 0 || rng.below(2) == 0);
    Paper { result, rest, marks, rows }
}

#[test]
fn right_work_is_never_rejected_whatever_is_written_beside_it_and_whatever_is_left_out() {
    for op in OPS {
        let mut rng = SplitMix64::new(op as u64 + 7);
        for _ in 0..TIMES {
            let sum = drawn(op, &mut rng);
            let paper = right_paper(&sum, &mut rng);
            let kept = Paper::read(&paper.write());
            for paper in [&paper, &kept] {
                let wrong = cells::judge(&sum, paper).into_iter().find(|cell| cell.verdict != Verdict::Right);
                assert_eq!(wrong, None, "{sum:?}: {}", paper.write());
                assert_eq!(cells::first_wrong(&sum, paper), None);
            }
        }
    }
}

// ---- papers with one wrong digit ----------------------------------------------------------------------------------

fn other_digit(digit: i64, rng: &mut SplitMix64) -> i64 {
    (digit + pick(rng, 1, 9)) % 10
}

fn only_wrong(sum: &Columns, paper: &Paper) -> Option<Place> {
    let cells = cells::judge(sum, paper);
    let wrong: Vec<Place> =
        cells.iter().filter(|cell| cell.verdict == Verdict::Wrong).map(|cell| cell.place).collect();
    assert!(wrong.len() <= 1, "{sum:?}: {}", paper.write());
    wrong.first().copied()
}

#[test]
fn a_wrong_digit_of_a_result_is_caught_in_exactly_its_cell() {
    for op in OPS {
        let mut rng = SplitMix64::new(op as u64 + 71);
        let mut caught = 0;
        while caught < TIMES {
            let sum = drawn(op, &mut rng);
            let mut paper = right_paper(&sum, &mut rng);
            paper.result = cells_of(sum.right());
            let k = rng.below(paper.result.len() as u64) as usize;
            let digit = other_digit(paper.result[k].expect("a digit"), &mut rng);
            // A nought before a quotient says nothing: then it has begun too late.
            if op == Op::Over && k + 1 == paper.result.len() && digit == 0 {
                continue;
            }
            paper.result[k] = Some(digit);
            let slip = cells::first_wrong(&sum, &paper);
            let place = slip.as_ref().map(|slip| slip.place);
            assert_eq!(place, Some(Place::Result(k)), "{sum:?}: {}", paper.write());
            assert_eq!(only_wrong(&sum, &paper), place);
            caught += 1;
        }
    }
}

#[test]
fn a_wrong_digit_of_a_partial_product_is_caught_in_its_row_and_what_comes_of_it_is_not_wrong_again() {
    let mut rng = SplitMix64::new(5);
    let mut caught = 0;
    while caught < TIMES {
        let sum = drawn(Op::Times, &mut rng);
        if sum.bottom < 10 {
            continue;
        }
        let partials: Vec<i64> =
            digits(sum.bottom).iter().enumerate().map(|(k, d)| sum.top * d * 10i64.pow(k as u32)).collect();
        let turned: Vec<i64> =
            digits(sum.top).iter().enumerate().map(|(k, d)| sum.bottom * d * 10i64.pow(k as u32)).collect();
        let mut rows: Vec<Cells> = partials.iter().map(|n| cells_of(*n)).collect();
        let r = rng.below(rows.len() as u64) as usize;
        let k = rng.below(rows[r].len() as u64) as usize;
        rows[r][k] = rows[r][k].map(|digit| other_digit(digit, &mut rng));
        let made = |row: &Cells| row.iter().rev().fold(0, |n, digit| n * 10 + digit.unwrap_or(0));
        let own = made(&rows[r]);
        // Another product, or nothing at all, says something else.
        if partials[r] == 0 || own == 0 || partials.contains(&own) || turned.contains(&own) {
            continue;
        }
        let total: i64 = rows.iter().map(made).sum();
        let paper = Paper { result: cells_of(total), rows, ..Paper::default() };
        let slip = cells::first_wrong(&sum, &paper).expect("it is wrong");
        assert_eq!(slip.place, Place::Row(r, k), "{sum:?}: {}", paper.write());
        let judged = cells::judge(&sum, &paper);
        let sum_cells = judged.iter().filter(|cell| matches!(cell.place, Place::Result(_)));
        assert!(sum_cells.clone().all(|cell| cell.verdict == Verdict::Follows), "{sum:?}: {}", paper.write());
        caught += 1;
    }
}

#[test]
fn a_wrong_digit_in_the_working_of_a_long_division_is_caught_where_it_stands() {
    let mut rng = SplitMix64::new(11);
    let (mut caught, mut products) = (0, 0);
    while caught < TIMES {
        let sum = drawn(Op::Over, &mut rng);
        let lines = division_lines(&sum, &mut rng);
        if lines.is_empty() {
            continue;
        }
        let r = rng.below(lines.len() as u64) as usize;
        let legible: Vec<Cells> =
            (0..20).flat_map(|_| division_lines(&sum, &mut rng)).map(|line| line.row).collect();
        let mut rows: Vec<Cells> = lines.iter().map(|line| line.row.clone()).collect();
        let written: Vec<usize> = (0..rows[r].len()).filter(|k| rows[r][*k].is_some()).collect();
        let k = written[rng.below(written.len() as u64) as usize];
        rows[r][k] = rows[r][k].map(|digit| other_digit(digit, &mut rng));
        // It may say what some other line says.
        let says = |row: &Cells| {
            let value = row.iter().rev().fold(0, |n, digit| n * 10 + digit.unwrap_or(0));
            (value, row.iter().position(Option::is_some))
        };
        if legible.iter().any(|line| says(line) == says(&rows[r])) || says(&lines[r].row).0 == 0 {
            continue;
        }
        let rest = sum.top % sum.bottom;
        let paper = Paper { result: cells_of(sum.right()), rest: Some(rest), rows, ..Paper::default() };
        let place = only_wrong(&sum, &paper);
        assert_eq!(place, Some(Place::Row(r, k)), "{sum:?}: {}", paper.write());
        products += usize::from(lines[r].step == Step::Product);
        caught += 1;
    }
    assert!(products > TIMES / 5, "{products}");
}

/// A long division with all its lines in which one line says another number, and everything after it is worked from that: the paper,
/// and the number of the wrong line. Nothing where the slip leaves more than the divisor.
fn slipped_division(sum: &Columns, rng: &mut SplitMix64) -> Option<(Paper, usize)> {
    let dividend = digits(sum.top);
    let (at, in_product) = (rng.below(dividend.len() as u64) as usize, often(rng));
    let (mut now, mut quotient, mut rows, mut wrong) = (0, Vec::new(), Vec::new(), None);
    let line = |n: i64, column: usize| vec![None; column].into_iter().chain(cells_of(n)).collect::<Cells>();
    for (column, digit) in dividend.iter().enumerate().rev() {
        now = now * 10 + digit;
        if quotient.is_empty() && now < sum.bottom && column > 0 {
            continue;
        }
        let (times, mut product) = (now / sum.bottom, now / sum.bottom * sum.bottom);
        quotient.push(Some(times));
        let mut left = now - product;
        if column == at {
            let own = pick(rng, 0, sum.bottom.min(now + 1) - 1);
            if own == left || times == 0 {
                return None;
            }
            (left, product) = if in_product { (own, now - own) } else { (own, product) };
            wrong = Some(rows.len() + usize::from(!in_product));
        }
        rows.push(line(product, column));
        let beside = column.checked_sub(1).map(|down| left * 10 + dividend[down]);
        rows.push(beside.map_or_else(|| line(left, 0), |beside| line(beside, column - 1)));
        now = left;
    }
    quotient.reverse();
    Some((Paper { result: quotient, rest: Some(now), rows, ..Paper::default() }, wrong?))
}

#[test]
fn after_a_slip_in_a_long_division_what_is_worked_from_it_follows() {
    let mut rng = SplitMix64::new(23);
    let (mut followed, mut elsewhere) = (0, 0);
    while followed < TIMES {
        let sum = drawn(Op::Over, &mut rng);
        let Some((paper, wrong)) = slipped_division(&sum, &mut rng) else { continue };
        let Some(slip) = cells::first_wrong(&sum, &paper) else { continue };
        // The wrong line may say what some other line says.
        if !matches!(slip.place, Place::Row(r, _) if r == wrong) {
            elsewhere += 1;
            continue;
        }
        let judged = cells::judge(&sum, &paper);
        let first = judged.iter().position(|cell| cell.verdict == Verdict::Wrong).expect("it is wrong");
        let after = &judged[first + 1..];
        let follows = after.iter().all(|cell| cell.verdict == Verdict::Follows);
        assert!(follows, "{sum:?}: {}: {after:?}", paper.write());
        assert!(slip.alone && slip.gone_on != after.is_empty());
        followed += 1;
    }
    assert!(elsewhere < TIMES / 5, "{elsewhere}");
}

// ---- learners with one bug ----------------------------------------------------------------------------------------

#[test]
fn the_first_wrong_cell_of_each_of_the_ten_bugs_is_found_and_the_bug_named() {
    for own in Bug::SUBTRACTION {
        let mut rng = SplitMix64::new(own as u64 + 97);
        let mut found = 0;
        while found < TIMES {
            let sum = drawn(Op::Minus, &mut rng);
            let Some(work) = sum.bug(own) else { continue };
            let made = digits(work.number().expect("a number"));
            let right = digits(sum.right());
            // By hand: the first column from the right that differs, or has no digit.
            let wanted = |k: usize| right.get(k).copied().unwrap_or(0);
            let first = (0..9).find(|k| made.get(*k) != Some(&wanted(*k))).expect("it is wrong");
            let paper = Paper { result: cells_of(work.number().expect("a number")), ..Paper::default() };
            for marks in [Vec::new(), work.marks.clone()] {
                let paper = Paper { marks, ..paper.clone() };
                let slip = cells::first_wrong(&sum, &paper).expect("it is wrong");
                assert_eq!(slip.place, Place::Result(first), "{own:?}: {sum:?}: {}", paper.write());
                assert!(slip.by.contains(&own), "{own:?}: {sum:?}: {:?}", slip.by);
            }
            found += 1;
        }
        println!("{own:?}: {found} of {TIMES}");
    }
}

#[test]
fn a_bug_is_told_by_one_digit_where_the_rest_follows() {
    let by = |sum: &str, response: &str| {
        let slip = cells::first_wrong(&columns(sum), &Paper::read(response)).expect("it is wrong");
        (slip.place, slip.by, slip.alone)
    };
    // Smaller from larger once, in the ones; everything else as it should be, with the trade that was not made.
    let (place, bugs, alone) = by("5431 - 1275", "4164");
    assert_eq!((place, &bugs[..], alone), (Place::Result(0), &[Bug::SmallerFromLarger][..], true));
    // Carried once, forgotten once.
    let (place, bugs, alone) = by("478 + 365", "743");
    assert_eq!((place, &bugs[..], alone), (Place::Result(2), &[Bug::NoCarry][..], true));
    // Something else went wrong besides.
    let (.., alone) = by("5431 - 1275", "9564");
    assert!(!alone);
}
