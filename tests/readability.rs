//! What families and learners read about handing in and about the report is plain: at most grade 6 by Flesch and Kincaid
//! (1975) in English, at least "normal" by Fernández Huerta (1959) in Spanish. Measured on the wording itself.

use std::fs;
use std::path::Path;

const FAMILY: [&str; 9] =
    ["report-", "hand-in-", "join-", "unit-", "paper-", "cards-", "talk-", "week-", "mile-"];

/// Whole sentences that families and learners read, without variables and without labels of a few words.
fn sentences(code: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locale/{code}.ftl"));
    let text = fs::read_to_string(file).expect("the wording");
    let said = text.lines().filter(|line| FAMILY.iter().any(|start| line.starts_with(start)));
    let said = said.filter_map(|line| line.split_once(" = ")).map(|(_, said)| said.to_string());
    let whole =
        |said: &String| said.split_whitespace().count() >= 6 && said.ends_with(['.', '?', '”', '»', ':']);
    said.filter(whole).collect()
}

struct Counts {
    sentences: f64,
    words: f64,
    syllables: f64,
}

fn counts(said: &str) -> Counts {
    let is_letter = |c: char| c.is_alphabetic() || c == '\'';
    let words: Vec<&str> = said.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    let ends = said.matches(['.', '?', '!', ':', ';']).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(&word.to_lowercase())).sum();
    Counts { sentences: ends as f64, words: words.len() as f64, syllables: syllables as f64 }
}

/// Groups of vowels; a silent `e` at the end of an English word is close enough for both languages to be on the safe side.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouyáéíóúü".contains(c);
    let groups =
        word.chars().fold((0, false), |(sum, before), c| (sum + usize::from(vowel(c) && !before), vowel(c)));
    groups.0.max(1)
}

#[test]
fn english_for_families_is_at_most_grade_six() {
    let all = sentences("en");
    assert!(all.len() >= 15, "{}", all.len());
    let Counts { sentences, words, syllables } = counts(&all.join(" "));
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    println!("Flesch-Kincaid grade {grade:.1} over {} texts", all.len());
    assert!(grade <= 6.0, "{grade}");
}

#[test]
fn spanish_for_families_is_normal_or_easier() {
    let all = sentences("es");
    assert!(all.len() >= 15, "{}", all.len());
    let Counts { sentences, words, syllables } = counts(&all.join(" "));
    let ease = 206.84 - 60.0 * syllables / words - 1.02 * words / sentences;
    println!("Fernández Huerta {ease:.0} over {} texts", all.len());
    assert!(ease >= 60.0, "{ease}");
}
