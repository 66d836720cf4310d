//! The wording of the interface, one function a message, compiled from `locale/*.ftl` by the build script.

use crate::content::Locale;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Puts values into `{0}`, `{1}` ... of a pattern.
fn fill(pattern: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let value = place.parse().ok().and_then(|place: usize| values.get(place));
        out.push_str(value.copied().unwrap_or_default());
        rest = after;
    }
    out + rest
}
