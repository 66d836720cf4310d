//! One printable page about a learner, on the learner's own device: for the family, for a conference, and the
//! transcript of confirmed skills (O9, T11, T12). Status by the one definition in `learner::status`.

use super::parts::Transcript;
use super::talks::{PlanLines, plan_lines};
use super::when;
use crate::classroom::csv::{self, date};
use crate::learner::{Level, Status};
use crate::tutor::{Msg, Route, Session, select};
use crate::view::practice::{button, skill_name};
use crate::view::{Button, words};

#[derive(Clone, Debug, PartialEq)]
pub struct ReportPage {
    /// What this copy is called; may be empty.
    pub site: String,
    pub title: String,
    /// Whose it is, as the device knows them, and the day.
    pub who: String,
    pub lead: Vec<String>,
    pub sections: Vec<Section>,
    /// Skill, standards, first and last day.
    pub transcript: Transcript,
    /// What the learner, the family and the teacher agree on, to be written by hand.
    pub plan: PlanLines,
    /// The transcript as a file: what the button says, and the file.
    pub save: String,
    pub csv: String,
    pub print: String,
    pub home: Button,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: String,
    pub lines: Vec<String>,
}

/// Skills named in one part of it.
const NAMED: usize = 5;

pub fn page(session: &Session) -> ReportPage {
    let (learner, locale, day) = (&session.learner, session.locale, session.day());
    let name = |id: &str| skill_name(learner, id, locale);
    let all: Vec<(&str, Status)> = learner.statuses(day).collect();
    let mut recent: Vec<&(&str, Status)> = all.iter().filter(|(_, s)| s.level >= Level::Practised).collect();
    recent.sort_by_key(|(_, status)| std::cmp::Reverse(status.shown));
    let open = |(_, status): &&(&str, Status)| status.level < Level::Practised || status.fading;
    let working: Vec<&str> = all.iter().filter(open).map(|(id, _)| *id).collect();
    let taught = learner.map().skills.iter().filter(|skill| !skill.items.is_empty());
    let fresh = |id: &str| learner.status(id, day).is_none();
    let next = taught.filter(|skill| fresh(&skill.id) && select::ready(learner, skill, day));
    let next: Vec<&str> = next.take(3).map(|skill| &*skill.id).collect();
    let talk = working.first().or(next.first()).or(recent.first().map(|(id, _)| id)).map(|id| name(id));
    let list = |ids: &mut dyn Iterator<Item = &str>| ids.take(NAMED).map(name).collect::<Vec<_>>();
    let sections = [
        (words::report_good(locale), list(&mut recent.iter().map(|(id, _)| *id))),
        (words::report_working(locale), list(&mut working.iter().copied())),
        (words::report_next(locale), list(&mut next.iter().copied())),
        (words::report_talk(locale), talk.map(|skill| starters(&skill, locale)).unwrap_or_default()),
    ];
    #[expect(clippy::cast_possible_truncation, reason = "minutes")]
    let minutes = (learner.spent() / 60.0).max(1.0) as i64;
    let confirmed = all.iter().filter(|(_, status)| status.is_confirmed());
    let heads = [
        words::class_table_skill(locale),
        words::class_standards(locale),
        words::report_first(locale),
        words::class_standard_shown(locale),
    ];
    ReportPage {
        site: session.site.name.clone(),
        title: words::report_title(locale).into(),
        who: match learner.profile.nickname.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => format!("{name} · {}", when::dated(day, locale)),
            None => when::dated(day, locale),
        },
        lead: vec![
            words::report_time(
                locale,
                i64::from(learner.days),
                &learner.answers.to_string(),
                &minutes.to_string(),
            ),
            words::report_lead(locale).into(),
        ],
        sections: sections
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(title, lines)| Section { title: title.into(), lines })
            .collect(),
        transcript: Transcript::of(
            &heads,
            confirmed.map(|(id, status)| row(session, id, status)).collect(),
            locale,
        ),
        plan: plan_lines(goal(session), locale),
        save: words::report_save(locale).into(),
        csv: csv(session, &all),
        print: words::class_print(locale).into(),
        home: button(words::done_home(locale), true, Msg::Go(Route::Home)),
    }
}

fn row(session: &Session, id: &str, status: &Status) -> Vec<String> {
    let learner = &session.learner;
    let standards = learner.map().skill(id).map(|skill| skill.standards.join(" ")).unwrap_or_default();
    let first = learner.skill(id).and_then(|state| state.wins.first()).map(|win| date(win.day));
    let last = status.shown.map(date).unwrap_or_default();
    vec![skill_name(learner, id, session.locale), standards, first.unwrap_or_default(), last]
}

/// The learner's own goal, and the day chosen for it.
fn goal(session: &Session) -> String {
    let Some(goal) = &session.learner.goal else { return String::new() };
    let name = skill_name(&session.learner, &goal.skill, session.locale);
    match goal.by {
        Some(by) => format!("{name} ({})", when::dated(by, session.locale)),
        None => name,
    }
}

/// The transcript for a spreadsheet; no name stands in it.
fn csv(session: &Session, all: &[(&str, Status)]) -> String {
    let head = ["skill", "skill_name", "standards", "first_shown", "last_shown"].map(String::from);
    let confirmed = all.iter().filter(|(_, status)| status.is_confirmed());
    let rows = confirmed
        .map(|(id, status)| csv::write(&[&[String::from(*id)][..], &row(session, id, status)[..]].concat()));
    csv::write(&head) + &rows.collect::<String>()
}

/// Questions for the table at home, about one skill.
fn starters(skill: &str, locale: crate::content::Locale) -> Vec<String> {
    vec![
        words::report_ask_show(locale, skill),
        words::report_ask_where(locale).into(),
        words::report_ask_hard(locale).into(),
    ]
}
