//! What takes several rows: products by more than one digit, and long division.

use super::super::columns::{Columns, Op, digits};
use super::{Cell, Paper, Place, Row, Single, Step, Verdict, at, next_of, value};

/// The rows that have something in them.
fn filled(paper: &Paper) -> impl Iterator<Item = (usize, &Vec<Option<i64>>)> {
    paper.rows.iter().enumerate().filter(|(_, row)| row.iter().any(Option::is_some))
}

/// One factor times each digit of the other, at its place.
fn partials(top: i64, bottom: i64) -> Vec<i64> {
    digits(bottom).iter().enumerate().map(|(k, digit)| top * digit * 10i64.pow(k as u32)).collect()
}

/// For each row that is written its partial product, by place; nothing where the row is none of those that are left.
fn plan(paper: &Paper, partials: &[i64]) -> Vec<Option<usize>> {
    let mut left: Vec<usize> = (0..partials.len()).collect();
    let one = |(_, row): (usize, &Vec<Option<i64>>)| {
        let found = left.iter().position(|k| partials[*k] == value(row))?;
        Some(left.remove(found))
    };
    filled(paper).map(one).collect()
}

/// Rows may stand in any order, without noughts at their ends, without the row of a nought, or the other factor may be
/// taken apart.
pub(super) fn product(sum: &Columns, paper: &Paper) -> Vec<Cell> {
    let mut cells = Vec::new();
    let turned = partials(sum.bottom, sum.top);
    let mut partials = partials(sum.top, sum.bottom);
    let mut plan_here = plan(paper, &partials);
    let mut factors = (sum.top, sum.bottom);
    let other = plan(paper, &turned);
    if plan_here.contains(&None) && !other.contains(&None) {
        (partials, plan_here, factors) = (turned, other, (sum.bottom, sum.top));
    }
    let mut left: Vec<usize> = (0..partials.len()).filter(|k| !plan_here.contains(&Some(*k))).collect();
    let rows: Vec<(usize, &Vec<Option<i64>>)> = filled(paper).collect();
    for ((r, row), own) in rows.iter().zip(&plan_here) {
        if own.is_some() {
            let written = (0..row.len()).filter(|k| at(row, *k).is_some());
            let right =
                |k: usize| Cell { place: Place::Row(*r, k), step: Step::Multiply, verdict: Verdict::Right };
            cells.extend(written.map(right));
            continue;
        }
        // What this row was to be: the one of its place, or the next that is missing.
        let wanted = left.iter().position(|k| k == r);
        let wanted = wanted.or_else(|| left.iter().position(|k| partials[*k] > 0)).unwrap_or(0);
        let shift = if left.is_empty() { (*r).min(partials.len() - 1) } else { left.remove(wanted) };
        let digit = digits(factors.1).get(shift).copied().unwrap_or(0);
        let times = Columns { op: Op::Times, top: factors.0, bottom: digit };
        let single = Single(&times);
        Row {
            cells: row,
            width: digits(partials[shift]).len(),
            optional: shift,
            carries: 8,
            place: &|k| Place::Row(*r, k),
            column: &|k, carry| k.checked_sub(shift).map_or((0, 0), |k| single.column(k, carry)),
            step: &|_, _| Step::Multiply,
            marked: &|_| None,
        }
        .judge(&mut cells);
    }
    // What is added up is what stands there; where rows are missing only the product itself can be asked for.
    let complete = !rows.is_empty() && left.iter().all(|k| partials[*k] == 0);
    let right = digits(sum.right());
    let add = |k: usize, carry: i64| {
        let all = carry + rows.iter().map(|(_, row)| at(row, k).unwrap_or(0)).sum::<i64>();
        (all % 10, all / 10)
    };
    let known = |k: usize, _: i64| (right.get(k).copied().unwrap_or(0), 0);
    let width = if complete {
        digits(rows.iter().fold(0, |all, (_, row)| all + value(row))).len()
    } else {
        right.len()
    };
    Row {
        cells: &paper.result,
        width,
        optional: 0,
        carries: if complete { rows.len() as i64 } else { 0 },
        place: &Place::Result,
        column: if complete { &add } else { &known },
        step: &|_, _| if complete { Step::AddRows } else { Step::Multiply },
        marked: &|_| None,
    }
    .judge(&mut cells);
    cells
}

/// Row by row, then the sum.
pub(super) fn next_of_product(sum: &Columns, paper: &Paper) -> Option<Place> {
    let begun = paper.result.iter().any(Option::is_some);
    let partials = partials(sum.top, sum.bottom);
    let open = |(r, partial): (usize, &i64)| {
        let row = paper.rows.get(r).map_or(&[][..], |row| row);
        let cells = (0..digits(*partial).len()).skip(r).find(|k| at(row, *k).is_none());
        cells.filter(|_| *partial > 0).map(|k| Place::Row(r, k))
    };
    let row = partials.iter().enumerate().find_map(open).filter(|_| !begun);
    row.or_else(|| next_of(&paper.result, digits(sum.right()).len()).map(Place::Result))
}

/// One digit of the quotient, and what belongs to it.
pub(super) struct Stage {
    /// Column of the dividend.
    pub column: usize,
    /// What is divided here.
    pub now: i64,
    pub digit: i64,
    pub rest: i64,
    /// False before the first digit of the quotient.
    pub begun: bool,
}

pub(super) fn stages(sum: &Columns) -> Vec<Stage> {
    let (mut rest, mut all) = (0, Vec::<Stage>::new());
    for (column, digit) in digits(sum.top).into_iter().enumerate().rev() {
        let now = rest * 10 + digit;
        rest = now % sum.bottom;
        let begun = now >= sum.bottom || column == 0 || all.last().is_some_and(|last| last.begun);
        all.push(Stage { column, now, digit: now / sum.bottom, rest, begun });
    }
    all
}

/// A number whose last digit stands in this column, by column.
fn placed(number: i64, column: usize) -> Vec<Option<i64>> {
    std::iter::repeat_n(None, column).chain(digits(number).into_iter().map(Some)).collect()
}

/// Whether a row says this number in this column; noughts before it say nothing.
fn says(row: &[Option<i64>], expected: &[Option<i64>]) -> bool {
    let first = |row: &[Option<i64>]| row.iter().position(Option::is_some);
    first(row) == first(expected) && value(row) == value(expected)
}

/// What a stage may have in its next row: the product, or what is left, with any digits brought down that may be.
fn may_follow(sum: &Columns, stage: &Stage, product_done: bool) -> Vec<(Step, Vec<Option<i64>>)> {
    let mut all = Vec::new();
    if !product_done {
        all.push((Step::Product, placed(stage.digit * sum.bottom, stage.column)));
    }
    let (mut rest, dividend) = (stage.rest, digits(sum.top));
    all.push((Step::Difference, placed(rest, stage.column)));
    for column in (0..stage.column).rev() {
        rest = rest * 10 + dividend[column];
        all.push((Step::BringDown, placed(rest, column)));
        // Where the divisor does not go in yet, one more may come down at once.
        if rest >= sum.bottom {
            break;
        }
    }
    all
}

/// Any layout will do: with or without the products, with or without noughts, with rows left out.
pub(super) fn division(sum: &Columns, paper: &Paper) -> Vec<Cell> {
    let stages = stages(sum);
    let mut cells: Vec<Cell> = Vec::new();
    let mut rows = filled(paper).peekable();
    // From the left, without noughts before the first digit.
    let own: Vec<(usize, i64)> =
        paper.result.iter().enumerate().rev().filter_map(|(k, digit)| Some((k, (*digit)?))).collect();
    let zero = own.iter().take_while(|(_, digit)| *digit == 0).count();
    let own = &own[zero.min(own.len().saturating_sub(1))..];
    let mut nth = 0;
    let cell = |place, step, right: bool| Cell {
        place,
        step,
        verdict: if right { Verdict::Right } else { Verdict::Wrong },
    };
    for (at_stage, stage) in stages.iter().enumerate() {
        if !stage.begun {
            continue;
        }
        let written = own.get(nth);
        let right = written.is_some_and(|(_, digit)| *digit == stage.digit);
        // A digit that is missing is missed at the end, where another one stands in its place.
        let place = Place::Result(written.map_or(0, |(column, _)| *column));
        cells.push(cell(place, Step::Quotient, right));
        nth += 1;
        if !right {
            return cells;
        }
        let mut product_done = stage.digit == 0 && rows.peek().is_none_or(|(_, row)| value(row) > 0);
        while let Some((r, row)) = rows.peek().copied() {
            let expected = may_follow(sum, stage, product_done);
            if let Some((step, expected)) = expected.iter().find(|(_, expected)| says(row, expected)) {
                let down = |k: usize| {
                    if *step == Step::BringDown && k < stage.column {
                        Step::BringDown
                    } else {
                        Step::Difference
                    }
                };
                let step = |k: usize| if *step == Step::Product { Step::Product } else { down(k) };
                let last = expected.len();
                let written = (0..row.len()).filter(|k| at(row, *k).is_some() && *k < last);
                cells.extend(written.map(|k| cell(Place::Row(r, k), step(k), true)));
                rows.next();
                if step(stage.column) != Step::Product {
                    break;
                }
                product_done = true;
                continue;
            }
            let mut later = stages[at_stage + 1..].iter().flat_map(|stage| may_follow(sum, stage, false));
            if later.any(|(_, expected)| says(row, &expected)) {
                break;
            }
            let (step, expected) = meant(&expected, r, row);
            let off = (0..row.len().max(expected.len())).find(|k| {
                let (written, right) = (at(row, *k), at(expected, *k));
                written != right && !(*k >= expected.len() && written == Some(0))
            });
            let off = off.unwrap_or(stage.column);
            let step = if step == Step::BringDown && off >= stage.column { Step::Difference } else { step };
            cells.push(cell(Place::Row(r, off), step, false));
            return cells;
        }
    }
    if let Some((column, _)) = own.get(nth) {
        cells.push(cell(Place::Result(*column), Step::Quotient, false));
        return cells;
    }
    let rest = sum.top % sum.bottom;
    if paper.rest.is_some() || rest > 0 {
        cells.push(cell(Place::Rest, Step::Remainder, paper.rest == Some(rest)));
    }
    cells
}

/// What a row that says none of these was meant to say: what ends in its column, a product in every other row.
fn meant<'a>(
    expected: &'a [(Step, Vec<Option<i64>>)],
    r: usize,
    row: &[Option<i64>],
) -> (Step, &'a Vec<Option<i64>>) {
    let end = |row: &[Option<i64>]| row.iter().position(Option::is_some);
    let here = expected.iter().filter(|(_, one)| end(one) == end(row));
    let fits = |(step, _): &&(Step, Vec<Option<i64>>)| (*step == Step::Product) == r.is_multiple_of(2);
    let chosen = here.clone().find(fits).or_else(|| here.clone().next()).or(expected.first());
    chosen.map(|(step, one)| (*step, one)).expect("a difference may always follow")
}

/// Over which column the next digit of the quotient belongs.
pub(super) fn next_digit(sum: &Columns, paper: &Paper) -> Option<Place> {
    let begun: Vec<Stage> = stages(sum).into_iter().filter(|stage| stage.begun).collect();
    let open = begun.iter().find(|stage| at(&paper.result, stage.column).is_none());
    let open = open.map(|stage| Place::Result(stage.column));
    open.or_else(|| (paper.rest.is_none() && sum.top % sum.bottom > 0).then_some(Place::Rest))
}
