//! `cargo xtask serve`: the release on this machine's loopback, with the headers a good host would send.

use crate::Options;
use crate::assets::hex;
use crate::headers::{self, Header};
use crate::http::{self, Request, Response};
use crate::shell::{Outcome, root, say};
use crate::web::Effort;
use crate::{budgets, dist};
use sha2::{Digest, Sha256};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

const PORT: u32 = 8080;

pub fn command(options: &Options) -> Outcome {
    let folder = root().join(options.value("--root").unwrap_or("dist"));
    if !options.has("--no-build") {
        let release = dist::build(&folder, "/", Effort::Release)?;
        // A broken budget fails `dist` and `test`; it is no reason to show nothing.
        budgets::check(&release.budgets).unwrap_or_else(say);
    }
    if !folder.join("index.html").exists() {
        return Err(format!("{} holds no release: leave out --no-build.", folder.display()));
    }
    serve(folder, port_of(options)?, &[])
}

/// The port asked for; 0 is any free one.
pub fn port_of(options: &Options) -> Outcome<u16> {
    let port = options.number("--port", PORT)?;
    u16::try_from(port).map_err(|_| format!("{port} is no port: it must be below 65536."))
}

/// Serves for as long as the program runs.
pub fn serve(folder: PathBuf, port: u16, notes: &[&str]) -> Outcome {
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|e| format!("The server has no address: {e}."))?;
    println!("Trellis is ready: http://{address}/");
    notes.iter().for_each(say);
    http::answer_all(&listener, move |request| answer(request, &folder));
    Ok(())
}

/// The port asked for, or the next one that is free.
fn listen(port: u16) -> Outcome<TcpListener> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    for candidate in port..=port.saturating_add(20) {
        match open(candidate) {
            Ok(listener) => return Ok(listener),
            Err(_) if port != 0 => say(format!("Port {candidate} is taken, trying the next.")),
            Err(e) => return Err(format!("No port is free: {e}.")),
        }
    }
    Err(format!("Port {port} and the twenty after it are taken: choose another with --port."))
}

fn answer(request: &Request, folder: &Path) -> Response {
    if !["GET", "HEAD"].contains(&request.method.as_str()) {
        return plain(405, "Only reading is possible here.");
    }
    let accepted = request.header("Accept-Encoding").unwrap_or_default();
    let Some(found) = path_of(&request.url).and_then(|path| find(folder, &path, accepted)) else {
        return plain(404, "There is no such file.");
    };
    let unchanged = request.header("If-None-Match").is_some_and(|known| known == found.tag);
    let (status, body) = if unchanged { (304, Vec::new()) } else { (200, found.bytes) };
    Response { status, headers: found.headers, body }
}

fn plain(status: u16, text: &str) -> Response {
    Response { status, headers: headers::of("answer.txt"), body: text.into() }
}

/// The file that an address means, relative to the folder; nothing for one that leads out of it.
fn path_of(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let strange = path.contains(['\\', '%', ':']) || path.split('/').any(|part| part == ".." || part == ".");
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    (!strange).then(|| format!("{path}{index}"))
}

struct Found {
    bytes: Vec<u8>,
    tag: String,
    headers: Vec<Header>,
}

/// The file in the smallest form that the browser takes.
fn find(folder: &Path, path: &str, accepted: &str) -> Option<Found> {
    let takes =
        |coding: &str| accepted.split(',').any(|a| a.split(';').next().unwrap_or_default().trim() == coding);
    let forms = [("br", ".br"), ("gzip", ".gz"), ("", "")];
    forms.into_iter().filter(|(coding, _)| coding.is_empty() || takes(coding)).find_map(|(coding, ending)| {
        let bytes = std::fs::read(folder.join(format!("{path}{ending}"))).ok()?;
        let tag = format!("\"{}\"", &hex(&Sha256::digest(&bytes))[..16]);
        let mut headers = headers::of(path);
        headers.extend([("ETag", tag.clone()), ("Vary", "Accept-Encoding".to_owned())]);
        if !coding.is_empty() {
            headers.push(("Content-Encoding", coding.to_owned()));
        }
        Some(Found { bytes, tag, headers })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leads_out_of_the_folder() {
        for (url, expected) in [
            ("/", Some("index.html")),
            ("/boot.js?x=1", Some("boot.js")),
            ("/docs/", Some("docs/index.html")),
            ("/../secret", None),
            ("/%2e%2e/secret", None),
            ("/a\\b", None),
        ] {
            assert_eq!(path_of(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn a_taken_port_gives_the_next() {
        let taken = listen(0).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let next = listen(port).expect("one of the next is free");
        assert_ne!(next.local_addr().expect("it has an address").port(), port);
    }
}
