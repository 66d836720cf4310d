//! How large a pack may be. A damaged or hostile file is refused before it can cost time or depth.

use super::json::Json;
use super::{Problem, What};
use serde_json::Value;

pub const MAX_BYTES: usize = 20_000_000;
pub const MAX_DEPTH: usize = 64;
pub const MAX_STRING: usize = 64_000;
/// Items, skills, misconceptions, units of one file, all together.
pub const MAX_ENTRIES: usize = 5_000;
/// Parameters and lets of one item.
pub const MAX_NAMES: usize = 64;
/// Hints, solution lines, options, wrong rules of one item, each.
pub const MAX_PARTS: usize = 32;

/// Parses JSON within the limits.
pub fn parse(json: &str) -> Result<Value, Problem> {
    if json.len() > MAX_BYTES {
        return Err(whole_file(what!("the file is too large", "the file is larger than {MAX_BYTES} bytes")));
    }
    if depth(json) > MAX_DEPTH {
        return Err(whole_file(what!(
            "the file is nested too deeply",
            "the file is nested more than {MAX_DEPTH} levels deep"
        )));
    }
    let value = Json::read(json).and_then(value_of).ok_or_else(|| whole_file(damage(json)))?;
    check(&value)?;
    Ok(value)
}

/// Every value as it is written; a number that is not whole is none that a pack may hold.
fn value_of(json: Json) -> Option<Value> {
    Some(match json.written().as_bytes().first()? {
        b'{' => {
            let member = |(key, value): &(&str, Json)| Some(((*key).to_owned(), value_of(*value)?));
            Value::Object(json.object()?.members().iter().map(member).collect::<Option<_>>()?)
        }
        b'[' => Value::Array(json.list()?.into_iter().map(value_of).collect::<Option<_>>()?),
        b'"' => Value::String(json.text()?),
        b't' | b'f' => Value::Bool(json.truth()?),
        _ => json.number::<i64>().map_or(Value::Null, Value::from),
    })
}

/// For an author, where the file stops being JSON.
fn damage(json: &str) -> What {
    #[cfg(any(test, feature = "tools"))]
    if let Err(error) = serde_json::from_str::<Value>(json) {
        return format!("the file is damaged: {error}");
    }
    let _ = json;
    what!("the file is damaged", "the file is damaged: a key stands twice in one table")
}

fn whole_file(what: What) -> Problem {
    Problem::new("", what)
}

/// Refuses strings that are too long and files with too many entries.
pub fn check(value: &Value) -> Result<(), Problem> {
    let mut entries = 0;
    let top = value.as_object().into_iter().flat_map(|table| table.values());
    for list in top.filter_map(Value::as_array) {
        entries += list.len();
    }
    if entries > MAX_ENTRIES {
        return Err(whole_file(what!(
            "the file has too many entries",
            "the file has more than {MAX_ENTRIES} entries"
        )));
    }
    match longest(value) > MAX_STRING {
        true => Err(whole_file(what!("a text is too long", "a text is longer than {MAX_STRING} bytes"))),
        false => Ok(()),
    }
}

fn longest(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(list) => list.iter().map(longest).max().unwrap_or(0),
        Value::Object(table) => {
            table.iter().map(|(key, value)| key.len().max(longest(value))).max().unwrap_or(0)
        }
        _ => 0,
    }
}

/// The deepest nesting of brackets outside strings, found without recursion.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_do_not_count_as_depth() {
        assert_eq!(depth(r#"{"a":["[[[\"[["]}"#), 2);
        assert!(parse(&"[".repeat(100)).is_err());
        assert!(parse("{\"a\":").is_err());
    }
}
