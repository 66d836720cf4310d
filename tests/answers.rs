//! The answer tests of `docs/answers.md` against the table `tests/answers/rows.tsv`, row by row: right, wrong, or
//! exactly this advice.

use trellis::content::answer::{self, Advice, Verdict};
use trellis::notation::Locale;

const ROWS: &str = include_str!("answers/rows.tsv");
const TEACHER: &str = include_str!("answers/teacher.tsv");

fn told(verdict: Verdict) -> String {
    let advice = match verdict {
        Verdict::Right => return "right".into(),
        Verdict::Wrong => return "wrong".into(),
        Verdict::Advice(advice) => advice,
    };
    let told = match advice {
        Advice::Unreadable(unreadable) => format!("unreadable ({:?} at {})", unreadable.why, unreadable.at),
        Advice::Form(form) => format!("{form:?}"),
        Advice::UnitMissing | Advice::UnitOther => "unit".into(),
        Advice::Kind(kind) => format!("kind {kind:?}"),
        Advice::TooHard => "too hard".into(),
        other => format!("{other:?}"),
    };
    format!("advice:{}", told.to_lowercase())
}

#[test]
fn every_row_has_its_verdict() {
    let mut rows = 0;
    for (k, line) in ROWS.lines().enumerate().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, options, expected, given, verdict] = cells[..] else { panic!("line {}", k + 1) };
        let got = answer::test(name, options, expected, given, Locale::En);
        let got = got.unwrap_or_else(|fault| panic!("line {}: {fault:?}", k + 1));
        assert_eq!(told(got), verdict, "line {}: {name} [{options}] {expected:?} {given:?}", k + 1);
        rows += 1;
    }
    assert!(rows >= 400, "{rows} rows");
}

/// Answers of the kind that public fixtures have, with the verdict a teacher would give. Which advice it is does not
/// matter here.
#[test]
fn every_answer_has_the_verdict_of_a_teacher() {
    let mut rows = 0;
    for (k, line) in TEACHER.lines().enumerate().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, options, expected, given, verdict] = cells[..] else { panic!("line {}", k + 1) };
        let got = answer::test(name, options, expected, given, Locale::En);
        let got = told(got.unwrap_or_else(|fault| panic!("line {}: {fault:?}", k + 1)));
        // Who knows only right and wrong calls wrong what is readable and not accepted yet.
        let not_yet = verdict == "wrong" && got.starts_with("advice") && !got.contains("unreadable");
        let agrees = not_yet || got.split(':').next() == Some(verdict);
        assert!(agrees, "line {}: {name} [{options}] {expected:?} {given:?}: {got}", k + 1);
        rows += 1;
    }
    assert!(rows >= 500, "{rows} rows");
}

#[test]
fn an_answer_that_is_right_is_right_the_other_way_round() {
    for line in ROWS.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let symmetric = matches!(cells[0], "value" | "equation" | "inequality" | "AlgEquiv");
        if symmetric
            && cells[4] == "right"
            && !cells[2].starts_with(['$', '{', '('])
            && !cells[3].contains(", ")
        {
            let got = answer::test(cells[0], cells[1], cells[3], cells[2], Locale::En);
            assert_eq!(got, Ok(Verdict::Right), "{line}");
        }
    }
}
