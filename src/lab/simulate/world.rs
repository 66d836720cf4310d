//! Learners as they really are, in a simulation. Their truth is not the model's: strength grows with practice where
//! prerequisites carry it, is forgotten by a power law with gains from spacing, and shows through guessing, slips and
//! items of uncertain difficulty. None of these rules is known to any policy.

use super::chart::Chart;
use crate::num::{SplitMix64, math};

/// What answers look like. 0: typed; 1: multiple choice with four options; 2: noisy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct World {
    pub guess: f64,
    pub slip: f64,
    pub slope: f64,
    pub options: u8,
}

impl World {
    pub fn of(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self { guess: 0.10, slip: 0.05, slope: 1.3, options: 0 },
            1 => Self { guess: 0.25, slip: 0.08, slope: 1.3, options: 4 },
            2 => Self { guess: 0.05, slip: 0.10, slope: 1.0, options: 0 },
            _ => return None,
        })
    }
}

/// The kinds of learners, dealt out in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Typical,
    Fast,
    Slow,
    Guesser,
    Careless,
    /// Some early skill was never understood.
    Gap,
    HintHeavy,
    Forgetful,
}

pub const KINDS: [Kind; 10] = [
    Kind::Typical,
    Kind::Fast,
    Kind::Slow,
    Kind::Typical,
    Kind::Guesser,
    Kind::Careless,
    Kind::Gap,
    Kind::HintHeavy,
    Kind::Forgetful,
    Kind::Typical,
];

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Typical => "typical",
            Self::Fast => "fast",
            Self::Slow => "slow",
            Self::Guesser => "guesser",
            Self::Careless => "careless",
            Self::Gap => "missing prerequisite",
            Self::HintHeavy => "hint-heavy",
            Self::Forgetful => "forgetful",
        }
    }
}

/// Strength of one skill and how well it lasts.
#[derive(Clone, Copy, Debug)]
struct Strength {
    value: f64,
    /// Days; the longer, the flatter the forgetting.
    halt: f64,
    last: f64,
}

pub struct Person {
    pub kind: Kind,
    /// Grade the learner would name.
    pub grade: u8,
    world: World,
    speed: f64,
    /// Shape of the power law.
    fall: f64,
    skills: Vec<Strength>,
    /// What practice alone does not teach this person.
    lacks: Option<usize>,
    chance: SplitMix64,
}

/// True knowledge of reference questions that counts as mastery.
pub const MASTERED: f64 = 0.80;
/// Where forgetting leads to.
const GONE: f64 = -0.8;

pub fn unit(chance: &mut SplitMix64) -> f64 {
    chance.below(1 << 24) as f64 / (1 << 24) as f64
}

/// A normal number, from the sum of twelve even ones.
pub fn normal(chance: &mut SplitMix64) -> f64 {
    (0..12).map(|_| unit(chance)).sum::<f64>() - 6.0
}

impl Person {
    pub fn new(chart: &Chart, world: World, number: u64, seed: u64) -> Self {
        let mut chance = SplitMix64::new(seed.wrapping_mul(0x9E37_79B9).wrapping_add(number));
        chance.next_u64();
        let kind = KINDS[(number % KINDS.len() as u64) as usize];
        let pace = match kind {
            Kind::Fast => 1.7,
            Kind::Slow => 0.55,
            _ => 1.0,
        };
        let speed = pace * math::exp(0.3 * normal(&mut chance));
        let position = 0.12 + 0.3 * unit(&mut chance);
        let gap = 0.5 * position * unit(&mut chance);
        let skills = chart.skills.iter().map(|skill| {
            let ahead = skill.depth - position;
            let known = ahead < 0.0 && !(kind == Kind::Gap && (skill.depth - gap).abs() < 0.03);
            let mean = if known { 2.2 } else { (-0.6 - 6.0 * ahead.max(0.0)).max(-2.2) };
            Strength {
                value: mean + 0.6 * normal(&mut chance),
                halt: if known { 60.0 } else { 4.0 },
                last: 0.0,
            }
        });
        let skills = skills.collect();
        let grade = math::round(9.0 * position + 0.4 * normal(&mut chance)).clamp(0.0, 8.0);
        let fall = if kind == Kind::Forgetful { 0.6 } else { 0.35 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        Self { kind, grade: grade as u8, world, speed, fall, skills, lacks: None, chance }
    }

    /// Takes a skill away from this person, and whatever cannot be known without it. Practice alone does not bring it
    /// back: somebody has to explain it.
    pub fn forgets(&mut self, chart: &Chart, skill: usize) {
        self.lacks = Some(skill);
        self.skills[skill] = Strength { value: -2.2, halt: 4.0, last: 0.0 };
        for child in 0..chart.skills.len() {
            if chart.skills[child].parents.contains(&skill) && self.skills[child].value > -1.6 {
                self.skills[child].value = -1.6;
                self.forgets_above(chart, child);
            }
        }
    }

    fn forgets_above(&mut self, chart: &Chart, skill: usize) {
        for child in 0..chart.skills.len() {
            if chart.skills[child].parents.contains(&skill) && self.skills[child].value > -1.4 {
                self.skills[child].value = -1.4;
                self.forgets_above(chart, child);
            }
        }
    }

    fn strength(&self, skill: usize, day: f64) -> f64 {
        let s = &self.skills[skill];
        let kept = math::pow(1.0 + (day - s.last).max(0.0) / s.halt, -self.fall);
        s.value * kept + GONE * (1.0 - kept)
    }

    /// The chance of knowing a reference question.
    pub fn knows(&self, skill: usize, day: f64) -> f64 {
        math::sigmoid(self.world.slope * self.strength(skill, day))
    }

    pub fn mastered(&self, day: f64) -> usize {
        (0..self.skills.len()).filter(|skill| self.knows(*skill, day) >= MASTERED).count()
    }

    /// Answers a question of this difficulty: whether it is right, and how many hints were taken.
    pub fn answer(&mut self, skill: usize, difficulty: f64, day: f64) -> (bool, u8) {
        let p = math::sigmoid(self.world.slope * (self.strength(skill, day) - difficulty));
        let (mut guess, mut slip) = (self.world.guess, self.world.slip);
        match self.kind {
            Kind::Guesser => guess += 0.12,
            Kind::Careless => slip += 0.10,
            _ => {}
        }
        let hinted = self.kind == Kind::HintHeavy && unit(&mut self.chance) < 0.6 * (1.0 - p);
        let right = if hinted { 0.75 + 0.2 * p } else { guess + (1.0 - guess - slip) * p };
        (unit(&mut self.chance) < right, u8::from(hinted))
    }

    /// What practice of one question with feedback leaves.
    pub fn learn(&mut self, chart: &Chart, skill: usize, right: bool, day: f64) {
        if self.lacks == Some(skill) {
            return;
        }
        let carried =
            chart.skills[skill].parents.iter().map(|parent| self.knows(*parent, day)).fold(1.0, f64::min);
        let ready = 0.1 + 0.9 * carried;
        let now = self.strength(skill, day);
        let gain = 0.15 * self.speed * ready * if right { 1.0 } else { 0.8 };
        let s = &mut self.skills[skill];
        let kept = math::pow(1.0 + (day - s.last).max(0.0) / s.halt, -self.fall);
        s.value = now + gain * (3.2 - now).max(0.0);
        s.halt *= 1.02 + 2.5 * (1.0 - kept);
        s.last = day;
        // Using a skill keeps what it builds on alive, a little.
        if right {
            for parent in &chart.skills[skill].parents {
                let now = self.strength(*parent, day);
                let p = &mut self.skills[*parent];
                let kept = math::pow(1.0 + (day - p.last).max(0.0) / p.halt, -self.fall);
                p.value = now + 0.3 * (p.value - now);
                p.halt *= 1.0 + 0.5 * (1.0 - kept);
                p.last = day;
            }
        }
    }
}
