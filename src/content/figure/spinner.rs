//! A spinner of equal parts in colours, and the tally of its results.
//!
//! ```toml
//! figure = { spinner = ["k", "8 - k"], tally = ["hits", "50 - hits"], paint = ["colour", "'white'"] }
//! ```
//! `spinner`: how many of the equal parts have each colour. `tally`: how often each colour came. `paint`: the colours:
//! red, blue, green, yellow, orange, purple, white, black, gray.

use super::given::{Given, Table, counted};
use super::say::{counted as say_counted, joined, told};
use super::{Fault, fault};
use crate::notation::Locale;

const MOST_COLOURS: usize = 6;
const MOST_PARTS: i64 = 24;
const MOST_RESULTS: i64 = 1_000;

/// The colours there are, with their Spanish names, and how these agree with one part and with several.
pub const COLOURS: [(&str, &str, [&str; 2]); 9] = [
    ("red", "rojo", ["roja", "rojas"]),
    ("blue", "azul", ["azul", "azules"]),
    ("green", "verde", ["verde", "verdes"]),
    ("yellow", "amarillo", ["amarilla", "amarillas"]),
    ("orange", "naranja", ["naranja", "naranjas"]),
    ("purple", "morado", ["morada", "moradas"]),
    ("white", "blanco", ["blanca", "blancas"]),
    ("black", "negro", ["negra", "negras"]),
    ("gray", "gris", ["gris", "grises"]),
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
            if known(&colour).is_none() {
                return Err(fault(what!("there is no such colour", "there is no colour `{colour}` here")));
            }
            let tally = given.list("tally").get(k);
            let results = tally.map(|given| given.whole(0, MOST_RESULTS)).transpose()?;
            colours.push((colour, parts.whole(0, MOST_PARTS)?, results));
        }
        Ok(Self { colours: counted(colours, 1, MOST_COLOURS, "colours of a spinner")? })
    }

    pub fn alt(&self, locale: Locale) -> String {
        let all: i64 = self.colours.iter().map(|(_, parts, _)| parts).sum();
        let named = |(colour, parts, _): &Colour| {
            let name = match (locale, known(colour)) {
                (Locale::Es, Some((_, _, agreeing))) => agreeing[usize::from(*parts != 1)],
                _ => colour,
            };
            [&parts.to_string(), " ", name].concat()
        };
        let parts = self.colours.iter().map(named).collect::<Vec<_>>().join(", ");
        let (en, es) = match all {
            1 => ("A spinner that is all one part: #.", "Una ruleta de una sola parte: #."),
            _ => ("A spinner with # equal parts: #.", "Una ruleta con # partes iguales: #."),
        };
        let count = all.to_string();
        let values = [&*count, &*parts];
        let spinner = told(locale, en, es, if all == 1 { &values[1..] } else { &values });
        let came = |(colour, _, tally): &Colour| {
            let times = u32::try_from((*tally)?).ok()?;
            let (one, more) = (("# time", "# vez"), ("# times", "# veces"));
            Some([name(colour, locale), " ", &say_counted(locale, times, one, more)].concat())
        };
        let results: Vec<String> = self.colours.iter().filter_map(came).collect();
        let tally = match results.is_empty() {
            true => String::new(),
            false => told(locale, "Results: #.", "Resultados: #.", &[&results.join(", ")]),
        };
        joined(&[spinner, tally])
    }
}

fn known(colour: &str) -> Option<&'static (&'static str, &'static str, [&'static str; 2])> {
    COLOURS.iter().find(|(en, ..)| *en == colour)
}

/// The colour's name, alone.
pub fn name(colour: &str, locale: Locale) -> &str {
    match (locale, known(colour)) {
        (Locale::Es, Some((_, es, _))) => es,
        _ => colour,
    }
}
