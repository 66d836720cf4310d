//! Conference sheets (T11): for each student one page that says where they stand, by the one definition of status, and
//! a learning plan to be filled in by hand. What helps a student learn is written by people; no ticket knows it.

use crate::classroom::csv::date;
use crate::classroom::report::Mark;
use crate::classroom::{Desk, Student, paper};
use crate::exchange::code::Places;
use crate::exchange::sheet::Sheet;
use crate::learner::Status;
use crate::view::classroom::class::who;
use crate::view::classroom::{Section, Transcript, sheets, when};
use crate::view::words;

#[derive(Clone, Debug, PartialEq)]
pub struct TalksPage {
    pub title: String,
    pub lead: String,
    pub for_label: String,
    /// Everybody, or one student; which is chosen.
    pub options: Vec<(String, bool)>,
    pub talks: Vec<Talk>,
    pub print: String,
    pub back: String,
}

/// The page of one student.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// What this copy is called; may be empty.
    pub site: String,
    pub title: String,
    pub who: String,
    pub about: Vec<String>,
    pub sections: Vec<Section>,
    /// Skill, standards, last day shown.
    pub transcript: Transcript,
    pub plan: PlanLines,
}

/// The learning plan: what is agreed on, written by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLines {
    pub title: String,
    /// Words with room to write behind them.
    pub lines: Vec<String>,
    pub signs: Vec<String>,
}

/// Skills named in one part.
const NAMED: usize = 6;

pub fn page(desk: &Desk, only: Option<usize>) -> TalksPage {
    let locale = desk.locale;
    let students = desk.students.iter().enumerate();
    let chosen = students.clone().filter(|(place, _)| only.is_none_or(|only| only == *place));
    let all = std::iter::once((words::paper_for_all(locale).to_string(), only.is_none()));
    TalksPage {
        title: words::talk_title(locale).into(),
        lead: words::talk_lead(locale).into(),
        for_label: words::paper_for(locale).into(),
        options: all
            .chain(students.map(|(place, student)| (who(desk, student.id), only == Some(place))))
            .collect(),
        talks: chosen.map(|(_, student)| talk(desk, student)).collect(),
        print: words::paper_print(locale).into(),
        back: words::paper_back(locale).into(),
    }
}

pub fn talk(desk: &Desk, student: &Student) -> Talk {
    let (locale, map) = (desk.locale, &desk.map);
    let name = |place: usize| map.skills[place].name_in(locale).to_string();
    let dated = |(place, status): (&usize, &Status)| match status.practised {
        Some(day) => format!("{} ({})", name(*place), when::on(day, student.as_of, locale)),
        None => name(*place),
    };
    let of = |marks: &[Mark]| -> Vec<String> {
        let mut all: Vec<(&usize, &Status)> =
            student.skills.iter().filter(|(_, status)| marks.contains(&Mark::of(Some(status)))).collect();
        all.sort_by_key(|(place, status)| (std::cmp::Reverse(status.practised), **place));
        all.into_iter().take(NAMED).map(dated).collect()
    };
    let next = paper::next_of_student(student, map);
    let next = next.into_iter().filter(|place| !student.skills.contains_key(place));
    let places = Places::here();
    let on_paper = desk.class().paper.iter().filter_map(|marked| {
        let sheet = Sheet::read(&marked.sheet, &places).ok()?;
        (sheet.number.is_some() && sheet.number == student.number())
            .then(|| sheets::note(&sheet, marked, map, locale))
    });
    let sections = [
        (words::report_good(locale), of(&[Mark::Practised])),
        (words::report_working(locale), of(&[Mark::Started, Mark::Stuck])),
        (words::class_mark_refresh(locale), of(&[Mark::Refresh])),
        (words::report_next(locale), next.take(3).map(name).collect()),
        (words::talk_paper(locale), on_paper.collect()),
    ];
    let confirmed = student.skills.iter().filter(|(_, status)| status.is_confirmed());
    let row = |(place, status): (&usize, &Status)| {
        let shown = status.shown.map(date).unwrap_or_default();
        vec![name(*place), map.skills[*place].standards.join(" "), shown]
    };
    let heads = [
        words::class_table_skill(locale),
        words::class_standards(locale),
        words::class_standard_shown(locale),
    ];
    Talk {
        site: desk.site.name.clone(),
        title: words::talk_title_one(locale).into(),
        who: format!(
            "{} · {}",
            who(desk, student.id),
            words::class_as_of(locale, &when::dated(student.as_of, locale))
        ),
        about: vec![
            words::report_time(
                locale,
                i64::from(student.days),
                &student.answers.to_string(),
                &student.minutes.to_string(),
            ),
            words::talk_ticket(locale).into(),
        ],
        sections: sections
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(title, lines)| Section { title: title.into(), lines })
            .collect(),
        transcript: Transcript::of(&heads, confirmed.map(row).collect(), locale),
        plan: plan_lines(String::new(), locale),
    }
}

/// The learning plan, with a goal that is known already.
pub fn plan_lines(goal: String, locale: crate::content::Locale) -> PlanLines {
    PlanLines {
        title: words::talk_plan(locale).into(),
        lines: vec![
            [words::talk_plan_goal(locale), " ", &*goal].concat(),
            words::talk_plan_steps(locale).into(),
            words::talk_plan_supports(locale).into(),
            words::talk_plan_who(locale).into(),
            words::talk_plan_look(locale).into(),
        ],
        signs: [words::talk_sign_student, words::talk_sign_family, words::talk_sign_teacher]
            .map(|sign| sign(locale).to_string())
            .into(),
    }
}
