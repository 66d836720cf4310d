//! The question page: what stands on the card at every moment of an answer.

use super::entry::{Pad, keypad};
use super::listen::listen;
use super::text::{self, line};
use super::{
    Button, Choice, Choices, FeedbackView, FigureView, GroupView, HintView, Late, Practice as Page,
    QuestionView, ReadBack, ResponseView, Tone, WriteView, boxes, figure, record_doors, words,
};
use crate::content::more::respond::{BETWEEN, Group, Task};
use crate::content::wide;
use crate::content::{Advice, FormWanted, Locale, Question, Response, Score, answer};
use crate::learner::Learner;
use crate::notation::{self, mathml, speak};
use crate::tutor::{Msg, Phase, Practice, Reason, Session};

pub fn page(session: &Session, practice: &Practice, late: Option<Late>) -> Page {
    let locale = session.locale;
    let recorded = practice.recorded;
    let asks = practice.recorded && session.asks_about();
    Page {
        title: skill_name(&session.learner, &practice.question.skill, locale),
        question: question(session, practice),
        about: late.filter(|_| asks).map(|late| (late.about_you)(&session.learner, locale)),
        earlier: late.filter(|_| recorded && practice.attempts > 0).and_then(|late| (late.earlier)(session)),
        stop: practice.recorded.then(|| button(words::stop(locale), true, Msg::Stopped)),
        place: record_doors::place(&session.learner, practice, locale),
    }
}

pub fn skill_name(learner: &Learner, skill: &str, locale: Locale) -> String {
    learner.map().skill(skill).map_or_else(|| skill.to_string(), |skill| skill.name_in(locale).to_string())
}

/// Why this skill, in one sentence. All but one reason are of a record.
fn reason(learner: &Learner, skill: &str, reason: &Reason, locale: Locale) -> String {
    match reason {
        Reason::Linked => words::reason_linked(locale).into(),
        _ => record_doors::reason(learner, skill, reason, locale),
    }
}

pub fn question(session: &Session, practice: &Practice) -> QuestionView {
    let locale = session.locale;
    let question = &practice.question;
    let asking = matches!(practice.phase, Phase::Asking | Phase::Again);
    let answer = if asking { practice.draft.as_str() } else { practice.mine.as_deref().unwrap_or_default() };
    // Once all is shown, the option that fits is named, whatever the solution ends with.
    let fits = |option: &crate::content::Choice| match practice.phase == Phase::Shown
        && question.score(&option.value) == Score::Right
    {
        true => words::choice_fits(locale),
        false => "",
    };
    let mut view = QuestionView {
        id: format!("{}@{}/{}", question.item, question.level, question.seed),
        skill: skill_name(&session.learner, &question.skill, locale),
        reason: reason(&session.learner, &question.skill, &practice.reason, locale),
        reason_label: words::reason_label(locale).into(),
        lang: question.locale.code(),
        ask: line(&question.ask, question.locale),
        beside: None,
        project: None,
        given: given(question),
        figure: question
            .figure
            .as_ref()
            .map(|figure| figure::entered(figure, &question.alt, answer, asking, question.locale))
            .map(|view| FigureView { checked: practice.mine.clone(), ..view }),
        sure: record_doors::sure(session, practice),
        response: match &question.response {
            Response::Write { fractions, .. } => ResponseView::Write(write(
                practice,
                answer,
                asking,
                pad(*fractions),
                words::answer_label(locale),
                locale,
            )),
            Response::More(task) => more(practice, task, answer, asking, locale),
            Response::Choose { options } => ResponseView::Choose(Choices {
                legend: words::answer_choose(locale).into(),
                choices: options
                    .iter()
                    .enumerate()
                    .map(|(at, option)| Choice {
                        label: option.show.plain(question.locale),
                        drawn: line(&option.show, question.locale),
                        note: fits(option).into(),
                        chosen: option.value == answer,
                        msg: Msg::Chose(at),
                    })
                    .collect(),
            }),
        },
        hints: hints(practice, locale),
        hint: asking.then(|| hint_button(practice, locale)),
        check: asking.then(|| button(words::check(locale), practice.can_check(), Msg::Submitted)),
        feedback: feedback(session, practice),
        next: (practice.attempts > 0).then(|| button(words::next(locale), true, Msg::NextAsked)),
        others: record_doors::others(session, practice),
        listen: None,
    };
    view.listen = listen(&view, practice, session);
    // Its boxes stand in the answer.
    if let ResponseView::Boxes(_) = view.response {
        view.given = None;
    }
    view
}

/// The line that is to be filled, where the answer fills one.
pub(super) fn given(question: &Question) -> Option<super::Line> {
    match &question.response {
        Response::More(task) => match &**task {
            Task::Fill { line: empty, .. } => Some(line(empty, question.locale)),
            _ => None,
        },
        _ => None,
    }
}

/// An answer made of several choices, or one that is typed.
fn more(practice: &Practice, task: &Task, answer: &str, asking: bool, locale: Locale) -> ResponseView {
    let groups = wide::groups(task, answer);
    if groups.is_empty() {
        if let Some(boxes) = boxes::of(practice, task, (answer, asking), locale) {
            return ResponseView::Boxes(boxes);
        }
        let label = match task {
            Task::Fill { .. } => words::answer_fill(locale),
            Task::Lines(_) => words::answer_lines(locale),
            _ => words::answer_label(locale),
        };
        let mut view = write(practice, answer, asking, Pad::Expression, label, locale);
        match task {
            // The lines that were taken stand on the paper above.
            Task::Lines(_) => view.from = answer.rfind("; ").map_or(0, |at| (at + 2) as u16),
            // So do marks and working.
            Task::Columns(_) => view.to = answer.find(BETWEEN).map_or(u16::MAX, |at| at as u16),
            _ => {}
        }
        return ResponseView::Write(view);
    }
    let own = practice.question.locale;
    let group = |(k, group): (usize, &Group)| GroupView {
        legend: match group.legend.is_empty() {
            true => text::words(words::answer_choose_all(locale)),
            false => line(&group.legend, own),
        },
        several: group.several,
        choices: group
            .choices
            .iter()
            .enumerate()
            .map(|(at, (show, chosen))| Choice {
                label: show.plain(own),
                drawn: line(show, own),
                note: String::new(),
                chosen: *chosen,
                msg: Msg::Placed(k, at),
            })
            .collect(),
    };
    ResponseView::Groups(groups.iter().enumerate().map(group).collect())
}

fn hint_button(practice: &Practice, locale: Locale) -> Button {
    let left = practice.next_hint().is_some();
    button(if left { words::hint(locale) } else { words::hint_none(locale) }, left, Msg::HintAsked)
}

pub(super) fn hints(practice: &Practice, locale: Locale) -> Vec<HintView> {
    let question = &practice.question;
    let opened = |(number, place): (usize, &usize)| {
        let hint = question.hint(*place, &practice.state())?;
        Some(HintView {
            label: words::hint_number(locale, &(number + 1).to_string()),
            text: line(&hint.say, question.locale),
            figure: hint.figure.as_ref().map(|figure| figure::shown(figure, &hint.alt, question.locale)),
        })
    };
    practice.hints.iter().enumerate().filter_map(opened).collect()
}

fn pad(fractions: bool) -> Pad {
    if fractions { Pad::Fraction } else { Pad::Number }
}

/// A typed field with its read-back (L6): the draft as drawn maths, whether or not it is right.
fn write(
    practice: &Practice,
    draft: &str,
    enabled: bool,
    pad: Pad,
    label: &str,
    locale: Locale,
) -> WriteView {
    WriteView {
        label: label.into(),
        draft: draft.into(),
        from: 0,
        to: u16::MAX,
        enabled,
        read_back: read_back(practice, draft, locale),
        keypad: keypad(pad, locale),
        keypad_label: words::answer_keypad(locale).into(),
        drawn: pad != Pad::Number,
    }
}

fn read_back(practice: &Practice, draft: &str, locale: Locale) -> Option<ReadBack> {
    use notation::Why::{Empty, Unfinished};
    match practice.question.read_back(draft) {
        Ok(math) => Some(ReadBack::Maths {
            label: words::read_back(locale).into(),
            node: mathml(&math),
            spoken: speak(&math, locale),
        }),
        // Half a fraction on the way to a whole one is nothing to remark on.
        Err(Advice::Unreadable(problem)) if matches!(problem.why, Empty | Unfinished) => None,
        Err(_) if draft.trim().is_empty() => None,
        Err(problem) => Some(ReadBack::Advice(advice(&problem, locale))),
    }
}

fn feedback(session: &Session, practice: &Practice) -> Option<FeedbackView> {
    let locale = session.locale;
    if let Some(problem) = &practice.advice {
        let (tone, title) = match problem {
            Advice::Taken(_) => (Tone::Right, words::line_title(locale)),
            _ => (Tone::Advice, words::advice_title(locale)),
        };
        let mut view = plain(tone, title, vec![text::words(advice(problem, locale))]);
        // Advice on the last step stands beside the solution, not instead of it.
        if practice.phase == Phase::Worked {
            let solution = worked(practice, locale);
            view = FeedbackView { lines: view.lines, title: view.title, tone: view.tone, ..solution };
        }
        return Some(view);
    }
    match practice.phase {
        Phase::Asking => None,
        Phase::Again => Some(again(practice, locale)),
        Phase::Right => {
            let lines = record_doors::right(session, practice);
            Some(plain(Tone::Right, words::right_title(locale), lines))
        }
        Phase::Worked | Phase::Shown => {
            let mut view = worked(practice, locale);
            view.lines.extend(record_doors::offer(session, practice).map(text::words));
            Some(view)
        }
    }
}

fn plain(tone: Tone, title: &str, lines: Vec<super::Line>) -> FeedbackView {
    FeedbackView {
        tone,
        title: title.into(),
        lines,
        steps: Vec::new(),
        steps_label: String::new(),
        last_step: None,
        last_check: None,
    }
}

pub(super) fn again(practice: &Practice, locale: Locale) -> FeedbackView {
    let question = &practice.question;
    let mine = practice.mine.as_deref().unwrap_or_default();
    let mut lines = vec![line(&question.prompt(mine), question.locale)];
    lines.extend(question.remark(mine).map(|remark| line(&remark, question.locale)));
    lines.push(text::words(words::again_try(locale)));
    plain(Tone::Again, words::again_title(locale), lines)
}

/// After a second miss: what the answer may come from, a first step, and the way through with its last step open.
pub(super) fn worked(practice: &Practice, locale: Locale) -> FeedbackView {
    let question = &practice.question;
    let own = question.locale;
    let solution = question.solution();
    let mut lines = Vec::new();
    let mine = practice.mine.as_deref().unwrap_or_default();
    lines.extend(question.remark(mine).map(|remark| line(&remark, own)));
    if let Some(rule) = &practice.named {
        lines.push(line(&question.rule_says(rule, mine), own));
    } else if let Some(hint) =
        question.hint(practice.hints.last().map_or(0, |last| last + 1), &practice.state())
    {
        lines.push(text::words(words::show_hint(locale)));
        lines.push(line(&hint.say, own));
    }
    let done = practice.phase == Phase::Shown;
    let mut steps: Vec<super::Line> = solution.lines.iter().map(|text| line(text, own)).collect();
    if let Some(asked) = solution.asked.as_ref().filter(|_| done)
        && let Some(step) = steps.get_mut(asked.line)
    {
        *step = line(&asked.filled, own);
    }
    if done && solution.asked.is_none() {
        let mut answer = text::words(format!("{} ", words::show_given(locale)));
        answer.extend(line(&question.right(), own));
        steps.push(answer);
    }
    if let Some(asked) = solution.asked.as_ref().filter(|_| done) {
        let right = question.check_last_step(&practice.draft) == crate::content::Score::Right
            && !asked.value.is_empty();
        steps.push(text::words(if right { words::step_right(locale) } else { words::step_wrong(locale) }));
    }
    let open = practice.phase == Phase::Worked;
    FeedbackView {
        tone: Tone::Show,
        title: words::show_title(locale).into(),
        lines,
        steps,
        steps_label: words::show_steps(locale).into(),
        last_step: open
            .then(|| write(practice, &practice.draft, true, Pad::Fraction, words::show_last(locale), locale)),
        last_check: open.then(|| button(words::check(locale), practice.can_check(), Msg::Submitted)),
    }
}

pub(super) fn advice(advice: &Advice, locale: Locale) -> String {
    use notation::Why::{
        DenominatorZero, Empty, Grouping, Missing, MixedDirections, TooDeep, TooLarge, TooLong, TwoNumbers,
        Unclosed, UnexpectedCharacter, Unfinished, UnknownWord, Unopened,
    };
    match advice {
        Advice::Unreadable(problem) => match problem.why {
            Empty => words::advice_empty(locale),
            UnexpectedCharacter(sign) => return words::advice_character(locale, &sign.to_string()),
            DenominatorZero => words::advice_zero(locale),
            Unfinished => words::advice_unfinished(locale),
            TooLarge | TooLong | TooDeep => words::advice_large(locale),
            Grouping => words::advice_grouping(locale),
            TwoNumbers => words::advice_two_numbers(locale),
            Unclosed(bracket) => return words::advice_unclosed(locale, &bracket.to_string()),
            Unopened(bracket) => return words::advice_unopened(locale, &bracket.to_string()),
            Missing => words::advice_missing(locale),
            UnknownWord => words::advice_word(locale),
            MixedDirections => words::advice_directions(locale),
        },
        Advice::OtherForm(FormWanted::Lowest) => words::advice_lowest(locale),
        Advice::OtherForm(FormWanted::Mixed) => words::advice_mixed(locale),
        Advice::OtherForm(FormWanted::Improper) => words::advice_improper(locale),
        Advice::OtherForm(FormWanted::Decimal) => words::advice_decimal(locale),
        Advice::OtherForm(FormWanted::Tested(_)) => words::advice_form(locale),
        Advice::ChooseOne => words::advice_choose(locale),
        Advice::Incomplete => words::advice_incomplete(locale),
        Advice::Said(words) | Advice::Taken(words) => words,
        Advice::Answer(problem) => match problem {
            answer::Advice::Unreadable(problem) => {
                return self::advice(&Advice::Unreadable(*problem), locale);
            }
            answer::Advice::Undefined => words::advice_zero(locale),
            answer::Advice::TooHard => words::advice_large(locale),
            answer::Advice::UnitMissing | answer::Advice::UnitOther => words::advice_unit(locale),
            answer::Advice::Form(_) | answer::Advice::Rounding => words::advice_form(locale),
            answer::Advice::Kind(_) => words::advice_kind(locale),
        },
    }
    .into()
}

pub fn button(label: &str, enabled: bool, msg: Msg) -> Button {
    Button { label: label.into(), enabled, msg }
}
