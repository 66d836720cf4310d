//! Figures as they are drawn: marks on paper or boxes on a sheet, and what hands and keys do to them.
//!
//! Every kind is a [`Tool`]: it says how the figure stands when the field holds a draft, how it is drawn, what can be
//! moved in it, and what it types. Nothing here knows a browser; `ui::figure` draws and passes keys and presses in.
//! All of it is reached from `ui::figure` only, so that it can be loaded when the first figure comes.

mod angle;
mod area;
mod balance;
mod bar_graph;
mod bars;
mod blocks;
mod bond;
mod box_plot;
mod cells;
mod clock;
mod columns;
mod decimal_grid;
mod dot_plot;
mod equation;
mod grid;
pub mod hand;
mod label;
mod number_line;
pub mod paper;
mod plane;
mod polygons;
mod ratio;
mod ruler;
pub mod sheet;
mod solid;
mod spinner;
mod steps;
mod table;
mod tape;
mod tiles;

pub mod gallery;

#[cfg(test)]
mod tests;

pub use hand::{Also, Axis, Hand, Handle, Press};
pub use paper::{Mark, Paper, float};
pub use sheet::{Cell, Sheet, Square};

use super::words;
use crate::content::{Figure, Locale};
use std::sync::{Arc, OnceLock};

/// A figure with its words and what stands in the field it types into.
#[derive(Clone, Debug)]
pub struct FigureView {
    pub figure: Arc<Figure>,
    /// Text alternative, in the learner's language.
    pub alt: String,
    pub draft: String,
    /// The last answer that was checked.
    pub checked: Option<String>,
    /// Whether it can be answered in now.
    pub open: bool,
    pub locale: Locale,
}

/// A figure is drawn once for a question and then shared: another one is another figure, whatever it looks like.
impl PartialEq for FigureView {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.figure, &other.figure)
            && (self.open, self.locale) == (other.open, other.locale)
            && (&self.alt, &self.draft, &self.checked) == (&other.alt, &other.draft, &other.checked)
    }
}

/// A figure to look at.
pub fn shown(figure: &Arc<Figure>, alt: &str, locale: Locale) -> FigureView {
    entered(figure, alt, "", false, locale)
}

/// A figure that may be a place to answer: `draft` is what stands in the field, `open` whether it can change.
pub fn entered(figure: &Arc<Figure>, alt: &str, draft: &str, open: bool, locale: Locale) -> FigureView {
    let open = open && figure.enter();
    FigureView { figure: figure.clone(), alt: alt.into(), draft: draft.into(), checked: None, open, locale }
}

/// How a figure stands now.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub hand: &'a Hand,
    /// What stands in the field.
    pub draft: &'a str,
    /// The last answer that was checked.
    pub checked: Option<&'a str>,
    pub open: bool,
    /// The handle that has the focus.
    pub active: Option<usize>,
    pub locale: Locale,
}

/// Everything there is to draw, and everything that can be done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub body: Body,
    /// What moves; empty where the figure is only shown.
    pub handles: Vec<Handle>,
    pub presses: Vec<Press>,
    /// What to do, in a sentence; may be empty.
    pub note: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Paper(Paper),
    Sheet(Sheet),
}

impl Drawn {
    fn paper(paper: Paper) -> Self {
        Self { body: Body::Paper(paper), handles: Vec::new(), presses: Vec::new(), note: String::new() }
    }

    fn sheet(sheet: Sheet) -> Self {
        Self { body: Body::Sheet(sheet), handles: Vec::new(), presses: Vec::new(), note: String::new() }
    }
}

/// One kind of figure at work.
trait Tool {
    /// How it stands when the field holds this draft; what a draft cannot tell is as at the beginning.
    fn start(&self, _draft: &str, _locale: Locale) -> Hand {
        Hand::default()
    }

    /// What it types; nothing while it is not finished.
    fn typed(&self, _hand: &Hand) -> String {
        String::new()
    }

    fn drawn(&self, look: Look) -> Drawn;
}

/// The kinds that are fetched with the wider vocabulary of packs, once they are here.
static WIDER: OnceLock<fn(&Figure) -> &dyn Tool> = OnceLock::new();

/// Brings them in. Nothing else in the first module may name them.
pub fn open() {
    let _ = WIDER.set(wider);
}

/// Draws nothing: no such figure is drawn before its kind is here.
struct Nothing;

impl Tool for Nothing {
    fn drawn(&self, _: Look) -> Drawn {
        Drawn::paper(Paper::new(0, 0))
    }
}

fn tool(figure: &Figure) -> &dyn Tool {
    #[cfg(not(target_family = "wasm"))]
    open();
    match figure {
        Figure::NumberLine(line) => line,
        Figure::Bars(bars) => bars,
        _ => WIDER.get().map_or(&Nothing, |wider| wider(figure)),
    }
}

fn wider(figure: &Figure) -> &dyn Tool {
    match figure {
        Figure::NumberLine(_) | Figure::Bars(_) => &Nothing,
        Figure::Grid(grid) => grid,
        Figure::Area(area) => area,
        Figure::Tape(tape) => tape,
        Figure::Blocks(blocks) => blocks,
        Figure::Columns(columns) => columns,
        Figure::Table(table) => table,
        Figure::Plane(plane) => plane,
        Figure::Polygons(polygons) => polygons,
        Figure::Solid(solid) => solid,
        Figure::Clock(clock) => clock,
        Figure::Spinner(spinner) => spinner,
        Figure::BoxPlot(plot) => plot,
        Figure::Steps(steps) => steps,
        Figure::Cells(cells) => cells,
        Figure::DecimalGrid(grid) => grid,
        Figure::DotPlot(plot) => plot,
        Figure::BarGraph(graph) => graph,
        Figure::Angle(angle) => angle,
        Figure::Ratio(ratio) => ratio,
        Figure::Bond(bond) => bond,
        Figure::Balance(balance) => balance,
        Figure::Ruler(ruler) => ruler,
        Figure::Tiles(tiles) => tiles,
    }
}

/// How the figure stands when the field holds this draft.
pub fn start(figure: &Figure, draft: &str, locale: Locale) -> Hand {
    tool(figure).start(draft, locale)
}

/// What the figure types into the field.
pub fn typed(figure: &Figure, hand: &Hand) -> String {
    match figure {
        Figure::NumberLine(line) => line.typed(hand),
        Figure::Bars(bars) => bars.typed(hand),
        _ => tool(figure).typed(hand),
    }
}

/// What to do in a figure that can be answered in, as far as it is known before that can be done.
pub fn note(figure: &Figure, locale: Locale) -> &'static str {
    match figure {
        Figure::NumberLine(line) => line.note(locale),
        Figure::Bars(bars) if bars.enter => words::enter_bars(locale),
        _ => "",
    }
}

/// An open figure with everything that can be moved in it; how the first kinds move is fetched later than they are.
pub fn moving(figure: &Figure, look: Look) -> Drawn {
    let mut drawn = drawn(figure, look);
    match figure {
        Figure::NumberLine(line) => line.handles(&mut drawn, look),
        Figure::Bars(bars) => bars.handles(&mut drawn, look),
        _ => return drawn,
    }
    drawn.note = note(figure, look.locale).into();
    drawn
}

pub fn drawn(figure: &Figure, look: Look) -> Drawn {
    let drawn = tool(figure).drawn(look);
    if look.open {
        return drawn;
    }
    Drawn { handles: Vec::new(), presses: Vec::new(), note: String::new(), ..drawn }
}
