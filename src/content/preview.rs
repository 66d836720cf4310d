//! A question on paper: everything the app could say about it, for its author to read.

use super::{LearnerState, Locale, Question, Response, Score};
use std::fmt::Write;

/// The text sheet of one question.
pub fn sheet(question: &Question) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{}@{} seed {} ({})",
        question.item,
        question.level,
        question.seed,
        question.locale.code()
    );
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "  {name:<9} {text}");
        }
    };
    line("ask", &question.ask.print());
    line("figure", &question.alt);
    if let Response::Choose { options } = &question.response {
        let shown: Vec<String> = options.iter().map(|option| option.show.print()).collect();
        line("options", &shown.join("   "));
    }
    line("answer", &format!("{}  (typed: {})", question.right().print(), question.right_value()));
    let misses = question.misses();
    for (rule, answer) in &misses {
        line("wrong", &format!("{}  {rule}", question.shown(answer).print()));
        line("", &question.rule_says(rule, answer).print());
    }
    let mine = misses.first().map_or_else(|| "0".to_string(), |(_, answer)| answer.clone());
    line("prompt", &question.prompt(&mine).print());
    for hint in hints(question, &mine) {
        line("hint", &hint);
    }
    let solution = question.solution();
    for text in &solution.lines {
        line("solution", &text.print());
    }
    if let Some(asked) = &solution.asked {
        line("", &format!("last step: {}", asked.value));
    }
    out
}

/// The hints after one miss, with the figures they bring.
fn hints(question: &Question, mine: &str) -> Vec<String> {
    let state = LearnerState { tries: 1, mine: Some(mine.into()), why: None };
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(hint) = question.hint(at, &state) {
        let figure = if hint.alt.is_empty() { String::new() } else { format!("  [{}]", hint.alt) };
        all.push(format!("{}{figure}", hint.say.print()));
        at = hint.at + 1;
    }
    all
}

/// The same as an HTML page of its own, to print or to send to a colleague.
pub fn page(questions: &[Question]) -> String {
    let language = questions.first().map_or(Locale::En, |question| question.locale).code();
    let mut body = String::new();
    for question in questions {
        let right = matches!(question.score(&question.right_value()), Score::Right);
        let note = if right { "" } else { "\n  !! its own answer does not score right" };
        let _ = writeln!(body, "<pre>{}{note}</pre>", escaped(&sheet(question)));
    }
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>Preview</title>\n\
         <style>pre {{ white-space: pre-wrap; break-inside: avoid; border-bottom: 1px solid }}</style>\n{body}</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
