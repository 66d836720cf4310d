//! Rules about texts as they are drawn, in every language.

use super::super::expr::{Scope, Value};
use super::super::item::Texts;
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

/// A wrong answer to speak of: a rule's, or a number beside the right one.
fn some_wrong(question: &Question) -> Value {
    if let Some((_, value)) = question.wrong.first() {
        return value.clone();
    }
    match (&question.right, &question.response) {
        (Value::Number(n), Response::Write { .. }) => {
            n.plus(Rational::ONE).map_or(Value::whole(0), Value::Number)
        }
        (right, Response::Choose { options }) => {
            let other = options.iter().find(|option| option.value != right.to_string());
            other.map_or_else(|| right.clone(), |option| Value::text(&option.value))
        }
        (right, _) => right.clone(),
    }
}

/// What texts are filled from: the drawn values, and a wrong answer as the learner's.
struct Filling {
    scope: Scope,
    mine: Text,
}

impl Filling {
    fn of(question: &Question) -> Self {
        let wrong = some_wrong(question);
        let mut scope = question.scope.clone();
        scope.set("tries", Value::whole(1));
        scope.set("why", Value::text(""));
        let mine = question.shown(&wrong.to_string());
        scope.set("mine", wrong);
        Self { scope, mine }
    }

    fn fill(&self, template: &Template) -> Result<Text, String> {
        let fill = Fill { mine: Some(&self.mine), ..Fill::from(&self.scope) };
        template.fill(fill).map_err(|fault| fault.what)
    }
}

/// Every text of a question.
pub(super) fn drawn(question: &Question) -> Vec<Drawn> {
    let whence = (question.locale.code(), question.level, question.seed);
    let all = question.texts().map(places).unwrap_or_default().into_iter();
    let filling = Filling::of(question);
    all.map(|(place, template)| Drawn { place, text: filling.fill(template), whence }).collect()
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
        (Value::Number(right), Response::Write { .. }) => {
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
    let share = telling(case, |question| Some(question.prompt(&some_wrong(question).to_string())));
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
        question.wrong.iter().map(|(id, value)| (value.to_string(), Some(id.clone()))).collect();
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
            states.push(LearnerState { tries, mine: Some(mine.clone()), why: why.clone() });
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

pub fn equal_forms(case: &Case) -> Vec<Found> {
    let Some(texts) = case.item.texts.get(&Locale::En) else { return Vec::new() };
    let equal = |template: &Template| {
        template.holes().any(|hole| matches!(&hole.style, Style::Pick(first, second) if first == second))
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
            let number = entry::read(&asked.value, Default::default()).is_ok();
            (!sign && !number).then(|| format!("the last [expr] is `{}`, which cannot be typed", asked.value))
        }
    });
    says.map(|what| found(place, what)).into_iter().collect()
}
