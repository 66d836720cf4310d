//! What other systems' answers may hold and this notation does not: named, so that nobody has to guess why a row was
//! not compared.

use super::name;
use crate::notation::expr::{Dialect, Function};

/// The first such construct in a text, for tests that read STACK's manner.
pub(super) fn named(test: &str, text: &str) -> Option<&'static str> {
    if name::dialect(test) != Some(Dialect::Stack) || test.starts_with("String") {
        return None;
    }
    if text.contains('"') {
        return Some("a text in quotes");
    }
    if text.contains(":=") {
        return Some("the definition of a function");
    }
    if text.contains('\'') {
        return Some("an unevaluated noun");
    }
    let chars: Vec<char> = text.chars().collect();
    let mut k = 0;
    while k < chars.len() {
        if !(chars[k].is_alphabetic() || chars[k] == '%') {
            k += 1;
            continue;
        }
        let from = k;
        k += 1;
        while chars.get(k).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
            k += 1;
        }
        let word: String = chars[from..k].iter().collect();
        if matches!(&word[..], "implies" | "xor" | "xnor" | "nor" | "nand") {
            return Some("a logical word beyond and, or, not");
        }
        let constant = matches!(&word[..], "%pi" | "%e" | "%i");
        let known = Function::named(&word).is_some()
            || matches!(&word[..], "and" | "or" | "not" | "nounand" | "nounor" | "nounnot");
        let called = chars.get(k) == Some(&'(') && word.chars().count() > 1 && !known && !constant;
        if called || word.starts_with('%') && !constant {
            return Some("a command of a computer algebra system");
        }
    }
    None
}
