//! A made-up class to play with: twenty-eight students, three of whom lack the same early skill. Nobody in it is a real
//! person, and nothing of it is kept.

use super::class::Class;
use crate::content::{ItemRef, Map};
use crate::exchange::ticket::{ClassId, Gathered, Ticket};
use crate::learner::{Answered, Event, Fact, Learner, MODEL, Profile};
use crate::num::{Day, Hybrid, Moment, SplitMix64, time::MS_PER_DAY};
use std::rc::Rc;

const NAMES: [&str; 28] = [
    "Ana", "Ben", "Carla", "Dev", "Elena", "Femi", "Grace", "Hugo", "Ines", "Jonah", "Kim", "Leo", "Maya",
    "Noor", "Omar", "Pia", "Quinn", "Rosa", "Sam", "Tess", "Uma", "Victor", "Wen", "Ximena", "Yusuf", "Zoe",
    "Amir", "Bea",
];
/// Whose early skill is missing, by their place among the names: Ana is one of them.
const GAPS: [usize; 3] = [0, 11, 20];
/// Who was not here lately.
const AWAY: [usize; 2] = [6, 17];
/// Skills that the class works on.
const WINDOW: usize = 22;
const INTERESTS: [&str; 6] = ["sports", "music", "animals", "space", "games", "cooking"];

/// The sample class as of `today`; the same day gives the same class everywhere.
pub fn class(map: &Rc<Map>, today: Day) -> Class {
    let mut class = Class::new(Some(ClassId::new(0x2D5A_B3C1)));
    let tickets = (0..NAMES.len()).map(|place| ticket(map, place, today));
    let tickets = tickets.map(|ticket| (ticket.write(), ticket)).collect();
    class.take(Gathered { tickets, unreadable: Vec::new() });
    class.roster = NAMES.iter().zip(1..).map(|(name, number)| (number, (*name).to_string())).collect();
    class
}

fn ticket(map: &Rc<Map>, place: usize, today: Day) -> Ticket {
    let mut pupil = Pupil::new(map, place, today);
    let window = window(map);
    let gap = GAPS.contains(&place);
    let root = root(map, &window);
    // Everybody knows the first ones, and some know more.
    let known = window.len() / 4 + pupil.chance.below(window.len() as u64 / 2) as usize;
    for (turn, skill) in window.iter().enumerate() {
        let builds_on_root = root.is_some_and(|root| is_below(map, root, *skill, 0));
        if gap && Some(*skill) == root {
            pupil.miss(*skill, 6);
        } else if gap && builds_on_root {
            if turn < known + 3 {
                pupil.miss(*skill, 3);
            }
        } else if turn < known {
            pupil.win(*skill, 8);
        } else if turn < known + 3 {
            pupil.begin(*skill);
        }
    }
    let last = pupil.last;
    Ticket::of(&pupil.tell(), last)
}

/// Taught skills of the grades in the middle of the course, in its order.
fn window(map: &Map) -> Vec<usize> {
    let mut all: Vec<usize> =
        (0..map.skills.len()).filter(|place| !map.skills[*place].items.is_empty()).collect();
    all.sort_by_key(|place| map.skills[*place].grade);
    let at = |grade| all.iter().position(|place| map.skills[*place].grade >= grade);
    let from = at(3).unwrap_or(0).min(all.len().saturating_sub(WINDOW));
    all.into_iter().skip(from).take(WINDOW).collect()
}

/// The skill of the window that most others build on.
fn root(map: &Map, window: &[usize]) -> Option<usize> {
    let reach = |root: usize| window.iter().filter(|skill| is_below(map, root, **skill, 0)).count();
    let mut best = None;
    for place in window.iter().copied() {
        if best.is_none_or(|(_, most)| reach(place) > most) {
            best = Some((place, reach(place)));
        }
    }
    best.map(|(place, _)| place)
}

/// Whether `skill` builds on `root`, at once or over others.
fn is_below(map: &Map, root: usize, skill: usize, depth: usize) -> bool {
    let (root_id, parents) = (&map.skills[root].id, &map.skills[skill].prerequisites);
    parents.contains(root_id)
        || depth < 6
            && parents.iter().any(|parent| {
                let place = map.skills.iter().position(|other| other.id == *parent);
                place.is_some_and(|place| is_below(map, root, place, depth + 1))
            })
}

struct Pupil {
    learner: Learner,
    map: Rc<Map>,
    chance: SplitMix64,
    at: Hybrid,
    /// The last day on which somebody was here, and how many days back it began.
    last: Day,
    turn: i32,
    /// Days before the last one, and what was answered then.
    answers: Vec<(i32, Answered)>,
}

impl Pupil {
    fn new(map: &Rc<Map>, place: usize, today: Day) -> Self {
        let chance = SplitMix64::new(0x7E11 + place as u64);
        let away = if AWAY.contains(&place) { 10 } else { (place % 3) as i32 };
        let last = Day(today.0 - away);
        let mut pupil = Self {
            learner: Learner::new(map.clone()),
            map: map.clone(),
            chance,
            at: Hybrid::default(),
            last,
            turn: 0,
            answers: Vec::new(),
        };
        pupil.on(14, place as i64);
        let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
        pupil.record(Event::Joined { class: ClassId::new(0x2D5A_B3C1).to_string(), number });
        let interests = Some(vec![INTERESTS[place % INTERESTS.len()].to_string()]);
        pupil.record(Event::Profile(Profile { grade: Some(4), interests, ..Profile::default() }));
        pupil
    }

    /// So many days before the last one.
    fn on(&mut self, back: i32, second: i64) {
        let ms = i64::from(self.last.0 - back) * MS_PER_DAY + 10 * 3_600_000 + second * 1_000;
        self.at = self.at.tick(ms);
    }

    fn record(&mut self, event: Event) {
        self.at = self.at.tick(self.at.ms + 1_000);
        self.learner.apply(&Fact { at: self.at, clock: Moment::new(self.at.ms, 0), event });
    }

    /// Right answers on two days and in all kinds of questions.
    fn win(&mut self, skill: usize, times: usize) {
        self.answers(skill, times, |_| true);
    }

    fn miss(&mut self, skill: usize, times: usize) {
        self.answers(skill, times, |_| false);
    }

    fn begin(&mut self, skill: usize) {
        let luck = self.chance.below(2) == 0;
        self.answers(skill, 3, move |turn| turn != 1 || luck);
    }

    /// Half of them some days ago, half on the last day.
    fn answers(&mut self, skill: usize, times: usize, right: impl Fn(usize) -> bool) {
        let mut items: Vec<ItemRef> = self.map.skills[skill].items.clone();
        // What mastery speaks about is a question of middling difficulty or harder, typed where there is one.
        if items.iter().any(|item| item.level > 1) {
            items.retain(|item| item.level > 1);
        }
        items.sort_by_key(|item| item.options > 0);
        self.turn += 1;
        for turn in 0..times {
            let back = if turn < times.div_ceil(2) { 6 - self.turn % 4 } else { 0 };
            let item = &items[turn % items.len()];
            let answer = answer(&self.map.skills[skill].id, item, turn, right(turn));
            self.answers.push((back, answer));
        }
    }

    /// Everything in the order of the days, with the levels that it brought.
    fn tell(mut self) -> Learner {
        let mut answers = std::mem::take(&mut self.answers);
        answers.sort_by_key(|(back, _)| std::cmp::Reverse(*back));
        for (back, answer) in answers {
            let ms = i64::from(self.last.0 - back) * MS_PER_DAY + 11 * 3_600_000;
            self.at = self.at.tick(ms.max(self.at.ms + 25_000));
            let skill = answer.skill.clone();
            self.record(Event::Answered(answer));
            let level = self.learner.level(&skill, self.last);
            if level > self.learner.shown(&skill) {
                self.record(Event::LevelShown { skill, level, model: MODEL });
            }
        }
        self.learner
    }
}

fn answer(skill: &str, item: &ItemRef, turn: usize, right: bool) -> Answered {
    Answered {
        item: item.item.clone(),
        level: item.level,
        seed: turn as u32 + 1,
        rev: 1,
        pack: "sample".into(),
        skill: skill.into(),
        step: None,
        response: "1".into(),
        attempt: 1,
        right,
        rules: Vec::new(),
        family: None,
        hints: 0,
        options: item.options,
        ms: 22_000,
        confidence: None,
        skin: None,
        locale: "en".into(),
    }
}
