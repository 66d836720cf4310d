//! Where a parameter's value may come from: ranges, lists, words, people, lists drawn and shuffled.

use super::cast::CAST;
use super::expr::{Expr, Fault, MAX_LIST, Scope, Steps, Value};
use super::more::makers::Maker;
use super::wide;
use crate::num::{Rational, SplitMix64};

/// Values in all the ranges of one parameter.
pub const MAX_VALUES: i64 = 100_000;

/// What a parameter is drawn from.
#[derive(Debug)]
pub enum Domain {
    Ranges(Vec<Range>),
    Words(Vec<String>),
    Person,
    /// `5 of 1..8`: so many values, each drawn alone.
    Many(Expr, Vec<Range>),
    /// `shuffle(1..6)`: all values, in a drawn order.
    Shuffle(Vec<Range>),
    /// What is made rather than drawn from a list.
    Made(Option<Expr>, Maker),
}

/// `from..to by step`; a single value has no `to`.
#[derive(Debug)]
pub struct Range {
    from: Expr,
    to: Option<Expr>,
    by: Option<Expr>,
}

/// A range whose bounds are known.
struct Span {
    from: Rational,
    by: Rational,
    count: i64,
}

impl Domain {
    pub fn parse(source: &str) -> Result<Self, Fault> {
        let (lead, text) = trimmed(source, 0);
        if text == "person" {
            return Ok(Self::Person);
        }
        if let Some(inside) = text.strip_prefix("shuffle(").and_then(|rest| rest.strip_suffix(')')) {
            return Ok(Self::Shuffle(ranges(inside, lead + "shuffle(".len())?));
        }
        if let Some(at) = split_at_top(text, " of ").first() {
            let count = parse_at(&text[..*at], lead)?;
            if let Some(maker) = wide::maker(&text[at + 4..], lead + at + 4)? {
                return Ok(Self::Made(Some(count), maker));
            }
            return Ok(Self::Many(count, ranges(&text[at + 4..], lead + at + 4)?));
        }
        if let Some(maker) = wide::maker(text, lead)? {
            return Ok(Self::Made(None, maker));
        }
        Ok(Self::Ranges(ranges(text, lead)?))
    }

    /// Draws a value; `None` when there is none to draw.
    pub fn draw(&self, rng: &mut SplitMix64, scope: &Scope, steps: &Steps) -> Result<Option<Value>, Fault> {
        match self {
            Self::Person => Ok(Some(Value::Person(CAST[rng.below(CAST.len() as u64) as usize]))),
            Self::Words(words) => {
                let word = words.get(rng.below(words.len() as u64) as usize);
                Ok(word.map(|word| Value::text(word)))
            }
            Self::Ranges(ranges) => {
                let spans = spans(ranges, scope, steps)?;
                Ok(drawn(&spans, rng).map(Value::Number))
            }
            Self::Made(None, maker) => wide::make(maker, rng, scope, steps),
            Self::Made(Some(number), maker) => {
                let Some(count) = count(number, scope, steps)? else { return Ok(None) };
                let mut values = Vec::new();
                for _ in 0..count {
                    let Some(value) = wide::make(maker, rng, scope, steps)? else { return Ok(None) };
                    values.push(value);
                }
                Ok(Some(Value::list(values)))
            }
            Self::Many(number, ranges) => {
                let Some(count) = count(number, scope, steps)? else { return Ok(None) };
                let spans = spans(ranges, scope, steps)?;
                let values: Option<Vec<Value>> =
                    (0..count).map(|_| drawn(&spans, rng).map(Value::Number)).collect();
                Ok(values.map(Value::list))
            }
            Self::Shuffle(ranges) => {
                let spans = spans(ranges, scope, steps)?;
                let total: i64 = spans.iter().map(|span| span.count).sum();
                if total == 0 || total > MAX_LIST as i64 {
                    return Ok(None);
                }
                let mut values: Vec<Value> =
                    (0..total).filter_map(|k| member(&spans, k).map(Value::Number)).collect();
                shuffle(&mut values, rng);
                Ok(Some(Value::list(values)))
            }
        }
    }

    /// Every expression in it.
    pub fn exprs(&self) -> Vec<&Expr> {
        let (count, ranges): (Option<&Expr>, &[Range]) = match self {
            Self::Person | Self::Words(_) => (None, &[]),
            Self::Ranges(ranges) | Self::Shuffle(ranges) => (None, ranges),
            Self::Many(count, ranges) => (Some(count), ranges),
            Self::Made(count, maker) => {
                return count.iter().chain(maker.exprs()).collect();
            }
        };
        let parts = ranges.iter().flat_map(|r| [Some(&r.from), r.to.as_ref(), r.by.as_ref()]);
        count.into_iter().chain(parts.flatten()).collect()
    }

    /// Whether only whole numbers are drawn, when `fractional` says so of the names in the bounds.
    pub fn may_be_fractional(&self, fractional: &dyn Fn(&str) -> bool) -> bool {
        self.exprs().iter().any(|expr| expr.may_be_fractional(fractional))
    }
}

/// How many members a list is to have.
fn count(expr: &Expr, scope: &Scope, steps: &Steps) -> Result<Option<i64>, Fault> {
    let count = expr.eval_counted(scope, steps)?.number().and_then(Rational::as_integer);
    Ok(count.filter(|n| (0..=MAX_LIST as i64).contains(n)))
}

/// Fisher and Yates, from the end.
pub fn shuffle<T>(values: &mut [T], rng: &mut SplitMix64) {
    for k in (1..values.len()).rev() {
        values.swap(k, rng.below(k as u64 + 1) as usize);
    }
}

fn spans(ranges: &[Range], scope: &Scope, steps: &Steps) -> Result<Vec<Span>, Fault> {
    let mut spans = Vec::new();
    for range in ranges {
        spans.extend(range.span(scope, steps)?);
    }
    match spans.iter().fold(0i64, |sum, span: &Span| sum.saturating_add(span.count)) {
        ..=MAX_VALUES => Ok(spans),
        _ => Err(Fault::new(
            0,
            what!("too many values to draw from", "more than {MAX_VALUES} values to draw from"),
        )),
    }
}

fn drawn(spans: &[Span], rng: &mut SplitMix64) -> Option<Rational> {
    let total: i64 = spans.iter().map(|span| span.count).sum();
    let bound = u64::try_from(total).ok().filter(|total| *total > 0)?;
    member(spans, rng.below(bound) as i64)
}

/// The `k`th of all the values, in the order they are written.
fn member(spans: &[Span], mut k: i64) -> Option<Rational> {
    for span in spans {
        if k < span.count {
            return span.from.plus(span.by.times(k.into())?);
        }
        k -= span.count;
    }
    None
}

impl Range {
    /// `None` when a bound is `none`: nothing can be drawn.
    fn span(&self, scope: &Scope, steps: &Steps) -> Result<Option<Span>, Fault> {
        let Some(from) = bound(&self.from, scope, steps)? else { return Ok(None) };
        let Some(to) = &self.to else {
            return Ok(Some(Span { from, by: Rational::ONE, count: 1 }));
        };
        let Some(to) = bound(to, scope, steps)? else { return Ok(None) };
        let by = match &self.by {
            None => Some(Rational::ONE),
            Some(by) => bound(by, scope, steps)?.filter(|by| *by > Rational::ZERO),
        };
        let steps = by.and_then(|by| to.minus(from)?.over(by)).map(Rational::floor);
        Ok(by.zip(steps).map(|(by, steps)| Span { from, by, count: steps.saturating_add(1).max(0) }))
    }
}

pub(super) fn bound(expr: &Expr, scope: &Scope, steps: &Steps) -> Result<Option<Rational>, Fault> {
    match expr.eval_counted(scope, steps)? {
        Value::Number(n) => Ok(Some(n)),
        Value::None => Ok(None),
        other => Err(Fault::new(
            0,
            what!("a bound is no number", "a bound is a number, not {}", other.type_name()),
        )),
    }
}

fn ranges(source: &str, lead: usize) -> Result<Vec<Range>, Fault> {
    let pieces = pieces(source, ",");
    if pieces.len() > MAX_LIST {
        return Err(Fault::new(lead, what!("too many ranges", "at most {MAX_LIST} ranges can be listed")));
    }
    let mut all = Vec::new();
    for (at, piece) in pieces {
        all.push(range(piece, lead + at)?);
    }
    Ok(all)
}

fn range(source: &str, lead: usize) -> Result<Range, Fault> {
    let Some(dots) = split_at_top(source, "..").first().copied() else {
        return Ok(Range { from: parse_at(source, lead)?, to: None, by: None });
    };
    let from = parse_at(&source[..dots], lead)?;
    let (end, end_at) = (&source[dots + 2..], lead + dots + 2);
    match split_at_top(end, " by ").first() {
        None => Ok(Range { from, to: Some(parse_at(end, end_at)?), by: None }),
        Some(by) => Ok(Range {
            from,
            to: Some(parse_at(&end[..*by], end_at)?),
            by: Some(parse_at(&end[by + 4..], end_at + by + 4)?),
        }),
    }
}

/// Both ends of `"lo..hi"`, as in figures.
pub fn ends(source: &str) -> Result<(Expr, Expr), Fault> {
    let missing =
        || Fault::new(0, what!("two ends are needed, as in `0..2`", "two ends are needed, as in `0..2`"));
    let dots = *split_at_top(source, "..").first().ok_or_else(missing)?;
    Ok((parse_at(&source[..dots], 0)?, parse_at(&source[dots + 2..], dots + 2)?))
}

/// Parses a piece of a longer text; faults say where in the longer text.
pub(super) fn parse_at(source: &str, lead: usize) -> Result<Expr, Fault> {
    let (at, text) = trimmed(source, lead);
    Expr::parse(text).map_err(|fault| Fault { at: fault.at + at, ..fault })
}

fn trimmed(source: &str, lead: usize) -> (usize, &str) {
    let text = source.trim_start();
    (lead + source.len() - text.len(), text.trim_end())
}

pub(super) fn pieces<'a>(source: &'a str, sign: &str) -> Vec<(usize, &'a str)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in split_at_top(source, sign) {
        pieces.push((from, &source[from..at]));
        from = at + sign.len();
    }
    pieces.push((from, &source[from..]));
    pieces
}

/// Where the sign stands outside brackets and quotes.
fn split_at_top(source: &str, sign: &str) -> Vec<usize> {
    let (mut depth, mut quoted, mut places, mut after) = (0, false, Vec::new(), 0);
    for (at, c) in source.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 && !quoted && at >= after && source[at..].starts_with(sign) {
            places.push(at);
            after = at + sign.len();
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all_of(source: &str) -> String {
        let domain = match Domain::parse(source) {
            Ok(domain) => domain,
            Err(fault) => return format!("{} at {}", fault.what, fault.at),
        };
        let mut scope = Scope::default();
        scope.set("d", Value::whole(4));
        let mut rng = SplitMix64::new(1);
        let mut seen = BTreeSet::new();
        for _ in 0..500 {
            match domain.draw(&mut rng, &scope, &Steps::default()) {
                Ok(value) => seen.insert(value.map_or("nothing".into(), |value| value.to_string())),
                Err(fault) => return fault.what,
            };
        }
        seen.into_iter().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_value_of_a_domain_is_drawn_and_no_other() {
        assert_eq!(all_of("1..4"), "1 2 3 4");
        assert_eq!(all_of("-2..-1, 1..2"), "-1 -2 1 2");
        assert_eq!(all_of("2, 3, 4, 6, 8"), "2 3 4 6 8");
        assert_eq!(all_of("0.25..0.50 by 0.05"), "1/2 1/4 2/5 3/10 7/20 9/20");
        assert_eq!(all_of("1/2, 3/4"), "1/2 3/4");
        assert_eq!(all_of("1..d - 1"), "1 2 3");
        assert_eq!(all_of("max(1, 2)..min(4, d)"), "2 3 4");
        assert_eq!(all_of("5..1"), "nothing");
        assert_eq!(all_of("1..1/0"), "nothing");
        assert_eq!(all_of("2 of 1..2"), "1, 1 1, 2 2, 1 2, 2");
        assert_eq!(all_of("shuffle(1..3)"), "1, 2, 3 1, 3, 2 2, 1, 3 2, 3, 1 3, 1, 2 3, 2, 1");
        assert_eq!(all_of("1..1000000"), "more than 100000 values to draw from");
    }

    #[test]
    fn a_fault_says_where_in_the_whole_domain() {
        assert_eq!(all_of("1..9, 2..?"), "`?` is not expected here at 9");
        assert_eq!(all_of("1..x"), "`x` is not known here");
        assert_eq!(all_of(""), "something is missing at the end at 0");
    }
}
