//! Stages never call each other: each knows the types it takes, and none knows what comes after it.

use super::{File, assert_none, rust_below};

/// A stage: the files that it is made of, and what they may not name.
struct Stage {
    files: &'static [&'static str],
    never: &'static [&'static str],
}

const STAGES: &[Stage] = &[
    Stage {
        files: &["src/read"],
        never: &["parse", "resolve", "render", "write", "site", "pipeline", "command", "cli"],
    },
    Stage {
        files: &["src/parse", "src/front_matter", "src/markdown", "src/document", "src/settings"],
        never: &[
            "resolve",
            "render",
            "write",
            "site",
            "pipeline",
            "command",
            "cli",
            "read::read",
            "read::{Sources, read}",
        ],
    },
    Stage {
        files: &["src/resolve", "src/site"],
        never: &["render", "index", "write", "pipeline", "command", "cli", "parse::parse", "read::read"],
    },
    Stage {
        files: &["src/render"],
        never: &["index", "write", "pipeline", "command", "cli", "parse::parse", "read::read", "resolve::resolve"],
    },
    Stage {
        files: &["src/index"],
        never: &[
            "write",
            "pipeline",
            "command",
            "cli",
            "parse::parse",
            "read::read",
            "resolve::resolve",
            "render::render",
        ],
    },
    Stage {
        files: &["src/vet"],
        never: &[
            "resolve",
            "render",
            "index",
            "inspect",
            "write",
            "pipeline",
            "command",
            "cli",
            "parse::parse",
            "read::read",
        ],
    },
    Stage {
        files: &["src/inspect"],
        never: &[
            "write",
            "pipeline",
            "command",
            "cli",
            "parse::parse",
            "read::read",
            "resolve::resolve",
            "render::render",
        ],
    },
    Stage {
        files: &["src/identity", "src/metadata"],
        never: &[
            "read", "parse", "document", "settings", "vet", "resolve", "site", "render", "index", "inspect", "write",
            "pipeline", "command", "cli",
        ],
    },
    Stage {
        files: &["src/write"],
        never: &["read", "parse", "resolve", "render", "site", "pipeline", "command", "cli"],
    },
    Stage {
        files: &["src/diagnostic", "src/rule", "src/source", "src/suggest"],
        never: &["parse", "resolve", "render", "write", "site", "pipeline", "command", "cli"],
    },
];

#[test]
fn stages_do_not_name_what_comes_after_them() {
    let sources = rust_below("src/");
    let mut found = Vec::new();
    for stage in STAGES {
        let own: Vec<&File> =
            sources.iter().filter(|file| stage.files.iter().any(|name| is_part(&file.path, name))).collect();
        assert!(!own.is_empty(), "no file of {:?}", stage.files);
        for name in stage.never {
            found.extend(own.iter().flat_map(|file| named(file, name)));
        }
    }
    assert_none("A stage names no other stage but by the types that it takes.", &found);
}

fn is_part(path: &str, stage: &str) -> bool {
    path.strip_prefix(stage).is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

/// Places where code names a module of the crate, or an item of it.
fn named(file: &File, name: &str) -> Vec<String> {
    let path = format!("crate::{name}");
    let ends =
        |line: &str| line.split(&path).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    let found = file.code().filter(|(_, line)| ends(line));
    found.map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim())).collect()
}
