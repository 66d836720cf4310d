//! Each rule, shown by the smallest change to a sound item that breaks it.

use super::*;
use std::fs;
use std::path::PathBuf;

const UNIT: &str = r#"
schema = 1
unit = "t"
licence = "CC-BY-4.0"
[[skill]]
id = "s"
name = "A skill"
grade = 4
[[item]]
id = "s.a"
skill = "s"
tags = ["picture"]
level = 1
params = { d = "3..9", n = "1..40" }
where = ["mod(n, d) > 0", "n < 4d"]
figure = { number_line = "0..ceil(n/d)", ticks = "1/d", labels = "ends", enter = true }
ask = "Put `{n}/{d}` on the line."
answer = "n/d"
check = "answer * d == n"
prompt = "You put it at {mine}. Count the jumps."
hints = ["One jump is `1/{d}`.", "Make {n} {n:jump|jumps}."]
solution = ["[n] of the {d} parts: `[n/d]`"]
[item.wrong]
"w.flip" = "d/n"
"#;

const OVERLAY: &str = r#"
schema = 1
unit = "t"
[[skill]]
id = "s"
name = "Una destreza"
[[item]]
id = "s.a"
ask = "Pon `{n}/{d}` en la recta."
prompt = "Lo pusiste en {mine}. Cuenta los saltos."
hints = ["Un salto es `1/{d}`.", "Da {n} {n:salto|saltos}."]
solution = ["[n] de las {d} partes: `[n/d]`"]
"#;

const SHARED: &str = r#"
schema = 1
[[misconception]]
id = "w.flip"
say = "One way to get {mine} is to turn it over."
[[misconception]]
id = "w.more"
say = "One way to get {mine} is to add."
"#;

const SHARED_ES: &str = r#"
schema = 1
[[misconception]]
id = "w.flip"
say = "Una forma de llegar a {mine} es darle la vuelta."
[[misconception]]
id = "w.more"
say = "Una forma de llegar a {mine} es sumar."
"#;

/// Writes the pack to a folder of its own and lints it; the curriculum's wish for three items is granted.
fn told(name: &str, unit: &str, overlay: &str) -> String {
    let dir: PathBuf = std::env::temp_dir().join(format!("trellis-lint-{}-{name}", std::process::id()));
    fs::create_dir_all(dir.join("shared")).expect("a folder");
    fs::create_dir_all(dir.join("locale/es/shared")).expect("a folder");
    let files = [
        ("t.toml", unit),
        ("locale/es/t.toml", overlay),
        ("shared/misconceptions.toml", SHARED),
        ("locale/es/shared/misconceptions.toml", SHARED_ES),
    ];
    for (file, text) in files {
        fs::write(dir.join(file), text).expect("a file");
    }
    let findings = lint_with(&Pack::read(&dir).expect("a readable folder"), 60);
    fs::remove_dir_all(&dir).expect("the folder goes away");
    let said = findings.iter().filter(|finding| !finding.what.contains("fewer than three items"));
    said.map(|finding| format!("{}:{} {}: {}\n", finding.line, finding.column, finding.rule, finding.what))
        .collect()
}

/// Replaces one piece of the sound unit and looks for a sentence in what is said.
fn check(from: &str, to: &str, expected: &str) {
    assert!(UNIT.contains(from), "{from}");
    let name: String = to.bytes().chain(from.bytes()).map(|byte| format!("{byte:x}")).collect::<String>();
    let told = told(&name[..name.len().min(80)], &UNIT.replacen(from, to, 1), OVERLAY);
    assert!(told.contains(expected), "{from} -> {to}\nexpected: {expected}\ntold:\n{told}");
}

#[test]
fn a_sound_item_has_nothing_said_about_it() {
    assert_eq!(told("sound", UNIT, OVERLAY), "");
}

#[test]
fn shape() {
    check("prompt =", "promt =", "there is no key `promt` here; did you mean `prompt`?");
    check("skill = \"s\"", "skill = \"x\"", "there is no skill `x` here; known: s");
    check("\"w.flip\"", "\"w.flop\"", "did you mean `w.flip`?");
    check("check = \"answer * d == n\"", "", "the key `check` is missing");
    check("[\"picture\"]", "[\"pictures\"]", "there is no tag `pictures` here; did you mean `picture`?");
    check("grade = 4", "grades = 4", "there is no key `grades` here; did you mean `grade`?");
    check("licence =", "license =", "did you mean `licence`?");
    check("ask = ", "ask = = ", "17:7 reading: TOML");
    check("enter = true", "enter = 1.5", "stand in quotes");
    check("answer = \"n/d\"", "answer = \"n/d\"\nlabels = [\"a\"]", "labels name the options");
}

#[test]
fn expressions() {
    check("answer = \"n/d\"", "answer = \"n / e\"", "18:15 reading: there is no name `e` here");
    check("n = \"1..40\"", "n = \"1..40\", k = \"1..2\"", "`k` is used nowhere");
    check("where = [\"mod", "where = [\"1 < 2\", \"mod", "this condition depends on nothing");
    check("check = \"answer * d == n\"", "check = \"answer == n / d\"", "the check repeats the answer");
    check(
        "params = {",
        "let = { a = \"b\", b = \"a\" }\nparams = {",
        "these need each other in a circle: a, b",
    );
    check("d = \"3..9\"", "mine = \"3..9\"", "the name `mine` has a meaning of its own");
}

#[test]
fn draws() {
    check("n < 4d", "n > 100", "no draw meets the conditions within 2000 tries");
    check("answer * d == n", "answer * d == n + 1", "the check is false");
    check("n = \"1..40\"", "n = \"1..4\"", "different questions, 50 are needed");
    check("[item.wrong]", "few = \"x\"\n[item.wrong]", "every level has 50 different questions");
    check("answer = \"n/d\"", "answer = { write = \"n/d + 0 * n\", form = \"decimal\" }", "is not right");
}

#[test]
fn wrong_rules() {
    check("\"d/n\"", "\"if(n > 10, n/d, d/n)\"", "gives the right answer in");
    check("\"d/n\"", "\"d/0\"", "gives nothing in any draw");
    check("\"d/n\"", "\"'x'\"", "it gives a text, the answer is a number");
    check("\"d/n\"", "\"d/n\"\n\"w.more\" = \"d/n + 0\"", "alone in only 0 % of the draws");
    check("\"d/n\"", "\"1000 * n\"", "it is 100 times the answer");
}

#[test]
fn texts_and_figures() {
    check("Make {n}", "It is `{n}/{d}`; make {m}", "there is no name `m` here");
    check("{n:jump|jumps}", "{n:jumps|jumps}", "both forms are the same");
    check("[n] of the {d} parts: `[n/d]`", "That is it.", "no [expr] for the learner to fill");
    check("\"One jump is", "{ when = \"tries > 9\", say = \"One jump is\" }, \"One jump is", "held for none");
    check("ticks = \"1/d\"", "ticks = \"1/12\"", "cannot be entered in the figure");
    check("labels = \"ends\"", "labels = [\"n/d\"]", "a label is the answer in 100 %");
    check("\"0..ceil(n/d)\"", "\"0..20\"", "ticks; 41 can be told apart");
    check(
        "Count the jumps.",
        "Count the jumps and then look again at the line and at the point and at every tick that stands between the two ends of the line you see.",
        "a sentence of",
    );
}

#[test]
fn a_hint_or_prompt_must_not_tell() {
    let hidden =
        UNIT.replace("ask = \"Put `{n}/{d}` on the line.\"", "ask = \"Put {n} times one part on the line.\"");
    let telling = hidden.replace("One jump is `1/{d}`.", "It is `{n}/{d}`.");
    assert!(told("hint", &telling, OVERLAY).contains("this hint holds the answer in 100 %"));
    let telling = hidden.replace("Count the jumps.", "It is {n/d}.");
    assert!(told("prompt", &telling, OVERLAY).contains("the prompt holds the answer in 100 %"));
}

#[test]
fn translations() {
    let with = |name: &str, from: &str, to: &str| told(name, UNIT, &OVERLAY.replacen(from, to, 1));
    let lacks = with("lacks", "prompt = \"Lo pusiste en {mine}. Cuenta los saltos.\"\n", "");
    assert!(lacks.contains("the string `prompt` is not translated"), "{lacks}");
    let fewer = with("fewer", ", \"Da {n} {n:salto|saltos}.\"", "");
    assert!(fewer.contains("`hints` has 1 strings where the English has 2"), "{fewer}");
    let other = with("other", "`{n}/{d}` en", "`{n}/4` en");
    assert!(other.contains("the English text has {d}, this one has not"), "{other}");
    let same = with("same", "Un salto es", "One jump is");
    assert!(same.contains("the same words as in English"), "{same}");
    let none = with("none", "id = \"s.a\"", "id = \"s.b\"");
    assert!(
        none.contains("the unit has no item `s.b`") && none.contains("not translated into `es`"),
        "{none}"
    );
    let logic = with("logic", "ask =", "answer = \"n\"\nask =");
    assert!(logic.contains("there is no key `answer` here"), "{logic}");
}
