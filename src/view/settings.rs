//! Settings, the records on this device, and the honest words about keeping them.

use super::about_you::{AVATARS, avatar_name, avatars};
use super::comfort::comfort;
use super::home::{count, grades};
use super::practice::button;
use super::{
    Avatar, Choice, Choices, Course, CourseView, EraseView, Import, Keep, KeepFacts, LearnerCard,
    LearnerFacts, LearnerSettings, Learners, Link, Notice, Said, Settings, Shell, Tone, guard, text, words,
};
use crate::content::Locale;
use crate::content::site::Feature;
use crate::learner::Profile;
use crate::tutor::{Device, Msg, Route, Session};

pub fn settings(session: &Session, shell: &Shell) -> Settings {
    let locale = session.locale;
    Settings {
        title: words::settings_title(locale).into(),
        language: Choices {
            legend: words::settings_language(locale).into(),
            choices: [(Locale::En, "English"), (Locale::Es, "Español")]
                .map(|(other, name)| {
                    Choice::words(name, other == locale, Msg::LocaleChosen(other.code().into()))
                })
                .into(),
        },
        theme: Choices {
            legend: words::settings_theme(locale).into(),
            choices: themes(&shell.theme, locale),
        },
        motion: Choices {
            legend: words::settings_motion(locale).into(),
            choices: [("system", words::motion_system(locale)), ("less", words::motion_less(locale))]
                .map(|(id, name)| {
                    Choice::words(name, shell.motion == id, Msg::Device(Device::Motion(id.into())))
                })
                .into(),
        },
        learner: learner(session, shell),
        comfort: comfort(&session.learner.profile, locale),
        keep: keep(session, shell),
        lock: Box::new(guard::lock(shell, locale, &who(&session.learner.profile, locale).name)),
        course: Box::new(course(shell.course, locale)),
        about: vec![
            text::words(words::about_privacy(locale)),
            text::words(words::about_licence(locale)),
            text::words(words::about_version(locale, &shell.version)),
        ],
        class: session
            .site
            .offers(Feature::Class)
            .then(|| button(words::class_open(locale), true, Msg::Go(Route::Room("class".into())))),
        about_label: words::settings_about(locale).into(),
        privacy: Link { label: words::proof_link(locale).into(), to: Route::Privacy, current: false },
    }
}

fn themes(theme: &str, locale: Locale) -> Vec<Choice> {
    [
        ("system", words::theme_system(locale)),
        ("light", words::theme_light(locale)),
        ("dark", words::theme_dark(locale)),
        ("contrast", words::theme_contrast(locale)),
    ]
    .map(|(id, name)| Choice::words(name, theme == id, Msg::Device(Device::Theme(id.into()))))
    .into()
}

fn learner(session: &Session, shell: &Shell) -> LearnerSettings {
    let (locale, profile) = (session.locale, &session.learner.profile);
    LearnerSettings {
        title: words::settings_learner(locale).into(),
        nickname_label: words::settings_nickname(locale).into(),
        nickname: profile.nickname.clone().unwrap_or_default(),
        save: button(words::settings_nickname_save(locale), true, Msg::Nothing),
        grade: grades(profile, locale),
        avatars: avatars(profile, locale),
        avatars_label: words::settings_avatar(locale).into(),
        avatar_ids: AVATARS.map(String::from).into(),
        switch: button(words::settings_switch(locale), true, Msg::Go(Route::Learners)),
        erase: EraseView {
            title: words::erase_title(locale).into(),
            text: words::erase_text(locale).into(),
            ask: button(
                words::erase_ask(locale),
                shell.keep.facts > 0 && !shell.erase_asked,
                Msg::Device(Device::EraseAsked),
            ),
            confirm: shell.erase_asked.then(|| Notice {
                tone: Tone::Warning,
                title: words::erase_sure(locale).into(),
                text: words::erase_sure_text(locale).into(),
                actions: vec![
                    button(words::keep_export(locale), true, Msg::Device(Device::Export)),
                    button(words::erase_no(locale), true, Msg::Device(Device::EraseRefused)),
                    button(words::erase_yes(locale), true, Msg::Device(Device::EraseAgreed)),
                ],
                close: None,
            }),
        },
    }
}

fn course(course: Course, locale: Locale) -> CourseView {
    let number = |count: usize| count.to_string();
    let said = |tone, words: String| Some(Said { tone, line: text::words(words) });
    let progress = match course {
        Course::Keeping { done, all } => Some((done, all)),
        _ => None,
    };
    CourseView {
        title: words::course_title(locale).into(),
        text: words::course_text(locale).into(),
        keep: button(words::course_keep(locale), progress.is_none(), Msg::Device(Device::CourseWanted)),
        progress,
        progress_text: progress.map_or_else(String::new, |(done, all)| {
            words::course_keeping(locale, &number(done), &number(all))
        }),
        said: match course {
            Course::Unasked | Course::Keeping { .. } => None,
            Course::Kept { all } => said(Tone::Right, words::course_kept(locale, &number(all))),
            Course::Missing { kept, all } => {
                said(Tone::Warning, words::course_missing(locale, &number(kept), &number(all)))
            }
            Course::Impossible => said(Tone::Warning, words::course_impossible(locale).into()),
        },
    }
}

fn keep(session: &Session, shell: &Shell) -> Keep {
    let locale = session.locale;
    Keep {
        title: words::keep_title(locale).into(),
        lines: keep_lines(shell, locale),
        export: button(words::keep_export(locale), shell.keep.facts > 0, Msg::Device(Device::Export)),
        carry: button(words::done_take(locale), true, Msg::Go(Route::Carry)),
        import_label: words::keep_import(locale).into(),
        import_note: words::keep_import_note(locale).into(),
        preview: preview(&shell.import, locale),
        result: result(&shell.import, locale),
        state_label: words::keep_state(locale).into(),
        state: if shell.keep.facts > 0 { session.learner.digest() } else { String::new() },
    }
}

fn keep_lines(shell: &Shell, locale: Locale) -> Vec<String> {
    let keep = &shell.keep;
    let facts = match keep.facts {
        0 => words::keep_none(locale).into(),
        facts => words::keep_facts(locale, count(facts)),
    };
    if !keep.known {
        return vec![facts];
    }
    let places = match (keep.copies, keep.encrypted) {
        (0, _) => words::keep_nowhere(locale),
        (_, false) => words::keep_plain(locale),
        (1, true) => words::keep_one(locale),
        (_, true) => words::keep_two(locale),
    };
    let lasting = match saves(keep) {
        _ if keep.copies == 0 => None,
        true => Some(words::keep_persisted(locale)),
        false => Some(words::keep_temporary(locale)),
    };
    let mut lines = vec![facts, places.into()];
    lines.extend(lasting.map(String::from));
    lines
}

/// Whether the browser has promised to keep what is here.
pub fn saves(keep: &KeepFacts) -> bool {
    keep.copies > 0 && keep.persisted == Some(true)
}

/// What is in a file that was opened, or what came of it.
pub fn file(import: &Import, locale: Locale) -> Option<Notice> {
    preview(import, locale).or_else(|| result(import, locale))
}

fn preview(import: &Import, locale: Locale) -> Option<Notice> {
    let Import::Preview { new, known, damaged, newer, name, other } = import else { return None };
    let mut sentences: Vec<String> = name.iter().map(|name| words::preview_name(locale, name)).collect();
    if let Some((good, promised)) = damaged {
        sentences.push(words::preview_damaged(locale, &good.to_string(), &promised.to_string()));
    }
    sentences.push(words::preview_new(locale, count(*new)));
    if *known > 0 && *new > 0 {
        sentences.push(words::preview_known(locale, count(*known)));
    }
    if *newer {
        sentences.push(words::preview_newer(locale).into());
    }
    if *other {
        sentences.push(words::preview_other(locale).into());
    }
    let agree = |label, beside| button(label, *new > 0, Msg::Device(Device::ImportAgreed { beside }));
    let mut actions = if *other {
        vec![agree(words::preview_beside(locale), true), agree(words::preview_into(locale), false)]
    } else {
        vec![agree(words::preview_yes(locale), false)]
    };
    actions.push(button(words::preview_no(locale), true, Msg::Device(Device::ImportRefused)));
    Some(Notice {
        tone: if damaged.is_some() { Tone::Warning } else { Tone::Calm },
        title: words::preview_title(locale).into(),
        text: sentences.join(" "),
        actions,
        close: None,
    })
}

fn result(import: &Import, locale: Locale) -> Option<Notice> {
    let (tone, title) = match import {
        Import::Idle | Import::Preview { .. } => return None,
        Import::Done { added } => (Tone::Right, words::import_done(locale, count(*added))),
        Import::NotOurs => (Tone::Warning, words::import_not_ours(locale).into()),
        Import::Empty => (Tone::Warning, words::import_empty(locale).into()),
        Import::Locked { .. } => (Tone::Calm, words::import_locked(locale).into()),
        Import::TooNew => (Tone::Warning, words::import_too_new(locale).into()),
        Import::NoCipher => (Tone::Warning, words::import_no_cipher(locale).into()),
    };
    let close = button(words::ok(locale), true, Msg::Device(Device::ImportRefused));
    let unlock = button(words::import_locked_go(locale), true, Msg::Go(Route::Carry));
    let is_locked = matches!(import, Import::Locked { .. });
    let actions = is_locked.then_some(unlock).into_iter().chain([close]).collect();
    Some(Notice { tone, title, text: String::new(), actions, close: None })
}

pub fn learners(shell: &Shell, locale: Locale) -> Learners {
    Learners {
        title: words::learners_title(locale).into(),
        text: words::learners_text(locale).into(),
        unlock: guard::unlock(shell, |facts| named(facts, locale), locale),
        learners: shell.learners.iter().map(|facts| card(facts, locale)).collect(),
        add: button(words::learners_add(locale), true, Msg::Device(Device::LearnerAdded)),
        import_label: words::keep_import(locale).into(),
    }
}

/// Name and picture of a learner in the picker.
fn named(facts: &LearnerFacts, locale: Locale) -> (String, Avatar) {
    let profile = Profile { avatar: facts.avatar.clone(), ..Profile::default() };
    let name = facts.name.clone().filter(|name| !name.is_empty());
    (name.unwrap_or_else(|| words::learners_none(locale).into()), avatar(&profile, locale))
}

fn card(facts: &LearnerFacts, locale: Locale) -> LearnerCard {
    let (name, avatar) = named(facts, locale);
    LearnerCard {
        id: facts.id.clone(),
        name,
        avatar,
        note: if facts.locked {
            words::learners_locked(locale).into()
        } else if facts.days <= 0 {
            words::learners_today(locale).into()
        } else {
            words::learners_days(locale, facts.days)
        },
        open: Msg::Device(Device::LearnerOpened(facts.id.clone())),
    }
}

pub fn avatar(profile: &Profile, locale: Locale) -> Avatar {
    let id = profile.avatar.as_deref().filter(|id| AVATARS.contains(id)).unwrap_or("leaf");
    Avatar { id: id.into(), name: avatar_name(id, locale).into() }
}

/// Whose record is open: the nickname, or the name of the picture.
pub fn who(profile: &Profile, locale: Locale) -> Avatar {
    let picture = avatar(profile, locale);
    match profile.nickname.as_deref().filter(|name| !name.is_empty()) {
        Some(name) => Avatar { name: name.into(), ..picture },
        None => picture,
    }
}
