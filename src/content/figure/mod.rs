//! Figures: what is drawn for one question, and what it says to someone who does not see it. A text alternative says
//! what the eye would see, counted in jumps and parts, never the value itself.
//!
//! A figure is one table in a pack; its first key is its kind. Every value in it is an expression in quotes, unless
//! it is said to be a word or a text. `enter` makes it a place to answer: it then types into the same field as the
//! keyboard, the one written form of the value. Each kind's file says its keys and what it types.

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
pub mod given;
mod grid;
mod number_line;
mod plane;
mod polygons;
mod ratio;
pub mod read;
mod ruler;
mod say;
mod solid;
mod spinner;
mod steps;
mod table;
mod tape;
mod tiles;

#[cfg(test)]
mod tests;

pub use angle::Angle;
pub use area::{Area, Side};
pub use balance::{Balance, Lower, Pan};
pub use bar_graph::BarGraph;
pub use bars::{Bar, Bars};
pub use blocks::Blocks;
pub use bond::Bond;
pub use box_plot::BoxPlot;
pub use cells::{Cells, CellsOf, Thing};
pub use clock::Clock;
pub use columns::{ColumnOp, Columns};
pub use decimal_grid::DecimalGrid;
pub use dot_plot::DotPlot;
pub use grid::{Grid, GridEntry};
pub use number_line::{End, LineEntry, NumberLine, Span};
pub use plane::{Curve, Dot, Draw, Edge, Plane, Relation};
pub use polygons::{Moves, Outline, Polygons};
pub use ratio::Ratio;
pub use read::FigureRule;
pub use ruler::Ruler;
pub use say::place as said;
pub use solid::{Form, Solid};
pub use spinner::{COLOURS, Spinner, name as colour_name};
pub use steps::Steps;
pub use table::{Head, Table};
pub use tape::{Part, Strip, Tape};
pub use tiles::{MOST_TILES, Tiles};

use super::expr::{Fault, Value};
use super::wide;
use crate::notation::Locale;
use crate::num::Rational;
use given::Given;

/// More marks or parts cannot be drawn.
pub const MAX_TICKS: i64 = 200;
pub const MAX_PARTS: i64 = 100;

/// A place on a plane: right, up.
pub type Point = (Rational, Rational);

#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    NumberLine(NumberLine),
    Bars(Bars),
    Grid(Grid),
    Area(Area),
    Tape(Tape),
    Blocks(Blocks),
    Columns(Columns),
    Table(Table),
    Plane(Plane),
    Polygons(Polygons),
    Solid(Solid),
    Clock(Clock),
    Spinner(Spinner),
    BoxPlot(BoxPlot),
    Steps(Steps),
    Cells(Cells),
    DecimalGrid(DecimalGrid),
    DotPlot(DotPlot),
    BarGraph(BarGraph),
    Angle(Angle),
    Ratio(Ratio),
    Bond(Bond),
    Balance(Balance),
    Ruler(Ruler),
    Tiles(Tiles),
}

impl Figure {
    /// The figure of evaluated keys; `kind` is one of [`read::kinds`].
    pub fn of(kind: &str, given: &given::Table) -> Result<Self, Fault> {
        Ok(match kind {
            "number_line" => Self::NumberLine(NumberLine::of(given)?),
            "bars" => Self::Bars(Bars::of(given)?),
            _ => wide::figure_of(kind, given)?,
        })
    }

    /// The kind, as packs name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NumberLine(_) => "number_line",
            Self::Bars(_) => "bars",
            Self::Grid(_) => "grid",
            Self::Area(_) => "area",
            Self::Tape(_) => "tape",
            Self::Blocks(_) => "blocks",
            Self::Columns(_) => "columns",
            Self::Table(_) => "table",
            Self::Plane(_) => "plane",
            Self::Polygons(_) => "polygons",
            Self::Solid(_) => "solid",
            Self::Clock(_) => "clock",
            Self::Spinner(_) => "spinner",
            Self::BoxPlot(_) => "box_plot",
            Self::Steps(_) => "lines",
            Self::Cells(cells) => cells.kind(),
            Self::Ratio(ratio) if ratio.lines => "double_number_line",
            Self::Ratio(_) => "ratio_table",
            Self::DecimalGrid(_) => "decimal_grid",
            Self::DotPlot(_) => "dot_plot",
            Self::BarGraph(_) => "bar_graph",
            Self::Angle(_) => "angle",
            Self::Bond(_) => "bond",
            Self::Balance(_) => "balance",
            Self::Ruler(_) => "ruler",
            Self::Tiles(_) => "tiles",
        }
    }

    /// Whether the figure is a place to answer in.
    pub fn enter(&self) -> bool {
        match self {
            Self::NumberLine(line) => line.enter.is_some(),
            Self::Bars(bars) => bars.enter,
            Self::Grid(grid) => grid.enter.is_some(),
            Self::Area(area) => area.enter,
            Self::Tape(tape) => tape.enter,
            Self::Blocks(blocks) => blocks.enter,
            Self::Columns(columns) => columns.enter,
            Self::Table(table) => table.enter,
            Self::Plane(plane) => plane.draw.is_some(),
            Self::Polygons(polygons) => polygons.enter.is_some(),
            Self::Solid(solid) => solid.enter,
            Self::Clock(clock) => clock.enter,
            Self::Spinner(_) => false,
            Self::Steps(_) => true,
            Self::BoxPlot(plot) => plot.enter,
            Self::Cells(cells) => cells.enter,
            Self::DecimalGrid(grid) => grid.enter,
            Self::DotPlot(plot) => plot.enter,
            Self::BarGraph(graph) => graph.enter,
            Self::Angle(angle) => angle.enter,
            Self::Ratio(ratio) => ratio.table.enter,
            Self::Bond(bond) => bond.enter,
            Self::Balance(balance) => balance.enter,
            Self::Ruler(ruler) => ruler.enter,
            Self::Tiles(tiles) => tiles.enter,
        }
    }

    /// Equal for figures that look alike. That of the first two kinds is part of old draws and never changes.
    pub fn data(&self) -> String {
        match self {
            Self::NumberLine(line) => line.data(),
            Self::Bars(bars) => bars.data(),
            _ => wide::figure_data(self),
        }
    }

    /// The text alternative, computed from the data.
    pub fn alt(&self, locale: Locale) -> String {
        match self {
            Self::NumberLine(line) => line.alt(locale),
            Self::Bars(bars) => bars.alt(locale),
            _ => wide::figure_alt(self, locale),
        }
    }
}

/// A figure of one of the kinds that are fetched with the wider vocabulary.
pub(super) fn wider_of(kind: &str, given: &given::Table) -> Result<Figure, Fault> {
    Ok(match kind {
        "grid" => Figure::Grid(Grid::of(given)?),
        "area" => Figure::Area(Area::of(given)?),
        "tape" => Figure::Tape(Tape::of(given)?),
        "blocks" => Figure::Blocks(Blocks::of(given)?),
        "columns" => Figure::Columns(Columns::of(given)?),
        "table" => Figure::Table(Table::of(given)?),
        "plane" => Figure::Plane(Plane::of(given)?),
        "polygons" => Figure::Polygons(Polygons::of(given)?),
        "clock" => Figure::Clock(Clock::of(given)?),
        "spinner" => Figure::Spinner(Spinner::of(given)?),
        "box_plot" => Figure::BoxPlot(BoxPlot::of(given)?),
        "lines" => Figure::Steps(Steps::of(given)?),
        "ten_frame" | "hundred_chart" | "tap_count" => Figure::Cells(Cells::of(kind, given)?),
        "ratio_table" => Figure::Ratio(Ratio::of("ratio_table", given)?),
        "double_number_line" => Figure::Ratio(Ratio::of("double_number_line", given)?),
        "decimal_grid" => Figure::DecimalGrid(DecimalGrid::of(given)?),
        "dot_plot" => Figure::DotPlot(DotPlot::of(given)?),
        "bar_graph" => Figure::BarGraph(BarGraph::of(given)?),
        "angle" => Figure::Angle(Angle::of(given)?),
        "bond" => Figure::Bond(Bond::of(given)?),
        "balance" => Figure::Balance(Balance::of(given)?),
        "ruler" => Figure::Ruler(Ruler::of(given)?),
        "tiles" => Figure::Tiles(Tiles::of(given)?),
        _ => Figure::Solid(Solid::of(given)?),
    })
}

pub(super) fn wider_alt(figure: &Figure, locale: Locale) -> String {
    match figure {
        Figure::Grid(grid) => grid.alt(locale),
        Figure::Area(area) => area.alt(locale),
        Figure::Tape(tape) => tape.alt(locale),
        Figure::Blocks(blocks) => blocks.alt(locale),
        Figure::Columns(columns) => columns.alt(locale),
        Figure::Table(table) => table.alt(locale),
        Figure::Plane(plane) => plane.alt(locale),
        Figure::Polygons(polygons) => polygons.alt(locale),
        Figure::Solid(solid) => solid.alt(locale),
        Figure::Clock(clock) => clock.alt(locale),
        Figure::Spinner(spinner) => spinner.alt(locale),
        Figure::BoxPlot(plot) => plot.alt(locale),
        Figure::Steps(steps) => steps.alt(locale),
        Figure::Cells(cells) => cells.alt(locale),
        Figure::DecimalGrid(grid) => grid.alt(locale),
        Figure::DotPlot(plot) => plot.alt(locale),
        Figure::BarGraph(graph) => graph.alt(locale),
        Figure::Angle(angle) => angle.alt(locale),
        Figure::Ratio(ratio) => ratio.alt(locale),
        Figure::Bond(bond) => bond.alt(locale),
        Figure::Balance(balance) => balance.alt(locale),
        Figure::Ruler(ruler) => ruler.alt(locale),
        Figure::Tiles(tiles) => tiles.alt(locale),
        Figure::NumberLine(_) | Figure::Bars(_) => figure.alt(locale),
    }
}

pub(super) fn wider_data(figure: &Figure) -> String {
    format!("{figure:?}")
}

/// Whether a number can be placed in the figure: on a tick, or as parts of the first bar. Other figures type values
/// that are no numbers, or any number.
pub fn can_enter(figure: &Figure, value: &Value) -> bool {
    match figure {
        Figure::NumberLine(line) => value.number().is_some_and(|value| line.can_enter(value)),
        Figure::Bars(bars) => value.number().is_some_and(|value| bars.can_enter(value)),
        _ => true,
    }
}

/// A fault of a figure.
fn fault(what: super::What) -> Fault {
    Fault::new(0, what)
}

/// A corner or a point, written as a list of two numbers.
fn point(given: &Given) -> Result<Point, Fault> {
    match given.list() {
        [x, y] => Ok((x.number()?, y.number()?)),
        _ => Err(fault(what!("a point has two numbers", "a point is written [\"x\", \"y\"]"))),
    }
}
