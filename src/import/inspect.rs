//! What of an imported site Waymark would call an error, found by its own code.

use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::parse::parse;
use crate::project::Project;
use crate::read::read;
use crate::resolve::resolve;
use crate::rule::Rule;
use crate::vet::vet;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// What was found wrong with a site.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// How many errors of each rule there are.
    pub errors: BTreeMap<Rule, usize>,
    /// Files that a browser would run, by path in the site folder, and why.
    pub active: Vec<(String, String)>,
}

/// Looks through a site folder that has been written, on a day on which all of it is published.
pub(super) fn faults(root: &Path) -> Faults {
    let mut faults = Faults::default();
    let Ok(project) = Project::open(root, Date::MAX, false) else { return faults };
    let mut diagnostics = Diagnostics::new();
    let sources = read(&project, &mut diagnostics);
    let parsed = parse(&sources, &mut diagnostics);
    let vetted = vet(parsed, &sources, project.at, &mut diagnostics);
    resolve(vetted, &sources, &project, &[], &mut diagnostics);
    for fault in diagnostics.list().iter().filter(|fault| fault.severity == Severity::Error) {
        match &fault.place {
            Place::File(path) if fault.rule == Rule::ActiveFile => {
                faults.active.push((path.clone(), fault.message.clone()));
            }
            _ => *faults.errors.entry(fault.rule).or_default() += 1,
        }
    }
    faults
}
