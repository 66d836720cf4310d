//! Notes about the record and the app, each with its next step. `notice` is fetched with the later pages; the two
//! beside it are there from the start.

use super::home::count;
use super::practice::button;
use super::{Button, NotSaved, Note, Notice, Tone, words};
use crate::content::Locale;
use crate::tutor::{Device, Msg, Steer};

/// Private practice is on: visibly, and off again with one press.
pub fn private(locale: Locale) -> Notice {
    Notice {
        tone: Tone::Calm,
        title: words::private_title(locale).into(),
        text: words::private_text(locale).into(),
        actions: vec![button(words::private_off(locale), true, Msg::Steer(Steer::NotPrivate))],
        close: None,
    }
}

/// A note that the first question can do without.
pub fn notice(note: &Note, place: usize, locale: Locale) -> Notice {
    let reload = || button(words::note_reload(locale), true, Msg::Device(Device::Reload));
    let (tone, title, text, actions) = match note {
        Note::NotSaved(why) => return not_saved(*why, place, locale),
        Note::Insecure => return insecure(place, locale),
        Note::Healed(facts) => {
            let text = words::note_healed(locale, count(*facts));
            (Tone::Calm, words::note_healed_title(locale), text, Vec::new())
        }
        Note::PutRight => (
            Tone::Calm,
            words::note_put_right_title(locale),
            words::note_put_right(locale).into(),
            Vec::new(),
        ),
        Note::Damaged(facts) => {
            let text = words::note_damaged(locale, count(*facts));
            (Tone::Warning, words::note_damaged_title(locale), text, vec![save(locale)])
        }
        Note::Newer => {
            let text = words::note_newer(locale).into();
            (Tone::Warning, words::note_newer_title(locale), text, vec![reload(), save(locale)])
        }
        Note::KeyLost => {
            (Tone::Warning, words::note_key_title(locale), words::note_key(locale).into(), Vec::new())
        }
        Note::UpdateReady => {
            let take = button(words::note_update_now(locale), true, Msg::Device(Device::UpdateTaken));
            (Tone::Calm, words::note_update_title(locale), words::note_update(locale).into(), vec![take])
        }
        Note::OldTab => {
            let text = words::note_old_tab(locale).into();
            (Tone::Warning, words::note_old_tab_title(locale), text, vec![reload()])
        }
        Note::Erased => (Tone::Calm, words::erase_done(locale), String::new(), Vec::new()),
        Note::EraseFailed => (Tone::Warning, words::erase_failed(locale), String::new(), Vec::new()),
        Note::Exported => (Tone::Calm, words::export_done(locale), String::new(), Vec::new()),
        Note::ExportFailed => (Tone::Warning, words::export_failed(locale), String::new(), Vec::new()),
    };
    closable(tone, title, text, actions, place, locale)
}

pub fn not_saved(why: NotSaved, place: usize, locale: Locale) -> Notice {
    let text = match why {
        NotSaved::Quota => words::note_quota(locale),
        NotSaved::Closed => words::note_closed(locale),
        NotSaved::Timeout => words::note_timeout(locale),
        NotSaved::Unavailable => words::note_unavailable(locale),
    };
    let retry = button(words::saved_try(locale), true, Msg::Device(Device::SaveAgain));
    let title = words::note_not_saved_title(locale);
    closable(Tone::Warning, title, text.into(), vec![retry, save(locale)], place, locale)
}

pub fn insecure(place: usize, locale: Locale) -> Notice {
    let (title, text) = (words::note_insecure_title(locale), words::note_insecure(locale));
    closable(Tone::Warning, title, text.into(), Vec::new(), place, locale)
}

fn save(locale: Locale) -> Button {
    button(words::keep_export(locale), true, Msg::Device(Device::Export))
}

fn closable(
    tone: Tone,
    title: &str,
    text: String,
    actions: Vec<Button>,
    place: usize,
    locale: Locale,
) -> Notice {
    let close = button(words::close(locale), true, Msg::Device(Device::NoticeClosed(place)));
    Notice { tone, title: title.into(), text, actions, close: Some(close) }
}
