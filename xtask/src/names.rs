//! The names of what a module takes from its script, made short: wasm-bindgen's carry hashes, which no compression
//! makes smaller.

use crate::shell::Outcome;
use std::collections::BTreeMap;
use std::path::Path;
use walrus::Module;

/// A module and its script that agree on short names.
pub struct Renamed {
    pub module: Vec<u8>,
    pub script: String,
    /// The short names of what the module takes from the script `loader`.
    pub loaders: BTreeMap<String, String>,
}

/// Renames the imports of `module` in both. What comes from `loader` is renamed in the module alone.
pub fn shorten(module: &Path, script: &str, loader: &str) -> Outcome<Renamed> {
    let mut module =
        Module::from_file(module).map_err(|e| format!("{} cannot be read: {e:#}.", module.display()))?;
    let mut names = BTreeMap::new();
    let mut loaders = BTreeMap::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = short(number);
        let known = if import.module == loader { &mut loaders } else { &mut names };
        known.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    Ok(Renamed { module: module.emit_wasm(), script: replaced(script, &names), loaders })
}

/// `a` to `z`, then `aa`, `ba` and so on.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + u8::try_from(number % 26).expect("a remainder of 26")));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// The script with every key of that name replaced: `    name: function(…`.
fn replaced(script: &str, names: &BTreeMap<String, String>) -> String {
    let line = |line: &str| match line.trim_start().split_once(": ") {
        Some((key, rest)) if names.contains_key(key) => format!("{}: {rest}\n", names[key]),
        _ => format!("{line}\n"),
    };
    script.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_numbers_have_one_name() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([short(0), short(25), short(26), short(27)], ["a", "z", "aa", "ba"]);
    }

    #[test]
    fn only_keys_are_renamed() {
        let names = BTreeMap::from([("__wbg_log_1f".to_owned(), "a".to_owned())]);
        let script = "    __wbg_log_1f: function(arg0) {\n        __wbg_log_1f(arg0);\n    },\n";
        assert_eq!(replaced(script, &names), "a: function(arg0) {\n        __wbg_log_1f(arg0);\n    },\n");
    }
}
