//! `cargo xtask`: builds, serves, tests and measures Trellis, and sets up what that needs.
//! This file is the command line; each command is a module of its name.

// The tooling measures how long its steps take: clocks are banned in the app, not here.
#![allow(clippy::disallowed_methods)]

mod advisories;
mod assets;
mod bench;
mod budgets;
mod deny;
mod dev;
mod dist;
mod figures;
mod headers;
mod http;
mod names;
mod package;
mod packs;
mod page;
mod serve;
mod shared;
mod shell;
mod test;
mod tools;
mod twice;
mod verify;
mod web;

use shell::Outcome;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve  [--port N] [--root DIR] [--no-build]   build the release app and serve it on this machine
  dev    [--port N]                             serve, and rebuild whenever a file changes
  dist   [--base PATH] [--out DIR]              write the folder to put on a host (default: dist)
  package scorm12 [--out FILE]                  the app as a package for a learning platform
  verify [DIR] [--release FILE]                 whether a deployed folder holds exactly a release
  verify --twice                                build twice, in two folders, and compare every byte
  test   [--only STAGE]                         format, lints, native tests, build, sizes, browser
  advisories [--fetch] [--db DIR]               whether anything is known against a dependency
  bench  [--runs N]                             measure the app and the floor page in one run
  chaos  [--kills N] [--only STAGE]             the long reliability runs (1,000 kills unless said otherwise)
  help                                          this text
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_else(|| "help".to_owned());
    match run(&command, Options::of(words.collect())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, options: Options) -> Outcome {
    match command {
        "serve" => serve::command(&options),
        "dev" => dev::command(&options),
        "dist" => dist::command(&options),
        "package" => package::command(&options),
        "verify" => verify::command(&options),
        "test" => test::command(&options),
        "advisories" => advisories::command(&options),
        "bench" => bench::command(&options),
        "chaos" => test::chaos(&options),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command `{other}`.\n\n{HELP}")),
    }
}

/// The words after the command: `--name value` pairs and bare `--flags`.
pub struct Options {
    words: Vec<String>,
}

impl Options {
    fn of(words: Vec<String>) -> Options {
        Options { words }
    }

    /// The word right after the command, where it is no option.
    pub fn first(&self) -> Option<&str> {
        self.words.first().map(String::as_str).filter(|word| !word.starts_with("--"))
    }

    pub fn has(&self, flag: &str) -> bool {
        self.words.iter().any(|word| word == flag)
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        let at = self.words.iter().position(|word| word == name)?;
        self.words.get(at + 1).map(String::as_str)
    }

    /// A whole number, or `default` where the option is absent.
    pub fn number(&self, name: &str, default: u32) -> Outcome<u32> {
        let Some(text) = self.value(name) else { return Ok(default) };
        text.parse().map_err(|_| format!("{name} takes a whole number, not `{text}`."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Options {
        Options::of(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn options_are_pairs_and_flags() {
        let options = options("--port 9000 --no-build --root site");
        assert_eq!(options.number("--port", 8080), Ok(9000));
        assert_eq!(options.value("--root"), Some("site"));
        assert!(options.has("--no-build"));
        assert!(!options.has("--base"));
    }

    #[test]
    fn a_number_that_is_none_is_said() {
        assert_eq!(options("").number("--port", 8080), Ok(8080));
        assert!(options("--port many").number("--port", 8080).is_err());
    }
}
