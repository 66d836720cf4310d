//! Answers that are more than one number or one option: chosen together, filled in, sorted, put in order, matched,
//! written in columns, solved line by line, or typed as maths. What is recorded is one string, in every language
//! the same.

use super::cells::{self, Paper};
use super::columns::{Columns, Op};
use super::steps::{self, Mark, Slip, Step, Verdict as Judged, Work, say};
use super::{maths, procedures, typed};
use crate::content::answer::{Test, Verdict};
use crate::content::expr::{Expr, Fault, Scope, Value};
use crate::content::figure::Figure;
use crate::content::figure::given::{Given, Table};
use crate::content::item::{Answer, Extra, From, Logic};
use crate::content::limits::MAX_PARTS;
use crate::content::question::{Advice, Choice, FormWanted, LearnerState, Question, Score};
use crate::content::reader::{At, Reader, TableAt};
use crate::content::seed::Seeds;
use crate::content::template::{Fill, Template, value_text};
use crate::content::text::{Span, Text};
use crate::content::{Locale, What, domain, score};
use crate::notation::{Math, Unreadable, Why, entry};
use crate::num::Rational;
use std::sync::Arc;

/// What stands between the parts of a recorded answer.
pub const BETWEEN: &str = " | ";

/// How such an answer is made. `value` is what it starts from.
#[derive(Debug)]
pub struct Rule {
    /// The right options, the blanks, the objects, the two numbers, or the equation.
    pub value: Expr,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    ChooseAll {
        from: From,
        show: usize,
    },
    Fill {
        line: Template,
        any_order: bool,
        together: Option<Expr>,
    },
    /// `each` says of every object, as `it`, whether it belongs to the first bin, the second, ...
    Sort {
        each: Expr,
        bins: usize,
        overlap: bool,
    },
    /// Objects in the order of this, as `it`, from small to large.
    Order {
        by: Expr,
    },
    Match {
        to: Expr,
    },
    /// With the skills that its cells are evidence for.
    Columns(Op, Vec<(cells::Step, String)>),
    Lines(Box<LinesRule>),
}

/// How far lines go, and what their steps are evidence for.
#[derive(Debug)]
pub struct LinesRule {
    pub until: String,
    pub unit: String,
    pub whole: Option<Expr>,
    /// The start is what the question says in words; the first line is the learner's.
    pub hidden: bool,
    /// Which skill a kind of step is evidence for.
    pub skills: Vec<(Step, String)>,
}

/// What the learner is given to answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// One typed line.
    Typed(Typed),
    /// Any number of options.
    ChooseAll {
        options: Vec<Choice>,
    },
    /// A line with empty boxes; their number.
    Fill {
        line: Text,
        blanks: usize,
    },
    /// Objects into bins; with `overlap` into none, one or several.
    Sort {
        objects: Vec<Text>,
        bins: Vec<Text>,
        overlap: bool,
    },
    /// Objects into an order.
    Order {
        objects: Vec<Text>,
    },
    /// Each object to one of these.
    Match {
        objects: Vec<Text>,
        to: Vec<Text>,
    },
    Columns(Columns),
    /// Work line by line.
    Lines(Arc<Work>),
}

/// What is typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A number that counts these units.
    Number {
        unit: String,
    },
    Maths,
    Equation,
    Point,
    List,
    Time,
    /// Corner points.
    Shape,
}

impl Rule {
    /// Reads the table of an answer that is neither written nor one choice.
    pub fn read(reader: &mut Reader, table: &TableAt, place: &At) -> Option<Self> {
        if let Some(at) = table.get("choose_all") {
            let value = list_of(reader, &at, false)?;
            let from = crate::content::read::options_from(reader, table)?;
            let show = reader.number_of(table, "show", MAX_PARTS as u32).map_or(5, |show| show as usize);
            return Some(Self { value, kind: Kind::ChooseAll { from, show } });
        }
        if let Some(at) = table.get("fill") {
            let value = list_of(reader, &at, false)?;
            let source = reader.needs(table, "in")?.replace("{_}", "`_`");
            let line = match Template::parse(&source, false) {
                Ok(line) => line,
                Err(fault) => {
                    reader.fault(&table.of("in"), fault);
                    return None;
                }
            };
            let (any_order, together) =
                (reader.truth_of(table, "any_order"), reader.expr_of(table, "together"));
            return Some(Self { value, kind: Kind::Fill { line, any_order, together } });
        }
        if let Some(at) = table.get("arrange") {
            let value = reader.expr(&at)?;
            return Some(Self { value, kind: arrange(reader, table)? });
        }
        if let Some(at) = table.get("columns") {
            return columns(reader, table, &at);
        }
        if let Some(at) = table.get("lines") {
            let value = list_of(reader, &at, false)?;
            return Some(Self { value, kind: Kind::Lines(Box::new(lines_rule(reader, table))) });
        }
        reader.problem(
            &place.place,
            "an answer has one of the keys write, choose, pick, choose_all, fill, arrange, columns, lines",
        );
        None
    }

    /// Its other expressions; `answer` is known in those marked true.
    pub fn exprs(&self) -> Vec<(&'static str, &Expr, bool)> {
        match &self.kind {
            Kind::ChooseAll { from: From::Listed(exprs), .. } => {
                exprs.iter().map(|expr| ("from", expr, false)).collect()
            }
            Kind::Fill { line, together, .. } => {
                let holes = line.holes().map(|hole| ("in", &hole.expr, false));
                holes.chain(together.iter().map(|expr| ("together", expr, true))).collect()
            }
            Kind::Sort { each, .. } => vec![("into", each, false)],
            Kind::Order { by } => vec![("order", by, false)],
            Kind::Match { to } => vec![("to", to, false)],
            Kind::Lines(lines) => lines.whole.iter().map(|whole| ("whole", whole, false)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a wrong rule is a condition about each object, rather than an answer.
    pub fn wrong_is_about_it(&self) -> bool {
        matches!(self.kind, Kind::Sort { .. } | Kind::Order { .. })
    }

    /// The right answer as one value.
    pub fn right(&self, scope: &Scope) -> Result<Value, Fault> {
        let value = self.value.eval(scope)?;
        Ok(match &self.kind {
            Kind::ChooseAll { .. } | Kind::Fill { .. } => value,
            Kind::Sort { each, .. } => sorted(&value, each, scope)?,
            Kind::Order { by } => ordered(&value, by, scope)?,
            Kind::Match { to } => matched(&value, &to.eval(scope)?),
            Kind::Columns(op, _) => columns_of(*op, &value).map_or(Value::None, |sum| result(&sum)),
            Kind::Lines(lines) => match work_of(lines, &value, scope) {
                Some(work) => result_of(&work),
                None => Value::None,
            },
        })
    }

    /// What a wrong rule leads to.
    pub fn wrong(&self, expr: &Expr, scope: &Scope) -> Result<Value, Fault> {
        match &self.kind {
            Kind::Sort { .. } => sorted(&self.value.eval(scope)?, expr, scope),
            Kind::Order { .. } => ordered(&self.value.eval(scope)?, expr, scope),
            Kind::Match { .. } => Ok(matched(&self.value.eval(scope)?, &expr.eval(scope)?)),
            _ => expr.eval(scope),
        }
    }
}

/// Several expressions as one list.
fn list_of(reader: &mut Reader, at: &At, each: bool) -> Option<Expr> {
    if at.value.is_string() && !each {
        return reader.expr(at);
    }
    let sources = reader.strings(at, MAX_PARTS);
    let source = format!("[{}]", sources.join(", "));
    let parsed = if each { Expr::parse_each(&source) } else { Expr::parse(&source) };
    parsed.map_err(|fault| reader.problem(&at.place, fault.what)).ok()
}

/// The conditions of bins, one for each, as a list about `it`.
pub fn conditions(reader: &mut Reader, at: &At) -> Option<Expr> {
    if at.value.is_string() { each_of(reader, at) } else { list_of(reader, at, true) }
}

fn each_of(reader: &mut Reader, at: &At) -> Option<Expr> {
    let source = reader.string(at)?;
    Expr::parse_each(source).map_err(|fault| reader.fault(&at.place, fault)).ok()
}

/// `skills`: which skill a kind of step is evidence for.
fn skills<T: Copy>(
    reader: &mut Reader,
    table: &TableAt,
    steps: &[T],
    name_of: fn(T) -> &'static str,
) -> Vec<(T, String)> {
    let mut skills = Vec::new();
    for (name, at) in reader.entries(table, "skills") {
        match steps.iter().find(|step| name_of(**step) == name) {
            Some(step) => skills.extend(reader.string(&at).map(|skill| (*step, String::from(skill)))),
            None => {
                let names: Vec<&str> = steps.iter().map(|step| name_of(*step)).collect();
                reader.problem(&at.place, crate::content::reader::unknown("step", name, &names));
            }
        }
    }
    skills
}

fn lines_rule(reader: &mut Reader, table: &TableAt) -> LinesRule {
    let skills = skills(reader, table, Step::ALL, Step::name);
    let until = reader.text_of(table, "until").unwrap_or_default();
    if !["", "expanded", "factored", "lowest"].contains(&&*until) {
        reader.problem(table.of("until"), "lines go `until` expanded, factored or lowest");
    }
    LinesRule {
        until,
        unit: reader.text_of(table, "unit").unwrap_or_default(),
        whole: reader.expr_of(table, "whole"),
        hidden: reader.truth_of(table, "hidden"),
        skills,
    }
}

/// The work that begins with these lines; nothing where it is none of the kinds that are known.
fn work_of(lines: &LinesRule, value: &Value, scope: &Scope) -> Option<Work> {
    let start: Vec<String> = match value {
        // An amount in parts: `[3, 'ft', 4, 'in']`.
        Value::List(all) if !lines.unit.is_empty() => {
            vec![all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")]
        }
        Value::List(all) => all.iter().map(ToString::to_string).collect(),
        one => vec![one.to_string()],
    };
    let whole = match &lines.whole {
        Some(whole) => Some(whole.eval(scope).ok()?.number()?),
        None => None,
    };
    Work::of(&start, &lines.until, &lines.unit, whole, !lines.hidden)
}

/// The last line of a good solution as a value: a number (an amount in the unit asked for), maths, or both lines of a
/// system.
fn result_of(work: &Work) -> Value {
    let maths = |line: &crate::notation::Expr| Value::Maths(line.math().into());
    match (&work.kind, &work.result()[..]) {
        (steps::Kind::Number { .. }, [one]) => Value::of(steps::worth::value(one)),
        (steps::Kind::Amount { unit }, [one]) => {
            Value::of(steps::worth::amount(one, unit).map(|(amount, _)| amount))
        }
        (_, [one]) => maths(one),
        (_, many) => Value::list(many.iter().map(maths).collect()),
    }
}

fn arrange(reader: &mut Reader, table: &TableAt) -> Option<Kind> {
    if let Some(at) = table.get("into") {
        let bins = at.value.as_array().map_or(0, Vec::len);
        let overlap = reader.truth_of(table, "overlap");
        return Some(Kind::Sort { each: conditions(reader, &at)?, bins, overlap });
    }
    if let Some(at) = table.get("order") {
        return Some(Kind::Order { by: each_of(reader, &at)? });
    }
    if let Some(at) = table.get("to") {
        return Some(Kind::Match { to: reader.expr(&at)? });
    }
    reader
        .problem(&table.place, "objects are arranged `into` bins, in an `order`, or each `to` one of a list");
    None
}

/// Reads `` `{a} - {b}` `` as two operands and a sign.
fn columns(reader: &mut Reader, table: &TableAt, at: &At) -> Option<Rule> {
    let source = reader.string(at)?.trim().trim_matches('`');
    let parts = split_sign(source);
    let Some((left, op, right)) = parts else {
        reader.problem(&at.place, "columns are written `{a} - {b}`, with + - × or ÷ between");
        return None;
    };
    let pair = format!("[{left}, {right}]");
    let value = Expr::parse(&pair).map_err(|fault| reader.problem(&at.place, fault.what)).ok()?;
    let skills = skills(reader, table, cells::Step::ALL, cells::Step::name);
    Some(Rule { value, kind: Kind::Columns(op, skills) })
}

/// The operation of `` `{a} - {b}` ``.
#[cfg(feature = "tools")]
pub(crate) fn columns_op(source: &str) -> Option<Op> {
    split_sign(source.trim().trim_matches('`')).map(|(_, op, _)| op)
}

fn split_sign(source: &str) -> Option<(String, Op, String)> {
    let mut depth = 0;
    for (k, c) in source.char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth == 0
            && k > 0
            && let Some(op) = Op::read(c)
        {
            let operand = |text: &str| text.trim().trim_start_matches('{').trim_end_matches('}').to_string();
            return Some((operand(&source[..k]), op, operand(&source[k + c.len_utf8()..])));
        }
    }
    None
}

fn columns_of(op: Op, pair: &Value) -> Option<Columns> {
    let [a, b] = pair.members()? else { return None };
    let whole = |value: &Value| value.number()?.as_integer();
    Columns::new(op, whole(a)?, whole(b)?)
}

/// The number under the line; quotient and remainder of a division.
fn result(sum: &Columns) -> Value {
    match sum.op {
        Op::Over => Value::list(vec![Value::whole(sum.right()), Value::whole(sum.top % sum.bottom)]),
        _ => Value::whole(sum.right()),
    }
}

/// For each object the numbers of its bins.
fn sorted(objects: &Value, each: &Expr, scope: &Scope) -> Result<Value, Fault> {
    let mut all = Vec::new();
    for object in objects.members().unwrap_or_default() {
        let Value::List(truths) = each.eval_it(scope, object)? else { return Ok(Value::None) };
        let holds = truths.iter().enumerate().filter(|(_, truth)| truth.is_true());
        all.push(Value::list(holds.map(|(k, _)| Value::whole(k as i64 + 1)).collect()));
    }
    Ok(Value::list(all))
}

/// The numbers of the objects from the smallest to the largest.
fn ordered(objects: &Value, by: &Expr, scope: &Scope) -> Result<Value, Fault> {
    let mut keys = Vec::new();
    for (k, object) in objects.members().unwrap_or_default().iter().enumerate() {
        match by.eval_it(scope, object)? {
            Value::Number(key) => keys.push((key, k as i64 + 1)),
            _ => return Ok(Value::None),
        }
    }
    keys.sort();
    Ok(Value::list(keys.into_iter().map(|(_, k)| Value::whole(k)).collect()))
}

/// For each object the number of the first place that holds its partner.
fn matched(objects: &Value, to: &Value) -> Value {
    let (Some(objects), Some(to)) = (objects.members(), to.members()) else { return Value::None };
    if objects.len() != to.len() {
        return Value::None;
    }
    let place = |partner: &Value| to.iter().position(|other| other.same(partner)).unwrap_or(0) as i64 + 1;
    Value::list(to.iter().map(|partner| Value::list(vec![Value::whole(place(partner))])).collect())
}

fn rule(question: &Question) -> Option<&Rule> {
    match &question.part().answer {
        Answer::More(rule) => Some(rule),
        _ => None,
    }
}

fn extra(question: &Question) -> Option<&Extra> {
    match &question.part().answer {
        Answer::Write { extra, .. } => extra.as_deref(),
        _ => None,
    }
}

/// Forms of expressions and equations, by the names of their tests.
pub const FORMS: [&str; 10] = [
    "expanded",
    "factored",
    "simplified",
    "simplified-radical",
    "single-fraction",
    "partial-fractions",
    "completed-square",
    "slope-intercept",
    "scientific",
    "percent",
];

/// Whether a number is judged by more than its value and a plain form.
pub fn is_tested(form: Option<FormWanted>, extra: Option<&Extra>) -> bool {
    matches!(form, Some(FormWanted::Tested(_)))
        || extra.is_some_and(|extra| extra.unit.is_some() || extra.test.is_some())
}

/// The test of answers for what is typed here; nothing where the author's own condition decides.
fn test_of(question: &Question, kind: &Typed) -> Option<Test> {
    let Answer::Write { form, such, extra, .. } = &question.part().answer else { return None };
    let extra = extra.as_deref();
    if such.is_some() || extra.is_some_and(|extra| extra.within.is_some()) {
        return None;
    }
    if let Some((name, options)) = extra.and_then(|extra| extra.test.as_ref()) {
        return Test::parse(name, options).ok();
    }
    if let Some(FormWanted::Tested(name)) = form {
        return Test::parse(name, "").ok();
    }
    match kind {
        Typed::List if extra.is_some_and(|extra| extra.any_order) => Some(Test::any_order()),
        Typed::Maths | Typed::Equation | Typed::List | Typed::Point => Some(Test::value()),
        _ => None,
    }
}

/// The verdict of the test; nothing when the expected answer is none that it can read.
fn tested(question: &Question, task: &Task, test: &Test, response: &str) -> Option<Score> {
    let read = |value: &Value| test.read(&written(question, task, value), Locale::En).ok();
    let expected = read(&question.right)?;
    let given = match test.read_given(&expected, response, question.locale) {
        Ok(given) => given,
        Err(unreadable) => return Some(Score::Advice(Advice::Unreadable(unreadable))),
    };
    Some(match test.check(&expected, &given) {
        Verdict::Right => Score::Right,
        Verdict::Advice(advice) => Score::Advice(Advice::Answer(advice)),
        Verdict::Wrong => {
            let plain = Test::value();
            let leads = |(_, value): &&(String, Value)| {
                read(value).is_some_and(|wrong| plain.check(&wrong, &given) == Verdict::Right)
            };
            score::wrong_by(question, question.wrong.iter().filter(leads).map(|(id, _)| &**id))
        }
    })
}

/// What is typed for this answer, when it is no plain number.
pub fn typed_task(question: &Question) -> Result<Task, What> {
    let unit = extra(question).and_then(|extra| extra.unit.clone());
    let typed = match &question.right {
        Value::Number(_) => Typed::Number { unit: unit.unwrap_or_default() },
        Value::Maths(math) if maths::sides(math).is_some() => Typed::Equation,
        Value::Maths(_) => Typed::Maths,
        Value::Point(..) => Typed::Point,
        Value::List(_) => Typed::List,
        Value::Time(_) => Typed::Time,
        Value::Shape(_) => Typed::Shape,
        other => {
            return Err(what!(
                "this cannot be typed",
                "{} cannot be typed; let it be chosen",
                other.type_name()
            ));
        }
    };
    Ok(Task::Typed(typed))
}

/// What this question gives to answer with.
pub fn task(question: &Question) -> Result<Task, What> {
    let Some(rule) = rule(question) else { return typed_task(question) };
    let value = rule.value.eval(&question.scope).map_err(|fault| fault.what)?;
    Ok(match &rule.kind {
        Kind::ChooseAll { from, show } => Task::ChooseAll { options: options(question, from, *show)? },
        Kind::Fill { line, .. } => {
            let line = line.fill(Fill::from(&question.scope)).map_err(|fault| fault.what)?;
            let blanks = value.members().map_or(0, <[Value]>::len);
            Task::Fill { line, blanks }
        }
        Kind::Sort { overlap, bins, .. } => {
            Task::Sort { objects: shown(&value), bins: labels(question, *bins)?, overlap: *overlap }
        }
        Kind::Order { .. } => Task::Order { objects: shown(&value) },
        Kind::Match { to } => {
            let to = to.eval(&question.scope).map_err(|fault| fault.what)?;
            let partners = to.members().unwrap_or_default();
            let order = shuffled(question, partners.len());
            let to = order.iter().filter_map(|k| partners.get(*k)).map(value_text).collect();
            Task::Match { objects: shown(&value), to }
        }
        Kind::Columns(op, _) => {
            let sum = columns_of(*op, &value);
            Task::Columns(sum.ok_or_else(|| {
                what!("these cannot stand in columns", "{value} cannot be written in columns: whole numbers from 0 to 999999999, nothing below zero")
            })?)
        }
        Kind::Lines(lines) => {
            let work = work_of(lines, &value, &question.scope);
            Task::Lines(Arc::new(work.ok_or_else(|| {
                what!("this is no work in lines", "{value} cannot be worked out in lines: an equation or inequality with one solution, two equations, an expression, or an amount with `unit`")
            })?))
        }
    })
}

/// Columns and lines bring their paper along.
pub fn own_figure(item: &Logic, scope: &Scope) -> Option<Figure> {
    let Answer::More(rule) = &item.answer else { return None };
    if let Kind::Lines(lines) = &rule.kind {
        let work = work_of(lines, &rule.value.eval(scope).ok()?, scope)?;
        return Some(Figure::Steps(crate::content::figure::Steps { work }));
    }
    let Kind::Columns(op, _) = rule.kind else { return None };
    let sum = columns_of(op, &rule.value.eval(scope).ok()?)?;
    let numbers = [sum.top, sum.bottom].map(|n| Given::Number(Rational::integer(n)));
    let sign = if sum.op == Op::Minus { "-" } else { sum.op.sign() };
    let entries = vec![
        ("columns", Given::List(numbers.into())),
        ("op", Given::Word(sign.into())),
        ("enter", Given::Truth(true)),
    ];
    Figure::of("columns", &Table { entries }).ok()
}

/// Objects as they are named beside a figure: shapes by number.
fn shown(objects: &Value) -> Vec<Text> {
    let text = |(k, object): (usize, &Value)| match object {
        Value::Shape(_) => Text::words((k + 1).to_string()),
        other => value_text(other),
    };
    objects.members().unwrap_or_default().iter().enumerate().map(text).collect()
}

fn labels(question: &Question, bins: usize) -> Result<Vec<Text>, What> {
    let templates = question.texts().map(|texts| &texts.labels[..]).unwrap_or_default();
    let mut all = Vec::new();
    for k in 0..bins {
        all.push(match templates.get(k) {
            Some(label) => label.fill(Fill::from(&question.scope)).map_err(|fault| fault.what)?,
            None => Text::words((k + 1).to_string()),
        });
    }
    Ok(all)
}

/// The order in which partners are shown: place in the list for each place on the screen.
fn shuffled(question: &Question, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let seeds = Seeds::new(&question.item, question.rev, question.level, question.seed);
    domain::shuffle(&mut order, &mut seeds.stream("#options", 0));
    order
}

/// Right and wrong options, shuffled: all the right ones that fit beside at least two wrong ones.
fn options(question: &Question, from: &From, show: usize) -> Result<Vec<Choice>, What> {
    let seeds = Seeds::new(&question.item, question.rev, question.level, question.seed);
    let mut rng = seeds.stream("#options", 0);
    let mut right: Vec<Value> = Vec::new();
    for value in question.right.members().unwrap_or_default() {
        // Equal in value they may be, that is the point; alike on the screen they may not.
        if !right.iter().any(|known| known.to_string() == value.to_string()) {
            right.push(value.clone());
        }
    }
    let mut wrong: Vec<Value> = match from {
        From::Listed(exprs) => {
            let mut all = Vec::new();
            for expr in exprs {
                all.push(expr.eval(&question.scope).map_err(|fault| fault.what)?);
            }
            all
        }
        _ => question.wrong.iter().map(|(_, value)| value.clone()).collect(),
    };
    // Nothing that equals a right one, and no two that look alike or are equal.
    let mut kept: Vec<Value> = Vec::new();
    for value in wrong.drain(..) {
        let known = |other: &Value| other.same(&value) || other.to_string() == value.to_string();
        if !value.is_none() && !right.iter().any(known) && !kept.iter().any(known) {
            kept.push(value);
        }
    }
    domain::shuffle(&mut right, &mut rng);
    domain::shuffle(&mut kept, &mut rng);
    let show = show.max(3);
    // Two or more of either kind, in a number that does not tell.
    let most = right.len().min(show.saturating_sub(2)).max(1);
    let least = 2.min(most).max(show.saturating_sub(kept.len()).min(most));
    right.truncate(least + rng.below((most - least) as u64 + 1) as usize);
    kept.truncate(show - right.len());
    right.append(&mut kept);
    domain::shuffle(&mut right, &mut rng);
    Ok(right.into_iter().map(|value| Choice { show: value_text(&value), value: value.to_string() }).collect())
}

/// Rules beside those of the item: for columns every bug of the operation that has a misconception here.
pub fn procedures_here(question: &Question) -> Vec<(String, Value)> {
    let Some(Rule { value, kind: Kind::Columns(op, _) }) = rule(question) else { return Vec::new() };
    let Some(sum) = value.eval(&question.scope).ok().and_then(|pair| columns_of(*op, &pair)) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (id, known) in question.shared.misconceptions.iter() {
        let bug = known.procedure.as_deref().and_then(procedures::named).and_then(|one| one.of_columns(*op));
        let work = bug.and_then(|bug| sum.bug(bug));
        if let Some(number) = work.as_ref().and_then(|work| work.number()) {
            let number = Value::whole(number);
            let remainder = work.map_or(0, |work| work.remainder);
            let value = match op {
                Op::Over => Value::list(vec![number, Value::whole(remainder)]),
                _ => number,
            };
            all.push((id.clone(), value));
        }
    }
    all
}

/// The slips that have a misconception here, with its id.
fn slips_here(question: &Question) -> Vec<(String, Slip)> {
    let known = question.shared.misconceptions.iter();
    known.filter_map(|(id, known)| Some((id.clone(), Slip::named(known.procedure.as_deref()?)?))).collect()
}

/// The parts of a recorded answer.
fn parts(response: &str) -> Vec<&str> {
    response.split('|').map(str::trim).collect()
}

/// How the text in one of several boxes is read.
pub fn box_read(question: &Question, at: usize, text: &str) -> Result<Math, Advice> {
    let mark = question.locale.decimal_mark();
    let right = question.right.members().and_then(|list| list.get(at));
    typed::like(right, text, mark)?;
    Ok(typed::shown(text.trim(), mark).as_math())
}

/// A response as a value like the right one; advice when it is none.
pub fn value_of(question: &Question, task: &Task, response: &str) -> Result<Value, Advice> {
    let mark = question.locale.decimal_mark();
    match task {
        Task::Typed(kind) => typed::read(kind, response, mark),
        Task::ChooseAll { options } => {
            let mut all = Vec::new();
            for part in parts(response).into_iter().filter(|part| !part.is_empty()) {
                if !options.iter().any(|option| option.value == part) {
                    return Err(Advice::ChooseOne);
                }
                all.push(Value::text(part));
            }
            if all.is_empty() { Err(Advice::ChooseOne) } else { Ok(Value::list(all)) }
        }
        Task::Fill { blanks, .. } => {
            // Typed by hand a semicolon parts them, too.
            let parts: Vec<&str> = response.split(['|', ';']).map(str::trim).collect();
            if parts.len() != *blanks || parts.iter().any(|part| part.is_empty()) {
                return Err(Advice::Incomplete);
            }
            let mut all = Vec::new();
            for (k, part) in parts.into_iter().enumerate() {
                let like = question.right.members().and_then(|list| list.get(k));
                all.push(typed::like(like, part, mark)?);
            }
            Ok(Value::list(all))
        }
        Task::Sort { objects, bins, overlap } => placed(response, objects.len(), bins.len(), *overlap),
        Task::Match { objects, to } => {
            let order = shuffled(question, to.len());
            let mine = placed(response, objects.len(), to.len(), false)?;
            // From places on the screen to places in the list, the first of those with an equal partner.
            let right = question.right.members().unwrap_or_default();
            let back = |bins: &Value| -> Value {
                let place = bins.members().and_then(|bins| bins.first()?.number()?.as_integer());
                let place = place.and_then(|k| order.get(usize::try_from(k - 1).ok()?));
                place.and_then(|k| right.get(*k)).cloned().unwrap_or(Value::None)
            };
            Ok(Value::list(mine.members().unwrap_or_default().iter().map(back).collect()))
        }
        Task::Order { objects } => {
            let mut all = Vec::new();
            for part in response.split_whitespace() {
                match part.parse::<i64>() {
                    Ok(k) if (1..=objects.len() as i64).contains(&k) && !all.contains(&k) => all.push(k),
                    _ => return Err(Advice::Incomplete),
                }
            }
            if all.len() < objects.len() {
                return Err(Advice::Incomplete);
            }
            Ok(Value::list(all.into_iter().map(Value::whole).collect()))
        }
        Task::Columns(sum) => {
            let result = response.split('|').next().unwrap_or_default();
            // On the way to a whole result nothing is remarked on.
            if let Some(at) = result.find('_') {
                return Err(Advice::Unreadable(Unreadable { at, why: Why::Unfinished }));
            }
            if sum.op == Op::Over {
                return typed::quotient(result, mark);
            }
            entry::read(result, mark).map(|written| Value::Number(written.value)).map_err(Advice::Unreadable)
        }
        Task::Lines(work) => {
            // What is being written: the line after the last that was taken.
            let line = response.rsplit([';', '\n']).next().unwrap_or_default().trim();
            if line.is_empty() {
                return Err(Advice::Unreadable(Unreadable { at: 0, why: Why::Empty }));
            }
            if line.starts_with(steps::SCRATCH) {
                return Ok(Value::text(line));
            }
            match work.read(line, mark) {
                Ok(read) => Ok(Value::Maths(read.math().into())),
                Err(unfit) => Err(unfit_advice(work, unfit, question.locale)),
            }
        }
    }
}

fn unfit_advice(work: &Work, unfit: steps::Unfit, locale: Locale) -> Advice {
    match unfit {
        steps::Unfit::Unreadable(problem) => Advice::Unreadable(problem),
        unfit => Advice::Said(say::advice(work, 1, &Mark::Judged(Judged::Unfit(unfit)), locale)),
    }
}

/// `1+2 1 - 2`: for each object its bins, or a dash.
fn placed(response: &str, objects: usize, bins: usize, overlap: bool) -> Result<Value, Advice> {
    let mut all = Vec::new();
    for part in response.split_whitespace() {
        let mut here: Vec<i64> = Vec::new();
        for bin in part.split(['+', ',']).filter(|bin| *bin != "-") {
            match bin.parse::<i64>() {
                Ok(bin) if (1..=bins as i64).contains(&bin) && !here.contains(&bin) => here.push(bin),
                _ => return Err(Advice::Incomplete),
            }
        }
        here.sort_unstable();
        if !overlap && here.len() != 1 {
            return Err(Advice::Incomplete);
        }
        all.push(Value::list(here.into_iter().map(Value::whole).collect()));
    }
    if all.len() == objects { Ok(Value::list(all)) } else { Err(Advice::Incomplete) }
}

/// Whether a value like [`value_of`] gives is right.
pub fn is_right(question: &Question, value: &Value) -> Option<bool> {
    if let Some(extra) = extra(question) {
        if let Some(within) = &extra.within {
            let within = within.eval(&question.scope).ok()?.number()?;
            let off = value.number()?.minus(question.right.number()?)?;
            let off = if off < Rational::ZERO { off.negated()? } else { off };
            return Some(off <= within);
        }
        if extra.any_order {
            return Some(same_members(&question.right, value));
        }
    }
    Some(match rule(question).map(|rule| &rule.kind) {
        Some(Kind::Fill { together: Some(together), .. }) => {
            let mut scope = question.scope.clone();
            scope.set("answer", value.clone());
            together.eval(&scope).is_ok_and(|truth| truth.is_true())
        }
        Some(Kind::Fill { any_order: true, .. }) => same_members(&question.right, value),
        Some(Kind::ChooseAll { .. }) => {
            // One option that a rule makes, or all that were chosen.
            let Some(mine) = value.members() else {
                return Some(question.right.members()?.iter().any(|right| right.same(value)));
            };
            let right = right_options(question);
            right.len() == mine.len() && right.iter().all(|one| mine.contains(&Value::text(one)))
        }
        Some(Kind::Order { by }) => in_order(question, value, by),
        _ => question.right.same(value),
    })
}

/// Equal keys may stand in either order.
fn in_order(question: &Question, value: &Value, by: &Expr) -> bool {
    let objects = rule(question).and_then(|rule| rule.value.eval(&question.scope).ok());
    let objects = objects.as_ref().and_then(Value::members).unwrap_or_default();
    let key = |place: &Value| {
        let k = usize::try_from(place.number()?.as_integer()? - 1).ok()?;
        by.eval_it(&question.scope, objects.get(k)?).ok()?.number()
    };
    let keys: Option<Vec<Rational>> = value.members().unwrap_or_default().iter().map(key).collect();
    keys.is_some_and(|keys| keys.len() == objects.len() && keys.windows(2).all(|pair| pair[0] <= pair[1]))
}

fn same_members(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.members(), b.members()) else { return false };
    let mut left: Vec<&Value> = b.iter().collect();
    let found = a.iter().all(|one| match left.iter().position(|other| other.same(one)) {
        Some(k) => {
            left.remove(k);
            true
        }
        None => false,
    });
    found && left.is_empty()
}

/// The recorded values of the options that are right.
fn right_options(question: &Question) -> Vec<String> {
    let crate::content::Response::More(task) = &question.response else { return Vec::new() };
    let Task::ChooseAll { options } = &**task else { return Vec::new() };
    let right: Vec<String> =
        question.right.members().unwrap_or_default().iter().map(ToString::to_string).collect();
    options.iter().map(|option| option.value.clone()).filter(|value| right.contains(value)).collect()
}

pub fn score(question: &Question, task: &Task, response: &str) -> Score {
    if let Task::Lines(work) = task {
        return score_lines(question, work, response);
    }
    if let Task::Columns(_) = task
        && Paper::has_gap(response)
    {
        return Score::Advice(Advice::Incomplete);
    }
    if let Task::Typed(kind) = task
        && let Some(test) = test_of(question, kind)
        && let Some(score) = tested(question, task, &test, response)
    {
        return score;
    }
    let value = match value_of(question, task, response) {
        Ok(value) => value,
        Err(advice) => return Score::Advice(advice),
    };
    if score::is_right(question, &value).unwrap_or(false) {
        return Score::Right;
    }
    if let Task::Columns(sum) = task
        && Paper::read(response).is_half_done(sum)
        && !question.wrong.iter().any(|(_, wrong)| wrong.same(&value))
    {
        return Score::Advice(Advice::Incomplete);
    }
    if let Task::ChooseAll { .. } = task {
        let mine = value.members().unwrap_or_default();
        let chosen = |rule: &(String, Value)| mine.contains(&Value::text(&rule.1.to_string()));
        return score::wrong_by(
            question,
            question.wrong.iter().filter(|rule| chosen(rule)).map(|rule| &*rule.0),
        );
    }
    match task {
        Task::Columns(sum) => {
            score::wrong_by(question, columns_rules(question, sum, &value, response).into_iter())
        }
        _ => score::wrong(question, &value),
    }
}

/// The rules that give this result; where marks were written, those that would write the same ones, if there are any.
/// Where no rule gives the whole result, those that give the first wrong digit, if all that comes after follows from it.
fn columns_rules<'a>(question: &'a Question, sum: &Columns, value: &Value, response: &str) -> Vec<&'a str> {
    let gives = question.wrong.iter().filter(|(_, wrong)| wrong.same(value)).map(|(id, _)| &**id);
    let all: Vec<&str> = gives.collect();
    let Some(slip) = cells::first_wrong(sum, &Paper::read(response)) else { return all };
    let writes = |id: &str| {
        let known = question.shared.misconceptions.get(id).and_then(|known| known.procedure.as_deref());
        let bug = known.and_then(procedures::named).and_then(|procedure| procedure.of_columns(sum.op));
        bug.is_some_and(|bug| slip.by.contains(&bug))
    };
    if all.is_empty() && slip.alone {
        return question.shared.misconceptions.keys().map(|id| &**id).filter(|id| writes(id)).collect();
    }
    let marked: Vec<&str> = all.iter().copied().filter(|id| writes(id)).collect();
    if marked.is_empty() { all } else { marked }
}

fn score_lines(question: &Question, work: &Work, response: &str) -> Score {
    let unreadable = |why: Why| Score::Advice(Advice::Unreadable(Unreadable { at: 0, why }));
    if steps::lines_of(response).count() > steps::MAX_LINES {
        return unreadable(Why::TooLong);
    }
    let marks = work.marks(response, question.locale.decimal_mark());
    for (k, (_, mark)) in marks.iter().enumerate() {
        match mark {
            Mark::Judged(Judged::Done(_)) => return Score::Right,
            Mark::Judged(Judged::Wrong { by }) => {
                let known = slips_here(question);
                let named = known.iter().filter(|(_, slip)| by.contains(slip)).map(|(id, _)| &**id);
                return score::wrong_by(question, named);
            }
            Mark::Judged(Judged::Unfit(steps::Unfit::Unreadable(problem))) => {
                return Score::Advice(Advice::Unreadable(*problem));
            }
            Mark::Judged(Judged::Unfit(_)) => {
                return Score::Advice(Advice::Said(say::advice(work, k + 1, mark, question.locale)));
            }
            _ => {}
        }
    }
    match marks.last() {
        Some((_, mark)) if ends_in_a_line(response) => {
            let words = say::advice(work, marks.len(), mark, question.locale);
            let taken = matches!(mark, Mark::Judged(Judged::Right(_) | Judged::Aside));
            Score::Advice(if taken { Advice::Taken(words) } else { Advice::Said(words) })
        }
        _ => unreadable(Why::Empty),
    }
}

/// Whether a line was begun after the last one that was taken.
fn ends_in_a_line(response: &str) -> bool {
    response.rsplit([';', '\n']).next().is_some_and(|line| !line.trim().is_empty())
}

/// How the paper stands after a check that did not end the work: a right line is taken, a wrong one struck out. Nothing
/// where the line stays in the field.
pub fn after(question: &Question, task: &Task, response: &str) -> Option<String> {
    let Task::Lines(work) = task else { return None };
    if !ends_in_a_line(response) {
        return None;
    }
    let mut lines = Vec::new();
    for (text, mark) in work.marks(response, question.locale.decimal_mark()) {
        match mark {
            Mark::Judged(Judged::Unfit(_) | Judged::Same) => return None,
            Mark::Judged(Judged::Wrong { .. }) => {
                lines.push([&steps::STRUCK.to_string(), " ", &*text].concat())
            }
            _ => lines.push(text),
        }
    }
    Some([&lines.join(steps::BETWEEN), steps::BETWEEN].concat())
}

/// What the last line of an answer is evidence for, beside the skill of the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub step: &'static str,
    pub skill: String,
    /// The line, as typed.
    pub line: String,
    pub right: bool,
}

/// Each kind of step is evidence once: the first time it is taken, or missed.
pub fn evidence(question: &Question, task: &Task, response: &str) -> Vec<Evidence> {
    if let (Task::Columns(sum), Some(Rule { kind: Kind::Columns(_, skills), .. })) = (task, rule(question)) {
        return evidence_of_cells(sum, skills, response);
    }
    let (Task::Lines(work), Some(Rule { kind: Kind::Lines(lines), .. })) = (task, rule(question)) else {
        return Vec::new();
    };
    if lines.skills.is_empty() {
        return Vec::new();
    }
    let missed = |by: &[Slip]| {
        let step = by.first().and_then(|slip| slip.step());
        step.filter(|step| by.iter().all(|slip| slip.step() == Some(*step)))
    };
    let (mut seen, mut last) = (Vec::new(), Vec::new());
    for (text, mark) in work.marks(response, question.locale.decimal_mark()) {
        let (steps, right) = match mark {
            Mark::Judged(Judged::Right(steps) | Judged::Done(steps)) => (steps, true),
            Mark::Judged(Judged::Wrong { by }) | Mark::Struck(by) => {
                (missed(&by).into_iter().collect(), false)
            }
            _ => (Vec::new(), true),
        };
        last.clear();
        for step in steps {
            if seen.contains(&step) {
                continue;
            }
            seen.push(step);
            let skill = lines.skills.iter().find(|(own, _)| *own == step).map(|(_, skill)| skill.clone());
            let found = |skill| Evidence { step: step.name(), skill, line: text.clone(), right };
            last.extend(skill.map(found));
        }
    }
    last
}

/// What the cells of a checked answer are evidence for: a kind of step is right when every cell of it is, and missed where
/// the first wrong cell is of it. What comes after a wrong cell is evidence only in a long division, where what the
/// learner wrote says exactly what belongs there.
fn evidence_of_cells(sum: &Columns, skills: &[(cells::Step, String)], response: &str) -> Vec<Evidence> {
    let judged = cells::judge(sum, &Paper::read(response));
    let of = |(step, skill): &(cells::Step, String)| {
        let mut own = judged.iter().filter(|cell| cell.step == *step).map(|cell| cell.verdict);
        let wrong = own.clone().any(|verdict| verdict == cells::Verdict::Wrong);
        let follows = if sum.op == Op::Over { cells::Verdict::Follows } else { cells::Verdict::Right };
        let fits = |verdict| verdict == cells::Verdict::Right || verdict == follows;
        let right = own.clone().count() > 0 && own.all(fits);
        (wrong || right).then(|| Evidence {
            step: step.name(),
            skill: skill.clone(),
            line: response.into(),
            right: !wrong,
        })
    };
    skills.iter().filter_map(of).collect()
}

/// A hint for the learner's own next line, or next cell.
pub fn own_hint(question: &Question, task: &Task, state: &LearnerState) -> Option<Text> {
    let mine = state.mine.as_deref();
    match task {
        Task::Lines(work) => {
            let right = work.right_lines(mine.unwrap_or_default(), question.locale.decimal_mark());
            say::hint(work, &right, question.locale)
        }
        Task::Columns(sum) => {
            let draft = state.draft.as_deref().or(mine).unwrap_or_default();
            cells::say::hint(sum, draft, mine, question.locale)
        }
        _ => None,
    }
}

/// Where to look first after a miss: in columns the first wrong cell.
pub fn remark(question: &Question, task: &Task, mine: &str) -> Option<Text> {
    let Task::Columns(sum) = task else { return None };
    let slip = cells::first_wrong(sum, &Paper::read(mine))?;
    Some(cells::say::remark(sum, &slip, question.locale))
}

/// What hints may know of the last answer: `col`, `last`, `odd`.
pub fn state(question: &Question, task: &Task, mine: Option<&str>) -> Vec<(&'static str, Value)> {
    let value = mine.and_then(|mine| value_of(question, task, mine).ok());
    match task {
        Task::Columns(sum) => {
            let result = value.as_ref().and_then(|value| match value {
                Value::List(pair) => pair.first()?.number()?.as_integer(),
                other => other.number()?.as_integer(),
            });
            let col = result.and_then(|result| sum.first_wrong(result));
            vec![("col", col.map_or(Value::None, Value::whole))]
        }
        Task::Sort { .. } | Task::Match { .. } | Task::Order { .. } => {
            let right = question.right.members().unwrap_or_default();
            let given = value.as_ref().and_then(Value::members).unwrap_or_default();
            let odd = right.iter().zip(given).position(|(right, given)| right != given);
            vec![("odd", odd.map_or(Value::None, |k| Value::whole(k as i64 + 1)))]
        }
        Task::Lines(work) => {
            let right = work.right_lines(mine.unwrap_or_default(), question.locale.decimal_mark());
            vec![("last", Value::Maths(work.above(&right).math().into()))]
        }
        _ => Vec::new(),
    }
}

/// The names that hints of this answer may use beside the general ones.
pub fn state_names(answer: &Answer) -> &'static [&'static str] {
    match answer {
        Answer::More(rule) => match rule.kind {
            Kind::Columns(..) => &["col"],
            Kind::Lines(_) => &["last"],
            Kind::Sort { .. } | Kind::Order { .. } | Kind::Match { .. } => &["odd"],
            _ => &[],
        },
        _ => &[],
    }
}

/// The recorded form of a value like the right one.
pub fn written(question: &Question, task: &Task, value: &Value) -> String {
    let list = value.members().unwrap_or_default();
    match task {
        Task::ChooseAll { .. } if *value == question.right => right_options(question).join(BETWEEN),
        Task::Fill { .. } => list.iter().map(typed::write).collect::<Vec<_>>().join(BETWEEN),
        Task::Sort { .. } => list.iter().map(bins_written).collect::<Vec<_>>().join(" "),
        Task::Match { to, .. } => {
            let order = shuffled(question, to.len());
            let right = question.right.members().unwrap_or_default();
            let place = |bins: &Value| {
                let place = order.iter().position(|k| right.get(*k) == Some(bins));
                place.map_or_else(|| "-".into(), |k| (k + 1).to_string())
            };
            list.iter().map(place).collect::<Vec<_>>().join(" ")
        }
        Task::Order { .. } => list.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Task::Columns(sum) if sum.op == Op::Over => match list {
            [quotient, rest] if rest.number() != Some(Rational::ZERO) => format!("{quotient} R {rest}"),
            [quotient, _] => quotient.to_string(),
            _ => value.to_string(),
        },
        Task::Typed(Typed::Number { unit }) => typed::quantity(value, unit),
        Task::Lines(work) if *value == question.right => work.result_typed(),
        _ => typed::write(value),
    }
}

fn bins_written(bins: &Value) -> String {
    let bins: Vec<String> = bins.members().unwrap_or_default().iter().map(ToString::to_string).collect();
    if bins.is_empty() { "-".into() } else { bins.join("+") }
}

/// A recorded answer as the learner saw it.
pub fn shown_answer(question: &Question, task: &Task, response: &str) -> Text {
    let mark = question.locale.decimal_mark();
    match task {
        Task::ChooseAll { options } => {
            let mut text = Text::default();
            for part in parts(response) {
                let option = options.iter().find(|option| option.value == part);
                join(&mut text, option.map_or_else(|| Text::words(part), |option| option.show.clone()));
            }
            text
        }
        Task::Fill { .. } => {
            let mut text = Text::default();
            let all = response.split(['|', ';']).map(str::trim);
            all.for_each(|part| join(&mut text, typed::shown(part, mark)));
            text
        }
        Task::Sort { objects, bins, .. } | Task::Match { objects, to: bins } => {
            let mut text = Text::default();
            for (object, part) in objects.iter().zip(response.split_whitespace()) {
                let mut one = object.clone();
                one.push_words(": ");
                let mut names = Text::default();
                for bin in part.split(['+', ',']) {
                    let name = bin.parse::<usize>().ok().and_then(|bin| bins.get(bin.checked_sub(1)?));
                    join(&mut names, name.cloned().unwrap_or_else(|| Text::words("–")));
                }
                one.spans.extend(names.spans);
                join(&mut text, one);
            }
            text
        }
        Task::Order { objects } => {
            let mut text = Text::default();
            for part in response.split_whitespace() {
                let object = part.parse::<usize>().ok().and_then(|k| objects.get(k.checked_sub(1)?));
                join(&mut text, object.cloned().unwrap_or_else(|| Text::words(part)));
            }
            text
        }
        // Of many lines the one that matters: the first that does not follow, else the last; of a system the last two.
        Task::Lines(work) => {
            let marks = work.marks(response, mark);
            let wrong = marks.iter().position(|(_, mark)| matches!(mark, Mark::Judged(Judged::Wrong { .. })));
            let shown: Vec<&str> = match (wrong, &work.kind) {
                (Some(k), _) => vec![&marks[k].0],
                (None, steps::Kind::System { .. }) => {
                    let written = marks.iter().filter(|(_, mark)| matches!(mark, Mark::Judged(_)));
                    let lines: Vec<&str> = written.map(|(text, _)| &**text).collect();
                    lines[lines.len().saturating_sub(2)..].to_vec()
                }
                _ => marks.last().map(|(text, _)| &**text).into_iter().collect(),
            };
            let mut text = Text::default();
            shown.iter().for_each(|line| join(&mut text, say::drawn(work, line, mark)));
            text
        }
        Task::Columns(_) => typed::shown(response.split('|').next().unwrap_or_default().trim(), mark),
        Task::Typed(Typed::Time | Typed::Number { .. }) => match value_of(question, task, response) {
            Ok(value) => Text::words(written(question, task, &value)),
            Err(_) => Text::words(response),
        },
        Task::Typed(_) => typed::shown(response.trim(), mark),
    }
}

fn join(text: &mut Text, more: Text) {
    if !text.is_empty() {
        text.push_words(", ");
    }
    for span in more.spans {
        match span {
            Span::Words(words) => text.push_words(&words),
            span => text.spans.push(span),
        }
    }
}

/// The answers that wrong rules lead to, as recorded.
pub fn misses(question: &Question, task: &Task) -> Vec<(String, String)> {
    match task {
        // The right ones, and the one that the rule made.
        Task::ChooseAll { options } => {
            let right = right_options(question);
            let shown = |value: &String| options.iter().any(|option| option.value == *value);
            let made = question.wrong.iter().map(|(id, value)| (id, value.to_string()));
            let chosen = made.filter(|(_, value)| shown(value) && !right.contains(value));
            chosen
                .map(|(id, value)| {
                    let mut all = right.clone();
                    all.push(value);
                    (id.clone(), all.join(BETWEEN))
                })
                .collect()
        }
        Task::Lines(work) => {
            let leads = |(id, slip): (String, Slip)| Some((id, work.outcome(slip)?));
            slips_here(question).into_iter().filter_map(leads).collect()
        }
        _ => question.wrong.iter().map(|(id, value)| (id.clone(), written(question, task, value))).collect(),
    }
}

/// Choices that belong together: of a whole answer, or for one object of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The object, or the place in an order; empty for a whole answer.
    pub legend: Text,
    /// Any number may be chosen.
    pub several: bool,
    /// Each with whether it is chosen.
    pub choices: Vec<(Text, bool)>,
}

/// Not placed yet.
const OPEN: &str = "?";

/// The parts of a draft, one for each object or place.
fn slots(draft: &str, count: usize, empty: &str) -> Vec<String> {
    let mut all: Vec<String> = draft.split_whitespace().map(String::from).collect();
    all.resize(count, empty.into());
    all
}

/// An answer that is chosen piece by piece, as it stands in this draft; empty for answers that are typed.
pub fn groups(task: &Task, draft: &str) -> Vec<Group> {
    let by_object = |objects: &[Text], bins: &[Text], several: bool| -> Vec<Group> {
        let slots = slots(draft, objects.len(), OPEN);
        let group = |(object, slot): (&Text, &String)| {
            let inside: Vec<&str> = slot.split(['+', ',']).collect();
            let choice = |(k, bin): (usize, &Text)| (bin.clone(), inside.contains(&&*(k + 1).to_string()));
            let choices = bins.iter().enumerate().map(choice).collect();
            Group { legend: object.clone(), several, choices }
        };
        objects.iter().zip(&slots).map(group).collect()
    };
    match task {
        Task::ChooseAll { options } => {
            let chosen = parts(draft);
            let choice = |option: &Choice| (option.show.clone(), chosen.contains(&&*option.value));
            let choices = options.iter().map(choice).collect();
            vec![Group { legend: Text::default(), several: true, choices }]
        }
        Task::Sort { objects, bins, overlap } => by_object(objects, bins, *overlap),
        Task::Match { objects, to } => by_object(objects, to, false),
        Task::Order { objects } => {
            let slots = slots(draft, objects.len(), OPEN);
            let place = |(k, slot): (usize, &String)| {
                let choice = |(j, object): (usize, &Text)| (object.clone(), *slot == (j + 1).to_string());
                let choices = objects.iter().enumerate().map(choice).collect();
                Group { legend: Text::words(format!("{}.", k + 1)), several: false, choices }
            };
            slots.iter().enumerate().map(place).collect()
        }
        _ => Vec::new(),
    }
}

/// The draft after a press on one choice of one group.
pub fn pressed(task: &Task, draft: &str, group: usize, choice: usize) -> String {
    let number = (choice + 1).to_string();
    match task {
        Task::ChooseAll { options } => {
            let mut chosen = parts(draft);
            let Some(pressed) = options.get(choice) else { return draft.into() };
            match chosen.iter().position(|value| *value == pressed.value) {
                Some(k) => drop(chosen.remove(k)),
                None => chosen.push(&pressed.value),
            }
            let kept = options.iter().filter(|option| chosen.contains(&&*option.value));
            kept.map(|option| &*option.value).collect::<Vec<_>>().join(BETWEEN)
        }
        Task::Sort { objects, overlap: true, .. } if group < objects.len() => {
            // What is left alone belongs in no bin.
            let mut slots = slots(draft, objects.len(), "-");
            let mut inside: Vec<&str> = slots[group].split('+').filter(|bin| *bin != "-").collect();
            match inside.iter().position(|bin| *bin == number) {
                Some(k) => drop(inside.remove(k)),
                None => inside.push(&number),
            }
            inside.sort_unstable();
            slots[group] = if inside.is_empty() { "-".into() } else { inside.join("+") };
            slots.join(" ")
        }
        Task::Sort { objects, .. } | Task::Match { objects, .. } if group < objects.len() => {
            let mut slots = slots(draft, objects.len(), OPEN);
            slots[group] = number;
            slots.join(" ")
        }
        Task::Order { objects } if group < objects.len() => {
            let mut slots = slots(draft, objects.len(), OPEN);
            // An object stands in one place: whoever had it before gives it up.
            let left = std::mem::replace(&mut slots[group], number.clone());
            for (k, slot) in slots.iter_mut().enumerate() {
                if k != group && *slot == number {
                    *slot = left.clone();
                }
            }
            slots.join(" ")
        }
        _ => draft.into(),
    }
}

/// What makes two questions of this kind look different.
pub fn look(task: &Task) -> Vec<String> {
    match task {
        Task::ChooseAll { options } => options.iter().map(|option| option.value.clone()).collect(),
        Task::Sort { objects, .. } | Task::Order { objects } | Task::Match { objects, .. } => {
            objects.iter().map(Text::print).collect()
        }
        Task::Columns(sum) => vec![format!("{} {} {}", sum.top, sum.op.sign(), sum.bottom)],
        Task::Fill { line, .. } => vec![line.print()],
        Task::Lines(work) => work.start.iter().map(ToString::to_string).collect(),
        Task::Typed(_) => Vec::new(),
    }
}

/// A value as it is typed into a box of a solution.
pub fn typed_form(value: &Value) -> String {
    match value {
        Value::Maths(_) => typed::write(value),
        other => other.to_string(),
    }
}
