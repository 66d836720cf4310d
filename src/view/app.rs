//! Everything on the screen, from the session and the device.

use super::practice::button;
use super::{AppView, Import, Later, Link, NotSaved, Note, Notice};
use super::{Page, Saved, SavedState, Shell, Tone, Trouble};
use super::{home, late, practice, settings, words};
use crate::content::Locale;
use crate::tutor::{Device, Msg, Route, Session, Stage};

impl AppView {
    pub fn of(session: &Session, shell: &Shell, later: Later) -> Self {
        let locale = session.locale;
        let other = if locale == Locale::En { Locale::Es } else { Locale::En };
        let begun = matches!(session.stage, Stage::Under | Stage::Resting);
        Self {
            lang: locale.code(),
            title: title(&session.route, locale).into(),
            skip: words::skip(locale).into(),
            home: Link {
                label: words::app_name(locale).into(),
                to: Route::Home,
                current: session.route == Route::Home,
            },
            links: if begun { links(session) } else { Vec::new() },
            nav_label: words::nav(locale).into(),
            language: button(words::language_other(locale), true, Msg::LocaleChosen(other.code().into())),
            language_name: words::language_other_name(locale).into(),
            saved: saved(session, shell),
            who: begun.then(|| settings::who(&session.learner.profile, locale)),
            notices: notices(session, shell),
            page: page(session, shell, later),
        }
    }
}

fn title(route: &Route, locale: Locale) -> &'static str {
    match route {
        Route::Practice => words::title_practice(locale),
        Route::Progress => words::title_progress(locale),
        Route::Settings => words::title_settings(locale),
        Route::Learners => words::title_learners(locale),
        Route::Gallery => words::gallery_title(locale),
        Route::Question { .. } => words::title_question(locale),
        Route::Home | Route::Unknown(_) => words::title_home(locale),
    }
}

fn links(session: &Session) -> Vec<Link> {
    let locale = session.locale;
    let link = |label: &str, to: Route| Link { label: label.into(), current: session.route == to, to };
    vec![
        link(words::nav_home(locale), Route::Home),
        link(words::nav_practice(locale), Route::Practice),
        link(words::nav_progress(locale), Route::Progress),
        link(words::nav_settings(locale), Route::Settings),
    ]
}

fn saved(session: &Session, shell: &Shell) -> Saved {
    let locale = session.locale;
    if matches!(session.route, Route::Question { .. }) {
        return Saved { state: SavedState::Quiet, text: words::saved_linked(locale).into() };
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
    // Without a map there is nothing to go to but the reason, and the settings with the record.
    if let Some(why) = shell.trouble.filter(|_| session.learner.map().skills.is_empty())
        && !matches!(session.route, Route::Settings | Route::Gallery)
    {
        return no_questions(why, locale);
    }
    if late::is_late(session) {
        return match later {
            Later::Here(page) => page(session, shell),
            Later::Missing => no_page(locale),
            Later::Coming => Page::Waiting(words::waiting(locale).into()),
        };
    }
    if matches!(session.route, Route::Question { .. } | Route::Practice) {
        return question(session, shell);
    }
    match session.stage {
        Stage::Welcome => Page::Welcome(home::welcome(locale)),
        _ => Page::Waiting(words::waiting(locale).into()),
    }
}

fn question(session: &Session, shell: &Shell) -> Page {
    let locale = session.locale;
    if let Some(practice) = session.practice() {
        return Page::Practice(practice::page(session, practice));
    }
    if let Some(why) = shell.trouble {
        return no_questions(why, locale);
    }
    if session.unknown_question() {
        return trouble(words::trouble_item_title(locale), words::trouble_item(locale), None, locale);
    }
    Page::Waiting(words::waiting(locale).into())
}

/// Why there are no questions, and that trying again is safe.
fn no_questions(why: Trouble, locale: Locale) -> Page {
    let (title, text) = match why {
        Trouble::PackDamaged => (words::trouble_pack_title(locale), words::trouble_pack(locale)),
        Trouble::PackNewer => (words::trouble_newer_title(locale), words::trouble_newer(locale)),
        Trouble::Fetch => (words::trouble_fetch_title(locale), words::trouble_fetch(locale)),
    };
    trouble(title, text, Some(again(locale)), locale)
}

fn no_page(locale: Locale) -> Page {
    let (title, text) = (words::trouble_page_title(locale), words::trouble_fetch(locale));
    trouble(title, text, Some(again(locale)), locale)
}

fn again(locale: Locale) -> super::Button {
    button(words::trouble_again(locale), true, Msg::Device(Device::Reload))
}

fn trouble(title: &str, text: &str, action: Option<super::Button>, locale: Locale) -> Page {
    let home = button(words::trouble_home(locale), true, Msg::Go(Route::Home));
    Page::Trouble(Notice {
        tone: Tone::Calm,
        title: title.into(),
        text: text.into(),
        actions: action.into_iter().chain([home]).collect(),
        close: None,
    })
}

/// What should be known now; the preview of a file stands on the settings page, and here on any other.
fn notices(session: &Session, shell: &Shell) -> Vec<Notice> {
    let locale = session.locale;
    let noted = shell.notes.iter().enumerate().map(|(place, note)| notice(note, place, locale));
    let elsewhere = session.route != Route::Settings && shell.import != Import::Idle;
    let file = elsewhere
        .then(|| settings::preview(&shell.import, locale).or(settings::result(&shell.import, locale)));
    noted.chain(file.flatten()).collect()
}

fn notice(note: &Note, place: usize, locale: Locale) -> Notice {
    let save = || button(words::keep_export(locale), true, Msg::Device(Device::Export));
    let retry = || button(words::saved_try(locale), true, Msg::Device(Device::SaveAgain));
    let reload = || button(words::note_reload(locale), true, Msg::Device(Device::Reload));
    let (tone, title, text, actions) = match note {
        Note::Healed(count) => (
            Tone::Calm,
            words::note_healed_title(locale),
            words::note_healed(locale, home::count(*count)),
            Vec::new(),
        ),
        Note::Damaged(count) => (
            Tone::Warning,
            words::note_damaged_title(locale),
            words::note_damaged(locale, home::count(*count)),
            vec![save()],
        ),
        Note::Newer => (
            Tone::Warning,
            words::note_newer_title(locale),
            words::note_newer(locale).into(),
            vec![reload(), save()],
        ),
        Note::KeyLost => {
            (Tone::Warning, words::note_key_title(locale), words::note_key(locale).into(), Vec::new())
        }
        Note::NotSaved(why) => (
            Tone::Warning,
            words::note_not_saved_title(locale),
            not_saved(*why, locale).into(),
            vec![retry(), save()],
        ),
        Note::Insecure => (
            Tone::Warning,
            words::note_insecure_title(locale),
            words::note_insecure(locale).into(),
            Vec::new(),
        ),
        Note::UpdateReady => (
            Tone::Calm,
            words::note_update_title(locale),
            words::note_update(locale).into(),
            vec![button(words::note_update_now(locale), true, Msg::Device(Device::UpdateTaken))],
        ),
        Note::OldTab => (
            Tone::Warning,
            words::note_old_tab_title(locale),
            words::note_old_tab(locale).into(),
            vec![reload()],
        ),
        Note::Erased => (Tone::Calm, words::erase_done(locale), String::new(), Vec::new()),
        Note::EraseFailed => (Tone::Warning, words::erase_failed(locale), String::new(), Vec::new()),
        Note::Exported => (Tone::Calm, words::export_done(locale), String::new(), Vec::new()),
        Note::ExportFailed => (Tone::Warning, words::export_failed(locale), String::new(), Vec::new()),
    };
    let close = button(words::close(locale), true, Msg::Device(Device::NoticeClosed(place)));
    Notice { tone, title: title.into(), text, actions, close: Some(close) }
}

fn not_saved(why: NotSaved, locale: Locale) -> &'static str {
    match why {
        NotSaved::Quota => words::note_quota(locale),
        NotSaved::Closed => words::note_closed(locale),
        NotSaved::Timeout => words::note_timeout(locale),
        NotSaved::Unavailable => words::note_unavailable(locale),
    }
}
