//! Everything on the screen, from the session and the device.

use super::practice::button;
use super::{AppView, Later, Link, Note, Notice};
use super::{Page, Saved, SavedState, Shell, Tone, Trouble};
use super::{beside, late, practice, record_doors, room, words};
use crate::content::Locale;
use crate::tutor::{Device, Msg, Route, Session, Stage};

impl AppView {
    pub fn of(session: &Session, shell: &Shell, later: Later) -> Self {
        let locale = session.locale;
        let other = if locale == Locale::En { Locale::Es } else { Locale::En };
        let begun = matches!(session.stage, Stage::Under | Stage::Resting);
        Self {
            lang: locale.code(),
            title: titled(session),
            ease: record_doors::ease(&session.learner.profile),
            skip: words::skip(locale).into(),
            home: Link { label: named(session), to: Route::Home, current: session.route == Route::Home },
            links: if begun { links(session) } else { Vec::new() },
            nav_label: words::nav(locale).into(),
            language: button(words::language_other(locale), true, Msg::LocaleChosen(other.code().into())),
            language_name: words::language_other_name(locale).into(),
            saved: saved(session, shell),
            who: begun.then(|| record_doors::whose(&session.learner.profile, locale)).flatten(),
            notices: notices(session, shell, later),
            page: page(session, shell, later),
        }
    }
}

/// The open question as it would stand after an answer. Browsers compile a function when it is first called, so the
/// first check would be twice as slow as the second: `ui` makes this page once while the learner reads, and drops it.
pub fn rehearsal(session: &Session) -> Option<Page> {
    let practice = session.practice()?.rehearsed();
    Some(Page::Practice(practice::page(session, &practice, None)))
}

/// What this copy is called.
fn named(session: &Session) -> String {
    let name = &*session.site.name;
    if name.is_empty() { words::app_name(session.locale) } else { name }.into()
}

/// What the document is called: whoever finds it among others, or printed, sees whose copy it is.
fn titled(session: &Session) -> String {
    match title(&session.route, session.locale) {
        "" => named(session),
        page => [page, " · ", &*named(session)].concat(),
    }
}

/// Of a page, or nothing where the name of the program says it all.
fn title(route: &Route, locale: Locale) -> &'static str {
    match route {
        Route::Practice => words::title_practice(locale),
        Route::Progress => words::title_progress(locale),
        Route::Map => words::title_map(locale),
        Route::Skill(_) => words::title_skill(locale),
        Route::Settings => words::title_settings(locale),
        Route::Learners => words::title_learners(locale),
        Route::Carry => words::title_carry(locale),
        Route::Gallery => words::gallery_title(locale),
        Route::Privacy => words::title_privacy(locale),
        Route::Question { .. } => words::title_question(locale),
        Route::Lesson { .. } => words::title_lesson(locale),
        Route::Room(path) => room::title(path, locale),
        Route::Home | Route::Unknown(_) => "",
    }
}

fn links(session: &Session) -> Vec<Link> {
    let locale = session.locale;
    let link = |label: &str, to: Route| Link { label: label.into(), current: session.route == to, to };
    let skills = matches!(session.route, Route::Progress | Route::Map | Route::Skill(_));
    vec![
        link(words::nav_home(locale), Route::Home),
        link(words::nav_practice(locale), Route::Practice),
        Link { current: skills, ..link(words::nav_progress(locale), Route::Progress) },
        link(words::nav_settings(locale), Route::Settings),
    ]
}

fn saved(session: &Session, shell: &Shell) -> Saved {
    let locale = session.locale;
    if matches!(session.route, Route::Question { .. }) {
        return Saved { state: SavedState::Quiet, text: words::saved_linked(locale).into() };
    }
    if session.is_private() {
        return Saved { state: SavedState::Quiet, text: words::saved_private(locale).into() };
    }
    let text = match shell.saved {
        SavedState::Quiet => words::saved_quiet(locale),
        SavedState::Saving => words::saving(locale),
        SavedState::Saved => words::saved(locale),
        SavedState::OneCopy => words::saved_one_copy(locale),
        SavedState::NotSaved => words::saved_not(locale),
    };
    Saved { state: shell.saved, text: text.into() }
}

fn page(session: &Session, shell: &Shell, later: Later) -> Page {
    let locale = session.locale;
    if let Route::Unknown(_) = session.route {
        return trouble(words::trouble_address_title(locale), words::trouble_address(locale), None, locale);
    }
    if let Route::Room(path) = &session.route
        && !session.learner.map().skills.is_empty()
    {
        return room::page(session, path).unwrap_or_else(|| match shell.trouble {
            Some(why) => no_questions(why, locale),
            None => Page::Waiting(words::waiting(locale).into()),
        });
    }
    // Without a map there is nothing to go to but the reason, and the settings with the record.
    if let Some(why) = shell.trouble.filter(|_| session.learner.map().skills.is_empty())
        && !matches!(session.route, Route::Settings | Route::Carry | Route::Gallery | Route::Privacy)
    {
        return no_questions(why, locale);
    }
    if late::is_late(session) {
        return match later {
            Later::Here(late) => late.at(session, shell),
            Later::Missing => no_questions(Trouble::Part, locale),
            Later::Coming => Page::Waiting(words::waiting(locale).into()),
        };
    }
    if matches!(session.route, Route::Question { .. } | Route::Practice) {
        return question(session, shell, later);
    }
    match session.stage {
        Stage::Welcome if let Some(welcome) = record_doors::welcome_page(session) => welcome,
        _ if shell.trouble == Some(Trouble::Part) => no_questions(Trouble::Part, locale),
        _ => Page::Waiting(words::waiting(locale).into()),
    }
}

fn question(session: &Session, shell: &Shell, later: Later) -> Page {
    let locale = session.locale;
    if let Some(practice) = session.practice() {
        let mut page = practice::page(session, practice, later.here());
        page.question.beside = beside::of(session, practice, shell.beside);
        page.question.project = beside::project(practice, locale);
        return Page::Practice(page);
    }
    if let Some(why) = shell.trouble {
        return no_questions(why, locale);
    }
    if session.unknown_question() {
        return trouble(words::trouble_item_title(locale), words::trouble_item(locale), None, locale);
    }
    Page::Waiting(words::waiting(locale).into())
}

/// There is no such lesson, or it is not here yet.
pub(super) fn no_lesson(session: &Session, shell: &Shell, skill: &str) -> Page {
    let locale = session.locale;
    if session.learner.map().skill(skill).is_none_or(|skill| skill.lesson.is_none()) {
        return trouble(words::trouble_lesson_title(locale), words::trouble_lesson(locale), None, locale);
    }
    match shell.trouble {
        Some(why) => no_questions(why, locale),
        None => Page::Waiting(words::waiting(locale).into()),
    }
}

/// Why there are no questions, and that trying again is safe.
fn no_questions(why: Trouble, locale: Locale) -> Page {
    let (title, text) = match why {
        Trouble::PackDamaged => (words::trouble_pack_title(locale), words::trouble_pack(locale)),
        Trouble::PackNewer => (words::trouble_newer_title(locale), words::trouble_newer(locale)),
        Trouble::Fetch => (words::trouble_fetch_title(locale), words::trouble_fetch(locale)),
        Trouble::Part => (words::trouble_page_title(locale), words::trouble_fetch(locale)),
    };
    trouble(title, text, Some(again(locale)), locale)
}

fn again(locale: Locale) -> super::Button {
    button(words::trouble_again(locale), true, Msg::Device(Device::Reload))
}

pub(super) fn trouble(title: &str, text: &str, action: Option<super::Button>, locale: Locale) -> Page {
    let home = button(words::trouble_home(locale), true, Msg::Go(Route::Home));
    Page::Trouble(Notice {
        tone: Tone::Calm,
        title: title.into(),
        text: text.into(),
        actions: action.into_iter().chain([home]).collect(),
        close: None,
    })
}

/// What should be known now. Of most notes the words come with the later pages; what is told at once is what may keep
/// those from coming.
fn notices(session: &Session, shell: &Shell, later: Later) -> Vec<Notice> {
    let (locale, late) = (session.locale, later.here());
    let noted = shell.notes.iter().enumerate().filter_map(|(place, note)| match note {
        Note::NotSaved(why) => record_doors::unsaved(*why, place, locale),
        Note::Insecure => record_doors::without_https(place, locale),
        _ => late.map(|late| (late.note)(note, place, locale)),
    });
    let notes: Vec<Notice> = noted.collect();
    match late {
        Some(late) => (late.notices)(session, shell, notes),
        None => notes,
    }
}
