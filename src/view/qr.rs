//! A code for a camera as a page shows it: drawn as one path, with words for someone who does not see it.

use crate::exchange::qr;

/// Its side in squares with the quiet ones, and the dark ones as the path of an SVG of that size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub side: i32,
    pub path: String,
    pub spoken: String,
}

/// `None` where the text is longer than a camera reads well.
pub fn code(text: &str, spoken: &str) -> Option<Code> {
    let drawn = qr::draw(text)?;
    Some(Code { side: drawn.size, path: drawn.path, spoken: spoken.into() })
}
