//! Finding the programs that the build and the tests need, and installing them where that can be done:
//! Debian as root through apt, anywhere else one sentence that says what to do.

use crate::shell::{Outcome, capture, file_name, first_line, root, run_quietly, say, step, succeeds_within};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Who compiles Rust to WebAssembly.
pub enum WebCompiler {
    /// The active toolchain: it has the wasm32 standard library.
    Active,
    /// Debian's compiler, which builds that library from its sources.
    Debian { linker: String },
}

const TARGET: &str = "wasm32-unknown-unknown";

/// Finds or installs a compiler for the web, the cheapest way first. `TRELLIS_WEB_COMPILER=debian` skips to the last.
pub fn web_compiler() -> Outcome<WebCompiler> {
    let debian_wanted = std::env::var("TRELLIS_WEB_COMPILER").is_ok_and(|name| name == "debian");
    if !debian_wanted && (active_toolchain_has_target() || rustup_adds_target()) {
        return Ok(WebCompiler::Active);
    }
    debian_compiler().ok_or(()).or_else(|()| {
        apt_install(&["rustc-web", "cargo-web", "rust-web-src", "lld-22"], "Debian's compiler for the web")?;
        debian_compiler().ok_or_else(no_web_compiler)
    })
}

fn no_web_compiler() -> String {
    format!("The wasm32 standard library is missing: run `rustup target add {TARGET}` and try again.")
}

fn active_toolchain_has_target() -> bool {
    active_toolchain_has(&format!("{TARGET}/lib"))
}

/// Whether that folder is there and holds something.
fn active_toolchain_has(folder: &str) -> bool {
    let sysroot = first_line(rustc(), &["--print", "sysroot"]);
    sysroot.is_some_and(|sysroot| {
        let folder = Path::new(&sysroot).join("lib/rustlib").join(folder);
        std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
    })
}

fn rustc() -> std::ffi::OsString {
    std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

fn rustup_adds_target() -> bool {
    rustup_adds("target", TARGET) && active_toolchain_has_target()
}

/// Whether the active toolchain has, or now gets, the sources of the standard library.
pub fn library_sources() -> bool {
    let there = || active_toolchain_has("src/rust/library/std");
    there() || rustup_adds("component", "rust-src") && there()
}

/// A machine that cannot reach rustup's host must not wait long to learn it.
fn rustup_adds(kind: &str, name: &str) -> bool {
    if first_line("rustup", &["--version"]).is_none() {
        return false;
    }
    say(format!("asking rustup for {name}…"));
    succeeds_within(Command::new("rustup").args([kind, "add", name]), Duration::from_secs(60))
}

fn debian_compiler() -> Option<WebCompiler> {
    let sources = Path::new("/usr/lib/rustlib/src/rust/library").exists();
    let compiler = first_line("/usr/bin/rustc", &["--version"]).is_some();
    let cargo = first_line("/usr/bin/cargo", &["--version"]).is_some();
    (sources && compiler && cargo).then(wasm_linker)?.map(|linker| WebCompiler::Debian { linker })
}

/// The newest of Debian's linkers, which carry their version in their name (`wasm-ld-22`).
fn wasm_linker() -> Option<String> {
    let names = std::fs::read_dir("/usr/bin").ok()?.flatten().map(|entry| file_name(&entry.path()));
    let numbers = names.filter_map(|name| name.strip_prefix("wasm-ld-")?.parse::<u32>().ok());
    numbers.max().map(|number| format!("wasm-ld-{number}"))
}

/// Installs Debian packages; an error where this is no Debian or we may not.
fn apt_install(packages: &[&str], what: &str) -> Outcome {
    let list = packages.join(" ");
    if first_line("apt-get", &["--version"]).is_none() {
        return Err(format!(
            "{what} is missing and there is no apt here to install it: please install {list}."
        ));
    }
    if first_line("id", &["-u"]).as_deref() != Some("0") {
        return Err(format!("{what} is missing: run `sudo apt-get install {list}` and try again."));
    }
    step(&format!("installing {what} ({list})"), || {
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        run_quietly(apt().arg("update"))?;
        run_quietly(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
    })
}

/// Node's package manager, with node beside it.
pub fn npm() -> Outcome<Command> {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if first_line("node", &["--version"]).is_none() || first_line(name, &["--version"]).is_none() {
        return Err(
            "Node is missing: install version 20 or newer from https://nodejs.org and try again.".to_owned()
        );
    }
    let mut npm = Command::new(name);
    npm.args(["--no-audit", "--no-fund"]);
    Ok(npm)
}

/// Makes sure of the packages that a folder's lock file names, and gives the folder.
pub fn npm_ci(folder: &str) -> Outcome<PathBuf> {
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    // npm writes its own copy of the lock file last: newer than ours means nothing to do.
    let installed = folder.join("node_modules/.package-lock.json");
    let written = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    if written(&installed).is_some_and(|done| written(&lock).is_some_and(|wanted| done >= wanted)) {
        return Ok(folder);
    }
    step("fetching the packages of node", || run_quietly(npm()?.arg("ci").current_dir(&folder)))?;
    Ok(folder)
}

/// The optimiser of WebAssembly: a node script, or nothing where node or its packages cannot be had.
pub fn wasm_opt() -> Option<PathBuf> {
    let script = npm_ci("xtask").ok()?.join("node_modules/binaryen/bin/wasm-opt");
    script.exists().then_some(script)
}

/// The browser of the tests: `CHROMIUM`, or the first that is installed, or Debian's.
pub fn chromium() -> Outcome<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    installed_chromium().ok_or(()).or_else(|()| {
        apt_install(&["chromium"], "the browser of the tests")?;
        installed_chromium()
            .ok_or_else(|| "No Chromium was found: install it, or set CHROMIUM to its program.".to_owned())
    })
}

const CHROMIUMS: [&str; 7] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

fn installed_chromium() -> Option<PathBuf> {
    CHROMIUMS.iter().map(PathBuf::from).find(|path| path.exists())
}

/// This program, for scripts that need its server.
pub fn own_program() -> Outcome<PathBuf> {
    std::env::current_exe().map_err(|e| format!("This program does not know where it is: {e}."))
}

/// rustfmt and clippy belong to the active toolchain; minimal installations lack them.
pub fn cargo_component(name: &str) -> Outcome {
    let present = |command: &mut Command| capture(command).is_ok_and(|done| done.ok);
    let probe = if name == "rustfmt" { "fmt" } else { name };
    if present(crate::shell::cargo().args([probe, "--version"])) {
        return Ok(());
    }
    succeeds_within(Command::new("rustup").args(["component", "add", name]), Duration::from_secs(120))
        .then_some(())
        .ok_or_else(|| format!("{name} is missing: run `rustup component add {name}` and try again."))
}
