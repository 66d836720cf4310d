//! Native benches of the learner model and the choice of the next question, over a made map of 454 skills:
//! `cargo bench --no-default-features --features tools --bench learner`. Plain timing, the best of several rounds; each
//! line ends with its budget, and a broken budget ends the program with an error.

#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

use std::hint::black_box;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Instant;
use trellis::content::Map;
use trellis::lab::simulate::{chart::Chart, ours, world};
use trellis::learner::{Event, Fact, Learner};
use trellis::num::{Day, Hybrid, Moment, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::select::{self, Pick, Reason};

/// The size of the K-8 and Algebra I map.
const SKILLS: usize = 454;
const EVENTS: usize = 65_000;

fn main() -> ExitCode {
    let map = map();
    let facts = facts(&map, EVENTS);
    let replay = best(5, || Learner::replay(map.clone(), &facts));
    let learner = Learner::replay(map.clone(), &facts);
    let young = Learner::replay(map.clone(), &facts[..100]);
    let apply = best_inner(5, || {
        let mut learner = learner.clone();
        let begun = Instant::now();
        facts[..10_000].iter().for_each(|fact| learner.apply(fact));
        black_box(&learner);
        begun.elapsed().as_secs_f64() / 10_000.0
    });
    let next = |learner: &Learner| {
        let day = learner.day(Day(0));
        best_inner(20, || {
            let begun = Instant::now();
            black_box(select::next(learner, day, None, 7));
            begun.elapsed().as_secs_f64()
        })
    };
    let (old_next, young_next) = (next(&learner), next(&young));
    let lines = [
        ("apply one event", apply * 1e6, "us", 4.0),
        ("next item over 454 skills, after 65,000 events", old_next * 1e3, "ms", 2.0),
        ("next item over 454 skills, after 100 events", young_next * 1e3, "ms", 2.0),
        ("cold replay of 65,000 events", replay * 1e3, "ms", 300.0),
    ];
    let mut kept = true;
    for (what, value, unit, budget) in lines {
        println!("{what:<48} {value:>9.3} {unit} (must be at most {budget} {unit})");
        kept &= value <= budget;
    }
    println!("{:<48} {:>9.3}", "growth of the time to the next item", old_next / young_next);
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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
