//! Tables of expressions and their values.

use super::*;

fn told(source: &str) -> String {
    let mut scope = Scope::default();
    for (name, value) in [("n", 3), ("d", 4), ("top", 2)] {
        scope.set(name, Value::whole(value));
    }
    scope.set("l", Value::list([5, 1, 3, 1].into_iter().map(Value::whole).collect()));
    scope.set("colour", Value::text("red"));
    scope.set("mine", Value::None);
    match Expr::parse(source).and_then(|expr| expr.eval(&scope)) {
        Ok(value) => value.to_string(),
        Err(Fault { at, what }) => format!("{what} at {at}"),
    }
}

fn check(source: &str, expected: &str) {
    assert_eq!(told(source), expected, "{source}");
}

#[test]
fn numbers_are_exact() {
    check("1/3 + 1/6", "1/2");
    check("0.25 * 4", "1");
    check("2n", "6");
    check("2n/d", "3/2");
    check("n/2d", "3/8");
    check("2(n + d)", "14");
    check("-2^2", "-4");
    check("2^-1", "1/2");
    check("2n^2", "18");
    check("1 - -1", "2");
    check("7 - 2 - 1", "4");
    check("n / d / 2", "3/8");
}

#[test]
fn conditions_chain_and_stop_early() {
    check("0 < n <= d", "true");
    check("0 < n < n", "false");
    check("n == 3 and not d == 3", "true");
    check("d < n < 2d", "false");
    check("colour == 'red'", "true");
    check("n != 3 or mine == 1", "none");
    check("n == 3 or mine == 1", "true");
    check("n != 3 and mine < 1", "false");
    check("if(n > d, 'more', 'less')", "less");
}

#[test]
fn functions_of_numbers() {
    check("abs(-3/4)", "3/4");
    check("min(3, 1/2, 2)", "1/2");
    check("max(l)", "5");
    check("floor(-7/2)", "-4");
    check("ceil(-7/2)", "-3");
    check("round(5/2)", "3");
    check("round(-5/2)", "-3");
    check("round(347, 10)", "350");
    check("mod(-7, 3)", "2");
    check("div(17, 5)", "3");
    check("gcd(12, 18)", "6");
    check("lcm(4, 6, 10)", "60");
    check("num(6/8)", "3");
    check("den(6/8)", "4");
    check("digit(402, 10)", "0");
    check("digit(402, 100)", "4");
    check("digit(0.75, 0.1)", "7");
}

#[test]
fn lists_count_from_one() {
    check("l[1]", "5");
    check("l[9]", "none");
    check("[n, d][2]", "4");
    check("len(l)", "4");
    check("sum(l)", "10");
    check("sort(l)", "1, 1, 3, 5");
    check("unique(l)", "5, 1, 3");
    check("has(l, 3)", "true");
    check("range(1, 5)", "1, 2, 3, 4, 5");
    check("range(0, 1, 1/4)", "0, 1/4, 1/2, 3/4, 1");
    check("count(l, it > 2)", "2");
    check("keep(l, it != 1)", "5, 3");
    check("map(l, it / 2)", "5/2, 1/2, 3/2, 1/2");
    check("all(l, it > 0)", "true");
    check("any(l, it > 5)", "false");
}

#[test]
fn nothing_that_cannot_be_computed_spreads() {
    check("1/0", "none");
    check("1 + 1/0", "none");
    check("9223372036854775807 + 1", "none");
    check("abs(1/0)", "none");
    check("[1, 1/0]", "none");
    check("2^(1/2)", "none");
    check("if(1/0 == 1, 1, 2)", "none");
}

#[test]
fn mistakes_are_positions() {
    check("", "something is missing at the end at 0");
    check("n +", "something is missing at the end at 3");
    check("n ? d", "`?` is not expected here at 2");
    check("foo(1)", "there is no function `foo` at 0");
    check("n + x", "`x` is not known here at 4");
    check("n + colour", "a number is needed here, not a text at 0");
    check("n == colour", "a number cannot be compared with a text at 5");
    check("mod(1)", "`mod` needs 2 arguments, not 1 at 0");
    check("it + 1", "`it` stands only inside count, keep, map, all and any at 0");
    check("count(l, any(l, it > 1))", "functions with `it` cannot stand inside each other at 9");
    check("(n", "`)` is missing here at 2");
    check("'red", "a closing `'` is missing at 0");
    check("1.2.3", "this number cannot be read at 0");
    check("99999999999999999999", "this number cannot be read at 0");
    check("abs + 1", "the function `abs` needs brackets: `abs(…)` at 0");
}

#[test]
fn no_expression_runs_away() {
    let deep = format!("{}1{}", "(".repeat(100), ")".repeat(100));
    check(&deep, "this expression is nested too deeply at 64");
    assert!(told(&"-".repeat(1000)).starts_with("this expression is nested too deeply"));
    assert!(told(&vec!["1"; 400].join("+")).starts_with("this expression is nested too deeply"));
    assert!(told(&vec!["1"; 999].join("+")).starts_with("this expression is too long"));
    assert!(told(&"2^".repeat(500)).starts_with("this expression is nested too deeply"));
    check("range(1, 1000)", "a list has at most 64 members at 0");
    let busy = format!("sum(map(range(1, 64), {}))", vec!["it"; 100].join(" + "));
    assert!(told(&busy).starts_with("this takes too many steps"), "{}", told(&busy));
}

#[test]
fn names_and_wholeness_are_known_without_evaluating() {
    let names = |source| {
        Expr::parse(source).expect("an expression").names().into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names("n/d + max(top, l[n])"), "d l n top");
    let whole =
        |source| !Expr::parse(source).expect("an expression").may_be_fractional(&|name| name == "share");
    assert!(whole("n * d + div(n, d)"));
    assert!(whole("if(share > 1, n, d)"));
    assert!(!whole("n / d"));
    assert!(!whole("2share"));
}
