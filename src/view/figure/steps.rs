//! Work line by line: the start, the lines that were taken, and what each of them is. The line that is being written
//! stands in the field below; it is judged when it is checked, not before.

use super::hand::{Hand, Press};
use super::sheet::{Cell, Sheet, Square};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::Steps;
use crate::content::more::steps::{BETWEEN, Mark, SCRATCH, Verdict, say};
use crate::view::{Line, text, words};

/// The lines that were taken, and what stands in the field after them.
fn parts(draft: &str) -> (Vec<&str>, &str) {
    match draft.rsplit_once(';') {
        Some((taken, field)) => {
            (taken.split(';').map(str::trim).filter(|line| !line.is_empty()).collect(), field.trim())
        }
        None => (Vec::new(), draft.trim()),
    }
}

/// A draft of these lines with this in the field.
fn draft(taken: &[&str], field: &str) -> String {
    let mut all: String = taken.iter().flat_map(|line| [line, BETWEEN]).collect();
    all.push_str(field);
    all
}

impl Steps {
    /// The last line goes back to the field; what stood there is left out.
    fn undone(&self, now: &str) -> Option<String> {
        let (mut taken, _) = parts(now);
        let last = taken.pop()?;
        Some(draft(&taken, last.trim_start_matches([SCRATCH, '~']).trim_start()))
    }

    /// What stands in the field becomes a note.
    fn noted(&self, now: &str) -> Option<String> {
        let (taken, field) = parts(now);
        let note = [&SCRATCH.to_string(), " ", field.trim_start_matches(SCRATCH).trim_start()].concat();
        let mut all = taken;
        all.push(&note);
        (!field.is_empty()).then(|| draft(&all, ""))
    }
}

impl Tool for Steps {
    fn start(&self, draft: &str, _locale: Locale) -> Hand {
        Hand { slots: Vec::new(), cells: vec![draft.into()] }
    }

    fn typed(&self, hand: &Hand) -> String {
        hand.cell(0).into()
    }

    fn drawn(&self, look: Look) -> Drawn {
        let locale = look.locale;
        let (taken, field) = parts(look.draft);
        // Where nothing can be changed any more the last line is one like the others.
        let shown = if look.open || field.is_empty() { draft(&taken, "") } else { draft(&taken, field) };
        let mut rows: Vec<Vec<Square>> = Vec::new();
        let row = |name: String, line: Line, class: &'static str, told: Line| {
            vec![
                Square::new(Cell::Head { line: text::words(name), of_row: true }),
                Square::classed(class, Cell::Words(line)),
                Square::classed(class, Cell::Words(told)),
            ]
        };
        for line in say::start(&self.work) {
            rows.push(row(words::steps_start(locale).into(), text::line(&line, locale), "line", Vec::new()));
        }
        for (k, (line, mark)) in self.work.marks(&shown, locale.decimal_mark()).iter().enumerate() {
            let class = match mark {
                Mark::Judged(verdict) if verdict.is_right() => "line right",
                Mark::Judged(Verdict::Wrong { .. }) | Mark::Struck(_) => "line wrong",
                Mark::Scratch => "line note",
                _ => "line",
            };
            let told = [say::sign(mark), " ", say::mark(mark, locale)].concat();
            let drawn = text::line(&say::drawn(&self.work, line, locale.decimal_mark()), locale);
            rows.push(row(words::steps_line(locale, &(k + 1).to_string()), drawn, class, text::words(told)));
        }
        let mut drawn = Drawn::sheet(Sheet { class: "lines", told: None, widths: Vec::new(), rows });
        drawn.note = words::enter_steps(locale).into();
        let press = |label: &str, to: Option<String>| Press {
            label: label.into(),
            to: to.map(|draft| Hand { slots: Vec::new(), cells: vec![draft] }),
        };
        drawn.presses = vec![
            press(words::steps_undo(locale), self.undone(look.draft)),
            press(words::steps_note(locale), self.noted(look.draft)),
        ];
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;
    use crate::content::more::steps::Work;
    use crate::view::Span;

    fn paper(start: &str) -> Figure {
        let work = Work::of(&[start.into()], "", "", None, true).expect("work");
        Figure::Steps(Steps { work })
    }

    /// The rows as a screen reader meets them.
    fn rows(draft: &str, open: bool) -> Vec<String> {
        let figure = paper("3(x - 2) = 12");
        let hand = super::super::start(&figure, draft, Locale::En);
        let look = Look { hand: &hand, draft, checked: None, open, active: None, locale: Locale::En };
        let super::super::Body::Sheet(sheet) = super::super::drawn(&figure, look).body else {
            panic!("a sheet")
        };
        let said = |span: &Span| match span {
            Span::Words(words) => words.clone(),
            Span::Maths { spoken, .. } => spoken.clone(),
            Span::Blank(name) => name.clone(),
        };
        let told = |square: &Square| match &square.is {
            Cell::Head { line, .. } | Cell::Words(line) => line.iter().map(said).collect::<String>(),
            _ => String::new(),
        };
        sheet.rows.iter().map(|row| row.iter().map(told).collect::<Vec<_>>().join(" | ")).collect()
    }

    #[test]
    fn each_line_stands_with_its_mark_in_words_and_the_one_being_written_is_not_judged() {
        let open = rows("3x - 6 = 12; # 3 times 2; ~ 3x = 6; 3x = 1", true);
        let told: Vec<&str> = open.iter().map(|row| row.rsplit(" | ").next().unwrap_or_default()).collect();
        assert_eq!(told, ["", "✓ right", "✎ note", "✗ does not follow"]);
        let closed = rows("3x - 6 = 12; 3x = 6", false);
        assert!(closed[2].ends_with("✗ does not follow"), "{closed:?}");
    }

    #[test]
    fn a_note_in_words_stays_words_and_one_in_signs_is_drawn() {
        let noted = rows("# same parts; # 2 + 3; ", true);
        assert_eq!(noted[1..], ["Line 1 | same parts | ✎ note", "Line 2 | 2 plus 3 | ✎ note"]);
    }

    #[test]
    fn a_line_is_undone_and_a_note_is_kept() {
        walk(&paper("x + 2 = 5"), "x = 3; 2 + 3", &[(0, "!Keep this line as a note")], &["x = 3; # 2 + 3; "]);
        walk(&paper("x + 2 = 5"), "x = 3; # 2 + 3; ", &[(0, "!Undo the last line")], &["x = 3; 2 + 3"]);
    }
}
