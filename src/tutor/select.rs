//! What comes next, and why. Every candidate gets a score and a reason; the reason of the chosen one is kept, and
//! the learner can read it. Same learner, same day, same plan, same salt: same choice.

use super::support;
use super::survey::{MANY_MISSES, Standing, Survey, TURN_BACK};
use crate::content::{ItemRef, Skill};
use crate::learner::json::Json;
use crate::learner::{Learner, Level, Mode, Plan, SUCCESS};
use crate::num::{Day, SplitMix64};
use serde::Serialize;

/// Why this question stands here. `view` turns it into a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Looking for a starting point.
    Search,
    /// One like it was hinted, helped or mended before.
    Owed,
    /// Last practised some days ago.
    Refresh { days: i32 },
    /// On the way, not there yet.
    GoOn,
    /// Its prerequisites are there, or none are needed.
    Ready,
    /// Between two others, so that choosing the method is practised too.
    Mixed,
    /// A second day, or another kind of question, makes it stick.
    Secure,
    /// After two misses: easier, or with a picture.
    Easier,
    /// After misses on `skill`, which builds on this: the way back leads there.
    Basics { skill: String },
    /// Back from the basics `skill`: the kind of question that was hard comes again.
    Return { skill: String },
    /// The learner wants `skill`: put on the plan, or set as a goal. It is this skill, or one that leads there.
    Wanted { skill: String },
    /// Taken as known for other answers; one right answer confirms it.
    Confirm,
    /// This week's unit needs it.
    Unit,
    /// The learner wants to show it.
    Prove,
    /// The learner asked for it.
    Chosen,
    /// Named by an address.
    Linked,
    /// Kept by another release.
    Other,
}

impl Reason {
    pub(super) fn of(json: Json) -> Option<Self> {
        if let Some(reason) = json.object() {
            let skill = |key: &str| reason.get(key)?.object()?.needs("skill", Json::text);
            let known = ["basics", "return", "wanted"];
            if let Some(key) = known.into_iter().find(|key| reason.get(key).is_some()) {
                let skill = skill(key)?;
                return Some(match key {
                    "basics" => Self::Basics { skill },
                    "return" => Self::Return { skill },
                    _ => Self::Wanted { skill },
                });
            }
            let days = reason.needs("refresh", Json::object)?.needs("days", Json::number)?;
            return Some(Self::Refresh { days });
        }
        Some(match &*json.text()? {
            "search" => Self::Search,
            "owed" => Self::Owed,
            "go_on" => Self::GoOn,
            "ready" => Self::Ready,
            "mixed" => Self::Mixed,
            "secure" => Self::Secure,
            "easier" => Self::Easier,
            "confirm" => Self::Confirm,
            "unit" => Self::Unit,
            "prove" => Self::Prove,
            "chosen" => Self::Chosen,
            "linked" => Self::Linked,
            _ => Self::Other,
        })
    }
}

/// The chosen question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub skill: String,
    pub item: String,
    pub level: u8,
    pub seed: u32,
    pub reason: Reason,
}

/// A skill one could practise now.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub skill: String,
    pub score: f64,
    /// Put off by the learner or an adult, or left alone after too many misses.
    pub resting: bool,
    pub reason: Reason,
}

/// The longest a search for a starting point may take (L1).
pub const SEARCH_LIMIT: u32 = 10;
/// Success the tutor aims for (L2): usual, and when it should go well.
const USUAL: f64 = 0.80;
const GENTLE: f64 = 0.90;
const SEARCHING: f64 = 0.70;
/// Skills under way at once.
const OPEN: usize = 2;
/// Recall below which a skill is due.
const DUE: f64 = 0.90;
/// What is added to the rating of the unit's path while less than half of the day's questions were on it.
const UNIT: f64 = 100.0;
/// Questions with which a day begins, the success they should have, and what a rating loses there for a success that is
/// out of reach: more than anything that is owed or due has. Nine in ten on the average (L2) takes a little more of each,
/// because some days have nothing as sure.
const GENTLE_START: u32 = 3;
const SURE: f64 = 0.91;
const STRAIN: f64 = 1_000.0;
/// What a skill loses that is left alone: it comes after everything else.
const RESTING: f64 = 10_000.0;
/// What a distance from the wanted success costs an item, usually and there: variety counts less when a day begins.
const DISTANCE: f64 = 10.0;
const DISTANCE_AT_FIRST: f64 = 60.0;
/// Questions of one skill in a row, and what its rating loses then: less than a new skill among many has.
const LONGEST_RUN: usize = 3;
const OTHERS_TURN: f64 = 45.0;
/// Days away after which a sitting begins gently (L11).
const ABSENCE: i32 = 7;

impl Standing<'_> {
    fn candidate(&self, score: f64, reason: Reason) -> Candidate {
        Candidate { skill: self.skill.id.clone(), score, resting: self.resting, reason }
    }
}

/// The next question, under the plan that is on the record; `wish` names a skill the learner asked for. `None` only for a
/// map that teaches nothing.
pub fn next(learner: &Learner, day: Day, wish: Option<&str>, salt: u64) -> Option<Pick> {
    next_within(learner, &learner.plan, day, wish, salt)
}

/// The same, were this the plan: for showing an adult what would come of it.
pub fn next_within(learner: &Learner, plan: &Plan, day: Day, wish: Option<&str>, salt: u64) -> Option<Pick> {
    let survey = Survey::of(learner, plan, day);
    // A wish is granted, until five opportunities without success say that another way must be found (L10).
    let granted = |standing: &&Standing| {
        standing.taught() && !(standing.fruitless() >= TURN_BACK && standing.days == 0)
    };
    let wish = wish.and_then(|wish| survey.standing(wish)).filter(granted);
    if wish.is_none()
        && let Some(pick) = support::next_of_trial(learner, day, salt)
    {
        return Some(pick);
    }
    let chosen = match wish {
        Some(standing) => standing.candidate(0.0, Reason::Chosen),
        None if searching(learner) => first(learner, search(&survey))?,
        None => choose(&survey)?,
    };
    let skill = survey.standing(&chosen.skill)?.skill;
    let entry = item(learner, skill, &chosen.reason, day, salt)?;
    let seed = seed_of(learner, entry, salt);
    let reason = if is_easier(learner, skill, entry, day) { Reason::Easier } else { chosen.reason };
    Some(Pick { skill: chosen.skill, item: entry.item.clone(), level: entry.level, seed, reason })
}

/// After two misses in a row in a skill: whether this question asks less of the learner, or shows a picture.
fn is_easier(learner: &Learner, skill: &Skill, entry: &ItemRef, day: Day) -> bool {
    let (Some(last), true) = (learner.recent.back(), misses(learner, &skill.id) == 2) else { return false };
    let missed = skill.items.iter().find(|other| other.item == last.item && other.level == last.level);
    last.skill == skill.id
        && missed.is_some_and(|missed| {
            let pictured = |entry: &ItemRef| entry.tags.iter().any(|tag| tag == "picture");
            entry.level < missed.level
                || pictured(entry)
                || chance(learner, skill, entry, day) > chance(learner, skill, missed, day)
        })
}

/// The best of them. Who has never answered begins where nothing but the unit must be fetched.
fn first(learner: &Learner, all: Vec<Candidate>) -> Option<Candidate> {
    let map = learner.map();
    let at_once = |candidate: &&Candidate| {
        map.skill(&candidate.skill)
            .is_some_and(|skill| skill.items.iter().any(|entry| map.is_plain(skill, entry)))
    };
    let found = all.iter().find(|candidate| learner.answers > 0 || at_once(candidate)).cloned();
    found.or_else(|| all.into_iter().next())
}

/// Whether the search for a starting point still goes on.
pub fn searching(learner: &Learner) -> bool {
    learner.mode == Some(Mode::FindStart) && learner.searched < limit(learner)
}

/// Questions of the search: fewer for the youngest (L1).
fn limit(learner: &Learner) -> u32 {
    if learner.profile.grade.is_some_and(|grade| grade <= 2) { 6 } else { SEARCH_LIMIT }
}

/// The skill whose usual question is nearest to the wanted success and tells most about its neighbours: two likely
/// successes first, and never two likely misses in a row (L1).
fn search(survey: &Survey) -> Vec<Candidate> {
    let learner = survey.learner;
    let last_missed = learner.recent.back().is_some_and(|recent| !recent.right);
    let wanted = if learner.searched < 2 || last_missed { GENTLE } else { SEARCHING };
    let fit = |standing: &Standing, place: usize| {
        let skill = standing.skill;
        let asked = learner.recent.iter().filter(|recent| recent.skill == skill.id).count();
        let asked = f64::from(u32::try_from(asked).unwrap_or(u32::MAX));
        let chances = skill.items.iter().map(|entry| chance(learner, skill, entry, survey.day));
        let nearest = chances.map(|chance| (chance - wanted).abs()).fold(1.0, f64::min);
        let telling = 0.01 * learner.reach(place).min(10.0);
        telling - nearest - 0.15 * asked - if standing.resting { 2.0 } else { 0.0 }
    };
    best(survey, |standing, place| Some((fit(standing, place), Reason::Search)))
}

/// Every skill one could practise on `day`, best first.
pub fn candidates(learner: &Learner, day: Day) -> Vec<Candidate> {
    rated(&Survey::of(learner, &learner.plan, day))
}

fn rated(survey: &Survey) -> Vec<Candidate> {
    let rater = Rater::of(survey);
    best(survey, |standing, place| rater.rate(standing, place))
}

/// The first of them all. Foreseeing every question of every skill is what costs at the beginning of a day, so a skill
/// is looked at closely only while nothing seen so far is as good as the most it may come to.
fn choose(survey: &Survey) -> Option<Candidate> {
    if survey.learner.answers == 0 {
        return first(survey.learner, rated(survey));
    }
    let rater = Rater::of(survey);
    let taught = survey.skills.iter().enumerate().filter(|(_, standing)| standing.taught());
    let mut all: Vec<(f64, usize)> =
        taught.filter_map(|(place, standing)| Some((rater.at_most(standing, place)?.0, place))).collect();
    if rater.begins {
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
    }
    let mut top: Option<(f64, usize, Reason)> = None;
    for (most, place) in all {
        match &top {
            Some((score, ..)) if *score > most && rater.begins => break,
            Some((score, ..)) if *score > most => continue,
            _ => {}
        }
        let Some((score, reason)) = rater.rate(&survey.skills[place], place) else { continue };
        // Skills that rate alike stay in the order of the map.
        let better = top.as_ref().is_none_or(|(best, at, _)| {
            let order = score.total_cmp(best);
            order.is_gt() || order.is_eq() && place < *at
        });
        if better {
            top = Some((score, place, reason));
        }
    }
    let (score, place, reason) = top?;
    Some(survey.skills[place].candidate(score, reason))
}

fn best(survey: &Survey, rate: impl Fn(&Standing, usize) -> Option<(f64, Reason)>) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for (place, standing) in survey.skills.iter().enumerate().filter(|(_, standing)| standing.taught()) {
        if let Some((score, reason)) = rate(standing, place) {
            all.push(standing.candidate(score, reason));
        }
    }
    // Stable: skills that rate alike stay in the order of the map.
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all
}

/// What rating needs to know beside the skill itself.
struct Rater<'a> {
    survey: &'a Survey<'a>,
    back: Option<Way<'a>>,
    reviews_fit: bool,
    unit_first: bool,
    /// Every fourth question comes from the other open skill (interleaving; Rohrer and Taylor 2007).
    mix: bool,
    /// The first questions of a later day go well (L2), so that what is doubtful waits.
    begins: bool,
}

impl<'a> Rater<'a> {
    fn of(survey: &'a Survey<'a>) -> Self {
        Self {
            survey,
            back: Way::of(survey),
            reviews_fit: reviews_fit(survey),
            unit_first: unit_first(survey),
            mix: survey.learner.on(survey.day).answers % 4 == 3,
            begins: begins(survey.learner, survey.day),
        }
    }

    /// How much a skill is worth practising now. `None`: its prerequisites are missing, or it is not wanted.
    fn rate(&self, standing: &Standing, place: usize) -> Option<(f64, Reason)> {
        self.rate_less(standing, place, || self.strain(standing))
    }

    /// The same, were success never out of reach: it is worth no more than that.
    fn at_most(&self, standing: &Standing, place: usize) -> Option<(f64, Reason)> {
        self.rate_less(standing, place, || 0.0)
    }

    fn rate_less(
        &self,
        standing: &Standing,
        place: usize,
        strain: impl FnOnce() -> f64,
    ) -> Option<(f64, Reason)> {
        let (learner, id) = (self.survey.learner, standing.skill.id.as_str());
        if standing.skipped {
            return None;
        }
        let (score, reason) = match standing.level {
            _ if standing.owed && standing.fruitless() < TURN_BACK => (100.0, Reason::Owed),
            // "Now one on my own."
            _ if standing.just_read() && self.unit_first => (99.0 + UNIT, Reason::Owed),
            _ if standing.just_read() => (97.0, Reason::Owed),
            _ if let Some(reason) = self.back.as_ref().and_then(|way| way.reason(id)) => (95.0, reason),
            // In turn with something else.
            _ if standing.again => (if just_practised(learner, id) { 57.0 } else { 64.0 }, Reason::Unit),
            Level::New if standing.placed => self.placed(place),
            Level::New if self.is_first(standing) => (55.0 + self.value(place), Reason::Ready),
            Level::New if standing.ready => {
                let crowded = self.survey.open >= OPEN;
                (if crowded { 20.0 } else { 50.0 }, Reason::Ready)
            }
            Level::New => return None,
            Level::Started if standing.known() => self.settled(standing, Level::Practised, place),
            Level::Started if standing.misses() >= MANY_MISSES => (15.0, Reason::GoOn),
            Level::Started if just_practised(learner, id) => (60.0, Reason::GoOn),
            Level::Started if self.mix => (65.0, Reason::Mixed),
            Level::Started => (58.0, Reason::GoOn),
            level => self.settled(standing, level, place),
        };
        // Even what is owed waits for the fourth question where it is doubtful; one's own after an example does not.
        let score = score - if self.begins && !standing.just_read() { strain() } else { 0.0 };
        let score = if self.long_run(id) && score < 90.0 { score - OTHERS_TURN } else { score };
        let (score, reason) = self.towards_the_unit(standing, score, reason);
        let (score, reason) = towards_the_wish(standing, score, reason);
        Some((score - if standing.resting { RESTING } else { 0.0 }, reason))
    }

    /// How far the surest question of a skill is from going well.
    fn strain(&self, standing: &Standing) -> f64 {
        let (learner, day) = (self.survey.learner, self.survey.day);
        let chances = standing.skill.items.iter().map(|entry| chance(learner, standing.skill, entry, day));
        STRAIN * (SURE - chances.fold(0.0, f64::max)).max(0.0)
    }

    /// Three questions of a skill in a row today: something else has its turn, where there is anything (L2).
    fn long_run(&self, skill: &str) -> bool {
        let today = self.survey.learner.recent.iter().rev().filter(|recent| recent.day == self.survey.day);
        today.take_while(|recent| recent.skill == skill).count() >= LONGEST_RUN
    }

    /// The very first question of all is one grade below the learner's own (L1), whatever it builds on: nothing is known
    /// yet, and what lies further below would be dull.
    fn is_first(&self, standing: &Standing) -> bool {
        let learner = self.survey.learner;
        let below = learner.profile.grade.and_then(|grade| grade.checked_sub(1));
        learner.answers == 0 && below == Some(standing.skill.grade)
    }

    /// Below one: what a skill opens. It orders skills of one kind.
    fn value(&self, place: usize) -> f64 {
        0.1 * self.survey.learner.reach(place).min(9.0)
    }

    /// Confirmed now and then, those first that most depends on.
    fn placed(&self, place: usize) -> (f64, Reason) {
        (if self.mix { 62.0 } else { 45.0 } + self.value(place), Reason::Confirm)
    }

    /// A practised or mastered skill: due, to be secured on another day, or done with for now.
    fn settled(&self, standing: &Standing, level: Level, place: usize) -> (f64, Reason) {
        let doubt = DUE - standing.recall;
        let refresh = Reason::Refresh { days: standing.days };
        if standing.days >= 1 && doubt > 0.0 && self.reviews_fit {
            (80.0 + 10.0 * doubt * (1.0 + 0.05 * self.survey.learner.reach(place)), refresh)
        } else if standing.to_secure() {
            (63.0, Reason::Secure)
        } else if level == Level::Practised
            && standing.once_today()
            && just_practised(self.survey.learner, &standing.skill.id)
        {
            (61.0, Reason::Secure)
        } else if level == Level::Practised {
            (12.0 + doubt, Reason::Secure)
        } else {
            (5.0 + doubt, Reason::Mixed)
        }
    }

    /// At least half of a day's questions are on the unit's path (T5): while they are not, everything there comes before
    /// anything else, save a question of one's own after an example.
    fn towards_the_unit(&self, standing: &Standing, score: f64, reason: Reason) -> (f64, Reason) {
        let done = standing.level >= Level::Mastered || matches!(reason, Reason::Refresh { .. });
        if standing.on_path && self.unit_first && !done {
            let reason = if reason == Reason::Ready { Reason::Unit } else { reason };
            return (score + UNIT, reason);
        }
        (score, reason)
    }
}

/// What the learner put on the plan comes before other new things, however much is under way; reviews stay first.
fn towards_the_wish(standing: &Standing, score: f64, reason: Reason) -> (f64, Reason) {
    let Some(skill) = standing.wanted_for else { return (score, reason) };
    match reason {
        Reason::Ready => (75.0, Reason::Wanted { skill: skill.into() }),
        Reason::GoOn | Reason::Mixed if standing.misses() < MANY_MISSES => (score + 20.0, reason),
        _ => (score, reason),
    }
}

/// Five opportunities without success: the way leads to the weakest prerequisite, and after two questions of that back
/// to the kind of question that was hard (L10).
struct Way<'a> {
    stuck: &'a str,
    basics: &'a str,
    /// The basics were practised: back to the first skill.
    returning: bool,
}

/// Questions of the basics before the first skill comes back. More would be another topic.
const BASICS: usize = 2;

impl<'a> Way<'a> {
    fn of(survey: &'a Survey) -> Option<Self> {
        let stuck = survey.skills.iter().find(|standing| standing.turns_back())?;
        let (stuck, basics) = (stuck.skill.id.as_str(), survey.weakest(&stuck.skill.id)?.skill.id.as_str());
        let since = survey.learner.recent.iter().rev().take_while(|recent| recent.skill != stuck);
        let seen = since.filter(|recent| recent.skill == basics).count();
        Some(Self { stuck, basics, returning: seen >= BASICS })
    }

    fn reason(&self, skill: &str) -> Option<Reason> {
        match self.returning {
            false if skill == self.basics => Some(Reason::Basics { skill: self.stuck.into() }),
            true if skill == self.stuck => Some(Reason::Return { skill: self.basics.into() }),
            _ => None,
        }
    }
}

fn unit_first(survey: &Survey) -> bool {
    let today = survey.learner.recent.iter().filter(|recent| recent.day == survey.day);
    let (on, all) = today.fold((0, 0), |(on, all), recent| {
        let path = survey.standing(&recent.skill).is_some_and(|standing| standing.on_path);
        (on + u32::from(path), all + 1)
    });
    // The very first question is one grade below the learner's own, whatever the class is at (L1).
    survey.plan.leads(survey.day) && survey.learner.answers > 0 && on * 2 <= all
}

/// The first questions of a day, on any day but the first, which has its own beginning (L1).
fn begins(learner: &Learner, day: Day) -> bool {
    let (days, today) = (learner.days, learner.on(day).answers);
    today < GENTLE_START && days > u32::from(today > 0)
}

/// Everything it builds on is practised here, placed by answers nearby, or taken for granted.
pub fn ready(learner: &Learner, skill: &Skill, day: Day) -> bool {
    Survey::of(learner, &learner.plan, day).standing(&skill.id).is_some_and(|standing| standing.ready)
}

fn misses(learner: &Learner, skill: &str) -> u32 {
    learner.skill(skill).map_or(0, |s| s.misses_in_a_row)
}

fn just_practised(learner: &Learner, skill: &str) -> bool {
    learner.recent.back().is_some_and(|recent| recent.skill == skill)
}

/// Reviews take at most six in ten of a day's questions, however much is due: no debt is ever shown or worked off in
/// one go. Where nothing new is left they may take all.
fn reviews_fit(survey: &Survey) -> bool {
    let (learner, day) = (survey.learner, survey.day);
    let today = learner.recent.iter().filter(|recent| recent.day == day);
    let reviewed = today.filter(|recent| learner.shown(&recent.skill) >= Level::Practised).count();
    let reviewed = u32::try_from(reviewed).unwrap_or(u32::MAX);
    let new = survey.skills.iter().any(|s| s.taught() && s.ready && s.level < Level::Practised && !s.resting);
    !new || reviewed * 10 <= learner.on(day).answers.min(24) * 6
}

/// The item and level whose expected success is nearest to the wanted one, with variety.
fn item<'a>(
    learner: &Learner,
    skill: &'a Skill,
    reason: &Reason,
    day: Day,
    salt: u64,
) -> Option<&'a ItemRef> {
    let wanted = wanted(learner, skill, reason, day);
    let returning = matches!(reason, Reason::Return { .. });
    let owed = learner.owed.iter().find(|owed| owed.skill == skill.id);
    let owed = owed.filter(|_| returning || *reason == Reason::Owed);
    let state = learner.skill(&skill.id);
    let first = state.is_none_or(|s| s.attempts == 0);
    let struggling = misses(learner, &skill.id) >= 2;
    let wordy = learner.words_are_hard();
    let in_doubt = !first && !struggling && learner.words_in_doubt();
    let mut chance_of_order = SplitMix64::new(salt ^ u64::from(learner.answers));
    let mut best: Option<(f64, &ItemRef)> = None;
    let distance = if begins(learner, day) { DISTANCE_AT_FIRST } else { DISTANCE };
    let at_once = |entry: &&ItemRef| learner.map().is_plain(skill, entry);
    let very_first = learner.answers == 0 && skill.items.iter().any(|entry| at_once(&entry));
    for entry in skill.items.iter().filter(|entry| !very_first || at_once(entry)) {
        let has = |wanted: &str| entry.tags.iter().any(|tag| tag == wanted);
        let recent = learner.recent.iter().rev().take(3).any(|r| r.item == entry.item);
        let won = state.is_some_and(|s| s.wins.iter().any(|w| w.item == entry.item));
        let mut score = -distance * (chance(learner, skill, entry, day) - wanted).abs();
        score -= if recent { 1.5 } else { 0.0 };
        score += if won { 0.0 } else { 0.5 };
        score += if struggling && has("picture") { 2.0 } else { 0.0 };
        // A first meeting is with the mathematics alone; a story comes when the idea is there, and reading is practised
        // where the mathematics is secure.
        score -= if has("words") && (first || struggling) { 1.0 } else { 0.0 };
        score -= if has("words") && wordy { 1.5 } else { 0.0 };
        score += if has("words") && in_doubt { 4.0 } else { 0.0 };
        score -= owed.map_or(0.0, |owed| if entry.level == owed.level { 0.0 } else { 8.0 });
        // The return ticket brings back the very kind of question that was missed.
        score += owed.map_or(0.0, |owed| if returning && entry.item == owed.item { 8.0 } else { 0.0 });
        #[expect(clippy::cast_precision_loss, reason = "a tie-break below 2^10")]
        let shuffle = chance_of_order.below(1024) as f64 / 1024.0;
        score += 0.4 * shuffle;
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, entry));
        }
    }
    best.map(|(_, entry)| entry)
}

/// The success to aim for (L2).
fn wanted(learner: &Learner, skill: &Skill, reason: &Reason, day: Day) -> f64 {
    let missed_two =
        learner.recent.len() >= 2 && learner.recent.iter().rev().take(2).all(|recent| !recent.right);
    let last = learner.recent.back().map(|recent| recent.day);
    let away = last.is_some_and(|last| day.since(last) >= ABSENCE);
    let young = learner.profile.grade.is_some_and(|grade| grade <= 2);
    let early = learner.on(day).answers < GENTLE_START;
    let asked = learner.profile.has(SUCCESS);
    let fragile = early || away || young || asked || missed_two || misses(learner, &skill.id) >= 2;
    match reason {
        Reason::Search if learner.searched >= 2 && !missed_two => SEARCHING,
        Reason::Basics { .. } => GENTLE,
        _ if begins(learner, day) => SURE,
        _ if fragile => GENTLE,
        _ => USUAL,
    }
}

fn chance(learner: &Learner, skill: &Skill, entry: &ItemRef, day: Day) -> f64 {
    learner.foresee(&skill.id, &entry.item, entry.level, entry.options, day)
}

/// The next seed the learner has not met.
pub(super) fn seed_of(learner: &Learner, entry: &ItemRef, salt: u64) -> u32 {
    learner.next_seed(&entry.item, entry.level).unwrap_or_else(|| first_seed(&entry.item, salt))
}

/// Where a learner's seeds of an item begin: neighbours in a classroom start apart.
fn first_seed(item: &str, salt: u64) -> u32 {
    let mixed = item.bytes().fold(salt, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    u32::try_from(SplitMix64::new(mixed).below(1_000_000)).unwrap_or(0)
}
