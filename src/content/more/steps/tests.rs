use super::*;

/// Lines under a start, told as a teacher would mark them.
fn check(text: &str, expected: &str) {
    let (start, lines) = text.split_once("; ").expect("a start and lines");
    let work = Work::of(&[start.into()], "", "", None, true).expect("work");
    let marks = work.marks(lines, DecimalMark::Point);
    let mut told = marks.iter().enumerate().map(|(k, (_, mark))| match mark {
        Mark::Judged(Verdict::Wrong { by }) => format!("wrong {k} {by:?}"),
        Mark::Judged(Verdict::Done(_)) => "solved".into(),
        Mark::Judged(Verdict::Unfit(unfit)) => format!("{unfit:?}"),
        Mark::Open => "open".into(),
        _ => "goes on".into(),
    });
    assert_eq!(told.next_back(), Some(expected.into()), "{text}");
}

#[test]
fn any_valid_path_is_taken_and_the_first_wrong_line_is_named() {
    check("3(x - 2) = 12; x - 2 = 4; x = 6", "solved");
    check("3(x - 2) = 12; 3x - 6 = 12; 3x = 18; 6 = x", "solved");
    check("3(x - 2) = 12; x = 12/3 + 2", "goes on");
    check("3(x - 2) = 12; 3x = 18", "goes on");
    check("3(x - 2) = 12; 3x - 2 = 12", "wrong 0 [DistributeFirstOnly]");
    check("3(x - 2) = 12; x - 2 = 9", "wrong 0 [SubtractCoefficient]");
    // 12 - 6: taken away once more, or the minus of the 6 was lost before.
    check("3(x - 2) = 12; 3x - 6 = 12; 3x = 6", "wrong 1 [SameOperation, LostSign]");
    check("2x + 6 = 14; x + 6 = 7", "wrong 0 [DivideOneTerm]");
    check("2x + 6 = 14; x = 100", "wrong 0 []");
    check("2x + 6 = 14; y = 4", "OtherLetter");
    check("2x + 6 = 14; x = 100; x = 4", "open");
}

#[test]
fn what_is_no_work_is_told_apart_from_what_is() {
    let kind = |start: &[&str]| {
        let start: Vec<String> = start.iter().map(|line| (*line).into()).collect();
        Work::of(&start, "", "", None, true).map(|work| work.kind)
    };
    assert!(matches!(kind(&["x + 2 = 5"]), Some(Kind::Equation { .. })));
    assert!(matches!(kind(&["x + 2 < 5"]), Some(Kind::Inequality { .. })));
    assert!(matches!(kind(&["x + y = 5", "x - y = 1"]), Some(Kind::System { .. })));
    assert_eq!(kind(&["x = x"]), None, "any number solves it");
    assert_eq!(kind(&["x = x + 1"]), None);
    assert_eq!(kind(&["x^2 = 4"]), None, "two numbers solve it");
    assert_eq!(kind(&["x + y = 5", "2x + 2y = 10"]), None, "one line twice");
    assert_eq!(kind(&["1/0 + 2"]), None);
}

#[test]
fn a_note_and_a_line_that_was_struck_out_are_no_lines_of_the_work() {
    let work = Work::of(&["2x + 6 = 14".into()], "", "", None, true).expect("work");
    let marks = work.marks("# 14 - 6 = 9; ~ 2x = 20; 2x = 8", DecimalMark::Point);
    assert_eq!(marks[0].1, Mark::Scratch);
    assert_eq!(marks[1].1, Mark::Struck(vec![Slip::SameOperation]));
    assert_eq!(marks[2].1, Mark::Judged(Verdict::Right(vec![Step::UndoSum])));
}
