//! Policies as others describe them in public: shapes, not products. Each gives the next question and learns whether
//! it was answered right; a skill it calls mastered is declared.

use super::chart::Chart;
use super::world::unit;
use crate::lab::baselines::bkt::Bkt;
use crate::num::{SplitMix64, math};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// Three right in a row.
    Streak,
    /// Sets of four, then a challenge over several skills a day later.
    Khan,
    /// A score that rises slowly and falls quickly; done at 80.
    SmartScore,
    /// Bayesian knowledge tracing at 95 %.
    Bkt95,
    /// A placement, then the fringe of the known, with a check of what is known every 40 questions.
    Aleks,
    /// Any skill, done after three in a row.
    Random,
}

pub struct State {
    peer: Peer,
    skills: Vec<Progress>,
    asked: u32,
    /// Log odds of knowing, while placing.
    odds: Vec<f64>,
    placing: bool,
    /// What is to be asked before anything else: skills of a challenge or a check.
    queue: Vec<usize>,
    pub placed: Vec<bool>,
    pub placement: u32,
    chance: SplitMix64,
}

#[derive(Clone, Copy, Default)]
struct Progress {
    streak: u32,
    score: f64,
    known: f64,
    in_set: u32,
    right_in_set: u32,
    proficient: bool,
    tested: (u32, u32),
    declared: bool,
}

const TRACED: Bkt = Bkt { known: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 };
const PLACEMENT: u32 = 30;

impl State {
    pub fn new(peer: Peer, chart: &Chart, seed: u64, grade: u8) -> Self {
        let count = chart.skills.len();
        let prior = |depth: f64| 6.0 * (f64::from(grade) / 9.0 - depth);
        Self {
            peer,
            skills: vec![Progress { known: TRACED.known, ..Progress::default() }; count],
            asked: 0,
            odds: chart.skills.iter().map(|skill| prior(skill.depth)).collect(),
            placing: peer == Peer::Aleks,
            queue: Vec::new(),
            placed: vec![false; count],
            placement: 0,
            chance: SplitMix64::new(seed ^ 0xA5A5),
        }
    }

    pub fn declared(&self, skill: usize) -> bool {
        self.skills[skill].declared
    }

    /// The next question: skill, and place of the item.
    pub fn next(&mut self, chart: &Chart) -> (usize, usize) {
        let skill = self.skill(chart);
        let items = chart.skills[skill].items.len() as u64;
        (skill, self.chance.below(items) as usize)
    }

    fn skill(&mut self, chart: &Chart) -> usize {
        if self.placing {
            match self.most_telling(chart) {
                Some(skill) if self.placement < PLACEMENT => return skill,
                _ => self.end_placement(),
            }
        }
        if let Some(skill) = self.queue.last() {
            return *skill;
        }
        if self.peer == Peer::Aleks && self.asked % 40 == 39 {
            let known: Vec<usize> =
                (0..self.skills.len()).filter(|skill| self.skills[*skill].declared).collect();
            if !known.is_empty() {
                let pick = |state: &mut Self| known[state.chance.below(known.len() as u64) as usize];
                let check: Vec<usize> = (0..6).map(|_| pick(self)).collect();
                self.queue = check;
                return self.queue[self.queue.len() - 1];
            }
        }
        let open = |skill: &usize| !self.skills[*skill].declared && !self.skills[*skill].proficient;
        if self.peer == Peer::Random {
            let open: Vec<usize> = (0..self.skills.len()).filter(open).collect();
            let any = self.chance.below(open.len().max(1) as u64) as usize;
            return open.get(any).copied().unwrap_or(0);
        }
        let done = |parent: &usize| self.skills[*parent].declared || self.skills[*parent].proficient;
        let next =
            (0..self.skills.len()).filter(open).find(|skill| chart.skills[*skill].parents.iter().all(done));
        next.unwrap_or_else(|| (unit(&mut self.chance) * self.skills.len() as f64) as usize)
    }

    pub fn answered(&mut self, chart: &Chart, skill: usize, right: bool) {
        self.asked += 1;
        if self.placing {
            return self.weigh(chart, skill, right);
        }
        if self.queue.last() == Some(&skill) {
            return self.tested(skill, right);
        }
        let progress = &mut self.skills[skill];
        progress.streak = if right { progress.streak + 1 } else { 0 };
        match self.peer {
            Peer::Streak | Peer::Random => progress.declared |= progress.streak >= 3,
            Peer::SmartScore => {
                let step =
                    if right { 12.0 * (1.0 - progress.score / 125.0) } else { -6.0 - progress.score / 10.0 };
                progress.score = (progress.score + step).clamp(0.0, 100.0);
                progress.declared |= progress.score >= 80.0;
            }
            Peer::Bkt95 => {
                progress.known = TRACED.after(progress.known, right);
                progress.declared |= progress.known >= 0.95;
            }
            Peer::Aleks => {
                progress.score = if right { progress.score + 1.0 } else { (progress.score - 1.0).max(0.0) };
                progress.declared |= progress.score >= 3.0;
            }
            Peer::Khan => {
                progress.in_set += 1;
                progress.right_in_set += u32::from(right);
                if progress.in_set == 4 {
                    progress.proficient = progress.right_in_set == 4;
                    (progress.in_set, progress.right_in_set) = (0, 0);
                }
                self.challenge();
            }
        }
    }

    /// Six questions over three proficient skills.
    fn challenge(&mut self) {
        let waiting =
            (0..self.skills.len()).filter(|s| self.skills[*s].proficient && !self.skills[*s].declared);
        let three: Vec<usize> = waiting.take(3).collect();
        if three.len() == 3 {
            self.queue = three.iter().chain(&three).copied().collect();
            three.iter().for_each(|skill| self.skills[*skill].tested = (0, 0));
        }
    }

    fn tested(&mut self, skill: usize, right: bool) {
        self.queue.pop();
        let progress = &mut self.skills[skill];
        if self.peer == Peer::Aleks {
            progress.declared &= right;
            progress.score = if right { 3.0 } else { 0.0 };
            return;
        }
        progress.tested = (progress.tested.0 + 1, progress.tested.1 + u32::from(right));
        if progress.tested.0 == 2 {
            progress.declared = progress.tested.1 == 2;
            progress.proficient = progress.declared;
        }
    }

    /// The skill whose answer tells most about itself and its neighbours (half-split).
    fn most_telling(&self, chart: &Chart) -> Option<usize> {
        let doubt = |skill: usize| {
            let p = math::sigmoid(self.odds[skill]);
            p * (1.0 - p)
        };
        let worth = |skill: usize| {
            let near = chart.skills[skill].parents.iter().map(|parent| doubt(*parent)).sum::<f64>();
            doubt(skill) * (doubt(skill) + 0.5 * near)
        };
        let open = (0..self.odds.len()).filter(|skill| self.odds[*skill].abs() < 1.2);
        open.max_by(|a, b| worth(*a).total_cmp(&worth(*b)))
    }

    fn weigh(&mut self, chart: &Chart, skill: usize, right: bool) {
        self.placement += 1;
        let weight = if right { math::ln(0.88 / 0.22) } else { math::ln(0.12 / 0.78) };
        let at = chart.skills[skill].depth;
        for other in 0..self.odds.len() {
            let near = chart.skills[other].depth - at;
            let along = if right { near <= 0.0 } else { near >= 0.0 };
            let share = math::pow(0.85, near.abs() * 20.0) * if along { 1.0 } else { 0.25 };
            self.odds[other] += weight * if other == skill { 1.0 } else { 0.4 * share };
        }
    }

    fn end_placement(&mut self) {
        self.placing = false;
        for (skill, odds) in self.odds.iter().enumerate() {
            let placed = *odds > 1.4;
            self.skills[skill].declared = placed;
            self.placed[skill] = placed;
        }
    }
}
