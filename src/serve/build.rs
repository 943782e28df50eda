//! One build of the site, into memory.

use super::pages::{Filling, Pages};
use super::search::{Keeping, Search};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pipeline::{load, render_inspected};
use crate::project::{OpenError, Project};
use crate::read::Sources;
use crate::rule::Rule;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// What came of a build.
#[derive(Default)]
pub struct Built {
    /// What authors are told.
    pub diagnostics: Diagnostics,
    /// The texts that it points into.
    pub sources: Sources,
    /// The site, if it has no errors.
    pub(super) pages: Option<Pages>,
    /// What its search knows, if it has one.
    pub(super) search: Option<Search>,
    /// How many documents it has.
    pub documents: usize,
    /// How many files differ from the last good build, if there was one.
    pub changed: Option<usize>,
    /// Whether any good build can be shown, this one or one before.
    pub shown: bool,
    /// How long it took.
    pub took: Duration,
}

/// Builds the site. Files that are as they were in the last good build share its memory.
pub(super) fn build(open: &impl Fn() -> Result<Project, OpenError>, last: Option<&Pages>) -> Built {
    let start = Instant::now();
    let run = || match open() {
        Ok(project) => of_project(&project, last),
        Err(error) => failed("content", &error.to_string(), "put the folder back; the preview goes on by itself"),
    };
    // A text half written must not end an editor's session, even if it leads to a fault of this program.
    let mut built = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let hint = "this is a fault of Waymark, not of the content; please report it with the text that you just saved";
        failed("content", "the build broke off", hint)
    });
    built.shown = last.is_some() || built.pages.is_some();
    built.took = start.elapsed();
    built
}

fn of_project(project: &Project, last: Option<&Pages>) -> Built {
    let mut diagnostics = Diagnostics::new();
    let mut loaded = load(project, &mut diagnostics);
    // The preview stands at the top of its server, wherever the site will stand.
    loaded.site.settings.base_path = Some("/".to_owned());
    let mut built = Built { documents: loaded.site.pages.len(), ..Built::default() };
    if let Some(theme) = &mut loaded.theme
        && !diagnostics.has_errors()
    {
        let filling = Filling::new(last);
        let keeping = Keeping::new(&loaded.site);
        let parts = (&loaded.site, &loaded.sources, theme, &loaded.judged);
        let Ok(()) = render_inspected(parts, &filling, &keeping, &|| (), &mut diagnostics);
        diagnostics.apply(&loaded.site.settings.rules);
        if !diagnostics.has_errors() {
            let (pages, changed) = filling.finish();
            (built.pages, built.changed) = (Some(pages), changed);
            built.search = keeping.finish();
        }
    }
    Built { diagnostics, sources: loaded.sources, ..built }
}

fn failed(file: &str, message: &str, hint: &str) -> Built {
    let mut built = Built::default();
    built.diagnostics.push(Diagnostic::file(Rule::Unreadable, file, message).hint(hint));
    built
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_this_program_is_told_and_does_not_end_the_preview() {
        let built = build(&|| panic!("as a test"), Some(&Pages::default()));
        assert!(built.pages.is_none() && built.shown);
        let told: Vec<&str> = built.diagnostics.list().iter().map(|found| found.message.as_str()).collect();
        assert_eq!(told, ["the build broke off"]);
    }
}
