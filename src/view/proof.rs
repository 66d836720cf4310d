//! The page that proves what is said about privacy: what became of every way out, what was loaded, what is stored. What
//! was tried is told by `web/probe.js`, and only put into words here; a word that this page does not know is never safe.

use super::guard::{self, WipeView};
use super::practice::button;
use super::stored::{Stored, stored};
use super::{Button, Shell, Tone, words};
use crate::content::Locale;
use crate::learner::json::{Json, Object};
use crate::tutor::{Guarding, Session};

/// Where every attempt goes: a name that can never belong to anyone (RFC 2606).
pub const NOWHERE: &str = "outbound-probe.invalid";

/// What the page about privacy is made of; its words are fetched with it, apart from all other pages.
#[derive(Clone, Debug, PartialEq)]
pub struct PrivacyPage {
    pub locale: Locale,
    pub version: String,
    /// Nothing is encrypted here.
    pub plain: bool,
    pub wipe: WipeView,
}

impl PrivacyPage {
    pub fn of(session: &Session, shell: &Shell) -> Self {
        let locale = session.locale;
        Self {
            locale,
            version: shell.version.clone(),
            plain: shell.keep.known && !shell.keep.encrypted,
            wipe: guard::wipe(shell, locale),
        }
    }
}

/// The page before and beside what is found out while it stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofPage {
    pub locale: Locale,
    pub title: String,
    pub text: String,
    pub version: String,
    pub print: Button,
    pub trying: String,
    pub again: String,
    pub stored: StoredView,
    pub kept_title: String,
    pub kept_text: String,
    pub wipe: WipeView,
}

/// All that is stored, with the words of its table.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredView {
    pub title: String,
    pub text: String,
    /// That nothing is encrypted here; empty where it is.
    pub plain: String,
    pub field: String,
    pub means: String,
    pub example: String,
    pub place: String,
    pub kinds: Vec<Stored>,
}

impl ProofPage {
    pub fn of(page: &PrivacyPage) -> Self {
        let locale = page.locale;
        Self {
            locale,
            title: words::proof_title(locale).into(),
            text: words::proof_text(locale).into(),
            version: page.version.clone(),
            print: button(words::proof_print(locale), true, guard::guarding(Guarding::Print)),
            trying: words::proof_trying(locale).into(),
            again: words::proof_again(locale).into(),
            stored: StoredView {
                title: words::proof_stored_title(locale).into(),
                text: words::proof_stored_text(locale).into(),
                plain: if page.plain { words::proof_plain(locale).into() } else { String::new() },
                field: words::proof_field(locale).into(),
                means: words::proof_means(locale).into(),
                example: words::proof_example(locale).into(),
                place: words::proof_place(locale).into(),
                kinds: stored(locale),
            },
            kept_title: words::proof_kept_title(locale).into(),
            kept_text: words::proof_kept_text(locale).into(),
            wipe: page.wipe.clone(),
        }
    }
}

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing refused it.
    Open,
    Unknown,
    Untried,
    Blocked,
    Removed,
    Absent,
}

/// One attempt, from one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub id: String,
    /// `page`, `worker`, `journal` or `service`.
    pub place: String,
    pub outcome: Outcome,
}

/// A file that the browser counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub name: String,
    pub ours: bool,
}

/// What `web/probe.js` found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub ways: Vec<Way>,
    pub loaded: Vec<Loaded>,
    /// The browser counted every file.
    pub whole: bool,
}

impl Report {
    /// `None` where it is no report: then nothing is known.
    pub fn read(json: &str) -> Option<Self> {
        let report = Object::read(json)?;
        let list = |name: &str| report.needs(name, Json::list);
        let ways = list("ways")?.into_iter().map(|way| Way::read(&way.object()?));
        let loaded = list("loaded")?.into_iter().map(|file| Loaded::read(&file.object()?));
        let ways: Vec<Way> = ways.collect::<Option<_>>()?;
        (!ways.is_empty()).then_some(Self {
            ways,
            loaded: loaded.collect::<Option<_>>()?,
            whole: report.needs("whole", Json::truth)?,
        })
    }
}

impl Way {
    fn read(way: &Object) -> Option<Self> {
        let outcome = match &*way.needs("said", Json::text)? {
            "blocked" => Outcome::Blocked,
            "removed" => Outcome::Removed,
            "absent" => Outcome::Absent,
            "untried" => Outcome::Untried,
            "unknown" => Outcome::Unknown,
            // Whatever else is said is no proof of anything.
            _ => Outcome::Open,
        };
        Some(Self { id: way.needs("id", Json::text)?, place: way.needs("where", Json::text)?, outcome })
    }
}

impl Loaded {
    fn read(file: &Object) -> Option<Self> {
        Some(Self { name: file.needs("name", Json::text)?, ours: file.needs("ours", Json::truth)? })
    }
}

/// What was found, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    pub title: String,
    pub address: String,
    pub tone: Tone,
    pub verdict: String,
    pub tried: String,
    /// How many were closed, open, unknown and untried; what has none is left out.
    pub counts: Vec<String>,
    pub limits: String,
    pub leaving: String,
    pub groups: Vec<Group>,
    pub loaded_title: String,
    pub loaded: Vec<String>,
    pub files_label: String,
    pub files: Vec<String>,
}

/// The attempts from one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub title: String,
    pub ways: Vec<WayView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WayView {
    pub id: String,
    pub words: String,
    pub said: String,
    /// `is-closed`, `is-open` or `is-unknown`.
    pub class: &'static str,
}

pub fn findings(report: &Report, page: &ProofPage, address: &str) -> Findings {
    let locale = page.locale;
    let count =
        |outcomes: &[Outcome]| report.ways.iter().filter(|way| outcomes.contains(&way.outcome)).count();
    let said =
        |count: usize, say: fn(Locale, &str) -> String| (count > 0).then(|| say(locale, &count.to_string()));
    let open = count(&[Outcome::Open]);
    let counts = [
        said(open, words::proof_open),
        said(count(&[Outcome::Blocked, Outcome::Removed, Outcome::Absent]), words::proof_closed),
        said(count(&[Outcome::Unknown]), words::proof_unknown),
        said(count(&[Outcome::Untried]), words::proof_untried),
    ];
    let places = [
        ("page", words::proof_from_page(locale)),
        ("worker", words::proof_from_worker(locale)),
        ("journal", words::proof_from_journal(locale)),
        ("service", words::proof_from_service(locale)),
    ];
    let group = |(place, title): (&str, &str)| {
        let mut ways: Vec<&Way> = report.ways.iter().filter(|way| way.place == place).collect();
        ways.sort_by_key(|way| way.outcome);
        Group { title: title.into(), ways: ways.iter().map(|way| way_view(way, locale)).collect() }
    };
    let verdict =
        if open > 0 { words::proof_verdict_open(locale) } else { words::proof_verdict_closed(locale) };
    Findings {
        title: words::proof_result(locale).into(),
        address: words::proof_address(locale, address, &page.version),
        tone: if open > 0 { Tone::Warning } else { Tone::Right },
        verdict: verdict.into(),
        tried: words::proof_tried(locale, &report.ways.len().to_string(), NOWHERE),
        counts: counts.into_iter().flatten().collect(),
        limits: words::proof_verdict_limits(locale).into(),
        leaving: words::proof_leaving(locale).into(),
        groups: places.map(group).into_iter().filter(|group| !group.ways.is_empty()).collect(),
        loaded_title: words::proof_loaded_title(locale).into(),
        loaded: loaded(report, locale),
        files_label: words::proof_files(locale).into(),
        files: report.loaded.iter().map(|file| file.name.clone()).collect(),
    }
}

/// What is said where the attempts came to no end.
pub fn failed(locale: Locale) -> &'static str {
    words::proof_failed(locale)
}

fn loaded(report: &Report, locale: Locale) -> Vec<String> {
    let foreign: Vec<&str> =
        report.loaded.iter().filter(|file| !file.ours).map(|file| file.name.as_str()).collect();
    let own = i64::try_from(report.loaded.len() - foreign.len()).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    lines.push(words::proof_loaded_own(locale, own));
    lines.push(match foreign.as_slice() {
        [] => words::proof_loaded_none(locale).into(),
        names => words::proof_loaded_foreign(locale, &names.join(", ")),
    });
    if !report.whole {
        lines.push(words::proof_loaded_part(locale).into());
    }
    lines.push(words::proof_loaded_limits(locale).into());
    lines
}

fn way_view(way: &Way, locale: Locale) -> WayView {
    let (said, class) = match way.outcome {
        Outcome::Blocked => (words::said_blocked(locale), "is-closed"),
        Outcome::Removed => (words::said_removed(locale), "is-closed"),
        Outcome::Absent => (words::said_absent(locale), "is-closed"),
        Outcome::Open => (words::said_open(locale), "is-open"),
        Outcome::Unknown => (words::said_unknown(locale), "is-unknown"),
        Outcome::Untried => (words::said_untried(locale), "is-unknown"),
    };
    let words = way_words(&way.id, locale).map_or_else(|| way.id.clone(), String::from);
    WayView { id: way.id.clone(), words, said: said.into(), class }
}

/// A way out, in words. Every id of `web/probe.js` stands here.
pub fn way_words(id: &str, locale: Locale) -> Option<&'static str> {
    Some(match id {
        "fetch" => words::way_fetch(locale),
        "fetch-blind" => words::way_fetch_blind(locale),
        "fetch-keepalive" => words::way_fetch_keepalive(locale),
        "xhr" => words::way_xhr(locale),
        "websocket" => words::way_websocket(locale),
        "eventsource" => words::way_eventsource(locale),
        "webtransport" => words::way_webtransport(locale),
        "cache-add" => words::way_cache_add(locale),
        "wasm-stream" => words::way_wasm_stream(locale),
        "import" => words::way_import(locale),
        "worker" => words::way_worker(locale),
        "beacon" => words::way_beacon(locale),
        "fetch-later" => words::way_fetch_later(locale),
        "webrtc" => words::way_webrtc(locale),
        "webrtc-frame" => words::way_webrtc_frame(locale),
        "shared-worker" => words::way_shared_worker(locale),
        "blob-worker" => words::way_blob_worker(locale),
        "service-worker" => words::way_service_worker(locale),
        "image" => words::way_image(locale),
        "image-set" => words::way_image_set(locale),
        "image-svg" => words::way_image_svg(locale),
        "audio" => words::way_audio(locale),
        "video" => words::way_video(locale),
        "track" => words::way_track(locale),
        "style-image" => words::way_style_image(locale),
        "style-cursor" => words::way_style_cursor(locale),
        "stylesheet" => words::way_stylesheet(locale),
        "style-import" => words::way_style_import(locale),
        "font" => words::way_font(locale),
        "script" => words::way_script(locale),
        "script-inline" => words::way_script_inline(locale),
        "markup" => words::way_markup(locale),
        "eval" => words::way_eval(locale),
        "frame" => words::way_frame(locale),
        "object" => words::way_object(locale),
        "embed" => words::way_embed(locale),
        "form" => words::way_form(locale),
        "ping" => words::way_ping(locale),
        "prefetch" => words::way_prefetch(locale),
        "preload" => words::way_preload(locale),
        "preload-module" => words::way_preload_module(locale),
        "preload-rules" => words::way_preload_rules(locale),
        "preconnect" => words::way_preconnect(locale),
        "dns-prefetch" => words::way_dns_prefetch(locale),
        "leave-address" => words::way_leave_address(locale),
        "leave-link" => words::way_leave_link(locale),
        "leave-window" => words::way_leave_window(locale),
        "leave-refresh" => words::way_leave_refresh(locale),
        "import-scripts" => words::way_import_scripts(locale),
        "all" => words::way_all(locale),
        _ => return None,
    })
}
