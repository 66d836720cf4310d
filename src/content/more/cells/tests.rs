use super::*;
use crate::notation::Locale;

fn columns(sum: &str) -> Columns {
    let mut parts = sum.split(' ');
    let mut next = || parts.next().expect("a part");
    let top = next().parse().expect("a number");
    let op = Op::read(next().chars().next().expect("a sign")).expect("a known sign");
    Columns::new(op, top, next().parse().expect("a number")).expect("a sound sum")
}

#[test]
fn a_paper_is_recorded_and_read_again() {
    for response in [
        "246",
        "246 | 3 9 12",
        "1058 | - | - 1 3 8 | - 9 2 -",
        "21 R 3 | - | 8 - | 0 7",
        "2_6",
        " | 3 - -",
        "",
    ] {
        assert_eq!(Paper::read(response).write(), response);
    }
    assert_eq!(Paper::read("21 r 3").rest, Some(3));
    assert_eq!(Paper::read("24.6").result, [], "no row of digits");
    assert_eq!(Paper::read("1,058").result, []);
}

#[test]
fn what_stands_after_the_first_wrong_cell_is_judged_by_what_came_of_it() {
    let check = |sum: &str, response: &str, expected: &str| {
        let told = |cell: &Cell| match cell.verdict {
            Verdict::Right => '+',
            Verdict::Wrong => '!',
            Verdict::Follows => '~',
            Verdict::Open => '?',
        };
        let cells = judge(&columns(sum), &Paper::read(response));
        assert_eq!(cells.iter().map(told).collect::<String>(), expected, "{sum}: {response}");
    };
    check("402 - 156", "246", "+++");
    check("402 - 156", "156", "+!?");
    check("402 - 156", "256", "+!~");
    check("47 + 38", "75", "+!");
    check("86 + 45", "31", "++!");
    check("478 + 365", "733", "+!~");
    check("46 × 3", "128", "+!~");
    check("900 - 900", "000", "+++");
    check("46 × 23", "1058", "++++");
    check("46 × 23", "230 | - | 1 3 8 | 9 2", "+++!~~~~");
    check("87 ÷ 4", "21 R 3 | - | 8 - | 0 7 | 4 | 3", "+++++++");
}

#[test]
fn a_long_division_goes_on_from_what_was_written_in_the_wrong_cell() {
    let check = |sum: &str, response: &str, expected: &str| {
        let sum = columns(sum);
        let told = |cell: &Cell| match cell.verdict {
            Verdict::Right => '+',
            Verdict::Wrong => '!',
            Verdict::Follows => '~',
            Verdict::Open => '?',
        };
        let paper = Paper::read(response);
        let cells: String = judge(&sum, &paper).iter().map(told).collect();
        assert_eq!(cells, expected, "{sum:?}: {response}");
        let slip = first_wrong(&sum, &paper).expect("it is wrong");
        let told = [Locale::En, Locale::Es].map(|locale| say::remark(&sum, &slip, locale).print());
        let said = [told[0].contains("follows from it"), told[1].contains("sale de ahí")];
        assert_eq!(said, [expected.ends_with('~') && !expected.contains('?'); 2], "{response}: {told:?}");
    };
    check("618 ÷ 6", "13", "+!");
    // 13 - 12 taken for 2: 28 has four sixes.
    check("138 ÷ 6", "24 R 4 | - | 1 2 - | 2 8 | 2 4 | 4", "+++!~~~~~");
    // 7 × 8 taken for 54: 2 are left of 56, and 27 has three eights.
    check("567 ÷ 8", "73 R 3 | - | 5 4 - | 2 7 | 2 4 | 3", "+!~~~~~~~");
    // Without any more working.
    check("856 ÷ 4", "239 | - | 8 - - | 1 5 -", "++!~~");
    // And then something else.
    check("138 ÷ 6", "22 | - | 1 2 - | 2 8 | 1 8 | 0", "+++!????");
    // One time too few at the end: multiplied back and taken away as it should be, but more is left than the divisor.
    check("77 ÷ 4", "18 R 5 | - | 4 - | 3 7 | 3 2 | 5", "++++!~~~?");
    // One time too many: it was multiplied back, and there is not so much.
    check("77 ÷ 4", "2 | - | 8 -", "!~");
    // More is left than the divisor, so no digit comes next.
    check("856 ÷ 4", "211 | - | 8 - - | 5 5 -", "++!??");
}

#[test]
fn a_cell_is_pointed_at_in_words_that_do_not_say_what_belongs_there() {
    let check = |sum: &str, response: &str, en: &str, es: &str| {
        let sum = columns(sum);
        let slip = first_wrong(&sum, &Paper::read(response)).expect("it is wrong");
        let told = |locale| say::remark(&sum, &slip, locale).print();
        assert_eq!((&*told(Locale::En), &*told(Locale::Es)), (en, es), "{response}");
    };
    check(
        "402 - 156",
        "156 | 2 10 12",
        "Look at the tens column first: does the 5 belong there? It follows from your mark 10. Where does that come from?",
        "Mira primero la columna de las decenas: ¿va ahí el 5? Sale de tu marca 10. ¿De dónde viene la marca?",
    );
    check(
        "86 + 45",
        "31",
        "A digit is missing in the hundreds column.",
        "Falta un dígito en la columna de las centenas.",
    );
    check(
        "46 × 23",
        "1048 | - | - 1 2 8 | - 9 2 0",
        "Look at line 1 of your working first, in the tens column: does the 2 belong there?",
        "Mira primero la línea 1 de tu cálculo, en la columna de las decenas: ¿va ahí el 2?",
    );
    check(
        "618 ÷ 6",
        "13",
        "Look at digit 2 of the quotient first: does the 3 belong there?",
        "Mira primero el dígito 2 del cociente: ¿va ahí el 3?",
    );
    check("87 ÷ 4", "21 R 2", "Look at the remainder first.", "Mira primero el residuo.");
}

#[test]
fn the_hint_is_for_the_next_empty_cell_and_after_a_miss_for_the_wrong_one() {
    let check = |sum: &str, draft: &str, mine: Option<&str>, expected: &str| {
        let hint = say::hint(&columns(sum), draft, mine, Locale::En);
        assert_eq!(hint.map_or("none".into(), |hint| hint.print()), expected, "{sum}: {draft}");
    };
    let trade = "In the ones column there are too few to take 6 away. To its left stands 0, so trade one further left first.";
    check("402 - 156", "", None, trade);
    let through = |b: i64, column: &str| {
        format!(
            "In the {column} column the 0 became 10, and one of those was traded away. What is left? Take {b} from that."
        )
    };
    check("705 - 536", "9", None, &through(3, "tens"));
    check("5001 - 665", "6", None, &through(6, "tens"));
    check("5001 - 665", "36", None, &through(6, "hundreds"));
    let left = "In the hundreds column one of the 4 was traded away. What is left? Take 1 from that.";
    check("402 - 156", "46", None, left);
    check("402 - 156", "246", None, "none");
    check("402 - 156", "346", Some("346"), left);
    check("47 + 38", "5", None, "In the tens column: `4 + 3`, and then add what was carried.");
    check("46 × 23", "", None, "Line 1 is 46 times the 3 of 23. In the ones column: `6 × 3`.");
    check("46 × 23", " | - | 1 3 8", None, "Line 2 is 46 times the 2 of 23. In the tens column: `6 × 2`.");
    check("46 × 23", "8 | - | 1 3 8 | 9 2 0", None, "Add the lines of your working, in the tens column.");
    let divide = "How many times does 4 go into 7? Write that digit, even if it is 0. Then multiply back, take away, and bring the next digit down.";
    check("87 ÷ 4", "2_", None, divide);
    check("87 ÷ 4", "22 R 3", Some("22 R 3"), divide);
}

#[test]
fn a_paper_that_is_right_as_far_as_it_goes_is_half_done_but_for_a_digit_that_is_carried_only() {
    let check = |sum: &str, response: &str, expected: bool| {
        assert_eq!(Paper::read(response).is_half_done(&columns(sum)), expected, "{sum}: {response}");
    };
    check("5001 - 665", "6", true);
    check("5001 - 665", "336", true);
    check("5001 - 665", "4336", false);
    check("5001 - 665", "46", false);
    check("5001 - 665", "", false);
    check("104 - 98", "6", false);
    check("86 + 45", "1", true);
    check("86 + 45", "31", false);
    check("46 × 3", "8", true);
    check("46 × 3", "38", false);
    check("87 ÷ 4", "1", false);
}
