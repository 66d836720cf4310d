//! Rules about expressions.

use super::super::expr::Expr;
use super::super::figure::FigureRule;
use super::super::item::{Item, Texts};
use super::super::template::Template;
use super::{Case, Found, found};
use std::collections::BTreeSet;

const LONGEST: usize = 120;

/// Every expression of the item's logic, with its place.
fn logic(item: &Item) -> Vec<(String, &Expr)> {
    let mut all: Vec<(String, &Expr)> = Vec::new();
    for (name, domain) in &item.params {
        all.extend(domain.exprs().into_iter().map(|expr| (format!("params/{name}"), expr)));
    }
    all.extend(item.lets.iter().map(|(name, expr)| (format!("let/{name}"), expr)));
    all.extend(item.conditions.iter().enumerate().map(|(k, expr)| (format!("where/{k}"), expr)));
    for (level, exprs) in &item.levels {
        all.extend(exprs.iter().enumerate().map(|(k, expr)| (format!("level/{level}/{k}"), expr)));
    }
    all.extend(item.check.iter().map(|expr| ("check".to_string(), expr)));
    all.extend(item.wrong.iter().map(|(id, expr)| (format!("wrong/{id}"), expr)));
    all.push(("answer".into(), item.answer.value()));
    all.extend(item.answer.exprs().into_iter().map(|(key, expr, _)| (format!("answer/{key}"), expr)));
    all.extend(item.figure.iter().flat_map(FigureRule::exprs).map(|expr| ("figure".to_string(), expr)));
    for (k, hint) in item.hints.iter().enumerate() {
        all.extend(hint.when.iter().map(|expr| (format!("hints/{k}/when"), expr)));
        let figure = hint.figure.iter().flat_map(FigureRule::exprs);
        all.extend(figure.map(|expr| (format!("hints/{k}/figure"), expr)));
    }
    all
}

fn templates(texts: &Texts) -> impl Iterator<Item = &Template> {
    let single = [&texts.ask, &texts.prompt, &texts.alt].into_iter().flatten();
    let lists = [&texts.hints, &texts.solution, &texts.labels].into_iter().flatten();
    single.chain(lists).chain(texts.say.values())
}

pub fn unused_name(case: &Case) -> Vec<Found> {
    let item = case.item;
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for step in case.family.all_steps() {
        used.extend(logic(step).into_iter().flat_map(|(_, expr)| expr.names()));
        for hole in step.texts.values().flat_map(|texts| templates(texts)).flat_map(Template::holes) {
            used.extend(hole.expr.names());
        }
    }
    let stories = &case.unit.unit.shared().stories;
    let told = stories.iter().filter(|story| Some(&story.id) == item.story.as_ref());
    for skin in told.flat_map(|story| &story.skins) {
        used.extend(skin.fits.iter().flat_map(Expr::names));
        let holes = skin.texts.values().flat_map(|texts| texts.values()).flat_map(Template::holes);
        used.extend(holes.flat_map(|hole| hole.expr.names()));
    }
    let params = item.params.keys().map(|name| ("params", name));
    let all = params.chain(item.lets.keys().map(|name| ("let", name)));
    all.filter(|(_, name)| !used.contains(&***name))
        .map(|(key, name)| found(format!("{key}/{name}"), format!("`{name}` is used nowhere; leave it out")))
        .collect()
}

pub fn constant_condition(case: &Case) -> Vec<Found> {
    let is_condition = |place: &str| place.starts_with("where") || place.starts_with("level");
    let constant = |(place, expr): &(String, &Expr)| is_condition(place) && expr.names().is_empty();
    logic(case.item)
        .into_iter()
        .filter(constant)
        .map(|(place, _)| found(place, "this condition depends on nothing; leave it out"))
        .collect()
}

pub fn long_expression(case: &Case) -> Vec<Found> {
    logic(case.item)
        .into_iter()
        .filter(|(_, expr)| expr.source().chars().count() > LONGEST)
        .map(|(place, _)| {
            found(place, format!("longer than {LONGEST} characters; give its parts names in `let`"))
        })
        .collect()
}

/// A check that only repeats the answer proves nothing.
pub fn check_repeats_answer(case: &Case) -> Vec<Found> {
    let Some(check) = &case.item.check else { return Vec::new() };
    let answer = case.item.answer.value().source();
    let forms = [format!("answer == ({answer})"), format!("({answer}) == answer")];
    let same = forms.iter().filter_map(|form| Expr::parse(form).ok()).any(|form| form.same_as(check));
    if !same {
        return Vec::new();
    }
    vec![found("check", "the check repeats the answer; say in another way how one sees that it is right")]
}
