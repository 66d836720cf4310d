//! What takes several rows: products by more than one digit, and long division.

use super::super::columns::{Columns, Op, digits};
use super::{Cell, Paper, Place, Row, Single, Step, Verdict, at, next_of, value};
use std::collections::VecDeque;

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
        let partial = |shift: usize| {
            let digit = digits(factors.1).get(shift).copied().unwrap_or(0);
            Columns { op: Op::Times, top: factors.0, bottom: digit }
        };
        if let Some(shift) = *own {
            let times = partial(shift);
            let single = Single(&times);
            let written = (0..row.len()).filter(|k| at(row, *k).is_some());
            let step =
                |k: usize| k.checked_sub(shift).map_or(Step::Multiply, |k| single.step(k, single.carry(k)));
            let right = |k: usize| Cell { place: Place::Row(*r, k), step: step(k), verdict: Verdict::Right };
            cells.extend(written.map(right));
            continue;
        }
        // What this row was to be: the one of its place, or the next that is missing.
        let wanted = left.iter().position(|k| k == r);
        let wanted = wanted.or_else(|| left.iter().position(|k| partials[*k] > 0)).unwrap_or(0);
        let shift = if left.is_empty() { (*r).min(partials.len() - 1) } else { left.remove(wanted) };
        let times = partial(shift);
        let single = Single(&times);
        Row {
            cells: row,
            width: digits(partials[shift]).len(),
            optional: shift,
            carries: 8,
            place: &|k| Place::Row(*r, k),
            column: &|k, carry| k.checked_sub(shift).map_or((0, 0), |k| single.column(k, carry)),
            step: &|_, carry| if carry > 0 { Step::Carry } else { Step::Multiply },
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
        step: &|_, _| if complete { Step::AddRows } else { Step::AtOnce },
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
    stages_after(sum.bottom, 0, &digits(sum.top), false)
}

/// The stages that are left when so much remains and these digits of the dividend, from the ones, are still to come down. They end
/// where no single digit is a quotient.
fn stages_after(divisor: i64, left: i64, dividend: &[i64], begun: bool) -> Vec<Stage> {
    let (mut rest, mut begun, mut all) = (left, begun, Vec::new());
    for (column, digit) in dividend.iter().enumerate().rev() {
        let now = rest * 10 + digit;
        if !(0..10 * divisor).contains(&now) {
            break;
        }
        rest = now % divisor;
        begun |= now >= divisor || column == 0;
        all.push(Stage { column, now, digit: now / divisor, rest, begun });
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
fn may_follow(
    divisor: i64,
    dividend: &[i64],
    stage: &Stage,
    product_done: bool,
) -> Vec<(Step, Vec<Option<i64>>)> {
    let mut all = Vec::new();
    if !product_done {
        all.push((Step::Product, placed(stage.digit * divisor, stage.column)));
    }
    // More was multiplied back than there is.
    if stage.rest < 0 {
        return all;
    }
    let mut rest = stage.rest;
    all.push((Step::Difference, placed(rest, stage.column)));
    for column in (0..stage.column).rev() {
        rest = rest * 10 + dividend[column];
        all.push((Step::BringDown, placed(rest, column)));
        // Where the divisor does not go in yet, one more may come down at once.
        if rest >= divisor {
            break;
        }
    }
    all
}

/// A long division as it is read, from the left. After the first wrong cell it goes on with what the learner wrote there, as long as
/// that says what belongs in the next one.
struct Reading<'a> {
    divisor: i64,
    dividend: Vec<i64>,
    stages: Vec<Stage>,
    /// The lines that are still to be read, with their numbers.
    rows: VecDeque<(usize, &'a Vec<Option<i64>>)>,
    /// The digits of the quotient that are still to be read, with their columns.
    quotient: VecDeque<(usize, i64)>,
    strayed: bool,
    cells: Vec<Cell>,
}

impl Reading<'_> {
    /// A cell that says what belongs there.
    fn fits(&mut self, place: Place, step: Step) {
        let verdict = if self.strayed { Verdict::Follows } else { Verdict::Right };
        self.cells.push(Cell { place, step, verdict });
    }

    /// The first cell that does not.
    fn strays(&mut self, place: Place, step: Step) {
        self.strayed = true;
        self.cells.push(Cell { place, step, verdict: Verdict::Wrong });
    }

    /// From this stage on with what is left by the learner's own working.
    fn go_on(&mut self, at: usize, rest: i64) {
        self.stages[at].rest = rest;
        self.stages.truncate(at + 1);
        let column = self.stages[at].column;
        self.stages.extend(stages_after(self.divisor, rest, &self.dividend[..column], true));
    }

    /// Nothing says any more what belongs in the cells that are left.
    fn leave(mut self, rest: Option<i64>) -> Vec<Cell> {
        let mut open = |place, step| self.cells.push(Cell { place, step, verdict: Verdict::Open });
        self.quotient.iter().for_each(|(column, _)| open(Place::Result(*column), Step::Quotient));
        for (r, row) in self.rows {
            let written = (0..row.len()).filter(|k| at(row, *k).is_some());
            written.for_each(|k| open(Place::Row(r, k), Step::Difference));
        }
        rest.iter().for_each(|_| open(Place::Rest, Step::Remainder));
        self.cells
    }

    /// The digit of the quotient at this stage; whether the stage can be gone on with.
    fn read_digit(&mut self, at_stage: usize) -> bool {
        let Stage { now, digit, .. } = self.stages[at_stage];
        let written = self.quotient.front().copied();
        // A digit that is missing is missed at the end, where another one stands in its place.
        let place = Place::Result(written.map_or(0, |(column, _)| column));
        match written {
            Some((_, own)) if own == digit => self.fits(place, Step::Quotient),
            _ if self.strayed => return false,
            None => {
                self.strays(place, Step::Quotient);
                return false;
            }
            Some((_, own)) => {
                self.strays(place, Step::Quotient);
                self.stages[at_stage].digit = own;
                self.go_on(at_stage, now - own * self.divisor);
            }
        }
        self.quotient.pop_front();
        true
    }

    /// The rows that belong to this stage; whether the next one can be gone on with.
    fn read_rows(&mut self, at_stage: usize) -> bool {
        let column = self.stages[at_stage].column;
        let mut product_done =
            self.stages[at_stage].digit == 0 && self.rows.front().is_none_or(|(_, row)| value(row) > 0);
        while let Some((r, row)) = self.rows.front().copied() {
            let may = |stage: &Stage, done: bool| may_follow(self.divisor, &self.dividend, stage, done);
            let expected = may(&self.stages[at_stage], product_done);
            if let Some((step, expected)) = expected.iter().find(|(_, expected)| says(row, expected)) {
                for k in (0..row.len().min(expected.len())).filter(|k| at(row, *k).is_some()) {
                    let is_down = *step == Step::BringDown && k < column;
                    let of_rest = if is_down { Step::BringDown } else { Step::Difference };
                    self.fits(Place::Row(r, k), if *step == Step::Product { *step } else { of_rest });
                }
                self.rows.pop_front();
                if *step != Step::Product {
                    return true;
                }
                product_done = true;
                continue;
            }
            let mut later = self.stages[at_stage + 1..].iter().flat_map(|stage| may(stage, false));
            if later.any(|(_, expected)| says(row, &expected)) {
                return true;
            }
            if self.strayed {
                return false;
            }
            let (step, expected) = meant(&expected, r, row);
            let off = (0..row.len().max(expected.len())).find(|k| {
                let (written, right) = (at(row, *k), at(expected, *k));
                written != right && !(*k >= expected.len() && written == Some(0))
            });
            let off = off.unwrap_or(column);
            let step = if step == Step::BringDown && off >= column { Step::Difference } else { step };
            self.strays(Place::Row(r, off), step);
            self.rows.pop_front();
            if !self.take_as_written(at_stage, step, row) {
                return false;
            }
            if step != Step::Product {
                return true;
            }
            product_done = true;
        }
        true
    }

    /// Goes on from a wrong row as if it were right; whether it says enough for that.
    fn take_as_written(&mut self, at_stage: usize, step: Step, row: &[Option<i64>]) -> bool {
        let Stage { column, now, .. } = self.stages[at_stage];
        let Some(end) = row.iter().position(Option::is_some).filter(|end| *end <= column) else {
            return false;
        };
        let own = value(&row[end..]);
        let rest = match step {
            Step::Product if end == column => now - own,
            Step::Product => return false,
            _ => {
                let down = digits(own);
                for k in end..column {
                    self.dividend[k] = down.get(k - end).copied().unwrap_or(0);
                }
                own / 10i64.saturating_pow((column - end) as u32)
            }
        };
        self.go_on(at_stage, rest);
        rest >= 0
    }
}

/// Any layout will do: with or without the products, with or without noughts, with rows left out.
pub(super) fn division(sum: &Columns, paper: &Paper) -> Vec<Cell> {
    // From the left, without noughts before the first digit.
    let own: Vec<(usize, i64)> =
        paper.result.iter().enumerate().rev().filter_map(|(k, digit)| Some((k, (*digit)?))).collect();
    let zero = own.iter().take_while(|(_, digit)| *digit == 0).count();
    let mut reading = Reading {
        divisor: sum.bottom,
        dividend: digits(sum.top),
        stages: stages(sum),
        rows: filled(paper).collect(),
        quotient: own[zero.min(own.len().saturating_sub(1))..].iter().copied().collect(),
        strayed: false,
        cells: Vec::new(),
    };
    let mut at_stage = 0;
    while at_stage < reading.stages.len() {
        let begun = reading.stages[at_stage].begun;
        if begun && !(reading.read_digit(at_stage) && reading.read_rows(at_stage)) {
            return reading.leave(paper.rest);
        }
        at_stage += 1;
    }
    // The last stage is that of the ones; before it nothing is known of what is left.
    let last = reading.stages.last().filter(|last| last.column == 0 && (0..sum.bottom).contains(&last.rest));
    let rest = last.map(|last| last.rest);
    if let Some((column, _)) = reading.quotient.front().copied().filter(|_| !reading.strayed) {
        reading.strays(Place::Result(column), Step::Quotient);
        reading.quotient.pop_front();
        return reading.leave(paper.rest);
    }
    match (paper.rest, rest) {
        (Some(own), Some(rest)) if own == rest => reading.fits(Place::Rest, Step::Remainder),
        (None, _) if reading.strayed || rest == Some(0) => {}
        _ if reading.strayed => return reading.leave(paper.rest),
        _ => reading.strays(Place::Rest, Step::Remainder),
    }
    reading.leave(None)
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
