//! Work line by line: a start, the lines a learner writes under it, and what each of them is: right by any path, wrong
//! by a slip that leads to it, or no step at all. A line is judged by what it says, never by how it was found, so a
//! shorter or longer way is as good as the one in a book.

pub mod moves;
pub mod say;
pub mod slips;
pub mod worth;

#[cfg(test)]
mod tests;

pub use moves::Step;
pub use slips::Slip;

use crate::notation::algebra::{form, same_form};
use crate::notation::expr::Relation;
use crate::notation::{DecimalMark, Dialect, Expr, Style, Unreadable, algebra};
use crate::num::Rational;
use worth::{Poly, Worth};

/// Lines that one answer may have.
pub const MAX_LINES: usize = 16;
/// Between the lines of a recorded answer.
pub const BETWEEN: &str = "; ";
/// Before a line that is the learner's own note: it is never judged.
pub const SCRATCH: char = '#';
/// Before a line that was found wrong and written anew.
pub const STRUCK: char = '~';

/// What is to be worked out, and how far.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub kind: Kind,
    pub start: Vec<Expr>,
    /// The start stands there as a first line; otherwise the learner finds it in the words of the question.
    pub shown: bool,
    claims: Vec<Claim>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The letter stands alone at the end. With a whole, rows such as `10% = 8` are true or false of it.
    Equation {
        letter: String,
        whole: Option<Rational>,
    },
    Inequality {
        letter: String,
    },
    /// Two equations; both letters stand alone at the end.
    System {
        letters: Vec<String>,
    },
    Expression {
        until: Until,
    },
    /// One number at the end; in lowest terms, or just one.
    Number {
        lowest: bool,
    },
    /// One amount in this unit at the end.
    Amount {
        unit: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// No brackets, and like terms together.
    Expanded,
    Factored,
}

/// What a line says. Lines that say the same follow from each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// The letter is, or is less than, ... this.
    Bound(Rational, Relation),
    /// True, or false, whatever the letter is.
    Truth(bool),
    /// Coefficients in the order of the letters, then the number, scaled so that the first is 1.
    Linear(Vec<Rational>),
    Worth(Worth),
    /// In the unit of the work; whether a unit was written.
    Amount(Rational, bool),
}

/// Why a line cannot be judged. It is no attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Unreadable(Unreadable),
    /// No sign of equality, where there must be one.
    NoEquation,
    /// Not in the letters of the work, or in others besides.
    OtherLetter,
    /// An equation for an inequality, or the other way round.
    OtherSign,
    /// A unit is missing, or it measures something else.
    Unit,
    /// Nothing that this kind of work consists of.
    Other,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It follows; these steps lead to it.
    Right(Vec<Step>),
    /// It follows, and nothing is left to do.
    Done(Vec<Step>),
    /// A true calculation beside the work.
    Aside,
    /// It says what an earlier line says, in the same words.
    Same,
    /// It does not follow. `by` are the slips that lead to it.
    Wrong {
        by: Vec<Slip>,
    },
    Unfit(Unfit),
}

impl Verdict {
    pub fn is_right(&self) -> bool {
        matches!(self, Self::Right(_) | Self::Done(_) | Self::Aside | Self::Same)
    }
}

/// One line as it stands on the paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Judged(Verdict),
    Scratch,
    /// Found wrong before, by these slips.
    Struck(Vec<Slip>),
    /// After a wrong line nothing is judged.
    Open,
}

impl Work {
    /// Nothing where the start is not work of a known kind.
    ///
    /// `start` is as it would be typed, with a point as the decimal mark. `unit` and `whole` say that it is a
    /// conversion or a percentage; `until` how far an expression is brought: `expanded`, `factored`, `lowest`.
    pub fn of(
        start: &[String],
        until: &str,
        unit: &str,
        whole: Option<Rational>,
        shown: bool,
    ) -> Option<Self> {
        let style = Style::school(DecimalMark::Point);
        let style = if unit.is_empty() { style } else { style.with_units() };
        let start: Vec<Expr> =
            start.iter().map(|line| crate::notation::parse(line, style).ok()).collect::<Option<_>>()?;
        let mut letters: Vec<String> = start.iter().flat_map(Expr::names).collect();
        letters.sort();
        letters.dedup();
        let signs: Vec<Option<Relation>> =
            start.iter().map(|line| worth::sides(line).map(|(_, sign, _)| sign)).collect();
        let kind = match (&signs[..], &letters[..]) {
            _ if !unit.is_empty() => Kind::Amount { unit: unit.into() },
            ([Some(Relation::Equal)], [letter]) => Kind::Equation { letter: letter.clone(), whole },
            ([Some(sign)], [letter]) if is_order(*sign) => Kind::Inequality { letter: letter.clone() },
            ([Some(Relation::Equal), Some(Relation::Equal)], [_, _]) => Kind::System { letters },
            ([None], []) => Kind::Number { lowest: until == "lowest" },
            ([None], [_, ..]) => {
                let until = if until == "factored" { Until::Factored } else { Until::Expanded };
                Kind::Expression { until }
            }
            _ => return None,
        };
        let mut work = Self { kind, start, shown, claims: Vec::new() };
        work.claims = work.start.iter().map(|line| work.claim(line).ok()).collect::<Option<_>>()?;
        let solvable = match &work.kind {
            Kind::Equation { .. } | Kind::Inequality { .. } => matches!(work.claims[..], [Claim::Bound(..)]),
            Kind::System { .. } => work.solution().is_some(),
            _ => true,
        };
        solvable.then_some(work)
    }

    fn style(&self, mark: DecimalMark) -> Style {
        match self.kind {
            Kind::Amount { .. } => Style::school(mark).with_units(),
            _ => Style::school(mark),
        }
    }

    /// A typed line. An `=` before it goes on from the line above.
    pub fn read(&self, line: &str, mark: DecimalMark) -> Result<Expr, Unfit> {
        let own = line.trim();
        let going_on = match self.kind {
            Kind::Expression { .. } | Kind::Number { .. } | Kind::Amount { .. } => own.strip_prefix('='),
            _ => None,
        };
        let read = crate::notation::parse(going_on.unwrap_or(own), self.style(mark));
        let read = read.map_err(Unfit::Unreadable)?;
        Ok(match read {
            // `= 5 × 4 = 20` is one chain from the start on, not a calculation beside it.
            Expr::Relation(first, mut rest) if going_on.is_some() => {
                rest.insert(0, (Relation::Equal, *first));
                Expr::Relation(Box::new(self.start[0].clone()), rest)
            }
            other => other,
        })
    }

    /// The values of the letters, in their order, of a system with exactly one solution.
    pub fn solution(&self) -> Option<[Rational; 2]> {
        let [Claim::Linear(first), Claim::Linear(second)] = &self.claims[..] else { return None };
        solved(first, second)
    }

    /// What a line says in this kind of work.
    pub fn claim(&self, line: &Expr) -> Result<Claim, Unfit> {
        match &self.kind {
            Kind::Equation { letter, whole } => {
                let (left, sign, right) = worth::sides(line).ok_or(Unfit::NoEquation)?;
                if sign != Relation::Equal {
                    return Err(Unfit::OtherSign);
                }
                if let (Some(whole), Expr::Percent(share)) = (whole, left)
                    && let Some((share, part)) = worth::value(share).zip(worth::value(right))
                {
                    let hundredths = share.times(*whole).and_then(|all| all.over(Rational::integer(100)));
                    return Ok(Claim::Truth(hundredths == Some(part)));
                }
                bound(left, sign, right, letter)
            }
            Kind::Inequality { letter } => {
                let (left, sign, right) = worth::sides(line).ok_or(Unfit::NoEquation)?;
                if sign == Relation::Equal && worth::has_letters(line) || sign == Relation::NotEqual {
                    return Err(Unfit::OtherSign);
                }
                bound(left, sign, right, letter)
            }
            Kind::System { letters } => {
                let (left, sign, right) = worth::sides(line).ok_or(Unfit::NoEquation)?;
                if sign != Relation::Equal {
                    return Err(Unfit::OtherSign);
                }
                if line.names().iter().any(|name| !letters.contains(name)) {
                    return Err(Unfit::OtherLetter);
                }
                linear(left, right, letters)
            }
            Kind::Expression { .. } | Kind::Number { .. } => {
                if matches!(line, Expr::Relation(..)) {
                    return Err(Unfit::Other);
                }
                let known = |name: &String| self.start.iter().any(|start| start.names().contains(name));
                if !line.names().iter().all(known) {
                    return Err(Unfit::OtherLetter);
                }
                Worth::of(line).map(Claim::Worth).ok_or(Unfit::Other)
            }
            Kind::Amount { unit } => {
                let (n, has) = worth::amount(line, unit).ok_or(Unfit::Unit)?;
                Ok(Claim::Amount(n, has))
            }
        }
    }

    /// Judges one line that was written under these right ones.
    pub fn judge(&self, before: &[Expr], line: &Expr) -> Verdict {
        let verdict = match &self.kind {
            Kind::Expression { .. } | Kind::Number { .. } | Kind::Amount { .. } => {
                self.judge_chain(before, line)
            }
            Kind::System { .. } => self.judge_system(before, line),
            _ => match self.claim(line) {
                Err(unfit) => Verdict::Unfit(unfit),
                Ok(claim) if claim == self.claims[0] => self.followed(before, line),
                Ok(Claim::Truth(true)) if self.is_row(line) || !worth::has_letters(line) => Verdict::Aside,
                Ok(Claim::Truth(true)) => Verdict::Same,
                Ok(claim) => self.wrong(before, line, &claim),
            },
        };
        match verdict {
            Verdict::Right(_) if self.repeats(before, line) => Verdict::Same,
            verdict => verdict,
        }
    }

    /// A row of a table of percentages.
    fn is_row(&self, line: &Expr) -> bool {
        matches!(&self.kind, Kind::Equation { whole: Some(_), .. })
            && matches!(worth::sides(line), Some((Expr::Percent(_), ..)))
    }

    fn repeats(&self, before: &[Expr], line: &Expr) -> bool {
        let start = self.start.iter().filter(|_| self.shown);
        start.chain(before).any(|earlier| is_repeated(earlier, line))
    }

    fn followed(&self, before: &[Expr], line: &Expr) -> Verdict {
        let steps = moves::recognised(self, self.above(before), line);
        if self.is_done(before, line) { Verdict::Done(steps) } else { Verdict::Right(steps) }
    }

    /// The line that the next one is written under.
    pub fn above<'a>(&'a self, before: &'a [Expr]) -> &'a Expr {
        let own = before.iter().rev().find(|line| !self.is_beside(line));
        own.map_or(&self.start[0], |line| self.last_of_chain(line).unwrap_or(line))
    }

    /// Whether a right line is a calculation beside the work.
    fn is_beside(&self, line: &Expr) -> bool {
        match self.claim(line) {
            Ok(Claim::Truth(_)) => true,
            Err(_) => !matches!(line, Expr::Relation(..)) || self.last_of_chain(line).is_none(),
            Ok(_) => false,
        }
    }

    /// The last part of a chain that goes on from the start.
    fn last_of_chain<'a>(&self, line: &'a Expr) -> Option<&'a Expr> {
        let Expr::Relation(first, rest) = line else { return None };
        let goes_on = self.claim(first).ok().as_ref() == self.claims.first();
        rest.last().map(|(_, last)| last).filter(|_| goes_on)
    }

    /// `a = b = c`: each part says the same, or the first that does not is wrong.
    fn judge_chain(&self, before: &[Expr], line: &Expr) -> Verdict {
        let Expr::Relation(first, rest) = line else { return self.judge_value(before, line) };
        if rest.iter().any(|(sign, _)| *sign != Relation::Equal) {
            return Verdict::Unfit(Unfit::OtherSign);
        }
        let first_claim = match self.claim(first) {
            Ok(claim) => claim,
            Err(unfit) => return Verdict::Unfit(unfit),
        };
        let mut last: &Expr = first;
        for (_, side) in rest {
            match self.claim(side) {
                Err(unfit) => return Verdict::Unfit(unfit),
                Ok(claim) if claim != first_claim => {
                    let from = if *last == self.start[0] { self.above(before) } else { last };
                    return Verdict::Wrong { by: slips::leading(self, &[from], side, &claim) };
                }
                Ok(_) => last = side,
            }
        }
        if first_claim != self.claims[0] {
            // The first part goes on from above and went astray, or it is a true calculation of its own.
            let above = self.above(before);
            let by = slips::leading(self, &[above], first, &first_claim);
            let strayed = !by.is_empty() && matches!(rest.last(), Some((_, end)) if self.is_end(end));
            return if strayed { Verdict::Wrong { by } } else { Verdict::Aside };
        }
        let steps = moves::recognised(self, self.above(before), last);
        if self.is_end(last) { Verdict::Done(steps) } else { Verdict::Right(steps) }
    }

    fn judge_value(&self, before: &[Expr], line: &Expr) -> Verdict {
        match self.claim(line) {
            Err(unfit) => Verdict::Unfit(unfit),
            Ok(claim) if claim == self.claims[0] => self.followed(before, line),
            // The right number without its unit is advice, not a miss.
            Ok(Claim::Amount(n, false)) if matches!(self.claims[0], Claim::Amount(right, true) if right == n) => {
                Verdict::Unfit(Unfit::Unit)
            }
            Ok(claim) => self.wrong(before, line, &claim),
        }
    }

    fn judge_system(&self, before: &[Expr], line: &Expr) -> Verdict {
        let parts: &[Expr] = match line {
            Expr::And(parts) => parts,
            one => std::slice::from_ref(one),
        };
        for part in parts {
            match self.claim(part) {
                Err(unfit) => return Verdict::Unfit(unfit),
                Ok(Claim::Truth(true)) if parts.len() == 1 => {
                    return if worth::has_letters(part) { Verdict::Same } else { Verdict::Aside };
                }
                Ok(claim) if self.holds(&claim) => {}
                Ok(claim) => return self.wrong(before, part, &claim),
            }
        }
        self.followed(before, line)
    }

    /// Whether the solution of the system satisfies it.
    fn holds(&self, claim: &Claim) -> bool {
        let holds = |of: &[Rational]| {
            let [x, y] = self.solution()?;
            of[0].times(x)?.plus(of[1].times(y)?)?.plus(of[2])
        };
        match claim {
            Claim::Truth(truth) => *truth,
            Claim::Linear(of) => holds(of) == Some(Rational::ZERO),
            _ => false,
        }
    }

    fn wrong(&self, before: &[Expr], line: &Expr, claim: &Claim) -> Verdict {
        let mut known: Vec<&Expr> = match self.kind {
            // Any two lines of a system may be put together.
            Kind::System { .. } => self.start.iter().chain(before).collect(),
            _ => vec![self.above(before)],
        };
        known.reverse();
        Verdict::Wrong { by: slips::leading(self, &known, line, claim) }
    }

    fn is_done(&self, before: &[Expr], line: &Expr) -> bool {
        match &self.kind {
            Kind::Equation { letter, .. } | Kind::Inequality { letter } => alone(line, letter),
            Kind::System { letters } => {
                let mut all: Vec<&Expr> = before.iter().collect();
                match line {
                    Expr::And(parts) => all.extend(parts),
                    one => all.push(one),
                }
                letters.iter().all(|letter| all.iter().any(|line| alone(line, letter)))
            }
            _ => self.is_end(line),
        }
    }

    /// Whether an expression, a number or an amount needs no more work.
    fn is_end(&self, end: &Expr) -> bool {
        match &self.kind {
            Kind::Expression { until: Until::Expanded } => is_collected(end),
            Kind::Expression { until: Until::Factored } => {
                let budget = algebra::Budget::new();
                form::factored(end, None, budget.scope(Dialect::School))
            }
            Kind::Number { lowest: true } => is_number(end) && form::lowest_numbers(end),
            Kind::Number { lowest: false } => is_number(end),
            Kind::Amount { unit } => match end {
                Expr::Quantity(parts) => match &parts[..] {
                    [(n, own)] => {
                        let same =
                            |own: &str| worth::like(own, unit) && worth::size(own) == worth::size(unit);
                        matches!(&own.0[..], [(name, 1)] if same(name)) && is_number(n)
                    }
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// The last line of a good solution, as it would be typed; two lines of a system.
    pub fn result(&self) -> Vec<Expr> {
        let alone = |letter: &String, sign: Relation, n: Rational| {
            worth::relation(Expr::name(letter), sign, Expr::rational(n))
        };
        match (&self.kind, &self.claims[0]) {
            (Kind::Equation { letter, .. } | Kind::Inequality { letter }, Claim::Bound(n, sign)) => {
                vec![alone(letter, *sign, *n)]
            }
            (Kind::System { letters }, _) => {
                let values = self.solution().into_iter().flatten();
                letters.iter().zip(values).map(|(letter, n)| alone(letter, Relation::Equal, n)).collect()
            }
            (Kind::Expression { until: Until::Factored }, Claim::Worth(worth)) => {
                moves::factored(&worth.above).into_iter().collect()
            }
            (Kind::Expression { .. }, Claim::Worth(worth)) => vec![worth.above.expr()],
            (Kind::Number { .. }, Claim::Worth(worth)) => {
                worth.as_number().map(Expr::rational).into_iter().collect()
            }
            (Kind::Amount { unit }, Claim::Amount(n, _)) => vec![slips::quantity(*n, unit)],
            _ => Vec::new(),
        }
    }

    /// The recorded form of a good solution's end.
    pub fn result_typed(&self) -> String {
        self.result().iter().map(ToString::to_string).collect::<Vec<_>>().join(BETWEEN)
    }

    /// Every line of an answer with its mark, and the right ones as they were read.
    pub fn marks(&self, response: &str, mark: DecimalMark) -> Vec<(String, Mark)> {
        let mut right: Vec<Expr> = Vec::new();
        let (mut all, mut over) = (Vec::new(), false);
        for text in lines_of(response).take(MAX_LINES) {
            let judged = match text.chars().next() {
                Some(SCRATCH) => Mark::Scratch,
                Some(STRUCK) => {
                    let read = self.read(text.trim_start_matches(STRUCK), mark);
                    let by = match read.map(|line| self.judge(&right, &line)) {
                        Ok(Verdict::Wrong { by }) => by,
                        _ => Vec::new(),
                    };
                    Mark::Struck(by)
                }
                _ if over => Mark::Open,
                _ => match self.read(text, mark) {
                    Err(unfit) => {
                        over = true;
                        Mark::Judged(Verdict::Unfit(unfit))
                    }
                    Ok(line) => {
                        let verdict = self.judge(&right, &line);
                        over = !verdict.is_right();
                        if !over {
                            right.push(line);
                        }
                        Mark::Judged(verdict)
                    }
                },
            };
            all.push((text.to_string(), judged));
        }
        all
    }

    /// The right lines of an answer, in order.
    pub fn right_lines(&self, response: &str, mark: DecimalMark) -> Vec<Expr> {
        let marks = self.marks(response, mark);
        let right = |(text, judged): &(String, Mark)| match judged {
            Mark::Judged(verdict) if verdict.is_right() => self.read(text, mark).ok(),
            _ => None,
        };
        marks.iter().filter_map(right).collect()
    }
}

/// The same in the same words; sides that have changed places are a step.
fn is_repeated(a: &Expr, b: &Expr) -> bool {
    match (worth::sides(a), worth::sides(b)) {
        (Some((left, sign, right)), Some((other_left, other, other_right))) => {
            sign == other && same_form::same(left, other_left) && same_form::same(right, other_right)
        }
        _ => same_form::same(a, b),
    }
}

/// The lines of an answer; empty ones are none.
pub fn lines_of(response: &str) -> impl Iterator<Item = &str> {
    response.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty())
}

fn is_order(sign: Relation) -> bool {
    !matches!(sign, Relation::Equal | Relation::NotEqual)
}

/// What an equation or inequality in one letter says.
fn bound(left: &Expr, sign: Relation, right: &Expr, letter: &str) -> Result<Claim, Unfit> {
    let (left, right) = (Worth::of(left).ok_or(Unfit::Other)?, Worth::of(right).ok_or(Unfit::Other)?);
    let cross = |a: &Worth, b: &Worth| a.above.times(&b.below);
    let off = cross(&left, &right).zip(cross(&right, &left)).and_then(|(a, b)| a.minus(&b));
    let off = off.ok_or(Unfit::Other)?;
    if off.0.iter().any(|(letters, _)| letters.chars().any(|own| !letter.starts_with(own))) {
        return Err(Unfit::OtherLetter);
    }
    if let Some(n) = off.as_number() {
        return Ok(Claim::Truth(match sign {
            Relation::Equal => n == Rational::ZERO,
            Relation::NotEqual => n != Rational::ZERO,
            Relation::Less => n < Rational::ZERO,
            Relation::AtMost => n <= Rational::ZERO,
            Relation::Greater => n > Rational::ZERO,
            Relation::AtLeast => n >= Rational::ZERO,
        }));
    }
    if off.degree() != 1 {
        return Err(Unfit::Other);
    }
    let slope = off.of_letters(letter);
    let root = off.of_letters("").negated().and_then(|n| n.over(slope)).ok_or(Unfit::Other)?;
    // A letter below a bar: what is multiplied by has no sign of its own, so only equations go so far.
    if sign != Relation::Equal && (left.below.as_number().is_none() || right.below.as_number().is_none()) {
        return Err(Unfit::Other);
    }
    Ok(Claim::Bound(root, if slope < Rational::ZERO { sign.flipped() } else { sign }))
}

fn linear(left: &Expr, right: &Expr, letters: &[String]) -> Result<Claim, Unfit> {
    let poly = |side: &Expr| Worth::of(side).and_then(Worth::poly).ok_or(Unfit::Other);
    let off = poly(left)?.minus(&poly(right)?).ok_or(Unfit::Other)?;
    if let Some(n) = off.as_number() {
        return Ok(Claim::Truth(n == Rational::ZERO));
    }
    if off.degree() != 1 {
        return Err(Unfit::Other);
    }
    let mut all: Vec<Rational> = letters.iter().map(|letter| off.of_letters(letter)).collect();
    all.push(off.of_letters(""));
    let first = all.iter().copied().find(|n| *n != Rational::ZERO).unwrap_or(Rational::ONE);
    let scaled = all.into_iter().map(|n| n.over(first)).collect::<Option<_>>();
    scaled.map(Claim::Linear).ok_or(Unfit::Other)
}

/// Cramer's rule.
fn solved(a: &[Rational], b: &[Rational]) -> Option<[Rational; 2]> {
    let minor = |j: usize, k: usize| a[j].times(b[k])?.minus(a[k].times(b[j])?);
    let det = minor(0, 1).filter(|det| *det != Rational::ZERO)?;
    Some([minor(1, 2)?.over(det)?, minor(2, 0)?.over(det)?])
}

/// The letter on one side, one number on the other.
fn alone(line: &Expr, letter: &str) -> bool {
    let is = |side: &Expr| matches!(side, Expr::Name(name) if name == letter);
    let Some((left, _, right)) = worth::sides(line) else { return false };
    is(left) && is_number(right) || is(right) && is_number(left)
}

/// One number as it is written at the end: a fraction may be left in any terms, but not a division that comes out.
pub(super) fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::Negative(inside) => is_number(inside) && !matches!(**inside, Expr::Negative(_)),
        Expr::Quotient(..) => worth::number(expr).is_some_and(|n| n.den() != 1),
        Expr::Number(_) => true,
        Expr::Mixed(_, num, den) => {
            num.parse::<u64>().ok().zip(den.parse().ok()).is_some_and(|(num, den)| num < den)
        }
        _ => false,
    }
}

/// A sum of single terms, no two of them alike.
fn is_collected(expr: &Expr) -> bool {
    let terms = worth::terms(expr);
    let worth = |term: &Expr| Worth::of(term).and_then(Worth::poly);
    let mut seen: Vec<String> = Vec::new();
    terms.iter().all(|term| {
        let Some(Poly(one)) = worth(term) else { return false };
        let [(letters, _)] = &one[..] else { return false };
        let fresh = !seen.contains(letters);
        seen.push(letters.clone());
        fresh && is_single(term)
    })
}

/// One number, and each letter once.
fn is_single(term: &Expr) -> bool {
    let factors = match term {
        Expr::Negative(inside) if !matches!(**inside, Expr::Negative(_)) => return is_single(inside),
        Expr::Product(factors) => &factors[..],
        Expr::Quotient(num, den) if matches!(**den, Expr::Number(_)) => {
            return is_single(num) && !(is_number(num) && worth::number(term).is_some_and(|n| n.den() == 1));
        }
        one => std::slice::from_ref(one),
    };
    let mut names: Vec<String> = factors.iter().flat_map(Expr::names).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    let numbers = factors.iter().filter(|factor| !worth::has_letters(factor)).count();
    let plain = |factor: &Expr| match factor {
        Expr::Power(base, exponent) => matches!((&**base, &**exponent), (Expr::Name(_), Expr::Number(_))),
        Expr::Name(_) => true,
        other => is_number(other),
    };
    names.len() == all && numbers <= 1 && factors.iter().all(plain)
}
