//! Figures made of boxes in rows: drawn as a real table, so that it is read and walked through as one. Pure.

use crate::view::Line;

#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// `table`, `area` or `columns`.
    pub class: &'static str,
    /// A drawing, and what follows its text alternative while it is only shown: what was written into it. Otherwise it is a
    /// real table with headings.
    pub told: Option<String>,
    /// Width of each column in percent; empty when they share the room.
    pub widths: Vec<u32>,
    pub rows: Vec<Vec<Square>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Square {
    pub is: Cell,
    /// How it looks: `line` above it, `big`, `faint` ...
    pub class: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Nothing,
    Words(Line),
    /// Heads its column, or its row.
    Head {
        line: Line,
        of_row: bool,
    },
    /// A box to type in.
    Entry(Entry),
    /// A box that is only shown.
    Box,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which of the hand's cells.
    pub cell: usize,
    pub name: String,
    pub value: String,
    /// Longest text.
    pub most: u32,
    /// The cell where the next digit goes.
    pub next: Option<usize>,
    /// It was found wrong, and stands there unchanged.
    pub wrong: bool,
}

impl Square {
    pub fn new(is: Cell) -> Self {
        Self { is, class: "" }
    }

    pub fn classed(class: &'static str, is: Cell) -> Self {
        Self { is, class }
    }
}
