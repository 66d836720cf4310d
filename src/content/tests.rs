//! One learner at one question: what is scored, said, hinted and solved.

use super::*;
use serde_json::{Value, json};

/// A unit with one item; `more` replaces or adds keys.
fn unit_of(more: Value) -> Unit {
    let mut item = json!({
        "id": "t.a", "skill": "t", "level": 1,
        "params": { "n": "3", "d": "4" },
        "ask": "How much is `{n}/{d}`?",
        "answer": "n/d",
        "hints": ["Look."],
        "solution": ["It is `[n]/{d}`."],
        "wrong": { "w.flip": "d/n", "w.turn": "d/n", "w.top": "n", "w.same": "2n/2d" },
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        item[key] = value.clone();
    }
    let shared = json!([
        { "id": "w.flip", "family": "w.over", "say": "One way to get {mine} is to flip." },
        { "id": "w.turn", "family": "w.over", "say": "One way to get {mine} is to turn." },
        { "id": "w.top", "say": "One way to get {mine} is to count parts as wholes." },
    ]);
    let json = json!({ "schema": 1, "unit": "t", "item": [item], "misconception": shared }).to_string();
    let (unit, problems) = Unit::read(&json);
    assert_eq!(problems, []);
    unit
}

fn question(more: Value) -> Question {
    unit_of(more).draw("t.a", 1, 0, Locale::En).expect("a question")
}

fn scored(question: &Question, response: &str) -> String {
    match question.score(response) {
        Score::Right => "right".into(),
        Score::Wrong { rules, families } => format!("wrong {} / {}", rules.join(" "), families.join(" ")),
        Score::Advice(advice) => format!("{advice:?}"),
    }
}

#[test]
fn a_number_is_compared_by_value_and_every_rule_that_gives_it_is_named() {
    let question = question(json!({}));
    let check = |response, expected| assert_eq!(scored(&question, response), expected, "{response}");
    check("3/4", "right");
    check(" 6 / 8 ", "right");
    check("0.75", "right");
    check("0,75", "right");
    check("¾", "right");
    check("4/3", "wrong w.flip w.turn / w.over");
    check("1 1/3", "wrong w.flip w.turn / w.over");
    check("3", "wrong w.top / w.top");
    check("5", "wrong  / ");
    check("", "Unreadable(Unreadable { at: 0, why: Empty })");
    check("3/", "Unreadable(Unreadable { at: 2, why: Unfinished })");
}

#[test]
fn another_form_is_advice_and_a_wrong_value_is_wrong_in_any_form() {
    let form = |form, n: &str| {
        question(json!({ "answer": { "write": "n/d", "form": form }, "params": { "n": n, "d": "4" } }))
    };
    let check = |question: &Question, response, expected| {
        assert_eq!(scored(question, response), expected, "{response}");
    };
    let lowest = form("lowest", "6");
    check(&lowest, "3/2", "right");
    check(&lowest, "1 1/2", "right");
    check(&lowest, "6/4", "OtherForm(Lowest)");
    check(&lowest, "1 2/4", "OtherForm(Lowest)");
    check(&lowest, "1.5", "OtherForm(Lowest)");
    check(&lowest, "7/4", "wrong  / ");
    let mixed = form("mixed", "7");
    check(&mixed, "1 3/4", "right");
    check(&mixed, "7/4", "OtherForm(Mixed)");
    check(&mixed, "0 7/4", "OtherForm(Mixed)");
    check(&form("improper", "7"), "1 3/4", "OtherForm(Improper)");
    check(&form("decimal", "7"), "7/4", "OtherForm(Decimal)");
    check(&form("decimal", "7"), "1.75", "right");
    for whole in ["lowest", "mixed", "improper", "decimal"] {
        check(&form(whole, "8"), "2", "right");
    }
    assert_eq!(mixed.right_value(), "1 3/4");
    assert_eq!(form("decimal", "7").right().print(), "`1.75`");
}

#[test]
fn when_many_answers_are_right_the_authors_condition_decides() {
    let question = question(json!({ "answer": { "write": "5/8", "such": "1/2 < answer < n/d" } }));
    assert_eq!(scored(&question, "2/3"), "right");
    assert_eq!(scored(&question, "3/4"), "wrong w.same / w.same");
    assert_eq!(question.score(&question.right_value()), Score::Right);
}

#[test]
fn signs_keep_their_order_and_other_options_are_shuffled_by_the_seed() {
    let signs =
        json!({ "answer": { "choose": "'<'", "from": ["<", "=", ">"] }, "wrong": { "w.flip": "'>'" } });
    let chosen = question(signs);
    let values = |question: &Question| match &question.response {
        Response::Choose { options } => options.iter().map(|o| o.value.clone()).collect::<Vec<_>>().join(" "),
        _ => "typed".into(),
    };
    assert_eq!(values(&chosen), "< = >");
    assert_eq!(scored(&chosen, "<"), "right");
    assert_eq!(scored(&chosen, ">"), "wrong w.flip / w.over");
    assert_eq!(scored(&chosen, "="), "wrong  / ");
    assert_eq!(scored(&chosen, ""), "ChooseOne");
    assert_eq!(scored(&chosen, "7"), "ChooseOne");
    let unit = unit_of(json!({ "answer": { "choose": "n/d", "from": "wrong", "show": 3 } }));
    let order = |seed| values(&unit.draw("t.a", 1, seed, Locale::En).expect("a question"));
    assert_eq!(order(1), order(1));
    let all: std::collections::BTreeSet<String> = (0..50).map(order).collect();
    assert_eq!(all.len(), 6, "{all:?}");
    assert!(all.iter().all(|values| values.contains("3/4") && !values.contains("none")));
}

#[test]
fn labels_show_what_values_cannot() {
    let question = question(json!({
        "answer": { "choose": "1", "from": ["1", "2", "3"] },
        "labels": ["`{2n}/{2d}`", "`{n}/{2d}`", "`{2n}/{d}`"],
        "wrong": { "w.flip": "2" },
    }));
    assert_eq!(question.right().print(), "`6/8`");
    assert_eq!(question.read_back("2").expect("an option").to_string(), "3/8");
    assert_eq!(question.rule_says("w.flip", "2").print(), "One way to get `3/8` is to flip.");
    assert_eq!(question.read_back("9"), Err(Advice::ChooseOne));
}

#[test]
fn a_hint_waits_for_its_condition() {
    let question = question(json!({ "hints": [
        { "when": "tries > 0 and mine > 1", "say": "Is {mine} more than one?" },
        { "when": "why == 'w.top'", "say": "Those are parts." },
        { "say": "Look at the bar.", "figure": { "bars": [["n", "d"]] } },
    ] }));
    let told = |k, mine: Option<&str>, why: Option<&str>| {
        let state = LearnerState {
            tries: u32::from(mine.is_some()),
            mine: mine.map(String::from),
            why: why.map(String::from),
            draft: None,
        };
        question.hint(k, &state).map_or("none".into(), |hint| format!("{} {}", hint.at, hint.say.print()))
    };
    assert_eq!(question.hint_count(), 3);
    assert_eq!(told(0, None, None), "2 Look at the bar.");
    assert_eq!(told(0, Some("8/6"), None), "0 Is `8/6` more than one?");
    assert_eq!(told(1, Some("3"), Some("w.top")), "1 Those are parts.");
    assert_eq!(told(1, Some("what?"), None), "2 Look at the bar.");
    assert_eq!(told(3, None, None), "none");
    let hint = question.hint(2, &LearnerState::default()).expect("the last hint");
    assert_eq!(hint.alt, "A bar cut into 4 equal parts; 3 parts are shaded.");
}

#[test]
fn the_prompt_lets_the_answer_be_checked_and_keeps_the_answer_to_itself() {
    let general = question(json!({})).prompt("4/3").print();
    let expected = "You answered `4/3`. Without working it out: is the number asked for more than `1/2` or less? Is yours, too?";
    assert_eq!(general, expected);
    let own = question(json!({ "prompt": "Make {mine} of {d} parts. Does it fit?" }));
    assert_eq!(own.prompt("3").print(), "Make `3` of 4 parts. Does it fit?");
    let line = json!({ "figure": { "number_line": "0..1", "ticks": "1/d", "enter": true } });
    assert!(question(line).prompt("1").print().contains("Find it on the number line"));
}

#[test]
fn the_learner_does_the_last_step_of_the_solution() {
    let question = question(json!({ "solution": ["[n] parts of `1/{d}`.", "Together `[n]/[d]`."] }));
    let solution = question.solution();
    let lines: Vec<String> = solution.lines.iter().map(Text::print).collect();
    assert_eq!(lines, ["3 parts of `1/4`.", "Together `3/_`."]);
    let asked = solution.asked.expect("a last step");
    assert_eq!((asked.line, &*asked.value), (1, "4"));
    assert_eq!(asked.filled.print(), "Together `3/4`.");
    assert_eq!(question.check_last_step("4"), Score::Right);
    assert!(matches!(question.check_last_step("3"), Score::Wrong { .. }));
    assert!(matches!(question.check_last_step("x"), Score::Advice(_)));
}

#[test]
fn an_item_that_is_not_wholly_translated_stays_english_as_a_whole() {
    let mut unit = unit_of(json!({ "prompt": "Look at {mine}." }));
    let overlay = |item: Value| json!({ "schema": 1, "unit": "t", "item": [item] }).to_string();
    let part = json!({ "id": "t.a", "ask": "¿Cuánto es `{n}/{d}`?", "hints": ["Mira."], "solution": ["Es `[n]/{d}`."] });
    let problems = unit.add_overlay(Locale::Es, &overlay(part.clone()));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].to_string(), "item/0: the string `prompt` is not translated");
    let told = |unit: &Unit| {
        let question = unit.draw("t.a", 1, 0, Locale::Es).expect("a question");
        (question.locale, question.ask.print())
    };
    assert_eq!(told(&unit), (Locale::En, "How much is `3/4`?".into()));
    let mut whole = part;
    whole["prompt"] = json!("Mira {mine}.");
    assert_eq!(unit.add_overlay(Locale::Es, &overlay(whole)), []);
    assert_eq!(told(&unit), (Locale::Es, "¿Cuánto es `3/4`?".into()));
    // The shared sentences have no Spanish here, and an English one would not help.
    let question = unit.draw("t.a", 1, 0, Locale::Es).expect("a question");
    assert!(question.rule_says("w.top", "3").is_empty());
}

#[test]
fn the_fraction_key_is_offered_by_the_family_not_by_the_draw() {
    let offered = |more| match question(more).response {
        Response::Write { fractions, .. } => fractions,
        _ => false,
    };
    assert!(offered(json!({})));
    assert!(offered(json!({ "params": { "n": "8", "d": "4" } })), "this draw is whole, others are not");
    assert!(!offered(json!({ "answer": "n * d" })));
    assert!(!offered(json!({ "answer": "q", "let": { "q": "div(n, d) + n" } })));
    assert!(offered(json!({ "answer": "q", "let": { "q": "r + n", "r": "n / d" } })));
    assert!(offered(json!({ "params": { "n": "1/2, 3/2", "d": "4" }, "answer": "n" })));
}

#[test]
fn what_looks_alike_has_one_key() {
    let unit = unit_of(
        json!({ "params": { "n": "1..2", "d": "4", "who": "person" }, "ask": "{who} has `{n}/{d}`." }),
    );
    let drawn = (0..40).map(|seed| unit.draw("t.a", 1, seed, Locale::En).expect("a question"));
    let keys: std::collections::BTreeSet<u64> = drawn.map(|question| question.key()).collect();
    assert_eq!(keys.len(), 2, "names do not make a question new");
}

#[test]
fn what_cannot_be_drawn_says_so() {
    let unit = unit_of(json!({}));
    let told = |item, level| unit.draw(item, level, 3, Locale::En).expect_err("nothing to draw").to_string();
    assert_eq!(told("t.b", 1), "t.b@1: there is no such item in this unit");
    assert_eq!(told("t.a", 4), "t.a@4 seed 3: the item has no such level");
    let never = unit_of(json!({ "where": ["n > 5"] })).draw("t.a", 1, 0, Locale::En).expect_err("no draw");
    assert!(never.what.contains("no draw meets the conditions"), "{never}");
    let none = unit_of(json!({ "answer": "1/0" })).draw("t.a", 1, 0, Locale::En).expect_err("no answer");
    assert_eq!(none.what, "the answer cannot be computed");
}
