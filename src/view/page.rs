//! Whole pages.

use super::figure::FigureView;
use super::guard::{LockView, UnlockView};
use super::parts::{Avatar, Button, Choice, Choices, Line, Link, Notice, Saved, Tone};
use super::proof::PrivacyPage;
use super::question::{QuestionView, WriteView};
use super::{Apart, CarryPage, words};
use crate::content::Locale;
use crate::tutor::{Msg, Route};

/// Everything on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct AppView {
    pub lang: &'static str,
    /// Title of the document; never a name, an answer or an id.
    pub title: String,
    /// Accommodations that change how everything looks, for the root element: `spacing`, `letters`.
    pub ease: String,
    pub skip: String,
    pub home: Link,
    pub links: Vec<Link>,
    pub nav_label: String,
    /// The other language, one tap away.
    pub language: Button,
    /// Its spoken name, in that language.
    pub language_name: String,
    pub saved: Saved,
    /// Whose record is open; `None` before there is one.
    pub who: Option<Avatar>,
    pub notices: Vec<Notice>,
    pub page: Page,
}

#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one page at a time, and it is the large one")]
pub enum Page {
    /// The app is ready but its content or record is still on its way.
    Waiting(String),
    Welcome(Welcome),
    Grade(Apart<GradePage>),
    Home(Apart<Home>),
    Practice(Practice),
    /// The end of a sitting: what is ready, what was found strong, "Take it with me".
    Done(Apart<Done>),
    /// Help between two questions: a worked example, or a card for the teacher.
    Aside(Apart<AsidePage>),
    Progress(Apart<Progress>),
    Map(Apart<MapPage>),
    Skill(Apart<SkillPage>),
    Settings(Apart<Settings>),
    /// Who is learning here?
    Learners(Apart<Learners>),
    Carry(Apart<CarryPage>),
    Gallery(Apart<GalleryPage>),
    Privacy(Apart<PrivacyPage>),
    Lesson(Apart<LessonPage>),
    /// What a class needs, on the learner's side and on the teacher's.
    Room(Apart<super::classroom::RoomPage>),
    /// Something could not be shown: what, and the next step (unknown address, damaged or newer pack ...).
    Trouble(Notice),
}

/// First page of a new learner: one sentence, one button.
#[derive(Clone, Debug, PartialEq)]
pub struct Welcome {
    pub title: String,
    pub text: String,
    pub start: Button,
    /// To the class view, for a teacher; where there is one.
    pub class: Option<Link>,
    /// "I have a file".
    pub import: String,
    pub code: Link,
    /// Short true facts: nothing is sent, works offline, free.
    pub facts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GradePage {
    pub title: String,
    pub text: String,
    pub grades: Vec<Choice>,
    pub skip: Button,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub greeting: String,
    /// One encouraging true fact; may be empty.
    pub fact: String,
    pub plan: PlanView,
    /// The one button.
    pub go: Button,
    /// What comes, and why.
    pub next: Option<Step>,
    /// Two others.
    pub others: Vec<Step>,
    pub others_label: String,
    pub minutes: Choices,
    pub goal: GoalCard,
    pub private: Button,
    pub private_note: String,
    /// To the ticket for the teacher and to the report, once there is something in them.
    pub school: Vec<Button>,
}

/// Today's plan in the order in which it comes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    pub title: String,
    /// What a teacher asks for.
    pub asked: Option<AskedView>,
    pub parts: Vec<PlanPart>,
    /// That the plan is done, or that nothing is left; empty otherwise.
    pub said: String,
}

/// A teacher's plan on the home page.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedView {
    /// "Your teacher writes:", and what; empty where nothing is written.
    pub by: String,
    pub comment: String,
    /// Days and minutes.
    pub when: String,
    /// "This week in class:", and the first skills of it.
    pub skills_label: String,
    pub skills: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlanPart {
    /// "To begin, something you know".
    pub label: String,
    pub skills: Vec<String>,
}

/// The learner's own goal, or the way to one.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalCard {
    pub title: String,
    /// The skill; empty without a goal.
    pub skill: String,
    /// Days left, and an honest range.
    pub lines: Vec<String>,
    pub go: Link,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The skill, with its page.
    pub skill: Link,
    pub why_label: String,
    pub why: String,
    pub button: Button,
    pub not_now: Option<Button>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    pub title: String,
    pub question: QuestionView,
    /// After the third answer: who are you, and how shall we go on? Never in the way of the question.
    pub about: Option<Apart<AboutYou>>,
    /// "Someone helped me" with one of the last answers.
    pub earlier: Option<Apart<Earlier>>,
    pub stop: Option<Button>,
    /// "Question 3 of about 8" in a start search or a trial; empty otherwise.
    pub place: String,
}

/// The last answers with which somebody may have helped.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    pub title: String,
    pub note: String,
    pub answers: Vec<EarlierAnswer>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EarlierAnswer {
    pub ask: Line,
    /// Disabled once it was said.
    pub helped: Button,
}

/// What stands between two questions.
#[derive(Clone, Debug, PartialEq)]
pub struct AsidePage {
    pub title: String,
    pub lines: Vec<String>,
    pub lang: &'static str,
    /// Before the question.
    pub ask_label: String,
    pub ask: Line,
    /// What belongs to the question: a line to be filled, or choices.
    pub given: Vec<Line>,
    pub figure: Option<FigureView>,
    /// The worked solution, its answer last; empty on a card.
    pub steps: Vec<Line>,
    /// "Why this step?" Nothing is recorded of it.
    pub why: Option<WhyView>,
    pub steps_label: String,
    pub last: String,
    pub go: Button,
    pub stop: Button,
}

/// Nickname, avatar and interests, all optional, and how to go on.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutYou {
    pub title: String,
    pub text: String,
    pub nickname_label: String,
    pub nickname_note: String,
    pub nickname: String,
    pub avatars: Vec<Choice>,
    pub avatars_label: String,
    pub avatar_ids: Vec<String>,
    pub interests: Vec<Choice>,
    pub interests_label: String,
    /// "Let's find my starting point, stop whenever you like" and "Just practise".
    pub modes: Vec<Button>,
    /// How long a search may take.
    pub modes_note: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    pub title: String,
    pub lines: Vec<String>,
    pub ready_label: String,
    pub ready: Vec<String>,
    pub strong_label: String,
    pub strong: Vec<String>,
    pub earlier: Option<Earlier>,
    /// "Take it with me".
    pub take: Button,
    /// The file at once.
    pub export: Button,
    pub take_note: String,
    /// The browser may clear the record: taking it along is what comes next.
    pub take_first: bool,
    pub hand_in: Option<Button>,
    pub again: Button,
    pub home: Button,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub title: String,
    pub text: String,
    /// The list and the map show the same.
    pub ways: Vec<Link>,
    pub ways_label: String,
    pub groups: Vec<SkillGroup>,
    pub sureness: Option<Sureness>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SkillGroup {
    pub title: String,
    pub skills: Vec<SkillRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SkillRow {
    pub skill: String,
    /// The name, with the skill's page.
    pub name: Link,
    /// 0 new, 1 started, 2 practised, 3 mastered.
    pub level: u8,
    pub level_name: String,
    /// "Worth a refresh", "Ready to learn", or empty.
    pub flag: String,
    /// The answers that earned it and what is left.
    pub receipt: Vec<String>,
    pub receipt_label: String,
    pub practise: Option<Button>,
    /// To the lesson about it, if there is one.
    pub lesson: Option<Button>,
}

/// Strands by grades, drawn. Lengths are in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPage {
    pub title: String,
    pub text: String,
    pub ways: Vec<Link>,
    pub ways_label: String,
    pub label: String,
    pub width: u32,
    pub height: u32,
    pub headings: Vec<MapText>,
    pub skills: Vec<MapSkill>,
    /// The same without ways between, one below the other: for narrow screens.
    pub bands: Vec<MapBand>,
    /// Paths from what a skill builds on to the skill.
    pub edges: Vec<String>,
    pub key_label: String,
    pub key: Vec<(MapSign, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MapText {
    pub x: u32,
    pub y: u32,
    pub text: String,
    /// A grade; a strand otherwise.
    pub grade: bool,
}

/// The skills of a strand in one grade, by their places among all.
#[derive(Clone, Debug, PartialEq)]
pub struct MapBand {
    pub title: String,
    pub skills: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MapSkill {
    pub name: String,
    pub x: u32,
    pub y: u32,
    pub to: Route,
    /// Name, level and what is to be said of it.
    pub spoken: String,
    pub lines: Vec<String>,
    pub sign: MapSign,
    /// 0 new, 1 started, 2 practised, 3 mastered.
    pub level: u8,
}

/// What the map says of a skill beside its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapSign {
    /// Something that it builds on comes first.
    Later,
    Ready,
    Started,
    Practised,
    Mastered,
    Refresh,
    Resting,
}

/// One skill: what was earned and by which answers, and what may be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillPage {
    pub title: String,
    pub place: String,
    pub level: u8,
    pub level_name: String,
    pub flags: Vec<String>,
    /// What is to be said first: how a trial went, that it rests.
    pub said: Vec<String>,
    pub answers_label: String,
    pub answers: Vec<EarnedBy>,
    pub left_label: String,
    pub left: Vec<String>,
    pub practise: Option<Button>,
    pub prove: Option<Button>,
    pub prove_note: String,
    pub others: Vec<Button>,
    pub goal: Option<GoalView>,
    pub near: Vec<Near>,
    pub back: Link,
}

/// A right answer on one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct EarnedBy {
    pub when: String,
    /// The question, or the kind of question where it is not here.
    pub ask: Line,
    pub answer: Line,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GoalView {
    pub title: String,
    pub lines: Vec<String>,
    pub when: Choices,
    pub clear: Option<Button>,
}

/// Skills that this one builds on, or leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    pub label: String,
    pub skills: Vec<NearSkill>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NearSkill {
    pub name: Link,
    pub level: u8,
    pub level_name: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub title: String,
    pub language: Choices,
    pub theme: Choices,
    pub motion: Choices,
    pub learner: LearnerSettings,
    pub comfort: Comfort,
    pub keep: Keep,
    pub lock: Box<LockView>,
    pub course: Box<CourseView>,
    /// To the class view, for a teacher.
    pub class: Option<Button>,
    pub about: Vec<Line>,
    pub about_label: String,
    pub privacy: Link,
}

/// Accommodations, each with what is usual beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comfort {
    pub title: String,
    pub text: String,
    pub choices: Vec<Choices>,
}

/// How often an answer was right for each word on how sure one was: a sentence, the right ones, all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness {
    pub title: String,
    pub text: String,
    pub bars: Vec<(String, u32, u32)>,
}

/// Name, picture and grade of the open record.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnerSettings {
    pub title: String,
    pub nickname_label: String,
    pub nickname: String,
    pub save: Button,
    pub grade: Choices,
    pub avatars: Vec<Choice>,
    pub avatars_label: String,
    pub avatar_ids: Vec<String>,
    pub switch: Button,
    pub erase: EraseView,
}

/// Erasing asks twice, and offers the file first.
#[derive(Clone, Debug, PartialEq)]
pub struct EraseView {
    pub title: String,
    pub text: String,
    pub ask: Button,
    pub confirm: Option<Notice>,
}

/// Keeping the whole course for use without a network.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseView {
    pub title: String,
    pub text: String,
    pub keep: Button,
    /// Files that are here, and all of them, while they are fetched.
    pub progress: Option<(usize, usize)>,
    /// How far it is, in words.
    pub progress_text: String,
    /// What came of it.
    pub said: Option<Said>,
}

/// Where the record lives and how to take it along.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    pub title: String,
    pub lines: Vec<String>,
    pub export: Button,
    /// The other ways to take it along.
    pub carry: Button,
    pub import_label: String,
    pub import_note: String,
    /// What an opened file holds, before anything is changed.
    pub preview: Option<Notice>,
    pub result: Option<Notice>,
    pub state_label: String,
    /// Hash of the folded state: the same log gives the same on every machine.
    pub state: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Learners {
    pub title: String,
    pub text: String,
    /// The locked record that someone wants to open.
    pub unlock: Option<UnlockView>,
    pub learners: Vec<LearnerCard>,
    pub add: Button,
    pub import_label: String,
}

/// Every kind of figure; the figures themselves are made where they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct GalleryPage {
    pub title: String,
    pub text: String,
    pub locale: Locale,
}

impl GalleryPage {
    pub fn of(locale: Locale) -> Self {
        Self { title: words::gallery_title(locale).into(), text: words::gallery_text(locale).into(), locale }
    }
}

/// One step of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonPage {
    /// "Lesson: name of the skill".
    pub title: String,
    /// "Part 2 of 5".
    pub place: String,
    /// Language of the lesson's words, for `lang=`.
    pub lang: &'static str,
    /// What kind of part this is.
    pub heading: String,
    /// The paths to the same idea, where there are several.
    pub paths: Option<Choices>,
    pub card: Option<LessonCard>,
    pub back: Option<Button>,
    /// To the next step, or from the last one to practice.
    pub on: Button,
    /// Nothing is left to do here; one may go on before that, too.
    pub done: bool,
    pub leave: Option<Button>,
    /// That nothing here is a test.
    pub note: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LessonCard {
    Idea { text: Line, figure: Option<FigureView> },
    Worked(WorkedView),
    Faded(FilledView),
    Question(Box<QuestionView>),
}

/// A worked example, line by line.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkedView {
    pub ask: Line,
    /// What there is to complete or to choose from.
    pub given: Vec<Line>,
    pub figure: Option<FigureView>,
    /// The lines that stand there by now.
    pub lines: Vec<Line>,
    pub more: Option<Button>,
    /// After the last line: why is this so?
    pub why: Option<WhyView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WhyView {
    pub legend: Line,
    pub choices: Vec<Choice>,
    /// Another choice can be made.
    pub open: bool,
    pub said: Option<Said>,
}

/// A solution with boxes that the learner fills one after another.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledView {
    pub ask: Line,
    pub given: Vec<Line>,
    pub figure: Option<FigureView>,
    pub lines: Vec<Line>,
    pub field: Option<WriteView>,
    pub check: Option<Button>,
    pub said: Option<Said>,
}

/// One sentence about what the learner did.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub tone: Tone,
    pub line: Line,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LearnerCard {
    pub id: String,
    pub name: String,
    pub avatar: Avatar,
    pub note: String,
    pub open: Msg,
}
