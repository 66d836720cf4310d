//! The spinner and its tally: as many equal boxes as parts, in one row, with their colours written; strokes in fives.

use super::paper::{Paper, WIDTH};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::{COLOURS, Spinner};

const ROW: i32 = 330;
const LEFT: i32 = 640;

impl Tool for Spinner {
    fn drawn(&self, look: Look) -> Drawn {
        let parts: i64 = self.colours.iter().map(|(_, parts, _)| *parts).sum();
        let box_width = ((WIDTH - 40) / (parts.max(1) as i32)).min(420);
        let mut paper = Paper::new(WIDTH, 0);
        let mut x = 20;
        for (k, (colour, parts, _)) in self.colours.iter().enumerate() {
            let from = x;
            for _ in 0..*parts {
                // A pattern tells the first colour from the others, its name tells it from all.
                paper.piece(k == 0, (x, 20), (box_width, 260));
                x += box_width;
            }
            if *parts > 0 {
                paper.words("label small", (from + x) / 2, 420, name(colour, look.locale));
            }
        }
        let mut y = 640;
        for (colour, _, results) in &self.colours {
            let Some(results) = results else { continue };
            paper.words("label small", LEFT / 2, y + 150, name(colour, look.locale));
            strokes(&mut paper, y, *results as i32);
            y += ROW;
        }
        paper.height = if y > 640 { y } else { 480 };
        Drawn::paper(paper)
    }
}

fn name(colour: &str, locale: Locale) -> String {
    let known = COLOURS.iter().find(|(en, _)| *en == colour);
    match (locale, known) {
        (Locale::Es, Some((_, es))) => (*es).into(),
        _ => colour.into(),
    }
}

/// Four strokes and one across, group after group.
fn strokes(paper: &mut Paper, y: i32, count: i32) {
    let room = (WIDTH - LEFT - 40) / ((count + 4) / 5).max(1);
    let gap = (room / 7).clamp(14, 60);
    for k in 0..count {
        let left = LEFT + k / 5 * gap * 7;
        if k % 5 == 4 {
            paper.line("tick", (left - gap, y + 190), (left + 4 * gap, y + 30));
        } else {
            let x = left + k % 5 * gap;
            paper.line("tick", (x, y + 10), (x, y + 210));
        }
    }
}
