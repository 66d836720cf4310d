//! How a learner sees and steers what comes: today's plan, help in need, trials, goals, the receipt, private practice.
#![cfg(feature = "tools")]

#[path = "common/teller.rs"]
mod teller;

use expect_test::expect;
use proptest::prelude::*;
use std::rc::Rc;
use teller::{Teller, map, text_of, unit};
use trellis::content::Locale;
use trellis::learner::{Event, Learner, Level, Mode, Profile, Why};
use trellis::num::{Day, Moment, time::MS_PER_DAY};
use trellis::tutor::lesson::Move;
use trellis::tutor::select;
use trellis::tutor::{Aside, Cmd, Msg, Reason, Route, Session, Stage, Steer};
use trellis::view::{AppView, Late, Later, Page, Shell};

const SKILL: &str = "fr.add-like";

fn began() -> Teller {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    teller
}

/// A learner who has answered the questions about who is learning.
fn settled() -> Teller {
    let mut teller = began();
    (0..3).for_each(|_| {
        teller.answer_right().next();
    });
    teller.say(Msg::ModeChosen(Mode::Practise));
    teller
}

fn reason(teller: &Teller) -> Reason {
    teller.session.practice().expect("a question").reason.clone()
}

fn skill(teller: &Teller) -> String {
    teller.session.practice().expect("a question").question.skill.clone()
}

/// Misses the questions of one skill until `misses` first attempts in a row were wrong.
fn miss_in_a_row(teller: &mut Teller, id: &str, misses: u32) {
    teller.say(Msg::Practise(Some(id.into())));
    while teller.session.learner.skill(id).map_or(0, |state| state.misses_in_a_row) < misses {
        let wrong = wrong_answer(teller);
        teller.answer(&wrong);
        if teller.session.learner.skill(id).map_or(0, |state| state.misses_in_a_row) < misses {
            teller.next();
        }
    }
}

/// A typed number that is wrong, or the first choice that is.
fn wrong_answer(teller: &Teller) -> String {
    let question = &teller.session.practice().expect("a question").question;
    let right = question.right_value();
    match &question.response {
        trellis::content::Response::Choose { options } => options
            .iter()
            .map(|option| option.value.clone())
            .find(|value| *value != right)
            .expect("a wrong one"),
        _ => "9973".into(),
    }
}

fn home(teller: &mut Teller) -> trellis::view::Home {
    teller.say(Msg::Went(Route::Home));
    match teller.view().page {
        Page::Home(home) => (*home).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn home_has_todays_plan_in_the_minutes_chosen_and_never_counts_what_is_left() {
    let mut teller = settled();
    teller.reopen(3);
    let ten = home(&mut teller);
    teller.tell();
    teller.say(Msg::Told(Profile { minutes: Some(5), ..Profile::default() }));
    let five = home(&mut teller);
    let skills =
        |home: &trellis::view::Home| home.plan.parts.iter().map(|part| part.skills.len()).sum::<usize>();
    assert!(skills(&five) <= skills(&ten));
    assert_eq!(five.plan.title, "Today: about 5 minutes");
    teller.check(expect![[r#"
        -- opened again, 3 days later
        HOME Hello One skill is practiced already. (Continue)
          - To begin, something you know: Equivalent fractions by multiplying
          - Something new: Write a fraction in simplest form; Compare fractions with different denominators
          Equivalent fractions by multiplying: You practiced this 3 days ago. A short look keeps it fresh.
          Compare fractions with different denominators: You have what you need for it.
          Break a fraction into a sum of fractions: You have what you need for it.
    "#]]);
}

#[test]
fn minutes_are_a_budget_and_the_day_ends_calmly_once() {
    let questions = |seconds: i64, minutes: u8| {
        let mut teller = settled();
        teller.reopen(1);
        teller.say(Msg::Told(Profile { minutes: Some(minutes), ..Profile::default() }));
        teller.say(Msg::Practise(None));
        let mut answered = 0;
        while teller.session.stage == Stage::Under {
            teller.wall += seconds * 1_000;
            teller.answer_right().say(Msg::NextAsked);
            answered += 1;
            assert!(answered < 80, "the plan ends");
        }
        (answered, teller)
    };
    let (quick, _) = questions(5, 5);
    let (slow, mut teller) = questions(60, 5);
    let (long, _) = questions(60, 20);
    assert!(slow * 2 < quick, "{slow} slow questions fit, {quick} quick ones");
    assert!(slow * 3 <= long, "{slow} in five minutes, {long} in twenty");
    let Page::Done(done) = teller.view().page else { panic!("the calm end") };
    assert_eq!((done.title.as_str(), done.again.label.as_str()), ("That's today's plan", "Go on"));
    assert_eq!(done.lines.last().map(String::as_str), Some("Stop here or go on."));
    teller.say(done.again.msg.clone());
    for _ in 0..5 {
        teller.answer_right().say(Msg::NextAsked);
        assert_eq!(teller.session.stage, Stage::Under, "told once");
    }
    let home = home(&mut teller);
    assert_eq!(home.plan.said, "That's today's plan. Stop here or go on, as you like.");
    teller.reopen(1);
    assert_eq!(self::home(&mut teller).plan.said, "", "another day, another plan");
}

#[test]
fn not_now_is_respected_for_the_day() {
    let mut teller = settled();
    let before = home(&mut teller);
    let first = before.next.expect("a step");
    let put_off = first.not_now.expect("it may wait").msg;
    let Msg::Steer(Steer::PutOff { skill, why: Why::NotNow }) = put_off.clone() else {
        panic!("{put_off:?}")
    };
    teller.say(put_off);
    let offered = |home: &trellis::view::Home| {
        home.next.iter().chain(&home.others).any(|step| step.skill.to == Route::Skill(skill.clone()))
    };
    assert!(!offered(&home(&mut teller)));
    teller.say(Msg::Practise(None));
    assert_ne!(self::skill(&teller), skill);
    teller.reopen(1);
    let again = select::candidates(&teller.session.learner, teller.session.day());
    let again = again.iter().find(|candidate| candidate.skill == skill).expect("a candidate");
    assert!(!again.resting, "tomorrow it may be offered again");
}

#[test]
fn after_two_misses_it_gets_easier_and_after_three_one_is_worked_out() {
    let mut teller = settled();
    miss_in_a_row(&mut teller, SKILL, 2);
    teller.next();
    assert_eq!(skill(&teller), SKILL);
    assert_eq!(reason(&teller), Reason::Easier);
    miss_in_a_row_here(&mut teller, 3);
    teller.say(Msg::NextAsked).tell();
    let Some(Aside::Worked { worked, seed, .. }) = teller.session.aside.clone() else { panic!("an example") };
    let item = worked.question.item.clone();
    let why = worked.why.expect("a reason is asked for");
    let before = teller.facts.len();
    let wrong = (0..why.options.len()).find(|place| *place != why.right).expect("a wrong one");
    teller.say(Msg::Lesson(Move::Why(wrong))).say(Msg::Lesson(Move::Why(why.right))).tell();
    assert_eq!(teller.facts.len(), before, "a reason is no evidence");
    // A closed lid brings it again, for nothing was recorded of it yet.
    teller.reopen(0);
    teller.say(Msg::Went(Route::Practice));
    assert!(
        matches!(&teller.session.aside, Some(Aside::Worked { worked, .. }) if worked.question.item == item)
    );
    teller.say(Msg::Steer(Steer::AsideDone));
    assert!(teller.session.aside.is_none());
    assert_eq!(skill(&teller), SKILL, "now one on one's own");
    let asked = &teller.session.practice().expect("a question").question;
    assert_ne!((&asked.item, asked.seed), (&item, seed), "never the one that was worked out");
    miss_in_a_row_here(&mut teller, 4);
    teller.say(Msg::NextAsked);
    assert!(teller.session.aside.is_none(), "one example, not one after every miss");
    teller.check(expect![[r#"
        ASIDE One worked out for you
          The last ones were hard. Here is one from the lesson, step by step. Then choose why a step works. It does not count.
          Add. [one eighth plus six eighths]
          > All parts are [one eighth]. 1 part and 6 parts come together.
          > The sum is [seven eighths].
          ? Why is the bottom number 8 and not 16?
            The parts are as large as before.
            16 is too large to draw.
            1 and 6 are less than 8.
        ASIDE One worked out for you
          The last ones were hard. Here is one from the lesson, step by step. Then choose why a step works. It does not count.
          Add. [one eighth plus six eighths]
          > All parts are [one eighth]. 1 part and 6 parts come together.
          > The sum is [seven eighths].
          ? Why is the bottom number 8 and not 16?
            The parts are as large as before.
            16 is too large to draw.
            1 and 6 are less than 8.
          Right: Yes, that is the reason.
        -- opened again, 0 days later
    "#]]);
}

/// Goes on missing, whatever the question.
fn miss_in_a_row_here(teller: &mut Teller, misses: u32) {
    let id = skill(teller);
    while teller.session.learner.skill(&id).map_or(0, |state| state.misses_in_a_row) < misses {
        let wrong = wrong_answer(teller);
        teller.answer(&wrong);
        if teller.session.learner.skill(&id).map_or(0, |state| state.misses_in_a_row) < misses {
            teller.next();
        }
    }
}

#[test]
fn five_misses_lead_to_the_basics_and_the_hard_question_comes_back_after_them() {
    // Adding like denominators builds on breaking a fraction into a sum.
    let mut teller = settled();
    miss_in_a_row(&mut teller, SKILL, 5);
    let hard = teller.session.practice().expect("a question").question.item.clone();
    teller.next();
    let basics = skill(&teller);
    assert_ne!(basics, SKILL);
    assert_eq!(reason(&teller), Reason::Basics { skill: SKILL.into() });
    teller.tell();
    teller.answer_right().next();
    assert_eq!(skill(&teller), basics);
    teller.answer_right().next();
    assert_eq!(skill(&teller), SKILL, "the return ticket");
    assert_eq!(reason(&teller), Reason::Return { skill: basics });
    assert_eq!(teller.session.practice().expect("a question").question.item, hard);
    teller.tell();
    teller.check(expect![[r#"
        Q Break a fraction into a sum of fractions - “Add and subtract fractions with the same denominator” builds on this. After two of these you go back to it.
          Which sum makes [four fifths]?
          two fifths plus two fifths | two fifths plus four fifths | two thirds plus two halves
        Q Add and subtract fractions with the same denominator - You practiced “Break a fraction into a sum of fractions”, which helps with it. Now another one like the hard one.
          Start at the dot at [one eighth]. Jump [three eighths] forward. Where do you land?
    "#]]);
}

#[test]
fn eight_misses_bring_a_card_for_the_teacher_and_a_rest_for_the_day() {
    let mut teller = settled();
    miss_in_a_row(&mut teller, SKILL, 5);
    for _ in 0..40 {
        if matches!(teller.session.aside, Some(Aside::Card { .. })) {
            break;
        }
        if skill(&teller) == SKILL {
            let wrong = wrong_answer(&teller);
            teller.answer(&wrong);
        } else {
            teller.answer_right();
        }
        teller.say(Msg::NextAsked);
        if matches!(teller.session.aside, Some(Aside::Example(_) | Aside::Worked { .. })) {
            teller.say(Msg::Steer(Steer::AsideDone));
        }
    }
    teller.tell().say(Msg::Steer(Steer::AsideDone));
    for _ in 0..8 {
        assert_ne!(skill(&teller), SKILL, "it rests");
        teller.answer_right().next();
    }
    teller.say(Msg::Went(Route::Skill(SKILL.into())));
    let Page::Skill(page) = teller.view().page else { panic!("the page of the skill") };
    assert!(page.practise.as_ref().is_some_and(|practise| !practise.enabled));
    teller.tell().reopen(1);
    teller.say(Msg::Went(Route::Skill(SKILL.into()))).tell();
    teller.check(expect![[r#"
        ASIDE Show your teacher this
          “Add and subtract fractions with the same denominator” has not worked out yet. That happens, and it is a good moment to look at it with somebody.
          Tried so far: 8 questions.
          The last one was like this:Start at the dot at [two fourths]. Jump [one fourth] forward. Where do you land?
          This skill rests until tomorrow. Nothing you earned is lost.
        SKILL Add and subtract fractions with the same denominator - started Resting today
          ! It rests until tomorrow.
          left: One question you had help with comes back first.
          left: To reach “practiced”: a few more right answers on your own.
        -- opened again, 1 days later
        SKILL Add and subtract fractions with the same denominator - started 
          left: One question you had help with comes back first.
          left: To reach “practiced”: a few more right answers on your own.
    "#]]);
}

#[test]
fn prove_it_is_a_few_fresh_questions_once_a_day_and_takes_nothing_away() {
    let mut teller = settled();
    teller.say(Msg::Went(Route::Skill(SKILL.into()))).tell();
    teller.say(Msg::Steer(Steer::Prove(SKILL.into()))).tell();
    while teller.session.route == Route::Practice {
        assert_eq!((skill(&teller).as_str(), reason(&teller)), (SKILL, Reason::Prove));
        teller.answer_right().say(Msg::NextAsked);
    }
    teller.tell();
    let before = teller.facts.len();
    teller.say(Msg::Steer(Steer::Prove(SKILL.into())));
    assert_eq!(teller.facts.len(), before, "one try a day");
    teller.reopen(1);
    teller.say(Msg::Steer(Steer::Prove(SKILL.into())));
    assert_eq!(reason(&teller), Reason::Prove, "another day, another try");
    let level = teller.session.learner.level(SKILL, teller.session.day());
    let wrong = wrong_answer(&teller);
    teller.answer(&wrong).say(Msg::NextAsked);
    assert!(teller.session.learner.level(SKILL, teller.session.day()) >= level);
    teller.check(expect![[r#"
        SKILL Add and subtract fractions with the same denominator - not started 
          left: To reach “practiced”: a few more right answers on your own.
        Q Add and subtract fractions with the same denominator - You want to show that you can do this.
          Add. [three twelfths plus one twelfth]
          [Question 1 of 4]
        SKILL Add and subtract fractions with the same denominator - practiced 
          ! Today you showed 4 of 4 on your own.
          Today: Elías mixes [six twelfths] liter of mango juice with [four twelfths] liter of water. How many liters is that together? [five sixths]
          Today: Start at the dot at [three tenths]. Jump [one tenth] back. Where do you land? [one fifth]
          Today: Subtract. [five tenths minus three tenths] [one fifth]
          Today: Add. [three twelfths plus one twelfth] [one third]
          left: To reach “mastered”: right answers on another day.
        -- opened again, 1 days later
    "#]]);
}

#[test]
fn a_trial_goes_on_after_a_closed_lid_and_ends_with_i_dont_know_this_yet() {
    let mut teller = settled();
    teller.say(Msg::Steer(Steer::Prove(SKILL.into()))).answer_right().say(Msg::NextAsked);
    teller.reopen(0);
    teller.say(Msg::Went(Route::Practice));
    assert_eq!((skill(&teller).as_str(), reason(&teller)), (SKILL, Reason::Prove));
    let view = teller.view();
    let Page::Practice(page) = view.page else { panic!("practice") };
    assert_eq!(page.question.others[0].label, "I don't think I know this yet");
    teller.say(page.question.others[0].msg.clone());
    assert_ne!(reason(&teller), Reason::Prove);
    assert!(teller.session.learner.skill(SKILL).is_some_and(|state| state.wanted));
}

#[test]
fn what_is_wanted_comes_next_and_what_leads_to_it_before() {
    let mut teller = settled();
    let far = "fr.compare-unlike";
    let ready = |teller: &Teller| {
        let map = teller.session.learner.map().clone();
        let day = teller.session.day();
        map.skills
            .iter()
            .filter(|s| !s.items.is_empty())
            .find(|s| {
                teller.session.learner.level(&s.id, day) == Level::New
                    && trellis::tutor::select::ready(&teller.session.learner, s, day)
            })
            .map(|s| s.id.clone())
    };
    let wanted = ready(&teller).unwrap_or_else(|| far.into());
    teller.say(Msg::Went(Route::Skill(wanted.clone()))).say(Msg::Steer(Steer::Want(wanted.clone())));
    let home = home(&mut teller);
    let next = home.next.expect("a step");
    assert_eq!(next.skill.to, Route::Skill(wanted));
    assert_eq!(next.why, "You want to learn this.");
}

#[test]
fn a_goal_has_an_honest_range_and_can_be_changed_and_put_away() {
    let mut teller = settled();
    let day = teller.session.day();
    teller.say(Msg::Went(Route::Skill(SKILL.into())));
    for by in [Some(Day(day.0 + 28)), Some(Day(day.0 + 1)), None] {
        teller.say(Msg::Steer(Steer::Goal { skill: SKILL.into(), by }));
        let home = home(&mut teller);
        teller.note(&format!("{} {}", home.goal.skill, home.goal.lines.join(" ")));
    }
    teller.say(Msg::Steer(Steer::NoGoal));
    let home = home(&mut teller);
    teller.note(&home.goal.lines.join(" "));
    assert!(teller.session.learner.goal.is_none());
    teller.check(expect![[r#"
        -- Add and subtract fractions with the same denominator 28 days left. Probably 1 to 6 days, if you practice as you do now. That fits the day you chose.
        -- Add and subtract fractions with the same denominator One day left. Probably 1 to 6 days, if you practice as you do now. It may just fit. A few more minutes each day help.
        -- Add and subtract fractions with the same denominator Probably 1 to 6 days, if you practice as you do now.
        -- Is there something you want to reach?
    "#]]);
}

#[test]
fn someone_helped_me_can_be_said_of_the_last_five_answers() {
    let mut teller = settled();
    let before = teller.session.learner.recent.len();
    let Page::Practice(page) = teller.answer_right().view().page else { panic!("practice") };
    let earlier = page.earlier.expect("the answers before this one");
    assert_eq!(earlier.answers.len(), before.min(4));
    let wins = |teller: &Teller| {
        let map = teller.session.learner.map().clone();
        map.skills
            .iter()
            .filter_map(|s| teller.session.learner.skill(&s.id))
            .map(|s| s.wins.len())
            .sum::<usize>()
    };
    let earned = wins(&teller);
    teller.say(earlier.answers[1].helped.msg.clone());
    assert_eq!(wins(&teller), earned - 1, "the credit is gone");
    assert!(!teller.session.learner.owed.is_empty(), "one like it comes back");
    let Page::Practice(page) = teller.view().page else { panic!("practice") };
    let said = &page.earlier.expect("still there").answers[1].helped;
    assert_eq!((said.label.as_str(), said.enabled), ("Noted", false));
    let facts = teller.facts.len();
    teller.say(earlier.answers[1].helped.msg.clone());
    assert_eq!(teller.facts.len(), facts, "once is enough");
}

#[test]
fn a_receipt_names_the_answers_and_replay_reproduces_it() {
    let mut teller = settled();
    teller.say(Msg::Practise(Some(SKILL.into())));
    (0..4).for_each(|_| {
        teller.answer_right().next();
    });
    teller.reopen(1);
    teller.say(Msg::Practise(Some(SKILL.into()))).answer_right().say(Msg::Went(Route::Skill(SKILL.into())));
    teller.tell();
    let told = text_of(&teller.view().page);
    let mut again = Session::new(Rc::new(map()), Locale::En);
    let now = teller.now();
    again.opened(&teller.facts, None, now);
    again.arrived(unit("fr-4"), now);
    again.update(Msg::Went(Route::Skill(SKILL.into())), now);
    let replayed = AppView::of(&again, &Shell::default(), Later::Here(Late::here()));
    assert_eq!(text_of(&replayed.page), told);
    teller.check(expect![[r#"
        -- opened again, 1 days later
        SKILL Add and subtract fractions with the same denominator - practiced 
          Today: Subtract. [three sixths minus two sixths] [one sixth]
          Yesterday: Omar wrote [six tenths plus two tenths equals four tenths]. That is not right. What did Omar do? subtracted the top numbers
          Yesterday: Add. [three twelfths plus one twelfth] [one third]
          Yesterday: Start at the dot at [three tenths]. Jump [one tenth] back. Where do you land? [one fifth]
          Yesterday: Subtract. [three fourths minus one fourth] [one half]
          left: To reach “mastered”: a few more right answers on your own.
    "#]]);
}

#[test]
fn the_map_and_the_list_show_the_same_skills() {
    let mut teller = settled();
    teller.say(Msg::Went(Route::Map));
    let Page::Map(drawn) = teller.view().page else { panic!("the map") };
    teller.say(Msg::Went(Route::Progress));
    let Page::Progress(list) = teller.view().page else { panic!("the list") };
    let mut on_map: Vec<String> = drawn.skills.iter().map(|skill| skill.to.to_string()).collect();
    let rows = list.groups.iter().flat_map(|group| &group.skills);
    let mut on_list: Vec<String> = rows.map(|row| row.name.to.to_string()).collect();
    let narrow: Vec<usize> = drawn.bands.iter().flat_map(|band| band.skills.clone()).collect();
    assert_eq!(narrow.len(), drawn.skills.len(), "a narrow screen shows all of them too");
    on_map.sort();
    on_list.sort();
    assert_eq!(on_map, on_list);
    let corner = |skill: &trellis::view::MapSkill| (skill.x, skill.y);
    let mut corners: Vec<(u32, u32)> = drawn.skills.iter().map(corner).collect();
    corners.sort_unstable();
    corners.dedup();
    assert_eq!(corners.len(), drawn.skills.len(), "no two on one place");
    assert!(drawn.skills.iter().all(|skill| skill.x < drawn.width && skill.y < drawn.height));
}

#[test]
fn private_practice_is_adaptive_visible_and_forgotten() {
    let mut teller = settled();
    teller.say(Msg::Typed("5".into()));
    let (facts, state, kept) = (teller.facts.len(), teller.session.learner.digest(), teller.session.freeze());
    let written = |teller: &Teller| {
        teller.cmds.iter().filter(|cmd| matches!(cmd, Cmd::Append(_) | Cmd::Freeze)).count()
    };
    let before = written(&teller);
    teller.say(Msg::Went(Route::Home));
    teller.say(Msg::Steer(Steer::Private));
    assert!(teller.session.is_private());
    assert_eq!(teller.view().saved.text, "Private: nothing is kept");
    assert_eq!(teller.view().notices[0].title, "Private practice is on");
    for turn in 0..12 {
        if turn % 3 == 0 {
            let wrong = wrong_answer(&teller);
            teller.say(Msg::HintAsked).answer(&wrong);
        } else {
            teller.answer_right();
        }
        teller.next();
    }
    assert!(teller.session.learner.answers > 12, "it is chosen as it would be");
    let off = teller.view().notices[0].actions[0].msg.clone();
    teller.say(off);
    assert!(!teller.session.is_private());
    assert_eq!((teller.facts.len(), teller.session.learner.digest()), (facts, state));
    assert_eq!(teller.session.freeze(), kept, "the question from before is as it was");
    assert_eq!(written(&teller), before, "nothing was to be written");
    // Leaving practice ends it as well.
    teller.say(Msg::Steer(Steer::Private)).say(Msg::Went(Route::Settings));
    assert!(!teller.session.is_private());
}

/// Anything a learner may say while practising.
fn said() -> impl Strategy<Value = Msg> {
    let skill = prop::sample::select(vec!["fr.add-like", "fr.equiv-mult", "fr.compare-unlike", "nowhere"]);
    prop_oneof![
        3 => Just(Msg::Submitted),
        3 => "[0-9/]{0,4}".prop_map(Msg::Typed),
        2 => (0usize..4).prop_map(Msg::Chose),
        2 => Just(Msg::NextAsked),
        1 => Just(Msg::HintAsked),
        1 => Just(Msg::Declined(Why::NotNow)),
        1 => Just(Msg::Declined(Why::NotLearned)),
        1 => Just(Msg::HelpedSaid),
        1 => Just(Msg::Steer(Steer::AsideDone)),
        1 => skill.clone().prop_map(|skill| Msg::Practise(Some(skill.into()))),
        1 => skill.clone().prop_map(|skill| Msg::Steer(Steer::Want(skill.into()))),
        1 => skill.clone().prop_map(|skill| Msg::Steer(Steer::Prove(skill.into()))),
        1 => skill.clone().prop_map(|skill| Msg::Steer(Steer::Goal { skill: skill.into(), by: None })),
        1 => skill.prop_map(|skill| Msg::Steer(Steer::PutOff { skill: skill.into(), why: Why::NotNow })),
    ]
}

/// What lies on a disk after these facts were written: every record, byte for byte.
fn stored(facts: &[trellis::learner::Fact]) -> Vec<String> {
    let mut writer = trellis::log::Writer::new(trellis::log::WriterId([7; 12]));
    facts.iter().map(|fact| writer.append(fact.clone()).line()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn private_practice_leaves_the_stored_bytes_as_they_were(msgs in prop::collection::vec(said(), 1..60)) {
        let mut teller = settled();
        let bytes = stored(&teller.facts);
        let kept = teller.session.freeze();
        let done = teller.cmds.len();
        teller.say(Msg::Steer(Steer::Private));
        for msg in msgs {
            teller.say(msg);
            if !teller.session.is_private() {
                break;
            }
            prop_assert_eq!(teller.session.freeze(), None);
        }
        teller.say(Msg::Steer(Steer::NotPrivate));
        let asked = &teller.cmds[done..];
        prop_assert!(!asked.iter().any(|cmd| matches!(cmd, Cmd::Append(_) | Cmd::Freeze)));
        prop_assert_eq!(stored(&teller.facts), bytes);
        prop_assert_eq!(teller.session.freeze(), kept);
    }

    #[test]
    fn no_level_that_was_shown_ever_falls(msgs in prop::collection::vec(said(), 1..80), days in 0i64..30) {
        let mut teller = settled();
        let ids: Vec<String> = teller.session.learner.map().skills.iter().map(|s| s.id.clone()).collect();
        let levels = |teller: &Teller| -> Vec<Level> {
            ids.iter().map(|id| teller.session.learner.level(id, teller.session.day())).collect()
        };
        let mut before = levels(&teller);
        for (turn, msg) in msgs.into_iter().enumerate() {
            teller.say(msg);
            if turn % 7 == 3 && teller.session.practice().is_some_and(|practice| practice.open()) {
                teller.answer_right();
            }
            if turn % 20 == 19 {
                teller.reopen(days);
                teller.say(Msg::Practise(None));
            }
            let now = levels(&teller);
            prop_assert!(before.iter().zip(&now).all(|(before, now)| before <= now));
            before = now;
        }
        let replayed = Learner::replay(Rc::new(map()), &teller.facts);
        prop_assert_eq!(replayed.digest(), teller.session.learner.digest());
    }
}

#[test]
fn an_old_reader_meets_the_new_facts_in_peace() {
    // What this release writes of a choice is a kind of its own: an older one keeps it as unknown.
    let mut teller = settled();
    teller.say(Msg::Steer(Steer::Goal { skill: SKILL.into(), by: Some(Day(20_010)) }));
    let Some(Event::GoalSet { .. }) = teller.facts.last().map(|fact| fact.event.clone()) else {
        panic!("the goal is a fact")
    };
    let now = Moment::new(teller.wall + MS_PER_DAY, 0);
    let mut again = Session::new(Rc::new(map()), Locale::En);
    again.opened(&teller.facts, None, now);
    assert_eq!(again.learner.goal, teller.session.learner.goal);
}

#[test]
fn a_learner_who_wants_to_be_asked_says_how_sure_they_are_and_sees_how_well_they_know() {
    let mut teller = settled();
    let question = |teller: &Teller| match teller.view().page {
        Page::Practice(page) => page.question,
        other => panic!("no question but {other:?}"),
    };
    teller.say(Msg::Practise(None));
    assert!(question(&teller).sure.is_none(), "nobody is asked who did not want to be");
    teller.say(Msg::Went(Route::Settings));
    let Page::Settings(settings) = teller.view().page else { panic!("settings") };
    let on = settings.comfort.choices[3].choices[1].msg.clone();
    teller.say(on).say(Msg::Went(Route::Practice));

    let before = teller.session.learner.digest();
    for turn in 0..6 {
        let asked = question(&teller).sure.expect("how sure");
        let said = asked.choices[if turn < 4 { 2 } else { 0 }].msg.clone();
        teller.say(said);
        assert_eq!(
            question(&teller).sure.map(|sure| sure.choices.iter().filter(|c| c.chosen).count()),
            Some(1)
        );
        if turn % 3 == 0 {
            let wrong = wrong_answer(&teller);
            teller.answer(&wrong);
            assert!(question(&teller).sure.is_none(), "nothing is asked after the verdict");
        } else {
            teller.answer_right();
        }
        teller.next();
    }
    assert_ne!(teller.session.learner.digest(), before);
    teller.say(Msg::Went(Route::Progress));
    let Page::Progress(page) = teller.view().page else { panic!("progress") };
    let told: Vec<String> =
        page.sureness.iter().flat_map(|said| &said.bars).map(|bar| bar.0.clone()).collect();
    assert_eq!(told, ["A guess: 2 of 2 right", "I am sure: 2 of 4 right"]);
}

#[test]
fn who_asks_for_questions_that_go_well_is_expected_to_succeed_more_often() {
    let foreseen = |accommodated: bool| {
        let mut teller = settled();
        if accommodated {
            let all = Some(vec!["success".to_string()]);
            teller.say(Msg::Told(Profile { accommodations: all, ..Profile::default() }));
        }
        let mut chances = Vec::new();
        for turn in 0..24 {
            teller.say(Msg::Practise(None));
            let practice = teller.session.practice().expect("a question");
            let question = &practice.question;
            let (learner, day) = (&teller.session.learner, teller.session.day());
            let options = question.response.options();
            chances.push(learner.foresee(&question.skill, &question.item, question.level, options, day));
            let wrong = wrong_answer(&teller);
            if turn % 4 == 3 {
                teller.answer(&wrong)
            } else {
                teller.answer_right()
            };
            teller.next();
        }
        chances.iter().sum::<f64>() / 24.0
    };
    let (usual, more) = (foreseen(false), foreseen(true));
    assert!(more > usual + 0.01, "{usual} {more}");
}
