//! What is said of 150 answers, beside what MathCAT 0.7.8-alpha.1 says of the same MathML (medium verbosity): the same
//! words, or a reason of the list in `docs/notation.md`. Pauses are no words.

use trellis::notation::{DecimalMark, Locale, Style, parse, speak};

const ROWS: &str = include_str!("spoken.tsv");
const DOCS: &str = include_str!("../docs/notation.md");

fn said(source: &str, locale: Locale) -> String {
    let school = Style::school(DecimalMark::Point);
    let read = parse(source, school.with_units().with_list()).or_else(|_| parse(source, school));
    speak(&read.unwrap_or_else(|why| panic!("{source}: {why:?}")).math(), locale)
}

/// The words alone.
fn words(text: &str) -> Vec<&str> {
    text.split([' ', ',', ';', '\u{a0}']).filter(|word| !word.is_empty()).collect()
}

#[test]
fn what_is_said_is_what_mathcat_says_or_differs_for_a_written_reason() {
    let (mut rows, mut alike) = (0, [0, 0]);
    for (k, line) in ROWS.lines().enumerate().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [source, en, clear, simple, why_en, es, theirs, why_es] = cells[..] else {
            panic!("line {}: {} cells", k + 1, cells.len())
        };
        assert_eq!(said(source, Locale::En), en, "{source}");
        assert_eq!(said(source, Locale::Es), es, "{source}");
        let same_en = [clear, simple].iter().any(|other| words(other) == words(en));
        let same_es = words(theirs) == words(es);
        for (place, (same, why)) in [(same_en, why_en), (same_es, why_es)].into_iter().enumerate() {
            assert_eq!(same, why.is_empty(), "{source}: a reason where and only where they differ");
            alike[place] += usize::from(same);
            for reason in why.split_whitespace() {
                assert!(
                    DOCS.contains(&format!("| {reason} |")),
                    "{source}: the reason {reason} is not in the docs"
                );
            }
        }
        rows += 1;
    }
    assert!(rows >= 150, "{rows} rows");
    let told =
        format!("Of {rows} answers {} are said alike in English and {} in Spanish", alike[0], alike[1]);
    let docs = DOCS.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(docs.contains(&told), "the docs should say: {told}");
}
