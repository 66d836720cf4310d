//! The content of a release: packs as the author's tool writes them, and which file the first question needs.

use crate::assets::Assets;
use crate::headers;
use crate::shell::{Outcome, file_name, files_in, read, read_bytes, root, say, step};
use crate::web::native_tool;
use serde_json::Value;
use std::path::PathBuf;

/// Where the app finds its content.
pub struct Packs {
    /// The map, as named in the release.
    pub map: String,
    /// The unit of the first question.
    pub first_unit: Option<String>,
    /// A question with a typed answer, `<item id>/<seed>`, for measuring.
    pub typed_item: Option<String>,
}

/// Builds the packs and adds them; nothing where the tool cannot build yet.
pub fn add(assets: &mut Assets) -> Outcome<Option<Packs>> {
    let Some(folder) = step("building the packs", build)? else { return Ok(None) };
    let map_text = read(&folder.join("map.json"))?;
    let map: Value = serde_json::from_str(&map_text).map_err(|e| format!("map.json is no JSON: {e}."))?;
    for file in files_in(&folder).iter().filter(|file| file_name(file) != "map.json") {
        let name = file_name(file);
        if !headers::is_hashed(&name) {
            return Err(format!("The pack tool wrote {name}, a name without its content's hash."));
        }
        assets.add(&format!("packs/{name}"), read_bytes(file)?);
    }
    let first_unit = first_unit(&map).map(|name| format!("packs/{name}"));
    if first_unit.as_ref().is_some_and(|path| assets.get(path).is_none()) {
        return Err(format!(
            "The map names {} but the tool did not write it.",
            first_unit.unwrap_or_default()
        ));
    }
    let typed_item = typed_item(&map);
    Ok(Some(Packs { map: assets.add_hashed("packs/map.json", map_text), first_unit, typed_item }))
}

fn build() -> Outcome<Option<PathBuf>> {
    let folder = root().join("target/packs");
    std::fs::remove_dir_all(&folder).ok();
    let finished = native_tool("pack", &["build", "--hashed", "--out", &folder.to_string_lossy()])?;
    if finished.ok && folder.join("map.json").exists() {
        return Ok(Some(folder));
    }
    if finished.ok || finished.output.contains("not yet") {
        say("no packs yet: the app is built without content");
        return Ok(None);
    }
    Err(format!("{}\nThe packs do not build.", finished.output.trim()))
}

fn first_unit(map: &Value) -> Option<&str> {
    map["units"][0]["file"].as_str()
}

fn typed_item(map: &Value) -> Option<String> {
    let skills = map["skills"].as_array()?;
    let items = skills.iter().filter_map(|skill| skill["items"].as_array()).flatten();
    let tagged =
        |item: &Value, tag| item["tags"].as_array().is_some_and(|tags| tags.iter().any(|t| t == tag));
    let typed = |item: &&Value| item["options"].as_u64() == Some(0) && !tagged(item, "picture");
    let typed = items.into_iter().find(typed)?;
    Some(format!("{}/1", typed["item"].as_str()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_says_which_file_comes_first_and_which_item_is_typed() {
        let map = serde_json::json!({
            "units": [{ "id": "fr.4", "file": "fr.4-0123456789ab.json" }],
            "skills": [{ "items": [
                { "item": "chosen", "options": 4, "tags": [] },
                { "item": "drawn", "options": 0, "tags": ["picture"] },
                { "item": "typed", "options": 0, "tags": ["symbols"] },
            ] }],
        });
        assert_eq!(first_unit(&map), Some("fr.4-0123456789ab.json"));
        assert_eq!(typed_item(&map).as_deref(), Some("typed/1"));
    }
}
