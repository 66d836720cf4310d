//! Fraction bars: one under another, wholes of the same length.
//!
//! ```toml
//! figure = { bars = [["3", "4"], ["n", "d"]], labels = ["A", "B"], enter = true }
//! ```
//! A bar is written shaded, parts. `guide`: a dashed line down from the end of the first bar's shading, to compare.
//! `enter`: the learner shades the first bar, which starts empty; it types `3/4`. `split`: the learner also cuts it
//! into equal parts.

use super::super::text::Text;
use super::given::{Table, counted};
use super::say::{capital, told};
use super::{Fault, Given, MAX_PARTS, fault};
use crate::notation::Locale;
use crate::num::Rational;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    pub bars: Vec<Bar>,
    /// A line down from the end of the first bar's shading.
    pub guide: bool,
    /// The learner chooses how many parts the first bar is cut into.
    pub split: bool,
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

impl Bars {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let enter = given.is("enter");
        let labels = given.texts("labels");
        let mut bars = Vec::new();
        for (k, bar) in given.list("bars").iter().enumerate() {
            let [shaded, parts] = bar.list() else {
                return Err(fault(what!(
                    "a bar has two numbers",
                    "a bar is written [\"shaded\", \"parts\"]"
                )));
            };
            bars.push(Bar::of(shaded, parts, labels.get(k).cloned(), enter && k == 0)?);
        }
        let bars = counted(bars, 1, MAX_PARTS as usize, "bars")?;
        Ok(Self { bars, guide: given.is("guide"), split: given.is("split"), enter })
    }

    pub fn data(&self) -> String {
        self.bars.iter().map(Bar::data).collect()
    }

    /// As parts of the first bar, or of any number of parts where the learner cuts it.
    pub fn can_enter(&self, value: Rational) -> bool {
        let Some(bar) = self.bars.first() else { return false };
        if self.split {
            return value >= Rational::ZERO && value.den() <= 12;
        }
        let parts = value.times(Rational::integer(bar.parts.into())).and_then(Rational::as_integer);
        parts.is_some_and(|parts| (0..=i64::from(bar.parts * bar.wholes)).contains(&parts))
    }

    pub fn alt(&self, locale: Locale) -> String {
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
    fn of(shaded: &Given, parts: &Given, label: Option<Text>, empty: bool) -> Result<Self, Fault> {
        let (shaded, parts) = (shaded.count(MAX_PARTS as u32)?, parts.whole(1, MAX_PARTS)? as u32);
        let wholes = shaded.div_ceil(parts).max(1);
        // A bar to be shaded starts empty: only the number of wholes is known.
        Ok(Self { parts, shaded: if empty { 0 } else { shaded }, wholes, label })
    }

    fn data(&self) -> String {
        let label = self.label.as_ref().map(Text::print).unwrap_or_default();
        format!("{}/{}/{} {label};", self.shaded, self.parts, self.wholes)
    }

    fn alt(&self, locale: Locale, empty: bool) -> String {
        let [parts, shaded, wholes] = [self.parts, self.shaded, self.wholes].map(|n| n.to_string());
        let (en, es) = match (self.wholes, self.parts) {
            (1, 1) => ("a bar in one piece", "una barra de una sola pieza"),
            (1, _) => ("a bar cut into # equal parts", "una barra dividida en # partes iguales"),
            (_, 1) => (
                "# bars of the same size, each in one piece",
                "# barras del mismo tamaño, cada una de una sola pieza",
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
