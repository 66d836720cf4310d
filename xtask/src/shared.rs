//! The cutter writes a module for every set of parts that share something: seventy small files, and a page that opens
//! would ask for forty. They are packed by the part that needs them first, so that a part asks for one to four files.

use crate::shell::Outcome;
use std::collections::BTreeMap;

/// In which order a session usually fetches its parts. A pack holds what its own part shares with later ones, so none
/// fetches much that it does not need.
const USUALLY: [&str; 4] = ["hands", "wider", "records", "pages"];

/// What the loader's script says of one shared module.
struct Shared<'a> {
    name: &'a str,
    /// Its remark, which names the parts that need it.
    parts: Vec<&'a str>,
    /// Where it stands in the script.
    text: &'a str,
}

/// Files by name.
type Files = Vec<(String, Vec<u8>)>;

/// Packs the shared modules among `modules`, and tells the loader where they lie.
pub fn pack(loader: &str, modules: Files) -> Outcome<(String, Files)> {
    let shared = shared(loader)?;
    let mut packs: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    let mut script = loader.to_owned();
    let mut whole: BTreeMap<String, Vec<u8>> = modules.into_iter().collect();
    for module in &shared {
        let missing = || format!("The cutter wrote no {}.wasm.", module.name);
        let bytes = whole.remove(&format!("{}.wasm", module.name)).ok_or_else(missing)?;
        let part = module.parts.iter().min_by_key(|part| place(part)).ok_or_else(missing)?;
        let pack = packs.entry(part).or_default();
        let (from, to) = (pack.len(), pack.len() + bytes.len());
        pack.extend(bytes);
        let made = format!("const __{} = inPack(\"./{}\", {from}, {to});\n", module.name, pack_name(part));
        script = script.replacen(module.text, &made, 1);
    }
    whole.extend(packs.into_iter().map(|(part, bytes)| (pack_name(part), bytes)));
    Ok((format!("{OPENER}{script}"), whole.into_iter().collect()))
}

/// A pack that could not be fetched is asked for again at the next try, like the parts themselves.
const OPENER: &str = r#"const packs = new Map();
function opened(address) {
    if (!packs.has(address)) {
        const pack = fetch(new URL(address, import.meta.url)).then((response) => {
            if (!response.ok) throw new Error(`${address}: ${response.status}`);
            return response.arrayBuffer();
        });
        pack.catch(() => packs.delete(address));
        packs.set(address, pack);
    }
    return packs.get(address);
}
function inPack(address, from, to) {
    return makeLoad(() => {
        const pack = opened(address);
        return async (imports) => WebAssembly.instantiate((await pack).slice(from, to), imports);
    }, []);
}
"#;

fn pack_name(part: &str) -> String {
    format!("shared_{part}.bin")
}

fn place(part: &str) -> (usize, String) {
    let usual = USUALLY.iter().position(|usual| *usual == part);
    (usual.unwrap_or(USUALLY.len()), part.to_owned())
}

/// `/* carry, hands */`, then `const __chunk_8 = makeLoad(…, []);`
fn shared(loader: &str) -> Outcome<Vec<Shared<'_>>> {
    let mut found = Vec::new();
    let mut rest = loader;
    while let Some(at) = rest.find("\nconst __chunk_") {
        let misread =
            || "The cutter's loader is not as it was: xtask/src/shared.rs cannot read it.".to_owned();
        let remark = rest[..at].rsplit_once('\n').map_or(&rest[..at], |(_, line)| line);
        let parts =
            remark.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")).ok_or_else(misread)?;
        let statement = &rest[at + 1..];
        let end = statement.find("\n, []);\n").ok_or_else(misread)? + "\n, []);\n".len();
        let text = &statement[..end];
        let name = text["const __".len()..].split(' ').next().ok_or_else(misread)?;
        if text[1..].contains("\nconst ") {
            return Err(misread());
        }
        found.push(Shared { name, parts: parts.split(", ").collect(), text });
        rest = &statement[end - 1..];
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(parts: &str, number: u32) -> String {
        format!(
            "/* {parts} */\nconst __chunk_{number} = makeLoad(() => {{\n    \
             const src = fetch(new URL(\"./chunk_{number}.wasm\", import.meta.url));\n    src.catch(() => {{}});\n    \
             return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}}\n, []);\n"
        )
    }

    fn loader() -> String {
        let last = "export const __wasm_split_load_room = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_8, __chunk_9]));\n";
        [
            "function makeLoad() {\n}\n",
            &one("carry, hands", 8),
            &one("records, room", 9),
            &one("hands, room", 10),
            last,
        ]
        .concat()
    }

    fn modules() -> Files {
        let named = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        vec![
            named("chunk_10.wasm", b"ten"),
            named("chunk_8.wasm", b"eight"),
            named("chunk_9.wasm", b"nine"),
            named("split_room.wasm", b"room"),
        ]
    }

    #[test]
    fn shared_modules_lie_with_the_part_that_comes_first() {
        let (script, packed) = pack(&loader(), modules()).expect("the loader is read");
        let names: Vec<&str> = packed.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["shared_hands.bin", "shared_records.bin", "split_room.wasm"]);
        assert_eq!(packed[0].1, b"eightten");
        for line in [
            "const __chunk_8 = inPack(\"./shared_hands.bin\", 0, 5);",
            "const __chunk_9 = inPack(\"./shared_records.bin\", 0, 4);",
            "const __chunk_10 = inPack(\"./shared_hands.bin\", 5, 8);",
            ", [__chunk_8, __chunk_9]));",
        ] {
            assert!(script.contains(line), "{line}\n{script}");
        }
        assert!(!script.contains("chunk_8.wasm"), "{script}");
    }

    #[test]
    fn a_loader_of_another_cutter_is_named() {
        let other = loader().replace("/* records, room */\n", "");
        assert!(pack(&other, modules()).expect_err("no remark").contains("shared.rs"));
    }
}
