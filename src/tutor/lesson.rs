//! A lesson on the desk: its steps one after another, and what the learner did in each. Nothing in a lesson is a test:
//! what is answered here is never recorded. What does the work comes with the wider vocabulary of packs, which every
//! lesson needs, so nothing else in the first module may name what is behind these functions.

use super::kept::Kept;
use super::practice::Practice;
use super::{Aside, Cmd, Focus, Msg, Reason, Route, Session};
use crate::content::more::lesson::{Lesson, Shown, WhyShown};
use crate::content::{Advice, Asked, Figure, Locale, Question, Score, Text, Unit};
use std::sync::{Arc, OnceLock};

/// What a learner does in a lesson, beside answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To this step.
    To(usize),
    /// Another path to the same idea, by its place in the step.
    Path(usize),
    /// The next line of a worked example.
    More,
    /// A choice of "why this step?".
    Why(usize),
}

#[derive(Debug)]
pub struct Desk {
    pub skill: String,
    /// Language of the lesson's words.
    pub locale: Locale,
    /// The places of the parts that belong to each step: more than one where there are several paths.
    pub steps: Vec<Vec<usize>>,
    pub at: usize,
    pub parts: Vec<Part>,
    /// The path that was chosen last, and is taken wherever there is one.
    pub(super) path: Option<String>,
    pub(super) seed: u32,
}

#[derive(Debug)]
pub struct Part {
    /// Parts with the same number are paths to one idea.
    number: u32,
    pub path: Option<String>,
    /// A solution in which somebody made a mistake.
    pub mistake: bool,
    pub doing: Doing,
}

/// A part, and how far the learner is in it.
#[derive(Debug)]
pub enum Doing {
    Explain {
        text: Text,
        figure: Option<Arc<Figure>>,
        alt: String,
    },
    Worked(Worked),
    Faded(Faded),
    /// A question, asked and helped as in practice.
    Asked(Box<Practice>),
}

#[derive(Clone, Debug)]
pub struct Worked {
    pub question: Box<Question>,
    pub lines: Vec<Text>,
    /// Lines that stand there.
    pub seen: usize,
    pub why: Option<WhyShown>,
    /// Choices of "why this step?" so far, in their order.
    pub chosen: Vec<usize>,
}

#[derive(Debug)]
pub struct Faded {
    pub question: Box<Question>,
    /// With the boxes that are filled by now.
    pub lines: Vec<Text>,
    /// Every box, in reading order.
    pub boxes: Vec<Asked>,
    pub filled: usize,
    pub draft: String,
    pub said: Option<BoxSaid>,
    /// Misses in the box that is open.
    pub(super) misses: u8,
}

/// What is said of the last box that was filled, or tried.
#[derive(Clone, Debug, PartialEq)]
pub enum BoxSaid {
    Fits,
    NotYet,
    /// After a second miss it is filled in, so that nobody is stuck.
    FilledIn,
    Advice(Advice),
}

/// The functions that are fetched.
pub struct Lessons {
    open: fn(&mut Session, &str, usize),
    redraw: fn(&mut Session),
    update: fn(&mut Session, Msg) -> Vec<Cmd>,
    example: fn(&Session, &str) -> Option<Worked>,
    freeze: fn(&Desk) -> Option<String>,
}

impl Lessons {
    pub fn here() -> Self {
        Self {
            open: put_on_desk,
            redraw: draw_again,
            update: moved_and_kept,
            example: example_of,
            freeze: Kept::written,
        }
    }
}

static HERE: OnceLock<Lessons> = OnceLock::new();

/// Brings the functions in; once is enough.
pub fn open(lessons: Lessons) {
    let _ = HERE.set(lessons);
}

#[cfg(not(target_family = "wasm"))]
fn here() -> Option<&'static Lessons> {
    Some(HERE.get_or_init(Lessons::here))
}

#[cfg(target_family = "wasm")]
fn here() -> Option<&'static Lessons> {
    HERE.get()
}

/// Puts the lesson about a skill on the desk, at this step.
pub(super) fn start(session: &mut Session, skill: &str, step: usize) {
    if let Some(here) = here() {
        (here.open)(session, skill, step);
    }
}

/// The same in the language of the session.
pub(super) fn redraw(session: &mut Session) {
    if let Some(here) = here().filter(|_| session.lesson.is_some()) {
        (here.redraw)(session);
    }
}

pub(super) fn update(session: &mut Session, msg: Msg) -> Vec<Cmd> {
    here().map(|here| (here.update)(session, msg)).unwrap_or_default()
}

/// The worked example of a skill's lesson that asks "why this step?", all its lines to be seen.
pub(super) fn example(session: &Session, skill: &str) -> Option<Worked> {
    (here()?.example)(session, skill)
}

/// The lesson to keep for the next opening: the one on the desk, or one that still waits to be put there.
pub(super) fn freeze(session: &Session) -> Option<String> {
    match (&session.lesson, here()) {
        (Some(desk), Some(here)) => (here.freeze)(desk),
        _ => session.kept_lesson.clone(),
    }
}

fn example_of(session: &Session, skill: &str) -> Option<Worked> {
    let unit = session.lesson_unit(skill)?;
    let lesson = unit.lesson(skill)?;
    let parts = 0..lesson.parts.len();
    let mut shown = parts.filter_map(|part| lesson.show(part, unit, session.learner.answers, session.locale));
    shown.find_map(|shown| match shown {
        Shown::Worked { question, lines, why: Some(why) } => {
            Some(Worked { question, seen: lines.len(), lines, why: Some(why), chosen: Vec::new() })
        }
        _ => None,
    })
}

fn put_on_desk(session: &mut Session, skill: &str, step: usize) {
    if let Some(desk) = session.lesson.as_mut().filter(|desk| desk.skill == skill) {
        return desk.go(step);
    }
    session.lesson = None;
    let Some(unit) = session.lesson_unit(skill) else { return };
    let Some(lesson) = unit.lesson(skill) else { return };
    let kept = session.kept_lesson.as_deref().and_then(Kept::read).filter(|kept| kept.skill == skill);
    let now = session.now().wall;
    // Another one each time there is something new, and the same again after a reload.
    let seed = kept.as_ref().map_or(session.learner.answers, |kept| kept.seed);
    let mut desk = Desk::of(lesson, unit, seed, session.locale, now);
    desk.go(step);
    // An address without a step leads to the lesson, not to its beginning: it goes on where it was left.
    if let Some(kept) = kept
        && let Some(at) = kept.put_back(&mut desk, now).filter(|_| step == 0)
    {
        desk.go(at);
        session.route = Route::Lesson { skill: desk.skill.clone(), step: desk.at };
    }
    session.kept_lesson = None;
    session.lesson = Some(Box::new(desk));
}

fn draw_again(session: &mut Session) {
    let Some(mut old) = session.lesson.take() else { return };
    let drawn = session.lesson_unit(&old.skill).and_then(|unit| {
        let lesson = unit.lesson(&old.skill)?;
        Some(Desk::of(lesson, unit, old.seed, session.locale, session.now().wall))
    });
    if let Some(mut new) = drawn {
        (new.at, new.path) = (old.at, old.path.take());
        for (new, old) in new.parts.iter_mut().zip(old.parts) {
            new.doing.go_on_from(old.doing);
        }
        session.lesson = Some(Box::new(new));
    }
}

/// What is done in a lesson is kept at every step, like a question on the desk.
fn moved_and_kept(session: &mut Session, msg: Msg) -> Vec<Cmd> {
    let mut cmds = moved(session, msg);
    if session.route != Route::Practice {
        cmds.push(Cmd::Freeze);
    }
    cmds
}

fn moved(session: &mut Session, msg: Msg) -> Vec<Cmd> {
    let now = session.now().wall;
    if session.route == Route::Practice {
        return match &mut session.aside {
            Some(Aside::Worked { worked, .. }) => worked.update(&msg),
            _ => Vec::new(),
        };
    }
    let Some(desk) = &mut session.lesson else { return Vec::new() };
    match msg {
        Msg::Lesson(Move::To(step)) => {
            desk.go(step);
            let route = Route::Lesson { skill: desk.skill.clone(), step: desk.at };
            session.route = route.clone();
            vec![Cmd::Readdress(route), Cmd::Focus(Focus::Heading)]
        }
        Msg::Lesson(Move::Path(place)) => {
            let part = desk.steps.get(desk.at).and_then(|step| desk.parts.get(*step.get(place)?));
            desk.path = part.and_then(|part| part.path.clone()).or(desk.path.take());
            Vec::new()
        }
        Msg::NextAsked => {
            if let Some(Doing::Asked(practice)) = desk.doing_mut()
                && let Some(next) = practice.next_step(now)
            {
                **practice = next;
                return vec![Cmd::Focus(Focus::Answer)];
            }
            let on = desk.at + 1;
            moved(session, Msg::Lesson(Move::To(on)))
        }
        other => desk.doing_mut().map(|doing| doing.update(other)).unwrap_or_default(),
    }
}

impl Desk {
    fn of(lesson: &Lesson, unit: &Unit, seed: u32, wanted: Locale, now: i64) -> Self {
        let mut desk = Self {
            skill: lesson.skill.clone(),
            locale: lesson.locale(wanted),
            steps: Vec::new(),
            at: 0,
            parts: Vec::new(),
            path: None,
            seed,
        };
        for (place, part) in lesson.parts.iter().enumerate() {
            // A part that cannot be shown is left out; the linter has told the author.
            let Some(shown) = lesson.show(place, unit, seed, wanted) else { continue };
            let place = desk.parts.len();
            match desk.steps.last_mut().filter(|_| desk.parts.last().is_some_and(|p| p.number == part.number))
            {
                Some(step) => step.push(place),
                None => desk.steps.push(vec![place]),
            }
            desk.parts.push(Part {
                number: part.number,
                path: part.path.clone(),
                mistake: part.kind.is_mistake(),
                doing: Doing::of(shown, now),
            });
        }
        desk
    }

    fn go(&mut self, step: usize) {
        self.at = step.min(self.steps.len().saturating_sub(1));
    }

    /// The place of the part that is shown, among those of the step.
    pub fn shown(&self) -> usize {
        let Some(step) = self.steps.get(self.at) else { return 0 };
        let is_it = |place: &usize| self.path.is_some() && self.parts[*place].path == self.path;
        step.iter().position(is_it).unwrap_or(0)
    }

    pub fn part(&self) -> Option<&Part> {
        self.parts.get(*self.steps.get(self.at)?.get(self.shown())?)
    }

    fn doing_mut(&mut self) -> Option<&mut Doing> {
        let place = *self.steps.get(self.at)?.get(self.shown())?;
        self.parts.get_mut(place).map(|part| &mut part.doing)
    }

    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.steps.len()
    }
}

impl Doing {
    /// Nothing more is to be done in this part; going on is possible before that, too.
    pub fn is_done(&self) -> bool {
        match self {
            Self::Explain { .. } => true,
            Self::Worked(worked) => worked.all_seen() && worked.explained(),
            Self::Faded(faded) => faded.open().is_none(),
            Self::Asked(practice) => !practice.open(),
        }
    }

    fn of(shown: Shown, now: i64) -> Self {
        match shown {
            Shown::Explain { text, figure, alt } => Self::Explain { text, figure: figure.map(Arc::new), alt },
            Shown::Worked { question, lines, why } => {
                Self::Worked(Worked { question, lines, seen: 1, why, chosen: Vec::new() })
            }
            Shown::Faded { question, lines, asked } => Self::Faded(Faded {
                question,
                lines,
                boxes: asked,
                filled: 0,
                draft: String::new(),
                said: None,
                misses: 0,
            }),
            Shown::Question(question) => {
                Self::Asked(Box::new(Practice::new(*question, Reason::Linked, false, now)))
            }
        }
    }

    /// Takes over how far the learner was in the same part in another language.
    fn go_on_from(&mut self, old: Self) {
        match (self, old) {
            (Self::Worked(new), Self::Worked(old)) => *new = new.clone().go_on_from(&old),
            (Self::Faded(new), Self::Faded(old)) => {
                new.go_on_from(old.filled, old.draft, old.misses);
                new.said = old.said;
            }
            (Self::Asked(new), Self::Asked(old)) => {
                let question = new.question.clone().in_skin(old.question.skin.as_deref());
                if let Some(question) = question.same_step(old.question.step()) {
                    **new = Practice { question, ..*old };
                }
            }
            _ => {}
        }
    }

    fn update(&mut self, msg: Msg) -> Vec<Cmd> {
        match self {
            Self::Explain { .. } => Vec::new(),
            Self::Worked(worked) => worked.update(&msg),
            Self::Faded(faded) => faded.update(msg),
            Self::Asked(practice) => answered(practice, msg),
        }
    }
}

/// As in practice, but nothing comes of it.
fn answered(practice: &mut Practice, msg: Msg) -> Vec<Cmd> {
    match msg {
        Msg::Typed(draft) => practice.set_draft(draft),
        Msg::Pressed(key) => practice.set_draft(format!("{}{key}", practice.draft)),
        Msg::Backspaced => practice.set_draft(shortened(&practice.draft)),
        Msg::Chose(place) => practice.choose(place),
        Msg::Placed(group, place) => practice.place(group, place),
        Msg::HintAsked => {
            practice.open_hint();
            return vec![Cmd::Focus(Focus::Said)];
        }
        Msg::Submitted => {
            practice.check(|_| false);
            return vec![Cmd::Focus(if practice.open() { Focus::Answer } else { Focus::Next })];
        }
        _ => {}
    }
    Vec::new()
}

fn shortened(draft: &str) -> String {
    let mut draft = draft.to_string();
    draft.pop();
    draft
}

impl Worked {
    fn update(&mut self, msg: &Msg) -> Vec<Cmd> {
        match msg {
            Msg::Lesson(Move::More) => {
                self.seen = (self.seen + 1).min(self.lines.len());
                let done = self.seen == self.lines.len();
                let next = if self.why.is_some() { Focus::Answer } else { Focus::Next };
                return if done { vec![Cmd::Focus(next)] } else { Vec::new() };
            }
            Msg::Lesson(Move::Why(place)) if !self.explained() => self.chosen.push(*place),
            _ => {}
        }
        Vec::new()
    }

    /// As far as the learner was in the same example in another language.
    pub(super) fn go_on_from(self, old: &Self) -> Self {
        Self { seen: old.seen, chosen: old.chosen.clone(), ..self }
    }

    pub fn all_seen(&self) -> bool {
        self.seen >= self.lines.len()
    }

    /// The reason was chosen, or told after two others.
    pub fn explained(&self) -> bool {
        let right = |why: &WhyShown| self.chosen.contains(&why.right) || self.chosen.len() >= 2;
        self.why.as_ref().is_none_or(right)
    }
}

impl Faded {
    fn update(&mut self, msg: Msg) -> Vec<Cmd> {
        match msg {
            Msg::Typed(draft) => self.set_draft(&draft),
            Msg::Pressed(key) => self.set_draft(&format!("{}{key}", self.draft)),
            Msg::Backspaced => self.set_draft(&shortened(&self.draft)),
            Msg::Submitted => {
                self.check();
                return vec![Cmd::Focus(if self.open().is_some() { Focus::Answer } else { Focus::Next })];
            }
            _ => {}
        }
        Vec::new()
    }

    /// With this many boxes filled, and this typed into the next one.
    pub(super) fn go_on_from(&mut self, filled: usize, draft: String, misses: u8) {
        self.filled = filled.min(self.boxes.len());
        self.lines = self.question.faded(self.boxes.len() - self.filled).0;
        (self.draft, self.misses) = (draft, misses);
    }

    /// The box that is to be filled now.
    pub fn open(&self) -> Option<&Asked> {
        self.boxes.get(self.filled)
    }

    fn set_draft(&mut self, draft: &str) {
        self.draft = draft.chars().take(64).collect();
        self.said = None;
    }

    fn check(&mut self) {
        let Some(asked) = self.boxes.get(self.filled).filter(|_| !self.draft.trim().is_empty()) else {
            return;
        };
        match self.question.check_box(asked, &self.draft) {
            Score::Advice(advice) => self.said = Some(BoxSaid::Advice(advice)),
            Score::Right => self.fill(BoxSaid::Fits),
            Score::Wrong { .. } if self.misses > 0 => self.fill(BoxSaid::FilledIn),
            Score::Wrong { .. } => {
                self.misses += 1;
                self.said = Some(BoxSaid::NotYet);
            }
        }
    }

    fn fill(&mut self, said: BoxSaid) {
        self.filled += 1;
        self.lines = self.question.faded(self.boxes.len() - self.filled).0;
        self.draft.clear();
        (self.said, self.misses) = (Some(said), 0);
    }
}
