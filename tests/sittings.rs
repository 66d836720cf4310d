//! One sitting with the real course: no question comes twice, boxes are filled one by one, both languages stand side by
//! side.
#![cfg(feature = "tools")]

use std::collections::BTreeSet;
use std::rc::Rc;
use trellis::content::Locale;
use trellis::learner::Mode;
use trellis::tutor::{Msg, Phase, Route, Session, Stage, Steer};
use trellis::view::{AppView, Beside, Late, Later, Page, Piece, Practice, ReadBack, ResponseView, Shell};

#[path = "common/teller.rs"]
mod teller;

use teller::{Teller, text, whole_map};

/// Questions of a sitting in one skill.
const LONG: usize = 25;

fn on_the_whole_course(locale: Locale) -> Teller {
    let mut teller = Teller::new(locale);
    teller.session = Session::new(Rc::new(whole_map()), locale);
    teller.open(None);
    teller
}

/// A family with 50 questions and more never shows one again while it is remembered; one with few shows them all first.
#[test]
fn no_question_comes_twice_in_a_sitting() {
    let map = whole_map();
    let mut twice = Vec::new();
    let mut met = 0;
    for skill in map.skills.iter().filter(|skill| !skill.items.is_empty()) {
        let mut teller = on_the_whole_course(Locale::En);
        teller.begin().say(Msg::ModeChosen(Mode::Practise));
        teller.say(Msg::Practise(Some(skill.id.clone())));
        let mut seen = Vec::new();
        for _ in 0..LONG {
            let Some(practice) = teller.session.practice() else { break };
            let question = &practice.question;
            if question.skill == skill.id && question.step_count() == 1 {
                let key = (question.item.clone(), question.key());
                let of_family = seen.iter().filter(|(item, _)| *item == question.item).count();
                if seen.contains(&key) && of_family < questions_of(&teller, &question.item, question.level) {
                    twice.push(format!("{}@{} seed {}", question.item, question.level, question.seed));
                }
                seen.push(key);
            }
            teller.answer_right().say(Msg::NextAsked);
            if teller.session.aside.is_some() {
                teller.say(Msg::Steer(Steer::AsideDone));
            }
            if teller.session.stage == Stage::Resting || teller.session.practice().is_none() {
                teller.say(Msg::Practise(Some(skill.id.clone())));
            }
        }
        met += seen.len();
    }
    assert!(met > 1_000, "{met} questions were met");
    assert!(twice.is_empty(), "{} of {met}: {twice:?}", twice.len());
}

/// How many questions a level of a family has, as far as a sitting could need to know.
fn questions_of(teller: &Teller, item: &str, level: u8) -> usize {
    let keys = (0..300).filter_map(|seed| Some(teller.session.question(item, level, seed)?.key()));
    keys.collect::<BTreeSet<_>>().len()
}

fn linked(item: &str, level: u8, seed: u32, locale: Locale) -> Teller {
    let mut teller = on_the_whole_course(locale);
    teller.say(Msg::Went(Route::Question { item: item.into(), level: Some(level), seed }));
    teller
}

fn page(teller: &Teller, beside: bool) -> Practice {
    let shell = Shell { beside, ..Shell::default() };
    match AppView::of(&teller.session, &shell, Later::Here(Late::here())).page {
        Page::Practice(page) => page,
        other => panic!("a question, not {other:?}"),
    }
}

fn beside(teller: &Teller) -> Beside {
    (**page(teller, true).question.beside.as_ref().expect("both languages are here")).clone()
}

#[test]
fn boxes_are_filled_one_by_one_and_each_is_read_back() {
    let mut teller = linked("div.1digit-remainder.boxes", 1, 0, Locale::En);
    let boxes = |teller: &Teller| match page(teller, false).question.response {
        ResponseView::Boxes(boxes) => (*boxes).clone(),
        other => panic!("boxes, not {other:?}"),
    };
    let fields = |teller: &Teller| -> Vec<(String, String, bool)> {
        let pieces = boxes(teller).pieces.into_iter();
        let field = |piece| match piece {
            Piece::Box(write) => {
                let read = matches!(write.read_back, Some(ReadBack::Maths { .. }));
                Some((write.label, write.draft, read))
            }
            Piece::Text(_) => None,
        };
        pieces.filter_map(field).collect()
    };
    let one = |label: &str, draft: &str, read: bool| (label.to_string(), draft.to_string(), read);
    assert_eq!(fields(&teller), [one("Box 1 of 2", "", false), one("Box 2 of 2", "", false)]);
    assert!(page(&teller, false).question.given.is_none(), "the line stands once");
    teller.say(Msg::Typed("2 | ".into()));
    assert_eq!(fields(&teller), [one("Box 1 of 2", "2", true), one("Box 2 of 2", "", false)]);
    // A box that is empty is advice, not an attempt.
    teller.say(Msg::Submitted);
    assert_eq!(teller.session.practice().expect("a question").attempts, 0);
    teller.say(Msg::Typed("2 | 4x".into()));
    assert!(!fields(&teller)[1].2, "what cannot be read is said beside its own box");
    teller.say(Msg::Typed("2 | 4".into())).say(Msg::Submitted);
    assert_eq!(teller.session.practice().expect("a question").phase, Phase::Right);
}

#[test]
fn boxes_within_drawn_maths_stand_below_it_with_their_names() {
    let teller = linked("fr.equiv-make.your-own", 3, 0, Locale::Es);
    let ResponseView::Boxes(boxes) = page(&teller, false).question.response else { panic!("boxes") };
    assert!(boxes.named);
    let names: Vec<&str> = boxes
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Box(write) => Some(&*write.label),
            Piece::Text(_) => None,
        })
        .collect();
    assert_eq!(names, ["Casilla 1 de 2", "Casilla 2 de 2"]);
}

#[test]
fn the_other_language_stands_beside_a_question_and_its_help() {
    let mut teller = linked("fr.add-like.drink", 1, 3, Locale::En);
    let quiet = page(&teller, false).question.beside.expect("the button is always there");
    assert!(!quiet.on && quiet.asked.is_empty());
    let own = text(&page(&teller, true).question.ask);
    let both = beside(&teller);
    assert_eq!((both.on, both.lang), (true, "es"));
    let other = text(&both.asked[0]);
    assert_ne!(own, other);
    assert!(other.contains("jugo"), "{other}");
    assert_eq!(both.hints.len(), 0);
    teller.say(Msg::HintAsked).answer("9973");
    let both = beside(&teller);
    assert_eq!(both.hints.len(), 1);
    assert_eq!(both.hints[0].label, "Pista 1");
    assert!(both.feedback.is_some(), "the prompt too");
    teller.answer("9967");
    assert!(!beside(&teller).feedback.expect("the way through").steps.is_empty());
}

#[test]
fn options_with_words_stand_beside_in_the_same_order() {
    let teller = linked("mul.meaning.fits", 1, 0, Locale::Es);
    let ResponseView::Choose(choices) = page(&teller, true).question.response else { panic!("a choice") };
    let both = beside(&teller);
    assert_eq!(both.lang, "en");
    assert_eq!(both.options.len(), choices.choices.len());
    let right = teller.right();
    let place = choices.choices.iter().position(|choice| choice.msg == Msg::Chose(0)).expect("the first");
    assert!(!right.is_empty() && text(&both.options[place]).chars().any(char::is_alphabetic));
    // Signs say the same in every language.
    assert!(beside(&linked("fr.compare-unlike.sign", 1, 0, Locale::Es)).options.is_empty());
}
