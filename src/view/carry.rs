//! Taking the record along, and bringing one back: a file, a code on paper, pictures for a camera. Comes in a part of
//! its own, so nothing else may name `page`.

use super::classroom::{CopyView, PasteView};
use super::home::count;
use super::practice::button;
use super::settings::{self, saves};
use super::{Button, Import, Notice, Said, Shell, Tone, text, words};
use crate::content::Locale;
use crate::content::site::Feature;
use crate::exchange::code::{self, Places, Slip};
use crate::exchange::qr::{self, Qr};
use crate::tutor::{Carry, Device, Msg, Session, Steer};

/// What the shell knows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carrying {
    /// The browser lets a learner choose where a file lies.
    pub picker: bool,
    /// The browser finds codes in what a camera sees.
    pub eyes: bool,
    /// The page stands in another one.
    pub framed: bool,
    pub kept: Kept,
    /// The file as text, once it was asked for.
    pub text: Option<String>,
    /// A file was chosen, and can be written to again.
    pub chosen: bool,
    /// The code as it was typed or seen; nothing before that.
    pub typed: Option<String>,
    pub shown: Shown,
    pub watch: Watch,
}

/// How the last saving went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    #[default]
    Not,
    Saving,
    /// Written, read back, and found to be the same.
    Confirmed {
        facts: usize,
    },
    /// Written, but it could not be read back.
    Unconfirmed,
    /// The browser took it for a download, and says no more.
    Download,
    /// The file in the chosen place has a passphrase, and none was typed.
    Locked,
    /// No place was chosen.
    Nowhere,
    Failed,
}

/// The record as pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    #[default]
    Not,
    /// The texts of the codes, in turn.
    On(Vec<String>),
    TooLong,
}

/// The camera.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Watch {
    #[default]
    Off,
    /// So many pictures of all are read; 0 of 0 before the first.
    On {
        done: usize,
        all: usize,
    },
    Refused,
}

/// Everything on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct CarryPage {
    pub title: String,
    pub text: String,
    /// What can be taken along; nothing before there is a record.
    pub take: Option<Take>,
    pub bring: Bring,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Take {
    pub file: KeepFile,
    pub paper: Option<Paper>,
    pub show: Option<Show>,
}

/// The progress file.
#[derive(Clone, Debug, PartialEq)]
pub struct KeepFile {
    pub title: String,
    pub text: String,
    /// A field for a passphrase; none where the browser has no cipher.
    pub passphrase: Option<Field>,
    /// Their messages are completed with the passphrase.
    pub ways: Vec<Button>,
    pub said: Option<Said>,
    /// The file as text; offered where a download may not arrive.
    pub text_way: Option<TextWay>,
    pub opener: String,
    pub opener_note: String,
}

/// A label, and the quieter line under the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub label: String,
    pub note: String,
}

/// The file as text to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct TextWay {
    pub note: String,
    /// Its message is completed with the passphrase.
    pub go: Button,
    /// What the text is called, and how it is copied.
    pub shown: Option<(String, CopyView)>,
}

/// The return code and its card.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub title: String,
    pub text: String,
    /// Nothing before a skill is mastered.
    pub card: Option<Card>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub label: String,
    pub code: String,
    pub whereto: String,
    pub qr: Option<Qr>,
    pub alt: String,
    pub print: Button,
}

/// The record as pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    pub title: String,
    pub text: String,
    pub go: Button,
    pub said: Option<Said>,
    pub frames: Vec<String>,
    pub alt: String,
}

/// Bringing something back.
#[derive(Clone, Debug, PartialEq)]
pub struct Bring {
    pub title: String,
    pub text: String,
    pub import: String,
    /// The same file as text: what stands before it, and its field.
    pub paste_label: String,
    pub paste: PasteView,
    /// Open from the start.
    pub paste_open: bool,
    pub locked: Option<Unlock>,
    /// What is in the file, or what came of it.
    pub file: Option<Notice>,
    pub code: Field,
    pub typed: String,
    pub check: String,
    pub slip: Option<Said>,
    pub found: Option<Notice>,
    /// None where the host wants none.
    pub camera: Option<Camera>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Unlock {
    pub field: Field,
    pub open: String,
    pub wrong: Option<Said>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Camera {
    /// To switch it on or off; none where the browser cannot read codes.
    pub switch: Option<Button>,
    pub on: bool,
    pub video: String,
    pub said: Option<Said>,
}

fn carry(carry: Carry) -> Msg {
    Msg::Device(Device::Carry(carry))
}

fn said(tone: Tone, words: impl Into<String>) -> Option<Said> {
    Some(Said { tone, line: text::words(words.into()) })
}

pub fn page(session: &Session, shell: &Shell) -> CarryPage {
    let locale = session.locale;
    let unknown = Carrying::default();
    let carrying = shell.carrying.as_deref().unwrap_or(&unknown);
    let take = (shell.keep.facts > 0).then(|| take(session, shell, carrying));
    CarryPage {
        title: if take.is_some() { words::carry_title(locale) } else { words::carry_bring_page(locale) }
            .into(),
        text: match (&take, saves(&shell.keep)) {
            (None, _) => String::new(),
            (_, false) => words::carry_temporary(locale).into(),
            (_, true) => words::carry_text(locale).into(),
        },
        take,
        bring: bring(session, &shell.import, carrying),
    }
}

fn take(session: &Session, shell: &Shell, carrying: &Carrying) -> Take {
    // The code is for children who can copy it: from grade 3 on.
    let old_enough = session.learner.profile.grade.is_none_or(|grade| grade >= 3);
    Take {
        file: keep_file(shell.keep.encrypted, carrying, session.locale),
        paper: old_enough.then(|| paper(session)),
        show: session.site.offers(Feature::Pictures).then(|| show(&carrying.shown, session.locale)),
    }
}

fn keep_file(cipher: bool, carrying: &Carrying, locale: Locale) -> KeepFile {
    let keep = |label, anew| button(label, true, carry(Carry::Keep { passphrase: String::new(), anew }));
    let mut ways = match (carrying.picker, carrying.chosen) {
        (false, _) => Vec::new(),
        (true, false) => vec![keep(words::carry_keep(locale), true)],
        (true, true) => {
            vec![keep(words::carry_again(locale), false), keep(words::carry_elsewhere(locale), true)]
        }
    };
    ways.push(button(words::carry_save(locale), true, carry(Carry::Save(String::new()))));
    KeepFile {
        title: words::carry_file(locale).into(),
        text: words::carry_file_text(locale).into(),
        passphrase: cipher.then(|| Field {
            label: words::carry_pass(locale).into(),
            note: words::carry_pass_note(locale).into(),
        }),
        ways,
        said: match carrying.kept {
            Kept::Not => None,
            Kept::Saving => said(Tone::Calm, words::carry_saving(locale)),
            Kept::Confirmed { facts } => said(Tone::Right, words::carry_confirmed(locale, count(facts))),
            Kept::Unconfirmed => said(Tone::Warning, words::carry_unconfirmed(locale)),
            Kept::Download => said(Tone::Calm, words::carry_download(locale)),
            Kept::Locked => said(Tone::Advice, words::carry_was_locked(locale)),
            Kept::Nowhere => said(Tone::Calm, words::carry_nowhere(locale)),
            Kept::Failed => said(Tone::Warning, words::carry_failed(locale)),
        },
        text_way: (carrying.framed || carrying.kept == Kept::Failed || carrying.text.is_some())
            .then(|| text_way(carrying, locale)),
        opener: words::carry_opener(locale).into(),
        opener_note: words::carry_opener_note(locale).into(),
    }
}

fn text_way(carrying: &Carrying, locale: Locale) -> TextWay {
    TextWay {
        note: if carrying.framed { words::carry_framed(locale) } else { words::carry_as_text_note(locale) }
            .into(),
        go: button(words::carry_as_text(locale), true, carry(Carry::Text(String::new()))),
        shown: carrying.text.as_ref().map(|text| {
            let copy = CopyView {
                label: words::carry_text_copy(locale).into(),
                text: text.clone(),
                done: words::carry_text_copied(locale).into(),
                failed: words::hand_in_not_copied(locale).into(),
            };
            (words::carry_text_label(locale).into(), copy)
        }),
    }
}

/// The same button with the passphrase that stands in the field.
pub fn with_passphrase(msg: &Msg, typed: String) -> Msg {
    match msg {
        Msg::Device(Device::Carry(Carry::Keep { anew, .. })) => {
            carry(Carry::Keep { passphrase: typed, anew: *anew })
        }
        Msg::Device(Device::Carry(Carry::Save(_))) => carry(Carry::Save(typed)),
        Msg::Device(Device::Carry(Carry::Text(_))) => carry(Carry::Text(typed)),
        other => other.clone(),
    }
}

fn paper(session: &Session) -> Paper {
    let locale = session.locale;
    let mastered = code::mastered(&session.learner, session.day());
    let written = (!mastered.is_empty()).then(|| Places::here().write(&mastered));
    Paper {
        title: words::carry_code(locale).into(),
        text: match &written {
            Some(_) => words::carry_code_text(locale),
            None => words::carry_code_none(locale),
        }
        .into(),
        card: written.map(|code| Card {
            label: words::carry_code_label(locale).into(),
            qr: qr::draw(&code),
            code,
            whereto: words::carry_code_where(locale).into(),
            alt: words::carry_code_alt(locale).into(),
            print: button(words::carry_print(locale), true, carry(Carry::Print)),
        }),
    }
}

fn show(shown: &Shown, locale: Locale) -> Show {
    let on = matches!(shown, Shown::On(_));
    let label = if on { words::carry_show_stop(locale) } else { words::carry_show_go(locale) };
    Show {
        title: words::carry_show(locale).into(),
        text: words::carry_show_text(locale).into(),
        go: button(label, true, carry(Carry::Show(!on))),
        said: match shown {
            Shown::Not => None,
            Shown::On(frames) => said(Tone::Calm, words::carry_show_on(locale, count(frames.len()))),
            Shown::TooLong => said(Tone::Warning, words::carry_show_long(locale)),
        },
        frames: if let Shown::On(frames) = shown { frames.clone() } else { Vec::new() },
        alt: words::carry_show_alt(locale).into(),
    }
}

/// One of the pictures.
pub fn picture(frame: &str) -> Option<Qr> {
    qr::draw(frame)
}

fn bring(session: &Session, import: &Import, carrying: &Carrying) -> Bring {
    let locale = session.locale;
    let read = carrying.typed.as_deref().map(|typed| Places::here().read_code(typed));
    let locked = match import {
        Import::Locked { wrong } => Some(unlock(*wrong, locale)),
        _ => None,
    };
    Bring {
        title: words::carry_bring(locale).into(),
        text: words::carry_bring_text(locale).into(),
        import: words::keep_import(locale).into(),
        paste_label: words::carry_paste(locale).into(),
        paste: PasteView {
            label: words::carry_paste_field(locale).into(),
            note: words::carry_paste_note(locale).into(),
            go: words::carry_paste_go(locale).into(),
        },
        paste_open: carrying.framed,
        file: if locked.is_some() { None } else { settings::file(import, locale) },
        locked,
        code: Field {
            label: words::carry_typed(locale).into(),
            note: words::carry_typed_note(locale).into(),
        },
        typed: carrying.typed.clone().unwrap_or_default(),
        check: words::carry_check(locale).into(),
        slip: match &read {
            Some(Err(slip)) => {
                Some(Said { tone: Tone::Advice, line: text::words(slip_words(*slip, locale)) })
            }
            _ => None,
        },
        found: read.and_then(Result::ok).map(|skills| found(skills, locale)),
        camera: session.site.offers(Feature::Camera).then(|| camera(carrying, locale)),
    }
}

fn unlock(wrong: bool, locale: Locale) -> Unlock {
    Unlock {
        field: Field {
            label: words::carry_locked(locale).into(),
            note: words::carry_locked_note(locale).into(),
        },
        open: words::carry_unlock(locale).into(),
        wrong: if wrong { said(Tone::Warning, words::carry_wrong(locale)) } else { None },
    }
}

fn slip_words(slip: Slip, locale: Locale) -> String {
    match slip {
        Slip::Sign(sign) => words::carry_sign(locale, &sign.to_string()),
        Slip::Newer => words::carry_code_newer(locale).into(),
        Slip::Empty | Slip::Mistyped => words::carry_slip(locale).into(),
    }
}

fn found(skills: Vec<String>, locale: Locale) -> Notice {
    let (title, text) = (words::carry_found_title(locale), words::carry_found(locale, count(skills.len())));
    let agree =
        button(words::carry_found_yes(locale), !skills.is_empty(), Msg::Steer(Steer::BroughtBack(skills)));
    let refuse = button(words::preview_no(locale), true, carry(Carry::Typed(String::new())));
    Notice { tone: Tone::Calm, title: title.into(), text, actions: vec![agree, refuse], close: None }
}

fn camera(carrying: &Carrying, locale: Locale) -> Camera {
    let on = matches!(carrying.watch, Watch::On { .. });
    let label = if on { words::carry_watch_stop(locale) } else { words::carry_watch(locale) };
    Camera {
        switch: carrying.eyes.then(|| button(label, true, carry(Carry::Watch(!on)))),
        on,
        video: words::carry_video(locale).into(),
        said: match carrying.watch {
            _ if !carrying.eyes => said(Tone::Calm, words::carry_no_camera(locale)),
            Watch::Off => None,
            Watch::On { all: 0, .. } => said(Tone::Calm, words::carry_watching(locale)),
            Watch::On { done, all } => {
                said(Tone::Calm, words::carry_watched(locale, &done.to_string(), &all.to_string()))
            }
            Watch::Refused => said(Tone::Warning, words::carry_refused(locale)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Map;
    use crate::view::KeepFacts;
    use std::rc::Rc;

    fn shell(facts: usize, carrying: Carrying) -> Shell {
        let keep = KeepFacts { known: true, facts, copies: 2, encrypted: true, persisted: Some(true) };
        Shell { keep, carrying: Some(carrying.into()), ..Shell::default() }
    }

    fn page_with(facts: usize, carrying: Carrying) -> CarryPage {
        page(&Session::new(Rc::new(Map::default()), Locale::En), &shell(facts, carrying))
    }

    #[test]
    fn only_what_was_read_back_is_called_saved() {
        let kept =
            [Kept::Saving, Kept::Unconfirmed, Kept::Download, Kept::Locked, Kept::Nowhere, Kept::Failed];
        for kept in kept.into_iter().chain([Kept::Confirmed { facts: 3 }]) {
            let view = page_with(3, Carrying { kept, ..Carrying::default() });
            let said = view.take.and_then(|take| take.file.said).expect("something is said");
            assert_eq!(said.tone == Tone::Right, matches!(kept, Kept::Confirmed { .. }), "{kept:?}");
        }
    }

    #[test]
    fn without_a_record_there_is_nothing_to_take_along() {
        let view = page_with(0, Carrying::default());
        assert_eq!(view.take, None);
        let camera = view.bring.camera.expect("this host has nothing against it");
        assert!(camera.switch.is_none() && camera.said.is_some(), "no camera, and why");
    }

    #[test]
    fn the_passphrase_goes_with_the_button_that_was_pressed() {
        let keep = carry(Carry::Keep { passphrase: String::new(), anew: true });
        let with = carry(Carry::Keep { passphrase: "four words".into(), anew: true });
        assert_eq!(with_passphrase(&keep, "four words".into()), with);
        let save = with_passphrase(&carry(Carry::Save(String::new())), "four words".into());
        assert_eq!(save, carry(Carry::Save("four words".into())));
        assert!(!format!("{save:?}").contains("four"), "it is shown nowhere");
    }

    #[test]
    fn text_is_offered_where_a_download_may_not_arrive() {
        let way = |carrying| page_with(3, carrying).take.and_then(|take| take.file.text_way);
        assert_eq!(way(Carrying::default()), None);
        assert!(way(Carrying { framed: true, ..Carrying::default() }).is_some_and(|way| way.shown.is_none()));
        assert!(way(Carrying { kept: Kept::Failed, ..Carrying::default() }).is_some());
        let shown = way(Carrying { text: Some("TRELLIS-TEXT-1".into()), ..Carrying::default() });
        assert_eq!(shown.and_then(|way| way.shown).map(|(_, copy)| copy.text), Some("TRELLIS-TEXT-1".into()));
        let pressed = with_passphrase(&carry(Carry::Text(String::new())), "four words".into());
        assert_eq!(pressed, carry(Carry::Text("four words".into())));
    }

    #[test]
    fn a_slip_of_the_pen_is_told_and_brings_nothing() {
        let typed =
            |code: &str| page_with(0, Carrying { typed: Some(code.into()), ..Carrying::default() }).bring;
        let slip = typed("2CTB-KC5W-67");
        assert!(slip.slip.is_some() && slip.found.is_none());
        // A code of the golden list.
        let good = typed("2CTB-KC5W-66");
        assert!(good.slip.is_none() && good.found.is_some_and(|found| found.actions[0].enabled));
    }
}
