//! Small drawn signs. They repeat what the words beside them say, so they are hidden from screen readers.

use super::tag::{El, el};
use crate::view::{SavedState, Tone};
use yew::Html;

/// A drawing beside words, with its paper: the left upper corner, then width and height.
pub fn drawing(class: &str, paper: &str) -> El {
    el("svg").class(class).attr("viewBox", paper).hidden()
}

pub fn path(class: &str, path: &str) -> El {
    el("path").class(class).attr("d", path)
}

#[inline(never)]
fn sign(path: &str) -> Html {
    drawing("icon", "0 0 24 24").with(el("path").attr("d", path)).html()
}

pub fn tone(tone: Tone) -> Html {
    sign(match tone {
        Tone::Right => "M4 13l5 5L20 6",
        Tone::Again => "M19 8a8 8 0 1 0 1 6M20 3v5h-5",
        Tone::Show => "M4 19h5v-5h5V9h5V4",
        Tone::Advice => "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
        Tone::Calm => "M12 11v6M12 7v.5M12 3a9 9 0 1 0 .1 0",
        Tone::Warning => "M12 9v5M12 17v.5M12 3L2.500 20h19z",
    })
}

pub fn saved(state: SavedState) -> Html {
    sign(match state {
        SavedState::Quiet | SavedState::Saving => "M6 12h.5M12 12h.5M18 12h.5",
        SavedState::Saved => "M5 13l4 4L19 7",
        SavedState::OneCopy => "M6 3h8l4 4v14H6zM13 3v5h5",
        SavedState::NotSaved => "M12 8v6M12 17v.5M12 3a9 9 0 1 0 .1 0",
    })
}

pub fn keypad() -> Html {
    sign(
        "M5 5h3v3H5zM10.500 5h3v3h-3zM16 5h3v3h-3zM5 10.500h3v3H5zM10.500 10.500h3v3h-3zM16 10.500h3v3h-3zM5 16h3v3H5zM10.500 16h3v3h-3zM16 16h3v3h-3z",
    )
}

pub fn voice() -> Html {
    sign("M4 9.500h4l5-4v13l-5-4H4zM16 9.500a4 4 0 0 1 0 5M18.500 7a8 8 0 0 1 0 10")
}

/// The mark of Trellis: a lattice with one leaf.
pub fn mark() -> Html {
    drawing("mark", "0 0 32 32")
        .with(path("mark-lattice", "M8 4v24M16 4v24M24 4v24M4 10h24M4 20h24"))
        .with(path("mark-leaf", "M16 20c0-7 4-11 11-11 0 7-4 11-11 11z"))
        .html()
}

/// A vine on its lattice, beside the words of the first page.
pub fn vine() -> Html {
    const LEAVES: [&str; 5] = [
        "M44 148c-20-2-27-14-26-28 16 2 26 12 26 28z",
        "M70 118c20 0 30-10 32-26-19-1-32 9-32 26z",
        "M54 82c-18-4-25-16-22-30 16 4 24 15 22 30z",
        "M82 60c16 2 27-6 31-20-17-4-30 4-31 20z",
        "M80 32c-10-8-11-19-4-28 10 8 11 18 4 28z",
    ];
    drawing("vine", "10 0 96 180")
        .attr("preserveAspectRatio", "xMidYMax slice")
        .with(path("vine-lattice", "M20 0v180M60 0v180M100 0v180M0 30h140M0 80h140M0 130h140"))
        .with(path("vine-stem", "M40 180c-2-34 34-44 28-74-5-24-24-24-10-48 8-14 24-12 22-30"))
        .each(LEAVES.iter().enumerate().map(|(place, leaf)| path("vine-leaf", leaf).place(place).html()))
        .html()
}
