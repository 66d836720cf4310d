//! What a class needs, as plain values: on the learner's side joining and handing in, on the teacher's the class.

pub mod cards;
pub mod class;
pub mod correct;
pub mod early;
mod hand_in;
pub mod parts;
pub mod plan;
pub mod project;
mod report;
pub mod sheets;
mod table;
pub mod talks;
pub mod week;
mod when;

pub use class::{ClassPage, class_page};
pub use hand_in::{Copied, CopyView, HandInPage, JoinPage};
pub use parts::*;
pub use plan::PlanPage;
pub use report::{ReportPage, Section};
pub use sheets::OwnPaper;
pub use week::{WeekPage, week_with};

use super::{Page, hosted, words};
use crate::content::site::Site;
use crate::content::{Locale, Map};
use crate::tutor::Session;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub enum RoomPage {
    HandIn(HandInPage),
    Join(JoinPage),
    Plan(Box<PlanPage>),
    Report(ReportPage),
    Week(WeekPage),
    /// Practice on paper at home has choices of its own.
    Paper(OwnPaper),
    /// One question for a whole room, which lives by itself too; none where the course has not got it.
    Project(Rc<Map>, Locale, Option<project::Asked>),
    /// The teacher's desk has a life of its own: it is drawn from these.
    Class(Rc<Map>, Locale, Rc<Site>),
}

pub fn page(session: &Session, path: &str) -> Page {
    if hosted::is_off(session, path) {
        return hosted::left_out(session.locale);
    }
    let page = match path.split('/').next() {
        Some("class") => RoomPage::Class(session.learner.map().clone(), session.locale, session.site.clone()),
        Some("join") => RoomPage::Join(hand_in::join(session, path)),
        Some("unit") => RoomPage::Plan(plan::page(session, path).into()),
        Some("report") => RoomPage::Report(report::page(session)),
        Some("week") => RoomPage::Week(week::page(session)),
        Some("paper") => RoomPage::Paper(sheets::own(session)),
        Some("project") => {
            let map = session.learner.map().clone();
            let asked = project::Asked::read(path, &map);
            RoomPage::Project(map, session.locale, asked)
        }
        _ => RoomPage::HandIn(hand_in::page(session)),
    };
    Page::Room(page.into())
}

/// Said of a file that a passphrase does not open.
pub fn wrong_passphrase(file: &str, locale: Locale) -> String {
    words::class_unlock_wrong(locale, file)
}

pub fn title(path: &str, locale: Locale) -> &'static str {
    match path.split('/').next() {
        Some("class") => words::title_class(locale),
        Some("unit") => words::unit_title(locale),
        Some("report") => words::report_title(locale),
        Some("week") => words::week_title(locale),
        Some("paper") => words::paper_title(locale),
        Some("project") => words::title_question(locale),
        _ => words::title_hand_in(locale),
    }
}
