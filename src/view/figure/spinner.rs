//! A spinner with equal parts in colours. Every colour has its letter, for those who do not tell colours apart.

use super::paper::{Paper, round};
use super::{Drawn, Look, Tool};
use crate::content::figure::{Spinner, colour_name};
use crate::num::math;

const RADIUS: f64 = 620.0;
const MIDDLE: (i32, i32) = (720, 680);
/// Where the tally begins.
const TALLY: i32 = 1560;

fn class(colour: &str) -> &'static str {
    match colour {
        "red" => "paint-red",
        "blue" => "paint-blue",
        "green" => "paint-green",
        "yellow" => "paint-yellow",
        "orange" => "paint-orange",
        "purple" => "paint-purple",
        "black" => "paint-black",
        "gray" => "paint-gray",
        _ => "paint-white",
    }
}

fn spot(turn: f64, far: f64) -> (i32, i32) {
    let angle = turn * std::f64::consts::TAU;
    (MIDDLE.0 + round(far * math::sin(angle)), MIDDLE.1 - round(far * math::cos(angle)))
}

impl Tool for Spinner {
    fn drawn(&self, look: Look) -> Drawn {
        let all: i64 = self.colours.iter().map(|(_, parts, _)| parts).sum::<i64>().max(1);
        let tallied = self.colours.iter().any(|(_, _, tally)| tally.is_some());
        let mut paper = Paper::new(if tallied { 3000 } else { 2 * MIDDLE.0 }, 2 * MIDDLE.1);
        let mut part = 0;
        for (colour, parts, _) in &self.colours {
            for _ in 0..*parts {
                let (from, to) = (part as f64 / all as f64, (part + 1) as f64 / all as f64);
                draw_part(&mut paper, class(colour), from, to);
                let (x, y) = spot((from + to) / 2.0, RADIUS * 0.72);
                paper.words("label small halo", x, y + 40, letter(colour_name(colour, look.locale)));
                part += 1;
            }
        }
        // The arrow rests on no part's edge, and says nothing about a result.
        draw_arrow(&mut paper, 0.5 / all as f64);
        for (row, (colour, _, tally)) in self.colours.iter().enumerate() {
            let Some(tally) = tally else { continue };
            let y = 260 + 260 * row as i32;
            paper.rect(class(colour), (TALLY, y - 90), (180, 180));
            let name = colour_name(colour, look.locale);
            paper.words("label small halo", TALLY + 90, y + 40, letter(name));
            paper.words("label start", TALLY + 260, y + 56, name);
            paper.words("label", 2800, y + 56, tally.to_string());
        }
        Drawn::paper(paper)
    }
}

/// A shaft with a head at one end and a short tail at the other, on its pin.
fn draw_arrow(paper: &mut Paper, turn: f64) {
    let at = |along: f64, aside: f64| {
        let (sin, cos) = (math::sin(turn * std::f64::consts::TAU), math::cos(turn * std::f64::consts::TAU));
        (MIDDLE.0 + round(along * sin + aside * cos), MIDDLE.1 - round(along * cos - aside * sin))
    };
    let corners = [
        (-120.0, 24.0),
        (180.0, 24.0),
        (180.0, 86.0),
        (315.0, 0.0),
        (180.0, -86.0),
        (180.0, -24.0),
        (-120.0, -24.0),
    ];
    let corners = corners.map(|(along, aside)| at(along, aside));
    paper.shape("arrow", &corners);
    paper.dot("arrow-pin", MIDDLE, 52);
}

fn letter(name: &str) -> String {
    name.chars().take(2).collect()
}

fn draw_part(paper: &mut Paper, class: &'static str, from: f64, to: f64) {
    let r = round(RADIUS);
    if to - from > 0.999 {
        return paper.dot(class, MIDDLE, r);
    }
    let ((x1, y1), (x2, y2)) = (spot(from, RADIUS), spot(to, RADIUS));
    let large = i32::from(to - from > 0.5);
    paper.path(class, format!("M{} {}L{x1} {y1}A{r} {r} 0 {large} 1 {x2} {y2}z", MIDDLE.0, MIDDLE.1));
}
