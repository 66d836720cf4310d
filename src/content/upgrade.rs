//! The pack schema through the ages: old in, newest out. The rest of the program sees only the newest form.

use super::Problem;
use serde_json::Value;

pub const SCHEMA: u64 = 1;

/// Brings a file of any released schema to the newest. A newer one is refused with a sentence that says so.
pub fn newest(file: Value) -> Result<Value, Problem> {
    match file.get("schema").and_then(Value::as_u64) {
        Some(SCHEMA) => Ok(file),
        Some(newer) if newer > SCHEMA => {
            let what = format!(
                "this pack was made for a newer Trellis (pack schema {newer}; this one reads up to {SCHEMA}); \
                 update Trellis to use it"
            );
            Err(Problem::new("schema", what))
        }
        _ => Err(Problem::new(
            "schema",
            format!("the key `schema` is missing; the newest is schema = {SCHEMA}"),
        )),
    }
}
