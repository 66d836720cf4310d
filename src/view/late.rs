//! The pages that a first question does not need. `ui` fetches them after it, so nothing else here may name them.

use super::{GalleryPage, Page, Shell, home, progress, settings};
use crate::tutor::{Route, Session, Stage};

/// Where the later pages are.
#[derive(Clone, Copy, Debug, Default)]
pub enum Later {
    #[default]
    Coming,
    /// They could not be fetched.
    Missing,
    /// How a page is filled: `late_page`.
    Here(fn(&Session, &Shell) -> Page),
}

/// Whether the session is at one of them.
pub fn is_late(session: &Session) -> bool {
    match session.route {
        Route::Settings | Route::Learners | Route::Gallery => true,
        Route::Home | Route::Progress => {
            matches!(session.stage, Stage::Grade | Stage::Under | Stage::Resting)
        }
        Route::Practice => session.stage == Stage::Resting,
        Route::Question { .. } | Route::Unknown(_) => false,
    }
}

pub fn late_page(session: &Session, shell: &Shell) -> Page {
    match (&session.route, session.stage) {
        (Route::Settings, _) => Page::Settings(settings::settings(session, shell)),
        (Route::Gallery, _) => Page::Gallery(GalleryPage::of(session.locale)),
        (Route::Learners, _) => Page::Learners(settings::learners(shell, session.locale)),
        (_, Stage::Resting) => Page::Done(home::done(session)),
        (_, Stage::Grade) => Page::Grade(home::grade(session.locale)),
        (Route::Progress, _) => Page::Progress(progress::progress(session)),
        _ => Page::Home(home::home(session)),
    }
}
