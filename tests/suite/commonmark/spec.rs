//! The examples themselves. They are not copied into this repository: the published package of
//! pulldown-cmark, which Waymark is built with, has them in its own tests, one function each.

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// How many examples CommonMark 0.31.2 has.
const COUNT: usize = 652;

/// An example of the specification.
pub struct Example {
    /// Its number there.
    pub number: usize,
    /// What is written.
    pub markdown: String,
    /// What it means.
    pub html: String,
}

/// All examples.
pub fn examples() -> Vec<Example> {
    let file = package("pulldown-cmark").join("tests/suite/spec.rs");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let examples: Vec<Example> = text.split("fn spec_test_").skip(1).map(example).collect();
    assert_eq!(examples.len(), COUNT, "{} has other examples than CommonMark 0.31.2", file.display());
    examples
}

fn example(function: &str) -> Example {
    let number = function.split("()").next().unwrap().parse().unwrap();
    // The texts are raw strings, so they stand there as they are.
    let mut texts = function.split("r##\"").skip(1).map(|text| text.split("\"##").next().unwrap().to_owned());
    Example { number, markdown: texts.next().unwrap(), html: texts.next().unwrap() }
}

/// The folder where cargo keeps the sources of a package that this one is built with.
fn package(name: &str) -> PathBuf {
    // Packages for other systems may never have been fetched, so they are left out.
    let system = host();
    let arguments = ["metadata", "--format-version=1", "--offline", "--locked", "--filter-platform", &system];
    let metadata: Value = serde_json::from_str(&output(env!("CARGO"), &arguments)).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == name).unwrap();
    PathBuf::from(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned()
}

/// The system that the compiler builds for.
fn host() -> String {
    let version = output("rustc", &["-vV"]);
    version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
