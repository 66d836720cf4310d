//! Which known bugs write a wrong cell.

use super::super::columns::{Bug, Columns, Op};
use super::super::procedures::PROCEDURES;
use super::{Paper, Place, Single, at};

/// Bugs that make the whole result; where marks were written those that write the same, if there are any. Without any,
/// the ones that make just this digit.
pub(super) fn by(sum: &Columns, paper: &Paper, place: Place) -> Vec<Bug> {
    let makes = |bug: &Bug| {
        let work = sum.bug(*bug);
        work.is_some_and(|work| work.number() == paper.number() && work.remainder == paper.rest.unwrap_or(0))
    };
    let known = PROCEDURES.iter().filter_map(|one| one.of_columns(sum.op));
    let whole: Vec<Bug> = known.filter(makes).collect();
    if whole.is_empty() {
        return here(sum, paper, place);
    }
    let marks = |bug: &Bug| {
        let longest = paper.marks.len().max(sum.width());
        sum.bug(*bug).is_some_and(|work| (0..longest).all(|k| at(&work.marks, k) == at(&paper.marks, k)))
    };
    let marked: Vec<Bug> = whole.iter().copied().filter(marks).collect();
    if marked.is_empty() || paper.marks.iter().all(Option::is_none) { whole } else { marked }
}

/// The bugs that show in one column, whatever was done in the others.
fn here(sum: &Columns, paper: &Paper, place: Place) -> Vec<Bug> {
    let single = Single(sum);
    let (k, written) = match (place, paper.at(place)) {
        (Place::Result(k), Some(written)) if sum.op != Op::Over => (k, written),
        (Place::Row(r, 0), Some(written)) if sum.op == Op::Times && r > 0 && written > 0 => {
            return vec![Bug::NoPlaceholder];
        }
        _ => return Vec::new(),
    };
    let ((a, b), carry) = (single.digits(k), single.carry(k));
    let mut all = Vec::new();
    let mut add = |bug: Bug, occasion: bool, makes: i64| {
        if occasion && makes == written {
            all.push(bug);
        }
    };
    match sum.op {
        Op::Minus => {
            let short = a - carry < b;
            add(Bug::SmallerFromLarger, short && a < b, b - a);
            add(Bug::SmallerFromLarger, short && carry > 0 && a - carry >= 0, b - (a - carry));
            add(Bug::BorrowNoDecrement, carry > 0, (a - b).rem_euclid(10));
            add(Bug::BorrowAcrossZero, carry > 0 && a == 0, (a - b).rem_euclid(10));
            add(Bug::StopsAtZero, carry > 0 && a == 0, (a - b).rem_euclid(10));
            add(Bug::ZeroMinusIsN, a == 0 && b > 0, b);
            add(Bug::ZeroMinusIsZero, a == 0 && b > 0, 0);
        }
        Op::Plus => add(Bug::NoCarry, carry > 0, (a + b) % 10),
        Op::Times if sum.bottom <= 9 => {
            add(Bug::NoCarryAdded, carry > 0, a * b % 10);
            add(Bug::CarryThenMultiply, carry > 0, (a + carry) * b % 10);
        }
        _ => {}
    }
    all.dedup();
    all
}
