//! Every kind of figure in several instances, written as an author writes them.

use crate::content::figure::read::example;
use crate::content::{Figure, Locale};
use crate::notation::{Style, mathml, parse, speak};
use crate::view::entry::{Pad, keypad};
use crate::view::{ReadBack, WriteView, words};

/// A kind and its figures, each with its source.
pub struct Group {
    pub kind: &'static str,
    pub title: &'static str,
    pub figures: Vec<(&'static str, Figure)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    pub types: &'static str,
    pub written: &'static str,
    pub fields: &'static str,
}

pub fn labels(locale: Locale) -> Labels {
    Labels {
        types: words::gallery_types(locale),
        written: words::gallery_written(locale),
        fields: words::gallery_fields(locale),
    }
}

/// A field of its own for each keypad, holding this draft.
pub fn field(pad: Pad, draft: &str, locale: Locale) -> WriteView {
    let maths = parse(draft, Style::school(locale.decimal_mark())).ok().map(|read| read.math());
    WriteView {
        label: words::gallery_field(locale).into(),
        draft: draft.into(),
        from: 0,
        to: u16::MAX,
        enabled: true,
        read_back: maths.map(|maths| ReadBack::Maths {
            label: words::read_back(locale).into(),
            node: mathml(&maths),
            spoken: speak(&maths, locale),
        }),
        keypad: keypad(pad, locale),
        keypad_label: words::answer_keypad(locale).into(),
        drawn: pad != Pad::Number,
    }
}

pub fn groups(locale: Locale) -> Vec<Group> {
    let kinds: [(&'static str, &'static str, &[&'static str]); 29] = [
        ("number_line", words::gallery_number_line(locale), &NUMBER_LINES),
        ("bars", words::gallery_bars(locale), &BARS),
        ("grid", words::gallery_grid(locale), &GRIDS),
        ("area", words::gallery_area(locale), &AREAS),
        ("tape", words::gallery_tape(locale), &TAPES),
        ("blocks", words::gallery_blocks(locale), &BLOCKS),
        ("columns", words::gallery_columns(locale), &COLUMNS),
        ("table", words::gallery_table(locale), &TABLES),
        ("plane", words::gallery_plane(locale), &PLANES),
        ("graph", words::gallery_graph(locale), &GRAPHS),
        ("polygons", words::gallery_polygons(locale), &POLYGONS),
        ("solid", words::gallery_solid(locale), &SOLIDS),
        ("clock", words::gallery_clock(locale), &CLOCKS),
        ("spinner", words::gallery_spinner(locale), &SPINNERS),
        ("box_plot", words::gallery_box_plot(locale), &BOX_PLOTS),
        ("lines", words::gallery_steps(locale), &STEPS),
        ("ten_frame", words::gallery_ten_frame(locale), &TEN_FRAMES),
        ("hundred_chart", words::gallery_hundred_chart(locale), &HUNDRED_CHARTS),
        ("tap_count", words::gallery_tap_count(locale), &TAP_COUNTS),
        ("decimal_grid", words::gallery_decimal_grid(locale), &DECIMAL_GRIDS),
        ("dot_plot", words::gallery_dot_plot(locale), &DOT_PLOTS),
        ("bar_graph", words::gallery_bar_graph(locale), &BAR_GRAPHS),
        ("scatter", words::gallery_scatter(locale), &SCATTERS),
        ("angle", words::gallery_angle(locale), &ANGLES),
        ("ratio", words::gallery_ratio(locale), &RATIOS),
        ("bond", words::gallery_bond(locale), &BONDS),
        ("balance", words::gallery_balance(locale), &BALANCES),
        ("ruler", words::gallery_ruler(locale), &RULERS),
        ("tiles", words::gallery_tiles(locale), &TILES),
    ];
    let group = |(kind, title, sources): (&'static str, &'static str, &[&'static str])| Group {
        kind,
        title,
        figures: sources.iter().filter_map(|source| Some((*source, example(source)?))).collect(),
    };
    kinds.into_iter().map(group).collect()
}

const NUMBER_LINES: [&str; 8] = [
    r#"{ "number_line": "0..2", "ticks": "1/4", "enter": true }"#,
    r#"{ "number_line": "0..10", "zoom": true, "enter": true }"#,
    r#"{ "number_line": "0..20", "hops": ["8"], "enter": "hops" }"#,
    r#"{ "number_line": "-5..5", "enter": "range" }"#,
    r#"{ "number_line": "0..3", "ticks": "1/3", "mark": "5/3", "labels": "all" }"#,
    r#"{ "number_line": "0..100", "ticks": "10", "hops": ["30", "70", "80"] }"#,
    r#"{ "number_line": "-5..5", "range": ["-2", "3"], "open": ["3"] }"#,
    r#"{ "number_line": "0..1", "ticks": "1/10", "decimal": true, "labels": "all", "range": ["0.3", ""] }"#,
];

const BARS: [&str; 4] = [
    r#"{ "bars": [["0", "4"]], "enter": true }"#,
    r#"{ "bars": [["0", "2"], ["2", "3"]], "labels": ["A", "`2/3`"], "split": true, "guide": true, "enter": true }"#,
    r#"{ "bars": [["3", "4"], ["5", "8"]], "labels": ["`3/4`", "`5/8`"], "guide": true }"#,
    r#"{ "bars": [["7", "4"]] }"#,
];

const GRIDS: [&str; 5] = [
    r#"{ "grid": ["6", "10"], "enter": "sides" }"#,
    r#"{ "grid": ["5", "8"], "enter": "total" }"#,
    r#"{ "grid": ["4", "7"], "cut": ["0", "5"], "sides": true }"#,
    r#"{ "grid": ["3", "5"], "dots": true }"#,
    r#"{ "grid": ["10", "10"], "shade": "37" }"#,
];

const AREAS: [&str; 3] = [
    r#"{ "area": [["20", "3"], ["10", "4"]], "enter": true }"#,
    r#"{ "area": [["`x`", "`2`"], ["`x`", "`3`"]], "enter": true }"#,
    r#"{ "area": [["6"], ["40", "7"]], "inside": [["240", "42"]] }"#,
];

const TAPES: [&str; 4] = [
    r#"{ "tape": [["4", "4", "4", "4", "4", "4"]], "total": "24", "enter": true }"#,
    r#"{ "tape": [["12", "12", "?12"], ["12"]], "labels": ["Ana", "Ben"], "total": "?36" }"#,
    r#"{ "tape": [["35", "?28"]], "total": "63" }"#,
    r#"{ "tape": [["2.5", "2.5", "2.5"]], "total": "7.5" }"#,
];

const BLOCKS: [&str; 4] = [
    r#"{ "blocks": ["0", "0", "0"], "enter": true }"#,
    r#"{ "blocks": ["4", "0", "2"] }"#,
    r#"{ "blocks": ["3", "14"] }"#,
    r#"{ "blocks": ["1", "2", "3", "4"] }"#,
];

const COLUMNS: [&str; 7] = [
    r#"{ "columns": ["402", "156"], "op": "-", "enter": true }"#,
    r#"{ "columns": ["3.75", "12.5"], "op": "+", "enter": true }"#,
    r#"{ "columns": ["87", "4"], "op": "÷", "enter": true }"#,
    r#"{ "columns": ["46", "23"], "op": "×", "enter": true }"#,
    r#"{ "columns": ["402", "156"], "op": "-", "worked": true }"#,
    r#"{ "columns": ["937", "4"], "op": "÷", "worked": true }"#,
    r#"{ "columns": ["478", "65"], "op": "+" }"#,
];

const TABLES: [&str; 3] = [
    r#"{ "table": [["`x`", "`y`"], ["1", "5"], ["2", "_"], ["3", "_"]], "head": "row", "enter": true }"#,
    r#"{ "table": [["A", "3", "6", "9"], ["B", "5", "_", "15"]], "head": "column", "enter": true }"#,
    r#"{ "table": [["", "A", "B"], ["Ana", "12", "8"], ["Ben", "7", "13"]], "head": "both" }"#,
];

const PLANES: [&str; 5] = [
    r#"{ "plane": "-5..5", "draw": "point", "enter": true }"#,
    r#"{ "plane": "0..10", "draw": "points", "count": "3", "enter": true }"#,
    r#"{ "plane": "-6..6", "draw": "polygon", "count": "4", "enter": true }"#,
    r#"{ "plane": "0..8", "draw": "segment", "enter": true }"#,
    r#"{ "plane": "-5..5", "points": [["2", "3"], ["-4", "1"], ["0", "-2"]], "names": ["A", "B", "C"], "polygon": [["2", "3"], ["-4", "1"], ["0", "-2"]] }"#,
];

const GRAPHS: [&str; 8] = [
    r#"{ "plane": "-10..10", "draw": "line", "enter": true }"#,
    r#"{ "plane": "-10..10", "draw": "region", "enter": true }"#,
    r#"{ "plane": "-6..6", "draw": "parabola", "enter": true }"#,
    r#"{ "plane": "-6..6", "draw": "ray", "enter": true }"#,
    r#"{ "plane": "-6..6", "curves": [["line", "1/2", "-1"], ["line", "-2", "4"]] }"#,
    r#"{ "plane": "-6..6", "curves": [["region", "<", "1", "2"], ["region", ">=", "x", "-3"]] }"#,
    r#"{ "plane": "-6..6", "curves": [["parabola", "1", "1", "-4"], ["exponential", "1", "2", "0"]] }"#,
    r#"{ "plane": "0..10", "y": "0..60", "step": ["1", "10"], "curves": [["ray", "0", "0", "1", "6"]] }"#,
];

const POLYGONS: [&str; 6] = [
    r#"{ "polygons": [[["0", "0"], ["4", "0"], ["4", "3"]]], "enter": true }"#,
    r#"{ "polygons": [[["0", "0"], ["8", "0"], ["8", "3"], ["5", "3"], ["5", "6"], ["0", "6"]]], "enter": "cut" }"#,
    r#"{ "polygons": [[["0", "0"], ["8", "0"], ["8", "3"], ["5", "3"], ["5", "6"], ["0", "6"]]], "sides": ["8 cm", "3 cm", "", "3 cm", "", "6 cm"], "cut": [[["5", "0"], ["5", "3"]]] }"#,
    r#"{ "polygons": [[["0", "0"], ["6", "0"], ["2", "4"]]], "angles": ["`x`", "45°", "63°"] }"#,
    r#"{ "polygons": [[["0", "0"], ["4", "0"], ["5", "3"], ["1", "3"]]], "squared": true }"#,
    r#"{ "polygons": [], "circle": ["0", "0", "3"], "radius": "3 cm" }"#,
];

const SOLIDS: [&str; 9] = [
    r#"{ "solid": ["box", "6", "4", "4"], "enter": true }"#,
    r#"{ "solid": ["box", "5", "3", "2"], "cubes": true }"#,
    r#"{ "solid": ["box", "8", "4", "5"], "labels": ["8 cm", "4 cm", "5 cm"] }"#,
    r#"{ "solid": ["stack"], "stack": [["3", "1", "1"], ["2", "0", "1"]] }"#,
    r#"{ "solid": ["prism", "4", "3", "6"] }"#,
    r#"{ "solid": ["pyramid", "4", "5"] }"#,
    r#"{ "solid": ["cylinder", "3", "5"] }"#,
    r#"{ "solid": ["cone", "3", "5"] }"#,
    r#"{ "solid": ["sphere", "3"] }"#,
];

const CLOCKS: [&str; 2] =
    [r#"{ "clock": "time(12, 0)", "step": "5", "enter": true }"#, r#"{ "clock": "time(7, 45)" }"#];

const SPINNERS: [&str; 2] = [
    r#"{ "spinner": ["3", "5"], "tally": ["21", "29"], "paint": ["'blue'", "'white'"] }"#,
    r#"{ "spinner": ["1", "2", "1"] }"#,
];

const BOX_PLOTS: [&str; 2] = [
    r#"{ "box_plot": "0..50", "enter": true }"#,
    r#"{ "box_plot": "0..50", "five": ["4", "11", "18", "30", "46"], "by": "10" }"#,
];

const STEPS: [&str; 6] = [
    r#"{ "lines": ["`3(x - 2) = 12`"] }"#,
    r#"{ "lines": ["`-2x + 3 < 11`"] }"#,
    r#"{ "lines": ["`2x + y = 7`", "`x - y = 2`"] }"#,
    r#"{ "lines": ["`1/2 + 1/3`"], "until": "lowest" }"#,
    r#"{ "lines": ["`2 + 3 × (8 - 4 ÷ 2)`"] }"#,
    r#"{ "lines": ["3 ft 4 in"], "unit": "in" }"#,
];

const TEN_FRAMES: [&str; 4] = [
    r#"{ "ten_frame": ["0"], "enter": true }"#,
    r#"{ "ten_frame": ["4", "3"] }"#,
    r#"{ "ten_frame": ["13"], "room": "20" }"#,
    r#"{ "ten_frame": ["4"], "room": "5" }"#,
];

const HUNDRED_CHARTS: [&str; 2] = [
    r#"{ "hundred_chart": "1..100", "mark": ["3", "6", "9"], "enter": true }"#,
    r#"{ "hundred_chart": "31..60", "hide": ["34", "45", "56"] }"#,
];

const TAP_COUNTS: [&str; 3] = [
    r#"{ "tap_count": "13", "enter": true }"#,
    r#"{ "tap_count": "7", "as": "leaf", "enter": true }"#,
    r#"{ "tap_count": "20", "as": "dot" }"#,
];

const DECIMAL_GRIDS: [&str; 4] = [
    r#"{ "decimal_grid": "100", "enter": true }"#,
    r#"{ "decimal_grid": "10", "enter": true }"#,
    r#"{ "decimal_grid": "100", "shade": "0.37" }"#,
    r#"{ "decimal_grid": "10", "shade": "1.4" }"#,
];

const DOT_PLOTS: [&str; 4] = [
    r#"{ "dot_plot": "0..10", "enter": true }"#,
    r#"{ "dot_plot": "0..2", "ticks": "1/4", "crosses": true, "enter": true }"#,
    r#"{ "dot_plot": "2..9", "data": ["3", "4", "4", "5", "5", "5", "8"] }"#,
    r#"{ "dot_plot": "0..1", "ticks": "0.1", "decimal": true, "data": ["0.2", "0.3", "0.3", "0.7"] }"#,
];

const BAR_GRAPHS: [&str; 4] = [
    r#"{ "bar_graph": ["A", "B", "C", "D"], "top": "20", "by": "5", "snap": "1", "enter": true }"#,
    r#"{ "bar_graph": ["Ana", "Ben", "Chidi", "Dina", "Emil"], "values": ["6", "9", "4", "12", "7"], "by": "2", "axis": "km" }"#,
    r#"{ "bar_graph": ["0–9", "10–19", "20–29", "30–39"], "top": "8", "touching": true, "enter": true }"#,
    r#"{ "bar_graph": ["0–9", "10–19", "20–29", "30–39", "40–49", "50–59"], "values": ["2", "5", "7", "6", "0", "1"], "touching": true, "axis": "n" }"#,
];

const SCATTERS: [&str; 2] = [
    r#"{ "plane": "0..10", "y": "0..50", "step": ["1", "5"], "axes": ["hours", "pages"], "points": [["1", "8"], ["2", "14"], ["3", "13"], ["4", "22"], ["6", "28"], ["7", "37"], ["9", "41"]], "draw": "line", "enter": true }"#,
    r#"{ "plane": "0..10", "axes": ["height", "width"], "points": [["1", "9"], ["2", "7"], ["4", "7"], ["5", "4"], ["8", "2"]], "curves": [["line", "-1", "10"]] }"#,
];

const ANGLES: [&str; 5] = [
    r#"{ "angle": ["0"], "protractor": true, "enter": true }"#,
    r#"{ "angle": ["0"], "step": "15", "enter": true }"#,
    r#"{ "angle": ["130"], "protractor": true }"#,
    r#"{ "angle": ["35", "?55"], "turn": "20", "sizes": true }"#,
    r#"{ "angle": ["90", "?150", "120"], "sizes": true }"#,
];

const RATIOS: [&str; 3] = [
    r#"{ "ratio_table": [["A", "2", "6", "_"], ["B", "5", "_", "30"]], "jumps": ["3", "2"], "enter": true }"#,
    r#"{ "double_number_line": [["km", "0", "3", "6", "9"], ["min", "0", "12", "_", "_"]], "enter": true }"#,
    r#"{ "double_number_line": [["km", "0", "3", "6", "9"], ["min", "0", "12", "24", "36"]] }"#,
];

const BONDS: [&str; 3] = [
    r#"{ "bond": ["8", "3", "?5"], "enter": true }"#,
    r#"{ "bond": ["10", "?4", "?6"], "enter": true }"#,
    r#"{ "bond": ["?12", "3", "4", "5"] }"#,
];

const BALANCES: [&str; 3] = [
    r#"{ "balance": [["x", "x", "3"], ["11"]], "enter": true }"#,
    r#"{ "balance": [["5", "3"], ["7"]], "tilt": "left" }"#,
    r#"{ "balance": [["x", "x", "x", "1"], ["x", "9"]] }"#,
];

const RULERS: [&str; 2] = [
    r#"{ "ruler": "0..12", "unit": "cm", "parts": "2", "enter": true }"#,
    r#"{ "ruler": "0..6", "unit": "in", "parts": "4", "object": ["1", "4.5"] }"#,
];

const TILES: [&str; 3] = [
    r#"{ "tiles": ["0", "0", "0"], "enter": true }"#,
    r#"{ "tiles": ["1", "3", "2"] }"#,
    r#"{ "tiles": ["2", "-5", "-7"] }"#,
];

#[cfg(test)]
mod tests {
    use super::super::hand::meant;
    use super::super::{Look, moving, start, typed};
    use super::*;
    use crate::num::SplitMix64;

    #[test]
    fn every_example_can_be_drawn() {
        let all = groups(Locale::En);
        let sources = [
            &NUMBER_LINES[..],
            &BARS,
            &GRIDS,
            &AREAS,
            &TAPES,
            &BLOCKS,
            &COLUMNS,
            &TABLES,
            &PLANES,
            &GRAPHS,
            &POLYGONS,
            &SOLIDS,
            &CLOCKS,
            &SPINNERS,
            &BOX_PLOTS,
            &STEPS,
            &TEN_FRAMES,
            &HUNDRED_CHARTS,
            &TAP_COUNTS,
            &DECIMAL_GRIDS,
            &DOT_PLOTS,
            &BAR_GRAPHS,
            &SCATTERS,
            &ANGLES,
            &RATIOS,
            &BONDS,
            &BALANCES,
            &RULERS,
            &TILES,
        ];
        for source in sources.into_iter().flatten() {
            assert!(example(source).is_some(), "{source}");
        }
        for group in all {
            for (source, figure) in group.figures {
                let alts = Locale::ALL.map(|locale| figure.alt(locale));
                assert!(alts.iter().all(|alt| !alt.is_empty()) && alts[0] != alts[1], "{source}: {alts:?}");
            }
        }
    }

    /// Every handle moved a little, every box filled: as somebody would by keyboard alone.
    fn worked(figure: &Figure) -> String {
        let mut hand = start(figure, "", Locale::En);
        for place in 0..8 {
            let look =
                Look { hand: &hand, draft: "", checked: None, open: true, active: None, locale: Locale::En };
            let now = moving(figure, look);
            let Some(handle) = now.handles.get(place) else { break };
            let own = std::iter::repeat_n("ArrowRight", 2 + place)
                .chain(std::iter::repeat_n("ArrowUp", 1 + place * place));
            for key in own {
                hand = handle.key(&hand, key).expect("arrow keys mean something");
            }
            // The space bar marks, where something is marked.
            hand = handle.key(&hand, " ").unwrap_or(hand);
        }
        for cell in 0..hand.cells.len() {
            hand = hand.with_cell(cell, "1");
        }
        typed(figure, &hand)
    }

    #[test]
    fn whatever_a_figure_types_can_be_read() {
        let mut told = Vec::new();
        for (source, figure) in groups(Locale::En).into_iter().flat_map(|group| group.figures) {
            if !figure.enter() {
                continue;
            }
            let typed = worked(&figure);
            let style = Style::school(Locale::En.decimal_mark()).with_list();
            // What stands after a bar are marks.
            let read = parse(typed.split(" | ").next().unwrap_or_default(), style);
            assert!(read.is_ok(), "{source} types {typed:?}: {read:?}");
            // What was typed brings the figure back to where it typed the same; a sum does not tell its parts.
            let again = super::super::typed(&figure, &start(&figure, &typed, Locale::En));
            assert!(again == typed || is_summed(&figure), "{source} types {typed:?}, then {again:?}");
            told.push(typed);
        }
        expect_test::expect![[r#"
            2/4
            2
            11
            2 <= x <= 5
            2/4
            2/7
            1 × 2
            2
            4
            4
            8
            359
            111 | 1 1 1
            11.11
            11 R 1 | - | 1 1 | 1 1 | 1 1 | 1 1
            1111 | 1 1 1 1 | 1 1 1 1 | 1 1 1 1
            1, 1
            1
            (1, 1)
            {(1, 1), (2, 2), (3, 5)}
            {(1, 1), (2, 2), (3, 5), (4, 6)}
            {(1, 1), (2, 2)}
            y = x
            y <= x
            y = (x - 1)^2 + 1
            {(1, 1), (2, 2)}
            (2, 1), (6, 2), (6, 5)
            {(5, 4), (6, 5)}
            64
            3:25
            10, 20, 33, 47, 50
            1
            1
            1
            1
            1
            1
            1
            2, 3, 6, 9
            1
            1
            0.1
            0.2
            1
            1/4
            0, 1, 0, 0
            0, 1, 0, 0
            y = 5x
            15
            45
            1, 1
            1, 1
            2
            2, 4
            4
            2.5
            3x^2 + 5x + 9"#]]
        .assert_eq(&told.join("\n"));
    }

    #[test]
    fn whatever_is_typed_pressed_and_dragged_nothing_breaks() {
        const SIGNS: [&str; 24] = [
            "0", "1", "2", "7", "40", "-", "/", ",", "(", ")", "{", "}", "x", "y", "=", "<", ">=", ":",
            " R ", "^2", ".", " ", "×", "é",
        ];
        const KEYS: [&str; 9] =
            ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", " "];
        let mut rng = SplitMix64::new(7);
        let mut draw = |most: usize| rng.below(most as u64) as usize;
        for (source, figure) in groups(Locale::Es).into_iter().flat_map(|group| group.figures) {
            for _ in 0..20 {
                let draft: String = (0..draw(12)).map(|_| SIGNS[draw(SIGNS.len())]).collect();
                let mut hand = start(&figure, &draft, Locale::Es);
                for _ in 0..25 {
                    let look = Look {
                        hand: &hand,
                        draft: &draft,
                        checked: None,
                        open: true,
                        active: Some(0),
                        locale: Locale::Es,
                    };
                    let now = moving(&figure, look);
                    let spot = (draw(4000) as i32 - 200, draw(3000) as i32 - 200);
                    let next = match draw(4) {
                        0 => meant(&now.handles, &hand, spot)
                            .map(|k| now.handles[k].brought(&hand, spot, true)),
                        1 if !now.presses.is_empty() => now.presses[draw(now.presses.len())].to.clone(),
                        2 if !hand.cells.is_empty() => {
                            Some(hand.with_cell(draw(hand.cells.len()), SIGNS[draw(SIGNS.len())]))
                        }
                        _ if !now.handles.is_empty() => {
                            now.handles[draw(now.handles.len())].key(&hand, KEYS[draw(KEYS.len())])
                        }
                        _ => None,
                    };
                    hand = next.unwrap_or(hand);
                    assert!(typed(&figure, &hand).len() < 400, "{source}");
                }
            }
        }
    }

    fn is_summed(figure: &Figure) -> bool {
        use crate::content::figure::GridEntry;
        match figure {
            Figure::Area(_) | Figure::Solid(_) | Figure::Balance(_) => true,
            Figure::Grid(grid) => grid.enter == Some(GridEntry::Total),
            _ => false,
        }
    }
}
