//! Locks: what the device knows of them, and what is said about them; deleting everything.

use super::about_you::{AVATARS, avatar_name};
use super::practice::button;
use super::{Avatar, Button, LearnerFacts, Notice, Said, Shell, Tone, text, words};
use crate::content::Locale;
use crate::learner::LockKind;
use crate::tutor::{Device, Guarding, Msg};

/// Minutes without a touch after which a locked record closes by itself.
pub const IDLE_MINUTES: u32 = 5;

/// What the shell knows about locks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    /// The lock of the open record, and whether it has a recovery sheet.
    pub lock: Option<(LockKind, bool)>,
    /// A lock that is being set.
    pub setting: Option<Setting>,
    /// The words of a sheet that was just made; shown until they are kept.
    pub sheet: Option<String>,
    /// A locked record that someone wants to open.
    pub asked: Option<Asked>,
    /// A record was just closed because nothing was touched.
    pub idle: bool,
    pub wipe: Wipe,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub kind: LockKind,
    /// The words drawn for it; empty for other kinds.
    pub words: String,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No PIN.
    Short,
    Differs,
    /// Not every place took it.
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The learner's id, as in [`LearnerFacts`].
    pub id: String,
    pub kind: LockKind,
    pub has_sheet: bool,
    /// The words of the sheet are asked for.
    pub by_sheet: bool,
    pub opening: bool,
    /// Wrong tries in a row.
    pub wrong: u32,
    /// Seconds to wait before the next one.
    pub pause: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wipe {
    #[default]
    No,
    Asked,
    Done,
    Failed,
}

/// The part of the settings about the lock of the open record.
#[derive(Clone, Debug, PartialEq)]
pub struct LockView {
    pub title: String,
    pub lines: Vec<String>,
    /// What a lock does not do.
    pub honest: Vec<String>,
    pub ways: Vec<Button>,
    pub entry: Option<EntryView>,
    /// Other words, not now.
    pub beside: Vec<Button>,
    pub sheet: Option<SheetView>,
}

/// A form that asks for a secret.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// Tells forms apart, so that what was typed in one never stands in another.
    pub name: &'static str,
    pub label: String,
    /// The words to be copied; empty otherwise.
    pub words: String,
    /// The label of a second field, where the secret is typed twice.
    pub again: Option<String>,
    /// Pictures to choose from; none where the secret is typed.
    pub pictures: Vec<Avatar>,
    /// What is said at 0, 1, 2, 3 and 4 chosen pictures.
    pub counts: Vec<String>,
    pub clear: String,
    pub digits: bool,
    /// Typed characters are hidden.
    pub hidden: bool,
    pub submit: Button,
    pub said: Option<Said>,
    /// It opens a record; otherwise it sets a lock.
    pub opens: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    pub title: String,
    pub text: String,
    /// Whose sheet it is, for the paper.
    pub whose: String,
    pub words: Vec<String>,
    pub actions: Vec<Button>,
}

/// On the page "Who is learning?": the record that is locked.
#[derive(Clone, Debug, PartialEq)]
pub struct UnlockView {
    pub title: String,
    pub name: String,
    pub avatar: Avatar,
    pub entry: EntryView,
    pub other: Option<Button>,
}

pub fn guarding(wish: Guarding) -> Msg {
    Msg::Device(Device::Guard(wish))
}

fn press(label: &str, wish: Guarding) -> Button {
    button(label, true, guarding(wish))
}

pub fn lock(shell: &Shell, locale: Locale, name: &str) -> LockView {
    let guard = &shell.guard;
    let minutes = IDLE_MINUTES.to_string();
    let lines = match guard.lock {
        None => vec![words::lock_text(locale, &minutes)],
        Some((kind, has_sheet)) => {
            let kind = match kind {
                LockKind::Pin => words::lock_is_pin(locale),
                LockKind::Pictures => words::lock_is_pictures(locale),
                LockKind::Words => words::lock_is_words(locale),
            };
            let sheet = if has_sheet { words::lock_has_sheet(locale) } else { words::lock_no_sheet(locale) };
            vec![format!("{kind} {sheet}"), words::lock_text(locale, &minutes)]
        }
    };
    let begin = |label, kind| press(label, Guarding::Begin(kind));
    let possible = shell.keep.encrypted && shell.keep.facts > 0;
    let ways = match (possible, guard.setting.is_some() || guard.sheet.is_some()) {
        (false, _) | (_, true) => Vec::new(),
        (true, false) => {
            let mut ways = vec![
                begin(words::lock_pin(locale), LockKind::Pin),
                begin(words::lock_pictures(locale), LockKind::Pictures),
                begin(words::lock_words(locale), LockKind::Words),
            ];
            if guard.lock.is_some() {
                ways.push(press(words::lock_now(locale), Guarding::Leave));
                ways.push(press(words::lock_remove(locale), Guarding::TakeOff));
            }
            ways
        }
    };
    let why_not = match () {
        () if possible || !shell.keep.known => None,
        () if shell.keep.encrypted => Some(words::lock_none_yet(locale)),
        () => Some(words::lock_impossible(locale)),
    };
    let honest = [words::lock_honest(locale), words::lock_forgotten(locale), words::lock_file(locale)];
    LockView {
        title: words::lock_title(locale).into(),
        lines: lines.into_iter().chain(why_not.map(String::from)).collect(),
        honest: honest.map(String::from).into(),
        ways,
        entry: guard.setting.as_ref().map(|setting| set(setting, locale)),
        beside: guard.setting.as_ref().map_or_else(Vec::new, |setting| {
            let other = press(words::lock_words_other(locale), Guarding::Begin(setting.kind));
            let cancel = press(words::lock_cancel(locale), Guarding::Cancel);
            if setting.words.is_empty() { vec![cancel] } else { vec![other, cancel] }
        }),
        sheet: guard.sheet.as_deref().map(|words| sheet(words, name, locale)),
    }
}

fn sheet(drawn: &str, name: &str, locale: Locale) -> SheetView {
    SheetView {
        title: words::sheet_title(locale).into(),
        text: words::sheet_text(locale).into(),
        whose: words::sheet_app(locale, name),
        words: drawn.split(' ').map(String::from).collect(),
        actions: vec![
            press(words::sheet_print(locale), Guarding::Print),
            press(words::sheet_done(locale), Guarding::SheetKept),
        ],
    }
}

fn set(setting: &Setting, locale: Locale) -> EntryView {
    let (name, label, again) = match setting.kind {
        LockKind::Pin => {
            ("set-pin", words::lock_pin_new(locale), Some(words::lock_pin_again(locale).to_string()))
        }
        LockKind::Pictures => ("set-pictures", words::lock_pictures_new(locale), None),
        LockKind::Words => ("set-words", words::lock_words_new(locale), None),
    };
    let said = setting.problem.map(|problem| match problem {
        Problem::Short => words::lock_short(locale),
        Problem::Differs => words::lock_differs(locale),
        Problem::Failed => words::lock_failed(locale),
    });
    let submit = press(words::lock_set(locale), Guarding::Cancel);
    entry(setting.kind, (name, label), submit, said.map(String::from), false, locale)
        .with(setting.words.clone(), again)
}

impl EntryView {
    fn with(self, words: String, again: Option<String>) -> Self {
        Self { words, again, ..self }
    }
}

fn entry(
    kind: LockKind,
    (name, label): (&'static str, &str),
    submit: Button,
    said: Option<String>,
    opens: bool,
    locale: Locale,
) -> EntryView {
    let pictures = |id: &str| Avatar { id: id.into(), name: avatar_name(id, locale).into() };
    let by_pictures = kind == LockKind::Pictures;
    EntryView {
        name,
        label: label.into(),
        words: String::new(),
        again: None,
        pictures: if by_pictures { AVATARS.map(pictures).into() } else { Vec::new() },
        counts: (0..=4).map(|count: u8| words::lock_pictures_count(locale, &count.to_string())).collect(),
        clear: words::lock_pictures_clear(locale).into(),
        digits: kind == LockKind::Pin,
        hidden: kind == LockKind::Pin,
        submit,
        said: said.map(|said| Said { tone: Tone::Advice, line: text::words(said) }),
        opens,
    }
}

/// The form for the record that someone wants to open, if there is one.
pub fn unlock(
    shell: &Shell,
    card: impl Fn(&LearnerFacts) -> (String, Avatar),
    locale: Locale,
) -> Option<UnlockView> {
    let asked = shell.guard.asked.as_ref()?;
    let facts = shell.learners.iter().find(|learner| learner.id == asked.id)?;
    let (name, avatar) = card(facts);
    let (form, label) = match (asked.by_sheet, asked.kind) {
        (true, _) => ("open-sheet", words::lock_sheet_open(locale)),
        (_, LockKind::Pin) => ("open-pin", words::lock_pin_open(locale)),
        (_, LockKind::Pictures) => ("open-pictures", words::lock_pictures_open(locale)),
        (_, LockKind::Words) => ("open-words", words::lock_words_open(locale)),
    };
    let said = match asked {
        Asked { opening: true, .. } => Some(words::lock_opening(locale).into()),
        Asked { pause, .. } if *pause > 0 => Some(words::lock_pause(locale, &pause.to_string())),
        Asked { wrong, .. } if *wrong > 0 => Some(words::lock_wrong(locale).into()),
        _ if shell.guard.idle => Some(words::lock_idle(locale).into()),
        _ => None,
    };
    let submit = button(
        words::lock_open(locale),
        !asked.opening && asked.pause == 0,
        guarding(Guarding::Open(String::new())),
    );
    let kind = if asked.by_sheet { LockKind::Words } else { asked.kind };
    let label_of_other =
        if asked.by_sheet { words::lock_open_by_secret(locale) } else { words::lock_open_by_sheet(locale) };
    Some(UnlockView {
        title: words::lock_who(locale).into(),
        name,
        avatar,
        entry: entry(kind, (form, label), submit, said, true, locale),
        other: asked.has_sheet.then(|| press(label_of_other, Guarding::BySheet(!asked.by_sheet))),
    })
}

/// Deleting everything: the words, the press, and the second question.
#[derive(Clone, Debug, PartialEq)]
pub struct WipeView {
    pub title: String,
    pub text: String,
    pub ask: Button,
    pub confirm: Option<Notice>,
    pub said: Option<Said>,
}

pub fn wipe(shell: &Shell, locale: Locale) -> WipeView {
    let asked = shell.guard.wipe == Wipe::Asked;
    let records = i64::try_from(shell.learners.len()).unwrap_or(i64::MAX);
    let said = match shell.guard.wipe {
        Wipe::No | Wipe::Asked => None,
        Wipe::Done => Some((Tone::Right, words::wipe_done(locale))),
        Wipe::Failed => Some((Tone::Warning, words::wipe_failed(locale))),
    };
    let mut actions = vec![
        press(words::wipe_no(locale), Guarding::WipeRefused),
        press(words::wipe_yes(locale), Guarding::WipeAgreed),
    ];
    if shell.keep.facts > 0 {
        actions.insert(0, button(words::keep_export(locale), true, Msg::Device(Device::Export)));
    }
    WipeView {
        title: words::wipe_title(locale).into(),
        text: words::wipe_text(locale).into(),
        ask: button(words::wipe_ask(locale), !asked, guarding(Guarding::WipeAsked)),
        confirm: asked.then(|| Notice {
            tone: Tone::Warning,
            title: words::wipe_sure(locale).into(),
            text: words::wipe_sure_text(locale, records),
            actions,
            close: None,
        }),
        said: said.map(|(tone, words)| Said { tone, line: text::words(words) }),
    }
}
