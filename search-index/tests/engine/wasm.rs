//! The engine for browsers gives the same answers as this one, to the bit. Node.js stands in for a browser; where there
//! is none, the browser tests of the whole site still ask both.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::site::*;

#[test]
fn the_engine_for_browsers_answers_alike() {
    let Ok(version) = Command::new("node").arg("--version").output() else {
        writeln!(std::io::stderr(), "there is no Node.js here: the engine for browsers was not asked").unwrap();
        return;
    };
    assert!(version.status.success());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wasm");
    for (name, bytes) in files().iter().chain([("engine.js", search_index::engine_js())]) {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let requests: String = QUERIES.iter().map(|query| serde_json::to_string(&request(query)).unwrap() + "\n").collect();
    let replies = node(&folder, &requests);
    assert_eq!(replies.lines().count(), QUERIES.len());
    for (query, reply) in QUERIES.iter().zip(replies.lines()) {
        let answer = serde_json::to_string(&engine().ask(&request(query)).unwrap()).unwrap();
        assert_eq!(reply, format!("{{\"answer\":{answer}}}"), "{query}: is search-index/dist/ of another version?");
    }
}

fn node(folder: &Path, requests: &str) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/engine/ask.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = node.spawn().unwrap();
    child.stdin.take().unwrap().write_all(requests.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
