//! A learner's evening with the real content: answers in; feedback, levels, the next question and its reason out.
#![cfg(feature = "tools")]

use expect_test::expect;
use std::rc::Rc;
use trellis::content::{Locale, Response};
use trellis::learner::{Event, Mode};
use trellis::tutor::{Msg, Route, Session};

#[path = "common/teller.rs"]
mod teller;

use teller::{Teller, map, text, unit, whole_map};
use trellis::view::{Page, ResponseView};

#[test]
fn the_first_minutes_take_two_taps_to_the_first_question() {
    let mut teller = Teller::new(Locale::En);
    teller.tell().say(Msg::Started).tell().say(Msg::GradeChosen(Some(4))).tell();
    teller.check(expect![[r#"
        WELCOME Learn math at your own pace (Start)
        GRADE What grade are you in?
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
    "#]]);
}

#[test]
fn a_half_typed_answer_waits_for_its_own_unit_whatever_else_is_here_already() {
    let mut teller = Teller::new(Locale::En);
    teller.session = Session::new(Rc::new(whole_map()), Locale::En);
    let cmds = teller.session.opened(&[], None, teller.now());
    teller.carry_out(cmds);
    teller.begin().say(Msg::Practise(Some("fr.add-mixed-like".into()))).say(Msg::Typed("2/5".into()));
    let (kept, item) =
        (teller.session.freeze(), teller.session.practice().expect("it").question.item.clone());

    let (facts, now) = (teller.facts.clone(), teller.now());
    for from in [Route::Home, Route::Practice] {
        teller.session = Session::new(Rc::new(whole_map()), Locale::En);
        teller.say(Msg::Went(from));
        let cmds = teller.session.opened(&facts, kept.as_deref(), now);
        // What came along with the page is the unit of another question, which could be asked at once.
        let other = teller.session.foreseen().expect("another question");
        let file = whole_map().unit_of(&other.item, other.level).expect("its unit").to_string();
        assert!(!file.starts_with("fr-4"), "{file}");
        teller.session.arrived(unit(&file), now);
        teller.carry_out(cmds);
        teller.say(Msg::Went(Route::Practice));
        let practice = teller.session.practice().expect("the question that was kept");
        assert_eq!((&practice.question.item, practice.draft.as_str()), (&item, "2/5"));
    }
}

/// Another tab, a file or a healed copy brings news while the page goes on: what it gathered may be older than the page.
#[test]
fn news_of_the_record_that_were_gathered_before_an_answer_do_not_take_it_back() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().answer_right();
    let older = teller.facts.clone();
    teller.say(Msg::NextAsked).answer_right();
    let asked = teller.session.practice().expect("a question").question.clone();
    let (answers, all, now) = (teller.session.learner.answers, teller.facts.clone(), teller.now());

    let cmds = teller.session.merged(&older, now);
    teller.carry_out(cmds);
    assert_eq!(teller.session.learner.answers, answers);
    teller.say(Msg::NextAsked);
    let next = &teller.session.practice().expect("another").question;
    assert_ne!((&next.item, next.seed), (&asked.item, asked.seed), "nobody is asked it again");

    let cmds = teller.session.merged(&all, now);
    teller.carry_out(cmds);
    assert_eq!(teller.session.learner.answers, answers, "nor does it count twice");
}

#[test]
fn a_first_miss_gives_something_to_check_by_and_a_second_try() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().answer("1").tell().note("the same again is no attempt").say(Msg::Submitted);
    assert_eq!(teller.session.practice().map(|practice| practice.attempts), Some(1));
    teller.answer_right().tell();
    assert!(!teller.session.learner.owed.is_empty(), "found on the second try: one like it comes back");
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 1
          > Not yet. Look once more.
          > Put [1] in the box. Is each fraction more or less than one half? How far is each from one whole?
          > Then try once more.
        -- the same again is no attempt
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 3
          > That's right
          > You checked it and found it. One like this comes back later.
    "#]]);
}

#[test]
fn a_second_miss_is_worked_out_and_the_last_step_is_the_learners() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().answer("1").answer("40").tell();
    let asked = teller.session.practice().and_then(|practice| practice.asked()).expect("a last step");
    teller.answer(&asked.value).tell().say(Msg::NextAsked).tell();
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 40
          > Let's look at it together
          > A first step:
          > The whole had 2 equal parts. Now it has 6. Into how many pieces was each part cut?
          > Each part is cut into 3, because [2 times 3 equals 6].
          > The top number grows in the same way: [1 times 3 equals blank].
          > The last step is yours. What goes in the box?
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 40
          > Let's look at it together
          > A first step:
          > The whole had 2 equal parts. Now it has 6. Into how many pieces was each part cut?
          > Each part is cut into 3, because [2 times 3 equals 6].
          > The top number grows in the same way: [1 times 3 equals 3].
          > Yes, that completes it.
        Q Equivalent fractions by multiplying - You have started this. A little more makes it easier.
          Both bars are the same length. [one half] of the first bar is shaded. How many parts of the second bar make the same amount?
    "#]]);
}

#[test]
fn nonsense_is_advice_and_no_attempt() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    let facts = teller.facts.len();
    for draft in ["banana", "3/0", "1/2/3", "2/", "   ", "99999999999999999999"] {
        teller.answer(draft).tell();
    }
    assert_eq!(teller.facts.len(), facts);
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          advice: I can't read “b” in a number. Write it with digits, like 3/4 or 1 1/2.
          > Not checked yet
          > I can't read “b” in a number. Write it with digits, like 3/4 or 1 1/2.
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          advice: The bottom number of a fraction can't be 0.
          > Not checked yet
          > The bottom number of a fraction can't be 0.
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          advice: I can't read “/” in a number. Write it with digits, like 3/4 or 1 1/2.
          > Not checked yet
          > I can't read “/” in a number. Write it with digits, like 3/4 or 1 1/2.
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          > Not checked yet
          > Something is missing at the end. Write the whole number or fraction.
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          advice: That number is too large for me to read.
          > Not checked yet
          > That number is too large for me to read.
    "#]]);
}

#[test]
fn a_hinted_answer_is_owed_and_its_sibling_comes_back() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().say(Msg::HintAsked).answer_right().tell().say(Msg::NextAsked);
    for _ in 0..4 {
        teller.tell().answer_right().say(Msg::NextAsked);
    }
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 3
          Hint 1: The whole had 2 equal parts. Now it has 6. Into how many pieces was each part cut?
          > That's right
          > One like this comes back later, without hints.
        Q Equivalent fractions by multiplying - You have started this. A little more makes it easier.
          Both bars are the same length. [one half] of the first bar is shaded. How many parts of the second bar make the same amount?
        Q Equivalent fractions by multiplying - You have started this. A little more makes it easier.
          Which fraction is equal to [one sixth]?
          three eighths | two twelfths | two sixths
        Q Break a fraction into a sum of fractions - You have what you need for it.
          Which sum makes [four tenths]?
          three tenths plus four tenths | three eighths plus one half | three tenths plus one tenth
          (who are you?)
        Q Break a fraction into a sum of fractions - You have started this. A little more makes it easier.
          Shade bar A so that A and B together make C.
          (who are you?)
    "#]]);
}

#[test]
fn after_three_answers_the_learner_says_how_to_go_on() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    for _ in 0..3 {
        teller.answer_right().say(Msg::NextAsked);
    }
    teller.tell().say(Msg::ModeChosen(Mode::FindStart)).tell();
    for _ in 0..10 {
        teller.answer_right().say(Msg::NextAsked);
    }
    assert_eq!(teller.session.learner.mode, Some(Mode::Practise), "a search is at most ten questions long");
    teller.say(Msg::Stopped).tell();
    teller.check(expect![[r#"
        Q Write a fraction in simplest form - You have what you need for it.
          Which fraction is already in simplest form?
          nine tenths | three ninths | four sixths
          (who are you?)
        Q Break a fraction into a sum of fractions - To find your starting point. Any answer helps.
          Which sum makes [four tenths]?
          three tenths plus four tenths | three eighths plus one half | three tenths plus one tenth
          [Question 1 of at most 10]
        DONE You worked on 13 questions. 13 of them were right on the first try.
          Going well: Equivalent fractions by multiplying, Write a fraction in simplest form, Compare fractions with different denominators, Break a fraction into a sum of fractions
          Ready to learn next: 
    "#]]);
}

#[test]
fn a_closed_lid_loses_neither_draft_nor_hint_nor_phase() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().say(Msg::HintAsked).answer("1").say(Msg::Typed("3/".into())).tell();
    teller.reopen(0);
    teller.say(Msg::Went(Route::Home)).tell().say(Msg::Practise(None)).tell();
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          Hint 1: The whole had 2 equal parts. Now it has 6. Into how many pieces was each part cut?
          > Not yet. Look once more.
          > Put [1] in the box. Is each fraction more or less than one half? How far is each from one whole?
          > Then try once more.
        -- opened again, 0 days later
        HOME Hello You have worked on one question so far. (Continue)
          - On with what you have started: Equivalent fractions by multiplying
          - Something new: Break a fraction into a sum of fractions; Write a fraction in simplest form
          Equivalent fractions by multiplying: You have what you need for it.
          Break a fraction into a sum of fractions: You have what you need for it.
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          Hint 1: The whole had 2 equal parts. Now it has 6. Into how many pieces was each part cut?
          > Not yet. Look once more.
          > Put [1] in the box. Is each fraction more or less than one half? How far is each from one whole?
          > Then try once more.
    "#]]);
}

#[test]
fn the_next_day_begins_with_what_was_left() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    for _ in 0..6 {
        teller.answer_right().say(Msg::NextAsked);
    }
    teller.say(Msg::Stopped).tell();
    teller.reopen(1);
    teller.say(Msg::Went(Route::Home)).tell();
    teller.reopen(20);
    teller.say(Msg::Went(Route::Home)).tell();
    teller.check(expect![[r#"
        DONE You worked on 6 questions. 6 of them were right on the first try.
          Going well: Equivalent fractions by multiplying, Write a fraction in simplest form, Compare fractions with different denominators
          Ready to learn next: Break a fraction into a sum of fractions
        -- opened again, 1 days later
        HOME Hello One skill is practiced already. (Continue)
          - To begin, something you know: Equivalent fractions by multiplying
          - On with what you have started: Write a fraction in simplest form; Compare fractions with different denominators
          - Something new: Break a fraction into a sum of fractions; Add and subtract fractions with the same denominator
          Equivalent fractions by multiplying: Another day, another kind of question: that helps you remember it.
          Write a fraction in simplest form: Another day, another kind of question: that helps you remember it.
          Break a fraction into a sum of fractions: You have what you need for it.
        -- opened again, 20 days later
        HOME Hello One skill is practiced already. (Continue)
          - To begin, something you know: Equivalent fractions by multiplying
          - On with what you have started: Compare fractions with different denominators; Write a fraction in simplest form
          - Something new: Break a fraction into a sum of fractions; Add and subtract fractions with the same denominator
          Equivalent fractions by multiplying: You practiced this 21 days ago. A short look keeps it fresh.
          Write a fraction in simplest form: You practiced this 21 days ago. A short look keeps it fresh.
          Compare fractions with different denominators: You have started this. A little more makes it easier.
    "#]]);
}

#[test]
fn a_wrong_rule_is_named_only_when_it_explains_a_second_item() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    let rule = "frac.like-add-denoms";
    for item in ["fr.add-like.add", "fr.add-like.drink"] {
        teller.meet("fr.add-like", item);
        let wrong = wrong_answer(&teller, rule);
        teller.note(&format!("{item}: {wrong}")).answer("99").answer(&wrong).tell();
        teller.say(Msg::NextAsked);
    }
    teller.check(expect![[r#"
        -- fr.add-like.add: 3/10
        Q Add and subtract fractions with the same denominator - You chose this.
          Add. [five tenths plus one tenth]
          reads as: three tenths
          > Let's look at it together
          > A first step:
          > You add parts of one size. Does the size of the parts change?
          > All parts are [one tenth]. 5 parts and 1 part come together.
          > The sum is [blank over ten].
          > The last step is yours. What goes in the box?
        -- fr.add-like.drink: 1/4
        Q Add and subtract fractions with the same denominator - You chose this.
          Bruno mixes [one fourth] liter of mango juice with [one fourth] liter of water. How many liters is that together?
          reads as: one fourth
          > Let's look at it together
          > One way to get [one fourth] is to add the bottom numbers too. Did the size of the parts change?
          > Count parts of [one fourth] liter: 1 of juice and 1 of water.
          > Together it is [blank over four] liter.
          > The last step is yours. What goes in the box?
          (who are you?)
    "#]]);
}

/// What this rule alone would give on the question that stands there.
fn wrong_answer(teller: &Teller, rule: &str) -> String {
    let question = &teller.session.practice().expect("a question").question;
    let tried = (1..40).flat_map(|num| (1..40).map(move |den| format!("{num}/{den}")));
    let gives = |answer: &String| matches!(question.score(answer), trellis::content::Score::Wrong { rules, .. } if rules == [rule.to_string()]);
    tried
        .into_iter()
        .find(gives)
        .unwrap_or_else(|| panic!("{rule} gives nothing of its own on {}", question.item))
}

#[test]
fn another_language_keeps_the_draft_and_the_numbers() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().say(Msg::Typed("5".into())).tell();
    teller.say(Msg::LocaleChosen("es".into())).tell();
    teller.answer("1").tell();
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - You have what you need for it.
          Which number makes it true? [one half equals blank over six]
          reads as: 5
        Q Fracciones equivalentes por multiplicación - Ya sabes lo que hace falta para esto.
          ¿Qué número falta? [un medio es igual a casilla vacía sobre seis]
          reads as: 5
        Q Fracciones equivalentes por multiplicación - Ya sabes lo que hace falta para esto.
          ¿Qué número falta? [un medio es igual a casilla vacía sobre seis]
          reads as: 1
          > Todavía no. Mírala otra vez.
          > Pon [1] en la casilla. ¿Cada fracción es más o menos que un medio? ¿Cuánto le falta a cada una para llegar a un entero?
          > Después inténtalo de nuevo.
    "#]]);
}

#[test]
fn a_shared_question_touches_nobodys_progress() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().answer_right();
    let (facts, state) = (teller.facts.len(), teller.session.learner.digest());
    let question = teller.session.practice().expect("a question").question.clone();
    let route = Route::Question { item: question.item, level: Some(question.level), seed: 7 };
    teller.say(Msg::Went(route)).tell().answer("1").answer("2").tell().say(Msg::NextAsked).tell();
    assert_eq!(teller.session.same.as_ref().map(|same| same.question.seed), Some(8));
    assert_eq!((teller.facts.len(), teller.session.learner.digest()), (facts, state));
    teller.say(Msg::Went(Route::Question { item: "no.such".into(), level: None, seed: 1 })).tell();
    teller.say(Msg::Went(Route::read("#/nowhere"))).tell();
    teller.check(expect![[r#"
        Q Equivalent fractions by multiplying - Someone shared this question. Nothing here is saved.
          Which number makes it true? [five sixths equals blank over twelve]
        Q Equivalent fractions by multiplying - Someone shared this question. Nothing here is saved.
          Which number makes it true? [five sixths equals blank over twelve]
          reads as: 2
          > Let's look at it together
          > A first step:
          > The whole had 6 equal parts. Now it has 12. Into how many pieces was each part cut?
          > Each part is cut into 2, because [6 times 2 equals 12].
          > The top number grows in the same way: [5 times 2 equals blank].
          > The last step is yours. What goes in the box?
        Q Equivalent fractions by multiplying - Someone shared this question. Nothing here is saved.
          Which number makes it true? [three tenths equals blank over twenty]
        TROUBLE This question is not here The link may be mistyped, or the question belongs to another version.
        TROUBLE There is no such page The address may be mistyped or old.
    "#]]);
}

#[test]
fn replay_of_an_evening_is_the_evening() {
    let mut teller = Teller::new(Locale::Es);
    teller.begin();
    for turn in 0..30 {
        if turn % 3 == 0 {
            teller.answer("1").answer("2/9")
        } else {
            teller.answer_right()
        };
        teller.next();
        if turn % 7 == 0 {
            teller.reopen(1);
            teller.say(Msg::Went(Route::Practice));
        }
    }
    let replayed = trellis::learner::Learner::replay(Rc::new(map()), &teller.facts);
    assert_eq!(replayed.digest(), teller.session.learner.digest());
    let answers = teller.facts.iter().filter(|fact| matches!(fact.event, Event::Answered(_))).count();
    assert!(answers > 30);
    let next = teller.session.practice().map(|p| (p.question.item.clone(), p.question.seed));
    let mut again = Session::new(Rc::new(map()), Locale::Es);
    let now = teller.now();
    again.opened(&teller.facts, None, now);
    again.arrived(unit("fr-4"), now);
    again.update(Msg::Went(Route::Practice), now);
    assert_eq!(
        again.practice().map(|p| (p.question.item.clone(), p.question.seed)),
        next,
        "the same next question"
    );
}

#[test]
fn every_choice_can_be_made_and_checked() {
    let mut teller = Teller::new(Locale::En);
    teller.begin().say(Msg::Practise(Some("fr.compare-unlike".into())));
    let chose =
        teller.session.practice().is_some_and(|p| matches!(p.question.response, Response::Choose { .. }));
    assert!(chose);
    teller.say(Msg::Chose(0)).say(Msg::Submitted).tell();
    teller.check(expect![[r#"
        Q Compare fractions with different denominators - You chose this.
          Compare with one half. Which sign makes it true? [twenty-nine hundredths blank and one half]
          *is less than | equals | is greater than
          > That's right
    "#]]);
}

/// Answers to the open question that one wrong rule, or one family, alone explains, and the rule.
fn explained(teller: &Teller) -> Vec<(String, String)> {
    let Some(practice) = teller.session.practice() else { return Vec::new() };
    let mut all = practice.question.misses();
    all.retain(|(_, answer)| practice.question.score(answer).explained_by().is_some());
    all
}

#[test]
fn a_wrong_rule_is_named_when_it_shows_again_on_a_question_that_tells_it_apart() {
    let mut named = 0;
    for skill in ["fr.add-like", "fr.equiv-multiply", "fr.whole-times-fraction"] {
        let begin = || {
            let mut teller = Teller::new(Locale::En);
            teller.begin().say(Msg::Practise(Some(skill.into())));
            teller
        };
        for (rule, answer) in explained(&begin()) {
            let mut teller = begin();
            let item = |teller: &Teller| teller.session.practice().map(|p| p.question.item.clone());
            let first = item(&teller);
            teller.answer(&answer);
            assert!(teller.session.practice().is_some_and(|p| p.named.is_none()), "one hit names nothing");
            teller.say(Msg::NextAsked);
            assert_ne!(first, item(&teller), "{skill}: another kind of question");
            // A rule that shows on one kind of question alone is never named.
            let again = explained(&teller).into_iter().find(|(id, _)| *id == rule);
            let Some((_, answer)) = again else { continue };
            // A second miss shows the solution, and what the answer may come from.
            teller.answer("97").answer(&answer);
            let practice = teller.session.practice().expect("the question");
            if practice.attempts != 2 {
                continue;
            }
            assert_eq!(practice.named.as_ref(), Some(&rule), "{skill}");
            let sentence = practice.question.rule_says(&rule, &answer).plain(Locale::En);
            let Page::Practice(page) = teller.view().page else { panic!("a question") };
            let lines = page.question.feedback.expect("a solution").lines;
            assert!(lines.iter().any(|line| text(line).starts_with(&sentence[..12])), "{sentence} {lines:?}");
            named += 1;
        }
    }
    assert!(named >= 3, "{named}");
}

#[test]
fn of_several_choices_the_one_that_fits_is_named_once_all_is_shown() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    let options = |teller: &Teller| match &teller.session.practice().expect("a question").question.response {
        Response::Choose { options } => options.iter().map(|option| option.value.clone()).collect(),
        _ => Vec::new(),
    };
    for _ in 0..80 {
        let last_step = teller.session.practice().is_some_and(|practice| practice.asked().is_some());
        if options(&teller).len() > 2 && last_step {
            break;
        }
        teller.answer_right().next();
    }
    let (all, right) = (options(&teller), teller.right());
    let named = |teller: &Teller| match teller.view().page {
        Page::Practice(page) => match page.question.response {
            ResponseView::Choose(choices) => {
                let noted = |(place, choice): (usize, &trellis::view::Choice)| {
                    (!choice.note.is_empty()).then(|| all[place].clone())
                };
                choices.choices.iter().enumerate().filter_map(noted).collect::<Vec<String>>()
            }
            other => panic!("no choices but {other:?}"),
        },
        other => panic!("no question but {other:?}"),
    };
    let wrong: Vec<usize> = (0..all.len()).filter(|place| all[*place] != right).collect();
    for place in wrong.iter().take(2) {
        teller.say(Msg::Chose(*place)).say(Msg::Submitted);
        assert!(teller.session.practice().is_some_and(|practice| practice.open()));
        assert_eq!(named(&teller), [] as [String; 0], "nothing is given away before that");
    }
    teller.answer("1");
    assert_eq!(named(&teller), [right]);
}
