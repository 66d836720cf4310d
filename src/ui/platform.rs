//! The browser's side doors the shell uses: address, clock, languages, files, appearance. Small functions, no state.

use crate::content::Locale;
use crate::num::Moment;
use crate::tutor::Route;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, Document, Element, HtmlAnchorElement, ReadableStream, ReadableStreamDefaultReader,
    ReadableWritablePair, RequestCache, RequestInit, Response, Storage, Url, Window,
};

pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

pub fn document() -> Document {
    window().document().expect("the app runs in a page")
}

fn root() -> Element {
    document().document_element().expect("a document has a root")
}

/// How much this device can do at once.
pub fn cores() -> usize {
    window().navigator().hardware_concurrency() as usize
}

/// What the device's clock shows now. The one place where the program reads a clock.
pub fn now() -> Moment {
    let date = Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds and minutes are whole and far from the bounds"
    )]
    Moment::new(date.get_time() as i64, -date.get_timezone_offset() as i16)
}

pub fn route() -> Route {
    Route::read(&window().location().hash().unwrap_or_default())
}

pub fn go(route: &Route) {
    // A refused address leaves the page where it is.
    let _ = window().location().set_hash(&route.to_string());
}

thread_local! {
    /// An address that is about to be written.
    static ADDRESS: Cell<Option<Timeout>> = const { Cell::new(None) };
}

/// Writes another address over the one of this page, which stays. Browsers take long for it: the paint comes first.
/// Whoever has gone on meanwhile is not called back.
pub fn readdress(route: Route) {
    let window = window();
    let hash = window.location().hash().ok();
    let write = move || {
        if window.location().hash().ok() == hash
            && let Ok(history) = window.history()
        {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string()));
        }
    };
    ADDRESS.set(Some(Timeout::new(100, write)));
}

pub fn reload() {
    let _ = window().location().reload();
}

/// The language chosen on this device, or else the first of the reader's languages that Trellis speaks.
pub fn language() -> Locale {
    if let Some(chosen) = setting("language").and_then(|code| Locale::parse(&code)) {
        return chosen;
    }
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| Locale::parse(&tag.as_string()?)).next().unwrap_or_default()
}

/// Whether the page stands in a frame of another one, which may have forbidden what a page can do by itself.
pub fn is_framed() -> bool {
    let window = window();
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

pub fn is_secure() -> bool {
    window().is_secure_context()
}

/// A file of the release.
pub async fn fetch_text(address: &str) -> Option<String> {
    text_of(window().fetch_with_str(address)).await
}

/// The same from its host, past what the browser kept: a damaged file would otherwise stay for as long as a good one.
pub async fn fetch_text_anew(address: &str) -> Option<String> {
    let past_the_cache = RequestInit::new();
    past_the_cache.set_cache(RequestCache::Reload);
    text_of(window().fetch_with_str_and_init(address, &past_the_cache)).await
}

/// A file that a host may change by hand: as its host has it now; empty where there is none, nothing where that cannot
/// be known.
pub async fn fetch_own(address: &str) -> Option<String> {
    let as_it_is = RequestInit::new();
    as_it_is.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &as_it_is)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    match response.status() {
        200 => JsFuture::from(response.text().ok()?).await.ok()?.as_string(),
        404 | 410 => Some(String::new()),
        _ => None,
    }
}

async fn text_of(response: Promise) -> Option<String> {
    let response: Response = JsFuture::from(response).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Whether this file is kept for use without a network, and fetched for that if it was not yet; nothing where this
/// browser keeps nothing.
pub async fn keeps(address: &str) -> Option<bool> {
    let trellis = Reflect::get(&js_sys::global(), &"trellis".into()).ok()?;
    let keeps: Function = Reflect::get(&trellis, &"keeps".into()).ok()?.dyn_into().ok()?;
    let answer: Promise = keeps.call1(&JsValue::NULL, &address.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// Tries every way out of the page; a report for `view::proof`.
pub async fn probe() -> Option<String> {
    let trellis = Reflect::get(&js_sys::global(), &"trellis".into()).ok()?;
    let probe: Function = Reflect::get(&trellis, &"probe".into()).ok()?.dyn_into().ok()?;
    let answer: Promise = probe.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}

pub fn print() {
    let _ = window().print();
}

/// Forgets what the browser keeps for this page beside the records: settings, this tab's learner, the files for use
/// without a network. False where something of it stayed.
pub async fn forget_everything() -> bool {
    for storage in storage().into_iter().chain(tab_storage()) {
        let names = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
        let ours: Vec<String> = names.filter(|name| name.starts_with("trellis.")).collect();
        for name in ours {
            let _ = storage.remove_item(&name);
        }
    }
    let trellis = Reflect::get(&js_sys::global(), &"trellis".into()).unwrap_or_default();
    let forget = Reflect::get(&trellis, &"forget".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    let answer = forget.and_then(|forget| forget.call0(&JsValue::NULL).ok()?.dyn_into::<Promise>().ok());
    match answer {
        Some(answer) => JsFuture::from(answer).await.is_ok_and(|done| done.is_truthy()),
        None => false,
    }
}

/// Where the map of the content lies: the build writes it into the page.
pub fn map_address() -> String {
    let meta = document().query_selector("meta[name=trellis-map]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| "packs/map.json".into())
}

/// Marks the page as interactive, for outside measurement.
pub fn set_ready() {
    set_root("data-ready", "true");
}

pub fn set_root(attribute: &str, value: &str) {
    let _ = root().set_attribute(attribute, value);
}

pub fn set_title(title: &str) {
    document().set_title(title);
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// An appearance setting of this device; never anything about a learner.
pub fn setting(name: &str) -> Option<String> {
    storage()?.get_item(&format!("trellis.{name}")).ok().flatten()
}

pub fn set_setting(name: &str, value: &str) {
    // Where the browser keeps no settings the choice lasts as long as the page.
    let _ = storage().map(|storage| storage.set_item(&format!("trellis.{name}"), value));
}

pub fn forget_setting(name: &str) {
    let _ = storage().map(|storage| storage.remove_item(&format!("trellis.{name}")));
}

/// Offers bytes as a download; false where the browser refuses.
pub fn save_file(name: &str, bytes: &[u8]) -> bool {
    let save = || -> Result<(), JsValue> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence(&parts)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Url::revoke_object_url(&address)
    };
    save().is_ok()
}

/// A file that opens to more than this is not one of ours.
const MOST_BYTES: usize = 64 << 20;

pub async fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let (packed, whole) = drained(piped(&blob_of(bytes)?, "CompressionStream")?).await;
    whole.then_some(packed)
}

/// The text in a compressed file; of a damaged one what comes before the damage.
pub async fn gunzip(bytes: &[u8]) -> Vec<u8> {
    match blob_of(bytes) {
        Some(blob) => gunzip_blob(&blob).await,
        None => Vec::new(),
    }
}

/// The same of a file whose packed bytes need not pass through here.
pub async fn gunzip_blob(blob: &Blob) -> Vec<u8> {
    match piped(blob, "DecompressionStream") {
        Some(stream) => drained(stream).await.0,
        None => Vec::new(),
    }
}

fn blob_of(bytes: &[u8]) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()
}

/// `web-sys` has these streams only as unstable bindings, so they are made by name.
fn piped(blob: &Blob, kind: &str) -> Option<ReadableStream> {
    let make: Function = Reflect::get(&js_sys::global(), &kind.into()).ok()?.dyn_into().ok()?;
    let pair: JsValue = Reflect::construct(&make, &Array::of1(&"gzip".into())).ok()?;
    let pair: &ReadableWritablePair = pair.unchecked_ref();
    Some(blob.stream().pipe_through(pair))
}

/// Everything that comes out of a stream until it ends, breaks or is too long; and whether it ended.
async fn drained(stream: ReadableStream) -> (Vec<u8>, bool) {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while let Ok(part) = JsFuture::from(reader.read()).await {
        if Reflect::get(&part, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return (bytes, true);
        }
        let Ok(value) = Reflect::get(&part, &"value".into()) else { break };
        bytes.extend(Uint8Array::new(&value).to_vec());
        if bytes.len() > MOST_BYTES {
            break;
        }
    }
    (bytes, false)
}

/// The local date, as it stands in file names: `2026-11-22`.
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Whether the text is on the clipboard now.
pub async fn copy(text: &str) -> bool {
    let write = || -> Option<Promise> {
        let navigator: JsValue = window().navigator().into();
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
    };
    match write() {
        Some(writing) => JsFuture::from(writing).await.is_ok(),
        None => false,
    }
}

/// The address of the app, without what stands behind `#`.
pub fn address() -> String {
    let whole = window().location().href().unwrap_or_default();
    whole.split('#').next().unwrap_or_default().into()
}

/// Milliseconds, for measuring how long something took.
pub fn moment() -> f64 {
    Date::now()
}

/// Today's local date, counted in days from 1970.
pub fn day() -> i64 {
    let now = now();
    i64::from(crate::num::Day::of(now.wall, now.zone).0)
}

fn tab_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Something this tab alone remembers, until it is closed.
pub fn tab_setting(name: &str) -> Option<String> {
    tab_storage()?.get_item(&format!("trellis.{name}")).ok().flatten()
}

pub fn set_tab_setting(name: &str, value: &str) {
    // Without it the learner is asked again after a reload.
    let _ = tab_storage().map(|storage| storage.set_item(&format!("trellis.{name}"), value));
}

/// Whether this browser finds codes in pictures, and has a camera to look with.
pub fn reads_codes() -> bool {
    let has =
        |name: &str| Reflect::get(&js_sys::global(), &name.into()).is_ok_and(|found| found.is_function());
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into());
    has("BarcodeDetector") && devices.is_ok_and(|devices| devices.is_object())
}

/// Begins anew with the newer release that waits, if it may.
pub fn update() {
    let trellis = Reflect::get(&js_sys::global(), &"trellis".into());
    let update = trellis.and_then(|trellis| Reflect::get(&trellis, &"update".into()));
    match update.ok().and_then(|update| update.dyn_into::<Function>().ok()) {
        Some(update) => drop(update.call0(&JsValue::NULL)),
        None => reload(),
    }
}
