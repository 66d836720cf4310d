//! Things in rows of which some are marked: ten frames, hundred charts, and things to count one by one.
//!
//! ```toml
//! figure = { ten_frame = ["4", "3"], room = "10", enter = true }
//! figure = { hundred_chart = "1..100", columns = "10", mark = "multiples", hide = ["34"], enter = true }
//! figure = { tap_count = "13", as = "star", enter = true }
//! ```
//! `ten_frame`: how many counters, or how many of each of two kinds; `room`: 5, 10 or 20 of them at most. With `enter` the
//! frame is filled, and types how many counters lie in it. `hundred_chart`: these numbers in rows; `mark` and `hide` some of them.
//! `enter`: the learner marks numbers; it types them, `3, 6, 9`. `tap_count`: so many stars, dots or leaves, not in rows.
//! `enter`: each is tapped and gets its number; it types how many.

use super::given::{Given, Table};
use super::say::{counted, joined, told};
use super::{Fault, fault};
use crate::notation::Locale;

/// Numbers of a chart that can still be read.
const MOST_NUMBERS: i64 = 120;
const MOST_THINGS: i64 = 40;

#[derive(Clone, Debug, PartialEq)]
pub struct Cells {
    pub of: CellsOf,
    pub columns: u32,
    /// How many there are; the last row may be short.
    pub count: u32,
    /// Places that are marked, in reading order from 0.
    pub marked: Vec<u32>,
    /// Places whose number is not shown.
    pub hidden: Vec<u32>,
    pub enter: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellsOf {
    /// Places for counters, five in a row; of the counters the last few are of a second kind.
    Frame {
        second: u32,
    },
    /// Numbers, from this one on.
    Chart {
        from: i64,
    },
    Things(Thing),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Star,
    Dot,
    Leaf,
}

impl Cells {
    pub fn of(kind: &str, given: &Table) -> Result<Self, Fault> {
        match kind {
            "ten_frame" => Self::frame(given),
            "hundred_chart" => Self::chart(given),
            _ => Self::things(given),
        }
    }

    /// As packs name it.
    pub fn kind(&self) -> &'static str {
        match self.of {
            CellsOf::Frame { .. } => "ten_frame",
            CellsOf::Chart { .. } => "hundred_chart",
            CellsOf::Things(_) => "tap_count",
        }
    }

    fn frame(given: &Table) -> Result<Self, Fault> {
        let counters =
            given.list("ten_frame").iter().map(|count| count.count(20)).collect::<Result<Vec<_>, _>>()?;
        let all: u32 = counters.iter().sum();
        let room = match given.number("room")?.map(|room| room.as_integer()) {
            None => 10,
            Some(Some(room @ (5 | 10 | 20))) => room as u32,
            Some(_) => return Err(fault(what!("a frame has no such room", "`room` is 5, 10 or 20"))),
        };
        if counters.is_empty() || counters.len() > 2 || all > room {
            return Err(fault(what!(
                "a frame does not hold these counters",
                "a ten frame holds one or two kinds of counters, {room} at most; more need `room = \"20\"`"
            )));
        }
        let second = counters.get(1).copied().unwrap_or(0);
        let (marked, of) = ((0..all).collect(), CellsOf::Frame { second });
        Ok(Self { of, columns: 5, count: room, marked, hidden: Vec::new(), enter: given.is("enter") })
    }

    fn chart(given: &Table) -> Result<Self, Fault> {
        let (from, to) = given.range("hundred_chart")?;
        let ends = from.as_integer().zip(to.as_integer());
        let Some((from, to)) = ends.filter(|(from, to)| *from >= 0 && to - from < MOST_NUMBERS && *to < 1000)
        else {
            return Err(fault(what!(
                "a chart has too many numbers",
                "a hundred chart holds at most {MOST_NUMBERS} whole numbers, below 1000"
            )));
        };
        let columns = given.get("columns").map_or(Ok(10), |columns| columns.whole(2, 12))? as u32;
        let places = |key: &str| {
            let place = |number: &Given| number.whole(from, to).map(|number| (number - from) as u32);
            given.list(key).iter().map(place).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            of: CellsOf::Chart { from },
            columns,
            count: (to - from + 1) as u32,
            marked: places("mark")?,
            hidden: places("hide")?,
            enter: given.is("enter"),
        })
    }

    fn things(given: &Table) -> Result<Self, Fault> {
        let count = match given.get("tap_count") {
            Some(count) => count.whole(1, MOST_THINGS)? as u32,
            None => 1,
        };
        let thing = match given.word("as") {
            Some("dot") => Thing::Dot,
            Some("leaf") => Thing::Leaf,
            _ => Thing::Star,
        };
        // About as many rows as there are columns.
        let columns = (2..).find(|columns| columns * columns * 2 >= count * 3).unwrap_or(2);
        Ok(Self {
            of: CellsOf::Things(thing),
            columns,
            count,
            marked: Vec::new(),
            hidden: Vec::new(),
            enter: given.is("enter"),
        })
    }

    pub fn rows(&self) -> u32 {
        self.count.div_ceil(self.columns)
    }

    /// The number that stands at a place of a chart.
    pub fn number(&self, place: u32) -> i64 {
        match self.of {
            CellsOf::Chart { from } => from + i64::from(place),
            _ => i64::from(place) + 1,
        }
    }

    pub fn alt(&self, locale: Locale) -> String {
        match self.of {
            CellsOf::Frame { second } => self.alt_frame(second, locale),
            CellsOf::Chart { .. } => self.alt_chart(locale),
            CellsOf::Things(thing) => self.alt_things(thing, locale),
        }
    }

    /// Told row by row, as the eye takes it in; adding up is left to the reader.
    fn alt_frame(&self, second: u32, locale: Locale) -> String {
        let room = self.count.to_string();
        let (en, es) = match self.count {
            5 => ("A five frame.", "Un marco de cinco."),
            10 => ("A ten frame.", "Un marco de diez."),
            _ => ("Two ten frames.", "Dos marcos de diez."),
        };
        let frame = told(locale, en, es, &[]);
        if self.enter {
            let ready =
                told(locale, "It has # places for counters.", "Tiene # lugares para fichas.", &[&room]);
            return joined(&[frame, ready]);
        }
        let all = self.marked.len() as u32;
        let rows: Vec<String> = (0..self.rows())
            .map(|row| all.saturating_sub(row * self.columns).min(self.columns).to_string())
            .collect();
        let rows = told(
            locale,
            "Counters in each row, from the top: #.",
            "Fichas en cada fila, desde arriba: #.",
            &[&rows.join(", ")],
        );
        let last = counted(
            locale,
            second,
            ("The last # counter is a ring.", "La última ficha es un anillo."),
            ("The last # counters are rings.", "Las últimas # fichas son anillos."),
        );
        joined(&[frame, rows, if second == 0 { String::new() } else { last }])
    }

    fn alt_chart(&self, locale: Locale) -> String {
        let ends = [0, self.count - 1].map(|place| self.number(place).to_string());
        let columns = self.columns.to_string();
        let chart = told(
            locale,
            "A chart of the numbers from # to #, # in a row.",
            "Una tabla con los números de # a #, # en cada fila.",
            &[&ends[0], &ends[1], &columns],
        );
        let marked: Vec<String> = self.marked.iter().map(|place| self.number(*place).to_string()).collect();
        let marked = told(locale, "Marked: #.", "Marcados: #.", &[&marked.join(", ")]);
        // A hidden number is told by its neighbours' places, never by itself.
        let place = |place: &u32| {
            let (row, column) = (place / self.columns + 1, place % self.columns + 1);
            let at = [row.to_string(), column.to_string()];
            told(locale, "row #, column #", "fila #, columna #", &[&at[0], &at[1]])
        };
        let hidden: Vec<String> = self.hidden.iter().map(place).collect();
        let hidden = told(locale, "Empty: #.", "Vacíos: #.", &[&hidden.join("; ")]);
        joined(&[
            chart,
            if self.marked.is_empty() { String::new() } else { marked },
            if self.hidden.is_empty() { String::new() } else { hidden },
        ])
    }

    /// Each of them is named, so that whoever listens can count along.
    fn alt_things(&self, thing: Thing, locale: Locale) -> String {
        let (en, es, one) = match (thing, locale) {
            (Thing::Star, Locale::En) => ("Stars to count: #.", "", "star"),
            (Thing::Dot, Locale::En) => ("Dots to count: #.", "", "dot"),
            (Thing::Leaf, Locale::En) => ("Leaves to count: #.", "", "leaf"),
            (Thing::Star, Locale::Es) => ("", "Estrellas para contar: #.", "estrella"),
            (Thing::Dot, Locale::Es) => ("", "Puntos para contar: #.", "punto"),
            (Thing::Leaf, Locale::Es) => ("", "Hojas para contar: #.", "hoja"),
        };
        let all = vec![one; self.count as usize].join(", ");
        told(locale, en, es, &[&all])
    }
}
