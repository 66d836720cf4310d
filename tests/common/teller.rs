//! A device with a learner in front of it, who says things and reads pages; and pages told as text.
#![allow(dead_code, reason = "each test file uses its part")]

use expect_test::Expect;
use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;
use trellis::content::{Locale, Map, Unit, source::Pack};
use trellis::learner::Fact;
use trellis::num::{Moment, time::MS_PER_DAY};
use trellis::tutor::{Cmd, Msg, Route, Session, Stage, Steer};
use trellis::view::{
    AppView, FeedbackView, Late, Later, Line, Page, Piece, QuestionView, ReadBack, ResponseView, Shell, Span,
};

/// Four in the afternoon of day 20,000 (2024-10-04).
const AFTERNOON: i64 = 20_000 * MS_PER_DAY + 16 * 3_600_000;

/// A device with a learner in front of it.
pub struct Teller {
    pub session: Session,
    pub facts: Vec<Fact>,
    pub wall: i64,
    pub story: String,
    /// Everything the session asked for.
    pub cmds: Vec<Cmd>,
}

impl Teller {
    pub fn new(locale: Locale) -> Self {
        let mut teller = Self {
            session: Session::new(Rc::new(map()), locale),
            facts: Vec::new(),
            wall: AFTERNOON,
            story: String::new(),
            cmds: Vec::new(),
        };
        teller.open(None);
        teller
    }

    /// Opens the page: with the facts so far, and perhaps a question that was kept.
    pub fn open(&mut self, frozen: Option<&str>) {
        let (facts, now) = (self.facts.clone(), self.now());
        let cmds = self.session.opened(&facts, frozen, now);
        self.carry_out(cmds);
        let cmds = self.session.arrived(unit("fr-4"), now);
        self.carry_out(cmds);
    }

    /// Closes the lid and opens the page again, some days later.
    pub fn reopen(&mut self, days: i64) {
        let frozen = self.session.freeze();
        let locale = self.session.locale;
        self.wall += days * MS_PER_DAY + 60_000;
        self.session = Session::new(Rc::new(map()), locale);
        self.open(frozen.as_deref());
        writeln!(self.story, "-- opened again, {days} days later").expect("strings grow");
    }

    pub fn now(&self) -> Moment {
        Moment::new(self.wall, 0)
    }

    pub fn say(&mut self, msg: Msg) -> &mut Self {
        self.wall += 5_000;
        let now = self.now();
        let cmds = self.session.update(msg, now);
        self.carry_out(cmds);
        self
    }

    pub fn carry_out(&mut self, cmds: Vec<Cmd>) {
        for cmd in cmds {
            self.cmds.push(cmd.clone());
            match cmd {
                Cmd::Append(fact) => self.facts.push(fact),
                Cmd::Fetch(id) => {
                    let cmds = self.session.arrived(unit(&id), self.now());
                    self.carry_out(cmds);
                }
                Cmd::Go(route) => {
                    self.say(Msg::Went(route));
                }
                _ => {}
            }
        }
    }

    /// From the first page to the first question of a fourth-grader.
    pub fn begin(&mut self) -> &mut Self {
        self.say(Msg::Started).say(Msg::GradeChosen(Some(4)))
    }

    pub fn answer(&mut self, draft: &str) -> &mut Self {
        self.say(Msg::Typed(draft.into())).say(Msg::Submitted)
    }

    pub fn right(&self) -> String {
        self.session.practice().expect("a question").question.right_value()
    }

    pub fn answer_right(&mut self) -> &mut Self {
        let right = self.right();
        self.answer(&right)
    }

    /// To the next question, past whatever stands between.
    pub fn next(&mut self) -> &mut Self {
        self.say(Msg::NextAsked);
        if self.session.aside.is_some() {
            self.say(Msg::Steer(Steer::AsideDone));
        }
        if self.session.stage == Stage::Resting || self.session.route != Route::Practice {
            self.say(Msg::Practise(None));
        }
        self
    }

    /// Shows exactly this question to the learner.
    pub fn meet(&mut self, skill: &str, item: &str) -> &mut Self {
        self.say(Msg::Practise(Some(skill.into())));
        for _ in 0..60 {
            if self.session.practice().is_some_and(|practice| practice.question.item == item) {
                return self;
            }
            self.answer_right().next();
        }
        panic!("{item} never came");
    }

    pub fn view(&self) -> AppView {
        AppView::of(&self.session, &Shell::default(), Later::Here(Late::here()))
    }

    pub fn note(&mut self, what: &str) -> &mut Self {
        writeln!(self.story, "-- {what}").expect("strings grow");
        self
    }

    pub fn tell(&mut self) -> &mut Self {
        let page = text_of(&self.view().page);
        self.story.push_str(&page);
        self
    }

    pub fn check(&self, expected: Expect) {
        expected.assert_eq(&self.story);
    }
}

fn pack() -> Pack {
    Pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the content folder")
}

/// Built once: every teller reads the same files.
fn built() -> &'static [(String, String)] {
    static BUILT: OnceLock<Vec<(String, String)>> = OnceLock::new();
    BUILT.get_or_init(|| pack().build(false))
}

fn file(name: &str) -> String {
    built().iter().find(|(file, _)| file == name).map(|(_, text)| text.clone()).expect("a file of the pack")
}

pub fn whole_map() -> Map {
    let (map, problems) = Map::read(&file("map.json"));
    assert!(problems.is_empty(), "{problems:?}");
    map
}

/// The stories are told of one unit; what others teach is taken for granted here.
pub fn map() -> Map {
    static MAP: OnceLock<Map> = OnceLock::new();
    let read = || {
        let mut map = whole_map();
        let here = |unit: &str| unit.split('.').next() == Some("fr-4");
        for skill in map.skills.iter_mut().filter(|skill| !skill.unit.as_deref().is_some_and(here)) {
            (skill.unit, skill.lesson) = (None, None);
            skill.items.clear();
        }
        map
    };
    MAP.get_or_init(read).clone()
}

pub fn unit(id: &str) -> Unit {
    let (mut unit, problems) = Unit::read(&file(&format!("{id}.json")));
    assert!(problems.is_empty(), "{problems:?}");
    assert!(unit.add_overlay(Locale::Es, &file(&format!("{id}.es.json"))).is_empty());
    unit
}

pub fn text(line: &Line) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => words.clone(),
        Span::Maths { spoken, .. } => format!("[{spoken}]"),
        Span::Blank(_) => "[ ]".into(),
    };
    line.iter().map(span).collect()
}

/// A page as somebody would tell it.
pub fn text_of(page: &Page) -> String {
    let mut out = String::new();
    let mut put = |line: &str| writeln!(out, "{line}").expect("strings grow");
    match page {
        Page::Welcome(view) => put(&format!("WELCOME {} ({})", view.title, view.start.label)),
        Page::Grade(view) => put(&format!("GRADE {}", view.title)),
        Page::Home(view) => {
            put(&format!("HOME {} {} ({})", view.greeting, view.fact, view.go.label));
            for part in &view.plan.parts {
                put(&format!("  - {}: {}", part.label, part.skills.join("; ")));
            }
            if !view.plan.said.is_empty() {
                put(&format!("  - {}", view.plan.said));
            }
            for step in view.next.iter().chain(&view.others) {
                put(&format!("  {}: {}", step.skill.label, step.why));
            }
        }
        Page::Practice(view) => {
            put(&question(&view.question));
            if !view.place.is_empty() {
                put(&format!("  [{}]", view.place));
            }
            if view.about.is_some() {
                put("  (who are you?)");
            }
        }
        Page::Done(view) => {
            put(&format!("DONE {}", view.lines.join(" ")));
            put(&format!("  {}: {}", view.strong_label, view.strong.join(", ")));
            put(&format!("  {}: {}", view.ready_label, view.ready.join(", ")));
        }
        Page::Aside(view) => {
            put(&format!("ASIDE {}", view.title));
            view.lines.iter().for_each(|line| put(&format!("  {line}")));
            put(&format!("  {}{}", view.ask_label, text(&view.ask)));
            view.given.iter().for_each(|given| put(&format!("  {}", text(given))));
            view.steps.iter().for_each(|step| put(&format!("  > {}", text(step))));
            if let Some(why) = &view.why {
                put(&format!("  ? {}", text(&why.legend)));
                why.choices.iter().for_each(|choice| put(&format!("    {}", text(&choice.drawn))));
                why.said.iter().for_each(|said| put(&format!("  {:?}: {}", said.tone, text(&said.line))));
            }
            if !view.last.is_empty() {
                put(&format!("  {}", view.last));
            }
        }
        Page::Skill(view) => {
            put(&format!("SKILL {} - {} {}", view.title, view.level_name, view.flags.join(", ")));
            view.said.iter().for_each(|line| put(&format!("  ! {line}")));
            for answer in &view.answers {
                put(&format!("  {}: {} {}", answer.when, text(&answer.ask), text(&answer.answer)));
            }
            view.left.iter().for_each(|line| put(&format!("  left: {line}")));
            if let Some(goal) = view.goal.as_ref().filter(|goal| !goal.lines.is_empty()) {
                put(&format!("  goal: {}", goal.lines.join(" ")));
            }
        }
        Page::Trouble(view) => put(&format!("TROUBLE {} {}", view.title, view.text)),
        other => put(&format!("{other:?}").chars().take(40).collect::<String>()),
    }
    out
}

fn question(view: &QuestionView) -> String {
    let mut lines = vec![format!("Q {} - {}", view.skill, view.reason), format!("  {}", text(&view.ask))];
    match &view.response {
        ResponseView::Write(write) => {
            if let Some(read) = &write.read_back {
                lines.push(match read {
                    ReadBack::Maths { spoken, .. } => format!("  reads as: {spoken}"),
                    ReadBack::Advice(advice) => format!("  advice: {advice}"),
                });
            }
        }
        ResponseView::Choose(choices) => {
            let option =
                |c: &trellis::view::Choice| format!("{}{}", if c.chosen { "*" } else { "" }, c.label);
            lines.push(format!("  {}", choices.choices.iter().map(option).collect::<Vec<_>>().join(" | ")));
        }
        ResponseView::Boxes(boxes) => {
            for piece in &boxes.pieces {
                lines.push(match piece {
                    Piece::Text(line) => format!("  {}", text(line)),
                    Piece::Box(write) => format!("  [{}] {}", write.label, write.draft),
                });
            }
        }
        ResponseView::Groups(groups) => {
            for group in groups {
                let chosen = group.choices.iter().filter(|choice| choice.chosen);
                let chosen: Vec<&str> = chosen.map(|choice| &*choice.label).collect();
                lines.push(format!("  {} {}", text(&group.legend), chosen.join(" | ")));
            }
        }
    }
    lines.extend(view.hints.iter().map(|hint| format!("  {}: {}", hint.label, text(&hint.text))));
    lines.extend(view.feedback.iter().map(feedback));
    lines.join("\n")
}

fn feedback(view: &FeedbackView) -> String {
    let mut lines = vec![format!("  > {}", view.title)];
    lines.extend(view.lines.iter().chain(&view.steps).map(|line| format!("  > {}", text(line))));
    lines.extend(view.last_step.iter().map(|step| format!("  > {}", step.label)));
    lines.join("\n")
}
