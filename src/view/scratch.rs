//! The scratchpad in words, and as the picture that a learner may keep. What is on it is nobody's record.

use super::words;
use crate::content::Locale;
use std::fmt::Write;

/// Width and height of the sheet, in its own units.
pub const SIZE: (i32, i32) = (1000, 500);

#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    pub open: String,
    pub note: String,
    pub undo: String,
    pub clear: String,
    pub keep: String,
    pub notes: String,
    locale: Locale,
}

pub fn labels(locale: Locale) -> Labels {
    Labels {
        open: words::scratch_open(locale).into(),
        note: words::scratch_note(locale).into(),
        undo: words::scratch_undo(locale).into(),
        clear: words::scratch_clear(locale).into(),
        keep: words::scratch_keep(locale).into(),
        notes: words::scratch_notes(locale).into(),
        locale,
    }
}

impl Labels {
    /// What somebody who does not see the sheet is told of it.
    pub fn drawing(&self, strokes: usize) -> String {
        words::scratch_drawing(self.locale, &strokes.to_string())
    }
}

/// A stroke as SVG has it. One touch is a dot.
pub fn points(stroke: &[(i32, i32)]) -> String {
    let mut out = String::new();
    for (x, y) in stroke {
        // Writing to a string cannot fail.
        let _ = write!(out, "{x},{y} ");
    }
    if let [(x, y)] = stroke {
        let _ = write!(out, "{},{y} ", x + 1);
    }
    out.trim_end().into()
}

/// The sheet as a file: the strokes, and what was typed below them.
pub fn picture(strokes: &[Vec<(i32, i32)>], text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let height = SIZE.1 + 40 * lines.len() as i32;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {height}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        SIZE.0
    );
    for stroke in strokes {
        let _ = write!(
            out,
            "<polyline fill=\"none\" stroke=\"#1d2a2c\" stroke-width=\"4\" stroke-linecap=\"round\" points=\"{}\"/>",
            points(stroke)
        );
    }
    for (k, line) in lines.iter().enumerate() {
        let safe = line.replace('&', "&amp;").replace('<', "&lt;");
        let down = SIZE.1 + 30 + 40 * k as i32;
        let _ = write!(
            out,
            "<text x=\"20\" y=\"{down}\" font-family=\"sans-serif\" font-size=\"28\">{safe}</text>"
        );
    }
    out + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_a_picture_of_what_was_drawn_and_typed() {
        let kept = picture(&[vec![(1, 2), (3, 4)], vec![(9, 9)]], "3 < 4 & so\non");
        assert!(kept.contains("points=\"1,2 3,4\"") && kept.contains("points=\"9,9 10,9\""), "{kept}");
        assert!(kept.contains("3 &lt; 4 &amp; so") && kept.ends_with("</svg>"), "{kept}");
    }

    #[test]
    fn the_sheet_is_told_in_both_languages() {
        let told = Locale::ALL.map(|locale| labels(locale).drawing(2));
        assert!(told[0] != told[1] && told.iter().all(|told| told.contains('2')), "{told:?}");
    }
}
