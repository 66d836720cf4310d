//! Today's plan: what the tutor would choose in the minutes that are left, as if the answers went well. Minutes are a
//! budget of expected seconds; nothing in a plan is owed, and nobody counts what was left.

use super::select::{self, Pick, Reason};
use crate::learner::{Answered, Event, Fact, Learner, Level};
use crate::num::{Day, Hybrid, Moment, time::MS_PER_DAY};

/// Minutes a day, until the learner chooses.
pub const MINUTES: u8 = 10;
/// More questions are not looked ahead.
const AHEAD: usize = 40;
/// Questions at the beginning of a day that may be its warm-up.
const WARM: usize = 3;

#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    pub minutes: u8,
    /// Questions that fit into what is left of them.
    pub questions: usize,
    /// Whether the minutes are spent.
    pub over: bool,
    pub parts: Vec<Part>,
}

/// Skills that a day brings for one purpose, in the order in which they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    pub skills: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something known, to begin with.
    WarmUp,
    /// Something under way.
    GoOn,
    New,
    /// Taken as known from other answers, and never asked: one right answer makes sure.
    MakeSure,
    /// A look back in between.
    Review,
}

/// The plan of a day, as far as it can be foreseen.
pub fn today(learner: &Learner, day: Day, salt: u64) -> Today {
    let mut ahead = learner.clone();
    let (mut left, mut questions) = (left(learner, day), 0);
    let mut parts: Vec<Part> = Vec::new();
    let over = over(learner, day);
    while !over && questions < AHEAD {
        let Some(pick) = select::next(&ahead, day, None, salt) else { break };
        let seconds = seconds(&ahead, &pick);
        if seconds > 1.5 * left && questions > 0 {
            break;
        }
        put(&mut parts, kind(&ahead, &pick, day), &pick.skill);
        go_well(&mut ahead, pick, seconds, day);
        left -= seconds;
        questions += 1;
    }
    parts.sort_by_key(|part| part.kind);
    Today { minutes: minutes(learner, day), questions, over, parts }
}

/// Whether the planned minutes are spent: less than half a question's worth is left.
pub fn over(learner: &Learner, day: Day) -> bool {
    left(learner, day) < 0.5 * learner.seconds("", "", 2, 0)
}

/// The minutes chosen for a day: by the learner's own week, where there is one; where nothing was chosen, what a teacher
/// asks for.
pub fn minutes(learner: &Learner, day: Day) -> u8 {
    let (profile, plan) = (&learner.profile, &learner.plan);
    let own = profile.week.as_deref().and_then(|week| minutes_in(week, day));
    own.or(profile.minutes).or(plan.minutes.filter(|_| plan.runs(day))).unwrap_or(MINUTES)
}

/// What a week says of this day.
fn minutes_in(week: &str, day: Day) -> Option<u8> {
    week.split(' ').nth(day.weekday())?.parse().ok()
}

/// Seconds left of the day's minutes.
fn left(learner: &Learner, day: Day) -> f64 {
    f64::from(minutes(learner, day)) * 60.0 - learner.on(day).spent
}

fn seconds(learner: &Learner, pick: &Pick) -> f64 {
    let options = learner.map().item(&pick.item, pick.level).map_or(0, |(_, entry)| entry.options);
    learner.seconds(&pick.skill, &pick.item, pick.level, options)
}

fn kind(learner: &Learner, pick: &Pick, day: Day) -> Kind {
    let level = learner.level(&pick.skill, day);
    let known = level >= Level::Practised || matches!(pick.reason, Reason::Confirm | Reason::Refresh { .. });
    let returning = learner.days > u32::from(learner.on(day).answers > 0);
    match level {
        _ if known && returning && learner.on(day).answers < WARM as u32 => Kind::WarmUp,
        Level::New if known => Kind::MakeSure,
        _ if known => Kind::Review,
        Level::New => Kind::New,
        _ => Kind::GoOn,
    }
}

/// A skill stands in a plan once, where it comes first.
fn put(parts: &mut Vec<Part>, kind: Kind, skill: &str) {
    if parts.iter().any(|part| part.skills.iter().any(|other| other == skill)) {
        return;
    }
    match parts.iter_mut().find(|part| part.kind == kind) {
        Some(part) => part.skills.push(skill.into()),
        None => parts.push(Part { kind, skills: vec![skill.into()] }),
    }
}

fn go_well(ahead: &mut Learner, pick: Pick, seconds: f64, day: Day) {
    let options = ahead.map().item(&pick.item, pick.level).map_or(0, |(_, entry)| entry.options);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "less than some minutes")]
    let ms = (seconds * 1_000.0) as u32;
    let answer = Answered {
        item: pick.item,
        level: pick.level,
        seed: pick.seed,
        rev: 1,
        pack: String::new(),
        skill: pick.skill,
        step: None,
        response: String::new(),
        attempt: 1,
        right: true,
        rules: Vec::new(),
        family: None,
        hints: 0,
        options,
        ms,
        confidence: None,
        skin: None,
        locale: String::new(),
    };
    let wall = i64::from(day.0) * MS_PER_DAY;
    let at = Hybrid { ms: wall, seq: 0 };
    ahead.apply(&Fact { at, clock: Moment::new(wall, 0), event: Event::Answered(answer) });
}
