//! One question on the desk: what was typed, what was said about it, and what may be done next.
//!
//! The two stages of feedback (L5): a first miss gets something to check the answer by and a second try; a second
//! miss gets a hint and a worked solution whose last step the learner does.

use super::select::Reason;
use crate::content::more::respond::{BETWEEN, Task};
use crate::content::wide;
use crate::content::{Advice, Asked, LearnerState, Question, Response, Score};
use crate::learner::Level;
use crate::learner::json::{Json, Object};
use serde::Serialize;

#[derive(Clone, Debug)]
pub struct Practice {
    pub question: Question,
    pub reason: Reason,
    /// False on a same-question page: nothing that happens here is recorded.
    pub recorded: bool,
    /// What is typed, or the value of the option chosen; in the worked solution, its last step.
    pub draft: String,
    /// The last checked answer, as recorded.
    pub mine: Option<String>,
    pub phase: Phase,
    /// Checked answers so far.
    pub attempts: u8,
    /// Places of the opened hints.
    pub hints: Vec<usize>,
    pub advice: Option<Advice>,
    /// The wrong rule that may be named now.
    pub named: Option<String>,
    /// Whether somebody helped with the answer.
    pub helped: bool,
    /// Ids of the steps to come, scaffolds first and the step they belong to last.
    pub queue: Vec<String>,
    /// A step that has come back after its scaffolds.
    pub returned: bool,
    /// The level that this answer brought.
    pub reached: Option<Level>,
    /// How sure the learner said to be before the first check (O5): 1 a guess, 2 thinks so, 3 sure.
    pub confidence: Option<u8>,
    /// Wall-clock milliseconds at which the question appeared.
    pub since: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Asking,
    /// After a first miss.
    Again,
    /// After a second miss: the solution stands there, its last step is open.
    Worked,
    /// Answered right; nothing is left to do.
    Right,
    /// The worked solution is complete.
    Shown,
}

/// What a check came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// Not an attempt; the advice stands in `Practice::advice`.
    Advice,
    /// A right line of work that goes on: evidence for its own step only.
    Line,
    /// An attempt at the question.
    Attempt { right: bool, why: Explained },
    /// The last step of the worked solution.
    LastStep { right: bool },
    /// There was nothing to check.
    Nothing,
}

/// What explains a wrong answer, if anything does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explained {
    /// Every wrong rule that gives it.
    pub rules: Vec<String>,
    /// The one family they are all of, where it is not the one rule itself.
    pub family: Option<String>,
}

impl Practice {
    pub fn new(question: Question, reason: Reason, recorded: bool, now: i64) -> Self {
        Self {
            question,
            reason,
            recorded,
            draft: String::new(),
            mine: None,
            phase: Phase::Asking,
            attempts: 0,
            hints: Vec::new(),
            advice: None,
            named: None,
            helped: false,
            queue: Vec::new(),
            returned: false,
            reached: None,
            confidence: None,
            since: now,
        }
    }

    /// Whether an answer, or a last step, can still be given.
    pub fn open(&self) -> bool {
        matches!(self.phase, Phase::Asking | Phase::Again | Phase::Worked)
    }

    pub fn can_check(&self) -> bool {
        // The same answer again is no second attempt, whatever was written beside it.
        let mine = self.mine.as_deref().map(|mine| self.result(mine));
        let same = self.phase == Phase::Again && mine == Some(self.result(&self.draft));
        self.open() && !same && !self.draft.trim().is_empty()
    }

    /// An answer without the marks and the working of columns.
    fn result<'a>(&self, answer: &'a str) -> &'a str {
        match &self.question.response {
            Response::More(task) if matches!(**task, Task::Columns(_)) => {
                answer.split(BETWEEN).next().unwrap_or_default()
            }
            _ => answer,
        }
    }

    pub fn set_draft(&mut self, draft: String) {
        if self.open() {
            // Longer than any number a child means to type; the engine would only say so.
            let most = if matches!(self.question.response, Response::More(_)) { 400 } else { 64 };
            self.draft = draft.chars().take(most).collect();
            self.advice = None;
        }
    }

    pub fn choose(&mut self, place: usize) {
        if let Response::Choose { options } = &self.question.response
            && self.phase != Phase::Worked
            && let Some(option) = options.get(place)
        {
            let value = option.value.clone();
            self.set_draft(value);
        }
    }

    /// A press on one choice of an answer that is made of several.
    pub fn place(&mut self, group: usize, place: usize) {
        if let Response::More(task) = &self.question.response
            && self.phase != Phase::Worked
        {
            let draft = wide::pressed(task, &self.draft, group, place);
            self.set_draft(draft);
        }
    }

    /// What comes after this step: after a miss its scaffolds, then the step again as a helped one, then the next.
    pub fn next_step(&self, now: i64) -> Option<Self> {
        let mut queue = self.queue.clone();
        if queue.is_empty() && !self.returned && self.attempts > 0 && self.phase != Phase::Right {
            queue =
                self.question.scaffolds().iter().filter_map(|step| step.step().map(String::from)).collect();
            if !queue.is_empty() {
                queue.extend(self.question.step().map(String::from));
            }
        }
        let returned = queue.len() == 1;
        let question = match queue.is_empty() {
            true => self.question.next_step()?,
            false => self.question.step_named(&queue.remove(0))?,
        };
        let mut next = Self::new(question, self.reason.clone(), self.recorded, now);
        next.queue = queue;
        next.returned = returned;
        // What comes back after help is no first attempt.
        next.attempts = u8::from(returned);
        Some(next)
    }

    /// What would stand there after an answer, whichever it is: nobody sees it, nothing comes of it.
    pub fn rehearsed(&self) -> Self {
        let mut other = self.clone();
        other.set_draft("1/7".into());
        other.choose(0);
        other.check(|_| false);
        other
    }

    /// Scores the draft. `hit_before` says whether a rule alone explained an answer on another item already.
    pub fn check(&mut self, hit_before: impl Fn(&str) -> bool) -> Checked {
        if !self.can_check() {
            return Checked::Nothing;
        }
        if self.phase == Phase::Worked {
            return self.check_last_step();
        }
        match self.question.score(&self.draft) {
            Score::Advice(advice) => {
                self.advice = Some(advice);
                self.taken()
            }
            Score::Right => {
                self.answered(Phase::Right);
                Checked::Attempt { right: true, why: Explained::default() }
            }
            score @ Score::Wrong { .. } => {
                let why = Explained::of(score);
                self.named = why.named(hit_before);
                let next = if self.attempts == 0 && self.worth_a_second_try() {
                    Phase::Again
                } else {
                    self.worked()
                };
                self.answered(next);
                if next == Phase::Again {
                    self.taken();
                }
                Checked::Attempt { right: false, why }
            }
        }
    }

    /// Work in lines goes on below the line that was checked.
    fn taken(&mut self) -> Checked {
        let Response::More(task) = &self.question.response else { return Checked::Advice };
        let Some(next) = wide::after(&self.question, task, &self.draft) else { return Checked::Advice };
        self.mine = Some(std::mem::replace(&mut self.draft, next));
        Checked::Line
    }

    fn answered(&mut self, phase: Phase) {
        self.attempts += 1;
        self.mine = Some(self.draft.clone());
        self.advice = None;
        self.phase = phase;
        if phase == Phase::Worked || phase == Phase::Shown {
            self.draft.clear();
        }
    }

    /// Of two options the other one is left: a second try would be a formality.
    fn worth_a_second_try(&self) -> bool {
        !matches!(&self.question.response, Response::Choose { options } if options.len() <= 2)
    }

    fn worked(&self) -> Phase {
        if self.asked().is_some() { Phase::Worked } else { Phase::Shown }
    }

    fn check_last_step(&mut self) -> Checked {
        match self.question.check_last_step(&self.draft) {
            Score::Advice(advice) => {
                self.advice = Some(advice);
                Checked::Advice
            }
            score => {
                self.advice = None;
                self.phase = Phase::Shown;
                Checked::LastStep { right: score == Score::Right }
            }
        }
    }

    pub fn asked(&self) -> Option<Asked> {
        self.question.solution().asked
    }

    /// Opens the next hint that applies; false when there is none left.
    pub fn open_hint(&mut self) -> bool {
        let next = self.next_hint();
        if let Some(place) = next {
            self.hints.push(place);
        }
        next.is_some()
    }

    pub fn next_hint(&self) -> Option<usize> {
        if !matches!(self.phase, Phase::Asking | Phase::Again) {
            return None;
        }
        let from = self.hints.last().map_or(0, |last| last + 1);
        self.question.hint(from, &self.state()).map(|hint| hint.at)
    }

    /// What hints may depend on.
    pub fn state(&self) -> LearnerState {
        LearnerState {
            tries: u32::from(self.attempts),
            mine: self.mine.clone(),
            why: self.named.clone(),
            draft: Some(self.draft.clone()).filter(|_| self.phase != Phase::Worked),
        }
    }

    pub fn freeze(&self) -> Frozen {
        Frozen {
            item: self.question.item.clone(),
            level: self.question.level,
            seed: self.question.seed,
            rev: self.question.rev,
            reason: self.reason.clone(),
            draft: self.draft.clone(),
            mine: self.mine.clone(),
            phase: self.phase,
            attempts: self.attempts,
            hints: self.hints.clone(),
            named: self.named.clone(),
            helped: self.helped,
            step: self.question.step().map(String::from),
            skin: self.question.skin.clone(),
            queue: self.queue.clone(),
            returned: self.returned,
        }
    }

    /// Puts a kept question back as it was. The time away is not counted.
    pub fn thaw(question: Question, frozen: Frozen, now: i64) -> Self {
        Self {
            question,
            reason: frozen.reason,
            recorded: true,
            draft: frozen.draft,
            mine: frozen.mine,
            phase: frozen.phase,
            attempts: frozen.attempts,
            hints: frozen.hints,
            advice: None,
            named: frozen.named,
            helped: frozen.helped,
            queue: frozen.queue,
            returned: frozen.returned,
            reached: None,
            confidence: None,
            since: now,
        }
    }
}

impl Explained {
    fn of(score: Score) -> Self {
        let family = score.explained_by().map(String::from);
        let Score::Wrong { rules, .. } = score else { return Self::default() };
        let family = family.filter(|family| rules.iter().ne([family]));
        Self { rules, family }
    }

    /// The rule that may be named: one that alone explained an answer on another item before, or whose family did (L5).
    fn named(&self, hit_before: impl Fn(&str) -> bool) -> Option<String> {
        let alone = self.rules.len() == 1 || self.family.is_some();
        let before = self.rules.iter().find(|rule| alone && hit_before(rule));
        let family = self.family.as_deref().is_some_and(&hit_before);
        before.or(self.rules.first().filter(|_| family)).cloned()
    }
}

/// A question as it is kept while the lid is closed (L12).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frozen {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub rev: u32,
    pub reason: Reason,
    pub draft: String,
    pub mine: Option<String>,
    pub phase: Phase,
    pub attempts: u8,
    pub hints: Vec<usize>,
    pub named: Option<String>,
    pub helped: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skin: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub queue: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub returned: bool,
}

impl Frozen {
    /// Whether anything was done about the question.
    pub fn touched(&self) -> bool {
        self.attempts > 0 || !self.draft.is_empty() || !self.hints.is_empty()
    }

    /// Nothing where another release wrote what this one does not understand.
    pub fn read(json: &str) -> Option<Self> {
        let frozen = Object::read(json)?;
        let hints = frozen.needs("hints", Json::list)?;
        let queue = frozen.may("queue", Json::list)?.unwrap_or_default();
        Some(Self {
            item: frozen.needs("item", Json::text)?,
            level: frozen.needs("level", Json::number)?,
            seed: frozen.needs("seed", Json::number)?,
            rev: frozen.needs("rev", Json::number)?,
            reason: frozen.needs("reason", Reason::of)?,
            draft: frozen.needs("draft", Json::text)?,
            mine: frozen.may("mine", Json::text)?,
            phase: frozen.needs("phase", Phase::of)?,
            attempts: frozen.needs("attempts", Json::number)?,
            hints: hints.into_iter().map(Json::number).collect::<Option<_>>()?,
            named: frozen.may("named", Json::text)?,
            helped: frozen.may("helped", Json::truth)?.unwrap_or_default(),
            step: frozen.may("step", Json::text)?,
            skin: frozen.may("skin", Json::text)?,
            queue: queue.into_iter().map(Json::text).collect::<Option<_>>()?,
            returned: frozen.may("returned", Json::truth)?.unwrap_or_default(),
        })
    }
}

impl Phase {
    fn of(json: Json) -> Option<Self> {
        match &*json.text()? {
            "asking" => Some(Self::Asking),
            "again" => Some(Self::Again),
            "worked" => Some(Self::Worked),
            "right" => Some(Self::Right),
            "shown" => Some(Self::Shown),
            _ => None,
        }
    }
}
