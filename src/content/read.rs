//! Reading items and misconceptions of pack schema 1. An item with a fault in its logic is left out; the others
//! are kept.

use super::domain::{self, Domain};
use super::expr::{Expr, Fault, Function};
use super::figure::{BarsRule, FigureRule, Labels, LineRule};
use super::item::{Answer, From, HintRule, Item, Misconception, Texts};
use super::limits::{MAX_NAMES, MAX_PARTS};
use super::question::FormWanted;
use super::reader::{At, Reader, TableAt, unknown};
use super::template::Template;
use super::{Locale, Problem};
use crate::notation::math::is_letter;
use crate::num::{SortedMap, SortedSet};
use serde_json::Value;

pub const TAGS: [&str; 10] =
    ["picture", "words", "symbols", "story", "table", "graph", "concept", "procedure", "apply", "stretch"];

const ITEM_KEYS: [&str; 20] = [
    "id", "skill", "tags", "level", "params", "where", "let", "figure", "ask", "prompt", "hints", "solution",
    "labels", "alt", "say", "answer", "wrong", "check", "few", "rev",
];
const TEXT_KEYS: [&str; 8] = ["id", "ask", "prompt", "hints", "solution", "labels", "alt", "say"];

/// Words with a meaning of their own, which no parameter may take.
const RESERVED: [&str; 11] =
    ["it", "answer", "mine", "tries", "why", "true", "false", "and", "or", "not", "person"];

pub fn item(reader: &mut Reader, at: &At) -> Option<Item> {
    let before = reader.problems.len();
    let table = reader.table(at, &ITEM_KEYS)?;
    let id = reader.needs(&table, "id")?;
    let skill = reader.needs(&table, "skill").unwrap_or_default();
    let wrong = wrong(reader, &table);
    let answer = answer(reader, &table)?;
    let hints = table.get("hints").map(|at| reader.list(&at, MAX_PARTS)).unwrap_or_default();
    let mut item = Item {
        id,
        skill,
        rev: table.get("rev").and_then(|at| reader.number(&at, 1_000)).unwrap_or(1),
        tags: tags(reader, &table),
        few: table.get("few").and_then(|at| reader.string(&at).map(String::from)),
        levels: levels(reader, &table),
        params: params(reader, &table),
        lets: named_exprs(reader, &table, "let"),
        conditions: table.get("where").map(|at| reader.exprs(&at, MAX_PARTS)).unwrap_or_default(),
        plan: Vec::new(),
        figure: table.get("figure").and_then(|at| figure(reader, &at)),
        answer,
        check: table.get("check").and_then(|at| reader.expr(&at)),
        wrong,
        hints: hints.iter().map(|at| hint_rule(reader, at)).collect(),
        texts: SortedMap::from([(Locale::En, texts(reader, &table))]),
        fractions: false,
        place: at.place.clone(),
    };
    plan(reader, &mut item);
    for problem in names(&item) {
        reader.problems.push(problem);
    }
    item.fractions = item.may_be_fractional();
    (reader.problems.len() == before).then_some(item)
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
    let Some(at) = table.get("level") else { return SortedMap::from([(2, Vec::new())]) };
    if at.value.is_number() {
        return reader.number(&at, 5).map(|level| (level as u8, Vec::new())).into_iter().collect();
    }
    let Some(levels) = reader.any_table(&at) else { return SortedMap::new() };
    let mut all = SortedMap::new();
    for (key, at) in levels.entries() {
        match key.parse::<u8>() {
            Ok(level @ 1..=5) => drop(all.insert(level, reader.exprs(&at, MAX_PARTS))),
            _ => reader.problem(&at.place, "a level is a number from 1 to 5"),
        }
    }
    all
}

fn params(reader: &mut Reader, table: &TableAt) -> SortedMap<String, Domain> {
    let Some(at) = table.get("params") else { return SortedMap::new() };
    let Some(params) = reader.any_table(&at) else { return SortedMap::new() };
    let mut all = SortedMap::new();
    for (name, at) in params.entries() {
        let domain = match at.value {
            Value::Array(_) => Some(Domain::Words(reader.strings(&at, MAX_NAMES))),
            _ => reader.string(&at).and_then(|source| match Domain::parse(source) {
                Ok(domain) => Some(domain),
                Err(fault) => {
                    reader.fault(&at.place, &fault);
                    None
                }
            }),
        };
        allowed_name(reader, name, &at);
        all.extend(domain.map(|domain| (name.to_string(), domain)));
    }
    all
}

fn named_exprs(reader: &mut Reader, table: &TableAt, key: &str) -> SortedMap<String, Expr> {
    let Some(at) = table.get(key) else { return SortedMap::new() };
    let Some(exprs) = reader.any_table(&at) else { return SortedMap::new() };
    let mut all = SortedMap::new();
    for (name, at) in exprs.entries() {
        allowed_name(reader, name, &at);
        all.extend(reader.expr(&at).map(|expr| (name.to_string(), expr)));
    }
    all
}

fn allowed_name(reader: &mut Reader, name: &str, at: &At) {
    let plain = name.chars().all(|c| is_letter(c) || c.is_ascii_digit() || c == '_');
    if !plain || !name.starts_with(is_letter) {
        reader.problem(&at.place, told!("`{name}` is no name: use letters, digits and _"));
    } else if RESERVED.contains(&name) || Function::named(name).is_some() {
        reader.problem(&at.place, told!("the name `{name}` has a meaning of its own; choose another"));
    }
}

fn plan(reader: &mut Reader, item: &mut Item) {
    if item.params.len() + item.lets.len() > MAX_NAMES {
        return reader.problem(&item.place, told!("an item has at most {MAX_NAMES} params and lets"));
    }
    if let Some(name) = item.params.keys().find(|name| item.lets.contains_key(*name)) {
        reader.problem(told!("{}/let/{name}", item.place), told!("`{name}` is a parameter already"));
    }
    let (plan, circle) = Item::ordered(&item.params, &item.lets);
    item.plan = plan;
    if !circle.is_empty() {
        let what = told!("these need each other in a circle: {}", circle.join(", "));
        reader.problem(&item.place, what);
    }
}

fn wrong(reader: &mut Reader, table: &TableAt) -> Vec<(String, Expr)> {
    let rules = named_rules(reader, table);
    if rules.len() > MAX_PARTS {
        reader.problem(table.of("wrong"), told!("an item has at most {MAX_PARTS} wrong rules"));
    }
    rules
}

fn named_rules(reader: &mut Reader, table: &TableAt) -> Vec<(String, Expr)> {
    let Some(at) = table.get("wrong") else { return Vec::new() };
    let Some(rules) = reader.any_table(&at) else { return Vec::new() };
    let mut all = Vec::new();
    for (id, at) in rules.entries() {
        all.extend(option_expr(reader, &at).map(|expr| (id.to_string(), expr)));
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

fn answer(reader: &mut Reader, table: &TableAt) -> Option<Answer> {
    let Some(at) = table.get("answer") else {
        reader.problem(&table.place, "the key `answer` is missing");
        return None;
    };
    if at.value.is_string() {
        return Some(Answer::Write { value: reader.expr(&at)?, form: None, such: None });
    }
    let keys = ["write", "form", "such", "choose", "from", "show"];
    let table = reader.table(&at, &keys)?;
    match (table.get("write"), table.get("choose")) {
        (Some(value), None) => Some(Answer::Write {
            value: reader.expr(&value)?,
            form: table.get("form").and_then(|at| form(reader, &at)),
            such: table.get("such").and_then(|at| reader.expr(&at)),
        }),
        (None, Some(value)) => choose(reader, &table, &value),
        _ => {
            reader.problem(&table.place, "an answer has either `write` or `choose`");
            None
        }
    }
}

fn form(reader: &mut Reader, at: &At) -> Option<FormWanted> {
    let name = reader.string(at)?;
    let form = match name {
        "lowest" => Some(FormWanted::Lowest),
        "mixed" => Some(FormWanted::Mixed),
        "improper" => Some(FormWanted::Improper),
        "decimal" => Some(FormWanted::Decimal),
        _ => None,
    };
    if form.is_none() {
        reader.problem(&at.place, unknown("form", name, &["lowest", "mixed", "improper", "decimal"]));
    }
    form
}

fn choose(reader: &mut Reader, table: &TableAt, value: &At) -> Option<Answer> {
    let value = option_expr(reader, value)?;
    let Some(at) = table.get("from") else {
        reader.problem(&table.place, "the key `from` is missing: a list of options, or \"wrong\"");
        return None;
    };
    let from = match at.value {
        Value::String(word) if word == "wrong" => From::Wrong,
        _ => {
            let list = reader.list(&at, MAX_PARTS);
            From::Listed(list.iter().filter_map(|at| option_expr(reader, at)).collect())
        }
    };
    let shown = table.get("show").and_then(|at| reader.number(&at, MAX_PARTS as u32));
    let show = shown.map_or(if matches!(from, From::Wrong) { 4 } else { MAX_PARTS }, |show| show as usize);
    Some(Answer::Choose { value, from, show })
}

fn hint_rule(reader: &mut Reader, at: &At) -> HintRule {
    if at.value.is_string() {
        return HintRule { when: None, figure: None };
    }
    let Some(table) = reader.table(at, &["when", "say", "figure"]) else {
        return HintRule { when: None, figure: None };
    };
    HintRule {
        when: table.get("when").and_then(|at| reader.expr(&at)),
        figure: table.get("figure").and_then(|at| figure(reader, &at)),
    }
}

fn figure(reader: &mut Reader, at: &At) -> Option<FigureRule> {
    let table = reader.any_table(at)?;
    if table.get("number_line").is_some() {
        number_line(reader, at).map(FigureRule::NumberLine)
    } else if table.get("bars").is_some() {
        bars(reader, at).map(FigureRule::Bars)
    } else {
        reader.problem(&at.place, "a figure has one of the keys number_line, bars");
        None
    }
}

fn number_line(reader: &mut Reader, at: &At) -> Option<LineRule> {
    let table = reader.table(at, &["number_line", "ticks", "mark", "labels", "enter"])?;
    let ends = table.get("number_line")?;
    let (from, to) = match domain::ends(reader.string(&ends)?) {
        Ok(ends) => ends,
        Err(fault) => {
            reader.fault(&ends.place, &fault);
            return None;
        }
    };
    let ticks = match table.get("ticks") {
        Some(at) => reader.expr(&at)?,
        None => Expr::parse("1").ok()?,
    };
    Some(LineRule {
        from,
        to,
        ticks,
        mark: table.get("mark").and_then(|at| reader.expr(&at)),
        labels: table.get("labels").map_or(Labels::Whole, |at| line_labels(reader, &at)),
        enter: table.get("enter").is_some_and(|at| reader.truth(&at)),
    })
}

fn line_labels(reader: &mut Reader, at: &At) -> Labels {
    match at.value {
        Value::Array(_) => Labels::Listed(reader.exprs(at, MAX_PARTS)),
        Value::String(word) => match &**word {
            "whole" => Labels::Whole,
            "ends" => Labels::Ends,
            "all" => Labels::All,
            _ => {
                reader.problem(&at.place, unknown("kind of labels", word, &["whole", "ends", "all"]));
                Labels::Whole
            }
        },
        _ => {
            reader.problem(&at.place, "labels are \"whole\", \"ends\", \"all\" or a list of expressions");
            Labels::Whole
        }
    }
}

fn bars(reader: &mut Reader, at: &At) -> Option<BarsRule> {
    let table = reader.table(at, &["bars", "labels", "enter"])?;
    let list = table.get("bars").map(|at| reader.list(&at, MAX_PARTS)).unwrap_or_default();
    let mut bars = Vec::new();
    for at in &list {
        let mut parts = reader.exprs(at, 2).into_iter();
        match (parts.next(), parts.next()) {
            (Some(shaded), Some(parts)) => bars.push((shaded, parts)),
            _ => reader.problem(&at.place, "a bar is written [\"shaded\", \"parts\"]"),
        }
    }
    let labels = table.get("labels").map(|at| reader.list(&at, MAX_PARTS)).unwrap_or_default();
    Some(BarsRule {
        bars,
        labels: labels.iter().filter_map(|at| reader.template(at, false)).collect(),
        enter: table.get("enter").is_some_and(|at| reader.truth(&at)),
    })
}

/// The strings of an item, in a unit or in an overlay.
pub fn texts(reader: &mut Reader, table: &TableAt) -> Texts {
    let one = |reader: &mut Reader, key| table.get(key).and_then(|at| reader.template(&at, false));
    Texts {
        ask: one(reader, "ask"),
        prompt: one(reader, "prompt"),
        hints: hint_texts(reader, table),
        solution: many(reader, table, "solution", true),
        labels: many(reader, table, "labels", false),
        alt: one(reader, "alt"),
        say: said(reader, table),
    }
}

fn many(reader: &mut Reader, table: &TableAt, key: &str, boxes: bool) -> Vec<Template> {
    let list = table.get(key).map(|at| reader.list(&at, MAX_PARTS)).unwrap_or_default();
    list.iter().filter_map(|at| reader.template(at, boxes)).collect()
}

fn hint_texts(reader: &mut Reader, table: &TableAt) -> Vec<Template> {
    let list = table.get("hints").map(|at| reader.list(&at, MAX_PARTS)).unwrap_or_default();
    let mut hints = Vec::new();
    for at in &list {
        let say = match at.value {
            Value::Object(hint) => match hint.get("say") {
                Some(say) => At::new(told!("{}/say", at.place), say),
                None => {
                    reader.problem(&at.place, "the key `say` is missing");
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
    let Some(at) = table.get("say") else { return SortedMap::new() };
    let Some(table) = reader.any_table(&at) else { return SortedMap::new() };
    let mut all = SortedMap::new();
    for (id, at) in table.entries() {
        all.extend(reader.template(&at, false).map(|template| (id.to_string(), template)));
    }
    all
}

/// The strings of one item in an overlay, with its id.
pub fn overlay_item(reader: &mut Reader, at: &At) -> Option<(String, Texts)> {
    let table = reader.table(at, &TEXT_KEYS)?;
    let id = reader.needs(&table, "id")?;
    Some((id, texts(reader, &table)))
}

pub fn misconception(reader: &mut Reader, at: &At, locale: Locale) -> Option<Misconception> {
    let table = reader.table(at, &["id", "family", "say"])?;
    let id = reader.needs(&table, "id")?;
    let say = table.get("say").and_then(|at| reader.template(&at, false));
    if say.is_none() {
        reader.problem(&at.place, "the key `say` is missing");
    }
    for hole in say.iter().flat_map(Template::holes) {
        let strange = hole.expr.names().into_iter().find(|name| *name != "mine");
        if let Some(name) = strange {
            let what = told!("only {{mine}} is known in a shared sentence, not `{name}`");
            reader.problem(told!("{}/say", at.place), what);
        }
    }
    Some(Misconception {
        id,
        family: table.get("family").and_then(|at| reader.string(&at).map(String::from)),
        say: say.map(|say| (locale, say)).into_iter().collect(),
        place: at.place.clone(),
    })
}

const LEARNER: [&str; 3] = ["mine", "tries", "why"];

/// Every name an item uses must be a parameter or a let, or one of those that its place brings along.
pub fn names(item: &Item) -> Vec<Problem> {
    let mut names = Names { item, problems: Vec::new() };
    names.logic();
    for (locale, texts) in &item.texts {
        if *locale == Locale::En {
            names.texts(texts, "");
        }
    }
    names.problems
}

/// The same for the strings of an overlay.
pub fn overlay_names(item: &Item, texts: &Texts, place: &str) -> Vec<Problem> {
    let mut names = Names { item, problems: Vec::new() };
    names.texts(texts, place);
    names.problems
}

struct Names<'a> {
    item: &'a Item,
    problems: Vec<Problem>,
}

impl Names<'_> {
    fn expr(&mut self, place: &str, expr: &Expr, more: &[&str]) {
        let item = self.item;
        let known: SortedSet<&str> = item
            .params
            .keys()
            .chain(item.lets.keys())
            .map(|name| &**name)
            .chain(more.iter().copied())
            .collect();
        for name in expr.names() {
            if !known.contains(name) {
                let known: Vec<&str> = known.iter().copied().collect();
                let fault = Fault { at: expr.place_of(name), what: unknown("name", name, &known) };
                self.problems.push(Problem::new(told!("{place}:{}", fault.at), fault.what));
            }
        }
    }

    fn logic(&mut self) {
        let item = self.item;
        let at = |key: &str| told!("{}/{key}", item.place);
        for (name, domain) in &item.params {
            for expr in domain.exprs() {
                self.expr(&at(&told!("params/{name}")), expr, &[]);
            }
        }
        for (name, expr) in &item.lets {
            self.expr(&at(&told!("let/{name}")), expr, &[]);
        }
        for (k, expr) in item.conditions.iter().enumerate() {
            self.expr(&at(&told!("where/{k}")), expr, &[]);
        }
        for (level, exprs) in &item.levels {
            for (k, expr) in exprs.iter().enumerate() {
                self.expr(&at(&told!("level/{level}/{k}")), expr, &[]);
            }
        }
        for (id, expr) in &item.wrong {
            self.expr(&at(&told!("wrong/{id}")), expr, &[]);
        }
        for expr in item.check.iter() {
            self.expr(&at("check"), expr, &["answer"]);
        }
        for expr in item.figure.iter().flat_map(FigureRule::exprs) {
            self.expr(&at("figure"), expr, &[]);
        }
        self.answer(&at("answer"));
        for (k, hint) in item.hints.iter().enumerate() {
            for expr in hint.when.iter() {
                self.expr(&at(&told!("hints/{k}/when")), expr, &LEARNER);
            }
            for expr in hint.figure.iter().flat_map(FigureRule::exprs) {
                self.expr(&at(&told!("hints/{k}/figure")), expr, &[]);
            }
        }
    }

    fn answer(&mut self, place: &str) {
        self.expr(place, self.item.answer.value(), &[]);
        match &self.item.answer {
            Answer::Write { such: Some(such), .. } => self.expr(&told!("{place}/such"), such, &["answer"]),
            Answer::Choose { from: From::Listed(exprs), .. } => {
                for (k, expr) in exprs.iter().enumerate() {
                    self.expr(&told!("{place}/from/{k}"), expr, &[]);
                }
            }
            _ => {}
        }
    }

    fn texts(&mut self, texts: &Texts, place: &str) {
        let place = if place.is_empty() { &self.item.place } else { place };
        let at = |key: &str| told!("{place}/{key}");
        self.template(&at("ask"), texts.ask.iter(), &[]);
        self.template(&at("alt"), texts.alt.iter(), &[]);
        self.template(&at("prompt"), texts.prompt.iter(), &["mine"]);
        for (k, hint) in texts.hints.iter().enumerate() {
            self.template(&at(&told!("hints/{k}")), [hint].into_iter(), &LEARNER);
        }
        for (k, line) in texts.solution.iter().enumerate() {
            self.template(&at(&told!("solution/{k}")), [line].into_iter(), &[]);
        }
        for (k, label) in texts.labels.iter().enumerate() {
            self.template(&at(&told!("labels/{k}")), [label].into_iter(), &[]);
        }
        for (id, say) in &texts.say {
            self.template(&at(&told!("say/{id}")), [say].into_iter(), &["mine"]);
        }
    }

    fn template<'t>(&mut self, place: &str, templates: impl Iterator<Item = &'t Template>, more: &[&str]) {
        for hole in templates.flat_map(Template::holes) {
            let known = self.problems.len();
            self.expr(place, &hole.expr, more);
            // A hole's own offset says little inside a long text: name the hole instead.
            for problem in &mut self.problems[known..] {
                problem.at = place.into();
                problem.what = told!("in {{{}}}: {}", hole.expr.source(), problem.what);
            }
        }
    }
}
