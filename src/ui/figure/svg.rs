//! Marks on paper as SVG: classes and attributes only, the page's policy refuses styles.

use crate::ui::tag::{El, el};
use crate::view::figure::{Mark, Paper};
use yew::Html;

pub fn paper(paper: &Paper) -> Html {
    el("svg")
        .class(if paper.width > 2600 { "wide" } else { "square" })
        .attr("viewBox", &format!("0 0 {} {}", paper.width, paper.height))
        .hidden()
        .each(paper.marks.iter().enumerate().map(|(place, each)| mark(each).place(place).html()))
        .html()
}

fn mark(mark: &Mark) -> El {
    match mark {
        Mark::Path { class, d } => {
            let fill = (*class == "hatch").then_some("url(#hatch)");
            el("path").class(class).attr("d", d).maybe("fill", fill)
        }
        Mark::Dot { class, x, y, r } => el("circle")
            .class(class)
            .attr("cx", &x.to_string())
            .attr("cy", &y.to_string())
            .attr("r", &r.to_string()),
        Mark::Text { class, x, y, words } => {
            el("text").class(class).attr("x", &x.to_string()).attr("y", &y.to_string()).text(words)
        }
    }
}
