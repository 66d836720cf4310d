//! Our own policy: the tutor that children use, driven by facts like theirs.

use super::chart::Chart;
use super::world::Person;
use crate::learner::{Answered, Event, Fact, Learner, Level, Mode, Profile};
use crate::num::{Day, Hybrid, Moment, time::MS_PER_DAY};
use crate::tutor::select::{self, Pick};

/// A learner's log as it grows, and the tutor beside it.
pub struct Sitting {
    pub learner: Learner,
    at: Hybrid,
    salt: u64,
}

/// First day of the simulation.
pub const FIRST: i64 = 20_000;

impl Sitting {
    pub fn new(chart: &Chart, grade: Option<u8>, salt: u64) -> Self {
        let mut sitting = Self { learner: Learner::new(chart.map.clone()), at: Hybrid::default(), salt };
        sitting.open(0);
        sitting.record(Event::Profile(Profile { grade, ..Profile::default() }));
        sitting.record(Event::Began { mode: Mode::FindStart });
        sitting
    }

    /// Four in the afternoon of a day.
    pub fn open(&mut self, day: i64) {
        self.at = self.at.tick((FIRST + day) * MS_PER_DAY + 16 * 3_600_000);
    }

    pub fn day(&self) -> Day {
        Day::of(self.at.ms, 0)
    }

    pub fn record(&mut self, event: Event) {
        self.at = self.at.tick(self.at.ms + 1_000);
        let fact = Fact { at: self.at, clock: Moment::new(self.at.ms, 0), event };
        self.learner.apply(&fact);
    }

    pub fn next(&self, wish: Option<&str>) -> Option<Pick> {
        select::next(&self.learner, self.day(), wish, self.salt)
    }

    /// A first attempt, as the session would record it; a level that it brings is shown.
    pub fn answered(&mut self, pick: &Pick, options: u8, right: bool, hints: u8) {
        self.at = self.at.tick(self.at.ms + 30_000);
        let before = self.learner.shown(&pick.skill);
        self.record(Event::Answered(answer(pick, options, right, hints, 1)));
        let level = self.learner.level(&pick.skill, self.day());
        if level > before {
            let model = crate::learner::MODEL;
            self.record(Event::LevelShown { skill: pick.skill.clone(), level, model });
        }
    }

    pub fn helped(&mut self, pick: &Pick) {
        let (item, level, seed, at) = (pick.item.clone(), pick.level, pick.seed, self.at);
        self.record(Event::Helped { item, level, seed, at });
    }

    pub fn mastered(&self, skill: &str) -> bool {
        self.learner.level(skill, self.day()) >= Level::Mastered
    }
}

pub fn answer(pick: &Pick, options: u8, right: bool, hints: u8, attempt: u8) -> Answered {
    Answered {
        item: pick.item.clone(),
        level: pick.level,
        seed: pick.seed,
        rev: 1,
        pack: "made".into(),
        skill: pick.skill.clone(),
        step: None,
        response: "1".into(),
        attempt,
        right,
        rules: Vec::new(),
        family: None,
        hints,
        options,
        ms: 20_000,
        confidence: None,
        skin: None,
        locale: "en".into(),
    }
}

/// What came of one question: its skill by place, the answer, and the chance of it that was expected.
pub struct Asked {
    pub skill: usize,
    pub right: bool,
    pub expected: f64,
}

/// One question under our policy.
pub fn ask(sitting: &mut Sitting, chart: &Chart, person: &mut Person, day: f64) -> Option<Asked> {
    let pick = sitting.next(None)?;
    let place = sitting.learner.place(&pick.skill)? as usize;
    let items = &chart.map.skills[place].items;
    let item = items.iter().position(|item| item.item == pick.item && item.level == pick.level)?;
    let (options, today) = (items[item].options, sitting.day());
    let expected = sitting.learner.foresee(&pick.skill, &pick.item, pick.level, options, today);
    let (right, hints) = person.answer(place, chart.skills[place].items[item], day);
    sitting.answered(&pick, options, right, hints);
    person.learn(chart, place, right, day);
    Some(Asked { skill: place, right, expected })
}
