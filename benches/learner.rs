//! Native benches of the learner model and the choice of the next question, over a made map of 454 skills:
//! `cargo bench --no-default-features --features tools --bench learner`. Criterion tells means and changes; after it the
//! best sample of each stands beside its budget, and a broken budget ends the program with an error.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use criterion::Criterion;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};
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
/// After so many answers the learner is again who it was: a young record stays young.
const SITTING: usize = 20;
/// Answers a learner has given: a grown record, and a young one.
const AGES: [(&str, usize); 2] = [("after 65,000 events", EVENTS), ("after 100 events", 100)];

const EVENT: &str = "apply one event";
const NEXT: &str = "next item over 454 skills";
const FIRST: &str = "first item of a day";
const DRAWN: &str = "next question drawn and worded";
const REPLAY: &str = "cold replay of 65,000 events";

/// Criterion, and the best sample of each bench in seconds: on a busy machine some of them run undisturbed.
struct Benches {
    criterion: Criterion,
    best: BTreeMap<String, f64>,
}

impl Benches {
    /// `run` does the work so many times and says how long that took.
    fn time(&mut self, name: &str, mut run: impl FnMut(u64) -> Duration) {
        let best = self.best.entry(name.to_owned()).or_insert(f64::INFINITY);
        self.criterion.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let took = run(times);
                *best = best.min(took.as_secs_f64() / times as f64);
                took
            });
        });
    }

    /// What was not asked for on the command line was not measured.
    fn best(&self, name: &str) -> Option<f64> {
        self.best.get(name).copied().filter(|best| best.is_finite())
    }
}

fn main() -> ExitCode {
    let quick = Duration::from_secs(3);
    let criterion = Criterion::default().sample_size(20).warm_up_time(quick / 3).measurement_time(quick);
    let mut benches = Benches { criterion: criterion.configure_from_args(), best: BTreeMap::new() };
    let map = map();
    let facts = facts(&map, EVENTS);
    for (age, events) in AGES {
        let learner = Learner::replay(map.clone(), &facts[..events]);
        benches.time(&format!("{NEXT}, {age}"), next(&learner, &facts));
        benches.time(&format!("{FIRST}, {age}"), first(&learner));
        benches.time(&format!("{DRAWN}, {age}"), drawn(events));
    }
    let grown = Learner::replay(map.clone(), &facts);
    benches.time(EVENT, |times| {
        let mut learner = grown.clone();
        timed(|| (0..times).zip(facts.iter().cycle()).for_each(|(_, fact)| learner.apply(fact)))
    });
    benches.time(REPLAY, |times| {
        timed(|| (0..times).for_each(|_| drop(black_box(Learner::replay(map.clone(), &facts)))))
    });
    benches.criterion.final_summary();
    if within_budgets(&benches) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn within_budgets(benches: &Benches) -> bool {
    let mut kept = true;
    let mut told = |what: &str, value: Option<f64>, unit: &str, budget: f64| {
        let Some(value) = value else { return };
        println!("{what:<52} {value:>9.3} {unit} (must be at most {budget} {unit})");
        kept &= value <= budget;
    };
    let scaled = |name: &str, scale: f64| benches.best(name).map(|seconds| seconds * scale);
    told(EVENT, scaled(EVENT, 1e6), "us", 4.0);
    for what in [NEXT, FIRST, DRAWN] {
        let [old, young] = AGES.map(|(age, _)| format!("{what}, {age}"));
        told(&old, scaled(&old, 1e3), "ms", 2.0);
        told(&young, scaled(&young, 1e3), "ms", 2.0);
        let growth = benches.best(&old).zip(benches.best(&young)).map(|(old, young)| old / young);
        // The budget is that of what a learner waits for.
        if what == DRAWN {
            told(&format!("growth: {what}"), growth, "times", 1.2);
        }
    }
    told(REPLAY, scaled(REPLAY, 1e3), "ms", 300.0);
    kept
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// As between two questions of a sitting: an answer comes in, then the next question is chosen.
fn next<'a>(learner: &Learner, facts: &'a [Fact]) -> impl FnMut(u64) -> Duration + use<'a> {
    let (begun, day) = (learner.clone(), learner.day(Day(0)));
    move |times| {
        let mut learner = begun.clone();
        let once = |number| {
            let fact = &facts[number as usize % SITTING];
            if (number as usize).is_multiple_of(SITTING) {
                learner = begun.clone();
            }
            learner.apply(fact);
            timed(|| drop(black_box(select::next(&learner, day, None, 7))))
        };
        (0..times).map(once).sum()
    }
}

/// The first of a day: nothing is known yet of what was forgotten since, and it is to be an easy one.
fn first(learner: &Learner) -> impl FnMut(u64) -> Duration + use<'_> {
    let last = learner.day(Day(0)).0;
    move |times| {
        let once = |number| {
            let day = Day(last + 1 + number as i32 % 20);
            timed(|| drop(black_box(select::next(learner, day, None, 7))))
        };
        (0..times).map(once).sum()
    }
}

/// From "Next" to the page with the next question of the shipped course, as the app makes it: what the learner is asked is
/// chosen, drawn and put into words.
fn drawn(events: usize) -> impl FnMut(u64) -> Duration {
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
    let mut say = move |session: &mut Session, msg: Msg| {
        wall += 5_000;
        black_box(session.update(msg, Moment::new(wall, 0)));
    };
    say(&mut session, Msg::Went(Route::Practice));
    let begun = session.learner.clone();
    move |times| {
        let (mut took, mut done) = (Duration::ZERO, 0);
        while done < times {
            if done.is_multiple_of(SITTING as u64) {
                session.learner = begun.clone();
            }
            let practice = session.practice().expect("a question");
            let (right, whole) = (practice.question.right_value(), practice.question.step().is_none());
            say(&mut session, Msg::Typed(right));
            say(&mut session, Msg::Submitted);
            let once = timed(|| {
                say(&mut session, Msg::NextAsked);
                black_box(AppView::of(&session, &Shell::default(), Later::Here(Late::here())));
            });
            // The next step of the same question is not chosen.
            if whole {
                (took, done) = (took + once, done + 1);
            }
        }
        took
    }
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
