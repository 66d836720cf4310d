//! Eight drawn avatars, of no age and no kind of person. Each is a few shapes in the tokens of `styles/tokens.css`.

use super::icon::{drawing, path};
use super::tag::{El, el};
use yew::Html;

type Shape = (&'static str, &'static str);

/// Decorative: the name stands beside it.
pub fn avatar(id: &str) -> Html {
    let shapes = shapes(id).iter().enumerate();
    ground().each(shapes.map(|(place, (class, shape))| path(class, shape).place(place).html())).html()
}

/// What it stands on; alone, before the shapes are fetched.
pub fn ground() -> El {
    let round = el("circle").class("av-ground").attr("cx", "24").attr("cy", "24").attr("r", "24");
    drawing("avatar", "0 0 48 48").with(round)
}

/// Shapes of 48 by 48, from back to front; an id of a newer release is drawn as a leaf.
fn shapes(id: &str) -> &'static [Shape] {
    match id {
        "fox" => &[
            ("av-warm", "M9 9l10 7h10l10-7v17L24 41 9 26z"),
            ("av-light", "M9 26l9 0 6 15zM39 26h-9l-6 15z"),
            ("av-dark", "M15 23a2 2 0 1 0 .1 0zM33 23a2 2 0 1 0 .1 0zM21 37h6l-3 4z"),
        ],
        "owl" => &[
            ("av-main", "M11 9l6 4h14l6-4v19a13 13 0 0 1-26 0z"),
            ("av-light", "M18 15a6 6 0 1 0 .1 0zM30 15a6 6 0 1 0 .1 0zM17 32h14a7 8 0 0 1-14 0z"),
            ("av-dark", "M18 18a3 3 0 1 0 .1 0zM30 18a3 3 0 1 0 .1 0z"),
            ("av-warm", "M21 26h6l-3 5z"),
        ],
        "whale" => &[
            (
                "av-main",
                "M7 26c0-8 7-12 15-12 9 0 13 6 14 12 2 0 3-2 3-5l4-4c1 10-2 19-14 19H21C12 36 7 32 7 26z",
            ),
            ("av-light", "M8 30c8 3 17 3 24 1-2 3-5 5-9 5-8 0-13-2-15-6z"),
            ("av-dark", "M16 23a2 2 0 1 0 .1 0z"),
            ("av-line", "M22 11c0-3-3-4-5-3M22 11c0-3 3-4 5-3"),
        ],
        "cactus" => &[
            (
                "av-main",
                "M20 34V13a4 4 0 0 1 8 0v21zM11 18a3 3 0 0 1 6 0v4h4v6h-5a5 5 0 0 1-5-5zM37 15a3 3 0 0 0-6 0v4h-4v6h5a5 5 0 0 0 5-5z",
            ),
            ("av-warm", "M14 33h20l-3 9H17z"),
            ("av-light", "M24 6a2.500 2.500 0 1 0 .1 0z"),
        ],
        "kite" => &[
            ("av-main", "M27 6l12 14-16 14-8-18z"),
            ("av-warm", "M27 6l-4 28-8-18zM23 34l4-14 12 0z"),
            ("av-line", "M23 34c-6 0-3 5-8 5-4 0-3 3-6 3"),
        ],
        "comet" => &[
            ("av-light", "M41 7L28 32 17 20z"),
            ("av-warm", "M36 8L25 30 15 23z"),
            ("av-main", "M18 20a10 10 0 1 0 .1 0z"),
            ("av-dark", "M15 27a2 2 0 1 0 .1 0zM21 32a1.500 1.500 0 1 0 .1 0z"),
        ],
        "drum" => &[
            ("av-warm", "M9 19v14c0 4 7 7 15 7s15-3 15-7V19z"),
            ("av-light", "M24 12a15 7 0 1 0 .1 0z"),
            ("av-line", "M10 24l7 13 7-11 7 11 7-13"),
            ("av-dark", "M12 6l13 12-1.500 1.500L10.500 7.500zM38 8L27 19l-1.500-1.500L36.500 6.500z"),
        ],
        _ => &[
            ("av-main", "M9 39C7 20 18 9 40 8c1 21-9 32-27 30z"),
            ("av-light", "M10 41C16 29 23 21 33 15 26 23 19 31 13 41z"),
        ],
    }
}
