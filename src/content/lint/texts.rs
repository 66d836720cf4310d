//! Rules about texts as they are drawn, in every language.

use super::super::expr::{Scope, Value};
use super::super::item::Texts;
use super::super::more::respond::{BETWEEN, Task, Typed};
use super::super::template::{Fill, Style, Template};
use super::super::text::{Span, Text};
use super::super::{LearnerState, Locale, Question, Response};
use super::{Case, Drawn, Found, found, percent};
use crate::notation::{Math, Op, entry};
use crate::num::Rational;

/// How many words a sentence may have.
const LONGEST: usize = 25;

/// Every text of an item in one language with its place.
fn places(texts: &Texts) -> Vec<(String, &Template)> {
    let mut all: Vec<(String, &Template)> = Vec::new();
    all.extend(texts.ask.iter().map(|text| ("ask".into(), text)));
    all.extend(texts.alt.iter().map(|text| ("alt".into(), text)));
    all.extend(texts.prompt.iter().map(|text| ("prompt".into(), text)));
    all.extend(texts.hints.iter().enumerate().map(|(k, text)| (format!("hints/{k}"), text)));
    all.extend(texts.solution.iter().enumerate().map(|(k, text)| (format!("solution/{k}"), text)));
    all.extend(texts.labels.iter().enumerate().map(|(k, text)| (format!("labels/{k}"), text)));
    all.extend(texts.say.iter().map(|(id, text)| (format!("say/{id}"), text)));
    all
}

/// A wrong answer to speak of, as recorded: a rule's, or a number beside the right one.
fn some_wrong(question: &Question) -> String {
    if let Some((_, answer)) = question.misses().into_iter().next() {
        return answer;
    }
    match (&question.right, &question.response) {
        (Value::Number(n), Response::Write { .. }) => {
            n.plus(Rational::ONE).map_or_else(|| "0".into(), |n| n.to_string())
        }
        (right, Response::Choose { options }) => {
            let other = options.iter().find(|option| option.value != right.to_string());
            other.map_or_else(|| right.to_string(), |option| option.value.clone())
        }
        _ => astray(question).into_iter().next().unwrap_or_else(|| question.right_value()),
    }
}

/// Answers of the wider kinds that go wrong in small ways, as recorded.
fn astray(question: &Question) -> Vec<String> {
    let Response::More(task) = &question.response else { return Vec::new() };
    let right = question.right_value();
    match &**task {
        Task::Typed(Typed::Number { .. }) | Task::Columns(_) => {
            let first = |value: &Value| value.members().and_then(|pair| pair.first()?.number());
            let number = question.right.number().or_else(|| first(&question.right));
            let near = number.and_then(|n| n.plus(Rational::ONE)).into_iter();
            near.chain(number.and_then(|n| n.plus(Rational::integer(10)))).map(|n| n.to_string()).collect()
        }
        Task::Lines(work) => work.strayed(),
        Task::Sort { objects, bins, .. } => {
            let parts: Vec<&str> = right.split(' ').collect();
            let change = |k: usize| {
                let other = if parts[k] == "1" { format!("{}", bins.len()) } else { "1".into() };
                let mut all: Vec<String> = parts.iter().map(|part| part.to_string()).collect();
                all[k] = other;
                all.join(" ")
            };
            (0..objects.len().min(parts.len())).map(change).collect()
        }
        Task::Order { .. } | Task::Match { .. } => {
            let mut parts: Vec<&str> = right.split(' ').collect();
            parts.reverse();
            vec![parts.join(" ")]
        }
        Task::ChooseAll { options } => options.iter().map(|option| option.value.clone()).collect(),
        Task::Fill { blanks, .. } => vec![vec!["1"; *blanks].join(BETWEEN), vec!["2"; *blanks].join(BETWEEN)],
        Task::Typed(Typed::Equation) => vec!["y = x".into(), "x = 0".into()],
        Task::Typed(Typed::Maths) => vec!["x".into(), "1".into()],
        Task::Typed(Typed::Point) => vec!["(0, 0)".into(), "(1, 0)".into()],
        Task::Typed(Typed::List) => {
            let swapped = question.right.members().map(|all| all.iter().rev().map(ToString::to_string));
            vec![swapped.map(|all| all.collect::<Vec<_>>().join(", ")).unwrap_or_default()]
        }
        Task::Typed(Typed::Time) => vec!["12:00".into(), "6:30".into()],
        Task::Typed(Typed::Shape) => vec!["(0, 0), (1, 0), (0, 1)".into()],
    }
}

/// What texts are filled from: the drawn values, and a wrong answer as the learner's.
struct Filling<'a> {
    question: &'a Question,
    scope: Scope,
    mine: Text,
}

impl<'a> Filling<'a> {
    fn of(question: &'a Question) -> Self {
        let wrong = some_wrong(question);
        let mine = question.shown(&wrong);
        let state = LearnerState { tries: 1, mine: Some(wrong), ..LearnerState::default() };
        Self { question, scope: question.scope_with(&state), mine }
    }

    fn fill(&self, template: &Template) -> Result<Text, String> {
        let fill = Fill { mine: Some(&self.mine), scope: &self.scope, ..self.question.fill() };
        template.fill(fill).map_err(|fault| fault.what)
    }
}

/// Every text of a question.
pub(super) fn drawn(question: &Question) -> Vec<Drawn> {
    let whence = (question.locale.code(), question.level, question.seed);
    let all = question.texts().map(places).unwrap_or_default().into_iter();
    let filling = Filling::of(question);
    // What only some answers bring up may be without a value for this one.
    let waits = |place: &str| {
        let k = place.strip_prefix("hints/").and_then(|k| k.parse::<usize>().ok());
        k.and_then(|k| question.part().hints.get(k)).is_some_and(|rule| rule.when.is_some())
    };
    let mut drawn: Vec<Drawn> = all
        .map(|(place, template)| (waits(&place), Drawn { place, text: filling.fill(template), whence }))
        .filter(|(waits, drawn)| {
            !waits || !drawn.text.as_ref().is_ok_and(|text| text.print().contains("none"))
        })
        .map(|(_, drawn)| drawn)
        .collect();
    if question.skin.is_some() {
        drawn.push(Drawn { place: "story".into(), text: Ok(question.ask.clone()), whence });
    }
    drawn
}

/// What `says` finds in the texts, once for each place.
fn each_place(
    case: &Case,
    which: impl Fn(&Drawn) -> bool,
    says: impl Fn(&Result<Text, String>) -> Option<String>,
) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for Drawn { place, text, whence: (language, level, seed) } in
        case.texts.iter().filter(|drawn| which(drawn))
    {
        if all.iter().any(|found| found.place == *place) {
            continue;
        }
        let what = says(text);
        all.extend(what.map(|what| found(place, format!("{what} ({language}, level {level}, seed {seed})"))));
    }
    all
}

fn in_texts(case: &Case, says: impl Fn(&Text) -> Option<String>) -> Vec<Found> {
    each_place(case, |_| true, |text| text.as_ref().ok().and_then(&says))
}

pub fn broken(case: &Case) -> Vec<Found> {
    each_place(case, |_| true, |text| text.as_ref().err().cloned())
}

fn maths(text: &Text) -> impl Iterator<Item = &Math> {
    text.spans.iter().filter_map(|span| match span {
        Span::Maths(math) => Some(math),
        _ => None,
    })
}

/// Every part of a formula that is a formula itself.
fn parts<'a>(math: &'a Math, all: &mut Vec<&'a Math>) {
    all.push(math);
    match math {
        Math::Fraction(num, den) => [num, den].into_iter().for_each(|part| parts(part, all)),
        Math::Mixed(whole, num, den) => [whole, num, den].into_iter().for_each(|part| parts(part, all)),
        Math::Group(inside) => parts(inside, all),
        Math::Row(row) => row.iter().for_each(|part| parts(part, all)),
        _ => {}
    }
}

fn all_parts(text: &Text) -> Vec<&Math> {
    let mut all = Vec::new();
    maths(text).for_each(|math| parts(math, &mut all));
    all
}

fn is_one(math: &Math) -> bool {
    matches!(math, Math::Number(digits) if digits == "1")
}

pub fn untidy_maths(case: &Case) -> Vec<Found> {
    let untidy = |pair: &[Math]| match (&pair[0], &pair[1]) {
        (one, Math::Letter(_)) if is_one(one) => Some("a factor 1 before a letter"),
        (Math::Op(Op::Plus | Op::Minus), Math::Op(Op::Minus)) => Some("two signs side by side"),
        _ => None,
    };
    in_texts(case, |text| {
        let rows = all_parts(text).into_iter().filter_map(|part| match part {
            Math::Row(row) => row.windows(2).find_map(untidy),
            Math::Words(words) if words == "none" => Some("a value that cannot be computed"),
            _ => None,
        });
        let none = text.spans.iter().any(|span| matches!(span, Span::Words(words) if words.contains("none")));
        let word = none.then_some("a value that cannot be computed (none)");
        rows.chain(word.filter(|_| text.print().contains(" none")))
            .next()
            .map(|what| format!("{what} in: {}", text.print()))
    })
}

pub fn over_one(case: &Case) -> Vec<Found> {
    in_texts(case, |text| {
        let over_one = |part: &&Math| matches!(part, Math::Fraction(_, den) if is_one(den));
        all_parts(text).iter().any(over_one).then(|| format!("a fraction over 1 in: {}", text.print()))
    })
}

/// Whether the text holds the right answer as a number or label of its own.
pub(super) fn tells(text: &Text, question: &Question) -> bool {
    match (&question.right, &question.response) {
        (Value::Number(right), Response::Write { .. } | Response::More(_)) => {
            let in_words = |span: &Span| match span {
                Span::Words(words) => {
                    let digits = words.split(|c: char| !(c.is_ascii_digit() || c == '.'));
                    digits
                        .filter(|token| !token.is_empty())
                        .any(|token| is_value(token.trim_end_matches('.'), *right))
                }
                _ => false,
            };
            text.spans.iter().any(in_words) || maths(text).any(|math| math_tells(math, *right))
        }
        (Value::Maths(right), Response::More(_)) => {
            let right = right.to_string();
            maths(text).any(|math| math.to_string() == right)
        }
        (right, Response::Choose { options }) => {
            let shown = options.iter().find(|option| option.value == right.to_string());
            let label = shown.map(|option| option.show.print()).unwrap_or_default();
            label.chars().count() > 3 && text.print().contains(&label)
        }
        _ => false,
    }
}

fn is_value(token: &str, right: Rational) -> bool {
    entry::read(token, Default::default()).is_ok_and(|written| written.value == right)
}

/// A number or fraction standing alone in a formula; parts of fractions do not count.
fn math_tells(math: &Math, right: Rational) -> bool {
    match math {
        Math::Number(_) | Math::Fraction(..) | Math::Mixed(..) => is_value(&math.to_string(), right),
        Math::Group(inside) => math_tells(inside, right),
        Math::Row(row) => row.iter().any(|part| math_tells(part, right)),
        _ => false,
    }
}

/// The share of draws in which a text tells the answer though the question does not.
fn telling(case: &Case, text_of: impl Fn(&Question) -> Option<Text>) -> f64 {
    case.share(|question| {
        let told = text_of(question).is_some_and(|text| tells(&text, question));
        told && !tells(&question.ask, question)
    })
}

/// By chance a number of the question may equal the answer; more than that is telling.
const CHANCE: f64 = 0.6;

pub fn hint_tells(case: &Case) -> Vec<Found> {
    let last = case.item.hints.len().saturating_sub(1);
    let mut all = Vec::new();
    for k in 0..last {
        let share =
            telling(case, |question| Filling::of(question).fill(question.texts()?.hints.get(k)?).ok());
        if share > CHANCE {
            let what = format!(
                "this hint holds the answer in {} of the draws; lead, and leave telling to the end",
                percent(share)
            );
            all.push(found(format!("hints/{k}"), what));
        }
    }
    all
}

pub fn prompt_tells(case: &Case) -> Vec<Found> {
    let share = telling(case, |question| Some(question.prompt(&some_wrong(question))));
    if share <= CHANCE {
        return Vec::new();
    }
    vec![found(
        "prompt",
        format!("the prompt holds the answer in {} of the draws; say only how to check", percent(share)),
    )]
}

pub fn no_open_hint(case: &Case) -> Vec<Found> {
    let guarded = !case.item.hints.is_empty() && case.item.hints.iter().all(|hint| hint.when.is_some());
    if !guarded {
        return Vec::new();
    }
    vec![found("hints", "every hint has a `when`; one must be there for everybody")]
}

/// Answers a learner may have given: each rule's, and numbers near and far.
fn simulated(question: &Question) -> Vec<LearnerState> {
    let mut given: Vec<(String, Option<String>)> =
        question.misses().into_iter().map(|(id, answer)| (answer, Some(id))).collect();
    given.extend(astray(question).into_iter().map(|answer| (answer, None)));
    if let Value::Number(n) = question.right {
        let near = [
            n.plus(Rational::ONE),
            n.minus(Rational::ONE),
            n.plus(n),
            Some(Rational::ZERO),
            Some(Rational::ONE),
        ];
        given.extend(near.into_iter().flatten().map(|n| (n.to_string(), None)));
    }
    let mut states = vec![LearnerState::default()];
    for (mine, why) in given {
        for tries in [1, 2] {
            states.push(LearnerState { tries, mine: Some(mine.clone()), why: why.clone(), draft: None });
        }
    }
    states
}

pub fn hint_never_shown(case: &Case) -> Vec<Found> {
    let shown = |k: usize| {
        let here = |question: &Question| {
            simulated(question).iter().any(|state| question.hint(k, state).is_some_and(|hint| hint.at == k))
        };
        case.questions().any(here)
    };
    let guarded = case.item.hints.iter().enumerate().filter(|(_, hint)| hint.when.is_some());
    guarded
        .filter(|(k, _)| !shown(*k) && case.questions().next().is_some())
        .map(|(k, _)| found(format!("hints/{k}/when"), "this condition held for none of the answers tried"))
        .collect()
}

pub fn long_sentence(case: &Case) -> Vec<Found> {
    // Values hardly change the number of words, so a few seeds are enough.
    let few = |drawn: &Drawn| drawn.whence.2 < 20;
    each_place(case, few, |text| {
        let print = text.as_ref().ok()?.print();
        let words = print.split(['.', '?', '!', ';', ':']).map(word_count).max().unwrap_or(0);
        (words > LONGEST).then(|| format!("a sentence of {words} words; {LONGEST} are the most: {print}"))
    })
}

fn word_count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Most words of a text that is heard rather than read.
const HEARD: usize = 12;

/// An item with `listen` has a short sentence and nothing to type.
pub fn too_much_to_hear(case: &Case) -> Vec<Found> {
    if !case.item.listen {
        return Vec::new();
    }
    let long = case.all_languages().find_map(|question| {
        let words = word_count(&question.ask.plain(question.locale));
        (words > HEARD)
            .then(|| format!("`listen` allows {HEARD} words; this has {words}: {}", question.ask.print()))
    });
    let typed = case.questions().any(|question| match &question.response {
        Response::Write { .. } => !question.figure.as_ref().is_some_and(|figure| figure.enter()),
        Response::Choose { .. } => false,
        Response::More(task) => {
            matches!(&**task, Task::Typed(_) | Task::Fill { .. } | Task::Lines(_))
                && !question.figure.as_ref().is_some_and(|figure| figure.enter())
        }
    });
    let typed = typed
        .then(|| "`listen` is for answers that need no typing: choose, arrange, or a figure".to_string());
    let long = long.map(|what| found("ask", what));
    long.into_iter().chain(typed.map(|what| found("answer", what))).collect()
}

/// Sound files that are named are there.
pub fn audio_missing(case: &Case) -> Vec<Found> {
    let mut all = Vec::new();
    for (locale, texts) in &case.item.texts {
        for (key, file) in &texts.audio {
            if !case.pack.dir.join(file).exists() {
                let what =
                    format!("the sound `{file}` ({}, {key}) is not in the content folder", locale.code());
                all.push(found("audio", what));
            }
        }
    }
    all
}

pub fn equal_forms(case: &Case) -> Vec<Found> {
    let Some(texts) = case.item.texts.get(&Locale::En) else { return Vec::new() };
    let equal = |template: &Template| {
        template
            .holes()
            .any(|hole| matches!(&hole.style, Style::Pick(forms) if forms[0].source() == forms[1].source()))
    };
    let all = places(texts).into_iter().filter(|(_, template)| equal(template));
    all.map(|(place, _)| found(place, "both forms are the same; write the word without choosing")).collect()
}

/// The learner does the last step of the solution, so it must ask for something that can be typed.
pub fn last_step(case: &Case) -> Vec<Found> {
    let place = format!(
        "solution/{}",
        case.item.texts.get(&Locale::En).map_or(0, |t| t.solution.len()).saturating_sub(1)
    );
    let says = case.first(|question| match question.solution().asked {
        None => Some("the last line of the solution has no [expr] for the learner to fill".into()),
        Some(asked) => {
            let sign = ["<", "=", ">"].contains(&&*asked.value);
            let style = crate::notation::Style::school(Default::default());
            let typed = crate::notation::parse(&asked.value, style).is_ok();
            (!sign && !typed).then(|| format!("the last [expr] is `{}`, which cannot be typed", asked.value))
        }
    });
    says.map(|what| found(place, what)).into_iter().collect()
}
