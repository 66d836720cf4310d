//! Figures: the rules an author writes, what is drawn for one question, and what it says to someone who does not
//! see it. A text alternative says what the eye would see, counted in jumps and parts, never the value itself.

use super::expr::{Expr, Fault, Scope, Value};
use super::template::{Fill, Template};
use super::text::Text;
use crate::notation::{Locale, Math, speak};
use crate::num::Rational;

/// More marks or parts cannot be drawn.
pub const MAX_TICKS: i64 = 200;
pub const MAX_PARTS: i64 = 100;

#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    NumberLine(NumberLine),
    Bars(Bars),
}

#[derive(Clone, Debug, PartialEq)]
pub struct NumberLine {
    pub from: Rational,
    pub to: Rational,
    /// Distance between ticks.
    pub step: Rational,
    /// The ticks that carry a label; the others are bare.
    pub labels: Vec<Rational>,
    /// A point shown on the line.
    pub mark: Option<Rational>,
    /// The learner answers by placing a point.
    pub enter: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub bars: Vec<Bar>,
    /// The learner answers by shading the first bar.
    pub enter: bool,
}

/// A bar: `wholes` equal rectangles side by side, each cut into `parts`, with `shaded` parts shaded in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub parts: u32,
    pub shaded: u32,
    /// 1 or more.
    pub wholes: u32,
    pub label: Option<Text>,
}

/// A figure before it is drawn.
#[derive(Debug)]
pub enum FigureRule {
    NumberLine(LineRule),
    Bars(BarsRule),
}

#[derive(Debug)]
pub struct LineRule {
    pub from: Expr,
    pub to: Expr,
    pub ticks: Expr,
    pub mark: Option<Expr>,
    pub labels: Labels,
    pub enter: bool,
}

#[derive(Debug)]
pub enum Labels {
    Whole,
    Ends,
    All,
    Listed(Vec<Expr>),
}

#[derive(Debug)]
pub struct BarsRule {
    /// Shaded, parts.
    pub bars: Vec<(Expr, Expr)>,
    pub labels: Vec<Template>,
    pub enter: bool,
}

impl FigureRule {
    pub fn exprs(&self) -> Vec<&Expr> {
        match self {
            Self::NumberLine(line) => {
                let listed: &[Expr] = if let Labels::Listed(exprs) = &line.labels { exprs } else { &[] };
                let ends = [&line.from, &line.to, &line.ticks].into_iter();
                ends.chain(line.mark.as_ref()).chain(listed).collect()
            }
            Self::Bars(rule) => {
                let holes = rule.labels.iter().flat_map(Template::holes).map(|hole| &hole.expr);
                rule.bars.iter().flat_map(|(shaded, parts)| [shaded, parts]).chain(holes).collect()
            }
        }
    }

    pub fn enter(&self) -> bool {
        match self {
            Self::NumberLine(line) => line.enter,
            Self::Bars(bars) => bars.enter,
        }
    }

    pub fn draw(&self, scope: &Scope) -> Result<Figure, Fault> {
        match self {
            Self::NumberLine(line) => Ok(Figure::NumberLine(line.draw(scope)?)),
            Self::Bars(bars) => Ok(Figure::Bars(bars.draw(scope)?)),
        }
    }
}

impl LineRule {
    fn draw(&self, scope: &Scope) -> Result<NumberLine, Fault> {
        let (from, to, step) =
            (number(&self.from, scope)?, number(&self.to, scope)?, number(&self.ticks, scope)?);
        let ticks = to.minus(from).and_then(|length| length.over(step)).map(Rational::floor);
        if step <= Rational::ZERO || !ticks.is_some_and(|ticks| (1..=MAX_TICKS).contains(&ticks)) {
            let what = what!(
                "a number line has too many jumps, or none",
                "a number line needs from 1 to {MAX_TICKS} jumps; this is {from}..{to} by {step}"
            );
            return Err(Fault::new(0, what));
        }
        let mark = match &self.mark {
            Some(mark) => mark.eval(scope)?.number(),
            None => None,
        };
        let mut line = NumberLine { from, to, step, labels: Vec::new(), mark, enter: self.enter };
        line.labels = match &self.labels {
            Labels::Whole => line.ticks().into_iter().filter(|tick| tick.is_integer()).collect(),
            Labels::Ends => vec![from, to],
            Labels::All => line.ticks(),
            Labels::Listed(exprs) => {
                let mut labels = Vec::new();
                for expr in exprs {
                    labels.push(number(expr, scope)?);
                }
                labels
            }
        };
        Ok(line)
    }
}

impl BarsRule {
    fn draw(&self, scope: &Scope) -> Result<Bars, Fault> {
        let mut bars = Vec::new();
        for k in 0..self.bars.len() {
            bars.push(self.bar(k, scope)?);
        }
        Ok(Bars { bars, enter: self.enter })
    }

    fn bar(&self, k: usize, scope: &Scope) -> Result<Bar, Fault> {
        let (shaded, parts) = (whole(&self.bars[k].0, scope)?, whole(&self.bars[k].1, scope)?);
        if !(1..=MAX_PARTS).contains(&parts) || !(0..=MAX_PARTS).contains(&shaded) {
            let what = what!(
                "a bar has too many parts, or none",
                "a bar has from 1 to {MAX_PARTS} parts, and as many shaded; this is {shaded} of {parts}"
            );
            return Err(Fault::new(0, what));
        }
        let wholes = ((shaded + parts - 1) / parts).max(1) as u32;
        // A bar to be shaded starts empty: only the number of wholes is known.
        let shaded = if self.enter && k == 0 { 0 } else { shaded as u32 };
        let label = self.labels.get(k).map(|label| label.fill(Fill::from(scope))).transpose()?;
        Ok(Bar { parts: parts as u32, shaded, wholes, label })
    }
}

fn number(expr: &Expr, scope: &Scope) -> Result<Rational, Fault> {
    let value = expr.eval(scope)?;
    value.number().ok_or_else(|| {
        let what = what!(
            "this must be a number",
            "`{}` in a figure must be a number, not {}",
            expr.source(),
            value.type_name()
        );
        Fault::new(0, what)
    })
}

fn whole(expr: &Expr, scope: &Scope) -> Result<i64, Fault> {
    let value = expr.eval(scope)?;
    let what = || {
        Fault::new(
            0,
            what!(
                "this must be a whole number",
                "`{}` in a figure must be a whole number, not {value}",
                expr.source()
            ),
        )
    };
    value.number().and_then(Rational::as_integer).ok_or_else(what)
}

impl NumberLine {
    /// The ticks from left to right.
    pub fn ticks(&self) -> Vec<Rational> {
        let mut ticks = Vec::new();
        let mut next = Some(self.from);
        while let Some(tick) = next.filter(|tick| *tick <= self.to && ticks.len() <= MAX_TICKS as usize) {
            ticks.push(tick);
            next = tick.plus(self.step);
        }
        ticks
    }

    /// The number of whole jumps from the left end to a value, and whether it lies on a tick.
    fn jumps_to(&self, value: Rational) -> Option<(i64, bool)> {
        let jumps = value.minus(self.from)?.over(self.step)?;
        Some((jumps.floor(), jumps.is_integer()))
    }
}

impl Figure {
    /// Whether the figure is a place to answer in.
    pub fn enter(&self) -> bool {
        match self {
            Self::NumberLine(line) => line.enter,
            Self::Bars(bars) => bars.enter,
        }
    }

    /// Equal for figures that look alike.
    pub fn data(&self) -> String {
        let numbers = |all: &[Rational]| all.iter().map(|n| format!(" {n}")).collect::<String>();
        match self {
            Self::NumberLine(line) => {
                let ends = numbers(&[line.from, line.to, line.step]);
                format!("{ends};{};{}", numbers(&line.labels), numbers(line.mark.as_slice()))
            }
            Self::Bars(bars) => bars.bars.iter().map(Bar::data).collect(),
        }
    }

    /// The text alternative, computed from the data.
    pub fn alt(&self, locale: Locale) -> String {
        match self {
            Self::NumberLine(line) => line.alt(locale),
            Self::Bars(bars) => bars.alt(locale),
        }
    }
}

impl Bar {
    fn data(&self) -> String {
        let label = self.label.as_ref().map(Text::print).unwrap_or_default();
        format!("{}/{}/{} {label};", self.shaded, self.parts, self.wholes)
    }
}

fn say(value: Rational, locale: Locale) -> String {
    speak(&Math::number(value), locale)
}

impl NumberLine {
    fn alt(&self, locale: Locale) -> String {
        let (from, to) = (say(self.from, locale), say(self.to, locale));
        let mut all =
            told(locale, "A number line from # to #.", "Una recta numérica de # a #.", &[&from, &to]);
        for sentence in [self.alt_ticks(locale), self.alt_labels(locale), self.alt_mark(&from, locale)] {
            if !sentence.is_empty() {
                all.push(' ');
                all.push_str(&sentence);
            }
        }
        all
    }

    fn alt_ticks(&self, locale: Locale) -> String {
        let per_whole = Rational::ONE.over(self.step).and_then(Rational::as_integer);
        let (en, es, value) = match per_whole {
            Some(1) => (
                "It has a tick at every whole number.",
                "Tiene una marca en cada número entero.",
                String::new(),
            ),
            Some(n) => (
                "Each whole is cut into # equal jumps.",
                "Cada entero está dividido en # saltos iguales.",
                n.to_string(),
            ),
            None => ("It has a tick every #.", "Tiene una marca cada #.", say(self.step, locale)),
        };
        told(locale, en, es, &[&value])
    }

    fn alt_labels(&self, locale: Locale) -> String {
        if self.labels.is_empty() {
            return String::new();
        }
        let labels: Vec<String> = self.labels.iter().map(|label| say(*label, locale)).collect();
        told(locale, "Labels: #.", "Rótulos: #.", &[&labels.join(", ")])
    }

    fn alt_mark(&self, from: &str, locale: Locale) -> String {
        let Some((jumps, on_tick)) = self.mark.and_then(|mark| self.jumps_to(mark)) else {
            return String::new();
        };
        let (before, after) = (jumps.to_string(), (jumps + 1).to_string());
        let (en, es, values) = match (on_tick, jumps) {
            (true, 1) => ("A point is marked 1 jump from #.", "Hay un punto a 1 salto de #.", [from, "", ""]),
            (true, _) => {
                ("A point is marked # jumps from #.", "Hay un punto a # saltos de #.", [&*before, from, ""])
            }
            (false, _) => (
                "A point is marked between jumps # and # from #.",
                "Hay un punto entre los saltos # y # desde #.",
                [&*before, &*after, from],
            ),
        };
        told(locale, en, es, &values)
    }
}

impl Bars {
    fn alt(&self, locale: Locale) -> String {
        let mut all = String::new();
        for (k, bar) in self.bars.iter().enumerate() {
            if k > 0 {
                all.push(' ');
            }
            let name = match &bar.label {
                Some(label) => label.plain(locale),
                None if self.bars.len() == 1 => String::new(),
                None => told(locale, "Bar #", "Barra #", &[&(k + 1).to_string()]),
            };
            let alt = bar.alt(locale, self.enter && k == 0);
            if name.is_empty() {
                all.push_str(&capital(&alt));
            } else {
                all.push_str(&told(locale, "#: #", "#: #", &[&name, &alt]));
            }
        }
        all
    }
}

impl Bar {
    fn alt(&self, locale: Locale, empty: bool) -> String {
        let [parts, shaded, wholes] = [self.parts, self.shaded, self.wholes].map(|n| n.to_string());
        let (en, es) = match (self.wholes, self.parts) {
            (1, 1) => ("a bar cut into # equal part", "una barra dividida en # parte igual"),
            (1, _) => ("a bar cut into # equal parts", "una barra dividida en # partes iguales"),
            (_, 1) => (
                "# bars of the same size, each cut into # part",
                "# barras del mismo tamaño, cada una dividida en # parte",
            ),
            _ => (
                "# bars of the same size, each cut into # equal parts",
                "# barras del mismo tamaño, cada una dividida en # partes iguales",
            ),
        };
        let values = [&*wholes, &*parts];
        let bar = told(locale, en, es, if self.wholes == 1 { &values[1..] } else { &values });
        let (en, es) = match (empty, self.shaded) {
            (true, _) => ("#, ready to be shaded.", "#, para sombrear."),
            (false, 1) => ("#; # part is shaded.", "#; # parte está sombreada."),
            (false, _) => ("#; # parts are shaded.", "#; # partes están sombreadas."),
        };
        told(locale, en, es, &[&bar, &shaded])
    }
}

/// The sentence of this language, with the values in place of its `#`, one after the other.
#[inline(never)]
fn told(locale: Locale, en: &str, es: &str, values: &[&str]) -> String {
    let sentence = match locale {
        Locale::En => en,
        Locale::Es => es,
    };
    let mut out = String::new();
    let mut values = values.iter();
    for (k, words) in sentence.split('#').enumerate() {
        let value = if k > 0 { values.next() } else { None };
        out.push_str(value.unwrap_or(&""));
        out.push_str(words);
    }
    out
}

/// With a capital letter, to stand at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// A value that can be placed in the figure: on a tick, or as parts of the first bar.
pub fn can_enter(figure: &Figure, value: &Value) -> bool {
    let Some(value) = value.number() else { return false };
    match figure {
        Figure::NumberLine(line) => {
            let inside = line.from <= value && value <= line.to;
            inside && line.jumps_to(value).is_some_and(|(_, on_tick)| on_tick)
        }
        Figure::Bars(bars) => bars.bars.first().is_some_and(|bar| {
            let parts = value.times(Rational::integer(bar.parts.into())).and_then(Rational::as_integer);
            parts.is_some_and(|parts| (0..=i64::from(bar.parts * bar.wholes)).contains(&parts))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: i64, den: i64) -> Rational {
        Rational::new(num, den).expect("a number")
    }

    #[test]
    fn a_number_line_is_told_in_jumps_so_that_the_marked_value_is_not_given_away() {
        let whole = |n| Rational::integer(n);
        let mut line = NumberLine {
            from: whole(0),
            to: whole(2),
            step: ratio(1, 4),
            labels: vec![whole(0), whole(1), whole(2)],
            mark: Some(ratio(7, 4)),
            enter: false,
        };
        let told = Figure::NumberLine(line.clone()).alt(Locale::En);
        let expected = "A number line from 0 to 2. Each whole is cut into 4 equal jumps. Labels: 0, 1, 2. \
                        A point is marked 7 jumps from 0.";
        assert_eq!(told, expected);
        assert!(can_enter(&Figure::NumberLine(line.clone()), &Value::Number(ratio(3, 2))));
        assert!(!can_enter(&Figure::NumberLine(line.clone()), &Value::Number(ratio(1, 3))));
        line.mark = Some(ratio(1, 3));
        let told = Figure::NumberLine(line).alt(Locale::Es);
        assert!(told.ends_with("Hay un punto entre los saltos 1 y 2 desde 0."), "{told}");
    }

    #[test]
    fn bars_are_told_as_parts() {
        let bar = |shaded, parts, wholes| Bar { parts, shaded, wholes, label: None };
        let two = Bars { bars: vec![bar(3, 4, 1), bar(7, 6, 2)], enter: false };
        let expected = "Bar 1: a bar cut into 4 equal parts; 3 parts are shaded. \
                        Bar 2: 2 bars of the same size, each cut into 6 equal parts; 7 parts are shaded.";
        assert_eq!(Figure::Bars(two).alt(Locale::En), expected);
        let empty = Bars { bars: vec![bar(0, 4, 1)], enter: true };
        let told = Figure::Bars(empty).alt(Locale::Es);
        assert_eq!(told, "Una barra dividida en 4 partes iguales, para sombrear.");
    }
}
