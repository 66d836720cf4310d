//! The one fold over a learner's facts. Live answers and replay run the same [`Learner::apply`].

use super::ability::{self, Expectation, Gaussian};
use super::digest::Digest;
use super::event::{Answered, Declined, Event, Fact, Level, Mode, Profile, Why};
use super::memory::{Grade, Memory};
use crate::content::Map;
use crate::num::{Day, Hybrid, math};
use crate::num::{SortedMap, SortedSet};
use std::collections::VecDeque;
use std::rc::Rc;

/// Version of the model: derived state and receipts name it.
pub const MODEL: u32 = 1;

/// Prior logit of success on a level-3 question of the learner's own grade.
const PRIOR: f64 = 0.6;
/// Logits gained for each grade the learner is above the skill.
const GRADE_STEP: f64 = 0.5;
const GENERAL_VAR: f64 = 0.6;
const SKILL_VAR: f64 = 0.6;
const FAMILY_VAR: f64 = 0.1;
const GENERAL_NOISE: f64 = 0.004;
const SKILL_NOISE: f64 = 0.02;
/// Share of the distance to a secure skill that one practised question with feedback closes.
const PRACTICE_GAIN: f64 = 0.10;
const SECURE: f64 = 3.0;
/// A success chance of 82 % on reference questions, held with this many standard deviations, is mastery.
const MASTERY_LOGIT: f64 = 1.516;
const MASTERY_SURENESS: f64 = 1.28;
/// Practised: 70 % expected, held with half a standard deviation.
const PRACTISED_LOGIT: f64 = 0.847;
const PRACTISED_SURENESS: f64 = 0.5;
/// Level of the questions that mastery speaks about.
const REFERENCE_LEVEL: u8 = 2;
const REMEMBERED: usize = 24;

#[derive(Clone, Debug, PartialEq)]
pub struct SkillState {
    ability: Gaussian,
    pub memory: Option<Memory>,
    /// First attempts, right or wrong, helped or not.
    pub attempts: u32,
    /// First attempts right without hint or help: the receipt.
    pub wins: Vec<Win>,
    /// First attempts missed since the last right one.
    pub misses_in_a_row: u32,
    /// The highest level the learner was shown.
    shown: Level,
    pub declined: Option<(Why, Day)>,
}

/// An unassisted right first answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Win {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub day: Day,
    pub typed: bool,
}

/// A hinted, helped or mended question: an unassisted sibling of equal difficulty is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    pub skill: String,
    pub item: String,
    pub level: u8,
    pub seed: u32,
    /// Number of first attempts when it came to be owed.
    pub since: u32,
}

/// One of the last first attempts.
#[derive(Clone, Debug, PartialEq)]
pub struct Recent {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub skill: String,
    pub right: bool,
    pub day: Day,
    at: Hybrid,
    /// What this answer added to the general and the skill's mean, so that "someone helped me" can take it back.
    gained: (f64, f64),
}

#[derive(Clone, Debug)]
pub struct Learner {
    map: Rc<Map>,
    pub profile: Profile,
    pub mode: Option<Mode>,
    general: Gaussian,
    skills: SortedMap<String, SkillState>,
    /// How much harder each item level is for this learner than its author thought.
    families: SortedMap<String, Gaussian>,
    pub owed: Vec<Owed>,
    /// Items on which a wrong rule alone gave the learner's answer.
    hits: SortedMap<String, SortedSet<String>>,
    pub recent: VecDeque<Recent>,
    /// First attempts in all.
    pub answers: u32,
    today: Today,
    /// First attempts since the learner asked for a starting point.
    pub searched: u32,
    /// First attempts per item level: the next seed to draw.
    drawn: SortedMap<String, u32>,
}

/// What happened on the latest day of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    pub day: Day,
    pub answers: u32,
    /// First attempts right without a hint.
    pub right: u32,
}

impl Learner {
    pub fn new(map: Rc<Map>) -> Self {
        Self {
            map,
            profile: Profile::default(),
            mode: None,
            general: Gaussian::new(0.0, GENERAL_VAR),
            skills: SortedMap::new(),
            families: SortedMap::new(),
            owed: Vec::new(),
            hits: SortedMap::new(),
            recent: VecDeque::new(),
            answers: 0,
            today: Today::default(),
            searched: 0,
            drawn: SortedMap::new(),
        }
    }

    /// Folds a whole history, in order.
    pub fn replay<'a>(map: Rc<Map>, facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut learner = Self::new(map);
        facts.into_iter().for_each(|fact| learner.apply(fact));
        learner
    }

    /// The one way to change a learner.
    pub fn apply(&mut self, fact: &Fact) {
        let day = fact.day().max(self.today.day);
        if day > self.today.day {
            self.today = Today { day, ..Today::default() };
        }
        match &fact.event {
            Event::Answered(answer) => {
                self.note_rule(answer);
                match answer.attempt {
                    0 | 1 => self.first_attempt(answer, fact, day),
                    _ => self.practise(&answer.skill, answer.right),
                }
            }
            Event::Declined(declined) => self.decline(declined, day),
            Event::Helped { item, level, seed, .. } => self.take_back(item, *level, *seed),
            Event::LevelShown { skill, level, .. } => {
                let state = self.skill_mut(skill);
                state.shown = state.shown.max(*level);
            }
            Event::Profile(profile) => merge(&mut self.profile, profile),
            Event::Began { mode } => {
                self.mode = Some(*mode);
                self.searched = 0;
            }
            Event::Unknown => {}
        }
    }

    fn first_attempt(&mut self, answer: &Answered, fact: &Fact, day: Day) {
        let unassisted = answer.hints == 0;
        let before = (self.general.mean, self.skill_mut(&answer.skill).ability.mean);
        // A right answer after a hint says little about answering alone: no credit, and the item is owed.
        if unassisted || !answer.right {
            self.observe(answer, day);
        }
        let gained = (self.general.mean - before.0, self.skill_mut(&answer.skill).ability.mean - before.1);
        self.practise(&answer.skill, answer.right);
        self.remember(answer, unassisted, day);
        if answer.right && unassisted {
            self.win(answer, day);
        } else {
            self.owe(answer);
        }
        self.count(answer, fact.at, day, gained);
    }

    /// A rule counts only where it alone explains the answer.
    fn note_rule(&mut self, answer: &Answered) {
        if let [rule] = answer.rules.as_slice() {
            self.hits.or_default(rule.clone()).insert(answer.item.clone());
        }
    }

    fn observe(&mut self, answer: &Answered, day: Day) {
        let expectation = self.expectation(&answer.skill, &answer.item, answer.level, answer.options, day);
        let step = expectation.step(answer.right);
        self.general.take(step, 1.0, GENERAL_NOISE);
        let now = self.ability_on(&answer.skill, day);
        let state = self.skill_mut(&answer.skill);
        state.ability = now;
        state.ability.take(step, 1.0, SKILL_NOISE);
        let family =
            self.families.or_insert_with(key(&answer.item, answer.level), || Gaussian::new(0.0, FAMILY_VAR));
        family.take(step, -1.0, 0.0);
    }

    /// Practice with feedback teaches, right or wrong: the drift of the simulator that the constants come from.
    fn practise(&mut self, skill: &str, right: bool) {
        let ability = &mut self.skill_mut(skill).ability;
        ability.mean += PRACTICE_GAIN * (SECURE - ability.mean).max(0.0) * if right { 1.0 } else { 0.8 };
    }

    /// Memory moves fully on the first answer of a day; later answers of that day follow the same-day rule.
    fn remember(&mut self, answer: &Answered, unassisted: bool, day: Day) {
        let grade = match (answer.right, unassisted) {
            (true, true) => Grade::Good,
            (true, false) => Grade::Hard,
            (false, _) => Grade::Again,
        };
        let state = self.skill_mut(&answer.skill);
        match &mut state.memory {
            Some(memory) => memory.review(grade, day),
            none => *none = Some(Memory::first(grade, day)),
        }
    }

    fn win(&mut self, answer: &Answered, day: Day) {
        let state = self.skill_mut(&answer.skill);
        state.misses_in_a_row = 0;
        state.declined = None;
        state.wins.push(Win {
            item: answer.item.clone(),
            level: answer.level,
            seed: answer.seed,
            day,
            typed: answer.options == 0,
        });
        let pays = |owed: &Owed| {
            owed.skill == answer.skill
                && answer.level >= owed.level
                && (owed.item != answer.item || owed.seed != answer.seed)
        };
        if let Some(paid) = self.owed.iter().position(pays) {
            self.owed.remove(paid);
        }
    }

    fn owe(&mut self, answer: &Answered) {
        if !answer.right {
            self.skill_mut(&answer.skill).misses_in_a_row += 1;
        }
        let owed = Owed {
            skill: answer.skill.clone(),
            item: answer.item.clone(),
            level: answer.level,
            seed: answer.seed,
            since: self.answers,
        };
        // One debt a skill: two would only keep a learner on it longer.
        self.owed.retain(|other| other.skill != owed.skill);
        self.owed.push(owed);
    }

    fn count(&mut self, answer: &Answered, at: Hybrid, day: Day, gained: (f64, f64)) {
        self.skill_mut(&answer.skill).attempts += 1;
        self.answers += 1;
        self.today.answers += 1;
        self.today.right += u32::from(answer.right && answer.hints == 0);
        if self.mode == Some(Mode::FindStart) {
            self.searched += 1;
        }
        let drawn = self.drawn.or_default(key(&answer.item, answer.level));
        *drawn = (*drawn).max(answer.seed.wrapping_add(1));
        self.recent.push_back(Recent {
            item: answer.item.clone(),
            level: answer.level,
            seed: answer.seed,
            skill: answer.skill.clone(),
            right: answer.right,
            day,
            at,
            gained,
        });
        if self.recent.len() > REMEMBERED {
            self.recent.pop_front();
        }
    }

    fn decline(&mut self, declined: &Declined, day: Day) {
        self.skill_mut(&declined.skill).declined = Some((declined.why, day));
    }

    /// Takes away the credit of a right answer that somebody helped with; a miss stays what it was.
    fn take_back(&mut self, item: &str, level: u8, seed: u32) {
        let same = |r: &&mut Recent| r.item == item && r.level == level && r.seed == seed && r.right;
        let Some(recent) = self.recent.iter_mut().rev().find(same) else { return };
        let (general, ability) = std::mem::take(&mut recent.gained);
        let skill = recent.skill.clone();
        self.general.mean -= general.max(0.0);
        let state = self.skill_mut(&skill);
        state.ability.mean -= ability.max(0.0);
        state.wins.retain(|win| (win.item.as_str(), win.level, win.seed) != (item, level, seed));
        let owed = Owed { skill: skill.clone(), item: item.into(), level, seed, since: self.answers };
        self.owed.retain(|other| other.skill != skill);
        self.owed.push(owed);
    }

    fn skill_mut(&mut self, skill: &str) -> &mut SkillState {
        if !self.skills.contains_key(skill) {
            self.skills.insert(skill.into(), SkillState::new());
        }
        self.skills.get_mut(skill).expect("inserted above")
    }
}

/// What the fold says. Nothing here changes a learner.
impl Learner {
    pub fn map(&self) -> &Rc<Map> {
        &self.map
    }

    pub fn skill(&self, skill: &str) -> Option<&SkillState> {
        self.skills.get(skill)
    }

    /// What happened on `day`: nothing yet, when it is later than everything known.
    pub fn on(&self, day: Day) -> Today {
        if self.today.day == day { self.today.clone() } else { Today { day, ..Today::default() } }
    }

    /// The latest day anything is known of, or `day` when that is later: a clock that went back is the same day.
    pub fn day(&self, day: Day) -> Day {
        day.max(self.today.day)
    }

    /// Chance of an unassisted right first answer on `day`.
    pub fn chance(&self, skill: &str, item: &str, level: u8, options: u8, day: Day) -> f64 {
        self.expectation(skill, item, level, options, day).right
    }

    /// The next seed of an item level that this learner has not met.
    pub fn next_seed(&self, item: &str, level: u8) -> Option<u32> {
        self.drawn.get(&key(item, level)).copied()
    }

    /// Chance that the skill is still remembered; 1 when it was never practised.
    pub fn recall(&self, skill: &str, day: Day) -> f64 {
        self.skill(skill).and_then(|s| s.memory).map_or(1.0, |m| m.recall(day))
    }

    /// What the learner is shown: never below what was shown before.
    pub fn level(&self, skill: &str, day: Day) -> Level {
        self.skill(skill).map_or(Level::New, |state| state.shown.max(self.derived(skill, state, day)))
    }

    /// The highest level already shown.
    pub fn shown(&self, skill: &str) -> Level {
        self.skill(skill).map_or(Level::New, |state| state.shown)
    }

    /// Earned, but the model now doubts it: worth a refresh.
    pub fn fading(&self, skill: &str, day: Day) -> bool {
        self.level(skill, day) >= Level::Practised && self.recall(skill, day) < 0.9
    }

    /// The wrong rules that alone explained an answer on some item other than `item`.
    pub fn rules_hit_elsewhere(&self, item: &str) -> Vec<String> {
        let elsewhere = |items: &SortedSet<String>| items.iter().any(|other| other != item);
        self.hits.iter().filter(|(_, items)| elsewhere(items)).map(|(rule, _)| rule.clone()).collect()
    }

    fn derived(&self, skill: &str, state: &SkillState, day: Day) -> Level {
        if state.attempts == 0 {
            return Level::New;
        }
        let ability = self.ability_on(skill, day);
        let mean =
            PRIOR + self.grade_offset(skill) + self.general.mean + ability.mean - difficulty(REFERENCE_LEVEL);
        let sd = math::sqrt(self.general.var + ability.var);
        let owed = self.owed.iter().any(|owed| owed.skill == skill);
        let sure = |logit: f64, z: f64| (mean - logit) / sd >= z;
        let days: SortedSet<Day> = state.wins.iter().map(|w| w.day).collect();
        let families: SortedSet<&str> = state.wins.iter().map(|w| w.item.as_str()).collect();
        let typed = state.wins.iter().any(|w| w.typed) || !self.has_typed_items(skill);
        if sure(MASTERY_LOGIT, MASTERY_SURENESS) && days.len() >= 2 && families.len() >= 2 && typed && !owed {
            Level::Mastered
        } else if sure(PRACTISED_LOGIT, PRACTISED_SURENESS) && state.wins.len() >= 3 && !owed {
            Level::Practised
        } else {
            Level::Started
        }
    }

    fn has_typed_items(&self, skill: &str) -> bool {
        self.map.skill(skill).is_some_and(|s| s.items.iter().any(|item| item.options == 0))
    }

    fn expectation(&self, skill: &str, item: &str, level: u8, options: u8, day: Day) -> Expectation {
        let ability = self.ability_on(skill, day);
        let family = self.families.get(&key(item, level)).copied().unwrap_or(Gaussian::new(0.0, FAMILY_VAR));
        let eta = PRIOR + self.grade_offset(skill) + self.general.mean + ability.mean
            - difficulty(level)
            - family.mean;
        ability::expect(eta, self.general.var + ability.var + family.var, ability::Odds::of(options))
    }

    /// Ability after forgetting: the mean shrinks towards the prior and doubt grows as recall falls.
    fn ability_on(&self, skill: &str, day: Day) -> Gaussian {
        let Some(state) = self.skill(skill) else { return Gaussian::new(0.0, SKILL_VAR) };
        let recall = state.memory.map_or(1.0, |m| m.recall(day));
        Gaussian::new(state.ability.mean * recall, state.ability.var + 0.5 * (1.0 - recall))
    }

    fn grade_offset(&self, skill: &str) -> f64 {
        let (Some(learner), Some(skill)) = (self.profile.grade, self.map.skill(skill)) else { return 0.0 };
        (GRADE_STEP * (f64::from(learner) - f64::from(skill.grade))).clamp(-2.0, 2.0)
    }

    /// Hash of everything the fold holds, bit for bit: equal on every machine for the same log and map.
    pub fn digest(&self) -> String {
        let mut digest = Digest::default();
        digest.number(i64::from(MODEL));
        digest.word(&serde_json::to_string(&(&self.profile, self.mode)).unwrap_or_default());
        let today = &self.today;
        let counts = [today.answers, today.right, self.searched, self.answers];
        digest.numbers(&[today.day.0.into()]);
        digest.numbers(&counts.map(i64::from));
        digest.reals(&[self.general.mean, self.general.var]);
        for (id, skill) in &self.skills {
            digest.word(id);
            skill.put_in(&mut digest);
        }
        for (id, family) in &self.families {
            digest.word(id);
            digest.reals(&[family.mean, family.var]);
        }
        for owed in &self.owed {
            digest.word(&owed.skill);
            digest.word(&owed.item);
            digest.numbers(&[owed.level.into(), owed.seed.into(), owed.since.into()]);
        }
        for (rule, items) in &self.hits {
            digest.word(rule);
            items.iter().for_each(|item| digest.word(item));
        }
        digest.finish()
    }
}

impl SkillState {
    fn new() -> Self {
        Self {
            ability: Gaussian::new(0.0, SKILL_VAR),
            memory: None,
            attempts: 0,
            wins: Vec::new(),
            misses_in_a_row: 0,
            shown: Level::New,
            declined: None,
        }
    }

    fn put_in(&self, digest: &mut Digest) {
        digest.numbers(&[self.attempts.into(), self.shown as i64, self.wins.len() as i64]);
        digest.reals(&[self.ability.mean, self.ability.var]);
        digest.reals(&self.memory.map_or([0.0; 2], |memory| [memory.stability, memory.difficulty]));
        for win in &self.wins {
            digest.word(&win.item);
            digest.numbers(&[win.level.into(), win.seed.into(), win.day.0.into(), win.typed.into()]);
        }
    }
}

/// Difficulty of an authored level on the skill's scale, in logits (format study, section 5).
pub fn difficulty(level: u8) -> f64 {
    0.7 * (f64::from(level) - 3.0)
}

fn key(item: &str, level: u8) -> String {
    format!("{item}@{level}")
}

fn merge(profile: &mut Profile, news: &Profile) {
    fn take<T: Clone>(old: &mut Option<T>, new: &Option<T>) {
        if new.is_some() {
            old.clone_from(new);
        }
    }
    take(&mut profile.nickname, &news.nickname);
    take(&mut profile.avatar, &news.avatar);
    take(&mut profile.grade, &news.grade);
    take(&mut profile.interests, &news.interests);
    take(&mut profile.locale, &news.locale);
    take(&mut profile.minutes, &news.minutes);
}
