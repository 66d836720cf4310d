//! Practice sheets for paper, at home or for a class: what can be chosen, the sheets as they are printed, and the place
//! where what was right is typed back in.

use super::when;
use crate::classroom::class::StudentId;
use crate::classroom::paper::{self, About, Answers, PaperMsg, Papers, Size, Taker};
use crate::content::site::Site;
use crate::content::{Locale, Map, Question, Response};
use crate::exchange::code::Slip;
use crate::exchange::sheet::Sheet;
use crate::learner::Marked;
use crate::num::Day;
use crate::tutor::Session;
use crate::view::figure::{self, FigureView};
use crate::view::text::line;
use crate::view::{Line, home, words};
use std::rc::Rc;

/// What the page begins with, at home or for a class.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPaper {
    pub map: Rc<Map>,
    pub locale: Locale,
    /// What this copy is called.
    pub site: Rc<Site>,
    pub day: Day,
    pub takers: Rc<Vec<Taker>>,
    pub unit: Vec<usize>,
    pub marked: Rc<Vec<Marked>>,
}

pub fn own(session: &Session) -> OwnPaper {
    let (learner, day) = (&session.learner, session.day());
    let map = learner.map().clone();
    let place = |id: &String| map.skills.iter().position(|skill| skill.id == *id);
    OwnPaper {
        locale: session.locale,
        site: session.site.clone(),
        day,
        takers: Rc::new(vec![Taker { id: None, name: String::new(), next: paper::next_of(learner, day) }]),
        unit: learner.plan.unit.iter().filter_map(place).collect(),
        marked: Rc::new(learner.paper.clone()),
        map,
    }
}

/// The page without the sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetsPage {
    pub title: String,
    pub lead: String,
    pub choices: Vec<PaperChoice>,
    pub anew: String,
    pub print: String,
    pub back: String,
    /// While questions are fetched, or when they cannot be; when nobody gets a sheet.
    pub said: String,
    pub marks: MarksView,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperChoice {
    pub label: String,
    pub hook: &'static str,
    pub options: Vec<(String, PaperMsg, bool)>,
}

/// Every sheet, ready to be printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// `letter` or `a4`.
    pub size: &'static str,
    pub lang: &'static str,
    pub sheets: Vec<SheetView>,
    /// The answers of all, where they are not at the foot of each.
    pub key: Option<KeyView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    pub id: String,
    pub id_label: String,
    /// What this copy is called; may be empty.
    pub site: String,
    /// "Number 7", or nothing.
    pub who: String,
    /// "Name: Ana", or a line to write on.
    pub name: String,
    /// The name is written by hand.
    pub blank: bool,
    pub date: String,
    pub skills: String,
    pub questions: Vec<PaperQuestion>,
    /// Words for the line along which the answers are folded back, and the answers; none where they stand elsewhere.
    pub foot: Option<(String, Vec<(String, Line)>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PaperQuestion {
    /// "1.".
    pub number: String,
    pub ask: Line,
    pub figure: Option<FigureView>,
    /// Letters and what they stand for; empty where the answer is written.
    pub options: Vec<(String, Line)>,
    /// What stands before the line to write on.
    pub answer: String,
}

/// A question's number and its answer.
pub type Solved = (String, Line);

#[derive(Clone, Debug, PartialEq)]
pub struct KeyView {
    pub title: String,
    /// Whose sheet, and its answers.
    pub rows: Vec<(String, Vec<Solved>)>,
}

/// Where what was right is typed in.
#[derive(Clone, Debug, PartialEq)]
pub struct MarksView {
    pub title: String,
    pub text: String,
    pub label: String,
    pub note: String,
    pub go: String,
    /// Why what was typed is no id.
    pub slip: String,
    pub found: Option<FoundSheet>,
    pub kept: String,
    pub list_title: String,
    pub list: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FoundSheet {
    pub title: String,
    pub skills: String,
    pub how: String,
    /// "Question 1 was right", its number, and whether it is ticked.
    pub ticks: Vec<(String, u8, bool)>,
    pub keep: String,
}

pub fn page(papers: &Papers, marked: &[Marked], at_home: bool) -> SheetsPage {
    let locale = papers.locale;
    SheetsPage {
        title: words::paper_title(locale).into(),
        lead: if at_home { words::paper_lead(locale) } else { words::paper_lead_class(locale) }.into(),
        choices: choices(papers, at_home),
        anew: words::paper_anew(locale).into(),
        print: words::paper_print(locale).into(),
        back: if at_home { words::done_home(locale) } else { words::paper_back(locale) }.into(),
        said: match () {
            () if papers.missing => words::paper_missing(locale),
            () if papers.sheets().is_empty() => words::paper_nobody(locale),
            () if !papers.wanted().is_empty() => words::paper_waiting(locale),
            () => "",
        }
        .into(),
        marks: marks(papers, marked),
    }
}

fn choices(papers: &Papers, at_home: bool) -> Vec<PaperChoice> {
    let locale = papers.locale;
    let about = |label: &str, about| (label.to_string(), PaperMsg::About(about), papers.about == about);
    let mut abouts = vec![about(
        if at_home { words::paper_about_own(locale) } else { words::paper_about_each(locale) },
        About::Own,
    )];
    if !papers.unit.is_empty() {
        abouts.push(about(words::paper_about_unit(locale), About::Unit));
    }
    let taught = papers.map.skills.iter().enumerate().filter(|(_, skill)| !skill.items.is_empty());
    abouts.extend(taught.map(|(place, skill)| about(skill.name_in(locale), About::Skill(place))));
    let mut all =
        vec![PaperChoice { label: words::paper_about(locale).into(), hook: "about", options: abouts }];
    if !at_home {
        let one = |only, label: String| (label, PaperMsg::Only(only), papers.only == only);
        let takers = papers.takers.iter().enumerate();
        let takers = takers.map(|(place, taker)| one(Some(place), called(taker, locale)));
        all.push(PaperChoice {
            label: words::paper_for(locale).into(),
            hook: "for",
            options: std::iter::once(one(None, words::paper_for_all(locale).into())).chain(takers).collect(),
        });
    }
    let many = |many: u8| (many.to_string(), PaperMsg::Questions(many), papers.questions == many);
    let size = |size, label: &str| (label.to_string(), PaperMsg::Size(size), papers.size == size);
    let answers = |at, label: &str| (label.to_string(), PaperMsg::Answers(at), papers.answers == at);
    let tongue = |tongue, label: &str| (label.to_string(), PaperMsg::Tongue(tongue), papers.tongue == tongue);
    all.extend([
        PaperChoice {
            label: words::paper_many(locale).into(),
            hook: "many",
            options: paper::sizes().map(many).collect(),
        },
        PaperChoice {
            label: words::paper_tongue(locale).into(),
            hook: "tongue",
            options: vec![tongue(Locale::En, "English"), tongue(Locale::Es, "Español")],
        },
        PaperChoice {
            label: words::paper_answers(locale).into(),
            hook: "answers",
            options: vec![
                answers(Answers::Foot, words::paper_answers_foot(locale)),
                answers(Answers::LastPage, words::paper_answers_last(locale)),
            ],
        },
        PaperChoice {
            label: words::paper_size(locale).into(),
            hook: "size",
            options: vec![
                size(Size::Letter, words::paper_size_letter(locale)),
                size(Size::A4, words::paper_size_a4(locale)),
            ],
        },
    ]);
    all
}

/// A name of the roster, or a number.
fn called(taker: &Taker, locale: Locale) -> String {
    let number = number(taker, locale);
    match (taker.name.is_empty(), number.is_empty()) {
        (true, _) => number,
        (false, true) => taker.name.clone(),
        (false, false) => format!("{} · {}", taker.name, number),
    }
}

fn number(taker: &Taker, locale: Locale) -> String {
    match taker.id {
        Some(StudentId::Number(number)) => words::class_number(locale, &number.to_string()),
        Some(StudentId::Key(key)) => words::class_no_number(locale, &format!("{:04}", key % 10_000)),
        None => String::new(),
    }
}

/// The sheets themselves; they change with the choices alone.
pub fn printed(papers: &Papers) -> Printed {
    let locale = papers.tongue;
    let ready = papers.wanted().is_empty();
    let drawn: Vec<(&Taker, Sheet, Vec<Question>)> = papers
        .sheets()
        .into_iter()
        .filter(|_| ready)
        .map(|(taker, sheet)| {
            let questions = papers.questions(&sheet);
            (taker, sheet, questions)
        })
        .filter(|(_, _, questions)| !questions.is_empty())
        .collect();
    let key = (papers.answers == Answers::LastPage && !drawn.is_empty()).then(|| KeyView {
        title: words::paper_key(locale).into(),
        rows: drawn
            .iter()
            .map(|(taker, sheet, questions)| {
                let who = [called(taker, locale), papers.id_of(sheet)];
                let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
                (who.join(" · "), solved(questions))
            })
            .collect(),
    });
    Printed {
        size: if papers.size == Size::A4 { "a4" } else { "letter" },
        lang: locale.code(),
        sheets: drawn.iter().map(|(taker, sheet, questions)| view(papers, taker, sheet, questions)).collect(),
        key,
    }
}

fn view(papers: &Papers, taker: &Taker, sheet: &Sheet, questions: &[Question]) -> SheetView {
    let locale = papers.tongue;
    let foot = || (words::paper_fold(locale).to_string(), solved(questions));
    SheetView {
        id: papers.id_of(sheet),
        id_label: words::paper_id(locale).into(),
        site: papers.site.clone(),
        who: number(taker, locale),
        name: [words::paper_name(locale), " ", &*taker.name].concat(),
        blank: taker.name.is_empty(),
        date: words::paper_date(locale).into(),
        skills: names(papers, sheet, locale),
        questions: questions.iter().enumerate().map(|(at, question)| asked(at, question, locale)).collect(),
        foot: (papers.answers == Answers::Foot).then(foot),
    }
}

fn names(papers: &Papers, sheet: &Sheet, locale: Locale) -> String {
    let name = |id: &String| {
        papers.map.skill(id).map_or_else(|| id.clone(), |skill| skill.name_in(locale).to_string())
    };
    sheet.skills.iter().map(name).collect::<Vec<_>>().join(" · ")
}

fn asked(at: usize, question: &Question, locale: Locale) -> PaperQuestion {
    let own = question.locale;
    let options = match &question.response {
        Response::Choose { options } => {
            options.iter().enumerate().map(|(at, option)| (letter(at), line(&option.show, own))).collect()
        }
        _ => Vec::new(),
    };
    PaperQuestion {
        number: format!("{}.", at + 1),
        ask: line(&question.ask, own),
        figure: question.figure.as_ref().map(|drawn| figure::shown(drawn, &question.alt, own)),
        answer: if options.is_empty() { words::paper_answer(locale).into() } else { String::new() },
        options,
    }
}

fn letter(at: usize) -> String {
    char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()).to_string()
}

/// The answers, by number; of a choice its letter too.
fn solved(questions: &[Question]) -> Vec<(String, Line)> {
    let one = |(at, question): (usize, &Question)| {
        let mut right = line(&question.right(), question.locale);
        if let Response::Choose { options } = &question.response {
            let value = question.right_value();
            if let Some(at) = options.iter().position(|option| option.value == value) {
                right = crate::view::text::words(letter(at));
            }
        }
        (format!("{}.", at + 1), right)
    };
    questions.iter().enumerate().map(one).collect()
}

fn marks(papers: &Papers, marked: &[Marked]) -> MarksView {
    let locale = papers.locale;
    let found = papers.marking.as_ref().and_then(|found| found.as_ref().ok()).map(|sheet| FoundSheet {
        title: match sheet.number {
            Some(number) => words::class_number(locale, &number.to_string()),
            None => words::paper_found(locale).into(),
        },
        skills: names(papers, sheet, locale),
        how: words::paper_tick(locale).into(),
        ticks: (1..=sheet.questions)
            .map(|mark| {
                (words::paper_tick_one(locale, &mark.to_string()), mark, papers.ticked.contains(&mark))
            })
            .collect(),
        keep: words::paper_keep(locale).into(),
    });
    let slip = match &papers.marking {
        Some(Err(Slip::Newer)) => words::paper_slip_newer(locale),
        Some(Err(_)) => words::paper_slip(locale),
        _ => "",
    };
    MarksView {
        title: words::paper_marks(locale).into(),
        text: words::paper_marks_text(locale).into(),
        label: words::paper_marks_id(locale).into(),
        note: words::paper_marks_note(locale).into(),
        go: words::paper_marks_go(locale).into(),
        slip: slip.into(),
        found,
        kept: papers.kept.as_ref().map(|id| words::paper_kept(locale, id)).unwrap_or_default(),
        list_title: words::paper_list(locale).into(),
        list: marked.iter().rev().filter_map(|marked| said(papers, marked)).collect(),
    }
}

/// "2026-11-26, Number 7: Add like fractions 3 of 4, ...".
fn said(papers: &Papers, marked: &Marked) -> Option<String> {
    let sheet = papers.sheet(&marked.sheet).ok()?;
    Some(note(&sheet, marked, &papers.map, papers.locale))
}

/// What was right on one sheet, in words.
pub fn note(sheet: &Sheet, marked: &Marked, map: &Map, locale: Locale) -> String {
    let name =
        |id: &str| map.skill(id).map_or_else(|| id.to_string(), |skill| skill.name_in(locale).to_string());
    let tally = Papers::tally(sheet, &marked.marks);
    let parts = tally
        .iter()
        .map(|(id, right, all)| words::paper_tally(locale, home::count(*right), &name(id), &all.to_string()));
    let parts = parts.collect::<Vec<_>>().join("; ");
    match sheet.number {
        Some(number) => {
            format!(
                "{} · {}: {parts}",
                when::dated(marked.day, locale),
                words::class_number(locale, &number.to_string())
            )
        }
        None => format!("{}: {parts}", when::dated(marked.day, locale)),
    }
}
