//! As much of a browser as the tests need.

use super::preview::{DEADLINE, Preview};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Instant;

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body, as text.
    pub body: String,
    headers: String,
}

impl Answer {
    /// A header by its name in lower case; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let fields = self.headers.lines().filter_map(|line| line.split_once(": "));
        fields.filter(|(field, _)| *field == name).map(|(_, value)| value).next().unwrap_or("")
    }
}

/// Gets an address.
pub fn get(preview: &Preview, path: &str) -> Answer {
    request(preview, "GET", path, "localhost")
}

/// Sends a request and reads the answer.
pub fn request(preview: &Preview, method: &str, path: &str, host: &str) -> Answer {
    read(send(preview, &format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")))
}

/// Sends bytes.
pub fn send(preview: &Preview, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(preview.address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    stream
}

/// Reads an answer to its end.
pub fn read(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (headers, body) = text.split_once("\r\n\r\n").unwrap();
    let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, headers: headers.to_owned(), body: body.to_owned() }
}

/// A page that follows the site: reads its events.
pub struct Follower(BufReader<TcpStream>);

impl Follower {
    /// Begins to follow.
    pub fn new(preview: &Preview) -> Follower {
        let request = "GET /.waymark/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        Follower(BufReader::new(send(preview, request)))
    }

    /// The next event.
    pub fn next(&mut self) -> Value {
        let (start, mut line) = (Instant::now(), String::new());
        loop {
            line.clear();
            assert!(start.elapsed() < DEADLINE, "no event");
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the events have ended");
            if let Some(state) = line.strip_prefix("data: ") {
                return serde_json::from_str(state).unwrap();
            }
        }
    }

    /// The first event for which something holds.
    pub fn until(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        loop {
            let state = self.next();
            if holds(&state) {
                return state;
            }
        }
    }
}
