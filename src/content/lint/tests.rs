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
fn a_number_agrees_with_its_noun_in_every_language() {
    check("{n:jump|jumps}", "jumps", "“1 jumps” does not agree");
    let told = told("plurals", UNIT, &OVERLAY.replacen("{n:salto|saltos}", "saltos", 1));
    assert!(told.contains("“1 saltos” does not agree (es"), "{told}");
}

#[test]
fn the_right_option_has_no_rank_of_its_own() {
    let smaller = "answer = { choose = \"n/d\", from = [\"n/d\", \"n/d - 1/d\", \"n/d - 2/d\"] }";
    check("answer = \"n/d\"", smaller, "the right option is the largest in 100 %");
    let between = "answer = { choose = \"n/d\", from = [\"n/d\", \"n/d - 1/d\", \"n/d + 2/d\"] }";
    check("answer = \"n/d\"", between, "the right option is the one in the middle in 100 %");
}

#[test]
fn a_text_above_the_reading_level_is_named() {
    let hard = "Determine the approximate representation of the corresponding position immediately.";
    let long = [hard; 12].join(" ");
    check("Count the jumps.", &long, "they should be below 4");
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

/// The smallest change to one of the twelve examples that breaks a rule, in a pack of the items it names.
fn twelve(items: &[&str], from: &str, to: &str, expected: &str) {
    let examples = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/content/examples"));
    let name: String = format!("{from}{to}").bytes().map(|byte| format!("{byte:x}")).collect();
    let tail = &name[name.len().saturating_sub(60)..];
    let dir = std::env::temp_dir().join(format!("trellis-twelve-{}-{tail}", std::process::id()));
    let read = |file: &str| fs::read_to_string(examples.join(file)).expect("an example file");
    for folder in ["shared", "locale/es/shared"] {
        fs::create_dir_all(dir.join(folder)).expect("a folder");
        for file in fs::read_dir(examples.join(folder)).expect("a folder").flatten() {
            fs::copy(file.path(), dir.join(folder).join(file.file_name())).expect("a file");
        }
    }
    let (unit, overlay) = (kept(&read("twelve.toml"), items), kept(&read("locale/es/twelve.toml"), items));
    assert!(unit.contains(from) || overlay.contains(from), "{from}");
    fs::write(dir.join("twelve.toml"), unit.replacen(from, to, 1)).expect("a file");
    let changed = if unit.contains(from) { overlay } else { overlay.replacen(from, to, 1) };
    fs::write(dir.join("locale/es/twelve.toml"), changed).expect("a file");
    let findings = lint_with(&Pack::read(&dir).expect("a readable folder"), 40);
    fs::remove_dir_all(&dir).expect("the folder goes away");
    let told: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
    let fits = if expected.is_empty() { told.is_empty() } else { told.contains(expected) };
    assert!(fits, "{from} -> {to}\nexpected: {expected}\ntold:\n{told}");
}

/// The head of a file and those of its blocks that name one of these.
fn kept(file: &str, items: &[&str]) -> String {
    let tables = ["\n[[item]]\n", "\n[[story]]\n", "\n[[lesson]]\n"];
    let starts: Vec<usize> =
        tables.iter().flat_map(|table| file.match_indices(table)).map(|(at, _)| at).collect();
    let mut starts = starts;
    starts.sort_unstable();
    let mut out = file[..starts[0]].to_string();
    for (k, at) in starts.iter().enumerate() {
        let block = &file[*at..starts.get(k + 1).copied().unwrap_or(file.len())];
        let id = block
            .lines()
            .find(|line| line.starts_with("id =") || line.starts_with("skill ="))
            .unwrap_or_default();
        if items.iter().any(|item| id.ends_with(&format!("\"{item}\""))) {
            out.push_str(block);
        }
    }
    out
}

#[test]
fn steps_and_wider_answers() {
    let change = &["ra.rate-problems.change"][..];
    twelve(change, "schema = 1", "schema = 1", "");
    twelve(
        change,
        "after_miss = \"change\"",
        "after_miss = \"unit\"",
        "names an earlier step that is no scaffold itself",
    );
    twelve(
        change,
        "answer = { write = \"u\", unit = \"$\" }",
        "answer = { write = \"1/0\", unit = \"$\" }",
        "this step can never be shown",
    );
    twelve(change, "\"round(n / price, 0.01)\"", "\"n / price\"", "which is not known again");
    twelve(
        change,
        "check = \"answer * n == price\"",
        "check = \"answer * n == price + 1\"",
        "the check is false",
    );
    twelve(
        change,
        "[[item.step]]\nid = \"cost\"\nask = \"Un",
        "[[item.step]]\nid = \"costs\"\nask = \"Un",
        "the item has no such step",
    );
    let venn = &["geo.hierarchy.venn"][..];
    twelve(
        venn,
        "\"All corners square\"]",
        "\"All corners square\", \"Both\"]",
        "there are 3 labels for 2 bins",
    );
    let all = &["ex.equivalent.choose"][..];
    twelve(all, "\"`{a}x + {b}`\"", "\"`{b} + {a}x`\"", "");
    twelve(all, "from = \"wrong\"", "from = [\"`x`\"]", "wrong options are left");
    let pick = &["eq.two-step.find-mistake"][..];
    twelve(pick, "pick = \"bad\"", "pick = \"bad + 2\"", "the list has no place");
    let line = &["fr.nl-any.place"][..];
    twelve(line, "\"(n - 1)/d\"", "\"bug('fractions.add', n, d)\"", "there is no procedure `fractions.add`");
}

#[test]
fn stories_words_lessons_and_sound() {
    let story = &["part-of", "fr.multiply-word.part-of"][..];
    twelve(story, "interest = \"making\"", "interest = \"knitting\"", "there is no interest `knitting` here");
    twelve(
        story,
        "[story.cards]",
        "[story.cards]\nother = \"{who}\"",
        "the text of `other` in the skin `cards` is not translated",
    );
    twelve(story, "interest = \"making\"", "fits = \"whole < 6\"", "");
    twelve(
        story,
        "part = \"{who} has {whole} feet",
        "parts = \"{who} has {whole} feet",
        "has no text that asks for `part`",
    );
    twelve(story, "y usa `{share}`", "y usa `{part}`", "the English text has {share}");
    twelve(
        &["prob.experimental.spinner"],
        "[\"red\", \"blue\"",
        "[\"red\", \"mauve\"",
        "there is no colour `mauve`",
    );
    let lesson = &["fr.nl-any", "fr.nl-any.place"][..];
    twelve(lesson, "blanks = 2", "blanks = 3", "`blanks = 3`, but the solution has 2 boxes");
    twelve(lesson, "as = \"picture\"", "as = \"song\"", "there is no path `song`");
    twelve(
        lesson,
        "with = { d = 4, n = 7, top = 3 }",
        "with = { d = 4, n = 8, top = 3 }",
        "no question of this level has these values",
    );
    twelve(lesson, "{ n = 5, try = \"fr.nl-any.place\", level = 1 },", "", "end with a question");
    let clock = &["meas.time-5min.read"][..];
    twelve(
        clock,
        "ask = \"What time is it?\"",
        "ask = \"What time is it?\"\naudio = { ask = \"no.ogg\" }",
        "the sound `no.ogg`",
    );
    twelve(
        clock,
        "ask = \"What time is it?\"",
        "ask = \"Look at both hands of this clock and then say aloud what time it is now.\"",
        "`listen` allows 12 words",
    );
}
