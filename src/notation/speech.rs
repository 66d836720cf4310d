//! Maths as spoken words, in both languages.

use super::{Locale, Math};

/// What a voice or a screen reader says.
pub fn speak(math: &Math, locale: Locale) -> String {
    let _ = locale;
    format!("{math:?}")
}
