//! What a learner decides for themselves: put a skill away or onto the plan, prove it, set a goal, practise in private.
//! All of it comes with the record (`recorded.rs`).

use super::practice::{Frozen, Practice};
use super::select::{self, Pick};
use super::session::{Aside, Stage};
use super::support::{self, Support};
use super::{Cmd, Focus, Route, Session, Sitting, lesson, today};
use crate::learner::{Event, Learner, Plan, Why};
use crate::num::{Day, Hybrid};

#[derive(Clone, Debug, PartialEq)]
pub enum Steer {
    /// "Not now" or "I haven't learned this yet", said of a skill.
    PutOff {
        skill: String,
        why: Why,
    },
    /// "I don't think I know this yet": onto the plan.
    Want(String),
    /// "Prove it".
    Prove(String),
    /// This skill is my goal, for that day or for none.
    Goal {
        skill: String,
        by: Option<Day>,
    },
    NoGoal,
    /// An adult's plan was opened on this device, or taken back: an empty one.
    Plan(Plan),
    /// This number in that class is mine. A class that nobody named is empty.
    Join {
        class: String,
        number: u8,
    },
    /// From here on nothing is stored.
    Private,
    /// It is stored again; what was done in between is forgotten.
    NotPrivate,
    /// "Someone helped me" with an earlier answer.
    Helped {
        item: String,
        level: u8,
        seed: u32,
    },
    /// A worked example was read, or a card was seen.
    AsideDone,
    /// A return code gave these skills back.
    BroughtBack(Vec<String>),
    /// What was right on a sheet of paper: its id, and the numbers of questions.
    Paper {
        sheet: String,
        marks: String,
    },
}

/// What a session was before private practice, and is again after it.
#[derive(Debug)]
pub struct Public {
    pub(super) learner: Learner,
    desk: Option<Practice>,
    aside: Option<Aside>,
    frozen: Option<Frozen>,
    sitting: Sitting,
    last: Hybrid,
}

impl Session {
    pub(super) fn steer(&mut self, steer: Steer) -> Vec<Cmd> {
        match steer {
            Steer::PutOff { skill, why } => self.put_off(skill, why),
            Steer::Want(skill) => self.want(skill),
            Steer::Prove(skill) => self.prove(skill),
            Steer::Goal { skill, by } => self.add_to_record(Event::GoalSet { skill, by }),
            Steer::NoGoal => self.add_to_record(Event::GoalCleared),
            Steer::Plan(plan) => self.plan(plan),
            Steer::Join { class, number } => self.join(class, number),
            Steer::Private => self.go_private(),
            Steer::NotPrivate => self.end_private(true),
            Steer::Helped { item, level, seed } => self.helped_earlier(item, level, seed),
            Steer::AsideDone => self.aside_done(),
            Steer::BroughtBack(skills) => self.brought_back(skills),
            Steer::Paper { sheet, marks } => self.add_to_record(Event::PaperMarked { sheet, marks }),
        }
    }

    /// From a teacher's link it goes on where the learner stands; a number alone is changed where it is shown.
    fn join(&mut self, class: String, number: u8) -> Vec<Cmd> {
        let from_link = matches!(&self.route, Route::Room(path) if path.starts_with("join"));
        let mut cmds = self.add_to_record(Event::Joined { class, number });
        cmds.push(if from_link { Cmd::Go(Route::Home) } else { Cmd::Focus(Focus::Heading) });
        cmds
    }

    fn put_off(&mut self, skill: String, why: Why) -> Vec<Cmd> {
        self.leave_desk(&skill);
        let mut cmds = self.add_to_record(Event::PutOff { skill, why });
        cmds.extend([Cmd::Freeze, Cmd::Focus(Focus::Heading)]);
        cmds
    }

    /// On the card of a trial it also ends the trial and leads on.
    fn want(&mut self, skill: String) -> Vec<Cmd> {
        let asked = self.route == Route::Practice;
        self.leave_desk(&skill);
        let mut cmds = self.add_to_record(Event::Wanted { skill });
        cmds.extend(if asked { self.choose_next() } else { Vec::new() });
        let place = if asked { self.where_it_goes_on() } else { Focus::Heading };
        cmds.extend([Cmd::Freeze, Cmd::Focus(place)]);
        cmds
    }

    /// A question that nobody touched yet gives way to the plan. One that was put down is not held out again while its page
    /// stays open; it is only kept there to be taken up again.
    fn plan(&mut self, plan: Plan) -> Vec<Cmd> {
        if self.desk.as_ref().is_some_and(|desk| !desk.freeze().touched()) {
            self.desk = None;
        }
        if plan == Plan::default() && matches!(&self.route, Route::Room(path) if path.starts_with("unit/")) {
            self.route = Route::Room("unit".into());
        }
        self.put_down = (plan == Plan::default()).then(|| self.learner.plan.clone().into());
        let mut cmds = self.add_to_record(Event::PlanSet(plan));
        cmds.extend([Cmd::Freeze, Cmd::Focus(Focus::Heading)]);
        cmds
    }

    fn prove(&mut self, skill: String) -> Vec<Cmd> {
        let Some(trial) = support::trial(&self.learner, &skill, self.day(), self.salt) else {
            return Vec::new();
        };
        let questions = u8::try_from(trial.len()).unwrap_or(u8::MAX);
        self.stage = Stage::Under;
        self.wish = None;
        self.desk = None;
        self.aside = None;
        self.frozen = None;
        let mut cmds = self.add_to_record(Event::TrialBegan { skill, questions });
        cmds.push(Cmd::Go(Route::Practice));
        cmds
    }

    /// Also the beginning, for somebody who is new on this device.
    fn brought_back(&mut self, skills: Vec<String>) -> Vec<Cmd> {
        self.stage = Stage::Under;
        let mut cmds = self.add_to_record(Event::BroughtBack { skills });
        cmds.push(Cmd::Go(Route::Home));
        cmds
    }

    /// A question of this skill that is not answered yet goes from the desk.
    fn leave_desk(&mut self, skill: &str) {
        let of = |desk: &Practice| desk.question.skill == skill && desk.attempts == 0;
        if self.desk.as_ref().is_some_and(of) {
            self.desk = None;
        }
        if self.wish.as_deref() == Some(skill) {
            self.wish = None;
        }
    }

    fn helped_earlier(&mut self, item: String, level: u8, seed: u32) -> Vec<Cmd> {
        let same = |question: &crate::content::Question| {
            question.item == item && question.level == level && question.seed == seed
        };
        if let Some(practice) = self.desk.as_mut().filter(|practice| same(&practice.question)) {
            practice.helped = true;
        }
        let recent = self.learner.recent.iter().rev();
        let Some(at) = recent
            .clone()
            .find(|r| r.item == item && r.level == level && r.seed == seed && r.right && !r.helped)
            .map(|recent| recent.at)
        else {
            return Vec::new();
        };
        let mut cmds = self.add_to_record(Event::Helped { item, level, seed, at });
        cmds.push(Cmd::Freeze);
        cmds
    }
}

/// Help that stands between two questions (L10).
impl Session {
    /// What is shown before the next question, if help is due: `Err` where its unit must be fetched first.
    pub(super) fn help_due(&self) -> Result<Option<Aside>, Vec<Cmd>> {
        // A search for a starting point looks elsewhere by itself.
        if select::searching(&self.learner) {
            return Ok(None);
        }
        let Some((skill, support)) = support::due(&self.learner, self.day()) else { return Ok(None) };
        if support == Support::Rest {
            return Ok(Some(Aside::Card { skill }));
        }
        if let Some(worked) = self.example_of_lesson(&skill)? {
            return Ok(Some(worked));
        }
        let Some(pick) = support::example(&self.learner, &skill, self.salt) else { return Ok(None) };
        match self.draw(&pick.item, pick.level, pick.seed) {
            Ok(question) => {
                let example = Practice::new(question, pick.reason, false, self.now().wall);
                Ok(Some(Aside::Example(Box::new(example))).filter(has_solution))
            }
            Err(cmds) if cmds.is_empty() => Ok(None),
            Err(cmds) => Err(cmds),
        }
    }

    /// The first time it is the example of the skill's lesson, because that one asks for a reason. `Err` where the
    /// lesson must be fetched first.
    fn example_of_lesson(&self, skill: &str) -> Result<Option<Aside>, Vec<Cmd>> {
        let first = self.learner.skill(skill).is_some_and(|state| state.example_at == 0);
        let file = self.learner.map().skill(skill).and_then(|skill| skill.lesson.as_ref());
        let Some(file) = file.filter(|_| first) else { return Ok(None) };
        if self.lesson_unit(skill).is_none() {
            return Err(vec![Cmd::Fetch(file.clone())]);
        }
        let Some(worked) = lesson::example(self, skill) else { return Ok(None) };
        let (item, level) = (&worked.question.item, worked.question.level);
        let seed = self
            .learner
            .map()
            .item(item, level)
            .map_or(worked.question.seed, |(_, entry)| select::seed_of(&self.learner, entry, self.salt));
        Ok(Some(Aside::Worked { worked: Box::new(worked), skill: skill.into(), seed }))
    }

    fn aside_done(&mut self) -> Vec<Cmd> {
        let event = match self.aside.take() {
            Some(Aside::Example(example)) => {
                let question = &example.question;
                Event::ExampleRead {
                    skill: question.skill.clone(),
                    item: question.item.clone(),
                    level: question.level,
                    seed: question.seed,
                }
            }
            Some(Aside::Worked { worked, skill, seed }) => {
                let (item, level) = (worked.question.item.clone(), worked.question.level);
                Event::ExampleRead { skill, item, level, seed }
            }
            Some(Aside::Card { skill }) => {
                self.leave_desk(&skill);
                Event::CardShown { skill }
            }
            None => return Vec::new(),
        };
        let mut cmds = self.add_to_record(event);
        cmds.extend(self.choose_next());
        cmds.extend([Cmd::Freeze, Cmd::Focus(self.where_it_goes_on())]);
        cmds
    }
}

fn has_solution(aside: &Aside) -> bool {
    matches!(aside, Aside::Example(example) if !example.question.solution().lines.is_empty())
}

/// Private practice (L14): the learner of the record is put aside, and another one, just like it, goes on in memory
/// alone. `Session::let_out` holds back whatever would be written.
impl Session {
    fn go_private(&mut self) -> Vec<Cmd> {
        if self.public.is_none() {
            self.public = Some(Box::new(Public {
                learner: self.learner.clone(),
                desk: self.desk.take(),
                aside: self.aside.take(),
                frozen: self.frozen.take(),
                sitting: std::mem::take(&mut self.sitting),
                last: self.last,
            }));
        }
        self.wish = None;
        self.stage = Stage::Under;
        vec![Cmd::Go(Route::Practice)]
    }

    /// Back to what was before; `home` leads there too.
    pub(super) fn end_private(&mut self, home: bool) -> Vec<Cmd> {
        let Some(public) = self.public.take() else { return Vec::new() };
        let Public { learner, desk, aside, frozen, sitting, last } = *public;
        self.learner = learner;
        self.desk = desk;
        self.aside = aside;
        self.frozen = frozen;
        self.sitting = sitting;
        self.last = last;
        self.wish = None;
        self.redraw();
        self.put_back();
        if home { vec![Cmd::Go(Route::Home)] } else { Vec::new() }
    }
}

/// The end of a day's plan, and of a trial.
impl Session {
    /// What would come next, were the desk empty.
    pub fn foreseen(&self) -> Option<Pick> {
        select::next(&self.learner, self.day(), self.wish.as_deref(), self.salt)
    }

    /// Where `Next` leads instead of a question: the end of the day's minutes, told once, or the skill that was tried.
    pub(super) fn pause(&mut self) -> Option<Vec<Cmd>> {
        let day = self.day();
        if std::mem::take(&mut self.sitting.trial_over) {
            let trial = self.learner.trial.as_ref()?;
            return Some(vec![Cmd::Freeze, Cmd::Go(Route::Skill(trial.skill.clone()))]);
        }
        let busy = support::place_in_trial(&self.learner, day).is_some()
            || select::searching(&self.learner)
            || self.asks_about();
        let told = self.sitting.beyond == Some(day);
        if told || busy || self.is_private() || !today::over(&self.learner, day) {
            return None;
        }
        self.sitting.planned = true;
        self.stage = Stage::Resting;
        self.wish = None;
        Some(vec![Cmd::Freeze, Cmd::Focus(Focus::Heading)])
    }
}
