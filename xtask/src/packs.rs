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

/// The unit that the map names as the first, or else the one that stands first in it.
fn first(map: &Value) -> Option<&Value> {
    let units = map["units"].as_array()?;
    units.iter().find(|unit| unit["id"] == map["first"]).or(units.first())
}

fn first_unit(map: &Value) -> Option<&str> {
    first(map)?["file"].as_str()
}

/// A typed question of the first unit.
fn typed_item(map: &Value) -> Option<String> {
    let unit = &first(map)?["id"];
    let skills = map["skills"].as_array()?.iter().filter(|skill| skill["unit"] == *unit);
    let items = skills.filter_map(|skill| skill["items"].as_array()).flatten();
    let tagged =
        |item: &Value, tag| item["tags"].as_array().is_some_and(|tags| tags.iter().any(|t| t == tag));
    let typed =
        |item: &&Value| item["options"].is_null() && item["unit"].is_null() && !tagged(item, "picture");
    Some(format!("{}/1", items.into_iter().find(typed)?["item"].as_str()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_says_which_file_comes_first_and_which_item_is_typed() {
        let map = serde_json::json!({
            "first": "fr.4",
            "units": [
                { "id": "add", "file": "add-0123456789ab.json" },
                { "id": "fr.4", "file": "fr.4-0123456789ab.json" },
            ],
            "skills": [
                { "unit": "add", "items": [{ "item": "sum", "level": [1], "tags": [] }] },
                { "unit": "fr.4", "items": [
                    { "item": "chosen", "level": [1], "options": [4], "tags": [] },
                    { "item": "drawn", "level": [1], "tags": ["picture"] },
                    { "item": "told", "level": [1], "tags": ["words"], "unit": "fr.4.wide" },
                    { "item": "typed", "level": [1, 2], "tags": ["symbols"] },
                ] },
            ],
        });
        assert_eq!(first_unit(&map), Some("fr.4-0123456789ab.json"));
        assert_eq!(typed_item(&map).as_deref(), Some("typed/1"));
    }

    #[test]
    fn without_a_first_unit_the_first_of_the_map_is_taken() {
        let map = serde_json::json!({ "units": [{ "id": "add", "file": "add-0123456789ab.json" }] });
        assert_eq!(first_unit(&map), Some("add-0123456789ab.json"));
    }
}
