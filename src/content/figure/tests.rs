use super::super::expr::{Scope, Value};
use super::super::reader::{At, Reader};
use super::*;
use crate::notation::Locale;
use expect_test::{Expect, expect};

fn read(toml: &str) -> Result<Figure, String> {
    let json = serde_json::from_str(toml).expect("the test's own JSON");
    let mut reader = Reader::default();
    let rule = read::figure(&mut reader, &At::new("figure", &json));
    let problems: Vec<String> = reader.problems.iter().map(|p| format!("{}: {}", p.at, p.what)).collect();
    match rule {
        Some(rule) if problems.is_empty() => rule.draw(&Scope::default()).map_err(|fault| fault.what),
        _ => Err(problems.join("; ")),
    }
}

/// What a figure says in both languages.
fn says(json: &str, expected: Expect) {
    let figure = read(json).expect("a figure");
    expected.assert_eq(&format!("{}\n{}", figure.alt(Locale::En), figure.alt(Locale::Es)));
}

fn refuses(json: &str, expected: Expect) {
    let why = read(json).expect_err("no figure");
    expected.assert_eq(&why);
}

#[test]
fn a_number_line_is_told_in_jumps_so_that_the_marked_value_is_not_given_away() {
    says(
        r#"{ "number_line": "0..2", "ticks": "1/4", "mark": "7/4" }"#,
        expect![[r#"
        A number line from 0 to 2. Each whole is cut into 4 equal jumps. Labels: 0, 1, 2. A point is marked 7 jumps from 0.
        Una recta numérica de 0 a 2. Cada entero está dividido en 4 saltos iguales. Rótulos: 0, 1, 2. Hay un punto a 7 saltos de 0."#]],
    );
    says(
        r#"{ "number_line": "0..2", "ticks": "1/4", "mark": "1/3", "labels": "ends" }"#,
        expect![[r#"
        A number line from 0 to 2. Each whole is cut into 4 equal jumps. Labels: 0, 2. A point is marked between jumps 1 and 2 from 0.
        Una recta numérica de 0 a 2. Cada entero está dividido en 4 saltos iguales. Rótulos: 0, 2. Hay un punto entre los saltos 1 y 2 desde 0."#]],
    );
    says(
        r#"{ "number_line": "0..20", "hops": ["8", "10", "9"], "enter": "hops" }"#,
        expect![[r#"
            A number line from 0 to 20. It has a tick at every whole number. Every tick has its label. An arrow starts at 8. It hops 2 jumps right. It hops 1 jump left.
            Una recta numérica de 0 a 20. Tiene una marca en cada número entero. Cada marca tiene su rótulo. Una flecha empieza en 8. Da un salto de 2 hacia la derecha. Da un salto de 1 hacia la izquierda."#]],
    );
    says(
        r#"{ "number_line": "-5..5", "range": ["-2", ""], "open": "-2", "labels": ["0"] }"#,
        expect![[r#"
        A number line from negative 5 to 5. It has a tick at every whole number. Labels: 0. The line is shaded from an open circle 3 jumps from the left end to the right without end.
        Una recta numérica de menos 5 a 5. Tiene una marca en cada número entero. Rótulos: 0. La recta está sombreada desde un círculo abierto a 3 saltos del extremo izquierdo hacia la derecha sin fin."#]],
    );
    let line = read(r#"{ "number_line": "0..2", "ticks": "1/4", "enter": true }"#).expect("a line");
    let ratio = |num, den| Value::Number(Rational::new(num, den).expect("a number"));
    assert!(
        can_enter(&line, &ratio(3, 2)) && !can_enter(&line, &ratio(1, 3)) && !can_enter(&line, &ratio(9, 4))
    );
    let zoom = read(r#"{ "number_line": "0..10", "zoom": true, "enter": true }"#).expect("a line");
    assert!(can_enter(&zoom, &ratio(347, 100)) && !can_enter(&zoom, &ratio(1, 3)));
}

#[test]
fn bars_are_told_as_parts() {
    says(
        r#"{ "bars": [["3", "4"], ["7", "6"]] }"#,
        expect![[r#"
        Bar 1: a bar cut into 4 equal parts; 3 parts are shaded. Bar 2: 2 bars of the same size, each cut into 6 equal parts; 7 parts are shaded.
        Barra 1: una barra dividida en 4 partes iguales; 3 partes están sombreadas. Barra 2: 2 barras del mismo tamaño, cada una dividida en 6 partes iguales; 7 partes están sombreadas."#]],
    );
    says(
        r#"{ "bars": [["3", "4"]], "enter": true }"#,
        expect![[r#"
        A bar cut into 4 equal parts, ready to be shaded.
        Una barra dividida en 4 partes iguales, para sombrear."#]],
    );
}

#[test]
fn arrays_areas_tapes_and_blocks_say_what_the_eye_would_see() {
    says(
        r#"{ "grid": ["4", "6"], "shade": "1", "cut": ["0", "5"] }"#,
        expect![[r#"
        A rectangle of unit squares: 4 rows of 6. 1 is shaded. A line parts it after column 5.
        Un rectángulo de cuadrados unitarios: 4 filas de 6. Hay 1 sombreado. Una línea lo separa después de la columna 5."#]],
    );
    says(
        r#"{ "grid": ["5", "6"], "enter": "sides" }"#,
        expect![[r#"
        A grid with room for 5 rows and 6 columns, to make an array in.
        Una cuadrícula con espacio para 5 filas y 6 columnas, para formar un arreglo."#]],
    );
    says(
        r#"{ "area": [["20", "3"], ["10", "4"]], "inside": [["200", ""], ["", "12"]] }"#,
        expect![[r#"
        A rectangle cut into 2 by 2 parts. The left side, from the top: 20, 3. The top side: 10, 4. Inside, row by row: 200, empty, empty, 12.
        Un rectángulo dividido en 2 por 2 partes. Lado izquierdo, desde arriba: 20, 3. Lado superior: 10, 4. Adentro, fila por fila: 200, vacío, vacío, 12."#]],
    );
    says(
        r#"{ "tape": [["12", "12", "?12"], ["7", "?5"]], "labels": ["Ana"], "total": "?36" }"#,
        expect![[r#"
            A tape diagram. Ana: 3 equal parts: 12, 12, question mark. Strip 2: 2 parts: 7, question mark. In all, over the first strip: question mark.
            Un diagrama de cinta. Ana: 3 partes iguales: 12, 12, signo de interrogación. Tira 2: 2 partes: 7, signo de interrogación. En total, sobre la primera tira: signo de interrogación."#]],
    );
    says(
        r#"{ "blocks": ["1", "0", "12"] }"#,
        expect![[r#"
        Base-ten blocks: 1 hundred, 0 tens, 12 ones.
        Bloques de base diez: 1 centena, 0 decenas, 12 unidades."#]],
    );
}

#[test]
fn columns_and_tables_are_read_row_by_row() {
    says(
        r#"{ "columns": ["402", "15.6"], "op": "-" }"#,
        expect![[r#"
        Written in columns: 402.0 minus 15.6.
        Escrito en columnas: 402.0 menos 15.6."#]],
    );
    says(
        r#"{ "columns": ["87", "4"], "op": "÷", "enter": true }"#,
        expect![[r#"
        Long division: 87 divided by 4.
        División larga: 87 entre 4."#]],
    );
    says(
        r#"{ "table": [["`x`", "`y`"], ["1", "5"], ["2", "_"]], "head": "row" }"#,
        expect![[r#"
        A table with 3 rows and 2 columns. x, y. 1, 5. 2, empty.
        Una tabla de 3 filas y 2 columnas. x, y. 1, 5. 2, vacío."#]],
    );
}

#[test]
fn a_corner_without_words_is_not_read() {
    says(
        r#"{ "table": [["", "A", "B"], ["Ana", "12", "_"]], "head": "both" }"#,
        expect![[r#"
            A table with 2 rows and 3 columns. A, B. Ana, 12, empty.
            Una tabla de 2 filas y 3 columnas. A, B. Ana, 12, vacío."#]],
    );
}

#[test]
fn planes_shapes_and_solids_are_told_by_their_points_and_measures() {
    says(
        r#"{ "plane": "-5..5", "points": [["2", "-3"]], "names": ["A"], "curves": [["line", "1/2", "-1"], ["region", "<", "x", "2"], ["parabola", "-1", "1", "3"], ["exponential", "1", "2", "0"]] }"#,
        expect![[r#"
            A coordinate plane, x from negative 5 to 5, y from negative 5 to 5. Point A at (2, negative 3). A line through (0, negative 1) and (2, 0). A dashed line through (2, 0) and (2, 1); the part to the left of it is shaded. A parabola that opens down, with its highest point at (1, 3), through (2, 2). A curve through (0, 1), (1, 2), ever flatter to one side.
            Un plano de coordenadas, x de menos 5 a 5, y de menos 5 a 5. El punto A en (2, menos 3). Una recta por (0, menos 1) y (2, 0). Una recta discontinua por (2, 0) y (2, 1); está sombreada la parte a la izquierda de ella. Una parábola que abre hacia abajo, con su punto más alto en (1, 3), que pasa por (2, 2). Una curva por (0, 1), (1, 2), cada vez más plana hacia un lado."#]],
    );
    says(
        r#"{ "polygons": [[["0", "0"], ["6", "0"], ["0", "4"]]], "sides": ["6 cm", "", "4 cm"], "cut": [[["0", "0"], ["3", "2"]]] }"#,
        expect![[r#"
            A triangle. Sides, in order: 6 cm, 4 cm. 1 right angle. A dashed line from (0, 0) to (3, 2).
            Un triángulo. Lados, en orden: 6 cm, 4 cm. 1 ángulo recto. Una línea discontinua de (0, 0) a (3, 2)."#]],
    );
    says(
        r#"{ "polygons": [], "circle": ["0", "0", "3"], "radius": "3 cm" }"#,
        expect![[r#"
        A circle with radius 3 cm.
        Un círculo de radio 3 cm."#]],
    );
    says(
        r#"{ "solid": ["box", "4", "3", "2"], "cubes": true }"#,
        expect![[r#"
        A box: 4 long, 3 wide, 2 high. It is made of unit cubes.
        Una caja: 4 de largo, 3 de ancho, 2 de alto. Está hecha de cubos unitarios."#]],
    );
    says(
        r#"{ "solid": ["stack"], "stack": [["3", "1"], ["2", "0"]] }"#,
        expect![[r#"
        A stack of unit cubes. Row 1 from the back, heights: 3, 1. Row 2 from the back, heights: 2, 0.
        Una pila de cubos unitarios. Fila 1 desde atrás, alturas: 3, 1. Fila 2 desde atrás, alturas: 2, 0."#]],
    );
}

#[test]
fn an_author_is_told_what_cannot_be_drawn() {
    refuses(
        r#"{ "number_line": "0..2", "ticks": "1/200" }"#,
        expect!["a number line needs from 1 to 200 jumps; this is 0..2 by 1/200"],
    );
    refuses(
        r#"{ "numberline": "0..2" }"#,
        expect![
            "figure: a figure has one of the keys number_line, bars, grid, area, tape, blocks, columns, table, plane, polygons, solid, clock, spinner, box_plot, lines, ten_frame, hundred_chart, tap_count, decimal_grid, dot_plot, bar_graph, angle, ratio_table, double_number_line, bond, balance, ruler, tiles"
        ],
    );
    refuses(
        r#"{ "bars": [["3", "4"]], "lables": ["A"] }"#,
        expect!["figure/lables: there is no key `lables` here; did you mean `labels`?"],
    );
    refuses(r#"{ "bars": [["3"]] }"#, expect![[r#"a bar is written ["shaded", "parts"]"#]]);
    refuses(r#"{ "grid": ["4", "60"] }"#, expect!["60 in a figure must be a whole number from 1 to 20"]);
    refuses(r#"{ "tape": [["0"]] }"#, expect!["a part of a tape is longer than 0, not 0"]);
    refuses(
        r#"{ "columns": ["4", "1/3"], "op": "+" }"#,
        expect![
            "numbers in columns are not negative, nor is their difference, have at most 8 digits, and are whole for × and ÷"
        ],
    );
    refuses(
        r#"{ "plane": "0..5", "curves": [["lime", "1", "2"]] }"#,
        expect![[r#"a curve is written as in ["line", "2", "-1"]"#]],
    );
    refuses(
        r#"{ "plane": "0..5", "draw": "lines", "enter": true }"#,
        expect!["figure/draw: there is no word `lines` here; did you mean `line`?"],
    );
    refuses(
        r#"{ "solid": ["box", "4", "3"] }"#,
        expect![[r#"a solid is written as in ["box", "4", "3", "2"]"#]],
    );
    refuses(
        r#"{ "table": [["1", "2"], ["3"]] }"#,
        expect!["all rows of a table have as many cells as the first one"],
    );
}

#[test]
fn the_data_of_old_kinds_are_part_of_old_draws() {
    let data = |json| read(json).expect("a figure").data();
    assert_eq!(data(r#"{ "number_line": "0..2", "ticks": "1/4", "mark": "7/4" }"#), " 0 2 1/4; 0 1 2; 7/4");
    assert_eq!(data(r#"{ "bars": [["3", "4"], ["7", "6"]], "labels": ["A"] }"#), "3/4/1 A;7/6/2 ;");
}

#[test]
fn clocks_spinners_and_box_plots_say_what_the_eye_would_see() {
    let given = |entries: Vec<(&'static str, given::Given)>| given::Table { entries };
    let number = |n: i64| given::Given::Number(Rational::integer(n));
    let told = |kind: &str, entries, locale| Figure::of(kind, &given(entries)).expect("a figure").alt(locale);
    assert_eq!(
        told("clock", vec![("clock", number(465))], Locale::En),
        "A clock. The short hand is between 7 and 8. The long hand is on 9."
    );
    assert_eq!(
        told("clock", vec![("clock", number(720))], Locale::Es),
        "Un reloj. La aguja corta está en el 12. La aguja larga está en el 12."
    );
    let list = |all: &[i64]| given::Given::List(all.iter().map(|n| number(*n)).collect());
    let paint =
        given::Given::List(vec![given::Given::Word("red".into()), given::Given::Word("white".into())]);
    let spinner = || vec![("spinner", list(&[3, 5])), ("tally", list(&[18, 32])), ("paint", paint.clone())];
    assert_eq!(
        told("spinner", spinner(), Locale::En),
        "A spinner with 8 equal parts: 3 red, 5 white. Results: red 18 times, white 32 times."
    );
    assert_eq!(
        told("spinner", spinner(), Locale::Es),
        "Una ruleta con 8 partes iguales: 3 rojas, 5 blancas. Resultados: rojo 18 veces, blanco 32 veces."
    );
    let range = given::Given::Range(Rational::ZERO, Rational::integer(50));
    let plot = vec![("box_plot", range.clone()), ("five", list(&[3, 7, 12, 20, 31]))];
    assert_eq!(
        told("box_plot", plot, Locale::En),
        "A box plot over a number line from 0 to 50. It reaches from 3 to 31; the box goes from 7 to 20, with a line at 12."
    );
    let wrong = vec![("box_plot", range), ("five", list(&[3, 2, 1, 4, 5]))];
    assert!(Figure::of("box_plot", &given(wrong)).is_err());
}

/// Every kind with as many ones in it as it takes: one part, one row, one jump are told as one.
#[test]
fn one_of_anything_is_told_in_the_singular() {
    let mut told = String::new();
    for json in [
        r#"{ "number_line": "0..1", "ticks": "1", "mark": "1" }"#,
        r#"{ "number_line": "0..3", "hops": ["1", "2", "1"] }"#,
        r#"{ "number_line": "0..3", "range": ["1", "2"], "open": "1" }"#,
        r#"{ "number_line": "0..3", "ticks": "1/2", "mark": "3/4" }"#,
        r#"{ "bars": [["1", "1"]] }"#,
        r#"{ "bars": [["1", "4"], ["2", "1"]] }"#,
        r#"{ "bars": [["1", "1"]], "enter": true }"#,
        r#"{ "grid": ["1", "1"], "shade": "1" }"#,
        r#"{ "grid": ["1", "1"], "enter": "total" }"#,
        r#"{ "grid": ["2", "1"], "cut": ["1", "0"], "dots": true }"#,
        r#"{ "area": [["1"], ["1"]], "inside": [["1"]] }"#,
        r#"{ "area": [["1"], ["1", "1"]], "inside": [["", "1"]] }"#,
        r#"{ "tape": [["1"]], "total": "1" }"#,
        r#"{ "tape": [["?1", "1"]] }"#,
        r#"{ "blocks": ["1", "1", "1", "1"] }"#,
        r#"{ "columns": ["1", "1"], "op": "+" }"#,
        r#"{ "table": [["1"]] }"#,
        r#"{ "plane": "0..1", "points": [["1", "1"]] }"#,
        r#"{ "polygons": [[["0", "0"], ["1", "0"], ["0", "1"]]], "sides": ["1 cm"] }"#,
        r#"{ "polygons": [], "circle": ["0", "0", "1"] }"#,
        r#"{ "solid": ["box", "1", "1", "1"], "cubes": true }"#,
        r#"{ "solid": ["cone", "1", "1"] }"#,
        r#"{ "solid": ["stack"], "stack": [["1"]] }"#,
        r#"{ "clock": "time(1, 1)" }"#,
        r#"{ "spinner": ["1"], "tally": ["1"] }"#,
        r#"{ "spinner": ["1", "1", "2"], "paint": ["'yellow'", "'purple'", "'white'"] }"#,
        r#"{ "box_plot": "0..5", "five": ["1", "1", "1", "1", "1"] }"#,
    ] {
        let figure = read(json).unwrap_or_else(|why| panic!("{json}: {why}"));
        for locale in [Locale::En, Locale::Es] {
            let alt = figure.alt(locale);
            let words: Vec<&str> = alt.split(|c: char| !c.is_alphanumeric()).collect();
            for pair in words.windows(2).filter(|pair| pair[0] == "1") {
                let plural = pair[1].chars().count() > 3 && pair[1].ends_with('s') && pair[1] != "plus";
                assert!(!plural, "{json}: {alt}");
                assert!(!matches!(pair[1], "equal" | "veces"), "{json}: one part is equal to nothing: {alt}");
            }
            told += &format!("{alt}\n");
        }
    }
    expect![[r#"
        A number line from 0 to 1. It has a tick at every whole number. Labels: 0, 1. A point is marked 1 jump from 0.
        Una recta numérica de 0 a 1. Tiene una marca en cada número entero. Rótulos: 0, 1. Hay un punto a 1 salto de 0.
        A number line from 0 to 3. It has a tick at every whole number. Labels: 0, 1, 2, 3. An arrow starts at 1. It hops 1 jump right. It hops 1 jump left.
        Una recta numérica de 0 a 3. Tiene una marca en cada número entero. Rótulos: 0, 1, 2, 3. Una flecha empieza en 1. Da un salto de 1 hacia la derecha. Da un salto de 1 hacia la izquierda.
        A number line from 0 to 3. It has a tick at every whole number. Labels: 0, 1, 2, 3. The line is shaded from an open circle 1 jump from the left end to a full circle 2 jumps from the left end.
        Una recta numérica de 0 a 3. Tiene una marca en cada número entero. Rótulos: 0, 1, 2, 3. La recta está sombreada desde un círculo abierto a 1 salto del extremo izquierdo hasta un círculo lleno a 2 saltos del extremo izquierdo.
        A number line from 0 to 3. Each whole is cut into 2 equal jumps. Labels: 0, 1, 2, 3. A point is marked between jumps 1 and 2 from 0.
        Una recta numérica de 0 a 3. Cada entero está dividido en 2 saltos iguales. Rótulos: 0, 1, 2, 3. Hay un punto entre los saltos 1 y 2 desde 0.
        A bar in one piece; 1 part is shaded.
        Una barra de una sola pieza; 1 parte está sombreada.
        Bar 1: a bar cut into 4 equal parts; 1 part is shaded. Bar 2: 2 bars of the same size, each in one piece; 2 parts are shaded.
        Barra 1: una barra dividida en 4 partes iguales; 1 parte está sombreada. Barra 2: 2 barras del mismo tamaño, cada una de una sola pieza; 2 partes están sombreadas.
        A bar in one piece, ready to be shaded.
        Una barra de una sola pieza, para sombrear.
        A rectangle of unit squares: 1 row of 1. 1 is shaded.
        Un rectángulo de cuadrados unitarios: 1 fila de 1. Hay 1 sombreado.
        A grid with room for 1 row and 1 column, to make an array in.
        Una cuadrícula con espacio para 1 fila y 1 columna, para formar un arreglo.
        An array of dots: 2 rows of 1. A line parts it after row 1.
        Un arreglo de puntos: 2 filas de 1. Una línea lo separa después de la fila 1.
        A rectangle that is not cut. The left side, from the top: 1. The top side: 1. Inside, row by row: 1.
        Un rectángulo sin dividir. Lado izquierdo, desde arriba: 1. Lado superior: 1. Adentro, fila por fila: 1.
        A rectangle cut into 1 by 2 parts. The left side, from the top: 1. The top side: 1, 1. Inside, row by row: empty, 1.
        Un rectángulo dividido en 1 por 2 partes. Lado izquierdo, desde arriba: 1. Lado superior: 1, 1. Adentro, fila por fila: vacío, 1.
        A tape diagram. Strip 1: 1 part: 1. In all, over the first strip: 1.
        Un diagrama de cinta. Tira 1: 1 parte: 1. En total, sobre la primera tira: 1.
        A tape diagram. Strip 1: 2 equal parts: question mark, 1.
        Un diagrama de cinta. Tira 1: 2 partes iguales: signo de interrogación, 1.
        Base-ten blocks: 1 thousand, 1 hundred, 1 ten, 1 one.
        Bloques de base diez: 1 millar, 1 centena, 1 decena, 1 unidad.
        Written in columns: 1 plus 1.
        Escrito en columnas: 1 más 1.
        A table with 1 row and 1 column. 1.
        Una tabla de 1 fila y 1 columna. 1.
        A coordinate plane, x from 0 to 1, y from 0 to 1. A point at (1, 1).
        Un plano de coordenadas, x de 0 a 1, y de 0 a 1. Un punto en (1, 1).
        A triangle. Sides, in order: 1 cm. 1 right angle.
        Un triángulo. Lados, en orden: 1 cm. 1 ángulo recto.
        A circle with radius 1.
        Un círculo de radio 1.
        A box: 1 long, 1 wide, 1 high. It is made of unit cubes.
        Una caja: 1 de largo, 1 de ancho, 1 de alto. Está hecha de cubos unitarios.
        A cone with radius 1, 1 high.
        Un cono de radio 1, de 1 de alto.
        A stack of unit cubes. Row 1 from the back, heights: 1.
        Una pila de cubos unitarios. Fila 1 desde atrás, alturas: 1.
        A clock. The short hand is between 1 and 2. The long hand is one mark after 12.
        Un reloj. La aguja corta está entre el 1 y el 2. La aguja larga está una marca después del 12.
        A spinner that is all one part: 1 red. Results: red 1 time.
        Una ruleta de una sola parte: 1 roja. Resultados: rojo 1 vez.
        A spinner with 4 equal parts: 1 yellow, 1 purple, 2 white.
        Una ruleta con 4 partes iguales: 1 amarilla, 1 morada, 2 blancas.
        A box plot over a number line from 0 to 5. It reaches from 1 to 1; the box goes from 1 to 1, with a line at 1.
        Un diagrama de caja sobre una recta numérica de 0 a 5. Va de 1 a 1; la caja va de 1 a 1, con una línea en 1.
    "#]].assert_eq(&told);
}

#[test]
fn things_that_are_marked_are_told_row_by_row_and_never_added_up() {
    says(
        r#"{ "ten_frame": ["4", "3"] }"#,
        expect![[r#"
        A ten frame. Counters in each row, from the top: 5, 2. The last 3 counters are rings.
        Un marco de diez. Fichas en cada fila, desde arriba: 5, 2. Las últimas 3 fichas son anillos."#]],
    );
    says(
        r#"{ "ten_frame": ["0"], "room": "20", "enter": true }"#,
        expect![[r#"
        Two ten frames. It has 20 places for counters.
        Dos marcos de diez. Tiene 20 lugares para fichas."#]],
    );
    says(
        r#"{ "hundred_chart": "31..60", "mark": ["36"], "hide": ["34", "45"] }"#,
        expect![[r#"
        A chart of the numbers from 31 to 60, 10 in a row. Marked: 36. Empty: row 1, column 4; row 2, column 5.
        Una tabla con los números de 31 a 60, 10 en cada fila. Marcados: 36. Vacíos: fila 1, columna 4; fila 2, columna 5."#]],
    );
    says(
        r#"{ "tap_count": "3", "as": "leaf" }"#,
        expect![[r#"
        Leaves to count: leaf, leaf, leaf.
        Hojas para contar: hoja, hoja, hoja."#]],
    );
    says(
        r#"{ "decimal_grid": "100", "shade": "0.37" }"#,
        expect![[r#"
        A square, one whole, cut into 10 columns of 10 small squares. Columns that are shaded: 3, and small squares of the next one: 7.
        Un cuadrado, un entero, dividido en 10 columnas de 10 cuadritos. Columnas sombreadas: 3; cuadritos de la siguiente: 7."#]],
    );
    says(
        r#"{ "decimal_grid": "10", "shade": "1.4" }"#,
        expect![[r#"
        A square, one whole, cut into 10 equal strips. Whole squares that are shaded: 1, and strips of another one: 4.
        Un cuadrado, un entero, dividido en 10 tiras iguales. Cuadrados sombreados enteros: 1; tiras de otro: 4."#]],
    );
    says(
        r#"{ "tiles": ["1", "-3", "0"] }"#,
        expect![[r#"
        Algebra tiles. Large squares, x by x: 1. Bars, x by 1: 3 negative ones.
        Fichas de álgebra. Cuadrados grandes, x por x: 1. Barras, x por 1: 3 negativas."#]],
    );
    refuses(
        r#"{ "ten_frame": ["8", "4"] }"#,
        expect![[r#"a ten frame holds one or two kinds of counters, 10 at most; more need `room = "20"`"#]],
    );
    refuses(
        r#"{ "hundred_chart": "1..500" }"#,
        expect!["a hundred chart holds at most 120 whole numbers, below 1000"],
    );
    refuses(
        r#"{ "decimal_grid": "10", "shade": "0.37" }"#,
        expect!["37/100 is no number of parts, 1 of 10 each, or more than 3"],
    );
}

#[test]
fn data_measures_and_ratios_are_told_as_they_lie() {
    says(
        r#"{ "dot_plot": "0..2", "ticks": "1/4", "data": ["1/4", "3/2", "1/4"] }"#,
        expect![[r#"
        A dot plot over a number line from 0 to 2, with a tick every one fourth. Dots over one fourth: 2; over three halves: 1.
        Un diagrama de puntos sobre una recta numérica de 0 a 2, con una marca cada un cuarto. Puntos sobre un cuarto: 2; sobre tres medios: 1."#]],
    );
    says(
        r#"{ "bar_graph": ["A", "B", "C", "D"], "values": ["6", "9", "0", "2.5"], "by": "2", "axis": "km" }"#,
        expect![[r#"
            A bar graph with 4 bars. Counted along the side: km. The scale goes from 0 to 10, with a line every 2. A: up to line 3; B: halfway between lines 4 and 5; C: no bar; D: one fourth of the way from line 1 to line 2.
            Una gráfica de 4 barras. Al lado se cuenta: km. La escala va de 0 a 10, con una línea cada 2. A: hasta la línea 3; B: a la mitad entre las líneas 4 y 5; C: sin barra; D: un cuarto del camino de la línea 1 a la línea 2."#]],
    );
    says(
        r#"{ "bar_graph": ["0–9", "10–19"], "top": "20", "by": "5", "touching": true, "enter": true }"#,
        expect![[r#"
            A histogram with 2 bars. The scale goes from 0 to 20, with a line every 5. Bars to pull up: 0–9, 10–19.
            Un histograma de 2 barras. La escala va de 0 a 20, con una línea cada 5. Barras por levantar: 0–9, 10–19."#]],
    );
    says(
        r#"{ "angle": ["130"], "protractor": true }"#,
        expect![[r#"
        An angle. A protractor lies over it, from 0 degrees at the right to 180 at the left. Its marks are 5 degrees apart. Counted from the right, the rays pass the marks: 0, 26.
        Un ángulo. Encima hay un transportador, de 0 grados a la derecha a 180 a la izquierda. Sus marcas están cada 5 grados. Contadas desde la derecha, los rayos pasan por las marcas: 0, 26."#]],
    );
    says(
        r#"{ "angle": ["35", "?55"], "turn": "20", "sizes": true }"#,
        expect![[r#"
        2 angles side by side at one point. Their sizes: 35 degrees, question mark.
        2 ángulos, uno junto a otro, en un punto. Sus medidas: 35 grados, signo de interrogación."#]],
    );
    says(
        r#"{ "angle": ["130", "50"] }"#,
        expect![[r#"
        2 angles side by side at one point. Each, in order: larger than a square corner; smaller than a square corner.
        2 ángulos, uno junto a otro, en un punto. Cada uno, en orden: mayor que una esquina recta; menor que una esquina recta."#]],
    );
    says(
        r#"{ "ruler": "0..6", "unit": "in", "parts": "4", "object": ["1", "4.5"] }"#,
        expect![[r#"
        A ruler in inches, from 0 to 6. Each unit is cut into 4 equal parts. A strip begins at 1 and ends 2 marks after 4.
        Una regla en pulgadas, de 0 a 6. Cada unidad está dividida en 4 partes iguales. Una tira empieza en el 1 y termina 2 marcas después del 4."#]],
    );
    says(
        r#"{ "ratio_table": [["A", "2", "6"], ["B", "5", "_"]], "jumps": ["3"] }"#,
        expect![[r#"
        A table with 2 rows and 3 columns. A, 2, 6. B, 5, empty. Arrows from column to column say times: 3.
        Una tabla de 2 filas y 3 columnas. A, 2, 6. B, 5, vacío. Flechas de columna a columna dicen por: 3."#]],
    );
    says(
        r#"{ "double_number_line": [["A", "0", "3"], ["B", "0", "_"]] }"#,
        expect![[r#"
        Two number lines, one under the other, with their ticks in line. A, 0, 3. B, 0, empty.
        Dos rectas numéricas, una debajo de otra, con las marcas alineadas. A, 0, 3. B, 0, vacío."#]],
    );
    says(
        r#"{ "bond": ["8", "3", "?5"] }"#,
        expect![[r#"
        A number bond. Whole: 8. Parts: 3, question mark.
        Una descomposición. Total: 8. Partes: 3, signo de interrogación."#]],
    );
    says(
        r#"{ "balance": [["x", "x", "3"], ["11"]], "tilt": "left" }"#,
        expect![[r#"
        A balance; the left pan is lower. Left: x, x, 3. Right: 11.
        Una balanza; el platillo izquierdo está más abajo. Izquierda: x, x, 3. Derecha: 11."#]],
    );
    says(
        r#"{ "plane": "0..10", "axes": ["hours", "pages"], "points": [["1", "2"]] }"#,
        expect![[r#"
        A coordinate plane, x from 0 to 10, y from 0 to 10. Along x: hours. Along y: pages. A point at (1, 2).
        Un plano de coordenadas, x de 0 a 10, y de 0 a 10. A lo largo de x: hours. A lo largo de y: pages. Un punto en (1, 2)."#]],
    );
    refuses(
        r#"{ "bar_graph": ["A", "B"], "values": ["6"] }"#,
        expect![
            "a bar graph has one height for each of its 2 bars, from 0 to 6, and on a place where its bar can be pulled"
        ],
    );
    refuses(
        r#"{ "bar_graph": ["A", "B"], "values": ["6", "7"], "by": "2", "enter": true }"#,
        expect![
            "a bar graph has one height for each of its 2 bars, from 0 to 8, and on a place where its bar can be pulled"
        ],
    );
    refuses(
        r#"{ "bar_graph": ["A", "B"], "top": "7", "by": "2" }"#,
        expect!["a scale has from 1 to 12 lines and 30 places for a top; this is 0..7 by 2, by 2"],
    );
    refuses(r#"{ "dot_plot": "0..2", "data": ["1/2"] }"#, expect!["1/2 has no place on 0..2"]);
    refuses(
        r#"{ "angle": ["100", "90"], "protractor": true }"#,
        expect!["these angles have 190 degrees together; there is room for 180"],
    );
    refuses(r#"{ "bond": ["8", "3", "4"] }"#, expect!["the parts of a bond add up to its whole"]);
    refuses(
        r#"{ "balance": [["x"], ["2.5"]], "enter": true }"#,
        expect!["a balance that is worked with is level and has boxes and whole weights"],
    );
}
