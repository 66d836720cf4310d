//! A line with several empty boxes, each a field of its own. What is recorded stays one string, the parts with ` | `
//! between; so an answer that was begun in one field goes on in the boxes, and the other way round.

use super::entry::{Pad, keypad};
use super::text::line;
use super::{Apart, BoxesView, Piece, ReadBack, WriteView, words};
use crate::content::more::respond::{BETWEEN, Task, box_read};
use crate::content::{Advice, Locale, Span, Text};
use crate::notation::{Math, Why, mathml, speak};
use crate::tutor::Practice;

/// A line with more boxes is answered in one field.
pub const MOST: usize = 8;

doors! {
    /// Several boxes; they come with the wider vocabulary.
    BoxWords:
    /// The boxes of an answer that fills some, with what is in them; nothing for any other answer. The second of the
    /// pair says whether they can still be written in.
    of(practice: &Practice, task: &Task, answer: (&str, bool), locale: Locale) -> Option<Apart<BoxesView>> = fill, or {
        let _ = (practice, task, answer, locale);
        None
    };
}

/// The draft once this text was written into this box. A text with signs between, such as a whole answer that was
/// pasted, goes on in the boxes after it.
pub fn filled(draft: &str, boxes: usize, at: usize, text: &str) -> String {
    let mut parts = parts(draft, boxes);
    if text.contains(['|', ';']) {
        let pieces = text.splitn(boxes - at, ['|', ';']).map(str::trim).enumerate();
        pieces.filter(|(k, piece)| *k == 0 || !piece.is_empty()).for_each(|(k, piece)| parts[at + k] = piece);
    } else if let Some(part) = parts.get_mut(at) {
        *part = text;
    }
    if parts.iter().all(|part| part.trim().is_empty()) { String::new() } else { parts.join(BETWEEN) }
}

/// What each box holds. What was typed after too many signs stays in the last box, where it can be seen and mended.
fn parts(draft: &str, boxes: usize) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = draft;
    while parts.len() + 1 < boxes {
        let (part, after) = rest.split_once(['|', ';']).unwrap_or((rest, ""));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    // The spaces round the sign are no part of what was typed.
    let last = parts.len() - 1;
    parts
        .into_iter()
        .enumerate()
        .map(|(k, part)| {
            let part = if k > 0 { part.strip_prefix(' ').unwrap_or(part) } else { part };
            if k < last { part.strip_suffix(' ').unwrap_or(part) } else { part }
        })
        .collect()
}

fn fill(
    practice: &Practice,
    task: &Task,
    (draft, enabled): (&str, bool),
    locale: Locale,
) -> Option<Apart<BoxesView>> {
    let Task::Fill { line: given, blanks } = task else { return None };
    if *blanks > MOST {
        return None;
    }
    let parts = parts(draft, *blanks);
    let mut boxes = 0;
    let mut pieces = Vec::new();
    for span in &given.spans {
        match span {
            // `{_}` in a line is a piece of maths that is nothing but a box.
            Span::Blank(_) | Span::Maths(Math::Blank) => {
                let text = parts.get(boxes)?;
                pieces.push(Piece::Box(one_box(practice, (boxes, *blanks), text, enabled, locale)));
                boxes += 1;
            }
            span => {
                let text = Text { spans: vec![span.clone()] };
                pieces.push(Piece::Text(line(&text, practice.question.locale)));
            }
        }
    }
    // A box within drawn maths cannot be a field: the fields stand below, in the order of the boxes.
    let named = boxes == 0;
    if named {
        let one =
            |at: usize| Some(Piece::Box(one_box(practice, (at, *blanks), parts.get(at)?, enabled, locale)));
        pieces.extend((0..*blanks).filter_map(one));
        boxes = *blanks;
    }
    (boxes == *blanks && boxes > 1).then(|| {
        let label = words::boxes_label(locale).into();
        BoxesView { label, lang: practice.question.locale.code(), draft: draft.into(), pieces, named }.into()
    })
}

fn one_box(
    practice: &Practice,
    (at, of): (usize, usize),
    text: &str,
    enabled: bool,
    locale: Locale,
) -> WriteView {
    let name = words::boxes_one(locale, &(at + 1).to_string(), &of.to_string());
    let read_back = match box_read(&practice.question, at, text) {
        _ if text.trim().is_empty() => None,
        Ok(math) => Some(ReadBack::Maths {
            label: words::boxes_read(locale, &(at + 1).to_string()),
            node: mathml(&math),
            spoken: speak(&math, locale),
        }),
        // Half a fraction on the way to a whole one is nothing to remark on.
        Err(Advice::Unreadable(problem)) if matches!(problem.why, Why::Empty | Why::Unfinished) => None,
        Err(problem) => Some(ReadBack::Advice(words::boxes_advice(
            locale,
            &(at + 1).to_string(),
            &super::practice::advice(&problem, locale),
        ))),
    };
    WriteView {
        label: name,
        draft: text.into(),
        from: 0,
        to: u16::MAX,
        enabled,
        read_back,
        keypad: keypad(Pad::Fraction, locale),
        keypad_label: words::answer_keypad(locale).into(),
        drawn: false,
    }
}

#[cfg(test)]
mod tests {
    use super::{filled, parts};

    #[test]
    fn each_box_keeps_its_own_text() {
        let mut draft = String::new();
        for (at, text, then) in [
            (1, "4", " | 4"),
            (0, "12", "12 | 4"),
            (0, "1 1/2", "1 1/2 | 4"),
            (1, "", "1 1/2 | "),
            (0, "", ""),
        ] {
            draft = filled(&draft, 2, at, text);
            assert_eq!(draft, then);
        }
    }

    #[test]
    fn what_was_typed_in_one_field_is_found_in_the_boxes() {
        assert_eq!(parts("3; 4", 2), ["3", "4"]);
        assert_eq!(parts("3 | 4", 2), ["3", "4"]);
        assert_eq!(parts("3", 3), ["3", "", ""]);
        assert_eq!(parts("", 2), ["", ""]);
        assert_eq!(parts("1;2;3", 2), ["1", "2;3"], "one too many is seen, not lost");
    }

    #[test]
    fn a_whole_answer_pasted_into_the_first_box_fills_all() {
        assert_eq!(filled("", 2, 0, "3;4"), "3 | 4");
        assert_eq!(filled("", 2, 0, "3 | 4"), "3 | 4");
        assert_eq!(filled("1 | 4", 2, 0, "12;"), "12 | 4", "a sign alone changes no other box");
        assert_eq!(filled("1 | 4", 2, 1, "4;"), "1 | 4;", "nothing is lost: it can be seen and mended");
    }

    #[test]
    fn a_space_within_a_box_is_kept_while_it_is_typed() {
        assert_eq!(parts("1  | 4", 2), ["1 ", "4"]);
        assert_eq!(filled("1 | 4", 2, 0, "1 "), "1  | 4");
    }
}
