//! The door to the wider vocabulary of packs: most figures, typed maths and its tests, columns, sorting, stories,
//! lessons. A browser fetches what is behind it when a unit first needs it (`docs/decisions/0011-the-wider-vocabulary-behind-a-door.md`),
//! so nothing else in the first module may name these functions. Natively the door always stands open.

use super::answer::Test;
use super::expr::{Expr, Fault, Scope, Steps, Value};
use super::figure::{self, given};
use super::item::{Item, Logic};
use super::more::functions::{self, More};
use super::more::lesson::{self, Lesson};
use super::more::makers::Maker;
use super::more::maths;
use super::more::procedures;
use super::more::respond::{self, Evidence, Group, Rule, Task};
use super::more::story::{self, Story};
use super::more::words::{self, Word};
use super::reader::{At, Reader, TableAt};
use super::unit::Unit;
use super::{Advice, Figure, LearnerState, Locale, Question, Score, Text, What};
use crate::notation::Math;
use crate::num::SplitMix64;
use std::sync::{Arc, OnceLock};

/// Said where something wider is met behind a closed door: the unit was not marked.
const CLOSED: &str = "this unit needs a part of Trellis that was not fetched";

/// Each door: its function, and what is done while it is closed.
macro_rules! doors {
    ($($name:ident($($arg:ident: $type:ty),*) $(-> $result:ty)? = $function:expr, or $closed:expr;)*) => {
        /// What is behind the door.
        pub struct Wider {
            $($name: fn($($type),*) $(-> $result)?,)*
        }

        impl Wider {
            pub fn here() -> Self {
                Self { $($name: $function,)* }
            }
        }

        $(pub(crate) fn $name($($arg: $type),*) $(-> $result)? {
            match door() {
                Some(wider) => (wider.$name)($($arg),*),
                None => $closed,
            }
        })*
    };
}

doors! {
    call(function: More, at: usize, values: &[Value]) -> Result<Value, Fault>
        = functions::call, or { let _ = (function, values); Err(Fault::new(at, CLOSED)) };
    maker(source: &str, lead: usize) -> Result<Option<Maker>, Fault>
        = Maker::parse, or { let _ = (source, lead); Ok(None) };
    make(maker: &Maker, rng: &mut SplitMix64, scope: &Scope, steps: &Steps) -> Result<Option<Value>, Fault>
        = Maker::make, or { let _ = (maker, rng, scope, steps); Ok(None) };
    right(rule: &Rule, scope: &Scope) -> Result<Value, Fault>
        = Rule::right, or { let _ = (rule, scope); Ok(Value::None) };
    wrong(rule: &Rule, expr: &Expr, scope: &Scope) -> Result<Value, Fault>
        = Rule::wrong, or { let _ = (rule, expr, scope); Ok(Value::None) };
    same(a: &Math, b: &Math) -> bool
        = maths::same, or { let _ = (a, b); false };
    spliced(math: &Math, values: &[Value]) -> Value
        = maths::spliced, or { let _ = (math, values); Value::None };
    drawn(value: &Value) -> Math
        = maths::drawn, or { let _ = value; Math::Blank };
    figure_kinds() -> &'static [figure::read::Kind]
        = figure::read::wider_kinds, or &[];
    figure_of(kind: &str, table: &given::Table) -> Result<Figure, Fault>
        = figure::wider_of, or { let _ = (kind, table); Err(Fault::new(0, CLOSED)) };
    figure_alt(figure: &Figure, locale: Locale) -> String
        = figure::wider_alt, or { let _ = (figure, locale); String::new() };
    figure_data(figure: &Figure) -> String
        = figure::wider_data, or { let _ = figure; String::new() };
    rule(reader: &mut Reader, table: &TableAt, at: &At) -> Option<Rule>
        = Rule::read, or { let _ = table; closed(reader, at) };
    conditions(reader: &mut Reader, at: &At) -> Option<Expr>
        = respond::conditions, or closed(reader, at);
    word(reader: &mut Reader, at: &At, locale: Locale) -> Option<(String, Word)>
        = words::read, or { let _ = locale; closed(reader, at) };
    story(reader: &mut Reader, at: &At, locale: Locale) -> Option<Story>
        = story::read, or { let _ = locale; closed(reader, at) };
    story_names(reader: &mut Reader, item: &Item, story: &Story, place: &str)
        = story::names, or { let _ = (reader, item, story, place); };
    lesson(reader: &mut Reader, at: &At, unit: &Unit) -> Option<Lesson>
        = lesson::read, or { let _ = unit; closed(reader, at) };
    lesson_overlay(reader: &mut Reader, at: &At, locale: Locale, lessons: &mut [Arc<Lesson>])
        = lesson::overlay, or { let _ = (locale, lessons); closed::<()>(reader, at); };
    test_is_known(name: &str, options: &str) -> bool
        = test_is_known_here, or { let _ = (name, options); true };
    procedure_fault(name: &str) -> Option<String>
        = procedure_fault_here, or { let _ = name; None };
    typed_task(question: &Question) -> Result<Task, What>
        = respond::typed_task, or { let _ = question; Err(what!("closed", "{CLOSED}")) };
    task(question: &Question) -> Result<Task, What>
        = respond::task, or { let _ = question; Err(what!("closed", "{CLOSED}")) };
    own_figure(item: &Logic, scope: &Scope) -> Option<Figure>
        = respond::own_figure, or { let _ = (item, scope); None };
    procedures_here(question: &Question) -> Vec<(String, Value)>
        = respond::procedures_here, or { let _ = question; Vec::new() };
    value_of(question: &Question, task: &Task, response: &str) -> Result<Value, Advice>
        = respond::value_of, or { let _ = (question, task, response); Err(Advice::ChooseOne) };
    is_right(question: &Question, value: &Value) -> Option<bool>
        = respond::is_right, or Some(*value == question.right);
    score(question: &Question, task: &Task, response: &str) -> Score
        = respond::score, or { let _ = (question, task, response); Score::Advice(Advice::ChooseOne) };
    after(question: &Question, task: &Task, response: &str) -> Option<String>
        = respond::after, or { let _ = (question, task, response); None };
    evidence(question: &Question, task: &Task, response: &str) -> Vec<Evidence>
        = respond::evidence, or { let _ = (question, task, response); Vec::new() };
    own_hint(question: &Question, task: &Task, state: &LearnerState) -> Option<Text>
        = respond::own_hint, or { let _ = (question, task, state); None };
    remark(question: &Question, task: &Task, mine: &str) -> Option<Text>
        = respond::remark, or { let _ = (question, task, mine); None };
    state(question: &Question, task: &Task, mine: Option<&str>) -> Vec<(&'static str, Value)>
        = respond::state, or { let _ = (question, task, mine); Vec::new() };
    written(question: &Question, task: &Task, value: &Value) -> String
        = respond::written, or { let _ = (question, task, value); String::new() };
    shown_answer(question: &Question, task: &Task, response: &str) -> Text
        = respond::shown_answer, or { let _ = (question, task, response); Text::default() };
    misses(question: &Question, task: &Task) -> Vec<(String, String)>
        = respond::misses, or { let _ = (question, task); Vec::new() };
    groups(task: &Task, draft: &str) -> Vec<Group>
        = respond::groups, or { let _ = (task, draft); Vec::new() };
    pressed(task: &Task, draft: &str, group: usize, choice: usize) -> String
        = respond::pressed, or { let _ = (task, group, choice); draft.into() };
    look(task: &Task) -> Vec<String>
        = respond::look, or { let _ = task; Vec::new() };
    typed_form(value: &Value) -> String
        = respond::typed_form, or value.to_string();
}

static DOOR: OnceLock<Wider> = OnceLock::new();

/// Opens the door; once is enough.
pub fn open(wider: Wider) {
    let _ = DOOR.set(wider);
}

#[cfg(not(target_family = "wasm"))]
fn door() -> Option<&'static Wider> {
    (!SHUT.get()).then(|| DOOR.get_or_init(Wider::here))
}

#[cfg(not(target_family = "wasm"))]
thread_local! {
    static SHUT: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Does this as in a browser that has not fetched what is behind the door.
#[cfg(not(target_family = "wasm"))]
pub fn without<T>(work: impl FnOnce() -> T) -> T {
    SHUT.set(true);
    let done = work();
    SHUT.set(false);
    done
}

pub fn is_open() -> bool {
    door().is_some()
}

/// Notes that what stands at this place is of the wider vocabulary.
pub(crate) fn needed(reader: &mut Reader, place: &str) {
    if !is_open() {
        reader.problem(place, CLOSED);
    }
}

#[cfg(target_family = "wasm")]
fn door() -> Option<&'static Wider> {
    DOOR.get()
}

fn closed<T>(reader: &mut Reader, at: &At) -> Option<T> {
    reader.problem(&at.place, CLOSED);
    None
}

fn test_is_known_here(name: &str, options: &str) -> bool {
    Test::parse(name, options).is_ok()
}

fn procedure_fault_here(name: &str) -> Option<String> {
    procedures::named(name).is_none().then(|| procedures::unknown_name(name))
}
