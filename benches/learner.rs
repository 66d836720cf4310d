//! Native benches of the learner model and the choice of the next question, over a made map of 454 skills:
//! `cargo bench --no-default-features --features tools --bench learner`. Plain timing, the best of several rounds; each
//! line ends with its budget, and a broken budget ends the program with an error.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;
use trellis::content::{Locale, Map, Unit, source::Pack};
use trellis::lab::simulate::{chart::Chart, ours, world};
use trellis::learner::{Event, Fact, Learner, Mode, Profile};
use trellis::num::{Day, Hybrid, Moment, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::select::{self, Pick, Reason};
use trellis::tutor::{Msg, Route, Session};
use trellis::view::{AppView, Late, Later, Shell};

/// The size of the K-8 and Algebra I map.
const SKILLS: usize = 454;
const EVENTS: usize = 65_000;

fn main() -> ExitCode {
    let map = map();
    let facts = facts(&map, EVENTS);
    let replay = best(5, || Learner::replay(map.clone(), &facts));
    let learner = Learner::replay(map.clone(), &facts);
    let young = Learner::replay(map.clone(), &facts[..100]);
    // Short rounds, and many: on a busy machine some of them run undisturbed.
    let apply = best_inner(40, || {
        let mut learner = learner.clone();
        let begun = Instant::now();
        facts[..2_000].iter().for_each(|fact| learner.apply(fact));
        black_box(&learner);
        begun.elapsed().as_secs_f64() / 2_000.0
    });
    // As between two questions of a sitting: an answer comes in, then the next question is chosen.
    let next = |learner: &Learner| {
        let (mut learner, day) = (learner.clone(), learner.day(Day(0)));
        let mut rest = facts[..100].iter().cycle();
        let mut answered =
            |learner: &mut Learner| rest.next().into_iter().for_each(|fact| learner.apply(fact));
        best_inner(60, || {
            answered(&mut learner);
            let begun = Instant::now();
            black_box(select::next(&learner, day, None, 7));
            begun.elapsed().as_secs_f64()
        })
    };
    // The first of a day: nothing is known yet of what was forgotten since, and it is to be an easy one.
    let first = |learner: &Learner| {
        let mut days = (1..).map(|later| Day(learner.day(Day(0)).0 + later));
        best_inner(20, || {
            let day = days.next().unwrap_or_default();
            let begun = Instant::now();
            black_box(select::next(learner, day, None, 7));
            begun.elapsed().as_secs_f64()
        })
    };
    let (old_next, young_next) = (next(&learner), next(&young));
    let (old_first, young_first) = (first(&learner), first(&young));
    let (old_drawn, young_drawn) = (next_drawn(EVENTS), next_drawn(100));
    let lines = [
        ("apply one event", apply * 1e6, "us", 4.0),
        ("next item over 454 skills, after 65,000 events", old_next * 1e3, "ms", 2.0),
        ("next item over 454 skills, after 100 events", young_next * 1e3, "ms", 2.0),
        ("first item of a day, after 65,000 events", old_first * 1e3, "ms", 2.0),
        ("first item of a day, after 100 events", young_first * 1e3, "ms", 2.0),
        ("next question drawn and worded, after 65,000", old_drawn * 1e3, "ms", 2.0),
        ("next question drawn and worded, after 100", young_drawn * 1e3, "ms", 2.0),
        ("growth of the time to the next question", old_drawn / young_drawn, "times", 1.2),
        ("cold replay of 65,000 events", replay * 1e3, "ms", 300.0),
    ];
    let mut kept = true;
    for (what, value, unit, budget) in lines {
        println!("{what:<48} {value:>9.3} {unit} (must be at most {budget} {unit})");
        kept &= value <= budget;
    }
    println!("{:<48} {:>9.3} times", "growth of the choice alone", old_next / young_next);
    println!("{:<48} {:>9.3} times", "growth of the choice alone, first of a day", old_first / young_first);
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Seconds from "Next" to the page with the next question of the shipped course, as the app makes it: what the learner is
/// asked is chosen, drawn and put into words. The median, because one question is more to draw than another.
fn next_drawn(events: usize) -> f64 {
    let files = Pack::read(Path::new("content")).expect("the content folder").build(false);
    let file = |name: &str| files.iter().find(|(file, _)| file == name).map_or("", |(_, text)| text);
    let (map, _) = Map::read(file("map.json"));
    let mut taught = map.clone();
    taught.skills.retain(|skill| !skill.items.is_empty());
    let mut facts = facts(&taught, events);
    let told = Profile { grade: Some(4), minutes: Some(240), ..Profile::default() };
    for event in [Event::Profile(told), Event::Began { mode: Mode::Practise }] {
        facts.insert(0, Fact { at: Hybrid::default(), clock: Moment::default(), event });
    }
    let mut wall = facts.last().map_or(0, |fact| fact.at.ms);
    let mut session = Session::new(Rc::new(map), Locale::En);
    session.opened(&facts, None, Moment::new(wall, 0));
    let units: Vec<String> = session.learner.map().units.iter().map(|unit| unit.id.clone()).collect();
    for id in units {
        session.arrived(Unit::read(file(&format!("{id}.json"))).0, Moment::new(wall, 0));
    }
    let mut say = |session: &mut Session, msg: Msg| {
        wall += 5_000;
        black_box(session.update(msg, Moment::new(wall, 0)));
    };
    say(&mut session, Msg::Went(Route::Practice));
    let mut times = Vec::new();
    while times.len() < 60 {
        let practice = session.practice().expect("a question");
        let (right, whole) = (practice.question.right_value(), practice.question.step().is_none());
        say(&mut session, Msg::Typed(right));
        say(&mut session, Msg::Submitted);
        let begun = Instant::now();
        say(&mut session, Msg::NextAsked);
        black_box(AppView::of(&session, &Shell::default(), Later::Here(Late::here())));
        let time = begun.elapsed().as_secs_f64();
        // The next step of the same question is not chosen.
        if whole {
            times.push(time);
        }
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn best<T>(rounds: usize, mut run: impl FnMut() -> T) -> f64 {
    best_inner(rounds, || {
        let begun = Instant::now();
        black_box(run());
        begun.elapsed().as_secs_f64()
    })
}

fn best_inner(rounds: usize, mut run: impl FnMut() -> f64) -> f64 {
    (0..rounds).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn map() -> Rc<Map> {
    let mut map = (*Chart::sized(14, 33, 0).map).clone();
    map.skills.truncate(SKILLS);
    Rc::new(map)
}

/// A long history: any skill, any item, four in five right, twenty answers a day.
fn facts(map: &Map, count: usize) -> Vec<Fact> {
    let mut chance = SplitMix64::new(3);
    let mut at = Hybrid::default();
    let mut all = Vec::with_capacity(count);
    for number in 0..count {
        let day = ours::FIRST - 4_000 + number as i64 / 20;
        at = at.tick(day * MS_PER_DAY + (number as i64 % 20) * 40_000);
        // Skills come up as they are learned: more and more of the map.
        let reach = (20 + number * SKILLS / count).min(map.skills.len());
        let skill = &map.skills[chance.below(reach as u64) as usize];
        let entry = &skill.items[chance.below(skill.items.len() as u64) as usize];
        let pick = Pick {
            skill: skill.id.clone(),
            item: entry.item.clone(),
            level: entry.level,
            seed: number as u32,
            reason: Reason::GoOn,
        };
        let right = world::unit(&mut chance) < 0.8;
        let hints = u8::from(world::unit(&mut chance) < 0.1);
        let event = Event::Answered(ours::answer(&pick, entry.options, right, hints, 1));
        all.push(Fact { at, clock: Moment::new(at.ms, 0), event });
    }
    all
}
