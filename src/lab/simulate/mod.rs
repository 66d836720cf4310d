//! `lab simulate`: what a policy does for learners whose truth it does not know. It ranks policies and promises
//! nobody any minutes; peers are shapes of their public descriptions.

pub mod chart;
pub mod ours;
pub mod peers;
pub mod scenes;
pub mod world;

use crate::num::SortedMap;
use chart::Chart;
use ours::Sitting;
use peers::{Peer, State};
use world::{MASTERED, Person, World};

const DAYS: i64 = 45;
const IDLE: i64 = 30;
const QUESTIONS: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    Trellis,
    Peer(Peer),
}

impl Policy {
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "trellis" => Self::Trellis,
            "n-in-a-row" => Self::Peer(Peer::Streak),
            "khan" => Self::Peer(Peer::Khan),
            "smartscore" => Self::Peer(Peer::SmartScore),
            "bkt95" => Self::Peer(Peer::Bkt95),
            "aleks" => Self::Peer(Peer::Aleks),
            "random" => Self::Peer(Peer::Random),
            _ => return None,
        })
    }
}

/// Sums over learners.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub learners: f64,
    pub questions: f64,
    pub declared: f64,
    /// Declared while true knowledge was below .80, and below .70.
    pub false80: f64,
    pub false70: f64,
    /// Truly mastered at the end of practice and not declared, though practised.
    pub missed: f64,
    /// Questions on a skill after it was truly mastered and before it was declared.
    pub over: f64,
    pub start: f64,
    pub true45: f64,
    pub true75: f64,
    /// Declared skills still known after the idle month.
    pub kept75: f64,
    pub first_ten: f64,
    /// The first three questions of each day after the first: how many, right ones, and how many were expected right.
    pub openings: f64,
    pub openings_right: f64,
    pub openings_expected: f64,
    /// Places in a sitting at which three misses in a row stood.
    pub miss_runs: f64,
    pub placement: f64,
    pub placed: f64,
    pub placed_false: f64,
}

impl Figures {
    fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.learners, other.learners),
            (&mut self.questions, other.questions),
            (&mut self.declared, other.declared),
            (&mut self.false80, other.false80),
            (&mut self.false70, other.false70),
            (&mut self.missed, other.missed),
            (&mut self.over, other.over),
            (&mut self.start, other.start),
            (&mut self.true45, other.true45),
            (&mut self.true75, other.true75),
            (&mut self.kept75, other.kept75),
            (&mut self.first_ten, other.first_ten),
            (&mut self.openings, other.openings),
            (&mut self.openings_right, other.openings_right),
            (&mut self.openings_expected, other.openings_expected),
            (&mut self.miss_runs, other.miss_runs),
            (&mut self.placement, other.placement),
            (&mut self.placed, other.placed),
            (&mut self.placed_false, other.placed_false),
        ];
        pairs.into_iter().for_each(|(sum, part)| *sum += part);
    }

    pub fn json(&self) -> serde_json::Value {
        let (n, declared) = (self.learners.max(1.0), self.declared.max(1.0));
        let round = |value: f64| (value * 1e4).round() / 1e4;
        serde_json::json!({
            "learners": self.learners,
            "questions_per_declared": round(self.questions / declared),
            "questions_per_truly_mastered": round(self.questions / (self.true45 - self.start).max(1.0)),
            "over_practice": round(self.over / declared),
            "false80": round(self.false80 / declared),
            "false70": round(self.false70 / declared),
            "missed_mastery": round(self.missed / n),
            "start": round(self.start / n),
            "declared": round(self.declared / n),
            "true45": round(self.true45 / n),
            "true75": round(self.true75 / n),
            "keep75": round(self.kept75 / declared),
            "first_ten_success": round(self.first_ten / n / 10.0),
            "first_three_of_a_day": round(self.openings_right / self.openings.max(1.0)),
            // Other policies expect nothing.
            "first_three_expected": (self.openings_expected > 0.0).then(|| round(self.openings_expected / self.openings.max(1.0))),
            "miss_runs": round(self.miss_runs / self.questions.max(1.0)),
            "placement_questions": round(self.placement / n),
            "placed_skills": round(self.placed / n),
            "placed_false": round(self.placed_false / self.placed.max(1.0)),
        })
    }
}

/// All learners together and each kind apart.
pub struct Report {
    pub all: Figures,
    pub kinds: SortedMap<&'static str, Figures>,
}

/// Follows `learners` learners through 45 days of twenty questions and an idle month.
pub fn simulate(
    policy: Policy,
    chart: &Chart,
    world: World,
    learners: u64,
    seed: u64,
    say: &mut dyn FnMut(u64),
) -> Report {
    let mut report = Report { all: Figures::default(), kinds: SortedMap::new() };
    for number in 0..learners {
        let person = Person::new(chart, world, number, seed);
        let kind = person.kind.name();
        let figures = live(policy, chart, person, seed ^ number);
        report.all.add(&figures);
        report.kinds.or_default(kind).add(&figures);
        say(number + 1);
    }
    report
}

/// One learner's days.
fn live(policy: Policy, chart: &Chart, mut person: Person, salt: u64) -> Figures {
    let mut life = Life::new(chart, &person);
    match policy {
        Policy::Trellis => {
            let mut sitting = Sitting::new(chart, Some(person.grade), salt);
            for day in 0..DAYS {
                sitting.open(day);
                for _ in 0..QUESTIONS {
                    let placing = select_searching(&sitting);
                    let Some(asked) = ours::ask(&mut sitting, chart, &mut person, day as f64) else {
                        break;
                    };
                    let ours::Asked { skill, right, expected } = asked;
                    life.asked(&person, skill, right, day);
                    life.expected(expected);
                    if placing && !select_searching(&sitting) {
                        life.figures.placement = life.figures.questions;
                        let placed =
                            |skill: usize| sitting.learner.placed(&chart.map.skills[skill].id, sitting.day());
                        life.place(&person, (0..chart.skills.len()).filter(|skill| placed(*skill)), day);
                    }
                    life.declare(&person, skill, sitting.mastered(&chart.map.skills[skill].id), day);
                }
            }
        }
        Policy::Peer(peer) => {
            let mut state = State::new(peer, chart, salt, person.grade);
            for day in 0..DAYS {
                for _ in 0..QUESTIONS {
                    let placed_before = state.placement;
                    let (skill, item) = state.next(chart);
                    let (right, _) = person.answer(skill, chart.skills[skill].items[item], day as f64);
                    person.learn(chart, skill, right, day as f64);
                    state.answered(chart, skill, right);
                    life.asked(&person, skill, right, day);
                    if state.placement > placed_before {
                        life.figures.placement += 1.0;
                    } else if life.figures.placed == 0.0 && state.placement > 0 {
                        let placed: Vec<usize> =
                            (0..chart.skills.len()).filter(|skill| state.placed[*skill]).collect();
                        life.place(&person, placed.into_iter(), day);
                    }
                    life.declare(&person, skill, state.declared(skill), day);
                }
            }
        }
    }
    life.end(&person)
}

fn select_searching(sitting: &Sitting) -> bool {
    crate::tutor::select::searching(&sitting.learner)
}

/// What is counted along the way.
struct Life {
    figures: Figures,
    declared: Vec<bool>,
    asked: Vec<u32>,
    after_truth: Vec<f64>,
    misses: u32,
    day: i64,
    /// Questions of the day so far.
    today: u32,
}

/// Questions with which a day begins.
const OPENING: u32 = 3;

impl Life {
    fn new(chart: &Chart, person: &Person) -> Self {
        let count = chart.skills.len();
        let start = person.mastered(0.0) as f64;
        Self {
            figures: Figures { learners: 1.0, start, ..Figures::default() },
            declared: vec![false; count],
            asked: vec![0; count],
            after_truth: vec![0.0; count],
            misses: 0,
            day: 0,
            today: 0,
        }
    }

    fn asked(&mut self, person: &Person, skill: usize, right: bool, day: i64) {
        if self.figures.questions < 10.0 {
            self.figures.first_ten += f64::from(u8::from(right));
        }
        self.figures.questions += 1.0;
        self.asked[skill] += 1;
        self.today = if day == self.day { self.today + 1 } else { 1 };
        if self.opens(day) {
            self.figures.openings += 1.0;
            self.figures.openings_right += f64::from(u8::from(right));
        }
        self.misses = if right || day != self.day { u32::from(!right) } else { self.misses + 1 };
        self.day = day;
        self.figures.miss_runs += f64::from(u8::from(self.misses == 3));
        if !self.declared[skill] && person.knows(skill, day as f64) >= MASTERED {
            self.after_truth[skill] += 1.0;
        }
    }

    /// The first day has a beginning of its own.
    fn opens(&self, day: i64) -> bool {
        day > 0 && self.today <= OPENING
    }

    /// What our own policy expected of the question before it was answered.
    fn expected(&mut self, chance: f64) {
        if self.opens(self.day) {
            self.figures.openings_expected += chance;
        }
    }

    fn declare(&mut self, person: &Person, skill: usize, declared: bool, day: i64) {
        if !declared || std::mem::replace(&mut self.declared[skill], true) {
            return;
        }
        let knows = person.knows(skill, day as f64);
        self.figures.declared += 1.0;
        self.figures.over += self.after_truth[skill];
        self.figures.false80 += f64::from(u8::from(knows < MASTERED));
        self.figures.false70 += f64::from(u8::from(knows < 0.70));
    }

    fn place(&mut self, person: &Person, placed: impl Iterator<Item = usize>, day: i64) {
        for skill in placed {
            self.figures.placed += 1.0;
            self.figures.placed_false += f64::from(u8::from(person.knows(skill, day as f64) < 0.70));
        }
    }

    fn end(mut self, person: &Person) -> Figures {
        let (last, later) = ((DAYS - 1) as f64, (DAYS - 1 + IDLE) as f64);
        self.figures.true45 = person.mastered(last) as f64;
        self.figures.true75 = person.mastered(later) as f64;
        for (skill, declared) in self.declared.iter().enumerate() {
            let known = person.knows(skill, last) >= MASTERED;
            self.figures.missed += f64::from(u8::from(known && !declared && self.asked[skill] > 0));
            self.figures.kept75 += f64::from(u8::from(*declared && person.knows(skill, later) >= MASTERED));
        }
        self.figures
    }
}
