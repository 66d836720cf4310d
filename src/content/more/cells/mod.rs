//! Written arithmetic judged cell by cell, in the order in which it is worked: columns from the right, products row by
//! row, a long division from the left. Which cell went astray first, and by which known bug.
//!
//! Carries, trades and other marks are the learner's own: they are never judged, they only tell what a cell came from.
//! Working that is not there is not wrong. After the first wrong cell only one thing is asked: does what follows
//! follow from it? In columns any carry may have come of it; a long division is worked on from what was written.

mod long;
pub mod say;
mod slips;

#[cfg(test)]
mod tests;

use super::columns::{Bug, Columns, Op, digits};

/// What stands on the paper. Columns are counted from the ones, which are 0; of a division they are those of the
/// dividend.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Digits of the result. A quotient ends over the ones.
    pub result: Vec<Option<i64>>,
    /// Of a division.
    pub rest: Option<i64>,
    /// The small numbers over the columns.
    pub marks: Vec<Option<i64>>,
    /// Partial products; or products and differences of a division, from the top.
    pub rows: Vec<Vec<Option<i64>>>,
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The column of the result.
    Result(usize),
    /// The row of the working, its column.
    Row(usize, usize),
    /// The remainder.
    Rest,
}

named_kinds! {
    /// What is done in one cell. A pack says by name which skill one is evidence for.
    Step:
    Add = "add",
    // With what was carried here.
    Carry = "carry",
    Subtract = "subtract",
    // Where ten more are needed, or one was given away.
    Trade = "trade",
    Multiply = "multiply",
    AddRows = "add-rows",
    // A digit of a product whose lines are not there: several steps at once.
    AtOnce = "at-once",
    Quotient = "quotient-digit",
    Product = "multiply-back",
    Difference = "take-away",
    BringDown = "bring-down",
    Remainder = "remainder",
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// The first one that is not right; there is never more than one.
    Wrong,
    /// Stands after the wrong one, and is what comes of it.
    Follows,
    /// Stands after the wrong one; not judged.
    Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub place: Place,
    pub step: Step,
    pub verdict: Verdict,
}

/// The first wrong cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub place: Place,
    pub step: Step,
    /// What stands there; nothing where a digit is missing.
    pub written: Option<i64>,
    /// Which digit of a quotient it is, from the left and counted from 1.
    pub nth: usize,
    /// The learner's own mark that it follows from: then it is the mark that went astray.
    pub mark: Option<i64>,
    /// The bugs that write this: those that make the whole result, or else those that make this cell.
    pub by: Vec<Bug>,
    /// Everything after it follows from it: nothing else went wrong.
    pub alone: bool,
    /// More was written after it, in a long division, and all of that follows.
    pub gone_on: bool,
}

impl Paper {
    /// Reads a recorded answer: the result, then with a bar before each the marks and the rows, highest column first:
    /// `1058 | - | 1 3 8 | 9 2 0`. An empty cell is `-`, in the result `_`. A result that is no row of digits is empty.
    pub fn read(response: &str) -> Self {
        let mut parts = response.split('|');
        let written = parts.next().unwrap_or_default();
        let (result, rest) = match written.split_once(['R', 'r']) {
            Some((result, rest)) => (result, rest.trim().parse().ok()),
            None => (written, None),
        };
        let is_row = result.chars().all(|c| c.is_ascii_digit() || c == '_' || c == ' ');
        let cells = result.chars().rev().filter(|c| is_row && *c != ' ');
        let row = |text: &str| text.split_whitespace().rev().map(|cell| cell.parse().ok()).collect();
        Self {
            result: cells.map(|c| c.to_digit(10).map(i64::from)).collect(),
            rest,
            marks: parts.next().map(row).unwrap_or_default(),
            rows: parts.map(row).collect(),
        }
    }

    /// As it is recorded.
    pub fn write(&self) -> String {
        let cell = |cell: &Option<i64>, empty: &str| cell.map_or_else(|| empty.into(), |n| n.to_string());
        let row = |row: &Vec<Option<i64>>| match row.iter().any(Option::is_some) {
            true => row.iter().rev().map(|one| cell(one, "-")).collect::<Vec<_>>().join(" "),
            false => "-".into(),
        };
        let digits =
            self.result.iter().rposition(Option::is_some).map_or(&[][..], |top| &self.result[..=top]);
        let mut all: String = digits.iter().rev().map(|digit| cell(digit, "_")).collect();
        if let Some(rest) = self.rest {
            all.push_str(&format!(" R {rest}"));
        }
        let mut rows: Vec<String> = std::iter::once(&self.marks).chain(&self.rows).map(row).collect();
        while rows.last().is_some_and(|last| last == "-") {
            rows.pop();
        }
        for row in rows {
            all.push_str(super::respond::BETWEEN);
            all.push_str(&row);
        }
        all
    }

    /// Whether cells between others are still empty.
    pub fn has_gap(response: &str) -> bool {
        response.split('|').next().is_some_and(|result| result.contains('_'))
    }

    /// Whether all that is written of the result is right from the ones up, and columns that have printed digits wait
    /// still. A last digit that is carried only is no such column: whoever leaves that one out thinks to be done.
    pub fn is_half_done(&self, sum: &Columns) -> bool {
        let (right, printed) = (digits(sum.right()), digits(sum.top).len().max(digits(sum.bottom).len()));
        let written = self.result.iter().rposition(Option::is_some).map_or(0, |top| top + 1);
        let fits = self.result.iter().zip(&right).all(|(cell, digit)| *cell == Some(*digit));
        sum.op != Op::Over && (1..right.len().min(printed)).contains(&written) && fits
    }

    /// The digits of the result as one number.
    fn number(&self) -> Option<i64> {
        self.result.iter().any(Option::is_some).then(|| value(&self.result))
    }

    fn is_right(&self, sum: &Columns) -> bool {
        let rest = if sum.op == Op::Over { sum.top % sum.bottom } else { 0 };
        self.number() == Some(sum.right()) && self.rest.unwrap_or(0) == rest
    }

    /// What stands in this cell.
    pub fn at(&self, place: Place) -> Option<i64> {
        match place {
            Place::Result(column) => at(&self.result, column),
            Place::Row(row, column) => self.rows.get(row).and_then(|row| at(row, column)),
            Place::Rest => self.rest,
        }
    }
}

fn at(cells: &[Option<i64>], column: usize) -> Option<i64> {
    cells.get(column).copied().flatten()
}

/// Empty cells count as nothing. Of more digits than a number has, the largest number.
fn value(cells: &[Option<i64>]) -> i64 {
    cells.iter().rev().fold(0i64, |n, cell| n.saturating_mul(10).saturating_add(cell.unwrap_or(0)))
}

/// Every cell that is written or missing, in the order of work.
pub fn judge(sum: &Columns, paper: &Paper) -> Vec<Cell> {
    match sum.op {
        Op::Over => long::division(sum, paper),
        Op::Times if sum.bottom > 9 => long::product(sum, paper),
        _ => {
            let mut cells = Vec::new();
            let single = Single(sum);
            let row = Row {
                cells: &paper.result,
                width: digits(sum.right()).len(),
                optional: 0,
                carries: single.carries(),
                place: &Place::Result,
                column: &|k, carry| single.column(k, carry),
                step: &|k, carry| single.step(k, carry),
                marked: &|k| at(&paper.marks, k).and_then(|mark| single.marked(k, mark)),
            };
            row.judge(&mut cells);
            cells
        }
    }
}

/// The first wrong cell of an answer that is not right.
pub fn first_wrong(sum: &Columns, paper: &Paper) -> Option<Slip> {
    if paper.is_right(sum) || paper.result.is_empty() {
        return None;
    }
    let cells = judge(sum, paper);
    let first = cells.iter().position(|cell| cell.verdict == Verdict::Wrong)?;
    let Cell { place, step, .. } = cells[first];
    let written = paper.at(place);
    let nth = cells[..=first].iter().filter(|cell| cell.step == Step::Quotient).count();
    let single = Single(sum);
    let mark = match place {
        Place::Result(k) if single.has_marks() => {
            at(&paper.marks, k).filter(|mark| written.is_some() && single.marked(k, *mark) == written)
        }
        _ => None,
    };
    let alone = cells[first + 1..].iter().all(|cell| cell.verdict != Verdict::Open);
    let gone_on = sum.op == Op::Over && alone && first + 1 < cells.len();
    Some(Slip { place, step, written, nth, mark, by: slips::by(sum, paper, place), alone, gone_on })
}

/// The cell that comes next in the order of work; none where nothing is left to write. Of a long division the next
/// digit of the quotient.
pub fn next(sum: &Columns, paper: &Paper) -> Option<Place> {
    match sum.op {
        Op::Over => long::next_digit(sum, paper),
        Op::Times if sum.bottom > 9 => long::next_of_product(sum, paper),
        _ => next_of(&paper.result, digits(sum.right()).len()).map(Place::Result),
    }
}

/// The first empty column from the right.
fn next_of(cells: &[Option<i64>], width: usize) -> Option<usize> {
    (0..width).find(|k| at(cells, *k).is_none())
}

/// Addition, subtraction, and multiplication by one digit: what each column makes of what came over from the last.
pub(super) struct Single<'a>(pub &'a Columns);

impl Single<'_> {
    /// Upper and lower digit.
    pub fn digits(&self, k: usize) -> (i64, i64) {
        let digit = |n: i64| digits(n).get(k).copied().unwrap_or(0);
        (digit(self.0.top), if self.0.op == Op::Times { self.0.bottom } else { digit(self.0.bottom) })
    }

    /// The digit under column `k`, and what goes over to the next: what is carried, or what was taken from it.
    pub fn column(&self, k: usize, carry: i64) -> (i64, i64) {
        let (a, b) = self.digits(k);
        match self.0.op {
            Op::Minus => {
                let left = a - carry - b;
                (left.rem_euclid(10), i64::from(left < 0))
            }
            Op::Times => ((a * b + carry) % 10, (a * b + carry) / 10),
            _ => ((a + b + carry) % 10, (a + b + carry) / 10),
        }
    }

    /// What comes over into column `k` when all is right.
    pub fn carry(&self, k: usize) -> i64 {
        (0..k).fold(0, |carry, k| self.column(k, carry).1)
    }

    /// The most that can come over.
    fn carries(&self) -> i64 {
        if self.0.op == Op::Times { 8 } else { 1 }
    }

    fn has_marks(&self) -> bool {
        self.0.op != Op::Over && (self.0.op != Op::Times || self.0.bottom <= 9)
    }

    /// The digit that the mark over a column leads to: a carried one is added, a traded one stands for the upper digit.
    fn marked(&self, k: usize, mark: i64) -> Option<i64> {
        let (_, b) = self.digits(k);
        match self.0.op {
            Op::Minus => Some(mark - b).filter(|left| (0..=9).contains(left)),
            _ if (0..=9).contains(&mark) => Some(self.column(k, mark).0),
            _ => None,
        }
    }

    fn step(&self, k: usize, carry: i64) -> Step {
        match self.0.op {
            Op::Minus if carry > 0 || self.column(k, carry).1 > 0 => Step::Trade,
            Op::Minus => Step::Subtract,
            _ if carry > 0 => Step::Carry,
            Op::Times => Step::Multiply,
            _ => Step::Add,
        }
    }
}

/// Cells side by side that are worked from the right.
struct Row<'a> {
    cells: &'a [Option<i64>],
    /// Columns of the right number.
    width: usize,
    /// Columns from the right that may stay empty: a nought that only holds the place.
    optional: usize,
    /// The most that can come over from a column.
    carries: i64,
    place: &'a dyn Fn(usize) -> Place,
    /// The digit of a column and what goes over, by what came over.
    column: &'a dyn Fn(usize, i64) -> (i64, i64),
    step: &'a dyn Fn(usize, i64) -> Step,
    /// The digit that the learner's own mark leads to.
    marked: &'a dyn Fn(usize) -> Option<i64>,
}

impl Row<'_> {
    fn judge(&self, found: &mut Vec<Cell>) {
        let mut strayed = found.iter().any(|cell| cell.verdict == Verdict::Wrong);
        let anything = || (0..=self.carries).collect::<Vec<_>>();
        // What may have come over in the learner's own working; as long as all is right there is one answer.
        let mut carry = 0;
        let mut own = vec![0];
        for k in 0..self.width.max(self.cells.len()) {
            let (right, over) = (self.column)(k, carry);
            let step = (self.step)(k, carry);
            carry = over;
            let written = at(self.cells, k);
            let made: Vec<(i64, i64)> = own.iter().map(|carry| (self.column)(k, *carry)).collect();
            own = made.iter().map(|(_, over)| *over).collect();
            let missing = written.is_none();
            if missing && (strayed || k < self.optional || k >= self.width) {
                continue;
            }
            let verdict = match (strayed, written) {
                (false, Some(digit)) if digit == right => Verdict::Right,
                (false, _) => {
                    strayed = true;
                    own = anything();
                    Verdict::Wrong
                }
                (true, Some(digit)) if made.iter().any(|(made, _)| *made == digit) => {
                    let fits = made.iter().filter(|(made, _)| *made == digit);
                    own = fits.map(|(_, over)| *over).collect();
                    Verdict::Follows
                }
                (true, digit) => {
                    own = anything();
                    if digit == (self.marked)(k) { Verdict::Follows } else { Verdict::Open }
                }
            };
            found.push(Cell { place: (self.place)(k), step, verdict });
        }
    }
}
