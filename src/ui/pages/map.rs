//! The map of skills as one drawing whose boxes are links; the list of skills is its twin.

use super::progress::ways;
use crate::ui::icon::path;
use crate::ui::parts::{heading, title, words};
use crate::ui::tag::{El, el};
use crate::view::{MAP_BOX, MapBand, MapPage, MapSign, MapSkill, MapText};
use yew::Html;

pub fn page(view: &MapPage) -> Html {
    let paper = format!("0 0 {} {}", view.width, view.height);
    let edges = view.edges.iter().enumerate().map(|(place, edge)| path("edge", edge).place(place).html());
    let drawing = el("svg")
        .attr("viewBox", &paper)
        .attr("width", &view.width.to_string())
        .attr("height", &view.height.to_string())
        .attr("role", "group")
        .attr("aria-label", &view.label)
        .with(el("g").hidden().each(view.headings.iter().map(text)))
        .with(el("g").hidden().each(edges))
        .with(el("g").each(view.skills.iter().map(skill)));
    el("div")
        .class("progress")
        .with(heading(&view.title))
        .with(words("lead", &view.text))
        .with(ways(&view.ways, &view.ways_label))
        .with(el("div").class("skill-map").hook("map").with(drawing))
        .with(el("div").class("map-bands").each(view.bands.iter().map(|band| narrow(band, view))))
        .with(key(view))
        .html()
}

fn text(view: &MapText) -> Html {
    let class = if view.grade { "map-grade" } else { "map-strand" };
    at("text", view.x, view.y).class(class).key(&view.text).text(&view.text).html()
}

fn at(tag: &'static str, x: u32, y: u32) -> El {
    el(tag).attr("x", &x.to_string()).attr("y", &y.to_string())
}

fn skill(view: &MapSkill) -> Html {
    let (width, height) = MAP_BOX;
    let frame = at("rect", view.x, view.y)
        .class("map-box")
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
        .attr("rx", "12");
    let count = u32::try_from(view.lines.len()).unwrap_or(1);
    let first = view.y + height / 2 + 5 - (count - 1) * 9;
    let lines = view.lines.iter().zip(0..).map(|(line, row)| {
        // With a space between two lines, so that they read as the name they are.
        at("text", view.x + 34, first + row * 18).place(row as usize).text(line).text(" ").html()
    });
    el("a")
        .key(&view.spoken)
        .class(class(view.sign))
        .hook("map-skill")
        .attr("href", &view.to.to_string())
        .attr("aria-label", &view.spoken)
        .attr("data-level", &view.level.to_string())
        .with(frame)
        .with(sign(view.sign, view.x + 8, view.y + height / 2 - 9))
        .with(el("g").each(lines))
        .html()
}

/// A strand in one grade where there is no room for a drawing.
fn narrow(band: &MapBand, view: &MapPage) -> Html {
    let skills = band.skills.iter().filter_map(|place| view.skills.get(*place));
    let chip = |skill: &MapSkill| {
        let link = el("a")
            .class(class(skill.sign))
            .hook("map-chip")
            .attr("href", &skill.to.to_string())
            .attr("aria-label", &skill.spoken)
            .with(sign(skill.sign, 0, 0))
            .with(el("span").text(&skill.name));
        el("li").key(&skill.spoken).with(link).html()
    };
    el("section").key(&band.title).with(title(&band.title)).with(el("ul").each(skills.map(chip))).html()
}

fn class(sign: MapSign) -> &'static str {
    match sign {
        MapSign::Later => "map-skill is-later",
        MapSign::Ready => "map-skill is-ready",
        MapSign::Started => "map-skill is-started",
        MapSign::Practised => "map-skill is-practised",
        MapSign::Mastered => "map-skill is-mastered",
        MapSign::Refresh => "map-skill is-refresh",
        MapSign::Resting => "map-skill is-resting",
    }
}

/// Eighteen pixels square, told apart by its shape: a ring, a half, a full disc, a star and so on.
fn sign(sign: MapSign, x: u32, y: u32) -> Html {
    let shape = match sign {
        MapSign::Later => "M6 9h6",
        MapSign::Ready => "M9 2a7 7 0 1 0 .100 0",
        MapSign::Started => "M9 2a7 7 0 1 0 .100 0M9 2v14A7 7 0 0 1 9 2",
        MapSign::Practised => "M9 2a7 7 0 1 0 .100 0M5.500 9.500l2.500 2.500 4.500-5",
        MapSign::Mastered => {
            "M9 1l2.300 5 5.400.600-4 3.700 1.100 5.400L9 13l-4.800 2.700 1.100-5.400-4-3.700L6.700 6z"
        }
        MapSign::Refresh => "M14 5.500A6 6 0 1 0 15 9M14.500 2v4h-4",
        MapSign::Resting => "M6.500 4v10M11.500 4v10",
    };
    let class = match sign {
        MapSign::Mastered => "map-sign is-full",
        _ => "map-sign",
    };
    el("svg")
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .attr("width", "18")
        .attr("height", "18")
        .attr("viewBox", "0 0 18 18")
        .class(class)
        .hidden()
        .with(el("path").attr("d", shape))
        .html()
}

fn key(view: &MapPage) -> Html {
    let item = |(of, name): &(MapSign, String)| {
        el("li").key(name).with(sign(*of, 0, 0)).with(el("span").text(name)).html()
    };
    el("section")
        .class("map-key")
        .with(title(&view.key_label))
        .with(el("ul").each(view.key.iter().map(item)))
        .html()
}
