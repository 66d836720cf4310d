//! From Rust to what a browser loads: cargo for wasm32, wasm-bindgen as a library, wasm-opt where node is.

use crate::assets::hashed_name;
use crate::names::{self, Renamed};
use crate::page;
use crate::shared;
use crate::shell::{
    self, Outcome, capture, cargo, file_name, forget_own_package, read, read_bytes, root, run, say, step,
    write,
};
use crate::tools::{WebCompiler, library_sources, wasm_opt, web_compiler};
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// How much work a build may cost.
#[derive(Clone, Copy, PartialEq)]
pub enum Effort {
    /// The smallest result.
    Release,
    /// Soon to look at.
    Quick,
}

impl Effort {
    fn profile(self) -> &'static str {
        match self {
            Effort::Release => "web",
            Effort::Quick => "quick",
        }
    }
}

/// A program for the browser: the module and the script that loads it.
pub struct Bundle {
    pub wasm: Vec<u8>,
    pub glue: String,
    /// The modules that are fetched later, under the names that the script has for them.
    pub later: Vec<(String, Vec<u8>)>,
}

/// Whether a program is cut where its sources say `wasm_split`.
#[derive(Clone, Copy, PartialEq)]
pub enum Cut {
    Whole,
    Split,
}

/// Builds the binary `name` of `package` for the browser.
pub fn build(package: &str, name: &str, effort: Effort, cut: Cut) -> Outcome<Bundle> {
    bindgen_versions_agree(&read(&root().join("Cargo.lock"))?)?;
    let whole = step(&format!("building {name} for the web"), || compile(package, name, effort, cut))?;
    let folder = target_folder().join("bindgen").join(name);
    let parts = folder.with_extension("parts");
    let (first, later) = match cut {
        Cut::Whole => (whole, Vec::new()),
        Cut::Split => {
            let later = step("cutting off what is fetched later", || split(&whole, name, &parts))?;
            (parts.join("first.wasm"), later)
        }
    };
    step("writing its bindings", || bind(&first, name, &folder, cut))?;
    let bound = folder.join(format!("{name}_bg.wasm"));
    let script = read(&folder.join(format!("{name}.js")))?;
    let Renamed { module, script, loaders } = names::shorten(&bound, &script, LOADER_ADDRESS)?;
    write(&bound, &module)?;
    let finished = |module: &Path| match effort {
        Effort::Release => smallest(module),
        Effort::Quick => read_bytes(module),
    };
    let (wasm, later) = step("making it smaller", || {
        let later = later.iter().map(|module| Ok((file_name(module), finished(module)?)));
        Ok((finished(&bound)?, later.collect::<Outcome<Vec<_>>>()?))
    })?;
    if cut == Cut::Whole {
        return Ok(Bundle { wasm, glue: script, later });
    }
    let (loader, later) = shared::pack(&read(&parts.join(LOADER))?, later)?;
    Ok(Bundle { wasm, glue: page::with_loader(&script, &loader, &loaders)?, later })
}

/// Makes the folder that a file is to lie in.
fn make_folder(file: &Path) -> Outcome {
    let folder = file.parent().unwrap_or(file);
    std::fs::create_dir_all(folder).map_err(|e| format!("{} cannot be made: {e}.", folder.display()))
}

/// The script that the cutter writes.
const LOADER: &str = "later.js";

/// Cuts the module at its `wasm_split` functions; gives the files of the later parts.
fn split(whole: &Path, name: &str, folder: &Path) -> Outcome<Vec<PathBuf>> {
    let bytes = read_bytes(whole)?;
    // A part that is no longer cut must not be found by anybody.
    let _ = std::fs::remove_dir_all(folder);
    let first = folder.join("first.wasm");
    make_folder(&first)?;
    let main = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = LOADER_ADDRESS;
    options.main_module = &main;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|e| format!("The module could not be cut: {e:#}."))?;
    Ok(parts.split_modules)
}

/// How the module names that script.
const LOADER_ADDRESS: &str = "./later.js";

/// The web build's own target folder: its compiler may differ from the host's.
fn target_folder() -> PathBuf {
    root().join("target/web")
}

fn compile(package: &str, name: &str, effort: Effort, cut: Cut) -> Outcome<PathBuf> {
    let target = "wasm32-unknown-unknown";
    let mut command = match web_compiler()? {
        WebCompiler::Debian { linker } => with_own_library(debian_cargo(&linker), effort),
        WebCompiler::Active if effort == Effort::Release && library_sources() => {
            with_own_library(cargo(), effort)
        }
        WebCompiler::Active => cargo(),
    };
    command.args(["rustc", "--locked", "--target", target, "--profile", effort.profile()]);
    command.args(["--package", package, "--bin", name]).env("CARGO_TARGET_DIR", target_folder());
    if cut == Cut::Split {
        // Tells the cutter what each function and each piece of data refers to.
        command.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    run(&mut command)
        .map_err(|_| format!("{name} does not build for the web: the compiler's words are above."))?;
    Ok(target_folder().join(target).join(effort.profile()).join(format!("{name}.wasm")))
}

/// Debian's compiler brings the standard library as sources, which cargo then builds with the app.
fn debian_cargo(linker: &str) -> Command {
    say("with Debian's compiler; the first time it also builds the wasm standard library");
    let mut command = Command::new("/usr/bin/cargo");
    command.current_dir(root());
    forget_own_package(&mut command);
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    command.env("RUSTC", "/usr/bin/rustc").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    command
}

/// A panic of the released app only stops it, and no number is written for debugging: a sixth less to fetch.
const LEAN: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// The standard library built with the app, from the compiler's own sources, so that the two fit.
fn with_own_library(mut command: Command, effort: Effort) -> Command {
    // None of this is stable yet.
    command.env("RUSTC_BOOTSTRAP", "1");
    command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    if effort == Effort::Release {
        command.env("RUSTFLAGS", LEAN);
    }
    command
}

fn bind(module: &Path, name: &str, folder: &Path, cut: Cut) -> Outcome {
    let written = Bindgen::new().input_path(module).out_name(name).web(true).and_then(|bindgen| {
        bindgen
            .typescript(false)
            .keep_lld_exports(cut == Cut::Split)
            .omit_default_module_path(true)
            // Until the functions are in order; without wasm-opt nobody would take the names away.
            .remove_name_section(wasm_opt().is_none())
            .remove_producers_section(true)
            .generate(folder)
    });
    written.map_err(|e| format!("wasm-bindgen failed: {e:#}."))
}

/// What rustc enables for wasm32 today; wasm-opt must accept no less, and browsers need no more.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Twice, the second time knowing what each function touches. Nothing lies in the lowest kilobyte of memory but the
/// far end of the stack. In the order of their names functions that are alike stand together, which compresses better by
/// more than a hundredth.
const SMALLEST: [&str; 6] = [
    "--low-memory-unused",
    "-Oz",
    "--generate-global-effects",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
];

/// The module made smaller, by about a twelfth; without node it stays as it is. What was done once is kept.
fn smallest(module: &Path) -> Outcome<Vec<u8>> {
    let bytes = read_bytes(module)?;
    let Some(script) = wasm_opt() else {
        say("wasm-opt cannot be had without node and its packages, so the app is left about 8 % larger");
        return Ok(bytes);
    };
    let what = [&bytes, SMALLEST.concat().as_bytes()].concat();
    let kept = target_folder().join("smallest").join(hashed_name("of.wasm", &what));
    if !kept.exists() {
        make_folder(&kept)?;
        optimise(&script, module, &kept)?;
    }
    Ok(read_bytes(&kept).unwrap_or(bytes))
}

/// Leaves the result only where it succeeds.
fn optimise(script: &Path, module: &Path, result: &Path) -> Outcome {
    let unfinished = result.with_extension("part");
    let mut node = Command::new("node");
    node.arg(script).args(SMALLEST).args(WASM_FEATURES).arg(module).arg("-o").arg(&unfinished);
    let finished = capture(&mut node)?;
    if !finished.ok {
        say(format!("wasm-opt failed, so the app stays larger: {}", finished.output.trim()));
        return Ok(());
    }
    std::fs::rename(&unfinished, result).map_err(|e| format!("{} cannot be kept: {e}.", result.display()))
}

/// The library half of wasm-bindgen writes its version into the module and this half must be able to read it.
fn bindgen_versions_agree(lock: &str) -> Outcome {
    let app = locked_version(lock, "wasm-bindgen");
    let tool = locked_version(lock, "wasm-bindgen-cli-support");
    if app == tool {
        return Ok(());
    }
    let (app, tool) = (app.unwrap_or("none"), tool.unwrap_or("none"));
    Err(format!(
        "Cargo.lock holds wasm-bindgen {app} but wasm-bindgen-cli-support {tool}: \
         run `cargo update -p wasm-bindgen-cli-support --precise {app}`."
    ))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

/// Runs a native tool of the package and keeps what it printed.
pub fn native_tool(bin: &str, words: &[&str]) -> Outcome<shell::Finished> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--no-default-features",
        "--features",
        "tools",
        "--bin",
        bin,
        "--",
    ]);
    capture(command.args(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\
                        [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.130\"\n";

    #[test]
    fn two_versions_of_wasm_bindgen_are_named_with_the_way_out() {
        assert_eq!(bindgen_versions_agree(LOCK), Ok(()));
        let torn = LOCK.replacen("130", "129", 1);
        let sentence = bindgen_versions_agree(&torn).expect_err("they differ");
        assert!(sentence.contains("--precise 0.2.129"), "{sentence}");
    }
}
