//! `cargo xtask package scorm12`: the same app as a SCORM 1.2 package, one zip that a learning platform takes in.
//!
//! `--folder DIR` writes the same files unpacked as well; `--release DIR` packs a release that is there already.
//!
//! What differs from a release on a host: `web/lms.js` stands before the app and speaks with the platform, and
//! `imsmanifest.xml` names the files (ADL 2001, SCORM 1.2 Content Aggregation Model, chapter 2.3). The platform is the
//! host, so there are no headers of ours, no compressed twins and no service worker.

use crate::Options;
use crate::assets::Assets;
use crate::dist;
use crate::page::smaller_js;
use crate::shell::{Outcome, read, read_bytes, root, say, step};
use crate::web::Effort;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// Files of a release that mean something to a host or to an installed app alone.
const NOT_PACKED: [&str; 3] = ["_headers", "sw.js", "manifest.webmanifest"];
const PAGE: &str = "index.html";

pub fn command(options: &Options) -> Outcome {
    match options.first() {
        Some("scorm12") => {}
        Some(other) => return Err(format!("There is no package of the kind `{other}`. There is: scorm12.")),
        None => return Err("Say which package: cargo xtask package scorm12.".to_owned()),
    }
    let out = root().join(options.value("--out").unwrap_or("target/package/trellis-scorm12.zip"));
    let folder = match options.value("--release") {
        Some(folder) => root().join(folder),
        None => dist::build(&root().join("target/package/release"), "/", Effort::Release)?.folder,
    };
    let files = step("packing for learning platforms", || scorm12(&folder))?;
    write_zip(&files, &out)?;
    if let Some(folder) = options.value("--folder") {
        files.write(&root().join(folder))?;
    }
    say(format!("{} is ready to be uploaded as a SCORM 1.2 package", out.display()));
    Ok(())
}

/// The files of the package, the manifest among them.
fn scorm12(folder: &Path) -> Outcome<Assets> {
    let mut files = Assets::default();
    for path in released(folder)? {
        if !NOT_PACKED.contains(&&*path) && path != PAGE {
            files.add(&path, read_bytes(&folder.join(&path))?);
        }
    }
    let script = smaller_js(&read(&root().join("web/lms.js"))?);
    let script = files.add_hashed("lms.js", script);
    let integrity = files.get(&script).map(|script| script.integrity()).unwrap_or_default();
    let page = with_script(&read(&folder.join(PAGE))?, &script, &integrity)?;
    files.add(PAGE, page);
    let mut names: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    names.sort();
    files.add("imsmanifest.xml", manifest(&names, &files.version()));
    Ok(files)
}

/// What `release.json` lists.
fn released(folder: &Path) -> Outcome<Vec<String>> {
    let name = folder.join("release.json");
    let list: Value =
        serde_json::from_str(&read(&name)?).map_err(|e| format!("{} is damaged: {e}.", name.display()))?;
    let files = list["files"].as_array().into_iter().flatten();
    Ok(files.filter_map(|file| file["path"].as_str().map(str::to_owned)).collect())
}

/// The page with the script before all others: a plain script runs before a module.
fn with_script(page: &str, script: &str, integrity: &str) -> Outcome<String> {
    let (before, after) = page
        .split_once("<script type=\"module\"")
        .ok_or("The page of the release has no start script: build it again.")?;
    Ok(format!(
        "{before}<script src=\"{script}\" integrity=\"{integrity}\"></script>\n<script type=\"module\"{after}"
    ))
}

/// One course with one part, which is the app.
fn manifest(files: &[String], version: &str) -> String {
    let mut list = String::new();
    for file in files {
        writeln!(list, "      <file href=\"{}\"/>", escaped(file)).expect("strings grow");
    }
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="trellis-{version}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="trellis">
    <organization identifier="trellis">
      <title>Trellis</title>
      <item identifier="practice" identifierref="app" isvisible="true">
        <title>Trellis</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="app" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
{list}    </resource>
  </resources>
</manifest>
"#
    )
}

fn escaped(text: &str) -> String {
    [("&", "&amp;"), ("<", "&lt;"), ("\"", "&quot;")]
        .iter()
        .fold(text.to_owned(), |text, (plain, code)| text.replace(plain, code))
}

/// The same files give the same zip, bit for bit: no times, and in the order of their names.
fn write_zip(files: &Assets, out: &Path) -> Outcome {
    let wrong = |what: &dyn std::fmt::Display| format!("{} cannot be written: {what}.", out.display());
    let folder = out.parent().map_or_else(PathBuf::new, Path::to_owned);
    std::fs::create_dir_all(&folder).map_err(|e| wrong(&e))?;
    let mut zip = zip::ZipWriter::new(File::create(out).map_err(|e| wrong(&e))?);
    let mut sorted: Vec<_> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    for file in sorted {
        zip.start_file(&*file.path, SimpleFileOptions::default()).map_err(|e| wrong(&e))?;
        zip.write_all(&file.bytes).map_err(|e| wrong(&e))?;
    }
    zip.finish().map_err(|e| wrong(&e))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_for_the_platform_comes_before_the_app() {
        let page = "<head><link><script type=\"module\" src=\"boot.js\"></script></head>";
        let packed = with_script(page, "lms-1.js", "sha256-x").expect("a page");
        let at = |what: &str| packed.find(what).expect("it is there");
        assert!(at("lms-1.js") < at("boot.js"), "{packed}");
        assert!(with_script("<head></head>", "lms-1.js", "").is_err());
    }

    #[test]
    fn a_manifest_names_every_file_once_and_escapes_it() {
        let xml = manifest(&["a&b.js".into(), PAGE.into()], "12");
        assert!(xml.contains("<file href=\"a&amp;b.js\"/>"), "{xml}");
        assert_eq!(xml.matches("<file href=\"index.html\"/>").count(), 1);
    }
}
