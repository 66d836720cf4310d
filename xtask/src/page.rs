//! The texts of a release: the page from its template, scripts with names filled in, styles made one.

use crate::assets::Assets;
use crate::headers::POLICY;
use crate::shell::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Where `index.html` takes what only a build knows.
const HEAD: &str = "<!-- dist: policy, styles, first files, scripts -->";

/// What the page loads at once, so that no file is found only by reading another.
#[derive(Default)]
pub struct Links {
    pub style: Option<String>,
    pub script: String,
    pub wasm: String,
    /// Parts of the app that are fetched when they are first needed.
    pub later: Vec<String>,
    pub fonts: Vec<String>,
    /// The map and the unit of the first question.
    pub data: Vec<String>,
    pub map: Option<String>,
    /// The text of an SVG, which the page holds itself: browsers ask for an icon before anything is on the screen.
    pub icon: Option<String>,
}

/// The page, with its head filled in.
pub fn index(template: &str, links: &Links, assets: &Assets) -> Outcome<String> {
    if !template.contains(HEAD) {
        return Err(format!("index.html lacks the line `{HEAD}`."));
    }
    Ok(template.replacen(HEAD, &head(links, assets), 1))
}

fn head(links: &Links, assets: &Assets) -> String {
    let integrity = |path: &str| {
        let digest = assets.get(path).map(|asset| asset.integrity()).unwrap_or_default();
        format!("integrity=\"{digest}\"")
    };
    let fetched = |path: &str| format!("<link rel=\"preload\" href=\"{path}\" as=\"fetch\" crossorigin>");
    // Order = order of fetching: what paints, then what takes longest.
    let mut lines = vec![format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")];
    lines.extend(
        links
            .style
            .iter()
            .map(|path| format!("<link rel=\"stylesheet\" href=\"{path}\" {}>", integrity(path))),
    );
    lines.push(format!(
        "<script type=\"module\" src=\"{}\" {}></script>",
        links.script,
        integrity(&links.script)
    ));
    lines.push(fetched(&links.wasm));
    lines.extend(links.data.iter().map(|path| fetched(path)));
    lines.extend(links.fonts.iter().map(|path| {
        format!("<link rel=\"preload\" href=\"{path}\" as=\"font\" type=\"font/woff2\" crossorigin>")
    }));
    lines.extend(links.map.iter().map(|path| format!("<meta name=\"trellis-map\" content=\"{path}\">")));
    lines.extend(links.icon.iter().map(|svg| format!("<link rel=\"icon\" href=\"{}\">", data_address(svg))));
    lines.join("\n")
}

/// A picture as an address that holds it.
fn data_address(svg: &str) -> String {
    let svg: String = svg.lines().map(str::trim).collect();
    let escaped = [("%", "%25"), ("#", "%23"), ("<", "%3c"), (">", "%3e"), ("\"", "'")];
    let svg = escaped.iter().fold(svg, |svg, (plain, code)| svg.replace(plain, code));
    format!("data:image/svg+xml,{svg}")
}

/// Where a page that stands alone takes its policy.
const ALONE: &str = "<!-- dist: policy of this page alone -->";

/// A page that needs no other file, under a policy that lets exactly its own script and style work and forbids every
/// connection.
pub fn alone(page: &str) -> Outcome<String> {
    let digest = |tag: &str| {
        let (_, rest) = page.split_once(&format!("<{tag}>"))?;
        let (inner, rest) = rest.split_once(&format!("</{tag}>"))?;
        (!rest.contains(&format!("<{tag}"))).then(|| STANDARD.encode(Sha256::digest(inner)))
    };
    let (script, style) =
        digest("script").zip(digest("style")).ok_or("The page must have one script and one style.")?;
    if !page.contains(ALONE) {
        return Err(format!("The page lacks the line `{ALONE}`."));
    }
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    );
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(page.replacen(ALONE, &policy, 1))
}

/// A script with the one line that begins with `start` replaced by `line`.
pub fn fill(script: &str, start: &str, line: &str) -> Outcome<String> {
    let found = script.lines().filter(|l| l.starts_with(start)).count();
    if found != 1 {
        return Err(format!("A script must have one line that begins with `{start}`; it has {found}."));
    }
    let lines = script.lines().map(|l| if l.starts_with(start) { line } else { l });
    Ok(lines.flat_map(|l| [l, "\n"]).collect())
}

/// The script that wasm-bindgen wrote, as an expression that gives its start function: one file fewer to fetch.
pub fn glue_as_expression(glue: &str) -> Outcome<String> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err(
            "A crate brings a script of its own (`inline_js` or `module`), which is not packaged.".to_owned()
        );
    }
    let (body, exports) = glue.rsplit_once("export {").ok_or("wasm-bindgen's script ends unexpectedly.")?;
    if !exports.contains("__wbg_init as default") {
        return Err("wasm-bindgen's script has no start function.".to_owned());
    }
    let body: String = body
        .lines()
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let body = smaller_js(&body);
    Ok(format!("(() => {{\n{body}return __wbg_init;\n}})()"))
}

/// The script with the loader of the later parts inside it; `names` are what the module calls the loader's functions.
pub fn with_loader(glue: &str, loader: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    let functions: String = names.iter().map(|(long, short)| format!("{short}: {long}, ")).collect();
    let is_import = |line: &str| line.starts_with("import ");
    // The script names the loader once for each function; one object has them all.
    let mut once = Some(format!("\"./later.js\": {{ {functions} }},\n"));
    let mut out = String::new();
    for line in glue.lines().filter(|line| !is_import(line)) {
        if line.trim_start().starts_with("\"./later.js\": ") {
            out.push_str(&once.take().unwrap_or_default());
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    if once.is_some() {
        return Err("wasm-bindgen's script does not name the loader of the later parts.".to_owned());
    }
    let loader: String = loader
        .lines()
        .filter(|line| !is_import(line))
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let (body, exports) = out.rsplit_once("export {").ok_or("wasm-bindgen's script ends unexpectedly.")?;
    Ok(format!("{body}{loader}export {{{exports}"))
}

/// A script without remarks and indentation. Ours have no text over several lines.
pub fn smaller_js(script: &str) -> String {
    script.lines().filter(|line| !is_comment(line)).flat_map(|line| [line.trim_start(), "\n"]).collect()
}

/// A line of a documentation comment, or a whole-line remark.
fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || ["/**", "*/", "* ", "// "].iter().any(|start| line.starts_with(start)) || line == "*"
}

/// Plain CSS without comments and needless blanks; strings stay as they are.
pub fn smaller_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/").map_or("", |(_, after)| after);
        } else if next == '"' || next == '\'' {
            let length = rest[1..].find(next).map_or(rest.len(), |at| at + 2);
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if next.is_whitespace() {
            rest = rest.trim_start();
            let touches = |c: char| "{};,".contains(c);
            if !out.ends_with(|c: char| touches(c) || c.is_whitespace()) && !rest.starts_with(touches) {
                out.push(' ');
            }
        } else {
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_loses_comments_and_blanks_but_no_meaning() {
        for (css, expected) in [
            ("a {\n  color: red;\n}\n", "a{color: red}"),
            ("/* why */ .a .b, .c { width: calc(1rem + 2px); }", ".a .b,.c{width: calc(1rem + 2px)}"),
            ("p::before { content: \"a  /* b */\"; }", "p::before{content: \"a  /* b */\"}"),
        ] {
            assert_eq!(smaller_css(css).trim(), expected);
        }
    }

    #[test]
    fn scripts_lose_remarks_and_indentation() {
        assert_eq!(
            smaller_js("// Why.\nif (a) {\n  b('// no remark');\n\n}\n"),
            "if (a) {\nb('// no remark');\n}\n"
        );
    }

    #[test]
    fn a_page_that_stands_alone_runs_its_own_script_only() {
        let page = alone(&format!("{ALONE}<style>a</style><script>b</script>")).expect("whole");
        // openssl dgst -sha256 -binary | base64
        assert!(page.contains("script-src 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='"), "{page}");
        assert!(page.contains("default-src 'none'") && !page.contains("connect-src"));
        assert!(alone("<style></style><script></script>").is_err(), "without its place");
        assert!(alone(&format!("{ALONE}<style>a</style><script>b</script><script>c</script>")).is_err());
    }

    #[test]
    fn the_page_names_every_first_file() {
        let mut assets = Assets::default();
        let script = assets.add_hashed("boot.js", "start()");
        let links = Links { script: script.clone(), wasm: "t.wasm".into(), ..Links::default() };
        let page =
            index(&format!("<head>{HEAD}</head>"), &links, &assets).expect("the template has its place");
        assert!(page.contains(&format!("src=\"{script}\" integrity=\"sha256-")), "{page}");
        assert!(page.contains("href=\"t.wasm\" as=\"fetch\" crossorigin"), "{page}");
        assert!(index("<head></head>", &links, &assets).is_err());
    }

    #[test]
    fn a_script_takes_its_names_in_one_line() {
        assert_eq!(
            fill("a\nconst FILES = {};\nb\n", "const FILES", "const FILES = 1;").as_deref(),
            Ok("a\nconst FILES = 1;\nb\n")
        );
        assert!(fill("a\n", "const FILES", "").is_err());
    }

    #[test]
    fn the_glue_becomes_an_expression() {
        let glue = "/**\n * says why\n */\nexport function hello() {\n    go();\n}\nexport { initSync, __wbg_init as default };\n";
        assert_eq!(
            glue_as_expression(glue).as_deref(),
            Ok("(() => {\nfunction hello() {\ngo();\n}\nreturn __wbg_init;\n})()")
        );
        assert!(glue_as_expression("import a from 'b';\n").is_err());
    }
}
