//! `waymark serve`, over real sockets.

mod browser;
mod preview;

use crate::folder::Folder;
use crate::process::Waymark;
use browser::{Answer, Follower, get, request};
use preview::Preview;
use serde_json::Value;
use std::fs;
use std::net::TcpStream;

const PAGE: &str = "content/guidance/first-concern.md";
const ADDRESS: &str = "/guidance/first-concern.html";

/// Diagnostics as the script in a page reads them.
fn findings(preview: &Preview) -> Value {
    serde_json::from_str(&get(preview, "/.waymark/diagnostics.json").body).unwrap()
}

#[test]
fn a_page_is_served_with_the_script_that_follows_it() {
    let preview = Preview::of_new_site();
    let page = get(&preview, ADDRESS);
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.body.contains("Your first concern about a child</h1>"));
    let script = page.body.find("<script src=\"/.waymark/reload.js\"").unwrap();
    assert!(script < page.body.find("</body>").unwrap());
    let pages = Follower::new(&preview).next()["pages"].as_str().unwrap().to_owned();
    assert!(page.body.contains(&format!("data-pages=\"{pages}\"")));
    assert!(get(&preview, "/.waymark/reload.js").header("content-type").starts_with("text/javascript"));
    assert!(!preview.path("public").exists());
}

#[test]
fn other_files_are_served_as_they_are() {
    let preview = Preview::of_new_site();
    let style = get(&preview, "/assets/site.css");
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert!(!style.body.contains("/.waymark/"));
    let mut follower = Follower::new(&preview);
    let before = follower.next();
    fs::create_dir(preview.path("content/files")).unwrap();
    fs::write(preview.path("content/files/a note.txt"), "plain </body>").unwrap();
    preview.write("content/links.md", "---\ntitle: Links\n---\n\n[note](<files/a note.txt>)\n");
    follower.until(|state| state["pages"] != before["pages"] && get(&preview, "/files/a%20note.txt").status == 200);
    let note = get(&preview, "/files/a%20note.txt");
    assert_eq!((note.header("content-type"), note.body.as_str()), ("text/plain; charset=utf-8", "plain </body>"));
}

#[test]
fn addresses_are_those_of_a_plain_server() {
    let preview = Preview::of_new_site();
    assert!(get(&preview, "/").body.contains("<h1>Example guidance</h1>"));
    assert_eq!(get(&preview, "/guidance/?print").status, 200);
    let redirect = get(&preview, "/guidance?print");
    assert_eq!((redirect.status, redirect.header("location")), (307, "/guidance/?print"));
    assert_eq!(get(&preview, "/%67uidance/first%2Dconcern.html").status, 200);
    let missing = get(&preview, "/guidance/deep/missing.html");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("href=\"/assets/site.css\"") && missing.body.contains("/.waymark/reload.js"));
    let head = request(&preview, "HEAD", "/", "localhost");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_ne!(head.header("content-length"), "0");
    let post = request(&preview, "POST", "/", "localhost");
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn nothing_outside_the_site_is_served() {
    let preview = Preview::of_new_site();
    let ways = [
        "/../content/site.yaml",
        "/content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/guidance/..%2f..%2fcontent/site.yaml",
        "/..%5c..%5cetc/passwd",
        "//etc/passwd",
        "/%00",
        "/%ff",
        "/etc/passwd",
        "/.gitignore",
        "/assets/../index.html",
        "/.waymark/",
        "/.waymark/../index.html",
        "//guidance",
    ];
    for way in ways {
        let answer = get(&preview, way);
        assert_eq!(answer.status, 404, "{way}");
        assert!(answer.body.contains("Page not found"), "{way}");
    }
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let preview = Preview::of_new_site();
    for host in ["localhost", "127.0.0.1:4000", "[::1]:4000"] {
        assert_eq!(request(&preview, "GET", "/", host).status, 200, "{host}");
    }
    for host in ["example.org", "localhost.example.org", "127.0.0.1.example.org:4000", ""] {
        for path in ["/", "/.waymark/diagnostics.json", "/.waymark/events"] {
            let refusal = request(&preview, "GET", path, host);
            assert_eq!(refusal.status, 403, "{host} {path}");
            assert!(!refusal.body.contains("Example guidance"), "{host} {path}");
        }
    }
}

#[test]
fn a_save_reaches_every_browser() {
    let preview = Preview::of_new_site();
    // Begun, and never read from again.
    let _silent = Follower::new(&preview);
    let mut browsers: Vec<Follower> = (0..20).map(|_| Follower::new(&preview)).collect();
    let before: Vec<Value> = browsers.iter_mut().map(Follower::next).collect();
    // As many editors save: beside the file, and then over it.
    let text = fs::read_to_string(preview.path(PAGE)).unwrap().replace("Listen. Let", "Hear them out. Let");
    preview.write("content/guidance/.saving", &text);
    fs::rename(preview.path("content/guidance/.saving"), preview.path(PAGE)).unwrap();
    for (browser, before) in browsers.iter_mut().zip(before) {
        browser.until(|state| state["pages"] != before["pages"]);
        assert!(get(&preview, ADDRESS).body.contains("Hear them out."));
    }
}

#[test]
fn of_many_fast_saves_the_last_one_wins() {
    let preview = Preview::of_new_site();
    let mut follower = Follower::new(&preview);
    let page = fs::read_to_string(preview.path(PAGE)).unwrap();
    for number in 0..=300 {
        preview.write(PAGE, &format!("{page}\nSave number {number}.\n"));
    }
    follower.until(|_| get(&preview, ADDRESS).body.contains("Save number 300."));
}

#[test]
fn errors_are_listed_over_the_last_good_page() {
    let preview = Preview::of_new_site();
    let mut follower = Follower::new(&preview);
    let good = follower.next();
    let page = fs::read_to_string(preview.path(PAGE)).unwrap();
    preview.write(PAGE, &format!("{page}\n[gone](gone.md) and <b>bold</b>\n"));
    let faulty = follower.until(|state| state["errors"] == 2);
    assert_eq!(faulty["pages"], good["pages"]);
    assert_ne!(faulty["findings"], good["findings"]);
    assert_eq!(get(&preview, ADDRESS).status, 200);
    assert!(!get(&preview, ADDRESS).body.contains("gone"));

    let report = findings(&preview);
    assert_eq!((&report["mark"], &report["summary"]), (&faulty["findings"], &Value::from("2 errors")));
    let first = &report["list"][0];
    assert_eq!((&first["file"], &first["rule"]), (&Value::from(PAGE), &Value::from("broken-link")));
    assert_eq!((&first["line"], &first["column"]), (&Value::from(page.lines().count() + 2), &Value::from(8)));
    assert_eq!(first["source"], "[gone](gone.md) and <b>bold</b>");
    assert_eq!(first["carets"], "       ^^^^^^^");
    assert!(preview.told().contains("error[broken-link]"), "{}", preview.told());

    preview.write(PAGE, &page);
    let right = follower.until(|state| state["errors"] == 0);
    assert_eq!(right["pages"], good["pages"], "what is as it was before is not loaded again");
}

#[test]
fn a_site_that_is_broken_from_the_start_shows_its_findings_and_then_itself() {
    let bad = "---\ntitle: <i>Bad</i>\ntypo: 1\n---\n\nText\n";
    let preview = Preview::of(|site| fs::write(site.join("content/bad.md"), bad).unwrap());
    let mut follower = Follower::new(&preview);
    assert_eq!(follower.next()["errors"], 1);
    for address in ["/", "/anything.html"] {
        let page = get(&preview, address);
        assert_eq!((page.status, page.header("content-type")), (503, "text/html; charset=utf-8"));
        assert!(page.body.contains("content/bad.md:3:1: error[unknown-field]"), "{}", page.body);
        assert!(page.body.contains("/.waymark/reload.js") && !page.body.contains("<i>"));
    }
    fs::remove_file(preview.path("content/bad.md")).unwrap();
    follower.until(|state| state["errors"] == 0);
    assert_eq!(get(&preview, "/").status, 200);
}

#[test]
fn a_content_folder_may_go_and_come_back() {
    let preview = Preview::of_new_site();
    let mut follower = Follower::new(&preview);
    for round in ["first", "second"] {
        fs::rename(preview.path("content"), preview.path("away")).unwrap();
        follower.until(|state| state["errors"] == 1);
        assert_eq!(findings(&preview)["list"][0]["file"], "content");
        assert_eq!(get(&preview, ADDRESS).status, 200);
        fs::rename(preview.path("away"), preview.path("content")).unwrap();
        follower.until(|state| state["errors"] == 0);
        preview.write("content/fresh.md", &format!("---\ntitle: Fresh\n---\n\nThe {round} time.\n"));
        follower.until(|_| get(&preview, "/fresh.html").body.contains(round));
    }
}

#[test]
fn folders_and_themes_that_are_made_later_are_followed() {
    let preview = Preview::of_new_site();
    let mut follower = Follower::new(&preview);
    fs::create_dir_all(preview.path("content/pages/deep/deeper")).unwrap();
    preview.write("content/pages/deep/deeper/new.md", "---\ntitle: New\n---\n\nOne.\n");
    follower.until(|_| get(&preview, "/pages/deep/deeper/new.html").body.contains("One."));
    preview.write("content/pages/deep/deeper/new.md", "---\ntitle: New\n---\n\nTwo.\n");
    follower.until(|_| get(&preview, "/pages/deep/deeper/new.html").body.contains("Two."));
    fs::create_dir_all(preview.path("themes/default/assets")).unwrap();
    preview.write("themes/default/assets/site.css", "/* Of our own. */");
    follower.until(|_| get(&preview, "/assets/site.css").body == "/* Of our own. */");
    preview.write("themes/default/assets/site.css", "/* Changed. */");
    follower.until(|_| get(&preview, "/assets/site.css").body == "/* Changed. */");
}

#[test]
fn a_port_that_is_taken_ends_the_command() {
    let first = Preview::of_new_site();
    let port = first.address.port().to_string();
    let second = Waymark::new(["serve", "--port", &port]).arg(first.path("")).run().ends_with(2);
    assert!(second.stderr.contains(&format!("port {port} is taken")), "{}", second.stderr);
    assert!(second.stderr.contains("--port 0"), "{}", second.stderr);
}

#[test]
fn a_folder_that_is_no_site_ends_the_command() {
    let folder = Folder::empty();
    let ended = Waymark::new(["serve", "--port", "0"]).arg(folder.path()).run().ends_with(2);
    assert!(ended.stderr.contains("waymark new"), "{}", ended.stderr);
}

#[test]
fn nobody_else_on_the_network_can_connect() {
    let preview = Preview::of_new_site();
    assert!(preview.address.ip().is_loopback());
    // Another address of the same machine: it would answer if the preview listened on all of them.
    assert!(!cfg!(target_os = "linux") || TcpStream::connect(("127.0.0.2", preview.address.port())).is_err());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly_even_while_browsers_follow() {
    let mut preview = Preview::of_new_site();
    let mut follower = Follower::new(&preview);
    follower.next();
    assert_eq!(preview.interrupt(), Some(0));
}

#[test]
fn requests_that_break_off_or_are_nonsense_do_no_harm() {
    let preview = Preview::of_new_site();
    for nonsense in
        ["", "GET", "GET / HTTP/1.1\r\nHost: localhost\r\n", "\0\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"]
    {
        drop(browser::send(&preview, nonsense));
    }
    assert_eq!(get(&preview, "/").status, 200);
    let Answer { status, .. } = browser::read(browser::send(&preview, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
    assert_eq!(status, 403);
}

#[test]
fn search_works_in_the_preview_and_follows_a_save() {
    let preview = Preview::of_new_site();
    let start = get(&preview, "/search-index/start.js");
    assert!(start.status == 200 && start.header("content-type").starts_with("text/javascript"));
    assert_eq!(get(&preview, "/search-index/start.js").body, start.body);
    assert!(get(&preview, "/search-index/engine.js").body.starts_with("waymarkPiece(\"engine\""));
    for nothing in ["/search-index/nothing.js", "/search-index/", "/search-index/../index.html"] {
        assert_eq!(get(&preview, nothing).status, 404, "{nothing}");
    }
    let text = fs::read_to_string(preview.path(PAGE)).unwrap();
    preview.write(PAGE, &format!("{text}\n## Zebra crossings\n\nWords that are new.\n"));
    let mut follower = Follower::new(&preview);
    follower.until(|_| get(&preview, ADDRESS).body.contains("Zebra crossings"));
    assert_ne!(get(&preview, "/search-index/start.js").body, start.body);
}
