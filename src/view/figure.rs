//! Figures as they are drawn: places on the paper, and what each place types when the figure is a keyboard.

use super::{BarView, EnterView, FigureView, Shape, Tick, text, words};
use crate::content::{Bar, Figure, Locale, NumberLine};
use crate::notation::{Math, mathml, read, speak};
use crate::num::Rational;
use crate::tutor::Msg;

/// More ticks than can be told apart are not drawn (the linter stops at fewer).
const MOST_PLACES: i64 = 100;

/// A figure to look at.
pub fn shown(figure: &Figure, alt: &str, locale: Locale) -> FigureView {
    FigureView { shape: shape(figure, None, locale), alt: alt.into(), enter: None }
}

/// A figure that may be a place to answer: `draft` is what stands in the field, `open` whether it can change.
pub fn entered(figure: &Figure, alt: &str, draft: &str, open: bool, locale: Locale) -> FigureView {
    let value =
        read(draft, locale.decimal_mark()).ok().map(|written| written.value).filter(|_| figure.enter());
    let enter = (figure.enter() && open).then(|| enter(figure, value, locale));
    FigureView { shape: shape(figure, value, locale), alt: alt.into(), enter }
}

fn shape(figure: &Figure, value: Option<Rational>, locale: Locale) -> Shape {
    match figure {
        Figure::NumberLine(line) => number_line(line, value),
        Figure::Bars(bars) => {
            Shape::Bars(bars.bars.iter().enumerate().map(|(i, b)| bar(i, b, value, locale)).collect())
        }
        _ => Shape::Bars(Vec::new()),
    }
}

/// A mark of the question stays where it is while the learner places another.
fn number_line(line: &NumberLine, entered: Option<Rational>) -> Shape {
    let tick = |value: Rational| Tick {
        place: place(line, value),
        long: value.is_integer(),
        label: line.labels.contains(&value).then(|| mathml(&Math::number(value))),
    };
    let inside = |mark: Option<Rational>| mark.filter(|mark| *mark >= line.from && *mark <= line.to);
    let (given, mark) = if line.enter.is_some() { (line.mark, entered) } else { (None, line.mark) };
    Shape::NumberLine {
        ticks: ticks(line).into_iter().map(tick).collect(),
        given: inside(given).map(|mark| place(line, mark)),
        mark: inside(mark).map(|mark| place(line, mark)),
    }
}

fn ticks(line: &NumberLine) -> Vec<Rational> {
    let nth = |i: i64| line.step.times(Rational::integer(i)).and_then(|way| line.from.plus(way));
    (0..=MOST_PLACES).map_while(nth).take_while(|tick| *tick <= line.to).collect()
}

/// Where a value stands, from 0 at the line's start to 1 at its end.
fn place(line: &NumberLine, value: Rational) -> f64 {
    let share = value.minus(line.from).zip(line.to.minus(line.from)).and_then(|(way, all)| way.over(all));
    share.map_or(0.0, number)
}

#[expect(clippy::cast_precision_loss, reason = "places on paper: a hair's breadth is enough")]
fn number(value: Rational) -> f64 {
    value.num() as f64 / value.den() as f64
}

fn bar(index: usize, bar: &Bar, value: Option<Rational>, locale: Locale) -> BarView {
    let typed = value.filter(|_| index == 0).and_then(|value| pieces(bar, value));
    let shaded = typed.unwrap_or(bar.shaded);
    BarView {
        wholes: shaded.max(bar.shaded).div_ceil(bar.parts.max(1)).max(1),
        parts: bar.parts,
        shaded,
        label: bar.label.as_ref().map_or_else(Vec::new, |label| text::line(label, locale)),
    }
}

/// How many pieces of this bar a value is, when it is a whole number of them and fits two wholes.
fn pieces(bar: &Bar, value: Rational) -> Option<u32> {
    let pieces = value.times(Rational::integer(i64::from(bar.parts)))?.as_integer()?;
    u32::try_from(pieces).ok().filter(|pieces| *pieces <= 2 * bar.parts)
}

fn enter(figure: &Figure, value: Option<Rational>, locale: Locale) -> EnterView {
    let (label, values): (&str, Vec<(String, Rational)>) = match figure {
        Figure::NumberLine(line) => (
            words::enter_line(locale),
            ticks(line).into_iter().map(|tick| (typed(tick, line.step.den()), tick)).collect(),
        ),
        Figure::Bars(bars) => {
            (words::enter_bars(locale), bars.bars.first().map(pieces_of).unwrap_or_default())
        }
        _ => ("", Vec::new()),
    };
    let at = value.and_then(|value| values.iter().position(|(_, place)| *place == value));
    let names: Vec<String> = values.iter().map(|(typed, place)| name(typed, *place, locale)).collect();
    EnterView {
        label: label.into(),
        spoken: at
            .and_then(|at| names.get(at).cloned())
            .unwrap_or_else(|| words::enter_nothing(locale).into()),
        at: at.and_then(|at| u32::try_from(at).ok()),
        places: values.into_iter().map(|(typed, _)| Msg::Typed(typed)).collect(),
        names,
    }
}

/// A value written over `den`, so that the third fourth is 3/4 and the second is 2/4; wholes stay whole.
fn typed(value: Rational, den: i64) -> String {
    match value.times(Rational::integer(den)).and_then(Rational::as_integer) {
        Some(count) if !value.is_integer() => format!("{count}/{den}"),
        _ => value.to_string(),
    }
}

fn pieces_of(bar: &Bar) -> Vec<(String, Rational)> {
    let piece = |count: u32| {
        let value = Rational::new(i64::from(count), i64::from(bar.parts))?;
        Some((format!("{count}/{}", bar.parts), value))
    };
    (0..=bar.parts).filter_map(piece).collect()
}

fn name(typed: &str, value: Rational, locale: Locale) -> String {
    let math =
        read(typed, locale.decimal_mark()).map_or_else(|_| Math::number(value), |written| written.math());
    speak(&math, locale)
}
