//! `cargo xtask dist`: the folder to put on a host. Names with hashes, compressed twins, service worker, headers.

use crate::Options;
use crate::assets::{Asset, Assets, hex};
use crate::budgets::{self, Budget, FirstQuestion};
use crate::headers;
use crate::packs::{self, Packs};
use crate::page::{self, Links};
use crate::shell::{Outcome, file_name, files_in, read, read_bytes, root, say, step};
use crate::web::{self, Bundle, Cut, Effort};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn command(options: &Options) -> Outcome {
    let base = options.value("--base").unwrap_or("/");
    let out = root().join(options.value("--out").unwrap_or("dist"));
    let release = build(&out, base, Effort::Release)?;
    say(format!("{} is ready to be put on a host", release.folder.display()));
    budgets::check(&release.budgets)
}

const MANIFEST: &str = "manifest.webmanifest";
/// The page that opens a progress file without Trellis: learners keep it on a disk of their own, so its name stays.
const OPENER: &str = "open-progress-file.html";

/// What a host may set, without building anything: the one file of a release that may be changed by hand. As it ships it
/// sets nothing.
pub const CONFIG: &str = "config.json";
const NOTHING_SET: &str = "{}\n";

/// A release as written.
pub struct Release {
    pub folder: PathBuf,
    pub budgets: Vec<Budget>,
    /// A question with a typed answer, `<item id>/<seed>`.
    pub typed_item: Option<String>,
}

/// Builds the app and writes its release into `out`.
pub fn build(out: &Path, base: &str, effort: Effort) -> Outcome<Release> {
    let bundle = web::build("trellis", "trellis", effort, Cut::Split)?;
    let mut assets = Assets::default();
    let packs = packs::add(&mut assets)?;
    let links = link_packs(add_app(&mut assets, bundle, effort)?, packs.as_ref());
    assets.add("index.html", page::index(&read(&root().join("index.html"))?, &links, &assets)?);
    assets.add(OPENER, page::alone(&read(&root().join("web").join(OPENER))?)?);
    if effort == Effort::Release {
        add_service_worker(&mut assets, &links)?;
    }
    assets.add("_headers", headers::netlify(&base_path(base)));
    // After the service worker's list: whoever changes it changes nothing else.
    assets.add(CONFIG, NOTHING_SET);
    finish(&mut assets, out, effort)?;
    Ok(Release {
        folder: out.to_owned(),
        budgets: first_question(&links).budgets(&assets),
        typed_item: packs.and_then(|packs| packs.typed_item),
    })
}

/// The floor page of the benches, packaged like the app but with nothing that it does not need.
pub fn build_floor(out: &Path) -> Outcome {
    let bundle = web::build("floor", "floor", Effort::Release, Cut::Whole)?;
    let folder = root().join("benches/floor");
    let mut assets = Assets::default();
    let wasm = assets.add_hashed("floor.wasm", bundle.wasm);
    let start = page::glue_as_expression(&bundle.glue)?;
    let script = assets.add_hashed("floor.js", format!("({start})({{ module_or_path: '{wasm}' }});\n"));
    let style = assets.add_hashed("floor.css", read_bytes(&folder.join("floor.css"))?);
    let links = Links { script, wasm, style: Some(style), ..Links::default() };
    assets.add("index.html", page::index(&read(&folder.join("index.html"))?, &links, &assets)?);
    finish(&mut assets, out, Effort::Release)
}

/// Everything but packs and page: what the page links to.
fn add_app(assets: &mut Assets, bundle: Bundle, effort: Effort) -> Outcome<Links> {
    let fonts = add_fonts(assets)?;
    let style = add_styles(assets, &fonts)?;
    add_icons(assets)?;
    let wasm = assets.add_hashed("trellis.wasm", bundle.wasm);
    let later: Vec<Renamed> = bundle
        .later
        .into_iter()
        .map(|(source, bytes)| Renamed { released: assets.add_hashed(&source, bytes), source })
        .collect();
    let glue = with_released_names(bundle.glue, &later);
    let script = add_boot(assets, &glue, (&wasm, &later), effort)?;
    Ok(Links {
        style: Some(style),
        script,
        wasm,
        later: later.into_iter().map(|part| part.released).collect(),
        fonts: fonts.into_iter().map(|font| font.released).collect(),
        icon: Some(read(&root().join("web/icons/icon.svg"))?),
        ..Links::default()
    })
}

/// A file's name in the repository, and in the release.
struct Renamed {
    source: String,
    released: String,
}

fn add_fonts(assets: &mut Assets) -> Outcome<Vec<Renamed>> {
    let files = files_in(&root().join("styles/fonts"));
    let licences = files.iter().filter(|file| has_ending(file, "txt"));
    for licence in licences {
        assets.add(&format!("fonts/{}", file_name(licence)), read_bytes(licence)?);
    }
    let fonts = files.iter().filter(|file| has_ending(file, "woff2"));
    fonts.map(|file| add_renamed(assets, file, "fonts")).collect()
}

/// The icons and the manifest that names them.
fn add_icons(assets: &mut Assets) -> Outcome {
    let files = files_in(&root().join("web/icons"));
    let icons: Vec<Renamed> =
        files.iter().map(|file| add_renamed(assets, file, "icons")).collect::<Outcome<_>>()?;
    let manifest = read(&root().join(format!("web/{MANIFEST}")))?;
    assets.add(MANIFEST, with_released_names(manifest, &icons));
    Ok(())
}

fn add_renamed(assets: &mut Assets, file: &Path, folder: &str) -> Outcome<Renamed> {
    let source = format!("{folder}/{}", file_name(file));
    let released = assets.add_hashed(&source, read_bytes(file)?);
    Ok(Renamed { source, released })
}

/// A text with the names of the repository replaced by those of the release.
fn with_released_names(text: String, files: &[Renamed]) -> String {
    files.iter().fold(text, |text, file| text.replace(&file.source, &file.released))
}

/// The order of the cascade; a part that does not exist yet is left out.
const STYLES: [&str; 8] = ["tokens", "base", "layout", "start", "item", "figure", "lesson", "print"];

/// Those of pages that nobody begins with; `boot.js` puts them into the page when the first one stands.
const LATER_STYLES: [&str; 1] = ["class"];

fn add_styles(assets: &mut Assets, fonts: &[Renamed]) -> Outcome<String> {
    let known = [&STYLES[..], &LATER_STYLES].concat();
    let stem = |file: &Path| file_name(file).trim_end_matches(".css").to_owned();
    let folder = root().join("styles");
    let strays =
        files_in(&folder).into_iter().find(|file| has_ending(file, "css") && !known.contains(&&*stem(file)));
    if let Some(stray) = strays {
        return Err(format!(
            "{} has no place in the order of the styles (`STYLES` in dist.rs).",
            stray.display()
        ));
    }
    let css = with_released_names(styles(&STYLES)?, fonts);
    Ok(assets.add_hashed("trellis.css", page::smaller_css(&css)))
}

fn styles(names: &[&str]) -> Outcome<String> {
    let parts = names.iter().map(|name| root().join("styles").join(format!("{name}.css")));
    let texts: Vec<String> =
        parts.filter(|part| part.exists()).map(|part| read(&part)).collect::<Outcome<_>>()?;
    Ok(texts.concat())
}

/// The start script with the bindings inside it and the names of the other files at its top.
fn add_boot(
    assets: &mut Assets,
    glue: &str,
    (wasm, later): (&str, &[Renamed]),
    effort: Effort,
) -> Outcome<String> {
    let mut files = BTreeMap::from([("wasm".to_owned(), wasm.to_owned())]);
    if effort == Effort::Release {
        files.insert("offline".to_owned(), "sw.js".to_owned());
        files.insert("manifest".to_owned(), MANIFEST.to_owned());
    }
    files.insert(
        "styles".to_owned(),
        assets.add_hashed("later.css", page::smaller_css(&styles(&LATER_STYLES)?)),
    );
    for file in worker_scripts() {
        let stem = file_name(&file).trim_end_matches(".js").to_owned();
        files.insert(stem, assets.add_hashed(&file_name(&file), page::smaller_js(&read(&file)?)));
    }
    let start = page::glue_as_expression(glue)?;
    let start = format!("const start = {start};");
    let folder = read(&root().join("web").join(FOLDER))?;
    let folder = page::fill(&folder, "const FILES = ", &format!("const FILES = {};", json!(files)))?;
    let folder = page::fill(&folder, "import start from ", &start)?;
    files.insert("folder".to_owned(), assets.add_hashed(FOLDER, page::smaller_js(&folder)));
    let boot = read(&root().join("web/boot.js"))?;
    let mut files = json!(files);
    files["record"] = of_record(later).into();
    let boot = page::fill(&boot, "const FILES = ", &format!("const FILES = {files};"))?;
    let boot = page::fill(&boot, "import start from ", &start)?;
    Ok(assets.add_hashed("boot.js", page::smaller_js(&boot)))
}

/// What the program asks for before it can open anybody's record.
fn of_record(later: &[Renamed]) -> Vec<String> {
    let is_wanted = |part: &&Renamed| {
        ["shared_hands.bin", "shared_wider.bin", "shared_records.bin", "split_records.wasm"]
            .contains(&&*part.source)
    };
    later.iter().filter(is_wanted).map(|part| part.released.clone()).collect()
}

/// The worker of the class view, which runs the app's program and so holds its bindings too.
const FOLDER: &str = "folder.js";

/// Scripts that run beside the page, wherever their Rust half lives; `boot.js` knows each by its stem.
fn worker_scripts() -> Vec<PathBuf> {
    let folders = ["web", "src/store/web"].map(|folder| files_in(&root().join(folder)));
    let is_worker = |file: &PathBuf| {
        has_ending(file, "js") && !["boot.js", FOLDER, "sw.js", "lms.js"].contains(&&*file_name(file))
    };
    folders.into_iter().flatten().filter(is_worker).collect()
}

fn link_packs(links: Links, packs: Option<&Packs>) -> Links {
    let Some(packs) = packs else { return links };
    let data = [Some(&packs.map), packs.first_unit.as_ref()];
    Links { data: data.into_iter().flatten().cloned().collect(), map: Some(packs.map.clone()), ..links }
}

fn first_question(links: &Links) -> FirstQuestion {
    FirstQuestion {
        wasm: vec![links.wasm.clone()],
        later: links.later.clone(),
        script: vec![links.script.clone()],
        style: links.style.iter().cloned().collect(),
        fonts: links.fonts.clone(),
        data: std::iter::once("index.html".to_owned()).chain(links.data.iter().cloned()).collect(),
    }
}

/// The service worker keeps every file of the release, each checked against its digest.
fn add_service_worker(assets: &mut Assets, links: &Links) -> Outcome {
    // `./` and not `index.html`: hosts redirect the latter, and a redirected answer cannot open a page.
    let address = |path: &str| if path == "index.html" { "./".to_owned() } else { path.to_owned() };
    let files: BTreeMap<String, String> = assets.iter().map(|a| (address(&a.path), a.integrity())).collect();
    let of_course = |path: &&String| path.starts_with("packs/") && !links.data.contains(path);
    let course: Vec<&String> = files.keys().filter(of_course).collect();
    let release = json!({ "version": assets.version(), "files": files, "course": course });
    let worker = read(&root().join("web/sw.js"))?;
    assets.add("sw.js", page::fill(&worker, "const RELEASE = ", &format!("const RELEASE = {release};"))?);
    Ok(())
}

/// Compresses, lists and writes all files.
fn finish(assets: &mut Assets, out: &Path, effort: Effort) -> Outcome {
    let entry = |a: &Asset| {
        let mut entry = json!({ "path": a.path, "size": a.bytes.len(), "sha256": hex(&a.sha256()) });
        if a.path == CONFIG {
            entry["may_be_edited"] = json!(true);
        }
        entry
    };
    let list = json!({ "version": assets.version(), "files": assets.iter().map(entry).collect::<Vec<_>>() });
    let fixed = assets.iter().filter(|a| a.path != CONFIG);
    let sums: String = fixed.map(|a| format!("{}  {}\n", hex(&a.sha256()), a.path)).collect();
    assets.add("release.json", format!("{list:#}\n"));
    // The same for `sha256sum --check`, which needs no Rust.
    assets.add("SHA256SUMS", sums);
    if effort == Effort::Release {
        step("compressing", || {
            assets.compress();
            Ok(())
        })?;
    }
    assets.write(out)
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|found| found == ending)
}

/// `trellis`, `/trellis` and `/trellis/` are the same sub-folder.
fn base_path(base: &str) -> String {
    let inner = base.trim_matches('/');
    if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_begins_and_ends_with_a_slash() {
        for (base, expected) in [("/", "/"), ("", "/"), ("trellis", "/trellis/"), ("/a/b", "/a/b/")] {
            assert_eq!(base_path(base), expected);
        }
    }
}
