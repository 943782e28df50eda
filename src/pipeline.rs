//! The stages in order, up to the one that writes: what `build`, `check`, `serve` and `report` share.

use crate::diagnostic::Diagnostics;
use crate::index::{self, ENGINE, FOLDER, Records, index};
use crate::parse::parse;
use crate::project::Project;
use crate::read::{Sources, read};
use crate::render::theme::Theme;
use crate::render::{Sink, render};
use crate::resolve::resolve;
use crate::site::Site;
use crate::vet::vet;
use search_index::Files;
use std::error::Error;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Records that wait for the index; more would only fill the memory.
const WAITING: usize = 512;

/// A site that is ready to be rendered, or as much of it as could be understood.
pub struct Loaded {
    /// Every source; diagnostics point into them.
    pub sources: Sources,
    /// The resolved site.
    pub site: Site,
    /// The theme; `None` if its templates are at fault.
    pub theme: Option<Theme>,
}

/// Runs `read`, `parse`, `vet` and `resolve` and loads the theme. All of them run whatever the ones before
/// have found, so that an editor is told everything at once; only a site without errors may be rendered.
pub fn load(project: &Project, diagnostics: &mut Diagnostics) -> Loaded {
    let sources = read(project, diagnostics);
    let parsed = parse(&sources, diagnostics);
    let theme = Theme::load(&sources.theme, diagnostics);
    let assets: Vec<&str> = theme.iter().flat_map(|theme| theme.assets.keys().map(String::as_str)).collect();
    let vetted = vet(parsed, &sources, project.at, diagnostics);
    let site = resolve(vetted, &sources, project, &assets, diagnostics);
    diagnostics.apply(&site.settings.rules);
    Loaded { sources, site, theme }
}

/// Runs `render` and, on a thread of its own, `index`; then asks the index the site's search tests.
///
/// # Errors
/// If the sink takes no more, or the index cannot be made.
pub fn render_and_index<S: Sink>(
    (site, sources, theme): (&Site, &Sources, &mut Theme),
    sink: &S,
    done: &(dyn Fn() + Sync),
    diagnostics: &mut Diagnostics,
) -> Result<Arc<Files>, Box<dyn Error>>
where
    S::Error: Error + 'static,
{
    let settings = index::settings(site);
    let files = thread::scope(|scope| {
        let (to, records) = sync_channel(WAITING);
        let indexing = scope.spawn(|| index(&settings, records));
        let reader = Records { site, to };
        let rendered = render(site, sources, theme, sink, &reader, done, diagnostics);
        // The index ends with the last record.
        drop(reader);
        let files = indexing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        rendered?;
        Ok::<_, Box<dyn Error>>(Arc::new(files?))
    })?;
    index::try_out(site, &files, diagnostics)?;
    Ok(files)
}

/// Puts an index, and the engine that asks it in browsers, into a sink.
///
/// # Errors
/// If the sink takes no more.
pub fn put_index<S: Sink>(files: &Files, sink: &S) -> Result<(), S::Error> {
    for (name, bytes) in files.iter() {
        sink.put(&format!("{FOLDER}/{name}"), bytes)?;
    }
    sink.put(&format!("{FOLDER}/{ENGINE}"), search_index::engine_js())
}
