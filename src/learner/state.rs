//! The one fold over a learner's facts. Live answers and replay run the same [`Learner::apply`].

use super::ability::{Expectation, Gaussian, Odds};
use super::digest::Digest;
use super::event::{Answered, Event, Fact, Level, Mode, Profile, Why};
use super::graph::{Graph, hash};
use super::memory::{Grade, Memory};
use super::pace::Pace;
use super::plan::Plan;
use super::readout;
use super::trace::{Asked, General, ItemTrace, Trace};
use crate::content::{Map, Skill};
use crate::num::{Day, Hybrid, math, time::MS_PER_DAY};
use crate::num::{SortedMap, SortedSet};
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

mod snapshot;

/// Version of the model: derived state and receipts name it.
pub const MODEL: u32 = 3;

/// Prior logit of success on a level-3 question of the learner's own grade.
const PRIOR: f64 = 0.6;
/// Logits gained for each grade the learner is above the skill.
const GRADE_STEP: f64 = 0.5;
/// Variance of an item level's surprise: how far its author may be off.
const FAMILY_VAR: f64 = 0.1;
/// Belief that a question in words is read rightly, before anything was read: more than eight in ten.
const READING: Gaussian = Gaussian::new(1.5, 2.5);
const READING_NOISE: f64 = 0.005;
/// Reading is called hard when the belief falls below this logit (six in ten).
const READING_HARD: f64 = 0.4;
/// Below this one it is in doubt (seven in ten).
const READING_DOUBT: f64 = 0.85;
/// Weight of an assisted right answer as evidence against answering alone. With 0, a learner who takes a hint whenever
/// unsure would choose which items count.
const ASSISTED: f64 = 1.0;
/// What an answer about one skill tells about skills near it that were not asked yet; and against the grain, where
/// success speaks for what builds on it and failure against what it builds on.
const NEWS: f64 = 0.6;
const AGAINST: f64 = 0.4;
const NEWS_LIMIT: f64 = 2.0;
/// Implicit review (Skycak 2023, fractional implicit repetition): success gives prerequisites this part of what they
/// lost, and of a review.
const IMPLICIT: f64 = 0.4;
const IMPLICIT_GROWTH: f64 = 1.25;
/// A success chance of 82 % on reference questions, held with this many standard deviations, is mastery.
const MASTERY_LOGIT: f64 = 1.516;
const MASTERY_SURENESS: f64 = 1.35;
/// Wins that mastery needs: with a typed one among them, and where all are choices.
const TYPED_WINS: usize = 4;
const CHOSEN_WINS: usize = 5;
/// Belief so far below it that an earned level is worth a refresh, in standard deviations.
const REFRESH_SURENESS: f64 = -0.6;
/// Practised: 70 % expected, held with half a standard deviation.
const PRACTISED_LOGIT: f64 = 0.847;
const PRACTISED_SURENESS: f64 = 0.5;
/// Four in five on reference questions, held with half a standard deviation, is known.
pub const KNOWN_LOGIT: f64 = 1.386;
pub const KNOWN_SURENESS: f64 = 0.5;
/// Taken as known without an answer of its own, until one confirms it.
const PLACED_SURENESS: f64 = 0.9;
/// What is heard of a skill that a return code brought back, in logits: so much that one right answer confirms it.
const BROUGHT_BACK: f64 = 1.5;
/// Level of the questions that mastery speaks about.
const REFERENCE_LEVEL: u8 = 2;
const REMEMBERED: usize = 24;
/// Days with answers that are kept apart, for reports of the last weeks.
const PAST_DAYS: usize = 28;
/// Misses that end a trial: nothing is gained by more of them.
const TRIAL_MISSES: usize = 2;

#[derive(Clone, Debug, PartialEq)]
pub struct SkillState {
    trace: Trace,
    recalled: Recalled,
    /// First attempts, right or wrong, helped or not, and the day of the last one.
    pub attempts: u32,
    pub answered: Day,
    /// First attempts right without hint or help: the receipt.
    pub wins: Vec<Win>,
    /// How often two of them in a row are of different days: the visits after the first.
    visits: usize,
    /// First attempts missed since the last right one.
    pub misses_in_a_row: u32,
    /// The last ten first attempts, the latest lowest: 1 for a win.
    lately: u16,
    /// How many of these there are.
    noted: u8,
    /// First attempts missed or helped since the last win: opportunities without success.
    pub fruitless: u32,
    /// The highest level the learner was shown.
    shown: Level,
    /// The highest level these answers brought.
    earned: Level,
    pub declined: Option<(Why, Day)>,
    /// The learner put it on the plan.
    pub wanted: bool,
    /// The day of the last trial.
    pub tried: Option<Day>,
    /// Opportunities without success when a worked example was last read; 0 when none was read since the last win.
    pub example_at: u32,
    /// The day on which the learner was told that it rests.
    pub card: Option<Day>,
    /// A return code gave it back.
    pub brought_back: bool,
    /// Known from before: right at the first meeting, as was to be expected, and never missed since.
    pub known_before: bool,
}

/// The last recall that was worked out, with what it follows from, so that it cannot be out of date: a power for every
/// skill is most of what a look at the whole map costs, and between two answers nearly all of them stay the same.
#[derive(Clone, Debug, Default)]
struct Recalled(Cell<Option<(Memory, Day, f64)>>);

impl PartialEq for Recalled {
    /// It is no part of what is known.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A trial: "Prove it".
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub skill: String,
    pub day: Day,
    pub questions: usize,
    /// Items asked so far, and how many of the answers were right without help.
    pub items: Vec<String>,
    pub right: u32,
    /// False when it is over: all was asked, two were missed, or the learner did something else.
    pub open: bool,
}

impl Trial {
    /// Answers that were wrong, or right with help.
    pub fn missed(&self) -> usize {
        self.items.len() - self.right as usize
    }
}

/// What the learner is on the way to, by their own choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub skill: String,
    /// The day chosen for it.
    pub by: Option<Day>,
    /// The day on which it was set.
    pub set: Day,
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

/// A wrong rule that may have been at work, or several of one family, and the item where it showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    pub item: String,
    pub rules: Vec<String>,
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
    pub at: Hybrid,
    /// "Someone helped me" was said of it.
    pub helped: bool,
    /// Seconds that it took of the day's time.
    spent: f64,
    moved: Moved,
}

/// What an answer added to the general and the skill's mean, and what help with it would have left instead, so that
/// "someone helped me" can be told afterwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Moved {
    gained: (f64, f64),
    helped: (f64, f64),
}

/// One item at one level, as this learner met it.
#[derive(Clone, Debug, PartialEq)]
struct Met {
    trace: ItemTrace,
    /// The next seed to draw; 0 before the first.
    next: u32,
}

#[derive(Clone, Debug)]
pub struct Learner {
    map: Rc<Map>,
    graph: Rc<Graph>,
    pub profile: Profile,
    /// First attempts for which the learner said how sure they are (a guess, thinks so, sure): wrong ones and right ones.
    pub sure: [[u32; 2]; 3],
    pub mode: Option<Mode>,
    general: General,
    /// Reading of questions in words, apart from the mathematics in them.
    reading: Gaussian,
    /// First attempts missed on questions in words.
    words_missed: u32,
    /// By place in the map.
    skills: Vec<Option<Box<SkillState>>>,
    /// Skills of facts that the map does not know.
    strangers: SortedMap<String, SkillState>,
    /// What answers about other skills tell about each skill of the map, in logits.
    news: Vec<f64>,
    /// By the hash of item and level: two that share one would only share a surprise.
    items: SortedMap<u64, Met>,
    pub owed: Vec<Owed>,
    /// Items on which a wrong rule alone gave the learner's answer.
    hits: SortedMap<String, SortedSet<String>>,
    /// By skill: the last answer that one rule or family alone explained, until the next question of the skill.
    doubts: SortedMap<String, Doubt>,
    pub recent: VecDeque<Recent>,
    /// First attempts in all.
    pub answers: u32,
    /// Days with a first attempt.
    pub days: u32,
    today: Today,
    /// First attempts since the learner asked for a starting point.
    pub searched: u32,
    pub goal: Option<Goal>,
    /// The latest trial.
    pub trial: Option<Trial>,
    /// What an adult asks for, and the day on which it was said.
    pub plan: Plan,
    pub planned: Day,
    /// The class whose link was taken last.
    pub class: Option<ClassPlace>,
    /// What was right on paper, in the order in which it was typed in. No belief rests on it.
    pub paper: Vec<Marked>,
    /// When the history began: tells one learner's history from another's.
    pub born: Option<Hybrid>,
    /// Earlier days with an answer, the latest last: as many as a report of four weeks needs.
    past: VecDeque<Today>,
    /// Seconds at work on all earlier days.
    spent_before: f64,
    pace: Pace,
}

/// What was right on a sheet of paper, and when that was typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The sheet's id.
    pub sheet: String,
    /// Numbers of questions that were right, from 1: `1 2 5`.
    pub marks: String,
    pub day: Day,
}

/// A number in a class, instead of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassPlace {
    pub class: String,
    pub number: u8,
}

/// What happened on the latest day of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    pub day: Day,
    pub answers: u32,
    /// First attempts right without a hint.
    pub right: u32,
    /// Seconds at work, time away from the page left out.
    pub spent: f64,
}

impl Today {
    /// Nothing was answered yet.
    pub fn is_new(&self) -> bool {
        self.answers == 0
    }
}

impl Learner {
    pub fn new(map: Rc<Map>) -> Self {
        let graph = Rc::new(Graph::of(&map));
        Self {
            news: vec![0.0; map.skills.len()],
            skills: vec![None; map.skills.len()],
            map,
            graph,
            profile: Profile::default(),
            sure: [[0; 2]; 3],
            mode: None,
            general: General::default(),
            reading: READING,
            words_missed: 0,
            strangers: SortedMap::new(),
            items: SortedMap::new(),
            owed: Vec::new(),
            hits: SortedMap::new(),
            doubts: SortedMap::new(),
            recent: VecDeque::new(),
            answers: 0,
            days: 0,
            today: Today::default(),
            searched: 0,
            goal: None,
            trial: None,
            plan: Plan::default(),
            planned: Day::default(),
            class: None,
            paper: Vec::new(),
            born: None,
            past: VecDeque::new(),
            spent_before: 0.0,
            pace: Pace::default(),
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
        self.born = self.born.or(Some(fact.at));
        if day > self.today.day {
            let before = std::mem::replace(&mut self.today, Today { day, ..Today::default() });
            self.put_by(before);
        }
        match &fact.event {
            Event::Answered(answer) => {
                self.note_rule(answer);
                self.note_confidence(answer);
                match answer.attempt {
                    0 | 1 => self.first_attempt(answer, fact, day),
                    _ => {
                        self.spend_more(answer);
                        self.skill_mut(&answer.skill).trace.practise(answer.right, 1.0);
                    }
                }
            }
            Event::Declined(declined) => self.put_off(&declined.skill, declined.why, day),
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
            Event::PutOff { skill, why } => self.put_off(skill, *why, day),
            Event::Wanted { skill } => {
                self.skill_mut(skill).wanted = true;
                self.leave_trial(|trial| trial.skill == *skill);
            }
            Event::TrialBegan { skill, questions } => self.begin_trial(skill, *questions, day),
            Event::ExampleRead { skill, item, level, seed } => {
                let state = self.skill_mut(skill);
                state.example_at = state.fruitless;
                self.met(item, *level).next = seed.wrapping_add(1);
            }
            Event::CardShown { skill } => self.skill_mut(skill).card = Some(day),
            Event::GoalSet { skill, by } => {
                self.goal = Some(Goal { skill: skill.clone(), by: *by, set: day });
            }
            Event::GoalCleared => self.goal = None,
            Event::PlanSet(plan) => (self.plan, self.planned) = (plan.clone(), day),
            Event::BroughtBack { skills } => skills.iter().for_each(|skill| self.bring_back(skill)),
            Event::Joined { class, number } => {
                self.class = Some(ClassPlace { class: class.clone(), number: *number });
            }
            Event::PaperMarked { sheet, marks } => {
                self.paper.retain(|other| other.sheet != *sheet);
                self.paper.push(Marked { sheet: sheet.clone(), marks: marks.clone(), day });
            }
            Event::Unknown => {}
        }
    }

    fn put_by(&mut self, day: Today) {
        self.spent_before += day.spent;
        if day.answers > 0 {
            self.past.push_back(day);
        }
        if self.past.len() > PAST_DAYS {
            self.past.pop_front();
        }
    }

    /// Seconds at work in all, time away from the page left out.
    pub fn spent(&self) -> f64 {
        self.spent_before + self.today.spent
    }

    /// Seconds at work from `first` on.
    pub fn spent_since(&self, first: Day) -> f64 {
        self.past.iter().chain([&self.today]).filter(|past| past.day >= first).map(|past| past.spent).sum()
    }

    /// The latest day anything is known of.
    pub fn last_day(&self) -> Day {
        self.today.day
    }

    /// Every skill that something is known of, in the order of the map, and then those that the map does not know.
    pub fn states(&self) -> impl Iterator<Item = (&str, &SkillState)> {
        let known = self.map.skills.iter().zip(&self.skills);
        let known = known.filter_map(|(skill, state)| Some((skill.id.as_str(), state.as_deref()?)));
        known.chain(self.strangers.iter().map(|(id, state)| (id.as_str(), state)))
    }

    /// The wrong rules, and families of them, that alone explained answers on two different items.
    pub fn rules_seen_twice(&self) -> impl Iterator<Item = &str> {
        self.hits.iter().filter(|(_, items)| items.len() >= 2).map(|(rule, _)| rule.as_str())
    }

    fn first_attempt(&mut self, answer: &Answered, fact: &Fact, day: Day) {
        let unassisted = answer.hints == 0;
        let moved = self.observe(answer, fact.at.ms, day, unassisted);
        if answer.right && unassisted {
            self.review_implicitly(&answer.skill, day);
            self.win(answer, day);
        } else {
            self.owe(answer);
        }
        self.count(answer, fact.at, day, moved);
        self.recognise(answer, day);
        if self.skill(&answer.skill).is_some_and(|state| state.earned < Level::Mastered) {
            let earned = self.derived(&answer.skill, day);
            let state = self.skill_mut(&answer.skill);
            state.earned = state.earned.max(earned);
        }
    }

    /// It changes no belief: how sure one is says something about knowing oneself, not about the skill.
    fn note_confidence(&mut self, answer: &Answered) {
        let said = answer.confidence.and_then(|said| self.sure.get_mut(usize::from(said).wrapping_sub(1)));
        if let Some(tally) = said.filter(|_| answer.attempt <= 1) {
            tally[usize::from(answer.right)] += 1;
        }
    }

    /// A skill known from before lasts longer than one that was just learned.
    fn recognise(&mut self, answer: &Answered, day: Day) {
        let won = answer.right && answer.hints == 0;
        let known = won && self.sureness(&answer.skill, KNOWN_LOGIT, day) >= KNOWN_SURENESS;
        let state = self.skill_mut(&answer.skill);
        if state.attempts == 1 && known {
            state.known_before = true;
            state.trace.memory = Some(Memory::first(Grade::Easy, day));
        }
        state.known_before &= won;
    }

    /// A rule, or a family of rules, counts only where it alone explains the answer.
    fn note_rule(&mut self, answer: &Answered) {
        if self.doubt(&answer.skill).is_some_and(|doubt| doubt.item != answer.item) {
            self.doubts.remove(&answer.skill);
        }
        let rule = match answer.rules.as_slice() {
            [rule] => Some(rule),
            _ => None,
        };
        for named in rule.into_iter().chain(&answer.family) {
            self.hits.or_default(named.clone()).insert(answer.item.clone());
        }
        if rule.is_some() || answer.family.is_some() {
            let doubt = Doubt { item: answer.item.clone(), rules: answer.rules.clone() };
            self.doubts.insert(answer.skill.clone(), doubt);
        }
    }

    /// What the next question of a skill should find out: whether these rules show again on another item.
    pub fn doubt(&self, skill: &str) -> Option<&Doubt> {
        self.doubts.get(skill)
    }

    /// Takes in one first attempt.
    fn observe(&mut self, answer: &Answered, at: i64, day: Day, unassisted: bool) -> Moved {
        let words = self.in_words(&answer.skill, &answer.item, answer.level);
        let question = Question { level: answer.level, options: answer.options, words, at };
        let key = hash(&answer.item, answer.level);
        let mut met = self.items.get(&key).cloned().unwrap_or_else(Met::new);
        let mut trace = self.trace_on(&answer.skill, day);
        let expected = self.asked(&answer.skill, &trace, &met.trace, question).expect();
        let refit = self.asked(&answer.skill, &trace, &met.trace, question).refit(&expected, answer.right);
        let before = (self.general.belief.mean, trace.belief.mean);
        let doubt = ASSISTED * expected.step(false).pull;
        let helped = (doubt * self.general.belief.var, doubt * trace.belief.var);
        if unassisted || !answer.right {
            self.general.learn(&expected, answer.right, Some(at), refit);
            trace.learn(&expected, answer.right, 1.0, Some(at));
            met.trace.learn(&expected, answer.right);
            if words {
                let step = expected.reading_step(answer.right, self.reading.var);
                self.reading.take(step, 1.0, READING_NOISE);
                self.words_missed += u32::from(!answer.right);
            }
        } else {
            self.general.belief.mean += helped.0;
            trace.belief.mean += helped.1;
            trace.practise(true, 1.0);
        }
        let gained = (self.general.belief.mean - before.0, trace.belief.mean - before.1);
        trace.remember(grade(answer.right, unassisted), day);
        self.tell(&answer.skill, gained.1, answer.right && unassisted);
        met.next = met.next.max(answer.seed.wrapping_add(1));
        self.items.insert(key, met);
        let state = self.skill_mut(&answer.skill);
        state.trace = trace;
        // A miss in words may be one of reading: it is not held against a steady hand.
        if answer.right || !words {
            state.note(answer.right && unassisted);
        }
        Moved { gained, helped }
    }

    /// Lets skills near this one hear of it: success speaks for what it builds on, failure against what builds on it.
    fn tell(&mut self, skill: &str, gained: f64, right: bool) {
        let Some(place) = self.graph.place(skill) else { return };
        let graph = self.graph.clone();
        let (with, against) = if right {
            (&graph.below[place as usize], &graph.above[place as usize])
        } else {
            (&graph.above[place as usize], &graph.below[place as usize])
        };
        let heard =
            with.iter().map(|near| (near, NEWS)).chain(against.iter().map(|near| (near, NEWS * AGAINST)));
        for ((near, share), part) in heard {
            let news = &mut self.news[*near as usize];
            *news = (*news + gained * share * part).clamp(-NEWS_LIMIT, NEWS_LIMIT);
        }
    }

    /// A right answer uses what it builds on: its prerequisites are reviewed a little, and what these build on less.
    fn review_implicitly(&mut self, skill: &str, day: Day) {
        let Some(place) = self.graph.place(skill) else { return };
        let graph = self.graph.clone();
        for parent in &graph.parents[place as usize] {
            self.credit(*parent, IMPLICIT, day);
            for grandparent in &graph.parents[*parent as usize] {
                self.credit(*grandparent, IMPLICIT * IMPLICIT, day);
            }
        }
    }

    fn credit(&mut self, place: u32, share: f64, day: Day) {
        let Some(state) = &mut self.skills[place as usize] else { return };
        let Some(memory) = state.trace.memory.filter(|memory| memory.last < day) else { return };
        let lost = 1.0 - memory.recall(day);
        // Part of a review: the clock moves on by that part.
        #[expect(clippy::cast_possible_truncation, reason = "at most 400 days")]
        let passed = (f64::from(day.since(memory.last)) * share) as i32;
        let stability = memory.stability * (1.0 + IMPLICIT_GROWTH * share * lost);
        state.trace.memory =
            Some(Memory { stability: stability.min(36_500.0), last: Day(memory.last.0 + passed), ..memory });
    }

    fn win(&mut self, answer: &Answered, day: Day) {
        let state = self.skill_mut(&answer.skill);
        state.misses_in_a_row = 0;
        state.fruitless = 0;
        state.example_at = 0;
        state.declined = None;
        state.visits += usize::from(state.wins.last().is_some_and(|last| last.day != day));
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
        let state = self.skill_mut(&answer.skill);
        state.misses_in_a_row += u32::from(!answer.right);
        state.fruitless += 1;
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

    fn count(&mut self, answer: &Answered, at: Hybrid, day: Day, moved: Moved) {
        let words = self.in_words(&answer.skill, &answer.item, answer.level);
        let spent = self.pace.cost(answer.ms, answer.options, words);
        self.pace.take(answer.ms, answer.options, words);
        self.today.spent += spent;
        self.try_out(answer, day);
        let state = self.skill_mut(&answer.skill);
        state.attempts += 1;
        state.answered = day;
        self.answers += 1;
        self.days += u32::from(self.today.answers == 0);
        self.today.answers += 1;
        self.today.right += u32::from(answer.right && answer.hints == 0);
        if self.mode == Some(Mode::FindStart) {
            self.searched += 1;
        }
        self.recent.push_back(Recent {
            item: answer.item.clone(),
            level: answer.level,
            seed: answer.seed,
            skill: answer.skill.clone(),
            right: answer.right,
            day,
            at,
            helped: false,
            spent,
            moved,
        });
        if self.recent.len() > REMEMBERED {
            self.recent.pop_front();
        }
    }

    /// A later attempt at the same question: its time counts from the question's appearance too.
    fn spend_more(&mut self, answer: &Answered) {
        let words = self.in_words(&answer.skill, &answer.item, answer.level);
        let cost = self.pace.cost(answer.ms, answer.options, words);
        let last = self.recent.back_mut().filter(|last| last.item == answer.item && last.seed == answer.seed);
        if let Some(last) = last {
            self.today.spent += (cost - last.spent).max(0.0);
            last.spent = last.spent.max(cost);
        }
    }

    fn put_off(&mut self, skill: &str, why: Why, day: Day) {
        let state = self.skill_mut(skill);
        state.declined = Some((why, day));
        state.wanted = false;
        self.leave_trial(|trial| trial.skill == skill);
    }

    fn begin_trial(&mut self, skill: &str, questions: u8, day: Day) {
        self.skill_mut(skill).tried = Some(day);
        let questions = questions.into();
        self.trial =
            Some(Trial { skill: skill.into(), day, questions, items: Vec::new(), right: 0, open: true });
    }

    fn bring_back(&mut self, skill: &str) {
        if let Some(place) = self.graph.place(skill) {
            let news = &mut self.news[place as usize];
            *news = news.max(BROUGHT_BACK);
        }
        self.skill_mut(skill).brought_back = true;
    }

    fn leave_trial(&mut self, of: impl Fn(&Trial) -> bool) {
        if let Some(trial) = &mut self.trial {
            trial.open &= !of(trial);
        }
    }

    /// Counts an answer towards the trial that is under way; one of another skill ends it.
    fn try_out(&mut self, answer: &Answered, day: Day) {
        let Some(trial) = self.trial.as_mut().filter(|trial| trial.open) else { return };
        trial.open = trial.skill == answer.skill && trial.day == day;
        if trial.open {
            trial.items.push(answer.item.clone());
            trial.right += u32::from(answer.right && answer.hints == 0);
            trial.open = trial.items.len() < trial.questions && trial.missed() < TRIAL_MISSES;
        }
    }

    /// Takes away the credit of a right answer that somebody helped with; a miss stays what it was.
    fn take_back(&mut self, item: &str, level: u8, seed: u32) {
        let same =
            |r: &&mut Recent| r.item == item && r.level == level && r.seed == seed && r.right && !r.helped;
        let Some(recent) = self.recent.iter_mut().rev().find(same) else { return };
        recent.helped = true;
        let Moved { gained, helped } = std::mem::take(&mut recent.moved);
        let skill = recent.skill.clone();
        self.general.belief.mean += helped.0 - gained.0.max(0.0);
        let state = self.skill_mut(&skill);
        state.trace.belief.mean += helped.1 - gained.1.max(0.0);
        state.unnote();
        state.known_before = false;
        state.wins.retain(|win| (win.item.as_str(), win.level, win.seed) != (item, level, seed));
        state.visits = state.wins.windows(2).filter(|pair| pair[0].day != pair[1].day).count();
        let owed = Owed { skill: skill.clone(), item: item.into(), level, seed, since: self.answers };
        self.owed.retain(|other| other.skill != skill);
        self.owed.push(owed);
    }

    fn met(&mut self, item: &str, level: u8) -> &mut Met {
        self.items.or_insert_with(hash(item, level), Met::new)
    }

    fn skill_mut(&mut self, skill: &str) -> &mut SkillState {
        let Some(place) = self.graph.place(skill) else {
            return self.strangers.or_insert_with(skill.into(), || SkillState::new(Trace::new(0.0)));
        };
        let news = self.news[place as usize];
        self.skills[place as usize].get_or_insert_with(|| Box::new(SkillState::new(Trace::new(news))))
    }
}

/// What the fold says. Nothing here changes a learner.
impl Learner {
    pub fn map(&self) -> &Rc<Map> {
        &self.map
    }

    /// The place of a skill in the map's list.
    pub fn place(&self, skill: &str) -> Option<u32> {
        self.graph.place(skill)
    }

    /// What the skill at this place builds on, as places.
    pub fn prerequisites(&self, place: usize) -> &[u32] {
        self.graph.parents.get(place).map_or(&[], Vec::as_slice)
    }

    /// How many skills build on the one at this place, the near ones counting most.
    pub fn reach(&self, place: usize) -> f64 {
        self.graph.reach.get(place).copied().unwrap_or(0.0)
    }

    /// The skill at this place of the map.
    pub fn skill_at(&self, place: usize) -> Option<&SkillState> {
        self.skills.get(place)?.as_deref()
    }

    pub fn skill(&self, skill: &str) -> Option<&SkillState> {
        match self.graph.place(skill) {
            Some(place) => self.skills[place as usize].as_deref(),
            None => self.strangers.get(skill),
        }
    }

    /// What happened on `day`: nothing yet, when it is later than everything known.
    pub fn on(&self, day: Day) -> Today {
        if self.today.day == day { self.today.clone() } else { Today { day, ..Today::default() } }
    }

    /// The latest day anything is known of, or `day` when that is later: a clock that went back is the same day.
    pub fn day(&self, day: Day) -> Day {
        day.max(self.today.day)
    }

    /// Chance of an unassisted right first answer on `day`, as the filter believes it: a right answer never lowers it.
    pub fn chance(&self, skill: &str, item: &str, level: u8, options: u8, day: Day) -> f64 {
        self.consult(skill, item, level, options, day, None, |_, expected| expected.right)
    }

    /// The same, foreseen with all that happened lately: the best estimate there is, for choosing a question.
    pub fn foresee(&self, skill: &str, item: &str, level: u8, options: u8, day: Day) -> f64 {
        let away = i64::from(day.since(self.today.day)) * MS_PER_DAY;
        let at = self.general.at.map(|at| at.saturating_add(away));
        self.consult(skill, item, level, options, day, at, readout::foresee)
    }

    /// The next seed of an item level that this learner has not met.
    pub fn next_seed(&self, item: &str, level: u8) -> Option<u32> {
        self.items.get(&hash(item, level)).map(|met| met.next).filter(|next| *next > 0)
    }

    /// Seconds this learner is likely to need for a question, with what lies between two.
    pub fn seconds(&self, skill: &str, item: &str, level: u8, options: u8) -> f64 {
        self.pace.seconds(options, self.in_words(skill, item, level))
    }

    /// What the skill at this place leads to at once, as places.
    pub fn successors(&self, place: usize) -> &[u32] {
        self.graph.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// Chance that the skill is still remembered; 1 when it was never practised.
    pub fn recall(&self, skill: &str, day: Day) -> f64 {
        self.skill(skill).map_or(1.0, |state| state.recall(day))
    }

    /// What the learner is shown: never below what was shown or earned before.
    pub fn level(&self, skill: &str, _day: Day) -> Level {
        self.skill(skill).map_or(Level::New, SkillState::level)
    }

    /// The highest level already shown.
    pub fn shown(&self, skill: &str) -> Level {
        self.skill(skill).map_or(Level::New, |state| state.shown)
    }

    /// What the same criteria say of `day` alone, for adults: it may be lower than what was earned once.
    pub fn current(&self, skill: &str, day: Day) -> Level {
        let earned = self.level(skill, day);
        match self.fading(skill, day) {
            true => self.derived(skill, day).min(earned),
            false => earned,
        }
    }

    /// Earned, but the model now doubts it: worth a refresh.
    pub fn fading(&self, skill: &str, day: Day) -> bool {
        let Some(state) = self.skill(skill) else { return false };
        let earned = state.shown.max(state.earned);
        let bar = if earned >= Level::Mastered { MASTERY_LOGIT } else { PRACTISED_LOGIT };
        earned >= Level::Practised
            && (self.recall(skill, day) < 0.9 || self.sureness(skill, bar, day) < REFRESH_SURENESS)
    }

    /// By how many standard deviations the chance of success on reference questions is above `logit`.
    pub fn sureness(&self, skill: &str, logit: f64, day: Day) -> f64 {
        above(self.reference(skill, day), logit)
    }

    /// The same of the skill at this place of the map.
    pub fn sureness_at(&self, place: usize, logit: f64, day: Day) -> f64 {
        above(self.reference_at(place, day), logit)
    }

    /// Logit of knowing on reference questions: mean and variance.
    pub fn reference(&self, skill: &str, day: Day) -> Gaussian {
        match self.graph.place(skill) {
            Some(place) => self.reference_at(place as usize, day),
            None => self.on_reference(0.0, &self.trace_on(skill, day)),
        }
    }

    fn reference_at(&self, place: usize, day: Day) -> Gaussian {
        let offset = self.map.skills.get(place).map_or(0.0, |skill| self.offset_of(skill));
        self.on_reference(offset, &self.trace_at(place, day))
    }

    fn on_reference(&self, offset: f64, trace: &Trace) -> Gaussian {
        let belief = trace.belief;
        let mean = PRIOR + offset + self.general.belief.mean + belief.mean;
        Gaussian::new(mean - difficulty(REFERENCE_LEVEL), self.general.belief.var + belief.var)
    }

    /// Taken as known though not asked, for what was answered nearby; to be confirmed by one right answer.
    pub fn placed(&self, skill: &str, day: Day) -> bool {
        self.graph.place(skill).is_some_and(|place| self.placed_at(place as usize, day))
    }

    /// The same of the skill at this place of the map.
    pub fn placed_at(&self, place: usize, day: Day) -> bool {
        let state = self.skill_at(place);
        let asked = state.is_some_and(|state| state.attempts > 0);
        let brought_back = || state.is_some_and(|state| state.brought_back);
        let sure = || self.answers > 0 && self.sureness_at(place, MASTERY_LOGIT, day) >= PLACED_SURENESS;
        !asked && (brought_back() || sure())
    }

    /// Whether a return code gave any skill back.
    pub fn has_brought_back(&self) -> bool {
        let strangers = self.strangers.values();
        self.skills.iter().flatten().map(|state| &**state).chain(strangers).any(|state| state.brought_back)
    }

    /// Whether a return code gave it back and nothing was asked about it since.
    pub fn is_brought_back(&self, skill: &str) -> bool {
        self.skill(skill).is_some_and(|state| state.brought_back && state.attempts == 0)
    }

    /// Whether one more question in words would tell if they are hard: nothing is said after a single miss.
    pub fn words_in_doubt(&self) -> bool {
        self.words_missed > 0 && self.reading.mean < READING_DOUBT && !self.words_are_hard()
    }

    /// Whether words, not the mathematics in them, are what is hard.
    pub fn words_are_hard(&self) -> bool {
        self.words_missed >= 2 && self.reading.mean < READING_HARD
    }

    /// The wrong rules, and families of them, that alone explained an answer on some item other than `item`.
    pub fn rules_hit_elsewhere(&self, item: &str) -> Vec<String> {
        let elsewhere = |items: &SortedSet<String>| items.iter().any(|other| other != item);
        self.hits.iter().filter(|(_, items)| elsewhere(items)).map(|(rule, _)| rule.clone()).collect()
    }

    fn derived(&self, skill: &str, day: Day) -> Level {
        let Some(state) = self.skill(skill).filter(|state| state.attempts > 0) else { return Level::New };
        let owed = self.owed.iter().any(|owed| owed.skill == skill);
        let sure = |logit: f64, least: f64| self.sureness(skill, logit, day) >= least;
        if owed || state.wins.len() < 2 || !sure(PRACTISED_LOGIT, PRACTISED_SURENESS) {
            Level::Started
        } else if state.spread()
            && state.steady()
            && self.enough(skill, state)
            && sure(MASTERY_LOGIT, MASTERY_SURENESS)
        {
            Level::Mastered
        } else if state.wins.len() >= 3 {
            Level::Practised
        } else {
            Level::Started
        }
    }

    /// Wins of the skill itself, however able its learner is in general: four, one of them typed; five where the skill has
    /// nothing to type and luck is likelier.
    fn enough(&self, skill: &str, state: &SkillState) -> bool {
        let typed = || self.skill_of(skill).is_some_and(|s| s.items.iter().any(|item| item.options == 0));
        let least = if state.wins.iter().any(|win| win.typed) { TYPED_WINS } else { CHOSEN_WINS };
        state.wins.len() >= least && (least == TYPED_WINS || !typed())
    }

    /// Shows what a question asks of this learner, and what the filter expects.
    #[expect(clippy::too_many_arguments, reason = "a question is that much")]
    fn consult<T>(
        &self,
        skill: &str,
        item: &str,
        level: u8,
        options: u8,
        day: Day,
        at: Option<i64>,
        say: impl FnOnce(&Asked, &Expectation) -> T,
    ) -> T {
        let words = self.in_words(skill, item, level);
        let trace = self.trace_on(skill, day);
        let met = self.items.get(&hash(item, level)).map_or(Met::new().trace, |met| met.trace);
        let question = Question { level, options, words, at: at.unwrap_or_default() };
        let asked = Asked { at, ..self.asked(skill, &trace, &met, question) };
        say(&asked, &asked.expect())
    }

    fn asked<'a>(
        &'a self,
        skill: &str,
        trace: &'a Trace,
        item: &'a ItemTrace,
        question: Question,
    ) -> Asked<'a> {
        Asked {
            general: &self.general,
            skills: std::slice::from_ref(trace),
            item,
            factors: None,
            reading: question.words.then_some(self.reading),
            ease: PRIOR + self.grade_offset(skill) - difficulty(question.level),
            odds: Odds::of(question.options),
            at: Some(question.at),
        }
    }

    /// The skill as it is on `day`, after forgetting; before its first answer, what was heard of it.
    fn trace_on(&self, skill: &str, day: Day) -> Trace {
        match self.graph.place(skill) {
            Some(place) => self.trace_at(place as usize, day),
            None => trace_of(self.strangers.get(skill), 0.0, day),
        }
    }

    fn trace_at(&self, place: usize, day: Day) -> Trace {
        trace_of(self.skill_at(place), self.news.get(place).copied().unwrap_or(0.0), day)
    }

    fn skill_of(&self, id: &str) -> Option<&Skill> {
        self.graph.skill(&self.map, id)
    }

    fn in_words(&self, skill: &str, item: &str, level: u8) -> bool {
        let items = self.skill_of(skill).map_or(&[][..], |skill| &skill.items);
        let entry = items.iter().find(|entry| entry.level == level && entry.item == item);
        entry.is_some_and(|entry| entry.tags.iter().any(|tag| tag == "words"))
    }

    fn grade_offset(&self, skill: &str) -> f64 {
        self.skill_of(skill).map_or(0.0, |skill| self.offset_of(skill))
    }

    fn offset_of(&self, skill: &Skill) -> f64 {
        let Some(learner) = self.profile.grade else { return 0.0 };
        (GRADE_STEP * (f64::from(learner) - f64::from(skill.grade))).clamp(-2.0, 2.0)
    }

    /// Hash of everything the fold holds, bit for bit: equal on every machine for the same log and map. Only how long
    /// answers took is left out, because nothing is concluded from it.
    pub fn digest(&self) -> String {
        let mut digest = Digest::default();
        digest.number(i64::from(MODEL));
        digest.word(&serde_json::to_string(&(&self.profile, self.mode)).unwrap_or_default());
        let today = &self.today;
        let counts = [today.answers, today.right, self.searched, self.answers];
        digest.numbers(&[today.day.0.into()]);
        let goal = self.goal.as_ref();
        digest.word(goal.map_or("", |goal| &goal.skill));
        digest.number(goal.and_then(|goal| goal.by).map_or(0, |by| by.0.into()));
        if let Some(trial) = &self.trial {
            digest.word(&trial.skill);
            digest.numbers(&[trial.items.len() as i64, trial.right.into(), trial.open.into()]);
        }
        if self.plan != Plan::default() {
            digest.word(&serde_json::to_string(&self.plan).unwrap_or_default());
            digest.number(self.planned.0.into());
        }
        for marked in &self.paper {
            digest.word(&marked.sheet);
            digest.word(&marked.marks);
        }
        digest.numbers(&counts.map(i64::from));
        let general = &self.general;
        digest.reals(&[general.belief.mean, general.belief.var, self.reading.mean, self.reading.var]);
        digest.reals(&[general.residue.fast, general.residue.slow, general.slowest]);
        digest.reals(general.own.mean());
        digest.numbers(&[general.last.into(), general.answers.into(), self.words_missed.into()]);
        digest.reals(&self.news);
        let known = self.map.skills.iter().zip(&self.skills);
        let known = known.filter_map(|(skill, state)| Some((&skill.id, state.as_deref()?)));
        for (id, skill) in known.chain(self.strangers.iter()) {
            digest.word(id);
            skill.put_in(&mut digest);
        }
        for (hash, met) in &self.items {
            digest.number(hash.cast_signed());
            digest.reals(&[met.trace.surprise.mean, met.trace.surprise.var]);
            digest.numbers(&[met.trace.last.into(), met.trace.attempts.into(), met.next.into()]);
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
    fn new(trace: Trace) -> Self {
        Self {
            trace,
            recalled: Recalled::default(),
            attempts: 0,
            answered: Day::default(),
            wins: Vec::new(),
            visits: 0,
            misses_in_a_row: 0,
            lately: 0,
            noted: 0,
            fruitless: 0,
            shown: Level::New,
            earned: Level::New,
            declined: None,
            wanted: false,
            tried: None,
            example_at: 0,
            card: None,
            brought_back: false,
            known_before: false,
        }
    }

    pub fn memory(&self) -> Option<Memory> {
        self.trace.memory
    }

    /// Chance that it is still remembered; 1 when it was never practised.
    pub fn recall(&self, day: Day) -> f64 {
        let Some(memory) = self.trace.memory else { return 1.0 };
        if let Some((of, on, recall)) = self.recalled.0.get()
            && on == day
            && of == memory
        {
            return recall;
        }
        let recall = memory.recall(day);
        self.recalled.0.set(Some((memory, day, recall)));
        recall
    }

    /// Visits on other days after the first one that brought a win.
    pub fn visits(&self) -> usize {
        self.visits
    }

    /// What the learner is shown: never below what was shown or earned before.
    pub fn level(&self) -> Level {
        self.shown.max(self.earned)
    }

    fn note(&mut self, won: bool) {
        self.lately = (self.lately << 1 | u16::from(won)) & 0x3FF;
        self.noted = (self.noted + 1).min(10);
    }

    /// The last noted win was none: somebody helped.
    fn unnote(&mut self) {
        self.lately &= !1;
    }

    /// At most two of the last ten first attempts missed or helped: a lucky run in a long history is no mastery.
    fn steady(&self) -> bool {
        self.lately.count_ones() + 2 >= u32::from(self.noted)
    }

    /// Wins on two days and on two items.
    fn spread(&self) -> bool {
        let Some(first) = self.wins.first() else { return false };
        self.wins.iter().any(|win| win.day != first.day) && self.wins.iter().any(|win| win.item != first.item)
    }

    fn put_in(&self, digest: &mut Digest) {
        let trace = &self.trace;
        digest.numbers(&[
            self.attempts.into(),
            self.shown as i64,
            self.earned as i64,
            self.wins.len() as i64,
        ]);
        digest.reals(&[
            trace.belief.mean,
            trace.belief.var,
            trace.residue.fast,
            trace.residue.slow,
            trace.sum,
        ]);
        digest.numbers(&[
            trace.last.into(),
            trace.streak.into(),
            trace.attempts.into(),
            self.fruitless.into(),
            self.wanted.into(),
            self.example_at.into(),
            self.known_before.into(),
        ]);
        if self.brought_back {
            digest.word("brought back");
        }
        digest.numbers(&[self.tried, self.card].map(|day| day.map_or(0, |day| day.0.into())));
        digest.reals(&trace.memory.map_or([0.0; 2], |memory| [memory.stability, memory.difficulty]));
        for win in &self.wins {
            digest.word(&win.item);
            digest.numbers(&[win.level.into(), win.seed.into(), win.day.0.into(), win.typed.into()]);
        }
    }
}

impl Met {
    fn new() -> Self {
        Self { trace: ItemTrace::new(FAMILY_VAR), next: 0 }
    }
}

/// What the model knows of a question.
#[derive(Clone, Copy)]
struct Question {
    level: u8,
    options: u8,
    words: bool,
    at: i64,
}

fn trace_of(state: Option<&SkillState>, news: f64, day: Day) -> Trace {
    match state {
        Some(state) if state.attempts > 0 => state.trace.recalled(state.recall(day)),
        _ => Trace::new(news),
    }
}

fn above(belief: Gaussian, logit: f64) -> f64 {
    (belief.mean - logit) / math::sqrt(belief.var)
}

fn grade(right: bool, unassisted: bool) -> Grade {
    match (right, unassisted) {
        (true, true) => Grade::Good,
        (true, false) => Grade::Hard,
        (false, _) => Grade::Again,
    }
}

/// Difficulty of an authored level on the skill's scale, in logits (format study, section 5).
pub fn difficulty(level: u8) -> f64 {
    0.7 * (f64::from(level) - 3.0)
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
    take(&mut profile.week, &news.week);
    take(&mut profile.accommodations, &news.accommodations);
}
