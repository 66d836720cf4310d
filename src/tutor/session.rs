//! The loop. A message comes in, the state moves, commands go out; nothing else happens.

use super::kept;
use super::lesson::{self, Desk};
use super::practice::{Checked, Explained, Frozen, Practice};
use super::recorded;
use super::select::{self, Pick, Reason};
use super::steering::{Public, Steer};
use super::{Cmd, Focus, Msg, Route, today};
use crate::content::more::respond::Task;
use crate::content::site::Site;
use crate::content::{ItemRef, Locale, Map, Question, Response, Unit, wide};
use crate::learner::{Answered, Declined, Event, Fact, Learner, MODEL, Mode, Plan, Profile, Why};
use crate::num::{Day, Hybrid, Moment, SortedMap, SortedSet, SplitMix64};
use std::rc::Rc;

/// After so many answers the learner is asked who they are and how to go on.
pub const ASK_AFTER: u32 = 3;
/// Far from any seed that a record comes to.
const PRIVATE_SEEDS: u32 = 1 << 31;

/// One learner at work, or nobody yet.
#[derive(Debug)]
pub struct Session {
    pub learner: Learner,
    pub locale: Locale,
    /// What the host of this copy has set.
    pub site: Rc<Site>,
    /// The map of the packs, where the learner's is what this host offers of it.
    pub(super) whole: Option<Rc<Map>>,
    pub route: Route,
    pub stage: Stage,
    /// The learner's question.
    pub desk: Option<Practice>,
    /// A same-question page: nobody's progress.
    pub same: Option<Practice>,
    /// The lesson that was opened last.
    pub lesson: Option<Box<Desk>>,
    /// One kept from before, as it was written, until it is opened again.
    pub(super) kept_lesson: Option<String>,
    /// Help that stands where the next question will.
    pub aside: Option<Aside>,
    pub sitting: Sitting,
    units: SortedMap<String, Unit>,
    /// A question kept from before, waiting for its unit.
    pub(super) frozen: Option<Frozen>,
    /// The skill the learner asked for, until they stop.
    pub(super) wish: Option<String>,
    /// The teacher's plan that was put down on the page that is open, to be taken up again.
    pub put_down: Option<Box<Plan>>,
    /// In private practice: what the record says.
    pub(super) public: Option<Box<Public>>,
    pub(super) last: Hybrid,
    now: Moment,
    /// Spreads the drawn seeds of different learners; it follows from the first fact.
    pub(super) salt: u64,
}

/// Help between two questions (L10).
#[derive(Clone, Debug)]
pub enum Aside {
    /// A worked example: a question that is never asked afterwards.
    Example(Box<Practice>),
    /// The one of the skill's lesson, with its "why this step?". The seed is the next one of its item.
    Worked { worked: Box<lesson::Worked>, skill: String, seed: u32 },
    /// "Show your teacher this": the skill rests for the day.
    Card { skill: String },
}

/// Where a learner stands before practice begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The record is still being opened.
    Opening,
    /// Nobody has begun here.
    Welcome,
    /// "What grade are you in?"
    Grade,
    /// Practice has begun, today or earlier.
    Under,
    /// "That's enough for now."
    Resting,
}

/// What happened since the page was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sitting {
    pub answers: u32,
    pub right: u32,
    /// The day's plan has come to its end.
    pub planned: bool,
    /// The day on which the learner goes on beyond it.
    pub beyond: Option<Day>,
    /// A trial has come to its end.
    pub trial_over: bool,
    /// Facts of this page that no news of the record has held yet.
    pub(super) added: Vec<Fact>,
}

impl Session {
    pub fn new(map: Rc<Map>, locale: Locale) -> Self {
        Self {
            learner: Learner::new(map),
            locale,
            site: Rc::default(),
            whole: None,
            route: Route::Home,
            stage: Stage::Opening,
            desk: None,
            same: None,
            lesson: None,
            kept_lesson: None,
            aside: None,
            sitting: Sitting::default(),
            units: SortedMap::new(),
            frozen: None,
            wish: None,
            put_down: None,
            public: None,
            last: Hybrid::default(),
            now: Moment::default(),
            salt: 0,
        }
    }

    /// A record was opened, or none exists yet: no facts.
    pub fn opened(&mut self, facts: &[Fact], frozen: Option<&str>, now: Moment) -> Vec<Cmd> {
        recorded::opened(self, facts, frozen, now);
        self.enter()
    }

    pub(super) fn open_record(&mut self, facts: &[Fact], frozen: Option<&str>, now: Moment) {
        self.refold(facts);
        self.begin_sitting(frozen, now);
    }

    /// The learner is known: what lies on the desk follows from that and the day.
    pub(super) fn begin_sitting(&mut self, frozen: Option<&str>, now: Moment) {
        self.now = now;
        self.desk = None;
        // What somebody else did in a lesson here is none of this learner's.
        self.lesson = None;
        self.kept_lesson = frozen.and_then(kept::lesson_in);
        self.aside = None;
        self.wish = None;
        self.public = None;
        self.sitting = Sitting::default();
        self.stage = if self.begun() { Stage::Under } else { Stage::Welcome };
        if let Some(locale) = self.learner.profile.locale.as_deref().and_then(Locale::parse) {
            self.locale = locale;
        }
        // A question of an earlier day that nobody touched gives way to the plan of this one.
        let new_day = self.learner.on(self.day()).is_new();
        self.frozen = frozen.and_then(Frozen::read).filter(|frozen| !new_day || frozen.touched());
        self.put_back();
    }

    /// Facts of another tab or an imported file came in: fold everything again, in order. What this page added while
    /// they were gathered is not among them, and counts all the same.
    pub fn merged(&mut self, facts: &[Fact], now: Moment) -> Vec<Cmd> {
        recorded::merged(self, facts, now);
        self.enter()
    }

    pub(super) fn merge_record(&mut self, facts: &[Fact], now: Moment) {
        self.now = now;
        // News of the record ends private practice: what it goes back to is another record now.
        self.end_private(false);
        let is_known = |own: &Fact| facts.iter().rev().any(|fact| fact.at == own.at);
        self.sitting.added.retain(|own| !is_known(own));
        if self.sitting.added.is_empty() {
            self.refold(facts);
        } else {
            let mut all = [facts, &self.sitting.added].concat();
            all.sort_by_key(|fact| fact.at);
            self.refold(&all);
        }
        if self.begun() && matches!(self.stage, Stage::Opening | Stage::Welcome | Stage::Grade) {
            self.stage = Stage::Under;
        }
    }

    fn refold(&mut self, facts: &[Fact]) {
        self.learner = Learner::replay(self.learner.map().clone(), facts);
        self.last = facts.iter().map(|fact| fact.at).max().unwrap_or_default();
        self.salt = facts.iter().map(|fact| fact.at).min().map_or(0, salt);
    }

    pub(super) fn begun(&self) -> bool {
        let learner = &self.learner;
        learner.answers > 0 || learner.profile != Profile::default() || learner.has_brought_back()
    }

    /// A unit of content arrived.
    pub fn arrived(&mut self, unit: Unit, now: Moment) -> Vec<Cmd> {
        self.now = now;
        self.units.insert(unit.id.clone(), unit);
        self.redraw();
        recorded::thaw(self);
        let cmds = self.enter();
        self.let_out(cmds)
    }

    /// The strings of a unit in one language arrived.
    pub fn translated(&mut self, unit: &str, locale: Locale, json: &str, now: Moment) -> Vec<Cmd> {
        self.now = now;
        if let Some(unit) = self.units.get_mut(unit) {
            unit.add_overlay(locale, json);
        }
        self.redraw();
        let cmds = self.enter();
        self.let_out(cmds)
    }

    /// The loop: one message in, commands out.
    pub fn update(&mut self, msg: Msg, now: Moment) -> Vec<Cmd> {
        self.now = now;
        let cmds = self.hear(msg);
        self.let_out(cmds)
    }

    /// In private practice nothing goes out that would be written (L14). Every command passes here.
    fn let_out(&self, mut cmds: Vec<Cmd>) -> Vec<Cmd> {
        if self.is_private() {
            cmds.retain(|cmd| !matches!(cmd, Cmd::Append(_) | Cmd::Freeze));
        }
        cmds
    }

    /// Whether nothing of what is done now is stored.
    pub fn is_private(&self) -> bool {
        self.public.is_some()
    }

    fn hear(&mut self, msg: Msg) -> Vec<Cmd> {
        if self.takes_in_lesson(&msg) {
            return lesson::update(self, msg);
        }
        match msg {
            Msg::Went(route) => self.went(route),
            Msg::Go(route) => vec![Cmd::Go(route)],
            Msg::LocaleChosen(code) => self.locale_chosen(&code),
            Msg::Typed(draft) => self.edit(|practice| practice.set_draft(draft)),
            Msg::Pressed(key) => self.edit(|practice| practice.set_draft(format!("{}{key}", practice.draft))),
            Msg::Backspaced => self.edit(|practice| {
                let mut draft = practice.draft.clone();
                draft.pop();
                practice.set_draft(draft);
            }),
            Msg::Chose(place) => self.edit(|practice| practice.choose(place)),
            Msg::Placed(group, place) => self.edit(|practice| practice.place(group, place)),
            Msg::Submitted => self.submitted(),
            Msg::HintAsked => self.hint_asked(),
            Msg::NextAsked => self.next_asked(),
            Msg::Device(wish) => vec![Cmd::Device(wish)],
            Msg::Lesson(_) => lesson::update(self, msg),
            Msg::Nothing => Vec::new(),
            of_record => recorded::hear(self, of_record),
        }
    }

    /// What is said by somebody who has a record, or is about to begin one.
    pub(super) fn hear_of_record(&mut self, msg: Msg) -> Vec<Cmd> {
        match msg {
            Msg::Started => self.started(),
            Msg::GradeChosen(grade) => self.grade_chosen(grade),
            Msg::ModeChosen(mode) => self.mode_chosen(mode),
            Msg::Told(profile) => self.add_to_record(Event::Profile(profile)),
            Msg::Practise(skill) => self.practise(skill),
            Msg::Declined(why) => self.declined(why),
            Msg::HelpedSaid => self.helped(),
            Msg::Sure(said) => self.sure(said),
            Msg::Stopped => self.stopped(),
            Msg::Steer(steer) => self.steer(steer),
            _ => Vec::new(),
        }
    }

    /// What is answered on the page of a lesson belongs to the lesson.
    fn takes_in_lesson(&self, msg: &Msg) -> bool {
        use Msg::{Backspaced, Chose, HintAsked, Lesson, NextAsked, Placed, Pressed, Submitted, Typed};
        matches!(self.route, Route::Lesson { .. })
            && matches!(
                msg,
                Typed(_)
                    | Pressed(_)
                    | Backspaced
                    | Chose(_)
                    | Placed(..)
                    | Submitted
                    | HintAsked
                    | NextAsked
                    | Lesson(_)
            )
    }

    /// The unit file with the lesson about a skill, once it is here.
    pub(super) fn lesson_unit(&self, skill: &str) -> Option<&Unit> {
        self.units.get(self.learner.map().skill(skill)?.lesson.as_deref()?)
    }

    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// The question on the screen.
    pub fn practice(&self) -> Option<&Practice> {
        if self.linked() { self.same.as_ref() } else { self.desk.as_ref() }
    }

    pub fn day(&self) -> Day {
        self.learner.day(Day::of(self.last.ms.max(self.now.wall), self.now.zone))
    }

    /// Spreads the drawn seeds of different learners.
    pub fn salt(&self) -> u64 {
        self.salt
    }

    /// Whether it is time to ask who the learner is and how to go on.
    pub fn asks_about(&self) -> bool {
        self.learner.mode.is_none() && self.learner.answers >= ASK_AFTER && !self.is_private()
    }

    /// The question and the lesson to keep for the next opening; `None` when there is neither.
    pub fn freeze(&self) -> Option<String> {
        recorded::freeze(self)
    }

    pub(super) fn frozen(&self) -> Option<String> {
        if self.is_private() {
            return None;
        }
        let frozen = self.desk.as_ref().map(Practice::freeze).or_else(|| self.frozen.clone());
        let question = frozen.and_then(|frozen| serde_json::to_string(&frozen).ok());
        kept::with_lesson(question, lesson::freeze(self))
    }

    /// Whether the address names a question that these packs do not have.
    pub fn unknown_question(&self) -> bool {
        match &self.route {
            Route::Question { item, level, .. } => match level {
                Some(level) => self.learner.map().item(item, *level).is_none(),
                None => self.first_level(item).is_none(),
            },
            _ => false,
        }
    }

    fn linked(&self) -> bool {
        matches!(self.route, Route::Question { .. })
    }

    fn practice_mut(&mut self) -> Option<&mut Practice> {
        if self.linked() { self.same.as_mut() } else { self.desk.as_mut() }
    }
}

/// Going from page to page.
impl Session {
    fn went(&mut self, route: Route) -> Vec<Cmd> {
        let moved = self.route != route;
        self.route = route;
        // Private practice lasts as long as one practises: every other page shows the record.
        let mut cmds = match &self.route {
            Route::Practice => Vec::new(),
            _ if self.is_private() => recorded::steer(self, Steer::NotPrivate),
            _ => Vec::new(),
        };
        cmds.retain(|cmd| !matches!(cmd, Cmd::Go(_)));
        if moved {
            self.put_down = None;
        }
        if moved && self.stage == Stage::Resting {
            self.stage = Stage::Under;
        }
        if moved && self.stage == Stage::Grade && self.route != Route::Home {
            self.stage = Stage::Welcome;
        }
        cmds.extend(self.enter());
        if moved {
            let asking = self.linked() || self.route == Route::Practice;
            cmds.push(Cmd::Focus(match self.practice().filter(|_| asking) {
                Some(practice) if practice.open() => Focus::Answer,
                Some(_) => Focus::Next,
                None => Focus::Heading,
            }));
        }
        cmds
    }

    /// Makes sure that the page has what it shows.
    pub(super) fn enter(&mut self) -> Vec<Cmd> {
        match self.route.clone() {
            Route::Question { item, level, seed } => self.link(&item, level, seed),
            Route::Lesson { skill, step } => self.open_lesson(&skill, step),
            Route::Practice if self.stage == Stage::Under && self.desk.is_none() && self.aside.is_none() => {
                recorded::draw_next(self)
            }
            // Home says what it goes on with.
            Route::Home => self.fetch_kept(),
            // Whose number it is, and what a teacher asks for, does not stay in the address.
            Route::Room(path) => match path.split_once('/') {
                Some((first @ ("join" | "unit"), _)) => vec![Cmd::Readdress(Route::Room(first.into()))],
                _ => Vec::new(),
            },
            // The answers behind a level are shown with their questions.
            Route::Skill(skill) => self.units_of_wins(&skill),
            Route::Practice if matches!(self.stage, Stage::Welcome | Stage::Grade) => {
                vec![Cmd::Go(Route::Home)]
            }
            _ => Vec::new(),
        }
    }

    /// The unit file of the question that was kept, until it is here.
    fn fetch_kept(&self) -> Vec<Cmd> {
        let kept = self.frozen.iter();
        self.fetch_missing(kept.filter_map(|kept| self.learner.map().unit_of(&kept.item, kept.level)))
    }

    /// The unit files with a skill's answers.
    fn units_of_wins(&self, skill: &str) -> Vec<Cmd> {
        let map = self.learner.map();
        let wins = self.learner.skill(skill).into_iter().flat_map(|state| &state.wins);
        self.fetch_missing(wins.filter_map(|win| map.unit_of(&win.item, win.level)))
    }

    fn fetch_missing<'a>(&self, units: impl Iterator<Item = &'a str>) -> Vec<Cmd> {
        let units: SortedSet<&str> = units.filter(|unit| !self.units.contains_key(*unit)).collect();
        units.iter().map(|unit| Cmd::Fetch((*unit).into())).collect()
    }

    fn started(&mut self) -> Vec<Cmd> {
        self.stage = Stage::Grade;
        vec![Cmd::Focus(Focus::Heading)]
    }

    fn grade_chosen(&mut self, grade: Option<u8>) -> Vec<Cmd> {
        self.stage = Stage::Under;
        let locale = Some(self.locale.code().to_string());
        let mut cmds =
            recorded::record(self, Event::Profile(Profile { grade, locale, ..Profile::default() }));
        cmds.push(Cmd::Go(Route::Practice));
        cmds
    }

    fn mode_chosen(&mut self, mode: Mode) -> Vec<Cmd> {
        let mut cmds = recorded::record(self, Event::Began { mode });
        // An untouched question gives way to one that suits the choice.
        let untouched =
            self.desk.as_ref().is_some_and(|p| p.attempts == 0 && p.draft.is_empty() && p.hints.is_empty());
        if untouched || self.desk.as_ref().is_some_and(|p| !p.open()) {
            self.desk = None;
        }
        cmds.extend(self.enter());
        cmds.extend([Cmd::Freeze, Cmd::Focus(self.where_it_goes_on())]);
        cmds
    }

    /// The answer of a question, or the heading of what stands in its place.
    pub(super) fn where_it_goes_on(&self) -> Focus {
        if self.desk.is_some() { Focus::Answer } else { Focus::Heading }
    }

    pub(super) fn locale_chosen(&mut self, code: &str) -> Vec<Cmd> {
        let Some(locale) = Locale::parse(code) else { return Vec::new() };
        self.locale = locale;
        self.redraw();
        let mut cmds = Vec::new();
        if self.begun() {
            let profile = Profile { locale: Some(locale.code().into()), ..Profile::default() };
            cmds.extend(recorded::record(self, Event::Profile(profile)));
        }
        cmds.extend(self.units.keys().map(|unit| Cmd::Fetch(unit.clone())));
        cmds
    }

    fn practise(&mut self, skill: Option<String>) -> Vec<Cmd> {
        self.stage = Stage::Under;
        self.sitting.planned = false;
        if skill.is_some() {
            self.wish = skill;
            self.desk = None;
            self.aside = None;
            self.frozen = None;
        }
        if self.desk.as_ref().is_some_and(|practice| !practice.open()) {
            self.desk = None;
        }
        if self.route == Route::Practice { self.enter() } else { vec![Cmd::Go(Route::Practice)] }
    }

    fn stopped(&mut self) -> Vec<Cmd> {
        if self.is_private() {
            return self.steer(Steer::NotPrivate);
        }
        self.stage = Stage::Resting;
        self.wish = None;
        if self.desk.as_ref().is_some_and(|practice| !practice.open()) {
            self.desk = None;
        }
        vec![Cmd::Freeze, Cmd::Focus(Focus::Heading)]
    }
}

/// Answering.
impl Session {
    fn edit(&mut self, change: impl FnOnce(&mut Practice)) -> Vec<Cmd> {
        let Some(practice) = self.practice_mut() else { return Vec::new() };
        change(practice);
        self.keep()
    }

    /// The learner's own question is kept at every change; a linked one never.
    fn keep(&self) -> Vec<Cmd> {
        if self.linked() { Vec::new() } else { vec![Cmd::Freeze] }
    }

    fn submitted(&mut self) -> Vec<Cmd> {
        let hits: Vec<String> = self.rules_hit();
        let Some(practice) = self.practice_mut() else { return Vec::new() };
        let (hints, before) = (practice.hints.len(), practice.attempts);
        let checked = practice.check(|rule| hits.iter().any(|hit| hit == rule));
        let attempt = match &checked {
            Checked::Nothing => return vec![Cmd::Focus(Focus::Answer)],
            Checked::Advice => return vec![Cmd::Focus(Focus::Answer)],
            Checked::Line => Some((0, true, Explained::default())),
            Checked::Attempt { right, why } => Some((before + 1, *right, why.clone())),
            Checked::LastStep { right } => Some((3, *right, Explained::default())),
        };
        let mut cmds = Vec::new();
        if let Some((attempt, right, why)) = attempt
            && !self.linked()
        {
            cmds.extend(recorded::answer(self, attempt, right, why, hints));
        }
        cmds.extend(self.keep());
        let again = self.practice().is_some_and(Practice::open);
        cmds.push(Cmd::Focus(if again { Focus::Answer } else { Focus::Next }));
        cmds
    }

    /// Rules that alone explained an answer on some other item than the one on the desk.
    fn rules_hit(&self) -> Vec<String> {
        let Some(practice) = self.practice().filter(|practice| practice.recorded) else { return Vec::new() };
        self.learner.rules_hit_elsewhere(&practice.question.item)
    }

    /// Records an attempt, and what its last line is evidence for; with attempt 0 only that.
    pub(super) fn record_answer(
        &mut self,
        attempt: u8,
        right: bool,
        why: Explained,
        hints: usize,
    ) -> Vec<Cmd> {
        let Some(practice) = &self.desk else { return Vec::new() };
        let question = &practice.question;
        let response =
            if attempt == 3 { practice.draft.clone() } else { practice.mine.clone().unwrap_or_default() };
        let answer = Answered {
            item: question.item.clone(),
            level: question.level,
            seed: question.seed,
            rev: question.rev,
            pack: question.pack.clone(),
            skill: question.skill.clone(),
            step: question.step().map(String::from),
            response,
            attempt,
            right,
            rules: why.rules,
            family: why.family,
            hints: u8::try_from(hints).unwrap_or(u8::MAX),
            options: question.response.options(),
            ms: u32::try_from((self.now.wall - practice.since).clamp(0, 86_400_000)).unwrap_or(0),
            confidence: practice.confidence.filter(|_| attempt == 1),
            skin: question.skin.clone(),
            locale: question.locale.code().into(),
        };
        let mut cmds = self.record_lines(&answer);
        if attempt == 0 {
            return cmds;
        }
        let skill = answer.skill.clone();
        let before = self.learner.shown(&skill);
        self.sitting.answers += u32::from(attempt == 1);
        self.sitting.right += u32::from(attempt == 1 && right);
        let tried = |learner: &Learner| learner.trial.as_ref().is_some_and(|trial| trial.open);
        let trying = tried(&self.learner) && self.desk.as_ref().is_some_and(|p| p.reason == Reason::Prove);
        cmds.extend(self.add_to_record(Event::Answered(answer)));
        if self.sitting.answers == 1 && attempt == 1 {
            cmds.extend(self.fetch_siblings(&skill));
        }
        self.sitting.trial_over |= trying && !tried(&self.learner);
        let level = self.learner.level(&skill, self.day());
        if level > before {
            if let Some(practice) = &mut self.desk {
                practice.reached = Some(level);
            }
            cmds.extend(self.add_to_record(Event::LevelShown { skill, level, model: MODEL }));
        }
        cmds
    }

    /// Each step of a line is a first attempt at its own skill.
    fn record_lines(&mut self, answer: &Answered) -> Vec<Cmd> {
        let Some(practice) = self.desk.as_ref().filter(|_| answer.attempt < 3) else { return Vec::new() };
        let Response::More(task) = &practice.question.response else { return Vec::new() };
        // Lines remember what was written before; cells do not, so only the first time counts.
        if answer.attempt > 1 && !matches!(**task, Task::Lines(_)) {
            return Vec::new();
        }
        let mut cmds = Vec::new();
        for found in wide::evidence(&practice.question, task, &answer.response) {
            cmds.extend(self.add_to_record(Event::Answered(Answered {
                skill: found.skill,
                step: Some(found.step.into()),
                response: found.line,
                attempt: 1,
                right: found.right,
                rules: Vec::new(),
                family: None,
                ..answer.clone()
            })));
        }
        cmds
    }

    /// The other unit files of a skill, while the learner reads what is said of the first answer.
    fn fetch_siblings(&self, skill: &str) -> Vec<Cmd> {
        let Some(skill) = self.learner.map().skill(skill) else { return Vec::new() };
        self.fetch_missing(skill.items.iter().filter_map(|entry| skill.unit_of(entry)))
    }

    fn hint_asked(&mut self) -> Vec<Cmd> {
        let mut cmds = self.edit(|practice| {
            practice.open_hint();
        });
        cmds.push(Cmd::Focus(Focus::Said));
        cmds
    }

    fn next_asked(&mut self) -> Vec<Cmd> {
        if let (Route::Question { item, .. }, Some(same)) = (&self.route, &self.same) {
            let level = Some(same.question.level);
            let route =
                Route::Question { item: item.clone(), level, seed: same.question.seed.wrapping_add(1) };
            self.route = route.clone();
            let mut cmds = vec![Cmd::Readdress(route)];
            cmds.extend(self.enter());
            cmds.push(Cmd::Focus(Focus::Answer));
            return cmds;
        }
        // Steps and scaffolds of the same question come first.
        let now = self.now.wall;
        if let Some(step) = self.desk.as_ref().and_then(|practice| practice.next_step(now)) {
            self.desk = Some(step);
            return vec![Cmd::Freeze, Cmd::Focus(Focus::Answer)];
        }
        self.desk = None;
        let mut cmds = self.end_search();
        cmds.extend(recorded::go_on(self));
        cmds.extend([Cmd::Freeze, Cmd::Focus(self.where_it_goes_on())]);
        cmds
    }

    /// The search for a starting point is bounded; then practice begins.
    fn end_search(&mut self) -> Vec<Cmd> {
        let over = self.learner.mode == Some(Mode::FindStart) && !select::searching(&self.learner);
        if over { recorded::record(self, Event::Began { mode: Mode::Practise }) } else { Vec::new() }
    }

    fn declined(&mut self, why: Why) -> Vec<Cmd> {
        if self.linked() {
            return self.next_asked();
        }
        let Some(practice) = &self.desk else { return Vec::new() };
        let question = &practice.question;
        let declined = Declined {
            item: question.item.clone(),
            level: question.level,
            seed: question.seed,
            skill: question.skill.clone(),
            why,
        };
        self.wish = None;
        let mut cmds = self.add_to_record(Event::Declined(declined));
        cmds.extend(self.next_asked());
        cmds
    }

    fn helped(&mut self) -> Vec<Cmd> {
        let at = self.last;
        let Some(practice) = self.desk.as_mut().filter(|practice| practice.attempts > 0 && !practice.helped)
        else {
            return Vec::new();
        };
        practice.helped = true;
        let question = &practice.question;
        let event =
            Event::Helped { item: question.item.clone(), level: question.level, seed: question.seed, at };
        let mut cmds = self.add_to_record(event);
        cmds.extend([Cmd::Freeze, Cmd::Focus(Focus::Next)]);
        cmds
    }

    fn sure(&mut self, said: u8) -> Vec<Cmd> {
        if let Some(practice) = self.desk.as_mut().filter(|practice| practice.attempts == 0) {
            practice.confidence = Some(said);
        }
        Vec::new()
    }

    /// Applies a fact and asks for it to be written: the only place where either happens.
    pub(super) fn add_to_record(&mut self, event: Event) -> Vec<Cmd> {
        self.last = self.last.tick(self.now.wall);
        if self.salt == 0 {
            self.salt = salt(self.last);
        }
        let fact = Fact { at: self.last, clock: self.now, event };
        self.learner.apply(&fact);
        self.sitting.added.push(fact.clone());
        vec![Cmd::Append(fact)]
    }
}

/// Drawing questions.
impl Session {
    /// After a question: perhaps a pause, else what comes next.
    pub(super) fn go_on(&mut self) -> Vec<Cmd> {
        self.pause().unwrap_or_else(|| self.choose_next())
    }

    pub(super) fn choose_next(&mut self) -> Vec<Cmd> {
        // What was begun is finished first, though another question could be asked at once.
        if self.frozen.is_some() {
            return self.fetch_kept();
        }
        match self.help_due() {
            Ok(Some(aside)) => {
                self.aside = Some(aside);
                return vec![Cmd::Focus(Focus::Heading)];
            }
            Ok(None) => {}
            Err(cmds) => return cmds,
        }
        if today::over(&self.learner, self.day()) {
            self.sitting.beyond = Some(self.day());
        }
        let Some(pick) = select::next(&self.learner, self.day(), self.wish.as_deref(), self.salt) else {
            return Vec::new();
        };
        let pick = match self.telling(pick) {
            Ok(pick) => pick,
            Err(cmds) => return cmds,
        };
        // What is met in private is not met again on the record: its seeds are others.
        let seed = if self.is_private() { pick.seed.wrapping_add(PRIVATE_SEEDS) } else { pick.seed };
        match self.draw_fresh(&pick.item, pick.level, seed, pick.reason) {
            Ok(practice) => {
                self.desk = Some(practice);
                vec![Cmd::Freeze]
            }
            Err(cmds) if cmds.is_empty() => self.draw_another(&pick.skill),
            Err(cmds) => cmds,
        }
    }

    /// After an answer that a wrong rule explains, a question of another item on which it would show alone (L5). Which
    /// file it lies in follows from the map, never from what is here already.
    fn telling(&self, pick: Pick) -> Result<Pick, Vec<Cmd>> {
        let (map, learner) = (self.learner.map(), &self.learner);
        let (Some(doubt), Some(skill)) = (learner.doubt(&pick.skill), map.skill(&pick.skill)) else {
            return Ok(pick);
        };
        let own = skill.items.iter().find(|entry| entry.item == pick.item && entry.level == pick.level);
        let other = |entry: &&ItemRef| entry.item != doubt.item;
        // The question that would come anyway, or else the next best of its file.
        let Some(first) = own.into_iter().chain(&skill.items).find(other) else { return Ok(pick) };
        let Some(file) = skill.unit_of(first) else { return Ok(pick) };
        let Some(unit) = self.units.get(file) else { return Err(vec![Cmd::Fetch(file.into())]) };
        let mut entries: Vec<&ItemRef> = skill.items.iter().filter(other).collect();
        entries.retain(|entry| skill.unit_of(entry) == Some(file));
        entries.sort_by_key(|entry| (*entry != first, entry.level.abs_diff(pick.level)));
        let rules: Vec<&str> = doubt.rules.iter().map(|rule| &**rule).collect();
        let found = entries.iter().find_map(|entry| {
            let from = select::seed_of(learner, entry, self.salt);
            Some((entry, unit.telling(&entry.item, entry.level, &rules, from)?))
        });
        Ok(match found {
            Some((entry, seed)) => Pick { item: entry.item.clone(), level: entry.level, seed, ..pick },
            None => pick,
        })
    }

    /// An item that the map names may be missing from a damaged unit: another of its skill, or of any other, will do.
    fn draw_another(&mut self, skill: &str) -> Vec<Cmd> {
        let map = self.learner.map().clone();
        let (same, others): (Vec<_>, Vec<_>) = map.skills.iter().partition(|other| other.id == skill);
        let entries = same.iter().chain(&others).flat_map(|skill| &skill.items);
        let seed = self.learner.answers;
        let drawn = entries
            .filter_map(|entry| self.draw_fresh(&entry.item, entry.level, seed, Reason::Other).ok())
            .next();
        self.desk = drawn;
        if self.desk.is_some() { vec![Cmd::Freeze] } else { Vec::new() }
    }

    fn link(&mut self, item: &str, level: Option<u8>, seed: u32) -> Vec<Cmd> {
        let shown = self.same.as_ref().is_some_and(|same| {
            let question = &same.question;
            question.item == item
                && question.seed == seed
                && level.is_none_or(|level| level == question.level)
        });
        if shown {
            return Vec::new();
        }
        self.same = None;
        let Some(level) = level.or_else(|| self.first_level(item)) else { return Vec::new() };
        match self.draw(item, level, seed) {
            Ok(question) => {
                self.same = Some(Practice::new(question, Reason::Linked, false, self.now.wall));
                Vec::new()
            }
            Err(cmds) => cmds,
        }
    }

    fn open_lesson(&mut self, skill: &str, step: usize) -> Vec<Cmd> {
        let unit = self.learner.map().skill(skill).and_then(|skill| skill.lesson.clone());
        match unit {
            Some(unit) if !self.units.contains_key(&unit) => return vec![Cmd::Fetch(unit)],
            Some(_) => lesson::start(self, skill, step),
            None => {}
        }
        Vec::new()
    }

    fn first_level(&self, item: &str) -> Option<u8> {
        let entries = self.learner.map().skills.iter().flat_map(|skill| &skill.items);
        entries.filter(|entry| entry.item == item).map(|entry| entry.level).min()
    }

    /// The question, or what must be fetched first.
    pub(super) fn draw(&self, item: &str, level: u8, seed: u32) -> Result<Question, Vec<Cmd>> {
        let Some(unit_id) = self.learner.map().unit_of(item, level) else { return Err(Vec::new()) };
        let Some(unit) = self.units.get(unit_id) else { return Err(vec![Cmd::Fetch(unit_id.into())]) };
        unit.draw(item, level, seed, self.locale).map_err(|_| Vec::new())
    }

    /// A question for the learner's own desk, told for what they like. Two questions of an item that look alike do not
    /// follow each other closely: the later one steps to the next seed.
    fn draw_fresh(&self, item: &str, level: u8, seed: u32, reason: Reason) -> Result<Practice, Vec<Cmd>> {
        let question = self.draw(item, level, seed)?;
        let alike = self.learner.recent.iter().filter(|recent| recent.item == item);
        let recent: Vec<u64> = alike
            .filter_map(|recent| self.draw(item, recent.level, recent.seed).ok())
            .map(|question| question.key())
            .collect();
        let fresh = (0..20).map(|step| seed.wrapping_add(step)).find_map(|seed| {
            let question = self.draw(item, level, seed).ok()?;
            (!recent.contains(&question.key())).then_some(question)
        });
        let interests = self.learner.profile.interests.as_deref().unwrap_or_default();
        let question = fresh.unwrap_or(question).dressed(interests);
        Ok(Practice::new(question, reason, true, self.now.wall))
    }

    /// Draws the questions on the screen again, in the language of the session; drafts stay.
    pub(super) fn redraw(&mut self) {
        lesson::redraw(self);
        self.desk = self.desk.take().map(|practice| self.redrawn(practice));
        self.same = self.same.take().map(|practice| self.redrawn(practice));
        self.aside = self.aside.take().map(|aside| match aside {
            Aside::Example(example) => Aside::Example(Box::new(self.redrawn(*example))),
            Aside::Worked { worked, skill, seed } => {
                let drawn = lesson::example(self, &skill).map(|new| new.go_on_from(&worked));
                Aside::Worked { worked: drawn.map_or(worked, Box::new), skill, seed }
            }
            card => card,
        });
    }

    fn redrawn(&self, practice: Practice) -> Practice {
        let drawn = self
            .question(&practice.question.item, practice.question.level, practice.question.seed)
            .map(|drawn| drawn.in_skin(practice.question.skin.as_deref()))
            .and_then(|drawn| drawn.same_step(practice.question.step()));
        match drawn {
            Some(question) => Practice { question, ..practice },
            None => practice,
        }
    }

    /// A question in the language of the session, if its unit is here.
    pub fn question(&self, item: &str, level: u8, seed: u32) -> Option<Question> {
        self.question_in(self.locale, item, level, seed)
    }

    fn question_in(&self, locale: Locale, item: &str, level: u8, seed: u32) -> Option<Question> {
        let unit = self.units.get(self.learner.map().unit_of(item, level)?)?;
        unit.draw(item, level, seed, locale).ok()
    }

    /// The same question, dress and step in another language; in English where its words are not here.
    pub fn twin(&self, practice: &Practice, locale: Locale) -> Option<Question> {
        let own = &practice.question;
        let twin = self.question_in(locale, &own.item, own.level, own.seed)?;
        twin.in_skin(own.skin.as_deref()).same_step(own.step())
    }

    /// Puts the kept question back once its unit is here. A question that cannot be drawn any more is dropped:
    /// its answers are facts already.
    pub(super) fn put_back(&mut self) {
        let Some(frozen) = self.frozen.take() else { return };
        let unit = self.learner.map().unit_of(&frozen.item, frozen.level);
        match unit.map(|unit| self.units.get(unit)) {
            Some(Some(unit)) => {
                let drawn = unit.draw(&frozen.item, frozen.level, frozen.seed, self.locale);
                let drawn = drawn.ok().filter(|question| question.rev == frozen.rev);
                let drawn = drawn.map(|question| question.in_skin(frozen.skin.as_deref()));
                let drawn = drawn.and_then(|question| question.same_step(frozen.step.as_deref()));
                self.desk = drawn.map(|question| Practice::thaw(question, frozen, self.now.wall));
            }
            Some(None) => self.frozen = Some(frozen),
            None => {}
        }
    }
}

/// What spreads a learner's drawn seeds, from the time of the first fact.
pub fn salt(first: Hybrid) -> u64 {
    SplitMix64::new(first.ms.unsigned_abs()).next_u64()
}
