//! The author's tool: `pack lint`, `pack preview`, `pack build`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use trellis::content::coverage::Coverage;
use trellis::content::lint::stability;
use trellis::content::source::{GOLDEN, Pack};
use trellis::content::{Figure, Locale, Question, preview};
use trellis::view::Span;
use trellis::view::figure::{self, Body, Cell, Mark, Paper, Sheet, Square};

const HELP: &str = "\
pack lint [--json] [DIR]                     says what is wrong with the items, and where
pack preview SKILL|ITEM [--seeds N] [--level L] [--locale es] [--html FILE] [--dir DIR]
                                             shows drawn questions with all their help, a skill's lesson too;
                                             --html: as a page, every language side by side
pack coverage [--json] [DIR]                 counts skills, items and lessons by grade and standard
pack build --out DIR [--hashed] [--dir DIR]  writes the JSON the app reads
pack golden [DIR]                            notes what is drawn now, before a release
pack codes [DIR]                             gives new skills their places in return codes, before a release
DIR is `content` unless given.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let (command, rest) = arguments.split_first().ok_or(HELP)?;
    let options = Options::of(rest)?;
    match &**command {
        "lint" => lint(&options),
        "preview" => preview_of(&options),
        "coverage" => coverage(&options),
        "build" => build(&options),
        "golden" => golden(&options),
        "codes" => codes(&options),
        _ => Err(HELP.into()),
    }
}

#[derive(Default)]
struct Options {
    plain: Vec<String>,
    json: bool,
    hashed: bool,
    out: Option<PathBuf>,
    html: Option<PathBuf>,
    dir: Option<PathBuf>,
    seeds: u32,
    level: Option<u8>,
    locale: Option<Locale>,
}

impl Options {
    fn of(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self { seeds: 3, ..Self::default() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value =
                || rest.next().cloned().ok_or_else(|| format!("{argument} needs a value\n{HELP}"));
            match &**argument {
                "--json" => options.json = true,
                "--hashed" => options.hashed = true,
                "--out" => options.out = Some(value()?.into()),
                "--html" => options.html = Some(value()?.into()),
                "--dir" => options.dir = Some(value()?.into()),
                "--seeds" => options.seeds = number(&value()?)?,
                "--level" => options.level = u8::try_from(number(&value()?)?).ok(),
                "--locale" => {
                    let tag = value()?;
                    let known = Locale::parse(&tag).ok_or(format!("no texts in the language {tag}"))?;
                    options.locale = Some(known);
                }
                flag if flag.starts_with("--") => return Err(format!("unknown option {flag}\n{HELP}")),
                plain => options.plain.push(plain.into()),
            }
        }
        Ok(options)
    }

    fn pack(&self, dir: Option<&String>) -> Result<Pack, String> {
        Pack::read(&self.folder(dir))
    }

    fn folder(&self, dir: Option<&String>) -> PathBuf {
        let given = self.dir.clone().or_else(|| dir.map(PathBuf::from));
        given.unwrap_or_else(|| Path::new("content").into())
    }
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("{text} is no whole number"))
}

fn lint(options: &Options) -> Result<ExitCode, String> {
    let pack = options.pack(options.plain.first())?;
    let findings = trellis::content::lint::lint(&pack);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    if options.json {
        say(&trellis::content::lint::json(&pack, &findings));
    } else {
        findings.iter().for_each(|finding| say(&finding.to_string()));
        say(&format!("{errors} errors, {} warnings", findings.len() - errors));
    }
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn coverage(options: &Options) -> Result<ExitCode, String> {
    let coverage = Coverage::of(&options.pack(options.plain.first())?);
    say(if options.json { coverage.json() } else { coverage.text() }.trim_end());
    Ok(ExitCode::SUCCESS)
}

fn preview_of(options: &Options) -> Result<ExitCode, String> {
    let wanted = options.plain.first().ok_or(HELP)?;
    let pack = options.pack(None)?;
    let lessons =
        || pack.units.iter().flat_map(|unit| unit.unit.lessons().iter().map(move |one| (unit, one)));
    if let Some(file) = &options.html {
        let locales: Vec<Locale> = options.locale.map_or_else(|| Locale::ALL.to_vec(), |one| vec![one]);
        let mut rows: Vec<Vec<Question>> = Vec::new();
        for (k, locale) in locales.into_iter().enumerate() {
            for (at, question) in drawn(&pack, wanted, options, locale)?.into_iter().enumerate() {
                match rows.get_mut(at) {
                    // An item that is not translated stands there once.
                    Some(row) if question.locale == locale => row.push(question),
                    Some(_) => {}
                    None if k == 0 => rows.push(vec![question]),
                    None => {}
                }
            }
        }
        found(!rows.is_empty(), wanted)?;
        write(file, &preview::page(&rows, &drawing))?;
        return Ok(ExitCode::SUCCESS);
    }
    let locale = options.locale.unwrap_or_default();
    let questions = drawn(&pack, wanted, options, locale)?;
    let taught: Vec<_> = lessons().filter(|(_, lesson)| lesson.skill == *wanted).collect();
    found(!questions.is_empty() || !taught.is_empty(), wanted)?;
    for (unit, lesson) in taught {
        say(&preview::lesson(lesson, &unit.unit, locale));
    }
    questions.iter().for_each(|question| say(&preview::sheet(question)));
    Ok(ExitCode::SUCCESS)
}

fn found(something: bool, wanted: &str) -> Result<(), String> {
    let nothing = || format!("there is no skill or item `{wanted}` at this level; `pack lint` may say why");
    something.then_some(()).ok_or_else(nothing)
}

/// A figure as it stands in a page of its own.
fn drawing(figure: &Figure, _alt: &str, locale: Locale) -> Option<String> {
    let hand = figure::start(figure, "", locale);
    let look = figure::Look { hand: &hand, draft: "", checked: None, open: false, active: None, locale };
    Some(match figure::drawn(figure, look).body {
        Body::Paper(paper) => svg(&paper),
        Body::Sheet(sheet) => table(&sheet),
    })
}

fn svg(paper: &Paper) -> String {
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {}\" width=\"{}\" role=\"img\">",
        paper.width,
        paper.height,
        paper.width / 9
    );
    for mark in &paper.marks {
        out += &match mark {
            Mark::Path { class, d } => format!("<path class=\"{class}\" d=\"{d}\"/>"),
            Mark::Dot { class, x, y, r } => {
                format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>")
            }
            Mark::Text { class, x, y, words } => {
                format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", preview::escaped(words))
            }
        };
    }
    out + "</svg>"
}

fn table(sheet: &Sheet) -> String {
    let cell = |square: &Square| match &square.is {
        Cell::Nothing => "<td class=\"bare\"></td>".into(),
        Cell::Box | Cell::Entry(_) => "<td class=\"box\">\u{a0}</td>".into(),
        Cell::Words(line) => format!("<td class=\"bare\">{}</td>", line_html(line)),
        Cell::Head { line, .. } => format!("<th>{}</th>", line_html(line)),
    };
    let row = |row: &Vec<Square>| -> String {
        ["<tr>", &row.iter().map(cell).collect::<Vec<String>>().concat(), "</tr>"].concat()
    };
    let rows: Vec<String> = sheet.rows.iter().map(row).collect();
    format!("<table class=\"{}\">{}</table>", sheet.class, rows.concat())
}

fn line_html(line: &[Span]) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => preview::escaped(words),
        Span::Maths { node, .. } => preview::mathml(node),
        Span::Blank(_) => "<span class=\"blank\">\u{a0}</span>".into(),
    };
    line.iter().map(span).collect::<Vec<String>>().concat()
}

fn drawn(pack: &Pack, wanted: &str, options: &Options, locale: Locale) -> Result<Vec<Question>, String> {
    let mut questions = Vec::new();
    for unit in &pack.units {
        for (item, level) in unit.unit.items() {
            let fits = item == wanted || unit.unit.skill_of(&item) == Some(wanted);
            if !fits || options.level.is_some_and(|only| only != level) {
                continue;
            }
            for seed in 0..options.seeds {
                let question = unit.unit.draw(&item, level, seed, locale);
                questions.push(question.map_err(|problem| problem.to_string())?);
            }
        }
    }
    Ok(questions)
}

fn build(options: &Options) -> Result<ExitCode, String> {
    let out = options.out.as_ref().ok_or(HELP)?;
    let pack = options.pack(options.plain.first())?;
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, bytes) in pack.clips(options.hashed).into_values() {
        let path = out.join(&name);
        std::fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        say(&format!("{name} {} bytes", bytes.len()));
    }
    for (name, json) in pack.build(options.hashed) {
        write(&out.join(&name), &json)?;
        say(&format!("{name} {} bytes", json.len()));
    }
    Ok(ExitCode::SUCCESS)
}

fn golden(options: &Options) -> Result<ExitCode, String> {
    let file = options.folder(options.plain.first()).join(GOLDEN);
    let pack = options.pack(options.plain.first())?;
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    write(&file, &stability::draws(&pack))?;
    Ok(ExitCode::SUCCESS)
}

/// Adds the skills that have no place yet, so that what they build on comes first; no line is ever changed.
fn codes(options: &Options) -> Result<ExitCode, String> {
    let file = options.folder(options.plain.first()).join("return-codes.txt");
    let pack = options.pack(options.plain.first())?;
    let old = std::fs::read_to_string(&file).unwrap_or_default();
    let added = trellis::exchange::code::added(&old, pack.skills.iter().map(|found| &found.skill));
    write(&file, &(old + &added))?;
    say(&format!("{} skills came to {}", added.lines().count(), file.display()));
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// One line on the terminal; a reader that has gone away (`| head`) is no fault.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
