//! What a host has set, as words: that the file with it cannot be used and why, and that a page is left out here.

use super::app::trouble;
use super::{Notice, Page, Tone, words};
use crate::content::Locale;
use crate::content::site::{FILE, Fault, Feature, MAX_BYTES, MAX_NAME, What};
use crate::tutor::{Route, Session, Stage};

/// For whoever looks after the address, where they will look: on the first page, in the settings and in the class view.
pub fn notice(session: &Session) -> Option<Notice> {
    let locale = session.locale;
    let faults = &session.site.faults;
    let here = match &session.route {
        Route::Settings | Route::Privacy => true,
        Route::Room(path) => path.starts_with("class"),
        Route::Home => session.stage == Stage::Welcome,
        _ => false,
    };
    let sentences = std::iter::once(words::host_fault(locale).to_string());
    let sentences = sentences.chain(faults.iter().map(|fault| sentence(fault, locale)));
    (here && !faults.is_empty()).then(|| Notice {
        tone: Tone::Warning,
        title: words::host_fault_title(locale, FILE),
        text: sentences.collect::<Vec<_>>().join(" "),
        actions: Vec::new(),
        close: None,
    })
}

/// "features/lisen: there is no such feature; ..."
fn sentence(fault: &Fault, locale: Locale) -> String {
    let why = match &fault.what {
        What::TooLarge => words::host_too_large(locale, &MAX_BYTES.to_string()),
        What::NotJson => words::host_not_json(locale).into(),
        What::Twice => words::host_twice(locale).into(),
        What::NoTable => words::host_no_table(locale).into(),
        What::NoKey => words::host_no_key(locale, "name, language, packs, standards, features"),
        What::Name => words::host_name(locale, &MAX_NAME.to_string()),
        What::Language => words::host_language(locale).into(),
        What::Packs(known) => words::host_packs(locale, known),
        What::Standards => words::host_standards(locale).into(),
        What::Feature => words::host_feature(locale, &Feature::ALL.map(|(name, _)| name).join(", ")),
        What::Truth => words::host_truth(locale).into(),
    };
    if fault.at.is_empty() { why } else { [&*fault.at, ": ", &why].concat() }
}

/// Whether the host wants no such page.
pub fn is_off(session: &Session, path: &str) -> bool {
    let off = |feature| !session.site.offers(feature);
    match path.split('/').next() {
        Some("class" | "join" | "hand-in" | "unit") => off(Feature::Class),
        Some("paper") => off(Feature::Paper),
        _ => false,
    }
}

pub fn left_out(locale: Locale) -> Page {
    trouble(words::host_off_title(locale), words::host_off(locale), None, locale)
}
