use super::*;

fn told(name: &str, expected: &str, given: &str) -> String {
    match test(name, "", expected, given, Locale::En) {
        Ok(Verdict::Right) => "right".into(),
        Ok(Verdict::Wrong) => "wrong".into(),
        Ok(Verdict::Advice(advice)) => format!("{advice:?}"),
        Err(fault) => format!("{fault:?}"),
    }
}

#[test]
fn a_right_number_in_another_form_is_advice() {
    assert_eq!(told("value", "3/4", "0.75"), "right");
    assert_eq!(told("value", "3/4", "6/8"), "right");
    assert_eq!(told("value", "3/4", "0.7"), "wrong");
    assert_eq!(told("lowest", "3/4", "6/8"), "Form(Lowest)");
    assert_eq!(told("lowest", "3/4", "5/8"), "wrong");
    assert_eq!(told("mixed", "1 3/4", "7/4"), "Form(Mixed)");
    assert_eq!(told("improper", "7/4", "1 3/4"), "Form(Improper)");
    assert_eq!(told("value", "3/4", "3/"), "Unreadable(Unreadable { at: 2, why: Unfinished })");
}
