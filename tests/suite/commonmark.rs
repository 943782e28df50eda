//! The examples of the CommonMark specification, through the converter that pages go through.
//!
//! Every example agrees byte for byte, or differs by a policy of ours that is named here with its
//! reason, or the test fails. A policy is a rewriting of the *expected* HTML and nothing else: what
//! we write is never touched, so a policy can hide no other difference.

mod policy;
mod spec;

use crate::process::say;
use policy::Policy;
use std::collections::BTreeMap;
use std::ops::Range;
use waymark::diagnostic::Diagnostics;
use waymark::markdown::{Host, Input, Placed, Written, convert};
use waymark::read::Sources;

#[test]
fn every_example_agrees_or_differs_by_a_named_policy() {
    let examples = spec::examples();
    let mut by_policy: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut unexplained = Vec::new();
    let mut agreeing = 0;
    for example in &examples {
        let html = converted(&example.markdown);
        if html == example.html {
            agreeing += 1;
            continue;
        }
        match Policy::that_explains(example, &html) {
            Some(policies) => {
                for policy in policies {
                    by_policy.entry(policy.name).or_default().push(example.number);
                }
            }
            None => unexplained.push(format!(
                "example {}\n--- markdown\n{}\n--- expected\n{}\n--- ours\n{html}",
                example.number, example.markdown, example.html
            )),
        }
    }
    let explained = examples.len() - agreeing - unexplained.len();
    say(&format!("CommonMark: {agreeing} agree, {explained} differ by policy, {} differ", unexplained.len()));
    for policy in policy::ALL {
        let numbers = by_policy.remove(policy.name).unwrap_or_default();
        say(&format!("  {}: {} examples, because {}", policy.name, numbers.len(), policy.reason));
        assert!(!numbers.is_empty(), "the policy “{}” explains nothing any more: take it out", policy.name);
    }
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n\n"));
}

fn converted(markdown: &str) -> String {
    let path = "content/example.md";
    let sources = Sources::from_texts([(path.to_owned(), markdown.to_owned())]);
    let source = sources.at_path(path).unwrap();
    let range: Range<usize> = 0..markdown.len();
    let input = Input { sources: &sources, source, range, allowed_html: &[], reserved: &[] };
    convert(&input, &mut AsWritten, &mut Diagnostics::new()).html
}

/// A host for which every link leads where it says.
struct AsWritten;

impl Host for AsWritten {
    fn link(&mut self, written: Written) -> Placed {
        Placed { href: written.destination, ..Placed::default() }
    }
}
