//! Rules about figures.

use super::super::figure::{Figure, can_enter};
use super::super::{LearnerState, Question, Text};
use super::texts::tells;
use super::{Case, Found, found, percent};

const MOST_TICKS: usize = 41;
const MOST_PARTS: u32 = 48;

fn too_crowded(figure: &Figure) -> Option<String> {
    match figure {
        Figure::NumberLine(line) => {
            let ticks = line.ticks().len();
            (ticks > MOST_TICKS)
                .then(|| format!("a number line with {ticks} ticks; {MOST_TICKS} can be told apart"))
        }
        Figure::Bars(bars) => {
            let most = bars.bars.iter().map(|bar| bar.parts * bar.wholes).max().unwrap_or(0);
            (most > MOST_PARTS)
                .then(|| format!("a bar with {most} parts in all; {MOST_PARTS} can be told apart"))
        }
        // The other kinds refuse what cannot be drawn when they are made.
        _ => None,
    }
}

pub fn crowded(case: &Case) -> Vec<Found> {
    let own = case.first(|question| too_crowded(question.figure.as_ref()?));
    let mut all: Vec<Found> = own.map(|what| found("figure", what)).into_iter().collect();
    for k in 0..case.item.hints.len() {
        let state = LearnerState::default();
        let says = case.first(|question| {
            let hint = question.hint(k, &state).filter(|hint| hint.at == k)?;
            too_crowded(hint.figure.as_ref()?)
        });
        all.extend(says.map(|what| found(format!("hints/{k}"), what)));
    }
    all
}

pub fn cannot_enter(case: &Case) -> Vec<Found> {
    let says = case.first(|question| {
        let figure = question.figure.as_ref().filter(|figure| figure.enter())?;
        let value = &question.right;
        (!can_enter(figure, value)).then(|| format!("the answer {value} cannot be entered in the figure"))
    });
    says.map(|what| found("figure", what)).into_iter().collect()
}

/// Labels and the text alternative must not say what is asked.
pub fn tells_the_answer(case: &Case) -> Vec<Found> {
    let labelled = |question: &Question| match question.figure.as_deref() {
        Some(Figure::NumberLine(line)) => {
            let asked = line.enter.is_some() || line.mark.is_some();
            asked && question.right.number().is_some_and(|right| line.labels.contains(&right))
        }
        _ => false,
    };
    let written = |question: &Question| {
        let alt = question.texts().and_then(|texts| texts.alt.as_ref());
        alt.is_some() && tells(&Text::words(&*question.alt), question) && !tells(&question.ask, question)
    };
    let (labels, alt) = (case.share(labelled), case.share(written));
    let mut all = Vec::new();
    if labels > 0.3 {
        all.push(found("figure", format!("a label is the answer in {} of the draws", percent(labels))));
    }
    if alt > 0.6 {
        all.push(found("alt", format!("`alt` holds the answer in {} of the draws", percent(alt))));
    }
    all
}
