//! Whom to see now, about what, with which problem (T2). Recent evidence alone counts, and a finished skill never
//! flags (T4).

use super::class::{Correction, Student, StudentId};
use crate::content::{ItemRef, Map};
use crate::learner::{Level, Override, Status};
use crate::num::{Day, SortedMap, SortedSet, SplitMix64};
use crate::tutor::Route;

/// As many as a teacher can see in one lesson.
pub const VISITS: usize = 3;
/// Older evidence says little about today.
const RECENT: i32 = 21;
/// Days after which trouble weighs half.
const FADES: f64 = 40.0;
/// What is left of trouble with a skill when something that builds on it is held all the same.
const DENIED: f64 = 0.4;
/// More of it on one skill makes nobody more urgent.
const MOST: f64 = 12.0;
/// So many answers without success are trouble.
const TROUBLE: u32 = 2;
/// Below this nobody is sent to a student.
const LEAST: f64 = 1.0;
/// What trouble weighs with a skill that is new to the whole class.
const NEW: f64 = 0.1;
/// How far below a skill its root is looked for, and what each step takes from the trouble that leads there.
const DEEPEST: usize = 4;
const STEP: f64 = 0.85;
/// A week without a visit is told.
pub const AWAY: i32 = 7;

/// A student to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    pub student: StudentId,
    /// The skill to talk about, by its place in the map.
    pub skill: usize,
    pub reason: Reason,
    /// Most of the class has it behind them.
    pub past: bool,
    /// The address of one ready question about it, which touches nobody's progress.
    pub problem: Option<Route>,
    /// How urgent it is; for the order alone, never shown.
    pub weight: f64,
}

/// What speaks for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reason {
    /// Answers without success on the skill itself.
    pub losses: u32,
    pub practised: Option<Day>,
    /// Skills that build on it and do not come along, the nearest first.
    pub holds_back: Vec<usize>,
    /// The student was wrong in the same way on two different questions.
    pub same_mistake: bool,
}

/// The students to see, the most urgent first.
pub fn visits(students: &[Student], map: &Map, day: Day) -> Vec<Visit> {
    let look = Look::of(students, map, day);
    let mut visits: Vec<Visit> = students.iter().filter_map(|student| visit(student, map, &look)).collect();
    visits.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.student.cmp(&b.student)));
    visits.truncate(VISITS);
    visits
}

/// What is known of the whole class when one student is looked at.
pub struct Look {
    graph: Graph,
    day: Day,
    /// By place in the map: how many of the class hold it, or something that builds on it, of all.
    past: Vec<f64>,
}

impl Look {
    pub fn of(students: &[Student], map: &Map, day: Day) -> Self {
        let graph = Graph::of(map);
        let mut past = vec![0.0; map.skills.len()];
        for student in students {
            let mut known: SortedSet<usize> = SortedSet::new();
            let mut todo: Vec<usize> = student
                .skills
                .iter()
                .filter(|(_, status)| is_held(status))
                .map(|(place, _)| *place)
                .collect();
            while let Some(place) = todo.pop() {
                if known.insert(place) {
                    todo.extend(&graph.parents[place]);
                }
            }
            known.iter().for_each(|place| past[*place] += 1.0 / students.len() as f64);
        }
        Self { graph, day, past }
    }

    /// How much of a struggle a skill is now: answers without success, and none where it is held or long ago. A lucky
    /// guess in between takes little of it; what was met days ago weighs less than today; and what the class has behind
    /// it weighs more than what is new to all.
    fn trouble(&self, place: usize, status: &Status) -> f64 {
        let ago = status.practised.map_or(RECENT, |on| self.day.since(on));
        if is_held(status) || ago >= RECENT || status.losses < TROUBLE {
            return 0.0;
        }
        let (losses, wins) = (f64::from(status.losses), f64::from(status.wins));
        let missed = losses / (losses + wins);
        let struggle = losses.min(MOST) * missed * missed / (1.0 + f64::from(ago) / FADES);
        struggle * (NEW + (1.0 - NEW) * self.past[place] * self.past[place])
    }

    fn is_struggling(&self, student: &Student, place: usize) -> bool {
        student.skills.get(&place).is_some_and(|status| self.trouble(place, status) > 0.0)
    }

    /// The skill from which most of a student's trouble comes, and how much that is.
    pub fn root(&self, student: &Student) -> Option<(usize, f64)> {
        let mut sums: SortedMap<usize, f64> = SortedMap::new();
        for (place, status) in student.skills.iter() {
            let trouble = self.trouble(*place, status);
            if trouble > 0.0 {
                let (root, steps) = self.deepest(student, *place, 0);
                *sums.or_default(root) += (0..steps).fold(trouble, |weight, _| weight * STEP);
            }
        }
        let mut best: Option<(usize, f64)> = None;
        for (place, sum) in sums.iter() {
            let sum = sum * self.reach(student, *place);
            if best.is_none_or(|(_, most)| sum > most) {
                best = Some((*place, sum));
            }
        }
        best.filter(|(_, sum)| *sum >= LEAST)
    }

    /// A gap holds back what builds on it: it weighs more for each such skill that the class has and this student has
    /// not, and less where the student does without it.
    fn reach(&self, student: &Student, place: usize) -> f64 {
        let children = &self.graph.children[place];
        let held = |child: &usize| student.skills.get(child).is_some_and(is_held);
        let back: f64 = children.iter().filter(|child| !held(child)).map(|child| self.past[*child]).sum();
        let denied = if children.iter().any(held) { DENIED } else { 1.0 };
        (1.0 + back) * denied
    }

    /// What this skill holds back: the class has it, or the student struggles there too.
    fn held_back(&self, student: &Student, place: usize) -> Vec<usize> {
        let children = self.graph.children[place].iter().copied();
        let back = |child: &usize| {
            let held = student.skills.get(child).is_some_and(is_held);
            !held && (self.past[*child] > 0.5 || self.is_struggling(student, *child))
        };
        children.filter(back).collect()
    }

    /// Down to the deepest prerequisite that is in trouble itself; over one that is not, if what it builds on is.
    fn deepest(&self, student: &Student, place: usize, depth: usize) -> (usize, usize) {
        let mut best = (place, depth);
        for parent in self.graph.parents[place].iter().filter(|_| depth < DEEPEST) {
            if student.skills.get(parent).is_some_and(is_held) {
                continue;
            }
            let (root, steps) = self.deepest(student, *parent, depth + 1);
            if steps > best.1 && self.is_struggling(student, root) {
                best = (root, steps);
            }
        }
        best
    }
}

fn is_held(status: &Status) -> bool {
    status.level >= Level::Practised && !status.fading
}

/// The root of a student's trouble, if there is any.
pub fn visit(student: &Student, map: &Map, look: &Look) -> Option<Visit> {
    let (skill, weight) = look.root(student)?;
    let status = student.skills.get(&skill);
    Some(Visit {
        student: student.id,
        skill,
        reason: Reason {
            losses: status.map_or(0, |status| status.losses),
            practised: status.and_then(|status| status.practised),
            holds_back: look.held_back(student, skill),
            same_mistake: !student.rules.is_empty(),
        },
        past: look.past[skill] > 0.5,
        problem: problem(map, skill, student, look.day),
        weight,
    })
}

/// What builds on what, by place in the map.
pub struct Graph {
    pub parents: Vec<Vec<usize>>,
    pub children: Vec<Vec<usize>>,
}

impl Graph {
    pub fn of(map: &Map) -> Self {
        let places: SortedMap<&str, usize> =
            map.skills.iter().enumerate().map(|(k, s)| (&*s.id, k)).collect();
        let parents: Vec<Vec<usize>> = map
            .skills
            .iter()
            .map(|skill| {
                skill.prerequisites.iter().filter_map(|id| places.get(id.as_str()).copied()).collect()
            })
            .collect();
        let mut children = vec![Vec::new(); parents.len()];
        for (place, below) in parents.iter().enumerate() {
            below.iter().for_each(|parent| children[*parent].push(place));
        }
        Self { parents, children }
    }
}

/// A question of middling difficulty, typed where there is one; another one on another day.
pub fn problem(map: &Map, skill: usize, student: &Student, day: Day) -> Option<Route> {
    let who = match student.id {
        StudentId::Number(number) => u64::from(number),
        StudentId::Key(key) => key,
    };
    problem_for(map, skill, who, day)
}

/// The same for a whole class.
pub fn any_problem(map: &Map, skill: usize, day: Day) -> Option<Route> {
    problem_for(map, skill, 0, day)
}

fn problem_for(map: &Map, skill: usize, who: u64, day: Day) -> Option<Route> {
    let items = &map.skills.get(skill)?.items;
    let fit = |entry: &&ItemRef| (entry.level.abs_diff(2), entry.options > 0);
    let entry = items.iter().min_by_key(fit)?;
    let seed = SplitMix64::new(who ^ (u64::from(day.0.unsigned_abs()) << 40)).below(10_000);
    Some(Route::Question { item: entry.item.clone(), level: Some(entry.level), seed: seed as u32 })
}

/// Who has not been here for a week or longer, and for how many days.
pub fn away(students: &[Student], day: Day) -> Vec<(StudentId, i32)> {
    let days = |student: &Student| {
        let last = student.skills.values().filter_map(|status| status.practised).max();
        day.since(last.unwrap_or(student.as_of))
    };
    students.iter().map(|student| (student.id, days(student))).filter(|(_, days)| *days >= AWAY).collect()
}

/// A skill that somebody needs for what comes next and does not hold now.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// By its place in the map.
    pub skill: usize,
    pub why: Why,
}

/// Why it is in doubt. The order is from what weighs most to what weighs least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// The teacher set that it is not known yet.
    Set { on: Day },
    /// Answers without success, and the day of the last one.
    Missed { losses: u32, on: Option<Day> },
    /// Earned once, in doubt now; the day on which it was last shown.
    Fading { shown: Option<Day> },
    /// Begun, and not shown yet.
    Begun,
}

impl Why {
    /// For the order alone.
    fn weight(self) -> u32 {
        match self {
            Self::Set { .. } => 100,
            Self::Missed { losses, .. } => 10 + losses.min(MOST as u32),
            Self::Fading { .. } => 4,
            Self::Begun => 1,
        }
    }
}

/// Who is likely to struggle with these skills, whoever lacks most first, and what is in doubt (T9): what the skills build
/// on and, through what nobody asked yet, what that builds on; and the skills themselves where they were missed already.
/// Of what was never asked nothing is known, so it warns of nobody. `says` is what the teacher set.
pub fn early(
    students: &[Student],
    map: &Map,
    unit: &[usize],
    says: impl Fn(StudentId, usize) -> Option<Correction>,
) -> Vec<(StudentId, Vec<Doubt>)> {
    let graph = Graph::of(map);
    let doubts = |student: &Student| -> Vec<Doubt> {
        let asked = |place: usize| student.skills.contains_key(&place) || says(student.id, place).is_some();
        let (mut needed, mut todo) = (SortedSet::new(), Vec::new());
        todo.extend(unit.iter().map(|place| (*place, 0)));
        while let Some((place, depth)) = todo.pop() {
            if !needed.insert(place) || depth > DEEPEST || (depth > 0 && asked(place)) {
                continue;
            }
            todo.extend(graph.parents[place].iter().map(|parent| (*parent, depth + 1)));
        }
        let doubt = |place: &usize| {
            let status = student.skills.get(place);
            let why = doubt_of(status, says(student.id, *place), unit.contains(place))?;
            Some(Doubt { skill: *place, why })
        };
        let mut doubts: Vec<Doubt> = needed.iter().filter_map(doubt).collect();
        doubts.sort_by_key(|doubt| std::cmp::Reverse(doubt.why.weight()));
        doubts
    };
    let mut all: Vec<(StudentId, Vec<Doubt>)> =
        students.iter().map(|student| (student.id, doubts(student))).collect();
    all.retain(|(_, doubts)| !doubts.is_empty());
    all.sort_by_key(|(_, doubts)| {
        std::cmp::Reverse(doubts.iter().map(|doubt| doubt.why.weight()).sum::<u32>())
    });
    all
}

/// What speaks against a skill, if anything does. What is about to be taught may be new: there only misses speak.
fn doubt_of(status: Option<&Status>, said: Option<Correction>, of_unit: bool) -> Option<Why> {
    match said {
        Some(Correction { word: Override::Knows, .. }) => return None,
        Some(Correction { day, .. }) => return Some(Why::Set { on: day }),
        None => {}
    }
    let status = status.filter(|status| !is_held(status))?;
    match status {
        Status { fading: true, shown, .. } => Some(Why::Fading { shown: *shown }).filter(|_| !of_unit),
        Status { losses, practised, .. } if *losses >= TROUBLE => {
            Some(Why::Missed { losses: *losses, on: *practised })
        }
        _ => Some(Why::Begun).filter(|_| !of_unit),
    }
}

/// How many students are in doubt about each skill, the most first.
pub fn together(found: &[(StudentId, Vec<Doubt>)]) -> Vec<(usize, usize)> {
    let mut count: SortedMap<usize, usize> = SortedMap::new();
    for doubt in found.iter().flat_map(|(_, doubts)| doubts) {
        *count.or_default(doubt.skill) += 1;
    }
    let mut all: Vec<(usize, usize)> = count.iter().map(|(place, students)| (*place, *students)).collect();
    all.sort_by_key(|(_, students)| std::cmp::Reverse(*students));
    all
}
