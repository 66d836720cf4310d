//! The page of a lesson: one step at a time, on the path the learner likes best.

use super::entry::{Pad, keypad};
use super::practice::{advice, button, given, question, skill_name};
use super::text::{self, line};
use super::{
    Button, Choice, Choices, FilledView, LessonCard, LessonPage, ReadBack, Said, Tone, WhyView, WorkedView,
    WriteView, figure, words,
};
use crate::content::{Locale, Question, Response};
use crate::notation::{entry, mathml, speak};
use crate::tutor::lesson::{BoxSaid, Desk, Doing, Faded, Move, Part, Worked};
use crate::tutor::{Msg, Practice, Route, Session, Stage};

pub fn page(session: &Session, desk: &Desk) -> LessonPage {
    let locale = session.locale;
    let part = desk.part();
    let number = |place: usize| (place + 1).to_string();
    LessonPage {
        title: words::lesson_title(locale, &skill_name(&session.learner, &desk.skill, locale)),
        place: words::lesson_place(locale, &number(desk.at), &desk.steps.len().to_string()),
        lang: desk.locale.code(),
        heading: part.map_or("", |part| heading(part, locale)).into(),
        paths: paths(desk, locale),
        card: part.map(|part| card(session, desk, part)),
        back: (desk.at > 0)
            .then(|| button(words::lesson_back(locale), true, Msg::Lesson(Move::To(desk.at - 1)))),
        on: on(session, desk),
        done: part.is_some_and(|part| part.doing.is_done()),
        leave: leave(session),
        note: words::lesson_note(locale).into(),
    }
}

fn heading(part: &Part, locale: Locale) -> &'static str {
    match &part.doing {
        Doing::Explain { .. } => words::lesson_idea(locale),
        Doing::Worked(_) => words::lesson_worked(locale),
        Doing::Faded(_) => words::lesson_faded(locale),
        Doing::Asked(_) if part.mistake => words::lesson_mistake(locale),
        Doing::Asked(_) => words::lesson_try(locale),
    }
}

/// The paths to the idea of this step; nothing where there is one.
fn paths(desk: &Desk, locale: Locale) -> Option<Choices> {
    let step = desk.steps.get(desk.at).filter(|step| step.len() > 1)?;
    let choice = |(place, part): (usize, &usize)| {
        let path = desk.parts.get(*part).and_then(|part| part.path.as_deref());
        let named = path.map_or_else(
            || words::lesson_way(locale, &(place + 1).to_string()),
            |path| path_name(path, locale).into(),
        );
        Choice::words(named, place == desk.shown(), Msg::Lesson(Move::Path(place)))
    };
    let choices = step.iter().enumerate().map(choice).collect();
    Some(Choices { legend: words::lesson_paths(locale).into(), choices })
}

fn path_name(path: &str, locale: Locale) -> &'static str {
    match path {
        "picture" => words::lesson_picture(locale),
        "symbols" => words::lesson_symbols(locale),
        "story" => words::lesson_story(locale),
        "table" => words::lesson_table(locale),
        "graph" => words::lesson_graph(locale),
        _ => words::lesson_words(locale),
    }
}

fn card(session: &Session, desk: &Desk, part: &Part) -> LessonCard {
    let (locale, own) = (session.locale, desk.locale);
    match &part.doing {
        Doing::Explain { text, figure, alt } => LessonCard::Idea {
            text: line(text, own),
            figure: figure.as_ref().map(|figure| figure::shown(figure, alt, own)),
        },
        Doing::Worked(worked) => LessonCard::Worked(worked_view(worked, locale)),
        Doing::Faded(faded) => LessonCard::Faded(faded_view(faded, locale)),
        Doing::Asked(practice) => LessonCard::Question(Box::new(asked(session, practice))),
    }
}

fn asked(session: &Session, practice: &Practice) -> super::QuestionView {
    // What the page of a shared question says of itself is not said here, and the way on is the lesson's own.
    super::QuestionView {
        beside: None,
        reason: String::new(),
        next: None,
        others: Vec::new(),
        ..question(session, practice)
    }
}

fn figure_of(question: &Question) -> Option<super::FigureView> {
    let figure = question.figure.as_ref()?;
    Some(figure::entered(figure, &question.alt, &question.right_value(), false, question.locale))
}

/// The line to be filled, or the options: they belong to what is asked.
pub(super) fn given_of(question: &Question) -> Vec<super::Line> {
    match &question.response {
        Response::Choose { options } => {
            options.iter().map(|option| line(&option.show, question.locale)).collect()
        }
        _ => given(question).into_iter().collect(),
    }
}

fn worked_view(worked: &Worked, locale: Locale) -> WorkedView {
    let (question, own) = (&worked.question, worked.question.locale);
    let more = || button(words::lesson_more(locale), true, Msg::Lesson(Move::More));
    WorkedView {
        ask: line(&question.ask, own),
        given: given_of(question),
        figure: figure_of(question),
        lines: worked.lines.iter().take(worked.seen).map(|text| line(text, own)).collect(),
        more: (!worked.all_seen()).then(more),
        why: why_view(worked, locale),
    }
}

/// "Why this step?", once every line is there.
pub(super) fn why_view(worked: &Worked, locale: Locale) -> Option<WhyView> {
    let own = worked.question.locale;
    worked.why.as_ref().filter(|_| worked.all_seen()).map(|why| {
        let last = worked.chosen.last();
        let choice = |(place, text): (usize, &crate::content::Text)| Choice {
            label: text.plain(own),
            drawn: line(text, own),
            note: String::new(),
            chosen: last == Some(&place),
            msg: Msg::Lesson(Move::Why(place)),
        };
        WhyView {
            legend: line(&why.ask, own),
            choices: why.options.iter().enumerate().map(choice).collect(),
            open: !worked.explained(),
            said: last.map(|place| {
                if *place == why.right {
                    return said(Tone::Right, words::lesson_why_right(locale));
                }
                if !worked.explained() {
                    return said(Tone::Again, words::lesson_why_again(locale));
                }
                let mut told = text::words(format!("{} ", words::lesson_why_told(locale)));
                told.extend(why.options.get(why.right).map(|text| line(text, own)).unwrap_or_default());
                Said { tone: Tone::Show, line: told }
            }),
        }
    })
}

fn said(tone: Tone, sentence: &str) -> Said {
    Said { tone, line: text::words(sentence) }
}

fn faded_view(faded: &Faded, locale: Locale) -> FilledView {
    let (question, own) = (&faded.question, faded.question.locale);
    let number = (faded.filled + 1).to_string();
    let label = match faded.boxes.len() {
        1 => words::lesson_box_one(locale).to_string(),
        count => words::lesson_box(locale, &number, &count.to_string()),
    };
    let field = || WriteView {
        label,
        draft: faded.draft.clone(),
        from: 0,
        to: u16::MAX,
        enabled: true,
        read_back: read_back(question, &faded.draft, locale),
        keypad: keypad(Pad::Fraction, locale),
        keypad_label: words::answer_keypad(locale).into(),
        drawn: true,
    };
    FilledView {
        ask: line(&question.ask, own),
        given: given_of(question),
        figure: question.figure.as_ref().map(|figure| figure::shown(figure, &question.alt, own)),
        lines: faded.lines.iter().map(|text| line(text, own)).collect(),
        field: faded.open().is_some().then(field),
        check: faded
            .open()
            .map(|_| button(words::check(locale), !faded.draft.trim().is_empty(), Msg::Submitted)),
        said: faded.said.as_ref().map(|one| match one {
            BoxSaid::Fits => said(Tone::Right, words::lesson_box_right(locale)),
            BoxSaid::NotYet => said(Tone::Again, words::lesson_box_again(locale)),
            BoxSaid::FilledIn => said(Tone::Show, words::lesson_box_told(locale)),
            BoxSaid::Advice(problem) => said(Tone::Advice, &advice(problem, locale)),
        }),
    }
}

/// The draft as drawn maths, whether or not it fits.
fn read_back(question: &Question, draft: &str, locale: Locale) -> Option<ReadBack> {
    let written = entry::read(draft, question.locale.decimal_mark()).ok();
    let math = written.map(|written| written.math())?;
    Some(ReadBack::Maths {
        label: words::read_back(locale).into(),
        node: mathml(&math),
        spoken: speak(&math, locale),
    })
}

/// The way on: to the next step, and from the last one to practice.
fn on(session: &Session, desk: &Desk) -> Button {
    let locale = session.locale;
    if let Some(Doing::Asked(practice)) = desk.part().map(|part| &part.doing)
        && !practice.open()
        && practice.next_step(0).is_some()
    {
        return button(words::next(locale), true, Msg::NextAsked);
    }
    match desk.is_last() {
        false => button(words::lesson_on(locale), true, Msg::Lesson(Move::To(desk.at + 1))),
        true if begun(session) => {
            button(words::lesson_practise(locale), true, Msg::Practise(Some(desk.skill.clone())))
        }
        true => button(words::trouble_home(locale), true, Msg::Go(Route::Home)),
    }
}

fn leave(session: &Session) -> Option<Button> {
    let back = || button(words::lesson_leave(session.locale), true, Msg::Practise(None));
    begun(session).then(back)
}

fn begun(session: &Session) -> bool {
    matches!(session.stage, Stage::Under | Stage::Resting)
}
