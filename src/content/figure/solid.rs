//! Solids, drawn from above to the side.
//!
//! ```toml
//! figure = { solid = ["box", "4", "3", "2"], cubes = true, labels = ["4 cm", "3 cm", "2 cm"] }
//! figure = { solid = ["cylinder", "3", "5"] }
//! figure = { stack = [["3", "1"], ["2", "0"]], solid = ["stack"] }
//! ```
//! `box` long, wide, high; `prism` (a triangle lying on its side) base, high, long; `pyramid` base, high; `cylinder`
//! and `cone` radius, high; `sphere` radius; `stack` of unit cubes, `stack` telling how many stand on each square,
//! back row first. `cubes` cuts a box into unit cubes. `labels` are texts for the measures in that order. `enter`:
//! the learner builds a box of unit cubes, no larger than this one; it types how many cubes it has.

use super::super::text::Text;
use super::given::{Given, Table};
use super::say::{joined, told, value};
use super::{Fault, fault};
use crate::notation::Locale;
use crate::num::Rational;

const MOST: i64 = 12;

#[derive(Clone, Debug, PartialEq)]
pub struct Solid {
    pub form: Form,
    /// Cut into unit cubes.
    pub cubes: bool,
    /// One for each measure; measures without a label show their number.
    pub labels: Vec<Text>,
    pub enter: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    Box {
        long: Rational,
        wide: Rational,
        high: Rational,
    },
    Prism {
        base: Rational,
        high: Rational,
        long: Rational,
    },
    Pyramid {
        base: Rational,
        high: Rational,
    },
    Cylinder {
        radius: Rational,
        high: Rational,
    },
    Cone {
        radius: Rational,
        high: Rational,
    },
    Sphere {
        radius: Rational,
    },
    /// Heights, back row first.
    Stack(Vec<Vec<u32>>),
}

impl Form {
    /// The measures in the order authors write them.
    pub fn measures(&self) -> Vec<Rational> {
        match self {
            Self::Box { long, wide, high } => vec![*long, *wide, *high],
            Self::Prism { base, high, long } => vec![*base, *high, *long],
            Self::Pyramid { base, high } => vec![*base, *high],
            Self::Cylinder { radius, high } | Self::Cone { radius, high } => vec![*radius, *high],
            Self::Sphere { radius } => vec![*radius],
            Self::Stack(_) => Vec::new(),
        }
    }
}

impl Solid {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let wrong =
            || fault(what!("this is no solid", "a solid is written as in [\"box\", \"4\", \"3\", \"2\"]"));
        let [Given::Word(kind), rest @ ..] = given.list("solid") else { return Err(wrong()) };
        let numbers = rest.iter().map(Given::number).collect::<Result<Vec<_>, _>>()?;
        if numbers.iter().any(|number| *number <= Rational::ZERO) {
            return Err(wrong());
        }
        let form = match (&**kind, &numbers[..]) {
            ("box", [long, wide, high]) => Form::Box { long: *long, wide: *wide, high: *high },
            ("prism", [base, high, long]) => Form::Prism { base: *base, high: *high, long: *long },
            ("pyramid", [base, high]) => Form::Pyramid { base: *base, high: *high },
            ("cylinder", [radius, high]) => Form::Cylinder { radius: *radius, high: *high },
            ("cone", [radius, high]) => Form::Cone { radius: *radius, high: *high },
            ("sphere", [radius]) => Form::Sphere { radius: *radius },
            ("stack", []) => Form::Stack(stack(given.list("stack"))?),
            _ => return Err(wrong()),
        };
        let enter = given.is("enter") && matches!(form, Form::Box { .. });
        let solid = Self { form, cubes: given.is("cubes") || enter, labels: given.texts("labels"), enter };
        let whole = |n: &Rational| n.is_integer() && n.floor() <= MOST;
        if solid.cubes && !solid.form.measures().iter().all(whole) {
            return Err(fault(what!(
                "these cubes cannot be drawn",
                "unit cubes need whole measures up to {MOST}"
            )));
        }
        Ok(solid)
    }

    pub fn alt(&self, locale: Locale) -> String {
        let measures: Vec<String> = self
            .form
            .measures()
            .iter()
            .enumerate()
            .map(|(k, measure)| match self.labels.get(k) {
                Some(label) => label.plain(locale),
                None => value(*measure, locale),
            })
            .collect();
        let said: Vec<&str> = measures.iter().map(|said| &**said).collect();
        if self.enter {
            return told(
                locale,
                "Room for a box of unit cubes, at most # long, # wide and # high.",
                "Espacio para una caja de cubos unitarios, de # de largo, # de ancho y # de alto como máximo.",
                &said,
            );
        }
        let (en, es) = match &self.form {
            Form::Box { .. } => {
                ("A box: # long, # wide, # high.", "Una caja: # de largo, # de ancho, # de alto.")
            }
            Form::Prism { .. } => (
                "A triangular prism: the triangle has base # and height #; the prism is # long.",
                "Un prisma triangular: el triángulo tiene base # y altura #; el prisma mide # de largo.",
            ),
            Form::Pyramid { .. } => (
                "A pyramid on a square with side #, # high.",
                "Una pirámide sobre un cuadrado de lado #, de # de alto.",
            ),
            Form::Cylinder { .. } => {
                ("A cylinder with radius #, # high.", "Un cilindro de radio #, de # de alto.")
            }
            Form::Cone { .. } => ("A cone with radius #, # high.", "Un cono de radio #, de # de alto."),
            Form::Sphere { .. } => ("A sphere with radius #.", "Una esfera de radio #."),
            Form::Stack(rows) => return stacked(rows, locale),
        };
        let cut = told(locale, "It is made of unit cubes.", "Está hecha de cubos unitarios.", &[]);
        joined(&[told(locale, en, es, &said), if self.cubes { cut } else { String::new() }])
    }
}

fn stack(rows: &[Given]) -> Result<Vec<Vec<u32>>, Fault> {
    let height = |given: &Given| given.count(6);
    let rows = rows.iter().map(|row| row.list().iter().map(height).collect::<Result<Vec<_>, _>>());
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let fits =
        (1..=6).contains(&rows.len()) && rows.iter().all(|row| row.len() == rows[0].len() && row.len() <= 6);
    if !fits || rows.iter().flatten().all(|height| *height == 0) {
        return Err(fault(what!(
            "this stack cannot be drawn",
            "a stack has up to 6 rows of up to 6 heights, all alike"
        )));
    }
    Ok(rows)
}

fn stacked(rows: &[Vec<u32>], locale: Locale) -> String {
    let mut all = vec![told(locale, "A stack of unit cubes.", "Una pila de cubos unitarios.", &[])];
    all.extend(rows.iter().enumerate().map(|(k, row)| {
        let heights: Vec<String> = row.iter().map(u32::to_string).collect();
        let (en, es) = ("Row # from the back, heights: #.", "Fila # desde atrás, alturas: #.");
        told(locale, en, es, &[&(k + 1).to_string(), &heights.join(", ")])
    }));
    joined(&all)
}
