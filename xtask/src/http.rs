//! The least of HTTP/1.1 that a browser needs to read files: GET and HEAD, lasting connections, a thread for each.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// No browser sends a longer head; what does is not answered.
const LONGEST_HEAD: u64 = 64 * 1024;
/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Request {
    pub method: String,
    pub url: String,
    headers: Vec<(String, String)>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }
}

pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// Answers every connection for as long as the program runs.
pub fn answer_all(listener: &TcpListener, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    for stream in listener.incoming().flatten() {
        let answer = answer.clone();
        // A browser that went away before its answer is no news.
        std::thread::spawn(move || converse(&stream, &*answer).ok());
    }
}

fn converse(stream: &TcpStream, answer: &(impl Fn(&Request) -> Response + ?Sized)) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader)? {
        write(&mut &*stream, &request, answer(&request))?;
        if request.header("Connection").is_some_and(|value| value.eq_ignore_ascii_case("close")) {
            break;
        }
    }
    Ok(())
}

/// The next request; nothing where the connection ended or speaks something else.
fn read(reader: &mut impl BufRead) -> Result<Option<Request>> {
    let mut lines = reader.take(LONGEST_HEAD).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let mut words = first.split(' ');
    let (Some(method), Some(url), Some("HTTP/1.1" | "HTTP/1.0")) = (words.next(), words.next(), words.next())
    else {
        return Ok(None);
    };
    let mut request = Request { method: method.to_owned(), url: url.to_owned(), headers: Vec::new() };
    for line in lines {
        let line = line?;
        match line.split_once(':') {
            Some((name, value)) => request.headers.push((name.to_owned(), value.trim().to_owned())),
            None if line.is_empty() => return Ok(Some(request)),
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// Head and body leave in one piece: a second packet would cost a delay.
fn write(stream: &mut impl Write, request: &Request, response: Response) -> Result<()> {
    let reason = match response.status {
        200 => "OK",
        304 => "Not Modified",
        404 => "Not Found",
        _ => "Method Not Allowed",
    };
    let mut out =
        format!("HTTP/1.1 {} {reason}\r\nContent-Length: {}\r\n", response.status, response.body.len());
    for (name, value) in &response.headers {
        out.extend([name, ": ", value, "\r\n"]);
    }
    out.push_str("\r\n");
    let mut out = out.into_bytes();
    if request.method != "HEAD" {
        out.extend(response.body);
    }
    stream.write_all(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_follow_each_other_on_one_connection() {
        let mut wire =
            "GET /a HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\nHEAD /b HTTP/1.1\r\n\r\n".as_bytes();
        let first = read(&mut wire).expect("memory reads").expect("a request");
        assert_eq!((first.url.as_str(), first.header("accept-encoding")), ("/a", Some("br")));
        let second = read(&mut wire).expect("memory reads").expect("a request");
        assert_eq!((second.method.as_str(), second.url.as_str()), ("HEAD", "/b"));
        assert!(read(&mut wire).expect("memory reads").is_none());
    }

    #[test]
    fn what_is_no_request_ends_the_connection() {
        for wire in
            ["hello\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nno header\r\n\r\n", "GET / HTTP/1.1\r\n"]
        {
            assert!(read(&mut wire.as_bytes()).expect("memory reads").is_none(), "{wire}");
        }
    }
}
