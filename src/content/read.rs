//! Reading items and misconceptions of pack schema 1. An item with a fault in its logic is left out; the others
//! are kept.

use super::Locale;
use super::domain::Domain;
use super::expr::{Expr, Function};
use super::figure::{self, FigureRule};
use super::item::{Answer, Draw, Extra, From, HintRule, Item, Logic, Misconception, Texts};
use super::limits::{MAX_NAMES, MAX_PARTS};
use super::more::respond;
use super::more::story::Story;
use super::question::FormWanted;
use super::reader::{At, Reader, TableAt, unknown};
use super::template::Template;
use super::wide;
use crate::num::SortedMap;
use serde_json::Value;
use std::fmt::Display;
use std::sync::Arc;

pub const TAGS: [&str; 10] =
    ["picture", "words", "symbols", "story", "table", "graph", "concept", "procedure", "apply", "stretch"];

const ITEM_KEYS: [&str; 26] = [
    "id", "skill", "tags", "level", "params", "where", "let", "story", "unknown", "figure", "ask", "prompt",
    "hints", "solution", "labels", "alt", "say", "audio", "answer", "wrong", "check", "step", "listen",
    "few", "rev", "was",
];
const STEP_KEYS: [&str; 15] = [
    "id",
    "skill",
    "after_miss",
    "unknown",
    "figure",
    "ask",
    "prompt",
    "hints",
    "solution",
    "labels",
    "alt",
    "say",
    "audio",
    "answer",
    "wrong",
];
/// Keys that belong to a step, so that an item with steps has none of them itself.
const ONLY_STEPS: [&str; 10] =
    ["ask", "prompt", "hints", "solution", "labels", "alt", "audio", "answer", "wrong", "check"];
const TEXT_KEYS: [&str; 10] =
    ["id", "ask", "prompt", "hints", "solution", "labels", "alt", "say", "audio", "step"];
const STEPS: usize = 12;

/// Words with a meaning of their own, which no parameter may take.
const RESERVED: [&str; 11] =
    ["it", "answer", "mine", "tries", "why", "true", "false", "and", "or", "not", "person"];

pub fn item(reader: &mut Reader, at: &At, stories: &[Story]) -> Option<Item> {
    let before = reader.problems.len();
    let table = reader.table(at, &ITEM_KEYS)?;
    let draw = Arc::new(draw(reader, &table)?);
    let skill = reader.needs(&table, "skill").unwrap_or_default();
    let steps = reader.members(&table, "step", STEPS);
    let mut item = match steps.split_first() {
        None => step(reader, &draw, &table, None, &skill)?,
        Some((first, rest)) => {
            for key in ONLY_STEPS.into_iter().filter(|key| table.get(key).is_some()) {
                reader.problem(
                    table.of(key),
                    what!(
                        "an item with steps has this key in its steps",
                        "an item with steps has this key in its steps"
                    ),
                );
            }
            let mut item = step_at(reader, &draw, &table, first, &skill)?;
            for at in rest {
                item.steps.push(step_at(reader, &draw, &table, at, &skill)?);
            }
            item
        }
    };
    sequence(reader, &item);
    let story = draw.story.as_ref().map(|id| stories.iter().find(|story| story.id == *id));
    if let Some(None) = story {
        reader.problem(table.of("story"), what!("there is no such story", "there is no such story"));
    }
    if let Some(Some(story)) = story {
        wide::story_names(reader, &item, story, &table.of("story"));
    }
    names(reader, &item);
    item.steps.iter().for_each(|step| names(reader, step));
    item.texts.insert(Locale::En, Arc::new(texts_of(reader, &table, steps.first())));
    for (step, at) in item.steps.iter_mut().zip(steps.iter().skip(1)) {
        let texts = step_texts(reader, at);
        step.texts.insert(Locale::En, Arc::new(texts));
    }
    overlay_names(reader, &item, &item.place);
    (reader.problems.len() == before).then_some(item)
}

fn draw(reader: &mut Reader, table: &TableAt) -> Option<Draw> {
    let mut draw = Draw {
        id: reader.needs(table, "id")?,
        rev: reader.number_of(table, "rev", 1_000).unwrap_or(1),
        tags: tags(reader, table),
        few: reader.text_of(table, "few"),
        listen: reader.truth_of(table, "listen"),
        levels: levels(reader, table),
        params: params(reader, table),
        lets: lets(reader, table),
        conditions: table.get("where").map(|at| reader.exprs(&at, MAX_PARTS)).unwrap_or_default(),
        plan: Vec::new(),
        story: reader.text_of(table, "story"),
        root: table.place.clone(),
        was: Vec::new(),
    };
    plan(reader, &mut draw);
    for at in &reader.members(table, "was", MAX_PARTS) {
        let Some(table) = reader.table(at, &["rev", "level", "params", "where", "let"]) else { continue };
        let mut was = Draw {
            id: draw.id.clone(),
            rev: reader.number_of(&table, "rev", 1_000).unwrap_or(1),
            levels: levels(reader, &table),
            params: params(reader, &table),
            lets: lets(reader, &table),
            conditions: table.get("where").map(|at| reader.exprs(&at, MAX_PARTS)).unwrap_or_default(),
            root: table.place.clone(),
            ..Draw::default()
        };
        plan(reader, &mut was);
        draw.was.push(was);
    }
    Some(draw)
}

fn step_at(reader: &mut Reader, draw: &Arc<Draw>, item: &TableAt, at: &At, skill: &str) -> Option<Item> {
    let known: Vec<&str> = STEP_KEYS.into_iter().chain(["check"]).collect();
    let table = reader.table(at, &known)?;
    step(reader, draw, &table, Some(item), skill)
}

/// One step; what it lacks and may share stands in its item.
fn step(
    reader: &mut Reader,
    draw: &Arc<Draw>,
    table: &TableAt,
    item: Option<&TableAt>,
    skill: &str,
) -> Option<Item> {
    let own = item.is_some();
    let unknown = reader.text_of(table, "unknown");
    let answer = answer(reader, table, unknown.as_deref())?;
    let hints = reader.members(table, "hints", MAX_PARTS);
    let figure = match (table.get("figure"), item) {
        (None, Some(item)) => figure_of(reader, item),
        _ => figure_of(reader, table),
    };
    let mut logic = Logic {
        draw: draw.clone(),
        step: if own { reader.needs(table, "id") } else { None },
        after_miss: reader.text_of_own(table, "after_miss", own),
        skill: reader.text_of_own(table, "skill", own).unwrap_or_else(|| skill.into()),
        figure,
        wrong: wrong(reader, table, &answer),
        answer,
        check: reader.expr_of(table, "check"),
        hints: hints.iter().map(|at| hint_rule(reader, at)).collect(),
        unknown,
        fractions: false,
        place: table.place.clone(),
    };
    logic.fractions = logic.may_be_fractional();
    Some(Item { logic: Arc::new(logic), texts: SortedMap::default(), steps: Vec::new() })
}

/// A scaffold follows a miss on an earlier step that is none itself, and the first step is no scaffold.
fn sequence(reader: &mut Reader, item: &Item) {
    if !FOR_AUTHORS {
        return;
    }
    let all: Vec<&Item> = item.all_steps().collect();
    for (k, step) in all.iter().enumerate() {
        if all[..k].iter().any(|other| other.step == step.step) {
            reader.problem(
                format!("{}/id", step.place),
                what!("two steps have this id", "two steps have this id"),
            );
        }
        let Some(wanted) = &step.after_miss else { continue };
        let earlier =
            all[..k].iter().any(|other| other.step.as_ref() == Some(wanted) && other.after_miss.is_none());
        if !earlier {
            reader.problem(
                format!("{}/after_miss", step.place),
                "a scaffold names an earlier step that is no scaffold itself",
            );
        }
    }
}

fn texts_of(reader: &mut Reader, table: &TableAt, first: Option<&At>) -> Texts {
    match first {
        None => texts(reader, table),
        Some(at) => step_texts(reader, at),
    }
}

fn step_texts(reader: &mut Reader, at: &At) -> Texts {
    reader.any_table(at).map(|table| texts(reader, &table)).unwrap_or_default()
}

fn tags(reader: &mut Reader, table: &TableAt) -> Vec<String> {
    let Some(at) = table.get("tags") else { return Vec::new() };
    let tags = reader.strings(&at, MAX_PARTS);
    for tag in tags.iter().filter(|tag| !TAGS.contains(&&***tag)) {
        reader.problem(&at.place, unknown("tag", tag, &TAGS));
    }
    tags
}

/// `level = 2`, or a table of conditions for each level.
fn levels(reader: &mut Reader, table: &TableAt) -> SortedMap<u8, Vec<Expr>> {
    let mut all = SortedMap::default();
    let Some(at) = table.get("level") else {
        all.insert(2, Vec::new());
        return all;
    };
    if at.value.is_number() {
        if let Some(level) = reader.number(&at, 5) {
            all.insert(level as u8, Vec::new());
        }
        return all;
    }
    for (key, at) in reader.entries(table, "level") {
        match key.parse::<u8>() {
            Ok(level @ 1..=5) => {
                all.insert(level, reader.exprs(&at, MAX_PARTS));
            }
            _ => reader.problem(
                &at.place,
                what!("a level is a number from 1 to 5", "a level is a number from 1 to 5"),
            ),
        }
    }
    all
}

fn params(reader: &mut Reader, table: &TableAt) -> SortedMap<String, Domain> {
    let mut all = SortedMap::default();
    for (name, at) in reader.entries(table, "params") {
        let domain = match at.value {
            Value::Array(_) => Some(Domain::Words(reader.strings(&at, MAX_NAMES))),
            _ => reader.string(&at).and_then(|source| match Domain::parse(source) {
                Ok(domain) => Some(domain),
                Err(fault) => {
                    reader.fault(&at.place, fault);
                    None
                }
            }),
        };
        allowed_name(reader, name, &at);
        if let Some(domain) = domain {
            all.insert(name.to_string(), domain);
        }
    }
    all
}

fn lets(reader: &mut Reader, table: &TableAt) -> SortedMap<String, Expr> {
    let mut all = SortedMap::default();
    for (name, at) in reader.entries(table, "let") {
        allowed_name(reader, name, &at);
        if let Some(expr) = reader.expr(&at) {
            all.insert(name.to_string(), expr);
        }
    }
    all
}

fn allowed_name(reader: &mut Reader, name: &str, at: &At) {
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == '_');
    if !plain || !name.starts_with(|c: char| c.is_alphabetic()) {
        reader.problem(&at.place, what!("this is no name", "`{name}` is no name: use letters, digits and _"));
    } else if RESERVED.contains(&name) || Function::is_reserved(name) {
        reader.problem(
            &at.place,
            what!(
                "this name has a meaning of its own",
                "the name `{name}` has a meaning of its own; choose another"
            ),
        );
    }
}

fn plan(reader: &mut Reader, item: &mut Draw) {
    if item.params.len() + item.lets.len() > MAX_NAMES {
        return reader.problem(
            &item.root,
            what!("too many params and lets", "an item has at most {MAX_NAMES} params and lets"),
        );
    }
    if let Some(name) = item.params.keys().find(|name| item.lets.contains_key(*name)) {
        reader.problem(
            format!("{}/let/{name}", item.root),
            what!("this is a parameter already", "`{name}` is a parameter already"),
        );
    }
    let (plan, circle) = Draw::ordered(&item.params, &item.lets);
    item.plan = plan;
    if !circle.is_empty() {
        let what = what!(
            "names need each other in a circle",
            "these need each other in a circle: {}",
            circle.join(", ")
        );
        reader.problem(&item.root, what);
    }
}

fn wrong(reader: &mut Reader, table: &TableAt, answer: &Answer) -> Vec<(String, Expr)> {
    let rules = named_rules(reader, table, answer);
    if rules.len() > MAX_PARTS {
        reader.problem(
            table.of("wrong"),
            what!("too many wrong rules", "an item has at most {MAX_PARTS} wrong rules"),
        );
    }
    rules
}

fn named_rules(reader: &mut Reader, table: &TableAt, answer: &Answer) -> Vec<(String, Expr)> {
    let about_it = matches!(answer, Answer::More(rule) if rule.wrong_is_about_it());
    let mut all = Vec::new();
    for (id, at) in reader.entries(table, "wrong") {
        let expr = if about_it { wide::conditions(reader, &at) } else { option_expr(reader, &at) };
        if let Some(expr) = expr {
            all.push((id.to_string(), expr));
        }
    }
    all
}

/// An expression, or one of the bare signs `<`, `=`, `>`.
fn option_expr(reader: &mut Reader, at: &At) -> Option<Expr> {
    match at.value.as_str() {
        Some(sign @ ("<" | "=" | ">")) => Some(Expr::text(sign)),
        _ => reader.expr(at),
    }
}

fn answer(reader: &mut Reader, table: &TableAt, unknown: Option<&str>) -> Option<Answer> {
    let written = |value| Answer::Write { value, form: None, such: None, extra: None };
    let Some(at) = table.get("answer") else {
        // A story asks for one of its quantities.
        if let Some(name) = unknown {
            return Expr::parse(name).ok().map(written);
        }
        reader.problem(&table.place, what!("the key `answer` is missing", "the key `answer` is missing"));
        return None;
    };
    if at.value.is_string() {
        return reader.expr(&at).map(written);
    }
    let keys = [
        "write",
        "form",
        "test",
        "options",
        "such",
        "unit",
        "within",
        "any_order",
        "choose",
        "from",
        "show",
        "pick",
        "choose_all",
        "fill",
        "in",
        "together",
        "arrange",
        "into",
        "overlap",
        "order",
        "to",
        "columns",
        "lines",
        "until",
        "whole",
        "hidden",
        "skills",
    ];
    let table = reader.table(&at, &keys)?;
    if let Some(value) = table.get("write") {
        if table.get("choose").is_some() {
            reader.problem(
                &table.place,
                what!("an answer has either `write` or `choose`", "an answer has either `write` or `choose`"),
            );
            return None;
        }
        return Some(Answer::Write {
            value: reader.expr(&value)?,
            form: table.get("form").and_then(|at| form(reader, &at)),
            such: reader.expr_of(&table, "such"),
            extra: extra(reader, &table),
        });
    }
    if let Some(value) = table.get("choose") {
        return choose(reader, &table, &value);
    }
    if let Some(value) = table.get("pick") {
        let from = reader.expr_of(&table, "from");
        if from.is_none() {
            reader.problem(
                &table.place,
                what!(
                    "the key `from` is missing: the list of what is picked from",
                    "the key `from` is missing: the list of what is picked from"
                ),
            );
        }
        return Some(Answer::Choose {
            value: reader.expr(&value)?,
            from: From::Places(from?),
            show: MAX_PARTS,
        });
    }
    wide::rule(reader, &table, &at).map(|rule| Answer::More(Box::new(rule)))
}

fn extra(reader: &mut Reader, table: &TableAt) -> Option<Box<Extra>> {
    let keys = ["unit", "within", "any_order", "test"];
    if keys.iter().all(|key| table.get(key).is_none()) {
        return None;
    }
    wide::needed(reader, &table.place);
    Some(Box::new(Extra {
        unit: reader.text_of(table, "unit"),
        within: reader.expr_of(table, "within"),
        any_order: reader.truth_of(table, "any_order"),
        test: test(reader, table),
    }))
}

fn form(reader: &mut Reader, at: &At) -> Option<FormWanted> {
    let name = reader.string(at)?;
    let form = match name {
        "lowest" => Some(FormWanted::Lowest),
        "mixed" => Some(FormWanted::Mixed),
        "improper" => Some(FormWanted::Improper),
        "decimal" => Some(FormWanted::Decimal),
        _ => respond::FORMS.iter().find(|form| **form == name).map(|form| FormWanted::Tested(form)),
    };
    if form.is_none() {
        let mut known = vec!["lowest", "mixed", "improper", "decimal"];
        known.extend(respond::FORMS);
        reader.problem(&at.place, unknown("form", name, &known));
    }
    form
}

fn choose(reader: &mut Reader, table: &TableAt, value: &At) -> Option<Answer> {
    let value = option_expr(reader, value)?;
    let from = options_from(reader, table)?;
    let shown = reader.number_of(table, "show", MAX_PARTS as u32);
    let show = shown.map_or(if matches!(from, From::Wrong) { 4 } else { MAX_PARTS }, |show| show as usize);
    Some(Answer::Choose { value, from, show })
}

fn test(reader: &mut Reader, table: &TableAt) -> Option<(String, String)> {
    let name = reader.text_of(table, "test")?;
    let options = reader.text_of(table, "options").unwrap_or_default();
    if !wide::test_is_known(&name, &options) {
        reader.problem(
            table.of("test"),
            what!(
                "there is no such test of answers, or not with these options",
                "there is no such test of answers, or not with these options"
            ),
        );
    }
    Some((name, options))
}

/// `from`: a list of options, or `"wrong"` for what the wrong rules give.
pub fn options_from(reader: &mut Reader, table: &TableAt) -> Option<From> {
    let Some(at) = table.get("from") else {
        reader.problem(&table.place, "the key `from` is missing: a list of options, or \"wrong\"");
        return None;
    };
    Some(match at.value {
        Value::String(word) if word == "wrong" => From::Wrong,
        _ => {
            let list = reader.list(&at, MAX_PARTS);
            From::Listed(list.iter().filter_map(|at| option_expr(reader, at)).collect())
        }
    })
}

fn hint_rule(reader: &mut Reader, at: &At) -> HintRule {
    if at.value.is_string() {
        return HintRule { when: None, figure: None };
    }
    let Some(table) = reader.table(at, &["when", "say", "figure"]) else {
        return HintRule { when: None, figure: None };
    };
    HintRule { when: reader.expr_of(&table, "when"), figure: figure_of(reader, &table) }
}

#[inline(never)]
fn figure_of(reader: &mut Reader, table: &TableAt) -> Option<FigureRule> {
    let at = table.get("figure")?;
    figure::read::figure(reader, &at)
}

/// The strings of an item, in a unit or in an overlay.
pub fn texts(reader: &mut Reader, table: &TableAt) -> Texts {
    Texts {
        ask: reader.template_of(table, "ask"),
        prompt: reader.template_of(table, "prompt"),
        hints: hint_texts(reader, table),
        solution: many(reader, table, "solution", true),
        labels: many(reader, table, "labels", false),
        alt: reader.template_of(table, "alt"),
        say: said(reader, table),
        audio: audio(reader, table),
    }
}

/// Where texts are spoken: `ask` or `hints/0` to a file of the pack.
fn audio(reader: &mut Reader, table: &TableAt) -> SortedMap<String, String> {
    let mut all = SortedMap::default();
    for (key, at) in reader.entries(table, "audio") {
        if let Some(file) = reader.string(&at) {
            all.insert(key.to_string(), file.to_string());
        }
    }
    all
}

fn many(reader: &mut Reader, table: &TableAt, key: &str, boxes: bool) -> Vec<Template> {
    let list = reader.members(table, key, MAX_PARTS);
    list.iter().filter_map(|at| reader.template(at, boxes)).collect()
}

fn hint_texts(reader: &mut Reader, table: &TableAt) -> Vec<Template> {
    let list = reader.members(table, "hints", MAX_PARTS);
    let mut hints = Vec::new();
    for at in &list {
        let say = match at.value {
            Value::Object(hint) => match hint.get("say") {
                Some(say) => At::new(format!("{}/say", at.place), say),
                None => {
                    reader.problem(&at.place, what!("the key `say` is missing", "the key `say` is missing"));
                    continue;
                }
            },
            _ => at.clone(),
        };
        hints.extend(reader.template(&say, false));
    }
    hints
}

fn said(reader: &mut Reader, table: &TableAt) -> SortedMap<String, Template> {
    let mut all = SortedMap::default();
    for (id, at) in reader.entries(table, "say") {
        if let Some(template) = reader.template(&at, false) {
            all.insert(id.to_string(), template);
        }
    }
    all
}

/// A step's id, its strings, and where they stand.
type StepTexts = (String, Texts, String);

/// The strings of one item in an overlay: its id, its own, and those of its steps by their ids.
pub fn overlay_item(reader: &mut Reader, at: &At) -> Option<(String, Texts, Vec<StepTexts>)> {
    let table = reader.table(at, &TEXT_KEYS)?;
    let id = reader.needs(&table, "id")?;
    let mut steps = Vec::new();
    for at in &reader.members(&table, "step", STEPS) {
        let Some(table) = reader.table(at, &TEXT_KEYS[..TEXT_KEYS.len() - 1]) else { continue };
        let Some(id) = reader.needs(&table, "id") else { continue };
        let texts = texts(reader, &table);
        steps.push((id, texts, table.place.clone()));
    }
    Some((id, texts(reader, &table), steps))
}

pub fn misconception(reader: &mut Reader, at: &At, locale: Locale) -> Option<Misconception> {
    let table = reader.table(at, &["id", "family", "procedure", "say"])?;
    let id = reader.needs(&table, "id")?;
    let say = reader.template_of(&table, "say");
    if say.is_none() {
        reader.problem(&at.place, what!("the key `say` is missing", "the key `say` is missing"));
    }
    for hole in say.iter().flat_map(Template::holes) {
        if let Some(name) = hole.expr.names().into_iter().find(|name| *name != "mine") {
            let what = what!(
                "a name is not known here",
                "only {{mine}} is known in a shared sentence, not `{name}`"
            );
            reader.problem(format!("{}/say", at.place), what);
        }
    }
    let mut new = Misconception {
        id,
        family: reader.text_of(&table, "family"),
        procedure: procedure(reader, &table),
        say: SortedMap::default(),
        place: at.place.clone(),
    };
    if let Some(say) = say {
        new.say.insert(locale, Arc::new(say));
    }
    Some(new)
}

fn procedure(reader: &mut Reader, table: &TableAt) -> Option<String> {
    let name = reader.text_of(table, "procedure")?;
    if let Some(fault) = wide::procedure_fault(&name) {
        reader.problem(table.of("procedure"), fault);
    }
    Some(name)
}

/// Where `pack` has looked at a unit, the app need not look again: a name that is not known computes to nothing there.
const FOR_AUTHORS: bool = cfg!(any(test, feature = "tools"));

const LEARNER: [&str; 3] = ["mine", "tries", "why"];
const ANSWER: [&str; 1] = ["answer"];
const MINE: [&str; 1] = ["mine"];

/// Every name an item uses must be a parameter or a let, or one of those that its place brings along.
fn names(reader: &mut Reader, item: &Item) {
    if !FOR_AUTHORS {
        return;
    }
    Names { reader, item, place: &item.place }.logic();
}

/// The same for the strings of English, at the places of each step.
fn overlay_names(reader: &mut Reader, item: &Item, _place: &str) {
    for step in item.all_steps() {
        if let Some(texts) = step.texts.get(&Locale::En) {
            text_names(reader, step, texts, &step.place);
        }
    }
}

/// The same for the strings of an overlay.
pub fn text_names(reader: &mut Reader, item: &Item, texts: &Texts, place: &str) {
    if !FOR_AUTHORS {
        return;
    }
    Names { reader, item, place }.texts(texts);
}

struct Names<'a> {
    reader: &'a mut Reader,
    item: &'a Logic,
    /// Of the item.
    place: &'a str,
}

/// Where something stands within an item: its key, and the name or number there.
#[derive(Clone, Copy)]
struct Part<'a>(&'a str, &'a dyn Display, &'a str);

impl<'a> Part<'a> {
    fn whole(key: &'a str) -> Self {
        Self(key, &"", "")
    }

    fn of(key: &'a str, member: &'a dyn Display) -> Self {
        Self(key, member, "")
    }
}

impl Names<'_> {
    #[inline(never)]
    fn expr(&mut self, part: Part, expr: &Expr, more: &[&str]) {
        for name in expr.names() {
            if let Some(what) = self.strange(name, more) {
                let place = format!("{}:{}", self.place_of(part), expr.place_of(name));
                self.reader.problem(place, what);
            }
        }
    }

    #[inline(never)]
    fn exprs(&mut self, part: Part, exprs: &[&Expr]) {
        for expr in exprs {
            self.expr(part, expr, &[]);
        }
    }

    /// What is wrong with this name, if anything.
    fn strange(&self, name: &str, more: &[&str]) -> Option<String> {
        let (params, lets) = (&self.item.params, &self.item.lets);
        if params.contains_key(name) || lets.contains_key(name) || more.contains(&name) {
            return None;
        }
        if !cfg!(any(test, feature = "tools")) {
            return Some(unknown("name", name, &[]));
        }
        let mut known: Vec<&str> = params.keys().chain(lets.keys()).map(|name| &**name).collect();
        known.extend(more);
        known.sort_unstable();
        Some(unknown("name", name, &known))
    }

    fn place_of(&self, Part(key, member, end): Part) -> String {
        let member = member.to_string();
        let parts = [self.place, key, &member, end];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
    }

    fn logic(&mut self) {
        let item = self.item;
        let learner = self.learner();
        if item.place == item.root || item.place.ends_with("/step/0") {
            let place = std::mem::replace(&mut self.place, &item.root);
            self.drawn();
            self.place = place;
        }
        for (id, expr) in &item.wrong {
            self.expr(Part::of("wrong", id), expr, &[]);
        }
        if let Some(expr) = &item.check {
            self.expr(Part::whole("check"), expr, &ANSWER);
        }
        self.figure(Part::whole("figure"), &item.figure);
        self.answer();
        for (k, hint) in item.hints.iter().enumerate() {
            if let Some(expr) = &hint.when {
                self.expr(Part("hints", &k, "when"), expr, &learner);
            }
            self.figure(Part("hints", &k, "figure"), &hint.figure);
        }
    }

    /// What hints know: of every answer, and of this kind of answer.
    fn learner(&self) -> Vec<&'static str> {
        LEARNER.iter().chain(respond::state_names(&self.item.answer)).copied().collect()
    }

    fn drawn(&mut self) {
        let item = self.item;
        for (name, domain) in &item.params {
            self.exprs(Part::of("params", name), &domain.exprs());
        }
        for (name, expr) in &item.lets {
            self.expr(Part::of("let", name), expr, &[]);
        }
        for (k, expr) in item.conditions.iter().enumerate() {
            self.expr(Part::of("where", &k), expr, &[]);
        }
        for (level, exprs) in &item.levels {
            for (k, expr) in exprs.iter().enumerate() {
                self.expr(Part::of("level", &format!("{level}/{k}")), expr, &[]);
            }
        }
    }

    fn figure(&mut self, part: Part, figure: &Option<FigureRule>) {
        if let Some(figure) = figure {
            self.exprs(part, &figure.exprs());
        }
    }

    fn answer(&mut self) {
        let item = self.item;
        self.expr(Part::whole("answer"), item.answer.value(), &[]);
        for (key, expr, knows) in item.answer.exprs() {
            self.expr(Part::of("answer", &key), expr, if knows { &ANSWER } else { &[] });
        }
    }

    fn texts(&mut self, texts: &Texts) {
        let single =
            [("ask", &texts.ask, &[][..]), ("alt", &texts.alt, &[]), ("prompt", &texts.prompt, &MINE)];
        for (key, text, more) in single {
            if let Some(text) = text {
                self.template(Part::whole(key), text, more);
            }
        }
        let learner = self.learner();
        let lists = [
            ("hints", &texts.hints, &learner[..]),
            ("solution", &texts.solution, &[]),
            ("labels", &texts.labels, &[]),
        ];
        for (key, list, more) in lists {
            for (k, text) in list.iter().enumerate() {
                self.template(Part::of(key, &k), text, more);
            }
        }
        for (id, say) in &texts.say {
            self.template(Part::of("say", id), say, &MINE);
        }
    }

    #[inline(never)]
    fn template(&mut self, part: Part, template: &Template, more: &[&str]) {
        for hole in template.holes() {
            for name in hole.expr.names() {
                // A hole's own offset says little inside a long text: name the hole instead.
                if let Some(what) = self.strange(name, more) {
                    let what = what!("a name is not known here", "in {{{}}}: {what}", hole.expr.source());
                    self.reader.problem(self.place_of(part), what);
                }
            }
        }
    }
}
