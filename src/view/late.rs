//! The pages that a first question does not need. `ui` fetches them after it, so nothing else here may name them.

use super::{
    AboutYou, Apart, CarryPage, Earlier, GalleryPage, Import, Note, Notice, Page, Shell, about_you, app,
    aside, earlier, home, hosted, lesson, map, notes, progress, proof::PrivacyPage, settings, skill,
};
use crate::content::Locale;
use crate::learner::Learner;
use crate::tutor::{Route, Session, Stage};

/// How they are filled. Nothing else may name these functions.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    pub page: fn(&Session, &Shell) -> Page,
    /// The part of the practice page that comes after some answers.
    pub about_you: fn(&Learner, Locale) -> Apart<AboutYou>,
    pub earlier: fn(&Session) -> Option<Apart<Earlier>>,
    /// These notes, and what stands around them.
    pub notices: fn(&Session, &Shell, Vec<Notice>) -> Vec<Notice>,
    /// Taking the record along; in a part of its own.
    pub carry: Option<fn(&Session, &Shell) -> CarryPage>,
    /// A note at this place among the others.
    pub note: fn(&Note, usize, Locale) -> Notice,
}

impl Late {
    pub fn here() -> Self {
        Self {
            page: late_page,
            about_you: |learner, locale| about_you::about_you(learner, locale).into(),
            earlier: |session| earlier::earlier(session).map(Apart::from),
            notices: around,
            carry: None,
            note: notes::notice,
        }
    }
}

/// Before the notes: that what the host has set cannot be used, and that nothing is kept. After them what is in a file that
/// was opened, or what came of it; on its own pages that stands elsewhere.
fn around(session: &Session, shell: &Shell, notes: Vec<Notice>) -> Vec<Notice> {
    let locale = session.locale;
    let mut all: Vec<Notice> = hosted::notice(session).into_iter().collect();
    all.extend(session.is_private().then(|| notes::private(locale)));
    all.extend(notes);
    if !matches!(session.route, Route::Settings | Route::Carry) && shell.import != Import::Idle {
        all.extend(settings::file(&shell.import, locale));
    }
    all
}

impl Late {
    /// The page at which the session is.
    pub fn at(&self, session: &Session, shell: &Shell) -> Page {
        match self.carry.filter(|_| session.route == Route::Carry) {
            Some(carry) => Page::Carry(carry(session, shell).into()),
            None => (self.page)(session, shell),
        }
    }
}

/// Where the later pages are.
#[derive(Clone, Copy, Debug, Default)]
pub enum Later {
    #[default]
    Coming,
    /// They could not be fetched.
    Missing,
    Here(Late),
}

impl Later {
    pub fn here(self) -> Option<Late> {
        if let Later::Here(late) = self { Some(late) } else { None }
    }
}

/// Whether the session is at one of them.
pub fn is_late(session: &Session) -> bool {
    match session.route {
        Route::Settings
        | Route::Learners
        | Route::Carry
        | Route::Gallery
        | Route::Privacy
        | Route::Lesson { .. } => true,
        Route::Home | Route::Progress | Route::Map | Route::Skill(_) => {
            matches!(session.stage, Stage::Grade | Stage::Under | Stage::Resting)
        }
        Route::Practice => session.stage == Stage::Resting || session.aside.is_some(),
        Route::Question { .. } | Route::Room(_) | Route::Unknown(_) => false,
    }
}

fn late_page(session: &Session, shell: &Shell) -> Page {
    match (&session.route, session.stage) {
        (Route::Carry, _) => Page::Waiting(super::words::waiting(session.locale).into()),
        (Route::Settings, _) => Page::Settings(settings::settings(session, shell).into()),
        (Route::Gallery, _) => Page::Gallery(GalleryPage::of(session.locale).into()),
        (Route::Privacy, _) => Page::Privacy(PrivacyPage::of(session, shell).into()),
        (Route::Learners, _) => Page::Learners(settings::learners(shell, session.locale).into()),
        (Route::Lesson { skill, .. }, _) => a_lesson(session, shell, skill),
        (_, Stage::Resting) => Page::Done(home::done(session, shell).into()),
        (_, Stage::Grade) => Page::Grade(home::grade(session.locale).into()),
        (Route::Progress, _) => Page::Progress(progress::progress(session).into()),
        (Route::Map, _) => Page::Map(map::map(session).into()),
        (Route::Skill(id), _) => skill::page(session, id),
        (Route::Practice, _) => aside::page(session),
        _ => Page::Home(home::home(session).into()),
    }
}

fn a_lesson(session: &Session, shell: &Shell, skill: &str) -> Page {
    match &session.lesson {
        Some(desk) if desk.skill == skill => Page::Lesson(lesson::page(session, desk).into()),
        _ => app::no_lesson(session, shell, skill),
    }
}

/// Whether something is to be told whose words come with the later pages.
pub fn has_late_words(shell: &Shell) -> bool {
    let is_late = |note: &Note| !matches!(note, Note::NotSaved(_) | Note::Insecure);
    shell.import != Import::Idle || shell.notes.iter().any(is_late)
}
