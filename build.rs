//! Compiles the wording, `locale/<language>.ftl` (Fluent), to one typed function per message: `words::saved(locale)`,
//! `words::days(locale, 3)`. A message that is missing in a language, takes other variables there or uses a part of
//! Fluent that is not needed here stops the build with its name.
//!
//! And names the code of the learner's fold by a hash, so that a snapshot made by other code is not taken for its own.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The sources that the fold is made of.
const FOLD: [&str; 2] = ["src/learner", "src/num"];

const LOCALES: [(&str, &str); 2] = [("En", "en"), ("Es", "es")];

/// One way to say a message: for every number, or for the numbers a key names.
struct Form {
    key: Option<String>,
    pattern: String,
}

#[derive(Default)]
struct Message {
    variables: Vec<String>,
    selector: Option<String>,
    forms: Vec<Form>,
}

fn main() {
    println!("cargo::rerun-if-changed=locale");
    println!("cargo::rustc-env=TRELLIS_FOLD={:016x}", FOLD.iter().fold(0xCBF2_9CE4_8422_2325, hash_under));
    let catalogues: Vec<_> = LOCALES.iter().map(|(_, code)| read(code)).collect();
    let mut out = String::new();
    for (name, message) in &catalogues[0] {
        let all: Vec<&Message> = catalogues
            .iter()
            .zip(LOCALES)
            .map(|(catalogue, (_, code))| {
                let found = catalogue.get(name);
                found.unwrap_or_else(|| stop(&format!("locale/{code}.ftl has no `{name}`: translate it")))
            })
            .collect();
        write_function(&mut out, name, message, &all);
    }
    for (catalogue, (_, code)) in catalogues.iter().zip(LOCALES).skip(1) {
        if let Some(extra) = catalogue.keys().find(|name| !catalogues[0].contains_key(*name)) {
            stop(&format!(
                "locale/{code}.ftl has `{extra}`, which locale/en.ftl has not: remove it or add it there"
            ));
        }
    }
    let target = PathBuf::from(env::var("OUT_DIR").expect("set by cargo")).join("words.rs");
    fs::write(target, out).expect("OUT_DIR is writable");
}

/// FNV-1a over the sources of a folder, in the order of their names.
fn hash_under(hash: u64, folder: impl AsRef<Path>) -> u64 {
    let folder = folder.as_ref();
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| stop(&format!("{}: {error}", folder.display())));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.iter().fold(hash, |hash, path| match fs::read(path) {
        Ok(bytes) => {
            bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3))
        }
        Err(_) => hash_under(hash, path),
    })
}

fn read(code: &str) -> BTreeMap<String, Message> {
    let path = format!("locale/{code}.ftl");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| stop(&format!("{path}: {error}")));
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((_, errors)) => stop(&format!("{path}: {errors:?}")),
    };
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let name = message.id.name.replace('-', "_");
            let value = message.value.unwrap_or_else(|| stop(&format!("{path}: `{name}` says nothing")));
            let parsed = compile(&value).unwrap_or_else(|why| stop(&format!("{path}: `{name}`: {why}")));
            if messages.insert(name.clone(), parsed).is_some() {
                stop(&format!("{path}: `{name}` stands there twice"));
            }
        }
    }
    messages
}

/// One form for each variant of the only selector, or one form.
fn compile(value: &Pattern<String>) -> Result<Message, String> {
    let mut message = Message::default();
    let selects = value.elements.iter().find_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            Some((selector, variants))
        }
        _ => None,
    });
    let Some((selector, variants)) = selects else {
        let pattern = flatten(value, None, &mut message.variables)?;
        message.forms.push(Form { key: None, pattern });
        return Ok(message);
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err("selects by no variable".into());
    };
    message.variables.push(id.name.clone());
    message.selector = Some(id.name.clone());
    for variant in variants {
        let key = match (&variant.key, variant.default) {
            (_, true) => None,
            (VariantKey::Identifier { name }, _) | (VariantKey::NumberLiteral { value: name }, _) => {
                Some(name.clone())
            }
        };
        let pattern = flatten(value, Some(variant), &mut message.variables)?;
        message.forms.push(Form { key, pattern });
    }
    message.forms.sort_by_key(|form| form.key.is_none());
    Ok(message)
}

/// The words with `{0}`, `{1}` ... for variables, in the order they first appear.
fn flatten(
    value: &Pattern<String>,
    variant: Option<&Variant<String>>,
    variables: &mut Vec<String>,
) -> Result<String, String> {
    let mut out = String::new();
    for element in &value.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { .. } } => {
                let variant = variant.ok_or("a select inside a select")?;
                out.push_str(&flatten(&variant.value, None, variables)?);
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::VariableReference { id } => {
                    let at = variables.iter().position(|name| *name == id.name).unwrap_or_else(|| {
                        variables.push(id.name.clone());
                        variables.len() - 1
                    });
                    write!(out, "{{{at}}}").expect("strings grow");
                }
                InlineExpression::StringLiteral { value } => out.push_str(value),
                _ => return Err("uses a part of Fluent that the catalogue compiler does not know".into()),
            },
        }
    }
    Ok(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn write_function(out: &mut String, name: &str, first: &Message, all: &[&Message]) {
    for (message, (_, code)) in all.iter().zip(LOCALES) {
        let mut here = message.variables.clone();
        let mut there = first.variables.clone();
        here.sort();
        there.sort();
        if here != there {
            stop(&format!("locale/{code}.ftl: `{name}` takes {here:?}, in English {there:?}"));
        }
    }
    let selector = all.iter().find_map(|message| message.selector.clone());
    let parameters: String = first
        .variables
        .iter()
        .map(|variable| {
            format!(", {variable}: {}", if selector.as_ref() == Some(variable) { "i64" } else { "&str" })
        })
        .collect();
    let result = if first.variables.is_empty() { "&'static str" } else { "String" };
    writeln!(out, "pub fn {name}(locale: Locale{parameters}) -> {result} {{").expect("strings grow");
    let plain = first.variables.is_empty();
    writeln!(out, "    {}match locale {{", if plain { "" } else { "let pattern = " }).expect("strings grow");
    for (message, (locale, _)) in all.iter().zip(LOCALES) {
        writeln!(out, "        Locale::{locale} => {},", pattern(message)).expect("strings grow");
    }
    if plain {
        writeln!(out, "    }}\n}}").expect("strings grow");
        return;
    }
    writeln!(out, "    }};").expect("strings grow");
    // Each language numbers its variables in its own order.
    let values = |message: &Message| {
        let value = |variable: &String| {
            if selector.as_ref() == Some(variable) {
                format!("&{variable}.to_string()")
            } else {
                variable.clone()
            }
        };
        message.variables.iter().map(value).collect::<Vec<_>>().join(", ")
    };
    if all.iter().all(|message| message.variables == first.variables) {
        writeln!(out, "    fill(pattern, &[{}])\n}}", values(first)).expect("strings grow");
        return;
    }
    writeln!(out, "    match locale {{").expect("strings grow");
    for (message, (locale, _)) in all.iter().zip(LOCALES) {
        writeln!(out, "        Locale::{locale} => fill(pattern, &[{}]),", values(message))
            .expect("strings grow");
    }
    writeln!(out, "    }}\n}}").expect("strings grow");
}

fn pattern(message: &Message) -> String {
    let Some(selector) = &message.selector else { return format!("{:?}", message.forms[0].pattern) };
    let mut out = format!("match {selector} {{ ");
    for form in &message.forms {
        let case = match form.key.as_deref() {
            None => "_".to_string(),
            Some("one") => "1".to_string(),
            Some(number) => number.to_string(),
        };
        write!(out, "{case} => {:?}, ", form.pattern).expect("strings grow");
    }
    out + "}"
}

fn stop(why: &str) -> ! {
    println!("cargo::error={why}");
    process::exit(1);
}
