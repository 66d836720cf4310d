//! Column arithmetic. Cells: the digits of the result from left to right (and the remainder), then the learner's
//! marks and working, row by row. The result is typed, and of two whole numbers with bars between the marks and the
//! working: `246 | 3 9 12`. After a miss the first wrong cell is marked, as long as it stands there unchanged.

use super::hand::Hand;
use super::sheet::{Cell, Entry, Sheet, Square};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{ColumnOp, Columns};
use crate::content::more::cells::{self, Paper, Place, say};
use crate::content::more::columns::{self, Op};
use crate::num::Rational;
use crate::view::{text, words};

/// One square of the paper.
#[derive(Clone, Debug)]
enum Spot {
    Empty,
    Fixed(char),
    /// A place for a digit of the result.
    Result(usize),
    /// A place for a small mark or a digit of the working: which row of it.
    Work(usize, usize),
    Remainder(usize),
}

/// The squares, and what stands in each cell when it is worked out.
struct Layout {
    rows: Vec<(&'static str, Vec<Spot>)>,
    worked: Vec<String>,
    remainder: String,
    /// Cells of the result.
    digits: usize,
}

impl Columns {
    fn answer(&self) -> Rational {
        let [a, b] = [self.numbers[0], self.numbers[1]];
        let result = match self.op {
            ColumnOp::Plus => self.numbers.iter().try_fold(Rational::ZERO, |sum, number| sum.plus(*number)),
            ColumnOp::Minus => a.minus(b),
            ColumnOp::Times => a.times(b),
            ColumnOp::Over => a.over(b).map(|quotient| Rational::integer(quotient.floor())),
        };
        result.unwrap_or(Rational::ZERO)
    }

    fn layout(&self) -> Layout {
        if self.op == ColumnOp::Over { self.division() } else { self.stacked() }
    }

    fn stacked(&self) -> Layout {
        let numbers: Vec<String> = self.numbers.iter().map(|number| self.written(*number)).collect();
        let result = self.written(self.answer());
        let width = numbers.iter().chain([&result]).map(String::len).max().unwrap_or(1);
        let point = (self.places > 0).then(|| width - 1 - usize::from(self.places));
        let column = |k: usize| point != Some(k);
        let digits = (0..width).filter(|k| column(*k)).count();

        let mut layout = Layout { rows: Vec::new(), worked: Vec::new(), remainder: String::new(), digits };
        layout.worked.extend(
            padded(&result, width).into_iter().enumerate().filter(|(k, _)| column(*k)).map(|(_, c)| one(c)),
        );
        let mut work = 0;
        let mut row_of_work = |layout: &mut Layout, class: &'static str, worked: &[String]| {
            let cells = (0..width).map(|k| {
                if !column(k) {
                    return Spot::Empty;
                }
                layout.worked.push(worked.get(k).cloned().unwrap_or_default());
                Spot::Work(layout.worked.len() - 1, work)
            });
            let row: Vec<Spot> = std::iter::once(Spot::Empty).chain(cells).collect();
            layout.rows.push((class, row));
            work += 1;
        };

        row_of_work(&mut layout, "marks", &self.marks(width));
        for (k, number) in numbers.iter().enumerate() {
            let last = k + 1 == numbers.len();
            let sign =
                if last { Spot::Fixed(self.op.sign().chars().next().unwrap_or('+')) } else { Spot::Empty };
            let fixed = padded(number, width).into_iter().map(fixed);
            layout.rows.push((if last { "under" } else { "" }, std::iter::once(sign).chain(fixed).collect()));
        }
        let factors = numbers[1].len();
        if self.op == ColumnOp::Times && factors > 1 {
            for (k, digit) in numbers[1].chars().rev().enumerate() {
                let product =
                    Rational::integer(i64::from(digit.to_digit(10).unwrap_or(0)) * 10i64.pow(k as u32));
                let product =
                    self.numbers[0].times(product).map_or(String::new(), |product| product.to_string());
                row_of_work(
                    &mut layout,
                    if k + 1 == factors { "under" } else { "" },
                    &padded(&product, width).into_iter().map(one).collect::<Vec<_>>(),
                );
            }
        }
        let mut next = 0;
        let cells = (0..width).map(|k| {
            if !column(k) {
                return Spot::Fixed('.');
            }
            next += 1;
            Spot::Result(next - 1)
        });
        layout.rows.push(("result", std::iter::once(Spot::Empty).chain(cells).collect()));
        layout
    }

    /// What is carried over a column, or what its upper digit becomes after trading.
    fn marks(&self, width: usize) -> Vec<String> {
        let rows: Vec<Vec<char>> =
            self.numbers.iter().map(|number| padded(&self.written(*number), width)).collect();
        let digit = |row: usize, k: usize| rows[row][k].to_digit(10).unwrap_or(0);
        let mut marks = vec![String::new(); width];
        if self.op == ColumnOp::Minus {
            let mut upper: Vec<u32> = (0..width).map(|k| digit(0, k)).collect();
            for k in (0..width).rev() {
                let Some(from) =
                    (0..k).rev().find(|from| upper[*from] > 0 && rows[0][*from].is_ascii_digit())
                else {
                    continue;
                };
                if upper[k] % 10 >= digit(1, k) && upper[k] < 10 || !rows[0][k].is_ascii_digit() {
                    continue;
                }
                if upper[k] < digit(1, k) {
                    upper[from] -= 1;
                    (from + 1..k)
                        .filter(|between| rows[0][*between].is_ascii_digit())
                        .for_each(|between| upper[between] = 9);
                    upper[k] += 10;
                }
            }
            for k in 0..width {
                if upper[k] != digit(0, k) {
                    marks[k] = upper[k].to_string();
                }
            }
        } else if self.op == ColumnOp::Plus || rows[1].iter().filter(|c| c.is_ascii_digit()).count() == 1 {
            let mut carry = 0;
            for k in (0..width).rev().filter(|k| rows.iter().any(|row| row[*k] != '.')) {
                if carry > 0 {
                    marks[k] = carry.to_string();
                }
                let column = match self.op {
                    ColumnOp::Plus => (0..rows.len()).map(|row| digit(row, k)).sum::<u32>(),
                    _ => digit(0, k) * digit(1, width - 1),
                };
                carry = (column + carry) / 10;
            }
        }
        marks
    }

    fn division(&self) -> Layout {
        let (dividend, divisor) = (self.numbers[0].to_string(), self.numbers[1].to_string());
        let (width, before) = (dividend.len(), divisor.len() + 1);
        let quotient = padded(&self.answer().to_string(), width);
        let mut layout = Layout {
            rows: Vec::new(),
            worked: quotient.into_iter().map(one).collect(),
            remainder: String::new(),
            digits: width,
        };
        let side = || vec![Spot::Empty; before];
        let mut top = side();
        top.extend((0..width).map(Spot::Result));
        top.extend([Spot::Fixed('R'), Spot::Remainder(width)]);
        // The remainder is a cell as well, of more than one digit.
        layout.worked.push(String::new());
        let steps = division_steps(&dividend, self.numbers[1].num());
        let last = steps.last().map_or(0, |(_, _, rest)| *rest);
        layout.remainder = if last > 0 { last.to_string() } else { String::new() };
        layout.rows.push(("quotient", top));
        let mut row: Vec<Spot> = divisor.chars().map(fixed).collect();
        row.push(Spot::Fixed(')'));
        row.extend(dividend.chars().map(fixed));
        layout.rows.push(("dividend", row));
        let most = width.min(4);
        for k in 0..most {
            let step = steps.get(k);
            let product = step.map(|(end, product, _)| right_at(&product.to_string(), *end, width));
            let rest = step.map(|(end, _, rest)| match dividend.as_bytes().get(*end) {
                // The next digit is brought down beside what is left.
                Some(down) => right_at(&format!("{rest}{}", char::from(*down)), end + 1, width),
                None => right_at(&rest.to_string(), *end, width),
            });
            for (half, digits) in [(0, product), (1, rest)] {
                let mut row = side();
                for column in 0..width {
                    layout
                        .worked
                        .push(digits.as_ref().map_or_else(String::new, |digits| one(digits[column])));
                    row.push(Spot::Work(layout.worked.len() - 1, 2 * k + half));
                }
                layout.rows.push((if half == 0 { "working under" } else { "working" }, row));
            }
        }
        layout
    }
}

/// Where each step of a long division ends, what is taken away there and what is left.
fn division_steps(dividend: &str, divisor: i64) -> Vec<(usize, i64, i64)> {
    let (mut rest, mut steps) = (0i64, Vec::new());
    for (k, digit) in dividend.chars().enumerate() {
        let now = rest * 10 + i64::from(digit.to_digit(10).unwrap_or(0));
        rest = now % divisor.max(1);
        if now >= divisor || !steps.is_empty() {
            steps.push((k + 1, now - rest, rest));
        }
    }
    steps
}

/// A digit, or nothing where none stands.
fn one(c: char) -> String {
    if c == ' ' { String::new() } else { c.to_string() }
}

fn fixed(c: char) -> Spot {
    if c == ' ' { Spot::Empty } else { Spot::Fixed(c) }
}

fn padded(number: &str, width: usize) -> Vec<char> {
    right_at(number, width, width)
}

/// Digits that end before this column.
fn right_at(digits: &str, end: usize, width: usize) -> Vec<char> {
    let mut row = vec![' '; width];
    for (k, c) in digits.chars().rev().enumerate() {
        if let Some(place) = end.checked_sub(k + 1) {
            row[place] = c;
        }
    }
    row
}

impl Columns {
    /// The calculation of two whole numbers, whose every cell is typed and judged.
    fn sum(&self) -> Option<columns::Columns> {
        let [top, bottom] = self.numbers[..] else { return None };
        if self.places > 0 {
            return None;
        }
        let op = match self.op {
            ColumnOp::Plus => Op::Plus,
            ColumnOp::Minus => Op::Minus,
            ColumnOp::Times => Op::Times,
            ColumnOp::Over => Op::Over,
        };
        columns::Columns::new(op, top.as_integer()?, bottom.as_integer()?)
    }

    /// Which cell of the hand stands in this place.
    fn cell(&self, place: Place, digits: usize) -> Option<usize> {
        let over = self.op == ColumnOp::Over;
        // Behind the digits stand the marks; of a division the remainder, and nothing else.
        let working = digits + if over { 1 } else { digits };
        let across = |k: usize| digits.checked_sub(k + 1);
        match place {
            Place::Result(k) => across(k),
            Place::Row(r, k) => Some(working + r * digits + across(k)?),
            Place::Rest => over.then_some(digits),
        }
    }

    /// What stands in the cells.
    fn paper(&self, hand: &Hand) -> Paper {
        let layout = self.layout();
        let digits = layout.digits;
        let row =
            |from: usize| (from..from + digits).rev().map(|k| hand.cell(k).trim().parse().ok()).collect();
        let working = self.cell(Place::Row(0, digits - 1), digits).unwrap_or(layout.worked.len());
        Paper {
            result: row(0),
            rest: self.cell(Place::Rest, digits).and_then(|rest| hand.cell(rest).trim().parse().ok()),
            marks: if self.op == ColumnOp::Over { Vec::new() } else { row(digits) },
            rows: (working..layout.worked.len()).step_by(digits).map(row).collect(),
        }
    }

    /// The first wrong cell of a checked answer, with what stands there.
    fn wrong(&self, checked: &str) -> Option<(usize, String)> {
        let slip = cells::first_wrong(&self.sum()?, &Paper::read(checked))?;
        let cell = self.cell(slip.place, self.layout().digits)?;
        Some((cell, slip.written.map_or_else(String::new, |written| written.to_string())))
    }
}

impl Tool for Columns {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        let layout = self.layout();
        let digits = layout.digits;
        let mut hand = Hand { slots: Vec::new(), cells: vec![String::new(); layout.worked.len()] };
        let mut put = |cell: Option<usize>, written: Option<String>| {
            if let Some((cell, written)) = cell.zip(written).filter(|(cell, _)| *cell < layout.worked.len()) {
                hand.cells[cell] = written;
            }
        };
        let text = |n: &Option<i64>| n.map(|n| n.to_string());
        if self.sum().is_none() {
            let cells = draft.trim().chars().rev().filter(char::is_ascii_digit).enumerate();
            let is_decimal = draft.trim().chars().all(|c| c.is_ascii_digit() || c == '.');
            cells
                .filter(|_| is_decimal)
                .for_each(|(k, digit)| put(self.cell(Place::Result(k), digits), Some(digit.into())));
            return hand;
        }
        // A quotient begins where the learner puts it: over the digit that it belongs to, the last one over the last.
        let paper = Paper::read(draft);
        if paper.result.len() <= digits {
            let result = paper.result.iter().enumerate();
            result.for_each(|(k, digit)| put(self.cell(Place::Result(k), digits), text(digit)));
            put(self.cell(Place::Rest, digits), text(&paper.rest));
        }
        if self.op != ColumnOp::Over {
            let marks = paper.marks.iter().take(digits).enumerate();
            marks.for_each(|(k, mark)| put((2 * digits).checked_sub(k + 1), text(mark)));
        }
        for (r, row) in paper.rows.iter().enumerate() {
            let row = row.iter().enumerate();
            row.for_each(|(k, digit)| put(self.cell(Place::Row(r, k), digits), text(digit)));
        }
        hand
    }

    fn typed(&self, hand: &Hand) -> String {
        if self.sum().is_some() {
            return self.paper(hand).write();
        }
        let digits = self.layout().digits;
        let written: Vec<&str> = (0..digits).map(|k| hand.cell(k).trim()).collect();
        let first = written.iter().position(|digit| !digit.is_empty()).unwrap_or(digits);
        // A gap means that it is not finished.
        if first == digits || written[first..].iter().any(|digit| digit.is_empty()) {
            return String::new();
        }
        let mut signs: Vec<char> = written[first..].concat().chars().collect();
        let places = usize::from(self.places);
        if places > 0 {
            let missing = (places + 1).saturating_sub(signs.len());
            signs.splice(0..0, std::iter::repeat_n('0', missing));
            signs.insert(signs.len() - places, '.');
        }
        signs.into_iter().collect()
    }

    fn drawn(&self, look: Look) -> Drawn {
        let layout = self.layout();
        let shown = |cell: usize| match &*layout.remainder {
            remainder if self.worked && self.cell(Place::Rest, layout.digits) == Some(cell) => {
                remainder.into()
            }
            _ if self.worked => layout.worked[cell].clone(),
            _ => look.hand.cell(cell).trim().to_string(),
        };
        let wrong = look.checked.and_then(|checked| self.wrong(checked));
        let wrong =
            wrong.filter(|(cell, written)| look.hand.cell(*cell).trim() == written).map(|(cell, _)| cell);
        let mut rows = Vec::new();
        for (class, spots) in &layout.rows {
            // Marks and working are there when somebody works, or when it is shown how.
            let is_empty =
                |spot: &Spot| matches!(spot, Spot::Work(cell, _) if look.hand.cell(*cell).is_empty());
            let is_work = |spot: &Spot| matches!(spot, Spot::Work(..));
            let unused = spots.iter().any(is_work) && spots.iter().filter(|spot| is_work(spot)).all(is_empty);
            if !look.open && !self.worked && unused {
                continue;
            }
            let width = spots.len();
            let mut row = Vec::new();
            for (column, spot) in spots.iter().enumerate() {
                let mut square = self.square(spot, class, width - column - 1, &layout, look, &shown);
                if let Spot::Result(cell) | Spot::Work(cell, _) | Spot::Remainder(cell) = spot
                    && wrong == Some(*cell)
                {
                    square.class = marked_wrong(square.class);
                    if let Cell::Entry(entry) = &mut square.is {
                        entry.wrong = true;
                    }
                }
                row.push(square);
            }
            rows.push(row);
        }
        let told = if look.open { String::new() } else { self.told(&layout, look.locale, &shown) };
        let mut drawn = Drawn::sheet(Sheet { class: "columns", told: Some(told), widths: Vec::new(), rows });
        drawn.note = words::enter_columns(look.locale).into();
        drawn
    }
}

impl Columns {
    fn square(
        &self,
        spot: &Spot,
        class: &'static str,
        column: usize,
        layout: &Layout,
        look: Look,
        shown: &dyn Fn(usize) -> String,
    ) -> Square {
        let locale = look.locale;
        let column = self.column(class, column, locale);
        let (cell, name, most, next) = match spot {
            // Beside a long division no line is drawn.
            Spot::Empty if class.starts_with("working") => return Square::new(Cell::Nothing),
            Spot::Empty => return Square::classed(class, Cell::Nothing),
            Spot::Fixed(c) => {
                let hidden = *c == 'R' && !look.open && layout.remainder.is_empty();
                let words = if hidden { String::new() } else { c.to_string() };
                return Square::classed(
                    if *c == ')' { "bracket" } else { class },
                    Cell::Words(text::words(words)),
                );
            }
            Spot::Result(cell) => {
                // Sums grow from the right, quotients from the left.
                let next = if self.op == ColumnOp::Over { Some(cell + 1) } else { cell.checked_sub(1) };
                (*cell, words::figure_digit(locale, &column), 1, next.filter(|next| *next < layout.digits))
            }
            Spot::Work(cell, _) if class == "marks" => (*cell, words::figure_mark(locale, &column), 2, None),
            Spot::Work(cell, row) => {
                (*cell, words::figure_working(locale, &self.line(*row), &column), 1, None)
            }
            Spot::Remainder(cell) => (*cell, words::figure_remainder(locale).into(), 3, None),
        };
        if look.open {
            let value = look.hand.cell(cell).into();
            return Square::classed(
                class,
                Cell::Entry(Entry { cell, name, value, most, next, wrong: false }),
            );
        }
        Square::classed(class, Cell::Words(text::words(shown(cell))))
    }

    /// What the column with this many to its right is called.
    fn column(&self, class: &str, column: usize, locale: Locale) -> String {
        // A remainder and its sign stand behind the ones of a division.
        let behind = if self.op == ColumnOp::Over && class == "quotient" { 2 } else { 0 };
        let column = column.saturating_sub(behind);
        if self.places == 0 { say::column(locale, column) } else { say::nth_column(locale, column) }
    }

    /// The number of a line of the working: the marks are the first row of work where there are any.
    fn line(&self, row: usize) -> String {
        if self.op == ColumnOp::Over { row + 1 } else { row }.to_string()
    }

    /// What stands there, in the order of its rows, for whoever does not see it.
    fn told(&self, layout: &Layout, locale: Locale, shown: &dyn Fn(usize) -> String) -> String {
        let mut all = String::new();
        let mut tell = |name: &str, value: &str| {
            if value.contains(|c: char| c.is_ascii_digit()) {
                all.push_str(&format!(" {name}: {value}."));
            }
        };
        for (class, spots) in &layout.rows {
            let (mut line, mut digits) = (words::figure_result(locale).to_string(), String::new());
            for (place, spot) in spots.iter().enumerate() {
                match spot {
                    Spot::Work(cell, _) if *class == "marks" => {
                        let column = self.column(class, spots.len() - place - 1, locale);
                        tell(&words::figure_mark(locale, &column), &shown(*cell));
                    }
                    Spot::Work(cell, row) => {
                        line = words::figure_line(locale, &self.line(*row));
                        digits.push_str(&shown(*cell));
                    }
                    Spot::Result(cell) => digits.push_str(&shown(*cell)),
                    Spot::Fixed('.') if *class == "result" => digits.push('.'),
                    Spot::Remainder(_) | Spot::Fixed(_) | Spot::Empty => {}
                }
            }
            tell(&line, &digits);
            if let Some(Spot::Remainder(cell)) = spots.last() {
                tell(words::figure_remainder(locale), &shown(*cell));
            }
        }
        all
    }
}

/// The class of a square that holds the first wrong cell.
fn marked_wrong(class: &'static str) -> &'static str {
    match class {
        "working under" => "working under wrong",
        "working" => "working wrong",
        "under" => "under wrong",
        "result" => "result wrong",
        "quotient" => "quotient wrong",
        _ => "wrong",
    }
}

#[cfg(test)]
mod tests {
    use super::super::Body;
    use super::*;

    fn columns(op: ColumnOp, numbers: &[i64]) -> Columns {
        let numbers = numbers.iter().copied().map(Rational::integer).collect();
        Columns { op, numbers, places: 0, worked: true, enter: true }
    }

    /// The worked layout as text: what stands where.
    fn told(columns: &Columns) -> String {
        let layout = columns.layout();
        let mut all = String::new();
        for (_, row) in &layout.rows {
            let told = |spot: &Spot| match spot {
                Spot::Empty => String::new(),
                Spot::Fixed(c) => c.to_string(),
                Spot::Result(cell) | Spot::Work(cell, _) => layout.worked[*cell].clone(),
                Spot::Remainder(_) => layout.remainder.clone(),
            };
            let line: String = row.iter().map(|spot| format!("{:>3}", told(spot))).collect();
            all.push('|');
            all.push_str(line.trim_end());
            all.push('\n');
        }
        all
    }

    #[test]
    fn digits_stand_under_digits_with_what_is_carried_over_them() {
        let sum = columns(ColumnOp::Plus, &[478, 65]);
        expect_test::expect![[r#"
            |     1  1
            |     4  7  8
            |  +     6  5
            |     5  4  3
        "#]]
        .assert_eq(&told(&sum));
        let times = columns(ColumnOp::Times, &[46, 23]);
        expect_test::expect![[r#"
            |
            |           4  6
            |  ×        2  3
            |        1  3  8
            |        9  2  0
            |     1  0  5  8
        "#]]
        .assert_eq(&told(&times));
    }

    fn heard(columns: &Columns, hand: &Hand, locale: Locale) -> String {
        let look = Look { hand, draft: "", checked: None, open: false, active: None, locale };
        match columns.drawn(look).body {
            Body::Sheet(sheet) => sheet.told.unwrap_or_default(),
            Body::Paper(_) => unreachable!("columns are a sheet"),
        }
    }

    #[test]
    fn whoever_does_not_see_it_hears_what_stands_there() {
        let said = |columns: &Columns| heard(columns, &Hand::default(), Locale::En);
        assert_eq!(
            said(&columns(ColumnOp::Minus, &[402, 156])),
            " Mark over the hundreds column: 3. Mark over the tens column: 9. Mark over the ones column: 12. Result: 246."
        );
        assert_eq!(
            said(&columns(ColumnOp::Times, &[46, 23])),
            " Working, line 1: 138. Working, line 2: 920. Result: 1058."
        );
        assert_eq!(
            said(&columns(ColumnOp::Over, &[87, 4])),
            " Result: 21. Remainder: 3. Working, line 1: 8. Working, line 2: 07. Working, line 3: 4. Working, line 4: 3."
        );
        let asked = Columns { worked: false, ..columns(ColumnOp::Over, &[87, 4]) };
        assert_eq!(said(&asked), "", "nothing was written yet");
        let written = asked.start("21 R 3", Locale::En);
        assert_eq!(heard(&asked, &written, Locale::Es), " Resultado: 21. Residuo: 3.");
    }

    #[test]
    fn a_ten_that_is_traded_across_a_zero_leaves_nines() {
        let minus = columns(ColumnOp::Minus, &[402, 156]);
        expect_test::expect![[r#"
            |     3  9 12
            |     4  0  2
            |  −  1  5  6
            |     2  4  6
        "#]]
        .assert_eq(&told(&minus));
    }

    #[test]
    fn a_long_division_goes_down_step_by_step() {
        let over = columns(ColumnOp::Over, &[87, 4]);
        expect_test::expect![[r#"
            |        2  1  R  3
            |  4  )  8  7
            |        8
            |        0  7
            |           4
            |           3
        "#]]
        .assert_eq(&told(&over));
    }

    #[test]
    fn what_stands_in_the_cells_is_typed_with_its_marks_and_working() {
        let check = |columns: &Columns, cells: &[(usize, &str)], expected: &str| {
            let hand =
                cells.iter().fold(columns.start("", Locale::En), |hand, (k, text)| hand.with_cell(*k, text));
            assert_eq!(columns.typed(&hand), expected, "{cells:?}");
        };
        let minus = columns(ColumnOp::Minus, &[402, 156]);
        check(&minus, &[(2, "6")], "6");
        check(&minus, &[(2, "6"), (0, "2")], "2_6");
        check(&minus, &[(2, "6"), (1, "4"), (0, "2")], "246");
        let over = columns(ColumnOp::Over, &[87, 4]);
        check(&over, &[(0, "2"), (1, "1"), (2, "3")], "21 R 3");
        check(&over, &[(0, "2"), (1, "1")], "21");
        let money = Columns { places: 2, ..columns(ColumnOp::Plus, &[3, 4]) };
        check(&money, &[(2, "5")], "0.05");
        assert_eq!(minus.start("246", Locale::En).cells[..3], ["2", "4", "6"]);
        check(&minus, &[(2, "6"), (1, "4"), (0, "2"), (3, "3"), (5, "12")], "246 | 3 - 12");
        assert_eq!(minus.start("246 | 3 - 12", Locale::En).cells[..6], ["2", "4", "6", "3", "", "12"]);
        assert_eq!(over.start("21 R 3", Locale::En).cells[..3], ["2", "1", "3"]);
        check(&over, &[(0, "2")], "2_");
        check(&over, &[(3, "8"), (5, "0"), (6, "7")], " | - | 8 - | 0 7");
        let kept = over.start("2_ | - | 8 - | 0 7", Locale::En);
        assert_eq!(kept.cells[..7], ["2", "", "", "8", "", "0", "7"]);
        assert_eq!(over.typed(&kept), "2_ | - | 8 - | 0 7");
        let times = columns(ColumnOp::Times, &[46, 23]);
        check(&times, &[(3, "8"), (9, "1"), (10, "3"), (11, "8")], "8 | - | - 1 3 8");
    }

    /// The names of the boxes that are marked as wrong.
    fn marked(columns: &Columns, draft: &str, checked: Option<&str>, locale: Locale) -> Vec<String> {
        let hand = columns.start(draft, locale);
        let look = Look { hand: &hand, draft, checked, open: true, active: None, locale };
        let super::super::Body::Sheet(sheet) = columns.drawn(look).body else { panic!("a sheet") };
        let wrong = sheet.rows.iter().flatten().filter(|square| square.class.contains("wrong"));
        let name = |square: &Square| match &square.is {
            Cell::Entry(entry) if entry.wrong => entry.name.clone(),
            other => panic!("{other:?} cannot be written in"),
        };
        wrong.map(name).collect()
    }

    #[test]
    fn the_first_wrong_cell_is_marked_once_it_was_checked_and_until_it_is_changed() {
        let open = |op, numbers: &[i64]| Columns { worked: false, ..columns(op, numbers) };
        let minus = open(ColumnOp::Minus, &[402, 156]);
        let mine = "156 | 2 10 12";
        assert!(marked(&minus, mine, None, Locale::En).is_empty(), "nothing is judged before");
        assert_eq!(marked(&minus, mine, Some(mine), Locale::En), ["Result, tens column"]);
        assert_eq!(marked(&minus, mine, Some(mine), Locale::Es), ["Resultado, columna de las decenas"]);
        assert_eq!(marked(&minus, "256 | 2 10 12", Some(mine), Locale::En), ["Result, tens column"]);
        assert!(marked(&minus, "146", Some(mine), Locale::En).is_empty(), "it was mended");
        let times = open(ColumnOp::Times, &[46, 23]);
        let mine = "1048 | - | - 1 2 8 | - 9 2 0";
        assert_eq!(marked(&times, mine, Some(mine), Locale::En), ["Working, line 1, tens column"]);
        let over = open(ColumnOp::Over, &[87, 4]);
        let mine = "23 R 3 | - | 8 - | 1 7";
        assert_eq!(marked(&over, mine, Some(mine), Locale::En), ["Working, line 2, tens column"]);
        assert_eq!(marked(&over, "21 R 2", Some("21 R 2"), Locale::En), ["Remainder"]);
        assert_eq!(marked(&over, "31 R 3", Some("31 R 3"), Locale::En), ["Result, tens column"]);
    }
}
