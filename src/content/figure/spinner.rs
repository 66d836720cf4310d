//! A spinner of equal parts in colours, and the tally of its results.
//!
//! ```toml
//! figure = { spinner = ["k", "8 - k"], tally = ["hits", "50 - hits"], paint = ["colour", "'white'"] }
//! ```
//! `spinner`: how many of the equal parts have each colour. `tally`: how often each colour came. `paint`: the colours:
//! red, blue, green, yellow, orange, purple, white, black, gray.

use super::given::{Given, Table, counted};
use super::say::{joined, told};
use super::{Fault, fault};
use crate::notation::Locale;

const MOST_COLOURS: usize = 6;
const MOST_PARTS: i64 = 24;
const MOST_RESULTS: i64 = 1_000;

/// The colours there are, with their Spanish names.
pub const COLOURS: [(&str, &str); 9] = [
    ("red", "rojo"),
    ("blue", "azul"),
    ("green", "verde"),
    ("yellow", "amarillo"),
    ("orange", "naranja"),
    ("purple", "morado"),
    ("white", "blanco"),
    ("black", "negro"),
    ("gray", "gris"),
];

#[derive(Clone, Debug, PartialEq)]
pub struct Spinner {
    /// Colour, parts of it, and how often it came.
    pub colours: Vec<Colour>,
}

/// Its name, how many parts have it, and how often it came.
pub type Colour = (String, i64, Option<i64>);

impl Spinner {
    pub fn of(given: &Table) -> Result<Self, Fault> {
        let mut colours = Vec::new();
        for (k, parts) in given.list("spinner").iter().enumerate() {
            let colour = match given.list("paint").get(k) {
                Some(Given::Word(word)) => word.clone(),
                _ => COLOURS[k % COLOURS.len()].0.into(),
            };
            if !COLOURS.iter().any(|(known, _)| *known == colour) {
                return Err(fault(what!("there is no such colour", "there is no colour `{colour}` here")));
            }
            let tally = given.list("tally").get(k);
            let results = tally.map(|given| given.whole(0, MOST_RESULTS)).transpose()?;
            colours.push((colour, parts.whole(0, MOST_PARTS)?, results));
        }
        Ok(Self { colours: counted(colours, 1, MOST_COLOURS, "colours of a spinner")? })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let name = |colour: &str| match locale {
            Locale::En => colour.to_string(),
            Locale::Es => {
                let known = COLOURS.iter().find(|(en, _)| *en == colour);
                known.map_or_else(|| colour.to_string(), |(_, es)| (*es).into())
            }
        };
        let listed = |count: fn(&Colour) -> Option<i64>| {
            let one = |colour: &Colour| Some([&count(colour)?.to_string(), " ", &name(&colour.0)].concat());
            self.colours.iter().filter_map(one).collect::<Vec<_>>().join(", ")
        };
        let parts: i64 = self.colours.iter().map(|(_, parts, _)| parts).sum();
        let spinner = told(
            locale,
            "A spinner with # equal parts: #.",
            "Una ruleta con # partes iguales: #.",
            &[&parts.to_string(), &listed(|colour| Some(colour.1))],
        );
        let results = listed(|colour| colour.2);
        let tally = match results.is_empty() {
            true => String::new(),
            false => told(locale, "Results: #.", "Resultados: #.", &[&results]),
        };
        joined(&[spinner, tally])
    }
}
