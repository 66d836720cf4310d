//! Written arithmetic in columns: the correct working of two whole numbers, and the working of each known bug, as
//! cells and marks. Columns are counted from the ones, which are 0.
//!
//! Subtraction bugs: Brown and Burton 1978, "Diagnostic models for procedural bugs in basic mathematical skills";
//! Young and O'Shea 1981; VanLehn 1990, "Mind Bugs". Addition and multiplication: Ashlock, "Error Patterns in
//! Computation"; Buswell 1926.

/// Numbers longer than this are not written in columns.
pub const MAX_DIGITS: usize = 9;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Plus,
    Minus,
    Times,
    Over,
}

/// A calculation on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    pub op: Op,
    pub top: i64,
    pub bottom: i64,
}

/// What stands on the paper when it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The small number above each column: the carried digit, or what a trade left of the top digit.
    pub marks: Vec<Option<i64>>,
    /// Partial products, or what is left over at each place of a division, one row after the other.
    pub rows: Vec<Vec<Option<i64>>>,
    /// What is written under each column. A bug may write two digits in one.
    pub cells: Vec<Option<i64>>,
    /// Of a division.
    pub remainder: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    SmallerFromLarger,
    BorrowNoDecrement,
    BorrowAcrossZero,
    BorrowFromZero,
    ZeroMinusIsN,
    ZeroMinusIsZero,
    StopsAtZero,
    BorrowLeftmost,
    BorrowEverywhere,
    QuitsWhenShort,
    BottomRepeats,
    AddsInstead,
    NoCarry,
    WriteBoth,
    CarryWrongDigit,
    LeftToRight,
    AddAllDigits,
    AlignLeft,
    CarryThenMultiply,
    NoCarryAdded,
    Columnwise,
    NoPlaceholder,
    TimesAdded,
    ZeroInQuotient,
}

impl Bug {
    /// The ten commonest of subtraction (Brown and Burton 1978).
    pub const SUBTRACTION: [Self; 10] = [
        Self::SmallerFromLarger,
        Self::BorrowNoDecrement,
        Self::BorrowAcrossZero,
        Self::BorrowFromZero,
        Self::ZeroMinusIsN,
        Self::ZeroMinusIsZero,
        Self::StopsAtZero,
        Self::BorrowLeftmost,
        Self::BorrowEverywhere,
        Self::QuitsWhenShort,
    ];
}

impl Op {
    pub fn read(sign: char) -> Option<Self> {
        Some(match sign {
            '+' => Self::Plus,
            '-' | '−' => Self::Minus,
            '*' | '×' | '·' => Self::Times,
            '/' | '÷' | ':' => Self::Over,
            _ => return None,
        })
    }

    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Over => "÷",
        }
    }
}

/// The digits from the ones up.
pub fn digits(n: i64) -> Vec<i64> {
    let (mut rest, mut all) = (n.abs(), Vec::new());
    while rest > 0 || all.is_empty() {
        all.push(rest % 10);
        rest /= 10;
    }
    all
}

fn at(digits: &[i64], k: usize) -> i64 {
    digits.get(k).copied().unwrap_or(0)
}

impl Columns {
    /// Whole numbers that can be written like this: nothing below zero comes out, nothing is divided by zero.
    pub fn new(op: Op, top: i64, bottom: i64) -> Option<Self> {
        let most = 10i64.pow(MAX_DIGITS as u32) - 1;
        let fits = (0..=most).contains(&top) && (0..=most).contains(&bottom);
        let sound = match op {
            Op::Plus | Op::Times => true,
            Op::Minus => top >= bottom,
            Op::Over => bottom > 0,
        };
        (fits && sound).then_some(Self { op, top, bottom })
    }

    pub fn right(&self) -> i64 {
        match self.op {
            Op::Plus => self.top + self.bottom,
            Op::Minus => self.top - self.bottom,
            Op::Times => self.top * self.bottom,
            Op::Over => self.top / self.bottom,
        }
    }

    /// Columns the paper needs.
    pub fn width(&self) -> usize {
        let longest = [self.top, self.bottom, self.right()].map(|n| digits(n).len());
        longest.into_iter().max().unwrap_or(1)
    }

    pub fn work(&self) -> Work {
        match self.op {
            Op::Plus => self.add(),
            Op::Minus => self.subtract(None).unwrap_or_default(),
            Op::Times => self.multiply(),
            Op::Over => self.divide(),
        }
    }

    /// The working of a bug; nothing where it has no occasion to show, or leads nowhere.
    pub fn bug(&self, bug: Bug) -> Option<Work> {
        let work = match self.op {
            Op::Minus => self.subtract(Some(bug)),
            Op::Plus => self.add_wrong(bug),
            Op::Times => self.multiply_wrong(bug),
            Op::Over => self.divide_wrong(bug),
        }?;
        (work.number()? != self.right()).then_some(work)
    }

    /// The first column, from the ones and counted from 1, in which this result is not right.
    pub fn first_wrong(&self, result: i64) -> Option<i64> {
        let (right, given) = (digits(self.right()), digits(result));
        let longest = right.len().max(given.len());
        (0..longest).find(|k| right.get(*k) != given.get(*k)).map(|k| k as i64 + 1)
    }

    fn subtract(&self, bug: Option<Bug>) -> Option<Work> {
        let (mut top, bottom) = (digits(self.top), digits(self.bottom));
        let original = top.clone();
        if bug == Some(Bug::AddsInstead) {
            return Columns::new(Op::Plus, self.top, self.bottom).map(|sum| sum.work());
        }
        let short = bottom.len() < top.len();
        let mut cells = vec![None; top.len()];
        for k in 0..top.len() {
            let missing = k >= bottom.len();
            let below = match bug {
                Some(Bug::BottomRepeats) if bottom.len() == 1 && short => bottom[0],
                Some(Bug::QuitsWhenShort) if missing => break,
                _ => at(&bottom, k),
            };
            cells[k] = Some(match bug {
                Some(Bug::SmallerFromLarger) => (top[k] - below).abs(),
                Some(Bug::ZeroMinusIsN) if original[k] == 0 => below,
                Some(Bug::ZeroMinusIsZero) if original[k] == 0 => 0,
                Some(Bug::BorrowEverywhere) if k + 1 < top.len() => {
                    top[k] += 10;
                    top[k + 1] -= 1;
                    top[k] - below
                }
                _ => {
                    if top[k] < below {
                        trade(&mut top, k, bug)?;
                    }
                    top[k] - below
                }
            });
            if cells[k].is_some_and(|cell| cell < 0) {
                return None;
            }
        }
        let marks = top.iter().zip(&original).map(|(new, old)| (new != old).then_some(*new)).collect();
        Some(Work { marks, cells, ..Work::default() })
    }

    fn add(&self) -> Work {
        let (top, bottom) = (digits(self.top), digits(self.bottom));
        let width = self.width();
        let (mut carry, mut marks, mut cells) = (0, vec![None; width], vec![None; width]);
        for k in 0..width {
            let sum = at(&top, k) + at(&bottom, k) + carry;
            carry = sum / 10;
            cells[k] = Some(sum % 10);
            if carry > 0 && k + 1 < width {
                marks[k + 1] = Some(carry);
            }
        }
        Work { marks, cells, ..Work::default() }
    }

    fn add_wrong(&self, bug: Bug) -> Option<Work> {
        let (top, bottom) = (digits(self.top), digits(self.bottom));
        let longest = top.len().max(bottom.len());
        let sums: Vec<i64> = (0..longest).map(|k| at(&top, k) + at(&bottom, k)).collect();
        let last = longest - 1;
        let cells: Vec<i64> = match bug {
            // The last column has nowhere to carry to.
            Bug::NoCarry => {
                sums.iter().enumerate().map(|(k, sum)| if k < last { sum % 10 } else { *sum }).collect()
            }
            Bug::WriteBoth => sums,
            Bug::CarryWrongDigit => {
                let mut carry = 0;
                let mut cells = Vec::new();
                for (k, sum) in sums.iter().enumerate() {
                    let sum = sum + carry;
                    let carries = sum >= 10 && k < last;
                    cells.push(if carries { sum / 10 } else { sum });
                    carry = if carries { sum % 10 } else { 0 };
                }
                cells
            }
            Bug::LeftToRight => {
                let mut carry = 0;
                let mut cells = vec![0; longest];
                for k in (0..longest).rev() {
                    let sum = sums[k] + carry;
                    cells[k] = if k > 0 { sum % 10 } else { sum };
                    carry = sum / 10;
                }
                cells
            }
            Bug::AddAllDigits => {
                let all: i64 = top.iter().chain(&bottom).sum();
                return (longest > 1).then(|| Work::of(all));
            }
            Bug::AlignLeft => {
                let shift = |n: i64, digits: &[i64]| n * 10i64.pow((longest - digits.len()) as u32);
                let sum = shift(self.top, &top) + shift(self.bottom, &bottom);
                return (top.len() != bottom.len()).then(|| Work::of(sum));
            }
            _ => return None,
        };
        Some(Work { cells: cells.into_iter().map(Some).collect(), ..Work::default() })
    }

    fn multiply(&self) -> Work {
        let bottom = digits(self.bottom);
        if bottom.len() == 1 {
            return self.times_digit(self.bottom, |top, carry, digit| top * digit + carry);
        }
        let mut work = Work::of(self.right());
        for (k, digit) in bottom.iter().enumerate() {
            let mut row = vec![Some(0); k];
            row.extend(digits(self.top * digit).into_iter().map(Some));
            work.rows.push(row);
        }
        work
    }

    /// Times one digit, with what becomes of the carried one.
    fn times_digit(&self, digit: i64, step: fn(i64, i64, i64) -> i64) -> Work {
        let top = digits(self.top);
        let (mut carry, mut marks, mut cells) = (0, vec![None; top.len()], Vec::new());
        for (k, d) in top.iter().enumerate() {
            let product = step(*d, carry, digit);
            let last = k + 1 == top.len();
            cells.push(if last { product } else { product % 10 });
            carry = product / 10;
            if !last && carry > 0 {
                marks[k + 1] = Some(carry);
            }
        }
        // The last product fills as many columns as it has digits.
        let last = cells.pop().unwrap_or(0);
        cells.extend(digits(last));
        Work { marks, cells: cells.into_iter().map(Some).collect(), ..Work::default() }
    }

    fn multiply_wrong(&self, bug: Bug) -> Option<Work> {
        let (top, bottom) = (digits(self.top), digits(self.bottom));
        let one_digit = bottom.len() == 1 && top.len() > 1;
        match bug {
            Bug::CarryThenMultiply if one_digit => {
                Some(self.times_digit(self.bottom, |top, carry, digit| (top + carry) * digit))
            }
            Bug::NoCarryAdded if one_digit => {
                Some(self.times_digit(self.bottom, |top, _, digit| top * digit))
            }
            Bug::Columnwise if top.len() > 1 && bottom.len() > 1 => {
                let pairs = top.iter().zip(&bottom).enumerate();
                let term = |(k, (a, b)): (usize, (&i64, &i64))| a * b * 100i64.pow(k as u32);
                Some(Work::of(pairs.map(term).sum()))
            }
            Bug::NoPlaceholder if bottom.len() > 1 => {
                let mut work = Work::of(bottom.iter().map(|digit| self.top * digit).sum());
                let row = |digit: &i64| digits(self.top * digit).into_iter().map(Some).collect();
                work.rows = bottom.iter().map(row).collect();
                Some(work)
            }
            Bug::TimesAdded => Columns::new(Op::Plus, self.top, self.bottom).map(|sum| sum.work()),
            _ => None,
        }
    }

    fn divide(&self) -> Work {
        let mut work = Work::of(self.right());
        work.remainder = self.top % self.bottom;
        let (mut rest, mut begun) = (0, false);
        for digit in digits(self.top).into_iter().rev() {
            rest = rest * 10 + digit;
            begun |= rest >= self.bottom;
            if begun {
                let product = rest / self.bottom * self.bottom;
                rest -= product;
                work.rows.push(digits(product).into_iter().map(Some).collect());
                work.rows.push(digits(rest).into_iter().map(Some).collect());
            }
        }
        work
    }

    fn divide_wrong(&self, bug: Bug) -> Option<Work> {
        let quotient = digits(self.right());
        let zero_inside = quotient.iter().rev().skip(1).any(|digit| *digit == 0);
        if bug != Bug::ZeroInQuotient || !zero_inside {
            return None;
        }
        let kept = quotient.into_iter().filter(|digit| *digit != 0).map(Some).collect();
        Some(Work { cells: kept, remainder: self.top % self.bottom, ..Work::default() })
    }
}

/// Ten more for column `k`, and where they come from.
fn trade(top: &mut [i64], k: usize, bug: Option<Bug>) -> Option<()> {
    let next = (k + 1..top.len()).find(|j| top[*j] > 0);
    match bug {
        Some(Bug::BorrowNoDecrement) => {}
        Some(Bug::BorrowAcrossZero) => top[next?] -= 1,
        Some(Bug::BorrowFromZero) if at(top, k + 1) == 0 => {
            let next = next?;
            for digit in &mut top[k + 1..next] {
                *digit = 9;
            }
        }
        Some(Bug::StopsAtZero) if at(top, k + 1) == 0 => {
            next?;
        }
        Some(Bug::BorrowLeftmost) => {
            let last = top.len() - 1;
            if last == k || top[last] == 0 {
                return None;
            }
            top[last] -= 1;
        }
        _ => {
            let next = next?;
            top[next] -= 1;
            for digit in &mut top[k + 1..next] {
                *digit = 9;
            }
        }
    }
    top[k] += 10;
    Some(())
}

impl Work {
    fn of(result: i64) -> Self {
        Self { cells: digits(result).into_iter().map(Some).collect(), ..Self::default() }
    }

    /// The cells read as one number.
    pub fn number(&self) -> Option<i64> {
        let mut number = 0i64;
        for cell in self.cells.iter().rev().flatten() {
            let places = digits(*cell).len() as u32;
            number = number.checked_mul(10i64.checked_pow(places)?)?.checked_add(*cell)?;
        }
        self.cells.iter().any(Option::is_some).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(sum: &str) -> Columns {
        let mut parts = sum.split(' ');
        let mut next = || parts.next().expect("a part");
        let top = next().parse().expect("a number");
        let op = Op::read(next().chars().next().expect("a sign")).expect("a known sign");
        Columns::new(op, top, next().parse().expect("a number")).expect("a sound sum")
    }

    fn marks(work: &Work) -> String {
        let told: Vec<String> =
            work.marks.iter().rev().map(|mark| mark.map_or(".".into(), |m| m.to_string())).collect();
        told.join(" ")
    }

    #[test]
    fn correct_working_trades_and_carries() {
        let check = |sum: &str, result: i64, expected: &str| {
            let work = columns(sum).work();
            assert_eq!((work.number(), &*marks(&work)), (Some(result), expected), "{sum}");
        };
        check("402 - 156", 246, "3 9 12");
        check("1000 - 1", 999, "0 9 9 10");
        check("86 + 45", 131, "1 1 .");
        check("46 x 3".replace('x', "×").as_str(), 138, "1 .");
        check("900 - 900", 0, ". . .");
    }

    #[test]
    fn each_bug_gives_the_answer_that_was_published_for_it() {
        let check = |sum: &str, bug, expected: i64| {
            let work = columns(sum).bug(bug).expect("the bug shows here");
            assert_eq!(work.number(), Some(expected), "{sum} {bug:?}");
        };
        check("82 - 37", Bug::SmallerFromLarger, 55);
        check("143 - 28", Bug::BorrowNoDecrement, 125);
        check("402 - 156", Bug::BorrowAcrossZero, 156);
        check("402 - 156", Bug::BorrowLeftmost, 156);
        check("1300 - 522", Bug::BorrowFromZero, 878);
        check("140 - 21", Bug::ZeroMinusIsN, 121);
        check("140 - 21", Bug::ZeroMinusIsZero, 120);
        check("703 - 678", Bug::StopsAtZero, 35);
        check("733 - 214", Bug::BorrowLeftmost, 429);
        check("87 - 42", Bug::BorrowEverywhere, 315);
        check("439 - 8", Bug::QuitsWhenShort, 1);
        check("78 - 3", Bug::BottomRepeats, 45);
        check("13 - 4", Bug::AddsInstead, 17);
        check("47 + 38", Bug::NoCarry, 75);
        check("47 + 38", Bug::WriteBoth, 715);
        check("48 + 29", Bug::CarryWrongDigit, 131);
        check("86 + 45", Bug::LeftToRight, 212);
        check("35 + 4", Bug::AddAllDigits, 12);
        check("354 + 12", Bug::AlignLeft, 474);
        check("46 × 3", Bug::CarryThenMultiply, 158);
        check("46 × 3", Bug::NoCarryAdded, 128);
        check("23 × 14", Bug::Columnwise, 212);
        check("23 × 14", Bug::NoPlaceholder, 115);
        check("618 ÷ 6", Bug::ZeroInQuotient, 13);
    }

    #[test]
    fn a_bug_that_has_no_occasion_gives_nothing() {
        assert_eq!(columns("48 - 23").bug(Bug::BorrowAcrossZero), None);
        assert_eq!(columns("22 + 33").bug(Bug::NoCarry), None);
        assert_eq!(columns("46 - 38").bug(Bug::QuitsWhenShort), None);
    }

    #[test]
    fn the_working_of_a_bug_shows_where_it_went_another_way() {
        let sum = columns("402 - 156");
        assert_eq!(marks(&sum.bug(Bug::BorrowAcrossZero).expect("shows")), "2 10 12");
        assert_eq!(marks(&sum.bug(Bug::SmallerFromLarger).expect("shows")), ". . .");
        assert_eq!(sum.first_wrong(246), None);
        assert_eq!(sum.first_wrong(156), Some(2));
        assert_eq!(sum.first_wrong(248), Some(1));
        assert_eq!(sum.first_wrong(1246), Some(4));
    }

    #[test]
    fn every_working_of_small_numbers_is_right_and_no_bug_is() {
        for top in (0..1000).step_by(7) {
            for bottom in (0..1000).step_by(11) {
                for op in [Op::Plus, Op::Minus, Op::Times, Op::Over] {
                    let Some(sum) = Columns::new(op, top, bottom) else { continue };
                    assert_eq!(sum.work().number(), Some(sum.right()), "{sum:?}");
                }
            }
        }
    }

    #[test]
    fn long_division_writes_each_product_and_what_is_left() {
        let work = columns("618 ÷ 5").work();
        let row = |k: usize| work.rows[k].iter().rev().flatten().map(i64::to_string).collect::<String>();
        assert_eq!((work.number(), work.remainder), (Some(123), 3));
        assert_eq!((0..6).map(row).collect::<Vec<_>>(), ["5", "1", "10", "1", "15", "3"]);
    }
}
