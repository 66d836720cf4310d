//! One look at the whole map on one day: what each skill is to this learner now. Selection, forecast and early warning
//! read it, so that all of them mean the same.

use crate::content::Skill;
use crate::learner::{KNOWN_LOGIT, KNOWN_SURENESS, Learner, Level, Override, Plan, SkillState, Why};
use crate::num::Day;

/// After so many misses in a row a skill rests behind others.
pub const MANY_MISSES: u32 = 3;
/// So many opportunities without success lead to the weakest prerequisite, and so many to a rest and a grown-up (L10).
pub const TURN_BACK: u32 = 5;
pub const REST: u32 = 8;

/// Questions between an owed item and its sibling.
const OWED_AFTER: u32 = 2;

pub struct Survey<'a> {
    pub learner: &'a Learner,
    pub plan: &'a Plan,
    pub day: Day,
    pub skills: Vec<Standing<'a>>,
    /// Skills under way.
    pub open: usize,
}

pub struct Standing<'a> {
    pub skill: &'a Skill,
    pub state: Option<&'a SkillState>,
    pub level: Level,
    /// Known, or taken as known: what builds on it may begin.
    pub secure: bool,
    pub placed: bool,
    /// An adult said that it is not needed.
    pub skipped: bool,
    /// An adult said that it is needed again, and it was not shown since.
    pub again: bool,
    /// Everything it builds on is secure.
    pub ready: bool,
    /// A sibling of a hinted, helped or mended question may come back now: others came in between.
    pub owed: bool,
    pub resting: bool,
    /// In this week's unit, or on the way to it.
    pub on_path: bool,
    /// What the learner wants it for: itself, or a skill it leads to.
    pub wanted_for: Option<&'a str>,
    pub recall: f64,
    /// Days since it was practised.
    pub days: i32,
}

impl<'a> Survey<'a> {
    pub fn of(learner: &'a Learner, plan: &'a Plan, day: Day) -> Self {
        let places = learner.map().skills.iter().enumerate();
        let skills = places.map(|(place, skill)| Standing::of(learner, plan, place, skill, day)).collect();
        let mut survey = Self { learner, plan, day, skills, open: 0 };
        survey.mark_owed();
        survey.mark_ready();
        survey.mark_path();
        survey.mark_wanted();
        survey.open = survey.skills.iter().filter(|s| s.is_open()).count();
        survey
    }

    pub fn standing(&self, skill: &str) -> Option<&Standing<'a>> {
        self.learner.place(skill).map(|place| &self.skills[place as usize])
    }

    fn mark_owed(&mut self) {
        let due = self.learner.owed.iter().filter(|owed| self.learner.answers > owed.since + OWED_AFTER);
        for place in due.filter_map(|owed| self.learner.place(&owed.skill)) {
            self.skills[place as usize].owed = true;
        }
    }

    fn mark_ready(&mut self) {
        for place in 0..self.skills.len() {
            let parents = self.learner.prerequisites(place);
            let ready = parents.iter().all(|parent| self.skills[*parent as usize].passable());
            let taught = self.plan.says(&self.skills[place].skill.id) == Some(Override::Taught);
            self.skills[place].ready = ready || taught;
        }
    }

    /// From each skill of the unit back to what is missing for it.
    fn mark_path(&mut self) {
        let unit = self.plan.unit.iter().filter(|_| self.plan.leads(self.day));
        let mut todo: Vec<u32> = unit.filter_map(|skill| self.learner.place(skill)).collect();
        while let Some(place) = todo.pop() {
            let standing = &mut self.skills[place as usize];
            if std::mem::replace(&mut standing.on_path, true) {
                continue;
            }
            // What was taught is entered at once.
            if self.plan.says(&standing.skill.id) == Some(Override::Taught) {
                continue;
            }
            let missing = self.learner.prerequisites(place as usize).iter();
            todo.extend(missing.filter(|parent| !self.skills[**parent as usize].passable()));
        }
        // A detour over the basics of what is hard there belongs to it.
        for place in 0..self.skills.len() {
            if self.skills[place].on_path && self.skills[place].turns_back() {
                let basics = self.weakest(&self.skills[place].skill.id).map(|weakest| &weakest.skill.id);
                let basics = basics.and_then(|id| self.learner.place(id));
                basics.into_iter().for_each(|basics| self.skills[basics as usize].on_path = true);
            }
        }
    }

    /// From what the learner put on the plan, and from the learner's goal, back to what is missing for it.
    fn mark_wanted(&mut self) {
        let learner = self.learner;
        let wanted = self.skills.iter().filter(|standing| standing.state.is_some_and(|state| state.wanted));
        let goal = learner.goal.iter().map(|goal| goal.skill.as_str());
        let roots: Vec<&str> = wanted.map(|standing| standing.skill.id.as_str()).chain(goal).collect();
        for root in roots {
            let mut todo: Vec<u32> = learner.place(root).into_iter().collect();
            while let Some(place) = todo.pop() {
                let standing = &mut self.skills[place as usize];
                if standing.passable() || standing.wanted_for.is_some() {
                    continue;
                }
                standing.wanted_for = Some(root);
                todo.extend(learner.prerequisites(place as usize));
            }
        }
    }

    /// The prerequisite that holds a skill back most: the one success is least expected on.
    pub fn weakest(&self, skill: &str) -> Option<&Standing<'a>> {
        let place = self.learner.place(skill)?;
        let parents = self.learner.prerequisites(place as usize).iter().map(|p| &self.skills[*p as usize]);
        parents.filter(|parent| parent.taught() && !parent.resting).min_by(|a, b| {
            let belief = |s: &Standing| self.learner.reference(&s.skill.id, self.day).mean;
            belief(a).total_cmp(&belief(b))
        })
    }

    /// Skills that rest until a grown-up has looked: too many opportunities without success.
    pub fn stuck(&self) -> impl Iterator<Item = &Standing<'a>> {
        self.skills.iter().filter(|standing| standing.is_stuck())
    }
}

impl<'a> Standing<'a> {
    fn of(learner: &'a Learner, plan: &Plan, place: usize, skill: &'a Skill, day: Day) -> Self {
        let state = learner.skill_at(place);
        let level = state.map_or(Level::New, SkillState::level);
        let said = plan.says(&skill.id);
        let again = said == Some(Override::Again) && !shown_since(learner, state);
        let knows = said == Some(Override::Knows) && state.is_none_or(|s| s.misses_in_a_row < DOUBTED);
        let asked = state.is_some_and(|state| state.attempts > 0);
        let placed = !asked && !again && (knows || learner.placed_at(place, day));
        let memory = state.and_then(SkillState::memory);
        let put_away = state.and_then(|s| s.declined).is_some_and(|(why, on)| on == day && why != Why::Other);
        let days = memory.map_or(0, |memory| day.since(memory.last));
        let stuck = state.is_some_and(|s| s.fruitless >= REST) && days == 0;
        let known = level >= Level::Practised || placed || knows || confirmed(learner, place, state, day);
        Self {
            skill,
            state,
            level,
            placed,
            skipped: said == Some(Override::Skip),
            again: again && asked,
            secure: known && !again,
            ready: false,
            owed: false,
            resting: put_away || stuck || said == Some(Override::NotYet),
            on_path: false,
            wanted_for: None,
            recall: state.map_or(1.0, |state| state.recall(day)),
            days,
        }
    }

    pub fn taught(&self) -> bool {
        !self.skill.items.is_empty()
    }

    /// Known from before, as a first right answer confirmed: it only has to last.
    pub fn known(&self) -> bool {
        self.secure && self.level == Level::Started
    }

    /// What is new lasts by coming back on the next days, then after some days, then after weeks (Cepeda et al. 2006;
    /// expanding retrieval, Landauer and Bjork 1978), before memory alone says when. What was known from before was
    /// learned long ago: two looks are enough.
    pub fn to_secure(&self) -> bool {
        let waits = if self.state.is_some_and(|state| state.known_before) { KNOWN_WAITS } else { WAITS };
        let visits = self.state.map_or(0, SkillState::visits);
        waits.get(visits).is_some_and(|wait| self.days >= *wait)
    }

    /// Won once today, after wins on earlier days: one more makes the visit worth it.
    pub fn once_today(&self) -> bool {
        let wins = self.state.map_or(&[][..], |state| &state.wins);
        match wins {
            [.., before, last] => self.days == 0 && before.day != last.day,
            _ => false,
        }
    }

    /// Nothing here stands in the way of what builds on it.
    fn passable(&self) -> bool {
        self.secure || self.skipped || !self.taught()
    }

    pub fn misses(&self) -> u32 {
        self.state.map_or(0, |state| state.misses_in_a_row)
    }

    pub fn fruitless(&self) -> u32 {
        self.state.map_or(0, |state| state.fruitless)
    }

    /// It waits for its basics: so many opportunities without success today.
    pub fn turns_back(&self) -> bool {
        let turned = (TURN_BACK..REST).contains(&self.fruitless());
        turned && self.days == 0 && self.level <= Level::Started && !self.resting
    }

    /// It rests for the day: too many opportunities without success.
    pub fn is_stuck(&self) -> bool {
        self.fruitless() >= REST && self.days == 0
    }

    /// A worked example of it was read, and nothing was answered since.
    pub fn just_read(&self) -> bool {
        let read =
            self.state.is_some_and(|state| state.example_at > 0 && state.example_at == state.fruitless);
        read && self.days == 0 && !self.resting
    }

    fn is_open(&self) -> bool {
        let started = self.level == Level::Started && !self.known();
        self.taught() && started && self.misses() < MANY_MISSES && !self.resting
    }
}

/// One right answer where success was to be expected anyway: known from before.
fn confirmed(learner: &Learner, place: usize, state: Option<&SkillState>, day: Day) -> bool {
    state.is_some_and(|state| !state.wins.is_empty() && state.misses_in_a_row == 0)
        && learner.sureness_at(place, KNOWN_LOGIT, day) >= KNOWN_SURENESS
}

/// Right answers enough since an adult said that the skill is needed again.
fn shown_since(learner: &Learner, state: Option<&SkillState>) -> bool {
    let wins = state.map_or(&[][..], |state| &state.wins);
    wins.iter().filter(|win| win.day >= learner.planned).count() >= SHOWN_AGAIN
}

/// Right answers that take back "needs this again"; misses in a row that take back "knows this".
const SHOWN_AGAIN: usize = 3;
const DOUBTED: u32 = 2;
/// Days until the second visit, the third, and so on; of what was known from before.
const WAITS: &[i32] = &[1, 1, 2, 3, 5, 7, 10, 14];
const KNOWN_WAITS: &[i32] = &[7, 21];
