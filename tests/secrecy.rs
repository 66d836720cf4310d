//! Nothing before the verdict depends on whether an answer is right, and the first reply to a miss is the same for a
//! slip of the finger as for any other miss (L5, L6). A classifier reads what the page says, over some hundred typed
//! questions, and must do no better than a coin.
#![cfg(feature = "tools")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use trellis::content::{Locale, Map, Question, Response, Score, Unit, source::Pack};
use trellis::num::{Moment, SplitMix64, math};
use trellis::tutor::{Msg, Route, Session};
use trellis::view::{
    AppView, Late, Later, Page, Piece, QuestionView, ReadBack, ResponseView, Shell, Span, WriteView,
};

/// Questions looked at in each language.
const QUESTIONS: usize = 300;
/// How often a coin with that many throws, and no more luck than one in a thousand, is right.
const COIN: f64 = 0.55;

struct Course {
    map: Rc<Map>,
    units: Vec<Unit>,
}

impl Course {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let files: BTreeMap<String, String> =
            Pack::read(&folder).expect("the content folder").build(false).into_iter().collect();
        let (map, problems) = Map::read(&files["map.json"]);
        assert!(problems.is_empty(), "{problems:?}");
        let units = map.units.iter().map(|entry| {
            let (mut unit, problems) = Unit::read(&files[&entry.file]);
            assert!(problems.is_empty(), "{problems:?}");
            for (code, file) in &entry.locales {
                let locale = Locale::parse(code).expect("a language of Trellis");
                assert!(unit.add_overlay(locale, &files[file]).is_empty());
            }
            unit
        });
        Self { units: units.collect(), map: Rc::new(map) }
    }

    /// Typed questions, from all over the course.
    fn typed(&self, locale: Locale) -> Vec<(&Unit, Question)> {
        let mut chance = SplitMix64::new(11);
        let entries: Vec<_> = self.map.skills.iter().flat_map(|skill| &skill.items).collect();
        let drawn = std::iter::repeat_with(|| {
            let entry = entries[chance.below(entries.len() as u64) as usize];
            let seed = u32::try_from(chance.below(1_000_000)).expect("below a million");
            let own = self.map.unit_of(&entry.item, entry.level)?;
            let unit = self.units.iter().find(|unit| unit.id == own)?;
            let question = unit.draw(&entry.item, entry.level, seed, locale).ok()?;
            matches!(question.response, Response::Write { .. }).then_some((unit, question))
        });
        drawn.flatten().take(QUESTIONS).collect()
    }
}

/// A question at its own address, with an answer typed into it and perhaps checked.
fn page(course: &Course, unit: &Unit, question: &Question, draft: &str, checked: bool) -> Vec<String> {
    let now = Moment::new(1, 0);
    let mut session = Session::new(course.map.clone(), question.locale);
    let route =
        Route::Question { item: question.item.clone(), level: Some(question.level), seed: question.seed };
    session.update(Msg::Went(route), now);
    session.arrived(unit.clone(), now);
    session.update(Msg::Typed(draft.into()), now);
    if checked {
        session.update(Msg::Submitted, now);
    }
    match AppView::of(&session, &Shell::default(), Later::Here(Late::here())).page {
        Page::Practice(view) => words(&said(&view.question)),
        other => panic!("{} is not shown but {other:?}", question.item),
    }
}

/// What the page answers with. The learner's own number tells what it tells, so every number reads the same.
fn said(view: &QuestionView) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => words.clone(),
        Span::Maths { .. } | Span::Blank(_) => " 0 ".into(),
    };
    let read = |write: &WriteView| {
        write.read_back.as_ref().map(|read| match read {
            ReadBack::Maths { label, .. } => label.clone(),
            ReadBack::Advice(advice) => advice.clone(),
        })
    };
    let boxed = |piece: &Piece| if let Piece::Box(write) = piece { read(write) } else { None };
    let read_back: Vec<String> = match &view.response {
        ResponseView::Write(write) => read(write).into_iter().collect(),
        ResponseView::Boxes(boxes) => boxes.pieces.iter().filter_map(boxed).collect(),
        ResponseView::Choose(_) | ResponseView::Groups(_) => Vec::new(),
    };
    let feedback = view.feedback.iter().flat_map(|feedback| {
        let lines = feedback.lines.iter().chain(&feedback.steps);
        let lines = lines.map(|line| line.iter().map(span).collect::<String>());
        std::iter::once(feedback.title.clone()).chain(lines)
    });
    read_back.into_iter().chain(feedback).collect::<Vec<_>>().join(" . ")
}

/// Words and pairs of words.
fn words(text: &str) -> Vec<String> {
    let single: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| if word.starts_with(|c: char| c.is_ascii_digit()) { "0" } else { word })
        .filter(|word| !word.is_empty())
        .collect();
    let pairs = single.windows(2).map(|pair| pair.join(" "));
    pairs.chain(single.iter().map(ToString::to_string)).collect()
}

/// Wrong answers one key away: a digit changed, doubled or left out.
fn slips(question: &Question, chance: &mut SplitMix64) -> Option<String> {
    let right = question.right_value();
    let places: Vec<usize> =
        right.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    (0..20).find_map(|_| {
        let at = places[chance.below(places.len() as u64) as usize];
        let mut slip = right.clone();
        let digit = chance.below(10).to_string();
        match chance.below(3) {
            0 => slip.replace_range(at..=at, &digit),
            1 => slip.insert_str(at, &digit),
            _ => drop(slip.remove(at)),
        }
        matches!(question.score(&slip), Score::Wrong { .. }).then_some(slip)
    })
}

/// Naive Bayes over the words of a page, trained on four fifths of the items and asked about the rest, in turn. Gives
/// how often it is right.
fn told_apart(pages: &[(String, [Vec<String>; 2])]) -> f64 {
    let items: Vec<&String> =
        pages.iter().map(|(item, _)| item).collect::<BTreeSet<_>>().into_iter().collect();
    let fold = |item: &String| items.iter().position(|other| *other == item).expect("one of them") % 5;
    let mut right = 0.0;
    for held in 0..5 {
        let mut counts: BTreeMap<&str, [f64; 2]> = BTreeMap::new();
        for (_, classes) in pages.iter().filter(|(item, _)| fold(item) != held) {
            for (class, page) in classes.iter().enumerate() {
                for word in page.iter().collect::<BTreeSet<_>>() {
                    counts.entry(word).or_default()[class] += 1.0;
                }
            }
        }
        for (_, classes) in pages.iter().filter(|(item, _)| fold(item) == held) {
            for (class, page) in classes.iter().enumerate() {
                let page: BTreeSet<&str> = page.iter().map(String::as_str).collect();
                let belief: f64 = page
                    .iter()
                    .filter_map(|word| counts.get(word))
                    .map(|[first, second]| math::ln((first + 1.0) / (second + 1.0)))
                    .sum();
                right += match (belief.abs() < 1e-9, belief > 0.0) {
                    (true, _) => 0.5,
                    (_, first) => f64::from(u8::from(first == (class == 0))),
                };
            }
        }
    }
    right / (2.0 * pages.len() as f64)
}

type Drafts = fn(&Question, &mut SplitMix64) -> Option<[String; 2]>;

fn told_apart_in(course: &Course, locale: Locale, drafts: Drafts, checked: bool) -> f64 {
    let mut chance = SplitMix64::new(7);
    let pages: Vec<_> = course
        .typed(locale)
        .iter()
        .filter_map(|(unit, question)| {
            let drafts = drafts(question, &mut chance)?;
            Some((question.item.clone(), drafts.map(|draft| page(course, unit, question, &draft, checked))))
        })
        .collect();
    assert!(pages.len() >= QUESTIONS * 2 / 3, "only {} questions have both kinds of answer", pages.len());
    told_apart(&pages)
}

fn miss(question: &Question, chance: &mut SplitMix64) -> Option<String> {
    let misses = question.misses();
    let typed = misses.iter().filter(|(_, answer)| matches!(question.score(answer), Score::Wrong { .. }));
    let typed: Vec<&String> = typed.map(|(_, answer)| answer).collect();
    (!typed.is_empty()).then(|| typed[chance.below(typed.len() as u64) as usize].clone())
}

fn right_or_wrong(question: &Question, chance: &mut SplitMix64) -> Option<[String; 2]> {
    Some([question.right_value(), miss(question, chance)?])
}

fn slip_or_miss(question: &Question, chance: &mut SplitMix64) -> Option<[String; 2]> {
    Some([slips(question, chance)?, miss(question, chance)?])
}

#[test]
fn before_the_verdict_the_page_does_not_tell_right_from_wrong() {
    let course = Course::read();
    for locale in [Locale::En, Locale::Es] {
        let told = told_apart_in(&course, locale, right_or_wrong, false);
        assert!(told <= COIN, "{locale:?}: {told:.3} of the answers are told apart before they are checked");
    }
}

#[test]
fn the_reply_to_a_first_miss_does_not_tell_a_slip_from_a_wrong_thought() {
    let course = Course::read();
    for locale in [Locale::En, Locale::Es] {
        let told = told_apart_in(&course, locale, slip_or_miss, true);
        assert!(told <= COIN, "{locale:?}: {told:.3} of the misses are told apart by the first reply");
    }
}

/// The classifier is no fool: after the verdict it knows.
#[test]
fn after_the_verdict_right_and_wrong_are_told_apart() {
    let told = told_apart_in(&Course::read(), Locale::En, right_or_wrong, true);
    assert!(told > 0.98, "{told:.3}");
}
