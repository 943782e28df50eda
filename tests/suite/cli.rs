//! The command line itself: exit statuses, streams, help and colours.

use crate::folder::{Folder, guidance, project};
use crate::process::{Waymark, say};
use clap::{Arg, Command, CommandFactory, Parser};
use serde_json::Value;
use std::process::Stdio;
use waymark::cli::Cli;

#[test]
fn a_command_that_cannot_run_ends_with_2_and_says_why() {
    let empty = Folder::empty();
    let ran = Waymark::on("check", &empty.join("nothing")).run().ends_with(2);
    assert!(ran.stderr.starts_with("waymark: there is no folder"), "{}", ran.stderr);
    let ran = Waymark::on("check", empty.path()).run().ends_with(2);
    assert!(ran.stderr.contains("waymark new"), "{}", ran.stderr);
    for arguments in [
        &["check", "--at", "tomorrow"][..],
        &["check", "--at", "2026-02-30"],
        &["check", "--format", "xml"],
        &["schema"],
        &[],
    ] {
        let ran = Waymark::new(arguments).run().ends_with(2);
        assert_eq!(ran.stdout, "", "{arguments:?}");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn unknown_words_get_did_you_mean() {
    for (arguments, meant) in [
        (&["chekc"][..], "check"),
        (&["biuld"], "build"),
        (&["check", "--deny-warning"], "--deny-warnings"),
        (&["check", "--drfats"], "--drafts"),
        (&["check", "--format", "jsno"], "json"),
        (&["schema", "guidence"], "guidance"),
        (&["report", "lnks"], "links"),
    ] {
        let ran = Waymark::new(arguments).run().ends_with(2);
        assert!(ran.stderr.contains("similar") && ran.stderr.contains(meant), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    let ran = Waymark::new(["--help"]).run().ends_with(0);
    assert!(ran.stdout.contains("Exit status: 0 clean, 1 the content has errors, 2 the command could not run."));
    for command in Cli::command().get_subcommands() {
        assert!(ran.stdout.contains(command.get_name()), "{}", command.get_name());
        let ran = Waymark::new([command.get_name(), "--help"]).run().ends_with(0);
        assert!(ran.stderr.is_empty() && !ran.stdout.is_empty());
    }
    let version = Waymark::new(["--version"]).run().ends_with(0).stdout;
    assert_eq!(version, format!("waymark {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_flag_has_an_example_that_works() {
    let mut wrong = Vec::new();
    each_leaf(&Cli::command(), &mut vec!["waymark".to_owned()], &mut |command, names| {
        let named = names.join(" ");
        match command
            .get_after_help()
            .map(ToString::to_string)
            .and_then(|help| Some(help.split_once("Example: ")?.1.to_owned()))
        {
            Some(example) => wrong.extend(refusal(&example).map(|why| format!("`{example}`: {why}"))),
            None => wrong.push(format!("`{named}` has no example")),
        }
        for flag in command
            .get_arguments()
            .filter(|flag| !flag.is_positional() && !matches!(flag.get_id().as_str(), "help" | "version"))
        {
            match example_of(flag) {
                Some(example) if example.starts_with("waymark ") => wrong.extend(refusal(&example)),
                Some(example) => {
                    let required =
                        command.get_positionals().filter(|arg| arg.is_required_set()).map(|_| " x").collect::<String>();
                    wrong.extend(refusal(&format!("{named}{required} {example}")));
                }
                None => wrong.push(format!("`{named} --{}` has no example", flag.get_id())),
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn each_leaf(command: &Command, names: &mut Vec<String>, see: &mut impl FnMut(&Command, &[String])) {
    if command.get_subcommands().next().is_none() {
        see(command, names);
    }
    for inner in command.get_subcommands() {
        names.push(inner.get_name().to_owned());
        each_leaf(inner, names, see);
        names.pop();
    }
}

/// What stands in brackets after "for example".
fn example_of(flag: &Arg) -> Option<String> {
    let help = flag.get_help()?.to_string();
    let (_, example) = help.split_once("(for example ")?;
    Some(example.rsplit_once(')')?.0.to_owned())
}

/// Why the command line refuses an example, if it does.
fn refusal(example: &str) -> Option<String> {
    let words = example.split(['>', '|', '\n']).next().unwrap().split_whitespace();
    Cli::try_parse_from(words).err().map(|error| format!("`{example}` is refused: {error}"))
}

#[test]
fn every_schema_is_json_and_closed() {
    for of in [
        "guidance",
        "page",
        "case-study",
        "framework",
        "site",
        "glossary",
        "legislation",
        "contacts",
        "timescales",
        "bank-holidays",
        "synonyms",
        "search-tests",
        "allowed-details",
    ] {
        let ran = Waymark::new(["schema", of]).run().ends_with(0);
        let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let object = if schema["type"] == "array" { &schema["items"] } else { &schema };
        assert_eq!(object["additionalProperties"], false, "{of}");
        for (name, property) in object["properties"].as_object().unwrap() {
            assert!(property["description"].as_str().is_some_and(|text| !text.is_empty()), "{of}: {name}");
        }
        for name in object["required"].as_array().unwrap() {
            assert!(object["properties"].get(name.as_str().unwrap()).is_some(), "{of}: {name}");
        }
    }
}

#[test]
fn reports_list_addresses_elsewhere_with_their_places() {
    let site = Folder::small_site();
    site.write(
        "content/guidance/referral.md",
        guidance("Referral", "[A](https://a.example/) and [again](https://a.example/) and [B](mailto:b@b.example).\n"),
    );
    let report = || Waymark::new(["report", "links"]).arg(site.path()).arg("--at").arg("2026-11-23");
    let ran = report().arg("--format").arg("json").run().ends_with(0);
    let rows: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let urls: Vec<&str> = rows.iter().map(|row| row["url"].as_str().unwrap()).collect();
    assert_eq!(urls, ["https://a.example/", "mailto:b@b.example"]);
    assert_eq!(rows[0]["places"].as_array().unwrap().len(), 2);
    assert_eq!(rows[0]["places"][0], "content/guidance/referral.md:6:5");
    assert!(report().run().ends_with(0).stdout.contains("https://a.example/\n  content/guidance/referral.md:6:5\n"));
    site.write("content/guidance/referral.md", guidance("Referral", "[A](nothing.md)\n"));
    report().run().ends_with(1);
}

#[test]
fn nothing_is_coloured_away_from_a_terminal() {
    let site = Folder::small_site();
    site.write("content/guidance/referral.md", guidance("Referral", "[A](nothing.md)\n"));
    for command in ["check", "build"] {
        let ran = Waymark::on(command, site.path()).run().ends_with(1);
        assert!(!ran.stderr.contains('\u{1b}') && !ran.stdout.contains('\u{1b}'), "{}", ran.stderr);
    }
}

#[test]
fn colours_on_a_terminal_can_be_switched_off() {
    let site = Folder::small_site();
    site.write("content/guidance/referral.md", guidance("Referral", "[A](nothing.md)\n"));
    let command = format!("{} check {} --at 2026-11-23", env!("CARGO_BIN_EXE_waymark"), site.path().display());
    let on_a_terminal = |no_colour: &str| {
        let mut script = std::process::Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).env("NO_COLOR", no_colour).stdin(Stdio::null());
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    match (on_a_terminal(""), on_a_terminal("1")) {
        (Some(coloured), Some(plain)) if cfg!(target_os = "linux") => {
            assert!(coloured.contains("\u{1b}[") && coloured.contains("nothing.md"), "{coloured}");
            assert!(!plain.contains('\u{1b}') && plain.contains("nothing.md"), "{plain}");
        }
        _ => say("skipped: there is no `script` command here that could play a terminal"),
    }
}

#[test]
fn a_reader_that_goes_away_is_no_reason_to_panic() {
    for arguments in [&["schema", "guidance"][..], &["check", "--format", "sarif"], &["report", "links"], &["--help"]] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_waymark"));
        command
            .args(arguments)
            .current_dir(project())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.is_empty() && output.status.success(), "{arguments:?}: {said}");
    }
}
