//! Real guidance of others, where it is at hand: `../shared/corpora`, beside the project. It is
//! written in other dialects, so it has faults; what is told of them must be right.

use crate::finding::findings;
use crate::folder::{Folder, project, slashed};
use crate::process::{Waymark, say};
use std::fs;
use std::path::PathBuf;
use walkdir::WalkDir;

/// The Markdown of a corpus, by path, or nothing where it is not at hand.
fn corpus(name: &str) -> Option<Vec<(String, String)>> {
    let root: PathBuf = project().join("../shared/corpora").join(name);
    if !root.is_dir() {
        say(&format!("skipped: there is no {}", root.display()));
        return None;
    }
    let files = WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    let texts = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"));
    Some(
        texts
            .map(|entry| {
                (slashed(entry.path().strip_prefix(&root).unwrap()), fs::read_to_string(entry.path()).unwrap())
            })
            .collect(),
    )
}

#[test]
fn every_fault_of_real_guidance_is_told_in_its_place() {
    for name in ["service-design-manual", "pension-guidance"] {
        let Some(corpus) = corpus(name) else { continue };
        let site = Folder::empty();
        corpus.iter().for_each(|(path, text)| site.write(&format!("content/pages/{path}"), text));
        say(&format!("{name}: {} findings in {} files", findings(site.path()).len(), corpus.len()));
    }
}

#[test]
fn real_guidance_is_built_once_it_has_front_matter_of_ours() {
    for name in ["service-design-manual", "pension-guidance"] {
        let Some(corpus) = corpus(name) else { continue };
        let site = Folder::empty();
        for (path, text) in &corpus {
            site.write(&format!("content/pages/{path}"), format!("---\ntitle: \"{path}\"\n---\n\n{}", body(text)));
        }
        // What the other dialect does otherwise is a warning here, so that everything is rendered.
        let lenient =
            ["broken-link", "broken-anchor", "raw-html", "missing-alt", "directive-syntax", "duplicate-anchor"];
        let rules: String = lenient.iter().map(|rule| format!("  {rule}: warning\n")).collect();
        site.write("content/site.yaml", format!("rules:\n{rules}"));
        let ran = Waymark::on("build", site.path()).run().ends_with(0);
        assert!(ran.stderr.contains(&format!("Built {} pages", corpus.len())), "{}", ran.stderr);
        let faults = crate::crawl::faults(&site.join("public"), "");
        assert!(faults.is_empty(), "{name}: {} faults\n{}", faults.len(), faults.join("\n"));
    }
}

/// What follows a front matter of another dialect.
fn body(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let after = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---"));
    after.map_or(text, |(_, body)| body.split_once('\n').map_or("", |(_, body)| body))
}
