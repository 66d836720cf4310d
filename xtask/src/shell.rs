//! Running other programs, saying what happens meanwhile, and the one kind of failure: a sentence.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// What every step gives back; the error is a sentence that says what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the workspace").to_owned()
}

pub fn say(line: impl AsRef<str>) {
    println!("  {}", line.as_ref());
}

/// Announces a step, runs it, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("• {name}…");
    let start = Instant::now();
    let result = work();
    if result.is_ok() {
        say(format!("done in {}", seconds(start.elapsed())));
    }
    result
}

pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// The cargo that is running us, without what it has set for this program alone.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    forget_own_package(&mut command);
    // What is built once and thrown away has no use for the files that make a second build faster: gigabytes.
    if std::env::var_os("CI").is_some() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// `cargo run` describes the running package in the environment; a cargo below it must not see that.
pub fn forget_own_package(command: &mut Command) {
    let own = |name: &str| {
        name.starts_with("CARGO_PKG_")
            || name.starts_with("CARGO_MANIFEST_")
            || ["CARGO_BIN_NAME", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE"].contains(&name)
    };
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(own)) {
        command.env_remove(name);
    }
}

/// Runs a program whose output the reader should see as it comes.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| not_started(command, &e))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed.", name_of(command))) }
}

/// What a program printed (both streams together), and whether it succeeded.
pub struct Finished {
    pub ok: bool,
    pub output: String,
}

/// Runs a program and keeps its output; while that takes long, says now and then what it is at.
pub fn capture(command: &mut Command) -> Outcome<Finished> {
    let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().map_err(|e| not_started(command, &e))?;
    let (sender, lines) = std::sync::mpsc::channel();
    follow(child.stdout.take().expect("it is piped"), sender.clone());
    follow(child.stderr.take().expect("it is piped"), sender);
    collect(&mut child, &lines).map_err(|e| not_started(command, &e))
}

/// Sends on each line of a stream as it comes.
fn follow(stream: impl Read + Send + 'static, lines: Sender<String>) {
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
            // Nobody listens any more only when the program is ending.
            lines.send(String::from_utf8_lossy(&line).into_owned()).ok();
            line.clear();
        }
    });
}

const LONG: Duration = Duration::from_secs(20);
const MOMENT: Duration = Duration::from_millis(200);

/// Gathers the lines until the program has ended and is silent: what it left running may keep its streams open.
fn collect(child: &mut Child, lines: &Receiver<String>) -> std::io::Result<Finished> {
    let (mut output, mut last, mut spoke) = (String::new(), String::new(), Instant::now());
    loop {
        match lines.recv_timeout(MOMENT) {
            Ok(line) => {
                output.push_str(&line);
                last = line;
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(status) = child.try_wait()? {
                    return Ok(Finished { ok: status.success(), output });
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Ok(Finished { ok: child.wait()?.success(), output });
            }
        }
        if spoke.elapsed() >= LONG {
            let doing = if last.trim().is_empty() { "still at it" } else { last.trim() };
            say(format!("… {doing}"));
            spoke = Instant::now();
        }
    }
}

/// Runs a program and shows its output only where it fails.
pub fn run_quietly(command: &mut Command) -> Outcome {
    let finished = capture(command)?;
    if finished.ok { Ok(()) } else { Err(format!("{}\n{} failed.", finished.output, name_of(command))) }
}

/// Runs a program in silence for at most `limit`; gives whether it succeeded in that time.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = quiet.spawn() else { return false };
    let start = Instant::now();
    while start.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    child.kill().ok();
    child.wait().ok();
    false
}

/// The first line that a program prints, where it runs and succeeds.
pub fn first_line(program: impl AsRef<std::ffi::OsStr>, words: &[&str]) -> Option<String> {
    let out = Command::new(program).args(words).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&out.stdout);
    out.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|e| format!("{} cannot be read: {e}.", path.display()))
}

pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|e| format!("{} cannot be read: {e}.", path.display()))
}

/// Writes a file, and its folders where they are missing.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    let folder = path.parent().expect("a file lies in a folder");
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|e| format!("{} cannot be written: {e}.", path.display()))
}

/// The files of a folder in the order of their names; none where the folder is absent.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|e| e.path()).filter(|p| p.is_file()).collect();
    files.sort();
    files
}

/// A path's last part, as text.
pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn name_of(command: &Command) -> String {
    let program = file_name(Path::new(command.get_program()));
    let words: Vec<_> = command.get_args().take(3).map(|word| word.to_string_lossy()).collect();
    format!("`{program} {}`", words.join(" "))
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started: {error}.", name_of(command))
}
