//! An item: a family of questions, parsed and checked once. Its texts stand apart, one set for each language.

use super::domain::Domain;
use super::expr::{Expr, Fault, Scope, Steps, Value};
use super::figure::FigureRule;
use super::more::respond::Rule;
use super::question::FormWanted;
use super::seed::Seeds;
use super::template::Template;
use super::wide;
use super::{Locale, Problem, What};
use crate::num::SortedMap;
use std::ops::Deref;
use std::sync::Arc;

/// Draws rejected before a level counts as impossible.
pub const MAX_TRIES: u32 = 2_000;
/// Steps of all the tries of one draw together, so that no pack can keep a learner waiting.
const MAX_STEPS: u32 = 500_000;
/// What drawing a parameter costs beside its bounds: a hash.
const DRAW_STEPS: u32 = 20;

/// What an item asks and how, and its texts: English is always there. The logic is never copied.
#[derive(Clone, Debug)]
pub struct Item {
    pub logic: Arc<Logic>,
    pub texts: SortedMap<Locale, Arc<Texts>>,
    /// Its steps after the first, which is the item itself. They share its draw.
    pub steps: Vec<Item>,
}

impl Item {
    /// This step and those after it.
    pub fn all_steps(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.steps)
    }
}

impl Deref for Item {
    type Target = Logic;

    fn deref(&self) -> &Logic {
        &self.logic
    }
}

/// One step of an item: what is asked and how it is judged. Most items have one.
#[derive(Debug)]
pub struct Logic {
    /// What all steps have in common.
    pub draw: Arc<Draw>,
    /// The step's own id, from two steps on.
    pub step: Option<String>,
    /// A scaffold: asked only after a miss on the step with this id.
    pub after_miss: Option<String>,
    pub skill: String,
    pub figure: Option<FigureRule>,
    pub answer: Answer,
    pub check: Option<Expr>,
    /// Misconception and the answer it leads to.
    pub wrong: Vec<(String, Expr)>,
    pub hints: Vec<HintRule>,
    /// The quantity of the story that is asked for.
    pub unknown: Option<String>,
    /// Answers may be fractions: the same for all draws, so that the keypad tells nothing.
    pub fractions: bool,
    /// Where the step stands in its file, as in [`Problem::at`].
    pub place: String,
}

/// What is drawn, once for all steps.
#[derive(Debug, Default)]
pub struct Draw {
    pub id: String,
    pub rev: u32,
    #[cfg_attr(not(feature = "tools"), allow(dead_code, reason = "the app finds tags in the map"))]
    pub tags: Vec<String>,
    #[cfg_attr(not(feature = "tools"), allow(dead_code, reason = "for the linter"))]
    pub few: Option<String>,
    /// Spoken first: a short sentence, and nothing to type.
    pub listen: bool,
    /// Level to what must hold there besides `conditions`.
    pub levels: SortedMap<u8, Vec<Expr>>,
    pub params: SortedMap<String, Domain>,
    pub lets: SortedMap<String, Expr>,
    /// The key `where`.
    pub conditions: Vec<Expr>,
    /// Params and lets in an order in which each needs only earlier ones.
    pub plan: Vec<String>,
    /// Id of the story that tells it.
    pub story: Option<String>,
    /// Where the item stands in its file.
    pub root: String,
    /// What was drawn in earlier revisions, so that old records can be told.
    pub was: Vec<Draw>,
}

impl Deref for Logic {
    type Target = Draw;

    fn deref(&self) -> &Draw {
        &self.draw
    }
}

#[derive(Debug)]
pub enum Answer {
    Write {
        value: Expr,
        form: Option<FormWanted>,
        such: Option<Expr>,
        extra: Option<Box<Extra>>,
    },
    Choose {
        value: Expr,
        from: From,
        show: usize,
    },
    /// More than one number or one option.
    More(Box<Rule>),
}

/// What a written answer may add.
#[derive(Debug, Default)]
pub struct Extra {
    /// The unit the number counts; it may be typed or left out.
    pub unit: Option<String>,
    /// How far off is still right, where the task is to estimate.
    pub within: Option<Expr>,
    /// A list in any order.
    pub any_order: bool,
    /// A test of `docs/answers.md` with its options.
    pub test: Option<(String, String)>,
}

#[derive(Debug)]
pub enum From {
    Listed(Vec<Expr>),
    Wrong,
    /// The members of a list by their place, in their order; two may be equal in value.
    Places(Expr),
}

#[derive(Debug)]
pub struct HintRule {
    pub when: Option<Expr>,
    pub figure: Option<FigureRule>,
}

/// The strings of one item in one language.
#[derive(Debug, Default)]
pub struct Texts {
    pub ask: Option<Template>,
    pub prompt: Option<Template>,
    pub hints: Vec<Template>,
    pub solution: Vec<Template>,
    pub labels: Vec<Template>,
    pub alt: Option<Template>,
    pub say: SortedMap<String, Template>,
    /// Key of a text to the file in which it is spoken.
    pub audio: SortedMap<String, String>,
}

/// A wrong rule and what the learner is told about it, shared by all items.
#[derive(Clone, Debug, Default)]
pub struct Misconception {
    pub id: String,
    pub family: Option<String>,
    /// The named procedure that does it.
    pub procedure: Option<String>,
    pub say: SortedMap<Locale, Arc<Template>>,
    pub place: String,
}

impl Answer {
    pub fn value(&self) -> &Expr {
        match self {
            Self::Write { value, .. } | Self::Choose { value, .. } => value,
            Self::More(rule) => &rule.value,
        }
    }

    /// Chosen by place.
    pub fn is_pick(&self) -> bool {
        matches!(self, Self::Choose { from: From::Places(_), .. })
    }

    /// The right answer; `none` when it cannot be computed.
    pub fn right(&self, scope: &Scope) -> Result<Value, Fault> {
        match self {
            Self::More(rule) => wide::right(rule, scope),
            _ => self.value().eval(scope),
        }
    }

    /// What a wrong rule leads to.
    pub fn wrong(&self, expr: &Expr, scope: &Scope) -> Result<Value, Fault> {
        match self {
            Self::More(rule) => wide::wrong(rule, expr, scope),
            _ => expr.eval(scope),
        }
    }

    /// Every other expression in it, with its place; `answer` is known in those marked true.
    pub fn exprs(&self) -> Vec<(&'static str, &Expr, bool)> {
        match self {
            Self::Write { such, extra, .. } => {
                let such = such.iter().map(|expr| ("such", expr, true));
                let within = extra.iter().filter_map(|extra| extra.within.as_ref());
                such.chain(within.map(|expr| ("within", expr, false))).collect()
            }
            Self::Choose { from: From::Listed(exprs), .. } => {
                exprs.iter().map(|expr| ("from", expr, false)).collect()
            }
            Self::Choose { from: From::Places(expr), .. } => vec![("from", expr, false)],
            Self::Choose { from: From::Wrong, .. } => Vec::new(),
            Self::More(rule) => rule.exprs(),
        }
    }
}

impl Draw {
    /// The draw of this revision.
    pub fn of_rev(&self, rev: u32) -> Option<&Self> {
        if rev == self.rev { Some(self) } else { self.was.iter().find(|was| was.rev == rev) }
    }

    /// The scope in which these params have these values, whatever the seed would draw; nothing when a condition
    /// then fails.
    pub fn with(&self, level: u8, fixed: &[(String, Value)]) -> Option<Scope> {
        let seeds = Seeds::new(&self.id, self.rev, level, 0);
        let steps = Steps::default();
        let narrowing: &[Expr] = self.levels.get(&level).map_or(&[], |exprs| exprs);
        let tries = if fixed.len() >= self.params.len() { 1 } else { MAX_TRIES };
        (0..tries).find_map(|attempt| self.attempt(&seeds, attempt, narrowing, &steps, fixed).ok().flatten())
    }

    /// Draws the values of a seed: the scope with every param and let, and the tries it took.
    pub fn draw(&self, level: u8, seed: u32) -> Result<(Scope, u32), Problem> {
        let problem = |what: What| Problem::new(format!("{}@{level} seed {seed}", self.id), what);
        let Some(narrowing) = self.levels.get(&level) else {
            return Err(problem(what!("the item has no such level", "the item has no such level")));
        };
        let seeds = Seeds::new(&self.id, self.rev, level, seed);
        let steps = Steps::default();
        for attempt in 0..MAX_TRIES {
            let drawn = self.attempt(&seeds, attempt, narrowing, &steps, &[]);
            if steps.add(0) > MAX_STEPS {
                return Err(problem(what!("drawing takes too many steps", "drawing takes too many steps")));
            }
            if let Some(scope) = drawn.map_err(&problem)? {
                return Ok((scope, attempt + 1));
            }
        }
        Err(problem(what!(
            "no draw meets the conditions",
            "no draw meets the conditions within {MAX_TRIES} tries"
        )))
    }

    /// One try; `None` when a condition fails.
    fn attempt(
        &self,
        seeds: &Seeds,
        attempt: u32,
        narrowing: &[Expr],
        steps: &Steps,
        fixed: &[(String, Value)],
    ) -> Result<Option<Scope>, What> {
        let mut scope = Scope::default();
        for name in &self.plan {
            let value = if let Some((_, value)) = fixed.iter().find(|(fixed, _)| fixed == name) {
                value.clone()
            } else if let Some(domain) = self.params.get(name) {
                let drawn = domain.draw(&mut seeds.stream(name, attempt), &scope, steps);
                steps.add(DRAW_STEPS);
                match drawn.map_err(|fault| what!("a value cannot be drawn", "{name}: {fault}"))? {
                    Some(value) => value,
                    None => return Ok(None),
                }
            } else if let Some(expr) = self.lets.get(name) {
                expr.eval_counted(&scope, steps)
                    .map_err(|fault| what!("a value cannot be drawn", "{name}: {fault}"))?
            } else {
                continue;
            };
            scope.set(name, value);
        }
        for condition in self.conditions.iter().chain(narrowing) {
            match condition.eval_counted(&scope, steps) {
                Ok(Value::Truth(true)) => {}
                Ok(Value::Truth(false) | Value::None) => return Ok(None),
                Ok(other) => {
                    return Err(what!(
                        "a condition is no truth",
                        "{} is no condition but {other}",
                        condition.source()
                    ));
                }
                Err(fault) => {
                    return Err(what!("a condition cannot be computed", "{}: {fault}", condition.source()));
                }
            }
        }
        Ok(Some(scope))
    }

    /// Puts params and lets into an order; the names left over form circles.
    pub fn ordered(
        params: &SortedMap<String, Domain>,
        lets: &SortedMap<String, Expr>,
    ) -> (Vec<String>, Vec<String>) {
        let mut needs: SortedMap<&str, Vec<&str>> = SortedMap::default();
        for (name, domain) in params {
            needs.insert(name, domain.exprs().into_iter().flat_map(Expr::names).collect());
        }
        for (name, expr) in lets {
            needs.insert(name, expr.names());
        }
        let mut plan: Vec<String> = Vec::new();
        loop {
            let known = |name: &str| plan.iter().any(|done| done == name) || !(needs.contains_key(name));
            let ready = needs.iter().find(|(name, needed)| {
                !plan.iter().any(|done| done == *name) && needed.iter().all(|name| known(name))
            });
            match ready.map(|(name, _)| name.to_string()) {
                Some(name) => plan.push(name),
                None => break,
            }
        }
        let left = needs.keys().filter(|name| !plan.iter().any(|done| done == *name));
        let left = left.map(|name| name.to_string()).collect();
        (plan, left)
    }

    /// The params and lets that may be fractions, found in the order of the plan: each is looked at once.
    fn fractional_names(&self) -> Vec<&str> {
        let mut fractional: Vec<&str> = Vec::new();
        for name in &self.plan {
            let known = |name: &str| fractional.contains(&name);
            let param = self.params.get(name).is_some_and(|domain| domain.may_be_fractional(&known));
            if param || self.lets.get(name).is_some_and(|expr| expr.may_be_fractional(&known)) {
                fractional.push(name);
            }
        }
        fractional
    }
}

impl Logic {
    /// Whether an answer of this family may be a fraction.
    pub fn may_be_fractional(&self) -> bool {
        match &self.answer {
            Answer::Write { form: Some(FormWanted::Decimal), .. } => false,
            Answer::Write { form: Some(_), .. } => true,
            answer => {
                let fractional = self.fractional_names();
                answer.value().may_be_fractional(&|name| fractional.contains(&name))
            }
        }
    }
}
