//! A question on paper: everything the app could say about it, for its author to read. As text, one step after the
//! other; as a page of its own, with every language side by side.

use super::more::lesson::{Lesson, Shown};
use super::more::respond::Task;
use super::more::steps::say;
use super::{Figure, LearnerState, Locale, Question, Response, Score, Span, Text, Unit};
use crate::notation::{Node, mathml as drawn};
use std::fmt::Write;

/// Draws a figure as SVG or HTML of its own; nothing where it cannot.
pub type Draw<'a> = &'a dyn Fn(&Figure, &str, Locale) -> Option<String>;

/// One line of a sheet: its name, its text, and the figure that stands there.
struct Line<'a> {
    name: &'static str,
    text: Text,
    figure: Option<(&'a Figure, String)>,
}

/// The text sheet of one question, every step of it.
pub fn sheet(question: &Question) -> String {
    let mut out = String::new();
    for step in question.steps() {
        let _ = writeln!(out, "{}", title(&step));
        for line in lines(&step) {
            let alt = line.figure.map(|(_, alt)| format!(" [{alt}]")).unwrap_or_default();
            let text = format!("{}{alt}", line.text.print());
            if !text.is_empty() {
                let _ = writeln!(out, "  {:<9} {}", line.name, text.trim_start());
            }
        }
    }
    out
}

fn title(question: &Question) -> String {
    let step = question.step().map(|step| format!(", step {step}")).unwrap_or_default();
    let waits = question.part().after_miss.as_ref().map(|on| format!(" (after a miss on {on})"));
    let skin = question.skin.as_ref().map(|skin| format!(", told as {skin}")).unwrap_or_default();
    format!(
        "{}@{} seed {} ({}){step}{}{skin}",
        question.item,
        question.level,
        question.seed,
        question.locale.code(),
        waits.unwrap_or_default()
    )
}

fn lines(question: &Question) -> Vec<Line<'_>> {
    let mut all = Vec::new();
    let mut line = |name: &'static str, text: Text| {
        if !text.is_empty() {
            all.push(Line { name, text, figure: None });
        }
    };
    line("ask", question.ask.clone());
    given(question).into_iter().for_each(|(name, text)| line(name, text));
    let mut answer = question.right();
    answer.push_words(&format!("  (typed: {})", question.right_value()));
    if !matches!(question.score(&question.right_value()), Score::Right) {
        answer.push_words("  !! its own answer does not score right");
    }
    line("answer", answer);
    let misses = question.misses();
    for (rule, answer) in &misses {
        let mut wrong = question.shown(answer);
        wrong.push_words(&format!("  {rule}"));
        line("wrong", wrong);
        line("", question.rule_says(rule, answer));
    }
    let mine = misses.first().map_or_else(|| "0".to_string(), |(_, answer)| answer.clone());
    line("prompt", question.prompt(&mine));
    if let Some(figure) = &question.figure {
        all.insert(
            1,
            Line { name: "figure", text: Text::default(), figure: Some((figure, question.alt.clone())) },
        );
    }
    all.extend(hints(question, &mine));
    let solution = question.solution();
    let mut line = |name: &'static str, text: Text| all.push(Line { name, text, figure: None });
    solution.lines.iter().for_each(|text| line("solution", text.clone()));
    if let Some(asked) = &solution.asked {
        line("", Text::words(format!("last step: {}", asked.value)));
    }
    all
}

/// What there is to answer with.
fn given(question: &Question) -> Vec<(&'static str, Text)> {
    let side_by_side = |texts: &[Text]| {
        let mut all = Text::default();
        for text in texts {
            if !all.is_empty() {
                all.push_words("   ");
            }
            all.spans.extend(text.spans.iter().cloned());
        }
        all
    };
    let shown = |options: &[super::Choice]| {
        side_by_side(&options.iter().map(|option| option.show.clone()).collect::<Vec<_>>())
    };
    match &question.response {
        Response::Write { .. } => Vec::new(),
        Response::Choose { options } => vec![("options", shown(options))],
        Response::More(task) => match &**task {
            Task::ChooseAll { options } => vec![("options", shown(options))],
            Task::Fill { line, .. } => vec![("fill", line.clone())],
            Task::Sort { objects, bins, .. } => {
                vec![("objects", side_by_side(objects)), ("bins", side_by_side(bins))]
            }
            Task::Order { objects } => vec![("objects", side_by_side(objects))],
            Task::Match { objects, to } => vec![("objects", side_by_side(objects)), ("to", side_by_side(to))],
            Task::Columns(sum) => columns(sum),
            Task::Lines(work) => say::start(work).into_iter().map(|line| ("start", line)).collect(),
            Task::Typed(kind) => vec![("typed", Text::words(format!("{kind:?}").to_lowercase()))],
        },
    }
}

/// The working on paper: what stands above the digits, and under the line.
fn columns(sum: &super::more::columns::Columns) -> Vec<(&'static str, Text)> {
    let work = sum.work();
    let row = |cells: &[Option<i64>]| {
        let cells: Vec<String> =
            cells.iter().rev().map(|cell| cell.map_or_else(|| "·".into(), |n| n.to_string())).collect();
        Text::words(cells.join(" "))
    };
    let mut all = Vec::new();
    if work.marks.iter().any(Option::is_some) {
        all.push(("marks", row(&work.marks)));
    }
    all.extend(work.rows.iter().map(|cells| ("row", row(cells))));
    all.push(("cells", row(&work.cells)));
    all
}

/// The hints after one miss, with the figures they bring.
fn hints(question: &Question, mine: &str) -> Vec<Line<'static>> {
    let state = LearnerState { tries: 1, mine: Some(mine.into()), ..LearnerState::default() };
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(hint) = question.hint(at, &state) {
        let mut text = hint.say;
        if !hint.alt.is_empty() {
            text.push_words(&format!("  [{}]", hint.alt));
        }
        all.push(Line { name: "hint", text, figure: None });
        at = hint.at + 1;
    }
    all
}

/// A lesson, part by part.
pub fn lesson(lesson: &Lesson, unit: &Unit, locale: Locale) -> String {
    let mut out = format!("lesson {} ({})\n", lesson.skill, lesson.locale(locale).code());
    for (k, part) in lesson.parts.iter().enumerate() {
        let path = part.path.as_ref().map(|path| format!(" {path}")).unwrap_or_default();
        let _ = write!(out, "  {}{path}: ", part.number);
        let print = |lines: &[Text]| lines.iter().map(Text::print).collect::<Vec<_>>().join(" / ");
        match lesson.show(k, unit, 0, locale) {
            None => out.push_str("!! cannot be shown"),
            Some(Shown::Explain { text, alt, .. }) => {
                out.push_str(&text.print());
                if !alt.is_empty() {
                    let _ = write!(out, "  [{alt}]");
                }
            }
            Some(Shown::Worked { question, lines, why }) => {
                let _ = write!(out, "{} Worked: {}", question.ask.print(), print(&lines));
                if let Some(why) = why {
                    let right = why.options.get(why.right).map(Text::print).unwrap_or_default();
                    let _ = write!(out, "\n     {} {} (of {})", why.ask.print(), right, print(&why.options));
                }
            }
            Some(Shown::Faded { question, lines, asked }) => {
                let asked: Vec<&str> = asked.iter().map(|asked| &*asked.value).collect();
                let _ =
                    write!(out, "{} Faded: {} ({})", question.ask.print(), print(&lines), asked.join(", "));
            }
            Some(Shown::Question(question)) => {
                let _ = write!(out, "{}", question.ask.print());
            }
        }
        out.push('\n');
    }
    out
}

/// Questions as an HTML page of its own, to print or to send to a colleague. Each entry is one question in its
/// languages, which stand side by side.
pub fn page(questions: &[Vec<Question>], draw: Draw) -> String {
    let mut body = String::new();
    for languages in questions {
        let Some(first) = languages.first() else { continue };
        let head = format!("{}@{} seed {}", first.item, first.level, first.seed);
        let _ = writeln!(body, "<section>\n<h2>{}</h2>", escaped(&head));
        for step in 0..first.step_count() {
            let steps: Vec<Question> =
                languages.iter().filter_map(|question| question.steps().into_iter().nth(step)).collect();
            let _ = writeln!(body, "<div class=\"row\">");
            steps.iter().for_each(|step| card(&mut body, step, draw));
            let _ = writeln!(body, "</div>");
        }
        let _ = writeln!(body, "</section>");
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Preview</title>\n\
         <style>{STYLE}</style>\n<h1>Preview</h1>\n{body}</html>\n"
    )
}

const STYLE: &str = "\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #1c1c24; background: #fff }\
h1 { font-size: 1.4rem } h2 { font-size: 1rem; color: #55556a }\
section { border-top: 1px solid #ccccd8; break-inside: avoid }\
.row { display: flex; flex-wrap: wrap; gap: 2rem }\
article { flex: 1 1 22rem; margin-block-end: 1rem }\
h3 { font-size: .85rem; font-weight: normal; color: #55556a; margin: .5rem 0 }\
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .25rem .75rem; margin: 0 }\
dt { color: #55556a; font-size: .85rem } dd { margin: 0 }\
dd.ask { font-size: 1.15rem }\
svg { max-width: 100%; height: auto; display: block; overflow: visible }\
path { fill: none; stroke: #1c1c24; stroke-width: 13; stroke-linecap: round; stroke-linejoin: round }\
circle { fill: #1c1c24 } circle.room, circle.dot { fill: none; stroke: #1c1c24; stroke-width: 10 }\
text { fill: #1c1c24; font-size: 155px; text-anchor: middle } text.small { font-size: 112px }\
text.raised { font-size: 105px } text.end { text-anchor: end } text.letter { font-style: italic }\
.full, .region, .block { fill: #cfdcf7 } .hatch { stroke: none } .grid-line, .room { stroke: #ccccd8 }\
.shape { fill: #eef2fb } .shaft { stroke-width: 44 } .curve { stroke-width: 24 } .guide, .cut { stroke-dasharray: 60 40 }\
table { border-collapse: collapse } td, th { padding: .15rem .6rem; text-align: center; font-weight: normal }\
table.table td, table.table th, td.box { border: 1px solid #55556a }\
.blank { border: 1px solid #1c1c24; padding-inline: .6em }\
p.alt { margin: 0; color: #55556a; font-size: .85rem }\
@media print { body { margin: 0 } }";

fn card(out: &mut String, question: &Question, draw: Draw) {
    let _ = writeln!(
        out,
        "<article lang=\"{}\">\n<h3>{}</h3>\n<dl>",
        question.locale.code(),
        escaped(&title(question))
    );
    for line in lines(question) {
        let class = if line.name == "ask" { " class=\"ask\"" } else { "" };
        let _ = write!(out, "<dt>{}</dt><dd{class}>", line.name);
        if let Some((figure, alt)) = &line.figure {
            out.push_str(&draw(figure, alt, question.locale).unwrap_or_default());
            let _ = write!(out, "<p class=\"alt\">{}</p>", escaped(alt));
        }
        text(out, &line.text);
        out.push_str("</dd>\n");
    }
    out.push_str("</dl>\n</article>\n");
}

fn text(out: &mut String, text: &Text) {
    for span in &text.spans {
        match span {
            Span::Words(words) => out.push_str(&escaped(words)),
            Span::Maths(math) => element(out, &drawn(math)),
            Span::Blank(value) => {
                let _ = write!(out, "<span class=\"blank\">{}</span>", escaped(value));
            }
        }
    }
}

fn element(out: &mut String, node: &Node) {
    let class = node.class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
    let _ = write!(out, "<{}{class}>", node.tag);
    if let Some(text) = &node.text {
        out.push_str(&escaped(text));
    }
    node.children.iter().for_each(|child| element(out, child));
    let _ = write!(out, "</{}>", node.tag);
}

/// A formula as an element.
pub fn mathml(node: &Node) -> String {
    let mut out = String::new();
    element(&mut out, node);
    out
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
