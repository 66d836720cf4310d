//! What the linter says about a pack: one small function for each rule, listed in tables. A finding says where,
//! what and what to write instead. Native tools only.

mod curriculum;
mod draws;
mod expressions;
mod figures;
mod lessons;
mod locale;
mod options;
mod plurals;
mod reading;
mod second_look;
mod shape;
pub mod stability;
mod stories;
mod texts;
mod wrong;

use super::coverage::Review;
use super::item::Item;
use super::source::{Pack, SourceFile, SourceUnit};
use super::{Locale, Problem, Question, Text};
use plurals::Nouns;
use std::fmt;
use std::sync::Arc;
use std::thread;

/// Questions drawn for each item and level.
pub const SEEDS: u32 = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack is not built.
    Error,
    Warning,
}

use Severity::{Error, Warning};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub severity: Severity,
    pub rule: &'static str,
    /// Id of the item, skill or misconception, or empty.
    pub subject: String,
    pub what: String,
}

/// What a rule found, at a place inside its item such as `wrong/frac.additive`.
pub(crate) struct Found {
    place: String,
    what: String,
}

fn found(place: impl Into<String>, what: impl Into<String>) -> Found {
    Found { place: place.into(), what: what.into() }
}

/// One step of an item with its questions.
pub(crate) struct Case<'a> {
    pack: &'a Pack,
    unit: &'a SourceUnit,
    /// The whole item.
    family: &'a Arc<Item>,
    /// The step; the item itself when it has one.
    item: &'a Item,
    levels: Vec<Level>,
    /// Every text of every question in every language.
    texts: Vec<Drawn>,
    /// The count nouns of the whole pack.
    nouns: &'a Nouns,
}

/// A text of a question, or why it cannot be drawn.
struct Drawn {
    place: String,
    text: Result<Text, String>,
    /// Language, level and seed, for messages.
    whence: (&'static str, u8, u32),
}

/// The questions of one level.
struct Level {
    level: u8,
    questions: Vec<Question>,
    /// The same seeds in each other language.
    translated: Vec<Question>,
    failed: Vec<Problem>,
    tries: u32,
}

type ItemRule = (&'static str, Severity, fn(&Case) -> Vec<Found>);

const ITEM_RULES: [ItemRule; 48] = [
    ("unknown skill", Error, shape::unknown_skill),
    ("unknown misconception", Error, shape::unknown_misconception),
    ("missing key", Error, shape::missing_key),
    ("labels and options", Error, shape::labels_match_options),
    ("unused name", Warning, expressions::unused_name),
    ("constant condition", Warning, expressions::constant_condition),
    ("long expression", Warning, expressions::long_expression),
    ("check repeats the answer", Warning, expressions::check_repeats_answer),
    ("no draw", Error, draws::no_draw),
    ("check fails", Error, draws::check_fails),
    ("many tries", Warning, draws::many_tries),
    ("own answer", Error, draws::own_answer_scores_right),
    ("variety", Error, draws::too_few_questions),
    ("few without need", Warning, draws::few_without_need),
    ("one answer", Warning, draws::one_answer_too_often),
    ("rule is right", Error, wrong::right_too_often),
    ("rule never applies", Error, wrong::never_defined),
    ("rule type", Error, wrong::other_type),
    ("rule not alone", Warning, wrong::seldom_alone),
    ("rule magnitude", Warning, wrong::magnitude),
    ("rule gives no option", Error, wrong::gives_no_option),
    ("rule not known again", Error, wrong::not_recognised),
    ("rules inseparable", Warning, wrong::inseparable),
    ("step cannot be drawn", Error, draws::step_missing),
    ("skin fits", Error, stories::no_skin),
    ("listen", Error, texts::too_much_to_hear),
    ("audio", Warning, texts::audio_missing),
    ("one of two kinds", Error, options::all_alike),
    ("placed already", Warning, options::in_order_already),
    ("options alike", Error, options::two_alike),
    ("too few options", Error, options::too_few_wrong),
    ("longest option", Warning, options::right_is_longest),
    ("shortest option", Warning, options::right_is_shortest),
    ("rank of the right option", Warning, options::right_by_rank),
    ("number and noun", Warning, plurals::do_not_agree),
    ("broken text", Error, texts::broken),
    ("untidy maths", Error, texts::untidy_maths),
    ("fraction over 1", Warning, texts::over_one),
    ("hint tells", Error, texts::hint_tells),
    ("prompt tells", Error, texts::prompt_tells),
    ("no open hint", Error, texts::no_open_hint),
    ("hint never shown", Warning, texts::hint_never_shown),
    ("long sentence", Warning, texts::long_sentence),
    ("equal forms", Warning, texts::equal_forms),
    ("last step", Warning, texts::last_step),
    ("crowded figure", Error, figures::crowded),
    ("figure entry", Error, figures::cannot_enter),
    ("figure tells", Error, figures::tells_the_answer),
];

/// Rules about what all steps of an item have in common.
const OF_THE_DRAW: [&str; 8] = [
    "unused name",
    "constant condition",
    "no draw",
    "many tries",
    "variety",
    "few without need",
    "skin fits",
    "drawn texts",
];

type PackRule = (&'static str, fn(&Pack) -> Vec<Finding>);

const PACK_RULES: [PackRule; 10] = [
    ("reading", shape::reading),
    ("skills", curriculum::skills),
    ("misconceptions", shape::misconceptions),
    ("stories", stories::shared),
    ("words", stories::words),
    ("lessons", lessons::lessons),
    ("translation", locale::translation),
    ("stability", stability::draws_changed),
    ("reading level", reading::too_hard),
    ("second look", second_look::missing),
];

/// Everything there is to say about a pack, in the order of files and lines.
pub fn lint(pack: &Pack) -> Vec<Finding> {
    lint_with(pack, SEEDS)
}

/// The same over so many seeds of each level.
fn lint_with(pack: &Pack, seeds: u32) -> Vec<Finding> {
    let mut findings: Vec<Finding> = PACK_RULES.iter().flat_map(|(_, rule)| rule(pack)).collect();
    let all: Vec<(&SourceUnit, &Arc<Item>)> =
        pack.units.iter().flat_map(|unit| unit.unit.families().map(move |item| (unit, item))).collect();
    let nouns = &Nouns::of(pack);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let chunks = all.chunks(all.len().div_ceil(workers).max(1));
        let spawn = |chunk| {
            scope.spawn(move || -> Vec<Finding> {
                let lint =
                    |(unit, item): &(&SourceUnit, &Arc<Item>)| lint_item(pack, unit, item, nouns, seeds);
                <[_]>::iter(chunk).flat_map(lint).collect()
            })
        };
        let running: Vec<_> = chunks.map(spawn).collect();
        findings.extend(running.into_iter().flat_map(|worker| worker.join().expect("no rule panics")));
    });
    findings.sort();
    findings.dedup();
    findings
}

fn lint_item(pack: &Pack, unit: &SourceUnit, family: &Arc<Item>, nouns: &Nouns, seeds: u32) -> Vec<Finding> {
    let mut findings = Vec::new();
    let first = Case::of((pack, nouns), unit, family, family, seeds);
    let rest: Vec<Case> = family.steps.iter().map(|step| Case::step_of(&first, step)).collect();
    for (k, case) in std::iter::once(&first).chain(&rest).enumerate() {
        for (rule, severity, check) in ITEM_RULES {
            if k > 0 && OF_THE_DRAW.contains(&rule) {
                continue;
            }
            for Found { place, what } in check(case) {
                let drawn =
                    ["params", "where", "let", "level", "few"].iter().any(|key| place.starts_with(key));
                let whole = drawn || OF_THE_DRAW.contains(&rule);
                let at = if whole { &case.item.root } else { &case.item.place };
                let place = format!("{at}/{place}");
                findings.push(finding(&case.unit.file, &place, severity, rule, &case.item.id, what));
            }
        }
    }
    findings
}

fn finding(
    file: &SourceFile,
    place: &str,
    severity: Severity,
    rule: &'static str,
    subject: &str,
    what: impl Into<String>,
) -> Finding {
    let (line, column) = file.position(place);
    let (file, subject) = (file.path.clone(), subject.to_string());
    Finding { file, line, column, severity, rule, subject, what: what.into() }
}

impl<'a> Case<'a> {
    fn of(
        (pack, nouns): (&'a Pack, &'a Nouns),
        unit: &'a SourceUnit,
        family: &'a Arc<Item>,
        item: &'a Item,
        seeds: u32,
    ) -> Self {
        let levels = item.levels.keys().map(|level| Level::of(unit, item, *level, seeds)).collect();
        let mut case = Self { pack, unit, family, item, levels, texts: Vec::new(), nouns };
        case.texts = case.all_languages().flat_map(texts::drawn).collect();
        case
    }

    /// A later step of the same questions.
    fn step_of(first: &Case<'a>, step: &'a Item) -> Self {
        let id = step.step.as_deref().unwrap_or_default();
        let of = |questions: &[Question]| -> Vec<Question> {
            questions.iter().filter_map(|question| question.step_named(id)).collect()
        };
        let levels = first.levels.iter().map(|level| Level {
            level: level.level,
            questions: of(&level.questions),
            translated: of(&level.translated),
            failed: Vec::new(),
            tries: level.tries,
        });
        let levels = levels.collect();
        let mut case = Self { item: step, levels, texts: Vec::new(), ..*first };
        case.texts = case.all_languages().flat_map(texts::drawn).collect();
        case
    }

    /// Every question of every level.
    fn questions(&self) -> impl Iterator<Item = &Question> {
        self.levels.iter().flat_map(|level| &level.questions)
    }

    /// Every question in every language.
    fn all_languages(&self) -> impl Iterator<Item = &Question> {
        self.levels.iter().flat_map(|level| level.questions.iter().chain(&level.translated))
    }

    /// The first question for which `says` has something to say, with its level and seed.
    fn first(&self, says: impl Fn(&Question) -> Option<String>) -> Option<String> {
        self.questions()
            .find_map(|q| says(q).map(|what| format!("{what} (level {}, seed {})", q.level, q.seed)))
    }

    /// The share of questions for which this holds.
    fn share(&self, holds: impl Fn(&Question) -> bool) -> f64 {
        let all = self.questions().count();
        let some = self.questions().filter(|question| holds(question)).count();
        if all == 0 { 0.0 } else { some as f64 / all as f64 }
    }
}

impl Level {
    fn of(unit: &SourceUnit, item: &Item, level: u8, seeds: u32) -> Self {
        let mut all =
            Self { level, questions: Vec::new(), translated: Vec::new(), failed: Vec::new(), tries: 0 };
        for seed in 0..seeds {
            match unit.unit.draw(&item.id, level, seed, Locale::En) {
                Ok(question) => all.take(question, unit),
                Err(problem) => all.failed.push(problem),
            }
            // Each failure may have cost thousands of tries.
            if all.failed.len() == 3 {
                break;
            }
        }
        all
    }

    fn take(&mut self, question: Question, unit: &SourceUnit) {
        self.tries += question.tries;
        let locales = unit.overlays.keys();
        self.translated.extend(locales.filter_map(|locale| question.translated(*locale)));
        self.questions.push(question);
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

impl Finding {
    pub fn is_error(&self) -> bool {
        self.severity == Error
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let severity = if self.is_error() { "error" } else { "warning" };
        let Self { file, line, column, rule, subject, what, .. } = self;
        write!(f, "{file}:{line}:{column}: {severity}: {rule}: {subject}: {what}")
    }
}

/// Pack and findings for other programs: one object on one line.
pub fn json(pack: &Pack, findings: &[Finding]) -> String {
    let one = |finding: &Finding| {
        serde_json::json!({
            "file": finding.file, "line": finding.line, "column": finding.column,
            "severity": if finding.is_error() { "error" } else { "warning" },
            "rule": finding.rule, "subject": finding.subject, "what": finding.what,
        })
    };
    let families = || pack.units.iter().flat_map(|unit| unit.unit.families());
    let taught = pack.skills.iter().filter(|skill| skill.unit.is_some()).count();
    let mut locales = vec![Locale::En.code()];
    locales.extend(pack.shared_overlays.keys().map(|locale| locale.code()));
    let (misconceptions, _) = pack.shared_misconceptions();
    serde_json::json!({
        "skills": pack.skills.len(),
        "taught": taught,
        "items": families().count(),
        "levels": families().map(|item| item.levels.len()).sum::<usize>(),
        "lessons": pack.units.iter().map(|unit| unit.unit.lessons().len()).sum::<usize>(),
        "misconceptions": misconceptions.len(),
        "locales": locales,
        "answers": second_look::json(pack),
        "reading": reading::levels(pack).iter().map(reading::Level::json).collect::<Vec<_>>(),
        "reviews": Review::all(&pack.dir).iter().map(Review::json).collect::<Vec<_>>(),
        "errors": findings.iter().filter(|finding| finding.is_error()).count(),
        "problems": findings.iter().map(one).collect::<Vec<_>>(),
    })
    .to_string()
}

#[cfg(test)]
mod tests;
