//! Facts: what happened, never what it means. The log of them is the only truth; everything a page shows about
//! a learner is folded from it. The JSON form is record format 1 and is read for ever: fields are added with a
//! default, never renamed or reused, and a kind this build does not know is kept as it was written.

use super::json::{Json, Object};
use super::plan::Plan;
use crate::num::{Day, Hybrid, Moment};
use serde::Serialize;

/// One fact with its place in the learner's history and what the device's clock claimed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    pub at: Hybrid,
    pub clock: Moment,
    pub event: Event,
}

impl Fact {
    /// The local day this fact belongs to.
    pub fn day(&self) -> Day {
        Day::of(self.at.ms, self.clock.zone)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A checked answer. One for each attempt; advice (unreadable, other form) is not an attempt.
    Answered(Answered),
    /// "I haven't learned this yet" or "not now": the question was put away unanswered.
    Declined(Declined),
    /// "Someone helped me" with the answer given at that time: takes away credit, never counts as a miss.
    Helped { item: String, level: u8, seed: u32, at: Hybrid },
    /// A level as the learner was shown it; what was shown never falls.
    LevelShown { skill: String, level: Level, model: u32 },
    /// The learner said or changed something about themselves. Absent fields are unchanged.
    Profile(Profile),
    /// How the learner wants to begin: looking for a starting point, or just practising.
    Began { mode: Mode },
    /// "Not now" or "I haven't learned this yet", said of a skill without a question.
    PutOff { skill: String, why: Why },
    /// "I don't think I know this yet": the skill comes onto the plan.
    Wanted { skill: String },
    /// "Prove it": a trial of this skill began, of at most so many questions.
    TrialBegan { skill: String, questions: u8 },
    /// A worked example was read after misses. The question is never asked afterwards.
    ExampleRead { skill: String, item: String, level: u8, seed: u32 },
    /// "Show your teacher this": the learner saw that a skill rests for the day.
    CardShown { skill: String },
    /// The learner's own goal, in the place of an earlier one, and the day they chose for it.
    GoalSet {
        skill: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
    },
    /// The goal was put away.
    GoalCleared,
    /// What an adult asks for, in the place of what was asked before.
    PlanSet(Plan),
    /// A return code or card gave these skills back. They are taken as known until an answer confirms each.
    BroughtBack { skills: Vec<String> },
    /// The learner took a teacher's link: which class, and which number there (1 to 40).
    Joined { class: String, number: u8 },
    /// What was right on a practice sheet on paper: its id, and the numbers of questions, `1 2 5`. Nobody saw how the
    /// answers came about, so no belief and no level moves by it. Of one sheet the latest holds.
    PaperMarked { sheet: String, marks: String },
    /// A fact of a newer release. It is kept and exported, and nothing is concluded from it.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answered {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    /// Revision of the item's draw.
    pub rev: u32,
    /// Content hash of the unit the question was drawn from.
    pub pack: String,
    pub skill: String,
    /// Step of the item, when it has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What was typed or chosen, as the engine reads it (not the words on the screen).
    pub response: String,
    /// 1 for the first attempt at this question, 2 for the second, 3 for the last step of a worked solution.
    pub attempt: u8,
    pub right: bool,
    /// Every wrong rule that gives this answer on this question.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// The one family of wrong rules that alone explains this answer, where it is not the one rule itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Hints opened before this attempt.
    pub hints: u8,
    /// Number of choices offered; 0 for a typed answer.
    pub options: u8,
    /// Milliseconds from the question's appearance; never lowers belief.
    pub ms: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// The dress of a word problem: which of its stories was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skin: Option<String>,
    pub locale: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Declined {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub skill: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    NotLearned,
    NotNow,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    FindStart,
    Practise,
    Other,
}

/// What a learner earned and was shown. The order is the order of achievement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    #[default]
    New,
    Started,
    Practised,
    Mastered,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Profile {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Id of a drawn avatar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// 0 is kindergarten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Minutes chosen for a day: 5, 10 or 20.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
    /// A week of the learner's own: minutes for each day from Monday on, `10 10 0 10 10 0 0`. Empty once put away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<String>,
    /// Accommodations the learner asked for (E7), all of them: `spacing`, `letters`, `success`, `sure`, `plain`. They travel in
    /// the learner's own file and nowhere else. An id of a newer release is kept and does nothing here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accommodations: Option<Vec<String>>,
}

/// More room between letters, words and lines.
pub const SPACING: &str = "spacing";
/// Larger letters.
pub const LETTERS: &str = "letters";
/// Questions that are more likely to go well.
pub const SUCCESS: &str = "success";
/// To be asked how sure one is.
pub const SURE: &str = "sure";
/// No milestones.
pub const PLAIN: &str = "plain";

impl Profile {
    pub fn has(&self, accommodation: &str) -> bool {
        self.accommodations.iter().flatten().any(|id| id == accommodation)
    }
}

impl Event {
    /// [`Event::Unknown`] where the JSON is not a fact this build understands.
    pub fn read(json: &str) -> Self {
        Object::read(json).and_then(|fact| Self::of(&fact)).unwrap_or(Self::Unknown)
    }

    fn of(fact: &Object) -> Option<Self> {
        Some(match &*fact.needs("kind", Json::text)? {
            "answered" => Self::Answered(Answered::of(fact)?),
            "declined" => Self::Declined(Declined::of(fact)?),
            "helped" => Self::Helped {
                item: fact.needs("item", Json::text)?,
                level: fact.needs("level", Json::number)?,
                seed: fact.needs("seed", Json::number)?,
                at: fact.needs("at", hybrid)?,
            },
            "level_shown" => Self::LevelShown {
                skill: fact.needs("skill", Json::text)?,
                level: fact.needs("level", Level::of)?,
                model: fact.needs("model", Json::number)?,
            },
            "profile" => Self::Profile(Profile::of(fact)?),
            "began" => Self::Began { mode: fact.needs("mode", Mode::of)? },
            "put_off" => {
                Self::PutOff { skill: fact.needs("skill", Json::text)?, why: fact.needs("why", Why::of)? }
            }
            "wanted" => Self::Wanted { skill: fact.needs("skill", Json::text)? },
            "trial_began" => Self::TrialBegan {
                skill: fact.needs("skill", Json::text)?,
                questions: fact.needs("questions", Json::number)?,
            },
            "example_read" => Self::ExampleRead {
                skill: fact.needs("skill", Json::text)?,
                item: fact.needs("item", Json::text)?,
                level: fact.needs("level", Json::number)?,
                seed: fact.needs("seed", Json::number)?,
            },
            "card_shown" => Self::CardShown { skill: fact.needs("skill", Json::text)? },
            "goal_set" => Self::GoalSet {
                skill: fact.needs("skill", Json::text)?,
                by: fact.may("by", Json::number)?.map(Day),
            },
            "goal_cleared" => Self::GoalCleared,
            "plan_set" => Self::PlanSet(Plan::of(fact)?),
            "brought_back" => Self::BroughtBack { skills: fact.needs("skills", Json::texts)? },
            "joined" => Self::Joined {
                class: fact.needs("class", Json::text)?,
                number: fact.needs("number", Json::number)?,
            },
            "paper_marked" => Self::PaperMarked {
                sheet: fact.needs("sheet", Json::text)?,
                marks: fact.needs("marks", Json::text)?,
            },
            _ => Self::Unknown,
        })
    }
}

impl Answered {
    fn of(fact: &Object) -> Option<Self> {
        Some(Self {
            item: fact.needs("item", Json::text)?,
            level: fact.needs("level", Json::number)?,
            seed: fact.needs("seed", Json::number)?,
            rev: fact.needs("rev", Json::number)?,
            pack: fact.needs("pack", Json::text)?,
            skill: fact.needs("skill", Json::text)?,
            step: fact.may("step", Json::text)?,
            response: fact.needs("response", Json::text)?,
            attempt: fact.needs("attempt", Json::number)?,
            right: fact.needs("right", Json::truth)?,
            rules: fact.may("rules", Json::texts)?.unwrap_or_default(),
            family: fact.may("family", Json::text)?,
            hints: fact.may("hints", Json::number)?.unwrap_or_default(),
            options: fact.may("options", Json::number)?.unwrap_or_default(),
            ms: fact.needs("ms", Json::number)?,
            confidence: fact.may("confidence", Json::number)?,
            skin: fact.may("skin", Json::text)?,
            locale: fact.needs("locale", Json::text)?,
        })
    }
}

impl Declined {
    fn of(fact: &Object) -> Option<Self> {
        Some(Self {
            item: fact.needs("item", Json::text)?,
            level: fact.needs("level", Json::number)?,
            seed: fact.needs("seed", Json::number)?,
            skill: fact.needs("skill", Json::text)?,
            why: fact.needs("why", Why::of)?,
        })
    }
}

impl Profile {
    fn of(fact: &Object) -> Option<Self> {
        Some(Self {
            nickname: fact.may("nickname", Json::text)?,
            avatar: fact.may("avatar", Json::text)?,
            grade: fact.may("grade", Json::number)?,
            interests: fact.may("interests", Json::texts)?,
            locale: fact.may("locale", Json::text)?,
            minutes: fact.may("minutes", Json::number)?,
            week: fact.may("week", Json::text)?,
            accommodations: fact.may("accommodations", Json::texts)?,
        })
    }
}

impl Why {
    fn of(json: Json) -> Option<Self> {
        Some(match &*json.text()? {
            "not_learned" => Self::NotLearned,
            "not_now" => Self::NotNow,
            _ => Self::Other,
        })
    }
}

impl Mode {
    fn of(json: Json) -> Option<Self> {
        Some(match &*json.text()? {
            "find_start" => Self::FindStart,
            "practise" => Self::Practise,
            _ => Self::Other,
        })
    }
}

impl Level {
    fn of(json: Json) -> Option<Self> {
        match &*json.text()? {
            "new" => Some(Self::New),
            "started" => Some(Self::Started),
            "practised" => Some(Self::Practised),
            "mastered" => Some(Self::Mastered),
            _ => None,
        }
    }
}

fn hybrid(json: Json) -> Option<Hybrid> {
    let at = json.object()?;
    Some(Hybrid { ms: at.needs("ms", Json::number)?, seq: at.needs("seq", Json::number)? })
}
