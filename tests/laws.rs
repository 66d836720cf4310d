//! Laws of notation and content, on many drawn cases: what is printed reads back, what is right scores right, the
//! same seed is the same question, and nothing that is fed in makes the engine fall over.

use proptest::prelude::*;
use trellis::content::expr::{Expr, Scope, Value};
use trellis::content::{LearnerState, Locale, Map, Question, Response, Score, Unit};
use trellis::notation::{DecimalMark, math, mathml, read, speak};
use trellis::num::SplitMix64;

const UNIT: &str = include_str!("golden/pack-schema-1/sample.json");
const OVERLAY: &str = include_str!("golden/pack-schema-1/sample.es.json");
const MAP: &str = include_str!("golden/pack-schema-1/map.json");

fn unit() -> Unit {
    let (mut unit, problems) = Unit::read(UNIT);
    assert_eq!(problems, []);
    assert_eq!(unit.add_overlay(Locale::Es, OVERLAY), []);
    unit
}

fn question() -> impl Strategy<Value = Question> {
    let unit = unit();
    let items = unit.items();
    (0..items.len(), any::<u32>(), prop::bool::ANY).prop_map(move |(k, seed, spanish)| {
        let locale = if spanish { Locale::Es } else { Locale::En };
        unit.draw(&items[k].0, items[k].1, seed, locale).expect("every seed is a question")
    })
}

/// Every answer that some wrong rule leads to, found by asking which rules it names.
fn missed(question: &Question) -> Vec<String> {
    let given = match &question.response {
        Response::Choose { options } => options.iter().map(|option| option.value.clone()).collect(),
        Response::Write { .. } => {
            let pairs = (0..40).flat_map(|num| (1..13).map(move |den| format!("{num}/{den}")));
            pairs.collect::<Vec<_>>()
        }
        Response::More(_) => question.misses().into_iter().map(|(_, answer)| answer).collect(),
    };
    let named =
        |answer: &String| matches!(question.score(answer), Score::Wrong { rules, .. } if !rules.is_empty());
    given.into_iter().filter(named).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_items_own_answer_scores_right(question in question()) {
        prop_assert_eq!(question.score(&question.right_value()), Score::Right);
        prop_assert_eq!(question.check_last_step(&question.solution().asked.expect("a last step").value), Score::Right);
    }

    #[test]
    fn no_misconceptions_answer_scores_right(question in question()) {
        for answer in missed(&question) {
            prop_assert!(question.score(&answer) != Score::Right, "{answer}");
        }
    }

    #[test]
    fn the_same_seed_is_the_same_question(question in question()) {
        let again = unit().draw(&question.item, question.level, question.seed, question.locale).expect("a question");
        prop_assert_eq!(again.ask.print(), question.ask.print());
        prop_assert_eq!(again.key(), question.key());
        prop_assert_eq!(again.right_value(), question.right_value());
        prop_assert_eq!(&again.response, &question.response);
        prop_assert_eq!(&again.figure, &question.figure);
    }

    #[test]
    fn the_language_changes_words_and_nothing_else(question in question()) {
        let other = if question.locale == Locale::En { Locale::Es } else { Locale::En };
        let other = unit().draw(&question.item, question.level, question.seed, other).expect("a question");
        prop_assert_eq!(other.key(), question.key());
        prop_assert_eq!(other.right_value(), question.right_value());
        prop_assert_eq!(&other.figure, &question.figure);
        prop_assert_ne!(other.ask.print(), question.ask.print());
    }

    #[test]
    fn the_prompt_is_the_same_whether_the_answer_was_near_or_far(question in question(), num in 0i64..50, den in 1i64..13) {
        // Only the learner's own answer differs, so both prompts are equally long without it.
        let of = |mine: &str| question.prompt(mine).spans.len();
        prop_assert_eq!(of(&format!("{num}/{den}")), of(&format!("{}/{den}", num + 1)));
    }

    #[test]
    fn what_is_typed_reads_back_as_it_is_printed(draft in "[-+]?[0-9]{0,4}[ .,/]?[0-9]{0,4}[ /]?[0-9]{0,3}") {
        for mark in [DecimalMark::Point, DecimalMark::Comma] {
            if let Ok(written) = read(&draft, mark) {
                let printed = written.to_string();
                prop_assert_eq!(read(&printed, DecimalMark::Point), Ok(written), "{} as {}", draft, printed);
            }
        }
    }

    #[test]
    fn maths_prints_as_it_parses(source in "[0-9xab_+*/<>=() -]{0,24}") {
        if let Ok(tree) = math::parse(&source) {
            prop_assert_eq!(math::parse(&tree.to_string()), Ok(tree.clone()), "{} as {}", source, tree);
            prop_assert!(!speak(&tree, Locale::Es).is_empty());
            prop_assert_eq!(mathml(&tree).tag, "math");
        }
    }
}

/// Pieces that expressions, drafts, maths and packs are made of, and a few that they are not.
const PIECES: [&str; 48] = [
    "1",
    "0",
    "9223372036854775807",
    "1/2",
    ".5",
    "n",
    "it",
    "mine",
    " ",
    "+",
    "-",
    "*",
    "/",
    "^",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "`",
    "'",
    "\"",
    ",",
    "..",
    " of ",
    " by ",
    "person",
    "shuffle(",
    "<",
    "<=",
    "==",
    "!=",
    "and",
    "not",
    "count(",
    "map(",
    "range(1, 64)",
    "if(",
    "gcd(",
    ":",
    "|",
    "_",
    "½",
    "−",
    "\u{0}",
    "é",
    "\u{1F600}",
];

/// A short made-up input; the same for ever for the same number.
fn made_up(rng: &mut SplitMix64) -> String {
    let length = rng.below(14);
    (0..length).map(|_| PIECES[rng.below(PIECES.len() as u64) as usize]).collect()
}

#[test]
fn no_small_input_makes_a_reader_fall_over() {
    let mut rng = SplitMix64::new(20_261_122);
    let mut scope = Scope::default();
    scope.set("n", Value::whole(3));
    scope.set("mine", Value::None);
    for _ in 0..100_000 {
        let input = made_up(&mut rng);
        let _ = read(&input, DecimalMark::Point).map(|written| (written.to_string(), written.math()));
        let _ = math::parse(&input).map(|tree| (speak(&tree, Locale::En), mathml(&tree)));
        let _ = Unit::read(&input);
        let _ = Expr::parse(&input).and_then(|expr| expr.eval(&scope));
    }
}

/// The golden unit with one string or number replaced by something made up.
fn damaged(rng: &mut SplitMix64, whole: &serde_json::Value) -> String {
    fn places(value: &serde_json::Value, at: String, all: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(table) => {
                table
                    .iter()
                    .for_each(|(key, value)| places(value, format!("{at}/{}", key.replace('/', "~1")), all));
            }
            serde_json::Value::Array(list) => {
                list.iter().enumerate().for_each(|(k, value)| places(value, format!("{at}/{k}"), all));
            }
            _ => {}
        }
        all.push(at);
    }
    let mut all = Vec::new();
    places(whole, String::new(), &mut all);
    let mut value = whole.clone();
    let at = &all[rng.below(all.len() as u64) as usize];
    if let Some(place) = value.pointer_mut(at) {
        *place = match rng.below(5) {
            0 => serde_json::Value::Null,
            1 => serde_json::json!(rng.next_u64()),
            2 => serde_json::json!([made_up(rng)]),
            _ => serde_json::Value::String(made_up(rng)),
        };
    }
    value.to_string()
}

/// Uses everything a question offers.
fn use_up(question: &Question) {
    let state =
        LearnerState { tries: 1, mine: Some("1/2".into()), why: Some("s.flipped".into()), draft: None };
    let mut at = 0;
    while let Some(hint) = question.hint(at, &state) {
        at = hint.at + 1;
    }
    let _ = (question.prompt("1 1/2"), question.score("1/2"), question.solution(), question.right());
    let _ = (question.read_back("x"), question.check_last_step("3"), question.rule_says("s.flipped", "1"));
}

#[test]
fn no_damaged_pack_makes_the_engine_fall_over() {
    let whole: serde_json::Value = serde_json::from_str(UNIT).expect("the golden unit");
    let mut rng = SplitMix64::new(7);
    for round in 0..1_500 {
        let (mut unit, _) = Unit::read(&damaged(&mut rng, &whole));
        if round % 4 == 0 {
            unit.add_overlay(Locale::Es, OVERLAY);
        }
        for (item, level) in unit.items() {
            if let Ok(question) = unit.draw(&item, level, round, Locale::Es) {
                use_up(&question);
            }
        }
    }
}

#[test]
fn no_hostile_pack_keeps_a_learner_waiting() {
    let busy = format!("sum(map(range(1, 60), {})) > 0 and n > 99", vec!["it"; 60].join(" + "));
    let (unit, problems) = Unit::read(&UNIT.replace("mod(n, d) > 0", &busy));
    assert_eq!(problems, []);
    let refused = unit.draw("s.line.place", 1, 0, Locale::En).expect_err("too much work");
    assert!(refused.what.contains("too many steps"), "{refused}");
    let quotes = UNIT.replace("Put `{n}/{d}`", &format!("{{'{}", "'".repeat(60_000)));
    assert_eq!(Unit::read(&quotes).1.len(), 1);
}

#[test]
fn no_torn_file_makes_a_reader_fall_over() {
    let mut rng = SplitMix64::new(11);
    for _ in 0..2_000 {
        for file in [UNIT, OVERLAY, MAP] {
            let mut bytes = file.as_bytes().to_vec();
            bytes.truncate(rng.below(bytes.len() as u64) as usize);
            if !bytes.is_empty() {
                let at = rng.below(bytes.len() as u64) as usize;
                bytes[at] = (rng.below(95) + 32) as u8;
            }
            let text = String::from_utf8_lossy(&bytes);
            let _ = (Unit::read(&text), Map::read(&text));
            let _ = unit_with(&text);
        }
    }
}

fn unit_with(overlay: &str) -> usize {
    let (mut unit, _) = Unit::read("{\"schema\":1,\"unit\":\"x\"}");
    unit.add_overlay(Locale::Es, overlay).len()
}

#[test]
fn a_pack_of_a_newer_trellis_is_refused_with_a_sentence() {
    let newer = UNIT.replace("\"schema\":1", "\"schema\":2");
    let (unit, problems) = Unit::read(&newer);
    assert!(unit.items().is_empty());
    assert!(problems[0].what.contains("made for a newer Trellis"), "{}", problems[0]);
    assert!(Map::read(&MAP.replace("\"schema\":1", "\"schema\":9")).1[0].what.contains("newer Trellis"));
}

#[test]
fn an_item_with_a_fault_is_left_out_and_the_others_are_kept() {
    let (unit, problems) = Unit::read(&UNIT.replace("\"answer\":\"n/d\"", "\"answer\":\"n/\""));
    assert!(unit.items().iter().all(|(id, _)| id != "s.line.place"));
    assert!(unit.items().iter().any(|(id, _)| id == "s.line.mixed"));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].to_string(), "item/0/answer:2: something is missing at the end");
}
