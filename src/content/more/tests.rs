//! The wider answers, one by one: what is given, what is right, what is advice, and which rule is named.

use crate::content::*;
use serde_json::{Value, json};

/// A unit with one item; `more` replaces or adds keys of the item, `unit` of the file.
fn unit_of(more: Value, unit: Value) -> Unit {
    let mut item = json!({
        "id": "t.a", "skill": "t", "level": 1,
        "params": { "n": "3", "d": "4" },
        "ask": "How much?", "hints": ["Look."], "solution": ["It is [n]."],
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        item[key] = value.clone();
    }
    let mut file = json!({ "schema": 1, "unit": "t", "item": [item], "misconception": [
        { "id": "w.one", "say": "One way to get {mine} is one." },
        { "id": "w.two", "family": "w.f", "say": "One way to get {mine} is two." },
        { "id": "sub.sfl", "procedure": "columns.smaller-from-larger", "say": "{mine}?" },
    ] });
    for (key, value) in unit.as_object().into_iter().flatten() {
        file[key] = value.clone();
    }
    let (unit, problems) = Unit::read(&file.to_string());
    assert_eq!(problems, []);
    unit
}

fn question(more: Value) -> Question {
    unit_of(more, json!({})).draw("t.a", 1, 0, Locale::En).expect("a question")
}

fn told(question: &Question, response: &str) -> String {
    match question.score(response) {
        Score::Right => "right".into(),
        Score::Wrong { rules, .. } => format!("wrong {}", rules.join(" ")).trim_end().into(),
        Score::Advice(advice) => format!("{advice:?}").split(['(', ' ']).next().unwrap_or_default().into(),
    }
}

fn check(question: &Question, cases: &[(&str, &str)]) {
    let right = question.right_value();
    assert_eq!(told(question, &right), "right", "its own answer {right}");
    for (response, expected) in cases {
        assert_eq!(told(question, response), *expected, "{response}");
    }
}

#[test]
fn numbers_may_carry_their_unit_or_another_of_its_kind() {
    let answer =
        |unit: &str| json!({ "answer": { "write": "n/2", "unit": unit }, "wrong": { "w.one": "n" } });
    let money = question(answer("$"));
    assert_eq!((money.right_value(), money.right().print()), ("$1.50".into(), "$1.50".into()));
    check(
        &money,
        &[
            ("1.5", "right"),
            ("$1.50", "right"),
            ("$ 1.50", "right"),
            ("3", "wrong w.one"),
            ("$3", "wrong w.one"),
        ],
    );
    let length = question(answer("ft"));
    check(
        &length,
        &[
            ("1.5", "right"),
            ("1 ft 6 in", "right"),
            ("18 in", "right"),
            ("1 1/2 ft", "right"),
            ("3 feet", "wrong w.one"),
            ("18", "wrong"),
            ("2 kg", "Answer"),
            ("ft", "Unreadable"),
        ],
    );
}

#[test]
fn an_estimate_has_room_and_a_list_may_have_any_order() {
    let near = question(json!({ "answer": { "write": "10n", "within": "2" } }));
    check(&near, &[("28", "right"), ("32", "right"), ("27.9", "wrong"), ("33", "wrong")]);
    let list = question(
        json!({ "answer": { "write": "[1, n, 12]", "any_order": true }, "wrong": { "w.one": "[1, 12]" } }),
    );
    check(
        &list,
        &[("12, 1, 3", "right"), ("{3, 12, 1}", "right"), ("1, 12", "wrong w.one"), ("1, 3, 3", "wrong")],
    );
    let ordered = question(json!({ "answer": "[1, n, 12]" }));
    check(&ordered, &[("1, 3, 12", "right"), ("12, 1, 3", "wrong")]);
}

#[test]
fn expressions_and_equations_count_by_what_they_mean() {
    let sum = question(json!({ "answer": "`{n}x + {d}`", "wrong": { "w.one": "`{n + d}x`" } }));
    check(
        &sum,
        &[
            ("4 + 3x", "right"),
            ("x + x + x + 4", "right"),
            ("7x", "wrong w.one"),
            ("3x + 5", "wrong"),
            ("3x +", "Unreadable"),
        ],
    );
    let line = question(json!({ "answer": "`y = {n}x + {d}`", "wrong": { "w.one": "`y = {d}x + {n}`" } }));
    check(
        &line,
        &[
            ("y - 4 = 3x", "right"),
            ("2y = 6x + 8", "right"),
            ("y = 4x + 3", "wrong w.one"),
            ("x = 3", "wrong"),
        ],
    );
    let factored = question(json!({ "answer": { "write": "`{n}(x + {d})`", "form": "factored" } }));
    check(&factored, &[("3(x+4)", "right"), ("3x + 12", "Answer"), ("3x + 4", "wrong")]);
    let bound = question(json!({ "answer": "`x > {n}`", "wrong": { "w.one": "`x < {n}`" } }));
    check(&bound, &[("3 < x", "right"), ("x < 3", "wrong w.one")]);
    let point = question(json!({ "answer": "(n, -d)", "wrong": { "w.one": "(-d, n)" } }));
    check(&point, &[("(3, -4)", "right"), ("(-4, 3)", "wrong w.one")]);
    let figures = question(json!({ "answer": { "write": "1200", "test": "figures", "options": "2" } }));
    check(&figures, &[("1200", "right"), ("1300", "wrong")]);
}

#[test]
fn a_time_is_typed_as_it_is_written() {
    let time = question(json!({ "answer": "time(n, 45)", "wrong": { "w.one": "time(n, 9)" } }));
    check(
        &time,
        &[
            ("3:45", "right"),
            ("15:45", "right"),
            ("3:09", "wrong w.one"),
            ("3:9", "Incomplete"),
            ("345", "Incomplete"),
        ],
    );
}

#[test]
fn every_blank_is_filled_or_any_true_sentence_counts() {
    let fill = question(json!({
        "answer": { "fill": ["n", "d"], "in": "`{n * d} =` {_} × {_}", "any_order": true },
        "wrong": { "w.one": "[n, n * d]" },
    }));
    check(
        &fill,
        &[
            ("3 | 4", "right"),
            ("4|3", "right"),
            ("3 | 12", "wrong w.one"),
            ("3", "Incomplete"),
            ("3 | ", "Incomplete"),
            ("2 | 6", "wrong"),
        ],
    );
    let together = question(json!({
        "answer": { "fill": ["n", "d"], "in": "{_} × {_} = 12", "together": "answer[1] * answer[2] == 12" },
    }));
    check(&together, &[("2 | 6", "right"), ("2 | 5", "wrong"), ("x | 6", "Unreadable")]);
    let signs = question(json!({ "answer": { "fill": ["'<'"], "in": "`{n}` {_} `{d}`" } }));
    check(&signs, &[("<", "right"), (">", "wrong")]);
}

#[test]
fn objects_are_sorted_ordered_and_matched() {
    let sort = question(json!({
        "answer": { "arrange": "[2, 3, 4, 6]", "into": ["mod(it, 2) == 0", "mod(it, 3) == 0"], "overlap": true },
        "labels": ["even", "by 3"],
        "wrong": { "w.one": ["mod(it, 2) == 0", "mod(it, 3) == 0 and mod(it, 2) != 0"] },
    }));
    assert_eq!(sort.right_value(), "1 2 1 1+2");
    assert_eq!(sort.right().print(), "2: even, 3: by 3, 4: even, 6: even, by 3");
    check(
        &sort,
        &[
            ("1 2 1 2+1", "right"),
            ("1 2 1 1", "wrong w.one"),
            ("1 2 1 -", "wrong"),
            ("1 2 1", "Incomplete"),
            ("1 2 1 3", "Incomplete"),
        ],
    );
    let order = question(json!({
        "answer": { "arrange": "[1/2, 1/4, 1/3, 2/4]", "order": "it" },
        "wrong": { "w.one": "den(it)" },
    }));
    assert_eq!(order.right_value(), "2 3 1 4");
    check(
        &order,
        &[
            ("2 3 4 1", "right"),
            ("1 4 3 2", "wrong w.one"),
            ("2 3 1", "Incomplete"),
            ("2 2 3 1", "Incomplete"),
        ],
    );
    let matching = question(json!({
        "answer": { "arrange": "[1/2, 1/4, 3/4]", "to": "[2/4, 2/8, 6/8]" },
    }));
    let right = matching.right_value();
    assert_eq!(right.split(' ').count(), 3);
    let shown = matching.right().print();
    assert!(shown.contains("`1/2`: `1/2`"), "{shown}");
    assert_ne!(told(&matching, "1 1 1"), "right");
}

#[test]
fn several_are_chosen_together_and_a_wrong_one_names_its_rule() {
    let all = question(json!({
        "answer": { "choose_all": ["2n", "n + n"], "from": ["n", "2n + 0", "n^2"], "show": 4 },
        "wrong": { "w.one": "n" },
    }));
    let Response::More(task) = &all.response else { panic!("a task") };
    let more::respond::Task::ChooseAll { options } = &**task else { panic!("options") };
    let mut values: Vec<&str> = options.iter().map(|option| &*option.value).collect();
    values.sort_unstable();
    assert_eq!(values, ["3", "6", "9"], "equal ones stand there once");
    check(&all, &[("6 | 3", "wrong w.one"), ("9", "wrong"), ("", "ChooseOne"), ("7", "ChooseOne")]);
}

#[test]
fn columns_take_the_result_and_keep_the_rest_as_work() {
    let sum =
        question(json!({ "params": { "n": "402", "d": "156" }, "answer": { "columns": "`{n} - {d}`" } }));
    check(
        &sum,
        &[
            ("246", "right"),
            ("246 | 3 9 12", "right"),
            ("354", "wrong sub.sfl"),
            ("156", "wrong"),
            ("", "Unreadable"),
        ],
    );
    assert!(sum.figure.as_ref().is_some_and(|figure| figure.enter()), "the paper comes along");
    let unit = unit_of(
        json!({ "params": { "n": "43", "d": "28" }, "answer": { "columns": "`{n} - {d}`" } }),
        json!({ "misconception": [
            { "id": "c.free", "procedure": "columns.borrow-no-decrement", "say": "{mine}?" },
            { "id": "c.smaller", "procedure": "columns.smaller-from-larger", "say": "{mine}?" },
        ] }),
    );
    let told = unit.draw("t.a", 1, 0, Locale::En).expect("a question");
    // Two ways lead to 25; a ten that was written over the ones tells which one was gone.
    check(
        &told,
        &[
            ("25", "wrong c.free c.smaller"),
            ("25 | - 13", "wrong c.free"),
            ("25 | 1 1", "wrong c.free c.smaller"),
        ],
    );
    let share =
        question(json!({ "params": { "n": "618", "d": "5" }, "answer": { "columns": "`{n} ÷ {d}`" } }));
    assert_eq!(share.right_value(), "123 R 3");
    check(&share, &[("123 r 3", "right"), ("123", "wrong"), ("123 R 2", "wrong")]);
}

#[test]
fn in_columns_a_rule_is_told_by_one_digit_where_the_rest_follows_from_it() {
    let unit = unit_of(
        json!({ "params": { "n": "5431", "d": "1275" }, "answer": { "columns": "`{n} - {d}`" } }),
        json!({ "misconception": [
            { "id": "c.free", "procedure": "columns.borrow-no-decrement", "say": "{mine}?" },
            { "id": "c.smaller", "procedure": "columns.smaller-from-larger", "say": "{mine}?" },
        ] }),
    );
    let told = unit.draw("t.a", 1, 0, Locale::En).expect("a question");
    check(
        &told,
        &[
            ("4244", "wrong c.smaller"),
            ("4164", "wrong c.smaller"),
            ("9164", "wrong"),
            ("4_56", "Incomplete"),
            ("4156 | - 3 12 11", "right"),
        ],
    );
    let said = |mine: &str| told.remark(mine).map(|text| text.print());
    assert_eq!(said("4164").as_deref(), Some("Look at the ones column first: does the 4 belong there?"));
    assert_eq!(said("4156"), None);
}

#[test]
fn a_cell_is_evidence_for_the_skill_of_its_own_step() {
    let sum = question(json!({
        "params": { "n": "462", "d": "157" },
        "answer": { "columns": "`{n} - {d}`", "skills": { "trade": "t.trade", "subtract": "t.facts" } },
    }));
    let Response::More(task) = &sum.response else { panic!("columns") };
    let of = |response: &str| -> Vec<(String, bool)> {
        let found = super::respond::evidence(&sum, task, response);
        found.into_iter().map(|found| (found.skill, found.right)).collect()
    };
    let (trade, facts) = ("t.trade".to_string(), "t.facts".to_string());
    assert_eq!(of("305"), [(facts.clone(), true), (trade.clone(), true)]);
    assert_eq!(of("315"), [(trade, false)], "what comes after a wrong cell says nothing");
    assert_eq!(of("205"), [(facts, false), ("t.trade".to_string(), true)]);
    assert_eq!(
        problem(json!({ "answer": { "columns": "`4 - 1`", "skills": { "borrow": "t" } } })),
        "item/0/answer/skills/borrow: there is no step `borrow` here; known: add, carry, subtract, trade, multiply, add-rows, at-once, quotient-digit, multiply-back, take-away, bring-down, remainder"
    );
}

#[test]
fn an_equation_is_solved_line_by_line() {
    let unit = unit_of(
        json!({ "answer": { "lines": "`{n}x + {d} = 19`" },
            "hints": [{ "when": "not expanded(last)", "say": "Open." }, "You are at {last}."] }),
        json!({ "misconception": [{ "id": "e.same", "procedure": "moves.same-operation", "say": "{mine}?" }] }),
    );
    let lines = unit.draw("t.a", 1, 0, Locale::En).expect("a question");
    check(
        &lines,
        &[
            ("3x = 15; x = 5", "right"),
            ("3x = 15\nx = 5", "right"),
            ("3x = 15", "Advice"),
            ("3x = 23", "wrong e.same"),
            ("x = ", "Unreadable"),
            ("y = 5", "Said"),
        ]
        .map(|(response, expected)| (response, if expected == "Advice" { "Taken" } else { expected })),
    );
    let state = LearnerState { tries: 1, mine: Some("3x = 15; x = 12".into()), ..LearnerState::default() };
    assert_eq!(lines.hint(0, &state).expect("a hint").say.print(), "You are at `3x = 15`.");
}

#[test]
fn words_agree_in_both_languages() {
    let mut unit = unit_of(
        json!({ "params": { "colour": ["red"], "n": "1..1" }, "answer": "n", "ask": "A {colour} car, {n} {colour:plural}." }),
        json!({ "word": [{ "id": "red", "name": "red", "plural": "reds" }] }),
    );
    let overlay = json!({
        "schema": 1, "unit": "t", "locale": "es",
        "word": [{ "id": "red", "name": "roja", "plural": "rojas", "gender": "f" }],
        "item": [{ "id": "t.a", "ask": "{colour:Un coche|Una bici} {colour}, {colour:plural}.", "hints": ["Mira."], "solution": ["Es [n]."] }],
    });
    assert_eq!(unit.add_overlay(Locale::Es, &overlay.to_string()), []);
    let ask = |locale| unit.draw("t.a", 1, 0, locale).expect("a question").ask.print();
    assert_eq!(ask(Locale::En), "A red car, 1 reds.");
    assert_eq!(ask(Locale::Es), "Una bici roja, rojas.");
}

#[test]
fn an_earlier_revision_is_drawn_again_and_told_in_todays_words() {
    let unit = unit_of(
        json!({ "rev": 2, "params": { "n": "5..9" }, "answer": "n", "ask": "Write {n}.",
            "was": [{ "rev": 1, "level": 1, "params": { "n": "1..3" } }] }),
        json!({}),
    );
    let now = unit.draw("t.a", 1, 0, Locale::En).expect("a question");
    let then = unit.draw_rev("t.a", 1, 0, 1, Locale::En).expect("a question");
    assert!(*now.right_value() > *"4" && *then.right_value() < *"4");
    assert_eq!((then.rev, then.ask.print().starts_with("Write ")), (1, true));
    assert!(unit.draw_rev("t.a", 1, 0, 7, Locale::En).is_err());
}

#[test]
fn sound_is_named_by_text_and_language() {
    let unit = unit_of(
        json!({ "listen": true, "answer": "n", "audio": { "ask": "a.ogg", "hints/0": "b.ogg" } }),
        json!({}),
    );
    let question = unit.draw("t.a", 1, 0, Locale::En).expect("a question");
    assert_eq!(
        (question.audio("ask"), question.audio("hints/0"), question.audio("solution")),
        (Some("a.ogg"), Some("b.ogg"), None)
    );
    assert!(question.listen());
}

/// What is wrong with an item, told once.
fn problem(more: Value) -> String {
    let mut item = json!({ "id": "t.a", "skill": "t", "ask": "?", "hints": ["a"], "solution": ["b"] });
    for (key, value) in more.as_object().into_iter().flatten() {
        item[key] = value.clone();
    }
    let file = json!({ "schema": 1, "unit": "t", "item": [item] });
    let (_, problems) = Unit::read(&file.to_string());
    problems.first().map_or_else(|| "nothing".into(), ToString::to_string)
}

#[test]
fn what_is_written_wrongly_is_told_with_its_place() {
    let check = |more: Value, expected: &str| assert_eq!(problem(more), expected);
    check(json!({ "answer": { "fill": ["1"] } }), "item/0/answer: the key `in` is missing");
    check(
        json!({ "answer": { "columns": "`1`" } }),
        "item/0/answer/columns: columns are written `{a} - {b}`, with + - × or ÷ between",
    );
    check(
        json!({ "answer": { "arrange": "[1, 2]" } }),
        "item/0/answer: objects are arranged `into` bins, in an `order`, or each `to` one of a list",
    );
    check(
        json!({ "answer": { "write": "1", "test": "sort-of" } }),
        "item/0/answer/test: there is no such test of answers, or not with these options",
    );
    check(json!({ "answer": "1", "story": "s" }), "item/0/story: there is no such story");
    check(json!({ "answer": "`1 +` + 2" }), "nothing");
    check(json!({ "answer": "`(1`" }), "item/0/answer:0: a bracket is not closed");
    check(
        json!({ "ask": null, "step": [{ "id": "a", "ask": "?", "answer": "1" }] }),
        "item/0/ask: an item with steps has this key in its steps",
    );
    let steps = |after: &str| {
        let mut item = json!({ "id": "t.a", "skill": "t", "step": [
            { "id": "a", "ask": "?", "answer": "1", "hints": ["a"], "solution": ["b"] },
            { "id": "b", "after_miss": after, "ask": "?", "answer": "1", "hints": ["a"], "solution": ["b"] },
        ] });
        item["skill"] = json!("t");
        let (_, problems) = Unit::read(&json!({ "schema": 1, "unit": "t", "item": [item] }).to_string());
        problems.first().map_or_else(|| "nothing".to_string(), ToString::to_string)
    };
    assert_eq!(steps("a"), "nothing");
    assert_eq!(
        steps("b"),
        "item/0/step/1/after_miss: a scaffold names an earlier step that is no scaffold itself"
    );
}

#[test]
fn the_prompt_fits_the_kind_of_answer_and_is_the_same_for_every_miss() {
    let sum = question(json!({ "params": { "n": "47", "d": "38" }, "answer": { "columns": "`{n} + {d}`" } }));
    let after = |question: &Question, mine: &str| {
        let prompt = question.prompt(mine).print();
        prompt.split_once(". ").map(|(_, check)| check.to_string()).unwrap_or_default()
    };
    assert_eq!(after(&sum, "75"), "With round numbers: `50 + 40`. Is your answer of that size?");
    assert_eq!(after(&sum, "75"), after(&sum, "715"));
    assert_eq!(after(&sum, "75"), after(&sum, "85"), "right or wrong, the words are the same");
    let difference =
        question(json!({ "params": { "n": "47", "d": "38" }, "answer": { "columns": "`{n} - {d}`" } }));
    assert!(after(&difference, "11").starts_with("Check by adding"));
    let round =
        question(json!({ "params": { "n": "40", "d": "20" }, "answer": { "columns": "`{n} + {d}`" } }));
    assert!(!after(&round, "80").contains("40 + 20"), "that would be the answer itself");
}

#[cfg(feature = "tools")]
#[test]
fn a_unit_file_is_marked_where_it_needs_what_is_fetched_later() {
    let read = |folder: &str| {
        crate::content::source::Pack::read(std::path::Path::new(folder)).expect("a folder of packs")
    };
    let packs = ["content", "content/examples"].map(read);
    for part in packs.iter().flat_map(|pack| &pack.units).flat_map(|unit| &unit.parts) {
        let (unit, problems) = wide::without(|| Unit::read(&part.json));
        assert_eq!(unit.wider, part.wider, "{}", part.id);
        assert_eq!(problems.is_empty(), !part.wider, "{}: {problems:?}", part.id);
    }
}
