//! The pack schema through the ages: old in, newest out. The rest of the program sees only the newest form.

use super::Problem;
use serde_json::Value;

pub const SCHEMA: u64 = 1;

/// Where a problem stands that a newer Trellis does not have.
const NEWER: &str = "schema of a newer Trellis";

/// Brings a file of any released schema to the newest. A newer one is refused with a sentence that says so.
pub fn newest(file: Value) -> Result<Value, Problem> {
    match file.get("schema").and_then(Value::as_u64) {
        Some(SCHEMA) => Ok(file),
        Some(newer) if newer > SCHEMA => {
            let what = what!(
                "this pack was made for a newer Trellis; update Trellis to use it",
                "this pack was made for a newer Trellis (pack schema {newer}; this one reads up to {SCHEMA}); \
                 update Trellis to use it"
            );
            Err(Problem::new(NEWER, what))
        }
        _ => Err(Problem::new(
            "schema",
            what!(
                "the key `schema` is missing",
                "the key `schema` is missing; the newest is schema = {SCHEMA}"
            ),
        )),
    }
}

impl Problem {
    /// The file is sound, and made for a newer Trellis.
    pub fn is_newer(&self) -> bool {
        self.at == NEWER
    }
}
