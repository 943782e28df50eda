//! Only the edges touch the disk: the middle of the pipeline is a function of what was read.

use super::{assert_none, rust_below};

/// Where the disk may be touched, and why.
const EDGES: &[(&str, &str)] = &[
    ("src/project.rs", "asks whether the site folder and its content/ are there, and nothing more"),
    ("src/read.rs", "the stage that reads the site"),
    ("src/read/", "parts of the stage that reads the site"),
    ("src/write.rs", "the stage that writes the output"),
    ("src/write/", "parts of the stage that writes the output"),
    ("src/import.rs", "reads an old manual and writes a site folder, once, outside the pipeline"),
    ("src/import/", "parts of the importer"),
    ("src/serve.rs", "watches the site folder and answers from memory and from the theme"),
    ("src/serve/", "parts of the preview server"),
    ("src/command.rs", "commands are the edge: they open, print and write what was asked for"),
    ("src/command/", "commands are the edge; search reads the index of a built site"),
];

/// What touching the disk looks like.
const TOUCHES: &[&str] = &[
    "std::fs",
    " fs::",
    "(fs::",
    "File::open",
    "File::create",
    "walkdir",
    "rustix",
    ".canonicalize()",
    ".metadata()",
    ".symlink_metadata()",
    ".is_dir()",
    ".is_file()",
    ".exists()",
    ".try_exists()",
    ".read_dir()",
    "current_dir()",
];

#[test]
fn only_the_edges_touch_the_disk() {
    let inner = rust_below("src/").into_iter().filter(|file| !EDGES.iter().any(|(edge, _)| is_at(&file.path, edge)));
    let found: Vec<String> =
        inner.flat_map(|file| TOUCHES.iter().flat_map(|touch| file.places(touch)).collect::<Vec<_>>()).collect();
    assert_none("Only the edges touch the disk.", &found);
}

fn is_at(path: &str, edge: &str) -> bool {
    path == edge || (edge.ends_with('/') && path.starts_with(edge))
}

#[test]
fn only_commands_and_the_server_ask_the_clock_or_the_environment() {
    let allowed = ["src/command", "src/serve", "src/main.rs"];
    let inner = rust_below("src/")
        .into_iter()
        .filter(|file| !allowed.iter().any(|edge| file.path.starts_with(edge)) && !file.path.contains("/tests"));
    let asks = [
        "SystemTime::now",
        "Zoned::now",
        "ZonedDateTime::now",
        "Instant::now",
        "env::var",
        "thread_rng",
        "RandomState",
    ];
    let found: Vec<String> =
        inner.flat_map(|file| asks.iter().flat_map(|ask| file.places(ask)).collect::<Vec<_>>()).collect();
    assert_none("A build depends on nothing but its input.", &found);
}
